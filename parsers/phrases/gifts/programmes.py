"""Frames of aid that goes on: what it focuses on, when it began, who hands it out, and help with money for a sector."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.language.slots import clause_end, clause_start, slots
from parsers.phrases.gifts.gift import NAMED, Gift, slots_between, stretch_end
from parsers.phrases.gifts.giving import actor_before, agency_in
from parsers.phrases.gifts.relief import acts, frame_of, side_in
from parsers.phrases.gifts.told_donors import told_donor

_FIELD = (
    r"(?:(?:economic|social|rural|human|infrastructure|agricultural|community|regional|sustainable) development|"
    r"development|"
    r"agriculture|farming|fisheries|forestry|irrigation|health(?: ?care)?|public health|education|sanitation|"
    r"(?:water|power|electricity)(?: suppl(?:y|ies))?|energy|"
    r"literacy(?: campaigns?)?|demining|mine clearance|reforestation|nature conservation|flood control|"
    r"infrastructure|reconstruction|moderni[sz]ation|capacity[- ]building|training|poverty reduction|"
    r"(?:the )?fight against poverty|tourism development|road[- ]building|mining|transport(?:ation)?|good governance|"
    r"democrati[sz]ation|shipping|construction|(?:manpower|vocational|medical|technical) training|electrification|"
    r"aviation|telecommunications|housing|town planning|disaster (?:relief|preparedness|management)|"
    r"(?:water|waste) management|environmental protection|technology|science|research|industriali[sz]ation)"
)
# What stands beside a field of development in a list of them, and is none alone.
_BESIDE = (
    r"(?:peace(?: and stability)?|stability|security|industry|trade|finance|banking|defen[cs]e|culture|"
    r"(?:support to )?(?:the )?private sector)"
)
_OF = (
    rf"(?P<who>{NAMED})(?:'s|’s|'|’)? "
    r"(?P<noun>(?:(?!(?:church|christian|islamic|people|legal)\b)[a-z]+ ){0,2}?(?:aid|assistance|"
    r"development cooperation|(?:main|bilateral|financial) support|"
    r"support(?= (?:to|for) )|"
    r"(?:development|aid|cooperation) (?:programme|program))"
    r"(?: programmes?| programs?)?)"
)
_TO = rf"(?P<to>(?: (?:to|in|for|with)(?: the)? {NAMED})?)(?: (?:in|since|for|during) \[date:\d+\])?"
# The same of the aid of the side that was told to give: "Assistance has focused on roads".
_BARE = re.compile(
    r"^(?:(?:the|this|its|most|such|their|other|bilateral) )*(?:aid|assistance|support|development cooperation|"
    r"cooperation) "
    r"(?:has |had |have )?"
    r"(?:mainly |mostly |primarily |also |largely |been |was |is )*(?:focus(?:ed|es|sed)(?: mainly| mostly| "
    r"primarily)? on|"
    r"concentrat(?:ed|es) on|prioriti[sz](?:ed|es)|went to|"
    r"goes to) (?:\[quantity:\d+\](?: of [a-z]+)?: "
    r")?(?P<item>[^;.\[]{4,120})"
)
_DIRECTED = (
    rf"{_TO}(?:, [^,;]{{3,60}},)? (?:has |had |have |also |been |was |is |over the years |in the main |over time |"
    rf"(?:main|most|primari|large|traditional|chief|general|historical|usual|increasing|particular|especial|main)ly )*"
    r"(?:priorit\w+(?! (?:over|was|were|is)\b)|focus(?:ed|es|sed)(?: mainly| mostly| primarily)? (?:on|in)|"
    r"(?:is|was) (?:mainly |mostly |directed |aimed |channell?ed )?(?:towards?|to|for|at)|"
    r"concentrat(?:ed|es) (?:on|in)|consist(?:ed|s)"
    r"(?: mainly| mostly| primarily| largely)? of|went(?: mainly| mostly| primarily)? to|directed (?:to|towards|"
    rf"at)|includ(?:es|ed)|cover(?:s|ed)|(?:used|spent) (?:to|on|for)|financed|funded|paid for|helped|built|rebuilt|"
    rf"enabled|made possible|accounts? for|target(?:s|ed)|support(?:s|ed)|benefit(?:s|ed|ted)|(?:assist|help)(?:s|"
    rf"ed)(?: the)? {NAMED} (?:in|within|with|on)|ranges from|has ranged from|comprise[sd]|embraced|embraces|"
    r"serve[sd]|"
    r"centr(?:es|ed) on|center(?:s|ed) on) (?:\[quantity:\d+\](?: [a-z]+)*: )?(?P<item>(?:\[place:\d+\](?:'s|"
    r"’s)? )?[^;.\[]{4,120})"
)
# The noun first: "loans from A have financed roads".
_AID_FROM = (
    rf"(?P<noun>(?:[a-z]+ ){{0,2}}?(?:aid|assistance|grants?|loans?|lines? of credit|funds|funding|"
    rf"credits?)) from(?: the)? "
    rf"(?P<who>{NAMED})"
)
_FOCUSED = Folded(_OF + _DIRECTED)
_FROM_FOCUSED = Folded(_AID_FROM + _DIRECTED)
# "Rural health has been a focus of A's aid".
_FOCUS = Folded(
    rf"(?P<item>(?:[\w-]+,? |{NAMED}(?:'s|’s)? ){{1,9}}?)(?:is|was|are|were|has been|have been) (?:an? |the |one "
    rf"of the |among the )"
    rf"(?:[a-z]+ )?(?:focus|priority|priorities|target|targets) of(?: the)? (?P<who>{NAMED})(?:'s|’s|'|’)? (?:[a-z]+ )?"
    r"(?:aid|assistance|development cooperation)\b"
)
_BEGAN = Folded(
    rf"{_OF}{_TO} (?:(?:first |officially )?(?:began|started|commenced|dates back to|dates from|dates|resumed)|"
    rf"(?:was|were) (?:first |officially )?(?:initiated|begun|started|launched|established|resumed)"
    r"|(?:is|was|has been|are|were) (?:\w+ly )?(?:channel?led|administered|managed|coordinated|co-ordinated|"
    r"implemented|routed) (?:through|by|via))\b"
)
_LAUNCHED = Folded(
    rf"(?P<who>{NAMED})(?: government)? (?:has |had |first |officially )?(?:began|begun|started|commenced|launched|"
    rf"initiated|resumed|set up|established|runs|maintains|operates|(?:also )?has)(?: an?| its| the)? "
    rf"(?P<noun>(?:(?!\w+(?:ing|ed)\b|given\b|sent\b|made\b)[a-z]+ ){{0,2}}?"
    rf"(?:{_FIELD} (?:programmes?|programs?|projects?)|development (?:aid|assistance|cooperation)|(?:foreign|"
    rf"technical|food|financial|humanitarian) aid|"
    rf"(?:technical|financial|humanitarian) (?:assistance|cooperation))(?: programmes?| programs?| projects?)?)"
    rf"(?P<to> (?:to|in|for|with|towards)(?: the)? {NAMED})"
)
_SECTOR = Folded(
    r"\b(?:assisted|assists|supported|supports|helped|helps|aided)(?P<whom>(?: (?!with\b)[a-z'’-]+| "
    rf"{NAMED}(?:'s|’s|'|’)?){{0,7}}) with(?: (?:about|over|some|more than|nearly|a total of|around|up to))* "
    rf"(?=\[money:)"
)


# What stands before a field: "improved water supply", "the building of rural schools".
_BETTER = (
    r"(?:(?:(?:girls|women|children)['’]s?|early|rapid|economic|social|economic and social|socio-economic|national|"
    r"improved|improving|better|clean|"
    r"safe|drinking|basic|rural|primary|higher|public|the|its|supplying|"
    r"developing|reforms? (?:in|of)|development of|provision of|supply of|expansion of|improvement of|building "
    r"up) ){0,4}"
)
_FIELDS = Folded(
    r"\b(?:assist|assisted|assists|assisting|support|supported|supports|supporting|help|helped|helps|helping|"
    r"aided|aids|aiding|(?:is|was|has been|been) (?:active|engaged)(?= in (?:improv|develop|upgrad|moderni|"
    r"expand|build))|(?:continued"
    r"|continues|began|agreed|offered|pledged|promised) to (?:assist|support|help|aid))(?: the)?"
    rf"(?:(?: (?:government|people|republic) of(?: the)?)? (?P<whom>{NAMED})(?:'s|’s|'|’)?(?: (?:government|people))?)?"
    rf"(?: (?:since |from )?\[date:\d+\])?(?:,? (?:mainly|primarily|mostly|especially|particularly))? (?:in|with)(?: "
    rf"(?:(?:its|their|the|various|several|many) )?(?:fields?|areas?|sectors?)(?: (?:of|such as|"
    rf"like))?)?(?: (?:improving|developing|upgrading|moderni[sz]ing|expanding|building up)(?: {NAMED}(?:'s|’s|'|"
    rf"’)?)?)?"
    rf"(?: (?:its|the|their))? (?P<item>{_BETTER}{_FIELD}\b(?:(?:,? and|,|,? as well as) (?:{_FIELD}|{_BESIDE})\b)*)"
    r"(?! (?:aid|assistance|cooperation|projects?|programmes?|programs?|funds?|grants?|loans?|policy|policies|talks)\b)"
)


# Fields as the object: "supports good governance in B", "supports B's health sector".
_FOR_FIELDS = Folded(
    rf"\b(?:supports|supported|has supported|(?:is|was|has been|have been|had been) (?:supporting|funding|"
    rf"financing)|funds|funded|finances|financed|promotes)(?: mainly| primarily| also)?"
    rf"(?: (?P<whom>{NAMED})(?:'s|’s|'|’)?)?(?: (?:a (?:[a-z]+ )?range of|several|various|many)(?: [a-z]+)? (?:areas|"
    rf"fields|sectors)(?: of| including| such as|:))? (?P<item>(?:many|several|various|numerous|a number of) "
    rf"(?:[a-z-]+ ){{0,2}}?(?:projects|programmes|programs|initiatives)(?= in )|{_FIELD} (?:projects|programmes|"
    rf"programs)(?= in )|(?:the |an? |several |many )?"
    rf"(?:[a-z-]+ ){{0,2}}?(?:hospitals?|schools?|facult(?:y|ies)(?: of [a-z]+)?|clinics?|orphanages?)(?= in )"
    rf"|{_BETTER}(?!construction|training)"
    rf"{_FIELD}\b(?: (?:sector|system)s?)?(?:(?:,? and|,|,? as well as) (?:{_FIELD}|{_BESIDE}|human rights|civil "
    rf"society|democracy)\b)*)"
    r"(?! (?:sectors?|systems?|with|aid|assistance|cooperation|projects?|programmes?|programs?|funds?|grants?|"
    r"loans?|policy|policies|talks|agenda|goals?|reforms?|between|at|among)\b)"
)
# "Contributes to B's state budget": whose it is must be said.
_CONTRIBUTES = Folded(
    rf"\b(?:contribut(?:es|ed|ing)(?: [a-z]+ly)? to|support(?:s|ed|ing)|fund(?:s|ed|ing)|financ(?:es|ed|ing))(?: the)? "
    rf"(?P<whom>{NAMED})(?:'s|’s|'|’)? (?P<item>(?:(?!private\b|defen|arms|military)[a-z-]+ ){{1,2}}sectors?\b|"
    rf"(?:(?:state|national|general|"
    rf"annual) )*budget\b|{_FIELD}\b(?: (?:sector|system)s?)?)"
)
# "Is involved in demining projects in B".
_INVOLVED = Folded(
    rf"\b(?:is|are|was|were|has been|became)(?: also| actively| heavily| closely)? (?:involved|engaged|active) in(?: "
    rf"the| several| various| many)? (?P<item>(?:{_FIELD}|demining|mine[- ]clearance|relief|aid|humanitarian|poverty) "
    rf"(?:[a-z]+ )?(?:projects?|programmes?|programs?|work|efforts|activities))\b(?P<whom>)"
)
_PROJECTS = Folded(
    r"\b(?:carried out|implemented|reali[sz]ed|undertook|undertaken|executed|completed|conducted|supported|run)(?: "
    r"(?:about|around|"
    r"some|over|nearly|almost|more than|a total of|approximately|at least))* (?P<item>\[quantity:(?P<count>\d+)\])"
)


_ITEM_END = re.compile(
    r",? (?:and )?(?:in|since|between|from|until|through|which|while|especially|particularly|as well as)\b|$"
)


def focused(statement: Statement) -> Iterator[Gift]:
    """Frames of what aid goes to, when it began, or who hands it out: "A's aid focused on roads", "A's technical
    assistance began in 1970", "A's assistance is channelled through its agencies"."""
    for match in (*_FOCUSED.finditer(statement.low_skeleton), *_FROM_FOCUSED.finditer(statement.low_skeleton)):
        if _is_ours(statement, match):
            yield from frame_of(statement, match, side_in(statement, match, "who"), _item(statement, match))
    low = statement.low_skeleton
    for match in _FOCUS.finditer(low):
        start, stop = match.span("item")
        yield from frame_of(statement, match, side_in(statement, match, "who"), (start, stop - 1))
    bare = _BARE.match(low)
    donor = told_donor(statement) if bare else None
    if bare is not None and donor:
        yield from frame_of(statement, bare, donor, _item(statement, bare))
    for match in (*_BEGAN.finditer(low), *_LAUNCHED.finditer(low)):
        if _is_ours(statement, match):
            yield from frame_of(statement, match, side_in(statement, match, "who"), match.span("noun"))


