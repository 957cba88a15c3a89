"""People in a list of tokens, before they become mentions: their span, their value, the state that follows the name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

from parsers.document.model import Link
from parsers.language.mention import Mention, PersonValue, StateValue
from parsers.language.office_words import is_head, words
from parsers.language.states import state_of
from parsers.language.tokens import Token

_OWNERS = ("his", "her", "their")
_DESCENT = frozenset(("bin", "bint", "ibn", "al", "el"))
_REIGNING = frozenset(("emir", "amir", "prince", "princess", "sultan", "king", "ruler"))
_SHEIKHS = ("sheikh", "sheikha")
_TITLES = ("excellency", "excellencies", "majesty", "majesties", "highness", "holiness", "royal")
_PERSON_PAGE = re.compile(r"(?!.*\d)(?!.* of )[^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,4}(?: \([a-z -]+\))?$")


@dataclass(frozen=True, slots=True)
class PersonSpan:
    """A person in a list of tokens: the first and last token, the value, and the token at which the name begins."""

    first: int
    last: int
    value: PersonValue
    name_at: int | None = None

    def mention(self, text: str, tokens: list[Token], known: Mapping[str, PersonValue], links: list[Link]) -> Mention:
        """The mention, completed by what was said of the name before and by the link on it."""
        start, end = tokens[self.first].start, tokens[self.last].end
        end += text.startswith(".", end) and text.endswith((" Jr", " Sr"), start, end)
        value = self.value
        if value.name:
            around = [link for link in links if link.start <= end and link.end > start]
            target = next((link.target for link in around if _same(link, value, text)), None)
            whole = completed(value, known.get(value.name))
            value = replace(whole, name=value.name, link=target or whole.link)
        return Mention(start, end, text[start:end], value)


def completed(value: PersonValue, known: PersonValue | None) -> PersonValue:
    """The person with what was said of the same name before, where this mention says less."""
    if known is None:
        return value
    longer = known.name if len(known.name or "") > len(value.name or "") else value.name
    return replace(value, name=longer, office=value.office or known.office, rank=value.rank or known.rank,
                   iso3=value.iso3 or known.iso3, link=value.link or known.link)  # fmt: skip


def _same(link: Link, value: PersonValue, text: str) -> bool:
    """Whether a link's target is this person's page: it holds the last word of the name, accents aside; or the link
    stands on just the name and leads to a page that may be a person's.
    """
    name = str(value.name or "")
    if not name:
        return False
    if _bare(name.split()[-1]) in _bare(link.target):
        return True
    alone = text[link.start : link.end] == name and _PERSON_PAGE.match(link.target) is not None
    return alone and state_of(link.target) is None


def _bare(name: str) -> str:
    """The name in small letters without accents."""
    return without_accents(name.lower())


def without_accents(name: str) -> str:
    """The name without accents.

    >>> without_accents("Hugo Chávez")
    'Hugo Chavez'
    """
    if name.isascii():
        return name
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def serves_after(tokens: list[Token], last: int) -> int | None:
    """The last token of a state that follows a name after "of" or in brackets; null where none does."""
    if last + 2 >= len(tokens) or tokens[last + 1].low not in ("of", "(") or tokens[last + 2].kind != "state":
        return None
    end = last + 2
    while end + 1 < len(tokens) and tokens[end + 1].mention is tokens[last + 2].mention:
        end += 1
    return end if tokens[last + 1].low == "of" else None


def with_courtesy(tokens: list[Token], person: PersonSpan) -> PersonSpan:
    """The person from the words of courtesy on that stand before: "H.E. Mr. Tapio Halla", "His Excellency Ana Ruiz"."""
    first = person.first
    while (before := _courtesy_before(tokens, first)) < first:
        first = before
    return person if first == person.first else replace(person, first=first)


def with_sheikh(tokens: list[Token], person: PersonSpan, known: Mapping[str, PersonValue]) -> PersonSpan:
    """The person with "Sheikh" as a part of the name, "Sheikh Amina Rahman"; not where it is a ruler's title or that of
    his house, as another office tells ("Emir"), "Highness" before it, or a name of descent ("bin", "Al"); a name of one
    word only beside another office, or where it was named so before.
    """
    at, name, office = person.name_at, person.value.name, person.value.office or ""
    if not at or not name or tokens[at - 1].low not in _SHEIKHS or _reigns(tokens, person, at - 1):
        return person
    titled = f"{tokens[at - 1].text} {name}"
    held = ", ".join(part for part in office.split(", ") if part.lower() not in _SHEIKHS) or None
    if not (held or " " in name or titled in known):
        return person
    value = replace(person.value, name=titled, office=held, rank=person.value.rank if held else None)
    return replace(person, value=value, name_at=at - 1)


def _reigns(tokens: list[Token], person: PersonSpan, title: int) -> bool:
    """Whether a person with the title at a token is a ruler or of his house."""
    of_descent = {token.low for token in tokens[title + 1 : person.last + 1]} & _DESCENT
    before = {token.low for token in tokens[max(0, title - 3) : title]} & {"highness", "majesty", "ruler", "ruling"}
    joined = any(token.low.startswith(("al-", "el-")) for token in tokens[title + 1 : person.last + 1])
    office = {word.lower() for word in (person.value.office or "").split()}
    return bool(of_descent or before or joined or office & _REIGNING)


def _courtesy_before(tokens: list[Token], first: int) -> int:
    """The token at which a word of courtesy right before another begins; that other itself where none stands there."""
    if not first:
        return first
    low = tokens[first - 1].low
    if low in words("styles"):
        return first - (tokens[first].low == "the" or is_head(tokens[first].low))  # "H.M. Queen"; not "H.M. Otieno"
    if low in (*_OWNERS, "royal"):
        return first - (tokens[first].low in _TITLES)
    if low == "the":
        styled = first > 1 and (tokens[first - 2].low in _TITLES or tokens[first - 2].low in words("styles"))
        return first - styled  # "His Majesty the King"
    if low == "." and first > 1 and tokens[first - 2].end == tokens[first - 1].start:
        honorific = tokens[first - 2].low
        return first - 2 if {honorific, f"{honorific}."} & words("honorifics") else first
    return first - (tokens[first - 1].is_capital and low in words("honorifics"))


def with_state(tokens: list[Token], person: PersonSpan) -> PersonSpan:
    """The person with the state that follows the name, or stands before it: "Ibrahima Sarr of Senegal", "Senegal's
    Ibrahima Sarr".
    """
    end = serves_after(tokens, person.last)
    owned = (
        person.first > 1 and tokens[person.first - 1].low in ("'s", "’s") and tokens[person.first - 2].kind == "state"
    )
    if end is None and not owned:
        return person
    state = tokens[person.first - 2 if end is None else end].mention
    end = person.last if end is None else end
    iso3 = state.value.iso3 if state is not None and isinstance(state.value, StateValue) else None
    return replace(person, last=end, value=replace(person.value, iso3=iso3))
