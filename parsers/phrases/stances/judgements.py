"""Whether the words behind a verb of stance are a question, and what a state's judgement of them means: what it
"considers" or "describes as" something, or "maintains" of it.
"""

from __future__ import annotations

import re

from parsers.document.model import Span
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.phrases.stances.no_questions import is_bare
from parsers.phrases.stances.questions import is_question
from parsers.phrases.stances.recognized import is_denied, is_recognised
from parsers.phrases.stances.statuses import is_condemned_as, is_found_wrong, is_named_as, is_status

_ITS_RIGHT = re.compile(r"\b(?:rights? (?:to|of|over)|sovereignty over|claims? (?:to|over)|genocide)\b")
_JUDGED = re.compile(r"consider(?:s|ed)?|regard(?:s|ed)?|acknowledge[sd]?", re.IGNORECASE)
_NAMED = re.compile(r"(?:designate|list|classifie)[sd]|classified|listed", re.IGNORECASE)
_BELONGING = re.compile(
    r" (?:as|to be) (?:an? |the )?(?:[a-z]+ ){0,3}(?:part|territory|representative|government|successor|province)\b"
)
_NAMED_AS = re.compile(r"[^,;]{3,60} (?:as|to be|an? (?:genocide|crime))\b")
_A_STATUS = re.compile(
    r" an? (?:[a-z]+ )?(?:province|territory) of (?:the )?[A-Z]| the (?:only |sole )?(?:legitimate|lawful|rightful|"
    r"legal|constitutional) (?:president|government|authority|ruler|representative)\b| an? (?:(?:sovereign|independent|"
    r"inalienable|integral|legitimate|lawful|separate|occupied|breakaway|renegade|"
    r"terrorist|democratic|and) )+(?:part|province|territory|state|country|nation|republic)\b"
    r"|^(?:(?!\ban? (?!integral|inalienable|inseparable)[a-z-]+ (?:[a-z]+ )?part\b)[^,;]){3,60}? part of (?:the )?"
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*$"
)
_IS_PART = re.compile(
    r" belong| (?:is|are|remains?) [A-Z]\w+ territory\b"
    r"| (?:is|are|was|were|remains?|forms?|constitutes?) (?:an? |the )?(?:[a-z]+ ){0,3}?"
    r"(?:part|territory|province) of\b"
)
_RIGHT = re.compile(
    r" (?:has|have|had) (?:a|the|an|every) (?:[a-z]+ ){0,2}right to | (?:should(?! (?:not )?have been| have)|must|"
    r"ought to|has to|"
    r"have to|needs? to) "
    r"(?:not |only |first |continue to |still |one day |eventually )*"
    r"(?:be|have|keep|follow|stay|go|receive|hold|belong|include|remain|become|withdraw|end|respect|return|come|stop|"
    r"leave|step|resign|relinquish|abandon|cease|lift|accept|enter|join|pay|apply|recogni[sz]e|grant|allow|open|share)\b"
    r"| (?:is|are|was|were) (?:[a-z]+ly )?(?:essential|necessary|vital|crucial|indispensable|the only|the best)\b"
)
_NOBODY = re.compile(r"(?:^|\bthat )no (?:[\w’'-]+ ){1,5}\Z")
_ONE_CHINA = re.compile(r"\bone[- ]china\b", re.IGNORECASE)
_PUT_FORWARD = re.compile(
    r"(?:[\w’'-]+ ){0,4}?(?:proposals?|plans?|resolutions?|compromise|mediation|arbitration|road ?map|cease-?fire|"
    r"partition|referendum|demands?|rulings?|awards?|verdict|judge?ment|decisions?|outcome|results?|settlement|agreements?|"
    r"accords?|right of)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:describe|label|brand|term|deem|view|declar|believ)\w*|sees|saw|seen|call(?:ed|s)(?: the)?|.* that$|labell?ed",
    re.IGNORECASE,
)


_FOUND = re.compile(r"\b(?:is|are|was|were|be|been|constitut\w+|amount\w+|represent\w+|violat\w+|breach\w+|has|had)\b")
_GOOD = re.compile(
    r" (?:(?:as|to be) (?:an? |the )?|the (?=most ))(?:[\w-]+, (?:and )?){0,3}?"
    r"(?:(?:most |only )?(?:serious|credible|realistic|viable|just)|justified|best|only) "
    r"(?:and |solution|basis|way|plan|step|proposal|option)"
    r"| (?:as|to be) (?:entirely |fully |both )?(?:legitimate|lawful|legal|fair|justified)$"
)
_LAWFUL = re.compile(r" (?:is|was|are|were) (?:entirely |fully )?(?:lawful|legal|legitimate|justified)$")
_INTERNAL = re.compile(
    r" (?:as|to be|is|are|an?) (?:\S+ ){0,3}?(?:internal|domestic) (?:affair|matter|issue|question)s?\b"
)


