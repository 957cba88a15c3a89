"""Givers whom verbs of helping, building and training tell: "A helped train B's navy", "A supports B's schools"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import side_of
from parsers.language.slots import Slot
from parsers.phrases.gifts.by.help_objects import FORMS, Act, counted_object, is_no_aid, object_end
from parsers.phrases.gifts.by.passive_help import WHERE, was_helped
from parsers.phrases.gifts.columns.items import phrase_end
from parsers.phrases.gifts.frames.gift import NAMED, other_side, side_in
from parsers.phrases.gifts.givers.of_section import giver_near
from parsers.phrases.gifts.givers.roles import PRIVATE, Told, is_there, is_title, parties, sides_in, subject
from parsers.phrases.gifts.givers.told_before import of_earlier
from parsers.phrases.gifts.proofs.relief import in_relief
from parsers.phrases.gifts.words import SKILLED

ENDINGS = r"(?:s|es|d|ed|ing|e|p?ped|p?ping|se[sd]?|sing|ze[sd]?|zing|te[sd]?|ting|led|ling|ied|ies)?"


@cache
def _helps() -> Folded:
    """A verb of helping, building or training, in any form, and the verb that it may govern: "helped to modernise"."""
    stems = rf"(?:{'|'.join(re.escape(one) for one in read_yaml('aid.yaml')['help_stems'])}){ENDINGS}"
    by_others = r"(?<!trained)(?<!equipped)(?<!armed)(?<!rebuilt)(?<!organised)(?<!organized)(?= by\b)"
    return Folded(rf"\b{stems}(?:,? (?:and |to |with |in )*{stems})*\b(?! (?:from|of|on|upon|forces)\b)(?!{by_others})")


# A form that is a noun as well is a verb only behind these.
_NOUN_TOO = frozenset(("aid", "help", "support", "train", "arm", "build", "reform", "repair", "fund", "open"))
_BEFORE_BASE = re.compile(r"\b(?:to|will|would|helped|helps|helping|and|also) $")
# "The badly equipped army": a participle that only tells what the army is like.
_HOW = re.compile(r"\b(?:badly|poorly|ill|well|better|newly|lightly|heavily)[ -]$")


def of_help(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What one side helps, builds, trains in the other: "A helped train B's navy", "B's pilots were trained in A"."""
    helps = list(by_verb(statement, begin, end))
    for (_, told), (verb, _) in zip(helps, [*helps[1:], (end, None)], strict=False):
        yield told if told.amounts or verb == end or verb <= told.end else replace(told, amounts=(begin, verb))


def by_verb(statement: Statement, begin: int, end: int) -> Iterator[tuple[int, Told]]:
    """What each verb of helping in a clause tells, with where it begins."""
    low = statement.low_skeleton
    for verb in _verbs(statement, begin, end):
        is_noun = verb[0] in _NOUN_TOO and not _BEFORE_BASE.search(low, begin, verb.start())
        if is_noun or _HOW.search(low, begin, verb.start()):
            continue
        is_passive = _BE.search(low, begin, verb.start()) is not None and not verb[0].endswith(("ing", " in"))
        if PRIVATE.search(low, begin, end if is_passive else verb.start()):
            return
        for told in (was_helped if is_passive else _helped)(statement, begin, verb, end):
            yield verb.start(), told


def _verbs(statement: Statement, begin: int, end: int) -> Iterator[re.Match[str]]:
    """The verbs of helping in a clause, none of a title: of "the Reform Fund and trained" only the last."""
    low = statement.low_skeleton
    while verb := _helps().search(low, begin, end):
        is_of_title = is_title(statement, verb.start())
        if not is_of_title:
            yield verb
        begin = _FIRST_WORD.match(low, verb.start()).end() if is_of_title else verb.end()  # type: ignore[union-attr]


_FIRST_WORD = re.compile(r".\S*")


def _helped(statement: Statement, begin: int, verb: re.Match[str], end: int) -> Iterator[Told]:
    """What the subject of an active verb helps: the other owns it, or it is there, or no one is named."""
    act, low = Act(statement, begin, verb, end), statement.low_skeleton
    if act.is_training and (_IN.match(low, verb.end()) or _NOUN_BEFORE.search(low, begin, verb.start() + 8)):
        return
    counted = counted_object(act)
    lead = None if act.is_training or counted else WHOM.match(low, verb.end(), end)
    start = counted.start if counted else lead.end() if lead else verb.end()
    reach = _reach(low, verb.end(), end)
    helped = counted.end if counted else object_end(act, start, reach)
    donor = _helper(act, counted) if helped else None
    if helped is None or donor is None:
        return
    stop = max(helped, phrase_end(statement, start, reach))
    if not is_no_aid(act, helped, stop) and _gets(act, donor, helped, counted):
        yield _told(act, donor, (start, stop), counted)


