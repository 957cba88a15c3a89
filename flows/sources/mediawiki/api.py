"""Questions to MediaWiki's API, and its answers: checked, and put together where it continues."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from flows.sources.mediawiki.client import Answer, Client, NoAnswer, refusal
from flows.sources.mediawiki.etiquette import MAXLAG

Json = dict[str, Any]
K = TypeVar("K")
V = TypeVar("V")

TRIES_FOR_THE_REST = 3
"""How often what an answer left out is asked for again."""

_PASSING = ("maxlag", "ratelimited", "readonly", "timeout")
_PASSING_FAMILY = "internal_api_error"


@dataclass
class Batch:
    """What the API says of some pages: all that it said of each, by its number, or its title where it has no number.

    `steps` lead from a title as it was asked to the one it stands for (`normalized`, `redirects`); `elsewhere` are
    titles of other wikis.
    """

    pages: dict[int | str, Json] = field(default_factory=dict)
    steps: dict[str, str] = field(default_factory=dict)
    elsewhere: set[str] = field(default_factory=set)

    def take(self, query: Json) -> None:
        """Nothing; adds one answer. Raises NoAnswer where it has another shape than MediaWiki gives it."""
        try:
            for page in query.get("pages", ()):
                key = page["pageid"] if "pageid" in page else page["title"]
                self.pages[key] = {**self.pages.get(key, {}), **page}
            for kind in ("normalized", "redirects"):
                self.steps.update({step["from"]: step["to"] for step in query.get(kind, ())})
            self.elsewhere.update(one["title"] for one in query.get("interwiki", ()))
            self.elsewhere.update(one["to"] for one in query.get("redirects", ()) if one.get("tointerwiki"))
        except (AttributeError, KeyError, TypeError) as error:
            raise NoAnswer(f"an answer of another shape ({type(error).__name__}: {error})") from error

    def by_title(self) -> dict[str, Json]:
        """The pages that have a title, by it."""
        return {page["title"]: page for page in self.pages.values() if "title" in page}


@dataclass(frozen=True)
class Api:
    """The API at the address of an api.php."""

    client: Client
    address: str

    def ask(self, **parameters: str | int) -> Json:
        """The answer to `action=query` with the parameters. Raises NoAnswer after the last try, and SourceError."""
        asked = {"action": "query", "format": "json", "formatversion": 2, "maxlag": MAXLAG, **parameters}
        return self.client.tried(lambda: self._checked(self.client.answer(self.address, asked)))

    def batches(self, **parameters: str | int) -> Iterator[Batch]:
        """What is said of pages, as many batches as the API makes of them, each of them whole. Raises as `ask`."""
        batch, further = Batch(), Json()
        while True:
            answer = self.ask(**{**parameters, **further})
            batch.take(answer.get("query", {}))
            if answer.get("batchcomplete") or "continue" not in answer:
                yield batch
                batch = Batch()
            if "continue" not in answer:
                return
            if answer["continue"] == further or not isinstance(answer["continue"], dict):
                raise refusal(self.address, "an answer that continues with itself", "tell those who run the site")
            further = answer["continue"]

    def _checked(self, answer: Answer) -> Json:
        """The answer as JSON; raises NoAnswer where it is none or an error that may pass, SourceError for others."""
        try:
            said = json.loads(answer.body)
        except ValueError as error:
            raise NoAnswer(f"{len(answer.body):,} bytes that are no JSON", answer.after) from error
        if not isinstance(said, dict):
            raise NoAnswer("JSON that is no answer of MediaWiki", answer.after)
        if "error" in said:
            raise self._error(said["error"], answer.after)
        if not isinstance(said.get("query", {}), dict) or not said.keys() & {"query", "batchcomplete", "continue"}:
            raise NoAnswer("JSON that is no answer of MediaWiki", answer.after)
        return said

    def _error(self, error: object, after: float | None) -> Exception:
        said = error if isinstance(error, dict) else {}
        code, told = str(said.get("code", "unknown")), " ".join(str(said.get("info", "")).split())[:300]
        if code in _PASSING or code.startswith(_PASSING_FAMILY):
            return NoAnswer(f"{code}: {told}", after)
        return refusal(self.address, f"the site refuses the question ({code}: {told})", "check the site and the titles")


def whole(wanted: Sequence[K], ask: Callable[[Sequence[K]], dict[K, V]]) -> dict[K, V]:
    """What `ask` gives for each of the wanted; what an answer leaves out is asked for again, TRIES_FOR_THE_REST times.

    What is then still missing is not in the result.
    """
    found: dict[K, V] = {}
    for _ in range(TRIES_FOR_THE_REST):
        rest = [one for one in wanted if one not in found]
        if not rest:
            break
        found |= ask(rest)
    return found
