"""Trade: stated figures of commerce between the two states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.mention import Mention, MoneyValue, PercentValue
from parsers.language.reading import Statement
from parsers.language.sides import is_foreign
from parsers.language.slots import Slot, clause_end, clause_start, slots
from parsers.phrases.commerce.changes import change_sign, changes
from parsers.phrases.commerce.commerce import Term, own_terms
from parsers.phrases.commerce.figure_dates import Figure
from parsers.phrases.commerce.figure_links import ASIDE_OF_GROWTH
from parsers.phrases.commerce.figures import figures
from parsers.phrases.commerce.multiples import multiples
from parsers.phrases.commerce.pairs import halves
from parsers.phrases.commerce.periods import period
from parsers.phrases.commerce.rows import Entry, entries, flow_entries, item_entry, line_entry, table_words
from parsers.phrases.commerce.shares import shares
from parsers.phrases.commerce.standing import Standing, ranks
from parsers.phrases.commerce.words import words
from parsers.phrases.commerce.worth import worth

_WORDS = (
    "trade", "export", "import", "turnover", "commerc", "surplus", "deficit", "sales", "purchases", "shipments",
    "deliveries", "figure", "exchange", " it ", "amount", "volume", "this rose", "this grew", "this fell",
    "this increased", "rose to", "reached", "grew to", "fell to", "stood at", "increased to", "it rose", "it grew",
    "it fell", "it increased", "it dropped", "they rose", "they grew", "they fell", "they increased", "they dropped",
    "had risen", "had grown", "came to", "dropped to", "exceeded", "it was", "it at",
)  # fmt: skip
_MOVED = (
    "export", "import", "traded", "trading", "sold", "sell", "bought", " buys", "buying", "purchas", "shipped",
    "ships ", "shipping", "suppl", "deliver", "exchang",
)  # fmt: skip


def _values(money: MoneyValue, text: str, flow: str, term: Term) -> dict[str, object]:
    """The columns of an amount."""
    sign = term.sign if flow == "balance" else 1
    return {
        "reporter_iso3": term.reporter, "partner_iso3": term.partner, "flow": flow, "measure": "value",
        "value": sign * money.value, "currency": money.currency, "value_text": text, "approximate": money.approximate,
    }  # fmt: skip


def _found(statement: Statement, *ways: str) -> Iterator[Finding]:
    """The figures of a statement that were joined to their term in one of the ways."""
    known = figures(statement)
    for number, figure in enumerate(known):
        money = figure.money.mention.value
        if figure.way in ways and isinstance(money, MoneyValue):
            limit = known[number + 1].money.start if number + 1 < len(known) else len(statement.skeleton)
            term = _of_rank(statement, figure)
            values = _values(_signed(statement, figure, money), figure.money.mention.text, figure.flow, term)
            values |= changes(statement, figure, limit) | _share_with(statement, figure, limit)
            yield Finding(values, figure.date, {"value": figure.money.mention})


def _of_rank(statement: Statement, figure: Figure) -> Term:
    """The term of a figure, with the sides of a rank in the same flow before it where it has none: "A is B's largest
    export market, with [money] in exports"."""
    if figure.term.reporter or figure.flow not in ("export", "import") or not statement.of("rank"):
        return figure.term
    told = [one for one in ranks(statement) if one.flow == figure.flow and one.slot.end <= figure.money.start]
    return replace(figure.term, reporter=told[-1].reporter, partner=told[-1].partner) if told else figure.term


def _signed(statement: Statement, figure: Figure, money: MoneyValue) -> MoneyValue:
    """The amount, below zero where a minus stands right before that of a balance: "Trade balance: -$20 million"."""
    start = figure.money.mention.start
    minus = figure.flow == "balance" and _MINUS.fullmatch(statement.document.text, max(0, start - 2), start)
    return replace(money, value=-money.value) if minus and figure.term.sign > 0 else money


_MINUS = re.compile(r"[\s(:][-−–]")


