"""Aid of which no frame tells who gives it: the order of the sides around its word does, or that one alone is named.

These readers come last. `of_both_named` goes by the order of the two sides and the prepositions before them alone, so
its clause must name both, and hold no word of getting between the first and the aid; where a reader has one side only,
nobody else may be named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.phrases.gifts.columns.items import phrase_end
from parsers.phrases.gifts.frames.active_givers import is_private
from parsers.phrases.gifts.frames.gift import NAMED, other_side, side_in, slots_between
from parsers.phrases.gifts.givers.roles import (
    PRIVATE,
    Told,
    aid_noun,
    gets,
    in_cause,
    is_title,
    parties,
    sides_in,
    subject,
)
from parsers.phrases.gifts.words import aid_words

_NEAR = 40
_GOVERNED = re.compile(r"\b(?:to|for|in|into|with|by|of|from|against|between|and|than|at|near|via)(?: the)? $")
_TOWARDS = re.compile(
    r"\b(?:to|for|in|into|on|within|across|towards?)(?: the)?(?: (?!by\b|from\b|with\b)[a-z-]+){0,4} $"
)
_GOT = re.compile(
    r"\b(?:receiv|got\b|gets?\b|obtain|benefi|secur|accept|granted\b|given\b|awarded\b|us(?:es|ed|ing)\b|spen[dt]"
    r"|rel(?:y|ies|ied)|depend|thank|welcom|praise|discuss|visit|lift(?:ed|ing)\b|restrict|no\b|little\b|denied\b"
    r"|held up\b)"
)


def of_both_named(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What a clause calls aid behind one side and before the other: "A's help and assistance to B began in [date]"."""
    low = statement.low_skeleton
    for noun in aid_noun().finditer(low, begin, end):
        before = [one for one in parties(statement, begin, noun.start()) if one[0]]
        after = next(iter(parties(statement, noun.end(), end)), None)
        if not before or after is None or is_title(statement, noun.start()):
            continue
        donor, start, stop = before[-1]
        are_people = any(is_private(one, low) for one in slots_between(statement, start, stop, "state"))
        if are_people or PRIVATE.search(low, stop, noun.start()):
            continue
        is_first = _is_giver(low, begin, (start, stop), noun.start())
        is_to_other = after[0] == other_side(statement, donor) and _TOWARDS.search(low, noun.end(), after[1])
        is_in_cause = in_cause(statement, noun.end(), min(end, after[2] + _NEAR))
        if donor and is_first and is_to_other and not is_in_cause:
            yield Told(donor, *noun.span())


def _is_giver(low: str, begin: int, party: tuple[int, int], noun: int) -> bool:
    """Whether a party before a noun gives: nothing governs it, and no verb of getting stands between."""
    return not _GOVERNED.search(low, begin, party[0]) and not _GOT.search(low, party[1], noun)


