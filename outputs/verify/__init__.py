"""Whether a release is sound: every file as published, every table as declared, every span the words of its article.

What comes in is the folder of a release, what goes out a `Report`. The release is asked by what it says of itself
(SHA256SUMS, manifest, the schemas in its Parquet files, datapackage.json), so that one made by another version of this
program can be sound too; where it differs from what this version declares, a note says so. One module a check.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from outputs.verify import files, keys, same, schema, spans, versions
from outputs.verify.report import Check, Fault, Report, as_object, as_text
from outputs.verify.standing import opened

LONGEST = (same, spans, keys)
"""The checks that look at every row."""

__all__ = ["Check", "Fault", "Report", "as_object", "as_text", "verify"]


def verify(release: Path, *, place: str | None = None) -> Report:
    """The report on the release in a folder; raises OutputError where there is no folder.

    `place` is told instead of the folder where that is a copy of what stands there.
    A file whose checksum is wrong is reported once, and not looked into. Checks run side by side, those that take
    longest from the beginning: most of their work is done in Arrow, which leaves the interpreter free.
    """
    standing, checksums = opened(release)
    notes = schema.notes(standing)
    with ThreadPoolExecutor(len(LONGEST)) as pool:
        long = {module: pool.submit(module.check, standing) for module in LONGEST}
        short = {module: module.check(standing) for module in (versions, files, schema)}
        found = [*short.values(), *(long[module].result() for module in (keys, spans, same))]
    return Report(place or str(standing.path), standing.version, (checksums, *found), notes)
