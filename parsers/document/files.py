"""Pictures: the caption of a `[[File:…]]` link or of a gallery's line; everything else about them is layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.document.tree import Code, parse, words_of

_OPTION = re.compile(
    r"\s*(?:thumb(?:nail)?(?:\s*=.*)?|frame(?:d|less)?|border|left|right|cent(?:er|re)|none|upright(?:\s*=?\s*[\d.]*)?|\d*x?\d+\s*px(?:px)?"
    r"|(?:alt|link|page|class|lang|start|end|thumbtime|loop|muted|manualthumb|location)\s*=.*"
    r"|baseline|middle|sub|super|top|text-top|bottom|text-bottom)?\s*",
    re.IGNORECASE | re.DOTALL,
)
_NAMED = re.compile(r"\s*(?:alt|link|class)\s*=", re.IGNORECASE)
_FRAMED = re.compile(r"\s*(?:thumb(?:nail)?(?:\s*=.*)?|framed?)\s*", re.IGNORECASE)


def caption_of(options: Code | None) -> Code | None:
    """The caption among a file link's options, where the picture is framed: only then MediaWiki shows it."""
    if options is None:
        return None
    parts = _split(options)
    if not any(len(part) == 1 and _FRAMED.fullmatch(words_of(part)) for part in parts):
        return None
    captions = [part for part in parts if not _is_option(part)]
    return captions[-1] if captions else None


def gallery_captions(contents: str) -> Iterator[Code]:
    """The captions of a gallery's lines (`Name.jpg|options|caption`)."""
    for line in contents.splitlines():
        _, bar, options = line.partition("|")
        if bar:
            yield from [part for part in _split(parse(options)) if not _is_option(part)][-1:]


def _is_option(part: Code) -> bool:
    """Whether a part says how the picture looks; links and templates only stand in captions and in its other text."""
    words = words_of(part)
    if all(isinstance(node, str) for node in part):
        return _OPTION.fullmatch(words) is not None
    return isinstance(part[0], str) and _NAMED.match(part[0]) is not None


def _split(code: Code) -> list[Code]:
    """The parts between the bars that stand in the words."""
    parts: list[Code] = [[]]
    for node in code:
        if type(node) is str and "|" in node:
            first, *others = node.split("|")
            parts[-1].append(first)
            parts.extend([other] for other in others)
        else:
            parts[-1].append(node)
    return parts
