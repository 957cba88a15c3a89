"""Verdicts of validation: what was said of rows stands as long as they and the code do, and for nothing else."""

from __future__ import annotations

import os
import signal
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from flow_pages import ARTICLE

from expectations.gate import Validation
from flows import validator
from flows.article import Article
from flows.assembled import Assembled, assembled
from flows.state import articles
from parsers.document.model import Page

STATES = ("Chad", "Chile", "Ghana", "Kenya", "Nepal", "Togo")

pytestmark = pytest.mark.usefixtures("state")


def put_together(folder: Path, years: dict[str, int]) -> Assembled:
    """Articles on states, each with the year in which relations were resumed; they began in 1991."""
    pages = []
    for name, year in years.items():
        text = ARTICLE.replace("Estonia–Peru", f"Estonia–{name}").replace("Peru", name)
        text += f"Relations were resumed on 3 May {year}.\n"
        pages.append(Page(f"{name}.txt", f"Estonia–{name} relations", text, "flattened"))
    parts = [one.part for one in map(articles.read, pages) if isinstance(one, Article)]
    return assembled(parts, folder)


def too_early(validation: Validation) -> tuple[str, ...]:
    """The pairs of states whose relations were resumed before they began."""
    return next(one.units for one in validation.outcomes if one.name == "resumes_what_began")


def test_units_that_changed_alone_are_validated(tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {name: 1980 if name in ("Chad", "Ghana", "Kenya") else 2015 for name in STATES}
    first = put_together(tmp_path / "first", before)
    said = validator.begun(first)()
    assert too_early(said) == ("EST-GHA", "EST-KEN", "EST-TCD")
    first.keep(said.outcomes, first.files)
    now = {name: year for name, year in (before | {"Chile": 1980, "Ghana": 2015}).items() if name != "Togo"}
    found = put_together(tmp_path / "second", now)
    assert found.changed is not None
    asked: list[int] = []
    examine = validator._examine
    with monkeypatch.context() as patch:
        patch.setattr(validator, "_examine", lambda *args: asked.append(len(args[1]["ties"])) or examine(*args))
        again = validator.begun(found)()
    assert too_early(again) == ("CHL-EST", "EST-KEN", "EST-TCD")
    assert asked == [4], "two ties of two states"
    monkeypatch.setenv("BILATERALS_HOME", str(tmp_path / "other"))
    whole = validator.begun(put_together(tmp_path / "anew", now))()
    assert again == whole
    assert again.outcomes == whole.outcomes


def test_rows_that_were_found_sound_are_not_validated_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    years = dict.fromkeys(STATES, 1980)
    first = put_together(tmp_path / "first", years)
    said = validator.begun(first)()
    first.keep(said.outcomes, first.files)
    monkeypatch.setattr(validator, "_examine", pytest.fail)
    assert validator.begun(put_together(tmp_path / "second", years))() == said


def test_processes_that_were_started_say_what_this_one_says(tmp_path: Path) -> None:
    found = put_together(tmp_path / "first", dict.fromkeys(STATES, 1980))
    here = validator.begun(found)()
    with validator.ahead():
        validator.start()
        there = validator.begun(found)()
    assert there == here and there.outcomes == here.outcomes
    assert too_early(there), "something is said"


def ended() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.slow
@pytest.mark.parametrize("when", ["before", "meanwhile"])
def test_rows_are_validated_here_where_the_process_dies(when: str, tmp_path: Path, caplog) -> None:
    found = put_together(tmp_path / "first", dict.fromkeys(STATES, 1980))
    with validator.ahead():
        validator.start()
        (pool,) = validator._ahead.pools
        if when == "before":
            with pytest.raises(BrokenProcessPool):
                pool.submit(ended).result()
            said = validator.begun(found)
        else:
            pool.submit(ended)
            said = validator.begun(found)
        assert too_early(said())


def test_the_process_is_gone_where_the_run_is_interrupted(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), validator.ahead():
        validator.start()
        (child,) = validator._ahead.pools[0]._processes.values()
        raise KeyboardInterrupt
    assert not child.is_alive()
