"""What a statement says of one instrument beside its title: date, count, amount, parties, place, subject."""

from __future__ import annotations

import re

from parsers.language.instruments import Instrument, extent, find_instruments, trimmed
from parsers.language.mention import BodyValue, Mention, PlaceValue, QuantityValue
from parsers.language.reading import Statement, lies_in
from parsers.language.sides import is_side, side_of

_WORTH = re.compile(
    r"\b(?:worth|valued at|for|of|amounting to|totalling|totaling)"
    r"(?: (?:about|some|around|nearly|over|more than|up to|an estimated))?\s*$"
)
_BREAK = re.compile(
    r"; |, and |, while |, but |\bwhile\b|\bafter\b|\bbefore\b|\bfollowing\b|, which\b|"
    r"\band (?:was|were|is|are|has|have|in|on|later|then)\b"
)
_CLAUSE = re.compile(r"; |, and (?=in\b|on\b)|, while |, but |\. ")
_PERFECT = re.compile(r"\b(?:have|has) (?:also |since |both |already |so far )?(?:\w+ed|been|entered|concluded|made)\b")
_REFERRING = re.compile(r"\b(?:visit|meeting|talks|summit|trip|occasion|ceremony|there|same|then)\b")
_SUBJECT = re.compile(
    r"(?:,? (?:by|between) (?:the )?(?:two |both )?"
    r"(?:countries|nations|sides|states|governments|parties|leaders|presidents|ministers)|"
    r",? (?:in|on|at|during|by|between|there|with)\b(?:(?! from )[^,;:.]){0,60}?)?,? (?P<of>"
    r"(?:on|to|for|regarding|concerning|covering|relating to|aimed at|under which|whereby|"
    r"allowing|permitting|establishing|"
    r"in the (?:areas?|fields?|spheres?|domain) of|in (?:future )?(?:\w+ )?cooperation)\b"
    r"(?! (?:the )?(?:\d|occasion|visit|same|first|sidelines|end|behalf|be\b|"
    r"january|february|march|april|may|june|july|august|september|"
    r"october|november|december))[^;.]{3,160})"
)
_PARTIES = re.compile(
    r"(?:,? (?:in|on|at) [^,;.]{0,40}?)?,? "
    r"(?P<of>between (?!the (?:two|countries)|both|them|the \w+ (?:countries|states)\b)[^;.]{8,140})"
)
_FURTHER = re.compile(r" \([^()]{4,40}\)(?:,|;)?(?: and)? (?:on |in |for )?(?P<subject>[^(),;.]{3,90}?)(?P<open> )\(")
_ANOTHER = re.compile(
    r"(?: \([^()]*\))?,? and (?:another|one|a second|a third)(?: one)? "
    r"(?P<of>(?:on|for|between|concerning|regarding|about) )"
)
_INTRODUCES = re.compile(
    r"[\s,:(]*(?:(?:in(?: the)?|on|of|with|between)\b[^;:.()]{0,80}?[\s,:]+)?"
    r"(?:such as|including|namely|among (?:them|which|others)|among these|like|e\.g\.|as follows|"
    r"which include|these include|:)[\s,]"
)
_GENERAL = frozenset(
    (
        "bilateral",
        "joint",
        "mutual",
        "international",
        "formal",
        "cooperation",
        "co-operation",
        "intergovernmental",
        "various",
    )
)
_PARTNER = re.compile(r"\b(?:with|between)\s(?:the )?(?:\w+ (?:and )?){0,2}$")
_CONDITION = re.compile(r"under which|whereby")
_CONDITION_END = re.compile(r"[;.(]|,? and (?:in|on|also)\b|$")
_TOPIC = re.compile(
    r"\b(?:on|concerning|regarding|relating to|in the (?:areas?|fields?|spheres?) of|for the|for|to)\s+(.{3,})$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s(?:between|by)\s.*$")
_LONGEST_SUBJECT = 140


def owned_date(statement: Statement, one: Instrument) -> Mention | None:
    """The date that stands in the title, right before it, in brackets or after "of" or a comma right behind it."""
    text = statement.document.text
    for date in statement.of("date"):
        if date.start >= one.end:
            between = text[one.end : date.start]
            if re.fullmatch(r"[\"”»]?(?:,? ?\([^()]{0,40}?|,? of |, |,? dated | – | - |: )(?:the )?", between):
                return date
        elif one.start - 2 <= date.end <= one.start or one.start <= date.start < one.noun[0]:
            return date if re.fullmatch(r"[\s:–-]*", text[date.end : one.start]) or date.start >= one.start else None
    return None


