"""Frames of those who came to help: doctors at work in the other state, rescue teams and relief that arrived there, and
operations that were launched to help it.

Each gives a `Gift` of `giving`; its counts are read by `transfers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.language.slots import Slot, clause_end, clause_start, slots
from parsers.language.states import find_states
from parsers.phrases.gifts.aid_headings import of_heading
from parsers.phrases.gifts.gift import NAMED, Gift, aid_words, people_in, slot_in, slots_between
from parsers.phrases.gifts.giving import actor_before, agency_in
from parsers.phrases.gifts.relief import frame_of
from parsers.phrases.gifts.told_donors import told_donor

_MEDICAL = r"(?:doctors|physicians|surgeons|medics|(?:medical|health) (?:workers|personnel|staff|specialists|teams?))"
_AT_WORK = (
    r"(?:currently |also |now |still |then |have |had )?(?:(?:were|are|is|was|have been|has been|had been) (?:also )?)?"
    r"(?:work(?:s|ed|ing)?|serv(?:e|es|ed|ing)|practi[sc](?:e|ed|ing)|teach(?:es|ing)?|taught|stationed|deployed|"
    r"based|employed)\b"
)
_COUNTED_AT_WORK = Folded(
    rf"(?P<who>\[quantity:\d+\])(?: and [a-z]+)?(?: from(?: the)? (?P<home>{NAMED}))?(?: [a-z]+ed)? "
    rf"{_AT_WORK}(?P<where>[^;.]{{0,60}})"
)
_THERE_WERE = Folded(
    r"\bthere (?:are|were|have been|had been)(?: (?:about|some|over|nearly|more than|around|an estimated|also|"
    r"still|now|currently|presently|today|at present))*"
    r" (?P<who>\[quantity:\d+\])(?P<where>[^;.]{0,60})"
)
_AT_WORK_OF = Folded(
    rf"(?P<who>{NAMED})(?:'s|’s)? (?P<item>(?:[a-z]+ ){{0,1}}?(?:{_MEDICAL}|medical brigades?|(?:technical|"
    rf"agricultural|"
    rf"medical) (?:experts|missions?|advis[eo]rs)|(?:military )?(?:advis[eo]rs|instructors|experts|specialists|"
    rf"teachers|professors|lecturers|coaches|"
    rf"volunteers(?= (?:have |has |had )?(?:been |also )?(?:work|teach|taught))))) "
    rf"(?:have |has |had )?(?:{_AT_WORK}|(?:taught|teach|trained)\b)(?P<where>[^;.]{{0,60}})"
)
_FROM_AT_WORK = Folded(
    rf"(?P<item>(?:{_MEDICAL}|(?:[a-z]+ )?(?:volunteers|teachers|experts|advis[eo]rs|instructors|engineers|"
    rf"agronomists|technicians|specialists))) from(?: the)? (?P<who>{NAMED}) (?:have |has |had )?(?:(?:(?:were|are|"
    rf"been) )?(?:also )?(?:teaching|taught|teach|training|helping|assisting|advising)\b|{_AT_WORK})"
    rf"(?P<where>[^;.]{{0,60}})"
)
_HOSTED = Folded(
    rf"(?P<there>{NAMED})(?: government)? (?:also |now |currently )?(?:hosts|hosted|employs|employed|welcomed|is "
    rf"home to)(?: (?:about|some|over|nearly|more than|around|an estimated|up to))* (?P<who>\[quantity:\d+\])"
)
_COUNTED_HELPED = Folded(
    r"(?P<who>\[quantity:\d+\]) (?:have |had |also )*(?:helped|assisted|joined|took part|participated|supported)\b"
    r"(?P<where>[^;.]{0,60})"
)
# Those who help, as the subject: "[A] advisers assisted B's army".
_AIDING = Folded(
    rf"(?P<who>{NAMED})(?:'s|’s)? (?P<item>(?:[a-z]+ )?(?:advis[eo]rs|instructors|experts|specialists|technicians|"
    rf"doctors|medics)) (?:have |has |had |also )*(?:assisted|assist|helped|advised|advise|supported|aided)\b"
    r"(?! (?:in|with)\b)"
    rf"(?P<where> (?:the )?(?:[a-z]+ )?{NAMED})"
)
_IN_HOSPITAL = re.compile(r"^ (?:in|at) .*\b(?:hospitals?|clinics?|country|island)\b")
_KEEPS = Folded(
    r"\b(?:maintain(?:s|ed)|keeps|kept|operate[sd]|runs|ran|set up|established|has had|has(?= an? ))(?: also)? (?:an? "
    r"|its )?(?P<item>(?:[a-z]+ ){0,2}?(?:(?:medical|agricultural|health|farm) (?:missions?|teams?|"
    r"brigades?)|(?:field|mobile|military) hospitals?))(?P<where>[^;.]{0,60})"
)
_ARRIVED = Folded(
    r"\b(?:arrived|landed|docked|flew|reached|came)(?: (?:in|at|to|on|into))?(?P<where>[^;.]{0,70})"
    r"|\bentered(?P<into> [^;.]{0,40})"
)
_FROM_ALONE = re.compile(r" from(?: the)? \[state:\d+\](?!.*\[(?:state|place|body))")
_RELIEF = re.compile(
    r"\b(?:aid|relief|rescue\w*|medical|doctors|nurses|firefighters|humanitarian|doses|vaccines?|ventilators|masks|"
    r"convoys?|ambulances?|fire (?:engines?|trucks?)|generators|medicines?|supplies|search and rescue|field "
    r"hospital|tents|blankets)\b"
)
_OPERATION = Folded(
    r"\b(?:launched|mounted|began|started|conducted|carried out|initiated|organi[sz]ed|ran|undertook)"
    r" (?:an? |the |its |several |extensive )?[\"“‘']?(?P<item>operation [\w' ’-]{3,40}?|"
    r"(?:[a-z-]+ ){0,3}(?:relief|rescue|aid|humanitarian|evacuation) (?:operations?|missions?|campaigns?|efforts?))"
    r"(?=[\"”’']?,? (?:to (?:help|assist|aid|support|provide|bring|deliver|rescue)|in (?:aid|support) of|for|in|"
    r"after|following)\b)"
)


def _home(statement: Statement, slot: Slot | None) -> str | None:
    """The side that a slot, or the people that it counts, belong to."""
    if slot is None:
        return None
    if slot.kind != "quantity":
        return side_of(slot.mention, statement.context)
    own = next(iter(statement.inside(slot.mention, "state")), None)
    return side_of(own, statement.context)


def _is_there(statement: Statement, start: int, stop: int, donor: str | None) -> bool:
    """Whether the first place named in a stretch belongs to the side that faces the donor."""
    named = slots_between(statement, start, stop, "state", "place", "body")
    return bool(named) and side_of(named[0].mention, statement.context) == facing(donor, statement.context.pair)


def at_work(statement: Statement) -> Iterator[Gift]:
    """Frames of doctors, advisers and experts of one side at work in the other: "40 [A] doctors work in B".

    Not read: other people at work abroad, who are no aid.
    """
    shapes = (_COUNTED_AT_WORK, _THERE_WERE, _AT_WORK_OF, _FROM_AT_WORK, _AIDING, _HOSTED, _COUNTED_HELPED)
    seen: set[int] = set()
    for match in (one for shape in shapes for one in shape.finditer(statement.low_skeleton)):
        slot = slot_in(statement, match, "who")
        is_counted = slot is not None and slot.kind == "quantity"
        told = slot_in(statement, match, "home") if "home" in match.re.groupindex else None
        donor = _home(statement, slot) or _home(statement, told) or (of_heading(statement) if is_counted else None)
        where = match.span("where" if "where" in match.re.groupindex else "there")
        there = _is_there(statement, *where, donor) or (
            _IN_HOSPITAL.search(match.groupdict().get("where") or "")
            and not slots_between(statement, *where, "state", "place", "body")
        )
        if slot is None or not donor or not there or slot.start in seen:
            continue
        seen.add(slot.start)
        if is_counted and not re.search(
            rf"\b(?:{_MEDICAL}|(?:military|technical|agricultural) (?:advis[eo]rs|experts|instructors)|"
            r"firefighters|rescuers|rescue workers|paramedics|technicians|aid workers|volunteers|teachers|"
            r"experts|specialists)$",
            slot.mention.text.lower(),
        ):
            continue
        for gift in frame_of(statement, match, donor, None if is_counted else match.span("item"), "sent"):
            yield replace(gift, end=slot.start, stop=slot.end) if is_counted else gift


def keeps(statement: Statement) -> Iterator[Gift]:
    """Frames of missions that one side keeps in the other: "A has maintained a medical mission in B".

    Not read: missions that are posts of diplomacy or trade.
    """
    for match in _KEEPS.finditer(statement.low_skeleton):
        giver = actor_before(statement, clause_start(statement.skeleton, match.start()), match.start())
        donor = _home(statement, giver)
        if donor and _is_there(statement, *match.span("where"), donor):
            yield from frame_of(statement, match, donor, match.span("item"), "sent")


def arrived(statement: Statement) -> Iterator[Gift]:
    """Frames of relief that reached the other side: "300 [A] medical workers arrived in B with 20 tonnes of food".

    Not read: arrivals without a word of relief, and those that a third state sent.
    """
    skeleton = statement.skeleton
    for match in _ARRIVED.finditer(statement.low_skeleton):
        begin, stop = _subject_start(skeleton, match.start()), clause_end(skeleton, match.end())
        subject = _spelled(statement, begin, match.start())
        if not _RELIEF.search(subject) or aid_words("barred").search(subject):
            continue
        where = "where" if match["where"] is not None else "into"
        donor = _sender(statement, begin, match.start(), match.start(where), stop)
        is_bare = where == "where" and _FROM_ALONE.match(match["where"]) is not None
        if not slots_between(statement, match.start(where), stop, "state", "place", "body"):
            donor, is_bare = _told_sender(statement, begin, match.start()), True
        if donor is None or not (is_bare or _is_there(statement, match.start(where), stop, donor)):
            continue
        if slots_between(statement, begin, stop, "quantity"):
            yield Gift(donor, facing(donor, statement.context.pair) or "", "sent", begin, begin, stop, True)
        else:
            lead = _LEAD.match(skeleton, begin)
            start = begin + (lead.end() if lead else 0)
            mark = re.search(r", which\b| (?:were|was|had|have|also) ", skeleton[start : match.start()])
            end = start + mark.start() if mark else len(skeleton[: match.start()].rstrip(" ,"))
            yield from frame_of(statement, match, donor, (start, end) if start < end else None, "sent")


_LEAD = re.compile(
    r"(?:(?:(?:soon |shortly )?(?:after|following)|during|in|on)\b [^,\[]{3,40}, |(?:the|an?|in|on|soon|by) |"
    r"\[date:\d+\],? )*",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:[^,;]{3,60}), which ?$")


def _subject_start(skeleton: str, verb: int) -> int:
    """Where the clause of a verb begins; a relative clause between subject and verb is passed over."""
    begin = clause_start(skeleton, verb)
    return 0 if _RELATIVE.fullmatch(skeleton[:begin]) and "," in skeleton[begin:verb] else begin


def _told_sender(statement: Statement, begin: int, verb: int) -> str | None:
    """The side that relief came from where no place is said: named before the verb, or told in the text before; null
    where others are named."""
    named = [one.mention for one in slots_between(statement, begin, verb, "state", "body", "person", "place")]
    counted = slots_between(statement, begin, verb, "quantity")
    named += [own for one in counted for own in statement.inside(one.mention, "state")]
    sides = {side_of(one, statement.context) for one in named}
    return told_donor(statement) if not sides else (sides.pop() if len(sides) == 1 else None)


def _sender(statement: Statement, begin: int, verb: int, where: int, stop: int) -> str | None:
    """The side that relief came from: named before the verb or, behind the place, after "from" or "on"; null where
    none or a third state is named."""
    ahead = [
        *(_home(statement, one) for one in slots_between(statement, begin, verb, "state", "body", "person")),
        *(
            side_of(own, statement.context)
            for one in slots_between(statement, begin, verb, "quantity")
            for own in statement.inside(one.mention, "state")
        ),
    ]
    if _FROM_ALONE.match(statement.skeleton, where) and not ahead:
        return _home(statement, slots_between(statement, where, stop, "state")[0])
    first, *rest = [
        _home(statement, one) for one in slots_between(statement, where, stop, "state", "place", "body")
    ] or [None]
    named = ahead or [side for side in rest if side != first]
    return named[0] if named and None not in (*named, first, *rest) and len(set(ahead)) < 2 else None


def _spelled(statement: Statement, begin: int, end: int) -> str:
    """The words of a stretch in lower case, its slots spelled out."""
    return statement.document.text[statement.offset(begin) : statement.offset(end)].lower()


def operations(statement: Statement) -> Iterator[Gift]:
    """Frames of operations that one side launched to help the other: "A launched Operation Dawn to help B"."""
    for match in _OPERATION.finditer(statement.low_skeleton):
        stop = clause_end(statement.skeleton, match.end())
        begin = clause_start(statement.skeleton, match.start())
        donors = [
            one
            for one in slots(statement, "state", "person", "body")
            if begin <= one.start and one.end <= match.start()
        ]
        donor = _home(statement, donors[-1]) if donors else None
        if donor and _is_there(statement, match.end(), stop, donor):
            yield from frame_of(statement, match, donor, match.span("item"), "launched")


def graduates(statement: Statement) -> Iterator[Gift]:
    """Frames of a number of people of one side who got training or scholarships, or studied with these or at the cost
    of the other, in the other.

    Not read: study that is not paid for; training that a third state gave.
    """
    for match in _GOT_TRAINING.finditer(statement.low_skeleton):
        people = people_in(statement, match) or (slot_in(statement, match) if match["home"] else None)
        home = slot_in(statement, match, "home") or people
        recipient = side_of(home.mention, statement.context) if home else None
        donor = facing(recipient, statement.context.pair)
        behind = slots_between(
            statement, match.end(), clause_end(statement.skeleton, match.end()), "state", "body", "place"
        )
        sides = [_named_side(statement, one) for one in behind]
        if people is None or donor is None or (sides and donor not in sides):
            continue
        told = next(name for name in ("item", "on", "paid", "charge", "free") if match[name])
        for gift in frame_of(statement, match, donor, match.span(told), "trained"):
            item = gift.item if told in ("item", "on") else "studies"
            yield replace(gift, item=item, end=people.start, stop=people.end)


def entitled(statement: Statement) -> Iterator[Gift]:
    """Frames of scholarships that people of one side may have from the other: "B's citizens are eligible for A's
    scholarships", "may apply for scholarships under [programme]".

    Not read: scholarships whose giver is not said.
    """
    for match in _ENTITLED.finditer(statement.low_skeleton):
        people = slot_in(statement, match)
        donor = facing(_home(statement, people), statement.context.pair)
        stop = clause_end(statement.skeleton, match.end())
        behind = slots_between(statement, match.end("may"), stop, "state", "body", "place")
        sides = [_named_side(statement, one) for one in behind]
        agency = agency_in(statement, match.end("may"), stop)
        sides += [side_of(agency.mention, statement.context)] if agency else []
        if donor and donor in sides:
            yield from frame_of(statement, match, donor, match.span("item"), "provides")


def _named_side(statement: Statement, slot: Slot) -> str | None:
    """The side of a slot; of a body that is named after a side, that one."""
    if slot.kind != "body":
        return side_of(slot.mention, statement.context)
    inside = [side_of(one, statement.context) for one in find_states(slot.mention.text, statement.context.pair)]
    return next((side for side in inside if side), None) or side_of(slot.mention, statement.context)


_ENTITLED = Folded(
    rf"(?P<who>{NAMED})(?:'s|’s)?(?: [a-z]+){{0,3}}(?P<may> (?:is|are|were|was|became|become) (?:also )?(?:eligible|"
    r"entitled|qualified)| (?:can|may|could|regularly|often|also) (?:also )?(?:apply|compete|qualify)| apply| qualify)"
    rf" (?:for|to)(?: (?!\[)[a-z]+| {NAMED}(?:'s|’s)?){{0,5}}? (?P<item>scholarships?|fellowships?|bursaries)\b"
)
_GOT_TRAINING = Folded(
    rf"(?P<who>\[quantity:\d+\])(?:(?: (?:of|from)(?: the)?)? (?P<home>{NAMED}))?(?: (?:a|each|every|per) year)? "
    rf"(?:(?:have|has|had|also|already|since) "
    rf")*(?:(?:received?|undergone?|underwent|completed?|"
    r"benefited from|"
    r"benefitted from|got|were given|were granted|were awarded|attended|been granted|been awarded|obtained) "
    r"(?P<item>(?:(?:[a-z-]+|\[state:\d+\]) ){0,4}?(?:training(?: courses?)?|scholarships?|fellowships?|"
    r"bursaries|courses|(?:study )?grants))\b|"
    r"(?:(?:are |were |been )?stud(?:ied|y|ying)|graduated?)\b[^;.]{0,60}?(?: (?:on|with|under|through|"
    r"thanks to) (?P<on>(?:[a-z-]+ ){0,3}?scholarships?)\b|,? (?:and |with )?(?:all |of )?(?:their|its|the|whose) "
    r"(?P<paid>(?:[a-z]+ ){0,2}?(?:expenses|costs?|fees|tuition|studies|education|stay|training)\b[^;.\[]{0,25}? "
    r"(?:paid|covered|funded|financed|sponsored|borne|met)(?: for)? by)\b|"
    r" at(?: the)? (?P<charge>(?:expense|cost) of(?= the \[| \[))|"
    r",? (?P<free>free of charge|(?:sponsored|funded|financed|paid for) by)\b))"
)
