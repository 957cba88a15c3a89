"""Whom "he" and "she" mean beside a verb or noun of going: the last named one who may serve the side that travels."""

from __future__ import annotations

import re
from itertools import pairwise

from parsers.language.antecedents import last_told
from parsers.language.mention import Mention
from parsers.language.pattern import Match
from parsers.language.reading import Statement, named
from parsers.language.sides import facing, side_of
from parsers.phrases.journeys.journeys import as_holder
from parsers.phrases.journeys.verbs import HE_BEFORE

_OPENS_WITH_HE = re.compile(r"(?:(?:in|on|during) \[date:\d+\],? )?(?:he|she)\b(?=[^;]*; )")
# "After talks with King Harald, he …": he is not the one whom he met.
_MEETING_OPENS = re.compile(
    r"(?:by|after|before|upon|on|while|when|following|besides) (?:his |her |an? |the )?(?:\w+ )?(?:meeting|talks"
    r"|holding|discussions|negotiations|audience|conferring|speaking|seeing|consultations)\b[^,;]{0,40}\[person:\d+\][^;\[]{0,80}"
    r", (?:he|she)\b"
)
_NEW_CLAUSE = re.compile(r"; (?:(?:in|on|from) [^,;]{3,40} )?(?:he|she)\b|; [^;]{3,40}$", re.I)
_RELATIVE = re.compile(
    r"['’]s? (?:[a-z]+ )?(?:wife|widow|husband|son|daughter|brother|sister|nephew|niece|successor|predecessor|deputy)\b"
)
_BECAME = re.compile(
    r",? (?:who )?(?:became|was elected|was appointed|was named|was|is|took office as)(?: the| as)?(?: \w+){0,3}? "
)
_RECEIVED_BY = re.compile(
    r",? (?:was|had been) (?:\w+ )?(?:received|welcomed|hosted|greeted|met)(?: [^;.,]{1,40}?)? by "
    r"(?:the |his |her |then )*"
)
_PARTNER = re.compile(r"\b(?:met|meets|with|told|called on|thanked|congratulated|informed)\b(?:(?! by )[^;.])*$")


def person_meant(statement: Statement, at: int, side: str | None) -> Mention | None:
    """The person that "he" or "she" stands for: the last named one who may serve the side; the subject rather than the
    partner whom it met or who received it; whoever "he" is in all clauses of a sentence that opens with it.
    """
    at = statement.start if _is_of_opening(statement, at) else at
    received = _who_was_received(statement, at)
    if received is not None:
        return received
    subject = _who_met(statement, at, side) if side is not None else None
    if _is_of_relative(statement, at):
        return None
    last = _renamed(statement, statement.before(at, "person")) or last_told(statement)
    for meant in (subject, last):
        if meant is not None and (side is None or side_of(meant, statement.context) in (None, side)):
            return meant
    return dict(statement.context.people).get(side or "")


def _is_of_relative(statement: Statement, at: int) -> bool:
    """Whether the last person before a position only tells who another is: "when A, B's daughter, had won, she"."""
    before = statement.before(at, "person")
    return before is not None and _RELATIVE.match(statement.document.text, before.end, at) is not None


def _is_of_opening(statement: Statement, at: int) -> bool:
    """Whether a pronoun means the same as the one that opens the sentence, or one told of before the meeting there."""
    if _MEETING_OPENS.match(statement.low_skeleton):
        return True
    new_clause = _NEW_CLAUSE.search(statement.document.text, statement.start, at)
    return new_clause is not None and _OPENS_WITH_HE.match(statement.low_skeleton) is not None


def _who_was_received(statement: Statement, at: int) -> Mention | None:
    """The guest where the last two people before a position are he and his host: "A was received by B"."""
    people = [one for one in statement.of("person") if one.end <= at][-2:]
    between = statement.document.text[people[0].end : people[-1].start] if len(people) == 2 else ""
    return people[0] if _RECEIVED_BY.fullmatch(between) else None


def _renamed(statement: Statement, office: Mention | None) -> Mention | None:
    """The named person before an office that he "became" or "was", with that office; the mention itself else."""
    before = statement.before(office.start, "person") if office is not None else None
    if office is None or before is None or not _BECAME.fullmatch(statement.document.text[before.end : office.start]):
        return office
    return as_holder(before, office)


def _who_met(statement: Statement, at: int, side: str) -> Mention | None:
    """The person before a position who met the last ones before it, who are not told to be of a side: A in "A met B and
    C".
    """
    people = [one for one in statement.of("person") if one.end <= at]
    for one, other in reversed(list(pairwise(people))):
        if side_of(other, statement.context) == side:
            return None
        if _PARTNER.search(statement.document.text[one.end : other.start]):
            return one
    return None


def he_who(statement: Statement, match: Match) -> list[Mention]:
    """The person whom a "he" or "she" right before a verb means."""
    at = match.verb[0]
    told = HE_BEFORE.search(statement.document.text, statement.start, at)
    if told is not None and told[0].lower().startswith("the latter"):
        return last_named(statement, at)
    meant = he_means(statement, match) if told else None
    return [meant] if meant is not None else []


def last_named(statement: Statement, at: int) -> list[Mention]:
    """Whom "the latter" means: the last person named before a position, or in the sentence before where none is."""
    before = statement.earlier
    people = [one for one in statement.of("person") if one.end <= at and named(one)]
    if not people and before is not None:
        people = [one for one in before.of("person") if named(one)]
    return people[-1:]


def he_means(statement: Statement, match: Match) -> Mention | None:
    """The person whom "he", "she" or "the latter" means, of the side that is not visited."""
    if match.found[0].startswith("the latter"):
        return next(iter(last_named(statement, match.start)), None)
    receiving = side_of(match.mention("to"), statement.context)
    return person_meant(statement, match.start, facing(receiving, statement.context.pair))
