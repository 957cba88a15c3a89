"""Posts named in a statement: embassies, consulates, offices … with the words for their sender and their cities.

Only what the words say is read here; which state sends a post that names none, and what happened to it, is for others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from parsers.language.mention import Mention, PlaceValue
from parsers.language.reading import Statement, kept
from parsers.language.required import Folded
from parsers.language.sides import is_foreign
from parsers.phrases.posts.cities import City, cities_after, is_adjective, mention_at
from parsers.phrases.posts.other_cities import (
    before_noun,
    capital_behind,
    leading_city,
    led_by_city,
    moved_away,
    moved_on,
    moved_to,
)

_OFFICE = (
    r"(?:(?:commercial|trade|cultural|economic|representative|representation|cooperation|co-operation"
    r"|investment|liaison"
    r"|business|development|technical|tourism)(?:,? and |, |-and-| )?)+(?:offices?|representations?)"
)
_NOUN = Folded(
    r"\b(?:embass(?:y|ies)(?: (?:branch )?offices?| outposts?| branch(?:es)?)?"
    r"|(?:deputy |assistant )?high commissions?(?!ers?| for (?:refugees|human))"
    r"|honorary (?:§+ )?(?:consulates?(?:[- –]generals?)?|consuls?(?:[- –]general)?)"
    r"|consula(?:r|te) (?:agenc(?:y|ies)|offices?|sections?)"
    r"|(?:vice-|general[ -])?consulates?(?:(?:[- –]| – )generals?)?(?: offices?)?"
    r"|" + _OFFICE + r"|representation offices?"
    r"|(?<=§ )(?:information )?offices?(?= (?:was|were) (?:\w+ )?(?:opened|established|set up|closed|inaugurated)\b"
    r"|(?: was)? in ¶)"
    r"|interests? sections?|permanent missions?(?!(?: of (?:the )?§+)? to (?:the )?(?:¶|un\b|united nations|eu\b"
    r"|european|nato|unesco"
    r"|league))|(?:resident )?diplomatic missions?|resident missions?|legations?"
    r"|(?:apostolic )?nunciatures?|(?:trade|commercial) missions?(?= in ¶)|(?:(?<=\bits )|(?<=\bown )|(?<=\btheir )"
    r"|(?<=§['’]s )|(?<=§ ))missions?(?= (?:in|at) ¶))\b"
    r"(?:,? headed by honorary consuls?(?:[- ]general)?)?"
)  # fmt: skip
_KINDS = (
    (r".*honorary", "honorary consulate"), (r"embass|legation|resident|diplomatic|mission|.*nunciature", "embassy"),
    (r"high", "high commission"),
    (r"(?:deputy|assistant) high|vice|consular", "consulate"),
    (r"general|consulates?(?:[- –]| – )general", "consulate-general"),
    (r"consulate", "consulate"), (r".*liaison|represent|(?:information )?offices?$", "liaison office"),
    (r"interest", "interests section"), (r"permanent", "permanent mission"),
)  # fmt: skip
_IN_CAPITALS = ("embassy", "high commission")
_MASKS = {"date": "¤", "state": "§", "place": "¶", "both": "‖", "person": "☺"}
_TO_LEVEL = re.compile(r"\b(?:relations|ties|relationship)\b[^;]*\b(?:level|rank|status) of (?:an? |the )?$")
_OF_RELATIONS = re.compile(r"\b(?:relations|ties|relationship)\b[^;]*\b(?:at|to|on) (?:the |an? |full )*$")
_KEPT = re.compile(
    r"\b(?:has|have|had|maintain\w*|(?:re-?)?open\w*|establish\w*|set up|operat\w*|keeps?|kept|inaugurat\w*|clos\w*"
    r"|upgrad\w+|turn\w+|convert\w+|transform\w+|replac\w+|suspend\w*|evacuat\w*)\b[^;.¶]*$"
)
_BEFELL = re.compile(
    r" in ¶+(?:,? (?:in )?§+)?,? (?:was|has been|had been) (?:\w+ly )?(?:clos|(?:re-?)?open|(?:re-?)?establish"
    r"|suspend|shut|inaugurat|upgrad|rais|elevat)"
)
_SENT = re.compile(r"\b(?:sen[dt]s?|sending|dispatched|despatched) (?:[\w-]+ ){0,2}$")
# "Opened a consulate, which became its first mission in Asia": the same post once more.
_PREDICATE = re.compile(
    r"(?:\b(?:became|become|becoming|being|is|was) (?:also )?(?:its|their|the|(?:the )?§+(?:['’]s?)?) |, (?:its"
    r"|their) )"
    r"(?:(?:\w+-)?(?:first|second|only|oldest|main|largest|smallest|earliest)|one of the (?:few|first))(?: [\w§]+)? $"
    r"|\b(?:known as|called|named) (?:the |an? )?[\"“‘][^\"”;.]{0,40}$"
    r"|\bunder the name(?: of)? (?:the )?[\"“'‘]?(?:§+ )?(?:\w+ )?$"
    r"|\b(?:act|acts|acting|serves?|serving|accredited) as (?:an? |its |their |the |§+(?:['’]s?)? )(?:\w+[ -]){0,2}$"
)
_RANK = re.compile(r"[- ](?:level|rank|status)\b")
_ALIAS = re.compile(r" \([\w\s-]+\)")
_QUALIFIERS = (
    r"(?:(?:royal|resident|permanent|first|new|former|own|imperial|de facto|only|future|local|main|large"
    r"|current|full|closed|non-resident|honorary|economic|trade|commercial|cultural|and|,) ?)*"
)
_OWNER_BEFORE = re.compile(rf"(?:'s?|’s?)? ?{_QUALIFIERS}$")
_ATTRIBUTE = re.compile(
    r" (?:premises|staff|officials?|personnel|employees|workers|guards?|grounds|compounds?|cars?|museum|hostages?"
    r"|crisis|(?:\w+ )?(?:attacks?|bombings?|sieges?|plots?))\b"
)
# "The embassy puts the number at 300": who says it, not that it is there.
_SPEAKS = re.compile(
    r" (?:puts?|says?|said|estimate[ds]?|reports?|reported|states?|stated|claims?|claimed|confirmed|noted|"
    r"warned|denied)\b"
)
_WHERE = re.compile(r"§(?:,? (?:too|also|as well))?,? where [^;.,]{0,40}$")
_QUOTED = re.compile(
    r"\b(?:according to|(?:made|issued|published|signed|released|organi[sz]ed|hosted"
    r"|sponsored)\b[^;.]{0,60}? by) (?:the |an? )?"
    r"(?:§+(?:['’]s?)? (?:and (?:the )?§+ )?)?$"
)
_HEAD_OF = re.compile(r"[A-Za-zé’' .]{4,40} (?:for|of|at) (?:the )?")
_IN_SOME = re.compile(
    r" in (?:some|several|various|many|other|numerous|a number of) (?:\w+ )?(?:countries|states|nations)\b"
)
_IN_FORMER = re.compile(r"\b(?:in|at|inside|of) the (?:former|old) (?:§+ )?$")
_ONE = re.compile(
    r"(?:(?:§+ |\b(?:has|have|had|maintain(?:s|ed)?|hosts?|opened|operates?|keeps?|runs?"
    r"|established|setting up|opening|establishing|by|through) )(?P<one>one|ones|(?:its|their) own)\b"
    r"(?= (?:in|at|as|too|to this|since|there)\b| [–(]|[.,;]|$)|(?<=§)(?P<own>['’]s)(?= (?:is "
    r"|lies )?(?:located )?in ¶)|\b(?P<that>that)(?= of (?:the )?§+ (?:is |lies )?(?:located )?in ¶)"
    r"|(?:\band|[:,;]) (?:the )?§+(?P<gap>)(?= in ¶)"
    r"|(?:,|;|,? and|,? with) (?P<more>another|(?:(?<=¤ and )|(?<=¤, and ))one"
    r"|(?:an?|the) (?:second|third|fourth|further)(?: one)?)(?=,? in ¶))"
)
_OF = re.compile(r",? (?:of|for|from) (?:the )?(?=§)")
_HEADED_BY = re.compile(r"\b(?:headed|led|run|staffed) by (?:an? )?$")
_BESIDE = re.compile(r" and (?:also )?an? (?:[a-z]+ )?")
_PLURAL = re.compile(r"(?:[\w§]+[ -])*(?:embassies|\w*s\b)")
_BY = re.compile(r"(?:(?! followed)[^;.]){0,60}?\bby (?:the )?(?=§)")


@dataclass(frozen=True, slots=True)
class Post:
    """A post's noun: offsets of its words, kind (RELEASE.md), the states that own it by name, its cities or a state.

    `definite` is true for "the embassy", "its embassy": something known before; `refers` for "the embassy", "this
    office" with neither owner nor city, which only a post named before can explain. `left` is the city that it was in
    before it was moved; `moved` is true where it is only said where it went.
    """

    start: int
    end: int
    kind: str
    owners: tuple[Mention, ...] = ()
    cities: tuple[City, ...] = ()
    country: Mention | None = None
    definite: bool = False
    refers: bool = False
    plural: bool = False
    left: City | None = None
    moved: bool = False


def kind_of_post(words: str) -> str:
    """The kind of mission (RELEASE.md) that a noun names.

    >>> kind_of_post("Consulates-General"), kind_of_post("trade and cultural office"), kind_of_post("legation")
    ('consulate-general', 'trade office', 'embassy')
    """
    low = words.lower()
    return next((kind for pattern, kind in _KINDS if re.match(pattern, low)), "trade office")


def masked(statement: Statement) -> str:
    """The statement in lower case with the letters of dates, states, places, people replaced by one sign a kind.

    Every character keeps its place, so that offsets into it are offsets into the statement.
    """
    found: str | None = statement.known.get(masked)
    if found is None:
        found = statement.known[masked] = _masked(statement)
    return found


def _masked(statement: Statement) -> str:
    """The words in lower case, with a sign in place of each letter of a mention."""
    text = statement.low
    for mention in statement.mentions:
        sign = _MASKS.get(mention.kind)
        first, last = mention.start - statement.start, mention.end - statement.start
        general = statement.low.endswith(" general", first, last) and statement.low.startswith(" consul", last)
        if mention.kind == "person" and (general or _NOUN.search(statement.low[max(0, first - 10) : last])):
            text = _with_owner(text, statement, mention)
        elif sign:
            text = text[:first] + sign * (last - first) + text[last:]
    return text


def _with_owner(text: str, statement: Statement, consul: Mention) -> str:
    """The masked words with the states inside a consul's office masked too: "honorary consul of Kenya"."""
    for state in statement.inside(consul, "state"):
        first, last = state.start - statement.start, state.end - statement.start
        text = text[:first] + _MASKS["state"] * (last - first) + text[last:]
    return text


