"""Lists of instruments: whether an item or row stands below a heading of agreements, and titles that lack the noun."""

from __future__ import annotations

import re

from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.phrases.instruments.titles import extent, trimmed

HEADS = ("agreement", "treat", "accord", "instrument", "memorand", "legal framework", "legal basis", "contractual")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|signed|visited|opened|established|became|began|met|agreed|provides?|supports?|"
    r"sent|gave|took|made|will|would|shall|can|may)\b"
)
_ITEM_END = re.compile(
    r"\s*(?:\(|[.;:](?:\s|$)| – | - |,? (?:on|in|of|since|dated) \d|,? (?:signed|dated|concluded)\b)"
)


def is_listed(statement: Statement) -> bool:
    """Whether the statement is an item or row below a heading or head line of agreements."""
    head, path = statement.context.head, statement.context.path
    return statement.block.kind in ("item", "row") and (
        any(word in path[-1].lower() for word in HEADS if path)
        or (
            head is not None
            and any(word in head.low for word in (*HEADS, "were signed", "signed:"))
            and head.low.rstrip().endswith((":", "signed", "agreements"))
        )
    )


_SIGNED_BEHIND = re.compile(
    r"\s*(?:signed|concluded|initialled|ratified|in force)\b|\s*\((?:[a-z]+, )?\d{1,2}[./ ][^()]{3,20}\)", re.IGNORECASE
)


def is_signed_behind(statement: Statement) -> bool:
    """Whether the next sentence of an item tells when it was signed: "Agreement on Visas. Signed in 1998"."""
    return _SIGNED_BEHIND.match(statement.document.text, statement.end, statement.block.end) is not None


def is_of_effect(statement: Statement, date: Mention) -> bool:
    """Whether a date is of entry into force: "(in force since 2016)"."""
    lead = statement.low[: date.start - statement.start]
    return re.search(r"\b(?:in|into) (?:force|effect)[^();,]{0,12}$", lead) is not None


def untitled(statement: Statement) -> tuple[int, int] | None:
    """The span of an item that is a title without any noun of instruments ("Visa exemption for diplomats"); null where
    it is a sentence, a head line, too short or long for a title, or behind the first sentence of an item.
    """
    if (
        statement.earlier is not None
        or statement.block.kind != "item"
        or statement.low[-1] == ":"
        or _VERB.search(statement.low)
    ):
        return None
    text = statement.document.text
    end = _ITEM_END.search(text, statement.start, statement.end)
    limit = min(end.start() if end else statement.end, extent(statement, statement.start))
    stop = trimmed(statement, statement.start, limit)
    return (statement.start, stop) if 2 <= len(text[statement.start : stop].split()) <= 30 else None
