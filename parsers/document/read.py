"""Page → Document in either form; and what a page is before: its form, its title, whether it can be read at all."""

from __future__ import annotations

import re
import string
from typing import NamedTuple

from parsers.document.flattened import read_flattened
from parsers.document.model import Document, Page
from parsers.document.sentences import WHOLE_KINDS
from parsers.document.wikitext import read_wikitext
from parsers.errors import Missing, Redirect, Unavailable, Unreadable

MAX_BYTES = 400_000
"""UTF-8 bytes of one page, which are read in less than five seconds whatever they say; the longest articles on pairs of
states have 300 kB, and MediaWiki itself takes 2,048 kB (`$wgMaxArticleSize`)."""

MAX_LINES = 10_000
"""Lines of one page; an article of 150 kB has about 1,000."""

LONGEST_ROW = 20_000
"""Characters of a table row or an infobox field; rows with long remarks have 3,000."""

BEGINNING = 60
"""Characters of a row that is too long of which a message tells the first words."""

MAX_CONTROL_SHARE = 0.001
MIN_LETTER_SHARE = 0.2
MAX_WORD_LENGTH = 40
"""Mean characters between white space; English prose has 6, a page of bare addresses 30."""

TEXT, PROSE = "text in UTF-8", "an article in English"
"""What is expected of a page."""

PROSE_FROM = 1_000
"""Characters from which a page in English holds at least one of the commonest words."""

_FLATTENED_TITLE = re.compile(r"=[^=\n][^\n]*?(?<!=)=[ \t]*")
_WIKI_MARK = re.compile(r"\[\[[^\[\]]+\]\]|\{\{[^{}]*\}\}|'''|\{\||<ref\b", re.IGNORECASE)
_DISPLAYTITLE = re.compile(r"\{\{\s*DISPLAYTITLE\s*:\s*([^{}|\n]+)", re.IGNORECASE)
_BOLD = re.compile(r"'''(?!')([^'\n]+(?:'[^'\n]+)*)'''")
_INLINE_MARKUP = re.compile(r"<[^<>]*>|'{2,}|\[\[(?:[^\[\]|]*\|)?|\]\]")
_REDIRECT = re.compile(r"\s*#\s*REDIRECT\s*:?\s*\[\[([^\[\]|#\n]+)", re.IGNORECASE)
_DISAMBIGUATION = re.compile(
    r"\{\{\s*(?:disambig(?:uation)?(?: page)?|dab|disamb|geodis|hndis)\s*[|}]|__DISAMBIG__", re.IGNORECASE
)
_MAY_REFER = re.compile(r"[^\n.]{1,120}\bmay (?:also )?refer to\s*:?[ \t]*(?=\n|$)")
_CONTROL = bytes([*range(1, 9), *range(14, 28), 127])
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf]")
_DISAMBIGUATING = ("disamb", "{{dab", "geodis", "hndis")
_ROW_NAMES = {"row": "a table row", "field": "an infobox field"}
_ASCII_LETTERS = string.ascii_letters.encode()
_COMMON_WORD = re.compile(r"\b(?:the|of|and|in|to|is|was|were|has|have|with|for)\b", re.IGNORECASE)


class _Fault(NamedTuple):
    """Why a page is no article: what was found, what was expected, what to do."""

    found: str
    expected: str
    remedy: str = "leave it out or repair it"


def read_document(page: Page) -> Document:
    """The document of a page in either form.

    Raises Missing, Unavailable, Redirect or Unreadable (see `check_readable`); ValueError for an unknown form.
    """
    check_readable(page)
    if page.form == "flattened":
        return _of_short_rows(read_flattened(page))
    if page.form == "wikitext":
        return _of_short_rows(read_wikitext(page))
    raise ValueError(f"{page.name}: form {page.form!r}; expected wikitext or flattened")


def _of_short_rows(document: Document) -> Document:
    """The document; raises Unreadable where a table row or an infobox field, which is read as one, is too long."""
    for block in document.blocks:
        if block.kind in WHOLE_KINDS and block.end - block.start > LONGEST_ROW:
            named, length = _ROW_NAMES[block.kind], block.end - block.start
            first = " ".join(document.text[block.start :][:BEGINNING].split()[:5])
            raise Unreadable(
                f"{named} of {length:,} characters, which begins “{first}”",
                where=document.page.place,
                expected=f"{named} of at most {LONGEST_ROW:,} characters",
                remedy="shorten or close it, or leave the page out",
            )
    return document


