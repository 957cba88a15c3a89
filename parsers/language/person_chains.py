"""Neighbours that are one person: several offices of one, an envoy behind the sender, a delegation and its head."""

from __future__ import annotations

from dataclasses import replace

from parsers.language.mention import PersonValue, StateValue
from parsers.language.office_words import joint_rank, words
from parsers.language.person_spans import PersonSpan
from parsers.language.tokens import Token

_OPENERS = frozenset(("at", "on", "upon", "by", "with", "following", "after"))
_HEADED = frozenset(f"{comma}{verb} by" for comma in ("", ", ") for verb in ("headed", "led", "chaired")) | {"under"}
_DELEGATES = frozenset((
    "the", "mps", "parliamentarians", "lawmakers", "officials", "businessmen", "experts", "senators",
    "parliament", "government", "congress", "senate", "army", "navy",
))  # fmt: skip


def chained(people: list[PersonSpan], tokens: list[Token]) -> list[PersonSpan]:
    """The people with their chains joined: several offices of one, an envoy after the sender, a delegation's head."""
    found: list[PersonSpan] = []
    for person in people:
        before = found[-1] if found else None
        if before is not None and _one_person(before, person, tokens):
            person = _joined(found.pop(), person, tokens)
            titled = before.value.name is None and not _between(before, person, tokens)
            if (
                titled
                and found
                and _between(found[-1], before, tokens) == "and"
                and _one_person(found[-1], person, tokens)
            ):
                person = _joined(found.pop(), person, tokens)  # "Deputy Premier and Minister of Oil Sheikh …"
        found.append(person)
    return found


def _between(before: PersonSpan, person: PersonSpan, tokens: list[Token]) -> str:
    """The words between two neighbours, without articles."""
    return " ".join(token.low for token in tokens[before.last + 1 : person.first] if token.low != "the")


def _joined(before: PersonSpan, person: PersonSpan, tokens: list[Token]) -> PersonSpan:
    """Two neighbours as the one person that they are."""
    return _merged(_from_home(before, person, tokens), person, _between(before, person, tokens))


def _one_person(before: PersonSpan, person: PersonSpan, tokens: list[Token]) -> bool:
    """Whether two neighbours are one: by the words between them and which of them has a name."""
    between = [token.low for token in tokens[before.last + 1 : person.first]]
    bare = " ".join(word for word in between if word not in ("the", "a", "an", "his", "her", "its", "their"))
    if before.value.group:
        return bare in _HEADED or _without_home(tokens[before.last + 1 : person.first]) in _HEADED
    if person.value.group and not between and (before.value.office or "").lower().startswith(("head of", "leader of")):
        return True
    if person.value.rank == "envoy" and bare in ("'s", "’s"):
        return True
    if before.value.rank == "envoy" and bare in ("", "of") and not person.value.name and (bare or not between):
        return True
    if before.value.rank == "envoy" and before.value.name is None:
        return bare == "of" or (bare in ("", ",", "and", ", and") and bool(person.value.name))
    if before.value.name and not person.value.name and _is_description(between, tokens[person.first - 1]):
        return True
    if _is_second_office(before, person, between, tokens):
        return True
    fronted = bare == "," and _is_fronted(before, person, tokens)
    if ("the" in between and bare != ",") or fronted or (bare.endswith("and") and _serve_two(before, person)):
        return False
    if before.value.name and not person.value.name:
        return bare in (",", ", and") or (bare == "and" and before.name_at == before.first)
    titled = not before.value.name and bool(person.value.name) and not _opens_list(person, tokens)
    return titled and bare in ("", ",", "and", ", and", "cum")


def _serve_two(before: PersonSpan, person: PersonSpan) -> bool:
    """Whether two offices are of two states: "the Kenyan king and Prime Minister of Norway Odd Lie"."""
    served = {before.value.iso3, person.value.iso3}
    return len(served) == 2 and None not in served


def _is_second_office(before: PersonSpan, person: PersonSpan, between: list[str], tokens: list[Token]) -> bool:
    """Whether "and the" adds an office to the one behind a name, before a comma: "A, the Premier and the Minister,"."""
    held = before.value.name and before.name_at == before.first and not person.value.name and between == ["and", "the"]
    return bool(held) and person.last + 1 < len(tokens) and tokens[person.last + 1].text == ","


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


def _is_description(between: list[str], last: Token) -> bool:
    """Whether only a description opens an office behind a name: ", the founder and first"."""
    return (
        2 < len(between) < 7
        and between[0] == ","
        and between[1] in ("the", "a", "an", "then")
        and not last.is_capital
        and all(word.isalpha() and word not in words("qualities_end") for word in between[1:])
    )


def _merged(before: PersonSpan, person: PersonSpan, between: str) -> PersonSpan:
    """Two neighbours as one person: the name that is there, both offices as they were joined, the first state."""
    one, other = before.value, person.value
    if one.group:
        value = replace(other, iso3=other.iso3 or one.iso3)
    elif one.name and one.office == "MP" and other.office:  # the letters behind the name are no second office
        value = replace(other, name=one.name)
    elif other.rank == "envoy" and one.rank != "envoy" and not between.endswith("and"):
        sent = between.startswith(("'", "’"))  # "General A's envoy" is not A
        value = PersonValue(other.name or (None if sent else one.name), other.office, "envoy", one.iso3 or other.iso3)
    elif (one.rank == "envoy" or other.group) and not between and not other.name:
        value = replace(one, office=f"{one.office} {other.office}")
    elif one.rank == "envoy" and between == "of":
        value = replace(one, iso3=one.iso3 or other.iso3)
    else:
        joint = " and " if between.endswith("and") else ", "
        office = joint.join(office for office in (one.office, other.office) if office)
        rank = joint_rank(one.rank, other.rank, other.office)
        value = PersonValue(other.name or one.name, office or None, rank, one.iso3 or other.iso3)
    return PersonSpan(before.first, person.last, value, person.name_at if other.name else before.name_at)
