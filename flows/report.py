"""What a run says of itself: the manifest that is published with the release, and the summary beside the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from flows.article import Article, Failure, Outcome
from outputs.release import Published
from parsers.assemble import duplicates
from parsers.errors import ArticleError

NAMED = 3
"""How many failures an error message names."""


@dataclass(frozen=True)
class Result:
    """What came of a run: what was published, the pages that were not read, the older versions that were removed, and
    the pages that cannot be read now, of which the rows of an earlier revision stay.
    """

    published: Published
    failures: tuple[Failure, ...]
    pruned: tuple[str, ...] = ()
    stale: tuple[Failure, ...] = ()

    def as_json(self) -> dict[str, object]:
        """One object for scripts: version (null: nothing changed), path (or address), reasons, counts, failures, stale,
        pruned.
        """
        return {
            "version": self.published.version,
            "path": self.published.where,
            "reasons": list(self.published.reasons),
            "counts": dict(self.published.counts),
            "failures": [failure.as_json() for failure in self.failures],
            "stale": [failure.as_json() for failure in self.stale],
            "pruned": list(self.pruned),
        }


def articles_of(outcomes: Sequence[Outcome]) -> list[Article]:
    """The articles among the outcomes; raises ArticleError where there is none."""
    articles = [outcome for outcome in outcomes if isinstance(outcome, Article)]
    if articles:
        return articles
    failures = failures_of(outcomes)
    more = f" | and {len(failures) - NAMED} more" if len(failures) > NAMED else ""
    raise ArticleError(
        f"none was read ({' | '.join(failure.message for failure in failures[:NAMED])}{more})",
        where=f"all pages ({len(failures)})",
        expected="at least one article on a pair of states",
        remedy="nothing was written",
    )


def failures_of(outcomes: Sequence[Outcome]) -> tuple[Failure, ...]:
    """The failures among the outcomes, in their order."""
    return tuple(outcome for outcome in outcomes if isinstance(outcome, Failure))


def stale_of(outcomes: Sequence[Outcome]) -> tuple[Failure, ...]:
    """Why pages cannot be read now of which what was read before stays, in their order."""
    return tuple(one.stale for one in outcomes if isinstance(one, Article) and one.stale)


def manifest(outcomes: Sequence[Outcome]) -> dict[str, object]:
    """What the release was made from, for its manifest.json: the same on any day and in any folder.

    `sources` (name, title, revision_id, sha256), `failures` (page, error, message), `stale` (the same, of pages whose
    rows are those of an older revision, the one in `sources`), `duplicates` (what was settled where a title or a pair
    of states came twice), `unknown_templates` (how often each occurs in all articles).
    """
    articles = articles_of(outcomes)
    templates: Counter[str] = Counter()
    for article in articles:
        templates.update(dict(article.unknown_templates))
    return {
        "sources": [
            {"name": one.name, "title": one.title, "revision_id": one.revision_id, "sha256": one.sha256}
            for one in articles
        ],
        "failures": [failure.as_json() for failure in failures_of(outcomes)],
        "stale": [failure.as_json() for failure in stale_of(outcomes)],
        "duplicates": duplicates([article.part for article in articles]),
        "unknown_templates": dict(sorted(templates.items())),
    }


def summary(result: Result) -> str:
    """The run in Markdown: version and reasons, rows of each table, pages that were not read."""
    published = result.published
    heading = f"Release {published.version}" if published.version else "Nothing changed, nothing written"
    lines = [f"# {heading}", "", *(f"- {reason}" for reason in published.reasons), ""]
    lines += ["| table | rows |", "|---|---:|"]
    lines += [f"| {table} | {count:,} |" for table, count in sorted(published.counts.items())]
    lines += _listed("Pages that were not read", result.failures)
    lines += _listed("Pages of which an older revision stays", result.stale)
    return "\n".join(lines) + "\n"


def _listed(heading: str, failures: Sequence[Failure]) -> list[str]:
    if not failures:
        return []
    rows = [f"| {_cell(one.page)} | {one.error} | {_cell(one.message)} |" for one in failures]
    return ["", f"## {heading}", "", "| page | error | message |", "|---|---|---|", *rows]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
