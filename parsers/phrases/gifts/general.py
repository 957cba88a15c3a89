"""Aid that no narrower frame reads, by the roles that stand around a word of aid, of help or of helpers in a clause.

A clause is read where it names no third state, tells of nothing refused, ended or alleged, and holds a nucleus: a noun
of aid, a verb of helping, building or training with what is helped, or people who help. The giver is the owner or the
source of the noun, the agency, the subject, or who the text before tells; the other side must get it, or be unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement
from parsers.language.sides import facing, side_of
from parsers.language.slots import CLAUSE
from parsers.phrases.gifts.by_deeds import of_agency, of_making, of_works
from parsers.phrases.gifts.by_help import of_help
from parsers.phrases.gifts.by_lists import listed_giver, of_listed
from parsers.phrases.gifts.by_means import of_help_with, of_thanks
from parsers.phrases.gifts.by_nouns import (
    of_donor,
    of_exchange,
    of_getting,
    of_gift,
    of_giving,
    of_noun,
    of_passive,
    of_projects,
    of_told,
)
from parsers.phrases.gifts.by_people import of_arrival, of_helpers, of_scholars
from parsers.phrases.gifts.checks import TO_WHICH
from parsers.phrases.gifts.gift import NAMED, Gift, aid_words, slots_between
from parsers.phrases.gifts.giving import OTHERS, TO_GROUP, agency_in, counts_states
from parsers.phrases.gifts.loosely import of_both_named, of_means, of_sum
from parsers.phrases.gifts.roles import Told

_READERS = (
    of_exchange,
    of_agency,
    of_gift,
    of_thanks,
    of_works,
    of_making,
    of_help_with,
    of_donor,
    of_scholars,
    of_projects,
    of_noun,
    of_getting,
    of_arrival,
    of_helpers,
    of_giving,
    of_passive,
    of_help,
    of_told,
    of_both_named,
    of_means,
    of_sum,
)


def frames(statement: Statement) -> Iterator[Gift]:
    """Frames of the amounts and counts of a clause, else of what it calls aid; one giver a clause.

    Not read: head lines and captions; clauses that are not clean.
    """
    low = statement.low_skeleton
    is_sentence = statement.block.kind == "paragraph" or _FINITE.search(low) is not None
    if low.rstrip().endswith(":") or not is_sentence:
        return
    giver: str | None = None
    for begin, end in _clauses(low):
        told = _told(statement, begin, end, giver) if _is_clean(statement, begin, end) else None
        recipient = facing(told.donor, statement.context.pair) if told else None
        if told and told.donor and recipient:
            giver = told.donor
            item = statement.document.text[statement.offset(told.start) : statement.offset(told.end)].strip()
            is_pledge = told.verb != "in exchange" and _PLEDGED.search(low, begin, max(told.start, begin + 1))
            at, stop = told.amounts or (begin, end)
            verb = "pledged" if is_pledge else told.verb
            yield Gift(giver, recipient, verb, told.end, at, stop, True, _words(told, item) or None)


def _told(statement: Statement, begin: int, end: int, giver: str | None) -> Told | None:
    """What the first reader that knows finds in a clause, else a further sum of who gives in the clause before."""
    listed = listed_giver(statement, begin, end)
    readers = (of_listed,) if listed and listed[1]["lead"] else _READERS
    found = next(chain.from_iterable(read(statement, begin, end) for read in readers), None)
    more = _FURTHER.match(statement.low_skeleton, begin, end) if giver and found is None else None
    return Told(giver, *more.span("noun")) if more else found


# "; and nearly [money] for refugees".
_FURTHER = re.compile(
    r"(?:and )?(?:(?:nearly|almost|over|about|around|some|another|a further|more than|up to) )*\[money:\d+\] "
    r"(?:in|for|towards|to) (?P<noun>[^;,\[]+)"
)


def _words(told: Told, item: str) -> str:
    """The words of what was given, without those that only lead to it; what is taught is training or studies."""
    item = _TRAIL.sub("", _ARTICLE.sub("", item))
    if told.verb == "trained":
        return f"training of {item}" if item else "training"
    return item or ("studies" if told.verb == "studied" else "")


_ARTICLE = re.compile(r"^(?:(?:to|by|in|with|the|an?|its) )+", re.IGNORECASE)
_TRAIL = re.compile(r"(?:,? (?:of|for|in|to|the|and|at|on|by|with|from|games))+$")
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


def counts_learners(statement: Statement) -> bool:
    """Whether a sentence counts people of one side who got training or scholarships, of which it tells as one gift."""
    found = of_scholars(statement, 0, len(statement.skeleton)) if statement.of("quantity") else ()
    return any(one.amounts and statement.skeleton.startswith("[quantity", one.amounts[0]) for one in found)


def is_amount(values: Mapping[str, object]) -> bool:
    """Whether what was given is a sum, or a count of what is aid by its own words."""
    item = f"{values.get('item') or ''} {values.get('unit') or ''}".lower()
    named = any(aid_words(name).search(item) for name in ("things", "goods", "craft", "helpers"))
    return "value" in values or ("quantity" in values and named and len(item) < 60)


def _clauses(low: str) -> list[tuple[int, int]]:
    """The spans of the clauses of a sentence; a relative clause that alone tells a sum goes with what it is of."""
    found = [one for shape in (_CONCEDES, _BORDER) for one in shape.finditer(low)]
    borders = sorted({(one.start("border"), one.end("border")) for one in found})
    spans, begin = [], 0
    for number, (start, end) in enumerate(borders):
        its_own = low[end : borders[number + 1][0] if number + 1 < len(borders) else len(low)]
        if not (low.startswith(", which", start) and "[money" in its_own and "[money" not in low[begin:start]):
            spans.append((begin, start))
            begin = end
    return [*spans, (begin, len(low))]


# "Although A cut its aid, B remains": what is conceded is told for itself.
_CONCEDES = re.compile(r"^(?:although|though|even though|despite)\b[^,;]*(?P<border>, )")
_BORDER = re.compile(
    rf"(?P<border>{CLAUSE.pattern}| and (?=(?:has |have |also |apparently )*(?:(?:invest|export|import|sold|bought|"
    rf"wish|"
    r"want|hop|ended|stopped|suspended|closed)\w*|(?:recalled|said|added|stated|noted|stressed|reiterated) that)\b)|"
    r",? (?=in (?:exchange|return) for (?:[a-z-]+ |\[money:\d+\] ){0,4}(?:aid|assistance|loans?|grants?|debt|"
    r"vaccines)\b))"
)


def _is_clean(statement: Statement, begin: int, end: int) -> bool:
    """Whether a clause tells of no third state's gift, and of nothing refused, ended, wished for or traded."""
    around = statement.low_skeleton[begin:end]
    if "[money" in around and aid_words("not_aid").search(_BEHIND_SUM.sub("", _PURPOSE.sub("", around))):
        return False
    if TO_GROUP.search(statement.skeleton, begin, end) or counts_states(statement, begin, end):
        return False
    return not (_is_barred(around) or _is_of_thirds(statement, begin, end) or _is_of_bodies(statement, begin, end))


