"""Givers in a list of states: "aid was sent by A, C and D", "countries that helped included C and A"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import side_of
from parsers.phrases.gifts.frames.gift import first_of, other_side, slots_between
from parsers.phrases.gifts.givers.roles import Told, aid_noun
from parsers.phrases.gifts.givers.subjects import PARTY
from parsers.phrases.gifts.words import BUILT, aid_words

_MANY = r"(?:countries|nations|states|governments|donors?|teams|contributors)"
_LISTED = Folded(
    rf"(?:\b(?P<means>(?:help|aid|assistance|support|participation) (?:of|from))(?: the)? |\b(?P<lead>from|by"
    rf"|such as|including|among them|{_MANY}\b[^,;\[]{{0,60}}?(?: to(?: the)? \[state:\d+\])? "
    rf"(?:includ(?:e|ed|es|ing)|were|are|was)|"
    rf"among (?:the )?{_MANY}[^,;\[]{{0,60}}? (?:were|are|was)) )?"
    rf"(?P<list>{PARTY}(?:,(?: and)? {PARTY})*(?:,? (?:and|as well as) (?:{PARTY}|(?:some |many |several )?other "
    rf"{_MANY}))?)(?P<gives> (?:have |has |had |also |jointly )*(?:[a-z]+ed|gave|sent)\b)?"
)


def listed_giver(statement: Statement, begin: int, end: int) -> tuple[str, re.Match[str]] | None:
    """The side that stands in a list of givers with third states, and the list; null where none or both sides do."""
    low = statement.low_skeleton
    if low.count("[state:", begin, end) + low.count("[place:", begin, end) < 2 and "other" not in low:
        return None
    for listed in _LISTED.finditer(statement.low_skeleton, begin, end):
        named = slots_between(statement, *listed.span("list"), "state", "place")
        sides = {side_of(one.mention, statement.context) for one in named}
        own = [side for side in sides if side]
        is_list = _AND.search(listed["list"]) and (None in sides or "other" in listed["list"])
        if is_list and len(own) == 1 and (listed["lead"] or listed["gives"] or listed["means"]):
            return own[0], listed
    return None


_AND = re.compile(r",| and ")


def of_listed(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What a side gave with others, without a sum: "relief came from C, A and D", "among the donors were A and C".

    Not read: sums and counts, which are those of all.
    """
    found = listed_giver(statement, begin, end)
    if found is None or found[1]["lead"] is None or re.search(r"\[(?:money|quantity):", statement.skeleton[begin:end]):
        return
    donor, listed = found
    low = statement.low_skeleton
    others = [*slots_between(statement, begin, listed.start("list"), "state", "place"),
              *slots_between(statement, listed.end("list"), end, "state", "place")]  # fmt: skip
    thing = first_of((aid_noun(), aid_words("things"), _DONORS), low, begin, end)
    thing = thing or _paid_works(low, begin, listed.start("list"))
    sides = {side_of(one.mention, statement.context) for one in others} - {None}
    if thing and sides <= {other_side(statement, donor)}:
        yield Told(donor, *thing.span(), "sent", (end, end))


def _paid_works(low: str, begin: int, end: int) -> re.Match[str] | None:
    """Works for the public that those of a list paid for or built: "the port was funded by C and A"."""
    found = _PAID.search(low, begin, end)
    is_public = found and aid_words("helped").search(low, begin, found.start())
    return _WORKS.match(low, begin, found.start()) if found and is_public else None


_PAID = re.compile(
    r" (?:is|are|was|were|been|being) (?:[a-z]+ly )?(?:(?:co-)?financed|(?:co-)?funded|paid for|sponsored|"
    rf"{BUILT})(?: [a-z]+ly)? by $"
)
_WORKS = re.compile(r"(?:[^,\[]{0,30}, )?(?:the |an? )?[^,;]{3,80}")
_DONORS = re.compile(r"\b(?:(?:main |largest |major |key )?donors|help|relief|rescue teams)\b")
