"""Cities in which a post is said to be, from the words around its noun, and the state that stands there instead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from parsers.language.lexicon import read_csv
from parsers.language.mention import Mention, PlaceValue, StateValue, is_demonym
from parsers.language.reading import Statement
from parsers.language.sides import is_side, with_sovereigns

_REGIONS = (
    r"(?:(?:[\w-]+ )?(?:africa|asia|europe|oceania|americas?|hemisphere|caribbean|balkans|scandinavia|maghreb|levant"
    r"|baltics?|sahara|pacific)|(?:arab|middle|near|far) (?:east|world)|(?:[\w-]+ )?gulf)\b"
)
_STREET = (
    r"(?=[^,;¶()]{0,40}?(?:\d|¤|(?:street|avenue|road|square|boulevard|lane|drive|house|building|plaza|gardens|terrace"
    r"|gate|place|rue|calle|rua|avenida|via|ulica|villa|palace|palais|palazzo"
    r"|\w+(?:laan|straat|straße|strasse|gasse|gatan|utca))\b))"
)
_TO_CITIES = re.compile(
    rf"(?: abroad)?(?:,? in (?:the |all of the )?(?:[\w-]+ (?:countries|region|world|states)|{_REGIONS}))?"
    r"(?: (?:building|premises|compound|chancery|complex)| \(embassy\)"
    r"| with an? (?:resident )?☺+(?=(?: residing| resident| based)? in ¶))?"
    rf"(?:,? (?:accredited )?(?:of|for|from|to|in) (?:the )?§+){{0,2}}(?:,? in (?:the )?{_REGIONS})?"
    r"(?:,? and (?:an? )?(?:[a-z-]+ ){0,2}(?:cent(?:re|er)|commission|institute|school|residence|library"
    r"|chancery)(?= in ¶))?"
    r"(?:, (?:with )?[\w ☺-]{3,40},(?= in ))?(?:,? (?:headed|led"
    r"|run) by [^,;.]{0,60},?)?"
    r"(?:,? (?:(?:which|that|who) )?(?:is|was|were|are|has been|had been|have been|being|has|have|had|continued to)\b)?"
    r"(?: (?:also|again|first|now|both|\w+ly))*"
    r"(?:,? (?:re-?)?(?:locate[ds]|situated|based|opened(?: up)?|established|inaugurated|set up|built|closed|founded"
    r"|launched|maintained|found|constructed|operat(?:es?|ed|ing)|work(?:s|ed|ing)?|exist(?:s|ed)?|function(?:s|ed|ing)?|stands|lies|sits|added|housed|"
    r"its doors|opened its doors|(?:moved|relocated) to (?:an?|its) (?:\w+ )?(?:building|premises|address"
    r"|location|chancery)|resid(?:es|ed|ing|ent)|seated)\b)?"
    r"(?: in (?:the )?§+(?=:))?(?: by (?:the )?§+)?(?: (?:on|in|since|during|at)? ?¤+)?(?: by (?:the )?§+)?,? ?"
    rf"(?:at (?:the )?{_STREET}[^,;¶()]{{0,30}}?(?:(?:, | in )(?=¶)| in (?=[\w’']+[,.;]))|"
    r"\(?(?:both |each |one )?(?:located |based |situated )?(?:in|at|to)\b(?: both)?(?: the)?(?: [\w-]+(?: [\w-]+)?"
    r" (?:district"
    r"|quarter|suburb|area|part|neighbou?rhood|section|sector|borough|ward|zone) of)?"
    r"(?:(?: [a-z-]+){1,3}(?=(?: §+(?:'s|’s)?)? (?:cit(?:y|ies)|port|town|capital)\b))?"
    r"(?: §+(?:'s|’s)?(?= (?:former |then )?(?:c|port|town)))?"
    r"(?: (?:former |then )?(?:capital|city|port|town|coastal|then|cities)"
    r"(?: cit(?:y|ies))?(?: of)?,?(?: (?:including|such as|namely):?)?)?|on (?:the )?[^,;.¶()]{0,40}?"
    r"(?:(?:cit(?:y|ies)|port|town|island) of (?=¶)"
    r"|(?:, | in )(?:the [^,;.¶()]{3,20} (?:district|area|quarter) of )?(?=¶))"
    r"|,(?= ¶)|:(?: in(?= ¶))?|[–—-]|(?=\())\s*\(?"
)
_CONCURRENT = re.compile(r",? (?:(?:non-resident|concurrent|accredited) )+(?:also )?(?:to|for|with) (?:the )?§+ from ")
_HOSTED = re.compile(
    r",? (?:\w+ )?(?:in|at|of|within|inside|under) (?:the )?(?:§+(?:'s|’s)? )?(?:embassy|high commission|consulate)"
    r"(?: of (?:the )?§+)?"
)
_CITY = re.compile(
    r"(?:['’]s-)?[^\W\d_a-z][\w’'.-]+"
    r"(?: (?:de |do |da |del |la |las |los |el |al-|of |upon )?[^\W\d_a-z][\w’'.-]+){0,3}"
)
_NO_CITY = re.compile(
    r"(?:The|An?|It|Its|Both|Each|In|On|Since|After|See|High|General|Trade|Mission|Office)\b|Honorary|Consul|Embass"
    r"|Economic|Cultural|Commercial|Representat",
    re.A,
)
_OF_REGION = re.compile(rf"(?:the )?{_REGIONS}$", re.I)
_REGION = re.compile(r" (?:countries|region|world|states|peninsula)\b")
_JOIN = re.compile(
    r"\s*(?:[,;]\s*and|,|and|as well as|&|/|;)\s*(?:also\s+)?(?:,\s*(?P<date>¤+),?\s*(?=in ))?"
    r"(?:(?:one|two|three|four)\s+(?=in\s))?(?:in\s+)?(?:the\s+)?"
)
# "Oslo, Viken; Bergen, Vestland": a comma joins regions where semicolons part the cities.
_AND_REGIONS = re.compile(
    r"[^;.]{2,60}; (?:and )?(?:in )?"
    r"(?:¶|(?!(?:an?|the|it|its|this|they|there|both|one|each|§+)\b)[^;,.]{2,20}(?:[,;.(]|$))"
)
_MANY = 3
_NAME = r"(?:[¶§]+|(?!(?:an?|the|its?|their|this|they|there|one|two|three)\b)[\w’'.-]+(?: [\w’'.-]+){0,2})"
# "In Oslo, Bergen and Moss.": names counted up with commas and an "and" that ends their clause.
_ROW = re.compile(rf"{_NAME}(?:, {_NAME})+,? and (?:in )?{_NAME}(?:[.;)]|$|,? (?:and|while|but) )")
_OF_STATE = re.compile(r"(?:, | \(| in )(?:the )?(?=§)")
_ACTS = re.compile(r"['’]?s? ?(?:has|have|had|is|opened)\b")
_GLOSS = re.compile(r" ?\([^()\d¤§]{2,30}\)(?=, | and )")  # "Cologne (Bergisch Gladbach), Hamburg and"
# "Calgary in Alberta, Halifax in Nova Scotia and …": the region behind a city of a row.
_IN_REGION = re.compile(
    r" in [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?(?: and [A-ZÀ-Þ][\w’'-]+(?=,))?"
    r"(?=, [A-ZÀ-Þ]|,? and [A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]+)? in [A-ZÀ-Þ])"
)
_IN_STATE = re.compile(r",? in (?=§)")
_DATED = re.compile(
    r" \((?:since |opened |opened in |in )?(?P<date>¤+)\)"
    r"| (?P<since>¤+)(?=,? and in (?:the )?[\w¶]|[,.;]|$)"
)
# "In Oslo in 1922, in Bergen and Moss in 1925": each has its year where the next has one.
_IN_YEAR = re.compile(r" in (?P<date>¤+)(?: \([^()¤]{2,40}\)(?=[,;] | and ))?")
_NEXT_YEAR = re.compile(
    r"(?:[,;]| and|, and|; and) (?:in )?(?:¶+|[^\W\d_][\w’'-]+)(?:(?:,| and|, and) (?:¶+|[^\W\d_][\w’'-]+))* in ¤"
)


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
        """Codes of the states it may lie in: the one named after it, else of the place, a territory's state too."""
        for mention in (self.state, self.place):
            if mention is not None and isinstance(mention.value, StateValue):
                return with_sovereigns((mention.value.iso3,))
            if mention is not None and isinstance(mention.value, PlaceValue):
                return with_sovereigns(mention.value.iso3s)
        return ()


