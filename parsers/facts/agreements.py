"""Agreements: instruments that were signed, announced, ratified, came into force or ended, in prose and in lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.facts.model import Finding
from parsers.facts.rule import PROSE, rule
from parsers.language.modality import happened
from parsers.language.reading import Statement
from parsers.phrases.instruments.about import topic_of
from parsers.phrases.instruments.actions import OTHER, Governor, governed
from parsers.phrases.instruments.carried import effect_behind, head_date
from parsers.phrases.instruments.dated_acts import is_dated_act
from parsers.phrases.instruments.dates import date_aside, date_of
from parsers.phrases.instruments.details import amount_cells, dates_of_each, place_of, value_of
from parsers.phrases.instruments.foreign_affairs import is_foreign_affair
from parsers.phrases.instruments.further import further as further_of
from parsers.phrases.instruments.instrument import Instrument, of_one
from parsers.phrases.instruments.instruments import find_instruments
from parsers.phrases.instruments.later import ANEW, later_acts
from parsers.phrases.instruments.lists import is_listed, is_of_effect, is_signed_behind, untitled
from parsers.phrases.instruments.naming import Naming, full_title, is_untitled, naming
from parsers.phrases.instruments.own_dates import owned_date
from parsers.phrases.instruments.parties import parties_of, sides_of
from parsers.phrases.instruments.references import is_reference
from parsers.phrases.instruments.rows import listed_in
from parsers.phrases.instruments.standing import is_frame, is_had, is_standing
from parsers.phrases.instruments.telling import has_own_date, is_acronym, is_dated, is_told

_NEEDS = (
    "agreement", "treaty", "treaties", "memorand", " mou ", " mou,", " mou.", " mous", "(mou", "\"mou", "mou on",
    "mou for", "mou with", "mou was", "protocol", "statement", "declaration", "communiqu",
    "convention", "contract", " pact", "accord ", "accord,", "accord.", "accords", " deal ", " deal,", " deal.",
    " deals", "document", "action plan", "plan of action", "plans of action", "work plan", "road map", "roadmap",
    "on program", "exchange program", "executive program", "ramme of co", "ram of co", "of notes", "ed notes",
    "tic notes", "notes verb", "arrangement", "letters", "letter of", "concordat", "armistice", "entente",
    "framework", "charter", "compact", "partnership for", "modus vivendi", "fta", "cepa", "dtaa", "minutes",
    "on instruments", "al instruments", "operation was signed", "building measures", "visa exemption", "visa waiver",
    "peace plan", "signed a", "concluded a", "an understanding", "understanding was", "understanding reached",
    "joint venture", "joint project", "alliance was", " truce ", "ramme was signed", "program was signed", " concord ",
    "final act",
)  # fmt: skip


def _finding(
    statement: Statement, one: Instrument, action: str | None, end: int, by: Governor | None = None
) -> Finding | None:
    """The row of one instrument; null where the words only refer to it, or tell of a third state's affair."""
    named = naming(statement, one, end)
    date = (date_aside(statement, named.end) if named.subject else None) or date_of(statement, one, end, by)
    effect = effect_behind(statement, end) if action == "signed" and date is None else None
    action, date = ("in force", effect) if effect is not None else (action, date)
    if not is_told(statement, one, named.title, date, by) or is_foreign_affair(statement, one):
        return None
    values = _values(statement, one, named, end, action=action)
    return Finding(values, date, {"title": (one.start, named.end), "kind": one.noun})


def _values(
    statement: Statement, one: Instrument, named: Naming, end: int, *, action: str | None
) -> dict[str, object]:
    """The cells of an instrument on which an action was done, whose title, or the verb behind it, ends at a place."""
    title, money = full_title(statement, one, named, end), value_of(statement, one)
    return {
        "kind": one.kind,
        "title": None if is_untitled(statement, one, named, has_amount=money is not None) else title,
        "count": named.count,
        "action": action,
        "parties": parties_of(statement, one),
        "place": place_of(statement, one, end),
        "topic": topic_of(title),
        **amount_cells(money),
    }


