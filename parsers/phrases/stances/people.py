"""People who do not speak for their state, and others who, by the words around a holder, take the stance."""

from __future__ import annotations

import re

from parsers.language.mention import Mention, StateValue, is_demonym
from parsers.language.pattern import Match
from parsers.phrases.stances.clause import Clause
from parsers.phrases.stances.meanings import form_of
from parsers.phrases.stances.words import beginnings

_MEMBER = re.compile(r"\b(?:MPs?|members?|senators?|deput(?:y|ies)) (?:in|of|from) (?:the )?(?:[\w ]{2,40} )?$")
_BY_TREATY = re.compile(r" (?:treat(?:y|ies)|agreements?|pacts?|laws?|accords?|plans?|conventions?) (?:that|which)$")
_REPORTED = re.compile(r"\b(?:said|stated|declared|noted|argued|claimed) that (?:the )?$")
_SEVERAL = re.compile(r"(?: [a-z]+){1,2}(?:(?<=[a-z]s)(?<!ss)|(?<=[a-z]men))\b")
_SPOKEN = re.compile(
    r"(?:'s|’s)?(?:[.;,]|$)|(?:'s|’s)?,? (?:has|have|had|was|were|is|are|did|also|and|in|on|then|left|broke|withdrew|"
    r"took|sent|cut|gave|kept|never|\w+ly|\w+ed)\b"
)
_WHERE_THE = re.compile(r"where the ", re.IGNORECASE)
_SOME_OF = re.compile(
    r"\b(?:(?:some|many|most|other|several|few|young|thousands of|hundreds of|\d+% of|majority of)|"
    r"(?:members|parts|sections|critics|residents|citizens) (?:of|in|from)) (?:the )?$"
)


def is_of_others(clause: Clause) -> bool:
    """Whether the words before a holder, or behind it, tell that some of its people or a treaty take the stance."""
    text, at = clause.text, clause.holder[0]
    some = _SOME_OF.search(clause.lead[-25:]) or _MEMBER.search(text, max(clause.match.statement.start, at - 70), at)
    treaty = _BY_TREATY.search(clause.match.words("to") or "")
    told = _is_of_speaker(clause) or _is_of_diaspora(clause) or _are_some_people(clause)
    return bool(some or told or _WHERE_THE.match(text, at - 6) or treaty)


def _is_of_speaker(clause: Clause) -> bool:
    """Whether a holder is only told of by one who then asks for something: "said that Peru lied and called for"."""
    match, at = clause.match, clause.holder[0]
    asked = form_of(match).startswith(beginnings("asking")) and " and " in clause.text[at : match.end]
    return asked and _REPORTED.search(clause.text, match.statement.start, at) is not None


def _is_of_diaspora(clause: Clause) -> bool:
    """Whether the adjective of a state stands right before a holder: "the Norwegian Chilean Congress"."""
    return any(is_demonym(one) for one in clause.match.statement.of("state") if one.end == clause.holder[0] - 1)


def _are_some_people(clause: Clause) -> bool:
    """Whether a demonym in the plural stands for some of its people: "settled Serbs, who …"."""
    last = clause.named[-1] if clause.named else None
    if last is None or not is_demonym(last) or not last.text.endswith("s"):
        return False
    return not clause.text.endswith((" the ", "The "), 0, last.start)


def is_of_people(match: Match) -> bool:
    """Whether a demonym, or a short name, is followed by people who do not speak for their state: "Norwegian trade
    unions", "U.S. farmers".
    """
    clause = Clause(match)
    last = clause.named[-1] if clause.named else None
    if last is None or match.place("whose") is None or not _may_have_people(clause, last):
        return False
    spoken = match.words("whose") or match.words("whichs")
    organ = any(one.start == last.end + 1 for one in match.statement.of("place", "body", "person"))
    return not spoken and not organ and not _SPOKEN.match(clause.text, last.end)


def _may_have_people(clause: Clause, state: Mention) -> bool:
    """Whether a state is told by its adjective, or by letters with a plural behind them."""
    letters = isinstance(state.value, StateValue) and state.text.isupper()
    return is_demonym(state) or (letters and _SEVERAL.match(clause.text, state.end) is not None)
