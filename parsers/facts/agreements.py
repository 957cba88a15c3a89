"""Agreements: instruments that were signed, announced, ratified, came into force or ended, in prose and in lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.facts.model import Finding
from parsers.facts.rule import PROSE, rule
from parsers.language.instrument_actions import TALK, Governor, governed, is_reference
from parsers.language.instrument_details import (
    another,
    count_of,
    date_of,
    further_subjects,
    head_date,
    is_foreign_affair,
    is_told,
    owned_date,
    parties_of,
    place_of,
    subject_behind,
    topic_of,
    value_of,
)  # fmt: skip
from parsers.language.instrument_lists import is_listed, untitled
from parsers.language.instruments import Instrument
from parsers.language.mention import DateValue, Mention, MoneyValue
from parsers.language.reading import Statement

_NEAR = 20
_NEEDS = (
    "agreement", "treat", "memorand", "mou", "protocol", "statement", "declaration", "communiqu", "convention",
    "contract", "pact", "accord", "deal", "document", "plan", "road map", "roadmap", "program", "notes",
    "arrangement", "letter", "concordat", "armistice", "entente", "fta", "cepa", "minutes", "framework",
    "legal instruments",
)  # fmt: skip
_HAVE = re.compile(r"\b(?:has|have|had|share|shares|maintain|maintains) (?:also )?(?:an?|several|some|various|the) $")
_CAPITAL = re.compile(
    r"(?:Treaty|Treaties|Convention|Pact|Accords?|Agreement|Protocol|Entente|Armistice|Declaration|Concordat)\b"
)


def _finding(statement: Statement, one: Instrument, action: str | None, end: int) -> Finding | None:
    """The row of one instrument; null where the words only refer to it, or tell of a third state's affair."""
    text = statement.document.text
    title = text[one.start : one.end].strip(" ,")
    subject = subject_behind(statement, one, end)
    if subject is not None:
        title = f"{title} {text[subject[0] : subject[1]]}"
    date, money, count = date_of(statement, one, end, action), value_of(statement, one), count_of(statement, one)
    if not is_told(statement, one, title, date) or is_foreign_affair(statement, one):
        return None
    value = money.value if money is not None and isinstance(money.value, MoneyValue) else None
    counted = one.plural and count is not None
    return Finding(
        {
            "kind": one.kind,
            "title": None if one.is_bare and subject is None and (counted or value) else title,
            "count": count if one.plural else None,
            "action": action,
            "parties": parties_of(statement, one),
            "place": place_of(statement, one, end),
            "topic": topic_of(title),
            "value": value.value if value else None,
            "currency": value.currency if value else None,
            "value_text": money.text if money is not None else None,
            "approximate": value.approximate if value else None,
        },
        date,
        {"title": (one.start, subject[1] if subject else one.end), "kind": one.noun},
    )


def _is_dated(statement: Statement, one: Instrument, by: Governor) -> bool:
    """Whether an instrument referred to is told of all the same: "under an air services agreement signed in 1993"."""
    return by.behind and not one.is_bare and any(0 <= date.start - by.end < _NEAR for date in statement.dates)


def _governed(statement: Statement, *actions: str) -> Iterator[Finding]:
    """The rows of the instruments that a word of these actions governs."""
    for one, by in governed(statement):
        if (
            by is None
            or by.action not in actions
            or (is_reference(statement, one) and not _is_dated(statement, one, by))
        ):
            continue
        finding = _finding(statement, one, by.action, by.end if by.behind else one.end)
        if finding is not None:
            yield finding


@rule(*_NEEDS, kinds=(*PROSE, "row"))
def signed(statement: Statement) -> Iterator[Finding]:
    """Instruments that were signed, concluded, initialled, entered into, adopted; also counts ("eight documents").

    Not read: negotiations, proposals, drafts, wishes to sign; references ("under the agreement", "this treaty");
    plurals without a count, a subject or a word of their own; the plural that introduces a list ("agreements such as").
    """
    yield from _governed(statement, "signed")


@rule(*_NEEDS)
def counted_up(statement: Statement) -> Iterator[Finding]:
    """Further subjects of a plural, each with its date in brackets: "agreements on trade (1971) and customs (1978)".

    Not read: the first subject, which the plural's own row has; subjects without a date.
    """
    for one, by in governed(statement):
        if one.plural and by is not None and by.action != TALK and not is_reference(statement, one):
            for subject, date in further_subjects(statement, one):
                text = statement.document.text[subject[0] : subject[1]]
                values = {
                    "kind": one.kind,
                    "title": text,
                    "action": by.action,
                    "parties": parties_of(statement, one),
                    "topic": text,
                }
                yield Finding(values, date, {"title": subject, "kind": one.noun})


@rule(
    "another on",
    "another for",
    "another between",
    "another con",
    "and one ",
    "a second on",
    "a second for",
    "a third on",
)
def another_one(statement: Statement) -> Iterator[Finding]:
    """A second instrument that the noun of the first names: "signed an agreement on visas and another on customs".

    Not read: "another" behind a plural, whose row stands for all.
    """
    for one, by in governed(statement):
        subject = another(statement, one)
        if subject is not None and by is not None and by.action != TALK and not is_reference(statement, one):
            text = statement.document.text
            title = f"{text[one.noun[0] : one.noun[1]]} {text[subject[0] : subject[1]]}"
            parties, date = parties_of(statement, one), date_of(statement, one, one.end, by.action)
            values = {
                "kind": one.kind,
                "title": title,
                "action": by.action,
                "parties": parties,
                "topic": topic_of(title),
            }
            yield Finding(values, date, {"title": subject, "kind": one.noun})


