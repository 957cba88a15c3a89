"""Journeys told by a noun: "a visit by A to X", "A's 1996 state visit", "the visits of A (2012) and B (2015) to X".

What stands around the noun is read in whatever order it comes: leftwards whose visit it was and its year, rightwards
who made it, whereto, when. Not read: nouns without any of these; what a relative clause or a new verb goes on to tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from parsers.language.mention import Mention, PersonValue, StateValue
from parsers.language.reading import Statement, kept, named
from parsers.phrases.journeys.journeys import as_holder
from parsers.phrases.journeys.nouns import AFTER, COUNTED, NOUN, PEOPLE, SPOT, START

_VISITS = re.compile(rf"\b{NOUN}$", re.I)
_OFFICE_S = re.compile(
    r"\b(?:(?P<vice>vice[- ])?(?P<president>presidential)|prime[- ]ministerial)(?= (?:state |official |working )?"
    rf"{NOUN}$)",
    re.I,
)
_RESPECTIVELY = re.compile(r"[^;.]{0,25}?\brespectively\b")
_OWNER = re.compile(rf"(?:\b(?:the|then) )?(?P<people>{PEOPLE})(?:'s|’s|'|’)$")
_BARE_OWNER = re.compile(r"\b(?:during|following|after|throughout) (?P<people>(?:the |then )*\[person:\d+\])$", re.I)
"""Whose visit it was, without the ending: "following the President Otieno visit to Oslo"."""
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
ONE_OF_TWO = ("former's", "former’s", "latter's", "latter’s")  # as owners: "during the former's visit"
_ENDS = ("a", "an", "the", "this", "that", "its", "no", "each", "every", "any", "another", "his", "her", "their",
         *ONE_OF_TWO)  # fmt: skip
_GOVERN = ("by", "with", "during", "after", "following")  # what a phrase without an article stands behind
_MODIFIER = re.compile(r"\[(?:date|rank|quantity|state|place):\d+\](?:'s|’s)?|[a-z-]+")
_MOST_MODIFIERS = 7
_FIRST_SPOT = re.compile(SPOT)


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


@dataclass(frozen=True, slots=True)
class _Lead:
    """What stands before a noun: owner, dates and determiner, and where in the skeleton its phrase begins."""

    owner: tuple[Mention, ...]
    dates: tuple[Mention, ...]
    determiner: str
    begin: int


@dataclass
class _Found:
    """What was gathered so far: whole parties and the one that is being read."""

    now: Party
    home: Mention | None = None
    parties: list[Party] = field(default_factory=list)

    def takes_people(self, people: tuple[Mention, ...], *, joint: bool) -> bool:
        """Whether people could be added: as the visitors, as a new party behind a joint, as holders of the office that
        was named.
        """
        before = self.now.visitors
        if not before:
            self.now = replace(self.now, visitors=people)
        elif joint:
            self.parties.append(self.now)
            self.now = Party(people)
        elif all(isinstance(one.value, PersonValue) and not one.value.name for one in before):
            self.now = replace(self.now, visitors=tuple(as_holder(one, before[0]) for one in people))
        else:
            return False
        return True

    def takes_spots(self, spots: tuple[Mention, ...]) -> bool:
        """Whether destinations could be added: a party has one list of them."""
        free = bool(spots) and not self.now.to
        self.now = replace(self.now, to=spots) if free else self.now
        return free


@kept
def tellings(statement: Statement) -> list[Telling]:
    """The nouns of visiting in a statement, each with what stands around it."""
    found = list[Telling]()
    for noun in START.finditer(statement.skeleton):
        if found and statement.offset(noun.start()) < found[-1].end:
            continue
        telling = _told_by(statement, noun, found)
        if telling is not None and not _is_hollow(statement, noun, telling):
            found.append(telling)
    return found


def _told_by(statement: Statement, noun: re.Match[str], found: list[Telling]) -> Telling | None:
    """What a noun tells, with what was told before of the visit that "that of A" or "the second" goes on from; null
    where nothing was.
    """
    if noun["nth"] and _SAID_OF_IT.search(statement.skeleton, 0, noun.start()):
        return None
    if not (noun["again"] or noun["nth"]):
        return _telling(statement, noun)
    before = found or _before(noun, statement)
    return _to_the_same(_telling(statement, noun), before[-1]) if before else None


def _is_hollow(statement: Statement, noun: re.Match[str], telling: Telling) -> bool:
    """Whether a noun tells of no visit by itself: a number of things or of visits without a date, or the head of a
    list without a name.
    """
    if noun["counted"] and not _VISITS.search(_mentions(statement, noun["counted"])[0].text):
        return True
    if noun["counted"] and not any((one.visitors or telling.office) and one.dates for one in telling.parties):
        return True
    heads = _HEADS.match(statement.document.text, telling.end) is not None
    next_one = noun["nth"] and statement.skeleton.endswith(", the ", 0, noun.start())
    return bool(heads or next_one) and not _names_anyone(telling)


def _names_anyone(telling: Telling) -> bool:
    """Whether a visitor is told by name."""
    return any(named(one) for party in telling.parties for one in party.visitors)


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
    """What stands around a noun, on both sides of it."""
    skeleton, lead = statement.skeleton, _leftwards(statement, noun.start())
    words = skeleton[lead.begin : noun.start()]
    called = _mentions(statement, words, "state")[-1:]
    aimed = bool(called) and _VISITED.match(skeleton, noun.end()) is not None and _is_aim(words, called[0])
    found = _Found(Party(lead.owner, called if aimed else _mentions(statement, words, "place")[-1:]))
    end = _rightwards(statement, noun, found)
    parties = _shared([*found.parties, found.now], lead.dates, _RESPECTIVELY.match(skeleton, end) is not None)
    home = found.home or (called[0] if called and not aimed else None)
    before = _PREPOSITION.search(skeleton, 0, lead.begin)
    preposition = (noun["while"] or (before[0] if before else "")).strip().lower()
    return Telling(
        tuple(parties), lead.determiner, preposition, statement.offset(before.start() if before else lead.begin),
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


def _is_aim(words: str, called: Mention) -> bool:
    """Whether the state before a visit is told by its name alone, no adjective and no owner: "a Norway visit"."""
    return getattr(called.value, "form", "") == "name" and not re.search(r"\]['’]", words)


def _leftwards(statement: Statement, start: int) -> _Lead:
    """What stands before a noun, read word by word to the left as far as its phrase reaches."""
    skeleton, at, dates = statement.skeleton, start, tuple[Mention, ...]()
    for _ in range(_MOST_MODIFIERS):
        before = skeleton[:at].rstrip()
        if owner := _OWNER.search(before) or _BARE_OWNER.search(before):
            begin = owner.start("people") if owner.re is _BARE_OWNER else owner.start()
            return _Lead(_mentions(statement, owner["people"]), dates, "owner", begin)
        first = skeleton.rfind(" ", 0, max(at - 1, 0)) + 1
        word = skeleton[first:at].strip(" ,").lower()
        if word in _ENDS:
            return _Lead((), dates, word, first)
        if not _MODIFIER.fullmatch(word) or word in _GOVERN or _is_of_another(skeleton, first, at):
            break
        dates, at = (*_mentions(statement, word, "date"), *dates), first
        if word.startswith("[state") and word.endswith("s"):
            break
    return _Lead((), dates, "", at)


def _is_of_another(skeleton: str, first: int, at: int) -> bool:
    """Whether a word between two places in the skeleton is of the visit told before: "to Norway in 1996, visit"."""
    return skeleton.startswith(("and ", "["), first) and _ANOTHER_BEFORE.search(skeleton, 0, at) is not None


def _rightwards(statement: Statement, noun: re.Match[str], found: _Found) -> int:
    """Reads what follows a noun into the parties; where in the skeleton it ends."""
    skeleton, position = statement.skeleton, noun.end()
    if noun["while"] and (spot := _FIRST_SPOT.match(skeleton, position)):
        found.now = replace(found.now, to=_mentions(statement, spot[0]))
        position = spot.end()
    while part := AFTER.match(skeleton, position):
        if not _taken(statement, part, found, noun["noun"] or ""):
            break
        position = part.end()
    return position


def _taken(statement: Statement, part: re.Match[str], found: _Found, noun: str) -> bool:
    """Whether a part could be added: dates, visitors, a destination, the state whose visit it is; or nothing."""
    if part["when"]:
        found.now = replace(found.now, dates=(*found.now.dates, *_mentions(statement, part["when"])))
        return True
    if people := part["people"] or part["those"] or part["also"] or part["theirs"]:
        joint = part["joint"] or part["joint_of"] or part["also"] or part["theirs"]
        return found.takes_people(_mentions(statement, people), joint=bool(joint))
    aim = part["to"] or (part["of"] if noun.lower().startswith(("tour", "journey")) else None)
    if aim:
        return found.takes_spots(_mentions(statement, aim, "state", "place"))
    found.home = next(iter(_mentions(statement, part["sender"] or "", "state")), found.home)
    return bool(part["skip"] or part["sender"])


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
