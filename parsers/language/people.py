"""Person mentions: a name with the office and the state it serves, or an office that stands for its holder.

Reads an office before a name ("President of Ghana John Mahama"), after it ("Otieno, the Prime Minister of
Lithuania,"), several offices of one person, an office alone, delegations with or without a head; names without an
office as `bare_names` finds them. Names are kept as written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from parsers.document.model import Link
from parsers.language.bare_names import bare_names
from parsers.language.mention import Mention, OfficeValue, PersonValue, StateValue
from parsers.language.name_lists import with_lists
from parsers.language.names import LONGEST, is_name_word, is_place, joined, name_end
from parsers.language.offices import Office, find_heads, find_offices, is_plural, words
from parsers.language.person_spans import (
    PersonSpan,
    completed,
    serves_after,
    with_courtesy,
    with_state,
    without_accents,
)
from parsers.language.tokens import Token, tokens_of

_TIMES = frozenset(("the", "a", "an", "then", "its", "their", "his", "her", "now", "also", "at", "that", "time"))
_BEING = frozenset(("was", "is", "served", "serves", "serving", "as", "had", "been", "acting", "became", "become",
                    "later", "subsequently", "would"))  # fmt: skip
_CLOSERS = frozenset(("(", "'s", "’s", "to", "in", "on", "at", "from", "during", "–", "-", ":", "and", "who", "for"))
_OPENERS = frozenset(("at", "on", "upon", "by", "with", "following", "after"))
_HEADED = frozenset(f"{comma}{verb} by" for comma in ("", ", ") for verb in ("headed", "led", "chaired")) | {"under"}


@dataclass(frozen=True, slots=True)
class Known:
    """Who was named so far: every form of a name, with and without accents → the value first given with it; the latest
    bearer of a form wins.
    """

    forms: dict[str, PersonValue] = field(default_factory=dict)

    def after(self, people: Iterable[Mention]) -> Known:
        """What is known when these have been read too."""
        named = [one.value for one in people if isinstance(one.value, PersonValue) and one.value.name]
        if not named:
            return self
        forms = dict(self.forms)
        for value in named:
            if value.name and not value.group:
                known = completed(value, forms.get(value.name))
                spelled = list(_forms_of(known.name or value.name))
                forms.update(dict.fromkeys((*map(without_accents, spelled), *spelled), known))
        return Known(forms)


def _forms_of(name: str) -> Iterator[str]:
    """The forms under which a person may come back: the whole name, its last word, its first where that is short."""
    parts = name.split()
    yield name
    if len(parts) > 1:
        tail = parts[-2:] if parts[-1].isupper() and len(parts[-1]) < 4 else parts[-1:]
        yield " ".join(tail)
        if len(parts) == 2 or tail != parts[-1:]:
            yield parts[0]
        if (
            len(parts) == 3
            and len(parts[1]) > 3
            and parts[1][:1].isupper()
            and parts[1].lower() not in words("honorifics")
        ):
            yield parts[1]  # the first of two surnames: "Fidel Castro Ruz"
        article, _, rest = parts[-1].partition("-")
        if article.lower() in ("al", "el", "as", "ash", "an") and rest[:1].isupper():
            yield rest


def find_people(
    text: str, tokens: list[Token], heads: list[tuple[int, int, str]], known: Known, links: list[Link]
) -> list[Mention]:
    """The people of one statement, in order, without overlap."""
    if not tokens:
        return []
    offices = find_offices(tokens, heads)
    found = _chained(_with_names(tokens, offices), tokens)
    taken = {index for person in found for index in range(person.first, person.last + 1)}
    found += bare_names(text, tokens, taken, known.forms, {link.start: link for link in links})
    found = with_lists(tokens, _headed(sorted(found, key=lambda person: person.first), tokens))
    return [
        with_courtesy(tokens, person).mention(text, tokens, known.forms, links)
        for person in sorted(found, key=lambda person: person.first)
    ]


def _with_names(tokens: list[Token], offices: list[Office]) -> list[PersonSpan]:
    """Each office with the name that stands beside it, or alone."""
    found: list[PersonSpan] = []
    for number, office in enumerate(offices):
        ceiling = offices[number + 1].first if number + 1 < len(offices) else len(tokens)
        floor = found[-1].last + 1 if found else 0
        person = _name_after(tokens, office, ceiling) or _name_before(tokens, office, floor)
        if person is None and _stands_alone(tokens, office):
            person = PersonSpan(_counted(tokens, office.first), office.last, _value(None, office))
        if person is not None and person.first >= floor:
            found.append(person)
    return found


def _stands_alone(tokens: list[Token], office: Office) -> bool:
    """Whether an office without a name means its holder: not "General Assembly", "head" or "member"."""
    following = tokens[office.last + 1] if office.last + 1 < len(tokens) else None
    if following is not None and following.is_capital and following.low in words("bodies"):
        return False
    if office.value.office == "counterpart" and office.first and tokens[office.first - 1].low in ("his", "her"):
        return True
    leads = office.value.rank in ("head of state", "head of government", "foreign minister")
    the = (
        office.first > 0
        and tokens[office.first - 1].low == "the"
        and (following is None or following.low not in ("of", "-"))
    )
    return office.capital or bool(office.value.iso3) or office.value.rank in ("delegation", "envoy") or (leads and the)


def _counted(tokens: list[Token], first: int) -> int:
    """The token of a number word just before, which belongs to those it counts: "two Mexican senators"."""
    return first - 1 if first and tokens[first - 1].low in ("two", "three", "four", "five", "six", "several") else first


def _value(name: str | None, office: Office) -> PersonValue:
    group = name is None and office.value.rank == "delegation"
    return PersonValue(name, office.value.office, office.value.rank, office.value.iso3, None, group)


def _name_after(tokens: list[Token], office: Office, ceiling: int) -> PersonSpan | None:
    """The name that follows the office, after a comma only where it has two words and another mark closes it."""
    index = _behind_second_state(tokens, office, ceiling)
    bracket = index + 1 < ceiling and tokens[index].text == "(" and not is_plural(office.value.office)
    bracket = bracket and tokens[index + 1].low not in words("retired")
    comma = index < ceiling and (tokens[index].text == "," or (index > office.last + 1 and tokens[index].text == "("))
    if bracket and not comma:
        return _name_in_brackets(tokens, office, ceiling)
    if office.value.rank == "delegation":
        return None
    index += comma
    while index < ceiling and (_is_honorific(tokens, index) or (comma and tokens[index].text == "HE")):
        index += 1
    index = _behind_retired(tokens, index, ceiling)
    last = name_end(tokens, index, ceiling)
    if last == index and (_is_abbreviation(tokens[index]) or tokens[index].low in words("bodies")):
        return None
    if last < index or (comma and not _closed(tokens, index, last)) or (last > index and is_place(tokens, index, last)):
        return None
    person = PersonSpan(office.first, last, _value(joined(tokens, index, last), office), index)
    named = with_state(tokens, person)
    return replace(named, value=replace(named.value, iso3=person.value.iso3 or named.value.iso3))


def _is_honorific(tokens: list[Token], index: int) -> bool:
    """Whether a token is an honorific or its full stop, or begins one of two words: "Tan Sri"."""
    token = tokens[index]
    if token.low == "tan" and index + 1 < len(tokens):
        return tokens[index + 1].low in ("sri", "seri")
    return token.low in words("honorifics") or token.text in (".", "'", "’")


def _name_in_brackets(tokens: list[Token], office: Office, ceiling: int) -> PersonSpan | None:
    """The name in brackets behind the office, which fills them: "the President of Kenya (then Daniel Moi)"."""
    index = office.last + 2
    index += index < ceiling and tokens[index].low in _TIMES
    if index >= ceiling or office.value.rank == "delegation" or not tokens[index].is_capital:
        return None
    last = name_end(tokens, index, ceiling)
    end = serves_after(tokens, last) or last if last >= index else last
    closed = index <= last and end + 1 < len(tokens) and tokens[end + 1].text == ")"
    if not closed or _is_abbreviation(tokens[index]) or is_place(tokens, index, last):
        return None
    return PersonSpan(office.first, end + 1, _value(joined(tokens, index, last), office), index)


def _behind_second_state(tokens: list[Token], office: Office, ceiling: int) -> int:
    """The token behind an office, and behind the second state of an office of two: "foreign ministers of Kenya and
    Norway".
    """
    index = office.last + 1
    if office.value.iso3 is None or not office.value.office.split(" of ")[0].endswith("s"):
        return index
    state = index + 1 + (index + 1 < ceiling and tokens[index + 1].low == "the")
    if state >= ceiling or tokens[index].low != "and" or tokens[state].kind != "state":
        return index
    while state + 1 < ceiling and tokens[state + 1].mention is tokens[state].mention:
        state += 1
    return state + 1


def _is_abbreviation(token: Token) -> bool:
    return len(token.text) > 2 and token.text.isupper() and not token.is_numeral


def _behind_retired(tokens: list[Token], index: int, ceiling: int) -> int:
    """The token behind a bracket that says that an officer is retired: "General (Rtd) …"; the index itself else."""
    if index + 1 < ceiling and tokens[index].text == "(" and tokens[index + 1].low in words("retired"):
        return next((at + 1 for at in range(index, min(index + 4, ceiling)) if tokens[at].text == ")"), index)
    return index


def _closed(tokens: list[Token], first: int, last: int) -> bool:
    """Whether what follows shows that a name behind an office and a comma is whole: a mark, a verb of doing; behind two
    words also a bracket, a direction, a date, the state served.
    """
    if last + 1 >= len(tokens) or tokens[last + 1].text in ",.;)" or tokens[last + 1].low in words("acts"):
        return True
    if tokens[last + 1].low in ("had", "has"):
        return True
    following = tokens[last + 1]
    return last > first and (
        following.low in _CLOSERS
        or following.low in ("had", "has", "was")
        or following.kind == "date"
        or serves_after(tokens, last) is not None
    )


def _name_before(tokens: list[Token], office: Office, floor: int) -> PersonSpan | None:
    """The name before a comma and the office: "Ilir Meta, the Prime Minister of Albania"."""
    index = office.first - 1
    while index > floor and tokens[index].low in _TIMES:
        index -= 1
    index = _before_qualities(tokens, _before_who(tokens, index, floor), floor)
    bracket = tokens[index].text == "(" and index == office.first - 1 if index > floor else False
    if office.value.rank == "delegation" or index <= floor or not (tokens[index].text == "," or bracket):
        return None
    if is_plural(office.value.office):
        return None
    last = first = index - 1
    family = words("family_names")
    while first >= floor and (
        is_name_word(tokens[first]) or tokens[first].low in family or _is_inner_particle(tokens, first, floor, last)
    ):
        first -= 1
    first += 1
    if first > last or last - first >= LONGEST:
        return None
    if tokens[first].low in words("starters") and (first == last or tokens[first].low not in family):
        return None
    if is_place(tokens, first, last):
        return None
    return PersonSpan(first, office.last, _value(joined(tokens, first, last), office), first)


def _is_inner_particle(tokens: list[Token], index: int, floor: int, last: int) -> bool:
    """Whether a small word stands between two words of a name: "Fahd bin Mahmoud Al Said"."""
    before = tokens[index - 1] if index > floor else None
    return index < last and tokens[index].low in words("particles") and before is not None and is_name_word(before)


def _before_who(tokens: list[Token], index: int, floor: int) -> int:
    """The comma before words that make an office a clause about the name before it: ", who was", ", who served as"."""
    start = index
    while index > floor and tokens[index].low in _BEING:
        index -= 1
    if index > floor and index < start and tokens[index].low == "who" and tokens[index - 1].text == ",":
        return index - 1
    return start


def _before_qualities(tokens: list[Token], index: int, floor: int) -> int:
    """The token before words that tell what else the holder was: ", the founder and first President"."""
    start = index
    while index > floor and start - index < 5 and tokens[index].low not in words("qualities_end"):
        if tokens[index].is_capital or not tokens[index].text[0].isalpha() or tokens[index].mention is not None:
            break
        index -= 1
    opened = index < start and tokens[index].text == "," and tokens[index + 1].low in ("the", "a", "an", "then")
    return index if opened else start


def _chained(people: list[PersonSpan], tokens: list[Token]) -> list[PersonSpan]:
    """The people with their chains joined: several offices of one, an envoy after the sender, a delegation's head."""
    found: list[PersonSpan] = []
    for person in people:
        before = found[-1] if found else None
        if before is not None and _one_person(before, person, tokens):
            between = " ".join(token.low for token in tokens[before.last + 1 : person.first] if token.low != "the")
            found[-1] = _merged(_from_home(before, person, tokens), person, between)
        else:
            found.append(person)
    return found


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
    if ("the" in between and bare != ",") or (bare == "," and _is_fronted(before, tokens)):
        return False
    if before.value.name and not person.value.name:
        return bare in (",", ", and") or (bare == "and" and before.name_at == before.first)
    return not before.value.name and bool(person.value.name) and bare in ("", ",", "and", ", and")


