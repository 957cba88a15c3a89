"""Templates that no rule says in full, counted: what the manifest tells of a page that may be read amiss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from parsers.document import citations
from parsers.document.tags import PLAIN, UNSHOWN
from parsers.document.templates.said import TITLES, manifest_name, template_name
from parsers.document.tree import Argument, Code, Link, Literal, Tag, Template

_UNPARSED = UNSHOWN | PLAIN


def count_unknown(code: Code, unknown: Counter[str]) -> None:
    """Adds every template of the code, however deep, that no rule says in full, by the name of the manifest."""
    codes: list[Code | None] = [code]
    while codes:
        for node in codes.pop() or ():
            kind = type(node)
            if kind is str or kind is Literal or (isinstance(node, Tag) and node.name in _UNPARSED):
                continue
            codes += _inside(node)
            counted = _manifest_name(node.name) if isinstance(node, Template) else None
            if counted:
                unknown[counted] += 1


@lru_cache(maxsize=4096)
def _manifest_name(written: str) -> str | None:
    name = template_name(written)
    return None if name in TITLES or citations.is_footnote(name) else manifest_name(name)


def _inside(node: Any) -> Sequence[Code | None]:
    if isinstance(node, Template):
        return [node.head, *node.values.values()]
    if isinstance(node, Link):
        return node.title, node.text
    if isinstance(node, Tag):
        return (node.contents,)
    return (node.default,) if isinstance(node, Argument) else (node.title,)
