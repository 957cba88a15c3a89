"""What a state recognises: whether that is a stance, or a change of the tie between the two, or neither."""

from __future__ import annotations

import re

from parsers.document.model import Span
from parsers.language.mention import Mention
from parsers.language.pattern import Match
from parsers.language.reading import Statement, lies_in
from parsers.language.sides import is_side
from parsers.phrases.stances.meanings import form_of
from parsers.phrases.stances.no_questions import is_bare
from parsers.phrases.stances.sided import is_on_a_claim
from parsers.phrases.stances.statuses import is_status
from parsers.phrases.stances.topics import topic_after

_ONE_CHINA = re.compile(r"(?:there is (?:only |but )?)?[\"“]?one(?: single)?[ -]china\b", re.IGNORECASE)
_OPENS = (
    "independen", "newly independen", "restoration of", "restored independen", "republic", "state of", "statehood",
    "disputed ", "breakaway", "separatist", "self-proclaimed", "self-declared",
)  # fmt: skip
_AMONG_FIRST = re.compile(r"\b(?:first|second|third|fourth|fifth|earliest|last|among|one of)\b")
_EACH_OTHER = re.compile(r"(?:each|one an) ?other(?:'s|’s)?\b")
_THERE = re.compile(r"(?:, (?=(?:on|in|as early as) ))?[^,;]*")
_UNKNOWN = re.compile(r"(?:^|[A-Z][\w’'-]+ )(?:(?:People|People's|People’s|Democratic) )?Republic\b")
_FREED = re.compile(r"independence of (?:the )?[A-Z][\w’'-]+ and (?:the )?[A-Z][\w’'-]+")  # provinces
_A_NAME = re.compile(r"(?:(?:President|Prime Minister|General) )?[A-Z][\w’'-]+(?: (?:de |al-)?[A-Z][\w’'-]+){0,3}")
_MOVEMENT = re.compile(
    r"(?:[A-Z][\w’'-]*(?: of| for the| for| and| the)? ){1,6}(?:Organi[sz]ation|Front|Movement|Council|Coalition|"
    r"Committee|"
    r"Authority|Army|Party)(?= \(|,|$)"
)
_LETTERS = re.compile(
    r"[A-Z]{3,6}(?:['’]s (?:authority|legitimacy|government|leadership))?(?=$| (?:as|in|on|under|to)\b)"
)
_BESIDE = re.compile(r", (?:which|who) (?:was|is|were|are)\b")
_AS_A_STATE = re.compile(
    r"[^,]{3,60} (?:as|to be) (?:an? )?(?:(?:newly|new|free|fully|sovereign|independent|separate|and)[ ,]+)*"
    r"(?:state|country|nation|republic)s?(?: with [^,]*)?"
)
_LEAST = 3
_YEAR = re.compile(r"\d{4} [a-z]")
_NEAR = 5
# When or where a state was recognised, behind its name.
_AT_PRESENT = re.compile(r"\b(?:does|do|refuses|will)\b")  # to this day, whatever is waited for
_AT_A_TIME = re.compile(
    r"(?: (?:[A-Z][\w’'-]+ ){0,2}Republic)?(?:,? (?:in|on|at|through) (?:the|an?) [^;]*|, as part of [^;]*|"
    r",? within (?:hours|days|weeks|months|the) [^;]*)"
)
_DE_FACTO = "de facto "
_AS_HEIR = re.compile(r"[^,]{3,60} as (?:[^,]{1,40} )?(?:successor|heir|continuation|continuator)\b[^,]*")
# What a state was called: "the then Republic of …".
_BY_NAME = re.compile(r"(?:the )?then [^,]{3,60} as the ")
_RESTORED = re.compile(r"(?:the )?(?:restor(?:ation|ed)|re-?established|regained)\b")
_WHOLE_SOVEREIGNTY = re.compile(
    r"(?:full )?sovereignty of [^,]{3,40}|[^,]{3,40} (?:full )?sovereignty|[^,]{3,40} declaration of independence|"
    r"declaration of (?:the )?independence of [^,]{3,40}"
)
_THAT_TOO = re.compile(
    r"[\"”]?,? (?:and )?(?:also )?that "
    r"(?=[^,;]{4,60} (?:is|was|are|were|has|belongs?)\b|[^,;]{4,60} as )"
)
_PAPERS = re.compile(
    r"\b(?:passports?|visas?|licen[cs]es?|degrees?|diplomas?|certificates?|qualifications?|marriages?|citizenship|"
    r"nationality|"
    r"need|importance|value|potential|holidays?|dialects?|players?)\b|^(?:as|by|him|her|them|it|those|any|that)\b"
)
_TREATY = re.compile(r"\b(?:treat(?:y|ies)|conventions?|protocols?|accords?)\b", re.IGNORECASE)
_SECOND = re.compile(
    r" as [^,;]{3,80}?(,? and (?:also )?(?:the )?)(?=[A-Z][^,;]{2,40}? (?:as|to be) (?:an? |the |part\b))"
)


