"""How strongly the words of a statement tell of aid, and from what weight that is taken for a proof of what."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.language.reading import Statement, kept
from parsers.language.weighing import terms, weight

LEAST = 0.5
"""The weight from which a statement that names a sum or a thing of aid is taken to tell of it."""
LIKELY = 1.0
"""The weight from which one that names neither is, or whose verb of giving has an amount of nothing known as aid."""
SURE = 1.5
"""The weight from which a verb of giving is of aid whatever its object."""


@kept
def _weights(statement: Statement) -> Iterator[float]:
    """The weight of a statement's words for aid, kept for all who ask."""
    yield weight("aid", terms(statement))


def weighs(statement: Statement) -> float:
    """The weight of a statement's words: the logarithm of the odds that it tells of aid."""
    return _weights(statement)[0]
