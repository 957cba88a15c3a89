"""Instruments named in a statement: each with its kind, and the span of its title as written.

Titles are bounded by `title_starts` and `titles`; what happened to an instrument is told by `actions`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement, kept
from parsers.language.sweep import Gazetteer
from parsers.phrases.instruments.instrument import Instrument, count_of, words
from parsers.phrases.instruments.quotes import quoted
from parsers.phrases.instruments.subjects import subjects
from parsers.phrases.instruments.title_starts import lead, title_start
from parsers.phrases.instruments.titles import NEXT, title_end

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NAMELY = re.compile(
    r"\b(?:known|referred to|described|dubbed|called|named|termed|styled|labelled|labeled)"
    r"(?: [a-z]+)? (?:as )?(?:the )?[\"“]?$"
)
# "…, the first treaty that Peru signed with an African state": it says what the one before is.
_RANKED = re.compile(
    r"\A[^;.]{0,60}[,:] (?:the|its|their|an?|[a-z]+['’]s) (?:[a-z]+ )?"
    r"(?:first|second|third|only|largest|biggest|oldest|earliest|latest|most [a-z]+) (?:such )?\Z"
)
# Two titles with a year in brackets each are two instruments.
_DATED = re.compile(r"[\"”»]? \([^()]*\d{4}[^()]*\)")
_PLURAL = re.compile(r"(?:treaties|memoranda|mou[’']?s|ftas|notes verbales|[a-z]*[^s\W]s)$")
# "Several memorandum of understanding has been signed": the noun counts as a plural.
_SEVERAL = re.compile(r"\b(?:several|many|numerous|various|multiple|a number of|a series of) $", re.IGNORECASE)
# "A technical and cultural cooperation was signed": an agreement without the word.
_SIGNED = " was signed"
_PARTED = re.compile(r"[,;]| and ")
_BY_NOTES = re.compile(
    r"\b(?:agreement|treaty|accord)\b(?:(?: on| for| abolishing| regarding| concerning)? [^,;.]{0,60}"
    r"(?:made|concluded|signed|effected|settled|reached|formali[sz]ed))? (?:made )?(?:by|through|via) (?:an? )?$"
)  # exchange of letters
_ONE_OF = re.compile(r"(?:^|[,;] |\b(?:and|in \d{4}) )(?:an?|one) (?:(?!(?:on|of|for|to|with)\b)[\w-]+,? ){1,7}$")
_DETERMINED = re.compile(
    r"\b(an?|the|no|its|their|his|her) "
    r"(?:new|final|major|important|landmark|historic|significant|key|further|separate|similar|so-called) [\"“]?$",
    re.IGNORECASE,
)


@cache
def _nouns() -> Gazetteer[str]:
    lexicon = read_yaml("instruments.yaml")
    names = {name: kind for kind, names in lexicon["kinds"].items() for name in names}
    return Gazetteer({**dict.fromkeys(lexicon["no_instrument"], ""), **names})


def _found_nouns(statement: Statement) -> list[tuple[int, int, str]]:
    """The nouns of the statement, in order, as offsets into the document; compounds ("treaty port") are left out."""
    text = statement.document.text
    found: list[tuple[int, int, str]] = []
    for start, end, kind in _nouns().find(statement.low):
        following = re.match(r"[ -]([a-z]+)", statement.low[end:])
        part = following is not None and following[1] in words("compounds")
        acronym = statement.low[start:end] in words("acronyms") and not text[statement.start + start].isupper()
        if statement.low[start:end] in words("capitals"):
            is_made = statement.low[start:end] in words("capitals_or_signed") and _is_signed(statement, start, end)
            end -= 4 if statement.low.endswith(" for", start, end) else 0
            is_named = is_made or text[statement.start + start].isupper()
            part = part or not is_named or _opens_title(statement, end)
        part = part or (statement.low[start:end] in words("objects") and not _is_object(statement, start, end))
        if statement.low[start:end] in words("signed_only"):
            is_rest = bool(found) and found[-1][1] == statement.start + start - 1  # "a visa waiver programme"
            part = part or is_rest or not _is_signed(statement, start, end)
        only = statement.low[start:end] in words("exchanged_only")
        part = part or (only and not _is_exchanged(statement, start, end))
        is_way = kind == "exchange of notes" and _BY_NOTES.search(statement.low, max(0, start - 100), start) is not None
        part = part or is_way
        if statement.low.endswith(_SIGNED, start, end):
            end -= len(_SIGNED)
            part = bool(found) or not _ONE_OF.search(statement.low, max(0, start - 90), start)
        if kind and not part and not acronym:
            found.append((statement.start + start, statement.start + end, kind))
    return found


# "Signed with the envoy a set of confidence-building steps".
_SIGNS = re.compile(r"\b(?:signed|concluded|agreed (?:up)?on|agreed to)\b [^,;.]{0,80}\Z")


_NAMES = re.compile(
    r"\b(?:agreement|treat(?:y|ies)|accord|pact|memorand|mou|protocol|convention|declaration|deal|statement)"
)


def _is_object(statement: Statement, start: int, end: int) -> bool:
    """Whether a word that is mostly no instrument is what was signed or agreed on, and begins no longer name."""
    signs = _SIGNS.search(statement.low, max(0, start - 120), start)
    return signs is not None and not _NAMES.search(signs[0]) and not _opens_title(statement, end)


# "Signed a non-aggression alliance", "came to an understanding on whales", "a truce was signed".
_SIGNED_IT = re.compile(
    r"\b(?:sign|signed|signs|signing|signature of|concluded|concluding|conclusion of|inked|initialled"
    r"|(?P<reached>reached|reaching|came to|come to|arrived at))"
    r" (?:an?|their|two|several|three|the (?=[^,;.]*? between\b)) (?:[^,;.]|, (?=[$€£\d])){0,60}\Z"
)
_WAS_SIGNED = re.compile(
    r"[^,;.]{0,60}? (?:(?:was|were|(?:has|have|had) been) (?:\w+ly )?)?"
    r"(?:signed|concluded|(?P<reached>reached)) (?:in|on|by|between|at|for|to|with)\b"
)


def _is_signed(statement: Statement, start: int, end: int) -> bool:
    """Whether a word that is an instrument only as what was signed stands so: "signed an alliance"; an understanding
    may have been reached.
    """
    shapes = _SIGNED_IT.search(statement.low, max(0, start - 90), start), _WAS_SIGNED.match(statement.low, end)
    is_made = any(one and (one["reached"] is None or statement.low[start:end] in words("reached")) for one in shapes)
    lead = statement.low[max(0, start - 90) : start]
    return is_made and not _NAMES.search(lead) and not _opens_title(statement, end)


# "Exchanged notes on whaling rights".
_EXCHANGED = re.compile(r"\bexchang(?:ed|ing) (?:(?:diplomatic|official|formal) )?\Z")
_NOTED = re.compile(
    r" (?:on|concerning|regarding|about|for|to|extending|abolishing|settling|recogni[sz]ing|granting)\b(?! \d)"
)


def _is_exchanged(statement: Statement, start: int, end: int) -> bool:
    """Whether notes were exchanged that settled a matter other than the diplomatic relations themselves."""
    settled = _NOTED.match(statement.low, end) and _EXCHANGED.search(statement.low, max(0, start - 30), start)
    return bool(settled) and "diplomatic relations" not in statement.low


def _opens_title(statement: Statement, end: int) -> bool:
    """Whether another such noun stands right behind a place: "Framework Agreement"."""
    return any(0 < start - end < 30 and _PARTED.search(statement.low, end, start) is None
               for start, last, kind in _nouns().find(statement.low)
               if kind and statement.low[start:last] not in words("signed_only"))  # fmt: skip


@kept
def find_instruments(statement: Statement) -> list[Instrument]:
    """The instruments of a statement in order; a noun inside another's title, or an alias in brackets, is none."""
    nouns = _found_nouns(statement)
    starts = [title_start(statement, start, nouns) for start, _, _ in nouns]
    found: list[Instrument] = []
    for number, (start, end, _) in enumerate(nouns):
        if found and start < found[-1].stop:
            continue
        nexts = [begin for begin in starts[number + 1 :] if begin >= end and NEXT.search(lead(statement, begin))]
        one = _titled(statement, nouns[number], starts[number], nexts)
        if found and one.plural and found[-1].plural and _is_pair(statement, found[-1], one):
            found[-1] = replace(found[-1], end=one.end)
            continue
        if found and _is_alias(statement, found[-1], one, last_one=number + 1 == len(nouns)):
            found[-1] = _best_named(statement, found[-1], one)
            continue
        joined = bool(found) and NEXT.search(lead(statement, one.start)) is not None
        found.append(replace(one, joined=joined))
    return found


