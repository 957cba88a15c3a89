"""Dates in running text: each mention as EDTF, with what its words leave out taken from the text before.

`find_dates` goes from one number, month or calendar word to the next (`ANCHOR`), reads the chain of dates there
(`date_chains`), the words before it (`date_context`), or a reference to an earlier date (`date_references`);
`date_values` makes mentions of them. Numbers that are no dates, and months with nothing to give them a year, make no
mention. Only English is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from parsers.language.calendar_words import ANCHOR, ANCHOR_WORDS, NAMED_BY_DAY
from parsers.language.date_chains import Link, fill, read_chain
from parsers.language.date_context import is_year, stands_alone
from parsers.language.date_lead import Lead, read_lead
from parsers.language.date_memory import DateMemory, next_memory, remember
from parsers.language.date_periods import read_period
from parsers.language.date_references import Reference, read_reference
from parsers.language.date_spans import spanned
from parsers.language.date_values import edtf_of, mention_of, qualified
from parsers.language.mention import DateValue, Mention
from parsers.language.sweep import Starts, between

_FIRST_LETTERS_OF_PERIODS = frozenset("fstqlFSTLQH")
_ORDINALS_OF_PERIODS = frozenset(("1st", "2nd", "3rd", "4th"))
_EXPLICIT_BEFORE = re.compile(r"[\s,(]*(?:(?:just|only|exactly)\s+)?(?:the\s+)?")
_EXPLICIT_AFTER = re.compile(r"\s*,?\s+(?:(?P<on>on|in|from|between|at|by)\s+(?:the\s+)?)?")
_FISCAL = re.compile(r"(?:(?:[Ff]iscal|[Ff]inancial|[Bb]udget|[Aa]cademic|[Ss]chool)\s+years?\s+|FY\s?)$")
_MORE_NUMBERS = re.compile(r"(?:\s*,\s*[0-9]+|\s*,?\s+and\s+[0-9]+)+", re.ASCII)
_YEAR_LIST = re.compile(r"[0-9]{4}\s*,\s*$", re.ASCII)
_ARTICLE = re.compile(r"(?i:the\s+(?:very\s+)?|\b(?:twen|thir|for|fif)ty-)$")
_NOTHING = DateMemory()
_REACH = 120  # characters before a date that tell of what time its clause is
Found = tuple[list[Mention], DateMemory, int]


def date_starts(text: str) -> list[int]:
    """Where dates can begin in a text."""
    return _starts().find(text)


@cache
def _starts() -> Starts:
    return Starts(ANCHOR_WORDS)


def find_dates(
    text: str, start: int, end: int, memory: DateMemory = _NOTHING, starts: Sequence[int] | None = None
) -> tuple[list[Mention], DateMemory]:
    """The date mentions in text[start:end] in order, never overlapping, and the memory after them.

    Offsets are into the whole text. `memory` is what an earlier stretch of the same text gave back; without it words
    such as "in June of that year" give no mention. A mention starts at its qualifier or range word ("since", "From",
    "early"), not at "in" or "on". The qualifier is "name" for a year inside a proper name and "attributive" for a date
    that describes the next noun. Since and until make open intervals (`2002/..`); two consecutive years joined by
    "and" are one interval. `starts` are those of text[start:end] that `date_starts` finds, where they are known.

    >>> mentions, _ = find_dates("Ties began in May 1992. An embassy opened in June of that year.", 0, 62)
    >>> [(mention.text, mention.value.edtf) for mention in mentions]
    [('May 1992', '1992-05'), ('June of that year', '1992-06')]
    """
    found: list[Mention] = []
    position = start
    for at in between(date_starts(text), start, end) if starts is None else starts:
        match = ANCHOR.match(text, at, end) if at >= position else None
        if match is None:
            continue
        limit = found[-1].end if found else start
        mentions, memory, position = _read_at(text, match, limit, end, memory, found)
        found += [spanned(text, limit, at, mentions[0]), *mentions[1:]] if mentions else []
    return found, memory


def _read_at(
    text: str, anchor: re.Match[str], limit: int, end: int, memory: DateMemory, before: Sequence[Mention]
) -> Found:
    """What is said at one anchor: its mentions, the memory after them, and where to go on."""
    at = anchor.start()
    if _is_inside_word(text, at):
        return [], memory, anchor.end()
    lead = _lead(text, limit, at)
    if not text[at].isdigit() or len(anchor[0]) < 3:
        reference = read_reference(text, at, end, _measured_from(before, memory))
        if reference and before and _is_beside(text, before[-1], lead):
            return [], memory, reference.end
        if reference:
            return _refer(text, reference, end, memory, _with_article(text, limit, lead))
    mentions = _period(text, at, end, memory, lead) if _may_be_period(text, at) else []
    if mentions:
        return mentions, remember(mentions[-1].value, memory), mentions[-1].end
    chain = read_chain(text, at, end, lead.relation == "between")
    if not chain or not _is_date(text, chain, limit, end, lead, memory):
        return [], memory, _after_number(text, anchor.end(), end, lead)
    return _read(text, chain, end, memory, lead)


def _is_inside_word(text: str, at: int) -> bool:
    """Whether letters or digits stand right before a place, but for those of a fiscal year: "FY2010"."""
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_") and text[at - 2 : at] != "FY"


def _may_be_period(text: str, at: int) -> bool:
    """Whether the letters at a place can begin a part of a year or of years."""
    return text[at] in _FIRST_LETTERS_OF_PERIODS or text[at : at + 3] in _ORDINALS_OF_PERIODS


def _measured_from(before: Sequence[Mention], memory: DateMemory) -> DateMemory:
    """The memory for "two months later" or "the same year": that of the date before it in the sentence, where all such
    dates only name or describe something ("the June 1993 election").
    """
    values = [one.value for one in before if isinstance(one.value, DateValue)]
    described = bool(values) and all(value.qualifier in ("name", "attributive") for value in values)
    return remember(values[-1], memory) if described else memory


def _lead(text: str, limit: int, at: int) -> Lead:
    """What stands before a date; a fiscal year's name is part of it."""
    lead = read_lead(text, limit, at)
    if not text[max(limit, at - 7) : at].rstrip().endswith(("year", "years", "FY")):
        return lead
    fiscal = _FISCAL.search(text, max(limit, at - 16), at)
    return replace(lead, start=fiscal.start(), part="fiscal year", relation=None) if fiscal else lead


