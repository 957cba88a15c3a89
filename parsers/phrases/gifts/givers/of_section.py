"""Who gives where neither a sentence nor those right before it say so: the one side whose gifts its section tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from parsers.language.reading import Statement, kept
from parsers.phrases.gifts.frames.giving import given
from parsers.phrases.gifts.frames.passive import passive
from parsers.phrases.gifts.frames.receiving import nouns, received, sized
from parsers.phrases.gifts.givers.told_before import told_donor
from parsers.phrases.gifts.proofs.barred import is_aid
from parsers.phrases.gifts.proofs.proved import may_tell_of_aid

_OF_AID = re.compile(
    r"\b(?:aid|assistance|relief|donations?|help|humanitarian|cooperation|co-operation|debts?|loans?|scholarships?|"
    r"development (?:partnership|policy|and)|support)\b"
)


def giver_near(statement: Statement) -> str | None:
    """The side that the sentences before, the heading or the section tell to give; null where none does, or both."""
    return told_donor(statement) or section_donor(statement)


def section_donor(statement: Statement) -> str | None:
    """The one side that gives in all that the other sentences of a section tell, where a heading above it is of aid;
    below other headings, in its paragraph. Null where none does, or both.
    """
    is_of_aid = any(_OF_AID.search(one.lower()) for one in statement.context.path)
    told = _told(statement, statement.block.section if is_of_aid else -1 - statement.block.start)
    donors = {side for start, sides in told.items() if start != statement.start for side in sides}
    return donors.pop() if len(donors) == 1 else None


def _told(statement: Statement, place: int) -> dict[int, tuple[str, ...]]:
    """Who gives, by where the sentence that tells it begins: of a section, by its number, or of a paragraph, by where
    it begins, turned negative.
    """
    known = statement.context.article[0].known
    found: dict[int, tuple[str, ...]] | None = known.get((section_donor, place))
    if found is None:
        if section_donor not in known:
            known[section_donor] = _by_place(statement.context.article)
        found = {one.start: sides for one in known[section_donor][place] if (sides := _givers(one))}
        known[section_donor, place] = found
    return found


def _by_place(article: list[Statement]) -> dict[int, list[Statement]]:
    """The statements of an article by section and by paragraph."""
    places: dict[int, list[Statement]] = defaultdict(list)
    for one in article:
        places[one.block.section].append(one)
        places[-1 - one.block.start].append(one)
    return places


@kept
def _givers(statement: Statement) -> Iterator[str]:
    """The sides that a statement tells to have given aid to the other by a verb or a noun."""
    if may_tell_of_aid(statement) and statement.of("state", "place", "person", "body"):
        for read in (given, passive, received, nouns, sized):
            yield from (one.donor for one in read(statement) if is_aid(statement, one))