def date_of(statement: Statement, one: Instrument, end: int, action: str | None = None) -> Mention | None:
    """The date of an instrument: its own, that of the verb behind it, one before it in its clause, or one told before.

    A date in brackets belongs to the instrument that it follows. "Have signed" without a date takes none from before.
    An instrument's own date is no date of its ratification, entry into force or end.
    """
    own = owned_date(statement, one)
    if own is not None and (action in (None, "signed", "announced") or statement.dates in ([], [own])):
        return own
    text, others = statement.document.text, [other for other in find_instruments(statement) if other.start > one.start]
    limit = others[0].start if others else statement.end
    free = [date for date in statement.dates if text[date.start - 1 : date.start] != "(" and date is not own]
    behind = next((date for date in free if one.end <= date.start < limit), None)
    if behind is not None and not _BREAK.search(text[max(end, one.end) : behind.start].lower()):
        return behind
    ahead = [date for date in free if date.end <= one.start and not _CLAUSE.search(text[date.end : one.start])]
    if ahead:
        return ahead[-1]
    if others and (shared := [date for date in free if date.start > one.end]):
        gap = text[one.end : shared[0].start].lower()
        if not re.search(r"; |, (?:while|but) |\b(?:was|were)\b.*\band\b", gap):
            return shared[0]
    if any(date.start < one.start for date in free):
        return free[0]
    if len(free) < len(statement.dates) or (_PERFECT.search(statement.low) and not _REFERRING.search(statement.low)):
        return None
    before = statement.context.previous
    is_told_on = before is not None and before.block is statement.block and not free
    return statement.context.date if is_told_on or _REFERRING.search(statement.low) else None


def head_date(statement: Statement) -> Mention | None:
    """The only date of the line that introduces a list ("four instruments of 2005:")."""
    dates = statement.context.head.dates if statement.context.head is not None else []
    return dates[0] if len(dates) == 1 else None


def count_of(statement: Statement, one: Instrument) -> int | None:
    """How many there are, by a number right before the title or the noun ("eight documents", "a dozen treaties")."""
    for number in statement.of("quantity"):
        near = number.start <= one.noun[0] and number.end >= one.start - 1
        if near and one.plural and isinstance(number.value, QuantityValue):
            return int(number.value.value)
    return (
        12
        if one.plural and re.search(r"\ba dozen (?:\w+ )?$", statement.low[: one.noun[0] - statement.start])
        else None
    )


def value_of(statement: Statement, one: Instrument) -> Mention | None:
    """The amount said of the instrument: "a document worth $5 million", "a $5 million contract"."""
    text = statement.document.text
    money = statement.after(one.noun[1], "money")
    if money is not None and money.start - one.end < 40:
        between = text[one.noun[1] : money.start].lower()
        if _WORTH.search(between) and not re.search(r"\band (?:an?|the)\b", between):
            return money
    before = statement.before(one.start, "money")
    return (
        before
        if before is not None and re.fullmatch(r"[\s-]*(?:(?:worth )?(?:of|in) )?", text[before.end : one.start])
        else None
    )


def parties_of(statement: Statement, one: Instrument) -> tuple[str, ...]:
    """Codes of the pair's states that the statement names or means by "both", and names of bodies in the title."""
    bodies = [
        m.value.name for m in statement.of("body") if one.start <= m.start < one.end and isinstance(m.value, BodyValue)
    ]
    sides = {side for m in statement.of("state", "person") if (side := side_of(m, statement.context))}
    codes = sorted(statement.context.pair if statement.of("both") else sides)
    return (*codes, *dict.fromkeys(bodies))


def place_of(statement: Statement, one: Instrument, end: int) -> str | None:
    """Where it was signed: a place after "in" or "at" in the instrument's clause, outside its title."""
    text = statement.document.text
    for place in statement.of("place"):
        is_outside = place.end <= one.start or place.start >= one.end
        between = text[max(one.end, end) : place.start] if place.start >= one.end else text[place.end : one.start]
        lead = text[place.start - 4 : place.start].lower()
        near = len(between) < 40 or (
            place.start < one.start and re.search(r"\b(?:signed|concluded)\b", between) is not None
        )
        if (
            is_outside
            and lead == " in "
            and near
            and not _BREAK.search(between)
            and isinstance(place.value, PlaceValue)
        ):
            return place.text
    return None