def is_recognised(match: Match, topic: Span) -> bool:
    """Whether what is recognised is a claim, a status or a third state, or the independence of the partner to this day.

    Not read: the partner itself, whatever it is called and to this day, "as an independent state" or as another's
    successor, or its independence once or by one of the first, which is their tie; some people or things that are
    counted ("recognised 24 of them as").
    """
    statement, words = match.statement, match.statement.document.text[slice(*topic)]
    named = _named(statement, topic)
    if _names_nothing(words) or _is_mutual(match, topic):
        return False
    if _is_movement(words, named, topic) or is_on_a_claim(words):
        return True
    partner = named is not None and _is_partner(statement, named)
    if partner and _is_of_tie(match, topic):
        return False
    if is_status(words) or _ONE_CHINA.match(words):
        return True
    if named is None:
        return _is_unknown(match, topic)
    third = _is_head(words, named, topic) and not _is_holder(match, named)
    return third and (not partner or _is_freed(match, topic))


def _names_nothing(words: str) -> bool:
    """Whether the words name nothing, or only tell as what something is recognised, or count what is."""
    return len(words) < _LEAST or words.startswith("as ") or (words[0].isdigit() and not _YEAR.match(words))


def _is_mutual(match: Match, topic: Span) -> bool:
    """Whether the two recognise each other, at a date or as states."""
    words = match.statement.document.text[slice(*topic)]
    if not _EACH_OTHER.match(words):
        return False
    return _is_dated(match, topic) or _AS_A_STATE.fullmatch(words) is not None


def _is_movement(words: str, named: Mention | None, topic: Span) -> bool:
    """Whether the words are a movement or an authority, by its name or by letters that are no state's."""
    if _MOVEMENT.match(words):
        return True
    return _LETTERS.match(words) is not None and (named is None or named.start != topic[0])


def _is_unknown(match: Match, topic: Span) -> bool:
    """Whether the words, in which no state is known, are a republic, or a name to which a recognition is kept up."""
    text = match.statement.document.text
    words = text[slice(*topic)]
    kept_up = "continu" in text[match.start : topic[0]] or " " in words
    is_name = kept_up and _A_NAME.fullmatch(words) is not None
    return is_name or _UNKNOWN.search(words) is not None or _FREED.fullmatch(words) is not None


def _is_holder(match: Match, named: Mention) -> bool:
    """Whether a state is the holder of the stance itself."""
    pair = match.statement.context.pair
    return lies_in(named, pair) in {lies_in(one, pair) for one in match.mentions("who")}


def _is_of_tie(match: Match, topic: Span) -> bool:
    """Whether the partner is recognised by its name alone, as a state or a successor, or what it has back, its
    independence or sovereignty, at a date.
    """
    text = match.statement.document.text
    words = text[slice(*topic)].lower()
    near = (one for one in match.statement.of("state") if one.start - topic[0] < _NEAR)
    if any(topic[1] <= one.end or _AT_A_TIME.fullmatch(text, one.end, topic[1]) for one in near):
        return True
    if _AS_A_STATE.fullmatch(words) or _AS_HEIR.fullmatch(words) or _BY_NAME.match(words):
        return True
    if _WHOLE_SOVEREIGNTY.fullmatch(words):
        return bool(match.statement.dates) or _is_among_first(match)
    return _RESTORED.match(words) is not None and not _is_among_first(match) and bool(match.statement.dates)


