"""Meetings told by a noun: "talks between A and B", "A's meeting with B", "after a meeting with B, A …".

What stands around the noun is read in whatever order it comes. Not read: nouns without two parties; meetings of
states and of people without a name, which `delegates` reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from parsers.language.mention import Mention
from parsers.language.modality import happened
from parsers.language.reading import Statement, kept, named
from parsers.language.required import Folded
from parsers.language.sides import facing, is_foreign, side_of
from parsers.phrases.encounters.circumstances import is_agreed_on
from parsers.phrases.journeys.journeys import subjects

NOUN = (
    r"(?:talks|meetings?|discussions|consultations|negotiations|conversations?|summits?|(?:tele)?phone calls?|calls?"
    r"|video calls?|video ?-?conferences?|audiences?|dialogue|encounter"
    r"|joint (?:press|news) conferences?)"
)
_JOINT = (
    r"(?: \([^)]{0,40}\))?(?:,? and then|,? and|,| &|,? as well as|,? along with|,? together with)"
    r"(?: (?:also|with|an?|the|his|her|their|its|then|former|counterpart))*(?: \[state:\d+\]['’]s)?"
)
PEOPLE = rf"\[person:\d+\](?:{_JOINT} \[person:\d+\])*"
_LEAD = (
    r"(?: (?:the|his|her|their|its|then|former|counterpart|visiting|both|\[state:\d+\]['’]s))*(?: (?!\[|"
    r"and\b)[a-z-]+){0,2}?"
    r"(?: (?:ministers|presidents|premiers|leaders|heads) of \[both:\d+\](?:,|:| –))?"
    r"(?: [a-z-]+,? (?:including|such as)(?: the| then)?)?"
)
_PREPOSITION = r"in|on|at|about|over|by|via|during|through|concerning|to|of|under|within"
_CLAUSE = r"with|between|and|but|who|which|that|where|when|they|he|she|it|both|was|were|has|had|have|said|by"
_NOUN = Folded(rf"\b{NOUN}\b(?! for\b)")
_AFTER = re.compile(
    rf"(?P<with>,? with{_LEAD} (?P<ones>{PEOPLE}))|(?P<both>,? (?:between|of|by|among|involving){_LEAD} "
    rf"(?P<all>{PEOPLE}))"
    r"|(?P<skip>,? \(?(?:(?:on|in|from|during|of|at|late|early|that) )*\[date:\d+\]\)?"
    r"|,? (?:in|at) (?:the )?(?:(?!\[|\bwith\b|\bbetween\b)[\w’'.-]+ ){0,4}?\[(?:place|state):\d+\]"
    r"|,? (?:which |that )?(?:was|were|had been|took place|happened|occurred|held|lasted|followed)(?: "
    r"(?:also|then|first|held|made|arranged|attended|chaired|co-chaired))?"
    r"(?=,? (?:in|on|at|with|between|by|over|via|through)\b)"
    rf"|,? (?:{_PREPOSITION}|held) (?:(?!\[person|\b(?:{_CLAUSE})\b)[^;.]){{1,60}}?(?=,? (?:with|between)\b)"
    r"|,? (?:held|by (?:tele)?phone|over the phone|via video(?: link)?)(?=,? (?:in|on|at|by)\b))",
    re.I,
)
_OWNER = re.compile(
    r"(?P<people>\[person:\d+\])(?:'s|’s|'|’)(?: (?:(?!\[)[\w-]+|\[(?:rank|date|quantity):\d+\])){0,4} $"
)
_NUMBER = re.compile(r":(\d+)\]")
_AT_IT = re.compile(
    r"\b(?:in|during|after|following|over|at|before|upon) (?:(?:an?|the|their|his|her|its) "
    r")?(?:(?!\[person)[\w\[\]:-]+ ){0,3}$",
    re.I,
)
_INCLUDED = re.compile(
    r"\b(?:visit|trip|tour|stay|programme|program|itinerary|agenda)s?\b(?:(?!\[person|\b(?:and|but)\b)[^;.]){0,60}?"
    r" (?:(?:also|which|that) )?(?:included|involved|featured) (?:an? |his |her )?(?:[a-z-]+ ){0,2}$"
)
"""What a visit held: "made a visit to X that included a meeting with"."""
_VISIT_HELD = re.compile(
    r"(?:\b(?:visit|trip|tour|stay)s? (?:of|by) (?:(?:the|its|their|then) )*(?P<guest>\[person:\d+\])"
    r"|(?P<owner>\[person:\d+\])['’]s? (?:[\w-]+ ){0,3}(?:visit|trip|tour|stay))(?!\w)"
    r"(?:(?!\[person|\b(?:and|but)\b)[^;.]){0,90}? (?:included|involved|featured|saw|began with|opened with|ended with"
    r"|concluded with|culminated in) (?:an? |his |her )?(?:[a-z-]+ ){0,2}$",
    re.I,
)
"""Whose visit held it: "the visit of A to X included talks with", "A's visit to X ended with a meeting with"."""
_SUBJECT = re.compile(
    r"(?:,? (?:who|which|held|in|on|at)\b[^;.]{0,90}?)?,? (?:(?:that )?(?:the|then|his|her) |that )?(?:[a-z-]+ ){0,2}"
)
_APART = re.compile(r"\],(?: (?:the|then))? \[person:\d+\]$")
_NEW_SUBJECT = re.compile(r" (?!(?:and|in|on|at|to|as|for|from|during|who|of)\b)[a-z]+")
_TOLD = re.compile(
    r" (?:also )?(?:told|assured|informed|asked|urged|thanked|briefed|promised|reassured|offered|"
    r"warned)(?: (?:the|his|her))? "
)
_THEIRS = re.compile(r" (?:that |which )?they (?:had|held)\b")
_AT_THEIRS = re.compile(
    r"\b(?:(?:after|following|during|at) their (?:[a-z-]+ ){0,2}"
    r"|(?:signed|agreed|announced|concluded|initialled|launched|inaugurated|adopted"
    r"|approved)\b(?:(?!\[person)[^;.]){0,90}? "
    r"(?:after|following|during|at) (?:an? )?(?:(?:bilateral|brief|short|private|official|formal|face-to-face|joint"
    r"|second|first|working|trilateral|tripartite) ){0,2})$",
    re.I,
)
_OF_OTHERS = re.compile(r" (?:of|between|with|among|in which|attended)\b")
_OPENS = re.compile(r"(?:(?:the|his|her|an?|further|bilateral|brief|official|separate) ){0,3}", re.I)
_TOGETHER = re.compile(r",? and (?:(?:the|his|her|then) )*(?:counterpart,? )?")
_SPOKE = re.compile(r"\b(?:spoke|said|stated|remarks|announced|added|noted|told \S+(?: \w+)?) (?:on \[date:\d+\] )?\Z")
_TOLD_AT_IT = re.compile(
    r"\b(?:expressed|voiced|conveyed|announced|declared|stated|said|told|reiterated|reaffirmed|confirmed|stressed"
    r"|emphasi[sz]ed|agreed|pledged|promised|vowed|committed|offered|proposed|suggested|called (?:for|on)|urged|invited"
    r"|requested|thanked|praised)\b"
    r"(?:(?!\b(?:meet|hold|held|discuss|raise|bring|talk|attend|appear|present|represent|participate|part|address"
    r"|negotiate|sign|seek|resume|planned|scheduled|upcoming|next|future|until|if)\b)[^;.]){0,160}? "
    r"(?:during|after|following|in the course of|at(?= (?:an?|the|their) )) "
    rf"(?:(?:an?|the|their|his|her) )?(?:[a-z-]+ ){{0,2}}{NOUN}\Z"
)
"""What somebody said, promised or asked for during or after a meeting, which has then been: "pledged to open an embassy
during a". Not one of which the promise itself may tell: "promised to raise it during talks"."""
_MEDIATED = re.compile(
    r"\b(?:mediat(?:ed|ing|or)|broker(?:ed|ing)|facilitat(?:ed|ing)|arbitrat(?:ed|ing))\b[^;.]{0,40}\Z"
)
_AHEAD = re.compile(r"\b(?:planned|scheduled|upcoming|next|future|proposed)\b", re.I)
_THE_MEETING = re.compile(
    r"(?:in|during|after|following|at) (?:(?:the|their|his|her) (?!visit|trip|stay|tour)|$)|$", re.I
)
_CAME = re.compile(r"\b(?:visit(?:ed|s)?|travell?ed|arrived|came|flew|trip)\b")
_ALL_OF_THEM = re.compile(
    r"[^;.]{0,90}?, (?:the (?:two )?(?:leaders|ministers|presidents|sides|heads|premiers)|both|they|he|she)\b"
)


