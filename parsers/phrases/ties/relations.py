"""Words of diplomatic relations: what a verb does to them, whose they are, and at which level they stand."""

from __future__ import annotations

import re

from parsers.document.model import Span
from parsers.language.mention import DateValue, Mention, PersonValue, PlaceValue
from parsers.language.pattern import Pattern
from parsers.language.reading import Statement
from parsers.language.sides import is_foreign, party_of, side_of

_QUALITIES = (
    "full|formal|official|bilateral|consular|diplomatic|mutual|normal|direct|interstate|inter-state|state|own|first|"
    r"and|governmental|intergovernmental|foreign|ambassadorial|\w+-level"
    r"|(?:embassy|ambassador(?:ial)?|consular|ministerial) level|\[state:\d+\]"
)
RELATIONS = (
    rf"(?!and )(?:(?:{_QUALITIES}) )*?(?:relations(?! office| of [\"“'‘]?(?:[\w-]+ ){{1,2}}[Pp]artnership)"
    rf"|relationships?|ties|(?<=diplomatic )(?:relation|contacts?|links))(?:hips?)?"
)
BEGAN = (
    "established|establish(?= (?:\\[date|since\\b|in\\b|on\\b))|establishing|initiated|formali[sz]ed|formed|began|"
    "begun|started|opened|inaugurated|forged|created|"
    "set up|entered into|entered|exchanged|launched|concluded|took up|taken up|commenced|instituted|officiali[sz]ed|"
    "agreed upon|agreed|declared|(?<=, )(?:setting up|opening|initiating|entering into)"
)
AGAIN = (
    r"re-?establish(?:ed|ing|(?= (?:\[date|in\b|on\b)))|restor(?:ed|ing)|regain(?:ed|ing)|re-?opened|resum(?:ed|ing)"
    r"|renewed|normali[sz](?:ed|ing)|reinstated"
    r"|re-initiated|unfro(?:ze|zen)"
)
BROKE = (
    "severed|severing|broke off|broken off|breaking off|broke|broken|breaking|cut off|cut|cutting|suspended|suspending|"
    "terminated|terminating|ruptured|rupturing|discontinued|ended|ending|interrupted|froze|frozen|freezing"
)
TO_BEGIN = (
    "establish|initiate|formali[sz]e|form|forge|begin|start|open|enter into|enter|take up|set up|commence|inaugurate"
    "|declare"
)
TO_RENEW = "re-?establish|restore|re-?open|resume|renew|normali[sz]e|reinstate"
TO_BREAK = "sever|break off|break|cut off|cut|suspend|terminate|rupture|discontinue|end"
TO_LEVEL = "upgrade|elevate|raise|downgrade|lower|reduce"
LEVELLED = "upgraded|elevated|raised|promoted|downgraded|lowered|reduced"
NOW = (
    "re-?establish(?:es)?|establish(?:es)?|restores?|resumes?|re-?opens?|sever(?:s|ed)?|breaks? off|cuts?|suspends?|"
    "enters? into|starts?|opens?|upgrades?|normali[sz]es?"
)

