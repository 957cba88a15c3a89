"""The frame of a transfer, its parties, and the stretch of the skeleton that holds what was given."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from parsers.language.mention import PersonValue
from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import facing, present, side_of
from parsers.language.slots import Slot, clause_end, clause_start, mention_of, slots, words_of
from parsers.language.states import find_states
from parsers.language.sweep import lowered
from parsers.phrases.gifts.givers.subjects import state_agency
from parsers.phrases.gifts.words import active_verbs

NAMED = r"\[(?:state|place|person):\d+\]"
# "In [A]'s aid" names the giver, not who gets it.
_NO_OWNER = (
    r"(?!(?:'s|’s|'|’)? (?:(?!(?:to|for|in|and|with|as|of|by|from|through|via)\b)[a-z-]+ ){0,3}?(?:aid|assistance|"
    r"relief|grants?|loans?|donations?|scholarships?|help|"
    r"support|money|funds|funding|credits?|debts?)\b)"
)
TO = re.compile(
    rf"\b(?:(?:to|for) the \[date:\d+\](?= \[)|to|for|toward|towards|in|into|at)"
    rf"(?: (?!in\b|to\b|for\b|and\b|by\b|from\b|which\b|whom\b|whose\b)[\w'’-]+){{0,6}}? "
    rf"(?P<who>(?:{NAMED}|\[body:\d+\]){_NO_OWNER})",
    re.IGNORECASE,
)
# Students from a side are those who get it, and no source of it.
FROM = re.compile(
    r"\b(?:(?<!students )(?<!pupils )(?<!patients )(?<!graduates )(?<!trainees )(?<!scholars )(?<!refugees )"
    r"(?<!orphans )from|by)"
    r"(?: the (?:Ministry|Department) (?:of|for) (?:[a-z][\w-]*,? ){1,5}?of"
    r"| the (?:(?:Export|Import|Exim|Development|Investment|State|National|Industrial)[ -–](?:and )?){1,4}Bank of)?"
    rf"(?: (?!in\b|to\b|for\b|and\b)[\w'’-]+){{0,4}}? (?P<who>{NAMED}|\[body:\d+\])",
    re.IGNORECASE,
)

# "The talks resulted in B receiving": the other gives, whoever is named.
RESULTED = re.compile(rf"\b(?:result(?:ed|ing|s) in|led to|leading to|saw)(?: the)? (?P<who>{NAMED}) $")


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


def lead_of(statement: Statement, gift: Gift) -> str:
    """The words of a frame's clause before the frame, in lower case."""
    low = statement.low_skeleton
    return low[clause_start(low, gift.start) : gift.start]


def clause_of(statement: Statement, gift: Gift) -> str:
    """The clause of a frame, in lower case."""
    low = statement.low_skeleton
    return low[clause_start(low, gift.start) : clause_end(low, gift.stop)]


def told_in(statement: Statement, gift: Gift) -> str:
    """The words of the text that a frame spans, in lower case."""
    return words_of(statement, gift.start, gift.stop).lower()


# Another act of the same subject.
ONWARD = re.compile(
    r",? and (?:also |later |then )?[a-z]+(?<!need)ed (?!to\b|by\b|in\b|for\b)|"
    r", and (?:(?:about|around|over|some|more than|nearly) )?\[quantity:\d+\] (?:are|were|is|was|have|had|has|stud\w+|"
    r"work\w*)\b"
)
# A part of the sum that went another way: "pledged [money], of which [money] was delivered".
PART = re.compile(
    r", of which (?P<part>[^,;.]{0,30}\[money:\d+\](?: \w+){0,4}? (?:was|were|been) (?:\w+ly )?"
    r"(?:delivered|disbursed|provided|paid|released|given|sent|spent))\b"
)


def slots_between(statement: Statement, start: int, stop: int, *kinds: str) -> list[Slot]:
    """The slots of these kinds that begin within a stretch of the skeleton."""
    return [one for one in slots(statement, *kinds) if start <= one.start < stop]


