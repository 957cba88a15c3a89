"""What the last run put together: taken where it stands for the same articles and code, and is as it was kept."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pyarrow as pa
import pytest
from flow_pages import ARTICLE

from flows import assembled as module
from flows.article import Article
from flows.assembled import Assembled, assembled
from flows.state import articles, tables
from flows.state.marks import Marking
from parsers.assemble import Piece, Plan, assemble
from parsers.document.model import Page

STATES = ("Chad", "Chile", "Ghana", "Kenya", "Togo")

pytestmark = pytest.mark.usefixtures("state")


def put_together(folder: Path, *texts: str) -> Assembled:
    titles = [text.splitlines()[0].strip("= ") for text in texts]
    pages = [Page(f"{title}.txt", title, text, "flattened") for title, text in zip(titles, texts, strict=True)]
    parts = [one.part for one in map(articles.read, pages) if isinstance(one, Article)]
    assert len(parts) == len(texts)
    return assembled(parts, folder)


def article(state: str, year: int = 2015) -> str:
    return ARTICLE.replace("Estonia–Peru", f"Estonia–{state}").replace("Peru", state).replace("2015", str(year))


def files_in(rows: Assembled) -> dict[str, bytes]:
    return {path: file.read_bytes() for path, file in rows.files.items()}


def test_what_is_the_same_is_taken(tmp_path: Path) -> None:
    first = put_together(tmp_path / "first", *map(article, STATES))
    assert first.changed is None
    first.keep([], first.files)
    shutil.rmtree(tmp_path / "first")
    texts = [article(one, 2016 if one == "Ghana" else 2015) for one in STATES[1:]]
    found = put_together(tmp_path / "second", *texts)
    assert found.changed is not None
    gone, here = found.changed.rows["relations"]
    assert gone.rows["relation_id"].to_pylist() == ["EST-GHA", "EST-TCD"]
    assert (here.rows["relation_id"].to_pylist(), here.places.tolist(), here.left_out) == (["EST-GHA"], [1], 3)
    shutil.rmtree(tmp_path / "state" / "tables")
    assert files_in(found) == files_in(put_together(tmp_path / "anew", *texts))


@pytest.mark.parametrize("how", ["other code", "a file changed", "a file gone", "an index that is none", "others"])
def test_of_anything_else_nothing_is_taken(
    how: str, tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = put_together(tmp_path / "first", *map(article, STATES))
    first.keep([], first.files)
    folder, texts = state / "tables" / "whole", [article(one) for one in STATES]
    if how == "other code":
        monkeypatch.setattr(tables, "release_code", lambda: "another")
    elif how == "a file changed":
        os.utime(folder / "csv" / "visits.csv", (1, 1))
    elif how == "a file gone":
        (folder / "parquet" / "ties.parquet").unlink()
    elif how == "an index that is none":
        (folder / "index.json").write_text("{}")
    else:
        texts = [article(one, 2016) for one in STATES]
    assert put_together(tmp_path / "second", *texts).changed is None


def test_units_that_share_an_identifier_are_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An identifier of two rows: the first stays; without the first, the other is back."""

    def colliding(plan: Plan, earlier: object):
        for piece in assemble(plan, earlier):  # type: ignore[arg-type]
            rows = piece.rows
            if piece.table == "ties" and piece.taken_at is None:
                rows = rows.set_column(0, "tie_id", pa.array(["tie-0123456789ab"] * len(rows), pa.string()))
            yield Piece(piece.table, rows, piece.taken_at)

    monkeypatch.setattr(module, "assemble", colliding)
    first = put_together(tmp_path / "first", *map(article, STATES))
    assert first.tables["ties"].column("relation_id").to_pylist() == ["CHL-EST"]
    assert first.twice >= {"CHL-EST", "EST-GHA"}
    first.keep([], first.files)
    found = put_together(tmp_path / "second", *map(article, STATES[2:]))
    assert found.tables["ties"].column("relation_id").to_pylist() == ["EST-GHA"]


def test_marks_of_rows_that_come_in_pieces() -> None:
    marking = Marking(5)
    marking.add(pa.chunked_array([["a", "a", "b"]]), pa.array([1, 2, 3]).to_numpy())
    marking.add(pa.chunked_array([["b", "c"]]), pa.array([4, 5]).to_numpy())
    marks = marking.made()
    assert (marks.units, marks.rows.tolist(), marks.lines.tolist()) == (("a", "b", "c"), [2, 2, 1], [3, 7, 5])
    (whole,) = marks.spans(["a", "b", "c"])
    assert (whole.rows, whole.lines) == ((0, 5), (5, 20))
    assert [one.rows for one in marks.spans(["a", "c", "d"])] == [(0, 2), (4, 5)]
    assert [one.rows for one in marks.spans(["a", "b", "c"], most=3)] == [(0, 4), (4, 5)]
