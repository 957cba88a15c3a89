"""Page → Article, or the Failure that says why not: the stages of parsers, one after the other, for one page."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass

from flows.memory import uncollected
from parsers.assemble import Part, assemble_article, part_of
from parsers.document.model import Document, Page
from parsers.document.read import read_document
from parsers.errors import ArticleError
from parsers.facts.rule import read_facts
from parsers.language.annotate import read_article

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Article:
    """A page that was read: what it was, and its rows as columns, which may stand in a file.

    `sha256` is that of its text as the source gave it; `unknown_templates` as in `parsers.document.model.Document`.
    """

    name: str
    title: str
    revision_id: int | None
    sha256: str
    unknown_templates: tuple[tuple[str, int], ...]
    part: Part


@dataclass(frozen=True)
class Failure:
    """A page that was not read: its name, the class of the error, and its message, without paths and times."""

    page: str
    error: str
    message: str


Outcome = Article | Failure


def read_page(page: Page) -> Outcome:
    """The article of a page, or why there is none; raises nothing, so that the other pages go on.

    An error of the program gives a Failure as well; its traceback is in the log.
    """
    try:
        with uncollected():
            return _read(page)
    except ArticleError as error:
        log.warning("%s", error, extra={"page": page.name, "error": type(error).__name__})
        message = str(error) if page.name in str(error) else f"{page.name}: {error}"
        return Failure(page.name, type(error).__name__, message)
    except Exception as error:
        log.exception("%s: an error of the program", page.name, extra={"page": page.name})
        return Failure(page.name, type(error).__name__, f"{page.name}: an error of the program; please report it")


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
