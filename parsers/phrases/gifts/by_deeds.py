"""Givers of help that a clause tells by deeds: what one side built, trained, equipped in the other, who went there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.phrases.gifts.gift import NAMED, aid_words, slot_in, slots_between
from parsers.phrases.gifts.giving import agency_in
from parsers.phrases.gifts.items import words_of
from parsers.phrases.gifts.roles import Told, is_there, is_title, parties, subject
from parsers.phrases.gifts.told_donors import told_donor

_ENDINGS = r"(?:s|es|d|ed|ing|e|p?ped|p?ping|se[sd]?|sing|ze[sd]?|zing|te[sd]?|ting|ied|ies)?"


@cache
def _helps() -> Folded:
    """A verb of helping, building or training, in any form, and the verb that it may govern: "helped to modernise"."""
    stems = rf"(?:{'|'.join(re.escape(one) for one in read_yaml('aid.yaml')['help_stems'])}){_ENDINGS}"
    by_others = r"(?<!trained)(?<!equipped)(?<!armed)(?<!rebuilt)(?<!organised)(?<!organized)(?= by\b)"
    return Folded(rf"\b{stems}(?:,? (?:and |to |with |in )*{stems})*\b(?! (?:from|of)\b)(?!{by_others})")


# A form that is a noun as well is a verb only behind these.
_NOUN_TOO = frozenset(("aid", "help", "support", "train", "arm", "build", "reform", "repair", "fund"))

_BEFORE_BASE = re.compile(r"\b(?:to|will|would|can|helped|helps|helping|and|also) $")


def of_help(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What one side helps, builds, trains in the other: "A helped train B's navy", "B's pilots were trained in A"."""
    low = statement.low_skeleton
    if aid_words("causes").search(low, begin, end) or _PRIVATE.search(low, begin, end):
        return
    for verb in _helps().finditer(low, begin, end):
        is_noun = verb[0] in _NOUN_TOO and not _BEFORE_BASE.search(low, begin, verb.start())
        if is_noun or is_title(statement, verb.start()) or _HOW.search(low, begin, verb.start()):
            continue
        is_passive = _BE.search(low, begin, verb.start()) is not None and not verb[0].endswith("ing")
        yield from (_was_helped if is_passive else _helped)(statement, begin, verb, end)
# "The badly equipped army": a participle that only tells what the army is like.
_HOW = re.compile(r"\b(?:badly|poorly|ill|well|better|newly|lightly|heavily)[ -]$")


def _helped(statement: Statement, begin: int, verb: re.Match[str], end: int) -> Iterator[Told]:
    """What the subject of an active verb helps: the other owns it, or it is there, or no one is named."""
    low = statement.low_skeleton
    found = aid_words("helped").search(low, verb.end(), _reach(low, verb.end(), end))
    counted = next(iter(slots_between(statement, verb.end(), min(end, verb.end() + 30), "quantity")), None)
    is_counted = counted is not None and aid_words("helped").search(counted.mention.text.lower())
    helped = counted.end if counted is not None and is_counted else found.end() if found else None
    donor = subject(statement, begin, verb.start()) if helped else None
    if helped is None or donor is None:
        return
    if _SOLDIERS.search(words_of(statement, begin, end).lower()) and not verb[0].startswith("train"):
        return
    there, at, stop = next(iter(parties(statement, verb.end(), end)), (None, end, verb.end()))
    is_near = _NEAR.fullmatch(low, min(helped, at), at) is not None
    is_told = {side for side, _, _ in parties(statement, begin, end)} <= {donor} and told_donor(statement) == donor
    if is_told or (is_near and there == facing(donor, statement.context.pair)):
        start = stop if at - verb.end() < 6 and _ONWARD.match(low, stop, helped) else verb.end()
        yield Told(donor, start, helped, "trained" if verb[0].split()[-1].startswith("train") else "helped")


def _reach(low: str, verb: int, end: int) -> int:
    """How far behind a verb what it helps may stand."""
    further = _FURTHER.search(low, verb, min(end, verb + 110))
    return further.start() if further else min(end, verb + 110)


# Another clause, or what something is made into ("established the port as a centre of trade").
_FURTHER = re.compile(r", and | as an? ")
# Behind those who are helped: what they are helped with.
_ONWARD = re.compile(
    r" (?:to |by |in |with |re)?(?:build|construct|establish|set|train|equip|develop|improv|moderni|expand|dig)"
)
_SOLDIERS = re.compile(r"\b[\d,.]+ (?:[a-z]+ )?(?:soldiers|troops)\b")


def _was_helped(statement: Statement, begin: int, verb: re.Match[str], end: int) -> Iterator[Told]:
    """What was trained or helped of one side, in the other or by it."""
    helped = aid_words("helped").search(statement.low_skeleton, begin, verb.start())
    counted = slots_between(statement, begin, verb.start(), "quantity")
    whose = next(reversed(parties(statement, begin, verb.start())), None)
    by = _WHERE.match(statement.low_skeleton, verb.end(), end)
    donor = side_of(slot.mention, statement.context) if (slot := slot_in(statement, by)) else None
    if (helped or counted) and whose and donor and whose[0] == facing(donor, statement.context.pair):
        stop = helped.end() if helped else counted[-1].end
        yield Told(donor, whose[1], max(stop, whose[2]), "trained")


