"""On what terms a release may be passed on, which follows from those that its sources state.

One licence covers all files where each source that states a licence lets what is made of it be passed on under that
one. Where a source states another, none does: no words of ours give more than the source gave. A source that states
nothing decides nothing, and LICENSE says how many there are. Sources: section 4 of the legal texts of CC BY-SA 2.0 to
3.0 (b: a later version with the same elements will do), and Creative Commons' list of compatible licences
(https://creativecommons.org/compatiblelicenses).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from outputs.model import Release, once, parquet_path
from parsers.columnar import Stored

TERMS = "LICENSE"
"""The file of a release that says its terms."""


@dataclass(frozen=True)
class Licence:
    """A licence: its name, its SPDX identifier, its title, and the address of what it says."""

    name: str
    spdx: str
    title: str
    url: str


BY_SA = Licence(
    "CC BY-SA 4.0",
    "CC-BY-SA-4.0",
    "Creative Commons Attribution-ShareAlike 4.0 International",
    "https://creativecommons.org/licenses/by-sa/4.0/",
)

_WORDS = (
    (r"[\W_]+", " "),
    (r"\b(?:https?|(?:www )?creativecommons org|licen[cs]es?|international|unported|generic|universal|the|deed)\b", ""),
    (r"\bcreative ?commons\b", "cc"), (r"\battribution\b", "by"), (r"\bshare ?alike\b", "sa"),
    (r"\bpublicdomain\b", "public domain"), (r"\s+", " "),
)  # fmt: skip
"""How the ways in which people write a licence become one: what is found, and what stands in its place."""
_PASSED_ON = re.compile(
    r"(?:cc )?by(?: sa)? (?:2 0|2 5|3 0|4 0)(?: (?!n[cd])[a-z]{2})?"
    r"|(?:cc ?0|cc zero|public domain zero)(?: 1 0)?|(?:cc )?public domain(?: mark(?: 1 0)?)?|pd"
)


def licence(release: Release) -> Licence | None:
    """The licence of all files of a release; None where a source is under terms that do not allow it."""
    return None if others(release) else BY_SA


@once
def stated(release: Release) -> tuple[str, ...]:
    """The licences that the sources of a release state, each once, in alphabetical order."""
    return _stated(release.stored["articles"])


@once
def unstated(release: Release) -> int:
    """How many sources of a release state no licence."""
    return release.stored["articles"].nulls("licence")


def others(release: Release) -> tuple[str, ...]:
    """The licences that sources of a release state and that do not allow the one that all files could have."""
    return _others(stated(release))


def others_in(folder: Path) -> tuple[str, ...]:
    """The same of the release in a folder."""
    path = folder / parquet_path("articles")
    return _others(_stated(Stored(path))) if path.is_file() else ()


def warning(found: Iterable[str]) -> str:
    """What is told to those who publish a release whose sources state these licences.

    >>> warning(["CC BY-NC-ND 4.0"])
    'sources under CC BY-NC-ND 4.0: see ATTRIBUTION.csv, and ask before you pass on rows of theirs'
    """
    return f"sources under {', '.join(found)}: see ATTRIBUTION.csv, and ask before you pass on rows of theirs"


def is_passed_on(said: str) -> bool:
    """Whether what is under a licence may be passed on under ours, however its name is written.

    Not understood, and so not allowed: two licences in one name, a licence without a version, a condition added to one.

    >>> [is_passed_on(said) for said in ("CC BY-SA 3.0", "cc-by-4.0", "CC0", "CC BY-NC 4.0", "GFDL", "CC BY-SA")]
    [True, True, True, False, False, False]
    >>> is_passed_on("https://creativecommons.org/licenses/by-sa/4.0/")
    True
    """
    plain = said.casefold()
    for pattern, words in _WORDS:
        plain = re.sub(pattern, words, plain)
    return _PASSED_ON.fullmatch(plain.strip()) is not None


def _stated(articles: Stored) -> tuple[str, ...]:
    if "licence" not in articles.schema.names:
        return ()
    return tuple(sorted(map(str, articles.column("licence").unique().drop_null().to_pylist())))


def _others(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in names if not is_passed_on(name))
