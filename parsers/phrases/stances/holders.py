"""Who holds a stance: the sides that the words before its verb name, or for which a pronoun stands there."""

from __future__ import annotations

import re
from itertools import pairwise

from parsers.language.mention import Mention, PlaceValue, StateValue
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.language.sides import facing, side_of
from parsers.phrases.stances.pronouns import Sides, referred, spoken_for

_PREPOSITION = re.compile(
    r"\b(?:in|of|from|with|to|at|into|by|for|against|between|on|upon|towards?|near|through|over|like|than|about)"
    r"(?: the)? $",
    re.IGNORECASE,
)
_ORGAN_OF = re.compile(
    r"\b(?:governments?|administration|republic|kingdom|commonwealth|states?|authorities|regime|"
    r"leaders?|leadership|parliaments?|congress|senate|assembly|deputies|representatives?|commons|lords|house|"
    r"presidents?|presidency|cabinet|ministers?|ministry|affairs|king|queen|emir|sultan|ambassadors?|delegat\w+|officials|diplomats|"
    r"politicians|"
    r"envoys|peoples?|heads|side|case) (?:of|in|from)(?: the)? $",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r" (?:the |its )?(?:[a-z]+ )?capital(?: city)?,? (?:of )?$")
_IN_A_NAME = re.compile(
    r" (?:[A-Z][\w’'-]+ ){0,4}(?:Union|Party|Front|Association|League|Movement|Federation|Committee|Church|Society|"
    r"Institute|Foundation|Group|Company|Club|Bank|Funds?|Airlines|Times)\b"
)
_OWNER = re.compile(r",? whose (?:then |former )?$")
_OWNERS = ("its", "his", "her")
_BEFORE_NAME = ("he", "she", "it")
_LIKE = re.compile(r"(?:Like|As well as|Together with) (?:the )?([^,]{3,30}), (?:the )?$")
_JOINED_IN = re.compile(r" (?:has |have |had )?(?:also )?join(?:ed|s) (?:the )?[^;,.]{3,40} in ")


def holder_group(match: Match) -> str:
    """The group that holds the holder: a shape with a relative clause has two, of which one is filled."""
    return "which" if match.place("who") is None and match.place("which") is not None else "who"


def opens_clause(match: Match) -> Mention | None:
    """The last of several holders where a preposition governs the first, so that ", and", or "and" before the same
    state, opens a clause: "backed the bid of A, and Norway backed B"; null else.
    """
    named, text = match.mentions(holder_group(match)), match.statement.document.text
    joint = text[named[-2].end : named[-1].start] if len(named) > 1 else ""
    same = len(named) > 1 and side_of(named[-2], match.statement.context) == side_of(named[-1], match.statement.context)
    if not joint.startswith(", and") and not (same and joint.startswith(" and")):
        return None
    before = text[max(match.statement.start, named[0].start - 25) : named[0].start].lower()
    return named[-1] if is_governed(before) else None


def is_governed(before: str) -> bool:
    """Whether a preposition right before a holder makes it no subject: "in Kenya", "in the capital, Nairobi", not "the
    government of Kenya".
    """
    before = _CAPITAL.sub(" ", before)
    return _PREPOSITION.search(before) is not None and _ORGAN_OF.search(before) is None


def holders(match: Match) -> Sides:
    """The sides that the holder's slot of a match names; both for "both countries"; a person must hold an office.

    "It" and "the country" are the state with which the statement before begins; "they" are both where that names both.
    """
    mentions = match.mentions(holder_group(match))
    if any(mention.kind == "quantity" and "two" not in mention.text.lower() for mention in mentions):
        return ()
    named = [mention for mention in mentions if mention.kind != "quantity"]
    last, found = opens_clause(match), dict[str, str | None]()
    for mention in named if last is None else [last]:
        if mention.kind == "both":
            found.update(_of_both(match, mention))
        elif side := _named_side(match.statement, mention):
            found.setdefault(side, mention.text)
    pronoun = _pronoun(match, named, last)
    if pronoun is not None:
        found = dict(referred(match.statement, pronoun, *begins(match))) | found
    return tuple(found.items())


def _of_both(match: Match, both: Mention) -> Sides:
    """The two sides for which "both countries" stands; none where it stands for others, without one that it leaves
    out.
    """
    if _is_of_many(match.statement, both):
        return ()
    left_out = _left_out(match, both)
    return tuple((iso3, None) for iso3 in sorted(match.statement.context.pair) if iso3 not in left_out)


def _named_side(statement: Statement, mention: Mention) -> str | None:
    """The side that a mention names; null for a state in the name of something, and a place that speaks for none."""
    if mention.kind == "state" and _IN_A_NAME.match(statement.document.text, mention.end):
        return None
    if isinstance(mention.value, PlaceValue) and not (mention.value.capital or mention.value.organ):
        return None
    return spoken_for(mention, statement.context) or _whose(statement, mention)


