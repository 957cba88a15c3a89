"""Envoys in a statement: which people are heads of mission, and the name that goes with an office."""

from __future__ import annotations

import re

from parsers.language.mention import Mention, PersonValue
from parsers.language.office_words import is_head, words
from parsers.language.reading import Statement

OFFICE = re.compile(
    r"\b(?:acting )?(?:(?:non-resident )?ambassadors?(?: extraordinary and plenipotentiary)?|high commissioners?"
    r"|chargés? d['’]affaires"
    r"|charges? d['’]affaires|nuncio|heads? of mission|envoys? extraordinary(?: and minister plenipotentiary)?"
    r"|minister plenipotentiary|minister resident|resident minister|envoys?)\b",
    re.I,
)
_ROAMING = re.compile(r"at-large|goodwill|special|designate|deputy|cultural|brand|climate|peace|personal|trade", re.I)
_CAPITAL = r"[^\W\d_a-z][\w’'.-]*"
NAME = re.compile(rf"{_CAPITAL}(?: (?:(?:de|da|dos|del|la|van|von|bin|al|el|ibn) )*{_CAPITAL})+")
TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Dr)(?:\. ?| )")
_RECIPIENT = re.compile(r"\bto (?:the )?[^\W\d_]+$")
_BETWEEN = re.compile(
    r"[\s,:]*(?:(?:is|are|was|were|has|had|been|being|be|who|served|serves|serving|serve|currently|acted|worked|then"
    r"|also|became|appointed|accredited|named|designated|nominated|sent|posted|recalled|presented|held|took|takes|taken|over"
    r"|up|charge|office|position|duties|duty|assumed|as|an?|the|its|his|her|own|(?:country|nation|homeland|_)['’]s"
    r"|by|to|of|in|at|with|on|from|since|until"
    r"|during|first|second|third|last|current|new|former|resident|present|woman|man|person|himself|herself"
    r"|letters?|credence|credentials|residence|residing|post|ambassador|\d+(?:st|nd|rd|th)|full|fully-fledged"
    r"|ended|completed|finished|concluded|term|tenure"
    r"|mr|mrs|ms|dr|count|baron|general|admiral|rear|_)\b\.?[\s,:]*)*"
)
_BEFORE_HIM = re.compile(r"\b(?:succeeded|replaced|succeeding|replacing|took over from) (?!by )[^,;.]{2,40} (?=as\b)")
_PREDECESSOR = re.compile(r"\b(?:succeeded|replaced|succeeding|replacing|from)(?: ambassador)? $")
_AGENT = re.compile(r" by (?:the )?[^,;.]{2,50} (?=as\b)")
_TAKER = re.compile(r"(?<=credentials) to [^,;.]{2,60} (?=as\b)|(?<=credence) to [^,;.]{2,60} (?=as\b)")
"""Who takes credentials: "presented his credentials to President Berg on _ as"."""
_SENDS = re.compile(
    r" (?:(?:then|later|also|had|has|[a-z]+ly) )*(?:sent|dispatched|appointed|named|nominated|designated|recalled"
    r"|posted|accredited|expelled|withdrew) (?:an?|the|his|her|its|their|another)(?: [a-z]+)* ?"
)
"""Between who sends or recalls an envoy and the envoy: "sent an envoy to Oslo"."""
_PARTIES = ("alliance", "party", "front", "movement", "union", "league", "coalition")
_GIVEN_TO = re.compile(r"\bto (?:the |his |her )?$")
_BY_ONE = re.compile(r"\b(?:appointed|named|designated|nominated|sent|chosen|recalled) by (?:the )?$")
"""Before who appoints an envoy: "was appointed by President Otieno as ambassador"."""
_ASIDE = re.compile(r"^ \([^()]{0,120}\)")
_APPOSED = re.compile(r"^, [^,;.]{2,60}, (?=(?:is|was|has|had|who|became|served|presented|took|and|as)\b)")
_KIN = (
    r"(?:grand|step)?(?:daughter|son|child)|(?:half-)?(?:sister|brother)|niece|nephew|cousin|widow|wife|husband|spouse"
    r"|(?:father|mother|son|daughter|brother|sister)-in-law|father|mother|uncle|aunt"
)
# "The ambassador is A's niece, B": A only tells who B is.
_KINSMAN = re.compile(rf"(?:late )?{NAME.pattern}(?<=['’s]) (?:[a-z]+ ){{0,2}}?(?:{_KIN}),? \Z")
_WORD = 20
"""Characters before a name in which the word before it stands."""
_OWNS = ("'s", "’s", "'", "’")
_APPOINTED = re.compile(
    rf"\b(?:appointed|named|designated|nominated|sent|posted|chose)(?: the \w+)? (?P<name>{NAME.pattern}), "
    r"[^;.]{2,120}, as (?:\w+ )*$"
)

