"""Investments: stated stocks and flows of investment, contracts, companies and commercial loans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.mention import Mention, MoneyValue, QuantityValue
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement
from parsers.language.sides import facing, side_of
from parsers.language.slots import clause_start
from parsers.phrases.commerce.capital import COMPANIES, dated, direction, is_planned

_ABOUT = (
    r"(?:(?:about|around|over|more than|nearly|almost|some|approximately|an estimated|at least|"
    r"up to|worth|of|at|the equivalent of|a|roughly|only|just|as much as|in excess of|total|capital|close to) )*"
)
_INVESTMENT = (
    r"(?<!for )(?:foreign direct investments?|direct investments?|fdi|investments?|(?:(?<=with a )|accumulated |"
    r"cumulative |"
    r"investment )stock|capital)(?: (?:stock|"
    r"volume|flows?|inflows?|projects?))?(?! (?:agreement|treaty|protection|forum|promotion|agency|bank|"
    r"authority|court|law))"
)
_STATED = Pattern(
    rf"\b{_INVESTMENT}\b(?P<link>[^;$]{{0,110}}?)(?P<verb>[:)]|\b(?:reached|totall?ed|totall?ing|amounted to|"
    rf"amounting to|amounts? to|totals?|comes? to|came to|stood at|stands at|was|were|exceed(?:ed|s)?|stands? at|"
    rf"valued at|"
    rf"worth|estimated at|is|are|of|at|accounted "
    rf"for|surpassed|made up|has reached|to)) {_ABOUT}<amount:money>"
)
_INVESTED = Pattern(
    rf"\b(?P<verb>invested|investing|have invested|has invested|(?<=investors )(?:put|poured|injected|ploughed|"
    rf"pumped|sunk|spent)|(?:(?<=investors have )|(?<=investors had )|"
    rf"(?<=companies )|(?<=companies have )|(?<=companies had )|(?<=firms )|(?<=firms have )|(?<=firms had ))"
    rf"(?:put|poured|injected|ploughed|plowed|pumped|sunk)) "
    rf"(?:in (?:\[quantity:\d+\]|(?:\w+ )?projects) (?:worth|valued at) )?{_ABOUT}<amount:money>"
)
# "Investment … rose from [money] in [date] to [money]": the first end of a change, whose second `_STATED` reads.
_GREW_FROM = Pattern(
    rf"\b{_INVESTMENT}\b[^;$]{{0,110}}?\b(?P<verb>from) {_ABOUT}<amount:money>(?= (?:in |<date> )?[^;]{{0,20}}\bto )"
)
# "[A]'s investment in [B]: [money]": an item without a verb.
_BARE = Pattern(rf"\b{_INVESTMENT} (?P<verb>in) (?:the )?<state>(?: (?:in )?<date>)?:? (?:about )?<amount:money>\W*$")
_AS_INVESTOR = Pattern(
    rf"\binvestors?(?: in (?:the )?<state>)?,? (?P<verb>accumulating|having invested|with(?: (?:\w+ )?(?:investments?"
    rf"|capital)(?: worth| of)?)?) {_ABOUT}<amount:money>(?! (?:in|of|worth of) (?:trade|exports|imports|aid))"
)
_WAS_INVESTED = Pattern(r"<amount:money> (?:(?:was|were|has been|have been|had been) )?(?P<verb>invested)\b")
_COUNTED_IN = Pattern(
    rf"<amount:money> (?:worth )?(?:of|in)(?: the)? (?P<verb>(?:[a-z]+ )?(?:<state>(?:'s|’s)? )?{_INVESTMENT})\b"
)
_CONTRACTS = Pattern(
    rf"\b(?P<verb>contracts?|contract value|contracting|construction projects|engineering "
    rf"projects)\b(?P<link>[^;]{{0,110}}?)\b(?:was|were|worth|of|at|totall?ed|totall?ing|amounted to|"
    rf"valued at|reached|stood at) {_ABOUT}<amount:money>"
    r"|<sum:money> (?P<sole>contracts?)\b"
)
_COMPANIES = Pattern(
    rf"<count:quantity>(?P<named>(?: (?:\w+-?)){{0,3}}?(?: <state>)?(?: \w+){{0,2}}? (?P<unit>{COMPANIES})\b)?"
)
# "The number of [A] firms rose from 50 to 74."
_NUMBER_OF = Pattern(
    rf"\bnumber of (?P<named>(?:<state> )?(?:\w+ )?(?P<unit>{COMPANIES}))\b(?P<link>[^;.]{{0,70}}?)\b"
    rf"(?P<verb>to|reached|stood at|was|were|is) {_ABOUT}<count:quantity>"
)
_ACTIVE = re.compile(
    r"\b(?:regist\w+|operat\w+|activ\w*|present|based|doing business|established|working|invest\w+|set up|"
    r"headquartered|opened|exist\w*|function\w*|had|has|have|there (?:are|were)|located|represented|run|"
    r"running|formed|engaged|employ\w*|home to|hosts?|do(?:es)? business)\b",
    re.IGNORECASE,
)
_UNIT = re.compile(rf"\b{COMPANIES}$", re.IGNORECASE)
_LENT = Pattern(
    rf"\bcommercial loans?\b(?P<verb>[^;]{{0,60}}?)\b(?:of|worth|totall?ing|totall?ed|amounting to) "
    rf"{_ABOUT}<amount:money>"
)
_STOCK = re.compile(
    r"\b(?:stock|cumulative|accumulat(?:ed|ing)|total|totall?ed|totall?ing|so far|by the end|to date|as of|since|"
    r"until|up to|has invested|have invested|stood at|valued at|put at|estimated at|(?:is|are|was|were) worth)\b",
    re.IGNORECASE,
)
# "The total amount for the 2015/16": of that year alone.
_OF_YEAR = re.compile(r"\b(?:for|during|in) the (?:(?:fiscal|financial) year )?(?:of )?\d{4}[/–-]\d{2}")
_AMONG = ("after", "before", "by", "as of", "since", "until", "from", "end of")


def _found(statement: Statement, match: Match, kind: str | None) -> Iterator[Finding]:
    """The finding of a pattern with the slot `amount`; `kind` null lets the words choose between stock and flow."""
    groups = match.found.groupdict()
    amount = match.mention("amount") or (match.mention("sum") if "sum" in groups else None)
    ways = _between(statement, match)
    if amount is None or ways is None or not isinstance(amount.value, MoneyValue):
        return
    if is_planned(statement, match.found.start("verb" if groups["verb"] else "sole")):
        return
    value = amount.value
    values = {
        "from_iso3": ways[0], "to_iso3": ways[1], "kind": kind or _stock_or_flow(statement, amount),
        "value": value.value, "currency": value.currency, "value_text": amount.text, "approximate": value.approximate,
    }  # fmt: skip
    yield Finding(values, dated(statement, amount), {"value": amount})


# "Provider of aid with a capital of": what is given is not invested.
_GIVEN = re.compile(r"\b(?:assistance|grants?|donors?)\b")


def _clause_before(match: Match) -> str:
    """The words of the clause before a match."""
    skeleton = match.statement.skeleton
    return skeleton[clause_start(skeleton, match.found.start()) : match.found.start()]


def _between(statement: Statement, match: Match) -> tuple[str | None, str | None] | None:
    """Investor and target of a match; both null where it is told of both directions together; null where a third state
    is either.
    """
    start, end = match.found.span()
    if _MUTUAL.search(statement.skeleton, max(0, start - 30), start):
        return None, None
    ways = direction(statement, start, end) or _told_before(statement)
    return ways and (_of_investor(statement, match) or ways)


def _told_before(statement: Statement) -> tuple[str, str] | None:
    """Investor and target that the sentence before in the paragraph tells of, for one that names no party itself."""
    previous = statement.earlier
    if previous is None or statement.of("state", "place", "body", "both"):
        return None
    about = _ABOUT_INVESTMENT.search(previous.skeleton)
    return direction(previous, *about.span()) if about is not None else None


_ABOUT_INVESTMENT = re.compile(
    r"\b(?:direct )?investments?\b(?! (?:agreement|treaty|protection|forum|promotion))", re.I
)


_MUTUAL = re.compile(r"\b(?:bilateral|mutual|two-way|reciprocal)(?: \w+)? $", re.I)


def _of_investor(statement: Statement, match: Match) -> tuple[str, str] | None:
    """Investor and target, where one side's companies stand right before the verb ("[A] firms put [money]"), or it
    itself before "invested".
    """
    verb = match.found.start("verb" if match.found["verb"] else "sole")
    pattern = _INVESTOR if match.found["verb"] and "invest" in match.found["verb"] else _FIRMS
    found = pattern.search(statement.skeleton, max(0, verb - 60), verb)
    source = side_of(statement.mentions[int(found["who"])], statement.context) if found else None
    target = facing(source, statement.context.pair)
    return (source, target) if source and target else None


_THEIR_FIRMS = rf"(?:'s|’s)? (?:[a-z]+ )?(?:{COMPANIES}|investors)"
_FIRMS = re.compile(rf"\[state:(?P<who>\d+)\]{_THEIR_FIRMS} (?:have |has |had |also |already )*$")
_INVESTOR = re.compile(rf"\[state:(?P<who>\d+)\](?:{_THEIR_FIRMS})? (?:have |has |had |also |already )*$")


def _stock_or_flow(statement: Statement, amount: Mention) -> str:
    """Stock where words or the date ("by 2012", "since 2004") tell of a sum over time, flow else."""
    date = dated(statement, amount)
    qualifier = getattr(date.value, "qualifier", None) if date is not None else None
    lead = (
        statement.document.text[max(statement.start, date.start - 12) : date.start].lower() if date is not None else ""
    )
    by = lead.endswith(("by ", "by the end of ", "as of ", "until ", "since "))
    is_stock = _STOCK.search(statement.text) is not None and _OF_YEAR.search(statement.text) is None
    return "stock" if by or qualifier in _AMONG or is_stock else "flow"


@rule("invest", "fdi", "capital")
def stated(statement: Statement) -> Iterator[Finding]:
    """Investment from one side in the other reached, totalled, was … an amount; an item "[A]'s investment in [B]: sum".

    Not read: plans, third states, agreements.
    """
    for item in _BARE.find(statement):
        yield from _found(statement, item, None)
    for first in _GREW_FROM.find(statement):
        yield from _found(statement, first, None)
    for match in _STATED.find(statement):
        about = f"{match.words('link') or ''} {_clause_before(match)}".lower()
        if re.search(r"\b(?:trade|export|import|aid)", about) or _GIVEN.search(about):
            return
        yield from _found(statement, match, None)


@rule("invested", "investing", "investor", "poured", "injected", "ploughed", "plowed", "pumped", "sunk", " put ")
def invested(statement: Statement) -> Iterator[Finding]:
    """One side, or its companies, invested an amount in the other, or is an investor with it; the sentence before may
    tell who and where. Not read: plans and promises, and what is invested in aid.
    """
    for match in (*_INVESTED.find(statement), *_WAS_INVESTED.find(statement), *_AS_INVESTOR.find(statement)):
        if not _IN_AID.match(statement.low_skeleton, match.found.end()):
            yield from _found(statement, match, None)


_IN_AID = re.compile(
    r" (?:in|into|on|towards?) (?:[a-z]+ ){0,2}(?:aid|assistance|relief|(?:development|technical) cooperation)\b"
)


@rule("investment", "fdi")
def counted_in(statement: Statement) -> Iterator[Finding]:
    """An amount of, or in, investment between the sides. Not read: pledges."""
    for match in _COUNTED_IN.find(statement):
        yield from _found(statement, match, None)


@rule("contract", "projects")
def contracted(statement: Statement) -> Iterator[Finding]:
    """Contracts or projects of one side's companies in the other, worth an amount.

    Not read: arms deals, state agreements.
    """
    if re.search(rf"\b(?:{COMPANIES}|contractors|company|firm)\b", statement.text) and not re.search(
        r"\b(?:arms|weapons|invest\w+)\b", statement.low
    ):
        for match in _CONTRACTS.find(statement):
            yield from _found(statement, match, "contract")


@rule(
    "compan", "firm", "enterprise", "business", "venture", "corporation", "subsidiar", "branches", "investors", "banks"
)
def companies(statement: Statement) -> Iterator[Finding]:
    """A number of one side's companies, branches or joint ventures that are registered, work or invest in the other;
    the last of a number that grew ("the number of [A] firms rose from 50 to 74").

    Not read: companies at a fair or in a delegation, numbers without a word of standing, third states.
    """
    if _PASSING.search(statement.low):
        return
    counted = _NUMBER_OF.find(statement) if "number of" in statement.low else ()
    for match in (*(_COMPANIES.find(statement) if _ACTIVE.search(statement.text) else ()), *counted):
        count = match.mention("count")
        unit = _unit(count) or match.words("unit")
        ways = _ways(statement, match, count)
        if ways is None and unit == "joint ventures" and " between " in statement.skeleton[match.found.end() :]:
            ways = (None, None)
        if count is None or unit is None or ways is None or is_planned(statement, match.found.start()):
            continue
        if isinstance(count.value, QuantityValue):
            values = {
                "from_iso3": ways[0], "to_iso3": ways[1], "kind": "company",
                "count": int(count.value.value), "unit": unit,
            }  # fmt: skip
            yield Finding(values, dated(statement, count), {"count": count})


# Companies that came to a fair or with a delegation are not there to stay.
_PASSING = re.compile(r"\b(?:delegation|fair|exhibition|forum|mission|visited|participat\w+|attend\w+|expo)\b")


def _unit(count: Mention | None) -> str | None:
    """The noun of companies that a count ends with: "40 Chinese companies"."""
    found = _UNIT.search(count.text) if count is not None else None
    return found[0] if found else None


def _ways(statement: Statement, match: Match, count: Mention | None) -> tuple[str | None, str | None] | None:
    """Whose companies they are, by the demonym inside or beside the count, and where."""
    own = next(iter(statement.inside(count, "state")), None) if count is not None else None
    funded = _WITH_CAPITAL.search(statement.skeleton, match.found.end())
    own = statement.mentions[int(funded["who"])] if funded else own
    ways = direction(statement, match.found.start(), match.found.end())
    if own is None:
        return ways
    source = side_of(own, statement.context)
    target = facing(source, statement.context.pair)
    return (source, target) if source and target and (ways is None or target in ways) else None


# Companies "set up with [A] capital" are A's, whatever they are called.
_WITH_CAPITAL = re.compile(
    r"\bwith \[state:(?P<who>\d+)\](?:'s|’s)? (?:capital|investments?|funds|money|participation)\b"
)


@rule("commercial loan")
def lent(statement: Statement) -> Iterator[Finding]:
    """A commercial loan of an amount from one side to the other. Not read: loans of governments, which are aid."""
    for match in _LENT.find(statement):
        yield from _found(statement, match, "loan")
