"""What a dump says of its wiki, at its head: where its pages stand; and what follows from that."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

WIKIMEDIA = ("wikipedia.org", "wikivoyage.org", "wikibooks.org", "wikiversity.org", "wiktionary.org", "wikisource.org")
"""Sites whose texts are under the licence below, by the terms of use of the Wikimedia Foundation (June 2023), and
whose scripts stand at /w/, where the dump does not say so."""

WIKIMEDIA_LICENCE = "CC BY-SA 4.0"


@dataclass(frozen=True)
class Site:
    """A wiki: `base` is the address of its main page, empty where the dump has none; `licence` null where unknown."""

    base: str
    licence: str | None

    @property
    def script(self) -> str | None:
        """The address of the wiki's index.php, by which its API names it too; null where the dump does not tell it."""
        before, script, _ = self.base.partition("/index.php")
        if script:
            return f"{before}{script}"
        return urljoin(self.base, "/w/index.php") if is_wikimedia(self.base) else None

    def permalink(self, title: str, revision_id: int) -> str | None:
        """The address of one revision, for good; null where the dump does not say where its wiki is.

        >>> Site("https://en.wikipedia.org/wiki/Main_Page", None).permalink("Chad–Taiwan relations", 7)
        'https://en.wikipedia.org/w/index.php?oldid=7'
        >>> Site("https://wiki.example/Main_Page", None).permalink("Chad–Fiji relations", 7)
        'https://wiki.example/Chad%E2%80%93Fiji_relations?oldid=7'
        """
        if self.script:
            return f"{self.script}?oldid={revision_id}"
        if not self.base:
            return None
        return urljoin(self.base, f"{quote(title.replace(' ', '_'), safe='/')}?oldid={revision_id}")


def is_wikimedia(address: str) -> bool:
    """Whether an address is on a site of the Wikimedia Foundation's."""
    host = urlsplit(address).hostname or ""
    return any(host.endswith(f".{name}") for name in WIKIMEDIA)
