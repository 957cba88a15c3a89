"""The shapes in which a text tells that a state belongs to a body: acts, states of membership, and asides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.mention import BodyValue, Mention, StateValue
from parsers.language.pattern import Match, Pattern
from parsers.language.places import body_of
from parsers.language.states import states

_KIND = (
    r"(?:an?|the|also|all|now|each|full|active|founding|fellow|original|founder|charter|associate|mutual|full-fledged|"
    r"newly admitted|permanent|formal|official|regular|sectoral|(?:\d+|[a-z]+)(?:rd|th|st)|\d*2nd|second|\w+ly|"
    r"\[rank:\d+\])"
)
_MEMBER = (
    r"(?:members?|(?:founding|founder) (?=states|countries)|member states?|member countries|member nations|"
    r"participants|parties|part|signatory "
    r"members)(?: states?| countries)?"
)
_VERBS = (
    (
        "joined",
        (
            rf"joined|acceded to|(?:was|were) (?:re-?)?admitted (?:in)?to|was admitted as (?:a |the "
            rf")?(?:\S+ )?member of|gained (?:membership|admission) (?:of|in|to)|became (?:{_KIND} )*{_MEMBER} "
            rf"(?:of|to|in)|signed up to|entered|re-?joined"
        ),
    ),
    (
        "left",
        (
            r"left|withdrew from|(?:has|have|had) (?:also |since )?withdrawn from"
            r"|was expelled from|quit|pulled out of|exited|(?:renounced|ended|terminated|gave up) (?:(?:its|their) )?"
            r"membership (?:of|in)|formally withdrew from"
        ),
    ),
    (
        "applied",
        (
            rf"applied (?:for (?:full )?membership (?:of|in|to)|to (?:join|become (?:{_KIND} )*{_MEMBER} of)|for "
            r"(?:admission|accession) to)"
            r"|submitted (?:its|an?) (?:membership )?application (?:to join|to|for membership (?:of|in)"
            r")|is an? (?:official )?candidate (?:country |state )?(?:for (?:membership of|accession to)|to join)"
        ),
    ),
    (
        "observer",
        (
            r"(?:became|is|are|has been|have been|was granted|were granted|obtained|has|have|received|holds|"
            r"gained) (?:an? "
            r"|the |both |permanent |associate |full |sectoral |formal |official )*"
            r"(?:observers?|dialogue partners?)(?: states?| countries|"
            r" members?)?(?: status)? (?:of|in|to|at|on|with)"
        ),
    ),
    (
        "member",
        (
            rf"(?:is|are|was|were|being|has been|have been|had been|both|two|fellow|remain|remains) "
            rf"(?:(?:one|both|two)? ?(?:of|among) the (?=(?:founding|founder|original|first|charter)\b))?(?:{_KIND} "
            rf")*{_MEMBER} (?:of|to|in)|belongs? to|participates? in|(?:are|were|been) (?:both |also )?(?:fellow )?"
            rf"(?:allies|partners) (?:in|within)|(?:share|hold|holds|enjoy) (?:\w+ )?membership (?:of|in)"
        ),
    ),
)
_WHO = (
    r"(?<!unlike )(?<!unlike the )(?<!\()(?<!anti-)(?<!pro-)"
    r"(?P<who><state|both>(?:(?:, (?:the )?<state>)*(?:,? and|,? as well as|,? like|,? along with)"
    r" (?:the )?(?:Republic of )?<state>)?)(?! (?:compan|ambassador|citizen|team|bank|player|minister|"
    r"program|universit|airline|troops|soldiers|athlete|club|firm))"
)
_TAIL = (
    r"(?!(?:'s|’s)?[ -](?:forces|troops|mission|operations?|in \w+ing|sanctions|summit|talks|campaign|"
    r"peacekeep|member|countries|states|membership|committee|conference|meeting|negotiat|delegation|"
    r"team|market|force|headquarters|army|coalition|appointed|led|backed|sponsored))"
)
_SUCH_AS = (
    r"(?:(?:(?:many|several|various|a (?:number|variety|range) of|the same|major|international|regional|multilateral|"
    r"intergovernmental|original) )*"
    r"(?:organi[sz]ations|bodies|institutions|fora|forums|groupings)(?:,? such as|,? like|,? including|, among them|:)"
    r" (?:the )?|original )?"
)
# Names that the lexicon does not have, counted up before one that it has.
_OTHERS = r"(?P<others>(?:[^\[\];:.,()]{3,50}(?: \(\w+\))?, (?:and )?(?:of )?(?:the )?){0,4})"
# "The Community, which South Sudan joined in 2016".
_JOINED_BEHIND = Pattern(
    rf"<body:body>(?: \(<body>\))?,? which (?:the )?{_WHO} (?:also |later |itself |only )?(?P<verb>joined|entered)\b"
)
_NOT_SHARED = r"(?<!share )(?<!hold )(?<!holds )(?<!enjoy )"  # which the verbs above read
_ACTS = (
    (
        action,
        Pattern(
            rf"(?:{_WHO}|\b(?P<pronoun>both|they)\b)(?:, unlike (?:the )?\[state:\d+\],)?"
            rf"(?P<link>(?:(?!\[(?:state|both|person))[^;.]|\(\[state:\d+\]\)){{0,90}}?)"
            rf"\b(?P<verb>{words}):? (?:the )?(?:Member States of the )?{_SUCH_AS}"
            rf"{_OTHERS if action == 'member' else ''}"
            rf"<body:body|state>{_TAIL}"
        ),
    )
    for action, words in _VERBS
)
# "The League, of which Kenya is a founding member".
_OF_WHICH = (
    rf"<body:body>(?: \(<body>\))?,? (?:(?:of|in) which|where) (?:the )?{_WHO} (?:is|are|was|were|has been|had been)"
)
_MEMBER_BEHIND = Pattern(rf"{_OF_WHICH} (?:also |itself |already )?(?:{_KIND} )*(?P<verb>{_MEMBER})(?!')\b")
_OBSERVER_BEHIND = Pattern(rf"{_OF_WHICH} (?:also |only )?(?:an? |the )?(?:permanent )?(?P<verb>observers?)\b")
ACTS = (("observer", _OBSERVER_BEHIND), *_ACTS, ("joined", _JOINED_BEHIND), ("member", _MEMBER_BEHIND))
ASIDES = (
    (
        "member",
        Pattern(
            rf"{_WHO}, (?:itself |also )?(?:an?|the) (?:{_KIND} )*(?P<verb>members?) of (?:the )?<body:body>{_TAIL}"
        ),
    ),
    (
        "joined",
        Pattern(rf"{_WHO} (?:was|became) the [^;.\[]{{0,40}}? to (?P<verb>join|accede to) (?:the )?<body:body>{_TAIL}"),
    ),
    (
        "member",
        Pattern(
            rf"{_WHO} (?:is|are|both|have been|has been|are both|were)(?: also| both| each| now| all| an?|"
            rf" the| fellow| full| current)* <body:body>(?: \(<body>\))?(?:,? and <second:body>)? (?:members?|"
            rf"member states?|allies|countries)\b"
        ),
    ),
    (
        "joined",
        Pattern(
            rf"{_WHO} (?:has |had )?(?P<verb>become|became) (?:{_KIND} )*<body:body>(?: \(<body>\))? "
            rf"(?:members?|member states?)\b"
        ),
    ),
    (
        "member",
        Pattern(
            rf"\b(?:As|as) (?:an?|fellow|both|full|founding|two|current) (?:full |fellow )?(?P<body><body>)"
            rf"(?: \(<body>\))? (?:members?|member states?|countries), (?:the )?{_WHO}"
        ),
    ),
    (
        "member",
        Pattern(
            rf"(?:\b(?:As|Being) |^(?=an? ))(?:an? |both |fellow |full |founding |founder |charter |original )*"
            rf"(?:members?|member states?) of (?:the )?<body:body>(?: \(<body>\))?, (?:the )?{_WHO}"
        ),
    ),
    ("member", Pattern(rf"{_WHO}, (?:both )?\[quantity:\d+\] of (?:the )?<body:body>")),
    (
        "member",
        Pattern(
            rf"{_NOT_SHARED}\b(?:mutual|common|shared|joint) (?P<verb>membership) (?:of|in) (?:the )?<body:body>{_TAIL}"
        ),
    ),
    (
        "member",
        Pattern(
            rf"\b(?:[Dd]espite|[Nn]otwithstanding|[Tt]hrough|[Gg]iven|[Dd]ue to|[Bb]ecause of|[Tt]hanks to) "
            rf"(?:its|their) (?P<verb>membership) (?:of|in) (?:the )?<body:body>(?: \(<body>\))?, (?:the )?{_WHO}"
        ),
    ),
    (
        "applied",
        Pattern(
            rf"{_WHO} (?:is|are|became|has been|have been|was|received)(?: also| both| now| still| an?| the| granted|"
            rf" official)* <body:body>(?: membership| accession)? candidates?\b"
        ),
    ),
    (
        "joined",
        Pattern(
            rf"{_WHO}(?:'s|’s|s’|s')? (?:own |full |formal )?(?:accession|entry|admission) (?:to|into) (?:the"
            rf" )?<body:body>"
            r"(?: (?:came|took place|followed))?,? (?:in |on )?\[date"
        ),
    ),
    (
        "applied",
        Pattern(
            rf"{_WHO} (?:has |have |had |also |formally |officially )*applied for (?:full )?<body:body>(?: "
            rf"\(<body>\))? membership"
        ),
    ),
    (
        "joined",
        Pattern(
            rf"\b(?:since|after|following|upon|with|until|before|by|when|on)(?: the)? {_WHO}(?:'s|’s|s’|"
            rf"s') (?:own |full |formal )?(?:accession|entry|admission|joining)(?: (?:to|into|of))? (?:the "
            rf")?<body:body>"
        ),
    ),
    (
        "left",
        Pattern(
            rf"\b(?:since|after|following|upon|with|until|before|by)(?: the)? {_WHO}(?:'s|’s|s’|s') (?:own "
            rf"|full |formal )?(?:withdrawal|departure|exit|expulsion) from (?:the )?<body:body>"
        ),
    ),
    (
        "joined",
        Pattern(
            rf"\b(?:since|after|upon|following|before) (?:its |their )?(?:joining|accession to|entry into|"
            rf"admission to) (?:the )?<body:body>[^;.\[]{{0,40}}(?:\[date:\d+\])?, (?:the )?{_WHO}"
        ),
    ),
)
_LIST = re.compile(
    r"(?: (?:Countries|countries|Organization|Group|group|bloc))?(?:(?:'s)? \([^()]{1,60}\))?(?:,"
    r"|,? and| as well as|, as well as|,? and "
    r"also|, along with|,? (?:and|as well as) (?:both |they )?(?:belong to|(?:are )?(?:also |both )*(?:\w+ )?members "
    r"of|participate in|(?:partners|allies) (?:in|within)|both of))(?: in| of| to)?(?: [Tt]he)? "
    r"(?:(?:(?:(?!The\b)[A-Z][\w’'-]*|\[place:\d+\] (?=[A-Z])[\w-]+)"
    r"(?: (?:of|for|the|on|and(?! (?:of )?(?:the )?(?:[A-Z]|\[p))"
    r"|\d+|[A-Z][\w’'-]*|\[(?:quantity|rank|state|place):\d+\])){0,9}(?: \([A-Z]+\))?)(?:, and|,| and)(?: of)?"
    r"(?: [Tt]he)? )*"
    r"\[body:(\d+)\]"
)
_NAMES = re.compile(r"(?:(?:(?:and|of|the) )*[A-Z][^,]*, ?)+(?:(?:and|of|the) )*")
_TO_ACT = re.compile(r"(?: \(\[body:\d+\]\))? to [a-z]")
_OWNED = re.compile(r"(?:'s|’s|'|’) (?:\[body:(\d+)\]|(?=[A-Z]))")
_TREATY = re.compile(r"\b(?:Treaty|Convention|Accords?|Agreement|Charter|Regime|Framework)\b(?! Organi[sz]ation)")


def bodies(match: Match) -> Iterator[Mention]:
    """The body of a match and those listed behind it, over names that the lexicon does not have; each body once; none
    that is a party in a treaty's name ("the ABC–Chile Agreement").
    """
    seen: set[str] = set()
    found, statement = match.found, match.statement
    others = match.words("others") if "others" in found.re.groupindex else None
    if others and not _NAMES.fullmatch(others):
        return
    slots = re.findall(r"\[(?:body|state):(\d+)\]", found.group("body") + (found.groupdict().get("second") or ""))
    position = found.end("body")
    owned = _OWNED.match(statement.skeleton, position)
    if owned is not None:
        slots, position = [number for number in [owned[1]] if number], owned.end()
    while (listed := _LIST.match(statement.skeleton, position)) is not None:
        owned = _OWNED.match(statement.skeleton, listed.end())
        slots.append(owned[1] if owned is not None else listed[1])
        position = owned.end() if owned is not None else listed.end()
    for slot in filter(None, slots):
        body = statement.mentions[int(slot)]
        name = name_of(body)
        is_party = statement.document.text.startswith(("–", "-"), body.end)
        if name and name not in seen and not _TREATY.search(name) and not is_party:
            seen.add(name)
            yield body


def is_ranked_by_deed(match: Match) -> bool:
    """Whether "became the third member of the Union to recognise …" tells what a member did, not that it joined."""
    became = (match.words("verb") or "").startswith("became")
    return became and _TO_ACT.match(match.statement.skeleton, match.found.end()) is not None


def name_of(body: Mention) -> str | None:
    """The main name of a body, or of a state's mention that is one; null for a state."""
    if isinstance(body.value, BodyValue):
        return body.value.name
    return body_of(states()[body.value.iso3].name) if isinstance(body.value, StateValue) else None