def _pronoun(match: Match, named: list[Mention], last: Mention | None) -> str | None:
    """The words of a holder that stand for another's name: all of those in which nobody is named, "its" or "he" before
    a name; null where there are none.
    """
    told = match.words(holder_group(match)) or ""
    first = told.split(" ", 1)[0]
    if first.lower() not in (*_OWNERS, *(_BEFORE_NAME if named else ())):
        return None if named else told
    return first if not named or (last is None and first != told) else None


def _whose(statement: Statement, officer: Mention) -> str | None:
    """The side of which somebody is said to be the officer: "Norway, whose foreign minister A. Berg"; null else."""
    owner = _OWNER.search(statement.document.text, statement.start, officer.start) if officer.kind == "person" else None
    named = statement.before(owner.start() + 1, "state") if owner else None
    return side_of(named, statement.context) if named and owner and named.end == owner.start() else None


def begins(match: Match) -> tuple[int, int]:
    """Where the holder of a match begins in the text, and in the skeleton."""
    group = holder_group(match)
    return (match.span(group) or (match.start, 0))[0], (match.place(group) or (0, 0))[0]


def joined_by(match: Match, who: Sides) -> Sides:
    """The other side where the holder joined it in what it did, "Kenya joined Norway in condemning", or is told to do
    as that does: "Like Norway, Kenya condemned".
    """
    if like := _like(match):
        return () if like[0] in dict(who) else (like,)
    group, verb = match.span(holder_group(match)), match.span("verb")
    between = match.statement.document.text[group[1] : verb[0]] if group and verb else ""
    joined = _JOINED_IN.match(between)
    beside = match.statement.after(group[1], "state") if group and joined else None
    side = side_of(beside, match.statement.context)
    near = beside is not None and group is not None and beside.start - group[1] < 16
    return ((side, beside.text),) if near and side and beside and side not in dict(who) else ()


def turned(match: Match, topic: tuple[int, int], who: Sides) -> Sides:
    """The holders, or the other side where "it" would take a side on itself: "X aided Y while it backed X on …";
    without the one that would back its own bid, unless it defends it.
    """
    context = match.statement.context
    first = next((one for one in match.statement.of("state") if one.start == topic[0]), None)
    if not who or first is None or not isinstance(first.value, StateValue):
        return who
    if match.mentions(holder_group(match)) or len(who) > 1:
        own = _owner(match, first)
        return tuple(one for one in who if one[0] != own)
    other = facing(who[0][0], context.pair)
    itself = first.value.form == "name" and side_of(first, context) == who[0][0]
    return ((other, None),) if itself and other else who


def _owner(match: Match, first: Mention) -> str | None:
    """The side that owns what a question is on, "Peru's bid"; null where there is none, or it is defended."""
    if (match.words("verb") or "").lower().startswith("defend"):
        return None
    owns = match.statement.document.text.startswith(("'", "’"), first.end)
    return side_of(first, match.statement.context) if owns else None


def _like(match: Match) -> tuple[str, str | None] | None:
    """The side of "Like Norway, " right before a holder; null else."""
    text, begin = match.statement.document.text, match.statement.start
    lead = _LIKE.match(text, begin, begins(match)[0])
    fronted = match.statement.after(begin, "state", "place") if lead else None
    side = side_of(fronted, match.statement.context)
    return (side, fronted.text) if fronted and lead and side and fronted.end == lead.end(1) else None


def _is_of_many(statement: Statement, both: Mention) -> bool:
    """Whether "the countries" are others than the two: "among the countries which …", "the countries of the region"."""
    before = statement.low[: both.start - statement.start]
    after = statement.low[both.end - statement.start :]
    named = both.text.lower().startswith("the ") and " two" not in both.text.lower()
    if before.endswith("neither of "):
        return False
    return named and (before.endswith(("among ", "one of ", "of ")) or after.startswith((" which", " that", " of the")))


def _left_out(match: Match, both: Mention) -> frozenset[str]:
    """The side that "both countries" leaves out, where it takes up one side and a third state: "Kenya and Peru"."""
    statement, context = match.statement, match.statement.context
    states = [mention for mention in statement.of("state") if mention.end <= both.start]
    for one, other in reversed(list(pairwise(states))):
        if statement.document.text[one.end : other.start] not in (" and ", " and the "):
            continue
        sides = {side_of(one, context), side_of(other, context)}
        if len(sides - {None}) == 1 and None in sides:
            return frozenset(set(context.pair) - sides)
        return frozenset()
    return frozenset()
