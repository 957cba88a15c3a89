"""Nouns that a rank stands with in trade, each with its flow: "largest export market", "third in A's imports"."""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.language.slots import Slot
from parsers.phrases.commerce.words import words

_GOODS = r"(?:goods|products|exports|imports|merchandise|commodities)"
LARGE = (
    r"(?:(?:largest|biggest|most important|main|leading|top|overall|single|global|foreign|bilateral|two-way|"
    r"non-EU|overseas|principal|goods|merchandise) )*"
)
_NOUNS = (
    (
        "export",
        rf"export(?:ing|s)?(?: trade| trading)? (?:market|destination|partner|country|recipient)|(?:market|"
        rf"destination|recipient|outlet|place) (?:for|of) (?:[a-z]+ )*"
        rf"(?:\[state:\d+\](?:'s|’s|'|’)? )?(?:exports|goods|products)|destination for exports|"
        rf"market(?= (?:in|within|after|outside|overall|worldwide)\b|[,.;)]|$)|(?:importer(?! (?:in)?to\b)|"
        rf"buyer|purchaser|customer|consumer)(?: of (?:\[state:\d+\](?:'s|’s)? )?{_GOODS})?",
    ),
    (
        "import",
        rf"import(?:ing|s)?(?: trade| trading)? (?:partner|source|market|supplier|origin|provider|country)|"
        rf"(?:source|supplier|provider|origin) of (?:[a-z]+ )*(?:\[state:\d+\](?:'s|’s|'|"
        rf"’)? )?(?:imports?\b|imported goods|goods|products)|supplier|importer(?= (?:in)?to (?:the )?\[state)|"
        rf"(?:exporter|source)(?: of "
        rf"(?:\[state:\d+\](?:'s|’s)? )?{_GOODS})?|source for imports",
    ),
    (
        "total",
        r"(?:(?:economic|commercial|investment|development|political|business) and )?(?:trading|trade|commercial)"
        r"(?: and (?:economic|commercial|investment|investing|development|business|aid|political|security))? partner|"
        r"partner in "
        r"(?:terms of )?trade|partner for trade|partner (?:in|by) trade(?: volume)?|trading country",
    ),
)
# "The second largest Asian trading partner": the rank holds within the region that the adjective names.
REGIONAL = (
    r"(?P<region>Asian|African|European|Arab|Latin American|South American|Central American|North American|Caribbean|"
    r"Pacific|"
    r"Nordic|Baltic|Balkan|Southeast Asian|East Asian|South Asian|Central Asian|sub-Saharan|Middle East(?:ern)?|Muslim|"
    r"Islamic|EU|ASEAN|regional|non-European)"
)
_NOUN = [
    (flow, re.compile(rf"^ (?:as (?:an? |the )?)?{LARGE}(?:{REGIONAL} {LARGE})?(?:{noun})\b(?!s)", re.IGNORECASE))
    for flow, noun in _NOUNS
]
_AMONG = re.compile(
    r"^(?: \([^()]{0,30}\))? (?:place |position )?(?:among|amongst|in the list of|on the list of|in the ranking of"
    r"|in(?= (?:the )?\[state:\d+\](?:'s|’s|'|’)? (?:\w+ )?(?:(?:trading|trade) partners|export (?:markets|destinations"
    r"|partners)|suppliers|import (?:sources|partners|suppliers)))) (?:the "
    r")?(?:\[state:\d+\](?:'s|’s|'|’)? |its |"
    r"their )?(?:(?!export|import)\w+ )?(?:(?P<total>(?:(?:trading|trade) )?partners)"
    r"|(?P<export>export (?:markets|destinations|partners)|"
    r"destinations (?:of|for) (?:its|their|the|\[state:\d+\](?:'s|’s|'|’)) exports|buyers|customers)"
    r"|(?P<import>suppliers|sources of imports|import (?:sources|partners|suppliers)))"
)
# A rank that holds only without some, or within a group: "after A", "outside Europe", "among African countries".
_KINDS_OF = {
    "total": r"(?:trading|trade) partners",
    "export": r"(?:export (?:markets|destinations|partners)|buyers|customers)",
    "import": r"(?:suppliers|sources of imports|import (?:sources|partners|suppliers))",
}
# "Among A's trading partners, B ranks [rank]."
_AMONG_BEFORE = {
    flow: re.compile(
        rf"\b(?:[Aa]mong|[Oo]f|[Ii]n the (?:list|ranking) of)(?: the)? \[state:\d+\](?:'s|’s|'|’)? (?:\w+ "
        rf")?{kinds},? (?:the )?\[state:\d+\] "
        r"(?:is|was|ranks|ranked|comes|came|stands|stood|takes|took|holds|held|occupies|occupied)(?: in| at| the)* $"
        rf"|\bone of (?:the )?\[state:\d+\](?:'s|’s|'|’) (?:\w+ )?{kinds}, "
        r"(?:ranking|ranked|placed)(?: as| in)?(?: the)? $"
    )
    for flow, kinds in _KINDS_OF.items()
}
# "The 31st and 8th largest export and import market respectively."
_PAIRED = re.compile(
    rf"\[rank:\d+\] and (?:the )?(?P<second>\[rank:\d+\]) {LARGE}(?:[a-z]+ ){{0,5}}?(?P<one>export|import)s? and "
    rf"(?P<other>export|import)s?\b(?: (?:market|partner|destination|source)s?)?",
    re.IGNORECASE,
)


