"""Names of joint bodies and cultural institutes in a statement, with the words that found them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.mention import StateValue
from parsers.language.reading import Statement, kept
from parsers.language.required import Folded
from parsers.language.sides import is_side, side_of

_WORD_BEFORE = re.compile(r"(\S+)(?:[ ]|(?<=[–-]))$")
_SMALL = {"of", "and", "for", "on", "&", "–", "-", "in"}
_TRIM = re.compile(
    r"^(?:(?:of|and|the|for|on|in|at|by|an?|its|their|&|under|since|both|first|second|third|during|[ivx]{2,}"
    r"|(?:chair(?:man|woman|person)?|director|head|president|secretary|members?) of)\b"
    r"[ –-]?)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?: (?:of|for|on|at|in|with|between)(?: the)? (?:[A-Z][\w’'-]+|\d{4})(?:(?:,)? (?:of|and|"
    r"the|for|&|on|[A-Z][\w’'-]*))*(?<! of)(?<! and)(?<! the)(?<! for)(?<! on))?"
)
_VERBS = "was|were|came|began|started|met|meets|convenes|convened|exists|existed|held|is|has|had|signed|agreed"
_NO_NOUN = rf"(?!(?:{_VERBS}|to|the|its|their|an?|also|both|they|it|since|by|at|on|for|from|with|[a-z]+ed)\b)"
_LOWER_TAIL = re.compile(
    rf"(?: (?:of|for|on) (?:[a-z-]+,? )*?[a-z-]+"
    rf"(?= (?:{_VERBS}|in|to|which|and|between)\b|,(?! [a-z-]+(?:,| and) )|[.;)]|$)"
    rf"(?:(?<=operation) in (?:[a-z-]+, ){{0,3}}[a-z-]+)?"
    rf"(?:,? and (?:the )?{_NO_NOUN}[a-z-]+(?: (?!and\b|in\b){_NO_NOUN}[a-z-]+){{0,2}}?"
    rf"(?= (?:{_VERBS}|in|to|which|between)\b|[,.;)]|$))?)?"
)
"""What a name in small letters goes on with: "on trade and the economy", "for cooperation in science and farming"."""
_SECOND = re.compile(
    r" and (?:the )?(?=(?:[A-Z][\w’'-]+ ){1,4}"
    r"(?:University|Institute|School|Academy|College|Committee|Commission|Council|Association|Society)\b)"
)
_AT_PLACE = re.compile(r" (?:at|in) [^,]*(?=,)")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_CUT_TAIL = re.compile(rf" (?:in|on|of|and) {_MONTH}\b.*| (?:in|on|of|at) \d{{4}}.*| in$")
_THE_TWO = re.compile(
    r"\b(?:the two|both) (?:foreign )?(?:parliaments|countries|states|nations|sides|governments|parties|neighbou?rs"
    r"|ministries)\b[^,;]{0,40}$",
    re.I,
)
_BETWEEN_BOTH = re.compile(
    r"[^,;]{0,80}?\b(?<!relations )(?<!relationship )(?<!ties )(?<!trade )(?<!links )(?<!cooperation )(?<!border )"
    r"between (?:the |their )?(?:two|both) (?:parliaments|countries|states|nations|legislatures)\b"
)
# "Commission of [one state]": a post of that state.
_OF_ONE = re.compile(r"(?:commission|committee|council)s? (?:of|for) ", re.I)
# "Chamber of Commerce 'Chile-Kenya'": the two states stand in quotes behind.
_QUOTED = re.compile(r" ['\"“‘]")
_TWO = re.compile(r"\b(\w{5,})\b[^,;]* and the \1\b")
# "A cultural centre opened in [place]": the place is told behind the founding.
_FOUNDED_IN = re.compile(
    r"\A(?:(?:was|were|has been) )?(?:opened|established|founded|inaugurated|set up) in(?: the)?\Z"
)
_LINKS = {"between", "between the", "in", "in the", "with", "with the", "of", "of the", "at", "for"}
_LINKS_FURTHER = _LINKS | {"and", "and the", ",", "-", "–"}
_ORGAN = re.compile(
    r"\b(?:Central|Standing|Olympic|Paralympic|Foreign Relations|Electoral|Election|Truth|Executive|"
    r"Organi[sz]ing|Select|(?<!Bi-)(?<!bi-)National)\b (?:\w+ )*?(?:Committee|Commission|Council)"
)
_OF_ORGAN = re.compile(
    r"(?:Committee|Commission|Council) of (?:the )?(?:[A-Z]\w+ )*(?:Congress|Parliament|Assembly|"
    r"Deputies|Senate|Party|House|Ministers of [A-Z])|Chiefs of Staff"
)
_ADJECTIVES = {
    "joint",
    "mixed",
    "intergovernmental",
    "inter-governmental",
    "bilateral",
    "economic",
    "trade",
    "technical",
    "permanent",
    "parliamentary",
    "inter-parliamentary",
    "political",
    "scientific",
    "cultural",
    "commercial",
    "ministerial",
    "high-level",
    "binational",
    "standing",
    "consultative",
    "cooperation",
    "defence",
    "defense",
    "military",
    "investment",
    "business",
    "friendship",
    "consular",
    "agricultural",
    "border",
    "boundary",
    "demarcation",
    "re-demarcation",
}


@dataclass(frozen=True, slots=True)
class Named:
    """One body: its kind, its name's span in the text, whether its name is written as a proper name."""

    kind: str
    start: int
    end: int
    proper: bool


