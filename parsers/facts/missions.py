"""Missions: diplomatic and consular posts of the two states in each other, or accredited from a third."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.mission_findings import accredited_from, post_in, posts_told
from parsers.facts.model import Finding
from parsers.facts.rule import PROSE, rule
from parsers.language.mention import PersonValue
from parsers.language.modality import happened
from parsers.language.reading import Statement, lies_in
from parsers.language.sides import facing, present, side_of
from parsers.language.terms import bounds
from parsers.phrases.posts.accreditation import accreditations, of_envoys, seated
from parsers.phrases.posts.cities import cities_after, city_states
from parsers.phrases.posts.history import history_of
from parsers.phrases.posts.mutual import mutual_posts
from parsers.phrases.posts.posts import Post, find_posts, kind_of_post, masked
from parsers.phrases.posts.rows import posts_in
from parsers.phrases.posts.shapes import (
    ACCREDITED_BEFORE,
    EACH_OTHER,
    FOLLOWED,
    IT,
    ONE_MORE,
    ONE_TOO,
    RAISED,
    WITH_ENVOY,
)

_POSTS = ("embass", "consul", "high commission", "office", "legation", "mission", "interest section",
          "interests section", "representation", "nunciature")  # fmt: skip
_ENVOYS = {"ambassador": "embassy", "high commissioner": "high commission", "consul": "consulate",
           "consul general": "consulate-general", "consul-general": "consulate-general"}  # fmt: skip
_AFAR = ("accredited", "open")
_VICE_VERSA = re.compile(r",? and vice[- ]versa\b")
_BEFALLS = (
    " one in", " one at", "its own",
    "open", "clos", "shut", "establish", "inaugurat", "set up", "setting up", "creat", "found", "built", "operat",
    "functioning", "active", "working", "ceased", "suspended", "abolished", "became", "upgraded", "raised",
    "elevated", "promoted", "converted", "transformed", "turned", "since", "until", "till", "from", "between",
)  # fmt: skip


@rule(*_POSTS, kinds=(*PROSE, "row"))
def post(statement: Statement) -> Iterator[Finding]:
    """A state has, opened, closed, re-opened, plans an embassy, consulate … in cities; "the Kenyan embassy in Ankara".

    Also items under a head line that names the sender ("Of Kenya in Norway": "Oslo (Embassy)"). Several posts and
    several cities in one statement make a row each; a post in a third state counts only where it is said to be
    accredited, to represent or to cover. Not read: posts of third states; offices of international bodies; wishes and
    refusals.
    """
    if find_posts(statement) and not posts_in(statement):
        mutual = EACH_OTHER.first(statement)
        rows = [row for row in posts_told(statement) if mutual is None or _is_behind(row, mutual.end)]
        yield from rows
        if len(rows) == 1 and _VICE_VERSA.search(statement.low):
            yield _turned(rows[0])


def _turned(row: Finding) -> Finding:
    """The other side's post, told as "and vice versa"."""
    ways = {"sending_iso3": row.values["receiving_iso3"], "receiving_iso3": row.values["sending_iso3"]}
    return Finding({**row.values, **ways, "sending_name": None, "city": None}, row.date)


def _is_behind(row: Finding, place: int) -> bool:
    """Whether the city of a post stands behind a place: "embassies in each other's capitals, and a consulate in X"."""
    city = row.spans.get("city")
    return isinstance(city, tuple) and city[0] > place