Name = tuple[str, tuple[int, int]]
"""A name as it is entered, and its span in the document's text."""


def is_envoy(mention: Mention) -> bool:
    """Whether a person mention is a head of mission, by the words of the office."""
    isolated = isinstance(mention.value, PersonValue) and OFFICE.search(mention.text) is not None
    return isolated and _ROAMING.search(mention.text) is None


def holder_of_post(statement: Statement, envoy: Mention) -> Name | None:
    """The name that goes with an office: inside the mention, a person beside it, else capitalised words beside it."""
    value = envoy.value
    if isinstance(value, PersonValue) and value.name and not _receives(statement, envoy, value.name):
        at = envoy.text.find(value.name)
        return value.name, (envoy.start + max(at, 0), envoy.end if at < 0 else envoy.start + at + len(value.name))
    return _appointed(statement, envoy) or _person_beside(statement, envoy) or _words_beside(statement, envoy)


def _appointed(statement: Statement, envoy: Mention) -> Name | None:
    """The name behind a verb of appointing that an aside parts from the office: "named Otieno, sister of B, as"."""
    found = _APPOINTED.search(statement.document.text, statement.start, envoy.start)
    return (found["name"], found.span("name")) if found else None


def name_in(statement: Statement, begin: int) -> Name | None:
    """The name that an item or a field holds: a person's, else the first capitalised words behind a place."""
    for person in statement.of("person"):
        if isinstance(person.value, PersonValue) and person.value.name:
            return person.value.name, (person.start, person.end)
    bare = NAME.search(statement.document.text, begin, statement.end)
    return (bare[0], bare.span()) if bare else None


def _person_beside(statement: Statement, envoy: Mention) -> Name | None:
    """The person whom the words between join to an office; not one to whom the envoy was sent, nor a predecessor."""
    is_to_one = _RECIPIENT.search(envoy.text) is not None and not _ends_with_place(statement, envoy)
    for other in statement.of("person"):
        name = other.value.name if isinstance(other.value, PersonValue) else None
        if not name or other is envoy or (is_to_one and other.start >= envoy.end):
            continue
        between = _words_beside_office(statement, envoy, other.start, other.end)
        is_taker = other.end <= envoy.start and _GIVEN_TO.search(statement.low, 0, other.start - statement.start)
        is_received = is_taker or between.rstrip(" the").endswith(" to")
        is_sender = other.end <= envoy.start and _SENDS.fullmatch(between) is not None
        if is_received or is_sender or _owns(statement, envoy, other) or _is_predecessor(statement, other.start):
            continue
        if _BETWEEN.fullmatch(between):
            return name, (other.start, other.end)
    return None


def _owns(statement: Statement, envoy: Mention, other: Mention) -> bool:
    """Whether a person behind an office only tells whose relative holds it: "is the Premier A's niece, B"."""
    return other.start >= envoy.end and statement.document.text.startswith(_OWNS, other.end)


def _words_beside(statement: Statement, envoy: Mention) -> Name | None:
    """The capitalised words, no mention of anything, that the words between join to an office."""
    text = statement.document.text
    for name in NAME.finditer(text, statement.start, statement.end):
        start, end = name.span()
        free = all(one.end <= start or one.start >= end for one in statement.mentions)
        if not free or name[0].endswith(_OWNS) or _is_of_body(text, start) or not _is_name(name[0]):
            continue
        if _is_predecessor(statement, start):
            continue
        between = _words_beside_office(statement, envoy, start, end)
        if end <= envoy.start and _SENDS.fullmatch(between):
            continue
        if _stands_beside(text, name, between) and _BETWEEN.fullmatch(between):
            return TITLE.sub("", name[0].rstrip(".")), (start, end)
    return None


