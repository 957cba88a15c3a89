"""Who gives in a clause: the subject of a verb, found over coordinated verbs, gerunds and lists of subjects.

A party that a preposition governs, or that an earlier verb has as its object, is no subject. Of several that give
together, the one that is a side of the pair is taken; where both sides do, there is no giver.
"""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.language.slots import Slot, clause_start, slots
from parsers.language.states import find_states

_PREPOSITION = re.compile(
    r"\b(?:to|into|from|with|of|in|for|between|by|via|through|against|during|near|at|on|toward|towards|"
    r"throughout|than|across|under|among|amongst|alongside|like|unlike|despite|including|besides|without)"
    r"(?: the)?(?: \w+)?[ -]$|\b(?:to|for) the \[date:\d+\] $",
    re.IGNORECASE,
)
# "An agreement under which A lends": A is the subject.
_WHICH = re.compile(
    r"\b(?:under|by|in|through|with|of|to|during|after|at|on|upon|following) (?:which|"
    r"whom)(?= (?:the )?$)"
)
_OFFICE_OF = re.compile(
    r"\b(?:government|people|ministry|parliament|president|city|embassy|republic|kingdom|army|ships?|vessels?|planes?|aircraft|"
    r"helicopters?|teams?|members|units?|crews?|engineers|soldiers|officers) of (?:the )?$",
    re.IGNORECASE,
)
_OFFICE = 40
"""More letters than the longest of these has."""
_VERB = re.compile(
    r"\b(?:(?!(?:said|newly|united|red|so-called|former|deposed|exiled)\b)[a-z]+ed|gave|gives|sent|lent|told|led|"
    r"helps?|backs|supports|assists|trains|teaches|equips|funds|finances|advises|treats|hosts|[a-z]+ing|fought|saw|left|met|made|sold|bought|built|paid|forgave|(?:wrote|paid|"
    r"wiped|set|bailed|propped|took|called) (?:off|up|out|over|for)|"
    r"to (?:aid|help|assist|support|back)(?: newly)?(?: independent| neighbouring)?)(?: the)? $|"
    r"\b(?:to [a-z]+|[a-z]+ed|[a-z]+ing)(?: the)? (?:rural|northern|southern|eastern|western|central|post-war) $"
)
# "After the floods that struck B, A gave", "after a storm had hit B": B only has what befell it.
_STRUCK = re.compile(
    r"(?:\b(?:that|which)|\b[a-z]+ (?:had|has|have)) (?:(?:had|has|have|recently) )*(?:struck|hit|ravaged|devastated|"
    r"affected|shook|shaken)(?: the)?(?: [a-z]+ern| central)? $",
    re.IGNORECASE,
)
# "A fund helps B": the fund, which no mention stands for, is the subject.
_HELPED = re.compile(
    r"\b[A-Z]\w+ (?:also |has |had )*(?:helps|supports|assists|helped|supported|assisted|aided|aids)(?: the)? $"
)
# "A is B's main donor": B owns what A is.
_OWNS = re.compile(
    r"\b(?:is|was|been|remains|remained|became|becoming|being|as)(?: (?:now|also|still|by far|"
    r"the|today))* $"
)
PARTY = r"(?:the )?\[(?:state|place|body):\d+\]"
_WITH = re.compile(rf"\b[Ww]ith (?:{PARTY}(?:, {PARTY})*,? and )?(?:the )?$")
_JOINED = re.compile(
    r"(?:'s|’s)?(?: [Gg]overnments?)?(?:,|,? and|,? as well as)(?: the| its)?(?: [Gg]overnment of(?: the)?)? |(?<=\]) "
)
# "After the floods in B, A donated": the comma ends the phrase in front, and the party behind it is the subject.
_RIGHT_BEFORE = re.compile(
    r"(?: government| (?:also|then|later|soon|has|had|have|will|would|[a-z]+ly))* (?:(?:began|begun|started|"
    r"continued|agreed|decided|"
    r"offered|pledged|promised)(?: to)? )?"
)
# "A, of which B is no member, gave": A is the subject.
_RELATIVE = re.compile(
    r", (?:(?:(?:of|in|to|with|for|from) )?(?:which|whom|whose|who|where)|(?:along|together) with|alongside|like|"
    r"unlike|with (?:(?:the|some) )?(?:help|assistance|aid|support))\b[^,;]*, (?:(?:also|has|had|have|then|later) )*$"
)
# "A, B, and [the clause seems to begin here] C": still one list.
_LIST = re.compile(r"\[(?:state|place):\d+\],(?: the)? \[(?:state|place):\d+\], and $")


