"""Figures of commerce: amounts of money that terms of commerce govern, with period, change and share.

An amount belongs to a term where words of being or reaching join them ("exports … stood at [money]"), where the term
follows it ("[money] in exports"), or where it continues the amount before it ("from [money] in [date] to [money]").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.language.mention import MoneyValue, QuantityValue
from parsers.language.reading import Statement, kept
from parsers.language.slots import Slot, clause_start, slots
from parsers.phrases.commerce.commerce import Term, is_theirs, terms
from parsers.phrases.commerce.figure_dates import Figure, dated
from parsers.phrases.commerce.figure_links import (
    AFTER,
    AGAIN_BEFORE,
    APART,
    ASIDE,
    BEHIND_CHANGE,
    BEHIND_FRONT,
    BY_AMOUNT,
    EXCEEDED,
    EXCESS_BY,
    FRONTED,
    FRONTED_CHANGE,
    GAPPED,
    HALF,
    NAMED_GOODS,
    OF_WHOLE,
    ONLY,
    ONLY_WORTH,
    PART,
    RISEN_FROM,
    RISING,
    VERB_LINK,
    chain_link,
    compared_link,
    link,
)
from parsers.phrases.commerce.words import words


@kept
def figures(statement: Statement) -> list[Figure]:
    """The amounts of commerce between the pair that a statement states as facts, in order."""
    return [figure for figure in dated(statement, _governed(statement)) if _is_stated(statement, figure)]


def _governed(statement: Statement) -> list[Figure]:
    """Every amount with the term that governs it."""
    if not statement.of("money") and not _TAKES_UP.match(statement.low):
        return []
    known = terms(statement)
    chain: list[Figure] = []
    for money in _amounts(statement):
        if OF_WHOLE.search(statement.skeleton, max(0, money.start - 60), money.start):
            continue
        figure = _follows(statement, money, known, chain) or _leads(statement, money, known, chain)
        if figure is None and chain:
            figure = _continues(statement, money, chain[-1])
        if figure is not None:
            chain.append(figure)
    return _shared_out(statement, chain, known)


# "This rose to 45 million in [date]", "In [date] it was 45 million": an amount in the currency told before.
_TAKES_UP = re.compile(r"(?:(?:in|by) (?:\d{4}|the following year),? )?(?:this|it|that|the (?:figure|amount|value))\b")


def _amounts(statement: Statement) -> list[Slot]:
    """The amounts of money, with large numbers that only share the currency of all of them: "€3 billion, up from 2.5
    billion"; without any, that of the figures which the sentence takes up."""
    values = [slot.mention.value for slot in slots(statement, "money")]
    if not values and statement.earlier is not None:
        values = [figure.money.mention.value for figure in figures(statement.earlier)]
    currencies = {value.currency for value in values if isinstance(value, MoneyValue)}
    found: list[Slot] = []
    for slot in slots(statement, "money", "quantity"):
        value = slot.mention.value
        if slot.kind == "money":
            found.append(slot)
        elif isinstance(value, QuantityValue) and len(currencies) == 1 and _BARE.search(slot.mention.text):
            amount = MoneyValue(value.value, next(iter(currencies)), value.approximate, value.high)
            found.append(Slot("money", replace(slot.mention, value=amount), slot.start, slot.end))
    return found


_BARE = re.compile(r"\d[ -]?(?:million|billion|trillion|crore|bn|mln|bln)$", re.IGNORECASE)


def _follows(statement: Statement, money: Slot, known: Sequence[Term], chain: list[Figure]) -> Figure | None:
    """The amount as one that the last term before it governs by a verb or preposition."""
    term = next((term for term in reversed(known) if term.end <= money.start), None)
    if term is None or (chain and chain[-1].money.start > term.end):
        return None
    if term.flows == ("total",) and PART.match(statement.skeleton, money.end):
        return None  # of the flow named behind it
    between = ASIDE.sub("", statement.skeleton[term.end : money.start])
    special = _of_only(statement, money, term, between) or _of_excess(statement, money, term, between, known)
    if special is not None:
        return special
    is_half = len(term.flows) == 2 and HALF.search(statement.document.text, 0, money.mention.start)
    if is_half or _is_apart(between):
        return None
    if term.flows == ("balance",) and BY_AMOUNT.search(between):
        return Figure(money, term, "balance", "noun")
    if term.verb:
        return Figure(money, term, term.flows[0], "verb") if VERB_LINK.match(between) else None
    is_rise = RISING.search(statement.low_skeleton, 0, term.start) and RISEN_FROM.fullmatch(between)
    if is_rise or link().search(between) or GAPPED.match(between) or VERB_LINK.match(between):
        return Figure(money, term, _flow_of(term), "noun")
    return None


def _flow_of(term: Term) -> str:
    """The flow of an amount beside a term: of both together it is the total."""
    return term.flows[0] if len(term.flows) == 1 else "total"


def _is_apart(between: str) -> bool:
    """Whether the words between a term and an amount tell of something else: goods, another topic, another clause."""
    low = between.lower()
    return (
        len(between) > 240
        or APART.search(between) is not None
        or words("other_topics").search(low) is not None
        or words("products").search(low) is not None
    )


