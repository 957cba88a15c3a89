"""Nouns of visiting and what stands beside them: the expressions that `visit_nouns` reads a phrase with.

`START` finds a noun, or what stands for one ("that of A", "the second was"); `AFTER` reads one part behind it: a date,
visitors, a destination, the state that sent them, or words that tell none of these and are passed over.
"""

from __future__ import annotations

import re

NOUN = r"(?:visits?|trips?|tours?|journeys?|voyages?|stopovers?|stops?(?= (?:in|at) )|pilgrimages?|stays?|arrivals?)"
PEOPLE = (
    r"\[person:\d+\](?:(?:,? and |, |,? as well as |,? (?:accompanied|joined) by |,? together with |,? along with )"
    r"(?:the |his |her |then )?\[person:\d+\])*"
)
SPOT = r"\[(?:state|place):\d+\]"
_DATES = r"\[date:\d+\](?:(?:,? and |, | to |–|-)(?:again |later |then )?(?:in |on )?\[date:\d+\])*"
_NO_SLOT = r"(?!\[(?:state|place|person|date))[^;.,()]"
START = re.compile(
    rf"\b(?P<noun>{NOUN})\b|(?P<counted>\[quantity:\d+\])(?=:? (?:to|by|of|in|from|those|\[person) )"
    r"|\b(?P<while>(?:while (?:visiting|touring|in|on tour in)|^(?:visiting|touring"
    rf"|arriving in|(?:after )?having (?:visited|toured|travell?ed to|been to))|(?:after|before|when|upon|on)"
    rf" (?:visiting|touring|arriving in|returning from|travell?ing to)) (?:the )?)(?={SPOT})"
    r"|\b(?P<again>that|those|one)(?= (?:(?:paid|made|undertaken) )?(?:of|by) (?:the |an? )?(?:[\w-]+ )?\[person)"
    r"|\b(?P<nth>(?:first|second|third|fourth|next|last|latest|other|recent|\[rank:\d+\])(?: one| such| of these"
    r"| of them)?)(?=,? (?:in|on|from|by) \[|(?: (?:was|is|were))?(?: also)? (?:made |paid |undertaken )?"
    r"(?:by|that of) | (?:was|is|came|took place|occurred|happened"
    r"|followed)(?: (?:made|paid|undertaken))?,? (?:in|on|from) )",
    re.I,
)
_WHEN = (
    r",? ?(?:\((?:in |on |both in |twice in )?|(?:held |dated |only |again |later |both |also )?"
    rf"(?:(?:on|in|from|during|between|of|for|late|early|mid|at the (?:beginning|end|start) of) )*){_DATES}\)?"
)
_TO = (
    rf",? (?:back )?(?:to|in|through|around|across) (?:the |neighbouring )?(?:{_NO_SLOT}){{0,25}}?{SPOT}"
    rf"(?:(?:,|,? and|,? then|,? as well as)(?: to)? (?:the )?{SPOT})*"
)
_OF = rf",? of (?:the )?{SPOT}(?!['’]s)(?! \[person)"
_BY = (
    rf"[,;:]?(?P<joint> and)?(?: the| one| also)?"
    rf" (?:by|of|from|made by|paid by|undertaken by|headed by|led by|conducted by)"
    rf" (?:(?:(?!\b(?:and|was|were|by)\b){_NO_SLOT}){{0,40}}? )??(?P<people>{PEOPLE})(?!['’]s)"
)
_THAT_OF = (
    r"[,:]? (?P<joint_of>and )?(?:the )?(?:that|those|one|another) (?:(?:paid|made|undertaken) )?(?:of|by|from) "
    rf"(?:the )?(?P<those>{PEOPLE}),?"
)
_AMONG_THEM = r",? (?:(?:most )?notably|including|such as|in particular|among (?:them|others))"
_ALSO = (
    rf"(?:[,:]|,? and|,? as well as|{_AMONG_THEM})(?: the| then| of| by)? (?P<also>{PEOPLE})"
    rf"(?=,? (?:\((?:in |on )?|in |on |to )?(?:\[date|{SPOT}))"
)
_THEIRS = (
    r",? (?:and |followed by |while )?(?:the |then )?(?P<theirs>\[person:\d+\])['’]s"
    r"(?= (?:followed )?(?:in|on) \[date)"
)
_SENDER = r" (?:from|by) (?:the )?\[state:\d+\](?=[ ,.;)]|$)"
_HELD = (
    r",? (?:that |which )?(?:first |also |then |again |finally |eventually )?"
    r"(?:took place|occurred|followed(?! by)|came|happened|ended|began|started"
    r"|(?:was|were|is)(?= (?:the )?(?:that|those|one) (?:(?:paid|made|undertaken) )?(?:of|by)"
    r"|,? (?:(?:in|on|from) \[date:\d+\],? )?(?:when )?by | (?:in|on) \[date:\d+\](?:,| and) )"
    r"|(?:was|were|had been|has been) (?:then |also |again |first )?"
    r"(?:held|made|paid|undertaken|conducted|completed|carried out|performed))"
    r"(?= (?:the )?(?:that|those|one)|,? (?:in|on|from|to|by|between|during|at|\[date))"
)
_INVITED = (
    r",? (?:at|on|upon|following) (?:the |an? |his |her |official )*invitation (?:of|from|by) (?:the |his |her |then )*"
    r"(?:(?!\[)[\w-]+ ){0,3}?\[(?:person|state):\d+\]"
)
_DELAYED = (
    r",? (?:that|which) had (?:first |originally |already )?been (?!cancel|abandon|called off)"
    r"(?:(?!\[person|\[state|\[place)[^;,.]){3,60}?,"
    r"(?= (?:finally |eventually |then )?(?:took place|was (?:made|paid|held)|followed|came)\b)"
)
LAND = (
    r" to (?:this|the|that|the other) (?:[\w-]+ ){0,2}?(?:country|nation|capital|republic|kingdom|island|other)"
    r"(?![\w'’])"
)
_PURPOSE = (
    r",? (?:for|to attend|to mark|to open|on the occasion of|aimed at|lasting) (?:(?!\[person|\b(?:and|"
    r"which|that|where)\b)[^;.]){1,70}?(?=,? (?:by |to (?:the )?\[|(?:in|on|from) \[date))"
)
_FILLER = (
    r"(?: (?!\[|(?:and|to|in|with|was|were|is|that|which|as|guests?|hosts?|en route|way)\b)[\w’',-]+"
    r"| \[quantity:\d+\]){1,4}?(?= (?:by|of|from|to|in) )"
)
AFTER = re.compile(
    rf"(?P<when>{_WHEN})|(?P<sender>{_SENDER})|(?P<by>{_BY})|{_THAT_OF}|{_ALSO}|{_THEIRS}|(?P<to>{_TO})|(?P<of>{_OF})"
    rf"|(?P<skip>{LAND}| to date(?= )|{_DELAYED}|{_HELD}|{_INVITED}|{_PURPOSE}|{_FILLER})",
    re.I,
)
COUNTED = re.compile(rf"\[quantity:(\d+)\](?:(?:{_WHEN})?({_TO}))?", re.I)