def _is_fronted(office: PersonSpan, tokens: list[Token]) -> bool:
    """Whether a bare office closes an opening such as "At the invitation of the king,", behind which another acts."""
    lead = [token.low for token in tokens[: office.first]]
    if office.value.name or not 2 < len(lead) < 7:
        return False
    return lead[0] in _OPENERS and lead[-1] == "the" and lead[-2] in ("of", "with")


def _headed(people: list[PersonSpan], tokens: list[Token]) -> list[PersonSpan]:
    """The people with each delegation joined to the head who is named behind it without an office."""
    found: list[PersonSpan] = []
    for person in people:
        before = found[-1] if found else None
        if before is not None and before.value.group and person.value.name and _one_person(before, person, tokens):
            found[-1] = _merged(_from_home(before, person, tokens), person, "")
        else:
            found.append(person)
    return found


def _from_home(group: PersonSpan, head: PersonSpan, tokens: list[Token]) -> PersonSpan:
    """A delegation with the state that it came from, named between it and its head."""
    states = (token.mention.value for token in tokens[group.last + 1 : head.first] if token.mention is not None)
    iso3 = next((value.iso3 for value in states if isinstance(value, StateValue)), None)
    if not group.value.group or group.value.iso3 or iso3 is None:
        return group
    return replace(group, value=replace(group.value, iso3=iso3))