def undated(cities: tuple[City, ...]) -> tuple[City, ...]:
    """The cities without the dates at which a post was opened there."""
    return tuple(replace(city, date=None) for city in cities)


def mention_at(statement: Statement, position: int, *kinds: str) -> Mention | None:
    """The mention of these kinds, or that inside one, which begins at an offset into the statement; or null."""
    at = statement.start + position
    found = next((m for m in statement.of(*kinds) if m.start == at), None)
    return found or next((m for m in statement.inner if m.kind in kinds and m.start == at), None)


def is_adjective(state: Mention) -> bool:
    """Whether a state is named by its adjective ("Kenyan")."""
    return is_demonym(state)


def cities_after(
    statement: Statement, text: str, end: int, *, plural: bool = True
) -> tuple[tuple[City, ...], Mention | None]:
    """The cities counted up after a post, and the state that stands there instead of a city.

    What a comma alone joins to the city of a single post, or to one of cities between semicolons, is its region, but in
    a row that "and" ends ("a consulate in Oslo, Bergen and Moss"); an unknown name behind an article is no further city
    ("in Oslo and the National Theatre"). Cities without "in" are read where they stand right behind the noun.
    """
    host = _HOSTED.match(text, end)
    where = _CONCURRENT.match(text, end) or _TO_CITIES.match(text, host.end() if host else end)
    if where is None:
        return _bare(statement, text, end, plural=plural), None
    cities = _beside(list(_counted_up(statement, text, where.end(), plural=plural)))
    if cities:
        return cities, None
    state = mention_at(statement, where.end(), "state", "both")
    if state is not None and not is_adjective(state):
        return (), state
    alone = _IN_STATE.match(text, end)
    lone = city_at(statement, alone.end()) if alone is not None else None
    return ((lone,) if lone is not None else ()), None