_KINDS = (
    ("resumed", ("re-", "reest", "reopen", "resto", "resum", "renew", "regain", "normal", "reinst", "unfro", "mend")),
    ("severed", ("sever", "br", "cut", "suspen", "terminat", "ruptur", "discont", "end", "interrupt", "fro", "ceas",
                 "cess", "lapse", "expire", "came to an")),
    ("upgraded", ("upgrad", "elevat", "rais", "promot")),
    ("downgraded", ("downgrad", "lower", "reduc")),
)  # fmt: skip
_OTHER_FIELDS = re.compile(
    r"\b(?:trade|economic|commercial|cultural|military|defen[cs]e|business|financial|parliamentary"
    r"|scientific|public|sister\S*|town|twin"
    r"|friendly|close|cordial|sporting|academic|security|political|warm|good|tense|working|historic(?:al)?"
    r"|partnership|labou?r|inter-party"
    r"|monetary|religious|ecclesiastical|family|dynastic|marital|postal|maritime|people-to-people"
    r"|industrial|energy) (?:and \w+ )?$"
    r"|[-–](?:african|arab|european|asian|caribbean|eu|asean) $",
    re.I,
)
_NAMED_SO = re.compile(r"(?:and )?(?:(?:full|formal|official) )?(?:diplomatic|consular) ", re.I)
_CLAUSES = ("; ", " while ", " whereas ", ", but ")
_AFTER = re.compile(r"\bafter (?:the )?$")
_ACTS = re.compile(r" (?:had |has |also |then )?(?:\w+ed|broke|cut|shut|withdrew|set up)\b")
_OBLIQUE = re.compile(
    r"\b(?:in|from|to|(?<!government )(?<!authorities )of|with|by|against|between|over|under|after|for|outside|inside"
    r"|within|among|amongst|beyond|than)(?: the)? $"
)
_WHICH_ACTS = re.compile(r", which (?!(?:is|are|was|were|had been|have been|has been|ended|lasted|began)\b)")
_OWNS_DEED = re.compile(
    r"(?:'s|’s|['’]) (?:\w+ )?(?:decision|example|lead|move|call|request|invasion|attack|actions?|steps?)\b"
)
_BESIDES = re.compile(
    r"\b(?:unlike|like|along with|together with|besides|apart from|in contrast to|following"
    r"|joining|joined|followed|(?:lead|example|footsteps|steps) of|solidarity with|in line with)(?: the)? $"
)
# "Recognised a third state, thereby cutting its ties with …": who acts is not the state named last.
_RESULT = re.compile(
    r",? (?:thus|thereby|effectively|hence|and so|in effect|therefore|immediately|formally"
    r"|automatically) $|, $"
)
_AND_ACTS = re.compile(r"\band (?:(?:also|then|later|soon|again|\w+ly) )*$")
_UPON = re.compile(
    r" (?:(?:had|has|have|also|then|first|\w+ly) )*(?:switched to recogni[sz]e|[a-z]+ed) "
    r"(?:(?:the )?(?:\w+ )?(?:independence|sovereignty) of )?(?:the )?"
)
_RELATIONS_OPEN = re.compile(RELATIONS)
_NEW_CLAUSE = re.compile(r"(?:, and|, but|;) (?:the |their )?$")
_ADVERBS = re.compile(r" (?:(?:had|has|also|then|later|soon|in turn|\w+ly) )*")
_BETWEEN = re.compile(r"\bbetween(?: the)? $")
_JOINED = re.compile(r"(?:,|,? and)(?: the)? ")
_PARTNERS = Pattern(
    r"\b(?P<way>with|to|between|towards)(?: both)?(?:(?: the)? (?:government|authorities|leadership) of)?"
    r"(?: the| what is now| then| newly \w+| independent"
    r"| neighbou?ring| Communist| Soviet| Federal)*"
    r" (?P<partners>(?:<state>|<both>|<place>)(?:(?:, | and |, and )(?:the )?<state>)*)"
)

