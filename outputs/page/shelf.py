"""The page of all releases: what the index says of each, for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from outputs import about, quality
from outputs.page.render import asset, environment, policy

REASONS = 6
"""Reasons that the page gives for a version; its change log has all."""


@dataclass(frozen=True)
class Entry:
    """A release as the page lists it; a figure that its index entry does not have is None."""

    version: str
    path: str
    date: str | None
    content_hash: str
    reasons: tuple[str, ...]
    articles: int | None
    facts: int | None
    dated: float | None
    conflicts: int | None
    checks_failed: int | None


def shelf_page(entries: Sequence[Mapping[str, object]]) -> str:
    """index.html of the folder of releases. `entries` are those of index.json, newest first; there may be none."""
    return environment().get_template("shelf.html").render(
        entries=[_entry(said) for said in entries],
        description=about.DESCRIPTION,
        REASONS=REASONS,
        style=asset("page.css"),
        policy=policy(None),
    )  # fmt: skip


def _entry(said: Mapping[str, object]) -> Entry:
    told = said.get("quality")
    figures = told if isinstance(told, Mapping) else {}
    reasons, date = said.get("reasons"), said.get("date")
    return Entry(
        version=str(said["version"]),
        path=str(said.get("path", said["version"])),
        date=str(date) if date else None,
        content_hash=str(said.get("content_hash", "")),
        reasons=tuple(map(str, reasons)) if isinstance(reasons, list | tuple) else (),
        articles=figures.get("articles"),
        facts=figures.get("facts"),
        dated=quality.share(figures, "facts_dated"),
        conflicts=figures.get("conflicts"),
        checks_failed=figures.get("checks_failed"),
    )
