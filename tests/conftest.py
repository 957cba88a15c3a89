"""What tests of several stages share: a real MediaWiki; stores of files, in memory and on a real S3 server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import fsspec
import pytest
from mediawiki_site import Site, missing

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


@pytest.fixture(scope="module")
def mediawiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A real MediaWiki without articles, for one module of tests, which are to be marked slow.

    Where it is not installed the tests are skipped, and fail where CI=true says that nothing may be missing.
    """
    lacking = missing()
    if lacking and os.environ.get("CI") == "true":
        pytest.fail(lacking)
    if lacking:
        pytest.skip(lacking)
    with Site.installed(tmp_path_factory.mktemp("mediawiki") / "site") as site:
        yield site
