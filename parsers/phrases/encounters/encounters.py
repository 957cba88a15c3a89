"""Encounters: who meets whom in a clause, in what way, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.language.antecedents import is_object
from parsers.language.mention import DateValue, Mention, PersonValue, PlaceValue
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement, named
from parsers.language.sides import is_foreign, side_of
from parsers.phrases.journeys.journeys import subjects
from parsers.phrases.journeys.receptions import is_seat
from parsers.phrases.journeys.trip_dates import own_date

_TALKS = (
    r"(?:talks|meetings?|discussions|consultations|negotiations|conversations?|summit|phone call|call"
    r"|telephone call|video call|audience|dialogue|phone conversation|video ?-?conference|teleconference)"
)
# "Several politicians, among them [person]": the one named is of those met.
_AMONG_THEM = (
    r"(?:[a-z-]+ ){1,5}?(?:\[state:\d+\] )?[a-z]+,? (?:including|among (?:them|whom)|such as) "
    r"(?:(?:the|his|her|then) )*"
)
_VERBS = (
    rf"(?:met|(?<!to )(?<!will )(?<!would )(?<!could )(?<!can )(?<!not )meets?|saw(?= (?:\[person|the \[person|also ))"
    rf"|(?:to (?:meet|see|discuss|hold (?:[\w-]+ ){{0,2}}?(?:talks|meetings|discussions))"
    rf"|for (?:[\w-]+ ){{0,3}}?{_TALKS}|(?:in|during|over) (?:an?|their|his|her) (?:[\w-]+ ){{0,2}}?{_TALKS}"
    r"|(?:was|were) granted an audience)"
    rf"|(?:(?<=, )|(?<=, and )|(?<=after )|(?<=while )|(?<=upon )|(?<=when )|(?=meeting there ))meeting"
    rf"(?= (?:there )?(?:with )?(?:{_AMONG_THEM}|(?:(?:the|his|her|then) )*(?:[a-z]+ )?)\[person)"
    rf"|(?:held|had|holds|hold|holding|having|conducted|attended|participated in|took part in) (?:(?!\[person"
    rf"|\band\b)[^;.]){{0,40}}?{_TALKS}|conferred|spoke|talked|sat down"
    r"|(?<=, )(?:received|welcomed|hosted|greeted)(?= (?:there )?by )|received (?:an? )?(?:\w+ )?call from"
    r"|had (?:an? )?(?:working |private |official )?(?:dinner|luncheon|lunch|breakfast|tea)(?= with )"
    r"|(?:granted|gave)(?= (?:(?:the|his|her|then) )*\[person:\d+\](?:(?:,? and|,) (?:the )?\[person:\d+\])* "
    r"(?:an? |their )(?:[\w-]+ )?audience\b)"
    r"|granted an audience|(?:hosted|gave|held) an? (?:[\w-]+ )?(?:dinner|banquet|luncheon|lunch|reception)(?= for)"
    r"|(?:was|were) (?:also |warmly )?(?:received|welcomed|hosted|greeted)|received|welcomed|hosted"
    r"|(?:became|becoming|was) the (?:\w+[- ]){0,2}?first[^;.]{0,40}? to (?:meet|hold talks with|receive|"
    r"be received by)"
    r"|(?:told|informed|assured|briefed|urged|thanked)(?= (?:(?:his|her|the) |\[person))|congratulated|telephoned|"
    r"phoned|called(?: on)?"
    r"|paid (?:a|an|her|his) (?:[\w-]+ )?(?:courtesy )?call (?:on|to)|exchanged views|discussed|negotiated"
    rf"|represented (?:(?:the|his|her|their) )?(?:\[state:\d+\]|[\w-]+) "
    rf"(?:at|in|during) (?:the )?(?:[\w-]+ ){{0,3}}?{_TALKS})"
)
_WAY = (
    r"(?:(?!\[person|\b(?:met|meets?|that|which|who|whose|where|agreed|signed|visited|attended|said|when|while|embassy"
    r"|letters?|messages?|invitation|award|medal|order|degree|credentials|delegation|support|asylum)\b)[^;.]){0,80}?"
)
TALKED = Pattern(
    rf"\b(?P<verb>{_VERBS})\b(?P<way>{_WAY})(?:\[person:\d+\]['’]s (?:successor "
    rf"|predecessor )?)?(?P<others><person>)"
)
TOGETHER = Pattern(
    rf"\b(?P<verb>met(?! (?:[^;.]{{0,30}} )?as (?:students|children|soldiers|exiles))|(?:co-)?chaired "
    rf"(?:(?!\[person|\band\b)[^;.]){{0,40}}?{_TALKS}|(?<=\] )meet"
    rf"|(?<=, )meeting(?= (?:in|at|on) (?:the )?\[)|(?:held|had|conducted) (?:(?!\[person|"
    rf"\band\b)[^;.]){{0,40}}?{_TALKS}"
    r"|conferred|spoke|talked|discussed|exchanged views|sat down|wrote to <both>|saw <both>)(?!\w)"
)
OPENING = Pattern(
    r"(?:^|; )(?:(?:when|while|on|upon|after) )?(?P<verb>speaking|talking|meeting|received|receiving|welcoming|hosting"
    r"|(?:congratulating|telephoning|phoning)(?= [^;]*(?:phone|telephone)))"
    r" (?:(?!\[person|\b(?:and|who|that)\b)[^;,.]){0,40}?(?:(?:to|with|by) )?(?:(?:the|his|her|then) )*"
    r"<others:persons>(?: (?!and\b)(?:(?!\[person|\b(?:who|which|that)\b)[^;.]){0,90}?)?, (?:the |then )?"
    r"<ones:persons>(?=,? [a-z]+)"
)
MET_HIM = Pattern(
    r"\b(?P<verb>met|called on|received|welcomed|hosted|telephoned|phoned|congratulated|(?:spoke|talked|conferred)"
    r" (?:to|with)|held (?:[a-z]+ )?talks with) (?P<him>him|her)(?= (?:there|in|at|on|again|for|during|twice|briefly"
    r"|by|over|personally)\b| \[date|[.;]|$)"
)
DISCUSSED_BY = Pattern(
    r"\b(?:(?P<verb>(?:was|were) (?:also |first )?(?:discussed|raised|negotiated|agreed))\b[^;.]{0,40}?"
    rf" (?:with|between)"
    rf"|{_TALKS}\b[^;.\[]{{0,60}}?(?:(?:in|on) (?:the )?\[(?:place|state|date):\d+\],? )*was (?:co-)?chaired by)"
    r" (?:(?:the|then) )*<ones:person>,? (?:by|and) (?:(?:the|his|her|then) )*<others:person>"
)
_THE_LEADER = r"the (?:[a-z]+ )?(?:leader|statesman|monarch|visitor|dignitary|official|guest)\b"
THE_LEADER = re.compile(_THE_LEADER)
HE = re.compile(rf"(?:\b(?:he|she)\b|^{_THE_LEADER})[^;.]{{0,60}}$", re.I)
_HE_AND = re.compile(r"\b(?:he|she) and (?:his|her) (?:[\w-]+,? ){0,3}$", re.I)
_AND_WITH = re.compile(
    r"(?: (?:in|at) [^;.,]{2,30}?)?(?:,? and|,) (?:(?:later|then|also|subsequently|separately|had|held|an?|separate"
    r"|further"
    r"|bilateral|brief) )*(?:with |by |(?:talks|meetings?|conversations?|discussions?|consultations?) with |(?<=later )"
    r"|(?<=then )|(?<=subsequently ))(?:(?:the|his|her|then|acting|counterpart) )*"
)
_NAMED_SO = re.compile(r" (?:an?|the) |['’]s ")
_PURPOSES = ("to meet", "to see", "to discuss", "to hold", "for ")
_ELSEWHERE = re.compile(r";|, and |\b(?:visited|arrived|embassy|met|spoke|opened|signed)\b")  # another thing is told
_OCCASION = re.compile(
    r"\b(?:on|in|at) the (?:sidelines?|margins?|fringes?) of (?:the |a |an )?(?P<margins>[^,;]{3,90}?)"
    r"(?=[,;]|\.?$| (?:in|on|with|and|where|held|to)\b)"
    r"|\b(?:at|during|within the framework of) (?:the |a |an )?(?P<event>(?:[\w’'-]+ ){0,8}?"
    r"(?:General Assembly|[Ss]ummit|[Cc]onference|[Ff]orum|[Cc]ongress|Olympics|Games)\b)",
)
_LED = re.compile(
    r"\b(?:led|headed|heading|leading) (?:(?:an?|the|its|his|her) )?"
    r"(?:[\w-]+ )?(?:delegation of (?:[a-z]+ )?)?\Z",
    re.I,
)
_VISIT_OF = re.compile(r"\b(?:visit|trip|tour|journey|stay)s? (?:of|by) (?:(?:the|its|their|then) )*$", re.I)
_JOINED = re.compile(
    r"(?: \([^)]{0,40}\))?,?\s*(?:and|,|&|as well as|along with|together with|accompanied by|and then)\s*"
    r"(?:also\s)?(?:met\s)?(?:with\s|by\s)?(?:the|his|her|their|its|then|"
    r"former)?\s*(?:counterpart,?\s)?(?:(?:military|army|air force|navy|naval|opposition|party|trade union"
    r"|business|religious)\s"
    r"(?:commander|chief|leader)\s)?(?:[A-Z][\w-]+['’]s\s)?",
    re.I,
)
_WENT = re.compile(r"\b(?:visited|travell?ed|arrived|flew|went|came|stopped|paid)\b")
_WENT_TOO = re.compile(
    r"\b(?:also|later|again|has|have) (?:paid|made|visited|travell?ed|arrived|went|"
    r"undertook)\b[^;.]*?\b(?:met|talks|received)\b"
)
_WITH = re.compile(r"\b(?:with|by|between|to)\b")
_INCLUDING = re.compile(r"\b(?:including|among (?:them|whom)|such as) (?:(?:the|his|her|then) )*$")
_BY_PHONE = re.compile(
    r"\b(?:phone|telephone|telephoned|phoned|call from|(?:in|during|over|held|had) (?:an?|their|the) call"
    r"|called (?=(?:his|her|the) (?:\w+ )?counterpart))\b"
)
_PHONED = re.compile(r" (?:by|over the|on the|in a) (?:tele)?phone\b")
_BY_LETTER = re.compile(
    r"\bwrote to (?:each other|one another)\b|\b(?:in|by|with) an? (?:[\w-]+ )?(?:letter|telegram|message|cable)\b"
)
_BY_VIDEO = re.compile(
    r"\bvideo ?-?(?:call|link|conference|conferencing)|\bby video\b|\bvirtual(?:ly)?\b|\bonline (?:meeting|talks)"
)
_WHERE = re.compile(r"(?:, [A-ZÀ-Þ]\w+)?,? where (?:he|she|they)\b")
_DURING = re.compile(
    r"\b(?:(?:during|on|in|at|after|following|over|made|paid|undertook|concluded)"
    r"|on the (?:sidelines|margins|fringes) of) (?:an?|his|her|their|the) $",
    re.I,
)
_NOUN = re.compile(
    r" (?:[\w-]+ ){0,3}?(?:visit|trip|tour|meeting|summit|talks|conference|conversation|call|discussion|audience"
    r"|forum|session|congress|Assembly|Games|Olympics)\b"
)
_PLAIN_WAY = re.compile(
    r"(?: (?:also|audience|private|visiting|in|at|the|his|her|their|counterpart|then|a|visit|from|by|of|\[(?:place"
    r"|state|date):\d+\],?))*\s?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Encounter:
    """The people of a meeting, and where in the document's text its verb stands and its words end."""

    people: tuple[Mention, ...]
    at: int
    end: int


