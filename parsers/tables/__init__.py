"""The declaration of every table, once: columns, types, keys, meanings, allowed values, identity.

One file a table, found by its name: `tables()` gives them all. The Arrow schema, the expectations, the codebook and the
CSV header are derived from these. Imports nothing of the project, so that every stage may import it.
"""

from __future__ import annotations

from functools import cache

from parsers.tables.declaration import Column, Identity, Table, declared

__all__ = ["Column", "Identity", "Table", "table", "tables"]


@cache
def tables() -> dict[str, Table]:
    """Every declared table by name, in alphabetical order."""
    return declared()


def table(name: str) -> Table:
    """The declaration of one table; KeyError where there is none of that name."""
    return tables()[name]
