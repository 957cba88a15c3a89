"""The date last read, from which later words such as "in June of that year" take what they leave out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from parsers.language.date_lead import Lead
from parsers.language.mention import DateValue, Mention

_HAD_BEEN = re.compile(r" had [^.;:\n]*\Z|, which [^.;:,\n]*\Z")
_OPENS = re.compile(r"(?:^|[.:;!?\n]\s)\w+(?: early| late| mid| the)*[ -]\Z")  # "In …" that opens a sentence
_IN_PROSE = re.compile(r"[a-z,] \Z")  # no line, cell or bracket opens with the date
_LONG = 3  # years
_NO_STEP = ("name", "attributive")
_AT_EVENT = ("during", "after", "following")


@dataclass(frozen=True, slots=True)
class DateMemory:
    """The date last read: its year, month and day as far as stated, and the last interval in EDTF.

    Of a closed interval its end is remembered, of an open one the end that is known.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    interval: str | None = None


def next_memory(mention: Mention, memory: DateMemory, lead: Lead, before: str = "") -> DateMemory:
    """The memory after a mention; years that only name, compare or set a term do not carry the story on, but that of an
    event behind it does ("during the 1972 war").

    Nor does an earlier year behind "of" ("the accords of 1998"), or in a story told by days in a clause on what had
    been: "the terms that it had signed in 1971"; nor there years long before, unless they open a sentence. `before` are
    the words before the date.
    """
    value = mention.value
    if not isinstance(value, DateValue):
        return memory
    if memory.year is None or value.precision == "day":
        return remember(value, memory)
    is_aside = _only_names(mention.text, value, memory, lead) or _is_of_past(value, memory, lead, before)
    return memory if is_aside else remember(value, memory)


def _only_names(text: str, value: DateValue, memory: DateMemory, lead: Lead) -> bool:
    """Whether a year names, compares or sets a term, and names no event that the story has come to."""
    if value.qualifier in _NO_STEP and not _is_event(value, memory, lead):
        return True
    return lead.word in ("than", "over") or value.qualifier == "by" or (value.qualifier == "from" and text[0] == "f")


def _is_of_past(value: DateValue, memory: DateMemory, lead: Lead, before: str) -> bool:
    """Whether a year is before the story: an earlier one behind "of", or one that a story of days looks back to."""
    is_earlier = value.precision == "year" and value.edtf < str(memory.year)
    if is_earlier and lead.word == "of":
        return True
    had_been = is_earlier and _HAD_BEEN.search(before) is not None
    return memory.day is not None and (had_been or (_is_long_before(value, memory) and _looks_back(before)))


def _is_event(value: DateValue, memory: DateMemory, lead: Lead) -> bool:
    """Whether a year names an event that the story has come to: "during the 1972 war" behind 1970."""
    later = memory.year is not None and value.edtf.isdigit() and int(value.edtf) > memory.year
    return later and lead.word in _AT_EVENT


def _looks_back(before: str) -> bool:
    """Whether a date stands in running text and opens no sentence of its own."""
    return _IN_PROSE.search(before) is not None and _OPENS.search(before) is None


def _is_long_before(value: DateValue, memory: DateMemory) -> bool:
    """Whether a year, or a stretch of years, ended long before the day of a story: it is looked back to there."""
    last = value.edtf.rpartition("/")[2]
    return last.isdigit() and memory.year is not None and int(last) < memory.year - _LONG


def remember(value: object, memory: DateMemory) -> DateMemory:
    """The end of a closed interval, the known end of an open one; decades and centuries only close a story."""
    if not isinstance(value, DateValue):
        return memory
    low, _, high = value.edtf.partition("/")
    edtf = (high if high not in ("", "..") else low).rstrip("~")
    interval = value.edtf if high else memory.interval
    if "X" in edtf or edtf.startswith("-"):
        return replace(memory, interval=interval)
    parts = [int(part) for part in edtf.split("-")] + [None, None]
    return DateMemory(parts[0], parts[1], parts[2], interval)
