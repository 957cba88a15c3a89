"""Who stands in what role around a word of aid in a clause: owner, source, subject of a verb, the other side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from parsers.language.factored import factored
from parsers.language.lexicon import read_yaml
from parsers.language.mention import PersonValue
from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import side_of
from parsers.language.slots import Slot, any_of
from parsers.phrases.gifts.frames.active_givers import FIRM, giver_of, is_private
from parsers.phrases.gifts.frames.gift import NAMED, first_of, other_side, people_in, side_at, slot_in, slots_between
from parsers.phrases.gifts.givers.agencies import agency_in
from parsers.phrases.gifts.givers.told_before import of_earlier, told_donor
from parsers.phrases.gifts.words import aid_words


@dataclass(frozen=True, slots=True)
class Told:
    """What a clause tells: the side that gives, the span in the skeleton of the words of what it gives, and, where not
    the whole clause, the stretch in which amounts are what was given."""

    donor: str | None
    start: int
    end: int
    verb: str = "spoken"
    amounts: tuple[int, int] | None = None


def in_cause(statement: Statement, begin: int, end: int, *, besides: str = "") -> bool:
    """Whether a stretch tells of a cause, in which help is no aid; what it comes after is none ("after the coup")."""
    low = statement.low_skeleton
    found = (one for one in aid_words("causes").finditer(low, begin, end) if one[0] != besides)
    return any(not _TIMED.search(low, 0, one.start()) for one in found)


_TIMED = re.compile(
    r"\b(?:after|since|following|before|upon|until|gained|achieved|declared)(?: (?:the|its|their|\[\w+:\d+\](?:'s"
    r"|’s)?))*(?: [a-z]+ of)? $"
)


@cache
def aid_noun() -> Folded:
    """What a sentence calls aid, with its kinds: "technical and financial assistance"."""
    kind, noun, behind = (any_of(read_yaml("aid.yaml")[one]) for one in ("aid_kinds", "aid_nouns", "no_aid_behind"))
    fund = r"contributions?(?= (?:to|for|towards?)(?: the)? (?:\[(?:state|place)|(?:[a-z]+ )?(?:fund|appeal)\b))"
    goes = (
        r"(?:support|cooperation)(?= (?:(?:to|for|with)(?: the)? \[\w+:\d+\] )?(?:(?:is|was|has been|has) (?:[a-z]+ )?"
        r"(?:towards?|for|focus\w*|directed)|focus(?:es|ed)|covers)\b)"
    )
    mixed = rf"{_MATERIAL}(?:,? (?:and )?[a-z]+){{0,3}} (?:support|help)\b"
    return Folded(factored(rf"(?:{kind}(?:,? and |, | ))*(?:{noun}(?!['’-]| {behind})|{fund}|{goes}|{mixed})"))


# "Military and moral support" is aid, as its first half is.
_MATERIAL = r"(?:military|financial|economic|logistical|material|technical|medical|humanitarian)"


def is_title(statement: Statement, noun: int) -> bool:
    """Whether the words at a place belong to a name or a phrase: "the Technical Assistance Accord", "on loan", "came to
    the aid of B"."""
    low = statement.low_skeleton
    named = noun > 0 and statement.skeleton[noun].isupper() and not statement.skeleton.startswith("ODA", noun)
    is_phrase = low.endswith(("with the ", "legal ", "international "), 0, noun)
    is_phrase = is_phrase or _ON_LOAN.search(low, max(0, noun - 15), noun + 4) is not None
    return named or bool(is_phrase or _CAME_TO.search(low, max(0, noun - 20), noun))


_ON_LOAN = re.compile(r"\bon (?:[a-z]+ )?loan$")
# Behind the giver, before its aid: no verb, no preposition.
_OWNER = re.compile(
    rf"(?<!-)(?P<who>{NAMED})(?:'s|’s|'|’)? (?:(?!(?:the|an?|to|from|for|in|with|of|by|and|or|has|had|have|is|"
    rf"was|are|were|"
    r"will|would|as|at|on|also|which|that|who|than|got|took|sought|owes|repaid|gave|sent|made|makes?|but|while|"
    r"through|via|"
    r"under|during|after|before|since|without|despite|into|because|where|when|won|wins|lost|had|held|(?:receive|"
    r"enjoy|get|give|provide|offer"
    r"|send|need"
    r"|seek|grant|"
    r"want|donate|extend|supplie|deliver|support|fund|finance)s?)\b|[a-z]+(?:ed|ing)\b)[a-z-]+ ){0,4}$"
)

_RELIES = re.compile(
    rf"\b(?:depend\w*|relian(?:t|ce)|relied|relies|relying|counted|counts)(?: [a-z]+ly)? (?:up)?on(?: the)? "
    rf"(?P<who>{NAMED}) for (?:[a-z]+ ){{0,4}}$"
)

