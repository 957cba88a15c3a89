"""Which state sends a post: its owner, the state that faces its city's, who acts, or whom the head line names."""

from __future__ import annotations

import re

from parsers.language.mention import Mention
from parsers.language.reading import Statement, lies_in
from parsers.language.sides import facing, is_side, present, side_of
from parsers.language.states import find_states
from parsers.phrases.posts.posts import City, Post, find_posts, masked
from parsers.phrases.posts.shapes import IS_TOLD_OF, SERVED
from parsers.phrases.ties.relations import subjects_before, without_object

_OPENS = re.compile(r"(?:from|through|via|with|besides|in addition to|apart from) (?:its|their) ", re.I)
_IT_HAS = re.compile(
    r"(?:[a-z ]{3,20}, |today,? |currently,? )?(?:it|the country|the former) (?:(?:also|currently|further|still) )*"
    r"(?:has|had|maintains|maintained|operates|operated|keeps|runs|opened|is (?:\w+ )?(?:accredited|represented))\b"
)
_OF_OTHERS = re.compile(r" accredited to (?:the )?§")  # "69 of the missions accredited to Kenya": of nobody named
_HOLY_SEE = "VAT"  # nobody else sends a nuncio: "the nunciature of Kenya" is that in Kenya
_LONG = 24
_FOR = re.compile(
    r"\b(?:accredited|responsible|covers|covered|serves|jurisdiction|concurrently)"
    r"(?: \w+)? (?:to|for|over|in)? ?(?:the )?$"
)


Sender = tuple[str, str | None]
"""A sending state by its code, and the words that name it, where any do."""


def sender_of(statement: Statement, post: Post, city: City | None) -> Sender | None:
    """The sending state of a post: its owner, else the state that faces the city's, else who acts, else the head's."""
    context = statement.context
    if _HOLY_SEE in context.pair and "nunciature" in statement.low[post.start - statement.start :][:_LONG]:
        return _of_nunciature(statement, post)
    if post.plural and not post.owners and _OF_OTHERS.match(masked(statement), post.end - statement.start):
        return None
    actors = post.owners or tuple(_acting(statement, post))
    sides = [(side_of(mention, context), mention.text) for mention in actors if mention.kind != "both"]
    lies = city.iso3s if city else ()
    across = next((facing(iso3, context.pair) for iso3 in lies if is_side(iso3, context.pair)), None)
    if across:
        return _from_across(statement, post, across, sides)
    if not post.owners and (served := _served(statement, post)) is not None:
        return (str(facing(served, context.pair)), None)
    if not post.owners and actors and IS_TOLD_OF.search(statement.document.text[actors[-1].end : post.start]):
        return None
    if sides and len(actors) == 1:
        return (sides[0][0], sides[0][1]) if sides[0][0] else None
    return None if actors else _of_it(statement) or _of_head(statement)


def _of_nunciature(statement: Statement, post: Post) -> Sender | None:
    """The Holy See, unless it is the nunciature of a third state."""
    hosts = [*post.owners, *([post.country] if post.country else [])]
    return (_HOLY_SEE, None) if not hosts or any(side_of(host, statement.context) for host in hosts) else None


def _from_across(
    statement: Statement, post: Post, across: str, sides: list[tuple[str | None, str]]
) -> Sender | None:
    """The state that faces the one in which a post stands, as it is named; null where only others act."""
    pair = statement.context.pair
    named = next(((iso3, text) for iso3, text in sides if iso3 and present(iso3, pair) == across), None)
    if named is not None and not post.owners and _is_gone(statement, named[0], across):
        named = None
    strangers = sides and (post.owners or not any(iso3 for iso3, _ in sides)) and named is None
    return None if strangers and not _is_listed(statement) else named or (across, None)


def _is_gone(statement: Statement, before: str, now: str) -> bool:
    """Whether a state that no longer is stands before the heir that a statement names too: it keeps the posts."""
    named = [one for one in statement.of("state") if lies_in(one, statement.context.pair) == now]
    return before != now and bool(named)


# "Kenya welcomed it, and opened an embassy": who acts stands in the clause before.
_AND_OPENED = re.compile(
    r",? and (?:(?:in|on) [\w, ]{4,18} )?(?:\w+ly |later |then |also )?(?:opened|established|set up|inaugurated|closed"
    r"|maintains|has) (?:an? |its )?(?:\w+ )?$"
)
# "The embassy in Oslo has been accredited to Kenya", "Kenya came under the charge of the embassy in Oslo".
_ACCREDITED_TO = re.compile(
    r"[^;.,]{0,40}? (?:(?:is|was|has been|had been|being)(?: \w+)? "
    r"(?:accredited to|responsible for|competent for|in charge of)|(?:also )?(?:covers|covered|serves|served))"
    r"(?: the)? "
)
_IN_CHARGE = re.compile(r"\bunder the (?:charge|jurisdiction|responsibility|purview|care) of (?:the |an? )?$")


