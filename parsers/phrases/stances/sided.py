"""Those for or against whom one takes a side: a state in a contest, a government, a leader, a party in a matter."""

from __future__ import annotations

import re

from parsers.language.mention import PersonValue
from parsers.language.reading import lies_in
from parsers.language.sides import is_side
from parsers.phrases.stances.matter import Matter
from parsers.phrases.stances.no_questions import ITS_AIM
from parsers.phrases.stances.statuses import is_contest
from parsers.phrases.stances.words import beginnings

_ON_A_CLAIM = re.compile(
    r"[^,;]{2,40}? (?:on|over) (?:the )?(?:(?:issue|question|matter|case) of (?:the )?)?[A-Z]\w+(?: [A-Z]\w+)*$"
)
_ABROAD = re.compile(
    r" (?:internationally|diplomatically|(?:in|at|on|within) (?:the |many |various |other |all )*(?:votes at the |"
    r"international|multilateral|world|global|regional|united nations|un|oic|wto|unesco|osce|oas|"
    r"commonwealth|african union|european union|security council|general assembly|human rights council"
    r"|unhrc|unga|unsc)\b"
    r"(?! (?:projects?|development|trade|markets?|econom)))"
)
# "Supports Kenya with roads" tells of help, "with its claim to the island" of a side that is taken.
_WITH_HELP = re.compile(
    r",? with (?!regard\b|respect\b|(?:its|their|the) (?:[a-z]+ )?(?:claims?|bid|candida\w+|position|stance|"
    r"accession|membership|struggle"
    r"|fight|cause|dispute|war|independence|vote|application|demands?|proposals?|initiative)\b)"
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
_IN_BRACKETS = re.compile(r" \([^()]{3,60}\)")
_SINCE = re.compile(r",? (?:ever )?(?:since|after|following|throughout) (?!\d)([^;,.]{4,80})")
_NAME = re.compile(r"(?:[A-Z][\w’'-]+ ){1,2}(?:al-|el-)?[A-Z][\w’'-]+")
_SIDED = ("support", "back", "sided", "sides", "side with", "stood by", "stands by", "stood behind", "threw", "swung")


def is_on_a_claim(words: str) -> bool:
    """Whether the words are a party and the matter in which one is for or against it: "Peru on the islands"."""
    return _ON_A_CLAIM.match(words) is not None


def is_sided(matter: Matter) -> bool | None:
    """Whether a side is taken on the state with which the words begin, or for it since a war began; false where it is
    helped, null where that is open or they begin with no state.
    """
    state = matter.opening
    if state is None:
        return None
    low, end = matter.statement.low, state.end - matter.statement.start
    aside = _IN_BRACKETS.match(low, end)
    end = aside.end() if aside else end
    if is_on_a_claim(matter.words) or _ABROAD.match(low, end):
        return True
    if matter.stance != "supports":
        return None
    if state.end == matter.span[1] and (_ABROAD.match(f" {low}") or _is_since_contest(matter)):
        return True
    return False if _WITH_HELP.match(low, end) else None


def _is_since_contest(matter: Matter) -> bool:
    """Whether a state is supported since a war or a crisis began: "has supported Ukraine since the invasion"."""
    since = _SINCE.match(matter.statement.low, matter.span[1] - matter.statement.start)
    return since is not None and is_contest(since[1])


def is_backed(matter: Matter) -> bool:
    """Whether it is supported as somebody against another, a name for which support is voiced, an aim, or who leads a
    state.
    """
    if matter.stance != "supports":
        return False
    words, verb = matter.words, matter.verb
    return bool(
        _AGAINST.search(words)
        or (_GOVERNMENT_OF.match(words) and not matter.within("state"))
        or (words[0].isupper() and _VOICED.search(matter.before))
        or (verb.startswith("assistance") and ITS_AIM.search(matter.low))
        or (verb.startswith(beginnings("standing_by")) and _is_leader(matter))
    )


def _is_leader(matter: Matter) -> bool:
    """Whether the words are the head of a state or of a government, with a name: to be for one is a stance."""
    leads = ("head of state", "head of government")
    named = (one.value for one in matter.around("person"))
    return any(isinstance(one, PersonValue) and one.name and one.rank in leads for one in named)


def is_somebody(matter: Matter) -> bool:
    """Whether the words are the name of a person, whose side one takes with such a verb: "backed Khalifa Haftar"."""
    if not matter.verb.startswith(_SIDED):
        return False
    begin, end = matter.span
    state = any(one.start < end and begin < one.end for one in matter.statement.of("state", "place"))
    return bool(matter.around("person")) or (not state and _NAME.fullmatch(matter.words) is not None)


def is_side_in_contest(matter: Matter) -> bool:
    """Whether it is a government or a party, and the statement begins with a war, "During the civil war, …", or the one
    before it does and it is a third state.
    """
    statement, pair = matter.statement, matter.statement.context.pair
    named = next((one for one in statement.of("state", "person") if one.start == matter.span[0]), None)
    if named is None and not _SIDE.search(matter.unquoted):
        return False
    lead, earlier = _DURING.match(matter.before), statement.context.previous
    if lead is None and earlier is not None and earlier.block is statement.block and named is not None:
        lead = None if is_side(lies_in(named, pair), pair) else _DURING.match(_JOINING.sub("", earlier.low))
    return lead is not None and is_contest(lead[0])


def is_government(matter: Matter) -> bool:
    """Whether the words are a government: that of a state with which they begin, or one called by a name."""
    shape = _CABINET if matter.opening is None else _ITS_CABINET
    return shape.match(matter.words) is not None


def is_whole_state(matter: Matter) -> bool:
    """Whether the words tell what a state is to be: "an undivided Norway"."""
    return _WHOLE_STATE.match(matter.words) is not None
