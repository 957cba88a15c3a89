"""Memberships: a state joins, leaves, applies to, or is a member of a body or initiative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.mention import BodyValue, DateValue, Mention
from parsers.language.modality import happened
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement
from parsers.language.sides import is_side, side_of

_KIND = r"(?:an?|the|also|all|both|now|each|currently|full|active|founding|fellow|original|founder|newest|newly admitted|permanent|[a-z]+(?:rd|th|st)|\w+ly|\[rank:\d+\])"
_MEMBER = r"(?:members?|member states?|member countries|member nations|participants|parties|part|signatory members)(?: states?| countries)?"
_ACTS = (
    ("joined", rf"joined|acceded to|was admitted (?:in)?to|were admitted (?:in)?to|was admitted as (?:a |the )?(?:\S+ )?member of|gained (?:membership|admission) (?:of|in|to)|became (?:{_KIND} )*{_MEMBER} (?:of|to|in)|signed up to|entered|re-?joined"),
    ("left", r"left|withdrew from|was expelled from|quit|pulled out of|exited|renounced (?:its )?membership (?:of|in)|formally withdrew from"),
    ("applied", r"applied (?:for (?:full )?membership (?:of|in|to)|to join|for (?:admission|accession) to)|submitted (?:its|an?) (?:membership )?application (?:to join|to|for membership (?:of|in))|is an? (?:official )?candidate (?:country |state )?(?:for (?:membership of|accession to)|to join)"),
    ("observer", r"(?:became|is|are|was granted|were granted|obtained|has|have|received|holds|gained) (?:an? |the |both |permanent |associate |full )*(?:observers?|dialogue partners?)(?: states?| countries| members?)?(?: status)? (?:of|in|to|at|with)"),
    ("member", rf"(?:is|are|was|were|being|has been|have been|had been|both|two|fellow|remain|remains) (?:{_KIND} )*{_MEMBER} (?:of|to|in)|belongs? to|participates? in"),
)  # fmt: skip
_WHO = r"(?P<who><state|both>(?:(?:, (?:the )?<state>)*(?:,? and|,? as well as|,? like|,? along with) (?:the )?(?:Republic of )?<state>)?)(?! (?:compan|ambassador|citizen|team|bank|player|minister|universit|airline|troops|soldiers|athlete|club|firm))"
_TAIL = r"(?!(?:'s|’s)? (?:forces|troops|mission|operations?|in \w+ing|sanctions|summit|talks|campaign|peacekeep|member|countries|states|membership|committee|conference|meeting|negotiat|delegation|team|force|headquarters|army|coalition))"
_PATTERNS = tuple(
    (action, Pattern(rf"(?:{_WHO}|\b(?P<pronoun>both|they)\b)(?P<link>(?:(?!\[(?:state|both|person))[^;.]){{0,90}}?)\b(?P<verb>{words}) (?:the )?(?:Member States of the )?<body:body>{_TAIL}"))
    for action, words in _ACTS
)  # fmt: skip
_DIRECT = (
    ("member", Pattern(rf"{_WHO} (?:is|are|both|have been|has been|are both|were)(?: also| both| each| now| all| an?| the| fellow| full| current)* <body:body>(?: \(<body>\))?(?:,? and <second:body>)? (?:members?|member states?|allies|countries)\b")),
    ("member", Pattern(rf"\b(?:As|as) (?:an?|fellow|both|full|founding|two|current) (?:full |fellow )?(?P<body><body>)(?: \(<body>\))? (?:members?|member states?|countries), (?:the )?{_WHO}")),
    ("member", Pattern(rf"\b(?:As|Being) (?:an? |both |fellow |full |founding )*(?:members?|member states?) of (?:the )?<body:body>(?: \(<body>\))?, (?:the )?{_WHO}")),
    ("member", Pattern(rf"{_WHO}, (?:both )?\[quantity:\d+\] of (?:the )?<body:body>")),
    ("applied", Pattern(rf"{_WHO} (?:has |have |had |also |formally |officially )*applied for (?:full )?<body:body>(?: \(<body>\))? membership")),
    ("joined", Pattern(rf"\b(?:since|after|following|upon|with|until|before|by|when|on)(?: the)? {_WHO}(?:'s|’s|s’|s') (?:own |full |formal )?(?:accession|entry|admission|joining)(?: (?:to|into|of))? (?:the )?<body:body>")),
    ("left", Pattern(rf"\b(?:since|after|following|upon|with|until|before|by)(?: the)? {_WHO}(?:'s|’s|s’|s') (?:own |full |formal )?(?:withdrawal|departure|exit|expulsion) from (?:the )?<body:body>")),
    ("joined", Pattern(rf"\b(?:since|after|upon|following|before) (?:its |their )?(?:joining|accession to|entry into|admission to) (?:the )?<body:body>[^;.\[]{{0,40}}(?:\[date:\d+\])?, (?:the )?{_WHO}")),
)  # fmt: skip
_LIST = re.compile(
    r"(?:(?:'s)? \((?:\[body:\d+\]|[A-Z][\w-]*)\))?(?:,|,? and| as well as|, as well as|,? and also|, along with|,? and (?:both |they )?(?:belong to|are (?:also |both )*(?:\w+ )?members of|participate in|both of))(?: in| of| to)?(?: the)? "
    r"(?:(?:[A-Z][\w’'-]*(?: (?:of|for|the|on|and|[A-Z][\w’'-]*)){0,7}(?: \([A-Z]+\))?)(?:, and|,| and)(?: the)? )*\[body:(\d+)\]"
)
_TREATY = re.compile(r"\b(?:Treaty|Convention|Accords?|Agreement|Charter|Regime|Framework)\b(?! Organi[sz]ation)")


def _bodies(match: Match) -> Iterator[Mention]:
    """The body of a match and those listed behind it, over names that the lexicon does not have; each body once."""
    seen: set[str] = set()
    found, statement = match.found, match.statement
    slots = re.findall(r"\[body:(\d+)\]", found.group("body") + (found.groupdict().get("second") or ""))
    position = found.end("body")
    while (listed := _LIST.match(statement.skeleton, position)) is not None:
        slots.append(listed[1])
        position = listed.end()
    for slot in slots:
        body = statement.mentions[int(slot)]
        if isinstance(body.value, BodyValue) and body.value.name not in seen and not _TREATY.search(body.value.name):
            seen.add(body.value.name)
            yield body


@rule(
    "join", "member", "accede", "admitted", "admission", "left", "withdrew", "quit", "applied", "observer", "part of", "signed up", "entered",
    "dialogue partner", "expelled", "belong", "candidate", "pulled out", "exited", "application", "participate", "accession",
)  # fmt: skip
def acted(statement: Statement) -> Iterator[Finding]:
    """A state, or both, joined, left, applied to, observes, or is a member of a body or initiative of the lexicon, or several.

    Not read: plans and wishes; third states; treaties; bodies that the lexicon does not have; a seat for a term.
    """
    yield from _read(statement, _PATTERNS)


@rule("member", "accession", "entry", "admission", "joining", "withdrawal", "departure", "exit", "expulsion", "allies", "countries")
def named(statement: Statement) -> Iterator[Finding]:
    """Membership told by the way: "both are NATO members", "as an EU member, …", "since Latvia's accession to the EU in 2004".

    Not read: accession that is asked for, supported or talked about.
    """
    yield from _read(statement, _DIRECT)


def _read(statement: Statement, patterns: tuple[tuple[str, Pattern], ...]) -> Iterator[Finding]:
    seen: set[tuple[object, ...]] = set()
    for action, pattern in patterns:
        for match in pattern.find(statement):
            verb = _verb(match)
            if not happened(statement, *verb):
                continue
            date = _date(statement, action, verb)
            for body in _bodies(match):
                for side, name in _members(match):
                    key = (side, body.value, action)
                    if key not in seen and isinstance(body.value, BodyValue):
                        seen.add(key)
                        values = {"state_iso3": side, "state_name": name, "body": body.value.name, "action": action}
                        yield Finding(values, date, {"body": body})


def _verb(match: Match) -> tuple[int, int]:
    named_verb = match.span("verb") if "verb" in match.found.groupdict() else None
    return named_verb or match.span("body") or (match.start, match.end)


def _members(match: Match) -> Iterator[tuple[str, str | None]]:
    """The sides that the slot "who" names; both for "both countries", "both" and "they"."""
    pair = match.statement.context.pair
    who = match.mentions("who")
    if not who or who[0].kind == "both":
        yield from ((iso3, None) for iso3 in sorted(pair))
        return
    for mention in who:
        side = side_of(mention, match.statement.context)
        if side and is_side(side, pair):
            yield side, mention.text


def _date(statement: Statement, action: str, verb: tuple[int, int]) -> Mention | None:
    """The date of an act; a member "since" a date has that date, any other date says nothing on when membership began."""
    date = statement.date_at(verb[0])
    if action != "member" or date is None:
        return date
    since = isinstance(date.value, DateValue) and date.value.qualifier == "since"
    return date if since and date.start > verb[0] else None
