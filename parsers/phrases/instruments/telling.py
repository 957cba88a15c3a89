"""Whether words tell of an instrument that was made, or only refer to one, wish for one, or name many in general."""

from __future__ import annotations

import re

from parsers.language.mention import DateValue, Mention
from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.phrases.instruments.actions import Governor
from parsers.phrases.instruments.details import value_of
from parsers.phrases.instruments.instrument import Instrument, count_of, words
from parsers.phrases.instruments.instruments import find_instruments
from parsers.phrases.instruments.own_dates import last_listed, looks_back, owned_date
from parsers.phrases.instruments.parties import sides_of
from parsers.phrases.instruments.references import is_among, is_reference
from parsers.phrases.instruments.subjects_behind import examples_behind

_NEAR = 40
_INTRODUCES = re.compile(
    r"[\s,:(]*(?:(?:in(?: the)?|on|of|with|between|after|during|following)\b"
    r"(?:(?! as well as )[^;:.()]){0,80}?[\s,:]+)?"
    r"(?<!areas )(?<!fields )(?<!sectors )(?<!matters )(?<!issues )(?<!subjects )"
    r"(?:such as|including|namely|among (?:them|which|others)|among these|like|e\.g\.|as follows|"
    r"which include|these include|:)[\s,](?!those\b|ones\b)"
)
# "Agreements and memorandums on:", with the list below it.
_HEADS_LIST = re.compile(
    r"[\s,]*(?:(?:and|or) [a-z]+ )?(?:on|in|for|regarding|concerning|about|in (?:the )?(?:areas?|fields?|spheres?) of|"
    r"relating to|as follows)?(?: the following(?: [a-z]+)?)?\s*:\s*"
)
_COLON = re.compile(r"(?: (?:so far|to date|thus far|recently|by|between|with|in|since)\b[^:;.,()]{0,60})?:")
_INTRODUCING = ("are:", "were:", "include:", "included:", "including:", "following:", "follows:", "which:", "these:")
_NAMED = re.compile(r",? namely,? (?:the |an? )?[\"“]?[A-Z]")  # "a treaty, namely the Treaty of Lima"
_CAPITAL = re.compile(
    r"(?:Treaty|Treaties|Convention|Pact|Accords?|Agreement|Protocol|Entente|Armistice|Declaration|Concordat)\b"
)
_GIVEN_OUT = re.compile(r"\b(?:adopted|issued|published|released|approved|announced|passed)\Z")
_BETWEEN = re.compile(r"\b(?:between|with)\b")
_COUNTED_FROM = re.compile(r"\b(?:days?|weeks?|months?|years?|decades?) (?:after|before) (?:the )?[\"“]?\Z")
# "Wanted peace before and after a treaty was made": it has no date of what was told before.
_UNTIL_IT = re.compile(
    r"\b(?:before|until|prior to) (?:and after )?the (?:signing|signature|conclusion) of (?:the |their )?[\"“]?\Z"
)
_ALL = re.compile(r"\b(?:all|any) (?:of )?(?:the |those |existing |previous |earlier |prior )*(?:[\w-]+ )?\Z")
# "To honour the signed agreements".
_THOSE_SIGNED = re.compile(
    r"\b(?:the|these|those|all|such|any) (?:\w+ly |already )?(?:signed|concluded|reached) (?:\w+ )?\Z"
)
# "Both signed treaty that …", without an article.
_SIGNED_ONE = re.compile(r"(?<!the )(?<!\ba )(?<!their )(?<!these )(?<!those )(?<!such )(?<!this )\bsigned \Z")
_WAYS = ("by", "under", "through", "via")  # "by exchange of notes of 4 May 1905"
_QUOTE_OPENINGS = ('"', "“")
_KNOWN = ("the", "those", "these", "its", "their", "such", "all", "both", "said")


