"""The states of people whose names come without one: what the words and the meetings around them tell.

Read as such: who is met by people of one side alone is of the other ("the Kenyan minister met with President Berg"),
and so is a counterpart, a host, who takes an envoy's credentials, one of two rulers in a sentence; an office that "and"
adds to another serves the same state ("Kenyan President Otieno and Foreign Minister Kamau"), and so does somebody's
successor; a state is its ruler's ("Norway, under President Berg"), also of one who was ousted there, or its speaker's
("Norway, with Minister Berg stating"), a side's who leads it; an office's that of who has it ("Berg became the
ambassador of Norway"), a demonym's that of the artist or explorer behind it; the Holy See is a pope's. Not read: other
people without an office; meetings in which people of both sides are named, or a delegation is not; two offices of one
rank that "and" joins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from parsers.assemble.appearances import Appearance
from parsers.assemble.around import NEAR, Around, again, around, before_of, behind_of, lead_of
from parsers.assemble.company import in_company
from parsers.assemble.persons import Person
from parsers.assemble.row import Merged
from parsers.assemble.towards import met_with_others, posted, towards
from parsers.language.lexicon import read_yaml
from parsers.language.mention import Mention, PersonValue, StateValue
from parsers.language.office_words import LEADING
from parsers.language.reading import Reading, Statement
from parsers.language.sides import may_hold

_LED = re.compile(
    r"(?:['’]s)?,? ?\(?(?:which |that )?(?:(?:delegation|side|team) )?(?:(?:was|is|were|had been) )?(?:then )?"
    r"(?:(?:ruled|led|governed|headed) by|side by|under|government of|governments? under)"
    r" (?:the )?(?:rule of |leadership of |presidency of |government of |premiership of )?$"
)
_OUSTED = re.compile(
    r"(?: (?:in|on) [\w ]{0,20})?,? (?:which |that |and )?(?:the )?"
    r"(?:overthrew|overthrow(?:ing)? of|toppled|toppling of|ousted|ousting of|ouster of|deposed|deposition of)"
    r" (?:the )?(?:government of )?$"
)
_SPEAKING = re.compile(r",? with (?:its |their )?(?:then )?(?:the )?$")
_SPEAKS = re.compile(r" (?:stat|say|claim|call|declar|announc|condemn|describ|warn|argu|express|promis)\w*ing\b")
"""Around who speaks for the state right before: "by Norway, with Minister Berg stating"."""
_PLACED = re.compile(r"\b(?:in|to|into|at|against|from|on|through|across)(?: the)? $")
"""Before a state that is only where an officer was: "troops landed in Norway under General Berg"."""
_OPENED = (" ", ", ", " the ", ", the ")
"""Between a ruler and the state, where "under" opens: "Under President Berg, Norway"."""
_RULED = re.compile(r"\b(?:was|is|were) (?:then )?(?:ruled|led|governed|headed) by (?:the )?$")
_WAYS = (_LED, _OUSTED)
"""What leads from a state to who rules it."""
_APPOINTED = re.compile(r"(?: government)? (?:has |had |also |then )?(?:appointed|named|nominated) (?:the )?$")
_ADDED = re.compile(r" and (?:the |his |her |its )?$")
_TOGETHER = re.compile(
    r",? (?:jointly |together |both |also )?(?:met|sign|held|agree|discuss|exchang|spoke|talk|co-|inaugurat)"
)
"""What two do together who may be of two states."""
_FACING = re.compile(
    r"\b(?:counterparts?,?|(?:credentials|letters? of credence) to"
    r"|(?:accept|receiv)(?:ed|ing) (?:the )?(?:credentials|letters? of credence) (?:of|from)) (?:the )?$"
)
_TO = re.compile(r",? to (?:the )?")
_FACED = re.compile(
    r"(?:,? and (?:his|her|their|its) (?:then )?"
    r"|.{0,40}\b(?:accepted|received) (?:the )?(?:credentials|letters? of credence) (?:of|from) (?:the )?)$"
)
_UNDER = re.compile(r"\b[Uu]nder (?:the )?(?:(?:rule|leadership|presidency|premiership|government) of )?$")
_AFTER = re.compile(r"['’]s (?:then )?(?:successor |predecessor |deputy )?$")
_SUCCESSION = re.compile(r"\b(?:succe(?:ed|ssor|ssion)|predecessor|replac|oust|overthr|depos|toppl)")
_PAST_AND_NOW = re.compile(
    r" ?(?:,|,? and)(?: the)? (?:(?:current|present|new|then|incumbent|past|former|late|ex-) ?)"
)
"""Between two who held an office one after the other: "former President Otieno and the current one, Kamau"."""
_OF_CHURCH = re.compile(r"\b(?:Coptic|Orthodox|Alexandrian|Antipope)(?: \w+)? $")
_BECAME = re.compile(
    r",? (?:(?:who )?(?:is|was|became|served|serves|had been) (?:then )?)?(?:as )?(?:the |a |an )?(?:first )?$"
)


def with_states(reading: Reading, people: Sequence[Person], found: Mapping[str, Sequence[Merged]]) -> list[Person]:
    """The persons, in order, with the states that what stands around their names tells; twice, as one tells another."""
    if all(person.state for person in people):
        return list(people)
    article = around(reading, people, found)
    for _ in range(2):
        before = people
        people = [person if person.state else _settled(article, number, person) for number, person in enumerate(people)]
        if people == before:
            break
        article = again(article, people)
    return list(people)


def _settled(article: Around, number: int, person: Person) -> Person:
    """The person with the first state that a reader finds beside one of the names."""
    for read in _READERS:
        for place, one in enumerate(person.appearances):
            iso3 = read(article, number, one)
            if iso3:
                forms = list(person.appearances)
                forms[place] = replace(one, iso3=iso3)
                return replace(person, appearances=tuple(forms))
    return person


def _of_holy_see(article: Around, _: int, one: Appearance) -> str | None:
    """The Holy See, of a pope who is not of another church: no Coptic or Orthodox one."""
    is_pope = (one.office or "").lower() in ("pope", "late pope")
    return "VAT" if is_pope and not _OF_CHURCH.search(lead_of(article, one)) else None


def _led(article: Around, _: int, one: Appearance) -> str | None:
    """The state whose government, rule or leadership is the person's: "Norway was ruled by President Berg"."""
    statement = article.statements.get(one.statement)
    if statement is None:
        return None
    text, lead = article.reading.document.text, lead_of(article, one)
    before = [state for state in statement.of("state") if one.whole[0] - NEAR < state.end <= one.whole[0]]
    if one.rank is None or _APPOINTED.search(lead):
        return _of_state(text, before, one)
    led = [state for state in reversed(before) if any(way.fullmatch(text, state.end, one.whole[0]) for way in _WAYS)]
    if _is_mere_officer(one):
        led = [state for state in led if not _PLACED.search(text, statement.start, state.start)]
    return _first(led or _ruled(statement, one, lead, before))