_ASKS = re.compile(r"(?:urg|call|appeal|demand|press|insist|ask)", re.I)
_NOT_TO = re.compile(
    r"(?!that )[^,;]{2,60}? not to (?!be [a-z]+ed\b)|[^,;]{2,40}? against (?=[a-z]+ing\b)"
)
_TO_END = re.compile(
    r"(?:that )?[^,;]{2,60}? (?:(?:to|should|must) )?(?:immediately |unconditionally |fully )?"
    r"(?:lift|end|repeal|discontinue|remove|drop|abolish|stop|halt|cease|freeze|suspend|dismantle|refrain from|"
    r"put an end to|bring an end to"
    r"|terminate|revoke|condemn|reject|oppose)(?! to\b| of\b)(?: (?:its|the|all|their))* "
    r"(?=(?:[\w-]+ ){0,3}?(?:embargo|blockade|sanctions|occupation|boycott|bombing|aggression|attacks|siege|apartheid"
    r"|annexation|invasion|offensive|efforts?|attempts?|repression|crackdown|expansion|construction of settlements|"
    r"settlement construction|hostilities|war|settlements?|nuclear tests?|testing|whaling)\b)"
)


def is_position(match: Match, topic: Span, stance: str, verb: str) -> bool:
    """Whether the words after a verb are a question: what is recognised must be a status or a third party; war that is
    declared is none.
    """
    words, verb = match.statement.document.text[slice(*topic)], verb.lower()
    if verb.startswith("declar") and words.startswith("war "):
        return False
    standing = _is_standing(match, topic, stance, verb)
    if standing is not None:
        return standing
    if stance == "recognizes":
        return is_recognised(match, topic)
    if "recogni" in verb or "acknowledg" in verb:
        return is_denied(match, topic)
    refused = stance == "opposes" and "accept" in verb
    return is_question(match.statement, topic, stance, "refused to accept" if refused else verb)


def _is_standing(match: Match, topic: Span, stance: str, verb: str) -> bool | None:
    """Whether what something is called, listed or considered to be is a standing in law; null for all other verbs."""
    words, denied = match.statement.document.text[slice(*topic)], match.words("not") is not None
    if _CALLED.fullmatch(verb) and (stance == "recognizes" or denied):
        return _is_called_part(verb, words)
    if _NAMED.fullmatch(verb):
        return is_status(words)
    acknowledged = verb.startswith("acknowledg")
    if acknowledged and (_ONE_CHINA.search(words) or _ITS_RIGHT.search(words)):
        return True
    judged = _JUDGED.fullmatch(verb) is not None and not (denied and acknowledged)
    return _is_judged_as(match, topic) if judged else None


def _is_called_part(verb: str, words: str) -> bool:
    """Whether something is told to be a part of a state, or to have a standing in law."""
    if verb.endswith(" that") and _IS_PART.search(words):
        return True
    if verb.startswith(("declar", "designat")) and _NAMED_AS.search(words) and is_status(words):
        return True
    return verb.startswith(("view", "deem")) and _BELONGING.search(words) is not None


def _is_judged_as(match: Match, topic: Span) -> bool:
    """Whether what is considered is told with what it is considered to be, and that is a standing in law."""
    words = match.statement.document.text[slice(*topic)]
    told = " as " in words or " to be " in words or not is_bare(match.statement, topic)
    told = told and " " in words and not words.startswith("as ") and " not " not in words
    return told and (is_named_as(words) or _A_STATUS.search(words) is not None)


def ended_by_others(statement: Statement, verb: str, topic: Span) -> Span | None:
    """What somebody is asked to lift or end, or not to do ("called on Norway to lift the embargo", "urged Norway not to
    sign the pact"): who asks opposes it.
    """
    text = statement.document.text
    asked = _ASKS.search(verb) and (_NOT_TO.match(text, *topic) or _TO_END.match(text, *topic))
    return (asked.end(), topic[1]) if asked else None


def judgement_of(verb: str, topic: str) -> str | None:
    """The stance of one who tells what he takes something for ("considers", "described", "maintains that"): opposed to
    what he finds wrong, for what he finds to be a right or nobody else's affair, or accepts as a plan; null where he
    judges neither.
    """
    if verb.lower().startswith("accept"):
        return "supports" if _PUT_FORWARD.match(topic) else None
    if topic.startswith("as ") or not is_judging(verb):
        return None
    if verb.lower().endswith(" that") or verb.lower().startswith("believ"):
        return judgement_in(topic)
    good = _INTERNAL.search(topic) or _GOOD.search(topic)
    return blamed(topic) or ("supports" if good else None)


def judgement_in(words: str) -> str | None:
    """The stance of one who finds that something is wrong, or is a right, or ought to be; null for any other view."""
    if _FOUND.search(words) and (wrong := blamed(words)):
        return wrong
    if _LAWFUL.search(words):
        return "supports"
    if right := _RIGHT.search(words):
        return "opposes" if _NOBODY.search(words, 0, right.start() + 1) else "supports"
    return "supports" if _INTERNAL.search(words) else None


def is_judging(verb: str) -> bool:
    """Whether a verb tells for what somebody takes something: "considers", "describes"."""
    return _JUDGED.fullmatch(verb) is not None or _CALLED.fullmatch(verb) is not None


def blamed(words: str) -> str | None:
    """The stance of one who finds something to be wrong, or a crime in strong words; null where he does not."""
    return "condemns" if is_condemned_as(words) else "opposes" if is_found_wrong(words) else None


def told_status(words: str) -> str | None:
    """The stance of one who finds that something belongs to a state or is a part of it: recognised; null else."""
    return "recognizes" if _IS_PART.search(words) else None
