"""Cities of a post that stand before it or that it was moved to: "in Oslo, Kenya has an embassy", "its Oslo office"."""

from __future__ import annotations

import re

from parsers.language.mention import PlaceValue
from parsers.language.modality import is_planned
from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.phrases.posts.cities import City, city_at

_LED = re.compile(
    r"(?:^|, )in (?:the city of )?(?P<name>¶+),? (?:(?:the )?§+ (?:also )?(?:has|had|have|maintains|maintained"
    r"|opened|operates"
    r"|operated|established|set up|keeps|runs)\b[^;,]*|(?:the|an?|there (?:is|was) (?:also )?an?) (?:§+ )?(?:\w+ )?)$"
)
_HOSTS = re.compile(
    r"(?P<name>¶+) (?:(?:also|currently|now) )?(?:hosts|hosted|houses|has(?: had)?|is (?:home|host) to|is the (?:seat"
    r"|site) of) "
    r"(?:both )?(?:an? |the )?(?:§+(?:['’]s)? )?(?:\w+ )?$"
)
_THERE = re.compile(
    r"\bin (?P<name>¶+)(?:[^;,.¶§]{0,30}? to (?:open|establish|set up|inaugurate)| (?:with|by|through))"
    r" (?:an?|the|its|their) (?:\w+ )?$"
)
_RAISED_IN = re.compile(
    r"(?P<name>¶+)(?: (?:was|were) (?:\w+ )?(?:upgraded|raised|elevated|promoted|converted))? (?:in)?to "
    r"(?:an? |the (?:rank|level|status) of (?:an? )?|that of an? )(?:\w+ )?$"
)
_BEFORE_NOUN = re.compile(r"(?P<name>¶+) (?:\(|(?:\w+ )?)$")
_LISTED = re.compile(r"(?:[:,;] |\band |^)(?P<name>[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,3}) \((?:\w+ )?$")
_LEADING = re.compile(r"[\s*•-]*(?P<name>¶+|[^\W\d_][^(:–—]{1,40}?)\s*(?:\(|:|[–—]|\s-\s)\s*[^.;]*$")
_WHERE = re.compile(
    r"(?P<name>¶+),? where (?:(?:there (?:is|was|are)|(?:it|they|he|she|(?:the )?§+|the (?:country|minister|president))"
    r" (?:has|had|have|opened|established|set up|inaugurated|maintains|operates|keeps)) )"
    r"(?:also )?(?:an?|its|the|one) (?:§+ )?(?:\w+ )?$"
)
_MOVED = re.compile(r"\b(?:mov|relocat|transferr?|shift)(?:ed?|ing|s|es)\b")
_FROM_TO = re.compile(
    r"(?: of (?:the )?§+)?(?: was| were| been| be|,)?(?: (?:mov|relocat|transferr?|shift)ed)?"
    r"(?: from (?P<old>[^,;.]{2,40}?))? to (?:the city of )?"
)
_MOVED_ON = re.compile(
    r"(?:[^;.:☺]{0,70}? (?:(?:mov|relocat|transferr?|shift)(?:ed|ing) (?:it|the (?:embassy|mission|legation"
    r"|post|seat|office))"
    r"|(?:(?:which|that|it|and|but|was|were|later|then|subsequently|being) )+(?:moved|relocated|transferred|shifted)))"
    r"(?: from ¶+)?(?:,? in ¤+,?)? to (?:the (?:new )?(?:capital|city)(?: of|,)? )?(?P<name>¶+)"
)
_PART_OF = re.compile(
    r",(?: an? (?:\w+ )?(?:district|suburb|quarter|neighbou?rhood|municipality|ward|part|area) (?:of|in))?"
    r"(?: the capital,?)? (?=¶)"
)
_OTHER_POST = re.compile(r"embass|consul|commission|legation|office")


def leading_city(statement: Statement, text: str, start: int) -> tuple[City, ...]:
    """The city that opens a list item before its posts: "Oslo (Embassy)", "Bergen: honorary consulate"."""
    match = _LEADING.match(text[:start])
    if match is None:
        return ()
    city = city_at(statement, match.start("name"))
    return (city,) if city is not None else ()


def led_by_city(statement: Statement, text: str, start: int) -> tuple[City, ...]:
    """The city that opens a sentence before the state that has the post there: "In Nairobi, Norway has an embassy"."""
    match = _LED.search(text[:start]) or _HOSTS.search(text, 0, start)
    where = _WHERE.search(text, 0, start)
    if where is not None and (known := city_at(statement, where.start("name"))) is not None:
        return (known,)
    city = city_at(statement, match.start("name")) if match else None
    side = side_of(statement.after(city.end, "state"), statement.context) if city else None
    if city is None and (there := _THERE.search(text, 0, start)):
        beside = city_at(statement, there.start("name"))
        return (beside,) if beside is not None else ()
    return (city,) if city is not None and side is not None and side not in city.iso3s else ()


def before_noun(statement: Statement, text: str, start: int) -> tuple[City, ...]:
    """The city that stands right before a post: "its Ankara embassy", "Ankara (embassy)"."""
    match = _BEFORE_NOUN.search(text, 0, start) or _RAISED_IN.search(text, 0, start)
    if match is None and statement.block.kind == "item":
        match = _LISTED.search(text, 0, start)
    city = city_at(statement, match.start("name")) if match else None
    return (city,) if city is not None else ()


def capital_behind(statement: Statement, text: str, city: City) -> City:
    """The capital of which the city told of an embassy is only a part: "in Shibuya, Tokyo"; else the city."""
    part = _PART_OF.match(text, city.end - statement.start)
    capital = city_at(statement, part.end()) if part is not None else None
    value = capital.place.value if capital is not None and capital.place is not None else None
    governs = isinstance(value, PlaceValue) and value.capital
    return capital if capital is not None and governs and city.iso3s in ((), capital.iso3s) else city


def _move(text: str, start: int, end: int) -> re.Match[str] | None:
    """The words of whence and where to a post was moved."""
    match = _FROM_TO.match(text, end)
    return match if match is not None and _MOVED.search(text, max(0, start - 40), match.end()) else None


def moved_to(statement: Statement, text: str, start: int, end: int) -> tuple[City, ...]:
    """Where a post was moved to; where it still is while the move is only planned."""
    match = _move(text, start, end)
    if match is None:
        return ()
    planned = is_planned(statement, statement.start + start, statement.start + end)
    at = match.start("old") if planned and match["old"] else match.end()
    city = city_at(statement, at)
    return (city,) if city is not None else ()


def moved_away(statement: Statement, text: str, start: int, end: int) -> tuple[bool, City | None]:
    """Whether a post is said to have moved, and the city that it left: "moved its embassy from Lagos to Abuja"."""
    match = _move(text, start, end)
    if match is None or is_planned(statement, statement.start + start, statement.start + end):
        return False, None
    return True, city_at(statement, match.start("old")) if match["old"] else None


def moved_on(statement: Statement, text: str, end: int, cities: tuple[City, ...]) -> tuple[City, ...]:
    """Where a post stands since it was moved: "opened an embassy in Lagos in 1962, but moved it to Abuja in 1991".

    Not read: a city of another state than the first one's.
    """
    match = _MOVED_ON.match(text, end) if _MOVED.search(text, end) else None
    city = city_at(statement, match.start("name")) if match else None
    if match is None or city is None or _OTHER_POST.search(text, end, match.start("name")):
        return ()
    elsewhere = any(city.iso3s and known.iso3s and city.iso3s != known.iso3s for known in cities)
    planned = is_planned(statement, statement.start + end, city.end)
    return () if planned or elsewhere else (city,)
