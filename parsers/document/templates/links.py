"""Templates that link: to pages of other languages, ships, people by their sorted name, addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from parsers.document.templates.pieces import Linked, Piece, Rule, Values
from parsers.document.templates.words import LISTS


def _interlanguage(values: Values) -> Sequence[Piece]:
    """{{ill|Title|language|its title|lt=words}}."""
    target = values.words(1, "en")
    return [Linked(values.words("lt", "label", "display") or target, target)] if target else ()


def _annotated(values: Values) -> Sequence[Piece]:
    """{{annotated link|Title|words}}; the annotation is the other page's own description, which is not here."""
    target = values.words(1)
    return [Linked(values.words(2, "abbreviation") or target, target)] if target else ()


def _sort_name(values: Values) -> Sequence[Piece]:
    """{{sortname|First|Last|page}}."""
    name = " ".join(filter(None, (values.words(1), values.words(2))))
    return [name] if values.words("nolink") else [Linked(name, values.words(3, "link") or name)]


def _coloured(values: Values) -> Sequence[Piece]:
    """{{colored link|colour|Title|words}}."""
    target = values.words(2)
    return [Linked(values.words(3) or target, target)] if target else ()


def _ship(values: Values) -> Sequence[Piece]:
    """{{ship|prefix or kind|Name|number|form}}: the form 2 shows the name alone."""
    kind, name = values.words(1), values.words(2)
    return [Linked(name if values.words(4) == "2" else f"{kind} {name}".strip(), f"{kind} {name}".strip())]


def _ship_of(prefix: str) -> Rule:
    """{{HMS|Name|number}}: the navy's prefix is the template's name."""

    def rule(values: Values) -> Sequence[Piece]:
        name = f"{prefix} {values.words(1)}".strip()
        return [Linked(name, f"{name} ({values.words(2)})" if values.words(2) else name)]

    return rule


def _ship_class(values: Values) -> Sequence[Piece]:
    return [f"{values.words(1)}-class {values.words(2)}".strip()]


def _address(values: Values) -> Sequence[Piece]:
    label = values.code(2)
    return [label] if label is not None else [re.sub(r"^https?://(?:www\.)?", "", values.words(1)).rstrip("/")]


RULES: Mapping[str, Rule] = {
    "ill, illm, interlanguage link, interlanguage link multi, link-interwiki, ill-wd": _interlanguage,
    "annotated link, anl, anli": _annotated,
    "sortname, sort name": _sort_name,
    "colored link, coloured link": _coloured,
    "ship": _ship,
    "sclass, sclass2": _ship_class,
    "url, official website, official url": _address,
    **{prefix.lower(): _ship_of(prefix) for prefix in LISTS["ships"].split(", ")},
}