def _without_home(tokens: list[Token]) -> str:
    """The words behind a delegation without the state or body that it came from: "from Norway, headed by"."""
    if not tokens or tokens[0].low not in ("from", "of"):
        return ""
    kept = [token.low for token in tokens[1:] if token.kind not in ("state", "body") and token.low != "the"]
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
    elif other.rank == "envoy" and one.rank != "envoy" and not between.endswith("and"):
        value = PersonValue(other.name, other.office, "envoy", one.iso3 or other.iso3)
    elif (one.rank == "envoy" or other.group) and not between and not other.name:
        value = replace(one, office=f"{one.office} {other.office}")
    elif one.rank == "envoy" and between == "of":
        value = replace(one, iso3=one.iso3 or other.iso3)
    else:
        joint = " and " if between.endswith("and") else ", "
        office = joint.join(office for office in (one.office, other.office) if office)
        rank = one.rank if one.rank != "other" or not other.rank else other.rank
        value = PersonValue(other.name or one.name, office or None, rank, one.iso3 or other.iso3)
    return PersonSpan(before.first, person.last, value, person.name_at if other.name else before.name_at)


def office_in(words: str) -> OfficeValue | None:
    """The first office that the words name, as in the cell of a table.

    >>> office_in("Deputy Foreign Minister").rank
    'deputy minister'
    """
    offices = find_offices(tokens_of(words, 0, len(words)), find_heads(words))
    return offices[0].value if offices else None
