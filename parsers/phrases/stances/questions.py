"""Questions on which a state takes a stance: the words that name one, and whether they are one at all."""

from __future__ import annotations

import re
from functools import cache

from parsers.language.factored import factored
from parsers.language.lexicon import read_yaml
from parsers.language.mention import Mention, PersonValue
from parsers.language.reading import Statement, lies_in
from parsers.language.sides import is_side

Span = tuple[int, int]

_BOYCOTT = re.compile(r"(?:[\w'’-]+ ){0,3}?(?:boycott|sanctions|embargo|blockade|condemnation|case against)")
_LIKE = re.compile(r"[^;,]{2,80}? in [a-z]+ing\b")
_POLICY_OF = re.compile(r"(?:[a-z]+ )?(?:position|policy|stance|line) of (?:not )?[a-z]+ing\b")
_JOINS = ("join", "took part", "take part", "participat")
_ARTICLE = re.compile(r"(?:the|this|that|these|those|such|a|an|any|all|both|its|their|his|her) ")
_ON_A_CLAIM = re.compile(
    r"[^,;]{2,40}? (?:on|over) (?:the )?(?:(?:issue|question|matter|case) of (?:the )?)?[A-Z]\w+(?: [A-Z]\w+)*$"
)
_ABROAD = re.compile(
    r" (?:internationally|diplomatically|(?:in|at|on|within) (?:the |many |various |other |all )*(?:votes at the |"
    r"international|multilateral|world|global|regional|united nations|un)\b"
    r"(?! (?:projects?|development|trade|markets?|econom)))"
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
_CREED = re.compile(r"\b(?!tour|journal|mechan|organ|alcohol|critic|prism)[a-z]{3,}isms?\b")
_DOING = re.compile(r"(?:having )?[a-z]+ing\b")
_WITHHELD = re.compile(
    r"(?:[A-Z][\w’'-]+ ){1,3}(?:an?|one|any|the (?:right|chance|opportunity|use)|access|entry|permission) "
)
_ASKING = ("urg", "call", "appeal", "demand", "press", "insist")
_TO_DO = re.compile(
    r" [^,;]{3,60}? to (?:immediately |fully |unconditionally )?(?!invest|visit|trade|expand|strengthen|increase|open|"
    r"co-?operate|work|join hands|buy|purchase|promote|explore|enhance|deepen|follow|come|share|do|use|take advantage)"
    r"[a-z]+ "
)
_OF_ITSELF = re.compile(
    r"(?:\S+ ){0,2}?(?:claims?|allegations?|accusations?|charges?|suggestions?|reports?|rumou?rs) (?:that|of) "
    r"(?:it|they|he|she|its|their|having|the country|the government)\b"
)
_CABINET = re.compile(r"(?:[A-Z][\w’'-]+ ){1,3}(?:government|administration|leadership)\b")
_ITS_CABINET = re.compile(r"[A-Z][\w’'-]+ (?:government|regime|leadership|monarchy|authorities)$")
_DURING = re.compile(
    r"(?:(?:in|on|since) [^,;]{0,12}\d{4}, )?"
    r"(?:during|in|throughout|amid|following|after|at the (?:start|outbreak|time) of) [^,;]{4,60}(?:,|;) "
)
_JOINING = re.compile(r"^(?:however|meanwhile|later|then), ")
_AGAINST = re.compile(r" against (?:the )?(?:[a-z]+ )?[A-Z][\w’'-]+")
_VOICED = re.compile(
    r"(?:expres|voic|declar|affirm|reaffirm|pledg)\w* (?:[\w’'-]+ ){0,4}?support (?:for|of|to) (?:the )?$"
)
_SIDE = re.compile(r"\b(?:government|forces|side|republic|regime|army|party|faction|president|king|monarchy)\b")
_TAKES_SIDES = (
    "on the side",
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
_STANDING_BY = ("support", "back", "endors", "defend", "stand", "stood", "ally of", "champion")
_FOR_ANYTHING = (
    "proponent", "advocat", "advocacy", "champion", "in favo", "vote", "votes", "voting", "cast ", "sponsor", "co-sponsor",
    "cosponsor", "co-author", "backer", "lobb", "campaign", "endors", "opponent", "adversary", "stance", "stand in",
    "stand against", "position in", "spoke in", "spoke out", "speaking in", "came out", "hostil",
)  # fmt: skip
_WHOLE_STATE = re.compile(
    r"an? (?:united|unified|undivided|independent|sovereign|free|democratic|federal|neutral|reunited) [A-Z][\w’'-]+"
)
_NO_WORDS = (
    "at the same time", "regard to ", "(", "–", "own ", "down ",
    "away ", "out of ", "amid ", "according ", "when ", "time and ",
)  # fmt: skip
_LAUDING = ("prais", "hail", "laud", "applaud")
_OWN_CLAIM = re.compile(r"(?:claims?|case|argument)(?: to [^,;]{3,40})? (?:with|by)\b")
_SETTLED = re.compile(r"[\w ]{2,40}? (?:on|about|over|to) (?!the (?:need|importance|necessity|urgency)\b)")
_INSTRUMENT = re.compile(r"\b(?:treat(?:y|ies)|conventions?|protocols?|pacts?|covenants?|charter)\b")
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


@cache
def _any_of(section: str, shape: str) -> re.Pattern[str]:
    """The words of a section of the lexicon of positions, some with a look-ahead, as alternatives of a shape over lower
    case: compiled as it is, since what it is asked for are a few words.
    """
    return re.compile(factored(shape.format("|".join(read_yaml("positions.yaml")[section]))))


@cache
def _bare() -> frozenset[str]:
    """The nouns that name no question alone, and their plurals."""
    return frozenset(form for word in read_yaml("positions.yaml")["bare"] for form in (word, f"{word}s"))


def begins_with_any(section: str) -> re.Pattern[str]:
    """What finds any word of a section at the beginning of a word of the text."""
    return _any_of(section, r"\b(?:{})")


def is_question(statement: Statement, span: tuple[int, int], stance: str, verb: str = "") -> bool:
    """Whether the words are a question to take a side on: no project, no help to people, no pronoun.

    What is condemned, opposed or abstained on is one as such; what is supported or rejected must be a claim, a policy,
    a conflict …, or a state in one.
    """
    words = statement.document.text[span[0] : span[1]]
    low, verb = f" {words.lower()} ", verb.lower()
    if is_bare(statement, span) or is_only_joined(words, verb) or _is_no_topic(statement, span, low):
        return False
    if _OWN_CLAIM.match(words) and statement.low[: span[0] - statement.start].endswith(" its "):
        return False
    if _SHOWING.sub("", verb).startswith((*_TAKES_SIDES, *_WORRIES)):
        return not _is_misfortune(statement, span)
    if statement.low.endswith("the idea of ", 0, span[0] - statement.start):
        return True
    opening = next((m for m in statement.of("state", "both") if m.start == span[0]), None)
    sided = _is_sided(statement, span, opening, stance) if opening is not None else None
    if sided is not None:
        return sided
    if _is_no_stance(verb, words, opening) or (stance == "supports" and _is_help(statement, span, low)):
        return False
    if stance == "supports" and (
        _AGAINST.search(words)
        or (words[0].isupper() and _VOICED.search(statement.low[: span[0] - statement.start]))
        or (verb.startswith("assistance") and _ITS_AIM.search(low))
        or (verb.startswith(_STANDING_BY) and _is_leader(statement, span))
    ):
        return True
    if _names_other_state(statement, span) and verb.startswith(("oppos", "hostil", "in opposition")):
        return True
    names = [m for m in statement.of("state", "person", "both") if m.start <= span[0] and span[1] <= m.end]
    plain = stance in ("condemns", "abstains") or verb.startswith(_PLAIN)
    plain = plain or (verb.startswith(_FOR_ANYTHING) and _any_of("cooperation", r"\b(?:{})\b").search(low) is None)
    cabinet = (_CABINET if opening is None else _ITS_CABINET).match(words) is not None
    if _is_demand(verb, low) or _is_side_in_contest(statement, span, low) or _WHOLE_STATE.match(words):
        return True
    return (plain and not names) or cabinet or _names_question(low)


def _is_sided(statement: Statement, span: tuple[int, int], state: Mention, stance: str) -> bool | None:
    """Whether a side is taken on a state, or for it since a war began; false where it is helped, null where that is
    open.
    """
    words, end = statement.document.text[slice(*span)], state.end - statement.start
    if is_on_a_claim(words) or _ABROAD.match(statement.low, end):
        return True
    if stance == "supports" and state.end == span[1] and _is_since_contest(statement, span):
        return True
    return False if stance == "supports" and _WITH_HELP.match(statement.low, end) else None


def _names_other_state(statement: Statement, span: Span) -> bool:
    """Whether the words are the name of one state that is no side."""
    named = [one for one in statement.of("state") if one.start <= span[0] and span[1] <= one.end]
    return any(not is_side(lies_in(one, statement.context.pair), statement.context.pair) for one in named)


def is_on_a_claim(words: str) -> bool:
    """Whether the words are a party and the matter in which one is for or against it: "Peru on the islands"."""
    return _ON_A_CLAIM.match(words) is not None


def _is_no_stance(verb: str, words: str, opening: Mention | None) -> bool:
    """Whether a verb takes no side on such words: praise of a state, a treaty one joins, a charge against oneself, an
    offer.
    """
    low = f" {words.lower()} "
    return bool(
        (verb.startswith(_LAUDING) and opening is not None and words[opening.end - opening.start :][:1] not in ("'", "’"))
        or (verb.startswith(("fought against", "fights against")) and opening is not None)
        or (verb.startswith("adher") and _INSTRUMENT.search(low))
        or (verb.startswith(("agree", "concur")) and opening is not None and _SETTLED.match(words))
        or (verb.startswith("assistance") and not _ITS_AIM.search(low))
        or (verb.startswith("denial") and low.endswith((" a crime ", " illegal ", " punishable ", " an offence ")))
        or (verb.startswith(("deny", "deni", "reject", "disput", "refut")) and _OF_ITSELF.match(words))
        or (verb.startswith(("reject", "block")) and _OFFERED.match(low))
        or (verb.startswith(("deny", "deni")) and (_DOING.match(words) or _WITHHELD.match(words)))
    )


def _is_leader(statement: Statement, span: Span) -> bool:
    """Whether the words are the head of a state or of a government, with a name: to be for one is a stance."""
    named = (one.value for one in statement.of("person") if one.start <= span[0] and span[1] <= one.end)
    leads = ("head of state", "head of government")
    return any(isinstance(one, PersonValue) and one.name and one.rank in leads for one in named)


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
    named = next((one for one in statement.of("state", "person") if one.start == span[0]), None)
    if named is None and not _SIDE.search(low):
        return False
    lead = _DURING.match(statement.low[: span[0] - statement.start])
    earlier, pair = statement.context.previous, statement.context.pair
    if lead is None and earlier is not None and earlier.block is statement.block and named is not None:
        lead = None if is_side(lies_in(named, pair), pair) else _DURING.match(_JOINING.sub("", earlier.low))
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
        or words.startswith(_NO_WORDS)
        or re.match(r"(?:they|them|it|he|she|there|having|and)\b|(?:this|that|these|those|[\W\d]+)$", words)
    ):
        return True
    return _ARTICLE.sub("", words) in _bare()


def _is_misfortune(statement: Statement, span: tuple[int, int]) -> bool:
    """Whether the words, or those soon behind them, are of an earthquake, an accident …"""
    words = statement.low[span[0] - statement.start : span[1] - statement.start + 60]
    return begins_with_any("misfortunes").search(words) is not None


def _is_demand(verb: str, low: str) -> bool:
    """Whether somebody is asked to do something that is no cooperation with who asks: "urged Peru to withdraw"."""
    return verb.startswith(_ASKING) and _TO_DO.match(low) is not None


def _names_question(low: str) -> bool:
    contest = r"\b(?:in|during|against|over|on|with regard to|regarding) .*\b(?:{})\b"
    return bool(
        " when it c" in low
        or _any_of("questions", r"[ -](?:{})").search(low)
        or _any_of("disputed", r" (?:on|over|regarding|concerning|about) (?:the )?(?:{})").search(low)
        or _any_of("movements", r"\b(?:{})\b").search(low)
        or _DECISION.search(low)
        or _CREED.search(low)
        or _any_of("struggles", contest).search(low)
        or _any_of("whole_questions", r"\b(?:{})\b").search(low)
    )


# "Regarded the coup as A attempting to …": what is thought of a deed is no status.
_IS_DOING = re.compile(
    r" as (?:an? |the |its |their |[\w’']+ ){0,3}?(?:[a-z]{3,}ing to |attempts? |efforts? |chance |opportunit|"
    r"way to |step |reason )| to be (?:too|very|so|more|most|less|close|friendly|important|key|vital|crucial)\b"
    r"| an? (?:[a-z]+ )?(?:step|milestone|opportunity|breakthrough|success)\b"
)
_NOBODY = re.compile(r" (?:to|those|all|anyone|him|her|them|it|itself|themselves)\b")


_WRONG = (
    r"\w (?:to be |as |was |is |were )?[\"“'‘]?(?:an? |the )?[\"“'‘]?"
    r"(?:[a-z]+ly |great |gross |clear |flagrant |blatant |serious )?(?:{})\b"
)


def is_status(words: str) -> bool:
    """Whether what is recognised is a claim or a status, not only a state or its independence."""
    low = f" {words.lower()} "
    if _NOBODY.match(low) or " to have " in low or _IS_DOING.search(low):
        return False
    named_as = _any_of("named_as", r" (?:as|to be|is|are|was|were|belongs to) (?:\S+ ){{0,4}}?(?:{})s?\b").search(low)
    return named_as is not None or _any_of("statuses", "(?:{})").search(low) is not None


def is_contest(words: str) -> bool:
    """Whether the words name a war, a dispute or a vote, in which a state may take no side."""
    return _any_of("contests", r"\b(?:{})\b").search(words.lower()) is not None


def is_found_wrong(words: str) -> bool:
    """Whether something is judged to be against the law or not acceptable: "the wall as illegal"."""
    return _any_of("found_wrong", _WRONG).search(words.lower()) is not None