def _governed(statement: Statement, *actions: str) -> Iterator[Finding]:
    """The rows of the instruments that a word of these actions governs."""
    for one, by in governed(statement):
        if (
            by is None
            or by.action not in actions
            or (is_reference(statement, one) and not is_dated(statement, one, by))
        ):
            continue
        finding = _finding(statement, one, by.action, by.end if by.behind else one.end, by)
        is_short = one.is_bare and is_acronym(statement, one) and bool(later_acts(statement))
        if finding is not None and not (is_short or _is_alone(statement, one, finding)):
            yield from _each_date(statement, one, finding, anew=by.again)


def _is_alone(statement: Statement, one: Instrument, finding: Finding) -> bool:
    """Whether one side alone is told to have signed, at no time, what has a name of its own and names no partner."""
    named = statement.document.text[one.noun[0]].isupper() and _WITH.search(str(finding.values["title"])) is None
    return named and finding.date is None and not one.plural and len(sides_of(statement)) == 1


def _each_date(statement: Statement, one: Instrument, finding: Finding, *, anew: bool = False) -> Iterator[Finding]:
    """The row, once for each of the dates that are told of the instrument: "treaties of 1963, 1978 and 1994"."""
    count = finding.values.get("count")
    dates = dates_of_each(statement, one, finding.date, count if isinstance(count, int) else None, anew=anew)
    values = finding.values
    if len(dates) > 1:
        title = finding.values["title"]
        values = {**values, "count": None, "title": of_one(statement, one, title) if isinstance(title, str) else None}
    for date in dates:
        yield replace(finding, values=values, date=date)


@rule(*_NEEDS, kinds=(*PROSE, "row"))
def signed(statement: Statement) -> Iterator[Finding]:
    """Instruments that were signed, concluded, initialled, entered into, adopted; also counts ("eight documents").

    Not read: negotiations, proposals, drafts, wishes to sign; references ("under the agreement", "this treaty");
    plurals without a count, a subject or a word of their own; the plural that introduces a list of instruments.
    """
    yield from _governed(statement, "signed")


@rule(*_NEEDS)
def further(statement: Statement) -> Iterator[Finding]:
    """Further instruments of one noun: "agreements on trade (1971) and customs (1978)", "agreements for the protection
    of investments and on visas", "memorandums between the ministries and between the banks", "and another on customs";
    topics in capitals that are counted up: "several accords, including on Trade, Culture and Civil Aviation".

    Not read: the first, which the noun's own row has; topics of one ("on trade, tourism and sport"); counted ones.
    """
    for one, by in governed(statement):
        for part in further_of(statement, one, by):
            money = next((m for m in statement.of("money") if part.span[0] <= m.start < part.span[1]), None)
            values = {
                "kind": one.kind,
                "title": part.title,
                **amount_cells(money),
                "action": by.action if by is not None and by.action != OTHER else None,
                "parties": parties_of(statement, one),
                "topic": part.topic,
            }
            yield Finding(values, part.date, {"title": part.span, "kind": one.noun})


@rule(*_NEEDS, kinds=(*PROSE, "row"))
def announced(statement: Statement) -> Iterator[Finding]:
    """Instruments that were reached, agreed on, announced or issued, without the word that they were signed.

    Not read: an agreement to do something told by a verb ("agreed to open"), which names no instrument; contracts and
    documents, which are issued in other senses too.
    """
    for finding in _governed(statement, "announced"):
        if finding.values["kind"] not in ("contract", "document"):
            yield finding


@rule(*_NEEDS, kinds=(*PROSE, "row"))
def took_effect(statement: Statement) -> Iterator[Finding]:
    """Instruments named with their own title that were ratified, came into force, expired or were terminated.

    Not read: "the treaty entered into force" of one that was named before; ratification that is still awaited.
    """
    for finding in _governed(statement, "ratified", "in force", "terminated"):
        is_alone = finding.values["action"] == "ratified" and len(sides_of(statement)) == 1
        is_shared = not is_alone or _WITH.search(str(finding.values["title"])) is not None
        if is_shared and finding.values["kind"] not in ("contract", "document"):
            yield finding