@rule(*_NEEDS, kinds=(*PROSE, "row"))
def announced(statement: Statement) -> Iterator[Finding]:
    """Instruments that were reached, agreed on, announced or issued, without the word that they were signed.

    Not read: an agreement to do something told by a verb ("agreed to open"), which names no instrument; contracts and
    documents, which are issued in other senses too.
    """
    for finding in _governed(statement, "announced"):
        if finding.values["kind"] not in ("contract", "document"):
            yield finding


@rule(*_NEEDS, kinds=(*PROSE, "row"))
def took_effect(statement: Statement) -> Iterator[Finding]:
    """Instruments named with their own title that were ratified, came into force, expired or were terminated.

    Not read: "the treaty entered into force" of one that was named before; ratification that is still awaited.
    """
    yield from _governed(statement, "ratified", "in force", "terminated")


@rule(*_NEEDS)
def standing(statement: Statement) -> Iterator[Finding]:
    """Instruments that the parties are said to have: "the two countries have a double taxation agreement".

    Not read: "have an agreement" without a subject; plurals that only introduce a list.
    """
    for one, by in governed(statement):
        lead = statement.low[: one.start - statement.start]
        if by is None and _HAVE.search(lead) and not one.is_bare:
            finding = _finding(statement, one, "in force", one.end)
            if finding is not None:
                yield finding


@rule(*_NEEDS)
def named(statement: Statement) -> Iterator[Finding]:
    """A treaty named with its own date: "the Treaty of Amity of 1856", "the 1856 Treaty", "(1856)", "an accord of
    28 May 1956"; no action is said.

    Not read: names without a date; "the treaty of 1856", which refers to one named before; instruments that a verb
    of this table governs, which other rules read.
    """
    text = statement.document.text
    for one, by in governed(statement):
        date = owned_date(statement, one)
        is_titled = _CAPITAL.match(text, one.noun[0]) is not None and not one.is_bare
        is_named = (is_titled or _is_dated_name(statement, one, date)) and not is_listed(statement)
        is_free = by is None or (by.action == TALK and (is_reference(statement, one) or (by.behind and not is_titled)))
        finding = _finding(statement, one, None, one.end) if is_named and is_free and date is not None else None
        if finding is not None:
            yield finding


def _is_dated_name(statement: Statement, one: Instrument, date: Mention | None) -> bool:
    """Whether an instrument in small letters is named by date: "an accord of May 1956", not "the treaty of 1956"."""
    if date is None or not isinstance(date.value, DateValue) or one.plural or date.start < one.end:
        return False
    is_of = statement.document.text[one.end : date.start] == " of "
    is_day = date.value.precision == "day" and not one.is_bare
    is_near = date.value.precision in ("day", "month") or not one.is_bare
    return is_of and is_near and (one.article in ("a", "an") or is_day)


_RENEWED = re.compile(
    r"\b(?:the|this|that) (?P<noun>agreement|treaty|accord|pact|convention|protocol|contract|memorandum)"
    r" (?:was|has been) "
    r"(?:also |later |then |subsequently |again )?(?:renewed|extended|revised|amended|updated)\b"
)


@rule("renewed", "extended", "revised", "amended", "updated")
def renewed(statement: Statement) -> Iterator[Finding]:
    """An instrument named before that was renewed, extended, revised: "the agreement was renewed in 2008".

    Not read: renewals without a date; "the agreement" where none was named in the section.
    """
    found = _RENEWED.search(statement.low)
    date = statement.date_at(statement.start + found.end()) if found else None
    if found is None or date is None or date.start < statement.start + found.start() - 40:
        return
    previous = statement.context.previous
    for _ in range(5):
        if previous is None:
            return
        named_before = [one for one, by in governed(previous) if by and by.action != TALK and not one.is_bare]
        told = [one for one in named_before if previous.document.text[slice(*one.noun)].lower() == found["noun"]]
        if told:
            title = previous.document.text[told[-1].start : told[-1].end].strip(" ,")
            values = {"kind": told[-1].kind, "title": title, "action": "signed", "topic": topic_of(title)}
            spot = statement.start + found.start("noun")
            yield Finding(values, date, {"kind": (spot, spot + len(found["noun"]))})
            return
        previous = previous.context.previous


@rule(kinds=("item", "row"))
def listed(statement: Statement) -> Iterator[Finding]:
    """Items and rows below a heading or head line of agreements: each instrument with its date; an item that has
    none of the nouns is itself a title ("Visa exemption for diplomatic passports").

    Not read: items with a verb of their own.
    """
    if not is_listed(statement):
        return
    instruments = governed(statement)
    for one, by in instruments:
        finding = _finding(statement, one, "signed", one.end) if by is None else None
        if finding is not None:
            yield finding if finding.date is not None else replace(finding, date=head_date(statement))
    title = untitled(statement) if not instruments else None
    if title is not None:
        text = statement.document.text[slice(*title)]
        one = Instrument(*title, title, "agreement", False)
        yield Finding(
            {"kind": "agreement", "title": text, "action": "signed", "parties": parties_of(statement, one)},
            statement.dates[0] if statement.dates else head_date(statement),
            {"title": title},
        )
