"""Whether a stance is its holder's own act, by what stands between the two."""

from __future__ import annotations

import re
from functools import cache

from parsers.language.mention import is_demonym
from parsers.phrases.stances.clause import Clause
from parsers.phrases.stances.holders import opens_clause
from parsers.phrases.stances.meanings import form_of
from parsers.phrases.stances.owned import HELPING
from parsers.phrases.stances.people import is_of_people
from parsers.phrases.stances.words import forms

_BY_OTHERS = re.compile(r"\b(?:accus|alleg|urg|asked|thank|prais|criticis|will|would|plan|meant|means\b)")
_ON_VOTE = re.compile(
    r"\b(?:vot|abstain|debat|discuss|reject|oppos|veto|against|block|respond|compl|react|ignor|refer)\w*\b[^,;]* "
    r"(?:resolution|motion|draft|bill|statement|vote)s?(?: in [^,;]{3,60})? (?:that )?(?:[a-z]+ly )?$"
)
_ANNOUNCED = re.compile(r"\bannounced\b(?:[^;]*,| (?:that )?(?:it|they) (?:would|will)\b)")
_WORKING_IN = re.compile(r"\b(?:partner|cooperat|co-operat|collaborat|interest)[a-z]*\b[^;.]* in $")
_RALLY = re.compile(r"\b(?:rall(?:y|ies)|demonstrations?|protests?|march|marches|vigils?|petitions?) $")
_IN_A_FIGHT = re.compile(
    r"\b(?:fights?|struggles?|wars?|battles?|movements?|campaigns?|coalition|"
    r"front|efforts?|bulwark|protection|case|independence|freedom) $"
)
_IN_SPITE_OF = re.compile(r"\b(?:despite|notwithstanding|in spite of|ignor\w+|violat\w+|defy\w*|defied) [^;,]*$")
_BARRED = {"participles": _IN_SPITE_OF, "reasons": _RALLY, "standings": _IN_A_FIGHT, "nouns": HELPING}
_IN_FIELDS = re.compile(
    r"\b(?:co-?operat|collaborat|work)[a-z]*\b[^;.]* (?:in|on) [^;.]*\b(?:fields|areas|sectors|matters|issues)\b"
)
_AND_PEOPLE = re.compile(r"(?:'s|’s)?(?: \w+){0,2} and (?:its|the) (?:people|public|government|parliament)\b")
_HAVING = re.compile(r" (?:has|have|had)(?: [a-z]+(?:ed|ing|al|ous|or))? $")
_NOUNS = (
    "disputes", "demands", "protests", "calls", "supports", "claims", "attacks", "views", "labels", "votes", "backs",
)  # fmt: skip
_FINITE = re.compile(r"(?:'s|’s)? ?\w{0,40} ?\w{0,40}(?:s|did|do|authorities|people|politicians|media)\b")
_PARTS_OF_CLAUSE = ("participles", "reasons")
BESIDE = re.compile(
    r",? (?:along with|as well as|together with|like|and (?:the |many |most |several |some )*(?:other|most|majority))\b"
)


def is_its_act(clause: Clause) -> bool:
    """Whether what stands between a holder and the word of stance leaves the stance its own: no plural noun, no sum, no
    other's words, no infinitive.
    """
    return not (
        _is_noun(clause)
        or _is_of_sum(clause)
        or _is_told_of_others(clause)
        or _is_of_its_people(clause)
        or _is_cooperation(clause)
        or _is_barred(clause)
        or _is_infinitive(clause)
    )


def _is_noun(clause: Clause) -> bool:
    """Whether a plural behind a demonym is no verb: "Chilean demands for", "Norwegian views of"."""
    if clause.section == "nouns" or form_of(clause.match).split(" ")[0] not in _NOUNS:
        return False
    people = clause.gap == " " and bool(clause.named) and is_demonym(clause.named[-1])
    return people or _HAVING.match(clause.gap) is not None


def _is_of_sum(clause: Clause) -> bool:
    """Whether a noun or a reason of stance is one of money."""
    money = clause.match.statement.of("money") if clause.section in ("reasons", "nouns") else ()
    return any(clause.holder[1] <= one.start < clause.match.end for one in money)


def _is_told_of_others(clause: Clause) -> bool:
    """Whether a part of a clause is on what others do, or on the text on which a vote is taken."""
    if clause.section not in _PARTS_OF_CLAUSE:
        return False
    others = _BY_OTHERS.search(_ANNOUNCED.sub("", clause.gap))
    return others is not None or _ON_VOTE.search(clause.gap) is not None


def _is_of_its_people(clause: Clause) -> bool:
    """Whether people who do not speak for the holder take the stance, in a part of a clause or behind "and"."""
    return (clause.section in _PARTS_OF_CLAUSE or " and " in clause.gap) and is_of_people(clause.match)


def _is_cooperation(clause: Clause) -> bool:
    """Whether the word of stance tells in what one works together with others."""
    fields = clause.section == "participles" and _IN_FIELDS.search(clause.gap)
    return bool(_WORKING_IN.search(clause.gap) or fields)


def _is_barred(clause: Clause) -> bool:
    """Whether words right before it take a word of its section for something else: "the struggle against"."""
    barred = _BARRED.get(clause.section)
    return barred is not None and barred.search(clause.gap) is not None


@cache
def _bases() -> frozenset[str]:
    """The verbs of stance of which the lexicon also has the form in "-s": "support", "veto", "deny"."""
    first = {form.partition(" ")[0] for form in forms("verbs")}
    return frozenset(one for one in first if first & {f"{one}s", f"{one}es", f"{one[:-1]}ies"})


def _is_infinitive(clause: Clause) -> bool:
    """Whether "support" behind one holder is no finite verb: "helped Norway support the …"."""
    match = clause.match
    verb = (match.words("verb") or "").lower().split(" ")[0]
    if clause.section != "verbs" or verb not in _bases() or match.words("to") or match.words("not"):
        return False
    between = clause.text[clause.holder[1] : match.end]
    return not _are_several(clause, between) and _FINITE.match(between) is None


def _are_several(clause: Clause, between: str) -> bool:
    """Whether more than one holder takes the stance: two states, a state and others, a people."""
    opened = opens_clause(clause.match)
    several = clause.named if opened is None else [opened]
    if len(several) != 1 or several[0].kind == "both":
        return True
    people = is_demonym(several[0]) and clause.text.endswith("The ", clause.match.statement.start, several[0].start)
    return people or BESIDE.match(between) is not None or _AND_PEOPLE.match(between) is not None
