"""Journeys told by a verb: the words of going, receiving, sending and taking part, and the shapes in which they stand.

Read: "visited X", "became the first … to visit X", "was on a visit in X", "visited the country", "X hosted A", "X sent
A to Y". Who goes is settled by `journeys.subjects`; whether it happened, by `modality`.
"""

from __future__ import annotations

import re

from parsers.language.pattern import Pattern

VISITS = r"(?:visits?|trips?|tours?|journeys?|voyages?|stopovers?|stops?|stay|pilgrimage)"
_FIRST = r"(?:first|second|third|last|latest|only|highest[\w-]*|sole|\[rank:\d+\])"
_SPOT_NEXT = r"(?= (?:the )?\[(?:state|place))"
_MADE = (
    r"(?:paid|paying|made|making|undertook|conducted|completed|began|started|concluded|ended|wrapped up|"
    r"had|took|performed|led|headed|(?:was|were) (?:accorded|given|granted)"
    r"|carried out|embarked on|set off on|went on|came on|arrived on|(?:is|was|were|being|while) on"
    r"|(?:was|were) in(?= (?:an? )?(?:[\w-]+, )?(?:official|state|working|private|short|brief|return|[\w]+-day) ))"
)
_TIMES = r"(?:again|also|back|once more|twice|several times|\[quantity:\d+\])"
_BARE = (
    r"(?:visit|tour|travel to|return to|go to|fly to|come to|arrive in|stop in|journey to|(?:pay|make|"
    r"undertake|embark on)"
    rf" [^;.]{{0,30}}?{VISITS} (?:to|of|in))"
)
_DATED_SPOT_NEXT = (
    r"(?= (?:the )?\[(?:state|place):\d+\],? (?:(?:once|twice|before|again|already|for [^;.,\[]{2,20}|on [\w-]+ "
    r"occasions?)[, ]+)?\(?(?:in|on|from|between|during|for) (?:[a-z]+ )?\[date)"
)
_BEFORE_THEN = (
    r"(?:had|has|have) (?:(?:already|also|meanwhile|once|both|never before|previously|recently|since|earlier|himself"
    r"|herself) )*"
    rf"(?:(?:come|gone|flown) (?:back )?to{_SPOT_NEXT}"
    rf"|been (?:back )?in{_DATED_SPOT_NEXT})"
)
"""What somebody had done before then: "had come to X", "had already been in X once, in 2013"."""
_VERBS = (
    r"(?:(?:re)?visited|visiting|toured|touring|travell?ed|went|flew(?: in)?|journeyed|sailed|returned|"
    r"(?:arrived|landed|stayed|touched down|stopped(?: over| off)?)"
    r"|came (?:back )?to(?! (?:power|office|the throne|prominence|fame|light|terms|an? |agree|blows|public)\b)"
    r"|(?:has|have|had) been to|had (?:already )?been in(?= (?:the )?\[(?:state|place))"
    rf"|(?:was|were) (?:accompanied|joined) (?:on|during|in) (?:his|her|their) (?:(?!\[person)[^;.]){{0,30}}?{VISITS}"
    r"|set foot (?:in|on)|headed (?:to|for)|made (?:his|her|their) way to"
    r"|(?:left|departed|set off|set out) for"
    r"|(?:paid|paying)(?= (?:the )?\[(?:state|place):\d+\] (?:an?|another|his|her|their) (?:[\w-]+ ){0,4}?visit\b)"
    rf"|(?:reached|inspected){_SPOT_NEXT}|{_BEFORE_THEN}"
    r"|called on (?:him|her|them)(?= (?:there )?(?:in|at) (?:the )?\[place)"
    r"|(?:was|were) \[person:\d+\](?:['’]s|['’]) (?:[\w-]+ )?guests?(?= (?:in|at)\b)"
    r"|(?:was|were) (?:again )?an? (?:state|official|special) guests?(?= (?:in|at) (?:the )?\[place)"
    r"|(?:was|were) (?:an? |the )?(?:[\w-]+ )?guests? of (?!hono)(?:the |his |her )?(?:\[person:\d+\](?= (?:in|at)\b)|)"
    rf"|spent (?:(?!\[person)[^;.]){{1,30}}? in{_SPOT_NEXT}|(?:was|were|is) (?:{_TIMES} )?in{_SPOT_NEXT}"
    r"|(?:was|were) (?:also |[\w]+ly )?(?:received|hosted|welcomed|greeted)(?= (?:with [^;.,\[]{3,40} )?(?:in|at|to)\b)"
    r"|(?:was|were) (?:also |then )?(?:sent|dispatched|despatched)(?= (?:as [^;.\[]{1,30} )?(?:to|on)\b)"
    rf"|{_MADE} (?:\[quantity:\d+\](?= to )|(?:(?!\[person)[^;.]){{0,60}}?{VISITS}(?: of \w+)?)"
    r"|(?:led|headed|brought|leading|heading|(?<=\] )(?:leads?|heads)) (?!by\b)"
    r"(?:an? |the |\[state:\d+\]['’]s )?(?:[\w-]+ )*?(?:\[person:\d+\]|"
    r"delegations?|missions?|(?:group|party|team|contingent) of (?:\[quantity:\d+\]|[a-z]+)(?= to\b))"
    r"(?: of (?:[\w-]+ ){0,3}?\[person:\d+\]| of (?:(?!\[)[a-z-]+ ){0,2}?[a-z-]+(?=,? (?:that|which) ))?"
    r"(?:,? (?:that|which) (?:visited|toured|travell?ed|went|flew|came|arrived|took part|participated|attended))?"
    r"|(?:took|taking|bringing) (?:an? |the )(?:(?:large|big|strong|high-level|\[quantity:\d+\]|business|trade|economic"
    r"|parliamentary|ministerial|government|official|cultural|investment) ){1,2}"
    r"(?:\[person:\d+\]|delegation|mission)(?: of (?:\[(?:state|quantity):\d+\] )?[\w-]+)?(?= to\b)"
    rf"|(?:became|becoming|(?:has|have|had) become|was|were|is"
    rf"|being)(?:,? in \[date:\d+\],?)? (?:the )?(?:\w+[- ]){{0,2}}?{_FIRST}[^;.]{{0,60}}? to (?:\w+ly |ever )?"
    rf"(?:visit|tour|travel to|come to|go to|fly to|set foot (?:in|on)|(?:pay|make|undertake"
    rf"|conduct) [^;.]{{0,30}}?{VISITS} to)"
    rf"|(?:became|becoming|was|were) (?:the )?(?:\w+[- ]){{0,2}}?{_FIRST}[^;.]{{0,60}}? (?:to be )?(?:officially )?"
    r"(?:received|welcomed|hosted)(?= (?:in|at)\b)"
    rf"|(?:became|becoming|was|were) (?:the )?(?:\w+[- ]){{0,2}}?{_FIRST} [^;.]{{0,40}}?"
    r"(?:who|that) (?:visited|came to|travell?ed to|(?:paid|made|undertook) [^;.]{0,30}?visit to)"
    rf"|would (?:(?:later|also|then|again|eventually|subsequently|go on to|return to|once again) )*{_BARE}"
    r"|(?<=\] )(?:visits?|tours?|travels? to|flies to|arrives? in|(?:pays?|makes?|undertakes?) [^;.]{0,30}?visit to)"
    rf"{_SPOT_NEXT}"
    r"|(?:who had|had|has|have) visited)"
)
_WAY = (
    r"(?: with (?:[\w-]+ ){0,4}?\[person:\d+\])?"
    r"(?:(?!\[person|\[state|\[place|\b(?:that|which|who|whose|where|relations?|said|told|because|although"
    r"|opened|signed|while|embassy|exhibition|ambassador"
    r"|against|invit\w+|met|of his|of her)\b)[^;]){0,60}?"
)
WENT = Pattern(rf"\b(?P<verb>{_VERBS})(?P<way>{_WAY})<to:state|place>")
HE_WENT = Pattern(
    rf"\b(?:he|she|they|the "
    rf"latter)\b(?P<link>(?:(?!\[person)[^;.]){{0,50}}?)\b(?P<verb>{_VERBS})(?P<way>{_WAY})<to:state|place>"
)
_PRESENT = r"(?:was|were) (?:also )?(?:present|in attendance) at"
_LAND = (
    r"(?:country|capital|republic|kingdom|islands?|nation|emirate|sultanate|neighbou?r(?:ing country)?|"
    r"host country|other|city|town)"
)
WITHOUT_PLACE = Pattern(
    r"\b(?P<verb>(?:returned|reciprocated|repaid) (?:the|his|her|this|that) (?:[\w-]+ )?"
    r"(?:visit|gesture|call|compliment)\b"
    r"|reciprocated(?= (?:in|on|during|later in) \[date| the (?:next|following) (?:year|month)|[.,])"
    r"|(?:(?:was|were|(?:has|had|have) (?:(?:already|also|last|previously) )*been) (?:back )?|went (?:back )?"
    r"|came back |(?:travell?ed|flew|landed|stayed|returned) )there"
    r"(?=,? (?:(?:again|also|once|twice|before|already|as [^;.,\[]{3,30}),? ){0,4}"
    r"(?:(?:in|on|from|between|for) |\[date))"
    r"|(?:was|were) (?:also |\w+ly )?(?:received|welcomed|hosted|greeted) there"
    r"(?= (?:again )?(?:(?:in|on|by|for) |\[date))"
    r"|flew in(?= (?:on|in|for|from) )|(?:was|were|came|went) back(?= (?:again |once more )?(?:(?:in|on|for) )?"
    r"(?:(?:an? |the )?\[date|talks |another |further ))"
    r"|arrived(?= (?:there )?(?:(?:on|in|late on) )?\[date|[.,;]| for a [^;.]{0,40}visit)"
    r"|return(?:ed|ing)(?= (?:again |once more |there |briefly )?(?:(?:in|on|for talks in|for talks on) )?\[date)"
    r"|(?:did|(?:had|has|have) (?:already |also )?done) (?:so|the same|likewise)(?= (?:again )?(?:(?:in|on) )?\[date)"
    rf"|(?:was|were|had been) (?:again |back )?in (?:the|this) {_LAND}(?= (?:(?:in|on|from|between) )?\[date)"
    rf"|(?:return(?:ed|ing)|(?:came|went|coming) back) to (?:the|that|this) {_LAND}\b(?!['’])"
    rf"|returned(?= (?:again |there )?for (?:an?|the|another|further) )"
    r"|followed(?=[.;]?$)|(?:came|went|followed(?: suit)?)(?= (?:(?:in|on|from) )?\[date:\d+\](?! (?:by|to)\b))"
    r"|(?:led|headed) (?:an? |the )(?:(?!\[)[\w-]+ ){0,3}?(?:\[person:\d+\]|delegation|mission)"
    r"(?: of (?:\[quantity:\d+\]|(?!the\b)[\w-]+))?"
    r"(?= (?:in|on) \[date:\d+\](?![^;]*\[(?:place|state)))"
    r"|(?:came|went)(?= (?:again|twice|\w+ times)[,:]? (?:(?:as [^;.,\[]{3,40}|first|in|on) ){1,4}\[date)"
    r"|(?:visited|visiting|toured|travell?ed to|flew to|came to|arrived in|(?:has|had|have) visited)"
    rf" (?:the|this|that|the other|each other's) (?:(?:[\w-]+|\[(?:body|place):\d+\]) ){{0,3}}?{_LAND}(?!['’])\b"
    rf"|(?:attended|participated in|took part in|{_PRESENT}) the independence (?:celebrations?|ceremon(?:y|ies)"
    r"|festivities)(?![^;.]*\[(?:place|state))"
    rf"|(?:attended|participated in|took part in|{_PRESENT}) the (?:country|nation)['’]s (?:[\w-]+ ){{0,3}}?"
    r"(?:independence|national day|inauguration|anniversary|celebrations)\b"
    r"|(?:became|becoming|was) the (?:very )?first [^;.]{0,60}?to (?:(?:visit|travel to|come to|tour)"
    rf" (?:the|this|that) (?:[a-z-]+ )?{_LAND}(?!['’])\b"
    r"|(?:pay|make|undertake) (?:such )?(?:an? )?(?:[\w-]+ ){0,3}?visit(?=[.,;]|$))"
    r"|visited(?= (?:again |twice |for the \[rank:\d+\] time |briefly |officially )?\(?(?:in |on |from |"
    r"between |during )?(?:\[date|[.;]?$)"
    r"| (?:and|to) (?:signed?|met|meet|held|hold|agreed?|discuss(?:ed)?)\b)"
    r"|(?:was|were) (?:again )?an? (?:state|official) guests?(?= (?:(?:in|on|from) )?\[date|[,.;])"
    r"|(?:paid|made|undertook) (?:another|an? (?:second|third|further|final|return|repeat)) (?:[\w-]+ ){0,3}?trip"
    r"(?= (?:(?:on|in|from) )?\[date:\d+\](?!,? to )|[.;])"
    r"|(?:paid|made|undertook) \[quantity:\d+\](?: (?:more|further|additional|other) (?:[\w-]+ )?(?:visits|trips))?"
    r"(?=,? (?:in|on) \[date)"
    r"|(?:paid|made|undertook|returned on|came on|arrived on) (?:an? |the )?(?:first |second )?"
    r"(?:(?:\[(?:quantity|rank):\d+\])?[\w-]+,? (?:and )?){0,4}?"
    r"(?:visits?(?=(?: of (?:his|her|their) own,?)? (?:(?:on|in|from) )?\[date|[.,;])"
    rf"|{VISITS}(?= to (?:the|this|that) (?:[\w-]+ ){{0,2}}?{_LAND}(?!['’])\b))"
    rf"|spent (?:(?!\[person)[^;.]){{1,30}}? in (?:the|this|that) {_LAND}(?!['’])\b)"
)
TO_PERSON = Pattern(
    r"\b(?P<verb>visited|paid (?:an? )?(?:[\w-]+ )?visit to|called on) (?:(?:the|his|her|then|their|"
    r"counterpart) )*<to:person>"
)
_FOUGHT = r"(?! [^;.]{0,60}?\b(?:war|battle|fighting|campaign|invasion|rebellion|uprising|revolution|siege)\b)"
_EVENT = r"(?:the )?(?P<where>(?:(?!\[person)[^;,]){0,30}?)<to:place|state>"
HE_BEFORE = re.compile(r"\b(?:he|she|the latter)\b(?: \w+){0,3} $|\b(?:he|she)\b[^;.]{0,60} and (?:\w+ )?$", re.I)
ATTENDED = Pattern(
    rf"\b(?P<verb>attended|attending|(?:participated|took part) in{_FOUGHT}|addressed|spoke at|{_PRESENT}"
    r"|(?<!was )(?<!were )joined"
    r"|(?:was|were) (?:the |a |an )?(?:chief |special |honou?red |main |principal )?guests?(?: of honou?r)?,? at"
    r"|(?:was|were) (?:in attendance|present)(?= (?:in|when|as)\b)"
    r"|(?:went|came|travell?ed|flew|returned) (?:to|for) (?:the |an? )(?:[\w-]+ ){0,4}?(?:summit|conference"
    r"|congress|session|funeral|coronation|wedding|inauguration|ceremony|celebrations?|opening|signing|talks|forum)\b"
    r"|(?:was|were) (?:awarded|decorated|presented with|conferred|bestowed|invested|honou?red)"
    r"(?=[^;.]*\b(?:ceremony|visit|reception|event)\b)"
    r"|received (?:an? |the |his |her )?(?:[\w-]+ ){0,5}?(?:prize|award|doctorate|order|medal|degree|title|key)\b"
    r"|co-chaired|delivered (?:an? |the )?(?:[\w-]+ )?(?:speech|lecture|address)|gave (?:an? )(?:[\w-]+ )?(?:speech"
    r"|lecture|address)|(?:was|were) among (?:the |those )?[\w -]{0,30}?(?:guests|leaders|attending|present|attendees)"
    r"|represented (?:(?:his|her|their|the) )?(?:[\w-]+ )?(?:country|government|nation|state|president|"
    r"king|queen|\[(?:state|person):\d+\])"
    r" (?:at|in|on|during)|paid (?:his|her|their) (?:last |final )?respects)"
    rf"(?P<way>(?: |(?<=leaders), )(?:(?!as well as to|, (?:and|but|while) (?:the )?\[person)[^;]){{0,140}}?)"
    rf"\b(?:in|at|to) {_EVENT}"
)
CEREMONY_NOUN = (
    r"(?:state )?(?:funeral|burial|inauguration|coronation|wedding|investiture|enthronement|swearing-in|memorial"
    r"|jubilee|birthday|requiem|proclamation)(?: (?:service|ceremony|ceremonies|celebrations?|mass|festivities))*"
)
GUEST_AT = (
    rf"(?:attended|attending|participated in|took part in|{_PRESENT}"
    r"|(?:was|were) (?:an? |the )?(?:chief |special |honou?red )?guests?(?: of honou?r)?,? at"
    r"|(?:represented|joined) [^;.]{2,60}? (?:at|in|during|for)|(?:came|travell?ed|flew|arrived|went) (?:for|to attend)"
    r"|(?:led|headed) (?:the|an?|his|her) (?:[\w-]+ )?(?:\[person:\d+\]|delegation) (?:to|at|for)"
    r"|(?:was|were) among [^;.]{2,50}? (?:at|attending))"
)
_NATIONAL = (
    r"(?:independence|(?:national|republic|flag|constitution|victory|unity) day|bicentennial|bicentenary"
    r"|centennial|centenary|liberation)"
    r"(?! (?:war|struggle|army|front|movement))"
)
_LAND_FEAST = (
    rf"(?P<land><state>)(?:['’]s)? (?:(?!\[|war\b)[\w-]+ ){{0,4}}?{_NATIONAL}\b"
    rf"|(?:(?!\[)[\w-]+ ){{0,4}}?{_NATIONAL} (?:(?!\[)[\w-]+ ){{0,2}}?(?:of|in) (?:the )?(?P<country><state>)"
)
_HELD_FOR = r"(?:the )?(?:late |then |new )?(?P<host><person>)"
CEREMONY = Pattern(
    rf"\b(?P<verb>{GUEST_AT}) (?:the )?(?:(?:(?!\[)[\w-]+ ){{0,4}}?(?:of|for|marking) (?:the )?)?"
    rf"(?:{_LAND_FEAST}|{CEREMONY_NOUN} (?:of|for) {_HELD_FOR}"
    rf"|(?P<owner><person>)['’]s? (?:[\w-]+ )?{CEREMONY_NOUN})"
)
CEREMONY_BY = Pattern(
    rf"(?:\b{CEREMONY_NOUN} of {_HELD_FOR}|(?P<owner><person>)['’]s? (?:[\w-]+ )?{CEREMONY_NOUN}|(?:{_LAND_FEAST}))"
    r"[^;.]{0,60}? (?P<verb>(?:was|were) (?:also )?attended) by (?:[a-z]+ ){0,3}?<visitors:persons>"
)
GUESTS_WERE = Pattern(
    r"\b(?:among|guests|attendees|dignitaries)\b[^;.\[]{0,40}? (?:at|for|in) (?:the )?"
    rf"(?:{CEREMONY_NOUN} of {_HELD_FOR}|(?P<owner><person>)['’]s? (?:[\w-]+ )?{CEREMONY_NOUN}|(?:{_LAND_FEAST}))"
    r"[^;.\[]{0,30}?(?:(?:in|on) \[date:\d+\] )?(?P<verb>was|were|included?) (?:[a-z]+ ){0,3}?<visitors:persons>"
)
AT_EVENT = Pattern(
    rf"\b(?P<verb>attended|attending|(?:participated|took part) in|addressed|spoke at|{_PRESENT})(?P<way>)"
    r" (?:the )?(?:(?:closing|opening|launch|start|inauguration)(?: ceremony)? of (?:the )?)?"
    r"(?:\[date:\d+\] )?<to:place>(?:\+\d+)? (?:(?!\[)[\w-]+ ){0,4}?(?:summit|olympics|olympic games|conference"
    r"|forum|games|expo|congress|fair|talks)\b"
)
ATTENDED_BY = Pattern(
    r"\b(?:forum|conference|congress|summit|seminar|symposium|exhibition|fair|ceremony|festival|celebrations?|session"
    r"|round table|workshop)\b(?:(?!\[person|\[state|\b(?:and|that|who)\b)[^;.]){0,60}? in <to:place>"
    r"(?:,? (?:in|on|from) \[date:\d+\])?,? (?:(?:which|that) )?(?P<verb>(?:(?:was|were) )?(?:also )?attended by)"
    r" (?:(?!\[)[a-z-]+ ){0,4}?<visitors:persons>"
)
WHICH_ATTENDED = Pattern(
    r"(?:in|at|to) <to:place>(?:, <state>)?(?: for (?:(?!\[)[^;,.]){3,40})?"
    r"(?: (?:in|on|from) <date>)?, which (?:(?:the|then) )*(?:<visitors:person>|he|she)"
    r" (?:also |later |then |personally )*(?P<verb>attended|joined|opened|chaired|addressed)\b"
)
_SPEECH = r"(?:an? |the )?(?:[\w-]+ ){0,2}?(?:speech|lecture|address) (?:before|to)"
_PARLIAMENT = r"(?:parliament|national assembly|congress|senate|legislature|diet|house|riksdag|chamber)"
_SITTING_OF = (
    r"(?:(?:a|the|an|both|joint|special|extraordinary|plenary|sessions?|sittings?|meetings?|members|houses|of) )*"
    rf"(?:(?=\[place)|(?=\[state:\d+\](?:'s|’s)? (?:[a-z]+ )?{_PARLIAMENT}\b)"
    rf"|(?:[a-z]+ )?{_PARLIAMENT} of (?:the )?(?=\[state))"
)
_NOT_AFAR = r"(?![^;.]*\b(?:video|virtual\w*|remotely|online|telephone)\b)"
ADDRESSED = Pattern(
    rf"\b(?P<verb>addressed|(?:spoke|apologi[sz]ed) (?:before|to)|(?:delivered|gave|made) {_SPEECH}"
    r"|(?:(?:became|becoming|(?:has|have|had) become|was|were|is|being) (?:the )?(?:\w+[- ]){0,2}?"
    rf"{_FIRST}[^;.]{{0,60}}?"
    r"|(?:had|(?:was|were) (?:given|granted|accorded)) (?:the )?(?:rare )?(?:honou?r|opportunity|chance|privilege)) (?:"
    rf"to (?:ever )?(?:address|speak (?:before|to|at)|(?:deliver|give|make) {_SPEECH})|of addressing))(?P<way>) "
    rf"{_SITTING_OF}<to:place|state>{_NOT_AFAR}"
)
SPOKE_AT = Pattern(
    r"(?:^|, )(?P<verb>(?:in|during) (?:an? |his |her )(?:\[date:\d+\] )?(?:[\w-]+ )?(?:speech|address) (?:to|before)"
    rf"|(?:while |when |on )?addressing)(?P<way>) {_SITTING_OF}<to:place|state>{_NOT_AFAR}"
    rf"(?:['’]s)?(?: [a-z]*{_PARLIAMENT})?(?: (?:in|on) (?:the )?\[(?:date|place):\d+\]){{0,2}}, (?:the |then )*"
    r"<visitors:person>"
)
ACTED = Pattern(
    r"\b(?P<verb>inaugurated|unveiled|laid (?:an? |the )?(?:wreath|foundation stone|cornerstone)|planted a tree"
    r"|inspected|visited an? [\w-]+|toured an? [\w-]+|(?:formally |officially )?opened(?= (?:the|an?|its|his|her) "
    r"(?!embass|consul|mission|legation))"
    r"|inaugurated (?:the|its) (?:(?:new|first|permanent|\[state:\d+\]) )*"
    r"(?:embassy|chancery|consulate[\w-]*|high commission)"
    r"|(?:opened|inaugurated) (?:his|her) (?:own )?country['’]s (?:new |first )?(?:embassy|consulate|mission))"
    r"(?P<way> (?:(?!\[person|embass|consul|legation)[^;.]){0,100}?)(?: |\b)(?:in|at) (?:the )?<to:place|state>"
)
FIRST_WAS = Pattern(
    r"(?:\b(?:first|last|latest|second|only|highest[\w-]*|most (?:senior|recent))\b|<rank>)[^;.]{0,40}? "
    r"(?P<verb>to (?:have (?:ever )?visited|(?:ever )?visit|travel to|come to|(?:pay|make|undertake|come on|arrive on)"
    r" [^;.]{0,30}?visit to)|who visited) (?:the )?<to:state|place>"
    r"(?:,? (?:in|on) <date>)? (?:was|were|is|has been) (?:the )?<visitors:persons>"
)
FIRST_THERE = Pattern(
    r"(?:\b(?:first|last|latest|second|only|highest[\w-]*|most (?:senior|recent))\b|<rank>)[^;.]{0,40}?<office:person> "
    r"(?P<verb>to (?:(?:ever )?visit|travel to|come to|(?:pay|make|undertake) [^;.]{0,30}?visit to)) (?:the|this) "
    rf"(?:(?:[\w-]+|\[(?:state|place|body):\d+\]) ){{0,3}}?{_LAND} (?:was|is|has been) (?:the )?<visitors:person>"
)
FIRST_TO_GO = Pattern(
    r"<to:state|place> (?P<verb>was|became|being) (?:also )?(?:the |his |her |their )?(?:(?:very )?first|"
    r"second|last|next) (?:(?!\[person)[^;.,]){0,30}?(?:country|state|capital|destination|stop|place|city|nation)"
    r"(?:(?! (?:he|she)\b|\[person)[^;.]){0,25}? (?:he|she|<visitors:person>) (?:had |officially "
    r")?(?:visited|travell?ed to|went to)"
)
CHOSEN = Pattern(
    r"\b(?P<verb>chose|picked|selected|made) (?:the )?<to:state|place> (?:(?:as|for) )?"
    r"(?:the (?:destination|goal|stop) (?:of|for) )?"
    r"(?:(?:his|her|their) (?:very )?(?:first|second|last|\[rank:\d+\]),? "
    r"|(?:the )?(?:very )?first (?:stop|leg|destination) (?:of|on|for) (?:his|her|their) )(?:(?!\[person)[^;.,]){0,30}?"
    rf"\b(?:{VISITS}|destination)\b"
)
HOSTED = Pattern(
    r"(?<!by )(?<!in )<to:state|place>(?:'s government)?"
    r"(?: (?!troops|soldiers|forces|sailors|students|workers|prisoners|peacekeepers)\w+"
    r"|,(?: [a-z-]+){1,5},| [a-z]+ed [^,;.\[\]]{3,30} in"
    r" \[date:\d+\] and)? (?P<verb>(?:was|were|(?:has|have"
    r"|had) been) (?:also )?visited(?: (?:in|on) \[date:\d+\])? by"
    rf"|(?:was|became|being) (?:the )?{_FIRST} (?:(?!\[person)[^;.,]){{0,30}}?(?:country|state|nation|destination"
    r"|capital|city)(?: to be| that was)? visited by"
    r"|received|hosted|welcomed|greeted|entertained|saw|witnessed|(?:played|was) host to"
    r"|rolled out the red carpet for)"
    r"(?: \[state:\d+\] (?:[a-z]+ )?(?:dignitaries|leaders|officials|politicians|guests|visitors|ministers),?"
    r" (?:such as|including|among them))?"
    r"(?: (?!\[|visits?\b|delegations?\b)\w+){0,4}? (?:the )?(?:visits? (?:by|of) (?:the )?)?<visitors:persons>"
    r"(?!(?:['’]s)? (?:[a-z]+ )?(?:government|administration|regime|cabinet)\b)"
)
ON_VISIT = Pattern(
    rf"\b(?P<verb>received|hosted|welcomed|greeted) (?:(?:the|his|her|their|its) )?<visitors:persons>,? (?:for|on"
    rf"|during) (?:an?|his|her|their) (?:(?!\[person)[^;.,]){{0,30}}?{VISITS}\b"
)
VISIT_THAT = Pattern(
    r"\b(?:visit|trip|tour) (?:(?:that|which|the|then|his|her|their) )*<visitors:person>,? (?:had |has )?"
    r"(?:earlier |also )?(?P<verb>made|paid|undertook|undertaken) to (?:the )?<to:state|place>"
)
WELCOMED_TO = Pattern(
    r"\b(?P<verb>welcomed|greeted) (?:(?:the|his|her|its|then|counterpart) )*<visitors:persons> to (?:the )?"
    r"<to:state>(?=[,.;]|$| (?:in|on|for|during|at|as|and|with|where)\b)"
)
SENT = Pattern(
    r"<sender:state|person>(?:'s|’s)?(?: government| parliament| authorities)? (?:also |had |has "
    r"|then )?(?P<verb>sent|dispatched|despatched) (?:an? |its |the |his |her )?"
    r"(?:(?!\[|\bto\b)[\w-]+ ){0,5}?<visitors:person>(?: of [a-z]+)?(?:,? (?:led|headed) by (?:his |her |the |its "
    r")?<head:person>)?(?:,? and (?:the )?<second:person>)?(?:,? and [^;.\[]{3,50}?)?"
    r"(?: (?:of|to) (?:the |its |his |her )?<person>)?(?:,(?:(?!\[date)[^;.]){3,80}?)?,?"
    r"(?: (?:on (?:an? |the )?(?:[\w-]+ )?(?:visit|mission|trip)|as (?:an? |his |her |its )?(?:[\w-]+ ){1,4}?))?"
    r" to (?:the )?(?:(?:visit|attend [^;.\[]{3,60}? in|represent (?:him|her|it|the [a-z]+) (?:at|in)"
    r"|(?:(?!\[)[\w-]+ ){0,4}(?:celebrations?|ceremony|funeral|inauguration|coronation|conference|summit) (?:in|of))"
    r" (?:the )?)?<to:state|place|person>"
    r"(?:(?: (?:in|on))? \[date:\d+\])?(?:,? (?:which was |that was )?(?:led|headed) by (?:the |its )?<chief:person>)?"
)
VISITORS_WERE = Pattern(
    r"\b(?P<verb>visitors|guests|visits|trips|(?:who|that) (?:have |had )?(?:visited|travell?ed to|been to))\b"
    r"(?:(?!\[person)[^;.]){0,60}?(?::(?!\d)|,? "
    r"\b(?:includ(?:ed?|es|ing)|were|are|such as"
    r"|among them|notably)"
    r"(?: (?:(?:the )?(?:those|that|visits?|trips?) )?(?:of|by|from|paid by)(?= (?:the )?\[person))?)"
    r"(?= (?:the )?\[person)"
)
VISITS_IN = Pattern(
    r"\b(?P<verb>visits?|trips?)\b[^;.]{0,80}? (?:took place|(?:was|were) (?:made|paid|held)|occurred|followed) in "
    r"(?=\[date:\d+\] \((?:by |of )?(?:the )?\[person)"
)
RETURNED_BY = Pattern(
    r"\b(?:visit|trip|tour)[^;.]{0,80}? (?P<verb>(?:reciprocated|returned|repaid|followed))(?: (?:in|on) <when:date>)? "
    r"by (?:that of |(?:the|then|their|his|her|contemporary|respective|counterpart) ){0,3}"
    r"<visitors:persons>(?: (?:in|on|during) <then:date>)?(?(then)|(?=[,;.]|$| (?:in|on|who|the|with|as)\b| \[date))"
)
WHICH_RETURNED = Pattern(
    rf"\b{VISITS}\b[^;.]{{0,80}}?,? (?:which|that) <visitors:persons> (?:then |later |himself |herself )?"
    r"(?P<verb>returned|reciprocated|repaid)\b"
)
EXCHANGED = Pattern(
    r"<one:person>(?: of <state>)?,? and (?:the )?<other:person>(?: of <state>)?,? (?:(?:in|on) \[date:\d+\],? )?"
    r"(?:have |had |has )?(?:both )?"
    r"(?:(?:(?!\[|that\b|who\b|which\b)[\w-]+ ){1,9}and )?"
    r"(?P<verb>exchanged (?:[\w-]+ )?visits|(?:paid|made) (?:[\w-]+ )?(?:reciprocal (?:[\w-]+ )?visits"
    r"|visits (?:reciprocally|to each other|to \[both:\d+\](?:['’]s)? (?:countries|capitals)))"
    r"|visited (?:each other|one another|\[both:\d+\])(?:['’]s (?:countries|nations|states|capitals|homelands))?)"
)
VISITING = Pattern(r"\bthe (?P<verb>visiting) (?:then )?<visitors:person>")
MET = re.compile(
    r"\b(?:met|(?:held|had|conducted) (?:[\w-]+ ){0,3}?(?:talks|meetings?|discussions|consultations)|(?:was"
    r"|were) (?:also )?(?:received|welcomed|hosted)|receiv(?:ed|ing)|welcom(?:ed|ing)|hosted|meeting|conferred"
    r"|called on)\b",
    re.I,
)
