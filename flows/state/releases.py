"""What releases were made from, kept in the state folder: the same articles by the same code make the same release.

So where the newest release in a folder is the one that they made, nothing needs to be put together to know that nothing
changed. A release is named by its content hash, which is that of all its files but for what names version and changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from flows.article import Article, Outcome
from flows.code import release_code
from flows.settings import state_folder

KEPT = 100
"""Names that are kept, the newest; one takes a few bytes."""


def find(outcomes: Sequence[Outcome]) -> str | None:
    """The content hash of the release that these made before; None where that is not known."""
    try:
        return _path(outcomes).read_text(encoding="ascii")
    except OSError:
        return None


def keep(outcomes: Sequence[Outcome], content_hash: str) -> None:
    """Nothing; keeps which release they made, and lets the oldest names go."""
    path = _path(outcomes)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content_hash, encoding="ascii")
    for old in sorted(path.parent.iterdir(), key=lambda one: one.stat().st_mtime, reverse=True)[KEPT:]:
        old.unlink(missing_ok=True)


def _path(outcomes: Sequence[Outcome]) -> Path:
    digest = hashlib.sha256(release_code().encode())
    for one in outcomes:
        digest.update(f"{_said(one)!r}\n".encode("utf-8", "backslashreplace"))
    return state_folder() / "releases" / digest.hexdigest()[:32]


def _said(outcome: Outcome) -> object:
    """All that a release takes from an outcome; the rows of an article follow from the page, which its file names."""
    if not isinstance(outcome, Article):
        return outcome.as_json()
    one, source = outcome, getattr(outcome.part.source, "path", None)
    page = one.name, one.title, one.revision_id, one.sha256, one.unknown_templates, one.stale and one.stale.as_json()
    return *page, one.part.age, source and source.name