def is_told(
    statement: Statement, one: Instrument, title: str, date: Mention | None, by: Governor | None = None
) -> bool:
    """Whether the words tell of one instrument or of counted ones, and do not only refer to some.

    General words alone ("cooperation agreements", "the bilateral treaty") are told of where the sentence dates what was
    done; "several agreements have been signed" is not.
    """
    if _only_heads(statement, one, by) or is_unmade(statement, one):
        return False
    if (by is not None and is_own_act(statement, one, by)) or _is_looked_back_on(statement, one, date, by):
        return False
    if count_of(statement, one) is not None or value_of(statement, one) is not None:
        return True
    general = is_general(statement, one) and len(title) <= one.noun[1] - one.start
    return not general or _is_told_generally(statement, one, date, by)


def is_general(statement: Statement, one: Instrument) -> bool:
    """Whether all words before the noun leave open which instrument is meant."""
    return words("general").issuperset(statement.document.text[one.start : one.noun[0]].split())


def _is_looked_back_on(statement: Statement, one: Instrument, date: Mention | None, by: Governor | None) -> bool:
    """Whether words only count from an instrument, or tell of all that were made: "a year after the Treaty of X",
    "honour all treaties signed by both".
    """
    lead = statement.low[: one.start - statement.start]
    if _UNTIL_IT.search(lead) and (date is None or date.end <= statement.start):
        return True
    if _COUNTED_FROM.search(lead):
        return date is None or date != owned_date(statement, one)
    described = by is not None and by.behind and not by.plural
    return described and one.plural and count_of(statement, one) is None and _ALL.search(lead) is not None


def _only_heads(statement: Statement, one: Instrument, by: Governor | None) -> bool:
    """Whether a plural without a count only stands at the head of those that a list behind it names, or one of the one
    that is named behind it.
    """
    text = statement.document.text
    if not one.plural:
        return one.is_bare and _NAMED.match(text, one.end) is not None
    if by is not None and by.behind and _COLON.match(text, by.end):
        return True
    return count_of(statement, one) is None and _introduces(statement, one)


def _introduces(statement: Statement, one: Instrument) -> bool:
    """Whether a plural stands before a list of instruments: "including:", "treaties on:", "among the treaties were"."""
    text = statement.document.text
    if is_general(statement, one) and statement.low.rstrip().endswith(_INTRODUCING):
        return True
    if _HEADS_LIST.fullmatch(text, one.end, statement.end):
        return True
    if is_among(statement, one) and any(other.start > one.end for other in find_instruments(statement)):
        return True
    return _INTRODUCES.match(text, one.noun[1]) is not None and examples_behind(statement, one) is None


def _is_told_generally(statement: Statement, one: Instrument, date: Mention | None, by: Governor | None) -> bool:
    """Whether general words tell of an instrument: by the date of what was done, or as one that both sides signed."""
    if one.plural:
        return date is not None and _are_told(statement, one, date, by)
    if one.article in ("the", "its", "their", "his"):
        return date is not None and _is_known_one_told(statement, one, date, by)
    is_signed = by is not None and by.action == "signed"
    if date is None:
        return is_signed and _is_one(statement, one) and len(sides_of(statement)) == 2
    is_capital, is_own = statement.document.text[one.noun[0]].isupper(), date == owned_date(statement, one)
    is_entry = is_capital and (not one.article or statement.document.text.endswith(_QUOTE_OPENINGS, 0, one.start))
    is_name_or_way = is_own and ((is_capital and is_signed) or one.article in _WAYS)
    return is_entry or is_name_or_way or _is_one(statement, one)


def _are_told(statement: Statement, one: Instrument, date: Mention, by: Governor | None) -> bool:
    """Whether a plural is told of: with its own dates, or as signed or announced, but not "the signed accords"."""
    if date == owned_date(statement, one) and _have_own_dates(statement, one, date):
        return True
    is_act = by is not None and by.action in ("signed", "announced")
    return is_act and _THOSE_SIGNED.search(statement.low, 0, one.noun[0] - statement.start) is None


def _is_known_one_told(statement: Statement, one: Instrument, date: Mention, by: Governor | None) -> bool:
    """Whether "the agreement" is told of: the sentence dates it, or the act whose subject it is or that signed it."""
    if not statement.start <= date.start < statement.end:
        return False
    if date == owned_date(statement, one):
        return True
    if by is None or not (by.behind or by.action == "signed"):
        return False
    is_own = not one.is_bare or is_acronym(statement, one)
    return is_own or (is_reference(statement, one) and is_dated(statement, one, by))


