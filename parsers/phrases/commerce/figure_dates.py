"""The period of each figure of commerce: its own, or as it is told among the figures beside it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from parsers.language.mention import DateValue, Mention
from parsers.language.reading import Statement
from parsers.language.slots import Slot
from parsers.phrases.commerce.commerce import Term
from parsers.phrases.commerce.periods import period

_YEAR_BEFORE = re.compile(r"\b(?:previous|preceding|prior|past|last) year(?:'s|’s)\b")
_OF_YEAR_BEFORE = re.compile(r" (?:of|in|for) (?:the )?year before\b")
_COMPARES = re.compile(r"\b(?:compared (?:to|with)|against|versus|(?:up|down) from)\b")


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount of one flow: the slot of the money, the term that governs it, its flow and period, and how it was
    joined.
    """

    money: Slot
    term: Term
    flow: str
    way: str
    date: Mention | None = None


def dated(statement: Statement, found: list[Figure]) -> list[Figure]:
    """The figures with their periods."""
    found = [replace(figure, date=period(statement, figure.money)) for figure in found]
    found = _dated_in_order(statement, found)
    found = [_compared(statement, found, number) for number in range(len(found))]
    return [_from_to(statement, found, number) for number in range(len(found))]


def _dated_in_order(statement: Statement, found: list[Figure]) -> list[Figure]:
    """The figures, each with its own of the dates listed before them: "in [date] and [date] … [money] and [money]"."""
    dated = list(found)
    for first in range(len(found)):
        run = [found[first]]
        while first + len(run) < len(found) and found[first + len(run)].way == "chain":
            run.append(found[first + len(run)])
        listed = statement.listed_with(found[first].date)
        after = statement.offset(run[0].money.start)
        first_year, _, last_year = _interval(found[first]).partition("/")
        period = found[first].date
        if len(run) == 2 and period is not None and last_year and "respectively" in statement.low:
            years = (_year(int(first_year)), _year(int(last_year)))
            dated[first : first + 2] = [
                replace(one, date=replace(period, value=year)) for one, year in zip(run, years, strict=True)
            ]
        elif len(run) == len(listed) > 1 and all(date is not None and date.end <= after for date in listed):
            dated[first : first + len(run)] = [replace(one, date=date) for one, date in zip(run, listed, strict=True)]
    return dated


def _interval(figure: Figure) -> str:
    """The period of a figure as "first/last" where it is one of two years; empty else."""
    value = figure.date.value if figure.date is not None else None
    return value.edtf if isinstance(value, DateValue) and re.fullmatch(r"\d{4}/\d{4}", value.edtf) else ""


def _compared(statement: Statement, found: list[Figure], number: int) -> Figure:
    """The figure, without the date of the one before that is compared with it ("…, down from [money] before"); with the
    year before that one's where it is told so: "the previous year's [money]".
    """
    figure, before = found[number], found[number - 1] if number else None
    if before is None or before.flow != figure.flow or figure.date is not before.date:
        return figure
    between = statement.skeleton[before.money.end : figure.money.start]
    year = before.date.value.edtf if before.date is not None and isinstance(before.date.value, DateValue) else ""
    of_before = _YEAR_BEFORE.search(between) or _OF_YEAR_BEFORE.match(statement.skeleton, figure.money.end)
    if of_before and before.date is not None and re.fullmatch(r"\d{4}", year):
        return replace(figure, date=replace(before.date, value=_year(int(year) - 1)))
    if figure.way != "chain" or before.term is not figure.term:
        return figure
    return replace(figure, date=None) if _COMPARES.search(between) else figure


def _from_to(statement: Statement, found: list[Figure], number: int) -> Figure:
    """A figure of "from [money] to [money]" with one date: the first end has the start of the interval, or no date."""
    figure = _began(statement, found[number])
    ends = [found[i] for i in (number, number + 1, number - 1) if 0 <= i < len(found)]
    other = next((one for one in ends[1:] if one.date is figure.date and one.term is figure.term), None)
    if other is None or figure.date is None or not isinstance(figure.date.value, DateValue):
        return figure
    first = min(figure.money.start, other.money.start)
    second = max(figure.money.start, other.money.start)
    between = statement.skeleton[first:second]
    if not re.search(r"\bfrom (?:\w+ ){0,3}$", statement.skeleton[:first]) or not re.search(r"\bto\b", between):
        return figure
    years = re.fullmatch(r"(\d{4})/(\d{4})", figure.date.value.edtf)
    leads = figure.money.start == first
    if years is None:
        return replace(figure, date=None) if leads else figure
    return replace(figure, date=replace(figure.date, value=_year(int(years[1] if leads else years[2]))))


def _began(statement: Statement, figure: Figure) -> Figure:
    """The figure, dated at the start where it is the first end of a change since then: "since [date], from [money]"."""
    date = figure.date.value if figure.date is not None else None
    if not isinstance(date, DateValue) or not date.edtf.endswith("/..") or not date.edtf[:4].isdigit():
        return figure
    if figure.date is None or not re.search(r"\bfrom (?:\w+ ){0,3}$", statement.skeleton[: figure.money.start]):
        return figure
    return replace(figure, date=replace(figure.date, value=_year(int(date.edtf[:4]))))


def _year(year: int) -> DateValue:
    """A year as a date."""
    return DateValue(str(year), dt.date(year, 1, 1), dt.date(year, 12, 31), "year")
