"""What links say of names: which of several namesakes is meant, and that words without a name of their own mean a body.

A link's target is a page of the wiki, so that it identifies a state, a place or a body better than its words do:
"[[Georgia (U.S. state)|Georgia]]" is no state, "[[Tripoli, Lebanon|Tripoli]]" no city of Libya.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from parsers.document.model import Link
from parsers.language.mention import BodyValue, Mention, PlaceValue, StateValue
from parsers.language.places import body_of
from parsers.language.states import meanings_of, state_of

_QUALIFIER = re.compile(r" \((?P<within>[^()]*)\)$|, (?P<beyond>[^,]+)$")
_OF_STATES = ("country", "state", "nation", "republic", "city", "island")
"""What sets the pages of states and of their cities of the same name apart."""
_LONGEST = 60
"""Characters of words that mean a body."""


def with_links(mentions: Iterable[Mention], links: Sequence[Link], text: str) -> Iterator[Mention]:
    """The mentions of states, places and bodies as the links on just their words settle them, and bodies that only a
    link names; in no order.
    """
    targets = {(link.start, link.end): link.target for link in links}
    told: set[tuple[int, int]] = set()
    for mention in mentions:
        target = targets.get((mention.start, mention.end))
        settled = mention if target is None else _settled(mention, target)
        if settled is not None:
            told.add((mention.start, mention.end))
            yield settled
    for (start, end), target in targets.items():
        if (start, end) not in told and end - start <= _LONGEST:
            value = _value_of(target, text[start:end])
            if value is not None:
                yield Mention(start, end, text[start:end], value)


def _settled(mention: Mention, target: str) -> Mention | None:
    """The mention as the page on its words says; null where that is of something else with the same name."""
    value = mention.value
    qualifier = _QUALIFIER.search(target)
    if isinstance(value, StateValue):
        iso3 = state_of(target)
        if iso3 is not None:
            # Words that can mean no other state stay what they are: "[[Russia|Soviet Union]]".
            meant = iso3 if iso3 in meanings_of(mention.text) else value.iso3
            return mention if meant == value.iso3 else replace(mention, value=StateValue(meant, value.form))
        other = qualifier is not None and target[: qualifier.start()] == mention.text
        return None if other and not _is_state(qualifier) else mention
    if isinstance(value, PlaceValue) and qualifier is not None:
        iso3 = state_of(qualifier["within"] or qualifier["beyond"])
        return mention if iso3 is None else replace(mention, value=replace(value, iso3s=(iso3,)))
    return mention


def _is_state(qualifier: re.Match[str] | None) -> bool:
    return qualifier is not None and qualifier["within"] in _OF_STATES


def _value_of(target: str, words: str) -> BodyValue | StateValue | None:
    """The body that a page is about; or the state, where the words are a part of its name, or shared with others."""
    body = body_of(target)
    if body is not None:
        return BodyValue(body)
    iso3 = state_of(target)
    if iso3 is None or not words[:1].isupper():
        return None
    form = meanings_of(words).get(iso3) or ("name" if words in target else None)
    return StateValue(iso3, form) if form else None
