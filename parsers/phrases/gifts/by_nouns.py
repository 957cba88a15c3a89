"""Givers of what a clause calls aid: "A's aid", "loans from A", "B got aid", "food was sent", "A is a donor"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.phrases.gifts.checks import is_aid
from parsers.phrases.gifts.gift import FROM, NAMED, Gift, active_verbs, aid_words, slot_in, slots_between
from parsers.phrases.gifts.giving import is_act
from parsers.phrases.gifts.giving_passive import passive_verbs
from parsers.phrases.gifts.proofs import is_thing
from parsers.phrases.gifts.roles import Told, aid_noun, gets, is_there, is_title, owner, source, subject
from parsers.phrases.gifts.told_donors import told_donor
from parsers.phrases.gifts.transfers import transfers


def of_noun(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What a clause calls aid, and whose it is: "A's aid", "loans from A", "aid that A gives"."""
    low = statement.low_skeleton
    for noun in aid_noun().finditer(low, begin, end):
        donor = owner(statement, begin, noun.start()) or source(statement, noun.end(), end)
        if noun[0].endswith(("country", "countries")) and "[money" not in low[begin:end]:
            continue
        if donor and gets(statement, donor, begin, end) is not None and not is_title(statement, noun.start()):
            yield Told(donor, noun.start(), noun.end())
    for paid in _PAID.finditer(low, begin, end):
        slot = slot_in(statement, paid)
        donor = side_of(slot.mention, statement.context) if slot else None
        helped = aid_words("helped").search(low, paid.end(), min(end, paid.end() + 40))
        if donor and helped:
            yield Told(donor, paid.end(), helped.end())


_PAID = re.compile(rf"(?P<who>{NAMED})-(?:funded|financed|donated|sponsored|assisted|supported|backed)\b")


def of_getting(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What one side got where the other stands behind "from", or is told by the text before."""
    low = statement.low_skeleton
    noun = aid_noun().search(low, begin, end)
    verb = _GETS.search(low, begin, noun.start()) if noun else None
    if noun and verb:
        receiver = subject(statement, begin, verb.start())
        source = slot_in(statement, FROM.search(low, verb.end(), end))
        donor = side_of(source.mention, statement.context) if source else told_donor(statement)
        if donor and receiver == facing(donor, statement.context.pair):
            yield Told(donor, noun.start(), noun.end())


_GETS = re.compile(r"\b(?:receiv|got|gets|obtain|benefi|secured|accepted|granted|given|awarded|provided)\w*\b")


def of_giving(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What one side gives in a clause, wherever the other stands in it: "donated to the army of B two jeeps"."""
    low = statement.low_skeleton
    for verb in active_verbs().finditer(low, begin, end):
        is_done = is_act(verb[0], low[begin : verb.start()], by_agency=False) and not is_title(statement, verb.start())
        donor = subject(statement, begin, verb.start()) if is_done else None
        recipient = facing(donor, statement.context.pair)
        if donor and recipient and (there := gets(statement, donor, begin, end)) is not None:
            gift = Gift(donor, recipient, verb[0].strip(), verb.start(), verb.end(), end, there)
            if is_aid(statement, gift) and any(is_thing(statement, gift, one) for one in transfers(statement, gift)):
                thing = aid_words("things").search(low, verb.end(), end)
                yield Told(donor, *(thing.span() if thing else (verb.end(), end)), verb[0].strip())


def of_passive(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What was given to one side, by the other or by the one that the text before tells."""
    low = statement.low_skeleton
    for verb in passive_verbs().finditer(low, begin, end):
        agent = slot_in(statement, _BY.search(low, verb.end(), end))
        donor = side_of(agent.mention, statement.context) if agent else told_donor(statement)
        shapes = (aid_noun(), aid_words("things"), aid_words("goods"))
        thing = next((one for shape in shapes if (one := shape.search(low, begin, verb.start()))), None)
        counted = slots_between(statement, begin, verb.start(), "money", "quantity")
        if donor and (thing or counted) and gets(statement, donor, begin, end) is not None:
            yield Told(donor, *(thing.span() if thing else (begin, verb.start())), "given")


_BY = re.compile(rf"\bby(?: (?!in\b|to\b|for\b|and\b)[\w'’-]+){{0,4}} (?P<who>{NAMED})")


def of_donor(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What a side is to the other: "one of B's main donors", "a source of aid to B"."""
    low = statement.low_skeleton
    for noun in _DONOR.finditer(low, begin, end):
        donor = subject(statement, begin, noun.start("is"))
        is_of_both = noun["noun"].endswith(("partner", "partners")) and "[money" not in low[begin:end]
        if donor and not is_of_both and is_there(statement, donor, begin, end):
            yield Told(donor, *noun.span("noun"))


_DONOR = Folded(
    r"\b(?P<is>(?:is|are|was|were|been|became|become|remains|remained|being|ranks|ranked|as))\b"
    r"(?:(?!among )[^,;]){0,60}?"
    r"(?P<noun>(?:(?!blood |organ )(?:[\w-]+ ){0,2}?)(?:donors?|financiers?|benefactors?|development partners?|"
    r"(?<!possible )(?<!potential )(?:source|provider|contributor|supplier|giver)s? of "
    r"(?:[a-z-]+ ){0,4}?(?:aid|assistance|loans|grants|funding)))\b"
)


def of_told(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What the aid, told right before, went to or came to: "Assistance focused on roads", "aid came to [money]"."""
    low = statement.low_skeleton
    found = _BARE.match(low, begin, end) or _SUM_IN.search(low, begin, end)
    donor = told_donor(statement) if found else None
    named = {
        side_of(one.mention, statement.context)
        for one in slots_between(statement, begin, end, "state", "body", "place")
    }
    if found and donor and named <= {facing(donor, statement.context.pair)}:
        yield Told(donor, *found.span("noun"))


_SUM_IN = re.compile(
    r"\[money:\d+\] (?:in|of|worth of) (?P<noun>(?:[a-z]+ ){0,3}?(?:aid|assistance|grants?|loans?|relief))\b"
)

_BARE = re.compile(
    r"(?:in (?:the )?\[date:\d+\],? )?(?:the |this |its |their |most |such |other |total |annual |all |much |"
    r"bilateral |overall )*"
    r"(?P<noun>(?:[a-z]+ )?(?:aid|assistance|cooperation|funding|support|grants|loans|projects))\b"
    r"(?! (?:between|from|of|agreement|with)\b)"
)
