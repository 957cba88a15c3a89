"""Whether an instrument is no affair of the article's pair: of third states, of unions, or within one state."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from parsers.language.mention import Mention
from parsers.language.reading import Statement, lies_in
from parsers.language.sides import is_foreign, is_side, side_of
from parsers.phrases.instruments.instrument import Instrument, words
from parsers.phrases.instruments.instruments import find_instruments
from parsers.phrases.instruments.parties import sides_of

_PARTNER = re.compile(r"\b(?:(?<!jointly )with|between)\s(?:the )?(?:\w+ (?:and )?){0,2}$")
_PLACED = re.compile(r"\b(?:in|at|near|from)(?: the)? $")
_CLAUSE = re.compile(r"; |, (?:which|where|while|but|although|and (?=[A-Z]))|\bwhich\b")
# "A peace accord between the government and the ABC": one of the two is no state.
_FACTION = re.compile(r"\b[Gg]overnment(?: of [A-Z]\w+)?,? (?:and|with) (?:the )?[A-Z]{3,}\b")
# A contract with a third state's firm.
_FIRM = re.compile(
    r"(?:[ -][\w-]+){0,2} (?:compan(?:y|ies)|firms?|contractors?|consortium|group|corporation|builders?)\b"
)
_JOINS = re.compile(
    r"\b(?:(?<!jointly )with|between|among|(?:signed|concluded|reached|initialled|ratified|joined) by)\b"
)


def is_foreign_affair(statement: Statement, one: Instrument) -> bool:
    """Whether it is of third states: they are named as parties and none, or only one beside them, is of the pair; or it
    ends a quarrel within one state ("with the rebels").
    """
    if _is_of_both(statement, one) or _is_of_three(statement, one):
        return False
    if _is_of_strangers(statement, one) or _is_within_state(statement, one):
        return True
    if _is_of_third(statement, one) or _is_compound(statement, one):
        return True
    return _is_of_third_states(statement, one, _states_near(statement, one))


def _is_of_both(statement: Statement, one: Instrument) -> bool:
    """Whether the statement says that it is of both sides, and no third state is named as a party after that."""
    both = statement.of("both")
    if not both:
        return False
    return both[0].start < one.start or not _is_joined(statement, _states_near(statement, one))


def _is_of_three(statement: Statement, one: Instrument) -> bool:
    """Whether it was made between the two and one more: "a pact was signed between Peru, Norway and Chad"."""
    text, states = statement.document.text, [m for m in statement.of("state") if m.start >= one.noun[1]]
    first = next((n for n, m in enumerate(states) if _BETWEEN_END.search(text, one.noun[1], m.start)), None)
    return first is not None and _is_pair_with_third(statement, states[first : first + 3])


_BETWEEN_END = re.compile(r"\bbetween (?:the )?\Z")


def _is_within_state(statement: Statement, one: Instrument) -> bool:
    """Whether it ends a quarrel within one state: "with the rebels", "between the government and the ABC"."""
    if "peace" in statement.low and _FACTION.search(statement.text) is not None:
        return True
    return _is_domestic(statement) and (len(sides_of(statement)) < 2 or _is_with_faction(statement, one))


def _is_of_third_states(statement: Statement, one: Instrument, states: list[tuple[Mention, str | None]]) -> bool:
    """Whether of the states that can be its parties, or a union that is one, those of third states are."""
    own = {iso3 for _, iso3 in states if is_side(iso3, statement.context.pair)}
    is_one_side = len(own) < 2
    if is_one_side and _is_with_union(statement, one):
        return True
    if not states:
        return False
    if _is_by_third(statement, one):
        return True
    if not own and not statement.of("body"):
        return any(_is_party(statement, one, state) for state, _ in states)
    if is_one_side and (_is_of_union(statement, one) or _is_joined(statement, states)):
        return True
    return _is_with_third_state(statement, one, states) or _is_among_others(statement, one, states)


def _is_with_third_state(statement: Statement, one: Instrument, states: list[tuple[Mention, str | None]]) -> bool:
    """Whether a third state is the other party of the only side whose name is not told apart behind a comma."""
    pair = statement.context.pair
    strangers = [state for state, iso3 in states if not is_side(iso3, pair)]
    ours = {iso3 for state, iso3 in states if is_side(iso3, pair) and not _is_behind(statement, one, state)}
    return len(ours) < 2 and _is_with(statement, one, strangers)


def _is_of_strangers(statement: Statement, one: Instrument) -> bool:
    """Whether a person of a third state signed with the only one of a side: "President A of Chad and King B signed"."""
    people, text = [m for m in statement.of("person") if m.end <= one.start], statement.document.text
    foreign = [is_foreign(m, statement.context) for m in people]
    joined = any(
        a is not b and text[m.end : n.start].strip(" ,") == "and"
        for (m, a), (n, b) in pairwise(zip(people, foreign, strict=True))
    )
    return joined and len(sides_of(statement)) < 2


def _is_behind(statement: Statement, one: Instrument, state: Mention) -> bool:
    """Whether a state stands behind a comma that follows the noun: "ratified a treaty with A, and B welcomed"."""
    return state.start > one.noun[1] and ", " in statement.document.text[one.noun[1] : state.start]


def _states_near(statement: Statement, one: Instrument) -> list[tuple[Mention, str | None]]:
    """The states that can be its parties, each with its code: those before the next instrument, but for mere places."""
    limit = next((o.start for o in find_instruments(statement) if o.start > one.end and not o.joined), statement.end)
    near = [m for m in statement.of("state") if m.start < limit and not _is_placed(statement, m)]
    return [(m, lies_in(m, statement.context.pair)) for m in near]


def _is_among_others(statement: Statement, one: Instrument, states: list[tuple[Mention, str | None]]) -> bool:
    """Whether its own clause names several third states and no side."""
    named = {iso3 for state, iso3 in states if _shares_clause(statement, one, state)}
    return len(named) > 1 and not any(is_side(iso3, statement.context.pair) for iso3 in named)


def _is_with(statement: Statement, one: Instrument, strangers: list[Mention]) -> bool:
    """Whether one of the third states is named as the other party, or as the home of the firm that has a contract."""
    text, end = statement.document.text, one.noun[1]
    behind = [state for state in strangers if 0 <= state.start - end < 60]
    if any(_PARTNER.search(text[max(end, state.start - 40) : state.start]) for state in behind):
        return True
    return one.kind == "contract" and any(_FIRM.match(text, state.end) for state in strangers)


def _is_of_union(statement: Statement, one: Instrument) -> bool:
    """Whether a union or organisation is a party beside the only side that is named: "the EU and A signed"."""
    text = statement.document.text
    near = [m for m in statement.of("body", "state") if m.end <= one.end]
    return any(
        {m.kind, n.kind} == {"body", "state"}
        and text[m.end : n.start] in (" and ", " and the ")
        and _UNION.search((m if m.kind == "body" else n).text)
        for m, n in pairwise(near)
    )


def _is_with_union(statement: Statement, one: Instrument) -> bool:
    """Whether the words right behind the noun name a union or organisation: "an agreement with the IMF"."""
    body = next((m for m in statement.of("body") if m.start >= one.noun[1]), None)
    named = body is not None and _UNION.search(body.text) is not None
    return body is not None and named and _WITH.fullmatch(statement.document.text, one.noun[1], body.start) is not None


_WITH = re.compile(r" with(?: the)? ")
_UNION = re.compile(
    r"\b(?:EU|UN|IMF|ECOWAS|ASEAN|CARICOM|SADC|NATO|EFTA|Mercosur|(?:European|African|Eurasian) (?:Union|Community|"
    r"Economic \w+)|United Nations|World Bank|Union|Community|Organi[sz]ation|League)\b"
)


def _is_of_third(statement: Statement, one: Instrument) -> bool:
    """Whether the words right behind the noun name the parties, a third state among them: "between A and Peru"; not of
    the two with one more: "between A, Peru and B".
    """
    text = statement.document.text
    unions = [m for m in statement.of("body") if m.start >= one.noun[1] and _UNION.search(m.text)][:2]
    if len(unions) > 1 and _BETWEEN.fullmatch(text, one.noun[1], unions[0].start):
        return _AND.fullmatch(text, unions[0].end, unions[1].start) is not None
    states = [m for m in statement.of("state") if m.start >= one.noun[1]]
    if unions and states and _is_between(statement, one, *sorted((unions[0], states[0]), key=lambda m: m.start)):
        return True
    first_two = states[:2]
    has_stranger = any(side_of(m, statement.context) is None for m in first_two)
    if len(first_two) < 2 or not has_stranger or _is_pair_with_third(statement, states[:3]):
        return False
    return _is_between(statement, one, *first_two)


def _is_pair_with_third(statement: Statement, states: list[Mention]) -> bool:
    """Whether three states in a row are the pair and one more."""
    text, sides = statement.document.text, {side_of(m, statement.context) for m in states}
    is_row = len(states) > 2 and all(_AND.fullmatch(text, m.end, n.start) for m, n in pairwise(states))
    return is_row and {*statement.context.pair} <= sides


def _is_between(statement: Statement, one: Instrument, first: Mention, second: Mention) -> bool:
    """Whether two are named as the parties right behind the noun: "between A and B"."""
    text = statement.document.text
    named = _BETWEEN.fullmatch(text, one.noun[1], first.start) and _AND.fullmatch(text, first.end, second.start)
    return named is not None


def _is_compound(statement: Statement, one: Instrument) -> bool:
    """Whether the title names two parties in one word, a third state, a union or two bodies among them: "the
    Indo-Soviet Treaty", "the Israel–Jordan peace treaty", "the EU–Japan agreement".
    """
    text, pair = statement.document.text, statement.context.pair
    inside = [m for m in statement.of("state", "body") if one.start <= m.start < one.end]
    for first, second in pairwise(inside):
        if text[first.end : second.start].strip() in ("", "-", "–", "—"):
            kinds = {first.kind, second.kind}
            sides = [is_side(lies_in(m, pair), pair) for m in (first, second)]
            of_union = kinds == {"state", "body"} and _UNION.search(text, first.start, second.end) is not None
            if (kinds == {"state"} and not all(sides)) or kinds == {"body"} or of_union:
                return True
    return False


_BETWEEN = re.compile(
    r"(?: of (?:(?:\d{1,2} )?[A-Z][a-z]+ )?\d{4})? (?:signed |concluded |reached )?between(?: the)?"
    r"(?: governments? of)?(?: the)? "
)
_AND = re.compile(r"(?: and(?: the)?|,(?: and)?)(?: government of)?(?: the)? ")


def _is_party(statement: Statement, one: Instrument, state: Mention) -> bool:
    """Whether a state's name can be that of a party: it stands before the noun, or behind "with", "signed by"."""
    between = statement.document.text[one.noun[1] : state.start]
    return state.start < one.noun[1] or _JOINS.search(between) is not None


