"""Further instruments that the noun of one stands for: more subjects of a plural, pairs of bodies, "another on"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.phrases.instruments.about import plain, topic_of
from parsers.phrases.instruments.actions import OTHER, TALK, Governor
from parsers.phrases.instruments.dates import date_of, respective
from parsers.phrases.instruments.foreign_affairs import is_foreign_affair
from parsers.phrases.instruments.instrument import Instrument, count_of, single
from parsers.phrases.instruments.instruments import find_instruments
from parsers.phrases.instruments.own_dates import owned_date
from parsers.phrases.instruments.references import is_reference
from parsers.phrases.instruments.subjects import one_by_one, subjects
from parsers.phrases.instruments.subjects_behind import each_subject, subject_behind
from parsers.phrases.instruments.titles import extent, trimmed
from parsers.phrases.instruments.topics import topics_of

_MORE = re.compile(r" and |, |\(")
_DATED = re.compile(
    r"(?: (?:(?:was|were|have been) \w+(?: \w+ly)?|in (?:place|force|effect)) (?:on|for|in) "
    r"[^(),;.]{3,60}?)?? \([^()]{4,40}\)(?:,|;)?(?: and)?"
    r" (?P<way>on |in |for )?(?P<subject>[^(),;.]{3,90}?)(?P<open> )\("
)
# "Agreements on trade in 1951, on film in 1962 and on mining in 1971".
_DATED_IN = re.compile(
    r",? (?:in|on) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2}, )?\d{4}[,;]?(?: and)? (?P<way>on |for )"
    r"(?P<subject>(?!\d|[A-Z][a-z]+ \d)[^(),;.]{3,60}?)"
    r"(?P<open> )(?:in|on) (?:the )?(?=\d|[A-Z][a-z]+ \d)"
)
_PAIR = re.compile(
    r",? and (?P<of>between (?!the two (?:countries|states|nations)|both (?:countries|states)|them\b)(?:the )?)"
)
# "An agreement on health in 2002 and on education in 2003": each with its date.
_ALSO = re.compile(r",? (?:in|on) [^,;.()]{4,18},? and (?P<of>(?:on|for|concerning|regarding) (?!\d|[A-Z][a-z]+ \d))")
_BEHIND = re.compile(r",? (?:in|on|of|from) (?:the )?")
_AHEAD = re.compile(r",? (?:by )?(?:another|one|a second|a third)(?: one)?,? ")
_ANOTHER = re.compile(
    r"(?: \([^()]*\))?(?:,? (?:in|on) [^,;.()]{4,18})?(?:,? (?P<joined>and(?: by| then)?|followed by|as well as"
    r"|then)|[,;])"
    r"(?:,? (?:in|on) [^,;.()]{4,18},?)? (?:by )?(?:another|one|(?:a|the) (?:second|third)"
    r"|the other|a similar|a further)"
    r"(?: one)?,? (?P<of>(?:on|for|to|in|between|concerning|regarding|about) )"
)


@dataclass(frozen=True)
class Further:
    """One more instrument: the span that names it, its title, its topic, its date; null where unsaid."""

    span: tuple[int, int]
    title: str
    topic: str | None
    date: Mention | None


def further(statement: Statement, one: Instrument, by: Governor | None) -> Iterator[Further]:
    """What the noun of an instrument stands for beside the instrument itself; nothing of talk, references and third
    states' affairs, and without a governing word only what has a date of its own.
    """
    text = statement.document.text
    if (by is not None and by.action == TALK) or _MORE.search(text, one.noun[1], statement.end) is None:
        return
    found = list(_dated_subjects(statement, one))
    found += _governed(statement, one, by) if by is not None and by.action != OTHER else _of_two(statement, one)
    if found and not is_reference(statement, one) and not is_foreign_affair(statement, one):
        yield from found


def _of_two(statement: Statement, one: Instrument) -> Iterator[Further]:
    """The second of two that are named with a date: "two accords on fish and on seals (1971)"."""
    text, date = statement.document.text, owned_date(statement, one)
    for span in each_subject(statement, one, one.end)[1:] if date is not None else ():
        title = f"{single(text[slice(*one.noun)])} {text[slice(*span)]}"
        yield Further(span, title, topic_of(title), date)


def _governed(statement: Statement, one: Instrument, by: Governor) -> Iterator[Further]:
    """What shares the word that governs an instrument: more subjects, topics, and instruments of the same noun."""
    end = by.end if by.behind else one.end
    alone, titled = _subjects(statement, one, end), _titled(statement, one, end)
    alike = topics_of(statement, one, one.noun[1]) or topics_of(statement, one, end)
    date = date_of(statement, one, end, by) if alone or alike or titled else None
    for place, span in enumerate(alone, start=1):
        yield _by_topic(statement, span, respective(statement, date, place, len(alone) + 1))
    yield from (_by_topic(statement, span, date) for span in alike)
    for span, title in titled:
        yield Further(span, title, topic_of(title), _own_date(statement, span) or date)


def _by_topic(statement: Statement, span: tuple[int, int], date: Mention | None) -> Further:
    """One more instrument that only its topic names."""
    title = statement.document.text[slice(*span)]
    return Further(span, title, plain(title), date)


def _titled(statement: Statement, one: Instrument, end: int) -> list[tuple[tuple[int, int], str]]:
    """The spans and titles of further instruments whose title is the noun with words of their own."""
    text, noun = statement.document.text, statement.document.text[slice(*one.noun)]
    behind = [(span, single(noun)) for span in _of_noun(statement, one, end)]
    behind += [(span, noun) for span in _pairs(statement, one, end)]
    behind += [(span, single(noun)) for span in _ones(statement, one, end)]
    ahead = [(span, f"{adjective} {noun}") for span, adjective in _of_kind(statement, one, end)]
    return [*ahead, *((span, f"{head} {text[slice(*span)]}") for span, head in behind)]


def _of_noun(statement: Statement, one: Instrument, end: int) -> list[tuple[int, int]]:
    """What further instruments of the same noun are about, behind the first of them."""
    return [*each_subject(statement, one, end)[1:], *_another(statement, one, end)]


def _ones(statement: Statement, one: Instrument, end: int) -> Iterator[tuple[int, int]]:
    """What some of a plural are about: "six agreements, including one to found a school and another on fish"; not the
    first of those that are not counted, which the title of the plural tells.
    """
    text = statement.document.text
    is_told = not one.plural or one_by_one(text, end, statement.end)
    is_counted = count_of(statement, one) is not None
    match = None if is_told else _ONES.match(text, end, statement.end) or _ONES.match(text, one.end, statement.end)
    is_first = match is not None and not is_counted
    if match is None and not is_told and is_counted and not one.is_bare:
        match = _ANOTHER_ONE.match(text, one.end, statement.end)  # "two pacts on fish and one on seals"
    while match is not None:
        stop = _end_of_one(statement, match)
        if not is_first and stop > match.end():
            yield match.start("of"), stop
        match, is_first = _ANOTHER_ONE.match(text, stop, statement.end), False


def _end_of_one(statement: Statement, lead: re.Match[str]) -> int:
    """Where the words end that tell what one of several is about: before "another on" and the next instrument."""
    following = _ANOTHER_ONE.search(statement.document.text, lead.end(), statement.end)
    others = (other.start for other in find_instruments(statement) if other.start > lead.end())
    limit = min(next(others, statement.end), following.start() if following else statement.end)
    return trimmed(statement, lead.start("of"), min(limit, extent(statement, lead.end())))


def _dated_subjects(statement: Statement, one: Instrument) -> Iterator[Further]:
    """The subjects with a date in brackets that go on behind the first one's: "on trade (1971) and customs (1978)"."""
    text, at = statement.document.text, one.end
    limit = next((other.start for other in find_instruments(statement) if other.start > one.start), statement.end)
    shapes = (_DATED, _DATED_IN) if one.plural else (_DATED,)
    while (match := next(filter(None, (shape.match(text, at, limit) for shape in shapes)), None)) is not None:
        date = next((date for date in statement.dates if date.start == match.end()), None)
        if date is None or not (one.plural or match["way"]):
            return
        span, subject = match.span("subject"), match["subject"]
        yield from (Further(span, subject, plain(subject), each) for each in statement.listed_with(date))
        at = match.start("open")