def companions(statement: Statement, first: Mention) -> list[Mention]:
    """A person and those who are counted up behind it: "with A, B and C"."""
    text, found = statement.document.text, [first]
    for person in statement.of("person"):
        if person.start >= found[-1].end:
            if not _JOINED.fullmatch(text[found[-1].end : person.start]):
                break
            after = re.match(
                r",? (?:met|visited|also|signed|held|arrived|attended|said|returned|opened|paid)\b",
                text[person.end : person.end + 12],
            )
            if (
                after
                and re.search(r"\band\b", text[found[-1].end : person.start])
                and "," in text[found[-1].end : person.start]
            ):
                break
            found.append(person)
    return found


def told_by(statement: Statement, match: Match) -> Encounter | None:
    """The encounter of a verb with a partner; the subject is the nearest person before it, or those in a pronoun's
    stead.
    """
    at, _ = match.span("verb") or (match.start, match.end)
    partner = match.mention("others")
    if partner is None or not _is_with(match):
        return None
    ones = subjects(statement, at)
    he = HE.search(statement.document.text[statement.start : at])
    pair = _HE_AND.search(statement.document.text[statement.start : ones[0].start]) if ones else None
    if pair:
        opens = statement.low.startswith(("he ", "she "))
        named = None if opens else statement.before(statement.start + pair.start(), "person")
        last = named or statement.context.person
        ones = [last, *ones] if last is not None else ones
    if not ones and he:
        before = [one for one in statement.of("person") if one.end <= statement.start + he.start()]
        doers = [one for one in before if not is_object(statement, one)]
        person = next((one for one in reversed(doers or before) if not getattr(one.value, "group", False)), None)
        last = person or (before[-1] if before else statement.context.person)
        ones = [last] if last is not None else []
    ones = _leaders(statement, ones)
    if not ones and (match.words("verb") or "").lower() == "meeting":
        ones = _guest_before(statement, at)
    others = companions(statement, partner)
    return Encounter((*ones, *others), at, others[-1].end) if ones else None


