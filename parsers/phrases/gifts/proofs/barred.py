"""Whether a frame of giving is aid: nothing in it makes it another thing, and something proves it (`proved`)."""

from __future__ import annotations

import re

from parsers.language.reading import Statement, kept_for
from parsers.language.slots import clause_end, clause_start
from parsers.phrases.gifts.frames.gift import ONWARD, Gift, told_in
from parsers.phrases.gifts.givers.roles import aid_noun
from parsers.phrases.gifts.proofs.proved import is_proved
from parsers.phrases.gifts.proofs.relief import in_relief
from parsers.phrases.gifts.proofs.to_others import goes_to_many
from parsers.phrases.gifts.words import aid_shape, aid_words, spelt

_AGAINST = re.compile(r"\b(?:against|fighting|from|to) (?:the )?(?:(?!who\b)[a-z-]+ )?[a-z]+")
# Who hands over what is given is not what is given.
_AGENT = re.compile(
    r"\b(?:by|through|via|from) (?:the |its |their )?(?:\[\w+:\d+\](?:'s|’s)? )?(?:embassy|ambassador|consulate|high "
    r"commission)\b"
)


def is_elaborated(statement: Statement, gift: Gift, before: Gift) -> bool:
    """Whether a participle only says how what was told before is done: "provides medical aid, sending doctors", "helps
    by sending doctors".
    """
    between = statement.skeleton[before.end : gift.start]
    is_means = between.endswith((", ", " by ", " through "))
    return gift.verb.endswith("ing") and is_means and clause_start(between, len(between)) == 0


def is_barred(statement: Statement, gift: Gift, *, is_clean: bool = False) -> bool:
    """Whether the clause of a frame tells of gifts to others, or, without the words of the frame itself, of what was
    not given; the words of a clean clause are known to tell of none.
    """
    low = statement.low_skeleton
    begin, end = clause_start(low, gift.start), clause_end(low, gift.stop)
    if (
        is_charity(spelt(statement, low[begin : gift.start], "person", "body"))
        or _TO_REBELS.search(low, begin, end)
        or goes_to_many(statement, gift)
    ):
        return True
    if is_clean:
        return _NO_HELP.search(low, begin, end) is not None
    around = f"{low[begin : gift.start]} {_own_words(low[gift.end : end])}"
    return _NO_HELP.search(low, begin, end) is not None or aid_words("barred").search(around) is not None


# What follows tells of the occasion or of who got it, not of the gift.
_ASIDE = re.compile(
    r" (?:and (?:[a-z]+ly )?(?:the )?\[state:\d+\] (?:has|had|have|is|was|[a-z]+ed)|and (?:later |then |finally "
    r")?(?:ended|stopped|suspended|closed)|called for (?:under|by|in)|(?:that|which) "
    r"(?:sought|searched|had|were)|and (?:\w+ )?(?:wish|want|hope|"
    r"ask|sought|seek|demand|urg|"
    r"discuss|call|propos)\w*|after|following|because|since|when|until|where|who|whose|which|if only|as (?:it|they|"
    r"the)|in the wake of|"
    r"in response to|so that|unable|affected by|despite|during|amid|in (?:return|"
    r"exchange)(?! for (?:an? )?(?:[a-z]+ ){0,2}"
    r"(?:aid|assistance|loans?|grants?)\b)|without strings)\b.*$",
    re.DOTALL,
)


def _own_words(words: str) -> str:
    """The words of an object up to those that tell of its occasion."""
    return _ASIDE.sub("", words)


