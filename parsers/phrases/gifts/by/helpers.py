"""Givers that those who help tell: "A's doctors work in B", "A sent advisers to B", "A runs a clinic in B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import side_of
from parsers.language.slots import Slot, any_of, words_of
from parsers.phrases.gifts.by.help import IN_TOWN
from parsers.phrases.gifts.by.scholars import LEARNS
from parsers.phrases.gifts.frames.gift import NAMED, people_in, side_at, side_in, slot_in, slots_between
from parsers.phrases.gifts.givers.agencies import agency_in, corps_before
from parsers.phrases.gifts.givers.headings import of_heading
from parsers.phrases.gifts.givers.roles import Told, gets, in_cause, is_there, is_title, sides_in, subject
from parsers.phrases.gifts.proofs.employed import is_employed
from parsers.phrases.gifts.words import SKILLED, aid_list, aid_words


@cache
def helpers_named() -> Folded:
    """People who help, as the lexicon names them: "military advisers"."""
    return Folded(rf"(?:[a-z]+ ){{0,2}}{any_of(aid_list('helpers'))}")


_WORK = re.compile(
    r"\b(?:work|serv|teach|taught|assist|help|advis|operat|arriv|sent|send|station|deploy|post|came|come|dispatch|"
    r"treat|support|rebuil|built|practi|provid|based|active|introduc|perform|carr(?:y|ied) out|conduct|vaccinat|"
    r"set up|landed|reached|rushed|flown|flew|trains\b|"
    r"trained|employed|involved|"
    r"(?:took|taken?|taking) part|participat|search|join(?!t)|contribut|command|reorgani|staff|run|ran\b|"
    r"ha(?:s|ve) been (?:in|at)\b)\w*\b"
)
_HOSTS = re.compile(r"\b(?:hosts?|hosted|employs|employed|welcomed|there (?:are|were|have been)|home to)\b")
_BESIDE = 20
_HOME = re.compile(rf"(?P<who>{NAMED})(?:'s|’s|'|’)? (?:[a-z]+ ){{0,2}}$")
_FROM_HOME = re.compile(rf" from(?: the)? (?P<who>{NAMED})")
# Those who are taught are no helpers.
_TAUGHT = re.compile(
    r"\b(?:director|head|chief|staff|members) of (?:the )?(?:\[state:\d+\] )?$"
    r"|\[person:\d+\],? of the \[state:\d+\] $|\b(?:train|teach|educat|instruct|taught)\w*(?: [a-z]+){0,3} $"
)
_ARE_TAUGHT = re.compile(
    r" (?:[a-z]+ ){0,3}?(?:been|were|was|are|is|being) (?:[a-z]+ )?(?:trained|educated"
    r"|taught)\b| (?:trained|educated) (?:in|at|by)\b| (?:(?:has|have|had) )?(?:graduated|qualified|studied)\b"
)
_IN_PLACE = re.compile(
    r"\b(?:in|at|of|throughout|across|with|staff(?:ed)?) (?:the |its |local |rural |public |several |remote |various )*"
    r"(?:country|island|kingdom|republic|(?:[a-z]+ (?:and [a-z]+ )?)?(?:hospitals?|clinics|schools|ministr(?:y|ies)"
    r"|villages|provinces))\b"
)


def of_helpers(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Those of one side who help in the other: "A's instructors served in B", "40 doctors from A work there"."""
    low = statement.low_skeleton
    if in_cause(statement, begin, end, besides="embassy") or LEARNS.search(low, begin, end):
        return
    yield from _kept(statement, begin, end)
    yield from _on_mission(statement, begin, end)
    yield from _sent(statement, begin, end)
    for start, stop, donor in _who_help(statement, begin, end):
        is_at_work = _WORK.search(low, stop, end) or _HOSTS.search(low, begin, start) or _does_help(low, stop, end)
        if not is_at_work or not _are_there(statement, start, stop, (begin, end), donor):
            continue
        if "[quantity" not in low[start:stop] and _COUNTED.match(low, stop, end):
            continue
        are_volunteers = words_of(statement, start, stop).endswith("volunteers")
        is_at_war = are_volunteers and (AT_WAR.search(low, begin, end) or _RUN.match(low, stop))
        is_taught = _TAUGHT.search(low, begin, start) or _ARE_TAUGHT.match(low, stop)
        if not (is_at_war or is_taught or is_employed(statement, start, stop, end)):
            yield Told(donor, start, stop, "sent", (start, stop))


