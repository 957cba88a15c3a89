"""Neighbours that are one person: several offices of one, an envoy behind the sender, a delegation and its head."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parsers.language.mention import PersonValue, StateValue
from parsers.language.office_words import joint_rank, words
from parsers.language.person_spans import PersonSpan
from parsers.language.tokens import Token

_OPENERS = frozenset(("at", "on", "upon", "by", "with", "following", "after"))
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their"))
_HEADED = frozenset(f"{comma}{verb} by" for comma in ("", ", ") for verb in ("headed", "led", "chaired")) | {"under"}
_DELEGATES = frozenset((
    "the", "mps", "parliamentarians", "lawmakers", "officials", "businessmen", "experts", "senators",
    "parliament", "government", "congress", "senate", "army", "navy",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two neighbours, the words between them, and the same without articles and possessives."""

    before: PersonSpan
    person: PersonSpan
    between: tuple[str, ...]
    bare: str

    @property
    def only_first_named(self) -> bool:
        """Whether the first has a name and the second has none."""
        return bool(self.before.value.name) and not self.person.value.name

    @property
    def only_second_named(self) -> bool:
        """Whether the second has a name and the first has none."""
        return bool(self.person.value.name) and not self.before.value.name


def chained(people: list[PersonSpan], tokens: list[Token]) -> list[PersonSpan]:
    """The people with their chains joined: several offices of one, an envoy after the sender, a delegation's head."""
    found: list[PersonSpan] = []
    for person in people:
        before = found.pop() if found else None
        if before is None:
            found.append(person)
        elif not _one_person(before, person, tokens):
            found += (before, person)
        else:
            one = _joined(before, person, tokens)
            found.append(one if before.value.name else _with_office_before(found, before, one, tokens))
    return found


def _with_office_before(
    found: list[PersonSpan], office: PersonSpan, person: PersonSpan, tokens: list[Token]
) -> PersonSpan:
    """A person of an office with the one before "and", which is taken: "Deputy Premier and Minister of Oil A"."""
    if found and _between(found[-1], office, tokens) == "and" and _one_person(found[-1], person, tokens):
        return _joined(found.pop(), person, tokens)
    return person


def _between(before: PersonSpan, person: PersonSpan, tokens: list[Token]) -> str:
    """The words between two neighbours, without articles."""
    return " ".join(token.low for token in tokens[before.last + 1 : person.first] if token.low != "the")


def _joined(before: PersonSpan, person: PersonSpan, tokens: list[Token]) -> PersonSpan:
    """Two neighbours as the one person that they are."""
    return _merged(_from_home(before, person, tokens), person, _between(before, person, tokens))


def _one_person(before: PersonSpan, person: PersonSpan, tokens: list[Token]) -> bool:
    """Whether two neighbours are one: by the words between them and which of them has a name."""
    between = tuple(token.low for token in tokens[before.last + 1 : person.first])
    pair = _Pair(before, person, between, " ".join(word for word in between if word not in _ARTICLES))
    if before.value.group:
        return pair.bare in _HEADED or _without_home(tokens[before.last + 1 : person.first]) in _HEADED
    if _is_head_of_group(pair) or _is_sent(pair):
        return True
    if before.value.rank == "envoy" and before.value.name is None:
        return pair.bare == "of" or (bool(person.value.name) and pair.bare in ("", ",", "and", ", and"))
    if _is_description(pair, tokens) or _is_second_office(pair, tokens):
        return True
    return not _is_of_two(pair, tokens) and _are_offices_of_one(pair, tokens)


def _is_head_of_group(pair: _Pair) -> bool:
    """Whether the group is that whose head the first is: "the head of the Kenyan delegation"."""
    heads = (pair.before.value.office or "").lower().startswith(("head of", "leader of"))
    return heads and pair.person.value.group and not pair.between


def _is_sent(pair: _Pair) -> bool:
    """Whether one of two is an envoy and the other, without a name of its own, who sent him or what more he is: "the
    president's envoy", "special envoy of the president".
    """
    if pair.person.value.rank == "envoy" and pair.bare in ("'s", "’s"):
        return True
    beside = pair.bare == "of" or not pair.between
    return pair.before.value.rank == "envoy" and beside and not pair.person.value.name


def _is_of_two(pair: _Pair, tokens: list[Token]) -> bool:
    """Whether what stands between two neighbours, or the states that they serve, tells that they are two people."""
    if "the" in pair.between and pair.bare != ",":
        return True
    if pair.bare == ",":
        return _is_fronted(pair.before, pair.person, tokens)
    return pair.bare.endswith("and") and _serve_two(pair.before, pair.person)


def _are_offices_of_one(pair: _Pair, tokens: list[Token]) -> bool:
    """Whether one of two offices has a holder's name, and a comma or "and" lends it to the other."""
    if pair.only_first_named:
        fronted = pair.before.name_at == pair.before.first
        return pair.bare in (",", ", and") or (pair.bare == "and" and fronted)
    listed = pair.bare in ("", ",", "and", ", and", "cum")
    return listed and pair.only_second_named and not _opens_list(pair.person, tokens)


def _serve_two(before: PersonSpan, person: PersonSpan) -> bool:
    """Whether two offices are of two states: "the Kenyan king and Prime Minister of Norway Odd Lie"."""
    served = {before.value.iso3, person.value.iso3}
    return len(served) == 2 and None not in served