@kept
def find_posts(statement: Statement) -> list[Post]:
    """Every post that a statement names, in order."""
    if not _NOUN.may_match(statement.low):
        return []
    text = masked(statement)
    found = [noun for noun in _NOUN.finditer(text) if not _is_level(text, noun)]
    found = [noun for noun in found if noun is found[0] or not _PREDICATE.search(text, 0, noun.start())]
    posts = [
        _post(statement, text, noun.start(), noun.end(), noun[0])
        for number, noun in enumerate(found)
        if not (number and _ALIAS.fullmatch(text, found[number - 1].end(), noun.end() + 1))
    ]
    posts = [post for post in posts if not (_is_general(statement, post) or _is_elsewhere(statement, text, post))]
    posts = _with_heads(text, statement.start, posts)
    posts = [_in_capital(text, statement.start, *two) for two in zip(posts, [*posts, None][1:], strict=True)]
    return sorted([*posts, *_elliptic(statement, text, found)], key=lambda post: post.start) if found else posts


def _in_capital(text: str, start: int, post: Post, following: Post | None) -> Post:
    """A post without a city in that of the post behind it, where that is a capital: "an embassy and a consulate in
    Lima"."""
    if post.cities or post.country or following is None or len(following.cities) != 1:
        return post
    place = following.cities[0].place
    governs = place is not None and isinstance(place.value, PlaceValue) and place.value.capital
    joint = _BESIDE.fullmatch(text, post.end - start, following.start - start)
    return replace(post, cities=following.cities) if governs and joint and not post.plural else post


