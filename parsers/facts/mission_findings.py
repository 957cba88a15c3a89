"""The findings of missions: a post in each of its cities with its history, and an accreditation from a third state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.facts.model import Finding
from parsers.language.mention import DateValue, Mention
from parsers.language.reading import Statement, kept, lies_in
from parsers.language.sides import facing, is_claimant, present, rivals, with_sovereigns
from parsers.language.terms import bounds
from parsers.phrases.posts.accreditation import Accreditation
from parsers.phrases.posts.events import History
from parsers.phrases.posts.history import histories
from parsers.phrases.posts.posts import City, Post, find_posts
from parsers.phrases.posts.senders import is_for_others, is_sent_to, sender_of
from parsers.phrases.posts.shapes import FROM_AFAR
from parsers.phrases.ties.relations import date_right_after


def post_in(statement: Statement, post: Post, city: City | None, history: History) -> Finding | None:
    """The row of one post in one city; accredited where it stands in a third state and the words say so.

    One in a city of the government that claims to be the other side's is a post with that: in Taipei, not with China.
    """
    sender = sender_of(statement, post, city)
    receiving = facing(sender[0], statement.context.pair) if sender else None
    if sender is None or receiving is None:
        return None
    receiving, seats = _seated(statement, post, city, receiving)
    away = bool(seats) and receiving not in seats
    if away and (seats[0] == sender[0] or not _is_accredited(statement, post, receiving)):
        return None
    if city is not None and city.date is not None and (history.status == "open" or history.opened):
        history = replace(history, opened=bounds(city.date)[0], date=city.date)
    values = {
        "sending_iso3": sender[0], "sending_name": sender[1], "receiving_iso3": receiving,
        "kind": "accredited" if away else post.kind, "city": city.name if city else None,
        "seat_iso3": seats[0] if away else None, "status": history.status if not away or history.closed else "open",
        "opened_edtf": history.opened, "closed_edtf": history.closed,
    }  # fmt: skip
    spans = {"kind": (post.start, post.end)} | ({"city": (city.start, city.end)} if city else {})
    return Finding(values, history.date, spans)


def _seated(statement: Statement, post: Post, city: City | None, receiving: str) -> tuple[str, tuple[str, ...]]:
    """The state that receives a post, which is the rival of the other side where the post stands with that; and the
    states in which it may stand, as they are called in the pair.
    """
    pair = statement.context.pair
    country = lies_in(post.country, pair) if post.country else None
    seats = city.iso3s if city else with_sovereigns((country,)) if country else ()
    if receiving == "VAT" and city is not None and city.name == "Rome" and city.state is None:
        return receiving, ("VAT",)  # where the embassies to the Holy See have their seats
    rival = next((seat for seat in seats if is_claimant(seat, pair)), None)
    if rival is None:
        return receiving, tuple(present(seat, pair) or seat for seat in seats if seat)
    return rival if receiving in rivals(rival) else receiving, seats


def _is_accredited(statement: Statement, post: Post, receiving: str) -> bool:
    """Whether the words say that a post in a third state is for the other side, and for no others."""
    told = FROM_AFAR.search(statement.low) is not None or is_sent_to(statement, post, receiving)
    return told and not is_for_others(statement, post)


@kept
def posts_told(statement: Statement) -> Iterator[Finding]:
    """Every row of a statement's posts, one for each of its cities."""
    for found, history, cities in histories(statement):
        one = _as_known(statement, found)
        if one.left is not None and cities[0] is not None:
            yield from _moved(statement, one, cities[0], history)
            continue
        if one.moved and history.status == "open" and history.opened is None and len(cities) == 1 and cities[0]:
            date = _day_of_move(statement, cities[0])
            history = replace(history, opened=bounds(date)[0], date=date)
        of_cities = any(city is not None and city.date is not None for city in cities)
        for city in cities:
            own = replace(history, opened=None, date=None) if of_cities and history.status == "open" else history
            row = post_in(statement, one, city, own)
            if row is not None:
                yield row


def _as_known(statement: Statement, post: Post) -> Post:
    """The post; "the consulate in Lima" as a consulate-general, where the article tells of one there."""
    if post.kind != "consulate" or not post.definite or not post.cities:
        return post
    names = {city.name for city in post.cities}
    told = (one for one in statement.context.article if "general" in one.low and "consul" in one.low)
    known = (other for one in told if one is not statement for other in find_posts(one))
    same = any(other.kind == "consulate-general" and names <= {city.name for city in other.cities} for other in known)
    return replace(post, kind="consulate-general") if same else post


def _moved(statement: Statement, post: Post, city: City, history: History) -> Iterator[Finding]:
    """The rows of a post that moved: closed in the city that it left, open in the other from the day told there."""
    date = _day_of_move(statement, city)
    day = bounds(date)[0]
    gone = replace(history, status="closed", closed=day, date=history.date or date)
    come = replace(history, opened=day, date=date)
    yield from filter(None, (post_in(statement, post, post.left, gone), post_in(statement, post, city, come)))


def _day_of_move(statement: Statement, city: City) -> Mention | None:
    """The date right behind the city that a post was moved to, else the statement's only date."""
    return date_right_after(statement, city.end) or _only_date(statement)


def _only_date(statement: Statement) -> Mention | None:
    """The date of a statement that has one alone."""
    return statement.dates[0] if len(statement.dates) == 1 else None


def accredited_from(statement: Statement, one: Accreditation) -> Finding:
    """The row of an accreditation, with the period for which it lasted."""
    city = one.seat.text if one.seat.kind == "place" else None
    lasted = _lasted(statement, one.seat)
    opened, closed = bounds(lasted)
    is_over = closed or _ONCE.match(statement.low)
    values = {"sending_iso3": one.sending, "receiving_iso3": one.receiving, "kind": "accredited", "city": city,
              "seat_iso3": one.country, "status": "closed" if is_over else "open",
              "opened_edtf": opened, "closed_edtf": closed}  # fmt: skip
    return Finding(values, lasted, {"city": one.seat} if city else {"seat_iso3": one.seat})


def _lasted(statement: Statement, seat: Mention) -> Mention | None:
    """The only date of a statement, where it is a period in the clause of a seat: "until 1998", "since 1960"."""
    date = _only_date(statement)
    if date is None or not isinstance(date.value, DateValue) or "/" not in date.value.edtf:
        return None
    first, last = sorted((date, seat), key=lambda one: one.start)
    return None if _CLAUSE.search(statement.document.text, first.end, last.start) else date


_ONCE = re.compile(r"(?:prior to|before) (?:that|then|this)\b|previously\b|formerly\b|until then\b")
_CLAUSE = re.compile(r"; |, (?:while|whereas|but|and)\b")

