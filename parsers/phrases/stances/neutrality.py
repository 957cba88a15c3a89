"""Neutrality: a holder that keeps out of a contest or takes no side on a question, and the words of what it is on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.document.model import Span
from parsers.language.lexicon import read_yaml
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement
from parsers.phrases.stances.carried import contest_before
from parsers.phrases.stances.no_questions import is_bare
from parsers.phrases.stances.statuses import is_contested
from parsers.phrases.stances.subjects import ADVERB, ASIDE, SUBJECT
from parsers.phrases.stances.topics import topic_after, topic_before

_ON = re.compile(
    r"(?: (?:to|after)|,? (?:both )?(?:for (?:most|much|part|the duration) of|"
    r"in the (?:matter|question|case|affair) of|of|on|in|into|from|during|throughout|over|regarding|towards?|about|"
    r"with regard to|between|concerning|as to|"
    r"amid)) (?:the )?"
)
# Behind these any question will do, as one is neutral on it; in or during something only where that is a contest.
_QUESTION = re.compile(r",? (?:in the (?:matter|question|case) of|on|over|regarding|towards?|about|with regard to|"
    r"concerning|as to|between) ")
_BETWEEN = re.compile(r",? between ")
_KEPT = (
    r"(?:maintain(?:s|ed)?|retain(?:s|ed)?|adopt(?:s|ed)?|takes?|took|taken|keeps?|kept|holds?|held|has|have|had|"
    r"pursue[sd]|follow(?:s|ed)|chose|chosen|issued|upholds?|upheld|declare[ds]|proclaimed|professed|observe[sd]|preserved|claims?|claimed)"
)
_CHOSE = r"(?:(?:voted|chose|decided|opted|prefer(?:s|red)|resolved|vowed|pledged) to )?"
_STAND = r"(?:a |either |any |one )?(?:sides?|stance|position|stand)"
_PARTY = r"(?:(?:side|camp|faction|claimant|bloc|general|rival|candidate|neighbou?r|belligerent)s?|party|parties|two)"
_ITSELF = r"(?:him|her|it|them)sel(?:f|ves)"
_WAVERED = (
    r"(?:refused|refuses|declined|declines|chose not|did not (?:wish|want)|does not (?:wish|want)|"
    r"prefer(?:s|red) not) to"
)
_NOT = r"(?:did|does|do|would|will|could|can|has|have|had) (?:not|never)"
_SAID = (
    r"(?: (?:says|said|states|stated|declare[sd]|announced|insists|insisted|emphasi[sz]e[sd]|stress(?:es|ed)) that "
    r"(?:it|he|she|his country|her country))?"
)
_WORD = rf"(?:{'|'.join(read_yaml('positions.yaml')['neutral'])})"
_NEUTRAL = (
    rf"{_KEPT} (?:[\w-]+ ){{0,4}}?{_WORD}(?: (?:stance|position|policy|line|attitude|status|stand)| of <state>)?|"
    rf"(?:declare[sd]|keeps?|kept|considers|considered) {_ITSELF} {_WORD}|"
    rf"{_CHOSE}(?:(?:remain|stay|keep)s?|remained|stayed|kept|was|were|is|are|been) (?:[a-z]+ )?{_WORD}"
)
_OUT_OF_IT = (
    r"(?:stay(?:s|ed)?|kept|keeps) out(?= of)|(?:stay|keep|stood|kept|remain)(?:s|ed)? aloof(?= from)|"
    rf"{_WAVERED} be drawn(?= into)|steer(?:s|ed) clear(?= of)"
)
_NO_SIDE = (
    rf"(?:{_WAVERED}|{_NOT}) take {_STAND}|(?:{_NOT}|not|never) taken {_STAND}|never (?:took|takes) {_STAND}|"
    r"(?:took|takes|taken) no (?:sides?|stance|position|stand)|(?:took|takes|taken) neither side|"
    rf"(?:sid|lean|inclin)(?:s|ed|es) (?:with|to|towards?) neither(?: (?:of the )?{_PARTY})?|"
    rf"(?:takes?|took|taken|had|has) no part(?= in)|without (?:taking|choosing) {_STAND}|"
    rf"(?:(?:refrain(?:s|ed)?|abstain(?:s|ed)?) from|avoid(?:s|ed)?) (?:taking|choosing) {_STAND}"
)
_NEITHER_PARTY = (
    rf"(?:(?:{_WAVERED}|{_NOT}) (?:back|support|side with|favou?r)|(?:is|was|were|are) not on the side of) "
    rf"either(?: (?:of the )?{_PARTY}|(?=[.,;]| (?:in|on|over)\b|$))|"
    rf"(?:favou?r|support|back)(?:s|ed) neither (?:of the )?{_PARTY}"
)
_MUTUALLY = ("each other", "one another")
# "The war of 1911, in which Norway stayed neutral".
_IN_WHICH = re.compile(
    r"\b(?:in|during|into|by|to|of|over|from) (?:the )?([^;,.]{4,70}), (?:in|during|over|on) which (?:the )?$"
)


@cache
def _position() -> Pattern:
    """What the position of a state in a contest is: "its stance in the war was one of neutrality"."""
    return Pattern(
        r"(?P<who><state>)(?:'s|’s|'|’) (?:[a-z]+ )?(?:stance|stand|position|policy|attitude|line) "
        r"(?:in|on|over|towards?|during|regarding) (?:the )?(?P<topic>[^;,.]{4,90}?) "
        r"(?:is|was|were|has been|had been|remains|remained)(?: for [a-z]+| [a-z]+ly)? "
        r"(?:(?:one|a policy) of (?:[a-z]+ )?(?:neutrality|non-intervention)|(?:[a-z]+ly )?neutral)\b"
    )


@cache
def _shape() -> Pattern:
    """A holder that is neutral, keeps its neutrality, takes no side, or is with neither party."""
    return Pattern(
        rf"{SUBJECT}{ASIDE}{_SAID}(?: [a-z]+ (?:[^;.\[]|\[(?:date|place):\d+\]){{3,60}}? and)?{ADVERB} "
        rf"(?P<verb>{_NEUTRAL}|{_OUT_OF_IT}|(?P<side>{_NO_SIDE}|{_NEITHER_PARTY}))\b"
    )


def neutrals(statement: Statement) -> Iterator[tuple[Match, Span]]:
    """Each holder that is neutral, with the contest or the question that it is on: behind it, before it, else that of
    the sentence before.

    None where nothing of the kind is named, where one is neutral "in" or "since" what is no contest, or "on" one state.
    """
    for match in _shape().find(statement):
        topic = _topic(match)
        if topic is not None:
            yield match, topic
    for match in _position().find(statement) if "'s " in statement.low or "’s " in statement.low else ():
        topic = match.span("topic")
        if topic is not None and not is_bare(statement, topic):
            yield match, topic


def kept_out_of(match: Match, parties: tuple[Span, ...]) -> Span | None:
    """The contest with which a sentence begins, where both parties are states that one does not back: "In the quarrel
    over the strait, Norway backed neither Chile nor Peru"; null else.
    """
    states = {(one.start, one.end) for one in match.statement.of("state")}
    fronted = topic_before(match) if len(parties) == 2 and states.issuperset(parties) else None
    return fronted if fronted and _is_contested(match.statement, fronted) else None


def _topic(match: Match) -> Span | None:
    statement, text = match.statement, match.statement.document.text
    within = _contest_around(match)
    if within is not None:
        return within
    lead = _ON.match(text, match.end)
    topic = _behind(match, lead.end()) if lead else topic_before(match)
    if topic is not None and _is_asked(match, topic, told=lead is not None):
        return topic
    if topic is None or " " not in text[slice(*topic)]:
        topic = contest_before(statement) or topic
    return topic if topic is not None and _is_contested(statement, topic) else None


def _contest_around(match: Match) -> Span | None:
    """The contest in whose relative clause the holder stands: "the war of 1911, in which Norway"."""
    statement = match.statement
    who = match.span("who") or (match.start, match.end)
    within = _IN_WHICH.search(statement.document.text, statement.start, who[0])
    return within.span(1) if within and _is_contested(statement, within.span(1)) else None


def _behind(match: Match, begin: int) -> Span | None:
    """The words behind "on" or "in"; behind "between" the contest with which the sentence begins, where it does."""
    fronted = topic_before(match) if _BETWEEN.match(match.statement.document.text, match.end) else None
    if fronted is not None and _is_contested(match.statement, fronted):
        return fronted
    return topic_after(match.statement, begin)


def _is_contested(statement: Statement, topic: Span) -> bool:
    return is_contested(statement.document.text[slice(*topic)])


def _is_asked(match: Match, topic: Span, *, told: bool) -> bool:
    """Whether a topic is a question because no side is taken on it, or since one is neutral "on" or "between" it."""
    statement, text = match.statement, match.statement.document.text
    words = text[slice(*topic)]
    if is_bare(statement, topic) or words[0].isdigit() or words in _MUTUALLY or (" " not in words and words.islower()):
        return False
    state = any(one.start <= topic[0] and topic[1] <= one.end for one in statement.of("state", "person", "body"))
    asked = _QUESTION.match(text, match.end) is not None if told else match.place("side") is not None
    return asked and not state
