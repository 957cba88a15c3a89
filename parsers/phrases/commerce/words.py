"""Words of commerce in a statement's skeleton: which they are, what flow they name, what narrows them to some goods.

`commerce` gives them their sides.
"""

from __future__ import annotations

import re
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement
from parsers.language.slots import any_of


@cache
def words(name: str) -> re.Pattern[str]:
    """A list of `lexicon/trade.yaml` as one regular expression over text in lower case."""
    return re.compile(any_of(read_yaml("trade.yaml")[name]))


GOODS = r"(?:goods|products|merchandise|commodities|items)"
_SOME = (
    r"(?: (?:about|around|over|nearly|almost|some|roughly|approximately|only|just|more than|its|various|worth|for|of"
    r"|in))*"
)
_BOTH = r"(?P<both>(?:exports? ?(?:and|/|&) ?imports?|imports? ?(?:and|/|&) ?exports?))"
# A verb of trading; one of handing on, "sold" or "shipped", before goods or an amount.
_VERB = (
    r"(?P<verb>(?:re-?)?exported|exporting|imported|importing|traded|trading(?= goods)|exchange(?= goods)"
    r"|(?:sold|sells|selling|bought|buys|buying|purchased|purchases|purchasing|shipped|ships|shipping|"
    r"supplied|supplies|supplying|delivered|delivering|exchanged|exchanging)"
    rf"(?=(?: (?:to|from))?(?: \[state:\d+\])?{_SOME}(?: \[money:\d+\](?: (?:in|of|worth of))?)?{_SOME} {GOODS}\b"
    rf"|{_SOME} \[money:\d+\] (?:from|to)\b)|(?<=ere )shipped(?= (?:from|to)\b))"
)
# What stands for the flow told before: "this amount rose", "those from A".
_TOLD_AGAIN = (
    r"(?P<again>(?:^|(?<=, )|(?<=\] ))(?:this|that|the|these|it|they)(?: (?:figures?|amounts?|numbers?|"
    r"volume|value|total|sum))?"
    r"(?= (?:has |had |have |then |later |since |again |already )*(?:rose|grew|fell|reached|stood|increased|dropped|"
    r"declined|amounted|totall?ed|was (?:about|around|worth|over|nearly|almost|some|at|approximately|\[money)|"
    r"climbed|jumped|c[ao]me (?:to|down|up|close)|sank|plunged|slumped|recovered|"
    r"surged|decreased|exceeded|surpassed|risen|grown|fallen|doubled|"
    r"tripled|halved|shrunk|shrank|soared|went up|gone up))"
    r"|(?<=\bput )it(?= at (?:\w+ )?\[money)|(?<=\bestimated )it(?= at (?:\w+ )?\[money))"
    r"|(?P<those>those (?=(?:from|to|of|by) (?:the )?\[state:\d+\]))"
)
_NOUN = (
    r"(?P<noun>(?:re-)?exports?|imports?)(?! (?:partners?|markets?|destinations?|sources?|duties|tax|"
    r"taxes|controls?|ban|licen[cs]es?|credit|promotion|restrictions?|substitution|products?|items?|"
    r"commodities|goods include|goods are)\b)"
    r"|(?P<sales>(?:sales|purchases|shipments|deliveries)(?= (?:to|from|came|amounted|totall?ed|stood|"
    r"reached|were|of (?:\[money|goods))\b))"
)
_BALANCE = r"(?P<balance>trade (?:surplus|deficit|imbalance|balance|gap)|balance of trade|surplus|deficit)"


def _total() -> str:
    """Trade as a whole: "trade turnover", "the exchange … grew", "volume of [money]", "trade" of no other thing."""
    barred = any_of(read_yaml("trade.yaml")["not_trade"])
    return (
        r"(?P<total>(?:trade|commerce|commercial|commodity|goods|merchandise|economic) (?:volumes?|turnover|"
        r"exchanges?|flows?|figures|value)|trade revenues?|"
        r"exchanges? of (?:goods|commodities)(?: and services)?|(?:value|volume) of "
        r"(?:the )?goods (?:exchanged|traded)|(?:total|mutual|annual) exchange|"
        r"(?<=\bthe )exchange(?= (?:between (?:the )?\[[^,;]{0,30} )?(?:(?:has|had|also) )*"
        r"(?:grew|grown|rose|risen|fell|increased|declined|decreased|reached|amounted|stood|totall?ed|"
        r"was worth|was valued)\b)|"
        rf"(?P<volume>(?:volume|value)(?= of {_SOME}\[money))|turnover|"
        rf"(?:trade|trading|commerce)(?! {barred})(?![-\w])|"
        r"trade (?:relations|relationship|ties|links)(?= (?:between [^,;]{0,40} )?(?:is|was) "
        r"(?:[a-z]+ ){0,2}\(?\[money)"
        r"|(?<=bilateral )trades(?! (?:people|unions?)\b)"
        r"|trade (?:relations|ties|links)(?= (?:(?:has|have|had|also) )*(?:saw|seen|grew|"
        r"grown|increased|rose|risen|expanded|recorded|registered|experienced|fell|declined|decreased|dropped)\b))"
    )


