"""Levels of partnership that stand in a list of what two states have with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.language.modality import happened
from parsers.language.pattern import Pattern
from parsers.language.reading import Statement
from parsers.language.sides import is_foreign
from parsers.phrases.ties.partnership_shapes import level_words

_HAVE = Pattern(
    r"(?:<both>|<state> and (?:the )?<state>|\bthey) (?:(?:also|now|already|currently|both) )?"
    r"(?:(?:have|share|maintain|are (?:bound|linked|tied) by|have (?:signed|concluded|agreed(?: on)?|entered into"
    r"|established|negotiated)|signed|concluded) )(?=(?:an?|the|their) )"
)


@cache
def _item() -> re.Pattern[str]:
    """An item of a list that is a level of partnership, up to the next item or the end; lower-case letters only where
    a word of the lexicon makes it one that states declare.
    """
    levels, others = level_words("levels"), level_words("levels", "others")
    return re.compile(
        rf"(?:^|, |\band |[.] and )(?:an?|the|their) (?P<level>(?i:(?:(?:{others}),? ){{0,3}}(?:{levels}) "
        rf"(?:(?:{others}) ){{0,3}}partnership)|(?:(?i:{others}) )*Partnership for (?:the |a )?[A-Z]\w+"
        rf"|(?:(?i:{others}) )+Partnership)(?=[.;]|,? and (?:an?|the|have)\b|, (?:an?|the|and|as)\b|,?$)"
    )


def listed_levels(statement: Statement) -> Iterator[tuple[int, int]]:
    """Where the levels stand that a statement counts up behind "the two countries have", "… have signed"."""
    match = _HAVE.first(statement)
    third = any(is_foreign(one, statement.context) for one in statement.of("state", "body"))
    if match is None or third or not happened(statement, match.start, match.end):
        return
    for item in _item().finditer(statement.document.text[match.end : statement.end]):
        yield match.end + item.start("level"), match.end + item.end("level")
