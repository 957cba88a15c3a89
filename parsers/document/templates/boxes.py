"""Templates that set words apart: infoboxes, pictures with captions, columns, terms with their definitions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from parsers.document.templates.pieces import Caption, Fields, Item, Passage, Piece, Rule, Values
from parsers.document.tree import Code

_LAYOUT_FIELD = re.compile(
    r"(?:map|filetype|image|flag|coa|coat|logo|symbol|seal|photo|img|picture|emblem|insignia)"
    r"(?:\d|$|_?(?:name|map|file|link|type|flag|coat|skyline|symbol|a$|b$))"
    r"|.*(?:size|width|height|alt|upright|style|colou?r|class|align|scale|border)\d*$"
    r"|(?:pushpin|mapframe|embed|child|module|coord|nocat|above_?style|italic|autoheaders)\w*$",
    re.IGNORECASE,
)
_PAIR = {"1": "title", "2": "state1", "3": "state2", "party1": "state1", "party2": "state2"}
"""The pair's name and the two states may stand without parameter names; "party" is what the box calls a state."""


def infobox(values: Values) -> Sequence[Piece]:
    """Its fields in order, without those that only say how it looks."""
    return [_fields(values.by_name.items())]


def bilateral_infobox(values: Values) -> Sequence[Piece]:
    """{{Infobox bilateral relations}}: title, the two states, missions and envoys with their titles."""
    return [_fields((_PAIR.get(name, name), code) for name, code in values.by_name.items())]


def _fields(values: Iterable[tuple[str, Code]]) -> Fields:
    rows = [(name, code) for name, code in values if name and not _LAYOUT_FIELD.match(name)]
    return Fields(tuple((label[:1].upper() + label[1:].replace("_", " "), code) for label, code in rows))


def _pictures(values: Values) -> Sequence[Piece]:
    """Header and captions of several pictures, in the order in which they are shown."""
    shown = [name for name in values.by_name if re.fullmatch(r"caption\d*|footer|header|description", name, re.I)]
    shown.sort(key=lambda name: (name.lower() != "header", name.lower() == "footer"))
    return [Caption(values.by_name[name]) for name in shown]


def _wide_picture(values: Values) -> Sequence[Piece]:
    """{{wide image|name|width|caption}}."""
    code = values.code("caption", 3)
    return () if code is None else (Caption(code),)


def _gallery(values: Values) -> Sequence[Piece]:
    """{{gallery|File|caption|File|caption}}."""
    title = values.code("title")
    captions: list[Piece] = [Caption(code) for code in values.positional()[1::2]]
    return captions if title is None else [Caption(title), *captions]


def _columns(values: Values) -> Sequence[Piece]:
    return [Passage(code) for name, code in values.by_name.items() if re.fullmatch(r"(?:col|content)?\d+", name)]


def _titled(values: Values) -> Sequence[Piece]:
    """{{hidden|title|content}}: both are shown."""
    title, content = values.code("title", "header", 1), values.code("content", "text", 2)
    return [Passage(code) for code in (title, content) if code is not None]


def _term(values: Values) -> Sequence[Piece]:
    code = values.code("content", 2, "term", 1)
    return () if code is None else (Passage(code),)


def _definition(values: Values) -> Sequence[Piece]:
    code = values.code("defn", 1)
    return () if code is None else (Item(code),)


RULES: Mapping[str, Rule] = {
    "infobox bilateral relations, infobox bilateral relation, infobox bilateral": bilateral_infobox,
    "gallery": _gallery,
    "multiple image, multiple images, image array, css image crop, panorama, photo montage, double image": _pictures,
    "wide image, tall image": _wide_picture,
    "columns": _columns,
    "hidden, hidden begin": _titled,
    "term": _term,
    "defn": _definition,
}
