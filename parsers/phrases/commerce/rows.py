"""Tables and lists of trade: one entry a number, with flow and sides from the heads and the unit from head or
caption.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from parsers.document.model import Cell
from parsers.language.dates import find_dates
from parsers.language.lexicon import read_yaml
from parsers.language.mention import DateValue, Mention, MoneyValue, QuantityValue
from parsers.language.money import find_money
from parsers.language.reading import Context, Statement
from parsers.language.sides import facing, side_of
from parsers.language.slots import one_of
from parsers.language.states import Pair, find_states
from parsers.language.sweep import lowered
from parsers.phrases.commerce.commerce import Term
from parsers.phrases.commerce.words import words

_FLOW = re.compile(
    r"\b(?:(?P<balance>balance|surplus|deficit)|(?P<export>exports?|exported)|(?P<import>imports?|"
    r"imported)|(?P<total>total|turnover|volume|trade|overall|sum))\b"
)
_NUMBER = re.compile(r"[-–−]?\d[\d,. ]*")
_NEGATIVE = re.compile(r"\s*[-–−][^\w\s]{0,3}\w{0,3}[^\w\s]{0,3} ?\d")
_NO_FIGURE = re.compile(r"\b(?:share|rank|growth|change|percent|product|goods|commodity|category)\b|%")
_VALUE = re.compile(
    r"\W*(?:(?:value|amount|figure|in|of|[bm]illions?|thousands?|[bm]n|m|dollars?|euros?|[a-z]{0,3}[$€£¥₹]|"
    r"[a-z]{3})\W*)+"
)
_WAY = re.compile(r"\b(?P<way>from|to|by|with)(?: the)? $")


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of a table or list: its amount, words and span, the term it belongs to, the period, and the change in
    percent that its row tells beside it.
    """

    money: MoneyValue
    text: str
    span: tuple[int, int]
    term: Term
    date: Mention
    change: float | None = None


@cache
def _unit() -> re.Pattern[str]:
    """A scale of the lexicon, such as "million"."""
    return re.compile(rf"\b(?P<scale>{one_of(read_yaml('trade.yaml')['scales'])})\b", re.IGNORECASE)


def _above(statement: Statement) -> str:
    """The words above a row or item: its caption or head line, and the headings."""
    head = statement.context.head.text if statement.context.head is not None else ""
    return f"{head} | {' | '.join(statement.context.path[-1:])}"


def table_words(statement: Statement) -> str:
    """The words, in lower case, of a row, of the heads over its cells and of the lines above."""
    return lowered(
        f"{statement.text} | {' | '.join(cell.head for cell in statement.block.cells)} | {_above(statement)}"
    )


def _scale_of(text: str) -> float | None:
    """The number that the first word of scale stands for: "in millions"; null without one."""
    found = _unit().search(text)
    return float(read_yaml("trade.yaml")["scales"][found["scale"].lower()]) if found else None


def _scale(text: str, context: Context) -> tuple[float, str | None]:
    """The scale and currency that words name: "in millions of US dollars", "US$ million", "(EUR mn)"."""
    samples = [f"{mark} 1000" for mark in _MARK.findall(text)]
    named = _CURRENCY.search(text)
    samples += [f"1000 {named[0]}"] if named else []
    currencies = (_currency_of(sample, context.pair) for sample in samples)
    return _scale_of(text) or 1.0, next(filter(None, currencies), None)


_MARK = re.compile(r"[A-Z]{0,3} ?[$€£¥₹₩₽₺]|\b[A-Z]{3}\b")
_CURRENCY = re.compile(
    r"(?:[A-Z][\w.]* )?(?:dollars?|euros?|pounds?|yen|yuan|rupees?|rubles?|roubles?|francs?|lira|won)\b"
)


@lru_cache(maxsize=1024)
def _currency_of(amount: str, pair: Pair) -> str | None:
    """The currency of an amount; null where the words are none, or leave it open."""
    money = find_money(amount, 0, len(amount), pair)
    return money[0].value.currency if money and isinstance(money[0].value, MoneyValue) else None


def term_in(text: str, context: Context, fallback: str = "") -> Term | None:
    """The term of commerce that a head or label names, with its sides; `fallback` may tell the sides where it does
    not.
    """
    low = lowered(text)
    found = _FLOW.search(low)
    if found is None or _NO_FIGURE.search(low):
        return None
    flow = str(found.lastgroup)
    other = _FLOW.search(lowered(fallback)) if flow == "total" and "trade" not in low else None
    if other is not None and other.lastgroup in ("export", "import"):
        flow = other.lastgroup
    reporter = None
    if flow in ("export", "import", "balance"):
        reporter = _reporter(text, flow, context) or _reporter(fallback, flow, context)
    sides = [side_of(mention, context) for mention in find_states(text, context.pair)]
    foreign = bool(sides) and None in sides
    return Term((flow,), 0, 0, reporter, facing(reporter, context.pair), foreign=foreign)


