"""A proxy before a wiki that spoils answers, by a seeded plan."""

from __future__ import annotations

import gzip
import json
import random
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx
from loopback import Handler, serving

FAULTS = (
    "429", "500", "502", "503", "half", "half without length", "half gzip", "slow", "page of HTML", "other JSON",
    "no object", "maxlag", "internal error", "dropped", "forgetful", "changed text",
)  # fmt: skip

Plan = Callable[[int], str | None]


def seeded(seed: int, share: float, in_a_row: int) -> Plan:
    """A plan that spoils that share of answers, never more than `in_a_row` one after another."""
    chance, row = random.Random(seed), 0

    def plan(_: int) -> str | None:
        nonlocal row
        fault = chance.choice(FAULTS) if chance.random() < share and row < in_a_row else None
        row = row + 1 if fault else 0
        return fault

    return plan


@dataclass
class FaultyProxy:
    """Asks `upstream` and spoils what the plan says, by the number of the request; `faults` counts what was spoiled,
    `paths` are the addresses that were asked.

    `patience` is how long the client waits for an answer: one that is slow takes longer.
    """

    upstream: str
    plan: Plan
    patience: float
    url: str = ""
    requests: int = 0
    encodings: set[str] = field(default_factory=set)
    faults: Counter[str] = field(default_factory=Counter)
    paths: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def running(self) -> Iterator[FaultyProxy]:
        """The proxy while it answers at `url`."""

        class Passing(Handler):
            def do_GET(handler) -> None:  # noqa: N802, N805
                self._pass(handler, b"")

            def do_POST(handler) -> None:  # noqa: N802, N805
                self._pass(handler, handler.asked())

        with httpx.Client(base_url=self.upstream, timeout=60) as self._http, serving(Passing) as self.url:
            yield self

    @property
    def api(self) -> str:
        return f"{self.url}/api.php"

    def _pass(self, handler: Handler, body: bytes) -> None:
        with self._lock:
            fault = self.plan(self.requests)
            self.requests += 1
            self.paths.append(handler.path)
            self.faults.update([fault] if fault else [])
        accepted = handler.headers.get("Accept-Encoding", "")
        self.encodings.add(accepted)
        if fault is None or fault not in _INSTEAD:
            kept = {name: handler.headers[name] for name in ("User-Agent", "Content-Type") if name in handler.headers}
            answer = self._http.request(handler.command, handler.path, content=body or None, headers=kept)
            # What a list leaves out nobody can see; what was asked for by name is missed.
            harmless = fault == "forgetful" and b"generator=" in handler.path.encode() + body
            _spoiled(handler, None if harmless else fault, answer, "gzip" in accepted)
        else:
            _INSTEAD[fault](handler, self.patience)


def _spoiled(handler: Handler, fault: str | None, answer: httpx.Response, may_zip: bool) -> None:
    """Passes the answer on, spoiled; compressed where the client takes it so, as caches before a wiki do."""
    content = _CHANGED[fault](answer.content) if fault in _CHANGED else answer.content
    headers = {"Content-Type": answer.headers.get("Content-Type", "")}
    if may_zip and fault != "half without length":
        content, headers["Content-Encoding"] = gzip.compress(content), "gzip"
    if fault not in ("half", "half without length", "half gzip"):
        handler.answer(answer.status_code, content, headers)
        return
    half = content[: max(len(content) // 2, 1)]
    if fault == "half gzip":
        handler.answer(answer.status_code, half, headers)
        return
    handler.send_response(answer.status_code)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("Connection", "close")
    if fault == "half":
        handler.send_header("Content-Length", str(len(content)))
    handler.end_headers()
    handler.wfile.write(half)
    handler.close_connection = True


def _forgetful(content: bytes) -> bytes:
    """The answer without its last page."""
    said = json.loads(content)
    pages = said.get("query", {}).get("pages", []) if isinstance(said, dict) else []
    return json.dumps(said).encode() if pages and pages.pop() else content


def _changed_text(content: bytes) -> bytes:
    """The answer with a word of a page's text changed on the way."""
    return content.replace(b"diplomatic relations", b"diplomatic reIations")


def _status(status: int, body: bytes = b"<html>Sorry.</html>", **headers: str) -> Callable[[Handler, float], None]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler, _: handler.answer(status, body, {"Content-Type": "text/html", **named})


def _drop(handler: Handler, _: float) -> None:
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)


def _dally(handler: Handler, patience: float) -> None:
    time.sleep(patience * 1.5)
    _drop(handler, patience)


_LAGGED = {"code": "maxlag", "info": "Waiting for 127.0.0.2: 7.5 seconds lagged.", "host": "127.0.0.2", "lag": 7.5}
_FAILED = {"code": "internal_api_error_DBQueryError", "info": "[a1b2] Caught exception of type DBQueryError."}

_CHANGED = {"forgetful": _forgetful, "changed text": _changed_text}
_INSTEAD: dict[str, Callable[[Handler, float], None]] = {
    "429": _status(429, Retry_After="1"),
    "500": _status(500),
    "502": _status(502),
    "503": _status(503, Retry_After="2"),
    "slow": _dally,
    "page of HTML": _status(200),
    "other JSON": _status(200, b'{"status": "ok"}'),
    "no object": _status(200, b"[1, 2, 3]"),
    "maxlag": _status(200, json.dumps({"error": _LAGGED}).encode(), Retry_After="5"),
    "internal error": _status(200, json.dumps({"error": _FAILED}).encode()),
    "dropped": _drop,
}
