"""What the aid told right before is made up of, piece by piece: "These projects include [money] for a dam, [money] in
debt relief and the donation of drugs", "The cargo contained 300 tents", "The first [money] was used for a school".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from parsers.language.reading import Statement, kept
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.language.slots import clause_end, words_of
from parsers.phrases.gifts.by import readers
from parsers.phrases.gifts.frames.gift import Gift, slot_in, slots_between
from parsers.phrases.gifts.frames.giving import given
from parsers.phrases.gifts.frames.passive import passive
from parsers.phrases.gifts.frames.receiving import nouns, received, sized
from parsers.phrases.gifts.givers.told_before import told_donor
from parsers.phrases.gifts.proofs.barred import is_aid
from parsers.phrases.gifts.words import aid_words

_MADE_UP = Folded(
    r"(?:^(?:(?:in|since|by) (?:the )?\[date:\d+\],? )?(?:(?:the )?(?P<who>\[state:\d+\])(?:'s|’s)? )?"
    r"(?:(?:these|those|this|that|they|it|the|its|such|other|each|major|bilateral|main|key|latest|total|first|further|"
    r"subsequent|past|previous|earlier|recent|completed|notable|larger|smaller|more|some|among|of|many|aid|development"
    r"|donor|relief|cooperation)\b ?)*"
    r"(?:(?:projects?|initiatives?|programmes?|programs?|works|activities|aid|assistance|help|support|package|funds|"
    r"funding|money|sum|amount|total|donations?|grants?|loans?|gifts?|contributions?|measures|efforts|shipments?"
    r"|cargo(?:es)?|"
    r"consignments?|deliver(?:y|ies)|planes?|aircraft|convoys?|ships?|loads?|supplies|goods|items|"
    r"materials)\b ?)?(?:packages? )?"
    r"(?:(?:to|for|in) (?:the )?\[(?:state|place):\d+\] )?"
    r"(?:(?:(?:that|which) (?:it|they) )?(?:have been |has |were )?(?:funded|financed|supported|completed|"
    r"undertaken) )?"
    r"(?:(?:so far|to date|over the years|there|under this (?:programme|program|scheme)),? )?"
    r"|, which )(?:(?:also|has|have|had|mainly) )*(?:(?<=funded )(?:are|were)(?= the )|(?<=financed )(?:are|were)(?= "
    r"the )|"
    r"includ(?:e|es|ed)|compris(?:e|es|ed)|consist(?:s|ed)? of|cover(?:s|ed)|involved?|contain(?:s|ed)|"
    r"rang(?:e|es|ed|ing) from|(?:was|were) made up of)(?:,? among others,?)?(?= )|"
    r"\b(?:projects|programmes|programs|initiatives|schemes|buildings)"
    r"(?: in(?: the)? \[(?:state|place):\d+\])?,? [\"“]?(?:including|such as:?)(?= )|"
    r"^(?:in (?:the )?\[(?:state|place):\d+\], )?(?:(?:the|other|some|many|main|major|large|several|notable|among) "
    r")*(?:"
    r"(?P<paid>\[state:\d+\])-(?:funded|financed|backed|aided) (?:[a-z]+ )?(?:projects|works)|(?:[a-z]+ "
    r")?(?:projects|works) "
    r"(?:(?:that have been |which were )?(?:funded|financed|paid for) by (?:the )?(?P<by>\[state:\d+\])|"
    r"(?:that|which) (?:the )?(?P<has>\[state:\d+\]) (?:has |had )?(?:funded|financed|paid for)))"
    r"(?: (?:in|for|across) (?:the )?\[(?:state|place):\d+\])?(?: so far| to date)? (?:(?:have|also) )*"
    r"(?:include[ds]?|are|were|comprised?|range[ds]? from)(?= (?!in\b|at\b|not\b|on\b|of\b|also\b|[a-z]+ed\b))"
)
_PIECE = re.compile(
    r"(?:(?<!ion),? (?:and|as well as) |, |,? to )(?=(?:(?:the|an?|about|around|over|more than|some|nearly|additional|"
    r"further|"
    r"another) )*"
    r"(?:\[(?:money|quantity):|[a-z]+ion of |(?:re)?building of |(?:financing|funding|building|assistance (?:in|with)|"
    r"providing of) |(?:[a-z-]+ "
    r"){0,3}worth "
    r"\[money:|(?:[a-z-]+ ){0,2}(?:loan|grant|donation|credit)s? of ))"
)
# The pieces of a list of projects: each has an article, names its work, or stands behind one with its own date.
_WORK = re.compile(
    r"(?<=\))(?:,? (?:and|as well as) |, )|"
    r"[\"”]?, (?:(?:and|as well as) )?[\"“]?(?=(?:the|an?) |[a-z]+ion of )|"
    r"[\"”]? (?:and|as well as) [\"“]?(?=(?:the |an? )?(?:[a-z]+(?:ion|ment)|repair|building|supply) of )|"
    + _PIECE.pattern
)
_OF_WORKS = re.compile(r"\b(?:projects?|programme?s?|initiatives|schemes|buildings)\b")
_DONE = re.compile(
    r"^(?:(?:financing|funding) )?(?:the |an? )?(?:(?:[a-z]+ion and )?(?:[a-z]+ )?(?:re)?construction|(?:re)?building|"
    r"donation|provision|providing|supply|renovation|restoration|rehabilitation|expansion|extension|establishment|installation"
    r"|funding|repair|modernisation|modernization|creation|distribution|"
    r"drilling|training) of [^,;]{3,100}"
)

_PART = Folded(
    r"(?:^|[,;] (?:and |while |whereas )?)(?:(?:the|an?|of (?:this|these|that|the total)(?: (?:amount|sum|money|"
    r"funds))?,"
    r"(?: the| an?)?) )?(?:(?:another|first|second|third|other|remaining|rest|remainder|additional|further|latter|"
    r"former|"
    r"initial)"
    r"(?: of)? )*(?:(?:sum|amount|tranche|instal?ment|part|portion|half|grant|loan)s? (?:of )?)?(?=\[money:\d+\])"
    r"(?P<sum>\[money:\d+\]) (?P<verb>(?:was|were|is|are|had been|has been|have been|would be|will be|to be) (?:\w+ly "
    r")?(?:used|assigned|spent|intended|meant|designated|destined|channell?ed|directed|invested|put|reserved)|"
    r"went|goes|would go|will go|would support|will support|financed|funded|covered|paid)(?P<use> [^;]{3,90})"
)


def made_up(statement: Statement) -> Iterator[Gift]:
    """Frames of the pieces that a gift is made up of; each piece with a sum, a count or works is one.

    Not read: pieces of what was no aid, or of gifts with several parties.
    """
    for match in _MADE_UP.finditer(statement.low_skeleton):
        whole = _whole(statement, match) or _of_told(statement, match)
        border = _WORK if _OF_WORKS.search(match[0]) else _PIECE
        pieces = _pieces(statement.skeleton, match.end(), border) if whole else []
        # What stands right behind "such as" is told with what it belongs to.
        for start, stop in pieces[1:] if match[0].endswith("such as") else pieces:
            counted = slots_between(statement, start, stop, "money", "quantity")
            words = words_of(statement, start, stop).strip(" .,\"“”")
            is_work = (
                "rang" in match[0] or _DONE.match(words.lower()) or aid_words("things").match(words.lower()) is not None
            )
            is_public = (border is _WORK or _OF_AID.search(match[0])) and _is_public(words.lower())
            if whole and (counted or is_work or is_public):
                item = None if counted else _BARE.sub("", words)
                verb = "pledged" if aid_words("pledged").search(whole.verb) else "helped"
                yield Gift(whole.donor, whole.recipient, verb, start, start, stop, True, item)


# A thing without its article and its year.
_BARE = re.compile(r"^(?:the|an?) | \(\d{4}\)$")


def _is_public(words: str) -> bool:
    """Whether words name what aid helps, or training."""
    return aid_words("helped").search(words) is not None or words.partition(" (")[0].endswith(" training")


def _pieces(skeleton: str, begin: int, border: re.Pattern[str]) -> list[tuple[int, int]]:
    """The spans of the pieces of a list from a place to the end of its clause."""
    end = clause_end(skeleton, begin)
    if skeleton.startswith(";", end) and _BY_SEMICOLON.match(skeleton, end):
        border, end = _SEMICOLON, len(skeleton.rstrip(" ."))
    borders = [begin, *(at for one in border.finditer(skeleton, begin, end) for at in one.span()), end]
    pieces = ((start, _TIMED.sub("", skeleton[start:stop])) for start, stop in pairwise(borders))
    return [(start, start + len(words)) for start, words in list(pieces)[::2] if words.strip(" ,.")]


# A list whose pieces stand between semicolons, none of them a sentence: "a mill; a dam in [place]; and a road".
_SEMICOLON = re.compile(r"[\"”]?; (?:and )?")
_PIECE_ALONE = r";(?: (?!(?:is|are|was|were|has|have|had|will|would|in \[date:\d+\])\b)[^\s;]+)+"
_BY_SEMICOLON = re.compile(rf"(?:{_PIECE_ALONE}){{2,}}$")
_TIMED = re.compile(
    r"(?:(?: (?:in|on|since|by|from))? \[date:\d+\],?| (?:in|on|since|by|from) \[date:\d+\],? and an? [^\[]*)$"
)


def _whole(statement: Statement, match: re.Match[str]) -> Gift | None:
    """The gift that the list is of: the one told before it in the sentence, or in the two sentences before."""
    if match.start():
        return _one_of([one for one in _gifts(statement) if one.start < match.end()])
    return _before(statement) if not any(match[name] for name in ("who", "paid", "by", "has")) else None


def _before(statement: Statement) -> Gift | None:
    """The gift that one of the two sentences before tells of; null where none does, or several differ."""
    previous = statement.earlier
    for _ in range(2):
        if previous is None:
            return None
        found = _gifts(previous)
        if found:
            return _one_of(found)
        previous = previous.earlier
    return None


_OF_AID = re.compile(r"\b(?:aid|assistance|support|help|donations?|grants?)\b")


def _of_told(statement: Statement, match: re.Match[str]) -> Gift | None:
    """The aid that the list itself names, of who paid for it, or of whom the text before tells: "The aid includes"."""
    paid = next((name for name in ("paid", "by", "has") if match[name]), None)
    owner = slot_in(statement, match, paid or "who")
    told = side_of(owner.mention, statement.context) if owner else told_donor(statement)
    donor = told if paid or (not match.start() and _OF_AID.search(match[0])) else None
    recipient = facing(donor, statement.context.pair)
    return Gift(donor, recipient, "helped", 0, 0, 0, False) if donor and recipient else None


def _gifts(statement: Statement) -> list[Gift]:
    """The frames of a statement that are aid, else what its readers find."""
    frames = (given, passive, received, nouns, sized)
    gifts = [one for read in frames for one in read(statement) if is_aid(statement, one)]
    return gifts or list(readers.frames(statement))


def _one_of(gifts: list[Gift]) -> Gift | None:
    """The first of several gifts, where all are of one giver to one receiver."""
    return gifts[0] if len({(one.donor, one.recipient) for one in gifts}) == 1 else None


@kept
def parts(statement: Statement) -> Iterator[Gift]:
    """Frames of the parts of a gift: donor and recipient are those of the sum told right before, in the same paragraph.

    Not read: parts of what was no aid, or of several gifts with other parties.
    """
    for match in _PART.finditer(statement.low_skeleton):
        whole = _before(statement)
        if whole is not None:
            start, stop = match.span("sum")
            yield Gift(whole.donor, whole.recipient, whole.verb, start, start, stop, True, _use(statement, match))


def _use(statement: Statement, match: re.Match[str]) -> str | None:
    """The words of what a part was used for."""
    begin = match.end("verb")
    end = min(match.end("use"), clause_end(statement.skeleton, begin))
    words = words_of(statement, begin, end)
    return _LEAD.sub("", words).strip(" .,") or None


_LEAD = re.compile(r"^(?: (?:(?:in order )?to|for|on|in|towards?|as|the|an?)(?= ))+ ")
