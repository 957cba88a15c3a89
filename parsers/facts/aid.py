"""Aid: stated transfers from one state to the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language import relief
from parsers.language.giving import Gift, aid_words, given, passive
from parsers.language.mention import Mention, MoneyValue, QuantityValue
from parsers.language.reading import Statement
from parsers.language.receiving import nouns, received
from parsers.language.slots import clause_end, clause_start
from parsers.language.transfers import Transfer, status_of, transfers, words_of

_CALLED = re.compile(
    r"\b(?:aid|assistance|relief|grants?|loans?|scholarships?|donat\w+|humanitarian|credits?|debts?)\b"
)


def _found(statement: Statement, gifts: Iterable[Gift]) -> Iterator[Finding]:
    """The findings of frames of giving that hold aid."""
    for gift in gifts:
        if _is_aid(statement, gift):
            for transfer in transfers(statement, gift):
                if _is_thing(gift, transfer):
                    yield _finding(statement, gift, transfer)


def _is_thing(gift: Gift, transfer: Transfer) -> bool:
    """Whether what was given is aid though no number stands with it; with a number it is, as its frame is."""
    item = (transfer.item or "").lower()
    if transfer.slot is not None or aid_words("things").search(item) or gift.verb.startswith(("donat", "gift")):
        return True
    handed = gift.verb.split()[-1].startswith(("sen", "gav", "giv", "provid", "donat", "transfer"))
    return handed and aid_words("arms").search(item) is not None


def _is_barred(statement: Statement, gift: Gift) -> bool:
    """Whether the clause, without the words of the frame itself, tells of what was not given."""
    low = statement.skeleton.lower()
    begin, end = clause_start(low, gift.start), clause_end(low, gift.stop)
    around = f"{low[begin : gift.start]} {low[gift.end : end]}"
    if gift.verb == "in exchange":
        return (
            re.search(r"\b(?:refused|rejected|declined|proposed|asked|demanded|would|if|never)\b", around) is not None
        )
    return aid_words("barred").search(around) is not None


_BUYS = re.compile(r"\b(?:for the|to|and|for) purchas\w+(?: of)?\b")


def _is_aid(statement: Statement, gift: Gift) -> bool:
    """Whether what a frame holds is aid: a gift by its verb, or a noun of aid in it, and nothing that makes it
    another thing.
    """
    low = statement.skeleton.lower()
    begin = clause_start(low, gift.start)
    stretch, around = words_of(statement, gift.start, gift.stop).lower(), low[begin : clause_end(low, gift.stop)]
    if aid_words("barred").search(around) or aid_words("not_aid").search(_BUYS.sub("", low[gift.start : gift.stop])):
        return False
    if aid_words("private").search(low[begin : gift.start]) and "[money" not in low[gift.start : gift.stop]:
        return False
    weak = gift.verb.startswith(
        (
            "increas",
            "announc",
            "financ",
            "fund",
            "forg",
            "cancel",
            "wrote",
            "written",
            "waiv",
            "spent",
            "releas",
            "present",
            "approv",
        )
    )
    if "delegation" in stretch:
        return False
    named = aid_words("nouns").search(stretch) or _is_relief(statement, gift) or _is_handed(statement, gift)
    named = named or (not gift.sure and gift.start == gift.end)
    if gift.verb.startswith(("forg", "cancel", "wrote", "written", "waiv")) and re.search(
        r"\b(?:debts?|owed)\b", around
    ):
        return True
    return aid_words("gift_verbs").search(gift.verb) is not None or bool(
        (_CALLED.search(stretch) or _builds(gift.verb, stretch)) if weak else named
    )


def _is_handed(statement: Statement, gift: Gift) -> bool:
    """Whether one side gave money to the other, both named, with the amount as the verb's object."""
    handed = gift.verb.startswith(("gave", "give", "grant", "provid", "pledg", "handed"))
    near = re.match(r"(?: the)?(?: \[state:\d+\](?:'s|’s)?)?(?: \w+){0,4} \[money", statement.skeleton[gift.end :])
    return gift.sure and handed and near is not None


def _is_relief(statement: Statement, gift: Gift) -> bool:
    """Whether an amount follows a disaster that the clause names before it."""
    low = statement.skeleton.lower()
    told = aid_words("disasters").search(low[clause_start(low, gift.start) : gift.start])
    return told is not None and "[money" in low[gift.start : gift.stop]


def _builds(verb: str, stretch: str) -> bool:
    """Whether a verb of paying has works for the public as its object."""
    works = re.search(r"\b(?:projects?|construction|building|schools?|hospitals?|clinics?|roads?|bridges?)\b", stretch)
    return verb.startswith(("financ", "fund")) and works is not None


def _finding(statement: Statement, gift: Gift, transfer: Transfer) -> Finding:
    values: dict[str, object] = {
        "donor_iso3": gift.donor, "recipient_iso3": gift.recipient, "kind": transfer.kind, "item": transfer.item,
        "status": status_of(statement, gift),
    }  # fmt: skip
    spans: dict[str, Mention | tuple[int, int]] = {}
    position = statement.offset(gift.start)
    if transfer.slot is not None:
        mention = transfer.slot.mention
        spans["value" if transfer.slot.kind == "money" else "quantity"] = mention
        position = mention.start
        values |= _amount(mention)
    return Finding(values, statement.when(position), spans)