def _leaders(statement: Statement, ones: list[Mention]) -> list[Mention]:
    """Those who led an unnamed delegation, in its stead: "A led a delegation to X and met B"; itself where none did."""
    group = ones[0].value if len(ones) == 1 else None
    if not isinstance(group, PersonValue) or group.name:
        return ones
    led = _LED.search(statement.document.text, statement.start, ones[0].start)
    return (subjects(statement, led.start()) if led else []) or ones


def _guest_before(statement: Statement, at: int) -> list[Mention]:
    """The person whose visit was told before a position: "during the visit of A to X, meeting B"."""
    guest = statement.before(at, "person")
    lead = statement.document.text[statement.start : guest.start] if guest is not None else ""
    return [guest] if guest is not None and _VISIT_OF.search(lead) else []


def him_of(statement: Statement, ones: Sequence[Mention], at: int) -> Mention | None:
    """The person that "him" or "her" behind a verb stands for: the last named before it in the sentence, else the one
    told of before; null where that is one of those who met him, or serves their state.
    """
    before = [one for one in statement.of("person") if one.end <= at and one not in ones and named(one)]
    other = before[-1] if before else statement.context.person
    sides = {side_of(one, statement.context) for one in ones} - {None}
    if other is None or not ones or side_of(other, statement.context) in sides or is_foreign(other, statement.context):
        return None
    return other if named(other) not in {named(one) for one in ones} else None


