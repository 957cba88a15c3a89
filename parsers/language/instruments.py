"""Instruments named in a statement: each with its kind, and the span of its title as written.

A title runs from the words that go before the noun ("Free Trade Agreement", "an economic, scientific and technical
cooperation agreement") to the end of what it is about ("Agreement on Technical Cooperation"), over "and", "on", "of",
"for", "between"; it ends with its quotation mark, a bracket, a date, a verb, or the next instrument. What happened to
it is told by `instrument_actions`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement, kept
from parsers.language.sweep import Gazetteer

_BEFORE_BACKWARDS = re.compile(r"(\s*,?\s*)([^\s|,;:()\[\]\"“”«»„]+)")
_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“"}
_GOES_ON = re.compile(
    r"(?i:,? (?:on|of|for|between|among|with|concerning|regarding|relating to|related to|in|to|against|about|covering|"
    r"aimed at|towards|(?!being|including|during|following|according|starting|beginning|signing|depending|having|"
    r"lasting|expiring|pending|entering)[a-z]{2,}ing)\b"
    r"(?! the (?:last|first|same|next|second|final|following|occasion|sidelines|margins)\b)| and (?=(?-i:[A-Z])))"
)
_STOP = re.compile(
    r"[;|\"“”«»]|\((?![A-Z][^()\d]{1,40}\) and )|\)(?! and (?:the )?[A-Z])|[.:](?:\s|$)| – |"
    r",? (?:(?:was|were|is|are|has|have|had|will|would|could|may|can|should|took|entered|"
    r"came|went|expired|lapsed|remain(?:s|ed)|allow(?:s|ed)|provide[sd]|gives?|gave|led|includ(?:es|ed)|ended|settled|"
    r"abolished|created|governs|governed|regulated|regulates|covers|covered|calls|called|dates|dating|dated|exists|"
    r"existed|helped|recogni[sz]ed|granted|made|makes|confirmed|facilitated|marked|serves|served|stipulated|requires|"
    r"required|obliges|obliged|ensures|ensured|in force|in effect|in place|which|that|who|whereby|where|"
    r"under which|with which|through which|by which|during|when|while|whilst|after|before|following|worth|valued|"
    r"signed|concluded|ratified|reached|since|until|because|although|though|but|however|amid|despite|as well as|"
    r"negotiated|drafted|"
    r"as part|as a|along with|together with|in addition|including|such as|respectively|so that|"
    r"in the presence|in order to|"
    r"in return|in exchange|in response|in an effort|at the|on the occasion|on the sidelines|for the first time|"
    r"with the aim|between the years|being|thereby|thus|there|"
    r"and between|followed|taking effect|hoping|what|"
    r"and (?:another|(?:one|the other) (?:on|for|to|in|between|concerning)|began|begun|agreed|announced|discussed|"
    r"expressed|held|met|visited|witnessed|also|established|signed|opened|"
    r"exchanged|decided|issued|became|have|has|had|was|were|is|are|they|he|she|it|both|the two|later|then|in \d))\b)"
    r"|, (?:and )?(?:in|on) (?=\d|[A-Z][a-z]+ \d)|, (?:with|and then|among|allowing|providing|granting|paving|giving|"
    r"making|opening|leading|ending|replacing|marking|becoming|ensuring|"
    r"the (?:first|second|largest|same|latter|former|other))\b"
)
_NEXT = re.compile(
    r"(?:,?\s*(?:\band|;|,|\bas well as|\balong with|\btogether with|\bplus|\band also)"
    r"|\bsuch as|\bincluding|\bnamely|:)\s+"
    r"(?:also )?(?:(?:in|on) (?:\d{1,2} )?(?:[a-z]{3,9} )?(?:\d{1,2}, )?\d{4},? )?"
    r"(?:an? |the |two |three |several |other |another |new )?(?:\d{4} )?[\"“]?$",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r" \((?:[A-Z][A-Za-z]{0,3}){2,4}s?\)(?= (?:on|of|for|between|with|concerning|regarding|to|in)\b)")
_CALLED = re.compile(r",? (?:known as|called|entitled|titled|named|dubbed) (?:the )?[\"“][^\"”]{3,80}[\"”]")
_NAMELY = re.compile(r"\b(?:known|referred to|described|dubbed|called|named)(?: [a-z]+)? (?:as )?(?:the )?[\"“]?$")
_TOLD = re.compile(r"\b(?:signed|reached|concluded|was|were|is|are|has|have|had|will|agreed)\b")
_CLAUSE_AFTER_NAME = re.compile(r", (?!and |on |of |in |for |to |or )[a-z](?![^.;]*,? and )")
_VERB_AFTER_NAME = re.compile(r" [a-z]+ed (?=(?:the|its|their|his|an?|both|all) )")
_DATE_LEAD = re.compile(r",?\s*(?:in|on|of|from|since|by|dated|and)?(?: the)?\s*$")
_VALIDITY = re.compile(r"\b(?:for(?: the)?(?: years?| period)?(?: of)?|years|period)\s*$")
_PLURAL = re.compile(r"(?:treaties|memoranda|mou[’']?s|ftas|notes verbales|[a-z]*[^s\W]s)$")
_DETERMINED = re.compile(
    r"\b(an?|the|no|its|their|his|her) "
    r"(?:final|major|important|landmark|historic|significant|key|further|separate|so-called) [\"“]?$",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"(?!(?:friendly|family|early|supply|resupply|assembly|monopoly|fly)$)[a-z]+ly$")
_LONGEST_LEAD = 12
_LONGEST_WORD = 120  # characters, with the marks behind it


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument: spans of its title and its noun in the document's text, its kind, whether the noun is plural.

    `article` is the word before the title in lower case ("the", "this", "an"); `joined` whether only a comma,
    "and" or a semicolon stands between it and the instrument before.
    """

    start: int
    end: int
    noun: tuple[int, int]
    kind: str
    plural: bool
    article: str = ""
    joined: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether the title is the noun alone."""
        return (self.start, self.end) == self.noun


@cache
def words(name: str) -> frozenset[str]:
    """One word list of the lexicon of instruments."""
    return frozenset(read_yaml("instruments.yaml")[name])


@cache
def _nouns() -> Gazetteer[str]:
    lexicon = read_yaml("instruments.yaml")
    names = {name: kind for kind, names in lexicon["kinds"].items() for name in names}
    return Gazetteer({**dict.fromkeys(lexicon["no_instrument"], ""), **names})


def _found_nouns(statement: Statement) -> list[tuple[int, int, str]]:
    """The nouns of the statement, in order, as offsets into the document; compounds ("treaty port") are left out."""
    text, found = statement.document.text, []
    for start, end, kind in _nouns().find(statement.low):
        following = re.match(r"[ -]([a-z]+)", statement.low[end:])
        part = following is not None and following[1] in words("compounds")
        acronym = statement.low[start:end] in words("acronyms") and not text[statement.start + start].isupper()
        if kind and not part and not acronym:
            found.append((statement.start + start, statement.start + end, kind))
    return found


@kept
def find_instruments(statement: Statement) -> list[Instrument]:
    """The instruments of a statement in order; a noun inside another's title, or an alias in brackets, is none."""
    nouns = _found_nouns(statement)
    starts = [_title_start(statement, start, nouns) for start, _, _ in nouns]
    found: list[Instrument] = []
    for number, (start, end, kind) in enumerate(nouns):
        if found and start < found[-1].end:
            continue
        nexts = [begin for begin in starts[number + 1 :] if begin >= end and _NEXT.search(_lead(statement, begin))]
        quoted = _quoted(statement, starts[number], end)
        first, last = quoted or (starts[number], _title_end(statement, start, end, nexts))
        head = statement.low[start - statement.start : end - statement.start].split(" of ")[0]
        plural = _PLURAL.search(head) is not None
        one = Instrument(first, last, (start, end), kind, plural, _article(statement, first))
        if found and one.plural and found[-1].plural and _is_pair(statement, found[-1], one):
            found[-1] = replace(found[-1], end=one.end)
            continue
        if found and _is_alias(statement, found[-1], one, last_one=number + 1 == len(nouns)):
            found[-1] = _best_named(statement, found[-1], one)
            continue
        joined = bool(found) and _NEXT.search(_lead(statement, first)) is not None
        found.append(replace(one, joined=joined))
    return found


