"""The name of each state of a finding, as its statement has it: for every code the words beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parsers.facts.model import Finding
from parsers.language.mention import Mention, StateValue
from parsers.language.reading import Statement

CODE, NAME = "_iso3", "_name"
"""The endings of the two columns that every state has."""


_COMMERCE = ("reporter_iso3", "from_iso3")
"""Columns of the tables whose rows are figures of commerce."""


def with_names(statement: Statement, finding: Finding) -> Finding:
    """The finding with `<role>_name` beside each `<role>_iso3` whose state the statement names.

    A name or a demonym counts ("Kenya", "Kenyan"), as written; where the rule does not say which it read, of a figure
    of commerce the last one before it, else the first. Null stays where the text says the state only by reference: a
    pronoun, a city, "both countries".
    """
    found = dict(_names(statement, finding))
    if not found:
        return finding
    values = {**finding.values, **{column: mention.text for column, mention in found.items()}}
    return replace(finding, values=values, spans={**finding.spans, **found})


def _names(statement: Statement, finding: Finding) -> Iterator[tuple[str, Mention]]:
    for column, code in finding.values.items():
        name = column.removesuffix(CODE) + NAME
        if column.endswith(CODE) and code and not finding.values.get(name):
            read = finding.spans.get(column)
            ours = [read] if isinstance(read, Mention) else (*statement.of("state"), *statement.inner)
            named = [one for one in ours if _is_named(one, code)]
            if named:
                yield name, _nearest(finding, named)


def _nearest(finding: Finding, named: list[Mention]) -> Mention:
    """Of the places where a state is named, the last before a figure of commerce: "Norwegian exports rose, while those
    of Kenya to Norway fell to [money]"; else the first.
    """
    figure = finding.spans.get("value") or finding.spans.get("count") or finding.spans.get("change_pct")
    if figure is None or finding.values.keys().isdisjoint(_COMMERCE):
        return named[0]
    start = figure.start if isinstance(figure, Mention) else figure[0]
    return max((one for one in named if one.end <= start), key=lambda one: one.end, default=named[0])


def _is_named(mention: Mention, code: object) -> bool:
    value = mention.value
    return isinstance(value, StateValue) and value.iso3 == code and value.form != "pair"
