"""Templates of flags: the state that they name, with a link to it; an icon says it only where it stands alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from babel import Locale
from babel.core import get_global

from parsers.document.templates.pieces import Icon, Linked, Piece, Rule, Values
from parsers.document.templates.words import LISTS

_CODE = re.compile(r"[A-Z]{2,5}")


@lru_cache(maxsize=1)
def _cldr_names() -> Mapping[str, str]:
    return Locale("en").territories


def flag_name(name: str, special: Mapping[str, str]) -> str:
    """The state's name; a name that is no code is itself.

    Codes: those of `special` first (sporting and everyday ones), then ISO 3166-1 alpha-2 and alpha-3 through CLDR.

    >>> flag_name("ROK", {"ROK": "South Korea"}), flag_name("EST", {}), flag_name("Chad", {})
    ('South Korea', 'Estonia', 'Chad')
    """
    if not _CODE.fullmatch(name):
        return name
    if name in special:
        return special[name]
    alpha2 = (get_global("territory_aliases").get(name) or [name])[0]
    found = _cldr_names().get(alpha2)
    return found.replace("&", "and").replace("St.", "Saint").split(" (")[0] if found else name


def state_by_code(name: str) -> str | None:
    """The state of a template that is a bare code, as {{KEN}}; null where the name is no alpha-3 code of a state."""
    code = name.upper()
    found = flag_name(code, LISTS["flags"]) if len(code) == 3 and code.isalpha() else code
    return None if found == code else found


def _state(words: str) -> str:
    return flag_name(words, LISTS["flags"])


def _flag(values: Values) -> Sequence[Piece]:
    name = _state(values.words(1, "country"))
    return [Linked(values.words("name") or name, name)] if name else ()


def _general_flag(values: Values) -> Sequence[Piece]:
    """{{flagg|form|State}}: the form is letters that say what is shown."""
    name = _state(values.words(2, 1))
    return [Linked(values.words("name", "pref") or name, name)] if name else ()


def _icon(values: Values) -> Sequence[Piece]:
    name = _state(values.words(1, "country"))
    return [Icon(name)] if name else ()


def _with_words(values: Values) -> Sequence[Piece]:
    """{{flaglist|place|State}} and {{flagathlete|person|State}}: the words, then the state in brackets as shown."""
    words, state = values.code(1), _state(values.words(2))
    pieces: list[Piece] = [] if words is None else [words]
    return [*pieces, " (", Linked(state, state), ")"] if state else pieces


def of_state(name: str) -> Rule:
    """The rule of a template that is a state's code."""
    return lambda _: [Linked(name, name)]


RULES: Mapping[str, Rule] = {
    "flag, flagu, flagcountry, flagb, flagright, noflag, flag+link, flagioc, flagteam, flag country, flagcu": _flag,
    "flagg": _general_flag,
    "flagicon, flagdeco, flag icon, flagd, country flag, country icon, flagcon, flagico": _icon,
    "flaglist, flagathlete, flagmedalist, flagiocathlete, flagperson": _with_words,
}
