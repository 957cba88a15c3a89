"""Whether a state hands money to the other, spends it there, or pays for what the other gets."""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.language.slots import clause_start, words_of
from parsers.phrases.gifts.frames.gift import Gift, lead_of, slots_between, told_in
from parsers.phrases.gifts.words import active_verbs, aid_words

_ON_STATE = re.compile(r"(?: [a-z]+){0,4} \[money:\d+\] on(?: the)? \[(?:state|place)")
_IN_STATE = re.compile(
    r"(?: [a-z]+){0,4} \[money:\d+\](?: (?:a|per|each|every) year| annually)? in(?: the)? "
    r"\[(?:state|place)"
)
_ITSELF = re.compile(
    r"\[(?:state|place):\d+\](?:'s|’s)?(?: (?:government|authorities|embassy|army|navy|air force|aid))?"
    r"(?: (?:has|have|had|also|already))* "
    r"(?:(?:agreed|decided|pledged|promised|offered)(?: in \[date:\d+\])? )?$"
)


def spends_there(statement: Statement, gift: Gift) -> bool:
    """Whether a sum was spent on the other state, or in it by the first state itself."""
    low = statement.low_skeleton
    itself = _ITSELF.search(low, max(0, gift.start - 60), gift.start)
    return _ON_STATE.match(low, gift.end) is not None or (itself and _IN_STATE.match(low, gift.end)) is not None


def pays(statement: Statement, gift: Gift) -> bool:
    """Whether a state itself paid for works or things in the other, whatever they are; for no cause of its own."""
    low = statement.low_skeleton
    if not _PAYS.match(gift.verb):
        return False
    lead = lead_of(statement, gift)
    is_itself = _ITSELF.search(lead) or aid_words("agencies").search(
        words_of(statement, max(0, gift.start - 40), gift.start)
    )
    is_passive = gift.start == gift.end and _BY_STATE.search(low, gift.end, gift.stop)
    words = told_in(statement, gift)
    return (
        bool(is_itself or is_passive)
        and _PRONOUN.match(words) is None
        and _NO_WORKS.search(words) is None
        and _WORK.search(words) is not None
    )


_PAYS = re.compile(
    r"(?:(?:to|will|would|was|were|been|being|is|are) )?(?:co-|jointly )?(?:financ|fund|paid for|pays? for|"
    r"paying for|sponsor|subsid|bankroll|underwr|footed|(?:bore|bears?|met|meet|cover\w*) the cost)"
)
_PRONOUN = re.compile(r"(?:this|it|that|they|these|which|some|others?)\b(?! [a-z]+ (?:was|were))")
_BY_STATE = re.compile(r"\bby (?:the )?\[(?:state|place):\d+\](?!'s|’s)")
_WORK = re.compile(
    r"\b(?:an?|the|\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|new) [a-z-]+|[a-z]{3,}s\b"
)
_NO_WORKS = re.compile(
    r"\b(?:oppos|rebel|guerr|insurg|militi|militant|mercenar|terror|separat|war\b|wars\b|coups?\b|invasion|"
    r"expedition|campaign|candidate|election|party|parties|movement|group|faction|newspaper|film|book|propaganda|purchas|"
    r"acquisition|import|export|trade|deficit|villa|embass|consulate|ambassador|residence|compan|firm|"
    r"(?:football|cricket|national) team|"
    r"own\b|damage|trip|visit|travel|tour\b|delegation|athlete|tournament|match|exploration|mining|"
    r"operations|activit|attack|plot|assassin|spies|agents|voyage|conference|summit|tickets?|resolution|share|stake|venture)"
)


def hands_money(statement: Statement, gift: Gift) -> bool:
    """Whether a sum is the object of a verb of giving, right behind it or behind who gets it."""
    found = _MONEY.match(statement.skeleton, gift.end, gift.stop) if _GIVES.match(gift.verb) else None
    if found is None or _FIRM.search(found[0]):
        return False
    is_other = _RETURNED.match(statement.low_skeleton, found.end(), gift.stop)
    return is_other is None and (gift.sure or not _gives_too(statement, gift))


def _gives_too(statement: Statement, gift: Gift) -> bool:
    """Whether the one who would get it gives too, in a clause before: both gave to others."""
    low = statement.low_skeleton
    begin = clause_start(low, gift.start)
    sides = {side_of(one.mention, statement.context) for one in slots_between(statement, 0, begin, "state")}
    return gift.recipient in sides and active_verbs().search(low, 0, begin) is not None


_GIVES = re.compile(
    r"(?:to |will |would )?(?:g[ai]v|grant|provid|contribut|allocat|allot|disburs|award|earmark|releas|transfer|"
    r"len[dt]|pledg|promis|commit|channel|extend|donat|appropriat|set aside|put up|sen[dt]|remit|d[ei]spatch|made over)"
)
_WORD = r"(?!(?:for|to|in|by|and|from|under|with)\b)[A-Za-z][\w-]*"
_MONEY = re.compile(
    rf"(?: (?:the )?(?:{_WORD} ){{0,3}}\[(?:state|place):\d+\](?:'s|’s)?(?: {_WORD}){{0,4}}?)?(?: {_WORD}){{0,4}} "
    r"\[money:\d+\]"
)
_FIRM = re.compile(r"\b(?:firm|compan(?:y|ies)|corporation|contractor|businessm[ae]n)\b")
# A sum for something else: a price, a duty, a share.
_RETURNED = re.compile(
    r"[^;]{0,40}\b(?:in (?:exchange|return)|for the (?:sale|lease|use|right)|of (?:stock|capital|equity)|"
    r"in (?:taxes|rent|fees|equity|capital)|shares|stakes?|guarantees|"
    r"joint ventures?|tribute|(?:frozen )?assets|reserves|taxes|fees|rent)\b"
)


PUBLIC_WORKS = re.compile(
    r"\b(?:facult(?:y|ies)|universit(?:y|ies)|colleges?|academ(?:y|ies)|orphanages?|laborator(?:y|ies)|librar(?:y|ies)|"
    r"projects?|(?:re)?construction|building|schools?|hospitals?|clinics?|roads?|bridges?|"
    r"plants?|dams?|railways?|airports?|schemes?|facilit(?:y|ies)|power stations?|stadium|arena|housing|wells|"
    r"(?:re)?development of|"
    r"moderni[sz]ation|expansion|electrification|training of|(?:programmes?|programs?) (?:for|on|to|of|in)|"
    r"upgrad\w+|renovation|refurbishment|restoration|rehabilitation|installation|printing|complex(?:es)?|halls?|"
    r"mosques?|monuments?|museums?|theatres?|wharf|jetty|markets?|"
    r"(?:training|health|community|vocational|islamic|cultural|youth|medical|research) cent(?:re|er)s?)\b"
)


def pays_for_works(verb: str, stretch: str) -> bool:
    """Whether a verb of paying has works for the public as its object."""
    return _PAYS_FOR.search(verb) is not None and PUBLIC_WORKS.search(stretch) is not None


_PAYS_FOR = re.compile(
    r"\b(?:financ|fund|spent|sponsor|subsid|bankroll|underwr|footed|borne|paid for|pay\w* for|covered the cost|"
    r"furnish|bestow|endow)"
)
