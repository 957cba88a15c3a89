"""When a transfer took place: its own date, that of the disaster it followed, or one told before it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from parsers.language.edtf import date_value
from parsers.language.mention import DateValue, Mention
from parsers.language.reading import Statement
from parsers.language.slots import clause_start, mention_of
from parsers.phrases.gifts.columns.carried import carried, takes_up
from parsers.phrases.gifts.frames.gift import Gift, lead_of
from parsers.phrases.gifts.words import aid_words

_PRESENT = re.compile(
    r"(?:will |provides|gives|sends|supplies|delivers|extends|contributes|allocates|awards|"
    r"ships|offers|lends|grants|spends|reserves|is |are )"
)
_PERFECT = re.compile(r"\b(?:has|have)(?: [a-z]+ly| also| since| already| so far| long| been)* $")
_PERFECT_VERB = re.compile(r"(?:has|have|been) ")
# What is told of a time of its own takes no date from the text before.
_OWN_TIME = re.compile(
    r"\b(?:during (?:the|its|their|this) (?:[A-Za-z-]+ ){0,4}(?:wars?|period|era|reign|rule|occupation|conflict|"
    r"revolution|struggle|years|decades)|every year|each year|per year|annually|"
    r"a year(?! (?:later|earlier|ago|after|before))|in recent years|currently|today|"
    r"nowadays|historically|over the years|since then|since that time|in the past|traditionally|to date|so far)\b",
    re.IGNORECASE,
)
_OF_WAR = re.compile(
    r"\b(?:after|following|since the end of|in the aftermath of|in the wake of) (?:(?:the|its|that|"
    r"a) )?(?:[\w-]+ ){0,3}(?:war|conflict|"
    r"independence|revolution)\b"
)
_DISASTER = re.compile(
    r" (?:[A-Z]\w+ |[a-z]+ ){0,3}?(?:earthquakes?|floods?|tsunami|hurricane|cyclone|typhoon|famine|drought|"
    r"wildfires|bushfires|explosion|"
    r"landslides?|eruption|epidemic|pandemic|disaster|war|crisis|bombings?|attacks?|accident|storms?|fires?|"
    r"(?:donors?'? )?conference|summit|"
    r"visit|trip|tour|talks|agreement|accord|protocol|deal)\b",
    re.IGNORECASE,
)
# A date of another paragraph counts only where the sentence takes it up.
_REFERS = re.compile(r"\b(?:that|same|this|the) (?:visit|meeting|trip|summit|year|month|day|occasion|ceremony|time)\b")
_UNTIL = re.compile(
    r"; (?!(?:the|this|that) (?:[a-z]+ )?(?:aid|donation|contribution|gift|grant|cheque|delivery|shipment|funds?|money|"
    r"vehicles|equipment|supplies) (?:was|were) (?:handed over|delivered|presented|transferred|disbursed|given)\b)|"
    r"\b(?:until|before)\b|, (?:which|where|who|whose|that|(?:now|today)(?! [^,;]{2,50}, )|the seat|seat|home|"
    r"headquarters)\b"
    r"(?! (?:then |all |also )?(?:arrived|landed|reached|(?:was|were) (?:delivered|flown|sent|handed over|received)))|"
    r", as [^,;]{3,90} had (?:promised|pledged|announced|agreed|offered)\b"
)
_OPENED = re.compile(r", (?:opened|inaugurated|completed)\b")
_FRONTED = re.compile(
    r"(?:(?:in|on|during|by|for|over|from|between|since|as of)(?: the)? )?\[date:\d+\](?:,| [a-z\[])", re.I
)
_ATTACHED = re.compile(
    r"[^,;.]{0,40}? (?:in|on|during|for|between|by|from|over|since)(?: the)?(?: year| years)? \[date:\d+\]"
)
_SAID = re.compile(r"\b(?:said|stated|announced|according|reported|told|noted|declared)\b")


def lasts(statement: Statement, gift: Gift) -> bool:
    """Whether a clause tells of what goes on or went on, so that no date of the text before is its date."""
    low = statement.low_skeleton
    if statement.dates or "since the [date:" in low:
        return False
    lead = lead_of(statement, gift)
    verb = low[gift.start : gift.end] or gift.verb
    has_been = _PERFECT.search(lead) or re.search(r"\b(?:has|have) been [a-z]+ed\b", low[gift.start : gift.stop])
    if _OWN_TIME.search(statement.text) or _OF_WAR.search(low):
        return True
    goes_on = bool(_PRESENT.match(gift.verb) or has_been or _PERFECT_VERB.match(verb))
    return goes_on and not takes_up(statement)


# Aid "since its independence in [date]" goes on from then.
_SINCE = re.compile(r"\bsince (?:(?:(?:the|its|their|his|that) )?[^,;.\d]{3,60} (?:in|of) |the )$", re.IGNORECASE)


def date_of(statement: Statement, gift: Gift, position: int) -> Mention | None:
    """The date of a transfer, an open interval where it is what the transfer went on since; one that was told before
    where the transfer is of that time too.
    """
    date = _stated(statement, gift, position)
    if date is not None and date.start < statement.start:
        return carried(statement, gift, date)
    value = date.value if date else None
    if date is None or not isinstance(value, DateValue) or value.precision.endswith("interval"):
        return date
    before = statement.document.text[max(statement.start, date.start - 90) : date.start]
    if not _SINCE.search(before) and not _opens_time(statement, gift, date):
        return date
    return replace(date, value=date_value(f"{value.edtf}/..", resolved=value.resolved, qualifier="since"))


def _opens_time(statement: Statement, gift: Gift, date: Mention) -> bool:
    """Whether a sentence opens with the time from which one side helped: "From [date], A supported B"."""
    text = statement.document.text
    lead = text[statement.start : date.start].strip()
    is_first = not lead or _FROM_WORDS.fullmatch(lead) is not None
    return is_first and _FROM.match(text, statement.start) is not None and gift.verb != "pledged"


_FROM = re.compile(r"(?:From|Beginning (?:in|from)|Starting (?:in|from)) ")
_FROM_WORDS = re.compile(r"(?:From|Beginning|Starting)(?: in| from)?(?: the)?")
# What was done after a date told before has none of its own.
_LATER = re.compile(
    r"(?:(?:soon |shortly )?after(?:wards?| that)|later(?: on)?|subsequently|thereafter|since then)\b,? (?!that\b)"
)


def _stated(statement: Statement, gift: Gift, position: int) -> Mention | None:
    """The date of a transfer; null for one that had been made before what its sentence tells, where it is of that."""
    date = _told(statement, gift, position)
    done = _HAD_BEEN.search(statement.low_skeleton, gift.start, gift.stop) if date else None
    if date is None or done is None or gift.verb.strip() not in done[0]:
        return date
    return None if statement.start < date.start < statement.offset(done.start()) else date


# "They saw houses that had been paid for by A".
_HAD_BEEN = re.compile(r"\b(?:that|which) had (?:already |earlier |previously )?been [a-z]+(?: (?:for|over|up))?\b")


def _of_verb(statement: Statement, gift: Gift) -> Mention | None:
    """The date right before a second verb: "gave B [money] in 1990 and in 1992 sent"."""
    found = _AND_THEN.search(statement.skeleton, max(0, gift.start - 40), gift.start)
    return statement.mentions[int(found["at"])] if found else None


_AND_THEN = re.compile(
    r"(?:\band|,|\bthen)(?: (?:later|again|also))? (?:in|on) (?:the )?\[date:(?P<at>\d+)\],? (?:(?:also|again|it) )*$"
)


def _told(statement: Statement, gift: Gift, position: int) -> Mention | None:
    """The date that the words tell of a transfer; one behind "until" or "before" is of another event: then the one
    before the verb.
    """
    shown = _of_verb(statement, gift) or _bracketed(statement, gift) or _beside(statement, position)
    shown = shown or _followed(statement, gift) or _fronted(statement, gift, position)
    if shown is not None:
        return shown
    date = (None if statement.dates else _of_disaster(statement)) or statement.when(position) or _of_disaster(statement)
    if date is None or _is_of_before(statement, date) or _is_beside_main(statement, position, date):
        return None
    text = statement.document.text
    if date.end <= position and _PRAISED.search(text, date.end, max(date.end, statement.offset(gift.start))):
        return None
    is_later = text.startswith(",", date.end) and _OPENED.search(text, position, date.start)
    if date.start < position or (not is_later and not _UNTIL.search(text, position, date.start)):
        return date
    ahead = [one for one in statement.dates if one.end <= statement.offset(gift.start)]
    return ahead[-1] if ahead else None


# "In [date], B's president praised A for providing teachers": the day is that of the praise.
_PRAISED = re.compile(r"\b(?:praised|commended|lauded|applauded|credited|hailed|honou?red) [^;.]{3,60} for\b")


def _is_of_before(statement: Statement, date: Mention) -> bool:
    """Whether a date that was told before is of what was told there, and of nothing that the statement goes on with."""
    if date.start >= statement.start:
        return False
    if _LATER.match(statement.low):
        return True
    is_apart = statement.of("date") or date.start < statement.block.start
    return bool(is_apart) and not _REFERS.search(statement.low)


def _is_beside_main(statement: Statement, position: int, date: Mention) -> bool:
    """Whether a date stands in words that open the sentence with another deed than that of a transfer behind them: "In
    addition to its pledge in [date], A trained nurses".
    """
    found = _BESIDE_MAIN.match(statement.skeleton)
    return found is not None and date.start < statement.offset(found.end() - 2) <= position


_BESIDE_MAIN = re.compile(r"(?:In addition to|Besides|Apart from|Aside from|Beyond) [^,;]*\[date:\d+\][^,;]*, ")


def _bracketed(statement: Statement, gift: Gift) -> Mention | None:
    """The date in brackets of a piece of a list, where it has no other: "a school ([date]), a road ([date])"."""
    found = _IN_BRACKETS.findall(statement.skeleton, gift.start, gift.stop) if gift.start == gift.end else []
    is_alone = len(found) == 1 and statement.skeleton.count("[date:", gift.start, gift.stop) == 1
    return statement.mentions[int(found[0])] if is_alone else None


_IN_BRACKETS = re.compile(r"\(\[date:(\d+)\]\)")


def _beside(statement: Statement, position: int) -> Mention | None:
    """The date right behind an amount where the sentence has several: "[money] in [date] and [money] in [date]"."""
    if len(statement.dates) < 2:
        return None
    end = next((end for mention, (_, end) in zip(statement.mentions, statement.slot_spans, strict=True)
                if mention.start == position and mention.kind == "money"), None)  # fmt: skip
    found = _BEHIND.match(statement.skeleton, end) if end is not None else None
    date = statement.mentions[int(found["date"])] if found else None
    return date if date in statement.dates else None


def _followed(statement: Statement, gift: Gift) -> Mention | None:
    """The year of the disaster that a gift followed, where it stands behind the gift and other dates elsewhere."""
    if not statement.dates:
        return None
    text = statement.document.text
    inside = [
        mention for mention, (start, _) in zip(statement.mentions, statement.slot_spans, strict=True)
        if gift.end <= start < gift.stop and mention.kind == "date"
    ]  # fmt: skip
    if len(inside) != 1 or inside[0] in statement.dates:
        return None
    return inside[0] if _DISASTER.match(text, inside[0].end) else None


_BEHIND = re.compile(
    r"(?: \([^()]*\))?(?: annually| a year| per year| each year)?"
    r"(?: (?:in|for|during|on|between|over)(?: the)?(?: year| period)?)? \[date:(?P<date>\d+)\]"
)


def _fronted(statement: Statement, gift: Gift, position: int) -> Mention | None:
    """The date that opens the sentence, where the transfer is told in its first clause and none is told with it."""
    found = _FRONTED.match(statement.skeleton)
    if found is None or len(statement.dates) < 2 or clause_start(statement.skeleton, gift.start):
        return None
    place = next((end for m, (start, end) in zip(statement.mentions, statement.slot_spans, strict=True)
                  if m.start == position), gift.end)  # fmt: skip
    attached = _ATTACHED.match(statement.skeleton, place)
    first = statement.dates[0]
    is_first = statement.document.text[statement.start : first.start].count(" ") < 4
    return first if is_first and (attached is None or _SAID.search(attached[0])) else None


def _of_disaster(statement: Statement) -> Mention | None:
    """The year in the name of the disaster or conference that aid followed ("the 2010 earthquake"); null for none, and
    for what "has been" given since.
    """
    text = statement.document.text
    named = [one for one in statement.of("date") if _DISASTER.match(text, one.end)]
    if len(named) == 1 and _SINCE.search(text[max(statement.start, named[0].start - 90) : named[0].start]):
        return named[0]
    if re.search(r"\b(?:has|have) (?:also )?(?:been )?[a-z]+(?:ed|en|t)\b", statement.low):
        return None
    return named[0] if len(named) == 1 else None


_OCCASION = (
    r"(?:(?:the|an?|its|other|later|severe|deadly|devastating|major) )*"
    r"(?:(?:[\w'’-]+ |\[(?:state|place):\d+\](?:'s|’s)? ){0,3}?DISASTER"
    r"(?:(?: that struck| in| of| on| which hit)?(?: the| (?:\w+ )?\[(?:state|place):\d+\](?:'s|’s)?| "
    r"(?!and\b)[a-z]+){0,3}?(?: in| of| on) (?:the )?(?P<DAY>\[date:\d+\]))"
    r"|(?P<DAY1>\[date:\d+\])(?: \w+| \[(?:state|place):\d+\](?:'s|’s)?){0,3}? DISASTER)"
)


@cache
def _occasions() -> re.Pattern[str]:
    """Two disasters, each with its date: "after the earthquake in [date] and the floods in [date]"."""
    named = aid_words("disasters").pattern
    one, other = (_OCCASION.replace("DISASTER", named).replace("DAY", name) for name in ("first", "second"))
    return re.compile(rf"\b(?:after|following|for|during|to|of|in) {one},? (?:and|as well as|and again after) {other}")


def further_date(statement: Statement, gift: Gift) -> Mention | None:
    """The date of the second of two disasters after which the same was given; null where one is told, or none."""
    if len(statement.of("date")) < 2:
        return None
    low = statement.low_skeleton
    found = _occasions().search(low, clause_start(low, gift.start))
    slot = found["second"] or found["second1"] if found else None
    return mention_of(statement, slot) if slot else None