_SHORT_NAME = re.compile(r" \([A-Z]\w+\)")  # "five Memoranda of Understanding (MoUs)" have no title


def _titled(statement: Statement, noun: tuple[int, int, str], begin: int, nexts: list[int]) -> Instrument:
    """The instrument of a noun and a kind, whose title begins at a place and ends before those that come next."""
    start, end, kind = noun
    quote = quoted(statement, end)
    first, last = quote or (begin, title_end(statement, start, end, nexts))
    last = end if first == start and _SHORT_NAME.fullmatch(statement.document.text, end, last) else last
    head = statement.low[start - statement.start : end - statement.start].split(" of ")[0]
    head = f"{head}s" if statement.document.text[start:end].lower().endswith("understandings") else head
    plural = _PLURAL.search(head) is not None or _SEVERAL.search(lead(statement, first)) is not None
    one = Instrument(first, last, (start, end), kind, plural, _article(statement, first))
    return _with_subjects(statement, one) if plural and quote is None and last > end else one


def _with_subjects(statement: Statement, one: Instrument) -> Instrument:
    """A plural with the subjects that have an instrument each, its title cut behind the first; itself where counted."""
    parts = subjects(statement.document.text, one.noun[1], one.end)
    is_told = bool(parts) and count_of(statement, one) is None
    return replace(one, end=parts[0][1], subjects=tuple(parts)) if is_told else one


