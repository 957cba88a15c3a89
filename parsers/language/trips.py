"""Trips: one visitor's journey between the two sides as columns of the visits table, with the words they were read
from."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.language.directions import home_told_before
from parsers.language.mention import Mention, PersonValue
from parsers.language.modality import clause
from parsers.language.reading import Statement
from parsers.language.receptions import city_of, hosts_of, kind_of, occasion_of
from parsers.language.referents import holder_of
from parsers.language.sides import facing, is_foreign, is_resident_envoy, present, side_of

_CREDENTIALS = ("credentials", "letters of credence", "letter of credence", "to take up")
_LEISURE = ("sport", "cultur", "music", "education", "film", "tourism", "art", "literature", "religio", "diaspora",
            "migration")  # fmt: skip


@dataclass(frozen=True)
class Trip:
    """The columns of a visit, by name, and the mentions that the visitor and the destination were read from."""

    values: dict[str, object]
    spans: dict[str, Mention]


def trip(statement: Statement, visitor: Mention, to: Mention | None, *, at: tuple[int, int]) -> Trip | None:
    """The trip of one visitor, where direction and fact are sure: sender and receiver are the two sides."""
    context, person = statement.context, visitor.value
    if not isinstance(person, PersonValue) or is_foreign(visitor, context) or (to and is_foreign(to, context)):
        return None
    unsure = is_told_of(visitor, statement) or statement.inside(visitor, "body", "state")
    if unsure and not side_of(visitor, context):
        return None
    receiving = side_of(to, context)
    sending = side_of(visitor, context) or facing(receiving, context.pair)
    if not sending and not receiving:
        sending = home_told_before(statement)
    receiving = receiving or facing(sending, context.pair)
    if not sending or not receiving or facing(sending, context.pair) != present(receiving, context.pair):
        return None
    values = _person_columns(visitor, statement) | {
        "sending_iso3": sending,
        "receiving_iso3": receiving,
        "receiving_name": to.text if to is not None and to.kind == "state" else None,
        "city": city_of(statement, to),
        "kind": kind_of(clause(statement, *at)),
        "occasion": occasion_of(statement, at[0]),
        "hosts": hosts_of(statement, visitor, receiving, at[0]),
    }
    return Trip(values, _spans(visitor, to))


def routed(
    statement: Statement, visitor: Mention, to: Mention | None, codes: tuple[str | None, str | None]
) -> Trip | None:
    """The trip in the direction of the lines above a list or table; what the item says itself comes first."""
    context = statement.context
    target = side_of(to, context) or codes[1]
    source = side_of(visitor, context) or codes[0] or facing(target, context.pair)
    target = target or facing(source, context.pair)
    if not isinstance(visitor.value, PersonValue) or not source or not target or is_foreign(visitor, context):
        return None
    if facing(source, context.pair) != present(target, context.pair):
        return None
    values = _person_columns(visitor, statement) | {
        "sending_iso3": source,
        "receiving_iso3": target,
        "city": city_of(statement, to),
        "kind": kind_of(statement.text),
    }
    return Trip(values, _spans(visitor, to))


def _person_columns(visitor: Mention, statement: Statement) -> dict[str, object]:
    person = visitor.value
    assert isinstance(person, PersonValue)
    return {"visitor": person.name or holder_of(visitor, statement), "office": person.office, "rank": person.rank}


def _spans(visitor: Mention, to: Mention | None) -> dict[str, Mention]:
    return {"visitor": visitor} | ({"receiving_iso3": to} if to is not None else {})


def is_told_of(visitor: Mention, statement: Statement) -> bool:
    """Whether this is a delegation that the text told of before: "the delegation"."""
    the = statement.document.text[statement.start : visitor.start].lower().endswith("the ")
    return isinstance(visitor.value, PersonValue) and visitor.value.group and the


def is_official(visitor: Mention, statement: Statement) -> bool:
    """Whether the visitor has an office, a known state, or stands outside sections on sport, culture and the like."""
    value = visitor.value
    known = isinstance(value, PersonValue) and bool(value.office or value.iso3)
    return known or not statement.context.heading(*_LEISURE)


def trip_dates(statement: Statement, at: int) -> list[Mention | None]:
    """The dates that go with the words at a position, all of those counted up together; else the one told just
    before.
    """
    date = statement.date_at(at)
    return statement.listed_with(date) if date is not None else [statement.when(at)]


def presents_credentials(statement: Statement, visitors: list[Mention]) -> bool:
    """Whether it tells of envoys who come to stay: credentials are presented, or each visitor is a resident envoy."""
    return any(word in statement.low for word in _CREDENTIALS) or all(map(is_resident_envoy, visitors))


def person_meant(statement: Statement, at: int, side: str | None) -> Mention | None:
    """The person that "he" or "she" stands for: the last named one who may serve the side."""
    last = statement.before(at, "person") or statement.context.person
    if last is not None and side_of(last, statement.context) in (None, side):
        return last
    return dict(statement.context.people).get(side or "")
