"""The words that generated articles are filled with: names of people who do not exist, and what footnotes cite."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


@cache
def words() -> dict[str, list[str]]:
    """Lists of words by what they are; `given` and `surname` are kinds of slots."""
    found: dict[str, list[str]] = yaml.safe_load((files("flows.bench") / "words.yaml").read_text(encoding="utf-8"))
    return found