# "Without charge" denies the price, not the gift.
AT_NO_COST = re.compile(
    r"\bwithout (?:any )?(?:tuition )?(?:fees?|charges?|costs?|interest|conditions|payment|reimbursement|strings "
    r"attached|having to pay|paying(?: (?:for it|tuition|fees))?|tuition)\b|,? to be (?:returned|repaid|paid back)\b.*|"
    r"\bcancell?ed the (?=(?:[a-z]+ |\[state:\d+\](?:'s|’s)? )*debts?\b)"
)
# What answered a request was given.
ASKED_FOR = re.compile(
    r"\b(?:(?:responded|responding|agreed|answered|replied)(?: positively| favou?rably)? to|(?:at|on|upon|following|"
    r"after|in "
    r"(?:response|answer|reply) to))(?: an?| the| his| its| their)?(?: (?:[a-z]+ )?\[\w+:\d+\](?:'s"
    r"|’s)?)? (?:[a-z]+(?:'s|’s)? )?"
    r"(?:requests?|appeals?|calls?)(?: (?:for|from|of|by)(?: the)? (?:\[\w+:\d+\]|[a-z ]{3,30}?))?\b"
)
_NOTHING = re.compile(r" (?:(?:almost |virtually |practically )?no|neither|hardly any|nothing)\b")
# A fund or a body is what one gives to.
TO_WHICH = re.compile(r"(?<!\])(?<!country)(?<!state)(?<!nation),? to wh(?:ich|om)\b")
# What was promised and did not come.
_NEVER = re.compile(
    r"[^,;]{0,20},? but (?:has |had |have )?(?:never|did not|not)\b|[^;]{0,60},? (?:but|which"
    r"|although)(?: the)?(?: (?!to\b)\S+){0,3}? "
    r"(?:refused|declined|rejected|turned (?:it|this|them) down|(?:would|did|could) not accept|spurned)\b"
)
_BUYS = re.compile(
    r"\bintelligence(?: and|,) (?=(?:[a-z]+,? (?:and )?){1,2}(?:support|assistance|aid)\b)|\band intelligence "
    r"(?=support\b)|"
    r"\b(?:rule of law|law and (?:order|justice))\b|"
    r"\b(?:worth|equal to|equivalent to|amounting to|of) (?:(?:about|over|more than|nearly|almost|around|some) )*"
    r"\[percent:\d+\] of (?:its|their|the)(?: [a-z]+)? gdp\b|"
    r"\b(?:women|children|minority)(?:['’]s)? rights\b|\bthe services of\b|"
    r"\binformation(?: and communications?)? (?:technolog(?:y|ies)|systems?)\b|\b(?:health|healthcare|medical|social|"
    r"emergency|rescue|fire|ambulance|"
    r"public|water|extension) services\b|\baccess to (?:[a-z]+ )?(?:credit|water|health|education|electricity)\b|"
    r"\bhuman "
    r"rights\b|\btrade credits?\b|\bexport(?:[ –-](?:and )?import)?(?: development)? bank\b|"
    r"\b(?:preferential )?export (?:buyer['’]?s['’]? )?credits?\b|\bcondolences and\b|"
    r"\b(?:for the|to|and|for|(?:financ|fund|pa(?:id|ys?|ying) for|"
    r"cover)\w*(?: the)?(?: costs? of the)?) purchas\w+(?: of)?\b"
)


# "In return for its vote, A gave B aid": what is called aid is aid, whatever it was for.
_RETURNED = re.compile(r"^in (?:return|exchange) for [^,;]*, ")


@kept_for
def is_aid(statement: Statement, gift: Gift) -> bool:
    """Whether what a frame holds is aid: a gift by its verb, or a noun of aid in it, and nothing that makes it
    another thing.
    """
    low = statement.low_skeleton
    begin, end = clause_start(low, gift.start), clause_end(low, gift.stop)
    told = f"{ASKED_FOR.sub('', low[begin : gift.end])}{_own_words(low[gift.end : end])}"
    told = _RETURNED.sub("", told) if aid_noun().search(low, gift.end, gift.stop) else told
    if (
        _NOTHING.match(low, gift.end)
        or _NEVER.match(low, gift.end)
        or TO_WHICH.search(told)
        or aid_shape("barred").search(AT_NO_COST.sub("", told))
        or _IN_A_CAUSE.search(low[begin:end])
    ):
        return False
    return not _is_other(statement, gift, begin, low[begin:end]) and is_proved(statement, gift)


