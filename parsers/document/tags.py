"""Tags whose contents are not read as wikitext."""

from __future__ import annotations

UNSHOWN = frozenset(
    {"references", "score", "timeline", "imagemap", "templatedata", "templatestyles", "style", "script", "includeonly"}
    | {"indicator", "categorytree", "graph", "mapframe", "maplink", "inputbox", "chem", "ce", "hiero", "section", "rp"}
)
"""Tags of which the wiki shows nothing, or nothing in words."""

PLAIN = frozenset({"nowiki", "pre", "math", "source", "syntaxhighlight"})
"""Tags whose contents are shown as they are."""
