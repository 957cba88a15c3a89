"""What must come first: relations before embassies and instruments, opening before closing, a start before its end.

A test is made where both dates are stated, and fails where the order is wrong whatever day they mean. Not tested:
consulates and trade offices, which may come before relations, and a recognition of a state that is younger than the
relations (a successor).
"""

from __future__ import annotations

from collections.abc import Iterator

from parsers.assemble.checks.check import Check, Facts
from parsers.assemble.relation import established
from parsers.assemble.row import Merged
from parsers.assemble.timing import before, is_stay
from parsers.language.edtf import date_value
from parsers.language.mention import DateValue
from parsers.language.states import states

_EMBASSIES = ("embassy", "high commission")


def orders(facts: Facts) -> Iterator[Check]:
    """The checks of all tables on the order of their dates."""
    began = established(facts.get("ties", ()))
    if began is not None:
        yield from _after_beginning(facts, began)
    for table, starts, ends in (("missions", "opened_edtf", "closed_edtf"), ("envoys", "from_edtf", "until_edtf")):
        for row in facts.get(table, ()):
            first, last = _date(row, starts), _date(row, ends)
            if first and last:
                yield _check(row, first, last, *_WORDS[table])
    for row in facts.get("visits", ()):
        if row.date is not None and is_stay(row.date):
            first, last = map(date_value, row.date.edtf.split("/"))
            yield _check(row, first, last, "the visit begins", "the visit ends")
    yield from _recognitions(facts)


_WORDS = {"missions": ("the post is opened", "the post is closed"), "envoys": ("the term begins", "the term ends")}


def _after_beginning(facts: Facts, began: DateValue) -> Iterator[Check]:
    first = "relations are established"
    for row in facts.get("missions", ()):
        opened = _date(row, "opened_edtf")
        if opened and row.values.get("kind") in _EMBASSIES:
            yield _check(row, began, opened, first, f"the {row.values['kind']} is opened")
    for row in facts.get("agreements", ()):
        if row.date is not None and row.values.get("action") == "signed":
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
        yield _check(row, row.date, begin, "the state is recognised", "relations begin")


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
