"""What a sentence says of a trip besides who went where: its kind, its city, what it was for, who received the
visitor.
"""

from __future__ import annotations

import re

from parsers.language.mention import Mention, PersonValue, PlaceValue
from parsers.language.pattern import Pattern
from parsers.language.reading import Statement
from parsers.language.sides import side_of

_LEFT = (
    r"(?:(?<!conference)(?<!forum)(?<!congress) on\b| on \[date| (?:in|at|from|during|where|when|which|who|as|while"
    r"|with|before|after|held|hosted)\b)"
)
_NAME = (
    rf"(?P<occasion>(?:(?!{_LEFT}| (?:and|, where he|, where she) (?:met|meet|held|to|was|were|had|signed"
    rf"|spoke|visited)\b|,? \[date)[^,;()]){{3,110}}?)(?=[,;()]|\.?$|\. |{_LEFT}| and\b| \[date)"
)
_PURPOSE = Pattern(
    r"(?:\bto (?:attend|take part in|participate in|watch|inaugurate|co-chair)"
    r"|\b(?:attended|attending|participated in|participating in|took part in|taking part in)"
    r"|\bfor(?= (?:the |a |an )?(?:[\w-]+ ){0,3}?(?:funeral|inauguration|coronation|wedding|opening|summit"
    r"|celebrations?|anniversary|conference|congress|ceremony|memorial|forum|signing)\b)"
    rf"|\bon the occasion of) (?:the |an? )?{_NAME}"
)
_HOST = Pattern(
    r"\b(?:(?<!to )(?:met|meets)(?: with| [\w-]+ with)?|(?:was|were|been|being) (?:[\w-]+ )?(?:received|welcomed|hosted"
    r"|greeted)(?: (?:in|at) (?:the )?[^;.]{0,30}?)? by|(?:received|hosted|welcomed) by"
    r"|(?:held|had) (?:[\w-]+ ){0,3}?(?:talks|meetings?|discussions) with|at the invitation of|invited by)"
    r"(?: (?:the|his|her|then|also|counterpart|both|its)){0,3} <hosts:persons>"
)
_KIND = re.compile(
    r"\b(state|official|working|private|transit)\b(?:,? (?:and |[\w-]+ ){0,2})?(?:visit|trip|tour|stop)", re.I
)
_FARTHEST = 220


def occasion_of(statement: Statement, at: int) -> str | None:
    """The event that the trip told at a position was for: "to attend …", "for the funeral of …", without its article.

    Null where none is named within its clause, and where the sentence names several.
    """
    found = [match for match in _PURPOSE.find(statement) if ";" not in statement.document.text[at : match.start]]
    if len(found) != 1 or abs(found[0].start - at) > _FARTHEST:
        return None
    words = (found[0].words("occasion") or "").strip()
    return words.removesuffix(" of").removesuffix(" on") or None


def hosts_of(statement: Statement, visitor: Mention, receiving: str, at: int) -> tuple[str, ...] | None:
    """The named people of the receiving side who met, received or invited the visitor in the same sentence.

    Null where several visitors are told of, where the host's side is not said, and beyond a semicolon.
    """
    named: list[str] = []
    for match in _HOST.find(statement):
        between = statement.document.text[min(at, match.start) : match.start]
        others = [one for one in statement.of("person") if visitor.end <= one.start and one.end <= match.start]
        if ";" in between or match.start < visitor.end or match.start - at > _FARTHEST or others:
            continue
        for host in match.mentions("hosts"):
            value = host.value
            if isinstance(value, PersonValue) and value.name and side_of(host, statement.context) == receiving:
                named.append(value.name)
    return tuple(dict.fromkeys(named)) or None


def kind_of(words: str) -> str | None:
    """The kind of visit that the words name; a stop on the way is a transit.

    >>> kind_of("paid an official three-day visit to"), kind_of("made a stopover in")
    ('official', 'transit')
    """
    found = _KIND.search(words)
    if found:
        return found[1].lower()
    return "transit" if "stopover" in words.lower() else None


def city_of(statement: Statement, to: Mention | None) -> str | None:
    """The city named as the destination, or right after its state ("the Peruvian city of Arequipa")."""
    if to is None:
        return None
    if isinstance(to.value, PlaceValue):
        return to.text
    after = statement.after(to.end, "place")
    between = statement.document.text[to.end : after.start] if after else ""
    return (
        after.text
        if after is not None and re.fullmatch(r"(?: [\w-]+){0,2} (?:city|capital|town|port)(?: of|,)? ", between)
        else None
    )
