"""From validated rows to a published release: the files, their version, and the folder that they stand in.

What comes in are the rows of every table declared in `parsers.tables` (dicts of python values, in final order), a
manifest, the results of validation and its report; what goes out is a folder as `publish` describes it, or nothing
where nothing changed. The columns, types and descriptions in every file are derived from the declarations. One module a
concept: `parquet` and `csv` write tables, `version` finds the difference to the release before and the version that it
makes, `delta` writes that difference and applies it, `making` makes the files of rows, `shelf` is the folder of
releases, `placing` puts one there (lock, index, latest), `release` does all of it (`publish`), `describe` holds one
module for each file that describes the release, `diff` compares any two releases, `verify` tests whether one is sound,
`remote` copies one to another folder or store, `quality` says how good it is, `loading` reads a table back
(`outputs.load`), `examples` answers questions with it. Imports `parsers`; only `flows` may import it. POSIX only: it
needs symbolic links and `fcntl`.
"""

from __future__ import annotations

from outputs.delta import apply_delta
from outputs.loading import load
from outputs.release import Published, publish

__all__ = ["Published", "apply_delta", "load", "publish"]
