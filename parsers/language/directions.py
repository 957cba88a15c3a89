"""Directions: sender and receiver that head lines and headings name ("High-level visits from Estonia to Mexico")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from parsers.language.mention import PersonValue, StateValue
from parsers.language.reading import Statement
from parsers.language.sides import is_side, present
from parsers.language.states import Pair, find_states

_FROM_TO = re.compile(r"\b(?:from|by|of) (?:the )?<(\d)>.*?\b(?:to|in|visited|visit) (?:the )?<(\d)>")
_TO_FROM = re.compile(r"\b(?:to|in|visited|visit) (?:the )?<(\d)>.*?\b(?:from|by|of) (?:the )?(?:\w+ )?<(\d)>")
_ONE_TO = re.compile(r"<(\d)>.*?(?:\bto|\bin|\bvisited|\bvisit|→|->|–) (?:the )?<(\d)>")
_TO = re.compile(r"\b(?:to|in|visited|visit|visiting) (?:the )?<(\d)>")
_FROM = re.compile(
    r"\b(?:from|by|of) (?:the )?(?:\w+ )?<(\d)>|<(\d)>(?:'s|’s)?(?: \w+)? (?:visits?|visitors|officials"
    r"|delegations|leaders)"
)
_OPENED = re.compile(r"\b(?:embassy|chancery|consulate|mission|high commission)\b")


@lru_cache(maxsize=4096)
def direction(words: str, pair: Pair) -> tuple[str | None, str | None]:
    """Codes of the sender and the receiver that a head line or heading names, as far as it does.

    >>> direction("High-level visits from Estonia to Mexico", ("EST", "MEX"))
    ('EST', 'MEX')
    >>> direction("State visits to Kenya", ("KEN", "NOR"))
    (None, 'KEN')
    """
    codes: list[str] = []
    pieces, last = [], 0
    for mention in find_states(words, pair):
        if isinstance(mention.value, StateValue) and len(codes) < 10:
            pieces += [words[last : mention.start], f"<{len(codes)}>"]
            codes.append(mention.value.iso3)
            last = mention.end
    shape = "".join([*pieces, words[last:]]).lower()
    for pattern, order in ((_FROM_TO, (1, 2)), (_TO_FROM, (2, 1)), (_ONE_TO, (1, 2))):
        found = pattern.search(shape)
        if found:
            return codes[int(found[order[0]])], codes[int(found[order[1]])]
    to, source = _TO.search(shape), _FROM.search(shape)
    return (codes[int(source[1] or source[2])] if source and not to else None), codes[int(to[1])] if to else None


def lines_above(statement: Statement) -> Iterator[str]:
    """The lines that introduce a statement, the nearest first: head lines, then headings."""
    head = statement.context.head
    while head is not None:
        yield head.text
        head = head.context.head
    yield from reversed(statement.context.path)


def direction_above(statement: Statement) -> tuple[str | None, str | None]:
    """Sender and receiver from the nearest line above that names one of the pair so."""
    pair = statement.context.pair
    for line in lines_above(statement):
        sender, receiver = direction(line, pair)
        if sender or receiver:
            named = {mention.value.iso3 for mention in find_states(line, pair) if isinstance(mention.value, StateValue)}
            sender, receiver = (_of_the_pair(code, named, pair) for code in (sender, receiver))
            return (sender if is_side(sender, pair) else None), (receiver if is_side(receiver, pair) else None)
    return None, None


def _of_the_pair(code: str | None, named: set[str], pair: Pair) -> str | None:
    """The pair's own state where a line names it beside its predecessor: "to Czechoslovakia and the Czech Republic"."""
    heir = present(code, pair) if code is not None and is_side(code, pair) else None
    return heir if heir in named else code


def home_told_before(statement: Statement) -> str | None:
    """The one side whose own post the sentence before told of, so that a visitor without a state is its official.

    Of use where a sentence such as "the embassy was opened during a visit by Foreign Minister X" names neither side:
    the sentence before it in the paragraph tells whose envoy or embassy that is ("The first Kenyan ambassador to …").
    """
    before = statement.context.previous
    if before is None or before.block is not statement.block or not _OPENED.search(statement.low):
        return None
    envoys = [one.value for one in before.of("person") if isinstance(one.value, PersonValue)]
    codes = {one.iso3 for one in envoys if one.rank == "envoy" and is_side(one.iso3, statement.context.pair)}
    return codes.pop() if len(codes) == 1 else None
