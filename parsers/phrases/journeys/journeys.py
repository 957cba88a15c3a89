"""Journeys: who went (the subjects of a verb of going), and whether its place is gone to; `legs` tells where to.

Read: "A, accompanied by B, visited X in 1979 and Y in 1981", "became the first … to visit Y", "was on a visit in Y".
Not read: subjects behind another subject's verb ("A said that tourists visited X"), places named only as the home of
a thing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.language.antecedents import is_object
from parsers.language.mention import Mention, PersonValue, QuantityValue, StateValue
from parsers.language.pattern import Match
from parsers.language.reading import Statement, lies_in, named

_MOTION = re.compile(
    r"\b(?:travell?ed|went|flew|journeyed|sailed|returned|arrived|landed|touched|stayed|stopped|received|"
    r"hosted|welcomed|greeted|sent|dispatched|despatched)\b",
    re.I,
)
_MOTION_WAY = re.compile(
    r"(?:[\w-]+ ){0,4}?(?:to|in|at|for|into|over in|through|over|[\w-]+ in|[\w-]+ to)(?: [\w-]+){0,4} ?", re.I
)
_PLACE_NOUN = re.compile(
    r"\s(?:\w+ )?(?:capital|city|cities|town|port|island|village|parliament|university|region|province|coast"
    r"|resort|side|territory|soil|National Assembly|Congress)\b",
    re.I,
)
_HOSTS = re.compile(r"\s(?:government|state|parliament|authorities|army|navy|air force|foreign ministry)\b", re.I)
_NO_PLACE_OF = re.compile(r"['’]s? (?:[a-z]+ )?(?:interests?|favou?r|sphere|orbit|debt|hands|power|shadow|eyes|view)\b")
"""What is in a state's hands or interest, and so nowhere."""
_LOOKED_AT = re.compile(r"(?:visited|toured|inspected)$", re.I)
_SITES = re.compile(
    r"\s(?:[a-z-]+ )?(?:factor(?:y|ies)|plants?|mines?|shipyards?|ports?|bases|barracks|works|farms?|laborator(?:y|ies)"
    r"|hospitals?|universit(?:y|ies)|schools?|museums?|companies|industries|facilities|institutions|installations)\b"
)
_OWN_PEOPLE = re.compile(
    r" (?:[a-z-]+ )?(?:community|communities|diaspora|expatriates|immigrants|emigrants|migrants|citizens|nationals"
    r"|students|minority|embassy|legation|consulate|ambassador|mission)\b"
)
_NOUN_IN = re.compile(r"(?: [\w'’-]+){1,5} (?:in|at) (?:the )?")
_TOGETHER = re.compile(
    r"(?: \([^()]{1,60}\))?,?\s*"
    r"(?:(?:and|,|as well as)\s*(?:an?(?:other)? (?:[a-z0-9-]+ ){0,3}|(?:[\w.]+ ){0,3}?[\w.]+['’]s\s)?"
    r"|(?:and (?:[a-z]+ ){0,2}?[a-z]+,\s*)?(?:accompanied by|together with|along with|alongside|joined by)\s*"
    r"(?:an? |the )?(?:[a-z0-9-]+ ){0,3})(?:the|his|her|their|then|its)?\s*"
    r"(?:wife|husband|spouse|consort|son|daughter)?,?\s*",
    re.I,
)
_IN_COMPANY = re.compile(
    r",? (?:accompanied by|together with|along with|alongside|joined by|at the head of) "
    r"(?:(?!\b(?:met|visited|held|who|which|that|received|signed|to|for|from|by)\b)[^;.,]){2,90} "
)
"""What stands between a person and a party that went along: "A, accompanied by his wife B and a trade delegation"."""
_APART = re.compile(r",\s+(?:(?:the|his|her|their|then) )*", re.I)
_NOBODY = re.compile(
    r"\b(?:no|neither|none of the|not one) (?:[\w-]+ ){0,2}$"
    r"|\b(?:ship|vessel|frigate|cruiser|destroyer|submarine|steamer|yacht|corvette|company|club|team|"
    r"orchestra|choir|band|airline|firm|group) $",
    re.I,
)
_BLOCK = re.compile(
    r";|\b(?:that(?! (?:included|involved|featured)\b)|whose|when|while|whereas|he|she|they|invited|asked)\b"
    r"|, and (?:in|on) [\w ]{3,20}[12]\d\d\d,? (?-i:[A-Z])"
    r"|\b(?:one|another|others) (?:from|of|led|headed)\b"
    r"|\b(?:tourists?|ships?|vessels?|teams?|students|citizens|people|soldiers|exhibition|pilgrims|squad"
    r"|orchestra)\b(?:\s(?!and\b)[\w\[\]:]+){0,3}\s*$",
    re.I,
)
_COUNTED_TO_VERB = re.compile(r" (?:\w+ly |also |then |later )?")
_WHO = re.compile(r",? who\b", re.I)
_RELATIVE = re.compile(r"['’]s? (?:[a-z]+ )?(?:wife|widow|husband|son|daughter|brother|sister|nephew|niece)\b")
_ASIDE = re.compile(
    r", (?:who|whose|which|invited by|accompanied by|joined by|then|at that time)\b[^,;]{3,110}, ?$", re.I
)
"""A clause about the subject that closes right before its verb: ", whose election had been awaited with interest, "."""
_PREDICATE = re.compile(
    r",? (?:(?:who|also|later|thus) )*(?:was|became|becoming|being|is)(?: \w+){0,3} "
    r"|, (?:(?:at (?:that|the) time|then|by then|now|still|already) )+(?:the |an? )?"
)
_OFFICE_TOO = re.compile(r" and (?:the )?(?:(?:first|former|then|second|later|current|future) )?")
_WITH_DOER = re.compile(r"\bwith (?:the |then )?$", re.I)
_DOING = re.compile(
    r"(?:,? (?:in|on) (?:\w+ ){0,2}\d{4},?)? (?:also |then |first |later )?"
    r"(?:visiting|travelling|traveling|touring|paying|making|flying|arriving|becoming|leading|heading|attending"
    r"|meeting|receiving|hosting|having)\b"
)
_BY_COUNTERPART = re.compile(r"\binvitation of (?:his|her) counterpart, (?:the |then )?$")
_ADVERB = re.compile(r" (?:\w+ly |also |then |later |first )?")
_GOVERNED = re.compile(
    r"\b(?:of|from|in|to|at|by|for|with|on|between|represent(?:ed|ing)|visit(?:ed|ing)|left|leaving|toured)(?: the)? $",
    re.I,
)
_OFFICIALS = re.compile(
    r"(?:^|, |\b(?:and|when|while|as|[Tt]he|[Aa]n?|[Ss]everal|[Ss]ome|[Tt]wo|of) )"
    r"(?:(?:senior|top|high|high-level|high-ranking|ranking|leading) )*"
    r"(?P<who>(?P<of>\[state:\d+\](?:[-–]\[state:\d+\])?)(?:['’]s)? (?:[a-z]+ ){0,3}?"
    r"(?:officials|parliamentary group|friendship group|parliament['’]s (?:[a-z]+ ){1,2}committee"
    r"|(?:economic|trade|goodwill|government) mission))"
    r" (?:also |later |then |first |subsequently )?$",
    re.I,
)
_NUMBER = re.compile(r":(\d+)\]")
_DASHES = ("–", "-", "—")
_FARTHEST = 150
LIVED = re.compile(r"spent [^;.]*\b(?:years|decades|childhood|youth|life|exile|holidays?|vacation)\b", re.I)
_INTO_EXILE = re.compile(r"(?:in)?to (?:hiding|(?:[a-z-]+ )?exile)\b")
_HEADED = re.compile(
    r"(?: \[person:\d+\])?(?:(?!\[person)[^;.]){0,60}?,? (?:(?:and|which|it) )*(?:was )?(?:headed|led|chaired) by"
    r" (?:(?:the|its|their|then) )*\[person:(\d+)\]"
)


