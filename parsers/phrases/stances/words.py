"""The words of stance of the lexicon, and where they stand in a statement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from parsers.language.factored import factored
from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement, kept

SECTIONS = (
    "verbs", "nouns", "standings", "participles", "reasons", "deeds", "sides", "policies", "renowned", "stands",
    "voices",
)  # fmt: skip
"""Sections of the lexicon of positions whose words are looked for, that of what voices a noun of stance among them."""
APART = ("campaigned", "called", "lobbied", "argued", "voted")
"""Verbs with which others may stand before "for" or "against": "campaigned, along with Peru, for"."""
QUOTED = ('support" ', "support” ", 'concern" ', "concern” ", 'concerns" ', "concerns” ")
AIMS = ("aspiration", "bid", "path", "candidacy", "ambition", "quest", "integration")
"""What a state has in view, in which another assists it."""
BEHIND_ADVERBS = ("ly to ", "ly against ", "ly for ", "ly in favo", "ly with ")
_PARTED = (
    " on behalf of ", "protested to ", "protested with ", "protested in ", "protested on ", "vote at ", "vote in ",
    "votes at ", "votes in ", "votes each ", "votes every ", "voted each ", "voted every ",
    "adhered ever ", "adhered since ", "spoke in ", "speaks in ", "spoke up in ",
    "voted at ", "voted in ", "voted together ",
    "vote together ", "voted with ", "voting, ", "voting in ",
    "voting on ", "pleaded in ", "pleaded at ",
    "lobbied ", "pressed ", "pressing ", "pushed ", "pushing ", "lobbying ",
    "abstained ", "campaigned in ", "critical in ", "critical over ", "critical since ", "supportive in ",
    "supportive over ", "supportive since ", "spoke at ", "d concern ", "d concerns ", "refused for ", " warned ",
)  # fmt: skip
_TOWARDS = ("towards", "toward", "regarding", "concerning")
_ATTITUDES = ("stance", "position", "attitude", "line", "policy", "approach", "view")
_BEFORE_A_WORD = (" ", '"', "“")
_FAVOUR = ("favour", "favor")
_TOKEN = re.compile(r"(?<![\w’'-])[a-z]+(?:-[a-z]+)*|\[quantity:(\d+)\](?= (?:of|over|against|about|at)\b)")
_TO_SOMEBODY = (
    r"(?: (?:in |on )?\[date:\d+\]| [a-z]+ times|"
    r" (?:with|to) (?:the )?\[\w+:\d+\](?: (?!over\b|about\b|at\b)[\w’'-]+){0,3}?"
    r"(?: in (?:\w+|\[\w+:\d+\]))?)?"
)
# What may stand between the first word of a form and the rest, beside an adverb.
_INSIDE = {
    **dict.fromkeys(
        (*APART, "pleaded", "spoke", "speaks", "pushed", "pressed", "pressing", "lobbying", "pushing"),
        r"(?:, (?:along|together|jointly) [^;,]{3,60},| (?:in(?! favo)|at|within|with|among) [^;,.]{3,40}?|"
        r" (?:its|their|his|her|other) [a-z]+(?: [a-z]+)?)?",
    ),
    **dict.fromkeys(
        ("voted", "votes", "vote"),
        r"(?: (?:each|every) year(?: \[date:\d+\])?| [a-z]+ times| likewise| each| again| together)?"
        r"(?:, (?:along|together|jointly) [^;,]{3,60},|"
        r" (?:with|at|in(?! favo)|on) (?:[\w ]|\[\w+:\d+\]){1,40}?(?! with re(?:spect|gard)))?",
    ),
    "abstained": r"(?: (?:(?:in |on )?\[\w+:\d+\](?: later)?|\w+ (?:day|week|month|year)s? later|"
    r"with (?:the )?\[\w+:\d+\]|"
    r"(?:in|at) (?:the )?(?:\[body:\d+\]|(?:security |human rights )?council|(?:general )?assembly)"
    r"(?: (?:in |on )?\[date:\d+\])?))?",
    "adhered": r"(?: (?:ever )?since(?: then)?)?",
    "refused": r"(?: for [^;,.]{3,30}?)?",
    **dict.fromkeys(("critical", "supportive", "sceptical", "skeptical"),
                    r"(?: (?:in|over|during|at|throughout|since) (?:the )?[^;,.]{3,30}?)?"),
    "warned": r"(?: (?:the )?\[\w+:\d+\](?: [a-z]+){0,3}?)?",
    "voting": r"(?:,? (?:in |on )?\[date:\d+\],?)?",
    "intervened": r"(?: in [^;,.]{3,50}?)?",
    "support": r"[\"”]?(?: (?:at|in) (?![a-z]+ing\b)[^,;.\[]{3,30}?)?",
    **dict.fromkeys(("protest", "protests", "protested"), _TO_SOMEBODY),
    **dict.fromkeys(("recognition", "concern", "concerns", "opposition"),
                    r"[\"”]?(?: (?:in |on )?(?:\[date:\d+\]|\d{1,2} [a-z]{3,9}|(?!the\b)[a-z]{3,9} \d{1,2}))?"),
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of stance: its form and section in the lexicon, and where it stands in the statement's skeleton."""

    form: str
    section: str
    start: int
    end: int


