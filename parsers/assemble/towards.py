"""The state of those who act towards one side of the pair, and so are of the other: who deals with it, is posted there.

Read as such: a ruler or minister without a state, or whose government it is ("the government of Otieno"), who is the
subject of a sentence on dealings with the one state that it names ("President Otieno restored relations with Norway",
"was appointed by President Otieno as ambassador to Norway"), who signs something with a side ("between King Harald and
the Kenyan Company"), whom one of a side meets with others ("Otieno met Prime Minister Berg, Minister Dal and Speaker
Vik") or whom visitors of a side meet who have no names, and an envoy who is in a place of that side ("ambassador in
Oslo"); of the very state who announces what it does. Not read: where a third state is named in the sentence, or before
it in the paragraph; where the state stands before who deals with it, or another of the same office is named; who only
comes to a state or is in it ("returned to Norway", "was ousted in Norway"), or seeks something for it.
"""

from __future__ import annotations

import re

from parsers.assemble.appearances import Appearance
from parsers.assemble.around import Around, lead_of, told_before
from parsers.language.mention import Mention, PersonValue
from parsers.language.reading import Statement
from parsers.language.sides import may_hold, side_of

_RANKS = ("head of state", "head of government", "foreign minister", "minister", "deputy minister")
_SUBJECT = re.compile(r"(?:^|, |\b(?:[Bb]y|(?:government|administration|cabinet) of) )(?:the |then )?$")
"""Before one who acts in the sentence; not "talks with President Otieno"."""
_GOVERNMENT = re.compile(r"\b(?:government|administration|cabinet) of $")
"""Before who governs, with no office: "the government of Jane Otieno"."""
_DEALT = re.compile(
    r"\b(?:(?:relations|relationship|ties|cooperation|links|alliance|friendship|treaty|agreement|war|peace) with"
    r"|(?:visits?|trip|ambassador|commissioner|envoy|chargé d['’]affaires) to"
    r"|(?:embassy|consulate|mission|legation|ambassador|commissioner|envoy) in"
    r"|visit(?:ed|ing)|recogni[sz](?:ed|ing)) (?:the )?$"
)
"""Before the state that is dealt with."""
_POSTED = re.compile(r"\b(?:to|in)(?: the)? $")
_AND = re.compile(r" and (?:the )?")
_ANNOUNCED = re.compile(
    r" (?:also |then |later )?(?:announc|declar)(?:ed|es)(?: (?:on|in) [^,;.]{3,20})? that (?:the )?"
)
_DOES = re.compile(r" (?:would|will|had|has|was|is|\w+ed)\b")
"""Between who announces something, the state, and what that does."""
_HE = re.compile(r"\b(?:[Hh]e|[Ss]he)(?: also| then| later)? $")
_MEETING = re.compile(r"\b(?:met|meets?|meeting|talks|meetings|discussions|called on)\b")
_MEETS = re.compile(
    r"(?:(?:met|meets?|meeting)(?: with)?|(?:talks|meetings?|discussions) with|called on) "
    r"(?:(?:(?!\b(?:was|were|had|has|said|signed|visited|held|who|which|that|to)\b)[^;:.()]){3,240}(?:,|,? and) )?"
    r"(?:with )?(?:the )?(?:(?:past|former|then|current|late|outgoing) )?$"
)
"""Between who meets several and one of them."""
_ACTS = re.compile(r" (?:was|were|had|has|held|said|met|made|(?!accompanied)\w+ed)\b")
"""Behind one who does something himself: "Otieno met King Harald, and Minister Dal signed"."""


def posted(article: Around, _: int, one: Appearance) -> str | None:
    """The side that faces the one where an envoy is said to be: "recalled its ambassador in Oslo, Jane Otieno"."""
    statement = article.statements.get(one.statement)
    if statement is None or one.rank != "envoy" or not _is_of_pair(statement):
        return None
    text, (start, end) = statement.document.text, one.whole
    inside = [m for m in statement.inner if m.kind in ("state", "place") and start <= m.start and m.end <= end]
    sides = {side_of(m, statement.context) for m in inside if _POSTED.search(text, start, m.start)}
    return article.facing(sides.pop()) if len(sides) == len(inside) == 1 else None


