"""Words of diplomatic relations: what a verb does to them, whose they are, and at which level they stand."""

from __future__ import annotations

import re

from parsers.language.mention import Mention
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement
from parsers.language.sides import is_side, side_of

QUALITIES = (
    "full|formal|official|bilateral|consular|diplomatic|mutual|normal|direct|interstate|inter-state|state|own|first|"
    r"and|intergovernmental|foreign|\[state:\d+\]"
)
RELATIONS = rf"(?:(?:{QUALITIES}) )*?(?:relations(?! office)|relationships?|ties)(?:hips?)?"
BEGAN = (
    "established|establishing|initiated|formali[sz]ed|began|begun|started|opened|inaugurated|forged|created|set up|"
    "entered into|exchanged|launched|concluded|took up|taken up"
)
AGAIN = r"re-?establish(?:ed|ing)|restor(?:ed|ing)|re-?opened|resum(?:ed|ing)|renewed|normali[sz](?:ed|ing)|reinstated"
BROKE = (
    "severed|severing|broke off|broken off|breaking off|broke|broken|breaking|cut off|cut|cutting|suspended|suspending|"
    "terminated|ruptured|discontinued|ended|interrupted"
)
LEVELLED = "upgraded|elevated|raised|promoted|downgraded|lowered|reduced"

_KINDS = (
    ("resumed", ("re-", "reest", "reopen", "resto", "resum", "renew", "normal", "reinst")),
    ("severed", ("sever", "br", "cut", "suspend", "terminat", "ruptur", "discont", "end", "interrupt")),
    ("upgraded", ("upgrad", "elevat", "rais", "promot")),
    ("downgraded", ("downgrad", "lower", "reduc")),
)
_OTHER_FIELDS = re.compile(
    r"\b(?:trade|economic|commercial|cultural|military|defen[cs]e|business|financial|parliamentary|scientific|public|sister\S*"
    r"|friendly|close|cordial|sporting|academic|security|political|warm|good|tense|working|historic(?:al)?|partnership|labou?r|inter-party"
    r"|monetary|religious|ecclesiastical|family|dynastic|marital|postal|maritime|people-to-people|industrial|energy) (?:and \w+ )?$",
    re.I,
)
_LEVEL = Pattern(
    r"(?:to|at|on) (?:the |that of )?(?:level of (?:the )?)?(?P<level>ambassador(?:ial|s)?|embass(?:y|ies)|consular|consulates?|legations?"
    r"|ministerial|chargés? d['’]affaires|high commission(?:er)?s?)(?:(?:-| )(?:level|rank|status))?\b"
)
_PARTNERS = Pattern(
    r"\s?(?:\w+ ){0,2}?(?:with|to|between|towards)(?: both)?(?: the| what is now| then| newly \w+| independent| neighbou?ring| Communist| Soviet| Federal)*"
    r" (?P<partners>(?:<state>|<both>)(?:(?:, | and |, and )(?:the )?<state>)*)"
)


def kind_of_change(verb: str) -> str:
    """The kind of tie (RELEASE.md) that a verb in any of the forms above tells of.

    >>> kind_of_change("Re-established"), kind_of_change("broke off"), kind_of_change("began")
    ('resumed', 'severed', 'established')
    """
    word = verb.lower()
    return next((kind for kind, stems in _KINDS if word.startswith(stems)), "established")


def is_diplomatic(statement: Statement, start: int) -> bool:
    """Whether the relations whose words begin at `start` are no trade, military, friendly … ones."""
    return _OTHER_FIELDS.search(statement.document.text[statement.start : start]) is None


def level_of(statement: Statement) -> str | None:
    """The level that a statement names: "ambassadorial", "consular", "de facto" …"""
    level = _LEVEL.first(statement)
    if level is not None:
        return level.words("level")
    return next((words for words in ("de jure", "de facto") if words in statement.low), None)


def has_level(statement: Statement) -> bool:
    """Whether a diplomatic level (ambassadors, embassies, chargés …) is named."""
    return _LEVEL.first(statement) is not None


def partners_after(statement: Statement, position: int) -> list[Mention]:
    """The states named right after a place as partners: "with Kenya", "between Kenya and Norway"."""
    here = [match for match in _PARTNERS.find(statement) if 0 <= match.start - position < 3]
    return here[0].mentions("partners") if here else []


def subject_before(statement: Statement, position: int) -> Mention | None:
    """The state, or the two together, that acts before a verb: the last one in its clause that is not only a place."""
    begin = max(statement.low.rfind(mark, 0, position - statement.start) for mark in ("; ", " while ", " whereas "))
    for mention in reversed(statement.of("state", "both")):
        if statement.start + max(begin, 0) <= mention.start and mention.end <= position:
            before = statement.low[: mention.start - statement.start]
            if not re.search(r"(?:\bin|\bfrom|\bto|\bof|\bwith|\bby|\bagainst|\bbetween|\bover|\bunder)(?: the)? $", before):
                return mention
    return None


def is_theirs(statement: Statement, match: Match, relations_end: int) -> bool:
    """Whether the relations of a match are those of the pair: neither partner nor subject is a third state."""
    context = statement.context
    partners = [mention for mention in partners_after(statement, relations_end) if mention.kind == "state"]
    if any(not is_side(side_of(mention, context), context.pair) for mention in partners):
        return False
    subject = subject_before(statement, match.start)
    if subject is None or subject.kind == "both" or len(partners) > 1:
        return True
    return is_side(side_of(subject, context), context.pair)