def is_denied(match: Match, topic: Span) -> bool:
    """Whether what is not recognised is a claim, a status or a state: no papers, and not what was so until a date."""
    statement, words = match.statement, match.statement.document.text[slice(*topic)]
    named = _named(statement, topic)
    if is_status(words) or _TREATY.search(words):
        return True
    if is_bare(statement, topic) or _PAPERS.search(words.lower()):
        return False
    if named is None or not _is_head(words, named, topic):
        return True
    if "its recognition" in (match.words("verb") or "").lower() and _is_partner(statement, named):
        return False
    until = statement.document.text.startswith((" before ", " until ", " till "), topic[1])
    until = until and _AT_PRESENT.search(statement.document.text, match.start, topic[0]) is None
    until = until or any(date.text.lower().startswith(("until", "till")) for date in statement.dates)
    return not (until and _is_partner(statement, named))


def _named(statement: Statement, topic: Span) -> Mention | None:
    """The first state that the topic names."""
    return next((mention for mention in statement.of("state") if topic[0] <= mention.start < topic[1]), None)


def _is_partner(statement: Statement, named: Mention) -> bool:
    return is_side(lies_in(named, statement.context.pair), statement.context.pair)


def _is_head(words: str, named: Mention, topic: Span) -> bool:
    """Whether the state is what is recognised: it, or its independence, opens the topic."""
    lead = len(_DE_FACTO) if words.startswith(_DE_FACTO) else 0
    return words.lower().startswith(_OPENS) or named.start - topic[0] - lead < _NEAR


def _is_freed(match: Match, topic: Span) -> bool:
    """Whether the independence of the partner is recognised to this day, at no date, or is so of a holder in a relative
    clause, as what the holder is like: that it once was, or by one of the first, is their tie.
    """
    text = match.statement.document.text
    aside = _BESIDE.search(text, match.start, (match.span("verb") or topic)[0]) is not None
    past = form_of(match).endswith("ed") or "continu" not in (match.words("to") or "continu")
    freed = "independen" in text[slice(*topic)].lower() and not match.statement.dates
    return freed and (aside or not past)


def _is_among_first(match: Match) -> bool:
    """Whether who recognises is said to be the first, or one of the first or the last, to do so."""
    told = (match.span("verb") or (match.end, 0))[0]
    return _AMONG_FIRST.search(match.statement.document.text[match.start : told].lower()) is not None


def _is_dated(match: Match, topic: Span) -> bool:
    """Whether a date is that of the recognition: before it, within its words or behind them in the same clause."""
    text = match.statement.document.text
    return any(
        one.start < topic[1] or _THERE.fullmatch(text, topic[1], one.start) for one in match.statement.dates
    )


def parts_recognised(statement: Statement, topic: Span) -> tuple[Span, ...]:
    """The two of "recognises A as the heir of B and C as a part of it", each by itself; those of "that A is …, that B
    is … and that C is …" that are of a status; the one question else.
    """
    text = statement.document.text
    told = [one.span() for one in _THAT_TOO.finditer(text, topic[0], statement.end)]
    if told and told[0][0] <= topic[1]:
        starts, ends = (topic[0], *(end for _, end in told)), (*(start for start, _ in told), statement.end)
        parts = [topic_after(statement, start) for start in starts]
        cut = [(part[0], min(part[1], end)) for part, end in zip(parts, ends, strict=True) if part is not None]
        return tuple(part for part in cut if is_status(text[slice(*part)])) or (topic,)
    second = _SECOND.search(text, *topic)
    return (topic,) if second is None else ((topic[0], second.start(1)), (second.end(1), topic[1]))
