"""What the collection is, said once: every file that describes a release, and its page, takes it from here."""

from __future__ import annotations

from datetime import date

from outputs.model import Release

NAME = "bilaterals"
TITLE = "Bilaterals"
AUTHORS = "The Bilaterals authors"
DESCRIPTION = (
    "Open data on how states deal with each other: diplomatic relations, missions, visits, meetings, agreements, trade,"
    " aid, investment, partnerships, memberships and positions, read by a program from wiki articles on pairs of"
    " states. Each row comes with the sentence that states it and, where the source has revisions, a link to it."
)
KEYWORDS = (
    "international relations",
    "diplomacy",
    "bilateral relations",
    "embassies",
    "state visits",
    "treaties",
    "trade",
    "foreign aid",
    "event data",
    "information extraction",
)
LANGUAGE = "en"
VERSIONING = (
    "Versions are MAJOR.MINOR.PATCH by a rule of our own, which is not Croissant's: MAJOR where a table or column was"
    " removed or changed type, or identifiers are made in another way; MINOR where tables or columns were added, or"
    " rows added, changed or removed; PATCH where the rows are the same and other files differ."
)


def day(release: Release) -> str | None:
    """The day of the newest source, ISO 8601; None where no source has a date."""
    return release.date[:10] if release.date else None


def identifier(release: Release) -> str | None:
    """What names the contents of a release on any machine, "sha256:…"; None in the version-free form."""
    return f"sha256:{release.content_hash}" if release.content_hash else None


def citation(release: Release) -> str:
    """One line to cite a release by: title, version, date of the newest source, content hash."""
    dated = f" (newest source: {release.date})" if release.date else ""
    return f"{TITLE}, version {release.version}{dated}. Content hash {release.content_hash}."


def bibtex(release: Release) -> str:
    """The citation for BibTeX; the year is that of the newest source, and left out where there is none."""
    said = {
        "title": TITLE,
        "author": f"{{{AUTHORS}}}",
        "version": release.version,
        "year": (day(release) or "")[:4],
        "note": f"Content hash sha256:{release.content_hash}",
    }
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in said.items() if value)
    return f"@misc{{{NAME}-{release.version},\n{fields}}}"


def coverage(release: Release) -> tuple[date, date] | None:
    """The first and the last day of the dated statements; None where there is none."""
    if "events" not in release.tables:
        return None
    events = release.profile("events")
    starts, ends = (events[name].days if name in events else None for name in ("date_start", "date_end"))
    return (starts[0], ends[1]) if starts and ends else None
