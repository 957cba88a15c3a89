"""Questions on which a state takes a stance: the words that name one, and whether they are one at all."""

from __future__ import annotations

import re

from parsers.document.model import Span
from parsers.language.mention import Mention
from parsers.language.reading import Statement, lies_in
from parsers.language.sides import is_side
from parsers.phrases.stances.matter import Matter
from parsers.phrases.stances.no_questions import is_help, is_misfortune, names_none
from parsers.phrases.stances.no_stances import is_no_stance
from parsers.phrases.stances.sided import (
    is_backed,
    is_government,
    is_side_in_contest,
    is_sided,
    is_somebody,
    is_whole_state,
)
from parsers.phrases.stances.words import any_of, beginnings

_OWN_CLAIM = re.compile(r"(?:claims?|case|argument)(?: to [^,;]{3,40})? (?:with|by)\b")
_OWN_WORDS = re.compile(r"(?:[a-z]+ )?(?:intentions?|words|remarks?|comments?|conduct|record|behaviou?r)\b")
_IS_AGAINST = re.compile(r"\b(?:is|was|are|were|been|be) (?:[a-z]+ly |also )?against (?:the |all |any )?$")
_FOUGHT = re.compile(r"\b(?:fought|fights?|fighting)\b[^;]{0,80} against (?:the )?$")
_ARMY = re.compile(r"[^,;]{0,40}\b(?:army|armies|military|forces|troops|rebels|navy|fleet)(?=$|,)")
_WEATHER = re.compile(r"\b(?:climate change|global warming|rising seas?|sea levels?)\b")
_IN_CONTEST = re.compile(r" (?:in|during|throughout|against|over) ")
_SHOWING = re.compile(r"to (?:show|express|demonstrate) (?:(?:its|his|her|their) )?")
_NEAR = 12
_DECISION = re.compile(
    r" decision to (?!open|re-?open|establish|host|send|build|launch|start|sign|resume|increase|expand|co-?operate|"
    r"invest|visit|grant|create|appoint|upgrade|raise|exempt)"
)
_CREED = re.compile(r"\b(?!tour|journal|mechan|organ|alcohol|critic|prism)[a-z]{3,}isms?\b")
_TO_DO = re.compile(
    r" [^,;]{3,60}? to (?:immediately |fully |unconditionally )?(?!invest|visit|trade|expand|strengthen|increase|open|"
    r"co-?operate|work|join hands|buy|purchase|promote|explore|enhance|deepen|follow|come|share|do|use|take advantage)"
    r"[a-z]+ "
)
_AIMED = re.compile(r" (?:of|against|on|from|by|between|to) ")
_TAKING_UP = (
    "support", "back", "endors", "defend", "favour", "favor", "approv", "welcom", "hail", "applaud", "advocat",
    "champion",
)  # fmt: skip
_LONGEST = 140
# What has a name of its own: "the Prespa agreement", "Operation Falcon", "the Rogun dam", "the deal between A and B".
_DEAL_NOUN = re.compile(r"(?:free trade |association |partnership |trade )?(?:agreement|accord|deal|pact)s?\b")
_DEAL = re.compile(
    r"\b[A-Z][\w’'–-]+ (?:[a-z]+ )?(?:agreements?|accords?|pact|deal|summit|memorandum|dam|canal|pipeline|corridor)\b|"
    r"\bOperation [A-Z]|\b(?:agreements?|accords?|pact|deal|memorandum)\b[^;,]{0,40} between "
)
_VOTING = ("abstain", "voted in", "voted against", "vote against", "votes against", "cast ")
_OPPOSING = ("oppos", "hostil", "in opposition")
_OWNERS = (" his ", " her ", " its ", " their ")


def is_question(statement: Statement, span: Span, stance: str, verb: str = "") -> bool:
    """Whether the words are a question to take a side on: no project, no help to people, no pronoun.

    What is condemned, opposed or abstained on is one as such; what is supported or rejected must be a claim, a policy,
    a conflict …, or a state in one.
    """
    matter = Matter(statement, span, stance, verb.lower())
    if names_none(matter) or _is_own(matter) or _is_fight(matter) or _is_of_weather(matter) or _is_good_will(matter):
        return False
    if _takes_side_on_anything(matter):
        return not is_misfortune(matter)
    sided = is_sided(matter)
    if sided is not None:
        return sided
    if is_no_stance(matter) or (stance == "supports" and is_help(matter)):
        return False
    return any(tells(matter) for tells in _QUESTIONS)


def _is_own(matter: Matter) -> bool:
    """Whether the words are the claim or the words of a holder itself: "its claim with", "his remarks"."""
    gives_up = matter.verb.startswith("denounc") and matter.words.startswith("claim")
    if matter.before.endswith(" its ") and (gives_up or _OWN_CLAIM.match(matter.words)):
        return True
    return matter.before.endswith(_OWNERS) and _OWN_WORDS.match(matter.words) is not None


def _is_fight(matter: Matter) -> bool:
    """Whether one fought against a state or an army: that is war, and no stance."""
    if matter.verb not in ("against", "fought against") or not _FOUGHT.search(matter.before):
        return False
    state = any(one.start - matter.span[0] < _NEAR for one in matter.within("state"))
    return state or _ARMY.match(matter.words) is not None


