"""Givers of works, and what agencies do: "a clinic was built with A's help", "[agency] restored a caravanserai"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.slots import Slot, words_of
from parsers.phrases.gifts.by.help import ENDINGS
from parsers.phrases.gifts.frames.gift import NAMED, side_at, side_in, slots_between
from parsers.phrases.gifts.givers.agencies import agency_in
from parsers.phrases.gifts.givers.roles import PRIVATE, Told, gets, in_cause, is_title
from parsers.phrases.gifts.words import BUILT, SKILLED, aid_words


def of_works(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What was built, opened, set up with the help or the money of one side, or by it: "a clinic was built with A's
    help", "the school was built by A"."""
    low = statement.low_skeleton
    built = _BUILT.search(low, begin, end)
    by = _BY.search(low, begin, end) if built else None
    found = (_WITH.search(low, begin, end) or by) if built else None
    donor = _giver(statement, found) if found else None
    if built is None or found is None or donor is None or _is_no_aid(statement, begin, end, built, found):
        return
    is_agent = found is by
    if is_agent and not _is_public(statement, begin, end, built, found):
        return
    amounts = found.span() if "[money" in low[begin:end] else None
    if is_agent or amounts is None:
        for one in slots_between(statement, begin, built.start(), "quantity"):
            yield Told(donor, one.start, one.end, "counted", (one.start, one.end))
    start, stop = _works(low, begin, found.start() if is_agent else built.start(), found)
    is_active = not is_agent and _ACTIVE.match(low, built.start()) is not None
    cut = _STOP.search(low, built.end(), end) if is_active or _PARTY.fullmatch(low, start, stop) else None
    yield Told(donor, *((built.end(), cut.start()) if cut else (start, stop)), "helped", amounts)


def _giver(statement: Statement, found: re.Match[str]) -> str | None:
    """The side whose help or money is named, or who built; of a body, the side whose agency it is."""
    name = next(name for name in ("own", "of", "sum") if found[name])
    is_body = found[name].startswith("[body")
    return side_at(statement, agency_in(statement, *found.span(name))) if is_body else side_in(statement, found, name)


def _is_no_aid(statement: Statement, begin: int, end: int, built: re.Match[str], found: re.Match[str]) -> bool:
    """Whether what was made is no work ("peace"), or private people gave the help, or it was help in a cause."""
    if aid_words("private").search(statement.low_skeleton, found.start(), min(end, found.end() + 20)):
        return True
    works = words_of(statement, begin, built.start()).lower()
    return _NO_WORKS.search(works) is not None or in_cause(statement, found.start(), min(end, found.end() + 40))


def _is_public(statement: Statement, begin: int, end: int, built: re.Match[str], found: re.Match[str]) -> bool:
    """Whether works that a side built are such as aid pays for, and no firm is named behind."""
    works = words_of(statement, begin, built.start()).lower()
    return bool(aid_words("helped").search(works)) and not PRIVATE.search(statement.low_skeleton, found.start(), end)


# "B, which built": a party where the works should stand.
_PARTY = re.compile(r"[, ]*(?:the )?\[\w+:\d+\] *")
# "Monks built a school in B with A's help": the works stand behind the verb.
_ACTIVE = re.compile(r"[a-z]+(?: up)? (?:an?|the|its|several|two|three) ")
_NO_WORKS = re.compile(
    r"\b(?:relations|ties|contacts|order|peace|democracy|monarchy|independence|sovereignty"
    r"|embass(?:y|ies))\b"
)