def towards(article: Around, number: int, one: Appearance) -> str | None:
    """The side that faces the one with which a ruler or minister is told to deal, or that whose deeds he announces."""
    statement = article.statements.get(one.statement)
    governs = one.rank in _RANKS or (one.rank is None and _GOVERNMENT.search(lead_of(article, one)))
    if statement is None or not governs or not _is_of_pair(statement):
        return None
    found = _announces(article, statement, one) or _deals(article, number, statement, one)
    return found if found and may_hold(PersonValue(one.name, one.office, one.rank, None), found) else None


def _announces(article: Around, statement: Statement, one: Appearance) -> str | None:
    """The state of which somebody announces that it will do something."""
    text, state = statement.document.text, statement.after(one.whole[1], "state")
    told = state is not None and _ANNOUNCED.fullmatch(text, one.whole[1], state.start) and _DOES.match(text, state.end)
    partner = article.facing(side_of(state, statement.context)) if told else None
    return article.facing(partner) if partner else None


def _deals(article: Around, number: int, statement: Statement, one: Appearance) -> str | None:
    """The side that faces the one state of the sentence, which stands behind the person."""
    states, lead = _states(statement), lead_of(article, one)
    sides = {side_of(state, statement.context) for state in states}
    if len(sides) != 1 or states[0].start < one.whole[1]:
        return None
    signs = lead.endswith("between ") and _AND.fullmatch(statement.document.text, one.whole[1], states[0].start)
    alike = any(form.rank == one.rank for other, form in article.at[one.statement] if other != number)
    acts = _SUBJECT.search(lead) and not alike and _is_dealt_with(statement, one, states[0])
    return article.facing(sides.pop()) if signs or acts else None


def met_with_others(article: Around, number: int, one: Appearance) -> str | None:
    """The side that faces that of who meets several, of whom somebody is one."""
    statement, text, start = article.statements.get(one.statement), article.reading.document.text, one.statement[0]
    if statement is None or one.rank in (None, "envoy", "other") or not _is_of_pair(statement):
        return None
    if _ACTS.match(text, one.whole[1]):
        return None
    ways = _MEETING.finditer(text, start, one.whole[0])
    found = next((way for way in ways if _MEETS.fullmatch(text, way.start(), one.whole[0])), None)
    if found is None:
        return None
    ahead = [form for other, form in article.at[one.statement] if other != number and form.whole[1] <= found.start()]
    if ahead:
        return article.facing(ahead[-1].iso3)
    by_him = _HE.search(text, start, found.start())
    return article.facing(told_before(article, one) if by_him else _visiting(article, one))


def _visiting(article: Around, one: Appearance) -> str | None:
    """The side of the visitors without names of whom the sentence tells: "two Kenyan deputies came and met"."""
    rows = [row.values for row in article.rows.get(one.statement, ()) if row.table.name == "visits"]
    senders = {str(values["sending_iso3"]) for values in rows if not values.get("visitor")}
    return senders.pop() if len(rows) == len(senders) == 1 else None


def _is_of_pair(statement: Statement) -> bool:
    """Whether neither the sentence nor the one before in the paragraph names a third state."""
    before = statement.context.previous
    near = (statement, before) if before is not None and before.block is statement.block else (statement,)
    return all(side_of(state, one.context) is not None for one in near for state in _states(one))


def _states(statement: Statement) -> list[Mention]:
    """The states that a sentence names, also within the words of an office, in order."""
    inner = [part for part in statement.inner if part.kind == "state"]
    return sorted((*statement.of("state"), *inner), key=lambda state: state.start)


def _is_dealt_with(statement: Statement, one: Appearance, state: Mention) -> bool:
    """Whether the words before a state, in the same part of the sentence as the person, tell of dealings with it."""
    text = statement.document.text
    return ";" not in text[one.whole[1] : state.start] and _DEALT.search(text, one.whole[1], state.start) is not None