def _is_joined(statement: Statement, states: list[tuple[Mention, str | None]]) -> bool:
    """Whether a side and a third state are named as one party after the other: "Norway and Tanzania signed"."""
    text, pair = statement.document.text, statement.context.pair
    return any(
        is_side(one, pair) is not is_side(other, pair) and text[m.end : n.start] in (" and ", " and the ")
        for (m, one), (n, other) in pairwise(states)
    )


def _is_placed(statement: Statement, state: Mention) -> bool:
    """Whether a third state is named as the place only: "was signed at Zanzibar"."""
    text = statement.document.text[max(statement.start, state.start - 10) : state.start].lower()
    return side_of(state, statement.context) is None and _PLACED.search(text) is not None


def _shares_clause(statement: Statement, one: Instrument, state: Mention) -> bool:
    low, high = sorted((one.start, state.start))
    return _CLAUSE.search(statement.document.text, low, high) is None


@cache
def _counterparts() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words('domestic'))))})\b")


# "Kenya and Chad have jointly signed": who signed, right before the verb.
_SIGNING = re.compile(
    r" (?:(?:have|has|had|jointly|both|also|then|later|\w+ly) ){0,2}(?:sign|conclud|agreed|reach|initial)"
)


def _is_by_third(statement: Statement, one: Instrument) -> bool:
    """Whether a third state, alone or with one side, is the subject of the signing: "Kenya and Chad signed a treaty,
    which Norway hailed"; not where the other side stands before them ("Norway, Kenya and Chad").
    """
    if _is_with_third(statement, one):
        return True
    text, pair = statement.document.text, statement.context.pair
    states = [(m, lies_in(m, pair)) for m in statement.of("state") if m.end <= one.start]
    for (first, a), (second, b) in pairwise(states):
        if text[first.end : second.start] in (" and ", " and the ") and _SIGNING.match(text, second.end):
            is_run = text[: first.start].rstrip(" the").endswith(",")
            return is_side(a, pair) is not is_side(b, pair) and not is_run
    signing = next((m for m, iso3 in states if not is_side(iso3, pair) and _SIGNING.match(text, m.end)), None)
    return signing is not None and _OPENS.search(text[statement.start : signing.start]) is not None


