"""SHA256SUMS: the checksum of every other file, for `sha256sum -c`."""

from __future__ import annotations

from outputs.describe import LAST
from outputs.model import Release

PATH = "SHA256SUMS"
ROUND = LAST


def render(release: Release) -> str:
    """One line a file, by path: the SHA-256, two blanks, the path."""
    return "".join(f"{file.sha256}  {path}\n" for path, file in sorted(release.files.items()))
