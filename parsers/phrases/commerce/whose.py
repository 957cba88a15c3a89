"""Whose trade it is: the owner of a word of commerce, the parties to and from whom goods go, and the sides they are."""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.language.slots import Slot, clause_end, clause_start, mention_of, slots
from parsers.phrases.commerce.words import GOODS

STATE = r"\[(?:state|place):\d+\]"
POSSESSIVE = r"(?:'s|’s|s'|'|’)"
MODIFIERS = r"(?:(?:[a-z][a-z-]*) ){0,3}"
_OWNER = re.compile(rf"(?P<owner>{STATE})(?P<mark>{POSSESSIVE})? {MODIFIERS}$", re.IGNORECASE)
_NOT_BETWEEN = re.compile(r"\b(?:and|or|of|to|from|in|with|was|were|is|are|had|has|have|by|for|as|at|on|while)\b")
_WAY = re.compile(
    rf"(?<!according )(?<!thanks )(?<!due )(?<!addition )(?<!prior )(?<!next )\b(?P<way>to|into|from|with|"
    rf"between|of|by|for)(?: the| both)? (?P<who>{STATE}|\[body:\d+\]|\[both:\d+\])",
    re.IGNORECASE,
)
# "Imports of [A] goods" come from A; "imports of A" are A's own.
_OF_GOODS = re.compile(rf"(?:-made)? (?:[a-z]+ )?{GOODS}\b", re.IGNORECASE)
# "Exports to and imports from B": the party stands with the second flow alone.
_SHARED_WAY = re.compile(
    r"(?P<way>to|from) and (?:its |their )?(?:exports|imports) (?:to|from)(?: the)? (?P<who>\[state:\d+\])"
)
# "Trade was [money], made up of [A] exports": the state is that of the exports.
_OF_NEXT = re.compile(rf"(?:{POSSESSIVE})? (?:(?!and\b|or\b|in\b|with\b|while\b|but\b)[a-z-]+ ){{0,2}}")
_OTHER_SIDE = re.compile(rf"^(?: and| to)(?: the)? (?P<who>{STATE}|\[body:\d+\])", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:to|into|from|with|of|in|for|between|by|via|through|than|and|sold)(?: the)? $", re.IGNORECASE
)


def side_at(statement: Statement, slot: str) -> str | None:
    """The side that a slot of the skeleton stands for."""
    return side_of(mention_of(statement, slot), statement.context)


def is_third(statement: Statement, slot: str) -> bool:
    """Whether a slot is a third state or a body."""
    return not slot.startswith("[both") and side_at(statement, slot) is None


def owner_of(statement: Statement, before: str, position: int, verb: bool) -> str | None:
    """The slot of the state whose exports or imports they are, from the words before the term in its clause."""
    found = _OWNER.search(before)
    if found and not _NOT_BETWEEN.search(before[found.end("owner") :]):
        preposition = _PREPOSITION.search(before[: found.start()])
        if (
            not preposition
            or found["mark"]
            or re.search(r"\[(?:money|percent|date):\d+\],? and $", before[: found.start()])
            or not preposition[0].lower().startswith(("to", "into", "from", "and"))
            or verb
        ):
            return found["owner"]
    if verb:
        return _subject(statement, position)
    return None


def _subject(statement: Statement, position: int) -> str | None:
    """The slot of the state that does what the verb at a place says: the last before it that no preposition governs."""
    skeleton = statement.skeleton
    begin = clause_start(skeleton, position)
    subjects = [
        slot for slot in slots(statement, "state", "place")
        if begin <= slot.start < position and not _governed(skeleton, slot)
    ]  # fmt: skip
    return skeleton[subjects[-1].start : subjects[-1].end] if subjects else None


def _governed(skeleton: str, slot: Slot) -> bool:
    """Whether a preposition governs a party; one behind "and", "by" or "with" may still be who acts."""
    return _PREPOSITION.search(skeleton, max(0, slot.start - 14), slot.start) is not None and not skeleton[
        : slot.start
    ].lower().endswith((" and ", " by ", "with "))


def ways_of(statement: Statement, start: int, limit: int) -> list[tuple[str, str]]:
    """The words "to", "from", "with", "between" after a term, each with the slot of the party that follows."""
    skeleton = statement.skeleton
    stop = min(limit, clause_end(skeleton, start))
    shared = _SHARED_WAY.match(skeleton, start + 1)
    found: list[tuple[str, str]] = [(shared["way"].lower(), shared["who"])] if shared else []
    for match in _WAY.finditer(skeleton, start, stop):
        way = match["way"].lower()
        behind = "[money" in skeleton[start : match.start()]  # "… of [money] under the auspices of the [body]"
        if way == "of" and (behind or _OF_NEXT.fullmatch(skeleton, match.end(), limit)):
            continue
        way = "from" if way == "of" and _OF_GOODS.match(skeleton, match.end()) else way
        found.append((way, match["who"]))
        other = _OTHER_SIDE.match(skeleton[match.end() : stop])
        if other and (
            match["way"].lower() == "between" or (is_third(statement, other["who"]) and " and" in other[0])
        ):
            found.append(("between", other["who"]))
    return found


def parties_of(
    statement: Statement, flow: str, owner: str | None, ways: list[tuple[str, str]]
) -> tuple[str | None, str | None]:
    """Reporter and partner of a flow from its owner and the ways that goods go."""
    own = side_at(statement, owner) if owner else None
    to = next((side_at(statement, who) for way, who in ways if way in ("to", "into")), None)
    source = next((side_at(statement, who) for way, who in ways if way in ("from", "of", "by")), None)
    partner = next((side_at(statement, who) for way, who in ways if way == "with"), None)
    if flow == "total":
        return (own, partner) if own and partner and own != partner else (None, None)
    if flow == "import":
        bought = next((side_at(statement, who) for way, who in ways if way == "from"), None)
        buyer = next((side_at(statement, who) for way, who in ways if way in ("by", "of", "to", "into")), None)
        if own and own == bought:
            own = None
        return (None, own) if own and buyer and own != buyer and not bought else (own or buyer, bought)
    if flow == "export":
        return (own if own != to else None) or source, to
    return own, partner
