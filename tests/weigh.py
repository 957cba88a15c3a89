"""Learns from annotated articles what the words of aid weigh (`parsers/language/lexicon/weights.csv`).

    make weigh FOLDERS="FOLDER FOLDER …"

Each folder holds `articles/*.txt` and `gold/*.json` of the same names, in the form of `../shared/gold`; their texts do
not enter the project. A row may have the sentence that states it, as `line`; else it is looked for. The cases of
`cases/aid.yaml` that tell of no aid are learned from as well. scikit-learn is not among the locked packages: `make
weigh` has it in a folder of its own.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from parsers.document.model import Page
from parsers.document.read import read_document, title_in
from parsers.facts.aid_findings import givers
from parsers.facts.rule import read_facts
from parsers.language.annotate import read_article
from parsers.language.mention import MoneyValue, QuantityValue
from parsers.language.reading import Reading, Statement
from parsers.language.weighing import ALWAYS, NAME, NEAR, SHARE, roles, share, terms, words

HERE = Path(__file__).parent
SCORER = HERE.parent.parent / "shared" / "tools" / "score.py"
CASES = HERE / "cases" / "aid.yaml"
WEIGHTS = HERE.parent / "parsers" / "language" / "lexicon" / "weights.csv"

LEAST_LETTERS = 15
LEAST_LIKENESS = 0.5
LEAST_ARTICLES = 5
"""Articles that must hold a term, so that no weight is learned from one of them."""
LIGHT = 0.2
"""What a term must weigh at least to be kept."""

Row = Mapping[str, Any]
Answer = tuple[str, Mapping[str, float], bool]
"""The article of an example, its terms with how much of each there is, and whether it is one of what is learned."""


@dataclass(frozen=True)
class Example:
    """A statement with the annotated rows that it tells.

    `is_read` where other rules find aid in it; `acts` counts what they find in the article, by the side that gives.
    """

    article: str
    statement: Statement
    rows: tuple[Row, ...]
    is_read: bool
    acts: Mapping[str, int]

    @property
    def needed(self) -> tuple[Row, ...]:
        """Its rows that are not optional."""
        return tuple(row for row in self.rows if not row.get("optional"))


def main(folders: Iterable[Path]) -> None:
    """Learns from the folders and writes the lexicon's file."""
    golds = [path for folder in folders for path in sorted(folder.glob("gold/*.json"))]
    readings = [(path, _read(path)) for path in golds]
    plain = _several((path.stem, _plain(one)) for path, reading in readings for one in reading.statements)
    examples = [*(one for path, reading in readings for one in _examples(path, reading)), *_none()]
    scales = {"aid": learned(_told(examples), plain), "aid: donor": learned(_given(examples), plain)}
    rows = [(name, term, f"{weight:.2f}") for name, found in scales.items() for term, weight in sorted(found.items())]
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("scale", "term", "weight"), *rows])


def _read(gold: Path) -> Reading:
    raw = (gold.parent.parent / "articles" / f"{gold.stem}.txt").read_text(encoding="utf-8")
    return _reading(gold.stem, title_in(raw, "flattened") or gold.stem, raw)


def _reading(name: str, title: str, raw: str) -> Reading:
    return read_article(read_document(Page(name, title, raw, "flattened")))


def _none() -> Iterator[Example]:
    """The statements of the cases that tell of no aid."""
    for case in yaml.safe_load(CASES.read_text(encoding="utf-8")):
        if case["expect"] == [] and "text" in case:
            reading = _reading(case["name"], case["title"], f"= {case['title']} =\n\n{case['text']}")
            yield from (Example(case["name"], one, (), False, {}) for one in reading.statements)


def _examples(gold: Path, reading: Reading) -> Iterator[Example]:
    """The statements of an annotated article."""
    found = [one for one in read_facts(reading) if one.table == "aid" and one.rule_id != "aid.weighed"]
    acts = givers(found, reading.pair)
    told = _placed(reading, json.loads(gold.read_text(encoding="utf-8"))["aid"])
    for one in reading.statements:
        is_read = any(one.start <= fact.start < one.end for fact in found)
        if one.end - one.start >= LEAST_LETTERS:
            yield Example(gold.stem, one, tuple(told[one.start]), is_read, acts)


