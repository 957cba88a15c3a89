"""Merged statements that disagree: in the spelling of a name, in a column that should be compatible, in precise dates.

A shorter form of a name is no disagreement, another spelling of the same word is; nor is the date at which a post was
opened again or raised. The row keeps what it follows; the other statement is kept beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.assemble.conflicts.disagreement import Disagreement, saying, shown
from parsers.assemble.likeness import respelt
from parsers.assemble.row import Merged
from parsers.assemble.sameness import equal, is_person
from parsers.assemble.timing import contradict, disagree
from parsers.language.edtf import date_value
from parsers.tables import Table

_COUNTS = ("count", "quantity")
_OTHER_STAGE = re.compile(r"\bre-?(?:open|establish|activat|instat)|\b(?:again|anew|upgrad|elevat|raised\b)", re.I)
"""Words of statements on a post that was there before."""


def within(row: Merged) -> Iterator[Disagreement]:
    """What the statements of one row disagree on; where there is only one, nothing."""
    identity = row.table.identity
    if identity is None or len(row.members) == 1:
        return
    for column in (*identity.similar, *identity.compatible, *_stated_dates(row)):
        if row.values.get(column) is not None:
            yield from _in_column(row, column)
    if identity.dated:
        yield from _in_date(row)


def _in_column(row: Merged, column: str) -> Iterator[Disagreement]:
    """What statements say against the value of a column; a date of another stage ("re-opened in 1992") does not."""
    held, source = row.values[column], saying(row, column)
    for member in row.members:
        said = member.values.get(column)
        stage = column.endswith("_edtf") and (_OTHER_STAGE.search(source.text) or _OTHER_STAGE.search(member.text))
        if said is not None and not stage and _contrary(row.table, column, held, said):
            kind, texts = _kind(row.table, column), (source.text, member.text)
            yield Disagreement(row.table.name, row.row_id, kind, column, shown(held), shown(said), *texts)


def _in_date(row: Merged) -> Iterator[Disagreement]:
    """The other dates that statements give the row."""
    for member in row.members:
        if member.date and row.date and disagree(row.date, member.date):
            dates = row.date.edtf, member.date.edtf
            yield Disagreement(row.table.name, row.row_id, "date", "date_edtf", *dates, row.dated.text, member.text)


def _stated_dates(row: Merged) -> list[str]:
    """The columns of a row's own with a date, as when a post opened; none of what ended, which may have begun again."""
    own = [name for name in row.table.names if name.endswith("_edtf") and name != "date_edtf"]
    return own if sum(name in row.values for name in own) < 2 else []


def _contrary(table: Table, column: str, held: object, said: object) -> bool:
    """Whether what is said speaks against what the row holds: neither the same nor a shorter form of it."""
    if column.endswith("_edtf"):
        one, other = date_value(str(held)), date_value(str(said))
        return contradict(one, other) or disagree(one, other)
    if table.identity and column in table.identity.compatible:
        return not equal(held, said)
    if not is_person(table, column):
        return False
    if isinstance(held, list) and isinstance(said, list):
        return any(respelt(one, other) for one in held for other in said if one not in said and other not in held)
    return respelt(str(held), str(said))


def _kind(table: Table, column: str) -> str:
    if column.endswith("_edtf"):
        return "date"
    if column in _COUNTS:
        return "count"
    return "amount" if table.column(column).type in ("int", "float") or column == "currency" else "name"
