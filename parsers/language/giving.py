"""Transfers in a statement: who gives, who receives, and the words between, as verbs and nouns of aid tell.

A `Gift` is the frame; what was given (amounts, counts, items) is read from its stretch of the skeleton by `transfers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from parsers.language.aid_headings import of_heading
from parsers.language.factored import factored
from parsers.language.givers import giver_before, state_agency
from parsers.language.lexicon import read_yaml
from parsers.language.mention import Mention, PersonValue, StateValue
from parsers.language.reading import Statement, kept
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.language.slots import Slot, any_of, clause_end, clause_start, slots
from parsers.language.sweep import lowered

NAMED = r"\[(?:state|place|person):\d+\]"
# "In [A]'s aid" names the giver, not who gets it.
_NO_OWNER = (
    r"(?!(?:'s|’s|'|’)? (?:[a-z-]+ ){0,3}?(?:aid|assistance|relief|grants?|loans?|donations?|scholarships?|help|"
    r"support|money|funds|"
    r"funding|credits?|debts?)\b)"
)
TO = re.compile(
    rf"\b(?:to|for|toward|towards|in|into|at)(?: (?!in\b|to\b|for\b|and\b)[\w'’-]+){{0,6}}? "
    rf"(?P<who>(?:{NAMED}|\[body:\d+\]){_NO_OWNER})",
    re.IGNORECASE,
)
FROM = re.compile(
    rf"\b(?:from|by)(?: (?!in\b|to\b|for\b|and\b)[\w'’-]+){{0,4}}? (?P<who>{NAMED}|\[body:\d+\])", re.IGNORECASE
)
_DIRECT = re.compile(
    rf"^ (?:the )?(?:(?:people|government|victims) of (?:the )?)?(?P<who>{NAMED})(?! (?:in )?(?:aid|"
    rf"assistance|soldiers|students|companies))(?:'s|’s)?(?: (?:national|defen[cs]e|armed|police|security|forces?|army|"
    rf"navy|air|coast|guard|ministry|military|parliament|rebels|victims|people|students|athletes|farmers|"
    rf"refugees))*(?='|’| with| a | an | about| more| over| some| up| another|"
    rf" [\[\"“]| around| nearly| approximately| and|,| government| free| military| financial| food)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Gift:
    """A frame of giving: donor and recipient, the verb's span and the stretch that holds what was given, in the
    skeleton; `item` has the words of what was given, where the frame itself tells them.
    """

    donor: str
    recipient: str
    verb: str
    start: int
    end: int
    stop: int
    sure: bool
    item: str | None = None


@cache
def aid_words(name: str) -> re.Pattern[str]:
    """A list of `lexicon/aid.yaml` as one regular expression over text in lower case."""
    return re.compile(factored(any_of(read_yaml("aid.yaml")[name])))


@cache
def verbs_of_giving() -> tuple[str, ...]:
    """Every active form of giving: those of the lexicon, and its bases behind "will", "would" and "to"."""
    lists = read_yaml("aid.yaml")
    later = [f"{mode} {base}" for mode in ("will", "would", "to") for base in lists["bases"]]
    return (*lists["gift_verbs"], *lists["verbs"], *later)


@cache
def _active() -> Folded:
    return Folded(any_of(verbs_of_giving()))


_NO_VERB = re.compile(
    r"\b(?:was|were|been|being|is|are|be|a|an|the|of|by|its|their|for|in|on|with|through|via|as|including) (?:\w+ly "
    r")?$|\[person:\d+\]$"
)
_BY = re.compile(
    r"(?<!ed)(?<!ed up)(?<!\bgiven)(?<!\bmade) by $|\b(?:responded|reacted|helped|assisted|contributed|"
    r"supported)\b(?: [^,;\[]{1,30}| \[[a-z]+:\d+\](?:'s)?){0,3}? by (?:also )?$"
)
# Forms that are plural nouns as well ("provided grants"): verbs only right behind their subject.
_NOUNS_TOO = frozenset(("grants", "awards", "ships", "supplies", "offers", "gift", "issues", "finances", "funds"))
_BEFORE_VERB = re.compile(
    r"(?:\](?:'s|’s)?|\b(?:government|it|they|country|which|that|who|also|currently|regularly|agency|ministry|and|"
    r"bank|embassy|authorities|programme|program|now|annually)) $"
)
# An infinitive of giving tells of a gift after these; after any other word it may be a wish or a purpose.
_MEANT = re.compile(
    r"\b(?:first|second|third|only|last|\[rank:\d+\]) (?:[\w-]+ ){0,3}$|\b(?:began|begun|started|continued|continues|"
    r"decided|agreed|promised|pledged|offered|committed|volunteered|vowed|set out|rushed|pledging|agreeing)(?: "
    r"\w+ly| on \w+| on \[date:\d+\])? $|"
    r"\b(?:offered|agreed|promised|pledged|decided|vowed|committed) to (?!help\b|assist\b)[^,;]{3,80},? and (?:also )?$"
)
# Givers that no mention stands for: their gifts are not the pair's.
_OTHERS = re.compile(
    r"\b(?:(?<!Exim )(?<!EXIM )(?<!Import )Bank|Fund|Foundation|Union|Nations|Commission|Organi[sz]ation|"
    r"Programme|Program|Company|Corporation|"
    r"Group|Ltd|Inc|Airlines|Monetary)\b"
)
# Another act of the same subject.
_ONWARD = re.compile(r",? and (?:also |later |then )?[a-z]+(?<!need)ed (?!to\b|by\b|in\b|for\b)")
# "An A loan of [money] financed …": the sum is the gift, not what it paid for.
_SUM_BEFORE = re.compile(r"\b(?:loans?|grants?|credits?|aid|funds?) (?:of|worth|totall?ing) \[money:\d+\]")
# What goes to a movement with a short name of its own ("arms to SWAPO") goes to no state.
_TO_GROUP = re.compile(r"\b(?:to|for)(?: the)? (?!UN|WHO|WFP|FAO|UNHCR|UNICEF|COVAX|COVID)[A-Z]{3,}\b")
_PRONOUN = re.compile(
    r"\b(?:it|they|the country|the government|which) (?:also |has |had |have |then |later "
    r")*(?:\w+ed (?:\w+ly )?)?$",
    re.IGNORECASE,
)
_WHO = re.compile(
    rf"(?P<who>{NAMED})(?:'s|’s|'|’)?(?: (?:government|authorities|side|state))?,? (?:who|which|that) (?:also |"
    rf"has |had |have |then |later )*$"
)
# A part of the sum that went another way: "pledged [money], of which [money] was delivered".
PART = re.compile(
    r", of which (?P<part>[^,;.]{0,30}\[money:\d+\](?: \w+){0,4}? (?:was|were|been) (?:\w+ly )?"
    r"(?:delivered|disbursed|provided|paid|released|given|sent|spent))\b"
)
_GETS = re.compile(
    rf"^(?:the )?(?P<who>{NAMED})(?: government)? (?:also |has |have )*(?:receives?|received)\b"
    r"[^;]*\b(?:aid|assistance)\b",
    re.IGNORECASE,
)
TELLS = re.compile(
    rf"^(?:(?:in|on|by|since|as of)(?: the)? \[date:\d+\],? )?(?:the )?(?:government of (?:the "
    rf")?)?(?P<who>{NAMED})(?:(?:'s|’s|'|’)? (?:(?:development|humanitarian|"
    r"financial|economic|military|official|technical|bilateral|food) )*(?:aid|assistance)\b|"
    r"(?: government)? (?:also |now |has |had |first |mainly )*"
    r"(?:supports?|supported|helps?|helped|assists?|assisted|provides?|provided|gives?|gave|financ\w+|fund(?:s|ed)|"
    r"donat\w+|sent|keeps|grant(?:s|ed)|pledged|promised|lent|extended|allocated|committed|contributed|offer(?:s|"
    r"ed)|given|"
    r"(?:is|was|been|became|remains)(?: [\w-]+| \[(?:rank|state):\d+\](?:'s|’s)?){0,6}? "
    r"(?:donors?|development partner))\b)",
    re.IGNORECASE,
)


@kept
def given(statement: Statement) -> Iterator[Gift]:
    """Frames with an active verb: "A gave, sent, pledged … (B) … (to B)".

    Passives and infinitives of others are left out.
    """
    low = statement.low_skeleton
    text = statement.document.text
    for match in _active().finditer(low):
        if match.start() and text[statement.offset(match.start())].isupper():
            continue  # a word of a title: "Memorandum on Financing"
        lead = low[clause_start(statement.skeleton, match.start()) : match.start()]
        gift = _active_gift(statement, match, lead) if _is_act(match[0], lead) else None
        if gift is not None:
            yield gift


def _is_act(verb: str, lead: str) -> bool:
    """Whether a form is a verb that its clause states, by the words before it: no noun, passive or purpose."""
    going_on = verb.endswith("ing") and re.search(r"\b(?:is|are|was|were|been) (?:\w+ly )?$", lead)
    gerund = verb.endswith("ing") and _BY.search(lead)
    if not going_on and not gerund and _NO_VERB.search(lead):
        return False
    if verb in _NOUNS_TOO and not _BEFORE_VERB.search(lead):
        return False
    return not verb.startswith("to ") or _MEANT.search(lead) is not None


def _active_gift(statement: Statement, match: re.Match[str], lead: str) -> Gift | None:
    """The frame of an active verb, with the giver before it and the receiver behind it."""
    skeleton = statement.skeleton
    stop = stretch_end(skeleton, match.end())
    giver = _giver(statement, match.start(), lead)
    if giver is not None and _SUM_BEFORE.search(skeleton[giver.end : match.start()]):
        return None
    if giver is None and _OTHERS.search(skeleton[match.start() - len(lead) : match.start()]):
        return None
    counted = re.search(r"^[^,;]{0,60}?\bto (?:the )?(?:\w+ )?\[quantity:\d+\]", skeleton[match.end() : stop])
    if counted and _counts_states(statement, match.end(), stop):
        return None
    receiver = slot_in(statement, _DIRECT.match(skeleton[match.end() :]))
    receiver = receiver or receiver_in(statement, match.end(), stop)
    if receiver is None and PART.match(skeleton, stop):
        receiver = receiver_in(statement, stop, clause_end(skeleton, stop))
    if receiver is None and _TO_GROUP.search(skeleton, match.end(), stop):
        return None
    if giver is None and receiver is None and _PRONOUN.search(lead):
        return _of_told(statement, match, stop)
    return gift_of(statement, match, stop, giver, receiver)


def actor_before(statement: Statement, begin: int, verb: int) -> Slot | None:
    """The party that does what the verb at a place says, or the state whose agency for aid does."""
    giver = giver_before(statement, begin, verb)
    return _agency(statement, begin, verb) or giver if giver is None or giver.kind == "body" else giver


def _giver(statement: Statement, verb: int, lead: str) -> Slot | None:
    """The party that gives: that of a relative clause, the subject, its agency, or the one a pronoun stands for."""
    begin = verb - len(lead)
    told = TELLS.search(lead) if lead.endswith(("donor, ", "donors, ", "partner, ")) else None
    giver = slot_in(statement, told) if told else actor_before(statement, begin, verb)
    giver = _antecedent(statement, verb) or giver
    if giver is None and re.search(r"\b(?:it|they|who) (?:also |has |had |have )*$", lead):
        donor = slot_in(statement, TELLS.search(statement.skeleton[:begin]))
        return donor or giver_before(statement, 0, begin)
    return giver


def _of_told(statement: Statement, match: re.Match[str], stop: int) -> Gift | None:
    """The frame of "it" or "they", the one side whose help the sentence before told of; null where it told of none."""
    subject = slot_in(statement, TELLS.search(statement.skeleton[: clause_start(statement.skeleton, match.start())]))
    donor = (side_of(subject.mention, statement.context) if subject else None) or told_donor(statement)
    recipient = facing(donor, statement.context.pair)
    return (
        Gift(donor, recipient, match[0].lower(), match.start(), match.end(), stop, False)
        if donor and recipient
        else None
    )


def _antecedent(statement: Statement, verb: int) -> Slot | None:
    """The party of which a relative clause tells: "the government of A, which gave"."""
    lead = _WHO.search(statement.skeleton, max(0, verb - 120), verb)
    return slot_in(statement, lead)


def slots_between(statement: Statement, start: int, stop: int, *kinds: str) -> list[Slot]:
    """The slots of these kinds that begin within a stretch of the skeleton."""
    return [one for one in slots(statement, *kinds) if start <= one.start < stop]


def told_donor(statement: Statement) -> str | None:
    """The side of which the sentence before tells, as its subject, that it helps, supports, gives; else the side whose
    aid the heading names; null else.
    """
    return _told_before(statement) or of_heading(statement)


def _told_before(statement: Statement) -> str | None:
    own = clause_start(statement.skeleton, len(statement.skeleton))
    subject = slot_in(statement, TELLS.search(statement.skeleton[:own])) if own else None
    if subject is not None and not _NEW_SUBJECT.match(statement.skeleton, own):
        return side_of(subject.mention, statement.context)
    previous = statement.context.previous
    for _ in range(4):
        if previous is None or previous.block.kind != "paragraph":
            return None
        subject = slot_in(previous, TELLS.search(previous.skeleton))
        if subject is not None:
            receiver = slot_in(previous, TO.search(previous.skeleton, subject.end))
            is_ours = receiver is None or side_of(receiver.mention, previous.context) is not None
            return side_of(subject.mention, previous.context) if is_ours else None
        got = slot_in(previous, _GETS.search(previous.skeleton))
        if got is not None:
            sides = {side_of(one.mention, previous.context) for one in slots(previous, "state", "body")}
            return facing(side_of(got.mention, previous.context), previous.context.pair) if None not in sides else None
        previous = previous.context.previous if previous.block is statement.block else None
    return None


_NEW_SUBJECT = re.compile(r"(?:the )?\[(?:state|person|body)")


def _agency(statement: Statement, begin: int, end: int) -> Slot | None:
    """The state whose agency for aid stands before a verb, as if it were named itself."""
    text = statement.document.text[statement.offset(begin) : statement.offset(end)]
    found = aid_words("agencies").search(text)
    if found is None:
        return state_agency(statement, begin, end)
    start = statement.offset(begin) + found.start()
    spot = statement.skeleton.find(found[0], begin, end)
    inside = [(one.start, one.end) for one in slots(statement) if one.mention.start <= start < one.mention.end]
    spots = (spot, spot + len(found[0])) if spot >= 0 else (*inside, (begin, begin))[0]
    mention = Mention(start, start + len(found[0]), found[0], StateValue(read_yaml("aid.yaml")["agencies"][found[0]]))
    return Slot("state", mention, *spots)


def _counts_states(statement: Statement, start: int, stop: int) -> bool:
    """Whether several states are counted in a stretch: what they get is not the pair's."""
    counted = [one for one in slots(statement, "quantity") if start <= one.start < stop]
    return any(getattr(one.mention.value, "unit", None) in ("states", "countries", "nations") for one in counted)


