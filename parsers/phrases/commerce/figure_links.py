"""What may stand between a word of commerce and the amount that it governs, before it, behind it, or in a chain."""

from __future__ import annotations

import re
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.slots import any_of

# What stands before an amount. No two of them in a row make a third, or a run of them would be read in endless ways.
ADVERBS = (
    r"(?:(?:a|an|the|currently|now|today|presently|just|only|well|slightly|some|about|around|approximately|approx\.?|"
    r"roughly|nearly|almost|over|under|above|below"
    r"|more than|less than|at least|up to|as (?:much|high|low|little|many) as|close to|in excess of|estimated|"
    r"already|record|total|sum|value|modest|substantial|paltry|whopping|staggering|impressive|meagre|significant|"
    r"massive|new|further|historic"
    r"|high|low|peak|level|figure|amount|equivalent|all-time|of|at|worth|valued at|merely|close|"
    r"respectively|annual|average|combined|(?:a|the) little(?! over| more than)|circa|c\.|US|mere|"
    r"barely|scarcely|hardly|little more than|little over|upwards of|no more than|approximate|goods|"
    r"products|merchandise|commodities|items|(?:estimated|reported|said|believed) to be)[ ,]+)*~?"
)
# What is told of an amount between it and its date, or between it and the next: "(3.8% of the whole)".
ASIDE_AFTER = r" ?\((?:(?!\[date)[^()])*\)| [–—-] [^–—;]{3,60} [–—-]"
_DATE = r"(?:,? ?(?:in|during|for|by|as of|at the end of|in the year|the year)? ?(?:the )?(?:year )?\[date:\d+\],? ?)?"
VERB_LINK = re.compile(
    rf"^\s*(?:an |a |the )?(?:(?:back|its|various|some|[a-z]+ly|total|different|these) )*(?:goods|"
    rf"products|merchandise|commodities|items)?(?:(?<=s),? (?:such as|including|like) [a-z, -]{{3,90}}?(?= to |"
    rf" from |, )"
    rf")?,? ?(?:to|from|into)? ?(?:the )?(?:\[(?:state|"
    rf"place):\d+\])?,? ?(?:goods|products|merchandise|commodities|items)?(?: and services)? ?"
    rf"(?:(?:with a |to the |for a )?(?:total )?(?:worth|value of|valued at|tune of|for|amounting to|in the "
    rf"amount of|to an amount of|totall?ing|of))?\s*{_DATE}\s*{ADVERBS}$",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"^(?: USD)? ?(?:(?:worth )?(?:of|in)|worth|on)(?: the)?(?: (?:total|annual|bilateral|two-way|mutual|"
    r"overall|their|its|merchandise|goods|services|goods and services))*(?: \[state:\d+\](?:'s|’s|'|’)?"
    r"(?: merchandise| goods)?)? $"
    r"|^ (?:worth )?(?:of|in) (?:\[state:\d+\](?:'s|’s|'|’)? )?(?:goods|products|merchandise|commodities)"
    r"(?:,[^;\[]{3,90},)? (?:(?:was|were|is|are|being|been) "
    r")?(?:[a-z]+ly )?$|^,? (?:of which )?(?:were|was|are|is|being|came from|consisted of|from|constituted|went to|"
    r"(?:was|were|is|are|came) (?:from|for|in)|represented)(?: the)? (?:\[state:\d+\](?:'s|’s|'|’)? )?(?:in )?"
    r"(?:merchandise |goods )?$"
    r"|^ of (?:it|this|that|which|them)(?: being| were| was| in| as)?(?: the)? (?:\[state:\d+\](?:'s|’s|'|’)? )?$",
    re.IGNORECASE,
)


