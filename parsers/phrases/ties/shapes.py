"""Shapes in which changes of diplomatic relations are told: by a verb, a noun, a state, a pronoun, a decision.

Every shape names its parts: `verb` (or `participle`, `itself`) is what happened, `what` the words for the relations.
"""

from __future__ import annotations

import re

from parsers.language.pattern import Pattern
from parsers.phrases.ties.relations import (
    AGAIN,
    BEGAN,
    BROKE,
    LEVELLED,
    NOW,
    RELATIONS,
    TO_BEGIN,
    TO_BREAK,
    TO_LEVEL,
    TO_RENEW,
)

VERBS = f"{AGAIN}|{BEGAN}|{BROKE}|{LEVELLED}"
ADVERBS = r"(?:(?:first|also|again|then|once|later|soon|ever|\w+ly) )*"
OWN = r"(?: (?:its|their|all|any|the|an?|the (?:country|nation|kingdom|republic)(?:'s|’s)))?,?"
_WITH = (
    r"(?: (?:with|between) (?:the )?(?:<state>|<both>|<quantity>|two|them)(?:,? and (?:the )?<state>)?"
    r"(?: (?:governments?|states|nations|peoples|sides))?)?"
)
_EVENT = r"(?: until (?:after )?(?:the|an?|its) [^;.,\[\]]{3,50}?)?"
_AT_LEVEL = r"(?: (?:at|on) (?:the )?(?:level of )?(?:the )?(?:\w+|<person>)(?:[ -]level)?)?"
_BESIDE = (
    r"(?:(?:(?:economic|trade|commercial|cultural|political|close|friendly|good|strong)(?:, | and |, and | ))+"
    r"(?=diplomatic|consular))?"
)
ACTIVE = Pattern(
    rf"\b(?P<verb>{VERBS})(?: off)?(?: (?:its|their|all|the (?:country|nation)(?:'s|’s)|the|any|an?|(?:its |their"
    rf" )?\w+ (?:years|decades) of"
    rf"|with <state>))?,? (?:first )?{_BESIDE}(?P<what>{RELATIONS})\b"
)
PASSIVE = Pattern(
    rf"\b(?P<what>{RELATIONS})\b(?:"
    rf"(?:(?!: |;| relations\b| ties\b| when\b|, (?:while|where|as|the (?:day|date|year))\b).){{0,140}}?"
    rf"\b(?:were|was|have been|had been|has"
    rf" been|"
    rf"being|got|are|is) {ADVERBS}(?P<verb>(?!\w+ing\b)(?:{VERBS}))\b"
    rf"|(?:(?!: |;|,| relations\b| ties\b| until | when ).){{0,140}}?\b(?P<itself>began|begun|started|resumed|ended"
    r"|date(?:s"
    r"|d)? (?:back )?(?:(?:formally|officially) )?(?:to|from)|date[sd]?(?: back)?(?= <date>)"
    r"|(?:go(?:es)?|going|reach(?:es|ing)?) back to(?! when)|dating (?:back )?"
    r"(?:to|from)|commenced"
    r"|(?:followed|came)(?= (?:in |on )?<date>)|came (?:about|into (?:being|effect|force|existence))"
    r"|came to an end|lapsed|expired|ceased(?! to\b))\b(?! (?:its|their|diplomatic|relations|ties|official)\b))"
)
PARTICIPLE = Pattern(
    rf"\b(?P<what>{RELATIONS})\b(?: (?:with|between|among) (?:the )?(?:(?!\b(?:was|were|has|have|had|is"
    rf"|are|during|under|when)\b)[^;,.]){{2,50}}?)?"
    rf",? (?:which (?:it|they|the two|both|<state|both>) (?:had )?)?{ADVERBS}(?<!newly )(?<!recently )"
    rf"(?P<participle>{VERBS})\b"
    r"(?! (?:off )?(?:its|their|the|an?|years|decades|months|over|nearly|more|diplomatic|relations|ties|with)\b)"
)
ONLY_FOR = Pattern(rf"\bonly for (?:the |their )?(?P<what>{RELATIONS})\b{_WITH} to be {ADVERBS}(?P<verb>{VERBS})\b")
PRESENT = Pattern(
    rf"(?:<state>|<both>|<place>|\bthe two)(?: did(?:, \w+,)?)?(?: \w+ly| both| again| first)? (?P<verb>{NOW}){OWN}"
    rf" (?P<what>{RELATIONS})\b"
)
REPRESENTED = Pattern(
    rf"\b(?P<verb>{LEVELLED})(?: (?:its|their|the))? (?P<what>(?:level of (?:its |their |the )?)?"
    r"(?:(?:diplomatic|bilateral|mutual) )?representations?)\b"
)
REPRESENTATION = Pattern(
    r"\b(?P<what>(?:level of (?:its |their |the )?)?(?:(?:diplomatic|bilateral|mutual) )?representations?)\b"
    rf"[^;.,]{{0,50}}? (?:was|were|has been|had been) {ADVERBS}(?P<verb>{LEVELLED})\b"
)
CHAINED = Pattern(
    r"(?:(?:,|;|,? and|,? but|,? yet|, then|,? only to(?: be)?|, to be|,? before(?: being)?|,? having been"
    rf"|,? (?:after(?: having)?|having|before|prior to)(?= (?:{BROKE}|{AGAIN}) them\b)) | \()"
    r"(?:(?:in |on )?<when:date>,? (?:(?:after|following|upon) [^;.,]{3,40}, )?)?(?:(?:they|these|relations|ties|both"
    r"|(?:<state>(?:,? and <state>)?|<both>|<person>|the (?:two|former|latter|junta|new government))(?=[^;.,]{1,30}"
    r" them\b)) )?(?:(?:were|was) )?(?:(?:again"
    r"|then|later|soon|\w+ly) )*"
    rf"(?P<verb>{AGAIN}|(?:resumption|restoration)(?= (?:(?:on|in) )?\[date)|mended|(?<=they )lapsed|{BROKE}"
    rf"|{LEVELLED}|(?<=only to )(?:{TO_RENEW})|(?:agreed|decided)(?: "
    rf"(?:on|in) <date>)? to (?:{TO_RENEW})(?="
    rf" them\b))(?: them(?: off)?)?(?! (?:<state>|the|a|an"
    rf"|its|their|diplomatic|relations|ties)\b)\b"
)
FRONTED = Pattern(
    rf"^(?:after|having)(?: having)? (?P<verb>{BROKE}) them(?: off)? (?:in |on )?<when:date>,"
)
DIPLOMATIC_TOO = Pattern(
    r"(?:,|;|,? and|,? followed by|,? before) (?:full |formal )?diplomatic (?:relations|ties|ones)(?: too| followed"
    r"| came)?,? (?:in |on )?<when:date>"
)
_FOR_YEARS = r"(?: for (?:\[quantity:\d+\]|[^;,.\[]{3,30}),)?"
_SINCE_EVENT = (
    r"(?P<event>since (?:(?:(?:gaining|achieving|attaining|winning) )?(?:independence|statehood) (?:in|on) "
    r"|(?:the|its|their|an|it|they|both|(?:the )?<state>(?:'s|’s)?) (?!\[date)[^;,.]{3,50}? (?:in|on) ))?"
)
STANDING = Pattern(
    r"\b(?:have|has|had|having|maintain|maintains|maintained|enjoy(?:s|ed)?|shared?|exists?)"
    r" (?:had |(?<=there have )been |(?<=there has )been "
    r"|maintained |shared |been (?:linked |bound |connected )?(?:by|in) )?"
    rf"(?P<what>(?:(?:(?!no\b|not\b|been\b)[a-z-]+,? ){{1,5}}?(?=diplomatic|official|formal))?{RELATIONS})\b"
    rf"(?: (?:with|between) (?:the )?<state|place|both>(?: and (?:the )?<state>)?)?{_AT_LEVEL}{_FOR_YEARS}"
    rf"(?: ever)? {_SINCE_EVENT}<date>"
)
SINCE = Pattern(
    rf"^(?:ever )?<since:date>,? ~~~\b(?:have|has|had|maintain(?:s|ed)?|shared?) (?:had |maintained |shared |been in )?"
    rf"(?P<what>{RELATIONS})\b(?! (?:in|at|on) )"
)
EXISTING = Pattern(
    rf"\b(?P<what>{RELATIONS})\b{_WITH}{_AT_LEVEL} (?:have |has |had )?(?:been in (?:place|existence)|exist(?:ed|s)?"
    r"|continued"
    rf"|(?:been|were) (?:maintained|held)|(?:been|remained|followed an?) (?:[a-z]+ (?:and )?)??(?:uninterrupted"
    rf"|unbroken|continuous)(?: [a-z]+){{0,4}}?){_WITH} (?:ever )?{_SINCE_EVENT}<since:date>"
)
NONE_SINCE = Pattern(
    rf"^(?:ever )?<since:date>,? (?:(?!\[person)[^;]){{0,60}}?\b(?P<verb>(?:have|has|had) (?:been )?(?:no|not had"
    rf"|had no))(?: \w+)? (?P<what>{RELATIONS})\b"
)
LAPSED = Pattern(
    r"\b(?P<verb>(?:have|has|had|do|does|did|is|are) (?:not|no)|been no|were no|no longer|without|lack(?:ed|s)?)\b"
    rf" (?:(?!\[)\w+ ){{0,2}}?(?P<what>{RELATIONS})\b{_WITH}(?: \([^)]*\))?"
    r"(?: (?:due to|because of|owing to|on account of|as a result of|over) [^;.]{0,60}?)? (?:ever )?<since:date>"
)
UNTIL = Pattern(
    rf"\b(?:did not|didn['’]t|never|would not) {ADVERBS}(?P<verb>{TO_BEGIN}|{TO_RENEW}|have|(?<=never )(?:{AGAIN}"
    rf"|{BEGAN}))"
    rf"{OWN} "
    rf"(?P<what>{RELATIONS})\b(?: (?:formally|officially|fully))?{_WITH},?{_EVENT} <until:date>"
)
UNTIL_PASSIVE = Pattern(
    rf"\b(?P<what>{RELATIONS})\b{_WITH} (?:were|was) (?:not|never|only) {ADVERBS}(?P<verb>{BEGAN}|{AGAIN})"
    rf"(?: [^;.]{{0,30}}?)?{_EVENT} <until:date>"
)
LASTED = Pattern(
    rf"\b(?P<what>{RELATIONS})\b(?:(?!\[person)[^;.]){{0,60}}?\b(?:lasted|(?P<went>continued|endured|persisted|existed"
    r"|held|(?<=and )maintained(?= \[date:\d+\](?!,? (?:through|from|via)\b))"
    r"|were maintained|remained in place))\b(?:(?! and )[^;.]){0,60}?,? <until:date>"
    r"(?P<broke>,? when [^;.]{0,200}?\b(?:broke|severed|switched|derecogni[sz]ed|de-recogni[sz]ed|recogni[sz]ed"
    r"|cut|ended|suspended|(?:was|were) (?:severed|broken|cut|annexed))\b)?"
)
NONE_UNTIL = Pattern(
    rf"\b(?P<verb>no) (?P<what>{RELATIONS})\b{_WITH}(?: (?:existed|were (?:established|maintained)))?{_WITH},?"
    rf" <until:date>"
)
WAITED = Pattern(
    rf"\b(?P<what>{RELATIONS})\b{_WITH} (?P<itself>had to (?:a?wait)|did not (?:begin|start|come|follow)){_EVENT}"
    r" <until:date>"
)
INTERRUPTED = Pattern(
    r"\b(?P<verb>(?:interruption|break|gap|hiatus|interval|interrupted|suspended|save|except|exception of"
    r"|apart from|but for)"
    r"(?: only)?(?: for)?(?: (?:the|a))?(?: (?:years|period))?),? (?:of [^;,.]{3,20} )?<gap:date>"
)
THEY_UNTIL = Pattern(
    rf"\b(?:(?:they|these|those|which|it)(?: (?:were|was))?|and|but|were|was) (?:not|never|only) {ADVERBS}"
    rf"(?P<verb>{AGAIN}|{BEGAN})(?: again)? <until:date>"
    r"|\btook <renewal:date> (?:for|before) [^.;]{0,40}? (?:be )?"
    rf"(?P<renewed>{AGAIN})\b"
    rf"|\b(?:did not|would not) {ADVERBS}(?P<redone>{TO_RENEW}|{TO_BEGIN}) (?:them|it)(?: again)? <later:date>"
    rf"|\b(?:remained|stayed)(?: \w+ly)? (?P<lay>{BROKE}) <over:date>"
    r"|\b(?:break|rupture|breach|interruption|suspension) (?:lasted|continued|was to last)(?: only)? <healed:date>"
)
NOT_UNTIL = Pattern(
    rf"(?:\bnot|n['’]t|\btook) <until:date>,? (?:however, )?(?:that |when |did |for )[^;.]{{0,60}}?\b"
    rf"(?P<verb>{BEGAN}|{AGAIN}|{TO_BEGIN}|{TO_RENEW}){OWN} (?P<what>{RELATIONS})\b"
)
NOT_UNTIL_PASSIVE = Pattern(
    rf"(?:\bnot|n['’]t|\btook) <until:date>,? (?:however, )?(?:that |when |for )[^;.]{{0,20}}?(?P<what>{RELATIONS})\b"
    rf"[^;.]{{0,60}}?"
    rf"\b(?:were|was|(?:to|would) be) {ADVERBS}(?P<verb>{BEGAN}|{AGAIN})\b"
)
DECIDED = Pattern(
    r"\b(?:(?:agreed|decided|resolved|decision)(?: (?:on |in )?<date>)?(?: in <place>)?(?: \w+| in principle)??"
    r"|(?:agreement"
    r"|protocol|communiqu[eé]|declaration|treaty|notes|documents?)(?! (?:on|in|about|of)\b)"
    r"(?:(?! to |\[date|;|\.).){0,60}?"
    r"|(?:first|second|third|fourth|fifth|last|only|earliest|quick|swift|proceeded|moved)\b(?! steps?\b)"
    r"(?:(?! to |;|\.).){0,60}?)"
    rf" to {ADVERBS}(?:recogni[sz]e(?: (?:the )?<state>)?"
    rf"(?: (?:after|upon|following|on|in) [^;.,]{{0,40}}?)?,? and (?:to )?)?"
    r"(?:exchange (?:<person>|[a-z]+),? and (?:to )?)?"
    rf"(?P<verb>{TO_BEGIN}|{TO_RENEW}|{TO_BREAK}|{TO_LEVEL}|have)(?: off)?{OWN} (?P<what>{RELATIONS})\b"
)
ANNOUNCED = Pattern(
    r"\b(?:announced|declared)(?: (?:in |on )?<date>)?(?: that)? (?:it|they|he|she|<state>|<both>|[\w ]{1,30}?) "
    rf"(?:would (?:be )?|was |were |had |is )(?P<verb>{BROKE}|{TO_BREAK})(?: off)?{OWN} (?P<what>{RELATIONS})\b"
)
CAUSED = Pattern(
    r"\b(?:led|prompt(?:ed|ing)|caus(?:ed|ing)|leading|forc(?:ed|ing)|compelled|induced|provok(?:ed|ing)|push(?:ed"
    r"|ing)|drove"
    r"|persuaded|convinced) (?:the )?(?:(?:<state>|<both>|<place>)(?: government)?|it|them|(?:the )?government(?: of"
    r" <state>)?)"
    rf" (?:to|into) (?P<verb>{TO_BEGIN}|{TO_RENEW}|{TO_BREAK}|{TO_LEVEL}|sever(?:ing)|breaking(?: off)?|cutting)"
    rf"(?: off)?{OWN} (?P<what>{RELATIONS})\b"
)
FIRST_WITH = Pattern(
    r"<partner:state>(?:(?!\[(?:state|both))[^;.]){0,50}?\b(?:first|second|third|last|only|earliest)\b"
    r"(?:(?!\[(?:state|both))[^;.]){0,50}? with (?:which|whom) (?:the )?<actor:state> "
    rf"{ADVERBS}(?P<verb>{AGAIN}|{BEGAN}|had|has|maintained|held)(?: had| ever had)?{OWN} (?P<what>{RELATIONS})\b"
)
_NOUN = (
    r"establishment|establishing|restoration|resumption|severance|severing|breaking(?: off)?|cutting(?: off)?"
    r"|normali[sz]ation|re-?establishment|suspension|termination|cessation|opening|re-?opening|rupture|break"
    r"|interruption|start|beginning|commencement|initiation"
)
NAMED = Pattern(
    rf"\b(?P<verb>{_NOUN}) (?:of|in) (?:the |its "
    rf"|their )?(?P<what>{RELATIONS})(?: at (?:the )?\w+ level)?(?: (?:between"
    r"|with|by) (?:the )?(?:<state>|<both>|<quantity>)(?:,? and (?:the )?<state>)?)?"
    r"(?P<told>,? (?:took place|lasted|occurred|happened|came|followed|was (?:\w+ly )?(?:announced|formali[sz]ed"
    r"|agreed|signed|made|completed|proclaimed))\b)?(?P<dated>(?: was| came| dates|:)?,?"
    r" (?:in|on|from|at)?(?: the)? ?(?:early |late )?<date>)?"
)
LABELLED = Pattern(
    r"^\W*(?:the )?(?:date (?:on which|when|of) )?(?:the )?(?P<what>"
    rf"{RELATIONS})\b{_WITH}(?: (?:were )?(?:established|since|began))?(?: ?(?::|–|—|-|is|was)"
    r"(?: (?:\w+ly )?(?P<told>established|restored|resumed|severed|begun|since))?|(?= \[date:\d+\]\W*$))"
    r" ?(?:on |in |from )?<date>\W*$"
)
PRONOUN = Pattern(
    rf"^(?:(?:(?:in|on|by) )?<when:date>,? )?(?:they|these|it|this) "
    rf"(?:(?:were|was)(?: \w+ly| first| again| then)* (?P<verb>{AGAIN}|{BEGAN}|{BROKE})\b"
    r"|(?:\w+ly )?(?P<since>dated?|dates)(?: back)?(?: from| to)? <date>)"
)
RELATIONS_NAMED = re.compile(r"\b(?:relations|ties)\b")
DIPLOMATIC_NAMED = re.compile(
    r"\b(?:diplomatic|official|formal|bilateral|full|consular) (?:\w+ )?(?:relation|ties)"
    r"|\brelations (?:are|is|refers?) "
)