def _subjects(statement: Statement, one: Instrument, end: int) -> list[tuple[int, int]]:
    """The further subjects of a plural without a count, in its title or behind its verb."""
    if not one.plural or count_of(statement, one) is not None:
        return []
    behind = subject_behind(statement, one, end)
    parts = subjects(statement.document.text, *behind) if behind is not None else list(one.subjects)
    return parts[1:]


def _pairs(statement: Statement, one: Instrument, end: int) -> Iterator[tuple[int, int]]:
    """The further pairs of bodies that have one of a plural: "memorandums between the ports and between the banks"."""
    if not one.plural:
        return
    text, first = statement.document.text, subject_behind(statement, one, end)
    at = first[1] if first else max(end, one.end)
    while (match := _PAIR.match(text, at, statement.end)) is not None:
        at = trimmed(statement, match.start("of"), extent(statement, match.start("of") + 3))
        yield match.start("of"), at


def _of_kind(statement: Statement, one: Instrument, end: int) -> Iterator[tuple[tuple[int, int], str]]:
    """A second instrument that only an adjective names, its span and the adjective: "and a cultural one in 1994"."""
    for at in (one.end, end):
        found = None if one.plural else _ONE.match(statement.document.text, at, statement.end)
        if found is not None:
            yield (found.start("adjective"), found.end()), found["adjective"]
            return


