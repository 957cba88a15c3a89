"""How far the name of an office reaches from its head, to the left and to the right.

It begins with what stands before the head (state, modifiers, portfolio), and ends with the last word that is a state, a
place, a portfolio or an organ, so that the capitals that follow are the holder's name.
"""

from __future__ import annotations

from parsers.language.mention import StateValue
from parsers.language.office_words import is_head, is_relative, words
from parsers.language.tokens import Token, low_at

_JOINTS = frozenset(("of", "the", "for", "and", "&", "on", "'s", "’s", "-", "de", ",", "(", ")"))
_INNER = frozenset(("'s", "’s", "'", "’", "-", "and", "&", ","))
_OPENERS = frozenset(("of", "for", "to", "on"))
_TIME_WORDS = frozenset(("then", "then-", "new", "newly", "elected", "current", "incumbent", "late", "outgoing", "-"))
_MERE = frozenset(("head", "leader", "director", "chief", "commander", "founder"))
_REACH = 6  # tokens that may stand between two words of an office's tail


def without_lead(tokens: list[Token], first: int, head: int) -> int:
    """The first token of the office's own name, behind words that only tell of its holder's time or birth: "then",
    "new", "Kenyan-born".
    """
    while first < head and (_tells_time(tokens, first) or tokens[first].low.endswith("-born")):
        first += 1
    return first


def _tells_time(tokens: list[Token], index: int) -> bool:
    is_small = index == 0 or not tokens[index].is_capital
    return tokens[index].low in _TIME_WORDS and tokens[index].mention is None and is_small


def begin_of(tokens: list[Token], head: int, floor: int) -> int:
    """The first token of the office: leftwards over states, modifiers, portfolios and organs."""
    first, index, stated = head, head - 1, False
    while index >= floor:
        token = tokens[index]
        if token.low.endswith("-born"):
            first = index  # where the holder is from, and not whom the office serves
        elif token.kind in ("state", "body", "place") and not stated:
            stated = True
            first = index = _opening(tokens, index)
        elif _is_modifier(tokens, index) or (is_office_word(token) and (token.is_capital or index == first - 1)):
            first = index
        elif index <= floor or not (_is_of_house(tokens, index) or _joins(tokens, index, stated)):
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


def _is_of_house(tokens: list[Token], index: int) -> bool:
    """Whether an "of" stands inside the name of a house before the one who presides over it: "House of Lords Speaker";
    not "in the House of Lords President A …".
    """
    before, following = tokens[index - 1], tokens[index + 1]
    if tokens[index].low != "of" or not (before.is_capital and following.is_capital):
        return False
    inside = [token.low for token in tokens[max(0, index - 3) : index - 1]] == ["in", "the"]
    return before.low in words("bodies") and following.low in words("legislatures") and not inside


def _joins(tokens: list[Token], index: int, stated: bool) -> bool:
    """Whether a joint inside an office's beginning goes on with a word of the office."""
    before = tokens[index - 1]
    if tokens[index].low not in _INNER:
        return False
    if tokens[index].low == "-" and before.low in ("then", "ex"):
        return True
    if tokens[index].low in ("and", "&", ","):
        listed = tokens[index].low != "," or any(one.low in ("and", "&") for one in tokens[index + 2 : index + 5])
        both = before.low in words("portfolios") and tokens[index + 1].low in words("portfolios")
        return before.is_capital and both and listed
    if tokens[index].low in ("'", "’") and not before.low.endswith("s"):
        return False
    return (before.kind in ("state", "place", "body") and not stated) or (before.is_capital and is_office_word(before))


def is_office_word(token: Token) -> bool:
    """Whether a word is one of portfolios or organs."""
    return token.mention is None and (token.low in words("portfolios") or token.low in words("bodies"))


def _opening(tokens: list[Token], index: int) -> int:
    """The first token of the mention that covers this one."""
    while index and tokens[index - 1].mention is tokens[index].mention:
        index -= 1
    return index


def end_of(tokens: list[Token], head: int, heads: frozenset[int], *, envoy: bool) -> int:
    """The last token of the office: rightwards from "of" (an envoy's from "from" too), to the last state, place,
    portfolio or organ.

    `heads` are the tokens at which another office begins, where this one must end.
    """
    opener = low_at(tokens, head + 1)
    if (envoy and opener == "in") or (opener in ("in", "from") and is_relative(tokens[head].low)):
        return _post_in(tokens, head + 1) or head
    if not _opens_tail(tokens, opener, head + 1, heads, envoy=envoy):
        return head
    last = _end_of_tail(tokens, head, head + 1 + (opener == "from"), heads, envoy=envoy)
    return _with_members(tokens, head, _with_noun(tokens, head, last, heads))


def _opens_tail(tokens: list[Token], opener: str, index: int, heads: frozenset[int], *, envoy: bool) -> bool:
    """Whether an office's name goes on behind its head: with "of", an envoy's "to" or "from", another portfolio."""
    if opener in ("and", "&"):
        return _adds_portfolio(tokens, index, heads)
    if opener == "from":
        return envoy and any(one.kind == "state" for one in tokens[index + 1 : index + 2])
    return opener in _OPENERS and (envoy or opener not in ("to", "on"))