@rule(*_NEEDS)
def standing(statement: Statement) -> Iterator[Finding]:
    """Instruments that the parties are said to have: "the two countries have a double taxation agreement"; or by which
    something is done now: "according to two treaties", "the current tax agreement provides for", "the Compact of A
    gives each"; or that names both sides and stands alone, or is said to be something: "the A–B Treaty is the oldest".

    Not read: "have an agreement" without a subject; plurals that only introduce a list; "the agreement provides";
    what a treaty of others does; members of one of many states.
    """
    for one, by in governed(statement):
        if (by is None and is_had(statement, one)) or is_standing(statement, one, by):
            finding = _finding(statement, one, "in force", one.end)
            if finding is None:
                continue
            date = finding.date
            if date is not None and not statement.start <= date.start <= one.end + _NEAR:
                finding = replace(finding, date=None)  # of something else that is told
            yield from _each_date(statement, one, finding)


_NEAR = 60  # letters between an instrument that two have and the date since when
_STATED = re.compile(
    r"(?:in|through|via) (?:a|their) joint (?:statement|declaration|communiqu[eé])[^,;.]{0,60}, "
    r"(?:they|both|the (?:two|leaders|presidents|ministers|sides|parties|countries|governments))\b"
)


@rule("in a joint", "in their joint", "through a joint", "via a joint")
def stated(statement: Statement) -> Iterator[Finding]:
    """What the two said together, which only opens a sentence: "In a joint statement, they welcomed …".

    Not read: what neither the sentence nor its paragraph dates; statements of one side, or with others.
    """
    for one, by in governed(statement)[:1] if _STATED.match(statement.low) else ():
        finding = _finding(statement, one, "announced", one.end) if by is None or by.action == OTHER else None
        if finding is not None and finding.date is not None and owned_date(statement, one) is None:
            yield finding


_LEADS = ("through", "under", "within", "via", "by", "basis of", "based on")
_MANY = ("various", "several", "numerous", "many", "multiple", "different", "a number", "a series", "a range", "a set")


@rule(*(f"{way} {many}" for way in _LEADS for many in _MANY))
def frame(statement: Statement) -> Iterator[Finding]:
    """Several instruments under which the two work together: "through various accords, the two states cooperate in …".

    Not read: one instrument, which rule `named` reads with its date; wishes and plans.
    """
    for one in find_instruments(statement):
        told = is_frame(statement, one) and happened(statement, one.start, one.end)
        if told and not is_foreign_affair(statement, one):
            title = statement.document.text[one.start : one.end]
            values = {"kind": one.kind, "title": title, "action": "in force", "parties": parties_of(statement, one)}
            yield Finding(values, None, {"title": (one.start, one.end), "kind": one.noun})


@rule(*_NEEDS)
def named(statement: Statement) -> Iterator[Finding]:
    """An instrument named with its own date, of which no action is said: "the 1856 Treaty", "a trade accord (1956)",
    "under a 1985 agreement", "after the Treaty of A in 1856"; or one that the sentence dates: "a tourism agreement came
    out of the talks in 2011".

    Not read: names without a date; "the treaty of 1856", which refers to one named before; instruments that a verb
    of this table governs, which other rules read; what did not happen, and what one state did alone.
    """
    for one, by in governed(statement):
        is_other = by is None or by.action == OTHER
        is_aside = by is not None and not by.behind and is_reference(statement, one)
        is_joined = _JOINED.search(statement.low[: one.start - statement.start].removesuffix("the ")) is not None
        if is_listed(statement) or is_had(statement, one) or is_joined or not (is_other or is_aside):
            continue
        date = owned_date(statement, one)
        told = has_own_date(statement, one, date) if date else is_other and is_dated_act(statement, one)
        finding = _finding(statement, one, None, one.end, by) if told else None
        if finding is not None and finding.date is not None:
            yield from _each_date(statement, one, finding)


_WITH = re.compile(r"\b(?:between|with)\b")
# A treaty of many states.
_JOINED = re.compile(r"\b(?:part(?:y|ies) to|members? of|signator(?:y|ies) (?:to|of)|acceded to|joined) $")