@rule("ambassador", "high commissioner", "consul")
def with_envoy(statement: Statement) -> Iterator[Finding]:
    """A state has, used to have or appointed an ambassador, high commissioner or consul, who is not named, in a city of
    the other: an embassy, a consulate there.

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
            status = "closed" if match.words("past") else "open"
            yield Finding({**values, "status": status}, None, {"city": (city.start, city.end)})


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
    """The posts of the sentence before, with what befell them: "It was closed in 1940", "The embassy re-opened"; one
    more consulate of which only the city is told ("Another, in Bergen, was closed in 1940"); the other side's post
    that only "one" names ("Norway has one in Nairobi").

    Not read: where the sentence before, in the same paragraph, names no post of that kind; nothing that befell them.
    """
    previous = statement.earlier
    if previous is None:
        return
    yield from _one_more(statement, previous)
    yield from _one_too(statement, previous)
    pronoun = IT.match(statement.low)
    nouns = [one for one in find_posts(statement) if one.refers][:1] if "the " in statement.low else []
    if pronoun is None and not nouns:
        return
    one = nouns[0] if nouns else Post(statement.start, statement.start + 2, "", refers=True)
    history = history_of(statement, one, None)
    if history is None or not (history.opened or history.closed):
        return
    rows = [row for row in _rows_of(previous) if one.kind in ("", row.values["kind"])]
    for row in rows[-1:] if pronoun is None or not statement.low.startswith(("they", "both")) else rows:
        values = {**row.values, "status": history.status, "opened_edtf": history.opened, "closed_edtf": history.closed}
        yield Finding(values, history.date)


def _rows_of(statement: Statement) -> Iterator[Finding]:
    """The rows of the posts that a statement names or takes up."""
    yield from posts_told(statement)
    yield from referred.read(statement)


def _one_too(statement: Statement, previous: Statement) -> Iterator[Finding]:
    """The row of a post that only "one" names, of the kind told in the sentence before: "Kenya has one in Oslo"."""
    found = ONE_TOO.search(statement.low) if not find_posts(statement) else None
    kinds = {str(row.values["kind"]) for row in posts_told(previous)} if found is not None else set()
    if found is None or len(kinds) != 1 or "accredited" in kinds:
        return
    start, end = found.span("one")
    cities, _ = cities_after(statement, masked(statement), end, plural=False)
    post = Post(statement.start + start, statement.start + end, kinds.pop(), cities=cities[:1])
    history = history_of(statement, post, None) if cities else None
    row = post_in(statement, post, cities[0], history) if history is not None else None
    if row is not None and row.values["kind"] != "accredited":
        yield row


def _one_more(statement: Statement, previous: Statement) -> Iterator[Finding]:
    """The row of a further consulate, like the last one of the sentence before, in a city that opens a sentence."""
    more = ONE_MORE.match(statement.low)
    if more is None:
        return
    rows = [row for row in _rows_of(previous) if "consulate" in str(row.values["kind"])]
    if not rows:
        return
    cities, _ = cities_after(statement, statement.low, more.end(), plural=False)
    last = rows[-1].values
    one = Post(statement.start, statement.start + more.end(), str(last["kind"]), cities=cities)
    history = history_of(statement, one, None)
    if history is not None and len(cities) == 1 and cities[0].iso3s in ((), (last["receiving_iso3"],)):
        values = {"status": history.status, "opened_edtf": history.opened, "closed_edtf": history.closed}
        span = cities[0].start, cities[0].end
        yield Finding({**last, "city": cities[0].name, **values}, history.date, {"city": span})


@rule("followed suit", "following suit", "followed in", "followed on", "the same", "likewise", "so too", "reciproca",
      "in kind")  # fmt: skip
def followed(statement: Statement) -> Iterator[Finding]:
    """A state did what the other had done: "Kenya opened an embassy in Oslo in 1965 and Norway followed suit in 1966".

    Not read: where neither the statement nor the one before, in the same paragraph, tells of a post of the other.
    """
    match, previous = FOLLOWED.first(statement), statement.earlier
    side = side_of(match.mention("who"), statement.context) if match is not None else None
    if match is None or side is None or not happened(statement, match.start, match.end):
        return
    told = [*(posts_told(previous) if previous is not None else ()), *posts_told(statement)]
    theirs = [row.values for row in told if row.values["receiving_iso3"] == side and row.date is not None]
    date = statement.before(match.end, "date")
    if not theirs or any(row.values["sending_iso3"] == side for row in posts_told(statement)):
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
    match = RAISED.first(statement)
    previous = statement.context.previous if " this " in statement.low else statement.earlier
    if match is None or previous is None:
        return
    rows, at = list(posts_told(previous)), match.span("kind")
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
      "concurrently", "through its ambassador", "responsible for", "in charge of",
      "resides", "resident in",
      "based in", "stationed in", "residing")  # fmt: skip
def accredited(statement: Statement) -> Iterator[Finding]:
    """A state is accredited to the other from a city in a third state, or through a non-resident ambassador there.

    Also of a post "which had been accredited from" there before it was opened.

    Not read: where an embassy is named (rule `post`); accreditation to third states.
    """
    if any(one.values["kind"] == "accredited" for one in posts_told(statement)):
        return
    told = accreditations(statement)
    yield from (accredited_from(statement, one) for one in told)
    yield from _before_opening(statement)
    yield from (accredited_from(statement, one) for one in of_envoys(statement) if not told)


def _before_opening(statement: Statement) -> Iterator[Finding]:
    """The accreditations of a post before it was opened: "in Oslo, which had been accredited from Stockholm"."""
    for match in ACCREDITED_BEFORE.find(statement):
        seat, city = match.mention("city"), match.words("here")
        for values in (row.values for row in posts_told(statement) if row.values["city"] == city):
            sides = str(values["sending_iso3"]), str(values["receiving_iso3"])
            if seat is not None and (one := seated(statement, *sides, seat)) is not None:
                yield accredited_from(statement, one)


@rule("each", "respective", "one another", "both", "the two", "mutual", "embassies", "high commissions", "exchang",
      "the other", "raised", "elevated", "upgraded", "upgrading", "raising", "elevating")  # fmt: skip
def each_other(statement: Statement) -> Iterator[Finding]:
    """Both states have or opened embassies in each other's capitals, or exchanged ambassadors: one row each way.

    Legations, missions that were raised to embassies had been open before: only the date of the rise is read.

    Not read: plans; "neither has …"; cities, which are not named.
    """
    told = mutual_posts(statement)
    if told is None:
        return
    afar = _accredited_today(statement) if told.exchanged else set()
    for sender in (one for one in statement.context.pair if one not in afar):
        receiving = facing(sender, statement.context.pair)
        values = {"sending_iso3": sender, "receiving_iso3": receiving, "kind": told.kind, "status": "open",
                  "opened_edtf": bounds(told.date)[0] if told.opened else None}  # fmt: skip
        yield Finding(values, told.date)


def _accredited_today(statement: Statement) -> set[str]:
    """The senders of which the article tells that they are accredited from elsewhere: an exchange of ambassadors with
    such a one made no embassy."""
    told = (row for one in statement.context.article if "accredit" in one.low for row in posts_told(one))
    return {str(row.values["sending_iso3"]) for row in told if (row.values["kind"], row.values["status"]) == _AFAR}


@rule(kinds=("field",))
def field(statement: Statement) -> Iterator[Finding]:
    """An infobox field mission1 or mission2: "Kenyan Embassy, Ankara", "Embassy of Kenya, Ankara".

    A post in a third state is accredited from there; one that is put into the sender's own land, an error of the
    article, stays what it is called. Not read: fields without a post, and posts of third states.
    """
    if not statement.block.label.lower().startswith("mission"):
        return
    rows = (_of_field(statement, one) for one in find_posts(statement))
    first = next(filter(None, rows), None)
    if first is not None:
        yield first


def _of_field(statement: Statement, post: Post) -> Finding | None:
    """The row of a post in a field, with the place behind it; null for one of a third state."""
    pair, text = statement.context.pair, statement.document.text
    sender = side_of(next(iter(post.owners or statement.of("state")), None), statement.context)
    receiving = facing(sender, pair)
    if not sender or not receiving:
        return None
    names = (m for m in statement.of("state") if m.start >= post.end and m.text in city_states())
    place = statement.after(post.end, "place") or next((m for m in names if m not in post.owners), None)
    seat = lies_in(place, pair) if place else None
    away = seat is not None and present(seat, pair) not in (sender, receiving)
    start, end = min([post.start, *(owner.start for owner in post.owners)]), place.end if place else statement.end
    values = {
        "sending_iso3": sender, "receiving_iso3": receiving,
        "kind": "accredited" if away else kind_of_post(text[post.start : post.end]), "name": text[start:end],
        "city": place.text if place else None, "seat_iso3": seat if away else None, "status": "open",
    }  # fmt: skip
    return Finding(values, None, {"name": (start, end)})