def _is_pair(statement: Statement, before: Instrument, one: Instrument) -> bool:
    """Whether bare plurals are named as one batch: "agreements and memoranda", "treaties, accords and protocols"."""
    text = statement.document.text
    is_bare = before.end == before.noun[1] or _PAIRED.fullmatch(text, before.noun[1], before.end) is not None
    return is_bare and text[before.end : one.noun[0]].strip(" ,") in ("and", "&", "or", "")


_PAIRED = re.compile(r",? (?:and |& |or )?[A-Za-z]{3,}(?:s|da|dums)")


def _best_named(statement: Statement, before: Instrument, alias: Instrument) -> Instrument:
    """An instrument by its other name where it has none of its own: "agreements, known as the Sagami Accords"."""
    text = statement.document.text
    is_better = before.is_bare or (text[alias.noun[0]].isupper() and not text[before.noun[0]].isupper())
    if alias.is_bare or alias.end <= before.end or not is_better:
        return before
    return replace(before, start=alias.start, end=alias.end, noun=alias.noun)


def _article(statement: Statement, start: int) -> str:
    word = re.search(rf"([\w’'-]+)\s+(?:(?:{_MONTH}\s+)?\d{{4}}\s+)?[\"“]?$", lead(statement, start))
    low = word[1].lower() if word else ""
    before = _DETERMINED.search(lead(statement, start)) if low in words("openers") else None
    return before[1].lower() if before else low


def _is_alias(statement: Statement, before: Instrument, one: Instrument, *, last_one: bool) -> bool:
    """Whether this names the instrument before once more: in brackets, or behind a comma that lists nothing."""
    text = statement.document.text
    between = text[before.stop : one.start].lower()
    if _BRACKET_OPEN.match(between) or _NAMELY.search(between) or _RANKED.search(between):
        return True
    if _DATED.match(text, before.end) and _DATED.match(text, one.end):
        return False
    if _ROW_ON.match(text, one.end):
        return False
    return last_one and _APPOSED.fullmatch(between) is not None and _LISTS.search(between) is None


_BRACKET_OPEN = re.compile(r"\s*\((?!\d)[^)]*$")
_APPOSED = re.compile(r"[\"”»]?\s*(?:\([^)]*\)|of \d{4})?, (?:also known as |known as |or )?(?:an? |the )?[^,;]{0,40}")
_ROW_ON = re.compile(r",? (?:and|as well as) (?:an?|the) |, (?:an?|the) [A-Z]")  # "have a pact, a treaty, and a fund"
_LISTS = re.compile(
    r"\b(?:and|in|on|with|signed|among|including|such as|namely|like|as well as|plus|followed by"
    r"|(?:replac|supersed|succeed|updat|amend|supplement)(?:ing|ed|es|s))\b"
)