def _is_pair(statement: Statement, before: Instrument, one: Instrument) -> bool:
    """Whether two bare plurals are named as one batch: "agreements and memoranda"."""
    joint = statement.document.text[before.noun[1] : one.noun[0]].strip(" ,")
    return before.end == before.noun[1] and joint in ("and", "&", "or", "")


def _best_named(statement: Statement, before: Instrument, alias: Instrument) -> Instrument:
    """An instrument by its other name where it has none of its own: "agreements, known as the Sagami Accords"."""
    text = statement.document.text
    is_better = before.is_bare or (text[alias.noun[0]].isupper() and not text[before.noun[0]].isupper())
    if alias.is_bare or alias.end <= before.end or not is_better:
        return before
    return replace(before, start=alias.start, end=alias.end, noun=alias.noun)


def _lead(statement: Statement, begin: int) -> str:
    """The words right before a place."""
    return statement.document.text[max(statement.start, begin - 40) : begin]


def _article(statement: Statement, start: int) -> str:
    word = re.search(r"([\w’'-]+)\s+(?:\d{4}\s+)?[\"“]?$", _lead(statement, start))
    low = word[1].lower() if word else ""
    before = _DETERMINED.search(_lead(statement, start)) if low in words("openers") else None
    return before[1].lower() if before else low


