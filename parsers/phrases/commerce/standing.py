"""Places and shares of one state in the other's trade: "the third largest source of imports (13% of total imports)"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from parsers.language.mention import Mention, PercentValue, RankValue
from parsers.language.reading import Statement, kept
from parsers.language.sides import facing, side_of
from parsers.language.slots import Slot, clause_start, slots, words_of
from parsers.phrases.commerce.commerce import terms
from parsers.phrases.commerce.periods import carried, own_dates, period
from parsers.phrases.commerce.rank_nouns import LARGE, REGIONAL, noun_beside, ranked_noun
from parsers.phrases.commerce.words import words

_HELD_BACK = re.compile(
    r"(?:^|[,;] )(?:[Aa]fter|[Bb]ehind|[Oo]utside(?: of)?|[Bb]esides|[Ee]xcept(?: for)?|[Ee]xcluding|[Aa]part "
    r"from|[Aa]side from|"
    r"[Ii]n|[Ww]ithin|[Aa]mong|[Aa]mongst|[Oo]f)(?: all)?(?: the)? (?:[a-z-]+ ){0,2}?(?:\[(?P<kind>state|body|"
    r"place):(?P<who>\d+)\]|(?:[A-Z][\w-]+ ){0,3}(?:[A-Z][\w-]+\b|countries|states|nations|members))"
)
_OWNER = re.compile(
    r"\[(?:state|place|body):(?P<owner>\d+)\](?:'s|’s|s'|'|’)?,? "
    r"(?:(?!(?:its|their|being|as)\b)[a-z]+ ){0,2}$|\b(?P<its>its|their)(?: \w+)? $",
    re.IGNORECASE,
)
_OF = re.compile(
    r"^(?: \w+){0,1}? (?:of|for|to|in)(?: goods)?(?: to| from| for| of)?(?: the)? \[(?P<kind>state|"
    r"body):(?P<owner>\d+)\]",
    re.IGNORECASE,
)
_SCOPED = re.compile(
    r"^[^.;()]{0,30}?\b(?:in|within|among|amongst|from|across|on|outside|of) (?:the |all |its "
    r")?(?:\[body:\d+\]|(?:[\w-]+ ){0,2}(?:countries|states|members|nations|region|continent|bloc|hemisphere|"
    r"union)\b)|^ \w+ \w+ (?:in|within|among) the (?!world|year)[A-Z]"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A rank or share: its slot, whose trade (`reporter`), with whom, the flow, the period; `share` is a rank's
    percentage, `scope` the region or group that a rank holds within.
    """

    slot: Slot
    reporter: str
    partner: str
    flow: str
    date: Mention | None
    rank: int | None = None
    share: float | None = None
    scope: str | None = None


@kept
def ranks(statement: Statement) -> list[Standing]:
    """The ranks of one state among the other's partners, each with the share that stands with it.

    Not read: ranks behind others ("after A", "outside Europe"), plural nouns ("one of the largest partners"), and those
    of third states.
    """
    found: list[Standing] = []
    for slot in slots(statement, "rank"):
        one = _ranked(statement, slot, found[-1] if found else None)
        if one is not None:
            found.append(one)
            found += _beside(statement, one)
    return found


def _ranked(statement: Statement, slot: Slot, before: Standing | None) -> Standing | None:
    """The rank of a slot, which may share the noun or the reporter of the rank before it; null where it is not read."""
    flow, end = ranked_noun(statement, slot)
    if flow is None and before is not None:
        flow, end = _again(statement, slot, before)
    if flow is None or is_planned(statement, slot):
        return None
    reporter, scope = _reporter(statement, slot, end, before), _scope(statement, slot, end)
    partner = facing(reporter, statement.context.pair)
    rank = slot.mention.value.rank if isinstance(slot.mention.value, RankValue) else None
    is_second = rank == 1 and _NEXT_TO.match(statement.skeleton, end) is not None
    if reporter is None or partner is None or scope is None or not rank or is_second:
        return None
    share = _share_beside(statement, end, flow)
    return Standing(slot, reporter, partner, flow, when_of(statement, slot), rank, share, scope or None)


_THEN_RANK = re.compile(r",? and (?:the )?\[rank:")


def _beside(statement: Statement, one: Standing) -> list[Standing]:
    """The same rank with a second noun: "A's largest trading partner and import supplier"."""
    flow, end = noun_beside(statement, ranked_noun(statement, one.slot)[1])
    is_last = not _THEN_RANK.match(statement.skeleton, end)
    scope = (_scope(statement, one.slot, end) if is_last else "") if flow and flow != one.flow else None
    return [replace(one, flow=flow, scope=scope or None, share=None)] if flow and scope is not None else []


# "A's largest partner after B": not the first.
_NEXT_TO = re.compile(
    r"(?: (?:of|for) (?:the )?\[(?:state|place):\d+\])?(?: in (?:the )?[\w\[\]: -]{3,20})?,? (?:after|behind)"
    r"(?: only)? (?:the )?\[(?:state|body|place):"
)


