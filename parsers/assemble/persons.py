"""Appearances of names → persons: forms of one name together, different people with one surname apart.

Full names come first, the longest before the shorter: the same words are one person, and so are fewer words of them
("John Mahama", "John Dramani Mahama"). A surname alone goes to the person whose full name with that surname stood
last before it. Another spelling is the same person only where the merging of a trip or a term showed it. States and
pages that differ keep people apart; one page that both names link to holds them together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parsers.assemble.appearances import Appearance, is_full
from parsers.assemble.likeness import Likeness, person_likeness
from parsers.language.sides import is_side

Group = list[Appearance]


@dataclass(frozen=True)
class Person:
    """A person of an article: the appearances in order of place, and the identifier once it is given."""

    appearances: tuple[Appearance, ...]
    person_id: str = ""

    @property
    def name(self) -> str:
        """The fullest form, of those the most frequent, of those the first."""
        counts = Counter(one.name for one in self.appearances)
        return max(self.appearances, key=lambda one: (len(one.words), counts[one.name], -one.start)).name

    @property
    def state(self) -> str | None:
        """The state served, the one said most often."""
        return _commonest(one.iso3 for one in self.appearances)

    @property
    def link(self) -> str | None:
        """The wiki page that the name links to."""
        return _commonest(one.link for one in self.appearances)

    @property
    def rows(self) -> frozenset[str]:
        """The identifiers of the rows that the person's names stand for."""
        return frozenset(row for one in self.appearances for row in one.rows)


def persons(appearances: Sequence[Appearance]) -> list[Person]:
    """The persons behind the appearances, in order of their first; no identifiers yet."""
    groups: list[Group] = []
    for one in sorted(appearances, key=_fullest_first):
        home = _home_of_full(groups, one) if is_full(one.words) else _home_of_short(groups, one)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    joined = [sorted(group, key=lambda one: (one.start, one.end)) for group in _joined_by_rows(groups)]
    return [Person(tuple(group)) for group in sorted(joined, key=lambda group: (group[0].start, group[0].end))]


def related(one: str | None, other: str | None) -> bool:
    """Whether two codes can be of one person's state: equal, one unsaid, or a state and one that followed it.

    >>> related("SUN", "RUS"), related(None, "RUS"), related("KEN", "NOR")
    (True, True, False)
    """
    if one is None or other is None or one == other:
        return True
    return is_side(one, (other, other)) or is_side(other, (one, one))


def _fullest_first(one: Appearance) -> tuple[int, int, int]:
    return -len(one.words) if is_full(one.words) else 0, one.start, one.end


def _home_of_full(groups: Sequence[Group], one: Appearance) -> Group | None:
    open_to = [group for group in groups if _may_hold(group, one)]
    for group in open_to:
        if any(one.words == other.words for other in group):
            return group
    return _nearest(open_to, one)


def _home_of_short(groups: Sequence[Group], one: Appearance) -> Group | None:
    open_to = [group for group in groups if _may_hold(group, one)]
    found = _by_row(open_to, one) or _nearest(open_to, one)
    return found or next((group for group in open_to if any(_shortens(one, other) for other in group)), None)


def _by_row(groups: Iterable[Group], one: Appearance) -> Group | None:
    """The group that has a name of the same trip or term."""
    return next((group for group in groups if any(one.rows & other.rows for other in group)), None)


def _nearest(groups: Iterable[Group], one: Appearance) -> Group | None:
    """The group of which a full name that the name shortens stands last before it, else first after it."""
    longer = [
        (other.start <= one.start, other.start if other.start <= one.start else -other.start, group)
        for group in groups
        for other in group
        if is_full(other.words) and _shortens(one, other)
    ]
    return max(longer, key=lambda found: found[:2])[2] if longer else None


def _shortens(one: Appearance, other: Appearance) -> bool:
    """Whether one name is a form of the other in equal words; different initials in the middle are not."""
    initials = [frozenset(word for word in side.words if len(word) == 1) for side in (one, other)]
    if all(initials) and len(set(initials)) > 1:
        return False
    return person_likeness(one.name, other.name) is Likeness.SAME


def _may_hold(group: Group, one: Appearance) -> bool:
    links = {other.link for other in group if other.link}
    if one.link in links:
        return True
    if one.link and any(_other_page(one.link, link) for link in links):
        return False
    return all(related(one.iso3, other.iso3) for other in group)


def _other_page(one: str, other: str) -> bool:
    """Whether two targets are of different people: not where one only spells or shortens the other (a redirect)."""
    return "(" in one + other or person_likeness(one, other) is Likeness.DIFFERENT


def _joined_by_rows(groups: Sequence[Group]) -> list[Group]:
    """The groups, those joined that have names of one trip or term and nothing against it."""
    joined: list[Group] = []
    for group in groups:
        rows = {row for one in group for row in one.rows}
        home = next(
            (other for other in joined if any(one.rows & rows for one in other)
             and all(_may_hold(other, one) for one in group)),
            None,
        )  # fmt: skip
        if home is None:
            joined.append(list(group))
        else:
            home.extend(group)
    return joined


def _commonest(values: Iterable[str | None]) -> str | None:
    """The most frequent of the values that are there, the first of equals."""
    counts = Counter(value for value in values if value)
    return counts.most_common(1)[0][0] if counts else None
