"""Office mentions: the whole name of an office with its rank and the state it serves.

Reads a head noun of `lexicon/offices.yaml` with what stands before it (state, modifiers, portfolio: "Chinese State
Councilor", "Deputy Foreign Minister") and after it ("Chairman of the Standing Committee of the National People's
Congress"). The name of an office ends with the last word that is a state, a place, a portfolio or an organ, so that the
capitals that follow are the holder's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from parsers.language.lexicon import read_yaml
from parsers.language.mention import Mention, OfficeValue, PlaceValue, StateValue
from parsers.language.sweep import Gazetteer, lowered_whole
from parsers.language.tokens import Token, joined

_JOINTS = frozenset(("of", "the", "for", "and", "&", "on", "'s", "’s", "-", "de", ",", "(", ")"))
_INNER = frozenset(("'s", "’s", "'", "’", "-", "and", "&"))
_OPENERS = frozenset(("of", "for", "to", "on"))
_TIME_WORDS = frozenset(("then", "then-", "new", "newly", "elected", "current", "incumbent", "late", "outgoing", "-"))
_INSTRUMENTS = frozenset(("agreement", "treaty", "convention", "accord", "framework"))
_REACH = 6  # tokens that may stand between two words of an office's tail


@dataclass(frozen=True, slots=True)
class Office:
    """An office in a list of tokens: first and last token, and its value."""

    first: int
    last: int
    value: OfficeValue
    capital: bool


@cache
def words(name: str) -> frozenset[str]:
    """One word list of `lexicon/offices.yaml`."""
    return frozenset(read_yaml("offices.yaml")[name])


@cache
def _heads() -> Gazetteer[str]:
    heads = read_yaml("offices.yaml")["heads"]
    return Gazetteer({name: rank for rank, names in heads.items() for name in names})


@lru_cache(maxsize=4096)
def is_head(low: str) -> bool:
    """Whether the lower-case word is by itself the head of an office.

    >>> is_head("president"), is_head("congress")
    (True, False)
    """
    return any(end == len(low) for _, end, _ in _heads().find(low))


def is_relative(office: str | None) -> bool:
    """Whether an office only tells what somebody is to another, and so is none.

    >>> is_relative("Norwegian counterpart"), is_relative("counsellor")
    (True, False)
    """
    return (office or "").lower().endswith(("counterpart", "colleague", "successor", "predecessor"))


def is_plural(office: str | None) -> bool:
    """Whether an office is several people's.

    >>> is_plural("members of parliament"), is_plural("Minister of Foreign Affairs")
    (True, False)
    """
    head = (office or "").split(" of ")[0].lower()
    return head.endswith("s") and is_head(head.split(" ")[-1])


def find_heads(text: str) -> list[tuple[int, int, str]]:
    """Start, end and rank of every head noun in the text, in order."""
    return list(_heads().find(lowered_whole(text)))


def find_offices(tokens: list[Token], heads: list[tuple[int, int, str]]) -> list[Office]:
    """The offices of a statement, in order, without overlap; `heads` are those inside it, as `find_heads` gave them."""
    if not heads:
        return []
    at = {token.start: index for index, token in enumerate(tokens)}
    ending = {token.end: index for index, token in enumerate(tokens)}
    found: list[Office] = []
    for start, end, rank in heads:
        first, last = at.get(start), ending.get(end)
        if first is None or last is None or (found and first <= found[-1].last) or _is_of_post(tokens, first, last):
            continue
        if first == last and (is_surname(tokens, first) or is_given_name(tokens, first)):
            continue
        floor = found[-1].last + 1 if found else 0
        begin = _before(tokens, first, floor)
        finish = _after(tokens, last, frozenset(at[head[0]] for head in heads if head[0] in at), envoy=rank == "envoy")
        value = OfficeValue(
            joined(tokens, _without_lead(tokens, begin, first), finish),
            _rank(tokens, begin, first, finish, rank),
            _serves(tokens, begin, first, finish),
        )
        found.append(Office(begin, finish, value, tokens[first].is_capital))
    return found


def _is_of_post(tokens: list[Token], first: int, last: int) -> bool:
    """Whether "general" is only the second word of a post or of a body's name: "Consulate General", "UN General …"."""
    if first != last or tokens[first].low != "general":
        return False
    if last + 1 < len(tokens) and tokens[last + 1].low in words("portfolios") | _INSTRUMENTS:
        return True  # "the General Cooperation Agreement"
    if first == 0:
        return False
    return tokens[first - 1].low in ("consulate", "consulates", "directorate", "directorates") or (
        tokens[first - 1].kind == "body"
    )


