"""Who breaks off or lowers relations, and with which of two rivals for one land: read around a verb."""

from __future__ import annotations

import re

from parsers.language.mention import Mention, PersonValue, PlaceValue
from parsers.language.reading import Statement, lies_in
from parsers.language.sides import facing, is_claimant, party_of, side_of
from parsers.phrases.ties.relations import RELATIONS, subjects_before

_BY = re.compile(
    r"\w+(?: off| down)?(?: \w+ly| again| once more)?(?: (?:in|on) [\w ]{4,20})?(?:, this time)? by (?:the )?"
    r"(?:(?:government|president|king|parliament|governor[ -]general) of (?:the )?)?",
    re.IGNORECASE,
)
# Whoever "broke off relations with Kenya" is the other of the two, whatever he is called.
_WITH_ONE = re.compile(
    r"\w+(?: off| down)? (?:(?:its|all|their|the|full|formal|official|consular|diplomatic) )*(?:relations|ties) "
    r"(?:with (?:the )?|and expelled (?:the |its |all )?)"
)
_WERE = re.compile(r" (?:is|are|was|were|had been|have been|has been) (?:\w+ly )?")
_RELATIONS_WITH = re.compile(r"(?:relations|ties) with (?:the )?$")
_WITH_MORE = re.compile(r"(?:'s|’s) |,? and (?:the )?[A-Z]")
_ACTING = re.compile(r",? (?:(?:had|has|have|also|then|again|soon|\w+ly) )*", re.I)
_WHERE = re.compile(r"\b(?:in|at|from|to|of|with|near|between|and)(?: the)? $")
_RELATIONS_NEXT = re.compile(rf"(?:['’]s?)? {RELATIONS}\b")  # "Kenyan relations ended": nobody acts
_NEXT_CLAUSE = re.compile(r";|, (?:and|but) |,? \b(?:after|when|once|following|upon|because|since|while|before)\b")
_OBLIQUE = re.compile(r"\b(?:in|from|to|of|against|over)(?: the)? $")
_THEN_RELATIONS = re.compile(r"(?:;|, (?:and|but)) (?:[a-z]+ ){0,3}(?:relations|ties)\b")
_PASSIVE = re.compile(r"(?:\b(?:was|were|been|being|be)(?: \w+ly| later| then| again| also)* |\()$")


def other_than_named(statement: Statement, position: int) -> str | None:
    """The side that breaks with the other, which a verb at a position names: "broke off relations with Kenya"."""
    named, text = statement.after(position, "state", "person"), statement.document.text
    if named is None or not _WITH_ONE.fullmatch(text, position, named.start) or _WITH_MORE.match(text, named.end):
        return None
    other = party_of(named, statement.context)
    return facing(other, statement.context.pair) if other else None


def claimant(statement: Statement, position: int) -> str | None:
    """The code of a side's claimant whose relations a verb changes: the state named behind it, else that before it."""
    if (broken := _broken_with(statement, position)) is not None:
        return broken if is_claimant(broken, statement.context.pair) else None
    mark = _NEXT_CLAUSE.search(statement.low, position - statement.start)
    end = mark.start() if mark else len(statement.low)
    named = statement.after(position, "state", "place")
    if named is None or named.start - statement.start > end:
        named = _acting_before(statement, position)
    iso3 = lies_in(named, statement.context.pair) if named is not None else None
    return iso3 if is_claimant(iso3, statement.context.pair) else None


def _broken_with(statement: Statement, position: int) -> str | None:
    """The code of the state right before a passive: "relations with Kenya were broken off"; null else."""
    named, text = statement.before(position, "state"), statement.document.text
    if named is None or not _WERE.fullmatch(text, named.end, position):
        return None
    told = _RELATIONS_WITH.search(text, statement.start, named.start)
    return lies_in(named, statement.context.pair) if told else None


def _acting_before(statement: Statement, position: int) -> Mention | None:
    """The last state before a verb, but for one of another clause: "stopped arms sales to A, and relations resumed"."""
    named = statement.before(position, "state")
    if named is None or not _OBLIQUE.search(statement.low, 0, named.start - statement.start):
        return named
    begin, end = named.end - statement.start, position - statement.start
    return None if _THEN_RELATIONS.search(statement.low, begin, end) else named


def actors(statement: Statement, position: int) -> list[Mention]:
    """Who breaks off or lowers relations: the agent behind the verb ("severed by Kenya"), else its subjects.

    A capital right before the verb stands for its government: "Nairobi cut its ties".
    """
    after = statement.after(position, "state", "place", "person")
    agent = after is not None and _BY.fullmatch(statement.document.text[position : after.start])
    if after is not None and agent:
        return [after]
    is_doing = re.match(r"\w+ing\b", statement.low[position - statement.start :])
    if not is_doing and _PASSIVE.search(statement.low, 0, position - statement.start):
        return []
    seat = statement.before(position, "place")
    governs = seat is not None and isinstance(seat.value, PlaceValue) and seat.value.capital
    acts = seat is not None and governs and _ACTING.fullmatch(statement.document.text[seat.end : position])
    if seat is not None and acts and not _WHERE.search(statement.low[: seat.start - statement.start]):
        return [seat]
    found = subjects_before(statement, position) or _leader(statement, position)
    is_whose = found and _RELATIONS_NEXT.match(statement.document.text, found[-1].end, position)
    return [] if is_whose else found


def _opens(statement: Statement, one: Mention) -> bool:
    """Whether a mention opens its statement, but for a date."""
    date = next(iter(statement.dates), None)
    begin = date.end if date is not None and date.end <= one.start else statement.start
    fronted = begin == statement.start or (date is not None and date.start - statement.start < len("early in "))
    return fronted and statement.document.text[begin : one.start] in ("", " ", ", ")


def _leader(statement: Statement, position: int) -> list[Mention]:
    """Who acts for a state where no state does: the capital that opens a statement; of those in office before a verb
    the last, before a participle behind a comma the first: "the president expelled the envoy, breaking off ties".
    """
    seat = next(iter(statement.of("place")), None)
    governs = seat is not None and seat.end <= position and isinstance(seat.value, PlaceValue) and seat.value.capital
    if seat is not None and governs and _opens(statement, seat):
        return [seat]
    told = [one for one in statement.of("person") if one.end <= position]
    follows = statement.document.text.endswith(", ", statement.start, position)
    person = told[0 if follows else -1] if told else None
    acts = person is not None and isinstance(person.value, PersonValue) and person.value.office is not None
    return [person] if person is not None and acts and side_of(person, statement.context) else []
