"""Dumps that are cut off, damaged or hostile: a clear error, or one page without text while the others are read."""

from __future__ import annotations

import bz2
import time
import tracemalloc

import pytest
from small_dumps import END, HEAD, dump, layouts, page, read

from flows.article import Failure, read_page
from flows.bench.corpus import article
from flows.bench.dumps import elements
from flows.sources.dump import cutting
from parsers.errors import SourceError

GOOD = page("Fiji–Peru relations", "Fiji and Peru.")
SECONDS = 5

LAUGHS = (
    '<!DOCTYPE mediawiki [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)


@pytest.fixture(autouse=True)
def in_time():
    began = time.process_time()
    yield
    assert time.process_time() - began < SECONDS


@pytest.fixture(scope="module")
def dumps(tmp_path_factory):
    return layouts(tmp_path_factory.mktemp("dumps"), elements(6, 2))


NO_DUMPS = {
    "empty": (b"", "an empty file"),
    "prose": (b"Fiji and Peru.", "no <mediawiki>"),
    "html": (b"<html><page></html>", "no <mediawiki>"),
    "binary": (bytes(range(256)) * 100, "no <mediawiki>"),
    "gzip": (b"\x1f\x8b\x08\0\0\0\0\0", "compressed with gzip"),
    "7z": (b"7z\xbc\xaf\x27\x1c\0\4", "compressed with 7-Zip"),
    "bz2 of prose": (bz2.compress(b"Fiji and Peru."), "no <mediawiki>"),
    "bz2 of nothing": (bz2.compress(b""), "no <mediawiki>"),
    "no bz2": (b"BZh9 it only looks so", "no <mediawiki>"),
    "endless head": (b"<mediawiki>" + b" " * (2 << 20) + GOOD.encode() + END.encode(), "no <mediawiki> with pages"),
    "broken head": (f"<mediawiki><siteinfo><base></siteinfo>{GOOD}{END}".encode(), "broken XML"),
    "no title": (f"{HEAD}<page><ns>0</ns>{'x' * 9000}{END}".encode(), "a page without a title"),
    "doctype": (f"{LAUGHS}{HEAD}{GOOD}{END}".encode(), "document type definition"),
    "doctype later": (f"<mediawiki>{LAUGHS}{GOOD}{END}".encode(), "document type definition"),
    "doctype in bz2": (bz2.compress(f"{LAUGHS}{HEAD}{GOOD}{END}".encode()), "document type definition"),
    "no end": (f"{HEAD}{GOOD}".encode(), "its end without </mediawiki>"),
    "no end in bz2": (bz2.compress(f"{HEAD}{GOOD}".encode()), "its end without </mediawiki>"),
}


@pytest.mark.parametrize(("content", "found"), NO_DUMPS.values(), ids=NO_DUMPS)
def test_what_is_no_whole_dump_is_refused(tmp_path, content, found):
    (tmp_path / "d").write_bytes(content)
    with pytest.raises(SourceError, match=found) as refused:
        read(tmp_path / "d")
    assert str(tmp_path / "d") in str(refused.value)


@pytest.mark.parametrize(("name", "found"), {"none.xml": "No such file", "": "Is a directory"}.items())
def test_what_cannot_be_opened_is_refused(tmp_path, name, found):
    with pytest.raises(SourceError, match=found):
        read(tmp_path / name)


@pytest.mark.parametrize("layout", ["plain", "bz2", "multistream", "without index"])
@pytest.mark.parametrize("share", [0.001, 0.3, 0.9, 0.9999])
def test_a_dump_that_was_cut_off_is_refused(dumps, tmp_path, layout, share):
    whole = dumps[layout]
    cut = tmp_path / whole.name
    data = whole.read_bytes()
    cut.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(SourceError):
        read(cut)


@pytest.mark.parametrize("layout", ["bz2", "without index"])
def test_damage_of_which_nobody_knows_what_was_lost_refuses_the_dump(dumps, tmp_path, layout):
    data = bytearray(dumps[layout].read_bytes())
    data[len(data) // 2] ^= 0xFF
    (tmp_path / "d.bz2").write_bytes(data)
    with pytest.raises(SourceError, match=r"cannot be decompressed \(after byte"):
        read(tmp_path / "d.bz2")


def test_damage_in_one_stream_costs_the_pages_that_the_index_has_in_it(dumps, tmp_path):
    whole = dumps["multistream"]
    data = bytearray(whole.read_bytes())
    data[len(data) // 2] ^= 0xFF
    (tmp_path / whole.name).write_bytes(data)
    index = whole.with_name(whole.name.replace("multistream.xml", "multistream-index.txt"))
    (tmp_path / index.name).write_bytes(index.read_bytes())
    found = read(tmp_path / whole.name)
    assert {page.title for page in found if not page.absent} < {article(number).title for number in range(6)}
    assert {page.title for page in found} >= {article(number).title for number in range(6)}
    lost = [page for page in found if page.absent]
    assert 0 < len(lost) < len(found)
    assert all("cannot be decompressed" in page.absent.found for page in lost)
    assert isinstance(read_page(lost[0]), Failure)


def test_an_index_of_another_dump_gives_pages_without_text(dumps, tmp_path):
    path = tmp_path / "x-multistream.xml.bz2"
    path.write_bytes(dumps["multistream"].read_bytes())
    (tmp_path / "x-multistream-index.txt").write_text(
        "8:1:Fiji–Peru relations\n0:2:Chad–Peru relations\n", encoding="utf-8"
    )
    assert [page.absent.found for page in read(path)] == [
        "it is not where the dump's index has it",
        "no stream where the index has one (from byte 8)",
    ]


def test_an_index_that_was_cut_off_is_refused(dumps, tmp_path):
    path = tmp_path / "x-multistream.xml.bz2"
    path.write_bytes(dumps["multistream"].read_bytes())
    (tmp_path / "x-multistream-index.txt.bz2").write_bytes(bz2.compress(b"600:1:Fiji\n" * 999)[:-20])
    with pytest.raises(SourceError, match="an index that cannot be read"):
        read(path)


def revised(revision: str) -> str:
    return page("Chad–Peru relations", revision=f"<revision><id>7</id>{revision}</revision>")


HOSTILE = {
    "entity": (page("Chad–Peru relations", "&ha; ha"), "broken XML"),
    "declared inside": (page("Chad–Peru relations", inside=LAUGHS), "broken XML"),
    "tags across": (page("Chad–Peru relations", "<b><i></b></i>"), "broken XML"),
    "marks in the text": (page("Chad–Peru relations", "before <b>bold</b> after"), "marks inside its text"),
    "control characters": (page("Chad–Peru relations", "a\x01b"), "broken XML"),
    "11 MB of text": (page("Chad–Peru relations", "long " * 2_200_000), "broken XML"),
    "20 MB": (page("Chad–Peru relations", "long " * 4_000_000), "more than 16 MB"),
    "no end": (page("Chad–Peru relations", "long").replace("</page>", ""), "broken XML"),
    "nested": (page("Chad–Peru relations", "<a>" * 100_000), "broken XML"),
    "stub": (revised('<text bytes="900" id="3" />'), "as in a dump of stubs"),
    "hidden": (revised('<text deleted="deleted" />'), "a hidden text"),
    "no text": (revised(""), "a hidden text"),
    "no revision": ("<page><title>Chad–Peru relations</title><ns>0</ns></page>", "no revision"),
    "a script": (revised("<model>javascript</model><text>alert()</text>"), "a page in javascript"),
    "no number": (page("Chad–Peru relations").replace("<id>7</id>", "<id>x</id>"), "a revision without a number"),
}


@pytest.mark.parametrize("name", ["d.xml", "d.xml.bz2"])
@pytest.mark.parametrize(("element", "found"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_is_reported_and_the_others_pass(tmp_path, name, element, found):
    path = dump(tmp_path / name, page("Chad–Fiji relations"), element, GOOD)
    pages = {page.title: page for page in read(path)}
    assert set(pages) == {"Chad–Fiji relations", "Chad–Peru relations", "Fiji–Peru relations"}
    assert found in pages["Chad–Peru relations"].absent.found
    assert pages["Fiji–Peru relations"].raw == "Fiji and Peru."
    failure = read_page(pages["Chad–Peru relations"])
    assert isinstance(failure, Failure)
    assert found in failure.message


def test_a_title_that_looks_like_a_path_is_a_title(tmp_path):
    (tmp_path / "t.txt").write_text("../../x\n/etc/passwd\n", encoding="utf-8")
    path = dump(tmp_path / "d.xml", page("../../x"), page("/etc/passwd"))
    assert [page.name for page in read(path, f"#titles={tmp_path / 't.txt'}")] == ["../../x", "/etc/passwd"]


def test_a_bomb_is_neither_kept_nor_read_to_its_end(tmp_path, monkeypatch):
    monkeypatch.setattr(cutting, "MAX_GAP", 64 << 20)
    bomb = bz2.compress(bytes(45_000_000)) * 40  # 1.8 GB, of which a block takes 45 MB
    path = tmp_path / "d.bz2"
    path.write_bytes(bz2.compress(f"{HEAD}{GOOD}".encode()) + bomb + bz2.compress(END.encode()))
    tracemalloc.start()
    with pytest.raises(SourceError, match="more than 64 MB without a page"):
        read(path)
    assert tracemalloc.get_traced_memory()[1] < 400e6
    tracemalloc.stop()


TITLES = {
    "none.txt": (None, "it cannot be read"),
    "blank.txt": (b"# nothing\n\n", "no titles"),
    "latin.txt": (b"\xe9", "no UTF-8"),
}


@pytest.mark.parametrize(("name", "content", "found"), [(name, *rest) for name, rest in TITLES.items()])
def test_a_list_of_titles_that_says_nothing_is_refused(tmp_path, name, content, found):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError, match=found):
        read(dump(tmp_path / "d.xml", GOOD), f"#titles={tmp_path / name}")
