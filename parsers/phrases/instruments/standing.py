"""Whether an instrument is told to stand between the two: they have it, are bound by it, live under it; or it does
something now, is called the first of its kind, or is a line of its own.
"""

from __future__ import annotations

import re

from parsers.language.reading import Statement, kept_for
from parsers.language.required import Folded
from parsers.language.sides import side_of
from parsers.phrases.instruments.actions import OTHER, Governor
from parsers.phrases.instruments.instrument import Instrument, count_of
from parsers.phrases.instruments.instruments import find_instruments
from parsers.phrases.instruments.lists import is_listed
from parsers.phrases.instruments.parties import sides_of
from parsers.phrases.instruments.telling import is_titled, is_unmade, names_parties

_HOLD = (
    r"\b(?:has|have|had|share|shares|maintain|maintains|operate|operates|enjoy|enjoys|there is|there are|there exists|"
    r"there (?:have|has|had) been|there was|there were"
    r"|(?:is|are) (?:also |still |both )?(?:bound|linked|tied|connected|joined)(?: together)? by"
    r"|(?:relations|ties|relationship|friendship|links) (?:is|are) (?:based|founded|built) (?:up)?on"
    r") (?:also |had )?"
)
_HOLD_MANY = Folded(
    rf"(?:{_HOLD}|\b(?:(?:linked|bound|connected) by|according to|under) |"
    r"\b(?:compris\w+|include[sd]?|consists? of|counts?) )"
    r"(?:(?:more than|over|about|around|some|nearly|almost|at least) )?(?:\d+|[a-z-]+)(?: [a-z]+){0,2} $"
)
_HAVE = Folded(
    rf"{_HOLD}(?:in (?:place|force|effect) )?(?:(?:an?|several|some|various|many|numerous|multiple|the"
    r"|an? (?:number|series|range|variety) of) )?$"
)
# "Have a joint board, a Reef Partnership and a tax treaty"; "their agreements include the Tax Treaty and the Air Pact".
_ROW_OPENS = Folded(
    rf"{_HOLD}|\b(?P<are>(?:agreements|treaties|accords|pacts|conventions|instruments)\b[^.;:]{{0,80}}? "
    r"(?:includes?|included|comprise[sd]?|are) (?:also )?)"
)
_OF_BODIES = ("common membership", "membership")
_ARTICLES = ("", "a ", "an ", "the ")
_ROW_ENDS = tuple(
    mark + article for mark in (" and ", " as well as ", " along with ", ", ", ". ") for article in _ARTICLES
)
_JOINT = re.compile(r"(?:[.,]*,? (?:and|as well as|along with) |[.,]+ )(?=(?:an?|the) |[A-Z]|$)")
_PART = re.compile(
    r"(?!(?:on|with|by|at|from|that|which|who)\b)(?:\((?=\w+\)))?[\w’'/&.–-]+(?: \(?[\w’'/&.–-]+\)?){0,9}"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|been|has|have|had|will|would|may|can|could|that|which|who|where|when|while|to|since|after"
    r"|(?!(?:united|associated|combined|limited|shared|related)\b)[a-z]{3,}ed)\b"
)
_DOES = re.compile(
    r"[\"”]?(?: \([^()\d]{2,12}\))? (?:also |still )?(?:provides|governs|allows|regulates|permits|covers|enables|"
    r"requires|guarantees|entitles|exempts|gives|grants|binds|links|protects|lets|eases|abolishes|ensures|commits|obliges"
    r"|prevents|facilitates|eliminates|removes)\b"
)
# "A total of 23 treaties bind the two states", "more than 20 accords cover all fields".
_DO_MANY = re.compile(
    r" (?:(?:now|currently|today) )?"
    r"(?:bind|link|tie|connect|cover|govern|regulate|underpin|frame|exist|span|form|make up)\b"
)
# "The A–B Treaty of Amity is still the oldest", "stands as its only one".
_IS = re.compile(
    r"[\"”]?(?: \([^()]{2,30}\))?,? (?:is|was|remains|remained|stands as|continues to be) (?:still |also |today )?"
    r"(?:the|an?|one of|among|its|their|[\w.]+[’']s|in (?:force|effect|place))\b"
    r"(?! (?:result|failure|possibility|proposal|proposed|draft|subject|matter|topic|priority|aim|goal|dream)\b)"
)
_PARTY = re.compile(
    r"\b(?:is|are) (?:also |both )?(?:a )?(?:part(?:y|ies)|signator(?:y|ies)) (?:to|of) (?:an? |the )?\Z"
)
# "Ties are close under the Compact of B".
_TIES_UNDER = re.compile(
    r"\b(?:relations|relationship|ties|friendship|alliance)\b[^,;.]{0,60} (?:under|through|within|by) (?:the )?\Z"
)
# "Is a member of a court with a Bilateral Diving Agreement".
_BEING_WITH = re.compile(
    r"\b(?:is|are) (?:also |both )?(?:an? )?(?:member|party|signatory|partner|ally)\b[^,;.]{3,80} with an? \Z"
)
# "Both are signatories to the Southern Trade Agreement"; "share membership of a bank as well as the League–A Pact".
_BOTH_SIGNED = re.compile(r"\bsignatories (?:to|of) (?:the )?\Z")
_BOTH_MEMBERS = re.compile(r"\bshare (?:common )?membership of [^;:]{0,300} the \Z")
_STANDING_ALONE = re.compile(r"(?:the )?[\"“]?", re.IGNORECASE)
_LINE_END = re.compile(r"[\"”]?(?: \([^()]{2,30}\))?,?(?: of)?[\s.]*")


