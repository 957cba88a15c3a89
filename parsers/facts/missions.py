"""Missions: diplomatic and consular posts of the two states in each other, or accredited from a third."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.facts.model import Finding
from parsers.facts.rule import PROSE, rule
from parsers.language.mention import Mention, PersonValue
from parsers.language.modality import clause, happened
from parsers.language.pattern import Match
from parsers.language.reading import Statement, kept, lies_in
from parsers.language.sides import facing, is_foreign, present, side_of
from parsers.language.terms import bounds
from parsers.phrases.posts.history import History, histories, history_of
from parsers.phrases.posts.posts import City, Post, find_posts, kind_of_post
from parsers.phrases.posts.rows import posts_in
from parsers.phrases.posts.senders import is_for_others, is_sent_to, sender_of
from parsers.phrases.posts.shapes import (
    ACCREDITED,
    ACCREDITED_BEFORE,
    ACCREDITED_TOO,
    BOTH_OPENED,
    BOTH_RAISED,
    EACH_OTHER,
    EXCHANGED,
    FOLLOWED,
    FROM_AFAR,
    FROM_HERE,
    FROM_HOME,
    IN_BOTH,
    IN_EACH_OTHER,
    IT,
    NEW_KIND,
    OPENED,
    RAISED,
    RESIDES,
    TARGET,
    THEY_RAISED,
    WERE_OPENED,
    WITH_ENVOY,
)
from parsers.phrases.ties.relations import date_right_after, subjects_before

_POSTS = ("embass", "consul", "high commission", "office", "legation", "mission", "interest section",
          "interests section", "representation", "nunciature")  # fmt: skip
_ENVOYS = {"ambassador": "embassy", "high commissioner": "high commission"}
_BEFALLS = (
    "open", "clos", "shut", "establish", "inaugurat", "set up", "setting up", "creat", "found", "built", "operat",
    "functioning", "active", "working", "ceased", "suspended", "abolished", "became", "upgraded", "raised",
    "elevated", "promoted", "converted", "transformed", "turned", "since", "until", "till", "from", "between",
)  # fmt: skip


def _row(statement: Statement, post: Post, city: City | None, history: History) -> Finding | None:
    """The row of one post in one city; accredited where it stands in a third state and the words say so."""
    sender = sender_of(statement, post, city)
    receiving = facing(sender[0], statement.context.pair) if sender else None
    if sender is None or receiving is None:
        return None
    seats = city.iso3s if city else (lies_in(post.country, statement.context.pair),) if post.country else ()
    seats = tuple(present(seat, statement.context.pair) or seat for seat in seats if seat)
    away = bool(seats) and receiving not in seats
    told = FROM_AFAR.search(statement.low) is not None or is_sent_to(statement, post, receiving)
    if away and (seats[0] == sender[0] or not told or is_for_others(statement, post)):
        return None
    spans: dict[str, tuple[int, int]] = {"kind": (post.start, post.end)}
    if city is not None and city.date is not None and history.status == "open":
        history = replace(history, opened=bounds(city.date)[0], date=city.date)
    if city is not None:
        spans["city"] = (city.start, city.end)
    values = {
        "sending_iso3": sender[0], "sending_name": sender[1], "receiving_iso3": receiving,
        "kind": "accredited" if away else post.kind, "city": city.name if city else None,
        "seat_iso3": seats[0] if away else None, "status": history.status if not away or history.closed else "open",
        "opened_edtf": history.opened, "closed_edtf": history.closed,
    }  # fmt: skip
    return Finding(values, history.date, spans)


@kept
def _rows(statement: Statement) -> Iterator[Finding]:
    """Every row of a statement's posts, one for each of its cities."""
    for one, history, cities in histories(statement):
        if one.left is not None and cities[0] is not None:
            date = date_right_after(statement, cities[0].end)
            day = bounds(date)[0]
            gone = replace(history, status="closed", closed=day)
            come = replace(history, opened=day, date=date)
            yield from filter(None, (_row(statement, one, one.left, gone), _row(statement, one, cities[0], come)))
            continue
        of_cities = any(city is not None and city.date is not None for city in cities)
        for city in cities:
            own = replace(history, opened=None, date=None) if of_cities and history.status == "open" else history
            row = _row(statement, one, city, own)
            if row is not None:
                yield row


@rule(*_POSTS, kinds=(*PROSE, "row"))
def post(statement: Statement) -> Iterator[Finding]:
    """A state has, opened, closed, re-opened, plans an embassy, consulate … in cities; "the Kenyan embassy in Ankara".

    Also items under a head line that names the sender ("Of Kenya in Norway": "Oslo (Embassy)"). Several posts and
    several cities in one statement make a row each; a post in a third state counts only where it is said to be
    accredited, to represent or to cover. Not read: posts of third states; offices of international bodies; wishes and
    refusals.
    """
    if find_posts(statement) and EACH_OTHER.first(statement) is None and not posts_in(statement):
        yield from _rows(statement)


