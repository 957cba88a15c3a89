"""Events: every dated statement, whether or not another table has it.

`parsers.assemble` links an event to the fact that the same statement became, and gives it that fact's kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.model import Finding
from parsers.facts.rule import PROSE, rule
from parsers.language.mention import DateValue, Mention
from parsers.language.reading import Statement
from parsers.language.sides import is_foreign, side_of
from parsers.phrases.deeds.deeds import Deed, deed_at

_BREAK = re.compile(
    r"; |(?<=\d\))(?:,? and |, )|, (?:and|while|but|whereas|which|where|before|after) | while | whereas |, (?=\d)"
)


_VERB = re.compile(
    r"(?:then |later |also |subsequently |again )*(?:was|were|is|are|has|had|have|became|began|broke|came|fell|gave"
    r"|grew|held|led|left|made|met|opened|paid|rose|sent|set|signed|took|went|won|[a-z]+(?<!need)(?<!hundr)ed)\b"
)
"""What opens a clause whose subject stands in the one before: "Norway recognised Kenya, and opened an embassy"."""
_OBJECT = re.compile(
    r"\b(?:(?P<upon>against|with|towards?"
    r"|(?:lent|given|gave|sold|offered|supplied|donated|granted|delivered|provided|handed|sent|awarded|transferred"
    r"|returned) (?:over |back )?to)|to|for|in|at|into|about|on|near|across|over|via)"
    r"(?: (?:the|its|his|her|their|neighbou?ring))* $"
)
"""Before a state that does not act: "wrote about Norway", "a school in Kenya"."""
_SEAT = re.compile(
    r"(?:(?<!\ba )(?<!\ban )\b(?:ambassador|high commissioner|consul(?:[- ]general)?|envoy|chargé d['’]affaires)\b"
    r"(?: (?:of|to) [^,;.]{2,40}?)?,? (?:(?:based|resident|residing|seated) )?"
    r"|\b(?:from|through|via|by|at) (?:the|its|their) (?:[^,;.]{2,30} )?"
    r"(?:embassy|high commission|consulate(?:[- ]general)?|legation|mission)(?: (?:of|to) [^,;.]{2,40}?)? )(?:in|at) $"
)
"""Before the place in a third state where a head of mission or a post sits, which is not where something happens."""
_SECOND = re.compile(r"; |, (?:and|but|while|whereas|though|although) |: ")
_LONGEST_BARE = 40
"""Characters for each date of a statement that may hold nothing else."""
_EMPTY = re.compile(r"\W*(?:(?:on|in|at|by|to|from|since|until|and|the|of|between|circa|c)\b\W*)*", re.I)
"""Words that tell nothing beside dates."""


@rule(kinds=(*PROSE, "row", "field"))
def dated(statement: Statement) -> Iterator[Finding]:
    """One event for each date of a statement: the clause that holds the date is its description.

    The same date twice is one event, unless each stands in an entry of its own: between semicolons, or in brackets
    behind it. Not read: a year that only belongs to a name ("the 2008 Summer Olympics"), or that only bounds or
    describes what another date of the statement dates ("After 2000 … in 2003"); dates that stand alone in a paragraph
    or an item, and are not the rest of the sentence before. Where the clause tells of a deed of one of the two (an
    attack, a threat, a demand …), the event has its type.
    """
    before = statement.context.previous
    bare = _is_bare(statement)
    if bare and (before is None or before.block is not statement.block):
        return
    seen: set[tuple[str, int]] = set()
    for date in statement.of("date"):
        value = date.value
        if not isinstance(value, DateValue) or value.qualifier == "name" or _is_frame(statement, date):
            continue
        told = (value.edtf, _entry(statement, date))
        if told not in seen:
            seen.add(told)
            start, end = _clause(statement, date)
            start = before.start if bare and before is not None else start
            deed = deed_at(statement, date, start, end)
            values: dict[str, str | None] = {"kind": "other", "description": statement.document.text[start:end]}
            values |= _parties(statement, start, end) if deed is None else _done(deed, statement, start, end)
            yield Finding(values, date, {"description": (start, end)} | ({"plover_type": deed.verb} if deed else {}))


def _is_bare(statement: Statement) -> bool:
    """Whether a statement holds nothing but dates, as a cell cut off from its table does: "28 June 1974"."""
    dates = statement.of("date")
    if not dates or statement.end - statement.start > _LONGEST_BARE * len(dates):
        return False
    ends = [statement.start, *(date.end for date in dates)]
    starts = [*(date.start for date in dates), statement.end]
    text = statement.document.text
    return all(_EMPTY.fullmatch(text, end, start) for end, start in zip(ends, starts, strict=True))


def _is_frame(statement: Statement, date: Mention) -> bool:
    """Whether a date only bounds or describes what another date of the statement tells: "after 2000", "the 2006 coup"
    where another lies in that year, or after it for "after"; "almost a decade later" where it tells the year.
    """
    value = date.value
    if not isinstance(value, DateValue) or value.start is None or value.end is None:
        return False
    if _is_rough(statement, date) or (statement.block.kind == "row" and _is_narrowed(statement, value)):
        return True
    if value.qualifier not in ("after", "attributive"):
        return False
    others = [one.value for one in statement.dates if one is not date and isinstance(one.value, DateValue)]
    return any(
        one.start is not None
        and one.start >= value.start
        and one.qualifier != value.qualifier
        and (value.qualifier == "after" or (one.end is not None and one.end <= value.end))
        for one in others
    )


def _is_narrowed(statement: Statement, value: DateValue) -> bool:
    """Whether another cell of a row tells the day or month in the year that one holds: "1996 | 17 April"."""
    if len(value.edtf) != len("1996"):
        return False
    others = [date.value for date in statement.of("date") if isinstance(date.value, DateValue)]
    return any(one.edtf.startswith(f"{value.edtf}-") for one in others)


def _is_rough(statement: Statement, date: Mention) -> bool:
    """Whether a distance ("almost a decade later") tells roughly what another date of its clause tells better."""
    value = date.value
    if not isinstance(value, DateValue) or value.start is None or not date.text.lower().endswith("later"):
        return False
    text = statement.document.text
    others = [
        one.value for one in statement.dates
        if one is not date and ";" not in text[min(one.end, date.end) : max(one.start, date.start)]
    ]  # fmt: skip
    return value.edtf.endswith("~") and any(
        isinstance(one, DateValue) and one.start is not None and abs(one.start.year - value.start.year) < 3
        for one in others
    )


def _entry(statement: Statement, date: Mention) -> int:
    """The number of the entry in which a date stands, by the semicolons and the dates in brackets before it.

    0 in a statement that counts nothing up.
    """
    text = statement.document.text
    closed = sum(
        text[one.start - 1] == "(" and text[one.end : one.end + 1] == ")"
        for one in statement.of("date")
        if statement.start < one.start < date.start
    )
    return text.count(";", statement.start, date.start) + closed


def _clause(statement: Statement, date: Mention) -> tuple[int, int]:
    """The span of the clause that holds the date, with the one before where that has its subject; the whole statement
    where it has one date.

    Dates that are counted up ("in 1963, 1971 and 1985") are of one clause.
    """
    if len(statement.of("date")) < 2:
        return statement.start, statement.end
    starts = {one.start for one in statement.of("date")}
    ends = {one.end for one in statement.of("date")}
    text = statement.document.text
    breaks = [
        match.span() for match in _BREAK.finditer(text, statement.start, statement.end)
        if not (match.start() in ends and match.end() in starts) and not _is_before_number(text, match, starts)
    ]  # fmt: skip
    begins = [statement.start, *(end for _, end in breaks if end <= date.start)]
    while len(begins) > 1 and _VERB.match(text, begins[-1], statement.end):
        begins.pop()
    start = begins[-1]
    end = min((start for start, _ in breaks if start >= date.end), default=statement.end)
    return _with_bracket(statement, begins, start, end)


def _with_bracket(statement: Statement, begins: list[int], start: int, end: int) -> tuple[int, int]:
    """The span of a clause with what stands before a bracket that it only closes, and the rest of one that it opens."""
    text = statement.document.text
    if text.count(")", start, end) > text.count("(", start, end):
        opened = text.rfind("(", statement.start, start)
        start = max((one for one in begins if one <= opened), default=start)
    elif text.count("(", start, end) > text.count(")", start, end):
        end = text.find(")", end, statement.end) + 1 or end
    return start, end


def _is_before_number(text: str, mark: re.Match[str], dates: set[int]) -> bool:
    """Whether a comma stands before a number that is no date: "In 2012, 3,400 students came"."""
    return mark.group() == ", " and text[mark.start() - 1] != ")" and mark.end() not in dates


def _done(deed: Deed, statement: Statement, start: int, end: int) -> dict[str, str | None]:
    """The type of a deed, who did and who suffered it where that is told, and the rest as in any clause."""
    parties = _parties(statement, start, end)
    actor = deed.actor or parties.get("actor_iso3")
    target = deed.target or parties.get("target_iso3")
    roles = {"actor_iso3": actor, "target_iso3": target if target != actor else None}
    return parties | roles | {"plover_type": deed.type, "plover_mode": deed.mode}


def _goes_on(statement: Statement, start: int, end: int) -> bool:
    """Whether another clause with a subject of its own begins in [start, end): "Russia came, but Japan got them"."""
    return _SECOND.search(statement.document.text, start, end) is not None


def _parties(statement: Statement, start: int, end: int) -> dict[str, str | None]:
    """Actor and target: the first side named in the clause that no preposition makes an object or a place, and the next
    other side, else one that something is done to; and the first place. Nobody where a third state acts.
    """
    places = [place for place in statement.of("place") if start <= place.start < end]
    city = next((place.text for place in places if not _is_seat(statement, place)), None)
    named = [one for one in statement.of("state", "person") if start <= one.start < end]
    led = [_OBJECT.search(statement.low, 0, one.start - statement.start) for one in named]
    sides = [side_of(one, statement.context) for one in named]
    if named and not (sides[0] or led[0]) and named[0].kind == "state" and not _goes_on(statement, named[0].end, end):
        return {"city": city}
    told = [(side, before) for side, before in zip(sides, led, strict=True) if side]
    actor = next((side for side, before in told if before is None), None)
    target = next((side for side, before in told if side != actor and (actor or (before and before["upon"]))), None)
    return {"actor_iso3": actor, "target_iso3": target, "city": city}


def _is_seat(statement: Statement, place: Mention) -> bool:
    """Whether a place in a third state only tells where a post is: "the Ambassador in Oslo came to the funeral"."""
    sits = _SEAT.search(statement.low, 0, place.start - statement.start)
    return sits is not None and is_foreign(place, statement.context)
