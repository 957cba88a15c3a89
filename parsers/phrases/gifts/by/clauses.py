"""The clauses of a sentence, and whether one may tell of aid between the two.

It may where it names no third state but in passing, and tells of nothing refused, ended, wished for, alleged or traded.
"""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.language.slots import CLAUSE
from parsers.phrases.gifts.by.lists_of_states import listed_giver
from parsers.phrases.gifts.frames.active_givers import OTHERS
from parsers.phrases.gifts.frames.gift import NAMED, named_side, slots_between
from parsers.phrases.gifts.frames.giving import TO_GROUP, counts_states
from parsers.phrases.gifts.givers.agencies import agency_in
from parsers.phrases.gifts.givers.movements import own_movement, without_movements
from parsers.phrases.gifts.proofs.barred import ASKED_FOR, AT_NO_COST, TO_WHICH
from parsers.phrases.gifts.words import aid_shape, aid_words


def clauses(low: str) -> list[tuple[int, int]]:
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
    rf"(?P<border>{CLAUSE.pattern}|,? and (?=(?:the |its |their )?(?:bilateral|total|mutual"
    rf"|annual) (?:[a-z]+ ){{1,2}}(?:had|has|was|is|rose|reached)\b)"
    r"|, and (?=(?:(?:over|about|some|nearly|around|more than) )?\[quantity:\d+\] (?:currently |now |still )?(?:serve|"
    r"work|teach|stud)\w*\b)"
    r"|, and (?=(?:in|on) (?:the )?\[date:\d+\],? (?:the )?\[state:\d+\] )"
    r"|, and (?=(?:(?:the|an?|several|many|some|two|three|four) |\[quantity:\d+\] )(?:[a-z-]+ ){0,4}"
    r"(?:was|were|has been|have been|had been) )|, (?=who (?:became|also|later|then)\b)"
    r"| and (?=(?:(?:over|about|some|nearly|more than) )?\[quantity:\d+\] (?:have|has|had) (?:attended|studied|"
    r"graduated|received|completed|undergone|been trained)\b)"
    rf"| and (?=(?:has |have |also "
    rf"|apparently )*(?:(?:invest|export|import|sold|bought|"
    rf"wish|"
    r"want|hop|ended|stopped|suspended|closed)\w*|(?:recalled|said|added|stated|noted|stressed|reiterated) that)\b)|"
    r",? (?=in (?:exchange|return) for (?:[a-z-]+ |\[money:\d+\] ){0,4}(?:aid|assistance|loans?|grants?|debt|"
    r"vaccines)\b))"
)


def is_clean(statement: Statement, begin: int, end: int) -> bool:
    """Whether a clause tells of no third state's gift, and of nothing refused, ended, wished for or traded."""
    around = statement.low_skeleton[begin:end]
    spent = _INVESTED.sub("", around)
    if "[money" in around and aid_words("not_aid").search(_BEHIND_SUM.sub("", _PURPOSE.sub("", spent))):
        return False
    around = without_movements(statement, around)
    written = without_movements(statement, statement.skeleton[begin:end])
    if TO_GROUP.search(written) or counts_states(statement, begin, end):
        return False
    return not (_is_barred(around) or is_of_thirds(statement, begin, end) or _is_of_bodies(statement, begin, end))


# A sum that is invested in aid is aid.
_INVESTED = re.compile(
    r"\binvested (?=(?:[a-z]+ ){0,3}\[money:\d+\] (?:in|into|on|towards?) (?:[a-z]+ ){0,2}"
    r"(?:aid|assistance|relief|(?:development|technical) cooperation)\b)"
)
# What stands far behind the last sum tells what it was for.
_BEHIND_SUM = re.compile(
    r"(?<=\])[^\[\]]{0,40}?, "
    r"(?:with (?:an? |special |particular )*(?:focus|emphasis) on|mostly|mainly|chiefly|largely|primarily|"
    r"especially) .*"
)
# What a sum is for is no other thing than aid, whatever it is.
_PURPOSE = re.compile(r"(?<=\])[^\[]{0,40}? to (?:strengthen|improve|help|support|build|fight|develop)\b.*")