def _told(statement: Statement, gifts: Iterable[Gift], *, is_lasting: bool = False) -> Iterator[Finding]:
    """The findings of frames that are of aid by their own words; what lasts takes no date from the text before."""
    for gift in gifts:
        if not _is_barred(statement, gift):
            for transfer in transfers(statement, gift):
                finding = _finding(statement, gift, transfer)
                yield replace(finding, date=None) if is_lasting and not statement.dates else finding


def _amount(mention: Mention) -> dict[str, object]:
    """The columns of an amount of money or a count."""
    if isinstance(mention.value, MoneyValue):
        money = mention.value
        return {
            "value": money.value,
            "currency": money.currency,
            "value_text": mention.text,
            "approximate": money.approximate,
        }
    if isinstance(mention.value, QuantityValue):
        return {"quantity": mention.value.value, "unit": mention.value.unit}
    return {}


_GAVE = (
    "donat", "gifted", "gifting", "provid", " gave ", " gives ", " given ", "giving ", "granted", "granting",
    "grants ", " sent ", " send", "suppli", "supply", "deliver", "extended", "extending", "extends", "contributed",
    "contributing", "contributes", "allocat", "awarded", "awarding", "awards", "handed over", "approved",
    "disburs", "to lend", "to grant",
    "shipped", "dispatched", "airlifted", "pledg", "committed", "committing", "promis", "offered", "offers",
    "offering", "announced", " lent ", "lends", "loaned", "forgave", "forgiven", "cancelled", "canceled",
    "wrote off", "written off", "waived", "increased", "financed", "financing", "funded", "funding", " flew ",
    "transferred", "channel", " presented ", "rushed", "transported", "ferried", "earmarked", " spent ",
    "released", "agreed to",
)  # fmt: skip


@rule(*_GAVE)
def gave(statement: Statement) -> Iterator[Finding]:
    """One side donated, provided, sent, lent, pledged … money, things or aid to the other.

    Not read: trade, investment, remittances, procurement; what was asked for, refused or revoked; third states and
    bodies.
    """
    yield from _found(statement, given(statement))


@rule("was ", "were ", "been ", "being ")
def was_given(statement: Statement) -> Iterator[Finding]:
    """Money, things or aid were donated, provided, sent by one side or to the other.

    Not read: the same as for `gave`.
    """
    yield from _found(statement, passive(statement))


@rule(
    "received",
    "receives",
    "receiving",
    "was given",
    "were given",
    "was granted",
    "obtained",
    "got ",
    "accepted",
    "awarded",
    "secured",
    "benefit",
)
def was_received(statement: Statement) -> Iterator[Finding]:
    """One side received aid, a loan, a grant … from the other. Not read: receipts whose giver is not said."""
    yield from _found(statement, received(statement))


@rule(" aid", "assistance", "grant ", "grants ", "loan", "relief", "donation", "credit", "scholarship")
def amounted(statement: Statement) -> Iterator[Finding]:
    """Aid, a grant, a loan of an amount, or aid that amounted to it, from one side or to the other.

    Not read: amounts that a verb of giving governs already, and aid of third states.
    """
    active = [
        transfer.slot.start
        for gift in (*given(statement), *passive(statement), *received(statement))
        for transfer in transfers(statement, gift)
        if transfer.slot
    ]
    for gift in nouns(statement):
        for finding in _found(statement, [gift]):
            spot = finding.spans.get("value")
            if isinstance(spot, Mention) and not any(statement.offset(start) == spot.start for start in active):
                yield finding
                break


@rule("thank", "gratitude", "grateful", "appreciation")
def thanked(statement: Statement) -> Iterator[Finding]:
    """One side thanked the other for aid, or for sending it. Not read: thanks for support in words, or in a cause."""
    yield from _told(statement, relief.thanked(statement))


@rule("in exchange for", "in return for")
def exchanged(statement: Statement) -> Iterator[Finding]:
    """One side did something in exchange for aid of the other. Not read: what else is had in exchange."""
    yield from _told(statement, relief.exchanged(statement))


@rule(" with ", " through ", "thanks to", " by ", " from ")
def built(statement: Statement) -> Iterator[Finding]:
    """Works were built, set up, paid for with the help or the money of one side.

    Not read: who built them; grants of an amount, which `amounted` reads.
    """
    yield from _told(statement, relief.built(statement), is_lasting=True)


@rule("donor")
def donors(statement: Statement) -> Iterator[Finding]:
    """One side is a donor, or the nth largest, to the other. Not read: donors to bodies, groups and third states."""
    yield from _told(statement, relief.donors(statement), is_lasting=True)


@rule("helped", "helps", "assisted", "assists")
def helped(statement: Statement) -> Iterator[Finding]:
    """One side helped the other build, set up, equip, train works or forces. Not read: help with anything else."""
    yield from _told(statement, relief.helped(statement), is_lasting=True)


@rule("trained", "trains")
def trained(statement: Statement) -> Iterator[Finding]:
    """One side trained officers, pilots, doctors … of the other. Not read: who trains for a sport or by himself."""
    yield from _told(statement, relief.trained(statement), is_lasting=True)


@rule("scholarship")
def studied(statement: Statement) -> Iterator[Finding]:
    """Students of one side study in the other on scholarships. Not read: study without scholarships."""
    yield from _told(statement, relief.studied(statement), is_lasting=True)


@rule(kinds=("item",))
def listed(statement: Statement) -> Iterator[Finding]:
    """Items of a list below a head line of gifts, aid, loans: each amount or thing. The donor is the head line's, or
    of the sentence before it.

    Not read: items with a verb of giving, which other rules read; items that name third states.
    """
    if not any(True for read in (given, passive, received) for _ in read(statement)):
        yield from _told(statement, relief.itemised(statement))