def is_destination(match: Match) -> bool:
    """Whether the place is gone to: a demonym only before a city or the like, a verb of motion only with a
    preposition.
    """
    to, statement = match.mention("to"), match.statement
    if to is None or _is_mere_demonym(match, to):
        return False
    verb, way = match.words("verb") or "", (match.words("way") or "").strip()
    if _NO_PLACE_OF.match(statement.document.text, to.end) or LIVED.match(verb) or _INTO_EXILE.match(way):
        return False
    counted = match.mentions("verb")[-1:]
    if counted and isinstance(counted[0].value, QuantityValue) and verb.endswith(counted[0].text):
        return verb.endswith(("visits", "trips", "tours", "journeys", "stops"))
    still = not _MOTION.search(verb) or "visit" in verb
    return still or way == "home to" or _MOTION_WAY.fullmatch(f"{way} ") is not None


def _is_mere_demonym(match: Match, to: Mention) -> bool:
    """Whether a demonym stands before nothing that is gone to: no city, no host, no site at home."""
    if not isinstance(to.value, StateValue) or to.value.form == "name":
        return False
    statement, verb = match.statement, match.words("verb") or ""
    after = statement.document.text[to.end : to.end + 40]
    hosts = "guest" in verb and _HOSTS.match(after)
    sites = _LOOKED_AT.match(verb) and _SITES.match(after) and not _is_abroad(statement, to)
    return not (_PLACE_NOUN.match(after) or hosts or sites or _leads_to_place(statement, to))


