"""A signal to end is not lost: Python drops what a handler raises while an object is finalised, and what is closed in
haste raises errors of its own.

Else a run that was told to end would go on, publish, and exit with 0, or say that the program has an error.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import Any

PAUSE = 0.05
"""Seconds until the signal is sent again, so that it does not meet the same finaliser."""


def keep_signals() -> None:
    """From now on raise again, a little later, what a handler raises where nobody can catch it."""
    before = sys.unraisablehook

    def hook(lost: Any) -> None:
        if lost.exc_value is None or isinstance(lost.exc_value, (Exception, GeneratorExit)):
            before(lost)
            return
        number = signal.SIGINT if isinstance(lost.exc_value, KeyboardInterrupt) else signal.SIGTERM
        again = threading.Timer(PAUSE, os.kill, (os.getpid(), number))
        again.daemon = True
        again.start()

    sys.unraisablehook = hook


def signal_behind(error: BaseException) -> int | None:
    """The exit code of the signal to end in whose wake an error was raised; null where there was none."""
    behind: BaseException | None = error
    while behind is not None:
        if isinstance(behind, SystemExit) and behind.code == 128 + signal.SIGTERM:
            return 128 + signal.SIGTERM
        behind = behind.__context__
    return None
