"""Sentence spans: exact, without white space at the ends, and not cut at abbreviations, quotations or brackets."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from parsers.document.sentences import LONGEST_SENTENCE, LONGEST_STRETCH, sentence_spans

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "document_sentences.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_sentences_of_a_block(case: dict[str, Any]) -> None:
    text = " ".join(case["sentences"])
    assert [text[start:end] for start, end in sentence_spans(text)] == case["sentences"]


@example("A\u00a0 \u00a0.B—)")
@given(st.text(alphabet='aB. "“”()!?\u00a03é—', max_size=200))
def test_spans_are_ordered_trimmed_and_lose_nothing(text: str) -> None:
    spans = sentence_spans(text)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())


def test_a_very_long_paragraph_is_read_in_stretches() -> None:
    sentence = "The two ministers met again in the capital. "
    spans = sentence_spans(sentence * (3 * LONGEST_STRETCH // len(sentence)))
    assert len(spans) >= 3 * LONGEST_STRETCH // len(sentence) - 3


def test_a_sentence_without_an_end_is_cut_between_words():
    text = "visit to Chad and " * 1_000 + "home."
    spans = sentence_spans(text)
    assert all(end - start <= LONGEST_SENTENCE for start, end in spans)
    assert " ".join(text[start:end] for start, end in spans) == text
    assert sentence_spans("a" * 4_500) == [(0, 2_000), (2_000, 4_000), (4_000, 4_500)]
