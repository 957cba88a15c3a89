"""Meetings of parties who are not named: "representatives of both states met", "talks between the two foreign
ministers", "an officer of the Kenyan navy met with officials from Norway".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.language.colouring import BEFORE_VERB
from parsers.language.mention import StateValue
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement, lies_in
from parsers.language.required import Folded
from parsers.language.sides import is_foreign, is_side, side_of
from parsers.language.states import states

_BODIES = (
    r"(?:representatives|officials|delegations|delegates|negotiators|diplomats|experts|leaders|parliamentarians"
    r"|lawmakers|deputies|chiefs|commanders|governors|mayors|businessmen)"
)
_OFFICES = (
    r"(?:ministers|presidents|heads of state|heads of government|prime ministers|premiers|kings|envoys|vice presidents"
    r"|chancellors|speakers|chiefs of staff|secretaries)"
)
_KINDS = (
    r"(?:(?:police|army|navy|business|regional|provincial"
    r"|senior|high-level|high-ranking|government|military|naval|parliamentary|foreign ministry|foreign|defen[cs]e"
    r"|prime|deputy|vice|economy|economic|trade|finance|interior|energy|transport|agriculture|health|culture|political"
    r"|diplomatic|official|state|party|deputy foreign)(?: and|,)? ){0,3}"
)
_FIELD = (
    r"(?: (?:of|for) (?:the )?(?:agriculture|defen[cs]e|trade|finance|interior|foreign affairs|health|culture|education"
    r"|energy|transport|justice|economy|industry|tourism|fisheries|commerce|labou?r|environment)"
    r"(?:(?:,? and|,) (?!the\b)[a-z]+(?= (?:met|held|had|discussed|conferred|agreed|signed)\b))?)?"
)
_GROUP = rf"(?P<group>{_KINDS}(?:{_BODIES}|{_OFFICES}){_FIELD})"
_TALKS = (
    r"(?:talks|(?:a |an |the |their )?(?:[\w-]+ ){0,3}?(?:meetings?|negotiations|summit|discussions|"
    r"consultations|conversations?"
    r"|(?:phone |video |telephone |conference )?call|video ?conference|teleconference|dialogue))"
)
_MET = (
    r"(?P<verb>(?:did meet|met)(?= (?:in|on|at|for|to|with|again|during|and|several|twice|once|under|by|last"
    r"|[a-z]+ly|online|via"
    rf"|\d)|[,.;]|$)|(?:held|had|conducted|opened|began) [^;.]{{0,40}}?{_TALKS}|conferred|gathered|sat down"
    r"|discussed|exchanged views|consulted(?= (?:in|on|at|with)\b)|convened(?= (?:in|on|at|for|to)\b)"
    rf"|spoke(?= (?:by|on|over|via|with each)\b)"
    r"|(?!and\b|or\b)(?-i:[a-z])[a-z]+ [^;.]{0,90}?\b(?:following|after|during|at|in) (?:their |an? |the "
    r")?(?:[\w-]+ )?(?:talks|meeting|summit))\b"
)
_MET_WORDS = re.compile(r"\b(?:met|did meet"
                        r"|talks|meetings?|negotiations|summit|discussions|consultations|conversations?|call"
                        r"|conferred|gathered|sat down|spoke|video ?conference|teleconference|dialogue|discussed"
                        r"|exchanged views"
                        r"|consulted|convened)\b")  # fmt: skip
_OF_BOTH = re.compile(
    rf"\b{_GROUP} (?:of|from|representing) "
    rf"(?P<of>(?:(?!\b(?:said|that|which|who|were|was|ha[ds]|have|signed)\b)[^;.]){{3,90}}?)"
    rf" {BEFORE_VERB}{_MET}",
    re.I,
)
_OF_DEMONYMS = re.compile(
    rf"\b(?P<of>(?-i:[A-Z])[\w-]+ and (?:the )?(?-i:[A-Z])[\w-]+) {_GROUP} {BEFORE_VERB}{_MET}",
    re.I,
)
_COUNTERPARTS = re.compile(
    rf"\b(?P<of>(?-i:[A-Z])[\w-]+ {_GROUP} and (?:his|her|their) (?:(?-i:[A-Z])[\w-]+ )?counterparts?)"
    rf"(?: from [^,;.]{{3,30}}?)? {BEFORE_VERB}{_MET}",
    re.I,
)
_OF_THE_TWO = re.compile(
    rf"\b(?P<of>(?:the(?: two| respective)?|both) (?:countries|states|nations|sides|governments)['’]) {_GROUP} "
    rf"{BEFORE_VERB}{_MET}",
    re.I,
)
_OF_THEM = re.compile(
    rf"\b(?:both|the two) (?:countries|states|nations|sides|governments)\b[^;.]{{3,90}}, (?P<of>their) {_GROUP} "
    rf"{BEFORE_VERB}{_MET}",
    re.I,
)
_THEIR = re.compile(rf"^(?P<of>their) {_GROUP} {BEFORE_VERB}{_MET}", re.I)
_TALKS_OF = Folded(
    rf"\b(?P<verb>{_TALKS})\b[^;.]{{0,40}}? (?:between|of|among|by) "
    rf"(?P<of>(?:the )?(?P<named>[\w-]+(?: [\w-]+)? and (?:the )?[\w-]+(?: [\w-]+)?? )"
    rf"|(?:the )?(?:two|both|two countries['’]"
    rf"|respective|two sides['’]|two states['’]|two nations['’]|their) |the )?{_GROUP}"
    r"(?P<states> (?:of|from) [^;.]{3,60}?)?"
    r"(?= (?:was|were|took|began|in|on|at|ended|followed|held)\b|,(?! [\w ]{3,30},? and )|\.|$)"
)
SOMEONE = (
    r"(?P<{0}>(?:(?!\b(?:that|which|who|where|when|and|said|after|before|while)\b)[^,;.]){{0,60}}?"
    r"\b(?:officers?|officials?|representatives?|delegations?|forces|commanders?|leaders|lawmakers|parliamentarians"
    r"|senators|diplomats?|ministers|authorities|army|navy|counterparts?|peers|mps|deputies|delegates|experts|envoys"
    r"|businessmen|businesspeople|business leaders|entrepreneurs|investors|friendship groups?|committee"
    r"|chief of (?:the )?(?:navy|army|air force|police)"
    r"|government)\b"
    r"(?: \([^)]{{1,20}}\)| (?:of|from|in(?= (?:the )?[\w-]+['’]s))(?: (?!\d)[\w.'’-]+){{1,7}}?"
    r"(?: \([^)]{{1,20}}\))?| at (?:an?|the)(?: (?!\d)[\w.'’-]+){{1,6}}?)?)"
)
# "A meeting of foreign ministers", where nobody else is named.
_OWN_MINISTERS = re.compile(r" (?:of|between) (?:the )?(?:foreign|prime|defen[cs]e|trade|interior|finance) ministers")
MET_ENDS = (
    r"(?=[,;.]| (?:in|on|to|at|about|over|regarding|concerning|and|stating|where|during|after|before|for|when|while"
    r"|with|near) |$)"
)
_EACH_OTHER = Folded(
    rf"(?:^|, |and |that |\d )(?:the |an? |some |several |two )?{SOMEONE.format('one')} {BEFORE_VERB}"
    r"(?P<verb>met|did meet|(?:began|started|continued|came) to meet|(?:began|started|continued) meeting|held talks"
    r"|(?:(?:held|had) (?:an? |several )?(?:[a-z]+ )?(?:meetings?|talks|discussions|consultations)"
    r"|spoke|talked|conferred|consulted)(?= with))"
    rf"(?: with)? (?:the |an? |some |several |their )?{SOMEONE.format('other')}{MET_ENDS}"
)
_ARTICLE = re.compile(r"^(?:the|an?|some|several) ")
_SHARED = re.compile(
    r"\b(?:both|the two|the three|the four|two)\b|\b(?:countries|states|nations|sides|governments)['’]$", re.I
)
_TWO = re.compile(r"(?:the )?(?:two|both)", re.I)
_NAME = r"([A-ZÀ-Þ][\w.'’-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w.'’-]+){1,3})"
_NAMED = re.compile(rf", {_NAME} and {_NAME},?$")
_NAMED_BEFORE = re.compile(rf"(?:^|[ ,]){_NAME} and {_NAME},(?: the)? $")
_NO_OFFICES = re.compile(rf"{_BODIES}$", re.I)

_HELD = r"(?:held|had|opened|began|started|resumed|conducted|concluded|completed)"
_STATES_TALKS = (
    r"(?:(?!\[|\bcommi|\bnegotiations)[^;.]){0,50}?(?:talks|consultations|discussions|summit|dialogue"
    r"|round of negotiations)"
)
_MINISTRY = (
    r"(?: (?:(?:foreign|defen[cs]e) ministr(?:y|ies)|ministr(?:y|ies) of (?:foreign affairs|defen[cs]e)|governments?))?"
)
STATES_TALKED = Pattern(
    r"(?<!from )(?<!from the )(?:(?<!of )(?<!of the )|(?<=ministries of )|(?<=governments of )"
    r"|(?<=governments of the ))"
    rf"(?:(?:(?:<state>, ){{0,3}}<state>{_MINISTRY},? and (?:the )?<state>{_MINISTRY})|<both>) (?:also )?"
    rf"(?:(?P<verb>{_HELD} {_STATES_TALKS})\b(?! on the (?:establishment|opening))"
    r"|(?P<met>met|sat down|convened) (?:[^;.\[]{0,30}\[(?:place|state|date):\d+\]){0,3},? "
    r"(?:to (?:discuss|negotiate|review)|for (?:[\w-]+ ){0,2}(?:talks|consultations)))"
    rf"|<state>(?: government)? (?:also )?(?P<opened>{_HELD} {_STATES_TALKS})(?: (?:on|about"
    rf"|over) (?:(?!\[person)[^;.,]){{3,50}}?)?"
    r" with (?:the )?<state>(?=[,.;]| (?:in|on|at|about|over|from|regarding|concerning|for|to|and|which|that)\b|$)"
)
MEETING_OF_STATES = Pattern(
    r"<state>(?:–|-)<state> (?:(?!business|investment|trade|youth)[a-z-]+['’]? ){0,3}?(?P<summit>summit|meeting|talks"
    r"|consultations?|dialogue)"
    r" (?:was|were|took)(?: also| first)? (?:held|place|convened)\b|\b(?P<verb>(?:meeting|talks|summit"
    r"|discussions|dialogue|consultations?)) (?:was |were )?"
    r"(?:held |took place |convened )?(?:(?!\[person|\bcommi)[^;.]){0,40}?between (?:the )?"
    r"(?:(?:foreign )?(?:ministries|offices|governments)(?: of foreign affairs)? of (?:the )?)?"
    r"(?:(?:<state>, ){0,3}<state>,? and (?:the )?<state>|<both>|\[quantity:\d+\]"
    r"|(?:the|both)(?: two)?(?: (?:countries|states|nations)['’])? (?:foreign )?(?:ministries|governments|sides))"
    r"(?! (?:foreign|prime|ministers?|presidents?|officials|delegations|leaders|ministries)\b)"
)
CONSULTED = Pattern(
    r"\b(?:bilateral (?:[a-z-]+ )?|political |foreign office |diplomatic |(?:vice-)?ministerial )"
    r"(?P<verb>consultations|talks)"
    r"(?: (?:at|on) (?:(?:(?!\[)[\w-]+|\[person:\d+\]) ){1,5}?(?:level|issues|affairs|matters|ministers|officials))?"
    r" (?:(?:was|were) (?:also |first )?(?:held|"
    r"conducted|convened)|took place)(?= (?:in|on|at)\b)"
)
# "In a meeting in X on …, A and B agreed", "talks held in X on … resulted in the treaty of A and B".
AT_A_MEETING = Pattern(
    r"^(?:(?:in|at|during|following|after) (?:an? |the )?(?:\w+ )?(?P<verb>meeting|talks|summit)"
    r"(?:,? (?:held )?(?:in|on) \[(?:place|date|state):\d+\])+,? (?:the )?<state> and (?:the )?<state> "
    r"|(?:the )?(?:bilateral |peace )?(?P<held>talks|negotiations)(?: were)? held (?:in|on|at) )"
)
BOTH_MET = Pattern(
    r"\b(?:the (?:<quantity>(?: of (?:state|government))?|<person>|leaders|presidents|premiers|(?:foreign"
    r" )?ministers|(?:two|both) (?:[\w ]+?))"
    r"|both (?:<person>|[\w ]+?)|they|the two|the pair)(?: and their [a-z]+(?: [a-z]+)?)? (?:(?:also|again|later"
    r"|first|then|ha[ds]|have|earlier|previously|last|once more) )*(?P<verb>met|spoken?|conferred"
    r"|(?:held|had) [^;.]{0,30}?(?:talks|meetings?|discussions|consultations|summit|conversations?|(?:phone"
    r"|video) call|telephone talk)"
    r"|(?:had|shared|held) (?:an? )?(?:[\w-]+ )?(?:lunch|dinner|breakfast|luncheon)|dined|lunched"
    r"|discussed|exchanged views|shook hands|sat down|got together|came face[ -]to[ -]face|wrote to <both>|saw <both>)"
    r"(?!\w)(?! with\b| (?:the|his|her|their) )"
)
EITHER_GROUP = re.compile(
    r"\b(?:two|both) ((?:[\w-]+ ){0,3}?(?:presidents|leaders|dictators|rulers|monarchs|ministers|heads of \w+"
    r"|premiers|kings|delegations|representatives|officials))\b",
    re.I,
)
THINGS = re.compile(
    r"\b(?:two|both) (?:[\w-]+ )*?(?:parliaments|armies|navies|companies|teams|committees|ministries|houses|fleets"
    r"|legislatures)\b",
    re.I,
)
HABIT = re.compile(
    r"\b(?:regular(?:ly)?|daily|weekly|monthly|frequent|annually|every year|each year|frequently|periodically|often"
    r"|usually|annual|yearly|biannual|biennial|alternately|traditionally)\b"
)
FROM_BODY = Pattern(
    r"(?P<ones><person>) (?P<verb>met|held talks) (?:with )?(?:an?|the) (?P<others><person>) (?:from|of) (?:the"
    r" )?(?P<body>[A-Z][^,.;]{3,60}?)(?= and | on | in |,|\.|$)"
)


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of a meeting in words, and where in the document's text its verb stands and its words end."""

    names: tuple[str, ...]
    at: int
    end: int
    apart: bool = False  # whether each party is told of in its own words
    sure: bool = False  # whether the talks are taken for granted: "agreed to … following talks"
    two: bool = False  # whether they are told of as "the two ministers"


