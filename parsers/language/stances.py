"""Stances in a statement: who takes which, and the words of the question that it is about.

The holder must stand at its verb, with nothing between but auxiliaries, adverbs, a noun such as "government", or an
aside in commas; a verb behind "and" has the holder with which its sentence begins. So "will support", "was asked to
support" and "for supporting" have no holder, and a third state next to a verb is never taken for one of the pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.mention import Mention, PersonValue
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Context, Statement
from parsers.language.sides import is_side, side_of

_ADVERB = (
    r"(?: (?:has|have|had|also|since|long|always|both|consistently|therefore|thus|then|still|officially|"
    r"formally|repeatedly|again|once|later|"
    r"each|all|subsequently|nevertheless|however|in turn|jointly|(?!only|fam)[a-z]+ly),?)*"
)
_NOT = (
    r"(?P<not> (?:does not|do not|did not|has not|have not|had not|has never|have never|had never|"
    r"never|refuses? to|refused to|declined to|declines to|is yet to|has yet to)"
    r"(?: (?:yet|officially|formally|ever|fully|legally))*)?"
)
_SUBJECT = (
    r"(?P<who>(?:<state|both|person>|(?<!\w)They)(?:(?:,(?: the)? <state|person>)*(?:,? and|,? "
    r"as well as|,? along with|,? together with|,? like)(?: the)? <state|person>)?)"
    r"(?:(?:'s|’s)? (?:federal |then |military |ruling |new )?(?:government|authorities|side|leadership|"
    r"foreign ministry|ministry of foreign affairs|parliament|presidents?|officials|delegation|"
    r"people))?"
)
_ASIDE = (
    r"(?:(?:, which|, who| which| that|,? (?:as|along with|together with|like|unlike|a|an|one "
    r"of|despite|for its part|in turn|being|for example|on the other hand|however|in contrast|"
    r"by contrast|meanwhile)\b[^,;]{0,70},))?"
)
_AMONG = (
    r"(?:(?: (?:is|was|are|were|became|remains|remained))(?: also)?(?: one of| among)?(?: the| a)? (?:[a-z]+ ){0,5}?"
    r"(?:countries|states|country|state|nations?|members?|governments?|ones?)(?: (?:in|of) [^,;.]{1,40}?)"
    r"?(?: (?:to|that|which)))?"
)
_LEAD = (
    r"(?:^|; |, (?:and|but|while|whereas) |(?<=[:”\"]) )(?:[^,;]{0,60}, )?(?:[Tt]he )?(?:[Gg]overnment of (?:the )?)?"
)
_ENDS = re.compile(
    r"[.;:](?:\s|$)|[“\"”]?,? (?:while|whereas|during (?:the|a|his|her|their) (?:visit|meeting|"
    r"talks|summit|trip)|when|although|though|despite|because|after|before|since|until|in exchange|"
    r"in return|through|due to|in order to|"
    r"given|amid|following|where|rather than|stating|saying|calling|describing|arguing|citing|"
    r"stressing|whether|so that|even though|alongside|throughout|ever since|on the grounds|at "
    r"the (?:United Nations|UN|General Assembly|Security Council|summit|meeting|time)|"
    r"and (?:has|have|had|is|was|were|are|also|in \d|on \d|does|do|did|not|set up|sent|sees|speaks|"
    r"calls|regards|became|began|made|gave|took|called|voted|vote|it|he|she|they|both|that|thus|"
    r"therefore|then|later|urged|again|"
    r"oppos\w+|supports?|recogni[sz]es?|condemns?|backs|rejects|denounces|considers|endorses|favou?rs|[a-z]+ed))\b"
    r"|, (?:but|which|who|an? |as well as its|and (?:[a-z]+s|the two|both) |calling|saying)\b|"
    r" \(| \[|,? (?:in a|in its|in their|in response|as a (?:result|sign|member))\b|\n"
)
_DATED = re.compile(
    r"(?:,|,? (?:in|on|since|until|from|as early as|as of|by|around|during|at|as far back as|back "
    r"in|in late|in early|after|before)(?: the)?)\s*$"
)
_QUOTES = "\"“”'‘ ,."
_OWN = re.compile(
    r" ?(?:that |all |any |the idea of |against |for |towards? )?(?:(?:the|its|their|his|her) "
    r")?(?:(?:strong|full|continued|firm) )?"
)


@dataclass(frozen=True)
class Stance:
    """One stance: the states that hold it (with its name as written), the stance, and the topic's span in the text."""

    holders: tuple[tuple[str, str | None], ...]
    stance: str
    topic: tuple[int, int]
    match: Match
    owned: bool = False


@cache
def _forms(section: str) -> dict[str, str]:
    return {form: stance for stance, forms in read_yaml("positions.yaml")[section].items() for form in forms}


def alternatives(section: str) -> str:
    """The forms of one section of the lexicon as alternatives of a pattern, the longest first."""
    forms = read_yaml("positions.yaml")[section]
    words = [word for part in forms.values() for word in part] if isinstance(forms, dict) else forms
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