def _with_heads(text: str, start: int, posts: list[Post]) -> list[Post]:
    """The posts without honorary consuls who head one; that is an honorary consulate: "a consulate in Bergen, headed by
    an honorary consul"."""
    heads = [number for number, one in enumerate(posts) if number and _HEADED_BY.search(text, 0, one.start - start)]
    led = frozenset(number - 1 for number in heads if "honorary" in posts[number].kind)
    return [
        replace(one, kind="honorary consulate") if number in led and "consulate" in one.kind else one
        for number, one in enumerate(posts)
        if number - 1 not in led
    ]


def _is_general(statement: Statement, post: Post) -> bool:
    """Whether the words are of no single post: "diplomatic missions" with neither owner nor city, "embassy staff" with
    no city.
    """
    words = statement.document.text[post.start : post.end].lower()
    if words.startswith(("office", "information")) and any(is_adjective(owner) for owner in post.owners):
        return True
    if not post.cities and _is_of_title(statement, post):
        return True
    building = not post.cities and _IN_FORMER.search(masked(statement), 0, post.start - statement.start)
    after = post.end - statement.start
    spoke = _SPEAKS.match(statement.low, after) or _QUOTED.search(masked(statement), 0, post.start - statement.start)
    if _IN_SOME.match(statement.low, after) or statement.low.endswith("list of ", 0, post.start - statement.start):
        return True
    attribute = building or spoke or _ATTRIBUTE.match(statement.low, after) is not None
    placed = bool(post.cities or post.country)
    return bool(attribute and not placed) or (words.startswith("diplomatic") and not placed and not post.owners)


