"""Aid: stated transfers from one state to the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parsers.facts.aid_findings import found, goes_on, governed, spot, told, unread
from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.language.slots import slots
from parsers.phrases.gifts import general, helpers, programmes, receiving, relief, works
from parsers.phrases.gifts.aid_lists import itemised, total_date
from parsers.phrases.gifts.breakdown import made_up
from parsers.phrases.gifts.dates import of_standing
from parsers.phrases.gifts.gift import verbs_of_giving
from parsers.phrases.gifts.giving import given
from parsers.phrases.gifts.giving_passive import passive
from parsers.phrases.gifts.parts import contents, parts, projects, ranging
from parsers.phrases.gifts.proofs import may_tell_of_aid
from parsers.phrases.gifts.receiving import nouns, received, sized
from parsers.phrases.gifts.rows import grant_in
from parsers.phrases.gifts.staff import staffed as staff_of


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
    "receiv", "recipient", "beneficiar", "borrow", "was given", "were given", "was granted", "obtain", "took out",
    "got ", " gets ", " get ", "accepted", "awarded", "secured", "benefit",
)  # fmt: skip
def was_received(statement: Statement) -> Iterator[Finding]:
    """One side received aid, a loan, a grant … from the other. Not read: receipts whose giver is not said."""
    if not any(True for _ in helpers.graduates(statement)):
        yield from found(statement, received(statement))


@rule(
    " aid", " funds", " funding", " budget", "cooperation", "programme ", "program ", "aid from", "aid to", " oda",
    "assistance", "grant ", "grants ", "loan", "relief", "donation", "credit", "scholarship", "support",
    "contribution", "gift of", "gifts of",
    "rose to", "raised to", "grown to", "grew to", "increased to", "reached", "fell to", "reduced to", "cut to",
    "stood at",
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


@rule(
    " used ", "assigned", " spent ", " went ", " goes ", "intended", " go to ", "directed", "channel", "destined",
    "meant",
)  # fmt: skip
def parted(statement: Statement) -> Iterator[Finding]:
    """A part of a sum that was given right before: "The first [money] was used for …, the rest …".

    Not read: parts that a verb of giving governs, and those of sums that are no aid.
    """
    if statement.of("money"):
        yield from unread(statement, told(statement, parts(statement)))


@rule(
    "shipment", "cargo", "consignment", "deliver", "package", "plane", "aircraft", "convoy", "ship ", "load ", "loads ",
    "relief ", "the aid ", "donation",
)  # fmt: skip
def contained(statement: Statement) -> Iterator[Finding]:
    """What a shipment was made up of: "The cargo contained 300 tents". Not read: where no gift was told before it."""
    yield from unread(statement, told(statement, contents(statement)))


@rule(
    "projects ", "works ", "programmes ", "programs ", "activities ", " range ", " ranged ", " include", "compris",
    "consist", " cover", "involve", "made up of",
)  # fmt: skip
def included(statement: Statement) -> Iterator[Finding]:
    """What the aid told right before went to, or is made up of: "Projects included the construction of …", "They range
    from …", "which includes [money] in debt relief".

    Not read: projects where no gift was told in the paragraph before.
    """
    yield from told(statement, projects(statement))
    yield from unread(statement, told(statement, ranging(statement), is_lasting=True))
    yield from unread(statement, told(statement, made_up(statement)))


@rule("thank", "gratitude", "grateful", "appreciation")
def thanked(statement: Statement) -> Iterator[Finding]:
    """One side thanked the other for aid, or for sending it. Not read: thanks for support in words, or in a cause."""
    yield from unread(statement, told(statement, relief.thanked(statement)))


@rule("salaries of", "wages of", "stipends of", "volunteers")
def staffed(statement: Statement) -> Iterator[Finding]:
    """One side sends volunteers to the other, or pays the salaries of people there. Not read: those who went to war."""
    if not any(list(one.read(statement)) for one in (gave, was_given)):
        yield from told(statement, staff_of(statement), is_lasting=True)


@rule("in exchange for", "in return for")
def exchanged(statement: Statement) -> Iterator[Finding]:
    """One side did something in exchange for aid of the other. Not read: what else is had in exchange."""
    yield from told(statement, relief.exchanged(statement))


@rule("gift of", "gift from", "gift by", "gifts from", "donation from", "donation by", "present from", "donation of")
def was_gift(statement: Statement) -> Iterator[Finding]:
    """Works or things were a gift of one side. Not read: gifts of persons and third states."""
    yield from unread(statement, told(statement, works.was_gift(statement), is_lasting=True))


@rule("donor", "provider", "source", "financier", "funder", "development partner", "contributor", "supplier", "giver")
def donors(statement: Statement) -> Iterator[Finding]:
    """One side is a donor, or the nth largest, to the other. Not read: donors to bodies, groups and third states."""
    for gift in relief.donors(statement):
        for finding in unread(statement, told(statement, [gift], is_lasting=True)):
            standing = of_standing(statement, statement.offset(gift.end), finding.date)
            yield finding if "value" in finding.spans else replace(finding, date=standing)


@rule(
    "helped", "helps", "helping", "assist", "support", "aided", "aiding", "respond", " to the aid", "'s aid",
    " aid with", "help with", "rescue",
)  # fmt: skip
def helped_with(statement: Statement) -> Iterator[Finding]:
    """One side helped the other with money, things, aid. Not read: help in words, in war, of third states."""
    yield from told(statement, relief.helped_with(statement))


@rule(
    "drilled", " dug ", "installed", "built", "build", "constructed", "renovat", "refurbished", "restored", "equip",
    "opened", "by the ",
)  # fmt: skip
def constructed(statement: Statement) -> Iterator[Finding]:
    """One side built or equipped schools, hospitals and other public works in the other. Not read: works of firms."""
    yield from told(statement, works.constructed(statement), is_lasting=True)
    yield from told(statement, works.built_as_aid(statement), is_lasting=True)
    yield from unread(statement, told(statement, works.of_government(statement), is_lasting=True))


@rule("would ", "will ", " to build", " to construct", " to open", " to finance", " to set up", " to fund")
def promised(statement: Statement) -> Iterator[Finding]:
    """One side said that it would build or open hospitals, schools … in the other. Not read: works of firms."""
    yield from unread(statement, told(statement, works.promised(statement)))


@rule("courses in", "trained", "trains", " training ", " train ", "to train", "educated", "educates")
def trained(statement: Statement) -> Iterator[Finding]:
    """One side trained officers, pilots, doctors … of the other. Not read: who trains for a sport or by himself."""
    yield from told(statement, relief.trained(statement), is_lasting=True)


@rule("scholarship")
def studied(statement: Statement) -> Iterator[Finding]:
    """Students of one side study in the other on scholarships, or may apply for them. Not read: study without these."""
    gifts = (*relief.studied(statement), *helpers.entitled(statement))
    yield from told(statement, gifts, is_lasting=True)


@rule(
    "work", "teach", "taught", "hosts ", "hosted ", "employs ", "advisers ", "advisors ", "instructors ",
    "experts ", "firefighters", "rescue", "volunteers from", "serv", "practi", "stationed", "deployed", "based",
    "there were", "there are", "there ha", "mission", "brigade", "field hospital", "mobile hospital",
    "military hospital", "teams",
)  # fmt: skip
def at_work(statement: Statement) -> Iterator[Finding]:
    """Doctors, advisers and experts of one side work in the other, or a medical mission is kept there.

    Not read: others who work abroad.
    """
    gifts = (*helpers.at_work(statement), *helpers.keeps(statement))
    yield from unread(statement, told(statement, gifts, is_lasting=True))


@rule("arrived", "landed", "docked", "flew", "reached", "came", "entered")
def arrived(statement: Statement) -> Iterator[Finding]:
    """Relief or helpers of one side arrived in the other. Not read: other arrivals, and those of third states."""
    yield from unread(statement, told(statement, helpers.arrived(statement)))


@rule("operation", "mission", "campaign", "effort")
def launched(statement: Statement) -> Iterator[Finding]:
    """One side launched an operation or a relief mission to help the other. Not read: operations in war."""
    yield from told(statement, helpers.operations(statement))


@rule(
    "training", "scholarship", "fellowship", "bursar", "courses", "awarded grants", "granted grants",
    "study grants", "studying", "studied", "study ",
)  # fmt: skip
def graduated(statement: Statement) -> Iterator[Finding]:
    """A number of people of one side got training, scholarships or paid studies from the other. Not read: training
    elsewhere.
    """
    yield from unread(statement, told(statement, helpers.graduates(statement)))


@rule(
    "aid", "assistance", "support", "development cooperation", "technical cooperation", "programme in", "program in",
    "loans from", "grants from", "credit from", "credits from", "funds from", "funding from", "programme ", "program ",
)  # fmt: skip
def focused(statement: Statement) -> Iterator[Finding]:
    """What the aid of one side to the other focuses on, when it began, who hands it out. Not read: aims and plans."""
    yield from told(statement, programmes.focused(statement), is_lasting=True)


@rule(
    "assist", "support", "help", "aided", "aids ", "aiding", "to aid ", "involved in", "engaged in", "active in",
    "contribut",
)  # fmt: skip
def assisted(statement: Statement) -> Iterator[Finding]:
    """One side assisted a sector of the other, or with an amount to it; assisted the other in fields of development.

    Not read: help in words, and with what is no field of development.
    """
    yield from unread(statement, told(statement, programmes.sector(statement)))
    yield from unread(statement, told(statement, programmes.fields(statement), is_lasting=True))


@rule("projects", "programmes", "programs")
def carried_out(statement: Statement) -> Iterator[Finding]:
    """A number of projects that an agency for aid carried out, or of development finance that are known.

    Not read: projects of firms and states themselves.
    """
    gifts = (*programmes.projects(statement), *programmes.identified(statement))
    yield from unread(statement, told(statement, gifts, is_lasting=True))


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
    "aid", "assist", "support", "relief", "disburs", "grant", "loan", "donor", "partner", "funding", "scholarship",
    "credit", "programme", "program ", "subsid", "millennium", "benefactor",
)  # fmt: skip
def further(statement: Statement) -> Iterator[Finding]:
    """A sum or count of aid in a sentence of which other rules read other ones, or none.

    Not read: what `in_clause` does not.
    """
    findings = list(told(statement, general.frames(statement))) if statement.of("money", "quantity") else []
    others = (gave, was_given, was_received, amounted, parted, staffed, donors, helped_with,
              assisted, listed, included, graduated, carried_out, arrived, constructed, contained, at_work, trained,
              promised)  # fmt: skip
    known = {spot(one) for other in others for one in other.read(statement)} if findings else set()
    yield from (one for one in findings if general.is_amount(one.values) and spot(one) not in known)


@rule(*general.needed(), kinds=("paragraph", "item"), last=True)
def in_clause(statement: Statement) -> Iterator[Finding]:
    """Aid by the roles in a clause: who owns, gives, sends what is called aid or helps, and that the other gets it.

    Not read: clauses that name third states or tell of aid that was refused, ended, wished for, alleged; where another
    rule reads aid.
    """
    yield from told(statement, general.frames(statement), is_lasting=True)