def further(statement: Statement, encounter: Encounter) -> Iterator[Encounter]:
    """The encounters of the same people that no verb tells again: "met A and later with B", "and talks with B"."""
    ones, end = encounter.people[:1], encounter.end
    while partner := statement.after(end, "person"):
        if not _AND_WITH.fullmatch(statement.document.text, end, partner.start):
            return
        others = companions(statement, partner)
        end = others[-1].end
        yield Encounter((*ones, *others), encounter.at, end)


_MEALS = ("dinner", "banquet", "luncheon", "lunch", "breakfast", "tea", "reception")


def _is_with(match: Match) -> bool:
    """Whether the words between verb and partner tell of a partner: "met (with)", "held talks with", "was received
    by".
    """
    way, verb = (match.words("way") or "").lower(), (match.words("verb") or "").lower()
    if verb in ("called", "met") and (
        _NAMED_SO.match(match.statement.low, match.end - match.statement.start) or " by " in way
    ):
        return False
    if verb.endswith(("call from", "audience", *_MEALS)) or verb in ("granted", "gave"):
        return len(way) < 25
    partner = match.mention("others")
    if verb in ("told", "informed", "assured", "briefed", "urged", "thanked"):
        return partner is not None and _is_told(match, partner, verb, way)
    if verb.startswith(("became", "becoming", "was the")):
        return len(way) < 25
    if verb in ("received", "welcomed", "hosted"):
        shape = match.found.group("way") or ""
        return _PLAIN_WAY.fullmatch(shape) is not None
    if verb.startswith(_PURPOSES) and not _WENT.search(match.statement.low):
        return False
    if verb in ("met", "meet", "meets", "meeting", "saw", "to meet", "to see"):
        return len(way) < 25 or _WITH.search(way) is not None or _INCLUDING.search(way) is not None
    if verb == "congratulated" or verb.startswith(("telephoned", "phoned", "called", "paid")):
        return len(way) < 25
    return _WITH.search(way) is not None