def _ruled(statement: Statement, one: Appearance, lead: str, before: Sequence[Mention]) -> list[Mention]:
    """The state under whose ruler something is done ("Under President Berg, Norway"), for which somebody speaks, or
    which is ruled at the beginning of a statement.
    """
    text, states = statement.document.text, statement.of("state")
    under = [state for state in states if text[one.whole[1] : state.start] in _OPENED] if _UNDER.search(lead) else []
    speaks = one.rank in LEADING and _SPEAKS.match(text, one.whole[1]) is not None
    spoken_for = [state for state in before if speaks and _SPEAKING.fullmatch(text, state.end, one.whole[0])]
    opening = [state for state in states if state.start - statement.start <= len("The ")]
    return under or spoken_for or (opening if _RULED.search(lead) else [])


def _of_state(text: str, before: Sequence[Mention], one: Appearance) -> str | None:
    """The state that appoints somebody, or of whose people somebody is: "the Norwegian explorer Per Dal"."""
    ways = (_APPOINTED, _calling())
    return _first([state for state in before if any(way.fullmatch(text, state.end, one.whole[0]) for way in ways)])


@cache
def _calling() -> re.Pattern[str]:
    """What stands between a demonym and a name to tell what somebody of the state is: "the Norwegian explorer"."""
    callings = "|".join(sorted(read_yaml("context.yaml")["private"]))
    return re.compile(rf"(?:[ -]born)? (?:[a-z]+ )?(?:{callings}|billionaire|lawyer|officer|citizen|national),? $")


def _first(states: Sequence[Mention]) -> str | None:
    return next((state.value.iso3 for state in states if isinstance(state.value, StateValue)), None)


def _became(article: Around, _: int, one: Appearance) -> str | None:
    """The state of the office that the person is said to have: "Berg became the first ambassador of Norway"."""
    statement = article.statements.get(one.statement)
    text = article.reading.document.text
    for office in statement.of("person") if statement is not None else ():
        value = office.value
        if office.start >= one.whole[1] and isinstance(value, PersonValue):
            had = value.name is None and not value.group and _BECAME.fullmatch(text, one.whole[1], office.start)
            return value.iso3 if had else None
    return None


def _added(article: Around, number: int, one: Appearance) -> str | None:
    """The state of who stands right before: "President Otieno of Kenya and Foreign Minister Kamau", "Otieno's
    successor Wanjiru".
    """
    before = before_of(article, number, one)
    if before is None:
        return None
    between = article.reading.document.text[before.whole[1] : one.whole[0]]
    if _AFTER.fullmatch(between):
        return before.iso3
    return before.iso3 if _is_added(article, before, one) else None


def _joined(article: Around, number: int, one: Appearance) -> str | None:
    """The state of who stands right behind, where no words for it do: "Prime Minister Berg and King Harald"."""
    behind = behind_of(article, number, one)
    return behind.iso3 if behind and behind.served is None and _is_added(article, one, behind) else None


