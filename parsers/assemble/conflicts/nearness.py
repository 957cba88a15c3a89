"""Which two rows of a table are close enough in time to be compared: in a long article few of all pairs are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.assemble.row import Merged
from parsers.assemble.timing import days

Pair = tuple[Merged, Merged]


def close(rows: Sequence[Merged], most: int) -> Iterator[Pair]:
    """The pairs of rows whose dates lie at most so many days apart or overlap, in the order of
    `itertools.combinations`.

    A row without days pairs with every other. Of n rows with days spread over time, about n pairs are made, not n².
    """
    spans = [days(row.date) if row.date else None for row in rows]
    undated = [number for number, span in enumerate(spans) if span is None]
    dated = [(span[0].toordinal(), span[1].toordinal(), number) for number, span in enumerate(spans) if span]
    pairs = {(min(one, other), max(one, other)) for one in undated for other in range(len(rows)) if one != other}
    reached: list[tuple[int, int]] = []
    for start, end, number in sorted(dated):
        reached = [(last, other) for last, other in reached if last + most >= start]
        pairs.update((min(number, other), max(number, other)) for _, other in reached)
        reached.append((end, number))
    return ((rows[one], rows[other]) for one, other in sorted(pairs))
