"""Office mentions: the whole name of an office with its rank and the state it serves.

Reads a head noun of `lexicon/offices.yaml` with what stands before it (state, modifiers, portfolio: "Chinese State
Councilor", "Deputy Foreign Minister") and after it ("Chairman of the Standing Committee of the National People's
Congress"), as far as `office_extent` tells.
"""

from __future__ import annotations

from dataclasses import dataclass

from parsers.language.mention import Mention, OfficeValue, PlaceValue, StateValue
from parsers.language.office_extent import begin_of, end_of, is_office_word, without_lead
from parsers.language.office_words import is_head, is_relative, words
from parsers.language.tokens import Token, joined

_BEHIND_OFFICER = frozenset(
    ("of", "in", "from", "and", "who", "was", "at", "with", "had", "has", "to", "met", "visited")
)
_NO_OFFICERS = frozenset(
    ("a", "first", "second", "third", "another", "other", "only", "several", "many", "most", "all")
)
_INSTRUMENTS = frozenset(("agreement", "treaty", "convention", "accord", "framework"))


@dataclass(frozen=True, slots=True)
class Office:
    """An office in a list of tokens: first and last token, and its value."""

    first: int
    last: int
    value: OfficeValue
    capital: bool


def find_offices(tokens: list[Token], heads: list[tuple[int, int, str]]) -> list[Office]:
    """The offices of a statement, in order, without overlap; `heads` are those inside it, as `find_heads` gave them."""
    if not heads:
        return []
    at = {token.start: index for index, token in enumerate(tokens)}
    ending = {token.end: index for index, token in enumerate(tokens)}
    opened = frozenset(at[start] for start, _, _ in heads if start in at)
    found: list[Office] = []
    for start, end, rank in heads:
        first, last = at.get(start), ending.get(end)
        if first is None or last is None or (found and first <= found[-1].last) or _is_of_post(tokens, first, last):
            continue
        if first == last and (is_surname(tokens, first) or is_given_name(tokens, first)):
            continue
        if first == last and _is_short(tokens, first, found):
            continue
        floor = found[-1].last + 1 if found else 0
        begin = begin_of(tokens, first, floor)
        finish = end_of(tokens, last, opened, envoy=rank == "envoy")
        value = OfficeValue(
            joined(tokens, without_lead(tokens, begin, first), finish),
            _rank(tokens, begin, first, finish, rank),
            _serves(tokens, begin, first, finish),
        )
        found.append(Office(begin, finish, value, tokens[first].is_capital))
    return found


def _is_of_post(tokens: list[Token], first: int, last: int) -> bool:
    """Whether "general" is no officer, but a word of the name of a post, a body or an instrument: "Consulate General",
    "UN General …", "the General Cooperation Agreement"; or "major" only says how large what follows is: "a major work",
    "runs a major Voice of Peace station", "the third major oil producer"; or somebody is "at the head of" others.
    """
    if first == last and tokens[first].text == "major":
        lead, _, noun = (*(token.text for token in tokens[max(0, first - 1) : first + 2]), "", "")[:3]
        if noun[:1].isupper():
            return lead in _NO_OFFICERS
        return lead in ("a", "the") and noun.islower() and noun not in _BEHIND_OFFICER
    if tokens[first].low == "head" and [token.low for token in tokens[max(0, first - 2) : first]] == ["at", "the"]:
        return True
    if first != last or tokens[first].low != "general":
        return False
    if last + 1 < len(tokens) and tokens[last + 1].low in words("portfolios") | _INSTRUMENTS:
        return True
    if first == 0:
        return False
    return tokens[first - 1].low in ("consulate", "consulates", "directorate", "directorates") or (
        tokens[first - 1].kind == "body"
    )


def _is_short(tokens: list[Token], index: int, found: list[Office]) -> bool:
    """Whether it is the short form in brackets of the office right before: "External Affairs Minister (EAM)"."""
    beside = bool(found) and found[-1].last == index - 2 and tokens[index - 1].text == "("
    return beside and index + 1 < len(tokens) and tokens[index + 1].text == ")" and tokens[index].text.isupper()


