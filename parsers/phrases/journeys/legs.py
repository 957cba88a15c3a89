"""Legs of journeys: where a verb of going leads, each with its dates, and who went where the verb is not said again.

Read: "visited X in 1979 and Y in 1981", "and again in 1990", "A visited X in May, B in June", "as did B in 1999".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from parsers.language.mention import DateValue, Mention
from parsers.language.pattern import Match
from parsers.language.reading import lies_in
from parsers.language.sides import present
from parsers.language.states import Pair

_NEXT = re.compile(
    r"(?:,? (?:and|then|before|as well as|and then|followed by)(?: to| in| again| later| also| finally)?|,)(?:"
    r" in| to| visiting)?(?: the)? \[(?:state|place):(\d+)\]"
    r"(?=[,.;)]|$| (?:in|on|to|for|from|during|as|where|with|at|and|again|later|respectively|before|after"
    r"|that)\b| \[date| \()",
    re.I,
)
_AS = (
    r"as (?:an? )?(?:\[person:\d+\]"
    r"|(?:[\w-]+ ){0,3}?(?:minister|secretary|president|premier|mayor|speaker|prince|king))"
)
_NEW_CLAUSE = r",? and (?:in|on) \[date:\d+\],? (?:the )?(?:(?-i:[A-ZÀ-Þ])|\[(?:person|state|both))"
_DATES = re.compile(
    r"[ ,]*(?:(?:twice|thrice|respectively) (?=\())?\(?"
    r"(?:on (?:\[quantity:\d+\]|[\w-]+)(?: [\w-]+)? occasions?[ ,:]+|on \[quantity:\d+\][ ,:]+)?"
    rf"(?:(?:in|on|from|during|both|again|twice|also|between|early|late|mid|one|the first|{_AS})[ ,]+)*\[date:\d+\]"
    rf"(?:(?!{_NEW_CLAUSE})(?: {_AS})?(?:, and | and |,? as well as |, | |-|–)"
    rf"(?:{_AS} )?(?:again |once more |later |then |the other |another |the second "
    r"|returned (?:there |again )?|went back (?:there )?)?(?:in |on )?\[date:\d+\]"
    r"(?: \((?:twice|\w+ times)\))?)*(?: respectively)?\)?",
    re.I,
)
_AGAIN = re.compile(
    r"(?:(?!\[person|\[state|\[place)[^;.]){0,80}?,? and (?:then )?(?:again|once more)(?:,? as [^;.,]{3,50}?)?"
    r" (?:(?:in|on|from) )?(?P<dates>\[date:\d+\](?:(?:, and |, | and )(?:(?:in|on) )?\[date:\d+\])*)"
)
# "In 1998 for a summit and in 2003 for talks": each year has a purpose of its own.
_PURPOSE = r"(?:for|to attend|to open|to mark|as part of|during|on the occasion of)"
_ALSO_ON = re.compile(
    rf" (?:in|on) \[date:\d+\],? {_PURPOSE} (?:(?!\band\b|\[person)[^;.]){{3,90}},? and (?P<dates>(?:in|on) "
    rf"\[date:\d+\]),? (?={_PURPOSE} )"
)
_NUMBER = re.compile(r":(\d+)\]")
_GAPPED = re.compile(
    r"\)?(?:,| and|, and|;|; and|,? while|,? whereas|,? as (?:did|had)|,?(?: and)? so did"
    r"|,? (?:and )?(?:was |were )?followed by)"
    r"(?: in \[date:(?P<early>\d+)\],?)?"
    r"(?: (?:the|his|her)(?: [a-z]+,?)?)? \[person:(\d+)\](?:, (?:his|her) [a-z ]{3,30}(?=, in \[date))?"
    r"(?:,? |(?=[.;]))(?:followed |followed suit |did so |came )?"
    r"(?:to (?:the )?\[(?:state|place):(\d+)\])?(?:(?: ?(?:in|on) | ?\((?:in )?)"
    r"(\[date:\d+\](?:(?:,? and|,) (?:again )?(?:in |on )?\[date:\d+\])*))?(?=[,.;)]|$| (?:and|as|too|for)\b| [–(])"
)
_LONGEST_TRIP = 31  # days


@dataclass(frozen=True, slots=True)
class Leg:
    """One destination of a journey, the dates that stand behind it, if any, and who went where it is another's."""

    to: Mention
    dates: tuple[Mention, ...] = ()
    visitor: Mention | None = None


