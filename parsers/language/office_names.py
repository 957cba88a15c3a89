"""The name that stands beside an office: behind it, behind a comma, in brackets, or before it."""

from __future__ import annotations

from dataclasses import replace

from parsers.language.mention import PersonValue
from parsers.language.name_evidence import is_titled_by
from parsers.language.names import LONGEST, is_name_word, is_place, name_end
from parsers.language.office_extent import behind_acronym
from parsers.language.office_words import is_plural, words
from parsers.language.offices import Office, is_given_name
from parsers.language.person_spans import PersonSpan, serves_after, with_state
from parsers.language.tokens import Token, joined

_TIMES = frozenset(("the", "a", "an", "then", "its", "their", "his", "her", "now", "also", "at", "that", "time"))
_BEING = frozenset(("was", "is", "served", "serves", "serving", "as", "had", "been", "acting", "became", "become",
                    "later", "subsequently", "would"))  # fmt: skip
_PRAISE = frozenset(("late", "right", "most", "very"))
_OPENERS = frozenset(("at", "on", "upon", "by", "with", "following", "after", "during", "in", "before"))
_HAVING = frozenset(("had", "has"))
_WHERE = frozenset(("in", "at", "near"))
_PEOPLES = ("ists", "ians")
_CLOSERS = frozenset(("(", "'s", "’s", "to", "in", "on", "at", "from", "during", "–", "-", ":", "and", "who", "for"))


def value_of(name: str | None, office: Office) -> PersonValue:
    """The person of a name, if there is one, who holds an office; people without a name in a delegation are a group."""
    group = name is None and office.value.rank == "delegation"
    return PersonValue(name, office.value.office, office.value.rank, office.value.iso3, None, group)


def name_after(tokens: list[Token], office: Office, ceiling: int) -> PersonSpan | None:
    """The name that follows the office, after a comma only where it has two words and another mark closes it."""
    index = behind_acronym(tokens, _behind_second_state(tokens, office, ceiling))
    comma = index < ceiling and (tokens[index].text == "," or (index > office.last + 1 and tokens[index].text == "("))
    if not comma and index == office.last + 1 and _opens_bracket(tokens, office, ceiling):
        return _name_in_brackets(tokens, office, ceiling)
    if office.value.rank == "delegation" or _goes_on(tokens, office):
        return None
    if comma and (_is_one_of(tokens, office) or _closes_opening(tokens, office, index)):
        return None
    first = _begin_of_name(tokens, index, ceiling, comma=comma)
    last = name_end(tokens, first, ceiling)
    if not _is_name(tokens, first, last) or (comma and not _closed(tokens, first, last)):
        return None
    person = PersonSpan(office.first, last, value_of(joined(tokens, first, last), office), first)
    named = with_state(tokens, person)
    return replace(named, value=replace(named.value, iso3=person.value.iso3 or named.value.iso3))


def _opens_bracket(tokens: list[Token], office: Office, ceiling: int) -> bool:
    """Whether a bracket that may hold the holder's name opens right behind an office: not "(retired)"."""
    index = office.last + 1
    opens = index + 1 < ceiling and tokens[index].text == "(" and not is_plural(office.value.office)
    return opens and tokens[index + 1].low not in words("retired")


def _begin_of_name(tokens: list[Token], index: int, ceiling: int, *, comma: bool) -> int:
    """Where a name behind an office can begin: behind its comma, praise, honorifics and "(Rtd)"."""
    index = _behind_praise(tokens, index + 1, ceiling) if comma else index
    while index < ceiling and (_is_honorific(tokens, index) or (comma and tokens[index].text == "HE")):
        index += 1
    return _behind_retired(tokens, index, ceiling)


def _is_name(tokens: list[Token], first: int, last: int) -> bool:
    """Whether words behind an office can be its holder: no letters, no body ("King Olav Institutes"), no place."""
    if first == last:
        return not (_is_abbreviation(tokens[first]) or tokens[first].low in words("bodies"))
    return last > first and tokens[last].low not in words("no_surnames") and not is_place(tokens, first, last)


def _closes_opening(tokens: list[Token], office: Office, comma: int) -> bool:
    """Whether the comma behind an office ends an opening of the sentence, behind which another does something: "At
    talks with the Kenyan President, Odd Lie said"; not "At talks with the Kenyan President, Jane Otieno, Odd Lie said".
    """
    lead = tokens[: office.first]
    if len(lead) < 3 or lead[0].low not in _OPENERS or lead[-1].low != "the":
        return False
    if lead[-2].low not in ("of", "with", "for"):
        return False
    if any(token.text == "," or token.low in words("acts") for token in lead):
        return False
    last = name_end(tokens, comma + 1, len(tokens))
    return last > comma and last + 1 < len(tokens) and tokens[last + 1].low in words("acts")