def _is_of_weather(matter: Matter) -> bool:
    """Whether one worries about the climate."""
    return matter.verb.startswith(beginnings("worries")) and _WEATHER.search(matter.unquoted) is not None


def _is_good_will(matter: Matter) -> bool:
    """Whether a word of stance tells of a friend, in no contest, or of one's sorrow at a death or a disaster."""
    if matter.verb.startswith(("ally ", "allies ")):
        low = f"{matter.low_with(_NEAR)} "
        return _IN_CONTEST.search(low) is None and not _has_word_of_question(low)
    moved = "solidarity" in matter.verb or matter.verb.startswith("sympath")
    return moved and any_of("mourned", r"\b(?:{})\b").search(matter.statement.low) is not None


def _takes_side_on_anything(matter: Matter) -> bool:
    """Whether the verb takes a side, or tells of worry, whatever it is on: "to show its solidarity with"."""
    beginning = (*beginnings("taking_sides"), *beginnings("worries"))
    return _SHOWING.sub("", matter.verb).startswith(beginning)


def _is_idea(matter: Matter) -> bool:
    """Whether the words are an idea that one is for or against, or a view that one shares."""
    return matter.before.endswith("the idea of ") or matter.verb.startswith("share")


def _is_anything(matter: Matter) -> bool:
    """Whether one takes a side with such a verb whatever it is; on a name, only where it is opposed and no side."""
    names, verb = matter.around("state", "person", "both"), matter.verb
    if names:
        return _is_on_name(matter, names)
    if matter.stance in ("condemns", "abstains") or verb.startswith(beginnings("against")):
        return verb != "against" or _IS_AGAINST.search(matter.before) is not None
    words = matter.low_with(0)
    pressed = verb.startswith(beginnings("pressing")) and (verb.endswith(" that") or _AIMED.search(words) is not None)
    return (pressed or verb.startswith(beginnings("for_anything"))) and not _tells_of_cooperation(words)


def _is_on_name(matter: Matter, names: list[Mention]) -> bool:
    """Whether a vote is taken on a state, a state is condemned, or a third state is opposed."""
    states, pair = [one for one in names if one.kind == "state"], matter.statement.context.pair
    if matter.verb.startswith(_VOTING):
        return bool(states)
    third = any(not is_side(lies_in(one, pair), pair) for one in states)
    return (third and matter.verb.startswith(_OPPOSING)) or (bool(states) and matter.stance == "condemns")


def _is_to_do(matter: Matter) -> bool:
    """Whether somebody is asked to do something that is more than to work together: "Peru to withdraw its troops"."""
    return matter.verb.startswith(beginnings("asking")) and _TO_DO.match(matter.unquoted) is not None


def _names_question(matter: Matter) -> bool:
    """Whether a word of a question stands in the words."""
    return _has_word_of_question(matter.unquoted)


def _has_word_of_question(low: str) -> bool:
    """Whether words in lower case name a claim, a policy, a movement, a decision, a creed, or a contest of somebody."""
    contest = r"\b(?:in|during|against|over|on|with regard to|regarding) .*\b(?:{})\b"
    return bool(
        " when it c" in low
        or any_of("questions", r"[ -](?:{})").search(low)
        or any_of("disputed", r" (?:on|over|regarding|concerning|about) (?:the )?(?:{})").search(low)
        or any_of("movements", r"\b(?:{})\b").search(low)
        or _DECISION.search(low)
        or _CREED.search(low)
        or any_of("struggles", contest).search(low)
        or any_of("whole_questions", r"\b(?:{})\b").search(low)
    )


def _is_affair_of_others(matter: Matter) -> bool:
    """Whether what is taken up, and is no state itself but at most what is a state's ("Peru's debt"), is of others."""
    if matter.stance != "supports" or not matter.verb.startswith(_TAKING_UP):
        return False
    state = matter.opening
    owned = state is None or matter.words.startswith(("'", "’"), len(state.text))
    return owned and _is_of_others(matter)


def _is_of_others(matter: Matter) -> bool:
    """Whether the words are of third states or bodies, or of a deal or a campaign that has a name and is not between
    the two, and of nothing that states do together.
    """
    pair, span = matter.statement.context.pair, matter.span
    if len(matter.words) > _LONGEST or _tells_of_cooperation(_DEAL_NOUN.sub("", matter.low_with(0))):
        return False
    inside = matter.within("state", "body", "place")
    sides = [one for one in inside if one.kind != "body" and is_side(lies_in(one, pair), pair)]
    third = [one for one in inside if one.kind != "place" and one not in sides]
    return bool(third) or (len(sides) < 2 and _DEAL.search(matter.statement.document.text, *span) is not None)


def _tells_of_cooperation(low: str) -> bool:
    """Whether words in lower case tell of what states do together."""
    return any_of("cooperation", r"\b(?:{})\b").search(low) is not None


_QUESTIONS = (
    _is_idea,
    is_backed,
    _is_anything,
    is_somebody,
    is_side_in_contest,
    is_government,
    _is_to_do,
    is_whole_state,
    _names_question,
    _is_affair_of_others,
)
"""What makes words a question, where nothing told before says that they are none."""
