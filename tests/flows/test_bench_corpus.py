"""The corpus that benchmarks run on: of real size and shape, the same everywhere, and read like any article."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from statistics import mean, median

import pytest

from flows.article import Article, read_page
from flows.bench.corpus import LONGEST, article, corpus, write
from flows.sources import gather
from parsers.document.read import read_document
from parsers.language.states import pair_of

MANY = 300


@pytest.fixture(scope="module")
def pages():
    return list(corpus(MANY))


def test_an_article_is_the_same_whatever_the_number_asked_for(pages):
    assert list(corpus(3)) == pages[:3]
    assert article(7, seed=1) != article(7, seed=0)


def test_the_same_seed_gives_the_same_bytes_in_another_process(pages):
    code = "import sys; from flows.bench.corpus import article; sys.stdout.buffer.write(article(11).raw.encode())"
    hashed = os.environ | {"PYTHONHASHSEED": "11"}
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=hashed).stdout
        == pages[11].raw.encode()
    )


def test_each_article_is_on_another_pair_of_states(pages):
    assert len({frozenset(pair_of(page.title)) for page in pages}) == MANY
    assert len({page.name for page in pages}) == MANY


def test_lengths_are_those_of_real_articles(pages):
    sizes = [len(page.raw.encode()) for page in pages]
    assert 12_000 < mean(sizes) < 18_000
    assert median(sizes) < mean(sizes)
    assert min(sizes) > 1_000
    assert 60_000 < max(sizes) < LONGEST * 1.15


def test_footnotes_are_as_many_and_as_long_as_those_of_real_articles(pages):
    notes = [note for page in pages[:40] for note in re.findall(r"<ref\b[^>/]*>.*?</ref>", page.raw, re.DOTALL)]
    characters = sum(len(read_document(page).text) for page in pages[:40])
    assert 2.5 < 1_000 * len(notes) / characters < 3.3
    assert 240 < mean(len(note.encode()) for note in notes) < 280


@pytest.mark.parametrize(
    "shape",
    [
        "{{Infobox bilateral relations",
        "{|",
        "rowspan=",
        "\n* ",
        "\n#",
        "<ref name=",
        "{{cite ",
        "{{flag",
        "[[File:",
        "{{US",
    ],
)
def test_the_corpus_has_what_articles_have(pages, shape):
    assert sum(shape in page.raw for page in pages) > MANY / 20


def test_names_dates_and_numbers_differ_between_articles_of_the_same_section(pages):
    marks = [
        page.raw.split("Treaty of Peace and Commerce (")[1][:4] for page in pages if "Peace and Commerce (" in page.raw
    ]
    assert len(marks) > 10
    assert len(set(marks)) > len(marks) / 3


def test_articles_of_the_corpus_are_read_and_have_facts(pages):
    read = [read_page(page) for page in pages[:8]]
    assert all(isinstance(one, Article) for one in read)
    tables = [one.part.source.tables("relation_id") for one in read]
    assert all(any(one[name].num_rows for name in ("visits", "agreements", "missions")) for one in tables)


def test_a_share_comes_in_another_edition_with_another_revision(pages):
    later = list(corpus(MANY, changed=0.01))
    changed = [(old, new) for old, new in zip(pages, later, strict=True) if old != new]
    assert len(changed) == MANY / 100
    assert all(
        old.raw != new.raw and new.revision_id > old.revision_id and old.title == new.title for old, new in changed
    )


def test_what_is_written_is_what_is_read_from_the_folder(tmp_path: Path, pages):
    number, size = write(tmp_path, iter(pages[:20]))
    assert (number, size) == (20, sum(len(page.raw.encode()) for page in pages[:20]))
    assert sorted(gather([str(tmp_path)]), key=lambda page: page.name) == sorted(pages[:20], key=lambda page: page.name)
