"""The scores on the hand-made annotations do not fall: `scores.yaml` records what was reached.

Runs where the annotations stand beside the project (`../shared`), so in `.ci/run`; `make score` prints the same, and
`make measure` records what is reached now.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from measure import FLOORS, SHARED, release_of, score

RECORDED = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the annotations (../shared) are not beside the project")


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_no_score_falls(name: str, tmp_path: Path) -> None:
    recorded = RECORDED[name]
    release = release_of(tmp_path, sorted(SHARED.glob(recorded["articles"])))
    found = score(release, [path for pattern in recorded["gold"] for path in sorted(SHARED.glob(pattern))])
    assert not found["unmatched"]
    fallen = {
        (table, figure): (found["tables"][table][figure], reached)
        for table, figures in recorded["scores"].items()
        for figure, reached in figures.items()
        if found["tables"][table][figure] < reached
    }
    assert not fallen, f"reached before: {fallen}"
