"""A site that fails: what passes is waited for, what does not is a clear error, and no page comes out changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

import pytest
from fake_wiki import FakeWiki
from faulty_proxy import FAULTS, FaultyProxy, Plan, seeded
from loopback import Handler, serving

from flows.sources import gather
from flows.sources.mediawiki import client, walk
from parsers.document.model import Page
from parsers.errors import SourceError
from parsers.language.states import states

PATIENCE = 0.5
TITLES = [
    f"Estonia–{name} relations" for name in ("Brazil", "Chad", "Chile", "Ghana", "India", "Japan", "Mali", "Peru")
]


@pytest.fixture(autouse=True)
def waits(state: Path, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What was waited between tries, without waiting; an empty state folder, and two states to look up."""
    waited: list[float] = []
    monkeypatch.setattr(client, "pause", waited.append)
    monkeypatch.setattr(client, "SILENCE_SECONDS", PATIENCE)
    few = {code: states()[code] for code in ("EST", "CHL")}
    monkeypatch.setattr(walk, "states", lambda: few)
    return waited


@pytest.fixture(scope="module")
def wiki() -> Iterator[FakeWiki]:
    with FakeWiki(limit=3, bytes=500).running() as running:
        text = "They established diplomatic relations in 1992.\n[[Category:Bilateral relations of Estonia]]"
        category = {"Category:Bilateral relations of Estonia": "[[Category:Bilateral relations by country]]"}
        running.load(category | {title: f"'''{title}'''. {text}" for title in TITLES})
        yield running


def read(url: str) -> list[Page]:
    return gather([f"wikipedia:#{url}/api.php"])


def pages_through(wiki: FakeWiki, plan: Plan) -> tuple[list[Page], FaultyProxy]:
    with FaultyProxy(wiki.url, plan, PATIENCE).running() as proxy:
        return read(proxy.url), proxy


@pytest.mark.parametrize("fault", FAULTS)
def test_what_passes_is_waited_for(fault: str, wiki: FakeWiki, waits: list[float]) -> None:
    pages, proxy = pages_through(wiki, lambda number: fault if number % 3 == 1 else None)
    assert [page.title for page in pages] == TITLES
    assert pages == pages_through(wiki, lambda _: None)[0]
    assert proxy.faults[fault] > 2
    said = {"429": 1.0, "503": 2.0, "maxlag": 5.0}.get(fault)
    # On a busy machine an answer may come after the client's patience: it waits then once more, for a time of its own.
    assert waits.count(said) > 2 if said else waits or fault in ("forgetful", "changed text")