def _end_of_tail(tokens: list[Token], head: int, index: int, heads: frozenset[int], *, envoy: bool) -> int:
    """The last state, place, portfolio or organ of the tail that opens at a token; the head where there is none."""
    last, joined = head, False
    while index < len(tokens) and index - last <= _REACH and index not in heads:
        token = tokens[index]
        if token.text == "(" and _is_beside_name(tokens, index):
            break
        if token.kind in ("state", "place", "body") and not joined:
            if _is_beside_state(tokens, last, index) or _is_behind_name(tokens, last, index):
                break
            last = index
        elif _ends_office(tokens, index, first=last == head):
            last, joined = index, False
        elif token.low in ("and", "&", ",") and _list_goes_on(tokens, index):
            joined = True
        elif not (_goes_on(token) or (token.low == "to" and envoy)):
            break
        index += 1
    return last


def behind_acronym(tokens: list[Token], index: int) -> int:
    """The token behind the short form of a body or office in brackets: "National Assembly (NA)", "Minister (PM)"; the
    index itself else.
    """
    inside = tokens[index + 1 : index + 3] if tokens[index : index + 1] and tokens[index].text == "(" else []
    closed = len(inside) > 1 and inside[1].text == ")" and len(inside[0].text) > 1
    of_office = is_office_word(tokens[index - 1]) or is_head(tokens[index - 1].low) if index else False
    short = closed and inside[0].text.isalpha() and inside[0].text.isupper() and of_office
    return index + 3 if short else index


def _is_beside_name(tokens: list[Token], bracket: int) -> bool:
    """Whether a bracket holds, or stands behind, a word of a name, and not the short form of a body."""
    named = _is_of_name(tokens, bracket - 1) or _is_of_name(tokens, bracket + 1)
    return named and behind_acronym(tokens, bracket) == bracket


def _is_of_name(tokens: list[Token], index: int) -> bool:
    """Whether a word in brackets, or before them, is one of a name, not of that of a portfolio or organ."""
    token = tokens[index] if index < len(tokens) else None
    return token is not None and token.is_capital and token.mention is None and not is_office_word(token)


def _is_beside_state(tokens: list[Token], last: int, index: int) -> bool:
    """Whether a place right behind the state that ends an office begins a name: "Emir of Kuwait Sabah Al-Mansour"."""
    beside = index == last + 1 and tokens[last].kind == "state" and tokens[index].kind == "place"
    return beside and tokens[index].mention is not tokens[last].mention


def _is_behind_name(tokens: list[Token], last: int, index: int) -> bool:
    """Whether a state stands behind "of" and a name of two words or more that follows a portfolio: "Minister of Trade
    Tapio Halla of Finland".
    """
    of = index - 1 - (tokens[index - 1].low == "the")
    name = tokens[last + 1 : of]
    named = len(name) > 1 and all(one.is_capital and one.mention is None and not is_head(one.low) for one in name)
    return named and tokens[of].low == "of" and tokens[last].low in words("portfolios")


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


def _with_noun(tokens: list[Token], head: int, last: int, heads: frozenset[int]) -> int:
    """The last token of the office, with the noun behind a demonym ("leader of the Kenyan left"), or with all of what
    a mere "head of" leads, up to the mark that sets it off: "head of the domestic intelligence service,".
    """
    if last == head:
        return _end_of_led(tokens, head, heads) if tokens[head].low in _MERE else last
    mention = tokens[last].mention
    value = mention.value if mention is not None else None
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if not isinstance(value, StateValue) or value.form != "demonym" or tokens[last - 1].low != "the":
        return last
    named = following is not None and last + 1 not in heads and _is_noun(following)
    return last + 1 if named else last


def _end_of_led(tokens: list[Token], head: int, heads: frozenset[int]) -> int:
    """The last token before the mark that ends "head of …" in small letters; the head where other words come."""
    index = head + 2
    while index < min(head + _REACH + 3, len(tokens)) and index not in heads:
        if tokens[index].text in (",", ".", ";", ")"):
            return index - 1 if index > head + 3 else head
        if not (_is_noun(tokens[index]) or tokens[index].low in ("the", "and", "of", "'s", "’s")):
            break
        index += 1
    return head


def _is_noun(token: Token) -> bool:
    """Whether a word in small letters may be a noun or what describes one: no verb of doing, no preposition."""
    is_small = token.mention is None and token.low.isalpha() and token.text == token.low
    return is_small and token.low not in words("acts") and token.low not in words("qualities_end")


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
    while end < len(tokens) and tokens[end].is_capital and is_office_word(tokens[end]) and end not in heads:
        end += 1
    return end > index + 1 and end not in heads


def _ends_office(tokens: list[Token], index: int, *, first: bool) -> bool:
    """Whether the token is a portfolio or organ inside an office's name, capital or after another part of it."""
    return is_office_word(tokens[index]) and (
        tokens[index].is_capital or not first or tokens[index - 1].low in ("of", "for", "the")
    )


def _goes_on(token: Token) -> bool:
    """Whether an office's name may go on over this token: a joint, or a capital that begins no other mention."""
    if token.low in ("and", "&", ","):
        return False
    return token.low in _JOINTS or (token.is_capital and token.mention is None)


def _list_goes_on(tokens: list[Token], index: int) -> bool:
    """Whether a comma, "and" or both inside an office's name are followed by another portfolio or organ."""
    index += tokens[index].text == "," and index + 1 < len(tokens) and tokens[index + 1].low in ("and", "&")
    following = tokens[index + 1 : index + 5]
    for token in following:
        if (
            is_head(token.low)
            or token.kind in ("state", "date")
            or not (token.is_capital or token.low in ("the", "of"))
        ):
            return token.low in words("portfolios") and not is_head(token.low)
        if is_office_word(token):
            return True
    return False