def subject_behind(statement: Statement, one: Instrument, end: int) -> tuple[int, int] | None:
    """What an untitled instrument is about, told behind its verb: "memorandums were signed to ease trade"."""
    text = statement.document.text
    if topic_of(text[one.start : one.end]) is not None or text[one.start : one.noun[0]].strip().istitle():
        return None
    at = max(end, one.end) - statement.start
    found = _SUBJECT.match(statement.low, at) or (_PARTIES.match(statement.low, at) if one.is_bare else None)
    if found is None:
        return None
    start = statement.start + found.start("of")
    if _CONDITION.match(found["of"]):
        mark = _CONDITION_END.search(text, start, statement.end)
        stop = trimmed(statement, start, mark.start() if mark else statement.end)
    else:
        following = [other.start for other in find_instruments(statement) if other.start > start and other.joined]
        stop = trimmed(statement, start, min([extent(statement, start + 3), *following, statement.end]))
    return (start, stop) if 6 < stop - start <= _LONGEST_SUBJECT else None


def further_subjects(statement: Statement, one: Instrument) -> list[tuple[tuple[int, int], Mention]]:
    """The subjects with a date in brackets that go on behind the first one's: their spans and dates."""
    text, at = statement.document.text, one.end
    limit = next((other.start for other in find_instruments(statement) if other.start > one.start), statement.end)
    found: list[tuple[tuple[int, int], Mention]] = []
    while (match := _FURTHER.match(text, at, limit)) is not None:
        date = next((date for date in statement.dates if date.start == match.end()), None)
        if date is None:
            break
        found.append((match.span("subject"), date))
        at = match.start("open")
    return found


def another(statement: Statement, one: Instrument) -> tuple[int, int] | None:
    """What a second instrument of the same noun is about: "and another on animal health"."""
    found = _ANOTHER.match(statement.document.text, one.end, statement.end)
    if found is None or one.plural:
        return None
    stop = trimmed(statement, found.start("of"), extent(statement, found.start("of") + 3))
    return (found.start("of"), stop) if stop - found.start("of") > 6 else None


def is_told(statement: Statement, one: Instrument, title: str, date: Mention | None) -> bool:
    """Whether the words tell of one instrument or of counted ones, and do not only refer to some."""
    text = statement.document.text
    if one.plural and _INTRODUCES.match(text, one.noun[1]) and count_of(statement, one) is None:
        return False
    if count_of(statement, one) is not None or value_of(statement, one) is not None:
        return True
    before = text[one.start : one.noun[0]].split()
    is_general = all(word in _GENERAL for word in before) and len(title) <= one.noun[1] - one.start
    if is_general and (one.plural or one.article in ("the", "its", "their", "his")):
        return False
    return not is_general or (one.article in ("a", "an", "another") and date is not None)


def topic_of(title: str) -> str | None:
    """What an instrument is about, by its title: the words after "on", "for", "concerning".

    >>> topic_of("Agreement between the two governments on mutual aid in customs matters")
    'mutual aid in customs matters'
    """
    found = None if _CONDITION.search(title) else _TOPIC.search(title)
    return _BETWEEN.sub("", found[1]).strip() or None if found else None


def is_foreign_affair(statement: Statement, one: Instrument) -> bool:
    """Whether states are named as parties and none, or only one beside a third state, is of the pair."""
    pair = statement.context.pair
    codes = [(m, lies_in(m, pair)) for m in statement.of("state")]
    if statement.of("both") or not codes:
        return False
    own = {iso3 for _, iso3 in codes if is_side(iso3, pair)}
    if not own and not statement.of("body"):
        return True
    text = statement.document.text
    foreign = [m for m, iso3 in codes if not is_side(iso3, pair) and 0 <= m.start - one.noun[1] < 60]
    partner = [m for m in foreign if _PARTNER.search(text[max(one.noun[1], m.start - 40) : m.start])]
    return bool(partner) and len(own) < 2
