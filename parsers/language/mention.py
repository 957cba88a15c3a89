"""The values of this stage: what a word or phrase in the text means.

A `Mention` is a span and its value; the value's class tells what kind it is, and `KINDS` gives each class the short
name that patterns use. Offsets are into the document's text.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as stated: EDTF (ISO 8601-2), the first and last day it can mean, its precision, and how it was had.

    `precision` is day, month, year, decade, century, interval or open interval. `start` and `end` are null where the
    interval is open or the year lies outside 1–9999. `resolved` is true where words of the text before it supplied a
    part ("in June of the same year"). `qualifier` keeps what EDTF cannot say: early, mid, late, before, after, by,
    since …
    """

    edtf: str
    start: dt.date | None
    end: dt.date | None
    precision: str
    resolved: bool = False
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class StateValue:
    """A state or polity by its code; `form` tells how it was named: name, demonym, or pair ("Sino-Azerbaijani")."""

    iso3: str
    form: str = "name"


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """A city or region: its name and the codes of the states it may lie in, likeliest first.

    `organ` is true for a parliament that has a name of its own ("the Knesset"): it tells a state, but no city.
    """

    name: str
    iso3s: tuple[str, ...]
    capital: bool = False
    organ: bool = False


@dataclass(frozen=True, slots=True)
class MoneyValue:
    """An amount in units of its currency (ISO 4217, null where the sign is ambiguous); `high` is a range's upper
    end.
    """

    value: float
    currency: str | None
    approximate: bool = False
    high: float | None = None


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """A plain number with the noun counted, if any ("4 million doses"); ordinals are RankValue, years are no
    quantities.
    """

    value: float
    unit: str | None = None
    approximate: bool = False
    high: float | None = None


@dataclass(frozen=True, slots=True)
class PercentValue:
    """A percentage as a number (15.4 for "15.4%"); `high` is a range's upper end."""

    value: float
    high: float | None = None


@dataclass(frozen=True, slots=True)
class RankValue:
    """An ordinal used as a rank or count ("12th", "fourth", "largest" is 1)."""

    rank: int


@dataclass(frozen=True, slots=True)
class OfficeValue:
    """An office as written, its rank (a code of `visits.rank`), and the state it serves where that is said or sure."""

    office: str
    rank: str
    iso3: str | None = None


@dataclass(frozen=True, slots=True)
class PersonValue:
    """A person: the name as written (null for a bare office: "the Prime Minister"), office, rank and state served.

    `name` has neither titles nor office, but for the "Sheikh" of one who is no ruler. `link` is the wiki page that the
    name links to. `group` is true for several people or a body ("a parliamentary delegation").
    """

    name: str | None
    office: str | None = None
    rank: str | None = None
    iso3: str | None = None
    link: str | None = None
    group: bool = False


@dataclass(frozen=True, slots=True)
class BodyValue:
    """An international organisation or initiative by its main name."""

    name: str


@dataclass(frozen=True, slots=True)
class BothValue:
    """Words for the two parties of the article together: "the two countries", "both sides", "each other"."""


Value = (
    DateValue
    | StateValue
    | PlaceValue
    | MoneyValue
    | QuantityValue
    | PercentValue
    | RankValue
    | OfficeValue
    | PersonValue
    | BodyValue
    | BothValue
)

KINDS: dict[type, str] = {
    DateValue: "date", StateValue: "state", PlaceValue: "place", MoneyValue: "money", QuantityValue: "quantity",
    PercentValue: "percent", RankValue: "rank", OfficeValue: "office", PersonValue: "person", BodyValue: "body",
    BothValue: "both",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the document's text and what it means; `text` is the words themselves."""

    start: int
    end: int
    text: str
    value: Value

    @property
    def kind(self) -> str:
        """The short name of the value's class, as KINDS has it."""
        return KINDS[type(self.value)]


def is_demonym(mention: Mention) -> bool:
    """Whether a state is told by its adjective or its people: "Kenyan", "Kenyans"."""
    return isinstance(mention.value, StateValue) and mention.value.form == "demonym"
