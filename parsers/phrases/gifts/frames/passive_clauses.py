"""Passive verbs of giving in a statement, each with the clause around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.slots import Slot, any_of, clause_start
from parsers.phrases.gifts.frames.gift import NAMED, PART, slots_between, stretch_end

# "B was given": the subject may be who gets it.
_TO_SUBJECT = (
    "allotted", "allocated", "gifted", "lent", "loaned", "given", "granted", "awarded", "offered", "promised",
    "provided with", "supplied with",
)  # fmt: skip
_RELATIVE = re.compile(r"(?:,| and| then) [a-z]+ed (?=[^,;]{3,60} (?:that|which) (?:ha(?:d|ve|s) )?$)")
"""A verb whose object a relative clause is on: "and inspected houses that had been paid for"."""
_REPORTED = re.compile(r" (?:said|stated|announced|reported|claimed|revealed|confirmed) that ")
_COUNT = re.compile(r"\[(?:quantity|money):\d+\]$")


@dataclass(frozen=True, slots=True)
class PassiveClause:
    """A passive verb, where the words begin that it tells of, and where the stretch behind it ends."""

    statement: Statement
    verb: re.Match[str]
    begin: int
    stop: int

    @property
    def subject(self) -> str:
        """What stands before the verb."""
        return self.statement.skeleton[self.begin : self.verb.start()]

    @property
    def behind(self) -> str:
        """What stands behind the verb."""
        return self.statement.skeleton[self.verb.end() : self.stop]

    @property
    def is_of_receiver(self) -> bool:
        """Whether the subject of the verb may be who gets something: "B was given"."""
        return self.verb[0].lower().endswith(_TO_SUBJECT)

    def before(self, *kinds: str) -> list[Slot]:
        """The slots of these kinds before the verb."""
        return slots_between(self.statement, self.begin, self.verb.start(), *kinds)

    def has(self, *kinds: str) -> bool:
        """Whether a slot of these kinds stands before or behind the verb."""
        return bool(slots_between(self.statement, self.begin, self.stop, *kinds))


def passive_clauses(statement: Statement) -> Iterator[PassiveClause]:
    """The passive verbs of a statement, in order, each in its clause."""
    return (_clause_of(statement, verb) for verb in _verbs(statement))


@cache
def passive_verbs() -> Folded:
    """A verb of giving in the passive, an adverb inside it: "was later donated"."""
    lead = r"\b(?:was|were|been|being|is|are) (?:(?:\w+ly|also|later|then|again) )?"
    return Folded(lead + any_of(read_yaml("aid.yaml")["passive_verbs"]))


@cache
def _reduced() -> Folded:
    """A participle with its agent: "doses donated by A", "600 doses donated by A"."""
    agent = rf"(?= (?:to (?:the )?{NAMED} )?by (?:the )?(?:[a-z]+ (?:of (?:the )?)?)?{NAMED})"
    return Folded(rf" {any_of(read_yaml('aid.yaml')['passive_verbs'])}{agent}")


def _verbs(statement: Statement) -> list[re.Match[str]]:
    """The passive verbs of a statement, in order; a participle of a full passive is not found again."""
    low = statement.low_skeleton
    full = list(passive_verbs().finditer(low))
    ends = {match.end() for match in full}
    reduced = [match for match in _reduced().finditer(low) if match.end() not in ends] if " by " in low else []
    reduced = [
        match
        for match in reduced
        if (low[match.start() - 1] != "]" or _counted_before(low, match))
        and not low.endswith("services", 0, match.start())
    ]
    return sorted([*full, *reduced], key=lambda match: match.start())


def _counted_before(low: str, match: re.Match[str]) -> re.Match[str] | None:
    """The count or sum right before a participle: "[quantity] donated by A"."""
    return _COUNT.search(low, max(0, match.start() - 20), match.start())


def _clause_of(statement: Statement, verb: re.Match[str]) -> PassiveClause:
    """The clause of a passive verb, behind what is only reported or was done before, or of a part of a sum."""
    skeleton = statement.skeleton
    begin = clause_start(skeleton, verb.start())
    if part := PART.search(skeleton, begin, verb.end()):
        begin = part.start("part")
    if verb[0].startswith(" ") and (counted := _counted_before(statement.low_skeleton, verb)):
        begin = counted.start()
    told_of = _REPORTED.search(skeleton, begin, verb.start()) or _RELATIVE.search(skeleton, begin, verb.start())
    return PassiveClause(statement, verb, told_of.end() if told_of else begin, stretch_end(skeleton, verb.end()))
