"""The reviewed tables of names: complete, unique, sorted, and right on the names that are often got wrong."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from parsers.language.lexicon import read_yaml

LEXICON = Path(__file__).parents[2] / "parsers" / "language" / "lexicon"
STATE_COLUMNS = [
    "iso3",
    "code_scheme",
    "name",
    "cow",
    "gw",
    "wikidata_qid",
    "existed_from",
    "existed_until",
    "demonym",
    "demonyms",
    "capital",
    "aliases",
]
KINDS_OF_PLACE = ["capital", "institution-seat", "organ", "city", "region", "city-ambiguous"]
SHARED_NAMES = {
    "Dominican": {"DMA", "DOM"},
    "Dominicans": {"DMA", "DOM"},
    "Congo": {"COD", "COG"},
    "Congolese": {"COD", "COG"},
    "Korea": {"KOR", "PRK"},
    "Korean": {"KOR", "PRK"},
    "Koreans": {"KOR", "PRK"},
}
CITY_STATES = {
    "Djibouti",
    "Gibraltar",
    "Hong Kong",
    "Luxembourg",
    "Macau",
    "Monaco",
    "San Marino",
    "Singapore",
    "Vatican City",
}
LEFT_OUT = ["America", "Persian", "English", "Emirates"]

Row = dict[str, str]


def rows_of(table: str) -> list[Row]:
    with (LEXICON / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def header_of(table: str) -> list[str]:
    with (LEXICON / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def parts(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def names_of(state: Row) -> list[str]:
    return [state["name"], *parts(state["demonyms"]), *parts(state["aliases"])]


STATES = rows_of("states")
PLACES = rows_of("places")
BODIES = rows_of("bodies")
BY_CODE = {state["iso3"]: state for state in STATES}
CODES_BY_NAME: dict[str, set[str]] = defaultdict(set)
for _state in STATES:
    for _name in names_of(_state):
        CODES_BY_NAME[_name].add(_state["iso3"])


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("states", STATE_COLUMNS),
        ("places", ["name", "iso3", "kind"]),
        ("bodies", ["name", "aliases", "kind"]),
        ("false_friends", ["phrase", "is", "iso3"]),
    ],
)
def test_columns_are_complete(table: str, columns: list[str]) -> None:
    assert header_of(table) == columns
    for row in rows_of(table):
        assert list(row) == columns
        assert all(value is not None and value == value.strip() for value in row.values()), row


def test_codes_are_unique_sorted_and_in_their_scheme() -> None:
    codes = [state["iso3"] for state in STATES]
    assert len(set(codes)) == len(codes)
    assert codes == sorted(codes)
    for state in STATES:
        assert re.fullmatch(r"[A-Z]{3}", state["iso3"]), state
        assert state["code_scheme"] in {"iso3166-1", "iso3166-3", "cow", "user"}
        if state["code_scheme"] == "user":
            assert state["iso3"].startswith("X") or state["iso3"] in {"EUE", "UNO"}


def test_identifiers_have_their_pattern() -> None:
    qids = [state["wikidata_qid"] for state in STATES if state["wikidata_qid"]]
    assert len(set(qids)) == len(qids)
    assert all(re.fullmatch(r"Q[1-9]\d*", qid) for qid in qids)
    for state in STATES:
        for scheme in ("cow", "gw"):
            assert re.fullmatch(r"|[1-9]\d{0,2}", state[scheme]), state


def test_every_present_state_has_a_qid() -> None:
    assert [
        state["iso3"] for state in STATES if state["code_scheme"] == "iso3166-1" and not state["wikidata_qid"]
    ] == []


def test_years_are_sensible() -> None:
    for state in STATES:
        start, end = state["existed_from"], state["existed_until"]
        assert re.fullmatch(r"|\d{3,4}", start) and re.fullmatch(r"|\d{4}", end), state
        if end:
            assert int(start) <= int(end) <= 2025, state
        assert not start or 300 <= int(start) <= 2025, state
        if state["code_scheme"] in {"iso3166-3", "cow"}:
            assert end, state


def test_no_name_is_empty_or_repeated_in_a_row() -> None:
    for state in STATES:
        names = names_of(state)
        assert all(name and name == name.strip() for name in names), state
        aliases, demonyms = parts(state["aliases"]), parts(state["demonyms"])
        assert len(set(aliases)) == len(aliases) and state["name"] not in aliases, state
        assert len(set(demonyms)) == len(demonyms) and not set(demonyms) & set(aliases), state


def test_the_main_demonym_is_listed_or_the_name_itself() -> None:
    for state in STATES:
        assert state["demonym"] in {"", state["name"], *parts(state["demonyms"])}, state


def test_no_name_means_two_states_but_the_listed() -> None:
    assert {name: codes for name, codes in CODES_BY_NAME.items() if len(codes) > 1} == SHARED_NAMES


@pytest.mark.parametrize("name", LEFT_OUT)
def test_names_that_nothing_but_the_article_decides_are_left_out(name: str) -> None:
    assert name not in CODES_BY_NAME


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Dutch", "NLD"),
        ("Chinese", "CHN"),
        ("People's Republic of China", "CHN"),
        ("People’s Republic of China", "CHN"),
        ("Republic of China", "TWN"),
        ("Niger", "NER"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Guinea", "GIN"),
        ("Bissau-Guinean", "GNB"),
        ("Equatorial Guinean", "GNQ"),
        ("Papua New Guinean", "PNG"),
        ("Republic of the Congo", "COG"),
        ("Democratic Republic of the Congo", "COD"),
        ("Zaire", "COD"),
        ("Slovene", "SVN"),
        ("Slovak", "SVK"),
        ("Türkiye", "TUR"),
        ("Turks", "TUR"),
        ("Côte d'Ivoire", "CIV"),
        ("Cabo Verde", "CPV"),
        ("Czechia", "CZE"),
        ("Swaziland", "SWZ"),
        ("Burma", "MMR"),
        ("FYROM", "MKD"),
        ("West Germany", "DEU"),
        ("East German", "DDR"),
        ("Nazi Germany", "GMY"),
        ("Soviet Russia", "SUN"),
        ("Soviet", "SUN"),
        ("Russian", "RUS"),
        ("Federal Republic of Yugoslavia", "SCG"),
        ("Yugoslav", "YUG"),
        ("Ottoman", "XOT"),
        ("North Vietnam", "VDR"),
        ("Republic of Vietnam", "RVN"),
        ("Vietnamese", "VNM"),
        ("Kosovar", "XKX"),
        ("Palestinian", "PSE"),
        ("Vatican", "VAT"),
        ("Emirati", "ARE"),
        ("American", "USA"),
        ("British", "GBR"),
        ("EU", "EUE"),
    ],
)
def test_famous_traps(name: str, code: str) -> None:
    assert CODES_BY_NAME[name] == {code}


@pytest.mark.parametrize(
    ("code", "cow", "gw", "qid"),
    [
        ("AZE", "373", "373", "Q227"),
        ("CHN", "710", "710", "Q148"),
        ("DEU", "255", "260", "Q183"),
        ("DDR", "265", "265", "Q16957"),
        ("CSK", "315", "315", "Q33946"),
        ("YUG", "345", "345", "Q36704"),
        ("SRB", "345", "340", "Q403"),
        ("SUN", "365", "365", "Q15180"),
        ("KIR", "946", "970", "Q710"),
        ("TUV", "947", "973", "Q672"),
        ("TON", "955", "972", "Q678"),
        ("VNM", "816", "816", "Q881"),
        ("RVN", "817", "817", "Q180573"),
        ("YEM", "679", "678", "Q805"),
        ("YAR", "678", "678", "Q267584"),
        ("YMD", "680", "680", "Q199841"),
        ("XKX", "347", "347", "Q1246"),
        ("XOT", "640", "640", "Q12560"),
        ("TWN", "713", "713", "Q865"),
        ("HKG", "", "", "Q8646"),
        ("VAT", "", "", "Q159583"),
        ("NLD", "210", "210", "Q55"),
        ("DNK", "390", "390", "Q35"),
        ("ZAF", "560", "560", "Q258"),
    ],
)
def test_identifiers_checked_by_hand(code: str, cow: str, gw: str, qid: str) -> None:
    state = BY_CODE[code]
    assert (state["cow"], state["gw"], state["wikidata_qid"]) == (cow, gw, qid)


def test_places_are_sorted_and_once_a_state() -> None:
    keys = [(place["name"], KINDS_OF_PLACE.index(place["kind"]), place["iso3"]) for place in PLACES]
    assert keys == sorted(keys)
    pairs = [(place["name"], place["iso3"]) for place in PLACES]
    assert len(set(pairs)) == len(pairs)
    assert all(place["name"] for place in PLACES)


def test_places_lie_in_present_states() -> None:
    present = {state["iso3"] for state in STATES if state["code_scheme"] == "iso3166-1"} | {"XKX"}
    assert {place["iso3"] for place in PLACES} <= present


def test_only_city_states_are_places_too() -> None:
    assert {place["name"] for place in PLACES} & set(CODES_BY_NAME) == CITY_STATES


def test_capitals_of_present_states_are_places() -> None:
    known = {(place["name"], place["iso3"]) for place in PLACES}
    unlisted = [
        state["iso3"]
        for state in STATES
        if state["code_scheme"] == "iso3166-1" and state["capital"] and (state["capital"], state["iso3"]) not in known
    ]
    assert unlisted == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kyiv", [("UKR", "capital")]),
        ("Kiev", [("UKR", "capital")]),
        ("Nur-Sultan", [("KAZ", "capital")]),
        ("Peking", [("CHN", "capital")]),
        ("Bombay", [("IND", "city")]),
        ("Washington, D.C.", [("USA", "capital")]),
        ("Tripoli", [("LBY", "capital"), ("LBN", "city")]),
        ("London", [("GBR", "capital"), ("CAN", "city-ambiguous")]),
        ("Split", [("HRV", "city-ambiguous")]),
        ("Nice", [("FRA", "city-ambiguous")]),
        ("New Mexico", [("USA", "region")]),
        ("Inner Mongolia", [("CHN", "region")]),
        ("Geneva", [("CHE", "institution-seat")]),
    ],
)
def test_places_checked_by_hand(name: str, expected: list[tuple[str, str]]) -> None:
    assert [(place["iso3"], place["kind"]) for place in PLACES if place["name"] == name] == expected


def test_bodies_are_sorted_and_named_once() -> None:
    names = [body["name"] for body in BODIES]
    assert names == sorted(names)
    spellings = [spelling for body in BODIES for spelling in [body["name"], *parts(body["aliases"])]]
    assert all(spellings) and len(set(spellings)) == len(spellings)
    assert all(re.fullmatch(r"[a-z-]+", body["kind"]) for body in BODIES)


def test_false_friends_are_sorted_and_name_no_state() -> None:
    friends = rows_of("false_friends")
    phrases = [friend["phrase"] for friend in friends]
    assert phrases == sorted(set(phrases))
    assert not set(phrases) & set(CODES_BY_NAME)
    assert {friend["iso3"] for friend in friends} <= {"", *BY_CODE}


def lists_of(content: object, path: str) -> Iterator[tuple[str, list[object]]]:
    """The lists anywhere in the content of a YAML file, each with the keys that lead to it."""
    if isinstance(content, list):
        yield path, content
    elif isinstance(content, dict):
        for key, value in content.items():
            yield from lists_of(value, f"{path}.{key}")


@pytest.mark.parametrize("name", sorted(path.name for path in LEXICON.glob("*.yaml")))
def test_no_list_holds_a_word_twice(name: str) -> None:
    lists = [*lists_of(read_yaml(name), name)]
    assert lists
    assert {path: twice for path, words in lists if (twice := [w for w, n in Counter(words).items() if n > 1])} == {}
