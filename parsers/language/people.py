"""Person mentions: a name with the office and the state it serves, or an office that stands for its holder.

Reads an office before a name ("President of Ghana John Mahama"), after it ("Otieno, the Prime Minister of
Lithuania,"), several offices of one person, an office alone, delegations with or without a head; names without an
office as `bare_names` finds them. Names are kept as written.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache, reduce

from parsers.document.model import Link
from parsers.language.bare_names import bare_names
from parsers.language.known_people import Known
from parsers.language.mention import Mention, OfficeValue
from parsers.language.name_lists import with_lists
from parsers.language.office_names import name_after, name_before, value_of
from parsers.language.office_words import LEADING, find_heads, is_plural, joint_rank, words
from parsers.language.offices import Office, find_offices
from parsers.language.person_chains import chained, headed
from parsers.language.person_spans import PersonSpan, with_courtesy, with_sheikh
from parsers.language.tokens import Token, low_at, tokens_of

_NAMED_ONLY = ("representative", "peer", "negotiator")  # words of other things too, where no name stands beside them


def find_people(
    text: str, tokens: list[Token], heads: list[tuple[int, int, str]], known: Known, links: list[Link]
) -> list[Mention]:
    """The people of one statement, in order, without overlap."""
    if not tokens:
        return []
    offices = find_offices(tokens, heads)
    found = chained(_with_names(tokens, offices), tokens)
    taken = {index for person in found for index in range(person.first, person.last + 1)}
    found += bare_names(text, tokens, taken, known.forms, {link.start: link for link in links})
    found = with_lists(tokens, headed(sorted(found, key=lambda person: person.first), tokens))
    return [
        with_courtesy(tokens, with_sheikh(tokens, person, known.forms)).mention(text, tokens, known.forms, links)
        for person in sorted(found, key=lambda person: person.first)
    ]


def _with_names(tokens: list[Token], offices: list[Office]) -> list[PersonSpan]:
    """Each office with the name that stands beside it, or alone."""
    found: list[PersonSpan] = []
    for number, office in enumerate(offices):
        ceiling = offices[number + 1].first if number + 1 < len(offices) else len(tokens)
        floor = found[-1].last + 1 if found else 0
        person = name_after(tokens, office, ceiling)
        if person is None:
            person = name_before(tokens, office, floor)
        elif _is_of_next(tokens, office, person, offices[number + 1 :]):
            person = None
        if person is None and _stands_alone(tokens, office):
            person = PersonSpan(_counted(tokens, office.first), office.last, value_of(None, office))
        if person is not None and person.first >= floor:
            found.append(person)
    return found


def _is_of_next(tokens: list[Token], office: Office, person: PersonSpan, others: list[Office]) -> bool:
    """Whether a name between two offices of different states has the second: "by the Greek premier, A, the Turkish
    president, came".
    """
    if not others or tokens[office.last + 1].text != ",":
        return False
    served, serves = office.value.iso3, others[0].value.iso3
    behind = [token.low for token in tokens[person.last + 1 : others[0].first]]
    differ = bool(served and serves) and served != serves and behind in ([","], [",", "the"])
    ceiling = others[1].first if len(others) > 1 else len(tokens)
    return differ and name_after(tokens, others[0], ceiling) is None


def _stands_alone(tokens: list[Token], office: Office) -> bool:
    """Whether an office without a name means its holder: not "General Assembly", "head" or "member"."""
    name, rank = office.value.office, office.value.rank
    before, following = low_at(tokens, office.first - 1), low_at(tokens, office.last + 1)
    if following in words("bodies") and tokens[office.last + 1].is_capital:
        return False
    if following in ("'", "’") and is_plural(name):
        return False  # "a Foreign Ministers' meeting"
    if name == "counterpart" and before in ("his", "her"):
        return True
    if rank == "other" and name.split(" of ")[0].lower().endswith(_NAMED_ONLY):
        return False
    is_the = before == "the" and following not in ("of", "-") and rank in LEADING
    return office.capital or bool(office.value.iso3) or rank in ("delegation", "envoy") or is_the


def _counted(tokens: list[Token], first: int) -> int:
    """The token of a number word just before, which belongs to those it counts: "two Mexican senators"."""
    return first - 1 if first and tokens[first - 1].low in ("two", "three", "four", "five", "six", "several") else first


@lru_cache(maxsize=4096)
def office_in(cell: str) -> OfficeValue | None:
    """The first office that the cell of a table names, with the rank of all.

    >>> office_in("Deputy Foreign Minister").rank
    'deputy minister'
    """
    tokens = tokens_of(cell, 0, len(cell))
    offices = find_offices(tokens, find_heads(cell))
    ranks = [(one.value.rank, one.value.office) for one in offices]
    rank = reduce(lambda before, told: joint_rank(before, *told) or "other", ranks[1:], ranks[0][0]) if ranks else ""
    if rank == "other" and words("legislatures") & {token.low for token in tokens}:
        rank = "legislature"  # "Chairman, National Assembly"
    return replace(offices[0].value, rank=rank) if offices else None
