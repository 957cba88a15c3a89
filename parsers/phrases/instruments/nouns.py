"""The nouns of a statement that are instruments: always ("treaty"), or only as what was signed, exchanged, named."""

from __future__ import annotations

import re
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement
from parsers.language.sweep import Gazetteer
from parsers.phrases.instruments.instrument import words

# "A technical and cultural cooperation was signed": an agreement without the word.
_SIGNED = " was signed"
_PARTED = re.compile(r"[,;]| and ")
_BY_NOTES = re.compile(
    r"\b(?:agreement|treaty|accord)\b(?:(?: on| for| abolishing| regarding| concerning)? [^,;.]{0,60}"
    r"(?:made|concluded|signed|effected|settled|reached|formali[sz]ed))? (?:made )?(?:by|through|via) (?:an? )?$"
)  # exchange of letters
_ONE_OF = re.compile(r"(?:^|[,;] |\b(?:and|in \d{4}) )(?:an?|one) (?:(?!(?:on|of|for|to|with)\b)[\w-]+,? ){1,7}$")
_COMPOUND = re.compile(r"[ -]([a-z]+)")
_FOR = " for"


@cache
def _nouns() -> Gazetteer[str]:
    lexicon = read_yaml("instruments.yaml")
    names = {name: kind for kind, names in lexicon["kinds"].items() for name in names}
    return Gazetteer({**dict.fromkeys(lexicon["no_instrument"], ""), **names})


def found_nouns(statement: Statement) -> list[tuple[int, int, str]]:
    """The nouns of the statement, in order, as offsets into the document, each with its kind; compounds ("treaty port")
    are left out.
    """
    found: list[tuple[int, int, str]] = []
    for start, end, kind in _nouns().find(statement.low):
        last = _noun_end(statement, start, end)
        if end - last == len(_SIGNED):
            is_one = not found and _ONE_OF.search(statement.low, max(0, start - 90), start) is not None
        else:
            is_behind = bool(found) and found[-1][1] == statement.start + start - 1
            is_rest = is_behind and statement.low[start:end] in words("signed_only")  # "a visa waiver programme"
            is_one = not (is_rest or _is_compound(statement, end)) and _is_instrument(statement, start, last, kind)
        if kind and is_one:
            found.append((statement.start + start, statement.start + last, kind))
    return found


def _noun_end(statement: Statement, start: int, end: int) -> int:
    """Where a noun ends that the lexicon has with the words behind it: "partnership for", "cooperation was signed"."""
    trailing = next((rest for rest in (_FOR, _SIGNED) if statement.low.endswith(rest, start, end)), "")
    return end - len(trailing)


def _is_compound(statement: Statement, end: int) -> bool:
    """Whether the word behind a noun makes it the name of another thing: "treaty port"."""
    following = _COMPOUND.match(statement.low, end)
    return following is not None and following[1] in words("compounds")


def _is_instrument(statement: Statement, start: int, end: int, kind: str) -> bool:
    """Whether a noun is an instrument where it stands, as the list of the lexicon asks that it is of."""
    word, is_capital = statement.low[start:end], statement.document.text[statement.start + start].isupper()
    if word in words("acronyms"):
        return is_capital
    if word in words("objects"):
        return _is_object(statement, start, end)
    if word in words("signed_only"):
        return _is_signed(statement, start, end)
    if word in words("exchanged_only"):
        return _is_exchanged(statement, start, end)
    if word in _capitals():
        is_named = is_capital or (word in words("capitals_or_signed") and _is_signed(statement, start, end))
        return is_named and not _opens_title(statement, end)
    is_note = kind == "exchange of notes"
    return not is_note or _BY_NOTES.search(statement.low, max(0, start - 100), start) is None


@cache
def _capitals() -> frozenset[str]:
    """The nouns that are instruments only as a part of a name."""
    return frozenset(word.removesuffix(_FOR) for word in words("capitals"))


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
    r"(?:signed|concluded|(?P<reached>reached)) (?:in|on|by|between|at|for|to|with|during)\b"
)

# "A treaty on trade and a programme of exchanges were signed": the last of a row.
_JOINED_TO = re.compile(r"(?:,|;|\band|, and|; and) (?:an? |the )(?:[\w-]+ ){0,3}\Z")
_WERE_SIGNED = re.compile(
    r"[^,;.]{0,60}? (?:was|has been|(?P<many>were|have been|had been)) (?:\w+ly )?(?:signed|concluded) "
)


def _is_signed(statement: Statement, start: int, end: int) -> bool:
    """Whether a word that is an instrument only as what was signed stands so: "signed an alliance"; an understanding
    may have been reached.
    """
    shapes = _SIGNED_IT.search(statement.low, max(0, start - 90), start), _WAS_SIGNED.match(statement.low, end)
    is_made = any(one and (one["reached"] is None or statement.low[start:end] in words("reached")) for one in shapes)
    lead = statement.low[max(0, start - 90) : start]
    row, many = _JOINED_TO.search(lead), _WERE_SIGNED.match(statement.low, end)
    is_last = row is not None and many is not None and (many["many"] is not None or ";" in row[0])
    return is_made and (is_last or not _NAMES.search(lead)) and not _opens_title(statement, end)


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