def _bare(statement: Statement, text: str, end: int, *, plural: bool) -> tuple[City, ...]:
    """The cities right behind a noun, of which the first is a known one, or one of several of a plural: "consulates
    Bergen and Moss"."""
    if not text.startswith(" ", end):
        return ()
    cities = _beside(list(_counted_up(statement, text, end + 1, plural=plural)))
    return cities if text.startswith(" ¶", end) or (plural and len(cities) > 1) else ()


def _counted_up(statement: Statement, text: str, begin: int, *, plural: bool) -> Iterator[City]:
    """The cities counted up from a position on, for one post or for several."""
    by_regions = _AND_REGIONS.match(text, begin) is not None
    position, with_regions = begin, by_regions or not (plural or _ROW.match(text, begin))
    date, yearly = None, False
    while position < len(text) and (told := _told_city(statement, text, position)) is not None:
        city, end = _in_year(statement, text, *told, goes_on=yearly) if plural else told
        yearly = city.date is not None
        if position > begin and city.place is None and text.endswith(" the ", 0, position):
            return
        yield city if date is None else replace(city, date=date)
        joint = _joint(statement, text, end, with_regions=with_regions)
        if joint is None:
            return
        position = joint.end()
        date = mention_at(statement, joint.start("date"), "date") if joint["date"] else None


def _in_year(statement: Statement, text: str, city: City, end: int, *, goes_on: bool) -> tuple[City, int]:
    """The city with the year behind it, or behind the last of those that share it, and where that ends, in a row in
    which each city has its year.
    """
    year, following = _IN_YEAR.match(text, end), _NEXT_YEAR.match(text, end)
    if city.date is None and year is not None and (goes_on or _NEXT_YEAR.match(text, year.end())):
        return replace(city, date=mention_at(statement, year.start("date"), "date")), year.end()
    if city.date is None and goes_on and following is not None:
        return replace(city, date=mention_at(statement, following.end() - 1, "date")), end
    return city, end


