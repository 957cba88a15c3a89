"""Givers of help that a clause tells by deeds: what one side built, trained, equipped in the other, who went there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.language.slots import any_of
from parsers.phrases.gifts.gift import NAMED, aid_words, slot_in, slots_between
from parsers.phrases.gifts.giving import agency_in
from parsers.phrases.gifts.roles import Told, is_there, is_title, subject

_ENDINGS = r"(?:s|es|d|ed|ing|e|p?ped|p?ping|se[sd]?|sing|ze[sd]?|zing|te[sd]?|ting|ied|ies)?"


@cache
def _helps() -> Folded:
    """A verb of helping, building or training, in any form, and the verb that it may govern: "helped to modernise"."""
    stems = rf"(?:{'|'.join(re.escape(one) for one in read_yaml('aid.yaml')['help_stems'])}){_ENDINGS}"
    return Folded(rf"\b{stems}(?:,? (?:and |to |with |in )*{stems})*\b(?! (?:by|from|of)\b)")


# A form that is a noun as well is a verb only behind these.
_NOUN_TOO = frozenset(("aid", "help", "support", "train", "arm", "build", "reform", "repair", "fund"))

_BEFORE_BASE = re.compile(r"\b(?:to|will|would|can|helped|helps|helping|and|also) $")


def of_help(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What one side helps, builds, trains in the other: "A helped train B's navy", "with A equipping B's police"."""
    low = statement.low_skeleton
    if aid_words("causes").search(low, begin, end):
        return
    for verb in _helps().finditer(low, begin, end):
        stop = min(end, verb.end() + 110)
        passive = _BE.search(low, begin, verb.start())
        helped = aid_words("helped").search(low, *((begin, verb.start()) if passive else (verb.end(), stop)))
        is_noun = verb[0] in _NOUN_TOO and not _BEFORE_BASE.search(low, begin, verb.start())
        if helped is None or is_noun or _PRIVATE.search(low, begin, verb.start()):
            continue
        behind = slots_between(statement, verb.end(), end, "state", "place", "person")[:1]
        there = side_of(behind[0].mention, statement.context) if behind else None
        doer = subject(statement, begin, verb.start())
        donor, other = (there, doer) if passive else (doer, there)
        is_near = passive or (behind and _NEAR.fullmatch(low, min(helped.end(), behind[0].start), behind[0].start))
        if donor and is_near and other == facing(donor, statement.context.pair):
            yield Told(donor, *((begin, helped.end()) if passive else (verb.end(), helped.end())), "helped")


_NEAR = re.compile(r"|[^,;]{0,40}? (?:in|of|for|to|at|across|throughout|with|from|around)(?: the)? ")

_PRIVATE = re.compile(r"\b(?:communit|compan|corporation|firms?\b|investors|businesses)")

_BE = re.compile(r"\b(?:is|are|was|were|been|being|be) (?:[a-z]+ly |also )?$")


@cache
def _helpers() -> Folded:
    return Folded(rf"(?:[a-z]+ ){{0,2}}{any_of(read_yaml('aid.yaml')['helpers'])}")


_WORK = re.compile(
    r"\b(?:work|serv|train|teach|taught|assist|help|advis|operat|arriv|sent|send|station|deploy|post|came|come|dispatch|"
    r"treat|support|rebuil|built)\w*\b"
)

_HOME = re.compile(rf"(?P<who>{NAMED})(?:'s|’s|'|’)? (?:[a-z]+ ){{0,2}}$")

_FROM_HOME = re.compile(rf" from(?: the)? (?P<who>{NAMED})")


def of_helpers(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Those of one side who help in the other: "A's instructors served in B", "doctors from A came to B"."""
    low = statement.low_skeleton
    if aid_words("causes").search(low, begin, end):
        return
    for helpers in _helpers().finditer(low, begin, end):
        found = _HOME.search(low, max(begin, helpers.start() - 40), helpers.start()) or _FROM_HOME.match(
            low, helpers.end(), end
        )
        home = slot_in(statement, found)
        donor = side_of(home.mention, statement.context) if home else None
        if (
            donor
            and not is_title(statement, helpers.start())
            and _WORK.search(low, helpers.end(), end)
            and is_there(statement, donor, begin, end)
        ):
            yield Told(donor, helpers.start(), helpers.end(), "sent")
    for one in slots_between(statement, begin, end, "quantity"):
        own = next(iter(statement.inside(one.mention, "state")), None)
        donor = side_of(own, statement.context)
        if donor and _helpers().search(one.mention.text.lower()) and is_there(statement, donor, begin, end):
            yield Told(donor, one.start, one.end, "sent")


def of_scholars(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Scholarships of people of one side in the other: "B's officers study in A on scholarships"."""
    low = statement.low_skeleton
    noun = _SCHOLARSHIPS.search(low, begin, end)
    there = slot_in(statement, _STUDY_IN.search(low, begin, end)) if noun else None
    donor = side_of(there.mention, statement.context) if there else None
    if noun and donor:
        yield Told(donor, *noun.span(), "provides")


_SCHOLARSHIPS = re.compile(r"\b(?:[a-z]+ )?(?:scholarships?|fellowships?|bursaries)\b")

_STUDY_IN = re.compile(rf"\b(?:in|at)(?: the)? (?P<who>{NAMED})")


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

_LEAD = re.compile(r"(?:in \[date:\d+\],? )?(?:(?:the|an?) )?")
