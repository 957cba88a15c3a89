"""The one form of a word list: `make format` breaks each line of a YAML file under parsers/ that is too long.

A line of more than WIDTH characters is filled to it and goes on below, indented, where a comma of a list in brackets
(or of a folded text, `>-`) lets it. Nothing else changes: not the order, comments or quotes, nor the lines that fit, so
that a word added to a line changes that line only. An entry that is longer by itself keeps a line of its own.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 120


def lexicons() -> list[Path]:
    """The YAML files under parsers/, sorted."""
    return sorted((ROOT / "parsers").rglob("*.yaml"))


def formed(text: str) -> str:
    """The same file with its long lines broken; raises ValueError where that would change what it holds.

    >>> print(formed("words: [" + ", ".join(["embassy"] * 14) + "]"))
    words: [embassy, embassy, embassy, embassy, embassy, embassy, embassy, embassy, embassy, embassy, embassy, embassy,
      embassy, embassy]
    """
    places = sorted({*_after_commas(text), *_in_folded(text)})
    made, start = "", 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        made += _broken(line, [place - start for place in places if start < place < end])
        start = end
    if any(yaml.load(made, loader) != yaml.load(text, loader) for loader in _loaders()):
        raise ValueError("a broken line would change what the file holds")
    return made


def _loaders() -> list[type]:
    return [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]


def _after_commas(text: str) -> Iterator[int]:
    """The places behind the commas of lists in brackets."""
    for token in yaml.scan(text, yaml.SafeLoader):
        if isinstance(token, yaml.FlowEntryToken):
            yield token.end_mark.index


def _in_folded(text: str) -> Iterator[int]:
    """The places in folded texts that may be the end of a line: behind commas, or behind words where it has none."""
    for token in yaml.scan(text, yaml.SafeLoader):
        if isinstance(token, yaml.ScalarToken) and token.style == ">":
            start, end = token.start_mark.index, token.end_mark.index
            sign = r", " if ", " in token.value else r"(?<=\S) (?=\S)"
            yield from (start + found.start() + (sign == ", ") for found in re.finditer(sign, text[start:end]))


def _broken(line: str, places: list[int]) -> str:
    """One line as several of at most WIDTH, broken at places of it; one that fits stays as it is."""
    whole = line.rstrip("\n")
    if len(whole) <= WIDTH:
        return line
    lines, begin = [""], 0
    for place in [*(place for place in places if place < len(whole)), len(whole)]:
        piece = whole[begin:place]
        if lines[-1].strip() and len(lines[-1] + piece) > WIDTH:
            lines.append(_indent(line) + piece.lstrip(" "))
        else:
            lines[-1] += piece
        begin = place
    return "\n".join(lines) + line[len(whole) :]


def _indent(line: str) -> str:
    """How far in the lines stand that go on from this one: two more than a key or a dash, else as far as it does."""
    margin = line[: len(line) - len(line.lstrip(" "))]
    return margin + "  " if re.match(r" *(?:- |[^\[\]{},#]+: +[\[{&])", line) else margin


def main() -> None:
    """Write each file in its form."""
    for path in lexicons():
        text = path.read_text(encoding="utf-8")
        made = formed(text)
        if made != text:
            path.write_text(made, encoding="utf-8")
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
