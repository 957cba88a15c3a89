"""The text of pages: from the store where their newest revision is kept, else from the site, many a request."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from flows.sources.mediawiki.api import Api, Json, whole
from flows.sources.mediawiki.client import NoAnswer, refusal
from flows.sources.mediawiki.etiquette import BATCH
from flows.sources.mediawiki.look import Seen
from flows.sources.mediawiki.store import Revision, Store, sha1_of
from parsers.document.model import Absence

log = logging.getLogger(__name__)

MOST_FAILED = 20
"""Questions for text that may fail for good while the site answers others; it is then taken to be out of order."""

PROPERTIES = "ids|timestamp|content|contentmodel|slotsha1"


class Fetch:
    """Fetches texts of one site; counts what came from where."""

    def __init__(self, api: Api, store: Store) -> None:
        self._api, self._store = api, store
        self._failed = 0
        self.kept, self.fetched = 0, 0

    def texts(self, pages: Iterable[Seen]) -> Iterator[tuple[Seen, Revision | Absence]]:
        """Each page with its text, those first that are kept. Raises NoAnswer and SourceError where the site is out.

        A page whose text cannot be had while others can is an Absence.
        """
        connections = self._api.client.etiquette.connections
        # The first alone, so that who only wants to know whether there is a page does not wait for many to be found.
        enough = 1
        with ThreadPoolExecutor(connections) as pool:
            waiting: list[Seen] = []
            for page in pages:
                kept = self._store.find(page)
                if kept:
                    self.kept += 1
                    yield page, kept
                    continue
                waiting.append(page)
                if len(waiting) == enough:
                    yield from self._fetched(waiting, pool)
                    waiting, enough = [], BATCH * connections
            yield from self._fetched(waiting, pool)
        log.info("%d pages as they were kept, %d fetched", self.kept, self.fetched)

    def _fetched(self, pages: Sequence[Seen], pool: ThreadPoolExecutor) -> Iterator[tuple[Seen, Revision | Absence]]:
        batches = [pages[start : start + BATCH] for start in range(0, len(pages), BATCH)]
        for batch, found in zip(batches, pool.map(self._batch, batches), strict=True):
            for page in batch:
                text = found[page.page_id]
                if isinstance(text, Revision):
                    self._store.keep(text)
                    self.fetched += 1
                yield page, text
            counts = self.kept, self.fetched
            log.info("%d pages as they were kept, %d fetched", *counts, extra={"stage": "gather", "done": 0})

    def _batch(self, pages: Sequence[Seen]) -> dict[int, Revision | Absence]:
        """The text of each page by its number; where the site fails at them together, of each half of them.

        So the page that it fails at is found, and the others are had.
        """
        numbers = [page.page_id for page in pages]
        try:
            found = whole(numbers, self._asked)
        except NoAnswer as error:
            self._require_site(error)
            if len(pages) == 1:
                return {numbers[0]: _unavailable(str(error))}
            middle = len(pages) // 2
            return {**self._batch(pages[:middle]), **self._batch(pages[middle:])}
        return {number: found.get(number) or _unavailable("the site gives no whole text of it") for number in numbers}

    def _require_site(self, error: NoAnswer) -> None:
        """Nothing, where the site answers something else; raises NoAnswer or SourceError where it is out of order."""
        self._failed += 1
        if self._failed > MOST_FAILED:
            raise refusal(self._api.address, f"it fails at too many pages ({error})", "run again later") from error
        self._api.ask(meta="siteinfo")

    def _asked(self, numbers: Sequence[int]) -> dict[int, Revision | Absence]:
        """What one question gives, by the page's number; pages of which the answer is not whole are left out."""
        found: dict[int, Revision | Absence] = {}
        asked = {"prop": "revisions", "rvprop": PROPERTIES, "rvslots": "main"}
        for batch in self._api.batches(pageids="|".join(map(str, numbers)), **asked):
            for number in set(numbers) & batch.pages.keys():
                text = _text(int(number), batch.pages[number])
                if text:
                    found[int(number)] = text
        return found


def _text(number: int, page: Json) -> Revision | Absence | None:
    """The text of a page in an answer; null where it is not there, or not as it was sent."""
    if "missing" in page:
        return Absence("the page was deleted while it was read", "leave it out", lasting=True)
    try:
        revision = page["revisions"][0]
        slot = revision["slots"]["main"]
        if "texthidden" in slot or "texthidden" in revision:
            return Absence("the text of its newest revision is hidden", "leave it out", lasting=True)
        model, text = str(slot["contentmodel"]), slot["content"]
        found = Revision(number, int(revision["revid"]), str(revision["timestamp"]), sha1_of(text), text)
    except (KeyError, IndexError, TypeError, AttributeError, ValueError):
        return None
    if model != "wikitext":
        return Absence(f"its content is {model}, no wikitext", "leave it out", lasting=True)
    return found if slot.get("sha1", found.sha1) == found.sha1 else None


def _unavailable(found: str) -> Absence:
    return Absence(f"its text could not be fetched ({found})", "run again later", lasting=False)
