"""Amounts that stand with a rank: "the third largest market, with purchases of $5 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.slots import Slot, slots
from parsers.phrases.commerce.figures import figures
from parsers.phrases.commerce.standing import Standing, ranks

_ABOUT = (
    r"(?:(?:about|around|over|more than|nearly|almost|some|approximately|an estimated|roughly|just|goods|worth|of|for"
    r"|at|valued) )*"
)
_BOUGHT = r"(?:buying|receiving|importing|purchasing|absorbing|taking|with (?:annual |total )?(?:purchases|imports))"
_SOLD = r"(?:selling|supplying|exporting|shipping|with (?:annual |total )?(?:sales|exports|shipments|deliveries))"
_BOTH = (
    r"(?:worth|valued at|with (?:an? |annual |total |bilateral |mutual )*(?:exchange|trade|turnover|trade volume"
    r"|volume))"
)
# "With [money] flowing there".
_FLOWING = r"with(?= (?:about |over )?\[money:\d+\] (?:flowing|going|shipped|sold|exported))"
_WORTH = {
    flow: re.compile(
        rf"(?:[^;.\[]|\[(?:state|date):\d+\]){{0,90}}?[,)] (?:and )?(?:{verbs}|{_FLOWING}) {_ABOUT}(?=\[money:)"
    )
    for flow, verbs in (
        ("export", _BOUGHT),
        ("import", _SOLD),
        ("total", _BOTH),
    )
}


def worth(statement: Statement) -> Iterator[tuple[Standing, Slot]]:
    """Each rank with the amount that its clause tells of the same flow; not what another word of commerce owns."""
    known = {figure.money.start for figure in figures(statement)}
    for one in ranks(statement):
        found = _WORTH[one.flow].match(statement.skeleton, one.slot.end)
        money = next((slot for slot in slots(statement, "money") if found and slot.start == found.end()), None)
        if money is not None and money.start not in known:
            yield one, money
