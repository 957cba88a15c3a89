"""Shapes of correspondence: letters and messages that were exchanged, and those that one sent to another."""

from __future__ import annotations

import re

from parsers.language.pattern import Pattern

EXCHANGED = Pattern(
    r"\b(?:exchanged|(?<!by )(?<!by an )(?<!through an )exchange of) "
    r"(?:(?!\[person)[^;.]){0,40}?(?P<verb>messages|letters|telegrams|greetings|notes of congratulation)"
)
WROTE = Pattern(
    r"\b(?P<verb>sent|wrote|addressed|extended|delivered|conveyed|forwarded|cabled|telegraphed|handed over|passed"
    r"|in an? (?:[\w-]+ )?(?:letter|message|telegram|cable|note)) "
    r"(?:(?!\[person)[^;.]){0,60}?(?:(?:letters?|messages?|telegrams?|cables?|condolences"
    r"|congratulations|greetings) (?:(?!\[person)[^;.]){0,40}?)?to (?:the |his |her )?(?P<others><person>)"
)
LETTER_TO = Pattern(
    r"\b(?:in|with|by) (?:an? |his |her |the )?(?:[\w-]+ )?(?P<verb>letter|message|telegram|cable|"
    r"note)(?: (?:of|dated|on|in) <date>)?"
    r" (?:(?!\[person)[^;.,]){0,30}?to (?:the |his |her )?<others:person>(?:,? (?:of|dated|on|in) <date>)?,? "
    r"(?:the |then )?<ones:person>"
)
LETTER_FROM = Pattern(
    r"<ones:person> (?:also |had )?(?P<verb>received) (?:an? |the )?(?:[\w-]+ ){0,2}?(?:letter|message|"
    r"telegram|cable|note) (?:of [\w ]{3,30}? )?"
    r"from (?:the |his |her )?<others:person>"
)
ABOUT_LETTERS = re.compile(r"letter|message|telegram|cable|wrote to|cabled|condolences|congratulations")
