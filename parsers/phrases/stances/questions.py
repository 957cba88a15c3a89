"""Questions on which a state takes a stance: the words that name one, and whether they are one at all."""

from __future__ import annotations

import re

from parsers.language.mention import Mention, PersonValue
from parsers.language.reading import Statement, lies_in
from parsers.language.sides import is_side
from parsers.phrases.stances.no_questions import (
    ITS_AIM,
    is_bare,
    is_help,
    is_misfortune,
    is_no_stance,
    is_no_topic,
    is_only_joined,
)
from parsers.phrases.stances.statuses import is_contest
from parsers.phrases.stances.words import any_of, beginnings

Span = tuple[int, int]

_ON_A_CLAIM = re.compile(
    r"[^,;]{2,40}? (?:on|over) (?:the )?(?:(?:issue|question|matter|case) of (?:the )?)?[A-Z]\w+(?: [A-Z]\w+)*$"
)
_ABROAD = re.compile(
    r" (?:internationally|diplomatically|(?:in|at|on|within) (?:the |many |various |other |all )*(?:votes at the |"
    r"international|multilateral|world|global|regional|united nations|un|oic|wto|unesco|osce|oas|"
    r"commonwealth|african union|european union|security council|general assembly|human rights council)\b"
    r"(?! (?:projects?|development|trade|markets?|econom)))"
)
# "Supports Kenya with roads" tells of help, "with its claim to the island" of a side that is taken.
_WITH_HELP = re.compile(
    r",? with (?!regard\b|respect\b|(?:its|their|the) (?:[a-z]+ )?(?:claims?|bid|candida\w+|position|stance|"
    r"accession|membership|struggle"
    r"|fight|cause|dispute|war|independence|vote|application|demands?|proposals?|initiative)\b)"
)
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
_CABINET = re.compile(r"(?:new )?(?:[A-Z][\w’'-]+ ){1,3}(?:government|administration|leadership)\b")
_GOVERNMENT_OF = re.compile(r"(?:government|regime|administration) of (?:\w+ ){0,2}?[A-Z]")
_ITS_CABINET = re.compile(r"[A-Z][\w’'-]+ (?:[Gg]overnment|regime|leadership|monarchy|authorities)$")
_DURING = re.compile(
    r"(?:(?:in|on|since) [^,;]{0,12}\d{4}, )?"
    r"(?:during|in|throughout|amid|following|after|when|at the (?:start|outbreak|time) of) [^,;]{4,60}(?:,|;) "
)
_JOINING = re.compile(r"^(?:however|meanwhile|later|then), ")
_AGAINST = re.compile(r" against (?:the )?(?:[a-z]+ )?[A-Z][\w’'-]+")
_VOICED = re.compile(
    r"(?:expres|voic|declar|affirm|reaffirm|pledg|stat)\w* (?:[\w’'-]+ ){0,4}?support (?:for|of|to) (?:the )?$"
)
_SIDE = re.compile(r"\b(?:government|forces|side|republic|regime|army|party|faction|president|king|monarchy)\b")
_WHOLE_STATE = re.compile(
    r"an? (?:united|unified|undivided|independent|sovereign|free|democratic|federal|neutral|reunited) [A-Z][\w’'-]+"
)
_OWN_CLAIM = re.compile(r"(?:claims?|case|argument)(?: to [^,;]{3,40})? (?:with|by)\b")
_OWN_WORDS = re.compile(r"(?:[a-z]+ )?(?:intentions?|words|remarks?|comments?|conduct|record|behaviou?r)\b")
_IN_BRACKETS = re.compile(r" \([^()]{3,60}\)")
_SINCE = re.compile(r",? (?:ever )?(?:since|after|following|throughout) (?!\d)([^;,.]{4,80})")
_NAME = re.compile(r"(?:[A-Z][\w’'-]+ ){1,2}(?:al-|el-)?[A-Z][\w’'-]+")
_AIMED = re.compile(r" (?:of|against|on|from|by|between|to) ")
_IS_AGAINST = re.compile(r"\b(?:is|was|are|were|been|be) (?:[a-z]+ly |also )?against (?:the |all |any )?$")
_QUOTES = re.compile(r"[\"“”]")
_FOUGHT = re.compile(r"\b(?:fought|fights?|fighting)\b[^;]{0,80} against (?:the )?$")
_ARMY = re.compile(r"[^,;]{0,40}\b(?:army|armies|military|forces|troops|rebels|navy|fleet)(?=$|,)")
_WEATHER = re.compile(r"\b(?:climate change|global warming|rising seas?|sea levels?)\b")
_IN_CONTEST = re.compile(r" (?:in|during|throughout|against|over) ")
_SHOWING = re.compile(r"to (?:show|express|demonstrate) (?:(?:its|his|her|their) )?")


