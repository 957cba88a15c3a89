"""What each known template says as text: a table from its name to a rule that turns its values into pieces.

Names, signs, currencies and units stand in templates.yaml; the rules with some sense of their own are here. A rule gets
the template's values and returns pieces in reading order (pieces.py), which inline.py and wikitext.py write.
Not evaluated: parser functions, conversions and inflation; MediaWiki's Lua modules are not run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from mwparserfromhell.wikicode import Wikicode

from parsers.document.flags import flag_name
from parsers.document.pieces import Caption, Fields, Icon, Item, Linked, Passage, Piece, Values

Rule = Callable[[Values], Sequence[Piece]]

_LISTS: Mapping[str, Any] = yaml.safe_load((Path(__file__).parent / "templates.yaml").read_text(encoding="utf-8"))
_MONTHS = tuple(
    "January February March April May June July August September October November December".split(" ")  # noqa: SIM905
)
_YES = {"y", "yes", "1", "true", "on"}
_LAYOUT_FIELD = re.compile(
    r"(?:map|filetype|image|flag|coa|coat|logo|symbol|seal|photo|img|picture|emblem|insignia)"
    r"(?:\d|$|_?(?:name|map|file|link|type))"
    r"|.*(?:size|width|height|alt|upright|style|colou?r|class|align|scale|border)\d*$"
    r"|(?:pushpin|mapframe|embed|child|module|coord|nocat|above_?style|italic|autoheaders)\w*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"([-−+]?)(\d{4,})(\.\d+)?")
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$")


def say(name: str, values: Values) -> Sequence[Piece] | None:
    """The pieces that a template says, or null where no rule knows it. `name` is in lower case.

    >>> import mwparserfromhell
    >>> template = mwparserfromhell.parse("{{USD|2.5 million}}").nodes[0]
    >>> say("usd", Values(template, str))
    ['US$2.5 million']
    """
    rule = _RULES.get(name)
    if rule is None:
        rule = next((rule for pattern, rule in _FAMILIES if pattern.match(name)), None)
    if rule is not None:
        return rule(values)
    return _language(name.removeprefix("lang-"), values.code(1)) if name.startswith("lang-") else None


def _silent(_: Values) -> Sequence[Piece]:
    return ()


def _nth(number: int) -> Rule:
    def rule(values: Values) -> Sequence[Piece]:
        code = values.code(number, "text", "content", 1)
        return () if code is None else (code,)

    return rule


def _joined(values: Values) -> Sequence[Piece]:
    return tuple(values.positional())


def _items(values: Values) -> Sequence[Piece]:
    return [Item(code) for code in values.positional()]


def _passage(values: Values) -> Sequence[Piece]:
    code = values.code("text", "quote", 1)
    return () if code is None else (Passage(code),)


def _sign(sign: str) -> Rule:
    return lambda _: (sign,)


def _cell_words(default: str) -> Rule:
    def rule(values: Values) -> Sequence[Piece]:
        code = values.code(1)
        return (default,) if code is None else (code,)

    return rule


def _sic(values: Values) -> Sequence[Piece]:
    shown: list[Piece] = [*values.positional()]
    return shown if values.words("hide", "nolink").lower() in _YES else [*shown, " [sic]"]


def _money(sign: str) -> Rule:
    def rule(values: Values) -> Sequence[Piece]:
        amount = grouped(values.words(1))
        magnitude = values.words(2).lower()
        if magnitude in _LISTS["magnitudes"]:
            amount = f"{amount} {_LISTS['magnitudes'][magnitude]}"
        if sign.startswith(" "):
            return [amount + sign]
        return [f"{sign}{amount}" if not sign[-1:].isalpha() else f"{sign} {amount}"]

    return rule


def _currency(values: Values) -> Sequence[Piece]:
    sign = _LISTS["currencies"].get(values.words(2, "type").lower())
    return _money(sign if sign is not None else f" {values.words(2, 'type')}")(values)


def grouped(number: str) -> str:
    """A number with its thousands set off, as MediaWiki's formatnum writes them; other words as they are.

    >>> grouped("1234567.5"), grouped("2.5 million"), grouped("2,500")
    ('1,234,567.5', '2.5 million', '2,500')
    """
    match = _NUMBER.fullmatch(number)
    return f"{match[1]}{int(match[2]):,}{match[3] or ''}" if match else number


def _number(values: Values) -> Sequence[Piece]:
    return [grouped(values.words(1))]


def _fraction(values: Values) -> Sequence[Piece]:
    parts = [values.words(n) for n in (1, 2, 3) if values.words(n)]
    whole = f"{parts[0]} " if len(parts) == 3 else ""
    return [f"{whole}{'/'.join(parts[-2:] if len(parts) > 1 else ['1', *parts])}"]


def _convert(values: Values) -> Sequence[Piece]:
    """The stated amount and its unit; the converted one is MediaWiki's sum, not the source's statement."""
    parts = [values.words(n) for n in range(1, 6)]
    joint = parts[1] in {"to", "-", "–", "and", "by", "x", "or"}
    amount = grouped(parts[0])
    if joint:
        between = "–" if parts[1] in {"-", "–"} else f" {parts[1]} "
        amount += between + grouped(parts[2])
    unit = parts[3] if joint else parts[1]
    scale = next((key for key in ("e3", "e6", "e9") if unit.startswith(key)), "")
    units = _LISTS["units"]
    spelled = units.get(unit.removeprefix(scale), unit.removeprefix(scale))
    return [" ".join(filter(None, (amount, units.get(scale, ""), spelled)))]


def written_date(year: str, month: str = "", day: str = "", *, day_first: bool = False) -> str:
    """A date in words, from its parts.

    >>> written_date("1992", "4", "2"), written_date("1992", "04", day_first=True), written_date("1992")
    ('April 2, 1992', 'April 1992', '1992')
    """
    named = _MONTHS[int(month) - 1] if month.isdecimal() and 1 <= int(month) <= 12 else month
    number = str(int(day)) if day.isdecimal() else day
    if not named:
        return year
    if not number:
        return f"{named} {year}".strip()
    if day_first:
        return f"{number} {named} {year}".strip()
    return f"{named} {number}, {year}" if year else f"{named} {number}"


def _date(values: Values) -> Sequence[Piece]:
    second = values.words(2).lower()
    style = values.words("format", "fmt").lower() or ("" if second.isdecimal() else second)
    day_first = values.words("df").lower() in _YES or style in {"dmy", "df", "ldmy"}
    iso = _ISO_DATE.match(values.words(1))
    if iso and iso[2]:
        return [written_date(iso[1], iso[2], iso[3] or "", day_first=day_first)]
    parts = [values.words(n) for n in (1, 2, 3)]
    if style and not parts[1].isdecimal():
        parts[1:] = ["", ""]
    return [written_date(*parts, day_first=day_first)] if parts[0].isdecimal() else [" ".join(filter(None, parts))]


def _as_of(values: Values) -> Sequence[Piece]:
    if values.words("alt"):
        return [values.words("alt")]
    day_first = values.words("df").lower() not in {"us", "mdy"}
    date = written_date(*(values.words(n) for n in (1, 2, 3)), day_first=day_first)
    opening = "Since" if values.words("since").lower() in _YES else "As of"
    opening = opening.lower() if values.words("lc").lower() in _YES else opening
    before = f"{values.words('pre')} " if values.words("pre") else ""
    return [f"{opening} {before}{date}{values.words('post')}"]


def _prefixed(prefix: str) -> Rule:
    def rule(values: Values) -> Sequence[Piece]:
        dates = [values.words(n) for n in (1, 2) if values.words(n)]
        between = " – " if prefix == "c." else "–"
        if prefix == "c.":
            dates = [f"c. {date}" for date in dates] or ["c."]
            return [between.join(dates)]
        return [f"{prefix} {between.join(dates)}"]

    return rule


def _language(code: str, words: Wikicode | None) -> Sequence[Piece]:
    if words is None:
        return ()
    try:
        name = Locale.parse(code.replace("-", "_").split("_")[0]).get_language_name("en")
    except (ValueError, LookupError):
        name = None
    return [f"{name}: ", words] if name else [words]


def _langx(values: Values) -> Sequence[Piece]:
    return _language(values.words(1), values.code(2, "text"))


def _chinese(values: Values) -> Sequence[Piece]:
    shown = [values.words(name) for name in ("c", "s", "t", "hani", "p", "1") if values.words(name)]
    return ["Chinese: " + "; ".join(dict.fromkeys(shown))] if shown else ()


def _nihongo(values: Values) -> Sequence[Piece]:
    english, inside = values.code(1), [values.words(n) for n in (2, 3) if values.words(n)]
    pieces: list[Piece] = [] if english is None else [english]
    return [*pieces, f" ({', '.join(inside)})"] if inside else pieces


def _flag(values: Values) -> Sequence[Piece]:
    name = flag_name(values.words(1), _LISTS["flags"])
    return [Linked(values.words("name") or name, name)] if name else ()


def _flagicon(values: Values) -> Sequence[Piece]:
    name = flag_name(values.words(1), _LISTS["flags"])
    return [Icon(name)] if name else ()


def _flag_with_words(values: Values) -> Sequence[Piece]:
    """{{flaglist|place|State}} and {{flagathlete|person|State}}: the words, then the state in brackets as shown."""
    words, state = values.code(1), flag_name(values.words(2), _LISTS["flags"])
    pieces: list[Piece] = [] if words is None else [words]
    return [*pieces, " (", Linked(state, state), ")"] if state else pieces


def _interlanguage(values: Values) -> Sequence[Piece]:
    target = values.words(1, "en")
    return [Linked(values.words("lt", "label") or target, target)] if target else ()


def _sortname(values: Values) -> Sequence[Piece]:
    name = " ".join(filter(None, (values.words(1), values.words(2))))
    return [name] if values.words("nolink") else [Linked(name, values.words(3, "link") or name)]


def _ship(values: Values) -> Sequence[Piece]:
    """{{ship|prefix or kind|Name|number|form}}: the form 2 shows the name alone."""
    kind, name = values.words(1), values.words(2)
    return [Linked(name if values.words(4) == "2" else f"{kind} {name}".strip(), f"{kind} {name}".strip())]


def _ship_of(prefix: str) -> Rule:
    """{{HMS|Name|number}}: the navy's prefix is the template's name."""

    def rule(values: Values) -> Sequence[Piece]:
        name = f"{prefix} {values.words(1)}".strip()
        return [Linked(name, f"{name} ({values.words(2)})" if values.words(2) else name)]

    return rule


def _ship_class(values: Values) -> Sequence[Piece]:
    return [f"{values.words(1)}-class {values.words(2)}".strip()]


def _gallery(values: Values) -> Sequence[Piece]:
    """{{gallery|File|caption|File|caption}}."""
    return [Caption(code) for code in values.positional()[1::2]]


def _url(values: Values) -> Sequence[Piece]:
    label = values.code(2)
    return [label] if label is not None else [re.sub(r"^https?://(?:www\.)?", "", values.words(1)).rstrip("/")]


def _pictures(values: Values) -> Sequence[Piece]:
    names = [n for n in values.by_name if re.fullmatch(r"caption\d*|footer|header|description", n, re.IGNORECASE)]
    return [Caption(values.by_name[name]) for name in names]


def _percentage(values: Values) -> Sequence[Piece]:
    return [f"{values.words(1)}/{values.words(2)}"]


def _columns(values: Values) -> Sequence[Piece]:
    named = [code for name, code in values.by_name.items() if re.fullmatch(r"(?:col)?\d+", name)]
    return [Passage(code) for code in named]


def _infobox(values: Values) -> Sequence[Piece]:
    rows = [(name, code) for name, code in values.by_name.items() if not _LAYOUT_FIELD.match(name)]
    return [Fields(tuple((label[:1].upper() + label[1:].replace("_", " "), code) for label, code in rows))]


def _bilateral_infobox(values: Values) -> Sequence[Piece]:
    """The pair's name and the two states may stand without parameter names."""
    named = {"1": "title", "2": "state1", "3": "state2"}
    rows = [(named.get(name, name), code) for name, code in values.by_name.items() if not _LAYOUT_FIELD.match(name)]
    return [Fields(tuple((label[:1].upper() + label[1:].replace("_", " "), code) for label, code in rows))]


