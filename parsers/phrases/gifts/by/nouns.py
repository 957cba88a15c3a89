"""Givers of what a clause calls aid: "A's aid", "loans from A", "B got aid", "food was sent", "A is a donor"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.mention import PersonValue
from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import side_of
from parsers.phrases.gifts.columns.items import counts_things, phrase_end
from parsers.phrases.gifts.frames.active_givers import is_act
from parsers.phrases.gifts.frames.gift import (
    NAMED,
    ONWARD,
    Gift,
    first_of,
    other_side,
    side_at,
    side_in,
    slot_in,
    slots_between,
)
from parsers.phrases.gifts.frames.passive_clauses import passive_verbs
from parsers.phrases.gifts.givers.of_section import giver_near
from parsers.phrases.gifts.givers.roles import Told, aid_noun, gets, is_title, owner, source, subject
from parsers.phrases.gifts.proofs.things import holds_aid
from parsers.phrases.gifts.words import active_verbs, aid_words


def of_noun(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What a clause calls aid, and whose it is: "A's aid", "loans from A", "aid that A gives"."""
    low = statement.low_skeleton
    for noun in aid_noun().finditer(low, begin, end):
        donor = owner(statement, begin, noun.start()) or source(statement, noun.end(), end)
        if noun[0].endswith(("country", "countries")) and "[money" not in low[begin:end]:
            continue
        if noun[0] in ("grant", "aid") and _OBJECT.match(low, noun.end()):
            continue
        if donor and noun[0].endswith("ships") and _learns(statement, donor, begin, noun.start()):
            continue
        if donor and gets(statement, donor, begin, end) is not None and not is_title(statement, noun.start()):
            yield Told(donor, *_goes_to(statement, noun, end))
    for paid in _PAID.finditer(low, begin, end):
        donor = side_in(statement, paid)
        helped = aid_words("helped").search(low, paid.end(), min(end, paid.end() + 40))
        if donor and helped:
            yield Told(donor, paid.end(), helped.end())


# "They grant [A] citizens": the noun is a verb there.
_OBJECT = re.compile(r" (?:the |each |all |any )?\[(?:state|place|person):\d+\] [a-z]")


def _learns(statement: Statement, side: str, begin: int, end: int) -> bool:
    """Whether students of a side stand in a stretch: what it pays them is no aid."""
    return any(side_in(statement, one) == side for one in _STUDENTS.finditer(statement.low_skeleton, begin, end))


_STUDENTS = re.compile(rf"(?P<who>{NAMED}) (?:students|nationals|citizens|pupils|cadets|scholars)\b")


def _goes_to(statement: Statement, noun: re.Match[str], end: int) -> tuple[int, int]:
    """The span of what aid is for ("A's aid focused on roads"), else of what it is called."""
    focus = _FOCUS.match(statement.low_skeleton, noun.end(), end)
    return (focus.end(), phrase_end(statement, focus.end(), end)) if focus else noun.span()


_FOCUS = re.compile(
    rf"(?: (?:to|in|for|with)(?: the)? {NAMED})?(?: (?:in|since|for|during) \[date:\d+\])?(?:, [^,;]{{3,60}},)?"
    r"(?: (?:has|had|have|also|been|was|is|are|were|[a-z]+ly))* (?:focus\w*(?: [a-z]+ly)? (?:on|in)|"
    r"concentrat\w+ (?:on|in)|prioriti\w+|directed (?:to|towards|at)|(?:went|goes|aimed|channell?ed|used|spent)"
    r"(?: [a-z]+ly)? (?:to|on|for|at|towards?)|towards|consist\w*(?: [a-z]+ly)? of|cover(?:s|ed)|includ(?:es|ed)|"
    r"target(?:s|ed)|contributed to|financed|funded|paid for|centr?e?red on)(?: \[quantity:\d+\](?: of [a-z]+)?:)? "
)