def _is_told(match: Match, partner: Mention, verb: str, way: str) -> bool:
    """Whether a verb of telling has a partner of whom it is clear that the two spoke: a counterpart, one on the phone,
    one of the pair who was told something on a date.
    """
    statement, value = match.statement, partner.value
    if _PHONED.match(statement.low, match.end - statement.start):
        return True
    if verb in ("told", "informed") and not way.strip() and statement.dates and named(partner):
        return side_of(partner, statement.context) is not None
    office = (value.office or "").lower() if isinstance(value, PersonValue) else ""
    return len(way) < 10 and any(word in office for word in ("counterpart", "colleague"))


def mode_of(words: str) -> str:
    """How they met, by the words of the clause in lower case.

    >>> mode_of("in a phone call"), mode_of("held talks by video link")
    ('phone call', 'video call')
    """
    if _BY_PHONE.search(words):
        return "phone call"
    if _BY_LETTER.search(words):
        return "letters"
    return "video call" if _BY_VIDEO.search(words) else "in person"


def of_two_sides(people: tuple[Mention, ...], statement: Statement) -> tuple[Mention, ...]:
    """The people without those of third states, where both sides, or people whose side is not told, are among them."""
    kept = tuple(one for one in dict.fromkeys(people) if not is_foreign(one, statement.context))
    sides = [side_of(one, statement.context) for one in kept]
    names = {one.value.name or one.value.office for one in kept if isinstance(one.value, PersonValue)}
    return kept if len(names) > 1 and (len({side for side in sides if side}) != 1 or None in sides) else ()


def place_of(statement: Statement, encounter: Encounter) -> Mention | None:
    """The city that the clause names for the encounter, behind "in" or "at"; one behind the verb comes first."""
    text = statement.document.text
    for place in sorted(statement.of("place"), key=lambda one: one.start < encounter.at):
        low, high = sorted((encounter.at, place.start))
        before = text[max(statement.start, place.start - 12) : place.start]
        near = high - low < 200 and not _ELSEWHERE.search(text[low + 4 : high])
        if (
            isinstance(place.value, PlaceValue)
            and not is_seat(place)
            and near
            and (re.search(r"\b(?:in|at)(?: the)? (?:\w+, )?$|, $", before, re.I) or _WHERE.match(text, place.end))
        ):
            return place
    return None


def date_for(statement: Statement, at: int) -> Mention | None:
    """The date of what is told at a position: that which opens the statement, where the nearest stands behind another
    clause.
    """
    nearest = own_date(statement, at) or _of_noun(statement) or _carried(statement, at)
    opening = statement.dates[0] if statement.dates else None
    if (
        nearest is None
        or opening is None
        or nearest is opening
        or nearest.start < at
        or opening.start - statement.start > 12
    ):
        return nearest
    between = statement.document.text[at : nearest.start]
    return opening if re.search(r" and \w+(?:ed|d|t|ld)\b|;|\bwhich\b|\bthat\b", between) else nearest


def _carried(statement: Statement, at: int) -> Mention | None:
    """The date told before, unless the sentence tells of another trip than the one before, or that date is no year."""
    date = statement.context.date if statement.dates else statement.when(at)
    if date is None or not isinstance(date.value, DateValue) or date.value.precision in ("decade", "century"):
        return None
    return None if _WENT_TOO.search(statement.low) else date


def _of_noun(statement: Statement) -> Mention | None:
    """The year that stands before the visit or meeting during which they met: "during a 2015 visit to"."""
    text = statement.document.text
    for date in statement.of("date"):
        before, after = text[max(statement.start, date.start - 30) : date.start], text[date.end : date.end + 40]
        if _DURING.search(before) and _NOUN.match(after):
            return date
    return None


def occasion_at(statement: Statement, at: int) -> str | None:
    """The event at whose margins the people met, as the clause names it: "on the sidelines of …", "at the … Summit"."""
    found = _OCCASION.search(statement.text)
    if found is None or _ELSEWHERE.search(statement.text[at - statement.start + 4 : found.start()]):
        return None
    return (found["margins"] or found["event"]).strip()