def _is_alias(statement: Statement, before: Instrument, one: Instrument, *, last_one: bool) -> bool:
    """Whether this names the instrument before once more: in brackets, or behind a comma that lists nothing."""
    between = statement.document.text[before.end : one.start].lower()
    if re.match(r"\s*\((?!\d)[^)]*$", between) or _NAMELY.search(between):
        return True
    after_comma = re.fullmatch(
        r"[\"”»]?\s*(?:\([^)]*\)|of \d{4})?, (?:also known as |known as |or )?(?:an? |the )?[^,;]{0,40}", between
    )
    return (
        last_one
        and after_comma is not None
        and not re.search(r"\b(?:and|in|on|with|signed|among|including|such as|namely|like)\b", between)
    )


def _title_start(statement: Statement, noun: int, nouns: list[tuple[int, int, str]]) -> int:
    """Where the title begins: leftwards over all words that go before such a noun.

    Words joined by "and" or a comma belong to it only where an article, a verb or the statement's beginning stands
    before them; a comma with no "and" behind it ("During the visit, memoranda") joins nothing.
    """
    text, start, sure, joint, last_comma = statement.document.text, noun, noun, False, False
    others = {position for begin, end, _ in nouns if begin != noun for position in range(begin, end)}
    for _ in range(_LONGEST_LEAD):
        found = _BEFORE_BACKWARDS.match(text[max(statement.start, start - _LONGEST_WORD) : start][::-1])
        if found is None:
            return start if start == statement.start or (text[start - 1] in ' "“«(:' and not joint) else sure
        begin, word, comma = start - found.end(), found[2][::-1], "," in found[1]
        low = word.lower()
        if low in ("–", "—", "-", "•", "·"):
            return start
        if low in words("openers"):
            return sure if last_comma or comma else start
        is_boundary = _is_boundary(statement, begin, word)
        if is_boundary and comma:
            return sure if last_comma else start
        if is_boundary or begin in others:
            return sure
        last_comma = last_comma or (comma and not joint)
        joint = joint or comma or low in ("and", "&")
        start = begin
        sure = sure if joint else start
    return sure