@rule("ambassador", "high commissioner")
def with_envoy(statement: Statement) -> Iterator[Finding]:
    """A state has an ambassador or a high commissioner, who is not named, in a city of the other: an embassy there.

    Not read: named ones (table envoys); those who are accredited from a third state; honorary consuls, read as posts.
    """
    for match in WITH_ENVOY.find(statement) if not find_posts(statement) else ():
        sender, city = side_of(match.mention("by"), statement.context), match.mention("city")
        envoy, words = match.mention("envoy"), (match.words("envoy") or "").lower()
        kind = next((kind for word, kind in _ENVOYS.items() if words.endswith(word) and "non" not in words), None)
        named = envoy is not None and isinstance(envoy.value, PersonValue) and envoy.value.name
        receiving = facing(sender, statement.context.pair)
        there = kind is not None and receiving == side_of(city, statement.context) and not named
        if city is not None and receiving and there and happened(statement, match.start, match.end):
            values = {"sending_iso3": sender, "receiving_iso3": receiving, "kind": kind, "city": city.text}
            yield Finding({**values, "status": "open"}, None, {"city": (city.start, city.end)})


@rule(*_POSTS, kinds=("row",))
def row(statement: Statement) -> Iterator[Finding]:
    """A row of a table of missions: the cell with the kind of post, and those with city, sending state, opening.

    Not read: tables without columns of posts and cities; posts in third states.
    """
    for one in posts_in(statement):
        receiving = facing(one.sender, statement.context.pair)
        if receiving is None or (
            one.city is not None and side_of(one.city, statement.context) not in (None, receiving)
        ):
            continue
        values = {
            "sending_iso3": one.sender, "receiving_iso3": receiving, "kind": one.post.kind,
            "city": one.city.text if one.city else None, "status": "closed" if one.closed else "open",
            "opened_edtf": bounds(one.opened)[0], "closed_edtf": bounds(one.closed)[0],
        }  # fmt: skip
        spans = {"kind": (one.post.start, one.post.end)} | (
            {"city": (one.city.start, one.city.end)} if one.city else {}
        )
        yield Finding(values, one.opened or one.closed, spans)


@rule(*_BEFALLS)
def referred(statement: Statement) -> Iterator[Finding]:
    """The posts of the sentence before, with what befell them: "It was closed in 1940", "The embassy re-opened".

    Not read: where the sentence before, in the same paragraph, names no post of that kind; nothing that befell them.
    """
    previous = statement.context.previous
    if previous is None or previous.block is not statement.block:
        return
    pronoun = IT.match(statement.low)
    nouns = [one for one in find_posts(statement) if one.refers][:1] if "the " in statement.low else []
    if pronoun is None and not nouns:
        return
    one = nouns[0] if nouns else Post(statement.start, statement.start + 2, "", refers=True)
    history = history_of(statement, one, None)
    if history is None or not (history.opened or history.closed):
        return
    rows = [row for row in (*_rows(previous), *referred.read(previous)) if one.kind in ("", row.values["kind"])]
    for row in rows[-1:] if pronoun is None or not statement.low.startswith(("they", "both")) else rows:
        values = {**row.values, "status": history.status, "opened_edtf": history.opened, "closed_edtf": history.closed}
        yield Finding(values, history.date)


@rule("followed suit", "following suit", "the same", "likewise", "so too", "reciproca", "in kind")
def followed(statement: Statement) -> Iterator[Finding]:
    """A state did what the other had done: "Kenya opened an embassy in Oslo in 1965 and Norway followed suit in 1966".

    Not read: where neither the statement nor the one before, in the same paragraph, tells of a post of the other.
    """
    match, previous = FOLLOWED.first(statement), statement.context.previous
    side = side_of(match.mention("who"), statement.context) if match is not None else None
    if match is None or side is None or not happened(statement, match.start, match.end):
        return
    near = previous is not None and previous.block is statement.block
    told = [*(_rows(previous) if previous is not None and near else ()), *_rows(statement)]
    theirs = [row.values for row in told if row.values["receiving_iso3"] == side and row.date is not None]
    date = statement.before(match.end, "date")
    if not theirs or any(row.values["sending_iso3"] == side for row in _rows(statement)):
        return
    day, closed = bounds(date)[0], theirs[-1]["status"] == "closed"
    place = next((m for m in statement.of("place") if match.start < m.start < match.end + 8), None)
    yield Finding({"city": place.text if place else None,
        "sending_iso3": side, "receiving_iso3": facing(side, statement.context.pair), "kind": theirs[-1]["kind"],
        "status": theirs[-1]["status"], "opened_edtf": None if closed else day, "closed_edtf": day if closed else None,
    }, date)  # fmt: skip


