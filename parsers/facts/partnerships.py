"""Partnerships: declared levels of partnership and alliance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.lexicon import read_yaml
from parsers.language.mention import BodyValue, Mention
from parsers.language.modality import happened, is_planned
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.language.sides import is_foreign, side_of
from parsers.phrases.instruments.carried import told_before
from parsers.phrases.ties.alliances import ALLIANCE_MADE, ALLIED, MAJOR_ALLY, shares_clause
from parsers.phrases.ties.partnership_lists import listed_levels
from parsers.phrases.ties.partnership_shapes import (
    ANNOUNCED,
    ENDED,
    RAISED_FURTHER,
    further_level,
    named_shapes,
    shapes,
    title_of_level,
)
from parsers.phrases.ties.relations import date_right_after

_OPENING = re.compile(
    r"^(?:cooperation and|and|all|new|modern|bilateral|(?:close|friendly)(?: and)?(?= .*strategic)|close) "
)
"""Words before a level that are not of it."""


@rule("partner", "strategic a", "military alliance", "strategic relationship", "comprehensive relationship",
      "special relationship", "cooperative relationship", "beneficial relationship",
      "strategic level", "strategic status")  # fmt: skip
def declared(statement: Statement) -> Iterator[Finding]:
    """The two states established, declared, signed a … partnership, raised their ties to one, or became … partners.

    Also "which they raised to a comprehensive one", "have had a strategic partnership since 2010", and levels counted
    up with their dates: "an enhanced partner in 2004, a strategic partner in 2010", or among treaties: "have a Tax
    Treaty, a Development Partnership and …"; strategic allies; a partnership with both states in its name. Not read:
    partnerships of one field in such a list, of companies, universities and cities, a partnership that is only
    mentioned ("within the …"), over or only possible, plain "partners" and "allies", plans, partnerships with a third
    state or body.
    """
    levels: set[str] = set()
    for shape, pattern in shapes():
        for match in pattern.find(statement):
            level = _normal(match.words("level") or "")
            verb = match.verb
            if level in levels or not _is_declared(shape, level) or _is_of_trade(match, level):
                continue
            if not _holds(statement, match) or not _is_theirs(statement, match):
                continue
            if _is_settled(statement, verb):
                levels.add(level)
                date = match.mention("when") or statement.date_at(verb[0])
                date = date or (told_before(statement, statement.dates) if shape == "declared" else None)
                yield Finding({"level": level}, date, {"level": match.span("level") or verb})
    yield from _named(statement, levels)
    yield from _raised_further(statement, levels)
    yield from _counted_up(statement, levels)
    yield from _listed(statement, levels)


@rule("partnership", kinds=("item",))
def titled(statement: Statement) -> Iterator[Finding]:
    """A list item that is the title of a declaration or agreement on a level of partnership.

    Not read: titles with another matter beside it, such as trade or aid.
    """
    title = title_of_level().match(statement.text)
    if title and _is_declared("declared", _normal(title["level"])):
        span = statement.start + title.start("level"), statement.start + title.end("level")
        yield Finding({"level": _normal(title["level"])}, statement.date_at(span[0]), {"level": span})


_WHO_NAMES_ALLIES = "USA"


@rule("ally", "allies", last=True)
def ally(statement: Statement) -> Iterator[Finding]:
    """One side named the other, or is, its major non-NATO ally; only the United States, named or not, has such allies.

    Not read: allies otherwise; those of third states.
    """
    for match in MAJOR_ALLY.find(statement):
        pair, named = {*statement.context.pair}, {side_of(one, statement.context) for one in statement.of("state")}
        if named == pair or (named and named == pair - {_WHO_NAMES_ALLIES}):
            level = {"level": "major non-NATO ally"}
            yield Finding(level, statement.date_at(match.verb[0]), {"level": match.span("level") or match.verb})


@rule("alliance", last=True)
def allied(statement: Statement) -> Iterator[Finding]:
    """The two concluded, formed or signed an alliance, or one was signed, made, concluded. Not read: alliances with or
    of others, a member's, undated ones.
    """
    for match in (*ALLIED.find(statement), *ALLIANCE_MADE.find(statement)):
        third = any(_is_third(one, statement) and shares_clause(match, one) for one in statement.of("state", "body"))
        if statement.dates and not third and _is_theirs(statement, match) and happened(statement, *match.verb):
            level = " ".join(word for word in (match.words("kind"), "alliance") if word)
            span = match.span("level") or match.verb
            yield Finding({"level": level.lower()}, statement.date_at(match.verb[0]), {"level": span})
            return


def _named(statement: Statement, levels: set[str]) -> Iterator[Finding]:
    """The partnership that has the two states in its name: "the A–B Partnership for Development, signed in 2012"."""
    for match in (found for shape in named_shapes() for found in shape.find(statement)):
        words = match.words("level") or ""
        level = _normal(words)
        is_new = not any(level in told or told in level for told in levels)
        if words[0].isupper() and is_new and not _is_of_trade(match, level) and happened(statement, *match.verb):
            levels.add(level)
            yield Finding(
                {"level": level}, statement.date_at(match.verb[0]), {"level": match.span("level") or match.verb}
            )


def _raised_further(statement: Statement, levels: set[str]) -> Iterator[Finding]:
    """The level that "a comprehensive one", "a strategic level" means where a partnership is named.

    One word is added to the level that the statement told; several words are a level of their own.
    """
    match = RAISED_FURTHER.first(statement)
    added = (match.words("added") or "").lower() if match is not None else ""
    known = read_yaml("partnerships.yaml")["levels"]
    if match is None or len(levels) > 1 or not added or not {*added.split()} <= {*known}:
        return
    plain = "partnership" if "partner" in statement.low else "relationship"  # "to the strategic level"
    told = next(iter(levels), plain) if " " not in added else plain
    if added not in told and happened(statement, match.start, match.end) and _is_theirs(statement, match):
        date = date_right_after(statement, match.end) or statement.date_at(match.start)
        yield Finding({"level": f"{added} {told}"}, date, {"level": (match.start, match.end)})


def _counted_up(statement: Statement, levels: set[str]) -> Iterator[Finding]:
    """The further levels, each with its date, behind one that the statement told: ", a strategic partner in 2010"."""
    for match in further_level().find(statement) if levels else ():
        level = _normal(match.words("level") or "")
        if level not in levels and _is_declared("became", level) and happened(statement, *match.verb):
            levels.add(level)
            yield Finding({"level": level}, match.mention("when"), {"level": match.span("level") or match.verb})


def _listed(statement: Statement, levels: set[str]) -> Iterator[Finding]:
    """The further levels among what the two have with each other: "a Development Partnership, a Tax Treaty and …"."""
    for span in listed_levels(statement):
        level = _normal(statement.document.text[slice(*span)])
        if level not in levels:
            levels.add(level)
            yield Finding({"level": level}, statement.date_at(span[0]), {"level": span})


def _normal(words: str) -> str:
    """The level in lower case, with single spaces, in the singular, in one spelling; a dialogue partner stays one.

    >>> _normal("Comprehensive Strategic  Partners")
    'comprehensive strategic partnership'
    """
    level = (
        " ".join(words.lower().replace(",", " ").split())
        .replace("co-operat", "cooperat")
        .replace("co-ordinat", "coordinat")
    )
    level = re.sub(r"\ball(?:y|ies)$", "alliance", level)
    level = (
        re.sub(r"(?<!dialogue )(?<!-level )\bpartners?\b", "partnership", level)
        .replace("partnerships", "partnership")
        .replace("partnership relations", "partnership")
        .replace("partnership relation", "partnership")
    )
    return _OPENING.sub("", level)


def _is_declared(shape: str, level: str) -> bool:
    """Whether the words are a level: "are" and "have" need a strategic one, an alliance is strategic or military."""
    if level.endswith("alliance"):
        return "strategic" in level or (shape == "declared" and "military" in level)
    if level.endswith(("relationship", "association")):
        return shape in ("declared", "raised") or level == "special relationship"
    return shape in ("declared", "raised") or any(word in level for word in _WEIGHTY)


_WEIGHTY = ("strategic", "comprehensive", "privileged", "special", "enhanced", "dialogue", "summit-level")
_JOINTS = ("with", "with the", "between", "between the", "for", "of", "of the")


def _is_settled(statement: Statement, verb: tuple[int, int]) -> bool:
    """Whether the level was declared, or the two agreed to declare it, which is all that a declaration takes."""
    is_agreed = statement.document.text[slice(*verb)].lower().startswith(("agree", "deci", "consensus"))
    is_agreed |= ANNOUNCED.search(statement.low, 0, verb[0] - statement.start) is not None
    return happened(statement, *verb) or (is_agreed and is_planned(statement, *verb))


def _holds(statement: Statement, match: Match) -> bool:
    """Whether the level is neither over, lacking nor only possible: "views it as a potential strategic ally"."""
    begin = (match.span("level") or match.verb)[0] - statement.start
    if _LACKING.search(statement.low, 0, match.verb[0] - statement.start):
        return False
    is_over = ENDED.match(statement.low, match.end - statement.start) is not None
    return not is_over and _POSSIBLE.search(statement.low, 0, begin) is None


_LACKING = re.compile(r"\b(?:do|does) not(?: yet| currently| now| formally| officially)? \Z")
_POSSIBLE = re.compile(r"\b(?:potential|possible|prospective|future|would-be) [\"“'‘]?\Z")


def _is_of_trade(match: Match, level: str) -> bool:
    """Whether the words name a treaty of trade: "a Comprehensive Economic Partnership Agreement"."""
    after = match.statement.document.text[match.end : match.end + 12].lower()
    return "economic" in level and "strategic" not in level and after.strip(' "”').startswith(("agreement", "treaty"))


def _is_theirs(statement: Statement, match: Match) -> bool:
    """Whether the partnership is of the two: no company or third party shares in it, and a side is named."""
    if _is_with_third(statement, match) or _has_other_parties(statement, match):
        return False
    sides = {side_of(m, statement.context) for m in statement.of("state", "person")} - {None}
    third = any(_is_third(m, statement) for m in statement.of("state", "body"))
    if "dialogue" in (match.words("level") or ""):
        return len(sides) > 1  # mostly of a union of states
    joined = (
        statement.of("both")
        or len(sides) > 1
        or re.search(r"\b(?:relations|relationship|ties|they|cooperation)\b", statement.low)
    )
    return bool(joined) or not third


def _is_with_third(statement: Statement, match: Match) -> bool:
    """Whether a third party is its subject, or stands right behind it: "… partnership with the African Union"."""
    text, verb = statement.document.text, match.verb[0]
    after = statement.after(match.end, "state", "body", "person")
    joint = text[match.end : after.start].strip() if after else ""
    if after and joint in _JOINTS and _is_third(after, statement):
        return True
    before = statement.before(verb, "state", "body", "both", "person")
    if before is None or not _is_third(before, statement):
        return False
    return text[before.end : verb].strip() in ("", "and", "have", "has", "also", "formally")


def _has_other_parties(statement: Statement, match: Match) -> bool:
    """Whether its clause names parties that are no states, or somebody says "we"."""
    text, verb = statement.document.text, match.verb[0]
    begin = max((text.rfind(mark, statement.start, verb) for mark in ("; ", ", while ", ", but ")), default=-1)
    clause = text[max(begin, statement.start) : match.end].lower() + text[match.end : match.end + 60].lower()
    named = any(re.search(rf"\b{word}", clause) for word in read_yaml("partnerships.yaml")["parties"])
    return named or text.endswith((" we ", " We "), 0, verb)


def _is_third(mention: Mention, statement: Statement) -> bool:
    """Whether a mention is a body or a third state."""
    return isinstance(mention.value, BodyValue) or is_foreign(mention, statement.context)
