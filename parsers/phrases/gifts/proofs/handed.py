"""Whether money, things or helpers went from one side to the other, as a verb and what stands right behind it tell."""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.language.slots import clause_end
from parsers.phrases.gifts.frames.gift import RESULTED, Gift, clause_of, lead_of
from parsers.phrases.gifts.givers.told_before import told_donor
from parsers.phrases.gifts.words import SKILLED, aid_words

_HANDS = re.compile(
    r"^(?:(?:to|would|will|has|agreed to|was|were|been|is|are) )?(?:gave|giv|grant|provid|pledg|hand|promis|contribut|"
    r"suppl|offer|len[dt]|loaned|render|receiv|gets?\b|got\b|obtain|"
    r"deposit|extend|allocat|commit|award|channel|deliver|pour|inject|pump|ma(?:de|kes?|king)\b|put|plac|post|set|"
    r"allot|disburs|earmark|budget|releas|transfer)"
)


def is_handed(statement: Statement, gift: Gift) -> bool:
    """Whether one side gave money to the other, both named, with the amount as the verb's object."""
    near = _NEAR.match(statement.low_skeleton[gift.end :])
    if pays_for(statement, gift) or _is_passed(statement, gift):
        return True
    if _is_for_return(statement, gift, near):
        return False
    if _gets(statement, gift) or (near is not None and _hands(statement, gift)):
        return True
    return _gives_things(statement, gift)


_NEAR = re.compile(
    r"(?:(?:in|on|by) \[date:\d+\],? )?(?: to)?(?: the)?(?: \[(?:state|place):\d+\](?:'s|’s)?)?(?: ?\w++){0,4} "
    r"?\[money"
)


def _is_passed(statement: Statement, gift: Gift) -> bool:
    """Whether a sum is the subject of a passive verb of handing over between two named parties."""
    is_passive = gift.start == gift.end and gift.sure and _HANDS.match(gift.verb) is not None
    return is_passive and _PASSED.search(statement.low_skeleton, gift.end, gift.stop) is not None


def _is_for_return(statement: Statement, gift: Gift, near: re.Match[str] | None) -> bool:
    """Whether money was got for something, or things worth a sum were supplied."""
    if gift.verb.startswith(("receiv", "get", "got", "obtain")):
        return _FOR_SOMETHING.search(statement.skeleton[gift.end : gift.stop]) is not None
    if near is None or not re.search(r"suppl|deliver", gift.verb):
        return False
    return re.search(r"\b(?:worth|valued)\b", near[0]) is not None


_FOR_SOMETHING = re.compile(r"\[money:\d+\][^;]* (?:for|in) (?!(?:the )?\[date)")


def _hands(statement: Statement, gift: Gift) -> bool:
    """Whether a verb of handing over has both parties, or a giver told before; or one gives so much a year."""
    if _HANDS.match(gift.verb) and (gift.sure or told_donor(statement) == gift.donor):
        return True
    return not gift.sure and _GIVES_AT_ALL.match(statement.low_skeleton, gift.start, gift.stop) is not None


# "A gives [money] a year": nobody else is said to get it.
_GIVES_AT_ALL = re.compile(
    r"(?:gives|gave|grants|granted|provides|provided|contributes|contributed)(?: (?:about|around|some|nearly|over))* "
    r"\[money:\d+\] (?:(?:a|per|each|every) year|annually|yearly)[.;]?$"
)
# "At the talks, [money] was promised": a sum is the subject of the passive.
_PASSED = re.compile(r"\[money:\d+\](?: (?!of\b|from\b)[a-z]+){0,4} (?:was|were|is|are|been) ")
_NEEDY = re.compile(
    r"\b(?:sector|ministry|hospitals?|schools?|government|universit(?:y|ies)|army|police|authorities|villages?|victims|"
    r"people|region|provinces?|districts?|cities|farmers|refugees|state|country)(?: (?:has|have|had|also))* $"
)


_UNDER_AID = re.compile(r"^(?:under|through|with|as part of) [^,;]*\b(?:aid|assistance|grants?|loans?)\b[^,;]*,")


def _gets(statement: Statement, gift: Gift) -> bool:
    """Whether a public body of one side got money from the other."""
    low = statement.low_skeleton
    near = re.match(r"(?: (?:about|around|over|nearly|some|an estimated|up to|more than))* \[money", low[gift.end :])
    lead = lead_of(statement, gift)
    return gift.verb.startswith("receiv") and near is not None and bool(
        _NEEDY.search(lead) or _UNDER_AID.search(lead) or RESULTED.search(lead)
    )