def _is_predecessor(statement: Statement, start: int) -> bool:
    """Whether the name at a place is of one whom the envoy followed, or who appointed: "succeeding Ambassador"."""
    before = start - statement.start
    return any(way.search(statement.low, 0, before) for way in (_PREDECESSOR, _BY_ONE))


def _words_beside_office(statement: Statement, envoy: Mention, start: int, end: int) -> str:
    """The words between an office and a name at [start, end), which stands before or behind it."""
    before = end <= envoy.start
    return _words_between(statement, *((end, envoy.start) if before else (_stop(statement, envoy), start)))


def _words_between(statement: Statement, start: int, end: int) -> str:
    """The words between two places in lower case, with a sign for each place, state and date, without a predecessor,
    whose relative somebody is ("is Otieno's son,"), and a bracket or an apposition that opens them ("was sent to _ as"
    of "Otieno, a lawyer, was sent to Oslo as").
    """
    text, pieces = statement.document.text, []
    for place in statement.of("place", "state", "date"):
        if start <= place.start and place.end <= end:
            pieces += [text[start : place.start], "_"]
            start = place.end
    plain = _KINSMAN.sub("", "".join([*pieces, text[start:end]])).lower()
    bare = _TAKER.sub(" ", _AGENT.sub(" ", _BEFORE_HIM.sub("", plain)))
    return _APPOSED.sub(" ", _ASIDE.sub("", bare))


def _is_name(name: str) -> bool:
    """Whether capitalised words hold no word of an office and end as no party or body does: not "Under
    Secretary-General", "Democratic Alliance".
    """
    parts = [part for word in name.lower().split() for part in (word, *word.split("-"))]
    is_body = parts[-1] in words("no_surnames") or parts[-1] in _PARTIES
    return not is_body and not any(map(is_head, parts))


def _is_of_body(text: str, start: int) -> bool:
    """Whether the word before a name tells that it is a body's: "leader of the party National Renewal"."""
    before = text[max(0, start - _WORD) : start].split(" ")[-2:]
    return before[1:] == [""] and before[0] in words("bodies")


def _stands_beside(text: str, name: re.Match[str], between: str) -> bool:
    """Whether words join a name to an office, or commas set it off, or a verb of appointing stands before it."""
    labelled = between == ": " and text[name.end() : name.end() + 1] in ("", "\n", " ", ",")
    closed = between == ", " and text[name.end() : name.end() + 1] in (",", ".", ";")
    named = between == " " and re.search(r"\b(?:appointed|named|designated) $", text[: name.start()]) is not None
    return bool(between.strip(" ,:")) or closed or named or labelled


def _ends_with_place(statement: Statement, envoy: Mention) -> bool:
    """Whether an office's words end with the state or place that the envoy is sent to."""
    return any(part.end == envoy.end for part in statement.inside(envoy, "state", "place"))


def _receives(statement: Statement, envoy: Mention, name: str) -> bool:
    """Whether the name in a mention is of the one whom the envoy was sent to: "Ambassador of Kenya to King Olav"."""
    office, at = OFFICE.search(envoy.text), envoy.text.find(name)
    to = re.search(r"\bto (?:the )?\w+ $", envoy.text[office.end() : at]) if office is not None else None
    return to is not None and not any(m.end == envoy.start + at - 1 for m in statement.inside(envoy, "state", "place"))


def _stop(statement: Statement, envoy: Mention) -> int:
    """Where an office's words end, with the city it sits in: "Ambassador of Kenya with residence in Oslo"."""
    after = statement.after(envoy.end, "place", "state")
    between = statement.document.text[envoy.end : after.start] if after is not None else "-"
    seated = re.fullmatch(
        r",? (?:with (?:residence|(?:a|his|her|its) seat) |residing |based |resident )?(?:in|to|at) ", between
    )
    return after.end if after is not None and seated else envoy.end
