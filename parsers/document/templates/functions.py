"""Parser functions: those that need neither the wiki nor the day (`{{#if:…}}`, `{{lc:…}}`, `{{formatnum:…}}`).

The first value stands behind the colon, so that the code before the first bar tells both the function and the value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from parsers.document.templates.amounts import grouped
from parsers.document.templates.pieces import Piece, Values
from parsers.document.tree import Code

Function = Callable[[Code, Values], Sequence[Piece]]


def _worded(change: Callable[[str], str]) -> Function:
    return lambda first, values: [change(values.plain(first))]


def _if(first: Code, values: Values) -> Sequence[Piece]:
    return _value(values, 1 if values.plain(first) else 2)


def _if_equal(first: Code, values: Values) -> Sequence[Piece]:
    return _value(values, 2 if values.plain(first) == values.words(1) else 3)


def _switch(first: Code, values: Values) -> Sequence[Piece]:
    """The value of the first one's name, else the default; several names for one value are not read."""
    words, unnamed = values.plain(first), values.positional()
    chosen = values.by_name.get(words) if not words.isdecimal() else None
    chosen = chosen or values.by_name.get("#default") or (unnamed[-1] if unnamed else None)
    return () if chosen is None else (chosen,)


def _plural(first: Code, values: Values) -> Sequence[Piece]:
    return _value(values, 1 if values.plain(first) in {"1", "-1"} else 2)


def _value(values: Values, number: int) -> Sequence[Piece]:
    code = values.code(number)
    return () if code is None else (code,)


_FUNCTIONS: Mapping[str, Function] = {
    "lc": _worded(str.lower),
    "uc": _worded(str.upper),
    "lcfirst": _worded(lambda words: words[:1].lower() + words[1:]),
    "ucfirst": _worded(lambda words: words[:1].upper() + words[1:]),
    "formatnum": _worded(grouped),
    "plural": _plural,
    "#if": _if,
    "#ifeq": _if_equal,
    "#switch": _switch,
    "#tag": lambda _, values: _value(values, 1),
}


def is_function(name: str) -> bool:
    """Whether a template's name is a call of one of these functions."""
    return ":" in name and name.partition(":")[0].strip() in _FUNCTIONS


def call(name: str, head: Code, values: Values) -> Sequence[Piece]:
    """What the function says that `name` calls (see `is_function`); `head` is the code before the first bar."""
    first: Code = list(head)
    for number, node in enumerate(first):
        if isinstance(node, str) and ":" in node:
            first = [node.partition(":")[2], *first[number + 1 :]]
            break
    return _FUNCTIONS[name.partition(":")[0].strip()](first, values)
