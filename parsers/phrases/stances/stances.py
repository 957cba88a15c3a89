"""Stances in a statement: who takes which, and the words of the question that it is about.

Links and frames are those of parsers/phrases/stances/frames.py. So "will support", "was asked to support" and
"for supporting" have no holder, and a third state next to a verb is never taken for one of the pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from parsers.language.mention import Mention, StateValue
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.phrases.stances.echoes import pointed
from parsers.phrases.stances.frames import claims
from parsers.phrases.stances.holders import (
    holder_group,
    is_governed,
    joined_by,
    opens_clause,
    turned,
)
from parsers.phrases.stances.leaders import bearers
from parsers.phrases.stances.meanings import deed_begin, form_of, meant
from parsers.phrases.stances.no_questions import is_bare, is_only_joined
from parsers.phrases.stances.owned import HELPING
from parsers.phrases.stances.topics import renowned_topic, topic_after, topic_before
from parsers.phrases.stances.words import beginnings, begins_with_any, forms

_RELATIVE = re.compile(r",? (?:which|who|that)\b")
_IN_RELATIVE = re.compile(r", (?:which|who) (?:(?!the \Z)[\w’'-]+ ){1,5}(?:the )?\Z")
_LOCATED = re.compile(r"\b(?!(?:relations|ties|interest|talks|allies) )[a-z]+ in (?:the )?$")
_BY_OTHERS = re.compile(r"\b(?:accus|alleg|urg|asked|thank|prais|criticis|will|would|plan|meant|means\b)")
_OWN_NOUN = re.compile(r"(?: (?:for|of|to|the idea of|all|any|that))? (?:its|their)\b")
_LONE_COMMA = re.compile(
    r", (?!(?:which|who|that|as|for|in turn|although|though|once|initially|long|under|led by|an?|one|itself|"
    r"having)\b)[^,]*$"
)
_APPOSED = re.compile(r"[A-Z][\w’'-]+, (?:an? |the )?(?:[a-z]+ ){0,2}\Z")
_BESIDE = re.compile(
    r",? (?:along with|as well as|together with|like|and (?:the |many |most |several |some )*(?:other|most|majority))\b"
)
_MEMBER = re.compile(r"\b(?:MPs?|members?|senators?|deput(?:y|ies)) (?:in|of|from) (?:the )?(?:[\w ]{2,40} )?$")
_BY_TREATY = re.compile(r" (?:treat(?:y|ies)|agreements?|pacts?|laws?|accords?|plans?|conventions?) (?:that|which)$")
_REPORTED = re.compile(r"\b(?:said|stated|declared|noted|argued|claimed) that (?:the )?$")
_BEFORE_ITS_VERB = ("abstain", "voted", "vote", "against", "opposed", "in favo")
_ON_VOTE = re.compile(
    r"\b(?:vot|abstain|debat|discuss|reject|oppos|veto|against|block|respond|compl|react|ignor|refer)\w*\b[^,;]* "
    r"(?:resolution|motion|draft|bill|statement|vote)s?(?: in [^,;]{3,60})? (?:that )?(?:[a-z]+ly )?$"
)
_ANNOUNCED = re.compile(r"\bannounced\b(?:[^;]*,| (?:that )?(?:it|they) (?:would|will)\b)")
_WORKING_IN = re.compile(r"\b(?:partner|cooperat|co-operat|collaborat|interest)[a-z]*\b[^;.]* in $")
_RALLY = re.compile(r"\b(?:rall(?:y|ies)|demonstrations?|protests?|march|marches|vigils?|petitions?) $")
_IN_A_FIGHT = re.compile(
    r"\b(?:fights?|struggles?|wars?|battles?|movements?|campaigns?|coalition|"
    r"front|efforts?|bulwark|protection|case|independence|freedom) $"
)
_IN_SPITE_OF = re.compile(r"\b(?:despite|notwithstanding|in spite of|ignor\w+|violat\w+|defy\w*|defied) [^;,]*$")
_BARRED = {"participles": _IN_SPITE_OF, "reasons": _RALLY, "standings": _IN_A_FIGHT, "nouns": HELPING}
_SEVERAL = re.compile(r"(?: [a-z]+){1,2}(?:(?<=[a-z]s)(?<!ss)|(?<=[a-z]men))\b")
_ORGAN_LEAD = re.compile(
    r"(?:the )?(?:governments?|parliament|presidents?|foreign ministry|leaders?|authorities) (?:of|in) (?:the )?$"
)
_IN_FIELDS = re.compile(
    r"\b(?:co-?operat|collaborat|work)[a-z]*\b[^;.]* (?:in|on) [^;.]*\b(?:fields|areas|sectors|matters|issues)\b"
)
# One of several deeds in a row: "backed the one, [opposed the other] and condemned a third".
_IN_ROW = re.compile(
    r"(?:(?:continue[sd]|went on) to [a-z]+|[a-z]+(?:ed|s)(?: (?:for|against|to|on))?) "
    r"(?!by\b|in\b|at\b|from\b|with\b|on\b|as\b|to\b|and\b)[^;]{3,160}?,? and"
    r"(?:, [^,;]{3,60},)? [\"“]?(?:[a-z]+ly |also |further |has |had |later )?"
    r"(?:[a-z]+ed|[a-z]+s (?:the|its|an?|all|that))\b"
)
_SPOKEN = re.compile(
    r"(?:'s|’s)?(?:[.;,]|$)|(?:'s|’s)?,? (?:has|have|had|was|were|is|are|did|also|and|in|on|then|left|broke|withdrew|"
    r"took|sent|cut|gave|kept|never|\w+ly|\w+ed)\b"
)
_ABSOLUTE = {
    "participles": (
        " with ", " with the ", " over ", " over the ", " despite ", " following ", " of ", " after ", " to ",
    ),
    "nouns": (" between ", " between the "),
}  # fmt: skip
_VOICING = re.compile(r" (?:[a-z]+ ){0,2}?(?:express|voic|reiterat|reaffirm|declar|announc)ing ")
_WHERE_THE = re.compile(r"where the ", re.IGNORECASE)
_NOT_YET = ("once ", "until ", "till ", "as soon as ", "provided ", "unless ", "the day ")
_AND_PEOPLE = re.compile(r"(?:'s|’s)?(?: \w+){0,2} and (?:its|the) (?:people|public|government|parliament)\b")
# "Seeing Kenya as a friend, Peru backs it": Kenya is only what the words before the clause are on.
_FRONTED_OBJECT = re.compile(r"(?:[A-Z][a-z]+ing|Having [a-z]+ed) (?:the )?")
_IN_A_VOTE = re.compile(
    r" (?:an?|the) (?:[\w-]+ )?(?:vote|ballot|resolution)\b[^;.]{0,80}? "
    r"(?:on|over|condemning|critici[sz]ing|calling for|demanding|recogni[sz]ing) (?:the )?(?!\d)"
)
_HAVING = re.compile(r" (?:has|have|had)(?: [a-z]+(?:ed|ing|al|ous|or))? $")
_SOME_OF = re.compile(
    r"\b(?:(?:some|many|most|other|several|few|young|thousands of|hundreds of|\d+% of|majority of)|"
    r"(?:members|parts|sections|critics|residents|citizens) (?:of|in|from)) (?:the )?$"
)
_NOUNS = (
    "disputes", "demands", "protests", "calls", "supports", "claims", "attacks", "views", "labels", "votes", "backs",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stance:
    """One stance: the states that hold it (with its name as written), the stance, and the topic's span in the text."""

    holders: tuple[tuple[str, str | None], ...]
    stance: str
    topic: tuple[int, int]
    match: Match
    owned: bool = False