def giver_before(statement: Statement, begin: int, end: int) -> Slot | None:
    """The party that does what the verb at `end` says, in a clause that starts at `begin`; "with A providing" counts.

    Null where no party is its subject, or where both sides of the pair are.
    """
    skeleton = statement.skeleton
    relative = _RELATIVE.search(skeleton[:end])
    if relative is not None:
        end = relative.start()
        begin = clause_start(skeleton, end)
    listed = _LIST.search(skeleton[:begin])
    begin = clause_start(skeleton, listed.end() - 6) if listed else begin
    parties = [
        one for one in slots(statement, "state", "place", "person", "body") if begin <= one.start and one.end <= end
    ]
    free = _subjects(skeleton, parties, begin, end)
    offices = [(one, _OFFICE_OF.search(skeleton, max(0, one.start - _OFFICE), one.start)) for one in parties]
    of = [one for one, office in offices if office and not _is_governed(skeleton[begin : office.start()], free)]
    if not free:
        return of[-1] if of else None
    last = free[-1] if not of else max(free + of, key=lambda one: one.start)
    return _of_group(statement, [*_group(skeleton, free, last), last])


def _is_governed(lead: str, free: list[Slot]) -> bool:
    """Whether the words before an office have it as the object of a preposition, or of a verb that has a subject."""
    return _PREPOSITION.search(lead) is not None or (bool(free) and _VERB.search(lead) is not None)


def _subjects(skeleton: str, parties: list[Slot], begin: int, end: int) -> list[Slot]:
    """The parties that neither a preposition nor an earlier verb governs, nor stand in a list behind one governed."""
    free: list[Slot] = []
    for number, one in enumerate(parties):
        lead = skeleton[max(begin, one.start - 30) : one.start]
        before = parties[number - 1] if number else None
        follows = before is not None and before not in free and _JOINED.fullmatch(skeleton[before.end : one.start])
        fronted = follows and follows[0] == ", " and (
            _RIGHT_BEFORE.fullmatch(skeleton[one.end : end]) or _opens(skeleton, before, begin, one.end)
        )
        follows = None if fronted else follows
        is_with = end - one.end < 3 and "," not in skeleton[one.end : end] and _WITH.search(skeleton, begin, one.start)
        is_object = any(governing.search(lead) for governing in (_STRUCK, _HELPED)) or (
            bool(free) and (_VERB.search(lead) is not None or _is_owner(skeleton, one, lead))
        )
        governed = _PREPOSITION.search(_WHICH.sub("", lead)) or _of_occasion(skeleton, one, lead)
        if is_with or not (follows or is_object or governed):
            free.append(one)
    return free


def _opens(skeleton: str, party: Slot | None, begin: int, end: int) -> bool:
    """Whether a clause opens with a preposition and a party, and who stands behind them is no list: "Under A, B is"."""
    lead = skeleton[begin : party.start] if party is not None else ""
    return _PREPOSITION.fullmatch(lead.lstrip()) is not None and _GOES_ON.match(skeleton, end) is None


_GOES_ON = re.compile(r",?(?: and| or)?(?: the)? \[")


def _is_owner(skeleton: str, party: Slot, lead: str) -> bool:
    """Whether a party owns what the subject is: "A remains B's main partner"."""
    return skeleton.startswith(("'s ", "’s ", "' ", "’ "), party.end) and _OWNS.search(lead) is not None


def _of_occasion(skeleton: str, party: Slot, lead: str) -> bool:
    """Whether a party only tells where the disaster was that a clause follows on: "after the A port explosion"."""
    return _AFTER.search(lead) is not None and _OCCASION.match(skeleton, party.end) is not None


_AFTER = re.compile(r"\b(?:after|following|since|amid) (?:the )?(?:\w+ )?$", re.IGNORECASE)
_OCCASION = re.compile(
    r"(?:'s|’s)?(?: [a-z]+){0,2} (?:earthquakes?|floods?|flooding|tsunami|hurricanes?|cyclones?|typhoons?|famine|"
    r"drought|fires?|"
    r"wildfires|bushfires|explosions?|landslides?|eruption|epidemic|outbreak|disaster|storms?|attacks?|war|crisis)\b"
)


def _group(skeleton: str, free: list[Slot], last: Slot) -> list[Slot]:
    """The subjects that stand in one list with the last: "A, B and C"."""
    found: list[Slot] = []
    at = last
    for one in reversed([one for one in free if one.end <= last.start]):
        if not _JOINED.fullmatch(skeleton[one.end : at.start]):
            break
        found.append(one)
        at = one
    return found[::-1]


def _of_group(statement: Statement, group: list[Slot]) -> Slot | None:
    """The one of a list of subjects that is a side of the pair; the last where none is; null where both sides are."""
    sides = [(one, side_of(one.mention, statement.context)) for one in group]
    own = [one for one, side in sides if side]
    return None if len({side for _, side in sides if side}) > 1 else (own or group)[-1]


_AGENCY = re.compile(
    r"\b(?:Agency|Cooperation|Co-operation|Ministry|Government|Embassy|Fund|Red C(?:ross|rescent)|Development)\b"
)


def state_agency(statement: Statement, begin: int, end: int) -> Slot | None:
    """The state that the name of an agency, ministry … begins with, as if it were named itself."""
    for one in [slot for slot in slots(statement, "body") if begin <= slot.start < end]:
        if not _AGENCY.search(one.mention.text):
            continue
        named = list(find_states(one.mention.text, statement.context.pair))
        if len(named) == 1 and named[0].start == 0:
            return Slot("state", replace(one.mention, value=named[0].value), one.start, one.end)
    return None
