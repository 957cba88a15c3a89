"""The first look at pages: which there are and what their newest revisions are, without any text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.sources.mediawiki.api import Api, Batch, Json, whole
from flows.sources.mediawiki.etiquette import BATCH
from parsers.document.model import Absence
from parsers.errors import SourceError

ARTICLES, CATEGORIES = 0, 14
"""The numbers of two namespaces, the same on every wiki."""

SHORT_REASON = 120
"""Characters of what somebody wrote when they deleted or moved a page."""


@dataclass(frozen=True)
class Seen:
    """A page that is there: its number, which stays when it is moved, its title now, and its newest revision."""

    page_id: int
    title: str
    namespace: int
    revision_id: int
    redirect: bool = False


@dataclass(frozen=True)
class Lost:
    """A page that was asked for by this title, or was there before, and why there is no text of it."""

    title: str
    absence: Absence


def seen(page: Json) -> Seen | None:
    """The page as `prop=info` tells it; null where it is none that is there."""
    number, title, newest = page.get("pageid"), page.get("title"), page.get("lastrevid")
    if "missing" in page or not isinstance(number, int) or not isinstance(newest, int) or not title:
        return None
    return Seen(number, str(title), int(page.get("ns", 0)), newest, "redirect" in page)


def look(api: Api, titles: Sequence[str]) -> Iterator[Seen | Lost]:
    """What stands at each title, in their order, after redirects of redirects; raises NoAnswer and SourceError."""
    for start in range(0, len(titles), BATCH):
        some = titles[start : start + BATCH]
        found = whole(some, lambda rest: _looked_up(api, rest))
        for title in some:
            yield found.get(title) or Lost(title, Absence("the site says nothing of it", "run again later", False))


def why(api: Api, lost: Lost) -> Lost:
    """The same, with what the site's log says became of the page, where it was deleted or moved; raises NoAnswer."""
    asked: dict[str, str | int] = {"letitle": lost.title, "leprop": "type|timestamp|details|comment", "lelimit": 10}
    try:
        events = api.ask(list="logevents", **asked).get("query", {}).get("logevents", ())
    except SourceError:
        return lost  # a log that is not public
    for event in events:
        if isinstance(event, dict) and event.get("type") in ("delete", "move"):
            return Lost(lost.title, _said(event, lost.absence))
    return lost


def _looked_up(api: Api, titles: Sequence[str]) -> dict[str, Seen | Lost]:
    """What stands at each title of which the answer tells."""
    found: dict[str, Seen | Lost] = {}
    for batch in api.batches(titles="|".join(titles), redirects=1, prop="info"):
        pages = batch.by_title()
        for title in titles:
            one = _at(title, batch, pages)
            if one:
                found[title] = one
    return found


def _at(asked: str, batch: Batch, pages: dict[str, Json]) -> Seen | Lost | None:
    """What stands at a title that was asked for, as the batch tells; null where it tells nothing of it."""
    title, passed = asked, {asked}
    while title in batch.steps:
        title = batch.steps[title]
        if title in passed:
            return _lost(asked, "a redirect that leads back to itself", "name the page it should lead to")
        passed.add(title)
    if title in batch.elsewhere:
        return _lost(asked, f"a page of another wiki ({title})", "ask that wiki, with --site")
    page = pages.get(title)
    return _of_page(asked, title, page) if page else None


def _of_page(asked: str, title: str, page: Json) -> Seen | Lost | None:
    via = "" if title == asked else f" (it stands for “{title}”)"
    if "invalid" in page:
        return _lost(asked, f"no title that a wiki can have ({page.get('invalidreason', 'invalid')})", "mend the title")
    if int(page.get("ns", 0)) not in (ARTICLES, CATEGORIES):
        return _lost(asked, f"a page of namespace {page['ns']}, no article{via}", "name an article")
    if "missing" in page:
        return _lost(asked, f"there is no such page{via}", "mend the title or leave it out")
    return seen(page)


def _lost(title: str, found: str, remedy: str) -> Lost:
    return Lost(title, Absence(found, remedy, lasting=True))


def _said(event: Json, absence: Absence) -> Absence:
    """What a log's event says; the absence as it is where the event says nothing of where the page is now."""
    comment = " ".join(str(event.get("comment") or "").split())
    note = f", “{comment[:SHORT_REASON]}”" if comment else ""
    day = str(event.get("timestamp", ""))[:10]
    details = event.get("params")
    target = details.get("target_title") if isinstance(details, dict) else None
    if event["type"] == "move" and target:
        return Absence(f"the page was moved to “{target}” on {day}{note}", "name it by its new title", lasting=True)
    if event["type"] == "delete" and event.get("action") in ("delete", "delete_redir"):
        return Absence(f"the page was deleted on {day}{note}", "leave it out", lasting=True)
    return absence