_FOR_PUBLIC = re.compile(
    r"^(?: (?:about|around|over|nearly|some|an estimated|up to|more than|a total of|another|an additional|a further))* "
    r"\[money:\d+\][^;]{0,40}? (?:for|to|towards?|on) [^,;]{0,60}?\b(?:projects?|programmes?|programs?|"
    r"(?:re)?construction|building|"
    r"(?:re)?development|renovation|restoration|hospitals?|schools?|roads?|water|energy|electrification|"
    r"agricultur\w+|health|"
    r"education|training|students|refugees|victims|survivors|families|vaccines?|infrastructure|poor|poverty|"
    r"rebuild(?:ing)?|dams?|factor(?:y|ies)|farms?|airports?|railways?|bridges?|displaced|"
    r"reforms?|build|upgrade|improve|equip|reconstruct|rehabilitate|farmers|communities|housing|irrigation|sanitation|"
    r"demining|sectors?|(?:re)?training|armed forces|army|police|coast guard|expansion|recovery|relief|elections?)\b"
)


def pays_for(statement: Statement, gift: Gift) -> bool:
    """Whether money was given for works or people in need, though the receiver is unsaid."""
    hands = re.match(
        r"(?:to |will |would )?(?:gave|giv|provid|grant|contribut|pledg|allocat|commit|promis|spen[dt]|pay|"
        r"announc|approv|releas|reserv|assist|earmark|receiv|get|got|obtain|secur)",
        gift.verb,
    )
    return hands is not None and _FOR_PUBLIC.match(statement.low_skeleton[gift.end : gift.stop]) is not None


def _gives_things(statement: Statement, gift: Gift) -> bool:
    """Whether a count of things, no people, is the object of a verb of giving."""
    counted = re.match(
        r"(?:(?: the)? \[(?:state|place|person):\d+\](?:'s|’s)?(?: [A-Za-z][\w-]+){0,4}?(?: with)?)?"
        r"(?: (?:an? (?:additional|further|total of)|about|some|around|over|nearly|more than|up to))* ?"
        r"\[quantity:(?P<count>\d+)\]",
        statement.skeleton[gift.end :],
    )
    mention = statement.mentions[int(counted["count"])] if counted else None
    unit = getattr(mention.value, "unit", None) if mention else None
    if not unit or mention is None or aid_words("people").search(unit.lower()):
        return False
    if not gift.sure and not aid_words("goods").search(mention.text.lower()):
        return False
    return _GIVES_THINGS.match(gift.verb) is not None


_GIVES_THINGS = re.compile(
    r"(?:to |will |would |was |were |been )?(?:gave|giv|hand|turned over|provid|present|sent|send|sends)"
)


_HELPS = re.compile(
    r"\b(?:to (?:help|assist|aid|fight|combat|support|treat|contain|battle|search|provide|join (?:the )?(?:relief|"
    r"rescue|search))|for (?:relief|rescue|search)|assisting|helping|fighting)\b"
)


def sends_helpers(statement: Statement, gift: Gift) -> bool:
    """Whether people of whom a number is told were sent to help, in a disaster or with what the clause says."""
    low = statement.low_skeleton
    counted = re.match(
        r" (?:(?:an? )?(?:[a-z-]+ ){0,3}?(?:team|group|brigade|contingent|crew|delegation|unit|force) of )?"
        r"(?:(?:about|some|around|over|nearly|more than|up to|an? (?:additional|further)) )?\[quantity:(?P<who>\d+)\]",
        low[gift.end :],
    )
    around = clause_of(statement, gift)
    sent = re.match(r"(?:to |will |would )?(?:sen[dt]|suppl|deploy|dispatch|despatch|mobili|flew|fly|rush)", gift.verb)
    if counted is None or sent is None or _AT_WAR.search(around):
        return False
    who = statement.mentions[int(counted["who"])].text.lower()
    helps = _HELPS.search(low, gift.end, clause_end(low, gift.stop)) or aid_words("disasters").search(around)
    return helps is not None or _SKILLED.search(who) is not None


_SKILLED = re.compile(rf"\b(?:{SKILLED}|volunteers)$")
_AT_WAR = re.compile(
    r"\b(?:war|battle|rebels|insurgen\w+|invasion|coup|peacekeep\w+|uprising|rebellion|fighters|isaf|nato)\b"
)
