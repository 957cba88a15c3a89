"""Two rows of a table that cannot both be right: each of them gets the conflict, with the other's statement.

Read as such: one visitor in both directions at once; two stays of one visitor in a week, or two days, or a day and a
stay, in one city; relations that begin twice in a decade without a break between; another change of relations, or the
signing of one instrument, at two dates close to each other; two sums of one flow in one period; two counts of one thing
in one time.
Not read: what is only apart in time, as the relations of 1922 and those of 1991; relations that only "go back" to a
decade, which need not be diplomatic ones; figures of one sentence, which are of different things; those of early in a
year and of its end, between which trade grows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from parsers.assemble.conflicts.disagreement import Disagreement, saying, shown
from parsers.assemble.conflicts.nearness import close
from parsers.assemble.figures import agree, figure
from parsers.assemble.likeness import Likeness, person_likeness, phrase_likeness
from parsers.assemble.row import Merged
from parsers.assemble.timing import FINE, before, by_day, contradict, gap, is_fine, is_stay, overlap
from parsers.assemble.words import words
from parsers.language.mention import DateValue

WEEK, YEAR, DECADE = 7, 366, 3653
"""Days within which two stays, two changes of relations, or two beginnings are taken for one told with two dates."""

_PARTS = ("early", "beginning of", "mid", "late", "end of")

Found = tuple[str, str] | None


def between(found: Mapping[str, Sequence[Merged]]) -> Iterator[Disagreement]:
    """The disagreements of each two rows of a table, told of both."""
    for table, tests in _TESTS.items():
        rows = found.get(table, ())
        for one, other in close(rows, DAYS_APART[table]):
            disagreement = next((result for test in tests if (result := test(one, other))), None)
            if disagreement and not (table == "ties" and _broken_between(rows, one, other)):
                yield _told(one, other, *disagreement)
                yield _told(other, one, *disagreement)


def _told(one: Merged, other: Merged, kind: str, column: str) -> Disagreement:
    (held, source), (said, against) = _reading(one, column), _reading(other, column)
    return Disagreement(one.table.name, one.row_id, kind, column, held, said, source, against)


def _reading(row: Merged, column: str) -> tuple[str, str]:
    """What a row holds in a column and the statement that says it."""
    if column == "date_edtf" and row.date:
        return row.date.edtf, row.dated.text
    return shown(row.values[column]), saying(row, column).text


def _directions(one: Merged, other: Merged) -> Found:
    ends = [(row.values["sending_iso3"], row.values["receiving_iso3"]) for row in (one, other)]
    exchanged = ends[0] == ends[1][::-1] and _same_visitor(one, other)
    at_once = overlap(one.date, other.date) and is_fine(one.date) and is_fine(other.date)
    return ("direction", "receiving_iso3") if exchanged and at_once else None


def _stays(one: Merged, other: Merged) -> Found:
    if not _alike(one, other, "sending_iso3", "receiving_iso3") or not _same_visitor(one, other):
        return None
    stays = is_stay(one.date) and is_stay(other.date)
    days = by_day(one.date) and by_day(other.date) and _alike(one, other, "city") and not _one_sentence(one, other)
    return ("date", "date_edtf") if (stays or days) and _close(one, other, WEEK) else None


def _changes(one: Merged, other: Merged) -> Found:
    within = DECADE if one.values["kind"] == "established" else YEAR
    if _goes_back(one) != _goes_back(other):
        return None
    close = _alike(one, other, "kind", "actor_iso3", "object_iso3", "level") and _close(one, other, within)
    return ("date", "date_edtf") if close and not _one_sentence(one, other) else None


def _goes_back(row: Merged) -> bool:
    """Whether relations are only said to go back to a decade or a century, without a word of diplomacy."""
    loose = row.date is not None and row.date.precision in ("decade", "century")
    return loose and not any("diplomatic" in member.text.lower() for member in row.members)


def _broken_between(ties: Sequence[Merged], one: Merged, other: Merged) -> bool:
    """Whether relations were severed, at a date, between two changes, so that both can have happened."""
    first, second = (one, other) if before(one.date, other.date) else (other, one)
    breaks = [row for row in ties if row.values["kind"] == "severed" and row.date is not None]
    return any(not before(row.date, first.date) and not before(second.date, row.date) for row in breaks)


def _signings(one: Merged, other: Merged) -> Found:
    near = is_fine(one.date) and is_fine(other.date) and _close(one, other, FINE)
    if not near or not _alike(one, other, "action", "kind", "count"):
        return None
    title, said = (str(row.values.get("title") or "") for row in (one, other))
    named = phrase_likeness(title, said, one.members[0].parties) is Likeness.SAME
    return ("date", "date_edtf") if named and not _one_sentence(one, other) else None


def _sums(one: Merged, other: Merged) -> Found:
    if one.values["measure"] != "value" or not _alike(one, other, "flow", "measure", "reporter_iso3", "currency"):
        return None
    if one.date is None or other.date is None or one.date.edtf != other.date.edtf or _one_sentence(one, other):
        return None
    if _in_other_parts(one.date, other.date):
        return None
    figures = figure(one), figure(other)
    differ = figures[0] is not None and figures[1] is not None and not agree(figures[0], figures[1])
    return ("amount", "value") if differ else None


def _in_other_parts(one: DateValue, other: DateValue) -> bool:
    """Whether two dates are of different parts of a year: "early" in it, and "by the end of" it."""
    parts = [next((part for part in _PARTS if (date.qualifier or "").endswith(part)), None) for date in (one, other)]
    return None not in parts and parts[0] != parts[1]


def _counts(one: Merged, other: Merged) -> Found:
    counts = one.values.get("count"), other.values.get("count")
    if None in counts or counts[0] == counts[1] or not _alike(one, other, "kind", "from_iso3", "to_iso3"):
        return None
    units = [sorted(words(str(row.values.get("unit") or ""))) for row in (one, other)]
    at_once = one.date is None or other.date is None or overlap(one.date, other.date)
    return ("count", "count") if units[0] and units[0] == units[1] and at_once else None


_TESTS: Mapping[str, tuple[Callable[[Merged, Merged], Found], ...]] = {
    "visits": (_directions, _stays), "ties": (_changes,), "agreements": (_signings,), "trade": (_sums,),
    "investments": (_counts,),
}  # fmt: skip

DAYS_APART = {"visits": WEEK, "ties": DECADE, "agreements": FINE, "trade": 0, "investments": 0}
"""How far apart at most the tests of a table look."""


def _alike(one: Merged, other: Merged, *columns: str) -> bool:
    """Whether nothing that both say in the columns differs."""
    pairs = [(one.values.get(column), other.values.get(column)) for column in columns]
    return all(None in pair or pair[0] == pair[1] for pair in pairs)


def _same_visitor(one: Merged, other: Merged) -> bool:
    names = one.values.get("visitor"), other.values.get("visitor")
    return None not in names and person_likeness(str(names[0]), str(names[1])) is Likeness.SAME


def _close(one: Merged, other: Merged, days: int) -> bool:
    """Whether the dates contradict and yet lie at most so many days apart."""
    apart = gap(one.date, other.date)
    return contradict(one.date, other.date) and apart is not None and apart <= days


def _one_sentence(one: Merged, other: Merged) -> bool:
    return bool({member.statement for member in one.members} & {member.statement for member in other.members})
