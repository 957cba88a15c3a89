"""The sides for which a pronoun stands, "the country" or "a government spokesman", and for which an officer speaks."""

from __future__ import annotations

import re

from parsers.language.mention import Mention, PersonValue, PlaceValue, StateValue
from parsers.language.reading import Context, Statement
from parsers.language.sides import is_foreign, side_of
from parsers.phrases.stances.known import known_side

Sides = tuple[tuple[str, str | None], ...]

_LOCAL = re.compile(
    r"(?:the )?(?:[\w’']+ )?(?:mayor|bishop|archbishop|councillor|coach|opposition|professor|members of|"
    r"MEP|MP|activist|community|(?:member of )?(?:the )?European Parliament|member of the European)\b",
    re.IGNORECASE,
)
_GOVERNED = re.compile(
    r"\b(?:in|of|from|with|to|at|into|by|for|against|between|on|towards?|near|through|over|like|than|about|and|or)"
    r"(?: the)? $",
    re.IGNORECASE,
)
_FORMER = re.compile(r"(?:the )?(?:\w+ )?former\b", re.IGNORECASE)
_TOGETHER = re.compile(
    r"neither\b|both$|the two$|(?:\w+ )?joint (?:statement|communiqu|declaration)|"
    r"(?:both|the two) (?:leaders|(?:prime |foreign )?ministers|presidents|parliaments|capitals|heads of)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:its?$|it\b|its \w+(?: minist\w+)?|"
    r"(?:the |an? )?(?:(?:federal|royal|new|then|national|central|military|interim|provisional|transitional) )?"
    r"(?:country|kingdom|republic|emirate|sultanate|city-state|government|latter|foreign ministry)"
    r"(?: spokes\w+)?)\b", re.IGNORECASE
)
_SUBJECT_FIRST = re.compile(
    r"(?:(?:(?:[^,;\[]|\[(?:date|body|place):\d+\]){0,60}, ){1,2}|(?:In|On|Since|Until) \[date:\d+\] |"
    r"(?:After|When|Since|As|While|Although|Though|Before|Despite(?= (?:the )?\[state:\d+\] (?:being|having)\b)) )?"
    r"(?:[Tt]he )?(?:[Gg]overnment of (?:the )?)?\[(?:state|person|place):(\d+)\](?![–-])"
)
_SUBJECT_BEHIND = re.compile(
    r"(?:Although|Though|While|Whilst|When|After|Before|As|Since|Despite) [^;]*?, (?:the )?\[state:(\d+)\] "
)
_CLAUSE_SUBJECT = re.compile(
    r"(?:, (?:and|but)|,? (?:while|whereas|since|because|although|though)) (?:the )?\[state:(\d+)\]"
    r"(?:(?:'s|’s)? (?:government|parliament))? (?:has|have|had|does|did|also|[a-z]+ed|[a-z]+s)\b"
)
_SAID = re.compile(r"\b(?:said|saying|stated|stating|announced|declared|reported|added|claimed)(?: that)? $")
_SPEAKER = re.compile(
    r"\[(?:state|person|place):(\d+)\](?:(?:'s|’s)? (?!\[)[\w’'-]+){0,4}? (?:said|stated|announced|declared|"
    r"reported|added|claimed|"
    r"affirmed|confirmed)(?: (?:in|on) \[date:\d+\])?(?: that)? $"
)
_OF_PARTY = re.compile(
    r"\b(?:party|opposition|coalition|union|organi[sz]ation|group|movement|association|front|committee|company|league)"
    r"(?: \([^()]*\))?,? (?:has |have |had |also )?"
    r"(?:said|stated|announced|declared|reported|added|claimed|pledged)(?: that)? $",
    re.IGNORECASE,
)
_PERSONS = ("he", "she", "his", "her")
_WE = ("we", "our country", "our government")
_SPOKE = re.compile(
    r"\[(?:person|state):(\d+)\](?: \w+){0,3}?,?(?: [^;\[\]\"“]{0,60})?[\"“]"
    r"|[\"”] (?:said|stated|declared|added) (?:the )?\[(?:person|state):(\d+)\]"
)
_ORGAN_SPOKE = re.compile(
    r"(?<!\] )(?<!'s )(?<!’s )\b(?:the )?(?:foreign (?:ministry|office)|government|ministry of foreign affairs|embassy)"
    r"(?! of)[^;\[\]\"“]{0,60}[\"“]"
)
_NAMED_CABINET = re.compile(
    r"(?:(?:the )?(?!(?:federal|royal|new|then|national|central|military|interim|provisional|transitional|local|"
    r"communist|"
    r"socialist|revolutionary|present|current|the|an?) )[\w’'-]+|\w+['’]s) (?:government|administration|cabinet|regime)"
)
_ORDER = {"the former": 0, "the latter": -1}