# "While keeping relations with A from its embassy in B": not A's.
_RELATIONS_FROM = re.compile(r"\brelations with [^;.,]{3,30} (?:from|through|via) (?:its|their) $")


def _served(statement: Statement, post: Post) -> str | None:
    """The side that a post of which no owner is told is accredited to, or in charge of; null where none is told."""
    text = statement.document.text
    told = _ACCREDITED_TO.match(text, post.end, statement.end)
    if told is not None:
        served = next((m for m in statement.of("state") if m.start == told.end()), None)
        return side_of(served, statement.context)
    charged = _IN_CHARGE.search(statement.low, 0, post.start - statement.start)
    subject = subjects_before(statement, statement.start + charged.start())[-1:] if charged is not None else []
    return side_of(subject[0], statement.context) if subject else None


def _acting(statement: Statement, post: Post) -> list[Mention]:
    """The states that act before a post, not that which it serves; for "its embassy", those of a clause before."""
    found = subjects_before(statement, post.start)
    text = statement.document.text
    while found and SERVED.search(masked(statement), 0, found[0].start - statement.start):
        found = subjects_before(statement, found[-1].start - 1)
    if _AND_OPENED.search(statement.low, 0, post.start - statement.start):
        first = [one for one in statement.of("state")[:1] if one.start - statement.start <= len("The ")]
        found = [one for one in first if side_of(one, statement.context) is None] or _not_object(statement, found)
    if _RELATIONS_FROM.search(statement.low, 0, post.start - statement.start):
        before = [mention for mention in statement.of("state") if mention.end <= post.start]
        found = [one for one in before[:-1] if one.value != before[-1].value][-1:]
    if not found and text[statement.start : post.start].lower().endswith(("its ", "their ", "her ")):
        opens = _OPENS.fullmatch(text, statement.start, post.start) is not None
        found = [mention for mention in statement.of("state") if opens or mention.end <= post.start][:1]
        found = [one for one in found if not SERVED.search(masked(statement), 0, one.start - statement.start)]
    return found


def _not_object(statement: Statement, found: list[Mention]) -> list[Mention]:
    """Who acts before "and opened an embassy", not upon whom: "Kenya recognised Norway and opened an embassy"."""
    before = [one for one in statement.of("state") if found and one.end <= found[0].start][-1:]
    return without_object(statement, [*before, *found]) if len(found) == 1 else found


def _of_it(statement: Statement) -> Sender | None:
    """The sender of the first post of the sentence before, where "it" or "the country" has this one too."""
    before = statement.earlier
    if before is None or not _IT_HAS.match(statement.low):
        return None
    first = next(iter(find_posts(before)), None)
    return sender_of(before, first, next(iter(first.cities), None)) if first is not None else None


def _is_listed(statement: Statement) -> bool:
    """Whether a statement is an item or row below a head line."""
    return statement.block.kind in ("item", "row") and statement.context.head is not None


def _of_head(statement: Statement) -> Sender | None:
    """The sending state that the head line, the heading or the item's own lead names: "Of Kenya in Norway", "Kenyan
    missions", "Kenya"; null where a line joins the two: "Kenya and Norway"."""
    context = statement.context
    lead, colon, _ = statement.text.partition(": ") if statement.block.kind == "item" else ("", "", "")
    lines = [lead] if colon else []
    lines += [context.head.text] if context.head is not None else []
    for line in (*lines, *reversed(context.path)):
        named = [mention for mention in find_states(line, context.pair) if side_of(mention, context)]
        joined = len(named) > 1 and line[named[0].end : named[1].start].strip() in ("and", "and the", "&", "–", "-")
        side = side_of(named[0], context) if named and not joined else None
        if side:
            located = re.search(r"\bin(?: the)? $", line[: named[0].start], re.I)
            return (facing(side, context.pair) or side, None) if located else (side, named[0].text)
    return None


def is_sent_to(statement: Statement, post: Post, receiving: str) -> bool:
    """Whether a post is said to be the one to the receiving state: "Jordan's embassy to Bulgaria"."""
    state = statement.after(post.end, "state")
    words = statement.document.text[post.end : state.start].strip() if state is not None else ""
    return words in ("to", "to the", "for", "for the") and side_of(state, statement.context) == receiving


def is_for_others(statement: Statement, post: Post) -> bool:
    """Whether a post is said to be accredited to third states, and to neither of the pair."""
    served = [
        state for state in statement.of("state")
        if state.start > post.end and _FOR.search(statement.low[: state.start - statement.start])
    ]  # fmt: skip
    behind = [state for state in statement.of("state", "both") if served and state.start >= served[0].start]
    return bool(served) and not any(one.kind == "both" or side_of(one, statement.context) for one in behind)
