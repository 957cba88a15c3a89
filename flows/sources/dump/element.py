"""A `<page>` element → Page: title, the newest revision's text, identifier and time; or why it cannot be one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from flows.sources.dump.cutting import MAX_ELEMENT, Cut
from flows.sources.dump.site import Site
from parsers.document.model import Absence, Page
from parsers.document.read import MAX_BYTES

TEXT_LIMIT = 2 * MAX_BYTES
"""Characters of a text that are handed on: more than any page may have, so that `parsers.document` refuses what is
larger."""


@dataclass(frozen=True)
class _Refused(Exception):
    found: str


def page_of(cut: Cut, site: Site, *, named: bool) -> Page | None:
    """The page of an element; null for one that is no article: in another namespace, or a redirect that nobody named.

    A page that is broken, hidden, no wikitext, or too large has no text but an Absence.
    """
    try:
        element = _element(cut)
        if element.findtext("ns") != "0":
            return None
        redirect = element.find("redirect")
        if redirect is None:
            return _page(cut.title, _newest(element), site)
        return replace(_redirect(cut.title, redirect.get("title", "")), site=site.script) if named else None
    except _Refused as refused:
        return replace(absent(cut.title, refused.found), site=site.script)


def absent(title: str, found: str, *, lasting: bool = False) -> Page:
    """A page without text, with the reason."""
    remedy = "name another page, or leave it out" if lasting else "take a newer dump, or leave the page out"
    return Page(name=title, title=title, raw="", form="wikitext", absent=Absence(found, remedy, lasting))


def _element(cut: Cut) -> etree._Element:
    """The parsed element; raises _Refused. No entity is expanded, nothing is fetched, and texts have a limit."""
    if not cut.element:
        raise _Refused(f"more than {MAX_ELEMENT >> 20} MB of XML")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(cut.element, parser)
    except etree.XMLSyntaxError as error:
        raise _Refused(f"broken XML ({' '.join(str(error.msg).split())})") from error


def _newest(element: etree._Element) -> etree._Element:
    """The revision with the latest time; a dump of all revisions has several."""
    revisions = element.findall("revision")
    if not revisions:
        raise _Refused("no revision")
    return max(revisions, key=lambda revision: revision.findtext("timestamp") or "")


def _page(title: str, revision: etree._Element, site: Site) -> Page:
    number = revision.findtext("id") or ""
    if not number.isdecimal():
        raise _Refused("a revision without a number")
    return Page(
        name=title,
        title=title,
        raw=_text(revision)[:TEXT_LIMIT],
        form="wikitext",
        revision_id=int(number),
        timestamp=revision.findtext("timestamp"),
        url=site.permalink(title, int(number)),
        licence=site.licence,
        site=site.script,
    )


def _text(revision: etree._Element) -> str:
    model = revision.findtext("model") or "wikitext"
    if model != "wikitext":
        raise _Refused(f"a page in {model}")
    text = revision.find("text")
    if text is None or text.get("deleted"):
        raise _Refused("a hidden text")
    if not text.text and text.get("bytes", "0") != "0":
        raise _Refused("no text, as in a dump of stubs")
    if len(text):
        raise _Refused("marks inside its text")
    return text.text or ""


def _redirect(title: str, target: str) -> Page:
    return Page(name=title, title=title, raw=f"#REDIRECT [[{target}]]", form="wikitext")
