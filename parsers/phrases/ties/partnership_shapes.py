"""Shapes in which a level of partnership is declared, raised to, become, held or told of.

Every shape names `verb`, what was done, and `level`, the words for the level, both from `lexicon/partnerships.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.pattern import Pattern
from parsers.language.slots import one_of

_NOUN = (
    r"(?:partnerships?|partners|partner|alliance|allies|ally|association|relationship)(?: relations?)?"
    r"(?: (?:of|for) (?:strategic |mutual |mutually beneficial )?(?:cooperation|co-operation|coordination"
    r"|co-ordination|benefit|a new era|the new era)"
    r"| for (?:peace|prosperity|stability|progress)"
    r"(?:(?:,|,? and) (?:\w+ (?:and )?)?(?:prosperity|stability|progress))?)?"
)
_FILL = (
    r"(?:(?:a|an|the|their|its|\[both:\d+\](?:'s|’s)?|new|joint|level of|rank of|status of|relations? of|that "
    r"of|stage|phase|era of|so-called|what|full|formal|called|as|they|more|key|important|major|vital|natural"
    r"|main|valued|strong|reliable|solid|stable|growing|long-?standing"
    r"|(?:very|strongly|highly|truly|deeply)(?: \w+ and)?|[\"“'‘]) ?){0,4}"
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
    r"(?:became|become|becoming|(?:have|has) (?:always |long |traditionally |historically )?been|are|is|were|remain"
    r"|call(?:ed)? <both>|"
    r"(?:have been|has been|are|is|stand|stands) (?:at|in)|"
    r"(?:are |is |was |were |been )?(?:consider(?:ed|s)?|regard(?:ed|s)?|described|seen|sees|views|defined"
    r"|characteri[sz]ed|recogni[sz]ed|termed|called|(?:re)?named|styled|dubbed|labell?ed"
    r"|(?<=been )(?:designated|declared)|(?<=was )(?:designated|declared)|(?<=is )designated)"
    r"(?: <both>| <state>| each other| one another)?"
    r"(?: (?:in|by|during|as|at) (?:as well as|(?!\bas\b)[^;,.]){0,140}?)?(?: as| to be)?|"
    r"describe[ds]? (?:<both>|<state>|each other|one another|their countries|themselves|(?:their|the|bilateral)"
    r" relation(?:s|ship)?|their ties) as|"
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
# What may follow the level: "and cooperation agreement between the two".
_CALLED = (
    r"(?: and (?:alliance|cooperation|friendship))?(?: (?:agreement|treaty|declaration|pact|accord|document))?"
    r"(?: between [^;.,]{3,60}?| with [^;.,]{3,40}?)?"
)
RAISED_FURTHER = Pattern(
    r"\b(?P<verb>raised|upgraded|elevated|promoted|lifted|transformed)\b [^;.]{0,60}?\bto (?:a|an|the)"
    r" (?P<added>[\w-]+(?: [\w-]+)?) (?P<noun>one|level|status)\b"
)
ENDED = re.compile(
    r"[\"”']?(?: (?:between|with) [^;.,]{3,50}?)? (?:(?:was|is) over|(?:(?:was|is) )?(?:dead|finished|at an end))\b"
)
ANNOUNCED = re.compile(r"\b(?:announced|agreed|decided)(?: that)? [^;.,]{3,40} would be (?:\w+ly )?$")


def level_words(*sections: str) -> str:
    """The words of sections of the lexicon, the longest of each first."""
    return "|".join(one_of(read_yaml("partnerships.yaml")[section]) for section in sections)


@cache
def _level() -> str:
    """A level of the lexicon, with other words around it and a noun: "comprehensive strategic partnership"."""
    other = rf"(?:(?:{level_words('others', 'levels')})(?:,|-)? )"
    words = rf"{other}{{0,5}}?(?:{level_words('levels')})(?:,|-)? {other}{{0,4}}{_NOUN}"
    return rf"[\"“'‘]?(?P<level>{words})\b[\"”'’]?{_NO_LEVEL}"


@cache
def shapes() -> tuple[tuple[str, Pattern], ...]:
    """How the words tell of a level ("declared", "raised", "became", "held"), with a shape of it, the surest first."""
    return (*_verb_of_making(_level()), *_verb_of_being(_level()), *_told_of_it(_level()))


def _verb_of_making(level: str) -> Iterator[tuple[str, Pattern]]:
    """A verb that makes the level, before it: "declared a …", "raised their ties to a …", "attained the status of"."""
    yield (
        "declared",
        Pattern(
            rf"\b(?P<verb>{level_words('declares')}) (?:(?:(?:in|on) )?\[date:\d+\] )?"
            rf"(?:the (?:establishment|creation|formation|launch|start|beginning) of )?(?:of )?{_ARTICLE}{level}"
        ),
    )
    yield (
        "declared",
        Pattern(
            rf"\b(?P<verb>enabled|allowed|led|prompted|permitted|helped) (?:<both>|them|<state> and (?:the )?<state>) "
            rf"to (?:conclude|establish|declare|sign|agree (?:up)?on|form|launch|enter into) {_ARTICLE}{level}"
        ),
    )
    yield (
        "raised",
        Pattern(
            rf"\b(?P<verb>{level_words('raises')}|{_AGREED}|turn(?:ed|ing)(?= [^;.]{{3,60}}? into ))\b ?"
            rf"(?:[^;.]{{0,90}}?)\b(?:to|into) {_FILL}{level}"
        ),
    )
    yield (
        "raised",
        Pattern(
            rf"\b(?P<verb>reached|attained|achieved|acquired|given|accorded|granted) (?:(?:the )?<state> )?"
            rf"(?:{_STATUS})?{_FILL}{level}"
        ),
    )


def _verb_of_being(level: str) -> Iterator[tuple[str, Pattern]]:
    """A verb of what the two are or have, before the level: "became …", "have had a … since", "there is a …"."""
    yield "became", Pattern(rf"\b(?P<verb>became|become|has been|is|are|was|were|remains?|considers?) {_OWN}{level}")
    yield (
        "became",
        Pattern(
            rf"\b(?P<verb>{_BE}) (?:also |now |both |formally |officially "
            rf"|(?:bound|linked|connected|united|joined) by |(?:[a-z]+ )?(?:friends|allies|neighbou?rs) and )?"
            rf"{_FILL}{level}"
        ),
    )
    yield "became", Pattern(rf"\b(?P<verb>{_HOLD}) (?:{_STATUS})?{_FILL}{level}")
    yield (
        "held",
        Pattern(
            rf"\b(?P<verb>have|has|had|maintain|enjoy|share) (?:had |maintained |enjoyed )?(?:{_STATUS})?{_FILL}"
            rf"{level}(?: with (?:the )?<state>)?(?: since)? <date>"
        ),
    )
    yield (
        "became",
        Pattern(
            rf"\bthere (?P<verb>is|was|has been|have been|exists?|existed) (?:an?|the) {_WHOSE}(?:\w+[-–])?{_WHOSE}"
            rf"{level}"
        ),
    )


def _told_of_it(level: str) -> Iterator[tuple[str, Pattern]]:
    """What is told of the level: its own date beside another's, "… was signed", "… has deepened", "signing of a …"."""
    yield "held", Pattern(rf"{_NOUN} \[date:\d+\],? (?P<verb>and) {_FILL}{level}(?: since)? <when:date>")
    yield "declared", Pattern(rf"\b{_INSTRUMENT}{level}{_CALLED} ?{_PASSIVE}(?P<verb>{_DONE})\b")
    yield (
        "declared",
        Pattern(rf"\bthe {level} (?P<verb>agreement|treaty|declaration|pact|accord) (?:of|from) <when:date>"),
    )
    yield "declared", Pattern(rf"\bthe <when:date> (?P<verb>(?:[Jj]oint )?[Dd]eclaration) (?:of|on) {_FILL}{level}")
    yield (
        "became",
        Pattern(
            rf"\b{level}{_CALLED} (?P<verb>exists?|existed|has existed|is in place|links|binds|unites|"
            r"has (?:\w+ly )?(?:been )?(?:deepened|grown|strengthened|expanded|developed|flourished|evolved)|"
            r"dates?(?: back)?(?: from| to|(?= \[date))|came into being)\b"
        ),
    )
    yield (
        "declared",
        Pattern(
            rf"\b(?P<verb>signing|conclusion|establishment|launch|proclamation) of {_ARTICLE}{level}"
            rf"(?: \([A-Z]{{2,7}}\))?{_CALLED},? (?:took place|followed|was \w+|(?:in |on )?\[date)"
        ),
    )