def parties_of_both(statement: Statement) -> Iterator[Parties]:
    """A group of people of each side who met: one party a state, named "foreign minister of Norway"."""
    shapes = (_OF_BOTH, _OF_DEMONYMS, _COUNTERPARTS, _OF_THE_TWO, _OF_THEM, _THEIR)
    told = shapes if _MET_WORDS.search(statement.low) else ()
    for match in (match for shape in told for match in shape.finditer(statement.text)):
        codes = _states_in(statement, *match.span("of"))
        both = set(statement.context.pair) <= set(codes)
        if both or _SHARED.search(match["of"]) or match["of"].lower() == "their":
            yield _parties(statement, match, codes if both else list(statement.context.pair))
    for match in _TALKS_OF.finditer(statement.low):
        codes = [code for name in ("of", "states") if match[name] for code in _states_in(statement, *match.span(name))]
        if set(statement.context.pair) <= set(codes) or _are_talks_of_both(statement, match):
            yield _parties(statement, match, codes if len(codes) > 1 else list(statement.context.pair))


def _are_talks_of_both(statement: Statement, match: re.Match[str]) -> bool:
    """Whether talks are told to be of both sides, none of which they name: "between the two foreign ministers", "of
    foreign ministers" where no other state is named.
    """
    of_both = match["states"] is not None and _SHARED.search(match["states"]) is not None
    by_name = match["named"] or (match["states"] and not of_both)
    if not by_name and (of_both or _is_joint(match["of"] or "")):
        return True
    return not match["states"] and _OWN_MINISTERS.search(match[0]) is not None and _is_between_two(statement)


