"""What an instrument is about, by its title alone: the words behind "on" or "for", those before the noun ("air services
agreement"), behind "of" ("treaty of friendship"), or what it does ("a pact giving Chad access to the sea").
"""

from __future__ import annotations

import re

from parsers.phrases.instruments.instrument import words

_NOUN = re.compile(
    r"\b(?:agreements?|accords?|treat(?:y|ies)|pacts?|deals?|protocols?|conventions?|declarations?|statements?"
    r"|communiqu[ée]s?|contracts?|memorand(?:a|ums?)(?: of (?:understandings?|co-?operation|agreement|intent))?|mous?"
    r"|documents?|arrangements?|compacts?)\b",
    re.IGNORECASE,
)
_ON = re.compile(
    r"\b(?:on|concerning|regarding|relating to|related to|covering|governing|regulating|in (?:the )?(?:areas?|fields?"
    r"|spheres?|sectors?|domains?) (?:of|such as|like|including))\s+(?P<of>.{3,})$",
    re.IGNORECASE,
)
_IN_SECTORS = re.compile(
    r"\bin (?:the )?(?P<of>(?!various|different|diverse|all|many|several|those|these)[^,;]{3,60})"
    r" (?:sectors?|fields?|areas?|spheres?)\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:for the|for|(?:aimed|aiming) at|(?:designed|devised|intended|meant|seeking) to|to)\s+(?P<of>.{3,})$",
    re.IGNORECASE,
)
_OF = re.compile(
    r" of (?P<of>(?!(?:mutual )?(?:understanding|intent|principles|agreement)\b)"
    r".+?)(?= (?:with|between|by|for|to|in|on|concerning|regarding|that|which)\b"
    r"|(?: further|,? [a-z]+ly)?,? [a-z]+ing\b|$)",
    re.IGNORECASE,
)
# "A pact giving Chad access to the sea", "an agreement with Chad, formally ending the war".
_DOES = re.compile(
    r"(?: \([A-Z]\w+\))?(?: (?:with|between) (?:(?:the|both|two) )?[A-Z][^,;]+?)?,? (?:[a-z]+ly |further )?"
    r"(?P<of>(?!being|during|including|following|concerning|regarding|covering|relating)[a-z]{3,}ing\b .{5,})$"
)
_WHICH = re.compile(r"(?:under|in) which|whereby|\b[a-z]+ing that\b|\b(?:that|which) (?:also |[a-z]+ly )?[a-z]+")
_VISA = re.compile(r"visa (?:exemption|waiver|abolition)s?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s(?:between|by)\s.*$")
# "On seals with Chad": the other party is no matter.
_PARTNER = re.compile(
    r"(?<!relations)(?<!cooperation)(?<!co-operation)(?<!trade)(?<!ties)(?<!respect) with (?:the )?[A-Z].*$"
)
_ARTICLE = re.compile(r"(?:the|an?|its|their) (?=\S{3})", re.IGNORECASE)
# "On various levels", "on the last day", "on a regular basis": no matter.
_NO_MATTER = re.compile(
    r"(?:(?:various|different|all|several|many) levels|behalf|(?:the |an? )?(?:[\w-]+ )?(?:day|basis|occasion|sidelines"
    r"|margins|eve|future)|\d+)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s,]+,?")
_LINKS = ("and", "&", "of", "for", "in")
_PLAIN = ("mutual", "cooperation", "co-operation", "framework", "general", "strategic", "good", "cooperative")
_COUNTED = re.compile(r"\d|-(?:year|month|day|point|way|part|page|article)$|['’]")


