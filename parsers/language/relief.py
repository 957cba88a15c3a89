"""Frames of aid that no verb of giving makes: thanks, exchange, works built with help, places among donors, training
and study on scholarships.

Each gives a `Gift` of `giving`; what was given is read from its stretch by `transfers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.language.givers import giver_before
from parsers.language.giving import NAMED, Gift, aid_words, slot_in
from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.language.slots import Slot, any_of, clause_end, clause_start, slots

_AID = r"(?:aid|assistance|help|support|grants?|loans?|credits?|funds|funding|financing|money|donations?)"
_THANKED = Folded(
    r"\b(?:thank(?:s|ed|ing)?|grateful to|gratitude to|gratitude towards|appreciation to|thanks to)(?: the)?"
    rf"(?: (?:people|government|president|prime minister)(?: and [a-z]+)?(?: of)?(?: the)?)? (?P<who>{NAMED})"
)
_FOR = re.compile(
    r"\b(?:for|and|as well as)(?: (?:its|their|the|his|her|all|sending|providing|donating|giving|delivering|supplying|"
    r"granting|offering|extending|generous))*(?= )",
    re.IGNORECASE,
)
_EXCHANGE = Folded(
    r"\bin (?:exchange|return) for(?= (?:the |an? )?(?:\[money:\d+\] (?:of |in ))?(?:[a-z-]+ ){0,3}?"
    r"(?:aid|assistance|loans?|grants?|debt relief|scholarships|vaccines)\b)"
)
_WORKS = any_of(
    [
        *[
            "built",
            "rebuilt",
            "constructed",
            "established",
            "founded",
            "funded",
            "financed",
            "renovated",
            "restored",
            "equipped",
            "completed",
        ],
        *["created", "modernised", "modernized", "upgraded", "reconstructed", "opened", "inaugurated", "paved"],
        "set up",
        "paid for",
    ]
)
_BUILT = Folded(
    rf"\b(?:was|were|been|being|is|are)(?: \w+ly)?(?: {_WORKS}(?: and)?)+[^;\[]{{0,20}}(?:\[date:\d+\][^;\[]{{0,5}})?"
    rf" (?:with|through|thanks to|by|from)(?: the| an?)? (?:(?:[a-z-]+ ){{0,2}}{_AID} (?:of|from|by|given"
    rf" by|provided by)"
    rf"(?: the)?(?: [a-z]+ of)? (?P<of>{NAMED})|(?P<own>{NAMED})(?:'s|’s|'|’)? (?:[\w-]+ ){{0,2}}{_AID}\b|"
    rf"(?P<money>\[money:\d+\])(?: (?!from\b)\w+){{0,4}} from(?: the)? (?P<from>{NAMED}))"
    r"(?! (?:of|worth|totall?ing) [^;]{0,12}\[money)"
)
_WITH_HELP = Folded(
    rf"\b(?:with|through|thanks to)(?: the)? (?:(?P<own>{NAMED})(?:'s|’s|'|’)? (?:[\w-]+ ){{0,2}}{_AID}"
    rf"|(?:[a-z-]+ ){{0,2}}{_AID} (?:of|from)(?: the)? (?P<of>{NAMED})),? (?P<item>[^;,]{{3,120}}?)"
    rf" (?:was|were) (?:\w+ly )?{_WORKS}"
)
_RECIPIENT = Folded(
    rf"(?P<who>{NAMED})(?: government)?,? (?:which )?(?:is|was|has been|had been|became|remains|remained)"
    rf"(?: [a-z]+| \[rank:\d+\]){{0,6}}? (?:recipients?|beneficiar(?:y|ies)) of(?: the)? "
    rf"(?P<item>(?P<of>{NAMED})(?:'s|’s|'|’)? (?:(?!to\b)[a-z]+ ){{0,3}}?(?:aid|assistance|loans?|"
    rf"grants?|scholarships?))\b"
)
_DONOR = Folded(
    rf"(?P<who>{NAMED})(?: government)?,? (?:which |who )?(?:is|was|has been|had been|became|becoming|remains|remained|"
    rf"being)(?: also| long| traditionally| by far| still| \[date:\d+\])* (?P<item>(?:one of )?(?:the |an? )?"
    rf"(?:{NAMED}(?:'s|’s|'|’)? )?(?:(?!blood\b|organ\b|egg\b)[\w-]+ |\[rank:\d+\] ){{1,5}}donors?)\b"
)
_TO_WHOM = re.compile(
    rf"(?: country)?(?: of (?:[a-z]+ ){{0,2}}(?:aid|assistance))?(?: to| of| for| in)(?: the)?"
    rf" (?P<who>{NAMED}|[^\s\[]\S*|\[)",
    re.IGNORECASE,
)
_HELPED = Folded(
    rf"\b(?:helped|helps|assisted|assists)(?: the)?(?: (?P<who>{NAMED})(?:'s|’s)?)?(?: (?:government|army|to|in|with))*"
    r" (?P<item>(?:build|construct|establish|set(?:ting)? up|found|rebuild|modernis|moderniz|equip|train"
    r"|develop|restor|"
    r"renovat|creat)\w*\b(?: [\w-]+| \[state:\d+\](?:'s|’s|'|’)?){0,5}? (?:academy|schools?|hospitals?"
    r"|universit(?:y|ies)|college|institute|air force|"
    r"navy|army|armed forces|police|roads?|bridges?|dams?|railways?|airports?|port|harbour|factor(?:y|ies)|plants?|"
    r"power station|refinery|stadium|clinics?|centres?|centers?|laborator(?:y|ies)|housing|houses|wells|irrigation|"
    r"military|industry|officers|soldiers|pilots|doctors))\b"
)
_TRAINEES = (
    r"(?:[a-z]+ ){0,2}(?:officers|pilots|soldiers|cadets|police|policemen|troops|forces|doctors|nurses|teachers|"
    r"engineers|diplomats|technicians|experts|officials|guards|farmers|specialists|personnel|judges|firefighters)"
)
_TRAINED = Folded(
    r"\b(?:has |have |had )?(?:trained|trains) (?:(?:the|about|over|some|more than|many|several|hundreds"
    r" of|thousands of|"
    rf"dozens of) )*(?P<item>(?P<who>{NAMED})(?:'s|’s|'|’)? {_TRAINEES})\b"
)
_TRAINED_IN = Folded(
    rf"(?P<item>(?P<who>{NAMED})(?:'s|’s|'|’)? {_TRAINEES})\b[^;,.\[]{{0,30}} (?:was|were|are|been"
    rf"|being)(?: also)? trained "
    rf"(?:in|by|at)(?: the)?(?: [a-z]+){{0,4}}? (?P<by>{NAMED})"
)
_STUDY = Folded(
    rf"(?P<who>{NAMED})(?:'s|’s|'|’)?(?: [a-z]+){{0,3}}? (?:study|studied|studies|studying|attend"
    rf"|attended)\b(?P<where>[^;.]{{0,70}}?)"
    rf"\b(?:on|with|through|under|thanks to)(?: the| an?)?(?: [\w'’-]+| {NAMED}(?:'s|’s)?){{0,3}}?"
    rf" (?P<item>scholarships?)\b"
)


def _side(statement: Statement, match: re.Match[str], name: str) -> str | None:
    """The side that a named slot of a match stands for."""
    slot = slot_in(statement, match, name)
    return side_of(slot.mention, statement.context) if slot else None


def _frame(
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
            thing = re.compile(rf" (?P<item>(?:(?!for\b|and\b)[a-z-]+ ){{0,3}}?{aid_words('things').pattern})").match(
                skeleton.lower(), lead.end(), stop
            )
            if thing:
                yield from _frame(statement, match, _side(statement, match, "who"), thing.span("item"), "thanked")
                break


def exchanged(statement: Statement) -> Iterator[Gift]:
    """Frames of aid that the subject gets for something else: "B agreed to … in exchange for aid"."""
    for match in _EXCHANGE.finditer(statement.low_skeleton):
        subject = giver_before(statement, clause_start(statement.skeleton, match.start()), match.start())
        side = side_of(subject.mention, statement.context) if subject else None
        yield from _frame(statement, match, facing(side, statement.context.pair), None, "in exchange")


def built(statement: Statement) -> Iterator[Gift]:
    """Frames of works that the other side paid for: "the school was built with A's help, with [money] from A"."""
    skeleton = statement.skeleton
    for match in _BUILT.finditer(statement.low_skeleton):
        name = next(name for name in ("of", "own", "from") if match[name])
        begin = clause_start(skeleton, match.start())
        lead = re.match(
            r"(?:(?:In|On|By|Since|and|the|an?) |\[date:\d+\],? |, )*", skeleton[begin : match.start()], re.I
        )
        item = (begin + (lead.end() if lead else 0), len(skeleton[: match.start()].rstrip(" ,")))
        for gift in _frame(statement, match, _side(statement, match, name), item if item[0] < item[1] else None):
            yield replace(gift, end=match.start("money"), stop=match.end()) if match["money"] else gift


def with_help(statement: Statement) -> Iterator[Gift]:
    """Frames of works, the help before them: "with A's help, a school was built". Not read: help of third states."""
    for match in _WITH_HELP.finditer(statement.low_skeleton):
        named = [
            one for one in slots(statement, "state", "body") if match.start("item") <= one.start < match.end("item")
        ]
        if all(side_of(one.mention, statement.context) for one in named):
            donor = _side(statement, match, "own" if match["own"] else "of")
            article = re.match(r"(?:the |an? )", match["item"], re.IGNORECASE)
            start = match.start("item") + (article.end() if article else 0)
            yield from _frame(statement, match, donor, (start, match.end("item")))


def recipients(statement: Statement) -> Iterator[Gift]:
    """Frames of a place among those helped: "B is one of the main recipients of A's aid"."""
    for match in _RECIPIENT.finditer(statement.low_skeleton):
        donor = _side(statement, match, "of")
        if _side(statement, match, "who") == facing(donor, statement.context.pair):
            yield from _frame(statement, match, donor, match.span("item"))


def donors(statement: Statement) -> Iterator[Gift]:
    """Frames of a place among donors: "A is the largest donor to B". Not read: donors to bodies and third states."""
    for match in _DONOR.finditer(statement.low_skeleton):
        donor = _side(statement, match, "who")
        to = _TO_WHOM.match(statement.skeleton, match.end())
        receiver = slot_in(statement, to, "who") if to and to["who"].startswith("[") and len(to["who"]) > 1 else None
        if to and (receiver is None or side_of(receiver.mention, statement.context) in (donor, None)):
            continue
        start = match.start("item")
        article = re.match(r"(?:the |an? )", match["item"], re.IGNORECASE)
        yield from _frame(statement, match, donor, (start + (article.end() if article else 0), match.end("item")))


def _acts(statement: Statement, giver: Slot, verb: int) -> bool:
    """Whether a party stands right before its verb."""
    between = statement.skeleton[giver.end : verb]
    return (
        re.fullmatch(r"(?: government)?,?(?: (?:also|then|later|has|had|have|and|actively|further))* ", between)
        is not None
    )


def helped(statement: Statement) -> Iterator[Gift]:
    """Frames of help with works: "A helped B build a school". Not read: help with anything else."""
    for match in _HELPED.finditer(statement.low_skeleton):
        giver = giver_before(statement, clause_start(statement.skeleton, match.start()), match.start())
        donor = side_of(giver.mention, statement.context) if giver and _acts(statement, giver, match.start()) else None
        if not match["who"] or _side(statement, match, "who") == facing(donor, statement.context.pair):
            yield from _frame(statement, match, donor, match.span("item"), "helped")


def trained(statement: Statement) -> Iterator[Gift]:
    """Frames of training: "A trained B's officers", "B's pilots were trained in A"."""
    for match in (*_TRAINED.finditer(statement.low_skeleton), *_TRAINED_IN.finditer(statement.low_skeleton)):
        recipient = _side(statement, match, "who")
        if "by" in match.re.groupindex:
            donor = _side(statement, match, "by")
        else:
            giver = giver_before(statement, clause_start(statement.skeleton, match.start()), match.start())
            donor = side_of(giver.mention, statement.context) if giver else None
        if recipient and donor == facing(recipient, statement.context.pair):
            for gift in _frame(statement, match, donor, match.span("item"), "trained"):
                yield replace(gift, item=f"training of {gift.item}")


def studied(statement: Statement) -> Iterator[Gift]:
    """Frames of study: "B's students study in A on scholarships"."""
    for match in _STUDY.finditer(statement.low_skeleton):
        donor = facing(_side(statement, match, "who"), statement.context.pair)
        inside = [one for one in slots(statement, "state", "place") if match.start("where") <= one.start < match.end()]
        if any(side_of(one.mention, statement.context) == donor for one in inside):
            yield from _frame(statement, match, donor, match.span("item"))