_SHORTEST = 6
_WAY = r"(?P<of>(?:on|for|about|concerning|regarding|to|in|between|against) )"
_ONES = re.compile(
    rf"(?:,? (?:in|on|during) [^,;.()]{{4,24}})?(?:,? (?:including|such as|among them|notably|namely|with)|,)"
    r" (?:one|another)"
    rf" {_WAY}"
)
_ANOTHER_ONE = re.compile(rf"(?:,(?: and)?| and|,? as well as) (?:another|one|a second|a third)(?: one)? {_WAY}")
_ONE = re.compile(
    r"(?:,? (?:in|on) [^,;.()]{4,18})?,? (?:and|followed by|then|as well as) (?:an?|the) (?P<adjective>(?!second|third|"
    r"new|further|similar)[a-z-]+(?: [a-z-]+)?) one\b"
)


def _own_date(statement: Statement, span: tuple[int, int]) -> Mention | None:
    """The date right behind or before what names one more: "another on tourism in 1989", "and, in 1974, one on"."""
    text = statement.document.text
    ahead = (one for one in statement.dates if _AHEAD.fullmatch(text, one.end, span[0]))
    behind = (one for one in statement.dates if _BEHIND.fullmatch(text, span[1], one.start))
    return next(behind, None) or next(ahead, None)


def _another(statement: Statement, one: Instrument, end: int) -> Iterator[tuple[int, int]]:
    """What further instruments of the same noun are about: "and another on animal health", ", a third, on fish, in
    1999"; a comma alone joins only what has a date of its own.
    """
    if one.plural:
        return
    text, last = statement.document.text, statement.end
    joined = _ANOTHER.match(text, one.end, last) or _ANOTHER.match(text, end, last)
    match = joined or _ALSO.match(text, one.end, last)
    while match is not None:
        stop = trimmed(statement, match.start("of"), extent(statement, match.start("of") + 3))
        needs_date = joined is None or match["joined"] is None
        if needs_date and _own_date(statement, (match.start("of"), stop)) is None:
            return
        if stop - match.start("of") > _SHORTEST:
            yield match.start("of"), stop
        match = _ANOTHER.match(text, stop, last)
