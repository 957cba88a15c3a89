"""Heads of mission who act as such outside their stated term.

Tested is each other statement that gives the person an envoy's office and has a date. Not tested: what the person does
under another office, be it another envoy's (a consul who became ambassador), terms of which neither end is stated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.assemble.checks.check import Check, Facts
from parsers.assemble.persons import Person
from parsers.assemble.row import Merged
from parsers.assemble.timing import before
from parsers.language.edtf import date_value
from parsers.language.mention import DateValue

_SORTS = ("ambassador", "consul", "commissioner", "charg", "representative", "attach")
"""Words by which the offices of envoys are told apart."""


def tenures(facts: Facts, people: Sequence[Person]) -> Iterator[Check]:
    """A check for each date at which a head of mission whose term is stated acts as one."""
    known = {person.person_id: person for person in people}
    terms = [row for row in facts.get("envoys", ()) if row.values.get("from_edtf") or row.values.get("until_edtf")]
    for row in terms:
        person = known.get(str(row.values.get("person_id")))
        others = [other for other in terms if other.values.get("person_id") == row.values.get("person_id")]
        if person is None or len(others) > 1:
            continue
        for date in _acts(row, person):
            yield _check(row, date)


def _acts(row: Merged, person: Person) -> list[DateValue]:
    own = {member.statement for member in row.members}
    acts = {
        date.edtf: date
        for form in person.appearances
        if form.rank == "envoy" and form.statement not in own and _is_same_post(form.office, row.values.get("office"))
        for date in form.dates
    }  # fmt: skip
    return [acts[edtf] for edtf in sorted(acts)]


def _is_same_post(one: str | None, other: object) -> bool:
    """Whether two offices of envoys are of one sort, or one does not say which."""
    sorts = [{sort for sort in _SORTS if sort in str(office or "").lower()} for office in (one, other)]
    return not all(sorts) or sorts[0] == sorts[1]


def _check(row: Merged, date: DateValue) -> Check:
    begins, ends = (str(row.values.get(name) or "..") for name in ("from_edtf", "until_edtf"))
    early = begins != ".." and before(date, date_value(begins))
    late = ends != ".." and before(date_value(ends), date)
    return Check(
        "tenure", "envoys", (row.row_id,),
        f"{row.values['name']} acts as {row.values.get('office') or 'head of mission'} within {begins}/{ends}",
        f"acts in {date.edtf}", not (early or late),
    )  # fmt: skip
