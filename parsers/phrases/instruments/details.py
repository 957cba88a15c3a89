"""What a statement says of one instrument beside its title: date, amount, parties, place, subject."""

from __future__ import annotations

import re

from parsers.language.mention import Mention, MoneyValue, PlaceValue
from parsers.language.reading import Statement
from parsers.phrases.instruments.about import names_matter
from parsers.phrases.instruments.instrument import Instrument, count_of
from parsers.phrases.instruments.instruments import find_instruments
from parsers.phrases.instruments.subjects import each_of_two, one_by_one, subjects
from parsers.phrases.instruments.titles import deeds_besides, extent, trimmed

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
# What a treaty does tells what it is about: "an accord which opened the border to traders".
_DOES = (
    r"(?:that|which) (?:also |[a-z]+ly )?(?:(?:call(?:ed|s)|provide[ds]) for|gave|gives|set|sets|saw|sees|made|makes|"
    "(?:support|condemn|pledg|reaffirm|regulat|cover|enabl|allow|permit|expand|resolv|establish|creat|grant|settl|defin"
    "|abolish|restor|reduc|remov|eliminat|determin|fix|limit|ced|secur|deliver|return|hand|"
    "strengthen|govern|guarante|ensur|facilitat|exempt|oblig|commit|requir|prohibit"
    "|bann|lift|outlin|concern|transferr|fix|end|open|divid|delimit|recogni[sz]|denounc|endors|stipulat|stat|promot)"
    "(?:ed|e?s)|(?:seeks?|aim(?:s|ed)) (?:to|at)|sought to)"
)
_WOULD_DO = (
    r"(?:that|which) (?:will|would) (?:also |[a-z]+ly )?(?:allow|enable|permit|see|give|grant|let|make|help|open|create"
    r"|set|ease|end|bring|provide for|establish|abolish|reduce|remove|regulate|facilitate|strengthen|protect|expand)"
)
_SUBJECT = re.compile(
    r"[\"”]?(?: \([a-z]{2,8}\))?"
    r"(?: (?:worth|valued at|of) (?!\d{4}\b)[^,;.]{2,30}?)??(?:,? (?:by|between) (?:the )?(?:two |both )?"
    r"(?:countries|nations|sides|states|governments|parties|leaders|presidents|ministers)|"
    r",? (?:in|on|at|during|by|between|there|with)\b(?:(?! from |,? including | and (?:one|another) "
    r"| (?!united)[a-z]+ed )[^,;:.]){0,60}?(?:counterpart, [^,;:.]{3,30}(?=, ))?)??,? (?<!visit )(?<!visits )"
    r"(?<!trip )(?P<of>"
    r"(?:on|to|for|regarding|concerning|covering|relating to|aimed at|under which|in which|whereby|"
    r"(?:centred|centered|focus(?:s?ed|s?ing)) (?:around|on)|"
    r"allowing|permitting|establishing|enabling|"
    r"(?:giving|granting) (?!one another|each)|fixing|setting|ceding|returning|securing|defining|"
    r"determining|opening|pledging|committing|obliging|recogni[sz]ing|guaranteeing|"
    r"(?:making|leaving|placing|putting) (?!it\b|both\b|them\b|the (?:two|other)\b)(?=[^,;.]{6})|"
    r"providing for|ending|settling|creating|expanding|forging|"
    r"abolishing|regulating|reaffirming|condemning|calling for|signall?ing|(?:stat|declar|affirm|agree|promis)ing that|"
    r"(?:devised|designed|intended|meant) to|(?:aiming|seeking) (?:at|to)|"
    r"in (?:the )?(?:areas?|fields?|spheres?|sectors?|domain) (?:of|such as|like|including)|"
    rf"in (?:future )?(?:\w+ )?cooperation|{_DOES}|{_WOULD_DO})\b"
    r"(?! (?:an? )?[a-z]+ basis\b| (?:mon|tues|wednes|thurs|fri|satur|sun)day\b)"
    r"(?! (?:the )?(?:\d|what\b|how\b|whether\b|occasion|visit|same|first|last|final|next|second|third|opening|closing|"
    r"sidelines|"
    r"end|behalf|following\b|be\b|\w+ (?:side|part)\b|"
    r"january|february|march|april|may|june|july|august|september|"
    r"october|november|december))[^;.]{3,160})"
)
# "Signed deals with the minister stating that": what somebody said.
_BESIDE = re.compile(r" with [^,;.]+ \Z")
_SAYING = re.compile(r"[a-z]+ing that\b")
_PARTIES = re.compile(
    r"(?:,? (?:in|on|at) [^,;.]{0,40}?)?,? "
    r"(?P<of>between (?!the (?:two|countries)|both|them|the \w+ (?:countries|states)\b)[^;.]{8,140})"
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
_SHORT = re.compile(r" \([A-Z]\w+\)")
_CONDITION = re.compile(r"(?:under|in) which|whereby|[a-z]+ing that\b")
_CONDITION_END = re.compile(
    r"[;.(]|,? and (?:in|on|also)\b|, [a-z]{3,}ed (?:the|an?|its|their|his|her|to|that)\b|$"
)
_TOPIC = re.compile(
    r"\b(?:on|concerning|regarding|relating to|in the (?:areas?|fields?|spheres?) of|for the|for|to)\s+.{3,}$",
    re.IGNORECASE,
)
_GERUND = re.compile(r"[a-z]+ing\b")
_OPENING = ('"', "“", "«")
# "Renewed for five years" tells no subject.
_TERM = re.compile(
    r"for (?:a (?:\w+ )?period|an? (?:\w+ )?(?:years?|terms?)|another|[\w-]+ (?:more |further )?(?:years|months))\b"
)
_LONGEST_SUBJECT = 140
_JOINT = re.compile(r",? and |,")
_DOING = re.compile(r"(?:under|in) which|whereby|\b[a-z]+ing that\b|\b(?:that|which) (?:also |[a-z]+ly )?[a-z]+")


def value_of(statement: Statement, one: Instrument) -> Mention | None:
    """The amount said of the instrument: "a document worth $5 million", "a $5 million contract"."""
    text = statement.document.text
    money = statement.after(one.noun[1], "money")
    if money is not None and money.start - one.end < 70:
        between = text[one.noun[1] : money.start].lower()
        if _WORTH.search(between) and not re.search(r"\band (?:an?|the)\b", between):
            return money
        if _TO_GIVE.search(between):
            return money
    before = statement.before(one.start, "money")
    return (
        before
        if before is not None and re.fullmatch(r"[\s-]*(?:(?:worth )?(?:of|in) )?", text[before.end : one.start])
        else None
    )


def amount_cells(money: Mention | None) -> dict[str, object]:
    """The cells of an amount; none where there is none."""
    value = money.value if money is not None else None
    if money is None or not isinstance(value, MoneyValue):
        return {}
    amount = {"value": value.value, "currency": value.currency, "approximate": value.approximate}
    return {**amount, "value_text": money.text}


def place_of(statement: Statement, one: Instrument, end: int) -> str | None:
    """Where it was signed: a place after "in" or "at" in the instrument's clause, outside its title."""
    places = (place for place in statement.of("place") if isinstance(place.value, PlaceValue))
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


def subject_behind(statement: Statement, one: Instrument, end: int) -> tuple[int, int] | None:
    """What an untitled instrument is about, told behind its verb: "memorandums were signed to ease trade"; also by what
    it did: "a treaty which opened the ports".
    """
    text = statement.document.text
    is_named = text[one.noun[0]].isupper() and not (one.is_bare or _SHORT.fullmatch(text, one.noun[1], one.end))
    title = text[one.start : one.end]
    if is_named or (_TOPIC.search(title) is not None and _DOING.search(title) is None):
        return None
    examples = examples_behind(statement, one) or examples_behind(statement, one, end)
    if examples is not None:
        return examples
    at = max(end, one.stop) - statement.start
    found = _SUBJECT.match(statement.low, at) or (_PARTIES.match(statement.low, at) if one.is_bare else None)
    if found is None:
        return None
    start = statement.start + found.start("of")
    if _DOING.match(text, start) and names_matter(title):
        return None  # "a trade pact under which …": the pact is named
    if _BESIDE.search(text, one.stop, start) and _SAYING.match(text, start):
        return None
    if any(one.stop < other.start < start for other in find_instruments(statement)):
        return None  # that of the next: "a pact in 2010 and a memorandum on trade"
    if (found["of"].startswith("to ") and text[start + 3].isupper()) or _TERM.match(statement.low, found.start("of")):
        return None
    if _CONDITION.match(found["of"]):
        mark = _CONDITION_END.search(text, start, statement.end)
        stop = trimmed(statement, start, mark.start() if mark else statement.end)
    else:
        following = [other.start for other in find_instruments(statement) if other.start > start and other.joined]
        does = _DOING.match(text, start)
        begin = does.end() if does is not None else start + 3
        stop = trimmed(statement, start, min([extent(statement, begin), *following, statement.end]))
    is_cut = any(mark in text[stop : stop + 6] for mark in _OPENING) and _GERUND.match(text, start) is not None
    return (start, _shortened(statement, start, stop)) if stop - start > 6 and not is_cut else None


def _shortened(statement: Statement, start: int, stop: int) -> int:
    """Where a subject ends: of a long one, at the last comma, "and" or "to" of what is no longer than a title."""
    if stop - start <= _LONGEST_SUBJECT:
        return stop
    joints = [joint.start() for joint in _JOINT.finditer(statement.document.text, start + 20, start + _LONGEST_SUBJECT)]
    return joints[-1] if joints else start + _LONGEST_SUBJECT


# "Agreements such as the promotion of trade": what they are about, told as examples.
_EXAMPLES = re.compile(
    r",? (?P<of>(?:such as|including)(?: in| on| for)?(?: the)? (?!those\b|ones\b|the\b|an?\b|one\b|two\b|three\b|"
    r"four\b|several\b|with\b|between\b|areas\b|fields\b)(?=[a-z]))"
    r"|(?:,? (?:in|on|during) [^,;.()]{4,24})?,? (?P<one>(?:such as|including|among them|notably) (?:one|another) "
    r"(?:on|for|about|concerning|regarding|to|against) )"
)


def examples_behind(statement: Statement, one: Instrument, at: int = 0) -> tuple[int, int] | None:
    """The topics that are told as examples right behind a plural, or its verb that ends at a place: "including one on
    visas"; null where the examples are instruments.
    """
    found = _EXAMPLES.match(statement.document.text, at or one.noun[1], statement.end) if one.plural else None
    if found is None or (found["one"] and count_of(statement, one) is not None):
        return None
    start, at = found.start("one" if found["one"] else "of"), found.end()
    stop = trimmed(statement, at, extent(statement, at))
    if stop - at < 4 or any(start <= other.start < stop for other in find_instruments(statement)):
        return None
    return start, stop


# "Under a 1999 deal, Peru leases the port": what is done under one tells what it is about.
_UNDER = re.compile(
    r"(?:[^,;.]{0,30}, )?(?:under|according to|through|by) (?:the (?:terms|provisions) of )?(?:an?|the|another|their)"
    r" (?:[a-z]{3,9} )?(?:\d{4} )?\Z"
)
_CLAUSE = re.compile(r"[^,;.()]{0,60}, (?P<of>(?!which\b|who\b|signed\b|and\b|but\b|in\b|on\b)[^;.]{12,})")


def provided(statement: Statement, one: Instrument, end: int) -> tuple[int, int] | None:
    """What is done under an untitled instrument that opens the sentence: "Under a 1999 deal, Peru leases the port"."""
    is_plain = not statement.document.text[one.noun[0]].isupper() and not one.plural
    if not is_plain or _UNDER.match(statement.low, 0, one.start - statement.start) is None:
        return None
    found = _CLAUSE.match(statement.document.text, max(end, one.stop), statement.end)
    mark = _CONDITION_END.search(statement.document.text, found.start("of"), statement.end) if found else None
    if found is None or mark is None:
        return None
    start, stop = found.start("of"), trimmed(statement, found.start("of"), mark.start())
    return start, _shortened(statement, start, stop)


def each_subject(statement: Statement, one: Instrument, end: int) -> list[tuple[int, int]]:
    """What each of a counted plural is about, told one by one behind a place or in its title: "two agreements, one on
    health and the other on visas", "two agreements, on health and on visas".
    """
    if not one.plural:
        return []
    text = statement.document.text
    told = one_by_one(text, end, statement.end)
    return told or (each_of_two(text, one.noun[1], one.end) if count_of(statement, one) == _PAIR else [])


_PAIR = 2


def first_subject(statement: Statement, one: Instrument, subject: tuple[int, int]) -> tuple[int, int]:
    """Of what a plural is about, told behind its verb, the part that is the first one's where each has its own."""
    is_counted = not one.plural or count_of(statement, one) is not None
    parts = [] if is_counted else subjects(statement.document.text, *subject)
    return (subject[0], parts[0][1]) if parts else subject


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
    each = _EACH_DATED.match(statement.document.text, one.stop, statement.end) if one.plural else None
    if each is not None and date is not None and each.start("first") <= date.start < each.end() and count in (None, 2):
        second = statement.after(each.end(), "date")
        return [date, second] if second is not None and second.start == each.end() else [date]
    again = _dated_again(statement, one)
    return [date, again] if again is not None and again is not date else [date]


def _dated_again(statement: Statement, one: Instrument) -> Mention | None:
    """The date of a second instrument of the same name: "signed a trade agreement in 1956 and another in 1972"."""
    if one.plural:
        return None
    gap = statement.document.text
    after = [date for date in statement.dates if date.start >= one.stop]
    return next((date for date in after[:3] if _AGAIN.search(gap, one.stop, date.start)), None)
