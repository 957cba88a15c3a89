"""Signed or announced instruments."""

from __future__ import annotations

from parsers.tables.declaration import Column, Identity, fact_table, money_columns

KINDS = {
    "treaty": "treaty",
    "agreement": "agreement, accord, deal",
    "memorandum of understanding": "memorandum of understanding, memorandum",
    "protocol": "protocol",
    "joint statement": "joint statement, joint communiqué",
    "declaration": "declaration",
    "contract": "contract between states or companies",
    "convention": "convention",
    "exchange of notes": "exchange of notes or letters with legal force",
    "plan": "plan, programme, roadmap",
    "document": "documents that the text does not name more closely",
}
ACTIONS = {
    "signed": "signed or concluded, also anew: renewed, extended, amended",
    "ratified": "ratified",
    "in force": "entered into force",
    "announced": "announced or agreed upon, not said to be signed",
    "terminated": "denounced, expired, terminated",
}

TABLE = fact_table(
    "agreements",
    "a signed or announced instrument, or a counted batch of them",
    Column("kind", "category", "The kind of instrument.", required=True, values=KINDS),
    Column("title", "string", "The title or description as written; null for a bare count."),
    Column("count", "int", "How many instruments the statement counts; null where it names one.", minimum=1),
    Column("action", "category", "What happened to it at the date.", values=ACTIONS),
    Column("parties", "list<string>", "Codes of the states and names of other parties, as far as stated."),
    Column("place", "string", "Where it was signed."),
    Column("topic", "string", "What it is about."),
    money_columns(),
    key="agreement_id",
    identity=Identity(same=(), compatible=("count", "value"), similar=("title",)),
)
