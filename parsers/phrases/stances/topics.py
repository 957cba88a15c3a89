"""The words of a question: where they begin and end in a statement, behind a verb or noun of stance or before it."""

from __future__ import annotations

import re
from functools import cache

from parsers.language.mention import Mention, is_demonym
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.phrases.stances.words import alternatives

_AIM = (
    r"disputes?|controvers(?:y|ies)|quarrel|row|stand-?off|confrontation|case|conflicts?|path|claims?|bid|efforts?"
    r"|war|invasion|struggle|fight|campaign|quest|integration|"
    r"aspirations?|opposition|position|stance|rejection|refusal|defen[cs]e|demands?|calls?|attempts?|"
    r"candidacy|accession|membership|application|overthrow|uprising|revolt|liberation|secession"
)
_DATED = re.compile(
    r"(?:,|,? (?:in|on|since|until|from|as early as|as of|by|around|during|at|as far back as|back "
    r"in|in late|in early|after|before)(?: the)?)\s*$"
)
# What is dated itself, so that the question goes on: "the land occupied in 1967".
_DATED_ITSELF = re.compile(
    r"\w (?:(?:territor(?:y|ies)|lands?|areas?|islands?|positions|elections?|borders?|towns?|regions?) "
    r"(?:(?:it|they|he|she) )?(?:had )?"
    r"(?:occupied|held|seized|captured|annexed|lost|taken|conquered|imposed)) (?:in|on|since) $"
)
_FROM = ("from ", "since ")
# Behind a year that belongs to a name ("the 2020 border war") or to a claim, so that the question goes on.
_YEAR_OF_NAME = re.compile(
    r" [\"“]?as | (?:border|line)s?\b|"
    r" (?:[A-Z][\w’'–-]+ ){0,4}(?i:border |civil )?(?i:war|crisis|conflict|invasion|coup|uprising|revolution"
    r"|annexation|elections?|referendum|vote)\b"
)
# A second verb with the same question: "recognised and condemned the massacre", "support or take part in the war".
_ELIDED = re.compile(
    r" (?:(?:and|or) (?:also |even |[a-z]+ly )?(?!is\b|was\b|has\b|does\b|arriv|travel|visit)"
    r"[a-z]+(?:ed|[^s]s)"
    r"|or (?:to )?[a-z]+(?: part)?) "
    r"(?:of |for |to |against |with |in )?(?=(?:the|all|any|this|every|its|their|[A-Z][\w’'-]+(?:'s|’s)?) )"
)
# What the other did with the same question: "Kenya supported, and Peru opposed, the plan".
_OTHERS_TOO = re.compile(
    r",? (?:and|but|while|whereas) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?: [a-z]+ly)? "
    r"(?:[a-z]+ed|[a-z]+[^s]s)(?: (?:on|for|against|from|of|to|in favou?r of))?, (?=(?:the|an?|any|all|its) |[A-Z])"
)
_JOINED = re.compile(r"(?:,|,? and|,? but)(?: also)?(?: the)? $")
_GOES_ON = re.compile(
    r"(?:, (?:which|who) | (?:also |both |then |later |(?:[a-z]+ ){1,2}(?=(?:has|have|had|is|was|were|are)\b))?"
    r"(?:has|have|had|is|was|were|are|does|did|do|will|would|can|could|cannot|sent|gave|took|held|made|broke|began|"
    r"cut|put|set|let|left|said|told|met|won|lost|led|withdrew|kept|brought|became|saw|chose|went|came|sold|built|"
    r"spoke|lent|paid|"
    r"(?!s\b|people['’]s|republics|regions|provinces|islands|conflicts|wars|issues|disputes|crises|questions|troops|forces|rebels|"
    r"governments|peoples|claims|bids|elections|resolutions)[a-z]+(?:ed|[^s]s))\b)"
)
_LEADING = re.compile(
    r"(?:[A-Z][a-z]+(?: [a-z]+)?, )?(?i:In|On|During|Throughout|At|Regarding|Over|Concerning|"
    r"As (?:to|regards)|With (?:regard|respect) to|When(?= [^,;]{3,60} (?:intervened|invaded|attacked|broke out))|"
    r"When [^,;]{3,60} (?:passed|adopted|approved|(?:voted|vote) (?:on|for|against))) "
    r"(?:the (?:[\w-]+ ){0,2}?(?:vote|votes|voting|case|matter) (?:on|over|of) )?"
    r"(?:the )?([^,;]{4,120}?)(?: (?:in|on) [\w ]{0,12}\d{4})?,? "
    r"(?:\S+ (?:abstained|voted (?:in favou?r|against)),? (?:and|while|but|whereas) )?(?:the )?$"
)
_NOUN_CLAUSE_END = re.compile(
    r" (?:has|have|had|is|are|was|were|softened|weakened|waned|grew|hardened|ended|"
    r"led|made|remains?|continues?|gave|became|strained|contributed|caused|resulted|"
    r"stems?|stemmed|derives?|derived|arises?|arose|intensified|increased|decreased|declined|diminished|persisted|"
    r"dates?|dated|culminated|peaked|reflects?|goes back|went back|rests? on|is rooted|"
    r"soured|confronted|helped|facilitated|enabled|angered|enraged|damaged|worsened|complicated|hindered|"
    r"prompted|drew|earned|disappointed|upset|irritated|annoyed|pleased|outraged|surprised)\b"
    r"|,? or (?:[a-z]+ed|sent|gave|took|made|put|held|brought|cost) (?=(?:too|so|much|no|an?|the|its|their) )"
    r"|(?<! that)(?<! which)(?<! who) (?:[a-z]+ly )?(?:[a-z]+ed|hurt|set|put) "
    r"(?=the |an? |its |their |(?:relations|ties|tensions)\b|[A-Z])"
    r"|,? and (?:the |[A-Z][\w’'-]+(?:'s|’s) )(?:[a-z]+ )?"
    r"(?:recognition|support|backing|opposition|refusal|condemnation|criticism|rejection|silence|neutrality)\b"
)
_WHEN = re.compile(r" (?:(?:already |as early as )?(?:in|on|since) )?(?:the )?")
_GOES_TO = re.compile(r" (?:the|an?|its|all|any|every) ")
_FRONTED = re.compile(
    r"(?:Because|Due|Despite|Notwithstanding|Following|After|With|Given|Owing|In (?:light|view)|Amid|Thanks|"
    r"Although|Though|While|Whilst|"
    r"As|Since|When|Whereas|Even though|Besides|Apart|Alongside|In addition)\b"
)
_IN_ITS_AIM = re.compile(r" (?:in|for|of|during|on|over|regarding) (?:its|their|his) ")
_TAIL = re.compile(
    r"(?:^|,? )(?:and|but|as well as|as well|at first|initially|even|too|either|today|to (?:this|that) day|to date"
    r"|at the time|officially|formally|reportedly|allegedly|diplomatically|signed"
    r"|(?:by|with) \d[\d,]*(?: votes?)? (?:to|against) \d[\d,]*(?: votes)?)$"
)
_COMMA = re.compile(r", (?!and |or |as well )")
# Right behind the verb of a relative clause, where its question stands before it: "which Peru rejected, did not".
_CLOSED = re.compile(
    r" and (?:arriv|travel|visit)[a-z]+ |"
    r", (?:did|does|do|has|have|had|is|was|are|were|will|would|can|could|came|led|became|remains?)\b"
)
# "Voiced its support for the bid to President A": to whom it was said, not to whom something is given back.
_VOICED = re.compile(
    r"\b(?:pledg|voic|express|convey|reiterat|reaffirm|affirm|declar|communicat|confirm)[a-z]* (?:[\w’'-]+ ){0,3}"
    r"(?:support|backing|solidarity|opposition|objections?|concerns?) (?:for|to|with|over|about|at) (?:the )?\Z"
)
_GENITIVE = ("'s", "’s")
_TO_WHOM = re.compile(r" to (?:the )?\Z")
_HANDED_OVER = re.compile(
    r"\b(?:return|transfer|hand(?:ing|ed|over)?|cession|restor[a-z]+|sales?|deliver[a-z]+|aid|assistance|extradit[a-z]+"
    r"|surrender|threats?|opposition|rights?|succession|loyalty|allegiance|alternatives?|close|approach|response|devol[a-z]+)\b"
    r"|\b(?:done|given|paid|sent|shown|made|dealt|harm|[a-z]+ed)\Z"
)
_QUOTES = "\"“”'‘ ,."
_OWN = re.compile(
    r"(?: (?:or|and|nor) (?:have|has|maintains?|establish(?:es)?|ha[sd]) (?:any |official |formal |diplomatic )*"
    r"(?:relations|ties) with(?= ))?"
    r"(?:, (?:(?:along |together |jointly )?with|on|in|at|during|through|via) [^;,]{3,60},|,(?= (?:the|an?|its) ))? ?"
    r"(?:as [\"“]?[a-z]+[\"”]? (?=(?:the|an?|its|their|[A-Z][\w’'-]+(?:'s|’s)) ))?[\"“]?"
    r"(?:\([^()]*\) )?(?:on (?:several|many|numerous|"
    r"various) occasions )?(?:in (?:the )?(?:strong(?:est)?|"
    r"harsh(?:est)?|clear(?:est)?)"
    r"(?: possible)? terms )?(?:in the (?:vote|voting) (?:on|over|about) )?(?:(?:to|with) [A-Z][\w’'-]+(?:"
    r" [A-Z][\w’'-]+)? (?:over|about|against|at) )?(?:that |only |solely |all |any |the idea of |against |for |towards?"
    r" )?(?:both (?=the |[A-Z][\w’'-]+ and ))?(?:(?:the|its|their|his|her) )?(?:(?:strong|full|continued|firm) )?"
)


