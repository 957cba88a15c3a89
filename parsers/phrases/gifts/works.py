"""Frames of works that one side pays for, builds or helps with in the other: schools, hospitals, roads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.language.slots import any_of, clause_end, clause_start, slots
from parsers.phrases.commerce.words import words
from parsers.phrases.gifts.gift import NAMED, Gift, slot_in, slots_between
from parsers.phrases.gifts.giving import actor_before
from parsers.phrases.gifts.relief import acts, frame_of, side_in

_WORKS = any_of([
    "built", "rebuilt", "constructed", "established", "founded", "funded", "financed", "renovated", "restored",
    "equipped", "completed", "created", "modernised", "modernized", "upgraded", "reconstructed", "opened",
    "inaugurated", "paved", "set up", "paid for", "expanded", "extended", "repaired", "refurbished",
    "rehabilitated", "supported", "sponsored", "implemented", "carried out", "installed", "drilled",
])  # fmt: skip
# Firms and bodies of citizens act for themselves, though they are called after their state.
_NO_FIRM = (
    r"(?!(?:-based|-owned)? (?:[\w-]+ ){0,2}(?:compan|firm|contractor|consortium|architect|engineer|army|charit|"
    r"foundation|ngo|"
    r"non-gov|church|missionar|business|bank|corporation|diaspora|communit|investor|architect|club|rotar|philanthrop))"
)
_WORK = (
    r"(?:(?:hospitals?|schools?|clinics?|health (?:centres?|centers?|posts?)|orphanages?|wells|librar(?:y|ies)|"
    r"laborator(?:y|ies)|"
    r"(?:training|vocational|medical|cultural) (?:centres?|centers?|schools?)|houses|shelters|bridges?|roads?|"
    r"dormitor(?:y|ies)|"
    r"kindergartens?|universit(?:y|ies)|stadiums?|stadia|mosques?|(?:parliament|government|ministry) buildings?|"
    r"power (?:plants?|stations?)|water (?:supply )?systems?|classrooms|"
    r"theatres?|museums?|palaces?|sports (?:halls?|complex|centres?)|gymnasium|medical (?:colleges?|facilit(?:y|ies))|"
    r"academ(?:y|ies)|barracks|police stations?|boreholes|latrines|housing units|homes)\b)"
)
_CONSTRUCTED = Folded(
    rf"\b(?:drilled|dug|installed|built|rebuilt|constructed|renovated|refurbished|restored|equipped|building|"
    rf"rebuilding|renovating|equipping|opened(?= (?:an? |the )?(?:[a-z'’-]+ ){{0,2}}?(?:hospital|clinic|orphanage|"
    rf"health)\b))"
    rf" (?P<item>(?:(?:[\w'’-]+|{NAMED}(?:'s|’s|'|’)?) ){{0,4}}?(?:\[quantity:\d+\]|{_WORK}))(?P<where>[^;.]{{0,60}})"
)
_TO_BUILD = Folded(
    r"\b(?:would|will|agreed to|pledged to|promised to|offered to|plans to|planned to|decided to|announced plans to)"
    r" (?:also )?(?:open|build|dig|drill|construct|set up|establish|finance|fund|rebuild|renovate|equip|donate)"
    rf" (?P<item>(?:(?:[\w-]+|{NAMED}(?:'s|’s|'|’)?) ){{0,4}}?(?:\[quantity:\d+\](?: [\w-]+){{0,4}}? {_WORK}|"
    rf"\[quantity:\d+\]|refinery\b|{_WORK}))(?P<where>[^;.]{{0,60}})"
)
_CONSTRUCTED_BY = Folded(
    rf"(?P<item>(?:{NAMED} )?(?:[\w-]+ ){{0,3}}?(?:{_WORK}|(?:hall|centre|center|palace|monument|library|"
    rf"terminal)\b)(?: (?:in|for|at|of)(?: the)? {NAMED})?),? (?:which )?(?:was|were|has been|have "
    rf"been) (?:built|rebuilt|constructed|"
    rf"renovated|restored|refurbished|equipped)(?: in \[(?:date|place):\d+\])* by(?: the)? (?P<by>{NAMED}){_NO_FIRM}"
)
# Works of a government, not of its people: "schools founded and supported by the [A] government".
_BY_GOVERNMENT = Folded(
    rf"(?P<item>(?:[\w-]+ ){{0,3}}?{_WORK}(?: (?:in|for|at|of)(?: the)? (?:\[person:\d+\]|{NAMED}|[a-z]+))?),?"
    rf"(?: (?:which|that))?(?: (?:was|were|is|are|has been|have been))?(?: also)? {_WORKS}(?:,? and {_WORKS})?"
    rf"(?:,? (?:in|by|since)(?: the)? \[(?:date|place):\d+\],?)* by the (?:(?P<own>{NAMED})(?:'s|’s)? (?:government|"
    rf"embassy|(?:army|armed forces))|government of(?: the)? (?P<by>{NAMED}))"
)


_WAS_GIFT = Folded(
    rf"(?P<item>(?:[\w'’-]+ |{NAMED}(?:'s|’s)? |\[(?:person|body):\d+\] ){{1,9}}?|"
    rf"(?:[\w'’-]+ |{NAMED} ){{1,8}}?(?:[\w'’-]+|{NAMED}), (?:opened|built|completed|inaugurated|erected|unveiled|"
    rf"constructed|established|founded|which opened|an?)\b[^,;]{{0,40}}, )(?:was|were|is|are) (?:an? |the "
    rf")?(?:[a-z]+ ){{0,2}}?"
    rf"(?:gifts?|donations?|presents?) (?:of|from|by)(?: the)?(?: (?:government|people|republic) of(?: the)?)? "
    rf"(?P<who>{NAMED})"
)


def was_gift(statement: Statement) -> Iterator[Gift]:
    """Frames of what was a gift: "the college was a gift from A". Not read: gifts of persons, of third states."""
    for match in _WAS_GIFT.finditer(statement.low_skeleton):
        slot = slot_in(statement, match)
        start = max(match.start(), clause_start(statement.skeleton, match.end("item")))
        lead = _DATED.match(statement.skeleton, start)
        aside = _APPOSED.search(match["item"])
        stop = match.start("item") + aside.start() if aside else match.end("item")
        item = (lead.end() if lead else start, len(statement.skeleton[:stop].rstrip(" ,")))
        if slot is not None and slot.kind != "person" and item[0] < item[1]:
            yield from frame_of(statement, match, side_of(slot.mention, statement.context), item, "gifted")


_APPOSED = re.compile(r", (?:opened|built|completed|inaug|erect|unveil|constr|establ|found|which|an? )")
_DATED = re.compile(r"(?:(?:In|On|By|Since|and|the|an?) |\[date:\d+\],? |, )*", re.IGNORECASE)


def _goes_elsewhere(statement: Statement, position: int) -> bool:
    """Whether the next place named in a clause is a third state's."""
    stop = min(position + 50, clause_end(statement.skeleton, position))
    after = [one for one in slots(statement, "state", "place", "body") if position <= one.start < stop]
    return bool(after) and side_of(after[0].mention, statement.context) is None


