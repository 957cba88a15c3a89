"""Reading + Facts → rows of every declared table: identity, merging of repeated statements, conflicts, order.

What comes in is a `parsers.language.reading.Reading` and the `Fact`s read from it, as stated; what goes out are rows.
`assemble_article` makes those of one article, one dict a row with exactly the declared keys; `part_of` turns them into
columns; `assemble` puts the columns of all articles together, piece by piece. DESIGN.md draws this stage as one file;
it is a package since merging, identity, events and the text layer are a concept each. `parsers.tables` says what makes
two statements one fact; nothing here knows a table by name but the events (which link to the others) and the relations
(which sum them up). Imported by the flow; imports the stages before.
"""

from __future__ import annotations

from parsers.assemble.article import assemble_article
from parsers.assemble.part import Part, part_of
from parsers.assemble.row import Rows
from parsers.assemble.together import assemble, duplicates

__all__ = ["Part", "Rows", "assemble", "assemble_article", "duplicates", "part_of"]
