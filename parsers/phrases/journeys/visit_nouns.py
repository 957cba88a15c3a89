"""Journeys told by a noun: "a visit by A to X", "A's 1996 state visit", "the visits of A (2012) and B (2015) to X".

What stands around the noun is read in whatever order it comes: leftwards whose visit it was and its year, rightwards
who made it, whereto, when. Not read: nouns without any of these; what a relative clause or a new verb goes on to tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from parsers.language.mention import Mention, PersonValue, StateValue
from parsers.language.reading import Statement, kept
from parsers.phrases.journeys.journeys import as_holder
from parsers.phrases.journeys.nouns import AFTER, COUNTED, NOUN, PEOPLE, SPOT, START

_VISITS = re.compile(rf"\b{NOUN}$", re.I)
_OFFICE_S = re.compile(
    r"\b(?:(?P<vice>vice[- ])?(?P<president>presidential)|prime[- ]ministerial)(?= (?:state |official |working )?"
    rf"{NOUN}$)",
    re.I,
)
_RESPECTIVELY = re.compile(r"[^;.]{0,25}?\brespectively\b")
_OWNER = re.compile(rf"(?P<people>{PEOPLE})(?:'s|’s|'|’)$")
_NUMBER = re.compile(r":(\d+)\]")
_SAID_OF_IT = re.compile(r"\b(?:was|is|were|being|became|marked)(?: \w+)? (?:the|his|her) $")
"""Before "first": a visit that was told of is called so ("A's visit in 2018 was the first by a Kenyan president")."""
_PREPOSITION = re.compile(
    r"\b(?:during|on|in|in the course of|at the end of|at the start of|in the framework of|within the "
    r"framework of|as part of"
    r"|while on|following|after|since|upon|throughout|with|for|of|(?:reciprocated|responded|answered|followed up) by"
    r"|(?:(?:his|her|their) return|returning|back) from) $",
    re.I,
)
_HEADS = re.compile(r",? include[sd]?\b")  # "Visits by their leaders include …"
# "A Norway visit by A": the state is where A went.
_VISITED = re.compile(r" (?:by|from) (?:(?:the|then|former|its) |[A-Z][\w-]+ ){0,3}?\[person")
# "To Norway in 1996, visit by B": what a comma or "and" parts from the noun belongs to the visit before.
_ANOTHER_BEFORE = re.compile(
    r"\b(?:in|on|to) (?:the )?\[(?:date|state|place):\d+\](?:,? and \[date:\d+\])*(?:,| and) $"
)
_ENDS = ("a", "an", "the", "this", "that", "its", "no", "each", "every", "any", "another")
_GOVERN = ("by", "with", "during", "after", "following")  # what a phrase without an article stands behind
_MOST_MODIFIERS = 7
ONE_OF_TWO = ("former's", "former’s", "latter's", "latter’s")  # as owners: "during the former's visit"


@dataclass(frozen=True, slots=True)
class Party:
    """Those who made one visit, where to and when, as far as the words around the noun tell."""

    visitors: tuple[Mention, ...] = ()
    to: tuple[Mention, ...] = ()
    dates: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """A noun of visiting: its parties, how it is determined ("his", "the", "a", none), its span in the text.

    `home` is the state whose visit it is called ("a Spanish visit", "a visit from Spain"); `begin` is where its phrase
    begins, with the preposition before it; `place` where the noun stands in the skeleton; `office` who made it, where
    it is called after an office: "a presidential visit".
    """

    parties: tuple[Party, ...]
    determiner: str
    preposition: str
    begin: int
    at: int
    end: int
    place: int
    home: Mention | None = None
    office: Mention | None = None


@dataclass
class _Found:
    """What was gathered so far: whole parties and the one that is being read."""

    parties: list[Party] = field(default_factory=list)
    now: Party = field(default_factory=Party)
    home: Mention | None = None

    def next(self, visitors: tuple[Mention, ...]) -> None:
        """Begins a new party."""
        self.parties.append(self.now)
        self.now = Party(visitors)


@kept
def tellings(statement: Statement) -> list[Telling]:
    """The nouns of visiting in a statement, each with what stands around it."""
    found, last = list[Telling](), -1
    for noun in START.finditer(statement.skeleton):
        if noun["nth"] and _SAID_OF_IT.search(statement.skeleton, 0, noun.start()):
            continue
        if noun["counted"] and not _VISITS.search(_mentions(statement, noun["counted"])[0].text):
            continue
        further = bool(noun["again"] or noun["nth"])
        before = (found or _before(noun, statement))[-1:] if further else []
        if (further and not before) or statement.offset(noun.start()) < last:
            continue
        telling = _telling(statement, noun)
        if noun["counted"] and not any((party.visitors or telling.office) and party.dates for party in telling.parties):
            continue
        if _HEADS.match(statement.document.text, telling.end) and not _names_anyone(telling):
            continue
        if noun["nth"] and statement.skeleton.endswith(", the ", 0, noun.start()) and not _names_anyone(telling):
            continue
        found.append(_to_the_same(telling, before[0]) if before else telling)
        last = telling.end
    return found


def _names_anyone(telling: Telling) -> bool:
    """Whether a visitor is told by name."""
    return any(getattr(one.value, "name", None) for party in telling.parties for one in party.visitors)


def _before(noun: re.Match[str], statement: Statement) -> list[Telling]:
    """The visits that the statement before tells, where this one opens with "the first", which is one of them."""
    before = statement.earlier
    if noun["nth"] is None or noun.start() > len("The most ") or before is None:
        return []
    return list(tellings(before)) or _counted(before)


def _counted(statement: Statement) -> list[Telling]:
    """The visits of which a statement only tells the number: "there have been three Norwegian visits to Kenya"."""
    found = list[Telling]()
    for number in COUNTED.finditer(statement.skeleton):
        quantity = statement.mentions[int(number[1])]
        if _VISITS.search(quantity.text):
            home = next((one for one in statement.inner if one.kind == "state" and one.start >= quantity.start), None)
            party = Party(to=_mentions(statement, number[2] or "", "state", "place"))
            at = (quantity.start, quantity.start, statement.offset(number.end()), number.start())
            found.append(Telling((party,), "", "", *at, home))
    return found


def _to_the_same(telling: Telling, before: Telling) -> Telling:
    """The telling of "that of A", to the destination, and from the state, of the visit told before where it names
    none.
    """
    to = next((party.to for party in before.parties if party.to), ())
    parties = tuple(replace(party, to=party.to or to) for party in telling.parties)
    gone = next((who for party in before.parties for who in party.visitors), None)
    return replace(telling, parties=parties, home=telling.home or before.home or gone)


def _telling(statement: Statement, noun: re.Match[str]) -> Telling:
    owner, early, determiner, begin = _leftwards(statement, noun.start())
    called = _mentions(statement, statement.skeleton[begin : noun.start()], "state")
    home = called[-1] if called else None
    aimed = _VISITED.match(statement.skeleton, noun.end()) and _is_aim(statement.skeleton[begin : noun.start()], home)
    city = _mentions(statement, statement.skeleton[begin : noun.start()], "place")[-1:]
    found = _Found(now=Party(owner, called[-1:] if aimed else city))
    home = None if aimed else home
    end = _rightwards(statement, noun, found)
    parties = _shared([*found.parties, found.now], early, _RESPECTIVELY.match(statement.skeleton, end) is not None)
    before = _PREPOSITION.search(statement.skeleton, 0, begin)
    word = noun["while"] or (before[0] if before else "")
    home = found.home or home
    return Telling(
        tuple(parties), determiner, word.strip().lower(), statement.offset(before.start() if before else begin),
        statement.offset(noun.start()), statement.offset(end), noun.start(), home, _office(statement, noun, home),
    )  # fmt: skip


def _office(statement: Statement, noun: re.Match[str], home: Mention | None) -> Mention | None:
    """The president or prime minister, of the state whose visit it is, after whose office a visit is called."""
    end = statement.offset(noun.end())
    word = _OFFICE_S.search(statement.document.text, statement.start, end)
    if word is None:
        return None
    rank = "minister" if word["vice"] else "head of state" if word["president"] else "head of government"
    name = f"{'vice ' if word['vice'] else ''}president" if word["president"] else "prime minister"
    iso3 = home.value.iso3 if home is not None and isinstance(home.value, StateValue) else None
    return Mention(word.start(), word.end(), word[0], PersonValue(name=None, office=name, rank=rank, iso3=iso3))


def _is_aim(words: str, called: Mention | None) -> bool:
    """Whether the state before a visit is told by its name alone, no adjective and no owner: "a Norway visit"."""
    return called is not None and getattr(called.value, "form", "") == "name" and not re.search(r"\]['’]", words)


def _leftwards(statement: Statement, start: int) -> tuple[tuple[Mention, ...], tuple[Mention, ...], str, int]:
    """The owner, the dates and the determiner before a noun, and where in the skeleton its phrase begins."""
    skeleton, at, early = statement.skeleton, start, list[Mention]()
    for _ in range(_MOST_MODIFIERS):
        first = skeleton.rfind(" ", 0, max(at - 1, 0)) + 1
        word = skeleton[first:at].strip(" ,").lower()
        owner = _OWNER.search(skeleton[:at].rstrip())
        if owner:
            return _mentions(statement, owner["people"]), tuple(early), "owner", owner.start()
        if word in _ENDS or word in ("his", "her", "their") or word in ONE_OF_TWO:
            return (), tuple(early), word, first
        if word in _GOVERN or (skeleton.startswith(("and ", "["), first) and _ANOTHER_BEFORE.search(skeleton, 0, at)):
            break
        if not word or not re.fullmatch(r"\[(?:date|rank|quantity|state|place):\d+\](?:'s|’s)?|and|[a-z-]+", word):
            break
        early[:0] = [one for one in _mentions(statement, word) if one.kind == "date"]
        at = first
        if word.startswith("[state") and word.endswith("s"):
            break
    return (), tuple(early), "", at


def _rightwards(statement: Statement, noun: re.Match[str], found: _Found) -> int:
    """Reads what follows a noun into the parties; where in the skeleton it ends."""
    skeleton, position = statement.skeleton, noun.end()
    if noun["while"]:
        spot = re.compile(SPOT).match(skeleton, position)
        found.now = replace(found.now, to=_mentions(statement, spot[0]) if spot else ())
        position = spot.end() if spot else position
    while part := AFTER.match(skeleton, position):
        if not _taken(statement, part, found, noun["noun"] or ""):
            break
        position = part.end()
    return position


def _taken(statement: Statement, part: re.Match[str], found: _Found, noun: str) -> bool:
    """Whether a part could be added: destinations and visitors once a party, a new party behind a joint."""
    named = part["people"] or part["those"] or part["also"] or part["theirs"]
    now, people = found.now, _mentions(statement, named or "")
    spots = _mentions(statement, part["to"] or "", "state", "place")
    if part["when"]:
        found.now = replace(now, dates=(*now.dates, *_mentions(statement, part["when"])))
    elif people and not now.visitors:
        found.now = replace(now, visitors=people)
    elif people and (part["joint"] or part["joint_of"] or part["also"] or part["theirs"]) and now.visitors:
        found.next(people)
    elif people and all(isinstance(one.value, PersonValue) and not one.value.name for one in now.visitors):
        found.now = replace(now, visitors=tuple(as_holder(one, now.visitors[0]) for one in people))
    elif spots and not now.to:
        found.now = replace(now, to=spots)
    elif part["of"] and not now.to and noun.lower().startswith(("tour", "journey")):
        found.now = replace(now, to=_mentions(statement, part["of"]))
    else:
        found.home = next(iter(_mentions(statement, part["sender"] or "", "state")), found.home)
        return bool(part["skip"] or part["sender"])
    return True


def _shared(parties: list[Party], early: tuple[Mention, ...], each: bool) -> list[Party]:
    """The parties with what is said once for all: a destination at the end, dates at the end or before the noun.

    With "respectively" the dates are handed out, one to each visitor.
    """
    to = next((one.to for one in reversed(parties) if one.to), ())
    last = parties[-1].dates or early
    full = [replace(one, to=one.to or to, dates=one.dates or last) for one in parties]
    if not each:
        return full
    visitors, dates = [who for one in full for who in one.visitors], full[-1].dates
    if len(visitors) != len(dates) or len(dates) < 2:
        return full
    return [Party((who,), full[0].to, (when,)) for who, when in zip(visitors, dates, strict=True)]


def _mentions(statement: Statement, words: str, *kinds: str) -> tuple[Mention, ...]:
    """The mentions whose slots stand in a piece of the skeleton, those of the kinds only where any are given."""
    found = (statement.mentions[int(number)] for number in _NUMBER.findall(words))
    return tuple(one for one in found if not kinds or one.kind in kinds)
