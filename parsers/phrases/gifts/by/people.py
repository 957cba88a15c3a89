"""Givers that those who help or learn tell: "A's doctors work in B", "B's officers study in A on scholarships"; and
what arrived with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import side_of
from parsers.language.slots import Slot, any_of, words_of
from parsers.phrases.gifts.by.help import IN_TOWN
from parsers.phrases.gifts.columns.items import phrase_end
from parsers.phrases.gifts.frames.gift import (
    FROM,
    NAMED,
    first_of,
    named_side,
    other_side,
    people_in,
    side_at,
    side_in,
    slot_in,
    slots_between,
)
from parsers.phrases.gifts.givers.agencies import agency_in, corps_before
from parsers.phrases.gifts.givers.headings import of_heading
from parsers.phrases.gifts.givers.of_section import giver_near
from parsers.phrases.gifts.givers.roles import (
    Told,
    aid_noun,
    gets,
    in_cause,
    is_there,
    is_title,
    parties,
    sides_in,
    subject,
)
from parsers.phrases.gifts.givers.told_before import told_donor
from parsers.phrases.gifts.proofs.employed import is_employed
from parsers.phrases.gifts.words import SKILLED, aid_list, aid_words


@cache
def _helpers() -> Folded:
    return Folded(rf"(?:[a-z]+ ){{0,2}}{any_of(aid_list('helpers'))}")


_WORK = re.compile(
    r"\b(?:work|serv|teach|taught|assist|help|advis|operat|arriv|sent|send|station|deploy|post|came|come|dispatch|"
    r"treat|support|rebuil|built|practi|provid|based|active|introduc|perform|carr(?:y|ied) out|conduct|vaccinat|"
    r"set up|landed|reached|rushed|flown|flew|trains\b|"
    r"trained|employed|involved|"
    r"(?:took|taken?|taking) part|participat|search|join|contribut|command|reorgani|staff|run|ran\b|"
    r"ha(?:s|ve) been (?:in|at)\b)\w*\b"
)
_HOSTS = re.compile(r"\b(?:hosts?|hosted|employs|employed|welcomed|there (?:are|were|have been)|home to)\b")
_BESIDE = 20
_HOME = re.compile(rf"(?P<who>{NAMED})(?:'s|’s|'|’)? (?:[a-z]+ ){{0,2}}$")
_FROM_HOME = re.compile(rf" from(?: the)? (?P<who>{NAMED})")
# Those who are taught are no helpers.
_TAUGHT = re.compile(
    r"\b(?:director|head|chief|staff|members) of (?:the )?(?:\[state:\d+\] )?$"
    r"|\[person:\d+\],? of the \[state:\d+\] $|\b(?:train|teach|educat|instruct|taught)\w*(?: [a-z]+){0,3} $"
)
_ARE_TAUGHT = re.compile(
    r" (?:[a-z]+ ){0,3}?(?:been|were|was|are|is|being) (?:[a-z]+ )?(?:trained|educated"
    r"|taught)\b| (?:trained|educated) (?:in|at|by)\b"
)
_IN_PLACE = re.compile(
    r"\b(?:in|at|of|throughout|across|with|staff(?:ed)?) (?:the |its |local |rural |public |several |remote |various )*"
    r"(?:country|island|kingdom|republic|(?:[a-z]+ (?:and [a-z]+ )?)?(?:hospitals?|clinics|schools|ministr(?:y|ies)"
    r"|villages|provinces))\b"
)


def of_helpers(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Those of one side who help in the other: "A's instructors served in B", "40 doctors from A work there"."""
    low = statement.low_skeleton
    if in_cause(statement, begin, end) or _LEARNS.search(low, begin, end):
        return
    yield from _kept(statement, begin, end)
    yield from _on_mission(statement, begin, end)
    yield from _sent(statement, begin, end)
    for start, stop, donor in _who_help(statement, begin, end):
        is_at_work = _WORK.search(low, stop, end) or _HOSTS.search(low, begin, start) or _does_help(low, stop, end)
        here = is_there(statement, donor, begin, end) or (
            (_IN_PLACE.search(low, stop, end) or IN_TOWN.search(statement.skeleton, stop, end))
            and sides_in(statement, begin, end) <= {donor}
        )
        here = here or _helps_there(statement, start, stop, (begin, end), donor)
        are_volunteers = words_of(statement, start, stop).endswith("volunteers")
        is_at_war = are_volunteers and (_AT_WAR.search(low, begin, end) or _RUN.match(low, stop))
        is_taught = _TAUGHT.search(low, begin, start) or _ARE_TAUGHT.match(low, stop)
        if is_at_work and here and not (is_at_war or is_taught or is_employed(statement, start, stop, end)):
            yield Told(donor, start, stop, "sent", (start, stop))


