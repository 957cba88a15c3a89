"""Givers of operations and consultations: "A's doctors performed 300 operations in B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.phrases.gifts.frames.gift import slots_between
from parsers.phrases.gifts.givers.roles import Told, gets, subject


def of_surgeries(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Counted operations, treatments and consultations that those of one side gave in the other.

    Not read: operations of armed forces; where those who gave them are counted, who are what was sent.
    """
    for one in slots_between(statement, begin, end, "quantity"):
        done = _PERFORMED.search(statement.low_skeleton, begin, one.start)
        if done is None or not _SURGERIES.search(one.mention.text.lower()):
            continue
        donor = subject(statement, begin, done.start())
        if donor and gets(statement, donor, begin, end) is not None:
            yield Told(donor, one.start, one.end, "counted", (one.start, one.end))


_PERFORMED = re.compile(
    r"\b(?:perform(?:s|ed|ing)|carr(?:ies|ied|ying) out|conduct(?:s|ed|ing)|provid(?:es|ed|ing)|made)"
    r"(?: (?:about|over|some|nearly|more than|up to|around|free))* $"
)
_SURGERIES = re.compile(
    r"\b(?:surgeries|(?:medical|patient|patient-doctor|health|free) consultations|(?:surgical|eye|cataract|heart|free) "
    r"operations|medical (?:examinations|check-ups|treatments)|vaccinations)$"
)


def of_treatment(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Those of the other side whom one takes in to treat them: "A accepted 40 wounded soldiers for treatment".

    Not read: refugees, who are taken in to live there.
    """
    taken = _TAKEN_IN.search(statement.low_skeleton, begin, end)
    donor = subject(statement, begin, taken.start()) if taken else None
    counted = slots_between(statement, taken.start(), taken.end(), "quantity")[:1] if taken else []
    if taken and donor and (counted or gets(statement, donor, begin, end)):
        spans = (counted[0].start, counted[0].end) if counted else None
        yield Told(donor, taken.end(), taken.end(), "treated", spans)


_TAKEN_IN = re.compile(
    r"\b(?:accept(?:s|ed|ing)?|admit(?:s|ted)|receiv(?:es?|ed|ing)|took in|takes in|hosts?|hosted|brought|"
    r"evacuated|flew)"
    r"(?: [^,;]{0,60})? (?:\[quantity:\d+\]|soldiers|children|patients|victims|wounded|injured|fighters|civilians)"
    r"[^,;]{0,40}? for (?:(?:free|medical|further|urgent|their) )*(?:treatment|rehabilitation|surgery|therapy)\b"
)
