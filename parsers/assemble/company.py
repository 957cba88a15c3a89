"""The state of people in somebody's company: who travels with a visitor, whom he invites, who is his minister or host,
who follows him in office.

Read as such: "A, accompanied by B and C", "A came with his ministers B and C", "B travelled with him", "his foreign
minister, B"; of the other side "A came at the invitation of B", "his host, B", "his opposite number, B"; "B, who had
replaced A", "A was succeeded by B". Not read: relatives; whom somebody met or talked with.
"""

from __future__ import annotations

import re

from parsers.assemble.appearances import Appearance
from parsers.assemble.around import Around, before_of, behind_of, lead_of, told_before

_NAMES = r"(?:(?!\b(?:was|were|met|meet|visited|had|has|have|signed|held|arrived|came|went|said)\b)[^;:.()]){0,160}$"
_COMPANY = re.compile(
    r"(?:\baccompanied by|(?:,|\b(?:[Tt]ravell?ed|[Cc]ame|[Aa]rrived|[Ww]ent|days|weeks?|visit\w*)\b[^,;.]{0,40})"
    r" (?:together |along )?with (?:his|her)(?: \w+)? (?:ministers|deputies)"
    r"|, with the ministers|, together with (?:his|her) (?:wife|husband))\b" + _NAMES
)
"""Between who goes and one of those who go with him, whatever others are named before."""
_RELATIVE = re.compile(r"\b(?:wife|husband|spouse|son|daughter|brother|sister|father|mother|family)s?,? $")
_HE = re.compile(r"[;:]|\b(?:he|she)\b")
_WITH_HIM = re.compile(
    r"(?:(?!\b(?:met|visited|signed|said|received)\b)[^.;:]){0,160}"
    r"\b(?:(?:travell?ed|came|went|were|was) (?:along |there )?with (?:him|her)|accompanied (?:him|her))\b"
)
_HIS = re.compile(r"(?:His|Her) (?:then |new |own |future )?")
_HOST = re.compile(r"(?:(?:(?:Together|Along) w|W)ith h|H)(?:is|er) (?:hosts?|counterpart|opposite number),? (?:the )?")
"""What opens a sentence on somebody whom the one before tells of."""
_INVITED = re.compile(r"\b(?:invitation (?:of|from|by)|invited by|(?:as|was) (?:a |the )?guest of) (?:the )?$")
_SUCCEEDED = re.compile(
    r",? (?:who )?(?:(?:was|had been|has been) (?:then |later |soon )?(?:succeeded|replaced|ousted|overthrown|deposed)"
    r"(?: (?:in|on) [^,;.]{3,20})? by|(?:had |has |later )?(?:succeeded|replaced)|, (?:who )?the successor of"
    r"|as (?:the )?successor (?:of|to)) (?:the |de )?"
)
"""From one who holds an office to another who held it before or after."""


def in_company(article: Around, number: int, one: Appearance) -> str | None:
    """The side of those with whom somebody goes or serves, the other side of whose host he is."""
    return (
        _goes_with(article, number, one)
        or _goes_with_him(article, one)
        or _of_him(article, one)
        or _invites(article, number, one)
        or _succeeds(article, number, one)
    )


def _goes_with(article: Around, number: int, one: Appearance) -> str | None:
    """The state of who is named last before "accompanied by" or the like; else of whom the text told before."""
    text, start = article.reading.document.text, one.statement[0]
    found = _COMPANY.search(text, start, one.start)
    if found is None:
        return None
    if _RELATIVE.search(lead_of(article, one)):
        return None
    limit = found.start() + 1
    ahead = [form for other, form in article.at[one.statement] if other != number and form.whole[1] <= limit]
    if ahead and not _HE.search(text, ahead[-1].whole[1], limit):
        return ahead[-1].iso3
    return told_before(article, one)


def _goes_with_him(article: Around, one: Appearance) -> str | None:
    text = article.reading.document.text
    goes = one.rank is not None and _WITH_HIM.match(text, one.whole[1], one.statement[1])
    return told_before(article, one) if goes else None


def _of_him(article: Around, one: Appearance) -> str | None:
    """The state of whose minister somebody is, where the sentence opens with "His"; of a host the other side."""
    text, start = article.reading.document.text, one.statement[0]
    if any(_HOST.fullmatch(text, start, end) for end in (one.whole[0], one.start)):
        return article.facing(told_before(article, one))
    is_his = one.rank not in (None, "envoy") and _HIS.fullmatch(text, start, one.whole[0])
    return told_before(article, one) if is_his else None


def _invites(article: Around, number: int, one: Appearance) -> str | None:
    """The side that faces the one before whom somebody invites."""
    before = before_of(article, number, one)
    return article.facing(before.iso3) if before is not None and _INVITED.search(lead_of(article, one)) else None


def _succeeds(article: Around, number: int, one: Appearance) -> str | None:
    """The state of whom somebody follows in office, or who follows."""
    text = article.reading.document.text
    before, behind = before_of(article, number, one), behind_of(article, number, one)
    if before is not None and _SUCCEEDED.fullmatch(text, before.whole[1], one.whole[0]):
        return before.iso3
    if behind is not None and _SUCCEEDED.fullmatch(text, one.whole[1], behind.whole[0]):
        return behind.iso3
    return None
