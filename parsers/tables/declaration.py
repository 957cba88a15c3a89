"""What a declaration can say of a table and of a column, and the columns that every fact table shares."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

PACKAGE = "parsers.tables"
TYPES = ("string", "category", "int", "float", "bool", "date", "timestamp", "list<string>")

CODE = r"^[A-Z][A-Z0-9]{2}$"
RELATION = r"^[A-Z][A-Z0-9]{2}-[A-Z][A-Z0-9]{2}$"

CODE_POINTS = "Unicode code points, as Python, R and DuckDB count"
"""What places in a text count: JavaScript, Java and C# count UTF-16 units, which are more from an emoji on."""

PRECISIONS = {
    "day": "one day",
    "month": "one month",
    "year": "one year (or a season of it)",
    "decade": "ten years, 199X",
    "century": "a hundred years, 19XX",
    "interval": "from one date to another, both stated",
    "open interval": "one end is open: 2004/..",
}


@dataclass(frozen=True)
class Column:
    """One column: `type` is one of TYPES; `values` are the allowed codes with their meanings (category columns).

    `pattern` is a regular expression that every value matches whole; `references` is "table.column" of a foreign key;
    `minimum` and `maximum` bound numbers; `unit` is what a number counts; `pandas` is the dtype that pandas' plain
    reader is asked for, where that of the type will not do.
    """

    name: str
    type: str
    meaning: str
    required: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    pattern: str | None = None
    references: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    unit: str | None = None
    pandas: str | None = None

    def __post_init__(self) -> None:
        """Refuses a type that no stage knows and a category without values."""
        if self.type not in TYPES:
            raise ValueError(f"column {self.name}: type {self.type!r} is none of {', '.join(TYPES)}")
        if (self.type == "category") != bool(self.values):
            raise ValueError(f"column {self.name}: allowed values go with the type category, and only with it")


@dataclass(frozen=True)
class Identity:
    """What makes two statements of a table the same fact.

    `same`: columns that must be equal (two nulls are equal). `compatible`: equal, or unsaid on one side. `similar`:
    names that may be shortened or spelt otherwise, or be unsaid on one side. `dated`: the dates must overlap, or be
    unsaid on one side. `turns`: pairs of values of the first `same` column that undo each other, so that an undated
    statement whose next sentence undoes it is no later one of its kind. `latest`: columns of which a row has what was
    so last.
    """

    same: tuple[str, ...]
    compatible: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()
    dated: bool = True
    turns: tuple[tuple[str, str], ...] = ()
    latest: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """One table: its name, what one row is, its columns, its key, the order of its rows, and its identity if it is of
    facts.
    """

    name: str
    row: str
    columns: tuple[Column, ...]
    key: str
    order: tuple[str, ...]
    identity: Identity | None = None

    @property
    def is_fact(self) -> bool:
        """Whether its rows are facts read by rules, with the shared columns of dates and evidence."""
        return self.identity is not None

    @property
    def kind(self) -> str:
        """What one row is, in a word: its key without `_id`; with it identifiers begin ("visit-99c54bcd6991")."""
        return self.key.removesuffix("_id")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(column.name for column in self.columns)

    @cached_property
    def types(self) -> Mapping[str, str]:
        """The types of its columns by their names, in order."""
        return {column.name: column.type for column in self.columns}

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The names of a fact table's own columns, between the shared key and date columns."""
        return self.names[2 : self.names.index("date_edtf")]

    @cached_property
    def shared(self) -> tuple[str, ...]:
        """The names of the columns that every fact table has, but for the key; none where its rows are no facts."""
        if not self.is_fact:
            return ()
        return tuple(name for name in self.names if name != self.key and name not in self.own)

    @cached_property
    def empty(self) -> Mapping[str, None]:
        """A row of nulls."""
        return dict.fromkeys(self.names)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError where there is none."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}


def relation_column() -> Column:
    """The foreign key to relations that every table below an article has."""
    return Column(
        "relation_id", "string", "The pair of states that the article is about: two codes, alphabetical.",
        required=True, pattern=RELATION, references="relations.relation_id",
    )  # fmt: skip