def topic_of(title: str) -> str | None:
    """What an instrument is about, by its title, without an article; null where the title does not tell.

    Words before the noun are read as far as they name no state, place or person: those in lower case but for
    judgements ("a new secret trade deal": "trade"), those in capitals that are words of public affairs.

    >>> topic_of("Agreement between the two governments on mutual aid in customs matters")
    'mutual aid in customs matters'
    >>> topic_of("Chile–Japan Free Trade Agreement"), topic_of("treaty of amity and commerce with Siam")
    ('Free Trade', 'amity and commerce')
    >>> topic_of("Treaty of Nanking"), topic_of("pact granting Chad the use of a port")
    (None, 'granting Chad the use of a port')
    """
    noun = _NOUN.search(title)
    visa = _VISA.match(title)
    if noun is None and visa is not None:
        return visa[0]
    told = plain(_told(title, noun))
    return None if told is None or _NO_MATTER.fullmatch(told) else told


def names_matter(title: str) -> bool:
    """Whether the words before the noun of a title tell what it is about, or those behind "of"."""
    noun = _NOUN.search(title)
    return noun is not None and _named(title, noun) is not None


def _told(title: str, noun: re.Match[str] | None) -> str | None:
    """The words of a title that tell what it is about, as they stand in it."""
    does = _DOES.match(title, noun.end()) if noun is not None else None
    on, way = _ON.search(title), _FOR.search(title)
    starts = [found.start("of") for found in (does, way) if found is not None]
    first = min(starts, default=len(title))
    is_clause = _WHICH.search(title) is not None
    if on is not None and on.start() <= first and not is_clause:
        return _PARTNER.sub("", on["of"])
    named = _named(title, noun) if noun is not None else None
    if named is not None or is_clause:
        return named
    shapes = (does, way, _IN_SECTORS.search(title))
    told = min((found for found in shapes if found is not None), key=lambda found: found.start("of"), default=None)
    return told["of"] if told is not None else None


def _named(title: str, noun: re.Match[str]) -> str | None:
    """The matter that the words before a noun name, else that behind "of"."""
    before = _matter(title[: noun.start()])
    of = _OF.match(title, noun.end())
    if before is not None or of is None:
        return before
    is_known = any(word.strip(",").lower() in words("matters") for word in of["of"].split())
    return of["of"] if is_known and of["of"].lower() not in _PLAIN else None


def _matter(lead: str) -> str | None:
    """The matter that ends the words before a noun: "the new Chile–Japan Free Trade" → "Free Trade"."""
    found = list(_WORD.finditer(lead))
    if found and found[-1][0].lower() == "framework":
        found.pop()
    begin = len(found)
    while begin and (_is_matter(found[begin - 1][0]) or _links(found, begin)):
        begin -= 1
    while begin < len(found) and found[begin][0].strip(",").lower() in (*_LINKS, "general"):
        begin += 1
    matter = lead[found[begin].start() : found[-1].end()].strip(" ,") if begin < len(found) else ""
    return matter if matter and matter.lower() not in _PLAIN else None


def _links(found: list[re.Match[str]], end: int) -> bool:
    """Whether the word that ends at a place of the row links two that name a matter."""
    return 1 < end < len(found) and found[end - 1][0].lower() in _LINKS and _is_matter(found[end - 2][0])


def _is_matter(word: str) -> bool:
    """Whether a word can name what an instrument is about."""
    plain = word.strip(",")
    low = plain.lower()
    if _COUNTED.search(low) or low in _LINKS:
        return False
    if plain[:1].islower():
        return low not in words("qualifiers") and low not in words("openers") and low not in words("breaks")
    return all(part in words("matters") for part in re.split(r"[-–]", low))


def plain(told: str | None) -> str | None:
    """The words that tell what an instrument is about, without an article, parties behind them and single marks; null
    where nothing is left.
    """
    kept = _BETWEEN.sub("", told or "").strip(' "”“\'’.,')
    kept = _ARTICLE.sub("", kept, count=1) if _ARTICLE.match(kept) else kept
    if kept.count("(") != kept.count(")"):
        kept = kept.replace("(", "").replace(")", "").rstrip()
    kept = kept if kept.count('"') % 2 == 0 else kept.replace('"', "")
    return kept or None