@cache
def _patterns() -> tuple[Pattern, ...]:
    """Verb at its holder; noun voiced by its holder; verb behind "and", whose holder begins the sentence."""
    verb = rf"(?P<verb>{alternatives('verbs')})\b"
    noun = (
        rf"(?:{alternatives('voices')}) (?:(?:its|their|his|her|a|full|strong|the|firm|continued|unwavering|"
        rf"continuing|steadfast|clear|country's) )*(?P<verb>{alternatives('nouns')})"
    )
    said = (
        rf"(?:{_ADVERB} (?:{alternatives('speech')})(?: that)? (?:it|they|he|she|his country|her country|"
        rf"their country|his government|both))?"
    )
    head = rf"{_SUBJECT}{_ASIDE}{said}{_AMONG}{_ADVERB}{_NOT}{_ADVERB}"
    which = _SUBJECT.replace("who>", "which>", 1)
    behind = (
        rf"(?:{_LEAD}{_SUBJECT}{_ASIDE}|{which}, which){_ADVERB} (?:(?!, wh)[^;]){{3,150}}?,? (?:and|"
        rf"but)(?:,? in \[date:\d+\],?)?{_ADVERB}{_NOT} "
    )
    past = rf"{_SUBJECT}, (?:which|who) [^;]{{3,120}}?,{_ADVERB}{_NOT}{_ADVERB} {verb}"
    return tuple(Pattern(shape) for shape in (f"{head} {verb}", f"{head} {noun}", behind + verb, behind + noun, past))


def stances(statement: Statement) -> Iterator[Stance]:
    """The stances that the sides of the pair take in a statement, each verb once, by shape, then by place."""
    seen: set[int] = set()
    for pattern in _patterns():
        for match in pattern.find(statement):
            at = (match.span("verb") or (match.start, 0))[0]
            stance = _meant(match)
            topic = topic_after(statement, match.end)
            if at in seen or not stance or topic is None or not _is_stated(match):
                continue
            seen.add(at)
            who = holders(match)
            if who:
                owned = _OWN.match(statement.document.text, match.end)
                yield Stance(who, stance, topic, match, bool(owned and re.search(r"\b(?:its|their)\b", owned[0])))


def _meant(match: Match) -> str | None:
    """The stance of a match: refusing support or recognition is opposing; what else is denied says nothing."""
    form = (match.words("verb") or "").lower()
    stance = {**_forms("verbs"), **_forms("nouns")}[form]
    if match.words("not") is None:
        return stance
    return "opposes" if stance in ("recognizes", "supports") else None


def _is_stated(match: Match) -> bool:
    """Whether no "if", "accused" or "hoped that" governs the holder."""
    who = match.span("who") or match.span("which") or (match.start, match.end)
    before = match.statement.document.text[max(match.statement.start, who[0] - 25) : who[0]].lower()
    return not any(re.search(rf"\b{re.escape(word)}", before) for word in read_yaml("positions.yaml")["asked"])


def holders(match: Match) -> tuple[tuple[str, str | None], ...]:
    """The sides that the slot "who" of a match names; both for "both countries"; a person must hold an office."""
    context = match.statement.context
    found: dict[str, str | None] = {}
    for mention in match.mentions("who") or match.mentions("which"):
        if mention.kind == "both":
            found.update((iso3, None) for iso3 in sorted(context.pair))
        elif side := _side(mention, context):
            found.setdefault(side, mention.text)
    return tuple(found.items())


def _side(mention: Mention, context: Context) -> str | None:
    """The side for which a state or the holder of an office speaks; a bare name is the last officer's who bore it."""
    value = mention.value
    if not isinstance(value, PersonValue) or value.office or value.rank:
        return side_of(mention, context)
    for iso3, officer in context.people:
        known = officer.value
        if isinstance(known, PersonValue) and known.office and value.name and (known.name or "").endswith(value.name):
            return iso3 if is_side(iso3, context.pair) else None
    return None


def topic_after(statement: Statement, position: int) -> tuple[int, int] | None:
    """The span of the words of the question that follow a position: up to the clause's end or a date of the deed."""
    text = statement.document.text
    own = _OWN.match(text, position, statement.end)
    begin = own.end() if own else position
    cut = _ENDS.search(text, begin, statement.end)
    last = cut.start() if cut else statement.end
    for date in statement.of("date"):
        lead = _DATED.search(text, begin, date.start) if begin < date.start < last else None
        if lead:
            last = lead.start()
    return trimmed(text, begin, last)


def trimmed(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """A span without blanks, commas and quotation marks at its ends; null where nothing is left."""
    words = text[begin:end]
    kept = words.strip(_QUOTES)
    start = begin + words.index(kept) if kept else begin
    return (start, start + len(kept)) if kept else None


def is_question(statement: Statement, span: tuple[int, int], stance: str, verb: str = "") -> bool:
    """Whether the words are a question to take a side on: no project, no help to people, no pronoun.

    What is condemned, opposed or abstained on is one as such; what is supported or rejected must be a claim, a policy,
    a conflict …, or a state in one.
    """
    words = statement.document.text[span[0] : span[1]]
    low = f" {words.lower()} "
    barred = read_yaml("positions.yaml")["no_topics"]
    first = low.removeprefix(" each other's ").removeprefix(" each other’s ").strip()
    if len(words) < 4 or len(words) > 260 or any(first == word or first.startswith(word + " ") for word in barred):
        return False
    names = [m for m in statement.of("state", "person", "both") if m.start <= span[0] and span[1] <= m.end]
    plain = stance in ("condemns", "abstains") or verb.lower().startswith(
        ("oppos", "object", "protest", "critici", "voted", "veto")
    )
    return (plain and not names) or _names_question(low)


def _names_question(low: str) -> bool:
    lists = read_yaml("positions.yaml")
    contest = rf"\b(?:in|during|against|over|on|with regard to|regarding) .*\b(?:{'|'.join(lists['struggles'])})\b"
    return any(f" {piece}" in low for piece in lists["questions"]) or re.search(contest, low) is not None


def is_status(words: str) -> bool:
    """Whether what is recognised is a claim or a status, not only a state or its independence."""
    low = f" {words.lower()} "
    lists = read_yaml("positions.yaml")
    named_as = re.search(rf" as (?:\S+ ){{0,4}}?(?:{'|'.join(lists['named_as'])})s?\b", low)
    return named_as is not None or any(mark in low for mark in lists["statuses"])