_UNDER_SEVERAL = re.compile(
    r"\b(?:through|under|within|via|by|on the basis of|based on) (?:various|several|numerous|many|multiple|different"
    r"|a (?:number|series|range|set) of) (?:[a-z]+ ){0,2}$"
)
_WORK = re.compile(r"(?<!\bto )\b(?:co-?operat|collaborat|work)(?:e|es|ed|s)?\b")


def is_frame(statement: Statement, one: Instrument) -> bool:
    """Whether they are several under which the two work together: "through various accords, they cooperate in …"."""
    before = statement.low[: one.start - statement.start]
    return one.plural and _UNDER_SEVERAL.search(before) is not None and _WORK.search(statement.low) is not None


@kept_for
def is_had(statement: Statement, one: Instrument) -> bool:
    """Whether the parties are said to have it, or a number of such."""
    low, at = statement.low, one.start - statement.start
    is_held = one.plural and (_HOLD_MANY.search(low, 0, at) or _DO_MANY.match(low, _at(statement, one)))
    many = is_held and count_of(statement, one) is not None
    is_one = not one.is_bare and (_HAVE.search(low, 0, at) or _is_in_row(statement, one) or _is_at_work(statement, one))
    if many or is_one:
        return True
    before = [other for other in find_instruments(statement) if other.end <= one.start]
    return one.joined and not one.plural and not one.is_bare and bool(before) and is_had(statement, before[-1])


def _is_in_row(statement: Statement, one: Instrument) -> bool:
    """Whether it is one of the things that both have, or that agreements are said to include: "have a joint board, a
    Reef Partnership and a tax treaty"; not where a verb stands in the row.
    """
    openings = list(_ROW_OPENS.finditer(statement.low, 0, one.start - statement.start))
    opening = openings[-1] if openings else None
    if opening is None or statement.low.startswith(_OF_BODIES, opening.end()):
        return False
    row = statement.document.text[statement.start + opening.end() : one.start]
    if not (row in _ARTICLES or row.endswith(_ROW_ENDS)):
        return False
    *parts, article = _JOINT.split(row)
    is_joined = bool(parts) or opening["are"] is not None
    return is_joined and article in _ARTICLES and all(map(_is_thing, parts))


def _is_thing(words: str) -> bool:
    """Whether words of a row name a thing and hold no verb."""
    return _PART.fullmatch(words) is not None and _VERB.search(words) is None


def _is_at_work(statement: Statement, one: Instrument) -> bool:
    """Whether one that is there now does something: "the current tax treaty provides for", "a treaty governs", "the
    Whaling Convention lets"; of the last two, both sides must be named.
    """
    is_there = one.article in ("current", "existing", "present")
    is_one = one.article in ("a", "an") or is_named(statement, one)
    is_there |= is_one and len(sides_of(statement)) > 1 and one.kind not in ("contract", "document", "plan")
    return is_there and not one.plural and _DOES.match(statement.low, one.end - statement.start) is not None


def is_named(statement: Statement, one: Instrument) -> bool:
    """Whether an instrument has a name: a noun in capitals, or words in capitals before it that are no states."""
    if is_titled(statement, one) or (not one.is_bare and statement.document.text[one.noun[0]].isupper()):
        return True
    first = next((m for m in statement.of("state", "place") if m.start == one.start), None)
    is_capital = not one.is_bare and statement.document.text[one.start].isupper() and one.start > statement.start
    return is_capital and first is None


def is_standing(statement: Statement, one: Instrument, by: Governor | None) -> bool:
    """Whether an undated instrument is told to stand between the two without a word that they have it: they are its
    parties, their ties are under it, it names both and is said to be something, or stands alone in its line.
    """
    if one.plural or one.is_bare or is_unmade(statement, one) or one.kind in ("contract", "document", "plan"):
        return False
    if by is not None:
        return by.action == OTHER and _is_something(statement, one)
    return _are_parties(statement, one) or _is_something(statement, one) or _is_line(statement, one)


def _are_parties(statement: Statement, one: Instrument) -> bool:
    """Whether words before an instrument tell that the two are its parties or members, or that their ties are under it;
    the sentence, or the name with its parties, must name both.
    """
    lead = statement.low[: one.start - statement.start]
    if _BOTH_MEMBERS.search(lead):
        return is_named(statement, one) and any(one.start < m.start < one.noun[0] for m in statement.of("state"))
    if any(shape.search(lead) for shape in (_BEING_WITH, _BOTH_SIGNED, _TIES_UNDER)):
        return is_named(statement, one) and len(sides_of(statement)) > 1
    return _PARTY.search(lead) is not None and names_parties(statement, one)


def _is_something(statement: Statement, one: Instrument) -> bool:
    """Whether one that names both sides is said to be something: "the A–B Treaty is the oldest"."""
    return _names_both(statement, one) and _IS.match(statement.low, _at(statement, one)) is not None


def _is_line(statement: Statement, one: Instrument) -> bool:
    """Whether one that names both sides is a line of its own, which no list of agreements dates."""
    if statement.block.kind not in ("item", "paragraph") or statement.dates or is_listed(statement):
        return False
    if not _STANDING_ALONE.fullmatch(statement.low, 0, one.start - statement.start):
        return False
    return _LINE_END.fullmatch(statement.low, _at(statement, one)) is not None and _names_both(statement, one)


def _at(statement: Statement, one: Instrument) -> int:
    """Where an instrument's title ends in the statement's words."""
    return one.end - statement.start


def _names_both(statement: Statement, one: Instrument) -> bool:
    """Whether a title in capitals names both sides: "the A–B Free Trade Agreement", "Treaty between A and B"."""
    inside = (m for m in statement.of("state") if one.start <= m.start < one.end)
    sides = {side for m in inside if (side := side_of(m, statement.context))}
    return statement.document.text[one.noun[0]].isupper() and len(sides) > 1