def _after_number(text: str, position: int, end: int, lead: Lead) -> int:
    """Past the other numbers of "Resolutions 1874 and 1929" too."""
    more = _MORE_NUMBERS.match(text, position, end) if lead.word.startswith("resolution") else None
    return more.end() if more else position


def _is_date(text: str, chain: tuple[Link, ...], limit: int, end: int, lead: Lead, memory: DateMemory) -> bool:
    """Whether the surroundings of a chain do not make its first number or month something else."""
    first = chain[0].point
    if first.day is not None and first.year is None and first.shift is None and NAMED_BY_DAY.match(text, first.end):
        return False
    if first.unit == "decade" and first.bare:
        return lead.determiner == "the" or lead.part is not None or text[first.start - 1 : first.start] in ("'", "’")
    if first.is_lone_year:
        told = first.end - first.start == 2 or _is_reign(text, chain)
        return told or is_year(text, first.start, first.end, limit, end, lead)
    if first.day is None and first.month is not None and _are_without_year(chain):
        return memory.year is not None and stands_alone(text, first.start, chain[-1].point.end, end, lead)
    return True


def _are_without_year(chain: tuple[Link, ...]) -> bool:
    """Whether no date of a chain says its year."""
    return all(link.point.year is None and link.point.shift is None for link in chain)


def _is_reign(text: str, chain: tuple[Link, ...]) -> bool:
    """True for the two years, before 1000 too, that alone fill a bracket after a word: "Tang dynasty (618–907)"."""
    first, last = chain[0].point, chain[-1].point
    named = (
        first.start > 2
        and text[first.start - 1] == "("
        and text[first.start - 2] == " "
        and text[first.start - 3].isalpha()
    )
    return (
        named
        and len(chain) == 2
        and chain[1].by == "range"
        and text[last.end : last.end + 1] == ")"
        and (last.year or 0) <= 2100
    )


