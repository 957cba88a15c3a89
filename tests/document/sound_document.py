"""What holds for every document, whatever page it was read from."""

from __future__ import annotations

from itertools import pairwise

from parsers.document.model import Document


def assert_sound(document: Document) -> None:
    """Offsets are in range, blocks are in order and trimmed, and everything lies in the block it names."""
    text, blocks = document.text, document.blocks
    assert all(text[block.start : block.end].strip() == text[block.start : block.end] != "" for block in blocks)
    assert all(before.end < after.start for before, after in pairwise(blocks))
    for block in blocks:
        assert 0 <= block.section < len(document.sections)
        assert block.head is None or block.head[1] <= block.start
        assert all(0 <= cell.start < cell.end <= block.end for cell in block.cells)
    for sentence in document.sentences:
        block = blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
    assert all(
        0 <= link.start < link.end <= len(text) and "\n" not in text[link.start : link.end] for link in document.links
    )
    assert all(0 <= citation.at <= len(text) for citation in document.citations)
    assert all(0 <= section.start <= section.end <= len(text) for section in document.sections)
