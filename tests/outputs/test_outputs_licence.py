"""The terms of a release: one licence where its sources allow it, and no permission that we do not have where not."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from plausible import Rows, make_rows

from outputs import Published
from outputs.licence import is_passed_on, others_in

Publish = Callable[..., Published]

BARRED = "CC BY-NC-ND 4.0"


def licensed(*names: str | None) -> Rows:
    """The rows of two articles, of which each states one of these licences."""
    rows = make_rows()
    for article, name in zip(rows["articles"], names, strict=True):
        article["licence"] = name
    return rows


def terms(path: Path) -> dict[str, Any]:
    """What each file for programs says of the licence; None where it says nothing."""
    package, croissant = (json.loads((path / name).read_text()) for name in ("datapackage.json", "croissant.json"))
    head = yaml.safe_load((path / "README.md").read_text().split("---\n")[1])
    return {
        "package": package["licenses"],
        "croissant": croissant["license"],
        "card": head["license"],
        "citation": yaml.safe_load((path / "CITATION.cff").read_text()).get("license"),
    }


@pytest.mark.parametrize("names", [("CC BY-SA 4.0", "CC BY 3.0"), ("CC0", None), (None, None)])
def test_one_licence_where_all_that_state_one_allow_it(
    names: Sequence[str | None], tmp_path: Path, release: Publish
) -> None:
    path = release(tmp_path, licensed(*names)).path
    assert terms(path) == {
        "package": [
            {
                "name": "CC-BY-SA-4.0",
                "path": "https://creativecommons.org/licenses/by-sa/4.0/",
                "title": "Creative Commons Attribution-ShareAlike 4.0 International",
            }
        ],
        "croissant": "https://creativecommons.org/licenses/by-sa/4.0/",
        "card": "cc-by-sa-4.0",
        "citation": "CC-BY-SA-4.0",
    }
    assert "under CC BY-SA 4.0" in (path / "README.md").read_text()


def test_no_licence_where_a_source_does_not_allow_it(tmp_path: Path, release: Publish) -> None:
    path = release(tmp_path, licensed("CC BY-SA 4.0", BARRED)).path
    assert terms(path) == {
        "package": [{"path": "LICENSE", "title": "Several"}],
        "croissant": "LICENSE",
        "card": "other",
        "citation": None,
    }
    said = " ".join((path / "LICENSE").read_text().split())
    assert f"Some sources are under terms that do not allow this: {BARRED}." in said
    assert "See ATTRIBUTION.csv before you pass on their rows" in said
    assert f"No one licence covers the data (some sources: {BARRED})" in (path / "README.md").read_text()
    assert "under <a" not in (path / "index.html").read_text()


def test_no_other_file_says_one_licence_then(tmp_path: Path, release: Publish) -> None:
    """Whatever file names ours of a release that is under it says so nowhere of one that is not."""
    ours, barred = (release(tmp_path / name, licensed(None, name)).path for name in ("CC0", BARRED))

    def naming(path: Path) -> set[str]:
        files = (file for file in path.iterdir() if file.is_file())
        return {file.name for file in files if re.search("CC.BY.SA.4.0|by-sa/4.0", file.read_text(), re.IGNORECASE)}

    assert naming(ours) >= {"LICENSE", "README.md", "CITATION.cff", "index.html", "datapackage.json", "croissant.json"}
    assert naming(barred) == {"LICENSE"}, "which says it of the rows of the other sources"


def test_the_licence_file_says_what_is_stated_and_what_is_not(tmp_path: Path, release: Publish) -> None:
    some = (release(tmp_path / "some", licensed("CC BY 4.0", None)).path / "LICENSE").read_text()
    assert "They state: CC BY 4.0. Of 1 of 2 pages no licence is known." in some
    none = (release(tmp_path / "none", licensed(None, None)).path / "LICENSE").read_text()
    assert "They state no licence themselves." in none


@pytest.mark.parametrize("name", ["CC BY-SA 4.0", BARRED])
def test_the_lines_of_the_licence_file_are_short(name: str, tmp_path: Path, release: Publish) -> None:
    lines = (release(tmp_path, licensed(name, None)).path / "LICENSE").read_text().splitlines()
    assert max(map(len, lines)) <= 80


def test_who_publishes_is_warned(tmp_path: Path, release: Publish, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        free = release(tmp_path / "free").path
        assert caplog.messages == []
        barred = release(tmp_path / "barred", licensed(None, BARRED)).path
    assert caplog.messages == [
        f"sources under {BARRED}: see ATTRIBUTION.csv, and ask before you pass on rows of theirs"
    ]
    assert others_in(free) == () and others_in(tmp_path) == ()
    assert others_in(barred) == (BARRED,)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("CC BY-SA 4.0", True),
        ("CC BY-SA 3.0 DE", True),
        ("cc-by-2.5", True),
        ("Creative Commons Attribution-Share Alike 4.0 International License", True),
        ("Creative Commons Attribution-ShareAlike 3.0 Unported", True),
        ("https://creativecommons.org/licenses/by-sa/4.0/deed.en", True),
        ("https://creativecommons.org/publicdomain/zero/1.0/", True),
        ("CC0 1.0 Universal", True),
        ("Public domain", True),
        ("CC BY-NC-SA 4.0", False),
        ("CC BY-SA 4.0 NC", False),
        ("CC BY-ND 3.0", False),
        ("CC BY-SA 1.0", False),
        ("CC BY-SA 4.0 / GFDL", False),
        ("CC BY", False),
        ("GFDL 1.3", False),
        ("by the author, 4.0", False),
        ("All rights reserved", False),
        ("?", False),
    ],
)
def test_a_licence_is_known_however_it_is_written(said: str, expected: bool) -> None:
    assert is_passed_on(said) is expected
