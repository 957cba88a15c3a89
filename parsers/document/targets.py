"""Where a wikilink leads, and which words it shows when it has none of its own.

Read: pages of the same wiki, with or without its prefix (`w:`, `:en:`), sections, the pipe trick. Links into other
wikis and languages are words, since their titles are no pages of this wiki; a language link without a colon in front,
and a category, are not shown.
"""

from __future__ import annotations

import re
from functools import lru_cache

_FILE = re.compile(r"(?:file|image)\s*:", re.IGNORECASE)
_CATEGORY = re.compile(r"category\s*:", re.IGNORECASE)
_LANGUAGE = re.compile(r"(?!wp\b|wt\b)(?:[a-z]{2,3}(?:-[a-z]{2,10})*|simple)\s*:(?! )", re.IGNORECASE)
_OWN = re.compile(r":?\s*(?:w(?:ikipedia)?\s*:\s*)?(?:en\s*:\s*)", re.IGNORECASE)
_OTHER_WIKI = re.compile(
    r"(?:wikt(?:ionary)?|s|wikisource|q|wikiquote|v|wikiversity|b|wikibooks|n|wikinews|voy|wikivoyage|species|wikispecies"
    r"|c|commons|m|meta|mw|d|wikidata|phab|toollabs|doi|hdl|iarchive|google|special|media|file|image|category|user"
    r"|user talk|talk|help|template|wikipedia|wp|project|mos|portal)\s*:",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"(?:[a-z]{1,12}\s*:)+", re.IGNORECASE)
_QUALIFIER = re.compile(r"\s*\([^()]*\)$|, .*$")


def is_file(title: str) -> bool:
    """Whether a link shows a picture."""
    return _FILE.match(title) is not None


def is_hidden(title: str, *, has_text: bool) -> bool:
    """Whether a link puts the page somewhere and says nothing: a category, or the same page in another language."""
    return _CATEGORY.match(title) is not None or (not has_text and _LANGUAGE.match(title) is not None)


def piped(title: str) -> str:
    """What the pipe trick shows: `[[Mercury (planet)|]]` shows "Mercury".

    >>> piped("wikt:word"), piped("Lima, Ohio"), piped("Mercury (planet)")
    ('word', 'Lima', 'Mercury')
    """
    return _QUALIFIER.sub("", _PREFIX.sub("", title))


@lru_cache(maxsize=8192)
def target_of(title: str) -> str | None:
    """The page of this wiki that a link's title names, its first letter upper case; null for none of this wiki.

    >>> target_of("president of Chad#List"), target_of(":w:en:Chad"), target_of("wikt:word"), target_of("#Trade")
    ('President of Chad', 'Chad', None, None)
    """
    title = _OWN.sub("", title) if ":" in title else title
    title = title.removeprefix("w:").lstrip(": ")
    if ":" in title and (_OTHER_WIKI.match(title) or _LANGUAGE.match(title)):
        return None
    page = " ".join(title.split("#", 1)[0].replace("_", " ").split())
    return page[0].upper() + page[1:] if page else None
