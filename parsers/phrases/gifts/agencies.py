"""Frames of what a state's agency for aid did in the other state, whatever it is: "[agency] restored a caravanserai in
[place]", "a clinic in [place] was equipped by [agency]"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.language.slots import clause_end, clause_start, slots
from parsers.phrases.gifts.gift import Gift
from parsers.phrases.gifts.giving import agency_in
from parsers.phrases.gifts.relief import frame_of

_DOES = (
    r"(?:support(?:s|ed)|built|builds|rebuilt|restored|renovated|repaired|rehabilitated|implement(?:s|ed)|finance[sd]|"
    r"fund(?:s|ed)|equip(?:s|ped)|runs|ran|operate[sd]|conduct(?:s|ed)|carried out|carries out|organi[sz]e[sd]|"
    r"undertook|"
    r"undertakes|established|set up|opened|help(?:s|ed)|assist(?:s|ed)|constructed|drilled|dug|installed|promote[sd])"
)
_ACTIVE = Folded(
    rf" (?:has |have |had |also |is |been |later )*{_DOES} (?:(?:the|an?|its|with|in) )?"
    r"(?P<item>(?!(?:[a-z]+ ){0,2}(?:offices?|branch|mission|headquarters|visits?|talks|meetings?|surveys?)\b)"
    r"[a-z](?:[^;,\[]|\[(?:place|state):\d+\]){4,90})"
)
_PASSIVE = Folded(
    r"(?P<item>(?:[^;,\[]|\[(?:place|state):\d+\]){4,90}?),? (?:which )?(?:was|were|is|are|has been|have been|"
    r"being) (?:also )?"
    r"(?:supported|built|rebuilt|restored|renovated|repaired|rehabilitated|implemented|financed|funded|equipped|run|"
    r"carried out|organi[sz]ed|undertaken|established|set up|opened|constructed|drilled|dug|installed) by\b"
)
_END = re.compile(r" (?:in|on|by|since|during|between|from) \[date|, | and (?:[a-z]+ed|also)\b|\.?$")
_ARTICLE = re.compile(r"(?:the|an?|its|also) ", re.IGNORECASE)


def agency_names() -> tuple[str, ...]:
    """The names of the agencies of states for aid, in lower case."""
    return tuple(name.lower() for name in read_yaml("aid.yaml")["agencies"])


def by_agency(statement: Statement) -> Iterator[Gift]:
    """Frames of works and help of a state's agency for aid in the other state.

    Not read: offices of its own, meetings; where a third state is named, or the other state is not; counts and sums.
    """
    low = statement.low_skeleton
    named = slots(statement, "state", "place")
    agency = agency_in(statement, 0, len(low)) if "[money" not in low and "[quantity" not in low else None
    donor = side_of(agency.mention, statement.context) if agency else None
    sides = {side_of(one.mention, statement.context) for one in named}
    if agency is None or donor is None or None in sides or facing(donor, statement.context.pair) not in sides:
        return
    active = _ACTIVE.match(low, agency.end) if low[agency.end : agency.end + 1] == " " else None
    passive = None if active else _PASSIVE.search(low, clause_start(low, agency.start), agency.start)
    match = active or passive
    if match is not None and (active or clause_end(low, match.end()) > agency.start):
        start, stop = match.span("item")
        article = _ARTICLE.match(low, start)
        start = article.end() if article else start
        end = _END.search(low, start, stop)
        is_there = low.startswith("in ", start)  # "the agency operated in B": the agency itself is what was given
        item = (agency.start, agency.end) if is_there else (start, end.start() if end else stop)
        yield from frame_of(statement, match, donor, item, "helped")
