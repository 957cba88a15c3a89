"""The subjects that a plural is about, where each has an instrument of its own: "agreements for trade and on visas"."""

from __future__ import annotations

import re

_LEAD = re.compile(r"\s*,?\s*(?P<lead>on|for|concerning|regarding|relating to|about|covering) ")
_JOINT = re.compile(r",? and |, ")
_MARKED = re.compile(
    r"(?P<way>on|for|concerning|regarding|relating to) "
    r"(?!\d|behalf|example|instance|the (?:occasion|sidelines|other)\b)"
)
# A noun of doing with its own object: "establishment of a school", "the extension of a loan".
_ACT = re.compile(
    r"(?:the |an? )?(?:[\w-]+ ){0,2}?(?:[a-z-]*(?:tion|sion|ment|ance|ence)|exchange|transfer|use|supply|removal"
    r"|waiver)s? (?:of|in|on|with|for|to|between|against)\b(?! (?:fiscal|tax|income)\b)"
)


def subjects(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the subjects from "on" or "for" at `start` up to `end`: each has such a word of its own, or each is
    a noun of doing with its object, or they are phrases ("on trade and investment, sea rescue, herring and
    regular consultations"); none where they are topics of one ("on trade, tourism and air services").
    """
    opening = _LEAD.match(text, start, end)
    joints = list(_JOINT.finditer(text, opening.end(), end)) if opening is not None else []
    if opening is None or not joints:
        return []
    starts = _marked(text, opening, joints, end) or _acts(text, opening.end(), joints, end)
    starts = starts or _phrases(text, opening.end(), joints, end)
    lasts = [joint.start() for joint, _ in starts]
    firsts = [opening.end(), *(begin for _, begin in starts)]
    return list(zip(firsts, [*lasts, end], strict=True)) if starts else []


# "Two agreements: one on health and the other on visas".
_ONE_BY_ONE = re.compile(
    r"[^,;:.()]{0,40}?(?:,|:| –) (?:the )?(?:one|first)(?: of them| being| is| was)? (?P<of>(?:on|for|about|in|"
    r"concerning|regarding|to|between) (?!\d|[A-Z][a-z]+ \d)[^,;:.()]{3,60}?),? (?:and|while|but) (?:the )?"
    r"(?:other|one|another|second)(?: one)?(?: being| is| was)? "
    r"(?P<other>(?:on|for|about|in|concerning|regarding|to|between) [^,;:.()]{3,90})"
)


def one_by_one(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The two spans behind a counted plural that say what each is about: "one on health and the other on visas"; none
    where they do not.
    """
    found = _ONE_BY_ONE.match(text, start, end)
    return [found.span("of"), found.span("other")] if found is not None else []


# "Two agreements, on health and on visas".
_TWO = re.compile(
    r",? (?P<of>(?P<way>on|for|concerning|regarding|covering) (?!\d|[A-Z][a-z]+ \d)[^,;:.()]{3,60}?),? and "
    r"(?P<other>(?P=way) [^,;:.()]{3,90})"
)


def each_of_two(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The two spans of a counted plural's title that say what each of two is about: "on health and on visas"."""
    found = _TWO.fullmatch(text, start, end)
    return [found.span("of"), found.span("other")] if found is not None else []


def _marked(
    text: str, opening: re.Match[str], joints: list[re.Match[str]], end: int
) -> list[tuple[re.Match[str], int]]:
    """The joints with a preposition behind them that is the first's, or none of the words before, and what follows."""
    found = []
    for joint in joints:
        mark = _MARKED.match(text, joint.end(), end)
        if mark is not None:
            before = text[opening.end() : joint.start()]
            if mark["way"] == opening["lead"] or f" {mark['way']} " not in before:
                found.append((joint, mark.end()))
    return found


def _acts(text: str, first: int, joints: list[re.Match[str]], end: int) -> list[tuple[re.Match[str], int]]:
    """The joints with a noun of doing behind them, where the first and the last subject are such too."""
    found = [(joint, joint.end()) for joint in joints if _ACT.match(text, joint.end(), end)]
    is_list = bool(found) and found[-1][0] is joints[-1] and _ACT.match(text, first, end) is not None
    return found if is_list else []


# Words that make one matter of a row: "work in the fields of fish farming, air rescue and mining".
_ONE_MATTER = re.compile(
    r"\b(?:areas?|fields?|spheres?|sectors?|matters?|issues?|subjects?|topics?|domains?|between|with|which|that|such as"
    r"|including|related|other|others|etc)\b"
)


def _phrases(text: str, first: int, joints: list[re.Match[str]], end: int) -> list[tuple[re.Match[str], int]]:
    """The commas of a row of three or more and the "and" that closes it, where two or more before the last are phrases
    of several words; an "and" within a phrase parts nothing.
    """
    commas = [joint for joint in joints if joint[0].startswith(",")]
    closing = joints[-1]
    parting = commas if closing in commas else [*commas, closing]
    if not commas or len(parting) < _PARTINGS or " and " not in closing[0] or _ONE_MATTER.search(text, first, end):
        return []
    begins = [first, *(joint.end() for joint in parting)]
    parts = [text[begin : joint.start()] for begin, joint in zip(begins, parting, strict=False)]
    are_phrases = sum(" " in part for part in parts) >= _PARTINGS and not any(map(_ADJECTIVE.fullmatch, parts))
    return [(joint, joint.end()) for joint in parting] if are_phrases else []


_PARTINGS = 2
_ADJECTIVE = re.compile(r"[a-z]+(?:ic|al|ive|ary)")  # "on economic, technical and scientific cooperation"
