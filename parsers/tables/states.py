"""States and polities that occur."""

from __future__ import annotations

from parsers.tables.declaration import CODE, Column, Table

SCHEMES = {
    "iso3166-1": "ISO 3166-1 alpha-3",
    "iso3166-3": "ISO 3166-3: former alpha-3 code of a state that is no more",
    "cow": "Correlates of War abbreviation, where ISO has no code",
    "user": "a code of ours for a party that is no state",
}

TABLE = Table(
    "states",
    "a state or polity that occurs in the release",
    (
        Column("iso3", "string", "Three-letter code; see code_scheme.", required=True, pattern=CODE),
        Column("code_scheme", "category", "Where the code comes from.", required=True, values=SCHEMES),
        Column("name", "string", "Usual English name.", required=True),
        Column("cow", "int", "Correlates of War number."),
        Column("gw", "int", "Gleditsch-Ward number."),
        Column("wikidata_qid", "string", "Wikidata item.", pattern=r"^Q[0-9]+$"),
        Column("existed_from", "int", "First year under this name, null where open.", unit="year"),
        Column("existed_until", "int", "Last year under this name, null where it goes on.", unit="year"),
        Column("demonym", "string", "English adjective."),
        Column("capital", "string", "Capital."),
    ),
    "iso3",
    ("iso3",),
)