def stances(statement: Statement) -> Iterator[Stance]:
    """The stances that the sides of the pair take in a statement, each verb once, by shape, then by place."""
    seen: set[int] = set()
    topics: dict[tuple[int, int], str] = {}
    voted: tuple[int, tuple[int, int] | None] = (0, None)
    found = [(match, _topic(match, match.words("verb") or "", match.told)) for match in claims(statement)]
    told = [(match.verb[0], topic) for match, topic in found if topic]
    for match, topic in found:
        verb, section = match.words("verb") or "", match.told
        at, stance = match.verb[0], meant(match)
        if verb.startswith("abstain") and (topic is None or is_bare(statement, topic)):
            topic = (voted[1] if voted[0] < at else None) or _voted_on(match) or topic_before(match)
        it = pointed(match, topic, told)
        topic = it or topic
        if topic is None or not stance or at in seen or is_only_joined(statement.document.text[slice(*topic)], verb):
            continue
        inside = section == "participles" and any(start <= at < end for start, end in topics)
        if inside or (it is None and topics.get(topic) == stance) or not _is_stated(match, section):
            continue
        who = bearers(match, topic)
        who = (*turned(match, topic, who), *joined_by(match, who))
        if who or any(one.kind != "person" for one in match.mentions(holder_group(match))):
            seen.add(at)
            topics[topic] = stance
        voted = (at, topic) if verb.startswith("voted") else voted
        if who:
            owned = _OWN_NOUN.match(statement.document.text, match.end)
            yield Stance(who, stance, topic, match, owned is not None)


