"""What the rules read and what they will not, as a release tells it: every fact names the rule that read it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from outputs.model import Release, once
from outputs.shelf import MANIFEST
from parsers.errors import OutputError

RULES = "rules"
"""The name of the rules in the manifest."""

UNKNOWN = "(the release does not say what it reads)"


@cache
def known() -> dict[str, str]:
    """What each rule of this program reads and what it will not, by its rule_id in alphabetical order."""
    # Imported when asked for: with all rules these are a second, which a reader of a table need not wait.
    from parsers.assemble.people import RULE, RULE_READS
    from parsers.facts.rule import rules

    found = {one.rule_id: " ".join(one.reads.split()) for one in rules()} | {RULE: RULE_READS}
    return dict(sorted(found.items()))


def told(release: Release) -> dict[str, dict[str, object]]:
    """For each rule, by its rule_id, what it `reads` and how many `rows` of the release it read; unknown ones too."""
    rows = counts(release)
    return {name: {"reads": known().get(name, UNKNOWN), "rows": rows[name]} for name in sorted({*known(), *rows})}


@once
def counts(release: Release) -> Counter[str]:
    """How many facts of a release each rule read; of people, which bear no rule, how many there are."""
    from parsers.assemble.people import RULE

    found: Counter[str] = Counter()
    for name, table in release.tables.items():
        if table.is_fact:
            found += _of_table(release, name)
    return found + Counter({RULE: release.counts.get("people", 0)})


def _of_table(release: Release, name: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for batch in release.stored[name].batches(["rule_id"]):
        counted: Any = pc.value_counts(batch["rule_id"].cast(pa.string()))
        found.update(dict(zip(counted.field("values").to_pylist(), counted.field("counts").to_pylist(), strict=True)))
    return found


def read_by(folder: Path) -> Mapping[str, str]:
    """What the rules of the release in a folder read; those of this program where an older release does not say.

    Raises OutputError where its manifest cannot be read.
    """
    path = folder / MANIFEST
    try:
        said = json.loads(path.read_text(encoding="utf-8")).get(RULES) if path.is_file() else None
        return {name: str(one["reads"]) for name, one in said.items()} if said else known()
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise OutputError(
            f"it cannot be read ({error})",
            where=str(path),
            expected="the manifest of the release that stands there",
            remedy="see `bilaterals verify`, and restore that release or name another",
        ) from error
