"""Who came after an envoy, or before: "he was succeeded in 1975 by …", "… in 2017, and … in 2022"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.language.mention import Mention, PersonValue
from parsers.language.reading import Statement
from parsers.phrases.envoys.ends import Ends, ends_of
from parsers.phrases.envoys.lists import Listed
from parsers.phrases.envoys.names import NAME, OFFICE, TITLE, is_envoy

_SUCCEEDED = re.compile(
    r"(?:\b[Hh]e|\b[Ss]he|\bwho|\w+,?)(?: was| had been| has (?:since )?been|,) (?:then |later |in turn )?(?:succeeded"
    r"|followed|replaced)"
    rf"(?P<when> [^.;]{{4,30}}?)?? by (?:the )?(?:[Aa]mbassador )?(?P<name>{NAME.pattern})"
)
_BEFORE = re.compile(
    rf", (?:thus )?(?:replacing|succeeding|in succession to) (?:[Aa]mbassador )?(?P<name>{NAME.pattern})(?=[,.;]|$)"
)
_ANOTHER = re.compile(rf",? (?:and|then)(?: by)? (?P<name>{NAME.pattern})(?: in| from| since|,)? ?$")


def successors(statement: Statement) -> Iterator[tuple[Ends, Listed]]:
    """The envoys that followed the one told of in the statement, or in that before in the same paragraph; whom the one
    told of in the statement replaced, without a date.

    Not read: successors in another office; where nobody before is an envoy of the pair.
    """
    text = statement.document.text
    for found in _SUCCEEDED.finditer(text, statement.start, statement.end):
        ends = _ends_before(statement, found.start("name"))
        if ends is not None and _is_bare(statement, found.start("name")):
            yield ends, _listed(found, _date_of(statement, found))
    for before in _BEFORE.finditer(text, statement.start, statement.end):
        ends = _ends_here(statement, before.start())
        if ends is not None and _is_bare(statement, before.start("name")):
            yield ends, _listed(before, None)
    for date in statement.dates:
        another = _ANOTHER.search(text, statement.start, date.start)
        earlier = statement.before(another.start(), "date") if another is not None else None
        ends = _ends_here(statement, another.start()) if another is not None and earlier is not None else None
        if another is not None and ends is not None and _is_bare(statement, another.start("name")):
            yield (
                ends,
                replace(
                    _listed(another, date), is_term=" by " in another[0] or " in" not in another[0][-4:]
                ),
            )


def _listed(found: re.Match[str], date: Mention | None) -> Listed:
    name = TITLE.sub("", found["name"].rstrip("."))
    return Listed(name, (found.end("name") - len(found["name"]), found.end("name")), date)


def _date_of(statement: Statement, found: re.Match[str]) -> Mention | None:
    """The date between verb and name, else that right behind the name."""
    within = [date for date in statement.dates if found.start() <= date.start < found.start("name")]
    after = statement.after(found.end("name"), "date")
    near = after is not None and len(statement.document.text[found.end("name") : after.start].strip(" ,(")) < 5
    return within[0] if within else after if near else None


def _is_bare(statement: Statement, position: int) -> bool:
    """Whether the name at a place is said to hold no other office."""
    person = next((m for m in statement.of("person") if m.start <= position < m.end), None)
    held = person.value.office if person is not None and isinstance(person.value, PersonValue) else None
    return held is None or OFFICE.search(held) is not None


def _ends_here(statement: Statement, position: int) -> Ends | None:
    """The ends of the last envoy of the statement before a place."""
    envoys = [one for one in statement.of("person") if is_envoy(one) and one.start < position]
    return ends_of(statement, envoys[-1]) if envoys else None


def _ends_before(statement: Statement, position: int) -> Ends | None:
    """The same, else of the envoy of the statement before in the same paragraph."""
    previous = statement.context.previous
    here = _ends_here(statement, position)
    near = previous is not None and previous.block is statement.block
    return here or (_ends_here(previous, previous.end) if previous is not None and near else None)
