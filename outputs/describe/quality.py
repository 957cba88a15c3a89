"""quality.json: how good the release is, for programs; CODEBOOK.md says the same in words."""

from __future__ import annotations

from outputs.describe import FIRST, json_text
from outputs.model import Release
from outputs.quality import by_kind, by_table, figures, macro_f1, measured, share, trend

PATH = "quality.json"
ROUND = FIRST


def render(release: Release) -> str:
    """JSON: `figures` and their `shares`, `tables`, `kinds`, `scores` on annotated articles, `trend` newest first."""
    said = figures(release)
    shares = {name: round(found, 4) for name in said if (found := share(said, name)) is not None}
    report = {
        "figures": said,
        "shares": shares,
        "tables": by_table(release),
        "kinds": by_kind(release),
        "scores": [{**one, "macro_f1": macro_f1(one)} for one in measured()],
        "trend": trend(release),
    }
    return json_text(report, PATH)
