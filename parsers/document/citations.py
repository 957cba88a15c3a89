"""Footnotes → Citation: what a `<ref>` or a citation template cites.

Read: the cite family and {{citation}} (title, address, publisher, date, authors), short footnotes (sfn, harv and kin),
notes with words of their own (refn, efn), and bare words or a link. Not read: which pages or quotations are meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from parsers.document.model import Citation
from parsers.document.tree import Address, Code, Tag, Template

Plain = Callable[[Code], str]

_CITE = re.compile(r"(?:cite|citar|vcite|cit)\b|citation$|cite(?:web|news|book)?$|wikicite$|lcite$")
_SHORT = frozenset({"sfn", "sfnp", "sfnm", "sfnmp", "harvnb", "harv", "harvtxt", "harvp", "harvs"})
_SHORT |= frozenset({"harvcol", "harvcolnb", "harvcoltxt"})
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


def is_footnote(name: str) -> bool:
    """Whether a template is any of these."""
    return (
        is_source(name) or is_short(name) or is_note(name) or is_reuse(name) or name.startswith(("reflist", "notelist"))
    )


def from_template(template: Template, plain: Plain) -> Citation:
    """The citation of a template of the cite family."""
    values = {name.lower(): code for name, code in template.values.items() if code}

    def words(names: tuple[str, ...]) -> str | None:
        return next((said for name in names if name in values and (said := plain(values[name]))), None)

    first = words(("first", "first1", "given"))
    author = ", ".join(filter(None, (words(_AUTHORS), first))) or None
    title, publisher, date, url = words(_TITLES), words(_PUBLISHERS), words(_DATES), words(_ADDRESSES)
    text = ". ".join(part for part in (author, title, publisher, date) if part) or url or ""
    return Citation(0, text, url, title, publisher, date)


def from_short(template: Template, plain: Plain) -> Citation:
    """The citation of a short footnote: its names, year and page; {{sfnm}} numbers those of several works."""
    values = template.values
    named = [plain(code) for name, code in values.items() if name.isdecimal() or re.fullmatch(r"\d(?:a\d|y)", name)]
    pages = [plain(code) for name, code in values.items() if re.fullmatch(r"\d?(?:pp?|loc|pages?)", name)]
    text = " ".join(filter(None, named)) + "".join(f", {page}" for page in pages if page)
    date = next((part for part in named if re.fullmatch(r"\d{4}[a-z]?", part)), None)
    return Citation(0, text, date=date)


def from_contents(contents: Code, plain: Plain) -> Citation:
    """The citation of a footnote's contents; of several works the first gives address, title, publisher and date."""
    works = [work for node in contents if (work := _work(node, plain)) is not None]
    rest = _without_sources(contents, plain)
    text = "; ".join(filter(None, [*(work.text for work in works), rest]))
    if works:
        first = works[0]
        return Citation(0, text, first.url, first.title, first.publisher, first.date)
    link = next((node for node in contents if isinstance(node, Address)), None)
    title = plain(link.title) if link is not None and link.title is not None else None
    return Citation(0, text, link.url.strip() if link is not None else None, title or None)


def _work(node: object, plain: Plain) -> Citation | None:
    """What a template in a footnote cites, null for anything else."""
    if not isinstance(node, Template):
        return None
    name = node.name.strip().lower()
    return from_template(node, plain) if is_source(name) else from_short(node, plain) if is_short(name) else None


def _is_work(node: object) -> bool:
    """Whether a template in a footnote cites a work."""
    name = node.name.strip().lower() if isinstance(node, Template) else ""
    return is_source(name) or is_short(name)


def _without_sources(contents: Code, plain: Plain) -> str:
    """The words beside the works, if there are any but punctuation."""
    words = plain([node for node in contents if not _is_work(node)])
    return words if words.strip(" .,;:()&") else ""


def name_of(tag: Tag) -> str | None:
    """The name that a `<ref>` defines or repeats."""
    return " ".join(tag.attribute("name").split()).strip("\"'/ ") or None
