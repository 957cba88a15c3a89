"""Pages that were made to cost much: each costs at most five seconds, is read or reported, and the others pass."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

import mwparserfromhell
import pytest

from flows.article import Article, Failure, read_page
from flows.bench.corpus import corpus
from parsers.document.model import Page
from parsers.document.sentences import LONGEST_SENTENCE

SECONDS = 5
TITLE = "Chad–Taiwan relations"
BEGIN = (
    "'''Chad–Taiwan relations''' are those between [[Chad]] and [[Taiwan]]. They were established on 3 May 1962."
    " President Tombalbaye visited Taipei in 1963, and an embassy was opened in N'Djamena.\n\n"
)
PROSE = "The weather was fine, and the people of the town were glad of it.\n\n"
SENTENCE = (
    "On 3 May 2001, President Idriss Déby of Chad visited Taipei and signed a trade agreement worth US$3 million. "
)
# How long sentences begin, what they say again and again, and how they end. Each has stopped the reading for good, as
# their words could be read in two ways or more.
WORDS = (
    ("Chad and Taiwan decided to ", "only once ", "x and establish trade with diplomatic relations"),
    ("Chad severed relations, and they ", "finally only ", "x and relations were restored"),
    ("President Idriss Déby of Chad made a visit to Taiwan, and it was ", "only ", "x y the visit to Chad by Mr Chen"),
    ("Chad has an embassy", " currently", " near by"),
    ("Taiwan gave Chad 40 tonnes of maize, as ", "their ", "x in 2010"),
    ("Far from ", "formally ", ", Chad recognising Taiwan"),
    ("Chad signed", " the treaty (1990),", " with Taiwan"),
    ("Chad and Taiwan signed in 1990 a pact", ", a pact of 1991", ""),
    ("In 2001 they ", "secretly ", "x they met President Chen of Taiwan"),
    ("A Chadian institute for ", "the training ", ""),
    ("Taiwan gave $3 million in aid to Chad. One ", "most expensive ", "zz aid project of $3 million went to Chad"),
    ("In Chad, Taiwan's ICDF programmes", " currently", " zz focused on health and included schools"),
    ("Chad", " formally, thus, in turn,", " spoke and supported the independence of Sudan"),
    ("Taiwan gave Chad 300 tents", ", other food, some rice", ", zz!?"),
    ("Taiwan", ", also, has, first, now, had", " xx helped Chad. It gave $3 million in aid"),
    ("Taiwan's aid to Chad", " granted by Chad", " xx of $3 million"),
    ("Taiwan invested ", "about a total of ", "x $3 million in Chad"),
    ("Chad and Taiwan, the ", "both currently ", "x members of the United Nations"),
    ("Chad is a member of NATO, along with the ", "Aa and ", "zz"),
    ("Chad is a member of NATO", " and of The Ta", " zz"),
    ("In 2003, with ", "an estimated ", "x $3 million, trade between Chad and Taiwan rose"),
    ("Taiwan was the third largest market of ", "their its ", "rice in Chad"),
)


def long_sentences(begin: str, again: str, end: str) -> str:
    """Ten sentences as long as any is read."""
    many = (LONGEST_SENTENCE - len(begin) - len(end) - len(". ")) // len(again)
    return f"{begin}{again * many}{end}. " * 10


HOSTILE: dict[str, Callable[[], str]] = {
    "10,000 nested templates": lambda: "{{a|" * 10_000 + "x" + "}}" * 10_000,
    "10,000 nested templates, unclosed": lambda: "{{a|" * 10_000,
    "10,000 nested templates, only closed": lambda: "}}" * 10_000,
    "10,000 nested arguments": lambda: "{{{a|" * 10_000 + "x" + "}}}" * 10_000,
    "39 nested templates, a thousand times": lambda: ("{{a|" * 39 + "x" + "}}" * 39 + "\n") * 250,
    "10,000 templates side by side": lambda: "{{nowrap|visit to Chad}} " * 10_000,
    "a million brackets": lambda: "[" * 1_000_000,
    "a million brackets, closed": lambda: "[" * 500_000 + "]" * 500_000,
    "a million brackets, in pairs": lambda: "[]" * 500_000,
    "a million braces": lambda: "{" * 1_000_000,
    "a million braces, in pairs": lambda: "{}" * 500_000,
    "half a million links": lambda: "[[" * 250_000 + "x" + "]]" * 250_000,
    "20,000 links side by side": lambda: "[[Chad|Chadian]] " * 20_000,
    "a table of 5 MB": lambda: "{|\n" + "|-\n| 3 May 2001 || President Déby || Taipei\n" * 120_000 + "|}",
    "a table of 250 kB": lambda: (
        "{|\n! Date !! Visitor !! City\n" + "|-\n| 3 May 2001 || President Déby || Taipei\n" * 5_700 + "|}"
    ),
    "a table of 4,000 rows": lambda: "{|\n! Date !! Visitor\n" + "|-\n| 3 May 2001 || President Déby\n" * 4_000 + "|}",
    "a row of 12,000 cells": lambda: "{|\n|-\n" + "| 3 May 2001\n" * 12_000 + "|}",
    "spans beyond all bounds": lambda: '{|\n|-\n| rowspan="99999" colspan="99999" | visit || 2001\n|}' * 50,
    "a thousand nested tables": lambda: "{|\n|\n" * 1_000 + "|}\n" * 1_000,
    "10,000 tables begun": lambda: "{|\n" * 10_000,
    "a line of 140 kB": lambda: SENTENCE * 1_300,
    "300 sentences on one fund": lambda: "The Fund provided $3 million in aid to Chad. " * 300,
    "60 phrases before who gives": lambda: (
        "In the wake of the crisis for the people of the area, " * 60
        + "scholarships and humanitarian assistance of $4 million went with Taiwan and Chad."
    ),
    "1,900 digits behind a verb": lambda: f"Taiwan {'a ' * 900}Chad. Chad sending of Taipei{'1' * 1_900} Chad.",
    **{f"sentences of {words[1].strip(' ,')!r}": partial(long_sentences, *words) for words in WORDS},
    "a word of 250 kB": lambda: "a" * 250_000,
    "250 kB of dates": lambda: "3 May 2001, " * 20_000,
    "250 kB of states": lambda: "Chad and Taiwan " * 15_000,
    "250 kB of names": lambda: "President Idriss Déby " * 11_000,
    "250 kB of numbers": lambda: "1,234,567 " * 25_000,
    "250 kB of quotes": lambda: "'" * 250_000,
    "250 kB of equals signs": lambda: "=" * 250_000,
    "250 kB of list marks": lambda: "*" * 250_000,
    "5,000 list items": lambda: "* visit of President Déby (2001)\n" * 5_000,
    "5,000 headings": lambda: "== Visits ==\n" * 5_000,
    "20,000 comments": lambda: "<!-- -->" * 20_000,
    "20,000 comments begun": lambda: "<!--" * 20_000,
    "20,000 tags begun": lambda: "<ref>" * 20_000,
    "20,000 halves of tags": lambda: "<ref " * 20_000,
    "20,000 addresses begun": lambda: "[http://x " * 20_000,
    "11,000 footnotes": lambda: "x<ref>y</ref> " * 11_000,
    "20,000 nested tags": lambda: "<div>" * 20_000 + "</div>" * 20_000,
    "nowiki begun": lambda: "<nowiki>" * 50_000,
    "20,000 entities": lambda: "&amp;#x41;&nbsp; " * 20_000,
}


def hostile(content: str) -> Page:
    """A page with the content, among as much prose as makes it look like an article, and an article's own words."""
    prose = PROSE * (len(content) // len(PROSE) // 2)
    return Page("hostile.wiki", TITLE, f"{BEGIN}{prose}{content}\n\n{BEGIN}", "wikitext")


def timed(work):
    """The CPU seconds of a call, and what it gave."""
    began = time.process_time()
    result = work()
    return time.process_time() - began, result


@pytest.fixture(scope="module")
def slowness() -> float:
    """How many times slower this machine is now than one that parses a megabyte of wikitext a second; at least once."""
    text = "".join(page.raw for page in corpus(20))
    spent, _ = timed(lambda: mwparserfromhell.parse(text))
    return max(1.0, spent / (len(text) / 1e6))


@pytest.mark.slow
@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_is_read_or_reported_in_time(make, slowness):
    page = hostile(make())
    spent, outcome = timed(lambda: read_page(page))
    assert spent < SECONDS * slowness
    if isinstance(outcome, Failure):
        assert outcome.error in ("Unreadable", "NotARelation")
        assert "hostile.wiki" in outcome.message
    else:
        assert isinstance(outcome, Article)