@cache
def link() -> re.Pattern[str]:
    """Words of being, reaching or changing that end right before an amount."""
    lists = read_yaml("trade.yaml")
    peak = r"(?:highest level|highest point|highest value|peak|maximum|record|high|low|lowest level)"
    reached = r"(?:reached|hit|saw|at) (?:its|their|an?|the) (?:all-time |new |historic |record )?"
    best = rf"{reached}{peak}{_DATE} ?(?:with|of|at)"
    earned = r"(?:earned|brought|fetched|netted|gave|yielded)(?: the)? \[state:\d+\]"
    marks = rf"(?:{best}|{earned}|{any_of(lists['amounts'])}|[:=–—(-]|: \[date:\d+\] ?[:–—-]|of \[date:\d+\] (?:as|at))"
    moving = any_of(lists["moving"])
    return re.compile(
        rf"(?:{marks}|{moving}[^;]{{0,90}}? (?:to|from|at)|{moving}[^;]{{0,60}}?\bto)(?: "
        rf"reach)?\s*{_DATE}\s*(?:[:–—-]\s*)?{ADVERBS}$",
        re.IGNORECASE,
    )


@cache
def chain_link() -> re.Pattern[str]:
    """What may stand between two amounts of one flow."""
    moving = any_of(read_yaml("trade.yaml")["moving"])
    return re.compile(
        rf"^(?: in (?:goods|merchandise|services)\b)?(?:{ASIDE_AFTER})?{_DATE}(?:{ASIDE_AFTER})?"
        rf"(?:,|[;,] \[date:\d+\] ?[:–—-]| \(\[date:\d+\]:|,? (?:and|to"
        rf"|from|up from|down"
        rf" from|compared "
        rf"(?:to|with)|against|after|following|"
        rf"versus|then|and then|followed by)|,? (?:(?:and|but|before|then|later|it|they|these|this|had|has|have|"
        rf"since|subsequently|a|an|(?:in |by )?\[date:\d+\],?) )*"
        rf"{moving}[^;\[]{{0,60}}(?:\[(?:percent|quantity|date):\d+\][^;\[]{{0,20}})?\b(?:to|from)|"
        rf"(?: worth of [a-z ]{{2,40}}(?:\[state:\d+\])?| (?:to|from|into)(?: the)? \[state:\d+\])?"
        rf"[,;]? (?:and |but |while |whereas )?"
        rf"(?:(?:(?:in|by) )?\[date:\d+\],? )?(?:it|this|that|they|these|(?:the|this|that) (?:figure|amount|value|"
        rf"volume|number|sum|total))(?: (?:had|has|have|already|further|then|even|later|[a-z]+ly))* "
        rf"(?:{moving}[^;,\[]{{0,30}} to|reached|exceeded|surpassed|hit|was|were|stood at|amounted to|totall?ed)|"
        rf",? but|,? (?:showing|representing|marking|posting|registering|with|an?|up|which was|which is)[^;\[]{{0,20}}"
        rf"\[percent:\d+\][^;\[]{{0,20}}\b(?:from|over|on|than) (?:the )?|"
        rf"(?: by)? and (?:then )?(?:to|reached|by|a further)|"
        rf",? (?:(?:and|but|before|then|later|it|they|had|has|have|since|subsequently|already) )*"
        rf"(?:reached|reaching|exceeded|surpassed|hit|topped|crossed|passed|totall?ed|"
        rf"amounted(?: to)?|stood at|was|were))"
        rf" ?(?:(?:just|only) )?{_DATE}{ADVERBS}\s*$",
        re.IGNORECASE,
    )