def is_surname(tokens: list[Token], index: int) -> bool:
    """Whether a word for an office ends a name here: "Prime Minister John Major", "King Mohammed Zahir Shah of".

    It stands behind two other capitals and before none; not "the Kenyan Major", "Jon Berg King of".
    """
    if tokens[index].low not in words("surnames") or index < 2 or not tokens[index].is_capital:
        return False
    before, following = tokens[index - 1], tokens[index + 1 : index + 2]
    given = before.is_capital and before.mention is None and not (_is_office_word(before) or is_head(before.low))
    if not given or not tokens[index - 2].is_capital or before.low in words("starters") | words("modifiers"):
        return False
    if following and following[0].low == "of":
        return tokens[index].low == "shah"
    return tokens[index - 2].low not in words("starters") and not (following and following[0].is_capital)


def is_given_name(tokens: list[Token], index: int) -> bool:
    """Whether a word for a ruler is somebody's own name: the father's follows, as in "Crown Prince Sultan bin Fahd", or
    it stands between two names, as in "President Yusuf Sheikh Omar".
    """
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if tokens[index].low == "sheikh":
        opens = index > 1 and (is_head(tokens[index - 2].low) or tokens[index - 2].kind == "state")
        if not opens or not following:
            return False
        beside = (tokens[index - 1], tokens[index + 1])
        return all(one.is_capital and one.mention is None and not is_head(one.low) for one in beside)
    return tokens[index].low in ("sultan", "emir", "amir") and following in ("bin", "ibn")


def _without_lead(tokens: list[Token], first: int, head: int) -> int:
    """The first token of the office's own name, behind words that only tell of its holder's time: "then", "new"."""
    while (
        first < head and tokens[first].low in _TIME_WORDS and tokens[first].mention is None
        and (first == 0 or not tokens[first].is_capital)
    ):  # fmt: skip
        first += 1
    return first


def _before(tokens: list[Token], head: int, floor: int) -> int:
    """The first token of the office: leftwards over states, modifiers, portfolios and organs."""
    first, index, stated = head, head - 1, False
    while index >= floor:
        token = tokens[index]
        if token.kind in ("state", "body", "place") and not stated:
            stated = True
            first = index = _opening(tokens, index)
        elif _is_modifier(tokens, index) or (_is_office_word(token) and (token.is_capital or index == first - 1)):
            first = index
        elif not (token.low in _INNER and index > floor and _joins(tokens, index, stated)):
            break
        index -= 1
    return first


def _is_modifier(tokens: list[Token], index: int) -> bool:
    """Whether the word belongs to the office behind it: "First Deputy", but not "the first Finnish president"."""
    token, following = tokens[index], tokens[index + 1]
    if token.low in ("first", "second", "third"):
        envoy = following.low in ("ambassador", "resident", "high", "consul", "envoy", "permanent")
        return token.is_capital or envoy or following.low.startswith(("deputy", "vice", "secretary", "lady"))
    return token.low in words("modifiers")


def _joins(tokens: list[Token], index: int, stated: bool) -> bool:
    """Whether a joint inside an office's beginning goes on with a word of the office."""
    before = tokens[index - 1]
    if tokens[index].low == "-" and before.low in ("then", "ex"):
        return True
    if tokens[index].low in ("and", "&"):
        return before.is_capital and before.low in words("portfolios") and tokens[index + 1].low in words("portfolios")
    if tokens[index].low in ("'", "’") and not before.low.endswith("s"):
        return False
    return (before.kind in ("state", "place", "body") and not stated) or (before.is_capital and _is_office_word(before))


def _is_office_word(token: Token) -> bool:
    return token.mention is None and (token.low in words("portfolios") or token.low in words("bodies"))


def _opening(tokens: list[Token], index: int) -> int:
    """The first token of the mention that covers this one."""
    while index and tokens[index - 1].mention is tokens[index].mention:
        index -= 1
    return index


def _after(tokens: list[Token], head: int, heads: frozenset[int], *, envoy: bool) -> int:
    """The last token of the office: rightwards from "of" (an envoy's from "from" too), to the last state, place,
    portfolio or organ.

    `heads` are the tokens at which another office begins, where this one must end.
    """
    last, index = head, head + 1
    opener = tokens[index].low if index < len(tokens) else ""
    if (envoy and opener == "in") or (opener in ("in", "from") and is_relative(tokens[head].low)):
        return _post_in(tokens, index) or last
    listed = opener in ("and", "&") and _adds_portfolio(tokens, index, heads)
    sent = envoy and opener == "from" and any(one.kind == "state" for one in tokens[index + 1 : index + 2])
    opens = opener in _OPENERS and (envoy or opener not in ("to", "on"))
    if not (listed or opens or sent):
        return last
    index += opener == "from"
    joined = False
    while index < len(tokens) and index - last <= _REACH and index not in heads:
        token = tokens[index]
        if token.text == "(" and _opens_name(tokens, index + 1):
            break
        if token.kind in ("state", "place", "body") and not joined:
            if _is_beside_state(tokens, last, index):
                break
            last = index
        elif _ends_office(tokens, index, first=last == head):
            last, joined = index, False
        elif token.low in ("and", "&", ",") and _list_goes_on(tokens, index):
            joined = True
        elif not (_goes_on(token) or (token.low == "to" and envoy)):
            break
        index += 1
    return _with_members(tokens, head, last)


