"""Transfers in a statement: who gives, who receives, and the words between, as verbs and nouns of aid tell.

A `Gift` is the frame; what was given (amounts, counts, items) is read from its stretch of the skeleton by `transfers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from parsers.language.givers import giver_before
from parsers.language.lexicon import read_yaml
from parsers.language.mention import Mention, PersonValue, StateValue
from parsers.language.reading import Statement, kept
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.language.slots import Slot, any_of, clause_end, clause_start, slots

NAMED = r"\[(?:state|place|person):\d+\]"
TO = re.compile(
    rf"\b(?:to|for|toward|towards|in|into|at)(?: (?!in\b|to\b|for\b|and\b)[\w'’-]+){{0,6}}? "
    rf"(?P<who>{NAMED}|\[body:\d+\])",
    re.IGNORECASE,
)
FROM = re.compile(
    rf"\b(?:from|by)(?: (?!in\b|to\b|for\b|and\b)[\w'’-]+){{0,4}}? (?P<who>{NAMED}|\[body:\d+\])", re.IGNORECASE
)
_DIRECT = re.compile(
    rf"^ (?:the )?(?:(?:people|government|victims) of (?:the )?)?(?P<who>{NAMED})(?! (?:in )?(?:aid|"
    rf"assistance|soldiers|students|companies))(?='|’| with| a | an | about| more| over| some| up| another|"
    rf" \[| around| nearly| approximately| and|,| government| free| military| financial| food)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
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
    return re.compile(any_of(read_yaml("aid.yaml")[name]))


@cache
def _active() -> Folded:
    lists = read_yaml("aid.yaml")
    return Folded(any_of([*lists["gift_verbs"], *lists["verbs"]]))


@cache
def _passive() -> Folded:
    verbs = any_of(read_yaml("aid.yaml")["passive_verbs"])
    return Folded(rf"\b(?:was|were|been|being|is|are) (?:\w+ly )?{verbs}")


@cache
def _next_active() -> Folded:
    return Folded(rf"(?:,|and) (?:also |later |then |further |subsequently )?{_active().expression}")


_NO_VERB = re.compile(
    r"\b(?:was|were|been|being|is|are|be|a|an|the|of|by|its|their|for|in|with) (?:\w+ly )?$|\[person:\d+\]$"
)
_BY = re.compile(r"(?<!ed)(?<!ed up)(?<!\bgiven)(?<!\bmade) by $")
# An infinitive of giving tells of a gift after these; after any other word it may be a wish or a purpose.
_MEANT = re.compile(
    r"\b(?:first|second|third|only|last|\[rank:\d+\]) (?:[\w-]+ ){0,3}$|\b(?:began|begun|started|continued|continues|"
    r"decided|agreed|promised|pledged|offered|committed|volunteered|vowed|set out|rushed|pledging|agreeing) $"
)
# A part of the sum that went another way: "pledged [money], of which [money] was delivered".
_PART = re.compile(
    r", of which (?P<part>[^,;.]{0,30}\[money:\d+\](?: \w+){0,4}? (?:was|were|been) (?:\w+ly )?"
    r"(?:delivered|disbursed|provided|paid|released|given|sent|spent))\b"
)
_ENTITLED = ("given", "granted", "awarded", "offered", "promised", "provided with", "supplied with")
TELLS = re.compile(
    rf"^(?:the )?(?:government of (?:the )?)?(?P<who>{NAMED})(?: government)? (?:also |now |has |had |first |mainly )*"
    r"(?:supports?|supported|helps?|helped|assists?|assisted|provides?|provided|gives?|gave|financ\w+|fund(?:s|ed)|"
    r"donat\w+|sent|keeps|grant(?:s|ed)|pledged|offer(?:s|ed))\b",
    re.IGNORECASE,
)
_SOURCE_OF = re.compile(
    rf"(?P<who>{NAMED})(?:'s|’s|'|’)? (?:[a-z-]+ ){{0,3}}?(?:aid|assistance|relief|grants?|loans?"
    rf"|donations?|scholarships?|"
    r"rescue teams?|medical teams?|doctors|supplies)\b",
    re.IGNORECASE,
)


@kept
def given(statement: Statement) -> Iterator[Gift]:
    """Frames with an active verb: "A gave, sent, pledged … (B) … (to B)".

    Passives and infinitives of others are left out.
    """
    skeleton = statement.skeleton
    for match in _active().finditer(statement.low_skeleton):
        begin, stop = clause_start(skeleton, match.start()), stretch_end(skeleton, match.end())
        lead = skeleton[begin : match.start()].lower()
        going_on = match[0].endswith("ing") and re.search(r"\b(?:is|are|was|were|been) (?:\w+ly )?$", lead)
        gerund = match[0].endswith("ing") and _BY.search(lead)
        if (not going_on and not gerund and _NO_VERB.search(lead)) or (
            match[0].lower().startswith("to ") and not _MEANT.search(lead)
        ):
            continue
        giver = giver_before(statement, begin, match.start())
        if giver is None or giver.kind == "body":
            giver = _agency(statement, begin, match.start()) or giver
        if giver is None and re.search(r"\b(?:it|they|who) (?:also |has |had |have )*$", lead):
            giver = giver_before(statement, 0, begin)
        if re.search(
            r"^[^,;]{0,60}?\bto (?:the )?(?:\w+ )?\[quantity:\d+\]", skeleton[match.end() : stop]
        ) and _counts_states(statement, match.end(), stop):
            continue
        receiver = slot_in(statement, _DIRECT.match(skeleton[match.end() :])) or _receiver(statement, match.end(), stop)
        if receiver is None and _PART.match(skeleton, stop):
            receiver = _receiver(statement, stop, clause_end(skeleton, stop))
        gift = gift_of(statement, match, stop, giver, receiver)
        if gift is not None:
            yield gift


@kept
def passive(statement: Statement) -> Iterator[Gift]:
    """Frames with a passive verb: "X was donated by A (to B)", "B was given X by A"."""
    skeleton = statement.skeleton
    for match in _passive().finditer(statement.low_skeleton):
        begin, stop = clause_start(skeleton, match.start()), stretch_end(skeleton, match.end())
        part = _PART.search(skeleton, begin, match.end())
        begin = part.start("part") if part else begin
        by = slot_in(statement, FROM.search(skeleton[match.end() : stop]))
        receiver = _receiver(statement, match.end(), stop)
        gift, item = None, None
        if by is not None or receiver is not None:
            gift = gift_of(statement, match, stop, by, receiver if receiver is not by else None)
        else:
            gift, item = _of_subject(statement, match, begin, stop)
        if gift is not None:
            yield replace(gift, start=begin, end=begin, item=item)


def _of_subject(statement: Statement, match: re.Match[str], begin: int, stop: int) -> tuple[Gift | None, str | None]:
    """The frame of a passive whose sides stand in its subject, and the subject's words where that is what was given.

    "A's aid was delivered", "scholarships for B were introduced", "B was given [money]"; with no side in it, the donor
    told before, where the clause has an amount.
    """
    skeleton = statement.skeleton
    subject = skeleton[begin : match.start()]
    source = slot_in(statement, _SOURCE_OF.search(subject)) or slot_in(statement, FROM.search(subject))
    to = slot_in(statement, TO.search(subject))
    free = [one for one in slots(statement, "state", "person", "body") if begin <= one.start < match.start()]
    if re.search(r"\b(?:has|have|had|which|who|that|is|are|was|were)\b", subject):
        return None, None
    if source or to:
        lead = re.match(r"(?:(?:in|on|since|the|an?) |\[date:\d+\],? )*", subject, re.IGNORECASE)
        start = begin + (lead.end() if lead else 0)
        words = statement.document.text[statement.offset(start) : statement.offset(match.start())].strip(" ,")
        is_aid = aid_words("things").search(subject.lower()) is not None
        return (gift_of(statement, match, stop, source, to), words) if is_aid else (None, None)
    if free:
        entitled = match[0].lower().endswith(_ENTITLED) and not slots_between(statement, begin, match.start(), "money")
        return (gift_of(statement, match, stop, None, free[-1]) if entitled else None), None
    donor = told_donor(statement) if slots_between(statement, begin, match.start(), "money", "quantity") else None
    recipient = facing(donor, statement.context.pair)
    if donor is None or recipient is None:
        return None, None
    return Gift(donor, recipient, match[0].lower(), begin, begin, stop, False), None


def slots_between(statement: Statement, start: int, stop: int, *kinds: str) -> list[Slot]:
    """The slots of these kinds that begin within a stretch of the skeleton."""
    return [one for one in slots(statement, *kinds) if start <= one.start < stop]


def told_donor(statement: Statement) -> str | None:
    """The side of which the sentence before tells, as its subject, that it helps, supports, gives; null else."""
    previous = statement.context.previous
    for _ in range(4):
        if previous is None or previous.block.kind != "paragraph":
            return None
        subject = slot_in(previous, TELLS.search(previous.skeleton))
        if subject is not None:
            return side_of(subject.mention, previous.context)
        previous = previous.context.previous if previous.block is statement.block else None
    return None


def _agency(statement: Statement, begin: int, end: int) -> Slot | None:
    """The state whose agency for aid stands before a verb, as if it were named itself."""
    text = statement.document.text[statement.offset(begin) : statement.offset(end)]
    agencies = read_yaml("aid.yaml")["agencies"]
    found = re.search(any_of(agencies), text)
    if found is None:
        return None
    start = statement.offset(begin) + found.start()
    mention = Mention(start, start + len(found[0]), found[0], StateValue(agencies[found[0]]))
    return Slot("state", mention, begin, begin)


def _counts_states(statement: Statement, start: int, stop: int) -> bool:
    """Whether several states are counted in a stretch: what they get is not the pair's."""
    counted = [one for one in slots(statement, "quantity") if start <= one.start < stop]
    return any(getattr(one.mention.value, "unit", None) in ("states", "countries", "nations") for one in counted)


def stretch_end(skeleton: str, position: int) -> int:
    """Where the stretch of what was given ends: the clause, or the next verb of giving."""
    after = re.search(r", (?:and|which|while|as well as (?=\[state)|followed by)|;|\. ", skeleton[position:])
    end = clause_end(skeleton, position)
    part = _PART.search(skeleton, position, end)
    end = part.start() if part else end
    following = _next_active().search(skeleton.lower(), position)
    return min(end, following.start() if following else end, position + after.start() + 400 if after else end)


def _receiver(statement: Statement, start: int, stop: int) -> Slot | None:
    """The party after "to" or "for" in a stretch; the first that is a state's, or a body or third state."""
    return slot_in(statement, TO.search(statement.skeleton, start, stop))


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
        donor, recipient, match[0].lower(), match.start(), match.end(), stop, giver is not None and receiver is not None
    )


def _is_stateless(slot: Slot) -> bool:
    return isinstance(slot.mention.value, PersonValue) and slot.mention.value.iso3 is None
