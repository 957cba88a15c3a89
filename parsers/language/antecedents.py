"""Antecedents: whom "he" or "she" stands for in the sentence that follows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.journeys import is_object
from parsers.language.mention import Mention
from parsers.language.reading import Statement

_HE = re.compile(r"\b(?:he|she)\b")
_BEHIND = re.compile(
    r"\b(?:after|when|as|because|before|since|until|while|where|which|that|if|once|although|though|by whom|whom) $"
)


def told_of(statement: Statement, named: Sequence[Mention], before: Mention | None) -> Mention | None:
    """The person that a statement tells of, among those whom it names: its subject, not whom that one met.

    The person told of before where the statement opens with "he", or names nobody; the last one named where none is a
    subject.
    """
    if not named:
        return before
    text, pronoun = statement.document.text, _HE.search(statement.low)
    first = pronoun is not None and named[0].start >= statement.start + pronoun.end()
    if before is not None and pronoun is not None and first and not _BEHIND.search(statement.low, 0, pronoun.start()):
        return before
    doers = (one for one in named if text[one.end : one.end + 2] not in ("'s", "’s") and not is_object(statement, one))
    return next(doers, named[-1])
