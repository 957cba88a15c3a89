"""Givers that those who learn tell: "B's officers study in A on scholarships"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import side_of
from parsers.phrases.gifts.frames.gift import (
    NAMED,
    named_side,
    other_side,
    people_in,
    side_at,
    side_in,
    slot_in,
    slots_between,
)
from parsers.phrases.gifts.givers.agencies import agency_in
from parsers.phrases.gifts.givers.roles import Told


def of_scholars(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Scholarships, training and studies that people of one side have from the other: "B's officers study in A on
    scholarships", "20 of B's citizens were trained under A's programme"."""
    low = statement.low_skeleton
    for learns in _LEARNERS.finditer(low, begin, end):
        people = slot_in(statement, learns)
        found = [one for shape in _GOT if (one := shape.search(low, learns.end("people"), end))]
        noun = min(found, key=re.Match.start, default=None)
        if noun is None or people is None:
            continue
        is_counted = people.kind == "quantity"
        recipient = _side_of_people(statement, learns)
        if recipient is None and is_counted:
            recipient = other_side(statement, side_in(statement, _STUDY_IN.search(low, learns.end("people"), end)))
        donor = other_side(statement, recipient)
        sides = _named_sides(statement, begin, end)
        is_alone = noun.re is not LEARNS and is_counted and sides <= {recipient}
        if donor is not None and (donor in sides or is_alone):
            item = noun.span("noun") if noun["noun"] else (people.end, people.end)
            yield Told(donor, *item, "studied", (people.start, people.end) if is_counted else noun.span())


def of_scholarships(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Scholarships for people of one side to study in the other, of which no verb tells who gives them."""
    for found in _TO_STUDY.finditer(statement.low_skeleton, begin, end):
        receiver, donor = side_in(statement, found), side_in(statement, found, "at")
        if donor and receiver == other_side(statement, donor):
            yield Told(donor, *found.span("noun"))


_TO_STUDY = Folded(
    rf"\b(?P<noun>(?:scholarships?|fellowships?|bursaries)) (?:for|to)(?: the)? (?P<who>{NAMED})(?: [a-z]+){{0,2}}? "
    rf"(?:to|who) (?:study|pursue|attend|continue|train)(?: [a-z]+){{0,4}}? (?:in|at)(?: the)? (?P<at>{NAMED})"
)


def _named_sides(statement: Statement, begin: int, end: int) -> set[str | None]:
    """The sides that a clause names, by themselves or by an agency; null stands for others."""
    named = {named_side(statement, one) for one in slots_between(statement, begin, end, "state", "place", "body")}
    agency = agency_in(statement, begin, end)
    return {*named, side_of(agency.mention, statement.context)} if agency else named


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
    r"awarded|offered|taken|took|pursu(?:es?|ing)|"
    r"became(?= (?:doctors|engineers|officers|pilots|nurses|teachers)\b)|underg[oe]\w*|underwent"
    r"|complet(?:ed?|es)|benefit\w*|graduated?|went|go|travel\w*|came"
    r"|moved|sent|"
    r"admitted|(?:taught|trained|treated|nursed|train)(?! (?:(?:some|about|over|many|more than|several|the) )*(?:\[|"
    r"hundreds|thousands|dozens|scores|numerous))|held|hold|follow(?:ed)?|participated?|enrol(?:s|led)?|"
    r"(?:have|has) had(?! an? )|"
    r"eligible|entitled|(?:(?:can|may|could) )?(?:apply|qualify|compete)|selected)\b"
)
_SCHOLARSHIPS = re.compile(
    r"(?<!sports )\b(?P<noun>(?!sports )(?:(?!(?:on|for|of|the|under|with|in|from|got|receive|received|awarded|granted|"
    r"given)\b)[a-z]+ )?(?:scholarships?|fellowships?|bursaries|stipends?))\b"
)
LEARNS = re.compile(
    r"\b(?:attend\w*|taken|took(?: part in)?|underg\w+|underwent|receiv\w+|complet\w+|(?:were|was) (?:given|"
    r"offered)|obtain\w*|got"
    r"|get|granted|awarded|follow(?:ed)?|participated? in|went through) "
    r"(?P<noun>(?:(?!in\b|of\b|from\b)(?:[a-z-]+|\[state:\d+\]) ){0,3}?(?:trainings?|courses?|(?:study )?grants"
    r"|(?:military|medical|police|technical|vocational|university) education|(?:medical )?(?:treatment|surgery)|"
    r"(?:medical|hospital) care))\b"
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
_GOT = (_SCHOLARSHIPS, LEARNS, _PAID, _FOR_TRAINING)
