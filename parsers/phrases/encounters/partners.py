"""Partners of an encounter: whether the words between verb and person tell of one, and who is counted up behind."""

from __future__ import annotations

import re

from parsers.language.mention import Mention
from parsers.language.pattern import Match
from parsers.language.reading import Statement, named
from parsers.language.sides import side_of

_NAMED_SO = re.compile(r" (?:an?|the) |['’]s ")
_EVENT_HOSTED = re.compile(
    r"\b(?:summit|conference|forum|congress|exhibition|festival|fair|games|tournament|assembly|workshop|seminar)\b"
    r"[^;.,]{0,50}, \Z",
    re.I,
)
"""What somebody hosted that is no guest: "attended a summit on migration, hosted by A"."""
_PURPOSES = ("to meet", "to see", "to discuss", "to hold", "for ")
_JOINED = re.compile(
    r"(?: \([^)]{0,40}\))?,?\s*(?:and|,|;|&|as well as|along with|together with|accompanied by|and then)\s*"
    r"(?:also\s)?(?:met\s)?(?:with\s|by\s)?(?:(?:the|his|her|their|its|then|former)\s+)*"
    r"(?:counterpart,?\s)?"
    r"(?:(?:(?:military|army|air force|navy|naval|opposition|party|trade union|business|religious)\s)?"
    r"(?:commander|chief|leader)\s)?(?:[A-Z][\w-]+['’]s\s)?",
    re.I,
)
_INSTEAD = re.compile(r",? (?:including|among (?:them|whom)|such as|notably|namely) (?:(?:the|his|her|then) )*")
"""Between a group and those of it who are named: "Kenyan leaders, including President A"."""
_LONGER = re.compile(r" [A-ZÀ-Þ]")  # "visited King Olav Hospital"
_WENT = re.compile(
    r"\b(?:took the (?:opportunity|occasion)|us(?:ed|ing) the (?:opportunity|occasion)|attend(?:ed|ing)"
    r"|visited|travell?ed|arrived|flew|went|came|stopped|paid|made|(?:was|were) in"
    r"|(?:led|leading|headed|heading) (?:an?|the) )"
)
_WITH = re.compile(r"\b(?:with|by|between|to)\b")
_INCLUDING = re.compile(r"\b(?:including|among (?:them|whom)|such as) (?:(?:the|his|her|then) )*$")
_OTHERS_FIRST = re.compile(
    r" (?:ministers|officials|leaders|members|politicians|parliamentarians|businessmen)\b[a-z ,-]*(?:,|\band|\bas)"
    r" (?:(?:the|his|her|then) )*$"
)
"""Unnamed people before the one who is named: "met ministers and officials, Opposition Leader A"."""
_ASIDE = re.compile(r"^, (?:in|during|at|on|while|after|before|among others)\b[^;.]{3,70}, (?:(?:the|his|her) )?$")
_PHONED = re.compile(r" (?:by|over the|on the|in a) (?:tele)?phone\b")
_PLAIN_WAY = re.compile(
    r"(?: (?:also|audience|private|visiting|in|at|the|his|her|their|counterpart|then|a|visit|from|by|of|\[(?:place"
    r"|state|date):\d+\],?))*\s?",
    re.I,
)
_THERE_BY = re.compile(r" (?:at|in) [^;,.]{3,60} by(?: (?:the|his|her|their|then))* ")
_ACTS = re.compile(r",? (?:met|visited|also|signed|held|arrived|attended|said|returned|opened|paid)\b")
# What is given for a person, and verbs that have one as their object: he stands right beside them.
_GATHERINGS = ("call from", "audience", "dinner", "banquet", "luncheon", "lunch", "breakfast", "tea", "reception")
_UPON = ("granted", "gave", "became", "becoming", "was the", "was a guest", "were guests", "were the guests",
         "congratulated", "telephoned", "phoned", "called", "paid", "visited")  # fmt: skip
