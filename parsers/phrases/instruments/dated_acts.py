"""Whether a clause tells, without a verb of signing, that an instrument was made: "ended the war by treaty in 1921"."""

from __future__ import annotations

import re

from parsers.language.modality import happened
from parsers.language.reading import Statement
from parsers.phrases.instruments.instrument import Instrument
from parsers.phrases.instruments.parties import sides_of
from parsers.phrases.instruments.telling import is_single, is_titled, is_unmade, is_way, names_parties

_MADE_BY = re.compile(
    r"\b(?:began|started|ended|established|opened|formali[sz]ed|sealed|founded|settled|fixed|defined|recogni[sz]ed"
    r"|made|set|drew|restored|secured|confirmed|delimited|demarcated|divided|drawn|concluded"
    r"|starting|beginning)\b[^,;.]{0,30}\b(?:with|by|through|via|in) (?:the )?[\"“]?$"
)
# "Normalised their relations under the Tema Accords"; where one side alone did so, it may be one of many.
_DONE_UNDER = re.compile(
    r"\b(?:normali[sz]ed|resumed|restored|cede|ceded|gained|acquired|annexed|transferred|returned|renounced|abolished"
    r"|granted|recogni[sz]ed)\b[^,;.]{0,40} (?:under|as part of|with|by|through|via|in) (?:the )?[\"“]?$"
)

# "A century after the first treaty".
_SINCE_IT = re.compile(r"\b(?:after|before|since|following|of) (?:the )?(?:first )?\Z")
# "In 1883, the Treaty of X ended the war": what a treaty did at a date, it was made for.
_OPENS_WITH_DATE = re.compile(r"(?:in|on) [^,;.]{4,20},? (?:the |their )?[\"“]?\Z")
_DID = re.compile(
    r"[\"”]?,? (?:\w+ly )?(?:ended|concluded|settled|resolved|established|created|founded|laid|set|fixed|defined"
    r"|delimited|demarcated|divided|ceded|transferred|returned|granted|gave|recogni[sz]ed|restored|opened|formali[sz]ed"
    r"|put an end|brought|abolished|made) (?!into\b)"
)
# "The Treaty of X ended the war in 1883", "brought the feud to an end in 1883".
_ENDED_WAR = re.compile(
    r"[\"”]?,? (?:finally |formally |officially )?(?:(?:ended|concluded|settled|resolved|terminated) [^,;.]{4,50}"
    r"|put an end to [^,;.]{4,50}|brought [^,;.]{4,50} to an end) (?:in|on) (?=\d|[a-z]{3,9} \d)"
)
# "A treaty due in 1998 was never signed".
_NEVER = re.compile(
    r"[^;.]{0,80}? (?:never|not) (?:been |be |yet )?(?:signed|concluded|ratified|finali[sz]ed|reached|agreed)\b"
)
# "Bribed officials to secure a deal": what was aimed at.
_AIM = re.compile(r"\bto (?!an?\b|the\b|its\b|their\b)\w+ (?:an? )?$")


def is_dated_act(statement: Statement, one: Instrument) -> bool:
    """Whether a clause without a verb of this table tells of the making of an instrument of both sides and dates it."""
    if not statement.dates or _NEVER.match(statement.low, one.stop - statement.start):
        return False
    is_of_both = len(sides_of(statement)) != 1 or is_titled(statement, one) or names_parties(statement, one)
    is_told_of = is_of_both and _is_new(statement, one) and _is_made_in_words(statement, one)
    return is_told_of and happened(statement, one.start, one.end)


def _is_new(statement: Statement, one: Instrument) -> bool:
    """Whether the words around an instrument tell that it was made then; not an aim, nor what only came after it."""
    lead = statement.low[: one.start - statement.start]
    is_done = len(sides_of(statement)) > 1 and _DONE_UNDER.search(lead) is not None
    if _AIM.search(lead) or (_SINCE_IT.search(lead) and not is_done):
        return False
    if is_way(one) or one.article in ("a", "an", "first"):
        return True
    is_made = is_done or _MADE_BY.search(lead) is not None or _did_at_date(statement, one, lead)
    return is_made and is_titled(statement, one)


def _is_made_in_words(statement: Statement, one: Instrument) -> bool:
    """Whether one instrument is meant, of a kind whose making other words than "signed" tell; not one that only opened
    diplomatic relations.
    """
    opens_relations = one.kind in ("exchange of notes", "joint statement") and "diplomatic relations" in statement.low
    if opens_relations or one.kind in ("contract", "document") or is_unmade(statement, one):
        return False
    return not one.plural or is_single(statement, one)


def _did_at_date(statement: Statement, one: Instrument, lead: str) -> bool:
    """Whether a named instrument is told to have settled something at the date that opens the sentence, or to have
    ended it at one right behind.
    """
    at = one.stop - statement.start
    fronted = _OPENS_WITH_DATE.fullmatch(lead) is not None and bool(statement.dates)
    return (fronted and _DID.match(statement.low, at) is not None) or _ENDED_WAR.match(statement.low, at) is not None