def _rules() -> dict[str, Rule]:
    kinds: dict[str, Rule] = {
        "silent": _silent,
        "first": _nth(1),
        "second": _nth(2),
        "joined": _joined,
        "lists": _items,
        "passages": _passage,
    }
    rules = {name.strip(): rule for kind, rule in kinds.items() for name in _LISTS[kind].split(",")}
    rules |= {name: _sign(sign) for name, sign in _LISTS["signs"].items()}
    rules |= {name: _cell_words(words) for name, words in _LISTS["cell_words"].items()}
    rules |= {prefix.lower(): _ship_of(prefix) for prefix in _LISTS["ships"].split(", ")}
    rules |= {name: _money(sign) for name, sign in _LISTS["currencies"].items()}
    return rules | {name: rule for names, rule in _OWN_RULES for name in names.split(", ")}


_OWN_RULES: tuple[tuple[str, Rule], ...] = (
    ("infobox bilateral relations, infobox bilateral relation", _bilateral_infobox),
    ("start date, start date and age, end date, end date and age, birth date, birth date and age, death date", _date),
    ("death date and age, bda, dda, dts, dt, date, dob, launch date and age, release date", _date),
    ("as of, asof", _as_of),
    ("circa, c., c, ca, ca.", _prefixed("c.")),
    ("reign, r.", _prefixed("r.")),
    ("floruit, fl.", _prefixed("fl.")),
    ("born, b.", _prefixed("b.")),
    ("died, d.", _prefixed("d.")),
    ("currency", _currency),
    ("nts, formatnum, number, val", _number),
    ("gaps", _joined),
    ("frac, fraction, sfrac", _fraction),
    ("percentage", _percentage),
    ("convert, cvt", _convert),
    ("langx", _langx),
    ("zh, korean", _chinese),
    ("nihongo", _nihongo),
    ("nihongo2", _nth(1)),
    ("flag, flagu, flagcountry, flagb, flagg, flagright, noflag, flag+link", _flag),
    ("flagicon, flagdeco, flag icon, flagd, country flag", _flagicon),
    ("flaglist, flagathlete, flagmedalist", _flag_with_words),
    ("ill, illm, interlanguage link, interlanguage link multi, link-interwiki", _interlanguage),
    ("sortname", _sortname),
    ("ship", _ship),
    ("sclass, sclass2", _ship_class),
    ("gallery", _gallery),
    ("sic", _sic),
    ("url, official website, official url", _url),
    ("multiple image, css image crop, panorama, wide image, tall image", _pictures),
    ("columns", _columns),
)
_RULES = _rules()

_SILENT_FAMILIES = (
    r"use (?:dmy|mdy|ymd|list-defined|shortened|harvard)\b",
    r"use [\w ]+ (?:english|spelling|dates)$",
    r"expand \w+",
    r"(?:.*[- ])?stub$",
    r"foreign relations of\b|.*\bforeign relations$",
    r"diplomatic missions (?:of|in)\b|bilateral relations of\b|ambassadors of\b",
    r".*\b(?:topics|navbox|sidebar|diaspora)$",
    r"portal\b|commons? ?categor|wikisource|cleanup\b|pp-",
    r"defaultsort:|displaytitle:",
)
_FAMILIES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (re.compile(r"infobox\b|.*\binfobox$|geobox\b"), _infobox),
    (re.compile("|".join(f"(?:{family})" for family in _SILENT_FAMILIES)), _silent),
)
