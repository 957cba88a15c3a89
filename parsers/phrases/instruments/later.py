"""Acts on an instrument that was named before: "the treaty was signed in 2008", "which was extended"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.language.mention import DateValue, Mention
from parsers.language.reading import Statement
from parsers.phrases.instruments.actions import TALK, Governor, governed
from parsers.phrases.instruments.dates import date_of
from parsers.phrases.instruments.instrument import Instrument

ANEW = ("renewed", "extended", "revised", "amended", "modified", "updated")
_TOLD_AGAIN = re.compile(
    r"(?:\b(?:the|this|that) (?:[a-z]+ )?(?P<noun>"
    r"(?P<short>(?!and\b|two\b|deal\b|mou\b|pact\b|text\b|treaty\b|accord\b)[a-z]{2,6}(?= (?:was|has|had|"
    r"later|entered|came|took|went)\b))|agreement|treaty|accord|pact|convention|protocol|contract|memorandum|"
    r"deal|mou|declaration|text)\b|^(?:it|this)\b|(?<=[,;] )it\b),?"
    r" (?:(?:which|that) )?(?:(?:was|has been|had been|later|then) )*(?:[a-z]+ly |later |then |also )?"
    r"(?P<verb>signed|concluded|initialled|initialed|inked|formali[sz]ed|finali[sz]ed|ratified|"
    r"(?:entered|came) into (?:force|effect)|took effect|renewed|extended|revised|amended|modified|updated)\b"
)
_MADE_ANEW = re.compile(
    rf"(?P<noun>,? which (?:was|has been)|\band(?: was)?|,)(?: later| subsequently| then)? (?P<verb>{'|'.join(ANEW)}) "
    r"(?:in|on|for)\b"
)
_RENEWED_IT = re.compile(
    rf"(?:,|\band)(?: and| then| later| again)* (?P<verb>{'|'.join(ANEW)}) it (?:again )?(?:in|on) "
)
# "A new one was signed in 2010", "it was replaced by a new one in 2010": an instrument like the one named before.
_NEW_ONE = re.compile(
    r"\b(?:(?:replaced (?:it |in \d{4} )?(?:by|with)|superseded by|signed|concluded|made"
    r"|succeeded by|followed by|gave way to) )?"
    r"an? (?P<noun>new|second|third|further|revised) one"
    r"(?P<verb> (?:(?:was|has been|had been) )?(?:[a-z]+ly |later |then )?(?:signed|concluded|initialled|ratified))?\b"
)
# What one sentence calls a treaty, the next may call a pact.
_GENERAL = ("agreement", "treaty", "accord", "pact", "deal")
_CLOSE = 6
_BARE = 2  # the spaces of "a new one"
_IN_FORCE = ("entered", "came", "took")
_LEAD = 40
_LOOK_BACK = 5


@dataclass(frozen=True)
class Later:
    """What was done, when, to which instrument of which statement; `span` are the words that refer to it."""

    one: Instrument
    named_in: Statement
    action: str
    date: Mention
    span: tuple[int, int]


def later_acts(statement: Statement) -> list[Later]:
    """The dated acts on instruments named before, one a date: "renewed it in 1974, and concluded a new one in 1996"."""
    acts = _later_act(statement), _renewal(statement, _RENEWED_IT), _new_one(statement)
    return [*{act.date.start: act for act in reversed(acts) if act is not None}.values()]


def _later_act(statement: Statement) -> Later | None:
    """The act on one that is told as signed behind it, else on one that is named again, else a renewal."""
    old = _old_one(statement)
    if old is not None:
        return old
    found = _TOLD_AGAIN.search(statement.low)
    return _made_anew(statement) if found is None else _told_again(statement, found)


def _told_again(statement: Statement, found: re.Match[str]) -> Later | None:
    """A dated act on an instrument named before; null where it only repeats what was told of it."""
    date = statement.date_at(statement.start + found.end())
    if date is None or date.start < statement.start + found.start() - _LEAD:
        return None
    if found["short"] and not statement.text[slice(*found.span("short"))].isupper():
        return None
    before = _named_before(statement, statement.start + found.start(), found["noun"])
    if before is None or not (found["verb"] in ANEW or _is_open(*before)):
        return None
    first = statement.start + (found.start("noun") if found["noun"] else found.start())
    return Later(before[1], before[0], _action_of(found["verb"]), date, (first, first + len(found["noun"] or "it")))


def _action_of(verb: str) -> str:
    """The action that the verb of an instrument named before tells."""
    if verb.startswith(_IN_FORCE):
        return "in force"
    return "ratified" if verb == "ratified" else "signed"


def _made_anew(statement: Statement) -> Later | None:
    """The renewal of an instrument that the same sentence names, "signed a pact in 1990, which was renewed in
    2010"; not for a term ("renewed for 2010–2015").
    """
    later = _renewal(statement, _MADE_ANEW)
    value = later.date.value if later is not None else None
    return None if isinstance(value, DateValue) and value.precision == "interval" else later


def _renewal(statement: Statement, shape: re.Pattern[str]) -> Later | None:
    """The renewal, with its date right behind, of the last instrument that the sentence names before the words of a
    shape: "a pact in 1960, renewed it in 1975".
    """
    found = shape.search(statement.low)
    if found is None:
        return None
    end = statement.start + found.end()
    date = statement.after(end, "date")
    one = next((one for one, _ in _before(statement, statement.start + found.start())), None)
    if date is None or one is None or date.start > end + 1:
        return None
    return Later(one, statement, "signed", date, _verb_of(statement, found))


def _verb_of(statement: Statement, found: re.Match[str]) -> tuple[int, int]:
    """The span of a verb that was found in the statement's words."""
    return statement.start + found.start("verb"), statement.start + found.end("verb")