_MARKS = (
    r",[\"”](?= )|(?<!\bU\.S)(?<!\bU\.N)[.;:](?:\s|$)|\n| \((?![A-Z][\w.-]{1,14}\))| \[|\.?\[\d| [–—] |"
    r"[\"”],? and "
)
# Behind "and": a deed in any form, an organ or another stance of the holder, what it did with the other state.
_DEEDS = (
    r"(?:[a-z]+ly |at first |further )?[a-z]+ed|[a-z]{3,}s (?:the|its|all|any|that)|lays? claim|in \d|on \d|oppos\w+|"
    r"later (?=[a-z]+ed\b)|(?:its|their) (?i:parliament|government|president|prime minister|foreign minist\w+|senate|"
    r"ambassador|leaders?|support|backing|opposition|objection|rejection|criticism|refusal|condemnation)|"
    r"(?:to )?(?:open|establish|exchange|send|sign|enter into) (?=diplomatic|relations|an?\b|the\b|ambassadors|"
    r"embassies)"
)
_CIRCUMSTANCES = (
    r"during (?:the|a|his|her|their) (?:visit|meeting|talks|summit|trip)|when(?! it c[ao]mes? to)|"
    r"(?:(?:an?|one|two|three|some|several|few) )*(?:hours?|days?|weeks?|months?|years?|decades?) "
    r"(?:after|before|later)|(?<!resolution )(?<!resolutions )calling|going (?:as|so) far|"
    r"(?<!seat )(?<!seats )(?<!membership )(?<!status )at the "
    r"(?:(?:United Nations|UN|General Assembly|Security Council)"
    r"(?! (?:in|on|over|regarding|concerning|against) (?:its|their|the|all)\b| (?:that|which|to)\b)|"
    r"summit|meeting|time)|"
    rf"in a|in (?:its|their)(?! [^,;.]{{0,40}}\b(?:{_AIM})\b)|as a (?:result|sign|member)"
)
# Words behind which another deed, or another's, is told.
_TURNS = (
    r" [\"“]?in the (?:[a-z]+est|[a-z]+est possible) terms\b|"
    r"[“\"”]?,? and (?=(?:[A-Z][\w’'-]+ ){2,3}[a-z]+ed (?!by\b)|in (?:a|retaliation|response|return|turn|"
    r"protest|reaction) |"
    r"the [A-Z][\w’'-]+ (?:[a-z]+ed|has|have|had|was|were) (?!by\b)|"
    r"at the |on \w+ \d|there\b|(?:almost|nearly|about|just over|noting|adding|saying|stating|"
    r"calling)\b|[A-Z][\w’'-]+ (?:has|have|had|was) [a-z]+)|,? and, "
    r"| and [a-z]+ly [a-z]{3,}[^su]s\b| and (?:declare|express|voice|pledge|urge|denounce|condemn) |,? according to "
    r"|,? as part of (?:its|their|his|her) "
    r"|,? as well as (?=[a-z]+ed (?!by\b)(?:the |its |a |[a-z]+ (?:action|efforts)\b))"
    r"|,? and (?:virtually |almost |practically )?no (?:[a-z]+ )?(?:relations|ties|contacts?) "
    r"| nor (?=[a-z]+s )| thus [a-z]+ing\b| by (?:not )?(?!means)[a-z]+ing\b| which (?:has|have|had|is|was|would|"
    r"could)\b| "
    r"which (?=(?:the )?[A-Z][\w’'-]+ (?:[a-z]+ed|supports|opposes|backs|rejects|demands|favours)\b)|"
    r" as (?=(?:the |its |it )(?:[\w’'-]+ ){0,3}?(?:is|was|are|were|has|had)\b)"
    r"| but (?:also |then |later |still |never |long )?"
    r"(?:[a-z]+ed|refuses|rejects|opposes|supports|recogni[sz]es|denies|"
    r"withdrew|broke|cut|sent|went|left|gave|saw|became|met|came|began|changed|agreed|has|had|have|was|were|is|did|does|kept|held|took|made)\b"
)
_BEHIND_COMMA = (
    r"(?:soon|later|then|since) [a-z]+ed|followed|initially|(?:instead|thereby|thus|even) [a-z]+ing|"
    r"(?:just )?as (?!well|for|part|to|such)|in (?:support|solidarity|protest|opposition|line|accordance)\b|"
    r"with [^,;.]{3,60}? [a-z]+ing\b|with (?:[a-z]+ ){0,2}(?:relations|ties)\b|"
    r"(?:supported|opposed|condemned|rejected|backed|declared|recogni[sz]ed|critici[sz]ed|denounced|endorsed|urged|"
    r"supports|opposes|backs|rejects|condemns|voted|expressed|sent|recalled|refused|"
    r"called (?:on|for|upon)|broke|gave|took|made|became|left|has|have|had|is|was) |"
    r"(?:along|together) with\b|unlike\b|"
    r"[a-z]+ed (?=(?:an?|the|its|his|diplomatic|relations)\b)|(?:it|he|she|they|but|yet|which|who|whom|whose|"
    r"an? |as well as its|"
    r"and (?:so|neither) (?:do|does|did|has|have|had|is|was|were|are) |"
    r"and (?:[a-z]+s|the two|both) |both (?=[a-z]+ [a-z]+ed\b)|calling|saying)\b|"
    r"(?:much )?to [A-Z][\w’' -]{2,25}(?:fury|dismay|anger|annoyance|delight|displeasure|chagrin)\b|"
    r"(?=[A-Z][\w’'-]+ (?:was|were|had|has|did|withheld|waited|refused|declined|abstained|opposed|supported) )|"
    r"and (?=(?:(?:the|an?|its|their) )?(?!the |an? |its |their )(?:[\w’'.-]+ ){1,6}?(?:(?:has|have|had|was|"
    r"were|is|did)\b|"
    r"[a-z]{3,}ed (?!by\b)))|"
    r"and (?:at|after|during|when|since|once|by|until) |"
    r"and (?=(?:about|around|nearly|over|some|almost|more than) \d)|"
    r"(?:the (?:majority|rest)|most|many|some|all|several) of (?:whom|which)\b|"
    r"(?:of|in|to|with|from|for|by|about|at|on) wh(?:ich|om)\b|and (?=[A-Z][\w’'-]+ (?:likewise|too|as well)\b)|"
    r"(?:the |a |an |its )?(?:[\w’'-]+ ){1,5}(?:said|says|stated|states|added|noted|announced|reported)(?=\W*$)"
)
_PARTICIPLE = (
    r",[\"”]? (?!including|concerning|regarding|involving|excluding|during|according)(?:[a-z]+ing (?!to\b)|"
    r"(?:refus|declin|referr|threaten|pledg|promis|agree|vow|offer|seek|continu)ing to\b)"
)


