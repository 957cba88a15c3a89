"""Joint bodies and cultural institutions."""

from __future__ import annotations

from parsers.tables.declaration import Column, Identity, fact_table

KINDS = {
    "commission": "intergovernmental commission or committee",
    "business council": "chamber of commerce, business council",
    "cultural institution": "cultural centre, language institute, Confucius Institute …",
    "educational institution": "school, university, chair",
    "friendship group": "parliamentary or civil friendship group",
    "other": "any other joint body",
}

TABLE = fact_table(
    "institutions",
    "a joint body or cultural institution",
    Column("name", "string", "The name as written.", required=True),
    Column("kind", "category", "The kind of body.", required=True, values=KINDS),
    Column("city", "string", "Where it sits, as written."),
    Column("established_edtf", "string", "When it was founded, EDTF."),
    key="institution_id",
    identity=Identity(same=("kind",), compatible=("city",), similar=("name",), dated=False),
)
