"""Imports and exports against the total and the balance of the same period and currency.

The imports of one state are the exports of the other. Both parts are taken from one reporter where it states both,
else from the two exporters (or importers). Figures may be off by half their last digit each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from parsers.assemble.checks.check import Check, Facts, money, when
from parsers.assemble.figures import Figure, agree, figure
from parsers.assemble.row import Merged

Parts = tuple[Merged, Merged]


def sums(facts: Facts) -> Iterator[Check]:
    """A check for each total and each balance whose parts are stated."""
    for rows in _by_period(facts.get("trade", ())).values():
        parts = {flow: [row for row in rows if row.values["flow"] == flow] for flow in ("export", "import")}
        for row in rows:
            if row.values["flow"] == "total":
                yield from (_summed(row, pair, 1) for pair in _for_total(row, parts))
            elif row.values["flow"] == "balance":
                yield from (_summed(row, pair, -1) for pair in _of_reporter(row.values.get("reporter_iso3"), parts))


def _by_period(rows: Sequence[Merged]) -> Mapping[tuple[object, ...], list[Merged]]:
    """The amounts by period and currency; undated ones belong together within one statement."""
    periods: dict[tuple[object, ...], list[Merged]] = defaultdict(list)
    for row in rows:
        if row.values["measure"] == "value" and figure(row) is not None:
            period = row.date.edtf if row.date else row.members[0].statement
            periods[(period, row.values.get("currency"))].append(row)
    return periods


def _for_total(total: Merged, parts: Mapping[str, list[Merged]]) -> list[Parts]:
    """The exports and imports of a reporter; where none states both, the flows of the two states."""
    reporter = total.values.get("reporter_iso3")
    reporters = [reporter] if reporter else sorted({str(row.values.get("reporter_iso3")) for row in parts["export"]})
    pairs = [pair for one in reporters for pair in _of_reporter(one, parts)]
    return pairs or _of_two("export", parts) or _of_two("import", parts)


def _of_reporter(reporter: object, parts: Mapping[str, list[Merged]]) -> list[Parts]:
    own = {flow: [row for row in rows if row.values.get("reporter_iso3") == reporter] for flow, rows in parts.items()}
    return [(own["export"][0], own["import"][0])] if own["export"] and own["import"] and reporter else []


def _of_two(flow: str, parts: Mapping[str, list[Merged]]) -> list[Parts]:
    """The first figure of each of two reporters."""
    first: dict[object, Merged] = {}
    for row in parts[flow]:
        if row.values.get("reporter_iso3"):
            first.setdefault(row.values["reporter_iso3"], row)
    found = [first[name] for name in sorted(map(str, first))]
    return [(found[0], found[1])] if len(found) == 2 else []


def _summed(whole: Merged, parts: Parts, sign: int) -> Check:
    """The check of a total, or of a balance where the sign is negative, against its two parts."""
    one, other = (_figure(row) for row in parts)
    stated, result = _figure(whole), one.plus(other) if sign > 0 else one.minus(other)
    currency, flow = whole.values.get("currency"), whole.values["flow"]
    names = [f"{row.values['flow']}s of {row.values['reporter_iso3']}" for row in parts]
    terms = f"{money(one.value, currency)} {'+' if sign > 0 else '−'} {money(other.value, currency)}"
    joint = "plus" if sign > 0 else "less"
    return Check(
        "sum", "trade", tuple(sorted(row.row_id for row in (whole, *parts))),
        f"{names[0]} {joint} {names[1]} are the {flow} of {when(whole)}, {money(stated.value, currency)}",
        f"{terms} = {money(result.value, currency)}", agree(stated, result),
    )  # fmt: skip


def _figure(row: Merged) -> Figure:
    found = figure(row)
    if found is None:
        raise ValueError(f"row {row.row_id} states no amount")
    return found
