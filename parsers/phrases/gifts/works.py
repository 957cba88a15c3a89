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
from parsers.phrases.gifts.relief import AID, acts, frame_of, side_in
from parsers.phrases.gifts.told_donors import told_donor

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
_NO_FIRM_AID = r"(?!(?:commercial|private|bank|corporate|church|diaspora|ngo) )"
_BUILT = Folded(
    rf"(?:\b(?:was|were|been|being|is|are)(?: \w+ly)?|,|(?<=[a-z]))(?: {_WORKS}(?: "
    rf"and)?)+(?:[^;\[]{{0,20}}\[(?:date|place|state):\d+\]){{0,2}}[^;\[]{{0,20}}"
    rf" (?:with|through|thanks to|by|from)(?: the| an?)? (?:(?:[a-z-]+ ){{0,2}}{AID} (?:of|from|by|given"
    rf" by|provided by)"
    rf"(?: the)?(?: [a-z]+ of)? (?P<of>{NAMED}){_NO_FIRM}|(?P<own>{NAMED})(?:'s|’s|'|’)? {_NO_FIRM_AID}(?:[\w-]+ "
    rf"){{0,2}}{AID}\b|"
    rf"(?P<money>\[money:\d+\])(?: (?!from\b)\w+){{0,4}} (?:from|by)(?: the)? (?P<from>{NAMED}){_NO_FIRM}|"
    rf"(?P<sum>\[money:\d+\]) (?:in|of) (?P<in>{NAMED})(?:'s|’s)? (?:[a-z]+ )?{AID}\b)"
    r"(?! (?:of|worth|totall?ing) [^;]{0,12}\[money)"
    r"(?!(?: government| people)?,? (?:which|who) (?:provided|gave|granted|donated|contributed|offered|pledged)\b)"
)
_WITH_HELP = Folded(
    rf"\b(?:with|through|thanks to)(?: the)? (?:(?P<money>\[money:\d+\]) (?:in|of|from|provided by|given by)(?: "
    rf"the)? )?(?:(?P<own>{NAMED})(?:'s|’s|'|’)? (?:[\w-]+ ){{0,2}}{AID}"
    rf"(?: (?:programmes?|programs?|projects?|schemes?))?"
    rf"|(?:[a-z-]+ ){{0,2}}{AID} (?:of|from)(?: the)? (?P<of>{NAMED}){_NO_FIRM}),? (?P<item>[^;,]{{3,120}}?)"
    rf" (?:was|were) (?:\w+ly )?{_WORKS}"
)
_HELPED = Folded(
    rf"\b(?:helped|helps|helping|assisted|assists|assisting|contributed|contributes|contributing|"
    r"(?:offered|agreed|pledged|promised|decided) to (?:help|assist)|"
    r"will (?:help|assist)|(?:(?:will|would) )?(?:take|took|taken) (?:[a-z]+ ){0,2}?(?:measures|steps) to "
    r"(?:help|assist))(?: the)?(?: (?:government|people) of(?: "
    rf"the)?)?(?: (?P<who>{NAMED})(?:'s|’s)?)?"
    r"(?: (?:government|army|to|in|with|the))*"
    r"(?: (?:improve|improving|strengthen|expand|develop) (?:its|the|their) (?:[a-z-]+ ){0,2}[a-z]+)?"
    r"(?:,? (?:by|through|including|such as|which (?:(?:will|would) )?includ(?:e[sd]?|ing))|,(?= [a-z]+ing ))?"
    r" (?P<item>(?:build(?: up)?|dig|drill|draft|writ|reform|construct|establish|set(?:ting)? up|found|rebuild|expand|"
    r"modernis|moderniz|equip|train|develop|restor|"
    r"renovat|creat)\w*\b(?: [\w-]+| \[(?:state|place|person):\d+\](?:'s|’s|'|’)?){0,5}? (?:\[quantity:\d+\]|"
    r"academy|schools?|hospitals?|universit(?:y|ies)|college|institute|air force|mills?|(?:sports )?complex|"
    r"(?:security|defen[cs]e|border) forces?|navy|army|armed forces|police|roads?|bridges?|dams?|railways?|"
    r"airports?|port|harbour|factor(?:y|ies)|plants?|"
    r"power station|refinery|stadium|clinics?|centres?|centers?|laborator(?:y|ies)|housing|houses|wells|irrigation|"
    r"military|industry|fleet|legal code|codes?|constitution|laws|legislation|administration|judiciary|civil service|"
    r"border (?:guards?|police)|officers|soldiers|pilots|doctors|officials|diplomats|engineers|teachers|nurses|judges|"
    r"towns?|villages?|cities|areas|homes))(?:(?<=\])|\b)"
)
_COUNTED_WORKS = re.compile(
    r"\b(?:schools|hospitals|clinics|factories|plants|mills|roads|bridges|dams|wells|houses|homes|centres|centers|"
    r"villages|laboratories|libraries|academies|stations|airports|colleges|universities)$"
)
_SUPPORTED = Folded(
    r"\b(?:supported|supports|supporting|assisted|assists|assisting|helped|aided|supervised|oversaw|sponsored|aiding)"
    r"(?: (?:in|with|to))?(?: the)?"
    r" (?P<item>(?:construction|building|establishment|renovation|reconstruction|rehabilitation|restoration|"
    r"modernisation|"
    rf"modernization|expansion|creation|formation|founding|setting up|training|organi[sz]ation) of (?:[\w-]+ |"
    rf"{NAMED}(?:'s|’s)? |\[quantity:\d+\] ){{0,6}}?"
    r"(?:academy|schools?|hospitals?|universit(?:y|ies)|college|institute|roads?|bridges?|dams?|railways?|"
    r"airports?|port|"
    r"harbour|factor(?:y|ies)|plants?|stations?|refinery|stadium|clinics?|centres?|centers?|laborator(?:y|ies)|"
    r"housing|houses|"
    r"wells|villages?|towns?|homes|monument|museum|library|monastery|church|mosque|temple|theatre|parliament|"
    r"air force|navy|army|armed forces|police(?: force)?|coast guard|military|airline|shipping line))\b"
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


def built(statement: Statement) -> Iterator[Gift]:
    """Frames of works that the other side paid for: "the school was built with A's help, with [money] from A"."""
    skeleton = statement.skeleton
    for match in _BUILT.finditer(statement.low_skeleton):
        name = next(name for name in ("of", "own", "from", "in") if match[name])
        amount = next((one for one in ("money", "sum") if match[one]), None)
        begin = clause_start(skeleton, match.start())
        lead = _DATED.match(skeleton[begin : match.start()])
        item = (begin + (lead.end() if lead else 0), len(skeleton[: match.start()].rstrip(" ,")))
        for gift in frame_of(statement, match, side_in(statement, match, name), item if item[0] < item[1] else None):
            yield replace(gift, end=match.start(amount), stop=match.end()) if amount else gift


_WAS_GIFT = Folded(
    rf"(?P<item>(?:[\w'’-]+ |{NAMED}(?:'s|’s)? |\[(?:person|body):\d+\] ){{1,9}}?|"
    rf"(?:[\w'’-]+ |{NAMED} ){{1,8}}?(?:[\w'’-]+|{NAMED}), (?:opened|built|completed|inaugurated|erected|unveiled|"
    rf"constructed|established|founded|which opened|an?)\b[^,;]{{0,40}}, )(?:was|were|is|are) (?:an? |the "
    rf")?(?:[a-z]+ ){{0,2}}?"
    rf"(?:gifts?|donations?|presents?) (?:of|from|by)(?: the)?(?: (?:government|people|republic) of(?: the)?)? "
    rf"(?P<who>{NAMED})"
)


# "[money] from A helped set up a school".
_SUM_HELPED = Folded(
    rf"(?P<money>\[money:\d+\])(?: (?:in|of) (?:[a-z]+ ){{0,2}}{AID})? from(?: the)? (?P<from>{NAMED})(?: "
    rf"government)? (?:has "
    rf"|have )?(?:helped|paid for|financed|funded|was used|were used|made possible|enabled|allowed|went)\b"
)


def sum_helped(statement: Statement) -> Iterator[Gift]:
    """Frames of a sum that comes from one side and pays for something: "[money] from A helped set up a school"."""
    for match in _SUM_HELPED.finditer(statement.low_skeleton):
        for gift in frame_of(statement, match, side_in(statement, match, "from"), None, "helped"):
            yield replace(gift, end=match.start("money"), stop=clause_end(statement.skeleton, match.end()))


_OPENED_WITH = Folded(
    rf"\b(?:with|through|thanks to)(?: the)? (?:(?P<own>{NAMED})(?:'s|’s|'|’)? {_NO_FIRM_AID}(?:[\w-]+ ){{0,2}}{AID}|"
    rf"(?:[a-z-]+ ){{0,2}}{AID} (?:of|from)(?: the)? (?P<of>{NAMED}){_NO_FIRM}),? (?:the )?(?P<who>{NAMED})(?: "
    rf"government)? (?:has |had |also |was able to )*(?:{_WORKS}|open|build|establish|create|construct|set up)"
    rf" (?:an? |the |its |several |two )?(?P<item>[^;,.]{{3,80}})"
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


def with_help(statement: Statement) -> Iterator[Gift]:
    """Frames of works, the help before them: "with A's help, a school was built". Not read: help of third states."""
    yield from _opened_with(statement)
    for match in _WITH_HELP.finditer(statement.low_skeleton):
        named = [
            one for one in slots(statement, "state", "body") if match.start("item") <= one.start < match.end("item")
        ]
        if all(side_of(one.mention, statement.context) for one in named):
            donor = side_in(statement, match, "own" if match["own"] else "of")
            article = re.match(r"(?:the |an? )", match["item"], re.IGNORECASE)
            start = match.start("item") + (article.end() if article else 0)
            for gift in frame_of(statement, match, donor, (start, match.end("item"))):
                yield replace(gift, end=match.start("money"), stop=match.end("money")) if match["money"] else gift


def _opened_with(statement: Statement) -> Iterator[Gift]:
    """Frames of works that one side set up with the other's help: "with A's help, B opened an academy in 2003"."""
    for match in _OPENED_WITH.finditer(statement.low_skeleton):
        donor = side_in(statement, match, "own" if match["own"] else "of")
        if side_in(statement, match, "who") == facing(donor, statement.context.pair):
            end = _BEHIND_WORKS.search(match["item"])
            start = match.start("item")
            yield from frame_of(statement, match, donor, (start, start + end.start() if end else match.end("item")))


_BEHIND_WORKS = re.compile(r" (?:(?:in|on|by|since|during)(?: the)? )?\[date:\d+\]| in \[|$")


def _goes_elsewhere(statement: Statement, position: int) -> bool:
    """Whether the next place named in a clause is a third state's."""
    stop = min(position + 50, clause_end(statement.skeleton, position))
    after = [one for one in slots(statement, "state", "place", "body") if position <= one.start < stop]
    return bool(after) and side_of(after[0].mention, statement.context) is None


_IT = re.compile(r"^(?:it|they|the (?:country|government)) (?:has |have |had |also |later |then )*$")


def _doer(statement: Statement, verb: int) -> str | None:
    """The side that does what the verb at a place says; for "it" at the head of a sentence the one told of before."""
    begin = clause_start(statement.skeleton, verb)
    giver = actor_before(statement, begin, verb)
    if giver is None and _IT.match(statement.low_skeleton[:verb]):
        return told_donor(statement)
    return side_of(giver.mention, statement.context) if giver and acts(statement, giver, verb) else None


def helped(statement: Statement) -> Iterator[Gift]:
    """Frames of help with works: "A helped B build a school". Not read: help with anything else."""
    for match in _SUPPORTED.finditer(statement.low_skeleton):
        donor = _doer(statement, match.start())
        if not _goes_elsewhere(statement, match.start("item")):
            yield from frame_of(statement, match, donor, match.span("item"), "helped")
    for match in _HELPED.finditer(statement.low_skeleton):
        donor = _doer(statement, match.start())
        if _goes_elsewhere(statement, match.end()):
            continue
        counted = re.search(r"\[quantity:(\d+)\]$", match["item"])
        if counted and not _COUNTED_WORKS.search(statement.mentions[int(counted[1])].text.lower()):
            continue
        if not match["who"] or side_in(statement, match, "who") == facing(donor, statement.context.pair):
            for gift in frame_of(statement, match, donor, match.span("item"), _verb(match)):
                begin, stop = match.start("item") + counted.start() if counted else 0, match.end()
                yield replace(gift, item=None, end=begin, stop=stop) if counted else gift


def _verb(match: re.Match[str]) -> str:
    """ "pledged" where help was offered or promised only, else "helped"."""
    ahead = ("offered", "agreed", "pledged", "promised", "decided", "will", "would")
    return "pledged" if match[0].startswith(ahead) else "helped"


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
