"""The links and frames of a stance in a clause: between a word of stance and its holder, and around them.

Each link goes with each frame of its kind, so that a stance told by a noun is found wherever one told by a verb is.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from parsers.language.pattern import Piece
from parsers.language.reading import Statement
from parsers.phrases.stances.claim import Claim, Frame, Link, claims_by
from parsers.phrases.stances.subjects import ADVERB, AMONG, ASIDE, LEAD, NOT, SEVERAL, SUBJECT
from parsers.phrases.stances.words import alternatives

_QUOTE = r"[\"“]?"
_FILLED = rf"(?:(?!support\b|hope|criminali|outlaw|no\b|little\b){_QUOTE}[\w’'-]+,? ){{0,4}}?{_QUOTE}"
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
_GIVEN_UP = (
    r"(?:withdr|end|drop|los|abandon|renounc|revers|reduc|suspend|cut|ceas|halt|stop|chang|lift|waiv|limit|soften|"
    r"thank|"
    r"request|seek|sought|need|ask|receiv|welcom|appreciat|prais|us|criticis|criticiz|condemn|reject|oppos|support)"
)
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
_ATTITUDE = r"(?:an? )?(?:[a-z]+ ){0,2}?(?:stance|position|line|view|attitude)s? "
_REFUSED = rf"(?:{NOT}{ADVERB})? {_QUOTE}"
_FREE = rf"{ADVERB}{_REFUSED}"
_AMONG = rf"{ADVERB}(?:{AMONG}{ADVERB})?{_REFUSED}"


@cache
def subjects() -> Piece:
    """Whoever may hold a stance."""
    return Piece(SUBJECT)


@cache
def lead() -> Piece:
    """The words with which the clause of a holder begins, up to the holder."""
    return Piece(rf"{LEAD}\Z")


@cache
def _links() -> tuple[Link, ...]:
    """Verb; policy by name; "one of its supporters"; noun that is voiced; what a state is; what it always does."""
    voiced = rf"(?<![\w-])(?:{alternatives('voices')})"
    voiced += r"(?:,[^;,]{3,60},| (?:through|in|via|during|at) [^;,]{3,50}?,?)? "
    voiced += r"(?:(?:the )?\[(?:state|person|both):\d+\] (?:of |with )?)?"
    return (
        Link("verbs"),
        Link("policies", behind=Piece(
            r" (?:an? |the |its |to )*(?:so-called |[a-z]+ )?[\"“]?"
            r"(?P<topic>one-\[state:\d+\]|one \[state:\d+\])[\"”]? (?:policy|principle)\b")),
        Link("renowned", Piece(
            rf"(?<![\w-]){_BEING}(?:(?:one of|among|also|always) )*(?:the )?(?P<topic>[^;,.]{{2,60}}?)(?:'s|’s|s’|s') "
            r"(?:[a-z]+(?:-[a-z]+)? ){0,3}?\Z")),
        Link("nouns", Piece(rf"{voiced}{_FILLED}\Z")),
        Link("nouns", Piece(rf"(?<![\w-])(?:{_HAVING}|{_RECORD})(?:[a-z]+ )?\Z")),
        Link("standings", Piece(
            rf"(?<![\w-]){_COPULA}(?P<never>(?:not(?! only)|never|no longer|no) )?{_OUTSPOKEN}\Z"
        ), sections=("standings", "nouns")),
        Link("standings", Piece(
            rf"(?<![\w-])(?:took|takes|taken|adopt(?:s|ed)|ha[sd]|have|held|holds) {_ATTITUDE}(?:[a-z]+ly )?\Z")),
        Link("participles", Piece(
            rf"(?<![\w-])(?:{_RECORD}(?P<never>not )?(?:[a-z]+ly )?|{_KEPT_ON}|"
            rf"(?P<not>(?:has|have|had) no (?:intention|plans?) of )|{_BEING}(?:\w+ly |also |now )?)\Z")),
        Link("sides", behind=Piece(r" (?:the )?<state|person>(?:'s|’s|'|’) side\b")),
        Link("deeds", Piece(rf"{voiced}(?:its|their|his) {_FILLED}\Z"), Piece(r"[.;]|\Z")),
        Link("participles", Piece(
            r"(?<![\w-])(?:[a-z]+ing [^;]{3,110}?,? and (?:also )?(?:[a-z]+ly )?)?(?P<not>not |never )?\Z"
        ), finite=False),
        Link("nouns", Piece(rf"(?<![\w-])(?:{alternatives('voicing')}) {_FILLED}\Z"), finite=False),
        Link("participles", Piece(rf"(?<![\w-])(?:taking|adopting|holding) {_ATTITUDE}\Z"), sections=("standings",),
             finite=False),
        Link("verbs", Piece(r"(?<![\w-])having (?:[a-z]+ly )?\Z"), finite=False),
    )  # fmt: skip


_ABSOLUTE = r"(?:with|over|despite|following|after|of|to|and)"
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
    rf"(?P<not> (?:not|never))? (?:(?!not |never )[^;,.]{{3,70}} and (?:also )?)?{_QUOTE}"
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
    rf"(?:[^;,.]{{3,90}}? and )?{ADVERB} ?{_QUOTE}"
)
_BECOMING = rf"{ASIDE} {_SAME_CLAUSE}(?:,| after| by| thus| thereby)(?= becoming ){_AMONG}"


@cache
def _frames() -> tuple[Frame, ...]:
    """Right at the holder; "said that it would"; behind "and"; behind a relative clause; one of many; in a document;
    "after becoming the first to";
    a participle behind a comma, of one of many, behind "with".
    """
    subject = subjects()
    return (
        Frame(Piece(f"{ASIDE}{_SAID}{_AMONG}"), subject),
        Frame(Piece(_WILL), subject, _PROMISED),
        Frame(Piece(_BEHIND), subject, lead()),
        Frame(Piece(rf", (?:which|who) [^;]{{3,120}}?,{_FREE}"), subject),
        Frame(Piece(_FREE), _MANY),
        Frame(Piece(_WROTE), subject, lead()),
        Frame(Piece(_BECOMING), subject, lead()),
        Frame(Piece(rf"(?:{ASIDE} {_SAME_CLAUSE})?{_INSTEAD}"), subject, lead(), finite=False),
        Frame(Piece(rf" [^;.]{{0,250}}?{_INSTEAD}"), _MANY, finite=False),
        Frame(Piece(r"(?: [–—] [^–—;.]{3,80} [–—])?(?: [a-z]+){0,2}? "), subject,
              Piece(rf"\b{_ABSOLUTE} (?:the )?\Z"), finite=False),
    )  # fmt: skip


@cache
def _asides() -> tuple[tuple[Link, Frame], ...]:
    """What stands only behind a holder with which a clause begins: a reason, and what it is said to be in commas."""
    active = r"(?:(?!\bnot\b|\b(?:was|were) [a-z]+(?:ed|n)\b)[^;]){3,230}?"
    apposition = r",(?: [a-z]+){0,4}? (?:an?|the|one of the) (?:[\w-]+ ){0,4}?"
    return (
        (Link("standings"), Frame(Piece(apposition), subjects(), lead())),
        (Link("reasons"), Frame(Piece(rf"{ASIDE} {active} "), subjects(), lead())),
    )


@cache
def _far_apart() -> tuple[tuple[Link, Frame], ...]:
    """A word of stance anywhere behind a holder with which a clause begins: "has joined the list of those that back".

    Nobody else may be named between them, and nothing asked for, refused, or done to the holder.
    """
    clause = (
        rf" (?:(?!(?<![\w-])(?:{_GIVEN_UP}|(?:{alternatives('not_between')})(?![\w-])))"
        r"(?:[^;.:,()\[\]]|\[(?:date|quantity|rank):\d+\])){3,90}?"
    )
    those = r"(?:countries|states|nations|governments|members|ones|those)(?: [a-z]+){0,3}?"
    verb = rf"{clause}\b(?:{those} (?:that|which|who)|and) (?:[a-z]+ly |also |have |has )*"
    noun = r"(?<![\w-])(?:its|their|his|her)(?: [a-z]+(?:'s|’s))? (?:[\w’'\"“”-]+ ){0,4}?\Z"
    two = Piece(r"(?P<who><state> and (?:the )?<state>|<both>)")
    shared = r"(?<![\w-])(?:their|an?) (?:(?:common|shared|mutual|joint|strong) )*\Z"
    return (
        (Link("nouns", Piece(shared)), Frame(Piece(r" [^;.:()\[\]]{3,90}? "), two, Piece(r"\bbetween (?:the )?\Z"))),
        (Link("verbs"), Frame(Piece(verb), subjects(), lead())),
        (Link("nouns", Piece(noun)), Frame(Piece(clause), subjects(), lead())),
    )


@cache
def _pairs() -> tuple[tuple[Link, Frame], ...]:
    """Each link with each frame of its kind, in the order in which they are tried."""
    joined = ((link, frame) for frame in _frames() for link in _links() if link.finite == frame.finite)
    return (*joined, *_asides(), *_far_apart())


def claims(statement: Statement) -> Iterator[Claim]:
    """Each word of stance with its holder, by frame, then by link, then by place."""
    return claims_by(statement, _pairs())
