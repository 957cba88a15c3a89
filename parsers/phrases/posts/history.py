"""What happened to a post: opened, closed, re-opened, upgraded or planned, with dates, from the verbs around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.language.mention import Mention
from parsers.language.modality import happened, is_planned
from parsers.language.reading import Statement
from parsers.language.terms import bounds
from parsers.phrases.posts.cities import undated
from parsers.phrases.posts.event_dates import FRONT, date_of_event
from parsers.phrases.posts.events import Event, History, summed
from parsers.phrases.posts.posts import City, Post, find_posts, kind_of_post, masked

_OPENS = (
    r"(?:started|began|begun|commenced|resumed) (?:its )?(?:functioning|operating|operations|work(?:ing)?"
    r"|activit(?:y|ies))"
    r"|(?:became|been|went) (?:operational|operating|functioning|in(?:to)? operation|active|open|working)"
    r"|(?:re-?)?open(?:ed|ing|s)?|(?:re-?)?establish(?:ed|ing|es|ment of)?|inaugurat(?:ed|ion of|es|ing)"
    r"|set(?:ting)? up|creat(?:ed|ing)|found(?:ed|ing)|built|opening of|followed(?= in)"
    r"|launched(?= (?:in|on|at)\b|[.,;]|$)"
)
_CLOSES = (
    r"clos(?:ed(?: down)?|ure of|ure|ing|es|e)|shut(?:tered)?(?: down)?|(?:ceased|suspended) operations|abolished"
    r"|suspended|evacuated|vacated|terminated|liquidated|(?<=\bit was )expelled"
)
_TURNS = (
    "became|(?:changed|developed)(?= into)|upgraded|raised|elevated|promoted|converted|transformed|turned|downgraded"
    "|replaced|upgrading|raising|elevating|converting|transforming"
)
_EVENT = re.compile(rf"\b(?:(?P<open>{_OPENS})|(?P<close>{_CLOSES})|(?P<turned>{_TURNS}))(?![\w-])")
_ENDS = re.compile(
    r"\s*(?:$|[,.;)]|(?:only (?=in|on))?(?:in|on|at|by|again|and|due|for|after|when|during|until|since|to|into"
    r"|as|from|but|before|despite|owing|because|over|amid|following|its doors|it|them"
    r"|(?:the|this|that) (?:embassy|consulate|mission|post|office|legation))\b|¤|¶)"
)
_MARKS = re.compile(
    r"; |\), (?=[^();]{2,40} \()"
    r"|,? (?:while|whereas)\b|,? (?:though|although) (?=(?:the )?(?:§|embassy of|$))|, (?:and|but) (?=(?:the )?§)"
    r"|(?<=[¶¤a-z]) and (?=§+ (?:has|have|had|opened|closed"
    r"|established|maintains|in)\b)"
)
# Behind a semicolon: "the legation was closed in 1940" goes on about the post before.
_GOES_ON = re.compile(
    r"(?:however, |but )?(?:it|(?:the|this) (?:mission|post|(?P<office>office)"
    r"|(?P<noun>embassy|legation|consulate(?:[- ]general)?|high commission)))"
    r" (?:(?:was|had been|has been) (?:\w+ly )?)?(?:clos|shut|re-?open)"
)
_PLANNED = re.compile(r"\b(?:planned|future|proposed) (?:\w+ )?$")
_FORMER = re.compile(r"\b(?:former|closed|defunct) (?:§+ )?(?:\w+ )?$|\b(?:formerly|previously|once|used to)\b[^;.]*$")
_UPGRADE = re.compile(
    rf"\b(?:{_TURNS})\b[^;.]*?\b(?:in)?to (?:an? |the |that of an? |the (?:level|rank"
    rf"|status|category) of (?:an? )?)?(?:[\w-]+ )?$"
    r"|\bbecame an? (?:\w+ )?$|\breplaced (?:by|with) an? (?:\w+ )?$"
)
_PERIOD = re.compile(r"since|from|between|until|till|\d{4}\s?[–-]")
_DENIED = re.compile(
    r"\b(?:(?:do|does|did|has|have|had) (?:not|no)|not (?:represented|accredited|to (?:have|keep|maintain|host"
    r"|be represented))"
    r"|neither|no longer|nor|without|lacks?)\b"
    r"(?:(?!\b(?:but|only|besides)\b)[^,;.]){0,45}$"
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being)(?: (?!\w+ing )\w+)? $")
_WISHED = re.compile(
    r"\b(?:possibility|idea|prospects?|feasibility|proposals?) (?:of|for)(?: \S+){0,3} $"
    r"|\b(?:too early|premature|unwilling|reluctant) to $|\bcall(?:s|ed|ing)? (?:\S+ ){0,4}?for (?:the )?$"
    r"|\b(?:asked?|urged?|invited?|consider(?:ed|ing|s)?|delay(?:ed|ing|s)?|discuss(?:ed|ing)?|threatened|offered|want(?:s|ed)?|wished|"
    r"pondered|debated|proposed|suggested|permission)(?: (?!and\b)\S+){0,3} $"
)
_ARRANGED = re.compile(
    r"\b(?:accords?|agreements?|protocols?|treat(?:y|ies)|talks|notes)\b[^;.]{0,40}\b(?:on|about) (?:the )?$"
)
_GAPPED = re.compile(
    r"(?:,? (?:in|at|of) (?:the )?[¶§]+)*,? (?:on |in |followed on |followed in )?(?:the )?¤+(?=\s*(?:[.,;)(–]"
    r"|$|and |as well|too\b))"
)
_OWN_START = re.compile(r"(?:been|became|went|started|began|begun|commenced|resumed)\b")
_ANNOUNCED = re.compile(
    r"\b(?:(?:announced|decided|approved|authori[sz]ed|agreed)(?: to| on)?|decision to)(?: the| its)? $"
)
_PREMISES = re.compile(r" (?:building|premises|compound|chancery|complex|residence)\b")
_AT_EVENT = re.compile(
    r"\b(?:until|till|when|after|before|once|because) (?!(?:it|they|\w+ing|its|their|the (?:embassy|consulate|post"
    r"|mission|office|legation))\b)[^,¤ ][^,]*$"
)
_NEVER = re.compile(r"\b(?:never|not|yet to be)(?: \w+)? $")
_OPENED_LATE = re.compile(r"\b(?:did not|was not|were not|not) (?:(?:re-?)?open(?:ed)?|established|set up) (?=¤)")
_BEEN = re.compile(
    r"(?:,? which| that)?,? (?:(?:(?:has|have|had) )?(?:been|existed|operated|functioned)|was maintained)\b"
)
_OF_LATTER = re.compile(r"\bthe (?:latter|former|last)(?: (?:was|being|having))?(?: \w+)? $")
_CITY_BEFORE = re.compile(r"¶,? $")
_DATE_NEXT = re.compile(r" (?:in |on )?¤+(?:,? (?:and|as well as) |, )")
_NO_POST = re.compile(
    r"\b(?:no|neither an?|without an?|possible|provid(?:ed|es|ing) for an?) (?:§+ )?(?:\w+ )?$"
)
_BESIDE = re.compile(
    r"\b(?:through|by|at|from|near|(?<!along )(?<!together )with|outside)(?: the| its| a)?(?: §+)?(?:'s|’s)? ?$"
)
_HOLDS = re.compile(r"\b(?:has|have|had|having|maintain(?:s|ed)?|operate[sd]?|kept|keeps|ran|runs)\b")
_HAD = re.compile(
    r"\b(?:has|have|had|having|maintain\w*|operat\w*|kept|keeps|ran|runs|represented (?:by|through))\b[^;.]*$"
)


def histories(statement: Statement) -> Iterator[tuple[Post, History, tuple[City | None, ...]]]:
    """Every post of a statement with its history and its cities; without those that only take up one told before."""
    own = _own_posts(statement)
    for number, one in enumerate(own):
        history = history_of(statement, one, next(iter(own[number + 1 :]), None))
        cities: tuple[City | None, ...] = one.cities or (None,)
        if _is_upgraded_to(statement, one) and number and not one.cities:
            cities = next((undated(before.cities) for before in reversed(own[:number]) if before.cities), (None,))
        if number and not one.owners and _is_upgraded_to(statement, one):
            one = replace(one, owners=_owners_before(statement, own[number - 1]))
        if history is not None and not one.refers and not _is_same_post(statement, own, number, history):
            yield one, replace(history, opened=None) if _was_legation(statement, one) else history, cities


def _owners_before(statement: Statement, post: Post) -> tuple[Mention, ...]:
    """The owners of a post that became another, unless it is called by its host: "its Brazilian legation"."""
    first = min((owner.start for owner in post.owners), default=post.start) - statement.start
    return () if statement.low.endswith(("its ", "their "), 0, first) else post.owners


def _own_posts(statement: Statement) -> list[Post]:
    """The posts of a statement but for those that take up one before; of one that was turned into another, both."""
    kinds: set[str] = set()
    own: list[Post] = []
    posts = find_posts(statement)
    for place, one in enumerate(posts):
        turned = place + 1 < len(posts) and bool(one.cities) and _is_upgraded_to(statement, posts[place + 1])
        same = next((before for before in own if _is_again(one, before)), None)
        if not (one.refers and one.kind in kinds) and (turned or same is None):
            own.append(replace(one, kind=same.kind) if same is not None else one)
        kinds.add(one.kind)
    return own


def _is_again(one: Post, before: Post) -> bool:
    """Whether "the consulate in Lima" only takes up a consulate-general there of which the statement told before."""
    both = {city.name for city in one.cities} & {city.name for city in before.cities}
    return one.definite and not one.owners and bool(both) and before.kind.startswith(one.kind)


def _is_same_post(statement: Statement, own: list[Post], number: int, history: History) -> bool:
    """Whether a post and its neighbour are of one kind, a legation raised to an embassy: the one that tells less."""
    one = own[number]
    after = next(iter(own[number + 1 :]), None)
    if after is not None and after.kind == one.kind and _is_upgraded_to(statement, after):
        return history.opened is None
    before = own[number - 1] if number else None
    if before is None or before.kind != one.kind or not _is_upgraded_to(statement, one):
        return False
    earlier = history_of(statement, before, one)
    return earlier is not None and earlier.opened is not None


def history_of(statement: Statement, post: Post, following: Post | None) -> History | None:
    """The history that a statement tells of a post; `following` is the next post that is another one.

    Null where the statement denies or only wishes that it was opened.
    """
    text, start = masked(statement), post.start - statement.start
    begin, last = _reach(statement, post, following)
    before = text[begin:start]
    if (not post.owners and _DENIED.search(before)) or _NO_POST.search(before):
        return _not_until(statement, post.end, last)
    verb = _governing(text, begin, start)
    if verb is not None:
        if _ARRANGED.search(text[: verb.start()]) and not (post.owners or post.cities):
            return None
        if _WISHED.search(text[begin : verb.start()]):
            return History("open") if verb["close"] else None
        at = statement.start + verb.start()
        if not is_planned(statement, at, post.end) and not happened(statement, at, post.end):
            return None
    verbs = [*([verb] if verb is not None else ()), *_verbs_behind(text, post.end - statement.start, last)]
    events = list(_events(statement, post, verbs, following))
    if events:
        return _of_events(statement, post, before, events)
    if _OPENED_LATE.search(text, post.end - statement.start, last):
        return _not_until(statement, post.end, last)
    return _gapped(statement, post, text) or _standing(statement, post, before, last)


def _verbs_behind(text: str, end: int, last: int) -> Iterator[re.Match[str]]:
    """The verbs behind a post that are told of it."""
    return (verb for verb in _EVENT.finditer(text, end, last) if _is_own(text, verb, end))


def _of_events(statement: Statement, post: Post, before: str, events: list[Event]) -> History | None:
    """The history that the events of a post make, with since when it was had where only its end is told behind."""
    planned = _PLANNED.search(masked(statement)[: post.start - statement.start]) is not None
    told = summed(events, planned_noun=planned)
    if told is not None and told.opened is None and told.closed is not None and events[0].at >= post.end:
        return replace(told, opened=_held_from(statement, post, before, events[0].at))
    return told


def _not_until(statement: Statement, begin: int, last: int) -> History | None:
    """The history of a post that was refused, or not there, until a date: "did not open an embassy until 2004"."""
    date = next((one for one in statement.dates if begin <= one.start < statement.start + last), None)
    if date is None or not date.text.lower().startswith(("until", "till")):
        return None
    return History("open", next(filter(None, bounds(date)), None), None, date)


def _reach(statement: Statement, post: Post, following: Post | None) -> tuple[int, int]:
    """Where the part of a statement begins and ends that may tell of a post: between clauses, before the next post."""
    text, start, end = masked(statement), post.start - statement.start, post.end - statement.start
    begin = max((mark.end() for mark in _MARKS.finditer(text, 0, start)), default=0)
    last = following.start - statement.start if following is not None else len(text)
    marks = (mark for mark in _MARKS.finditer(text, end) if not _is_of_it(text, mark, post))
    mark = next(marks, None)
    return begin, min(last, mark.start()) if mark else last


def _is_of_it(text: str, mark: re.Match[str], post: Post) -> bool:
    """Whether what a clause behind a semicolon tells is of a post before it: "; however, it was closed in 1940"."""
    behind = _GOES_ON.match(text, mark.end()) if mark[0] == "; " else None
    if behind is None or (behind["office"] and not post.kind.endswith("office")):
        return False
    return behind["noun"] is None or kind_of_post(behind["noun"]) == post.kind


def _governing(text: str, begin: int, start: int) -> re.Match[str] | None:
    """The last verb before a post that is told of it."""
    verbs = [verb for verb in _EVENT.finditer(text, begin, start) if not _is_of_another(text, verb, start)]
    return verbs[-1] if verbs else None


def _is_own(text: str, verb: re.Match[str], end: int) -> bool:
    """Whether a verb behind a post is told of it: it ends a clause, unlike "never opened", "until ties were set up"."""
    if verb[0].startswith("clos") and text.endswith("its ", 0, verb.start()):
        return True
    ends = verb["turned"] is not None or _ENDS.match(text, verb.end()) is not None
    return ends and not any(words.search(text, end, verb.start()) for words in (_NEVER, _AT_EVENT))


def _events(statement: Statement, post: Post, verbs: list[re.Match[str]], following: Post | None) -> Iterator[Event]:
    """The events of the verbs told of a post; one that turns it into another post opens the one and closes the other.

    None where only the post's building was opened.
    """
    if _PREMISES.match(masked(statement), post.end - statement.start):
        return
    becomes = _is_upgraded_to(statement, post)
    leaves = following is not None and following.kind != post.kind and _is_upgraded_to(statement, following)
    for verb in verbs:
        if not verb["turned"]:
            yield _event(statement, verb, post, opens=verb["open"] is not None)
        elif becomes or leaves:
            yield _event(statement, verb, post, opens=becomes)


def _held_from(statement: Statement, post: Post, before: str, last: int) -> str | None:
    """Since when a state had a post whose end is told behind: "had an embassy from 1966 until its closure"."""
    if _HAD.search(before) is None and _BEEN.match(masked(statement), post.end - statement.start) is None:
        return None
    date = next((one for one in statement.dates if post.end <= one.start < last), None)
    return bounds(date)[0] if date is not None and _PERIOD.match(date.text.lower()) else None


def _gapped(statement: Statement, post: Post, text: str) -> History | None:
    """The opening of a post whose verb is that of the post before: "… opened in 1961 and the one in Lima in 1974"."""
    told = [event for event in _EVENT.finditer(text, 0, post.start - statement.start) if event["open"]]
    date = _GAPPED.match(text, post.end - statement.start)
    found = statement.before(statement.start + date.end(), "date") if date and told else None
    earlier = found is not None and statement.before(post.start, "date") is not None
    opened = bounds(found)[0]
    return History("open", opened, None, found) if earlier and opened else None


def _is_of_another(text: str, event: re.Match[str], start: int) -> bool:
    """Whether a verb before a post is told of something else: "the embassy was opened in 1962 and has a consulate"."""
    if event["turned"] is None and _PASSIVE.search(text[: event.start()]):
        return True
    if event["turned"] is None and _OF_LATTER.search(text, 0, event.start()):
        return True
    if event["turned"] is None and _OWN_START.match(event[0]):
        return True
    if _CITY_BEFORE.search(text, 0, event.start()) and _DATE_NEXT.match(text, event.end(), start):
        return True
    between = text[event.end() : start]
    return _BESIDE.search(between) is not None or _HOLDS.search(between) is not None


def _event(statement: Statement, match: re.Match[str], post: Post, *, opens: bool) -> Event:
    """The event of a verb, with its date and whether it is only planned."""
    at = statement.start + match.start()
    date = date_of_event(statement, match, post)
    announced = opens and _ANNOUNCED.search(statement.low, 0, match.start()) is not None
    planned = is_planned(statement, at, statement.start + match.end()) and not _opened_then(statement, match, post)
    return Event(at, opens, date, announced or planned)


def _opened_then(statement: Statement, match: re.Match[str], post: Post) -> bool:
    """Whether a post opened behind what was only agreed: "agreed to restore ties and in June an embassy opened"."""
    begin = post.start - statement.start
    is_behind = match[0].strip().startswith("opened") and match.start() >= begin
    return is_behind and _AND_THEN.search(statement.low, 0, begin) is not None


_AND_THEN = re.compile(
    r" and (?:(?:later|early|late|soon|then|subsequently)(?: on)?(?: (?:in )?(?:that|the same) (?:year|month))?,? )?"
    r"(?:an?|the) (?:[a-z]+ )?$"
)


def _standing(statement: Statement, post: Post, before: str, last: int) -> History | None:
    """The history of a post that a state has, had since, or had until; of one named in passing."""
    text, end = masked(statement), post.end - statement.start
    last_city = max([end, *(city.end - statement.start for city in post.cities)])
    held = _HAD.search(before) is not None or any(_BEEN.match(text, place) for place in (end, last_city))
    dates = [date for date in statement.dates if post.end <= date.start < statement.start + last]
    dates += [date for date in statement.dates[:1] if date.start - statement.start < FRONT]
    period = next((date for date in dates if _PERIOD.match(date.text.lower())), None) if held else None
    opened, closed = bounds(period)
    if not post.definite and not held and is_planned(statement, post.start, post.end):
        return History("planned", date=statement.date_at(post.start))
    if not post.definite and not post.owners and not happened(statement, post.start, post.end):
        return None
    return History("closed" if closed or _FORMER.search(before) else "open", opened, closed, period)


def _is_upgraded_to(statement: Statement, post: Post) -> bool:
    """Whether another post was turned into this one: "the consulate was raised to an embassy"."""
    return _UPGRADE.search(masked(statement)[: post.start - statement.start]) is not None


def _was_legation(statement: Statement, post: Post) -> bool:
    """Whether a legation, which was a post of the same kind and opened before, was turned into this one."""
    return _is_upgraded_to(statement, post) and "legation" in statement.low[: post.start - statement.start]
