"""Shapes in which posts are told of: accredited from afar, in each other's capitals, exchanged, raised, referred to."""

from __future__ import annotations

import re

from parsers.language.pattern import Pattern

FROM_AFAR = re.compile(
    r"\b(?:accredit\w*|represent(?:ed|s|ing|ative(?= (?:in|through)))|non-resident|cover(?:s|ed|ing)|responsib\w+"
    r"|concurrently"
    r"|jurisdiction|served by|serves|concurrent"
    r"|relations with [^;.,]{3,30} (?:from|through|via) (?:its|their)|under the (?:charge|care) of"
    r"|maintained (?:from|through|via)|handle[ds]|handling|overse(?:es|en|eing)|manage[ds]|competent|in charge of"
    r"|look(?:s"
    r"|ed) after|conducted|carried out)\b"
)
ACCREDITED = Pattern(
    r"<by:state>(?:(?! \[state)[^;.]){0,60}?\b(?:accredited|represented) (?:\w+ )?(?:to|in) (?:the )?<to:state> "
    r"(?:from|through|via|by|in) ~~~<city:place>"
)
FROM_HERE = Pattern(
    r"<by:state>(?:(?! \[state)[^;.]){0,60}?\b(?:is|was|has been|being) (?:\w+ )?(?:represented|covered)"
    r" from ~~~<city:place>"
)
FROM_HOME = re.compile(
    r"\b(?:accredited|represented|ambassador|envoy|representative)\b[^;.]{0,60}?"
    r"(?:[, (]+(?:who |which |that )?(?:is |was )?(?:resid(?:es|ing|ent|ed)|based|stationed|seated|sits|lives"
    r"|living) (?:in|at)"
    r"|\bfrom|non-resident ambassador in"
    r"|(?:by|through|via|from|at) (?:its|the|their) (?:ministry of (?:foreign|external) \w+|foreign (?:ministry"
    r"|office))"
    r"(?:,|,? based in| in)?) (?:the )?(?:ministry of (?:foreign|external) \w+ in |capital,? |home capital,? "
    r"|city of )*$"
)
SERVED = re.compile(
    r"\b(?:covers?|covered|covering|serves?|served|serving|responsible for|handles|handled|former|old"
    r"|looks after|looking after|accredited to) (?:the )?(?:§+(?:, and|,| and) (?:the )?)*$"
)
# No state behind a preposition, or the second of two ("relations with Kenya", "between Kenya and Norway"), acts.
_ACTOR = (
    r"(?<!to )(?<!of )(?<!in )(?<!from )(?<!with )(?<!by )(?<!for )(?<!(?:to|of|in) the )(?<!from the )(?<!with the )"
    r"(?<!state:\d\] and )(?<!state:\d\d\] and )<who:state>"
)
FOLLOWED = Pattern(
    rf"(?:(?P<first>\[date:\d+\]),? )?{_ACTOR}(?:,? (?:also|later|then|in turn),?)? "
    r"(?:follow(?:ed|ing) suit|followed(?=,? (?:in |on )?\[date)|(?:did|doing) (?:the same|likewise|so too)"
    r"|reciprocat(?:ed|ing)|respond(?:ed|ing) in kind)\b"
    r"(?(first)|(?:(?!\[(?:state|date)|, opening)[^;.]){0,40}?,? (?:in |on )?<date>)"
)
ACCREDITED_BEFORE = Pattern(
    r"<here:place>,? (?:which|that|who) (?:had|was|were|has) (?:(?:been|at|first|\w+ly|until then|before) )*"
    r"(?:accredited|represented|covered|served) (?:from|by|through) ~~~<city:place>"
)
ACCREDITED_TOO = Pattern(
    r"\band (?:the )?<by:state> (?:(?:is|was) )?(?:accredited )?(?:to|in) (?:the )?<to:state> (?:from|through|via"
    r"|by) ~~~<city:place>"
)
RESIDES = re.compile(
    r",? (?:who )?(?:(?:is|was|are) (?:\w+ )?)?\b(?:resid(?:es?|ed|ing|ent)|based|stationed|seated|lives?"
    r"|sits?)\b[^;.]*\b(?:in|at)\b"
)
WITH_ENVOY = Pattern(
    r"<by:state>(?:'s government)? (?:also )?(?:has|had|have|maintains?|maintained|keeps|appointed"
    r"|(?P<past>used to have))(?: had)? (?:an?|its|their own|the)"
    r" (?:(?:own|first|resident|permanent|full|non-honorary) )*"
    r"(?P<envoy>ambassador|high commissioner|consul|<person>)"
    r" (?:resident "
    r"|based )?in "
    r"(?:the capital,? )?<city:place>(?! accredited)"
)
TARGET = Pattern(r"\b(?:accredited (?:\w+ )?to|responsible for|in charge of) (?:the )?<to:state|place>")
EACH_OTHER = Pattern(
    r"(?P<both><both>|<one:state>,? and (?:the )?<two:state>|they|both|each(?: (?:country|state|nation|side"
    r"|government)| of (?:them|the two|<both>))?)(?: (?:(?!\[)[^;.]){3,60}?,? and)? (?:\w+ ){0,2}?"
    r"(?:have|had|has|maintain(?:ed|s)?|open(?:ed)?|re-?opened|establish(?:ed)?|set up|operate[ds]?|keeps?|kept|runs?"
    r"|appoint(?:ed)?|hosts?|represented (?:by|through)) ~~~"
    r"(?P<kind>embassies|embassy|high commissions?|(?:resident )?diplomatic missions|consulates?|ambassadors"
    r"|interests? sections?|liaison offices?|ambassador|high commissioners?|<person>)"
    r" ~~~(?:<both>(?:'s|’s)?|respective\b|each country|both|mutual|(?:the )?other(?: one)?(?:'s|’s)"
    r"|the other(?: country| nation| state)?(?=[.,;]|$| (?:as well|too|to this day|today|since)\b| [–(])"
    r"|(?:capital|territory) of the other)(?: ~~~(?:capitals?|territor\w+|countries|country|cities|soil))?"
)
IN_EACH_OTHER = Pattern(
    r"(?:<both>|<one:state>,? and (?:the )?<two:state>|both|each(?: (?:country|state|nation|side"
    r"|of them))?)(?: \w+){0,2}?"
    r" represented in (?:<both>|each other|one another|the other(?: country| state)?) (?:by|through|with) "
    r"(?:(?:an?|its|their|resident|own) )*(?P<kind>embass(?:y|ies)|high commissions?|ambassadors?|<person>)"
)
BOTH_OPENED = Pattern(
    r"(?:^|,? (?:but|and) (?=\[both))(?:(?:(?:in|on|by) )?<date>,? )?(?:<both>|both|they|the two|<one:state>,? and"
    r" (?:the )?<two:state>)"
    r"(?: (?:(?!\[(?:state|both|place|person))[^;.]){3,80}?,? and)?(?: \w+){0,2}? (?:re-?opened|opened"
    r"|established|set up) (?:(?:their|resident|diplomatic|first) )*(?P<kind>embassies|high commissions)"
    r"(?=,? (?:in |on )?<date>|[.;]|$)"
)
WERE_OPENED = Pattern(
    r"(?:^|, |,? and )(?:(?:resident|mutual|their) )*(?P<kind>embassies|high commissions) (?:were|have been)"
    r" (?:\w+ly )?(?:re-?opened|opened|established|set up|inaugurated),? (?:in )?<day:date>(?=[.;]|$)"
)
IN_BOTH = Pattern(
    r"(?:^|, |; |,? and )(?:(?:(?:in|on|by) )?<date>,? |(?:soon|shortly) \w+, )?(?:(?:their|resident|mutual|diplomatic"
    r"|permanent) )*(?P<kind>embassies|high commissions|consulates)"
    r" (?:were|have been) (?:\w+ly )?"
    r"(?:re-?opened|opened|established|set up|inaugurated)(?: (?:in|on) <day:date>)? in (?:both|<both>|each(?: other)?"
    r"|one another|the two|the respective)(?:'s|’s|['’])?(?: (?:\w+['’]? )?"
    r"(?:capitals?|countries|country|states)\b|(?<=\])(?!['’]))"
)
_RAISED = r"(?:upgraded|raised|elevated|converted|promoted|transformed|turned)"
_TO_EMBASSIES = (
    r" (?:in)?to (?:the (?:level|rank|status) of |full |resident )*(?P<kind>embassies|embassy|high commissions)\b"
)
THEY_RAISED = Pattern(
    r"(?:<both>|<one:state>,? and (?:the )?<two:state>|they|both)(?:(?: \w+){0,2}? "
    rf"{_RAISED}|(?: (?:(?!\[(?:state|both))[^;.]){{3,80}}?,)? (?:upgrading|raising|elevating))"
    r" their [\"“']?(?:\w+ ){0,3}?(?:missions|legations|offices|posts|consulates|representations|sections)[\"”']?"
    rf"{_TO_EMBASSIES}"
)
BOTH_RAISED = Pattern(
    r"^(?:(?:(?:in|on|by) )?<date>,? )?(?:both|the two|their|the)(?: \w+){0,2} (?:missions|legations|offices|posts"
    r"|consulates)"
    rf"(?: of <both>)? (?:were|have been) (?:\w+ly )?{_RAISED}{_TO_EMBASSIES}"
)
RAISED = Pattern(
    r"^(?:(?:(?:in|on|by) )?<date>,? )?(?:[a-z]+ing [^,;]{3,60}, )?(?:it|this|"
    r"(?:the|this) (?:\w+ )?(?P<noun>office|section|post|mission|consulate|legation|representation))"
    r" (?:was|were) (?:(?:re-?opened|moved|enlarged|expanded|renovated)[^;.]{0,50}? and (?:was |were )?)?(?:\w+ )?"
    r"(?:upgraded|raised|elevated|converted|transformed|turned) (?:in)?to"
    r" (?:an? |that of an? |the (?:level|rank|status) of (?:an? )?)?(?:full |resident )*"
    r"(?P<kind>embassy|high commission|consulate[- ]general|consulate|legation)\b"
)
EXCHANGED = Pattern(
    r"\b(?P<verb>exchang(?:ed|ing)) (?:\w+ ){0,2}?(?P<kind>ambassadors|embassies|high commissioners|<person>)"
)
OPENED = re.compile(r"\b(?:(?:re-?)?open(?:ed|ing)|establish(?:ed|ing)|inaugurated|set up)\b")
NEW_KIND = re.compile(r"\b(?:offices|consulates|sections)\b")  # no embassy before it was raised to one
IS_TOLD_OF = re.compile(
    r"\b(?:was|were|been|be) (?:\w+ )?(?:opened|established|turned|upgraded|raised|converted|closed)\b"
)
IT = re.compile(
    r"(?:it|this|they|both(?: (?:embassies|missions|consulates))?|the (?:post|mission|former|latter"
    r"|chancery))\b(?: (?:was|were|has been|closed"
    r"|re-?opened|had))"
)
ONE_TOO = re.compile(
    r"\b(?:has|have|had|maintains?|maintained|keeps?|kept|operates?|operated|runs|opened|established|set up"
    r"|inaugurated|closed) (?P<one>one|its own)\b(?=,? (?:of its own )?(?:in|at)\b)"
)
ONE_MORE = re.compile(
    r"(?:another|one more|an? (?:second|third|fourth|fifth|further))(?: one| of them)?(?=,? in |,? (?:was|were) )"
)