def _helps_there(statement: Statement, start: int, stop: int, clause: tuple[int, int], donor: str) -> bool:
    """Whether those who train, advise or treat people help the other side, as nobody else is named."""
    helping = _HELPING.match(statement.low_skeleton, stop, clause[1])
    skilled = _SKILLED.search(words_of(statement, start, stop).lower())
    return bool(helping and skilled) and gets(statement, donor, *clause) is False


_SKILLED = re.compile(rf"\b(?:{SKILLED}|volunteers|medical teams?)$")
_HELPING = re.compile(
    r" (?:(?:has|have|had|also|then|since|been) )*(?:work(?:ed|ing) with|train(?:ed|s|ing)?(?! (?:in|at|for)\b)|"
    r"advis(?:ed?|ing)|taught|"
    r"teach(?:ing)?|helped|helping|assist(?:ed|ing)?|treated) "
)
# Volunteers who run something were sent by nobody.
_RUN = re.compile(r" (?:run|ran|founded|manage)\b")


def _does_help(low: str, start: int, end: int) -> bool:
    """Whether what is done right behind a place is done to what helps: "set up a model farm"."""
    return _DID.match(low, start, end) is not None and aid_words("helped").search(low, start, end) is not None


_DID = re.compile(r" (?:(?:have|has|had|also|first) )*[a-z]+(?:ed|ought|set|ut|ug|ilt)\b(?! by\b)")


