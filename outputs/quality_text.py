"""The figures of quality as Markdown, for the card and the codebook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from outputs.markdown import code, grid, plural
from outputs.model import Release
from outputs.quality import MEANINGS, SHARES, by_table, figures, macro_f1, measured, share, trend

SHOWN = 20
"""How many releases the trend shows; quality.json has them all."""

_TRENDS = {
    "dated_statements_with_fact": "dated statements with a fact",
    "facts_in_conflict": "facts in conflict",
    "checks_failed": "checks failed",
    "expectations_unmet": "expectations not met",
}
"""The shares that the trend shows, with their column's head."""

COUNTED = """\
A dated statement is a sentence, list item, infobox line or table row with a date; those without a fact of another table
stand in `events` alone. "–" means that the release cannot know."""

SCORES = """\
Annotated articles were read by the program and compared row by row: precision is the share of the rows that are right,
recall the share of the annotated rows that were found, exact the share of the rows found whose cells are all right.
Expect the figures of the articles that no rule was tuned on; those of the others show what the rules were made for."""


def counted(release: Release) -> str:
    """The figures of the release, with the share of the whole where they are part of one."""
    said = figures(release)
    lines = ([MEANINGS[name], _number(value), _share(said, name)] for name, value in said.items())
    return f"{grid(['what', 'count', 'share'], lines)}\n\n{COUNTED}"


def tables_counted(release: Release) -> str:
    """For each table of facts how many of its rows are dated, dated to the day, and in conflict."""
    lines = (
        [code(name), *(f"{said[key]:,}" for key in ("rows", "dated", "dated_to_the_day", "in_conflict"))]
        for name, said in by_table(release).items()
    )
    return grid(["table", "rows", "dated", "to the day", "in conflict"], lines)


def scores() -> str:
    """Precision and recall by table for each set of annotated articles, those that no rule was tuned on first."""
    return "\n\n".join([SCORES, *map(_set, measured())])


def scores_in_short() -> str:
    """One line a set: what it is, the mean of the tables' F1, and the day on which it was measured."""
    lines = ([_named(one), f"{macro_f1(one):.2f}", str(one["measured"])] for one in measured())
    return grid(["annotated articles", "mean F1 of the tables", "measured"], lines)


def history(release: Release) -> str:
    """The trend: a line a release, newest first, with counts and the shares that tell how good it is; at most SHOWN."""
    head = ["release", "newest source", "articles", "facts", *_TRENDS.values()]
    lines = (
        [str(one["version"]), str(one["date"] or "–"), _number(one.get("articles")), _number(one.get("facts"))]
        + [_share(one, name) for name in _TRENDS]
        for one in trend(release)[:SHOWN]
    )
    return grid(head, lines)


def _set(one: Mapping[str, Any]) -> str:
    lines = ([code(name), *_scored(said)] for name, said in one["tables"].items())
    opening = f"{_named(one)}. Measured on {one['measured']}; mean F1 of the tables {macro_f1(one):.2f}."
    return f"{opening}\n\n{grid(['table', 'annotated', 'precision', 'recall', 'exact'], lines)}"


def _named(one: Mapping[str, Any]) -> str:
    tuned = "rules were tuned on this set" if one["tuned"] else "no rule was tuned on this set"
    return f"**{str(one['set']).capitalize()}**: {one['what']} ({plural(one['articles'], 'article')}; {tuned})"


def _scored(said: Mapping[str, Any]) -> list[str]:
    return [_number(said.get("annotated")), *(_score(said.get(name)) for name in ("precision", "recall", "exact"))]


def _score(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _number(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else "–"


def _share(said: Mapping[str, object], name: str) -> str:
    found = share(said, name)
    return f"{found:.1%}" if found is not None else "–" if name in SHARES else ""
