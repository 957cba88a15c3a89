"""Where the title of an instrument ends behind its noun; where it begins is told by `title_starts`.

A title runs to the end of what the instrument is about ("Agreement on Technical Cooperation"), over "and", "on", "of",
"for", "between"; it ends with its quotation mark, a bracket, a date, a verb, or the next instrument.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement

_GOES_ON = re.compile(
    r"(?i:,? (?:on|of|for|between|among|with|concerning|regarding|relating to|related to|in|to|against|about|covering|"
    r"aimed at|towards|(?:[a-z]+ly )?"
    r"(?!being|including|during|following|according|starting|beginning|signing|depending|having|"
    r"lasting|expiring|pending|entering|replacing (?:that|those|the one|one) )[a-z]{2,}ing)\b"
    r"(?! the (?:last|first|same|next|second|third|final|opening|closing|following|occasion|sidelines|margins)\b)"
    r"(?! (?:each other|one another|it|them|him|her)\b)| and (?=(?-i:[A-Z])))"
    r"| of the (?=(?:First|Second|Third|Final) [A-Z])"
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
    r"in return|in exchange|in response|in an effort|at the(?! level)|in the course|on the occasion|on the sidelines|"
    r"for the first time|"
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
    r"|, an? (?:move|step|decision|measure|gesture|framework|mechanism|forum|platform)\b"
    r"|,? with (?:his|her|their|its) (?:[\w-]+ ){0,3}counterparts?\b"
    r"|,? and [a-z]{3,}ed (?=(?:the|an?|its|their|his|her|that) )"
    r"|,? (?:(?:last|next|this) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|on the (?:first|second|last|next) (?:day|stop|leg))\b"
    r"|,?(?<!between)(?<! of)(?<! by)(?<! for)(?<! to)(?<! with) (?:the two|both) (?:states|countries|nations|sides"
    r"|parties|governments|kings|leaders|peoples) [a-z]+ed\b"
    r"| (?:formally|officially|finally|eventually|effectively|thus) [a-z]+ed (?=(?:the|an?|its|their|all|both) )"
    r"|, (?:the |its |an? )(?:[\w’'-]+ ){1,4}(?:started|began|came|went|took) "
    r"| to (?:replace|supersede|amend|succeed|update) (?:the |that |those |an? |its |their )(?:[a-z]+ )?"
    r"(?=(?:one|ones|version|of|from|treaty|agreement|accord|pact)\b)"
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
    r"(?:an? |the |one |two |three |four |five |six |seven |eight |nine |ten |\d+ |several |other |another |new "
    r"|further )?"
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
_VERB_AFTER_NAME = re.compile(
    r" [a-z]+ed (?=(?:the|its|their|his|an?|both|all) )"
    r"| (?:return|ced|transferr|assign|award|forc|oblig|restor|divid|plac|compell)ed (?=[A-Z])"
)
_DATE_LEAD = re.compile(r",?\s*(?:\b(?:in|on|of|from|since|by|dated|and))?(?: the)?\s*$")
_VALIDITY = re.compile(r"\b(?:for(?: the)?(?: years?| period)?(?: of)?|years|period)\s*$")
# "A contract for a dam in Mwea": the place is that of the works.
_CONTRACT = ("contract", "Contract")


def title_end(statement: Statement, noun: int, end: int, nexts: list[int]) -> int:
    """Where the title ends: at the noun if no preposition follows, else at a stop word, a date, a place, the next."""
    text = statement.document.text
    end = _designation_end(statement, noun, end)
    name = _CALLED.match(text, end, statement.end) or _QUOTED_BEHIND.match(text, end, statement.end)
    if name is not None:
        return name.end()
    those = _THOSE.match(text, end, statement.end)
    begin = those.end() if those else end
    if _GOES_ON.match(text, begin, statement.end) is None or _state_follows(statement, begin):
        return end
    if text[noun].isupper() and _is_in_state(statement, begin):
        return end
    stop = extent(statement, begin, nexts)
    shapes = (_CLAUSE_AFTER_NAME, _VERB_AFTER_NAME) if text[noun].isupper() else ()
    clauses = [found.start() for shape in shapes if (found := shape.search(text, end, stop))]
    last = trimmed(statement, end, min([stop, *clauses]))
    years_end = _years_end(text, noun, last, statement.end)
    return _site_end(statement, noun, end, last) if years_end is None else years_end


def _designation_end(statement: Statement, noun: int, end: int) -> int:
    """Where it ends what stands right behind the noun: a number or acronym, "by exchange of letters", years."""
    text = statement.document.text
    for shape in (_ACRONYM, _BY_NOTES):
        found = shape.match(text, end, statement.end)
        end = found.end() if found else end
    years_end = _years_end(text, noun, end, statement.end)
    return end if years_end is None else years_end


def _years_end(text: str, noun: int, end: int, limit: int) -> int | None:
    """Where the years end that close a name: "Framework 2017–2019"; null where the noun is no name or none follow."""
    years = _YEARS.match(text, end, limit) if text[noun].isupper() else None
    return years.end() if years is not None else None


def _state_follows(statement: Statement, end: int) -> bool:
    """Whether a state that "and" joins to a title begins a clause of its own: "have a tax agreement and Kenya is"."""
    is_joined = statement.document.text.startswith(" and ", end)
    return is_joined and any(m.start in (end + 5, end + 9) for m in statement.of("state"))


def _is_in_state(statement: Statement, end: int) -> bool:
    """Whether words behind a name tell in which state it was made: "signed the Lima Accord in Peru, agreeing"."""
    named = (m for m in statement.of("state") if statement.document.text[end : m.start] in (" in ", " in the "))
    return any(_STATE_END.match(statement.document.text, m.end, statement.end + 1) for m in named)


# Behind a state's name, not what it qualifies: "in Norwegian waters".
_STATE_END = re.compile(r"[,.;]|\Z| (?:in|on|and|by|after|before|during|which|that|with|to)\b")


def _site_end(statement: Statement, noun: int, end: int, last: int) -> int:
    """Where a title ends with the place of the works that a contract is for: "a contract for a dam in Mwea"."""
    text = statement.document.text
    if not text.startswith(_CONTRACT, noun) or " for " not in text[end:last]:
        return last
    return next((place.end for place in statement.of("place") if text[last : place.start] == " in "), last)


def extent(statement: Statement, end: int, nexts: list[int] | None = None) -> int:
    """How far words that tell what an instrument is about reach from a place on."""
    text = statement.document.text
    stops = [_joint_start(text, begin) for begin in nexts or () if begin > end]
    stops += [*_marks(statement, end), *_dates_places_people(statement, end)]
    stops += [*deeds_besides(statement, end), *deeds_besides(statement, end, _COMMA), *_ends_of_parties(statement, end)]
    return min([*stops, statement.end])


def _marks(statement: Statement, end: int) -> Iterator[int]:
    """Where the first mark or word stands, behind a place, that ends a title; none in names in quotation marks."""
    shown = statement.document.text[end : statement.end]
    if '"' in shown or "“" in shown:
        shown = _QUOTED.sub(lambda name: "." * len(name[0]), shown)
    shown = _EACH_OF.sub(lambda pair: "." * len(pair[0]), shown) if ") and " in shown else shown
    stop = _STOP.search(shown)
    if stop is not None:
        yield end + stop.start()


def _dates_places_people(statement: Statement, end: int) -> Iterator[int]:
    """Where the words begin, behind a place of the text, that tell when, where or with whom; no period of validity."""
    text = statement.document.text
    for date in statement.dates:
        if date.start >= end and not _VALIDITY.search(text[end : date.start].lower()):
            yield _date_start(text, date.start)
    for word, kind in ((" in ", "place"), (" with ", "person")):
        starts = (mention.start - len(word) for mention in statement.of(kind))
        yield from (start for start in starts if start >= end and text.startswith(word, start))


def _ends_of_parties(statement: Statement, end: int) -> Iterator[int]:
    """Where the row of the parties ends that is told behind a place."""
    text = statement.document.text
    both = _OF_BOTH.search(text, end, statement.end)
    if both is not None:
        yield both.end()
    for state in statement.of("state"):
        is_followed = state.start > end and text.startswith((", the ", ", a "), state.end)
        if is_followed and _BETWEEN.match(text, end, state.start):
            yield state.end


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


_LAST_PREPOSITIONS = re.compile(
    r"(?:,? (?:on|of|for|with|in|to|and|a|an|the|by|at|between|against|from|(?:up)?coming))+$"
)
_SO_FAR = re.compile(r",? (?:so far|to date|as yet|as well|and others)$")
_ONLY_PARTICIPLE = re.compile(r"^ [a-z]+ing(?: as)?$")


def trimmed(statement: Statement, end: int, stop: int) -> int:
    """The stop without marks, a lone preposition or a state's name after a comma behind the words."""
    text = statement.document.text
    opening = text.rfind("(", end, stop)
    stop = stop if opening < 0 or ")" in text[opening:stop] else opening
    body = _with_closing_mark(text, end, text[end:stop].rstrip(' ,.:“"(–—-'))
    for loose in (_LAST_PREPOSITIONS, _SO_FAR, _ONLY_PARTICIPLE):
        body = loose.sub("", body)
    return _without_state(statement, end, end + len(body))


def _with_closing_mark(text: str, start: int, body: str) -> str:
    """Words from a place on, with the quotation mark behind them that closes one among them."""
    for mark, is_open in (('"', body.count('"') % 2 == 1), ("”", body.count("“") > body.count("”"))):
        body += mark if is_open and text.startswith(mark, start + len(body)) else ""
    return body


def _without_state(statement: Statement, start: int, stop: int) -> int:
    """Where words end without a state's name behind their last comma, but for the last of several states."""
    comma = statement.document.text.rfind(", ", start, stop)
    states = statement.of("state") if comma >= 0 else ()
    is_state = any((state.start, state.end) == (comma + 2, stop) for state in states)
    is_listed = any(state.end == comma for state in states)
    return comma if is_state and not is_listed else stop


def _joint_start(text: str, begin: int) -> int:
    match = NEXT.search(text, max(0, begin - 40), begin)
    return match.start() if match else begin


def _date_start(text: str, date: int) -> int:
    """Where the words before a date begin: "in", "on", "of", "from"."""
    match = _DATE_LEAD.search(text[max(0, date - 12) : date])
    return max(0, date - 12) + match.start() if match else date