# What stands far behind the last sum tells what it was for.
_BEHIND_SUM = re.compile(r"(?<=\])[^\[\]]{0,40}?, (?:mostly|mainly|chiefly|largely|primarily|especially) .*")
# What a sum is for is no other thing than aid, whatever it is.
_PURPOSE = re.compile(r"(?<=\])[^\[]{0,40}? to (?:strengthen|improve|help|support|build|fight|develop)\b.*")


def _is_barred(around: str) -> bool:
    """Whether the words of a clause tell of what was not given, or not by a state."""
    told = _EXCHANGED.sub("", around)
    givers = _CHANNEL.split(around, maxsplit=1)[0]
    barred = any(aid_words(name).search(told) for name in ("barred", "armed_groups"))
    is_not_given = barred or _ENDED.search(told) or TO_WHICH.search(told)
    return bool(is_not_given or aid_words("charities").search(givers))


def _is_of_bodies(statement: Statement, begin: int, end: int) -> bool:
    """Whether a bank, a fund or another body gives or gets, no agency of a state."""
    channel = _CHANNEL.search(statement.low_skeleton, begin, end)
    others = OTHERS.search(_OF_STATE.sub("", statement.skeleton[begin : channel.start() if channel else end]))
    found = others or _WITH_BODY.search(statement.skeleton, begin, end)
    is_for = found is not None and not others and found[0].startswith(("to", "for"))
    behind = slots_between(statement, found.end(), end, "state", "place") if found and is_for else []
    is_for_side = any(side_of(one.mention, statement.context) for one in behind)
    return found is not None and not is_for_side and agency_in(statement, begin, end) is None