def _share_with(statement: Statement, figure: Figure, limit: int) -> dict[str, object]:
    """The share that stands with an amount: "exports were [money], or 7% of its total exports"."""
    near = [share for share in shares(statement) if _stands_with(statement, share, figure, limit)]
    return {"share_pct": near[0].share} if near else {}


def _stands_with(statement: Statement, share: Standing, figure: Figure, limit: int) -> bool:
    """Whether a share stands right behind a figure of the same flow, in its clause."""
    same = share.flow == figure.flow and figure.money.end <= share.slot.start < min(limit, figure.money.end + 60)
    return same and share.slot.start < clause_end(statement.skeleton, figure.money.end)


@rule(*_WORDS)
def stated(statement: Statement) -> Iterator[Finding]:
    """Trade, exports, imports or a balance reached, were, stood at, totalled … an amount.

    Not read: targets and possibilities; trade with third states, groups and bodies; some goods alone; other topics'
    amounts.
    """
    yield from _found(statement, "noun")


@rule(*_MOVED)
def moved(statement: Statement) -> Iterator[Finding]:
    """A state exported, imported, sold or bought goods worth an amount, or an amount of goods.

    Not read: amounts of named goods.
    """
    yield from _found(statement, "verb")


@rule(*_WORDS, "shipped")
def counted_in(statement: Statement) -> Iterator[Finding]:
    """An amount in exports, of trade, worth of imports. Not read: amounts of named goods."""
    yield from _found(statement, "before")


@rule(*_WORDS)
def continued(statement: Statement) -> Iterator[Finding]:
    """A further amount of the same flow: "… to [money] in [date]", ", and [money] in [date]". Not read: amounts behind
    another flow's word or another verb.
    """
    yield from _found(statement, "chain")


@rule(*_WORDS)
def shared_out(statement: Statement) -> Iterator[Finding]:
    """Two amounts after two flows: "exports and imports were [money] and [money]", in the order named.

    Not read: more or fewer amounts than flows.
    """
    yield from _found(statement, "shared")


@rule("export")
def paired(statement: Statement) -> Iterator[Finding]:
    """Two flows whose numbers share a unit: "exports/imports: 14.2/3.5 million", "were 14.2 and 3.5 million".

    Not read: pairs of third states, of goods alone; three numbers and more.
    """
    for half in halves(statement):
        text = statement.document.text[slice(*half.span)]
        values = _values(half.money, text, half.flow, half.term)
        yield Finding(values, period(statement, half.slot), {"value": half.span})


@rule(*_WORDS)
def grew(statement: Statement) -> Iterator[Finding]:
    """Trade grew or fell by a percentage, with no amount beside it.

    Not read: plans, growth of third states' or single goods' trade.
    """
    if not statement.of("percent"):
        return
    known = figures(statement)
    parts = {one.slot.start for one in (*ranks(statement), *shares(statement))}
    for slot in slots(statement, "percent"):
        percent = slot.mention.value
        term, sign = _grown(statement, slot)
        beside = any(_clause_of(statement, figure.money.start) == _clause_of(statement, slot.start) for figure in known)
        if term is None or not sign or beside or slot.start in parts or not isinstance(percent, PercentValue):
            continue
        high = sign * percent.high if percent.high is not None else None
        values = {
            "reporter_iso3": term.reporter, "partner_iso3": term.partner, "flow": term.flows[0], "measure": "growth",
            "change_pct": sign * abs(percent.value), "change_pct_max": high,
        }  # fmt: skip
        yield Finding(values, period(statement, slot), {"change_pct": slot.mention})


@rule("doubl", "tripl", "trebl", "quadrupl", "quintupl", "halv", "fold", " half", " third", " quarter", " fifth",
      "a tenth", "two-thirds", "three-quarters")  # fmt: skip