def _topic(match: Match, verb: str, section: str) -> tuple[int, int] | None:
    """The question behind a verb; the one with which the sentence begins where the verb may have none behind it."""
    if section == "renowned":
        return renowned_topic(match)
    if section == "policies":
        return topic_after(match.statement, (match.span("topic") or (match.end,))[0])
    fronted = section == "deeds" or verb.startswith(_BEFORE_ITS_VERB)
    text, end = match.statement.document.text, match.end
    ends = (section == "standings" and text[end : end + 1] in (",", "")) or text.startswith((" and ", " but "), end)
    topic = None if fronted and ends else topic_after(match.statement, end)
    if topic:
        return deed_begin(match, topic[0]), topic[1]
    return topic or (topic_before(match) if fronted else None)


def _voted_on(match: Match) -> tuple[int, int] | None:
    """The question of a vote that a verb has behind it: "abstained in a vote of the council condemning the coup"."""
    told = _IN_A_VOTE.match(match.statement.document.text, match.end, match.statement.end)
    return topic_after(match.statement, told.end()) if told else None


def _is_stated(match: Match, section: str) -> bool:
    """Whether no "if", "accused" or "hoped that" governs the holder, and it is the subject of a finite verb."""
    who = match.span(holder_group(match)) or (match.start, match.end)
    text, start = match.statement.document.text, match.statement.start
    before = text[max(start, who[0] - 25) : who[0]].lower()
    lead = _ORGAN_LEAD.sub("", text[start : who[0]].lower())[-25:]
    unsaid = begins_with_any("asked").search(lead) or before.endswith(_NOT_YET)
    unsaid = unsaid or text[start : who[0]].lower() in ("had ", "should ", "were ")
    if unsaid or not _is_in_row(match) or _is_of_others(match, who[0]):
        return False
    gap = text[who[1] : (match.span("verb") or who)[0]]
    before = text[max(start, who[0] - 45) : who[0]].lower()
    return _is_subject(match, section, who, before, gap) and _is_its_act(match, section, who[1], gap)


def _is_in_row(match: Match) -> bool:
    """Whether a deed behind a comma alone, if it is one, has another behind it that "and" joins."""
    comma = match.place("next")
    return comma is None or _IN_ROW.match(match.statement.low_skeleton, comma[1] + 1) is not None


def _is_subject(match: Match, section: str, who: tuple[int, int], before: str, gap: str) -> bool:
    """Whether the holder is a subject: neither governed by a preposition, nor cut off by a comma from what is told, nor
    within a relative clause.
    """
    text, start = match.statement.document.text, match.statement.start
    if _FRONTED_OBJECT.fullmatch(text, start, who[0]):
        return False
    named = match.mentions(holder_group(match))
    beside = _BESIDE.search(text, *who) or _BESIDE.match(gap)
    alone = _LONE_COMMA.match(gap) and (section, gap) != ("participles", ", ")
    apposed = _APPOSED.search(text, start, who[0])
    if alone and not (named and "," in named[-1].text) and not beside and not apposed:
        return False
    if holder_group(match) == "who" and _IN_RELATIVE.search(text, max(start, who[0] - 70), who[0]):
        return False
    organ = match.span("whose")
    relative = _RELATIVE.match(text[max(who[1], organ[1] if organ else 0) :][:8].lower())
    if relative and _LOCATED.search(before):
        return False
    absolute = before.endswith("neither of ") or before.endswith(_ABSOLUTE.get(section, ()))
    absolute = absolute or (before.endswith((" with ", " with the ")) and _VOICING.match(gap) is not None)
    free = absolute or relative or text[slice(*who)] == "It"
    return bool(free) or not is_governed(before) or opens_clause(match) is not None


def _is_its_act(match: Match, section: str, end: int, gap: str) -> bool:
    """Whether what stands between a holder, which ends at a place, and the word of stance leaves the stance its own: no
    plural noun, no sum, no other's words, no infinitive.
    """
    statement = match.statement
    if section != "nouns" and _is_noun(match, match.mentions(holder_group(match)), gap):
        return False
    if section in ("reasons", "nouns") and any(end <= one.start < match.end for one in statement.of("money")):
        return False
    told = section not in ("participles", "reasons")
    if not told and (_BY_OTHERS.search(_ANNOUNCED.sub("", gap)) or _ON_VOTE.search(gap)):
        return False
    if (not told or " and " in gap) and is_of_people(match):
        return False
    if _WORKING_IN.search(gap) or (section == "participles" and _IN_FIELDS.search(gap)):
        return False
    if section in _BARRED and _BARRED[section].search(gap):
        return False
    return section != "verbs" or not _is_infinitive(match, statement.document.text[end : match.end])