def referred(statement: Statement, pronoun: str, at: int, within: int) -> Sides:
    """The sides for which a pronoun at a place of the text, and of the skeleton, stands: by the words before it, else
    by the statement before in the paragraph.
    """
    pronoun = pronoun.lower().strip()
    if pronoun in _PERSONS:
        return _of_person(statement, at)
    if pronoun in _WE:
        return _of_speaker(statement, at, within)
    if _NAMED_CABINET.match(pronoun) or (pronoun in ("it", "they") and _is_in_quotes(statement, at)):
        return ()
    if _TOGETHER.match(pronoun):
        return () if _is_of_body(statement, at) else _both(statement)
    if pronoun in _ORDER:
        return _of_two(statement, at, _ORDER[pronoun])
    return (_of_one if _PRONOUN.match(pronoun) else _of_several)(statement, at, within)


def _is_of_body(statement: Statement, at: int) -> bool:
    """Whether "both", or who is joint, opens a relative clause on a body: "the council, which jointly"."""
    those = statement.before(at, "state", "body", "person")
    relative = statement.low.endswith((" who ", " which "), 0, at - statement.start)
    return relative and those is not None and those.kind == "body"


def _of_one(statement: Statement, at: int, within: int) -> Sides:
    """The side for which "it" or "the country" stands; none where a party says it of itself."""
    text, start = statement.document.text, statement.start
    if _OF_PARTY.search(text, start, at):
        return ()
    said = _SAID.search(text, start, at) is not None
    return _of_subject(statement, at, within) if said else discussed(statement, at, within)


def _of_several(statement: Statement, at: int, within: int) -> Sides:
    """Both sides where the statement before names them, for "they"; the speaker's own side behind "said that"."""
    if _SAID.search(statement.document.text, statement.start, at) and not statement.before(at, "both"):
        return _of_subject(statement, at, within)
    earlier = statement.earlier
    named = {side_of(one, statement.context) for one in earlier.of("state")} if earlier is not None else set()
    told = earlier is not None and (earlier.of("both") or named == set(statement.context.pair))
    return _both(statement) if told else ()


def discussed(statement: Statement, at: int, within: int) -> Sides:
    """The side of which a statement tells before a place of the text, and of the skeleton, else of which the statements
    before it in the paragraph do.
    """
    earlier = statement.earlier
    return _of_subject(statement, at, within) or (_of_previous(earlier) if earlier is not None else ())


def _both(statement: Statement) -> Sides:
    return tuple((iso3, None) for iso3 in sorted(statement.context.pair))


def _of_subject(statement: Statement, at: int, within: int) -> Sides:
    """The side that is the subject of a clause before the pronoun in its own statement, or alone named there."""
    skeleton = statement.skeleton
    behind = _SUBJECT_BEHIND.match(skeleton) if within < 12 else None
    inner = [] if behind else list(_CLAUSE_SUBJECT.finditer(skeleton, 0, within))
    subject = behind or (inner[-1] if inner else _SUBJECT_FIRST.match(skeleton, 0, within))
    subject = _SPEAKER.search(skeleton, 0, within) or subject
    return _of_state(statement, subject) if subject else _only_side(statement, at) or _first_free(statement, at)


def _first_free(statement: Statement, before: int) -> Sides:
    """The side that the first state before a place is which no preposition governs and nobody quotes; none where that
    is no side.
    """
    free = [one for one in _free_states(statement, before) if not _is_quoted(statement, one)]
    side = side_of(free[0], statement.context) if free else None
    return ((side, None),) if side else ()


def _free_states(statement: Statement, before: int) -> list[Mention]:
    """The states named before a place that no preposition governs and that own nothing there."""
    text = statement.document.text
    return [
        one for one in statement.of("state")
        if one.end <= before and isinstance(one.value, StateValue) and one.value.form == "name"
        and text[one.end : one.end + 1] not in ("'", "’") and not _GOVERNED.search(text, statement.start, one.start)
    ]  # fmt: skip


