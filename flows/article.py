"""Page → Article, or the Failure that says why not: the stages of parsers, one after the other, for one page."""

from __future__ import annotations

import hashlib
import traceback
from dataclasses import dataclass, field

from flows.memory import uncollected
from parsers.assemble import Part, assemble_article, part_of
from parsers.document.model import Document, Page
from parsers.document.read import read_document
from parsers.errors import ArticleError, NotARelation
from parsers.facts.rule import read_facts
from parsers.language.annotate import read_article


@dataclass(frozen=True)
class Failure:
    """A page that was not read: its name, the class of the error, and its message, without paths and times.

    `trace` is the traceback of an error of the program, for the log alone.
    """

    page: str
    error: str
    message: str
    trace: str = field(default="", repr=False, compare=False)

    def as_json(self) -> dict[str, object]:
        """What the manifest and scripts are told."""
        return {"page": self.page, "error": self.error, "message": self.message}


@dataclass(frozen=True)
class Article:
    """A page that was read: what it was, and its rows as columns, which may stand in a file.

    `sha256` is that of its text as the source gave it; `unknown_templates` as in `parsers.document.model.Document`.
    `stale` says why the page cannot be read now, where this is what was read of it before: see `state.last_pages`.
    """

    name: str
    title: str
    revision_id: int | None
    sha256: str
    unknown_templates: tuple[tuple[str, int], ...]
    part: Part
    stale: Failure | None = None


Outcome = Article | Failure


def read_page(page: Page) -> Outcome:
    """The article of a page, or why there is none; raises nothing, so that the other pages go on.

    An error of the program gives a Failure as well, with its traceback. Nothing is logged, as this runs anywhere.
    """
    try:
        with uncollected():
            return _read(page)
    except NotARelation as error:
        return _failure(page, error.at(_titled(page)))
    except ArticleError as error:
        return _failure(page, error)
    except BaseException as error:
        if not (isinstance(error, Exception) or _is_panic(error)):
            raise
        message = f"{page.place}: an error of the program; please report it"
        return Failure(page.name, type(error).__name__, message, traceback.format_exc())


def _failure(page: Page, error: ArticleError) -> Failure:
    return Failure(page.name, type(error).__name__, str(error))


def _titled(page: Page) -> str:
    """The page's place with its title, where its name does not have it: a file may say its title itself."""
    return page.place if page.title in page.name else f"{page.place}: title “{page.title}”"


def _is_panic(error: BaseException) -> bool:
    """Whether a library that is written in Rust failed: what it then raises is no Exception."""
    return type(error).__name__ == "PanicException"


def _read(page: Page) -> Article:
    document = read_document(page)
    reading = read_article(document)
    return _article(document, part_of(assemble_article(reading, read_facts(reading))))


def _article(document: Document, part: Part) -> Article:
    page = document.page
    return Article(
        name=page.name,
        title=page.title,
        revision_id=page.revision_id,
        sha256=hashlib.sha256(page.raw.encode("utf-8", "surrogateescape")).hexdigest(),
        unknown_templates=document.unknown_templates,
        part=part,
    )
