"""Names of people without an office: known, linked or listed ones, those beside a verb of doing, surnames that the text
explains only later."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from parsers.document.model import Link
from parsers.language.lone_names import holds_organ, meets_someone
from parsers.language.mention import Mention, PersonValue
from parsers.language.name_evidence import is_doing, is_titled_by, tells_of_person
from parsers.language.names import is_name_word, is_place, name_end
from parsers.language.office_words import is_head, words
from parsers.language.person_spans import PersonSpan, with_state
from parsers.language.tokens import Token, joined, low_at, tokens_of, with_capitals

_HINTS = frozenset(("with", "by", "met"))
_PLACING = frozenset(("in", "at", "on", "near", "off", "around", "into", "across", "through"))
_THINGS = frozenset((
    "ship", "ships", "vessel", "boat", "ferry", "submarine", "frigate", "destroyer", "freighter", "trawler", "tanker",
    "yacht", "cruiser", "corvette", "steamer", "schooner", "firm", "company", "operation", "newspaper", "magazine",
))  # fmt: skip
_SHIPS = frozenset(("JS", "SS", "MV", "RV", "TS", "MS"))


def bare_names(
    text: str, tokens: list[Token], taken: set[int], known: Mapping[str, PersonValue], links: dict[int, Link]
) -> list[PersonSpan]:
    """Names without an office: known ones, linked ones, those that words beside them or an office further on tell."""
    found: list[PersonSpan] = []
    for index, last in name_runs(tokens, taken):
        begin = _behind_place(tokens, index, last)
        name = joined(tokens, begin, last)
        if _is_no_person(tokens, index, last) or (name not in known and _has_article(tokens, index, last)):
            continue
        if (
            name in known
            or _is_linked(links.get(tokens[index].start), name, tokens, index, last)
            or tells_of_person(tokens, index, last, taken, found)
            or _introduced_later(text, tokens, index, last)
            or meets_someone(tokens, index, last, taken)
        ):
            taken = taken | {*range(index, last + 1)}
            found.append(_bare(tokens, begin, last, name))
    return found


def _bare(tokens: list[Token], begin: int, last: int, name: str) -> PersonSpan:
    """The person of a name alone, with the title of courtesy before it and the state behind it."""
    titled = is_titled_by(tokens, begin) and tokens[begin - 1].text != "."
    return with_state(tokens, PersonSpan(begin - titled, last, PersonValue(name), begin))


def _is_no_person(tokens: list[Token], first: int, last: int) -> bool:
    """Whether capitalised words name a place, a ship or another thing."""
    return is_place(tokens, first, last) or _is_ship(tokens, first) or _is_thing(tokens, first, last)


def _has_article(tokens: list[Token], first: int, last: int) -> bool:
    """Whether "the" stands before two or more words, which no name of a person has: "the Astrid Lund was built"."""
    return last > first and low_at(tokens, first - 1) == "the"


def name_runs(tokens: list[Token], taken: set[int]) -> Iterator[tuple[int, int]]:
    """First and last token of each run of words that can stand in names, outside the tokens taken."""
    ceilings, free = [*sorted(taken), len(tokens)], 0
    for index in with_capitals(tokens):
        if index >= free and index not in taken and is_name_word(tokens[index]):
            last = name_end(tokens, index, ceilings[bisect_left(ceilings, index)])
            if last >= index:
                yield index, last
                free = last + 1


def _is_ship(tokens: list[Token], first: int) -> bool:
    """Whether a prefix of ships opens the name, three or more capitals, or two that are no initials ("HMAS Norfolk");
    or a word for a ship or a firm stands before it: "the vessel Astrid Lund".
    """
    if tokens[first].text in _SHIPS or (first and tokens[first - 1].low in _THINGS):
        return True
    return len(tokens[first].text) > 2 and tokens[first].text.isupper() and tokens[first].text.isalpha()


def _is_thing(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the last of several words, or the capitalised word behind, ends names of works, places and events only:
    "Otieno Memorial Stadium", "Harald V Mosque".
    """
    if last > first and _ends_things(tokens[last]):
        return True
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    return behind is not None and behind.is_capital and _ends_things(behind)


def _ends_things(token: Token) -> bool:
    return token.low in words("no_surnames") or token.low in words("works")