@rule("upgraded", "raised", "elevated", "converted", "transformed", "turned")
def raised(statement: Statement) -> Iterator[Finding]:
    """The post of the sentence before became another: "In 1995 the office was raised to an embassy".

    A legation that became an embassy is one post, which stays open: only the date of the rise is read.
    Not read: where the sentence before, in the same paragraph, names no post of the pair; plans.
    """
    match, previous = RAISED.first(statement), statement.context.previous
    near = previous is not None and (previous.block is statement.block or " this " in statement.low)
    if match is None or previous is None or not near:
        return
    rows, at = list(_rows(previous)), match.span("kind")
    if not rows or at is None or not happened(statement, match.start, match.end):
        return
    noun = kind_of_post(match.words("noun") or "")
    same = [row for row in rows if row.values["kind"] == noun and row.values["status"] == "open"]
    old, date = (same or rows)[-1].values, statement.date_at(at[0])
    day, kind = bounds(date)[0], kind_of_post(match.words("kind") or "")
    if kind == old["kind"]:
        yield Finding({**old, "status": "open", "opened_edtf": None, "closed_edtf": None}, date, {"kind": at})
        return
    yield Finding({**old, "status": "closed", "opened_edtf": None, "closed_edtf": day}, date)
    heir = present(str(old["sending_iso3"]), statement.context.pair)
    if any(lies_in(state, statement.context.pair) == heir for state in statement.of("state")):
        old = {**old, "sending_iso3": heir}
    yield Finding({**old, "kind": kind, "status": "open", "opened_edtf": day, "closed_edtf": None}, date, {"kind": at})


@rule("accredit", "represented", "non-resident", "non resident", " lives in", " sits ",
      "concurrently", "through its ambassador", "responsible for",
      "resides", "resident in",
      "based in", "stationed in", "residing")  # fmt: skip
def accredited(statement: Statement) -> Iterator[Finding]:
    """A state is accredited to the other from a city in a third state, or through a non-resident ambassador there.

    Also of a post "which had been accredited from" there before it was opened.

    Not read: where an embassy is named (rule `post`); accreditation to third states.
    """
    if any(one.values["kind"] == "accredited" for one in _rows(statement)):
        return
    found = list(ACCREDITED.find(statement))
    rows = [
        row for match in (*found, *(ACCREDITED_TOO.find(statement) if found else ()))
        if (row := _from_afar(statement, match.mention("by"), match.mention("city"))) is not None
        and side_of(match.mention("to"), statement.context)
    ]  # fmt: skip
    rows = rows or [
        row for match in FROM_HERE.find(statement)
        if (row := _from_afar(statement, match.mention("by"), match.mention("city"))) is not None
    ]  # fmt: skip
    yield from rows
    for match in ACCREDITED_BEFORE.find(statement):
        seat, posts = match.mention("city"), [row.values for row in _rows(statement)]
        for post in posts:
            sides = str(post["sending_iso3"]), str(post["receiving_iso3"])
            row = _seated(statement, *sides, seat) if seat is not None and post["city"] == match.words("here") else None
            if row is not None:
                yield row
    accredited = re.search(
        r"accredit(?:ed|s)\b|represented|non[- ]resident|concurrently|through its ambassador|responsible for",
        statement.low,
    )
    for envoy in statement.of("person") if not rows else ():
        if isinstance(envoy.value, PersonValue) and envoy.value.rank == "envoy":
            if not accredited and not RESIDES.match(statement.low, envoy.end + 1 - statement.start):
                continue
            row = _from_afar(statement, envoy, _seat_of(statement, envoy))
            if row is not None and happened(statement, envoy.start, envoy.end):
                yield row
                return


def _seat_of(statement: Statement, envoy: Mention) -> Mention | None:
    """The place told behind an envoy, unless it lies outside the third state that he is posted to; else that state."""
    place, posted = statement.after(envoy.end, "place"), _posted_to(statement, envoy)
    if place is None or posted is None:
        return place or posted
    pair = statement.context.pair
    return place if lies_in(place, pair) == lies_in(posted, pair) else posted


def _posted_to(statement: Statement, envoy: Mention) -> Mention | None:
    """The third state that an ambassador is posted to: "Kenya's ambassador to Sweden", "… in Sweden"."""
    behind = statement.after(envoy.end, "state")
    there = behind is not None and statement.document.text[envoy.end : behind.start] in (" in ", " in the ")
    states = (*statement.inside(envoy, "state"), *((behind,) if behind is not None and there else ()))
    return next((m for m in states if side_of(m, statement.context) is None), None)