def _who_help(statement: Statement, begin: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The spans and the side of those who help: of their owner, of where they are from, of the heading."""
    low = statement.low_skeleton
    for helpers in _helpers().finditer(low, begin, end):
        found = _HOME.search(low, max(begin, helpers.start() - 40), helpers.start())
        home = slot_in(statement, found or _FROM_HOME.match(low, helpers.end(), end))
        home = home or agency_in(statement, max(begin, helpers.start() - _BESIDE), helpers.start())
        donor = side_at(statement, home)
        if donor and not is_title(statement, helpers.start()):
            yield helpers.start(), helpers.end(), donor
    for one in slots_between(statement, begin, end, "quantity"):
        donor = _home(statement, one, end)
        if donor and _helpers().search(one.mention.text.lower()):
            yield one.start, one.end, donor


def _sent(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Those whom one side sends to the other, or keeps there; not to a war."""
    low = statement.low_skeleton
    for sends in () if _AT_WAR.search(low, begin, end) else _SENDS.finditer(low, begin, end):
        donor = subject(statement, begin, sends.start())
        helpers = _helpers_at(statement, sends.end(), end)
        is_post = helpers and sends[0].startswith(("keep", "kept", "main")) and low.endswith("mission", 0, helpers[1])
        if donor and helpers and not is_post and is_there(statement, donor, helpers[1], end):
            yield Told(donor, *helpers, "sent", helpers)


def _on_mission(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Soldiers and officials of one side who are in the other to train or help: "A's troops remain in B to train"."""
    low = statement.low_skeleton
    mission = None if _AT_WAR.search(low, begin, end) else _MISSION.search(low, begin, end)
    who = _UNIFORMED.search(low, begin, mission.start()) if mission else None
    donor = side_at(statement, people_in(statement, who)) or side_in(statement, who)
    if who and mission and donor and is_there(statement, donor, who.end(), mission.start()):
        yield Told(donor, *mission.span("what"), "sent", who.span())


_UNIFORMED = re.compile(
    rf"(?P<who>{NAMED}(?= (?:[a-z]+ )?(?:personnel|troops|soldiers|officers|forces|marines|police|policemen"
    rf"|sailors)\b)|"
    r"\[quantity:\d+\])"
)
_MISSION = Folded(
    r"\b(?:to (?:provide|give|deliver|offer|conduct|help with|assist with|assist in)|providing|in an?|"
    r"as(?: part of)? (?:an? |the )) ?(?:[a-z-]+ )?(?P<what>training|advisory|medical|relief|humanitarian"
    r"|reconstruction)\b"
)


def _helpers_at(statement: Statement, begin: int, end: int) -> tuple[int, int] | None:
    """The span of those who help, counted or not, that stand right at a place."""
    found = _helpers().match(statement.low_skeleton, begin, end)
    counted = slots_between(statement, begin, min(end, begin + 20), "quantity")[:1]
    named = [one for one in counted if _helpers().search(one.mention.text.lower())]
    return found.span() if found else (named[0].start, named[0].end) if named else None


_SENDS = re.compile(
    r"\b(?:sends?|sent|sending|dispatch(?:es|ed)|deploys?|deployed|seconds|seconded|deputes|deputed|keeps?|kept|maintain(?:s|ed)|"
    r"stationed|posted|attached|ha[sd](?= (?:\[quantity|an? |several |some |many ))) "
)
_AT_WAR = Folded(r"\b(?:war|fight\w*|battle|brigades?|legion|front|troops|soldiers|rebels|combat|invasion)\b")


def _home(statement: Statement, counted: Slot, end: int) -> str | None:
    """The side of which counted people are; of volunteers, that whose corps the paragraph tells."""
    own = next(iter(statement.inside(counted.mention, "state")), None)
    slot = slot_in(statement, _FROM_HOME.match(statement.low_skeleton, counted.end, end)) if own is None else None
    is_bare = own is None and slot is None and not statement.low_skeleton.startswith(" of ", counted.end)
    if is_bare and counted.mention.text.lower().endswith("volunteers"):
        slot = corps_before(statement)
    return side_of(own or (slot.mention if slot else None), statement.context) or of_heading(statement)


_KEEPS = re.compile(
    r"\b(?:maintain(?:s|ed)?|keeps?|kept|runs?|ran|operate[sd]?|conducts?|conducted|implements?|implemented|set up|"
    r"established|launched|has(?= an? | also an? )|"
    r"has had)(?: also)?"
    r"(?: an?| its)? (?P<what>(?:[a-z]+ ){0,2}?(?:(?:medical|agricultural|health|training) (?:missions?|teams?|"
    r"brigades?|"
    r"centres?)|(?:agricultur\w+|fisher\w+|health|rural|training|development|aid|assistance|cooperation) "
    r"(?:programmes?|programs?|projects?)|(?:field|mobile|military) hospitals?|clinics?|hospitals?))\b"
)


def _kept(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What one side keeps in the other: "A runs a field hospital in B"."""
    for keeps in _KEEPS.finditer(statement.low_skeleton, begin, end):
        donor = subject(statement, begin, keeps.start())
        there = gets(statement, donor, begin, end) if donor else None
        if donor and (
            there or (there is False and keeps["what"].endswith(("hospital", "hospitals", "clinic", "clinics")))
        ):
            yield Told(donor, *keeps.span("what"), "sent")


def of_scholars(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Scholarships, training and studies that people of one side have from the other: "B's officers study in A on
    scholarships", "20 of B's citizens were trained under A's programme"."""
    low = statement.low_skeleton
    for learns in _LEARNERS.finditer(low, begin, end):
        people = slot_in(statement, learns)
        recipient = _side_of_people(statement, learns)
        found = [one for shape in _GOT if (one := shape.search(low, learns.end("people"), end))]
        noun = min(found, key=re.Match.start, default=None)
        where = slot_in(statement, _STUDY_IN.search(low, learns.end("people"), end)) if noun else None
        if recipient is None and people and people.kind == "quantity":
            recipient = other_side(statement, side_of(where.mention, statement.context)) if where else None
        donor = other_side(statement, recipient)
        if noun is None or people is None or donor is None:
            continue
        named = {named_side(statement, one) for one in slots_between(statement, begin, end, "state", "place", "body")}
        agency = agency_in(statement, begin, end)
        sides = {*named, side_of(agency.mention, statement.context)} if agency else named
        is_alone = noun.re is not _LEARNS and people.kind == "quantity" and sides <= {recipient}
        if donor in sides or is_alone:
            item = noun.span("noun") if noun["noun"] else (people.end, people.end)
            counted = (people.start, people.end) if people.kind == "quantity" else noun.span()
            yield Told(donor, *item, "studied", counted)


def _side_of_people(statement: Statement, learns: re.Match[str]) -> str | None:
    """The side of those who learn: of their number, of their country, or of their name."""
    home = slot_in(statement, learns, "home") or people_in(statement, learns) or slot_in(statement, learns)
    return side_at(statement, home)


_STUDY_IN = re.compile(rf"\b(?:in|at|from|by)(?: the)? (?P<who>{NAMED})")
_LEARNERS = Folded(
    rf"(?<!in )(?<!at )(?P<people>(?P<who>{NAMED}|\[quantity:\d+\])(?:'s|’s|'|’)?)"
    rf"(?:(?: [a-z]+)?(?: (?:of|from)(?: the)?)? (?P<home>{NAMED}))?(?: (?:a|each|every|per) year)?"
    r"(?: (?!(?:can|could|may|might|will(?! be )|would)\b|"
    r"(?:has|have|had) (?:trained|offered|given|provided)|offer|provid|"
    r"grant|giv|award)[a-z-]+){0,5}? "
    r"(?:study|studies|studied|studying|attend(?:s|ed|ing)?|receiv(?:es?|ed|ing)|obtain(?:s|ed)?|got|get|given|granted|"
    r"awarded|taken|took|pursu(?:es?|ing)|"
    r"became(?= (?:doctors|engineers|officers|pilots|nurses|teachers)\b)|underg[oe]\w*|underwent"
    r"|complet(?:ed?|es)|benefit\w*|graduated?|went|go|travel\w*|came"
    r"|moved|sent|"
    r"admitted|(?:taught|trained|treated|nursed|train)(?! (?:(?:some|about|over|many|more than|several|the) )*(?:\[|"
    r"hundreds|thousands|dozens|scores|numerous))|held|hold|follow(?:ed)?|participated?|enrol(?:s|led)?|"
    r"(?:have|has) had|"
    r"eligible|entitled|(?:(?:can|may|could) )?(?:apply|qualify|compete)|selected)\b"
)
_SCHOLARSHIPS = re.compile(
    r"(?<!sports )\b(?P<noun>(?!sports )(?:(?!(?:on|for|of|the|under|with|in|from|got|receive|received|awarded|granted|"
    r"given)\b)[a-z]+ )?(?:scholarships?|fellowships?|bursaries|stipends?))\b"
)
_LEARNS = re.compile(
    r"\b(?:attend\w*|taken|took(?: part in)?|underg\w+|underwent|receiv\w+|complet\w+|(?:were|was) given|obtain\w*|got"
    r"|get|granted|awarded|follow(?:ed)?|participated? in|went through) "
    r"(?P<noun>(?:(?!in\b|of\b|from\b)(?:[a-z-]+|\[state:\d+\]) ){0,3}?(?:training|courses?|(?:study )?grants))\b"
)
# Studies at the cost of the other side.
_PAID = re.compile(
    r"\b(?P<noun>)(?:(?:expenses|costs?|fees|tuition|studies|education|stay)\b[^;.\[]{0,25}? "
    r"(?:paid|covered|funded|financed|sponsored|borne|met)(?: for)? by\b|at(?: the)? (?:expense|cost) of\b|at(?: the)? "
    r"\[state:\d+\](?:'s|’s)?(?: [a-z]+(?:'s|’s)?)? (?:expense|cost)\b|"
    r"(?:free of|without) charge\b|without (?:paying|cost|fees)\b|"
    r"(?:bears?|bore|meets?|met|pays?|paid|covers?|covered) (?:for )?(?:the |all |their )*(?:costs?|fees|tuition"
    r"|expenses)\b|"
    r"(?:for )?free(?= (?:in|at|of charge)\b)|for free\b|(?:sponsored|funded|financed|paid for) by\b)"
)
_FOR_TRAINING = re.compile(
    r"\b(?:to|in)(?: the)? \[(?:state|place):\d+\] (?:for|to (?:undergo|receive)) (?P<noun>(?:[a-z]+ ){0,2}training)\b"
    r"(?! (?:exercises?|flights?|matches|camps?)\b)"
)
_GOT = (_SCHOLARSHIPS, _LEARNS, _PAID, _FOR_TRAINING)


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
    shapes = (_RELIEF, aid_noun(), _helpers())
    flows = low.startswith(("poured", "flowed"), verb)
    found = first_of((*shapes, aid_words("things")) if flows else shapes, low, begin, verb)
    if found is not None:
        return found.start(), max(found.end(), min(verb, phrase_end(statement, found.start(), verb)))
    for counted in slots_between(statement, begin, verb, "quantity"):
        words = counted.mention.text.lower()
        if words.endswith("volunteers") and _AT_WAR.search(low):
            continue
        if aid_words("goods").search(words) or aid_words("things").search(words) or _helpers().search(words):
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
