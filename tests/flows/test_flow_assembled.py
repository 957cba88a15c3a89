"""The tables of a run, in files."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pyarrow as pa
import pytest
from flow_pages import ARTICLE, OTHER

from flows import assembled as module
from flows import tasks
from flows.article import Article, read_page
from flows.assembled import assembled
from parsers.assemble import Part, Piece, Plan, assemble, planned
from parsers.document.model import Page
from parsers.tables import tables


@pytest.fixture(scope="module")
def parts() -> list[Part]:
    pages = [
        Page(f"{n}.txt", text.splitlines()[0].strip("= "), text, "flattened") for n, text in enumerate((ARTICLE, OTHER))
    ]
    return [one.part for one in map(read_page, pages) if isinstance(one, Article)]


def test_the_files_hold_the_pieces_in_order(parts: list[Part], tmp_path: Path) -> None:
    stored = assembled(parts, tmp_path / "new").tables
    pieces: dict[str, list[object]] = {name: [] for name in tables()}
    for piece in assemble(planned(parts)):
        pieces[piece.table] += piece.rows.to_pylist()
    assert {name: list(rows.rows()) for name, rows in stored.items()} == pieces
    assert len(pieces["articles"]) == 2 and pieces["evidence"] and pieces["states"]


def test_two_rows_of_different_articles_with_one_identifier_are_one(
    parts: list[Part], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def colliding(plan: Plan, earlier: object):
        for piece in assemble(plan):
            yield piece
            if piece.table == "sentences":
                rows = piece.rows
                keys = pa.array([f"sentence-{n}" for n in range(len(rows))], pa.string())
                yield Piece("sentences", rows.set_column(0, "sentence_id", keys))
                yield Piece("sentences", rows.slice(0, 1))

    whole = assembled(parts, tmp_path / "whole").tables["sentences"]
    monkeypatch.setattr(module, "assemble", colliding)
    found = assembled(parts, tmp_path / "colliding").tables["sentences"]
    assert len(found) == 2 * len(whole)
    assert found.read().slice(0, len(whole)).to_pylist() == whole.read().to_pylist()
    assert {path.suffix for path in (tmp_path / "colliding" / "parquet").iterdir()} == {".parquet"}


def test_folders_of_runs_that_were_killed_are_removed(state: Path) -> None:
    old, other = state / "runs" / "old", state / "runs" / "of-another-run"
    for folder in (old, other):
        (folder / "csv").mkdir(parents=True)
    killed = time.time() - tasks.LEFT_OVER - 60
    os.utime(old, (killed, killed))
    with tasks.workspace() as own:
        assert set((state / "runs").iterdir()) == {own, other}
    assert not own.exists()
