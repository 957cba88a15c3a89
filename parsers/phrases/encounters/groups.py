"""Groups without a name who met somebody: "A met officials from Norway", "Norwegian officers were received by A"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.colouring import BEFORE_VERB
from parsers.language.mention import Mention
from parsers.language.reading import Statement, lies_in, named
from parsers.language.required import Folded
from parsers.language.sides import facing, is_foreign, side_of
from parsers.phrases.encounters.delegates import MET_ENDS, SOMEONE, Parties, side_in, without_date
from parsers.phrases.encounters.encounters import entered
from parsers.phrases.encounters.meeting_nouns import speaker_after
from parsers.phrases.encounters.partners import companions
from parsers.phrases.journeys.journeys import subjects

_GROUP_MET = Folded(
    r"\b(?P<verb>met|held talks|(?:discussed|raised|took up) [^;.]{1,60}?(?= with)|(?:conferred|spoke"
    r"|consulted)(?= with)"
    r"|(?:(?:held|had) [^;.]{0,30}?|(?:in|during|at|after|following) (?:an? |his |her |their )?(?:[a-z-]+ ){0,2}?)"
    rf"(?:meetings?|talks|discussions|consultations)(?= with))(?: with)? (?:the |an? |some |several |his |her |their )?"
    rf"{SOMEONE.format('other')}{MET_ENDS}"
)
_WHO_MET = Folded(
    rf"(?:^|, |and |that |\d )(?:the |an? |some |several |two )?{SOMEONE.format('one')} {BEFORE_VERB}"
    r"(?P<verb>met|held talks|had talks|(?:was|were) received by)(?: with)? (?:the |their )?"
)


def groups_and_people(statement: Statement) -> Iterator[Parties]:
    """A group of one side, in the words of the text, and those of the other side who met it or whom it met.

    Not read: people of third states; groups beside whom somebody is named; a group that met nobody with a name.
    """
    yield from _met_by_people(statement)
    yield from _met_by_group(statement)


def _met_by_people(statement: Statement) -> Iterator[Parties]:
    """Those who met a group: "A held talks with officials from Norway"."""
    for match in _GROUP_MET.finditer(statement.low):
        at, end = statement.start + match.start("verb"), statement.start + match.end()
        side = side_in(statement, *match.span("other"))
        if side is None or _names_anyone(statement, statement.start + match.start("other"), end):
            continue
        people = subjects(statement, at) or speaker_after(statement, end)
        if people and all(_may_face(one, side, statement) for one in people):
            words = statement.text[slice(*match.span("other"))].strip(" .")
            yield Parties((*entered(people, statement), words), at, end, apart=True)


def _met_by_group(statement: Statement) -> Iterator[Parties]:
    """Those whom a group met: "Norwegian officials met A and B"."""
    pair = statement.context.pair
    for match in _WHO_MET.finditer(statement.low):
        side, partner = side_in(statement, *match.span("one")), _partner(statement, match)
        if side is None or partner is None or not named(partner):
            continue
        people, other = companions(statement, partner), facing(side, pair)
        if all((lies_in(one, pair) or other) == other for one in people):
            names = (without_date(statement, *match.span("one")), *entered(people, statement))
            yield Parties(names, statement.start + match.start("verb"), people[-1].end, apart=True)


def _partner(statement: Statement, match: re.Match[str]) -> Mention | None:
    """The person in whom a shape ends; null where that is nobody, or not the first since the shape begins."""
    first, end = statement.start + match.start("one"), statement.start + match.end()
    partner = next((one for one in statement.of("person") if first <= one.end), None)
    return partner if partner is not None and partner.start <= end <= partner.end else None


def _names_anyone(statement: Statement, start: int, end: int) -> bool:
    """Whether somebody is told by name between two places of the text."""
    return any(start <= one.start < end and named(one) for one in statement.of("person"))


def _may_face(person: Mention, side: str, statement: Statement) -> bool:
    """Whether a person may be of the side that faces another."""
    context = statement.context
    return side_of(person, context) in (None, facing(side, context.pair)) and not is_foreign(person, context)
