"""The period that a figure of commerce is of: the date attached to it, that of its clause, or one carried over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.language.slots import Slot, slots
from parsers.phrases.commerce.commerce import terms
from parsers.phrases.commerce.figure_links import ASIDE_AFTER

_ATTACHED = re.compile(
    rf"^(?:{ASIDE_AFTER})? ?(?:USD|worth|only|already)?(?: of (?:goods|exports|imports|trade)| level| mark| figure"
    rf"| recorded| registered)?(?:(?: in| for|"
    rf" during| by| as "
    r"of| of| over| at the end of|,? as at| "
    r"through|, in| \(in| \(| from| since| recorded in| registered in| seen in| achieved in| posted in)? ?(?:the "
    r")?(?:year |years |fiscal year |financial year |period |"
    r"(?:fiscal |financial |budget )?(?:year|period) of )?)(?P<date>\[date:\d+\])(?!: \[money)",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"(?:\[(?:percent|money):\d+\]|compared|increase|rise|growth|decrease|decline|drop|higher|lower|up|"
    r"down|more|less)[^,;\[\]]{0,25}?\b(?:from|over|on|than|to|with|against|versus)(?: (?:the|that|those|"
    r"in|of|year|same|period|months?|quarter|half|level|its|figure))* (?:\[date:\d+\] (?:of |in )?(?:the )?)?$"
    r"|\b(?:compared|relative|comparison) (?:to|with)[^;\[\]]{0,30}(?:\[date:\d+\] (?:of |in )?(?:the )?)?$",
    re.IGNORECASE,
)
_BY_PERCENT = re.compile(r"\b(?:up|down|increase|rise|growth|decrease|decline|drop|fall)(?: of| by)? \[percent:\d+\] $")
_FROM_ONE = re.compile(r"from (?!.* (?:to|until) )")
# The date behind is that of another amount, which this one is compared with.
_OF_ANOTHER = re.compile(
    r"\b(?:compared|against|versus|from(?! (?:the )?\[(?:state|place))|than|over|on)\b(?! (?:\w+ )?(?:exports|"
    r"imports) of)[^;]*\[money:\d+\](?!,)"
)
# "…, while B ranked third ([date])": a date in brackets is of what stands before it.
_IN_BRACKETS = re.compile(r", (?:while|whereas|but) [^()]*\((?:in |as of )?$")
_CARRIES = re.compile(
    r"^(?:of (?:this|these|which|that|the total)|these|this|meanwhile|in turn|(?:in|during|over|for) "
    r"(?:the|that) (?:same|reporting|period|year)|that year|out of (?:this|that|the)|among (?:them|these)|"
    r"the (?:main|total|volume|value)|(?:\[state:\d+\](?:'s|’s)? )?(?:total )?(?:exports|imports)|"
    r"conversely|in return|on the other hand|while|its|their|at the same time)\b",
    re.IGNORECASE,
)


def period(statement: Statement, figure: Slot) -> Mention | None:
    """The period of a figure: the date attached to it, else the last before it, else the first behind it, else the one
    that the text goes on from.

    Dates that the figure is only compared with are passed over; what "still" holds, or came about "since", is undated.
    """
    skeleton, dates = statement.skeleton, _own_slots(statement)
    attached = _attached(skeleton, figure, dates)
    if attached is not None:
        return attached.mention
    before = [slot for slot in dates if slot.end <= figure.start]
    if before:
        is_later = _HOLDS_NOW.search(statement.low_skeleton, before[-1].end, figure.start)
        return None if is_later else before[-1].mention
    behind = next((slot for slot in dates if slot.start >= figure.end), None)
    between = skeleton[figure.end : behind.start] if behind is not None else ";"
    if behind is None or ";" in between or _OF_ANOTHER.search(between) or _IN_BRACKETS.search(between):
        return carried(statement)
    return behind.mention


def _attached(skeleton: str, figure: Slot, dates: Sequence[Slot]) -> Slot | None:
    """The date that the words right behind a figure put to it: "[money] in [date]", "[money] ([date])"."""
    found = _ATTACHED.match(skeleton[figure.end :])
    if found is None:
        return None
    date = next((slot for slot in dates if slot.start == figure.end + found.start("date")), None)
    joined = date is not None and (_PUTS.search(found[0]) is not None or date.mention.text[0].islower())
    return date if joined else None


_HOLDS_NOW = re.compile(
    r"\b(?:still|now|today|nowadays|currently|at present|since then|(?:and|ever|has|have) since(?! \[date))\b"
)
_PUTS = re.compile(r"\b(?:in|for|during|by|of|over|at|through|from|since)\b|\(")


def carried(statement: Statement) -> Mention | None:
    """The period of the statement before, where this one goes on telling of it ("Of this, …")."""
    previous = statement.context.previous
    if not statement.dates and _FLOW_ITEM.match(statement.skeleton):
        listed = _of_list(statement)
        if listed is not None or statement.block.kind != "paragraph":
            return listed
    if statement.dates or previous is None or previous.block is not statement.block:
        return None
    if not _CARRIES.match(statement.skeleton) or not terms(previous):
        previous = _first_of_parts(statement, previous)
    if previous is None:
        return None
    own = own_dates(previous)
    if previous.dates and not own:
        return None  # its dates are of other things
    return own[0] if len(own) == 1 else statement.context.date


def own_dates(statement: Statement) -> list[Mention]:
    """The dates of a statement, without those that an amount is only compared with."""
    return [slot.mention for slot in _own_slots(statement)]


def _own_slots(statement: Statement) -> list[Slot]:
    """The slots of the dates that no figure is only compared with; "from" is a date's own word."""
    skeleton, told = statement.skeleton, statement.dates
    return [
        slot for slot in slots(statement, "date")
        if slot.mention in told and not _BASE.search(skeleton[max(0, slot.start - 60) : slot.start])
        and not (_INSTRUMENT.match(skeleton, slot.end) and _ITS.search(skeleton, 0, slot.start))
        and not (_FROM_ONE.match(slot.mention.text) and _BY_PERCENT.search(skeleton, 0, slot.start))
    ]  # fmt: skip