@cache
def _ends() -> re.Pattern[str]:
    """Where a question ends: at the end of the clause, at a second deed of its holder, at what is told beside it."""
    words = f"{alternatives('topic_ends')}|and (?:{alternatives('second_deeds')}|{_DEEDS})|{_CIRCUMSTANCES}"
    told = rf"(?<!\bduring and)[“\"”]?,? (?:{words})\b"
    return re.compile(rf"{_MARKS}|{told}|{_TURNS}|, (?:{_BEHIND_COMMA})|{_PARTICIPLE}")


def topic_after(statement: Statement, position: int, end: int | None = None) -> tuple[int, int] | None:
    """The span of the words of the question that follow a position: up to the clause's end, a date of the deed, or a
    given end; null where the verb of another clause follows.
    """
    text = statement.document.text
    if _CLOSED.match(text, position, statement.end):
        return None
    begin = _begin(statement, position)
    cut = _ends().search(text, begin, statement.end)
    last = min(cut.start() if cut else statement.end, statement.end if end is None else end)
    last = _before_another(statement, begin, last)
    last = _before_date(statement, begin, last)
    last = _before_hearer(statement, begin, last)
    fronted = _FRONTED.match(statement.text) and "," not in text[statement.start : begin]
    comma = _COMMA.search(text, begin, last) if fronted else None
    return trimmed(text, begin, comma.start() if comma else last)


