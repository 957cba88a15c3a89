"""The words of a question: where they begin and end in a statement, behind a verb or noun of stance or before it."""

from __future__ import annotations

import re

from parsers.language.pattern import Match
from parsers.language.reading import Statement

_ENDS = re.compile(
    r"(?<!\bU\.S)(?<!\bU\.N)[.;:](?:\s|$)|[“\"”]?,? (?:while|whereas|during (?:the|a|his|her|their) (?:visit|meeting|"
    r"talks|summit|trip)|when(?! it c[ao]mes? to)|although|though|albeit|despite|because|"
    r"(?:(?:an?|one|two|three|some|several|few) )*(?:hours?|days?|weeks?|months?|years?|decades?) (?:after|before"
    r"|later)|"
    r"after|before|since|until"
    r"|in exchange|whereby|"
    r"in return|through|due to|in order to|"
    r"given|amid|following|where|rather than|"
    r"stating|saying|(?<!resolution )(?<!resolutions )calling|describing|arguing|citing|aligning|"
    r"stressing|whether|so that|even though|alongside|throughout|ever since|however|"
    r"going (?:as|so) far|on the grounds|"
    r"(?<!seat )(?<!seats )(?<!membership )(?<!status )at the (?:United Nations|UN|General Assembly|"
    r"Security Council|summit|meeting|time)|"
    r"and (?:instead|doesn|didn|more|less|has|have|had|is|was|were|are|also|in \d|on \d|does|do|did|not|"
    r"set up|sent|sees|speaks|(?:supporting|opposing|rejecting|condemning|calling|recogni[sz]ing|expressing|backing|demanding|urging"
    r"|critici[sz]ing|reaffirming|denouncing) |"
    r"follows|maintains|keeps|pursues|adheres|upholds|refuses|declines|demands|urges|views|calls|regards|became|began"
    r"|made|gave|took|withdrew|broke|froze|funds|finances|fought|sought|led|held|met|spoke|stood|chose|brought|went|saw|said|told|lent"
    r"|cut off|called|voted|vote|it|he|she"
    r"|they|both|that|thus|"
    r"(?:its|their) (?i:parliament|government|president|prime minister|foreign minist\w+|senate|ambassador|leaders?) |"
    r"therefore|in line with|in accordance with|in keeping with|then|later (?=[a-z]+ed\b)|urged|again|"
    r"oppos\w+|supports?|recogni[sz]es?|condemns?|backs|rejects|denounces|considers|endorses|favou?rs"
    r"|(?:to )?(?:open|establish|exchange|send|sign|enter into) (?=diplomatic|relations|an?\b|the\b|ambassadors"
    r"|embassies)|(?:its|their) (?:support|backing|opposition|objection|rejection|criticism|refusal|condemnation)"
    r"|(?:[a-z]+ly |at first )?[a-z]+ed))\b"
    r"| nor (?=[a-z]+s )|,? and, (?:along|together|as|like|unlike|despite|in)\b|, (?:soon|later|then|since) [a-z]+ed\b"
    r"|, (?:followed|initially)\b|, (?:instead|thereby|thus|even) [a-z]+ing\b| thus [a-z]+ing\b"
    r"| and [a-z]+ly [a-z]{3,}[^su]s\b|,? according to | and (?:declare|express|voice|pledge|urge"
    r"|denounce|condemn) | as (?=(?:the |its "
    r"|it )(?:[\w’'-]+ ){0,3}?(?:is|was|are|were|has|had)\b)|\.?\[\d| [–—] "
    r"|, (?:just )?as (?!well|for|part|to|such)|[\"”],? and | by (?:not )?(?!means)[a-z]+ing\b"
    r"|, in (?:support|solidarity|protest|opposition|line|accordance)\b"
    r"|, with [^,;.]{3,60}? [a-z]+ing\b|, with (?:[a-z]+ ){0,2}(?:relations|ties)\b|[“\"”]?,? and (?=in a "
    r"|at the |on \w+ \d)"
    r"|, (?:supported|opposed|condemned|rejected|backed|recogni[sz]ed|criticised|denounced|criticized|endorsed|"
    r"urged|voted|expressed|sent|recalled|refused|has|have|had|is|was) "
    r"| but (?:also |then |later |still |never )?(?:[a-z]+ed|refuses|rejects|opposes|supports|recogni[sz]es|denies|"
    r"met|has|had|have|was|were|is|did|does|kept|held|took|made)\b"
    r"|,[\"”]? (?!including|concerning|regarding|involving|excluding|during|according)[a-z]+ing (?!to\b)"
    r"|, (?:along|together) with\b|,? and (?:there\b|"
    r"(?:almost|nearly|about|just over|noting|adding|saying|stating|calling)\b|"
    r"(?=[A-Z][\w’'-]+ (?:has|have|had|was) [a-z]+))|, and (?=[A-Z][\w’'-]+ [a-z]+ed )"
    r"|, (?=[A-Z][\w’'-]+ (?:was|were|had|has|did) )"
    r"|, (?:but|which|who|an? |as well as its|and (?:[a-z]+s|the two|both) |calling|saying)\b|"
    r", and (?=(?:about|around|nearly|over|some|almost|more than) \d|[A-Z][\w’'-]+ (?:has|have|had|was|is|did|also)\b)|"
    r", (?:the (?:majority|rest)|most|many|some|all|several) of (?:whom|which)\b"
    r"|, (?:of|in|to|with|from|for|by|about|at|on) wh(?:ich|om)\b"
    r"| \((?![A-Z][\w.-]{1,14}\))| \[|, (?:it|he|she|they)\b|,? (?:in a|in (?:its|their)"
    r"(?! [^,;.]{0,40}\b(?:disputes?|conflicts?|path|claims?|bid|efforts?|war|invasion|"
    r"struggle|fight|campaign|quest|integration|aspirations?|candidacy)\b)|in response|"
    r"as a (?:result|sign|member))\b|\n"
)
_DATED = re.compile(
    r"(?:,|,? (?:in|on|since|until|from|as early as|as of|by|around|during|at|as far back as|back "
    r"in|in late|in early|after|before)(?: the)?)\s*$"
)
# Behind a year that belongs to a name ("the 2020 border war") or to a claim, so that the question goes on.
_YEAR_OF_NAME = re.compile(
    r" [\"“]?as | (?:border|line)s?\b|"
    r" (?:[A-Z][\w’'–-]+ ){0,4}(?i:border |civil )?(?i:war|crisis|conflict|invasion|coup|uprising|revolution"
    r"|annexation)\b"
)
# A second verb with the same question: "recognised and condemned the massacre", "support or take part in the war".
_ELIDED = re.compile(
    r" (?:(?:and|or) (?:also |even |[a-z]+ly )?(?!is\b|was\b|has\b|does\b)[a-z]+(?:ed|[^s]s)"
    r"|or (?:to )?[a-z]+(?: part)?) "
    r"(?:of |for |to |against |with |in )?(?=(?:the|all|any|this|every|its|their|[A-Z][\w’'-]+(?:'s|’s)?) )"
)
_JOINED = re.compile(r"(?:,|,? and|,? but)(?: also)?(?: the)? $")
_GOES_ON = re.compile(
    r" (?:also |both |then |later |(?:[a-z]+ ){1,2}(?=(?:has|have|had|is|was|were|are)\b))?"
    r"(?:has|have|had|is|was|were|are|does|did|do|"
    r"(?!s\b|republics|regions|provinces|islands|conflicts|wars|issues|disputes|crises|questions|troops|forces|rebels|"
    r"governments|peoples|claims|bids|elections|resolutions)[a-z]+(?:ed|[^s]s))\b"
)
_LEADING = re.compile(
    r"(?:[A-Z][a-z]+(?: [a-z]+)?, )?(?i:In|On|During|Throughout|At|Regarding|Over|When [^,;]{3,60} (?:voted"
    r"|vote) (?:on|for|against)) (?:the (?:[\w-]+ ){0,2}?(?:vote|votes|voting|case|matter) (?:on|over|of) )?"
    r"(?:the )?([^,;]{4,120}?)(?: (?:in|on) [\w ]{0,12}\d{4})?,? "
    r"(?:\S+ (?:abstained|voted (?:in favou?r|against)),? (?:and|while|but|whereas) )?(?:the )?$"
)
_NOUN_CLAUSE_END = re.compile(
    r" (?:has|have|had|is|are|was|were|led|made|remains?|continues?|gave|became|strained|contributed|caused|resulted|"
    r"soured|confronted|helped|facilitated|enabled|angered|enraged|damaged|worsened|complicated|hindered|"
    r"prompted|drew|earned|disappointed|upset|irritated|annoyed|pleased|outraged|surprised)\b"
    r"| and the (?:recognition|support|opposition|refusal|condemnation|criticism|rejection)\b"
)
_FRONTED = re.compile(r"(?:Because|Due|Despite|Following|After|With|Given|Owing|In (?:light|view)|Amid|Thanks)\b")
_IN_ITS_AIM = re.compile(r" (?:in|for|of|during|on|over|regarding) (?:its|their|his) ")
_TAIL = re.compile(
    r"(?:^|,? )(?:and|but|as well as|as well|too|either|today|to (?:this|that) day|to date|at the time"
    r"|officially|formally|diplomatically|(?:by|with) \d[\d,]*(?: votes?)? (?:to|against) \d[\d,]*(?: votes)?)$"
)
_COMMA = re.compile(r", ")
_QUOTES = "\"“”'‘ ,."
_OWN = re.compile(
    r" ?(?:\([^()]*\) )?(?:in (?:the )?(?:strong(?:est)?|harsh(?:est)?|clear(?:est)?)"
    r"(?: possible)? terms )?(?:in the (?:vote|voting) (?:on|over|about) )?(?:(?:to|with) [A-Z][\w’'-]+(?:"
    r" [A-Z][\w’'-]+)? (?:over|about|against|at) )?(?:that |only |solely |all |any |the idea of |against |for |towards?"
    r" )?(?:(?:the|its|their|his|her) )?(?:(?:strong|full|continued|firm) )?"
)


