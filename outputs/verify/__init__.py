"""Whether a release is sound: every file as published, every table as declared, every span the words of its article.

What comes in is the folder of a release, what goes out a `Report`. The release is asked by what it says of itself
(SHA256SUMS, manifest, the schemas in its Parquet files, datapackage.json), so that one made by another version of this
program can be sound too; where it differs from what this version declares, a note says so. One module a check.
"""

from __future__ import annotations

from pathlib import Path

from outputs.verify import files, keys, same, schema, spans, versions
from outputs.verify.report import Check, Fault, Report, as_object, as_text
from outputs.verify.standing import opened

__all__ = ["Check", "Fault", "Report", "as_object", "as_text", "verify"]


def verify(release: Path) -> Report:
    """The report on the release in a folder; raises OutputError where there is no folder.

    A file whose checksum is wrong is reported once, and not looked into.
    """
    standing, checksums = opened(release)
    checks = [checksums, *(module.check(standing) for module in (versions, files, schema, keys, spans, same))]
    return Report(standing.path, standing.version, tuple(checks), schema.notes(standing))
