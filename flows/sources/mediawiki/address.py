"""`wikipedia:…` strings: which titles, of which wiki."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.errors import SourceError

PREFIX = "wikipedia:"
WIKIPEDIA = "https://en.wikipedia.org/w/api.php"
"""The wiki that is asked where no other is named; English, since that is what `parsers` reads."""


@dataclass(frozen=True)
class Asked:
    """What a string asks for: titles (none: all articles on pairs of states) of the wiki at the address `site`."""

    titles: tuple[str, ...]
    site: str


def asked(source: str) -> Asked:
    """What a string asks for; raises SourceError where a title is an address, or all are empty.

    Titles stand between upright bars, as in MediaWiki's own API. The address of another wiki follows `#`, which no
    title can hold; anything else after it is a section, which is left out. Underscores are spaces.

    >>> asked("wikipedia:Chad–Taiwan_relations#History|Chad–China relations").titles
    ('Chad–Taiwan relations', 'Chad–China relations')
    >>> asked("wikipedia:#https://wiki.example.org/")
    Asked(titles=(), site='https://wiki.example.org/')
    """
    words, site = _parted(source.removeprefix(PREFIX))
    found = (_title(part) for part in words.split("|"))
    titles = tuple(dict.fromkeys(title for title in found if title))
    if words.strip() and not titles:  # as of "$FIRST|$SECOND" where neither is set: that asks for no whole wiki
        raise SourceError(
            "titles without a letter", where=source, expected=f"{PREFIX}TITLE or {PREFIX}",
            remedy=f"name the pages by their titles; {PREFIX} alone stands for all pairs of states",
        )  # fmt: skip
    for title in titles:
        if is_address(title):
            raise SourceError(
                "an address where a title should be", where=source, expected=f"{PREFIX}TITLE or {PREFIX}",
                remedy="name the page by its title, and another wiki by --site",
            )  # fmt: skip
    return Asked(titles, site or WIKIPEDIA)


def at_site(sources: Sequence[str], site: str | None) -> list[str]:
    """The sources, where those of a wiki name this one; all as they are where there is no site.

    Raises SourceError where the site is no address, or no source asks a wiki.

    >>> at_site(["articles", "wikipedia:Chad–Taiwan relations"], "https://wiki.example.org")
    ['articles', 'wikipedia:Chad–Taiwan relations#https://wiki.example.org']
    """
    if not site:
        return list(sources)
    if not is_address(site):
        raise SourceError(
            "no address", where=f"site {site}", expected="http:// or https:// and the address of a wiki or its api.php",
            remedy="write the address in full",
        )  # fmt: skip
    if not any(source.startswith(PREFIX) for source in sources):
        raise SourceError(
            "a site, but nothing to read from it", where=f"site {site}", expected=f"a SOURCE such as {PREFIX}TITLE",
            remedy=f"name titles so, or {PREFIX} for all pairs of states",
        )  # fmt: skip
    return [
        f"{PREFIX}{_parted(one.removeprefix(PREFIX))[0]}#{site}" if one.startswith(PREFIX) else one for one in sources
    ]


def is_address(words: str) -> bool:
    """Whether the words begin as the address of a site."""
    return words.lower().startswith(("http://", "https://"))


def _parted(words: str) -> tuple[str, str]:
    """The titles, and the address of the wiki; empty where none is named."""
    titles, mark, last = words.rpartition("#")
    return (titles, last) if mark and is_address(last) else (words, "")


def _title(words: str) -> str:
    """The title as MediaWiki writes it, but for the first letter, which only the wiki knows to be upper case."""
    title = words.partition("#")[0].replace("_", " ")
    return unicodedata.normalize("NFC", " ".join(title.split()))
