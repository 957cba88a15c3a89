"""What can be wrong with a dump, told as what was found; where it stands is known to the one who catches it."""

from __future__ import annotations

from pathlib import Path

from parsers.errors import SourceError


class Broken(Exception):
    """A part of a dump that cannot be read."""


class Truncated(Broken):
    """A dump that ends before it should."""


def refusal(path: Path, found: str, remedy: str, expected: str = "an XML dump of a MediaWiki") -> SourceError:
    """The error that refuses a dump as a whole."""
    return SourceError(found, where=f"dump {path}", expected=expected, remedy=remedy)


def damaged(path: Path, broken: Broken, start: int = 0) -> SourceError:
    """The error for a dump that is broken at a byte or after it, so that pages are lost and nobody knows which."""
    return refusal(path, f"{broken} (after byte {start:,})", "download it again, and compare its checksum")
