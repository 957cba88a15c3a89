"""A change in percent against the levels: those before and after, or the level and the change in money.

Levels of two years are compared where the year and the one before are both stated for the same flow, reporter and
currency. Percentages and amounts may be off by half their last digit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from parsers.assemble.checks.check import Check, Facts, money, number, when
from parsers.assemble.figures import Figure, figure, stated
from parsers.assemble.row import Merged

Level = tuple[object, ...]
Ends = tuple[Fraction, Fraction]


def changes(facts: Facts) -> Iterator[Check]:
    """A check for each change in percent of which both levels are stated."""
    rows = facts.get("trade", ())
    levels = _levels(rows)
    for row in rows:
        if isinstance(row.values.get("change_pct"), float):
            yield from _against_amount(row)
            yield from _against_levels(row, levels)


def _against_amount(row: Merged) -> Iterator[Check]:
    """The change in money of the level before, which is the level less the change."""
    level, change = figure(row), row.values.get("change_value")
    if level is not None and isinstance(change, float):
        step = stated(change)
        before = level.minus(step)
        if before.value > before.slack:
            yield _check(row, (row,), before, step)


def _against_levels(row: Merged, levels: Mapping[Level, Merged]) -> Iterator[Check]:
    """The difference of two years' levels, in percent of the earlier."""
    year = _year(row)
    if year is None:
        return
    later, earlier = (levels.get((row.values.get("currency"), *_key(row, at))) for at in (year, year - 1))
    if row.values.get("currency") is None:
        later, earlier = _of_any_currency(levels, row, year)
    before, after = earlier and figure(earlier), later and figure(later)
    if earlier and later and before and after and before.value > before.slack:
        yield _check(row, (row, earlier, later), before, after.minus(before))


def _of_any_currency(levels: Mapping[Level, Merged], row: Merged, year: int) -> tuple[Merged | None, Merged | None]:
    """The levels of the two years in the first currency that has both; a growth alone names no currency."""
    for currency, *key in levels:
        later, earlier = levels.get((currency, *_key(row, year))), levels.get((currency, *_key(row, year - 1)))
        if tuple(key) == _key(row, year) and later and earlier:
            return later, earlier
    return None, None


def _levels(rows: Sequence[Merged]) -> Mapping[Level, Merged]:
    found: dict[Level, Merged] = {}
    for row in rows:
        year = _year(row)
        if year is not None and row.values["measure"] == "value" and figure(row) is not None:
            found.setdefault((row.values.get("currency"), *_key(row, year)), row)
    return found


def _key(row: Merged, year: int) -> Level:
    return row.values["flow"], row.values.get("reporter_iso3"), year


def _year(row: Merged) -> int | None:
    return row.date.start.year if row.date and row.date.precision == "year" and row.date.start else None


def _check(row: Merged, rows: Sequence[Merged], before: Figure, step: Figure) -> Check:
    low, high = _percent(before, step)
    least, most = _stated(row)
    currency = rows[-1].values.get("currency")
    shown = number(Fraction(repr(row.values["change_pct"])))
    if row.values.get("change_pct_max") is not None:
        shown += f" to {number(Fraction(repr(row.values['change_pct_max'])))}"
    share = 100 * step.value / before.value
    return Check(
        "change", "trade", tuple(sorted({one.row_id for one in rows})),
        f"a change of {shown} % in {when(row)}",
        f"{money(step.value, currency)} of {money(before.value, currency)} before are {number(share)} %",
        low <= most and least <= high,
    )  # fmt: skip


def _percent(before: Figure, step: Figure) -> Ends:
    """The least and most percentage that the rounded figures allow."""
    shares = [100 * part / whole for part in step.ends for whole in before.ends]
    return min(shares), max(shares)


def _stated(row: Merged) -> Ends:
    """The least and most percentage that is stated, half its last digit around."""
    values = [value for name in ("change_pct", "change_pct_max") if isinstance(value := row.values.get(name), float)]
    ends = [end for value in values for end in stated(value, approximate=bool(row.values.get("approximate"))).ends]
    return min(ends), max(ends)
