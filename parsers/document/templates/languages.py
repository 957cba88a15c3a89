"""Templates of foreign words: the words, the name of their language where it is shown, reading and meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from babel import Locale

from parsers.document.templates.pieces import Piece, Rule, Values
from parsers.document.tree import Code


@lru_cache(maxsize=256)
def _language(code: str) -> str | None:
    """The English name of a language by its code, null where CLDR has none."""
    try:
        return Locale.parse(code.replace("-", "_").split("_")[0]).get_language_name("en")
    except (ValueError, LookupError):
        return None


def named(code: str, words: Code | None, values: Values, first: int) -> Sequence[Piece]:
    """{{langx|ru|Да|Da|yes}}, {{lang-ru|…}}: language, words, reading (the value numbered `first`), meaning."""
    if words is None:
        return ()
    label = values.words("label")
    name = None if label == "none" else label or _language(code)
    return [*([f"{name}: "] if name else []), words, *_explained(values, first)]


def _explained(values: Values, first: int) -> list[Piece]:
    reading, meaning = values.words("translit", "tr", first), values.words("lit", "translation", first + 1)
    pieces: list[Piece] = [f", romanized: {reading}"] if reading else []
    return [*pieces, f", lit. '{meaning}'"] if meaning else pieces


def _langx(values: Values) -> Sequence[Piece]:
    return named(values.words(1), values.code(2, "text"), values, 3)


def old_family(code: str) -> Rule:
    """The rule of {{lang-ru|…}}."""
    return lambda values: named(code, values.code(1, "text"), values, 2)


def _chinese(values: Values) -> Sequence[Piece]:
    """{{zh|s=…|t=…|p=…|l=…}}: each writing with its name, unless labels are off."""
    simplified, traditional = values.words("s"), values.words("t")
    both = simplified and traditional and simplified != traditional
    said = [
        ("simplified Chinese" if both else "Chinese", simplified),
        ("traditional Chinese" if both else "Chinese", "" if simplified == traditional else traditional),
        ("Chinese", values.words("c", "hani", 1)),
        ("pinyin", values.words("p", "hp")),
        ("Wade–Giles", values.words("w")),
        ("lit.", f"'{values.words('l')}'" if values.words("l") else ""),
    ]
    if values.words("labels") == "no":
        return ["; ".join(word for _, word in said if word)]
    return ["; ".join(f"{name}{' ' if name == 'lit.' else ': '}{word}" for name, word in said if word)]


def _korean(values: Values) -> Sequence[Piece]:
    said = [
        ("Korean", values.words("hangul", "k", 1)),
        ("Hanja", values.words("hanja", 2)),
        ("RR", values.words("rr", 3)),
        ("MR", values.words("mr", 4)),
    ]
    return ["; ".join(f"{name}: {word}" for name, word in said if word)]


def _japanese(values: Values) -> Sequence[Piece]:
    english, inside = values.code(1), [values.words(n) for n in (2, 3) if values.words(n)]
    pieces: list[Piece] = [] if english is None else [english]
    return [*pieces, f" ({', '.join(inside)})"] if inside else pieces


def _literally(values: Values) -> Sequence[Piece]:
    return [f"lit. '{values.words(1)}'"] if values.words(1) else ["lit."]


def _gloss(values: Values) -> Sequence[Piece]:
    return [f"'{values.words(1)}'"]


RULES: Mapping[str, Rule] = {
    "langx": _langx,
    "zh, zh-cn, lang-zh, chinese, cjkv": _chinese,
    "korean, ko-hhrm, korean/auto, lang-ko2": _korean,
    "nihongo, nihongo foot, nihongo krt": _japanese,
    "lit, lit., literal translation, literal, literally": _literally,
    "gloss, single quotes": _gloss,
}