def is_no_place(match: Match) -> bool:
    """Whether the destination is only the language that something was said in ("addressed the assembly in German"),
    one half of a name ("spoke at the Kenya–Norway Forum"), or whose people or embassy it was ("the Kenyan community").
    """
    to, text = match.mention("to"), match.statement.document.text
    if to is None or not isinstance(to.value, StateValue):
        return False
    if to.value.form != "name" and _OWN_PEOPLE.match(text, to.end):
        return True
    half = text[to.end : to.end + 1] in _DASHES or text[to.start - 1 : to.start] in _DASHES
    return half or (to.value.form != "name" and not text.startswith(" ", to.end))


def subjects(statement: Statement, at: int) -> list[Mention]:
    """The people who do what is told at a position: the nearest before it that are no objects of another word."""
    text, people = statement.document.text, [p for p in statement.of("person") if p.end <= at]
    while people:
        end = people[-1].end
        between = _ASIDE.sub(" ", text[end:at])
        parted = _RELATIVE.match(between) or _BLOCK.search(between) or len(between) > _FARTHEST
        if parted or _has_own_subject(statement, end, at):
            return []
        group = _without_objects(statement, _taken_together(text, people), between)
        if _NOBODY.search(text[statement.start : group[0].start]):
            return []
        if _are_doers(statement, group, between):
            return _subject_of(statement, _without_company(group), people)
    return []


def _taken_together(text: str, people: list[Mention]) -> list[Mention]:
    """The last of the people and those who are counted up with him; they are taken out of the list."""
    group = [people.pop()]
    while people and _are_together(text, people[-1], group[0]):
        group.insert(0, people.pop())
    return group


def _are_together(text: str, one: Mention, other: Mention) -> bool:
    """Whether the words between two people count them up, or say that the second, a party, went with the first."""
    if _TOGETHER.fullmatch(text, one.end, other.start):
        return True
    return _is_company(other) and _IN_COMPANY.fullmatch(text, one.end, other.start) is not None


def _without_objects(statement: Statement, group: list[Mention], between: str) -> list[Mention]:
    """The people without those at the head who are objects of another word: "at the invitation of A, the president B
    visited", "thanked by A and B visited".
    """
    text = statement.document.text
    while len(group) > 1 and is_object(statement, group[0]) and _are_apart(text, *group[:2]):
        group = group[1:]
    two = len(group) == 2 and is_object(statement, group[0])
    return group[1:] if two and not between.strip() and not _is_after(statement, group[0], between) else group


def _are_doers(statement: Statement, group: list[Mention], between: str) -> bool:
    """Whether people are no objects of another word, or of one that opens a clause of their own."""
    governed = is_object(statement, group[0]) and not _is_doer(statement, group)
    return not governed or _WHO.match(between) is not None or _is_after(statement, group[0], between)


def _are_apart(text: str, one: Mention, other: Mention) -> bool:
    """Whether only a comma joins two people, the second perhaps with an article."""
    return _APART.fullmatch(text, one.end, other.start) is not None


def _subject_of(statement: Statement, group: list[Mention], before: list[Mention]) -> list[Mention]:
    """The people, or the one named before whom their office is said of: "A was the first president to …", "A, head of
    the party and the first president, visited".
    """
    one = group[0].value
    if len(group) > 1 or not before or not isinstance(one, PersonValue) or one.name:
        return group
    between = statement.document.text[before[-1].end : group[0].start]
    apposed = "," in before[-1].text and _OFFICE_TOO.fullmatch(between) is not None
    return [as_holder(before[-1], group[0])] if apposed or _PREDICATE.fullmatch(between) else group


def _has_own_subject(statement: Statement, start: int, at: int) -> bool:
    """Whether a people or a state stands right before the verb and does it: "and many Chileans went"."""
    nearest = statement.before(at, "state", "body")
    if nearest is None or nearest.start < start:
        return False
    text, first = statement.document.text, nearest.start
    city = statement.before(first, "place")
    if city is not None and start <= city.start and text[city.end : first] == ", ":
        first = city.start
    return _ADVERB.fullmatch(text, nearest.end, at) is not None and not _GOVERNED.search(text, start, first)


def _without_company(group: list[Mention]) -> list[Mention]:
    """The people without the unnamed delegations that came with those who are named."""
    alone = [one for one in group if named(one) or not _is_company(one)]
    return alone if any(map(named, group)) else group


