"""The blocks of a .bz2 file, found at any bit and decoded one by one."""

from __future__ import annotations

import bz2
import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.sources.dump import bzip2
from flows.sources.dump.broken import Broken, Truncated


def words(count: int, seed: int = 0) -> bytes:
    rng = random.Random(seed)
    return b" ".join(
        rng.choice([b"visit", b"treaty", b"trade", b"envoy", b"%d" % rng.randrange(9999)]) for _ in range(count)
    )


# Level 1 has blocks of 100 kB, so that a stream of some hundred kB has several, most of them not at a byte.
TEXT = words(90_000)
ONE = bz2.compress(TEXT, 1)
SEVERAL = b"".join(bz2.compress(TEXT[at : at + 70_000], 1) for at in range(0, len(TEXT), 70_000))


def decoded(data: bytes, start: int = 0) -> list[bytes]:
    return [text() for _, text in bzip2.blocks(io.BytesIO(data), start)]


@pytest.mark.parametrize("data", [ONE, SEVERAL], ids=["one stream", "several streams"])
@pytest.mark.parametrize("read", [997, 40_000, 1 << 20])
def test_all_blocks_together_are_the_text(data, read, monkeypatch):
    monkeypatch.setattr(bzip2, "READ", read)
    found = decoded(data)
    assert len(found) >= 5
    assert b"".join(found) == TEXT


def test_marks_stand_at_every_bit():
    bits = {mark.bit % 8 for seed in range(40) for mark in bzip2.marks(bz2.compress(words(200 + seed, seed)))}
    assert bits == set(range(8))


@pytest.mark.parametrize("start", [0, 1, 5, 20_000, 43_211, len(ONE) - 30])
def test_from_any_place_the_blocks_that_begin_there_or_later(start):
    places = [place for place, _ in bzip2.blocks(io.BytesIO(ONE), 0)]
    assert [place for place, _ in bzip2.blocks(io.BytesIO(ONE), start)] == [place for place in places if place >= start]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.binary(max_size=400), min_size=1, max_size=6), st.integers(1, 9))
def test_streams_of_any_text(texts, level):
    data = b"".join(bz2.compress(text, level) for text in texts)
    assert b"".join(decoded(data)) == b"".join(texts)


def test_a_mark_that_stands_there_by_chance_parts_no_block(monkeypatch):
    real = bzip2.marks(ONE)
    by_chance = bzip2._Mark((real[1].bit + real[2].bit) // 2, True)
    monkeypatch.setattr(bzip2, "marks", lambda data, start=0: sorted([*real, by_chance]))
    assert b"".join(decoded(ONE)) == TEXT


def test_a_block_that_was_changed_is_broken():
    data = bytearray(ONE)
    data[len(data) // 2] ^= 0x10
    with pytest.raises(Broken):
        decoded(bytes(data))


def test_a_stream_that_was_cut_is_truncated():
    with pytest.raises(Truncated):
        decoded(ONE[: len(ONE) // 2])


def test_data_without_an_end_is_not_gathered(monkeypatch):
    monkeypatch.setattr(bzip2, "MAX_BLOCK", 50_000)
    data = ONE[:1000] + bytes(10_000_000)
    with pytest.raises(Broken, match="without an end"):
        decoded(data)
