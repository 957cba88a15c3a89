"""Aid of which no frame tells who gives it, where both sides stand around its word, or its means are called after one.

These readers come last. `of_both_named` goes by the order of the two sides and the prepositions before them alone, so
its clause must name both, and hold no word of getting between the first and the aid; for the others the other side must
get it, or be unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import facing
from parsers.phrases.gifts.gift import NAMED, aid_words, side_in
from parsers.phrases.gifts.roles import Told, aid_noun, gets, is_title, parties, subject

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
        is_first = not _GOVERNED.search(low, begin, start) and not _GOT.search(low, stop, noun.start())
        is_to_other = after[0] == facing(donor, statement.context.pair) and _TOWARDS.search(low, noun.end(), after[1])
        is_in_cause = after and aid_words("causes").search(low, noun.end(), min(end, after[2] + _NEAR))
        if donor and is_first and is_to_other and not is_in_cause:
            yield Told(donor, *noun.span())


def of_means(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What was done with one side's money: "the terminal was financed through A's grants"."""
    low = statement.low_skeleton
    for means in _MEANS.finditer(low, begin, end):
        donor = side_in(statement, means)
        if donor and gets(statement, donor, begin, end) is not None:
            yield Told(donor, begin, means.start("verb"), "built")


_MEANS = Folded(
    r" (?P<verb>(?:was|were|is|are|has been|have been|being) (?:[a-z]+ly )?[a-z]+(?:ed|t|n|up)(?: up| out)?) "
    r"[^;,\[]{0,40}?\b(?:with|through|from|by|using|thanks to)(?: the)? (?:help of |aid of |support of )?"
    rf"(?P<who>{NAMED})(?:'s|’s|'|’)? (?:government |state |public |development |foreign )?"
    r"(?:money|funds|funding|oda|aid|assistance|support|grants?|loans?|credits?|donations?|financing|financial help)\b"
)


def of_sum(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """A sum that one side puts into works or aid: "A has put [money] into wells in B", "he gave [money] in aid"."""
    low = statement.low_skeleton
    for verb in _PUT.finditer(low, begin, end):
        donor = subject(statement, begin, verb.start())
        helped = aid_words("helped").search(low, verb.end(), end) or aid_noun().search(low, verb.end(), end)
        there = gets(statement, donor, begin, end) if donor else None
        is_given = there or (there is False and not verb[0].startswith("spent"))
        if donor and helped and "[money" in low[begin:end] and is_given:
            yield Told(donor, verb.end("what"), helped.end())


_PUT = Folded(
    r"\b(?:put|puts|has put|channelled|channels|poured|ploughed|directed|spent|agreed to (?:finance|fund|pay for)|"
    r"announced|finances?|funds?)(?P<what>(?: \[money:\d+\])?(?: (?:into|to|towards|on|for))?)(?: the)? "
)
