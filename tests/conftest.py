"""What tests of several stages share: a real MediaWiki."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from mediawiki_site import Site, missing


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
