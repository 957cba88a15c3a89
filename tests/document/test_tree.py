"""The tree: the same nodes in the same order as mwparserfromhell's own, on hand-made and on random wikitext."""

from __future__ import annotations

import mwparserfromhell
import mwparserfromhell.nodes as theirs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mwparserfromhell.wikicode import Wikicode

from parsers.document.tree import Address, Argument, Code, Heading, Link, Literal, Tag, Template, parse

PIECES = [
    "a", " b ", "\n", "[[", "]]", "|", "{{", "}}", "{{{", "}}}", "=", "== ", " ==\n", "\n* ", "\n#", "\n; x : y",
    "\n----\n", "{|", "\n|-\n", "\n| ", "\n! ", "||", "!!", "\n|+ ", "\n|}", "<ref>", "</ref>", '<ref name="x" />',
    "<br>", "<b>", "</b>", "<nowiki>", "</nowiki>", "&nbsp;", "&#x41;", "&#65;", "&lt;", "''", "'''", "[http://x.org ",
    "]", "http://y.org/z ", "<!-- c -->", "<li>", "</li>", '<td rowspan="2">', "</td>",
    "<gallery>\nA.jpg|b\n</gallery>", 'class="x" ', "scope=row|",
]  # fmt: skip


def mine(code: Code | None) -> object:
    """The tree as nested lists; words that touch are one, as where an entity or comment leaves none."""
    return None if code is None else [shape(node) for node in code]


def shape(node: object) -> object:
    match node:
        case Literal() | str():
            return str(node)
        case Link():
            return "link", mine(node.title), mine(node.text)
        case Template():
            return "template", mine(node.head), {name: mine(value) for name, value in node.values.items()}
        case Argument():
            return "argument", mine(node.default)
        case Address():
            return "address", node.url, mine(node.title), bool(node.brackets)
        case Heading():
            return "heading", node.level, mine(node.title)
        case Tag():
            return "tag", node.name, mine(node.contents), sorted(node.attributes), node.markup
    raise TypeError(node)


def other(code: Wikicode | None) -> object:
    nodes = [] if code is None else [node for node in code.nodes if not isinstance(node, theirs.Comment)]
    return None if code is None else [other_shape(node) for node in nodes]


def words(code: Wikicode) -> str:
    return "".join(str(other_shape(n)) for n in code.nodes if isinstance(n, theirs.Text | theirs.HTMLEntity))


def other_shape(node: theirs.Node) -> object:
    match node:
        case theirs.Text():
            return node.value
        case theirs.HTMLEntity():
            return node.normalize()
        case theirs.Wikilink():
            return "link", other(node.title), other(node.text)
        case theirs.Template():
            return "template", other(node.name), {words(p.name).strip(): other(p.value) for p in node.params}
        case theirs.Argument():
            return "argument", other(node.default)
        case theirs.ExternalLink():
            return "address", words(node.url), other(node.title), bool(node.brackets)
        case theirs.Heading():
            return "heading", node.level, other(node.title)
        case theirs.Tag():
            contents = None if node.self_closing else other(node.contents)
            names = sorted({words(a.name).strip().lower() for a in node.attributes})
            return "tag", words(node.tag).strip().lower(), contents, names, node.wiki_markup or ""
    raise TypeError(node)


def assert_same(raw: str) -> None:
    assert mine(parse(raw)) == other(mwparserfromhell.parse(raw, skip_style_tags=True)), raw


@pytest.mark.parametrize(
    "raw",
    [
        "a [[b|c [[d]]]] {{e|f=g|h|{{i}}|1=j}} {{{k|l}}} &ndash; &#8212; <!-- m -->",
        "== n ==\n* o\n*# p\n; q : r\n----\n[http://s.org t] http://u.org [//v.org]",
        '{| class="x"\n|+ w\n! y !! scope="col" | z\n|-\n| rowspan=2 | 1 || 2\n|}',
        '<ref name="a" group=b>c</ref><ref name=a /><br><b>d</b><nowiki>[[e]]</nowiki><li>f</li></br>',
        "[[unclosed {{also\n{| and this\n<ref>or that",
    ],
)
def test_the_same_nodes_as_the_library(raw: str) -> None:
    assert_same(raw)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=400, deadline=None)
def test_the_same_nodes_as_the_library_on_any_markup(raw: str) -> None:
    assert_same(raw)
