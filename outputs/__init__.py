"""From validated rows to a published release: the files, their version, and the folder that they stand in.

What comes in are the rows of every table declared in `parsers.tables` in final order (of a run as Parquet files, of a
test as dicts of python values), a manifest, the results of validation and its report; what goes out is a folder as
`publish` describes it, or nothing where nothing changed. The columns, types and descriptions in every file are derived
from the declarations. One module a concept:

- Files of rows: `cells` says what a row may hold, `parquet` and `csv` write tables, `making` makes the files of rows.
- What changed: `changes` matches the rows of two tables, `narrowing` finds the parts in which they may differ,
  `renamed` with `fitting` identifiers that changed, `version` the difference to the release before and the version that
  it makes; `delta` writes that difference and applies it, `diff` compares any two releases, `excerpt` shows a cell.
- A release: `model` is one as its files see it, `profile` what its columns hold, `about` what the collection is,
  `licence` its terms, `rules` what its rules read, `quality` how good it is; `describe` holds a module for each file
  that describes it, with the words of `quality_text`, `guide`, `schemaorg` and the forms of `markdown`; `page` is the
  one for people.
- Its place: `release` does all of it (`publish`), `placing` puts a release in its folder (lock, index, latest), `shelf`
  is that folder, `remote` copies one to another folder or `store`, `mirror` makes one for a store.
- Once it is there: `loading` reads a table back, `brought` has one of a folder or a store at hand, `verify` tests
  whether it is sound by its `digest`s, `explain` and `explained` tell of a row, `serve` shows it, `examples` answers
  questions with it.

Imports `parsers`; of the project's packages only `flows` imports it. Users import it for `load` and `apply_delta`.
POSIX only: it needs symbolic links and `fcntl`.
"""

from __future__ import annotations

from outputs.delta import apply_delta
from outputs.loading import load
from outputs.release import Published, publish

__all__ = ["Published", "apply_delta", "load", "publish"]