def _is_other(statement: Statement, gift: Gift, begin: int, around: str) -> bool:
    """Whether the object, the giver or a paper makes it another thing: trade, a visit, a firm's deliveries."""
    low = statement.low_skeleton
    other = aid_words("not_aid").search(_BUYS.sub("", _AGENT.sub("", _given_words(statement, gift))))
    in_disaster = in_relief(statement)
    if other and not (other[0] in ("troops", "soldiers") and in_disaster):
        return True
    if goes_to_many(statement, gift) or any(words.search(around) for words in (_NO_HELP, _TO_REBELS)):
        return True
    if _is_private(statement, gift, begin) or (not gift.sure and _OWN.search(around)):
        return True
    if _BANK.search(statement.skeleton[begin : gift.start]) or _PAPER.match(low, gift.end):
        return True
    stretch = told_in(statement, gift)
    return ("delegation" in stretch and not in_disaster) or _SENT_TO_LEARN.search(stretch) is not None


def _is_private(statement: Statement, gift: Gift, begin: int) -> bool:
    """Whether a body of citizens gives, or a firm, which gives things for pay."""
    low = statement.low_skeleton
    lead = spelt(statement, low[begin : gift.start], "person", "body")
    if is_charity(lead) or _by_charity(low[gift.start : gift.stop]):
        return True
    private = aid_words("private").search(_AGAINST.sub("", low[begin : gift.start]))
    is_paid = private is not None and _FIRMS.search(private[0]) and _SUPPLIES.match(gift.verb)
    return private is not None and bool(is_paid or "[money" not in low[gift.start : gift.stop])


# Help for those who fight the other state is none for it.
_TO_REBELS = re.compile(
    r"\b(?:to|for|supported the cause of) (?:the )?(?:\[\w+:\d+\](?:'s|’s)? )?(?:[a-z-]+ ){0,3}?(?:rebel|resistance|"
    r"insurgent|"
    r"guerrilla|separatist|militia|opposition)s? (?:leaders?|movements?|groups?|forces|fighters|commanders?|and\b)|"
    r"\b(?:to|for|assist(?:ed|s|ing)|aid(?:ed|s|ing)|help(?:ed|s|ing)|support(?:ed|s|ing)|with|gave|giving|supplied|"
    r"armed|arming)"
    r"(?: the)? \[\w+:\d+\](?:'s|’s)? (?:[a-z-]+ ){0,2}?(?:rebels?|guerrillas?|insurgents?|insurgency|separatists?|"
    r"dissidents|resistance|opposition|militias?(?! and (?:special|armed|security) forces)|"
    r"militants|nationalists|(?:freedom |independence )?fighters|"
    r"revolutionaries)\b|\bto (?:the )?(?:[a-z]+ ){0,2}?(?:opposition|rebel|militant|islamist|extremist|insurgent|"
    r"guerrilla|armed(?= (?:opposition|groups))) (?:[a-z]+ )?(?:groups?|forces|factions|movements?|elements)\b|"
    r"\bto (?:the )?(?:[a-z]+(?:ist|ic|an|al|ern|ed|-[a-z]+) )?(?:rebels|insurgents|guerrillas|separatists|"
    r"militants|militias)\b"
)


def is_charity(lead: str) -> bool:
    """Whether the words before a verb, in lower case, have a body of citizens as the giver; not where a state gives
    through it.
    """
    return aid_words("charities").search(_MEANS.sub("", lead)) is not None


def _by_charity(words: str) -> bool:
    """Whether a passive has a body of citizens as its agent: "was financed by the Church of A"."""
    found = re.search(r"\bby (?:the |an? )?(?:\[\w+:\d+\](?:'s|’s)?(?:-based)? )?(?P<who>(?:[a-z-]+ ?){1,4})", words)
    return found is not None and aid_words("charities").search(found["who"]) is not None


