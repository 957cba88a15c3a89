"""Wikitext → a tree of nodes, from the tokens that mwparserfromhell's C tokenizer finds.

mwparserfromhell spends nine tenths of a parse on its own tree, whose nodes can be edited and written back. Reading
needs neither, so this tree is made straight from the tokens, in a seventh of the time. A stretch of wikitext is a
`Code`: a list of words (`str`, where markup may be left over) and nodes. Comments are no nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from mwparserfromhell.parser import tokens as t
from mwparserfromhell.parser._tokenizer import CTokenizer


class Literal(str):
    """Words that are shown as they are: an entity's character, or what `<nowiki>` holds."""

    __slots__ = ()


@dataclass(slots=True)
class Link:
    """`[[title|text]]`; `text` is null where there is no bar."""

    title: Code
    text: Code | None


@dataclass(slots=True)
class Template:
    """`{{name|value|key=value}}`: values by name, positional ones by their number; of two with one name the last.

    `name` has the words alone; `head` is the code that stands before the first bar.
    """

    name: str
    head: Code
    values: dict[str, Code]


@dataclass(slots=True)
class Argument:
    """`{{{name|default}}}`."""

    default: Code | None


@dataclass(slots=True)
class Address:
    """`[url title]`, or a bare address."""

    url: str
    title: Code | None
    brackets: bool


@dataclass(slots=True)
class Heading:
    """`== title ==`."""

    level: int
    title: Code


@dataclass(slots=True)
class Tag:
    """A tag, or wiki markup that stands for one: a list's mark, a rule, a table, its rows and cells (`markup`).

    `name` is in lower case; `contents` are null for a tag that closes itself. Attributes are by name, in lower case,
    null where no value follows.
    """

    name: str
    contents: Code | None
    attributes: dict[str, Code | None]
    markup: str

    def attribute(self, name: str) -> str:
        """The words of an attribute's value, or ""."""
        return words_of(self.attributes.get(name))


Node = str | Link | Template | Argument | Address | Heading | Tag
Code = list[Node]


def parse(text: str) -> Code:
    """The nodes of some wikitext; apostrophes of bold and italic words stay in the words.

    >>> parse("a [[b|c]] {{d|e=f}} &ndash;")
    ['a ', Link(title=['b'], text=['c']), ' ', Template(name='d', head=['d'], values={'e': ['f']}), ' ', '–']
    """
    return _run(iter(CTokenizer().tokenize(text, 0, True)))[0]


def words_of(code: Code | None) -> str:
    """The words of the code's own level, without what its nodes say."""
    if not code:
        return ""
    if len(code) == 1:
        return code[0] if isinstance(code[0], str) else ""
    return "".join([node for node in code if isinstance(node, str)])


Tokens = Iterator[Any]


def _run(source: Tokens) -> tuple[Code, Any]:
    """The nodes up to the first token that neither is nor opens one; and that token, null at the end."""
    nodes: Code = []
    for token in source:
        kind = type(token)
        if kind is t.Text:
            nodes.append(token["text"])
        elif kind in _OPENERS:
            nodes.append(_OPENERS[kind](token, source))
        elif kind is t.CommentStart:
            _run(source)
        else:
            return nodes, token
    return nodes, None


def _link(_: Any, source: Tokens) -> Link:
    title, end = _run(source)
    return Link(title, _run(source)[0] if type(end) is t.WikilinkSeparator else None)


def _template(_: Any, source: Tokens) -> Template:
    head, end = _run(source)
    values: dict[str, Code] = {}
    position = 0
    while type(end) is t.TemplateParamSeparator:
        value, end = _run(source)
        if type(end) is t.TemplateParamEquals:
            name = words_of(value).strip()
            value, end = _run(source)
        else:
            position += 1
            name = str(position)
        values[name] = value
    return Template(words_of(head), head, values)


def _argument(_: Any, source: Tokens) -> Argument:
    _, end = _run(source)
    return Argument(_run(source)[0] if type(end) is t.ArgumentSeparator else None)


def _address(token: Any, source: Tokens) -> Address:
    url, end = _run(source)
    title = _run(source)[0] if type(end) is t.ExternalLinkSeparator else None
    return Address(words_of(url), title, token["brackets"])


def _entity(_: Any, source: Tokens) -> Literal:
    said = ""
    for token in source:
        kind = type(token)
        if kind is t.HTMLEntityEnd:
            break
        said += "#" if kind is t.HTMLEntityNumeric else token["char"] if kind is t.HTMLEntityHex else token["text"]
    return Literal(unescape(f"&{said};"))


def _heading(token: Any, source: Tokens) -> Heading:
    return Heading(token["level"], _run(source)[0])


def _tag(token: Any, source: Tokens) -> Tag:
    name, end = _run(source)
    attributes: dict[str, Code | None] = {}
    while type(end) is t.TagAttrStart:
        key, end = _run(source)
        value: Code | None = None
        while type(end) in (t.TagAttrEquals, t.TagAttrQuote):
            value, end = _run(source)
        attributes.setdefault(words_of(key).strip().lower(), value)
    contents: Code | None = None
    if type(end) is t.TagCloseOpen:
        contents, end = _run(source)
        _run(source)
    return Tag(words_of(name).strip().lower(), contents, attributes, token.get("wiki_markup") or "")


_OPENERS: dict[type, Callable[[Any, Tokens], Node]] = {
    t.WikilinkOpen: _link,
    t.TemplateOpen: _template,
    t.ArgumentOpen: _argument,
    t.ExternalLinkOpen: _address,
    t.HTMLEntityStart: _entity,
    t.HeadingStart: _heading,
    t.TagOpenOpen: _tag,
}