def parties_apart(statement: Statement) -> Iterator[Parties]:
    """A group or an unnamed officer of one side who met one of the other, in the words of the text."""
    for match in _EACH_OTHER.finditer(statement.low):
        spans = (match.span("one"), match.span("other"))
        one, other = (side_in(statement, *span) for span in spans)
        if one and other and one != other:
            names = tuple(without_date(statement, *span) for span in spans)
            yield Parties(names, statement.start + match.start("verb"), statement.start + match.end(), apart=True)


def without_date(statement: Statement, start: int, end: int) -> str:
    """The words between two offsets of the statement, behind the last date that stands in them, without an article."""
    dates = [one.end - statement.start for one in statement.of("date") if start <= one.start - statement.start < end]
    return _ARTICLE.sub("", statement.text[max([start, *dates]) : end].strip(" .,"))


def _is_between_two(statement: Statement) -> bool:
    """Whether nobody else than the two states is named: no body and no third state."""
    others = (is_foreign(one, statement.context) for one in (*statement.of("state", "place"), *statement.inner))
    return not statement.of("body") and not any(others)


def is_of_pair(statement: Statement, match: Match) -> bool:
    """Whether the states that the words name are the two; with "talks held in …" the sentence has to name both."""
    if match.words("held"):
        told = {side_of(one, statement.context) for one in (*statement.of("state"), *statement.inner)}
        return told - {None} == set(statement.context.pair)
    spots = [one for one in statement.of("state") if match.start <= one.start < match.end]
    sides = {side_of(one, statement.context) for one in spots}
    return not spots or sides - {None} == set(statement.context.pair)


