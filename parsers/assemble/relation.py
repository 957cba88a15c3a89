"""The row of the pair: who the two states are, when relations began, how close they are, how much is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parsers.assemble.row import Merged, blank
from parsers.document.model import Document
from parsers.language.mention import DateValue
from parsers.language.states import Pair, State, states
from parsers.tables import table, tables


def relation_id_of(pair: Pair) -> str:
    """The two codes, alphabetical.

    >>> relation_id_of(("TWN", "TCD"))
    'TCD-TWN'
    """
    return "-".join(sorted(pair))


def relation_row(document: Document, pair: Pair, facts: Mapping[str, Sequence[Merged]]) -> dict[str, object]:
    """The relations row of one article; the counts of rows are filled in by `counted`."""
    values: dict[str, object] = {
        "relation_id": relation_id_of(pair), "article_id": document.article_id, "title": document.page.title,
        "established_edtf": began.edtf if (began := established(facts.get("ties", ()))) else None,
        "partnership": _partnership(facts.get("partnerships", ())),
    }  # fmt: skip
    for side, iso3 in zip("ab", sorted(pair), strict=True):
        values |= _state(side, iso3, states().get(iso3))
    return blank(table("relations"), values)


def counted(row: dict[str, object], counts: Mapping[str, int]) -> dict[str, object]:
    """The relations row with the number of rows of each fact table."""
    return row | {f"{name}_count": counts.get(name, 0) for name, declared in tables().items() if declared.is_fact}


def _state(side: str, iso3: str, state: State | None) -> dict[str, object]:
    return {
        f"state_{side}_iso3": iso3,
        f"state_{side}_name": state.name if state else iso3,
        f"state_{side}_cow": state.cow if state else None,
        f"state_{side}_gw": state.gw if state else None,
        f"state_{side}_qid": state.wikidata_qid if state else None,
    }


def established(ties: Sequence[Merged]) -> DateValue | None:
    """When relations were established, the first time if several are stated; consular ones where no others are."""
    begun = [(row.date, row.values.get("level")) for row in ties if row.values.get("kind") == "established"]
    full = [date for date, level in begun if date and level != "consular"]
    dates = full or [date for date, _ in begun if date]
    return min(dates, key=_in_time) if dates else None


def _partnership(levels: Sequence[Merged]) -> str | None:
    """The level with the latest date; the first of the undated where none is dated."""
    dated = [row for row in levels if row.date]
    if dated:
        return str(max(dated, key=lambda row: _in_time(row.date)).values["level"])
    return str(min(levels, key=lambda row: row.members[0].fact.start).values["level"]) if levels else None


def _in_time(date: DateValue | None) -> tuple[int, str]:
    return (date.start.toordinal() if date and date.start else 0), date.edtf if date else ""
