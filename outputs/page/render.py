"""The templates filled: the page of a release as one HTML text."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from outputs import about, quality, schemaorg
from outputs.licence import licence
from outputs.model import Release
from outputs.page import figures, plots, view

SCRIPTS = ("dom", "store", "search", "row", "preview", "timeline", "trade", "relation", "start")
"""The scripts of the page, each building on those before."""


def release_page(release: Release) -> str:
    """index.html of a release; the same release gives the same page."""
    script = _script()
    return environment().get_template("release.html").render(
        release=release,
        style=asset("page.css"),
        script=script,
        policy=policy(script),
        json_ld=schemaorg.json_ld(release),
        citation=about.citation(release),
        bibtex=about.bibtex(release),
        licence=licence(release),
        contents=view.contents(release),
        numbers=view.key_numbers(release),
        groups=view.groups(release),
        yearly=view.yearly(release),
        regions=figures.coverage(view.relations(release)),
        matrix=view.posts(release),
        related={str(row["relation_id"]) for row in view.relations(release)},
        names=view.names(release),
        sizes=view.sizes(release),
        sizes_plot=plots.cells(view.sizes(release)),
        validation=release.validation,
        expectations=view.expectations(release.validation),
        checks=view.checks(release),
        figures=quality.figures(release),
        meanings=quality.MEANINGS,
        by_table=quality.by_table(release),
        measured=quality.measured(),
        trend=quality.trend(release),
        failures=view.pages_not_read(release.manifest),
        changes=list(view.changes(release)),
        files=view.listing(release.files),
    )  # fmt: skip


@cache
def environment() -> Environment:
    """The templates, with every value escaped and none that may be missing."""
    environment = Environment(
        loader=PackageLoader("outputs.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"number": number, "size": size, "percent": percent, "sentence": sentence}
    environment.globals |= {"share_of": quality.share, "macro_f1": quality.macro_f1}
    return environment


@cache
def asset(name: str) -> Markup:
    """A file of `assets`, to stand in a page as it is."""
    return Markup(files("outputs.page").joinpath("assets", name).read_text(encoding="utf-8"))


def _script() -> Markup:
    """All scripts as one, with nothing of theirs visible to others but what it hands out itself."""
    return Markup('(() => {\n"use strict";\n' + "\n".join(asset(f"{name}.js") for name in SCRIPTS) + "})();\n")


def policy(script: str | None) -> str:
    """The page's Content Security Policy: the script of these bytes and those that it loads run, nothing else does.

    No request leaves, since no source is named for any; a script that is loaded stands beside the page.
    """
    allowed = "'none'"
    if script is not None:
        digest = base64.b64encode(hashlib.sha256(f"\n{script}".encode()).digest()).decode()
        allowed = f"'sha256-{digest}' 'strict-dynamic'"
    return f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def sentence(words: str) -> str:
    """Words with a capital at their beginning, the others as they are."""
    return words[:1].upper() + words[1:]


def number(value: int | None) -> str:
    """A count with commas; a dash where it is not known.

    >>> number(1234567)
    '1,234,567'
    """
    return "–" if value is None else f"{value:,}"


def size(count: int) -> str:
    """A number of bytes in decimal units.

    >>> size(512), size(20480), size(3_400_000)
    ('512 B', '20 kB', '3.4 MB')
    """
    for unit, scale in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if count >= scale:
            value = count / scale
            return f"{value:.1f} {unit}" if value < 10 and unit != "kB" else f"{value:.0f} {unit}"
    return f"{count} B"


def percent(share: float | None) -> str:
    """A share of 0 to 1, a dash where it is not known; 0 % is shown for nothing alone, 100 % for all.

    >>> percent(0.256), percent(0.9999), percent(0.0001), percent(1.0)
    ('26 %', '> 99 %', '< 1 %', '100 %')
    """
    if share is None:
        return "–"
    if 0 < share < 0.005:
        return "< 1 %"
    return "> 99 %" if 0.995 < share < 1 else f"{share:.0%}".replace("%", " %")
