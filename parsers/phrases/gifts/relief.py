"""Frames of aid that no verb of giving makes: thanks, exchange, works built with help, places among donors, training
and study on scholarships.

Each gives a `Gift` of `giving`; what was given is read from its stretch by `transfers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.language.slots import Slot, clause_end, clause_start, slots
from parsers.phrases.gifts.gift import NAMED, Gift, aid_words, slot_in, slots_between, stretch_end
from parsers.phrases.gifts.giving import actor_before
from parsers.phrases.gifts.items import words_of

AID = r"(?:aid|assistance|help|support|grants?|loans?|credits?|funds|funding|financing|money|donations?)"
_THANKED = Folded(
    r"\b(?:thank(?:s|ed|ing)?|grateful to|gratitude to|gratitude towards|appreciation to|thanks to)(?: the)?"
    rf"(?: (?:people|government|president|prime minister)(?: and [a-z]+)?(?: of)?(?: the)?)? (?P<who>{NAMED})"
)
_FOR = re.compile(
    r"\b(?:for|and|as well as)(?: (?:its|their|the|his|her|all|sending|providing|donating|giving|delivering|supplying|"
    r"granting|offering|extending|generous))*(?= )",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?: (?:about|over|some|more than|another))* (?P<slot>\[quantity:(?P<count>\d+)\])")
_EXCHANGE = Folded(
    r"\bin (?:exchange|return) for(?= (?:the |an? )?(?:\[money:\d+\] (?:of |in ))?(?:[a-z-]+ ){0,3}?"
    r"(?:aid|assistance|loans?|grants?|debt relief|scholarships|vaccines)\b)"
)
_DONOR = Folded(
    rf"(?P<who>{NAMED})(?: government| people)?,? (?:which |who )?(?:is|are|were|was|ha(?:[sd]|ve) (?:(?:long|always|"
    rf"also) "
    rf")?been|became|"
    rf"becoming|remains|remained|being|ranks|ranked|counts|counted|belongs to|"
    rf"(?:continue[sd]?|serve[sd]|acts|acted) (?:as|to be))(?: also| long| traditionally| by far| still| among| as| "
    rf"\[date:\d+\])* (?P<item>(?:one of )?(?:the |an? )?"
    rf"(?:{NAMED}(?:'s|’s|'|’)? )?(?:(?!blood\b|organ\b|egg\b)[\w-]+ |(?:country|nation|island|kingdom|"
    rf"republic)['’]s |\[rank:\d+\] ){{0,5}}(?:donors?|"
    rf"financiers?|funders?|(?:providers?|sources?|contributors?|suppliers?|givers?) of "
    rf"(?:[a-z-]+,? ){{0,4}}?(?:aid|assistance|oda|loans|grants|funding)|aid contributors?|"
    rf"aid partners?))\b(?! (?:groups?|"
    rf"community|club|conference|meeting))"
)
_TO_WHOM = re.compile(
    rf"(?: country)?(?: (?:of|in|for) (?:[a-z]+ ){{0,4}}(?:aid|assistance|projects|works|programmes|programs)"
    rf")?(?: to| of| for| in)(?: the)? (?P<who>{NAMED}|[^\s\[]\S*|\[)",
    re.IGNORECASE,
)
_COUNTRY = re.compile(
    r"(?:decades|years|many|several|long|island|country|nation|kingdom|archipelago|republic|state)\b",
    re.IGNORECASE,
)
_TRAINEES = (
    r"(?:[a-z]+ ){0,2}(?:civil servants|public servants|workers|scientists|journalists|staff|professionals|"
    r"officers|pilots|soldiers|cadets|students|youths?|young people|police|policemen|troops|forces|doctors|nurses|"
    r"teachers|"
    r"engineers|diplomats|technicians|mechanics|recruits|midwives|experts|officials|guards|farmers|specialists|"
    r"personnel|judges|firefighters|counterparts|"
    r"army|police force|military|navy|air force|defen[cs]e forces?|security forces|national guard|"
    r"presidential guard|coast guard|armed forces|commandos|paratroopers)"
)
_TRAINED = Folded(
    r"\b(?:(?:has |have |had )?(?:trained|trains)|(?:offered|agreed|pledged|promised) to train|"
    r"(?:is|are|was|were|has been|have been) training)"
    r" (?:(?:the|their|its|about|over|some|more than|many|several|a (?:[a-z]+ )?number of|hundreds of|thousands of|"
    rf"dozens of) )*(?:(?P<item>(?P<who>{NAMED})(?:'s|’s|'|’)? {_TRAINEES})\b|(?P<of>{_TRAINEES} (?:from|of)(?: the)? "
    rf"(?P<whose>{NAMED}))|(?P<people>{NAMED})(?= (?:in|as|for|under|at)\b))"
)
_TRAINED_IN = Folded(
    rf"(?P<item>(?P<who>{NAMED})(?:'s|’s|'|’)? {_TRAINEES})\b[^;,.\[]{{0,30}} (?:(?:was|were|are|been"
    rf"|being)(?: also)? trained|(?:was|were|been) (?:given|provided|offered|granted|provided with)(?: (?!in\b|"
    rf"of\b)[a-z-]+)"
    rf"{{0,3}} training(?: courses)?|(?:receives?|received|undergo|undergone|underwent|attends?|attended|"
    rf"completed?|got)(?: (?!in\b|of\b)[a-z-]+){{0,3}} (?:training(?: courses)?|courses)) "
    rf"(?:in|by|at|from)(?: the)?(?: [a-z]+){{0,4}}? (?P<by>{NAMED})"
)
_STUDY = Folded(
    rf"(?P<who>{NAMED})(?:'s|’s|'|’)?(?: [a-z]+){{0,3}}? (?:study|studied|studies|studying|attend"
    rf"|attended|went|go|travell?ed|came|moved|were sent)\b(?P<where>[^;.]{{0,70}}?)"
    rf"\b(?:on|with|through|under|thanks to)(?: the| an?)?(?: [\w'’-]+| {NAMED}(?:'s|’s)?){{0,3}}?"
    rf" (?P<item>scholarships?)\b"
)
_GIVEN_WITH = (
    r"(?=(?: (?:a|an|the|about|around|over|some|more than|nearly|almost|up to|its|their|further|another|"
    r"additional|much|regular|various|several|many|numerous|a number of))*"
    r" (?:\[money:|\[quantity:|(?:[a-z-]+ ){0,3}?(?:aid|assistance|relief|grants?|gifts?|loans?|donations?|"
    r"scholarships?|medicines?|supplies|"
    r"equipment|vaccines|food|funds|funding|doctors|credits?|training|expertise|weapons|arms|"
    r"(?:donor|aid|development|humanitarian|relief|rural|health|community|reconstruction|technical) "
    r"(?:activit(?:y|ies)|projects?|programmes?|programs?|initiatives?|efforts|schemes?)|"
    r"(?:[a-z-]+ ){0,2}?(?:displaced|refugees|orphans|demining|mine[- ]clearance|famine|droughts?|floods?|"
    r"flooding))\b))"
)
_HELPED_WITH = Folded(
    rf"\b(?:(?:helped|helps|helping|assisted|assists|assisting|supported|supports|supporting|aided|aids|aiding|"
    rf"(?:began|begun|started|continued|continues|agreed|pledged|promised) to (?:help|assist|support|aid)|"
    rf"backed|rescued|propped up|bailed out|kept)"
    rf"(?:(?: the)?(?: [a-z]+(?: of)?(?: the)?)? (?P<who>{NAMED})[^,;.\[]{{0,40}}| the (?:country|nation|island|"
    rf"kingdom|republic))|(?:responded|responding|reacted|stepped in)"
    rf"(?: to [^,;.]{{0,60}})?|"
    rf"(?:came|went|rushed|coming|going) to (?:the )?(?P<whose>{NAMED})(?:'s|’s|'|’)? (?:aid|help|assistance|"
    rf"rescue|relief)|(?:came|went|rushed|coming|going) to the (?:aid|help|assistance|rescue|relief) of(?: the)? "
    rf"{NAMED})(?: (?:in|on|after) (?:the )?\[date:\d+\])?,? (?:with|through){_GIVEN_WITH}"
)
_TRAINED_COUNT = Folded(
    r"\b(?:trained|trains|training|educated|educates|(?:agreed|offered|pledged|promised) to (?:train|educate))"
    r"(?: (?:about|over|some|more than|around|nearly|a total of|up to))* "
    r"(?P<item>\[quantity:(?P<count>\d+)\])"
)
# Trainees whose state only the place tells: "trained pilots and technicians at the academy in [place]".
_TRAINED_THERE = Folded(
    rf"\b(?:has |have |had )?(?:trained|trains) (?:(?:the|many|several|local|some|its|first) )*"
    rf"(?P<item>{_TRAINEES}(?:(?:, | and |, and ){_TRAINEES})*) (?:in|at)(?: the)?(?P<where>[^;,.]{{0,60}})"
)
_COUNTED_TRAINEES = Folded(
    rf"(?P<item>\[quantity:(?P<count>\d+)\])(?: from [a-z ]{{3,50}}?)? (?:(?:was|were|are|being|been|have|has) "
    rf")+(?:trained|educated|schooled) (?:(?:in|by|at)(?: the)?(?: [a-z]+){{0,4}}? (?P<by>{NAMED})|(?:under|"
    rf"through) the (?!\[))"
)


def side_in(statement: Statement, match: re.Match[str], name: str) -> str | None:
    """The side that a named slot of a match stands for."""
    slot = slot_in(statement, match, name)
    return side_of(slot.mention, statement.context) if slot else None


def frame_of(
    statement: Statement, match: re.Match[str], donor: str | None, item: tuple[int, int] | None, verb: str = ""
) -> Iterator[Gift]:
    """The frame of a donor of the pair and the words of what was given; none where the donor is no side."""
    recipient = facing(donor, statement.context.pair)
    if donor is None or recipient is None:
        return
    words = statement.document.text[statement.offset(item[0]) : statement.offset(item[1])] if item else None
    stop = match.end() if words else clause_end(statement.skeleton, match.end())
    yield Gift(donor, recipient, verb, match.start(), match.end(), stop, True, words)


def thanked(statement: Statement) -> Iterator[Gift]:
    """Frames of thanks: "B thanked A for its humanitarian aid". Not read: thanks for support in words."""
    skeleton = statement.skeleton
    for match in _THANKED.finditer(statement.low_skeleton):
        stop = clause_end(skeleton, match.end())
        for lead in _FOR.finditer(skeleton, match.end(), stop):
            counted = _COUNTED.match(skeleton, lead.end(), stop)
            if counted and aid_words("things").search(statement.mentions[int(counted["count"])].text.lower()):
                for gift in frame_of(statement, match, side_in(statement, match, "who"), None, "thanked"):
                    yield replace(gift, end=counted.start("slot"), stop=counted.end("slot"))
                break
            thing = re.compile(rf" (?P<item>(?:(?!for\b|and\b)[a-z-]+ ){{0,3}}?{aid_words('things').pattern})").match(
                skeleton.lower(), lead.end(), stop
            )
            if thing:
                yield from frame_of(statement, match, side_in(statement, match, "who"), thing.span("item"), "thanked")
                break


def exchanged(statement: Statement) -> Iterator[Gift]:
    """Frames of aid that the subject gets for something else: "B agreed to … in exchange for aid"."""
    for match in _EXCHANGE.finditer(statement.low_skeleton):
        subject = actor_before(statement, clause_start(statement.skeleton, match.start()), match.start())
        side = side_of(subject.mention, statement.context) if subject else None
        yield from frame_of(statement, match, facing(side, statement.context.pair), None, "in exchange")


def donors(statement: Statement) -> Iterator[Gift]:
    """Frames of a place among donors: "A is the largest donor to B", "one of the main donors by giving …".

    Not read: donors to bodies and third states, and one of many of whom no gift is told.
    """
    for match in _DONOR.finditer(statement.low_skeleton):
        donor = side_in(statement, match, "who")
        named = _AID_BEHIND.match(statement.skeleton, match.end())
        to = _TO_WHOM.match(statement.skeleton, named.end() if named else match.end())
        receiver = slot_in(statement, to, "who") if to and to["who"].startswith("[") and len(to["who"]) > 1 else None
        is_dated = to is not None and statement.skeleton.startswith("[date", to.start("who"))
        is_bare = to is None or is_dated or _COUNTRY.match(to["who"]) is not None
        if not is_bare and (receiver is None or side_of(receiver.mention, statement.context) in (donor, None)):
            continue
        worth = _WITH_SUM.match(statement.skeleton, match.end())
        is_told = worth or _is_of_aid(statement, match, receiver) or _BY_GIVING.match(statement.skeleton, match.end())
        if _AMONG.match(match["item"]) and not is_told:
            continue
        start = match.start("item")
        article = re.match(r"(?:the |an? )", match["item"], re.IGNORECASE)
        for gift in frame_of(statement, match, donor, (start + (article.end() if article else 0), match.end("item"))):
            yield (
                replace(gift, start=worth.end("lead"), end=worth.end("lead"), stop=worth.end(), item=None)
                if worth
                else gift
            )


def _is_of_aid(statement: Statement, match: re.Match[str], receiver: Slot | None) -> bool:
    """Whether it is said to whom a donor gives, or that it gives aid, not only that it ranks among others."""
    ranks = " among " in match[0][: match.start("item") - match.start()]
    of_aid = _OF_AID.search(statement.low_skeleton, match.start("item"), match.end() + 60)
    told = receiver or re.search(NAMED, match["item"]) or of_aid
    return told is not None and not ranks


_OF_AID = re.compile(r" of (?:[a-z-]+,? ){0,4}(?:aid|assistance|loans|grants)\b|\baid (?:donors?|contributors?)\b")
_AID_BEHIND = re.compile(r" of (?:[a-z-]+ ){0,4}(?:aid|assistance)(?: and (?:[a-z]+ )?(?:aid|assistance))?\b")
# To be one of many donors tells of no gift, unless it is said how.
_AMONG = re.compile(r"one of |(?:the |its )?(?:main|major|important|leading|significant|key|top)\b")
# "The largest donor, with [money] in [date]": the sum is the gift.
_WITH_SUM = re.compile(
    rf"(?P<lead>(?: (?:to|of|in|for)(?: the)? {NAMED})?,? (?:with|at|contributing|allocating|giving|worth|totall?ing|"
    rf"receiving)(?: an?)?(?: "
    rf"total)?"
    r"(?: (?:value|capital|amount|sum|volume|aid|assistance|oda|grants?)(?: of| worth)| (?:about|around|some|over|"
    r"nearly|"
    r"more than|an estimated|a total of))*) \[money:\d+\](?: (?:in|of) (?:[a-z]+ )?(?:aid|assistance|grants?))?"
)
_BY_GIVING = re.compile(r"[^;.]{0,60}?(?: (?:by|through)|,) (?!including|being|having)[a-z]+ing\b")


def acts(statement: Statement, giver: Slot, verb: int) -> bool:
    """Whether a party stands right before its verb."""
    between = statement.skeleton[giver.end : verb]
    return _UP_TO_VERB.fullmatch(between) is not None


_UP_TO_VERB = re.compile(
    r"(?: government| (?:\w+ )?(?:team|mission|instructors|experts|specialists|advis[eo]rs|officers|army|military|navy|"
    r"air force))?(?:, (?:with|through|via|along|together|alongside|like|unlike)\b[^,;]*)?,?"
    r"(?: (?:also|then|later|has|had|have|is|was|been|and|actively|further))* "
)


def helped_with(statement: Statement) -> Iterator[Gift]:
    """Frames of help with what is given: "A assisted B with [money]", "responded to the floods in B with aid"."""
    for match in _HELPED_WITH.finditer(statement.low_skeleton):
        giver = actor_before(statement, clause_start(statement.skeleton, match.start()), match.start())
        donor = side_of(giver.mention, statement.context) if giver else None
        recipient = facing(donor, statement.context.pair)
        named = [
            one
            for one in slots(statement, "state", "place", "person", "body")
            if match.start() <= one.start < match.end()
        ]
        if donor and recipient and all(side_of(one.mention, statement.context) == recipient for one in named):
            stop = stretch_end(statement.skeleton, match.end())
            if _TROOPS.search(words_of(statement, match.end(), stop)):
                continue
            yield Gift(donor, recipient, "helped", match.end(), match.end(), stop, True)


_TROOPS = re.compile(r"\b(?:soldiers|troops|battalions?|brigades|divisions)\b")


def trained(statement: Statement) -> Iterator[Gift]:
    """Frames of training: "A trained B's officers", "B's pilots were trained in A", "A trained pilots in B"."""
    yield from _counted_trainees(statement)
    for match in (*_TRAINED.finditer(statement.low_skeleton), *_TRAINED_IN.finditer(statement.low_skeleton)):
        item, who = next((names for names in _WHOM_TRAINED if match.groupdict().get(names[0])), ("item", "who"))
        recipient = side_in(statement, match, who)
        if "by" in match.re.groupindex:
            donor = side_in(statement, match, "by")
        else:
            giver = actor_before(statement, clause_start(statement.skeleton, match.start()), match.start())
            donor = side_of(giver.mention, statement.context) if giver else None
        if recipient and donor == facing(recipient, statement.context.pair):
            verb = "pledged" if " to train " in match[0] else "trained"
            yield from _training(statement, match, donor, item, verb)
    for match in _TRAINED_THERE.finditer(statement.low_skeleton):
        giver = actor_before(statement, clause_start(statement.skeleton, match.start()), match.start())
        donor = side_of(giver.mention, statement.context) if giver and acts(statement, giver, match.start()) else None
        there = slots_between(statement, *match.span("where"), "state", "place")
        if there and donor and side_of(there[0].mention, statement.context) == facing(donor, statement.context.pair):
            yield from _training(statement, match, donor, "item", "trained")


def _training(statement: Statement, match: re.Match[str], donor: str | None, item: str, verb: str) -> Iterator[Gift]:
    """The frame of a training, with the words of who was trained."""
    for gift in frame_of(statement, match, donor, match.span(item), verb):
        yield replace(gift, item=f"training of {gift.item}")


# What is trained, and the slot of its state: "A's pilots", "pilots from A", the people of A.
_WHOM_TRAINED = (("item", "who"), ("of", "whose"), ("people", "people"))


def _counted_trainees(statement: Statement) -> Iterator[Gift]:
    """Frames of a number of people who were trained: "500 of B's engineers have been trained in A"."""
    low = statement.low_skeleton
    for match in (*_COUNTED_TRAINEES.finditer(low), *_TRAINED_COUNT.finditer(low)):
        own = next(iter(statement.inside(statement.mentions[int(match["count"])], "state")), None)
        recipient = side_of(own, statement.context)
        donor = _trainer(statement, match, recipient)
        if recipient and donor == facing(recipient, statement.context.pair):
            for gift in frame_of(statement, match, donor, match.span("item"), "trained"):
                yield replace(gift, item="training", end=match.start("item"), stop=match.end("item"))


def _trainer(statement: Statement, match: re.Match[str], recipient: str | None) -> str | None:
    """The side that trained: the one behind "in" or "by", the other behind "under the programme", else the subject, or
    the one where it was.
    """
    if "by" not in match.re.groupindex:
        giver = actor_before(statement, clause_start(statement.skeleton, match.start()), match.start())
        there = slots_between(statement, match.end(), clause_end(statement.skeleton, match.end()), "place", "state")
        giver = giver or next(iter(there), None)
        return side_of(giver.mention, statement.context) if giver else None
    return side_in(statement, match, "by") if match["by"] else facing(recipient, statement.context.pair)


def studied(statement: Statement) -> Iterator[Gift]:
    """Frames of study: "B's students study in A on scholarships"."""
    for match in _STUDY.finditer(statement.low_skeleton):
        donor = facing(side_in(statement, match, "who"), statement.context.pair)
        inside = [one for one in slots(statement, "state", "place") if match.start("where") <= one.start < match.end()]
        if any(side_of(one.mention, statement.context) == donor for one in inside):
            yield from frame_of(statement, match, donor, match.span("item"))
