"""Person mentions: a name with the office and the state it serves, or an office that stands for its holder.

Reads an office before a name ("President of Ghana John Mahama"), after it ("Kirkilas, the Prime Minister of
Lithuania,"),
several offices of one person, an office alone, delegations with or without a head, names that an earlier statement
gave with
an office, names that link to a page of the wiki, and pairs of capitalised words beside a verb of doing. Not read: a
bare surname that nobody introduced. Names are kept as written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from parsers.document.model import Link
from parsers.language.mention import Mention, OfficeValue, PersonValue, StateValue
from parsers.language.names import LONGEST, is_name_word, is_place, joined, name_end
from parsers.language.offices import Office, find_heads, find_offices, words
from parsers.language.tokens import Token, tokens_of

_HEADED = frozenset(f"{comma}{verb} by" for comma in ("", ", ") for verb in ("headed", "led", "chaired")) | {"under"}


@dataclass(frozen=True)
class Known:
    """Who was named so far: every form of a name → the value first given with it; the latest bearer of a form wins."""

    forms: dict[str, PersonValue] = field(default_factory=dict)

    def after(self, people: Iterable[Mention]) -> Known:
        """What is known when these have been read too."""
        forms = dict(self.forms)
        for mention in people:
            value = mention.value
            if isinstance(value, PersonValue) and value.name and not value.group:
                value = _completed(value, forms.get(value.name))
                forms.update(dict.fromkeys(_forms_of(value.name or mention.text), value))
        return Known(forms)


def _completed(value: PersonValue, known: PersonValue | None) -> PersonValue:
    """The person with what was said of the same name before, where this mention says less."""
    if known is None:
        return value
    longer = known.name if len(known.name or "") > len(value.name or "") else value.name
    return replace(value, name=longer, office=value.office or known.office, rank=value.rank or known.rank,
                   iso3=value.iso3 or known.iso3, link=value.link or known.link)  # fmt: skip


def _forms_of(name: str) -> Iterator[str]:
    """The forms under which a person may come back: the whole name, its last word, its first where that is short."""
    parts = name.split()
    yield name
    if len(parts) > 1:
        tail = parts[-2:] if parts[-1].isupper() and len(parts[-1]) < 4 else parts[-1:]
        yield " ".join(tail)
        if (len(parts) == 2 and len(parts[0]) <= 5) or tail != parts[-1:]:
            yield parts[0]


def find_people(
    text: str, tokens: list[Token], heads: list[tuple[int, int, str]], known: Known, links: list[Link]
) -> list[Mention]:
    """The people of one statement, in order, without overlap."""
    if not tokens:
        return []
    offices = find_offices(tokens, heads)
    found = _chained(_with_names(tokens, offices), tokens)
    taken = {index for person in found for index in range(person.first, person.last + 1)}
    found += _bare(tokens, taken, known, {link.start: link for link in links})
    return [person.mention(text, tokens, known, links) for person in sorted(found, key=lambda person: person.first)]


@dataclass(frozen=True)
class _Person:
    """A person in a list of tokens, before it becomes a mention."""

    first: int
    last: int
    value: PersonValue
    name_at: int | None = None

    def mention(self, text: str, tokens: list[Token], known: Known, links: list[Link]) -> Mention:
        """The mention, completed by what was said of the name before and by the link on it."""
        start, end = tokens[self.first].start, tokens[self.last].end
        value = self.value
        if value.name:
            value = replace(_completed(value, known.forms.get(value.name)), name=value.name)
            target = next(
                (link.target for link in links if link.start <= end and link.end > start and _same(link, value)), None
            )
            value = replace(value, link=target or value.link)
        return Mention(start, end, text[start:end], value)


def _same(link: Link, value: PersonValue) -> bool:
    """Whether a link's target is this person's page: it holds the last word of the name."""
    return bool(value.name) and str(value.name).split()[-1] in link.target


def _with_names(tokens: list[Token], offices: list[Office]) -> list[_Person]:
    """Each office with the name that stands beside it, or alone."""
    found: list[_Person] = []
    for number, office in enumerate(offices):
        ceiling = offices[number + 1].first if number + 1 < len(offices) else len(tokens)
        floor = found[-1].last + 1 if found else 0
        person = _name_after(tokens, office, ceiling) or _name_before(tokens, office, floor)
        if person is None and _stands_alone(tokens, office):
            person = _Person(_counted(tokens, office.first), office.last, _value(None, office))
        if person is not None and person.first >= floor:
            found.append(person)
    return found


def _stands_alone(tokens: list[Token], office: Office) -> bool:
    """Whether an office without a name means its holder: not "General Assembly", "head" or "member"."""
    following = tokens[office.last + 1] if office.last + 1 < len(tokens) else None
    if following is not None and following.is_capital and following.low in words("bodies"):
        return False
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


def _name_after(tokens: list[Token], office: Office, ceiling: int) -> _Person | None:
    """The name that follows the office, after a comma only where it has two words and another mark closes it."""
    index = office.last + 1
    comma = index < ceiling and tokens[index].text == ","
    if office.value.rank == "delegation":
        return None
    index += comma
    while index < ceiling and (tokens[index].low in words("honorifics") or tokens[index].text == "."):
        index += 1
    last = name_end(tokens, index, ceiling)
    if last < index or (comma and not _closed(tokens, last)) or (last > index and is_place(tokens, index, last)):
        return None
    person = _Person(office.first, last, _value(joined(tokens, index, last), office), index)
    named = _with_state(tokens, person)
    return replace(named, value=replace(named.value, iso3=person.value.iso3 or named.value.iso3))


def _closed(tokens: list[Token], last: int) -> bool:
    return last + 1 >= len(tokens) or tokens[last + 1].text in ",.;)" or tokens[last + 1].low in words("acts")


def _name_before(tokens: list[Token], office: Office, floor: int) -> _Person | None:
    """The name before a comma and the office: "Ilir Meta, the Prime Minister of Albania"."""
    index = office.first - 1
    while index > floor and tokens[index].low in ("the", "a", "an", "then", "its", "their", "now", "also"):
        index -= 1
    if index <= floor or tokens[index].text != ",":
        return None
    last = first = index - 1
    while first >= floor and is_name_word(tokens[first]):
        first -= 1
    first += 1
    if first > last or tokens[first].low in words("starters") or last - first >= LONGEST:
        return None
    if is_place(tokens, first, last):
        return None
    return _Person(first, office.last, _value(joined(tokens, first, last), office), first)


def _chained(people: list[_Person], tokens: list[Token]) -> list[_Person]:
    """The people with their chains joined: several offices of one, an envoy after the sender, a delegation's head."""
    found: list[_Person] = []
    for person in people:
        before = found[-1] if found else None
        if before is not None and _one_person(before, person, tokens):
            between = " ".join(token.low for token in tokens[before.last + 1 : person.first] if token.low != "the")
            found[-1] = _merged(before, person, between)
        else:
            found.append(person)
    return found


