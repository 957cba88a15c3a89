"""Parquet and CSV: what goes in comes out, for every declared table, and what cannot be written is refused."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pandas
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outputs import parquet
from outputs.csv import csv_line, write_csv
from outputs.parquet import arrow_schema, to_arrow, write_arrow
from parsers.columnar import Stored, schema_of
from parsers.errors import OutputError
from parsers.tables import Column, Table, tables

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12) | st.sampled_from(
    ["NA", "null", '"', "a\r\nb", "a\rb", " ", ",", "\x00", "\ufeff", "=1+1", "Xi'an; naïve 中国"]
)
VALUES: dict[str, st.SearchStrategy[object]] = {
    "string": TEXT,
    "category": st.sampled_from(["one", "other"]),
    "int": st.integers(-(2**63), 2**63 - 1),
    "float": st.floats(allow_nan=False, allow_infinity=False),
    "bool": st.booleans(),
    "date": st.dates(),
    "timestamp": st.datetimes(timezones=st.just(UTC)),
    "list<string>": st.lists(TEXT, max_size=3),
}
READ: dict[str, Callable[[str], object]] = {
    "string": str,
    "category": str,
    "int": int,
    "float": float,
    "bool": lambda text: {"true": True, "false": False}[text],
    "date": date.fromisoformat,
    "timestamp": datetime.fromisoformat,
    "list<string>": json.loads,
}
# The values that a category allows do not matter to a writer; these stand for them all.


def rows_of(table: Table) -> st.SearchStrategy[list[dict[str, object]]]:
    cells = {
        column.name: VALUES[column.type] if column.required else st.none() | VALUES[column.type]
        for column in table.columns
    }
    return st.lists(st.fixed_dictionaries(cells), max_size=4, unique_by=lambda row: row[table.key])


@pytest.mark.parametrize("name", tables())
@settings(max_examples=15, deadline=None)
@given(st.data())
def test_what_is_written_is_read_back(name: str, data: st.DataObject) -> None:
    table = tables()[name]
    rows = data.draw(rows_of(table))
    binary, text = io.BytesIO(), io.BytesIO()
    write_arrow(to_arrow(table, rows), binary)
    read = pq.ParquetFile(io.BytesIO(binary.getvalue())).read()
    assert read.to_pylist() == rows
    assert read.schema.equals(arrow_schema(table), check_metadata=True)
    write_csv(Stored(to_arrow(table, rows)), text)
    assert read_csv(table, text.getvalue()) == rows


def read_csv(table: Table, content: bytes) -> list[dict[str, object]]:
    lines = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
    return [
        {column.name: READ[column.type](line[column.name]) if line[column.name] else None for column in table.columns}
        for line in lines
    ]


VISITS = tables()["visits"]


def test_field_metadata_says_what_is_declared() -> None:
    schema = arrow_schema(tables()["trade"])
    assert schema.field("share_pct").metadata[b"unit"] == b"percent"
    assert json.loads(schema.field("flow").metadata[b"values"])["export"] == "from the reporter to the partner"
    assert schema.field("flow").type == pa.dictionary(pa.int32(), pa.string())
    assert not schema.field("trade_id").nullable and schema.field("rank").nullable
    assert all(field.metadata[b"description"] for field in schema)
    assert arrow_schema(VISITS).field("hosts").type.value_field.name == "element"


def test_pandas_sees_descriptions_and_types(tmp_path: Path, rows: dict[str, list[dict[str, object]]]) -> None:
    write_arrow(to_arrow(VISITS, rows["visits"]), tmp_path / "visits.parquet")
    frame = pandas.read_parquet(tmp_path / "visits.parquet", dtype_backend="pyarrow")
    assert frame.attrs["columns"]["city"] == VISITS.column("city").meaning
    assert frame["date_start"].tolist()[0] == date(2011, 5, 1)
    assert str(frame["statements"].dtype) == "int64[pyarrow]"
    plain = pandas.read_parquet(tmp_path / "visits.parquet")
    assert plain["date_start"].dt.year.tolist()[0] == 2011
    assert str(plain["statements"].dtype) == "Int64"


def test_zstd_and_the_same_bytes_twice(rows: dict[str, list[dict[str, object]]]) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write_arrow(to_arrow(VISITS, rows["visits"]), first)
    write_arrow(to_arrow(VISITS, [dict(row) for row in rows["visits"]]), second)
    assert first.getvalue() == second.getvalue()
    assert pq.ParquetFile(first).metadata.row_group(0).column(0).compression == "ZSTD"


def test_csv_quotes_lists_as_json(rows: dict[str, list[dict[str, object]]]) -> None:
    sink = io.BytesIO()
    write_csv(Stored(to_arrow(VISITS, rows["visits"])), sink)
    lines = sink.getvalue().decode().split("\n")
    assert lines[0] == ",".join(VISITS.names)
    assert '"[""Urmas Tamm"",""Jaan \\""Jan\\"" Saar""]",2011-05,2011-05-01,2011-05-31,month' in lines[1]
    assert lines[1].endswith(",false") and lines[-1] == ""


REFUSED = [
    ({"city": ""}, "city holds an empty string"),
    ({"hosts": ["x", ""]}, "hosts holds an empty string"),
    ({"sending_iso3": None}, "sending_iso3 is null, though required"),
    ({"statements": True}, "statements holds True"),
    ({"statements": 2**63}, "statements holds 9223372036854775808"),
    ({"statements": "2"}, "statements holds '2'"),
    ({"date_start": datetime(2011, 5, 1, tzinfo=UTC)}, "date_start holds datetime"),
    ({"date_start": "2011-05-01"}, "date_start holds '2011-05-01'"),
    ({"hosts": "Urmas Tamm"}, "hosts holds 'Urmas Tamm'"),
    ({"hosts": ["x", None]}, "hosts holds"),
    ({"has_conflict": 0}, "has_conflict holds 0"),
    ({"city": "a\ud800"}, "city holds half of a surrogate pair"),
    ({"town": "Tartu"}, "undeclared town"),
    ({"visit_id": "visit-2"}, "the key visit_id occurs a second time"),
]


@pytest.mark.parametrize(("cells", "words"), REFUSED, ids=[words for _, words in REFUSED])
def test_another_row_than_declared_is_refused(
    cells: dict[str, object], words: str, rows: dict[str, list[dict[str, object]]]
) -> None:
    rows["visits"][0] |= cells
    with pytest.raises(OutputError, match="table visits, row ") as caught:
        to_arrow(VISITS, rows["visits"])
    assert words in str(caught.value)


def test_a_missing_key_is_refused(rows: dict[str, list[dict[str, object]]]) -> None:
    del rows["visits"][1]["city"]
    with pytest.raises(OutputError, match=r"table visits, row 2 \(visit_id 'visit-2'\): no key city"):
        to_arrow(VISITS, rows["visits"])


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "1", True])
def test_no_number_is_refused(value: object) -> None:
    table = Table("t", "a row", (Column("id", "string", "Key."), Column("value", "float", "Number.")), "id", ())
    with pytest.raises(OutputError, match="column value holds"):
        to_arrow(table, [{"id": "a", "value": value}])


@pytest.mark.parametrize("zone", [None, timezone(timedelta(hours=4))])
def test_a_timestamp_is_in_utc(zone: timezone | None) -> None:
    table = Table(
        "t",
        "a row",
        (
            Column("id", "string", "Key."),
            Column("at", "timestamp", "When."),
        ),
        "id",
        (),
    )
    with pytest.raises(OutputError, match="column at holds"):
        to_arrow(table, [{"id": "a", "at": datetime(2024, 1, 1, tzinfo=zone)}])


@pytest.mark.parametrize("cuts", [[], [3], [1, 4, 4, 9], [2, 2]], ids=str)
def test_a_file_does_not_tell_the_pieces_that_it_was_written_from(
    cuts: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "BATCH", 4)
    kinds = [None, *VISITS.column("kind").values]
    row = {**VISITS.empty, **dict.fromkeys((one.name for one in VISITS.columns if one.required), "x")}
    row |= {"statements": 1, "has_conflict": False}
    whole = to_arrow(VISITS, [{**row, "visit_id": str(n), "kind": kinds[n % 4]} for n in range(10)])
    once, sink = io.BytesIO(), io.BytesIO()
    parquet.write_arrow(whole, once)
    with parquet.Writer(whole.schema, sink) as writer:
        for start, stop in pairwise([0, *cuts, 10]):
            writer.write(whole.slice(start, stop - start))
    assert sink.getvalue() == once.getvalue()
    file = pq.ParquetFile(sink)
    assert file.num_row_groups == 3 and file.read().to_pylist() == whole.to_pylist()


def test_a_null_in_a_required_cell_is_refused() -> None:
    with pytest.raises(OutputError, match="table visits"), parquet.Writer(arrow_schema(VISITS), io.BytesIO()) as writer:
        writer.write(pa.Table.from_pylist([{**VISITS.empty}], schema=schema_of(VISITS)))


@given(st.lists(st.none() | st.text(alphabet='a,"\n\r ü;', min_size=1, max_size=6), min_size=1, max_size=30))
def test_csv_is_what_pythons_writer_makes(cells: list[str | None]) -> None:
    sink = io.BytesIO()
    write_csv(Stored(pa.table({"n": range(len(cells)), "text": pa.array(cells, pa.string())})), sink)
    lines = [csv_line(["n", "text"]), *(csv_line([number, cell or ""]) for number, cell in enumerate(cells))]
    assert sink.getvalue().decode() == "".join(lines)