def _told_city(statement: Statement, text: str, position: int) -> tuple[City, int] | None:
    """The city at a position with the state and the date told behind it, and where all of that ends."""
    city = city_at(statement, position)
    if city is None:
        return None
    end, state = city.end - statement.start, _state_behind(statement, text, city)
    if state is None:
        end = _after_gloss(statement, text, end)
    if state is not None:
        end = state.end - statement.start
        end += text.startswith(")", end)
    dated = _DATED.match(text, end)
    date = mention_at(statement, dated.start(dated.lastgroup or 0), "date") if dated is not None else None
    if dated is None or (dated["since"] and (date is None or not date.text.startswith("since "))):
        return replace(city, state=state), end
    return replace(city, state=state, date=date), dated.end()


def _after_gloss(statement: Statement, text: str, end: int) -> int:
    """Where the words in brackets behind a city end, or the region in which it is said to lie."""
    gloss, region = _GLOSS.match(text, end), _IN_REGION.match(statement.text, end)
    return gloss.end() if gloss else region.end() if region else end


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
    if joint is None or joint[0] not in (", ", ", in ") or not with_regions:
        return joint
    joint = _JOIN.match(text, _after_region(statement, joint.end()))
    return None if joint is None or joint[0] == ", " else joint


def _beside(cities: list[City]) -> tuple[City, ...]:
    """The cities of one post, unknown ones taken to lie in the only state that the known ones lie in, as is the only
    one of a long row that has its name from a city elsewhere ("in Nantes, Brest, Lyon and Nice")."""
    told = Counter(city.iso3s for city in cities if city.iso3s)
    if not told:
        return tuple(cities)
    states, count = told.most_common(1)[0]
    if len(told) > 1 and (told.total() - count > 1 or count < _MANY):
        return tuple(cities)
    known = next(city for city in cities if city.iso3s == states)
    return tuple(
        city if city.iso3s == states or city.state else replace(city, place=known.place, state=known.state)
        for city in cities
    )


def _after_region(statement: Statement, position: int) -> int:
    """Where the name of a region behind a city ends."""
    region = city_at(statement, position)
    return region.end - statement.start if region is not None else position


def _lies_elsewhere(city: City, state: Mention) -> bool:
    """Whether a known city is not one of the state named behind it: "Besides its embassy in Warsaw, Iraq has …"."""
    known = city.iso3s
    return bool(known) and isinstance(state.value, StateValue) and state.value.iso3 not in known


def city_at(statement: Statement, position: int) -> City | None:
    """The city that begins at a position: a known place, a city state, or capitalised words that are nothing else."""
    at = statement.start + position
    mention = next((m for m in statement.mentions if m.start <= at < m.end), None)
    if mention is None:
        text = statement.document.text
        match = _CITY.match(text, at, statement.end)
        if match is None or _is_cut(statement, match) or _NO_CITY.match(match[0]) or _REGION.match(text, match.end()):
            return None
        if _OF_REGION.match(match[0].rstrip(".")):
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


_HALF = re.compile(r"(?:North|South|East|West)(?:ern)? ")
_MORE_NAME = re.compile(r" (?P<name>[A-ZÀ-Þ][a-zß-ÿ]{2,})(?=,? and\b|[,.;)]|$)")


def _is_former(mention: Mention, statement: Statement) -> bool:
    """Whether a name is of a former state that is now a part of one of the pair: "Zanzibar"; not of half of one."""
    pair, value = statement.context.pair, mention.value
    if not isinstance(value, StateValue) or value.form != "name" or value.iso3 in pair:
        return False
    if _HALF.match(mention.text):
        return False
    return is_side(value.iso3, pair)


@cache
def city_states() -> frozenset[str]:
    """Names of states and polities that are a city at the same time."""
    return frozenset(row["name"] for row in read_csv("places.csv") if row["kind"] == "capital") & frozenset(
        row["name"] for row in read_csv("states.csv")
    )
