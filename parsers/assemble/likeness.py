"""How alike two names are: of people, of lists of people, of titles and topics.

Measured on articles: Jaro-Winkler over the worst pair of words finds nearly all variants of a name from .80 on, and
never suffices alone to tell that two statements are of one fact. Words of up to three letters must be equal (Wang Yi
is not Wang Qi). Regnal numbers must be equal.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import Jaro, JaroWinkler

from parsers.assemble.words import content_words, person_words, words

SPELT = 0.80
"""Jaro-Winkler similarity from which two words of names can be spellings of one."""

ALONE = 0.84
"""Jaro similarity, in which the beginning counts no more than the rest, from which a surname alone can be a spelling of
one word of a longer name: Soeharto is Suharto (.87), Halder no Halvorsen (.73)."""

LONGER = 4
"""Letters by which one spelling of a name can be longer than another: Store is no Stoltenberg, alike as they begin."""

INFLECTED = 0.92
"""Jaro-Winkler similarity from which two words of titles can be forms of one: economic, economy."""

_SHORT = 3
"""Letters up to which a word of a title has no other form."""

PLACE = 0.93
"""Jaro-Winkler similarity from which two words can be spellings of one city: Teheran, Tehran."""

SHARED = 0.67
"""Share of the shorter title's content words that the longer one must have."""

REGNAL = frozenset(
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi")
)

_CHILD_OF = frozenset(("bin", "bint", "ibn", "ben", "ould"))

_ARTICLES = frozenset(("al", "el", *_CHILD_OF))

_ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"))

_similarity = JaroWinkler.similarity


class Likeness(IntEnum):
    """How alike two statements are, from excluding each other to naming the same in the same words."""

    DIFFERENT = 0
    OPEN = 1
    UNSAID = 2
    ALIKE = 3
    SAME = 4


@lru_cache(maxsize=65536)
def person_likeness(one: str, other: str) -> Likeness:
    """SAME where all words of the shorter name stand in the longer, ALIKE where some are spelt otherwise.

    Everything else is DIFFERENT; an initial stands for any word that it begins, beside another word of the name. Who is
    called after his father is not the father: "Salem bin Hamad" and "Hamad bin Isa", nor a brother whose names come in
    another order: "Nasser Al-Fahd Al-Omar" and "Omar Al-Fahd Al-Nasser Al-Omar". A surname alone is no spelling of
    one that it is only alike to as they begin: "Halder" and "Olaf Halvorsen".

    >>> person_likeness("Karimov", "Rustam Karrimow").name, person_likeness("Wang Yi", "Wang Qi").name
    ('ALIKE', 'DIFFERENT')
    >>> person_likeness("Hamad bin Isa", "Salem bin Hamad bin Isa").name
    'DIFFERENT'
    """
    left, right = person_words(one), person_words(other)
    is_child = _is_child(one, right) or _is_child(other, left)
    pairs = None if is_child else _paired(left, right)
    if pairs is None or _is_reordered(left, right):
        return Likeness.DIFFERENT
    if len(left) != len(right) and len(pairs) == 1 and not _spells(*pairs[0]):
        return Likeness.DIFFERENT
    return Likeness.ALIKE if any(_respelt(*pair) for pair in pairs) else Likeness.SAME


@lru_cache(maxsize=65536)
def name_parts(name: str) -> frozenset[str]:
    """The words of a name, and all of them run together: two names of which `person_likeness` is SAME share one.

    >>> sorted(name_parts("Dr. Abd al-Rahman"))
    ['abd', 'abdalrahman', 'al', 'rahman']
    """
    found = person_words(name)
    return frozenset((*found, "".join(found)))


def _is_child(name: str, other: tuple[str, ...]) -> bool:
    """Whether a name is that of a child of the other: its own name, "bin" or the like, and the other's first word; not
    where that word is half of a given name ("Carl-Ben Otieno").
    """
    one = person_words(name)
    if len(one) < 3 or one[1] not in _CHILD_OF or not other:
        return False
    return one[2] == other[0] and one[0] not in other and f"-{one[1]} " not in name.lower()