_FIRST_CONTACTS = re.compile(r"\b(?:initial|earliest|early|ancient|informal|unofficial)(?: \w+)? $")
_OVER = re.compile(
    r"\b(?:after|following|during|over|because of|due to|in response to|with|in the (?:wake|aftermath) of"
    r"|reaction to|as a result of|in protest (?:at|of|against)|at the time of|in) (?:the|\w+(?:'s|’s)) $"
)
_MEASURED = re.compile(r"\b(?:days?|weeks?|months?|years?|decades?|shortly|soon|long) (?:after|before)\b")
_ANOTHER = re.compile(
    rf"\b(?:{AGAIN}|severed|broke off|broken off|suspended|(?:was|were|been) (?:cut|broken|ended)"
    rf"|only to (?:{TO_RENEW})"
    r"|(?:after|having) (?:sever|break|broken|cut|suspend|terminat|ruptur|discontinu|end|interrupt)\w*)\b"
)
_COORDINATE = re.compile(r"; |, (?:and|but|while) ")
_OTHER_RELATIONS = re.compile(r", (?:but|while|although|though) (?:[\w-]+ ){0,3}(?:relations|ties)\b")
# "With settlers, who left when war came in 1914": what the date tells of is no change of relations.
_ANOTHER_STORY = re.compile(
    r", (?:which|who|where|whose) (?:(?!, )[^;.])*\b(?:when|until|after|before)\b(?:(?!, )[^;.])*$"
)
_LATER = re.compile(r" (?:\w+ ){0,4}?(?:the following|the next|soon|shortly|later|afterwards?|subsequently)\b")
_WHEN = ("", "in", "on", "on the", "in the", "from", "since", "by", "as early as", ",", ", in", ", on")
_DESPITE = re.compile(r"\b(?:despite|in spite of|notwithstanding|regardless of|even though)\b")
_CAUSE = 40
"""Characters before a date in the subject of its statement."""
_FRONT = 12
"""Characters before a date that opens its statement."""


def kind_of_change(verb: str) -> str:
    """The kind of tie (RELEASE.md) that a verb in any of the forms above tells of.

    >>> kind_of_change("Re-established"), kind_of_change("broke off"), kind_of_change("began")
    ('resumed', 'severed', 'established')
    """
    word = re.sub("^(?:agreed|decided) (?:.* )?to ", "", verb.lower())
    return next((kind for kind, stems in _KINDS if word.startswith(stems)), "established")


def is_diplomatic(statement: Statement, start: int) -> bool:
    """Whether the relations whose words begin at `start` are no trade, military, friendly … ones; "economic and
    diplomatic" ones are.
    """
    if _NAMED_SO.match(statement.document.text, start):
        return True
    return _OTHER_FIELDS.search(statement.document.text[statement.start : start]) is None


def is_consular(statement: Statement, what: Span) -> bool:
    """Whether the words for the relations call them consular and nothing else."""
    words = statement.document.text[slice(*what)].lower()
    return "consular" in words and "diplomatic" not in words


def is_vague(statement: Statement, what: Span, date: Mention) -> bool:
    """Whether relations are only contacts of long ago: the first of them, or of some century."""
    words = statement.document.text[slice(*what)].lower()
    first = _FIRST_CONTACTS.search(statement.low[: what[0] - statement.start])
    rough = isinstance(date.value, DateValue) and date.value.precision == "century"
    return not re.search("diplomatic|consular|official|formal|bilateral", words) and (rough or first is not None)


def _partners_after(statement: Statement, position: int) -> tuple[str, list[Mention]]:
    """The states named right after a place as partners, behind their preposition: "with Kenya", "between Kenya and
    Norway".

    Of several that one state deals with ("with Sweden, Kenya and Norway") only those of the pair, where there is one.
    """
    match = next((one for one in _PARTNERS.find(statement) if one.start >= position), None)
    between = statement.document.text[position : match.start].split() if match else []
    if match is None or len(between) > 2 or any("," in word for word in between):
        return "", []
    way, partners = match.found["way"], [one for one in match.mentions("partners") if _governs(one)]
    own = [one for one in partners if one.kind == "both" or party_of(one, statement.context) is not None]
    return way, own if own and way != "between" else partners


def _governs(one: Mention) -> bool:
    """Whether a partner is a state or the capital that stands for it, no other place."""
    return not isinstance(one.value, PlaceValue) or one.value.capital


def _is_place(statement: Statement, state: Mention) -> bool:
    """Whether a state is only where something is, or a partner: "in Kenya", "Nairobi, Kenya", "with Kenya"."""
    before = statement.before(state.start, "place")
    first = statement.before(state.start, "state")
    if first is not None and statement.document.text[first.end : state.start] in ("", "-", "–", " ("):  # Sino-Soviet
        return _is_place(statement, first)
    is_joined = first is not None and statement.document.text[first.end : state.start] in (" and ", " and the ")
    if first is not None and is_joined and _BETWEEN.search(statement.low[: first.start - statement.start]):
        return True
    after_city = before is not None and statement.document.text[before.end : state.start] in (", ", " (")
    behind, lead = state.end - statement.start, statement.low[: state.start - statement.start]
    if _WHICH_ACTS.match(statement.low, behind) or (_ACTS.match(statement.low, behind) and _AFTER.search(lead)):
        return False
    return after_city or _OBLIQUE.search(lead) is not None


