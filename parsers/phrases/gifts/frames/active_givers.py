"""Who gives by an active verb: whether its form is an act of the clause, whose act, and which givers are no side."""

from __future__ import annotations

import re

from parsers.language.mention import StateValue
from parsers.language.reading import Statement
from parsers.language.slots import Slot
from parsers.phrases.gifts.frames.gift import NAMED, people_in, slot_in
from parsers.phrases.gifts.givers.agencies import actor_before, agency_in
from parsers.phrases.gifts.givers.subjects import giver_before
from parsers.phrases.gifts.givers.told_before import TELLS
from parsers.phrases.gifts.words import aid_words

_NO_VERB = re.compile(
    r"\b(?:was|were|been|being|is|are|be|a|an|the|of|by|its|their|for|in|on|with|through|via|as|including|against|"
    r"without|before|despite|about|from|than) (?:\w+ly "
    r")?$|\[person:\d+\]$"
)
_BY = re.compile(
    r"\b(?:including|such as|as well as) (?:also )?$|(?<!ed)(?<!ed up)(?<!\bgiven)(?<!\bmade) by $|\b(?:responded|"
    r"reacted|helped|assisted|contributed|"
    r"supported)\b(?: [^,;\[]{1,30}| \[[a-z]+:\d+\](?:'s)?){0,3}? by (?:also )?$"
)
# Forms that are plural nouns as well ("provided grants"): verbs only right behind their subject.
_NOUNS_TOO = frozenset(("grants", "awards", "ships", "supplies", "offers", "gift", "issues", "finances", "funds"))
# Forms that are adjectives as well: "securing continued assistance".
_ADJECTIVES_TOO = frozenset(
    ("subsidised", "subsidized", "continued", "expanded", "increased", "promised", "pledged", "committed",
     "intensified", "restored", "extended")
)
_BEFORE_ADJECTIVE = re.compile(
    r"\b(?:(?!during\b)[a-z]+ing|any|more|much|some|such|no|new|all|secure[ds]?|welcome[ds]?|sought|seeks|needs?|"
    r"wants?|"
    r"received?|get|got|between|at|heavily) $"
)
_BEFORE_VERB = re.compile(
    r"(?:\](?:'s|’s)?|\b(?:government|it|they|country|which|that|who|also|currently|regularly|agency|ministry|and|"
    r"bank|embassy|authorities|programme|program|now|annually)) $"
)
# An infinitive of giving tells of a gift after these; after any other word it may be a wish or a purpose.
_MEANT = re.compile(
    r"\b(?:first|second|third|only|last|\[rank:\d+\]) (?:(?:[\w-]+|\[quantity:\d+\]) ){0,3}$|\b(?:began|begun|"
    r"started|continued|continues|"
    r"decided|agreed|promised|pledged|offered|committed|intention|intends|intended|volunteered|vowed|undertook|"
    r"undertakes|undertaken|set out|"
    r"rushed|pledging|agreeing)(?: "
    r"\w+ly| on \w+| (?:on|in) \[date:\d+\])? $|\b(?:quick|swift|prompt|eager) $|"
    r"\b(?:offered|agreed|promised|pledged|decided|vowed|committed) to (?!help\b|assist\b)[^,;]{3,80},? and (?:also )?$"
)
# Givers that no mention stands for: their gifts are not the pair's.
OTHERS = re.compile(
    r"\b(?:(?<!Exim )(?<!EXIM )(?<!Import )Bank|Fund|Foundation|Union|Nations|Commission|Organi[sz]ation|"
    r"Programme|Program|Company|Corporation|"
    r"Group|Ltd|Inc|Airlines|Monetary)\b|\b(?:international|donor) community\b|\bworld leaders\b"
)
# "An A loan of [money] financed …": the sum is the gift, not what it paid for.
_SUM_BEFORE = re.compile(
    r"\b(?:loans?|grants?|credits?|aid|funds?) (?:of|worth|totall?ing) \[money:\d+\]"
    r"(?! (?:[^,;]{1,60} )?and (?:(?:has|had|have|also|later|then) )*$)"
)
# "The [money] donated to the country contributes": so too.
_SUM_GIVEN = re.compile(r"^(?:The |This |the )?\[money:\d+\] (?:donated|given|provided|granted|sent|pledged)\b[^,;]*$")
# "A's Acme pledged": a firm, for what is a state's has a name of several words or one of these.
FIRM = re.compile(
    r"\[state:\d+\](?:'s|’s) (?:(?!(?:Parliament|Congress|Senate|Cabinet|Government|Navy|Army|Knesset|Eximbank|"
    r"President|"
    r"Prime|Ministry|Minister|Department|Agency|Council|Embassy|Red|Air|Coast|National|Royal|King|Queen|Emir|Sultan|"
    r"EXIM|Development|Cooperation|Civil|Foreign|Defen[cs]e|Armed|Export|Exim|"
    r"Parliamentarians)\b)[A-Z][\w-]+ )+(?:has |had "
    r"|"
    r"have |also )*$"
)
_WHO = re.compile(
    rf"(?P<who>{NAMED}|\[body:\d+\])(?:'s|’s|'|’)?(?: (?:government|authorities|side|state))?,? (?:who|which|"
    rf"that) (?:also |"
    rf"has |had |have |then |later )*$"
)