def _is_company(person: Mention) -> bool:
    """Whether it is an unnamed delegation or several unnamed people: "and a group of MPs"."""
    value = person.value
    office = (value.office or "").lower() if isinstance(value, PersonValue) else ""
    return getattr(value, "group", False) or office.endswith(("mps", "members", "officials", "ministers", "senators"))


def _is_abroad(statement: Statement, demonym: Mention) -> bool:
    """Whether a state's sites stand in a place or state that is not its own: "the Polish companies in Chile"."""
    spot, pair = statement.after(demonym.end, "place", "state"), statement.context.pair
    near = spot is not None and spot.start - demonym.end < 60
    return near and spot is not None and lies_in(spot, pair) != lies_in(demonym, pair)


def _leads_to_place(statement: Statement, demonym: Mention) -> bool:
    """Whether a demonym's noun stands in a place of the same state: "the Japanese Diet in Tokyo"."""
    place, pair = statement.after(demonym.end, "place"), statement.context.pair
    if place is None or lies_in(place, pair) != lies_in(demonym, pair):
        return False
    return _NOUN_IN.fullmatch(statement.document.text[demonym.end : place.start]) is not None


def travellers(match: Match) -> list[Mention]:
    """The subjects of a verb of going, with the office that its words give: "X was the first Foreign Minister to"."""
    at = match.verb[0]
    found = subjects(match.statement, at) or _counted_before(match.statement, at)
    officials = _officials_before(match)
    found = officials if officials and (not found or found[-1].end < officials[0].start) else found
    people = with_head(match.statement, found, match.found.end())
    offices = [one for one in match.mentions("verb") if isinstance(one.value, PersonValue) and not one.value.name]
    return [as_holder(people[0], offices[0])] if len(people) == len(offices) == 1 else people


def _counted_before(statement: Statement, at: int) -> list[Mention]:
    """The holders of an office who are counted right before a verb: "ten Kenyan senators visited"."""
    counted = statement.before(at, "quantity")
    if counted is None or not _COUNTED_TO_VERB.fullmatch(statement.document.text, counted.end, at):
        return []
    return [one for one in statement.inside(counted, "person") if one.end == counted.end][:1]


def _officials_before(match: Match) -> list[Mention]:
    """The unnamed officials, group or mission of a state right before a verb, in a statement that has a date: "senior
    Kenyan officials visited".
    """
    statement = match.statement
    found = _OFFICIALS.search(statement.skeleton, 0, match.found.start("verb")) if statement.dates else None
    if found is None:
        return []
    states = [statement.mentions[int(number)].value for number in _NUMBER.findall(found["of"])]
    codes = {value.iso3 for value in states if isinstance(value, StateValue)}
    start, end = statement.offset(found.start("who")), statement.offset(found.end("who"))
    words, iso3 = statement.document.text[start:end], codes.pop() if len(codes) == 1 else None
    return [Mention(start, end, words, PersonValue(None, words, "delegation", iso3))]


def with_head(statement: Statement, people: list[Mention], position: int) -> list[Mention]:
    """The people, or the head of the unnamed delegation that they are, who is named behind a place in the skeleton."""
    group = people[0].value if len(people) == 1 else None
    found = _HEADED.match(statement.skeleton, position)
    if not isinstance(group, PersonValue) or not group.group or group.name or found is None:
        return people
    head = statement.mentions[int(found[1])]
    value = head.value
    assert isinstance(value, PersonValue)
    return [replace(head, value=replace(value, iso3=value.iso3 or group.iso3))]


def as_holder(person: Mention, office: Mention) -> Mention:
    """A person with the office that other words give ("was the first Foreign Minister to"), unless the name has one."""
    one, other = person.value, office.value
    assert isinstance(one, PersonValue) and isinstance(other, PersonValue)
    if one.office or not one.name:
        return person
    value = replace(one, office=other.office, rank=other.rank, iso3=one.iso3 or other.iso3)
    return Mention(person.start, office.end, person.text, value)


def _is_doer(statement: Statement, group: list[Mention]) -> bool:
    """Whether people behind "with" are those who go: "with the Kenyan president visiting Oslo"."""
    text = statement.document.text
    return bool(_DOING.match(text, group[-1].end) and _WITH_DOER.search(text, statement.start, group[0].start))


def _is_after(statement: Statement, person: Mention, between: str) -> bool:
    """Whether "after" or whose invitation it was opens a clause of a person's own: "after A had visited X", "at the
    invitation of his counterpart, A visited X".
    """
    before = statement.document.text[statement.start : person.start].lower()
    invited = _BY_COUNTERPART.search(before) is not None
    return between.strip() in ("", "had") and (invited or before.endswith((" after ", " after the ")))
