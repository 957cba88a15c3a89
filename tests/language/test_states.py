"""State mentions and the pair of an article."""

from __future__ import annotations

import pytest

from parsers.errors import NotARelation
from parsers.language.mention import StateValue
from parsers.language.states import find_both, find_states, pair_of


def codes(text: str, pair: tuple[str, str] = ("KEN", "NOR")) -> list[tuple[str, str]]:
    return [(m.text, m.value.iso3) for m in find_states(text, pair) if isinstance(m.value, StateValue)]


@pytest.mark.parametrize(
    ("title", "pair"),
    [
        ("Chad–Taiwan relations", ("TCD", "TWN")),
        ("China–United States relations", ("CHN", "USA")),
        ("Guinea-Bissau–Portugal relations", ("GNB", "PRT")),
        ("Holy See–Israel relations", ("VAT", "ISR")),
        ("Kenya-Norway relations", ("KEN", "NOR")),
        ("Sino-Russian relations", ("CHN", "RUS")),
        ("Relations between Kenya and Norway", ("KEN", "NOR")),
        ("Angola – Yugoslavia relations", ("AGO", "YUG")),
    ],
)
def test_title_gives_the_pair(title: str, pair: tuple[str, str]) -> None:
    assert pair_of(title) == pair


@pytest.mark.parametrize(
    "title", ["Norway", "Foreign relations of Kenya", "Kenya–Kenya relations", "Public relations", ""]
)
def test_a_title_without_a_pair_is_refused_with_the_remedy(title: str) -> None:
    with pytest.raises(NotARelation, match="leave the page out"):
        pair_of(title)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nigeria and Niger", [("Nigeria", "NGA"), ("Niger", "NER")]),
        ("the Soviet Union, now Russia", [("Soviet Union", "SUN"), ("Russia", "RUS")]),
        ("Slovene and Dutch ministers", [("Slovene", "SVN"), ("Dutch", "NLD")]),
        ("Papua New Guinea’s envoy", [("Papua New Guinea", "PNG")]),
        ("US$5 million", []),
        ("Womanhood in Romania", [("Romania", "ROU")]),
        ("Sino-Kenyan trade", [("Sino-", "CHN"), ("Kenyan", "KEN")]),
    ],
)
def test_names_are_found_whole_and_longest(text: str, found: list[tuple[str, str]]) -> None:
    assert codes(text) == found


def test_both_parties_are_one_mention() -> None:
    assert [m.text for m in find_both("Since then both countries, and the two peoples, trade.")] == [
        "both countries",
        "the two peoples",
    ]
