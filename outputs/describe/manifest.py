"""manifest.json: what the release was made from, and what later releases compare themselves with."""

from __future__ import annotations

from dataclasses import asdict

from outputs.describe import SECOND, json_text
from outputs.model import Release
from outputs.quality import figures
from outputs.rules import RULES, told
from parsers.errors import OutputError

PATH = "manifest.json"
ROUND = SECOND


def render(release: Release) -> str:
    """JSON: `release` (version, date, hashes, change counts), `tables` (row counts), `departed` (title, revision_id and
    reason of articles that the release before had), `rules` (what each reads, how many rows it read), and the run's
    manifest as given.

    Raises OutputError where the run's manifest holds what JSON cannot, or one of these four names.
    """
    departed = [asdict(one) for one in release.departed]
    own = {"release": described(release), "tables": release.counts, "departed": departed, RULES: told(release)}
    if taken := sorted(own.keys() & release.manifest.keys()):
        expected = "other names in the run's manifest"
        raise OutputError(f"{', '.join(taken)} given twice", where=PATH, expected=expected, remedy="rename them")
    return json_text({**own, **release.manifest}, PATH)


def described(release: Release) -> dict[str, object]:
    """What the release says of itself; index.json repeats all of it but `contents`."""
    by_table = {
        name: {"added": len(changes.added), "changed": len(changes.changed), "removed": len(changes.removed)}
        for name, changes in release.difference.rows.items()
    }
    return {
        "version": release.version,
        "date": release.date,
        "content_hash": release.content_hash,
        "previous": release.previous,
        "reasons": list(release.reasons),
        "changes": {**release.difference.counts, "by_table": by_table},
        "counts": release.counts,
        "quality": figures(release),
        "contents": dict(release.contents),
    }