def _one_person(before: _Person, person: _Person, tokens: list[Token]) -> bool:
    """Whether two neighbours are one: by the words between them and which of them has a name."""
    between = [token.low for token in tokens[before.last + 1 : person.first]]
    bare = " ".join(word for word in between if word not in ("the", "a", "an"))
    if before.value.group:
        return bare in _HEADED
    if person.value.rank == "envoy" and bare in ("'s", "’s"):
        return True
    if before.value.rank == "envoy" and before.value.name is None:
        return bare == "of" or (bare in ("", ",", "and", ", and") and bool(person.value.name))
    if "the" in between and bare != ",":
        return False
    if before.value.name and not person.value.name:
        return bare in (",", ", and") or (bare == "and" and before.name_at == before.first)
    return not before.value.name and bool(person.value.name) and bare in ("", ",", "and", ", and")


def _merged(before: _Person, person: _Person, between: str) -> _Person:
    """Two neighbours as one person: the name that is there, both offices as they were joined, the first state."""
    one, other = before.value, person.value
    if one.group:
        value = replace(other, iso3=other.iso3 or one.iso3)
    elif other.rank == "envoy" and one.rank != "envoy":
        value = PersonValue(None, other.office, "envoy", one.iso3 or other.iso3)
    elif one.rank == "envoy" and between == "of":
        value = replace(one, iso3=one.iso3 or other.iso3)
    else:
        joint = " and " if between.endswith("and") else ", "
        office = joint.join(office for office in (one.office, other.office) if office)
        rank = one.rank if one.rank != "other" or not other.rank else other.rank
        value = PersonValue(other.name or one.name, office or None, rank, one.iso3 or other.iso3)
    return _Person(before.first, person.last, value, person.name_at if other.name else before.name_at)


def _bare(tokens: list[Token], taken: set[int], known: Known, links: dict[int, Link]) -> list[_Person]:
    """Names without an office: known ones, linked ones, and pairs of capitalised words beside a verb of doing."""
    found: list[_Person] = []
    index = 0
    while index < len(tokens):
        starts = index not in taken and is_name_word(tokens[index])
        last = -1 if not starts else name_end(tokens, index, _next_taken(tokens, index, taken))
        if last < index:
            index += 1
            continue
        name = joined(tokens, index, last)
        if not is_place(tokens, index, last) and (
            name in known.forms
            or _listed_with(tokens, index, last, taken)
            or _linked(links.get(tokens[index].start), name, tokens[last].end, last - index)
            or _acts(tokens, index, last)
            or _is_holder(tokens, index, last, taken)
        ):
            found.append(_with_state(tokens, _Person(index, last, PersonValue(name), index)))
        index = last + 1
    return found


