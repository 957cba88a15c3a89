"""LICENSE: on what terms the data may be used, and whom to credit."""

from __future__ import annotations

from textwrap import fill

from outputs.describe import FIRST
from outputs.licence import BY_SA, TERMS, others, stated, unstated
from outputs.markdown import plural
from outputs.model import Release

PATH = TERMS
ROUND = FIRST

WIDTH = 76
"""Characters of a line."""

HEAD = """\
Licence of this data
====================
"""

ONE = f"""\
The files of this release are licensed under the {BY_SA.title} licence (SPDX: {BY_SA.spdx}). \
Legal text: {BY_SA.url}legalcode"""

SEVERAL = """\
No one licence covers the files of this release. Some sources are under terms that do not allow this: {others}. \
See ATTRIBUTION.csv before you pass on their rows: it has the licence of each page, and the relation_id of a row leads \
to its page in the table articles."""

OTHERS = f"""\
Rows of the other sources, and the files that hold no row, are licensed under the {BY_SA.title} licence \
(SPDX: {BY_SA.spdx}). Legal text: {BY_SA.url}legalcode"""

WHY = """\
The columns with words of a source (`evidence`, `text`, `date_text`, names, titles and the like, and the tables \
articles, sections, sentences, links, citations and evidence) repeat text of the articles that were read; those of \
Wikipedia are licensed by their authors under CC BY-SA. Facts as such are not owned by anyone; the words that state \
them are, and so is a collection of them in some countries."""

SIMPLE = " One licence for all files keeps this simple."

CREDIT = """\
Whom to credit
--------------
ATTRIBUTION.csv lists each page with its revision, a permanent link, whose
history names the authors, and its licence.
"""

REST = """\
Where you publish rows, keep `evidence_url` with them, or name the page and its
revision; where you publish the whole, keep ATTRIBUTION.csv. Credit the
collection as "Bilaterals" with the version that you used.

What was changed
----------------
The text of the pages was freed of markup, divided into sentences, and read by a
program, which may have misread it. No author of a page endorses this data.

What you must do
----------------
Credit as above, link to the licence, say what you changed, and publish what
you make from the text under the same licence or a compatible one.

The data comes as it is, without warranty of any kind.
"""


def render(release: Release) -> str:
    """The note as plain text: the licence, or that no one covers all, with those that the sources state."""
    barred = others(release)
    opening = [SEVERAL.format(others=", ".join(barred)), OTHERS] if barred else [ONE]
    why = f"Why a licence\n-------------\n{_filled(WHY if barred else WHY + SIMPLE)}\n"
    paragraphs = [*(f"{_filled(words)}\n" for words in opening), why, f"{CREDIT}{_filled(_sources(release))}"]
    return "\n".join([HEAD, *paragraphs, REST])


def _sources(release: Release) -> str:
    """The licences that the sources state, and how many state none."""
    names, silent, pages = stated(release), unstated(release), release.stored["articles"].num_rows
    if not names:
        return "They state no licence themselves."
    unknown = f" Of {silent:,} of {plural(pages, 'page')} no licence is known." if silent else ""
    return f"They state: {', '.join(names)}.{unknown}"


def _filled(words: str) -> str:
    return fill(words, WIDTH, break_long_words=False, break_on_hyphens=False)
