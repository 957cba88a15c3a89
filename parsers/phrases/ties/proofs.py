"""Whether a verb and the words for relations tell of a change in the pair's diplomatic relations, and how plainly."""

from __future__ import annotations

import re

from parsers.document.model import Span
from parsers.language.mention import Mention, StateValue
from parsers.language.reading import Statement
from parsers.language.sides import party_of
from parsers.phrases.ties.levels import has_level
from parsers.phrases.ties.relations import AGAIN, is_diplomatic, is_theirs, subjects_before

_OTHER_OBJECT = re.compile(
    r"\s*(?:(?:\w+ )?(?:earlier than|before|prior to)\b"
    r"|to (?!\d)|on an? |off |a |an |its |their |the |new |[a-z]+ing\b|up |by (?!(?:an? |the )?exchang))"
)
_BEGINS = re.compile(r"beg[au]n|started|opened|launched|ended|agreed", re.I)
_TOPIC = re.compile(
    r"\b(?:aspects?|issues?|matters?|questions?|topics?|areas?|state|future|scope|chapter|page|phase|"
    r"stage|era|channels?|breaks?|breach|rupture|suspension|severance|interruption|crisis|rift|deterioration|downturn"
    r"|thaw"
    r"|improvement) (?:of|in|on)(?: the| their| its)?(?: \w+)? $"
)
# "A low in relations came", "the peak of relations followed": what came is what is told of them, not they themselves.
_HAPPENS = re.compile(r"(?P<comes>came|followed)|came .*|began|begun|started|resumed|ended|commenced|lapsed|ceased")
_WITHIN = re.compile(r"\w in (?:(?:the|their|its|these) )?(?:mutual |bilateral )?$")
_HEADED = re.compile(r"\w (?:of|in) (?:(?:the|their|its|these) )?(?:mutual |bilateral )?$")
_MOOD = re.compile(r"(?:bilateral |mutual |own )*relationships?")  # what quarrels disturb, and nobody severs
_NOBODY = re.compile(r" (?:with|between) (?:neither|no|none)\b")
_EXCEPT = re.compile(r"\b(?:except(?: for)?|with the (?:sole )?exception of|apart from|other than)\b")
_NEAR = 40  # letters between "except" and whom it names
_WITH_PEOPLE = re.compile(
    r" (?:with|between (?:the )?\[state:\d+\] and) (?:the )?\[state:(\d+)\] "
    r"(?!government|authorities|side|state|republic|people|regime|kingdom"
    r"|leadership|empire"
    r"|capital|nation|union|federation|crown|court|sultanate|democratic|soviet|military|junta|and\b|in\b|on\b)[a-z]+"
)
_ADJECTIVE = re.compile(
    r"\b(?:the|an?|of|for|towards?|despite|with|newly|its|their|these|those|such|once"
    r"|(?:float|discuss|propos|enjoy|welcom|consider|seek|want)(?:ed|s|ing)?)[ -]$"
)
_WARM = re.compile(r"\b(?:close|friendly|good|strong) $")
_RECENTLY = re.compile(r"\brecently $")
_HAVE = re.compile(r"\b(?:have|has|had|they|it|who|which|that)(?: only| just)? $")
_IN_A_FIELD = re.compile(
    r"\s*(?:(?:off|out) )?(?:in|with|as|on) (?:the )?(?:fields? of |areas? of |basis of )?"
    r"(?:trade|commerce|culture|sports?|merchants?|missionaries)\b"
)
_UNKNOWN_PARTNER = re.compile(
    r" with (?:the )?(?:(?!\[)[A-Z][\w’'-]+(?! (?:government|regime|dictatorship|administration"
    r"|(?:[A-Z]\w+ |of |the ){0,2}\[state))"
    r"|\[body:\d+\]|\[state:\d+\](?:'s|’s) (?:[\w-]+ ){0,2}?(?:former|ally|allies|colon|neighbou?r|rival|enem)"
    r"|(?:\w+ ){0,2}(?:chiefs?|rulers?|kings?|tribes?|leaders|merchants|traders|rebels|opposition|part(?:y|ies)|colon"
    r"|compan|church|communit|group|movement|organi[sz]ation)(?:\w*)\b)"
)
_DESCRIBED = re.compile(
    r"(?: (?:with|between) [^,;.]{2,50}?)? (?:were|was|are|is|have|has|had|will|would|saw|led|brought|meant"
    r"|made|allowed)\b"
)
_IN_PART = re.compile(
    r"\b(?:largely|partial|partly|virtual|practical|effective|almost|nearly|all but)(?:ly)? (?:been )?$"
)
_OTHER_IS = re.compile(
    r",? and (?:[^,;]{0,40}, )?(?:\w+ ){0,3}?(?:embass(?:y|ies)|consulates?|ambassadors?|legations?|missions?|offices?"
    r"|agreements?|treat(?:y|ies)|flights?|talks|negotiations?|visits?|trade)\b"
    r"[^,;]{0,30}? (?:was|were|been) (?:\w+ly )?$"
)
_SHOWN = re.compile(r"\b(?:exhibition|conference|seminar|museum|book|film|festival)\b[^;,]*$")
_OTHER_ACTOR = re.compile(
    r"\b(?:universit(?:y|ies)|cit(?:y|ies)|towns|church(?:es)?|parties|compan(?:y|ies)|chambers?|academ(?:y|ies)|clubs?"
    r"|unions|banks?|schools?|librar(?:y|ies)|museums?|federations?|associations?|teams?|orchestras?)"
    r"(?: (?:of|in) [^;,]{3,60}| )$"
)
_FIRST_MET = re.compile(
    r"(?: (?:in|on|from|around))?(?: [\w,]+){0,4} (?:(?:when|as|with the arrival)\b[^;.]*"
    r"\b(?:visit|arriv|land|reach|recogni[sz]|sailor|ship|trader|explorer|settl)|with the (?:\w+ )?recognition of\b)"
)
_HOPED = re.compile(
    r"\b(?:want(?:s|ed)?|discuss\w*|consider\w*|interest(?:ed)? in|aim\w*|possib\w*|negotiat\w*|talks? (?:on|about)"
    r"|towards?"
    r"|favou?r of|support\w* (?:for )?|idea of|ways of|anniversary of|years (?:of|since)(?![^.;]*,)"
    r"|anniversary)\b(?:(?!, (?:and|which) (?:were|was) )[^.;]){0,60}$"
)
# "Accused it of supporting rebels and severed relations": a deed of its own.
_DID_BESIDES = re.compile(r"\band (?:then |also |later )?(?:severed|broke(?: off)?|suspended|terminated)\Z")
_DEMANDED = re.compile(
    r"\b(?:demand\w*|call(?:ed|s|ing)? for|urg(?:ed|es|ing)|advocat\w+|propos\w+|suggest\w*|favou?r\w*"
    r"|threat\w*|consider\w*)(?: (?:the|a|of|with|about))* $"
)
_THAWED = re.compile(rf"(?:,|;| and| but| until)[^.]{{0,40}}\b(?:{AGAIN}|mended)\b")
SIGNED = re.compile(
    r"(?:protocol|documents?|communiqu[eé]|agreement|declaration|treaty|notes?|statement|memorandum(?: of"
    r" understanding)?"
    r"|accords?)\b[^.;]{0,40}$"
)
_DIPLOMATIC = re.compile(r"\b(?:diplomatic|official|formal|full|consular|governmental)\b(?: \w+){0,2}$")
_AT_BIRTH = re.compile(
    r" (?:(?:shortly|soon|immediately|right|just|the (?:day|week|month|year)|(?:a few )?(?:days|weeks|months)) )*"
    r"(?:when|after|upon|following|with|once) [^;.]{0,60}?\b(?:independen(?:ce|t)|unification|statehood|proclaimed"
    r"|dissolution|break-?up|collapse)\b"
)
_REFERS = re.compile(
    r"\b(?:since|after|before|when|once|until|till|as soon as|if|whether|although|though|because|where|while|that|"
    r"said|says|claim\w*|which|following)\b(?!.*, )",
    re.DOTALL,
)
# "Such anger that it cut ties": what follows is told as a fact.
_SO_THAT = re.compile(r"\b(?:such|so) [^.;,]{0,50}? that\b")
_PARTNER_UNSAID = re.compile(
    r" with (?!(?:the )?(?:\[(?:state|both|person):|country|kingdom|republic|other\b|latter)|it\b)"
)
_NO_DEED = re.compile(
    r"(?:^|\b(?:to|the|of|newly|well|recently|its|their|with|no|for|through|by|long|having|to have)[ -]| -)$"
)
_PURPOSE = re.compile(
    r"(?:^|[;,] |\band )(?:(?:also|further), )?(?:in order to|so as to|to|with (?:an?|the) "
    r"(?:view|aim|goal|purpose|intention|objective) (?:to|of)|in (?:an? )?(?:effort|attempt|bid|order) to|"
    r"for the (?:purpose|promotion|sake|development|strengthening|advancement|furtherance) of|aiming (?:to|at)|"
    r"seeking to|hoping to|wishing to|as (?:a )?(?:part|sign|token|symbol|result) of|"
    r"in (?:recognition|celebration|commemoration|support|honou?r) of|on the basis of|thanks to|given)\b[^,;]*$"
)
_ITS_SUBJECT = re.compile(r",[^,;]*\b(?:relations|relationship|ties|they|these)\b")
_OFTEN = re.compile(
    r"(?: and [\w-]+)? (?:(?:several|many|numerous|multiple|various|two|three|four) times|repeatedly"
    r"|on several occasions)\b"
)
_BEFORE = re.compile(r"\b(?:before|prior to)(?: formally| officially)? $")
_AFTER = re.compile(r"\b(?:after|since|upon|following)(?: formally| officially)? $")
_HEARSAY = ("since", "if", "whether", "said", "says", "that", "which")


