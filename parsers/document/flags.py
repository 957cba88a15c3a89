"""What a flag template's argument names: a state by its name, or by one of the codes in common use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from babel import Locale
from babel.core import get_global

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
