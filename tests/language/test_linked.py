"""Links as identity: which namesake is meant, whose page a name links to, bodies that only a link names."""

from __future__ import annotations

import pytest

from parsers.document.model import Page
from parsers.document.read import read_document
from parsers.language.annotate import read_article
from parsers.language.mention import BodyValue, Mention, PersonValue, PlaceValue, StateValue


def mentions(title: str, raw: str) -> list[Mention]:
    reading = read_article(read_document(Page("case", title, raw, "wikitext")))
    return [one for statement in reading.statements for one in (*statement.mentions, *statement.inner)]


def meaning(title: str, raw: str, words: str) -> object:
    """What the words mean: a code, codes of a place, a body, a person's page; null where they are no mention."""
    value = next((one.value for one in mentions(title, raw) if one.text == words), None)
    if isinstance(value, StateValue):
        return value.iso3
    if isinstance(value, PlaceValue):
        return value.iso3s
    return value.name if isinstance(value, BodyValue) else value.link if isinstance(value, PersonValue) else value


CASES = [
    ("Georgia–Kenya relations", "It trades with [[Georgia (country)|Georgia]].", "Georgia", "GEO"),
    ("Georgia–Kenya relations", "It trades with [[Georgia (U.S. state)|Georgia]].", "Georgia", None),
    ("Kenya–Norway relations", "It sent aid to [[Republic of the Congo|Congo]].", "Congo", "COG"),
    ("Kenya–Norway relations", "It sent aid to [[Democratic Republic of the Congo|Congo]].", "Congo", "COD"),
    ("Kenya–Norway relations", "It sent aid to Congo.", "Congo", None),
    ("Kenya–Norway relations", "He went to [[Luxembourg (city)|Luxembourg]].", "Luxembourg", "LUX"),
    ("Kenya–Russia relations", "Aid came from the [[Russia|Soviet Union]].", "Soviet Union", "SUN"),
    ("Kenya–Norway relations", "President [[Kenya|Otieno]] came.", "President Otieno", None),
    ("Kenya–Libya relations", "They met in [[Tripoli, Lebanon|Tripoli]].", "Tripoli", ("LBN",)),
    ("Kenya–Libya relations", "They met in [[Tripoli]].", "Tripoli", ("LBY", "LBN")),
    ("Kenya–Norway relations", "They joined [[African Union|the union]].", "the union", "African Union"),
    ("Kenya–Norway relations", "Prime Minister [[Kåre Åsen|Asen]] came.", "Prime Minister Asen", "Kåre Åsen"),
    ("Kenya–Norway relations", "Prime Minister [[Kåre Åsen (politician)|Kåre Åsen]] came.", "Prime Minister Kåre Åsen",
     "Kåre Åsen (politician)"),
    ("Kenya–Norway relations", "President [[List of visits in 1999|Ana Otieno]] came.", "President Ana Otieno", None),
]  # fmt: skip


@pytest.mark.parametrize(("title", "raw", "words", "meant"), CASES, ids=[case[1][:50] for case in CASES])
def test_a_link_tells_what_words_mean(title: str, raw: str, words: str, meant: object) -> None:
    assert meaning(title, raw, words) == meant
