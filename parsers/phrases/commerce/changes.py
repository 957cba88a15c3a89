"""Changes that stand with an amount of commerce: "down 15%, or [money]", "grew by 12% to [money]"."""

from __future__ import annotations

import re

from parsers.language.mention import PercentValue
from parsers.language.reading import Statement
from parsers.language.slots import Slot, clause_end, mention_of, slots
from parsers.phrases.commerce.commerce import terms
from parsers.phrases.commerce.figure_dates import Figure
from parsers.phrases.commerce.figure_links import ADVERBS
from parsers.phrases.commerce.words import words

_TO = re.compile(rf"\b(?:to|at|reaching|hitting|totalling|and reached)(?: reach)? {ADVERBS}$", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:by|or|of|a|an) (?:about |around |approximately |nearly |almost |over |some |more than |just )*$",
    re.IGNORECASE,
)
_NO_CHANGE = re.compile(r"\bmak(?:ing|es|e) up\b|\bmade up\b|\b(?:more|less|higher|lower) than (?=\[|$)|\bup to\b")


# "Trade, up [percent] from [date], reached …"
_ASIDE = re.compile(
    r",? \(?(?:up|down|an? (?:increase|rise|growth|jump|fall|drop|decrease|decline) of)(?: by)? "
    r"\[percent:\d+\][^;]{0,40}[,)] ",
    re.IGNORECASE,
)
# "Was up [percent] and reached …"
_AND_REACHED = re.compile(
    rf"\[percent:\d+\](?:[^;,\[]{{0,40}}\[date:\d+\]){{0,2}}"
    rf"(?: over the (?:previous|past|preceding) year)?,? and (?:had |has )?(?:reached|equall?ed|amounted to|stood "
    rf"at|was|totall?ed|came to) {ADVERBS}$",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"[^;,]{0,30}, which (?:was|is|represents|represented|marked|marks|meant|constituted) (?:about |an? |some )?",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"\bannuali[sz]ed\b|\baverage\b|\b(?:a|per|each|every) year\b|\bannually\b")


def change_sign(words_near: str) -> int:
    """+1 where words tell of a rise, -1 of a fall, 0 of neither or both."""
    plain = _NO_CHANGE.sub("", words_near)
    up, down = bool(words("rising").search(plain)), bool(words("falling").search(plain))
    return int(up) - int(down)


def changes(statement: Statement, figure: Figure, limit: int) -> dict[str, object]:
    """`change_pct`, `change_pct_max` and `change_value` that stand with an amount, up to a place in the skeleton."""
    skeleton = statement.skeleton
    later = [term.start for term in terms(statement) if term.start > figure.money.end]
    aside = _WHICH.match(skeleton, figure.money.end)
    stop = min(limit, clause_end(skeleton, aside.end() if aside else figure.money.end), figure.money.end + 130, *later)
    found = _led(statement, figure)
    for slot in slots(statement, "percent", "money"):
        column = "change_pct" if slot.kind == "percent" else "change_value"
        if not figure.money.end <= slot.start < stop or column in found:
            continue
        before = skeleton[figure.money.end : slot.start].lower()
        after = skeleton[slot.end : slot.end + 22].lower() if slot.kind == "percent" else ""
        sign = change_sign(before) or change_sign(after) or _marked(before)
        if sign and (slot.kind == "percent" or _BY.search(before)) and not re.search(r"\b(?:to|from) $", before):
            found |= _measured(statement, skeleton[slot.start : slot.end], sign)
    return found


def _marked(before: str) -> int:
    """The sign that stands as a mark right before a percentage: "(+5%)"."""
    mark = before.rstrip()[-1:]
    return 1 if mark == "+" else -1 if mark in ("-", "−", "–") and "(" in before else 0


def _led(statement: Statement, figure: Figure) -> dict[str, object]:
    """The change told before the amount that it led to: "fell by 15%, or [money], to [money]"."""
    skeleton = statement.skeleton
    region = skeleton[figure.term.end : figure.money.start]
    sign = 0 if _A_YEAR.search(region.lower()) else change_sign(region.lower())
    found: dict[str, object] = {}
    if not sign or not (_TO.search(region) or _ASIDE.search(region) or _AND_REACHED.search(region)):
        return found
    for slot in slots(statement, "percent", "money"):
        if figure.term.end <= slot.start < figure.money.start and _is_measure(skeleton, slot):
            found |= _measured(statement, skeleton[slot.start : slot.end], sign)
    return found


def _is_measure(skeleton: str, slot: Slot) -> bool:
    """Whether a percentage or amount is that by which something changed, not that from which it did."""
    lead = skeleton[: slot.start]
    is_bare = slot.kind == "percent" and skeleton[max(0, slot.start - 7) : slot.start].strip() != ""
    is_told = is_bare or _BY.search(lead) is not None
    return is_told and _FROM.search(lead) is None


_FROM = re.compile(r"\bfrom (?:\w+ )?$")


def _measured(statement: Statement, slot: str, sign: int) -> dict[str, object]:
    """The change that a slot of percent or money states, with its sign."""
    mention = mention_of(statement, slot)
    value = mention.value
    if isinstance(value, PercentValue):
        return {
            "change_pct": sign * abs(value.value),
            "change_pct_max": sign * abs(value.high) if value.high is not None else None,
        }
    return {"change_value": sign * getattr(value, "value", 0)}
