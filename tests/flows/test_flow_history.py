"""Run after run on what a wiki becomes: reading only what changed gives the release that reading everything gives."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from folders import contents

from flows.assembled import assembled
from flows.departed import departed
from flows.reading import here, read_pages
from flows.report import articles_of, manifest
from outputs import publish
from outputs.making import make_files
from parsers.document.model import Absence, Page

CAPITALS = {"Kenya": "Nairobi", "Norway": "Oslo", "Peru": "Lima", "Estonia": "Tallinn", "Chad": "N'Djamena"}
PAIRS = [(one, other) for one in CAPITALS for other in CAPITALS if one < other]
SITE = "https://wiki.example/index.php"
VALIDATION = {"success": True, "tables": {}}

Wiki = dict[str, Page]


def page(one: str, other: str, year: int, revision: int) -> Page:
    title = f"{one}–{other} relations"
    text = (
        f"'''{title}''' are the foreign relations between [[{one}]] and [[{other}]].\n\n== History ==\n\n"
        f"The two countries established diplomatic relations on 5 November {year - 30}. "
        f"In May {year}, the Foreign Minister of {other} visited {CAPITALS[one]}. "
        f"{one} opened an embassy in {CAPITALS[other]} in {year + 1}.\n"
    )
    link, saved = f"{SITE}?oldid={revision}", f"{year}-06-01T00:00:00Z"
    return Page(title, title, text, "wikitext", revision, saved, link, "CC0", SITE)


def broken(whole: Page, how: int) -> Page:
    """The page blanked, replaced by nonsense, or not to be had this time."""
    absence = Absence("no answer after 5 tries", "run again later", False)
    ways = ({"raw": ""}, {"raw": "x" * 3_000_000}, {"raw": "", "absent": absence})
    return replace(whole, revision_id=9_000 + how, **ways[how])


def released(home: Path, root: Path, wiki: Wiki, taken: list[bool] | None = None) -> tuple[Path, dict]:
    """A release as the flow makes it, but for the server and the validation: its folder, and its manifest.

    `taken` learns whether rows of the run before were taken.
    """
    pages = [wiki[title] for title in sorted(wiki)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BILATERALS_HOME", str(home))
        outcomes = read_pages(pages, here(1))
        rows = assembled([one.part for one in articles_of(outcomes)], home / "run")
        left = departed(root, [], outcomes)
        files = make_files(home / "run", rows.tables, made=rows.files, before=rows.before)
        published = publish(
            root, rows.tables, manifest(outcomes), VALIDATION, "<title>Test</title>\n",
            departed=left, made=files, changed=rows.changed,
        )  # fmt: skip
        rows.keep([], files)
        if taken is not None:
            taken.append(rows.changed is not None)
        shutil.rmtree(home / "run")
    return published.path, json.loads((published.path / "manifest.json").read_text(encoding="utf-8"))


def histories(seed: int, runs: int) -> Iterator[tuple[Wiki, Wiki]]:
    """A wiki run after run, and the same with each page as it was when it was last whole; edited at random."""
    chosen = random.Random(seed)
    whole: Wiki = {}
    spoilt: dict[str, int] = {}
    for number in range(1, runs + 1):
        for pair in PAIRS:
            new = page(*pair, chosen.randrange(1995, 2020), number)
            act, title = chosen.choice(("stay", "stay", "edit", "remove", "break", "restore")), new.title
            if title not in whole:
                if number == 1 or act in {"edit", "restore"}:
                    whole[title] = new
            elif act == "edit" and title not in spoilt:
                whole[title] = new
            elif act == "remove" and len(whole) > len(spoilt) + 2:
                del whole[title]
                spoilt.pop(title, None)
            # A page is seen whole once before it breaks, and some page stays whole.
            elif act == "break" and whole[title].revision_id != number and len(spoilt) < len(whole) - 2:
                spoilt[title] = chosen.randrange(3)
            elif act == "restore":
                spoilt.pop(title, None)
        now = {title: broken(one, spoilt[title]) if title in spoilt else one for title, one in whole.items()}
        yield now, dict(whole)


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 6))])
def test_only_what_changed_gives_the_same_as_everything(seed: int, tmp_path: Path) -> None:
    """One state folder through all runs, against a run from nothing on what each page said when it was last whole.

    And against one that forgets what it put together, so that all that a release says of the one before is the same.
    """
    before: set[str] = set()
    taken: list[bool] = []
    seen = {"stale": 0, "left": 0}
    for number, (now, last_whole) in enumerate(histories(seed, 6)):
        path, said = released(tmp_path / "state", tmp_path / "out", now, taken)
        shutil.rmtree(tmp_path / "forgetful" / "tables", ignore_errors=True)
        assert contents(released(tmp_path / "forgetful", tmp_path / "anew", now)[0]) == contents(path)
        fresh_path, fresh = released(tmp_path / f"state-{number}", tmp_path / f"out-{number}", last_whole)
        spoilt = {title for title, one in now.items() if one != last_whole[title]}
        assert said["sources"] == fresh["sources"]
        assert {one["page"] for one in said["stale"]} == spoilt
        assert {one["title"] for one in said["departed"]} == before - now.keys()
        for table in (fresh_path / "parquet").iterdir():
            assert (path / "parquet" / table.name).read_bytes() == table.read_bytes(), table.name
        for kind in ("csv", "page"):
            assert contents(path / kind) == contents(fresh_path / kind)
        if not spoilt:
            assert said["release"]["content_hash"] == fresh["release"]["content_hash"]
        quality = json.loads((path / "quality.json").read_text(encoding="utf-8"))
        assert quality["figures"]["articles_stale"] == len(spoilt)
        seen = {"stale": seen["stale"] + len(spoilt), "left": seen["left"] + len(before - now.keys())}
        before = set(now)
    assert all(seen.values()), "the edits were of every kind"
    assert any(taken), "rows of the run before were taken"
