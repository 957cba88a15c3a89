"""Trips: one visitor's journey between the two sides as columns of the visits table, with the words they were read
from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from parsers.language.directions import home_told_before
from parsers.language.mention import DateValue, Mention, PersonValue
from parsers.language.modality import clause
from parsers.language.office_words import is_plural, is_relative
from parsers.language.reading import Statement
from parsers.language.referents import holder_of
from parsers.language.sides import facing, is_foreign, is_resident_envoy, present, side_of
from parsers.language.states import Pair
from parsers.phrases.journeys.allegiances import side_served
from parsers.phrases.journeys.hosts import hosts_in, hosts_of
from parsers.phrases.journeys.itineraries import Ways, city_named
from parsers.phrases.journeys.occasions import occasion_listed, occasion_of
from parsers.phrases.journeys.receptions import city_of, kind_of

# "After A had visited Oslo, B recognised …": A may be of any state.
_AFTER = re.compile(r"\b(?:after|once|following) $")
_ACCOMPANIED = re.compile(r"\b(?:accompanied by|together with|along with) (?:an?|the|his|her) (?:[\w-]+ ){0,3}\Z")
_OWN_VISIT = re.compile(r"['’]s? (?:[\w-]+,? ){0,4}?(?:visit|trip)s?\b")
_TOOK_OFFICE = re.compile(
    r"\b(?:(?P<since>after|since|upon) (?:(?:his|her) )?|who (?:had |has )?)"
    r"(?:(?:took|taking|taken|assumed|assuming|entered|entering) (?:up )?"
    r"(?:office|power|the (?:presidency|throne|post))|(?:came|coming|rose|rising|returned|returning) to power"
    r"|(?:ascended|ascending|acceded|acceding|accession) to the throne) (?:in|on) $"
)
_QUEEN = re.compile(r"(?:queen|empress)\b(?! (?:mother|dowager|consort))", re.I)
_BESIDE_HIM = re.compile(
    r"(?:\b(?:King|Emperor|Shah|Sultan|Emir) [A-ZÀ-Þ][^,;.]{1,40},? and |\bhis (?:wife|spouse|consort),? )"
    r"(?:the )?(?:his wife,? )?$"
)
_COUNTED = re.compile(r"\b(?:twice|thrice|\w+ times|occasions|frequently|regularly|often)\b")


@dataclass(frozen=True, slots=True)
class Trip:
    """The columns of a visit, by name, its date, and the mentions that visitor and destination were read from."""

    values: dict[str, object]
    spans: dict[str, Mention]
    date: Mention | None = None

    @property
    def way(self) -> tuple[str, str]:
        """The codes of the sending and the receiving side."""
        return str(self.values["sending_iso3"]), str(self.values["receiving_iso3"])

    @property
    def last_name(self) -> str:
        """The last name of the visitor; empty where he is not named."""
        return (str(self.values.get("visitor") or "").split() or [""])[-1]


def trip(
    statement: Statement, visitor: Mention, to: Mention | None, date: Mention | None, *, at: tuple[int, int]
) -> Trip | None:
    """The trip of one visitor, where direction and fact are sure: sender and receiver are the two sides."""
    way = _way(statement, visitor, to) if _may_be_told(statement, visitor, to, date) else None
    if way is None:
        return None
    sending, receiving = way
    values = _person_columns(_of_sender(visitor, sending), statement) | {
        "sending_iso3": sending,
        "receiving_iso3": receiving,
        "receiving_name": to.text if to is not None and to.kind == "state" else None,
        "city": city_of(statement, to),
        "kind": _kind(statement, visitor, at),
        "occasion": occasion_of(statement, at[0], date),
        "hosts": hosts_of(statement, visitor, receiving, at[0], date),
    }
    return Trip(values, _spans(visitor, to), _no_tenure(statement, date))


def _may_be_told(statement: Statement, visitor: Mention, to: Mention | None, date: Mention | None) -> bool:
    """Whether visitor and destination are not foreign, and it is clear who is meant."""
    context, person = statement.context, visitor.value
    if not isinstance(person, PersonValue) or is_foreign(visitor, context) or (to and is_foreign(to, context)):
        return False
    if _is_anybody(visitor, statement, date):
        return False
    unsure = is_told_of(visitor, statement) or statement.inside(visitor, "body", "state") or (
        person.office is None and _AFTER.search(statement.low, 0, visitor.start - statement.start)
    )
    return not unsure or side_of(visitor, context) is not None


def _is_anybody(visitor: Mention, statement: Statement, date: Mention | None) -> bool:
    """Whether a visitor without a name is nobody of whom a trip is told: many without a date ("almost all presidents
    visited"), or a group that went with somebody whose trip is told besides.
    """
    person = visitor.value
    if not isinstance(person, PersonValue) or person.name is not None:
        return False
    return (date is None and is_plural(person.office)) or (person.group and _is_company(visitor, statement))


def _of_sender(visitor: Mention, sending: str) -> Mention:
    """The visitor as one of the sending side, where neither a name nor a state of his is told."""
    person = visitor.value
    assert isinstance(person, PersonValue)
    return visitor if person.iso3 or person.name else replace(visitor, value=replace(person, iso3=sending))


def _is_company(group: Mention, statement: Statement) -> bool:
    """Whether an unnamed group only went with somebody: "accompanied by a large delegation"."""
    return _ACCOMPANIED.search(statement.document.text, statement.start, group.start) is not None


def _kind(statement: Statement, visitor: Mention, at: tuple[int, int]) -> str | None:
    """The kind of visit that its clause names; where that tells of several, the visitor's own."""
    words = clause(statement, *at)
    own = _OWN_VISIT.match(statement.low, visitor.end - statement.start)
    return kind_of(own[0] if own is not None and words.count(" visit") > 1 else words)


def _no_tenure(statement: Statement, date: Mention | None) -> Mention | None:
    """The date of a trip; none where it is that of an office: a bracket holds its years ("President A (2000–2006)"), or
    the visitor took it then ("A, who took office in 2000, went"); open where trips since then are counted up.
    """
    text, edtf = statement.document.text, getattr(date.value, "edtf", "") if date is not None else ""
    first, _, last = edtf.partition("/")
    years = len(first) == len(last) == len("2000") and edtf[:4].isdigit() and last.isdigit()
    bracket = date is not None and text.rfind("(", statement.start, date.start) > text.rfind(")", 0, date.start)
    if years and bracket and int(last) - int(first) > 1:
        return None
    took = _TOOK_OFFICE.search(statement.low, 0, date.start - statement.start) if date is not None else None
    return _since(date, statement, told=took["since"] is not None) if date is not None and took else date


def _since(date: Mention, statement: Statement, *, told: bool) -> Mention | None:
    """The date on which a visitor took office as that of his trips: open where these are counted up, none where it is
    only said of him; itself where it is told that he went after or since then.
    """
    value = date.value
    if not told:
        return None
    if not _COUNTED.search(statement.low) or not isinstance(value, DateValue) or "/" in value.edtf:
        return date
    return replace(date, value=replace(value, edtf=f"{value.edtf}/..", end=None, precision="open interval"))


def _way(statement: Statement, visitor: Mention, to: Mention | None) -> tuple[str, str] | None:
    """The codes of the sending and the receiving side, where a trip leads from one to the other."""
    context = statement.context
    receiving = side_of(to, context)
    sending = side_of(visitor, context) or facing(receiving, context.pair)
    if not sending and not receiving:
        sending = home_told_before(statement) or side_served(visitor, statement)
    receiving = receiving or facing(sending, context.pair)
    if receiving == sending or (side_of(visitor, context) is None and side_served(visitor, statement) == receiving):
        return None
    return _between_sides(sending, receiving, context.pair)


def _between_sides(sending: str | None, receiving: str | None, pair: Pair) -> tuple[str, str] | None:
    """The two codes, where they are those of the two sides."""
    if not sending or not receiving or facing(sending, pair) != present(receiving, pair):
        return None
    return sending, receiving


def routed(
    statement: Statement, visitor: Mention, to: Mention | None, codes: Ways, date: Mention | None = None
) -> Trip | None:
    """The trip in the direction of the lines above a list or table; what the item says itself comes first."""
    way = _way_listed(statement, visitor, to, codes)
    if way is None or not isinstance(visitor.value, PersonValue) or is_foreign(visitor, statement.context):
        return None
    values = _person_columns(visitor, statement) | {
        "sending_iso3": way[0],
        "receiving_iso3": way[1],
        "city": city_of(statement, to) or city_named(statement),
        "kind": kind_of(statement.text),
        "occasion": occasion_listed(statement, visitor),
        "hosts": hosts_in(statement, visitor),
    }
    return Trip(values, _spans(visitor, to), _no_tenure(statement, date))


def _way_listed(statement: Statement, visitor: Mention, to: Mention | None, codes: Ways) -> tuple[str, str] | None:
    """The codes of the sending and the receiving side, from the item itself, else from the lines above it."""
    context = statement.context
    target = side_of(to, context) or codes[1]
    source = side_of(visitor, context) or codes[0] or facing(target, context.pair)
    return _between_sides(source, target or facing(source, context.pair), context.pair)


def _person_columns(visitor: Mention, statement: Statement) -> dict[str, object]:
    person = visitor.value
    assert isinstance(person, PersonValue)
    name = person.name or holder_of(visitor, statement)
    if name and is_relative(person.office):
        return {"visitor": name}
    rank = "royal" if _is_consort(visitor, statement) else person.rank
    return {"visitor": name, "office": person.office, "rank": rank}


def _is_consort(visitor: Mention, statement: Statement) -> bool:
    """Whether a queen or empress is told of beside her husband: "King A and Queen B", "he and his wife, Queen B"."""
    queen = _QUEEN.match(getattr(visitor.value, "office", None) or "")
    return bool(queen) and _BESIDE_HIM.search(statement.document.text, statement.start, visitor.start) is not None


def _spans(visitor: Mention, to: Mention | None) -> dict[str, Mention]:
    return {"visitor": visitor} | ({"receiving_iso3": to} if to is not None else {})


def is_told_of(visitor: Mention, statement: Statement) -> bool:
    """Whether this is a delegation that the text told of before: "the delegation"."""
    the = statement.document.text[statement.start : visitor.start].lower().endswith("the ")
    return isinstance(visitor.value, PersonValue) and visitor.value.group and the


def is_certain(visitor: Mention, statement: Statement) -> bool:
    """Whether the visitor's side is said and the office is no post in the other state."""
    return side_of(visitor, statement.context) is not None and not is_resident_envoy(visitor)