def recognise_form(raw: str) -> str:
    """ "flattened" where the first line is `= Title =` and no wiki markup follows, else "wikitext".

    A link or template that is never closed is a scar of flattening, no markup.

    >>> recognise_form("= Chad–Taiwan relations =\\n\\nText.")
    'flattened'
    """
    return "flattened" if _FLATTENED_TITLE.fullmatch(_first_line(raw)) and not _WIKI_MARK.search(raw) else "wikitext"


def title_in(raw: str, form: str) -> str | None:
    """The title that a page gives itself, or null.

    Flattened: its first line. Wikitext: `{{DISPLAYTITLE:…}}`, or the first bold words if they end in "relations", or a
    first line `= Title =`.

    >>> title_in("'''Chad–Taiwan relations''' are relations …", "wikitext")
    'Chad–Taiwan relations'
    """
    first = _first_line(raw)
    headed = first.strip("= \t") or None if _FLATTENED_TITLE.fullmatch(first) else None
    if form == "flattened":
        return headed
    display, bold = _DISPLAYTITLE.search(raw), _BOLD.search(raw)
    if display:
        return " ".join(_INLINE_MARKUP.sub("", display[1]).split()) or None
    words = " ".join(_INLINE_MARKUP.sub("", bold[1]).split()) if bold else ""
    return words if words.lower().endswith("relations") else headed


def _first_line(raw: str) -> str:
    return raw.lstrip("\ufeff \t\r\n").split("\n", 1)[0].rstrip()


def check_readable(page: Page) -> None:
    """Raises Missing or Unavailable for a page that its source has no text of, Redirect for one that only points to
    another, and Unreadable for one that holds no article.

    Unreadable: empty, over MAX_BYTES, binary, wrongly decoded, without letters, words or prose, or a disambiguation
    page. Every check is linear in the page's length.
    """
    if page.absent:
        kind = Missing if page.absent.lasting else Unavailable
        raise kind(page.absent.found, where=page.place, expected="an article", remedy=page.absent.remedy)
    raw = page.raw
    redirect = _REDIRECT.match(raw)
    if redirect:
        target = " ".join(redirect[1].split())
        raise Redirect(
            f"a redirect to “{target}”", where=page.place, expected="an article", remedy="read the page it points to"
        )
    data = raw.encode("utf-8", "surrogatepass")
    fault = _size(raw, len(data)) or _binary(raw, data) or _nonsense(raw) or _list_of_pages(raw)
    if fault:
        raise Unreadable(fault.found, where=page.place, expected=fault.expected, remedy=fault.remedy)


def _list_of_pages(raw: str) -> _Fault | None:
    """What is wrong with a page that lists pages of one name; the patterns are asked only where their words stand."""
    low = raw.lower()
    marked = any(word in low for word in _DISAMBIGUATING) and _DISAMBIGUATION.search(raw) is not None
    if marked or ("refer to" in low[:600] and _MAY_REFER.search(raw[:600]) is not None):
        return _Fault("a disambiguation page", "an article", "name one of the pages it lists")
    return None


def _size(raw: str, size: int) -> _Fault | None:
    """Why the page is too small or too large; null where it is neither."""
    if not raw.strip("\ufeff \t\r\n"):
        return _Fault("an empty page", "the text of an article")
    if size > MAX_BYTES:
        return _Fault(f"{size:,} bytes", f"at most {MAX_BYTES:,} bytes", "leave it out or divide it")
    lines = raw.count("\n")
    return _Fault(f"{lines:,} lines", f"at most {MAX_LINES:,} lines") if lines > MAX_LINES else None


def _binary(raw: str, data: bytes) -> _Fault | None:
    """Why the page can be no text; null where it can."""
    control = len(data) - len(data.translate(None, _CONTROL))
    if "\x00" in raw or control > max(2, len(raw) * MAX_CONTROL_SHARE):
        return _Fault("control characters, as in a binary file", TEXT)
    if raw.count("\ufffd") > max(2, len(raw) * MAX_CONTROL_SHARE):
        return _Fault("replacement characters, as from another encoding than UTF-8", TEXT)
    if _SURROGATE.search(data):
        return _Fault("half of a surrogate pair, as from another encoding than UTF-8", TEXT)
    return None


def _nonsense(raw: str) -> _Fault | None:
    """Why the words can be no article; null where they can."""
    words = raw.split()
    characters = sum(map(len, words))
    others = b"".join(raw.encode("ascii", "ignore").translate(None, _ASCII_LETTERS).split())
    if len(others) > characters * (1 - MIN_LETTER_SHARE):
        return _Fault("hardly any letters", PROSE)
    if characters > MAX_WORD_LENGTH * max(len(words), 3):
        return _Fault("no words (hardly any spaces)", PROSE)
    if len(raw) >= PROSE_FROM and not _COMMON_WORD.search(raw):
        return _Fault("no sentence of English", PROSE)
    return None
