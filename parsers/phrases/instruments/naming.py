"""How a statement names one instrument: the title, with a subject that is told apart from it, and how many."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.language.reading import Statement
from parsers.phrases.instruments.dates import date_aside
from parsers.phrases.instruments.instrument import Instrument, count_of, of_one
from parsers.phrases.instruments.subjects_behind import each_subject, first_subject, provided, subject_behind
from parsers.phrases.instruments.telling import is_general


@dataclass(frozen=True, slots=True)
class Naming:
    """The words that name an instrument: the title with the subject told behind its verb, and where they end.

    `subject` is the span of that subject, null where none is told; `of_each` whether each of several has its own, as
    in "two agreements, one on health and the other on visas"; `count` how many there are that have none.
    """

    title: str
    end: int
    subject: tuple[int, int] | None
    of_each: bool
    count: int | None


def naming(statement: Statement, one: Instrument, end: int) -> Naming:
    """The naming of an instrument whose title, or the verb behind it, ends at a place of the text."""
    text = statement.document.text
    each = each_subject(statement, one, end)
    title = text[one.start : one.noun[1] if each else one.end].strip(" ,")
    subject = each[0] if each else subject_behind(statement, one, end)
    count = None if each else count_of(statement, one)
    if subject is None:
        return Naming(title, one.end, None, False, count)
    subject = first_subject(statement, one, subject)
    return Naming(f"{title} {text[slice(*subject)]}", subject[1], subject, bool(each), count)


def full_title(statement: Statement, one: Instrument, named: Naming, end: int) -> str:
    """The title with its noun in the singular where it names one of several, and with what is done under it."""
    title = of_one(statement, one, named.title) if _names_one(statement, one, named) else named.title
    clause = provided(statement, one, end) if named.subject is None and one.is_bare else None
    return f"{title}: {statement.document.text[slice(*clause)]}" if clause is not None else title


def _names_one(statement: Statement, one: Instrument, named: Naming) -> bool:
    """Whether one is meant: each of several has a subject, or the words end with a date in brackets and no count."""
    if named.of_each or one.subjects:
        return True
    is_worded = named.subject is not None or one.end > one.noun[1]
    return named.count is None and is_worded and date_aside(statement, named.end) is not None


def is_untitled(statement: Statement, one: Instrument, named: Naming, *, has_amount: bool) -> bool:
    """Whether the words are no title: general ones of a number ("three agreements"), or a noun with an amount alone."""
    if named.subject is not None:
        return False
    is_plain = one.is_bare or (one.end == one.noun[1] and is_general(statement, one))
    return (named.count is not None and is_plain) or (has_amount and one.is_bare)