_TELLING = ("told", "informed", "assured", "briefed", "urged", "thanked")
_RECEIVING = ("received", "welcomed", "hosted", "greeted")
_MEETING = ("met", "meet", "meets", "meeting", "saw", "to meet", "to see")
_BESIDE = 25  # letters between a verb and the person beside it


def companions(statement: Statement, first: Mention) -> list[Mention]:
    """A person and those who are counted up behind it: "with A, B and C"."""
    text, found = statement.document.text, [_named_of_group(statement, first)]
    for person in statement.of("person"):
        if person.start >= found[-1].end:
            if not _JOINED.fullmatch(text[found[-1].end : person.start]):
                break
            if _acts_next(text[found[-1].end : person.start], text[person.end : person.end + 12]):
                break
            if not named(person) and text.startswith(("'s ", "’s "), person.end):
                break  # "and the president's adviser"
            found.append(person)
    return found


def _named_of_group(statement: Statement, first: Mention) -> Mention:
    """The first who is named of a group without a name; the mention itself where it is none, or nobody is named."""
    following = statement.after(first.end, "person") if not named(first) else None
    if following is None or not named(following):
        return first
    return following if _INSTEAD.fullmatch(statement.document.text, first.end, following.start) else first


def _acts_next(between: str, behind: str) -> bool:
    """Whether a person behind ", and" is the subject of a clause of his own: "met A, and B said"."""
    parted = ";" in between or ("," in between and re.search(r"\band\b", between) is not None)
    return parted and _ACTS.match(behind) is not None


def is_with(match: Match) -> bool:
    """Whether the words between verb and partner tell of a partner: "met (with)", "held talks with", "was received
    by".
    """
    way, verb = (match.words("way") or "").lower(), (match.words("verb") or "").lower()
    if _is_no_person(match, verb, way):
        return False
    if verb.endswith(_GATHERINGS) or verb.startswith(_UPON):
        return len(way) < _BESIDE
    if verb in _TELLING:
        return _is_told(match, verb, way)
    if verb in _RECEIVING:
        plain = _PLAIN_WAY.fullmatch(match.found["way"] or "") or _THERE_BY.fullmatch(way)
        return plain is not None
    if verb.startswith(_PURPOSES) and not _WENT.search(match.statement.low):
        return False
    return _is_met(way) if verb in _MEETING else _WITH.search(way) is not None


def _is_no_person(match: Match, verb: str, way: str) -> bool:
    """Whether no person was met, but his wish, or a house of his name, or he was called something, or hosted an event:
    "met A's demands", "visited King A Hospital", "called A a friend", "attended a forum, hosted by A".
    """
    statement, end = match.statement, match.end
    if verb == "hosted" and _EVENT_HOSTED.search(statement.document.text, statement.start, match.verb[0]):
        return True
    other = _NAMED_SO.match(statement.low, end - statement.start) or " by " in way
    longer = verb.endswith(("visited", "visit to")) and _LONGER.match(statement.document.text, end)
    return bool(longer or (verb in ("called", "met") and other))


def _is_met(way: str) -> bool:
    """Whether a partner stands beside a verb of meeting, or behind words that join both."""
    beside = len(way) < _BESIDE or way.endswith(" counterpart ")
    return beside or any(shape.search(way) for shape in (_WITH, _INCLUDING, _OTHERS_FIRST, _ASIDE))


def _is_told(match: Match, verb: str, way: str) -> bool:
    """Whether a verb of telling has a partner of whom it is clear that the two spoke: a counterpart, one on the phone,
    one of the pair who was told something on a date.
    """
    statement, partner = match.statement, match.mention("others")
    if partner is None:
        return False
    if _PHONED.match(statement.low, match.end - statement.start) or way.strip().startswith("the visiting"):
        return True
    if verb in ("told", "informed") and not way.strip() and statement.dates and named(partner):
        return side_of(partner, statement.context) is not None
    office = (getattr(partner.value, "office", None) or "").lower()
    return verb != "thanked" and len(way) < 10 and any(word in office for word in ("counterpart", "colleague"))