def _of_excess(
    statement: Statement, money: Slot, term: Term, between: str, known: Sequence[Term]
) -> Figure | None:
    """The balance of "A's exports exceeded its imports by [money]"; null where two flows are not so compared."""
    before = [one for one in known if one.end <= term.start]
    if not before or not EXCESS_BY.search(between) or {before[-1].flows[0], term.flows[0]} != {"export", "import"}:
        return None
    first = before[-1]
    if not EXCEEDED.search(statement.skeleton[first.end : term.start].lower()):
        return None
    sign = 1 if first.flows[0] == "export" else -1
    balance = replace(first, flows=("balance",), sign=sign, verb=False, said=True)
    return Figure(money, balance, "balance", "noun")


def _of_only(statement: Statement, money: Slot, term: Term, between: str) -> Figure | None:
    """The whole flow of "the only product exported was wood, worth [money]"; null where no product is the only one."""
    if not _is_only(statement, term) or not ONLY_WORTH.search(between):
        return None
    return Figure(money, replace(term, narrow=False), term.flows[0], "noun")


def _is_only(statement: Statement, term: Term) -> bool:
    """Whether a flow is told to be of one product only: "the only product exported", "its only export"."""
    begin = clause_start(statement.skeleton, term.start)
    return len(term.flows) == 1 and ONLY.search(statement.skeleton[begin : term.start].lower()) is not None


def _leads(statement: Statement, money: Slot, known: Sequence[Term], chain: list[Figure]) -> Figure | None:
    """The amount as one that the term after it governs: "[money] in exports", "[money] worth of imports"."""
    skeleton = statement.skeleton
    named = NAMED_GOODS.search(skeleton, max(0, money.start - 60), money.start)
    for term in known:
        if term.verb and named is not None:
            continue
        between = skeleton[money.end : term.start]
        if term.start >= money.end and (
            AFTER.match(between)
            or (FRONTED.search(skeleton[: money.start]) and BEHIND_FRONT.match(between))
            or (FRONTED_CHANGE.search(skeleton[: money.start]) and BEHIND_CHANGE.match(between))
            or (term.flows == ("balance",) and re.fullmatch(r" (?:bilateral )?", between))
            or (between == " " and _FLOW.match(skeleton, term.start))
            or (chain and chain[-1].way == "before" and AGAIN_BEFORE.match(between))
        ):
            return Figure(money, term, _flow_of(term), "before")
    return None


_FLOW = re.compile(r"(?:exports|imports)\b", re.IGNORECASE)


def _continues(statement: Statement, money: Slot, last: Figure) -> Figure | None:
    """The amount as one more of the same flow: "… and [money] in [date]", "from … to [money]"."""
    between = statement.skeleton[last.money.end : money.start]
    joins = chain_link().match(between) or compared_link().match(between)
    return Figure(money, last.term, last.flow, "chain") if joins else None


def _shared_out(statement: Statement, chain: list[Figure], known: Sequence[Term]) -> list[Figure]:
    """The figures, where two amounts after two flows ("exports and imports were …") are shared out in order."""
    shared = list(chain)
    for number, (first, second) in enumerate(pairwise(chain)):
        if (
            second.way != "chain"
            or first.way not in ("noun", "verb")
            or " and" not in statement.skeleton[first.money.end : second.money.start]
        ):
            continue
        if len(first.term.flows) == 2:
            flows, owners = first.term.flows, (first.term, first.term)
        else:
            earlier = [term for term in known if term.end <= first.term.start]
            if not earlier or not _is_joint(statement, earlier[-1], first.term):
                continue
            flows, owners = (earlier[-1].flows[0], first.flow), (earlier[-1], first.term)
        shared[number] = replace(first, flow=flows[0], term=owners[0], way="shared")
        shared[number + 1] = replace(second, flow=flows[1], term=owners[1], way="shared")
    return shared


def _is_joint(statement: Statement, one: Term, other: Term) -> bool:
    """Whether two terms are joined by "and"."""
    return _AND.fullmatch(statement.skeleton, one.end, other.start) is not None


_AND = re.compile(
    r"(?: (?:to|from|into))?(?: the)?(?: \[state:\d+\])?,? and (?:its |their |\[state:\d+\](?:'s|’s)? )?"
)
# "Grew by 5% to reach [money]" tells of what was reached.
_OUTCOME = re.compile(
    r"\b(?:(?:growth|increase|rise|surge|jump|fall|decline|decrease|drop) of|"
    r"increased|rose|risen|grew|grown|climbed|jumped|surged|fell|fallen|dropped|declined|decreased|expanded|"
    r"doubled|tripled)\b[^;]{0,50}? to reach\b"
)


_LEAST = 1000  # of any currency; no two states trade less


def _is_stated(statement: Statement, figure: Figure) -> bool:
    """Whether the amount is the pair's and stated as a fact: no plan, no goods alone, no third state, no number that
    has lost its unit ("$38.3").
    """
    money = figure.money.mention.value
    if isinstance(money, MoneyValue) and abs(money.value) < _LEAST:
        return False
    if figure.term.foreign or figure.term.narrow or not is_theirs(statement, figure.term):
        return False
    begin = min(figure.term.start, figure.money.start)
    low = statement.skeleton.lower()
    about = _OUTCOME.sub(" ", low[clause_start(low, begin) : figure.money.end + 24])
    after = low[figure.money.end : figure.money.end + 60]
    products = words("products").pattern
    return not words("planned").search(about) and not re.match(rf" (?:worth )?(?:of|in) (?:[a-z]+ )?{products}", after)
