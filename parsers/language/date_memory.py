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
    aside = (
        (value.qualifier in _NO_STEP and not _is_event(value, memory, lead))
        or lead.word in ("than", "over")
        or value.qualifier == "by"
    )
    aside = aside or (value.qualifier == "from" and mention.text.startswith("f"))
    earlier = value.precision == "year" and value.edtf < str(memory.year)
    aside = aside or (earlier and (lead.word == "of" or (memory.day is not None and _is_of_past(before))))
    aside = aside or (memory.day is not None and _is_long_before(value, memory) and _looks_back(before))
    if aside and memory.year is not None and value.precision != "day":
        return memory
    return remember(value, memory)


def _is_event(value: DateValue, memory: DateMemory, lead: Lead) -> bool:
    """Whether a year names an event that the story has come to: "during the 1972 war" behind 1970."""
    later = memory.year is not None and value.edtf.isdigit() and int(value.edtf) > memory.year
    return later and lead.word in _AT_EVENT


def _is_of_past(before: str) -> bool:
    """Whether words lead to a date of what had been by then: "the terms that it had signed in", ", which opened in"."""
    return _HAD_BEEN.search(before) is not None


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
