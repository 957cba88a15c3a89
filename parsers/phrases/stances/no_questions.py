"""Words that are no question: those that name none, help and misfortunes, commerce and games, an offer or a charge."""

from __future__ import annotations

import re
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.mention import Mention, StateValue
from parsers.language.reading import Statement
from parsers.phrases.stances.words import AIMS, any_of, beginnings, begins_with_any

Span = tuple[int, int]

_BOYCOTT = re.compile(
    r"(?:[\w'’-]+ ){0,3}?(?:boycott|sanctions|embargo|blockade|(?:law)?suit|case (?:against|of|at|brought))"
)
_LIKE = re.compile(r"[^;,]{2,80}? in [a-z]+ing\b")
_POLICY_OF = re.compile(r"(?:[a-z]+ )?(?:position|policy|stance|line) of (?:not )?[a-z]+ing\b")
_AGAINST = ("oppos", "critic", "reject", "condemn", "denounc", "disput", "protest", "object")
_POINTING = re.compile(
    r"(?:they|them|it|he|she|there|having|and|nor|as|(?:this|that) and)\b|[a-z]+ly$|"
    r"(?:outright|firmly|again|this|that|these|those|[\W\d]+)$|(?:every|each|all|any|most|several) votes?\b(?! on| for)"
)
_ARTICLE = re.compile(r"(?:the|this|that|these|those|such|a|an|any|all|both|its|their|his|her) ")
_ECONOMIC = re.compile(
    r"(?:economic|trade|bilateral|technical),? (?:[a-z]+,? ){0,3}?(?=blockade|embargo|sanctions|coercion|pressure\b|"
    r"wars?\b|disput|boycott)"
)
_DOING = re.compile(r"(?:having )?[a-z]+ing\b")
_WITHHELD = re.compile(
    r"(?:[A-Z][\w’'-]+ ){1,3}(?:an?|one|any|the (?:right|chance|opportunity|use)|access|entry|permission) "
    r"|[\w’'-]+ (?:the|its) (?:[a-z]+ )?(?:votes?|majority|seats?) "
)
_OF_ITSELF = re.compile(
    r"(?:\S+ ){0,2}?suggestions? that\b|(?:\S+ ){0,2}?(?:claims?|allegations?|accusations?|charges?|suggestions?|"
    r"reports?|rumou?rs) (?:that|of) "
    r"(?:it|they|he|she|its|their|having|the country|the government)\b"
)
_CHARGED = re.compile(
    r"(?:(?:the|any|all|such|these|those|having|direct) )*(?:allegations?|accusations?|charges|reports?|rumou?rs|"
    r"involvement|responsibility|wrongdoing|complicity|knowledge|participation)\b"
)
_SETTLED = re.compile(r"[\w ]{2,40}? (?:on|about|over|to) (?!the (?:need|importance|necessity|urgency)\b)")
_TO_VOTE = re.compile(
    r" to (?:condemn|reject|oppose|support|approve|adopt|suspend|expel|lift|end|admit|recogni[sz]e)\b"
)
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
ITS_AIM = re.compile(rf" in (?:its|their) (?:[a-z]+ )?(?:{'|'.join(AIMS)})s?\b")


@cache
def _bare() -> frozenset[str]:
    """The nouns that name no question alone, and their plurals."""
    return frozenset(form for word in read_yaml("positions.yaml")["bare"] for form in (word, f"{word}s"))


def is_only_joined(words: str, verb: str) -> bool:
    """Whether somebody joined or took part in what is neither a boycott nor a protest, followed others "in backing", or
    keeps to a "policy of backing": the stance is told by the words behind.
    """
    low = verb.lower()
    if (_POLICY_OF.match(words) and not low.startswith(_AGAINST)) or (low.startswith("follow") and _LIKE.match(words)):
        return True
    return verb.lower().startswith(beginnings("joining")) and _BOYCOTT.match(words) is None


def is_bare(statement: Statement, span: Span) -> bool:
    """Whether the words name no question by themselves: a date alone, "the action", "this decision"."""
    if any(date.start <= span[0] and span[1] <= date.end for date in statement.of("date")):
        return True
    words = statement.document.text[slice(*span)].lower()
    if (
        words.endswith((" neither", " either"))
        or words.startswith(beginnings("unsaid"))
        or _POINTING.match(words) is not None
    ):
        return True
    return _ARTICLE.sub("", words) in _bare()