def _is_one(statement: Statement, one: Instrument) -> bool:
    """Whether an article, or its lack behind "signed" and "by", tells of one that was not named before."""
    if one.article == "signed":
        return _SIGNED_ONE.search(statement.low, 0, one.noun[0] - statement.start) is not None
    return one.article in ("a", "an", "another", "first", "under") or is_way(one)


def is_own_act(statement: Statement, one: Instrument, by: Governor) -> bool:
    """Whether one side alone adopted or issued a paper of its own: "the Senate adopted a declaration"."""
    if one.kind not in ("declaration", "document", "joint statement", "plan") or len(sides_of(statement)) != 1:
        return False
    title = statement.document.text[one.start : one.end].lower()
    word = _GIVEN_OUT.search(statement.low, 0, by.end - statement.start)
    return word is not None and "joint" not in title and not names_parties(statement, one)


def is_unmade(statement: Statement, one: Instrument) -> bool:
    """Whether the title itself says that it is not made yet: "a draft treaty", "a possible agreement"."""
    return not words("unmade").isdisjoint(statement.document.text[one.start : one.noun[0]].lower().split())


def is_dated(statement: Statement, one: Instrument, by: Governor) -> bool:
    """Whether an instrument referred to is told of all the same: "under an air services agreement signed in 1993"."""
    near = [date for date in statement.dates if 0 <= date.start - by.end < _NEAR] if by.behind else []
    is_own = not one.is_bare or one.article in ("a", "an", "under")
    return bool(near) and (is_own or any(getattr(date.value, "precision", "") == "day" for date in near))


def is_titled(statement: Statement, one: Instrument) -> bool:
    """Whether an instrument has a name of its own in capitals."""
    return _CAPITAL.match(statement.document.text, one.noun[0]) is not None and not one.is_bare


def is_acronym(statement: Statement, one: Instrument) -> bool:
    """Whether the noun is the short name of one: "the FTA"."""
    return statement.document.text[slice(*one.noun)].lower() in words("acronyms")


def is_of_two(statement: Statement) -> bool:
    """Whether no third state is named."""
    return all(side_of(state, statement.context) is not None for state in statement.of("state"))


def is_single(statement: Statement, one: Instrument) -> bool:
    """Whether a plural is the name of one instrument: "the Oslo Accords"."""
    return not one.is_bare and statement.document.text.startswith("Accords", one.noun[0])


def has_own_date(statement: Statement, one: Instrument, date: Mention) -> bool:
    """Whether the date in a name makes it a name of its own: "an accord of May 1956", not "the treaty of 1956"."""
    if not isinstance(date.value, DateValue) or is_unmade(statement, one):
        return False
    is_theirs = len(sides_of(statement)) != 1
    if (is_single(statement, one) or looks_back(statement, one, date)) and not (is_theirs and is_of_two(statement)):
        return False  # "After the Oslo Accords in 1993, Oman …"
    if one.plural and not is_single(statement, one):
        return _have_own_dates(statement, one, date)
    if is_titled(statement, one) or not one.is_bare or one.article in ("a", "an", *_WAYS):
        return True
    return date.start > one.end and date.value.precision == "day"


def _have_own_dates(statement: Statement, one: Instrument, date: Mention) -> bool:
    """Whether dates name a plural: "tax treaties (1952)", "treaties of 1952 between", "treaties of 1952 and 1954"."""
    text, end = statement.document.text, last_listed(statement, date)
    if (text[date.start - 1] == "(" and not one.is_bare) or text.startswith(" between ", end):
        return True
    return end > date.end and one.article not in _KNOWN and len(sides_of(statement)) > 1


def is_way(one: Instrument) -> bool:
    """Whether something was done by an instrument that has no article: "drew the line by treaty in 1978"."""
    return one.article == "by" and one.is_bare and one.kind in ("treaty", "protocol", "convention")


def names_parties(statement: Statement, one: Instrument) -> bool:
    """Whether the title goes on with the parties: "agreement between …", "treaty with …"."""
    return _BETWEEN.search(statement.document.text, one.noun[1], one.end) is not None
