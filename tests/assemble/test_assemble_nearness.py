"""Rows that are compared because they are close in time: the same pairs as by looking at all of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from parsers.assemble.conflicts.nearness import close
from parsers.assemble.timing import gap, overlap
from parsers.language.edtf import date_value
from parsers.language.mention import DateValue

DATES = [
    None,
    "1990",
    "1990-05",
    "1990-05-03",
    "1990-05-09",
    "1990-05-03/1990-05-10",
    "1991-01-01",
    "199X",
    "1990/..",
    "../1991",
]


@dataclass(frozen=True)
class Row:
    """As much of a merged row as is looked at."""

    number: int
    date: DateValue | None


def may_meet(one: Row, other: Row, most: int) -> bool:
    apart = gap(one.date, other.date)
    return None in (one.date, other.date) or overlap(one.date, other.date) or (apart is not None and apart <= most)


@given(st.lists(st.sampled_from(DATES), max_size=12), st.sampled_from([0, 7, 31, 366]))
def test_every_pair_that_is_close_is_found_in_order(edtf, most):
    rows = [Row(number, date_value(words) if words else None) for number, words in enumerate(edtf)]
    found = list(close(rows, most))
    assert found == [pair for pair in combinations(rows, 2) if may_meet(*pair, most)]
