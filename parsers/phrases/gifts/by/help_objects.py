"""What an active verb of helping has as its object: where it ends, the people it counts, and what makes it no aid."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.language.reading import Statement
from parsers.language.slots import Slot, words_of
from parsers.phrases.gifts.columns.items import phrase_end
from parsers.phrases.gifts.frames.gift import NAMED, people_of, slots_between
from parsers.phrases.gifts.givers.roles import in_cause
from parsers.phrases.gifts.words import aid_words


@dataclass(frozen=True, slots=True)
class Act:
    """An active verb of helping, with the clause around it."""

    statement: Statement
    begin: int
    verb: re.Match[str]
    end: int

    @property
    def is_training(self) -> bool:
        """Whether the verb is of training people."""
        return self.verb[0].split()[-1].startswith(("train", "educat"))


def is_no_aid(act: Act, helped: int, stop: int) -> bool:
    """Whether help is in a cause or in war, or for what a state has in view ("supported the initiatives of A"), or its
    object is not what the verb must have to tell of aid.
    """
    low, verb = act.statement.low_skeleton, act.verb
    if _POLICY.search(low, verb.end(), stop + _BEHIND):
        return True
    proof = _PROOFS.get(_GOVERNING.sub("", verb[0])[:4])
    reach = 32 if proof not in (_ANY_PROJECTS, _AID_PROJECTS) else 60
    if proof and not proof.search(words_of(act.statement, verb.end(), min(helped + 20, verb.end() + reach)).lower()):
        return True
    if act.is_training and _SPORT.search(low, act.begin, stop):
        return True
    if _CIVIL.search(low, verb.end(), stop) and not _WAR.search(low, act.begin, act.end):
        return False
    if in_cause(act.statement, verb.end(), stop, besides="troops" if act.is_training else ""):
        return True
    return not act.is_training and _is_of_troops(act)


# "Began to build": what is begun tells.
_GOVERNING = re.compile(r"^(?:began|begun|start(?:s|ed|ing)?|launch(?:es|ed|ing)?) (?:to )?(?=[a-z])")


def _is_of_troops(act: Act) -> bool:
    """Whether troops are counted in a clause, or forces named before its verb."""
    if _SOLDIERS.search(words_of(act.statement, act.begin, act.end).lower()):
        return True
    return _FORCES.search(act.statement.low_skeleton, act.begin, act.verb.start()) is not None


def _object_of(low: str, verb: re.Match[str], start: int, reach: int) -> re.Match[str] | None:
    """What the object of some verbs must be that no other help is: those who are treated, craft that is repaired."""
    if verb[0].startswith("treat"):
        return _TREATED.match(low, verb.end(), reach)
    if verb[0].startswith(("repair", "refurb", "moderni", "upgrad")):
        return aid_words("craft").search(low, start, reach)
    if verb[0].split()[-1].startswith(("rebuil", "reconstruct")):
        return _REBUILT.match(low, verb.end(), reach)
    return _WHOM_ARMED.match(low, verb.end(), reach) if _ARMS.match(verb[0]) else None


# "The construction of four power plants": they are counted.
_WORKS_OF = re.compile(
    r" (?:(?:construction|building|rehabilitation|renovation|establishment|reconstruction|development|repair) of|"
    r"build(?:ing)?|construct(?:ing)?|establish(?:ing)?|set(?:ting)? up) (?:the |some |about )?$"
)
# Whomever of the other side one trains or equips.
FORMS = re.compile(r"train|equip|instruct|educat")
_PARTY = re.compile(NAMED)
_TREATED = re.compile(
    r" (?:(?:about|some|over|nearly|more than|up to) )?(?:\[quantity:|thousands|hundreds|dozens|many (?!as\b)|its sick)"
)
_REBUILT = re.compile(rf"(?: the)?(?: [a-z]+){{0,2}}(?: of)?(?: the)? {NAMED}(?!'s|’s)")
_ARMS = re.compile(r"(?:re-?)?(?:arm|equip)")
_WHOM_ARMED = re.compile(rf"(?: the)? {NAMED}(?!'s|’s| [a-z]+s\b)")


def object_end(act: Act, start: int, reach: int) -> int | None:
    """Where what is helped ends, in the skeleton: a field, a force, works that the lexicon lists, or any as aid."""
    statement, low, verb = act.statement, act.statement.low_skeleton, act.verb
    helped = aid_words("helped").search(low, start, reach) or _object_of(low, verb, start, reach)
    helped = helped or _STRICKEN.match(low, start, reach)
    if helped is not None:
        return helped.end()
    for one in slots_between(statement, start, reach, "quantity")[:1]:
        if _WORKS_OF.search(low, start - 1, one.start) and aid_words("helped").search(one.mention.text.lower()):
            return one.end
    if whom := _IN_NEED.match(low, start - 1):
        return whom.end("whom")
    if _AS_AID.search(low, act.begin) or (FORMS.match(verb[0]) and _PARTY.search(low, start - 1, reach)):
        return phrase_end(statement, start, reach)
    return None


def counted_object(act: Act) -> Slot | None:
    """The counted people, works … right behind a verb that are helped or trained."""
    statement, verb = act.statement, act.verb.end()
    for one in slots_between(statement, verb, min(act.end, verb + 30), "quantity")[:1]:
        is_named = aid_words("helped").search(one.mention.text.lower()) is not None
        is_of_people = act.is_training or act.verb[0].startswith("treat")
        is_people = people_of(statement, one) or _OTHERS.search(one.mention.text.lower())
        if is_named or (is_of_people and is_people):
            return one
    return None


# People by their trade: "900 cooks", not "40 hours".
_OTHERS = re.compile(r"(?<!hou)(?<!yea)(?:ers|ists|ors|ians|ooks|ilots|men|women|people|nts|ies|ees|eons|rses|ides)$")


_STRICKEN = re.compile(rf"(?:the )?[a-z]+-(?:stricken|struck|hit|affected|ravaged|torn|battered) (?:{NAMED})?")
# One who is helped in a disaster: "helped B's government during the droughts".
_IN_NEED = re.compile(
    rf" ?(?P<whom>(?:the )?(?:{NAMED}(?:'s|’s)?)?(?: (?:government|people|authorities|population"
    rf"|country))?)(?: to recover)? "
    r"(?:during|after|following|in(?: the wake of)?|from|with|while (?:it|they) (?:was|were) (?:going|suffering|hit|"
    r"struck|passing)(?: (?:through|by|from|under))?)(?: the| its| several| many| an?)? (?:[\w-]+ |\[\w+:\d+\](?:'s"
    r"|’s)? ){0,3}?"
    r"(?:droughts?|famines?|floods?|earthquakes?|hurricanes?|cyclones?|typhoons?|tsunami|disasters?|epidemics?"
    r"|pandemic|"
    r"outbreaks?|eruption|storms?|wildfires|fires)\b"
)
_PROJECTS = re.compile(
    r"\b(?:demining|mine[- ]clearance|relief|aid|humanitarian|development|rural|health|education|water|"
    r"poverty)\b[^,;]{0,25} "
    r"(?:projects?|programmes?|programs?|work|efforts|activities)\b|\bdevelopment co-?operation\b"
)
_POLICY = re.compile(rf"\b(?:initiatives|policies|positions?) of (?:the )?{NAMED}(?! (?:government|authorit|people))")
_BEHIND = 40
_TROOPS = re.compile(r"\b(?:army|navy|air force|armed forces|coast guard|gendarmerie|police|militia|guard|forces)\b")
_COSTS = re.compile(r"\b(?:budget|salaries|wages|teachers)\b")
_CONSTRUCTION = re.compile(r"\b(?:construction|renovation|restoration|rehabilitation|rebuilding|building) of\b")
_ANY_PROJECTS = re.compile(r"\b(?:projects?|programmes?|programs?)\b")
_OF_AID = (
    r"(?:aid|assistance|relief|humanitarian|development|education(?:al)?|health|medical|training|restoration|water|"
    r"rehabilitation|reconstruction|agricultur(?:e|al)|rural|housing|sanitation|literacy|vocational|demining|scholarship)"
)
# What is launched in the other's land is aid where its field is.
_AID_PROJECTS = re.compile(
    rf"\b{_OF_AID}\b[^,;]{{0,25}} (?:projects?|programmes?|programs?)\b|"
    rf"\b(?:projects?|programmes?|programs?) (?:on|in|for|of)(?: the)?(?: fields? of| areas? of)? {_OF_AID}\b"
)
# What some verbs must have as their object.
_PROOFS = {
    "open": re.compile(
        r"\b(?:hospital|clinic|orphanage|wells|health|medical|dialysis|vocational|rehabilitation|maternity|eye centre|"
        r"training (?:base|camp|school|cent))"
    ),
    "clea": re.compile(r"\b(?:land)?mines\b|\bordnance\b"),
    "lead": _TROOPS,
    "led ": _TROOPS,
    "paid": _COSTS,
    "pays": _COSTS,
    "orga": _TROOPS,
    "comm": _TROOPS,
    "invo": _PROJECTS,
    "enga": _PROJECTS,
    "init": _PROJECTS,
    "comp": _CONSTRUCTION,
    "impl": _ANY_PROJECTS,
    "carr": _ANY_PROJECTS,
    "laun": _AID_PROJECTS,
    "bega": _AID_PROJECTS,
    "begu": _AID_PROJECTS,
    "star": _AID_PROJECTS,
}
_AS_AID = re.compile(
    r"\bas (?:an? |part of (?:an?|its|their|the) )(?:[a-z]+ ){0,2}?(?:(?:aid|assistance|development cooperation)(?: "
    r"(?:project|programme|program|package|scheme))?|gift|donation|present)\b",
    re.IGNORECASE,
)
_FORCES = re.compile(r"\b(?:soldiers|troops|paratroopers|fleets?|squadrons?|regiments?|artillery|warships?|jets)\b")
_SPORT = re.compile(r"\b(?:football|basketball|handball|club|league|national team|athletes)\b")
# What soldiers help with in peace.
_CIVIL = re.compile(r"\b(?:schools?|hospitals?|clinics?|orphanages?|houses|homes|roads|bridges?|wells|villages)\b")
_WAR = re.compile(r"\b(?:war|battle|siege|front|fight\w*|fought|campaign)\b")
_SOLDIERS = re.compile(r"\b[\d,.]+ (?:[a-z]+ )?(?:soldiers|troops)\b")
