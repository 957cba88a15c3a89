"""Partnerships: declared levels of partnership and alliance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.lexicon import read_yaml
from parsers.language.mention import BodyValue, Mention
from parsers.language.modality import happened, is_planned
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement
from parsers.language.sides import is_foreign, side_of
from parsers.phrases.instruments.carried import told_before
from parsers.phrases.ties.alliances import ALLIANCE_MADE, ALLIED, MAJOR_ALLY
from parsers.phrases.ties.partnership_lists import listed_levels
from parsers.phrases.ties.relations import date_right_after

_NOUN = (
    r"(?:partnerships?|partners|partner|alliance|association|relationship)(?: relations?)?"
    r"(?: (?:of|for) (?:strategic |mutual |mutually beneficial )?(?:cooperation|co-operation|coordination"
    r"|co-ordination|benefit|a new era|the new era)"
    r"| for (?:peace|prosperity|stability|progress)"
    r"(?:(?:,|,? and) (?:\w+ (?:and )?)?(?:prosperity|stability|progress))?)?"
)
_FILL = (
    r"(?:(?:a|an|the|their|its|\[both:\d+\](?:'s|’s)?|new|joint|level of|rank of|status of|relations? of|that "
    r"of|stage|phase|era of|so-called|what|full|formal|called|as|they|key|important|major|vital|natural"
    r"|main|valued|(?:very|strongly|highly|truly|deeply)(?: \w+ and)?|[\"“'‘]) ?){0,4}"
)
_INSTRUMENT = (
    r"(?:(?:joint |bilateral |political )?(?:declaration|agreement|treaty|statement|memorandum "
    r"of understanding|memorandum|communiqué|pact|document|protocol|action plan|plan) (?:on|of|for|towards?"
    r"|establishing"
    r"|about|to establish) (?:the )?(?:establishment of |establishing |creation of )?)?"
)
_WHOSE = r"(?:\[(?:state|both):\d+\](?:'s|’s|[–-])? ?){0,2}"
_ARTICLE = rf"(?:(?:[Tt]he |[Aa] |[Aa]n |their |its ){{0,2}}(?:\w+ ){{0,1}}?[\"“]?{_INSTRUMENT}{_WHOSE}{_FILL})"
_BE = (
    r"(?:became|become|becoming|have been|has been|are|is|were|remain|call(?:ed)? <both>|"
    r"(?:have been|has been|are|is|stand|stands) (?:at|in)|"
    r"(?:are |is |was |were |been )?(?:consider(?:ed|s)?|regard(?:ed|s)?|described|seen|sees|views|defined"
    r"|characteri[sz]ed|recogni[sz]ed|termed|called|named)"
    r"(?: <both>| <state>| each other| one another)?(?: (?:in|by|during|as|at) (?:(?!\bas\b)[^;,.]){0,60}?)?(?:"
    r" as| to be)?|"
    r"describe[ds]? (?:<both>|each other|one another|their countries|themselves|(?:their|the|bilateral) relation(?:s"
    r"|ship)?|their ties) as|"
    r"(?:named|called|designated|declared|dubbed|labelled|labeled|termed)(?: the)? <state>|"
    r"declared (?:themselves|<both>)|made (?:<both>|their countries))"
)
_OWN = (
    r"(?:(?:an?|the|its|among|one of|their) )*\[state:\d+\](?:'s|’s|'|’) (?:(?:first|only|sole|main|key|closest"
    r"|leading|oldest|new|newest|latest|major|important|most|natural|\[rank:\d+\]) )*"
)
_HOLD = (
    r"have|has|had|having|maintains?|maintained|enjoys?|enjoyed|shares?|shared|(?:have|has|had) (?:developed|forged"
    r"|built|been (?:developing|building))"
)
_STATUS = r"(?:(?:the|a) )?(?:status|character|level|rank|form) of "
# "Agreed in [date] to lift".
_AGREED = (
    r"(?:agreed|decided|(?:agreement|decision|consensus)(?: was (?:reached|made|taken))?)(?: (?:in|on) \[date:\d+\])?"
    r"(?: in \[place:\d+\])? to (?:lift|raise|elevate|upgrade|promote|bring|take|move|develop|"
    r"transform)"
)
_PASSIVE = r"(?:(?:was|were|has been|had been|being),? (?:formally |officially |also |jointly |first )?|,? )"
_DONE = (
    r"established|declared|signed|announced|formed|concluded|launched|proclaimed|initiated|agreed(?: upon| on)?"
    r"|adopted|reached|sealed|created|inaugurated|ratified|decided(?: upon| on)?|(?:entered|came|went) into (?:force"
    r"|effect)|took effect"
)
_NO_LEVEL = (
    r"(?! (?:council|commission|committee|dialogue|group|forum|framework|working|talks|office|program|project|fund"
    r"|award|prize))"
)
_FURTHER = Pattern(
    r"\b(?P<verb>raised|upgraded|elevated|promoted|lifted|transformed)\b [^;.]{0,60}?\bto (?:a|an|the)"
    r" (?P<added>[\w-]+(?: [\w-]+)?) (?P<noun>one|level|status)\b"
)


_OVER = re.compile(
    r"[\"”']?(?: (?:between|with) [^;.,]{3,50}?)? (?:(?:was|is) over|(?:(?:was|is) )?(?:dead|finished|at an end))\b"
)
_ANNOUNCED = re.compile(r"\b(?:announced|agreed|decided)(?: that)? [^;.,]{3,40} would be (?:\w+ly )?$")


def _any(section: str) -> str:
    return "|".join(
        sorted((re.escape(word) for word in read_yaml("partnerships.yaml")[section]), key=len, reverse=True)
    )


@cache
def _shapes() -> tuple[tuple[str, Pattern], ...]:
    """Declared, raised, become or held, told in the passive: a verb of the lexicon with a level of the lexicon."""
    other = rf"(?:(?:{_any('others')}|{_any('levels')})(?:,|-)? )"
    level = (
        rf"[\"“'‘]?(?P<level>{other}{{0,5}}?(?:{_any('levels')})(?:,|-)? {other}{{0,4}}{_NOUN})\b[\"”'’]?{_NO_LEVEL}"
    )
    since = r"(?: with (?:the )?<state>)?(?: since)? <date>"
    done = r"(?: and (?:alliance|cooperation|friendship))?(?: (?:agreement|treaty|declaration|pact|accord|document))?"
    done += r"(?: between [^;.,]{3,60}?| with [^;.,]{3,40}?)?"
    return (
        ("declared", Pattern(
            rf"\b(?P<verb>{_any('declares')}) (?:(?:(?:in|on) )?\[date:\d+\] )?"
            rf"(?:the (?:establishment|creation|formation|launch|start|beginning) of )?(?:of )?{_ARTICLE}{level}"
        )),
        ("raised", Pattern(
            rf"\b(?P<verb>{_any('raises')}|{_AGREED})\b ?(?:[^;.]{{0,90}}?)\b(?:to|into) {_FILL}{level}"
        )),
        ("raised", Pattern(
            rf"\b(?P<verb>reached|attained|achieved|acquired|given|accorded|granted) (?:(?:the )?<state> )?"
            rf"(?:{_STATUS})?{_FILL}{level}"
        )),
        ("became", Pattern(rf"\b(?P<verb>became|become|has been|is|are|was|were|remains?|considers?) {_OWN}{level}")),
        ("became", Pattern(
            rf"\b(?P<verb>{_BE}) (?:also |now |both |formally |officially "
            rf"|(?:bound|linked|connected|united|joined) by |(?:[a-z]+ )?(?:friends|allies|neighbou?rs) and )?"
            rf"{_FILL}{level}"
        )),
        ("became", Pattern(rf"\b(?P<verb>{_HOLD}) (?:{_STATUS})?{_FILL}{level}")),
        ("held", Pattern(
            rf"\b(?P<verb>have|has|had|maintain|enjoy|share) (?:had |maintained |enjoyed )?(?:{_STATUS})?{_FILL}"
            rf"{level}{since}"
        )),
        ("became", Pattern(
            rf"\bthere (?P<verb>is|was|has been|have been|exists?|existed) (?:an?|the) {_WHOSE}(?:\w+[-–])?{_WHOSE}"
            rf"{level}"
        )),
        ("held", Pattern(rf"{_NOUN} \[date:\d+\],? (?P<verb>and) {_FILL}{level}(?: since)? <when:date>")),
        ("declared", Pattern(rf"\b{_INSTRUMENT}{level}{done} ?{_PASSIVE}(?P<verb>{_DONE})\b")),
        ("became", Pattern(
            rf"\b{level}{done} (?P<verb>exists?|existed|has existed|is in place|links|binds|unites|"
            r"has (?:\w+ly )?(?:been )?(?:deepened|grown|strengthened|expanded|developed|flourished|evolved)|"
            r"dates?(?: back)?(?: from| to|(?= \[date))|came into being)\b"
        )),
        ("declared", Pattern(rf"\b(?P<verb>signing|conclusion|establishment|launch|proclamation) of {_ARTICLE}{level}"
                             rf"{done},? (?:took place|followed|was \w+|(?:in |on )?\[date)")),
    )  # fmt: skip


@rule("partner", "strategic a", "military alliance", "strategic relationship", "comprehensive relationship",
      "special relationship", "cooperative relationship", "beneficial relationship",
      "strategic level", "strategic status")  # fmt: skip
def declared(statement: Statement) -> Iterator[Finding]:
    """The two states established, declared, signed a … partnership, raised their ties to one, or became … partners.

    Also "which they raised to a comprehensive one", "have had a strategic partnership since 2010", and levels counted
    up with their dates: "an enhanced partner in 2004, a strategic partner in 2010", or among treaties: "have a Tax
    Treaty, a Development Partnership and …". Not read: partnerships of one field in such a list, of companies,
    universities and cities, a partnership that is only mentioned ("within the …") or over, plain "partners", plans,
    partnerships with a third state or body.
    """
    levels: set[str] = set()
    for shape, pattern in _shapes():
        for match in pattern.find(statement):
            level = _normal(match.words("level") or "")
            verb = match.verb
            if level in levels or not _is_declared(shape, level) or _is_of_trade(match, level):
                continue
            if _OVER.match(statement.low, match.end - statement.start) or not _is_theirs(statement, match):
                continue
            if _is_settled(statement, verb):
                levels.add(level)
                date = match.mention("when") or statement.date_at(verb[0])
                date = date or (told_before(statement, statement.dates) if shape == "declared" else None)
                yield Finding({"level": level}, date, {"level": match.span("level") or verb})
    yield from _raised_further(statement, levels)
    yield from _counted_up(statement, levels)
    yield from _listed(statement, levels)


@rule("partnership", kinds=("item",))
def titled(statement: Statement) -> Iterator[Finding]:
    """A list item that is the title of a declaration or agreement on a level of partnership.

    Not read: titles with another matter beside it, such as trade or aid.
    """
    title = re.match(
        (
            rf"(?:Joint |Political |Bilateral )*(?:Declaration|Statement|Agreement|Treaty|Memorandum of "
            rf"Understanding|Communiqué) (?:on|of|for|about) (?:the )?(?:Establishment of )?{_FILL}"
            rf"(?P<level>(?:(?:{_any('levels')}|{_any('others')}) ){{0,4}}(?:{_any('levels')}) (?:(?:{_any('levels')}|"
            rf"{_any('others')}) ){{0,3}}partnership)(?=$|[ .,;]*(?:\(|between|$))"
        ),
        statement.text,
        re.IGNORECASE,
    )
    if title and _is_declared("declared", _normal(title["level"])):
        span = statement.start + title.start("level"), statement.start + title.end("level")
        yield Finding({"level": _normal(title["level"])}, statement.date_at(span[0]), {"level": span})


@rule("ally", "allies", last=True)
def ally(statement: Statement) -> Iterator[Finding]:
    """One side named the other, or is, its major non-NATO ally. Not read: allies otherwise; those of third states."""
    for match in MAJOR_ALLY.find(statement):
        if {side_of(one, statement.context) for one in statement.of("state")} == {*statement.context.pair}:
            level = {"level": "major non-NATO ally"}
            yield Finding(level, statement.date_at(match.verb[0]), {"level": match.span("level") or match.verb})


@rule("alliance", last=True)
def allied(statement: Statement) -> Iterator[Finding]:
    """The two concluded, formed or signed an alliance, or one was signed, made, concluded. Not read: alliances with or
    of others, a member's, undated ones.
    """
    for match in (*ALLIED.find(statement), *ALLIANCE_MADE.find(statement)):
        others = (one for one in statement.of("state", "body") if _is_third(one, statement))
        text = statement.document.text
        third = any(not text.endswith(("against ", "against the "), 0, one.start) for one in others)
        if statement.dates and not third and _is_theirs(statement, match) and happened(statement, *match.verb):
            level = " ".join(word for word in (match.words("kind"), "alliance") if word)
            span = match.span("level") or match.verb
            yield Finding({"level": level.lower()}, statement.date_at(match.verb[0]), {"level": span})
            return


def _raised_further(statement: Statement, levels: set[str]) -> Iterator[Finding]:
    """The level that "a comprehensive one", "a strategic level" means where a partnership is named.

    One word is added to the level that the statement told; several words are a level of their own.
    """
    match = _FURTHER.first(statement)
    added = (match.words("added") or "").lower() if match is not None else ""
    known = read_yaml("partnerships.yaml")["levels"]
    if match is None or len(levels) > 1 or not added or not {*added.split()} <= {*known}:
        return
    plain = "partnership" if "partner" in statement.low else "relationship"  # "to the strategic level"
    told = next(iter(levels), plain) if " " not in added else plain
    if added not in told and happened(statement, match.start, match.end) and _is_theirs(statement, match):
        date = date_right_after(statement, match.end) or statement.date_at(match.start)
        yield Finding({"level": f"{added} {told}"}, date, {"level": (match.start, match.end)})


def _counted_up(statement: Statement, levels: set[str]) -> Iterator[Finding]:
    """The further levels, each with its date, behind one that the statement told: ", a strategic partner in 2010"."""
    for match in _and_then().find(statement) if levels else ():
        level = _normal(match.words("level") or "")
        if level not in levels and _is_declared("became", level) and happened(statement, *match.verb):
            levels.add(level)
            yield Finding({"level": level}, match.mention("when"), {"level": match.span("level") or match.verb})


def _listed(statement: Statement, levels: set[str]) -> Iterator[Finding]:
    """The further levels among what the two have with each other: "a Development Partnership, a Tax Treaty and …"."""
    for span in listed_levels(statement):
        level = _normal(statement.document.text[slice(*span)])
        if level not in levels:
            levels.add(level)
            yield Finding({"level": level}, statement.date_at(span[0]), {"level": span})


@cache
def _and_then() -> Pattern:
    level = rf"(?P<level>(?:(?:{_any('others')}|{_any('levels')})[ -]){{0,5}}?(?:{_any('levels')}) {_NOUN})"
    aside = r"(?: \([^()]{3,80}\))?(?: in| on| since)?"
    return Pattern(rf"(?P<verb>,|and) (?:and )?(?:then )?(?:an?|the) {level}{aside} <when:date>")


def _normal(words: str) -> str:
    """The level in lower case, with single spaces, in the singular, in one spelling; a dialogue partner stays one.

    >>> _normal("Comprehensive Strategic  Partners")
    'comprehensive strategic partnership'
    """
    level = (
        " ".join(words.lower().replace(",", " ").split())
        .replace("co-operat", "cooperat")
        .replace("co-ordinat", "coordinat")
    )
    level = (
        re.sub(r"(?<!dialogue )(?<!-level )\bpartners?\b", "partnership", level)
        .replace("partnerships", "partnership")
        .replace("partnership relations", "partnership")
        .replace("partnership relation", "partnership")
    )
    return re.sub(r"^(?:cooperation and|and|all|new|modern|close|bilateral) ", "", level)


def _is_declared(shape: str, level: str) -> bool:
    """Whether the words are a level: "are" and "have" need a strategic one, an alliance is strategic or military."""
    if level.endswith("alliance"):
        return "strategic" in level or (shape == "declared" and "military" in level)
    if level.endswith(("relationship", "association")):
        return shape in ("declared", "raised") or level == "special relationship"
    return shape in ("declared", "raised") or any(word in level for word in _WEIGHTY)


_WEIGHTY = ("strategic", "comprehensive", "privileged", "special", "enhanced", "dialogue", "summit-level")
_JOINTS = ("with", "with the", "between", "between the", "for", "of", "of the")


def _is_settled(statement: Statement, verb: tuple[int, int]) -> bool:
    """Whether the level was declared, or the two agreed to declare it, which is all that a declaration takes."""
    is_agreed = statement.document.text[slice(*verb)].lower().startswith(("agree", "deci", "consensus"))
    is_agreed |= _ANNOUNCED.search(statement.low, 0, verb[0] - statement.start) is not None
    return happened(statement, *verb) or (is_agreed and is_planned(statement, *verb))


def _is_of_trade(match: Match, level: str) -> bool:
    """Whether the words name a treaty of trade: "a Comprehensive Economic Partnership Agreement"."""
    after = match.statement.document.text[match.end : match.end + 12].lower()
    return "economic" in level and "strategic" not in level and after.strip(' "”').startswith(("agreement", "treaty"))


def _is_theirs(statement: Statement, match: Match) -> bool:
    """Whether the partnership is of the two: no company or third party shares in it, and a side is named."""
    if _is_with_third(statement, match) or _has_other_parties(statement, match):
        return False
    sides = {side_of(m, statement.context) for m in statement.of("state", "person")} - {None}
    third = any(_is_third(m, statement) for m in statement.of("state", "body"))
    if "dialogue" in (match.words("level") or ""):
        return len(sides) > 1  # mostly of a union of states
    joined = (
        statement.of("both")
        or len(sides) > 1
        or re.search(r"\b(?:relations|relationship|ties|they|cooperation)\b", statement.low)
    )
    return bool(joined) or not third


def _is_with_third(statement: Statement, match: Match) -> bool:
    """Whether a third party is its subject, or stands right behind it: "… partnership with the African Union"."""
    text, verb = statement.document.text, match.verb[0]
    after = statement.after(match.end, "state", "body", "person")
    joint = text[match.end : after.start].strip() if after else ""
    if after and joint in _JOINTS and _is_third(after, statement):
        return True
    before = statement.before(verb, "state", "body", "both", "person")
    if before is None or not _is_third(before, statement):
        return False
    return text[before.end : verb].strip() in ("", "and", "have", "has", "also", "formally")


def _has_other_parties(statement: Statement, match: Match) -> bool:
    """Whether its clause names parties that are no states, or somebody says "we"."""
    text, verb = statement.document.text, match.verb[0]
    begin = max((text.rfind(mark, statement.start, verb) for mark in ("; ", ", while ", ", but ")), default=-1)
    clause = text[max(begin, statement.start) : match.end].lower() + text[match.end : match.end + 60].lower()
    named = any(re.search(rf"\b{word}", clause) for word in read_yaml("partnerships.yaml")["parties"])
    return named or text.endswith((" we ", " We "), 0, verb)


def _is_third(mention: Mention, statement: Statement) -> bool:
    return isinstance(mention.value, BodyValue) or is_foreign(mention, statement.context)