# "A's teachers trained 900 others": those who were trained are counted.
_COUNTED = re.compile(
    r" (?:(?:has|have|had|also) )*(?:trained|educated|treated)"
    r"(?: (?:about|around|over|some|nearly|more than|up to|at least))* \[quantity:"
)


def _are_there(statement: Statement, start: int, stop: int, clause: tuple[int, int], donor: str) -> bool:
    """Whether those who help are in the other: it is named, or a place with nobody but the giver, or whom they help."""
    begin, end = clause
    if is_there(statement, donor, begin, end):
        return True
    in_place = _IN_PLACE.search(statement.low_skeleton, stop, end) or IN_TOWN.search(statement.skeleton, stop, end)
    if in_place and sides_in(statement, begin, end) <= {donor}:
        return True
    return _helps_there(statement, start, stop, clause, donor)


def _helps_there(statement: Statement, start: int, stop: int, clause: tuple[int, int], donor: str) -> bool:
    """Whether those who train, advise or treat people help the other side, as nobody else is named."""
    helping = _HELPING.match(statement.low_skeleton, stop, clause[1])
    skilled = _SKILLED.search(words_of(statement, start, stop).lower())
    return bool(helping and skilled) and gets(statement, donor, *clause) is False


_SKILLED = re.compile(rf"\b(?:{SKILLED}|volunteers|medical teams?)$")
_HELPING = re.compile(
    r" (?:(?:has|have|had|also|then|since|been) )*(?:work(?:ed|ing) with|train(?:ed|s|ing)?(?! (?:in|at|for)\b)|"
    r"advis(?:ed?|ing)|taught|"
    r"teach(?:ing)?|helped|helping|assist(?:ed|ing)?|treated) "
)
# Volunteers who run something were sent by nobody.
_RUN = re.compile(r" (?:run|ran|founded|manage)\b")


def _does_help(low: str, start: int, end: int) -> bool:
    """Whether what is done right behind a place is done to what helps: "set up a model farm"."""
    return _DID.match(low, start, end) is not None and aid_words("helped").search(low, start, end) is not None


_DID = re.compile(r" (?:(?:have|has|had|also|first) )*[a-z]+(?:ed|ought|set|ut|ug|ilt)\b(?! by\b)")


