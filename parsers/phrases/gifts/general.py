"""Aid that no narrower frame reads, by the roles that stand around a word of aid, of help or of helpers in a clause.

A clause is read where it names no third state, tells of nothing refused, ended or alleged, and holds a nucleus: a noun
of aid, a verb of helping, building or training with what is helped, or people who help. The giver is the owner or the
source of the noun, the agency, the subject, or who the text before tells; the other side must get it, or be unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, pairwise

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement
from parsers.language.sides import facing, side_of
from parsers.language.slots import CLAUSE
from parsers.phrases.gifts.by_deeds import of_agency, of_help, of_works
from parsers.phrases.gifts.by_nouns import of_donor, of_getting, of_giving, of_noun, of_passive, of_told
from parsers.phrases.gifts.by_people import of_helpers, of_scholars
from parsers.phrases.gifts.gift import Gift, aid_words, slots_between
from parsers.phrases.gifts.giving import OTHERS, TO_GROUP, agency_in, counts_states

_READERS = (
    of_agency,
    of_works,
    of_noun,
    of_donor,
    of_scholars,
    of_getting,
    of_giving,
    of_passive,
    of_help,
    of_helpers,
    of_told,
)


def frames(statement: Statement) -> Iterator[Gift]:
    """Frames of the amounts and counts of a clause, else of what it calls aid; one giver a clause.

    Not read: head lines and captions; clauses that are not clean.
    """
    low = statement.low_skeleton
    is_sentence = statement.block.kind == "paragraph" or _FINITE.search(low) is not None
    if low.rstrip().endswith(":") or not is_sentence:
        return
    for begin, end in _clauses(low):
        if _is_clean(statement, begin, end):
            told = next(chain.from_iterable(read(statement, begin, end) for read in _READERS), None)
            recipient = facing(told.donor, statement.context.pair) if told else None
            if told and told.donor and recipient:
                item = statement.document.text[statement.offset(told.start) : statement.offset(told.end)].strip()
                item = _ARTICLE.sub("", item)
                item = f"training of {item}" if told.verb == "trained" else item
                verb = "pledged" if _PLEDGED.search(low, begin, max(told.start, begin + 1)) else told.verb
                at, stop = told.amounts or (begin, end)
                yield Gift(told.donor, recipient, verb, told.end, at, stop, True, item)


_ARTICLE = re.compile(r"^(?:(?:to|by|in|with|the|an?|its) )+", re.IGNORECASE)
_PLEDGED = re.compile(
    r"\b(?:will|would|pledg\w+|promis\w+|offer(?:s|ed)? to|agree[sd]? to|announced|plan(?:s|ned) to)\b"
)

_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|[a-z]{2,}(?:ed|es|ame|ote|ook|ave|ent|ought|old)|gives?|grew|began|rose|made|led|kept|"
    r"built|depends?|relies|plays|remains|continues|helps|supports|trains|funds|sends|builds|runs|ran)\b"
)


def needed() -> tuple[str, ...]:
    """Pieces of words of which a statement that is read must hold one."""
    lists = read_yaml("aid.yaml")
    return (*(name.lower() for name in lists["agencies"]), *lists["clues"])


def is_amount(values: Mapping[str, object]) -> bool:
    """Whether what was given is a sum, or a count of what is aid by its own words."""
    item = f"{values.get('item') or ''} {values.get('unit') or ''}".lower()
    named = any(aid_words(name).search(item) for name in ("things", "goods", "craft", "helpers"))
    return "value" in values or ("quantity" in values and named and len(item) < 60)


def _clauses(low: str) -> list[tuple[int, int]]:
    """The spans of the clauses of a sentence; a relative clause that alone tells a sum goes with what it is of."""
    borders = [0]
    for one in CLAUSE.finditer(low):
        after = CLAUSE.search(low, one.end())
        its_own = low[one.end() : after.start() if after else len(low)]
        if not (
            one[0].startswith(", which") and "[money" in its_own and "[money" not in low[borders[-1] : one.start()]
        ):
            borders.append(one.end())
    return list(pairwise([*borders, len(low)]))


def _is_clean(statement: Statement, begin: int, end: int) -> bool:
    """Whether a clause tells of no third state's gift, and of nothing refused, ended, wished for or traded."""
    around = statement.low_skeleton[begin:end]
    for one in slots_between(statement, begin, end, "state", "place"):
        if side_of(one.mention, statement.context) is None and not _ASIDE.search(
            statement.low_skeleton, begin, one.start
        ):
            return False
    if "[money" in around and aid_words("not_aid").search(around):
        return False
    if TO_GROUP.search(statement.skeleton, begin, end) or counts_states(statement, begin, end):
        return False
    is_others = OTHERS.search(statement.skeleton, begin, end) or _WITH_BODY.search(statement.skeleton, begin, end)
    if is_others and agency_in(statement, begin, end) is None:
        return False
    barred = ("barred", "charities", "armed_groups")
    return not (_ENDED.search(around) or any(aid_words(name).search(around) for name in barred))


_WITH_BODY = re.compile(r"\b(?:to|for|from|by)(?: the)? \[body:")

# What a third state stands behind where it only tells of the time or of the comparison.
_ASIDE = re.compile(
    r"\b(?:after|during|following|before|since|amid|against|despite|unlike|than|in the wake of|at the time of)\b"
    r"(?:(?!\b(?:to|from|by|with|for)\b)[^,;]){0,60}$"
)

_ENDED = re.compile(
    r"\b(?:drop(?:ped|ping)?|limit\w*|cut(?:s|ting)?|reduc\w+|terminat\w+|end(?:s|ing|ed)?|cease[sd]?|stop\w*|suspen\w+|"
    r"withh[eo]ld\w*|resum\w+ talks|lack|absence|instead|critici[sz]\w+|accus\w+|alleg\w+|repa\w+|"
    r"hop(?:es?|ed|ing)|wants?|wish\w*|need\w*|seek\w*|condition\w*|may|might|debate\w*|(?:laws?|legislation) against|"
    r"bans?|banned|requests?|appeals?|less|allowed|purchas\w+|bought|licen[cs]e\w*|contract(?:s|ed)?|orders?|proposals?|"
    r"fought|kidnapping|sent home|"
    r"both (?:countries|states|nations|sides)|each other|mutual\w*|joint\w*)\b"
)
