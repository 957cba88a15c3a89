"""The values of this stage: a page as a wiki gives it, and the document that is read from it.

Offsets are character offsets into `Document.text`, half open, so that `text[start:end]` is what they mean.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from parsers.lazy import lazy

Span = tuple[int, int]
"""Start and end in the stored text."""


@dataclass(frozen=True, slots=True)
class Absence:
    """Why a source names a page and has no text of it: `found` and `remedy` as in an error.

    `lasting` where the page is gone, as one that was deleted; otherwise the source could not give it this time.
    """

    found: str
    remedy: str
    lasting: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page as its source gave it.

    `name` is what the source calls it (a file's name, a title), for messages and the manifest; `form` is "wikitext"
    or "flattened"; `revision_id`, `timestamp` (ISO 8601, UTC), `url` (permanent link to the revision) and `licence` are
    null where the source does not know them. `site` is the address that a wiki gives itself: pages of one site and
    title are one page at several times. `absent` says why there is no text of it; `raw` is then empty.
    """

    name: str
    title: str
    raw: str
    form: str
    revision_id: int | None = None
    timestamp: str | None = None
    url: str | None = None
    licence: str | None = None
    site: str | None = None
    absent: Absence | None = None

    @property
    def place(self) -> str:
        """Its name and revision, for messages.

        >>> Page("kenya-norway.wiki", "Kenya–Norway relations", "", "wikitext", revision_id=123).place
        'kenya-norway.wiki (revision 123)'
        """
        return self.name if self.revision_id is None else f"{self.name} (revision {self.revision_id})"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, up to the next heading of its level; the lead is section 0 with no title.

    `path` holds the titles from the outermost heading to this one: ("Economic relations", "Trade").
    """

    level: int
    title: str
    path: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row: its own words, the head of its column, and its column's number from 0.

    A cell that a rowspan repeats points at the words where they stand, in an earlier row. `flag` is the state whose
    flag stands beside the words, by its name; "" where none or several do.
    """

    start: int
    end: int
    head: str
    column: int
    flag: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that reads as one: `kind` is title, heading, paragraph, item, field, row or caption.

    `section` indexes `Document.sections`. `head` is the offset span of the line that introduces this block (a list's
    head line, an outer list item, a table's caption), or null. `depth` is a list item's nesting from 1. `label` is an
    infobox field's name. `cells` are a row's cells; a row that only holds column heads is not a block of its own.
    """

    kind: str
    start: int
    end: int
    section: int
    head: tuple[int, int] | None = None
    depth: int = 0
    label: str = ""
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph, list item or caption; a field or row is one sentence. `block` indexes blocks.

    No trailing white space: the span ends with the last character of the sentence.
    """

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Link:
    """Words that link to another page of the wiki; `target` is its title with the first letter upper case."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A footnote: where its mark stands in the text (after `at` characters), and what it cites, null where unsaid."""

    at: int
    text: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    date: str | None = None


@dataclass(frozen=True)
class Document:
    """A page read into one stored text and the structure that points into it.

    `unknown_templates` are the names (and how often) of templates that no rule of `templates` says in full; their
    words are kept in the text.
    """

    page: Page
    text: str
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    links: tuple[Link, ...] = ()
    citations: tuple[Citation, ...] = ()
    unknown_templates: tuple[tuple[str, int], ...] = field(default=())

    @lazy
    def article_id(self) -> str:
        """The stable name of the article: its title, lower case, words joined by hyphens.

        >>> Document(Page("f", "Chad–Taiwan relations", "", "flattened"), "", (), (), ()).article_id
        'chad-taiwan-relations'
        """
        return "-".join("".join(c if c.isalnum() else " " for c in self.page.title.casefold()).split())
