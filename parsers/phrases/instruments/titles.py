"""Where the title of an instrument begins and ends around its noun.

A title runs from the words that go before the noun ("Free Trade Agreement", "an economic, scientific and technical
cooperation agreement") to the end of what it is about ("Agreement on Technical Cooperation"), over "and", "on", "of",
"for", "between"; it ends with its quotation mark, a bracket, a date, a verb, or the next instrument.
"""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.phrases.instruments.instrument import words
from parsers.phrases.instruments.quotes import QUOTES

_BEFORE_BACKWARDS = re.compile(r"(\s*,?\s*)([^\s|,;:()\[\]\"“”«»„]+)")
_GOES_ON = re.compile(
    r"(?i:,? (?:on|of|for|between|among|with|concerning|regarding|relating to|related to|in|to|against|about|covering|"
    r"aimed at|towards|(?:[a-z]+ly )?"
    r"(?!being|including|during|following|according|starting|beginning|signing|depending|having|"
    r"lasting|expiring|pending|entering|replacing (?:that|those|the one|one) )[a-z]{2,}ing)\b"
    r"(?! the (?:last|first|same|next|second|third|final|opening|closing|following|occasion|sidelines|margins)\b)"
    r"(?! (?:each other|one another|it|them|him|her)\b)| and (?=(?-i:[A-Z])))"
)
# "To create a “Supreme Council”": what is named so is no end.
_QUOTED = re.compile(r"(?:(?<=\b(?:an|of|on|to) )|(?<=\b(?:the|its) )|(?<=\ba ))[\"“]\w[^\"“”;]{2,160}[\"”]")
# "Between the Ministry of Mines (Chad) and the Ministry of Trade (Peru)".
_EACH_OF = re.compile(r"\([A-Z][^()\d]{1,40}\) and [^();:]{3,100} \([A-Z][^()\d]{1,40}\)")
_STOP = re.compile(
    r"[;|\"“”«»]|\((?![A-Z][^()\d]{1,40}\) and )|\)(?! and )|(?<!\bNo)(?<!\bU\.S)(?<!\bU\.K)[.:](?:\s|$)| – |"
    r",? (?:(?:was|were|is|are|has|have|had|will|would|could|may|can|should|took|entered|"
    r"came|went|became|becomes|expired|lapsed|remain(?:s|ed)|allow(?:s|ed)|provide[sd]|gives?|gave|led|includ(?:es|ed)|ended|"
    r"settled|lets?|"
    r"abolished|created|governs|governed|regulated|regulates|covers|covered|calls|called|dates|dating|dated|exists|"
    r"existed|helped|recogni[sz]ed(?! (?:government|state|authorit))|granted|makes|made(?! [A-Z])|"
    r"confirmed|facilitated|marked|serves|served|stipulated|"
    r"requires|"
    r"required|obliges|obliged|ensures|ensured|in force|in effect|in place|which|that|who|whose|whereby|where|"
    r"under which|with which|through which|by which|during|when|while|whilst|after|before|following|worth|valued|"
    r"amounting|totall?ing|"
    r"to be|signed|concluded|ratified|reached|since|until|because|although|(?:even )?though|but|however|amid|despite|"
    r"as well as|"
    r"permits?|permitted|negotiated|drafted|approved(?= by)|"
    r"for (?:a period|an? (?:initial|further)|another|[a-z\d]+ (?:more |further )?years|an? year)|originally|"
    r"initially|"
    r"as part|as a|as (?:they|it|he|she|both|well)(?= )|along with|together with|in addition|"
    r"(?<!\bareas )(?<!\bfields )(?<!\bsectors )(?<!\bissues )(?<!\bsubjects )(?<!\bmatters )(?:including|such as)|"
    r"respectively|so that|in the presence|in order to|"
    r"in return|in exchange|in response|in an effort|at the|on the occasion|on the sidelines|for the first time|"
    r"with the aim|between the years|being|thereby|thus|there|"
    r"holds|shows|helps|brings|brought|represents|represented|offers|enables|strengthens|strengthened|reflects|"
    r"guarantees|"
    r"guaranteed|envisages|envisaged|foresees|foresaw|specifies|aims|caused|prompted|resulted|failed|stands|applies|emerged|arose|"
    r"over(?= [a-z]+ing\b)|"
    r"concerns|deals|dealt|forms|exempts|exempted|eliminates|removes|reduces|prohibits|paves|fixes|defines|"
    r"(?:offered|enabled|applied|formed|eliminated|removed|reduced|prohibited|paved|fixed|defined|gained|obtained|"
    r"resolved|laid|restored|opened)(?= (?:the|an?|its|their|all|both|up|down)\b)|"
    r"and between|(?:later|subsequently|since|then|twice|first|last) (?=[a-z]+ed\b|being\b)|followed|taking effect|"
    r"hoping|what|"
    r"and (?:a total of|another|(?:one|the other) (?:on|for|to|in|between|concerning)|began|begun|agreed|"
    r"announced|discussed|expressed|held|met|visited|witnessed|also|established|signed|opened|"
    r"exchanged|decided|issued|became|have|has|had|was|were|is|are|they|he|she|it|both|the two|later|then|in \d))\b)"
    r"|,? (?:many|most|some|all|several|none|half|both|one) of (?:them|which|whom)\b"
    r"|, an? (?:move|step|decision|measure|gesture)\b|,? with (?:his|her|their|its) (?:[\w-]+ ){0,3}counterparts?\b"
    r"|,? and [a-z]{3,}ed (?=(?:the|an?|its|their|his|her|that) )"
    r"|,? (?:(?:last|next|this) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|on the (?:first|second|last|next) (?:day|stop|leg))\b"
    r"|,?(?<!between)(?<! of)(?<! by)(?<! for)(?<! to)(?<! with) (?:the two|both) (?:states|countries|nations|sides"
    r"|parties|governments|kings|leaders|peoples) [a-z]+ed\b"
    r"|, (?:say|stat|add|predict|promis|expect|claim)ing\b"
    r"|,? with (?:the |its |their )?[^,;.]{3,50} (?:saying|stating|adding|noting|predicting|hoping|promising)\b"
    r"|, (?:and )?(?:in|on) (?=\d|[A-Z][a-z]+ \d)|, (?:with|and then|among|"
    r"allowing|providing|granting|paving|giving|making|opening|leading|ending|replacing|marking|becoming|ensuring|"
    r"(?!concerning|regarding|covering|including|governing|establishing)[a-z]{2,}ing (?:(?:out|up|down|forth) )?"
    r"(?=(?:the|its|their|an?) )|"
    r"the (?:first|second|largest|same|latter|former|other)"
    r"|(?:and )?(?:the |its |their |an? )?(?:[\w’'-]+ ){1,4}(?:said|stated|announced|reported)(?=\W*$| that\b)"
    r"|and (?:the |its |their |an? )?(?:[\w’'-]+ ){1,4}(?:has|have|had|is|was|were|are|began|became|remained?|grew"
    r"|rose)(?! (?:\w+ )?(?:been )?(?:signed|concluded|ratified|initialled|adopted|reached|agreed|made)\b))\b"
)
NEXT = re.compile(
    r"(?:,?\s*(?:\band|;|,|\bas well as|\balong with|\btogether with|\bplus|\band also)"
    r"|\bsuch as|\bincluding|\bnamely|:)\s+"
    r"(?:also )?(?:(?:in|on) (?:\d{1,2} )?(?:[a-z]{3,9} )?(?:\d{1,2}, )?\d{4},? )?"
    r"(?:an? |the |one |two |three |four |five |six |seven |eight |nine |ten |\d+ |several |other |another |new )?"
    r"(?:\d{4} )?[\"“]?$",
    re.IGNORECASE,
)
_ACRONYM = re.compile(
    r"(?: No\. ?\d+| \((?:[A-Z][A-Za-z]{0,3}){2,4}s?\))(?= (?:on|of|for|between|with|concerning|regarding|to|in)\b)"
)
_BY_NOTES = re.compile(r" (?:made )?(?:by|through|via) (?:an )?[Ee]xchange of (?:[Ll]etters|[Nn]otes)")
_YEARS = re.compile(r" (?:for )?(?:19|20)\d\d ?[–/-] ?(?:(?:19|20)?\d\d)\b")  # "Framework 2017–2019"
_THOSE = re.compile(r",? (?:including|such as|among them|namely) (?:those|ones)(?= (?:on|for|concerning|regarding)\b)")
_CALLED = re.compile(
    r",? (?:known as|called|entitled|titled|named|dubbed) (?:the )?(?:[\"“][^\"”]{3,80}[\"”]|(?![^,;.(]*\b(?:Treaty"
    r"|Accords?|Agreement|Pact|Convention|Protocol|Declaration)\b)[A-Z][\w-]*(?: (?:(?:of|for|and|on|in|to) (?:the )?)?"
    r"[A-Z][\w-]*){0,8}(?: \([A-Z][^()\d]{3,60}\))?)"
)
# "Signed several treaties and Kenya sent rice": what a state does besides is no title.
_AND_STATE = re.compile(r",? and (?:the )?\Z")
_COMMA = re.compile(r", (?:the )?\Z")
_ACTS = re.compile(
    r" (?:also |later |then )?(?:has|have|had|sent|gave|took|made|became|began|went|built|lent|set|put|sold|bought|paid"
    r"|held|left|led|came|cut|won|(?!(?:armed|united|based|owned|related|limited|backed|flagged|allied|occupied|sponsored)\b)"
    r"\w+ed)\b"
)
_QUOTED_BEHIND = re.compile(r" [\"“](?:On|For|About|Concerning) [^\"“”]{3,160}[\"”]")
_CLAUSE_AFTER_NAME = re.compile(r", (?!and |on |of |in |for |to |or )[a-z](?![^.;]*,? and )")
_VERB_AFTER_NAME = re.compile(r" [a-z]+ed (?=(?:the|its|their|his|an?|both|all) )")
_DATE_LEAD = re.compile(r",?\s*(?:\b(?:in|on|of|from|since|by|dated|and))?(?: the)?\s*$")
_VALIDITY = re.compile(r"\b(?:for(?: the)?(?: years?| period)?(?: of)?|years|period)\s*$")
# "Status of Forces Agreement", "transfer of prisoners treaty".
_HEADED = re.compile(r"(?<!\S)([\w-]+) of\Z")
# "Visa (Youth Mobility) Agreement".
_BRACKETED = re.compile(r"(?<=[a-z]) \([A-Z][\w-]+(?: [\w-]+){0,3}\) \Z")
# "A “Green Growth” agreement".
_NAMING = re.compile(r"[\"“][^\"“”]{3,60}[\"”] \Z")
_ARTICLES = ("a", "an", "the", "its", "their", "his", "her", "this", "that", "these", "those", "both", "no", "also")
# "The 1983 Trade and Economic Cooperation Agreement": the year stands where titles begin.
_YEAR_AHEAD = re.compile(r"\b(?:the|an?|their|its|of) \d{4} \Z", re.IGNORECASE)
_ADVERB = re.compile(r"(?!(?:friendly|family|early|supply|resupply|assembly|monopoly|fly)$)[a-z]+ly$")
# "Three loan agreements": of what is counted only the number is no title.
_COUNTED = ("agreements", "treaties", "accords", "pacts", "deals", "protocols", "conventions", "contracts", "mous")
# "A contract for a dam in Mwea": the place is that of the works.
_CONTRACT = ("contract", "Contract")
_LONGEST_LEAD = 12
_LONGEST_WORD = 120  # characters, with the marks behind it


