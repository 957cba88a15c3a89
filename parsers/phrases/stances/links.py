"""The links of a word of stance: what goes with it in its clause, "expressed its", "is a staunch", "has a record"."""

from __future__ import annotations

from parsers.language.pattern import Piece
from parsers.phrases.stances.claim import Link
from parsers.phrases.stances.words import alternatives

QUOTE = r"[\"“]?"
_FILLED = (
    rf"(?:(?!support\b|hope|criminali|outlaw|no\b|little\b|lift|drop|waiv|withdr){QUOTE}[\w’'-]+,? ){{0,4}}?{QUOTE}"
)
_COPULA = (
    r"(?:is|was|are|were|been|being|remains?|remained|became|becomes?|spoke|spoken|(?:came|come|comes) out|"
    r"(?:positioned|presented|portrayed|established|proved) (?:it|him|her|them)sel(?:f|ves)(?: on [a-z ]{3,25})? as|"
    r"(?:declare[sd]|pronounced|expressed|avowed) (?:him|her|it|them)sel(?:f|ves)|emerged as|speaks|"
    r"(?:intervened|fought|fights"
    r"|fighting|entered the war)(?: in (?:\[date:\d+\]|[^;,.]{3,40}?))?|"
    r"stood|stands?|argues?|argued|reacted|reacts|acted|responded)"
    r"(?:, (?:along|together|like|as well as|next to|alongside|besides|after|with)\b[^;,]{3,50},)? "
)
_OUTSPOKEN = (
    r"(?:(?!to\b|not\b(?! only)|never\b|no\b)(?!(?!oppos|unit|concern|committ|determin|agre)[a-z]+ed\b)"
    r"(?:[a-z]+(?:-[a-z]+)?|\[(?:quantity|rank|body):\d+\]),? ){0,9}?(?:in (?:its|their|his|her) (?:[a-z]+ ){0,2}?)?"
)
_BEING = r"(?:is|are|was|were|be|been|became|remains?|remained) "
_RECORD = (
    r"(?:has|have|had|pursues?|pursued|follows?|followed|upholds?|upheld|maintain(?:s|ed)?|adopt(?:s|ed)?|"
    r"keeps?|kept|adheres? to|adhered to|stands by|stood by|sticks to|stuck to) (?:an? |its |their |the )?"
    r"(?:[\w-]+ ){0,2}?(?:record|history|tradition|policy|practice|line|position|stance) of "
)
_HAVING = (
    r"(?:has|have|had|holds?|held|shares?|shared) (?:an? )?(?:strong|firm|deep|serious|grave|clear|long-?standing) "
)
_KEPT_ON = (
    r"(?:never (?:wavered|relented|hesitated) in|went on|goes on|kept(?: on)?|keeps(?: on)?|continue[sd]?|began|"
    r"started|persist(?:s|ed) in|"
    r"commit(?:s|ted) (?:it|them)sel(?:f|ves) to(?:wards?)?) "
)
_ATTITUDE = r"(?:an? )?(?:[a-z]+ ){0,2}?(?:stance|position|line|view|attitude)s? "
_VOICED = (
    rf"(?<![\w-])(?:{alternatives('voices')})(?:,[^;,]{{3,60}},| (?:through|in|via|during|at) [^;,]{{3,50}}?,?)? "
    r"(?:(?:the )?\[(?:state|person|both):\d+\] (?:of |with )?)?"
)
_OF_ONE_CHINA = Piece(
    r" (?:an? |the |its |to )*(?:so-called |[a-z]+ )?[\"“]?"
    r"(?P<topic>one-\[state:\d+\]|one \[state:\d+\])[\"”]? (?:policy|principle)\b"
)
_IS_OF_ITS = Piece(
    rf"(?<![\w-]){_BEING}(?:(?:one of|among|also|always) )*(?:the )?(?P<topic>[^;,.]{{2,60}}?)(?:'s|’s|s’|s') "
    r"(?:[a-z]+(?:-[a-z]+)? ){0,3}?\Z"
)
_VOICED_NOUN = Piece(rf"{_VOICED}{_FILLED}\Z")
_HELD_NOUN = Piece(rf"(?<![\w-])(?:{_HAVING}|{_RECORD})(?:[a-z]+ )?\Z")
_IS_STANDING = Piece(rf"(?<![\w-]){_COPULA}(?P<never>(?:not(?! only)|never|no longer|no) )?{_OUTSPOKEN}\Z")
_TOOK_STAND = Piece(
    rf"(?<![\w-])(?:took|takes|taken|adopt(?:s|ed)|ha[sd]|have|held|holds) {_ATTITUDE}(?:[a-z]+ly )?\Z"
)
_KEEPS_DOING = Piece(
    rf"(?<![\w-])(?:{_RECORD}(?P<never>not )?(?:[a-z]+ly )?|{_KEPT_ON}|"
    rf"(?P<not>(?:has|have|had) no (?:intention|plans?) of )|{_BEING}(?:\w+ly |also |now )?)\Z"
)
_ITS_SIDE = Piece(r" (?:the )?<state|person>(?:'s|’s|'|’) side\b")
_VOICED_DEED = Piece(rf"{_VOICED}(?:its|their|his) {_FILLED}\Z")
_CLAUSE_END = Piece(r"[.;]|\Z")
_SECOND_DOING = Piece(
    r"(?<![\w-])(?:[a-z]+ing [^;]{3,110}?,? and (?:also )?(?:[a-z]+ly )?)?(?P<not>not |never )?\Z"
)
_VOICING_NOUN = Piece(rf"(?<![\w-])(?:{alternatives('voicing')}) {_FILLED}\Z")
_TAKING_STAND = Piece(rf"(?<![\w-])(?:taking|adopting|holding) {_ATTITUDE}\Z")
_HAVING_DONE = Piece(r"(?<![\w-])having (?:[a-z]+ly )?\Z")

FINITE = (
    Link("verbs"),
    Link("policies", behind=_OF_ONE_CHINA),
    Link("renowned", _IS_OF_ITS),
    Link("nouns", _VOICED_NOUN),
    Link("nouns", _HELD_NOUN),
    Link("standings", _IS_STANDING, sections=("standings", "nouns")),
    Link("standings", _TOOK_STAND),
    Link("participles", _KEEPS_DOING),
    Link("sides", behind=_ITS_SIDE),
    Link("deeds", _VOICED_DEED, _CLAUSE_END),
)
"""A verb with a holder of its own: what it does, is, says, or always does; in the order in which they are tried."""
PARTIAL = (
    Link("participles", _SECOND_DOING),
    Link("nouns", _VOICING_NOUN),
    Link("participles", _TAKING_STAND, sections=("standings",)),
    Link("verbs", _HAVING_DONE),
)
"""A part of another verb's clause, in the order in which they are tried."""
