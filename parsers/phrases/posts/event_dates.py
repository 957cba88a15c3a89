"""The date of what befell a post: right behind its verb or the post, else the one that goes with the verb."""

from __future__ import annotations

import re

from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.phrases.posts.posts import Post, masked

FRONT = 12
"""Characters before a date that opens its statement."""
_OTHERS = re.compile(r"\bwith §+ \w+ing\b")
_SINCE_EVENT = re.compile(r"\b(?:since|after|before) (?!¤)[^;.]*$")
# "Gained independence on 6 March 1957, and opened an embassy soon afterwards": no day of its own.
_AFTERWARDS = re.compile(
    r"\b(?:soon|shortly|not long|some (?:time|years|months)|a few (?:years|months|weeks)) "
    r"(?:after(?:wards)?|thereafter|later)(?=[ ,;.]*(?:$|[,;.]|and |§|it |they |the |\w+ed |set ))"
)
_BUT_THEN = re.compile(r"\b(?:but|however,?) (?!(?:only |later |soon |again )?(?:in|on|until|by|from) )")


def date_of_event(statement: Statement, match: re.Match[str], post: Post) -> Mention | None:
    """The date of a verb told of a post: right after it, or after the post behind it, else that which goes with it;
    null for what came "soon afterwards", or is told behind "but".
    """
    at = statement.start + match.start()
    ends = [statement.start + match.end()]
    if at < post.start:
        with_city = post.cities and not _is_dated_before(statement, post)
        ends += [max(post.end, post.cities[-1].end) if with_city else post.end]
    near = next((date for end in reversed(ends) if (date := _right_after(statement, end))), None)
    date = near or statement.date_at(at)
    behind = max(ends) - statement.start
    first = statement.dates[0] if statement.dates and statement.dates[0].start - statement.start < FRONT else None
    if first and date and _SINCE_EVENT.search(masked(statement), behind, date.start - statement.start):
        date = first
    if date is not None and _OTHERS.search(masked(statement), behind, date.start - statement.start):
        date = statement.before(at, "date")
    return None if date is not None and _is_of_other_time(statement, date, at, behind) else date


def _is_of_other_time(statement: Statement, date: Mention, at: int, behind: int) -> bool:
    """Whether a date is of what came before a verb, which was "soon afterwards", or of what is told behind "but"."""
    text, place = masked(statement), date.start - statement.start
    if date.start >= behind + statement.start:
        return _BUT_THEN.search(text, behind, place) is not None
    later = _AFTERWARDS.match(text, behind + 1) or _AFTERWARDS.search(text, date.end - statement.start, behind)
    return date.end <= at and later is not None


def _is_dated_before(statement: Statement, post: Post) -> bool:
    """Whether a date stands between a post and the city to which it was moved later."""
    return any(post.end <= date.start < post.cities[-1].start for date in statement.dates)


def _right_after(statement: Statement, end: int) -> Mention | None:
    """The date behind a place, with no more than "in" or "on" between."""
    after = statement.after(end, "date")
    between = statement.document.text[end : after.start].removeprefix(" it").strip(" ,") if after is not None else "and"
    return after if len(between) < 4 and between != "and" else None
