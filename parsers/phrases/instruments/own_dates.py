"""The date that an instrument's name has as its own: "the 1976 treaty", "an accord of May 1956", "a pact (1991)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.mention import Mention
from parsers.language.reading import Statement, kept
from parsers.phrases.instruments.instrument import Instrument
from parsers.phrases.instruments.instruments import find_instruments

# "The protocol to the tax treaty of 1999": the date is that of the other one.
_ENDS_IN_OTHER = re.compile(
    r" (?:to|amending|extending|replacing|of|under)(?: (?:amend|extend|replace|update|supplement|supersede))? "
    r"(?:the|their|its) [^,;]{0,40}\b(?:treaty|convention|agreement|accord|protocol|pact|one)\Z",
    re.IGNORECASE,
)
_OWNS = re.compile(
    r"[\"”»]?(?:,? ?\((?!(?:the )?(?:last|latest|next|first|most recent)\b)[^()]{0,40}?|,? of |,? from |, |"
    r",? dated | – | — | - |: )(?:the )?"
)
_LOOKING = re.compile(r"\b(?:[Ff]ollowing|[Aa]fter|[Ss]ince|[Bb]efore|[Uu]ntil|[Dd]espite) (?:the )?[\"“]?\Z")
_DURING = re.compile(r" (?:in|during) (?:the )?")
_MARKS = re.compile(r"[\s:)–-]*")


def owned_date(statement: Statement, one: Instrument) -> Mention | None:
    """The date that stands in the title, right before it, in brackets or after "of" or a comma right behind it."""
    for date in statement.of("date"):
        is_behind = date.start >= one.stop
        if is_behind and names_other(statement, one):
            return None
        if _owns_behind(statement, one, date) if is_behind else _owns_inside(statement, one, date):
            return date
        if _is_ahead(one, date):
            return None
    return None


def names_other(statement: Statement, one: Instrument) -> bool:
    """Whether a date behind a title is that of another instrument that the title ends with, but for one in brackets."""
    text = statement.document.text
    return not text.startswith(" (", one.stop) and _ENDS_IN_OTHER.search(text, one.noun[1], one.stop) is not None


def _owns_behind(statement: Statement, one: Instrument, date: Mention) -> bool:
    """Whether the words between a title and a date behind it make the date its own."""
    text = statement.document.text
    if _OWNS.fullmatch(text, one.stop, date.start):
        return True
    if text[one.stop : date.start] == " " and date.text.startswith("from "):
        return True
    is_during = _DURING.fullmatch(text, one.stop, date.start) is not None
    is_before_parties = is_during and text.startswith(" between ", last_listed(statement, date))
    return is_before_parties or _is_named_with(statement, one, date)


def _owns_inside(statement: Statement, one: Instrument, date: Mention) -> bool:
    """Whether a date that begins before the end of a title is its own: behind the first of several subjects, as years
    of a programme ("Cultural Programme 2011–2013"), between the title's words or right before them.
    """
    text = statement.document.text
    if one.subjects and text[one.end : date.start] == " (":
        return True
    if statement.dates == [date] and (date.start == one.noun[1] + 1 or _closes(text, one, date)):
        return True
    is_joined = date.start >= one.start or _MARKS.fullmatch(text, date.end, one.start) is not None
    return is_joined and _is_ahead(one, date)


def _is_ahead(one: Instrument, date: Mention) -> bool:
    """Whether a date stands between the words before an instrument's noun, or ends right before them."""
    return one.start - 2 <= date.end <= one.start or one.start <= date.start < one.noun[0]


def _closes(text: str, one: Instrument, date: Mention) -> bool:
    """Whether years close a title as a part of it: "Programme on Sports 2011–2013", but not "a plan for 2011–2013"."""
    return date.end == one.stop and not text.endswith((" for ", " year ", " years ", " period "), 0, date.start)


def last_listed(statement: Statement, date: Mention) -> int:
    """Where the last of the dates ends that are counted up with a date."""
    return max(each.end for each in statement.listed_with(date) if each is not None)


def _is_named_with(statement: Statement, one: Instrument, date: Mention) -> bool:
    """Whether a date behind a named instrument is its own: "The Treaty of A in 1912 made", "After the Treaty of A in
    1912".
    """
    text = statement.document.text
    between = text[one.stop : date.start]
    if not text[one.noun[0]].isupper():
        return False
    opens = text[statement.start : one.start] in ("", "The ") and between in (" ", " in ", " in the year ")
    return opens or (one.noun[0] > one.start and looks_back(statement, one, date))


def looks_back(statement: Statement, one: Instrument, date: Mention) -> bool:
    """Whether words only look back on an instrument of a date behind it: "following the treaty in 1912"."""
    text = statement.document.text
    behind = text[one.stop : date.start] in (" in ", " on ")
    return behind and _LOOKING.search(text, statement.start, one.start) is not None


@kept
def owned_dates(statement: Statement) -> Iterator[tuple[tuple[int, int], Mention | None]]:
    """The place of each instrument's noun, with the date that it has as its own."""
    for one in find_instruments(statement):
        yield one.noun, owned_date(statement, one)
