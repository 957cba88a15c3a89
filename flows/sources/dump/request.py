"""`dump:…` strings: which file, which titles, which licence."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from parsers.errors import NotARelation, SourceError
from parsers.language.states import pair_of

PREFIX = "dump:"
_OPTION = re.compile(r"#(titles|licence)=([^#]*)")
_OPTIONS = re.compile(r"((?:#(?:titles|licence)=[^#]*)+)$")
_TITLE_WORD = "elations"
"""Every title of an article on a pair of states has it; looked for before the title is taken apart."""


@dataclass(frozen=True)
class Request:
    """The dump at `path`; pages of the `titles` (null: all pairs of states); `licence` null where nothing names one."""

    path: Path
    titles: frozenset[str] | None = None
    licence: str | None = None

    def wants(self, title: str) -> bool:
        """Whether a page of this title is asked for, if it is an article.

        >>> Request(Path("d")).wants("Chad–Taiwan relations"), Request(Path("d")).wants("Public relations")
        (True, False)
        """
        return is_pair(title) if self.titles is None else title in self.titles


def is_pair(title: str) -> bool:
    """Whether a title names a pair of states, as "A–B relations" does."""
    if _TITLE_WORD not in title:
        return False
    try:
        pair_of(title)
    except NotARelation:
        return False
    return True


def requested(source: str) -> Request:
    """What a string asks for; raises SourceError where it names no file, or a list of titles that cannot be read.

    >>> requested("dump:wiki.xml#licence=CC BY 4.0").licence
    'CC BY 4.0'
    """
    words = source.removeprefix(PREFIX)
    found = _OPTIONS.search(words)
    options = dict(_OPTION.findall(found[0])) if found else {}
    path = words[: found.start()] if found else words
    if not path.strip():
        raise SourceError(
            "it names no file", where=source, expected="the path of a dump", remedy="write it as dump:PATH"
        )
    titles = options.get("titles")
    return Request(Path(path), _listed(Path(titles)) if titles else None, options.get("licence") or None)


def _listed(path: Path) -> frozenset[str]:
    """The titles in a file, one a line; empty lines and those that begin with `#`, as no title can, say nothing."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise _no_titles(path, f"it cannot be read ({getattr(error, 'strerror', None) or 'no UTF-8'})") from error
    titles = (" ".join(line.replace("_", " ").split()) for line in lines if not line.startswith("#"))
    found = frozenset(unicodedata.normalize("NFC", title) for title in titles if title)
    if not found:
        raise _no_titles(path, "no titles")
    return found


def _no_titles(path: Path, found: str) -> SourceError:
    return SourceError(
        found, where=str(path), expected="a file in UTF-8 with a title on each line", remedy="mend the list of titles"
    )
