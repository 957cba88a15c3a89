"""LICENSE: on what terms the data may be used, and whom to credit."""

from __future__ import annotations

from outputs.describe import FIRST
from outputs.model import Release

PATH = "LICENSE"
ROUND = FIRST

TEXT = """\
Licence of this data
====================

The files of this release are licensed under the Creative Commons
Attribution-ShareAlike 4.0 International licence (SPDX: CC-BY-SA-4.0).
Legal text: https://creativecommons.org/licenses/by-sa/4.0/legalcode

Why this licence
----------------
The columns with words of a source (`evidence`, `text`, `date_text`, names,
titles and the like, and the tables articles, sections, sentences, links,
citations and evidence) repeat text of the articles that were read; those of
Wikipedia are licensed by their authors under CC BY-SA. Facts as such are not owned by anyone; the words that
state them are, and so is a collection of them in some countries. One licence
for all files keeps this simple.

Whom to credit
--------------
ATTRIBUTION.csv lists each page with its revision, a permanent link, whose
history names the authors, and its licence.
{sources}
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
    """The note as plain text, with the licences that the sources state."""
    licences = sorted(map(str, release.stored["articles"].column("licence").unique().drop_null().to_pylist()))
    stated = f"They state: {', '.join(licences)}." if licences else "They state no licence themselves."
    return TEXT.format(sources=stated)