def _placed(reading: Reading, rows: Iterable[Row]) -> dict[int, list[Row]]:
    """The annotated rows by the beginning of the statement that is most like each."""
    told: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        best = max(reading.statements, key=lambda one: _likeness(row, one))
        if _likeness(row, best) >= LEAST_LIKENESS:
            told[best.start].append(row)
    return told


def _likeness(row: Row, statement: Statement) -> float:
    """How well a statement fits an annotated row: its sentence, else its words, and its amount or count."""
    if "line" in row:
        return float(_letters(statement.text) in _letters(row["line"])) * len(statement.text)
    amounts = [one.value.value for one in statement.mentions if isinstance(one.value, MoneyValue | QuantityValue)]
    wanted = [row[key] for key in ("value", "quantity") if row.get(key) not in (None, "")]
    same = sum(any(_scorer().same_number(one, other) for other in amounts) for one in wanted)
    return float((_scorer().shared(row.get("what"), statement.text) or 0) + 1.5 * same)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _told(examples: Iterable[Example]) -> list[Answer]:
    """Whether a statement tells of aid; without those of which that is open."""
    sure = (one for one in examples if one.needed or not (one.rows or one.is_read))
    return [(one.article, _once(terms(one.statement)), bool(one.needed)) for one in sure]


def _given(examples: Iterable[Example]) -> list[Answer]:
    """Whether a side is the one that gives in a statement of aid; without those in which both do."""
    found: list[Answer] = []
    for one in examples:
        donors = {row["donor"] for row in one.needed or one.rows}
        for side in one.statement.context.pair if len(donors) == 1 else ():
            told = {SHARE: share(one.acts, side, str(one.statement.context.other(side)))}
            found.append((one.article, told | _once(roles(one.statement, side)), side in donors))
    return found


def _once(told: Iterable[str]) -> dict[str, float]:
    return dict.fromkeys(sorted(told), 1.0)


def learned(answers: list[Answer], plain: set[str]) -> dict[str, float]:
    """The weights of a logistic regression on the terms, which are there or not: those that several articles hold, of
    plain words alone.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    known = {term for term in _several((article, told) for article, told, _ in answers) if plain.issuperset(_in(term))}
    weights: dict[str, float] = {}
    for _ in range(2):
        vectors = DictVectorizer()
        matrix = vectors.fit_transform([{one: told[one] for one in told if one in known} for _, told, _ in answers])
        model = LogisticRegression(max_iter=5000).fit(matrix, [answer for _, _, answer in answers])
        weights = dict(zip(vectors.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
        weights[ALWAYS] = float(model.intercept_[0])
        known = {term for term, weight in weights.items() if abs(weight) >= LIGHT}
    return {term: weights[term] for term in known | {ALWAYS}}


def _several(told: Iterable[tuple[str, Iterable[str]]]) -> set[str]:
    """What several articles hold, given what each statement does."""
    articles: dict[str, set[str]] = defaultdict(set)
    for article, found in told:
        for one in found:
            articles[one].add(article)
    return {one for one, those in articles.items() if len(those) >= LEAST_ARTICLES}


def _plain(statement: Statement) -> set[str]:
    """The words of a statement that are written small, and so are no names."""
    return {word.told for word in words(statement) if statement.skeleton[word.start].islower()}


def _in(term: str) -> set[str]:
    """The words of a term."""
    term = re.sub(r"^(?:own|other): |: (?:own|other) told$", "", term)
    own = () if term in (*NEAR, SHARE) else term.split()
    return {word for word in own if word[0].isalpha() or word == NAME}


@cache
def _scorer() -> Any:
    """The scorer that stands beside the project, whose measures of likeness tell which sentence states a row."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main(map(Path, sys.argv[1:]))
