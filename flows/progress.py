"""How far a run is, from its log records, to standard error: live lines on a terminal, plain ones elsewhere."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from flows.settings import LOGGERS
from parsers.errors import BilateralsError

STAGES = ("gather", "read", "assemble", "validate", "publish")


@contextmanager
def shown(*, quiet: bool) -> Iterator[None]:
    """Shows the records of our own packages while it is open; of a quiet run only errors.

    Pages that were not read are left to the one who has the run's result; where it ends in an error, so that there is
    none, they are shown then.
    """
    handler = _handler(quiet)
    pages = _Pages()
    handler.addFilter(_is_news)
    handler.addFilter(pages)
    for name in LOGGERS:
        logging.getLogger(name).addHandler(handler)
    try:
        yield
    except BilateralsError:
        for record in pages.kept:
            handler.emit(record)
        raise
    finally:
        for name in LOGGERS:
            logging.getLogger(name).removeHandler(handler)
        handler.close()


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a user wants to see it: the counts of a stage, or a warning or worse of whatever part."""
    return hasattr(record, "stage") or record.levelno > logging.INFO


class _Pages(logging.Filter):
    """Keeps back the warnings of pages that were not read."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[logging.LogRecord] = []

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether it is another record."""
        if not hasattr(record, "page") or record.levelno != logging.WARNING:
            return True
        self.kept.append(record)
        return False


def _handler(quiet: bool) -> logging.Handler:
    if quiet or not sys.stderr.isatty():
        handler = logging.StreamHandler(sys.stderr)
        handler.setLevel(logging.ERROR if quiet else logging.INFO)
        handler.setFormatter(_Plain())
        return handler
    return _Live()


class _Plain(logging.Formatter):
    """`read: 8 of 8 pages, 0 failed`; records of no stage with their level."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (the name is logging's)
        stage = getattr(record, "stage", None)
        return f"{stage or record.levelname.lower()}: {record.message}"


class _Live(logging.Handler):
    """A line a stage, with a bar where the stage says how far it is, and warnings above."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.setFormatter(_Plain())
        columns = (TextColumn("{task.description:<9}"), BarColumn(20), TextColumn("{task.fields[said]}"))
        self._progress = Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True))
        self._lines: dict[str, TaskID] = {}
        self._begin(STAGES[0])
        self._progress.start()

    def emit(self, record: logging.LogRecord) -> None:
        """Advances the line of the record's stage, and begins the next one's when it is through."""
        stage = getattr(record, "stage", None)
        if stage not in self._lines or record.levelno > logging.INFO:
            if record.levelno > logging.INFO:
                self._progress.console.print(self.format(record), markup=False, highlight=False, soft_wrap=True)
            return
        total, done = getattr(record, "total", 1), getattr(record, "done", 1)
        self._progress.update(self._lines[stage], total=total, completed=done, said=record.getMessage())
        following = STAGES[STAGES.index(stage) + 1 :]
        if done >= total and following:
            self._begin(following[0])

    def close(self) -> None:
        """Leaves the lines as they are on the terminal."""
        self._progress.stop()
        super().close()

    def _begin(self, stage: str) -> None:
        self._lines[stage] = self._progress.add_task(stage, total=None, said="")
