"""Each word list under parsers/ is in the form that `make format` gives it, and the folder's README tells of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from lexicon_form import ROOT, WIDTH, formed, lexicons

LEXICON = ROOT / "parsers" / "language" / "lexicon"


@pytest.mark.parametrize("path", lexicons(), ids=lambda path: path.name)
def test_a_word_list_is_in_its_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert formed(text) == text, f"{path.name} has a line of more than {WIDTH} characters: run `make format`"


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  b: [" + '"x, y", ' * 40 + "z]  # why\n",
        "- [" + "one two, " * 40 + "three]\n- four\n",
        "a: >-\n  " + "U.S. " * 50 + "U.K.\n\nb: >-\n  " + "see also, " * 30 + "main\n",
        'a: ["' + "x" * 200 + '", y, "' + "z" * 200 + '"]\n',
    ],
)
def test_what_is_formed_stays_as_it_is(text: str) -> None:
    made = formed(text)
    assert made != text
    assert formed(made) == made


def test_lines_that_fit_stay_as_they_are() -> None:
    text = "# Why.\na: [b,\n    c]   # of these\n"
    assert formed(text) == text


def test_the_readme_has_a_row_for_each_file() -> None:
    lines = (LEXICON / "README.md").read_text(encoding="utf-8").splitlines()
    rows = [line.split("|")[1].strip() for line in lines if line.startswith("| `")]
    files = {f"`{path.name}`" for path in LEXICON.iterdir() if path.suffix in (".csv", ".yaml")}
    assert sorted(rows) == sorted(files)
