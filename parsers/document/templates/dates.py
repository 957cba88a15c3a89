"""Templates of dates: the date in words; an age is the wiki's sum and is not said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from parsers.document.templates.pieces import Piece, Rule, Values

_MONTHS = tuple(
    "January February March April May June July August September October November December".split(" ")  # noqa: SIM905
)
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$")
_STYLES = {"dmy", "mdy", "df", "ldmy", "lmdy", "my", "md", "dm", "iso", "ymd", "none", "day", "month", "year"}


def written_date(year: str, month: str = "", day: str = "", *, day_first: bool = False) -> str:
    """A date in words, from its parts.

    >>> written_date("1992", "4", "2"), written_date("1992", "04", day_first=True), written_date("1992")
    ('April 2, 1992', 'April 1992', '1992')
    """
    named = _MONTHS[int(month) - 1] if month.isdecimal() and 1 <= int(month) <= 12 else month
    number = str(int(day)) if day.isdecimal() else day
    if not named:
        return year
    if not number:
        return f"{named} {year}".strip()
    if day_first:
        return f"{number} {named} {year}".strip()
    return f"{named} {number}, {year}" if year else f"{named} {number}"


def _date_rule(*, day_first: bool) -> Rule:
    """{{start date|1992|4|2|df=y}}, {{dts|1992-04-02}}, {{date|2 April 1992|mdy}}; words that are no date stay."""

    def rule(values: Values) -> Sequence[Piece]:
        said = [values.words(n) for n in (1, 2, 3)]
        first = _is_day_first(values, said[1:], otherwise=day_first)
        iso = _ISO_DATE.match(said[0])
        if iso:
            return [written_date(iso[1], iso[2], iso[3] or "", day_first=first)]
        parts = [part for part in said if part.lower() not in _STYLES] or [""]
        if parts[0] and not parts[0].isdecimal():
            return [parts[0]]
        return [_clock(values.words(4), values.words(5)) + written_date(*parts, day_first=first)]

    return rule


def _is_day_first(values: Values, said: Sequence[str], *, otherwise: bool) -> bool:
    """Whether the day stands before the month, as the style says by its name, in a value of its own, or neither."""
    styles = [part.lower() for part in said if part.lower() in _STYLES]
    style = values.words("format", "fmt").lower() or (styles[0] if styles else "")
    return values.says_yes("df") or style in {"dmy", "df", "ldmy"} or (otherwise and style not in {"mdy", "lmdy"})


def _clock(hour: str, minute: str) -> str:
    """The time of day before a date, "" where none is said."""
    return f"{int(hour):02d}:{int(minute):02d}, " if hour.isdecimal() and minute.isdecimal() else ""


def _moment(values: Values) -> Sequence[Piece]:
    """{{birth date and age|…}} and its kin have the age's day behind; a clock is none of theirs."""
    shown = {name: code for name, code in values.by_name.items() if name not in ("4", "5", "6")}
    return _date_rule(day_first=False)(Values(shown, values.plain))


def _first_written(values: Values) -> Sequence[Piece]:
    return [values.words(1)]


def _old_style(values: Values) -> Sequence[Piece]:
    """{{OldStyleDate|3 May|1700|22 April}}: the day of the old calendar in brackets."""
    return [" ".join(filter(None, (values.words(1), values.words(2), f"[O.S. {values.words(3)}]")))]


def _as_of(values: Values) -> Sequence[Piece]:
    if values.words("alt"):
        return [values.words("alt")]
    day_first = values.words("df").lower() not in {"us", "mdy"}
    date = written_date(*(values.words(n) for n in (1, 2, 3)), day_first=day_first)
    if values.says_yes("bare"):
        return [date]
    opening = "Since" if values.says_yes("since") else "As of"
    opening = opening.lower() if values.says_yes("lc") else opening
    before = f"{values.words('pre')} " if values.words("pre") else ""
    return [f"{opening} {before}{date}{values.words('post')}"]


def _circa(values: Values) -> Sequence[Piece]:
    dates = [f"c. {values.words(n)}" for n in (1, 2) if values.words(n)]
    return [" – ".join(dates) or "c."]


def _prefixed(prefix: str) -> Rule:
    def rule(values: Values) -> Sequence[Piece]:
        return [f"{prefix} {'–'.join(values.words(n) for n in (1, 2) if values.words(n))}".strip()]

    return rule


def _decade(values: Values) -> Sequence[Piece]:
    return [f"{values.words(1).removesuffix('s')}s"]


RULES: Mapping[str, Rule] = {
    "start date, end date, dts, dt, date table sorting, datesort, sort date, release date, film date, dmy, mdy, "
    "format date, start date text": _date_rule(day_first=False),
    "date": _date_rule(day_first=True),
    "start date and age, end date and age, birth date, birth date and age, death date, death date and age, bda, dda, "
    "dob, dod, launch date and age, date and age, date of birth, b-da, birth date and given age": _moment,
    "birth year and age, death year and age, birth year, death year, birth year and age2, birth-date, death-date, "
    "birth-date and age, death-date and age, start-date, end-date, start and end dates": _first_written,
    "oldstyledate, oldstyledatedy, old style date": _old_style,
    "as of, asof": _as_of,
    "circa, c., c, ca, ca., circa2": _circa,
    "reign, r.": _prefixed("r."),
    "floruit, fl.": _prefixed("fl."),
    "born, b.": _prefixed("b."),
    "died, d.": _prefixed("d."),
    "decade link, decade": _decade,
}
