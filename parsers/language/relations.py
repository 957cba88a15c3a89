"""Words of diplomatic relations: what a verb does to them, whose they are, and at which level they stand."""

from __future__ import annotations

import re

from parsers.language.mention import DateValue, Mention
from parsers.language.pattern import Pattern
from parsers.language.reading import Statement
from parsers.language.sides import party_of

QUALITIES = (
    "full|formal|official|bilateral|consular|diplomatic|mutual|normal|direct|interstate|inter-state|state|own|first|"
    r"and|intergovernmental|foreign|\[state:\d+\]"
)
RELATIONS = (
    rf"(?:(?:{QUALITIES}) )*?(?:relations(?! office)|relationships?|ties|(?<=diplomatic )(?:contacts?|links))(?:hips?)?"
)
BEGAN = (
    "established|establishing|initiated|formali[sz]ed|formed|began|begun|started|opened|inaugurated|forged|created|"
    "set up|entered into|entered|exchanged|launched|concluded|took up|taken up|commenced|instituted|officiali[sz]ed|"
    "agreed upon|agreed"
)
AGAIN = (
    r"re-?establish(?:ed|ing)|restor(?:ed|ing)|re-?opened|resum(?:ed|ing)|renewed|normali[sz](?:ed|ing)|reinstated"
    r"|re-initiated"
)
BROKE = (
    "severed|severing|broke off|broken off|breaking off|broke|broken|breaking|cut off|cut|cutting|suspended|suspending|"
    "terminated|ruptured|discontinued|ended|interrupted|froze|frozen"
)
TO_BEGIN = "establish|initiate|formali[sz]e|begin|start|open|enter into|enter|take up|set up|commence|inaugurate"
TO_RENEW = "re-?establish|restore|re-?open|resume|renew|normali[sz]e|reinstate"
TO_BREAK = "sever|break off|break|cut off|cut|suspend|terminate|rupture|discontinue|end"
LEVELLED = "upgraded|elevated|raised|promoted|downgraded|lowered|reduced"
NOW = (
    "re-?establish(?:es)?|establish(?:es)?|restores?|resumes?|re-?opens?|sever(?:s|ed)?|breaks? off|cuts?|suspends?|"
    "enters? into|starts?|opens?|upgrades?|normali[sz]es?"
)

_KINDS = (
    ("resumed", ("re-", "reest", "reopen", "resto", "resum", "renew", "normal", "reinst")),
    ("severed", ("sever", "br", "cut", "suspend", "terminat", "ruptur", "discont", "end", "interrupt", "fro")),
    ("upgraded", ("upgrad", "elevat", "rais", "promot")),
    ("downgraded", ("downgrad", "lower", "reduc")),
)
_OTHER_FIELDS = re.compile(
    r"\b(?:trade|economic|commercial|cultural|military|defen[cs]e|business|financial|parliamentary"
    r"|scientific|public|sister\S*|town|twin"
    r"|friendly|close|cordial|sporting|academic|security|political|warm|good|tense|working|historic(?:al)?"
    r"|partnership|labou?r|inter-party"
    r"|monetary|religious|ecclesiastical|family|dynastic|marital|postal|maritime|people-to-people"
    r"|industrial|energy) (?:and \w+ )?$",
    re.I,
)
_CLAUSES = ("; ", " while ", " whereas ", ", but ")
_AFTER = re.compile(r"\bafter (?:the )?$")
_ACTS = re.compile(r" (?:had |has |also |then )?(?:\w+ed|broke|cut|shut|withdrew|set up)\b")
_OBLIQUE = re.compile(r"\b(?:in|from|to|of|with|by|against|between|over|under|after|for)(?: the)? $")
_BETWEEN = re.compile(r"\bbetween(?: the)? $")
_JOINED = re.compile(r"(?:,|,? and)(?: the)? ")
_LEVEL = Pattern(
    r"(?:to|at|on) (?:the |that of )?(?:level of (?:the )?)?(?P<level>ambassador(?:ial|s)?|embass(?:y|ies)"
    r"|consular|consulates?|legations?"
    r"|ministerial|chargés?(?: d['’]affaires)?|high commission(?:er)?s?)(?:(?:-| )(?:level|rank|status))?\b"
    r"|(?:to|at) (?:the )?level of (?P<heads><person>)"
)
_PARTNERS = Pattern(
    r"\b(?P<way>with|to|between|towards)(?: both)?(?:(?: the)? (?:government|authorities|leadership) of)?"
    r"(?: the| what is now| then| newly \w+| independent"
    r"| neighbou?ring| Communist| Soviet| Federal)*"
    r" (?P<partners>(?:<state>|<both>)(?:(?:, | and |, and )(?:the )?<state>)*)"
)