def topic_after(statement: Statement, position: int, end: int | None = None) -> tuple[int, int] | None:
    """The span of the words of the question that follow a position: up to the clause's end, a date of the deed, or a
    given end.
    """
    text = statement.document.text
    elided = _ELIDED.match(text, position, statement.end)
    position = elided.end() if elided else position
    own = _OWN.match(text, position, statement.end)
    begin = own.end() if own else position
    cut = _ENDS.search(text, begin, statement.end)
    last = min(cut.start() if cut else statement.end, statement.end if end is None else end)
    for mention in statement.of("state", "person", "both", "place"):
        opened = _JOINED.search(text, begin, mention.start) if begin < mention.start < last else None
        if opened and _GOES_ON.match(text, mention.end):
            last = opened.start()
            break
    for date in statement.of("date"):
        lead = _DATED.search(text, begin, date.start) if begin < date.start < last else None
        if lead and not _YEAR_OF_NAME.match(text, date.end):
            last = lead.start()
    return trimmed(text, begin, last)


def noun_topic(statement: Statement, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """The topic of a noun that is itself a subject, without the verb of that: "… has soured relations"."""
    if span is None:
        return None
    topic = topic_after(statement, span[0])
    cut = _NOUN_CLAUSE_END.search(statement.document.text, *(topic or span))
    if _FRONTED.match(statement.text) and "," not in statement.document.text[statement.start : span[0]]:
        cut = _COMMA.search(statement.document.text, *(topic or span)) or cut
    last = min(cut.start() if cut else span[1], (topic or span)[1], span[1])
    return trimmed(statement.document.text, span[0], last)


def topic_before(match: Match) -> tuple[int, int] | None:
    """The question before a verb that has none behind it: "In the vote on the resolution, Norway abstained"."""
    statement = match.statement
    who = match.span("who")
    lead = _LEADING.fullmatch(statement.document.text, statement.start, (who or (match.start,))[0])
    return trimmed(statement.document.text, *lead.span(1)) if lead else None


def renowned_topic(match: Match) -> tuple[int, int] | None:
    """The question of which a holder is "one of the supporters": what stands before that word, or what the other does,
    told behind it: "Peru's supporters in its bid for a seat".
    """
    text, end = match.statement.document.text, match.end
    aim = _IN_ITS_AIM.match(text, end)
    return topic_after(match.statement, aim.end()) if aim else match.span("topic")


def trimmed(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """A span without blanks, commas and quotation marks at its ends; null where nothing is left.

    A quotation mark stays where its other half stands inside.
    """
    words = text[begin:end]
    kept = _TAIL.sub("", words.strip(_QUOTES)).strip(_QUOTES)
    if not kept:
        return None
    start = begin + words.index(kept)
    finish = start + len(kept)
    if kept.count('"') % 2:
        opened = text[start - 1] == '"'
        return (start - 1, finish) if opened else (start, finish + (text[finish : finish + 1] == '"'))
    return start, finish
