"""Stores of files for all tests: in memory, and a real S3 server on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import fsspec
import pytest

BUCKET = "open-data-of-a-test"


@pytest.fixture(scope="session")
def endpoint() -> Iterator[str]:
    """The address of a local S3 server."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def s3(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Any]]:
    """The address of an empty place in a bucket, which fsspec reaches by its own configuration, and a client."""
    settings = {"endpoint_url": endpoint, "key": "test", "secret": "test"}
    monkeypatch.setitem(fsspec.config.conf, "s3", settings)
    files = fsspec.filesystem("s3", **settings)
    files.invalidate_cache()
    files.mkdir(BUCKET)
    yield f"s3://{BUCKET}/open/bilaterals", files
    files.rm(BUCKET, recursive=True)


@pytest.fixture(params=["memory", "s3"])
def place(request: pytest.FixtureRequest) -> Iterator[tuple[str, Any]]:
    """An empty store: in memory, and on the server."""
    if request.param == "s3":
        yield request.getfixturevalue("s3")
        return
    files = fsspec.filesystem("memory")
    yield "memory://open/bilaterals", files
    files.rm("/open", recursive=True)
