"""The tables of a run, put together: each as the Parquet file that the release will hold, in the run's own folder."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pyarrow as pa

from outputs.parquet import Writer, arrow_schema
from parsers.assemble import Part, assemble
from parsers.columnar import Stored, repeated
from parsers.tables import Table, tables

log = logging.getLogger(__name__)


def assembled(parts: Sequence[Part], folder: Path) -> dict[str, Stored]:
    """The rows of all articles, by table, in files of the folder; raises OSError, OutputError where a cell lacks."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {name: folder / f"{name}.parquet" for name in tables()}
    with ThreadPoolExecutor(1) as pool, ExitStack() as opened:
        writers = {
            name: opened.enter_context(Writer(arrow_schema(tables()[name]), path, pool)) for name, path in paths.items()
        }
        for name, piece in assemble(parts):
            writers[name].write(piece)
    return {name: Stored(_once(tables()[name], path)) for name, path in paths.items()}


def _once(table: Table, path: Path) -> Path:
    """The file, with each key once: of rows of different articles with one key, the first in order stays.

    An identifier has 48 bits, so that among five million rows of evidence two are alike in one of twenty releases.
    """
    rows = Stored(path)
    twice = set(repeated(rows.column(table.key)).to_pylist())
    if not twice:
        return path
    log.warning("%s: %d identifiers of two rows each; the first stays", table.name, len(twice))
    written, seen = path.with_suffix(".once"), set[object]()
    with Writer(arrow_schema(table), written) as writer:
        for batch in rows.batches():
            stays = []
            for key in batch[table.key].to_pylist():
                stays.append(key not in seen)
                seen |= {key} & twice
            writer.write(batch.filter(pa.array(stays)))
    return written.replace(path)