_AS_AID = Folded(
    r"\bas (?:an? |part of (?:an?|its|their|the) )(?:[a-z]+ ){0,2}?(?:(?:aid|assistance|development cooperation)(?: "
    r"(?:project|programme|program|package|scheme))?|gift|donation|present)\b"
)
_ANY_WORK = Folded(
    r"\b(?:built|rebuilt|constructed|renovated|restored|erected|established|set up|completed) (?P<item>[^;,]{4,80})"
)


def built_as_aid(statement: Statement) -> Iterator[Gift]:
    """Frames of any works that one side built as aid or as a gift: "as an aid project, A built the [place] hall".

    Not read: works that only their maker's firms are said to build.
    """
    if _AS_AID.search(statement.low_skeleton) is None:
        return
    for match in _ANY_WORK.finditer(statement.low_skeleton):
        if _CONSTRUCTED.match(statement.low_skeleton, match.start()):
            continue
        giver = actor_before(statement, clause_start(statement.skeleton, match.start()), match.start())
        donor = side_of(giver.mention, statement.context) if giver and acts(statement, giver, match.start()) else None
        article = re.match(r"(?:an?|the|its) ", match["item"])
        end = re.search(r" as (?:an? |part of )|(?: in| on)? \[date:\d+\]|[. ]*$", match["item"])
        start = match.start("item")
        span = (start + (article.end() if article else 0), start + (end.start() if end else len(match["item"])))
        if not _goes_elsewhere(statement, start):
            yield from frame_of(statement, match, donor, span, "built")


