"""What proves that a frame of giving is aid: a gift by its verb; nouns of aid, things, helpers, works in its object."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.mention import QuantityValue
from parsers.language.reading import Statement, kept
from parsers.language.required import Folded
from parsers.language.slots import any_of, clause_end, clause_start
from parsers.phrases.gifts.columns.items import words_of
from parsers.phrases.gifts.columns.transfers import Transfer
from parsers.phrases.gifts.frames.gift import Gift
from parsers.phrases.gifts.givers.roles import aid_noun
from parsers.phrases.gifts.proofs.craft import hands_craft, supplies_arms
from parsers.phrases.gifts.proofs.handed import is_handed, pays_for, sends_helpers
from parsers.phrases.gifts.proofs.paying import hands_money, pays, spends_there
from parsers.phrases.gifts.proofs.relief import brings_goods, in_relief, is_concrete, is_sent_in_relief
from parsers.phrases.gifts.proofs.weight import LIKELY, SURE, weighs
from parsers.phrases.gifts.words import SKILLED, aid_list, aid_words

_CALLED = re.compile(
    r"\b(?:aid|assistance|relief|grants?|loans?|places|scholarships?|donat\w+|contributions?|humanitarian|credits?|debts?|"
    r"in (?:[a-z]+ )?support"
    r"|cheques?)\b"
)
_WEAK = (
    "increas", "announc", "financ", "fund", "forg", "cancel", "wrote", "writ", "waiv", "annul", "spent", "releas",
    "present", "approv", "to f", "to ca", "to conv", "to w", "to ann", "would f", "will f", "open", "issu",
    "to issue", "sponsor", "to pay", "continu", "resum", "expand",
    "doubl", "tripl", "maintain", "stepp", "intensif", "restor", "to res",
    "will res", "would res", "to conti", "would conti", "will conti", "to exp", "will exp", "would exp",
    "subsid", "bankroll", "underwr", "footed", "reserv", "borne", "deploy", "mobili", "paid", "pay", "covered",
    "eras", "reliev", "co-f", "jointly", "bore", "bears", "met ", "to bear", "to meet", "to cover", "spend",
)  # fmt: skip
# "Supplied B with arms" tells of help; "supplied arms" is what a seller does too.
_WHOM_WITH = re.compile(
    r" (?:them|it|(?:the )?(?:[A-Za-z]+ )?\[(?:state|place|person):\d+\](?:'s|’s|'|’)?(?: [a-z]+){0,2}) with "
)
# Verbs whose object may be a count of anything; a count is aid beside them only where its words name aid.
_VAGUE = (
    "announc",
    "increas",
    "promis",
    "approv",
    "present",
    "spent",
    "releas",
    "commit",
    "offer",
    "accept",
    "got",
    "secur",
)
_FREE = (
    "donat",
    "gift",
    "turned over",
    "made over",
    "airlift",
    "flew",
    "flying",
    "rush",
    "ferr",
    "dispatch",
    "sent",
    "send",
    "gave",
    "giv",
    "handed over",
)


# What is supplied in one breath with a donation is given too.
_DONATED = re.compile(r"\b(?:donated|gave|granted) [^;.]*,? and (?:also )?$")
_LETS_GO = re.compile(r"wip(?:e|ed) o|forg[ai]v|remitt|cancel|convert|wrote\b|writ\w+\b|waiv|annul|eras|reliev")
_REDUCES = re.compile(r"reduced|halved")
_DEBT_OF = re.compile(
    r"(?: the)?(?: \[state:\d+\](?:'s|’s) (?:[a-z]+ )?debts?\b| debts? (?:of|owed by)(?: the)? \[state:)"
)
_LENDS = re.compile(r"\blen[dt]|\bloaned|\bborrow")


@cache
def _telling() -> Folded:
    """The words of which a clause with no amount and no count must hold one to tell of aid."""
    lists = ("nouns", "things", "arms", "goods", "craft", "gift_verbs", "helpers")
    words = any_of([word for name in lists for word in aid_list(name)])
    return Folded(rf"{words}|{_PUBLIC_WORKS.pattern}|\b(?:co-financed|financed|funded|paid for|pays for)\b")


@kept
def _told_of_aid(statement: Statement) -> Iterator[bool]:
    yield bool(statement.of("money", "quantity")) or _telling().search(statement.low_skeleton) is not None


def may_tell_of_aid(statement: Statement) -> bool:
    """Whether a statement has an amount, a count or a word without which no frame of giving in it is aid."""
    return _told_of_aid(statement)[0]


# What goes on or grows is aid only where a noun of aid is its object: not "maintained treaties of assistance".
_GOES_ON = re.compile(r"(?:(?:to|will|would) )?(?:continu|resum|expand|doubl|tripl|maintain|stepp|intensif|restor)")
_ITS_AID = re.compile(
    r"(?: (?!(?:of|for|to|in|with|on|mutual)\b)[a-z-]+,?){0,5}? (?:aid|assistance|relief|grants?|loans?|credits?|"
    r"scholarships?|donations?|support)\b"
)
_ONLY_WITH = ((_REDUCES, _DEBT_OF), (_GOES_ON, _ITS_AID))


def is_proved(statement: Statement, gift: Gift) -> bool:
    """Whether the verb, or words of aid in the object, tell of aid; weak verbs ("financed") need what is called aid."""
    low = statement.low_skeleton
    around = low[clause_start(low, gift.start) : clause_end(low, gift.stop)]
    if "budget" in (gift.item or ""):
        return True
    if _is_disproved(statement, gift, around):
        return False
    if hands_craft(statement, gift) or sends_helpers(statement, gift) or _gives_below_heading(statement, gift):
        return True
    if _LETS_GO.search(gift.verb) and re.search(r"\b(?:debts?|owed|loans?|repayments?|arrears)\b", around):
        return True
    if _LENDS.search(gift.verb):
        is_money = re.search(r"\[money|\bmoney\b", low[gift.start : gift.stop]) is not None
        is_craft = aid_words("craft").search(words_of(statement, gift.start, gift.stop).lower()) is not None
        return is_money or (is_craft and gift.sure) or _is_named(statement, gift)
    if aid_words("gift_verbs").search(gift.verb) or _is_of_agency(statement, gift):
        return True
    if gift.verb.startswith("spen") and gift.sure and spends_there(statement, gift):
        return True
    if hands_money(statement, gift) or is_sent_in_relief(statement, gift) or brings_goods(statement, gift):
        return True
    is_weak = gift.verb.startswith(_WEAK) and not _WHOM_WITH.match(statement.skeleton, gift.end)
    told = _is_called_aid(statement, gift) if is_weak else _is_named(statement, gift)
    return told or (_may_weigh(statement, gift) and weighs(statement) >= LIKELY)


def _is_disproved(statement: Statement, gift: Gift, around: str) -> bool:
    """Whether arms are supplied as a seller does, or what grows or goes on is not what is called aid."""
    if supplies_arms(statement, gift, around) and not _gives_below_heading(statement, gift):
        return True
    if gift.verb.startswith("increas") and not gift.sure:
        return True
    low = statement.low_skeleton
    return any(one.match(gift.verb) and not object_.match(low, gift.end) for one, object_ in _ONLY_WITH)


def _is_called_aid(statement: Statement, gift: Gift) -> bool:
    """Whether the object of a weak verb is called aid, is what aid builds, or is what a sum pays for."""
    stretch = words_of(statement, gift.start, gift.stop).lower()
    spent = gift.verb in ("spent", "to pay", "announced", "approved", "released") and pays_for(statement, gift)
    return spent or _CALLED.search(stretch) is not None or _builds(gift.verb, stretch) or pays(statement, gift)


def _is_named(statement: Statement, gift: Gift) -> bool:
    """Whether nouns of aid stand in the object, or what is given in a disaster, by hand or by a donor."""
    stretch = words_of(statement, gift.start, gift.stop).lower()
    if _is_of_agency(statement, gift) or (_SENDS.search(gift.verb) and _HELPERS.match(stretch)):
        return True
    if aid_words("nouns").search(stretch) or _is_relief(statement, gift) or is_handed(statement, gift):
        return True
    if gift.verb.startswith(_FREE) and any(aid_words(name).search(stretch) for name in ("goods", "arms")):
        return True
    return (not gift.sure and gift.start == gift.end) or _is_of_donor(statement, gift)


_HELPERS = re.compile(
    rf"\w+ (?:an? |its |several |many |some |[a-z]+ )?(?:(?:teams?|groups?) of )?(?:[a-z]+ )?(?:{SKILLED}|judges|"
    r"prosecutors|magistrates|engineers|linemen)\b"
)


@cache
def _agency() -> re.Pattern[str]:
    """An agency for aid, by its own name or by what such bodies are called, near the end of a text."""
    lists = read_yaml("aid.yaml")
    names = any_of((*lists["agencies"], *lists["agency_names"]))
    return re.compile(rf"{names}[^,;]{{0,30}}(?:, (?:which|with|whose|based)\b[^,;]*, )?$")


def _is_of_agency(statement: Statement, gift: Gift) -> bool:
    """Whether an agency for aid spent or gave an amount."""
    begin = max(0, gift.start - 120)
    money = re.match(r"(?: [a-z]+){0,3} \[money", statement.low_skeleton[gift.end :])
    return money is not None and _agency().search(words_of(statement, begin, gift.start)) is not None


def _is_of_donor(statement: Statement, gift: Gift) -> bool:
    """Whether the words before call the giver a donor: "A is the largest donor, providing [money]"."""
    low = statement.low_skeleton
    near = re.match(
        r"(?: (?:about|around|an estimated|over|nearly|some|up to|more than|a total of))* \[money", low[gift.end :]
    )
    return near is not None and re.search(r"\b(?:donors?|development partners?)\b", low[: gift.start]) is not None


def is_thing(statement: Statement, gift: Gift, transfer: Transfer) -> bool:
    """Whether what was given is aid though no number stands with it; with a number it is, as its frame is."""
    item, slot = (transfer.item or "").lower(), transfer.slot
    if slot is None and _GOES.match(item):
        return False
    if slot is not None and isinstance(slot.mention.value, QuantityValue):
        return _is_counted_thing(gift, item, slot.mention.text.lower())
    return (
        slot is not None
        or _is_called_thing(gift, item)
        or _FREE_OF_CHARGE.search(statement.low_skeleton, gift.end, gift.stop) is not None
        or _is_for_victims(statement, gift, item)
        or hands_craft(statement, gift)
        or (_LETS_GO.search(gift.verb) is not None and " owed" in statement.low_skeleton)
        or _is_help(statement, gift, item)
        or _are_works(statement, gift, item)
        or _is_given_away(statement, gift, item)
        or _is_weighed(statement, gift, item)
    )


def _may_weigh(statement: Statement, gift: Gift) -> bool:
    """Whether the weight of a statement may prove a frame: not of a head line, without a verb, or by one that seldom
    gives.
    """
    is_verb = gift.start < gift.end and not gift.verb.startswith(("open", "issu", "increas", "accept"))
    return is_verb and not statement.low_skeleton.rstrip().endswith(":")


def _is_weighed(statement: Statement, gift: Gift, item: str) -> bool:
    """Whether a thing that no list names is aid by the weight of its statement; not where a sum is what was given."""
    if not _may_weigh(statement, gift) or statement.of("money") or _NO_THING.match(item):
        return False
    return len(item) > 3 and weighs(statement) >= SURE


_NO_THING = re.compile(r"(?:that|over|about|how|it|them|him|her|this|these|out|up|in|its|some|more|each)\b|\W")


def _is_help(statement: Statement, gift: Gift, item: str) -> bool:
    """Whether "help" was given by one side to the other, or for works: "gave help to B in building a dam"."""
    is_passive = gift.start == gift.end
    works = aid_words("helped").search(statement.low_skeleton, gift.end, gift.stop)
    return gift.sure and re.match(r"(?:its )?help\b", item) is not None and (is_passive or works is not None)


def _is_called_thing(gift: Gift, item: str) -> bool:
    """Whether the words of a thing, or its verb, are of aid alone; helpers and money need a verb that sends, lends."""
    if aid_words("things").search(item) or aid_noun().search(item) or _DONATES.search(gift.verb):
        return True
    are_helpers = _SENDS.search(gift.verb) and aid_words("helpers").search(item)
    return bool(are_helpers or (_LENDS.search(gift.verb) and item.startswith("money")))


def _is_for_victims(statement: Statement, gift: Gift, item: str) -> bool:
    """Whether things, goods or support came after a disaster."""
    if is_sent_in_relief(statement, gift) and is_concrete(item):
        return True
    is_relief = _SUPPORT.fullmatch(item) or aid_words("goods").search(item)
    return is_relief is not None and in_relief(statement)


def _are_works(statement: Statement, gift: Gift, item: str) -> bool:
    """Whether works were handed over or paid for."""
    is_handed_over = _HANDS.search(gift.verb) and _PUBLIC_WORKS.match(item)
    return bool(is_handed_over) or _builds(gift.verb, item) or pays(statement, gift)


def _is_given_away(statement: Statement, gift: Gift, item: str) -> bool:
    """Whether goods were given for nothing, or arms handed over or supplied."""
    low, verb = statement.low_skeleton, gift.verb.strip().rpartition(" ")[2]
    is_free = gift.verb.startswith(_FREE) or verb in ("flown", "sent", "rushed", "airlifted")
    is_free = is_free or _DONATED.search(low, clause_start(low, gift.start), gift.start) is not None
    if is_free and aid_words("goods").search(item):
        return True
    is_handed_over = verb.startswith(_HANDED) or gift.verb.startswith("handed over")
    is_supplied = _WHOM_WITH.match(statement.skeleton, gift.end) is not None
    return (is_handed_over or is_supplied) and aid_words("arms").search(item) is not None


_HANDED = ("sen", "gav", "giv", "provid", "donat", "transfer", "airlift", "arm")


def _is_counted_thing(gift: Gift, item: str, counted: str) -> bool:
    """Whether what is counted is aid: by its words, or by a verb that has nothing else as its counted object."""
    named = any(aid_words(name).search(f"{item} {counted}") for name in ("nouns", "things", "arms", "goods"))
    named = named or item.endswith("places")
    if item in ("persons", "people", "individuals") and not _SENDS.search(gift.verb):
        return False
    return named or not gift.verb.startswith(_VAGUE)


# Works that are given, built or not by who gives them.
_HANDS = re.compile(r"\b(?:handed|gave|given|offered|presented|donated)\b")
# "Its funding goes to": the form that gives is a noun there.
_GOES = re.compile(r"(?:goes|went|comes|came|is|was|has|had|flows|remains|amount\w*|total\w*)\b")
_SENDS = re.compile(r"\b(?:sen[dt]|deput|deploy|dispatch|flew|flown|train|host|receiv|accept|second)")
_DONATES = re.compile(r"\b(?:donat|gift)")
_FREE_OF_CHARGE = re.compile(
    r"\b(?:free of (?:charge|cost)|at no (?:cost|charge)|for free|as (?:an? )?(?:[a-z]+ )?(?:gift|donation|aid|"
    r"relief|assistance)|without charge|gratis)\b"
)
_SUPPORT = re.compile(r"(?:[a-z-]+ )*(?:support|help|teams?|personnel|supplies|goods|equipment)")


def _gives_below_heading(statement: Statement, gift: Gift) -> bool:
    """Whether goods or arms, counted or not, were sent or delivered, below a heading of aid."""
    if not statement.context.heading("aid", "assistance", "humanitarian", "donation"):
        return False
    handed = re.match(r"(?:to |will |would )?(?:gave|giv|sen[dt]|suppl|deliver|ship|provid|transfer)", gift.verb)
    stretch = words_of(statement, gift.start, gift.stop).lower()
    return handed is not None and any(aid_words(name).search(stretch) is not None for name in ("goods", "arms"))


def _is_relief(statement: Statement, gift: Gift) -> bool:
    """Whether an amount follows a disaster that the clause names before it."""
    low = statement.skeleton.lower()
    told = aid_words("disasters").search(low[clause_start(low, gift.start) : gift.start])
    return told is not None and "[money" in low[gift.start : gift.stop]


_PUBLIC_WORKS = re.compile(
    r"\b(?:facult(?:y|ies)|universit(?:y|ies)|colleges?|academ(?:y|ies)|orphanages?|laborator(?:y|ies)|librar(?:y|ies)|"
    r"projects?|(?:re)?construction|building|schools?|hospitals?|clinics?|roads?|bridges?|"
    r"plants?|dams?|railways?|airports?|schemes?|facilit(?:y|ies)|power stations?|stadium|arena|housing|wells|"
    r"(?:re)?development of|"
    r"moderni[sz]ation|expansion|electrification|training of|(?:programmes?|programs?) (?:for|on|to|of|in)|"
    r"upgrad\w+|renovation|refurbishment|restoration|rehabilitation|installation|printing|complex(?:es)?|halls?|"
    r"mosques?|monuments?|museums?|theatres?|wharf|jetty|markets?|"
    r"(?:training|health|community|vocational|islamic|cultural|youth|medical|research) cent(?:re|er)s?)\b"
)


def _builds(verb: str, stretch: str) -> bool:
    """Whether a verb of paying has works for the public as its object."""
    works = _PUBLIC_WORKS.search(stretch)
    return (
        re.search(
            r"\b(?:financ|fund|spent|sponsor|subsid|bankroll|underwr|footed|borne|paid for|pay\w* for|covered the cost|"
            r"furnish|bestow|endow)",
            verb,
        )
        is not None
        and works is not None
    )