@cache
def _following() -> Folded:
    """The next verb of giving or getting, of the same subject or of another."""
    return Folded(
        rf"(?:,(?! opened| completed)|and|in addition to|as well as|besides|\b(?:country|government|which|who|it|"
        rf"they)) (?:also |later |then |further |subsequently )?(?:{active_verbs().expression}|"
        r"(?<!funded and )(?<!financed and )(?:trained|built|rebuilt|constructed|educated) (?!by\b|in\b|with\b|"
        r"at\b)|(?:receiv|obtain|secur"
        r"|borrow)(?:ed|es|ing)\b|(?:got|took out|is|was|has|had|hop(?:es|ed)|ow(?:es|ed)|agreed|wants|wanted|asked)\b)"
    )


# "…, and the bilateral trade had reached": another clause.
_NEXT_CLAUSE = re.compile(
    r",? (?:and|while) (?:the|its|their|bilateral|total|mutual|annual) (?:(?!that\b|which\b|who\b)[a-z]+ ){1,3}"
    r"(?:had|has|have|was|were|is|are|rose|reached|grew|stood) (?!\[)|"
    r", and in (?:the )?\[date:\d+\],? (?:the )?\[(?:state|person|place):\d+\] |"
    r",? and (?:with [^,;]{1,40}, |with it )?(?:about |over |some |nearly |more than )?\[quantity:\d+\] "
    r"(?:(?!that\b|which\b|who\b)[a-z]+ ){0,3}(?:had|has|have|was|were|is|are) "
)


def stretch_end(skeleton: str, position: int) -> int:
    """Where the stretch of what was given ends: the clause, or the next verb of giving."""
    after = re.search(r", (?:and|which|while|as well as (?=\[state)|followed by)|;|\. ", skeleton[position:])
    end = clause_end(skeleton, position)
    part = PART.search(skeleton, position, end)
    end = part.start() if part else end
    another = _NEXT_CLAUSE.search(skeleton, position, end)
    end = another.start() if another else end
    following = _following().search(lowered(skeleton), position)
    return min(end, following.start() if following else end, position + after.start() + 400 if after else end)


def receiver_in(statement: Statement, start: int, stop: int) -> Slot | None:
    """The party after "to" or "for" in a stretch; the first that is a state's, or a body or third state."""
    onward = ONWARD.search(statement.skeleton, start, stop)
    limit = onward.start() if onward else stop
    found = _AS_A_GIFT.search(statement.skeleton, start, limit) or TO.search(statement.skeleton, start, limit)
    while found and _is_none(statement.skeleton, start, found):
        found = TO.search(statement.skeleton, found.end(), limit)
    slot = slot_in(statement, found)
    slot = _beyond(statement, slot, limit) or slot
    people = people_in(statement, _TO_PEOPLE.search(statement.skeleton, start, limit))
    if slot is None or (people is not None and people.start < slot.start):
        return people
    if slot.kind != "body":
        return slot
    return state_agency(statement, slot.start, slot.end) or slot


def _is_none(skeleton: str, start: int, found: re.Match[str]) -> bool:
    """Whether a party behind "to" or "in" got nothing: it is compared, or only the place of a meeting, or where things
    were made.
    """
    is_venue = found["who"].startswith("[place") and _VENUE.search(skeleton, start, found.start()) is not None
    is_school = skeleton.startswith(("in ", "at "), found.start()) and _STUDY.search(skeleton, start, found.start())
    is_maker = skeleton.startswith("in ", found.start()) and skeleton.endswith(("made ", "Made "), 0, found.start())
    return bool(is_venue or is_school or is_maker) or _COMPARED.search(skeleton, start, found.start() + 3) is not None


# Where those who are paid for study is not who gets it: "a grant for nurses to study in A".
_STUDY = re.compile(
    r"\bto (?:study|be (?:trained|educated|treated)|(?:pursue|complete|continue) [a-z]+) (?:[a-z]+ ){0,3}$|"
    r"\btheir (?:[a-z]+ ){0,2}(?:education|studies|training|tuition|schooling) $"
)


_COMPARED = re.compile(
    r"\b(?:second only|compared|according|due|thanks|contrast|prior|similar|close|next|relative|opposed|owing) to $"
)


def _beyond(statement: Statement, body: Slot | None, limit: int) -> Slot | None:
    """The side for which a body got something: "to the Red Cross's effort in B"; null where no body did, or none is."""
    if body is None or body.kind != "body":
        return None
    found = slot_in(statement, _FOR_SIDE.match(statement.skeleton, body.end, limit))
    return found if found and side_of(found.mention, statement.context) else None


