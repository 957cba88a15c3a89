"""The files that describe a release, one module each, found by its place in this folder.

A module has `PATH` (the file's path in the release), `ROUND`, and `render(release)`, which gives the file as text or
bytes. Rounds run in order, and `release.files` holds what was written in the rounds before: FIRST sees the tables and
the validation, SECOND the files of FIRST too, THIRD (the list of all files with what they are) those of SECOND, LAST
all. `render` is pure, and is also called on the version-free form of a release (see `outputs.model.Release`), by which
changes are found; files of the round LAST follow from the others and are not compared. Adding a file means adding a
module.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from outputs.model import Release
from parsers.errors import OutputError

FIRST, SECOND, THIRD, LAST = 1, 2, 3, 4


@dataclass(frozen=True)
class Describer:
    """One describing file: where it goes, when it is written, and what makes it."""

    path: str
    round: int
    render: Callable[[Release], str | bytes]

    def content(self, release: Release) -> bytes:
        """The file's bytes; text becomes UTF-8 (and half of a surrogate pair, as in a bad file name, an escape)."""
        content = self.render(release)
        return content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")


@cache
def describers() -> tuple[Describer, ...]:
    """Every describing file, in the order in which they are written."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    found = [Describer(module.PATH, module.ROUND, module.render) for module in modules]
    return tuple(sorted(found, key=lambda one: (one.round, one.path)))


def json_text(value: object, path: str) -> str:
    """A value as indented JSON with a line end, for the file `path`; raises OutputError where JSON cannot hold it."""
    try:
        return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    except (TypeError, ValueError) as error:
        raise OutputError(
            f"cannot be written: {error}",
            where=path,
            expected="strings, finite numbers, lists and dicts",
            remedy="mend the stage that makes it",
        ) from error