def _from_afar(statement: Statement, sender: Mention | None, seat: Mention | None) -> Finding | None:
    """The accreditation of a sender from a seat in a third state."""
    subject = subjects_before(statement, sender.start)[-1:] if sender is not None else []
    target = TARGET.first(statement)
    side = side_of(sender, statement.context) or (side_of(subject[0], statement.context) if subject else None)
    if side is None and target is not None:
        side = facing(side_of(target.mention("to"), statement.context), statement.context.pair)
    receiving = facing(side, statement.context.pair)
    return _seated(statement, side, receiving, seat) if side and receiving and seat is not None else None


def _seated(statement: Statement, side: str, receiving: str, seat: Mention) -> Finding | None:
    """The accreditation of one side to the other from a seat in a third state, or at home where that is said."""
    country = lies_in(seat, statement.context.pair)
    if country in (None, receiving) or (country == side and not _sits_at_home(statement, seat)):
        return None
    city = seat.text if seat.kind == "place" else None
    values = {"sending_iso3": side, "receiving_iso3": receiving, "kind": "accredited", "city": city,
              "seat_iso3": country, "status": "open"}  # fmt: skip
    return Finding(values, None, {"city": seat} if city else {"seat_iso3": seat})


def _sits_at_home(statement: Statement, seat: Mention) -> bool:
    """Whether words right before a city of the sender say that its envoy sits there."""
    return FROM_HOME.search(statement.low, 0, seat.start - statement.start) is not None


@rule("each", "respective", "one another", "both", "the two", "mutual", "embassies", "high commissions", "exchang",
      "the other", "raised", "elevated", "upgraded")  # fmt: skip
def each_other(statement: Statement) -> Iterator[Finding]:
    """Both states have or opened embassies in each other's capitals, or exchanged ambassadors: one row each way.

    Legations, missions that were raised to embassies had been open before: only the date of the rise is read.

    Not read: plans; "neither has …"; cities, which are not named.
    """
    for shape in (EACH_OTHER, IN_EACH_OTHER, IN_BOTH, BOTH_OPENED, WERE_OPENED, BOTH_RAISED, THEY_RAISED, EXCHANGED):
        match = shape.first(statement)
        if (
            match is not None
            and happened(statement, match.start, match.end)
            and not statement.low.startswith("neither")
            and not _names_third(statement, match)
        ):
            break
    else:
        return
    words = (match.words("kind") or "").lower()
    kind = "high commission" if "commission" in words else "consulate" if "consulate" in words else "embassy"
    raised = shape in (BOTH_RAISED, THEY_RAISED)
    opened = (NEW_KIND if raised else OPENED).search(clause(statement, match.start, match.end)) is not None
    own = match.mention("day") if "day" in match.found.re.groupindex else None
    own = own or date_right_after(statement, (match.span("kind") or (0, match.end))[1])
    date = own or statement.date_at(match.start) if opened or raised or shape is EXCHANGED else None
    for sender in statement.context.pair:
        receiving = facing(sender, statement.context.pair)
        values = {"sending_iso3": sender, "receiving_iso3": receiving, "kind": kind, "status": "open",
                  "opened_edtf": bounds(date)[0] if opened else None}  # fmt: skip
        yield Finding(values, date)


def _names_third(statement: Statement, match: Match) -> bool:
    """Whether one of the two states that a match names is none of the pair; with none named, any before it."""
    if "day" in match.found.re.groupindex:
        return any(is_foreign(one, statement.context) for one in statement.of("state") if one.end <= match.start)
    named = [one for name in ("one", "two") if name in match.found.re.groupindex and (one := match.mention(name))]
    return any(side_of(one, statement.context) is None for one in named)


@rule(kinds=("field",))
def field(statement: Statement) -> Iterator[Finding]:
    """An infobox field mission1 or mission2: "Kenyan Embassy, Ankara", "Embassy of Kenya, Ankara".

    A post in a third state is accredited from there. Not read: fields without a post, and posts of third states.
    """
    if not statement.block.label.lower().startswith("mission"):
        return
    for one in find_posts(statement):
        sender = side_of(next(iter(one.owners or statement.of("state")), None), statement.context)
        receiving = facing(sender, statement.context.pair)
        place = statement.after(one.end, "place")
        if sender and receiving:
            start = min([one.start, *(owner.start for owner in one.owners)])
            end = place.end if place else statement.end
            text = statement.document.text
            seat = lies_in(place, statement.context.pair) if place else None
            away = seat is not None and present(seat, statement.context.pair) != receiving
            values = {
                "sending_iso3": sender, "receiving_iso3": receiving,
                "kind": "accredited" if away else kind_of_post(text[one.start : one.end]), "name": text[start:end],
                "city": place.text if place else None, "seat_iso3": seat if away else None, "status": "open",
            }  # fmt: skip
            yield Finding(values, None, {"name": (start, end)})
            return
