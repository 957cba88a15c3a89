"""Lists that stand in one line: "Visits from X to Y: 1994 May President A 1999 April Minister B 2004 March …".

Read: three entries or more, each opened by a year, a month and perhaps a day right before a capital letter, behind
which no small word of telling follows. Not read: prose in which such dates stand among verbs.
"""

from __future__ import annotations

import re
from itertools import pairwise

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_OPENING = re.compile(rf"(?<![\w.-])(?:1[89]|20)[0-9]{{2}} (?:{_MONTHS})(?: [0-9]{{1,2}})? (?=[A-Z])")
_OF_NAMES = re.compile(
    r"(?:[^\Wa-z][\w.'’-]*|of|oh|and|the|for|as|an?|to|in|on|with|al|de|da|von|van)[,;:.()&/]*|&|[–-]"
)
_LEAST = 3


def entries(line: str) -> list[str]:
    """What leads a list that stands in one line, and its entries; the line alone where it is no such list.

    >>> entries("Visits to Chad: 1994 May King Otto 1999 April Minister Bo Li 2004 March 3 President Ann Ek.")
    ['Visits to Chad:', '1994 May King Otto', '1999 April Minister Bo Li', '2004 March 3 President Ann Ek.']
    >>> entries("In 1994 May Lee was born.")
    ['In 1994 May Lee was born.']
    """
    starts = [found.start() for found in _OPENING.finditer(line)]
    if len(starts) < _LEAST or not all(map(_OF_NAMES.fullmatch, _OPENING.sub("", line[starts[0] :]).split())):
        return [line]
    edges = [0, *starts, len(line)] if starts[0] else [*starts, len(line)]
    return [line[start:end].strip() for start, end in pairwise(edges)]