def _again(statement: Statement, slot: Slot, before: Standing) -> tuple[str | None, int]:
    """The flow and end of a rank that shares the noun of the one before: "89th largest partner and 12th in Africa"."""
    between = statement.skeleton[before.slot.end : slot.start]
    is_shared = _SHARES_NOUN.fullmatch(between) and _ENDS.match(statement.skeleton, slot.end)
    return (before.flow, slot.end) if is_shared else (None, 0)


_SHARES_NOUN = re.compile(
    r" [^.;]{3,90}?,? \(?(?:and|but) (?:(?:is|was|only|just|then) )*"
    r"(?:the |its )?(?:\[state:\d+\](?: is| was)(?: the)? \[state:\d+\](?:'s|’s|"
    r"'|’) )?"
)
_ENDS = re.compile(
    r"(?: (?:largest|biggest))?(?=[.,;)]|$| (?:within|in|among|amongst)\b| worldwide| globally| overall)"
)


# "A's seventh partner and the second in Europe": the region is of the second place alone.
_NEXT_RANK = re.compile(rf",? and (?:the |its )?\[rank:\d+\]{_ENDS.pattern}")


def _reporter(statement: Statement, slot: Slot, end: int, told: Standing | None) -> str | None:
    """Whose partner it is: the owner before the rank, else after "of", else as of the rank before, else the one who
    faces the subject.
    """
    skeleton, context = statement.skeleton, statement.context
    subject = _subject(statement, slot)
    side = side_of(subject.mention, context) if subject is not None else None
    if subject is not None and side is None:
        return None
    before = _OWNER.search(skeleton[max(0, slot.start - 40) : slot.start])
    owner = _owner(skeleton, slot, end, before)
    if owner is not None:
        return side_of(statement.mentions[int(owner["owner"])], context)
    if _TRADER.search(skeleton[slot.end : end]) and not (before and before["its"]):
        return None
    if subject is not None:
        return facing(side, context.pair)
    return told.reporter if told is not None else None


def _owner(skeleton: str, slot: Slot, end: int, before: re.Match[str] | None) -> re.Match[str] | None:
    """The words that say whose partner it is: those behind the noun, unless they name the group of one before it."""
    owned = before is not None and not _HOLDS.search(before[0])
    behind = _OF.match(skeleton[end:]) or _STATE.search(skeleton, slot.end, end)
    if behind is not None and not (owned and _IN_GROUP.match(behind[0])):
        return behind
    return before if before is not None and before["owner"] and owned else None


_IN_GROUP = re.compile(r" in (?:the )?\[body")  # "A's second largest partner in the Union": whose it is stands before
_STATE = re.compile(r"\[state:(?P<owner>\d+)\]")
_HOLDS = re.compile(
    r"\b(?:is|was|are|were|became|remains|ranks|ranked|takes|took|holds|held|comes|came|stands|stood|and|but)\b"
)
_TRADER = re.compile(r"\b(?:exporter|importer)\b")


def _subject(statement: Statement, slot: Slot) -> Slot | None:
    """The state that has the rank: the last one before it in its clause that nothing possesses or governs."""
    skeleton = statement.skeleton
    begin = clause_start(skeleton, slot.start)
    before = [one for one in slots(statement, "state", "body", "place") if begin <= one.start and one.end <= slot.start]
    holders = (one for one in reversed(before) if not _PASSED.search(skeleton, 0, one.start))
    return next((one for one in holders if _HAS.match(skeleton, one.end)), None)


# "B overtook C as A's largest partner": the place is B's.
_PASSED = re.compile(
    r"\b(?:over(?:took|taking|taken)|(?:replac|displac|surpass|supplant|supersed|oust|pass)(?:ed|ing)) (?:the )?$"
)


_HAS = re.compile(
    r",? (?:\([^)]*\) )?(?:(?:also|currently|then|now) )?(?:is|was|are|were|became|becomes|has|had|"
    r"remains?|remained|ranks?|ranked|being|as|overtook|emerged)\b|,? ?(?:\[date:\d+\],? )?(?:which )?(?:is|was)\b"
)


def _scope(statement: Statement, slot: Slot, end: int) -> str | None:
    """The region or group that a rank holds within, as written; empty for all partners; null behind or without others
    ("after A", "outside Europe")."""
    lead = _HELD_BACK.search(statement.skeleton[: slot.start])
    if lead and not (lead["who"] and side_of(statement.mentions[int(lead["who"])], statement.context)):
        is_told = getattr(slot.mention.value, "rank", 1) > 1 and _BEHIND.match(lead[0]) is not None
        if not is_told:
            return _scope_words(statement, 0, lead) if _WITHIN.match(lead[0]) else None
    after, end = _own_words(statement, end)
    if _WORLD.match(after.lower()):
        return ""
    found = _in_group().match(after.lower()) or _SCOPED.match(after)
    if found is None:
        return _adjective(statement, slot, end)
    return None if re.search(r"\boutside\b", found[0].lower()) else _scope_words(statement, end, found)