def lead(statement: Statement, begin: int) -> str:
    """The words right before a place."""
    return statement.document.text[max(statement.start, begin - 40) : begin]


def title_start(statement: Statement, noun: int, nouns: list[tuple[int, int, str]]) -> int:
    """Where the title begins: at a name in quotation marks or before one in brackets, else at the words before the
    noun.
    """
    text = statement.document.text
    naming = _NAMING.search(text, statement.start, noun) if text[noun - 2 : noun - 1] in QUOTES.values() else None
    if naming is not None:
        return naming.start()
    bracketed = _BRACKETED.search(text, statement.start, noun) if text[noun].isupper() else None
    begin = _leftwards(statement, bracketed.start() + 1, nouns) if bracketed is not None else noun
    return begin if bracketed is not None and begin <= bracketed.start() else _leftwards(statement, noun, nouns)


def _leftwards(statement: Statement, noun: int, nouns: list[tuple[int, int, str]]) -> int:
    """Where the words begin that go before such a noun.

    Words joined by "and" or a comma belong to it only where an article, a verb or the statement's beginning stands
    before them; a comma with no "and" behind it ("During the visit, memoranda") joins nothing.
    """
    text, start, sure, joint, last_comma = statement.document.text, noun, noun, False, False
    others = {position for begin, end, _ in nouns if begin != noun for position in range(begin, end)}
    for _ in range(_LONGEST_LEAD):
        found = _BEFORE_BACKWARDS.match(text[max(statement.start, start - _LONGEST_WORD) : start][::-1])
        if found is None:
            return start if start == statement.start or (text[start - 1] in ' "“«(:' and not joint) else sure
        begin, word, comma = start - found.end(), found[2][::-1], "," in found[1]
        low = word.lower()
        if start == noun and low in ("and", "&"):
            return noun  # "between the ministries, and agreements were signed"
        if low in ("–", "—", "-", "•", "·"):
            return start
        is_of_state = word[0].isupper() and any(m.start == begin and m.end > start for m in statement.of("state"))
        if low in words("openers") and not (is_of_state or _is_of_name(text, statement.start, begin, start)):
            return sure if last_comma or comma else start
        opens = low == "of" and start < noun and not last_comma
        head = _head_of(text, statement.start, begin + len(word)) if opens else None
        if head is not None:
            start = sure = head
            continue
        is_boundary = _is_boundary(statement, begin, word)
        is_opened = is_boundary and joint and not comma
        if is_opened and (_is_number(statement, begin, word) or _YEAR_AHEAD.search(text, statement.start, start)):
            return start
        if is_boundary and comma:
            return sure if last_comma else start
        if is_boundary or begin in others:
            return sure
        last_comma = last_comma or (comma and not joint)
        joint = joint or comma or low in ("and", "&")
        start = begin
        sure = sure if joint else start
    return sure