def _new_one(statement: Statement) -> Later | None:
    """A second instrument that only "a new one" names, of the kind of the one before it."""
    found = _NEW_ONE.search(statement.low)
    if found is None or not (found["verb"] or found[0].count(" ") > _BARE):
        return None
    at, stop = statement.start + found.start(), statement.start + found.end()
    behind = statement.after(stop, "date")
    date = behind if behind is not None and behind.start - stop < _CLOSE else statement.date_at(stop)
    named_in = statement.context.previous if found.start() == 0 else statement
    named = next(_single_before(named_in, at), None) if named_in is not None else None
    if date is None or named_in is None or named is None or date.start < at - _LEAD:
        return None
    return Later(named, named_in, "signed", date, (at + 2, at + found.end("noun") - found.start()))


# "Renewed their pact, signed in 1970".
_RENEWED = re.compile(rf"\b(?P<verb>{'|'.join(ANEW)}) (?:the|their|its|an?) (?:existing |old |earlier |original )?\Z")


def _old_one(statement: Statement) -> Later | None:
    """The renewal of one whose signature is told behind it: "in 1975 they renewed the pact signed in 1970"."""
    for one, by in governed(statement) if any(verb in statement.low for verb in ANEW) else ():
        found = _RENEWED.search(statement.low, 0, one.start - statement.start)
        is_old = by is not None and by.behind and by.action == "signed" and not by.again
        dates = [date for date in statement.dates if date.end <= one.start]
        if found is not None and is_old and dates and any(date.start > one.stop for date in statement.dates):
            return Later(one, statement, "signed", dates[-1], _verb_of(statement, found))
    return None


def _single_before(statement: Statement, position: int) -> Iterator[Instrument]:
    """The single instruments that end before a place, the last first."""
    yield from (one for one, _ in reversed(governed(statement)) if one.end <= position and not one.plural)


def _is_open(named_in: Statement, one: Instrument, by: Governor | None) -> bool:
    """Whether the instrument was only talked of before, or without a date."""
    return by is None or by.action == TALK or date_of(named_in, one, one.end, by) is None


def _named_before(
    statement: Statement, position: int, noun: str | None
) -> tuple[Statement, Instrument, Governor | None] | None:
    """The last instrument with words of its own, and of this noun, before a place or in five statements before it."""
    named_in: Statement | None = statement
    for _ in range(_LOOK_BACK + 1):
        if named_in is None:
            return None
        for one, by in _before(named_in, position):
            is_so_named = noun in (None, "text", named_in.document.text[slice(*one.noun)].lower())
            is_so_named |= noun in _GENERAL and one.kind in _GENERAL and named_in is statement.context.previous
            if is_so_named or _is_short(named_in, one, noun):
                return named_in, one, by
        named_in = named_in.context.previous
    return None


def _before(statement: Statement, position: int) -> Iterator[tuple[Instrument, Governor | None]]:
    """The single instruments with words of their own that end before a place, the last first."""
    for one, by in reversed(governed(statement)):
        if one.end <= position and not one.is_bare and not one.plural:
            yield one, by


def _is_short(statement: Statement, one: Instrument, noun: str | None) -> bool:
    """Whether letters in brackets behind the title are the short name that is used for it."""
    short = f"({(noun or '').upper()})"
    return short in statement.document.text[one.start : one.end + len(short) + 1]
