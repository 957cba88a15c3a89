"""Who may hold a stance in words, and what stands around a holder: organs of its state, asides, adverbs, a refusal.

The expressions are pieces of those in parsers/phrases/stances/frames.py.
"""

from __future__ import annotations

ADVERB = (
    r"(?: [\"“]?(?:has|have|had|also|since|every year|(?:now|today|currently(?= only))(?: only)?|long|always|often|"
    r"on (?:several|many|numerous|various|multiple|different) occasions|"
    r"at (?:first|the (?:same )?time|once|least|times)|"
    r"(?:for|on) (?:its|their|his|her) (?:own )?part|for (?:years|decades|many years|a "
    r"long time|long)|"
    r"(?:to date|to this day|so far|as yet|by then|until then|ever since|likewise|henceforth|moreover|already)|"
    r"in (?:principle|general|the past|particular|recent years)|"
    r"(?:in (?:the )?)?\[date:\d+\]|in its turn|by contrast|"
    r"(?:and )?in (?:the )?(?:strong(?:est)?|harsh(?:est)?|clear(?:est)?)(?: possible)? terms|(?<!, )both|"
    r"rather|himself|herself|itself|themselves|therefore|thus|then|still|again|once|later|earlier|too|instead|even|"
    r"nonetheless|meanwhile|do|does|did|each|all|in turn|nevertheless|however|"
    r"(?!only|fam)[a-z]+ly(?: and [a-z]+ly)?),?)*"
)
NOT = (
    r"(?P<not> (?:neither|(?:wo|would|does|do|did|ca|has|have)n['’]t|(?:does|do|did|has|have|had) not|"
    r"(?:has|have|had) (?:never|at no (?:time|point))|"
    r"(?:will|would)(?: still| therefore| also)? (?:not|never|no longer)(?! have)|"
    r"(?:is|are|was|were) (?:not|no longer) (?:going|prepared|willing|ready) to|"
    r"(?:has|have|had) no (?:intentions?|plans?|wish|desire) to|never|not|cannot|"
    r"(?:can|could) (?:not|never)|"
    r"refuses? to|refused to|refusing to|declined to|declines to|is yet to|has yet to|have yet to)"
    r"(?: (?:yet|officially|formally|ever|fully|legally))*)"
)
_LED = (
    r"(?: under the (?:government|administration|rule|leadership)(?: led by| of) (?:the )?(?:[\w’'.()-]+|\[\w+:\d+\])"
    r"(?: [\w’'.()-]+){0,4}?|(?:,? (?:under|led by|headed by)|(?<=government) of|(?<=administration) of|(?<=regime) of)"
    r"(?: (?!the \[|and\b|which\b|who\b)(?:[\w’'.-]+|\[person:\d+\])){1,5}?)?"
)
PEOPLE = (
    r"(?:(?:'s|’s|s'|s’|'|’)? (?:federal |then |military |ruling |new |national |"
    r"royal |central |transitional |state |apartheid |"
    r"communist |nationalist |republican |socialist |interim |provisional |revolutionary )?"
    r"(?:governments?|foreign policy|diplomacy|authorities|side|leaderships?|leaders?|rulers|foreign ministry|"
    r"foreign affairs ministry|"
    r"(?:department|ministry) of [a-z]+(?: affairs)?|foreign office|embassy|"
    r"state department|department of state|white house|foreign secretary|"
    r"parliament|(?:lower|upper) house(?: of parliament)?|"
    r"presidents?|presidency|prime ministers?|foreign ministers?|officials|delegation|delegates?|"
    r"representatives?|diplomats|ambassador|permanent representative|cabinet|senate|congress|legislature|"
    r"national assembly|state duma|chamber of deputies|house of (?:representatives|commons|lords)|lawmakers|"
    r"politicians|regime|army|armed forces|junta|spokes(?:man|woman|person)|"
    r"administration|mission|state|republic|monarchy|king|emir|sultan|media)\b"
    r"(?: (?:to|at|in) (?:the )?(?:<body|place>|UN|United Nations))?(?:, <person>,)?| (?:to|at) (?:the )?<body>)?"
    r"(?: and (?:the |its )?(?:general )?(?:public|people|society|opposition|media|press|population))?"
)
_PRONOUN = (
    r"(?<![\w-])(?:"
    r"(?:both|the two) (?:leaders|(?:prime |foreign )?ministers|presidents|parliaments|capitals|heads of "
    r"(?:state|government))|"
    r"They|It|He|She|We|Our (?:country|government)|Both(?= (?:also |have |had |\w+ly )*(?!the |of |"
    r"in |at |on |with |from |to"
    r" )[a-z]+)|Neither (?:of the (?:two )?)?(?:countr(?:y|ies)|state|nation|government|side)"
    r"s?(?:['’]s?)?(?: governments?)?|the \[quantity:\d+\]|"
    r"its (?:government|parliament|president|prime minister|foreign ministry|foreign minister|senate)|"
    r"(?:(?:the |an? )?(?:foreign ministry|government) spokes(?:man|woman|person))|"
    r"(?:the |an? |their )?joint (?:statement|communiqu[eé]|declaration)|"
    r"(?:its|his|her) (?:government|country|cabinet|embassy|ambassador|delegat(?:ion|es?)|diplomats|representatives?|"
    r"<person>)|"
    r"\w{4,}['’]s (?:government|administration|cabinet)|the (?:country|kingdom|republic|emirate|sultanate|"
    r"city[- ]state|grand duchy|principality|embassy|ministry|federal council|state department|foreign office|"
    r"(?:[\w’'-]+ ){0,2}(?:government|administration|regime|cabinet)|foreign ministry|former|latter))(?!\w)"
)
ORGAN_OF = (
    r"(?:both |either )?(?:the )?(?:former |then )?(?:(?:governments?|government and people|cabinet|parliament|"
    r"presidency|presidents?|foreign ministry|ministry of foreign affairs|spokes(?:man|woman|person)) (?:of|in|at) )?"
    r"(?:the (?=\[))?"
)
CABINET = (
    r"(?<![\w-])(?:the )?(?:(?:(?!the |an? )[\w’'-]+ ){1,2}(?:government|administration|regime|cabinet)|foreign office|"
    r"state department|federal council|royal government|embassy|foreign ministry)\b"
)
SUBJECT = (
    rf"(?P<who>(?:<state|both|person|place>|{_PRONOUN})(?:(?:,(?: the)? <state|person>)*(?:,? and|,? as well as|"
    r",? along with|,? together with|,? like|,? nor)(?: the)? <state|person|place|body>){0,3})"
    r"(?:,? (?:and|along with|together with|as well as) its (?:[a-z]+ ){0,2}(?:allies|partners|neighbou?rs),?)?"
    r"(?:(?:, (?:the )?<state>)*,? (?:and|along with|together with|as well as) "
    r"(?:(?:many|several|some|most|a number|the majority|all) (?:of )?)?(?:the )?"
    r"(?:other |(?<=majority of the )|(?<=most of the ))"
    r"(?:[^;,.\[]|\[\w+:\d+\]){2,40}?"
    r"(?:states|countries|nations|members|powers|governments),?)?"
    r"(?:,? (?:and|along with|together with|as well as) (?:the )?(?:other )?\[quantity:\d+\],?)?"
    rf"(?P<whose>{PEOPLE})"
)
SEVERAL = (
    r"(?:<body>(?:, and|,| and)(?: the)? )*<state|both|person|place>"
    r"(?:(?:, and|,| and| or|,? as well as)(?: the)? <state|person|place|body>){0,25}"
)
_LISTED = r"(?:[^,;\[]|\[\w+:\d+\]|,(?= (?:and )?(?:the )?\[))"
ASIDE = (
    _LED + r"(?: \([^()]{2,60}\))?"
    r"(?:(?:, which|, who| which| that|,? (?:as|along with|together with|like|unlike|a|an|one "
    r"of|despite|for its part|in turn|being|for example|on the other hand|however|in contrast|"
    r"by contrast|meanwhile|alone|among|alongside|"
    r"led by|headed by|under|through|after|while|at|by|in|on|then|now|traditionally|itself|"
    rf"too|once)\b{_LISTED}{{0,150}}?,|,(?= [\"“]?(?:[a-z]|\Z))"
    r"|, (?!(?:and|but|or|nor|so|yet|while|when|where|whereas|because|to)\b)"
    r"[a-z][^,;\[]{2,60}(?:\[\w+:\d+\][^,;\[]{0,30}){0,2},"
    r"| \([^()]{2,80}\)| [–—] [^–—;.]{3,80} [–—](?= )"
    r"| (?:in|at|during|on) (?:an?|his|her|its|the) (?:[\w-]+ ){0,3}?(?:address|speech|statement|interview|letter"
    r"|message"
    r"|conference|visit|meeting|summit|session|report|broadcast)(?: (?:in|on|to|at|with) (?:the )?\[\w+:\d+\])?))?"
)
AMONG = (
    r"(?P<to>(?: (?:is|was|are|were|became|becoming|remains|remained|being|been))(?: also)?(?: one of| among|"
    r" amongst| part of)?(?: the| a| an| only)?(?: (?:[a-z]+(?:-[a-z]+|-\[\w+:\d+\])?|\d+\w+|"
    r"\[(?:rank|quantity|state|body|place|both):\d+\])){0,6}?"
    r"(?: (?:countries|states|country|state|nations?|members?|governments?|ones?|leaders?))?"
    r"(?: (?:in|of|from|outside) (?!favou?r)(?:(?! and | but )[^;,.]){1,40}?)?"
    r"(?: (?:after|behind|besides|other than|apart from|outside|alongside|along with|together with) (?:the )?"
    r"\[\w+:\d+\](?:(?:,| and|, and) (?:the )?\[\w+:\d+\])*)?"
    rf"(?: \([^()]{{2,90}}\)|, (?:along with|alongside|together with|including|as well as|besides|apart from|after"
    rf"|behind|following) {_LISTED}{{2,120}}?,)?"
    r"(?: to|,? (?:that|which|who)(?:,? (?:in|on) \[date:\d+\],?)?)(?: not(?= ))?|"
    r"(?:(?<= that it)|(?<= that they)|(?<= that he)|(?<= that she)|(?<= said it)|(?<= stated it)|(?<= declared it)"
    r"|(?<= announced it)|(?<= confirmed it)|"
    r"(?<=(?:his|her) country)|(?<=their country)|(?<=his government)) (?:would|[\"“]?will)"
    r"(?: also| fully| continue to| (?:do|give) (?:everything|anything|all|whatever|its (?:utmost|best))[a-z ]{0,40}? "
    r"to)?"
    r"| [\"“](?:will|would)(?: also| fully| continue to)?|"
    r" use[ds]? (?:its|their|his|her) (?:(?!\[person)[^;,.]){2,70}? to|"
    r" voted (?:unanimously |overwhelmingly |by [^;,]{3,40}? |\d+ ?[–-] ?\d+ |(?:in |on )?\[date:\d+\] |"
    r"(?:at|in) (?:the )?(?:\[body:\d+\]|(?!favou?r)[a-z]+(?: [a-z]+)?) |with (?:the )?\[\w+:\d+\] )*to|"
    r" (?:took|takes|taken|made|makes|reached) (?:an?|the|its|their)(?: [a-z]+){0,2} "
    r"(?:decision|commitment|pledge|choice) to|"
    r" (?:continues?|continued|chose|opted|decided|moved|went on|began|came|voted|united|teamed up|"
    r"pledged|promised|vowed|agreed|undertook|committed (?:itself|themselves)|"
    r"(?:worked|joined forces|co-?operated|acted)(?: closely| together| jointly)?(?: with (?:the )?\[\w+:\d+\])?)"
    r"(?: not| never)? to)"
)
_BODY_OF = (
    r"(?:(?:[Gg]overnment|[Nn]ational [Aa]ssembly|[Pp]arliament|[Ss]enate|[Ff]oreign [Mm]inistry|"
    r"[Mm]inistry of [Ff]oreign [Aa]ffairs|[Pp]eople|[Rr]epublic|[Mm]inisters of [Ff]oreign [Aa]ffairs|"
    r"(?:[Ff]oreign |[Pp]rime )?[Mm]inisters|[Pp]residents|[Ll]eaders|[Gg]overnments|[Pp]arliaments) of (?:the )?|"
    r"(?:representatives|delegates|delegations?|officials|diplomats|politicians|envoys) (?:of|from) (?:the )?)?"
)
LEAD = (
    r"(?:^|; |, (?:and|but|while|whereas) |,? (?:where|because) |[,;–-] however, | "
    r"(?:as|since) (?=(?:the )?(?:\[state|\Z))|(?<=[:”\"]) |"
    r"(?:(?<= that)|(?<= said)|(?<= stated)|(?<= announced)|(?<= declared)) )"
    r"(?:(?!(?:the )?\[(?:state|person):\d+\](?: [a-z]+){0,2},)[^,;]{0,120}, (?:(?:(?:in|on|during|at|after|"
    r"following|when|as|while) "
    r"[^,;]{3,120}|however|meanwhile|though|by contrast|in turn), |"
    r"(?:in|on|during|since|by) (?:the )?\[date:\d+\] )?|(?:(?:In|On|Since|During|By|From) )?(?:the )?\[date:\d+\] |"
    r"(?:(?:Since|By|Until) then|Soon after(?:wards)?|Later|Thereafter|Today) |"
    r"(?:During|In|Throughout|At) (?:that|this|the same) (?:[a-z]+ )?(?:time|period|year|era|war|conflict|"
    r"crisis|decade) |"
    r"(?:In|At|On|Over|During|After|Under|As to|Concerning) (?:the|its|a|an) [^,;]{3,50}"
    r"(?<! in)(?<! of)(?<! on)(?<! to)(?<! at)(?<! by)(?<! and)(?<! for)(?<! the)(?<! with)(?<! from)(?<! into)"
    r"(?<! over)(?<! between)(?<! against)(?<! towards)(?<! than)(?<! as)(?<! like)(?<! or)(?<! that) |"
    r"(?:In|During|After|Following|Throughout|Before) [^,;]{3,60} (?:war|crisis|conflict|visit|summit|years|era|"
    r"elections?|"
    r"referendum|invasion|occupation|meeting|session) |"
    rf"(?:[Ww]hilst|[Ww]hile|[Aa]lthough|[Tt]hough) )?(?:[Bb]oth )?(?:[Tt]he )?{_BODY_OF}"
)
