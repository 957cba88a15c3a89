"""What proves that a frame of giving is aid: a gift by its verb; nouns of aid, things, helpers, works in its object."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement, kept
from parsers.language.required import Folded
from parsers.language.slots import any_of, words_of
from parsers.phrases.gifts.frames.gift import Gift, clause_of, lead_of, told_in
from parsers.phrases.gifts.proofs.craft import hands_craft, supplies_arms
from parsers.phrases.gifts.proofs.handed import is_handed, pays_for, sends_helpers
from parsers.phrases.gifts.proofs.paying import PUBLIC_WORKS, hands_money, pays, pays_for_works, spends_there
from parsers.phrases.gifts.proofs.relief import brings_goods, is_sent_in_relief
from parsers.phrases.gifts.proofs.weight import LIKELY, weighs
from parsers.phrases.gifts.words import SKILLED, aid_list, aid_words

_CALLED = re.compile(
    r"\b(?:aid|assistance|relief|grants?|subsid(?:y|ies)|loans?|places|scholarships?|donat\w+|contributions?|humanitarian|credits?|debts?|"
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
WHOM_WITH = re.compile(
    r" (?:them|it|(?:the )?(?:[A-Za-z]+ )?\[(?:state|place|person):\d+\](?:'s|’s|'|’)?(?: [a-z]+){0,2}) with "
)
# Verbs whose object may be a count of anything; a count is aid beside them only where its words name aid.
FREE = (
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


LETS_GO = re.compile(r"wip(?:e|ed) o|forg[ai]v|remitt|cancel|convert|wrote\b|writ\w+\b|waiv|annul|eras|reliev")
_REDUCES = re.compile(r"reduced|halved|cut|lowered")
# "Reduced B's debt", "reduced its aid to B from [money] to [money]".
_DEBT_OF = re.compile(
    r"(?: the)?(?: \[state:\d+\](?:'s|’s) (?:[a-z]+ )?debts?\b| debts? (?:of|owed by)(?: the)? \[state:)|"
    r"(?: (?!(?:off|out|back|down|short|by)\b)[a-z-]+){1,4}? (?:aid|assistance|oda|support|grants?)"
    r"(?: (?:to|for|in)(?: the)? \[\w+:\d+\])?(?: in \[date:\d+\])? (?:from|to) (?:[a-z]+ )?\[money:"
)
LENDS = re.compile(r"\blen[dt]|\bloaned|\bborrow")


@cache
def _telling() -> Folded:
    """The words of which a clause with no amount and no count must hold one to tell of aid."""
    lists = ("nouns", "things", "arms", "goods", "craft", "gift_verbs", "helpers")
    words = any_of([word for name in lists for word in aid_list(name)])
    return Folded(rf"{words}|{PUBLIC_WORKS.pattern}|\b(?:co-financed|financed|funded|paid for|pays for)\b")


@kept
def _told_of_aid(statement: Statement) -> Iterator[bool]:
    """Whether a statement may tell of aid, kept for all who ask."""
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
# "Paid B a yearly subsidy", "paid [money] in aid".
_PAYS = re.compile(r"pa(?:id|ys)$")
_A_SUBSIDY = re.compile(
    r"(?: (?:the )?\[(?:state|place|person):\d+\])?(?: \[money:\d+\](?: (?:a|per|each) year)?(?: in| as| of)?)?"
    r"(?: (?!(?:for|to|by|in|off|out|visits?)\b)[a-z-]+){0,3}? (?:subsid(?:y|ies)|subventions?|financial aid|aid|"
    r"assistance)\b"
)
_ONLY_WITH = ((_REDUCES, _DEBT_OF), (_GOES_ON, _ITS_AID), (_PAYS, _A_SUBSIDY))


def is_proved(statement: Statement, gift: Gift) -> bool:
    """Whether the verb, or words of aid in the object, tell of aid; weak verbs ("financed") need what is called aid."""
    around = clause_of(statement, gift)
    if "budget" in (gift.item or "") or "cooperation program" in (gift.item or ""):
        return True
    if _is_disproved(statement, gift, around):
        return False
    if _is_help_in_kind(statement, gift) or (LETS_GO.search(gift.verb) and _DEBT.search(around)):
        return True
    if LENDS.search(gift.verb):
        return _is_lent(statement, gift)
    if _is_told_by_verb(statement, gift):
        return True
    is_weak = gift.verb.startswith(_WEAK) and not WHOM_WITH.match(statement.skeleton, gift.end)
    told = _is_called_aid(statement, gift) if is_weak else _is_named(statement, gift)
    return told or (may_weigh(statement, gift) and weighs(statement) >= LIKELY)


_DEBT = re.compile(r"\b(?:debts?|owed|loans?|repayments?|arrears)\b")


def _is_help_in_kind(statement: Statement, gift: Gift) -> bool:
    """Whether craft were handed over, helpers sent, or goods delivered below a heading of aid."""
    return hands_craft(statement, gift) or sends_helpers(statement, gift) or _gives_below_heading(statement, gift)


def _is_lent(statement: Statement, gift: Gift) -> bool:
    """Whether money was lent, craft to a party that is named, or what is called aid."""
    if re.search(r"\[money|\bmoney\b", statement.low_skeleton[gift.start : gift.stop]):
        return True
    is_craft = aid_words("craft").search(told_in(statement, gift)) is not None
    return (is_craft and gift.sure) or _is_named(statement, gift)


def _is_told_by_verb(statement: Statement, gift: Gift) -> bool:
    """Whether a verb tells of aid by itself, by who gives, or by what it has as its object."""
    if aid_words("gift_verbs").search(gift.verb) or _is_of_agency(statement, gift):
        return True
    if gift.verb.startswith("spen") and gift.sure and spends_there(statement, gift):
        return True
    return hands_money(statement, gift) or is_sent_in_relief(statement, gift) or brings_goods(statement, gift)


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
    stretch = told_in(statement, gift)
    spent = gift.verb in ("spent", "to pay", "announced", "approved", "released") and pays_for(statement, gift)
    return spent or _CALLED.search(stretch) is not None or pays_for_works(gift.verb, stretch) or pays(statement, gift)


def _is_named(statement: Statement, gift: Gift) -> bool:
    """Whether nouns of aid stand in the object, or what is given in a disaster, by hand or by a donor."""
    stretch = told_in(statement, gift)
    if _is_of_agency(statement, gift) or (SENDS.search(gift.verb) and _HELPERS.match(stretch)):
        return True
    if aid_words("nouns").search(stretch) or _is_relief(statement, gift) or is_handed(statement, gift):
        return True
    is_free = gift.verb.startswith(FREE) or _provides_with(statement, gift)
    if is_free and any(aid_words(name).search(stretch) for name in ("goods", "arms")):
        return True
    return (not gift.sure and gift.start == gift.end) or _is_of_donor(statement, gift)


def _provides_with(statement: Statement, gift: Gift) -> bool:
    """Whether one side provided or equipped the other with things, which no seller is said to do."""
    is_provided = gift.verb.startswith(("provid", "equip", "to provide", "will provide", "would provide"))
    return is_provided and WHOM_WITH.match(statement.skeleton, gift.end) is not None


SENDS = re.compile(r"\b(?:sen[dt]|deput|deploy|dispatch|flew|flown|train|host|receiv|accept|second)")
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


def may_weigh(statement: Statement, gift: Gift) -> bool:
    """Whether the weight of a statement may prove a frame: not of a head line, without a verb, or by one that seldom
    gives.
    """
    is_verb = gift.start < gift.end and not gift.verb.startswith(("open", "issu", "increas", "accept"))
    return is_verb and not statement.low_skeleton.rstrip().endswith(":")


def _gives_below_heading(statement: Statement, gift: Gift) -> bool:
    """Whether goods or arms, counted or not, were sent or delivered, below a heading of aid."""
    if not statement.context.heading("aid", "assistance", "humanitarian", "donation"):
        return False
    handed = re.match(r"(?:to |will |would )?(?:gave|giv|sen[dt]|suppl|deliver|ship|provid|transfer)", gift.verb)
    stretch = told_in(statement, gift)
    return handed is not None and any(aid_words(name).search(stretch) is not None for name in ("goods", "arms"))


def _is_relief(statement: Statement, gift: Gift) -> bool:
    """Whether an amount follows a disaster that the clause names before it."""
    told = aid_words("disasters").search(lead_of(statement, gift))
    return told is not None and "[money" in statement.low_skeleton[gift.start : gift.stop]