def _lone(form: str) -> tuple[str, ...]:
    """The noun of a form that is one with a preposition: "opposition" of "opposition to"; none else."""
    noun, _, rest = form.partition(" ")
    return (noun,) if rest in ("of", "to", "for") and noun not in ("call", "calls", "vote", "assistance") else ()


@cache
def forms(section: str) -> dict[str, str]:
    """Each form of one section of the lexicon of positions → its stance; no stance where the section is a list."""
    found = read_yaml("positions.yaml")[section]
    if isinstance(found, list):
        return dict.fromkeys(found, "")
    told = {form: stance for stance, words in found.items() for form in words}
    return told | _towards(told) | _attitudes() if section == "nouns" else told


def _towards(nouns: Mapping[str, str]) -> dict[str, str]:
    """Those nouns of stance that are one with a preposition, with another: "opposition towards" → the stance."""
    return {f"{noun} {to}": stance for form, stance in nouns.items() for noun in _lone(form) for to in _TOWARDS}


def _attitudes() -> dict[str, str]:
    """The attitudes that lean to one side, "a supportive stance towards" → the stance."""
    return {
        f"{leaning} {noun} {to}": stance
        for stance, words in read_yaml("positions.yaml")["leanings"].items()
        for leaning in words for noun in _ATTITUDES for to in (*_TOWARDS, "on")
    }  # fmt: skip


def alternatives(section: str) -> str:
    """The forms of one section of the lexicon as alternatives of a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, forms(section)), key=len, reverse=True))


def word_needs() -> Iterator[str]:
    """The pieces of text of which a statement with a verb or a noun of stance holds one.

    A verb of one word is a whole word with its question behind it ("join", not "joint"), help takes a side only in an
    aim, and a noun behind its question ends the clause.
    """
    for form in forms("verbs"):
        alone = form.isalpha() and not form.startswith("abstain")
        yield from (f"{mark}{form} " for mark in _BEFORE_A_WORD) if alone else (form,)
    yield from (form for form in forms("nouns") if not form.startswith("assistance"))
    yield from (f"{form}{mark}" for form in forms("deeds") for mark in ".;")
    yield from (*AIMS, *_PARTED, *(f"{deed}, " for deed in APART), *QUOTED)


@cache
def _by_first() -> dict[str, dict[str, tuple[str, ...]]]:
    """The first word of each form → the sections in which it stands → the rest of the forms, the longest first."""
    found: dict[str, dict[str, list[str]]] = {}
    for section in SECTIONS:
        for form in forms(section):
            first, _, rest = form.partition(" ")
            found.setdefault(first, {}).setdefault(section, []).append(rest)
    return {
        first: {section: tuple(sorted(rests, key=len, reverse=True)) for section, rests in sections.items()}
        for first, sections in found.items()
    }


@cache
def _rest(first: str, rests: tuple[str, ...]) -> re.Pattern[str]:
    """What may follow the first word of a form: the rest of it, with an adverb or what stands apart from it inside."""
    inside = rf"{_INSIDE.get(first, '')}(?: [a-z]+ly)? "
    spaced = "|".join(re.escape(rest).replace(r"\ ", r" (?:[a-z]+ly )?") for rest in rests if rest)
    return re.compile(rf"(?:{inside}(?P<rest>{spaced})\b)" + ("?" if "" in rests else "") if spaced else "")


@kept
def words_in(statement: Statement) -> Iterator[Word]:
    """The words of stance in a statement, from left to right; of those of one section that begin at one place the
    longest, and none inside another. The noun of "in favour of" is no verb.
    """
    skeleton, ends = statement.low_skeleton, dict[str, int]()
    for token in _TOKEN.finditer(skeleton):
        first = _counted(statement, token)
        for section, rests in _by_first().get(first, {}).items():
            if section == "verbs" and first in _FAVOUR and skeleton.endswith("in ", 0, token.start()):
                continue
            found = _rest(first, rests).match(skeleton, token.end())
            if found and token.start() >= ends.get(section, 0) and not skeleton.startswith("-", found.end()):
                ends[section] = found.end()
                yield Word(_form(first, rests, found), section, token.start(), found.end())


def _counted(statement: Statement, token: re.Match[str]) -> str:
    """The word of a token; the last of a quantity: "sponsors" in "41 co-sponsors of"."""
    return statement.mentions[int(token[1])].text.lower().split()[-1] if token[1] else token[0]


def _form(first: str, rests: Iterable[str], found: re.Match[str]) -> str:
    """The form of the lexicon that was found, without what stands inside it."""
    told = found["rest"] if "rest" in found.re.groupindex and found["rest"] else ""
    return first if not told else f"{first} {told if told in rests else re.sub(r'[a-z]+ly ', '', told)}"


@cache
def any_of(section: str, shape: str) -> re.Pattern[str]:
    """The words of a section of the lexicon of positions, some with a look-ahead, as alternatives of a shape over lower
    case: compiled as it is, since what it is asked for are a few words.
    """
    return re.compile(factored(shape.format("|".join(read_yaml("positions.yaml")[section]))))


@cache
def beginnings(section: str) -> tuple[str, ...]:
    """The beginnings of verbs, or of questions, that a section of the lexicon of positions lists."""
    return tuple(read_yaml("positions.yaml")[section])


def begins_with_any(section: str) -> re.Pattern[str]:
    """What finds any word of a section at the beginning of a word of the text."""
    return any_of(section, r"\b(?:{})")
