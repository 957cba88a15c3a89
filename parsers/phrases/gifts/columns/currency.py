"""The currency of an amount that was given, where its mark leaves open whose money it is: then the giver's own."""

from __future__ import annotations

from parsers.language.currencies import currencies, tender
from parsers.language.mention import Mention, MoneyValue
from parsers.language.money import find_money
from parsers.language.reading import Statement


def currency_given(statement: Statement, mention: Mention, donor: str) -> str | None:
    """The code of an amount's currency: that of its mark; of rupees, dinars and the like that both sides have, the
    giver's; of a bare "$", the giver's dollar where the article marks that and no other dollar.
    """
    value = mention.value
    currency = value.currency if isinstance(value, MoneyValue) else None
    if currency is None:
        own = find_money(mention.text, 0, len(mention.text), (donor, donor))
        return own[0].value.currency if own and isinstance(own[0].value, MoneyValue) else None
    if currency == "USD" and mention.text.startswith("$") and not mention.text.startswith("$U"):
        return _own_dollar(statement, donor) or currency
    return currency


def _own_dollar(statement: Statement, donor: str) -> str | None:
    """The dollar of a giver who has one, where an amount of the article is marked as such and none as one of the US."""
    own = (tender(donor, past=False) & currencies().families["dollar"]) - {"USD"}
    if len(own) != 1:
        return None
    told = [one for other in statement.context.article for one in other.of("money")]
    codes = {one.value.currency for one in told if isinstance(one.value, MoneyValue)}
    is_us = any(one.text.startswith(("US", "U.S", "$US")) or "USD" in one.text for one in told)
    return next(iter(own)) if own <= codes and not is_us else None