def span_columns(*, least: int = 1) -> tuple[Column, Column]:
    """The two columns of a span of an article's stored text, of which `end` is at least so much."""
    return (
        Column(
            "start", "int", "First character in the article's stored text, from 0.",
            required=True, minimum=0, unit=CODE_POINTS,
        ),
        Column("end", "int", "Character after the last.", required=True, minimum=least, unit=CODE_POINTS),
    )  # fmt: skip


def state_columns(role: str, meaning: str, *, required: bool = False) -> tuple[Column, Column]:
    """The two columns of a state in a role: its code and its name as the source writes it."""
    return (
        Column(
            f"{role}_iso3", "string", f"{meaning}: code (see states).",
            required=required, pattern=CODE, references="states.iso3",
        ),
        Column(f"{role}_name", "string", f"{meaning}: as written, null where the text says it only by reference."),
    )  # fmt: skip


def money_columns() -> tuple[Column, ...]:
    """The four columns of an amount of money."""
    return (
        Column("value", "float", "Amount of money as a plain number.", unit="units of `currency`"),
        Column("currency", "string", "Currency of `value`, ISO 4217.", pattern=r"^[A-Z]{3}$"),
        Column("value_text", "string", "The amount as written."),
        Column("approximate", "bool", "Whether the text marks the figure as rounded or estimated."),
    )


def date_columns() -> tuple[Column, ...]:
    """The five columns of the date of a fact."""
    return (
        Column("date_edtf", "string", "Date as stated, in EDTF (ISO 8601-2)."),
        Column("date_start", "date", "First day that the date can mean; null when open or undated."),
        Column("date_end", "date", "Last day that the date can mean; null when open or undated."),
        Column("date_precision", "category", "How precise the date is.", values=PRECISIONS),
        Column("date_text", "string", "The words the date was read from."),
    )


def evidence_columns() -> tuple[Column, ...]:
    """The five columns of how the source states a fact."""
    return (
        Column(
            "evidence", "string", "The sentence, infobox line, list item or table row that states it.", required=True
        ),
        Column("evidence_url", "string", "Permanent link to the revision, at the sentence; null without revision."),
        Column("statements", "int", "How often the source states it.", required=True, minimum=1),
        Column(
            "rule_id", "string", "The rule that read it: the codebook says what each reads.",
            required=True, pattern=r"^[a-z_]+\.[a-z_]+$",
        ),
        Column("has_conflict", "bool", "Whether another statement disagrees: see conflicts.", required=True),
    )  # fmt: skip


def fact_table(
    name: str, row: str, *own: Column | tuple[Column, ...], key: str, identity: Identity, order: tuple[str, ...] = ()
) -> Table:
    """The declaration of a fact table: its own columns between the shared key, date and evidence columns."""
    columns = [
        Column(key, "string", "Stable identifier, made from what identifies the fact.", required=True),
        relation_column(),
    ]
    for part in own:
        columns.extend(part if isinstance(part, tuple) else (part,))
    columns.extend((*date_columns(), *evidence_columns()))
    return Table(name, row, tuple(columns), key, order or ("relation_id", "date_start", "date_edtf", key), identity)


def declared(*, but: tuple[str, ...] = ()) -> dict[str, Table]:
    """The tables by name, in alphabetical order, as they stand in this folder, each in a module of its name.

    A table that is derived from the others asks for all but itself, and but those that are derived from it.
    """
    folder = importlib.import_module(PACKAGE).__path__
    names = sorted({module.name for module in pkgutil.iter_modules(folder)} - {"declaration", *but})
    return {name: importlib.import_module(f"{PACKAGE}.{name}").TABLE for name in names}


def facts_but(*names: str) -> dict[str, Table]:
    """Those of facts, in the same order, so that what is said of each needs no edit where one is added."""
    return {name: table for name, table in declared(but=names).items() if table.is_fact}