@rule(
    "signed", "concluded", "initial", "inked", "alised", "alized", "ratified", "nto force", "effect", "new one", *ANEW
)  # fmt: skip
def taken_up(statement: Statement) -> Iterator[Finding]:
    """An instrument named before that was signed after all, or renewed, extended, revised: "it was signed in 2008",
    "a treaty of 1990, which was renewed in 2010".

    Not read: acts without a date; "the agreement" where none was named in the section; the signature, ratification or
    entry into force of one that was told as signed already.
    """
    for later in later_acts(statement):
        if is_foreign_affair(later.named_in, later.one):
            continue
        title = statement.document.text[later.one.start : later.one.end].strip(" ,")
        values = {
            "kind": later.one.kind,
            "title": title,
            "action": later.action,
            "topic": topic_of(title),
            "parties": parties_of(later.named_in, later.one),
        }
        yield Finding(values, later.date, {"kind": later.span})


@rule(kinds=("item", "row"))
def listed(statement: Statement) -> Iterator[Finding]:
    """Items and rows below a heading or head line of agreements: each instrument with its date; an item that has
    none of the nouns is itself a title ("Visa exemption for diplomatic passports").

    Not read: items with a verb of their own.
    """
    if not is_listed(statement) or (statement.block.kind == "row" and listed_in(statement) is not None):
        return
    yield from _items(statement)
    yield from _signed_in_next(statement)
    if not governed(statement):
        yield from _untitled_items(statement)


def _items(statement: Statement) -> Iterator[Finding]:
    """The instruments that an item names, but for one of which the next sentence tells when it was signed."""
    for one, by in governed(statement) if not is_signed_behind(statement) else ():
        finding = _finding(statement, one, "signed", one.end) if by is None else None
        if finding is not None:
            yield _dated_in_list(statement, finding)


def _signed_in_next(statement: Statement) -> Iterator[Finding]:
    """The instrument of the sentence before, in the same item, whose signature this one tells: "Signed in 1998"."""
    before = statement.context.previous
    if before is None or before.block is not statement.block or not is_signed_behind(before):
        return
    for one, _ in governed(before)[:1]:
        finding = _finding(before, one, "signed", one.end)
        if finding is not None:
            date = statement.dates[0] if statement.dates else None
            yield replace(finding, date=date, start=before.start, end=statement.end)


def _untitled_items(statement: Statement) -> Iterator[Finding]:
    """An item that is itself a title, without any noun of instruments."""
    title = untitled(statement)
    if title is not None:
        one = Instrument(*title, title, "agreement", False)
        text, parties = statement.document.text[slice(*title)], parties_of(statement, one)
        values = {"kind": one.kind, "title": text, "action": "signed", "parties": parties}
        yield Finding(values, statement.dates[0] if statement.dates else head_date(statement), {"title": title})


@rule(kinds=("row",))
def row(statement: Statement) -> Iterator[Finding]:
    """A row of a table of agreements: the cell with the title, those with date and place of signature; also when it
    came into force.

    Not read: tables without a column of titles; rows of an instrument that a cell of an earlier row names.
    """
    listed = listed_in(statement)
    if listed is None or is_foreign_affair(statement, listed.one):
        return
    title = statement.document.text[slice(*listed.title)]
    values = {"kind": listed.one.kind, "title": title, "parties": parties_of(statement, listed.one),
              "place": listed.place.text if listed.place else None, "topic": topic_of(title)}  # fmt: skip
    if listed.signed is not None or listed.in_force is None:
        yield Finding({**values, "action": "signed"}, listed.signed, {"title": listed.title})
    if listed.in_force is not None:
        yield Finding({**values, "action": "in force"}, listed.in_force, {"title": listed.title})


def _dated_in_list(statement: Statement, finding: Finding) -> Finding:
    """The row of an item with its own date of signature, else with that of the line that introduces the list."""
    if finding.date is None:
        own = statement.dates[0] if len(statement.dates) == 1 and statement.low.rstrip(" .").endswith(")") else None
        return replace(finding, date=own or head_date(statement))
    if not is_of_effect(statement, finding.date):
        return finding
    head = head_date(statement)
    return replace(finding, date=head) if head else replace(finding, values={**finding.values, "action": "in force"})