# "An extensive 1982 trade agreement": the year is not that of the trade.
_ITS = re.compile(r"\b(?:an?|the|their|its)(?: [a-z]+)? $", re.IGNORECASE)
_INSTRUMENT = re.compile(
    r" (?:(?!an?\b|the\b)[a-z-]+ ){0,3}(?:agreement|treaty|accord|pact|memorandum|convention|protocol)\b", re.IGNORECASE
)


def _first_of_parts(statement: Statement, previous: Statement | None) -> Statement | None:
    """The dated statement before whose year, or years, the last of which counts, this one goes on with: it has the
    amounts of exports, imports or a balance, or the total of those told; undated amounts may stand between.

    Null for what is told as of now, or of every year, and for a further total.
    """
    if not any(statement.of("money")) or _OF_NOW.search(statement.low):
        return None
    is_sided, is_whole = _SIDED.search(statement.low) is not None, _WHOLE.search(statement.low_skeleton) is not None
    for _ in range(3):
        told = previous.of("money", "rank") if previous is not None and (is_sided or is_whole) else ()
        if previous is None or not told or not _is_of_trade(previous):
            return None
        if is_whole and not is_sided and _has_total(previous):
            return None
        if own_dates(previous):
            return previous if is_whole or any(previous.of("money")) or _WAS.search(statement.low) else None
        previous = previous.earlier if terms(previous) and not previous.dates else None
    return None


def _is_of_trade(statement: Statement) -> bool:
    """Whether a statement tells of commerce, or of a place among partners."""
    return bool(terms(statement)) or any(statement.of("rank"))


def _has_total(statement: Statement) -> bool:
    """Whether a statement tells of trade as a whole."""
    return any("total" in term.flows for term in terms(statement))


_SIDED = re.compile(r"\b(?:exports?|exported|imports?|imported|surplus|deficit|bought|sold)\b")
# "Total trade was [money]", behind its exports and imports; not what it has come to since.
_WHOLE = re.compile(
    r"\b(?:trade|turnover)\b[^;.\[]{0,60}\b(?:was|were|stood|totall?ed|amounted|reached|worth)\b[^;.]*\[money"
)
_WAS = re.compile(r"\b(?:was|were|went|amounted|amounting|totall?ed|stood|reached)\b")
_OF_NOW = re.compile(
    r"\b(?:currently|now|today|at present|annual(?:ly)?|every year|each year|per year|a year|yearly|"
    r"last year|this year)\b"
)
_FLOW_ITEM = re.compile(r"(?:(?:\[state:\d+\](?:'s|’s)?|total) )?(?:exports|imports|balance)\b", re.IGNORECASE)
_TRADE_ITEM = re.compile(r"(?:(?:total|bilateral|mutual|annual|foreign) )*(?:trade|turnover)\b", re.IGNORECASE)


def _of_list(statement: Statement) -> Mention | None:
    """The period of the item "Bilateral trade in 2014" that stands before the items "Exports" and "Imports", else that
    of the line that introduces the list.
    """
    previous, head = statement.context.previous, statement.context.head
    led = head.dates[0] if head is not None and len(head.dates) == 1 else None
    for _ in range(3):
        if previous is None or previous is head or previous.block.kind != statement.block.kind:
            return led
        if _TRADE_ITEM.match(previous.skeleton):
            return previous.dates[0] if len(previous.dates) == 1 else None
        previous = previous.context.previous if _FLOW_ITEM.match(previous.skeleton) else None
    return led
