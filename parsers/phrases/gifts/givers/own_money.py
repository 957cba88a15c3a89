"""Who gives where only the money of a sum tells: aid "of A$20 million" is Australia's."""

from __future__ import annotations

from parsers.language.currencies import tender
from parsers.language.mention import MoneyValue
from parsers.language.reading import Statement
from parsers.phrases.gifts.frames.gift import other_side


def of_money(statement: Statement) -> str | None:
    """The side in whose own money every sum of a statement is; null for dollars and euros, and where both have it."""
    codes = {one.value.currency for one in statement.of("money") if isinstance(one.value, MoneyValue)}
    pair = statement.context.pair
    owners = [side for side in pair if codes and codes <= tender(side, past=True) - {"USD", "EUR"}]
    return owners[0] if len(owners) == 1 and other_side(statement, owners[0]) else None