def _reporter(text: str, flow: str, context: Context) -> str | None:
    """The state whose exports or imports some words name: "Exports from A", "A's exports", "Exports to B"."""
    named = [(mention, side_of(mention, context)) for mention in find_states(text, context.pair)]
    for mention, side in named:
        way = _WAY.search(lowered(text[: mention.start]))
        word = way["way"] if way else ""
        mirrored = (flow == "export" and word in ("to",)) or (flow == "import" and word == "from") or word == "with"
        if side:
            return facing(side, context.pair) if mirrored else side
    return None


def _date_in(text: str) -> Mention | None:
    """The only year or period that a head or cell consists of."""
    mentions, _ = find_dates(text, 0, len(text))
    years = [mention for mention in mentions if isinstance(mention.value, DateValue)]
    if years:
        return years[0] if len(years) == 1 else None
    bare = re.fullmatch(r"\W*((?:19|20)\d\d)\W*", text)
    dates, _ = find_dates(f"in {bare[1]}", 0, 7) if bare else ([], None)
    return dates[0] if dates else None


def entries(statement: Statement) -> Iterator[Entry]:
    """The entries of a table row, years down (a cell with the year) or across (heads that are years)."""
    cells, text = statement.block.cells, statement.document.text
    label = text[cells[0].start : cells[0].end] if cells else ""
    if len(cells) < 2 or words("products").search(lowered(label)):
        return
    above = _above(statement)
    across = list(_across(statement, label, above))
    change = None if across else _change(statement)
    for cell, term, date in across or _down(statement, above):
        money = amount_in(statement, cell, f"{cell.head} | {label if across else ''} | {above}")
        if term is not None and money is not None and not term.foreign:
            is_changed = term.flows[0] == "total" or len(cells) == _LONE
            yield Entry(
                money, text[cell.start : cell.end], (cell.start, cell.end), term, date, change if is_changed else None
            )


_LONE = 3
"""Cells of a row that has a period, one amount and its change."""
_CHANGE = re.compile(r"\b(?:change|growth|increase)\b(?!.*\b(?:exports?|imports?|share|rank)\b)", re.IGNORECASE)
_PERCENT = re.compile(r"\W*?(?P<sign>[-–−+]?)\s?(?P<number>\d+(?:\.\d+)?)\s?(?P<mark>%|)\W*")


def _change(statement: Statement) -> float | None:
    """The change in percent that a row tells of its total, in a column of that name."""
    text = statement.document.text
    for cell in statement.block.cells:
        told = _PERCENT.fullmatch(text, cell.start, cell.end) if _CHANGE.search(cell.head) else None
        if told is not None and (told["mark"] or "%" in cell.head):
            return (-1 if told["sign"] in ("-", "–", "−") else 1) * float(told["number"])
    return None


def _across(statement: Statement, label: str, above: str) -> Iterator[tuple[Cell, Term | None, Mention]]:
    """The cells under heads that are years, with the flow that the row's label names."""
    for cell in statement.block.cells[1:]:
        date = _date_in(cell.head)
        if date is not None:
            yield cell, term_in(label, statement.context, above), date


def _down(statement: Statement, above: str) -> Iterator[tuple[Cell, Term | None, Mention]]:
    """The cells beside one that is a year, each with the flow that its head names."""
    cells, text, context = statement.block.cells, statement.document.text, statement.context
    dates = ((cell, _date_in(text[cell.start : cell.end])) for cell in cells if not _FLOW.search(cell.head.lower()))
    year, date = next((told for told in dates if told[1] is not None), (None, None))
    for cell in cells:
        if date is not None and cell is not year:
            yield cell, term_in(cell.head, context, above) or _unnamed(cell, context), date


def _unnamed(cell: Cell, context: Context) -> Term | None:
    """The term of a column whose head names only a unit ("US$ billion"): that of the caption, else of the heading."""
    if not _VALUE.fullmatch(lowered(cell.head)):
        return None
    caption = context.head.text if context.head is not None else "".join(context.path[-1:])
    return term_in(caption, context)


