"""Shapes of correspondence: letters and messages that were exchanged, and those that one sent to another."""

from __future__ import annotations

import re

from parsers.language.pattern import Pattern

EXCHANGED = Pattern(
    r"\b(?:exchanged|exchange of) (?:(?!\[person)[^;.]){0,40}?(?P<verb>messages|letters|telegrams|greetings"
    r"|notes of congratulation)"
)
WROTE = Pattern(
    r"\b(?P<verb>sent|wrote|addressed|extended|delivered|conveyed|forwarded|in an? (?:[\w-]+ )?(?:letter|message"
    r"|telegram)) (?:(?!\[person)[^;.]){0,60}?(?:(?:letters?|messages?|telegrams?|cables?|condolences"
    r"|congratulations|greetings) (?:(?!\[person)[^;.]){0,40}?)?to (?:the |his |her )?(?P<others><person>)"
)
ABOUT_LETTERS = re.compile(r"letter|message|telegram|cable|wrote to|condolences|congratulations")
