"""Shapes in which one state recognises another: by a verb, a noun, in the passive, in turn, by a pronoun.

Every shape names its parts: `actor` is who recognises, `object` whom (a list of either is read for the one of the
pair), `verb` the words for it.
"""

from __future__ import annotations

from parsers.language.pattern import Pattern
from parsers.phrases.ties.relations import RELATIONS

_STATEHOOD = (
    r"(?:(?:officially|formally|diplomatically|national|regained|\w+(?= state of )|full|complete|the|newly|new|young"
    r"|reborn|reunited|unified"
    r"|nascent|founded|formed"
    r"|proclaimed|established|establishment|"
    r"creation|foundation|proclamation|formation|independent|independence|sovereignty"
    r"|statehood|sovereign|state|nation|country|republic|restored|restoration|and|of|de jure|de facto|as|an|then) )*"
)
_ACKNOWLEDGED = (
    r"(?:acknowledg|accept)(?:ed|ing)(?= (?:the (?:\w+ )?(?:independence|sovereignty|statehood) of"
    r"|\[state:\d+\](?:'s|’s|['’])? "
    r"(?:\w+ )?(?:independence|sovereignty|statehood)\b(?! over)))"
)
_LISTED = r"(?:(?:,(?: the)? \[state:\d+\])*,? and(?: the)? \[state:\d+\])?"
_AND_MORE = (
    r"(?:(?:,|,? and|,? as well as)(?: the)? \[state:\d+\](?! (?:(?:also|then|later|soon|has|had|have|\w+ly) )*"
    r"(?:[a-z]+(?:ed|ing)|set up|sent|became|was|were|did|began)\b))*"
)
_ALONG_WITH = (
    r"(?:(?:(?!\[)[^;.,]){0,60}? (?:along with|together with|alongside|besides) (?:the )?"
    rf"\[state:\d+\]{_AND_MORE},?)?"
)
# Who came before in a rank: "the fifth member (after Chad and Mali) to recognise", "the third state, behind Chad, to".
_RANKED_BEHIND = r"(?:(?: \(|, )(?:after|following|behind|besides|along with) [^();.]{3,80}?(?:\)|,)(?= (?:to|that)\b))"
_GRANTS = (
    r"extend(?:ed|ing)?|grant(?:ed|ing)?|accord(?:ed|ing)?|give|gave|announc(?:ed?|ing)|declar(?:ed?|ing)"
    r"|proclaim(?:ed)?|pronounc(?:ed?|ing)|conferr?(?:ed)?|offer(?:ed)?|confirm(?:ed)?"
)
RECOGNISED = Pattern(
    rf"(?:(?P<actor>\[(?:state|person):\d+\]{_LISTED})"
    r"|(?:^|[,;] |\b(?:government|authorities|leaders|leadership) in )<capital:place>|<both>)"
    r"(?:,? (?:along|together|as well as|alongside|like|followed by)\b[^;.]{0,60}?,)?"
    rf"{_ALONG_WITH}(?P<link>(?:{_RANKED_BEHIND}|(?!<state>)[^;.]){{0,100}}?)\b"
    rf"(?P<verb>recogni[sz](?:ed|es|e)|recogni[sz]ing|{_ACKNOWLEDGED}"
    rf"|(?:{_GRANTS}) (?:[\w’']+ ){{0,4}}recognition (?:to|of))(?! as (?:the )?\[state)"
    r"(?: (?:the|its|their) (?:independence|sovereignty|statehood)(?= and\b))?"
    rf"(?:,? and (?:then )?(?:\w+ly )?(?:(?:re-?)?establish(?:ed|ing)?|restor(?:ed|ing)"
    rf"|resum(?:ed|ing)|open(?:ed)?|set up|enter(?:ed)? into) {RELATIONS} with)? {_STATEHOOD}"
    rf"(?P<object>\[(?:state|place):\d+\]{_AND_MORE})"
)
PRONOUN_RECOGNISED = Pattern(
    r"^(?:(?:on |in )?<date>,? )?(?P<actor>it|the (?:country|kingdom|republic|(?:\w+ )?government(?: (?:of|under"
    r"|led by) <person>)?|parliament|cabinet"
    r"|foreign ministry|ministry of foreign affairs))(?!\w)(?:(?!\[(?:state|person|both))[^;.]){0,70}?\b"
    r"(?P<verb>recogni[sz](?:ed|e)|extend(?:ed)? (?:\w+ ){0,3}recognition (?:to|of))"
    rf" {_STATEHOOD}<object:state>"
)
GRANTED = Pattern(
    r"<actor:state|person>(?: \w+ly| also| then| first)? (?P<verb>granted|gave|accorded) (?:the )?<object:state>"
    r"(?: (?:its|full|formal|official|diplomatic|de jure|de facto))* recognition"
)
NAMED = Pattern(
    r"<actor:state>(?:'s|’s|'|’)? (?:(?:government|first|formal|official|diplomatic|early|subsequent|full|own|final"
    r"|de jure|de facto|eventual|initial)(?:'s|’s)? )*"
    rf"(?P<verb>recognition) of {_STATEHOOD}<object:state>(?:(?:'s|’s)? (?:independence|sovereignty|statehood))?"
    r"(?: (?:came|followed|took (?:effect|place)|dates?(?: back)?|was (?:\w+ )?(?:announced|granted|given|declared))\b"
    r"(?:,? (?:on |in |from |to )?<dated:date>)?"
    r"|,? (?:on |in |from )?<date>)"
)
NAMED_BY = Pattern(
    rf"\b(?P<verb>recognition) of {_STATEHOOD}<object:state>(?:(?:'s|’s)? (?:independence|sovereignty|statehood|state"
    rf"|republic|nation|kingdom))?"
    r" (?:by|from) (?:the )?<actor:state>(?: (?:came|followed|took place|occurred|happened|was (?:announced|granted"
    r"|given))\b"
    r"(?:,? (?:on |in |from )?<dated:date>)?|,? (?:on |in |from )?<date>)"
)
BEGAN_WITH = Pattern(
    rf"\b(?:with|by|upon|after|following|through) (?:the )?(?:\w+ )?(?P<verb>recognition) of {_STATEHOOD}<object:state>"
    r"(?:(?:'s|’s)? (?:independence|sovereignty|statehood|state|republic|nation|kingdom))? (?:by|from) (?:the )?"
    r"<actor:state>"
)
IT_RECOGNISED = Pattern(
    r"<actor:state|person>(?: government)?(?:,? which)?(?:(?:(?! \[(?:state|person|both)| and )[^;.,]){0,50}?"
    rf"{_RANKED_BEHIND}? to"
    r" (?=recogni[sz]e )|(?: (?!\[)\w+){0,3}? | (?:was|were|became)(?: (?!\[)\w+){1,7}? (?:that|which) (?:\w+ly )?)"
    r"(?:(?P<verb>recogni[sz](?:ed?|ing)) "
    r"(?:it|them|(?:its|their) (?:(?:new|full|restored|renewed) )?(?:independence|sovereignty|statehood)"
    r"|(?:the|this) (?:(?:newly|new|young|neighbou?ring|nascent|fledgling|newborn|now|independent|sovereign|formed"
    r"|declared|(?:\w+-)?\w+(?:an|ic|ese)|arab|[a-z]+ern|east|west|south|north|island) )*"
    r"(?:state|nation|country|republic)(?:(?:'s|’s) (?:independence|sovereignty|statehood))?)(?![\w'’-])(?! of)"
    r"|(?P<given>(?:extend|grant|accord|pronounc)ed (?:(?:its|full|formal|official|diplomatic|immediate|de jure"
    r"|de facto) )*recognition)\b(?! (?:to|of|from)\b))"
)
RECOGNISED_BY = Pattern(
    rf"(?P<object>\[state:\d+\]{_LISTED})"
    r"(?:(?:(?!\[(?:state|person|both))[^;.]){0,80}?(?: (?:and|to be|to have been)|, it)\b)?"
    r"(?:(?:'s|’s) (?:\w+ )?(?:independence|sovereignty|statehood))?(?: \([^()\[\]]{0,60}\))?"
    r"(?:, (?!(?:and|but|which|who)\b)[^;,\[]{3,40}(?=,))?,? (?:which )?(?:was"
    r"|were|had been|is|being|has been|have been|(?:had )?(?:received|gained|won|obtained|secured|got|achieved))? ?"
    r"(?:(?:first|also|both|all|\w+ly|diplomatic|then|de jure|de facto|soon) )*"
    r"(?P<verb>recogni[sz]ed|recognition)(?: de jure| de facto|(?: as)? (?:an? )?[a-z ]*(?:state"
    r"|nation|country|republic))?(?:,? (?:in |on )?<date>,?)? (?:by|from) (?:the )?"
    rf"(?P<actor>\[state:\d+\]{_AND_MORE})(?: (?:government|authorities|parliament)\b)?"
)
AFTER_RECOGNISING = Pattern(
    rf"^(?:after|having|by|upon|on|following|since)(?: having)? (?:\w+ly )?(?P<verb>recogni[sz](?:ing|ed)) {_STATEHOOD}"
    rf"(?P<object>\[state:\d+\]{_AND_MORE})(?=(?:(?!\[state)[^;.]){{0,80}}?, (?:the )?<actor:state>)"
)
WHICH_RECOGNISED = Pattern(
    r"<object:state>,? (?:which|whom|that) (?:it|the (?:country|latter|former|two)|(?:the )?<actor:state>) (?:had )?"
    r"(?:(?:first|also|\w+ly) )*(?P<verb>recogni[sz]ed)(?=,? (?:(?:in|on|from) )?<date>)"
)
GAINED = Pattern(
    r"<object:state>(?:, (?!(?:and|but|which|who)\b)[^;,\[]{3,40},)? (?:had |also |first |soon )*"
    r"(?P<verb>(?:gained|obtained|received|won|secured) (?:the"
    r" )?(?:early |formal )?"
    r"(?=\[state:\d+\](?:'s|’s)? (?:(?:diplomatic|official|formal|full|de jure|de facto) )*recognition\b(?!"
    r" (?:of|as)\b)))"
    r"<actor:state>(?:'s|’s)? (?:(?:diplomatic|official|formal|full|de jure|de facto) )*recognition"
)
CAME_FROM = Pattern(
    r"^(?:(?:official|formal|diplomatic|full|de jure|de facto|early) )*(?P<verb>recognition)(?: (?:came"
    r"|followed))? (?:by|from)"
    r" (?:the )?<actor:state>(?: government)?(?: (?:came|followed|was (?:granted|given|announced)))?[:,]?"
    r" ?(?:on |in )?<date>"
)
GRANTED_BY = Pattern(
    r"\b(?P<verb>recognition) (?:was|had been) (?:\w+ly )?(?:extended|granted|accorded|given) to (?:the )?(?:\w+ )?"
    r"<object:state> by (?:the )?<actor:state>(?: (?:government|authorities|parliament))?"
)
MUTUAL_SIGNED = Pattern(
    r"\b(?:sign|issu|exchang|adopt|releas|publish)ed (?:(?!\[(?:state|person))[^;.,]){0,40}?(?:(?:communiqu[eé]"
    r"|declaration"
    r"|statement|notes?|protocol) (?:of|on) (?P<verb>mutual (?:diplomatic )?recognition)(?! (?:of (?!<both>)"
    r"|agreement))"
    r"|\W?(?P<named>mutual (?:diplomatic )?recognition)\W? (?:communiqu[eé]|declaration|statement|note|protocol))\b"
)
BEGAN_UNSAID = Pattern(
    rf"\b{RELATIONS}\b[^;.]{{0,60}}?\b(?:began|begun|started|commenced|date[sd]?(?: back)? (?:to"
    rf"|from))\b[^;.]{{0,40}}? with "
    rf"(?:the |an? |<state>(?:'s|’s)? )?(?:[a-z]+ ){{0,3}}?(?P<verb>recognition) of {_STATEHOOD}<object:state>"
    r"(?:(?:'s|’s)? (?:independence|sovereignty|statehood))?(?! (?:by|from|claim|passport))(?!['’-])"
)
MUTUAL = Pattern(
    r"\b(?P<verb>mutual (?:diplomatic )?recognition)(?: (?:of|between|by) <both>)?(?: (?:came|followed"
    r"|took place|occurred|was (?:announced|agreed|declared|granted)))?,? (?:on |in )?<date>"
)
GRANTED_EACH = Pattern(
    r"(?:<both>|<state> and (?:the )?<state>) (?:\w+ )?(?P<verb>accorded|granted|extended|gave|exchanged)"
    r"(?:(?<=exchanged)|(?= (?:mutual|<both>)))"
    r"(?= (?:mutual |<both> )?(?:(?:diplomatic|formal|official|full) )*recognition\b)"
)
EACH_RECOGNISED = Pattern(
    r"(?:(?P<actor>\[both:\d+\])|<state> and (?:the )?<state>) (?:\w+ )?(?P<verb>(?:re-?)?recogni[sz]ed?) <object:both>"
)
AND_EACH = Pattern(r",? and (?:\w+ly )?(?P<verb>(?:re-?)?recogni[sz]ed) <object:both>")
AND_RECOGNISED = Pattern(
    rf",? (?:and|but|then) (?:\w+ly |also |then )?(?P<verb>recogni[sz]ed) {_STATEHOOD}<object:state>"
)
BY_TREATY = Pattern(
    r"\b(?:declaration|treaty|agreement|accords?|protocol|convention)\b[^;.]{0,200}?\b"
    r"(?P<verb>recogni[sz](?:ed|es|ing)) (?:the )?(?:\w+ )?(?:independence|sovereignty|statehood) of (?:the )?"
    r"<object:state>"
)
OF_COLONY = Pattern(
    r"<actor:state>(?: \w+ly| first)? (?P<verb>recogni[sz](?:ed|es)) (?:the (?:\w+ )?(?:independence|sovereignty)"
    r" of (?:its|the) (?:former|old|erstwhile|rebel)|its (?:former|old|erstwhile|rebel)) (?:colony|possession"
    r"|province|territory|protectorate)\b(?! of (?:the )?<state>)"
)
