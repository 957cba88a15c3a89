"""A signal to end that was lost is sent again: Python drops what a handler raises while an object is finalised.

Else a run that was told to end would go on, publish, and exit with 0.
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