_PAID = re.compile(
    rf"(?P<who>{NAMED})(?:(?: government)?-(?:funded|financed|donated|sponsored|assisted|supported|backed)\b|"
    rf"(?:'s|’s)? (?:money"
    rf"|funds|grants?|"
    r"loans?|credits?) (?:has |have |also )*(?:paid for|financed|funded|built)\b)"
)


def of_giving(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What one side gives in a clause, wherever the other stands in it: "donated to the army of B two jeeps"."""
    low = statement.low_skeleton
    for verb in active_verbs().finditer(low, begin, end):
        is_done = is_act(verb[0], low[begin : verb.start()], by_agency=False) and not is_title(statement, verb.start())
        donor = subject(statement, begin, verb.start()) if is_done else None
        recipient = other_side(statement, donor)
        there = gets(statement, donor, begin, end) if donor else None
        if donor and recipient and there is not None and (there or not verb[0].strip().startswith("spen")):
            gift = Gift(donor, recipient, verb[0].strip(), verb.start(), verb.end(), end, there)
            if holds_aid(statement, gift):
                thing = aid_words("things").search(low, verb.end(), end)
                onward = ONWARD.search(low, verb.end(), end)
                stop = onward.start() if onward else end
                amounts = None if aid_noun().search(low, begin, verb.start()) else (verb.end(), stop)
                item = thing.span() if thing else (verb.end(), phrase_end(statement, verb.end(), end))
                yield Told(donor, *item, verb[0].strip(), amounts)


def of_passive(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What was given to one side, by the other or by the one that the text around tells; not by a dealer or a firm."""
    low = statement.low_skeleton
    for verb in passive_verbs().finditer(low, begin, end):
        agent = slot_in(statement, _BY.search(low, verb.end(), end))
        if agent is None and _BY_OTHERS.match(low, verb.end(), end):
            continue
        donor = side_of(agent.mention, statement.context) if agent else giver_near(statement)
        thing = first_of((aid_noun(), aid_words("things"), aid_words("goods")), low, begin, verb.start())
        counted = slots_between(statement, begin, verb.start(), "money", "quantity")
        counted = [one for one in counted if one.kind == "money" or counts_things(one)]
        if donor and (thing or counted) and gets(statement, donor, begin, end) is not None:
            yield Told(donor, *(thing.span() if thing else (begin, verb.start())), "given")


_BY_OTHERS = re.compile(r" by (?!(?:the )?(?:[a-z]+ (?:and [a-z]+ )?)?(?:governments?|cabinet|ministry|embassy)\b)")
_BY = re.compile(rf"\bby(?: (?!in\b|to\b|for\b|and\b)[\w'’-]+){{0,4}} (?P<who>{NAMED})")


def of_donor(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What a side is to the other: "one of B's main donors", "a source of aid to B"."""
    low = statement.low_skeleton
    for noun in _DONOR.finditer(low, begin, end):
        donor = side_in(statement, noun, "made") if noun["made"] else subject(statement, begin, noun.start("is"))
        is_of_both = noun["noun"].endswith(("partner", "partners")) and "[money" not in low[begin:end]
        there = gets(statement, donor, begin, end) if donor else None
        if donor and not is_of_both and (there or (there is False and not _AMONG.match(noun["noun"]))):
            with_sum = slots_between(statement, noun.end(), end, "money")
            of_what = _OF_AID_NOUN.match(low, noun.end(), end)
            item = of_what.span("what") if of_what else noun.span("noun")
            yield Told(donor, *((noun.end(), noun.end()) if with_sum else item))


_DONOR = Folded(
    r"\b(?:(?P<is>(?:is|are|was|were|been|became|become|becoming|remains|remained|being|ranks|ranked|as)|"
    r"continue[sd]? to "
    rf"be|(?:is|was|are) (?:regarded|considered|seen|counted|numbered|listed)(?: as)?)\b|mak(?:es?|ing)(?: the)? "
    rf"(?P<made>{NAMED})(?: (?:historically|traditionally|also|today|now))?(?= ))"
    r"(?: (?:also|long|traditionally|by far|still|now|today|currently|considered|to be|\[date:\d+\]|in \[date:\d+\]))*"
    rf"(?: (?:the|an?|its))* (?P<noun>(?:(?:one of|(?<!ranks )(?<!ranked )among) (?:the )?)?(?:{NAMED}(?:'s|’s|'|’)? )?"
    r"(?:(?!(?:blood|organ|egg|possible|potential|in|on|to|among)\b)(?:[\w'’-]+|\[rank:\d+\]) ){0,6}?"
    r"(?:donors?|helpers?|financiers?|funders?|benefactors?|development partners?|"
    r"(?:sources?|providers?|contributors?|suppliers?|givers?) of (?:[a-z-]+,? ){0,4}?(?:aid|assistance|loans|grants|"
    r"funding|oda)))\b(?! (?:groups?|community|club|conference|meeting))"
    r"(?! to (?:enter|open|hold|sign|establish|visit|recogni[sz]e)\b)"
)
# "A main donor of money and technical help": what is given.
_OF_AID_NOUN = re.compile(
    r" of (?P<what>(?:(?!(?:to|for|in)\b)[a-z-]+,? ){0,5}?(?:aid|assistance|help|loans|grants|funds|"
    r"equipment))(?= (?:to|for|in)\b|[.,;]|$)"
)
# To be one of many donors tells of no gift, unless it is said to whom.
_AMONG = re.compile(r"one of |among |(?:main|major|important|leading|significant|key|top)\b|donors")


def of_projects(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """A number of projects of the aid of one side in the other: "40 [A] development projects were launched in B"."""
    for one in slots_between(statement, begin, end, "quantity"):
        own = next(iter(statement.inside(one.mention, "state")), None)
        donor = side_of(own, statement.context) or owner(statement, begin, one.start)
        if donor and _OF_AID.search(one.mention.text.lower()) and gets(statement, donor, begin, end):
            yield Told(donor, one.start, one.end, "counted", (one.start, one.end))


_OF_AID = re.compile(r"\b(?:aid|development|assistance|cooperation)\b.* (?:projects|programmes|programs)$")


def of_gift(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What was a gift of one side: "the college was a gift from A". Not read: gifts of private persons."""
    for gift in _WAS_GIFT.finditer(statement.low_skeleton, begin, end):
        slot = slot_in(statement, gift, next(name for name in ("who", "own", "made", "aside", "owner") if gift[name]))
        is_person = slot is not None and isinstance(slot.mention.value, PersonValue) and not slot.mention.value.office
        donor = None if is_person else side_at(statement, slot)
        if donor and gets(statement, donor, begin, end) is not None:
            lead = _FRONT.match(statement.low_skeleton, begin)
            start = lead.end() if lead else begin
            comma = statement.low_skeleton.find(", ", start, gift.start())
            yield Told(donor, start, comma if comma > 0 else gift.start(), "gifted", gift.span())


_WAS_GIFT = Folded(
    r",? \b(?:was|were|is|are) (?:an? |the )?(?:[a-z]+ ){0,2}?(?:gifts?|donations?|presents?) (?:of|from|by)(?: the)?"
    r"(?: [a-z]+ of(?: the)?)? (?P<who>\[(?:state|place|person):\d+\])|"
    r",? \b(?:was|were|is|are) an? (?P<own>\[state:\d+\]) (?:gift|donation|present|contribution)\b|"
    r" (?:was|were) [a-z]+(?:ed|en|ilt)(?:,? (?:(?:in|on) )?\[date:\d+\],?)? as an? (?:[a-z]+ )?"
    r"(?:gift|donation|present) (?:of|from|by)(?: the)?(?: [a-z]+ of(?: the)?)? "
    r"(?P<made>\[(?:state|place|person):\d+\])|"
    r", an? (?:[a-z]+ )?(?:gift|donation|present) (?:of"
    r"|from)(?: the)?(?: [a-z]+ of(?: the)?)? (?P<aside>\[state:\d+\]),|, an? (?P<owner>\[state:\d+\]) (?:gift"
    r"|donation|present),"
)
_FRONT = re.compile(r"(?:(?:in|on|by|since|and|the|an?) |\[date:\d+\],? )*")


def of_exchange(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What one side got for something else: "B agreed to … in exchange for economic aid"."""
    low = statement.low_skeleton
    exchange = _EXCHANGE.search(low, begin, end)
    receiver = subject(statement, 0, exchange.start()) if exchange else None
    donor = other_side(statement, receiver)
    if exchange and donor:
        yield Told(donor, *exchange.span("noun"), "in exchange", exchange.span())


_EXCHANGE = Folded(
    r"\bin (?:exchange|return) for (?:the |an? )?(?:\[money:\d+\] (?:of |in ))?"
    r"(?P<noun>(?!its\b|their\b)(?:[a-z-]+ ){0,3}?"
    r"(?:aid|assistance|loans?|grants?|debt relief|scholarships|vaccines))\b"
)


def of_told(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What the aid, told right before, went to or came to: "Assistance focused on roads", "aid came to [money]"."""
    low = statement.low_skeleton
    bare = _BARE.match(low, begin, end)
    if bare and bare["noun"].endswith(("support", "cooperation", "projects")):
        bare = bare if _FOCUS.match(low, bare.end(), end) else None
    found = bare or _SUM_IN.search(low, begin, end) or _sum_of_it(statement, begin, end)
    donor = giver_near(statement) if found else None
    named = {
        side_of(one.mention, statement.context)
        for one in slots_between(statement, begin, end, "state", "body", "place")
    }
    if found and donor and named <= {other_side(statement, donor)}:
        yield Told(donor, *(_goes_to(statement, found, end) if found.re is _BARE else found.span("noun")))


def _sum_of_it(statement: Statement, begin: int, end: int) -> re.Match[str] | None:
    """What aid, the topic of the sentence before, came to, or what was added to it: "It amounted to [money]"."""
    before = statement.context.previous
    is_of_aid = before is not None and aid_noun().search(before.low_skeleton) and not _TRADE.search(before.low_skeleton)
    more = _MORE.match(statement.low_skeleton, begin, end)
    return more or (_IT_CAME_TO.match(statement.low_skeleton, begin, end) if is_of_aid else None)


_TRADE = re.compile(r"\b(?:trade|exports?|imports?|invest\w*|gdp)\b")
_DATED = r"(?:(?:in|by|since) (?:the )?\[date:\d+\],? )?"
_MORE = re.compile(
    rf"{_DATED}(?:another|a further|an additional|a second)(?P<noun>) \[money:\d+\](?: [a-z]+){{0,3}} (?:followed|came|"
    r"(?:was|were) (?:added|given|provided|granted|pledged|sent))\b"
)
_IT_CAME_TO = re.compile(
    rf"{_DATED}(?:it|this|they|the (?:amount|sum|figure|total))(?P<noun>) (?:(?:has|had|was|were|later) )*(?:amounts? "
    rf"to|"
    r"amounted to|reached|(?:rose|raised|increased|grew|grown|risen|fell|cut) to|stood at|totalled|totaled|exceeded)"
    r"(?: (?:about|around|over|some|nearly|almost|more than))* \[money:"
)
_SUM_IN = re.compile(
    r"\[money:\d+\] (?:(?:in|of|worth of) )?(?P<noun>(?:[a-z]+ ){0,3}?(?:aid|assistance|grants?|loans?|relief))\b"
)

_BARE = re.compile(
    r"(?:in (?:the )?\[date:\d+\],? )?(?:the |this |its |their |most |such |other |total |annual |all |much |"
    r"bilateral |overall )*"
    r"(?P<noun>(?:[a-z]+ )?(?:aid|assistance|cooperation|funding|support|grants|loans|projects))\b"
    r"(?! (?:between|from|of|agreement|with)\b)"
    r"(?! (?:will|would|is|was|are|were|has|have) (?:(?:also|be|been|further) )*"
    r"(?:complemented|supplemented|accompanied|welcomed|discussed|assessed|reviewed|evaluated)\b)"
)