def _who_help(statement: Statement, begin: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The spans and the side of those who help: of their owner, of where they are from, of the heading."""
    low = statement.low_skeleton
    for helpers in helpers_named().finditer(low, begin, end):
        found = _HOME.search(low, max(begin, helpers.start() - 40), helpers.start())
        home = slot_in(statement, found or _FROM_HOME.match(low, helpers.end(), end))
        home = home or agency_in(statement, max(begin, helpers.start() - _BESIDE), helpers.start())
        donor = side_at(statement, home)
        if donor and not (helpers[0].startswith("as ") or is_title(statement, helpers.start())):
            yield helpers.start(), helpers.end(), donor
    for one in slots_between(statement, begin, end, "quantity"):
        donor = _home(statement, one, end)
        if donor and (helpers_named().search(one.mention.text.lower()) or _serve_as_helpers(statement, one.end, end)):
            yield one.start, one.end, donor


def _serve_as_helpers(statement: Statement, start: int, end: int) -> bool:
    """Whether those counted right before a place are, or serve as, people who help: "worked in B as teachers", "40
    professionals and technicians".
    """
    if _AND_SKILLED.match(statement.low_skeleton, start, end):
        return True
    served = _SERVED.match(statement.low_skeleton, start, end)
    return served is not None and helpers_named().match(statement.low_skeleton, served.end() + 1, end) is not None


_AND_SKILLED = re.compile(rf" and (?:[a-z]+ )?(?:{SKILLED})\b")
_SERVED = re.compile(
    r" (?:(?:had|have|has|also|been|are|were) )*(?:work|serv)(?:e|ed|ing)?(?: (?:in|there)(?: the)?(?: \[(?:state|"
    r"place):\d+\])?)?"
    r"(?: \[date:\d+\])? as(?= )"
)


def _sent(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Those whom one side sends to the other, or keeps there; not to a war."""
    low = statement.low_skeleton
    for sends in () if AT_WAR.search(low, begin, end) else _SENDS.finditer(low, begin, end):
        donor = subject(statement, begin, sends.start())
        helpers = _helpers_at(statement, sends.end(), end)
        is_post = helpers and sends[0].startswith(("keep", "kept", "main")) and low.endswith("mission", 0, helpers[1])
        if donor and helpers and not is_post and is_there(statement, donor, helpers[1], end):
            yield Told(donor, *helpers, "sent", helpers)


def _on_mission(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Soldiers and officials of one side who are in the other to train or help: "A's troops remain in B to train"."""
    low = statement.low_skeleton
    mission = None if AT_WAR.search(low, begin, end) else _MISSION.search(low, begin, end)
    who = _UNIFORMED.search(low, begin, mission.start()) if mission else None
    donor = side_at(statement, people_in(statement, who)) or side_in(statement, who)
    if who and mission and donor and is_there(statement, donor, who.end(), mission.start()):
        yield Told(donor, *mission.span("what"), "sent", who.span())


_UNIFORMED = re.compile(
    rf"(?P<who>{NAMED}(?= (?:[a-z]+ )?(?:personnel|troops|soldiers|officers|forces|marines|police|policemen"
    rf"|sailors)\b)|"
    r"\[quantity:\d+\])"
)
_MISSION = Folded(
    r"\b(?:to (?:provide|give|deliver|offer|conduct|help with|assist with|assist in)|providing|in an?|"
    r"as(?: part of)? (?:an? |the )) ?(?:[a-z-]+ )?(?P<what>training|advisory|medical|relief|humanitarian"
    r"|reconstruction)\b"
)


def _helpers_at(statement: Statement, begin: int, end: int) -> tuple[int, int] | None:
    """The span of those who help, counted or not, that stand right at a place."""
    group = _GROUP_OF.match(statement.low_skeleton, begin, end)
    begin = group.end() if group else begin
    found = helpers_named().match(statement.low_skeleton, begin, end)
    counted = slots_between(statement, begin, min(end, begin + 20), "quantity")[:1]
    named = [one for one in counted if helpers_named().search(one.mention.text.lower())]
    return found.span() if found else (named[0].start, named[0].end) if named else None


_GROUP_OF = re.compile(
    r"(?:an? |the )?(?:[a-z]+ )?(?:groups?|teams?|number|contingents?|staff|corps|handful|"
    r"delegation) of (?=[a-z]|\[quantity)"
)
_SENDS = re.compile(
    r"\b(?:sends?|sent|sending|dispatch(?:es|ed)|deploys?|deployed|seconds|seconded|deputes|deputed|keeps?|kept|maintain(?:s|ed)|"
    r"stationed|posted|attached|ha[sd](?= (?:\[quantity|an? |several |some |many ))) "
)
AT_WAR = Folded(r"\b(?:war|fight\w*|battle|brigades?|legion|front|troops|soldiers|rebels|combat|invasion)\b")


def _home(statement: Statement, counted: Slot, end: int) -> str | None:
    """The side of which counted people are; of volunteers, that whose corps the paragraph tells."""
    own = next(iter(statement.inside(counted.mention, "state")), None)
    slot = slot_in(statement, _FROM_HOME.match(statement.low_skeleton, counted.end, end)) if own is None else None
    is_bare = own is None and slot is None and not statement.low_skeleton.startswith(" of ", counted.end)
    if is_bare and counted.mention.text.lower().endswith("volunteers"):
        slot = corps_before(statement)
    return side_of(own or (slot.mention if slot else None), statement.context) or of_heading(statement)


_KEEPS = re.compile(
    r"\b(?:maintain(?:s|ed)?|keeps?|kept|runs?|ran|operate[sd]?|conducts?|conducted|implements?|implemented|set up|"
    r"established|launched|organi[sz]e[sd]?|has(?= an? | also an? )|"
    r"has had)(?: also)?"
    r"(?: an?| its)? (?P<what>(?:[a-z]+ ){0,2}?(?:(?:medical|agricultural|health|training) (?:missions?|teams?|"
    r"brigades?|"
    r"centres?)|(?:agricultur\w+|fisher\w+|health|rural|training|development|aid|assistance|cooperation) "
    r"(?:programmes?|programs?|projects?)|(?:field|mobile|military) hospitals?|clinics?|hospitals?"
    r"|(?:medical|eye|dental|health) camps?))\b"
)


def _kept(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What one side keeps in the other: "A runs a field hospital in B"."""
    for keeps in _KEEPS.finditer(statement.low_skeleton, begin, end):
        donor = subject(statement, begin, keeps.start())
        there = gets(statement, donor, begin, end) if donor else None
        is_for_sick = keeps["what"].endswith(("hospital", "hospitals", "clinic", "clinics", "camp", "camps"))
        if donor and (there or (there is False and is_for_sick)):
            yield Told(donor, *keeps.span("what"), "sent")
