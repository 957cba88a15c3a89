"""Footnotes → Citation: what a `<ref>` or a citation template cites.

Read: the cite family and {{citation}} (title, address, publisher, date, authors), short footnotes (sfn, harv and kin),
notes with words of their own (refn, efn), and bare words or a link. Not read: which pages or quotations are meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mwparserfromhell.nodes import ExternalLink, Tag, Template, Text
from mwparserfromhell.wikicode import Wikicode

from parsers.document.model import Citation

Plain = Callable[[Wikicode], str]

_CITE = re.compile(r"(?:cite|citar|vcite|cit)\b|citation$|cite(?:web|news|book)?$|wikicite$|lcite$")
_SHORT = frozenset({"sfn", "sfnp", "sfnm", "harvnb", "harv", "harvtxt", "harvp", "harvcol", "harvcolnb", "harvs"})
_NOTES = frozenset({"refn", "efn", "efn-ua", "efn-lr", "efn-lg", "note", "notetag", "#tag:ref", "footnote", "#tag"})
_REUSED = frozenset({"r", "ref name", "named ref"})
_AUTHORS = ("author", "author1", "authors", "last", "last1")
_PUBLISHERS = (
    "publisher",
    "work",
    "newspaper",
    "website",
    "journal",
    "magazine",
    "agency",
    "periodical",
    "institution",
)
_TITLES = ("title", "chapter", "trans-title", "script-title", "article", "contribution", "quote")
_DATES = ("date", "year", "publication-date")
_ADDRESSES = ("url", "chapter-url", "chapterurl", "archive-url", "archiveurl")


def is_source(name: str) -> bool:
    """Whether a template cites a work: the cite family; `name` is in lower case."""
    return _CITE.match(name) is not None


def is_short(name: str) -> bool:
    """Whether a template is a short footnote, as {{sfn|Author|year}}."""
    return name in _SHORT


def is_note(name: str) -> bool:
    """Whether a template is a footnote with words of its own."""
    return name in _NOTES


def is_reuse(name: str) -> bool:
    """Whether a template repeats footnotes by name, as {{r|first|second}}."""
    return name in _REUSED


def from_template(template: Template, plain: Plain) -> Citation:
    """The citation of a template of the cite family."""
    values = {str(p.name).strip().lower(): p.value for p in template.params}

    def words(names: tuple[str, ...]) -> str | None:
        return next((said for name in names if name in values and (said := plain(values[name]))), None)

    first = words(("first", "first1", "given"))
    author = ", ".join(filter(None, (words(_AUTHORS), first))) or None
    title, publisher, date, url = words(_TITLES), words(_PUBLISHERS), words(_DATES), words(_ADDRESSES)
    text = ". ".join(part for part in (author, title, publisher, date) if part) or url or ""
    return Citation(0, text, url, title, publisher, date)


def from_short(template: Template, plain: Plain) -> Citation:
    """The citation of a short footnote: its names, year and page."""
    unnamed = [plain(p.value) for p in template.params if str(p.name).strip().isdecimal()]
    pages = [plain(p.value) for p in template.params if str(p.name).strip() in {"p", "pp", "loc", "page", "pages"}]
    text = " ".join(filter(None, unnamed)) + "".join(f", {page}" for page in pages if page)
    date = next((part for part in unnamed if re.fullmatch(r"\d{4}[a-z]?", part)), None)
    return Citation(0, text, date=date)


def from_contents(contents: Wikicode, plain: Plain) -> Citation:
    """The citation of a footnote's contents; of several works the first gives address, title, publisher and date."""
    works = [from_template(node, plain) for node in contents.nodes if isinstance(node, Template) and _is_source(node)]
    rest = _without_sources(contents, plain)
    text = "; ".join(filter(None, [*(work.text for work in works), rest]))
    if works:
        first = works[0]
        return Citation(0, text, first.url, first.title, first.publisher, first.date)
    link = next((node for node in contents.nodes if isinstance(node, ExternalLink)), None)
    title = plain(link.title) if link is not None and link.title is not None else None
    return Citation(0, text, str(link.url).strip() if link is not None else None, title or None)


def _is_source(template: Template) -> bool:
    return is_source(str(template.name).strip().lower())


def _without_sources(contents: Wikicode, plain: Plain) -> str:
    others = [node for node in contents.nodes if not (isinstance(node, Template) and _is_source(node))]
    if all(isinstance(node, Text) for node in others):
        words = " ".join("".join(str(node) for node in others).replace("''", "").split())
        return words if words.strip(" .,;") else ""
    return plain(Wikicode(others)) if len(others) < len(contents.nodes) else plain(contents)


def name_of(tag: Tag) -> str | None:
    """The name that a `<ref>` defines or repeats."""
    for attribute in tag.attributes:
        if str(attribute.name).strip().lower() == "name" and attribute.value is not None:
            return " ".join(str(attribute.value).split()).strip("\"'/ ") or None
    return None
