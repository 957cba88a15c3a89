"""What a statement says of one instrument beside its title and date: amount, place, and the dates of several."""

from __future__ import annotations

import re

from parsers.language.mention import Mention, MoneyValue, PlaceValue
from parsers.language.reading import Statement
from parsers.phrases.instruments.instrument import Instrument
from parsers.phrases.instruments.titles import deeds_besides

_WORTH = re.compile(
    r"\b(?:worth|valued at|for|of|amounting to|totalling|totaling)"
    r"(?: (?:about|some|around|nearly|over|more than|up to|an estimated))?\s*$"
)
# "An agreement to provide $40 million", "a contract with Chad to supply it with $2 million".
_TO_GIVE = re.compile(
    r"^[^,;.]*?,? (?:to|under which [^,;.]{3,40}? (?:will|would|was to|is to)) (?:provide|invest|lend|grant|give|supply"
    r"|finance|fund|contribute|borrow|pay|spend|extend)(?: [a-z]+){0,3} $"
)
_BREAK = re.compile(
    r"; |, and |, while |, but |\bwhile\b|\bafter\b|\bbefore\b|\bfollowing\b|, which\b|"
    r"\band (?:was|were|is|are|has|have|in|on|later|then)\b"
)
_AGAIN = re.compile(
    r",? and (?:again|another(?: one)?|a (?:second|further|new)(?: one)?|one more)"
    r"(?: was signed)? (?:in|on) (?:the )?\Z"
)
# "Two treaties were concluded, the first in 1951 and the second in 1962".
_EACH_DATED = re.compile(
    r"[^;.]{0,60}?(?:,|:| –) (?P<first>(?:the )?(?:first|one)) (?:in|on) (?:the )?[^,;.]{4,20},? (?:and )?(?:the )?"
    r"(?:second|other|another) (?:in|on) (?:the )?"
)
_IN_SUM = re.compile(r"[\s-]*(?:(?:worth )?(?:of|in) )?")
_ANOTHER_THING = re.compile(r"\band (?:an?|the)\b")
_NEAR = 70


def value_of(statement: Statement, one: Instrument) -> Mention | None:
    """The amount said of the instrument: "a document worth $5 million", "a $5 million contract"."""
    text = statement.document.text
    money = statement.after(one.noun[1], "money")
    if money is not None and money.start - one.end < _NEAR and _is_worth(text[one.noun[1] : money.start].lower()):
        return money
    before = statement.before(one.start, "money")
    return before if before is not None and _IN_SUM.fullmatch(text, before.end, one.start) else None


def _is_worth(between: str) -> bool:
    """Whether words between an instrument and an amount say that it is worth that, or made to give it."""
    is_its_worth = _WORTH.search(between) is not None and _ANOTHER_THING.search(between) is None
    return is_its_worth or _TO_GIVE.search(between) is not None


def amount_cells(money: Mention | None) -> dict[str, object]:
    """The cells of an amount; none where there is none."""
    value = money.value if money is not None else None
    if money is None or not isinstance(value, MoneyValue):
        return {}
    amount = {"value": value.value, "currency": value.currency, "approximate": value.approximate}
    return {**amount, "value_text": money.text}


def place_of(statement: Statement, one: Instrument, end: int) -> str | None:
    """Where it was signed: a place after "in" or "at" in the instrument's clause, outside its title."""
    places = [place for place in statement.of("place") if isinstance(place.value, PlaceValue)]
    if end > one.stop:
        places.sort(key=lambda place: place.start < one.stop)  # behind the verb that is behind the instrument
    return next((place.text for place in places if _is_scene(statement, one, end, place)), None)


def _is_scene(statement: Statement, one: Instrument, end: int, place: Mention) -> bool:
    """Whether the words between a place and an instrument, or the verb behind it that ends there, join the two."""
    text, is_behind = statement.document.text, place.start >= one.stop
    if text[place.start - 4 : place.start].lower() != " in " or not (is_behind or place.end <= one.start):
        return False
    between = text[max(one.stop, end) : place.start] if is_behind else text[place.end : one.start]
    if is_behind and any(start < place.start for start in deeds_besides(statement, max(one.stop, end))):
        return False
    near = len(between) < 40 or (not is_behind and _SIGNED.search(between) is not None)
    return near and _BREAK.search(between) is None


_SIGNED = re.compile(r"\b(?:signed|concluded)\b")


def dates_of_each(
    statement: Statement, one: Instrument, date: Mention | None, count: int | None, *, anew: bool = False
) -> list[Mention | None]:
    """The dates of what an instrument's words name: all that are listed for a plural ("in 1963, 1978 and 1994"), or of
    what was made anew, or the first and that of a second one ("in 1962 and again in 1980"); one alone where a count
    tells of another number.
    """
    is_listed = one.plural or anew or (date is not None and statement.document.text[date.start - 1] == "(")
    is_one_each = bool(one.subjects) and "respectively" in statement.low
    listed = statement.listed_with(date) if is_listed and not is_one_each else [date]
    if len(listed) > 1 and count in (None, len(listed)):
        return listed
    again = _second_of_two(statement, one, date) if count in (None, 2) else None
    again = again or _dated_again(statement, one)
    return [date, again] if again is not None and again is not date else [date]


def _second_of_two(statement: Statement, one: Instrument, date: Mention | None) -> Mention | None:
    """The date of the second of two whose dates are told one by one, where the given one is that of the first."""
    each = _EACH_DATED.match(statement.document.text, one.stop, statement.end) if one.plural else None
    if each is None or date is None or not each.start("first") <= date.start < each.end():
        return None
    second = statement.after(each.end(), "date")
    return second if second is not None and second.start == each.end() else None


def _dated_again(statement: Statement, one: Instrument) -> Mention | None:
    """The date of a second instrument of the same name: "signed a trade agreement in 1956 and another in 1972"."""
    if one.plural:
        return None
    gap = statement.document.text
    after = [date for date in statement.dates if date.start >= one.stop]
    return next((date for date in after[:3] if _AGAIN.search(gap, one.stop, date.start)), None)
