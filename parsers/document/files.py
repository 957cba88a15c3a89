"""Pictures: the caption of a `[[File:…]]` link or of a gallery's line; everything else about them is layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

import mwparserfromhell
from mwparserfromhell.nodes import Node, Text
from mwparserfromhell.wikicode import Wikicode

_OPTION = re.compile(
    r"\s*(?:thumb(?:nail)?(?:\s*=.*)?|frame(?:d|less)?|border|left|right|cent(?:er|re)|none|upright(?:\s*=?\s*[\d.]*)?|\d*x?\d+\s*px(?:px)?"
    r"|(?:alt|link|page|class|lang|start|end|thumbtime|loop|muted|manualthumb|location)\s*=.*"
    r"|baseline|middle|sub|super|top|text-top|bottom|text-bottom)?\s*",
    re.IGNORECASE | re.DOTALL,
)
_FRAMED = re.compile(r"\s*(?:thumb(?:nail)?(?:\s*=.*)?|framed?)\s*", re.IGNORECASE)


def caption_of(options: Wikicode | None) -> Wikicode | None:
    """The caption among a file link's options, where the picture is framed: only then MediaWiki shows it."""
    if options is None:
        return None
    parts = _split(options)
    if not any(_FRAMED.fullmatch(str(part)) for part in parts):
        return None
    captions = [part for part in parts if not _OPTION.fullmatch(str(part))]
    return captions[-1] if captions else None


def gallery_captions(contents: str) -> Iterator[Wikicode]:
    """The captions of a gallery's lines (`Name.jpg|options|caption`)."""
    for line in contents.splitlines():
        _, bar, options = line.partition("|")
        if bar:
            captions = [part for part in _split(_parsed(options)) if not _OPTION.fullmatch(str(part))]
            yield from captions[-1:]


def _parsed(text: str) -> Wikicode:
    return mwparserfromhell.parse(text, skip_style_tags=True)


def _split(code: Wikicode) -> list[Wikicode]:
    parts: list[list[Node]] = [[]]
    for node in code.nodes:
        if isinstance(node, Text) and "|" in node.value:
            first, *others = node.value.split("|")
            parts[-1].append(Text(first))
            parts.extend([Text(other)] for other in others)
        else:
            parts[-1].append(node)
    return [Wikicode(part) for part in parts]
