"""Figures of commerce: amounts of money that terms of commerce govern, with period, change and share.

An amount belongs to a term where words of being or reaching join them ("exports … stood at [money]"), where the term
follows it ("[money] in exports"), or where it continues the amount before it ("from [money] in [date] to [money]").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.language.commerce import Term, terms, words
from parsers.language.mention import DateValue, Mention
from parsers.language.reading import Statement, kept
from parsers.language.slots import Slot, clause_start, slots

ADVERBS = (
    r"(?:(?:a|an|the|just|only|well|slightly|some|about|around|approximately|approx\.?|roughly|nearly|"
    r"almost|over|under|above|below"
    r"|more than|less than|at least|up to|as much as|close to|in excess of|an estimated|estimated(?: at)?|"
    r"already|record|total|sum|value"
    r"|high|low|peak|level|figure|amount|equivalent|all-time|of|at|worth|valued at|merely|close|"
    r"respectively|annual|average|combined|(?:a|the) little|circa|c\.|~|US|mere|approximate|goods|"
    r"products|merchandise|commodities|items|estimated to be)[ ,]+)*"
)
_RISE = (
    r"(?:went|gone|grew|grown|growing|rose|risen|rising|increased|increasing|expanded|expanding|fell|fallen|falling|"
    r"dropped|dropping|declined|declining|decreased|decreasing|jumped|jumping|surged|soared|climbed"
    r"|plunged|slumped|shrank|shrunk|went up|gone up|went down|recovered|doubled|tripled|quadrupled|"
    r"contracted|up|down|increase|rise|growth|drop|decline|amounted|amounts|amounting|came|comes|"
    r"equivalent|plummeted|reduced|rebounded|swelled|skyrocketed|ballooned)"
)
_BE = (
    r"(?:reached|reaches|reaching|has reached|was|were|is|are|had been|has been|have been|being|totall?ed|"
    r"totall?ing|totals|amounting to|amounts? to|amounted to|stood at|stands at|stand at|standing at"
    r"|valued at|(?:was|were) estimated|estimated(?: at)?|estimates|worth|exceed(?:ed|s|ing)|surpass(?:ed|"
    r"es|ing)|hit|hitting|topped|crossed|passed|made up|accounted for|equall?ed|recorded(?: at)?|"
    r"registered|generated"
    r"|averaged|averaging|averages|to the tune of|comprised|constituted|at|of|:|=|for a (?:total )?value "
    r"of|–|-|—|\(|goods worth|calculated at|put at|attained|achieved|settled at|posted|over|remained at|"
    r"represented|of \[date:\d+\] (?:as|at))"
)
_DATE = r"(?:,? ?(?:in|during|for|by|as of|at the end of|in the year|the year)? ?(?:the )?(?:year )?\[date:\d+\],? ?)?"
_LINK = re.compile(
    rf"(?:{_BE}|{_RISE}\b[^;]{{0,90}}? (?:to|from|at)|{_RISE}\b[^;]{{0,60}}?\bto)\s*{_DATE}\s*{ADVERBS}$",
    re.IGNORECASE,
)
_VERB_LINK = re.compile(
    rf"^\s*(?:an |a |the )?(?:(?:back|mainly|its|various|some|[a-z]+ly|total|different|these) )*(?:goods|"
    rf"products|merchandise|commodities|items)?,? ?(?:to|from|into)? ?(?:the )?(?:\[(?:state|"
    rf"place):\d+\])?,? ?(?:goods|products|merchandise|commodities|items)?(?: and services)? ?"
    rf"(?:(?:with a |to the |for a )?(?:total )?(?:worth|value of|valued at|tune of|for|amounting to|"
    rf"totall?ing|of))?\s*{_DATE}\s*{ADVERBS}$",
    re.IGNORECASE,
)
_CHAIN = re.compile(
    rf"^{_DATE}(?: ?\([^)]*\))?(?:,|,? (?:and|to|from|up from|down from|compared (?:to|with)|against|"
    rf"versus|then|and then|followed by)|,? (?:rising|increasing|growing|falling|dropping|declining|"
    rf"decreasing|up|down) (?:to|from)|,? and (?:then |later )?(?:rose|fell|grew|increased|decreased|"
    rf"dropped|declined|climbed|jumped)\b[^;\[]{0, 60}(?:\[(?:percent|quantity):\d+\][^;\[]{0, 20})?\bto|"
    rf"(?: by)? and (?:then )?(?:to|rose to|reached|grew to|fell to|increased to|by|a further))"
    rf" ?(?:(?:just|only) )?{_DATE}{ADVERBS}\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?: USD)? ?(?:(?:worth )?(?:of|in)|worth)(?: the)?(?: (?:total|annual|bilateral|two-way|mutual|"
    r"overall|their|its))*(?: \[state:\d+\](?:'s|’s|'|’)?)? $"
    r"|^,? (?:of which )?(?:were|was|are|is|being|came from|consisted of|from|constituted|went to|"
    r"represented)(?: the)? (?:\[state:\d+\](?:'s|’s|'|’)? )?(?:in )?$",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"^ ?(?:USD|worth)?(?: of goods)?(?:(?: in| for| during| by| as of| over| at the end of|,? as at| "
    r"through|, in| \(in| \(| from| since)? ?(?:the )?(?:year |years |fiscal year |financial year |period "
    r")?)(?P<date>\[date:\d+\])",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"(?:\[(?:percent|money):\d+\]|compared|increase|rise|growth|decrease|decline|drop|higher|lower|up|"
    r"down|more|less)[^,;\[\]]{0,25}?\b(?:from|over|on|than|to|with|against|versus)(?: (?:the|that|those|"
    r"in|of|year|same|period|level|its|figure))* $"
    r"|\b(?:compared|relative) (?:to|with)[^;\[\]]{0,30}$",
    re.IGNORECASE,
)
# "… and those from A to B to [money]": the verb stands with the flow before.
_GAPPED = re.compile(
    rf"^ (?:from|to|of)(?: the)? \[state:\d+\](?: (?:from|to|into)(?: the)? \[state:\d+\])? (?:to|at) {ADVERBS}$"
)
# The first of two numbers that share a unit, which `commerce_pairs` reads.
_HALF = re.compile(r"\d\s*(?:/|&|and)\s*(?:(?:about|around)\s+)?\Z")
# Another clause, a count of things or a person stand between: the amount is of something else.
_APART = re.compile(
    r";|\[(?:quantity|person):|: (?=.*\w)(?!(?:about|around|over|some|nearly|approximately|US|more than) ?$)"
)
_CARRIES = re.compile(
    r"^(?:of (?:this|these|which|that|the total)|these|this|meanwhile|in turn|(?:in|during|over|for) "
    r"(?:the|that) (?:same|reporting|period|year)|that year|out of (?:this|that|the)|among (?:them|these)|"
    r"the (?:main|total|volume|value)|(?:\[state:\d+\](?:'s|’s)? )?(?:total )?(?:exports|imports)|"
    r"conversely|in return|on the other hand|while|its|their|at the same time)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Figure:
    """An amount of one flow: the slot of the money, the term that governs it, its flow and period, and how it was
    joined.
    """

    money: Slot
    term: Term
    flow: str
    way: str
    date: Mention | None = None


@kept
def figures(statement: Statement) -> list[Figure]:
    """The amounts of commerce between the pair that a statement states as facts, in order."""
    found = [replace(figure, date=period(statement, figure.money)) for figure in _governed(statement)]
    found = [_from_to(statement, found, number) for number in range(len(found))]
    return [figure for figure in found if _is_stated(statement, figure)]


def _from_to(statement: Statement, found: list[Figure], number: int) -> Figure:
    """A figure of "from [money] to [money]" with one date: the first end has the start of the interval, or no date."""
    figure = found[number]
    ends = [found[i] for i in (number, number + 1, number - 1) if 0 <= i < len(found)]
    other = next((one for one in ends[1:] if one.date is figure.date and one.term is figure.term), None)
    if other is None or figure.date is None or not isinstance(figure.date.value, DateValue):
        return figure
    first = min(figure.money.start, other.money.start)
    second = max(figure.money.start, other.money.start)
    between = statement.skeleton[first:second]
    if not re.search(r"\bfrom (?:\w+ ){0,3}$", statement.skeleton[:first]) or not re.search(r"\bto\b", between):
        return figure
    years = re.fullmatch(r"(\d{4})/(\d{4})", figure.date.value.edtf)
    leads = figure.money.start == first
    if years is None:
        return replace(figure, date=None) if leads else figure
    year = int(years[1] if leads else years[2])
    value = DateValue(str(year), dt.date(year, 1, 1), dt.date(year, 12, 31), "year")
    return replace(figure, date=replace(figure.date, value=value))


def _governed(statement: Statement) -> list[Figure]:
    """Every amount with the term that governs it."""
    if not statement.of("money"):
        return []
    known = terms(statement)
    chain: list[Figure] = []
    for money in slots(statement, "money"):
        figure = _follows(statement, money, known, chain) or _leads(statement, money, known)
        if figure is None and chain:
            figure = _continues(statement, money, chain[-1])
        if figure is not None:
            chain.append(figure)
    return _shared_out(statement, chain, known)


def _follows(statement: Statement, money: Slot, known: Sequence[Term], chain: list[Figure]) -> Figure | None:
    """The amount as one that the last term before it governs by a verb or preposition."""
    term = next((term for term in reversed(known) if term.end <= money.start), None)
    if term is None or (chain and chain[-1].money.start > term.end):
        return None
    between = statement.skeleton[term.end : money.start]
    low = between.lower()
    is_half = len(term.flows) == 2 and _HALF.search(statement.document.text, 0, money.mention.start)
    if (
        is_half
        or len(between) > 240
        or _APART.search(between)
        or words("other_topics").search(low)
        or words("products").search(low)
    ):
        return None
    if term.verb:
        return Figure(money, term, term.flows[0], "verb") if _VERB_LINK.match(between) else None
    if _LINK.search(between) or _GAPPED.match(between) or _VERB_LINK.match(between):
        return Figure(money, term, term.flows[0] if len(term.flows) == 1 else "total", "noun")
    return None


def _leads(statement: Statement, money: Slot, known: Sequence[Term]) -> Figure | None:
    """The amount as one that the term after it governs: "[money] in exports", "[money] worth of imports"."""
    for term in known:
        if term.start >= money.end and _AFTER.match(statement.skeleton[money.end : term.start]):
            return Figure(money, term, term.flows[0] if len(term.flows) == 1 else "total", "before")
    return None


def _continues(statement: Statement, money: Slot, last: Figure) -> Figure | None:
    """The amount as one more of the same flow: "… and [money] in [date]", "from … to [money]"."""
    between = statement.skeleton[last.money.end : money.start]
    return Figure(money, last.term, last.flow, "chain") if _CHAIN.match(between) else None


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
    between = statement.skeleton[one.end : other.start]
    return (
        re.fullmatch(
            r"(?: (?:to|from|into))?(?: the)?(?: \[state:\d+\])?,? and (?:its |their |\[state:\d+\](?:'s|’s)? )?",
            between,
        )
        is not None
    )


def _is_stated(statement: Statement, figure: Figure) -> bool:
    """Whether the amount is the pair's and stated as a fact: no plan, no goods alone, no third state."""
    if figure.term.foreign or figure.term.narrow or not is_theirs(statement, figure.term):
        return False
    begin = min(figure.term.start, figure.money.start)
    low = statement.skeleton.lower()
    about = low[clause_start(low, begin) : figure.money.end + 24]
    after = low[figure.money.end : figure.money.end + 60]
    products = words("products").pattern
    return not words("planned").search(about) and not re.match(rf" (?:worth )?(?:of|in) (?:[a-z]+ )?{products}", after)


