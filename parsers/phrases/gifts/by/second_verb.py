"""What a second verb tells beside a gift: "A gave B loans and built a school", "A trained B's men and sent buses"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from parsers.language.reading import Statement
from parsers.phrases.gifts.by.clauses import clauses, is_clean
from parsers.phrases.gifts.by.help import by_verb
from parsers.phrases.gifts.frames.gift import Gift
from parsers.phrases.gifts.frames.giving import given
from parsers.phrases.gifts.givers.roles import Told
from parsers.phrases.gifts.proofs.barred import is_aid


def seconds(statement: Statement) -> Iterator[tuple[Told, int, int]]:
    """What verbs of helping, building and training tell that "and" joins to a verb of giving, with their clauses.

    Not read: people who were treated.
    """
    gifts = [one for one in given(statement) if is_aid(statement, one)]
    for begin, end in clauses(statement.low_skeleton):
        here = [one for one in gifts if begin <= one.start < end]
        is_all_clean = is_clean(statement, begin, end)
        if is_all_clean or here:
            helps = [one for one in by_verb(statement, begin, end) if is_all_clean or is_clean(statement, one[0], end)]
            beside = ((_joined(statement, verb, told, here), verb) for verb, told in helps)
            found = beside if here else ((told, begin) for told in _in_a_row(statement, helps))
            first = here[0].start if here else end
            yield from ((told, max(begin, verb) if verb > first else begin, end) for told, verb in found if told)


def _in_a_row(statement: Statement, helps: list[tuple[int, Told]]) -> Iterator[Told]:
    """What each verb of helping tells that "and" joins to one before it: "A began a project and helped build a dam"."""
    for (first, before), (verb, told) in pairwise(helps):
        if before.donor == told.donor and verb >= before.end and _AND.search(statement.low_skeleton, first, verb):
            yield told


def _joined(statement: Statement, verb: int, told: Told, gifts: list[Gift]) -> Told | None:
    """What a verb before or behind all gifts of a clause tells, up to the "and" that joins them; null where none does,
    or the giver is another.
    """
    low = statement.low_skeleton
    before = [one for one in gifts if one.start < verb]
    is_amid = before and len(before) < len(gifts)
    if is_amid or low.startswith("treat", verb) or any(one.donor != told.donor for one in gifts):
        return None
    start, stop = (before[-1].end, verb) if before else (verb, gifts[0].start)
    joined = _AND.search(low, start, stop)
    if joined is None:
        return None
    return told if before else replace(told, end=max(told.start, min(told.end, joined.start())))


_AND = re.compile(r"(?:,|,? and|,? as well as)(?: (?:has|have|had|also|then|later|further|will|would|even))* $")
