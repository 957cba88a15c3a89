"""Pairs of states with an article."""

from __future__ import annotations

from parsers.tables.declaration import CODE, RELATION, Column, Table, facts_but

COUNTED = facts_but("relations")

TABLE = Table(
    "relations",
    "a pair of states with an article",
    (
        Column("relation_id", "string", "Two codes, alphabetical: AZE-CHN.", required=True, pattern=RELATION),
        Column("article_id", "string", "The article.", required=True, references="articles.article_id"),
        Column("title", "string", "The article's title.", required=True),
        Column("state_a_iso3", "string", "First state: code.", required=True, pattern=CODE, references="states.iso3"),
        Column("state_a_name", "string", "First state: name.", required=True),
        Column("state_a_cow", "int", "First state: Correlates of War number."),
        Column("state_a_gw", "int", "First state: Gleditsch-Ward number."),
        Column("state_a_qid", "string", "First state: Wikidata item.", pattern=r"^Q[0-9]+$"),
        Column("state_b_iso3", "string", "Second state: code.", required=True, pattern=CODE, references="states.iso3"),
        Column("state_b_name", "string", "Second state: name.", required=True),
        Column("state_b_cow", "int", "Second state: Correlates of War number."),
        Column("state_b_gw", "int", "Second state: Gleditsch-Ward number."),
        Column("state_b_qid", "string", "Second state: Wikidata item.", pattern=r"^Q[0-9]+$"),
        Column("established_edtf", "string", "When relations were first established, EDTF; null where unsaid."),
        Column("partnership", "string", "The latest declared level of partnership; null where none is stated."),
        *(Column(f"{name}_count", "int", f"Rows in {name}.", required=True, minimum=0) for name in COUNTED),
    ),
    "relation_id",
    ("relation_id",),
)
