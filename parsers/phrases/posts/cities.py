"""Cities in which a post is said to be, from the words around its noun, and the state that stands there instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from parsers.language.lexicon import read_csv
from parsers.language.mention import Mention, PlaceValue, StateValue
from parsers.language.modality import is_planned
from parsers.language.reading import Statement
from parsers.language.sides import is_side, side_of

_REGIONS = (
    r"(?:(?:[\w-]+ )?(?:africa|asia|europe|oceania|americas?|hemisphere|caribbean|balkans|scandinavia|maghreb|levant"
    r"|baltics?|sahara|pacific)|(?:arab|middle|near|far) (?:east|world)|(?:[\w-]+ )?gulf)\b"
)
_TO_CITIES = re.compile(
    rf"(?:,? in (?:the |all of the )?(?:[\w-]+ (?:countries|region|world|states)|{_REGIONS}))?(?: (?:building|premises"
    r"|compound|chancery|complex))?"
    rf"(?:,? (?:accredited )?(?:of|for|from|to|in) (?:the )?§+){{0,2}}(?:,? in (?:the )?{_REGIONS})?"
    r"(?:,? and (?:an? )?(?:[a-z-]+ ){0,2}(?:cent(?:re|er)|commission|institute|school|residence|library"
    r"|chancery)(?= in ¶))?"
    r"(?:, (?:with )?[\w ☺-]{3,40},(?= in ))?(?:,? (?:headed|led"
    r"|run) by [^,;.]{0,60},?)?"
    r"(?:,? (?:(?:which|that|who) )?(?:is|was|were|are|has been|had been|have been|being|has|have|had|continued to)\b)?"
    r"(?: (?:also|again|first|now|currently|both|\w+ly))*"
    r"(?: (?:re-?)?(?:locate[ds]|situated|based|opened|established|inaugurated|set up|built|closed|founded"
    r"|maintained|found|operat(?:es?|ed|ing)|exist(?:s|ed)?|function(?:s|ed|ing)?|stands|lies|sits|added|housed|"
    r"its doors|opened its doors|(?:moved|relocated) to (?:an?|its) (?:\w+ )?(?:building|premises|address"
    r"|location|chancery)|resid(?:es|ed|ing)|seated)\b)?"
    r"(?: in (?:the )?§+(?=:))?(?: by (?:the )?§+)?(?: (?:on|in|since|during|at)? ?¤+)?(?: by (?:the )?§+)?,? ?"
    r"(?:\(?(?:both |each |one )?(?:located |based |situated )?(?:in|at|to)\b(?: both)?(?: the)?(?: [\w-]+(?: [\w-]+)?"
    r" (?:district"
    r"|quarter|suburb|area|part|neighbou?rhood|section|sector|borough|ward|zone) of)?"
    r"(?:(?: [a-z-]+){1,3}(?=(?: §+(?:'s|’s)?)? (?:cit(?:y|ies)|port|town|capital)\b))?"
    r"(?: §+(?:'s|’s)?(?= (?:c|port|town)))?"
    r"(?: (?:capital|city|port|town|coastal|then|cities)"
    r"(?: cit(?:y|ies))?(?: of)?,?)?|on (?:the )?[^,;.¶()]{0,40}?(?:(?:cit(?:y|ies)|port|town|island) of (?=¶)|, (?=¶))"
    r"|,(?= ¶)|:(?: in(?= ¶))?|[–—-]|(?=\())\s*\(?"
)
_CONCURRENT = re.compile(r",? (?:(?:non-resident|concurrent|accredited) )+(?:also )?(?:to|for|with) (?:the )?§+ from ")
_HOSTED = re.compile(
    r",? (?:\w+ )?(?:in|at|of|within|inside|under) (?:the )?(?:§+(?:'s|’s)? )?(?:embassy|high commission|consulate)"
    r"(?: of (?:the )?§+)?"
)
_OTHER_POST = re.compile(r"embass|consul|commission|legation|office")
_MOVED = re.compile(r"\b(?:mov|relocat|transferr?|shift)(?:ed?|ing|s|es)\b")
_FROM_TO = re.compile(
    r"(?: was| were| been| be|,)?(?: (?:mov|relocat|transferr?|shift)ed)?(?: from (?P<old>[^,;.]{2,40}?))?"
    r" to (?:the city of )?"
)
_MOVED_ON = re.compile(
    r"(?:[^;.:☺]{0,70}? (?:(?:mov|relocat|transferr?|shift)(?:ed|ing) (?:it|the (?:embassy|mission|legation"
    r"|post|seat|office))"
    r"|(?:(?:which|that|it|and|but|was|were|later|then|subsequently|being) )+(?:moved|relocated|transferred|shifted)))"
    r"(?: from ¶+)?(?:,? in ¤+,?)? to (?:the (?:new )?(?:capital|city)(?: of|,)? )?(?P<name>¶+)"
)
_LED = re.compile(
    r"(?:^|, )in (?:the city of )?(?P<name>¶+),? (?:(?:the )?§+ (?:also )?(?:has|had|have|maintains|maintained"
    r"|opened|operates"
    r"|operated|established|set up|keeps|runs)\b[^;,]*|(?:the|an?|there (?:is|was) (?:also )?an?) (?:§+ )?(?:\w+ )?)$"
)
_HOSTS = re.compile(
    r"(?P<name>¶+) (?:also )?(?:hosts|hosted|houses|has(?: had)?|is (?:home|host) to|is the (?:seat|site) of) "
    r"(?:both )?(?:an? |the )?(?:§+ )?(?:\w+ )?$"
)
_THERE = re.compile(
    r"\bin (?P<name>¶+)(?:[^;,.¶§]{0,30}? to (?:open|establish|set up|inaugurate)| (?:with|by|through))"
    r" (?:an?|the|its|their) (?:\w+ )?$"
)
_RAISED_IN = re.compile(
    r"(?P<name>¶+)(?: (?:was|were) (?:\w+ )?(?:upgraded|raised|elevated|promoted|converted))? (?:in)?to "
    r"(?:an? |the (?:rank|level|status) of (?:an? )?|that of an? )(?:\w+ )?$"
)
_BEFORE_NOUN = re.compile(r"(?P<name>¶+) (?:\w+ )?$")
_CITY = re.compile(
    r"[^\W\d_a-z][\w’'.-]+(?: (?:de |do |da |del |la |las |los |el |al-|of |upon )?[^\W\d_a-z][\w’'.-]+){0,3}"
)
_NO_CITY = re.compile(
    r"(?:The|An?|It|Its|Both|Each|In|On|Since|After|See|High|General|Trade|Mission|Office)\b|Honorary|Consul|Embass"
    r"|Economic|Cultural|Commercial|Representat",
    re.A,
)
_OF_REGION = re.compile(rf"(?:the )?{_REGIONS}$", re.I)
_REGION = re.compile(r" (?:countries|region|world|states|peninsula)\b")
_JOIN = re.compile(
    r"\s*(?:[,;]\s*and|,|and|as well as|&|/|;)\s*(?:also\s+)?(?:,\s*(?P<date>¤+),?\s*(?=in ))?(?:one\s+)?(?:in\s+)?"
    r"(?:the\s+)?"
)
_OF_STATE = re.compile(r"(?:, | \(| in )(?:the )?(?=§)")
_ACTS = re.compile(r"['’]?s? ?(?:has|have|had|is|opened)\b")
_GLOSS = re.compile(r" ?\([^()\d¤§]{2,30}\)(?=, | and )")  # "Cologne (Bergisch Gladbach), Hamburg and"
_IN_STATE = re.compile(r",? in (?=§)")
_DATED = re.compile(
    r" \((?:since |opened |opened in |in )?(?P<date>¤+)\)"
    r"| (?P<since>¤+)(?=,? and in (?:the )?[\w¶]|[,.;]|$)"
)
_LEADING = re.compile(r"[\s*•-]*(?P<name>¶+|[^\W\d_][^(:–—]{1,40}?)\s*(?:\(|:|[–—]|\s-\s)\s*[^.;]*$")


@dataclass(frozen=True, slots=True)
class City:
    """A city that a post is said to be in: its words, the place mention where known, and the state named after it."""

    name: str
    start: int
    end: int
    place: Mention | None = None
    state: Mention | None = None
    date: Mention | None = None

    @property
    def iso3s(self) -> tuple[str, ...]:
        """Codes of the states it may lie in: the one named after it, else those of the place; none where unknown."""
        for mention in (self.state, self.place):
            if mention is not None and isinstance(mention.value, StateValue):
                return (mention.value.iso3,)
            if mention is not None and isinstance(mention.value, PlaceValue):
                return mention.value.iso3s
        return ()


def mention_at(statement: Statement, position: int, *kinds: str) -> Mention | None:
    """The mention of these kinds, or that inside one, which begins at an offset into the statement; or null."""
    at = statement.start + position
    found = next((m for m in statement.of(*kinds) if m.start == at), None)
    return found or next((m for m in statement.inner if m.kind in kinds and m.start == at), None)


def is_adjective(state: Mention) -> bool:
    """Whether a state is named by its adjective ("Kenyan")."""
    return isinstance(state.value, StateValue) and state.value.form == "demonym"


def cities_after(
    statement: Statement, text: str, end: int, *, plural: bool = True
) -> tuple[tuple[City, ...], Mention | None]:
    """The cities counted up after a post, and the state that stands there instead of a city.

    What a comma alone joins to the city of a single post, or to one of cities between semicolons, is its region; an
    unknown name behind an article is no further city ("in Oslo and the National Theatre").
    """
    host = _HOSTED.match(text, end)
    where = _CONCURRENT.match(text, end) or _TO_CITIES.match(text, host.end() if host else end)
    if where is None:
        return (), None
    cities = _beside(list(_counted_up(statement, text, where.end(), plural=plural)))
    if cities:
        return cities, None
    state = mention_at(statement, where.end(), "state", "both")
    if state is not None and not is_adjective(state):
        return (), state
    alone = _IN_STATE.match(text, end)
    lone = _city_at(statement, alone.end()) if alone is not None else None
    return ((lone,) if lone is not None else ()), None


def _counted_up(statement: Statement, text: str, begin: int, *, plural: bool) -> Iterator[City]:
    """The cities counted up from a position on, for one post or for several."""
    position, with_regions, date = begin, not plural or ";" in text[begin:], None
    while position < len(text) and (told := _told_city(statement, text, position)) is not None:
        city, end = told
        if position > begin and city.place is None and text.endswith(" the ", 0, position):
            return
        yield city if date is None else replace(city, date=date)
        joint = _joint(statement, text, end, with_regions=with_regions)
        if joint is None:
            return
        position = joint.end()
        date = mention_at(statement, joint.start("date"), "date") if joint["date"] else None


def _told_city(statement: Statement, text: str, position: int) -> tuple[City, int] | None:
    """The city at a position with the state and the date told behind it, and where all of that ends."""
    city = _city_at(statement, position)
    if city is None:
        return None
    end, state = city.end - statement.start, _state_behind(statement, text, city)
    gloss = _GLOSS.match(text, end) if state is None else None
    end = gloss.end() if gloss else end
    if state is not None:
        end = state.end - statement.start
        end += text.startswith(")", end)
    dated = _DATED.match(text, end)
    date = mention_at(statement, dated.start(dated.lastgroup or 0), "date") if dated is not None else None
    if dated is None or (dated["since"] and (date is None or not date.text.startswith("since "))):
        return replace(city, state=state), end
    return replace(city, state=state, date=date), dated.end()


def _state_behind(statement: Statement, text: str, city: City) -> Mention | None:
    """The state named right behind a city as that in which it lies; null where it begins a clause of its own."""
    lead = _OF_STATE.match(text, city.end - statement.start)
    state = mention_at(statement, lead.end(), "state") if lead is not None else None
    if state is None or _lies_elsewhere(city, state) or _ACTS.match(text, state.end - statement.start + 1):
        return None
    return state


def _joint(statement: Statement, text: str, end: int, *, with_regions: bool) -> re.Match[str] | None:
    """What joins a further city to one; with regions, a comma alone joins that of the city, which is gone over."""
    joint = _JOIN.match(text, end)
    if joint is None or joint[0] != ", " or not with_regions:
        return joint
    joint = _JOIN.match(text, _after_region(statement, joint.end()))
    return None if joint is None or joint[0] == ", " else joint


def _beside(cities: list[City]) -> tuple[City, ...]:
    """The cities of one post, unknown ones taken to lie in the only state that the known ones lie in."""
    known = next((city for city in cities if city.iso3s), None)
    if known is None or len({city.iso3s for city in cities if city.iso3s}) > 1:
        return tuple(cities)
    return tuple(city if city.iso3s else replace(city, place=known.place, state=known.state) for city in cities)


def _after_region(statement: Statement, position: int) -> int:
    """Where the name of a region behind a city ends."""
    region = _city_at(statement, position)
    return region.end - statement.start if region is not None else position


def _lies_elsewhere(city: City, state: Mention) -> bool:
    """Whether a known city is not one of the state named behind it: "Besides its embassy in Warsaw, Iraq has …"."""
    known = city.iso3s
    return bool(known) and isinstance(state.value, StateValue) and state.value.iso3 not in known


def _city_at(statement: Statement, position: int) -> City | None:
    """The city that begins at a position: a known place, a city state, or capitalised words that are nothing else."""
    at = statement.start + position
    mention = next((m for m in statement.mentions if m.start <= at < m.end), None)
    if mention is None:
        text = statement.document.text
        match = _CITY.match(text, at, statement.end)
        if match is None or _is_cut(statement, match) or _NO_CITY.match(match[0]) or _REGION.match(text, match.end()):
            return None
        if _OF_REGION.match(match[0]):
            return None
        name = match[0].rstrip(".") if match.end() == statement.end else match[0]
        return City(name, at, at + len(name))
    named = mention.kind == "place" or mention.text in city_states() or _is_former(mention, statement)
    if mention.start == at and named:
        end = _end_of_name(statement, mention)
        return City(statement.document.text[at:end], at, end, mention)
    return None


def _is_cut(statement: Statement, name: re.Match[str]) -> bool:
    """Whether a name runs into something else; not into a known place with which it ends ("Reggio Calabria")."""
    later = next((m for m in statement.mentions if m.start > name.start()), None)
    return later is not None and later.start < name.end() and (later.kind, later.end) != ("place", name.end())


def _end_of_name(statement: Statement, place: Mention) -> int:
    """Where the name of a known place ends: behind a word with a capital that goes on with it ("Kumasi Nova")."""
    more = _MORE_NAME.match(statement.document.text, place.end, statement.end)
    told = any(place.end < m.start < more.end() for m in statement.mentions) if more is not None else True
    return place.end if more is None or told or _NO_CITY.match(more["name"]) else more.end()


_MORE_NAME = re.compile(r" (?P<name>[A-ZÀ-Þ][a-zß-ÿ]{2,})(?=,? and\b|[,.;)]|$)")


def _is_former(mention: Mention, statement: Statement) -> bool:
    """Whether a name is of a former state that is now a part of one of the pair: "Zanzibar"."""
    pair, value = statement.context.pair, mention.value
    if not isinstance(value, StateValue) or value.form != "name" or value.iso3 in pair:
        return False
    return is_side(value.iso3, pair)


def leading_city(statement: Statement, text: str, start: int) -> tuple[City, ...]:
    """The city that opens a list item before its posts: "Oslo (Embassy)", "Bergen: honorary consulate"."""
    match = _LEADING.match(text[:start])
    if match is None:
        return ()
    city = _city_at(statement, match.start("name"))
    return (city,) if city is not None else ()


def led_by_city(statement: Statement, text: str, start: int) -> tuple[City, ...]:
    """The city that opens a sentence before the state that has the post there: "In Nairobi, Norway has an embassy"."""
    match = _LED.search(text[:start]) or _HOSTS.search(text, 0, start)
    city = _city_at(statement, match.start("name")) if match else None
    side = side_of(statement.after(city.end, "state"), statement.context) if city else None
    if city is None and (there := _THERE.search(text, 0, start)):
        beside = _city_at(statement, there.start("name"))
        return (beside,) if beside is not None else ()
    return (city,) if city is not None and side is not None and side not in city.iso3s else ()


def before_noun(statement: Statement, text: str, start: int) -> tuple[City, ...]:
    """The city that stands right before a post: "its Ankara embassy"."""
    match = _BEFORE_NOUN.search(text, 0, start) or _RAISED_IN.search(text, 0, start)
    city = _city_at(statement, match.start("name")) if match else None
    return (city,) if city is not None else ()


def moved_to(statement: Statement, text: str, start: int, end: int) -> tuple[City, ...]:
    """Where a post was moved to; where it still is while the move is only planned."""
    match = _FROM_TO.match(text, end)
    if match is None or not _MOVED.search(text, max(0, start - 40), match.end()):
        return ()
    planned = is_planned(statement, statement.start + start, statement.start + end)
    at = match.start("old") if planned and match["old"] else match.end()
    city = _city_at(statement, at)
    return (city,) if city is not None else ()


def moved_on(statement: Statement, text: str, end: int, cities: tuple[City, ...]) -> tuple[City, ...]:
    """Where a post stands since it was moved: "opened an embassy in Lagos in 1962, but moved it to Abuja in 1991".

    Not read: a city of another state than the first one's.
    """
    match = _MOVED_ON.match(text, end) if _MOVED.search(text, end) else None
    city = _city_at(statement, match.start("name")) if match else None
    if match is None or city is None or _OTHER_POST.search(text, end, match.start("name")):
        return ()
    elsewhere = any(city.iso3s and known.iso3s and city.iso3s != known.iso3s for known in cities)
    planned = is_planned(statement, statement.start + end, city.end)
    return () if planned or elsewhere else (city,)


@cache
def city_states() -> frozenset[str]:
    """Names of states and polities that are a city at the same time."""
    return frozenset(row["name"] for row in read_csv("places.csv") if row["kind"] == "capital") & frozenset(
        row["name"] for row in read_csv("states.csv")
    )
