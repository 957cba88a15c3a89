"""Every error that the project raises on purpose, as one small tree.

    BilateralsError            exit 1   anything below that has no code of its own
    ├── SourceError            exit 3   a source cannot be opened or holds nothing to read
    ├── ArticleError           exit 4   one page cannot be read; the others go on
    │   ├── Missing                     the source has no such page, or no more
    │   ├── Unavailable                 the source could not give the page this time
    │   ├── NotARelation                the page is not about a pair of states
    │   ├── Redirect                    the page only points to another
    │   └── Unreadable                  empty, binary, wrongly encoded, or nonsense
    ├── ValidationFailed       exit 5   a critical expectation failed; nothing is published
    ├── OutputError            exit 6   a release cannot be written, or the one that is named not be read
    ├── EngineError            exit 8   what a run works with cannot be had, or was lost: its state folder, its Prefect
    │                                   server, the processes or the cluster that read pages
    └── PrintError             exit 9   standard output cannot be written

A message names the page (and its revision) or another place, what was found, what was expected, and what to do. All
exit codes of the command line stand in `EXITS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

EXITS: Mapping[int, str] = {
    0: "a release was written, or nothing had changed; articles that failed are listed on the error stream, and so is "
    "what failed after it (older ones not removed, nothing kept for the next run)",
    1: "an error that nobody foresaw",
    2: "the command line was not understood",
    3: "a source cannot be opened, or holds no article",
    4: "every article failed",
    5: "a critical expectation failed; the release before is still the newest",
    6: "a release cannot be written where it should be (a place that can be seen to be wrong is refused before "
    "anything is read), or the one that is named is not there",
    7: "`bilaterals verify`: the release is not sound",
    8: "what a run works with cannot be had, or was lost: its state folder, its Prefect server, the processes or the "
    "Dask cluster that read articles",
    9: "standard output cannot be written (its disk is full, or it is closed); a release that was made stays",
    130: "interrupted by Ctrl-C; the release before is still the newest",
    141: "whoever read standard output left (`| head`), of which nothing is said; a release that was made stays",
    143: "ended by SIGTERM; the release before is still the newest",
}
"""What each exit code of the command line means: its help and the README's table say the same."""

NOT_SOUND = 7
"""Of `bilaterals verify`, which raises nothing where it finds a fault."""


class BilateralsError(Exception):
    """A failure with a place, an expectation and a remedy, written out as one line."""

    exit_code = 1

    def __init__(self, found: str, *, where: str, expected: str, remedy: str) -> None:
        super().__init__(f"{where}: {found}; expected {expected}; {remedy}")
        self.found = found
        self.where = where
        self.expected = expected
        self.remedy = remedy

    def at(self, where: str) -> Self:
        """The same with another place: what only a caller knows."""
        return type(self)(self.found, where=where, expected=self.expected, remedy=self.remedy)

    def __reduce__(self) -> tuple[object, ...]:
        """Rebuilds across processes, where exceptions are pickled by their positional arguments alone."""
        return _rebuild, (type(self), self.found, self.where, self.expected, self.remedy)


def _rebuild(kind: type[BilateralsError], found: str, where: str, expected: str, remedy: str) -> BilateralsError:
    return kind(found, where=where, expected=expected, remedy=remedy)


class SourceError(BilateralsError):
    """A source that cannot be opened, or in which there is nothing to read."""

    exit_code = 3


class ArticleError(BilateralsError):
    """One page that cannot become a document; contained, reported and listed in the manifest."""

    exit_code = 4


class Missing(ArticleError):
    """A page that the source does not have: deleted, moved away, hidden, or never there."""


class Unavailable(ArticleError):
    """A page that the source has, and could not give this time."""


class NotARelation(ArticleError):
    """A page whose title does not name a pair of states."""


class Redirect(ArticleError):
    """A page that only points to another."""


class Unreadable(ArticleError):
    """A page that is empty, binary, in another encoding than UTF-8, or no wiki text at all."""


class ValidationFailed(BilateralsError):
    """A critical expectation that failed; the release before stays the newest."""

    exit_code = 5


class OutputError(BilateralsError):
    """A release that cannot be written where it should be."""

    exit_code = 6


class EngineError(BilateralsError):
    """What a run works with, and cannot have, or lost: its folder, its server, processes, or a cluster."""

    exit_code = 8


class PrintError(BilateralsError):
    """What a command has to say, and cannot print."""

    exit_code = 9