def multiplied(statement: Statement) -> Iterator[Finding]:
    """Trade grew or fell by a multiple or a part: "doubled", "increased tenfold" (900%), "fell by a quarter" (-25%).

    Not read: multiples beside an amount, plans, those of single goods or of third states' trade.
    """
    for one in multiples(statement):
        values = {
            "reporter_iso3": one.term.reporter, "partner_iso3": one.term.partner, "flow": one.term.flows[0],
            "measure": "growth", "change_pct": one.percent,
        }  # fmt: skip
        yield Finding(values, period(statement, one.slot), {"change_pct": one.slot.mention})


def _clause_of(statement: Statement, position: int) -> int:
    """Where the clause around a place begins."""
    return clause_start(statement.skeleton, position)


_GROWN_TAIL = re.compile(
    r" ?(?:\w+ )?(?:increase|growth|rise|jump|surge|decline|decrease|drop|fall|reduction|higher|lower|"
    r"more|less|up|down)\b",
    re.IGNORECASE,
)


# "The growth of bilateral trade was 5%"
_CHANGE_OF = re.compile(
    r"\b(?:growth|increase|rise|decline|decrease|fall|drop|reduction)(?: rate)? (?:of|in)(?: the)?(?: "
    r"(?:\[state:\d+\](?:'s|’s)?|[a-z-]+)){0,3} $"
)


def _grown(statement: Statement, slot: Slot) -> tuple[Term | None, int]:
    """The term whose growth a percentage states, and the sign; null where there is none or it is planned."""
    low, begin = statement.low_skeleton, _clause_of(statement, slot.start)
    is_share = _SHARE_OF.match(low, slot.end) or _LEVEL.search(low, 0, slot.start)
    if is_share or words("planned").search(low[begin : slot.end]):
        return None, 0
    nearest = statement.before(statement.offset(slot.start), "state")
    if re.search(r"\bshare\b", low[begin : slot.start]) or (nearest and is_foreign(nearest, statement.context)):
        return None, 0
    known = own_terms(statement)
    before = [term for term in known if begin <= term.start and term.end <= slot.start]
    if before:
        return _grown_by(statement, before[-1], slot)
    limit = min(clause_end(statement.skeleton, slot.end), slot.end + 60)
    after = next((term for term in known if slot.end <= term.start < limit), None)
    return _growth_in(statement, slot, after) if after is not None else (None, 0)


def _grown_by(statement: Statement, term: Term, slot: Slot) -> tuple[Term | None, int]:
    """The term before a percentage with the sign of its change: "exports rose by 5%", "growth of exports was 5%"."""
    low, begin = statement.low_skeleton, _clause_of(statement, slot.start)
    between = ASIDE_OF_GROWTH.sub(" ", low[term.end : slot.start])
    if words("other_topics").search(between) or len(between) >= 160:
        return None, 0
    told = _CHANGE_OF.search(low[max(begin, term.start - 60) : term.start])
    tail = _GROWN_TAIL.match(low, slot.end)
    near = (between, tail[0] if tail else "", told[0] if told else "")
    return term, next(filter(None, map(change_sign, near)), 0)


def _growth_in(statement: Statement, slot: Slot, term: Term) -> tuple[Term | None, int]:
    """The term behind a percentage with the sign of its change: "a 5% increase in exports"."""
    low, begin = statement.low_skeleton, _clause_of(statement, slot.start)
    tail = _GROWN_TAIL.match(low, slot.end)
    sign = change_sign(tail[0] if tail else low[max(begin, slot.start - 30) : slot.start])
    return (term, sign) if _OF_TERM.fullmatch(low[slot.end : term.start]) else (None, 0)


_SHARE_OF = re.compile(r" (?:share )?of (?!growth)")
# "Fell to 6%" tells what is left, not the change.
_LEVEL = re.compile(r"\bto (?:only |just |about |around |some |a mere )?$")
_OF_TERM = re.compile(r"(?: \w+)? ?(?:in|of|for)(?: \[state:\d+\](?:'s|’s)?| the| \w+){0,3} ")


