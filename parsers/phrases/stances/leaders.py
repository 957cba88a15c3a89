"""Leaders, cabinets and organs of which the words alone do not tell whose they are: what else tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.document.model import Span
from parsers.language.mention import Mention, PersonValue
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.language.sides import facing, is_foreign, may_hold, only_having, side_of
from parsers.phrases.stances.holders import begins, holder_group, holders
from parsers.phrases.stances.known import known_side
from parsers.phrases.stances.pronouns import Sides, discussed, spoken_for

_VISITED = re.compile(r"\b(?:visits? to|visited|arrived in|travell?ed to|tour of) (?:the )?\[(?:state|place):(\d+)\]")
_TOLD_OFF = re.compile(r"\b(?:protest\w*|complain\w*|appeal\w*|object\w*) to (?:the )?\[(?:state|person|place):(\d+)\]")
_LEADING = ("head of state", "head of government", "foreign minister", "minister")
_CABINET = r"(?:government|administration|cabinet|regime)"
_LED_BY = re.compile(rf"(?:(?:[Tt]he )?((?:[A-Z][\w’'-]+ )*[A-Z][\w’'-]+)|([A-Z]\w+)['’]s) {_CABINET}")
_CABINET_OF = re.compile(rf"\b{_CABINET} of (?:[A-Z][a-z]+ )?$")
_OWN_CABINET = re.compile(rf"(?:['’]s)? {_CABINET}\b")
_ORGAN = re.compile(
    rf"(?:the )?(?:[a-z]+ )?(?:{_CABINET}|foreign (?:ministry|office|service)|ministry(?: of foreign affairs)?|embassy|"
    r"state department|parliament|kingdom|sultanate|emirate|grand duchy|principality|city[- ]state|federal council|"
    r"delegation|ambassador|diplomats|delegates?)",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r" (?:summit|conference|meeting|talks|accords?|agreements?|declaration|protocol|treaty|round)\b", re.IGNORECASE
)
# "A demand from Kenya": who made it is who is turned down.
_MADE_BY = re.compile(
    r"(?:an? |the )?(?:[a-z]+ )?(?:demands?|requests?|proposals?|offers?|calls?|appeals?|ultimatums?|invitations?) "
    r"(?:from|by|made by) (?:the )?(?=[A-Z])"
)
_FREE = re.compile(
    r"(?:^|[,;:(“\"] |\b(?:and|but|while|whereas|though|although|that|when|where|by|as|than|of|for|then|which|whom) )$"
)


def bearers(match: Match, topic: Span) -> Sides:
    """Who holds a stance on a question: an organ that is called without its state, whom the words name, a leader."""
    return _of_organ(match, topic) or holders(match) or _of_leader(match, topic)


def _of_leader(match: Match, topic: Span) -> Sides:
    """The side of a leader, or of "the Lund government", of which nothing tells it: that of which the article tells
    elsewhere, the one that is not visited, or that the question, of the other side, does not name, or of which the
    paragraph tells; both sides of two leaders.
    """
    statement, context, told = match.statement, match.statement.context, match.mentions(holder_group(match))
    leaders = [one for one in told if isinstance(one.value, PersonValue) and _may_lead(statement, one)]
    if len(leaders) == len(told) == 2:
        return tuple((iso3, None) for iso3 in sorted(context.pair))
    if not leaders and not _is_cabinet(match):
        return ()
    if (led := _cabinet_of_known(match)) is not None:
        return ((led, None),)
    found = _told_of(match, topic, _visited(statement) if leaders else frozenset())
    titles = [one.value for one in leaders if isinstance(one.value, PersonValue)]
    return tuple((iso3, name) for iso3, name in found if all(may_hold(one, iso3) for one in titles))


def _told_of(match: Match, topic: Span, visited: frozenset[str]) -> Sides:
    """The side that is not visited, or that the question, of the other side, does not name; of which the paragraph
    tells where neither is, and nobody made a demand.
    """
    statement = match.statement
    if sides := visited or named_sides(statement, topic):
        other = facing(next(iter(sides)), statement.context.pair) if len(sides) == 1 else None
        return ((other, None),) if other else ()
    asked = _MADE_BY.match(statement.document.text, *topic) is not None
    return () if asked or _tells_of_both(statement) else discussed(statement, *begins(match))


def _tells_of_both(statement: Statement) -> bool:
    """Whether the statement before names both sides, so that it does not tell whose a leader is."""
    earlier = statement.earlier
    named = {side_of(one, statement.context) for one in earlier.of("state")} if earlier is not None else set()
    return earlier is not None and named >= set(statement.context.pair)


def _of_organ(match: Match, topic: Span) -> Sides:
    """The side of an organ that is called without its state, "the federal government", "the Foreign Office": the only
    one that has it, else the one that the question, of the other side, does not name. None where neither tells it.
    """
    context, words = match.statement.context, match.words(holder_group(match)) or ""
    if match.mentions(holder_group(match)) or _ORGAN.fullmatch(words) is None:
        return ()
    side = only_having(words.lower().removeprefix("the "), context.pair)
    sides = named_sides(match.statement, topic) if side is None else frozenset()
    side = side or (facing(next(iter(sides)), context.pair) if len(sides) == 1 else None)
    return ((side, None),) if side else ()


def named_sides(statement: Statement, topic: Span) -> frozenset[str]:
    """The sides that the words of a question name: by who made a demand alone, else by their states, else by their
    towns or their leaders.
    """
    if made := _MADE_BY.match(statement.document.text, *topic):
        makers = (one for one in statement.of("state", "person") if one.start == made.end())
        return _sides(statement, makers)
    return _sides_within(statement, topic, "state") or _sides_within(statement, topic, "place", "person")


def _sides_within(statement: Statement, topic: Span, *kinds: str) -> frozenset[str]:
    """The sides of the mentions of these kinds in a question, save the towns by which a meeting is called."""
    text, inside = statement.document.text, (one for one in statement.of(*kinds) if topic[0] <= one.start < topic[1])
    return _sides(statement, (one for one in inside if one.kind != "place" or not _EVENT.match(text, one.end)))


def _sides(statement: Statement, mentions: Iterable[Mention]) -> frozenset[str]:
    """The sides for which mentions speak."""
    return frozenset(side for one in mentions if (side := spoken_for(one, statement.context)))


def _may_lead(statement: Statement, one: Mention) -> bool:
    """Whether somebody of whom no state is told may speak for one: a leader or a minister, or a whole name without an
    office that opens a clause, as those have who need none: not "the author A", "the delegate to Peru A".
    """
    value = one.value
    if not isinstance(value, PersonValue) or value.iso3 is not None or is_foreign(one, statement.context):
        return False
    if value.rank in _LEADING:
        return True
    if value.office is not None or " " not in (value.name or ""):
        return False
    dated = any(date.end == one.start - 1 for date in statement.of("date"))
    return dated or _FREE.search(statement.document.text[statement.start : one.start]) is not None


def _visited(statement: Statement) -> frozenset[str]:
    """The side that is visited in a statement, or to which somebody protests there; none where none is."""
    found = _VISITED.search(statement.low_skeleton) or _TOLD_OFF.search(statement.low_skeleton)
    side = side_of(statement.mentions[int(found[1])], statement.context) if found else None
    return frozenset((side,)) if side else frozenset()


def _is_cabinet(match: Match) -> bool:
    """Whether the holder of a match is a government that is called by who leads it, or the like."""
    before = match.statement.document.text[match.statement.start : begins(match)[0]]
    return (
        _LED_BY.fullmatch(match.words(holder_group(match)) or "") is not None
        or _CABINET_OF.search(before) is not None
        or _OWN_CABINET.match(match.words("whose") or "") is not None
    )


def _cabinet_of_known(match: Match) -> str | None:
    """The side of a cabinet's leader, of whom the article tells it elsewhere; null else."""
    led = _LED_BY.fullmatch(match.words(holder_group(match)) or "")
    return known_side(led[1] or led[2], match.statement.context) if led else None
