"""People of one state whose names differ by a letter: the text does not settle whether they are one.

Each word of the one name equals its fellow in the other, but for one that differs by a letter or two exchanged. Not
read: names of one word, people who are seen more than ten years apart, and spellings that the merging of a trip
settled (the visit has that conflict).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from rapidfuzz.distance import OSA

from parsers.assemble.conflicts.disagreement import Disagreement
from parsers.assemble.persons import Person
from parsers.assemble.timing import gap, overlap
from parsers.assemble.words import person_words
from parsers.document.model import Document

TERM = 10 * 366
"""Days that two appearances of one office-holder may lie apart."""

_SHORTEST = 4

Named = tuple[Person, tuple[str, ...]]
"""A person, and the words of the name."""


def resembling(document: Document, people: Sequence[Person]) -> Iterator[Disagreement]:
    """Each two such people, told of both."""
    alike: dict[tuple[str, int], list[Named]] = defaultdict(list)
    for one in people:
        if one.state:
            words = person_words(one.name)
            alike[one.state, len(words)].append((one, words))
    for (one, words), (other, others) in chain.from_iterable(combinations(found, 2) for found in alike.values()):
        if resemble(words, others) and _at_one_time(one, other):
            yield _told(document, one, other)
            yield _told(document, other, one)


def resemble(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of as many words differ in one word, of four letters or more, and there by one step.

    >>> resemble(("anna", "bergdahl"), ("anna", "bergdal")), resemble(("wang", "yi"), ("wang", "qi"))
    (True, False)
    """
    if len(one) != len(other) or len(one) < 2:
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differing) == 1 and all(
        min(len(a), len(b)) >= _SHORTEST and OSA.distance(a, b) == 1 for a, b in differing
    )


def _at_one_time(one: Person, other: Person) -> bool:
    """Whether they occur within a term of each other; people whose dates are unsaid may."""
    dates = [[date for form in person.appearances for date in form.dates] for person in (one, other)]
    if not all(dates):
        return True
    return any(overlap(a, b) or (gap(a, b) or 0) <= TERM for a in dates[0] for b in dates[1])


def _told(document: Document, one: Person, other: Person) -> Disagreement:
    sentences = [document.text[slice(*_place(person))] for person in (one, other)]
    return Disagreement("people", one.person_id, "name", "name", one.name, other.name, sentences[0], sentences[1])


def _place(person: Person) -> tuple[int, int]:
    return next(form.statement for form in person.appearances if form.name == person.name)