def states_of(statement: Statement, match: Match) -> tuple[str, ...]:
    """The codes of the two states, or of all that the words name beside them: "Kenya, Norway and Peru held talks"."""
    spots = (one for one in statement.of("state") if match.start <= one.start < match.end)
    codes = {one.value.iso3 for one in spots if isinstance(one.value, StateValue)}
    return tuple(sorted(codes if codes > set(statement.context.pair) else statement.context.pair))


def _is_joint(words: str) -> bool:
    return words.strip().lower() not in ("the", "")


def _parties(statement: Statement, match: re.Match[str], codes: list[str]) -> Parties:
    """One party a state, in the order of their codes; two people who are named beside the group by their names."""
    group, named = each_of(match["group"]), _NAMED.search(match.groupdict().get("of") or "")
    named = named or _NAMED_BEFORE.search(statement.text[: match.start()])
    names = tuple(f"{group} of {states()[code].name}" for code in sorted(codes))
    names = named.groups() if named is not None and not _NO_OFFICES.search(match["group"]) else names
    sure = "verb" in match.re.groupindex and re.search(r"\b(?:following|after|during) ", match["verb"]) is not None
    two = _TWO.fullmatch((match["of"] or "").strip()) is not None
    return Parties(names, statement.start + match.start("verb"), statement.start + match.end(), sure=sure, two=two)


