"""Who holds a stance: the sides that the words before its verb name, or for which a pronoun stands there."""

from __future__ import annotations

import re
from itertools import pairwise

from parsers.language.mention import Mention, PersonValue, PlaceValue, StateValue
from parsers.language.pattern import Match
from parsers.language.reading import Context, Statement
from parsers.language.sides import facing, is_side, side_of

WRONG_BEFORE = re.compile(
    r"\b(?:(?<!government )(?<!authorities )(?<!regime )(?<!leaders )in|"
    r"(?<!representatives )(?<!delegates )(?<!delegation )(?<!officials )(?<!diplomats )(?<!politicians )"
    r"(?<!envoys )from|with|to|at|into|by|for|against|between|on|upon|towards?|near|through|over|like|than|about|"
    r"(?<!government )(?<!governments )(?<!republic )(?<!kingdom )(?<!authorities )(?<!leaders )(?<!leadership )"
    r"(?<!parliament )(?<!president )(?<!minister )(?<!affairs )(?<!ministry )(?<!state )(?<!delegation )"
    r"(?<!representatives )(?<!representative )(?<!states )(?<!king )(?<!emir )(?<!commonwealth )(?<!ambassador )"
    r"(?<!ministers )(?<!presidents )(?<!parliaments )(?<!people )(?<!peoples )(?<!officials )(?<!diplomats"
    r" )(?<!heads )"
    r"(?<!congress )(?<!senate )(?<!assembly )(?<!side )(?<!delegates )(?<!union )(?<!case )(?<!federation )of)"
    r"(?: the)? $",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    r"(?:the )?(?:\w+ )?(?:mayor|bishop|archbishop|councillor|coach|opposition|professor|former)\b", re.IGNORECASE
)
_TOGETHER = re.compile(
    r"neither\b|both$|(?:both|the two) (?:leaders|(?:prime |foreign )?ministers|presidents|parliaments|heads of)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:it|its \w+(?: minist\w+)?|(?:the |an? )?(?:country|kingdom|republic|government|latter|foreign ministry)"
    r"(?: spokes\w+)?)\b", re.IGNORECASE
)
_SUBJECT_FIRST = re.compile(
    r"(?:(?:[^,;\[]|\[(?:date|body|place):\d+\]){0,60}, |(?:In|On|Since|Until) \[date:\d+\] |"
    r"(?:After|When|Since|As|While|Although|Though|Before) )?"
    r"(?:[Tt]he )?(?:[Gg]overnment of (?:the )?)?\[(?:state|person|place):(\d+)\]"
)
_SUBJECT_BEHIND = re.compile(
    r"(?:Although|Though|While|Whilst|When|After|Before|As|Since|Despite) [^;]*?, (?:the )?\[state:(\d+)\] "
)
_JOINED_IN = re.compile(r" (?:also )?join(?:ed|s) (?:the )?[^;,.]{3,40} in ")
_WE = ("we", "our country", "our government")
_SPOKE = re.compile(
    r"\[(?:person|state):(\d+)\](?: \w+){0,3}?,?(?: [^;\[\]\"“]{0,60})?[\"“]"
    r"|[\"”] (?:said|stated|declared|added) (?:the )?\[(?:person|state):(\d+)\]"
)
_ORDER = {"the former": 0, "the latter": -1}


def words_of(match: Match, group: str) -> str | None:
    """The words of a group; null also where the shape has no such group."""
    return match.words(group) if group in match.found.groupdict() else None


def holder_group(match: Match) -> str:
    """The group that holds the holder: a shape with a relative clause has two, of which one is filled."""
    groups = match.found.groupdict()
    return "which" if groups.get("who") is None and groups.get("which") is not None else "who"


def opens_clause(match: Match) -> Mention | None:
    """The last of several holders where a preposition governs the first, so that ", and" opens a clause: "backed the
    bid of A, and Norway backed B"; null else.
    """
    named, text = match.mentions(holder_group(match)), match.statement.document.text
    if len(named) < 2 or not text[named[-2].end : named[-1].start].startswith(", and"):
        return None
    before = text[max(match.statement.start, named[0].start - 25) : named[0].start].lower()
    return named[-1] if WRONG_BEFORE.search(before) else None


