"""What a rule is, how rules are found, and how they are run over a reading."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from parsers.facts.cells import cells_of
from parsers.facts.model import Fact, Finding
from parsers.facts.names import with_names
from parsers.language.mention import DateValue
from parsers.language.reading import Reading, Statement, kept

Read = Callable[[Statement], Iterable[Finding]]

_FRAME = {"cells", "model", "names", "rule"}
PROSE = ("paragraph", "item", "caption")


@dataclass(frozen=True)
class Rule:
    """One rule: its id (file and function), the words of which a statement must hold one, the blocks it reads."""

    rule_id: str
    table: str
    needs: tuple[str, ...]
    kinds: tuple[str, ...]
    read: Read

    @property
    def reads(self) -> str:
        """What it reads and what it will not, as its docstring says."""
        return self.read.__doc__ or ""


def rule(*needs: str, kinds: tuple[str, ...] = PROSE) -> Callable[[Read], Rule]:
    """Makes a function a rule of the table that its file is named after.

    `needs`: lower-case pieces of text, of which the statement (or, for items and rows, its head line) must hold one;
    none given: every statement of the kinds. `kinds`: the blocks that it reads.
    """

    def declare(read: Read) -> Rule:
        table = read.__module__.rpartition(".")[2]
        return Rule(f"{table}.{read.__name__}", table, needs, kinds, kept(read))

    return declare


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of every file of this package, by rule_id."""
    package = importlib.import_module("parsers.facts")
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__) if module.name not in _FRAME)
    modules = [importlib.import_module(f"parsers.facts.{name}") for name in names]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
    return tuple(sorted(found, key=lambda one: one.rule_id))


def read_facts(reading: Reading) -> list[Fact]:
    """The facts of an article as stated, in order of place, then of rule."""
    triggers = _triggers(rules())
    return [fact for statement in reading.statements for fact in _of_statement(statement, triggers)]


class _Triggers:
    """The words that rules need, found in a statement by one Aho-Corasick pass, and the rules that each calls."""

    def __init__(self, found: tuple[Rule, ...]) -> None:
        self._rules = found
        calls: dict[str, set[int]] = {}
        for number, one in enumerate(found):
            for need in one.needs:
                calls.setdefault(need, set()).add(number)
        self._calls = list(calls.values())
        self._always = {number for number, one in enumerate(found) if not one.needs}
        self._automaton = AhoCorasick(list(calls))

    def called(self, words: str) -> list[Rule]:
        """The rules that the words call, in order of their ids."""
        called = set(self._always)
        for need in {need for need, _, _ in self._automaton.find_matches_as_indexes(words, overlapping=True)}:
            called |= self._calls[need]
        return [self._rules[number] for number in sorted(called)]


_triggers = cache(_Triggers)


def _of_statement(statement: Statement, triggers: _Triggers) -> Iterator[Fact]:
    words = statement.low
    if statement.context.head is not None:
        words += "\n" + statement.context.head.low
    for one in triggers.called(words):
        if statement.block.kind in one.kinds:
            for finding in one.read(statement):
                yield _fact(one, statement, finding)


def _fact(one: Rule, statement: Statement, finding: Finding) -> Fact:
    """The fact of a finding: table, rule, names of states and spans filled in."""
    finding = with_names(statement, finding)
    date = finding.date.value if finding.date is not None else None
    return Fact(
        one.table, one.rule_id,
        statement.start if finding.start is None else finding.start,
        statement.end if finding.end is None else finding.end,
        {column: value for column, value in finding.values.items() if value not in (None, "", ())},
        date if isinstance(date, DateValue) else None,
        finding.date.text if finding.date is not None else None,
        cells_of(statement, finding),
    )  # fmt: skip
