"""What the plots of a release show, counted from its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

from outputs.cells import Row, Rows

ONE_YEAR = frozenset({"day", "month", "year"})
"""Precisions of a date that lies in one year."""

POSTS = {
    "embassy": "embassy",
    "high commission": "embassy",
    "consulate-general": "consulate",
    "consulate": "consulate",
    "honorary consulate": "consulate",
    "accredited": "accredited",
}
"""The four sorts of posts that the matrix tells apart, in this order of weight; any other kind is an "office"."""

DATED = ("date_start", "date_precision")
SIZED = (*DATED, "value", "currency", "measure")
POSTED = ("sending_iso3", "receiving_iso3", "kind", "status")
"""The columns that rows are asked for by `years`, `trade_sizes` and `posts`."""

SORTS = ("embassy", "consulate", "office", "accredited")
DOLLARS = "USD"


@dataclass(frozen=True)
class Years:
    """Rows a year; `unplaced` are those without a date or with one that is wider than a year."""

    counts: Mapping[int, int]
    unplaced: int


@dataclass(frozen=True)
class Region:
    """A region: how many of its states occur in relations, in how many relations, with how many facts."""

    name: str
    states: int
    relations: int
    facts: int


@dataclass(frozen=True)
class Matrix:
    """Who has a post where: the states with most posts, and the weightiest sort that each has in each other."""

    states: tuple[str, ...]
    posts: Mapping[tuple[str, str], str]
    left_out: int


@dataclass(frozen=True)
class Sizes:
    """Stated values of trade in US dollars, by year and power of ten; `left_out` are figures of another sort."""

    counts: Mapping[tuple[int, int], int]
    left_out: int


@cache
def regions() -> dict[str, tuple[str, ...]]:
    """The states of each region by their codes, in the order of `regions.yaml`."""
    text = files("outputs.page").joinpath("regions.yaml").read_text(encoding="utf-8")
    return {name: tuple(codes) for name, codes in yaml.safe_load(text).items()}


def years(rows: Rows) -> Years:
    """How many rows fall in each year, by the first day that their date can mean."""
    placed = [year for year in map(year_of, rows) if year is not None]
    return Years(Counter(placed), len(rows) - len(placed))


def year_of(row: Row) -> int | None:
    """The year of a fact; None where it has no date, or one wider than a year."""
    start = row["date_start"]
    return start.year if isinstance(start, date) and row["date_precision"] in ONE_YEAR else None


def coverage(relations: Rows) -> list[Region]:
    """Every region, most relations first; a relation between two regions counts in both."""
    found = []
    for name, codes in regions().items():
        members = set(codes)
        inside = [row for row in relations if members & {row["state_a_iso3"], row["state_b_iso3"]}]
        states = members & {row[side] for row in inside for side in ("state_a_iso3", "state_b_iso3")}
        found.append(Region(name, len(states), len(inside), sum(map(_facts, inside))))
    return sorted(found, key=lambda region: (-region.relations, region.name))


def _facts(relation: Row) -> int:
    """The facts of a relation; its events repeat these, so they are not counted."""
    counts = {name: count for name, count in relation.items() if name.endswith("_count") and name != "events_count"}
    return sum(count for count in counts.values() if isinstance(count, int))


def posts(missions: Rows, most: int, names: Mapping[str, str]) -> Matrix:
    """The open posts among the `most` states that send and receive most of them, in order of their names."""
    standing = [row for row in missions if row["status"] == "open"]
    pairs = [(str(row["sending_iso3"]), str(row["receiving_iso3"]), str(row["kind"])) for row in standing]
    weight = Counter(code for sending, receiving, _ in pairs for code in (sending, receiving))
    heaviest = sorted(weight, key=lambda code: (-weight[code], code))[:most]
    chosen = sorted(heaviest, key=lambda code: (names.get(code, code), code))
    cells: dict[tuple[str, str], str] = {}
    for sending, receiving, kind in pairs:
        if sending in chosen and receiving in chosen:
            sort = POSTS.get(kind, "office")
            cells[sending, receiving] = min(sort, cells.get((sending, receiving), sort), key=SORTS.index)
    return Matrix(tuple(chosen), cells, len(weight) - len(chosen))


def trade_sizes(trade: Rows) -> Sizes:
    """How many stated values fall in each year and power of ten: 9 for 1 to 10 billion."""
    counts: Counter[tuple[int, int]] = Counter()
    for row in trade:
        year, value = year_of(row), row["value"]
        stated = row["currency"] == DOLLARS and row["measure"] == "value"
        if stated and year is not None and isinstance(value, float | int) and value >= 1:
            # The digits before the point, not a logarithm, whose rounding could move 1,000 into the power below.
            counts[year, len(str(int(value))) - 1] += 1
    return Sizes(counts, len(trade) - sum(counts.values()))
