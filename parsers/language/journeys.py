"""Journeys: who went (the subjects of a verb of going), where to (its legs, each with its dates), and which way a
head line tells.

Read: "A, accompanied by B, visited X in 1979 and Y in 1981", "became the first … to visit Y", "was on a visit in Y".
Not
read: subjects behind another subject's verb ("A said that tourists visited X"), places named only as the home of a
thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from parsers.language.mention import DateValue, Mention, PersonValue, StateValue
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement, lies_in
from parsers.language.states import Pair

VISITS = r"(?:visits?|trips?|tours?|journeys?|voyages?|stopovers?|stops?|stay|pilgrimage)"
_VERBS = (
    r"(?:(?:re)?visited|visiting|toured|touring|travell?ed|went|flew|journeyed|sailed|returned|(?:arrived|landed"
    r"|stayed|stopped(?: over)?)"
    r"|came (?:back )?to|has been to|set foot (?:in|on)|spent (?:(?!\[person)[^;.]){1,30}? in(?= (?:the )?\[(?:state"
    r"|place))|(?:was|were) (?:again |also |once more )?in(?= (?:the )?\[(?:state"
    r"|place))|(?:was|were) (?:also |[\w]+ly )?(?:received|hosted|welcomed|greeted)(?= (?:in|at)\b)"
    r"|(?:paid|paying|made|making|undertook|conducted|completed|began|started|concluded|had|took|performed"
    r"|carried out|embarked on|went on|(?:is|was|were|being|while) on)"
    rf" (?:(?!\[person)[^;.]){{0,60}}?{VISITS}(?: of \w+)?"
    r"|(?:led|headed|brought) (?:an? |the )?(?:[\w-]+ )*?(?:\[person:\d+\]|delegations?|missions?)"
    r"|(?:became|was|were|is|being) the (?:\w+[- ]){0,2}?(?:first|second|third|last|latest|only"
    r"|\[rank:\d+\])[^;.]{0,60}? to"
    rf" (?:visit|tour|travel to|set foot (?:in|on)|(?:pay|make|undertake) [^;.]{{0,30}}?{VISITS} to)"
    r"|(?:became|was|were) (?:the )?(?:\w+[- ]){0,2}?(?:first|second|third|last|latest|only|\[rank:\d+\]) [^;.]{0,40}?"
    r"(?:who|that) (?:visited|(?:paid|made|undertook) [^;.]{0,30}?visit to)"
    r"|(?<=\] )(?:visits?|tours?|travels? to|flies to|arrives? in|(?:pays?|makes?|undertakes?) [^;.]{0,30}?visit to)"
    r"(?= (?:the )?\[(?:state|place))"
    r"|(?:who had|had|has|have) visited)"
)
_WAY = (
    r"(?:(?!\[person|\[state|\[place|\b(?:that|which|who|whose|where|relations?|said|told|because|although"
    r"|opened|signed|while|embassy|exhibition|ambassador"
    r"|against|invit\w+|met|of his|of her)\b)[^;]){0,60}?"
)
WENT = Pattern(rf"\b(?P<verb>{_VERBS})(?P<way>{_WAY})<to:state|place>")
HE_WENT = Pattern(
    rf"\b(?:he|she|they)\b(?P<link>(?:(?!\[person)[^;.]){{0,50}}?)\b(?P<verb>{_VERBS})(?P<way>{_WAY})<to:state|place>"
)
ATTENDED = Pattern(
    r"\b(?P<verb>attended|attending|participated in|took part in|addressed|spoke at|was present at|were present at)"
    r"(?P<way> (?:(?!as well as to)[^;]){0,140}?)\b(?:in|at|to) (?:the )?"
    r"(?P<where>(?:(?!\[person)[^;,]){0,30}?)<to:place|state>"
)
_MOTION = re.compile(
    r"\b(?:travell?ed|went|flew|journeyed|sailed|returned|arrived|landed|stayed|stopped|received|hosted|welcomed"
    r"|greeted)\b",
    re.I,
)
_MOTION_WAY = re.compile(
    r"(?:[\w-]+ ){0,4}?(?:to|in|at|for|over in|through|over|[\w-]+ in|[\w-]+ to)(?: [\w-]+){0,4} ?", re.I
)
_PLACE_NOUN = re.compile(
    r"\s(?:\w+ )?(?:capital|city|cities|town|port|island|village|parliament|university|region|province|coast"
    r"|resort|side|territory|soil|National Assembly|Congress)\b",
    re.I,
)
_NOUN_IN = re.compile(r"(?: [\w'’-]+){1,5} (?:in|at) (?:the )?")
_NEXT = re.compile(
    r"(?:,? (?:and|then|before|as well as|and then|followed by)(?: to| in| again| later| also| finally)?|,)(?:"
    r" in| to| visiting)?(?: the)? \[(?:state|place):(\d+)\]"
    r"(?=[,.;)]|$| (?:in|on|to|for|from|during|as|where|with|at|and|again|later|respectively|before|after"
    r"|that)\b| \[date| \()",
    re.I,
)
_DATES = re.compile(
    r"[ ,]*\(?(?:on (?:\[quantity:\d+\]|[\w-]+)(?: [\w-]+)? occasions?[ ,:]+|on \[quantity:\d+\][ ,:]+)?"
    r"(?:(?:in|on|from|during|both|again|twice|also|between|early|late|mid)[ ,]+)*\[date:\d+\]"
    r"(?:(?:, and | and |, | |-|–)(?:again |once more |later )?(?:in |on )?\[date:\d+\])*\)?",
    re.I,
)
_NUMBER = re.compile(r":(\d+)\]")
_TOGETHER = re.compile(
    r",?\s*(?:and|,|as well as|accompanied by|together with|along with|alongside|joined by)\s*(?:the|his|her"
    r"|their|then|its)?\s*(?:wife|husband|spouse)?,?\s*",
    re.I,
)
_OBJECT = re.compile(
    r"(?<!led )(?<!headed )(?<!chaired )(?<!accompanied )(?<!joined )(?<!according )\b(?:with|by|of|met|for|from"
    r"|to|against|between|succeeded|replaced|invited|hosted|received|after|under|told|on|saw|see|no|former)"
    r" (?:the |his |her |its |their |then |then-)*$",
    re.I,
)
_NOBODY = re.compile(
    r"\b(?:no|neither|none of the|not one) (?:[\w-]+ ){0,2}$"
    r"|\b(?:ship|vessel|frigate|cruiser|destroyer|submarine|steamer|yacht|corvette|company|club|team|orchestra|choir|band"
    r"|airline|firm|group) $",
    re.I,
)
_BLOCK = re.compile(
    r";|\b(?:that|whose|when|while|whereas|he|she|they|invited|asked)\b"
    r"|\b(?:tourists?|ships?|vessels?|teams?|students|citizens|people|soldiers|exhibition|pilgrims|squad"
    r"|orchestra)\b(?:\s(?!and\b)[\w\[\]:]+){0,3}\s*$",
    re.I,
)
_WHO = re.compile(r",? who\b", re.I)
_GAPPED = re.compile(r"(?:,| and|, and)(?: the)? \[person:(\d+)\],? (?:in|on) \[date:(\d+)\]")
WITHOUT_PLACE = Pattern(
    r"\b(?P<verb>(?:returned|reciprocated|repaid) (?:the|his|her|this|that) (?:[\w-]+ )?visit\b|arrived(?= (?:on"
    r"|in|late on) \[date|[.,]| for a [^;.]{0,40}visit)"
    r"|(?:paid|made|undertook|returned on|came on|arrived on) (?:an? |the )?(?:first |second )?"
    r"(?:(?:\[(?:quantity|rank):\d+\])?[\w-]+,? (?:and )?){0,4}?visit(?= (?:on|in|from) \[date|[.,]))"
)
_FARTHEST = 150


@dataclass(frozen=True)
class Leg:
    """One destination of a journey and the dates that stand behind it, if any."""

    to: Mention
    dates: tuple[Mention, ...] = ()


def legs(match: Match) -> list[Leg]:
    """The destinations that follow a verb of going; places of one state are one leg, undated legs take the next one's
    dates.
    """
    statement, skeleton, position = match.statement, match.statement.skeleton, match.found.end()
    first = match.mention("to")
    found = [Leg(first)] if first is not None else []
    while found:
        dates, following = _DATES.match(skeleton, position), _NEXT.match(skeleton, position)
        if dates:
            several = [statement.mentions[int(number)] for number in _NUMBER.findall(dates[0])]
            found[-1] = replace(
                found[-1], dates=(*found[-1].dates, *(date for date in several if date in statement.dates))
            )
        elif following:
            found.append(Leg(statement.mentions[int(following[1])]))
        if not (dates or following):
            break
        position = (dates or following).end()  # type: ignore[union-attr]
    return _joined(found, statement.context.pair)


def as_stays(dates: Sequence[Mention | None]) -> list[Mention | None]:
    """The dates with days that follow each other as one stay: "on 19 and 20 September"."""
    kept: list[Mention | None] = []
    for date in dates:
        before = kept[-1] if kept else None
        joint = _stay(before, date) if before is not None and date is not None else None
        if joint is not None:
            kept[-1] = joint
        else:
            kept.append(date)
    return kept


def _stay(one: Mention, other: Mention) -> Mention | None:
    """Two days that follow each other as an interval; null where they are anything else."""
    first, last = one.value, other.value
    if not isinstance(first, DateValue) or not isinstance(last, DateValue) or last.precision != "day":
        return None
    if (
        first.end is None
        or last.start is None
        or first.precision not in ("day", "interval")
        or (last.start - first.end).days != 1
    ):
        return None
    start = first.edtf.split("/")[0]
    value = DateValue(f"{start}/{last.edtf}", first.start, last.end, "interval", first.resolved, first.qualifier)
    return Mention(one.start, other.end, f"{one.text} and {other.text}", value)


def gapped(match: Match) -> list[tuple[Mention, Mention]]:
    """Further visitors and their dates for whom the verb and the place are not said again: "A visited X in May, B in
    June".
    """
    skeleton, position = match.statement.skeleton, match.found.end()
    dates = _DATES.match(skeleton, position)
    position = dates.end() if dates else position
    found = []
    while further := _GAPPED.match(skeleton, position):
        found.append((match.statement.mentions[int(further[1])], match.statement.mentions[int(further[2])]))
        position = further.end()
    return found


def _joined(found: list[Leg], pair: Pair) -> list[Leg]:
    """Legs of one state put together where not both have dates; then dates handed back along the list."""
    kept: list[Leg] = []
    for leg in found:
        before = kept[-1] if kept else None
        if before and lies_in(before.to, pair) == lies_in(leg.to, pair) and not (before.dates and leg.dates):
            kept[-1] = replace(before, dates=before.dates or leg.dates)
        else:
            kept.append(leg)
    dates: tuple[Mention, ...] = ()
    for number in reversed(range(len(kept))):
        dates = kept[number].dates or dates
        kept[number] = replace(kept[number], dates=dates)
    return kept


def is_destination(match: Match) -> bool:
    """Whether the place is gone to: a demonym only before a city or the like, a verb of motion only with a
    preposition.
    """
    to, statement = match.mention("to"), match.statement
    if to is None:
        return False
    if isinstance(to.value, StateValue) and to.value.form != "name":
        after = statement.document.text[to.end : to.end + 40]
        if not _PLACE_NOUN.match(after) and not _leads_to_place(statement, to):
            return False
    verb, way = match.words("verb") or "", (match.words("way") or "").strip()
    return (
        not _MOTION.search(verb) or "visit" in verb or _MOTION_WAY.fullmatch(f"{way} ") is not None or way == "home to"
    )


def subjects(statement: Statement, at: int) -> list[Mention]:
    """The people who do what is told at a position: the nearest before it that are no objects of another word."""
    text, people = statement.document.text, [p for p in statement.of("person") if p.end <= at]
    while people:
        group = [people.pop()]
        between = text[group[0].end : at]
        if len(between) > _FARTHEST or _BLOCK.search(between):
            return []
        while people and _TOGETHER.fullmatch(text[people[-1].end : group[0].start]):
            group.insert(0, people.pop())
        while len(group) > 1 and _is_object(statement, group[0]) and text[group[0].end : group[1].start].strip() == ",":
            group.pop(0)
        if _NOBODY.search(text[statement.start : group[0].start]):
            return []
        if not _is_object(statement, group[0]) or _WHO.match(between):
            return group
    return []


def _leads_to_place(statement: Statement, demonym: Mention) -> bool:
    """Whether a demonym's noun stands in a place of the same state: "the Japanese Diet in Tokyo"."""
    place, pair = statement.after(demonym.end, "place"), statement.context.pair
    if place is None or lies_in(place, pair) != lies_in(demonym, pair):
        return False
    return _NOUN_IN.fullmatch(statement.document.text[demonym.end : place.start]) is not None


def travellers(match: Match) -> list[Mention]:
    """The subjects of a verb of going, with the office that its words give: "X was the first Foreign Minister to"."""
    people = subjects(match.statement, (match.span("verb") or (0, 0))[0])
    offices = [one for one in match.mentions("verb") if isinstance(one.value, PersonValue) and not one.value.name]
    return [_as_holder(people[0], offices[0])] if len(people) == len(offices) == 1 else people


def _as_holder(named: Mention, office: Mention) -> Mention:
    """The person with the office that the predicate gives, where the name's own mention has none."""
    one, other = named.value, office.value
    assert isinstance(one, PersonValue) and isinstance(other, PersonValue)
    if one.office or not one.name:
        return named
    value = replace(one, office=other.office, rank=other.rank, iso3=one.iso3 or other.iso3)
    return Mention(named.start, office.end, named.text, value)


def _is_object(statement: Statement, person: Mention) -> bool:
    return _OBJECT.search(statement.document.text[statement.start : person.start]) is not None