def is_change(statement: Statement, verb: Span, what: Span, kind: str) -> bool:
    """Whether verb and relations tell of a change in the pair's own diplomatic relations, planned or not."""
    before = statement.low[: verb[0] - statement.start]
    if _has_other_object(statement, verb, what) or _has_other_subject(statement, verb, what):
        return False
    if _OFTEN.match(statement.low, verb[1] - statement.start):
        return False
    if _is_first_meeting(statement, verb, what) or _is_purpose(statement, verb, what):
        return False
    if statement.low[: verb[1] - statement.start].endswith("ing") and _DEMANDED.search(before):
        return False
    if kind == "severed" and _is_in_part(statement, verb, what):
        return False
    if not is_diplomatic(statement, what[0]) or not is_theirs(statement, min(verb[0], what[0]), what[1]):
        return False
    if kind == "upgraded" and ("partnership" in statement.low or not has_level(statement)):
        return False
    is_deed = kind == "severed" and _DID_BESIDES.search(statement.low, 0, verb[1] - statement.start) is not None
    return is_deed or not _HOPED.search(before) or SIGNED.search(before) is not None


def _has_other_object(statement: Statement, verb: Span, what: Span) -> bool:
    """Whether the verb does something else than change relations: "began to improve", "newly established ties"."""
    before, after = statement.low[: verb[0] - statement.start], statement.low[verb[1] - statement.start :]
    words = statement.document.text[slice(*verb)]
    if verb[0] < what[0]:
        return not words.lower().endswith("ing") and _is_attribute(statement, before, what)
    agent = statement.after(verb[1], "state", "place")
    if agent is not None and statement.document.text[verb[1] : agent.start] in (" by ", " by the "):
        return False
    return bool(_BEGINS.fullmatch(words) and (_OTHER_OBJECT.match(after) or _IN_A_FIELD.match(after)))


