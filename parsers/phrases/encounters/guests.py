"""Guests at talks that a noun tells, whose place stands before the people: "in a meeting in Oslo between A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.language.sides import is_foreign, is_resident_envoy, side_of
from parsers.phrases.encounters.meeting_nouns import Talks, talks

_IN = re.compile(r"\b(?:in|at) (?:the )?$")


def guests_at_talks(statement: Statement) -> Iterator[tuple[Mention, Mention, int]]:
    """Those who came to talks held in a place of the other state, with the place and where the noun stands.

    Not read: talks where nobody of the place's state is named, and the envoys who live there.
    """
    for told in talks(statement):
        to = _place_of(statement, told)
        place = side_of(to, statement.context) if to is not None else None
        sides = {side_of(one, statement.context) for one in told.people}
        for one in told.people if to is not None and place in sides and place else ():
            guest = side_of(one, statement.context) not in (None, place) and not is_foreign(one, statement.context)
            if to is not None and guest and not is_resident_envoy(one):
                yield one, to, told.at


def _place_of(statement: Statement, told: Talks) -> Mention | None:
    """The first place or state behind "in" or "at" among the words of the talks."""
    inside = (one for one in statement.of("place", "state") if told.at <= one.start < told.people[0].start)
    text = statement.document.text
    return next((one for one in inside if _IN.search(text, told.at, one.start)), None)
