"""Referents: whom a bare office stands for, and how a participant is entered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.mention import Mention, PersonValue, StateValue
from parsers.language.reading import Statement, named
from parsers.language.sides import may_hold

_GROUP_OF = re.compile(
    r" (?:of|from) (?:the )?[^,;.]{2,50}?(?= (?:met|held|had|led|headed|in|on|at|and|to|visited)\b|[,;.]|$)"
)
_FAMILY_FIRST = ("CHN", "TWN", "KOR", "PRK", "HKG")
_GIVEN_LAST = re.compile(r"[A-Z]\w+ [A-Z]\w+-[a-z]\w+")
_ARTICLE = re.compile(r"(?:[AaEe]l|[Aa]s|[Aa]n)-([A-ZÀ-Þ].*)")
_LONG = {"pm": "prime minister", "fm": "foreign minister"}
_SHORT = re.compile(r"\b(?:PM|FM)\b")
_HELD_BY_ONE = ("minister", "foreign minister", "emperor", "king", "queen", "sultan", "shah", "emir", "monarch")


def holder_of(mention: Mention, statement: Statement) -> str | None:
    """The name of the last person of the paragraph whose office holds the words of this bare office ("the Foreign
    Minister").

    Null where the mention has a name or is a group, where its state differs, or where nobody of the office was named
    in the same paragraph before it.
    """
    value = mention.value
    if not isinstance(value, PersonValue) or value.name or value.group or not value.office:
        return None
    wanted = _words(value.office) - {word for home in statement.inside(mention, "state") for word in _words(home.text)}
    if not wanted:
        return None
    told = [
        (other, there)
        for other, there in _named_before(mention, statement)
        if wanted <= _words(other.office or "") or _has_rank(value, other)
    ]
    own = [one for one in told if value.iso3 and one[0].iso3 == value.iso3]  # the Kenyan president is first a Kenyan
    for other, there in own or told:
        if _can_serve(value, other, statement, there):
            return other.name
    return _only_one_before(statement) if value.office.lower() in _HELD_BY_ONE else None


def _named_before(mention: Mention, statement: Statement) -> Iterator[tuple[PersonValue, Statement]]:
    """The named people before a mention in its paragraph, the last first, each with the statement that names them."""
    there: Statement | None = statement
    while there is not None and there.block is statement.block:
        for person in reversed(there.of("person")):
            if isinstance(person.value, PersonValue) and person.value.name and person.end <= mention.start:
                yield person.value, there
        there = there.context.previous


def _can_serve(bare: PersonValue, holder: PersonValue, here: Statement, there: Statement) -> bool:
    """Whether both can be of one state, which has the second one's title; a minister of an earlier sentence that names
    no state is not taken for "the Omani minister".
    """
    if bare.iso3 and not holder.iso3 and not may_hold(holder, bare.iso3):
        return False
    if bare.iso3 and not holder.iso3:
        told = here is there or bool(there.of("state", "place"))
        return told or bare.rank in ("head of state", "head of government")
    return not bare.iso3 or bare.iso3 == holder.iso3


def _only_one_before(statement: Statement) -> str | None:
    """The name of the only person of the sentence before, where no office is known of him or her."""
    before = statement.context.previous
    if before is None or before.block is not statement.block:
        return None
    people = [one.value for one in before.of("person") if isinstance(one.value, PersonValue)]
    if len(people) != 1 or people[0].office or _has_told_office(people[0], statement):
        return None
    return people[0].name


def _has_told_office(person: PersonValue, statement: Statement) -> bool:
    """Whether the article tells an office of somebody whom a surname alone names."""
    whole = _whole_names(statement).get(person.name or "", ())
    return any(isinstance(one.value, PersonValue) and one.value.office for one in whole)


def _has_rank(bare: PersonValue, holder: PersonValue) -> bool:
    """Whether a bare "head of state", "head of government" or "leader" of a state means a holder of that rank."""
    words = (bare.office or "").lower()
    if words.endswith(("head of state", "head of government")):
        return holder.rank == bare.rank
    return words.endswith("leader") and bare.iso3 is not None and holder.rank in ("head of state", "head of government")


def _words(office: str) -> set[str]:
    words = set(re.findall(r"\w+", _SHORT.sub(lambda one: _LONG[one[0].lower()], office).lower()))
    return words - {"the", "of", "and", "for", "then", "former"}


def _whole_name(mention: Mention, statement: Statement) -> str | None:
    """The one name of several words that the article told before of a lone surname; else the name as it is.

    A name of another state than the mention's is another person's.
    """
    name, iso3 = named(mention), getattr(mention.value, "iso3", None)
    if name is None or " " in name:
        return name
    before = [one for one in _whole_names(statement).get(name, ()) if one.start < mention.start]
    before = before or [one for one in _names_within(statement).get(name, ()) if one.start < mention.start]
    told = {named(one) for one in before if getattr(one.value, "iso3", None) in (None, iso3) or iso3 is None}
    return told.pop() if len(told) == 1 else name


def _whole_names(statement: Statement) -> dict[str, list[Mention]]:
    """The people of the article whose names have several words, by the last word; gathered once an article."""
    article = statement.context.article
    kept = article[0].known if article else {}
    if _whole_names not in kept:
        told: dict[str, list[Mention]] = {}
        for person in (one for each in article for one in each.of("person")):
            first, _, last = (named(person) or "").rpartition(" ")
            if first:
                told.setdefault(last, []).append(person)
        kept[_whole_names] = told
    found: dict[str, list[Mention]] = kept[_whole_names]
    return found


def _names_within(statement: Statement) -> dict[str, list[Mention]]:
    """The people of the article by another word of the name that may stand for them alone: the family name that comes
    first in East Asia, one before the last, and the last without its article ("el-"); gathered once an article.
    """
    article = statement.context.article
    kept = article[0].known if article else {}
    if _names_within not in kept:
        told: dict[str, list[Mention]] = {}
        for person in (one for each in article for one in each.of("person")):
            for word in _other_words(named(person) or "", getattr(person.value, "iso3", None)):
                told.setdefault(word, []).append(person)
        kept[_names_within] = told
    found: dict[str, list[Mention]] = kept[_names_within]
    return found


def _other_words(name: str, iso3: str | None) -> list[str]:
    """The words of a name but the first and the last that may be said alone; those of rulers have none.

    >>> _other_words("Nicanor Duarte Frutos", "PRY"), _other_words("Omar al-Amin", None)
    (['Duarte'], ['Amin'])
    """
    words = name.split()
    if len(words) < 2 or words[-1].isupper():
        return []
    first = words[:1] if _GIVEN_LAST.fullmatch(name) or (iso3 in _FAMILY_FIRST and len(words) < 4) else []
    stem = _ARTICLE.match(words[-1])
    return [*first, *(one for one in words[1:-1] if len(one) > 3 and one[0].isupper()), *([stem[1]] if stem else [])]


def called(mention: Mention, statement: Statement) -> str | None:
    """How a participant is entered: the name, whole as the text before told it, else that of the office's holder in the
    text before, else the office, else the code.
    """
    value = mention.value
    if isinstance(value, PersonValue) and value.group and not value.name:
        following = _GROUP_OF.match(statement.document.text, mention.end, statement.end)
        return mention.text + (following[0] if following else "")
    if isinstance(value, PersonValue):
        return _whole_name(mention, statement) or holder_of(mention, statement) or value.office
    return value.iso3 if isinstance(value, StateValue) else None
