"""A row of a fact table → its event: who acts upon whom, and the type and mode of PLOVER.

`plover_type` and `plover_mode` follow PLOVER, the Political Language Ontology for Verifiable Event Records of the
Open Event Data Alliance (https://github.com/openeventdata/PLOVER), by `plover.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from parsers.assemble.merge import merged
from parsers.assemble.row import Merged
from parsers.assemble.stated import Stated
from parsers.assemble.words import read_yaml
from parsers.tables import table

_ACTORS = ("sending", "actor", "donor", "reporter", "from", "holder", "state")
_TARGETS = ("receiving", "object", "recipient", "partner", "to", "about")
"""How the columns of a fact's states begin: of the one that acts, and of the one acted upon."""
_MUTUAL = ("ties", "agreements", "meetings", "partnerships")
"""Tables of what two states do together: where no word tells who acts upon whom, both do."""
_ROLES = ("actor_", "target")
_TYPE = "plover_"
"""How the columns of an event's states, and of its type, begin."""


def event_of(group: Sequence[Stated], row: Merged, pair: Sequence[str] = ()) -> Merged:
    """The event of a fact row: its type and who acts upon whom as the row has it, the rest from its own facts first.

    `pair` are the codes of the article's two states, who both act where the fact is of both and names less than two.
    """
    declared = table("events")
    own = merged(declared, [one for one in group if one.fact.table == "events"])
    told = {name: value for name, value in _of_row(row, group).items() if value is not None}
    settled = (_TYPE, *(f"{name.partition('_')[0]}_" for name in told if name in ("actor_iso3", "target_iso3")))
    values = told | {name: value for name, value in own.values.items() if not name.startswith(settled)}
    if values.get("actor_iso3") == values.get("target_iso3"):
        values = {name: value for name, value in values.items() if not name.startswith("target_")}
    values |= _both(row, values, pair)
    values["description"] = group[0].values.get("description") or group[0].text
    values |= {"kind": row.table.kind, "fact_table": row.table.name, "fact_id": row.row_id}
    members = tuple(_with_roles(one, row, values) for one in group)
    return Merged(declared, members, {name: value for name, value in values.items() if value is not None})


def _with_roles(one: Stated, row: Merged, values: Mapping[str, object]) -> Stated:
    """A statement of an event with the places where it says who acts upon whom: those of the fact in that statement,
    and its own where it names the same, or the same type.
    """
    if one.fact.table != "events":
        return one
    own = [
        cell for cell in one.fact.cells
        if not cell[0].startswith((_TYPE, *_ROLES)) or one.values.get(cell[0]) == values.get(cell[0])
    ]  # fmt: skip
    told = list(_roles_told(one, row, values))
    known = {column for column, *_ in told}
    cells = {cell for cell in own if cell[0] not in known} | set(told)
    return replace(one, fact=replace(one.fact, cells=tuple(sorted(cells))))


def _roles_told(one: Stated, row: Merged, values: Mapping[str, object]) -> Iterator[tuple[str, int, int]]:
    """The places where the fact of a row, in the same statement, names who acts and who is acted upon."""
    roles = {f"{name}_{part}": f"{role}_{part}" for role, name in _roles(row).items() for part in ("iso3", "name")}
    for member in row.members:
        for column, start, end in member.fact.cells if member.statement == one.statement else ():
            if column in roles and values.get(roles[column]) == member.values.get(column):
                yield roles[column], start, end


def _of_row(row: Merged, group: Sequence[Stated]) -> dict[str, object]:
    code = _plover(row, group)
    values: dict[str, object] = {"city": row.values.get("city") or row.values.get("place")}
    values |= dict(zip(("plover_type", "plover_mode"), code, strict=False))
    for role, name in _roles(row).items():
        values |= {f"{role}_{part}": row.values.get(f"{name}_{part}") for part in ("iso3", "name")}
    return values


def _both(row: Merged, values: Mapping[str, object], pair: Sequence[str]) -> dict[str, object]:
    """The roles that are left open in what the two states of an article do together; none where others take part."""
    parties = row.values.get("parties")
    others = isinstance(parties, list) and not set(parties) <= set(pair)
    actor, target = values.get("actor_iso3"), values.get("target_iso3")
    told = actor or target
    if row.table.name not in _MUTUAL or others or (actor and target) or len(pair) != 2 or told not in (None, *pair):
        return {}
    other = pair[(told or pair[0]) == pair[0]]
    return {"actor_iso3": actor or (other if target else pair[0]), "target_iso3": target or other}


def _roles(row: Merged) -> dict[str, str]:
    """The roles of an event's actor and target in a row, where it has such: "sending" and "receiving"."""
    found = (
        (role, next((name for name in names if row.values.get(f"{name}_iso3")), None))
        for role, names in (("actor", _ACTORS), ("target", _TARGETS))
    )
    return {role: name for role, name in found if name is not None}


def _plover(row: Merged, group: Sequence[Stated]) -> list[str]:
    """The PLOVER type and, where there is one, mode of the event; empty where none fits."""
    codes = read_yaml("plover.yaml").get(row.table.name, {})
    found = codes.get(_decisive(row, group, codes)) if "by" in codes else None
    return list(found or codes.get("any", ()))


def _decisive(row: Merged, group: Sequence[Stated], codes: Mapping[str, Any]) -> str:
    """What decides the type of an event: as its own statements have it at its date, else as they have it, else as the
    row, which tells how it is at the end: a post that was opened in 1955 may be closed.
    """
    statements = {one.statement for one in group}
    dates = {part for one in group if one.date for part in (one.date.edtf, one.date.edtf.partition("/")[0])}
    sources = [*(one.values for one in row.members if one.statement in statements), row.values]
    then = [kind for values in sources for name, kind in codes.get("then", {}).items() if values.get(name) in dates]
    return str((*then, *(values[codes["by"]] for values in sources if codes["by"] in values), None)[0])
