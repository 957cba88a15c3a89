"""The tables of a run, put together: each as the Parquet file that the release will hold, in the run's own folder."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from outputs.parquet import Writer, arrow_schema
from parsers.assemble import Part, assemble
from parsers.columnar import Stored
from parsers.tables import tables


def assembled(parts: Sequence[Part], folder: Path) -> dict[str, Stored]:
    """The rows of all articles, by table, in files of the folder; raises OSError, OutputError where a cell lacks."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {name: folder / f"{name}.parquet" for name in tables()}
    with ExitStack() as opened:
        writers = {
            name: opened.enter_context(Writer(arrow_schema(tables()[name]), path)) for name, path in paths.items()
        }
        for name, piece in assemble(parts):
            writers[name].write(piece)
    return {name: Stored(path) for name, path in paths.items()}
