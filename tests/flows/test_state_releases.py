"""What the same articles made before: known again for them and for nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from flow_pages import ARTICLE, OTHER

from flows.article import Failure, Outcome
from flows.state import articles, releases
from outputs.release import publish, unchanged
from parsers.document.model import Page
from parsers.errors import OutputError
from parsers.tables import tables

pytestmark = pytest.mark.usefixtures("state")


def read(*texts: str) -> list[Outcome]:
    return [
        articles.read(Page(f"{number}.txt", text.splitlines()[0].strip("= "), text, "flattened"))
        for number, text in enumerate(texts)
    ]


def test_the_same_articles_are_known_again() -> None:
    outcomes = read(ARTICLE, OTHER)
    assert releases.find(outcomes) is None
    releases.keep(outcomes, "ab")
    assert releases.find(read(ARTICLE, OTHER)) == "ab"


def test_other_articles_are_not_known() -> None:
    outcomes = read(ARTICLE, OTHER)
    releases.keep(outcomes, "ab")
    assert releases.find(read(ARTICLE, OTHER.replace("2015", "2016"))) is None
    assert releases.find(outcomes[:1]) is None
    assert releases.find([*outcomes, Failure("c.txt", "Redirect", "c.txt: a redirect")]) is None
    assert releases.find([replace(outcomes[0], name="other.txt"), outcomes[1]]) is None  # type: ignore[type-var]


def test_other_code_is_another_release(monkeypatch: pytest.MonkeyPatch) -> None:
    outcomes = read(ARTICLE)
    releases.keep(outcomes, "ab")
    monkeypatch.setattr(releases, "release_code", lambda: "another")
    assert releases.find(outcomes) is None


def test_the_newest_release_is_asked(tmp_path: Path) -> None:
    rows: dict[str, list[dict[str, object]]] = {name: [] for name in tables()}
    assert unchanged(tmp_path / "out", "ab") is None
    first = publish(tmp_path / "out", rows, {"sources": []}, {}, "<p>a</p>")
    second = publish(tmp_path / "out", rows, {"sources": []}, {}, "<p>b</p>")
    assert unchanged(tmp_path / "out", first.content_hash) is None, "it is not the newest"
    again = unchanged(tmp_path / "out", second.content_hash)
    assert again is not None and again == publish(tmp_path / "out", rows, {"sources": []}, {}, "<p>b</p>")
    (tmp_path / "out" / "1.0.1" / "README.md").write_text("changed")
    with pytest.raises(OutputError, match="it was changed since it was published"):
        unchanged(tmp_path / "out", second.content_hash)
    assert json.loads((tmp_path / "out" / "index.json").read_text())["latest"] == "1.0.1"
    (tmp_path / "out" / "1.0.1" / "SHA256SUMS").unlink()
    with pytest.raises(OutputError, match="SHA256SUMS: it is not there"):
        unchanged(tmp_path / "out", second.content_hash)