def fields(statement: Statement) -> Iterator[Gift]:
    """Frames of help in a field: "A assisted B with agriculture and health", "A assisted with improved water supply",
    "A supports B's health sector". Not read: help in politics or war."""
    low = statement.low_skeleton
    for match in (
        *_FIELDS.finditer(low),
        *_FOR_FIELDS.finditer(low),
        *_INVOLVED.finditer(low),
        *(one for one in _CONTRIBUTES.finditer(low) if not _FOR_FIELDS.match(low, one.start())),
    ):
        giver = actor_before(statement, clause_start(statement.skeleton, match.start()), match.start())
        donor = side_of(giver.mention, statement.context) if giver and acts(statement, giver, match.start()) else None
        behind = slots_between(statement, match.end(), clause_end(statement.skeleton, match.end()), "state", "body",
                               "place")[:1]  # fmt: skip
        whom = side_in(statement, match, "whom") if match["whom"] else None
        behind = [*slots_between(statement, match.start(), match.end(), "state", "place"), *behind]
        there = [whom] if match["whom"] else [side_of(one.mention, statement.context) for one in behind]
        if donor and all(one == facing(donor, statement.context.pair) for one in there):
            start, stop = match.span("item")
            start += 4 if match["item"].startswith("the ") else 0
            yield from frame_of(statement, match, donor, (start, stop), "helped")