def of_no_giver(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What opens a clause as aid to one side, who alone is named: "Technical aid to B began in [date]".

    Not read: aid of many, or of others.
    """
    low = statement.low_skeleton
    found = _AID_TO.match(low, begin, end)
    receiver = side_in(statement, found)
    named = {side for side, _, _ in parties(statement, 0, len(low))}
    if found and receiver and named == {receiver} and not _OF_MANY.search(low):
        yield Told(other_side(statement, receiver), *found.span("noun"))


_AID_TO = re.compile(
    rf"(?:(?:in|since|by|from) (?:the )?\[date:\d+\],? )?(?:the |most |much |all |this "
    rf"|such )*(?P<noun>(?:[a-z]+,? (?:and )?){{0,5}}?"
    rf"(?:forms of |programme of |program of )?(?:aid|assistance|development cooperation)) (?:to"
    rf"|for)(?: the)? (?P<who>{NAMED}) "
    r"(?:(?:has|have|had|also|was|were|is|are|first|mainly|largely) )*(?:beg[au]n|start\w*|focus\w*|concentrat\w*"
    r"|go(?:es)? back|"
    r"dates|dated|went|continu\w*|includ\w*|cover\w*|total\w*|amount\w*|consist\w*|rang\w*)\b"
)
_OF_MANY = re.compile(r"\b(?:international|multilateral|western|foreign|european|allied|external|all donors|donors)\b")


def of_with_aid(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """With what one side does something for the other: "A balances B's budget with yearly grants"."""
    low = statement.low_skeleton
    for noun in aid_noun().finditer(low, begin, end):
        named = parties(statement, begin, noun.start())
        if not named or named[0][0] is None or not _BY_MEANS.search(low, begin, noun.start()):
            continue
        donor, start, stop = named[0]
        is_first = _is_giver(low, begin, (start, stop), noun.start())
        others = sides_in(statement, stop, end)
        other = other_side(statement, donor)
        is_grant = low.startswith(("grant aid", "oda ", "official development"), noun.start())
        is_told = others == {other} or (is_grant and others <= {donor, other})
        if is_first and is_told and not low.startswith(("'", "’"), stop):
            yield Told(donor, *noun.span())


_BY_MEANS = re.compile(r"(?<!relations)(?<!ties) (?:with|through) (?:(?!the\b)[a-z-]+ ){0,2}$")


def of_supply(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What the two agreed that one of them gets: "an agreement for the supply of military aid to B", "on the
    building of a school as a gift to B"."""
    low = statement.low_skeleton
    for found in _SUPPLY.finditer(low, begin, end):
        name = "what" if found["what"] else "made"
        receiver = side_in(statement, found, "who" if found["what"] else "given")
        is_aid = name == "made" or aid_noun().search(found["what"]) or aid_words("things").search(found["what"])
        is_of_both = _BOTH.search(low, begin, found.start()) is not None
        if receiver and is_aid and (is_of_both or sides_in(statement, begin, found.start()) - {receiver}):
            yield Told(other_side(statement, receiver), *found.span(name))


_BOTH = re.compile(r"\[both:\d+\] (?:also )?(?:signed|concluded|reached|made)\b")
_SUPPLY = Folded(
    rf"\b(?:for|on) (?:the )?(?:(?:supply|provision|delivery|donation|issue|granting|extension"
    rf"|grant) of (?P<what>[^,;]{{3,60}}?) to(?: the)? (?P<who>{NAMED})|"
    rf"(?P<made>(?:construction|building|supply|delivery) of [^,;]{{3,60}}?) as an? (?:gift|present|donation) "
    rf"to(?: the)? (?P<given>{NAMED}))"
)


def of_beginning(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """With what the cooperation of one side in the other began: "A's cooperation in B started with [quantity] of seed".

    Not read: beginnings without what is called aid, a thing of aid or an amount.
    """
    low = statement.low_skeleton
    for found in _BEGAN.finditer(low, begin, end):
        donor, receiver = side_in(statement, found, "own"), side_in(statement, found, "to")
        is_aid = aid_noun().search(low, found.end(), end) or aid_words("nouns").search(low, found.end(), end)
        if donor and receiver == other_side(statement, donor) and is_aid:
            yield Told(donor, found.end(), phrase_end(statement, found.end(), end), "given", (found.end(), end))


_BEGAN = Folded(
    rf"(?P<own>{NAMED})(?:'s|’s|'|’)? (?:[a-z]+ )?(?:co-?operation|engagement|involvement|presence|assistance|aid|help)"
    rf" (?:in|with|to|for)(?: the)? (?P<to>{NAMED}) (?:began|started|commenced|dates back|dates)"
    r"(?: (?:in|to|from)(?: the)? \[date:\d+\],?)?(?: when| with)(?: the| an?)? "
)


def of_free(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What one side does for the other for nothing: "A opened its schools to B's pupils at no cost"."""
    low = statement.low_skeleton
    free = _FREE.search(low, begin, end)
    first = next(iter(parties(statement, begin, free.start())), None) if free else None
    if free is None or first is None or first[0] is None or _GOVERNED.search(low, begin, first[1]):
        return
    others = sides_in(statement, first[2], end)
    if others == {other_side(statement, first[0])} and not _GOT.search(low, first[2], free.start()):
        yield Told(first[0], first[2], phrase_end(statement, first[2], free.start()))


def of_expense(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What was done at the expense of one side, not for its own people: "the pits were filled at A's expense"."""
    low = statement.low_skeleton
    paid = _EXPENSE.search(low, begin, end)
    donor = side_in(statement, paid, "of" if paid and paid["of"] else "own")
    named = sides_in(statement, begin, paid.start()) if paid else set()
    verb = _DONE.search(low, begin, paid.start()) if paid else None
    if verb and donor and named <= {other_side(statement, donor), None}:
        lead = _LEAD.match(low, begin, verb.start())
        start = lead.end() if lead else begin
        told = _TELLS.search(low, start, verb.start())
        yield Told(donor, start, told.start() if told else verb.start(), "helped")


# What is told of a thing before what was done to it: "the boat served for years, was driven ashore and was repaired".
_TELLS = re.compile(r",| [a-z]+ed (?:in|on|for|from|at|by|until|as)\b")
_EXPENSE = Folded(
    rf"\bat (?:(?:the )?(?:expense|cost) of(?: the)? (?P<of>{NAMED})|(?:the )?(?P<own>{NAMED})(?:'s|’s|'|’)?"
    r"(?: (?:government|state)(?:'s|’s)?)? (?:expense|cost)\b)"
)
# What grows at the expense of a state is no gift of it.
_DONE = re.compile(
    r" (?:was|were|is|are|has been|have been|had been) (?!enlarged|expanded|extended|advanced|strengthened|increased|"
    r"achieved|won|gained|made|formed|created)"
)
_LEAD = re.compile(r"(?:(?:in|on|since) \[date:\d+\],? )?(?:the |an? )?")
_FREE = Folded(r"\b(?:free of charge|at no (?:cost|charge)|for free|without (?:any )?(?:charge|payment)|gratis)\b")


def of_sum(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """A sum that one side puts into works or aid: "A has put [money] into wells in B", "he gave [money] in aid"."""
    low = statement.low_skeleton
    for verb in _PUT.finditer(low, begin, end) if "[money" in low[begin:end] else ():
        donor = subject(statement, begin, verb.start())
        helped = aid_words("helped").search(low, verb.end(), end) or aid_noun().search(low, verb.end(), end)
        there = gets(statement, donor, begin, end) if donor else None
        if donor and helped and (there or (there is False and not verb[0].startswith("spent"))):
            yield Told(donor, verb.end("what"), helped.end())


_PUT = Folded(
    r"\b(?:put|puts|channelled|channels|poured|ploughed|directed|spent|agreed to (?:finance|fund|pay for)|"
    r"announced|finances?|funds?)(?P<what>(?: \[money:\d+\])?(?: (?:into|to|towards|on|for))?)(?: the)? "
)