def _has_other_subject(statement: Statement, verb: Span, what: Span) -> bool:
    """Whether it is not their relations that are spoken of: an aspect of them, those with nobody or with no state,
    embassies that "were opened" behind them.
    """
    low, end = statement.low, what[1] - statement.start
    if _NOBODY.match(low, end) or _is_excepted(statement, end) or _TOPIC.search(low[: what[0] - statement.start]):
        return True
    if _is_only_in_them(statement, verb, what):
        return True
    if verb[0] > what[0] and (
        _OTHER_IS.search(low, end, verb[0] - statement.start) or _SHOWN.search(low[: what[0] - statement.start])
    ):
        return True
    if verb[0] < what[0] and "diplomatic" not in low and _OTHER_ACTOR.search(low[: verb[0] - statement.start]):
        return True
    after = _skeleton_after(statement, what[1])
    return _UNKNOWN_PARTNER.match(after) is not None or _is_with_people(statement, after)


def _is_only_in_them(statement: Statement, verb: Span, what: Span) -> bool:
    """Whether something in relations, or of them, is what began or came: "a low in relations came in 1998"."""
    happens = _HAPPENS.fullmatch(statement.low, verb[0] - statement.start, verb[1] - statement.start)
    if happens is None or verb[0] < what[0]:
        return False
    head = _HEADED if happens["comes"] else _WITHIN
    return head.search(statement.low, 0, what[0] - statement.start) is not None


