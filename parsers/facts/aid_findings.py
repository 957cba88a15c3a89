"""The findings of frames of giving: columns and spans of what was given, without what other frames read already."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from parsers.facts.model import Fact, Finding
from parsers.language.mention import Mention, MoneyValue, QuantityValue
from parsers.language.reading import Statement
from parsers.language.sides import present
from parsers.language.slots import Slot, slots
from parsers.language.states import Pair
from parsers.phrases.gifts.columns.carried import is_of_same_event, takes_up
from parsers.phrases.gifts.columns.currency import currency_given
from parsers.phrases.gifts.columns.dates import date_of, further_date, lasts
from parsers.phrases.gifts.columns.items import named_behind
from parsers.phrases.gifts.columns.kinds import kind_of
from parsers.phrases.gifts.columns.status import status_of
from parsers.phrases.gifts.columns.transfers import Transfer, transfers
from parsers.phrases.gifts.columns.wording import worded
from parsers.phrases.gifts.frames.gift import Gift
from parsers.phrases.gifts.frames.giving import given
from parsers.phrases.gifts.frames.passive import passive
from parsers.phrases.gifts.frames.receiving import received
from parsers.phrases.gifts.givers.agencies import is_agency
from parsers.phrases.gifts.proofs.barred import is_aid, is_barred, is_elaborated
from parsers.phrases.gifts.proofs.things import is_thing


def found(statement: Statement, gifts: Iterable[Gift]) -> Iterator[Finding]:
    """The findings of frames of giving that hold aid; what two verbs tell is one: "pledged to build 500 homes"."""
    seen: set[tuple[object, int]] = set()
    for finding in _found(statement, gifts):
        spot = finding.spans.get("value") or finding.spans.get("quantity")
        key = (finding.values["donor_iso3"], spot.start) if isinstance(spot, Mention) else None
        if key is None or key not in seen:
            yield finding
        if key is not None:
            seen.add(key)


def _found(statement: Statement, gifts: Iterable[Gift]) -> Iterator[Finding]:
    """The findings of each frame that holds aid."""
    before: Gift | None = None
    last: str | None = None
    for gift in gifts:
        if not is_aid(statement, gift):
            continue
        things = [one for one in transfers(statement, gift) if is_thing(statement, gift, one)]
        if things and things[0].slot is None:
            is_head = statement.low.rstrip().endswith("include:")  # the list below tells it
            if is_head or (before and (is_elaborated(statement, gift, before) or _goes_further(things[0], last))):
                continue
            before, last = gift, things[0].item
        for thing in things:
            finding = _finding(statement, gift, thing)
            yield replace(finding, date=None) if lasts(statement, gift) else finding
            again = further_date(statement, gift) if thing.slot is None else None
            if again is not None:
                yield replace(finding, date=again)


def _goes_further(thing: Transfer, last: str | None) -> bool:
    """Whether a thing without a number is the last one with more words: "vaccines" and "vaccines supplied by A"."""
    return last is not None and (thing.item or "").startswith(f"{last} ")


def _finding(statement: Statement, gift: Gift, transfer: Transfer) -> Finding:
    """The row of one thing that a frame gives."""
    item = _item(statement, transfer)
    kind = kind_of(item) if item and item != transfer.item and transfer.kind != "loan" else None
    values: dict[str, object] = {
        "donor_iso3": gift.donor, "recipient_iso3": gift.recipient, "kind": kind or transfer.kind, "item": item,
        "status": status_of(statement, gift),
    }  # fmt: skip
    spans: dict[str, Mention | tuple[int, int]] = {}
    position = statement.offset(gift.start)
    if transfer.slot is not None:
        mention = transfer.slot.mention
        spans["value" if transfer.slot.kind == "money" else "quantity"] = mention
        position = mention.start
        values |= _amount(statement, mention, gift.donor)
        if transfer.worth is not None:
            spans["value"] = transfer.worth.mention
            values |= _amount(statement, transfer.worth.mention, gift.donor)
    return Finding(values, date_of(statement, gift, position), spans)


def _item(statement: Statement, transfer: Transfer) -> str | None:
    """What was given as a phrase of nouns; null where only who got it is told, what the giver
    is to the other, or which agency gave."""
    mention = transfer.slot.mention if transfer.slot else None
    unit = mention.value.unit if mention and isinstance(mention.value, QuantityValue) else None
    is_sum = mention is not None and isinstance(mention.value, MoneyValue)
    sides = [one.text for one in statement.of("state", "place")] if transfer.item else []
    item = worded(transfer.item, unit, is_sum=is_sum, sides=sides)
    item = worded(named_behind(statement, item), is_sum=is_sum, sides=sides) or item if item else None
    return None if item and is_agency(item) else item


def told(
    statement: Statement, gifts: Iterable[Gift], *, is_lasting: bool = False, is_clean: bool = False
) -> Iterator[Finding]:
    """The findings of frames that are of aid by their own words; what lasts takes no date from the text before."""
    for gift in gifts:
        if not is_barred(statement, gift, is_clean=is_clean):
            for transfer in transfers(statement, gift):
                finding = _finding(statement, gift, transfer)
                yield replace(finding, date=None) if is_lasting and _is_of_others(statement, gift, finding) else finding


def _is_of_others(statement: Statement, gift: Gift, finding: Finding) -> bool:
    """Whether a date is of the text before, or of another clause, of what has no amount there."""
    if finding.date is None:
        return False
    is_same = takes_up(statement) or is_of_same_event(statement)
    is_before = finding.date.start < statement.start and not statement.dates and not is_same
    between = statement.document.text[statement.offset(gift.stop) : finding.date.start]
    return is_before or (not finding.spans and _OTHER_CLAUSE.search(between) is not None)


# "And" before a name joins two of them.
_OTHER_CLAUSE = re.compile(r" and (?!(?:the )?[A-Z])")


def _amount(statement: Statement, mention: Mention, donor: str) -> dict[str, object]:
    """The columns of an amount of money or a count."""
    if isinstance(mention.value, MoneyValue):
        money = mention.value
        return {
            "value": money.value,
            "currency": currency_given(statement, mention, donor),
            "value_text": mention.text,
            "approximate": money.approximate,
        }
    if isinstance(mention.value, QuantityValue):
        return {"quantity": mention.value.value, "unit": mention.value.unit}
    return {}


def governed(statement: Statement) -> list[Slot]:
    """The amounts and counts that a verb of giving or receiving governs."""
    gifts = (*given(statement), *passive(statement), *received(statement))
    known = [one for gift in gifts if not gift.verb.startswith("increas") for one in transfers(statement, gift)]
    return [slot for one in known for slot in (one.slot, one.worth) if slot is not None]


def unread(findings: Iterable[Finding], known: Sequence[Fact], *, beside: bool = False) -> Iterator[Finding]:
    """The findings whose amount or count no fact of the statement has; without either, those beside no fact, or any."""
    taken = {start for fact in known for column, start, _ in fact.cells if column in ("value", "quantity")}
    for finding in findings:
        spot = finding.spans.get("quantity") or finding.spans.get("value")
        if (isinstance(spot, Mention) and spot.start not in taken) or (spot is None and (beside or not known)):
            yield finding


def is_apart(statement: Statement, gift: Gift, known: Sequence[Fact]) -> bool:
    """Whether a frame spans a clause of its own, of which no fact is known."""
    begin, end = statement.offset(gift.end), statement.offset(gift.stop)
    is_joined = statement.low_skeleton[: gift.end].rstrip().endswith((";", ", and", ", while", ", but"))
    return is_joined and not any(begin <= one < end for fact in known for one in (fact.start, *_starts(fact)))


def _starts(fact: Fact) -> Iterator[int]:
    """Where the columns of a fact stand that are no party's."""
    return (start for column, start, _ in fact.cells if not column.endswith(("iso3", "name")))


def goes_on(statement: Statement, last: Mention, spot: Mention) -> bool:
    """Whether an amount is the next of a chain: "[money] in [date], [money] in [date]", "[money] in loans, [money]"."""
    ends = {one.mention: one for one in slots(statement, "money", "quantity")}
    between = statement.skeleton[ends[last].end : ends[spot].start]
    return _CHAINED.fullmatch(between) is not None


_CHAINED = re.compile(
    r"(?: ?\([^()]*\))?(?: [a-z]+)?(?: (?:in|for|during)(?: the)? \[date:\d+\](?: \([^()]*\))?)?,? (?:to|"
    r"reaching|and then) (?:\w+ ){0,2}| (?:(?:in|for|during) \[date:\d+\]|(?:in|of|as|for) "
    r"(?:[a-z-]+ ){0,3}[a-z-]+)(?:,| and|, and) (?:\w+ ){0,2}"
)


def givers(facts: Iterable[Fact], pair: Pair) -> Counter[str]:
    """How many of some facts each side of a pair gives; those of a historical state are its heir's."""
    codes = (present(str(fact.values["donor_iso3"]), pair) for fact in facts)
    return Counter(code for code in codes if code is not None)