def holders(match: Match) -> tuple[tuple[str, str | None], ...]:
    """The sides that the holder's slot of a match names; both for "both countries"; a person must hold an office.

    "It" and "the country" are the state with which the statement before begins; "they" are both where that names both.
    """
    context = match.statement.context
    found: dict[str, str | None] = {}
    group = holder_group(match)
    named = [mention for mention in match.mentions(group) if mention.kind != "quantity"]
    last = opens_clause(match)
    for mention in named if last is None else [last]:
        if mention.kind == "both" and _is_of_many(match.statement, mention):
            continue
        if mention.kind == "both":
            found.update((iso3, None) for iso3 in sorted(context.pair) if iso3 not in _left_out(match, mention))
        elif isinstance(mention.value, PlaceValue) and not (mention.value.capital or mention.value.organ):
            continue
        elif side := _side(mention, context):
            found.setdefault(side, mention.text)
    if not named:
        return _referred(match, group)
    return tuple(found.items())


def of_leader(match: Match, topic: tuple[int, int]) -> tuple[tuple[str, str | None], ...]:
    """The side of a leader of whom nothing tells it: the one that the question, of the other side, does not name."""
    context = match.statement.context
    leaders = [
        one for one in match.mentions(holder_group(match)) if isinstance(one.value, PersonValue)
        and one.value.rank in ("head of state", "head of government", "foreign minister") and one.value.iso3 is None
    ]  # fmt: skip
    named = {side_of(one, context) for one in match.statement.of("state") if topic[0] <= one.start < topic[1]} - {None}
    other = facing(named.pop(), context.pair) if leaders and len(named) == 1 else None
    return ((other, None),) if other is not None else ()


def joined_by(match: Match, who: tuple[tuple[str, str | None], ...]) -> tuple[tuple[str, str | None], ...]:
    """The other side where the holder joined it in what it did: "Kenya joined Norway in condemning"."""
    group, verb = match.span(holder_group(match)), match.span("verb")
    between = match.statement.document.text[group[1] : verb[0]] if group and verb else ""
    joined = _JOINED_IN.match(between)
    beside = match.statement.after(group[1], "state") if group and joined else None
    side = side_of(beside, match.statement.context)
    near = beside is not None and group is not None and beside.start - group[1] < 16
    return ((side, beside.text),) if near and side and beside and side not in dict(who) else ()


def turned(
    match: Match, topic: tuple[int, int], who: tuple[tuple[str, str | None], ...]
) -> tuple[tuple[str, str | None], ...]:
    """The holders, or the other side where "it" would take a side on itself: "X aided Y while it backed X on …"."""
    statement, context = match.statement, match.statement.context
    named = match.mentions(holder_group(match))
    first = next((one for one in statement.of("state") if one.start == topic[0]), None)
    if named or len(who) != 1 or first is None or not isinstance(first.value, StateValue):
        return who
    other = facing(who[0][0], context.pair)
    return ((other, None),) if first.value.form == "name" and side_of(first, context) == who[0][0] and other else who


def _is_of_many(statement: Statement, both: Mention) -> bool:
    """Whether "the countries" are others than the two: "among the countries which …", "the countries of the region"."""
    before = statement.low[: both.start - statement.start]
    after = statement.low[both.end - statement.start :]
    named = both.text.lower().startswith("the ") and " two" not in both.text.lower()
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