def each_of(group: str) -> str:
    """What each of them is: the office in the singular, a body of people as it stands.

    >>> each_of("foreign ministers"), each_of("heads of state"), each_of("officials")
    ('foreign minister', 'head of state', 'officials')
    """
    if _NO_OFFICES.search(group):
        return group.lower()
    first, of, rest = group.lower().partition(" of ")
    return (first[:-3] + "y" if first.endswith("ies") else first.removesuffix("s")) + of + rest


def side_in(statement: Statement, start: int, end: int) -> str | None:
    """The code of the only side that is named between two offsets of the statement's text; null else."""
    sides = set(_states_in(statement, start, end)) & set(statement.context.pair)
    return sides.pop() if len(sides) == 1 else None


def _states_in(statement: Statement, start: int, end: int) -> list[str]:
    """The codes of the states that are named between two offsets of the statement's text, without repetition."""
    low, high = statement.start + start, statement.start + end
    told = [one for one in (*statement.mentions, *statement.inner) if low <= one.start and one.end <= high + 1]
    pair = statement.context.pair
    found = [one.value.iso3 for one in told if isinstance(one.value, StateValue)]
    if not found:  # "the mayors of Oslo and Lima"
        found = [side for one in told if one.kind == "place" and (side := lies_in(one, pair))]
    return list(dict.fromkeys(code for code in found if is_side(code, pair) or len(found) > 2))
