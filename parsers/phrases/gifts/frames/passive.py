"""Frames of giving that a passive verb makes: "X was donated by A to B", "B was given X", "B's debt was cancelled"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.language.reading import Statement, kept
from parsers.language.slots import Slot, words_of
from parsers.phrases.gifts.columns.items import counts_people
from parsers.phrases.gifts.frames.gift import (
    FROM,
    NAMED,
    TO,
    Gift,
    gift_of,
    other_side,
    people_of,
    receiver_in,
    side_at,
    slot_in,
)
from parsers.phrases.gifts.frames.passive_clauses import PassiveClause, passive_clauses
from parsers.phrases.gifts.givers.agencies import agency_in
from parsers.phrases.gifts.givers.subjects import giver_before
from parsers.phrases.gifts.givers.told_before import told_donor
from parsers.phrases.gifts.words import SKILLED, active_verbs, aid_words

_TO_WHOM = re.compile(
    rf"^(?: [a-z]+ly)? (?:to|for|towards?)(?: (?!in\b|to\b|for\b|and\b)[\w'’-]+){{0,6}}? {NAMED}",
    re.IGNORECASE,
)
_CANCELS = re.compile(r"\b(?:cancell?ed|forgiven|remitted|written off|waived|annulled|relieved of)$")
_OWED = re.compile(r"(?:the |its |these )?debts?\b", re.IGNORECASE)
# Where one studies gives the scholarship, and gets nothing.
_TO_STUDY = re.compile(r" (?:[a-z]+ )?(?:scholarships?|fellowships?|bursaries) (?:to|for) (?:stud|train)\w* (?:in|at) ")
# "Aid came in response to a call made by B".
_CALL = re.compile(r"\b(?:call|appeal|request|plea)s? ?$")
_FOR_A_PRICE = re.compile(r"^ to pay\b|\b(?:in exchange|in return) for\b")
_DEBT = re.compile(r"\b(?:debts?|loans?)\b")
_CREDITOR = re.compile(rf"\b(?:to|with|from)(?: the)? (?P<who>{NAMED})")
_DEBTOR = re.compile(rf"(?P<who>{NAMED})(?:'s|’s|'|’)? (?:[a-z-]+ ){{0,3}}?(?:debts?|loans?)\b", re.IGNORECASE)
_GOT = re.compile(r" (?:an? |the |its )?(?P<item>(?!to\b|for\b|by\b|from\b)[a-z][^,;\[]{2,50}?),? (?:by|from)\b")
_SOURCE_OF = re.compile(
    rf"(?P<who>{NAMED})(?:'s|’s|'|’)? (?:(?!an?\b|the\b|with\b|signed\b|received\b|to\b)[a-z-]+ ){{0,3}}?(?:aid|"
    r"assistance|relief|grants?|loans?|donations?|scholarships?|"
    rf"rescue teams?|medical teams?|supplies|{SKILLED}|volunteers|"
    r"equipment|vaccines?|medicines?|books|computers|vehicles|buses|ambulances|boats|tents|blankets)\b",
    re.IGNORECASE,
)


@kept
def passive(statement: Statement) -> Iterator[Gift]:
    """Frames with a passive verb: "X was donated by A (to B)", "B was given X by A"."""
    found = (_passive_gift(clause) for clause in passive_clauses(statement))
    return (gift for gift in found if gift is not None)


def _passive_gift(clause: PassiveClause) -> Gift | None:
    """The frame of one passive verb; its subject is what was given, or who got it."""
    skeleton, behind = clause.statement.skeleton, clause.behind
    if _FOR_A_PRICE.search(behind) or (clause.is_of_receiver and _TO_STUDY.match(behind)):
        return None
    by = _agent(clause)
    receiver = receiver_in(clause.statement, clause.verb.end(), clause.stop)
    if _CANCELS.search(clause.verb[0]) and _DEBT.search(skeleton[clause.begin : clause.stop].lower()):
        gift, item = _forgiven(clause, by)
    elif _is_barred(clause, by, receiver):
        return None
    elif by or receiver:
        gift, item = _of_parties(clause, by, receiver)
    else:
        gift, item = _of_subject(clause)
    return replace(gift, start=clause.begin, end=clause.begin, item=item) if gift is not None else None


def _is_barred(clause: PassiveClause, by: Slot | None, receiver: Slot | None) -> bool:
    """Whether nothing was given by a party: a debt is owed, a call was made, who stands behind "by" is none, or "in B"
    is a place.
    """
    if _CALL.search(clause.subject):
        return True
    if _gives_later(clause):
        return True
    if by is None and (clause.behind.startswith(" by ") or (receiver is not None and _is_where(clause, receiver))):
        return True
    return _OWED.match(clause.statement.skeleton, clause.begin) is not None


def _gives_later(clause: PassiveClause) -> bool:
    """Whether the verb of giving is the one behind: "A was committed to giving B [money]"."""
    later = active_verbs().match(clause.statement.low_skeleton, clause.verb.end() + 4)
    return clause.behind.startswith(" to ") and later is not None and later[0].endswith("ing")


def _agent(clause: PassiveClause) -> Slot | None:
    """The party that gave, behind "by" or "from"; an agency rather than the body that the words name."""
    statement, end, behind = clause.statement, clause.verb.end(), clause.behind
    by = slot_in(statement, FROM.search(behind)) or slot_in(statement, _SOURCE_OF.search(behind))
    if by is not None:
        return (agency_in(statement, end, clause.stop) or by) if by.kind == "body" else by
    return agency_in(statement, end, min(clause.stop, end + 60)) if behind.startswith(" by ") else None


def _of_parties(clause: PassiveClause, by: Slot | None, receiver: Slot | None) -> tuple[Gift | None, str | None]:
    """The frame of a passive with a party behind it, and the words of its subject where that is what was given."""
    gift = gift_of(clause.statement, clause.verb, clause.stop, by, receiver if receiver is not by else None)
    told = by is not None or _TO_WHOM.search(clause.behind) is not None
    item = _subject_words(clause) if told and not clause.has("money", "quantity") else None
    got = _GOT.match(clause.behind) if item and by and clause.is_of_receiver else None
    return gift, got["item"] if got else item


def _is_where(clause: PassiveClause, receiver: Slot) -> bool:
    """Whether a party behind "in" is where the people of the subject got something: "B's nurses were given training in
    A".
    """
    if not clause.statement.skeleton.endswith((" in ", " in the ", " at "), 0, receiver.start):
        return False
    if clause.is_of_receiver and _LEARNT.match(clause.behind):
        return True
    is_of_people = clause.is_of_receiver and clause.before("state", "person", "quantity")
    if not is_of_people and not clause.verb[0].lower().endswith("opened"):
        return False
    return all(one.kind == "quantity" and counts_people(one) for one in clause.before("money", "quantity"))


# "40 nurses were given training in A": those who are counted are not what was given.
_LEARNT = re.compile(
    r" (?:(?!in\b|at\b|to\b)[a-z-]+ ){0,3}?(?:trainings?|courses?|treatment|surgery|care|education|tuition) (?:in|at)\b"
)


def _forgiven(clause: PassiveClause, by: Slot | None) -> tuple[Gift | None, str | None]:
    """The frame of a debt that was let go, with its words where no sum is told: the debtor owns it, the creditor stands
    behind "to" or "by".
    """
    statement, verb = clause.statement, clause.verb
    told = statement.skeleton[clause.begin : clause.stop]
    debtor = slot_in(statement, _DEBTOR.search(told)) or giver_before(statement, clause.begin, verb.start())
    creditor = by or slot_in(statement, _CREDITOR.search(told))
    item = None if clause.has("money") else _subject_words(clause)
    return gift_of(statement, verb, clause.stop, creditor, debtor), item


def _subject_words(clause: PassiveClause) -> str:
    """The words of what a passive verb tells of, without the date and article before them."""
    statement, verb = clause.statement, clause.verb
    lead = _LEAD.match(clause.subject)
    start = clause.begin + (lead.end() if lead else 0)
    words = words_of(statement, start, verb.start())
    said = _WHERE.sub("", _WHICH.sub("", words)).strip(" ,")
    is_behind = said != words.strip(" ,") or (verb[0].startswith(" ") and _FINITE.search(said))
    words = _LAST_NOUN.search(said)["noun"] if is_behind else said  # type: ignore[index]
    return _LONG_LEAD.sub("", words)


_LEAD = re.compile(
    r"(?:(?:after|during|following|before|in) [^,\[]{3,40}, )?(?:(?:in|on|since|the|an?) |\[date:\d+\],? )*",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r" (?:was|were|is|are|has|have|had|receives?|received|gets?|got|us(?:es?|ed|ing)|includ(?:es?|ed|ing)) "
)
_WHERE = re.compile(r"^.*(?:,| [a-z]+) (?:where|in which|for which) ")
_WHICH = re.compile(r",? (?:that|which)(?: ha(?:d|ve|s))? ?$")
# What a relative clause is of: the words behind the last preposition, article or verb.
_LAST_NOUN = re.compile(
    r"(?:.*\b(?:the|an?|its|with|by|into|at|from|has|have|had|is|was|are|were|receives?|received|gets?|"
    r"got|us(?:es?|ed|ing)|includ(?:es?|ed|ing)) |^)"
    r"(?P<noun>.+)$"
)


# A clause, or whose words it is, in front of the subject.
_LONG_LEAD = re.compile(
    r"^(?:(?:according to|with|despite|although|while|since|as|when|because|due to)\b.*?|"
    r".*\b(?:has|have|had|was|were|is|"
    r"are)\b.*?), (?:and |the |an? )*(?=[^,]+$)|"
    r"(?: (?:has|have|had|will|would|to)(?: be| been)?(?: (?:also|since|now))?)+$",
    re.IGNORECASE,
)


def _of_subject(clause: PassiveClause) -> tuple[Gift | None, str | None]:
    """The frame of a passive whose sides stand in its subject, and the subject's words where that is what was given.

    "A's aid was delivered", "scholarships for B were introduced", "B was given [money]"; with no side in it, the donor
    told before, or whose programme it was given under, where the clause has an amount.
    """
    statement, verb, subject = clause.statement, clause.verb, clause.subject
    source = slot_in(statement, _SOURCE_OF.search(subject)) or slot_in(statement, FROM.search(subject))
    source = source or _own_of_count(clause)
    to = slot_in(statement, TO.search(subject))
    is_counted = bool(clause.before("money", "quantity"))
    programme = _of_programme(statement, verb.start()) if is_counted and not source and not to else None
    if programme is not None:
        return _of_donor(clause, programme), None
    if _WITH.match(subject) or _HAS_VERB.search(_PERFECT.sub("", subject)):
        return None, None
    if source or to:
        words = _subject_words(clause)
        is_aid = any(aid_words(name).search(words.lower()) for name in ("things", "craft", "goods"))
        return (gift_of(statement, verb, clause.stop, source, to), words) if is_aid else (None, None)
    if free := clause.before("state", "person", "body"):
        is_entitled = clause.is_of_receiver and not clause.before("money")
        return (gift_of(statement, verb, clause.stop, None, free[-1]) if is_entitled else None), None
    return _of_donor(clause, told_donor(statement) if is_counted else None), None


_WITH = re.compile(r"(?:with|through|thanks to)\b", re.IGNORECASE)
_HAS_VERB = re.compile(r"\b(?:has|have|had|which|who|that|is|are|was|were)\b")


def _own_of_count(clause: PassiveClause) -> Slot | None:
    """The state whose things or people a passive verb tells of: "four [A] helicopters were sent"."""
    counted = next(iter(clause.before("quantity")), None)
    return people_of(clause.statement, counted) if counted else None


def _of_donor(clause: PassiveClause, donor: str | None) -> Gift | None:
    """The frame of a donor that is told elsewhere, the other side its recipient; null where it is no side."""
    recipient = other_side(clause.statement, donor)
    if donor is None or recipient is None:
        return None
    return Gift(donor, recipient, clause.verb[0].lower(), clause.begin, clause.begin, clause.stop, False)


def _of_programme(statement: Statement, verb: int) -> str | None:
    """The side whose agency or programme for aid a passive verb names before it: "under [programme], [count] are"."""
    lead = _UNDER.search(statement.low_skeleton, 0, verb)
    agency = agency_in(statement, 0, verb) if lead else None
    return side_at(statement, agency)


_PERFECT = re.compile(r" (?:has|have|had)(?: (?:also|since|now|already))? $")
_UNDER = re.compile(r"\b(?:under|through) (?:the |its |which\b)?")