def subjects_before(statement: Statement, position: int) -> list[Mention]:
    """The states, or the two together, that act before a verb: the last in its clause that are not only places."""
    begin = max(statement.low.rfind(mark, 0, position - statement.start) for mark in _CLAUSES)
    inside = [m for m in statement.of("state", "both") if statement.start + max(begin, 0) <= m.start]
    besides = _besides(statement, inside)
    acting = [
        m for m in inside if m.end <= position and not _is_place(statement, m) and m not in besides
        and not _OWNS_DEED.match(statement.low, m.end - statement.start)
        and not statement.low.endswith(" one ", 0, m.start - statement.start)  # "there is only one China"
    ]  # fmt: skip
    if acting and _leads(statement, acting[-1].end, position):
        return []
    at = position - statement.start
    if len(acting) > 1 and (_AND_ACTS.search(statement.low, 0, at) or _RESULT.search(statement.low, 0, at)):
        acting = without_object(statement, acting)
    found = acting[-1:]
    for mention in reversed(acting[:-1]):
        if not _JOINED.fullmatch(statement.document.text[mention.end : found[0].start]):
            break
        found.insert(0, mention)
    return found


def _besides(statement: Statement, states: list[Mention]) -> list[Mention]:
    """The states that only an aside names; behind the one that acts, with those listed there: "Kenya, along with Chad,
    Peru and Mali, …", but "Like Chad, Peru …".
    """
    found: list[Mention] = []
    for one in states:
        behind = bool(found) and found[0] is not states[0]
        listed = behind and _JOINED.fullmatch(statement.document.text[found[-1].end : one.start])
        if listed or _BESIDES.search(statement.low, 0, one.start - statement.start):
            found.append(one)
    return found


def without_object(statement: Statement, acting: list[Mention]) -> list[Mention]:
    """The states of a clause up to the one that acts, where the last is upon whom it acts: "Kenya recognised Norway in
    1963 (and opened an embassy)".
    """
    between = statement.document.text[acting[-2].end : acting[-1].start] if len(acting) > 1 else ""
    return acting[:-1] if _UPON.fullmatch(between) else acting


def _leads(statement: Statement, begin: int, end: int) -> bool:
    """Whether a leader of one side is the subject of a later clause between two places: ", the king of Kenya broke"."""
    people = [one for one in statement.of("person") if begin < one.start and one.end <= end]
    return any(
        isinstance(one.value, PersonValue) and one.value.office and side_of(one, statement.context)
        and "," in statement.document.text[begin : one.start] for one in people[-1:]
    )  # fmt: skip


def is_theirs(statement: Statement, start: int, relations_end: int) -> bool:
    """Whether the relations spoken of are those of the pair: neither partner nor subject is a third state alone.

    `start` is where the verb begins, `relations_end` where the words for the relations end.
    """
    way, partners = _partners_after(statement, relations_end)
    if _third_capital_acts(statement, start):
        return False
    subjects = [] if way == "between" and len(partners) > 1 else subjects_before(statement, start)
    if partners and _RESULT.search(statement.low, 0, start - statement.start):
        named = [m for m in statement.of("state", "both") if m.end <= start]
        subjects = subjects if named[1:] and subjects == named[:1] else []
    opens = not partners and _RELATIONS_OPEN.match(statement.low, start - statement.start) is not None
    opens = opens and _NEW_CLAUSE.search(statement.low, 0, start - statement.start) is not None
    if opens:
        subjects = [m for m in statement.of("state", "both") if m.end <= start]
    theirs = [m.kind == "both" or party_of(m, statement.context) is not None for m in subjects]
    acts = (any if partners or opens else all)(theirs) or not theirs
    return acts and all(m.kind == "both" or party_of(m, statement.context) is not None for m in partners)


