"""Single projects of the aid that the text tells of: "the largest of these projects, at [money], was a study of wells",
"the first [A] project, called "Clean Water", cost [money]".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.phrases.gifts.columns.items import phrase_end
from parsers.phrases.gifts.frames.gift import NAMED, side_in
from parsers.phrases.gifts.givers.of_section import giver_near
from parsers.phrases.gifts.givers.roles import PRIVATE, Told, gets
from parsers.phrases.gifts.words import aid_words


def of_ranked(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """One project among those of the side that gives in the section, or whose it is: the largest, the first, one called
    by its name; a sum beside it is what it cost.

    Not read: projects of firms, of both, and those of which no sum is told where nobody was told to give.
    """
    low = statement.low_skeleton
    found = _RANKED.match(low, begin, end)
    if found is None or PRIVATE.search(low, begin, end):
        return
    donor = side_in(statement, found, "own" if found["own"] else "of") or giver_near(statement)
    named = _IS.search(low, found.end(), end)
    if donor is None or gets(statement, donor, begin, end) is None:
        return
    stop = phrase_end(statement, named.end(), end) if named else 0
    what = (named.end(), stop) if named and stop > named.end() else found.span("what")
    is_summed = "[money:" in low[begin:end]
    is_public = named and found["rank"] and aid_words("helped").search(low, *what)
    if is_summed or is_public:
        yield Told(donor, *what, "counted", (begin, end) if is_summed else None)


_RANK = (
    r"(?:largest|biggest|costliest|greatest|first|latest|second|third|last|main|most [a-z]+"
    r"|(?!most )[a-z]+ expensive)"
)
_RANKED = Folded(
    rf"(?:(?:in|since|by) \[date:\d+\],? )?(?:the|its|their|an?|one) (?P<rank>(?:(?:single|{_RANK}|\[rank:\d+\]) )*)"
    rf"(?:(?:of|among) (?:these|those|the|its) )?(?:(?P<own>{NAMED})(?:'s|’s)? )?"
    r"(?P<what>(?:(?:development|aid|cooperation|infrastructure|humanitarian|such|funded|of) )*projects?)\b"
    rf"(?: of (?:the )?(?P<of>{NAMED}))?"
)
# The project by what it is.
_IS = re.compile(
    r" (?:is|was|has been|were) (?!(?:worth|valued|estimated|to|completed|started|launched|called|named|signed|"
    r"[a-z]+ed)\b)(?:(?:the|an?) )?"
)
