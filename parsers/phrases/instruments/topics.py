"""Instruments that a plural stands for, each told by its topic in capitals: "several accords, including on Trade,
Civil Aviation and Tourism".
"""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.phrases.instruments.instrument import Instrument, count_of
from parsers.phrases.instruments.instruments import find_instruments

_LEAD = re.compile(
    r"(?:,| –|:)? ?\(?(?:including|such as|among (?:them|others|these|which)|namely|notably|inter alia|e\.g\.,?)(?:"
    r" are)?,?"
    r"(?: (?:those|ones|agreements|accords|treaties))?"
    r" (?:on|for|in|concerning|regarding|in (?:the )?(?:areas?|fields?|spheres?) of) (?:the )?(?=[A-Z])"
)
_ITEM = re.compile(
    r"[A-Z][\w’'/-]*(?: (?:[A-Z][\w’'/-]*|and(?= [A-Z])|&|of|on|for|in|the"
    r"|to))*(?<!\bof)(?<!\bon)(?<!\bfor)"
)
_JOINT = re.compile(r",? and (?:on )?(?=[A-Z])|[,;] (?:on )?(?=[A-Z])")
_LAST = re.compile(r" and (?=[A-Z])")


def topics_of(statement: Statement, one: Instrument, at: int) -> list[tuple[int, int]]:
    """The spans of the topics that are counted up at a place behind a plural without a count, two or more; those
    that are instruments by their own noun are left out, as are states, people and places.
    """
    text = statement.document.text
    lead = _LEAD.match(text, at, statement.end) if one.plural and count_of(statement, one) is None else None
    spans: list[tuple[int, int]] = []
    item = _ITEM.match(text, lead.end(), statement.end) if lead is not None else None
    while item is not None and not _is_mention(statement, item.start()):
        spans.append(item.span())
        joint = _JOINT.match(text, item.end(), statement.end)
        item = _ITEM.match(text, joint.end(), statement.end) if joint is not None else None
    if len(spans) > 1:
        spans[-1:] = _parted(text, *spans[-1], closed=text[spans[-2][1] :].startswith((" and ", ", and ")))
    nouns = [other.noun for other in find_instruments(statement)]
    own = [span for span in spans if not any(span[0] <= first < span[1] for first, _ in nouns)]
    return own if len(spans) > 1 else []


def _parted(text: str, start: int, end: int, *, closed: bool) -> list[tuple[int, int]]:
    """The last topic of a row, in two where only its own "and" closes the row: "Trade, Culture and Tourism"."""
    mark = None if closed or text[end:].startswith((" etc", ", etc")) else _LAST.search(text, start, end)
    return [(start, end)] if mark is None else [(start, mark.start()), (mark.end(), end)]


def _is_mention(statement: Statement, position: int) -> bool:
    """Whether a state, a person or a place stands at a place of the text."""
    return any(one.start <= position < one.end for one in statement.of("state", "person", "place", "date"))