@cache
def _nouns() -> tuple[tuple[str, Folded], ...]:
    lists = read_yaml("institutions.yaml")
    institutes = "|".join(rf"{re.escape(name)}\w*" for name in sorted(lists["institutes"], key=len, reverse=True))
    kinds = [
        ("cultural institution", rf"(?:{institutes})"),
        *((kind, "|".join(words)) for kind, words in lists["nouns"].items()),
    ]
    return tuple((kind, Folded(rf"\b(?:{words})\b")) for kind, words in kinds)


@kept
def named_bodies(statement: Statement) -> list[Named]:
    """The bodies that a statement names, none twice or inside another; kinds in the order of the lexicon."""
    return list(_named_bodies(statement))


def _named_bodies(statement: Statement) -> Iterator[Named]:
    text = statement.document.text
    taken: list[tuple[int, int]] = []
    for kind, pattern in _nouns():
        for noun in pattern.finditer(statement.low):
            last = statement.start + noun.end()
            proper = text[last - len(noun[0].split()[-1])].isupper()
            begin = _begin(statement, statement.start + noun.start())
            tail = (_TAIL if proper else _LOWER_TAIL).match(text, last, statement.end)
            owns = tail is not None and tail[0].endswith(("'s", "’s"))  # "University in Kenya and Norway's schools"
            end = _trimmed(text, tail.end() if tail and not owns else last, last)
            if any(begin < high and low < end for low, high in taken):
                continue
            taken.append((begin, end))
            yield Named(kind, begin, end, proper)


def _begin(statement: Statement, noun: int) -> int:
    """Where a name begins: the capitalised words, small words between them and usual adjectives before its noun."""
    text, start = statement.document.text, noun
    while (word := _WORD_BEFORE.search(text, max(statement.start, start - 60), start)) is not None:
        token = word[1]
        if token[-1] in ',.;:)”"' or not (
            token[0].isupper() or token.lower() in _SMALL or token.lower() in _ADJECTIVES
        ):
            break
        start = word.start(1)
    lead = text[start:noun]
    date = next((d for d in statement.of("date") if start <= d.start < noun), None)
    if date is not None:
        start = date.end
        lead = text[start:noun]
    blank = len(lead) - len(lead.lstrip(" ,"))
    trimmed = _TRIM.match(lead.lstrip(" ,"))
    return start + blank + (trimmed.end() if trimmed else 0)


def _trimmed(text: str, end: int, noun: int) -> int:
    """The end of a name without "in March" or "in 1999" behind it, nor a second body or what follows its place."""
    cut = _CUT_TAIL.search(text, noun, end) or _SECOND.search(text, noun, end)
    end = cut.start() if cut else end
    place = _AT_PLACE.match(text, noun, end)
    return place.end() if place else end