@cache
def _following() -> Folded:
    """The next verb of giving, of the same subject or of another."""
    return Folded(
        rf"(?:,(?! opened| completed)|and|in addition to|as well as|besides|\b(?:country|government|which|who|it|"
        rf"they)) (?:also |later "
        rf"|then |further |subsequently )?{_active().expression}"
    )


def stretch_end(skeleton: str, position: int) -> int:
    """Where the stretch of what was given ends: the clause, or the next verb of giving."""
    after = re.search(r", (?:and|which|while|as well as (?=\[state)|followed by)|;|\. ", skeleton[position:])
    end = clause_end(skeleton, position)
    part = PART.search(skeleton, position, end)
    end = part.start() if part else end
    following = _following().search(lowered(skeleton), position)
    return min(end, following.start() if following else end, position + after.start() + 400 if after else end)


def receiver_in(statement: Statement, start: int, stop: int) -> Slot | None:
    """The party after "to" or "for" in a stretch; the first that is a state's, or a body or third state."""
    onward = _ONWARD.search(statement.skeleton, start, stop)
    limit = onward.start() if onward else stop
    slot = slot_in(statement, TO.search(statement.skeleton, start, limit))
    people = people_in(statement, _TO_PEOPLE.search(statement.skeleton, start, limit))
    if slot is None or (people is not None and people.start < slot.start):
        return people
    if slot.kind != "body":
        return slot
    return state_agency(statement, slot.start, slot.end) or slot


