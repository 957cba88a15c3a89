"""The words of what was given, as they stand in the stretch of a frame; `wording` shortens them to a phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.language.mention import QuantityValue
from parsers.language.numbers import numeral_at
from parsers.language.reading import Statement
from parsers.language.slots import Slot, words_of
from parsers.phrases.gifts.frames.gift import Gift
from parsers.phrases.gifts.words import aid_words

_ITEM_AFTER = re.compile(
    r"^ ?(?:\([^)]*\) ?)?(?:worth |to be (?:used|spent) (?=to|for|on|in)|, (?:mainly|mostly|primarily|"
    r"largely|chiefly|partly) (?=to|for))?"
    r"(?:in|of|on|as(?! part)|for|towards?|(?:was|were|is) \w+ed for|(?:was|were|is)(?!"
    r" (?:in|for|\w+ed|given|sent|paid)\b)|"
    r"to(?! \[| the \[(?!state:\d+\](?:'s|’s)? (?:[a-z]+ )?(?:sector|industry|system)\b)| the (?:government|"
    r"people)\b))(?: the form of)? (?!(?:total|all|full|cash|kind|return|advance)\b"
    r"|\[date|the \[date|the years?\b|the (?:first|last|very|same|next|following|past) )(?P<item>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ITEM_BEFORE = re.compile(
    r"(?:^ ?|\] (?!(?-i:[A-Z])|(?:[a-z]+s|[a-z]+ed|gave|sent|lent|made|had|will|would|to) )|"
    r"\b(?:an?|the|with|its|their|and|some|in|of|providing|giving|granting|offering|extending) )"
    r"(?P<item>(?:(?!(?:an?|the|with|its|and|on|to|for|by|from|providing|giving|granting|offering|extending)\b)"
    r"[\w'’-]+ ){0,4}?(?:aid|assistance|grants?|loans?|credits?|line of credit|credit line|relief|"
    r"donation|contribution|che(?:que|ck)|package|support|equipment|supplies|scholarships?)(?: (?:support|aid|"
    r"assistance))?)\b"
    r"[^\[,;]{0,40}?,? ?(?:of|worth|in the amount of|totall?ing|amounting to|valued at|:)? ?(?:\w+ ){0,3}$",
    re.IGNORECASE,
)
_ITEM_NEXT = re.compile(
    r"^-? ?(?:USD )?(?:\[state:\d+\] (?=[a-z]))?(?P<item>(?:[a-z-]+ ){0,3}?(?:line of credit|credit line|"
    r"aid(?: package)?|assistance(?: package)?|support(?: package)?|grants?|loans?|credits?|package|donation|relief|"
    r"fund))\b"
)
_END = re.compile(
    r"[,;.()]| (?:to|from|by|since|during|following|after|in|on|between|until|through|over|when|which|"
    r"that|as|annually|every) (?:the |an? |its )?(?:\[|aftermath|wake|form|order|response|help|assist|"
    r"early|late|mid|same|result)| (?:and|as well as) (?:\[(?:money|quantity)|a \[)| \[date| every year| "
    r"annually| a year| per year| following| worth | valued at | after | during | since | until | before | because |"
    r" (?:was|were|are|is|has|have|had|will|would) | to be | in addition to | as part of | together with | along "
    r"with | and also | and (?:built|sent|helped|[a-z]+ed) ",
    re.IGNORECASE,
)
_WHOM = re.compile(r" to (?:the|an?|its|their|his|her|those) .*$")


def counts_people(slot: Slot) -> bool:
    """Whether a slot counts people: "40 students", "300 Kenyans"."""
    unit = getattr(slot.mention.value, "unit", None) or ""
    return unit[:1].isupper() or aid_words("people").search(unit.lower()) is not None


def counts_things(slot: Slot) -> bool:
    """Whether a slot counts what is named and is no people: "40 beds"."""
    unit = getattr(slot.mention.value, "unit", None)
    return unit is not None and not aid_words("people").search(slot.mention.text.lower())


def item_of(statement: Statement, slot: Slot, start: int, limit: int) -> str | None:
    """The words of what an amount or count is of: those after it ("in military aid"), else those before it ("a grant
    of").
    """
    if isinstance(slot.mention.value, QuantityValue):
        return _counted(statement, slot, start, limit)
    skeleton = statement.skeleton
    before = _ITEM_BEFORE.search(skeleton[start : slot.start])
    if before and _OF_AMOUNT.search(skeleton[start : slot.start]):
        return words_of(statement, start + before.start("item"), start + before.end("item"))
    if _WORTH_BEFORE.search(skeleton, start, slot.start) and (thing := _object_before(statement, slot, start)):
        return thing
    if (item := _item_behind(statement, slot, limit)) is not None:
        return item
    said = words_of(statement, start + before.start("item"), start + before.end("item")) if before else ""
    return re.sub(r"^(?:in|of|as) ", "", said) or _object_before(statement, slot, start)


def _item_behind(statement: Statement, slot: Slot, limit: int) -> str | None:
    """The words behind an amount that say what it is of, right there or past the receiver and the time; null for
    none.
    """
    skeleton = statement.skeleton
    past = _PAST_RECEIVER.match(skeleton, slot.end, limit).end()  # type: ignore[union-attr]
    is_in_state = skeleton.startswith((" in [state", " in the [state"), slot.end)
    for begin in (past, slot.end) if is_in_state else (slot.end, past):
        after = _ITEM_AFTER.match(skeleton[begin:limit])
        item = _cut(statement, begin + after.start("item"), limit) if after else None
        if item and not any(item == one.text for one in statement.of("state", "place")):
            return item
    named = _ITEM_NEXT.match(skeleton[slot.end : limit])
    return named["item"] if named else None


def _object_before(statement: Statement, slot: Slot, start: int) -> str | None:
    """The words of works whose cost an amount is: "the construction of a wharf (at a cost of [money])"."""
    found = _COSTS.match(statement.skeleton[: slot.start], start)
    return words_of(statement, found.start("item"), found.end("item")) if found else None


_WORTH_BEFORE = re.compile(
    r" (?:worth|valued at|costing|at a cost of|with an? (?:total |combined )?value of)"
    r"(?: (?:about|around|over|nearly|some|more than))? $"
)
_WORD_OR_PLACE = r"(?:[\w’'-]+|\[(?:place|state):\d+\](?:'s|’s)?)"
_COSTS = re.compile(
    rf"\)?,?(?: and)?(?: (?:built|constructed|equipped|completed)(?= ))?(?: \[state:\d+\](?= [a-z]))?(?: the|"
    rf" an?| its)? "
    rf"(?P<item>{_WORD_OR_PLACE}(?: {_WORD_OR_PLACE}){{1,11}}?)"
    r"(?: to(?: the)? \[\w+:\d+\])?(?:,? (?:including|such as) [^;\[]{3,160}?)?"
    r"(?: \(|,? \(?(?:at (?:a (?:total )?|the )cost of|costing|worth|"
    r"with an? (?:(?:total|combined) )?(?:cost|value) of) )"
    r"(?:(?:at (?:a (?:total )?|the )cost of|costing|worth|about|around|over|nearly|more than) )*$"
)


def _counted(statement: Statement, slot: Slot, start: int, limit: int) -> str | None:
    """The words of counted things without their number; for people, of what they get ("courses for 30 officers")."""
    skeleton, mention = statement.skeleton, slot.mention
    numeral = numeral_at(statement.document.text, mention.start, mention.end)
    unit = getattr(mention.value, "unit", None) or ""
    rest = _OWNED.sub("", statement.document.text[numeral.end : mention.end].strip()) if numeral else ""
    named = rest if rest.endswith(unit) else unit
    got = _FOR_PEOPLE.search(skeleton, start, slot.start) if counts_people(slot) else None
    if got:
        return words_of(statement, got.start("item"), got.end("item"))
    before = None if _OF_THINGS.match(skeleton, slot.end, limit) else _ITEM_BEFORE.search(skeleton[start : slot.start])
    if before and _MEASURE.fullmatch(named.lower()) and skeleton[: slot.start].endswith((" of ", " totalling ")):
        return words_of(statement, start + before.start("item"), start + before.end("item"))
    after = _OF_THINGS.match(skeleton, slot.end, limit)
    item = _cut(statement, after.end(), limit) if after else None
    return f"{named}{words_of(statement, slot.end, after.end())}{item}" if item and after else named


_OWNED = re.compile(r"^of (?:(?:its|their) (?:own )?|the |these |those )")
_OF_AMOUNT = re.compile(
    r"(?<!consisting )(?<!consists )(?<!consisted )\b(?:of|worth|totall?ing) (?!which\b)(?:(?!and\b|grants?\b|loans?\b|"
    r"aid\b)\w+ ){0,3}$"
)
# "[money] over [quantity] to [state] for …": what the sum is for stands behind the receiver and the time.
_PAST_RECEIVER = re.compile(
    r"(?: USD)?(?: \(\[money:\d+\]\))?"
    r"(?: (?:over|during|for|within)(?: the next| a period of| the course of)? \[quantity:\d+\]|"
    r" (?:in|over|during|between|from) \[date:\d+\]| annually| (?:a|per|each|every) year)*"
    r"(?: (?:to|in|from)(?: the)?(?: (?:government|people|republic) of(?: the)?)? \[(?:state|place|body|person):\d+\]"
    r"(?:'s|’s)?(?: (?!for\b|to\b|in\b|of\b|on\b)[\w-]+){0,3}?(?: (?:in|during) \[date:\d+\])?"
    r"(?= (?:for|to|in|as|on|towards?)\b))?"
)
_MEASURE = re.compile(
    r"(?:metric )?(?:tonnes|tons|t|mt|litres|liters|kilograms|kilogrammes|kg|pounds|items|packages|boxes)"
)
_OF_THINGS = re.compile(
    r" (?:of|for)(?: the)? (?!\[date|\[state(?!:\d+\] (?:[a-z]+ )?(?:aid|assistance|relief|supplies|equipment)\b))"
)
_FOR_PEOPLE = re.compile(
    r"(?:^|\b(?:an?|the|its|with|and|of|in) | )(?P<item>(?:(?!an?\b|the\b|its\b|and\b|of\b)[a-z-]+ ){0,3}?"
    r"(?:scholarships?|fellowships?|bursaries|training(?: courses| places)?|grants?|courses|aid|assistance|help|"
    r"support|treatment|surgery|education|shelter))(?: (?:to|for|of))(?: [a-z]+){0,3} $"
)


def model_of(statement: Statement, slot: Slot) -> tuple[int, int] | None:
    """The span of the model of craft or arms that a number counts ("two [Cessna 172]", "six [MiG-17s]"), in the
    skeleton; null where it counts none.
    """
    if not isinstance(slot.mention.value, QuantityValue):
        return None
    unit = slot.mention.value.unit
    found = _MODEL.match(statement.skeleton, slot.end) if unit is None else None
    name = words_of(statement, *found.span("name")) if found else unit or ""
    if not name[:1].isupper() or not (_NUMBERED.search(name) or aid_words("makers").match(name.lower())):
        return None
    return found.span("name") if found else (slot.start, slot.end)


_MODEL = re.compile(
    r" (?P<name>[A-Z][\w./-]*(?: (?:[A-Z0-9][\w./-]*|\[quantity:\d+\]))*(?: (?:helicopters?|aircraft|planes?|jets?|"
    r"tanks?|"
    r"boats?|trucks?|transports?|fighters?)\b)?)"
)
_NUMBERED = re.compile(r"[A-Za-z]-?\d|\b\d{2,4}\b|\w \d [a-z]+$")


def phrase_end(statement: Statement, begin: int, limit: int) -> int:
    """Where the phrase that begins at a place of the skeleton ends."""
    end = _END.search(statement.skeleton, begin, limit)
    more = _MORE.match(statement.skeleton, end.start(), limit) if end else None
    return more.end() if more else end.start() if end else limit


def _cut(statement: Statement, begin: int, limit: int) -> str | None:
    """The words from a place to the next border of a phrase."""
    text = words_of(statement, begin, phrase_end(statement, begin, limit)).strip(" ,.")
    text = re.sub(
        r"^(?:the|an?|its) (?=\w)|(?: and(?: then| later| subsequently)?(?: another| a further)?| or| as well as|"
        r" over| more than| about| some| nearly| around| (?:of|to|in)(?: the)?| for)+$",
        "",
        text,
    )
    return text if text and len(text) < 160 else None


def beside_counted(statement: Statement, gift: Gift, counted: Sequence[Slot]) -> list[str]:
    """The things without a number that stand in a list with amounts and counted ones: "300 tents, [blankets and food]",
    "[medical equipment] and two ambulances", "20 nurses, [a field hospital] and $2 million".
    """
    skeleton = statement.skeleton
    behind = _BEHIND.match(skeleton, counted[-1].end, gift.stop)
    ahead = _AHEAD.search(skeleton[gift.end : counted[0].start])
    amid = (_AMID.fullmatch(skeleton, one.end, other.start) for one, other in pairwise(counted))
    pairs = ((behind, counted[-1]), (ahead, counted[0]), *zip(amid, counted, strict=False))
    said = ((next((one for one in found.groups() if one), ""), beside) for found, beside in pairs if found)
    return [things for words, beside in said if (things := _things_beside(words, beside, gift))]


def _things_beside(words: str, beside: Slot, gift: Gift) -> str | None:
    """The things that words beside a count name, where they are aid; beside people only goods, or those with "a"."""
    things = _DETERMINER.sub("", words)
    first = things.split(",")[0]
    is_plain = things == words and _are_people(beside) and not aid_words("goods").search(first)
    if things and _is_aid(first) and not is_plain:
        return things
    return things if things and _PAYS.match(gift.verb) and aid_words("helped").search(first) else None


_PAYS = re.compile(r"(?:to |will |would )?(?:financ|fund|buil|construct|helped|pa(?:id|ys) for)")


_DETERMINER = re.compile(r"^(?:an?|the) ")


def _are_people(slot: Slot) -> bool:
    """Whether a slot counts people, and no craft with a name of its own."""
    words = slot.mention.text.lower()
    return aid_words("helpers").search(words) is not None or (
        counts_people(slot) and aid_words("craft").search(words) is None
    )


def _is_aid(words: str) -> bool:
    """Whether words name things or people that are aid where they are given."""
    return any(aid_words(name).search(words) for name in ("things", "goods", "arms", "helpers")) or (
        _CREWS.search(words) is not None
    )


_CREWS = re.compile(r"\b(?:teams?|crews?|units|suits|kits|gear|divers|soldiers)\b")
_THING = (
    r"(?!(?:also|later|to|in|for|by|a|an|the|its|with|of|on|at|then)\b)[a-z][a-z-]+(?: (?!(?:to|in|for|and|with|by|"
    r"from|after|following|worth|as|on|at|of|was|were|is|are)\b)[a-z][a-z-]+){0,3}"
)
_SOME = (
    r"(?:(?:an?|the|some|other|various) )?+(?:(?:teams?|groups?|crews?|quantity|quantities|shipments?|consignments?|"
    r"batch(?:es)?|loads?|supply|supplies) of )?+"
)
_LISTED = rf"(?:{_SOME}{_THING}(?:, {_SOME}{_THING})*(?:,? and {_SOME}{_THING})?)"
_BEHIND = re.compile(
    rf"(?:(?:,|,? as well as|,? along with|,? together with|,? plus|, and) ({_LISTED})"
    rf"| and ((?:an? |[a-z-]+ |some ){_SOME}{_THING}))"
    r"(?=,? (?:to|for|in|after|following|from|worth|on|at|with|by|as|was|were|called|named)\b| \(|[.;]|$)"
)
_AHEAD = re.compile(
    rf"(?:^(?:An? |The )?|^ | (?:with|\[state:\d+\]) |, )({_SOME}{_THING}(?:, {_SOME}{_THING})*)"
    r"(?: with [a-z-]+(?: (?!and\b)[a-z-]+)?)?(?:,|,? and|"
    r",? as well as|,? along with|,? together with)(?: (?:about|some|over|more than|around|nearly|an?|first|sum|of))* $"
)
_AMID = re.compile(rf"(?: of [a-z]+)?, ({_SOME}{_THING}(?:, {_SOME}{_THING})*),? and ")
# The rest of a list: "food, medicine and blankets".
_MORE = re.compile(
    r"(?:, (?!which|who|where|while|after|following|including|and\b|sending|providing)[a-z][\w-]+"
    r"(?: (?!to\b|in\b|for\b|and\b|after\b|following\b|during\b)[a-z][\w-]+){0,3}(?: and [a-z]+(?=,))?)+,? and "
    r"(?!also\b|later\b|[a-z]+ed\b)"
    r"(?:the )?[a-z][\w-]+(?: (?!to\b|in\b|of\b|for\b|and\b|from\b|after\b|following\b|during\b|on\b|by\b)"
    r"[a-z][\w-]+){0,2}(?: of (?:the )?(?:[a-z]+ )?[a-z]+(?:s|ion|ment|ing)\b)?"
)


# "[A], [B] and [C] assistance".
_OWNERS = re.compile(r"(?: [a-z]+)? \[state:\d+\](?:(?:,? and|,) \[state:\d+\])+(?= [a-z])")


def named_behind(statement: Statement, item: str) -> str | None:
    """The things that stand behind a word that names none of them: "many areas, such as [health and roads]";
    null for other words.
    """
    if not _VAGUE.fullmatch(item):
        return None
    text = statement.text
    found = _SUCH_AS.match(text, text.find(item) + len(item)) if item in text else None
    return found["list"].strip() if found else None


_VAGUE = re.compile(
    r"(?:(?:many|different|various|other|several|numerous|key|important|certain|priority|valuable|significant|major) )*"
    r"(?:areas|fields|sectors|activities|support|items|goods|purposes)"
)
_SUCH_AS = re.compile(
    r"(?: (?:in|to|for) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}| to the country| in the country)?,? "
    r"(?:such as|including|include:|like) (?P<list>[^.;]{3,150})(?=[.;,]|$)"
)


# Who got it, right behind the verb.
_SMALL = r"under|with|by|for|in|to|of|at|on|and|as|from"
_DIRECT = re.compile(
    r" (?:(?:the )?(?:(?:[a-z]+-[a-z]+|Royal|National) )?\[(?:state|person):\d+\](?:'s)?"
    r"(?: (?:citizens|nationals|refugees|students)(?= [a-z]+(?:s|ing)\b))?|(?:its|their) (?:citizens|people|nationals)"
    r"(?= [a-z]+)|them|it)"
    rf"(?:(?: (?!(?:{_SMALL})\b)[A-Za-z][\w-]+){{1,4}}?(?: with(?= )|(?= an? ))|(?: with)?(?= ))"
)


# "Donated to B a fire engine": the thing stands behind who gets it.
_TO_WHOM = re.compile(
    r" to(?: the)?(?: [a-z]+ of(?: the)?)? \[(?:state|place):\d+\](?: (?:government|people|army|navy|police))?"
    r"(?= (?:an?|the|some|several|many|its|large|more) )"
)


# "Funded and built a hall".
_AND_BUILT = re.compile(r"(?: and (?:built|constructed|equipped|completed)(?= ))?")


def object_of(statement: Statement, gift: Gift) -> str | None:
    """The object of a verb of giving with no amount, where it holds a noun of aid."""
    skeleton = statement.skeleton
    begin = gift.end
    direct = _DIRECT.match(skeleton, begin, gift.stop)
    begin = direct.end() if direct else begin
    whom = _TO_WHOM.match(skeleton, begin, gift.stop)
    begin = whom.end() if whom else begin
    owners = _OWNERS.match(skeleton, begin, gift.stop)
    begin = owners.end() if owners else begin
    begin = _AND_BUILT.match(skeleton, begin, gift.stop).end()  # type: ignore[union-attr]
    begin += skeleton.startswith(" ", begin)
    said = _cut(statement, begin, gift.stop) or ""
    more = _MORE.match(skeleton, begin + len(said), gift.stop) if skeleton.startswith(said, begin) else None
    item = re.sub(_WHOM, "", f"{said}{more[0]}" if more else said)
    return (
        item
        if item and not re.match(r"(?:to|in|from|by|for|through|via|with|and|as|on|at|during|after|under)\b", item)
        else None
    )
