"""Relations with the other state of a pair that are told behind those with a third: "broke with A and chose B",
"with A in 1960 and B in 1961".
"""

from __future__ import annotations

from collections.abc import Iterator

from parsers.language.mention import Mention
from parsers.language.modality import happened
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement, lies_in
from parsers.language.sides import party_of
from parsers.phrases.ties.changes import TieChange, change_at, told_changes
from parsers.phrases.ties.relations import AGAIN, BEGAN, BROKE, RELATIONS, kind_of_change, subjects_before
from parsers.phrases.ties.shapes import ADVERBS, OWN, RELATIONS_NAMED, VERBS

_ELLIPTIC = Pattern(
    rf"\b(?P<verb>{AGAIN}|{BEGAN}) (?:them|ones|those|it|(?:connections|contacts|links))? ?(?:with|to) (?:the"
    rf" )?<won:state>"
    rf"|\b(?P<broke>{BROKE}) (?:them|ones|those|it|that) with (?:the )?<lost:state>"
    rf"|\b(?P<also>{AGAIN}|{BEGAN}|{BROKE}){OWN} {RELATIONS} with (?:the )?<state>(?:(?!\[both)[^;.]){{0,40}}?"
    r"(?:,| and|,? but|,? then)(?: \w+)? with (?:the )?<second:state>"
    rf"|\b(?P<each>{AGAIN}|{BEGAN}|{BROKE}){OWN} {RELATIONS} with (?:the )?<state>,? \(?(?:(?:in|on) )?<date>\)?"
    r"(?P<listed>(?:(?:,|,? and)(?: with)?(?: the)? \[state:\d+\],? \(?(?:(?:in|on) )?\[date:\d+\]\)?)+)"
    rf"|\b(?:those|ones|that) with (?:the )?<held:state> (?:were|was|had been) {ADVERBS}(?P<done>{VERBS})\b"
)


def turns(statement: Statement) -> Iterator[TieChange]:
    """The changes with the other of the pair that stand behind those with a third state, each of a kind not told."""
    for match in _ELLIPTIC.find(statement) if statement.dates and RELATIONS_NAMED.search(statement.low) else ():
        verb = next((words for name in ("verb", "broke", "done", "also", "each") if (words := match.words(name))), "")
        kind, (other, date) = kind_of_change(verb), _other(match)
        theirs = party_of(other, statement.context) and (match.mention("held") or _acts(statement, match))
        told = kind in [change.kind for change in told_changes(statement)] if theirs else True
        if not told and happened(statement, match.start, match.end):
            yield change_at(kind, statement, match.start, date)


def _other(match: Match) -> tuple[Mention | None, Mention | None]:
    """The state of the pair behind the third one, and the date that stands with it in a list."""
    listed = next((one for one in match.mentions("listed") if party_of(one, match.statement.context)), None)
    if listed is not None:
        return listed, match.statement.after(listed.end, "date")
    other = next((one for name in ("won", "lost", "held", "second") if (one := match.mention(name))), None)
    return other, match.statement.after(match.end, "date") if match.span("second") else None


def _acts(statement: Statement, match: Match) -> bool:
    """Whether a side of the pair acts, or a person of whom no state is told."""
    subjects = [*subjects_before(statement, match.start), *statement.of("person")][:1]
    acts = subjects[0] if subjects else None
    unknown = acts is not None and acts.kind == "person" and lies_in(acts, statement.context.pair) is None
    return unknown or party_of(acts, statement.context) is not None
