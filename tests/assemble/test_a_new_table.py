"""A table is added by adding its file: everything that speaks of all tables speaks of it then, and nothing is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TABLE = """
from parsers.tables.declaration import Column, Identity, fact_table

TABLE = fact_table(
    "ferries",
    "a line of ships between the two states",
    Column("port", "string", "The port."),
    key="ferry_id",
    identity=Identity(same=("port",)),
)
"""

SCRIPT = """
import sys
import parsers.tables

parsers.tables.__path__.append(sys.argv[1])

from articles import event, rows_of, tell
from sound_rows import validate

line = "In 2015 a ferry began to call at Mombasa."
rows = rows_of(tell((line, {"table": "ferries", "port": "Mombasa", "date": "2015"}, event("2015", "a ferry"))))
[ferry], [told], [relation] = rows["ferries"], rows["events"], rows["relations"]
assert ferry["ferry_id"].startswith("ferry-"), ferry
assert (told["kind"], told["fact_table"], told["fact_id"]) == ("ferry", "ferries", ferry["ferry_id"]), told
assert relation["ferries_count"] == 1, relation
column = parsers.tables.table("events").column("kind")
assert column.values["ferry"] == "a line of ships between the two states", column
found = validate(rows, only=["events", "ferries", "relations"])
assert not found.critical and not found.warnings, (found.critical, found.warnings)
"""


def test_a_new_table_needs_no_edit_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "ferries.py").write_text(TABLE)
    tests = Path(__file__).parents[1]
    paths = [str(tests.parent), str(tests / "assemble"), str(tests / "expectations")]
    begun = f"import sys; sys.path[:0] = {paths!r}\n{SCRIPT}"
    run = subprocess.run([sys.executable, "-c", begun, str(tmp_path)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
