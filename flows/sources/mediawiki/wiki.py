"""A wiki: where its API stands, under which licence it is, how its revisions are linked to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin

from flows.sources.mediawiki.api import Api
from flows.sources.mediawiki.client import Client, refusal

_EDIT_URI = re.compile(r"<link\b[^>]*\brel=[\"']?EditURI\b[^>]*>", re.I)
_HREF = re.compile(r"\bhref=(?:\"([^\"]*)\"|'([^']*)')", re.I)
_CC = re.compile(r"creativecommons\.org/(?:licenses/(by[a-z-]*)|publicdomain/zero)/(\d\.\d)", re.I)


@dataclass(frozen=True)
class Wiki:
    """A wiki that answers: `script` is the address of its index.php, `licence` null where it states none."""

    api: Api
    name: str
    script: str
    licence: str | None

    def permalink(self, revision_id: int) -> str:
        """The address of one revision, for good."""
        return f"{self.script}?oldid={revision_id}"


def connected(client: Client, site: str) -> Wiki:
    """The wiki at the address of its api.php, or of any of its pages. Raises NoAnswer and SourceError."""
    api = Api(client, site if site.endswith("/api.php") else _api_of(client, site))
    said = api.ask(meta="siteinfo", siprop="general|rightsinfo").get("query", {})
    general, rights = said.get("general"), said.get("rightsinfo") or {}
    if not isinstance(general, dict) or not isinstance(rights, dict) or "script" not in general:
        raise refusal(api.address, "an answer without what a wiki says of itself", "check the address")
    # `server` may leave the scheme to us, as Wikipedia's does.
    script = _joined(_joined(api.address, str(general.get("server", ""))), str(general["script"]))
    licence = licence_of(str(rights.get("url") or ""), str(rights.get("text") or ""))
    return Wiki(api, str(general.get("sitename", "")), script, licence)


def licence_of(url: str, text: str) -> str | None:
    """The short name of a Creative Commons licence by its address, else the wiki's own words; null where it has none.

    >>> licence_of("https://creativecommons.org/licenses/by-sa/4.0/deed.en", "Creative Commons Attribution-Share Alike")
    'CC BY-SA 4.0'
    >>> licence_of("", "") is None
    True
    """
    known = _CC.search(url)
    if known:
        return f"CC {known[1].upper()} {known[2]}" if known[1] else f"CC0 {known[2]}"
    return " ".join(text.split()) or url or None


def _api_of(client: Client, site: str) -> str:
    """The address of the api.php that a page of a wiki names in its head, as every MediaWiki does."""
    page = client.tried(lambda: client.answer(site))
    link = _EDIT_URI.search(page.body.decode("utf-8", "replace"))
    href = _HREF.search(link[0]) if link else None
    if not href:
        raise refusal(site, "a page that names no API", "give the address of the wiki's api.php")
    return _joined(page.url, unescape(href[1] or href[2] or "")).partition("?")[0]


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError as error:
        raise refusal(base, f"it names {address!r} as an address", "tell those who run the site") from error