def promised(statement: Statement) -> Iterator[Gift]:
    """Frames of works that one side said it would build in the other: "A would open two clinics in B".

    Not read: embassies and schools of its own, works of firms, works in third states.
    """
    for match in _TO_BUILD.finditer(statement.low_skeleton):
        begin = clause_start(statement.skeleton, match.start())
        giver = actor_before(statement, begin, match.start())
        donor = side_of(giver.mention, statement.context) if giver else None
        recipient = facing(donor, statement.context.pair)
        stop = clause_end(statement.skeleton, match.end("item"))
        named = slots_between(statement, match.start("item"), stop, "state", "place", "body")
        there = bool(named) or re.match(r" in the (?:country|island)\b", match["where"]) is not None
        if giver is None or not donor or not there or re.search(r"\b(?:compan|firm)", match["item"]):
            continue
        if all(side_of(one.mention, statement.context) == recipient for one in named[:1]):
            counted = re.search(r"\[quantity:(\d+)\]$", match["item"])
            if counted and not re.search(rf"\b{_WORK}$", statement.mentions[int(counted[1])].text.lower()):
                continue
            for gift in frame_of(statement, match, donor, match.span("item"), "pledged"):
                item = re.sub(r"^(?:an?|the|its) ", "", gift.item or "")
                yield replace(gift, item=item, end=match.start("item"), stop=match.end("item")) if counted else gift


def _in_town(statement: Statement, match: re.Match[str]) -> bool:
    """Whether works stand in a town that nobody knows: "a clinic in Umtali"; months and the like are no towns."""
    where = statement.skeleton[match.start("where") : match.end("where")]
    town = re.match(r" in (?!(?:January|Spring|Summer|Autumn|Winter|World)\b)[A-Z][a-z]{2,}", where)
    return town is not None and words("groups").search(where.lower()) is None


def constructed(statement: Statement) -> Iterator[Gift]:
    """Frames of public works in the other state: "A built a hospital in B". Not read: what firms build; embassies."""
    context = statement.context
    for match in _CONSTRUCTED.finditer(statement.low_skeleton):
        giver = actor_before(statement, clause_start(statement.skeleton, match.start()), match.start())
        donor = side_of(giver.mention, context) if giver and acts(statement, giver, match.start()) else None
        inside = [
            one for one in slots(statement, "state", "place", "body") if match.start("item") <= one.start < match.end()
        ]
        counted = re.search(r"\[quantity:(\d+)\]", match["item"])
        is_work = counted is None or re.search(rf"\b{_WORK}$", statement.mentions[int(counted[1])].text.lower())
        ours = all(side_of(one.mention, context) == facing(donor, context.pair) for one in inside[:1])
        if is_work and donor and ours and (inside or _in_town(statement, match)):
            for gift in frame_of(statement, match, donor, match.span("item"), "built"):
                yield (
                    replace(gift, item=re.sub(r"^(?:an?|the|its) ", "", gift.item or ""))
                    if not counted
                    else replace(gift, item=None, end=match.start("item"), stop=match.end("item"))
                )
    for match in _CONSTRUCTED_BY.finditer(statement.low_skeleton):
        for gift in frame_of(statement, match, side_in(statement, match, "by"), match.span("item"), "built"):
            yield replace(gift, item=re.sub(r"^(?:an?|the|its) ", "", gift.item or "", flags=re.IGNORECASE))


_ARTICLE = re.compile(r"^(?:of )?(?:an?|the|its) (?:best )?", re.IGNORECASE)


def of_government(statement: Statement) -> Iterator[Gift]:
    """Frames of works that a government set up, paid for or keeps: "schools supported by the [A] government"."""
    for match in _BY_GOVERNMENT.finditer(statement.low_skeleton):
        if _CONSTRUCTED_BY.match(statement.low_skeleton, match.start("item")):
            continue
        named = slots_between(statement, *match.span("item"), "state", "place")
        donor = side_in(statement, match, "own" if match["own"] else "by")
        if all(side_of(one.mention, statement.context) == facing(donor, statement.context.pair) for one in named):
            for gift in frame_of(statement, match, donor, match.span("item"), "built"):
                yield replace(gift, item=_ARTICLE.sub("", gift.item or ""))