# "A ranked third in B's exports", "takes fourth place in the imports of B".
_IN_FLOW = re.compile(
    r" (?:place |position |spot )?in (?:the )?(?:(?:\[state:\d+\](?:'s|’s|'|’)?|its|their) "
    r"(?:(?:total|overall|foreign) )*"
    r"(?P<own>exports|imports|trade)"
    r"|(?:(?:total|overall|foreign) )*(?P<of>exports|imports|trade)(?= of (?:the )?\[state))"
    r"(?! (?:to|from|with)\b)"
)


def ranked_noun(statement: Statement, slot: Slot) -> tuple[str | None, int]:
    """The flow of the noun that a rank stands with, and where it ends; null where that is no partner in trade."""
    ahead, behind = statement.skeleton[: slot.start], statement.skeleton[slot.end :]
    paired = _PAIRED.search(statement.skeleton) if "respectively" in statement.low else None
    if paired is not None and paired.start() <= slot.start <= paired.start("second"):
        return paired["one" if slot.start == paired.start() else "other"].lower(), paired.end()
    within = _IN_FLOW.match(behind)
    if within is not None:
        flow = (within["own"] or within["of"]).rstrip("s")
        return "total" if flow == "trade" else flow, slot.end + within.end()
    for flow, noun in _NOUN:
        if _AMONG_BEFORE[flow].search(ahead):
            return flow, slot.end
        match = noun.match(behind)
        among = None if match else _AMONG.match(behind)
        match = match or (among if among is not None and among[flow] else None)
        if match and not re.search(r"\b(?:one of|among) (?:\S+ ){0,3}$", ahead):
            return (None, 0) if _is_of_goods(match[0], behind[match.end() :]) else (flow, slot.end + match.end())
    return None, 0


def noun_beside(statement: Statement, end: int) -> tuple[str | None, int]:
    """The flow and end of a second noun that a rank stands with: "largest trading partner and import supplier"."""
    joined = _AND_NOUN.match(statement.skeleton, end)
    behind = statement.skeleton[joined.end() :] if joined else ""
    for flow, noun in _NOUN if joined else ():
        match = noun.match(f" {behind}")
        if match and not _is_of_goods(match[0], behind[match.end() - 1 :]):
            return flow, end + len(" and ") + match.end() - 1
    return None, 0


_AND_NOUN = re.compile(r" and (?=(?:import|export|source|supplier|trading|trade)\b)")


def _is_of_goods(noun: str, after: str) -> bool:
    """Whether a supplier, buyer … is one of some goods alone."""
    if re.search(r" (?:for|of) ", noun) and words("products").search(noun.lower()):
        return True
    bare = re.fullmatch(r"supplier|exporter|importer|buyer|purchaser|customer|consumer|source", noun.split()[-1])
    its_goods = rf" of \[state:\d+\](?:'s|’s|'|’)? (?!{_GOODS}|{LARGE}{_GOODS}|total|overall)[a-z]"
    some_goods = rf" (?:of |for )?(?:\[state:\d+\](?:'s|’s)? )?{words('products').pattern}"
    narrowed = rf" of (?!\[state)|{its_goods}|{some_goods}"
    return bare is not None and re.match(narrowed, after.lower()) is not None
