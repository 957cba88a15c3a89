"""The shapes of stances: a holder, what may stand between it and its verb, and the verb or noun of the stance.

The holder must stand at its verb, with nothing between but auxiliaries, adverbs, a noun such as "government", or an
aside in commas; a verb behind "and" or a participle behind a comma has the holder with which its sentence begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.pattern import Pattern

ADVERB = (
    r"(?: [\"“]?(?:has|have|had|also|since|now|long|always|often|"
    r"on (?:several|many|numerous|various|multiple|different) occasions|"
    r"at (?:first|the time|once|least|times)|for (?:its part|their part|years|decades|many years|a long time|long)|"
    r"(?:to date|to this day|so far|as yet)|in (?:principle|general|the past|particular|recent years)|(?:in|"
    r"since|until) \[date:\d+\]|in its turn|by contrast|"
    r"(?:and )?in (?:the )?(?:strong(?:est)?|harsh(?:est)?|clear(?:est)?)(?: possible)? terms|both|"
    r"himself|herself|itself|themselves|consistently|therefore|thus|then|still|officially|formally|repeatedly|again"
    r"|once|later|too|instead|even"
    r"|initially|do|does|did|"
    r"each|all|in turn|subsequently|nevertheless|however|in turn|jointly|(?!only|fam)[a-z]+ly),?)*"
)
NOT = (
    r"(?P<not> (?:neither|does not|do not|did not|has not|have not|had not|has never|have never|had never|"
    r"(?:will|would)(?: still| therefore| also)? (?:not|never|no longer)(?! have)|"
    r"(?:is|are|was|were) not (?:going|prepared|willing|ready) to|"
    r"never|not|refuses? to|refused to|refusing to|declined to|declines to|is yet to|has yet to|have yet to)"
    r"(?: (?:yet|officially|formally|ever|fully|legally))*)?"
)
_LED = (
    r"(?: under the (?:government|administration|rule|leadership)(?: led by| of) (?:the )?(?:[\w’'.()-]+|\[\w+:\d+\])"
    r"(?: [\w’'.()-]+){0,4}?|(?: (?:under|led by|headed by)|(?<=government) of|(?<=administration) of|(?<=regime) of)"
    r"(?: (?!the \[|and\b|which\b|who\b)(?:[\w’'.-]+|\[person:\d+\])){1,5}?)?"
)
PEOPLE = (
    r"(?:(?:'s|’s|s'|s’|'|’)? (?:federal |then |military |ruling |new |national |"
    r"royal |central |transitional |state |apartheid |"
    r"communist |nationalist |republican |socialist |interim |provisional |revolutionary )?"
    r"(?:governments?|authorities|side|leaderships?|leaders?|foreign ministry|foreign affairs ministry|"
    r"ministry of foreign affairs|(?:department|ministry) of external affairs|foreign office|embassy|"
    r"parliament|presidents?|presidency|prime ministers?|foreign ministers?|officials|delegation|delegates?|"
    r"representatives?|diplomats|ambassador|permanent representative|cabinet|senate|congress|legislature|"
    r"national assembly|state duma|chamber of deputies|house of (?:representatives|commons|lords)|lawmakers|"
    r"politicians|regime|"
    r"administration|mission|state|republic|monarchy|king|emir|sultan|media)"
    r"(?: (?:to|at|in) (?:the )?(?:<body|place>|UN|United Nations))?(?:, <person>,)?)?"
    r"(?: and (?:the )?(?:general )?(?:public|people|society|opposition|media|press|population))?"
    + _LED
)
_PRONOUN = (
    r"(?<![\w-])(?:They|It|He|She|We|Our (?:country|government)|Both(?= (?:also |have |had |\w+ly )*(?!the |of |"
    r"in |at |on |with |from |to"
    r" )[a-z]+)|Neither (?:of the (?:two )?)?(?:countr(?:y|ies)|state|nation|government|side)"
    r"s?(?:['’]s?)?(?: governments?)?|the \[quantity:\d+\]|"
    r"(?:both|the two) (?:leaders|(?:prime |foreign )?ministers|presidents|parliaments|heads of (?:state|government))|"
    r"its (?:government|parliament|president|prime minister|foreign ministry|foreign minister|senate)|"
    r"(?:(?:the |an? )?(?:foreign ministry|government) spokes(?:man|woman|person))|"
    r"the (?:country|kingdom|republic|government|foreign ministry|former|latter))"
)
SUBJECT = (
    rf"(?P<who>(?:<state|both|person|place>|{_PRONOUN})(?:(?:,(?: the)? <state|person>)*(?:,? and|,? as well as|"
    r",? along with|,? together with|,? like|,? nor)(?: the)? <state|person|place>)?)"
    r"(?:,? (?:and|along with|together with|as well as) (?:many |several |some |most |a number of "
    r"|all )?(?:the )?other [^;,.\[]{3,40}?(?:states|countries|nations|members|powers|governments),?)?"
    r"(?:,? (?:and|along with|together with|as well as) (?:the )?(?:other )?\[quantity:\d+\],?)?"
    rf"(?P<whose>{PEOPLE})(?: \([^()]{{2,60}}\))?"
)
_LISTED = r"(?:[^,;\[]|\[\w+:\d+\]|,(?= (?:and )?(?:the )?\[))"
ASIDE = (
    r"(?:(?:, which|, who| which| that|,? (?:as|along with|together with|like|unlike|a|an|one "
    r"of|despite|for its part|in turn|being|for example|on the other hand|however|in contrast|"
    r"by contrast|meanwhile|alone|among|alongside|"
    r"led by|headed by|under|through|after|while|at|by|in|on|then|now|traditionally|itself|"
    rf"too|once)\b{_LISTED}{{0,150}}?,|,(?= [\"“]?[a-z])"
    r"|, (?!(?:and|but|or|nor|so|yet|while|when|where|whereas|because|to)\b)"
    r"[a-z][^,;\[]{2,60}(?:\[\w+:\d+\][^,;\[]{0,30}){0,2},"
    r"| \([^()]{2,80}\)"
    r"| (?:in|at|during|on) (?:an?|his|her|its|the) (?:[\w-]+ ){0,3}?(?:address|speech|statement|interview|letter"
    r"|message"
    r"|conference|visit|meeting|summit|session|report|broadcast)(?: (?:in|on|to|at|with) (?:the )?\[\w+:\d+\])?))?"
)
_AMONG = (
    r"(?P<to>(?: (?:is|was|are|were|became|becoming|remains|remained|being|been))(?: also)?(?: one of| among|"
    r" amongst| part of)?(?: the| a| an| only)?(?: (?:[a-z]+(?:-[a-z]+|-\[\w+:\d+\])?|\d+\w+|"
    r"\[(?:rank|quantity|state|body|place|both):\d+\])){0,6}?"
    r"(?: (?:countries|states|country|state|nations?|members?|governments?|ones?|leaders?))?"
    r"(?: (?:in|of|from|outside) (?!favou?r)(?:(?! and | but )[^;,.]){1,40}?)?"
    rf"(?: \([^()]{{2,90}}\)|, (?:along with|alongside|together with|including|as well as|besides|apart from|after"
    rf"|behind|following) {_LISTED}{{2,120}}?,)?"
    r"(?: (?:to|that|which|who))(?: not(?= ))?|"
    r"(?:(?<= that it)|(?<= that they)|(?<= that he)|(?<= that she)|(?<= said it)|(?<= stated it)|(?<= declared it)"
    r"|(?<= announced it)|(?<= confirmed it)) (?:would|[\"“]?will)"
    r"(?: also| fully| continue to)?| [\"“](?:will|would)(?: also| fully| continue to)?|"
    r" used (?:its|their|his|her) (?:(?!\[person)[^;,.]){2,70}? to|"
    r" voted (?:unanimously |overwhelmingly |by [^;,]{3,40}? |\d+ ?[–-] ?\d+ |(?:in |on )?\[date:\d+\] )+to|"
    r" (?:continues?|continued|chose|opted|decided|moved|went on|began|came|voted|united|teamed up|"
    r"pledged|promised|vowed|agreed|undertook|committed (?:itself|themselves)|"
    r"(?:worked|joined forces|co-?operated|acted)(?: closely| together| jointly)?(?: with (?:the )?\[\w+:\d+\])?) to)?"
)
_BODY_OF = (
    r"(?:(?:[Gg]overnment|[Nn]ational [Aa]ssembly|[Pp]arliament|[Ss]enate|[Ff]oreign [Mm]inistry|"
    r"[Mm]inistry of [Ff]oreign [Aa]ffairs|[Pp]eople|[Rr]epublic|[Mm]inisters of [Ff]oreign [Aa]ffairs|"
    r"(?:[Ff]oreign |[Pp]rime )?[Mm]inisters|[Pp]residents|[Ll]eaders|[Gg]overnments|[Pp]arliaments) of (?:the )?|"
    r"(?:representatives|delegates|delegations?|officials|diplomats|politicians|envoys) (?:of|from) (?:the )?)?"
)
LEAD = (
    r"(?:^|; |, (?:and|but|while|whereas) |,? (?:where|because) |[,;–-] however, | (?:as|since) (?=(?:the )?\[state)"
    r"|(?<=[:”\"]) )"
    r"(?:(?!(?:the )?\[(?:state|person):\d+\](?: [a-z]+){0,2},)[^,;]{0,120}, (?:(?:(?:in|on|during|at|after|"
    r"following|when|as|while) "
    r"[^,;]{3,60}|however|meanwhile|though|by contrast|in turn), |"
    r"(?:in|on|during|since|by) (?:the )?\[date:\d+\] )?|(?:(?:In|On|Since|During|By|From) )?(?:the )?\[date:\d+\] |"
    r"(?:During|In|Throughout|At) (?:that|this|the same) (?:[a-z]+ )?(?:time|period|year|era|war|conflict|"
    r"crisis|decade) |"
    rf"(?:[Ww]hilst|[Ww]hile|[Aa]lthough|[Tt]hough) )?(?:[Bb]oth )?(?:[Tt]he )?{_BODY_OF}"
    r"(?:(?!the |by |in |of |and )[a-z’'-]+ [a-z’'-]+ (?=\[person:\d+\]))?"
)
_FILLED = r"(?:(?!support\b|hope|criminali|outlaw)[\"“]?[\w’'-]+,? ){0,4}?[\"“]?"
_COPULA = (
    r"(?:is|was|are|were|been|being|remains?|remained|became|becomes?|spoke|spoken|(?:came|come|comes) out|"
    r"(?:positioned|presented|portrayed|established|proved) itself as|emerged as|speaks|(?:intervened|fought|fights"
    r"|fighting|entered the war)(?: in \[date:\d+\])?|"
    r"stood|stands|argues?|argued) "
)
_OUTSPOKEN = (
    r"(?:(?!to\b)(?!(?!oppos|unit|concern|committ|determin|agre)[a-z]+ed\b)"
    r"(?:[a-z]+(?:-[a-z]+)?|\[(?:quantity|rank):\d+\]),? ){0,6}?(?:in (?:its|their|his|her) (?:[a-z]+ )?)?"
)
_AT_A_BODY = (
    r"(?:with (?:the )?\[state:\d+\] |(?:at|in) (?:the )?(?:UN|United Nations|[\w ]{0,12}\[body:\d+\]|UNESCO)"
    r"(?: [A-Z]\w+){0,2} "
    r"|(?:in|on) \[date:\d+\] )?"
)
_MANY = (
    r"(?:countries|states|nations|members|governments|leaders|\[quantity:\d+\])(?: (?!includ)[^;,.]{0,50}?)?,?"
    r" (?:including|among them)(?: the)? (?P<who>(?:<state>(?:, and|,| and)(?: the)? )*<state|both|person>,?)"
)
_OTHER_CLAUSE = (
    r"(?: and| but| while| whereas| since| because| although| though) (?:the )?\[(?:state|person):\d+\]"
    r"(?:(?:'s|’s)? (?:government|parliament))? (?:has|have|had|is|was|does|did|in turn|also|[a-z]+ed)\b"
)
_SAME_CLAUSE = (
    r"(?:[^;, ]++| |,(?! (?:and|while|but|whereas) (?:the )?\[\w+:\d+\] (?:has|have|had|in turn|also|[a-z]+ed)\b)"
    r"){0,60}?"
)
_DOCUMENT = (
    r"(?:statements?|declarations?|resolutions?|notes?|letters?|messages?|telegrams?|cables?|communiqués?|"
    r"motions?|bills?|laws?|speech|documents?|acts?|"
    r"vote|legislation|decrees?)(?: (?:to|at|in|by|from|of) [^;,.]{2,50}?)?"
)
_ISSUED = r"(?:adopt|issu|pass|sen[dt]|sign|approv|ma[dk]e|releas|publish|deliver|wrote|gave)[a-z]*"
_INSTEAD = (
    r"(?:, (?:(?:and|while|instead|thereby|also|thus|often|but|openly|publicly|[a-z]+ly) )*|"
    r" (?:been|is|are|was|were) [a-z]+ing [^;]{3,110}? and (?:also )?|"
    r" (?:while|by|instead|(?<!interested )(?<!interest )in) |join(?:ed|s)? [^;,.]{2,60}? in |"
    rf"{_DOCUMENT} (?:that )?(?:[a-z]+ly )?)"
)


APART = ("campaigned", "called", "lobbied", "argued", "voted")
"""Verbs with which others may stand before "for" or "against": "campaigned, along with Peru, for"."""
QUOTED = ('support" ', "support” ")
AIMS = ("aspiration", "bid", "path", "candidacy", "ambition", "quest", "integration")
"""What a state has in view, in which another assists it."""
_BEFORE_A_WORD = (" ", '"', "“")
BEHIND_ADVERBS = ("ly to ", "ly against ", "ly for ", "ly in favo", "ly with ")


@cache
def forms(section: str) -> dict[str, str]:
    """Each form of one section of the lexicon of positions → its stance."""
    return {form: stance for stance, words in read_yaml("positions.yaml")[section].items() for form in words}


def alternatives(section: str) -> str:
    """The forms of one section of the lexicon as alternatives of a pattern, the longest first."""
    found = read_yaml("positions.yaml")[section]
    words = [word for part in found.values() for word in part] if isinstance(found, dict) else found
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


def word_needs() -> Iterator[str]:
    """The pieces of text of which a statement with a verb or a noun of stance holds one.

    A verb of one word is a whole word with its question behind it ("join", not "joint"), help takes a side only in an
    aim, and a noun behind its question ends the clause.
    """
    for form in forms("verbs"):
        alone = form.isalpha() and not form.startswith("abstain")
        yield from (f"{mark}{form} " for mark in _BEFORE_A_WORD) if alone else (form,)
    yield from (form for form in forms("nouns") if not form.startswith("assistance"))
    yield from (f"{form}{mark}" for form in forms("deeds") for mark in ".;")
    yield from (*AIMS, *(f"{deed}, " for deed in APART), *QUOTED)


@cache
def shapes() -> tuple[tuple[str, Pattern], ...]:
    """Each shape with the section of the lexicon of which it needs a word: verb at its holder, noun voiced by it, noun
    that it is; the same behind "and"; a participle behind a comma; "in protest of".
    """
    loose = alternatives("verbs").replace(r"\ ", r" (?:[a-z]+ly )?")
    loose = loose.replace("voted (", rf"voted {_AT_A_BODY}(")
    for deed in APART:
        loose = loose.replace(f"{deed} (", rf"{deed}(?:, (?:along|together|jointly) [^;,]{{3,60}},)? (")
    verb = rf"[\"“]?(?P<verb>{loose})\b"
    nouns = alternatives("nouns").replace(r"support\ for", r"support(?:[\"”]| (?:at|in) [^,;.\[]{3,30}?)? for")
    nouns = nouns.replace(r"protest\ over", r"protests?(?: (?:with|to) (?:the )?\[\w+:\d+\])? over")
    noun = rf"(?:{alternatives('voices')}) {_FILLED}(?P<verb>{nouns})\b"
    adjective = rf"{_COPULA}{_OUTSPOKEN}(?P<verb>{alternatives('standings')}|{alternatives('nouns')})\b"
    said = (
        rf"(?:{ADVERB} (?:{alternatives('speech')})(?: (?:in |on )?\[date:\d+\]|"
        rf" on [a-z]+ occasions)?(?: that)? (?:it|they|he|she|his"
        rf" country|her country|their country|his government|both))?"
    )
    head = rf"{SUBJECT}{ASIDE}{said}{ADVERB}{_AMONG}{ADVERB}{NOT}{ADVERB}"
    which = SUBJECT.replace("who>", "which>", 1).replace("whose>", "whichs>", 1)
    first = rf"(?:{LEAD}{SUBJECT}{ASIDE}|{which}, which)"
    behind = (
        rf"{first}{ADVERB} (?:[^;, ]++| (?!where )|,(?! wh)(?!{_OTHER_CLAUSE})|"
        rf", wh(?:ich|o)\b[^,;]{{3,110}}(?=, (?:and|but)\b)|; (?=[a-z]+(?:ed|s|ly) )){{1,60}}?"
        rf"(?:,? (?:and|but)|;)(?:,? in \[date:\d+\],?|"
        rf",? (?:in line|in keeping|in accordance|together|"
        rf"along|despite|like|as)\b[^,;]{{3,60}},)?{ADVERB}{_AMONG}{NOT}{ADVERB} "
    )
    past = rf"{SUBJECT}, (?:which|who) [^;]{{3,120}}?,{ADVERB}{NOT}{ADVERB} {verb}"
    opened = rf"{LEAD}{SUBJECT}{ASIDE} {_SAME_CLAUSE}"
    told = rf"{opened}{_INSTEAD}"
    doing = rf"{told}(?P<not>not |never )?(?P<verb>{alternatives('participles')})\b"
    done = alternatives("participles")
    also = rf"{told}(?:{done}) [^;]{{3,110}}?,? and (?:also )?(?:[a-z]+ly )?(?P<not>not )?(?P<verb>{done})\b"
    voicing = rf"{told}(?:{alternatives('voicing')}) {_FILLED}(?P<verb>{alternatives('nouns')})\b"
    active = r"(?:(?!\bnot\b|\b(?:was|were) [a-z]+(?:ed|n)\b)[^;]){3,150}?"
    record = (
        rf"{head} (?:has|have|had|pursues?|pursued|follows?|followed|upholds?|upheld|maintain(?:s|ed)?|adopt(?:s|ed)?|"
        rf"keeps?|kept|adheres? to|adhered to|stands by|stood by|sticks to|stuck to) (?:an? |its |their |"
        rf"the )?(?:[\w-]+ ){{0,2}}?"
        rf"(?:record|history|tradition|policy|practice|line|position|stance)"
        rf" of (?P<never>not )?(?:[a-z]+ly )?(?P<verb>{alternatives('participles')})\b"
    )
    wrote = (
        rf"{opened}{_ISSUED} (?:[\w-]+ ){{0,5}}?{_DOCUMENT} (?:that|which|in which it) "
        rf"(?:[^;,.]{{3,90}}? and )?{ADVERB} ?"
    )
    reason = rf"{LEAD}{SUBJECT}{ASIDE} {active} (?P<verb>{alternatives('reasons')})\b"
    promised = (
        r"\b(?:said|stated|declared|announced|reiterated|pledged|promised|confirmed|reaffirmed|affirmed|stressed|vowed|"
        r"(?:assured|told) (?:the )?\[[a-z]+:\d+\])(?: (?:in|on) \[date:\d+\])? that [\"“]?(?:the )?"
        rf"(?P<who><state|both|place>)(?P<whose>{PEOPLE})(?P<to> [\"“]?(?:would|will))"
        rf"(?: also| always| fully| firmly| continue to)*(?P<not> (?:not|never))? {verb}"
    )
    adopted = (
        rf"(?P<verb>{alternatives('policies')}) (?:an? |the |its |to )*(?:so-called |[a-z]+ )?[\"“]?"
        r"(?P<topic>one-\[state:\d+\]|one \[state:\d+\])[\"”]? (?:policy|principle)\b"
    )
    renowned = (
        rf"{head} (?:is|are|was|were|be|been|became|remains?|remained) (?:(?:one of|among|also|always) )*(?:the )?"
        r"(?P<topic>[^;,.]{2,60}?)(?:'s|’s|s’|s') (?:[a-z]+(?:-[a-z]+)? ){0,3}?"
        rf"(?P<verb>{alternatives('renowned')})\b"
    )
    return (
        ("verbs", Pattern(f"{head} {verb}")),
        ("verbs", Pattern(promised)),
        ("policies", Pattern(f"{head} {adopted}")),
        ("renowned", Pattern(renowned)),
        ("standings", Pattern(rf"{head} {_COPULA}(?P<verb><quantity> of)\b")),
        ("policies", Pattern(behind + adopted)),
        ("nouns", Pattern(f"{head} {noun}")),
        ("standings", Pattern(f"{head} {adjective}")),
        ("standings", Pattern(rf"{LEAD}{SUBJECT},(?: [a-z]+){{0,4}}? (?:an?|the|one of the) (?:[\w-]+ ){{0,4}}?"
                              rf"(?P<verb>{alternatives('standings')})\b")),
        ("nouns", Pattern(f"{head} {_COPULA}{_OUTSPOKEN}in (?:its|their) (?:[a-z]+ ){{0,2}}(?P<verb>"
                          f"{alternatives('nouns')})")),
        ("verbs", Pattern(behind + verb)),
        ("nouns", Pattern(behind + noun)),
        ("standings", Pattern(behind + adjective)),
        ("verbs", Pattern(past)),
        ("verbs", Pattern(f"{_MANY}{ADVERB}{NOT}{ADVERB} {verb}")),
        ("participles", Pattern(rf"{_MANY} [^;.]{{0,120}}?{_INSTEAD}(?P<verb>{alternatives('participles')})\b")),
        ("participles", Pattern(doing)),
        ("participles", Pattern(rf", with (?:the )?(?P<who><state>|country)(?P<whose>{PEOPLE})(?: [a-z]+){{0,2}}? "
                                rf"(?P<not>not )?(?P<verb>{done})\b")),
        ("participles", Pattern(also)),
        ("nouns", Pattern(voicing)),
        ("verbs", Pattern(wrote + verb)),
        ("nouns", Pattern(wrote + noun)),
        ("participles", Pattern(record)),
        ("participles", Pattern(f"{head} (?:is|are|was|were|been)(?: \\w+ly| also| now)? (?P<verb>"
                                rf"{alternatives('participles')})\b")),
        ("sides", Pattern(rf"{head} (?P<verb>{alternatives('sides')})"
                          rf"(?= (?:the )?<state|person>(?:'s|’s|'|’) side\b)")),
        ("reasons", Pattern(reason)),
        ("deeds", Pattern(rf"{head} (?:{alternatives('voices')}) (?:its|their|his) {_FILLED}(?P<verb>"
                          rf"{alternatives('deeds')})(?=[.;]|$)")),
    )  # fmt: skip


@cache
def neutral_shape() -> Pattern:
    """A holder that is neutral or keeps its neutrality."""
    word = rf"(?:{'|'.join(read_yaml('positions.yaml')['neutral'])})"
    kept = (
        r"(?:maintain(?:s|ed)?|retain(?:s|ed)?|adopt(?:s|ed)?|takes?|took|taken|keeps?|kept|holds?|held|has|have|had|"
        r"pursued|declared|proclaimed|professed|observed|preserved)"
    )
    return Pattern(
        rf"{SUBJECT}{ASIDE}{ADVERB} (?P<verb>{kept} (?:[\w-]+ ){{0,4}}?{word}(?: (?:stance|position|policy|"
        rf"line|attitude|status|stand))?|(?:(?:refused|declined|chose not) to take|did not take|"
        rf"does not take|(?:not|never) taken) (?:a |either |any )?"
        rf"(?:sides?|stance|position)|(?:took|takes|taken) no (?:sides?|stance|position)|"
        rf"(?:(?:(?:voted|chose|decided|opted) to )?(?:remain(?:s|ed)?|stay(?:s|ed)?)|"
        rf"was|were|is|are|been) (?:[a-z]+ )?{word})\b"
    )


@cache
def deed_shapes() -> tuple[Pattern, ...]:
    """A noun of stance before its holder: "the support of Norway for …", "recognition of … by Norway"."""
    other = alternatives("deeds")
    deed = rf"\b(?P<verb>{other})"
    government = r"(?:the )?(?:governments? of |government and people of )?(?:the )?"
    who = r"(?P<who><state|both|person|place>(?:,? and(?: the)? <state|person|place>)?)"
    met = (
        r"(?:(?:was |were )?met with|drew|attracted|provoked|sparked|received|won|has (?:drawn|received|won)"
        r"|enjoys?|enjoyed|has|have|had|gained|found|faced|faces|ran into|encountered)"
    )
    return (
        Pattern(rf"{deed} of {government}{who}{PEOPLE} (?:for|to|of|towards?) (?:the )?(?P<topic>[^;.]{{3,160}})"),
        Pattern(
            rf"(?:^|; |, (?:and|but|while) )(?:(?:In|On|Since|During|After) [^,;]{{2,40}}, )?"
            rf"(?P<topic>[^;.,]{{3,110}}?) "
            rf"{met} (?:[a-z]+ ){{0,2}}?(?P<verb>{other}) (?:from|by|in|of) {government}{who}(?P<whose>{PEOPLE})"
        ),
        Pattern(
            rf"(?:^|; |, (?:and|but|while) )(?:(?:In|On|Since|During|After) [^,;]{{2,40}}, )?"
            rf"(?P<topic>[^;.,]{{3,110}}?) {met} (?P<who><state>)(?: [a-z]+)? (?P<verb>{other})\b"
        ),
        Pattern(
            rf"{deed} (?:of|for|to) (?:the )?(?P<topic>(?:(?!\b(?:{other}|was|were|been)\b)[^;.,]){{3,110}}?) by "
            rf"{government}{who}(?P<whose>{PEOPLE})"
        ),
    )


_NO_PASSIVE = frozenset(
    ("joined", "sponsored", "considered", "regarded", "described", "termed", "deemed", "viewed", "designated", "listed",
     "classified", "acknowledged", "attacked", "advocated", "respected", "abstained", "labelled", "labeled", "branded")
)  # fmt: skip


@cache
def done_forms() -> dict[str, str]:
    """The participles of stance that a passive can have, in one word: "opposed", "recognised" … → the stance."""
    return {form: stance for form, stance in forms("verbs").items() if form.endswith("ed") and form.isalpha()}


@cache
def passive_shape() -> Pattern:
    """A question that is opposed, condemned … by a holder: "the blockade was condemned by …"."""
    verbs = "|".join(sorted(set(done_forms()) - _NO_PASSIVE))
    return Pattern(
        r"(?:^|; |, (?:and|but|while|whereas) )(?P<lead>(?:(?:In|On|Since|During|At|After|Following|As|"
        r"Until|By) [^,;]{2,60}, |(?:In|On) \[date:\d+\] )?)(?P<topic>(?:(?! (?:is|was|are|were|has|have|had|who|which|"
        r"that) )[^;,.]){3,110}?)"
        rf" (?:is|was|are|were|has been|have been|had been)(?P<not> not)?(?: \w+ly| also| never)? (?P<verb>{verbs})"
        r"(?: \w+ly)?(?:, (?:including|among others,?))? by (?:(?:several|many|most|some|various|numerous|other|"
        r"a number of|\[quantity:\d+\])(?: [a-z]+| \[body:\d+\]){0,6}?,? (?:including|such as|among them) )?"
        r"(?:the )?(?:government of |governments of )?(?:the )?"
        r"(?P<who><state|both|person|place>(?:(?:, and|,| and|,? as well as)(?: the)? <state|place>)*)"
        rf"(?P<whose>{PEOPLE})"
    )
