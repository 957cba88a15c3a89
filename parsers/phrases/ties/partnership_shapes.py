"""Shapes in which two states declare, reach or hold a level of partnership."""

from __future__ import annotations

import re
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.pattern import Pattern

_NOUN = (
    r"(?:partnerships?|partners|partner|alliance|allies|ally|association|relationship)(?: relations?)?"
    r"(?: (?:of|for) (?:strategic |mutual |mutually beneficial )?(?:cooperation|co-operation|coordination"
    r"|co-ordination|benefit|a new era|the new era)"
    r"| for (?:peace|prosperity|stability|progress)"
    r"(?:(?:,|,? and) (?:\w+ (?:and )?)?(?:prosperity|stability|progress))?)?"
)
FILL = (
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
_ARTICLE = rf"(?:(?:[Tt]he |[Aa] |[Aa]n |their |its ){{0,2}}(?:\w+ ){{0,1}}?[\"“]?{_INSTRUMENT}{_WHOSE}{FILL})"
_BE = (
    r"(?:became|become|becoming|(?:have|has) (?:always |long |traditionally |historically )?been|are|is|were|remain"
    r"|call(?:ed)? <both>|"
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
FURTHER = Pattern(
    r"\b(?P<verb>raised|upgraded|elevated|promoted|lifted|transformed)\b [^;.]{0,60}?\bto (?:a|an|the)"
    r" (?P<added>[\w-]+(?: [\w-]+)?) (?P<noun>one|level|status)\b"
)


def any_of(section: str) -> str:
    """One word list of the lexicon of partnerships as alternatives of a pattern, longest first."""
    return "|".join(
        sorted((re.escape(word) for word in read_yaml("partnerships.yaml")[section]), key=len, reverse=True)
    )


@cache
def shapes() -> tuple[tuple[str, Pattern], ...]:
    """Declared, raised, become or held, told in the passive: a verb of the lexicon with a level of the lexicon."""
    other = rf"(?:(?:{any_of('others')}|{any_of('levels')})(?:,|-)? )"
    level = (
        rf"[\"“'‘]?(?P<level>{other}{{0,5}}?(?:{any_of('levels')})(?:,|-)? {other}{{0,4}}{_NOUN})\b[\"”'’]?{_NO_LEVEL}"
    )
    since = r"(?: with (?:the )?<state>)?(?: since)? <date>"
    done = r"(?: and (?:alliance|cooperation|friendship))?(?: (?:agreement|treaty|declaration|pact|accord|document))?"
    done += r"(?: between [^;.,]{3,60}?| with [^;.,]{3,40}?)?"
    return (
        ("declared", Pattern(
            rf"\b(?P<verb>{any_of('declares')}) (?:(?:(?:in|on) )?\[date:\d+\] )?"
            rf"(?:the (?:establishment|creation|formation|launch|start|beginning) of )?(?:of )?{_ARTICLE}{level}"
        )),
        ("raised", Pattern(
            rf"\b(?P<verb>{any_of('raises')}|{_AGREED})\b ?(?:[^;.]{{0,90}}?)\b(?:to|into) {FILL}{level}"
        )),
        ("raised", Pattern(
            rf"\b(?P<verb>reached|attained|achieved|acquired|given|accorded|granted) (?:(?:the )?<state> )?"
            rf"(?:{_STATUS})?{FILL}{level}"
        )),
        ("became", Pattern(rf"\b(?P<verb>became|become|has been|is|are|was|were|remains?|considers?) {_OWN}{level}")),
        ("became", Pattern(
            rf"\b(?P<verb>{_BE}) (?:also |now |both |formally |officially "
            rf"|(?:bound|linked|connected|united|joined) by |(?:[a-z]+ )?(?:friends|allies|neighbou?rs) and )?"
            rf"{FILL}{level}"
        )),
        ("became", Pattern(rf"\b(?P<verb>{_HOLD}) (?:{_STATUS})?{FILL}{level}")),
        ("held", Pattern(
            rf"\b(?P<verb>have|has|had|maintain|enjoy|share) (?:had |maintained |enjoyed )?(?:{_STATUS})?{FILL}"
            rf"{level}{since}"
        )),
        ("became", Pattern(
            rf"\bthere (?P<verb>is|was|has been|have been|exists?|existed) (?:an?|the) {_WHOSE}(?:\w+[-–])?{_WHOSE}"
            rf"{level}"
        )),
        ("held", Pattern(rf"{_NOUN} \[date:\d+\],? (?P<verb>and) {FILL}{level}(?: since)? <when:date>")),
        ("declared", Pattern(rf"\b{_INSTRUMENT}{level}{done} ?{_PASSIVE}(?P<verb>{_DONE})\b")),
        ("became", Pattern(
            rf"\b{level}{done} (?P<verb>exists?|existed|has existed|is in place|links|binds|unites|"
            r"has (?:\w+ly )?(?:been )?(?:deepened|grown|strengthened|expanded|developed|flourished|evolved)|"
            r"dates?(?: back)?(?: from| to|(?= \[date))|came into being)\b"
        )),
        ("declared", Pattern(rf"\b(?P<verb>signing|conclusion|establishment|launch|proclamation) of {_ARTICLE}{level}"
                             rf"{done},? (?:took place|followed|was \w+|(?:in |on )?\[date)")),
    )  # fmt: skip


@cache
def and_then() -> Pattern:
    """A further level with its date in a row: ", a strategic partner in 2010"."""
    level = rf"(?P<level>(?:(?:{any_of('others')}|{any_of('levels')})[ -]){{0,5}}?(?:{any_of('levels')}) {_NOUN})"
    aside = r"(?: \([^()]{3,80}\))?(?: in| on| since)?"
    return Pattern(rf"(?P<verb>,|and) (?:and )?(?:then )?(?:an?|the) {level}{aside} <when:date>")


@cache
def named_shapes() -> tuple[Pattern, ...]:
    """A partnership with both states in its name, behind a verb that declares or before one that tells it was done:
    "launched the A–B Green Partnership"; its own words begin with a capital.
    """
    name = r"\[state:\d+\][–—-]\[state:\d+\] "
    purpose = r"for (?:the )?[a-z]+(?:(?:,|,? and) [a-z]+)*"
    level = rf"(?P<level>(?:(?:[\w-]+ ){{1,3}}partnership(?: {purpose})?|partnership {purpose})|strategic alliance)\b"
    return (
        Pattern(rf"\b(?P<verb>{any_of('declares')}) (?:the |a |an )?(?:new )?[\"“]?{name}{level}{_NO_LEVEL}"),
        Pattern(rf"{name}{level}[\"”]?,? ?{_PASSIVE}(?P<verb>{_DONE})\b"),
    )
