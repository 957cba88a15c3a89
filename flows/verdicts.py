"""What validation said before, kept in the state folder: rows that were found sound are not validated again.

A verdict stands for the very same rows, the very same code and the same libraries, by a digest of all three; so it is
what validation would say again, without the seconds that importing Great Expectations takes. Rows with a critical
failure leave no verdict.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from expectations.gate import Validation
from expectations.outcome import Failure
from flows.code import digest_of
from flows.settings import state_folder
from outputs.digest import of_file

if TYPE_CHECKING:
    from parsers.columnar import Stored

PACKAGES = ("expectations", "parsers")
"""Our own packages that validation follows from: the expectations, the declarations, and what both read."""

LIBRARIES = ("great-expectations", "numpy", "pandas")
KEPT = 8
"""Verdicts that are kept, the newest; one takes about 200 kB."""


def known(tables: Mapping[str, Stored]) -> Validation | None:
    """What validation said of these rows before; None where that is not known or cannot be read."""
    try:
        said = json.loads(_path(tables).read_text(encoding="utf-8"))
        warnings = tuple(Failure(**{**one, "row_ids": tuple(one["row_ids"])}) for one in said["warnings"])
        return Validation(said["results"], said["report_html"], (), warnings)
    except (OSError, ValueError, LookupError, TypeError):
        return None


def any_known() -> bool:
    """Whether there is a verdict by this code, so that it is likely that validation need not run."""
    return any(_folder().glob(f"{_code()}-*.json"))


def keep(tables: Mapping[str, Stored], validation: Validation) -> None:
    """Nothing; keeps what validation said of sound rows, and lets the oldest verdicts go."""
    if validation.critical:
        return
    said = {
        "results": validation.results,
        "report_html": validation.report_html,
        "warnings": [asdict(one) for one in validation.warnings],
    }
    path = _path(tables)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Two runs may keep the same verdict at once; each moves a whole file into place.
    written = path.with_suffix(f".{os.getpid()}")
    written.write_text(json.dumps(said), encoding="utf-8")
    written.replace(path)
    for old in sorted(_folder().glob("*.json"), key=lambda one: one.stat().st_mtime, reverse=True)[KEPT:]:
        old.unlink(missing_ok=True)


def _folder() -> Path:
    return state_folder() / "validation" / "verdicts"


def _path(tables: Mapping[str, Stored]) -> Path:
    """Where the verdict on these rows is kept: by the hashes of the files that they stand in."""
    digest = hashlib.sha256()
    for name, rows in sorted(tables.items()):
        digest.update(f"{name} {of_file(rows.path).sha256}\n".encode())
    return _folder() / f"{_code()}-{digest.hexdigest()[:32]}.json"


@cache
def _code() -> str:
    return digest_of(PACKAGES, LIBRARIES)