@dataclass(frozen=True, slots=True)
class Talks:
    """Those who met as a noun tells it, and where in the document's text the noun stands and its words end.

    `sure` where what is told happened at or after it: "in a call with A, B urged …" holds though "urged" tells a wish.
    """

    people: tuple[Mention, ...]
    at: int
    end: int
    sure: bool = False


@kept
def talks(statement: Statement) -> list[Talks]:
    """The meetings that nouns tell, each with all of its people; none of one alone, nor one agreed on, nor others'."""
    found = (_talks(statement, noun) for noun in _NOUN.finditer(statement.low_skeleton))
    met = (one for one in found if len(one.people) > 1 and not is_agreed_on(statement, one.at))
    return [one for one in met if not _is_of_others(statement, one)]


def _is_of_others(statement: Statement, told: Talks) -> bool:
    """Whether somebody else mediated in the talks, and those who met are not told to be of both sides."""
    sides = {side_of(one, statement.context) for one in told.people} - {None}
    return len(sides) < 2 and _MEDIATED.search(statement.low, 0, told.at - statement.start) is not None


@dataclass
class _Gathered:
    """Those who met, as far as read: the partners behind "with", and all of them behind "between", "of", "by"."""

    partners: list[Mention] = field(default_factory=list)
    everyone: list[Mention] = field(default_factory=list)

    def takes(self, part: re.Match[str]) -> bool:
        """Whether the people of a part belong to the meeting: the first, and those whom another part completes."""
        return not (self.partners or self.everyone) or self._completes(part) or self._is_attended(part)

    def add(self, part: re.Match[str], people: list[Mention]) -> None:
        """Adds the people of a part."""
        if self._is_attended(part):
            self.everyone = [*self.partners, *people]
        elif part["both"] or self._completes(part):
            self.everyone += people
        elif part["with"]:
            self.partners += people

    def _completes(self, part: re.Match[str]) -> bool:
        """Whether a part names the other of two: "the meeting of A with B"."""
        return len(self.everyone) == 1 and not self.partners and bool(part["with"])

    def _is_attended(self, part: re.Match[str]) -> bool:
        """Whether a part names more of them: "a meeting with A, attended by B and C"."""
        return bool(self.partners) and not self.everyone and " by " in (part["both"] or "")