def _is_boundary(statement: Statement, position: int, word: str) -> bool:
    """Whether no title goes over this word: a preposition, an adverb, a possessive, a date, a person, a number."""
    low = word.lower()
    if low in words("breaks") or word.endswith(("'s", "’s", "s'", "s’")) or _ADVERB.match(low):
        return True
    return any(m.start <= position < m.end for m in statement.of("person", "date", "money", "quantity", "both"))


def _quoted(statement: Statement, start: int, end: int) -> tuple[int, int] | None:
    """The span inside quotation marks that stand around the title."""
    text = statement.document.text
    opening = max((text.rfind(mark, statement.start, end) for mark in _QUOTES), default=-1)
    if opening < 0 or text.find(_QUOTES[text[opening]], opening + 1, end) >= 0 or end - opening > 120:
        return None
    if _TOLD.search(text, opening, end):
        return None
    closing = text.find(_QUOTES[text[opening]], end, statement.end)
    return (opening + 1, closing) if closing > 0 else None


def _title_end(statement: Statement, noun: int, end: int, nexts: list[int]) -> int:
    """Where the title ends: at the noun if no preposition follows, else at a stop word, a date, a place, the next."""
    text = statement.document.text
    acronym = _ACRONYM.match(text, end, statement.end)
    end = acronym.end() if acronym else end
    called = _CALLED.match(text, end, statement.end)
    if called is not None:
        return called.end()
    if _GOES_ON.match(text, end, statement.end) is None:
        return end
    stop = extent(statement, end, nexts)
    shapes = (_CLAUSE_AFTER_NAME, _VERB_AFTER_NAME) if text[noun].isupper() else ()
    clauses = [found.start() for shape in shapes if (found := shape.search(text, end, stop))]
    return trimmed(statement, end, min([stop, *clauses]))


def extent(statement: Statement, end: int, nexts: list[int] | None = None) -> int:
    """How far words that tell what an instrument is about reach from a place on."""
    text = statement.document.text
    stops = [match.start() for match in [_STOP.search(text, end, statement.end)] if match]
    stops += [_joint_start(text, begin) for begin in nexts or () if begin > end]
    dates = [date for date in statement.dates if date.start >= end]
    stops += [_date_start(text, date.start) for date in dates if not _VALIDITY.search(text[end : date.start].lower())]
    stops += [
        p.start - 4 for p in statement.of("place") if p.start - 4 >= end and text[p.start - 4 : p.start] == " in "
    ]
    people = [p.start - 6 for p in statement.of("person") if p.start - 6 >= end]
    stops += [start for start in people if text[start : start + 6] == " with "]
    return min([*stops, statement.end])


def trimmed(statement: Statement, end: int, stop: int) -> int:
    """The stop without marks, a lone preposition or a state's name after a comma behind the words."""
    text = statement.document.text
    body = text[end:stop].rstrip(' ,.:“"(–—-')
    body = re.sub(r"^ [a-z]+ing(?: as)?$", "", body)
    body = re.sub(r"(?:,? (?:on|of|for|with|in|to|and|a|an|the|by|at|between|against|from))+$", "", body)
    comma = body.rfind(", ")
    states = [(m.start - end, m.end - end) for m in statement.of("state")]
    is_state = any(span == (comma + 2, len(body)) for span in states)
    is_listed = any(last == comma for _, last in states)
    return end + (comma if comma >= 0 and is_state and not is_listed else len(body))


def _joint_start(text: str, begin: int) -> int:
    match = _NEXT.search(text, max(0, begin - 40), begin)
    return match.start() if match else begin


def _date_start(text: str, date: int) -> int:
    """Where the words before a date begin: "in", "on", "of", "from"."""
    match = _DATE_LEAD.search(text[max(0, date - 12) : date])
    return max(0, date - 12) + match.start() if match else date
