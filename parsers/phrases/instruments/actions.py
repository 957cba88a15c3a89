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
    r"(?:was|were|is|are|has|have|had|been|being|be|also|then|later|both|all|each|first|\w+ly|"
    r"not|to|would|will|could|may|yet|still)"
)
_SUBJECT = re.compile(
    rf"[\"”»)]?(?: \([^)]*\))?(?: of \d{{4}}| [–—] [^–—;]{{3,90}} [–—]|(?P<aside>,[^,;]{{3,140}},"
    rf"| (?:that|which) (?!(?:was|were|is|are|has|have|had|will|would|could|may)\b)[^,;:.()]{{3,120}}?"
    rf"(?= (?:was|were|(?:has|have) been) )| (?:replacing|superseding|succeeding) [^,;.]{{3,40}}? \d{{4}}))?"
    rf"(?: (?:between|with|by|of|in|for|on|from|worth|valued)\b(?:[^,;:.()]|(?<=\d)[.,](?=\d)){{0,50}}?|,? (?:such as|"
    rf"including)\b[^;:.()]{{3,120}}?,?|,? and (?:one|another) (?:on|for|about|in) [^,;:.()]{{2,50}}?)??"
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
_NOT_DONE = frozenset({"not", "to", "would", "will", "could", "may", "yet"})
_MANY = ("were", "have", "are")
_OF_CONTRACT = "contract"  # the lexicon's mark of words that sign contracts alone
_NEAR = 20
# "The renewal of the pact was welcomed": the noun of action governs.
_JUDGED = ("welcomed", "criticised", "criticized", "opposed", "mediated")
_INCLUDES = re.compile(
    r",? (?:including|among them|among others|such as|namely)\b(?: an?| the| two| three| one)?(?: [\w-]+){0,2} "
    r"?[\"“]?$|,? including [^;:.]{3,120}(?:,|,? and) (?:an? |the )?(?:[\w-]+ ){0,2}[\"“]?$"
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

# "Besides the main treaty, a protocol was signed".
_BESIDES = re.compile(r"\b(?:besides|in addition to|apart from|alongside) (?:the|its|their|an?) (?:[\w-]+ )?[\"“]?\Z")


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
        has_own_verb = by is not None and by.behind
        if by is None and _BESIDES.search(statement.low, 0, one.start - statement.start):
            by = Governor(TALK, one.start, False)
        elif found and not has_own_verb:
            between = "" if by is not None else statement.document.text[one.stop : found[-1][0].start]
            by = found[-1][1] if _shares_verb(between, one, *found[-1]) else by
        found.append((one, by))
    found.reverse()
    return [(one, _of_batch(statement, found[:number], one, by)) for number, (one, by) in enumerate(found)]


def _shares_verb(between: str, one: Instrument, following: Instrument, act: Governor | None) -> bool:
    """Whether an instrument and the one that follows, with words between, are joined as subject of a verb behind."""
    if not following.joined or act is None or not act.behind:
        return False
    return act.plural or ";" in between or (one.plural and following.plural)


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
    if _is_only_meant(statement, one, lead):
        return Governor(TALK, one.start, False)
    if is_bought_by(statement, one, lead) or _SIGNED_FIRST.match(lead):
        return Governor("signed", one.start, False)
    that = _THAT_SIGNED.match(low, at)
    if that is not None:
        return Governor("ratified" if that["ratified"] else "signed", statement.start + that.end(), True)
    after = _behind(statement, one)
    return _signed_earlier(statement, one, after) or after or _before(statement, one)


def _is_only_meant(statement: Statement, one: Instrument, lead: str) -> bool:
    """Whether there is no such instrument yet: it is talked of, denied, a condition, or "such a treaty"."""
    is_condition = _CONDITION.search(lead) is not None
    is_open = is_condition and _OPEN.match(statement.low, one.stop - statement.start) is not None
    is_such = one.is_bare and lead.endswith((" such ", " such a ", " such an "))
    return is_such or is_open or one.article in ("no", "neither", "without") or _TALK_OF.search(lead) is not None


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
        many = (free["helpers"] or "").startswith(_MANY)
        return _governor(meaning.get(free["verb"], "signed"), free["verb"], statement.start + free.end(), plural=many)
    subject = _SUBJECT.match(statement.low, at)
    if subject is None or _has_other_subject(statement, subject):
        return None
    if not _NOT_DONE.isdisjoint(subject["helpers"].split()):
        return Governor(TALK, statement.start + subject.end(), True)
    found = pattern.match(statement.low, subject.start("verb"))
    return _by_verb(statement, one, subject, found) if found else _by_unknown_verb(statement, one, subject)


def _has_other_subject(statement: Statement, subject: re.Match[str]) -> bool:
    """Whether a pronoun stands between an instrument, or an aside behind it, and the verb: "the treaty, which both"."""
    start = subject.end("aside") if subject["aside"] else subject.start()
    return _PRONOUN.search(statement.low, start, subject.start("helpers")) is not None


def _by_unknown_verb(statement: Statement, one: Instrument, subject: re.Match[str]) -> Governor | None:
    """What governs the subject of a verb that is not in the lexicon: a word right before it, else OTHER; where the verb
    may be another thing's, what stands before it.
    """
    before = _before(statement, one)
    is_joined = " and " in statement.low[subject.start() : subject.start("helpers")]
    is_of_verb = not is_joined and not _is_near(one, before)
    return Governor(OTHER, statement.start + subject.end(), True) if is_of_verb else before


def _by_verb(statement: Statement, one: Instrument, subject: re.Match[str], verb: re.Match[str]) -> Governor:
    """What governs the subject of a verb of the lexicon: the verb, or where it judges an act the noun of that act."""
    end = statement.start + verb.end()
    if verb[0] in words("replacing"):
        return Governor(OTHER, end, True)
    act = _before(statement, one) if verb[0] in _JUDGED else None
    if act is not None and _is_near(one, act):
        return act
    action = _verbs(behind=True)[1][verb[0]]
    if action == _OF_CONTRACT:
        action = "signed" if one.kind == "contract" else TALK
    helpers = subject["helpers"]
    return _governor(action, verb[0], end, plural=helpers.startswith(_MANY) or " were" in helpers)


def _is_near(one: Instrument, act: Governor | None) -> bool:
    """Whether a governing word before an instrument stands right before it: "the renewal of the pact"."""
    return act is not None and one.start - act.end < _NEAR


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
    action = _action_of(statement, last, low)
    return Governor(action, statement.start + last.end(), False, again=last[0] in words("again"))


def _action_of(statement: Statement, last: re.Match[str], low: str) -> str:
    """What the last governing word of a clause stands for: talk where it is only an aim, a wish or a prospect."""
    word, lead = last[0], low[: last.start()]
    action = _verbs()[1][word]
    if word in ("to sign", "to conclude"):
        is_done = _PURPOSE.search(low) or _FIRST_TO.search(lead) or _DONE.search(lead)
        return "signed" if is_done else action
    if _PROSPECT.search(lead) or _is_aim(word, lead) or (word == "sign" and not _is_present(statement, last.start())):
        return TALK
    return "signed" if action == _OF_CONTRACT else action


def _is_aim(word: str, lead: str) -> bool:
    """Whether words before "the signing of" or "sign" tell that it is wished for, or pledged."""
    is_wished = word.endswith(" of") and _WISHED.search(lead) is not None
    return is_wished or (word in ("sign", "sign a", "sign an", "sign the") and _TO_DO.search(lead) is not None)


def _last_word(statement: Statement, one: Instrument, low: str) -> re.Match[str] | None:
    """The last word of the lexicon in the instrument's clause, outside dates; words of contracts for contracts only."""
    pattern, meaning = _verbs()
    dated = [(date.start - statement.start, date.end - statement.start) for date in statement.of("date")]
    last = None
    for found in pattern.finditer(low, _clause_start(low)):
        is_fit = meaning[found[0]] != _OF_CONTRACT or one.kind == "contract"
        if is_fit and not any(start <= found.start() < end for start, end in dated):
            last = found
    return last


def _clause_start(low: str) -> int:
    """Where the last clause of the words before an instrument begins."""
    begin = 0
    for mark in _CLAUSE.finditer(low):
        if not (mark[0] in ("; ", ": ") and _is_list(low[mark.end() :] + "\n")):
            begin = mark.end()
    return begin


def _is_present(statement: Statement, position: int) -> bool:
    """Whether "sign" at a place of the statement's words is said of those named right before it, as of now."""
    named = [m for m in statement.of("state", "person", "both") if m.end - statement.start == position - 1]
    return bool(named) or _THEY.search(statement.low, 0, position) is not None


def _is_list(words_after: str) -> bool:
    """Whether no verb stands between a semicolon and the instrument."""
    return _verbs()[0].search(words_after) is None and not re.search(r"\b(?:is|are|was|were|has|have)\b", words_after)
