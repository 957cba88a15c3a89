"""The setting of an encounter: city, building and event at which people met."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.language.mention import Mention, PlaceValue
from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.phrases.encounters.encounters import Encounter
from parsers.phrases.journeys.receptions import is_seat

_ELSEWHERE = re.compile(r";|, and |\b(?:visited|arrived|embassy|met|spoke|opened|signed)\b")  # another thing is told
_AT = re.compile(r"\b(?:in|at)(?: the)?(?: \w+,)? $|, $", re.I)
_WENT_TO = re.compile(
    r"\b(?:visit(?:ed|s|ing)?|travel(?:l?ed|l?ing)? to|(?:went|came|flew|going|coming|flying) to"
    r"|arriv(?:ed|ing) (?:in|at)|(?:visits?|trip|journey) to|stopped in)"
    r"(?: the)?(?: city of| capital(?: city)?,?(?: of)?)? $",
    re.I,
)
_WHERE = re.compile(r"(?:, [A-ZÀ-Þ]\w+)?,? where (?:he|she|they)\b")
_CALLED = r"(?:(?!(?:in|at|on|to|for|with|from|by|before|after|during|where|when)\b)[\w’'–-]+ ){0,8}?"
_HOLDER = r"(?: (?:of|on|for) (?:the )?[A-ZÀ-Þ][\w’'-]*(?:(?: and| of| for| the)* [A-ZÀ-Þ][\w’'-]*)*)?"
_OCCASION = re.compile(
    r"\b(?:[Oo]n|[Ii]n|[Aa]t) the (?:sidelines?|margins?|fringes?) of (?:the |a |an )?(?P<margins>[^,;]{3,90}?)"
    r"(?=[,;]|\.?$| (?:in|on|with|and|where|held|to)\b)"
    r"|\b(?:[Aa]t|[Dd]uring|(?:[Ww]ith)?[Ii]n the framework of|within the framework of"
    r"|attend(?:ed|ing|s)|tak(?:en|ing) part in|took part in)"
    rf" (?:the |a |an )?[\"“]?(?P<event>{_CALLED}(?:General (?:Assembly|Session)|[Ss]ummit|[Cc]onference|[Ff]orum"
    rf"|[Cc]ongress|Olympics|Games)\b{_HOLDER})",
)
_CAPITALS = r"[A-ZÀ-Þ][\w’'.-]*"
_VENUE = re.compile(
    r"\b(?:at|in|inside) (?:the |his |her |their |its |an? )?(?P<venue>"
    rf"(?:{_CAPITALS} (?:(?:of|the|de|do|da|del|la) )*){{1,4}}(?:Palace|Castle|Hotel|House|Residence|Office"
    r"|Headquarters|Air ?[Bb]ase|Airport|Hall|Villa|Ministry|Guesthouse)\b(?! of\b)"
    rf"|(?:Pal[aá]cio|Palazzo|Palais|Casa|Ch[aâ]teau|Schloss|Istana|Villa)(?: (?:de|do|da|del|di|du|la)\b)* {_CAPITALS}"
    rf"|Ministry (?:of|for) {_CAPITALS}(?:(?: and| of)* {_CAPITALS})*|Camp David|Chequers|Kremlin|[EÉ]lysée(?: Palace)?"
    r"|(?:(?:presidential|royal|imperial|official|state|governor[’']s|president[’']s|king[’']s|prime minister[’']s) )+"
    r"(?:palace|residence|guest ?house|office)|airport|(?:foreign|defen[cs]e) ministry)\b"
)
_FARTHEST = 200


@dataclass(frozen=True, slots=True)
class Setting:
    """City, venue and occasion of an encounter in person; each null where its clause does not tell it."""

    city: Mention | None = None
    venue: str | None = None
    occasion: str | None = None


def setting_of(statement: Statement, encounter: Encounter, mode: str) -> Setting:
    """Where an encounter took place and at what event; of calls and letters the event alone."""
    occasion = _occasion(statement, encounter.at)
    if mode != "in person":
        return Setting(occasion=occasion)
    return Setting(
        _city(statement, encounter) or _city_gone_to(statement, encounter), _venue(statement, encounter), occasion
    )


def _city(statement: Statement, encounter: Encounter) -> Mention | None:
    """The city that the clause names for the encounter, behind "in" or "at"; one behind the verb comes first."""
    text = statement.document.text
    for place in sorted(statement.of("place"), key=lambda one: one.start < encounter.at):
        low, high = sorted((encounter.at, place.start))
        before = text[max(statement.start, place.start - 12) : place.start]
        near = high - low < _FARTHEST and not _ELSEWHERE.search(text[_behind_verb(text, low) : high])
        if _is_city(place) and near and (_AT.search(before) or _WHERE.match(text, place.end)):
            return place
    return None


def _city_gone_to(statement: Statement, encounter: Encounter) -> Mention | None:
    """The city of one of the sides that somebody went to before the encounter is told: "visited Oslo and met B"; the
    only place, with nobody else named between, and no other clause.
    """
    text, place = statement.document.text, statement.before(encounter.at, "place")
    if place is None or not _is_city(place) or not _WENT_TO.search(text, statement.start, place.start):
        return None
    others = [one for one in statement.of("person") if place.end <= one.start < encounter.at]
    known = side_of(place, statement.context) is not None
    alone = known and set(others) <= set(encounter.people)
    return place if alone and ";" not in text[place.end : encounter.at] else None


def _behind_verb(text: str, at: int) -> int:
    """Where what follows a verb of meeting at a position begins, as far as it could be taken for another: "was met"."""
    return at + (8 if text.startswith(("was ", "were "), at) else 4)


def _is_city(place: Mention) -> bool:
    return isinstance(place.value, PlaceValue) and not is_seat(place)


def _venue(statement: Statement, encounter: Encounter) -> str | None:
    """The building that the clause names for the encounter: "at the Imperial Palace"."""
    text = statement.document.text
    for found in _VENUE.finditer(text, statement.start, statement.end):
        low, high = sorted((encounter.at, found.start()))
        if high - low < _FARTHEST and not _ELSEWHERE.search(text[_behind_verb(text, low) : high]):
            return found["venue"]
    return None


def _occasion(statement: Statement, at: int) -> str | None:
    """The event at whose margins the people met, as the clause names it: "on the sidelines of …", "at the … Summit"."""
    found = _OCCASION.search(statement.text)
    if found is None:
        return None
    here = at - statement.start
    between = statement.text[here + 4 : found.start()] if here < found.start() else statement.text[found.end() : here]
    if _ELSEWHERE.search(between):
        return None
    words = (found["margins"] or found["event"]).strip()
    return None if words.endswith(("press conference", "news conference")) else words
