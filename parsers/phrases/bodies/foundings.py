"""The founding and the seat of a joint body, where the statement tells them right at its name."""

from __future__ import annotations

import re

from parsers.language.lexicon import read_yaml
from parsers.language.mention import DateValue, Mention
from parsers.language.reading import Statement, lies_in
from parsers.language.terms import beginning
from parsers.phrases.bodies.institutions import Named


def founding(statement: Statement, body: Named) -> tuple[bool, Mention | None]:
    """Whether the statement tells of the body's founding, and the date of that; null where it dates something else.

    The word of founding must stand at the name: "… was set up", "established the …", "the opening of the …".
    """
    text = statement.document.text
    words = "|".join(read_yaml("institutions.yaml")["founded"])
    before, after = text[statement.start : body.start], text[body.end : statement.end]
    gap = r"(?: (?:a|an|the|their|its|first|new|own|joint|two|three|of|\d+|[a-z]+ly))*[ \"“]*$"
    acted = re.search(
        (
            rf"\b(?:{words}|establish|create|setting up|establishing|creating|establishment|creation|foundation|"
            rf"opening|inauguration|formation|founding|launch)\b(?: of)?{gap}"
        ),
        before,
    )
    passive = re.match(
        (
            rf"(?: \([A-Z]\w+\))?(?: of [^,;.]{{3,40}}?| (?:in|between|with) [^,;.]{{3,50}}?)?,?(?: (?:which|"
            rf"that))?(?: (?:was|were|is|has been|had been|also|been|being|formally|officially|jointly|"
            rf"first|only))*,? (?:{words})\b"
        ),
        after,
    )
    lasting = _LASTING.match(after)
    since = _since(statement, body) if lasting else None
    if since is not None:
        return True, since
    if _THERE.search(before) and (since := _since(statement, body)) is not None:
        return True, since
    listed = re.match(r" \((?:established |founded |since )?(\d{4})\)", after)
    if not (acted or passive or listed):
        return lasting is not None, None
    at = body.end + passive.end() if passive else statement.start + acted.start() if acted else body.end
    date = statement.date_at(at)
    value = date.value if date else None
    if date is None or not isinstance(value, DateValue) or (value.qualifier == "since" and not listed):
        return True, None
    low, high = sorted((date.start, at))
    if re.search(
        r"; |, (?:and|while|but|where|which) |\b(?:offers|holds|held|organi[sz]ed|signed|visited)\b", text[low:high]
    ):
        return True, None
    return True, date


_THERE = re.compile(r"\bthere (?:has|have) (?:also )?been (?:an? |the )?$", re.IGNORECASE)
_LASTING = re.compile(
    r"(?: of [^,;.]{3,40}?| (?:in|between|with|on|for) [^,;.]{3,70}?)?,? (?:has|have) "
    r"(?:existed|operated|been (?:in operation|in existence|active|operating|operational|at work))\b"
)


def _since(statement: Statement, body: Named) -> Mention | None:
    """The beginning of the time that a body is told to work for: "since 2014 the commission has been in operation"."""
    dates = [date for date in statement.dates if isinstance(date.value, DateValue) and date.value.qualifier == "since"]
    return beginning(dates[0]) if len(dates) == 1 else None


def place_of(statement: Statement, end: int) -> Mention | None:
    """The city named right behind a body: "in Lagos", "was opened in Lagos"."""
    place = statement.after(end, "place")
    if place is None:
        return None
    between = statement.document.text[end : place.start].strip()
    at_once = re.fullmatch(
        (
            r"(?:(?:was|were|has been|is) )?(?:\w+ly )?(?:established|founded|set up|opened|created|inaugurated|"
            r"located|based|seated)?,? ?(?:in|at|,)(?: the)?(?: city of)?"
        ),
        between,
    )
    return place if at_once and lies_in(place, statement.context.pair) in statement.context.pair else None
