"""Antecedents: whom "he" or "she" stands for in the sentence that follows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.mention import Mention, PersonValue
from parsers.language.office_words import is_plural
from parsers.language.reading import Statement, named

_HE = re.compile(r"\b(?:he|she)\b")
_OBJECT = re.compile(
    r"(?<!group )(?<!team )(?<!number )(?<!delegation )(?<!\bled )(?<!headed )(?<!chaired )(?<!accompanied "
    r")(?<!joined )(?<!according )(?<!announced )(?<!made )\b(?:with|by|of|met|for|from"
    r"|to|against|between|succeeded|replaced|invited|hosted|received|after|under|told|on|saw|see|no|former"
    r"|thanked|congratulated|informed|assured|urged|briefed|praised|greeted|welcomed|telephoned|phoned)"
    r" (?:the |his |her |its |their |then |then-|deposed |ousted |exiled |an? (?:(?!when|after|before|as|while"
    r"|that|which|where"
    r"|and)[a-z-]+ ){0,2})*(?:(?:counterpart|opposite number),? )?$",
    re.I,
)
_HE_AND = re.compile(r"\b(?:he|she) and (?:(?:his|her) (?:[\w-]+,? ){0,3}|the |then )?$", re.I)
_OF_ANOTHER = re.compile(
    r"['’]s? (?:[a-z-]+ )?(?:successor|predecessor|deputy|wife|husband|son|daughter|brother|sister),? $"
)
_TOOK_HIM_IN = re.compile(r"(?<!had )(?<!who )\b(?:received|welcomed|greeted|hosted|decorated) (?:him|her)\b")
_ACCEPTED = re.compile(r",? who (?:had |then |gladly |readily )?(?:accepted|agreed|came|went|travel)")
_BEHIND = re.compile(
    r"\b(?:after|when|as|because|before|since|until|while|where|which|that|if|once|although|though|by whom|whom) $"
)


def told_of(statement: Statement, people: Sequence[Mention], before: Mention | None) -> Mention | None:
    """The person that a statement tells of, among those whom it names: its subject, not whom that one met, but for one
    who did something upon it: "A invited B, who accepted".

    The person told of before where the statement opens with "he", or names nobody, or where "he" acts who is none of
    them ("Together with his counterpart A, he opened"), or where they received "him"; the last one named where none is
    a subject.
    """
    if not people:
        return before
    text, pronoun = statement.document.text, _HE.search(statement.low)
    first = pronoun is not None and people[0].start >= statement.start + pronoun.end()
    if before is not None and pronoun is not None and first and not _BEHIND.search(statement.low, 0, pronoun.start()):
        return before
    if before is not None and pronoun is None and _TOOK_HIM_IN.search(statement.low):
        return before
    accepting = next((one for one in people if _ACCEPTED.match(text, one.end, statement.end)), None)
    if accepting is not None:
        return accepting
    doers = (one for one in people if text[one.end : one.end + 2] not in ("'s", "’s") and not is_object(statement, one))
    return next(doers, before if before is not None and pronoun is not None and not first else people[-1])


def last_told(statement: Statement) -> Mention | None:
    """Whom "he" stands for where the statement names nobody before it: the one whom the sentence before tells by an
    office alone, where it names nobody and he acts there; else the person told of before.
    """
    before = statement.earlier
    people = before.of("person") if before is not None else []
    if before is None or _HE.search(before.low) or any(named(one) for one in people):
        return statement.context.person
    doers = (one for one in people if _is_one(one) and not is_object(before, one))
    return next(doers, statement.context.person)


def he_beside(statement: Statement, ones: Sequence[Mention]) -> list[Mention]:
    """Whom "he" means who acts together with those behind it: "he and his minister A met", "he and A came"; none where
    no "he" does.
    """
    pair = _HE_AND.search(statement.document.text, statement.start, ones[0].start) if ones else None
    if pair is None:
        return []
    opens = statement.low.startswith(("he ", "she "))
    before = None if opens else statement.before(pair.start(), "person")
    last = before or last_told(statement)
    return [last] if last is not None else []


def _is_one(person: Mention) -> bool:
    """Whether an office that is told without a name is one person's."""
    value = person.value
    return isinstance(value, PersonValue) and not value.group and not is_plural(value.office)


def is_object(statement: Statement, person: Mention) -> bool:
    """Whether a person is governed by a preposition, or by a verb of meeting or receiving, right before it, or before
    whose successor or deputy it is: "by A's successor B".
    """
    text = statement.document.text[statement.start : person.start]
    owned = _OF_ANOTHER.search(text)
    owner = statement.before(person.start, "person") if owned is not None else None
    if owner is not None and owned is not None and owner.end == statement.start + owned.start():
        return is_object(statement, owner)
    return _OBJECT.search(text) is not None