def _stands_there(tokens: list[Token], first: int, last: int) -> bool:
    """Whether "the" or a word of place before a linked name tells that it is no person's: "the Kiptoo Delta", "at Santa
    Rufina"; not "called on Jane Otieno", "in Jane Otieno's time".
    """
    before = low_at(tokens, first - 1)
    owns = last + 1 < len(tokens) and tokens[last + 1].low in ("'s", "’s", "'", "’")
    calls = first > 1 and tokens[first - 2].low.startswith("call")
    return before == "the" or (before in _PLACING and not owns and not calls)


def _behind_place(tokens: list[Token], first: int, last: int) -> int:
    """The token at which a name begins behind a place and what describes it there: initials without stops begin it."""
    initials = next((at for at in range(first + 1, last) if _is_bare_initials(tokens[at])), None)
    return initials if initials is not None and tokens[first].kind == "place" else first


def _is_bare_initials(token: Token) -> bool:
    return len(token.text) == 2 and token.text.isupper() and not token.is_numeral


def _is_linked(link: Link | None, name: str, tokens: list[Token], first: int, last: int) -> bool:
    """Whether a link covers the whole name, or a surname that its target holds, and the target looks like a person's
    page, and nothing before it tells of a place.
    """
    if link is None or link.end != tokens[last].end or _stands_there(tokens, first, last):
        return False
    parts = link.target.replace(",", "").split()
    return (last > first or _is_surname_of(name, link.target, parts)) and 2 <= len(parts) <= 5 and _are_of_name(parts)


def _is_surname_of(name: str, target: str, parts: list[str]) -> bool:
    """Whether one word is the first or last of the page that it links to, all of whose words are those of a name."""
    if name not in (parts[0], parts[-1]) or "," in target or not target[:1].isupper():
        return False
    return all(part[:1].isupper() or part.lower() in words("particles") for part in parts)


def _are_of_name(parts: list[str]) -> bool:
    """Whether the words of a page's title can be a person's name: no word of organs, no "The", no digit."""
    lows = [part.lower() for part in parts]
    return not any(low in words("bodies") or low in words("starters") or any(map(str.isdigit, low)) for low in lows)


def name_in(text: str, start: int, end: int, mentions: list[Mention]) -> Mention | None:
    """The name that fills text[start:end] but for marks and titles, as a person mention; null where it holds anything
    else.

    For cells and items that list names; `mentions` are those that no name may touch.
    """
    tokens = tokens_of(text, start, end, [mention for mention in mentions if start <= mention.start < end])
    while tokens and (not tokens[0].text[0].isalpha() or tokens[0].low in words("honorifics")):
        tokens.pop(0)
    while tokens and not tokens[-1].text[0].isalpha():
        tokens.pop()
    if len(tokens) < 2 or name_end(tokens, 0, len(tokens)) != len(tokens) - 1 or any(token.kind for token in tokens):
        return None
    if holds_organ(tokens, 0, len(tokens) - 1):
        return None
    name = joined(tokens, 0, len(tokens) - 1)
    return Mention(tokens[0].start, tokens[-1].end, text[tokens[0].start : tokens[-1].end], PersonValue(name))


def _introduced_later(text: str, tokens: list[Token], first: int, last: int) -> bool:
    """Whether a lone capital beside a verb of doing is a surname that the text introduces with an office further on, or
    several words are a name before which an office stands there: "to thank Ana Ruiz", and later "President Ana Ruiz".
    """
    token = tokens[first]
    if last > first:
        return _titled_later(text, joined(tokens, first, last), tokens[last].end)
    if len(token.text) < 3 or not (is_doing(tokens, last + 1) or tokens[first - 1].low in _HINTS):
        return False
    at = text.find(f" {token.text}", token.end)
    while at >= 0:
        following = text[at + 1 + len(token.text) : at + 2 + len(token.text)]
        if not following.isalpha() and _is_titled(text[max(0, at - 60) : at].split()):
            return True
        at = text.find(f" {token.text}", at + 1)
    return False


def _titled_later(text: str, name: str, end: int) -> bool:
    """Whether an office stands right before the next place of a name."""
    at = text.find(f" {name}", end)
    office = text[max(0, at - 30) : at].rpartition(" ")[2] if at >= 0 else ""
    return office[:1].isalpha() and is_head(office.lower())


def _is_titled(before: list[str]) -> bool:
    """Whether the words before a surname end with an office and one or two given names."""
    for given in (1, 2):
        names, office = before[-given:], before[-given - 1 : -given]
        if office and all(name[:1].isupper() for name in (*names, *office)):
            low = office[0].lower()
            if is_head(low) or low in words("portfolios"):
                return not any(is_head(name.lower()) or name.lower() in words("portfolios") for name in names)
    return False