_OTHER_OBJECT = re.compile(r"\s*(?:to (?!\d)|on an? |off |a |an |its |their |the |new |[a-z]+ing\b|up |by (?!exchang))")
_BEGINS = re.compile(r"beg[au]n|started|opened|launched|ended|agreed", re.I)
_TOPIC = re.compile(
    r"\b(?:aspects?|issues?|matters?|questions?|topics?|areas?|state|future|scope|chapter|page|phase|"
    r"stage|era|channels?) (?:of|in|on)(?: the| their| its)?(?: \w+)? $"
)
_MOOD = re.compile(r"(?:bilateral |mutual |own )*relationships?")  # what quarrels disturb, and nobody severs
_NOBODY = re.compile(r" (?:with|between) (?:neither|no|none)\b")
_ADJECTIVE = re.compile(r"\b(?:the|an?|newly|recently|its|their|these|those|such|once)[ -]$")
_FIRST_CONTACTS = re.compile(r"\b(?:initial|earliest|early|ancient|informal|unofficial)(?: \w+)? $")
_IN_A_FIELD = re.compile(
    r"\s*(?:(?:off|out) )?(?:in|with|as|on) (?:the )?(?:fields? of |areas? of |basis of )?"
    r"(?:trade|commerce|culture|sports?|merchants?|missionaries)\b"
)
_UNKNOWN_PARTNER = re.compile(
    r" with (?:the )?(?:(?!\[)[A-Z][\w’'-]+(?! (?:[A-Z]\w+ |of |the ){0,2}\[state)"
    r"|\[state:\d+\](?:'s|’s) (?:former|ally|allies|colon|neighbou?r|rival|enem)"
    r"|(?:\w+ ){0,2}(?:chiefs?|rulers?|kings?|tribes?|leaders|merchants|traders|rebels|opposition|part(?:y|ies)|colon"
    r"|compan|church|communit|group|movement|organi[sz]ation)(?:\w*)\b)"
)
_DESCRIBED = re.compile(
    r"(?: (?:with|between) [^,;.]{2,50}?)? (?:were|was|are|is|have|has|had|will|would|saw|led|brought|meant"
    r"|made|allowed)\b"
)
_IN_PART = re.compile(
    r"\b(?:largely|partial|partly|virtual|practical|effective|almost|nearly|all but)(?:ly)? (?:been )?$"
)
_FIRST_MET = re.compile(
    r"(?: (?:in|on|from|around))?(?: [\w,]+){0,4} (?:when|as|with the arrival)\b[^;.]*"
    r"\b(?:visit|arriv|land|reach|recogni[sz]|sailor|ship|trader|explorer|settl)"
)
_HOPED = re.compile(
    r"\b(?:discuss\w*|consider\w*|interest(?:ed)? in|aim\w*|possib\w*|negotiat\w*|talks? (?:on|about)"
    r"|towards?"
    r"|favou?r of"
    r"|support\w* (?:for )?|idea of|ways of|anniversary of|years (?:of|since)"
    r"|anniversary)\b(?:(?!, and (?:were|was) )[^.;]){0,60}$"
)
SIGNED = re.compile(r"(?:protocol|communiqu[eé]|agreement|declaration|treaty|notes?|statement)\b[^.;]{0,40}$")
_OVER = re.compile(
    r"\b(?:after|following|during|over|because of|due to|in response to|with|in the (?:wake|aftermath) of"
    r"|as a result of|in protest (?:at|of|against)|at the time of|in) the $"
)
_DIPLOMATIC = re.compile(r"\b(?:diplomatic|official|formal|full|consular)\b(?: \w+){0,2}$")
_REFERS = re.compile(
    r"\b(?:since|after|before|when|once|until|till|as soon as|if|whether|although|though|because|where|while|that|"
    r"said|says|claim\w*|which|following)\b(?!.*, )",
    re.DOTALL,
)
_PARTNER_UNSAID = re.compile(
    r" with (?!(?:the )?(?:\[(?:state|both|person):|country|kingdom|republic|other\b|latter)|it\b)"
)
_NO_DEED = re.compile(
    r"(?:^|\b(?:to|the|of|newly|well|recently|its|their|with|no|for|through|by|long|having|to have)[ -]| -)$"
)
_MEASURED = re.compile(r"\b(?:days?|weeks?|months?|years?|decades?|shortly|soon|long) (?:after|before)\b")
_ANOTHER = re.compile(rf"\b(?:{AGAIN}|severed|broke off|broken off|suspended)\b")
_COORDINATE = re.compile(r"; |, (?:and|but|while) ")
_LATER = re.compile(r" (?:\w+ ){0,4}?(?:the following|the next|soon|shortly|later|afterwards?|subsequently)\b")
_PURPOSE = re.compile(
    r"(?:^|[;,] |\band )(?:(?:also|further), )?(?:in order to|so as to|to|with (?:an?|the) "
    r"(?:view|aim|goal|purpose|intention|objective) (?:to|of)|in (?:an? )?(?:effort|attempt|bid|order) to|"
    r"for the (?:purpose|promotion|sake|development|strengthening|advancement|furtherance) of|aiming (?:to|at)|"
    r"seeking to|hoping to|wishing to|as (?:a )?(?:part|sign|token|symbol|result) of|"
    r"in (?:recognition|celebration|commemoration|support|honou?r) of|on the basis of|thanks to|given)\b[^,;]*$"
)
_ITS_SUBJECT = re.compile(r",[^,;]*\b(?:relations|relationship|ties|they|these)\b")
_HEARSAY = ("since", "if", "whether", "said", "says", "that", "which")
Span = tuple[int, int]