def is_question(statement: Statement, span: Span, stance: str, verb: str = "") -> bool:
    """Whether the words are a question to take a side on: no project, no help to people, no pronoun.

    What is condemned, opposed or abstained on is one as such; what is supported or rejected must be a claim, a policy,
    a conflict …, or a state in one.
    """
    words = statement.document.text[span[0] : span[1]]
    low, verb = f" {_QUOTES.sub('', words.lower())} ", verb.lower()
    before = statement.low[: span[0] - statement.start]
    if is_bare(statement, span) or is_only_joined(words, verb) or is_no_topic(statement, span, low):
        return False
    gives_up = verb.startswith("denounc") and words.startswith("claim")
    if before.endswith(" its ") and (gives_up or _OWN_CLAIM.match(words)):
        return False
    if before.endswith((" his ", " her ", " its ", " their ")) and _OWN_WORDS.match(words):
        return False
    in_war = any(m.start - span[0] < _NEAR for m in statement.of("state") if span[0] <= m.start < span[1])
    in_war = in_war or _ARMY.match(words) is not None
    if verb in ("against", "fought against") and in_war and _FOUGHT.search(before):
        return False
    if verb.startswith(beginnings("worries")) and _WEATHER.search(low):
        return False
    if _is_good_will(statement, span, verb):
        return False
    if _SHOWING.sub("", verb).startswith((*beginnings("taking_sides"), *beginnings("worries"))):
        return not is_misfortune(statement, span)
    opening = next((m for m in statement.of("state", "both") if m.start == span[0]), None)
    sided = _is_sided(statement, span, opening, stance) if opening is not None else None
    if sided is not None:
        return sided
    if is_no_stance(verb, words, opening) or (stance == "supports" and is_help(statement, span, low)):
        return False
    return (
        before.endswith("the idea of ")
        or verb.startswith("share")
        or (stance == "supports" and _is_backed(statement, span, verb, before))
        or _is_anything(statement, span, stance, verb)
        or _is_somebody(statement, span, verb)
        or _is_side_in_contest(statement, span, low)
        or (_CABINET if opening is None else _ITS_CABINET).match(words) is not None
        or (verb.startswith(beginnings("asking")) and _TO_DO.match(low) is not None)
        or _WHOLE_STATE.match(words) is not None
        or _names_question(low)
        or (
            stance == "supports"
            and verb.startswith(_TAKING_UP)
            and _is_free(words, opening)
            and _is_of_others(statement, span)
        )
    )


def _is_free(words: str, opening: Mention | None) -> bool:
    """Whether the words do not begin with a state itself, but at most with what is a state's: "Peru's debt"."""
    return opening is None or words.startswith(("'", "’"), len(opening.text))


def _is_of_others(statement: Statement, span: Span) -> bool:
    """Whether the words are of third states or bodies, or of a deal or a campaign that has a name and is not between
    the two, and of nothing that states do together.
    """
    pair, text = statement.context.pair, statement.document.text
    low = statement.low[span[0] - statement.start : span[1] - statement.start]
    if span[1] - span[0] > _LONGEST or any_of("cooperation", r"\b(?:{})\b").search(_DEAL_NOUN.sub("", low)):
        return False
    inside = [one for one in statement.of("state", "body", "place") if span[0] <= one.start < span[1]]
    sides = [one for one in inside if one.kind != "body" and is_side(lies_in(one, pair), pair)]
    third = [one for one in inside if one.kind != "place" and one not in sides]
    return bool(third) or (len(sides) < 2 and _DEAL.search(text, *span) is not None)


def _is_backed(statement: Statement, span: Span, verb: str, before: str) -> bool:
    """Whether it is somebody against another, a name for which support is voiced, an aim, or who leads a state."""
    words = statement.document.text[slice(*span)]
    states = any(span[0] <= one.start < span[1] for one in statement.of("state"))
    return bool(
        _AGAINST.search(words)
        or (not states and _GOVERNMENT_OF.match(words))
        or (words[0].isupper() and _VOICED.search(before))
        or (verb.startswith("assistance") and ITS_AIM.search(f" {words.lower()} "))
        or (verb.startswith(beginnings("standing_by")) and _is_leader(statement, span))
    )


_TAKING_UP = (
    "support", "back", "endors", "defend", "favour", "favor", "approv", "welcom", "hail", "applaud", "advocat",
    "champion",
)  # fmt: skip
_LONGEST = 140
_NEAR = 12
# What has a name of its own: "the Prespa agreement", "Operation Falcon", "the Rogun dam", "the deal between A and B".
_DEAL_NOUN = re.compile(r"(?:free trade |association |partnership |trade )?(?:agreement|accord|deal|pact)s?\b")
_DEAL = re.compile(
    r"\b[A-Z][\w’'–-]+ (?:[a-z]+ )?(?:agreements?|accords?|pact|deal|summit|memorandum|dam|canal|pipeline|corridor)\b|"
    r"\bOperation [A-Z]|\b(?:agreements?|accords?|pact|deal|memorandum)\b[^;,]{0,40} between "
)