def _of_previous(previous: Statement) -> Sides:
    """The side that is the subject of the statement before, else of the nearest before that in the paragraph of which
    no other state is the subject, else alone named there, or first of those that no preposition governs.
    """
    source = _told_of(previous)
    told: Statement | None = source
    while told is not None:
        if subject := _SUBJECT_FIRST.match(told.skeleton):
            return _of_state(told, subject)
        told = None if _free_states(told, told.end) else told.earlier
    return _only_side(source, source.end) or _first_free(source, source.end)


def _only_side(statement: Statement, before: int) -> Sides:
    """The side of which alone the words before a place tell, those in quotation marks aside; none where they name
    another state too.
    """
    named = [one for one in statement.of("state", "person") if one.end <= before and not _is_quoted(statement, one)]
    sides = {side_of(one, statement.context) for one in named}
    side = sides.pop() if len(sides) == 1 else None
    return ((side, None),) if side is not None else ()


def _is_quoted(statement: Statement, one: Mention) -> bool:
    """Whether a mention stands within quotation marks."""
    return _is_in_quotes(statement, one.start)


def _is_in_quotes(statement: Statement, at: int) -> bool:
    """Whether a place of the text stands within quotation marks."""
    before = statement.document.text[statement.start : at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _told_of(previous: Statement) -> Statement:
    """The statement before, or that of the same paragraph of which it speaks on: "Kenya … It … It also …"."""
    while previous.low.startswith("it "):
        earlier = previous.earlier
        if earlier is None:
            return previous
        previous = earlier
    return previous


def _of_state(source: Statement, subject: re.Match[str]) -> Sides:
    """The side of the state, or of its officer, that a match of a statement's skeleton has for its subject; none where
    it is no side.
    """
    told = source.mentions[int(subject[1])]
    elsewhere = isinstance(told.value, PlaceValue) and not told.value.capital
    side = None if elsewhere else side_of(told, source.context)
    return ((side, None),) if side else ()


def _of_two(statement: Statement, at: int, place: int) -> Sides:
    """The first or the last of the two sides named before, in the statement or in the one before it."""
    previous = statement.context.previous
    for states in (
        [one for one in statement.of("state", "place") if one.start < at],
        previous.of("state") if previous is not None and previous.block is statement.block else [],
    ):
        sides = list(dict.fromkeys(side for side in (side_of(one, statement.context) for one in states) if side))
        if len(sides) == 2:
            return ((sides[place], None),)
    return ()


def _of_person(statement: Statement, at: int) -> Sides:
    """The side of the officer for whom "he" or "she" stands: the last before it, at most one statement back."""
    previous = statement.context.previous
    told = previous is not None and previous.block is statement.block and previous.of("person")
    person = statement.before(at, "person") or (told[-1] if told else None)
    side = spoken_for(person, statement.context) if person else None
    return ((side, None),) if side else ()


def _of_speaker(statement: Statement, at: int, within: int) -> Sides:
    """The side of the state or the officer whose words stand in quotation marks: "we support …", he said; of an organ
    that is called without its state ("the foreign ministry") that of which the paragraph tells.
    """
    spoke = [one for one in _SPOKE.finditer(statement.low_skeleton, 0, within) if one[1]]
    spoke += [one for one in _SPOKE.finditer(statement.low_skeleton, within) if one[2]]
    if not spoke:
        organ = _ORGAN_SPOKE.search(statement.low_skeleton, 0, within)
        return discussed(statement, at, organ.start()) if organ else _of_person(statement, at)
    side = spoken_for(statement.mentions[int(spoke[-1][1] or spoke[-1][2])], statement.context)
    return ((side, None),) if side else ()


def spoken_for(mention: Mention, context: Context) -> str | None:
    """The side for which a state or the holder of an office speaks; of whom the words do not tell it, the side of the
    last officer who bore the name, else of the one that the article tells of elsewhere.
    """
    value = mention.value
    if isinstance(value, PersonValue) and _speaks_for_none(mention, value):
        return None
    side = side_of(mention, context)
    if side or not isinstance(value, PersonValue) or not value.name or is_foreign(mention, context):
        return side
    return known_side(value.name, context)


def _speaks_for_none(mention: Mention, person: PersonValue) -> bool:
    """Whether a person speaks for no state: some of a group, who holds a local office, or has left a lesser one."""
    some = mention.text.lower().startswith(("several ", "some ", "many "))
    return some or _LOCAL.match(person.office or "") is not None or _is_out_of_office(person)


def _is_out_of_office(person: PersonValue) -> bool:
    """Whether a person is told of as a former officer, unless he led a state or its foreign policy."""
    leads = ("head of state", "head of government", "foreign minister")
    return _FORMER.match(person.office or "") is not None and person.rank not in leads
