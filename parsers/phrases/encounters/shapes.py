"""Shapes of encounters: who met, received, phoned, held talks with whom."""

from __future__ import annotations

import re

from parsers.language.pattern import Pattern

_TALKS = (
    r"(?:talks|meetings?|discussions|consultations|negotiations|conversations?|summit|phone call|call"
    r"|telephone (?:call|talk|conference)|bilateral(?= with\b)|video call"
    r"|audience|dialogue|phone conversation|video ?-?conference|teleconference"
    r"|encounter|t[êe]te-[àa]-t[êe]te|working (?:lunch(?:eon)?|dinner|breakfast))"
)
_LED = r"(?:(?:co-)?(?:chaired|presided over|headed|led)|(?:chaired|presided over|led) jointly)"
_SITTING = (
    r"(?:sessions?|sittings?|meetings?|talks|consultations|dialogue|commission|committee|council|round|forum|summit|conference"
    r"|working group)"
)
# "Several politicians, among them [person]": the one named is of those met.
_AMONG_THEM = (
    r"(?:[a-z-]+ ){1,5}?(?:\[state:\d+\] )?[a-z]+,? (?:including|among (?:them|whom)|such as) "
    r"(?:(?:the|his|her|then) )*"
)
_VERBS = (
    rf"(?:met(?! (?:(?:his|her|their|its) (?:death|end|fate|match|demise)|with (?:[\w-]+ )?(?:success|resistance"
    r"|opposition|failure|criticism|approval|refusal|protests?|disapproval|hostility))\b)"
    r"|(?<!to )(?<!will )(?<!would )(?<!could )(?<!can )(?<!not )meets?|saw(?= (?:\[person|the \[person|also ))"
    rf"|(?:to (?:meet|see|discuss|confer|talk|exchange views|hold (?:[\w-]+ ){{0,2}}?(?:talks|meetings|discussions))"
    rf"|for (?:[\w-]+ ){{0,3}}?{_TALKS}|(?:in|during|over) (?:an?|their|his|her) (?:[\w-]+ ){{0,2}}?{_TALKS}"
    r"|(?:was|were) (?:granted|given) an audience)"
    rf"|(?:(?<=, )|(?<=, and )|(?<=after )|(?<=while )|(?<=upon )|(?<=when )|(?=meeting there ))meeting"
    rf"(?= (?:there )?(?:with )?(?:{_AMONG_THEM}|(?:(?:the|his|her|then) )*(?:[a-z]+ )?)\[person)"
    rf"|(?:held|had|holds|hold|holding|having|led|conducted|attended|participated in|took part in|engaged in"
    r"|entered into|opened|began|resumed|continued) (?:(?!\[person"
    rf"|\band\b(?! [\w-]+ (?:talks|meetings|discussions|consultations)\b))[^;.]){{0,40}}?{_TALKS}"
    r"|conferred|consulted|spoke|talked|sat down|shook hands|dined|lunched"
    r"|got together|came face[ -]to[ -]face|(?<=, )(?:received|welcomed|hosted|greeted)"
    r"(?= (?:(?:there|(?:at|in) (?:(?!\[person)[^;,.]){3,60}?) )?by )"
    r"|received (?:an? )?(?:\w+ )?call from"
    r"|(?:had|held) (?:an? )?(?:working |private |official )?(?:dinner|luncheon|lunch|breakfast|tea)(?= with )"
    r"|(?:granted|gave)(?= (?:(?:the|his|her|then) )*\[person:\d+\](?:(?:,? and|,) (?:the )?\[person:\d+\])* "
    r"(?:an? |their )(?:[\w-]+ )?audience\b)"
    r"|(?:granted|gave) an audience|(?:was|were) paid an? (?:[\w-]+ )?(?:visit|call)(?= by )"
    r"|(?:hosted|gave|held) an? (?:[\w-]+ )?(?:dinner|banquet|luncheon|lunch|reception)(?= (?:for|in honou?r of))"
    r"|(?:was|were) (?:(?:also|later|then|warmly|first|again) )*(?:received|welcomed|hosted|greeted)"
    r"|(?:was|were) met(?= (?:(?:there"
    r"|warmly|on arrival|upon arrival"
    r"|(?:at|in) (?:the )?(?:[\w-]+ )?(?:airport|port|\[place:\d+\])) )?by )|received|welcomed|hosted|greeted"
    r"|(?:became|becoming|was) the (?:\w+[- ]){0,2}?first[^;.]{0,40}? to (?:meet|hold talks with|receive|"
    r"be received by)"
    r"|visited(?= (?:(?:the|his|her|then|counterpart) )*\[person:\d+\](?!['’]))"
    r"|(?:told|informed|assured|briefed|urged|thanked)(?= (?:(?:his|her|the) |\[person))|congratulated|telephoned|"
    r"phoned|called(?: on|(?= (?:(?!of\b|for\b)[\w’'-]+ ){0,4}?\[person))"
    r"|paid (?:a|an|her|his) (?:[\w-]+ )?(?:courtesy )?call (?:on|to)"
    r"|paid (?:a|an|her|his) (?:[\w-]+ )?visit to(?= (?:(?:the|his|her|then) )*\[person:\d+\](?!['’]))"
    r"|(?:was (?:the|a)|were(?: the)?) (?:(?:state|official|personal) )?guests? of(?! honou?r)"
    r"|exchanged views|discussed|negotiated"
    r"|raised|took up"
    rf"|represented (?:(?:the|his|her|their) )?(?:\[state:\d+\]|[\w-]+) "
    rf"(?:at|in|during) (?:the )?(?:[\w-]+ ){{0,3}}?{_TALKS})"
)
_WAY = (
    r"(?:(?!\[person|, and (?:in|on) \[date|\b(?:met|meets?|that|which|who|whose|where|agreed|signed|visited"
    r"|attended|said|when|while|embassy|letters?|messages?|invitation|award|medal|order|degree|credentials"
    r"|delegation|support|asylum)\b)[^;.]){0,80}?"
)
# "To discuss" has what was discussed before those it was discussed with.
_SUBJECT_OF = (
    r"(?: (?:(?!\[person|\b(?:that|which|who|where|and (?:met|visited|signed))\b)[^;.]){40,150}?"
    r" with (?:the |his |her )?)"
)
TALKED = Pattern(
    rf"\b(?P<verb>{_VERBS})\b"
    rf"(?P<way>{_WAY}|(?:(?<=to discuss)|(?<=discussed)){_SUBJECT_OF})(?:\[person:\d+\]['’]s? (?:[a-z-]+ )?(?:successor"
    rf"|predecessor|deputy|wife|husband|son|daughter|brother|sister),? |\[person:\d+\]['’]s )?(?P<others><person>)"
)
TOGETHER = Pattern(
    rf"\b(?P<verb>met(?! (?:[^;.]{{0,30}} )?as (?:students|children|soldiers|exiles)| (?:with )?(?:their|his|her) )"
    rf"|{_LED} "
    rf"(?:(?!\[person|\band\b)[^;.]){{0,60}}?{_SITTING}|(?<=\] )meet"
    rf"|(?<=, )meeting(?= (?:in|at|on) (?:the )?\[)|(?:held|had|conducted|engaged in|entered into|opened|began|resumed)"
    rf" (?:(?!\[person|\band\b)[^;.]){{0,50}}?(?:{_TALKS}|press conference)"
    r"|conferred|(?:spoke|talked)(?! (?:in (?:favou?r|support|defen[cs]e)|against|of|up|out|highly|well|positively"
    r"|at|before)\b)|discussed|reviewed|exchanged views|sat down|shook hands|dined|lunched|got together"
    r"|came face[ -]to[ -]face|had (?:an? )?(?:working |private )?(?:dinner|luncheon|lunch|breakfast)(?! with )"
    r"|wrote to <both>|saw <both>)(?!\w)"
)
OPENING = Pattern(
    r"(?:^|; )(?:(?:when|while|on|upon|after) )?(?P<verb>speaking|talking|meeting|received|receiving|welcoming|hosting"
    r"|(?:congratulating|telephoning|phoning)(?= [^;]*(?:phone|telephone)))"
    r" (?:(?!\[person|\b(?:and|who|that)\b)[^;,.]){0,40}?(?:(?:to|with|by) )?(?:(?:the|his|her|then) )*"
    r"<others:persons>(?: (?!and\b)(?:(?!\[person|\b(?:who|which|that)\b)[^;.]){0,90}?)?, (?:the |then )?"
    r"<ones:persons>(?=,? [a-z]+)"
)
MET_HIM = Pattern(
    r"\b(?P<verb>met|called on|received|welcomed|hosted|greeted|telephoned|phoned|congratulated"
    r"|(?:spoke|talked|conferred) (?:to|with)|held (?:[a-z]+ )?talks with) (?P<him>him|her)"
    r"(?= (?:there|in|at|on|again|for|during|twice|briefly"
    r"|by|over|with|personally|to (?:congratulate|discuss|thank|assure|express|inform|tell|ask|offer))\b"
    r"| \[date|[.;]|$)"
)
WITH_WHOM = Pattern(
    r"<other:person>,? (?:with )?whom (?:he|she|they) (?:had |also |later )*(?P<verb>discussed|met|spoke|talked"
    r"|exchanged views|conferred|received|welcomed|called on|hosted"
    r"|(?:held|had) (?:[a-z-]+ ){0,3}?(?:talks|discussions|meetings?|consultations|conversations?))\b"
)
DISCUSSED_BY = Pattern(
    r"\b(?:(?P<verb>(?:was|were) (?:also |first )?(?:discussed|raised|negotiated|agreed))\b[^;.]{0,40}?"
    rf" (?:with|between)"
    rf"|{_SITTING}\b[^;.\[]{{0,60}}?(?:(?:took place |held )?(?:in|on) (?:the )?\[(?:place|state|date):\d+\],? )*"
    rf"(?:and |which )?(?:(?:was|were) )?(?:jointly )?{_LED} by)"
    r" (?:(?:the|then) )*<ones:person>,? (?:by|and) (?:(?:the|his|her|then) )*<others:person>"
)
_THE_LEADER = r"the (?:[a-z]+ )?(?:leader|statesman|monarch|visitor|dignitary|official|guest)\b"
TIMES = re.compile(r" (?:each other |one another )?(?:more than |at least |over )?[\w-]+ times\b")
THE_LEADER = re.compile(_THE_LEADER)
THEY = re.compile(r"\bthey (?:(?:also|then|later|both|had|\w+ly) )*$", re.I)
HE = re.compile(rf"(?:\b(?:he|she)\b|^{_THE_LEADER})[^;.]{{0,60}}$", re.I)