def is_surname(tokens: list[Token], index: int) -> bool:
    """Whether a word for an office ends a name here: "Prime Minister John Major", "King Mohammed Zahir Shah of".

    It stands behind two other capitals and before none; not "the Kenyan Major", "Jon Berg King of".
    """
    if tokens[index].low not in words("surnames") or index < 2 or not tokens[index].is_capital:
        return False
    before, following = tokens[index - 1], tokens[index + 1 : index + 2]
    given = before.is_capital and before.mention is None and not (is_office_word(before) or is_head(before.low))
    alone = tokens[index].low == "shah" and tokens[index - 2].text == ","  # "King of Persia, Reza Shah"
    if not given or not (tokens[index - 2].is_capital or alone) or before.low in words("starters") | words("modifiers"):
        return False
    if following and following[0].low == "of":
        return tokens[index].low == "shah"
    return tokens[index - 2].low not in words("starters") and not (following and following[0].is_capital)


def is_given_name(tokens: list[Token], index: int) -> bool:
    """Whether a word for a ruler is somebody's own name: the father's follows, as in "Crown Prince Sultan bin Fahd", it
    is the father's ("Fahd bin Sultan Al Rashid"), a prince's title or a minister's office stands before it, or it
    stands between two names, as in "President Yusuf Sheikh Omar", "Mr Yusuf Sheikh Omar".
    """
    before = tokens[index - 1].low if index else ""
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if tokens[index].low == "sheikh":
        beside = (tokens[index - 1], tokens[index + 1]) if index and following else ()
        no_name = words("starters") | words("honorifics") | words("bodies") | words("portfolios")
        return bool(beside) and all(
            one.is_capital and one.mention is None and not is_head(one.low) and one.low not in no_name for one in beside
        )
    behind_prince = index > 0 and tokens[index].low == "sultan" and tokens[index - 1].text == "Prince"
    of_family = following in ("bin", "ibn") or before in ("bin", "ibn", "bint")
    is_ruler = tokens[index].low in ("sultan", "emir", "amir")
    return behind_prince or (is_ruler and of_family) or _is_named_as_ruler(tokens, index)


def _is_named_as_ruler(tokens: list[Token], index: int) -> bool:
    """Whether a ruler's word opens the name of a minister or the like: "Foreign Minister Sultan Omar"."""
    if tokens[index].low not in ("sultan", "emir", "amir", "shah") or index < 2 or index + 1 >= len(tokens):
        return False
    office, behind = tokens[index - 1], tokens[index + 1]
    serves = office.low in ("minister", "secretary", "ambassador", "speaker", "general", "commissioner")
    return serves and office.is_capital and behind.is_capital and behind.mention is None


def _rank(tokens: list[Token], first: int, head: int, last: int, rank: str) -> str:
    """The rank, lowered where a deputy's modifier stands before the head; a party's secretary has none."""
    lows = {token.low for token in tokens[first:head]}
    if lows & {"deputy", "vice", "assistant", "under"}:
        return {"head of state": "minister", "head of government": "minister", "foreign minister": "deputy minister",
                "minister": "deputy minister"}.get(rank, rank)  # fmt: skip
    if tokens[head].low == "minister" and tokens[head - 1].low == "state" and first < head:
        return "deputy minister"
    if "foreign" in lows and rank == "minister":
        return "foreign minister"
    after = {token.low for token in tokens[head : last + 1]}
    if tokens[head].low == "secretary" and after & words("parties"):
        return "other"
    if rank in ("other", "head of state") and (lows | after) & words("legislatures"):
        return "legislature"
    if rank == "head of state" and after & words("presided"):
        return "other"
    return rank


def _serves(tokens: list[Token], first: int, head: int, last: int) -> str | None:
    """The state the office serves: the one before the head, else the first after "of"; not the one after "to", that in
    which an envoy sits ("ambassador in Oslo, A"), nor that in which its holder was born ("the Kenyan-born minister").
    """
    posted = ("to",) if is_relative(tokens[head].low) else ("to", "in")
    for token in (*tokens[first:head], *tokens[head : last + 1]):
        if token.low in posted:
            break
        code = None if token.low.endswith("-born") else _code(token.mention)
        if code:
            return code
    return None


def _code(mention: Mention | None) -> str | None:
    if mention is None:
        return None
    if isinstance(mention.value, StateValue):
        return mention.value.iso3
    return mention.value.iso3s[0] if isinstance(mention.value, PlaceValue) else None
