"""Words on which a verb takes no side: praise of a state, a treaty one joins, a charge against oneself, an offer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from parsers.phrases.stances.matter import Matter
from parsers.phrases.stances.no_questions import ITS_AIM
from parsers.phrases.stances.words import beginnings

Finds = Callable[[str], re.Match[str] | None]
Verbs = tuple[str, ...]

_DOING = re.compile(r"(?:having )?[a-z]+ing\b")
_WITHHELD = re.compile(
    r"(?:[A-Z][\w’'-]+ ){1,3}(?:an?|one|any|the (?:right|chance|opportunity|use)|access|entry|permission) "
    r"|[\w’'-]+ (?:the|its) (?:[a-z]+ )?(?:votes?|majority|seats?) "
    r"|(?:its |the )?(?:ports?|airspace|air space|entry|access|transit|passage|landing rights|visas?) to "
)
_OF_ITSELF = re.compile(
    r"(?:\S+ ){0,2}?suggestions? that\b|(?:\S+ ){0,2}?(?:claims?|allegations?|accusations?|charges?|suggestions?|"
    r"reports?|rumou?rs) (?:that|of) "
    r"(?:it|they|he|she|its|their|having|the country|the government)\b"
)
_CHARGED = re.compile(
    r" (?:(?:the|any|all|such|these|those|having|direct) )*(?:allegations?|accusations?|charges|reports?|rumou?rs|"
    r"involvement|responsibility|wrongdoing|complicity|knowledge|participation|presence|links|"
    r"connections?)\b"
)
_SETTLED = re.compile(r"[\w ]{2,40}? (?:on|about|over|to) (?!the (?:need|importance|necessity|urgency)\b)")
_TO_VOTE = re.compile(
    r" to (?:condemn|reject|oppose|support|approve|adopt|suspend|expel|lift|end|admit|recogni[sz]e)\b"
)
# To denounce a treaty with somebody is to end it.
_OWN_TREATY = re.compile(r" (?:[\w’'-]+ ){0,4}(?:accords?|agreements?|treat(?:y|ies)|pacts?|conventions?) with ")
_OWN_DEAL = re.compile(r"an? (?:[a-z]+ ){0,2}(?:agreement|accord|memorandum|protocol|treaty|document)(?=$| at | to )")
_OPPOSITE = re.compile(
    r"(?:views?|sides?|camps?|positions?|opinions?|stances?|interests?|factions?|ends?|directions?)\b"
)
_INSTRUMENT = re.compile(r"\b(?:treat(?:y|ies)|conventions?|protocols?|pacts?|covenants?|charter|agreement)\b")
_STATES = re.compile(r" (?:countries|states|nations|governments)\b")
_FOR_ITS = re.compile(r"[^,;]{3,60}? for (?:its|their|his|her) ")
_OWN_SEAT = re.compile(r"(?:an? |its (?:own )?)(?:[\w-]+ ){0,2}?(?:seat|bid|candidacy|membership)\b")
_FORMAL = re.compile(
    r"\b(?:(?:declaration|statement|motion|message) of|treat(?:y|ies)|agreements?|conventions?|protocols?|loans?|"
    r"budgets?|sales?|selling|purchases?|exports?|bills?|laws?|requests?|appointments?|"
    r"credentials|establishment|legislation|opening|exchange|visas?|construction|funds?|funding)\b"
)
_ADMITTED = re.compile(r"\b(?:accession|membership|admission|entry|enlargement)\b")
_OWED = re.compile(
    r"integrity|sovereign|independen|neutral|unity|rights?\b|will of|decision|choice|position|principle|polic"
)
_VIEW = re.compile(
    r"(?:\S+(?: \S+)?(?:'s|’s|s')|[A-Z]\w+n) (?:\w+ )?(?:position|view|stance|opinion|demand|call)s? "
    r"(?:on|about|over|that|for|of|to)\b"
)
_SAID_OF_IT = re.compile(
    r" (?:\S+ ){0,2}?(?:protest|suggestion|allegation|accusation|charge|report|rumou?r|concern|fear|criticism)s?\b"
)
_OFFERED = re.compile(
    r" (?:[\w’'\[\]:-]+ ){0,3}?(?:offers?(?! (?:to (?:negotiate|mediate|end)|of (?:mediation|peace|talks|an? )))|"
    r"applications?|invitations?|visas?|requests? for (?!recognition|"
    r"extradition)|imports?|exports?|sale|"
    r"purchase|takeover|merger|access|website|goods|meat|beef|shipments?|entry|landing rights|passports?|money|aid"
    r"|help)\b"
)
# What one asks for as one calls for it: not help, a visit, an extradition.
_ASKED_FOR = re.compile(
    r"(?:[a-z]+ ){0,2}?(?:release|withdrawal|return|lifting|end|ceasefire|cease-fire|restoration|inquiry|investigation|"
    r"sanctions|apology|reparations|moratorium|ban|referendum|intervention|abolition|suspension)\b"
)
# Whom one asks at home, or for money: no other state.
_ASKED_PEOPLE = re.compile(
    r" (?:(?:the|its|his|her|their|all) )?(?:[a-z]+ )?(?:people|crowds?|countrymen|compatriots|citizens|nationals|"
    r"population|politicians|donors|public|compan(?:y|ies)|investors|businesses|faithful|believers|voters|residents) "
    r"(?:to|for) "
)
_HELP_OF = re.compile(r"(?:[a-z]+ )?(?:support|backing|assistance|help|solidarity) (?:of|from|by) ")
# What two states do with each other and are glad of.
_TOGETHER = re.compile(r"\b(?:talks|negotiations) on (?:an? )?[a-z]+|\b(?:trade|investment) agreements?\b")
# Why one takes a stance, and not on what: "on moral grounds".
_GROUNDS = re.compile(r"on (?:[a-z]+ ){1,3}grounds")
_OFFENCE = re.compile(r" (?:a crime|illegal|punishable|an offence) $")

_DENYING = ("deny", "deni", "refut")
_ON_WORDS: Mapping[Verbs, Finds] = {
    ("wary",): _DOING.match,
    ("lobb", "campaign", "push", "press"): _OWN_SEAT.match,
    ("opposing",): _OPPOSITE.match,
    ("endors", "sponsor"): _OWN_DEAL.match,
    (*_DENYING, "reject", "disput"): _OF_ITSELF.match,
    ("call",): _HELP_OF.match,
    ("deny", "deni"): re.compile(f"{_DOING.pattern}|{_WITHHELD.pattern}").match,
}
"""Beginnings of verbs → the words, as written, on which they take no side."""
_ON_LOW: Mapping[Verbs, Finds] = {
    ("dissociat", "disassociat", "distanc"): _STATES.search,
    ("welcom",): _TOGETHER.search,
    ("approved",): _FORMAL.search,
    ("denounc",): _OWN_TREATY.match,
    ("adher",): _INSTRUMENT.search,
    ("denial",): _OFFENCE.search,
    _DENYING: _CHARGED.match,
    ("reject", "block", "dismiss", "refus"): _OFFERED.match,
    ("dismiss",): _SAID_OF_IT.match,
}
"""Beginnings of verbs → the words, in lower case between blanks, on which they take no side."""
_ONLY_ON_WORDS: Mapping[Verbs, Finds] = {("asked", "asks"): _ASKED_FOR.match, ("share",): _VIEW.match}
"""Beginnings of verbs → the words, as written, on which alone they take a side."""
_ONLY_ON_LOW: Mapping[Verbs, Finds] = {
    ("respect",): _OWED.search,
    ("ratif",): _ADMITTED.search,
    ("assistance",): ITS_AIM.search,
}
"""Beginnings of verbs → the words, in lower case between blanks, on which alone they take a side."""


def is_no_stance(matter: Matter) -> bool:
    """Whether a verb takes no side on such words."""
    return (
        _GROUNDS.fullmatch(matter.words) is not None
        or _is_without_side(matter)
        or _is_on_state(matter)
        or _is_praise(matter)
        or _is_asked_at_home(matter)
        or _is_of_vote(matter)
    )


def _is_without_side(matter: Matter) -> bool:
    """Whether the tables above tell of the verb that it takes no side on the words."""
    words, low, verb = matter.words, matter.low, matter.verb
    return (
        any(finds(words) for verbs, finds in _ON_WORDS.items() if verb.startswith(verbs))
        or any(finds(low) for verbs, finds in _ON_LOW.items() if verb.startswith(verbs))
        or any(not finds(words) for verbs, finds in _ONLY_ON_WORDS.items() if verb.startswith(verbs))
        or any(not finds(low) for verbs, finds in _ONLY_ON_LOW.items() if verb.startswith(verbs))
    )


def _is_on_state(matter: Matter) -> bool:
    """Whether one fought against a state, or agreed with it on something."""
    if matter.verb.startswith(("fought against", "fights against")):
        return matter.opening is not None
    agreed = matter.verb.startswith(("agree", "concur")) and _SETTLED.match(matter.words) is not None
    return agreed and matter.is_state_alone()


def _is_praise(matter: Matter) -> bool:
    """Whether a state is praised, or somebody for what is its own."""
    lauded = matter.verb.startswith(beginnings("lauding"))
    return lauded and (matter.is_state_alone() or _FOR_ITS.match(matter.words) is not None)


def _is_asked_at_home(matter: Matter) -> bool:
    """Whether the people at home are asked for something, or somebody for money."""
    return matter.verb.startswith(beginnings("asking")) and _ASKED_PEOPLE.match(matter.low) is not None


def _is_of_vote(matter: Matter) -> bool:
    """Whether one voted with others to do something, or would not sign what was told before."""
    if matter.verb.endswith("to sign"):
        return matter.words.startswith("this ")
    return matter.verb.startswith("vote") and matter.verb.endswith("with") and _TO_VOTE.search(matter.low) is not None