def _is_excepted(statement: Statement, end: int) -> bool:
    """Whether one of the pair is named as the exception: "between Kenya and all its neighbours except Uganda"."""
    match = _EXCEPT.search(statement.low, end)
    after = statement.start + match.end() if match is not None else statement.end
    return any(after <= m.start < after + _NEAR and party_of(m, statement.context) for m in statement.of("state"))


def _is_with_people(statement: Statement, after: str) -> bool:
    """Whether the relations are with people or bodies of a state, not with it: "with Kenyan dioceses"."""
    match = _WITH_PEOPLE.match(after)
    value = statement.mentions[int(match[1])].value if match is not None else None
    return isinstance(value, StateValue) and value.form == "demonym"


def _is_attribute(statement: Statement, before: str, what: Span) -> bool:
    """Whether a verb's participle only describes the relations: "newly established ties", "Renewed ties were …"."""
    opens = not before.strip() or before.endswith((", ", "; "))
    described = opens and _DESCRIBED.match(statement.low, what[1] - statement.start) is not None
    return described or _ADJECTIVE.search(before) is not None or _is_new(statement, before)


def _is_new(statement: Statement, before: str) -> bool:
    """Whether "recently" describes relations: "with recently restored ties", not "the two recently restored ties"."""
    adverb = _RECENTLY.search(before)
    if adverb is None:
        return False
    at = statement.start + adverb.start()
    acts = any(one.end == at - 1 for one in statement.of("state", "both"))
    return not acts and _HAVE.search(before, 0, adverb.start()) is None


def _is_first_meeting(statement: Statement, verb: Span, what: Span) -> bool:
    """Whether relations that nobody calls diplomatic "began when" people came to the other state, or recognised it."""
    words = statement.document.text[slice(*what)].lower()
    begins = verb[0] > what[0] and _BEGINS.fullmatch(statement.document.text[slice(*verb)]) is not None
    formal = re.search("diplomatic|official|formal|consular", words) is not None
    return begins and not formal and _FIRST_MET.match(statement.low, verb[1] - statement.start) is not None


