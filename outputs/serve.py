"""The folder of releases on this machine's own address, for a browser or for programs that load tables by address."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from outputs.shelf import require_releases
from parsers.errors import OutputError

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.staticfiles import StaticFiles

HOST = "127.0.0.1"
HOSTS = [HOST, "localhost", "[::1]"]
"""Names by which a browser may ask: a page from elsewhere, whose name was made to lead here, is refused."""

TEXT_ENDS = {".md": "text/markdown", ".cff": "text/yaml", ".parquet": "application/vnd.apache.parquet"}
"""What Python's own list of media types lacks on some machines."""


def serve(root: Path, port: int, said: Callable[[str], object]) -> None:
    """Nothing; shows the folder of releases at http://127.0.0.1:PORT/ until interrupted, and tells that to `said`.

    Port 0 takes any that is free. No other machine can reach it. A part of a file can be asked for (ranges). Raises
    OutputError where there are no releases, or the port is taken.
    """
    import uvicorn

    application = releases(root)
    with _listening(port) as listener:
        said(f"http://{HOST}:{listener.getsockname()[1]}/")
        config = uvicorn.Config(application, log_level="warning", lifespan="off", server_header=False)
        uvicorn.Server(config).run(sockets=[listener])


def releases(root: Path) -> Starlette:
    """The application: every file of the folder but hidden ones; raises OutputError where no index stands there."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware
    from starlette.routing import Mount

    require_releases(root)
    return Starlette(
        routes=[Mount("/", _files(root))],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)],
    )


def _files(root: Path) -> StaticFiles:
    """The files of the folder; a name that begins with a full stop (the lock, a release in the making) is none."""
    import mimetypes

    from starlette.staticfiles import StaticFiles

    class Shown(StaticFiles):
        def lookup_path(self, path: str) -> tuple[str, object]:  # type: ignore[override]
            hidden = any(part.startswith(".") for part in Path(path).parts)
            return ("", None) if hidden and path != "." else super().lookup_path(path)

    for end, kind in TEXT_ENDS.items():
        mimetypes.add_type(kind, end)
    return Shown(directory=root, html=True)


def _listening(port: int) -> socket.socket:
    """A socket that listens on the port; raises OutputError where another program has it."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise OutputError(
            "the port is taken" if error.errno == errno.EADDRINUSE else str(error.strerror or error),
            where=f"{HOST}:{port}",
            expected="a port that is free",
            remedy="name another with --port, or 0 for any",
        ) from error
    return listener
