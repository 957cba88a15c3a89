"""Footnotes in the prose of a generated article, as many and as long as in real articles.

The sample has few, since nobody needs sources to test reading. On 49 articles on pairs of states, as they are shown,
1,000 characters had 3.2 marks, 2.8 of them the first of their note (3.6 and 3.3 on those last seen since 2020). In 20
articles on politics and countries a note took 258 bytes of wikitext in the mean and 230 in the median.
"""

from __future__ import annotations

import re
from random import Random

from flows.bench.parties import Party
from flows.bench.slots import MONTHS
from flows.bench.words import words

CITED = 0.41
"""The share of sentences and items that get a footnote, of those that have none."""

AGAIN = 0.12
"""The share of marks that point to an earlier note."""

BARE, ARCHIVED = 0.34, 0.26
"""The shares of notes that cite without a template, and of templates that name an archived copy."""

_SENTENCE_END = re.compile(
    r"<!--.*?-->|<ref\b[^>]*/>|<ref\b.*?</ref>|\{\{.*?\}\}|\[\[.*?\]\]|(?<=[a-z\d)\]”]\.)(?P<end>)(?= [A-Z\[{]|$)"
)
_NO_PROSE = ("=", ";", ":", "<", "{", "|", "!", "[[File", "[[Category")


class Citing:
    """The footnotes of one article, numbered through it."""

    def __init__(self, rng: Random, sides: tuple[Party, Party]) -> None:
        self._rng, self._sides, self._notes = rng, sides, 0

    def text(self, block: str) -> str:
        """The block with footnotes behind some sentences and items; tables and templates stay as they are."""
        if block.startswith("{{") or "{|" in block:
            return block
        return "\n".join(line if line.startswith(_NO_PROSE) else self._cited(line) for line in block.split("\n"))

    def _cited(self, line: str) -> str:
        cited = _SENTENCE_END.sub(lambda found: found[0] if found["end"] is None else self._mark(), line)
        is_open_item = line.startswith(("*", "#")) and not line.endswith((".", ">", ":"))
        return cited + self._mark() if is_open_item else cited

    def _mark(self) -> str:
        """A footnote, or none, as chance has it."""
        if self._rng.random() >= CITED:
            return ""
        if self._notes and self._rng.random() < AGAIN:
            return f'<ref name="source{self._rng.randint(1, self._notes)}" />'
        self._notes += 1
        return f'<ref name="source{self._notes}">{self._source()}</ref>'

    def _source(self) -> str:
        """What a note cites: a page of the web that is titled after the two states."""
        one, other = self._rng.sample(self._sides, 2)
        subject, outlet = self._one("subject"), self._one("outlet")
        title = self._one("headline").format(one.demonym, other.name, subject, other.capital)
        year = self._rng.randint(2004, 2024)
        day = f"{self._rng.randint(1, 28)} {self._rng.choice(MONTHS)} {year}"
        url = f"https://{_slug(outlet)}.example/{year}/{_slug(title)}"
        if self._rng.random() < BARE:
            return f"[{url} {title}], {outlet}, {day}"
        author = f"last={self._one('surname')} |first={self._one('given')}"
        page = f"title={title} |url={url} |work={outlet} |date={day} |access-date=1 December {year}"
        return f"{{{{cite news |{author} |{page}{self._copy(url, year)}}}}}"

    def _copy(self, url: str, year: int) -> str:
        """Where a copy of the page is, for some."""
        if self._rng.random() >= ARCHIVED:
            return ""
        archive = f"https://archive.example/web/{year}1201000000/{url}"
        return f" |archive-url={archive} |archive-date=1 December {year} |url-status=live"

    def _one(self, kind: str) -> str:
        return self._rng.choice(words()[kind])


def _slug(title: str) -> str:
    """The title as addresses have it.

    >>> _slug("Chilean minister in Riga: trade")
    'chilean-minister-in-riga-trade'
    """
    return re.sub(r"\W+", "-", title.lower())
