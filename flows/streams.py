"""Standard output and error, where they cannot be written: a full disk, a closed one, a reader who left."""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO, TextIO

from parsers.errors import PrintError

READER_LEFT = 128 + signal.SIGPIPE
"""The exit code with which a shell tells of a program that wrote to a pipe which nobody read any more."""

_STANDING: list[TextIO | None] = []
"""What stood in for the streams, since a stream that is let go closes its place, and loggers may still write to it."""


@contextmanager
def guarded() -> Iterator[None]:
    """While it is open, what standard output cannot take raises PrintError, and what standard error cannot is lost.

    A reader who left (`| head`) is no error to be told: the program ends with READER_LEFT.
    """
    before = sys.stdout, sys.stderr
    told = _Told(*_of(sys.stdout)) if sys.stdout else _Closed()
    lost = _Lost(*_of(sys.stderr)) if sys.stderr else None
    sys.stdout, sys.stderr = told, lost
    try:
        yield
        told.flush()
    finally:
        sys.stdout, sys.stderr = before
        _STANDING.extend((told, lost))


def _of(stream: TextIO) -> tuple[BinaryIO, str, str | None, None, bool]:
    """What makes another stream of the same kind to the same place."""
    return stream.buffer, stream.encoding, stream.errors, None, bool(stream.line_buffering)


class _Told(io.TextIOWrapper):
    """Standard output."""

    def write(self, text: str, /) -> int:
        """Writes it, perhaps later."""
        with self._told():
            return super().write(text)

    def flush(self) -> None:
        """Writes all of it now."""
        with self._told():
            super().flush()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            _let_go(self)
            if error.errno == errno.EPIPE:
                raise SystemExit(READER_LEFT) from error
            raise _unwritable(error.errno or 0) from error


class _Lost(io.TextIOWrapper):
    """Standard error: the exit code tells more than a line that nobody can see."""

    def write(self, text: str, /) -> int:
        """Writes it, perhaps later."""
        with self._lost():
            super().write(text)
        return len(text)

    def flush(self) -> None:
        """Writes all of it now."""
        with self._lost():
            super().flush()

    @contextmanager
    def _lost(self) -> Iterator[None]:
        try:
            yield
        except OSError:
            _let_go(self)


class _Closed(io.StringIO):
    """Standard output of a program that was started without."""

    def write(self, text: str, /) -> int:
        """Raises PrintError."""
        raise _unwritable(errno.EBADF)


def _let_go(stream: TextIO) -> None:
    """Leads a stream to nowhere, so that what it still holds raises nothing when Python ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _unwritable(number: int) -> PrintError:
    return PrintError(
        f"it cannot be written ({os.strerror(number)})",
        where="standard output",
        expected="room for what the command says",
        remedy="give it another place; what was published stays (see `bilaterals list`)",
    )