def _third_capital_acts(statement: Statement, position: int) -> bool:
    """Whether the government of a third state, told by its capital, is the subject right before a verb."""
    seat = statement.before(position, "place")
    if seat is None or not isinstance(seat.value, PlaceValue) or not seat.value.capital:
        return False
    acts = _ADVERBS.fullmatch(statement.document.text, seat.end, position)
    behind = _OBLIQUE.search(statement.low, 0, seat.start - statement.start)
    return acts is not None and behind is None and is_foreign(seat, statement.context)


def occasion(statement: Statement) -> Mention | None:
    """The year in the name of what relations broke over: "after the 1973 war"; null where there is none or several."""
    years = [
        date
        for date in statement.of("date")
        if isinstance(date.value, DateValue)
        and date.value.qualifier in ("name", "attributive")
        and _OVER.search(statement.low[: date.start - statement.start])
    ]
    return years[0] if len(years) == 1 else None


def date_of_cause(statement: Statement, position: int) -> Mention | None:
    """The only date of a statement where it is the attribute of what led to a change: "the 1977 seizure led X to …"."""
    dates = statement.of("date")
    date = dates[0] if len(dates) == 1 else None
    causes = date is not None and isinstance(date.value, DateValue) and date.value.qualifier == "attributive"
    if date is None or not causes or date.end >= position or date.start - statement.start >= _CAUSE:
        return None
    return date


def date_of_change(statement: Statement, verb: Span) -> Mention | None:
    """The date that goes with a change: that of its clause, no date of another change told behind it.

    Null too where the date stands in the next clause or is of what did not hinder it ("despite the end of the war in
    1994"), and where the words after the verb tell that it came later than the date of the clause before: "became
    independent in 1991, and relations were set up soon after".
    """
    date = date_right_after(statement, verb[1]) or statement.date_at(verb[0])
    if date is None:
        return None
    between = statement.low[slice(*sorted((date.start - statement.start, verb[1] - statement.start)))]
    if date.start > verb[1]:
        others = (_DESPITE, _OTHER_RELATIONS, _ANOTHER_STORY)
        if any(told.search(between) for told in others):
            return None
        fronted = next((one for one in statement.dates if one.start - statement.start < _FRONT), None)
        earlier = fronted if fronted is not None and fronted.end <= verb[0] else None
        return earlier if ";" in between or _ANOTHER.search(between) else date
    after = re.split(r"[;.]|, (?:and|but)\b", statement.low[verb[1] - statement.start :])[0]
    leads = date.start - statement.start < 12
    return None if not leads and _COORDINATE.search(between) and _LATER.match(after) else date


def is_of_another(statement: Statement, position: int, date: Mention) -> bool:
    """Whether another change is told between the verb at a position and a date behind it."""
    first = statement.low.find(" ", position - statement.start)
    return _ANOTHER.search(statement.low, first, max(first, date.start - statement.start)) is not None


def date_right_after(statement: Statement, position: int) -> Mention | None:
    """The date that follows a place with nothing but "in", "on" … between."""
    date = next((one for one in statement.dates if one.start >= position), None)
    words = statement.document.text[position : date.start].strip() if date is not None else "-"
    return date if words.removeprefix("them").strip().removeprefix("again").strip() in _WHEN else None


def is_measured_from(statement: Statement, date: Mention, verb: Span) -> bool:
    """Whether the date is of something else, told by its distance from the change: "in May, weeks after ties began"."""
    marks = [match.start() + statement.start for match in _MEASURED.finditer(statement.low)]
    return any(
        date.end <= mark < verb[0] and not any(mark < other.start for other in statement.dates)
        and "," not in statement.document.text[mark : verb[0]] for mark in marks
    )  # fmt: skip
