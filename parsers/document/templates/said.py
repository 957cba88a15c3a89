"""What a template says: the rule of its name, from the lists of templates.yaml, the modules of rules, and families."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.document.templates import amounts, boxes, dates, flags, languages, links, words
from parsers.document.templates.functions import call, is_function
from parsers.document.templates.pieces import Piece, Rule, Values
from parsers.document.tree import Template

_SILENT_FAMILIES = (
    r"use (?:dmy|mdy|ymd|list-defined|shortened|harvard)\b",
    r"use [\w ]+ (?:english|spelling|dates)$",
    r"expand \w+",
    r"(?:.*[- ])?stub$",
    r"foreign relations of\b|.*\bforeign relations$|relations of\b|.*[–—-].* relations$",
    r"diplomatic missions (?:of|in)\b|bilateral relations of\b|ambassadors (?:of|to)\b|embassies\b|politics of\b",
    r".*\b(?:topics|navbox|sidebar|diaspora)$",
    r"portal\b|commons? ?categor|wikisource|cleanup\b|pp-|db-|afd\b|proposed deletion|articles? for deletion",
    r"defaultsort:|displaytitle:",
    r".*\b(?:needed|inline)(?: section| lead)?$|(?:pov|update|disputed|unreferenced|expand|cleanup) .*section$",
    r"(?:[a-z]{2,3}|language) icon$|.*/meta/(?:colou?r|shortname)$",
    r"party (?:shading|color|colour|name with colou?r)\b",
)
_SILENT = re.compile("|".join(f"(?:{family})" for family in _SILENT_FAMILIES))
_BOX = re.compile(r"infobox\b|.*\binfobox$|geobox\b")
_FIRST = words.nth(1)
TITLES = frozenset({"pagename", "fullpagename", "subpagename", "basepagename", "title", "articlepagename"})
"""Names that say the page's own title, which no rule can know."""


def template_name(written: str) -> str:
    """The name as rules know it: lower case, spaces for underscores, without the namespace.

    >>> template_name(" Template:Start_date")
    'start date'
    """
    name = " ".join(written.replace("_", " ").split()).lower()
    for prefix in ("subst:", "safesubst:", "template:"):
        name = name.removeprefix(prefix).lstrip()
    return name


def say(name: str, template: Template, values: Values) -> Sequence[Piece] | None:
    """The pieces that a template says, or null where no rule knows it. `name` is as `template_name` gives it.

    >>> template = Template("USD", ["USD"], {"1": ["2.5 million"]})
    >>> say("usd", template, Values(template.values, "".join))
    ['US$2.5 million']
    """
    if is_function(name):
        return call(name, template.head, values)
    rule = rule_of(name)
    return None if rule is None else rule(values)


def manifest_name(name: str) -> str | None:
    """The name to count a template by that is not said in full; null for one that a rule knows.

    A parser function or a transclusion counts without its value, a module with its name.

    >>> manifest_name("usd"), manifest_name("#expr:1 + 2"), manifest_name("excerpt")
    (None, '#expr', 'excerpt')
    """
    if is_function(name) or not name:
        return None
    rule = rule_of(name)
    if rule is not None and rule is not uncomputed:
        return None
    function, colon, _ = name.partition(":")
    return function if colon and function.startswith("#") and function != "#invoke" else name


def uncomputed(_: Values) -> Sequence[Piece]:
    """Nothing: only the wiki could tell what the template says."""
    return ()


@lru_cache(maxsize=4096)
def rule_of(name: str) -> Rule | None:
    """The rule of a template by its name, null where there is none."""
    rule = _RULES.get(name) or _RULES.get(name.rstrip("? "))
    if rule is not None:
        return rule
    if _BOX.match(name):
        return boxes.infobox
    if _SILENT.match(name):
        return words.silent
    if name.startswith("lang-"):
        return languages.old_family(name.removeprefix("lang-"))
    if name.startswith("script/"):
        return _FIRST
    sign = words.LISTS["currencies"].get(name.removesuffix("convert")) if name.endswith("convert") else None
    if sign is not None:
        return amounts.money(sign)
    if name.startswith(("#expr", "#ifexpr", "#ifexist", "#iferror", "#time", "#invoke", "#property", "#statements")):
        return uncomputed
    state = flags.state_by_code(name)
    return None if state is None else flags.of_state(state)


def _rules() -> dict[str, Rule]:
    rules = words.rules()
    rules |= dict.fromkeys(words.names(words.LISTS["uncomputed"]), uncomputed)
    rules |= {name: amounts.money(sign) for name, sign in words.LISTS["currencies"].items()}
    for module in (amounts, boxes, dates, flags, languages, links):
        for listed, rule in module.RULES.items():
            rules |= dict.fromkeys(listed.split(", "), rule)
    return rules


_RULES = _rules()