def _talks(statement: Statement, noun: re.Match[str]) -> Talks:
    gathered = _Gathered()
    position = _read_behind(statement, noun, gathered)
    at, end = statement.offset(noun.start()), statement.offset(position)
    return Talks(_those_who_met(statement, noun, position, gathered), at, end, _is_sure(statement, noun))


def _read_behind(statement: Statement, noun: re.Match[str], gathered: _Gathered) -> int:
    """Gathers those who are named behind a noun; where in the skeleton its words end."""
    skeleton, position = statement.skeleton, noun.end()
    while part := _AFTER.match(skeleton, position):
        people = _mentions(statement, part["ones"] or part["all"] or "")
        if people and not gathered.takes(part):
            break
        position = part.end()
        if part["with"] and _NEW_SUBJECT.match(skeleton, position) and _APART.search(part["ones"]):
            position = part.start("ones") + part["ones"].rindex(",")
            people = people[:-1]  # "after talks with A, B said"
        gathered.add(part, people)
    return position


def _those_who_met(
    statement: Statement, noun: re.Match[str], position: int, gathered: _Gathered
) -> tuple[Mention, ...]:
    """All who met, in the order of the text where a noun names the partners of somebody else."""
    partners, everyone = gathered.partners, gathered.everyone
    if len(everyone) > 1 or not partners:
        end = statement.offset(position)
        return tuple(everyone) or _told_each_other(statement, noun, end) or _they_had(statement, noun)
    others = _others(statement, noun, position, partners)
    return tuple(sorted((*others, *partners), key=lambda one: one.start)) if others else ()


def _is_sure(statement: Statement, noun: re.Match[str]) -> bool:
    """Whether the noun stands in an opening "in", "during" or "after" a meeting that nothing calls planned, or where
    somebody spoke, or promised something, at it.
    """
    held_at = _AT_IT.search(statement.skeleton, 0, noun.start())
    if held_at is None or _AHEAD.search(held_at[0]) is not None:
        return False
    spoke = _SPOKE.search(statement.skeleton, 0, held_at.start()) is not None
    return held_at.start() == 0 or spoke or was_told_at(statement, statement.offset(noun.end()))


def was_told_at(statement: Statement, end: int) -> bool:
    """Whether somebody said, promised or asked for something during or after the meeting whose noun ends there."""
    return _TOLD_AT_IT.search(statement.low, 0, end - statement.start) is not None


