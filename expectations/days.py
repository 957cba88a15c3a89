"""First and last days that an EDTF string can mean, and a comparison that is true only where it is certain."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from parsers.language.edtf import date_value

Days = tuple[date | None, date | None]


@lru_cache(maxsize=65536)
def span(edtf: str | None) -> Days:
    """First and last day; None at an open end, before year 1, and for both ends of what is unsaid or no EDTF.

    >>> [day.isoformat() for day in span("1992-04")], span("2004/..")[1], span("soon")
    (['1992-04-01', '1992-04-30'], None, (None, None))
    """
    if edtf is None:
        return None, None
    try:
        value = date_value(edtf)
    except ValueError:
        return None, None
    return value.start, value.end


def surely_before(one: str | None, other: str | None) -> bool:
    """Whether every day that the one can mean is before every day that the other can.

    >>> surely_before("1991", "1992-04-02"), surely_before("1992", "1992-04-02"), surely_before(None, "1992")
    (True, False, False)
    """
    last, first = span(one)[1], span(other)[0]
    return last is not None and first is not None and last < first
