"""The founding and the seat of a joint body, where the statement tells them right at its name."""

from __future__ import annotations

import re
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.mention import DateValue, Mention
from parsers.language.reading import Statement, lies_in
from parsers.language.terms import beginning
from parsers.phrases.bodies.institutions import Named

_GAP = r"(?: (?:a|an|the|their|its|first|new|own|joint|two|three|of|\d+|[a-z]+ly))*[ \"“]*$"
_LISTED = re.compile(r" \((?:established |founded |since )?(\d{4})\)")
_THERE = re.compile(r"\bthere (?:has|have) (?:also )?been (?:an? |the )?$", re.IGNORECASE)
_LASTING = re.compile(
    r"(?: of [^,;.]{3,40}?| (?:in|between|with|on|for) [^,;.]{3,70}?)?,? (?:has|have) "
    r"(?:existed|operated|been (?:in operation|in existence|active|operating|operational|at work))\b"
)
_AT_ONCE = re.compile(
    r"(?:(?:was|were|has been|is) )?(?:\w+ly )?(?:established|founded|set up|opened|created|inaugurated|"
    r"located|based|seated)?,? ?(?:in|at|,)(?: the)?(?: city of)?"
)
_OTHER_DEED = re.compile(
    r"; |, (?:and|while|but|where|which) |\b(?:offers|holds|held|organi[sz]ed|signed|visited|sessions?)\b"
)


_SEAT = re.compile(
    r"[^;]{0,80}\b(?:secretariat|headquarters|headquartered|seat|seated|based|branch"
    r"|(?:has|opened|runs|operates|maintains) an? (?:[a-z]+ )?(?:centre|center|office))(?: (?:is|are|was))? (?:in|at)"
    r"(?: the city of)? ",
    re.I,
)


@cache
def _acted() -> re.Pattern[str]:
    """Words that found the body named right behind them: "established the", "the opening of a new"."""
    words = "|".join(read_yaml("institutions.yaml")["founded"])
    return re.compile(
        rf"\b(?:{words}|establish|create|setting up|establishing|creating|establishment|creation|foundation|"
        rf"opening|inauguration|formation|founding|launch)\b(?: of)?{_GAP}"
    )


@cache
def _was_founded() -> re.Pattern[str]:
    """Words that tell of the body named right before them that it was founded: ", which was formally set up"."""
    words = "|".join(read_yaml("institutions.yaml")["founded"])
    return re.compile(
        rf"(?: \([A-Z][\w ]+\))?(?: of [^,;.]{{3,40}}?| (?:in|between|with) [^,;.]{{3,50}}?)?,?(?: (?:which|"
        rf"that))?(?: (?:was|were|is|has been|had been|also|been|being|formally|officially|jointly|"
        rf"first|only))*,? (?:{words})\b"
    )


def founding(statement: Statement, body: Named) -> tuple[bool, Mention | None]:
    """Whether the statement tells of the body's founding, and the date of that; null where it dates something else.

    The word of founding must stand at the name: "… was set up", "established the …", "the opening of the …".
    """
    text = statement.document.text
    before, after = text[statement.start : body.start], text[body.end : statement.end]
    lasting = _LASTING.match(after) is not None
    since = _since(statement) if lasting or _THERE.search(before) else None
    if since is not None:
        return True, since
    acted, passive, listed = _acted().search(before), _was_founded().match(after), _LISTED.match(after)
    if not (acted or passive or listed):
        return lasting, None
    at = body.end + passive.end() if passive else statement.start + acted.start() if acted else body.end
    return True, _founded_on(statement, at, listed=listed is not None)


def _founded_on(statement: Statement, at: int, *, listed: bool) -> Mention | None:
    """The date that goes with the word of founding at a place; null where another deed is told between the two."""
    date = statement.date_at(at)
    if date is None or not isinstance(date.value, DateValue) or (date.value.qualifier == "since" and not listed):
        return None
    low, high = sorted((date.start, at))
    return None if _OTHER_DEED.search(statement.document.text[low:high]) else date


def _since(statement: Statement) -> Mention | None:
    """The beginning of the time that a body is told to work for: "since 2014 the commission has been in operation"."""
    dates = [date for date in statement.dates if isinstance(date.value, DateValue) and date.value.qualifier == "since"]
    return beginning(dates[0]) if len(dates) == 1 else None


def place_of(statement: Statement, end: int) -> Mention | None:
    """The city named right behind a body, or as its seat: "in Lagos", "was opened in Lagos", "a secretariat in", "has a
    branch in".
    """
    text, pair = statement.document.text, statement.context.pair
    for place in statement.of("place"):
        if place.start < end:
            continue
        if _AT_ONCE.fullmatch(text[end : place.start].strip()) or _SEAT.fullmatch(text, end, place.start):
            return place if lies_in(place, pair) in pair else None
    return None