def _read(text: str, chain: tuple[Link, ...], end: int, memory: DateMemory, lead: Lead) -> Found:
    """The mentions of a chain: one for each range, for each date of a list, and for a pair of consecutive years."""
    points, mentions = fill(chain), []
    at, stop = 0, chain[-1].point.end
    while at < len(points):
        size = 2 if at + 1 < len(points) and _is_one(text, chain, at, lead) else 1
        told = points[at : at + size], chain[at : at + size]
        mention = mention_of(text, *told, end, memory, lead if at == 0 else None)
        if mention:
            mentions.append(mention)
            memory = next_memory(mention, memory, lead, text[max(0, mention.start - _REACH) : mention.start])
        at += size
    return mentions, memory, stop


def _is_one(text: str, chain: tuple[Link, ...], at: int, lead: Lead) -> bool:
    """True where the date and the next are one interval; years in a bracket or before a noun stay a list."""
    if chain[at + 1].by in ("range", "slash"):
        return True
    pair = chain[at].point.is_lone_year and " or " not in text[chain[at].point.end : chain[at + 1].point.start]
    start = chain[at].point.start
    listed = text[start - 1 : start] == "(" or _YEAR_LIST.search(text[max(0, start - 8) : start])
    return pair and lead.determiner is None and not listed


def _period(text: str, at: int, end: int, memory: DateMemory, lead: Lead) -> list[Mention]:
    """The mention of a part of a year or of years ("the first half of 2010"), if one begins here."""
    period = read_period(text, at, end, memory)
    if period is None:
        return []
    edtf = edtf_of(period.point, memory) if period.point else period.edtf
    if edtf is None:
        return []
    lead = replace(lead, part=lead.part or period.part)
    start = lead.start if lead.relation or lead.start < at else at
    return [Mention(start, period.end, text[start : period.end], qualified(edtf, lead, None, None, period.resolved))]


def _refer(text: str, reference: Reference, end: int, memory: DateMemory, lead: Lead) -> Found:
    """A reference's mention; a date with a year behind it wins, a month or day behind it is read in its year."""
    dated = _dated_behind(text, reference, end, memory)
    if dated is not None:
        mentions, moved, stop = dated
        if mentions:
            mentions[0] = replace(mentions[0], start=lead.start, text=text[lead.start : mentions[0].end])
        return mentions, moved, stop
    lead = replace(lead, relation="circa") if reference.approximate and not lead.relation else lead
    value = qualified(reference.edtf, lead, None, None, True)
    mention = Mention(lead.start, reference.end, text[lead.start : reference.end], value)
    return [mention], reference.memory if reference.moves else memory, reference.end


def _dated_behind(text: str, reference: Reference, end: int, memory: DateMemory) -> Found | None:
    """What a date right behind a reference says, in the year referred to: "the same year, on 3 May"; None for no date.

    One with a year of its own says nothing here, and is read next: "the following year, in 1975".
    """
    after = _EXPLICIT_AFTER.match(text, reference.end, end)
    anchor = ANCHOR.match(text, after.end(), end) if after else None
    if after is None or anchor is None or not (after["on"] or text[anchor.start()].isdigit()):
        return None
    chain = read_chain(text, anchor.start(), end, after["on"] == "between")
    if not chain:
        return None
    point = fill(chain)[-1]
    if point.year is not None and (after["on"] or not point.is_lone_year):
        return [], memory, after.end()
    within = after["on"] and point.month is not None and point.shift is None and reference.memory.year is not None
    return _read(text, chain, end, reference.memory, Lead(anchor.start())) if within else None


def _is_beside(text: str, date: Mention, lead: Lead) -> bool:
    """Whether an explicit date stands right before a reference: "in 1975, the same year"."""
    explicit = isinstance(date.value, DateValue) and not date.value.resolved
    return explicit and _EXPLICIT_BEFORE.fullmatch(text, date.end, lead.start) is not None


def _with_article(text: str, limit: int, lead: Lead) -> Lead:
    """What stands before a reference, from the article on, or the first half of a number of years or days."""
    article = _ARTICLE.search(text[max(limit, lead.start - 10) : lead.start])
    return replace(lead, start=lead.start - len(article[0])) if article else lead
