"""The lists of templates.yaml, and the rules that only hand a template's own values on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from parsers.document.templates.pieces import Caption, Item, Passage, Piece, Rule, Values
from parsers.document.tree import Code
from parsers.written import written

LISTS: Mapping[str, Any] = written((Path(__file__).parent / "templates.yaml").read_text(encoding="utf-8"))


def names(words: str) -> list[str]:
    """The names of a list that commas separate, in lower case."""
    return [name.strip().lower() for name in words.split(",")]


def silent(_: Values) -> Sequence[Piece]:
    """Nothing is said."""
    return ()


def nth(number: int) -> Rule:
    """The value of that number, else `text`, `content` or the first."""

    def rule(values: Values) -> Sequence[Piece]:
        code = values.code(number, "text", "content", 1)
        return () if code is None else (code,)

    return rule


def sign(words: str) -> Rule:
    """Always the same words."""
    return lambda _: (words,)


def said_or(default: str) -> Rule:
    """The first value, else the same words."""

    def rule(values: Values) -> Sequence[Piece]:
        code = values.code(1)
        return (default,) if code is None else (code,)

    return rule


def before(words: str) -> Rule:
    """The same words before the first value: {{no.|5}}, {{née|Ruiz}}."""

    def rule(values: Values) -> Sequence[Piece]:
        code = values.code(1)
        return (words.rstrip(),) if code is None else (words, code)

    return rule


def _joined(values: Values) -> Sequence[Piece]:
    return tuple(values.positional())


def _spaced(values: Values) -> Sequence[Piece]:
    return spaced(values, " ")


def _commas(values: Values) -> Sequence[Piece]:
    return spaced(values, values.words("sep") or ", ")


def spaced(values: Values, between: str) -> list[Piece]:
    """All positional values with something between them."""
    pieces: list[Piece] = []
    for code in values.positional():
        pieces += (between, code) if pieces else (code,)
    return pieces


def _items(values: Values) -> Sequence[Piece]:
    title = values.code("title", "header")
    items: list[Piece] = [Item(code) for code in values.positional()]
    return items if title is None else [Passage(title), *items]


def _passage(values: Values) -> Sequence[Piece]:
    """A passage, and behind it who said it, as the wiki sets it; {{cquote}} has two widths before the author."""
    code = values.code("text", "quote", "content", 1)
    sized = values.words(2).endswith("px") or (not values.words(2) and values.code(4) is not None)
    return _said_by(code, values.code("author", "sign", 4 if sized else 2), values.code("source", 5 if sized else 3))


def _side_quotation(values: Values) -> Sequence[Piece]:
    """{{rquote|side|text|author|source}}."""
    return _said_by(values.code("text", 2), values.code("author", 3), values.code("source", 4))


def _said_by(code: Code | None, author: Code | None, source: Code | None) -> list[Piece]:
    pieces: list[Piece] = [] if code is None else [Passage(code)]
    if author or source:
        pieces.append(Passage(["— ", *(author or []), *([", "] if author and source else []), *(source or [])]))
    return pieces


def _captions(values: Values) -> Sequence[Piece]:
    code = values.code("caption", 2)
    return () if code is None else (Caption(code),)


def _sic(values: Values) -> Sequence[Piece]:
    shown: list[Piece] = [*values.positional()]
    return shown if values.says_yes("hide", "nolink") else [*shown, " [sic]"]


def rules() -> dict[str, Rule]:
    """The rules of templates.yaml's lists by name."""
    kinds: dict[str, Rule] = {
        "silent": silent,
        "first": nth(1),
        "second": nth(2),
        "third": nth(3),
        "joined": _joined,
        "spaced": _spaced,
        "commas": _commas,
        "lists": _items,
        "passages": _passage,
        "captions": _captions,
    }
    found = {name: rule for kind, rule in kinds.items() for name in names(LISTS[kind])}
    found |= {name: sign(words) for name, words in LISTS["signs"].items()}
    found |= {name: said_or(words) for name, words in LISTS["cell_words"].items()}
    found |= {name: before(words) for name, words in LISTS["prefixes"].items()}
    return found | {"sic": _sic, "rquote": _side_quotation}
