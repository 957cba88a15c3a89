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
from parsers.language.required import Folded

Read = Callable[..., Iterable[Finding]]

PROSE = ("paragraph", "item", "caption")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id (file and function), the words of which a statement must hold one, the blocks it reads.

    A `last` one reads only where no rule above it in its file finds anything in the statement; one of the `rest` is
    told what facts these found there, one of the `whole` also what they found in the article.
    """

    rule_id: str
    table: str
    needs: tuple[str, ...]
    kinds: tuple[str, ...]
    read: Read
    last: bool = False
    rest: bool = False
    whole: bool = False

    @property
    def reads(self) -> str:
        """What it reads and what it will not, as its docstring says."""
        return self.read.__doc__ or ""


def rule(
    *needs: str, kinds: tuple[str, ...] = PROSE, last: bool = False, rest: bool = False, whole: bool = False
) -> Callable[[Read], Rule]:
    """Makes a function a rule of the table that its file is named after.

    `needs`: lower-case pieces of text, of which the statement (or, for items and rows, its head line) must hold one;
    none given: every statement of the kinds. `kinds`: the blocks that it reads. `last`: it reads only where no rule
    above it in its file finds anything in the statement. `rest`: it is called with the facts that these found there,
    as a list behind the statement. `whole`: with a list of all that they found in the article, too.
    """

    def declare(read: Read) -> Rule:
        table = read.__module__.rpartition(".")[2]
        reader = read if rest or whole else kept(read)
        return Rule(f"{table}.{read.__name__}", table, needs, kinds, reader, last, rest, whole)

    return declare


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of every file of this package, by table, in the order of its file."""
    package = importlib.import_module("parsers.facts")
    modules = [importlib.import_module(f"parsers.facts.{one.name}") for one in pkgutil.iter_modules(package.__path__)]
    values = (value for module in modules for value in vars(module).values())
    found = {value.rule_id: value for value in values if isinstance(value, Rule)}
    return tuple(sorted(found.values(), key=lambda one: one.table))


def read_facts(reading: Reading) -> list[Fact]:
    """The facts of an article as stated, in order of place, then of rule.

    Each rule reads all statements that call it before the next one does: going statement by statement costs a sixth
    more, as the expressions of all rules then push each other out of the processor's cache.
    """
    Folded.look_through(one.low_skeleton for one in reading.statements if one.block.kind in PROSE)
    found: list[list[Fact]] = [[] for _ in reading.statements]
    for one, numbers in _triggers(rules()).calls(reading.statements):
        told = [fact for facts in found for fact in facts if fact.table == one.table] if one.whole else []
        for number in numbers:
            known = [fact for fact in found[number] if fact.table == one.table] if one.last or one.rest else []
            if not (one.last and known):
                statement = reading.statements[number]
                for finding in one.read(statement, *([known] if one.rest else ()), *([told] if one.whole else ())):
                    found[number].append(_fact(one, statement, finding))
    return [fact for facts in found for fact in facts]


class _Triggers:
    """The words that rules need, found in a text by one Aho-Corasick pass, and the rules that each calls.

    A set of rules is a number with a bit for each.
    """

    def __init__(self, found: tuple[Rule, ...]) -> None:
        self._calls: dict[str, int] = {}
        self._always = 0
        self._of_kind: dict[str, int] = {}
        self._rules = {1 << number: one for number, one in enumerate(found)}
        for bit, one in self._rules.items():
            for need in one.needs:
                self._calls[need] = self._calls.get(need, 0) | bit
            for kind in one.kinds:
                self._of_kind[kind] = self._of_kind.get(kind, 0) | bit
            self._always |= 0 if one.needs else bit
        self._automaton = AhoCorasick(list(self._calls), store_patterns=True)

    def calls(self, statements: Iterable[Statement]) -> Iterator[tuple[Rule, list[int]]]:
        """Each rule, in order, with the numbers of the statements that it reads."""
        numbers: dict[int, list[int]] = {bit: [] for bit in self._rules}
        for number, statement in enumerate(statements):
            called = self._called(statement)
            while called:
                first = called & -called
                numbers[first].append(number)
                called ^= first
        return ((one, numbers[bit]) for bit, one in self._rules.items())

    def _called(self, statement: Statement) -> int:
        """The rules that read a statement of its kind with its words, or those of its head."""
        called, head = self._by_words(statement), statement.context.head
        if head is not None:
            called |= self._by_words(head)
        return called & self._of_kind.get(statement.block.kind, 0)

    def _by_words(self, statement: Statement) -> int:
        called: int | None = statement.known.get(self)
        if called is None:
            called = self._always
            for need in set(self._automaton.find_matches_as_strings(statement.low, overlapping=True)):
                called |= self._calls[need]
            statement.known[self] = called
        return called


_triggers = cache(_Triggers)


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
