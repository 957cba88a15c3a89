"""Tables of ambassadors, and a pair's infobox: an envoy's name, office and term from the cells under their heads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.document.model import Cell
from parsers.language.columns import cell_under, cells_headed, date_in, mentions_in, words_in
from parsers.language.mention import Mention, PersonValue
from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.language.states import state_of
from parsers.language.terms import bounds
from parsers.phrases.envoys.names import NAME, OFFICE, TITLE

_NAMES = ("name", "ambassador", "ambassadors", "envoy", "envoys", "commissioner", "head", "heads", "representative",
          "incumbent", "diplomat", "officeholder", "holder")  # fmt: skip
_SENDER = re.compile(
    r"\b(?:sent|sending|accredited) (?:by|from|country|state)\b|^(?:from|by|country|state|nation|sender)$", re.I
)
_POST = re.compile(r"\b(?:ambassadors?|envoys?|commissioners?|heads? of mission|chargé)\b", re.I)
_OFFICES = ("title", "rank", "position", "office", "status")
_BEGAN = re.compile(r"\b(?:from|start\w*|began|begin\w*|appoint\w*|assum\w*|since|took|arriv\w*)\b", re.I)
_PRESENTED = re.compile(r"\b(?:credentials?|present\w*|accredit\w*)\b", re.I)
_ENDED = re.compile(r"\b(?:until|to|end|ended|ending|left|departure|terminat\w*|recall\w*|retired)\b", re.I)
_TERM = re.compile(r"\b(?:terms?|periods?|tenure|years?|dates?|office|served|duration|mission)\b", re.I)


@dataclass(frozen=True)
class Term:
    """First and last date of a term in EDTF, null where unsaid, and the date that both or the first were read from."""

    first: str | None
    last: str | None
    date: Mention | None


@dataclass(frozen=True)
class Held:
    """A post's holder: the name with its span, and the words of the office where the row says them."""

    name: str
    at: tuple[int, int]
    office: str | None


def holder_in(statement: Statement) -> Held | None:
    """Who the row is about; null without a column of names, or where its cell is no name."""
    cell = cell_under(statement, _NAMES)
    if cell is None:
        return None
    words = words_in(statement, cell)
    bare = words.split(" (")[0].strip(" ,*†")
    person = next((one for one in mentions_in(statement, cell, "person") if _named(one)), None)
    name = _named(person) or TITLE.sub("", bare)
    start = statement.document.text.find(name, cell.start, cell.end)
    if start < 0 or not NAME.match(name):
        return None
    told = cell_under(statement, _OFFICES)
    office = OFFICE.search(words) or (OFFICE.search(words_in(statement, told)) if told not in (None, cell) else None)
    headed = OFFICE.search(cell.head)
    said = office[0] if office else headed[0].lower().rstrip("s") if headed else None
    return Held(name, (start, start + len(name)), said)


def sender_in(statement: Statement) -> str | None:
    """The side that sent whom the row is about, told by a cell under a head such as "Sent by" or "Country".

    Null in a table without a column of envoys.
    """
    is_theirs = any(_POST.search(cell.head) for cell in statement.block.cells)
    cell = next(cells_headed(statement, _SENDER), None) if is_theirs else None
    sides = {side_of(one, statement.context) for one in mentions_in(statement, cell, "state")} if cell else set()
    return sides.pop() if len(sides) == 1 else None


def _named(person: Mention | None) -> str | None:
    return person.value.name if person is not None and isinstance(person.value, PersonValue) else None


def term_in(statement: Statement, held: Held) -> Term:
    """The term of a row: under a head of beginning (else of credentials) and one of ending, else under one of terms,
    else, where no head tells of beginning or ending, the first two dates of the row.
    """
    began = _dated(statement, _BEGAN, but=_ENDED) or _dated(statement, _PRESENTED)
    ended = _dated(statement, _ENDED, but=_BEGAN)
    if began or ended or any(True for _ in cells_headed(statement, _BEGAN)):
        return Term(bounds(began)[0], bounds(ended)[0] or bounds(ended)[1], began)
    whole = _dated(statement, _TERM)
    if whole:
        return Term(*bounds(whole), whole)
    dates = [date for date in statement.dates if not held.at[0] <= date.start < held.at[1]]
    first, last = bounds(dates[0] if dates else None)
    if len(dates) > 1 and not any(map(_has_name, statement.block.cells)):
        last = bounds(dates[1])[0] or bounds(dates[1])[1]
    return Term(first, last, dates[0] if dates else None)


def _has_name(cell: Cell) -> bool:
    """Whether a column's head says that it holds something else than a term."""
    return bool(_PRESENTED.search(cell.head))


def _dated(statement: Statement, heads: re.Pattern[str], but: re.Pattern[str] | None = None) -> Mention | None:
    """The date of the first dated cell under such a head."""
    cells = (cell for cell in cells_headed(statement, heads) if but is None or not but.search(cell.head))
    return next((date for date in (date_in(statement, cell) for cell in cells) if date is not None), None)


def state_of_box(statement: Statement, number: int) -> str | None:
    """The code of the infobox's first or second state, from the fields above this one; null where it has none."""
    field = _field_above(statement, f"state{number}")
    if field is None:
        return None
    named = next((side_of(one, field.context) for one in field.of("state")), None)
    return named or state_of(field.text.partition(": ")[2])


def title_of_box(statement: Statement, number: int) -> str | None:
    """The words of the infobox's field with the title of its first or second envoy; null where none is above."""
    field = _field_above(statement, f"envoytitle{number}")
    return field.text if field is not None else None


def _field_above(statement: Statement, label: str) -> Statement | None:
    """The field of that label (lower case) above another of the same infobox."""
    above = statement.context.previous
    while above is not None and above.block.kind == "field":
        if above.block.label.lower() == label:
            return above
        above = above.context.previous
    return None