_MEANS = re.compile(
    r"\b(?:through|via|with|by|to|of|from|for|and|including|together with|in)(?: the| its| various| local| several| "
    r"many| an?)*(?: (?!ngos?\b)[a-z-]+)?(?: \[state:\d+\](?:'s)?)? [a-z-]+(?: organi[sz]ations?)?"
)
# Who is sent to learn gets something; he is no gift.
_SENT_TO_LEARN = re.compile(
    r"^(?:to )?sen[dt]s?\b.*\b(?:to study|to (?:get|receive|undergo|attend|complete) |to train(?! (?:the|its|"
    r"their|local|\[)|[a-z ]*(?:army|police|troops|"
    r"officers|soldiers|pilots|doctors|teachers))|to learn|to be trained|for (?:[a-z]+ )?(?:training|study|studies|"
    r"education|treatment|courses))\b|\b(?:were|was|been|being) (?:sent|flown|taken|brought)\b[^,;]*\b(?:to study|to "
    r"(?:get|receive|undergo|attend|complete) |to be trained|for (?:[a-z]+ )?(?:study|studies|training|education|"
    r"schooling|treatment))\b"
)
# Support that is had in words, in war or in a cause.
_IN_A_CAUSE = re.compile(
    r"\b(?:assistance|support|help|aid|backing)(?: (?:to|for)(?: the)? \[\w+:\d+\](?:'s|’s)?(?: [a-z]+){0,2})?,? "
    r"(?:in|for|on|to|with|during|of|at|against)(?: (?:its|their|the|his|her|becoming|joining|gaining|obtaining|"
    r"full|eventual|future|international|military))* (?:aspirations?|bids?|candidac(?:y|ies)|candidatures?|"
    r"membership|accession|integration|entry|admission|independence|sovereignty|claims?|position|stance|efforts? to "
    r"(?:join|become|gain)|territorial integrity|quest|ambitions?|seat|election)\b|"
    r"(?<!logistical and )(?<!material and )(?<!military and )(?<!financial and )(?<!economic and )"
    r"(?<!humanitarian and )"
    r"\b(?:diplomatic|political|moral|verbal|vocal|unconditional|full|strong|mutual|air|fire) "
    r"(?:and (?!(?:military|financial|economic|logistical|material|technical|medical|humanitarian)\b)[a-z]+ )?support\b"
)
# Help that offices, courts, soldiers give one another, what is only alleged, asked of somebody or kept from him, and
# reviews of it.
_NO_HELP = re.compile(
    r"\b(?:call(?:s|ed|ing) (?:up)?on|urg(?:es?|ed|ing))(?: the)? \[(?:state|person|body):\d+\](?: government)? to "
    r"(?:help|assist|support|provide|give|send|aid|fund)\b(?![^;]* and (?:gave|sent|[a-z]+ed)\b)|"
    r"\bnot to (?:release|disburse|renew|provide|give|grant|send|extend|fund|pay|deliver)\b|"
    r"\b(?:lost|loses?|losing) (?:[a-z]+ ){0,2}\[money:\d+\] (?:of|in|worth of)\b|"
    r"\bcarr(?:y|ies|ied|ying) out (?:[a-z]+ ){0,4}(?:reviews?|surveys?|assessments?|evaluations?)\b|"
    r"\b(?:offer|agree|pledg|promis|decid|allocat|commit)\w* to (?:purchase|buy|acquire|import|sell|lease|mediate)\b|"
    r"\b(?:consular|legal|judicial|mutual|mutual legal) (?:and [a-z]+ )?(?:assistance|aid|help)\b|"
    r"\b(?:assistance|aid|help|support) (?:of|from|by)(?: the)?(?: [a-z]+)? \[state:\d+\](?:'s|’s)? (?:troops|soldiers|"
    r"armed forces|forces|army|navy)\b|\b(?:accus\w+|alleg(?:ations?|ed to have|edly)|suspected|suspicions?|denials?|"
    r"rumou?rs)\b(?: [a-z]+){0,3}? (?:of|that|for|about)\b|\b(?:allegedly|reportedly tried)\b"
)
# A firm that provides or delivers is paid for it.
_FIRMS = re.compile(r"compan|firm|trader|merchant|settler")
_SUPPLIES = re.compile(
    r"(?:provid|suppl|deliver|ship|sent|send|spen|fund|financ|len[dt]|loaned|paid|pay|pour|inject|pump)"
)
_PAPER = re.compile(
    r"(?: the| an?| their)?(?: (?:joint|bilateral|new))? (?:agreement|memorandum|protocol|treaty|communiqu[eé]|"
    r"statement|declaration|convention)\b"
)
# What a state spends at home.
_OWN = re.compile(r"\b(?:for|on|of|to) (?:its|their) own\b(?! (?:account|behalf|initiative|accord|expense)\b)")
_BANK = re.compile(r"\[(?:state|place):\d+\] (?:[a-z]+ )?banks?\b")
_TIME = re.compile(
    r" (?:in the (?:period|years|months|wake|aftermath)|following|after|during|since|when|until|before|in (?:exchange|"
    r"return)|because|(?:accumulated|accrued|incurred) (?:since|from|during|before|until|under)) "
)
_SAID = re.compile(
    r", (?:the |an? )?(?:(?:[a-z]+|\[[a-z]+:\d+\](?:'s|’s)?) ){1,4}(?:said|noted|reported|announced|stated|added)\b"
)
_PURPOSE = re.compile(r" to (?!\[|the \[)[a-z-]+ |,? with (?:an? |special |particular )*(?:focus|emphasis) on ")