def _begin(statement: Statement, position: int) -> int:
    """Where a question begins behind a position: behind a second verb, the date of the deed, words such as "its"."""
    text = statement.document.text
    elided = _ELIDED.match(text, position, statement.end) or _OTHERS_TOO.match(text, position, statement.end)
    position = _behind_date(statement, elided.end() if elided else position)
    own = _OWN.match(text, position, statement.end)
    return own.end() if own else position


def _before_another(statement: Statement, begin: int, last: int) -> int:
    """Where a question ends before a comma or "and" with which somebody else's clause opens; else the last place."""
    text = statement.document.text
    for mention in statement.of("state", "person", "both", "place"):
        opened = _JOINED.search(text, begin, mention.start) if begin < mention.start < last else None
        told = _GOES_ON.match(text, mention.end) if opened else None
        if opened and told and not (is_demonym(mention) and told[0].endswith("s")):
            return opened.start()
    return last


def _before_date(statement: Statement, begin: int, last: int) -> int:
    """Where a question ends before the first date of its deed; else the last place."""
    text = statement.document.text
    inside = (one for one in statement.of("date") if begin < one.start < last)
    date = next((one for one in inside if _is_of_deed(text, begin, one)), None)
    if date is None:
        return last
    lead = _DATED.search(text, begin, date.start)
    return lead.start() if lead else date.start


