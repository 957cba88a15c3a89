"""The scores on the hand-made annotations do not fall: `scores.yaml` records what was reached.

Runs where the annotations stand beside the project (`../shared`), so in `.ci/run`; `make score` prints the same.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from outputs.parquet import write_parquet
from parsers.assemble import assemble, assemble_article
from parsers.document.model import Page
from parsers.document.read import read_document, title_in
from parsers.facts.rule import read_facts
from parsers.language.annotate import read_article
from parsers.tables import tables

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
RECORDED = yaml.safe_load((HERE / "scores.yaml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the annotations (../shared) are not beside the project")


def _release(folder: Path, articles: list[Path]) -> Path:
    """A folder with the Parquet files of the articles, as a release has them."""
    parts = []
    for path in articles:
        raw = path.read_text(encoding="utf-8")
        document = read_document(Page(path.name, title_in(raw, "flattened") or path.stem, raw, "flattened"))
        reading = read_article(document)
        parts.append(assemble_article(reading, read_facts(reading)))
    rows = assemble(parts)
    (folder / "parquet").mkdir()
    for name, table in tables().items():
        write_parquet(table, rows[name], folder / "parquet" / f"{name}.parquet")
    return folder


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_no_score_falls(name: str, tmp_path: Path) -> None:
    recorded = RECORDED[name]
    release = _release(tmp_path, sorted(SHARED.glob(recorded["articles"])))
    golds = [path for pattern in recorded["gold"] for path in sorted(SHARED.glob(pattern))]
    command = [sys.executable, str(SHARED / "tools" / "score.py"), str(release), *map(str, golds), "--json"]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert not found["unmatched"]
    fallen = {
        (table, figure): (found["tables"][table][figure], reached)
        for table, figures in recorded["scores"].items()
        for figure, reached in figures.items()
        if found["tables"][table][figure] < reached
    }
    assert not fallen, f"reached before: {fallen}"
