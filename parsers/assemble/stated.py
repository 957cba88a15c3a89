"""A fact with the statement it stands in: what merging works on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from parsers.assemble.words import state_words
from parsers.document.model import Span
from parsers.facts.model import Fact
from parsers.language.mention import DateValue
from parsers.language.reading import Reading, Statement
from parsers.tables import Table, table

_EMPTY: tuple[object, ...] = (None, "", (), [])


@dataclass(frozen=True, slots=True)
class Stated:
    """One fact and where it is stated.

    `values` are the fact's, of the declared types. `start` and `end` are the span of the whole statement (the fact's
    own may be narrower); `text` is the evidence, the words of the fact's own span. `listed` is the same for all items
    of one list, and for all facts of one sentence of prose. `parties` are the words that name the two states of the
    article.
    """

    fact: Fact
    values: dict[str, object]
    start: int
    end: int
    text: str
    listed: tuple[int, ...]
    parties: frozenset[str] = frozenset()

    @property
    def date(self) -> DateValue | None:
        """When, as stated."""
        return self.fact.date

    @property
    def statement(self) -> Span:
        """The span of the whole statement."""
        return self.start, self.end


def place(reading: Reading, facts: Iterable[Fact]) -> list[Stated]:
    """The facts with their statements, in order of place, then of rule.

    A fact that lies in no statement is its own. Raises ValueError where a fact fills a column that its table does not
    have.
    """
    starts = [statement.start for statement in reading.statements]
    parties = frozenset(word for iso3 in reading.pair for word in state_words(iso3))
    found = [_placed(reading, starts, fact, parties) for fact in facts]
    ordered = sorted(found, key=_rule_there)
    return [one for _, same in groupby(ordered, key=_rule_there) for one in _in_any_order(list(same))]


def _rule_there(one: Stated) -> tuple[int, int, str]:
    return one.fact.start, one.fact.end, one.fact.rule_id


def _in_any_order(found: list[Stated]) -> list[Stated]:
    """What one rule read there, in an order that is the same whatever the order in which it was read."""
    return sorted(found, key=lambda one: repr(one.values)) if len(found) > 1 else found


def _placed(reading: Reading, starts: Sequence[int], fact: Fact, parties: frozenset[str]) -> Stated:
    at = bisect_right(starts, fact.start) - 1
    around = reading.statements[at] if at >= 0 and reading.statements[at].end >= fact.end else None
    span = (around.start, around.end) if around else (fact.start, fact.end)
    text = reading.document.text[fact.start : fact.end]
    return Stated(fact, _typed(table(fact.table), fact), *span, text, _listed(around, span), parties)


def _listed(statement: Statement | None, span: Span) -> tuple[int, ...]:
    if statement is None or statement.block.kind not in ("item", "row"):
        return span
    return (-1 - statement.block.section, *(statement.block.head or ()))


def _typed(declared: Table, fact: Fact) -> dict[str, object]:
    """The fact's values as the declaration types them; nulls and empty values are left out."""
    kinds = declared.types
    if not fact.values.keys() <= kinds.keys():
        unknown = ", ".join(sorted(fact.values.keys() - kinds.keys()))
        raise ValueError(f"rule {fact.rule_id}: column {unknown} is not declared in table {declared.name}")
    return {
        name: value if isinstance(value, str) else _as(kinds[name], value)
        for name, value in fact.values.items()
        if value or value not in _EMPTY
    }


def _as(kind: str, value: object) -> object:
    if kind == "list<string>" and isinstance(value, list | tuple | set | frozenset):
        return [str(part) for part in value if part]
    if kind == "int" and isinstance(value, float) and value.is_integer():
        return int(value)
    if kind == "float" and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value