def projects(statement: Statement) -> Iterator[Gift]:
    """Frames of a number of projects of a state's agency for aid: "JICA has carried out 900 projects in B".

    Not read: projects of firms and of states themselves, which may be business.
    """
    for match in _PROJECTS.finditer(statement.low_skeleton):
        begin = clause_start(statement.skeleton, match.start())
        agency = agency_in(statement, begin, match.start())
        donor = side_of(agency.mention, statement.context) if agency else None
        counted = statement.mentions[int(match["count"])]
        behind = slots_between(
            statement, match.end(), clause_end(statement.skeleton, match.end()), "state", "place", "body"
        )
        ours = all(side_of(one.mention, statement.context) for one in behind[:1])
        if donor and ours and re.search(r"\b(?:projects|programmes|programs)$", counted.text):
            yield from frame_of(statement, match, donor, match.span("item"), "helped")


def identified(statement: Statement) -> Iterator[Gift]:
    """Frames of a number of projects of one side's development finance or aid that are known in the other.

    Not read: projects of firms, of investment, in third states.
    """
    for match in _IDENTIFIED.finditer(statement.low_skeleton):
        counted = statement.mentions[int(match["count"])]
        own = match["who"] and side_in(statement, match, "who")
        inside = [side_of(one, statement.context) for one in statement.inside(counted, "state")]
        donor = own or next((one for one in inside if one), None)
        words = statement.document.text[counted.start : statement.offset(match.end("kind"))].lower()
        stop = clause_end(statement.skeleton, match.end())
        behind = slots_between(statement, match.end(), stop, "state", "place")[:1]
        there = [side_of(one.mention, statement.context) for one in behind]
        if donor and _OF_FINANCE.search(words) and there == [facing(donor, statement.context.pair)]:
            for gift in frame_of(statement, match, donor, match.span("item"), "counted"):
                yield replace(gift, item=None, end=match.start("item"), stop=match.end("item"))