def _is_of_title(statement: Statement, post: Post) -> bool:
    """Whether a post only stands in the title of a person: "the chargé d'affaires of the legation of Kenya"."""
    before = [person for person in statement.of("person") if person.start < post.start]
    return any(_HEAD_OF.fullmatch(statement.document.text, one.start, post.start) for one in before[-1:])


def _is_elsewhere(statement: Statement, text: str, post: Post) -> bool:
    """Whether a post without a city is in a third state: "is accredited to Latvia, where there is a consulate"."""
    where = _WHERE.search(text, 0, post.start - statement.start)
    if where is None or post.cities or post.country:
        return False
    end = statement.start + where.start() + 1
    return any(state.end == end and is_foreign(state, statement.context) for state in statement.of("state"))


def _elliptic(statement: Statement, text: str, found: list[re.Match[str]]) -> Iterator[Post]:
    """Posts that only "one" or a possessive names, behind a post: "… and Norway one in Nairobi", "… and Norway's
    in"."""
    for match in _ONE.finditer(text, found[0].end()):
        start, end = match.span(match.lastgroup or "own")
        noun = max((one for one in found if one.end() <= start), key=lambda one: one.end(), default=None)
        if noun is not None and not any(one.start() < end and start < one.end() for one in found):
            post = _post(statement, text, start, end, noun[0])
            if post.cities:
                yield post