# A number of people of one state who give: "40 [A] instructors provided".
_PEOPLE = re.compile(r"(?P<who>\[quantity:\d+\]) (?:also |has |have |had )*$")


# "A is to lend": what is settled, not "the purpose of A is to lend".
_IS_TO = re.compile(r"(?:^|[,;] |^the |[,;] the )\[(?:state|place):\d+\](?: government)? (?:is|was|were|are) $")


_GOING_ON = re.compile(
    r"\b(?:is|are|was|were|been|(?:said|reported|believed|known|thought|understood|alleged) to (?:be|"
    r"have been)) (?:\w+ly )?$"
)


# "Praised A for sending": A sent.
_PRAISED = re.compile(
    rf"\b(?:praised|thanked|commended|lauded|credited|thanking|praising)(?: the)?(?: (?:government|"
    rf"people) of(?: the)?)? "
    rf"(?P<who>{NAMED})(?: government)? (?:for|with) (?:also )?$"
)


def is_act(verb: str, lead: str, *, by_agency: bool) -> bool:
    """Whether a form is a verb that its clause states, by the words before it: no noun, passive or purpose; a form that
    is a noun too is a verb right behind an agency for aid.
    """
    going_on = verb.endswith("ing") and _GOING_ON.search(lead)
    gerund = verb.endswith("ing") and (_BY.search(lead) or _PRAISED.search(lead))
    if lead.endswith("-"):
        return False  # "an [A]-funded programme"
    if verb.startswith("to ") and not verb.endswith(" of") and _IS_TO.search(lead):
        return True
    if not going_on and not gerund and _NO_VERB.search(lead):
        return False
    if verb in _ADJECTIVES_TOO and _BEFORE_ADJECTIVE.search(lead):
        return False
    if verb in _NOUNS_TOO and not (_BEFORE_VERB.search(lead) or by_agency):
        return False
    return not verb.startswith("to ") or _MEANT.search(lead) is not None


def is_of_others(skeleton: str, begin: int, match: re.Match[str], giver: Slot | None) -> bool:
    """Whether no side gives: a bank, fund or firm does, people do for themselves, or a sum of the giver's pays."""
    verb = match.start()
    if giver is not None and _SUM_BEFORE.search(skeleton[giver.end : verb]):
        return True
    if _SUM_GIVEN.search(skeleton, begin, verb):
        return True
    if (giver is None or skeleton.startswith(" them ", match.end())) and _is_of_body(skeleton[begin:verb]):
        return True
    return FIRM.search(skeleton, max(0, verb - 60), verb) is not None or is_private(giver, skeleton)


def _is_of_body(lead: str) -> bool:
    """Whether a bank, a fund or another body stands before a verb as who gives, or as whose loan it is."""
    return OTHERS.search(lead) is not None or re.search(r"\bfrom (?:the )?\[body:\d+\]", lead) is not None


def is_private(giver: Slot | None, skeleton: str) -> bool:
    """Whether people of a state give for themselves: "[A]ns have donated", not "the [A]ns"; "a [A] businessman"; "[A]
    Muslims".
    """
    if giver is None:
        return False
    text, value = giver.mention.text, giver.mention.value
    if isinstance(value, StateValue) and value.form == "demonym":
        is_group = (
            text.endswith("s") and not text.endswith("ss") and not skeleton[: giver.start].lower().endswith("the ")
        )
        return is_group or _BELIEVERS.match(skeleton, giver.end) is not None
    return giver.kind == "person" and aid_words("charities").search(text.lower()) is not None


_BELIEVERS = re.compile(r" (?:[A-Z][a-z]+s|(?:businessm|citizens|families|expatriates|scientists|students)[a-z]*) ")


def giver_of(statement: Statement, verb: int, lead: str) -> Slot | None:
    """The party that gives: that of a relative clause, the subject, its agency, or the one a pronoun stands for."""
    begin = verb - len(lead)
    told = TELLS.search(lead) if lead.endswith(("donor, ", "donors, ", "partner, ")) else None
    told = _PRAISED.search(statement.skeleton, max(begin, verb - 120), verb) or told
    giver = slot_in(statement, told) if told else actor_before(statement, begin, verb)
    counted = people_in(statement, _PEOPLE.search(statement.skeleton, begin, verb))
    giver = _antecedent(statement, verb) or giver or counted
    if giver is None and re.search(r"\b(?:it|they|who) (?:also |has |had |have )*$", lead):
        donor = slot_in(statement, TELLS.search(statement.skeleton[:begin]))
        return donor or giver_before(statement, 0, begin)
    return giver


def _antecedent(statement: Statement, verb: int) -> Slot | None:
    """The party of which a relative clause tells: "the government of A, which gave"."""
    slot = slot_in(statement, _WHO.search(statement.skeleton, max(0, verb - 120), verb))
    if slot is None or slot.kind != "body":
        return slot
    return agency_in(statement, slot.start, slot.end) or slot