_IDENTIFIED = Folded(
    rf"(?P<item>\[quantity:(?P<count>\d+)\])(?: (?P<who>{NAMED})(?:'s|’s)?)?(?P<kind>(?: (?!have\b|has\b|were\b|are\b)"
    r"[a-z-]+){0,5}?)(?: (?:have|has|were|are|been|had))*"
    r" (?:identified|recorded|registered|reported|counted|launched|under ?way|ongoing|documented|known)\b"
)
_OF_FINANCE = re.compile(
    r"(?:official )?(?:development(?: finance| aid| assistance)?|(?:foreign )?aid|assistance) (?:[a-z]+ )?(?:projects|"
    r"programmes|programs)\b"
)


def _is_ours(statement: Statement, match: re.Match[str]) -> bool:
    """Whether the receiver that is named, if any, is the side that faces the donor."""
    facing_side = facing(side_in(statement, match, "who"), statement.context.pair)
    named = slots_between(statement, match.start("to"), match.end("to"), "state", "place", "body")
    return all(side_of(one.mention, statement.context) == facing_side for one in named)


def _item(statement: Statement, match: re.Match[str]) -> tuple[int, int]:
    """The span of what aid focused on, up to the end of its list."""
    end = _ITEM_END.search(match["item"])
    start = match.start("item")
    return start, start + len(match["item"][: end.start() if end else None].rstrip(" ,"))


def sector(statement: Statement) -> Iterator[Gift]:
    """Frames of help with money: "A assisted with [money] to the farm sector", "A supported the farm sector with
    [money]".

    Not read: help of third states, and with no amount.
    """
    for match in _SECTOR.finditer(statement.low_skeleton):
        giver = actor_before(statement, clause_start(statement.skeleton, match.start()), match.start())
        donor = side_of(giver.mention, statement.context) if giver else None
        recipient = facing(donor, statement.context.pair)
        named = [
            one
            for one in slots(statement, "state", "place", "body")
            if match.start("whom") <= one.start < match.end("whom")
        ]
        if donor and recipient and all(side_of(one.mention, statement.context) == recipient for one in named):
            words = statement.document.text[statement.offset(match.start("whom")) : statement.offset(match.end("whom"))]
            item = re.sub(r"^(?:the|in|to|an?) ", "", words.strip()) or None
            stop = stretch_end(statement.skeleton, match.end())
            yield Gift(donor, recipient, "helped", match.end(), match.end(), stop, True, item)
