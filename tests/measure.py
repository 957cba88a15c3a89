"""Scores the reading of annotated articles and records what was reached; `make measure` runs it.

The sets that stand beside the project (`../shared`) are named in `scores.yaml`, which is written anew: there a figure
may rise, and never falls unseen. `outputs/measured.yaml` is what each release tells its readers: the same figures, with
the day, and so does a table in the project's README, of the sets that no rule was tuned on. A set of other articles is
measured into these two alone:

    python tests/measure.py --set "held back" --articles "FOLDER/*.txt" --gold "FOLDER/gold/*.json" --what "…"

with `--tuned` where rules were made with these articles in view.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from flows.assembled import assembled
from outputs.markdown import grid
from outputs.quality import macro_f1
from parsers.assemble import assemble_article, part_of
from parsers.document.model import Page
from parsers.document.read import read_document, title_in
from parsers.facts.rule import read_facts
from parsers.language.annotate import read_article

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
FLOORS = HERE / "scores.yaml"
MEASURED = HERE.parent / "outputs" / "measured.yaml"
README = HERE.parent / "README.md"

MARKED = re.compile(r"(<!-- made from outputs/measured.yaml .*? -->\n).*?(<!-- end of what is made -->)", re.DOTALL)
"""What stands between two comments of the README."""

TABLES = {"established": "ties", "dated_events": "events"}
"""The tables whose rows the annotations list under another name."""


def release_of(folder: Path, articles: Iterable[Path]) -> Path:
    """A folder with the Parquet files of the articles, as a release has them."""
    parts = []
    for path in articles:
        raw = path.read_text(encoding="utf-8")
        document = read_document(Page(path.name, title_in(raw, "flattened") or path.stem, raw, "flattened"))
        reading = read_article(document)
        parts.append(part_of(assemble_article(reading, read_facts(reading))))
    assembled(parts, folder)
    return folder


def score(release: Path, golds: Iterable[Path]) -> dict[str, Any]:
    """What the scorer of `../shared` says of a release: figures by table, and titles that it did not find."""
    command = [sys.executable, str(SHARED / "tools" / "score.py"), str(release), *map(str, golds), "--json"]
    found: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return found


def scores_of(articles: list[Path], golds: list[Path]) -> dict[str, Any]:
    """The figures of each table of which the annotations have a row."""
    with tempfile.TemporaryDirectory() as folder:
        found = score(release_of(Path(folder), articles), golds)
    if found["unmatched"]:
        raise SystemExit(f"no article bears the title of the annotations of {', '.join(found['unmatched'])}")
    return {name: figures for name, figures in found["tables"].items() if figures["gold"]}


def main() -> None:
    """Measures the sets of `scores.yaml`, or the one that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--set", help="the name of a set that stands elsewhere")
    parser.add_argument("--articles", nargs="+", help="its articles: patterns of files")
    parser.add_argument("--gold", nargs="+", help="its annotations: patterns of files")
    parser.add_argument("--what", default="articles annotated by hand", help="what it is, for readers of a release")
    parser.add_argument("--tuned", action="store_true", help="rules were made with it in view")
    given = parser.parse_args()
    if given.set:
        articles, golds = _files(Path.cwd(), given.articles), _files(Path.cwd(), given.gold)
        said = {"what": given.what, "tuned": given.tuned}
        _record(given.set, said, len(golds), scores_of(articles, golds))
        return
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    for name, floor in floors.items():
        golds = _files(SHARED, floor["gold"])
        scores = scores_of(_files(SHARED, [floor["articles"]]), golds)
        floor["scores"] = {table: _kept(said, "precision", "recall", "exact") for table, said in scores.items()}
        _record(name, {"tuned": True}, len(golds), scores)
    _write(FLOORS, floors)


def _record(name: str, said: dict[str, Any], articles: int, scores: dict[str, Any]) -> None:
    """Puts the figures of a set into `measured.yaml`, where it stands or at the end, and into the README."""
    sets = yaml.safe_load(MEASURED.read_text(encoding="utf-8"))
    sets[name] = {
        **sets.get(name, {}),
        **said,
        "articles": articles,
        "measured": datetime.now(tz=UTC).date().isoformat(),
        "tables": {
            TABLES.get(table, table): {"annotated": figures["gold"], **_kept(figures, "precision", "recall", "exact")}
            for table, figures in scores.items()
        },
    }
    _write(MEASURED, sets)
    README.write_text(with_table(README.read_text(encoding="utf-8"), sets), encoding="utf-8")


def with_table(readme: str, sets: dict[str, Any]) -> str:
    """The text of the README with the figures of sets between its two comments."""
    head = ["annotated articles", "articles", "rows", "precision", "recall", "F1"]
    lines = grid(head, (_line(name, said) for name, said in sets.items() if not said["tuned"]))
    return MARKED.sub(lambda found: f"{found[1]}{lines}\n{found[2]}", readme)


def _line(name: str, said: dict[str, Any]) -> list[str]:
    """A set's name, size, and means over its tables."""
    tables = said["tables"].values()
    means = [sum(one[figure] for one in tables) / len(tables) for figure in ("precision", "recall")]
    size = [str(said["articles"]), f"{sum(one['annotated'] for one in tables):,}"]
    return [f"{name}: {said['what']}", *size, *(f"{one:.2f}" for one in (*means, macro_f1(said)))]


def _write(path: Path, content: object) -> None:
    """Writes YAML below the comment that the file opens with."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    head = "".join(line for line in lines if line.startswith("#"))
    text = yaml.safe_dump(content, sort_keys=False, default_flow_style=None, allow_unicode=True, width=110)
    path.write_text(head + text, encoding="utf-8")


def _files(folder: Path, patterns: Iterable[str]) -> list[Path]:
    found = [path for pattern in patterns for path in sorted(_glob(folder, pattern))]
    if not found:
        raise SystemExit(f"nothing at {', '.join(patterns)} in {folder}")
    return found


def _glob(folder: Path, pattern: str) -> Iterable[Path]:
    return Path("/").glob(pattern[1:]) if pattern.startswith("/") else folder.glob(pattern)


def _kept(figures: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: figures[name] for name in names}


if __name__ == "__main__":
    main()
