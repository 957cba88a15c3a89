"""Words that only colour a verb: adverbs ("officially met") and the "had" of the past perfect ("had met").

Skeletons and tokens leave them out, so that no rule need expect one; those that change what is told ("reportedly",
"nearly", "jointly", "has") stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TELLING = (
    "reportedly", "allegedly", "supposedly", "apparently", "possibly", "probably", "likely", "unlikely", "hardly",
    "barely", "scarcely", "partially", "partly", "nearly", "nominally", "virtually", "only", "jointly", "mostly",
    "mainly", "largely", "early", "respectively", "previously", "formerly", "newly", "currently", "presently",
)  # fmt: skip
_IRREGULAR = (
    "met", "held", "sent", "built", "gave", "given", "went", "came", "began", "paid", "made", "took", "led", "broke",
    "cut", "set", "spoke",
)  # fmt: skip
_ADVERB = rf"(?!(?:{'|'.join(_TELLING)}) )[a-z]{{3,}}ly "
BEFORE_VERB = rf"(?:(?:also|again|later|first|then|last|had|have|has) |{_ADVERB}){{0,3}}"
"""As a regular expression, what may stand before a verb and tells nothing, for those who read the words themselves."""
_PAST = rf"(?:[a-z]{{3,}}ed|{'|'.join(_IRREGULAR)})\b"
_COLOURING = re.compile(rf"(?<= )(?:{_ADVERB}|had )+(?={_PAST})")


def colouring(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end, with the space behind, of what only colours a verb between two places.

    >>> text = "They officially met, and reportedly signed."
    >>> [text[start:end] for start, end in colouring(text, 0, len(text))]
    ['officially ']
    """
    if text.find("ly ", start, end) < 0 and text.find("had ", start, end) < 0:
        return iter(())
    return (found.span() for found in _COLOURING.finditer(text, start, end))
