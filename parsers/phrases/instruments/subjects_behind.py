"""What an instrument is about, where words behind its noun or verb tell it: "memorandums were signed to ease trade".

The subjects inside the title of a plural are told apart by `subjects`.
"""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.phrases.instruments.about import names_matter
from parsers.phrases.instruments.instrument import Instrument, count_of
from parsers.phrases.instruments.instruments import find_instruments
from parsers.phrases.instruments.subjects import each_of_two, one_by_one, subjects
from parsers.phrases.instruments.titles import extent, trimmed

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
# "Signed deals during a visit by the minister to the desert state": where the journey went.
_JOURNEY = re.compile(r"\b(?:visit|trip|journey|tour)s?\b[^,;.]*\Z")
_TO_PLACE = re.compile(r"to (?:the|an?|his|her|its|their) ")
_SAYING = re.compile(r"[a-z]+ing that\b")
_PARTIES = re.compile(
    r"(?:,? (?:in|on|at) [^,;.]{0,40}?)?,? "
    r"(?P<of>between (?!the (?:two|countries)|both|them|the \w+ (?:countries|states)\b)[^;.]{8,140})"
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
# "Renewed for five years", "to replace the old one" tell no subject.
_NO_SUBJECT = re.compile(
    r"to (?:replace|supersede|succeed) (?:the|an?|their|its|that|those) (?:[a-z]+ )?(?:one|ones|version)\b|"
    r"for (?:a (?:\w+ )?period|an? (?:\w+ )?(?:years?|terms?)|another|[\w-]+ (?:more |further )?(?:years|months))\b"
)
_SHORTEST_SUBJECT = 6
_LONGEST_SUBJECT = 140
_JOINT = re.compile(r",? and |,")
_DOING = re.compile(
    r"(?:under|in) which|whereby|\b[a-z]+ing that\b|\b(?:that|which) (?:(?:will|would) )?(?:also |[a-z]+ly )?[a-z]+"
)


def subject_behind(statement: Statement, one: Instrument, end: int) -> tuple[int, int] | None:
    """What an untitled instrument is about, told behind its verb: "memorandums were signed to ease trade"; also by what
    it did: "a treaty which opened the ports".
    """
    if _tells_subject(statement, one):
        return None
    examples = examples_behind(statement, one) or examples_behind(statement, one, end)
    if examples is not None:
        return examples
    at = max(end, one.stop) - statement.start
    found = _SUBJECT.match(statement.low, at) or (_PARTIES.match(statement.low, at) if one.is_bare else None)
    start = statement.start + found.start("of") if found is not None else None
    if start is None or _is_of_other(statement, one, start):
        return None
    stop = _subject_end(statement, start)
    is_told = stop - start > _SHORTEST_SUBJECT and not _is_cut(statement, start, stop)
    return (start, _shortened(statement, start, stop)) if is_told else None


def _tells_subject(statement: Statement, one: Instrument) -> bool:
    """Whether an instrument's own title tells what it is about, or is a name."""
    text, title = statement.document.text, _title(statement, one)
    if text[one.noun[0]].isupper() and not (one.is_bare or _SHORT.fullmatch(text, one.noun[1], one.end)):
        return True
    return _TOPIC.search(title) is not None and _DOING.search(title) is None


def _is_of_other(statement: Statement, one: Instrument, start: int) -> bool:
    """Whether words at a place that could be a subject are none: they tell what is done under a pact whose matter is
    named, what somebody said, of the next instrument, to whom it was given, or for how long.
    """
    text, low, at = statement.document.text, statement.low, start - statement.start
    is_named = _DOING.match(text, start) is not None and names_matter(_title(statement, one))
    is_said = _SAYING.match(text, start) is not None and _BESIDE.search(text, one.stop, start) is not None
    is_of_next = any(one.stop < other.start < start for other in find_instruments(statement))
    is_receiver = low.startswith("to ", at) and text[start + 3].isupper()
    is_way = _TO_PLACE.match(low, at) is not None and _JOURNEY.search(low, one.stop - statement.start, at) is not None
    return is_named or is_said or is_of_next or is_receiver or is_way or _NO_SUBJECT.match(low, at) is not None


def _title(statement: Statement, one: Instrument) -> str:
    """The title of an instrument as written."""
    return statement.document.text[one.start : one.end]


def _subject_end(statement: Statement, start: int) -> int:
    """Where a subject ends: a clause with its mark, any other with its words or before the next instrument."""
    if _CONDITION.match(statement.low, start - statement.start):
        return _clause_end(statement, start)
    does = _DOING.match(statement.document.text, start)
    begin = does.end() if does is not None else start + 3
    following = (other.start for other in find_instruments(statement) if other.start > start and other.joined)
    return trimmed(statement, start, min([extent(statement, begin), *following, statement.end]))


def _clause_end(statement: Statement, start: int) -> int:
    """Where a clause ends that tells what holds under an instrument."""
    mark = _CONDITION_END.search(statement.document.text, start, statement.end)
    return trimmed(statement, start, mark.start() if mark else statement.end)


def _is_cut(statement: Statement, start: int, stop: int) -> bool:
    """Whether a quotation mark that opens behind it cuts what is done: "establishing a “Reef Council”"."""
    text = statement.document.text
    return any(mark in text[stop : stop + 6] for mark in _OPENING) and _GERUND.match(text, start) is not None


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
    if found is None:
        return None
    start = found.start("of")
    return start, _shortened(statement, start, _clause_end(statement, start))


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
