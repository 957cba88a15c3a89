"""The frames of a stance: what stands between its holder and its link, and the words that lead up to the holder.

Each link goes with each frame of its kind, so that a stance told by a noun is found wherever one told by a verb is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from parsers.language.pattern import Piece
from parsers.language.reading import Statement
from parsers.phrases.stances.claim import Claim, Frame, Link, claims_by
from parsers.phrases.stances.links import FINITE, PARTIAL, QUOTE
from parsers.phrases.stances.subjects import ADVERB, AMONG, ASIDE, LEAD, NOT, SEVERAL, SUBJECT
from parsers.phrases.stances.words import alternatives

_OTHER_CLAUSE = (
    r"(?: and| but| while| whereas| since| because| although| though) (?:the )?\[(?:state|person):\d+\]"
    r"(?:(?:'s|’s)? (?:government|parliament))? (?:has|have|had|is|was|does|did|in turn|also|[a-z]+ed)\b"
)
_SAME_CLAUSE = (
    r"(?:[^;, ]++| |,(?! (?:although|though|whereas|because)\b)"
    r"(?! (?:and|while|but|whereas) (?:the )?\[\w+:\d+\] (?:has|have|had|in turn|also|[a-z]+ed)\b)"
    r"){0,60}?"
)
_DOCUMENT = (
    r"(?:statements?|declarations?|resolutions?|notes?|letters?|messages?|telegrams?|cables?|communiqués?|"
    r"motions?|bills?|laws?|speech|documents?|acts?|"
    r"vote|legislation|decrees?)(?: (?:to|at|in|by|from|of) [^;,.]{2,50}?)?"
)
_ISSUED = r"(?:adopt|issu|pass|sen[dt]|sign|approv|ma[dk]e|releas|publish|deliver|wrote|gave)[a-z]*"
_INSTEAD = (
    r"(?:, (?:(?:and|while|instead|thereby|also|thus|often|but|openly|publicly|[a-z]+ly) )*|"
    r" (?:been|is|are|was|were) [a-z]+ing [^;]{3,110}? and (?:also )?|"
    r" (?:while|by|instead|(?<!interested )(?<!interest )in) |join(?:ed|s)? [^;,.]{2,60}? in |"
    r" (?:is|was|are|were) (?:also )?(?:among|one of) "
    r"(?:[^;,.]{3,60}?(?:countries|states|nations|governments|members)|\[both:\d+\])"
    r"(?: (?:in|of|from|at) [^;,.]{3,40}?)? |"
    rf"{_DOCUMENT} (?:that )?(?:[a-z]+ly )?)"
)
_SAID = (
    rf"(?:{ADVERB} (?:{alternatives('speech')}|"
    r"told (?:the )?[\w\[\]:]+(?: \w+)?)(?: (?:in |on )?\[date:\d+\]| on [a-z]+ occasions)?(?: that)?"
    r" (?:it|they|he|she|his country|her country|their country|his government|both))?"
)
_REFUSED = rf"(?:{NOT}{ADVERB})? {QUOTE}"
_FREE = rf"{ADVERB}{_REFUSED}"
_AMONG = rf"{ADVERB}(?:{AMONG}{ADVERB})?{_REFUSED}"
_ABSOLUTE = Piece(r"\b(?:with|over|despite|following|after|of|to|and) (?:the )?\Z")
_MANY = Piece(
    r"(?:countries|states|nations|members|governments|leaders|\[quantity:\d+\])(?: (?!includ)[^;,.]{0,50}?)?,?"
    rf" \(?(?:including|among them|such as|(?<=\())(?: the)? ?(?P<who>{SEVERAL}[,)]?)"
)
_PROMISED = Piece(
    r"\b(?:said|stated|declared|announced|reiterated|pledged|promised|confirmed|reaffirmed|affirmed|stressed|vowed|"
    r"(?:assured|told) (?:the )?\[[a-z]+:\d+\])(?: (?:in|on) \[date:\d+\])?(?: that)? [\"“]?(?:the )?\Z"
)
_WILL = (
    r"(?P<to> [\"“]?(?:would|will))(?: also| always| henceforth| from (?:now|then) on| [a-z]+ly| continue to)*"
    rf"(?P<not> (?:not|never))? (?:(?!not |never )[^;,.]{{3,70}} and (?:also )?)?{QUOTE}"
)
_BEHIND = (
    rf"(?:(?P<relative>, which)|{ASIDE}){ADVERB} "
    r"(?:[^;, ]++| (?!where |(?:that|said|stated|after|when|because|while|before|although) (?:the )?"
    r"\[(?:state|person|both):)|"
    rf",(?! wh| (?:\w+|\[quantity:\d+\]) of wh)(?!{_OTHER_CLAUSE})|"
    rf", wh(?:ich|o)\b[^,;]{{3,110}}(?=, (?:and|but)\b)|; (?=[a-z]+(?:ed|s|ly) )){{1,60}}?"
    rf"(?:,? (?:and|but)(?: only)?| as well as|;|(?P<next>,))"
    rf"(?:,? in \[date:\d+\],?|,? (?:in line|in keeping|in accordance|together|"
    rf"according to|along|despite|like|as|under|at|on|after|with|through)\b[^,;]{{3,60}},| in (?:retaliation|response|"
    rf"return|turn|protest|reaction),?)?{_AMONG}"
)
_WROTE = (
    rf"{ASIDE} {_SAME_CLAUSE}{_ISSUED} (?:[\w-]+ ){{0,5}}?{_DOCUMENT} (?:that|which|in which it) "
    rf"(?:[^;,.]{{3,90}}? and )?{ADVERB} ?{QUOTE}"
)
_BECOMING = rf"{ASIDE} {_SAME_CLAUSE}(?:,| after| by| thus| thereby)(?= becoming ){_AMONG}"
_IN_ASIDE = rf", (?:which|who) [^;]{{3,120}}?,{_FREE}"
_BETWEEN_DASHES = r"(?: [–—] [^–—;.]{3,80} [–—])?(?: [a-z]+){0,2}? "

SUBJECTS = Piece(SUBJECT)
"""Whoever may hold a stance."""
CLAUSE_LEAD = Piece(rf"{LEAD}\Z")
"""The words with which the clause of a holder begins, up to the holder."""
_FINITE = (
    Frame(Piece(f"{ASIDE}{_SAID}{_AMONG}"), SUBJECTS),
    Frame(Piece(_WILL), SUBJECTS, _PROMISED),
    Frame(Piece(_BEHIND), SUBJECTS, CLAUSE_LEAD),
    Frame(Piece(_IN_ASIDE), SUBJECTS),
    Frame(Piece(_FREE), _MANY),
    Frame(Piece(_WROTE), SUBJECTS, CLAUSE_LEAD),
    Frame(Piece(_BECOMING), SUBJECTS, CLAUSE_LEAD),
)
"""Right at the holder; "said that it would"; behind "and"; behind a relative clause; one of many; in a document; "after
becoming the first to".
"""
_PARTIAL = (
    Frame(Piece(rf"(?:{ASIDE} {_SAME_CLAUSE})?{_INSTEAD}"), SUBJECTS, CLAUSE_LEAD),
    Frame(Piece(rf" [^;.]{{0,250}}?{_INSTEAD}"), _MANY),
    Frame(Piece(_BETWEEN_DASHES), SUBJECTS, _ABSOLUTE),
)
"""A participle behind a comma, of one of many, behind "with"."""

_ACTIVE = r"(?:(?!\bnot\b|\b(?:was|were) [a-z]+(?:ed|n)\b)[^;]){3,230}?"
_APPOSITION = r",(?: [a-z]+){0,4}? (?:an?|the|one of the) (?:[\w-]+ ){0,4}?"
_ASIDES = (
    (Link("standings"), Frame(Piece(_APPOSITION), SUBJECTS, CLAUSE_LEAD)),
    (Link("reasons"), Frame(Piece(rf"{ASIDE} {_ACTIVE} "), SUBJECTS, CLAUSE_LEAD)),
)
"""What stands only behind a holder with which a clause begins: what it is said to be in commas, and a reason."""

_GIVEN_UP = (
    r"(?:withdr|end|drop|los|abandon|renounc|revers|reduc|suspend|cut|ceas|halt|stop|chang|lift|waiv|limit|soften|"
    r"thank|"
    r"request|seek|sought|need|ask|receiv|welcom|appreciat|prais|us|criticis|criticiz|condemn|reject|oppos|support)"
)
# Nobody else may be named between a word of stance and a holder far from it, nothing asked for, refused or done to it.
_NOBODY_ELSE = (
    rf" (?:(?!(?<![\w-])(?:{_GIVEN_UP}|(?:{alternatives('not_between')})(?![\w-])))"
    r"(?:[^;.:,()\[\]]|\[(?:date|quantity|rank):\d+\])){3,90}?"
)
_THOSE_WHO = Piece(
    rf"{_NOBODY_ELSE}\b(?:(?:countries|states|nations|governments|members|ones|those)(?: [a-z]+){{0,3}}? "
    r"(?:that|which|who)|and) (?:[a-z]+ly |also |have |has )*"
)
_ITS_OWN = Piece(r"(?<![\w-])(?:its|their|his|her)(?: [a-z]+(?:'s|’s))? (?:[\w’'\"“”-]+ ){0,4}?\Z")
_SHARED = Piece(r"(?<![\w-])(?:their|an?) (?:(?:common|shared|mutual|joint|strong) )*\Z")
_TWO = Piece(r"(?P<who><state> and (?:the )?<state>|<both>)")
_FAR_APART = (
    (Link("nouns", _SHARED), Frame(Piece(r" [^;.:()\[\]]{3,90}? "), _TWO, Piece(r"\bbetween (?:the )?\Z"))),
    (Link("verbs"), Frame(_THOSE_WHO, SUBJECTS, CLAUSE_LEAD)),
    (Link("nouns", _ITS_OWN), Frame(Piece(_NOBODY_ELSE), SUBJECTS, CLAUSE_LEAD)),
)
"""A word of stance anywhere behind the holder with which a clause begins: "has joined the list of those that back"."""

_JOINED = ((link, frame) for frame, link in (*product(_FINITE, FINITE), *product(_PARTIAL, PARTIAL)))
_PAIRS = (*_JOINED, *_ASIDES, *_FAR_APART)
"""Each link with each frame of its kind, in the order in which they are tried."""


def claims(statement: Statement) -> Iterator[Claim]:
    """Each word of stance with its holder, by frame, then by link, then by place."""
    return claims_by(statement, _PAIRS)