def is_theirs(statement: Statement, term: Term) -> bool:
    """Whether a term is the pair's: it names a side or calls the trade bilateral, or stands without any owner at
    all.
    """
    if term.said or term.reporter or term.flows == ("total",):
        return True
    owned = re.search(r"\[(?:state|body):\d+\](?:'s|’s|'|’)? (?:\w+ ){0,2}$", statement.skeleton[: term.start])
    return owned is None or bool(statement.of("both"))


def period(statement: Statement, figure: Slot) -> Mention | None:
    """The period of a figure: the date attached to it, else the one of its clause, else the one that the text goes on
    from.

    Dates that the figure is only compared with are passed over.
    """
    skeleton = statement.skeleton
    attached = _ATTACHED.match(skeleton[figure.end :])
    dates = [
        slot for slot in slots(statement, "date")
        if slot.mention in statement.dates and not _BASE.search(skeleton[max(0, slot.start - 60) : slot.start])
    ]  # fmt: skip
    if attached:
        at = figure.end + attached.start("date")
        exact = next((slot for slot in dates if slot.start == at), None)
        joined = re.search(r"\b(?:in|for|during|by|of|over|at|through|from|since)\b|\(", attached[0])
        if exact is not None and (joined or exact.mention.text[0].islower()):
            return exact.mention
    begin = clause_start(skeleton, figure.start)
    near = [slot for slot in dates if begin <= slot.start and slot.end <= figure.start]
    near = near or [slot for slot in dates if slot.end <= figure.start]
    near = near or [slot for slot in dates if slot.start >= figure.end][:1]
    return near[-1].mention if near else carried(statement)


def carried(statement: Statement) -> Mention | None:
    """The period of the statement before, where this one goes on telling of it ("Of this, …")."""
    previous = statement.context.previous
    if statement.dates or previous is None or previous.block is not statement.block:
        return None
    return statement.context.date if _CARRIES.match(statement.skeleton) and terms(previous) else None
