"""Encounters: who meets whom in a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from parsers.language.antecedents import he_beside, is_object, last_told
from parsers.language.mention import Mention, PersonValue
from parsers.language.pattern import Match
from parsers.language.reading import Statement, lies_in, named
from parsers.language.referents import called
from parsers.language.sides import is_foreign, side_of
from parsers.phrases.encounters.partners import companions, is_with
from parsers.phrases.encounters.shapes import HE, THEY
from parsers.phrases.journeys.journeys import subjects, with_head

_AND_WITH = re.compile(
    r"(?: (?:in|at) [^;.,]{2,30}?)?(?:,? and(?: the (?:following|next) day)?|,"
    r"|(?: (?:on|in|at) [^;.,]{2,40})?;(?= (?:talks|meetings?|discussions) with)) "
    r"(?:(?:later|then|also|subsequently|separately|had|held|an?|separate"
    r"|further"
    r"|bilateral|brief) )*(?:with |by |(?:talks|meetings?|conversations?|discussions?|consultations?) with |(?<=later )"
    r"|(?<=then )|(?<=subsequently ))(?:(?:the|his|her|then|acting|counterpart) )*"
)
_LED = re.compile(
    r"\b(?:led|headed|heading|leading) (?:(?:an?|the|its|his|her) )?"
    r"(?:[\w-]+ )?(?:delegation of (?:[a-z]+ )?)?\Z",
    re.I,
)
_WHO = re.compile(r",? who (?:(?:had|has|have|also|later|then|earlier|\w+ly) )*\Z")
_ALONE = ("head of state", "head of government")
_NEAR = 40  # letters of what is said of a person before ", who"
_VISIT_OF = re.compile(r"\b(?:visit|trip|tour|journey|stay)s? (?:of|by) (?:(?:the|its|their|then) )*$", re.I)


@dataclass(frozen=True, slots=True)
class Encounter:
    """The people of a meeting, and where in the document's text its verb stands and its words end."""

    people: tuple[Mention, ...]
    at: int
    end: int


def told_by(statement: Statement, match: Match) -> Encounter | None:
    """The encounter of a verb with a partner; the subject is the nearest person before it, or those in a pronoun's
    stead.
    """
    at, partner = match.verb[0], match.mention("others")
    if partner is None or not is_with(match):
        return None
    ones = _leaders(statement, _who_met(statement, at))
    if not ones and (match.words("verb") or "").lower() == "meeting":
        ones = _guest_before(statement, at)
    if not ones or all(is_foreign(one, statement.context) for one in ones):
        return None
    others = companions(statement, with_head(statement, [partner], match.found.end())[0])
    end = others[-1].end
    if is_foreign(others[0], statement.context):  # as are those of no told side who are counted up behind
        others = [one for one in others if side_of(one, statement.context)]
    return Encounter((*ones, *others), at, end)


def _who_met(statement: Statement, at: int) -> list[Mention]:
    """The people who do what is told at a position: who are named, or whom "who", "he" or "they" means."""
    ones = _who_before(statement, at) or subjects(statement, at)
    if ones:
        return [*he_beside(statement, ones), *ones]
    return _he_before(statement, at) or _they_before(statement, at)


def _he_before(statement: Statement, at: int) -> list[Mention]:
    """Whom a "he" before a verb means: the last named before it, one who acts and no group where there is one."""
    he = HE.search(statement.document.text[statement.start : at])
    if he is None:
        return []
    before = [one for one in statement.of("person") if one.end <= statement.start + he.start()]
    doers = [one for one in before if not is_object(statement, one)]
    person = next((one for one in reversed(doers or before) if not getattr(one.value, "group", False)), None)
    last = person or (before[-1] if before else last_told(statement))
    return [last] if last is not None else []


def _who_before(statement: Statement, at: int) -> list[Mention]:
    """The person whom a "who" right before a verb takes up: "was received by A, who had met B"."""
    who = _WHO.search(statement.document.text, statement.start, at)
    person = statement.before(who.start(), "person") if who is not None else None
    return [person] if person is not None and who is not None and who.start() - person.end < _NEAR else []