def _is_of_thirds(statement: Statement, begin: int, end: int) -> bool:
    """Whether a third state is named that is neither only of the occasion nor one who gives beside a side."""
    low = statement.low_skeleton
    named = slots_between(statement, begin, end, "state", "place")
    thirds = [one for one in named if side_of(one.mention, statement.context) is None]
    listed = listed_giver(statement, begin, end) if thirds else None
    start, stop = listed[1].span("list") if listed else (end, end)
    return not all(start <= one.start < stop or _ASIDE.search(low, begin, one.start) for one in thirds)


# Behind these a body only hands out what a state gives.
_CHANNEL = re.compile(r"\b(?:through|via|under|as part of|such as)\b")
# What one side gave for the aid that it got.
_EXCHANGED = re.compile(
    r"\bin (?:exchange|return) for (?=(?:[a-z-]+ |\[money:\d+\] ){0,4}(?:aid|assistance|loans?|grants?)\b)"
)
# A fund or programme that is called after a state is its own.
_OF_STATE = re.compile(rf"{NAMED}(?:'s|’s)? (?:[A-Z]\w+ )*(?:Fund|Programme|Program)\b")
_WITH_BODY = re.compile(r"\b(?:to|for|from|by)(?: the)? \[body:")

# What a third state stands behind where it only tells of the time or of the comparison.
_ASIDE = re.compile(
    r"\boffices? in [^;]{0,60}$|\b(?:although|though|counter(?:balance)?|offset|after|during|following|before|since|"
    r"amid|against|despite|unlike|than|ahead of|in the wake of|at the time of)\b"
    r"(?:(?!\b(?:to|from|by|with|for)\b)[^,;]){0,60}$"
)

_ENDED = re.compile(
    r"\b(?:drop(?:ped|ping)?|limit\w*|cut(?:s|ting)?|(?<!poverty )(?<!debt )reduc(?:ed?|es|ing|tions?)\b(?! (?:poverty|"
    r"hunger|famine|vulnerab|maternal|child))|terminat\w+|end(?:s|ing|ed)?|cease[sd]?|stop\w*|suspen\w+|"
    r"withh[eo]ld\w*|resum\w+ talks|lack|absence|instead|critici[sz]\w+|accus\w+|alleg\w+|repa(?!ir)\w+|"
    r"hop(?:es?|ed|ing)|wants?|wish\w*|need\w*|seek\w*|condition\w*|may|might|debate\w*|(?:laws?|legislation) against|"
    r"bans?|banned|requests?|appeals?|less (?:aid|assistance|support|help|dependent)|allowed|purchas\w+|bought|"
    r"licen[cs]e\w*|contract(?:s|ed)?|orders?|proposals?|"
    r"fought|kidnapping|sent home|"
    r"owe[sd]?(?= (?:the )?\[)|(?:he|she) (?:also )?received|intend(?:s|ed)|(?:is|are|has|have) not|multilateral "
    r"projects|imported|exported|sells?|sold|"
    r"both (?:countries|states|nations|sides)|each other|mutual\w*|joint\w*)\b"
)
