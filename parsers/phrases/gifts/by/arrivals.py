"""Givers of relief that arrived: "20 tonnes of food arrived from A", "a plane with aid landed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.phrases.gifts.by.helpers import AT_WAR, helpers_named
from parsers.phrases.gifts.columns.items import phrase_end
from parsers.phrases.gifts.frames.gift import FROM, first_of, other_side, side_at, slot_in, slots_between
from parsers.phrases.gifts.givers.of_section import giver_near
from parsers.phrases.gifts.givers.roles import Told, aid_noun, parties, sides_in
from parsers.phrases.gifts.givers.told_before import told_donor
from parsers.phrases.gifts.words import aid_words


def of_arrival(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Relief that reached one side from the other: "20 tonnes of food arrived from A", "a plane with aid landed".

    Not read: arrivals without a word of relief; what is not counted, where only the section tells who gives.
    """
    low = statement.low_skeleton
    verb = _ARRIVED.search(low, begin, end)
    thing = _relief(statement, begin, verb.start()) if verb else None
    if verb is None or thing is None:
        return
    asked = _ASKED_BY.search(low, verb.end(), end)
    source = slot_in(statement, FROM.search(low, verb.end(), asked.start() if asked else end))
    ahead = sides_in(statement, begin, verb.start())
    near = parties(statement, verb.end(), min(end, verb.end() + 45))
    there = [side for side, start, _ in near if source is None or start != source.start]
    is_home = source is None and bool(near) and " from " in low[verb.end() : near[0][1]]  # "came from the school in A"
    recipient = next(iter(there), None)
    told = giver_near(statement) if "[quantity" in low[begin:end] else told_donor(statement)
    donor = near[0][0] if is_home else side_at(statement, source)
    donor = donor or (other_side(statement, recipient) if len(ahead) < 2 else None) or told
    is_theirs = ahead <= {donor} and there[:1] in ([], [other_side(statement, donor)])
    if donor and is_theirs and (source or asked or donor in {*ahead, *there, told}):
        yield Told(donor, *thing, "sent", (begin, end))


# Who called for it got it: "came in response to an appeal by B".
_ASKED_BY = re.compile(
    r" (?:in response to|at|on|after|following) (?:an?|the) (?:[a-z]+ )?(?:call|request|appeal|plea)\b"
)


def _relief(statement: Statement, begin: int, verb: int) -> tuple[int, int] | None:
    """The span of what arrived, where it is relief: called aid, counted goods, people who help."""
    low = statement.low_skeleton
    shapes = (_RELIEF, aid_noun(), helpers_named())
    flows = low.startswith(("poured", "flowed"), verb)
    found = first_of((*shapes, aid_words("things")) if flows else shapes, low, begin, verb)
    if found is not None:
        return found.start(), max(found.end(), min(verb, phrase_end(statement, found.start(), verb)))
    for counted in slots_between(statement, begin, verb, "quantity"):
        words = counted.mention.text.lower()
        if words.endswith("volunteers") and AT_WAR.search(low):
            continue
        if aid_words("goods").search(words) or aid_words("things").search(words) or helpers_named().search(words):
            return counted.start, counted.end
    return None


_ARRIVED = Folded(r"\b(?:poured|flowed|arrived|landed|docked|flew|reached|came|entered)\b")
_RELIEF = re.compile(
    r"(?:relief|rescue|medical|humanitarian|emergency) (?:[a-z]+ )?(?:material|goods|supplies|items|equipment|cargo"
    r"|convoys?|"
    r"teams?|"
    r"workers|staff|personnel)\b|\b(?:vaccines?|ventilators|masks|ambulances?|medicines?|field hospital|tents|blankets|"
    r"firefighters|doctors|nurses)\b"
)