# Where a subject begins: "In 1990 Chad signed", "protested when Chad signed".
_OPENS = re.compile(r"(?:^|[,;] |\b(?:when|after|before|that|while|as|once|since|\d{4}) )(?:the )?\Z")


def _is_with_third(statement: Statement, one: Instrument) -> bool:
    """Whether the words right behind the noun name a third state or a union as the partner of one side alone: "Kenya
    protested when Norway signed a pact with Chad"; not where both sides signed ("Kenya and Norway signed with Chad").
    """
    text, pair = statement.document.text, statement.context.pair
    partner = next((m for m in statement.of("state", "body") if m.start > one.noun[1]), None)
    if partner is None or _WITH.fullmatch(text, one.noun[1], partner.start) is None:
        return False
    is_own = is_side(lies_in(partner, pair), pair) if partner.kind == "state" else not _UNION.search(partner.text)
    before = [m for m in statement.of("state") if m.end <= one.start and is_side(lies_in(m, pair), pair)]
    joined = any(text[a.end : b.start] in (" and ", " and the ") for a, b in pairwise(before))
    return not is_own and not joined and _AND_SIDE.match(text, partner.end) is None


_AND_SIDE = re.compile(r",? and |, (?:the )?[A-Z][\w ]+ and ")


def _is_with_faction(statement: Statement, one: Instrument) -> bool:
    """Whether a group within a state is named as a party: "the government and the rebels signed", "a pact with the
    rebels".
    """
    groups = [found.span() for found in _counterparts().finditer(statement.low)]
    first, last = one.start - statement.start, one.noun[1] - statement.start
    return any(
        (end <= first and _SIGNING.match(statement.low, end) and _AND_THE.search(statement.low, 0, start))
        or (start >= last and _WITH_THE.fullmatch(statement.low, last, start))
        for start, end in groups
    )


_AND_THE = re.compile(r"\band (?:the |its )?(?:[\w’'-]+ )?\Z")
_WITH_THE = re.compile(
    r" (?:signed |concluded |reached )?(?:with|between [^,;.]{3,60} and)"
    r" (?:the |its )?(?:(?:leaders?|members|forces) of (?:the )?)?(?:[\w’'-]+ )?"
)


def _is_domestic(statement: Statement) -> bool:
    """Whether the other party is a group within a state: rebels, an opposition, a union of workers."""
    return _counterparts().search(statement.low) is not None
