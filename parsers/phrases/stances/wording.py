"""The words of a question as a coder would write them: a noun phrase without what is told behind it of others."""

from __future__ import annotations

import re

Span = tuple[int, int]

# "The ban", "what Oslo calls a safe zone": the article is left out, and so is who calls it so.
_LEAD = re.compile(
    r"(?:The (?:question of (?:the )?)?(?=[a-z])|on (?:[a-z]+ )?grounds (?:the )?"
    r"|what (?:it|he|she|they|(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) "
    r"(?:calls?|called|terms?|termed|describe[sd]? as|regard(?:s|ed)? as|see[sn]? as|saw as) (?:the )?)"
)
_OTHER_DEED = (
    r", (?:adopted|continued|continues|provides?|offers?|gives|sends|pursues|hosts|welcome[sd]|urge[sd]|maintains|"
    r"seeks|sought|hopes|praise[sd]|thank(?:s|ed)|warn(?:s|ed)|withdrew|broke|cut) (?!by\b|in\b|on\b|at\b)"
    r"|,? and the (?:country|government|state) (?:[a-z]+ly )?[a-z]+s\b"
    r"|,? and (?=(?:during|since|once|until|when) (?:[\w’'-]+ ){1,5}(?:[a-z]+ed|has|had|was|is)\b)"
    r"|,? (?:and|as well as) [A-Z][\w’'-]+(?:'s|’s) (?:[a-z]+ ){0,2}(?:relations|ties|bonds|links|friendship)\b"
    r"|, (?:its|their|the) (?:[\w’'-]+ ){1,5}?(?:stating|saying|voting|arguing|citing|noting|voted|having|being) "
)
_BESIDE = (
    r",? and the (?:only|first|last|second|sole) (?:[A-Za-z]+ )?(?:state|country|nation|government|one|power) "
    r"(?:that|which|to)\b"
    r"|,? and (?:giving|ordering|recalling|expelling|withdrawing|severing|breaking|cutting|sending|closing|suspending) "
    r"(?:its|the|all|off|diplomatic|relations|ties)\b"
    r"|,? with (?:its|their|his|her) (?:[a-z]+ ){0,2}(?:contributions?|troops|participation|votes?)\b"
    r"|, and (?:the )?[A-Z][\w’'-]+ (?:for|to|of|against) (?=[A-Z][\w’'-]+(?:'s|’s) )"
    r"|,? from the (?:very )?(?:outset|start|beginning)\b"
    r"|,? and (?:the )?[A-Z][\w’'-]+,? in (?:its )?turn\b"
    r"|,? (?:in|during|over) (?:recent|the (?:last|past)) (?:[a-z]+ )?(?:years|decades|months)$"
    r"|, the [A-Z][\w’'-]+ (?:delegation|delegates?|representatives?|ambassador|envoy|government|minister)$"
)
_HOW = (
    r",?(?<! in) (?:considering|hoping|believing|fearing|arguing) (?=[a-z]|[A-Z])"
    r"|,? in (?:fear|hopes?|exchange|return|retaliation) (?:of|for)\b|,? in the hope\b"
    r"| for (?:most|much|the rest|the duration) of (?:the )?(?=[A-Z\d])"
    r"| (?:during|throughout) (?:an?|the|his|her|their|its|this|that) (?:[\w’'-]+ ){0,3}?"
    r"(?:visit|trip|tour|speech|address|interview|press conference|summit|meeting|talks|session)\b"
    r"| instead of (?:the )?(?=[A-Z])"
    r"| under (?:considerable |heavy |strong |growing |increasing |international |foreign |great |intense )+pressure\b"
)
_BEHIND = re.compile(rf"(?:{_OTHER_DEED}|{_BESIDE}|{_HOW})")
_TAIL = re.compile(
    r"(?:,? (?:such as|including|which|that|who|whose|only|and|but|or|as|be|has|have|had|is|was|were|are|of|in|on|for|"
    r"to|with|by|at|from|the|an?|its|their))+$"
)
# "Backed the Reed Front (RF) during the Dune War": the body alone is the question.
_BODY_THEN = re.compile(
    r"(?:[A-Z][\w’'-]* (?:(?:of|for|and|the) )*){1,6}(?:Organi[sz]ation|Front|Movement|Union|Congress|Army|Party|League"
    r"|Council|Committee)(?: \([A-Z]{2,9}\))?(?=,? (?:during|throughout) (?:(?! and )[^,;])*$)"
)
_LEAST = 3


def worded(text: str, span: Span) -> Span:
    """The span of a question without its first article, "what they call", what its holder does else or how it takes the
    stance, and words that lead to nothing at its end; the same span where nothing is left.

    >>> text = "what Oslo calls a safe zone, hopes for a truce"
    >>> text[slice(*worded(text, (0, len(text))))]
    'a safe zone'
    """
    begin, end = span
    lead = _LEAD.match(text, begin, end)
    begin = lead.end() if lead else begin
    cut = _BEHIND.search(text, begin + _LEAST, end) if begin + _LEAST < end else None
    end = cut.start() if cut else end
    body = _BODY_THEN.match(text, begin, end)
    end = body.end() if body else end
    tail = _TAIL.search(text[begin:end])
    end = begin + tail.start() if tail else end
    return (begin, end) if end - begin >= _LEAST else span
