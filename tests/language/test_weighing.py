"""Words as terms and weights: names tell nothing, mentions tell whose they are, and the lexicon's file is plain."""

import re
from pathlib import Path

import pytest

from parsers.document.model import Page
from parsers.document.read import read_document
from parsers.language import weighing
from parsers.language.annotate import read_article
from parsers.language.lexicon import read_csv
from parsers.language.reading import Statement
from parsers.language.weighing import (
    ALWAYS,
    SHARE,
    around,
    likeliest,
    roles,
    scale,
    share,
    telling,
    terms,
    weight,
    words,
)

WEIGHTS = Path(weighing.__file__).parent / "lexicon" / "weights.csv"


def statement(text: str, heading: str = "") -> Statement:
    raw = f"= Chile–Kenya relations =\n\n{f'== {heading} ==' if heading else ''}\n\n{text}"
    return read_article(read_document(Page("x", "Chile–Kenya relations", raw, "flattened"))).statements[-1]


def told(text: str) -> list[str]:
    return [word.told for word in words(statement(text))]


def test_mentions_are_their_kinds_and_whose_they_are() -> None:
    assert told("In 2009 Chile sent Peru and Kenya $3 million.") == [
        "in", "<date>", "<state>", "sent", "<other state>", "and", "<state>", "<money>",
    ]  # fmt: skip


def test_a_name_of_several_words_is_one_without_its_letters() -> None:
    assert told("The Blue Lake Trust of Chile grew.") == ["the", "<name>", "of", "<state>", "grew"]


def test_the_side_of_a_mention_is_known() -> None:
    assert [word.side for word in words(statement("Chile sent tents to Nairobi.")) if word.side] == ["CHL", "KEN"]


def test_neighbours_and_headings_are_terms() -> None:
    found = terms(statement("Chile sent tents.", "Food aid"))
    assert {"^ <state>", "<state> sent", "sent tents", "# food", "# aid"} <= found


def test_what_stands_around_a_side_tells_where_the_other_is() -> None:
    said = list(words(statement("Chile sent tents to Kenya.")))
    first, last = around(said, 0), around(said, len(said) - 1)
    assert {"| sent", "none before", "other behind", "= <state>"} <= first
    assert {"to |", "tents to _", "other before", "none behind"} <= last


def test_a_side_has_its_own_places_and_those_of_the_other() -> None:
    said = statement("Chile sent tents to Kenya.")
    chile, kenya = roles(said, "CHL"), roles(said, "KEN")
    assert {"own: | sent", "other: to |", "own first"} <= chile
    assert {"own: to |", "other: | sent", "other first"} <= kenya


def test_a_pronoun_takes_up_the_side_that_the_sentence_before_begins_with() -> None:
    said = statement("Chile has a navy. It also sent tents.")
    assert {"it: own told", "own absent", "nobody"} <= roles(said, "CHL")
    assert {"it: other told", "own absent", "nobody"} <= roles(said, "KEN")


def test_the_share_of_acts_lies_between_one_side_and_the_other() -> None:
    assert share({}, "CHL", "KEN") == 0
    assert share({"CHL": 3}, "CHL", "KEN") == -share({"CHL": 3}, "KEN", "CHL") == 0.75
    assert share({"CHL": 2, "KEN": 2}, "CHL", "KEN") == 0


def test_what_the_article_tells_settles_who_acts_where_the_words_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    said = statement("Tents came in 2009.")
    monkeypatch.setattr(weighing, "scale", lambda name: {ALWAYS: 0.0, SHARE: 4.0, "own: | sent": 3.0})
    assert likeliest("aid: donor", said, {}, 1.0) is None
    assert likeliest("aid: donor", said, {"KEN": 2}, 1.0) == "KEN"
    assert likeliest("aid: donor", statement("Chile sent tents."), {"KEN": 2}, 1.0) == "KEN"
    assert likeliest("aid: donor", statement("Chile sent tents."), {}, 1.0) == "CHL"


def test_weights_add_up_with_what_every_statement_weighs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "scale", lambda name: {ALWAYS: -1.0, "tents": 2.0, "sent tents": 0.5, "sold": -3.0})
    assert weight("aid", {"sent", "tents", "sent tents"}) == 1.5
    assert weight("aid", {"sold", "tents"}) == -2.0


def test_what_calls_the_weighing_weighs_much() -> None:
    found = set(telling("aid"))
    assert {"assistance", "donated", "scholarships"} <= found and "trade" not in found


def test_what_calls_the_weighing_begins_a_word_where_it_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    telling.cache_clear()
    monkeypatch.setattr(weighing, "scale", lambda name: {"tents": 2.0, "blankets": 2.0, "aid": 2.0, "sold": -3.0})
    assert telling("other") == (" tents", "blankets")
    telling.cache_clear()


def test_the_file_is_sorted_and_each_term_weighs_something() -> None:
    rows = read_csv("weights.csv")
    assert [(row["scale"], row["term"]) for row in rows] == sorted((row["scale"], row["term"]) for row in rows)
    assert len({(row["scale"], row["term"]) for row in rows}) == len(rows)
    assert all(abs(float(row["weight"])) >= 0.2 for row in rows if row["term"] != ALWAYS)


def test_terms_are_small_words_and_kinds_no_names() -> None:
    states = {row["name"].lower() for row in read_csv("states.csv")}
    for name in ("aid", "aid: donor"):
        for term in scale(name):
            assert term == term.lower() and weighing.NAME not in term and not re.search(r"\d", term)
            assert not states.intersection(term.split())