def is_joint(statement: Statement, body: Named) -> bool:
    """Whether the body is of the two states, or is one state's institute in the other.

    A third state or organisation in its name, or a parent of one state alone ("Committee of the Parliament",
    "Commission of Norway"), bars it.
    """
    text, pair = statement.document.text, statement.context.pair
    keeper = _keeper(text[body.start : body.end].lower())
    if keeper is not None:
        return keeper in pair
    states = set(_states_in(statement, body.start, body.end))
    sides = {iso3 for iso3 in states if is_side(iso3, pair)}
    if sides != states or _is_organ(text, body) or _TWO.search(text, body.start, body.end):
        return False
    if len(sides) == 1 and _OF_ONE.match(text, body.start, body.end):
        return False
    if body.kind == "other":
        return len(sides) > 1 and body.proper
    founders = _joint_founders(statement, body)
    near = sides | _partners(statement, body.end) | _seats(statement, body) | founders
    said = _is_called_joint(statement, body)
    if len(near) > 1:
        is_own = bool(sides) and body.kind in ("cultural institution", "educational institution")
        return body.proper or len(sides) > 1 or said or bool(founders) or is_own
    if body.kind in ("commission", "educational institution"):
        return said and (body.proper or body.kind == "commission")
    if body.kind in ("business council", "friendship group"):
        return said or (bool(near) and body.kind == "friendship group" and body.proper)
    return (bool(sides) and body.proper) or (bool(near) and bool(_founders(statement, body) - near))


def _keeper(name: str) -> str | None:
    """The state whose institute a name in lower case is that of: a "goethe institute" is Germany's."""
    return next((iso3 for words, iso3 in read_yaml("institutions.yaml")["institutes"].items() if words in name), None)


def _is_called_joint(statement: Statement, body: Named) -> bool:
    """Whether its name says that it is of several states, or the words behind that it is "between the two"."""
    text = statement.document.text
    name = text[body.start : body.end].lower()
    said = any(re.search(rf"\b{word}\b", name) for word in read_yaml("institutions.yaml")["joint"])
    return said or _BETWEEN_BOTH.match(text, body.end, statement.end) is not None


def _founders(statement: Statement, body: Named) -> set[str]:
    """The sides named before a body in small letters, one of which founded it: "Norway opened a cultural centre in"."""
    if body.proper or any(_states_in(statement, body.start, body.end)):
        return set()
    named = [m for m in statement.of("state") if m.end <= body.start]
    return {side for m in named[:1] if (side := side_of(m, statement.context))}


def _joint_founders(statement: Statement, body: Named) -> set[str]:
    """Both sides, where they are told to have founded the body together: "the two governments set up a Committee"."""
    words = "|".join(read_yaml("institutions.yaml")["founded"])
    founded = re.compile(rf"\b(?:{words}) (?:an? |the |their |its |new |permanent )*$", re.IGNORECASE)
    verb = founded.search(statement.document.text, statement.start, body.start)
    if verb is None:
        return set()
    clause = statement.document.text.rfind(";", statement.start, verb.start()) + 1 or statement.start
    together = _THE_TWO.search(statement.document.text, clause, verb.start())
    named = {side_of(one, statement.context) for one in statement.of("state") if clause <= one.start < verb.start()}
    return set(statement.context.pair) if together or set(statement.context.pair) <= named else set()


def _states_in(statement: Statement, start: int, end: int) -> list[str]:
    """The codes of the states named within a span; other bodies and regions in it count as third parties."""
    inside = [m for m in (*statement.mentions, *statement.inner) if start <= m.start and m.end <= end]
    codes = [m.value.iso3 for m in inside if isinstance(m.value, StateValue)]
    return codes + ["body" for m in inside if m.kind == "body" and (m.start, m.end) != (start, end) and m.end < end]


def _seats(statement: Statement, body: Named) -> set[str]:
    """The sides of the pair in which the places within a name lie: "German University in Cairo"."""
    inside = [m for m in statement.of("place") if body.start <= m.start and m.end <= body.end]
    return {side for side in (side_of(m, statement.context) for m in inside) if side}


def _partners(statement: Statement, end: int) -> set[str]:
    """The sides named right behind a body: "between Chile and Kenya", "in Lagos", "with Norway",
    " 'Chile-Kenya'".
    """
    text = statement.document.text
    found: set[str] = set()
    for mention in statement.of("state", "place", "both"):
        if mention.start < end:
            continue
        words = text[end : mention.start].strip()
        quoted = _QUOTED.fullmatch(text, end, mention.start) is not None
        joined = words in _LINKS_FURTHER if found else quoted or _FOUNDED_IN.sub("in", words) in _LINKS
        if joined and mention.kind == "both":
            return set(statement.context.pair)
        owns = text.startswith(("'s", "’s"), mention.end)
        side = side_of(mention, statement.context) if joined and not owns else None
        if side is None:
            break
        found.add(side)
        end = mention.end
    return found


def _is_organ(text: str, body: Named) -> bool:
    """Whether it is an organ of a parliament, a party or another body: "Standing Committee of the …"."""
    name = text[body.start : body.end]
    return _ORGAN.search(name) is not None or _OF_ORGAN.search(text[body.start : body.end + 40]) is not None