def amount_in(statement: Statement, cell: Cell, unit: str) -> MoneyValue | None:
    """The amount in a cell: as it is written, or its number in the unit of the heads; null where neither gives a
    currency or scale.
    """
    text = statement.document.text[cell.start : cell.end]
    written = find_money(text, 0, len(text), statement.context.pair)
    scale, currency = _scale(unit, statement.context)
    if written and isinstance(written[0].value, MoneyValue):
        money = written[0].value
        amount = money.value if money.value >= 10000 or scale == 1 else money.value * scale
        return replace(money, value=-amount if _NEGATIVE.match(text) else amount)
    number = _NUMBER.match(text.strip())
    if number is None or "%" in text or (scale == 1 and currency is None):
        return None
    digits = number[0].strip(" .,").replace(" ", "").replace(",", "").replace("–", "-").replace("−", "-")
    try:
        value = float(digits) * (_scale_of(text) or scale)
    except ValueError:
        return None
    return MoneyValue(round(value, 2), currency)


def line_entry(statement: Statement) -> Entry | None:
    """The entry of a paragraph or item that consists of a period and an amount, below a paragraph of a few words, or a
    heading, that names the flow.

    Others of the same shape may stand between.
    """
    label = statement
    for _ in range(_LINES):
        if label.context.previous is None or len(label.text) > _LINE:
            break
        label = label.context.previous
        if _FLOW.search(label.low):
            is_label = len(label.text) <= _LINE and not label.of("money") and not label.text.endswith(".")
            return item_entry(statement, label.text) if is_label else None
    heading = statement.context.path[-1] if statement.context.path else ""
    is_short = len(label.text) <= _LINE and label.context.previous is None
    return item_entry(statement, heading) if is_short and _OF_TRADE.search(heading) else None


_OF_TRADE = re.compile(r"\b(?:trade|exports?|imports?|commerce)\b(?!.*\b(?:aid|invest|agreement|treat))", re.IGNORECASE)


def flow_entries(statement: Statement) -> Iterator[Entry]:
    """The entries of a list item of a period and several flows, in the unit of its head line: "2005: exports 12.3;
    imports 45.6"."""
    above = _above(statement)
    scale, currency = _scale(above, statement.context)
    if len(statement.dates) != 1 or statement.of("money") or (scale == 1 and currency is None):
        return
    for found in _FLOW_NUMBER.finditer(statement.text):
        term = term_in(found["label"], statement.context, above)
        span = (statement.start + found.start("number"), statement.start + found.end("number"))
        number = float(found["number"].replace(",", "").rstrip("."))
        if term is not None and not term.foreign:
            yield Entry(MoneyValue(round(number * scale, 2), currency), found["number"], span, term, statement.dates[0])


_FLOW_NUMBER = re.compile(
    r"\b(?P<label>(?:[A-Z]\w+ )?(?:exports?|imports?|total|turnover|trade|balance)(?: (?:to|from) [A-Z]\w+)?)"
    r"(?: (?:of|were|was))?\s*[:=–—-]?\s*(?P<number>\d[\d,]*(?:\.\d+)?)(?![\w%-])",
    re.IGNORECASE,
)


_LINE, _LINES = 60, 12
"""Most characters of a paragraph that is but a line of a list, and most lines of a list of paragraphs."""


def item_entry(statement: Statement, label: str = "") -> Entry | None:
    """The entry of a list item that consists of a period and an amount, under a head line that names the flow, or below
    a label that does.
    """
    dates, amounts = statement.dates, statement.of("money", "quantity")
    bare = re.sub(r"\[\w+:\d+\]|million|billion", "", statement.low_skeleton)
    if len(dates) != 1 or len(amounts) != 1 or _WORD.search(bare):
        return None
    above, amount = label or _above(statement), amounts[0]
    term, money = term_in(above, statement.context), _money_of(amount, above, statement.context)
    if term is None or term.foreign or money is None:
        return None
    return Entry(money, amount.text, (amount.start, amount.end), term, dates[0])


_WORD = re.compile(r"[a-z]{4,}")


def _money_of(amount: Mention, above: str, context: Context) -> MoneyValue | None:
    """The money that an amount is; a bare number is one of the currency, and in the scale, of the words above."""
    value = amount.value
    if isinstance(value, MoneyValue):
        return value
    scale, currency = _scale(above, context)
    if not isinstance(value, QuantityValue) or value.unit is not None or not currency:
        return None
    return MoneyValue(value.value * (1.0 if _unit().search(amount.text) else scale), currency, value.approximate)
