"""From validated rows to a published release: the files, their version, and the folder that they stand in.

What comes in are the rows of every table declared in `parsers.tables` (dicts of python values, in final order), a
manifest, the results of validation and its report; what goes out is a folder as `publish` describes it, or nothing
where nothing changed. The columns, types and descriptions in every file are derived from the declarations. One module
a concept: `parquet` and `csv` write tables, `version` finds the difference to the release before and the version that
it makes, `shelf` is the folder of releases (lock, index, latest), `describe` holds one module for each file that
describes the release. Imports `parsers`; only `flows` may import it. POSIX only: it needs symbolic links and `fcntl`.
"""

from __future__ import annotations

from outputs.release import Published, publish

__all__ = ["Published", "publish"]
