"""Instruments named in a statement: each with its kind, and the span of its title as written.

The nouns are found by `nouns`; titles are bounded by `title_starts` and `titles`; what happened to an instrument is
told by `actions`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.language.reading import Statement, kept
from parsers.phrases.instruments.instrument import Instrument, count_of, words
from parsers.phrases.instruments.nouns import found_nouns
from parsers.phrases.instruments.quotes import quoted
from parsers.phrases.instruments.subjects import subjects
from parsers.phrases.instruments.title_starts import lead, title_start
from parsers.phrases.instruments.titles import NEXT, title_end

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NAMELY = re.compile(
    r"\b(?:known|referred to|described|dubbed|called|named|termed|styled|labelled|labeled)"
    r"(?: [a-z]+)? (?:as )?(?:the )?[\"“]?$"
)
# "…, the first treaty that Peru signed with an African state": it says what the one before is.
_RANKED = re.compile(
    r"\A[^;.]{0,60}[,:] (?:the|its|their|an?|[a-z]+['’]s) (?:[a-z]+ )?"
    r"(?:first|second|third|only|largest|biggest|oldest|earliest|latest|most [a-z]+) (?:such )?\Z"
)
# Two titles with a year in brackets each are two instruments.
_DATED = re.compile(r"[\"”»]? \([^()]*\d{4}[^()]*\)")
_PLURAL = re.compile(r"(?:treaties|memoranda|mou[’']?s|ftas|notes verbales|[a-z]*[^s\W]s)$")
# "Several memorandum of understanding has been signed": the noun counts as a plural.
_SEVERAL = re.compile(r"\b(?:several|many|numerous|various|multiple|a number of|a series of) $", re.IGNORECASE)
_DETERMINED = re.compile(
    r"\b(an?|the|no|its|their|his|her) "
    r"(?:new|final|major|important|landmark|historic|significant|key|further|separate|similar|so-called) [\"“]?$",
    re.IGNORECASE,
)


@kept
def find_instruments(statement: Statement) -> list[Instrument]:
    """The instruments of a statement in order; a noun inside another's title, or an alias in brackets, is none."""
    nouns = found_nouns(statement)
    starts = [title_start(statement, start, nouns) for start, _, _ in nouns]
    found: list[Instrument] = []
    for number, (start, end, _) in enumerate(nouns):
        if found and start < found[-1].stop:
            continue
        nexts = [begin for begin in starts[number + 1 :] if begin >= end and NEXT.search(lead(statement, begin))]
        one = _titled(statement, nouns[number], starts[number], nexts)
        same = _with_other_name(statement, found[-1], one, last_one=number + 1 == len(nouns)) if found else None
        if same is not None:
            found[-1] = same
        else:
            joined = bool(found) and NEXT.search(lead(statement, one.start)) is not None
            found.append(replace(one, joined=joined))
    return found


def _with_other_name(statement: Statement, before: Instrument, one: Instrument, *, last_one: bool) -> Instrument | None:
    """The instrument before, where this one is another name of it, or of one batch with it; null elsewhere."""
    if one.plural and before.plural and _is_pair(statement, before, one):
        return replace(before, end=one.end)
    return _best_named(statement, before, one) if _is_alias(statement, before, one, last_one=last_one) else None


_SHORT_NAME = re.compile(r" \([A-Z]\w+\)")  # "five Memoranda of Understanding (MoUs)" have no title


def _titled(statement: Statement, noun: tuple[int, int, str], begin: int, nexts: list[int]) -> Instrument:
    """The instrument of a noun and a kind, whose title begins at a place and ends before those that come next."""
    start, end, kind = noun
    quote = quoted(statement, end)
    first, last = quote or (begin, title_end(statement, start, end, nexts))
    last = end if first == start and _SHORT_NAME.fullmatch(statement.document.text, end, last) else last
    head = statement.low[start - statement.start : end - statement.start].split(" of ")[0]
    head = f"{head}s" if statement.document.text[start:end].lower().endswith("understandings") else head
    plural = _PLURAL.search(head) is not None or _SEVERAL.search(lead(statement, first)) is not None
    one = Instrument(first, last, (start, end), kind, plural, _article(statement, first))
    return _with_subjects(statement, one) if plural and quote is None and last > end else one


def _with_subjects(statement: Statement, one: Instrument) -> Instrument:
    """A plural with the subjects that have an instrument each, its title cut behind the first; itself where counted."""
    parts = subjects(statement.document.text, one.noun[1], one.end)
    is_told = bool(parts) and count_of(statement, one) is None
    return replace(one, end=parts[0][1], subjects=tuple(parts)) if is_told else one


def _is_pair(statement: Statement, before: Instrument, one: Instrument) -> bool:
    """Whether bare plurals are named as one batch: "agreements and memoranda", "treaties, accords and protocols"."""
    text = statement.document.text
    is_bare = before.end == before.noun[1] or _PAIRED.fullmatch(text, before.noun[1], before.end) is not None
    return is_bare and text[before.end : one.noun[0]].strip(" ,") in ("and", "&", "or", "")


_PAIRED = re.compile(r",? (?:and |& |or )?[A-Za-z]{3,}(?:s|da|dums)")


def _best_named(statement: Statement, before: Instrument, alias: Instrument) -> Instrument:
    """An instrument by its other name where it has none of its own: "agreements, known as the Sagami Accords"."""
    text = statement.document.text
    is_better = before.is_bare or (text[alias.noun[0]].isupper() and not text[before.noun[0]].isupper())
    if alias.is_bare or alias.end <= before.end or not is_better:
        return before
    return replace(before, start=alias.start, end=alias.end, noun=alias.noun)


def _article(statement: Statement, start: int) -> str:
    word = re.search(rf"([\w’'-]+)\s+(?:(?:{_MONTH}\s+)?\d{{4}}\s+)?[\"“]?$", lead(statement, start))
    low = word[1].lower() if word else ""
    before = _DETERMINED.search(lead(statement, start)) if low in words("openers") else None
    return before[1].lower() if before else low


def _is_alias(statement: Statement, before: Instrument, one: Instrument, *, last_one: bool) -> bool:
    """Whether this names the instrument before once more: in brackets, or behind a comma that lists nothing."""
    text = statement.document.text
    between = text[before.stop : one.start].lower()
    if _BRACKET_OPEN.match(between) or _NAMELY.search(between) or _RANKED.search(between):
        return True
    if _DATED.match(text, before.end) and _DATED.match(text, one.end):
        return False
    if _ROW_ON.match(text, one.end):
        return False
    return last_one and _APPOSED.fullmatch(between) is not None and _LISTS.search(between) is None


_BRACKET_OPEN = re.compile(r"\s*\((?!\d)[^)]*$")
_APPOSED = re.compile(r"[\"”»]?\s*(?:\([^)]*\)|of \d{4})?, (?:also known as |known as |or )?(?:an? |the )?[^,;]{0,40}")
_ROW_ON = re.compile(r",? (?:and|as well as) (?:an?|the) |, (?:an?|the) [A-Z]")  # "have a pact, a treaty, and a fund"
_LISTS = re.compile(
    r"\b(?:and|in|on|with|signed|among|including|such as|namely|like|as well as|plus|followed by"
    r"|(?:replac|supersed|succeed|updat|amend|supplement)(?:ing|ed|es|s))\b"
)
