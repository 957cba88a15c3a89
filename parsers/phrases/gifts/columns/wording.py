"""The words of what was given as a phrase of nouns: without what leads to them, what follows them, and who gets it.

`worded` knows nothing of the sentence: it is handed the words that a frame found, which may be those of a purpose
("help the ministry to repair roads"), of a role ("a major donor of food"), of a measure ("tonnes of rice"), or run on
into another clause. It does not choose other words, only fewer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# Words that tell only what a state is to another: "the largest donor", "one of B's main donors".
_ROLE = re.compile(
    r"^(?:(?:one|some|among) (?:of )?)?(?:(?!of\b|for\b|to\b|in\b|aid\b)[\w'’.-]+ ){0,7}?"
    r"(?:donors?|helpers?|financiers?|funders?|benefactors?|supporters?|development partners?)"
    r"(?: (?:of(?! (?:aid|assistance|food|technical|financial|development|military|humanitarian))|to|in|for|"
    r"among|with|and)"
    r" .*)?$",
    re.IGNORECASE,
)
# What is counted by measure or container: the unit has these words, and the item those behind them.
_MEASURED = re.compile(
    r"^(?:metric )?(?:tonnes?|tons?|t|MT|litres?|liters?|kilograms?|kilogrammes?|kg|pounds|barrels|gallons|doses|vials|"
    r"bottles|bags|sacks|boxes|cartons|crates|containers|packages|packs|sets|pieces|pairs|units|items|copies|truckloads|"
    r"planeloads|shiploads|shipments|consignments|batches|cubic metres|bales|bushels) of (?:the |an? )?(?=\w)",
    re.IGNORECASE,
)
_OF_MANY = (
    r"(?:(?:an?|the|whole|large|larger|small|great|greater|good|significant|substantial|considerable|wide|huge|limited|"
    r"certain|vast|broad|unspecified) )*"
    r"(?:number|variety|lots?|range|majority|bulk|amounts?|quantity|quantities|part|portion|share|great deal|most|much|"
    r"all|half) of (?:the |its |their |all )?"
)
_TO_DO = (
    r"(?:build(?: up)?|construct|rebuild|establish|set up|create|develop|install|erect|restore|renovate|rehabilitate|"
    r"reconstruct|moderni[sz]e|procure|improve|strengthen|enhance|boost|expand|promote|implement|provide|buy|acquire|cover|meet|"
    r"pay for|purchase(?! of)|(?:fund|finance|repair|upgrade|support|equip)(?= (?:the|an?|its|their|his|[a-z-]+s|"
    r"(?:[a-z]+ )?[a-z]+(?:s|ion|ment))\b(?! for)))"
)
# In this order, each as often as it leads: what stands in front of the thing itself.
_LEADS = (
    re.compile(r"^(?:[“‘«]+(?=\w)(?![^”’»]*[”’»])|'(?=\w)(?!.*'))"),
    re.compile(
        r"^(?:the|an?|its|their|this|these|some|about|around|approximately|nearly|almost|more than) (?=\w)",
        re.IGNORECASE,
    ),
    re.compile(r"^(?:st|nd|rd|th) (?=\w)"),
    re.compile(rf"^{_OF_MANY}(?=\w)", re.IGNORECASE),
    re.compile(r"^(?:second|third|further|additional|another) (?=(?:[a-z-]+ )?(?:grant|loan|credit|donation)s?\b)"),
    re.compile(r"^most (?=(?:[\w.]+ ){0,2}(?:aid|assistance|support|loans|grants)\b)", re.IGNORECASE),
    re.compile(r"^(?:over|in|during|since|for) the (?:[a-z]+ )?(?:years|decades),? ", re.IGNORECASE),
    re.compile(r"^[a-z]+ly (?=(?:in|to|for|towards?) )"),
    re.compile(r"^(?:(?:towards?|for|of|as|worth|with)|(?:to|in) the) (?=\w)", re.IGNORECASE),
    re.compile(r"^(?:easy|soft|favou?rable|generous|concessional) terms (?:for|to|towards) (?=\w)"),
    re.compile(
        r"^(?:provid(?:ed|ing(?: of)?)|giving|grant(?:ed|ing)|send(?:ing)|suppl(?:ied|ying)|donat(?:ed|ing)|"
        r"offer(?:ed|ing)|extend(?:ed|ing)|(?:the )?(?:provision|donation|delivery|pledges?|promises?) of) (?=[\w])"
    ),
    re.compile(r"^(?:set aside|earmarked|allocated|allotted|reserved) for (?:(?:about|some) )?(?=\w)"),
    re.compile(r"^(?:him|her|them|it|us) (?:with|in|on) (?=\w)"),
    re.compile(r"^(?:increase|double|raise) (?:its |the )?(?=(?:[a-z]+ ){0,3}(?:aid|assistance|support|funding)\b)"),
    re.compile(r"^(?:to )?be(?:ing)? (?:used|spent) (?:for|on|to(?= [a-z]+ ))(?: \w+ing)? (?=\w)"),
    re.compile(rf"^(?:(?:to )?(?:help|assist|enable) (?:[^,;]{{2,60}}? )?)?(?:to )?{_TO_DO} (?=\w)"),
)
_CUTS = (
    re.compile(
        r",? (?:which|that|who|whom|whose|where|when|until|while|because|although|whereby)\b.*|"
        r",? (?:includ(?:es|ed)|consist(?:s|ed) of|compris(?:es|ed))\b.*|"
        r",? (?:also |still |now )?(?:has|have|had|is|are|was|were|will|would|could|came|comes?|reach(?:es|"
        r"ed)?|went|goes|"
        r"arrived?|arrives|began|begins|landed|amount(?:s|ed) to)\b.*|"
        r" (?:also|reportedly) .*",
    ),
    re.compile(
        r",? (?:including|such as|e\.g\.|for example|for instance|ranging from|starting|spanning|focus(?:ed|"
        r"sing|ing) on|"
        r"aimed at|(?:(?:today|now|later|formerly|previously|also|officially) )?(?:known as|called|named))\b.*"
    ),
    re.compile(r",? (?:with an? (?:capacity|enrol+ment) (?:of|for)|serving|accommodating|for use by) .*"),
    re.compile(r", (?:now|today|formerly|then) (?:the |an? )?[A-Z].*|, [a-z]+ed (?:in|on|by|between|from) .*|"
        r", (?:built|completed|constructed|rebuilt|restored|financed|funded) (?:[a-z]+ )?(?:with|through|under) .*|"
        r" with an? (?:[\w-]+ ){0,2}(?:loan|grant|credit)$"),
    re.compile(
        r" and (?:(?:(?:launch|open|build|send|help|provid|creat|establish)ing|(?:construct|open|establish|launch)ed)"
        r" (?:the|an?|its) |[a-z]+ly [a-z]+ed |offer to |(?:built|rebuilt) [a-z]).*"
    ),
    re.compile(
        r" and the [A-Z][^,;]{3,80} (?:signed|agreed|met|announced)\b.*|"
        r" and (?:the (?:remain\w+|rest|other)\b|(?:said|announced|stated|added) (?:it|that|he|she|they)\b|"
        r"(?:increase|double|expand|raise|provide|send|build|offer|train) (?:its|their|the|annual|more|an?) ).*"
    ),
    re.compile(r" (?:\w+ )?(?:days|weeks|months|years) (?:later|ago|after|earlier|before)\b.*"),
    re.compile(r" ?<?https?:.*| <.*| (?:since|in|during|by) [12]\d{3}\b.*| (?:through|via|by [a-z]+ing) .*"),
    re.compile(
        r" to (?:the |their |its )?(?:areas?|people|victims|population|comrades|authorities|those|"
        r"families)\b.*"
    ),
    re.compile(
        r" under (?:president|prime minister|king|queen|general) .*| in the (?:country|region|republic|"
        r"islands?)$", re.I,
    ),
    re.compile(
        r" (?:provided|implemented|given|sent|supplied|donated|funded|financed|offered|granted|undertaken|delivered|"
        r"set aside)$"
    ),
    re.compile(
        r"(?:,? (?:of|for|in|to|the|and|at|on|by|with|from|as|such|over|about|its|their|an?|also|so|through|since|or|"
        r"following)|(?: (?:for|over|during|in))? the (?:period|years?)|[,;:]|[\"”'’»](?<![a-z]s['’]))++$"
    ),
)
_SOURCE = re.compile(
    r"^.*?\b(?:sources?|providers?|contributors?|suppliers?|givers?|donors?|financiers|funders) of (?P<what>\w.*)$"
)
# "The aid package included tents": without a count, what it held.
_CONTENTS = re.compile(
    r"^(?:[\w'’-]+ ){0,5}?(?:aid|packages?|donation|shipment|consignment|cargo|supplies|items|assistance|relief) "
    r"(?:also )?(?:includ(?:es|ed)|consist(?:s|ed) of|compris(?:es|ed)) (?P<what>\w.*)$"
)
_AID_DONOR = re.compile(r"^(?:[\w'’-]+ ){0,5}?(?P<what>aid) donors?\b.*$")
_NOTHING = re.compile(
    r"(?:about|around|some|approximately|roughly|nearly|almost|(?:to )?be (?:disbursed|paid(?: out)?|spent|"
    r"delivered|released)|"
    r"(?:[a-z-]+ )?(?:country|nation|state)(?: (?:in|over|during|since|for) .*)?)|"
    r"(?:(?:set aside|used|spent|made|given|paid|expected|planned|provided|purchase|be used|it|this|these|those|"
    r"that|humanitarian|civil|financial|technical|military|economic)|"
    r"(?:metric )?(?:tonnes?|tons?|kilograms?|kg|litres?|liters?)|being .*|(?:out|up|off) (?:its|the|a|his|their) .*|"
    r"(?:one|some) of (?:the|its|their) .*\b(?:examples?|achievements?|ways?|results?) of this|"
    r"(?:about |some |around |nearly |over )?(?:\$|€|£|[A-Z]{3} )?\d[\d.,]*(?: (?:million|billion|thousand))?"
    r"(?: (?:US )?(?:dollars|euros|pounds|yen|yuan|kroner|kronor|francs|pesos|rupees))?|"
    r"(?:help|assist|enable|allow)(?:ed|s)? (?!for\b|in\b|to\b|from\b|with\b|of\b|and\b|after\b|during\b).*)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:in|at|on|to|from) (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*")
_FIGHT = re.compile(r"^(?:help(?:ed)? [^,;]{2,60}? )?(?:to )?(?:fight|combat|tackle) (?!against\b|for\b|in\b)(?=\w)")
# Who got a sum, and what that one was to use it for.
_WHO = (
    r"^(?:[\w-]+ ){0,4}?(?:victims|survivors|non-governmental organi[sz]ations|ngos|organi[sz]ations|railways|"
    r"(?:national|central|state|development|water|electricity|land) (?:bank|office|board|company|authority|"
    r"corporation)|"
    r"ministry|ministries|government|department|authorities)\b"
)
_PAYEE = re.compile(rf"{_WHO}(?:(?: [^,;]*?)? for (?:the |an? )?(?P<what>[a-z][^;]*)|(?:['’]s)? .*)?$", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:\d[\d,.]*(?: million| thousand)?) (?=[A-Za-z])")


def worded(item: str | None, unit: str | None = None, *, is_sum: bool = False, sides: Sequence[str] = ()) -> str | None:
    """The words of an item as a phrase of nouns; null where none are left, or where they name a role or no thing.

    `unit` is what a count counts, `is_sum` whether money was given, `sides` how the text names the two.

    >>> worded("a number of schools which were opened in spring")
    'schools'
    >>> worded("tonnes of rice to victims of the flood", "tonnes")
    'rice'
    >>> worded("relief package included boats and radios")
    'boats and radios'
    >>> worded("national railways for the new line", is_sum=True)
    'new line'
    """
    if item is None or _ROLE.match(item):
        return None
    said = item
    for shape in (_SOURCE, _AID_DONOR) if unit else (_CONTENTS, _SOURCE, _AID_DONOR):
        found = shape.match(said)
        said = found["what"] if found else said
    ways = ("on", "in", "for", "with")
    side = next((one for one in sides if said.startswith(tuple(f"{one} {way} " for way in ways))), "")
    said = re.sub(r"^ (?:on|in|for|with) ", "", said[len(side) :])
    said = _fewer(_FIGHT.sub("fight against ", said))
    said = _NUMBER.sub("", _MEASURED.sub("", said)) if unit is not None else said
    payee = _PAYEE.match(said) if is_sum and unit is None else None
    said = (payee["what"] or "") if payee else said
    for one in sides:
        said = re.sub(rf"(?<=\w) (?:for|to)(?: the)? {re.escape(one)}$", "", said)
    is_bare = (is_sum and said in ("help", "support")) or said in sides or _PLACE.fullmatch(said)
    return said if said and not is_bare and not _NOTHING.fullmatch(said) else None


def _fewer(words: str) -> str:
    """Words without those that lead to what they name, and those behind it; the same where nothing would be left."""
    for _ in range(4):
        before = words
        for shape in _LEADS:
            words = shape.sub("", words, count=1)
        for cut in _CUTS:
            words = cut.sub("", words) or words
        if words == before:
            break
    return _balanced(words.strip())


def _balanced(words: str) -> str:
    """Words without a bracket or a quotation mark whose other half was left out."""
    words = words if words.count("(") == words.count(")") else words.rpartition("(")[0].rstrip() or words
    return words.replace('"', "").strip() if words.count('"') == 1 else words