def _is_of_name(text: str, first: int, begin: int, title: int) -> bool:
    """Whether a word such as "New" or "Four" is capitalised as a part of a name: "the New York Agreement"."""
    is_name = begin > first and text[begin].isupper() and text[title].isupper()
    return is_name and text[begin:title].strip().lower() not in _ARTICLES


def _head_of(text: str, begin: int, end: int) -> int | None:
    """Where the word begins that opens a title over the "of" that ends at a place; null where none does."""
    found = _HEADED.search(text, begin, end)
    return found.start(1) if found is not None and found[1].lower() in words("headed") else None


def _is_boundary(statement: Statement, position: int, word: str) -> bool:
    """Whether no title goes over this word: a preposition, an adverb, a possessive, a date, a person, a number."""
    low = word.lower()
    is_named = word[0].isupper() and any(m.start < position < m.end for m in statement.of("state"))
    if (low in words("breaks") and not is_named) or word.endswith(("'s", "’s", "s'", "s’")) or _ADVERB.match(low):
        return True
    if any(m.start <= position < m.end for m in statement.of("person", "date", "money", "both")):
        return True
    counted = [m for m in statement.of("quantity") if m.start <= position < m.end]
    is_other = any(not m.text.lower().endswith(_COUNTED) for m in counted)
    return is_other or _is_number(statement, position, word)


