"""How far a transfer has gone: by its verb, the words before it in its clause, or, without a verb, the clause alone."""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.language.slots import clause_start
from parsers.phrases.gifts.frames.gift import Gift, lead_of
from parsers.phrases.gifts.words import aid_words

_DONE = re.compile(r"(?:sent|sends|delivered|donated|shipped|flew|airlifted|handed over|handing|gifted|dispatched)\b")
_GOES_ON = re.compile(r"\b(?:began|begun|started|continued|continues|rushed|first|second|third|last)\b[^,;]{0,30}$")
# What came after an agreement was done.
_SINCE_PAPER = re.compile(r"\b(?:following|after|since) (?:the|this|that|an?) (?:[a-z]+ ){0,2}agreement\b")
_TOLD_TO = re.compile(r"(?:agreed|offered|pledged|promised) to\b|offering\b")
_TO_COME = re.compile(
    r"\b(?:will|would|to be|(?:is|are|was|were) (?:(?:due|set|going) )?to|promised|pledged|offered|vowed|"
    r"expect(?:s|ed)|"
    r"budgeted|planned|plans|scheduled)(?: to)?\b[^,;]{0,20}$|"
    r"\b(?:promised|pledged|offered|vowed) to [^,;]{3,80} and (?:also )?$"
)
# "Received a pledge of": what is got is a word.
_A_PLEDGE = re.compile(r" (?:an? |the )?(?:\w+ )?(?:pledges?|promises?|offers?) (?:of|for)\b")
_AGREED = re.compile(r"\b(?:agreed|decided|committed)\b[^,;]{0,20}$")
_UNDER = re.compile(r"\b(?:under which|according to which)\b[^;]{0,40}$")
_SIGNED = re.compile(r"\b(?:agreed to|committed to|agreement|approved|signed)\b(?![^,;]* and [a-z]+ed )")
_WAS_AGREED = re.compile(r"\[(?:money|quantity):\d+\],? (?:was|were|has been|have been) (?:agreed|approved)\b")
# A paper for a sum: "signed a [money] programme", "signed an agreement worth [money]", "signed an accord to provide".
_PAPER = r"(?:compacts?|programs?|programmes?|agreements?|accords?|deals?|protocols?|memorand\w+)\b"
_FOR_SUM = re.compile(
    rf"\bsign(?:ed|ing) (?:an? |the |its )?(?:\[money:\d+\] (?:[a-z-]+ ){{0,3}}{_PAPER}|(?:[a-z-]+ ){{0,3}}{_PAPER}"
    rf"(?: (?:worth|of|for) (?:about |over |up to )?\[money|(?: (?:with|on|in) [^,;]{{3,60}}?)? to (?:provide|"
    rf"give|grant|"
    rf"lend|finance|fund|extend|supply) ))"
)

# How a clause without a verb of giving tells it.
_ONLY_SAID = re.compile(
    r"(?<!which )(?<!that )(?<!who )\b(?:would|will)\b(?! have\b| later\b)|\b(?:is|are|was|"
    r"were) (?:(?:expected|due|set|planned|budgeted|scheduled|"
    r"going) )?to (?!the\b|\[)|\b(?:expect(?:s|ed)|plan(?:s|ned)|pledged|promised|offered|budgeted)\b"
)
_KEPT_FOR = re.compile(r"\b(?:set aside|earmarked|allocated|allotted|commitments)\b")
_CAME = re.compile(r"\b(?:paid|delivered|disbursed|handed over|transferred|spent)\b")


def status_of(statement: Statement, gift: Gift) -> str:
    """How far the transfer has gone: pledged, committed or, as far as it is stated, delivered."""
    low = statement.low_skeleton
    by_clause = _of_clause(low[gift.start : gift.stop]) if gift.verb in _NO_VERB else "delivered"
    if by_clause != "delivered":
        return by_clause
    lead = _SINCE_PAPER.sub("", lead_of(statement, gift))
    is_infinitive = gift.verb.startswith("to ")
    if is_infinitive and _GOES_ON.search(lead):
        return "delivered"
    if _is_pledged(low, gift, lead):
        return "pledged"
    if is_infinitive and _AGREED.search(lead):
        return "committed"
    return "committed" if _is_committed(low, gift, lead) else "delivered"


def _is_pledged(low: str, gift: Gift, lead: str) -> bool:
    """Whether a transfer is only promised or to come."""
    is_told = _TOLD_TO.match(low, gift.start, gift.end) or _A_PLEDGE.match(low, gift.end) or _is_to_be_done(low, gift)
    is_told = is_told or (gift.verb.startswith("to ") and lead.endswith((" is ", " are ", " was ", " were ")))
    return bool(is_told or aid_words("pledged").search(gift.verb) or _TO_COME.search(lead))


def _is_committed(low: str, gift: Gift, lead: str) -> bool:
    """Whether a transfer is set aside, or there is a paper on it and nothing that tells that it was done."""
    if aid_words("committed").search(gift.verb) or _UNDER.search(low, 0, gift.start):
        return True
    begin = clause_start(low, min(gift.start, gift.end))
    if _DONE.match(gift.verb) is not None and gift.verb in low[begin : gift.stop]:
        return False
    papers = _SIGNED.search(lead) or _FOR_SUM.search(low, begin, gift.stop) or _WAS_AGREED.search(low, begin, gift.stop)
    return papers is not None


# The verbs of frames that no verb of giving makes.
_NO_VERB = ("", "built", "trained", "treated")


def _is_to_be_done(low: str, gift: Gift) -> bool:
    """Whether a passive verb of a frame that begins with its subject stands behind "will be"."""
    if gift.start < gift.end:
        return False
    found = low.find(f" be {gift.verb.strip()}", gift.start, gift.stop)
    return found > 0 and low[:found].endswith((" will", " would", " is to", " are to", " was to", " were to"))


def _of_clause(words: str) -> str:
    """How far a transfer has gone by the words of its clause alone; what was promised and then paid was given."""
    said, kept = _ONLY_SAID.search(words), _KEPT_FOR.search(words)
    first = said or kept
    if first is None or _CAME.search(words, first.end()):
        return "delivered"
    return "pledged" if said else "committed"