@rule(
    "partner", "market", "destination", "source", "supplier", "exporter", "importer", "buyer", "customer", "consumer",
    "export country", "import country", "trading country", "recipient", "provider", "outlet",
    "place in", "position in", "rank",
)  # fmt: skip
def ranked(statement: Statement) -> Iterator[Finding]:
    """One state is the other's nth largest trading partner, export market, source of imports …, with the share beside
    it or the amount ("with purchases of [money]"); one rank may have two nouns ("largest trading partner and import
    supplier"); a rank within a region or group has that as its scope.

    Not read: "one of the largest", ranks behind others ("after A"), third states, places among investors or donors.
    """
    amounts = {id(one): slot.mention for one, slot in worth(statement)} if statement.of("money") else {}
    for one in ranks(statement):
        finding, amount = _standing(one, "rank"), amounts.get(id(one))
        money = amount.value if amount is not None else None
        if isinstance(money, MoneyValue) and amount is not None:
            term = Term((one.flow,), 0, 0, one.reporter, one.partner)
            told = {**_values(money, amount.text, one.flow, term), "measure": "rank"}
            finding = replace(finding, values={**finding.values, **told}, spans={**finding.spans, "value": amount})
        yield finding


@rule("export", "import", "trade", "share of the")
def share(statement: Statement) -> Iterator[Finding]:
    """A share of one state in the other's exports, imports or trade, with no amount beside it.

    Where the sentence before told the rank of the same state in the same flow, the share is put to that rank.
    """
    if not statement.of("percent"):
        return
    known = figures(statement)
    told = ranks(statement.earlier) if statement.earlier is not None else []
    for one in shares(statement):
        if any(_stands_with(statement, one, figure, len(statement.skeleton)) for figure in known):
            continue
        rank = next((r for r in told if (r.flow, r.reporter) == (one.flow, one.reporter) and r.share is None), None)
        yield _standing(one, "rank" if rank else "share", rank)


def _standing(one: Standing, measure: str, told: Standing | None = None) -> Finding:
    """The finding of a rank or share; `told` is the rank of the sentence before that a share belongs to."""
    spans: dict[str, Mention | tuple[int, int]] = {"rank" if one.rank else "share_pct": one.slot.mention}
    values = {
        "reporter_iso3": one.reporter, "partner_iso3": one.partner, "flow": one.flow, "measure": measure,
        "rank": one.rank or (told.rank if told else None), "rank_scope": one.scope or (told.scope if told else None),
        "share_pct": one.share,
    }  # fmt: skip
    return Finding(values, told.date if told and told.date else one.date, spans)


@rule(kinds=("row",))
def row(statement: Statement) -> Iterator[Finding]:
    """A row of a table of trade: years down or across, cells under heads such as Exports, Imports, Total; unit in
    caption or head.

    Not read: tables of goods, of third states, and cells without a year or a number.
    """
    if len(statement.block.cells) > 1 and any(word in table_words(statement) for word in ("trade", "export", "import")):
        for entry in entries(statement):
            yield _entry(entry)


@rule(*_WORDS, kinds=("item",))
def listed(statement: Statement) -> Iterator[Finding]:
    """A list item of a year and an amount under a head line that names the flow; one of a year and several flows in the
    unit of the head line.

    Not read: items with words of their own.
    """
    entry = item_entry(statement)
    if entry is not None:
        yield _entry(entry)
    for part in flow_entries(statement) if entry is None else ():
        yield _entry(part)


@rule("million", "billion", "crore", "$", "€", "£", kinds=("paragraph", "item"))
def lined(statement: Statement) -> Iterator[Finding]:
    """A short paragraph of a year and an amount below one that names the flow, or right below a heading that does.

    Not read: paragraphs with words of their own.
    """
    entry = line_entry(statement) if statement.context.head is None else None
    if entry is not None:
        yield _entry(entry)


def _entry(entry: Entry) -> Finding:
    """The finding of an entry of a list or table."""
    values = _values(entry.money, entry.text, entry.term.flows[0], entry.term) | {"change_pct": entry.change}
    return Finding(values, entry.date, {"value": entry.span})
