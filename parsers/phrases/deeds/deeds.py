"""What one of the two states did to the other in a clause, and the PLOVER type and mode of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.mention import Mention
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement, kept
from parsers.language.sides import side_of

_LINK = (
    r"(?:['’]s?)?(?: (?:had|has|have|having|again|then|also|later|once|too|even|both|(?!alleg|report|suppos)[a-z]+ly|"
    r"in turn|in response|government|parliament|authorities|regime|president|army|navy|air force|forces|troops|"
    r"soldiers|military|police|warships|aircraft|jets)){0,4}"
)
"""What may stand between the one who acts and the verb; no word that makes a wish, a plan or a denial of it."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed: its PLOVER type, mode (null where the type has none), the codes of those who did and suffered it (null
    where they are both states, or not said), and the span of its verb.
    """

    type: str
    mode: str | None
    actor: str | None
    target: str | None
    verb: tuple[int, int]


def deed_at(statement: Statement, date: Mention, start: int, end: int) -> Deed | None:
    """The first deed at a date in [start, end) of the text; null where there is none, or a third state does it."""
    told = (deed for deed in _deeds(statement) if start <= deed.verb[0] < end)
    found = (deed for deed in told if statement.date_at(deed.verb[0]) == date)
    return min(found, key=lambda deed: deed.verb, default=None)


@kept
def _deeds(statement: Statement) -> Iterator[Deed]:
    for match in _shapes().find(statement):
        verb = match.span("active") or match.span("passive")
        who, whom = match.mention("who") or match.mention("agent"), match.mention("whom")
        actor = side_of(who, statement.context)
        if verb is not None and (actor is not None or _is_both(who)):
            target = side_of(whom, statement.context) if whom is not None else _behind(statement, match, actor)
            yield Deed(*_code(match), actor, None if target == actor else target, verb)


def _is_both(who: Mention | None) -> bool:
    return who is not None and who.kind == "both"


def _behind(statement: Statement, match: Match, actor: str | None) -> str | None:
    """The first side other than the actor that is named behind the verb."""
    sides = (side_of(one, statement.context) for one in statement.of("state", "person") if one.start >= match.end)
    return next((side for side in sides if actor is not None and side not in (None, actor)), None)


@cache
def _shapes() -> Pattern:
    """The verb behind who acts, or behind who suffers it, with "by" and who acts."""
    verbs = "|".join(verb for words in _words().values() for verb in words)
    return Pattern(
        rf"<who:state|person|both>{_LINK} (?P<active>{verbs})(?!\w)"
        rf"|<whom:state|person>{_LINK} (?:was|were|been|being)(?: again| [a-z]+ly)? (?P<passive>{verbs}) by (?:the )?"
        rf"<agent:state|person>"
    )


@cache
def _words() -> dict[str, list[str]]:
    """The verbs of each type and mode, as regular expressions."""
    return {code: [_expression(word) for word in words] for code, words in read_yaml("deeds.yaml").items()}


def _expression(word: str) -> str:
    gap, person = r"(?:[\w'’-]+ |\[\w+:\d+\] ){0,3}?", r"\[person:\d+\]"
    return re.escape(word).replace(r"\.\.\.\ ", gap).replace("<person>", person)


def _code(match: Match) -> tuple[str, str | None]:
    """The type and mode of the verb of a match."""
    first, last = match.place("active") or match.place("passive") or (0, 0)
    said = match.statement.low_skeleton[first:last]
    code = next(code for code, words in _words().items() if any(re.fullmatch(word, said) for word in words))
    kind, _, mode = code.partition(" ")
    return kind, mode or None