def _is_added(article: Around, one: Appearance, other: Appearance) -> bool:
    """Whether "and" joins two high offices that the same state has; not those of two who sign or meet, nor a mere
    officer's rank ("King Harald and General Berg"), which tells no office of the state.
    """
    text = article.reading.document.text
    if one.rank is None or other.rank in (None, "envoy", one.rank) or _is_mere_officer(one) or _is_mere_officer(other):
        return False
    added = _ADDED.fullmatch(text, one.whole[1], other.whole[0])
    return added is not None and _TOGETHER.match(text, other.whole[1], other.statement[1]) is None


def _is_mere_officer(one: Appearance) -> bool:
    """Whether all that is said of somebody is the rank of an officer, of one word."""
    return one.rank == "military" and " " not in (one.office or "")


def _counterpart(article: Around, number: int, one: Appearance) -> str | None:
    """The side that faces the one before: "the Kenyan minister Otieno met with his counterpart Berg", "Otieno presented
    his credentials to King Harald".
    """
    before = before_of(article, number, one)
    behind, lead = behind_of(article, number, one), lead_of(article, one)
    if behind is not None and _faces(article, one, behind):
        return article.facing(behind.iso3)
    faces = _FACING.search(lead) or _FACING.search(lead + _titles(article, one))
    if before is None:
        return None
    return article.facing(before.iso3) if faces or _takes_from(article, one, before) else None


def _takes_from(article: Around, one: Appearance, before: Appearance) -> bool:
    """Whether those of the envoy right before are presented to somebody: "credentials of A to King Harald"."""
    text = article.reading.document.text
    is_to = _TO.fullmatch(text, before.whole[1], one.whole[0]) is not None
    return is_to and lead_of(article, before).rstrip(" the").endswith(("credentials of", "credence of"))


def _faces(article: Around, one: Appearance, behind: Appearance) -> bool:
    """Whether who stands behind is a counterpart, or an envoy whose credentials are taken."""
    text = article.reading.document.text
    if not _FACED.match(text, one.whole[1], behind.whole[0]):
        return False
    return behind.rank == "envoy" or "counterpart" in text[behind.whole[0] : behind.start]


def _titles(article: Around, one: Appearance) -> str:
    """The words of a name's mention before the name: of a counterpart these may be all that stands there."""
    return article.reading.document.text[one.whole[0] : one.start]


def _of_two_rulers(article: Around, number: int, one: Appearance) -> str | None:
    """The side that faces that of the only other one in the statement who has the same high office.

    Not where that side's own ruler is named there too or it has no such title, nor of one who came before or after the
    other in office.
    """
    if one.rank not in LEADING:
        return None
    ruling = [(other, form) for other, form in article.at[one.statement] if other != number and form.rank in LEADING]
    alike = [(other, form) for other, form in ruling if form.rank == one.rank]
    others = {article.people[other].state for other, _ in alike}
    if len(others) != 1 or any(_follows(article, one, form) for _, form in alike):
        return None
    faced = article.facing(others.pop())
    if faced is None or not may_hold(PersonValue(one.name, one.office, one.rank, None), faced):
        return None
    return faced if all(article.people[other].state != faced for other, _ in ruling) else None


def _follows(article: Around, one: Appearance, other: Appearance) -> bool:
    """Whether one of two is told to have come into office after the other: "Otieno was ousted, and Kamau succeeded"."""
    first, second = sorted((one, other), key=lambda form: form.start)
    text = article.reading.document.text
    if _PAST_AND_NOW.match(text, first.end, second.start):
        return True
    return _SUCCESSION.search(text, first.end, second.start) is not None


def _met(article: Around, number: int, one: Appearance) -> str | None:
    """The side that faces all others in a meeting, or that receives the visit in which the person is a host.

    Not where an unnamed delegation meets several: who is named may all be of one side.
    """
    if one.rank is None or _is_of_delegation(article, one):
        return None
    for row in article.rows.get(one.statement, ()):
        called = (other for name in _names(row, one) for other in article.named.get(name, ()) if other != number)
        others = {article.people[other].state for other in called}
        if len(others) == 1:
            return article.facing(others.pop())
    return None


def _is_of_delegation(article: Around, one: Appearance) -> bool:
    """Whether a delegation without a head is told of in the statement before the name."""
    statement = article.statements.get(one.statement)
    people = statement.of("person") if statement is not None else ()
    return any(isinstance(m.value, PersonValue) and m.value.group and m.end <= one.start for m in people)


def _names(row: Merged, one: Appearance) -> list[str]:
    """Whom somebody meets according to a row; none where it does not name him."""
    met, hosts = row.values.get("participants"), row.values.get("hosts")
    if isinstance(met, list) and one.name in met:
        return [name for name in met if name != one.name]
    return [str(row.values.get("visitor"))] if isinstance(hosts, list) and one.name in hosts else []


_READERS = (
    _of_holy_see, _led, _became, _added, _joined, _counterpart, in_company, _of_two_rulers, _met,
    posted, towards, met_with_others,
)  # fmt: skip
"""What tells the state of a person, the surest first."""