@cache
def _term() -> re.Pattern[str]:
    """A word of commerce; the group that it fills tells which kind it is."""
    kinds = "|".join((_BOTH, _VERB, _TOLD_AGAIN, _NOUN, _BALANCE, _total()))
    return re.compile(rf"\b(?:{kinds})\b", re.IGNORECASE)


WORLDWIDE = re.compile(r" (?:worldwide|globally|to the (?:whole |entire )?world|to all countries)\b")
BURDENED = re.compile(
    r"\b(?:dut(?:y|ies)|tariffs?|tax(?:es)?|lev(?:y|ies)|bans?|restrictions|sanctions|quotas?|limits?|embargo) "
    r"(?:on|against|for) [^,;]{0,30}$",
    re.IGNORECASE,
)
_IN_TRADE = re.compile(
    r"(?: of (?:[a-z]+ ){0,2}\[money:\d+\])? (?:in|of|on)"
    r"(?: (?:its|their|the|bilateral|mutual|two-way|overall|annual))* ",
    re.IGNORECASE,
)
OF_FIRM = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|group|manufacturers?|plants?|factor(?:y|ies))(?:'s|’s|s'|'|’)? (?:\w+ )?$",
    re.IGNORECASE,
)


def matches_in(skeleton: str) -> list[re.Match[str]]:
    """The words of commerce, without the trade that a balance is one of: "a deficit in its trade with B"."""
    found: list[re.Match[str]] = []
    for match in _term().finditer(skeleton):
        of_balance = found and found[-1]["balance"] and match["total"]
        if match["volume"] and not re.search(r"\btrad(?:e|ing)\b", skeleton[: match.start()]):
            continue
        if not of_balance or not _IN_TRADE.fullmatch(skeleton, found[-1].end(), match.start()):
            found.append(match)
    return found


def sign_of(word: str, before: str) -> int:
    """-1 for a deficit or a negative balance."""
    return -1 if "deficit" in word.lower() or re.search(r"\b(?:negative|unfavou?rable|adverse) $", before) else 1


def flows_of(match: re.Match[str]) -> tuple[tuple[str, ...], bool]:
    """The flows of a match, and whether it is a verb."""
    word = match[0].lower()
    if match["both"]:
        return (("export", "import") if word.startswith("export") else ("import", "export")), False
    if match["balance"]:
        return ("balance",), False
    if match["total"] or word.startswith(("trad", "exchang")):
        return ("total",), match["verb"] is not None
    outward = word.startswith(("sold", "sell", "sales", "ship", "deliver", "suppl")) or "export" in word
    return ("export" if outward else "import",), match["verb"] is not None


# "Exports of watches", "[A]'s watch exports": flows of some goods, whatever these are.
_OF_SOME = re.compile(
    r" of (?!(?:goods|products?|merchandise|commodit\w+|services|both|each|the|its|their|this|that|all|some|"
    r"about|over|nearly|almost|more|less|"
    r"only|just|around|approximately|roughly|up|at|an?|these|those|other|under|between|close|no|not|well|up|"
    r"worth)\b)[a-z]"
)
_SOME_KIND = re.compile(
    r"\[state:\d+\](?:'s|’s|s'|'|’)? (?!(?:total|annual|overall|own|combined|bilateral|main|merchandise|goods|"
    r"direct|yearly|current|respective|"
    r"commodity|visible|recorded|declared|official|global|worldwide|net|gross|mutual|foreign|two-way|export|"
    r"import|and|re|non-oil|monthly|"
    r"actual|reported|entire|most|more|had|has|have|saw|made|got|with|of)\b)[a-z]+(?<!ed)(?<!ly)(?<!s) $"
)


def is_narrow(low: str, match: re.Match[str]) -> bool:
    """Whether the flow is narrowed to some goods, by a word before it or by "of" and a word after it."""
    products = words("products")
    last = re.search(r"(?P<words>(?:[\w-]+ ){1,2})$", low[: match.start()])
    near = last["words"] if last else ""
    after = re.match(rf" (?:of|in) (?:[a-z-]+ ){{0,2}}?{products.pattern}", low[match.end() :])
    other = match["noun"] and (_OF_SOME.match(low, match.end()) or _SOME_KIND.search(low[: match.start()]))
    main = other or re.search(
        r"\b(?:main|major|principal|key|chief|primary|top|leading|largest) $", low[: match.start()]
    )
    return bool(main or after or ((products.search(near) and not near.startswith("non-")) and "non-oil" not in near))


def is_aside(statement: Statement, match: re.Match[str]) -> bool:
    """Whether "those" are only a part of the flow before: "exports from A, including those from an island, to B"."""
    return statement.skeleton.endswith(("including ", "excluding ", "besides "), 0, match.start())