def kind_of_change(verb: str) -> str:
    """The kind of tie (RELEASE.md) that a verb in any of the forms above tells of.

    >>> kind_of_change("Re-established"), kind_of_change("broke off"), kind_of_change("began")
    ('resumed', 'severed', 'established')
    """
    word = verb.lower()
    return next((kind for kind, stems in _KINDS if word.startswith(stems)), "established")


def is_diplomatic(statement: Statement, start: int) -> bool:
    """Whether the relations whose words begin at `start` are no trade, military, friendly … ones."""
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


def level_of(statement: Statement) -> str | None:
    """The level that a statement names: "ambassadorial", "consular", "de facto" …"""
    level = _LEVEL.first(statement)
    if level is not None:
        return level.words("level") or level.words("heads")
    return next((words for words in ("de jure", "de facto") if words in statement.low), None)


def has_level(statement: Statement) -> bool:
    """Whether a diplomatic level (ambassadors, embassies, chargés …) is named."""
    return _LEVEL.first(statement) is not None


def partners_after(statement: Statement, position: int) -> tuple[str, list[Mention]]:
    """The states named right after a place as partners, behind their preposition: "with Kenya", "between Kenya and
    Norway".

    Of several that one state deals with ("with Sweden, Kenya and Norway") only those of the pair, where there is one.
    """
    match = next((one for one in _PARTNERS.find(statement) if one.start >= position), None)
    between = statement.document.text[position : match.start].split() if match else []
    if match is None or len(between) > 2 or any("," in word for word in between):
        return "", []
    way, partners = match.found["way"], match.mentions("partners")
    own = [one for one in partners if one.kind == "both" or party_of(one, statement.context) is not None]
    return way, own if own and way != "between" else partners


def _is_place(statement: Statement, state: Mention) -> bool:
    """Whether a state is only where something is, or a partner: "in Kenya", "Nairobi, Kenya", "with Kenya"."""
    before = statement.before(state.start, "place")
    first = statement.before(state.start, "state")
    is_joined = first is not None and statement.document.text[first.end : state.start] in (" and ", " and the ")
    if first is not None and is_joined and _BETWEEN.search(statement.low[: first.start - statement.start]):
        return True
    after_city = before is not None and statement.document.text[before.end : state.start] in (", ", " (")
    if _ACTS.match(statement.low, state.end - statement.start) and _AFTER.search(
        statement.low[: state.start - statement.start]
    ):
        return False
    return after_city or _OBLIQUE.search(statement.low[: state.start - statement.start]) is not None


