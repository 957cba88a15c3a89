"""Regular expressions whose long lists of words share their beginnings, as the engine tries every branch at a place.

`re` takes out what all branches begin with and no more: two hundred verbs are two hundred tries at each word. As a tree
of letters they are one try for each letter that goes on.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

_FEW = 20
"""Branches up to which a tree gains nothing: the engine passes over one that begins with another letter fast enough."""
_GROUP = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?:(?P<words>(?:\\[^\w]|[^\\()\[\].*+?{}^$])+)\)", re.DOTALL
)  # fmt: skip
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")

_Tree = dict[str, Any]
_END = ""


def factored(expression: str) -> str:
    r"""The expression that matches the same in the same order, its groups of plain words as trees of letters.

    A group in which a word stands before a longer one that begins with it stays as it is, as there the shorter wins.

    >>> factored("(?:" + "|".join(f"1{n}" for n in range(25, 4, -1)) + ")x")
    '(?:1(?:2(?:5|4|3|2|1|0)|1(?:9|8|7|6|5|4|3|2|1|0)|9|8|7|6|5))x'
    """
    return _GROUP.sub(lambda found: _tree_of(found[0], found["words"]) if found["words"] else found[0], expression)


def _tree_of(group: str, listed: str) -> str:
    """The group as a tree of letters; as it stands where that gains nothing or matches otherwise."""
    words = [_ESCAPED.sub(r"\1", word) for word in _BAR.split(listed)]
    if len(words) <= _FEW or not all(words) or _is_early(words):
        return group
    tree: _Tree = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return f"(?:{_written(tree)})"


def _is_early(words: list[str]) -> bool:
    """Whether a word stands before a longer one that begins with it."""
    return any(later.startswith(word) and later != word for word, later in combinations(words, 2))


def _written(tree: _Tree) -> str:
    branches = [re.escape(letter) + _written(rest) for letter, rest in tree.items() if letter != _END]
    if len(branches) < 2 and _END not in tree:
        return "".join(branches)
    written = f"(?:{'|'.join(branches)})"
    return f"{written}?" if _END in tree and branches else "" if _END in tree else written