def _is_barred(around: str) -> bool:
    """Whether the words of a clause tell of what was not given, or not by a state."""
    told = AT_NO_COST.sub("", ASKED_FOR.sub("", _EXCHANGED.sub("", _BREAK.sub("", _STUDIES.sub("", around)))))
    givers = _CHANNEL.split(around, maxsplit=1)[0]
    barred = aid_shape("barred").search(told) or aid_words("armed_groups").search(_SINCE.sub("", told))
    is_not_given = barred or _ENDED.search(told) or TO_WHICH.search(told)
    return bool(is_not_given or aid_words("charities").search(_STATE_FUND.sub("", givers)))


# To pursue a goal gives nothing, to pursue studies may be at another's cost.
_STUDIES = re.compile(r"\bpursu(?:es|ing) (?=(?:[a-z]+ ){0,3}(?:studies|degrees?|courses?|training|education)\b)")
# "After a suspension of two years, A gave": what ended went on.
_BREAK = re.compile(
    r"^(?:after|following|prior to|before|since|until) (?:the |an? |its |this |that )?(?:[a-z-]+ ){0,2}?(?:suspension|"
    r"closure|interruption|break|pause|absence|withdrawal|freeze|halt|end)\b[^;]{0,90}?, (?=(?:the |its |it )|\[|"
    r"[a-z]+ corps)"
)
# "After the fall of the Taliban, A gave": only the time.
_SINCE = re.compile(r"^(?:after|since|following|until|before|during|upon) (?:the )?[a-z]+ of [^,;\[]{3,40}, ")
_STATE_FUND = re.compile(r"\[state:\d+\](?:'s|’s)? (?:[a-z]+ )?foundation for [a-z]+ (?:co-?operation|development)\b")


def _is_of_bodies(statement: Statement, begin: int, end: int) -> bool:
    """Whether a bank, a fund or another body gives or gets, no agency of a state."""
    channel = _CHANNEL.search(statement.low_skeleton, begin, end)
    others = OTHERS.search(_OF_STATE.sub("", statement.skeleton[begin : channel.start() if channel else end]))
    found = others or _WITH_BODY.search(statement.skeleton, begin, end)
    is_for = found is not None and not others and found[0].startswith(("to", "for"))
    behind = slots_between(statement, found.start(), end, "state", "place", "body") if found and is_for else []
    is_for_side = any(named_side(statement, one) for one in behind) or (
        is_for and found is not None and own_movement(statement, found.start(), end) is not None
    )
    return found is not None and not is_for_side and agency_in(statement, begin, end) is None


def is_of_thirds(statement: Statement, begin: int, end: int) -> bool:
    """Whether a third state is named that is neither only of the occasion nor one who gives beside a side."""
    low = statement.low_skeleton
    named = slots_between(statement, begin, end, "state", "place")
    thirds = [one for one in named if side_of(one.mention, statement.context) is None]
    listed = listed_giver(statement, begin, end) if thirds else None
    start, stop = listed[1].span("list") if listed else (end, end)
    return not all(
        start <= one.start < stop or _ASIDE.search(low, begin, one.start) or _MEETING.match(low, one.end)
        for one in thirds
    )


# Behind these a body only hands out what a state gives.
_CHANNEL = re.compile(r"\b(?:through|via|under|as part of|such as)\b")
# What one side gave for the aid that it got.
_EXCHANGED = re.compile(
    r"\bin (?:exchange|return) for (?=(?:[a-z-]+ |\[money:\d+\] ){0,4}(?:aid|assistance|loans?|grants?)\b)"
)
# A fund or programme that is called after a state is its own.
_OF_STATE = re.compile(rf"{NAMED}(?:'s|’s)? (?:[A-Z]\w+ )*(?:Fund|Programme|Program)\b")
_WITH_BODY = re.compile(r"\b(?:to|for|from|by)(?: the)? \[body:")

# "At the [place] conference": only where many met.
_MEETING = re.compile(r" (?:[a-z]+ )?(?:conference|summit|meeting|forum)\b")

