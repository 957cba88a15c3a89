"""Currencies as articles write them: signs, codes and names, and which of a name's currencies a pair of states means.

Names come from CLDR through babel, what it lacks from `lexicon/currencies.yaml`. `money` reads amounts with them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

import ahocorasick_rs as ac
from babel.core import Locale, get_global
from babel.numbers import get_currency_name, get_territory_currencies

from parsers.written import written

LEXICON = Path(__file__).with_name("lexicon") / "currencies.yaml"
# CLDR dates each state's tender; a fixed day keeps one input at one output for ever.
TENDER_ON = dt.date(2024, 12, 31)
TENDER_FROM = dt.date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign, code or name of money: its currency where there is only one, else the family the pair must decide.

    `careful` marks are other words too, `weight` ones are weights; `leads` holds for signs and codes, which stand
    before their number more often than after it.
    """

    code: str | None
    family: str | None
    careful: bool = False
    weight: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Currencies:
    """All marks, the automaton that finds them, the members of each family, and the words before each full name."""

    marks: dict[str, Mark]
    words: tuple[str, ...]
    automaton: ac.AhoCorasick
    families: dict[str, frozenset[str]]
    defaults: dict[str, str]
    unqualified: frozenset[str]
    states: dict[str, tuple[str, ...]]
    full_names: dict[str, str]


Named = tuple[str, str, str]
"""The code of a currency, its name in singular or plural, and the last word of the singular."""


def _cldr_names(lexicon: dict) -> Iterator[Named]:
    """Every currency that CLDR names in English, under each of its names."""
    for code in sorted(Locale("en").currencies):
        singular, plural = (get_currency_name(code, count, locale="en") for count in (1, 2))
        if code in lexicon["not_money"] or "(" in singular:
            continue
        for name in dict.fromkeys((singular, plural)):
            yield code, name, singular.split()[-1].lower()


def _capitalised(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


@cache
def currencies() -> Currencies:
    """All marks of money, built once from CLDR and the lexicon."""
    lexicon = written(LEXICON.read_text(encoding="utf-8"))
    named = list(_cldr_names(lexicon))
    full_names = {name: code for code, name, _ in named}
    heads, families = _families(lexicon, named)
    marks = _marks(lexicon, full_names, heads, families)
    words = tuple(marks)
    return Currencies(
        marks=marks,
        words=words,
        automaton=ac.AhoCorasick(list(words), matchkind=ac.MatchKind.LeftmostLongest),
        families={family: frozenset(codes) for family, codes in families.items()},
        defaults=lexicon["defaults"],
        unqualified=frozenset(lexicon["unqualified"]),
        states={state: tuple(codes) for state, codes in lexicon["states"].items()},
        full_names=full_names,
    )


def _families(lexicon: dict, named: Iterable[Named]) -> tuple[dict[str, str], dict[str, set[str]]]:
    """The family that the last word of a name stands for ("crowns": crown), and the codes of each family."""
    heads: dict[str, str] = {}
    families: dict[str, set[str]] = defaultdict(set)
    for code, name, head in named:
        word = name.split()[-1].lower()
        if word not in lexicon["not_heads"]:
            heads[word] = lexicon["spellings"].get(head, head)
            families[heads[word]].add(code)
    for family, codes in lexicon["families"].items():
        families[family].update(codes)
    return heads | lexicon["spellings"], families


def _marks(
    lexicon: dict, full_names: dict[str, str], heads: dict[str, str], families: dict[str, set[str]]
) -> dict[str, Mark]:
    """Every spelling that marks money; later sources (the reviewed lexicon) override earlier ones (CLDR)."""
    kinds = {kind: frozenset(lexicon[kind]) for kind in ("careful", "weights")}
    of = partial(_mark_of, kinds, families)
    marks = {word: of(word, family) for head, family in heads.items() for word in (head, _capitalised(head))}
    for name, code in full_names.items():
        if " " in name:
            marks |= {word: replace(of(word, code), careful=False) for word in (name, _capitalised(name))}
    marks |= dict(_codes(lexicon))
    marks |= {word: of(word, meaning) for word, meaning in lexicon["names"].items()}
    return marks | {word: replace(of(word, meaning), leads=True) for word, meaning in lexicon["signs"].items()}


def _mark_of(kinds: Mapping[str, frozenset[str]], families: Mapping[str, set[str]], word: str, meaning: str) -> Mark:
    """A word that means a currency or a family of them, of the kinds of words that the lexicon lists."""
    members = families.get(meaning, {meaning})
    code = next(iter(members)) if len(members) == 1 else None
    careful = word in kinds["careful"] or word.lower() in kinds["careful"]
    return Mark(code, None if code else meaning, careful, word.lower() in kinds["weights"])


def _codes(lexicon: dict) -> Iterator[tuple[str, Mark]]:
    """The codes of today and those of the past that are still written, a dollar's also with its sign."""
    for code in {*_current_codes(), *lexicon["past_codes"]} - set(lexicon["not_money"]):
        yield code, Mark(code, None, careful=code not in lexicon["plain_codes"], leads=True)
        if code.endswith("D"):
            yield f"{code}$", Mark(code, None, leads=True)
            yield f"{code} $", Mark(code, None, leads=True)


def _current_codes() -> set[str]:
    return {code for territory in get_global("territory_currencies") for code in _tender_of(territory, past=False)}


def _tender_of(territory: str, *, past: bool) -> list[str]:
    return [str(code) for code in get_territory_currencies(territory, TENDER_FROM if past else TENDER_ON, TENDER_ON)]


@cache
def tender(state: str, *, past: bool) -> frozenset[str]:
    """The codes that were legal tender in a state (ISO3): today's, or with `past` all since 1900."""
    listed = currencies().states.get(state)
    if listed:
        return frozenset(listed)
    territories = get_global("territory_aliases").get(state) or []
    # A code of several territories is a dissolved state, whose money is not that of its successors.
    if len(territories) != 1:
        return frozenset()
    return frozenset(_tender_of(territories[0], past=past))


@cache
def _decided(family: str, pair: tuple[str, str] | None) -> str | None:
    """The currency of a family's name in an article on the pair: by today's tender, by default, by past tender."""
    known = currencies()
    default = known.defaults.get(family)
    if family in known.unqualified or not pair:
        return default
    members = known.families[family]
    today = {code for state in pair for code in tender(state, past=False) & members}
    if today or default:
        return (today.pop() if len(today) == 1 else None) if today else default
    past = {code for state in pair for code in tender(state, past=True) & members}
    return past.pop() if len(past) == 1 else None


def currency_of(mark: Mark, adjectives: str, pair: tuple[str, str] | None) -> str | None:
    """The code of a mark; a national adjective before an ambiguous name decides, and an unknown one leaves it open."""
    if mark.code or not mark.family:
        return mark.code
    nation = " ".join(word for word in re.split("[ -]", adjectives) if word[:1].isupper())
    if not nation:
        return _decided(mark.family, pair)
    members = currencies().families[mark.family]
    named = {code for name, code in currencies().full_names.items() if code in members and name.startswith(nation)}
    return named.pop() if len(named) == 1 else None


def family_of(mark: Mark) -> frozenset[str]:
    """All codes that a mark may stand for; a bare "$" may turn out to be any dollar."""
    family = "dollar" if mark.code == "USD" else mark.family
    return currencies().families.get(family or "", frozenset({mark.code} if mark.code else ()))
