"""People who are counted up with dates of their own, behind or before a verb: "including A in 2018", "A in 2011 and B
in 2014 went".
"""

from __future__ import annotations

import re

from parsers.language.mention import Mention
from parsers.language.pattern import Match
from parsers.language.reading import Statement, named

_INCLUDING = re.compile(
    r"(?:,? (?:in|on|since|from) \[date:\d+\])?(?:,|:)?"
    r"(?: (?:(?!\[|and\b|meeting\b|met\b)[\w’'-]+|\[quantity:\d+\])){0,6}?"
    r"(?:,| -)?(?::| [-–—]| (?:including|included?|includes|among them|such as|namely|notably"
    r"|(?:most|more) recently|most notably|the (?:latest|last|most recent)(?: of (?:them|these|which|whom))? being))"
)
_INSTANCE = re.compile(
    r"(?:,|;|,? and|,? as well as)?(?: (?:(?:those|that) )?(?:of|by))?(?: then| the| former)? \[person:(\d+)\]"
    r"(?:,? (?:to attend|on an?|for an?|for the|at the|who)\b(?:(?!\[person|\[date)[^;]){0,70}?(?=,? "
    r"(?:\(|in |on )?\[date))?(?:,? \(?(?:twice )?(?:in |on )?"
    r"(\[date:\d+\](?:(?:,? and |, | & )(?:in )?\[date:\d+\])*)(?:(?: (?:for|to|at|as)\b[^()\[]{2,60})?\))?)?"
)
_YEAR_FIRST = re.compile(
    r"(?:,|;|,? and)? ?(\[date:\d+\]) \((?:by |of )?"
    r"(?:the )?(\[person:\d+\](?:(?:,? and |, )(?:the )?\[person:\d+\])*)\)"
)
_DATED = (
    r"\[person:\d+\](?: of (?:the )?\[state:\d+\])?,? \(?(?:in |on )?\[date:\d+\]"
    r"(?:(?:,? and|,) (?:in |on )?\[date:\d+\])*\)?"
)
_JOINT = r"(?:,? and|,? as well as|,)(?: then| the| later| by)* "
_BEFORE = re.compile(
    rf"{_DATED}(?:{_JOINT}(?:{_DATED}|\[person:\d+\]))*{_JOINT}{_DATED}"
    rf"(?:{_JOINT}\[person:\d+\])?,? (?:also |all |both |have |had )*$"
)
_SLOTS = re.compile(r"\[(person|date):(\d+)\]")
_NUMBER = re.compile(r":(\d+)\]")
_WITH = re.compile(
    r"(?:,? (?:\[(?:date|place|state):\d+\]|in|on|from|to|for|and|at|the|an?|his|her|state|official"
    r"|working|visit|talks))*(?<! and),? "
    r"(?:accompanied by|together with|along with) (?:(?:the|his|her|then) )*(\[person:\d+\]"
    r"(?:(?:,? and|,)(?: the| his| her)? \[person:\d+\])*)(?!['’])"
)


def company(match: Match) -> list[Mention]:
    """Those named with whom somebody went, behind where and when: "to X in 2004, accompanied by B and C".

    Not those with whom he then did something there: "to X and, together with B, opened".
    """
    found = _WITH.match(match.statement.skeleton, match.found.end())
    people = [match.statement.mentions[int(number)] for number in _NUMBER.findall(found[1])] if found else []
    return [one for one in people if named(one)]


def instances(match: Match) -> list[tuple[Mention, list[Mention]]]:
    """Those who are named as examples of a group that went, each with the dates behind the name: "including A in 2018".

    Empty where none are named.
    """
    skeleton, end = match.statement.skeleton, match.found.end()
    opening = _INCLUDING.match(skeleton, end) if "[person" in skeleton[end:] else None
    return named_from(match.statement, opening.end()) if opening else []


def named_from(statement: Statement, position: int) -> list[tuple[Mention, list[Mention]]]:
    """The people counted up from a place in the skeleton, each with the dates behind the name."""
    found = []
    while one := _INSTANCE.match(statement.skeleton, position):
        dates = [statement.mentions[int(number)] for number in _NUMBER.findall(one[2] or "")]
        found.append((statement.mentions[int(one[1])], dates))
        position = one.end()
    return found


def behind_years(statement: Statement, position: int) -> list[tuple[Mention, list[Mention]]]:
    """The people counted up from a place in the skeleton in brackets behind the dates on which they went: "in 1998 (A)
    and 2006 (B)".
    """
    found = []
    while one := _YEAR_FIRST.match(statement.skeleton, position):
        date = statement.mentions[int(_NUMBER.findall(one[1])[0])]
        found += [(statement.mentions[int(number)], [date]) for number in _NUMBER.findall(one[2])]
        position = one.end()
    return found


def dated_before(match: Match) -> list[tuple[Mention, list[Mention]]]:
    """Two or more people before a verb, each with a date behind the name: "A in 2011 and B in 2014 went"; or none.

    One without takes that of the next: "A (2008) as well as B and C (2014)".
    """
    skeleton, statement = match.statement.skeleton, match.statement
    found = _BEFORE.search(skeleton, 0, match.found.start("verb")) if skeleton.count("[date") > 1 else None
    people: list[tuple[Mention, list[Mention]]] = []
    for kind, number in _SLOTS.findall(found[0]) if found else ():
        if kind == "person":
            people.append((statement.mentions[int(number)], []))
        else:
            people[-1][1].append(statement.mentions[int(number)])
    following: list[Mention] = []
    for _, days in reversed(people):
        days[:] = following = days or following
    return people