_SIDED = ("support", "back", "sided", "sides", "side with", "stood by", "stands by", "stood behind", "threw", "swung")


def _is_good_will(statement: Statement, span: Span, verb: str) -> bool:
    """Whether a word of stance tells of a friend, in no contest, or of one's sorrow at a death or a disaster."""
    if verb.startswith(("ally ", "allies ")):
        low = f"{statement.low[span[0] - statement.start : span[1] - statement.start + _NEAR]} "
        return _IN_CONTEST.search(low) is None and not _names_question(low)
    return ("solidarity" in verb or verb.startswith("sympath")) and any_of("mourned", r"\b(?:{})\b").search(
        statement.low
    ) is not None


def _is_somebody(statement: Statement, span: Span, verb: str) -> bool:
    """Whether the words are the name of a person, whose side one takes with such a verb: "backed Khalifa Haftar"."""
    named = any(one.start <= span[0] and span[1] <= one.end for one in statement.of("person"))
    states = any(one.start < span[1] and span[0] < one.end for one in statement.of("state", "place"))
    name = named or (not states and _NAME.fullmatch(statement.document.text[slice(*span)]) is not None)
    return name and verb.startswith(_SIDED)


def _is_anything(statement: Statement, span: Span, stance: str, verb: str) -> bool:
    """Whether one takes a side with such a verb whatever it is; on a name, only where it is opposed and no side."""
    names = [m for m in statement.of("state", "person", "both") if m.start <= span[0] and span[1] <= m.end]
    if names:
        if verb.startswith(("abstain", "voted in", "voted against", "vote against", "votes against", "cast ")):
            return any(one.kind == "state" for one in names)
        pair = statement.context.pair
        others = any(one.kind == "state" and not is_side(lies_in(one, pair), pair) for one in names)
        state = any(one.kind == "state" for one in names)
        return (others and verb.startswith(("oppos", "hostil", "in opposition"))) or (state and stance == "condemns")
    if stance in ("condemns", "abstains") or verb.startswith(beginnings("against")):
        return verb != "against" or _IS_AGAINST.search(statement.low, 0, span[0] - statement.start) is not None
    words = statement.low[span[0] - statement.start : span[1] - statement.start]
    pressed = verb.startswith(beginnings("pressing")) and (verb.endswith(" that") or _AIMED.search(words))
    if not pressed and not verb.startswith(beginnings("for_anything")):
        return False
    return any_of("cooperation", r"\b(?:{})\b").search(words) is None


def _is_sided(statement: Statement, span: Span, state: Mention, stance: str) -> bool | None:
    """Whether a side is taken on a state, or for it since a war began; false where it is helped, null where that is
    open.
    """
    words, end = statement.document.text[slice(*span)], state.end - statement.start
    aside = _IN_BRACKETS.match(statement.low, end)
    end = aside.end() if aside else end
    if is_on_a_claim(words) or _ABROAD.match(statement.low, end):
        return True
    if stance == "supports" and state.end == span[1] and _ABROAD.match(f" {statement.low}"):
        return True
    if stance == "supports" and state.end == span[1] and _is_since_contest(statement, span):
        return True
    return False if stance == "supports" and _WITH_HELP.match(statement.low, end) else None


def is_on_a_claim(words: str) -> bool:
    """Whether the words are a party and the matter in which one is for or against it: "Peru on the islands"."""
    return _ON_A_CLAIM.match(words) is not None


def _is_leader(statement: Statement, span: Span) -> bool:
    """Whether the words are the head of a state or of a government, with a name: to be for one is a stance."""
    named = (one.value for one in statement.of("person") if one.start <= span[0] and span[1] <= one.end)
    leads = ("head of state", "head of government")
    return any(isinstance(one, PersonValue) and one.name and one.rank in leads for one in named)


def _is_side_in_contest(statement: Statement, span: Span, low: str) -> bool:
    """Whether it is a government or a party, and the statement begins with a war: "During the civil war, …"."""
    named = next((one for one in statement.of("state", "person") if one.start == span[0]), None)
    if named is None and not _SIDE.search(low):
        return False
    lead = _DURING.match(statement.low[: span[0] - statement.start])
    earlier, pair = statement.context.previous, statement.context.pair
    if lead is None and earlier is not None and earlier.block is statement.block and named is not None:
        lead = None if is_side(lies_in(named, pair), pair) else _DURING.match(_JOINING.sub("", earlier.low))
    return lead is not None and is_contest(lead[0])


def _is_since_contest(statement: Statement, span: Span) -> bool:
    """Whether a state is supported since a war or a crisis began: "has supported Ukraine since the invasion"."""
    since = _SINCE.match(statement.low, span[1] - statement.start)
    return since is not None and is_contest(since[1])


def _names_question(low: str) -> bool:
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
