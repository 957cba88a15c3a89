"""`python -m flows.tended server start …`: Prefect's command line, that ends when whoever started it is gone.

A run that is killed (memory, `kill -9`, a terminal that is closed) cannot stop the server that it started, which would
stay for ever. So the server waits for its standard input to end: only the run holds the other end of it.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading
from typing import BinaryIO


def end_with(holder: BinaryIO, seconds: float = 20) -> None:
    """Nothing; once the stream has ended, this process is asked to end, and is ended after so many seconds."""
    holder.read()
    os.kill(os.getpid(), signal.SIGTERM)
    threading.Event().wait(seconds)
    os._exit(1)


if __name__ == "__main__":
    threading.Thread(target=end_with, args=(sys.stdin.buffer,), daemon=True).start()
    runpy.run_module("prefect", run_name="__main__", alter_sys=True)