def _listed_with(tokens: list[Token], first: int, last: int, taken: set[int]) -> bool:
    """Whether two or more capitalised words stand right behind a person and "and", a state or a verb of doing behind
    them.
    """
    if last == first or first < 2 or tokens[first - 1].low != "and" or first - 2 not in taken:
        return False
    return _serves_after(tokens, last) is not None or (last + 1 < len(tokens) and tokens[last + 1].low in words("acts"))


def _serves_after(tokens: list[Token], last: int) -> int | None:
    """The last token of a state that follows a name after "of" or in brackets; null where none does."""
    if last + 2 >= len(tokens) or tokens[last + 1].low not in ("of", "(") or tokens[last + 2].kind != "state":
        return None
    end = last + 2
    while end + 1 < len(tokens) and tokens[end + 1].mention is tokens[last + 2].mention:
        end += 1
    return end if tokens[last + 1].low == "of" else None


def _with_state(tokens: list[Token], person: _Person) -> _Person:
    """The person with the state that follows the name: "Ibrahima Sarr of Senegal"."""
    end = _serves_after(tokens, person.last)
    if end is None:
        return person
    state = tokens[end].mention
    iso3 = state.value.iso3 if state is not None and isinstance(state.value, StateValue) else None
    return replace(person, last=end, value=replace(person.value, iso3=iso3))


def _next_taken(tokens: list[Token], index: int, taken: set[int]) -> int:
    while index < len(tokens) and index not in taken:
        index += 1
    return index


def _linked(link: Link | None, name: str, end: int, more: int) -> bool:
    """Whether a link covers the whole name, or a surname that its target holds, and the target looks like a person's
    page.
    """
    if link is None or link.end != end:
        return False
    parts = link.target.replace(",", "").split()
    if more < 1 and (
        name not in parts
        or not link.target[:1].isupper()
        or not all(part[:1].isupper() for part in (parts[0], parts[-1]))
    ):
        return False
    return 2 <= len(parts) <= 5 and not any(
        part.lower() in words("bodies") or part.lower() in words("starters") or any(c.isdigit() for c in part)
        for part in parts
    )


def _is_holder(tokens: list[Token], first: int, last: int, taken: set[int]) -> bool:
    """Whether two or more capitalised words stand behind "was" or "by" in a sentence that names an office: "… was
    Tapio Halla".
    """
    return last > first > 0 and tokens[first - 1].low in ("was", "were") and any(index < first for index in taken)


def _acts(tokens: list[Token], first: int, last: int) -> bool:
    """Whether two or more capitalised words stand beside a verb of doing, after "with" or "by", after "the election
    of".
    """
    if last == first or any(
        token.low in words("bodies") or token.low in words("portfolios") for token in tokens[first : last + 1]
    ):
        return False
    after = tokens[last + 1].low if last + 1 < len(tokens) else ""
    before = tokens[first - 1].low if first else ""
    return (
        after in words("acts")
        or before in ("with", "by", "counterpart", "counterparts")
        or (after == "(" and first == 0)
        or (before in ("of", ",") and first > 1 and tokens[first - 2].low in words("personal"))
    )


def name_in(text: str, start: int, end: int, mentions: list[Mention]) -> Mention | None:
    """The name that fills text[start:end] but for marks and titles, as a person mention; null where it holds anything
    else.

    For cells and items that list names; `mentions` are those that no name may touch.
    """
    tokens = tokens_of(text, start, end, [mention for mention in mentions if start <= mention.start < end])
    while tokens and (not tokens[0].text[0].isalpha() or tokens[0].low in words("honorifics")):
        tokens.pop(0)
    while tokens and not tokens[-1].text[0].isalpha():
        tokens.pop()
    if len(tokens) < 2 or name_end(tokens, 0, len(tokens)) != len(tokens) - 1 or any(token.kind for token in tokens):
        return None
    if any(token.low in words("bodies") or token.low in words("portfolios") for token in tokens):
        return None
    name = joined(tokens, 0, len(tokens) - 1)
    return Mention(tokens[0].start, tokens[-1].end, text[tokens[0].start : tokens[-1].end], PersonValue(name))


def office_in(words: str) -> OfficeValue | None:
    """The first office that the words name, as in the cell of a table.

    >>> office_in("Deputy Foreign Minister").rank
    'deputy minister'
    """
    offices = find_offices(tokens_of(words, 0, len(words)), find_heads(words))
    return offices[0].value if offices else None