def _told_each_other(statement: Statement, noun: re.Match[str], end: int) -> tuple[Mention, ...]:
    """The two of whom one tells the other something at a meeting: "in a meeting on 4 May, A assured B that", or who do
    something together: "during a call, A and B agreed".
    """
    speaker = statement.after(end, "person")
    listener = statement.after(speaker.end, "person") if speaker is not None else None
    opens = noun.start() == 0 and noun[0] == "meeting"  # "Meeting in X, A and B agreed"
    if speaker is None or listener is None or not (opens or _AT_IT.search(statement.skeleton, 0, noun.start())):
        return ()
    text = statement.document.text
    between = (text, speaker.end, listener.start)
    told = _TOLD.fullmatch(*between) or _TOGETHER.fullmatch(*between)
    return (speaker, listener) if told and _SUBJECT.fullmatch(text, end, speaker.start) else ()


def _they_had(statement: Statement, noun: re.Match[str]) -> tuple[Mention, ...]:
    """The two people named last before "the talks that they had"; those who did something "after their talks"."""
    two = [one for one in statement.of("person") if one.end <= statement.offset(noun.start())][-2:]
    if _AT_THEIRS.search(statement.skeleton, 0, noun.start()) and not _OF_OTHERS.match(statement.skeleton, noun.end()):
        doers = subjects(statement, statement.offset(noun.start()))
        return tuple(doers if len(doers) > 1 else two)
    return tuple(two) if _THEIRS.match(statement.skeleton, noun.end()) else ()


def _others(statement: Statement, noun: re.Match[str], position: int, partners: list[Mention]) -> list[Mention]:
    """Those who met the partners: the owner of the meeting, else who does something at it or after it."""
    skeleton = statement.skeleton
    owner = _OWNER.search(skeleton, 0, noun.start())
    if owner:
        return _mentions(statement, owner["people"])
    if visit := _VISIT_HELD.search(skeleton, 0, noun.start()):
        return _mentions(statement, visit["guest"] or visit["owner"])
    held_at = _AT_IT.search(skeleton, 0, noun.start()) or _INCLUDED.search(skeleton, 0, noun.start())
    if held_at is None:
        opens = _OPENS.fullmatch(skeleton, 0, noun.start())
        return _visitor_before(statement, "", partners) if opens else []
    end = statement.offset(position)
    if following := speaker_after(statement, end):
        return following
    before = subjects(statement, statement.offset(held_at.start()))
    return before or _told_before(statement, end, partners) or _visitor_before(statement, held_at[0], partners)


def speaker_after(statement: Statement, end: int) -> list[Mention]:
    """Who does something at the meeting whose words end there: "after talks with B, A …"."""
    following = statement.after(end, "person")
    speaks = following is not None and _SUBJECT.fullmatch(statement.document.text, end, following.start)
    return [following] if following is not None and speaks else []


def _visitor_before(statement: Statement, held_at: str, partners: list[Mention]) -> list[Mention]:
    """The only person of the sentence before, who came on a visit, where "the meeting" or "talks" are told without who
    else was there: "A visited X in May. Two treaties were signed during the meeting with B."
    """
    before = statement.earlier
    if before is None or not _THE_MEETING.match(held_at):
        return []
    if any(is_foreign(one, statement.context) for one in before.of("state", "place", "person")):
        return []
    people = [one for one in before.of("person") if named(one)]
    came = _CAME.search(before.low) is not None and happened(before, before.start, before.start + len(before.text))
    own = side_of(people[0], statement.context) if len(people) == 1 else None
    same = own is not None and any(side_of(one, statement.context) == own for one in partners)
    return people if came and len(people) == 1 and not same else []


def _told_before(statement: Statement, end: int, partners: list[Mention]) -> list[Mention]:
    """The person of the sentence before, of the side that the partners do not serve, where "the leaders" did
    something.
    """
    before, context = statement.earlier, statement.context
    if before is None or not _ALL_OF_THEM.match(statement.document.text, end):
        return []
    people = [one for one in before.of("person") if named(one)]
    side = next((side for one in partners if (side := side_of(one, context))), None)
    wanted = (None, facing(side, context.pair)) if side else (None, *context.pair)
    return [one for one in people if side_of(one, context) in wanted][-1:]


def _mentions(statement: Statement, words: str) -> list[Mention]:
    found = [statement.mentions[int(number)] for number in _NUMBER.findall(words)]
    return [one for one in found if one.kind == "person"]
