"""Reading + Facts → rows of every declared table: identity, merging of repeated statements, conflicts, order.

What comes in is a `parsers.language.reading.Reading` and the `Fact`s read from it, as stated; what goes out are rows.
`assemble_article` makes those of one article, each with exactly the declared keys (a dict, but for the large tables of
text and evidence, which are columns from the start); `part_of` turns them into tables; `planned` says what of all
articles is put together, and `assemble` does it in columns, piece by piece. `parsers.tables` says what makes two
statements one fact, and merging knows a table by that alone; events, people, conflicts, checks and relations read the
tables that they name. Imported by the flow; imports the stages before.
"""

from __future__ import annotations

from parsers.assemble.article import assemble_article
from parsers.assemble.part import Part, part_of
from parsers.assemble.row import Rows
from parsers.assemble.together import Piece, assemble, duplicates
from parsers.assemble.units import Earlier, Plan, Unit, planned

__all__ = [
    "Earlier",
    "Part",
    "Piece",
    "Plan",
    "Rows",
    "Unit",
    "assemble",
    "assemble_article",
    "duplicates",
    "part_of",
    "planned",
]