@cache
def further_level() -> Pattern:
    """A further level with its date, behind another: ", a strategic partner in 2010"."""
    level = rf"(?P<level>(?:(?:{level_words('others', 'levels')})[ -]){{0,5}}?(?:{level_words('levels')}) {_NOUN})"
    aside = r"(?: \([^()]{3,80}\))?(?: in| on| since)?"
    return Pattern(rf"(?P<verb>,|and) (?:and )?(?:then )?(?:an?|the) {level}{aside} <when:date>")


@cache
def title_of_level() -> re.Pattern[str]:
    """A title of a declaration or agreement on a level, and on nothing else."""
    other = f"(?:{level_words('levels', 'others')}) "
    return re.compile(
        rf"(?:Joint |Political |Bilateral )*(?:Declaration|Statement|Agreement|Treaty|Memorandum of "
        rf"Understanding|Communiqué) (?:on|of|for|about) (?:the )?(?:Establishment of )?{_FILL}"
        rf"(?P<level>(?:{other}){{0,4}}(?:{level_words('levels')}) (?:{other}){{0,3}}partnership)"
        r"(?=$|[ .,;]*(?:\(|between|$))",
        re.IGNORECASE,
    )


@cache
def named_shapes() -> tuple[Pattern, ...]:
    """A partnership with both states in its name, behind a verb that declares or before one that tells it was done:
    "launched the A–B Green Partnership"; its own words begin with a capital.
    """
    name = r"\[state:\d+\][–—-]\[state:\d+\] "
    purpose = r"for (?:the )?[a-z]+(?:(?:,|,? and) [a-z]+)*"
    level = rf"(?P<level>(?:(?:[\w-]+ ){{1,3}}partnership(?: {purpose})?|partnership {purpose})|strategic alliance)\b"
    return (
        Pattern(rf"\b(?P<verb>{level_words('declares')}) (?:the |a |an )?(?:new )?[\"“]?{name}{level}{_NO_LEVEL}"),
        Pattern(rf"{name}{level}[\"”]?,? ?{_PASSIVE}(?P<verb>{_DONE})\b"),
    )