def is_no_topic(statement: Statement, span: Span, low: str) -> bool:
    """Whether the words are too few, too many, begin as help does, hold a sum, or tell of a game or of commerce."""
    first = _ECONOMIC.sub("", low.removeprefix(" each other's ").removeprefix(" each other’s ").strip())
    if not 3 <= span[1] - span[0] <= 260 or any_of("no_topics", r"(?:{})\b").match(first):
        return True
    paid = any(span[0] <= money.start < span[1] for money in statement.of("money"))
    return (
        paid
        or any_of("everyday", r"\b(?:{})\b").search(low) is not None
        or any_of("sports", r"\b(?:{})s?\b").search(low) is not None
    )


def is_help(statement: Statement, span: Span, low: str) -> bool:
    """Whether supporting it is help: to a school, a project, in an epidemic."""
    return any_of("helped", r"\b(?:{})\b").search(low) is not None or is_misfortune(statement, span)


def is_misfortune(statement: Statement, span: Span) -> bool:
    """Whether the words, or those soon behind them, are of an earthquake, an accident …"""
    words = statement.low[span[0] - statement.start : span[1] - statement.start + 60]
    return begins_with_any("misfortunes").search(words) is not None


# What two states do with each other and are glad of.
_TOGETHER = re.compile(r"\b(?:talks|negotiations) on (?:an? )?[a-z]+|\b(?:trade|investment) agreements?\b")


# Why one takes a stance, and not on what: "on moral grounds".
_GROUNDS = re.compile(r"on (?:[a-z]+ ){1,3}grounds")


def is_no_stance(verb: str, words: str, opening: Mention | None) -> bool:
    """Whether a verb takes no side on such words: praise of a state, a treaty one joins, a charge against oneself, an
    offer.
    """
    low = f" {words.lower()} "
    return bool(
        (verb.startswith(beginnings("lauding")) and opening is not None and not _owns(words, opening))
        or (verb.startswith(("fought against", "fights against")) and opening is not None)
        or (verb.startswith(("dissociat", "disassociat", "distanc")) and _STATES.search(low) is not None)
        or (verb.startswith(beginnings("lauding")) and _FOR_ITS.match(words) is not None)
        or (verb.startswith("welcom") and _TOGETHER.search(low) is not None)
        or _GROUNDS.fullmatch(words) is not None
        or (verb.startswith("respect") and _OWED.search(low) is None)
        or (verb.startswith("wary") and _DOING.match(words) is not None)
        or (verb.startswith("approved") and _FORMAL.search(low) is not None)
        or (verb.startswith("ratif") and _ADMITTED.search(low) is None)
        or (verb.startswith(("asked", "asks")) and not _ASKED_FOR.match(words))
        or (verb.startswith("share") and not _VIEW.match(words))
        or (verb.startswith(("lobb", "campaign", "push", "press")) and _OWN_SEAT.match(words))
        or (verb.startswith("adher") and _INSTRUMENT.search(low))
        or (verb.startswith(("agree", "concur")) and opening is not None and not _owns(words, opening)
            and _SETTLED.match(words))
        or (verb.startswith("opposing") and _OPPOSITE.match(words) is not None)
        or (verb.startswith("vote") and verb.endswith("with") and _TO_VOTE.search(low) is not None)
        or (verb.startswith("assistance") and not ITS_AIM.search(low))
        or (verb.startswith("denial") and low.endswith((" a crime ", " illegal ", " punishable ", " an offence ")))
        or (verb.startswith(("deny", "deni", "reject", "disput", "refut")) and _OF_ITSELF.match(words))
        or (verb.startswith(("deny", "deni", "refut")) and _CHARGED.match(words.lower()))
        or (verb.startswith(("reject", "block", "dismiss", "refus")) and _OFFERED.match(low))
        or (verb.startswith(beginnings("asking")) and _ASKED_PEOPLE.match(low) is not None)
        or (verb.startswith("call") and _HELP_OF.match(words) is not None)
        or (verb.endswith("to sign") and words.startswith("this "))
        or (verb.startswith("dismiss") and _SAID_OF_IT.match(low))
        or (verb.startswith(("deny", "deni")) and (_DOING.match(words) or _WITHHELD.match(words)))
    )


def _owns(words: str, state: Mention) -> bool:
    """Whether the words begin with a state that has what they tell: "Peru's decision", "the Peruvian decision"."""
    if isinstance(state.value, StateValue) and state.value.form == "demonym":
        return True
    return words.startswith(("'", "’"), state.end - state.start)
