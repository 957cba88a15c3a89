"""Tables of missions: kind, city, sender and day of opening of a post, from the cells under their heads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.document.model import Cell
from parsers.language.columns import cell_under, cells_headed, date_in, mentions_in
from parsers.language.directions import direction_above
from parsers.language.mention import Mention
from parsers.language.reading import Statement, kept
from parsers.language.sides import facing, side_of
from parsers.language.states import state_of
from parsers.phrases.posts.posts import Post, find_posts

_KINDS = ("mission", "missions", "type", "kind", "post", "posts", "representation", "status", "level")
_CITIES = ("city", "location", "place", "seat", "town")
_SENDERS = re.compile(r"\b(?:country|state|of|sender|sending|from|nation)\b", re.I)
_OPENED = re.compile(r"\b(?:opened|opening|established|since|year|from|date)\b", re.I)
_CLOSED = re.compile(r"\b(?:closed|until|closure)\b", re.I)


@dataclass(frozen=True)
class Posted:
    """A row's post: the noun, who sends it, the city, and the dates of opening and closing; null where unsaid."""

    post: Post
    sender: str
    city: Mention | None
    opened: Mention | None
    closed: Mention | None


@kept
def posts_in(statement: Statement) -> list[Posted]:
    """The post of a row; none where the table has no columns of missions and cities, or nothing tells the sender."""
    if statement.block.kind != "row":
        return []
    kind, city = cell_under(statement, _KINDS), cell_under(statement, _CITIES)
    posts = [] if kind is None else [one for one in find_posts(statement) if kind.start <= one.start < kind.end]
    sender = _sender(statement, kind) if kind is not None and city is not None and len(posts) == 1 else None
    if sender is None or city is None:
        return []
    cities = mentions_in(statement, city, "place")
    dates = (next((d for c in cells_headed(statement, heads) if (d := date_in(statement, c))), None)
             for heads in (_OPENED, _CLOSED))  # fmt: skip
    return [Posted(posts[0], sender, cities[0] if cities else None, *dates)]


def _sender(statement: Statement, kind: Cell) -> str | None:
    """The state of the column of senders, else of words or flag in the cell of the post, else of the lines above."""
    for cell in (*cells_headed(statement, _SENDERS), kind):
        side = _side_in(statement, cell)
        if side is not None:
            return side
    pair, flag = statement.context.pair, state_of(kind.flag) if kind.flag else None
    sending, receiving = direction_above(statement)
    return (flag if flag in pair else None) or sending or facing(receiving, pair)


def _side_in(statement: Statement, cell: Cell) -> str | None:
    """The first side that a cell names."""
    sides = (side_of(one, statement.context) for one in mentions_in(statement, cell, "state"))
    return next(filter(None, sides), None)
