"""What the cases say is read as well when it is said a little otherwise: behind an opener, in front of an afterthought,
by a government instead of its state.

A rewording keeps what a sentence tells, so it must keep its rows. It does not always read well, and a few rows are lost
to that: of a hundred no more than LOST, and of few no more than FEW. Where it changes hardly any sentence of a table,
it says nothing of it, and the table is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from parsers.document.model import Page
from parsers.document.read import read_document
from parsers.facts.rule import read_facts
from parsers.language.annotate import read_article

CASES = Path(__file__).parents[1] / "cases"
LOST, FEW, ENOUGH = 5, 2, 10
TELLING = {
    "aid": ("donor_iso3", "recipient_iso3", "value", "quantity"),
    "agreements": ("kind", "title", "action", "count"),
    "meetings": ("participants", "mode"),
    "missions": ("sending_iso3", "kind", "city", "status"),
    "positions": ("holder_iso3", "stance", "about_iso3"),
    "ties": ("kind", "actor_iso3", "object_iso3"),
    "trade": ("reporter_iso3", "flow", "measure", "value", "rank", "share_pct"),
    "visits": ("visitor", "sending_iso3", "receiving_iso3"),
}
"""The columns that say what a row tells, by table."""

_SMALL = ("The", "In", "On", "At", "By", "A", "An", "Both", "From", "Since", "During", "After", "Between", "Under")
_PAST = (
    r"(?<!was )(?<!were )(?<!been )(?<!be )(?<!is )(?<!are )(?<!has )(?<!had )(?<!have )(?<!being )"
    r"(visited|signed|opened|provided|donated|met|established|recogni[sz]ed|condemned|granted|received|welcomed|hosted"
    r"|financed|funded|pledged|supplied)\b(?! (?:in|on) \d|by)"
)
_ACTS = r"(?!(?:and|or|to|in|of|on|at|for|with|from|by|has|had|have|is|was|were|are|will|would|did|does|do)\b)[a-z]+\b"


def behind(opener: str) -> Callable[[str, str], str]:
    """The sentence behind words that join it to others."""

    def reworded(_title: str, text: str) -> str:
        first = text.partition(" ")[0]
        return opener + (text[0].lower() + text[1:] if first in _SMALL else text)

    return reworded


def fronted(phrase: str) -> Callable[[str, str], str]:
    """The sentence behind a phrase with a comma, where it opens with its subject and no phrase of its own."""

    def reworded(title: str, text: str) -> str:
        return behind(phrase)(title, text) if text.startswith((*sides(title), "The ", "Both ")) else text

    return reworded


def before(afterthought: str) -> Callable[[str, str], str]:
    """The sentence with something added that tells nothing of the table."""
    return lambda _title, text: text[:-1] + afterthought if text.endswith(".") else text


def acting(form: str) -> Callable[[str, str], str]:
    """The sentence with another form of the state that opens it and acts."""

    def reworded(title: str, text: str) -> str:
        state = re.match(rf"({'|'.join(map(re.escape, sides(title)))}) (?={_ACTS})", text)
        return form.format(state[1]) + text[state.end() :] if state else text

    return reworded


def coloured(word: str) -> Callable[[str, str], str]:
    """The sentence with a word before its first verb in the past that is no participle."""
    return lambda _title, text: re.sub(rf"(?<=[a-z] ){_PAST}", rf"{word} \1", text, count=1)


def noted(_title: str, text: str) -> str:
    """The sentence with the marks of footnotes that a page copied from a browser has."""
    return re.sub(r"(?<=[a-z])([,.])(?= |$)", r"\1[12]", text)


REWORDINGS = {
    "opened": behind("In addition, "),
    "sourced": behind("According to the newspaper, "),
    "fronted": fronted("Despite some differences, "),
    "followed": before(". Relations have been good since."),
    "joined": before(", and relations have been good since."),
    "delayed": before(", after years of talks."),
    "reported": before(", the ministry said."),
    "by a government": acting("The government of {} "),
    "in turn": acting("{}, in turn, "),
    "apposed": acting("{}, then under a new government, "),
    "also": acting("{} also "),
    "coloured": coloured("officially"),
    "coloured by time": coloured("subsequently"),
    "earlier": coloured("had"),
    "noted": noted,
    "second": acting("{} opened a cultural centre in 1951 and "),
}
LEFT_OUT = {
    **dict.fromkeys(("by a government", "in turn", "apposed", "also", "second"), ("meetings", "visits")),
    **dict.fromkeys(("coloured", "coloured by time", "earlier"), ("trade",)),
}
"""The tables of which a rewording changes hardly any sentence: there people act, or nobody does."""


def sides(title: str) -> list[str]:
    """The two states of a title."""
    return re.split("[–-]", title.removesuffix(" relations"), maxsplit=1)


@cache
def sentences(table: str) -> list[tuple[str, str]]:
    """Title and text of the cases of a table that are a paragraph in prose."""
    cases: list[dict[str, Any]] = yaml.safe_load((CASES / f"{table}.yaml").read_text(encoding="utf-8"))
    told = [(case["title"], case["text"].strip()) for case in cases if "text" in case]
    return [(title, text) for title, text in told if "\n" not in text and text[0] not in "-|*"]


@cache
def rows(table: str, title: str, text: str) -> Counter[tuple[str, ...]]:
    """What the rows of a table tell."""
    document = read_document(Page("case", title, f"= {title} =\n\n{text}", "flattened"))
    found = [fact for fact in read_facts(read_article(document)) if fact.table == table]
    return Counter(tuple(str(fact.values.get(column)) for column in TELLING[table]) for fact in found)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("table", "rewording"), [(t, r) for t in TELLING for r in REWORDINGS if t not in LEFT_OUT.get(r, ())]
)
def test_a_rewording_keeps_the_rows(table: str, rewording: str) -> None:
    changed = [
        (title, text, other)
        for title, text in sentences(table)
        if (other := REWORDINGS[rewording](title, text)) != text
    ]
    lost = [other for title, text, other in changed if rows(table, title, text) - rows(table, title, other)]
    added = [other for title, text, other in changed if rows(table, title, other) - rows(table, title, text)]
    assert len(changed) >= ENOUGH, "leave this table out: the rewording says nothing of it"
    most = max(FEW, LOST / 100 * len(changed))
    assert len(lost) <= most, lost
    assert len(added) <= most, added