def _helper(act: Act, counted: Slot | None) -> str | None:
    """The side that helps: the subject, or that where counted people were trained."""
    donor = subject(act.statement, act.begin, act.verb.start())
    return donor or (_school(act.statement, counted, act.end) if counted and act.is_training else None)


def _told(act: Act, donor: str, what: tuple[int, int], counted: Slot | None) -> Told:
    """The help told of what stands in a span: those who are counted, or the words, of training without its field."""
    is_training, (start, stop) = act.is_training, what
    verb = "treated" if act.verb[0].startswith("treat") else "trained" if is_training else "helped"
    if counted is not None:
        if verb != "helped":
            return Told(donor, start, start, verb, (counted.start, counted.end))
        listed = (act.verb.end(), _beside(act.statement.low_skeleton, counted.end, stop))
        are_projects = counted.mention.text.endswith(("projects", "programmes", "programs"))
        return Told(donor, start, counted.end, "counted" if are_projects else verb, listed)
    within = _IN_FIELD.search(act.statement.low_skeleton, start, stop) if is_training else None
    return Told(donor, start, within.start() if within else stop, verb)


def _beside(low: str, counted: int, stop: int) -> int:
    """Where what stands in one list with counted works ends: "built 20 wells[, two mills and a school] for B"."""
    further = _AND_COUNT.match(low, counted) or _WORTH.match(low, counted)
    begin = further.end() if further else counted
    purpose = _FOR_WHAT.search(low, begin, stop)
    return max(begin, purpose.start() if purpose else stop)


_AND_COUNT = re.compile(r"(?:(?:, and|,| and) (?:(?:about|some|over|nearly) )?\[quantity:\d+\])+")
_WORTH = re.compile(
    rf"(?: (?:in|across|throughout)(?: the)? {NAMED})?,? (?:worth|valued at|at a (?:total )?cost of|costing)"
    r"(?: (?:about|around|over|nearly|some|more than))? \[money:\d+\]"
)
_FOR_WHAT = re.compile(r" (?:for|to|that|which|with|where)\b")


def _school(statement: Statement, counted: Slot, end: int) -> str | None:
    """The side where counted people of the other were trained: "have educated [quantity] in [place]"."""
    donor = side_in(statement, WHERE.match(statement.low_skeleton, counted.end, end))
    own = {side_of(one, statement.context) for one in statement.inside(counted.mention, "state")}
    return donor if own == {other_side(statement, donor)} else None


def _gets(act: Act, donor: str, helped: int, counted: Slot | None) -> bool:
    """Whether the other side owns what is helped, or it is there; or nobody but the giver is named, who was told to
    help, or helps with something."""
    statement, verb, other = act.statement, act.verb, other_side(act.statement, donor)
    if counted is not None and is_there(statement, donor, counted.start, act.end):
        return True
    there, at, _ = next(iter(parties(statement, verb.end(), act.end)), (None, act.end, act.end))
    if there == other and _NEAR.fullmatch(statement.low_skeleton, min(helped, at), at):
        return True
    if sides_in(statement, act.begin, act.end) <= {donor} and _is_told(act, donor, helped):
        return True
    is_of_place = there in (None, other) and not verb[0].endswith("ing")
    if is_of_place and _where_it_is(statement, act.begin, verb.start()) == other:
        return True
    return at == act.end and _is_its(act, donor)


def _is_told(act: Act, donor: str, helped: int) -> bool:
    """Whether a side that alone is named helps the other: told by what stands before, the place, or what it is with."""
    statement, low, verb = act.statement, act.statement.low_skeleton, act.verb
    return bool(
        giver_near(statement) == donor
        or is_there(statement, donor, act.begin, act.end)
        or _TOWN_FIRST.match(statement.skeleton, act.begin)
        or _WITH_WHAT.match(low, verb.start())
        or IN_TOWN.match(statement.skeleton, helped)
        or (_CREW.fullmatch(low, act.begin, verb.start()) and in_relief(statement))
        or _goes_on(statement, donor)
    )


def _is_its(act: Act, donor: str) -> bool:
    """Whether one trains or equips what is the other's, which is named before."""
    if not FORMS.match(act.verb[0].split()[-1]) or not _ITS.match(act.statement.low_skeleton, act.verb.end()):
        return False
    return is_there(act.statement, donor, act.begin, act.verb.start())


# What belongs to the other, which is named before: "gave B loans and trained its police".
_ITS = re.compile(r" (?:its|their) ")