def _is_number(statement: Statement, position: int, word: str) -> bool:
    """Whether a word is the number of what is counted, or opens it: "About 40 tax treaties"."""
    counted = [m for m in statement.of("quantity") if m.start <= position < m.end]
    return any(m.start == position or word[0].isdigit() for m in counted)


def title_end(statement: Statement, noun: int, end: int, nexts: list[int]) -> int:
    """Where the title ends: at the noun if no preposition follows, else at a stop word, a date, a place, the next."""
    text = statement.document.text
    acronym = _ACRONYM.match(text, end, statement.end)
    end = acronym.end() if acronym else end
    notes = _BY_NOTES.match(text, end, statement.end)
    end = notes.end() if notes else end
    years = _YEARS.match(text, end, statement.end) if text[noun].isupper() else None
    end = years.end() if years else end
    called = _CALLED.match(text, end, statement.end)
    if called is not None:
        return called.end()
    behind = _QUOTED_BEHIND.match(text, end, statement.end)
    if behind is not None:
        return behind.end()
    those = _THOSE.match(text, end, statement.end)
    begin = those.end() if those else end
    if _GOES_ON.match(text, begin, statement.end) is None:
        return end
    if text.startswith(" and ", begin) and any(m.start in (begin + 5, begin + 9) for m in statement.of("state")):
        return end  # "have a tax agreement and Kenya is …"
    stop = extent(statement, begin, nexts)
    shapes = (_CLAUSE_AFTER_NAME, _VERB_AFTER_NAME) if text[noun].isupper() else ()
    clauses = [found.start() for shape in shapes if (found := shape.search(text, end, stop))]
    last = trimmed(statement, end, min([stop, *clauses]))
    years = _YEARS.match(text, last, statement.end) if text[noun].isupper() else None
    works = text.startswith(_CONTRACT, noun) and " for " in text[end:last]
    site = next((p.end for p in statement.of("place") if works and text[last : p.start] == " in "), last)
    return years.end() if years else site