def _own_words(statement: Statement, end: int) -> tuple[str, int]:
    """What stands behind a rank's noun, and behind whose it is, up to the next rank; with where that begins."""
    of = _OF.match(statement.skeleton[end:])
    end += of.end() if of and of["kind"] == "state" else 0
    own, *_ = re.split(r",? and (?:the |its )?\[rank:", rest := statement.skeleton[end:])
    elliptic = _NEXT_RANK.match(statement.skeleton, end) is not None
    after = own if own.strip() or elliptic else rest.removeprefix(",")
    return after, end + (len(rest) - len(after) if rest.endswith(after) else 0)


_WORLD = re.compile(r"[^.;,()]{0,30}?\b(?:in the world|globally|worldwide)\b")


@cache
def _in_group() -> re.Pattern[str]:
    """Words that name a group of the lexicon within which a rank is held."""
    among = r"(?:in|within|among|of|from|across|outside)"
    return re.compile(rf"[^.;,()]{{0,60}}?\b{among} (?:all )?{words('groups').pattern}")


def _adjective(statement: Statement, slot: Slot, end: int) -> str:
    """The adjective of a region between a rank and its noun, as written; empty for none."""
    found = re.match(rf" {LARGE}{REGIONAL}\b", statement.skeleton[slot.end : end], re.IGNORECASE)
    return found["region"] if found else ""


# "After A, B is the second largest partner": the place is told with the one before it.
_BEHIND = re.compile(r"(?:^|[,;] )(?:after|behind)\b", re.IGNORECASE)
_WITHIN = re.compile(r"(?:^|[,;] )(?:in|within|among|amongst|of)\b", re.IGNORECASE)
_SCOPE_LEAD = re.compile(
    r"^.*?\b(?i:in|within|among|amongst|of|from|across|on)(?: all)?(?: the)? (?=[a-z-]*[A-Z]|(?:[\w-]+ "
    r"){0,2}(?:countries|states|members|nations|region|continent|bloc|hemisphere|union|world))",
    re.DOTALL,
)


def _scope_words(statement: Statement, start: int, found: re.Match[str]) -> str | None:
    """The words of a group without the preposition before them."""
    spelled = words_of(statement, start + found.start(), start + found.end())
    return _SCOPE_LEAD.sub("", spelled).strip(" ,;") or None


def is_planned(statement: Statement, slot: Slot) -> bool:
    """Whether the clause before a slot tells of a wish, a plan or a possibility."""
    low = statement.skeleton.lower()
    return words("planned").search(low[clause_start(low, slot.start) : slot.start]) is not None


def when_of(statement: Statement, slot: Slot) -> Mention | None:
    """The period of a rank or share; without one of its own it has that of the figures told right before it."""
    if statement.dates:
        return period(statement, slot)
    return carried(statement) or _continued(statement)


def _continued(statement: Statement) -> Mention | None:
    """The period of the figures of the same paragraph right before; none for what is said to hold now."""
    previous = statement.earlier
    if _NOW.search(statement.low):
        return None
    for _ in range(3):
        if previous is None:
            return None
        if previous.dates:
            told = terms(previous) or previous.of("rank")
            own = own_dates(previous)
            date = own[0] if len(own) == 1 else statement.context.date
            return date if told and (previous.of("money") or previous.of("rank")) else None
        previous = previous.earlier
    return None


_NOW = re.compile(
    r"\b(?:has become|have become|currently|today|now|nowadays|at present|presently|still|traditionally)\b"
)


def _share_beside(statement: Statement, end: int, flow: str) -> float | None:
    """The percentage that stands right behind a rank: "(accounting for 7.6% …)", ", with a share of 5%"; one of another
    flow ("partner, with 25% of its exports") is none of the rank's.
    """
    tail = statement.skeleton[end : end + 90]
    match = re.match(
        r"(?:[^;.()\[]{0,30}\[(?:state|date):\d+\](?:'s|’s)?){0,2}[^;.()\[]{0,30}(?:\(|, |,? with |and | "
        r"(?=(?:which|that) ))(?:(?:accounting for|representing|with|at|making up|a share of|share of|about|around"
        r"|nearly|a|market|comprising|constituting|receiving|taking|supplying|providing|accounts for|accounted for"
        r"|consisting of|"
        r"(?:which|that) (?:account(?:s|ed) for|consist(?:s|ed) of|ma(?:kes|de) up|represent(?:s|ed))) "
        r")*\[percent:(?P<slot>\d+)\](?! (?:increase|growth|rise|decrease))",
        tail,
    )
    other = _OF_FLOW.match(tail, match.end()) if match else None
    if match is None or (other is not None and other["flow"][:6].lower() != flow):
        return None
    return percent_of(statement.mentions[int(match["slot"])])


_OF_FLOW = re.compile(
    r" of (?:(?:its|the|total|all|their|overall|\[state:\d+\](?:'s|’s|'|’)?|\[money:\d+\](?: in| of)?) )*"
    r"(?P<flow>exports|imports)\b"
)


def percent_of(mention: Mention) -> float | None:
    """The number of a percentage; null for another kind of mention."""
    return mention.value.value if isinstance(mention.value, PercentValue) else None