def _is_of_others(match: Match, at: int) -> bool:
    """Whether the words before a holder, or behind it, tell that some of its people or a treaty take the stance."""
    text, start = match.statement.document.text, match.statement.start
    some = _SOME_OF.search(text[max(start, at - 25) : at].lower()) or _MEMBER.search(text, max(start, at - 70), at)
    treaty = _BY_TREATY.search(match.words("to") or "")
    told = _is_of_speaker(match, at) or _is_of_diaspora(match, at) or _are_some_people(match)
    return bool(some or told or _WHERE_THE.match(text, at - 6) or treaty)


def _is_of_speaker(match: Match, at: int) -> bool:
    """Whether a holder is only told of by one who then asks for something: "said that Peru lied and called for"."""
    text, start = match.statement.document.text, match.statement.start
    asked = form_of(match).startswith(beginnings("asking")) and " and " in text[at : match.end]
    return asked and _REPORTED.search(text, start, at) is not None


def _is_of_diaspora(match: Match, at: int) -> bool:
    """Whether the adjective of a state stands right before a holder: "the Norwegian Chilean Congress"."""
    beside = (one.value for one in match.statement.of("state") if one.end == at - 1)
    return any(isinstance(one, StateValue) and one.form == "demonym" for one in beside)


def is_of_people(match: Match) -> bool:
    """Whether a demonym, or a short name, is followed by people who do not speak for their state: "Norwegian trade
    unions", "U.S. farmers".
    """
    named = match.mentions(holder_group(match))
    last = named[-1] if named else None
    if last is None or not isinstance(last.value, StateValue):
        return False
    text = match.statement.document.text
    if last.value.form != "demonym" and not (last.text.isupper() and _SEVERAL.match(text, last.end)):
        return False
    spoken = match.words("whose") or match.words("whichs")
    organ = any(one.start == last.end + 1 for one in match.statement.of("place", "body", "person"))
    told = match.place("whose") is not None
    return told and not spoken and not organ and not _SPOKEN.match(text, last.end)


def _are_some_people(match: Match) -> bool:
    """Whether a demonym in the plural stands for some of its people: "settled Serbs, who …"."""
    last, text = match.mentions(holder_group(match))[-1:], match.statement.document.text
    return any(
        isinstance(one.value, StateValue) and one.value.form == "demonym" and one.text.endswith("s")
        and not text.endswith((" the ", "The "), 0, one.start)
        for one in last
    )  # fmt: skip


def _is_noun(match: Match, named: list[Mention], gap: str) -> bool:
    """Whether a plural behind a demonym is no verb: "Chilean demands for", "Norwegian views of"."""
    last = named[-1].value if named else None
    people = isinstance(last, StateValue) and last.form == "demonym" and gap == " "
    return (people or _HAVING.match(gap) is not None) and form_of(match).split(" ")[0] in _NOUNS


def _is_a_people(named: Mention, statement: Statement) -> bool:
    """Whether a demonym with a capital article stands for all its people: "The Dutch support …"."""
    demonym = isinstance(named.value, StateValue) and named.value.form == "demonym"
    return demonym and statement.document.text.endswith("The ", statement.start, named.start)


@cache
def _bases() -> frozenset[str]:
    """The verbs of stance of which the lexicon also has the form in "-s": "support", "veto", "deny"."""
    first = {form.partition(" ")[0] for form in forms("verbs")}
    return frozenset(one for one in first if first & {f"{one}s", f"{one}es", f"{one[:-1]}ies"})


def _is_infinitive(match: Match, between: str) -> bool:
    """Whether "support" behind one holder is no finite verb: "helped Norway support the …"."""
    verb = (match.words("verb") or "").lower().split(" ")[0]
    if verb not in _bases() or match.words("to") or match.words("not"):
        return False
    several = match.mentions(holder_group(match))
    clause = opens_clause(match)
    several = [clause] if clause is not None else several
    plural = len(several) != 1 or _BESIDE.match(between) is not None
    plural = plural or several[0].kind == "both" or _is_a_people(several[0], match.statement)
    plural = plural or _AND_PEOPLE.match(between) is not None
    return (
        not plural
        and re.match(r"(?:'s|’s)? ?\w* ?\w*(?:s|did|do|authorities|people|politicians|media)\b", between) is None
    )
