"""Stances in a statement: who takes which, and the words of the question that it is about.

Links and frames are those of links.py and frames.py beside it. So "will support", "was asked to support" and
"for supporting" have no holder, and a third state next to a verb is never taken for one of the pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from parsers.document.model import Span
from parsers.language.reading import Statement
from parsers.phrases.stances.claim import Claim
from parsers.phrases.stances.clause import Clause
from parsers.phrases.stances.echoes import pointed
from parsers.phrases.stances.frames import claims
from parsers.phrases.stances.holders import holder_group, joined_by, turned
from parsers.phrases.stances.leaders import bearers
from parsers.phrases.stances.meanings import deed_begin, meant
from parsers.phrases.stances.no_questions import is_bare, is_only_joined
from parsers.phrases.stances.pronouns import Sides
from parsers.phrases.stances.stated import is_stated
from parsers.phrases.stances.topics import renowned_topic, topic_after, topic_before

_OWN_NOUN = re.compile(r"(?: (?:for|of|to|the idea of|all|any|that))? (?:its|their)\b")
_BEFORE_ITS_VERB = ("abstain", "voted", "vote", "against", "opposed", "in favo")
_IN_A_VOTE = re.compile(
    r" (?:an?|the) (?:[\w-]+ )?(?:vote|ballot|resolution)\b[^;.]{0,80}? "
    r"(?:on|over|condemning|critici[sz]ing|calling for|demanding|recogni[sz]ing) (?:the )?(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Stance:
    """One stance: the states that hold it (with its name as written), the stance, and the topic's span in the text."""

    holders: Sides
    stance: str
    topic: Span
    match: Claim
    owned: bool = False


@dataclass(slots=True)
class _Told:
    """What the verbs that were read before tell: their places, the questions with their stances, and the last vote."""

    verbs: set[Span] = field(default_factory=set)
    topics: dict[Span, str] = field(default_factory=dict)
    voted: tuple[int, Span | None] = (0, None)

    def has(self, match: Claim) -> bool:
        """Whether a stance was told by the same verb, or on a question within which a participle stands."""
        at = match.verb[0]
        inside = match.told == "participles" and any(start <= at < end for start, end in self.topics)
        return inside or any(start <= at < end for start, end in self.verbs)

    def keep(self, found: Stance) -> None:
        """Remember a stance of a side, or of a third state or body, and on what the last vote was."""
        at, match = found.match.verb[0], found.match
        if found.holders or any(one.kind != "person" for one in match.mentions(holder_group(match))):
            self.verbs.add(match.verb)
            self.topics[found.topic] = found.stance
        if (match.words("verb") or "").startswith("voted"):
            self.voted = (at, found.topic)


def stances(statement: Statement) -> Iterator[Stance]:
    """The stances that the sides of the pair take in a statement, each verb once, by shape, then by place."""
    told = _Told()
    found = [(match, _topic(match)) for match in claims(statement)]
    questions = [(match.verb[0], topic) for match, topic in found if topic]
    for match, behind in found:
        voted_on = _of_vote(match, behind, told)
        it = pointed(match, voted_on, questions)
        topic, stance = it or voted_on, meant(match)
        if topic is None or not stance or told.has(match) or (it is None and told.topics.get(topic) == stance):
            continue
        if _is_taken(match, topic):
            one = _held(match, topic, stance)
            told.keep(one)
            yield from (one,) if one.holders else ()


def _is_taken(match: Claim, topic: Span) -> bool:
    """Whether a verb takes a side itself, and is stated of its holder."""
    words = match.statement.document.text[slice(*topic)]
    return not is_only_joined(words, match.words("verb") or "") and is_stated(Clause(match, match.told))


def _held(match: Claim, topic: Span, stance: str) -> Stance:
    """A stance with those who hold it, none where no side does."""
    who = bearers(match, topic)
    who = (*turned(match, topic, who), *joined_by(match, who))
    owned = _OWN_NOUN.match(match.statement.document.text, match.end) is not None
    return Stance(who, stance, topic, match, owned)


def _topic(match: Claim) -> Span | None:
    """The question behind a verb; the one with which the sentence begins where the verb may have none behind it."""
    if match.told == "renowned":
        return renowned_topic(match)
    if match.told == "policies":
        return topic_after(match.statement, (match.span("topic") or (match.end,))[0])
    fronted = match.told == "deeds" or (match.words("verb") or "").startswith(_BEFORE_ITS_VERB)
    topic = None if fronted and _is_closed(match) else topic_after(match.statement, match.end)
    if topic:
        return deed_begin(match, topic[0]), topic[1]
    return topic_before(match) if fronted else None


def _is_closed(match: Claim) -> bool:
    """Whether nothing stands behind a verb but another clause."""
    text, end = match.statement.document.text, match.end
    comma = match.told == "standings" and text[end : end + 1] in (",", "")
    return comma or text.startswith((" and ", " but "), end)


def _of_vote(match: Claim, topic: Span | None, told: _Told) -> Span | None:
    """The question of a verb; where that abstains from nothing that is named, the one of the vote told before it, of a
    vote behind it, or with which the sentence begins.
    """
    silent = topic is None or is_bare(match.statement, topic)
    if not silent or not (match.words("verb") or "").startswith("abstain"):
        return topic
    before = told.voted[1] if told.voted[0] < match.verb[0] else None
    return before or _voted_on(match) or topic_before(match)


def _voted_on(match: Claim) -> Span | None:
    """The question of a vote that a verb has behind it: "abstained in a vote of the council condemning the coup"."""
    told = _IN_A_VOTE.match(match.statement.document.text, match.end, match.statement.end)
    return topic_after(match.statement, told.end()) if told else None