def _is_second_office(pair: _Pair, tokens: list[Token]) -> bool:
    """Whether "and the" adds an office to the one behind a name, before a comma: "A, the Premier and the Minister,"."""
    held = pair.only_first_named and pair.before.name_at == pair.before.first and pair.between == ("and", "the")
    behind = pair.person.last + 1
    return held and behind < len(tokens) and tokens[behind].text == ","


def _is_fronted(office: PersonSpan, person: PersonSpan, tokens: list[Token]) -> bool:
    """Whether a bare office closes an opening such as "At the invitation of the king,", behind which another acts;
    behind "of his counterpart," it is another who acts at once, with no comma.
    """
    lead = [token.low for token in tokens[: office.first]]
    if office.value.name or not 2 < len(lead) < 7 or lead[0] not in _OPENERS or lead[-2] not in ("of", "with"):
        return False
    acts = person.last + 1 < len(tokens) and tokens[person.last + 1].text != ","
    return lead[-1] == "the" or (lead[-1] in ("his", "her") and acts)


def _opens_list(person: PersonSpan, tokens: list[Token]) -> bool:
    """Whether a person with an office and a name stands between others: ", the Minister A, and the Speaker B"."""
    before = [token.low for token in tokens[max(0, person.first - 2) : person.first]]
    following = [token.low for token in tokens[person.last + 1 : person.last + 4]]
    return person.name_at != person.first and before == [",", "the"] and following == [",", "and", "the"]


def headed(people: list[PersonSpan], tokens: list[Token]) -> list[PersonSpan]:
    """The people with each delegation joined to the head who is named behind it without an office."""
    found: list[PersonSpan] = []
    for person in people:
        before = found[-1] if found else None
        if before is not None and before.value.group and person.value.name and _one_person(before, person, tokens):
            found[-1] = _merged(_from_home(before, person, tokens), person, "")
        else:
            found.append(_at_home(person, tokens))
    return found


def _at_home(group: PersonSpan, tokens: list[Token]) -> PersonSpan:
    """An unnamed delegation with the state that stands right behind it: "a delegation from Norway"."""
    lead = [token.low for token in tokens[group.last + 1 : group.last + 3]]
    at = group.last + 2 + (lead[1:] == ["the"])
    state = tokens[at].mention if lead[:1] == ["from"] and at < len(tokens) else None
    if not group.value.group or group.value.name or group.value.iso3 or state is None:
        return group
    return _from_home(group, PersonSpan(at + 1, at + 1, group.value), tokens)


def _from_home(group: PersonSpan, head: PersonSpan, tokens: list[Token]) -> PersonSpan:
    """A delegation with the state that it came from, named between it and its head."""
    states = (token.mention.value for token in tokens[group.last + 1 : head.first] if token.mention is not None)
    iso3 = next((value.iso3 for value in states if isinstance(value, StateValue)), None)
    if not group.value.group or group.value.iso3 or iso3 is None:
        return group
    return replace(group, value=replace(group.value, iso3=iso3))


def _without_home(tokens: list[Token]) -> str:
    """The words behind a delegation without the state or body that it came from, and who are in it: "from Norway,
    headed by", "of Norwegian MPs led by".
    """
    if not tokens or tokens[0].low not in ("from", "of"):
        return ""
    kept = [token.low for token in tokens[1:] if token.kind not in ("state", "body") and token.low not in _DELEGATES]
    return " ".join(kept)


def _is_description(pair: _Pair, tokens: list[Token]) -> bool:
    """Whether only a description opens an office behind a name: ", the founder and first"."""
    between = pair.between
    return (
        pair.only_first_named
        and 2 < len(between) < 7
        and between[0] == ","
        and between[1] in ("the", "a", "an", "then")
        and not tokens[pair.person.first - 1].is_capital
        and all(word.isalpha() and word not in words("qualities_end") for word in between[1:])
    )


def _merged(before: PersonSpan, person: PersonSpan, between: str) -> PersonSpan:
    """Two neighbours as one person: the name that is there, both offices as they were joined, the first state."""
    value = _value_of_both(before.value, person.value, between)
    return PersonSpan(before.first, person.last, value, person.name_at if person.value.name else before.name_at)


def _value_of_both(one: PersonValue, other: PersonValue, between: str) -> PersonValue:
    """What two neighbours with these words between them are as one person."""
    iso3 = one.iso3 or other.iso3
    if one.group:
        return replace(other, iso3=other.iso3 or one.iso3)
    if one.name and one.office == "MP" and other.office:  # the letters behind the name are no second office
        return replace(other, name=one.name)
    if other.rank == "envoy" and one.rank != "envoy" and not between.endswith("and"):
        is_sender = between.startswith(("'", "’"))  # "General A's envoy" is not A
        return PersonValue(other.name or (None if is_sender else one.name), other.office, "envoy", iso3)
    if (one.rank == "envoy" or other.group) and not between and not other.name:
        return replace(one, office=f"{one.office} {other.office}")
    if one.rank == "envoy" and between == "of":
        return replace(one, iso3=iso3)
    offices = (" and " if between.endswith("and") else ", ").join(filter(None, (one.office, other.office)))
    rank = joint_rank(one.rank, other.rank, other.office)
    return PersonValue(other.name or one.name, offices or None, rank, iso3)