def _referred(match: Match, group: str) -> tuple[tuple[str, str | None], ...]:
    """The sides for which a pronoun stands, by the words before it, else by the statement before in the paragraph."""
    statement, pronoun = match.statement, words_of(match, group) or ""
    if pronoun.lower() in ("he", "she"):
        return _of_person(match, group)
    if pronoun.lower() in _WE:
        return _of_speaker(match)
    both = tuple((iso3, None) for iso3 in sorted(statement.context.pair))
    if _TOGETHER.match(pronoun):
        return both
    if pronoun.lower() in _ORDER:
        return _of_two(match, group, _ORDER[pronoun.lower()])
    single = _PRONOUN.match(pronoun) is not None
    behind = _SUBJECT_BEHIND.match(statement.skeleton) if single else None
    if behind is not None and match.found.start(group) < 12:
        return _of_state(statement, behind)
    first = _SUBJECT_FIRST.match(statement.skeleton, 0, match.found.start(group)) if single else None
    previous = statement.context.previous
    if first is None and (previous is None or previous.block is not statement.block):
        return ()
    if single:
        source = statement if first else _told_of(previous)
        first = first or _SUBJECT_FIRST.match(source.skeleton if source else "")
        return _of_state(source, first) if source and first else ()
    if previous is None:
        return ()
    named = {side_of(mention, statement.context) for mention in previous.of("state")}
    if previous.of("both") or named == set(statement.context.pair):
        return both
    return ()


def _told_of(previous: Statement | None) -> Statement | None:
    """The statement before, or that of the same paragraph of which it speaks on: "Kenya … It … It also …"."""
    while previous is not None and previous.low.startswith("it "):
        earlier = previous.context.previous
        if earlier is None or earlier.block is not previous.block:
            return previous
        previous = earlier
    return previous


def _of_state(source: Statement, subject: re.Match[str]) -> tuple[tuple[str, str | None], ...]:
    """The side of the state, or of its officer, that a match of a statement's skeleton has for its subject; none where
    it is no side.
    """
    told = source.mentions[int(subject[1])]
    elsewhere = isinstance(told.value, PlaceValue) and not told.value.capital
    side = None if elsewhere else side_of(told, source.context)
    return ((side, None),) if side else ()


def _of_two(match: Match, group: str, place: int) -> tuple[tuple[str, str | None], ...]:
    """The first or the last of the two sides named before, in the statement or in the one before it."""
    statement, at = match.statement, match.start
    previous = statement.context.previous
    for states in (
        [one for one in statement.of("state") if one.start < at],
        previous.of("state") if previous is not None and previous.block is statement.block else [],
    ):
        sides = list(dict.fromkeys(side for side in (side_of(one, statement.context) for one in states) if side))
        if len(sides) == 2:
            return ((sides[place], None),)
    return ()


def _of_person(match: Match, group: str) -> tuple[tuple[str, str | None], ...]:
    """The side of the officer for whom "he" or "she" stands: the last before it, at most one statement back."""
    statement, previous = match.statement, match.statement.context.previous
    told = previous is not None and previous.block is statement.block and previous.of("person")
    person = statement.before((match.span(group) or (match.start, 0))[0], "person")
    person = person or (told[-1] if told else None)
    side = _side(person, statement.context) if person else None
    return ((side, None),) if side else ()


def _of_speaker(match: Match) -> tuple[tuple[str, str | None], ...]:
    """The side of the state or the officer whose words stand in quotation marks: "we support …", he said."""
    statement, side = match.statement, None
    for spoke in _SPOKE.finditer(statement.low_skeleton):
        side = _side(statement.mentions[int(spoke[1] or spoke[2])], statement.context)
    return ((side, None),) if side else _of_person(match, holder_group(match))


def _side(mention: Mention, context: Context) -> str | None:
    """The side for which a state or the holder of an office speaks; a bare name is the last officer's who bore it."""
    value = mention.value
    if isinstance(value, PersonValue) and _LOCAL.match(value.office or ""):
        return None
    if not isinstance(value, PersonValue) or value.office or value.rank:
        return side_of(mention, context)
    for iso3, officer in context.people:
        known = officer.value
        if isinstance(known, PersonValue) and known.office and value.name and (known.name or "").endswith(value.name):
            return iso3 if is_side(iso3, context.pair) else None
    return None
