"""Which side of the article's pair a mention stands for, by what it says and by what is known of states and titles."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from parsers.language.lexicon import read_yaml
from parsers.language.mention import Mention, PersonValue
from parsers.language.reading import Context, lies_in
from parsers.language.states import Pair

_OF_STATES = re.compile(
    r"\b(?:UN|United Nations|NATO|OSCE|ASEAN|EU|European (?:Commission|Council|Union)|African Union|Commonwealth"
    r"|Arab League|UNESCO|World Bank|IMF|League of Nations)\b"
)
_FOR_STATES = re.compile(
    r"\b(?:minister|affairs|ambassador|representative to|delegate|to the|integration|envoy to)\b", re.I
)
_RESIDENT = re.compile(r"ambassador|consuls?\b|chargé|charge d|high commissioner")
_PREMIER = re.compile(r"(?:(?:deputy|vice|acting) )*prime minister$")


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    return dict(read_yaml("context.yaml"))


@lru_cache(maxsize=4096)
def is_side(iso3: str | None, pair: Pair) -> bool:
    """Whether a code is one of the pair's, or of a historical state whose past one of the pair tells as its own.

    >>> is_side("SUN", ("HND", "RUS")), is_side("SUN", ("AZE", "CHN"))
    (True, False)
    """
    return iso3 in pair or any(successor in pair for successor in _lists()["predecessors"].get(iso3 or "", ()))


@lru_cache(maxsize=4096)
def facing(iso3: str | None, pair: Pair) -> str | None:
    """The state of the pair that faces this one: the other; for a historical state, the one that is not its
    successor.
    """
    if iso3 in pair:
        return pair[1 - pair.index(iso3)]
    lists = _lists()
    known = (*lists["predecessors"].get(iso3 or "", ()), *lists["claimants"].get(iso3 or "", ()))
    heirs = [successor for successor in known if successor in pair]
    return facing(heirs[0], pair) if heirs else None


def with_sovereigns(iso3s: tuple[str, ...]) -> tuple[str, ...]:
    """The codes with those of the states that the territories among them belong to behind.

    >>> with_sovereigns(("GUF",)), with_sovereigns(("PER", "CHL"))
    (('GUF', 'FRA'), ('PER', 'CHL'))
    """
    territories = read_yaml("context.yaml")["territories"]
    return (*iso3s, *(territories[iso3] for iso3 in iso3s if iso3 in territories))


def side_of(mention: Mention | None, context: Context) -> str | None:
    """The code of the side that a state, place or person belongs to; null where it is neither or cannot be told.

    A person without a state is settled by the title, where only one of the pair has that title (a king, a chancellor).
    """
    if mention is None:
        return None
    iso3 = lies_in(mention, context.pair)
    if iso3 is None and isinstance(mention.value, PersonValue):
        return _by_title(mention.value.office, mention.value.rank, context.pair)
    return iso3 if is_side(iso3, context.pair) else None


def is_claimant(iso3: str | None, pair: Pair) -> bool:
    """Whether a code is of a government that claims to be that of one of the pair, and is none of the two itself.

    >>> is_claimant("TWN", ("CHN", "PAN")), is_claimant("TWN", ("PAN", "TWN"))
    (True, False)
    """
    return iso3 not in pair and any(state in pair for state in _lists()["claimants"].get(iso3 or "", ()))


def party_of(mention: Mention | None, context: Context) -> str | None:
    """The code of the side that a mention belongs to, or of the claimant of a side, whose ties are told too."""
    iso3 = lies_in(mention, context.pair) if mention is not None else None
    return iso3 if is_claimant(iso3, context.pair) else side_of(mention, context)


def rivals(iso3: str | None) -> tuple[str, ...]:
    """The codes of the governments with which one disputes whose state it is; none for most.

    >>> rivals("TWN"), rivals("CHN"), rivals("PER")
    (('CHN',), ('TWN',), ())
    """
    claimants = _lists()["claimants"]
    return (*claimants.get(iso3 or "", ()), *(one for one, states in claimants.items() if iso3 in states))


def is_foreign(mention: Mention, context: Context) -> bool:
    """Whether a mention belongs to a third state for sure, or serves an organisation of states; a pope is of the Holy
    See though nothing else is said.
    """
    iso3 = lies_in(mention, context.pair)
    if iso3 is None and isinstance(mention.value, PersonValue):
        office = mention.value.office or ""
        return _serves_states(office) if office.lower() != "pope" else "VAT" not in context.pair
    return iso3 is not None and not is_side(iso3, context.pair)


@lru_cache(maxsize=4096)
def _serves_states(office: str) -> bool:
    """Whether an office is of an organisation of states, and not a state's office for it.

    >>> _serves_states("UN Secretary-General"), _serves_states("Minister for EU Affairs")
    (True, False)
    """
    return _OF_STATES.search(office) is not None and _FOR_STATES.search(office) is None


@lru_cache(maxsize=4096)
def present(iso3: str, pair: Pair) -> str | None:
    """The pair's own code for a side: itself, or the heir of a historical state.

    >>> present("SUN", ("CUB", "RUS")), present("FRA", ("CUB", "RUS"))
    ('RUS', None)
    """
    return facing(facing(iso3, pair), pair)


def is_resident_envoy(mention: Mention) -> bool:
    """Whether a person is an ambassador, a consul or the like, whose being in the other state is no visit."""
    value = mention.value
    words = (value.office or "").lower() if isinstance(value, PersonValue) else ""
    return _RESIDENT.search(words) is not None and not any(
        word in words for word in ("former", "at large", "at-large", "special")
    )


def only_having(organ: str, pair: Pair) -> str | None:
    """The one of the pair that alone has an organ of this name, or is a state of this form; null where both or neither
    do, and for all other words.

    >>> only_having("kingdom", ("EGY", "NOR")), only_having("kingdom", ("DNK", "NOR"))
    ('NOR', None)
    """
    having = [iso3 for iso3 in pair if iso3 in _lists()["organs"].get(organ, ())]
    return having[0] if len(having) == 1 else None


def may_hold(person: PersonValue, iso3: str) -> bool:
    """Whether a state has the title of a person; every state has one of which nothing else is known.

    A prime minister is none of a state whose president heads the government. A title that only some states use without
    more words ("Secretary of State", but "Secretary of State for Sport") is theirs where nothing is added to it.
    """
    words, lists = (person.office or "").lower(), _lists()
    bare = words.removeprefix("former ").replace("-", " ")
    if bare in lists["bare_titles"]:
        return iso3 in lists["bare_titles"][bare]
    if _PREMIER.match(bare):
        return iso3 not in lists["without_premier"]
    if bare == "vice president":
        return iso3 not in lists["monarchies"]
    if words.startswith("president") and person.rank == "head of state":
        return iso3 not in lists["monarchies"]
    title = max((one for one in lists["titles"] if words.startswith(one)), key=len, default=None)
    return title is None or iso3 in lists["titles"][title]


@lru_cache(maxsize=4096)
def _by_title(office: str | None, rank: str | None, pair: Pair) -> str | None:
    """The one of the pair that has the title; the president of a parliament, a court … tells nothing."""
    having = [iso3 for iso3 in pair if may_hold(PersonValue(None, office, rank), iso3)]
    return having[0] if len(having) == 1 else None