# What a third state stands behind where it only tells of the time or of the comparison.
_ASIDE = re.compile(
    r"\b(?:old|former) $|\b(?:hmas|hmnzs|hmcs|hms|usns|uss|ins|rfa) $|"
    r"^according to [^,;]{0,60}(?:, (?:an?|the|who|phd|professor)\b[^,;]{0,60})?$|\boffices? in [^;]{0,60}$|"
    r"\b(?:relations|ties|wars?|conflict|borders?|disputes?|rivalry|alliance) (?:with"
    r"|against)(?: the)? $|"
    r"\b(?:(?:together|along) with|alongside)(?: the)?(?: \[(?:state|place):\d+\],?(?: and)?)* $|"
    r"\b(?:although|though|counter(?:balance)?|offset|after|during|following|before|since|"
    r"amid|against|despite|unlike|than|ahead of|in the wake of|at the time of)\b"
    r"(?:(?!\b(?:to|from|by|with|for)\b)[^,;]){0,60}$|"
    r"\b(?:independence|liberat\w+|freed|freedom|secession)(?: of)?(?: \[state:\d+\])? from(?: the)?(?: [a-z]+)? $|"
    r"\b(?:borders?|disputes?|wars?|conflict) between(?: the)?(?: \[state:\d+\],? and(?: the)?)? $"
)

_ENDED = re.compile(
    r"\b(?:drop(?:ped|ping)?|(?:call(?:s|ed|ing) (?:up)?on|urged|invited) [^,;]{2,40} to|limit(?:s|ed)?\b(?! to\b)"
    r"|cut(?:s"
    r"|ting)?\b(?! from \[money)|"
    r"(?<!poverty )(?<!debt )reduc(?:ed?|es|ing|tions?)\b(?! (?:from \[money|poverty|"
    r"hunger|famine|vulnerab|maternal|child))|terminat\w+|(?<!the )end(?:s|ing|ed)?(?! (?:to )?(?:the|"
    r"its) (?:[a-z-]+ ){0,3}(?:unrest|war|conflict|crisis|fighting|"
    r"violence|famine|epidemic))|cease[sd]?|stop\w*|"
    r"suspen(?:d\w*|sions?(?! bridge))|"
    r"withh[eo]ld\w*|resum\w+ talks|lack|absence|concessions?|(?:block|veto)\w+ (?:\[money:|(?:the |all )?(?:aid"
    r"|assistance|loans?)\b)|cessation of (?:all )?(?:\[state:\d+\](?:'s"
    r"|’s)? )?(?:[a-z]+ )?(?:aid|assistance|support)|instead|critici[sz]\w+|critics|accus\w+|alleg\w+|repa(?:y|id)\w*|"
    r"hop(?:es?|ed|ing)|wants?|wish\w*|(?<!in )(?<!much-)need(?:s|ed|ing)?|seek\w*|condition(?:al|ed)\w*"
    r"|on condition|(?<!\d )(?<!in )(?<!since )(?<!of )(?<!late )(?<!early )may(?! \d)|might|debate\w*|(?:laws?|"
    r"legislation) against|"
    r"recommend\w*|suggest\w*|"
    r"bans?|banned|requests?|appeals?|less (?:aid|assistance|support|help|dependent)|allowed|purchas\w+|bought|"
    r"licen[cs]e\w*|contract(?:s|ed)?|(?<!in )(?<!restored )(?<!law and )orders?|proposals?|"
    r"fought|kidnapping|sent home|"
    r"clos(?:ed?|es|ing) (?:its|their|the) (?:[a-z-]+ ){0,3}(?:aid|assistance|programmes?|programs?)|"
    r"(?:arms|weapons) (?:sales?|deals?)|private (?:clinics?|hospitals?|schools?|practices?)|"
    r"owe[sd]?(?= (?:the )?\[)|(?:he|she) (?:also )?received|intend(?:s|ed)|(?:is|are|has|have) not|multilateral "
    r"projects|imported|exported|sells?|sold|"
    r"both (?:countries|states|nations|sides)|each other|mutual\w*(?! (?:defen[cs]e|security)\b)|joint\w*)\b"
)
