"""CODEBOOK.md: every table, column, type, code and unit, with counts and an example; how good it is, how to join it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from outputs import quality_text, rules
from outputs.csv import cell_text
from outputs.delta import EXPLAINED
from outputs.describe import FIRST
from outputs.guide import JOINS, LIMITS
from outputs.markdown import code, grid, plural, shorten
from outputs.model import Release
from outputs.profile import Profile
from parsers.tables import Column, Table

PATH = "CODEBOOK.md"
ROUND = FIRST

OPENING = """\
# Codebook

An unknown is null, and null never means no; empty strings do not occur. Lists are `list<string>` in Parquet and a
compact JSON array in CSV. A category is a string with few allowed values. Timestamps are in UTC. Dates are as stated,
in EDTF (`date_edtf`), with the first and last day that they can mean. Under "null" is the share of rows without a
value; an asterisk after a type means that the column always has one."""

SHARED = """\
Every table of facts ({tables}) has these columns beside its own: first its key and `relation_id`, then its own, then
the date, then how the source states it. Shares and codes are of all of them together."""

RULES = """\
Every fact names the rule that read it (`rule_id`): the table, and a word for what the rule reads. A rule reads the
shapes of sentences that it names, and stays silent where it is unsure; "not read" is what looks alike and is left to
others, or to nobody. That of people, who have no `rule_id`, stands in `evidence`. `manifest.json` has the same under
`rules`."""


def render(release: Release) -> str:
    """Markdown: the tables with their row counts, how good the release is, how to join it, each table, the rules."""
    overview = grid(
        ["table", "one row is", "key", "rows"],
        ([f"[{name}](#{name})", table.row, code(table.key), f"{len(release.stored[name]):,}"]
         for name, table in release.tables.items()),
    )  # fmt: skip
    sections = [_section(table, release) for table in release.tables.values()]
    parts = [OPENING, overview, *_guide(release), *_shared(release), "## Tables", *sections, "## Rules", RULES]
    return "\n\n".join([*parts, _rules(release)]) + "\n"


def _guide(release: Release) -> Iterator[str]:
    """What is said of the release as a whole."""
    yield from ("## How good it is", quality_text.counted(release), quality_text.tables_counted(release))
    yield from ("## Precision and recall", quality_text.scores())
    yield from ("## Over the releases", quality_text.history(release))
    yield from ("## How to join", JOINS, "## Known limits", LIMITS, EXPLAINED.strip())


def _shared(release: Release) -> Iterator[str]:
    """The columns that every table of facts has, told once."""
    facts = [table for table in release.tables.values() if table.is_fact]
    if facts:
        first, rows = facts[0], sum(len(release.stored[table.name]) for table in facts)
        counted = {name: _together([release.profile(table.name)[name] for table in facts]) for name in first.shared}
        columns = [first.column(name) for name in first.shared]
        yield from ("## Columns of every fact", SHARED.format(tables=", ".join(code(table.name) for table in facts)))
        yield from (_columns(columns, counted, rows), *_codes(columns, counted))


def _together(profiles: Sequence[Profile]) -> Profile:
    """What a column holds that several tables have."""
    codes = sum((Counter(one.codes) for one in profiles), Counter[str]())
    example = next((one.example for one in profiles if one.example is not None), None)
    return Profile(sum(one.nulls for one in profiles), example, dict(sorted(codes.items())))


def _section(table: Table, release: Release) -> str:
    counted = release.profile(table.name)
    rows = len(release.stored[table.name])
    columns = [column for column in table.columns if column.name not in table.shared]
    order = ", ".join(map(code, table.order))
    opening = f"One row is {table.row}. {plural(rows, 'row')}, in order of {order}; the key is {code(table.key)}."
    opening += " It has [the columns of every fact](#columns-of-every-fact) too." * table.is_fact
    return "\n\n".join([f"### {table.name}", opening, _columns(columns, counted, rows), *_codes(columns, counted)])


def _columns(columns: Iterable[Column], counted: Mapping[str, Profile], rows: int) -> str:
    """The columns with their types and meanings, and what so many rows hold in them."""
    lines = (
        [code(column.name), _type(column), _meaning(column), *_seen(counted[column.name], rows)] for column in columns
    )
    return grid(["column", "type", "meaning", "null", "example"], lines)


def _type(column: Column) -> str:
    return code(column.type) + ("*" if column.required else "")


def _meaning(column: Column) -> str:
    limits = (("at least", column.minimum), ("at most", column.maximum))
    bounds = [f"{words} {limit:g}" for words, limit in limits if limit is not None]
    notes = [
        f"Unit: {column.unit}." if column.unit else "",
        f"{', '.join(bounds).capitalize()}." if bounds else "",
        f"Pattern: {code(column.pattern)}." if column.pattern else "",
        f"Refers to {code(column.references)}." if column.references else "",
    ]
    return " ".join([column.meaning, *filter(None, notes)])


def _seen(counted: Profile, rows: int) -> tuple[str, str]:
    """The share of nulls and the first value."""
    share = f"{counted.nulls / rows:.1%}" if rows else "–"
    return share, "–" if counted.example is None else code(shorten(cell_text(counted.example), 60))


def _codes(columns: Iterable[Column], counted: Mapping[str, Profile]) -> Iterator[str]:
    """A table of codes for each category column: those declared, then any other that occurs."""
    for column in columns:
        if column.type == "category":
            counts = counted[column.name].codes
            others = {value: "not declared" for value in counts if value not in column.values}
            meanings = {**column.values, **others}
            lines = ([code(value), words, f"{counts.get(value, 0):,}"] for value, words in meanings.items())
            yield f"Codes of {code(column.name)}:\n\n" + grid(["code", "meaning", "rows"], lines)


def _rules(release: Release) -> str:
    """What each rule reads, and how many rows it read."""
    lines = ([code(name), str(one["reads"]), f"{one['rows']:,}"] for name, one in rules.told(release).items())
    return grid(["rule", "reads", "rows"], lines)
