"""Those of whom the paragraph told before: "the two presidents" who met, who took part in "the second meeting"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.mention import Mention
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement, named
from parsers.language.referents import called
from parsers.language.sides import side_of
from parsers.language.states import states
from parsers.phrases.encounters.delegates import EITHER_GROUP, THINGS, each_of
from parsers.phrases.encounters.encounters import entered, of_two_sides

_AGAIN = Pattern(
    r"\b(?:the|an?|their) (?:\[rank:\d+\]|second|third|fourth|next|last|final|further|new|follow-up|subsequent|other|"
    r"another)(?: \w+)? (?P<verb>meeting|summit|round(?: of talks)?|encounter|talks|conversation|call)"
    r"(?: between (?:them|the two(?: \w+)?|both))? (?:then |also )?(?:was held|took place|was hosted|followed|came|"
    r"occurred)\b"
    r"|\b(?:a|the) (?P<nth>second|third|fourth) (?:one )?(?:followed|took place|was held)\b"
    r"|\banother (?P<one>meeting|summit|round(?: of talks)?|conversation|call) (?:was held|took place|followed)\b"
)
_TALKED = re.compile(r"\b(?:discussed|exchanged views|shook hands|sat down|got together)$", re.I)
_OF_MORE = re.compile(r"\b(?:tripartite|trilateral|quadripartite|quadrilateral|multilateral|regional)\b")


def pair_before(statement: Statement) -> tuple[str, ...]:
    """The two whom the nearest sentence before that names people named: the last of each side, or the only two people;
    none where that is not told.
    """
    people: list[Mention] = []
    before = statement.earlier
    while before is not None and not people:
        people = [one for one in before.of("person") if named(one)]
        before = before.earlier
    return _pair_of(people, statement)


def both_of(statement: Statement, match: Match) -> tuple[str, ...]:
    """Who "the two", "the two presidents", "they" are: the two named before in the sentence or the text, else the two
    states' presidents. What two "discussed" is of them only if the sentence right before names both.
    """
    words = statement.document.text[match.start : match.end]
    group, before = EITHER_GROUP.search(words), statement.earlier
    if THINGS.search(words):
        return ()
    if _TALKED.search(words) and not statement.dates:
        near = before is not None and len(before.of("person")) > 1
        return pair_beside(statement, match.start) or (pair_before(statement) if group and near else ())
    names = pair_beside(statement, match.start) or (pair_before(statement) if group or statement.dates else ())
    if group is None or names or _TALKED.search(words):
        return names
    return tuple(f"{each_of(group[1])} of {states()[code].name}" for code in sorted(statement.context.pair))


def pair_beside(statement: Statement, at: int) -> tuple[str, ...]:
    """The two whom the words before a position in its own sentence name; none where they name fewer."""
    return _pair_of([one for one in statement.of("person") if one.end <= at and named(one)], statement)


def _pair_of(people: list[Mention], statement: Statement) -> tuple[str, ...]:
    """The last of each side among the people, or the only two; none where that is not told."""
    by_side = {side_of(one, statement.context): called(one, statement) for one in people}
    names = tuple(name for side in statement.context.pair if (name := by_side.get(side)))
    if len(names) == len(statement.context.pair):
        return names
    names = entered(of_two_sides(tuple(people), statement), statement)
    return names if len(names) == len(statement.context.pair) else ()


def met_again(statement: Statement) -> Iterator[tuple[Match, tuple[str, ...]]]:
    """Each further meeting that is told without who met, with those two of whom the text told right before."""
    for match in _AGAIN.find(statement) if not _OF_MORE.search(statement.low) else ():
        people = tuple(one for one in statement.of("person") if one.end <= match.start and named(one))
        two = of_two_sides(people, statement) if len(people) == len(statement.context.pair) else ()
        names = entered(two, statement) or pair_before(statement)
        if len(names) > 1 and not any(one.start > match.end for one in statement.of("person")):
            yield match, names
