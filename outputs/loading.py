"""Loading a table of a release, from a folder or any store that fsspec knows, as a pandas frame."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq

from parsers.errors import OutputError

if TYPE_CHECKING:
    import pandas

ROOT = "outputs/releases"
LATEST = "latest"


def load(table: str, *, version: str = LATEST, root: str | Path = ROOT) -> pandas.DataFrame:
    """One table of a release as a frame, its rows in published order.

    `version` is "latest" or one that stands in `root`, which is a folder of releases or an address that fsspec can
    open (`s3://bucket/releases`). Types are nullable: text `string`, codes `category` with the declared codes in their
    order, whole numbers `Int64`, others `Float64`, truth values `boolean`, days `datetime64[s]` (so that
    `frame.date_start >= "2015"` works), moments `datetime64[us, UTC]`, lists Arrow's lists (`frame.hosts.list.len()`,
    `frame.explode("hosts")`). `frame.attrs` says `table`, `description` (what one row is), `key`, `columns` (meanings),
    `units`, `codes` (meanings by column), `version`.

    Raises OutputError where the folder has no releases, and for an unknown version or table, with those that there are.
    """
    files, folder = fsspec.core.url_to_fs(str(root))
    release = _release(files, folder, version)
    path = f"{folder}/{release['path']}/parquet"
    known = sorted(Path(one).stem for one in files.ls(path, detail=False) if one.endswith(".parquet"))
    if table not in known:
        raise _unknown("table", table, known, f"release {release['version']} in {root}")
    with files.open(f"{path}/{table}.parquet", "rb") as file:
        return _frame(pq.ParquetFile(file).read(), str(release["version"]))


def _release(files: Any, folder: str, version: str) -> Mapping[str, Any]:
    index = _index(files, folder)
    wanted = index["latest"] if version == LATEST else version
    found = {str(one["version"]): one for one in index["releases"]}
    if wanted not in found:
        raise _unknown("version", str(wanted), list(found), folder)
    return dict(found[wanted])


def _index(files: Any, folder: str) -> dict[str, Any]:
    path = f"{folder}/index.json"
    try:
        found = json.loads(files.cat_file(path))
        return {"latest": found["latest"], "releases": list(found["releases"])}
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise OutputError(
            f"no index of releases ({type(error).__name__})",
            where=path,
            expected="a folder with releases",
            remedy="make one with `bilaterals release`, or name another folder as `root`",
        ) from error


def _unknown(kind: str, name: str, known: Sequence[str], where: str) -> OutputError:
    near = get_close_matches(name, known, n=1)
    found = f"no {kind} {name!r}" + (f" (did you mean {near[0]!r}?)" if near else "")
    listed = ", ".join(known) or "there is none"
    return OutputError(found, where=where, expected=f"one of {listed}", remedy="name one of these")


def _frame(table: pa.Table, version: str) -> pandas.DataFrame:
    """The frame of a table; its own types stand in for those that the file asks of pandas' plain reader."""
    said = json.loads((table.schema.metadata or {})[b"PANDAS_ATTRS"])
    codes = {field.name: json.loads((field.metadata or {})[b"values"]) for field in table.schema if _is_category(field)}
    frame = _days_as_moments(table).replace_schema_metadata(None).to_pandas(types_mapper=_type_in_pandas)
    for name, meanings in codes.items():
        others = [code for code in frame[name].cat.categories if code not in meanings]
        frame[name] = frame[name].cat.set_categories([*meanings, *others])
    frame.attrs = {**said, "codes": codes, "version": version}
    return frame


def _type_in_pandas(kind: pa.DataType) -> Any:
    """The nullable type of a column in a frame; None for one that pandas chooses."""
    import pandas

    if pa.types.is_list(kind):
        return pandas.ArrowDtype(kind)
    nullable = {
        pa.string(): pandas.StringDtype("pyarrow"),
        pa.int64(): pandas.Int64Dtype(),
        pa.float64(): pandas.Float64Dtype(),
        pa.bool_(): pandas.BooleanDtype(),
    }
    return nullable.get(kind)


def _is_category(field: pa.Field) -> bool:
    return bool(pa.types.is_dictionary(field.type))


def _days_as_moments(table: pa.Table) -> pa.Table:
    """The table with each date as midnight, in seconds, which hold any year."""
    for place, field in enumerate(table.schema):
        if pa.types.is_date(field.type):
            table = table.set_column(place, field.name, table[field.name].cast(pa.timestamp("s")))
    return table
