"""Stances that two share, or that are held on neither of two questions, and the parts of one that names several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.modality import happened
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.phrases.stances.questions import is_question
from parsers.phrases.stances.topics import trimmed

_SHARING = Pattern(r"<sharer:state>(?: also| fully| \w+ly)? (?:shares?|shared|joined|joins|echoe[sd])(?: the)?(?= )")
_EITHER = re.compile(r"n?either (?:the )?(?!of\b|side|party|parties)")
_PARTS = re.compile(
    r",?\s+as well as\s+(?:for\s+)?(?:the\s+)?|,\s*(?:and\s+)?(?:(?:on|for|of)\s+)?(?:the\s+)?|"
    r"\s+and\s+(?:(?:on|for|of)\s+)?the\s+"
)
_AND_THE = re.compile(
    r",? (?:and|as well as) (?:for |of |to )?(?:(?:the|its|their|any|an?) |(?=[A-Z][\w-]+['’]s ))"
)
_AND_JOIN = re.compile(
    r"[^,;]{0,60}?\b(?:bid|candidacy|efforts?|aspirations?|quest|application|wish|desire|ambitions?|attempts?) to "
    r"[^,;]{4,90}?(?P<joint>,? and (?:to )?)(?=(?:join|become|obtain|regain|enter|accede to|be admitted to) )"
)
# "An illegal act and a breach of …" is one judgement.
_JUDGED = re.compile(r"\b(?:consider\w*|regard\w*|call\w*|deem\w*|as|is|was|are|were)\b")
_BETWEEN = re.compile(r"\b(?:between|both|wake of)\b")
_STANCE_ON = re.compile(r"(?:stances?|positions?|polic(?:y|ies)) on (?:the )?")
_JOINT = re.compile(r" n?or (?:the )?")
_FOR = (" for", " in favour of", " in favor of")
_TURNED = re.compile(r",? (?:and|but) (?P<to>against|in favou?r of) (?:the )?")


def sharers(statement: Statement, match: Match) -> Iterator[tuple[str, str | None]]:
    """The side that shares the stance of the other: "Kenya shares Norway's opposition to …"."""
    for one in _SHARING.find(statement):
        who = one.mention("sharer")
        side = side_of(who, statement.context)
        near = not statement.document.text[one.end : match.start].strip()
        if who is not None and side and near and happened(statement, one.start, one.end):
            yield side, who.text


def halves(statement: Statement, form: str, topic: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The two questions of "voted for A and against B", of which one is supported and the other opposed; one else."""
    turned = _TURNED.search(statement.document.text, *topic)
    if turned is None or not form.endswith(_FOR if turned["to"] == "against" else " against"):
        return (topic,)
    return (topic[0], turned.start()), (turned.end(), topic[1])


def parts_of_neither(statement: Statement, topic: tuple[int, int]) -> tuple[tuple[int, int], ...] | None:
    """The two of "neither A nor B", or "either A or B", each by itself, no parts where it is one; null for all else."""
    text = statement.document.text
    lead, joint = _EITHER.match(text, *topic), _JOINT.search(text, *topic)
    bare = lead is None and text.startswith(("neither ", "either "), topic[0])
    if joint is None or bare or (lead is None and not joint[0].startswith(" nor")):
        return () if text.startswith(("neither ", "either "), topic[0]) else None
    begin = lead.end() if lead else topic[0]
    parts = trimmed(text, begin, joint.start()), trimmed(text, joint.end(), topic[1])
    return tuple(part for part in parts if part is not None)


def parts_of_list(statement: Statement, topic: tuple[int, int], stance: str) -> Iterator[tuple[int, int]]:
    """The parts of "positions on A, B, and C"; of "A, B and the C" those that are questions, or all of it."""
    text, lead = statement.document.text, _STANCE_ON.match(statement.document.text, topic[0])
    starts = [lead.end() if lead else topic[0]]
    ends = []
    for joint in _PARTS.finditer(text, starts[0], topic[1]):
        ends.append(joint.start())
        starts.append(joint.end())
    parts = list(zip(starts, (*ends, topic[1]), strict=True))
    yield from parts if lead else [part for part in parts if is_question(statement, part, stance)] or [topic]


def parts_of_one(statement: Statement, topic: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The two of "Peru's bid for the seat and Peru's claim to the islands", each by itself; the one question else."""
    text = statement.document.text
    named = [one for one in statement.of("state") if topic[0] <= one.start < topic[1]]
    owners = [one for one in named if text.startswith(("'", "’"), one.end)]
    second = next((one for one in owners[1:] if text[: one.start].endswith((" and ", " and for "))), None)
    if second is None or owners[0].start != topic[0] or owners[0].value != second.value:
        return (topic,)
    return ((topic[0], text.rfind(" and ", topic[0], second.start)), (second.start, topic[1]))


def parts_of_two(statement: Statement, topic: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The two that one supports, "the accession of Peru and the lifting of visas", where both are questions, or the two
    aims of a bid, "its bid to become a member and join the pact"; else those of `parts_of_one`.
    """
    text = statement.document.text
    if aim := _AND_JOIN.match(text, *topic):
        return ((topic[0], aim.start("joint")), (aim.end("joint"), topic[1]))
    joint = list(_AND_THE.finditer(text, *topic))
    if len(joint) != 1:
        return parts_of_one(statement, topic)
    one, other = (topic[0], joint[0].start()), (joint[0].end(), topic[1])
    judged = joint[0][0].endswith((" a ", " an ")) and _JUDGED.search(text, *one)
    clear = not judged and not _BETWEEN.search(text, *one)
    if clear and all(is_question(statement, part, "supports") for part in (one, other)):
        return one, other
    return parts_of_one(statement, topic)
