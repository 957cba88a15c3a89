"""Givers of courses: "A organised training for B's officers", "A's institute holds workshops for 30 of B's farmers"."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.phrases.gifts.frames.gift import NAMED, other_side, people_in, side_at, side_in, slot_in
from parsers.phrases.gifts.givers.roles import Told, subject


def of_courses(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Training, courses, workshops that one side holds for people of the other; no joint ones."""
    low = statement.low_skeleton
    for holds in _HOLDS.finditer(low, begin, end):
        learners = slot_in(statement, holds)
        is_counted = learners is not None and learners.kind == "quantity"
        receiver = side_at(statement, people_in(statement, holds)) if is_counted else side_in(statement, holds)
        donor = subject(statement, begin, holds.start()) if receiver else None
        if donor and receiver == other_side(statement, donor):
            item = (holds.end("what"), holds.end("what")) if is_counted else holds.span("what")
            yield Told(donor, *item, "trained" if is_counted else "given", holds.span("who"))


_HOLDS = Folded(
    r"\b(?:organi[sz]e[sd]?|organi[sz]ing|holds?|held|holding|conduct(?:s|ed|ing)|r[au]ns?|running|host(?:s|ed|ing)|arrang(?:es|ed)|"
    r"launched|set up)(?: (?!joint\b|mutual\b)[a-z-]+){0,4}? "
    r"(?P<what>(?:(?!a\b|an\b|the\b|its\b|of\b|joint\b)[a-z-]+ )?(?:training(?: (?:courses?|programme?s?|"
    r"workshops?|sessions?|seminars?))?"
    r"|courses|workshops)) (?:for|to)(?: (?:about|over|some|several|many|the|a|number|of))*(?: [a-z-]+){0,2}? "
    rf"(?P<who>{NAMED}|\[quantity:\d+\])"
)