def legs(match: Match) -> list[Leg]:
    """The destinations that follow a verb of going; places of one state are one leg, undated legs take the next one's
    dates.
    """
    statement, skeleton, position = match.statement, match.statement.skeleton, match.found.end()
    first = match.mention("to")
    found = [Leg(first)] if first is not None else []
    while found and (part := _DATES.match(skeleton, position) or _NEXT.match(skeleton, position)):
        if part.re is _DATES:
            found[-1] = replace(found[-1], dates=(*found[-1].dates, *_dates_of(match, part)))
        else:
            found.append(Leg(statement.mentions[int(part[1])]))
        position = part.end()
    return _joined(found, statement.context.pair)


def _dates_of(match: Match, told: re.Match[str]) -> list[Mention]:
    """The dates of a leg, without that of the way home and those that only tell since when."""
    dates = [date for date in _dates_in(match, told[0]) if not is_since(date)]
    if "returned" in told[0] and is_way_home(dates[-2], dates[-1]):
        dates.pop()
    return [date for date in dates if date in match.statement.dates]


def _dates_in(match: Match, words: str) -> list[Mention]:
    """The dates whose slots stand in a piece of the skeleton."""
    found = (match.statement.mentions[int(number)] for number in _NUMBER.findall(words))
    return [one for one in found if one.kind == "date"]


def dates_behind(match: Match) -> list[Mention]:
    """The dates counted up right behind a match: "in 1990 as minister and in 1995 as president"."""
    dates = _DATES.match(match.statement.skeleton, match.found.end())
    return _dates_in(match, dates[0]) if dates else []


def again_on(match: Match) -> list[Mention]:
    """The dates on which the same journey was made again, as its clause tells at its end: "visited X in 1961 for a
    summit, and again in 1966", "and again as president in 2015", "in 1998 for a summit and in 2003 for talks".
    """
    skeleton, end = match.statement.skeleton, match.found.end()
    again = _AGAIN.match(skeleton, end) or _ALSO_ON.match(skeleton, end)
    return [date for date in _dates_in(match, again["dates"]) if date in match.statement.dates] if again else []


def is_since(date: Mention) -> bool:
    """Whether a date only tells since when: a trip has none such ("the first visit since 1998")."""
    return getattr(date.value, "edtf", "").endswith("/..")


def is_way_home(out: Mention | None, back: Mention | None) -> bool:
    """Whether who "returned" on a day so soon after the day of a trip must have gone home."""
    days = [one.value.start for one in (out, back) if one is not None and isinstance(one.value, DateValue)]
    if len(days) < 2 or days[0] is None or days[1] is None:
        return False
    return 0 <= (days[1] - days[0]).days < _LONGEST_TRIP


def gapped(match: Match, first: Mention | None) -> list[Leg]:
    """Further visitors for whom the verb is not said again, each with a destination or a date of his own: "A visited X
    in May, B in June", "A flew to X and B to Y", "A visited X in 1998, as did B in 1999".
    """
    mentions, skeleton, position = match.statement.mentions, match.statement.skeleton, match.found.end()
    dates, shared = _DATES.match(skeleton, position), tuple(dates_behind(match))
    position, found = dates.end() if dates else position, list[Leg]()
    while (further := _GAPPED.match(skeleton, position)) and (further[3] or further[4] or " did " in further[0]):
        to = mentions[int(further[3])] if further[3] else first
        early = (mentions[int(further["early"])],) if further["early"] else shared
        own = tuple(_dates_in(match, further[4] or "")) or early
        if to is not None:
            found.append(Leg(to, own, mentions[int(further[2])]))
        position = further.end()
    return found


def _land(spot: Mention, pair: Pair) -> str | None:
    """The code of the state that a destination lies in; the pair's own for a part or predecessor of it."""
    iso3 = lies_in(spot, pair)
    return (present(iso3, pair) or iso3) if iso3 else None


def _joined(found: list[Leg], pair: Pair) -> list[Leg]:
    """Legs of one state put together where not both have dates; then dates handed back along the list."""
    kept: list[Leg] = []
    for leg in found:
        before = kept[-1] if kept else None
        if before and _land(before.to, pair) == _land(leg.to, pair) and not (before.dates and leg.dates):
            kept[-1] = replace(before, dates=before.dates or leg.dates)
        else:
            kept.append(leg)
    return _dated(kept)


def _dated(found: list[Leg]) -> list[Leg]:
    """The legs, those without dates with the dates of the next one that has any."""
    dated, dates = list[Leg](), tuple[Mention, ...]()
    for leg in reversed(found):
        dates = leg.dates or dates
        dated.append(replace(leg, dates=dates))
    return dated[::-1]