def subjects_before(statement: Statement, position: int) -> list[Mention]:
    """The states, or the two together, that act before a verb: the last in its clause that are not only places."""
    begin = max(statement.low.rfind(mark, 0, position - statement.start) for mark in _CLAUSES)
    inside = [m for m in statement.of("state", "both") if statement.start + max(begin, 0) <= m.start]
    acting = [m for m in inside if m.end <= position and not _is_place(statement, m)]
    found = acting[-1:]
    for mention in reversed(acting[:-1]):
        if not _JOINED.fullmatch(statement.document.text[mention.end : found[0].start]):
            break
        found.insert(0, mention)
    return found


def is_theirs(statement: Statement, start: int, relations_end: int) -> bool:
    """Whether the relations spoken of are those of the pair: neither partner nor subject is a third state alone.

    `start` is where the verb begins, `relations_end` where the words for the relations end.
    """
    way, partners = partners_after(statement, relations_end)
    subjects = [] if way == "between" and len(partners) > 1 else subjects_before(statement, start)
    theirs = [m.kind == "both" or party_of(m, statement.context) is not None for m in subjects]
    acts = (any if partners else all)(theirs) or not theirs
    return acts and all(m.kind == "both" or party_of(m, statement.context) is not None for m in partners)


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


def is_change(statement: Statement, verb: Span, what: Span, kind: str) -> bool:
    """Whether verb and relations tell of a change in the pair's own diplomatic relations, planned or not."""
    before, after = statement.low[: verb[0] - statement.start], statement.low[verb[1] - statement.start :]
    words = statement.document.text[slice(*verb)]
    if verb[0] > what[0] and _BEGINS.fullmatch(words) and (_OTHER_OBJECT.match(after) or _IN_A_FIELD.match(after)):
        return False
    if verb[0] < what[0] and not words.lower().endswith("ing") and _is_attribute(statement, before, what):
        return False
    if _is_first_meeting(statement, verb, what) or (kind == "severed" and _is_in_part(statement, verb, what)):
        return False
    if is_purpose(statement, verb, what) or _NOBODY.match(statement.low, what[1] - statement.start):
        return False
    if _TOPIC.search(statement.low[: what[0] - statement.start]):
        return False
    if kind == "severed" and _MOOD.fullmatch(statement.low[what[0] - statement.start : what[1] - statement.start]):
        return False
    if _UNKNOWN_PARTNER.match(_skeleton_after(statement, what[1])):
        return False
    if not is_diplomatic(statement, what[0]) or not is_theirs(statement, min(verb[0], what[0]), what[1]):
        return False
    if kind == "upgraded" and ("partnership" in statement.low or not has_level(statement)):
        return False
    return not _HOPED.search(before) or SIGNED.search(before) is not None


def _is_attribute(statement: Statement, before: str, what: Span) -> bool:
    """Whether a verb's participle only describes the relations: "newly established ties", "Renewed ties were …"."""
    opens = not before.strip() or before.endswith((", ", "; "))
    described = opens and _DESCRIBED.match(statement.low, what[1] - statement.start) is not None
    return described or _ADJECTIVE.search(before) is not None


def _is_first_meeting(statement: Statement, verb: Span, what: Span) -> bool:
    """Whether relations that nobody calls diplomatic "began when" people came to the other state, or recognised it."""
    words = statement.document.text[slice(*what)].lower()
    begins = verb[0] > what[0] and _BEGINS.fullmatch(statement.document.text[slice(*verb)]) is not None
    formal = re.search("diplomatic|official|formal|consular", words) is not None
    return begins and not formal and _FIRST_MET.match(statement.low, verb[1] - statement.start) is not None


def _is_in_part(statement: Statement, verb: Span, what: Span) -> bool:
    """Whether relations were only "largely" broken off, or are frozen without being called diplomatic."""
    froze = verb[0] > what[0] and statement.document.text[verb[0] : verb[1]].lower().startswith("fro")
    named = statement.low[max(0, what[0] - statement.start - 20) : what[1] - statement.start]
    in_part = _IN_PART.search(statement.low[: verb[0] - statement.start]) is not None
    return in_part or (froze and "diplomatic" not in named)


