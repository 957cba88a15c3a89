"""The year that a heading names for what stands under it: "2017 blockade", "State visit (1998)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.date_memory import DateMemory

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?![\ds])")


def year_of_heading(path: Sequence[str]) -> DateMemory | None:
    """What dates without a year may take from the last heading of a path; null where it names no year or several.

    >>> year_of_heading(("History", "2017 blockade"))
    DateMemory(year=2017, month=None, day=None, interval=None)
    >>> year_of_heading(("Relations, 1918–1939",)) is None
    True
    """
    years = _YEAR.findall(path[-1]) if path else []
    return DateMemory(int(years[0])) if len(years) == 1 else None
