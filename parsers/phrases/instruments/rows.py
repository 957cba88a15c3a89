"""Tables of agreements: the instrument of a row, when it was signed and came into force, where, by the heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.document.model import Cell
from parsers.language.columns import cell_under, cells_headed, date_in, mentions_in, words_in
from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.phrases.instruments.instrument import Instrument
from parsers.phrases.instruments.instruments import find_instruments
from parsers.phrases.instruments.lists import HEADS, is_listed

_OWN_TITLES = ("agreement", "agreements", "treaty", "treaties", "accord", "instrument", "convention", "memorandum")
_TITLES = (*_OWN_TITLES, "title", "name", "document", "subject")
_PLACES = ("place", "location", "city", "where", "venue")
_SIGNED = re.compile(r"\b(?:signed|signature|signing|concluded|date|year)\b", re.I)
_IN_FORCE = re.compile(r"\b(?:force|effect|effective)\b", re.I)
_OTHER = re.compile(r"\b(?:force|effect|effective|ratif\w*|expir\w*|terminat\w*|until|end\w*)\b", re.I)
_LONGEST = 40
"""Words of a title."""


@dataclass(frozen=True)
class Listed:
    """A row's instrument: the span of its title, what it is, and the mentions of date and place; null where unsaid."""

    title: tuple[int, int]
    one: Instrument
    signed: Mention | None
    in_force: Mention | None
    place: Mention | None


def listed_in(statement: Statement) -> Listed | None:
    """The instrument of a row; null where the table is none of agreements, or the row has no title."""
    cell = _title_cell(statement)
    if cell is None:
        return None
    title = (cell.start, cell.end)
    found = [one for one in find_instruments(statement) if cell.start <= one.start < cell.end]
    one = found[0] if found else Instrument(*title, title, "agreement", False)
    place = cell_under(statement, _PLACES)
    spots = mentions_in(statement, place, "place") if place is not None else []
    in_force = next(_dates(statement, cells_headed(statement, _IN_FORCE)), None)
    return Listed(title, one, _signed(statement, cell), in_force, spots[0] if spots else None)


def _title_cell(statement: Statement) -> Cell | None:
    """The cell of a row with the title of an instrument; null where the table has none, or it is long or empty."""
    caption = statement.context.head
    is_of_list = is_listed(statement) or (caption is not None and any(word in caption.low for word in HEADS))
    cell = cell_under(statement, _TITLES if is_of_list else _OWN_TITLES)
    if cell is None or not statement.start <= cell.start < statement.end:
        return None
    return cell if 1 <= len(words_in(statement, cell).split()) <= _LONGEST else None


def _signed(statement: Statement, title: Cell) -> Mention | None:
    """The date under a head of signature, else the first of the row that is of nothing else, nor in the title."""
    heads = (cell for cell in cells_headed(statement, _SIGNED) if not _OTHER.search(cell.head))
    others = (cell for cell in statement.block.cells if cell is not title and not _OTHER.search(cell.head))
    return next(_dates(statement, heads), None) or next(_dates(statement, others), None)


def _dates(statement: Statement, cells: Iterator[Cell]) -> Iterator[Mention]:
    return (date for date in (date_in(statement, cell) for cell in cells) if date is not None)