_WHERE = re.compile(
    rf"(?: (?:in|by|at|under|with)(?: the)?(?: [a-z]+){{0,4}}?)? (?:(?:in|by|at|from)(?: the)? )?(?P<who>{NAMED})"
)
_NEAR = re.compile(r"|[^,;]{0,40}? (?:in|of|for|to|at|across|throughout|with|from|around)(?: the)? ")
_PRIVATE = re.compile(
    r"\b(?:communit|compan|corporation|firms?\b|investors|businesses|architect|contractor|consortium)"
)
_BE = re.compile(r"\b(?:is|are|was|were|been|being|be) (?:[a-z]+ly |also )?$")


def of_works(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What was built, opened, set up with the help or the money of one side: "a clinic was built with A's help"."""
    low = statement.low_skeleton
    found = _WITH.search(low, begin, end)
    built = _BUILT.search(low, begin, end) if found else None
    slot = slot_in(statement, found, next((name for name in ("own", "of", "sum") if found and found[name]), "of"))
    donor = side_of(slot.mention, statement.context) if slot else None
    if found and built and donor and not aid_words("private").search(low, found.start(), end):
        amounts = found.span() if "[money" in low[begin:end] else None
        start, stop = _works(low, begin, built.start(), found)
        is_doer = re.fullmatch(r"[, ]*(?:the )?\[\w+:\d+\] *", low[start:stop]) is not None
        cut = _STOP.search(low, built.end(), end) if is_doer else None
        yield Told(donor, *((built.end(), cut.start()) if cut else (start, stop)), "helped", amounts)


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


_HELP = r"(?:help|aid|assistance|support|money|funds|funding|financing|grants?|loans?|credits?|gift|contribution)"
_WITH = re.compile(
    rf"\b(?:with|through|thanks to|by|from)(?: the| an?)? (?:\[money:\d+\] (?:in|of) )?(?:"
    rf"(?P<own>{NAMED})(?:'s|’s|'|’)?(?: [a-z-]+){{0,3}}? {_HELP}\b|(?:[a-z-]+ ){{0,2}}{_HELP} (?:of|from)(?: the)? "
    rf"(?P<of>{NAMED}))|\[money:\d+\](?: [a-z]+){{0,3}}? (?:from|by)(?: the)? (?P<sum>{NAMED})"
)
_BUILT = re.compile(
    r"\b(?:(?:re|up)?(?:built|constructed|established|founded|renovated|restored|equipped|created|opened|graded|"
    r"moderni[sz]ed|expanded|extended|repaired|refurbished|rehabilitated|installed|drilled|inaugurated|completed)|"
    r"set up|paved)\b"
)


@cache
def _runs() -> Folded:
    lists = read_yaml("aid.yaml")
    stems = "|".join(re.escape(one) for one in (*lists["help_stems"], *lists["run_stems"]))
    return Folded(rf"\b(?:{stems}){_ENDINGS}\b(?: out)?(?: (?:the|an?|its|with|in)\b)?")


def of_agency(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What the agency for aid of one side did in the other, whatever it is: "[agency] restored a caravanserai in B"."""
    low = statement.low_skeleton
    agency = agency_in(statement, begin, end)
    donor = side_of(agency.mention, statement.context) if agency else None
    if agency is None or donor is None or not is_there(statement, donor, begin, end) or _OFFICE.search(low, begin, end):
        return
    if "[money" in low[begin:end]:
        yield Told(donor, agency.start, agency.end)
        return
    verb = _runs().search(low, agency.end, min(end, agency.end + 40))
    verb = None if verb and is_title(statement, verb.start()) else verb
    done = None if verb else _runs().search(low, begin, agency.start)
    if verb and verb[0].endswith(" in"):
        yield Told(donor, agency.start, agency.end, "helped")
    elif verb:
        stop = _STOP.search(low, verb.end() + 4, end)
        yield Told(donor, verb.end(), stop.start() if stop else end, "helped")
    elif done and low[done.end() : agency.start].strip() in ("by", "by the"):
        lead = _LEAD.match(low, begin)
        was = re.search(r",? (?:which )?(?:was|were|is|are|has been|have been|being)\b", low[begin : done.start() + 1])
        yield Told(donor, lead.end() if lead else begin, begin + was.start() if was else done.start(), "helped")


_OFFICE = re.compile(r"\b(?:offices?|branch|headquarters|visits?|visited|talks|meetings?|surveys?)\b")

_STOP = re.compile(r" (?:in|on|by|since|during|between|from) \[date|, | and (?:[a-z]+ed|also)\b|\.?$")

_LEAD = re.compile(r"[, ]*(?:in \[date:\d+\],? )?(?:(?:the|an?) )?")
