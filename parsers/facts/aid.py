"""Aid: stated transfers from one state to the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parsers.facts.aid_findings import found, givers, goes_on, governed, is_apart, told, unread
from parsers.facts.model import Fact, Finding
from parsers.facts.rule import rule
from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.language.slots import slots
from parsers.language.weighing import telling
from parsers.phrases.gifts.by import readers
from parsers.phrases.gifts.by.parts import made_up, parts
from parsers.phrases.gifts.by.weight_of_words import may_count_aid
from parsers.phrases.gifts.by.weight_of_words import weighed as by_weight
from parsers.phrases.gifts.frames import receiving
from parsers.phrases.gifts.frames.giving import given
from parsers.phrases.gifts.frames.lists import itemised, total_date
from parsers.phrases.gifts.frames.passive import passive
from parsers.phrases.gifts.frames.receiving import nouns, received, sized
from parsers.phrases.gifts.frames.tables import grant_in
from parsers.phrases.gifts.proofs.deeds import OF_PEOPLE
from parsers.phrases.gifts.proofs.proved import may_tell_of_aid
from parsers.phrases.gifts.words import verbs_of_giving


@rule(
    *verbs_of_giving(), "assisted ", "assists ", "available", "disposal", " donation", " contribution", " aside",
    " over to", "handed ", "wrote ", "writes ", " made ",
)  # fmt: skip
def gave(statement: Statement) -> Iterator[Finding]:
    """One side donated, provided, sent, lent, pledged … money, things or aid to the other.

    Not read: trade, investment, remittances, procurement; what was asked for, refused or revoked; third states and
    bodies.
    """
    if may_tell_of_aid(statement):
        yield from found(statement, given(statement))


@rule("was ", "were ", "been ", "being ", " is ", " are ", " by ")
def was_given(statement: Statement) -> Iterator[Finding]:
    """Money, things or aid were donated, provided, sent by one side or to the other.

    Not read: the same as for `gave`.
    """
    yield from found(statement, passive(statement))


@rule(
    "receiv", "recipient", "beneficiar", "borrow", "obtain", "took out", "got ", " gets ", " get ", "accepted",
    "secured", "benefit",
)  # fmt: skip
def was_received(statement: Statement) -> Iterator[Finding]:
    """One side received aid, a loan, a grant … from the other. Not read: receipts whose giver is not said."""
    if not readers.counts_learners(statement):
        yield from found(statement, received(statement))


@rule(
    " aid", " funds", " funding", " budget", "cooperation", "programme ", "program ", "aid from", "aid to", " oda",
    "assistance", "grant ", "grants ", "loan", "relief", "donation", "credit", "scholarship", "support",
    "contribution", "gift of", "gifts of",
    "rose to", "raised to", "grown to", "grew to", "increased to", "reached", "fell to", "reduced to", "cut to",
    "stood at", "the amount to", "the sum to",
)  # fmt: skip
def amounted(statement: Statement) -> Iterator[Finding]:
    """Aid, a grant, a loan of an amount, or aid that amounted to it, from one side or to the other.

    Not read: amounts that a verb of giving governs already, and aid of third states.
    """
    amounts = statement.of("money", "quantity")
    gifts = (*nouns(statement), *sized(statement), *receiving.again(statement)) if amounts else ()
    active = [slot.start for slot in governed(statement)] if gifts else []
    for gift in gifts:
        last: Mention | None = None
        for finding in found(statement, [gift]):
            spot = finding.spans.get("value") or finding.spans.get("quantity")
            if not isinstance(spot, Mention) or any(statement.offset(start) == spot.start for start in active):
                continue
            if last is not None and not goes_on(statement, last, spot):
                break
            active.extend(one.start for one in slots(statement, "money", "quantity") if one.mention is spot)
            last = spot
            yield finding


@rule(kinds=("item", "row"))
def listed(statement: Statement) -> Iterator[Finding]:
    """Items of a list below a head line of gifts, aid, loans: each amount or thing; amounts and counts below a heading
    or total of aid. The donor is told by the head line, the sentence before it or the heading.

    Not read: items with a verb of giving, which other rules read; items that name third states; sentences; rows under
    heads, which `row` reads.
    """
    if any(cell.head for cell in statement.block.cells):
        return
    if not any(True for read in (given, passive, received) for _ in read(statement)):
        for finding in told(statement, itemised(statement)):
            yield finding if statement.dates else replace(finding, date=total_date(statement) or finding.date)


@rule(kinds=("row",))
def row(statement: Statement) -> Iterator[Finding]:
    """A row of a table of aid: an amount under its head, with the year and the purpose; caption, line or heading above
    tell whose aid it is.

    Not read: amounts without a currency in cell, head or caption; aid of third states.
    """
    grant = grant_in(statement)
    if grant is not None:
        text, amount, purpose = statement.document.text, grant.amount, grant.purpose
        values = {"donor_iso3": grant.donor, "recipient_iso3": grant.recipient, "kind": grant.kind,
                  "item": text[purpose.start : purpose.end] if purpose else None,
                  "value": grant.money.value, "currency": grant.money.currency,
                  "value_text": text[amount.start : amount.end], "approximate": grant.money.approximate,
                  "status": "pledged" if grant.is_pledge else "delivered"}  # fmt: skip
        spans = {"value": (amount.start, amount.end)} | ({"item": (purpose.start, purpose.end)} if purpose else {})
        yield Finding(values, grant.date, spans)


@rule(
    " used ", "assigned", " spent ", " went ", " goes ", "intended", " go to ", "directed", "channel", "destined",
    "meant", " range", "includ", "compris", "consist", " cover", "involve", "made up of", "contain",
    "projects ", rest=True,
)  # fmt: skip
def divided(statement: Statement, known: list[Fact]) -> Iterator[Finding]:
    """What the aid told right before went to, or is made up of: "The first [money] was used for …", "Projects included
    the construction of …", "The cargo contained 300 tents"; and the projects for which one side is said to have paid.

    Not read: parts where no gift was told in the paragraph before, and what other rules read.
    """
    yield from unread(told(statement, parts(statement)), known)
    yield from unread(told(statement, made_up(statement)), known, beside=True)


@rule(*readers.needed(), kinds=("paragraph", "item"), rest=True)
def in_clause(statement: Statement, known: list[Fact]) -> Iterator[Finding]:
    """Aid by the roles in a clause: who owns, gives, sends what is called aid or helps, and that the other gets it.

    Not read: clauses that name third states or tell of aid that was refused, ended, wished for, alleged; what other
    rules read, and what has neither sum nor count beside that.
    """
    for gift in readers.frames(statement):
        apart = is_apart(statement, gift, known)
        for finding in told(statement, [gift], is_lasting=True, is_clean=True):
            if not known or apart or readers.is_amount(finding.values):
                yield from unread([finding], known, beside=apart)


@rule(*readers.needed(), kinds=("paragraph", "item"), rest=True)
def second(statement: Statement, known: list[Fact]) -> Iterator[Finding]:
    """What a second verb tells that "and" joins to a gift: "A gave B $3 million and built a school".

    Not read: clauses that are not clean, as in `in_clause`; what other rules read.
    """
    if known:
        yield from unread(told(statement, readers.beside(statement), is_clean=True), known, beside=True)


@rule(*telling("aid"), kinds=("paragraph", "item"), rest=True, whole=True)
def weighed(statement: Statement, known: list[Fact], article: list[Fact]) -> Iterator[Finding]:
    """Aid by the weight of its words, which annotated articles taught (`language.weighing`): sums, things of aid,
    counted or not, people trained or treated, works.

    Not read: counts of what is neither aid nor whom it reaches; statements of which another rule reads anything;
    clauses that name third states or tell of aid that was refused, ended, wished for, alleged.
    """
    if not known:
        gifts = by_weight(statement, lambda: givers(article, statement.context.pair))
        for finding in told(statement, gifts, is_lasting=True, is_clean=True):
            counted, item = finding.spans.get("quantity"), str(finding.values["item"])
            if not isinstance(counted, Mention) or may_count_aid(counted.text) or item.startswith(OF_PEOPLE):
                yield finding