_DEPENDS = re.compile(
    rf"\bdepend\w* (?:up)?on(?: the)? (?P<who>{NAMED})(?:'s|’s)? (?:[a-z]+,? ){{1,3}}and (?:[a-z]+ )?$"
)

_NOMINAL = re.compile(rf"(?P<who>{NAMED})(?:'s|’s|'|’) (?:[a-z]+ )?(?:[a-z]+ion|delivery|supply|gift|sending) of "
                      r"(?:[a-z-]+,? ){0,4}$")  # fmt: skip

_CARRIES = re.compile(
    rf"(?P<who>{NAMED})(?:'s|’s|'|’)? (?:[a-z]+ ){{0,2}}(?:vessel|ship|plane|aircraft|flight|convoy|cargo|shipment|"
    rf"truck|"
    r"lorr(?:y|ie)|helicopter)s? (?:[a-z]+ ){0,2}?(?:carrying|loaded|laden|with|of) (?:with )?(?:[a-z-]+ ){0,3}$"
)

_GAVE = re.compile(
    r"\b(?:gave|giv\w+|sen[dt]\w*|offer\w*|grant\w*|provid\w*|lent|promis\w*|pledg\w*|award\w*)(?: the)? $"
)


def owner(statement: Statement, begin: int, noun: int) -> str | None:
    """The side that owns what stands at a place, or on which someone relies for it; none for "gave B aid"."""
    start, low = max(begin, noun - 90), statement.low_skeleton
    is_named = low.find("[", start, noun) >= 0
    found = first_of((_OWNER, _RELIES, _DEPENDS, _NOMINAL, _CARRIES), low, start, noun) if is_named else None
    slot = slot_in(statement, found)
    is_given = slot and _GAVE.search(low, begin, slot.start) and not low.startswith(("'", "’"), slot.end)
    is_helped = slot and _CAME_TO.search(low, begin, slot.start)
    return None if is_given or is_helped else side_at(statement, slot)


# "Came to B's aid": B is who gets it.
CAME = r"\b(?:c[ao]mes?|coming|rush\w*|went|goes|going|hasten\w*|hurr(?:y|ied)|sprang) to(?: the)?"
_CAME_TO = re.compile(rf"{CAME} $")

_GIVES = (
    r"(?:has |had |have |also |regularly |currently |still |is |was |been )*(?:given|gave|gives|giving|provid\w+|"
    r"sen[dt]s?|sending|extend\w*|grant(?:s|ed)|offer(?:s|ed)|suppl\w+|deliver\w*|pour\w+|channel\w*)\b"
)

_SOURCE = re.compile(
    rf"(?: (?:money|efforts|programmes?|programs?|projects?))?(?: (?:to|for)(?: the)? {NAMED})?"
    rf"(?:, (?:large|main|most|primari|chief)ly)?(?: (?:from|by|of|given by|provided by)(?: the)?(?: government of(?: "
    rf"the)?)? (?P<who>{NAMED})(?!'s|’s)|"
    rf"(?:,? (?:that|which))? (?:the )?(?P<gives>{NAMED})(?: government)? {_GIVES})"
)


def source(statement: Statement, noun: int, end: int) -> str | None:
    """The side from which it comes, or that gives it, right behind the noun; that of an agency too."""
    agency = _FROM_AGENCY.match(statement.skeleton, noun, end)
    if agency is not None:
        return side_at(statement, agency_in(statement, *agency.span("who")))
    found = _SOURCE.match(statement.low_skeleton, noun, end)
    slot = slot_in(statement, found, "who" if found and found["who"] else "gives")
    if slot and aid_words("private").search(statement.low_skeleton, slot.end, end):
        return None
    return side_at(statement, slot)


_FROM_AGENCY = re.compile(r" (?:from|by|of)(?: the)? (?P<who>\[body:\d+\])")


def parties(statement: Statement, begin: int, end: int) -> list[tuple[str | None, int, int]]:
    """The sides of the states, places and persons of a stretch, those of counted people too, with their spans."""
    named = slots_between(statement, begin, end, "state", "place", "person", "quantity")
    found: list[tuple[str | None, int, int]] = []
    for one in named:
        mention = one.mention if one.kind != "quantity" else next(iter(statement.inside(one.mention, "state")), None)
        is_nobody = mention is not None and isinstance(mention.value, PersonValue) and mention.value.iso3 is None
        is_past = statement.low_skeleton.endswith((" old ", " former "), 0, one.start)  # "an old Soviet base"
        if mention is not None and not ((is_nobody or is_past) and side_of(mention, statement.context) is None):
            found.append((side_of(mention, statement.context), one.start, one.end))
    return found