@cache
def compared_link() -> re.Pattern[str]:
    """What leads from an amount to an earlier one of the same flow: ", a jump from", ", higher than the previous
    year's", ", as opposed to".
    """
    lists = read_yaml("trade.yaml")
    change = any_of([*lists["rising"], *lists["falling"], "improvement", "bigger", "smaller", "better", "recovery"])
    return re.compile(
        rf"^{_DATE},? ?(?:(?:[a-z]+,?|\[percent:\d+\]) ){{0,6}}?"
        rf"(?:(?:compared|relative) (?:to|with)|as (?:opposed|against) to|{change} (?:[a-z]+ )?(?:from|than|on|over"
        rf"|compared (?:to|with))|(?=double|twice|triple))(?: (?:double|twice|triple))? (?:the |that of )?"
        rf"(?:(?:previous|preceding|prior|past|last) year(?:'s|’s) |\[date:\d+\](?:'s|’s) )?"
        rf"(?:(?:figure|level|amount) of )?(?:the )?{ADVERBS}$",
        re.IGNORECASE,
    )


# "Tea worth [money] was exported": the amount is that of the goods named before it.
NAMED_GOODS = re.compile(
    rf"\b(?!goods\b|products\b|merchandise\b|commodities\b|items\b|services\b)[a-z-]+ worth {ADVERBS}$"
)
# The second of two in a row: "[money] were A's exports and [money] B's exports".
AGAIN_BEFORE = re.compile(r"^ (?:\[state:\d+\](?:'s|’s|'|’)? )?$")
# "With [money], trade reached a new high", "From [money] in [date] to [money] in [date], exports have grown".
FRONTED = re.compile(rf"(?:^|[.,;] )(?:with|at) {ADVERBS}$", re.IGNORECASE)
FRONTED_CHANGE = re.compile(rf"(?:^|[.,;:] )from {ADVERBS}(?:\[money:\d+\]{_DATE} to {ADVERBS})?$", re.IGNORECASE)
_FRONT_END = r"(?:the )?(?:(?:total|annual|bilateral|two-way|mutual|overall|their|its|\[state:\d+\](?:'s|’s|'|’)?) )*$"
BEHIND_FRONT = re.compile(rf"^{_DATE},? {_FRONT_END}", re.IGNORECASE)
BEHIND_CHANGE = re.compile(rf"^{_DATE}(?: to {ADVERBS}\[money:\d+\]{_DATE})?,? {_FRONT_END}", re.IGNORECASE)
# "… and those from A to B to [money]": the verb stands with the flow before.
GAPPED = re.compile(
    rf"^ (?:from|to|of)(?: the)? \[state:\d+\](?: (?:from|to|into)(?: the)? \[state:\d+\])? (?:to|at) {ADVERBS}$"
    rf"|^ with {ADVERBS}$|^ (?:(?:for|were|was) )?the (?:remaining|other) {ADVERBS}$"
)
# "A rise in A's exports to B, from [money]": the noun tells of the change.
RISING = re.compile(
    r"\b(?:rise|increase|growth|jump|surge|fall|drop|decline|decrease) (?:in|of) (?:the )?(?:(?:total|annual|bilateral"
    r"|two-way|mutual|its|their|\[state:\d+\](?:'s|’s|'|’)?) ){0,3}\Z"
)
RISEN_FROM = re.compile(
    rf"(?: (?:to|from|with|between)(?: the)? \[state:\d+\](?: and(?: the)? \[state:\d+\])?)?,? from {ADVERBS}",
    re.IGNORECASE,
)
# The first of two numbers that share a unit, which `pairs` reads.
HALF = re.compile(r"\d\s*(?:/|&|and)\s*(?:(?:about|around)\s+)?\Z")
BY_AMOUNT = re.compile(rf"\b(?:favou?red|in favou?r of)(?: the)? \[state:\d+\] by {ADVERBS}$", re.IGNORECASE)
# "Exports exceeded imports by [money]".
EXCEEDED = re.compile(
    r"\b(?:exceed(?:ed|s)?|outweigh(?:ed|s)?|surpass(?:ed|es)|outstripp?(?:ed|s)?|were (?:higher|greater) than)\b"
)
EXCESS_BY = re.compile(rf"\bby {ADVERBS}$", re.IGNORECASE)
# What the flow consists of, between commas: the amount behind it is of the whole flow.
ASIDE = re.compile(
    r", (?:one of (?:the|its)\b|[^,;]{0,40}\bof which\b|"
    r"(?:which (?:[a-z]+ly )?(?:consist|compris|includ|are\b|were\b|is\b|was\b)|consisting|composed|made up|"
    r"mainly|mostly|primarily|largely|chiefly|principally|"
    r"including|comprising|dominated|such as)\b)[^;\[]{0,120}?,(?= (?:was|were|is|are|reached|stood|amounted|totall?ed|"
    r"rose|grew|fell|came|exceeded|increased|had|have|has)\b)"
    r"|, including (?:(?!\[(?:money|date|percent))[^;]){0,120}?,(?= (?:to|from) (?:the )?\[state)"
    r"| \((?:mainly|mostly|primarily|largely|chiefly|principally|consisting|including|such as|composed|"
    r"[a-z]+(?: [a-z]+){0,2}(?:,| and))[^()\[]{0,120}\)"
    r"| [–—-] [^–—;\[]{3,90} [–—-](?= (?:was|were|reached|stood|amounted|totall?ed|rose|grew|fell|came|had)\b)"
    r"| (?:are|is|were|was) (?:dominated by|mainly|mostly|largely|primarily|chiefly|composed of|made up of|"
    r"concentrated in|limited to)"
    r"[^;\[]{0,120}?,? and(?= (?:(?:have|has|had) )?(?:reached|totall?ed|amounted|stood|were|was|came|exceeded)\b)"
)
# The same before a verb of change: "exports to A, covering machines, paper and tools, declined by 5%".
ASIDE_OF_GROWTH = re.compile(
    r", (?:which (?:[a-z]+ly )?(?:consist|compris|includ)\w*|(?:mainly |mostly |largely )?(?:covering"
    r"|consisting|composed|made"
    r" up|comprising|including|dominated|such as)|mainly|mostly|primarily|largely|chiefly|principally)\b"
    r"(?:(?!\[(?:money|percent))[^;.]){0,260}, (?=(?:(?:have|has|had|were|was) )?(?:rose|grew|fell|increased"
    r"|declined|decreased"
    r"|dropped|expanded|shrank|jumped|surged|risen|grown|fallen|reduced|up|down)\b)"
)
# "The only product exported to B was wood, worth [money]": what is the only one is the whole flow.
ONLY = re.compile(r"\b(?:only|sole)\b[^;,]*$")
ONLY_WORTH = re.compile(
    rf"\b(?:is|was|were|being|of)\b[^;\[]*[;,]? (?:and )?(?:worth|valued at|contributing|earning|fetching|totall?ing|"
    rf"amounting to|at|with|bringing in) {ADVERBS}$|^[^;\[]*(?:\[state:\d+\])?[^;\[]*, (?:worth|valued at) {ADVERBS}$"
)
# "22% of A's [money] in imports": the amount is that of the whole world's.
OF_WHOLE = re.compile(
    rf"\[percent:\d+\] of (?:(?:the|its|their|all|[a-z]+'s|\[state:\d+\](?:'s|’s|'|’)?) ){{0,3}}{ADVERBS}$",
    re.IGNORECASE,
)
# "Trade amounted to [money] in exports to A and [money] in imports": each amount is that of the flow behind it.
PART = re.compile(
    r" (?:worth )?(?:of|in) (?:(?:the|its|their|total|annual|\[state:\d+\](?:'s|’s|'|’)?) ){0,3}(?:exports|imports)\b"
    r"(?! (?:and|plus) (?:exports|imports))",
    re.IGNORECASE,
)
# Another clause, a count of things or a person stand between: the amount is of something else.
APART = re.compile(
    r";|(?<!between the )(?<!between these )(?<!between )\[(?:quantity|person):|"
    r": (?=.*\w)(?!(?:about|around|over|some|nearly|approximately|US|more than) ?$)"
)
