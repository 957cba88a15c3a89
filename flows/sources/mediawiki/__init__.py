"""`wikipedia:…` → pages of a live wiki, through MediaWiki's API.

`wikipedia:TITLE` (or several, `A|B`) reads those articles, `wikipedia:Category:NAME` those of a category, `wikipedia:`
alone all articles on pairs of states; `#ADDRESS` at the end names another wiki than the English Wikipedia. A first look
asks for the newest revision of each page, and only texts that are not kept yet are fetched. What stands where:
`address` the string, `etiquette` and `client` requests, `api` questions and answers, `wiki` the site, `look` and `walk`
which pages, `fetch` and `store` their texts. Imported by `flows.sources`; raises SourceError where the site cannot be
reached, while a page that cannot be had is a Page without text.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence

from flows.sources.mediawiki.address import PREFIX, Asked, asked
from flows.sources.mediawiki.client import Client, NoAnswer, refusal
from flows.sources.mediawiki.etiquette import CONTACT, etiquette
from flows.sources.mediawiki.fetch import Fetch
from flows.sources.mediawiki.look import CATEGORIES, Lost, Seen, look, why
from flows.sources.mediawiki.store import Revision, Store
from flows.sources.mediawiki.walk import articles, articles_in
from flows.sources.mediawiki.wiki import Wiki, connected
from parsers.document.model import Absence, Page
from parsers.errors import SourceError

log = logging.getLogger(__name__)

MOST_REASONS = 50
"""Pages of which the site's log is asked why they are not there, a request each."""


def opens(source: str) -> bool:
    """Whether the string asks a wiki."""
    return source.startswith(PREFIX)


def pages(source: str, form: str | None) -> Iterator[Page]:
    """The pages that a string asks for, each once; wikitext, whatever `form` says, since that is what a wiki gives.

    Raises SourceError where the site cannot be reached, holds no such articles, or gives the text of none.
    """
    wanted = asked(source)
    with Client(etiquette()) as client:
        if not client.etiquette.contact:
            log.info("no %s in the environment: sites ask for one, and may refuse programs without it", CONTACT)
        try:
            wiki = connected(client, wanted.site)
            yield from _require_text(_read(wiki, wanted), source, wiki)
        except NoAnswer as error:
            raise _unreached(wanted, error) from error


def reasons(source: str, titles: Sequence[str]) -> dict[str, str]:
    """Why the wiki gives no page of the titles now, of each about which it says something; raises SourceError."""
    wanted = asked(source)
    with Client(etiquette()) as client:
        try:
            wiki = connected(client, wanted.site)
            found = dict(zip(titles, look(wiki.api, titles), strict=True))
            lost = [one for one in found.values() if isinstance(one, Lost)][:MOST_REASONS]
            found |= {one.title: why(wiki.api, one) for one in lost}
            return {title: _reason(title, one) for title, one in found.items()}
        except NoAnswer as error:
            raise _unreached(wanted, error) from error


def _reason(title: str, one: Seen | Lost) -> str:
    if isinstance(one, Lost):
        return one.absence.found
    return "it was not asked for" if one.title == title else f"it leads to “{one.title}”"


def _unreached(wanted: Asked, error: NoAnswer) -> SourceError:
    return refusal(wanted.site, f"the site cannot be reached ({error})", "run again later")


def _read(wiki: Wiki, wanted: Asked) -> Iterator[Page]:
    """What was asked for by title and is not there, then what is there."""
    found: list[Iterable[Seen]] = [] if wanted.titles else [articles(wiki.api)]
    at_titles = list(look(wiki.api, wanted.titles))
    lost = [one for one in at_titles if isinstance(one, Lost)]
    for number, one in enumerate(lost):
        yield _lost(wiki, why(wiki.api, one) if number < MOST_REASONS else one)
    there = [one for one in at_titles if isinstance(one, Seen)]
    found += [articles_in(wiki.api, one.title) for one in there if one.namespace == CATEGORIES]
    found.append(one for one in there if one.namespace != CATEGORIES)
    yield from _fetched(wiki, (one for some in found for one in some))


def _fetched(wiki: Wiki, found: Iterable[Seen]) -> Iterator[Page]:
    """The pages with their texts, each once, though several titles may lead to it."""
    fetch, known = Fetch(wiki.api, Store(wiki.script)), set[int]()
    for one, text in fetch.texts(found):
        if one.page_id not in known:
            known.add(one.page_id)
            yield _lost(wiki, Lost(one.title, text)) if isinstance(text, Absence) else _page(wiki, one, text)


def _require_text(read: Iterator[Page], source: str, wiki: Wiki) -> Iterator[Page]:
    """The pages as they are; raises SourceError at the end where there was none, or the site gave no text of any."""
    count, texts, last = 0, 0, None
    for page in read:
        count, texts, last = count + 1, texts + (page.absent is None), page.absent or last
        yield page
    where = f"{source} ({wiki.api.address})"
    if not count:
        raise refusal(where, "no articles", "name them by title", "articles titled like “Chad–Taiwan relations”")
    if not texts and last and not last.lasting:
        raise refusal(where, f"no text of any page ({last.found})", "run again later")


def _page(wiki: Wiki, seen: Seen, revision: Revision) -> Page:
    return Page(
        name=seen.title,
        title=seen.title,
        raw=revision.text,
        form="wikitext",
        revision_id=revision.revision_id,
        timestamp=revision.timestamp,
        url=wiki.permalink(revision.revision_id),
        licence=wiki.licence,
        site=wiki.script,
    )


def _lost(wiki: Wiki, lost: Lost) -> Page:
    return Page(name=lost.title, title=lost.title, raw="", form="wikitext", site=wiki.script, absent=lost.absence)
