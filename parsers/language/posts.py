"""Posts named in a statement: embassies, consulates, offices … with the words for their sender and their cities.

Only what the words say is read here; which state sends a post that names none, and what happened to it, is for others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from parsers.language.lexicon import read_csv
from parsers.language.mention import Mention, PlaceValue, StateValue
from parsers.language.reading import Statement

_OFFICE = (
    r"(?:(?:commercial|trade|cultural|economic|representative|representation|cooperation|co-operation"
    r"|investment|liaison"
    r"|business|development|technical|tourism)(?:,? and |, |-and-| )?)+(?:offices?|representations?)"
)
_NOUN = re.compile(
    r"\b(?:embass(?:y|ies)|(?:deputy |assistant )?high commissions?(?!ers?)"
    r"|honorary (?:consulates?(?:[- ]general)?|consuls?(?:[- ]general)?)"
    r"|(?:vice-|general )?consulates?(?:[- ]general)?|consular (?:agenc(?:y|ies)|offices?|sections?)"
    r"|" + _OFFICE + r"|representation offices?"
    r"|interests? sections?|permanent missions?|resident (?:diplomatic )?missions?|legations?"
    r"|(?:apostolic )?nunciatures?)\b"
    r"(?:,? headed by honorary consuls?(?:[- ]general)?)?"
)  # fmt: skip
_KINDS = (
    (r".*honorary", "honorary consulate"), (r"embass|legation|resident|.*nunciature", "embassy"),
    (r"high", "high commission"),
    (r"(?:deputy|assistant) high|vice|consular", "consulate"), (r"general|consulates?[- ]general", "consulate-general"),
    (r"consulate", "consulate"), (r".*liaison", "liaison office"), (r"interest", "interests section"),
    (r"permanent", "permanent mission"),
)  # fmt: skip
_MASKS = {"date": "¤", "state": "§", "place": "¶", "both": "‖", "person": "☺"}
_QUALIFIERS = (
    r"(?:(?:royal|resident|permanent|first|new|former|own|imperial|de facto|only|future|local|main|large"
    r"|current|full|closed|non-resident"
    r"|honorary|economic|trade|commercial|cultural|and|,) ?)*"
)
_OWNER_BEFORE = re.compile(rf"(?:'s?|’s?)? ?{_QUALIFIERS}$")
_OF = re.compile(r",? (?:of|for|from) (?:the )?(?=§)")
_BY = re.compile(r"[^;.]{0,60}?\bby (?:the )?(?=§)")
_TO_CITIES = re.compile(
    r"(?:,? (?:of|for|from|to) (?:the )?§+)?(?:,? (?:headed|led|run) by [^,;.]{0,60},?)?"
    r"(?:,? (?:(?:which|that) )?(?:is|was|were|are|has been|had been|being)\b)?(?: (?:also|again|first|now"
    r"|currently|both|\w+ly))*"
    r"(?: (?:re-?)?(?:locate[ds]|situated|based|opened|established|inaugurated|set up|built|closed|founded"
    r"|maintained)\b)?"
    r"(?: by (?:the )?§+)?(?: (?:on|in|since|during|at)? ?¤+)?(?: by (?:the )?§+)?,? ?"
    r"(?:\(?(?:both |each |one )?(?:located |based |situated )?(?:in|at|to)\b(?: the)?(?: (?:capital|city"
    r"|port|coastal|then|cities)"
    r"(?: cit(?:y|ies))?(?: of)?,?)?|,(?= ¶)|:|[–—-]|(?=\())\s*\(?"
)
_CITY = re.compile(
    r"[^\W\d_a-z][\w’'.-]+(?: (?:de |do |da |del |la |las |los |el |al-|of |upon )?[^\W\d_a-z][\w’'.-]+){0,3}"
)
_NO_CITY = re.compile(
    r"(?:The|An?|It|Its|Both|Each|Honorary|Consul|Embass|High|General|Trade|In|On|Since|After|See|Mission|Office)", re.A
)
_JOIN = re.compile(r"\s*(?:,\s*and|,|and|as well as|&|/|;)\s*(?:also\s+)?(?:one\s+)?(?:in\s+)?(?:the\s+)?")
_OF_STATE = re.compile(r"(?:, | \(| in )(?:the )?(?=§)")
_LEADING = re.compile(r"[\s*•-]*(?P<name>¶+|[^\W\d_][^(:–—]{1,40}?)\s*(?:\(|:|[–—]|\s-\s)\s*[^.;]*$")


@dataclass(frozen=True)
class City:
    """A city that a post is said to be in: its words, the place mention where known, and the state named after it."""

    name: str
    start: int
    end: int
    place: Mention | None = None
    state: Mention | None = None

    @property
    def iso3s(self) -> tuple[str, ...]:
        """Codes of the states it may lie in: the one named after it, else those of the place; none where unknown."""
        for mention in (self.state, self.place):
            if mention is not None and isinstance(mention.value, StateValue):
                return (mention.value.iso3,)
            if mention is not None and isinstance(mention.value, PlaceValue):
                return mention.value.iso3s
        return ()


@dataclass(frozen=True)
class Post:
    """A post's noun: offsets of its words, kind (RELEASE.md), the states that own it by name, its cities or a state.

    `definite` is true for "the embassy", "its embassy": something known before; `refers` for "the embassy", "this
    office" with neither owner nor city, which only a post named before can explain.
    """

    start: int
    end: int
    kind: str
    owners: tuple[Mention, ...] = ()
    cities: tuple[City, ...] = ()
    country: Mention | None = None
    definite: bool = False
    refers: bool = False
    plural: bool = False


def kind_of_post(words: str) -> str:
    """The kind of mission (RELEASE.md) that a noun names.

    >>> kind_of_post("Consulates-General"), kind_of_post("trade and cultural office"), kind_of_post("legation")
    ('consulate-general', 'trade office', 'embassy')
    """
    low = words.lower()
    return next((kind for pattern, kind in _KINDS if re.match(pattern, low)), "trade office")


def masked(statement: Statement) -> str:
    """The statement in lower case with the letters of dates, states, places, people replaced by one sign a kind.

    Every character keeps its place, so that offsets into it are offsets into the statement.
    """
    text = statement.low
    for mention in statement.mentions:
        sign = _MASKS.get(mention.kind)
        if sign and not (mention.kind == "person" and _NOUN.search(mention.text.lower())):
            first, last = mention.start - statement.start, mention.end - statement.start
            text = text[:first] + sign * (last - first) + text[last:]
    return text


def find_posts(statement: Statement) -> list[Post]:
    """Every post that a statement names, in order."""
    text = masked(statement)
    found = list(_NOUN.finditer(text))
    return [_post(statement, text, noun.start(), noun.end(), noun[0]) for noun in found]


def _post(statement: Statement, text: str, start: int, end: int, words: str) -> Post:
    """The post of one noun, at offsets into the statement."""
    owners = _owners(statement, text, start, end)
    cities, country = _cities(statement, text, end)
    if not cities and statement.block.kind == "item":
        cities = _leading_city(statement, text, start)
    before = text[max(0, start - 30) : start]
    return Post(
        statement.start + start, statement.start + end, kind_of_post(words), owners, cities, country,
        definite=re.search(r"\b(?:the|its|their|this|that)(?: \w+)?\s$", before) is not None,
        refers=not (owners or cities or country) and re.search(r"\b(?:the|this|that)\s$", before) is not None,
        plural=re.match(r"(?:\w+ )*(?:embassies|\w*s\b)", words) is not None and not words.startswith("interests sec"),
    )  # fmt: skip


def _mention_at(statement: Statement, position: int, *kinds: str) -> Mention | None:
    return next((m for m in statement.of(*kinds) if m.start == statement.start + position), None)


def _owners(statement: Statement, text: str, start: int, end: int) -> tuple[Mention, ...]:
    """The states named as owners: "Kenyan and Norwegian embassies", "embassy of Kenya", "an embassy … by Kenya"."""
    for mention in reversed(statement.of("state", "place", "both")):
        last = mention.end - statement.start
        if last <= start:
            words = text[last:start]
            joined = mention.kind == "state" or words.startswith(("'", "’")) or "office" in text[start:end]
            if joined and _OWNER_BEFORE.fullmatch(words) and not (words.startswith(",") and "'" not in words):
                return _with_partner(statement, mention)
            break
    for shape in (_OF, _BY):
        match = shape.match(text, end)
        owner = _mention_at(statement, match.end(), "state") if match else None
        if owner is not None and not _NOUN.search(text, end, owner.start - statement.start):
            return (owner,)
    return ()


def _with_partner(statement: Statement, owner: Mention) -> tuple[Mention, ...]:
    """An owner, with the one before it where two are joined by "and"."""
    before = statement.before(owner.start, "state")
    joined = before is not None and statement.document.text[before.end : owner.start] in (" and ", " and the ")
    return (before, owner) if before is not None and joined and _is_adjective(owner) else (owner,)


def _is_adjective(state: Mention) -> bool:
    return isinstance(state.value, StateValue) and state.value.form == "demonym"


def _cities(statement: Statement, text: str, end: int) -> tuple[tuple[City, ...], Mention | None]:
    """The cities counted up after a post, and the state that stands there instead of a city."""
    where = _TO_CITIES.match(text, end)
    if where is None:
        return (), None
    cities: list[City] = []
    position, country = where.end(), None
    while position < len(text):
        city = _city_at(statement, position)
        state = _mention_at(statement, position, "state", "both") if city is None else None
        if city is None and (state is None or cities):
            break
        if city is None:
            country = state if state is not None and not _is_adjective(state) else None
            break
        position = city.end - statement.start
        of_state = _OF_STATE.match(text, position)
        named = _mention_at(statement, of_state.end(), "state") if of_state else None
        if named is not None and not re.match(
            r"['’]?s? ?(?:has|have|had|is|opened)\b", text[named.end - statement.start + 1 :]
        ):
            city = City(city.name, city.start, city.end, city.place, named)
            position = named.end - statement.start + text.startswith(")", named.end - statement.start)
        cities.append(city)
        joint = _JOIN.match(text, position)
        if joint is None:
            break
        position = joint.end()
    return tuple(cities), country


def _city_at(statement: Statement, position: int) -> City | None:
    """The city that begins at a position: a known place, a city state, or capitalised words that are nothing else."""
    at = statement.start + position
    mention = next((m for m in statement.mentions if m.start <= at < m.end), None)
    if mention is None:
        match = _CITY.match(statement.document.text, at, statement.end)
        later = next((m.start for m in statement.mentions if m.start > at), statement.end)
        if match is None or match.end() > later or _NO_CITY.match(match[0]):
            return None
        name = match[0].rstrip(".") if match.end() == statement.end else match[0]
        return City(name, at, at + len(name))
    if mention.start == at and (mention.kind == "place" or mention.text in _city_states()):
        return City(mention.text, mention.start, mention.end, mention)
    return None


def _leading_city(statement: Statement, text: str, start: int) -> tuple[City, ...]:
    """The city that opens a list item before its posts: "Oslo (Embassy)", "Bergen: honorary consulate"."""
    match = _LEADING.match(text[:start])
    if match is None:
        return ()
    city = _city_at(statement, match.start("name"))
    return (city,) if city is not None else ()


@cache
def _city_states() -> frozenset[str]:
    """Names of states and polities that are a city at the same time."""
    return frozenset(row["name"] for row in read_csv("places.csv") if row["kind"] == "capital") & frozenset(
        row["name"] for row in read_csv("states.csv")
    )