def _they_before(statement: Statement, at: int) -> list[Mention]:
    """Whom a "they" right before a verb means: the people named before it in the sentence, where one side has them."""
    if THEY.search(statement.document.text, statement.start, at) is None:
        return []
    before = [one for one in statement.of("person") if one.end <= at and named(one)]
    return before if len({side_of(one, statement.context) for one in before} - {None}) < 2 else []


def _leaders(statement: Statement, ones: list[Mention]) -> list[Mention]:
    """Those who led an unnamed delegation, in its stead: "A led a delegation to X and met B"; itself where none did."""
    group = ones[0].value if len(ones) == 1 else None
    if not isinstance(group, PersonValue) or group.name:
        return ones
    led = _LED.search(statement.document.text, statement.start, ones[0].start)
    return (subjects(statement, led.start()) if led else []) or ones


def _guest_before(statement: Statement, at: int) -> list[Mention]:
    """The person whose visit was told before a position: "during the visit of A to X, meeting B"."""
    guest = statement.before(at, "person")
    lead = statement.document.text[statement.start : guest.start] if guest is not None else ""
    return [guest] if guest is not None and _VISIT_OF.search(lead) else []


def him_of(statement: Statement, ones: Sequence[Mention], at: int) -> Mention | None:
    """The person that "him" or "her" behind a verb stands for: the last named before it in the sentence, else the one
    told of before; null where that is one of those who met him, or serves their state.
    """
    before = [one for one in statement.of("person") if one.end <= at and one not in ones and named(one)]
    other = before[-1] if before else last_told(statement)
    sides = {side_of(one, statement.context) for one in ones} - {None}
    if other is None or not ones or side_of(other, statement.context) in sides or is_foreign(other, statement.context):
        return None
    return other if named(other) not in {named(one) for one in ones} else None


def further(statement: Statement, encounter: Encounter) -> Iterator[Encounter]:
    """The encounters of the same people that no verb tells again: "met A and later with B", "and talks with B"."""
    ones, end = encounter.people[:1], encounter.end
    while partner := statement.after(end, "person"):
        if not _AND_WITH.fullmatch(statement.document.text, end, partner.start):
            return
        others = companions(statement, partner)
        end = others[-1].end
        yield Encounter((*ones, *others), encounter.at, end)


def of_two_sides(people: tuple[Mention, ...], statement: Statement) -> tuple[Mention, ...]:
    """The people without those of third states, where both sides, or people whose side is not told, are among them."""
    kept = tuple(one for one in dict.fromkeys(people) if not is_foreign(one, statement.context))
    sides = [side_of(one, statement.context) for one in kept]
    names = {one.value.name or one.value.office for one in kept if isinstance(one.value, PersonValue)}
    apart = len({side for side in sides if side}) != 1 or None in sides or _are_two_rulers(kept, statement)
    return kept if len(names) > 1 and apart else ()


def all_who_met(people: tuple[Mention, ...], statement: Statement) -> tuple[Mention, ...]:
    """All who met, those of third states among them, where people of both sides did: "A, B and C held a summit"; else
    none.
    """
    return tuple(dict.fromkeys(people)) if of_two_sides(people, statement) else ()


def entered(people: Iterable[Mention], statement: Statement) -> tuple[str, ...]:
    """How people are entered as participants, each once."""
    return tuple(dict.fromkeys(name for one in people if (name := called(one, statement))))


def named_of_sides(statement: Statement) -> tuple[str, ...]:
    """The people whom a statement names, as they are entered; none where they are not of two sides."""
    return entered(of_two_sides(tuple(one for one in statement.of("person") if named(one)), statement), statement)


def _are_two_rulers(people: tuple[Mention, ...], statement: Statement) -> bool:
    """Whether two have the same office of which a state has one, and only it tells the state of one of them: "King A
    was received by King B" though one of the states has a king now.
    """
    values = [one.value for one in people if isinstance(one.value, PersonValue) and one.value.rank in _ALONE]
    told = [lies_in(one, statement.context.pair) for one in people]
    return len(people) == len(values) == 2 and values[0].office == values[1].office and None in told
