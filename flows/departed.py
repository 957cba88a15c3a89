"""Which articles the newest release has and this run has not, and why: they failed, are gone, or were not asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from flows.article import Article, Failure, Outcome
from flows.sources import reasons
from outputs.model import Departed
from outputs.shelf import MANIFEST, shelved
from parsers.errors import SourceError

UNKNOWN = "none of the sources has it any more"

MOST_ASKED = 500
"""Articles that the sources are asked about; more leave only where other sources were named than before."""


def departed(output: Path, sources: Sequence[str], outcomes: Sequence[Outcome]) -> list[Departed]:
    """The articles of the newest release in the folder that the outcomes lack, by title, each with its reason.

    The reason is the run's own failure at the page, else what a source says of it. Raises OutputError.
    """
    titles = {one.title for one in outcomes if isinstance(one, Article)}
    before = {title: said for said in _newest(output) if (title := str(said.get("title"))) not in titles}
    failed = {one.page: one.message for one in outcomes if isinstance(one, Failure)}
    told = {title: failed[name] for title, said in before.items() if (name := str(said.get("name"))) in failed}
    told |= _said(sources, sorted(before.keys() - told.keys()))
    return [Departed(title, before[title].get("revision_id"), told.get(title, UNKNOWN)) for title in sorted(before)]


def _newest(output: Path) -> list[dict]:
    """What the newest release was made from, as its manifest says; nothing where there is none, or it does not say."""
    releases = shelved(output) if output.is_dir() else []
    if not releases:
        return []
    said = json.loads((releases[0].path / MANIFEST).read_text(encoding="utf-8")).get("sources")
    return [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []


def _said(sources: Sequence[str], titles: Sequence[str]) -> dict[str, str]:
    """What the sources say of the titles; nothing where they cannot be asked now, since the pages are read already."""
    try:
        return reasons(sources, titles[:MOST_ASKED]) if titles else {}
    except SourceError:
        return {}