def extent(statement: Statement, end: int, nexts: list[int] | None = None) -> int:
    """How far words that tell what an instrument is about reach from a place on."""
    text = statement.document.text
    shown = text[end : statement.end]
    if '"' in shown or "“" in shown:
        shown = _QUOTED.sub(lambda name: "." * len(name[0]), shown)
    shown = _EACH_OF.sub(lambda pair: "." * len(pair[0]), shown) if ") and " in shown else shown
    stops = [end + match.start() for match in [_STOP.search(shown)] if match]
    stops += [both.end() for both in [_OF_BOTH.search(text, end, statement.end)] if both]
    stops += [_joint_start(text, begin) for begin in nexts or () if begin > end]
    dates = [date for date in statement.dates if date.start >= end]
    stops += [_date_start(text, date.start) for date in dates if not _VALIDITY.search(text[end : date.start].lower())]
    stops += [
        p.start - 4 for p in statement.of("place") if p.start - 4 >= end and text[p.start - 4 : p.start] == " in "
    ]
    stops += [*deeds_besides(statement, end), *deeds_besides(statement, end, _COMMA)]
    stops += [
        m.end
        for m in statement.of("state")
        if m.start > end and text.startswith((", the ", ", a "), m.end) and _BETWEEN.match(text, end, m.start)
    ]
    people = [p.start - 6 for p in statement.of("person") if p.start - 6 >= end]
    stops += [start for start in people if text[start : start + 6] == " with "]
    return min([*stops, statement.end])


# "An agreement between the two countries and Kenya is": the row of the parties has ended.
_OF_BOTH = re.compile(
    r"\bbetween (?:the two|both|these two) (?:countries|nations|states|sides|governments|parties)"
    r"(?=,? and (?!on |for |their |its ))"
)
# "The accord between Kenya and Chad, the mission": the row of the parties has ended.
_BETWEEN = re.compile(r" between (?:the )?[^,;]{3,40} and (?:the )?\Z")


def deeds_besides(statement: Statement, end: int, joint: re.Pattern[str] = _AND_STATE) -> list[int]:
    """Where it begins, behind a place, that a state does something else: "signed treaties and Kenya sent rice"; also
    behind another joint than "and": "In the Treaty of X, Kenya gave up".
    """
    text = statement.document.text
    return [
        lead.start() for m in statement.of("state")
        if m.start >= end and _ACTS.match(text, m.end)
        and (lead := joint.search(text, max(end, m.start - 10), m.start)) is not None
        and not _is_between(statement, lead.start())
    ]  # fmt: skip


def _is_between(statement: Statement, end: int) -> bool:
    """Whether a state that ends at a place is the first of two parties: "between Kenya"."""
    first = next((m for m in statement.of("state") if m.end == end), None)
    return first is not None and statement.low.endswith(("between ", "between the "), 0, first.start - statement.start)


def trimmed(statement: Statement, end: int, stop: int) -> int:
    """The stop without marks, a lone preposition or a state's name after a comma behind the words."""
    text = statement.document.text
    opening = text.rfind("(", end, stop)
    stop = stop if opening < 0 or ")" in text[opening:stop] else opening
    body = text[end:stop].rstrip(' ,.:“"(–—-')
    body += '"' if body.count('"') % 2 and text.startswith('"', end + len(body)) else ""
    body += "”" if body.count("“") > body.count("”") and text.startswith("”", end + len(body)) else ""
    body = re.sub(r"(?:,? (?:on|of|for|with|in|to|and|a|an|the|by|at|between|against|from|(?:up)?coming))+$", "", body)
    body = re.sub(r",? (?:so far|to date|as yet|as well|and others)$", "", body)
    body = re.sub(r"^ [a-z]+ing(?: as)?$", "", body)
    comma = body.rfind(", ")
    states = [(m.start - end, m.end - end) for m in statement.of("state")]
    is_state = any(span == (comma + 2, len(body)) for span in states)
    is_listed = any(last == comma for _, last in states)
    return end + (comma if comma >= 0 and is_state and not is_listed else len(body))


def _joint_start(text: str, begin: int) -> int:
    match = NEXT.search(text, max(0, begin - 40), begin)
    return match.start() if match else begin


def _date_start(text: str, date: int) -> int:
    """Where the words before a date begin: "in", "on", "of", "from"."""
    match = _DATE_LEAD.search(text[max(0, date - 12) : date])
    return max(0, date - 12) + match.start() if match else date
