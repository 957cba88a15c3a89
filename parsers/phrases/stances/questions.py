"""Questions on which a state takes a stance: the words that name one, and whether they are one at all."""

from __future__ import annotations

import re
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.language.required import Folded

_ENDS = re.compile(
    r"(?<!\bU\.S)(?<!\bU\.N)[.;:](?:\s|$)|[“\"”]?,? (?:while|whereas|during (?:the|a|his|her|their) (?:visit|meeting|"
    r"talks|summit|trip)|when(?! it c[ao]mes? to)|although|though|despite|because|after|before|since|until|in exchange|"
    r"in return|through|due to|in order to|"
    r"given|amid|following|where|rather than|"
    r"stating|saying|(?<!resolution )(?<!resolutions )calling|describing|arguing|citing|aligning|"
    r"stressing|whether|so that|even though|alongside|throughout|ever since|however|"
    r"going (?:as|so) far|on the grounds|"
    r"(?<!seat )(?<!seats )(?<!membership )(?<!status )at the (?:United Nations|UN|General Assembly|"
    r"Security Council|summit|meeting|time)|"
    r"and (?:more|less|has|have|had|is|was|were|are|also|in \d|on \d|does|do|did|not|set up|sent|sees|speaks|"
    r"(?:supporting|opposing|rejecting|condemning|calling|recogni[sz]ing|expressing|backing|demanding|urging"
    r"|critici[sz]ing|reaffirming|denouncing) |"
    r"refuses|declines|demands|urges|views|calls|regards|became|began|made|gave|took|called|voted|vote|it|he|she"
    r"|they|both|that|thus|"
    r"(?:its|their) (?:parliament|government|president|prime minister|foreign minist\w+|senate|ambassador|leaders?) |"
    r"therefore|in line with|in accordance with|in keeping with|then|later (?=[a-z]+ed\b)|urged|again|"
    r"oppos\w+|supports?|recogni[sz]es?|condemns?|backs|rejects|denounces|considers|endorses|favou?rs"
    r"|(?:to )?(?:open|establish|exchange|send|sign|enter into) (?=diplomatic|relations|an?\b|the\b|ambassadors"
    r"|embassies)|(?:its|their) (?:support|backing|opposition|objection|rejection|criticism|refusal|condemnation)"
    r"|(?:[a-z]+ly |at first )?[a-z]+ed))\b"
    r"| nor (?=[a-z]+s )|,? and, (?:along|together|as|like|unlike|despite|in)\b|, (?:soon|later|then|since) [a-z]+ed\b"
    r"|,? according to | [–—] |, (?:just )?as (?!well|for|part|to|such)|[\"”],? and | by (?:not )?(?!means)[a-z]+ing\b"
    r"|, in (?:support|solidarity|protest|opposition|line|accordance)\b"
    r"|, with [^,;.]{3,60}? [a-z]+ing\b|, with (?:[a-z]+ ){0,2}(?:relations|ties)\b|[“\"”]?,? and (?=in a "
    r"|at the |on \w+ \d)"
    r"|, (?:supported|opposed|condemned|rejected|backed|recogni[sz]ed|criticised|has|have|had|is|was) "
    r"| but (?:also |then |later |still |never )?(?:[a-z]+ed|refuses|rejects|opposes|supports|recogni[sz]es|denies|"
    r"met|has|had|have|was|were|is|did|does|kept|held|took|made)\b"
    r"|, (?!including|concerning|regarding|involving|excluding|during|according)[a-z]+ing (?!to\b)"
    r"|, (?:but|which|who|an? |as well as its|and (?:[a-z]+s|the two|both) |calling|saying)\b|"
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
_JOINED = re.compile(r"(?:,|,? and|,? but)(?: also)?(?: the)? $")
_GOES_ON = re.compile(
    r" (?:also |both |then |later )?(?:has|have|had|is|was|were|are|does|did|do|"
    r"(?!s\b|republics|regions|provinces|islands|conflicts|wars|issues|disputes|crises|questions|troops|forces|rebels|"
    r"governments|peoples|claims|bids|elections|resolutions)[a-z]+(?:ed|[^s]s))\b"
)
_LEADING = re.compile(
    r"(?:[A-Z][a-z]+(?: [a-z]+)?, )?(?i:In|On|During|Throughout|At|Regarding|Over|When [^,;]{3,60} (?:voted"
    r"|vote) (?:on|for|against)) (?:the (?:[\w-]+ ){0,2}?(?:vote|votes|voting|case|matter) (?:on|over|of) )?"
    r"(?:the )?([^,;]{4,120}?)(?: (?:in|on) [\w ]{0,12}\d{4})?,? "
    r"(?:\S+ (?:abstained|voted (?:in favou?r|against)),? (?:and|while|but|whereas) )?$"
)
_NOUN_CLAUSE_END = re.compile(
    r" (?:has|have|had|is|are|was|were|led|made|remains?|continues?|gave|became|strained|contributed|caused|resulted|"
    r"soured|helped)\b| and the (?:recognition|support|opposition|refusal|condemnation|criticism|rejection)\b"
)
_BOYCOTT = re.compile(r"(?:[\w'’-]+ ){0,3}?(?:boycott|sanctions|embargo|blockade|condemnation|case against)")
_LIKE = re.compile(r"[^;,]{2,80}? in [a-z]+ing\b")
_POLICY_OF = re.compile(r"(?:[a-z]+ )?(?:position|policy|stance|line) of (?:not )?[a-z]+ing\b")
_JOINS = ("join", "took part", "take part", "participat")
_ARTICLE = re.compile(r"(?:the|this|that|these|those|such|a|an|any|all|both|its|their|his|her) ")
_FRONTED = re.compile(r"(?:Because|Due|Despite|Following|After|With|Given|Owing|In (?:light|view)|Amid|Thanks)\b")
_ON_A_CLAIM = re.compile(r"[^,;]{2,40}? (?:on|over) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*$")
_ABROAD = re.compile(
    r" (?:internationally|diplomatically|(?:in|at|on|within) (?:the |many |various |other |all )*(?:international"
    r"|multilateral|world|global|regional|united nations|un)\b)"
)
# "Supports Kenya with roads" tells of help, "with its claim to the island" of a side that is taken.
_WITH_HELP = re.compile(
    r",? with (?!regard\b|respect\b|(?:its|their|the) (?:[a-z]+ )?(?:claims?|bid|candida\w+|position|stance|"
    r"accession|membership|struggle"
    r"|fight|cause|dispute|war|independence|vote|application|demands?|proposals?|initiative)\b)"
)
_ITS_AIM = re.compile(
    r" in (?:its|their) (?:[a-z]+ )?(?:aspirations?|bid|path|candidacy|ambitions?|quest|integration)\b"
)
_DECISION = re.compile(
    r" decision to (?!open|re-?open|establish|host|send|build|launch|start|sign|resume|increase|expand|co-?operate|"
    r"invest|visit|grant|create|appoint|upgrade|raise|exempt)"
)
_DOING = re.compile(r"(?:having )?[a-z]+ing\b")
_OF_ITSELF = re.compile(
    r"(?:\S+ ){0,2}?(?:claims?|allegations?|accusations?|charges?|suggestions?|reports?|rumou?rs) (?:that|of) "
    r"(?:it|they|he|she|its|their|having|the country|the government)\b"
)
_CABINET = re.compile(r"(?:[A-Z][\w’'-]+ ){1,3}(?:government|administration|leadership)\b")
_DURING = re.compile(r"(?:during|in|throughout|amid|at the (?:start|outbreak|time) of) [^,;]{4,60}, ")
_SIDE = re.compile(r"\b(?:government|forces|side|republic|regime|army|party|faction|president|king|monarchy)\b")
_TAIL = re.compile(
    r"(?:^|,? )(?:and|but|as well as|as well|too|either|today|to (?:this|that) day|to date|at the time"
    r"|officially|formally|diplomatically)$"
)
_COMMA = re.compile(r", ")
_TAKES_SIDES = (
    "solidarity",
    "sympath",
    "sided",
    "siding",
    "sides",
    "side",
    "stood",
    "stands",
    "took the side",
    "takes the side",
    "aligned",
    "aligns",
    "allied",
    "in solidarity",
)
_OFFERED = re.compile(
    r" (?:[\w’'\[\]:-]+ ){0,3}?(?:offers?|applications?|invitations?|visas?|requests? for (?!recognition|"
    r"extradition)|imports?|exports?|sale|"
    r"purchase|takeover|merger|access|website|goods|shipments?|entry)\b"
)
_SINCE = re.compile(r",? (?:ever )?(?:since|after|following|throughout) (?!\d)([^;,.]{4,80})")
_SHOWING = re.compile(r"to (?:show|express|demonstrate) (?:(?:its|his|her|their) )?")
_WORRIES = (
    "unease", "misgiv", "qualm", "indignation", "fury", "scepticism",
    "concern",
    "regret",
    "complaint",
    "displeasure",
    "dissatisf",
    "disappoint",
    "dismay",
    "anger",
    "alarm",
    "reserv",
)
_PLAIN = (
    "oppos", "reject", "block", "object", "protest", "critic", "vote", "veto", "in protest", "to protest",
    "in opposition", "in condemn",
    "pushed back", "disput", "contest", "disapprov", "outrage", "hostile",
)  # fmt: skip
_QUOTES = "\"“”'‘ ,."
_OWN = re.compile(
    r" ?(?:\([^()]*\) )?(?:in (?:the )?(?:strong(?:est)?|harsh(?:est)?|clear(?:est)?)"
    r"(?: possible)? terms )?(?:in the (?:vote|voting) (?:on|over|about) )?(?:(?:to|with) [A-Z][\w’'-]+(?:"
    r" [A-Z][\w’'-]+)? (?:over|about|against|at) )?(?:that |all |any |the idea of |against |for |towards?"
    r" )?(?:(?:the|its|their|his|her) )?(?:(?:strong|full|continued|firm) )?"
)


@cache
def _any_of(section: str, shape: str) -> Folded:
    """The words of a section of the lexicon of positions as alternatives of a shape."""
    return Folded(shape.format("|".join(map(re.escape, read_yaml("positions.yaml")[section]))))


def begins_with_any(section: str) -> Folded:
    """What finds any word of a section at the beginning of a word of the text."""
    return _any_of(section, r"\b(?:{})")


def topic_after(statement: Statement, position: int) -> tuple[int, int] | None:
    """The span of the words of the question that follow a position: up to the clause's end or a date of the deed."""
    text = statement.document.text
    own = _OWN.match(text, position, statement.end)
    begin = own.end() if own else position
    cut = _ENDS.search(text, begin, statement.end)
    last = cut.start() if cut else statement.end
    for mention in statement.of("state", "person", "both", "place"):
        opened = _JOINED.search(text, begin, mention.start) if begin < mention.start < last else None
        if opened and _GOES_ON.match(text, mention.end):
            last = opened.start()
            break
    for date in statement.of("date"):
        lead = _DATED.search(text, begin, date.start) if begin < date.start < last else None
        if lead and not text.startswith((" as ", ' "as ', " “as "), date.end):
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
    lead = _LEADING.fullmatch(statement.document.text, statement.start, match.start)
    return trimmed(statement.document.text, *lead.span(1)) if lead else None


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


def is_question(statement: Statement, span: tuple[int, int], stance: str, verb: str = "") -> bool:
    """Whether the words are a question to take a side on: no project, no help to people, no pronoun.

    What is condemned, opposed or abstained on is one as such; what is supported or rejected must be a claim, a policy,
    a conflict …, or a state in one.
    """
    words = statement.document.text[span[0] : span[1]]
    low, verb = f" {words.lower()} ", verb.lower()
    if is_bare(statement, span) or is_only_joined(words, verb) or _is_no_topic(statement, span, low):
        return False
    if _SHOWING.sub("", verb).startswith((*_TAKES_SIDES, *_WORRIES)):
        return not _is_misfortune(statement, span)
    opening = next((m for m in statement.of("state", "both") if m.start == span[0]), None)
    if opening is not None and (
        _ON_A_CLAIM.match(words) or _ABROAD.match(statement.low, opening.end - statement.start)
    ):
        return True
    if stance == "supports" and opening is not None and opening.end == span[1] and _is_since_contest(statement, span):
        return True
    if opening is not None and stance == "supports" and _WITH_HELP.match(statement.low, opening.end - statement.start):
        return False
    if verb.startswith("assistance"):
        return _ITS_AIM.search(low) is not None
    if verb.startswith(("deny", "deni", "reject", "disput", "refut")) and _OF_ITSELF.match(words):
        return False
    if verb.startswith(("reject", "block")) and _OFFERED.match(low):
        return False
    if (verb.startswith(("deny", "deni")) and _DOING.match(words)) or (
        stance == "supports" and _is_help(statement, span, low)
    ):
        return False
    names = [m for m in statement.of("state", "person", "both") if m.start <= span[0] and span[1] <= m.end]
    plain = stance in ("condemns", "abstains") or verb.startswith(_PLAIN)
    cabinet = opening is None and _CABINET.match(words) is not None
    return (plain and not names) or cabinet or _names_question(low) or _is_side_in_contest(statement, span, low)


def _is_no_topic(statement: Statement, span: tuple[int, int], low: str) -> bool:
    """Whether the words are too few, too many, begin as help does, hold a sum, or tell of a game or of commerce."""
    first = low.removeprefix(" each other's ").removeprefix(" each other’s ").strip()
    if not 3 <= span[1] - span[0] <= 260 or _any_of("no_topics", r"(?:{})\b").match(first):
        return True
    paid = any(span[0] <= money.start < span[1] for money in statement.of("money"))
    return (
        paid
        or _any_of("everyday", r"\b(?:{})\b").search(low) is not None
        or _any_of("sports", r"\b(?:{})s?\b").search(low) is not None
    )


def _is_help(statement: Statement, span: tuple[int, int], low: str) -> bool:
    """Whether supporting it is help: to a school, a project, in an epidemic."""
    return _any_of("helped", r"\b(?:{})\b").search(low) is not None or _is_misfortune(statement, span)


def _is_side_in_contest(statement: Statement, span: tuple[int, int], low: str) -> bool:
    """Whether it is a government or a party, and the statement begins with a war: "During the civil war, …"."""
    lead = _DURING.match(statement.low[: span[0] - statement.start]) if _SIDE.search(low) else None
    return lead is not None and is_contest(lead[0])


def _is_since_contest(statement: Statement, span: tuple[int, int]) -> bool:
    """Whether a state is supported since a war or a crisis began: "has supported Ukraine since the invasion"."""
    since = _SINCE.match(statement.low, span[1] - statement.start)
    return since is not None and is_contest(since[1])


def is_only_joined(words: str, verb: str) -> bool:
    """Whether somebody joined or took part in what is neither a boycott nor a protest, followed others "in backing", or
    keeps to a "policy of backing": the stance is told by the words behind.
    """
    if _POLICY_OF.match(words) or (verb.lower().startswith("follow") and _LIKE.match(words)):
        return True
    return verb.lower().startswith(_JOINS) and _BOYCOTT.match(words) is None


def is_bare(statement: Statement, span: tuple[int, int]) -> bool:
    """Whether the words name no question by themselves: a date alone, "the action", "this decision"."""
    if any(date.start <= span[0] and span[1] <= date.end for date in statement.of("date")):
        return True
    words = statement.document.text[slice(*span)].lower()
    if (
        words.endswith((" neither", " either"))
        or words.startswith(("(", "–", "amid ", "according ", "when ", "time and "))
        or re.match(r"(?:they|it|he|she|there|having)\b", words)
    ):
        return True
    noun = _ARTICLE.sub("", words)
    return any(noun in (word, f"{word}s") for word in read_yaml("positions.yaml")["bare"])


def _is_misfortune(statement: Statement, span: tuple[int, int]) -> bool:
    """Whether the words, or those soon behind them, are of an earthquake, an accident …"""
    words = statement.low[span[0] - statement.start : span[1] - statement.start + 60]
    return begins_with_any("misfortunes").search(words) is not None


def _names_question(low: str) -> bool:
    lists = read_yaml("positions.yaml")
    contest = rf"\b(?:in|during|against|over|on|with regard to|regarding) .*\b(?:{'|'.join(lists['struggles'])})\b"
    whole = rf"\b(?:{'|'.join(lists['whole_questions'])})\b"
    movements = rf"\b(?:{'|'.join(lists['movements'])})\b"
    disputed = rf" (?:on|over|regarding|concerning|about) (?:the )?(?:{'|'.join(lists['disputed'])})"
    return (
        any(f" {piece}" in low or f"-{piece}" in low for piece in lists["questions"])
        or re.search(disputed, low) is not None
        or re.search(movements, low) is not None
        or _DECISION.search(low) is not None
        or re.search(contest, low) is not None
        or re.search(whole, low) is not None
    )


# "Regarded the coup as A attempting to …": what is thought of a deed is no status.
_IS_DOING = re.compile(
    r" as (?:an? |the |its |their |[\w’']+ ){0,3}?(?:[a-z]{3,}ing to |attempts? |efforts? |chance |opportunit|"
    r"way to |step |reason )"
)


def is_status(words: str) -> bool:
    """Whether what is recognised is a claim or a status, not only a state or its independence."""
    low = f" {words.lower()} "
    lists = read_yaml("positions.yaml")
    if re.match(r" (?:to|those|all|anyone)\b", low) or " to have " in low or _IS_DOING.search(low):
        return False
    named_as = re.search(rf" as (?:\S+ ){{0,4}}?(?:{'|'.join(lists['named_as'])})s?\b", low)
    return named_as is not None or any(mark in low for mark in lists["statuses"])


def is_contest(words: str) -> bool:
    """Whether the words name a war, a dispute or a vote, in which a state may take no side."""
    return re.search(rf"\b(?:{'|'.join(read_yaml('positions.yaml')['contests'])})\b", words.lower()) is not None


def is_found_wrong(words: str) -> bool:
    """Whether something is judged to be against the law or not acceptable: "the wall as illegal"."""
    wrong = "|".join(read_yaml("positions.yaml")["found_wrong"])
    return (
        re.search(
            rf"\w (?:to be |as |was |is |were )?[\"“'‘]?(?:an? |the )?[\"“'‘]?"
            rf"(?:[a-z]+ly |great |gross |clear |flagrant |blatant |serious )?(?:{wrong})\b",
            words.lower(),
        )
        is not None
    )