def _goes_on(tokens: list[Token], office: Office) -> bool:
    """Whether capitals behind an office are of its own name, which ends with no noun yet, or of the body whose members
    it tells of: "Director of International Marketing", "members of the East Coast Forum".
    """
    if office.last == office.first or office.last + 1 >= len(tokens) or not tokens[office.last + 1].is_capital:
        return False
    last, lead = tokens[office.last], office.value.office.lower().partition(" of ")
    if last.low in words("qualities"):
        return bool(lead[2])
    of_body = lead[0].split()[-1:] in (["member"], ["members"]) and bool(lead[2])
    return of_body and last.kind != "state" and not (last.low in words("bodies") or last.low in words("legislatures"))


def _is_one_of(tokens: list[Token], office: Office) -> bool:
    """Whether several holders are those of whom one is told of: "Of the presidents of Kenya, A …"."""
    opens = 0 < office.first < 3 and tokens[0].low in ("of", "among")
    return opens and is_plural(office.value.office)


def _behind_praise(tokens: list[Token], index: int, ceiling: int) -> int:
    """The token behind "the late", "the Right", "the" before an honorific, where they open a name; the index itself
    else.
    """
    behind = index + 1
    while behind < ceiling and tokens[behind].low in _PRAISE:
        behind += 1
    is_praise = behind > index + 1 or (behind < ceiling and tokens[behind].low in words("honorifics"))
    return behind if is_praise and tokens[index].low == "the" else index


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
    return PersonSpan(office.first, end + 1, value_of(joined(tokens, index, last), office), index)


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
    if last == first and tokens[first].low.endswith(_PEOPLES):
        return False  # "the Minister of Trade, Industrialists, and"
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is None or following.text in ",.;)" or following.low in words("acts") or following.low in _HAVING:
        return True
    closes = following.low in _CLOSERS or following.low == "was" or following.kind == "date"
    return last > first and (closes or serves_after(tokens, last) is not None)


def name_before(tokens: list[Token], office: Office, floor: int) -> PersonSpan | None:
    """The name before a comma and the office: "Ilir Meta, the Prime Minister of Albania"."""
    index = office.first - 1
    if index > floor and (is_letters(tokens, office) or _is_after_courtesy(tokens, office, floor)):
        return _name_ending(tokens, office, index, floor)
    while index > floor and tokens[index].low in _TIMES:
        index -= 1
    index = _before_qualities(tokens, _before_who(tokens, index, floor), floor)
    bracket = tokens[index].text == "(" and index == office.first - 1 if index > floor else False
    if office.value.rank == "delegation" or index <= floor or not (tokens[index].text == "," or bracket):
        return None
    return None if is_plural(office.value.office) else _name_ending(tokens, office, index - 1, floor)


def _name_ending(tokens: list[Token], office: Office, last: int, floor: int) -> PersonSpan | None:
    """The holder of an office whose name ends at a token before it."""
    first = last + 1
    while first > floor and _is_of_name(tokens, first - 1, floor, last):
        first -= 1
    if first > last or last - first >= LONGEST or _is_no_holder(tokens, first, last, floor):
        return None
    return PersonSpan(first, office.last, value_of(joined(tokens, first, last), office), first)


def _is_of_name(tokens: list[Token], index: int, floor: int, last: int) -> bool:
    """Whether a token can be of a name that goes on to the last one, and does not go below the floor."""
    return (
        is_name_word(tokens[index])
        or tokens[index].low in words("family_names")
        or _is_inner_particle(tokens, index, floor, last)
        or (index < last and is_given_name(tokens, index))
    )


def _is_no_holder(tokens: list[Token], first: int, last: int, floor: int) -> bool:
    """Whether words before an office are not its holder: letters, a place ("in Berg, the Kenyan consul"), the opening
    of a sentence.
    """
    word = tokens[first]
    if first == last and (_is_abbreviation(word) or (first > floor and tokens[first - 1].low in _WHERE)):
        return True
    opens = word.low in words("starters") and (first == last or word.low not in words("family_names"))
    return opens or is_place(tokens, first, last) or _is_task(tokens, first, last)


def _is_task(tokens: list[Token], first: int, last: int) -> bool:
    """Whether all words only say what a ministry is for: "at the Ministry of Foreign Affairs, the Kenyan minister"."""
    return all(token.low in words("portfolios") for token in tokens[first : last + 1])


def is_letters(tokens: list[Token], office: Office) -> bool:
    """Whether an office is no more than the letters that stand right behind a member's name: "Tapio Halla MP"."""
    return office.first == office.last and tokens[office.first].text == "MP" and is_name_word(tokens[office.first - 1])


def _is_after_courtesy(tokens: list[Token], office: Office, floor: int) -> bool:
    """Whether the office of a state stands right behind a name that a title of courtesy opens: "H.E. Tapio Halla
    Foreign Minister of Finland".
    """
    if office.value.iso3 is None or not office.capital or tokens[office.first].kind == "state":
        return False
    first = office.first
    while first > floor and is_name_word(tokens[first - 1]):
        first -= 1
    return office.first - first > 1 and is_titled_by(tokens, first)


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