_TO_PEOPLE = re.compile(
    r"\b(?:to|for)(?: (?:about|over|some|more than|up to|nearly|around|at least|an? (?:additional|further)|the|"
    r"each of the))* (?P<who>\[quantity:\d+\])"
)


def people_in(statement: Statement, match: re.Match[str] | None) -> Slot | None:
    """The state whose people a count names ("300 [A] students"), as if it were named itself; null where it names
    none."""
    counted = slot_in(statement, match)
    own = next(iter(statement.inside(counted.mention, "state")), None) if counted else None
    return Slot("state", own, counted.start, counted.end) if own and counted else None


def slot_in(statement: Statement, match: re.Match[str] | None, name: str = "who") -> Slot | None:
    """The slot that a match holds as a named group; null where there is no match or the group is not filled."""
    if match is None or match[name] is None:
        return None
    number = int(match[name].strip("[]").rpartition(":")[2])
    mention = statement.mentions[number]
    return Slot(mention.kind, mention, match.start(name), match.end(name))


def gift_of(
    statement: Statement, match: re.Match[str], stop: int, giver: Slot | None, receiver: Slot | None
) -> Gift | None:
    """The frame, where giver and receiver are the two sides, or one is and the other unsaid; null else."""
    context = statement.context
    donor = side_of(giver.mention, context) if giver else None
    recipient = side_of(receiver.mention, context) if receiver else None
    if (giver and donor is None and not _is_stateless(giver)) or (receiver and recipient is None):
        return None
    if donor and donor == recipient:
        if giver is not None and giver.kind != "person":
            return None
        donor = None
    donor, recipient = donor or facing(recipient, context.pair), recipient or facing(donor, context.pair)
    if donor is None or recipient is None:
        return None
    return Gift(
        donor,
        recipient,
        match[0].lower().strip(),
        match.start(),
        match.end(),
        stop,
        giver is not None and receiver is not None,
    )


def _is_stateless(slot: Slot) -> bool:
    return isinstance(slot.mention.value, PersonValue) and slot.mention.value.iso3 is None