def _is_given(words: str) -> bool:
    """Whether words name things that are given, weapons among them."""
    return any(aid_words(name).search(words) for name in ("things", "arms"))


def _given_words(statement: Statement, gift: Gift) -> str:
    """The words of what was given; of what was paid for, the thing and not its purchase; without the soldiers who get
    it.
    """
    words = _SOLDIERS.sub("", _object_words(statement, gift))
    return _PURCHASE.sub("", words) if re.match(r"fund|financ|paid|pay", gift.verb) else words


# "Supplied B's troops on the border with tents", "care for 40 soldiers": they are no gift.
_SOLDIERS = re.compile(
    r"^ (?:the )?\[(?:state|place):\d+\](?:'s|’s)? (?:[a-z-]+ ){0,2}(?:troops|soldiers)\b[^,;]{0,60}? with "
    r"(?=[^,;]*(?:\d|\b(?:aid|assistance|training|equipment|supplies|arms|weapons|ammunition|food|medicines?)\b))|"
    r"^ (?:[a-z]+ )?(?:troops|soldiers)(?:,? and|,|,? as well as) (?=[^;]*\b(?:hospital|medical|aid|relief|supplies|"
    r"medicines?|food|equipment|doctors|nurses|advis[eo]rs)\b)|"
    r"\b(?:care|treatment|surgery|rehabilitation|prostheses|uniforms|rations|training) (?:for|of|to)"
    r" (?:(?!(?:and|or|with)\b)[\w,.-]+ |\[state:\d+\](?:'s|’s)? ){0,7}?(?:soldiers|troops)\b"
)
_PURCHASE = re.compile(r"^ (?:the )?(?:purchase|acquisition|procurement|import)s? of\b")


def _object_words(statement: Statement, gift: Gift) -> str:
    """The words of what was given, in lower case, counted things spelled out, up to the purpose that an amount has; of
    a list without amounts its first part."""
    low = statement.low_skeleton
    amount = low.find("[money", gift.end, gift.stop)
    purpose = _PURPOSE.search(low, amount, gift.stop) if amount >= 0 else None
    begin = max(gift.start, gift.end)
    time = _TIME.search(low, begin, gift.stop)
    said = _SAID.search(low, begin, gift.stop)
    onward = ONWARD.search(low, begin, gift.stop)
    words = low[begin : min(one.start() if one else gift.stop for one in (purpose, time, said, onward))]
    first = words.split(",")[0]
    words = first if "[" not in words.replace("[state", "") and _is_given(first) else words
    return spelt(statement, words, "quantity")