_FOR_SIDE = re.compile(rf"(?:'s|’s)?(?: [a-z]+){{0,3}} (?:in|for)(?: the)?(?: (?:people|victims) of)? (?P<who>{NAMED})")
# "Gave a house in A as a gift to B": B gets it, wherever it is.
_AS_A_GIFT = re.compile(rf"\bas an? (?:[a-z]+ )?(?:gift|present|donation) (?:to|for)(?: the)? (?P<who>{NAMED})")
# Where those who give met is not who gets it: "pledged [money] at a conference in [place]".
_VENUE = re.compile(r"\b(?:conference|summit|meeting|session|forum|talks|ceremony|event)(?: held)? $")
_TO_PEOPLE = re.compile(
    r"\b(?:to|for)(?: (?:educate|train|teach|treat)(?= [^,;]{0,20}\[quantity))?"
    r"(?: (?:about|over|some|more than|up to|nearly|around|at least|an? (?:additional|further)|the|each of the))* "
    r"(?P<who>\[quantity:\d+\])"
)


def people_in(statement: Statement, match: re.Match[str] | None) -> Slot | None:
    """The state whose people a count names ("300 [A] students"), as if it were named itself; null where it names
    none."""
    counted = slot_in(statement, match)
    return people_of(statement, counted) if counted else None


def people_of(statement: Statement, counted: Slot) -> Slot | None:
    """The state whose people or things a slot counts, as if it were named there; null where it names none."""
    own = next(iter(statement.inside(counted.mention, "state")), None)
    return Slot("state", own, counted.start, counted.end) if own else None


def first_of(shapes: Iterable[re.Pattern[str] | Folded], text: str, begin: int, end: int) -> re.Match[str] | None:
    """What the first of several shapes that finds anything in a stretch finds; null where none does."""
    return next((found for shape in shapes if (found := shape.search(text, begin, end))), None)


def slot_in(statement: Statement, match: re.Match[str] | None, name: str = "who") -> Slot | None:
    """The slot that a match holds as a named group; null where there is no match or the group is not filled."""
    if match is None or match[name] is None:
        return None
    mention = mention_of(statement, match[name])
    return Slot(mention.kind, mention, match.start(name), match.end(name))


def side_at(statement: Statement, slot: Slot | None) -> str | None:
    """The side that a slot names; null where it names none, or there is no slot."""
    return side_of(slot.mention, statement.context) if slot else None


def named_side(statement: Statement, slot: Slot) -> str | None:
    """The side of a slot; of a body that is named after a side, that one."""
    if slot.kind != "body":
        return side_of(slot.mention, statement.context)
    inside = [side_of(one, statement.context) for one in find_states(slot.mention.text, statement.context.pair)]
    return next((side for side in inside if side), None) or side_of(slot.mention, statement.context)


def other_side(statement: Statement, side: str | None) -> str | None:
    """The side that faces one, as the statement names it: the Soviet Union, where it is named and not Russia."""
    other = facing(side, statement.context.pair)
    named = {side_of(one, statement.context) for one in statement.of("state")} - {None}
    past = [one for one in named if one != other and one and present(one, statement.context.pair) == other]
    return past[0] if len(past) == 1 and other not in named else other


def side_in(statement: Statement, match: re.Match[str] | None, name: str = "who") -> str | None:
    """The side that a match names in a named group; null where it names none there."""
    return side_at(statement, slot_in(statement, match, name))


def gift_of(
    statement: Statement, match: re.Match[str], stop: int, giver: Slot | None, receiver: Slot | None
) -> Gift | None:
    """The frame, where giver and receiver are the two sides, or one is and the other unsaid; null else."""
    donor, recipient = side_at(statement, giver), side_at(statement, receiver)
    if any(slot and side is None and not _is_stateless(slot) for slot, side in ((giver, donor), (receiver, recipient))):
        return None
    if donor and donor == recipient:
        if giver is not None and giver.kind != "person":
            return None
        donor = None
    donor, recipient = donor or other_side(statement, recipient), recipient or other_side(statement, donor)
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
    """Whether a slot is a person of whom no state is known."""
    return isinstance(slot.mention.value, PersonValue) and slot.mention.value.iso3 is None
