"""Names that are counted up: "Senators A, B and C", "A, B and C toured", "the Kenyan and Norwegian foreign ministers, A
and B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parsers.language.bare_names import name_runs
from parsers.language.lone_names import holds_organ
from parsers.language.mention import PersonValue, StateValue
from parsers.language.name_evidence import is_doing
from parsers.language.names import is_place
from parsers.language.office_words import is_plural
from parsers.language.person_spans import PersonSpan
from parsers.language.tokens import Token, joined

_JOINTS = frozenset((",", "and", "&", ", and", "as well as"))


def with_lists(tokens: list[Token], people: list[PersonSpan]) -> list[PersonSpan]:
    """The people with the names that are counted up beside them: "Senators A, B and C", "A, B and C toured".

    A plural office before the first of a list is the office of each.
    """
    found: list[PersonSpan] = []
    if not people:
        return found
    for chain in _chains(tokens, sorted([*people, *_candidates(tokens, people)], key=lambda person: person.first)):
        known = [person for person in chain if person in people]
        plural = bool(known) and chain[0] is known[0] and _is_plural(known[0].value)
        if plural:
            found += _each_of_two(tokens, _each_holding(tokens, chain))
        elif known and (len(chain) > 2 or _act_together(tokens, chain, known)):
            found += _each_of_two(tokens, chain)
        else:
            found += known
    return found


def _each_holding(tokens: list[Token], chain: list[PersonSpan]) -> list[PersonSpan]:
    """Those of a list, each with the plural office before the first, or that of the last plural one before them."""
    office, alike = chain[0].value, tokens[chain[0].first].kind == "state"  # "Kenyan Presidents A, B and C"
    held = list[PersonSpan]()
    for person in chain:
        office = person.value if _is_plural(person.value) else office
        held.append(_holding(person, office, alike=alike))
    return held


def _each_of_two(tokens: list[Token], chain: list[PersonSpan]) -> list[PersonSpan]:
    """Two holders of an office with a state each, where two demonyms stand before it or two states behind it: "the
    Kenyan and Norwegian foreign ministers, A and B", "the presidents of Kenya and Norway, A and B".
    """
    first, own = chain[0].first, chain[0].value
    if len(chain) != 2:
        return chain
    second = _second_state(tokens[first : chain[0].name_at])
    if second is not None:
        return [chain[0], replace(chain[1], value=replace(chain[1].value, iso3=second))]
    if first < 2 or tokens[first - 1].low != "and" or tokens[first - 2].kind != "state":
        return chain
    state = tokens[first - 2].mention
    if state is None or not isinstance(state.value, StateValue) or own.iso3 is None:
        return chain
    values = (replace(own, iso3=state.value.iso3), replace(chain[1].value, iso3=own.iso3))
    return [replace(person, value=value) for person, value in zip(chain, values, strict=True)]


def _second_state(office: list[Token]) -> str | None:
    """The second of two states that are joined by "and" behind the name of an office."""
    for index, token in enumerate(office[1:], 1):
        value = token.mention.value if token.mention is not None else None
        joint = office[index - 1].low if office[index - 1].low != "the" else office[index - 2].low
        if isinstance(value, StateValue) and joint == "and" and index > 2:
            return value.iso3
    return None


def _act_together(tokens: list[Token], chain: list[PersonSpan], known: list[PersonSpan]) -> bool:
    """Whether a statement opens with two names joined by "and" of which the second does something: "A and B met"."""
    first, last = chain[0], chain[-1]
    apposed = first.first > 0 and tokens[first.first - 1].text == ","
    if len(chain) != 2 or not (apposed or first.first == 0):
        return False
    if known == [first]:
        return apposed and last.last + 1 < len(tokens) and tokens[last.last + 1].text == ","
    return known == [last] and is_doing(tokens, last.last + 1)


def _candidates(tokens: list[Token], people: list[PersonSpan]) -> Iterator[PersonSpan]:
    """Runs of two or more words that could be names and belong to no person yet; single ones that are counted up behind
    a plural office: "Presidents Halla and Koski", "Presidents Halla (1964), Koski (1985) and Aalto".
    """
    taken = {index for person in people for index in range(person.first, person.last + 1)}
    ends = {person.last for person in people if person.value.name and _is_plural(person.value)}
    for first, last in name_runs(tokens, taken):
        listed = any(_counts_up(tokens[end + 1 : first]) for end in ends if end < first)
        whole = last > first or listed
        if listed:
            ends.add(last)
        if whole and not is_place(tokens, first, last) and not _is_institutional(tokens, first, last):
            yield PersonSpan(first, last, PersonValue(joined(tokens, first, last)), first)


def _is_institutional(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a word of an organ or a portfolio, or a place, stands in the name."""
    return holds_organ(tokens, first, last) or any(token.kind is not None for token in tokens[first : last + 1])


def _chains(tokens: list[Token], people: list[PersonSpan]) -> Iterator[list[PersonSpan]]:
    """People with names between whom only commas and "and" stand, as lists; an office without a name stays alone."""
    chain: list[PersonSpan] = []
    for person in people:
        words_between = tokens[chain[-1].last + 1 : person.first] if chain else []
        dated = any(token.kind == "date" for token in words_between)
        between = " ".join(token.low for token in words_between if not (dated and _is_of_date(token)))
        if chain and (between not in _JOINTS or not person.value.name or not chain[-1].value.name):
            yield chain
            chain = []
        chain.append(person)
    if chain:
        yield chain


def _counts_up(between: list[Token]) -> bool:
    """Whether only a date in brackets at most and a joint stand between two names: " (1964), "."""
    joints = [token.low for token in between if not _is_of_date(token)]
    return " ".join(joints) in _JOINTS and (len(between) < 3 or any(token.kind == "date" for token in between))


def _is_of_date(token: Token) -> bool:
    """Whether the token is a date behind a name in a list, or what leads to it: "A in 2011, B (2014) and C"."""
    return token.kind == "date" or token.low in ("in", "on", "(", ")")


def _is_plural(value: PersonValue) -> bool:
    """Whether the office is several people's."""
    return is_plural(value.office)


def _holding(person: PersonSpan, office: PersonValue, *, alike: bool) -> PersonSpan:
    """The person with the office of the list, unless it has its own; heads of state and government serve the same state
    only where all are said to: "Presidents A of Kenya and B".
    """
    value = person.value
    if value.office:
        return person
    ruling = office.rank in ("head of state", "head of government")
    iso3 = value.iso3 if ruling and not alike else value.iso3 or office.iso3
    return replace(person, value=replace(value, office=office.office, rank=office.rank, iso3=iso3))
