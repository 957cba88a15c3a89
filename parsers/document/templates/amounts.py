"""Templates of money, numbers and measures: the stated amount; no conversion or inflation is computed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from parsers.document.templates.pieces import Piece, Rule, Values
from parsers.document.templates.words import LISTS

_NUMBER = re.compile(r"([-−+]?)(\d{4,})(\.\d+)?")
_JOINTS = {"to": " to ", "-": "–", "–": "–", "and": " and ", "or": " or ", "by": " by ", "x": " by ", "×": " by ",
           "to(-)": "–", "&": " and ", "+": " + ", "+/-": " ± ", "±": " ± "}  # fmt: skip
_SCALES: Mapping[str, str] = {"e3": "thousand", "e6": "million", "e9": "billion", "e12": "trillion"}


def grouped(number: str) -> str:
    """A number with its thousands set off, as MediaWiki's formatnum writes them; other words as they are.

    >>> grouped("1234567.5"), grouped("2.5 million"), grouped("2,500")
    ('1,234,567.5', '2.5 million', '2,500')
    """
    match = _NUMBER.fullmatch(number)
    return f"{match[1]}{int(match[2]):,}{match[3] or ''}" if match else number


def money(sign: str) -> Rule:
    """{{USD|2.5 million}}, {{INRConvert|500|c}}: the sign before the amount, or behind it where it begins with a
    space; a letter as second value is a large number's name.
    """

    def rule(values: Values) -> Sequence[Piece]:
        amount = grouped(values.words(1, "amount"))
        magnitude = values.words(2).lower()
        if magnitude in LISTS["magnitudes"]:
            amount = f"{amount} {LISTS['magnitudes'][magnitude]}"
        if not amount:
            return [sign.strip()]
        if sign.startswith(" "):
            return [amount + sign]
        return [f"{sign}{amount}" if not sign[-1:].isalpha() else f"{sign} {amount}"]

    return rule


def _currency(values: Values) -> Sequence[Piece]:
    sign = LISTS["currencies"].get(values.words(2, "type").lower())
    named = Values({"1": values.by_name.get("1", []), "amount": values.by_name.get("amount", [])}, values.plain)
    return money(sign if sign is not None else f" {values.words(2, 'type')}")(named)


def _number(values: Values) -> Sequence[Piece]:
    return [f"{values.words('prefix')}{grouped(values.words(1))}{values.words('suffix')}"]


def _quantity(values: Values) -> Sequence[Piece]:
    """{{val|1234|u=km}}; a second number is its uncertainty."""
    spread = values.words(2)
    unit = values.words("u", "ul", "up", "upl", "end")
    number = f"{values.words('p', 'pre')}{grouped(values.words(1))}{f' ± {spread}' if spread else ''}"
    return [f"{number} {unit}".strip()]


def _fraction(values: Values) -> Sequence[Piece]:
    parts = [values.words(n) for n in (1, 2, 3) if values.words(n)]
    whole = f"{parts[0]} " if len(parts) == 3 else ""
    return [f"{whole}{'/'.join(parts[-2:] if len(parts) > 1 else ['1', *parts])}"]


def _percentage(values: Values) -> Sequence[Piece]:
    """{{percentage|part|whole|decimals}}; as it is written where one is no number or the whole is 0."""
    part, whole = (_float(values.words(n)) for n in (1, 2))
    if part is None or not whole:
        return [" / ".join(filter(None, (values.words(1), values.words(2))))]
    return [f"{_rounded(100 * part / whole, values.words(3, 'pad'))}%"]


def _round(values: Values) -> Sequence[Piece]:
    number = _float(values.words(1))
    return [values.words(1) if number is None else grouped(_rounded(number, values.words(2)))]


def _rounded(number: float, places: str) -> str:
    return f"{number:.{min(int(places), 12) if places.isdecimal() else 0}f}"


def _float(words: str) -> float | None:
    match = re.fullmatch(r"[-−]?\d{1,3}(?:,?\d{3})*(?:\.\d+)?|[-−]?\d{1,15}(?:\.\d+)?", words)
    return float(match[0].replace(",", "").replace("−", "-")) if match else None


def _shares(values: Values) -> Sequence[Piece]:
    """{{composition bar|5|10}}: so many of so many."""
    return [" / ".join(filter(None, (values.words(1), values.words(2))))]


def _convert(values: Values) -> Sequence[Piece]:
    """The stated amount and its unit; the converted one is MediaWiki's sum, not the source's statement."""
    return _measure(values, short=values.words("abbr") in {"on", "in", "~"})


def _cvt(values: Values) -> Sequence[Piece]:
    return _measure(values, short=values.words("abbr") not in {"off", "none"})


def _measure(values: Values, *, short: bool) -> Sequence[Piece]:
    parts = [values.words(n) for n in range(1, 6)]
    if parts[1] in _JOINTS:
        amount = grouped(parts[0]) + _JOINTS[parts[1]] + grouped(parts[2])
        return [_with_unit(amount, parts[3], values, short=short)]
    first = _with_unit(grouped(parts[0]), parts[1], values, short=short)
    if (parts[1], parts[3]) in {("ft", "in"), ("st", "lb"), ("lb", "oz"), ("m", "cm"), ("mi", "ft"), ("mi", "yd")}:
        return [f"{first} {_with_unit(parts[2], parts[3], values, short=short)}"]
    return [first]


def _with_unit(amount: str, code: str, values: Values, *, short: bool) -> str:
    scale = next((key for key in ("e12", "e3", "e6", "e9") if code.startswith(key)), "")
    code = code.removeprefix(scale)
    unit = LISTS["unit_signs"].get(code, code) if short else LISTS["units"].get(code, code)
    if not short and (values.words("adj") in {"on", "mid"} or amount in {"1", "-1"}):
        unit = LISTS["singular_units"].get(unit, unit.removesuffix("s"))
    if values.words("sp") == "us":
        unit = unit.replace("metre", "meter").replace("litre", "liter")
    if values.words("adj") == "on" and not short:
        return "-".join(filter(None, (amount, _SCALES.get(scale, ""), *unit.split())))
    return " ".join(filter(None, (amount, _SCALES.get(scale, ""), unit)))


RULES: Mapping[str, Rule] = {
    "currency": _currency,
    "nts, ntsc, formatnum, number, number table sorting, sortable number, format price, formatprice, fmtn": _number,
    "val": _quantity,
    "frac, fraction, sfrac": _fraction,
    "percentage, pct, percent, %": _percentage,
    "rnd, round, decimals": _round,
    "composition bar, infobox political party/seats, political party seats": _shares,
    "convert, converttext": _convert,
    "cvt": _cvt,
}
