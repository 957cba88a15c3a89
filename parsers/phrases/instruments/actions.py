"""What happened to an instrument, by the word that governs it: signed, ratified, in force, announced, terminated, talk.

An instrument that is the subject ("a treaty was signed") is governed by the verb behind it; any other by the last verb
or noun of the lexicon before it ("discussed trade and signed a treaty": signed). Talk of a future instrument, a wish, a
refusal and a reference back govern too, and make no action.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from parsers.language.factored import factored
from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement, kept
from parsers.phrases.instruments.bought import is_bought_by
from parsers.phrases.instruments.instrument import Instrument, words
from parsers.phrases.instruments.instruments import find_instruments

TALK = "talk"
OTHER = "other"
_CLAUSE = re.compile(r"; |\. |: |, (?:while|but|whereas|although|where|which)\b")
_HELPERS = (
    r"(?:was|were|is|are|has|have|had|been|being|be|also|then|later|both|first|\w+ly|"
    r"not|to|would|will|could|may|yet|still)"
)
_SUBJECT = re.compile(
    rf"[\"”»)]?(?: \([^)]*\))?(?: of \d{{4}}| [–—] [^–—;]{{3,90}} [–—]|(?P<aside>,[^,;]{{3,140}},"
    rf"| (?:that|which) (?!(?:was|were|is|are|has|have|had|will|would|could|may)\b)[^,;:.()]{{3,120}}?"
    rf"(?= (?:was|were|(?:has|have) been) )| (?:replacing|superseding|succeeding) [^,;.]{{3,40}}? \d{{4}}))?"
    rf"(?: (?:between|with|by|of|in|for|on|from|worth|valued)\b(?:[^,;:.()]|(?<=\d)[.,](?=\d)){{0,50}}?|,? (?:such as|"
    rf"including)\b[^;:.()]{{3,120}}?,?)??"
    rf" (?P<helpers>(?:also |then |later )?"
    rf"(?:was|were|is|are|has|have|had|will|would|could|(?<!\d )may(?! \d)|might|did|does)\b(?: {_HELPERS}\b)*)"
    rf" (?P<verb>[\w-]+)"
)
_FREE = re.compile(
    r"[\"”»]?(?: \((?:[^)\d]*|[a-z]+[ -]?\d{1,3})\))?[,:]? \(?"
    r"(?:(?:which|that) )?(?:subsequently |later |then )?(?P<helpers>(?:was|were|has been|have been|had been|being) )?"
    r"(?:also |first |originally |initially |formally |officially |finally |jointly )?"
    r"(?P<verb>signed|concluded|ratified|inked|put to paper|agreed|negotiated and signed|initialled|initialed|reached|"
    r"issued|adopted|brokered|mediated(?= by)|"
    r"published|entered into force|entered in force|came into force|took effect|came into effect|went into effect|"
    r"made(?= (?:in|on) (?:the )?(?:\d|[a-z]{3,9} \d))|"
    r"became (?:operational|operative|effective)|came into being|taking effect|entering into force|"
    r"coming into (?:force|effect)|followed(?= (?:in|on|two|three|a|later|shortly|soon)\b)(?![^,;.]{0,40} by\b)|"
    r"expired|lapsed|in force|in effect|in place|dates? from|goe?s? back to|"
    r"came out of|emerged(?: from)?|resulted from|ar(?:ise|ose) (?:from|out of)|grew out of|"
    r"dates? back to|dates? to|dating from|dating back to|existed|exists?)\b"
)
# "A protocol on trade, long awaited by both, followed in 1998."
_FOLLOWED = re.compile(
    r"[\"”»]?(?: \([^)\d]*\))?,[^,;.]{3,120}, (?P<helpers>)(?P<verb>followed)(?= (?:in|on|two|three|a year|later) )"
)
_TALK_OF = re.compile(
    r"\b(?:negotiations?|talks|discussions?|proposals?|proposal|draft|drafts|consultations|work|idea|request) "
    r"(?:on|for|about|of|over|towards?|regarding|concerning|to conclude|to sign) (?:an? |the |new |possible )*$"
    r"|\b(?:press(?:ed|ing)|push(?:ed|ing)|lobb(?:ied|ying)|campaign(?:ed|ing)|appeal(?:ed|ing))\b[^,;.]{0,60}"
    r" for (?:an? |the |new )*[\"“]?$"
    r"|\b(?:attempt(?:ed|s|ing)?|tr(?:ied|ying)|sought|hoped) to (?:[\w-]+ ){1,4}(?:an? |the )?[\"“]?$"
)
_PURPOSE = re.compile(
    r"\b(?:visited|met|came|travelled|traveled|arrived|gathered|went|returned|flew|journeyed|convened|assembled|"
    r"hosted|received)\b[^;]*\bto (?:sign|conclude)\b"
)
_PROSPECT = re.compile(
    r"\b(?:(?:will|would|may|could|not|never|to|should|might)\s+(?:be |have |been )?|"
    r"(?:before|without|against|instead of|prevent\w*|blocked|hindered|hampered|precluded) (?:the )?|"
    r"neither [^,;.]{0,40} |"
    r"(?:negotiating|discuss\w+|consider\w+|propos\w+) |"
    r"(?:possibility|possibilities|prospects?|purpose|aim|idea|intention|hopes?|interest|view|need|plans?|"
    r"negotiations?|talks|discussions?|proposals?) (?:of|in|on|to|for|about|towards?) (?:the )?)(?:\w+ly )?$"
)
_THEY = re.compile(r"\b(?:governments|countries|nations|states|sides|parties|leaders|presidents|ministers|they) \Z")
# "Pledged to free the crew, sign a treaty and leave": only an aim.
_TO_DO = re.compile(
    r"\b(?:pledged|promised|agreed|vowed|offered|planned|hoped|wanted|expected|intended|ready|urged|asked|invited|due|set)"
    r" to [a-z]+ [^;.]*(?:,|,? and) \Z"
)
# "Managed, on 4 May, to sign", "went on to conclude": it was done.
_DONE = re.compile(
    r"(?<!not )\b(?:managed|able|enough|forced|obliged|compelled|coerced|went on|proceeded|came together|sat down)"
    r"(?:, [^,;.]{4,40},)? \Z"
)
_FIRST_TO = re.compile(r"\b(?:first|second|third|last|only|latest|[a-z]{3,9}th)\b[^,;.]{0,40} $")
_PRONOUN = re.compile(r"\b(?:which|that|who|it|they|how|when|where|whereby|what|because|(?<!such )as|so)\b")
_NEAR = 20
# "The renewal of the pact was welcomed": the noun of action governs.
_JUDGED = ("welcomed", "criticised", "criticized", "opposed", "mediated")
_INCLUDES = re.compile(
    r",? (?:including|among them|among others|such as|namely)\b(?: an?| the| two| three| one)?(?: [\w-]+){0,2} "
    r"?[\"“]?$|,? including [^;:.]{3,120}(?:,|,? and) (?:an? |the )?(?:[\w-]+ ){0,2}[\"“]?$"
)
_ENDED_IN = re.compile(
    r"\b(?:culminated|resulted|ended|settled|laid down|defined|fixed|delimited|demarcated|set out|codified|enshrined"
    r"|anchored)(?: (?:on|in) [^,;]{4,20})? in$"
)


# "Supported the signing of", "discussed with A the conclusion of": nothing was signed.
_WISHED = re.compile(
    r"\b(?:support(?:s|ed|ing)?|back(?:s|ed|ing)|favou?r(?:s|ed|ing)?|encourag(?:es|ed|ing)|advocat(?:es|ed|ing)"
    r"|discuss(?:es|ed|ing)?|propos(?:es|ed|ing)|promot(?:es|ed|ing))(?:,(?: [a-z]+){2,4},| (?:(?! and )[^,;.]){0,30})?"
    r" (?:the |an? |its |their )?\Z"
)
# "Signed a treaty in June, which took effect in May": the signature is told first, with its own date.
_EFFECT_LATER = re.compile(r"[\"”»]?(?: \([^()\d]{2,12}\))?,? (?:which|that)\b")
# "The treaty that the two signed in [date] covers": the relative clause tells of the signature.
_THAT_SIGNED = re.compile(
    r"[\"”»]?,? (?:that|which) (?!(?:was|were|is|are|has|have|had|will|would|could|may)\b)[^,;.]{2,50}? "
    r"(?:(?:had|have|has) )?(?:signed|concluded|initialled|(?P<ratified>ratified))\b"
)
# "Until a treaty is signed": it is not yet.
_CONDITION = re.compile(
    r"\b(?:until|till|unless|if|once|whether|provided that|as soon as)(?: an?| the| such an?)? [\"“]?\Z"
)
_OPEN = re.compile(r"[^,;.]{0,60}? (?:is|are|has been|have been|can be|will be) ")


# "Signed in 1999, the treaty took effect in 2001": the signature is told first, with its own date.
_SIGNED_FIRST = re.compile(r"(?:signed|concluded)\b[^;.]{0,80}, (?:the|this|an?) \Z")
# What stands in brackets governs nothing behind them: "(1975; renewed in 1985), a treaty".
_ASIDE = re.compile(r"\([^()]*\)|, (?:without|despite) [^,;]{3,60},")


@dataclass(frozen=True, slots=True)
class Governor:
    """The action that a word stands for (TALK where it is none), and where the word ends in the document's text.

    `behind`: it stands behind the instrument; `plural`: its helper is a plural ("were signed"); `again`: it makes the
    instrument anew ("renewed", "extended"). OTHER is a verb that the lexicon does not know ("the treaty was hailed").
    """

    action: str
    end: int
    behind: bool
    plural: bool = False
    again: bool = False


@cache
def _verbs(*, behind: bool = False) -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern of all governing words, longest first, and what each stands for; `behind`: with those that only do so
    as the instrument's own verb.
    """
    lexicon = read_yaml("instruments.yaml")
    meaning = {word: TALK for word in lexicon["talk"]}
    for action, forms in (*lexicon["actions"].items(), *(lexicon["behind"].items() if behind else ())):
        meaning.update(dict.fromkeys(forms, action))
    longest = sorted(meaning, key=len, reverse=True)
    return re.compile(factored(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")), meaning


@kept
def governed(statement: Statement) -> list[tuple[Instrument, Governor | None]]:
    """Each instrument of a statement with what governs it; those joined as one subject share the verb behind the last
    ("a treaty, a protocol and a memorandum were signed").
    """
    found: list[tuple[Instrument, Governor | None]] = []
    for one in reversed(find_instruments(statement)):
        by = governor(statement, one)
        joint = found[-1][1] if found and found[-1][0].joined else None
        if joint is not None and (after := joint).behind and (after.plural or (one.plural and found[-1][0].plural)):
            by = by if by is not None and by.behind else after
        found.append((one, by))
    found.reverse()
    return [(one, _of_batch(statement, found[:number], one, by)) for number, (one, by) in enumerate(found)]


def _of_batch(
    statement: Statement, before: list[tuple[Instrument, Governor | None]], one: Instrument, by: Governor | None
) -> Governor | None:
    """What governs one that a plural before it includes: "concluded agreements after talks, including a pact"."""
    batch = next(((other, act) for other, act in reversed(before) if other.plural), None)
    if batch is None or batch[1] is None or batch[1].action in (TALK, OTHER) or (by is not None and by.behind):
        return by
    between = statement.low[batch[0].end - statement.start : one.start - statement.start]
    return batch[1] if _INCLUDES.search(between) and "; " not in between else by


def governor(statement: Statement, one: Instrument) -> Governor | None:
    """What governs an instrument; null where nothing of the lexicon does."""
    low, at = statement.low, one.stop - statement.start
    lead = low[: one.start - statement.start]
    open_yet = _CONDITION.search(lead) is not None and _OPEN.match(low, at) is not None
    is_such = one.is_bare and lead.endswith((" such ", " such a ", " such an "))
    if is_such or one.article in ("no", "neither", "without") or _TALK_OF.search(lead) or open_yet:
        return Governor(TALK, one.start, False)
    if is_bought_by(statement, one, lead) or _SIGNED_FIRST.match(lead):
        return Governor("signed", one.start, False)
    that = _THAT_SIGNED.match(low, at)
    if that is not None:
        return Governor("ratified" if that["ratified"] else "signed", statement.start + that.end(), True)
    after = _behind(statement, one)
    return _signed_earlier(statement, one, after) or after or _before(statement, one)


def _signed_earlier(statement: Statement, one: Instrument, after: Governor | None) -> Governor | None:
    """The signing before an instrument of which only a relative clause tells what came later: ", which took effect"."""
    later = after is not None and after.action in ("in force", "ratified", "terminated")
    if not later or not _EFFECT_LATER.match(statement.low, one.stop - statement.start):
        return None
    made = _before(statement, one)
    dated = any(date.end <= one.start for date in statement.dates)
    return made if made is not None and made.action in ("signed", "announced") and dated else None


def _behind(statement: Statement, one: Instrument) -> Governor | None:
    """The verb whose subject the instrument is, or the participle that describes it.

    Where that verb is unknown, a noun of action right before the instrument governs ("the signing of the treaty was
    hailed"), else it is OTHER.
    """
    at = one.stop - statement.start
    pattern, meaning = _verbs(behind=True)
    free = _FREE.match(statement.low, at) or _FOLLOWED.match(statement.low, at)
    if free:
        many = (free["helpers"] or "").startswith(("were", "have"))
        return _governor(meaning.get(free["verb"], "signed"), free["verb"], statement.start + free.end(), plural=many)
    subject = _SUBJECT.match(statement.low, at)
    start = subject.end("aside") if subject is not None and subject["aside"] else at
    if subject is None or _PRONOUN.search(statement.low, start, subject.start("helpers")):
        return None
    helpers = subject["helpers"].split()
    if {"not", "to", "would", "will", "could", "may", "yet"} & set(helpers):
        return Governor(TALK, statement.start + subject.end(), True)
    found = pattern.match(statement.low, subject.start("verb"))
    if found is None:
        before = _before(statement, one)
        is_near = before is not None and one.start - before.end < _NEAR
        is_own = " and " not in statement.low[at : subject.start("helpers")] and helpers[-1] != "in"
        return before if is_near or not is_own else Governor(OTHER, statement.start + subject.end(), True)
    if found[0] in words("replacing"):
        return Governor(OTHER, statement.start + found.end(), True)
    if found[0] in _JUDGED and (act := _before(statement, one)) is not None and 0 <= one.start - act.end < _NEAR:
        return act
    action = meaning[found[0]]
    if action == "contract":
        action = "signed" if one.kind == "contract" else TALK
    plural = helpers[0] in ("were", "have", "are") or " were" in subject["helpers"]
    return _governor(action, found[0], statement.start + found.end(), plural=plural)


def _governor(action: str, word: str, end: int, *, plural: bool = False) -> Governor:
    """The governor that a word behind the instrument makes."""
    return Governor(action, end, True, plural, word in words("again"))


def _before(statement: Statement, one: Instrument) -> Governor | None:
    """The last governing word before the instrument in its clause, which semicolons of a list do not end."""
    low = statement.low[: one.start - statement.start]
    if "(" in low or ", without " in low or ", despite " in low:
        low = _ASIDE.sub(lambda aside: " " * len(aside[0]), low)
    last = _last_word(statement, one, low)
    if last is None:
        return None
    word, lead = last[0], low[: last.start()]
    action = _verbs()[1][word]
    if word in ("to sign", "to conclude"):
        action = "signed" if _PURPOSE.search(low) or _FIRST_TO.search(lead) or _DONE.search(lead) else action
    elif (
        _PROSPECT.search(lead)
        or (word.endswith(" of") and _WISHED.search(lead))
        or (word in ("sign", "sign a", "sign an", "sign the") and _TO_DO.search(lead) is not None)
        or (word == "sign" and not _is_present(statement, last.start()))
    ):
        action = TALK
    action = "signed" if action == "contract" else action
    return Governor(action, statement.start + last.end(), False, again=word in words("again"))


def _last_word(statement: Statement, one: Instrument, low: str) -> re.Match[str] | None:
    """The last word of the lexicon in the instrument's clause, outside dates; words of contracts for contracts only."""
    pattern, meaning = _verbs()
    begin, last = 0, None
    for mark in _CLAUSE.finditer(low):
        if not (mark[0] in ("; ", ": ") and _is_list(low[mark.end() :] + "\n", statement, one)):
            begin = mark.end()
    dated = [(date.start - statement.start, date.end - statement.start) for date in statement.of("date")]
    for found in pattern.finditer(low, begin):
        if any(start <= found.start() < end for start, end in dated):
            continue
        if meaning[found[0]] != "contract" or one.kind == "contract":
            last = found
    return last


def _is_present(statement: Statement, position: int) -> bool:
    """Whether "sign" at a place of the statement's words is said of those named right before it, as of now."""
    named = [m for m in statement.of("state", "person", "both") if m.end - statement.start == position - 1]
    return bool(named) or _THEY.search(statement.low, 0, position) is not None


def _is_list(words_after: str, statement: Statement, one: Instrument) -> bool:
    """Whether no verb stands between a semicolon and the instrument."""
    return _verbs()[0].search(words_after) is None and not re.search(r"\b(?:is|are|was|were|has|have)\b", words_after)


def is_reference(statement: Statement, one: Instrument) -> bool:
    """Whether the instrument is only referred to: "under the agreement", "this treaty"."""
    before = statement.low[: one.start - statement.start].rstrip(' "“')
    bare = re.sub(r"\s(?:the|an?|this|that|these|their|its)(?: \d{4})?$", "", " " + before)
    if _is_predicate(statement, one):
        return True
    if _ENDED_IN.search(bare) or is_bought_by(statement, one, before + " "):
        return False
    if one.article in ("this", "that", "these", "those", "such", "said"):
        return True
    return bare.endswith(_references())


@cache
def _references() -> tuple[str, ...]:
    """The ends of what stands before an instrument that is only referred to."""
    return tuple(f" {phrase}" for phrase in words("references"))


_AMONG = re.compile(r"\bamong (?:the |these |those |several |various )?$")
_PREDICATE = re.compile(
    r"^[^;.]*\b(?:(?<!\bas )(?:is|was|are|were)|became|becoming|being) (?:also )?(?:(?:the|an?|its|their|[a-z-]+(?:'s"
    r"|’s)|"
    r"(?:first|only|oldest|last|second|third|earliest|latest|main|most|\w+est|[a-z]+ally|important)) ){0,5}[\"“]?$"
)


def is_among(statement: Statement, several: Instrument) -> bool:
    """Whether those behind some are of them: "among the treaties signed in 2011 were a tax treaty and a protocol"."""
    return several.plural and _AMONG.search(statement.low, 0, several.start - statement.start) is not None


def _is_predicate(statement: Statement, one: Instrument) -> bool:
    """Whether it only says what an instrument named before it is: "the treaty of 1888 was its first equal treaty"."""
    before = [other for other in find_instruments(statement) if other.end <= one.start]
    if not before or one.plural or is_among(statement, before[-1]):
        return False
    between = statement.low[before[-1].end - statement.start : one.start - statement.start]
    return _PREDICATE.search(re.sub(r"[\"“”]", "", between)) is not None