def _is_level(text: str, noun: re.Match[str]) -> bool:
    """Whether a noun is no post: the level of relations ("at embassy level"), a trade mission nobody keeps, an
    embassy of old that was sent.
    """
    before = text[: noun.start()]
    named = _RANK.match(text, noun.end()) is not None and _OF_RELATIONS.search(before) is not None
    travels = noun[0].startswith(("trade m", "commercial m", "mission")) and not (
        _KEPT.search(before[-40:]) or _BEFELL.match(text, noun.end())
    )
    sent = noun[0].startswith("embass") and _SENT.search(before[-40:]) is not None
    below = before.endswith(("lower-than-", "lower than ", "below "))
    return sent or travels or named or below or _TO_LEVEL.search(before) is not None


def _post(statement: Statement, text: str, start: int, end: int, words: str) -> Post:
    """The post of one noun, at offsets into the statement."""
    owners = _owners(statement, text, start, end)
    plural = _PLURAL.match(words) is not None and not words.startswith("interests sec")
    cities, country = cities_after(statement, text, end, plural=plural)
    now = moved_on(statement, text, end, cities)
    left = cities[0] if now and cities and cities[0].name != now[0].name else None
    away, old = moved_away(statement, text, start, end)
    cities = now or cities or _cities_before(statement, text, start, end, country)
    if len(cities) == 1 and kind_of_post(words) in _IN_CAPITALS:
        cities = (capital_behind(statement, text, cities[0]),)
    before = text[max(0, start - 30) : start]
    return Post(
        statement.start + start, statement.start + end, kind_of_post(words), owners, cities, country,
        definite=re.search(r"\b(?:the|its|their|this|that)(?: \w+)?\s$", before) is not None,
        refers=not (owners or cities or country) and re.search(r"\b(?:the|this|that)\s$", before) is not None,
        plural=plural, left=left or old, moved=away,
    )  # fmt: skip


def _cities_before(
    statement: Statement, text: str, start: int, end: int, country: Mention | None
) -> tuple[City, ...]:
    """The cities of a post that none stands behind: where it was moved, or those before it, or that open its item."""
    cities = moved_to(statement, text, start, end) or before_noun(statement, text, start)
    if not cities and statement.block.kind == "item":
        cities = leading_city(statement, text, start)
    return cities or (led_by_city(statement, text, start) if country is None else ())


def _owners(statement: Statement, text: str, start: int, end: int) -> tuple[Mention, ...]:
    """The states named as owners: "Kenyan and Norwegian embassies", "embassy of Kenya", "an embassy … by Kenya"."""
    for mention in reversed(statement.of("state", "place", "both")):
        last = mention.end - statement.start
        if start < last < end and mention.kind == "state":
            return (mention,)  # "an honorary Kenyan consulate"
        if last <= start:
            if _owns(mention, text[last:start], is_office="office" in text[start:end]):
                return _with_partner(statement, mention)
            break
    for shape in (_OF, _BY):
        match = shape.match(text, end)
        if match and " for " in match[0] and _KEPT.search(text, 0, start):
            continue  # "has an embassy for Kenya in"
        owner = mention_at(statement, match.end(), "state") if match else None
        if owner is not None and not _NOUN.search(text, end, owner.start - statement.start):
            return (owner,)
    return ()


def _owns(mention: Mention, words: str, *, is_office: bool) -> bool:
    """Whether the words between a mention and a post make it the owner: a state's, a possessive, or those of an
    office.
    """
    joined = mention.kind == "state" or words.startswith(("'", "’")) or (is_office and not words.startswith(" and "))
    return joined and _OWNER_BEFORE.fullmatch(words) is not None and not (words.startswith(",") and "'" not in words)


def _with_partner(statement: Statement, owner: Mention) -> tuple[Mention, ...]:
    """An owner, with the one before it where two are joined by "and"."""
    before = statement.before(owner.start, "state")
    joined = before is not None and statement.document.text[before.end : owner.start] in (" and ", " and the ")
    return (before, owner) if before is not None and joined and is_adjective(owner) else (owner,)