def sides_in(statement: Statement, begin: int, end: int) -> set[str | None]:
    """The sides that the parties of a stretch are; null stands for others."""
    return {side for side, _, _ in parties(statement, begin, end)}


def gets(statement: Statement, donor: str, begin: int, end: int) -> bool | None:
    """Whether the other side stands in the clause; null where it does not and another than the giver does."""
    sides = sides_in(statement, begin, end)
    is_meant = sides <= {donor, None} and _THE_COUNTRY.search(statement.low_skeleton, begin, end)
    if other_side(statement, donor) in sides or is_meant:
        return True
    return False if sides <= {donor} else None


_THE_COUNTRY = re.compile(
    r"\b(?:to|of|for|in|across|throughout|within|around) the (?:[a-z]+ )?(?:country|island|nation|kingdom|republic|"
    r"archipelago)\b|"
    r"\bthere(?=[,;.]|$| (?:since|in|for|by|from|and|during)\b)"
)


def is_there(statement: Statement, donor: str, begin: int, end: int) -> bool:
    """Whether the other side stands in a clause."""
    return gets(statement, donor, begin, end) is True


_PRONOUN = re.compile(r"(?:^|[,;] (?:and )?)(?:it|they|the (?:country|government|kingdom|republic)) (?:[a-z]+ ){0,2}$")
_PERSON = re.compile(r"(?:^|, )(?:he|she) (?:[a-z]+ )?$")
_RIGHT_BEFORE = re.compile(
    r"(?<!\] and )(?<!to )(?<!in )(?<!of )(?<!by )(?<!for )(?<!with )(?<!from )(?<!the )"
    rf"(?P<who>{NAMED})(?: government)?"
    r"(?: (?:has|have|had|also|long|always|[a-z]+ly))* $"
)
# "A's minister said that his country would".
_HIS_COUNTRY = re.compile(r"\b(?:his|her|their|its) (?:country|government|nation) (?:[a-z]+ ){0,3}$")


# "40 [A] officers were posted to B to".
_STATIONED = re.compile(
    r"(?P<who>\[quantity:\d+\]) (?:(?:are|were|have been|had been|was) )?(?:stationed|deployed|posted|based|sent"
    r"|came|went) "
    r"[^,;]{0,60}?to (?:help |assist )?(?:with |in )?$"
)
_PARTICIPLE = re.compile(r"[a-z]+ing\b")


def subject(statement: Statement, begin: int, verb: int) -> str | None:
    """The side that does what the verb at a place says: its subject, an antecedent, the agency of a side, or, for "it"
    at the head of a sentence, the side that was told to help."""
    low = statement.low_skeleton
    if _HIS_COUNTRY.search(low, begin, verb):
        return side_at(statement, next(reversed(slots_between(statement, 0, verb, "person", "state")), None))
    if FIRM.search(statement.skeleton, max(begin, verb - 60), verb):
        return None
    slot = giver_of(statement, verb, low[begin:verb]) or slot_in(statement, _RIGHT_BEFORE.search(low, begin, verb))
    slot = slot or people_in(statement, _STATIONED.search(low, begin, verb)) or _told_behind(statement, begin)
    if slot is None and _PRONOUN.search(low, 0, verb):
        return told_donor(statement) or of_earlier(statement)
    if slot is None and _PERSON.search(low, begin, verb):
        return side_of(statement.context.person, statement.context)
    if slot and low.endswith(", ", begin, verb) and _PARTICIPLE.match(low, verb):  # its subject is that of the clause
        slot = next(iter(slots_between(statement, begin, verb, "state")), slot)
    if slot is None or slot.kind == "body" or is_private(slot, statement.skeleton):
        return None
    is_nobody = isinstance(slot.mention.value, PersonValue) and slot.mention.value.office is None
    return None if is_nobody else side_of(slot.mention, statement.context)


def _told_behind(statement: Statement, begin: int) -> Slot | None:
    """The state of which a clause that begins at a place is told: "…, B, which"; null where it is no such clause."""
    if not statement.low_skeleton.endswith(", which", 0, begin):
        return None
    return next((one for one in slots_between(statement, 0, begin, "state") if one.end == begin - len(", which")), None)


# Firms and communities act for themselves, though they are called after their state.
PRIVATE = re.compile(
    r"\b(?:labou?rers|(?<!aid )(?<!health )(?<!medical )(?<!rescue )(?<!relief )workers|immigrants|emigrants|settlers|"
    r"colonists|communit|compan|corporation|firms?\b|investors|investments|businesses|architect|contractor|consortium)"
)
