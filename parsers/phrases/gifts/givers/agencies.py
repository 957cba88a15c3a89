"""Agencies, forces and ships of a state, which act for it: who gives where one of them does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.lexicon import read_yaml
from parsers.language.mention import Mention, StateValue
from parsers.language.reading import Statement, kept, kept_for
from parsers.language.slots import Slot, slots, words_of
from parsers.phrases.gifts.frames.gift import side_at
from parsers.phrases.gifts.givers.subjects import giver_before, state_agency
from parsers.phrases.gifts.words import aid_words


def actor_before(statement: Statement, begin: int, verb: int) -> Slot | None:
    """The party that does what the verb at a place says, or the state whose agency for aid does."""
    beside = _right_before(statement, begin, verb)
    if beside is not None:
        return beside
    giver = giver_before(statement, begin, verb)
    agency = agency_in(statement, begin, verb) if giver is not None and giver.kind != "body" else None
    if agency is not None and giver is not None and agency.end + 2 >= giver.start and side_at(statement, agency):
        return agency  # "HMAS [place]", or who acts behind a fronted clause
    if giver is not None and giver.kind != "body":
        return giver
    named = agency_in(statement, giver.start, giver.end) if giver is not None else None
    return agency_in(statement, begin, verb) or named or giver


def _right_before(statement: Statement, begin: int, verb: int) -> Slot | None:
    """The state whose agency stands right before a verb, whatever is before it: "a plan under which [agency] gave"."""
    found = _BESIDE.search(statement.skeleton, begin, verb)
    return agency_in(statement, *found.span("who")) if found else None


_BESIDE = re.compile(
    r"\b(?:which|that|when|where|while|and|as) (?:the )?(?P<who>\[body:\d+\]) (?:(?:has|had|have|also) )*$"
)


def is_agency(words: str) -> bool:
    """Whether words are the name of an agency for aid and no more; not of one that is its volunteers."""
    name = _AROUND.sub("", words)
    return name in read_yaml("aid.yaml")["agencies"] and not name.endswith(("Corps", "Volunteers"))


_AROUND = re.compile(r"^(?:(?:the|U\.S\.|US) )+| \(\w+\)$")


def agency_in(statement: Statement, begin: int, end: int) -> Slot | None:
    """The state whose agency for aid stands in a stretch, by its name or as "The Fund", as if it were named itself."""
    return _agency(statement, (begin, end))


@kept_for
def _agency(statement: Statement, stretch: tuple[int, int]) -> Slot | None:
    """The state whose agency a stretch names, in full or by its short name."""
    return _named(statement, *stretch) or _short(statement, *stretch)


def _named(statement: Statement, begin: int, end: int) -> Slot | None:
    """The state whose agency a stretch names: one of the lexicon, or one that is called after its state."""
    if not _names_any(statement):
        return state_agency(statement, begin, end)
    text = words_of(statement, begin, end)
    found = aid_words("agencies").search(text)
    if found is None:
        return state_agency(statement, begin, end)
    start = statement.offset(begin) + found.start()
    spot = statement.skeleton.find(found[0], begin, end)
    inside = [
        (one.start, one.end + max(0, start + len(found[0]) - one.mention.end))
        for one in slots(statement)
        if one.mention.start <= start < one.mention.end
    ]
    spots = (spot, spot + len(found[0])) if spot >= 0 else (*inside, (begin, begin))[0]
    mention = Mention(start, start + len(found[0]), found[0], StateValue(read_yaml("aid.yaml")["agencies"][found[0]]))
    return Slot("state", mention, *spots)


@kept
def _names_any(statement: Statement) -> Iterator[bool]:
    """Something where any agency of the lexicon stands in a statement, which each of its clauses is asked for."""
    if aid_words("agencies").search(statement.text):
        yield True


def _short(statement: Statement, begin: int, end: int) -> Slot | None:
    """The state of the agency that a sentence before it in its paragraph names, where it begins with "The Fund"."""
    found = _SHORT.match(statement.skeleton, begin, end)
    named = _told_before(statement, found["short"]) if found else None
    return Slot("state", named.mention, *found.span("short")) if named and found else None


def corps_before(statement: Statement) -> Slot | None:
    """The state whose corps the sentences before in a paragraph name, as that of volunteers who are only counted."""
    return _told_before(statement, "Corps") or _told_before(statement, "Volunteers")


def _told_before(statement: Statement, word: str) -> Slot | None:
    """The state of the agency with a word in its name that is named nearest before in the paragraph."""
    before = statement.earlier
    while before is not None:
        named = _named(before, 0, len(before.skeleton))
        if named is not None and word in named.mention.text:
            return named
        before = before.earlier
    return None


_SHORT = re.compile(r"(?:[Tt]he|[Tt]his) (?P<short>Fund|Agency|Bank|Programme|Corps|Institute|Corporation)\b")
