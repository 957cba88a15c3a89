"""Events: every dated statement, whether or not another table has it.

`parsers.assemble` links an event to the fact that the same statement became, and gives it that fact's kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.model import Finding
from parsers.facts.rule import PROSE, rule
from parsers.language.mention import DateValue, Mention
from parsers.language.reading import Statement
from parsers.language.sides import side_of

_BREAK = re.compile(r"; |, (?:and|while|but|whereas|which|where|before|after) | while | whereas |, (?=\d)")


@rule(kinds=(*PROSE, "row", "field"))
def dated(statement: Statement) -> Iterator[Finding]:
    """One event for each date of a statement: the clause that holds the date is its description.

    The same date twice is one event, unless each stands in an entry of its own between semicolons. Not read: a
    year that only belongs to a name ("the 2008 Summer Olympics").
    """
    seen: set[tuple[str, int]] = set()
    for date in statement.of("date"):
        value = date.value
        if not isinstance(value, DateValue) or value.qualifier == "name":
            continue
        told = (value.edtf, _entry(statement, date))
        if told not in seen:
            seen.add(told)
            start, end = _clause(statement, date)
            yield Finding(
                {"kind": "other", "description": statement.document.text[start:end], **_parties(statement, start, end)},
                date,
                {"description": (start, end)},
            )


def _entry(statement: Statement, date: Mention) -> int:
    """The number of the entry, between semicolons, in which a date stands; 0 in a statement that counts nothing up."""
    return statement.document.text.count(";", statement.start, date.start)


def _clause(statement: Statement, date: Mention) -> tuple[int, int]:
    """The span of the clause that holds the date; the whole statement where it has one date."""
    if len(statement.of("date")) < 2:
        return statement.start, statement.end
    breaks = [match.span() for match in _BREAK.finditer(statement.document.text, statement.start, statement.end)]
    start = max((end for _, end in breaks if end <= date.start), default=statement.start)
    end = min((start for start, _ in breaks if start >= date.end), default=statement.end)
    return start, end


def _parties(statement: Statement, start: int, end: int) -> dict[str, str | None]:
    """Actor and target: the first two different sides named in the clause, and the first place."""
    sides: list[str] = []
    for mention in statement.of("state", "person"):
        side = side_of(mention, statement.context)
        if start <= mention.start < end and side and side not in sides:
            sides.append(side)
    city = next((place.text for place in statement.of("place") if start <= place.start < end), None)
    actor, target = [*sides, None, None][:2]
    return {"actor_iso3": actor, "target_iso3": target if actor else None, "city": city}