def of_making(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What one side makes, trains, pays for in the other, told by a noun: "the training of B's army by A"."""
    for made in _MAKING.finditer(statement.low_skeleton, begin, end):
        donor = side_in(statement, made)
        is_private = PRIVATE.search(statement.low_skeleton, made.end(), end) is not None
        is_told = donor and gets(statement, donor, begin, end) is not None and not is_private
        if is_told and aid_words("helped").search(made["what"]):
            yield Told(donor, made.start(), made.end("what"), "helped")


_MAKING = Folded(
    r"\b(?:training|equipping|construction|renovation|rehabilitation|restoration|building|funding|financing)"
    rf"(?: and [a-z]+(?:ing|ion))? of (?P<what>(?:(?! (?:is|was|were|are|has|been)\b)[^,;]){{3,60}}?) by(?: the)?(?: "
    rf"government of(?: the)?)? (?P<who>{NAMED})"
)


def _works(low: str, begin: int, built: int, found: re.Match[str]) -> tuple[int, int]:
    """The span of what was built: the words before the verb, without the help in front of them; else the help."""
    start = found.end() if found.start() < built else begin
    lead = _LEAD.match(low, start)
    was = re.search(
        r",? (?:which )?(?:was|were|is|are|has been|have been|being) (?:[a-z]+ly |also )*$", low[start:built]
    )
    stop = start + was.start() if was else built
    start = lead.end() if lead else start
    return (start, stop) if 3 < stop - start < 120 else (found.start(), found.end())


_HELP = (
    r"(?:help|aid|assistance|support|money|funds|funding|financing|grants?|loans?|credits?|gift|donation|"
    r"contribution)"
)
_WITH = re.compile(
    rf"\b(?:with|through|thanks to|by|from)(?: the| an?)? (?:\[money:\d+\] (?:in|of) )?(?:"
    rf"(?P<own>{NAMED})(?:'s|’s|'|’)?(?: [a-z-]+){{0,3}}? {_HELP}\b|(?:[a-z-]+ ){{0,2}}{_HELP} (?:of|from)(?: the)?(?: "
    rf"(?:people|government) of(?: the)?)? "
    rf"(?P<of>{NAMED}))|\[money:\d+\](?: [a-z]+){{0,3}}? (?:from|by)(?: the)? (?P<sum>{NAMED})"
)
_MAKERS = (
    rf"(?:{BUILT}|(?:re)?(?:established|founded|created|opened)|completed|expanded|extended|graded|upgraded|"
    r"inaugurated|supported|implemented|reali[sz]ed|executed|renewed|lengthened|widened|mapped|paved|paid for|"
    r"carried out)"
)
_BUILT = Folded(rf"(?<!having )\b(?:{_MAKERS}|introduced|launched|digiti[sz]ed)\b")
_BY = re.compile(
    rf"\b(?:(?:has|have|had) been|was|were|is|are|,) {_MAKERS}(?:,? and {_MAKERS})?"
    r"(?:,? (?:in|by)(?: the)? \[(?:date|place|state):\d+\]| (?!and\b|by\b|was\b|were\b)[a-z]+"
    r"|(?: and)? \[place:\d+\]){0,7}"
    rf" by(?: the)?(?: government of(?: the)?)? (?P<of>(?P<own>(?P<sum>{NAMED})))(?!(?:'s|’s)? [a-z-]*(?:born|based))"
)


@cache
def _runs() -> Folded:
    """A verb of helping or running in any form, with an article behind it: "restored the"."""
    lists = read_yaml("aid.yaml")
    stems = "|".join(re.escape(one) for one in (*lists["help_stems"], *lists["run_stems"]))
    return Folded(rf"\b(?:{stems}){ENDINGS}\b(?: out)?(?: (?:the|an?|its|with|in)\b)?")


def of_agency(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What the agency for aid of one side did in the other, whatever it is: "[agency] restored a caravanserai in B"."""
    low = statement.low_skeleton
    agency = agency_in(statement, begin, end)
    donor = side_at(statement, agency)
    if agency is None or donor is None or gets(statement, donor, begin, end) is None or _OFFICE.search(low, begin, end):
        return
    told = _sent(statement, agency, donor, begin, end) or _agreed(statement, agency, donor, begin, end)
    if told is None and _CORPS.search(agency.mention.text) and _SENDS.search(low, begin, agency.start):
        told = Told(donor, agency.start, agency.end, "sent")
    if told is None and (done := _done(statement, agency, begin, end)):
        told = Told(donor, *done, "helped")
    if told is not None:
        yield told


def _sent(statement: Statement, agency: Slot, donor: str, begin: int, end: int) -> Told | None:
    """The money or the volunteers that an agency sent; null where its clause tells of none."""
    low = statement.low_skeleton
    counted = slots_between(statement, begin, end, "quantity")
    sent = next((one for one in counted if _VOLUNTEERS.search(one.mention.text.lower())), None)
    if sent is not None or "[money" in low[begin:end]:
        return Told(donor, agency.start, agency.end, "sent", (sent.start, sent.end) if sent else None)
    volunteers = _HAS_SENT.search(low, agency.end, min(end, agency.end + 40))
    return Told(donor, *volunteers.span("who"), "sent") if volunteers else None


def _agreed(statement: Statement, agency: Slot, donor: str, begin: int, end: int) -> Told | None:
    """The counted things of which an agency agreed on the donation; null where there was no such agreement."""
    named = _FOR_AID.search(statement.low_skeleton, agency.end, end)
    if named is None or not slots_between(statement, begin, end, "quantity"):
        return None
    return Told(donor, *named.span(), "pledged", (named.end(), end))


# "Its funding goes to": the form of a verb is a noun there.
_NOUN = re.compile(r"(?<=ing) (?:goes|went|flows|has|had|is|was)\b")


def _done(statement: Statement, agency: Slot, begin: int, end: int) -> tuple[int, int] | None:
    """The span of what an agency did, behind its verb or before a passive one; its own where it works "in" something;
    null where no verb tells.
    """
    low = statement.low_skeleton
    verb = _runs().search(low, agency.end, min(end, agency.end + 40))
    if verb and not is_title(statement, verb.start()) and not low.startswith((" on ", " upon "), verb.end()):
        if _NOUN.match(low, verb.end()):
            return agency.start, verb.end()
        stop = _STOP.search(low, verb.end() + 4, end)
        is_in = verb[0].endswith(" in")
        return (agency.start, agency.end) if is_in else (verb.end(), stop.start() if stop else end)
    passive = _runs().search(low, begin, agency.start)
    if passive is None or low[passive.end() : agency.start].strip() not in ("by", "by the"):
        return None
    lead, was = _LEAD.match(low, begin), _WAS.search(low, begin, passive.start() + 1)
    return lead.end() if lead else begin, was.start() if was else passive.start()


_WAS = re.compile(r",? (?:which )?(?:was|were|is|are|has been|have been|being)\b")
_VOLUNTEERS = re.compile(rf" (?:{SKILLED}|volunteers)$")
_FOR_AID = re.compile(
    r"\b(?:agreement|memorandum|deal|accord)[^,;]{0,20} (?:for|on) (?:the |an? )?(?:donation"
    r"|delivery|supply|provision) of "
)
_HAS_SENT = re.compile(rf" (?:has|had|have|placed|posted|sent|sends)(?: had)? (?P<who>{SKILLED}|volunteers)\b")
_CORPS = re.compile(r"\b(?:Volunteers|Corps)$")
_SENDS = re.compile(r"\b(?:provid|sen[dt]|dispatch|despatch|deploy)\w*(?: its| some| several| the)? $")
_OFFICE = re.compile(
    r"\b(?:(?:open\w*|ha[sd]|have|establish\w*|clos\w*|maintains?) [^,;]{0,25}?(?:offices?|branch|headquarters)|"
    r"(?:offices?|branch) of [^,;]{3,40} (?:was|were|is|been) (?:opened|established|closed|set up)|"
    r"visits?|visited|talks|meetings?|surveys?)\b"
)

_STOP = re.compile(r" (?:in|on|by|since|during|between|from) \[date|, | and (?:[a-z]+ed|also)\b|\.?$")

_LEAD = re.compile(r"[, ]*(?:in \[date:\d+\],? )?(?:(?:the|an?) )?")