def _opens_name(tokens: list[Token], index: int) -> bool:
    """Whether a word in brackets begins a name, not the name of a portfolio or organ."""
    token = tokens[index] if index < len(tokens) else None
    return token is not None and token.is_capital and token.mention is None and not _is_office_word(token)


def _is_beside_state(tokens: list[Token], last: int, index: int) -> bool:
    """Whether a place right behind the state that ends an office begins a name: "Emir of Kuwait Sabah Al-Mansour"."""
    beside = index == last + 1 and tokens[last].kind == "state" and tokens[index].kind == "place"
    return beside and tokens[index].mention is not tokens[last].mention


def _with_members(tokens: list[Token], head: int, last: int) -> int:
    """The last token of the office, with the people behind a demonym whom a delegation is of: "Kenyan farmers"."""
    end = last
    while tokens[head].low == "delegation" and tokens[last].kind == "state" and end < min(last + 3, len(tokens) - 1):
        end += 1
        word = tokens[end]
        if word.is_capital or word.mention is not None or not word.low.isalpha():
            break
        if word.low.endswith("s") and word.low not in ("was", "has", "is", "visits", "arrives", "travels", "meets"):
            return end
    return last


def _post_in(tokens: list[Token], index: int) -> int:
    """The last token of the place behind "in" or "from" where a name follows: "ambassador in Oslo, A"; 0 else."""
    last = index + 1
    while last + 1 < len(tokens) and tokens[last + 1].mention is tokens[index + 1].mention is not None:
        last += 1
    name = last + 2 if last + 1 < len(tokens) and tokens[last + 1].low == "," else last + 1
    named = name + 1 < len(tokens) and all(one.is_capital and one.mention is None for one in tokens[name : name + 2])
    return last if named and tokens[index + 1].kind in ("place", "state") else 0


def _adds_portfolio(tokens: list[Token], index: int, heads: frozenset[int]) -> bool:
    """Whether "and" behind a head that ends with a portfolio adds another: "Minister of Foreign Affairs and Trade"."""
    if tokens[index - 1].low not in words("portfolios"):
        return False
    end = index + 1
    while end < len(tokens) and tokens[end].is_capital and _is_office_word(tokens[end]) and end not in heads:
        end += 1
    return end > index + 1 and end not in heads


def _ends_office(tokens: list[Token], index: int, *, first: bool) -> bool:
    """Whether the token is a portfolio or organ inside an office's name, capital or after another part of it."""
    return _is_office_word(tokens[index]) and (
        tokens[index].is_capital or not first or tokens[index - 1].low in ("of", "for", "the")
    )


def _goes_on(token: Token) -> bool:
    """Whether an office's name may go on over this token: a joint, or a capital that begins no other mention."""
    if token.low in ("and", "&", ","):
        return False
    return token.low in _JOINTS or (token.is_capital and token.mention is None)


def _list_goes_on(tokens: list[Token], index: int) -> bool:
    """Whether a comma or "and" inside an office's name is followed by another portfolio or organ."""
    following = tokens[index + 1 : index + 5]
    for token in following:
        if (
            is_head(token.low)
            or token.kind in ("state", "date")
            or not (token.is_capital or token.low in ("the", "of"))
        ):
            return token.low in words("portfolios") and not is_head(token.low)
        if _is_office_word(token):
            return True
    return False


def _rank(tokens: list[Token], first: int, head: int, last: int, rank: str) -> str:
    """The rank, lowered where a deputy's modifier stands before the head."""
    lows = {token.low for token in tokens[first:head]}
    if lows & {"deputy", "vice", "assistant", "under"}:
        return {"head of state": "minister", "head of government": "minister", "foreign minister": "deputy minister",
                "minister": "deputy minister"}.get(rank, rank)  # fmt: skip
    if "foreign" in lows and rank == "minister":
        return "foreign minister"
    after = {token.low for token in tokens[head : last + 1]}
    if rank in ("other", "head of state") and (lows | after) & words("legislatures"):
        return "legislature"
    return rank


def _serves(tokens: list[Token], first: int, head: int, last: int) -> str | None:
    """The state the office serves: the one before the head, else the first after "of"; not the one after "to"."""
    for token in (*tokens[first:head], *tokens[head : last + 1]):
        if token.low == "to":
            break
        code = _code(token.mention)
        if code:
            return code
    return None


def _code(mention: Mention | None) -> str | None:
    if mention is None:
        return None
    if isinstance(mention.value, StateValue):
        return mention.value.iso3
    return mention.value.iso3s[0] if isinstance(mention.value, PlaceValue) else None