def _goes_on(statement: Statement, donor: str) -> bool:
    """Whether "it" or "they" take up a side that opens the sentence before, which names the other too."""
    earlier = statement.earlier if _TAKES_UP.match(statement.low_skeleton) else None
    if earlier is None or of_earlier(statement) != donor:
        return False
    return is_there(earlier, donor, 0, len(earlier.skeleton))


_TAKES_UP = re.compile(r"(?:it|they) ")


def _where_it_is(statement: Statement, begin: int, verb: int) -> str | None:
    """The side in which what helps is, or with which it was agreed, as the words before the verb say: "In B, …", "A's
    hospital in B", "an agreement with B to"."""
    found = _LOCATED.search(statement.low_skeleton, begin, verb)
    return side_in(statement, found, "who" if found and found["who"] else "base")


_LOCATED = re.compile(
    rf"(?:^|, )in(?: the)?(?: [a-z]+ern)? (?P<who>{NAMED}),|\b(?:(?:hospitals?|teams?|missions?|clinics?|troops|"
    rf"officers|forces?|{SKILLED}|brigades?|unit|agency|office|programmes?|programs?) "
    rf"(?:in|at)|(?:agreement|accord|deal|memorandum) with)(?: the)? (?P<base>{NAMED})"
)


def _reach(low: str, verb: int, end: int) -> int:
    """How far behind a verb what it helps may stand."""
    further = _FURTHER.search(low, verb, min(end, verb + 110))
    return further.start() if further else min(end, verb + 110)


# Training that has no object: "has been training in B".
_IN = re.compile(r" (?:in|at|with|alongside|together|on)\b")
_NOUN_BEFORE = re.compile(
    r"(?<!continue)(?<!continued)(?<!started)(?<!begun)"
    r"(?<!been)(?<!is)(?<!are)(?<!was)(?<!were)(?<!by)(?<!of)(?<!for)(?<!part in)(?<!and)(?<!while)(?<!,)(?<!also)"
    r" training$"
)
_IN_FIELD = re.compile(r" (?:in|as|at|for|under) ")
# Another clause, or what something is made into ("established the port as a centre of trade").
_FURTHER = re.compile(r", and (?![a-z]+\.?$|[a-z]+ [a-z]+\.?$)| as (?:an? |the country)")
# Whom one helps, and the words in front of what with: "B since [date], mainly in the fields of", "to B's".
WHOM = re.compile(
    rf"(?: (?:to|with|in|by))?(?: the)?(?: (?:government|people|republic) of(?: the)?)?"
    rf"(?: {NAMED}(?:(?:'s|’s|'|’)|(?= (?:an?|with|in|within|through|by|to|since|from|\[date|build|construct|"
    rf"establish|set "
    rf"up|train|equip|develop|improve|moderni|expand|dig|re[a-z]+)\b|,))(?: (?:government|people)\b)?)?(?:(?: (?:since|"
    rf"from|in|after)(?: the)?)? \[date:\d+\])?"
    r"(?:,? (?:mainly|primarily|mostly|especially|particularly))?(?: (?:in|with|within|through|by|to)\b)?"
    r"(?: (?:(?:the|its|their|an?|various|several|many|two|wide|broad|children’s)\b|\[quantity:\d+\]))*"
    r"(?: (?:range|number) of)?(?: (?:fields?|areas?)(?: of|:|,? including|,? such as|,? like|,? namely)?)?"
    rf"(?: (?:improv|develop|upgrad|moderni[sz]|expand)ing(?: {NAMED}(?:'s|’s|'|’)?)?)? "
)
_WITH_WHAT = re.compile(r"(?:assist|aid|help|support)\w* with ")
# Those who are called after their country only: "[A] linemen helped".
_CREW = re.compile(
    rf"(?:[^,;]{{0,40}}, )?(?:the |several |many )?{NAMED} (?:[a-z]+ )?[a-z]+(?:s|men) (?:also |then |had |have )*"
)
IN_TOWN = re.compile(r" (?:in|at|near) (?!(?:January|Spring|Summer|Autumn|Winter|World)\b)[A-Z][a-z]{2,}")
_TOWN_FIRST = re.compile(r"In (?!January|Spring|Summer|Autumn|Winter|World|\W)(?:the )?[A-Z][a-z]{2,}, ")


_NEAR = re.compile(
    r"|[^,;]{0,40}? (?:in|near|outside|of|for|to|at|across|throughout|with|from|around)(?: the)?(?: [a-z]+ern)? "
)
_BE = re.compile(r"\b(?:is|are|was|were|been|being|be) (?:[a-z]+ly |also )?$")
