"""Whether something was bought or sold by an instrument, which tells that it was made: "bought jets in a deal"."""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.phrases.instruments.instrument import Instrument

# "Ordered ships in a deal worth [money]", "bought jets under a contract": the instrument itself was made.
_BOUGHT = Folded(
    r"\b(?:bought|ordered|purchased|acquired|sold|leased|hired|commissioned|placed (?:an order|orders)"
    r"|agreed to (?:buy|sell|purchase|supply|deliver|lease|build|provide))\b[^;.]{0,120}"
    r" (?:in|under|through) (?:an? |the )?(?:[$€£¥]?[\d.,]+[ -](?:[a-z]+[ -]){1,3})?$"
)
# "In a [money] deal, A bought jets".
_IN_A_DEAL = re.compile(
    r"(?:(?:on|in) [^,;.]{4,20},? )?(?:in|under|through) an? (?:[$€£¥]?[\d.,]+[ -](?:[a-z]+[ -]){1,3})?\Z"
)
_BUYING = re.compile(r"[^,;.]{0,50}, [^,;.]{0,60}\b(?:bought|ordered|purchased|acquired|sold|leased)\b")
_AGREED = Folded(
    r"\bagreed to (?:sign|conclude) (?:[a-z]{0,3}[$€£¥]|[a-z]{3} ?)[\d.,]+ (?:[a-z]+ )?(?:worth )?(?:of|in) $"
)


def is_bought_by(statement: Statement, one: Instrument, lead: str) -> bool:
    """Whether something was bought by an instrument: "bought jets in a deal", "in a deal worth $5 million, A sold"."""
    fronted = _IN_A_DEAL.fullmatch(lead) and _BUYING.match(statement.low, one.stop - statement.start)
    ordered = one.article in ("a", "an") and _BOUGHT.search(statement.low, 0, len(lead))
    return (not one.plural and bool(fronted or ordered)) or _AGREED.search(statement.low, 0, len(lead)) is not None