@pytest.mark.parametrize("seed", range(12))
def test_under_seeded_faults_the_pages_are_the_same_or_there_is_an_error(
    seed: int, wiki: FakeWiki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = read(wiki.url)
    monkeypatch.setenv("BILATERALS_HOME", str(tmp_path / "other"))
    try:
        pages, proxy = pages_through(wiki, seeded(seed, 0.5, in_a_row=3 + seed % 3))
    except SourceError as error:
        assert "cannot be reached" in str(error)
        return
    assert pages == sound
    assert sum(proxy.faults.values()) > 3


@pytest.mark.parametrize("fault", sorted(set(FAULTS) - {"forgetful", "changed text"}))
def test_what_does_not_pass_is_an_error_that_names_the_site_and_the_fault(
    fault: str, wiki: FakeWiki, waits: list[float]
) -> None:
    with FaultyProxy(wiki.url, lambda _: fault, PATIENCE).running() as proxy, pytest.raises(SourceError) as raised:
        read(proxy.url)
    assert proxy.api in str(raised.value)
    assert "cannot be reached" in str(raised.value)
    assert proxy.requests == client.TRIES == len(waits) + 1


def test_nobody_at_the_address_is_an_error(waits: list[float]) -> None:
    with pytest.raises(SourceError, match=r"cannot be reached.*ConnectError"):
        read("http://127.0.0.1:1")
    assert len(waits) == client.TRIES - 1


@pytest.mark.parametrize("address", ["http://", "http://[", "http://a b", "https://127.0.0.1:99999"])
def test_an_address_that_is_none_is_an_error(address: str) -> None:
    with pytest.raises(SourceError):
        read(address)


def answering(status: int, headers: dict[str, str], body: bytes = b"") -> type[Handler]:
    class Answering(Handler):
        def do_GET(self) -> None:  # noqa: N802
            self.answer(status, body, headers)

    return Answering


@pytest.mark.parametrize(
    ("said", "waited"),
    [
        ("7", (7, 7)),
        (timedelta(seconds=100), (60, 100)),
        (timedelta(seconds=-100), (0, 0)),
        ("soon", (0.75, 1.25)),
        ("", (0.75, 1.25)),
    ],
)
def test_retry_after_is_honoured(said: str | timedelta, waited: tuple[float, float], waits: list[float]) -> None:
    if isinstance(said, timedelta):
        said = format_datetime(datetime.now(UTC) + said, usegmt=True)
    with serving(answering(429, {"Retry-After": said})) as url, pytest.raises(SourceError, match="HTTP 429"):
        read(url)
    assert waited[0] <= waits[0] <= waited[1]


def test_waits_grow_where_the_site_names_none(waits: list[float]) -> None:
    with serving(answering(503, {})) as url, pytest.raises(SourceError, match="HTTP 503"):
        read(url)
    assert all(1.2 * before < after for before, after in pairwise(waits))
    assert 11 < sum(waits) < 19


@pytest.mark.parametrize(
    ("status", "headers", "body", "found"),
    [
        (403, {}, b"", "HTTP 403 Forbidden.*set BILATERALS_CONTACT"),
        (404, {}, b"", "HTTP 404"),
        (429, {"Retry-After": "86400"}, b"", "asks to wait 86400 seconds"),
        (200, {}, b'{"error": {"code": "readapidenied", "info": "You need read permission"}}', "readapidenied"),
        (200, {}, b'{"query": {}}', "without what a wiki says of itself"),
        (200, {}, b'{"query": {"general": 1}}', "without what a wiki says of itself"),
        (200, {}, b'{"query": {"general": {"server": "//[", "script": "/index.php"}}}', "as an address"),
        (301, {"Location": "/api.php"}, b"", "redirects"),
    ],
)
def test_what_another_try_would_not_mend_is_not_tried_again(
    status: int, headers: dict[str, str], body: bytes, found: str, waits: list[float]
) -> None:
    with serving(answering(status, headers, body)) as url, pytest.raises(SourceError, match=found):
        read(url)
    assert waits == []


def test_a_page_that_names_no_api_is_refused() -> None:
    with serving(answering(200, {}, b"<html>")) as url, pytest.raises(SourceError, match=r"names no API.*api\.php"):
        gather([f"wikipedia:#{url}/"])


def test_an_answer_that_is_too_large_or_too_slow_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(answering(200, {}, b" " * 300_000)) as url:
        monkeypatch.setattr(client, "MAX_ANSWER", 100_000)
        with pytest.raises(SourceError, match="above 100,000 bytes"):
            read(url)
        monkeypatch.setattr(client, "ANSWER_SECONDS", -1)
        monkeypatch.setattr(client, "MAX_ANSWER", 1_000_000)
        with pytest.raises(SourceError, match="no whole answer"):
            read(url)


@pytest.mark.parametrize(
    "body",
    [
        b'{"batchcomplete": true, "query": {"pages": 3}}',
        b'{"batchcomplete": true, "query": {"pages": [{"title": 3}]}}',
        b'{"batchcomplete": true, "query": {"pages": [{}]}}',
        b'{"batchcomplete": true, "query": {"redirects": [{"from": "A"}], "pages": []}}',
        b'{"batchcomplete": true, "query": {"general": {"script": "/index.php"}, "pages": ["A"]}}',
        b'{"continue": {"a": "b"}}',
        b'{"continue": 7}',
        b'{"query": []}',
    ],
)
def test_answers_of_other_shapes_are_an_error_of_the_source(body: bytes) -> None:
    class Answering(Handler):
        def do_GET(self) -> None:  # noqa: N802
            site = b'{"batchcomplete": true, "query": {"general": {"script": "/index.php"}}}'
            self.answer(200, site if "siteinfo" in self.path else body, {})

    with serving(Answering) as url, pytest.raises(SourceError):
        read(url)
