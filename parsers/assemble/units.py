"""What is put together at one time: the articles of a pair of states, or one article, and what they are made of.

The rows of a unit stand together in every table that is ordered by its column first. They follow from its articles and
from what people are called in them, and from nothing else; so two runs in which these are the same make the same rows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Protocol

import pyarrow as pa

from parsers.assemble.part import ARTICLE, PERSON, RELATION, Part
from parsers.assemble.people_together import People, one_person_one_row
from parsers.columnar import table_of
from parsers.tables import table

LEADING = (RELATION, ARTICLE)
"""The columns by which units are told apart, in the order in which their tables are put together."""

Renamed = Mapping[str, str]
"""New identifiers of people by those that their article gave them."""


@dataclass(frozen=True)
class Unit:
    """Articles that are put together, in order of title, each with what its people are called now.

    `made_of` is a digest of all that its rows follow from; null where that is not known.
    """

    name: str
    articles: tuple[tuple[Part, Renamed], ...]
    made_of: str | None


class Earlier(Protocol):
    """What an earlier run put together."""

    def has(self, leading: str, unit: Unit) -> bool:
        """Whether it put the very same together."""

    def rows(self, name: str, units: Sequence[str]) -> Iterator[tuple[int, pa.Table]]:
        """The rows of such units in a table, in pieces of whole units, each with the number of its first row there.

        The units are in order, also those of one call and the next.
        """


@dataclass(frozen=True)
class Plan:
    """All that is to be put together: the articles in order of title, and their people."""

    chosen: tuple[Part, ...]
    people: People

    @cached_property
    def units(self) -> Mapping[str, tuple[Unit, ...]]:
        """The units in order of their names, by the column that tells them apart.

        An article is made of what its pair of states is made of, as its evidence is of rows of that.
        """
        named = list(zip(self.chosen, self.people.renamed, strict=True))
        pairs = tuple(_units(named, RELATION, {}))
        made_of = {one.articles[0][0].relation_id: one.made_of for one in pairs}
        return {RELATION: pairs, ARTICLE: tuple(_units(named, ARTICLE, made_of))}


def planned(parts: Sequence[Part]) -> Plan:
    """What is to be put together of these articles: of one that comes twice, the newest alone, as `age` tells."""
    chosen = _newest(parts)
    none = table_of(table("people"), [])
    own = [one.source.tables(PERSON).get("people", none) for one in chosen]
    return Plan(tuple(chosen), one_person_one_row([one.relation_id for one in chosen], own))


def _newest(parts: Sequence[Part]) -> list[Part]:
    """One part for each article, in order of title: the highest revision, then the latest time, then by hash."""
    best = {one.article_id: one for one in sorted(parts, key=lambda one: one.age)}
    return sorted(best.values(), key=lambda one: (one.title, one.age))


def _units(named: Sequence[tuple[Part, Renamed]], leading: str, made_of: Mapping[str, str | None]) -> Iterator[Unit]:
    ordered = sorted(named, key=lambda one: str(getattr(one[0], leading)))
    for name, same in groupby(ordered, key=lambda one: str(getattr(one[0], leading))):
        articles = tuple(same)
        relation = articles[0][0].relation_id
        yield Unit(name, articles, made_of[relation] if relation in made_of else _digest(articles))


def _digest(articles: Sequence[tuple[Part, Renamed]]) -> str | None:
    digest = hashlib.sha256()
    for part, renamed in articles:
        if part.source.identity is None:
            return None
        digest.update(repr((part.source.identity, sorted(renamed.items()))).encode())
    return digest.hexdigest()[:32]
