"""What must come first: relations before embassies and instruments, opening before closing, the start of a term.

A test is made where both dates are stated, and fails where the order is wrong whatever day they mean. Not tested:
consulates and trade offices, which may come before relations; what was opened or signed long before one of the two
states came to be, by a state before it; anything against relations that were severed once before they are said to
begin, since they began earlier; a recognition of a state that is younger than the relations (a successor), that came
after they had ended, or of a state of which there are two governments (the relations may be those of the other); the
two ends of a visit, which no reading turns round; a post that was closed, and has been opened again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.assemble.checks.check import Check, Facts
from parsers.assemble.relation import established
from parsers.assemble.row import Merged
from parsers.assemble.timing import before
from parsers.language.edtf import date_value
from parsers.language.mention import DateValue
from parsers.language.sides import rivals
from parsers.language.states import states
from parsers.tables.missions import EMBASSIES

GENERATION = 20
"""Years before a state came to be from which on a date is of another state; a few years before, it is an error."""


def orders(facts: Facts, pair: Sequence[str]) -> Iterator[Check]:
    """The checks of all tables on the order of their dates; `pair` are the codes of the article's two states."""
    began = established(facts.get("ties", ()))
    if began is not None and not any(before(end, began) for end in _severed(facts)):
        yield from _after_beginning(facts, began, pair)
    for table, starts, ends in (("missions", "opened_edtf", "closed_edtf"), ("envoys", "from_edtf", "until_edtf")):
        for row in facts.get(table, ()):
            first, last = _date(row, starts), _date(row, ends)
            if first and last and not _is_open_again(row, first, last):
                yield _check(row, first, last, *_WORDS[table])
    if not any(map(rivals, pair)):
        yield from _recognitions(facts)


_WORDS = {"missions": ("the post is opened", "the post is closed"), "envoys": ("the term begins", "the term ends")}


def _is_open_again(row: Merged, opened: DateValue, closed: DateValue) -> bool:
    """Whether a post that is open was closed before it opened: what closed was an earlier one in its place."""
    return row.values.get("status") == "open" and before(closed, opened)


def _after_beginning(facts: Facts, began: DateValue, pair: Sequence[str]) -> Iterator[Check]:
    first = "relations are established"
    for row in facts.get("missions", ()):
        opened = _date(row, "opened_edtf")
        if opened and not _is_of_earlier_state(opened, pair) and row.values.get("kind") in EMBASSIES:
            yield _check(row, began, opened, first, f"the {row.values['kind']} is opened")
    for row in facts.get("agreements", ()):
        signed = row.date is not None and row.values.get("action") == "signed"
        if signed and row.date is not None and not _is_of_earlier_state(row.date, pair):
            yield _check(row, began, row.date, first, f"the {row.values['kind']} is signed")
    for row in facts.get("ties", ()):
        if row.date is not None and row.values.get("kind") == "resumed":
            yield _check(row, began, row.date, first, "relations are resumed")


def _recognitions(facts: Facts) -> Iterator[Check]:
    """Each recognition against the relations that begin, or begin again, soonest after it; else against the last."""
    ties = facts.get("ties", ())
    starts = [row.date for row in ties if row.values.get("kind") in ("established", "resumed") and row.date]
    for row in ties:
        if row.values.get("kind") != "recognised" or row.date is None or not starts or _is_younger(row, starts):
            continue
        ordered = sorted(starts, key=lambda date: (date.start.toordinal() if date.start else 0, date.edtf))
        begin = next((date for date in ordered if not before(date, row.date)), ordered[-1])
        if any(before(begin, end) and before(end, row.date) for end in _severed(facts)):
            continue
        yield _check(row, row.date, begin, "the state is recognised", "relations begin")


def _severed(facts: Facts) -> list[DateValue]:
    """When relations are said to have been severed."""
    return [row.date for row in facts.get("ties", ()) if row.values.get("kind") == "severed" and row.date]


def _is_of_earlier_state(date: DateValue, pair: Sequence[str]) -> bool:
    """Whether a date is a generation or more before one of the two states came to be."""
    years = [state.existed_from for iso3 in pair if (state := states().get(iso3)) and state.existed_from]
    return date.end is not None and any(date.end.year < year - GENERATION for year in years)


def _is_younger(row: Merged, starts: list[DateValue]) -> bool:
    """Whether the state recognised came to be after relations are said to have begun."""
    state = states().get(str(row.values.get("object_iso3")))
    years = [date.start.year for date in starts if date.start]
    return bool(state and state.existed_from and years and max(years) < state.existed_from)


def _date(row: Merged, column: str) -> DateValue | None:
    value = row.values.get(column)
    return date_value(str(value)) if value else None


def _check(row: Merged, first: DateValue, then: DateValue, first_words: str, then_words: str) -> Check:
    return Check(
        "order of dates", row.table.name, (row.row_id,),
        f"{first_words} ({first.edtf}) no later than {then_words}", f"{then_words}: {then.edtf}",
        not before(then, first),
    )  # fmt: skip
