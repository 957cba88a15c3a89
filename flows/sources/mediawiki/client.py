"""Requests to a site, tried again while what fails may pass: lost connections, time-outs, 429 and 5xx, half answers."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from flows.sources.mediawiki.etiquette import CONTACT, Etiquette
from parsers.errors import SourceError

log = logging.getLogger(__name__)
T = TypeVar("T")

TRIES = 5
"""How often one thing is asked, with 1, 2, 4 and 8 seconds in between where the site names no other time."""

LONGEST_WAIT = 300
"""Seconds that a site may make us wait before another try; one that asks for more is left alone, with an error."""

SILENCE_SECONDS = 30.0
"""How long a connection may say nothing."""

ANSWER_SECONDS = 120.0
"""How long a whole answer may take."""

MAX_ANSWER = 64_000_000
"""Bytes of one answer; MediaWiki's own limit is 8 MB."""

LONG_ADDRESS = 4_000
"""Characters of parameters from which a question is sent as a form, since servers refuse longer addresses."""

_PASSING_STATUS = {408, 425, 429}


class NoAnswer(Exception):
    """What failed this time and may not the next; `after` is how many seconds the site asked us to wait."""

    def __init__(self, found: str, after: float | None = None) -> None:
        super().__init__(found)
        self.after = after


@dataclass(frozen=True)
class Answer:
    """A whole answer: where it came from in the end, its body, and the wait that it asks for."""

    url: str
    body: bytes
    after: float | None


class Client:
    """Connections to sites; to be closed. May be shared by threads."""

    def __init__(self, etiquette: Etiquette) -> None:
        self.etiquette = etiquette
        self._http = httpx.Client(
            headers={"User-Agent": etiquette.agent},
            timeout=SILENCE_SECONDS,
            limits=httpx.Limits(max_connections=etiquette.connections),
            follow_redirects=True,
        )

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def tried(self, attempt: Callable[[], T]) -> T:
        """What the attempt gives, up to TRIES times; raises NoAnswer where all failed, and what else it raises."""
        retrying = Retrying(
            stop=stop_after_attempt(TRIES),
            wait=_wait,
            retry=retry_if_exception_type(NoAnswer),
            sleep=lambda seconds: pause(seconds),
            before_sleep=_tell,
            reraise=True,
        )
        return retrying(attempt)

    def answer(self, url: str, parameters: Mapping[str, str | int] | None = None) -> Answer:
        """The answer to one request. Raises NoAnswer, and SourceError where another try would not help."""
        sent = httpx.QueryParams(dict(parameters or {}))
        try:
            with self._sending(url, sent) as response:
                after = _after(response)
                _check_status(response, after)
                return Answer(str(response.url), _body(response), after)
        except httpx.UnsupportedProtocol as error:
            raise refusal(url, str(error), "check the address") from error
        except (httpx.TransportError, httpx.DecodingError) as error:
            raise NoAnswer(_named(error)) from error
        except (httpx.InvalidURL, httpx.TooManyRedirects) as error:
            raise refusal(url, str(error), "check the address") from error

    def _sending(self, url: str, sent: httpx.QueryParams) -> AbstractContextManager[httpx.Response]:
        if len(str(sent)) <= LONG_ADDRESS:
            return self._http.stream("GET", url, params=sent or None)
        # The header lets sites of several data centres answer a form from the nearest, as MediaWiki describes.
        promise = {"Promise-Non-Write-API-Action": "true"}
        return self._http.stream("POST", url, data=dict(sent), headers=promise)


def pause(seconds: float) -> None:
    """Nothing, after so many seconds."""
    time.sleep(seconds)


def refusal(where: str, found: str, remedy: str, expected: str = "the API of a MediaWiki") -> SourceError:
    """The error of a site that cannot be read."""
    return SourceError(found, where=where, expected=expected, remedy=remedy)


def _body(response: httpx.Response) -> bytes:
    """The whole body; raises NoAnswer where it takes too long, and SourceError where it is too large."""
    deadline = time.monotonic() + ANSWER_SECONDS
    body = bytearray()
    for piece in response.iter_bytes():
        body += piece
        if len(body) > MAX_ANSWER:
            raise refusal(str(response.url), f"an answer above {MAX_ANSWER:,} bytes", "check the address")
        if time.monotonic() > deadline:
            raise NoAnswer(f"no whole answer in {ANSWER_SECONDS:g} seconds")
    return bytes(body)


def _check_status(response: httpx.Response, after: float | None) -> None:
    status = response.status_code
    if status in _PASSING_STATUS or status >= 500:
        raise NoAnswer(f"HTTP {status} {response.reason_phrase}".rstrip(), after)
    if status != 200:
        remedy = f"set {CONTACT} to your address" if status == 403 else "check the address of the site"
        raise refusal(str(response.url.copy_with(query=None)), f"HTTP {status} {response.reason_phrase}", remedy)


def _after(response: httpx.Response) -> float | None:
    """The seconds of a Retry-After header, in either of its forms; null where it has none, or one of another form.

    Raises SourceError where the site asks for more than LONGEST_WAIT.
    """
    said = response.headers.get("Retry-After", "").strip()
    seconds = _seconds(said)
    if seconds is not None and seconds > LONGEST_WAIT:
        raise refusal(
            str(response.url.copy_with(query=None)), f"it asks to wait {seconds:.0f} seconds", "run again then"
        )
    return seconds


def _seconds(said: str) -> float | None:
    if said.isdecimal():
        return float(said)
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return None
    return max((moment.astimezone(UTC) - datetime.now(UTC)).total_seconds(), 0.0)


def _wait(state: RetryCallState) -> float:
    """What the site asked for, else twice as long each time, with a part by chance, so that clients do not march."""
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, NoAnswer) and error.after is not None:
        return error.after
    return 2.0 ** (state.attempt_number - 1) * random.uniform(0.75, 1.25)


def _tell(state: RetryCallState) -> None:
    seconds = state.next_action.sleep if state.next_action else 0
    level = logging.WARNING if seconds >= 10 else logging.INFO
    error = state.outcome.exception() if state.outcome else None
    log.log(level, "%s; trying again in %.0f s (try %d of %d)", error, seconds, state.attempt_number + 1, TRIES)


def _named(error: Exception) -> str:
    """The error in words, also where the library gave it none."""
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