def is_purpose(statement: Statement, verb: Span, what: Span) -> bool:
    """Whether relations are only what something else is for: "to foster ties, an association was founded"."""
    if verb[0] < what[1] or _PURPOSE.search(statement.low[: what[0] - statement.start]) is None:
        return False
    between = statement.low[what[1] - statement.start : verb[0] - statement.start]
    return "," in between and _ITS_SUBJECT.search(between) is None


def date_of_change(statement: Statement, verb: Span) -> Mention | None:
    """The date that goes with a change: that of its clause, no date of another change told behind it.

    Null too where the words after the verb tell that it came later than the date of the clause before: "became
    independent in 1991, and relations were set up soon after".
    """
    date = _date_right_after(statement, verb[1]) or statement.date_at(verb[0])
    if date is None:
        return None
    between = statement.low[slice(*sorted((date.start - statement.start, verb[1] - statement.start)))]
    if date.start > verb[1]:
        return None if _ANOTHER.search(between) else date
    after = re.split(r"[;.]|, (?:and|but)\b", statement.low[verb[1] - statement.start :])[0]
    leads = date.start - statement.start < 12
    return None if not leads and _COORDINATE.search(between) and _LATER.match(after) else date


def is_of_another(statement: Statement, position: int, date: Mention) -> bool:
    """Whether another change is told between the verb at a position and a date behind it."""
    first = statement.low.find(" ", position - statement.start)
    return _ANOTHER.search(statement.low, first, max(first, date.start - statement.start)) is not None


def _date_right_after(statement: Statement, position: int) -> Mention | None:
    """The date that follows a verb with nothing but "in", "on" … between."""
    date = next((one for one in statement.dates if one.start >= position), None)
    words = statement.document.text[position : date.start].strip() if date is not None else "-"
    return date if words in ("", "in", "on", "on the", "in the", "from", "since", "by", "as early as") else None


def is_measured_from(statement: Statement, date: Mention, verb: Span) -> bool:
    """Whether the date is of something else, told by its distance from the change: "in May, weeks after ties began"."""
    marks = [match.start() + statement.start for match in _MEASURED.finditer(statement.low)]
    return any(
        date.end <= mark < verb[0] and not any(mark < other.start for other in statement.dates) for mark in marks
    )


def is_plain(statement: Statement, verb: Span, what: Span, kind: str) -> bool:
    """Whether an undated clause tells of the change itself, and is no reference to it: "after ties were restored".

    In a clause behind "after", "when" …, only what somebody named there did is told: "after Ruiz restored ties".
    Relations that begin undated, or are renewed, must be called diplomatic; those with a body are not the pair's.
    """
    first, words = min(verb[0], what[0]), statement.document.text[slice(*verb)].lower()
    before, after = statement.low[: first - statement.start], _skeleton_after(statement, what[1])
    if (
        words.endswith("ing")
        or _NO_DEED.search(before[-12:] if verb[0] < what[0] else " ")
        or _PARTNER_UNSAID.match(after)
    ):
        return False
    named = statement.low[max(0, what[0] - statement.start - 40) : what[1] - statement.start].rpartition(" ")[0]
    vague = kind in ("established", "downgraded") or words.startswith(("renew", "ended", "broke", "cut", "interrupt"))
    if (
        vague
        and not has_level(statement)
        and not _DIPLOMATIC.search(named)
        and not (kind == "severed" and after.startswith(" with"))
    ):
        return False
    refers = _REFERS.search(before)
    if refers is None:
        return True
    acting = [m for m in statement.of("state", "person", "both") if statement.start + refers.end() <= m.start < first]
    return bool(acting) and verb[0] < what[0] and kind != "established" and refers[0] not in _HEARSAY


def _skeleton_after(statement: Statement, position: int) -> str:
    """The rest of a statement behind a place, with its mentions as slots."""
    length = len(statement.skeleton)
    return next((statement.skeleton[at:] for at in range(length) if statement.offset(at) >= position), "")