def _before_hearer(statement: Statement, begin: int, last: int) -> int:
    """Where a question ends before the person to whom a support or worry was voiced; else the last place."""
    text = statement.document.text
    if not _VOICED.search(text, statement.start, begin):
        return last
    people = (one for one in statement.of("person") if begin < one.start < last)
    hearers = (one for one in people if not text.startswith(_GENITIVE, one.end))
    leads = (_TO_WHOM.search(text, begin, one.start) for one in hearers)
    lead = next((lead for lead in leads if lead), None)
    return last if lead is None or _HANDED_OVER.search(text[begin : lead.start()]) else lead.start()


def _is_of_deed(text: str, begin: int, date: Mention) -> bool:
    """Whether a date in a question stands behind it: "the ban in 1999", "A from 6 May 1950"; not in a name, "the 2020
    border war", or of what it is on, "land occupied in 1967".
    """
    told = _DATED.search(text, begin, date.start) is not None or date.text.lower().startswith(_FROM)
    itself = _DATED_ITSELF.search(text, begin, date.start) is not None
    return told and not itself and _YEAR_OF_NAME.match(text, date.end) is None


def _behind_date(statement: Statement, position: int) -> int:
    """Where a question begins behind the date of a deed right behind its verb: "rejected in 1994 the award"."""
    text = statement.document.text
    told = (one for one in statement.of("date") if _WHEN.fullmatch(text, position, one.start))
    date = next(told, None)
    return date.end if date is not None and _GOES_TO.match(text, date.end) else position


def noun_topic(statement: Statement, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """The topic of a noun that is itself a subject, without the verb of that: "… has soured relations"."""
    if span is None:
        return None
    topic = topic_after(statement, span[0])
    cut = _NOUN_CLAUSE_END.search(statement.document.text, *(topic or span))
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
    kept = kept if "(" in kept else kept.rstrip(")")
    if not kept:
        return None
    start = begin + words.index(kept)
    finish = start + len(kept)
    if kept.count('"') % 2:
        opened = text[start - 1] == '"'
        return (start - 1, finish) if opened else (start, finish + (text[finish : finish + 1] == '"'))
    return start, finish
