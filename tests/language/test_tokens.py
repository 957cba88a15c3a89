"""Tokens: every sign of a text is in one, and each knows its place and what mention covers it."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from parsers.language.mention import BothValue, Mention
from parsers.language.tokens import tokens_of

TEXT = st.text(alphabet="aBé.-'’ 1,_\n(İ½", max_size=30)


@given(text=TEXT)
@example("V.S. Naipaul's ex-Minister, 1.5 _ ")
@example("__ ")
def test_tokens_hold_every_sign_but_blanks_in_order(text: str) -> None:
    found = tokens_of(text, 0, len(text))
    assert all(text[token.start : token.end] == token.text != "" for token in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    covered = {at for token in found for at in range(token.start, token.end)}
    assert {at for at, sign in enumerate(text) if not sign.isspace() and sign != "_"} <= covered


@given(text=TEXT, start=st.integers(0, 30), end=st.integers(0, 30))
def test_a_part_is_read_as_the_text_it_is(text: str, start: int, end: int) -> None:
    start, end = min(start, end, len(text)), min(max(start, end), len(text))
    part = text[start:end]
    moved = [(token.start - start, token.end - start, token.text) for token in tokens_of(text, start, end)]
    assert moved == [(token.start, token.end, token.text) for token in tokens_of(part, 0, len(part))]


def test_a_mention_covers_the_tokens_inside_it() -> None:
    mention = Mention(4, 17, "two countries", BothValue())
    covered = [token.text for token in tokens_of("the two countries met", 0, 21, [mention]) if token.mention is mention]
    assert covered == ["two", "countries"]