def _is_in_part(statement: Statement, verb: Span, what: Span) -> bool:
    """Whether only the mood or a part of relations is broken: "largely", frozen by no state and neither diplomatic nor
    restored."""
    if _MOOD.fullmatch(statement.low[what[0] - statement.start : what[1] - statement.start]):
        return True
    acts = verb[0] < what[0] and subjects_before(statement, verb[0])
    froze = not acts and statement.document.text[verb[0] : verb[1]].lower().startswith("fro")
    named = statement.low[max(0, what[0] - statement.start - 20) : what[1] - statement.start]
    results = statement.low[: verb[1] - statement.start].endswith("ing")
    in_part = not results and _IN_PART.search(statement.low[: verb[0] - statement.start]) is not None
    thawed = _THAWED.search(statement.low, verb[1] - statement.start) is not None
    return in_part or (froze and not thawed and "diplomatic" not in named)


def _is_purpose(statement: Statement, verb: Span, what: Span) -> bool:
    """Whether relations are only what something else is for: "to foster ties, an association was founded"."""
    if verb[0] < what[1] or _PURPOSE.search(statement.low[: what[0] - statement.start]) is None:
        return False
    between = statement.low[what[1] - statement.start : verb[0] - statement.start]
    return "," in between and _ITS_SUBJECT.search(between) is None


def is_plain(statement: Statement, verb: Span, what: Span, kind: str) -> bool:
    """Whether an undated clause tells of the change itself, and is no reference to it: "after ties were restored".

    In a clause behind "after", "when" …, only what somebody named there did is told: "after Ruiz restored ties".
    Relations that begin undated, or are renewed, must be called diplomatic, and not strong or friendly; those with a
    body are not the pair's.
    """
    first, words = min(verb[0], what[0]), statement.document.text[slice(*verb)].lower()
    before, after = statement.low[: first - statement.start], _skeleton_after(statement, what[1])
    is_deed = not words.endswith("ing") and not _NO_DEED.search(before[-12:] if verb[0] < what[0] else " ")
    if not is_deed or _PARTNER_UNSAID.match(after) or _WARM.search(statement.low, 0, what[0] - statement.start):
        return False
    vague = kind in ("established", "downgraded") or words.startswith(("renew", "ended", "broke", "cut", "interrupt"))
    if vague and not _is_diplomatic(statement, verb, what, kind, after):
        return False
    refers = _REFERS.search(_SO_THAT.sub(lambda words: " " * len(words[0]), before))
    if refers is None:
        return True
    acting = [m for m in statement.of("state", "person", "both") if statement.start + refers.end() <= m.start < first]
    return bool(acting) and verb[0] < what[0] and kind != "established" and refers[0] not in _HEARSAY


def _is_diplomatic(statement: Statement, verb: Span, what: Span, kind: str, after: str) -> bool:
    """Whether relations are called diplomatic, have a level, begin with the state itself, or are severed "with" one."""
    if has_level(statement) or (kind == "severed" and after.startswith(" with")):
        return True
    if kind == "established" and _AT_BIRTH.match(statement.low, verb[1] - statement.start):
        return True
    named = statement.low[max(0, what[0] - statement.start - 40) : what[1] - statement.start].rpartition(" ")[0]
    return _DIPLOMATIC.search(named) is not None


def is_to_come(statement: Statement, verb: Span, what: Span, date: Mention) -> bool:
    """Whether the date is of what was before or after the change: "Prior to establishing relations, in 1872 a ship …",
    "months after establishing relations, it opened an embassy, which was closed in 1979".
    """
    is_apart = any(mark in statement.document.text[what[1] : date.start] for mark in ",;")
    if _AFTER.search(statement.low, 0, verb[0] - statement.start):
        return date.start > verb[0] and is_apart
    if not _BEFORE.search(statement.low, 0, verb[0] - statement.start):
        return False
    return date.start < verb[0] or is_apart


def _skeleton_after(statement: Statement, position: int) -> str:
    """The rest of a statement behind a place, with its mentions as slots."""
    length = len(statement.skeleton)
    return next((statement.skeleton[at:] for at in range(length) if statement.offset(at) >= position), "")
