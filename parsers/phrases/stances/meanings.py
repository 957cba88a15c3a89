"""What a word of stance means with the words around it: the stance it tells, what a refusal makes of it, or none."""

from __future__ import annotations

import re

from parsers.language.pattern import Match
from parsers.phrases.stances.claim import Claim
from parsers.phrases.stances.holders import holder_group
from parsers.phrases.stances.words import SECTIONS, any_of, forms

_NOT_TO = re.compile(
    r" (?:never to|not(?: (?:(?:going|prepared|willing|ready) )?to)?|(?:unwilling|unprepared|refusing|declining) to)$"
)
_STRONGLY = re.compile(
    r"\b(?:sharply|harshly|severely|heavily|highly|strongly|fiercely|bitterly|vehemently|scathingly) \Z"
)
_HEAD = r" (?:[\w’'-]+ ){{0,4}}?(?:{})\b"
_WILL_NOT = re.compile(r"\b(?:will|would|no longer|refus\w+|declin\w+|willing|prepared|ready)\b")
_DEED = re.compile(
    r"voted to (?P<deed>(?!approve|adopt)[a-z]+)|(?:refus\w+|declin\w+) to (?P<kept>extradite|hand over|surrender)"
)
_DID = re.compile(r"\b(?:did|had)\b")
_UNDONE = re.compile(
    r" not | whether to$| (?:grateful|thankful|indebted|known|thought|reported|claimed|rumoured|found) |"
    r" (?:pressure|calls?|requests?|demands?|invitations?|refusal|failure|reluctance|unwillingness|inability) to$|"
    r" (?:asked|urged|expected|supposed|invited|pressed|pressured|requested|encouraged|likely|unlikely|ready|"
    r"willing|prepared|able|unable|due|set|going|about|free|keen|eager|reluctant|hesitant|obliged|(?<!thing )required|"
    r"unwilling|afraid|called (?:on|upon)|advised|allowed|permitted|under (?:[a-z]+ )?pressure(?: [^;,]{3,40})?) to$"
)


def meant(match: Match) -> str | None:
    """The stance of a match: refusing support or recognition is opposing, save recognition that came with a date ("did
    not recognise it until 1995"); what else is denied, or only asked of the holder, says nothing.
    """
    form = form_of(match)
    stance = next((known[form] for known in map(forms, SECTIONS) if form in known), None)
    if _is_denied(match):
        return _denied(match, form, stance)
    if _UNDONE.search(match.words("to") or ""):
        return None
    return "condemns" if _is_strong_criticism(match, form) else stance


def _is_denied(match: Match) -> bool:
    """Whether a refusal stands before the word of stance, or "neither" before the holder."""
    if match.words("not") or match.words("never") or _NOT_TO.search(match.words("to") or ""):
        return True
    who = (match.place(holder_group(match)) or (0, 0))[0]
    return "neither" in match.statement.skeleton[max(0, who - 15) : who + 7].lower()


def _denied(match: Match, form: str, stance: str | None) -> str | None:
    """The stance of one who does not do what a word tells: null for a breach, or a vote in which one abstained."""
    if _is_breach(match, form) or (form.startswith("vote") and " abstain" in match.statement.low):
        return None
    if stance == "recognizes" and _is_until(match):
        return stance
    return "opposes" if stance in ("recognizes", "supports") else None


def _is_until(match: Match) -> bool:
    """Whether something was only not recognised, in the past, up to a date that is told right behind it."""
    behind = (one for one in match.statement.dates if match.end < one.start)
    date = next((one for one in behind if one.text.lower().startswith(("until", "till"))), None)
    text = match.statement.document.text
    did = _DID.search(text, match.start, match.end) is not None
    return date is not None and did and "," not in text[match.end : date.start]


def _is_strong_criticism(match: Match, form: str) -> bool:
    """Whether somebody criticises in strong words, or a deed of violence, which is to condemn: "sharply criticised",
    "criticised the bombing"; not "criticised the treaty".
    """
    if not form.startswith("critici"):
        return False
    text, verb = match.statement.document.text, match.span("verb") or (match.start, match.end)
    if _STRONGLY.search(text, match.statement.start, verb[0]):
        return True
    behind = text[verb[1] : min(verb[1] + 90, match.statement.end)].lower()
    return not form.startswith("criticism") and any_of("outrages", _HEAD).match(behind) is not None


def _is_breach(match: Match, form: str) -> bool:
    """Whether one only did not keep to something, which tells of a breach: not "would no longer abide by it"."""
    said = f"{match.words('not') or ''} {match.words('to') or ''}"
    return form.startswith(("abid", "adher", "uph", "respect")) and _WILL_NOT.search(said) is None


def form_of(match: Match) -> str:
    """The verb or noun of a stance as the lexicon has it: "objected strongly to" without the adverb."""
    return match.word.form if isinstance(match, Claim) else (match.words("verb") or "").lower()


def deed_begin(match: Match, topic: int) -> int:
    """Where a question begins: behind the word of stance, or with the deed that is voted for or refused ("voted to
    admit Peru", "refused to extradite them").
    """
    told = _DEED.fullmatch(form_of(match))
    return match.end - len(told["deed"] or told["kept"]) if told else topic
