"""The findings of meetings: their participants, way, place and dates, each group's meeting once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from parsers.facts.model import Finding
from parsers.language.mention import Mention, PersonValue
from parsers.language.modality import clause, happened
from parsers.language.reading import Statement, named
from parsers.language.referents import called
from parsers.language.sides import facing, side_of
from parsers.phrases.encounters.circumstances import date_with, mode_of
from parsers.phrases.encounters.delegates import Parties
from parsers.phrases.encounters.encounters import Encounter, all_who_met
from parsers.phrases.encounters.settings import Setting, setting_of
from parsers.phrases.journeys.meeting_places import times_met
from parsers.phrases.journeys.trip_dates import as_stays


def meeting(
    statement: Statement, encounter: Encounter, mode: str | None = None, *, sure: bool = False
) -> Finding | None:
    """The meeting of the encounter's people, where both sides are there and it took place (`sure`: for sure)."""
    people = all_who_met(encounter.people, statement)
    names = _called_apart(people, statement)
    if len(names) < 2 or not (sure or happened(statement, encounter.at, encounter.end)):
        return None
    mode = mode or mode_of(clause(statement, encounter.at, encounter.end))
    found = _held_at(setting_of(statement, encounter, mode), names, mode)
    here = [one for one in people if one.start >= statement.start]
    spans = {"participants": (min(one.start for one in here), max(one.end for one in here)), **found.spans}
    return replace(found, date=date_with(people, statement, encounter.at, encounter.end), spans=spans)


def _held_at(setting: Setting, names: tuple[str, ...], mode: str) -> Finding:
    """The meeting of participants, without a date, with the columns of its setting."""
    city = setting.city
    where = {"city": city.text if city else None, "venue": setting.venue, "occasion": setting.occasion}
    return Finding({"participants": names, "mode": mode, **where}, None, {"city": city} if city else {})


def _called_apart(people: Sequence[Mention], statement: Statement) -> tuple[str, ...]:
    """How each participant is entered; one who is told of by an office alone is none of those who are named: "Prime
    Minister A met the Kenyan prime minister".
    """
    own = {name for one in people if (name := named(one))}
    entered = list[str | None]()
    for one in people:
        name = called(_of_other_side(one, people, statement), statement)
        taken = name in own and not named(one) and isinstance(one.value, PersonValue)
        entered.append(getattr(one.value, "office", None) if taken else name)
    return tuple(dict.fromkeys(name for name in entered if name))


def _of_other_side(person: Mention, people: Sequence[Mention], statement: Statement) -> Mention:
    """A participant who is told of by an office alone as one of the side that the others do not serve, where all of
    them serve one: "the foreign minister met the Kenyan president"; anybody else as he is.
    """
    value, context = person.value, statement.context
    if not isinstance(value, PersonValue) or value.name or value.group or value.iso3:
        return person
    sides = {side_of(one, context) for one in people if one is not person}
    side = sides.pop() if len(sides) == 1 else None
    return replace(person, value=replace(value, iso3=facing(side, context.pair))) if side else person


def names_of(finding: Finding) -> set[str]:
    """The participants of a finding; none where it has no list of them."""
    names = finding.values["participants"]
    return set(names) if isinstance(names, tuple) else set()


def besides(told: Iterable[Finding], found: Iterable[Finding], *, shared: int = 0) -> Iterator[Finding]:
    """The findings but for those whose people one told already has, on the same date or none; `shared`: so many."""
    for finding in found:
        names = names_of(finding)
        same = (one for one in told if shared or finding.date in (None, one.date))
        if not any(len(names & names_of(one)) >= (shared or len(names)) for one in same):
            yield finding


def distinct(statement: Statement, findings: Iterator[Finding | None]) -> Iterator[Finding]:
    """The findings without those whose people another of the sentence already has ("met and held talks with"), one for
    each date that is counted up ("met in 2008 and 2010").
    """
    seen: list[set[str]] = []
    for finding in findings:
        names = names_of(finding) if finding is not None else set()
        if finding is not None and not any(names <= others for others in seen):
            seen.append(names)
            yield from each_time(statement, finding)


def each_time(statement: Statement, finding: Finding) -> Iterator[Finding]:
    """A finding for each of the places, or else the dates, that are counted up behind it."""
    city = finding.spans.get("city")
    stops = times_met(statement, city if isinstance(city, Mention) else None)
    for stop in stops:
        values, spans = {**finding.values, "city": stop.city}, {**finding.spans, "city": stop.place}
        yield replace(finding, values=values, date=stop.date or finding.date, spans=spans)
    for date in as_stays(statement.listed_with(finding.date)) if not stops else ():
        yield finding if date is finding.date else replace(finding, date=date)


def meeting_of(statement: Statement, parties: Parties, date: Mention | None) -> Finding:
    """The meeting of parties in words."""
    mode = mode_of(statement.low)
    setting = setting_of(statement, Encounter((), parties.at, parties.end), mode)
    return replace(_held_at(setting, parties.names, mode), date=date)
