"""Sessions of joint bodies: "the Joint Commission held its second session in X", "its sixth session took place in
2016", "political consultations were held in X on …", an item "the tenth in X on …" in a list of meetings; and who
led the two sides there.

Not read: bodies of one state alone, of third states or of international organisations; what meets time and again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from parsers.language.directions import lines_above
from parsers.language.mention import Mention, StateValue
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement
from parsers.language.sides import is_foreign
from parsers.phrases.encounters.delegates import HABIT
from parsers.phrases.encounters.encounters import entered, of_two_sides

_BODY = (
    r"(?:commission|committee|council|working group|mechanism|consultations?|dialogue|board|subcommittee|cabinet"
    r"|foc|jcm|jmc)"
)
_NUMBER = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[a-z]+teenth|[a-z]+ieth"
    r"|\d+(?:st|nd|rd|th)|\[rank:\d+\]|[ivx]{1,5}(?:th)?|last|latest|most recent|previous|inaugural|constituent"
    r"|joint|plenary|regular)"
)
_SITTING = r"(?:session|meeting|round|sitting)"
_PAIR = r"(?:<state>(?:–|-|/| and )<state> )?"
_LETTERS = r"(?: \([A-Z]{2,6}\))?"
_TOOK = (
    r"(?:(?:was|were|being|(?:has|have|had|having) been) (?:also |last |first )?(?:held|convened|hosted)"
    r"|took place|taking place|(?:has|have|had|having) taken place)"
)
_ORGAN = r"(?:national )?(?:parliament|assembly|congress|senate|legislature|diet|cabinet|government)\b"
_CHAIRED = r"(?:, (?:which was )?(?:co-)?(?:chaired|headed|led|presided over) by [^;.]{3,90},)?"
_OF = r"(?P<of> of (?:(?!\[person)[^;.]){3,110}?)?"
_SHAPES = (
    Pattern(
        rf"\b{_BODY}\b{_CHAIRED}(?:(?!\[person|\bthat\b|\bwhich\b)[^;.]){{0,90}}? (?P<verb>held (?:its|their|the|an?) "
        rf"(?:{_NUMBER} )*{_SITTING}|met|convened)\b(?! with\b)"
    ),
    Pattern(
        rf"\b(?:the|its|their|an?) (?:{_NUMBER} )+{_PAIR}(?:[\w-]+ ){{0,2}}?{_BODY}(?: {_SITTING})?{_LETTERS}"
        rf"{_CHAIRED} (?P<verb>{_TOOK})\b"
    ),
    Pattern(
        rf"\b(?P<verb>held (?:its|their|the|an?) (?:{_NUMBER} )+{_SITTING} of (?:the|their|its|an?) "
        rf"(?:[\w-]+ ){{0,3}}?{_BODY})\b(?! with\b)"
    ),
    Pattern(
        r"(?:<both>|<state>,? and (?:the )?<state>|\bthey) (?:also |jointly |have |had ){0,2}"
        rf"(?P<verb>(?:held|convened|hosted) (?:the|their|its|an?) (?:{_NUMBER} )+{_PAIR}(?:[\w-]+ ){{0,3}}?{_BODY}"
        rf"(?: (?:{_SITTING}|talks))?)\b(?! (?:with|member)\b)"
    ),
    Pattern(
        rf"(?:^|[;,] )it (?P<verb>held (?:its|the|an?) (?:{_NUMBER} )*{_SITTING}|met for the "
        r"(?:first|\[rank:\d+\]) time)\b"
    ),
    Pattern(
        rf"\b(?:the|its|their|an?|whose) (?:{_NUMBER} )+{_SITTING}(?! of (?:the )?<state>(?:'s"
        rf"|’s)? {_ORGAN}){_OF}{_CHAIRED} "
        rf"(?P<verb>{_TOOK}|convened|met)\b"
    ),
    Pattern(
        rf"\b(?P<verb>(?:co-)?chaired|opened|presided over) (?:the|its|their) (?:{_NUMBER} )*{_SITTING}{_OF}"
        r"(?= (?:in|on|at) )"
    ),
    Pattern(
        r"\b(?:foreign (?:office|ministry)|political|consular|bilateral|security|defen[cs]e|interministerial) "
        r"(?:dialogues?|consultations)(?: between (?:the |both |their )?(?:foreign )?(?:offices|ministries))?"
        rf"(?:(?: in \[place:\d+\])?, which)? (?P<verb>(?:was|were) (?:also )?conducted|{_TOOK})\b"
    ),
    Pattern(
        r"\bconsultations between (?:the |both |their )?(?:foreign )?(?:offices|ministries) "
        rf"(?P<verb>{_TOOK})\b"
    ),
    Pattern(rf"\brounds of [^;.]{{0,40}}?{_BODY} (?P<verb>{_TOOK})\b"),
)
# What is told of one of those that are held time and again: "…, the last of which was held in X in 2014".
_LATEST = (
    Pattern(
        rf"(?:^|[,;.] (?:with )?)the (?:{_NUMBER} )+(?:(?:{_SITTING}|one|consultations|dialogue) )?"
        rf"(?:of (?:which|these|them) )?(?P<verb>{_TOOK})\b"
    ),
    Pattern(
        rf"\b(?:{_BODY}|{_SITTING}s?|talks)\b[^;.]{{0,60}}?, (?:most recently|the (?:last|latest|most recent)"
        rf"(?: {_SITTING}| one)?|(?:which )?(?:was )?last (?:held|convened|met)) (?P<verb>(?:in|on|at) (?:the )?\[)"
    ),
    Pattern(
        rf"\bthe (?:{_NUMBER} )+(?:(?!\[person)[^;.,]){{0,40}}?annual (?:[\w’'-]+ ){{0,3}}?"
        rf"(?:{_SITTING}|{_BODY}|summit){_LETTERS} (?P<verb>{_TOOK})\b"
    ),
    Pattern(
        rf"\b(?:last|latest|most recent)(?: one| of (?:which|these|them))? (?P<verb>being|was) the (?:{_NUMBER} )+"
        rf"(?:(?!\[person)[^;.,]){{0,60}}?(?:{_SITTING}|{_BODY})\b(?= (?:held )?(?:in|at|on) (?:the )?\[)"
    ),
    Pattern(
        rf"\b(?:last|latest|most recent) {_SITTING}(?: of (?:"
        rf"(?!\[person)[^;.]){{3,80}}?)? (?P<verb>was) (?:held )?(?=(?:in|on) \[)"
    ),
)
_ITEM = Pattern(
    rf"^(?:the )?(?:{_NUMBER} )+(?:{_SITTING} )?(?:(?:was )?(?P<verb>held|took place) )?(?:in|at) (?:the )?"
    r"<place|state>,? (?:(?:in|on|from) )?<date>"
)
_FURTHER = Pattern(
    rf"(?:,? and|,|;) (?:its|the) {_NUMBER}(?: {_SITTING})?,? (?:(?:in|at) <place:place>,? )?"
    r"(?:(?:in|on|from) )?<date:date>"
)
_LED = r"(?:was |were |being )?(?:co-?)?(?:led|headed|chaired|represented) by (?:(?:the|its|their|then) )*"
_SIDE = r"(?:<state>(?:'s|’s)? (?:side|delegation|team)|<person>)(?:,? which)?"
_LED_BY = Pattern(
    rf"{_SIDE} {_LED}<one:person>(?:(?!\[person)[^;.]){{0,40}}?(?:,? (?:and|while|with|whereas)|[,;]) "
    rf"(?:(?:the|that of) )*(?:{_SIDE} |<state>(?:'s|’s)? (?:one )?)(?:{_LED}|by (?:(?:the|its|their|then) )*)"
    r"<other:person>"
    rf"|\b(?:they|it|the [a-z]+) {_LED}<ones:person>,? and (?:(?:the|its|their|then) )*<others:person>"
)
_JOINT = re.compile(
    r"\b(?:joint|inter-?governmental|mixed|bilateral|bi-?national|both|the two|foreign (?:office|ministry)"
    r"|foreign offices|(?:political|strategic|security) (?:consultations|dialogue)|foc|jcm|jmc)\b"
)
_HELD_ABOVE = re.compile(r"\b(?:meetings|sessions|rounds|consultations)\b", re.I)
_BODY_TOLD = re.compile(rf"\b{_BODY}\b")
_OWN = re.compile(r"\b(?:its|their|the) (?:[a-z-]+ )?(?:session|meeting|round|sitting)\b|^(?:it|they|the \w+) ")


def sessions(statement: Statement) -> Iterator[Match]:
    """The words that tell of a session of a body of both states, or of consultations that they hold."""
    if _is_others(statement):
        return
    habit = HABIT.search(statement.low) is not None
    listed = statement.block.kind == "item" and any(_HELD_ABOVE.search(line) for line in lines_above(statement))
    if listed and not habit:
        yield from _ITEM.find(statement)
    for match in (one for shape in (*_LATEST, *(() if habit else _SHAPES)) for one in shape.find(statement)):
        if _names_both(statement) or _JOINT.search(statement.low) or _tells_of_joint_body(statement):
            yield match


def told_from(match: Match) -> int:
    """Where the words begin that tell that it was held: behind "which" where that takes it up: "agreed to hold
    consultations, which took place".
    """
    words = match.statement.document.text[match.start : match.verb[0]]
    return match.verb[0] if words.endswith(", which ") else match.start


def further_sessions(statement: Statement, end: int) -> Iterator[tuple[Mention | None, Mention]]:
    """City and date of each session counted up behind the first: "its third in X in 2013 and its fourth on …"."""
    for match in _FURTHER.find(statement):
        day = match.mention("date")
        if match.start >= end and day is not None:
            yield match.mention("place"), day


def heads_of_sides(statement: Statement) -> tuple[str, ...]:
    """The two who led the sides at what a statement tells, as it or the next sentence of its paragraph says; none where
    that is not told.
    """
    article = statement.context.article
    at = bisect_right(article, statement.start, key=lambda one: one.start)
    for told in (statement, *(one for one in article[at : at + 1] if one.block is statement.block)):
        match = _LED_BY.first(told)
        two = [match.mention(name) for name in ("one", "other", "ones", "others")] if match is not None else []
        people = of_two_sides(tuple(one for one in two if one is not None), told)
        names = entered(people, told)
        if len(names) > 1:
            return names
    return ()


def _names_both(statement: Statement) -> bool:
    """Whether both states of the article are named."""
    named = {one.value.iso3 for one in (*statement.mentions, *statement.inner) if isinstance(one.value, StateValue)}
    return set(statement.context.pair) <= named


def _tells_of_joint_body(statement: Statement) -> bool:
    """Whether the last body that the paragraph told of before is one of both states, whose session this is."""
    before = statement.earlier if _OWN.search(statement.low) else None
    while before is not None:
        if _BODY_TOLD.search(before.low):
            joint = _names_both(before) or _JOINT.search(before.low) is not None
            return joint and not _is_others(before)
        before = before.earlier
    return False


def _is_others(statement: Statement) -> bool:
    """Whether a third state or an international organisation is named, but for the land of a city ("in X, Y")."""
    text = statement.document.text
    spots = [one for one in statement.of("state") if not text.endswith(", ", statement.start, one.start)]
    return bool(statement.of("body")) or any(is_foreign(one, statement.context) for one in spots)