def _is_reordered(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether three or more words of a name stand in the other in another order, but for a family name put first; two
    of an Arabic name, whose family name stays behind.
    """
    shorter, longer = sorted(([word for word in name if word not in _ARTICLES] for name in (one, other)), key=len)
    is_arabic = not _ARTICLES.isdisjoint(one) and not _ARTICLES.isdisjoint(other)
    if len(shorter) < 3 - is_arabic or len(longer) == len(shorter) or not set(shorter) <= set(longer):
        return False
    turns = 1 if is_arabic else len(shorter)
    return not any(_in_order((*shorter[turn:], *shorter[:turn]), longer) for turn in range(turns))


def _in_order(words: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether all words stand in a name in their order."""
    rest = iter(longer)
    return all(word in rest for word in words)


def respelt(one: str, other: str) -> bool:
    """Whether two forms of one name spell a word of it differently; a shorter form does not."""
    pairs = _paired(person_words(one), person_words(other)) or []
    return any(_respelt(*pair) for pair in pairs)


@lru_cache(maxsize=4096)
def respelt_place(one: str, other: str) -> bool:
    """Whether two names of places are one, apart from accents, marks and small differences of transliteration.

    >>> respelt_place("Asunción", "Asuncion"), respelt_place("Teheran", "Tehran"), respelt_place("San José", "San Juan")
    (True, True, False)
    """
    names = [words(name) for name in (one, other)]
    if names[0] == names[1] or len(names[0]) != len(names[1]):
        return names[0] == names[1]
    return all(JaroWinkler.similarity(a, b) >= PLACE for a, b in zip(*names, strict=True))


def list_likeness(one: Sequence[str], other: Sequence[str]) -> Likeness:
    """The least likeness of the shorter list's names, each to another one of the longer list."""
    shorter, longer = sorted((list(one), list(other)), key=len)
    worst = Likeness.SAME
    for name in shorter:
        best = max(longer, key=lambda candidate: person_likeness(name, candidate), default=None)
        worst = min(worst, person_likeness(name, best) if best is not None else Likeness.DIFFERENT)
        if worst is Likeness.DIFFERENT or best is None:
            return Likeness.DIFFERENT
        longer.remove(best)
    return worst


@lru_cache(maxsize=65536)
def phrase_likeness(one: str, other: str, parties: frozenset[str] = frozenset()) -> Likeness:
    """How far two titles share their content words; UNSAID where one has none, as “an agreement”.

    `parties` are words that name the two states, which say nothing of a title between them.

    >>> phrase_likeness("Agreement on Air Services", "an air services deal").name
    'SAME'
    >>> phrase_likeness("Memorandum on health", "Memorandum on education").name
    'DIFFERENT'
    """
    shorter, longer = content_words(one) - parties, content_words(other) - parties
    if len(shorter) > len(longer) or (len(shorter) == len(longer) and sorted(shorter) > sorted(longer)):
        shorter, longer = longer, shorter
    if not shorter:
        return Likeness.UNSAID
    numbers = _numbers(content_words(one)), _numbers(content_words(other))
    if all(numbers) and numbers[0].isdisjoint(numbers[1]):
        return Likeness.DIFFERENT
    if shorter <= longer:
        return Likeness.SAME
    return Likeness.ALIKE if _share(shorter, longer) else Likeness.DIFFERENT


def _share(shorter: frozenset[str], longer: frozenset[str]) -> bool:
    """Whether enough words of a title stand in the longer one, in any form."""
    left, candidates = len(shorter), [word for word in longer if len(word) > _SHORT]
    for word in shorter - longer:
        if len(word) <= _SHORT or not any(_similarity(word, other) >= INFLECTED for other in candidates):
            left -= 1
            if left < SHARED * len(shorter):
                return False
    return True


@lru_cache(maxsize=65536)
def _numbers(found: frozenset[str]) -> frozenset[str]:
    """The words with a digit, and those that count: "first", "2020"."""
    return frozenset(word for word in found if word in _ORDINALS or any(c.isdigit() for c in word))


def _paired(one: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[str, str]] | None:
    """Each word of the shorter name with its word of the longer, best pairs first; null where one has no fellow."""
    shorter, longer = (one, other) if (len(one), one) <= (len(other), other) else (other, one)
    if "".join(shorter) == "".join(longer):
        return [(word, word) for word in shorter]
    candidates: list[tuple[float, int, int]] = []
    for i, a in enumerate(shorter):
        fellows = [(-score, i, j) for j, b in enumerate(longer) if (score := _score(a, b))]
        if not fellows:
            return None
        candidates += fellows
    pairs = _best_pairs(candidates)
    found = [(shorter[i], longer[j]) for i, j in sorted(pairs.items())]
    if len(pairs) < len(shorter) or all(min(map(len, pair)) == 1 for pair in found):
        return None
    return found


def _best_pairs(candidates: list[tuple[float, int, int]]) -> dict[int, int]:
    """Of pairs of words by their numbers, the best first, those of which no word has a better one."""
    pairs: dict[int, int] = {}
    for _, i, j in sorted(candidates):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


@lru_cache(maxsize=65536)
def _score(one: str, other: str) -> float:
    """How well two words of names go together: 1 equal, .9 initial and word, else their similarity; 0 not at all."""
    if one == other:
        return 1.0
    if one in REGNAL and other in REGNAL:
        return 0.0
    if min(len(one), len(other)) == 1:
        return 0.9 * (one[0] == other[0])
    if min(len(one), len(other)) <= 3 or abs(len(one) - len(other)) > LONGER:
        return 0.0
    similarity = JaroWinkler.similarity(one, other)
    return similarity * 0.9 if similarity >= SPELT else 0.0


def _spells(one: str, other: str) -> bool:
    """Whether two words can be spellings of one without regard to how they begin, which counts much in `_score`."""
    return not _respelt(one, other) or Jaro.similarity(one, other) >= ALONE


def _respelt(one: str, other: str) -> bool:
    return one != other and min(len(one), len(other)) > 1
