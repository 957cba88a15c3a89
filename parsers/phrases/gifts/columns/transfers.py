"""What was given in a frame of giving: amounts of money, counted things, or the words alone; with kind and item."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from parsers.language.mention import MoneyValue, QuantityValue
from parsers.language.reading import Statement
from parsers.language.slots import Slot, words_of
from parsers.phrases.gifts.columns.equivalents import is_old_figure, repeats, worth
from parsers.phrases.gifts.columns.items import beside_counted, counts_people, item_of, model_of, object_of
from parsers.phrases.gifts.columns.kinds import kind_of
from parsers.phrases.gifts.frames.gift import Gift, slots_between
from parsers.phrases.gifts.proofs.relief import in_relief
from parsers.phrases.gifts.words import aid_words


@dataclass(frozen=True, slots=True)
class Transfer:
    """One thing given: the slot of its amount or count (null where none is stated), its words, kind, and the amount
    that a count is worth."""

    slot: Slot | None
    item: str | None
    kind: str | None
    worth: Slot | None = None


def transfers(statement: Statement, gift: Gift) -> list[Transfer]:
    """What a frame of giving holds: each amount (one sum in two currencies is one) and each count, else the words of
    the object.
    """
    return _of_numbers(statement, gift) or _of_words(statement, gift)


def _of_numbers(statement: Statement, gift: Gift) -> list[Transfer]:
    """The amounts and counts of a frame, each in the stretch up to the next one, and what is named beside them."""
    counted = slots_between(statement, gift.end, gift.stop, "quantity")
    models = {one.start: span for one in counted if (span := model_of(statement, one))}
    given = _given(statement, gift, models)
    worths = worth(statement, gift, given)
    before = (None, *given)
    known = [one for last, one in zip(before, given, strict=False) if not repeats(statement.skeleton, last, one)]
    begins, limits = (gift.end, *(one.end for one in known)), (*(one.start for one in known[1:]), gift.stop)
    found = [
        replace(_numbered(statement, gift, one, (begin, limit), models.get(one.start)), worth=worths.get(one.start))
        for one, begin, limit in zip(known, begins, limits, strict=False)
    ]
    return _with_things(statement, gift, known, found) if found else []


def _with_things(statement: Statement, gift: Gift, known: list[Slot], found: list[Transfer]) -> list[Transfer]:
    """What was found of amounts and counts, with a thing that came along or is named beside them."""
    first = found[0]
    if gift.item and first.item == gift.item and _comes_with(statement, first.slot, gift):
        return [replace(first, item=None), *found[1:], Transfer(None, gift.item, kind_of(gift.item))]
    beside = beside_counted(statement, gift, known) if gift.item is None or gift.verb == "helped" else []
    return [*found, *(Transfer(None, things, kind_of(things)) for things in beside)]


def _of_words(statement: Statement, gift: Gift) -> list[Transfer]:
    """What a frame without a number gives, by the words of its object."""
    item = gift.item or object_of(statement, gift)
    if item is None or item.endswith((" of", " for")):
        return []
    if _ON_LOAN.search(statement.low_skeleton, gift.end, gift.stop):
        return [Transfer(None, item, "loan")]
    said = words_of(statement, gift.end if _LENT.search(gift.verb) else gift.start, gift.stop)
    kind = kind_of(item, said, *statement.context.path[-1:])
    is_relief = kind == "military" and _CARRIERS.search(item.lower()) and in_relief(statement)
    return [Transfer(None, item, "humanitarian" if is_relief else kind)]


# What brings relief, if sent after a disaster.
_CARRIERS = re.compile(
    r"\b(?:helicopters?|aircraft|planes?|soldiers|troops|marines|ships?|engineers|personnel|"
    r"pilots)\b"
)


# What was built on credit.
_ON_LOAN = re.compile(
    r"\b(?:built|constructed|completed|restored|renovated|financed|funded|paid for)[^,;]{0,40}? (?:with|"
    r"through|by|from)"
    r"(?: an?)?(?: \[state:\d+\](?:'s|’s)?)?(?: [a-z-]+){0,2} (?:loans?|credits?|lines? of credit)\b"
)


def _comes_with(statement: Statement, slot: Slot | None, gift: Gift) -> bool:
    """Whether the thing of a frame came along with a sum: "[money] on [date], with a rescue team"."""
    if slot is None or slot.kind != "money":
        return False
    begin, end = statement.offset(slot.end), statement.offset(gift.stop)
    found = statement.document.text.find(gift.item or "", begin, end)
    return found > 0 and _ALONG.search(statement.document.text, begin, found) is not None


_ALONG = re.compile(r"(?:,| and|,? along| together|,? as well as)(?: with)? (?:an?|the|some) $")


def _numbered(
    statement: Statement, gift: Gift, slot: Slot, stretch: tuple[int, int], model: tuple[int, int] | None
) -> Transfer:
    """An amount or a count with its item and kind, told by the words of the stretch around it, else of the frame."""
    item = item_of(statement, slot, *stretch)
    item = words_of(statement, *model) if model and model[0] > slot.start else item
    item = gift.item if gift.item and (counts_people(slot) or _is_taught(gift)) else item
    item = item or gift.item or _debt(gift) or ("loan" if slot.kind == "money" and _LENT.search(gift.verb) else None)
    return Transfer(slot, item, _kind(statement, gift, slot, item, stretch[1]))


def _kind(statement: Statement, gift: Gift, slot: Slot, item: str | None, limit: int) -> str | None:
    """The kind of an amount or a count: a sum that is lent is a loan, and soldiers who help after a disaster bring
    relief; what a share is of has not the kind of that share.
    """
    low = statement.low_skeleton
    is_money = slot.kind == "money"
    if is_money and _LENT.search(f"{gift.verb} {low[gift.start : slot.start].rpartition(';')[2]}"):
        return "loan"
    heading = " ".join(statement.context.path[-1:])
    if is_money and _SHARE_OF.search(low, gift.start, slot.start):
        return kind_of(heading) or "financial"
    near = (_near(statement, slot, limit), words_of(statement, gift.start, gift.stop))
    kind = kind_of(item or "", *near, heading)
    named = f"{item or ''} {slot.mention.text}".lower()
    if kind == "military" and (_RELIEF.search(low) or (_CARRIERS.search(named) and in_relief(statement))):
        return "humanitarian"
    return kind or ("financial" if is_money else None)


_LENT = re.compile(r"\blen[dt]|\bloaned\b")
"""A verb of lending."""
_SHARE_OF = re.compile(
    r"(?:%|\bpercent|\bper cent|\bhalf|\bthird|\bquarter|\bshare|\]) of (?:the|a|"
    r"its)(?: total(?: of)?)? $"
)
_RELIEF = re.compile(r"\b(?:relief|rescue|search-and-rescue|humanitarian) (?:operations?|efforts?|work|missions?)\b")


def _given(statement: Statement, gift: Gift, models: Mapping[int, tuple[int, int]]) -> list[Slot]:
    """The amounts and counts of a frame that are of what was given; no number that belongs to a model."""
    return [
        one
        for one in slots_between(statement, gift.end, gift.stop, "money", "quantity")
        if not is_old_figure(statement.skeleton, one)
        if one.start in models or _is_given(statement, one, gift) or _is_trained(gift, one)
        if not any(number < begin <= one.start < end for number, (begin, end) in models.items())
    ]


def _is_trained(gift: Gift, slot: Slot) -> bool:
    """Whether a count is of those who were trained, or of projects that a frame counts."""
    if slot.kind != "quantity" or not (_is_taught(gift) or gift.verb == "counted"):
        return False
    return _NO_LEARNERS.fullmatch(getattr(slot.mention.value, "unit", None) or "") is None


_NO_LEARNERS = re.compile(r"(?:sides|parties|countries|years?|months?|weeks?|days?|hours?|times|fields|areas)")


def _is_taught(gift: Gift) -> bool:
    """Whether a frame is of training, studies or treatment, of which the people who had them are counted."""
    is_told = gift.verb in ("trained", "studied", "treated") or gift.item == "training"
    return is_told or (gift.verb == "pledged" and _STUDIES.search(gift.item or "") is not None)


_STUDIES = re.compile(r"(?:[Ss]cholarships?|studies)$")


def _debt(gift: Gift) -> str | None:
    """What a verb of letting debts go is about, where its object does not say it."""
    return (
        "debt"
        if re.search(r"wip(?:e|ed) o|forg[ai]v|cancel|wrote\b|writ\w+\b|waiv|annul|eras|reliev", gift.verb)
        else None
    )


def _is_given(statement: Statement, slot: Slot, gift: Gift) -> bool:
    """Whether an amount or a count is of what was given."""
    value = slot.mention.value
    if not isinstance(value, QuantityValue):
        return isinstance(value, MoneyValue)
    if value.unit is None or _is_apart(statement, slot, gift):
        return False
    begin, unit = max(gift.end, slot.start - _REACH), value.unit.lower()
    is_name = value.unit[:1].isupper() and unit != "mt" and not aid_words("helpers").search(unit)
    if is_name and not _TO_PEOPLE.search(statement.skeleton, begin, slot.start):
        return False
    return not aid_words("counted_no_gift").fullmatch(unit) or _is_counted(statement, unit, gift)


def _is_apart(statement: Statement, slot: Slot, gift: Gift) -> bool:
    """Whether a count is of who got it, what they did with it, what it was for, or by which means it came."""
    skeleton, begin, end = statement.skeleton, max(gift.end, slot.start - _REACH), slot.start
    is_of_things = not counts_people(slot)
    if is_of_things and (_TO_WHOM.search(skeleton, begin, end) or _FOR_WHICH.fullmatch(skeleton, gift.end, end)):
        return True
    is_part = _PARTS.search(slot.mention.text.lower()) is not None and _WITH_PARTS.search(skeleton, begin, end)
    if is_part or _HOLDS.search(skeleton, max(0, end - _REACH), end):
        return True
    return any(words.search(skeleton, begin, end) for words in (_DID, _BY_WHICH, _CAPACITY))


_REACH = 60
"""Characters before a count in which its words stand."""


def _is_counted(statement: Statement, unit: str, gift: Gift) -> bool:
    """Whether what counts no gift elsewhere does: projects that are paid for, those who came to help in a disaster."""
    if unit == "projects":
        return re.search(r"financ|fund|paid for|complet|implement", gift.verb) is not None
    return unit in ("soldiers", "troops", "members", "marines", "men", "people") and in_relief(statement)


def _near(statement: Statement, slot: Slot, limit: int) -> str:
    """The words around an amount, up to the next one."""
    return words_of(statement, max(0, slot.start - 50), min(limit, slot.end + 70))


# What those who got it did: "to a body which has removed [quantity]", "a drought that left [quantity] in need".
_DID = re.compile(r" (?:(?:which|who) (?:has |have |had )?[a-z]+(?:ed|nd|ght)|that (?:(?:has|had) )?left)\b[^,;\]]*$")
# What a work holds: "a library that keeps [quantity]".
_HOLDS = re.compile(r"\b(?:which|that) (?:holds|keeps|houses|contains|hosts|employs)(?: [a-z]+){0,2} $")
# What things were for: "provided teachers and books for [quantity]".
_FOR_WHICH = re.compile(
    r"(?: (?:the|an?))?(?: (?!(?:for|funds?|funding|money|aid|financing|finance|loans?|credits?|grants?|to|"
    r"support|assistance)\b)"
    r"[a-z-]+,?){1,7} for(?: (?:the|all|about|some|over|its))* "
)
_BY_WHICH = re.compile(
    r"\b(?:on|aboard|by|in|within|during|via|across|from|into|at)(?: (?:about|over|some|nearly|more than))? $"
)
# How many a building holds: "a school for use by [quantity]", "that will serve [quantity]".
_CAPACITY = re.compile(
    r"\b(?:capacity (?:for|of)|enrol+ment of|for use by|(?:will|can|could|would|to|which|that) (?:serves?|"
    r"accommodates?|houses?|hosts?|benefits?)|serving|accommodating|housing)"
    r"(?: (?:about|over|some|nearly|more than|up to|around))? $"
)
# "A clinic with 24 rooms": its parts are no gifts.
_PARTS = re.compile(r"\b(?:rooms|floors|storeys|stories|wards|lanes|pavilions|classrooms|beds|seats)$")
_WITH_PARTS = re.compile(r"[a-z] (?:with|having)(?: (?:about|over|some|nearly|more than|up to|around))? $")
_TO_WHOM = re.compile(r"(?<![Uu]p )\bto(?: (?:about|over|some|nearly|more than|all|the))? $")
_TO_PEOPLE = re.compile(r"\b(?:to|for)(?: [a-z]+){0,4} $")
