"""Who gives where only the money of a sum tells: aid "of A$20 million" is Australia's."""

from __future__ import annotations

from parsers.language.currencies import tender
from parsers.language.mention import MoneyValue
from parsers.language.reading import Statement
from parsers.phrases.gifts.frames.gift import other_side


def of_money(statement: Statement) -> str | None:
    """The side in whose own money every sum of a statement is; null for dollars and euros, where both have it, and
    where the article tells sums in the other's money too: aid is also counted in the money of who gets it.
    """
    codes = _codes(statement)
    owners = [side for side in statement.context.pair if codes and codes <= _own(side)]
    other = other_side(statement, owners[0]) if len(owners) == 1 else None
    if other is None or any(not _own(other).isdisjoint(_codes(one)) for one in statement.context.article):
        return None
    return owners[0]


def _codes(statement: Statement) -> set[str | None]:
    """The currencies of the sums of a statement."""
    return {one.value.currency for one in statement.of("money") if isinstance(one.value, MoneyValue)}


def _own(side: str) -> set[str]:
    """The currencies that are or were a state's own, without those that many count in."""
    return set(tender(side, past=True) - {"USD", "EUR"})
