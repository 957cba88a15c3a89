"""Which articles of a wiki are on pairs of states: by their categories, and by titles of the form "A–B relations".

Categories are walked down from ROOTS, each once, at most DEPTH deep: those of bilateral relations by country, by kind
and so on. A category that is itself named after a pair holds embassies, treaties and people, so that it is not walked:
its own name is taken for the title of an article. Titles that begin with the name of a state are looked up as well.
A title of the form is enough; whether it names two states is for `parsers` to say.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain

from flows.sources.mediawiki.api import Api
from flows.sources.mediawiki.client import refusal
from flows.sources.mediawiki.look import ARTICLES, CATEGORIES, Seen, look, seen
from parsers.language.states import states

ROOTS = ("Category:Bilateral relations", "Category:Bilateral relations by country")

DEPTH = 6
MOST_CATEGORIES = 5_000
"""Wikipedia has about 300 of them, at most 4 deep."""

_PAIR = re.compile(r"relations (?:between|of) .+ (?:and|with) .+|.+?(?:[-–—‒]| and | with ).+ relations", re.I)
_OF_PAIRS = re.compile(r"\bbilateral\b.*\brelations\b|\brelations by (?:country|state|continent|region)\b", re.I)


def is_pair(title: str) -> bool:
    """Whether a title has the form of an article on a pair.

    >>> is_pair("Chad–Taiwan relations"), is_pair("Relations between Chad and Taiwan"), is_pair("Embassy of Chad")
    (True, True, False)
    """
    return _PAIR.fullmatch(title) is not None


def articles(api: Api) -> Iterator[Seen]:
    """All articles on pairs, each once; raises NoAnswer and SourceError."""
    yield from _once(chain(_below(api, ROOTS), _beginning_with_states(api)))


def articles_in(api: Api, category: str) -> Iterator[Seen]:
    """The articles on pairs in a category and those of bilateral relations below it, each once; raises so too."""
    yield from _once(_below(api, [category]))


def _below(api: Api, roots: Sequence[str]) -> Iterator[Seen]:
    named: list[str] = []
    yield from _walked(api, roots, named)
    yield from (one for one in look(api, sorted(set(named))) if isinstance(one, Seen))


def _beginning_with_states(api: Api) -> Iterator[Seen]:
    for name in sorted({state.name for state in states().values()}):
        yield from _listed(
            api, generator="allpages", gapprefix=f"{name}–", gapfilterredir="nonredirects", gaplimit="max"
        )


def _walked(api: Api, roots: Sequence[str], named: list[str]) -> Iterator[Seen]:
    """The articles of the categories at and below the roots; the names of categories of one pair go to `named`."""
    queue, known = deque((root, 0) for root in roots), set(roots)
    while queue:
        category, depth = queue.popleft()
        members = list(_members(api, category))
        yield from (member for member in members if member.namespace == ARTICLES)
        for member in (member for member in members if member.namespace == CATEGORIES):
            name = member.title.partition(":")[2]
            if is_pair(name):
                named.append(name)
            elif _OF_PAIRS.search(name) and depth < DEPTH and member.title not in known:
                known.add(member.title)
                queue.append((member.title, depth + 1))
        if len(known) > MOST_CATEGORIES:
            raise refusal(api.address, f"more than {MOST_CATEGORIES:,} categories", "name a category or titles")


def _members(api: Api, category: str) -> Iterator[Seen]:
    """The pages and categories of a category."""
    yield from _listed(api, generator="categorymembers", gcmtitle=category, gcmtype="page|subcat", gcmlimit="max")


def _listed(api: Api, **parameters: str | int) -> Iterator[Seen]:
    """The pages that a generator gives, by title."""
    found = [seen(page) for batch in api.batches(**parameters, prop="info") for page in batch.pages.values()]
    yield from sorted((one for one in found if one), key=lambda one: one.title)


def _once(found: Iterator[Seen]) -> Iterator[Seen]:
    """The articles of them that have the form and are no redirects, each page once."""
    known: set[int] = set()
    for one in found:
        fits = one.namespace == ARTICLES and not one.redirect and is_pair(one.title)
        if fits and one.page_id not in known:
            known.add(one.page_id)
            yield one
