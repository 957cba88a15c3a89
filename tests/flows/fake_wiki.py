"""A small wiki that answers the questions of `flows.sources.mediawiki` as MediaWiki does, where there is none.

`test_mediawiki_real.py` holds its answers against those of a real one.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from loopback import Handler, serving

Json = dict[str, Any]

DAY = "2024-05-01T10:00:00Z"
NAMESPACES = {"Talk": 1, "User": 2, "Template": 10, "Category": 14}
_REDIRECT = re.compile(r"#REDIRECT \[\[([^\]#|]+)", re.I)
_CATEGORY = re.compile(r"\[\[(Category:[^\]|]+)")


@dataclass
class Stored:
    """A page: its number, and its newest revision."""

    number: int
    title: str
    text: str
    revision: int
    timestamp: str

    @property
    def namespace(self) -> int:
        return NAMESPACES.get(self.title.partition(":")[0], 0)

    @property
    def target(self) -> str | None:
        found = _REDIRECT.match(self.text)
        return found[1] if found else None


@dataclass
class FakeWiki:
    """The wiki: `limit` pages an answer of a list, `bytes` of text an answer; `asked` has what it was asked.

    `broken` are numbers of pages at which it fails whenever it is asked for their text.
    """

    limit: int = 500
    bytes: int = 8_000_000
    url: str = ""
    pages: dict[str, Stored] = field(default_factory=dict)
    events: list[Json] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    broken: set[int] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)
    _last: int = 0

    def load(self, pages: dict[str, str], timestamp: str = DAY) -> None:
        """Nothing; each title gets a revision with that text, unless it has that text already."""
        for title, text in pages.items():
            before = self.pages.get(title)
            if before and before.text == text:
                continue
            self._last += 1
            number = before.number if before else self._last
            self.pages[title] = Stored(number, title, text, self._last, timestamp)

    def move(self, before: str, after: str, *, redirect: bool = True) -> None:
        """Nothing; the page has another title and a revision that says so."""
        page = self.pages.pop(before)
        self._last += 1
        self.pages[after] = Stored(page.number, after, page.text, self._last, page.timestamp)
        if redirect:
            self.load({before: f"#REDIRECT [[{after}]]"})
        self._log(before, "move", "move", {"target_ns": 0, "target_title": after}, "")

    def delete(self, title: str, reason: str = "") -> None:
        """Nothing; the page is gone."""
        del self.pages[title]
        self._log(title, "delete", "delete", {}, reason)

    def _log(self, title: str, kind: str, action: str, params: Json, comment: str) -> None:
        event = {"type": kind, "action": action, "params": params, "timestamp": DAY, "comment": comment}
        self.events.insert(0, {"ns": 0, "title": title, **event})

    @contextmanager
    def running(self) -> Iterator[FakeWiki]:
        """The wiki while it answers at `url`."""

        class Answering(Handler):
            def do_GET(handler) -> None:  # noqa: N802, N805
                self._answer(handler, urlsplit(handler.path).query)

            def do_POST(handler) -> None:  # noqa: N802, N805
                self._answer(handler, handler.asked().decode())

        with serving(Answering) as self.url:
            yield self

    @property
    def api(self) -> str:
        return f"{self.url}/api.php"

    def texts_asked(self) -> list[str]:
        """The numbers of the pages whose text was asked for."""
        return [number for one in self.asked for number in one.get("pageids", "").split("|") if number]

    def _answer(self, handler: Handler, query: str) -> None:
        if not urlsplit(handler.path).path.endswith("/api.php"):
            page = f'<html><head><link rel="EditURI" type="application/rsd+xml" href="{self.url}/api.php?action=rsd"/>'
            handler.answer(200, page.encode(), {"Content-Type": "text/html"})
            return
        asked = dict(parse_qsl(query))
        self.asked.append(asked)
        self.headers.append({name.lower(): value for name, value in handler.headers.items()})
        body = json.dumps(self.answer(asked)).encode()
        failed = b'"internal_api_error' in body
        handler.answer(500 if failed else 200, body, {"Content-Type": "application/json; charset=utf-8"})

    def answer(self, asked: dict[str, str]) -> Json:
        """What MediaWiki answers to the question, but for what our program does not look at."""
        if asked.get("meta") == "siteinfo":
            return self._siteinfo()
        if asked.get("list") == "logevents":
            return {"batchcomplete": True, "query": {"logevents": self._events(asked["letitle"])}}
        if "pageids" in asked:
            return self._texts([int(one) for one in asked["pageids"].split("|")], int(asked.get("rvcontinue", "0")))
        if asked.get("generator") == "categorymembers":
            return self._listed("gcmcontinue", self._members(asked["gcmtitle"]), asked)
        if asked.get("generator") == "allpages":
            return self._listed("gapcontinue", self._beginning(asked["gapprefix"]), asked)
        return {"batchcomplete": True, "query": self._titles(asked["titles"].split("|"))}

    def _siteinfo(self) -> Json:
        general = {"sitename": "Testwiki", "server": self.url, "script": "/index.php"}
        rights = {"url": "https://creativecommons.org/licenses/by-sa/4.0/", "text": "CC BY-SA 4.0"}
        return {"batchcomplete": True, "query": {"general": general, "rightsinfo": rights}}

    def _events(self, title: str) -> list[Json]:
        return [event for event in self.events if event["title"] == title]

    def _members(self, category: str) -> list[Stored]:
        return [page for page in self.pages.values() if category in _CATEGORY.findall(page.text)]

    def _beginning(self, prefix: str) -> list[Stored]:
        return [page for page in self.pages.values() if page.title.startswith(prefix) and not page.target]

    def _listed(self, name: str, found: list[Stored], asked: dict[str, str]) -> Json:
        start = int(asked.get(name, "0"))
        some = found[start : start + self.limit]
        answer: Json = {"batchcomplete": True}
        if start + self.limit < len(found):
            answer["continue"] = {name: str(start + self.limit), "continue": f"{name}||"}
        return answer | ({"query": {"pages": [_info(page) for page in some]}} if some else {})

    def _titles(self, titles: list[str]) -> Json:
        query: Json = {"normalized": [], "redirects": [], "pages": []}
        for asked in titles:
            title = asked[:1].upper() + asked[1:]
            if title != asked:
                query["normalized"].append({"fromencoded": False, "from": asked, "to": title})
            passed = {title}
            while title in self.pages and (target := self.pages[title].target):
                query["redirects"].append({"from": title, "to": target})
                title = target
                if title in passed:
                    break
                passed.add(title)
            else:
                page = self.pages.get(title)
                said = _info(page) if page else _nothing(title)
                query["pages"] += [said] if said not in query["pages"] else []
        return {name: found for name, found in query.items() if found}

    def _texts(self, numbers: list[int], start: int) -> Json:
        """The texts from the page of that place on, as many as fit into an answer, and the pages of the rest."""
        if self.broken & set(numbers):
            return {"error": {"code": "internal_api_error_Exception", "info": "Caught exception of type Exception"}}
        by_number = {page.number: page for page in self.pages.values()}
        pages, room, further = [], self.bytes, None
        for place, number in enumerate(sorted(numbers)):
            page = by_number.get(number)
            if page is None:
                pages.append({"pageid": number, "missing": True})
                continue
            known: Json = {"pageid": number, "ns": page.namespace, "title": page.title}
            room -= len(page.text.encode()) if place >= start else 0
            if further is None and room < 0 and place > start:
                further = place
            if place >= start and further is None:
                known["revisions"] = [self._revision(page)]
            pages.append(known)
        answer: Json = {"query": {"pages": pages}}
        if further is None:
            return answer | {"batchcomplete": True}
        return answer | {"continue": {"rvcontinue": str(further), "continue": "||"}}

    def _revision(self, page: Stored) -> Json:
        sha1 = hashlib.sha1(page.text.encode()).hexdigest()
        slot = {"contentmodel": "wikitext", "contentformat": "text/x-wiki", "sha1": sha1, "content": page.text}
        if page.number in self.hidden:
            slot = {"contentmodel": "wikitext", "texthidden": True, "sha1hidden": True}
        return {"revid": page.revision, "parentid": 0, "timestamp": page.timestamp, "slots": {"main": slot}}


def _info(page: Stored) -> Json:
    said = {"pageid": page.number, "ns": page.namespace, "title": page.title, "lastrevid": page.revision}
    return said | ({"redirect": True} if page.target else {})


def _nothing(title: str) -> Json:
    if not title or set(title) & set("[]{}<>#"):
        return {
            "title": title,
            "invalid": True,
            "invalidreason": "The requested page title contains invalid characters.",
        }
    return {"ns": NAMESPACES.get(title.partition(":")[0], 0), "title": title, "missing": True}
