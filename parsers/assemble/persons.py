"""Appearances of names → persons: forms of one name together, different people with one surname apart.

Full names come first, the longest before the shorter: the same words are one person, and so are fewer words of them
("John Mahama", "John Dramani Mahama"). A surname alone goes to the person whose full name with that surname stood
last before it. Another spelling is the same person only where the merging of a trip or a term showed it. States and
pages that differ keep people apart; one page that both names link to holds them together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from parsers.assemble.appearances import Appearance, is_full
from parsers.assemble.likeness import Likeness, name_parts, person_likeness
from parsers.assemble.words import person_words
from parsers.language.sides import is_side
from parsers.lazy import lazy


@dataclass(frozen=True)
class Person:
    """A person of an article: the appearances in order of place, and the identifier once it is given."""

    appearances: tuple[Appearance, ...]
    person_id: str = ""

    @lazy
    def name(self) -> str:
        """The fullest form, of those the most frequent, of those the first."""
        times = Counter(one.name for one in self.appearances)
        return max(self.appearances, key=lambda one: (len(one.words), times[one.name], -one.start)).name

    @lazy
    def state(self) -> str | None:
        """The state served, the one said most often."""
        return _commonest(one.iso3 for one in self.appearances)

    @lazy
    def link(self) -> str | None:
        """The wiki page that the name links to."""
        return _commonest(one.link for one in self.appearances)

    @property
    def rows(self) -> frozenset[str]:
        """The identifiers of the rows that the person's names stand for."""
        return frozenset(row for one in self.appearances for row in one.rows)


class _Group:
    """The appearances taken for one person so far, and what of them decides who may join: each thing once."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.appearances: list[Appearance] = []
        self.names: dict[str, list[int]] = {}
        """Where each name stands."""
        self.full: dict[str, list[int]] = {}
        """Where each full name stands."""
        self.states: set[str | None] = set()
        self.links: set[str] = set()
        self.rows: set[str] = set()

    def add(self, appearances: Iterable[Appearance]) -> None:
        """Takes appearances for this person's."""
        for one in appearances:
            self.appearances.append(one)
            places = self.names.setdefault(one.name, [])
            places.append(one.start)
            if is_full(one.words):
                self.full[one.name] = places
            self.states.add(one.iso3)
            self.rows |= one.rows
            if one.link:
                self.links.add(one.link)

    def may_hold(self, one: Appearance) -> bool:
        """Whether neither page nor state keeps an appearance apart."""
        if one.link in self.links:
            return True
        if one.link and any(_other_page(one.link, link) for link in self.links):
            return False
        return all(related(one.iso3, state) for state in self.states)


class _Groups:
    """The persons so far, in order, looked up by their names and rows."""

    def __init__(self) -> None:
        self.all: list[_Group] = []
        self._of_form: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._of_part: dict[str, list[int]] = defaultdict(list)
        self._of_row: dict[str, list[int]] = defaultdict(list)

    def add(self, one: Appearance, home: _Group | None) -> None:
        """Takes an appearance for a person's, a new one's where none is given."""
        if home is None:
            home = _Group(len(self.all))
            self.all.append(home)
        if one.name not in home.names:
            self._of_form[one.words].append(home.number)
            for part in name_parts(one.name):
                self._of_part[part].append(home.number)
        for row in one.rows - home.rows:
            self._of_row[row].append(home.number)
        home.add((one,))

    def named(self, one: Appearance) -> list[_Group]:
        """Those that have a name of the very words."""
        return self._in_order(self._of_form.get(one.words, ()))

    def called(self, one: Appearance) -> list[_Group]:
        """Those of which the name can be a form of one of theirs."""
        return self._in_order(chain.from_iterable(self._of_part.get(part, ()) for part in name_parts(one.name)))

    def of_rows(self, one: Appearance) -> list[_Group]:
        """Those that have a name of the same trip or term."""
        return self._in_order(chain.from_iterable(self._of_row.get(row, ()) for row in one.rows))

    def _in_order(self, numbers: Iterable[int]) -> list[_Group]:
        return [self.all[number] for number in sorted(set(numbers))]


def persons(appearances: Sequence[Appearance]) -> list[Person]:
    """The persons behind the appearances, in order of their first; no identifiers yet."""
    groups = _Groups()
    for one in sorted(appearances, key=_fullest_first):
        groups.add(one, _home_of_full(groups, one) if is_full(one.words) else _home_of_short(groups, one))
    joined = [sorted(group.appearances, key=lambda one: (one.start, one.end)) for group in _joined_by_rows(groups.all)]
    return [Person(tuple(group)) for group in sorted(joined, key=lambda group: (group[0].start, group[0].end))]


@lru_cache(maxsize=65536)
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


def _home_of_full(groups: _Groups, one: Appearance) -> _Group | None:
    return _first(groups.named(one), one) or _nearest(groups, one)


def _home_of_short(groups: _Groups, one: Appearance) -> _Group | None:
    found = _first(groups.of_rows(one), one) or _nearest(groups, one)
    return found or _first(
        (group for group in groups.called(one) if any(_shortens(one.name, name) for name in group.names)), one
    )


def _first(groups: Iterable[_Group], one: Appearance) -> _Group | None:
    """The first group that may hold an appearance."""
    return next((group for group in groups if group.may_hold(one)), None)


def _nearest(groups: _Groups, one: Appearance) -> _Group | None:
    """The group of which a full name that the name shortens stands last before it, else first after it."""
    longer = [
        (start <= one.start, start if start <= one.start else -start, group)
        for group in groups.called(one)
        for starts in [_longer(group, one.name)]
        if starts and group.may_hold(one)
        for start in starts
    ]
    return max(longer, key=lambda found: found[:2])[2] if longer else None


def _longer(group: _Group, short: str) -> list[int]:
    """Where the group's full names stand that a name shortens."""
    return [start for name, starts in group.full.items() if _shortens(short, name) for start in starts]


@lru_cache(maxsize=65536)
def _shortens(one: str, other: str) -> bool:
    """Whether one name is a form of the other in equal words; different initials in the middle are not."""
    if name_parts(one).isdisjoint(name_parts(other)):
        return False
    initials = [frozenset(word for word in person_words(name) if len(word) == 1) for name in (one, other)]
    if all(initials) and len(set(initials)) > 1:
        return False
    return person_likeness(one, other) is Likeness.SAME


def _other_page(one: str, other: str) -> bool:
    """Whether two targets are of different people: not where one only spells or shortens the other (a redirect)."""
    return "(" in one + other or person_likeness(one, other) is Likeness.DIFFERENT


def _joined_by_rows(groups: Sequence[_Group]) -> list[_Group]:
    """The groups, those joined that have names of one trip or term and nothing against it."""
    joined: list[_Group] = []
    for group in groups:
        home = next((other for other in joined if group.rows & other.rows and _may_join(other, group)), None)
        if home is None:
            joined.append(group)
        else:
            home.add(group.appearances)
    return joined


def _may_join(home: _Group, group: _Group) -> bool:
    return all(home.may_hold(one) for one in group.appearances)


def _commonest(values: Iterable[str | None]) -> str | None:
    """The most frequent of the values that are there, the first of equals."""
    found = Counter(value for value in values if value).most_common(1)
    return found[0][0] if found else None
