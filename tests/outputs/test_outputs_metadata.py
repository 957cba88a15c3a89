"""The describing files for programs, each read by the consumer that it is made for, on a release of the sample."""

from __future__ import annotations

import csv
import hashlib
import json
import socket
import subprocess
from pathlib import Path
from typing import Any

import clients
import pyarrow.parquet as pq
import pytest
import yaml
from plausible import Rows, make_rows, release_of

from outputs import Published, about, schemaorg
from outputs.describe import croissant, datapackage, json_text
from outputs.model import File, Release
from parsers.columnar import Stored
from parsers.tables import Column, Table, tables


@pytest.fixture(scope="module")
def whole(sample: Path) -> Path:
    return sample / "latest"


@pytest.fixture(scope="module")
def package(whole: Path) -> dict[str, Any]:
    return dict(json.loads((whole / "datapackage.json").read_text(encoding="utf-8")))


# ---- Data Package


def check_datapackage(path: Path) -> subprocess.CompletedProcess[str]:
    line = (*clients.command("check-datapackage", "check-datapackage==0.37.0", newer=True), "check", "--strict")
    return subprocess.run([*line, str(path)], capture_output=True, text=True, check=False)


def test_check_datapackage_passes(whole: Path) -> None:
    found = check_datapackage(whole / "datapackage.json")
    assert found.returncode == 0, found.stdout + found.stderr


def test_check_datapackage_finds_a_fault(package: dict[str, Any], tmp_path: Path) -> None:
    tables = [one for one in package["resources"] if one.get("type") == "table"]
    faulty = {**package, "resources": [{**tables[0], "schema": {"fields": [{"name": "a", "type": "text"}]}}]}
    (tmp_path / "datapackage.json").write_text(json.dumps(faulty), encoding="utf-8")
    assert check_datapackage(tmp_path / "datapackage.json").returncode == 1


def test_the_package_has_the_size_and_hash_of_every_file(whole: Path, package: dict[str, Any]) -> None:
    listed = {one["path"]: (one["bytes"], one["hash"]) for one in package["resources"]}
    found = {str(path.relative_to(whole)): path.read_bytes() for path in whole.rglob("*") if path.is_file()}
    del found["datapackage.json"], found["SHA256SUMS"]
    assert listed == {
        path: (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}") for path, content in found.items()
    }


def test_the_names_of_resources_are_unique(package: dict[str, Any]) -> None:
    names = [one["name"] for one in package["resources"]]
    assert len(set(names)) == len(names) and set(tables()) < set(names)


def resource(package: dict[str, Any], name: str) -> dict[str, Any]:
    return next(dict(one) for one in package["resources"] if one["name"] == name)


def test_the_schemas_say_what_is_declared(package: dict[str, Any]) -> None:
    for name, table in tables().items():
        schema = resource(package, name)["schema"]
        assert [field["name"] for field in schema["fields"]] == list(table.names)
        assert schema["primaryKey"] == [table.key]
        keys = {key["fields"][0]: key["reference"] for key in schema.get("foreignKeys", ())}
        assert keys == {
            column.name: dict(zip(("resource", "fields"), (to.partition(".")[0], [to.partition(".")[2]]), strict=True))
            for column in table.columns
            if (to := column.references)
        }


def test_a_field_has_its_codes_bounds_and_unit() -> None:
    fields = {one["name"]: one for one in datapackage.table_schema(tables()["trade"])["fields"]}  # type: ignore[attr-defined]
    assert fields["flow"]["categories"][1] == {"value": "export", "label": "from the reporter to the partner"}
    assert fields["share_pct"]["constraints"] == {"minimum": 0, "maximum": 100}
    assert fields["share_pct"]["unit"] == "percent"
    assert fields["trade_id"]["constraints"] == {"required": True, "unique": True}


@pytest.mark.parametrize("name", tables())
def test_keys_lead_to_rows(name: str, whole: Path, package: dict[str, Any]) -> None:
    """Primary keys are unique and foreign keys found, by the descriptor and the CSV files alone."""
    frame = {one: _csv_columns(whole, package, one) for one in {name, *_referred(package, name)}}
    schema = resource(package, name)["schema"]
    (key,) = schema["primaryKey"]
    assert len(set(frame[name][key])) == len(frame[name][key])
    for foreign in schema.get("foreignKeys", ()):
        (column,), (referred,) = foreign["fields"], foreign["reference"]["fields"]
        assert set(frame[name][column]) - {""} <= set(frame[foreign["reference"]["resource"]][referred])


def _referred(package: dict[str, Any], name: str) -> set[str]:
    keys = resource(package, name)["schema"].get("foreignKeys", ())
    return {key["reference"]["resource"] for key in keys}


def _csv_columns(whole: Path, package: dict[str, Any], name: str) -> dict[str, list[str]]:
    with (whole / resource(package, name)["path"]).open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    return {column: [line[place] for line in lines[1:]] for place, column in enumerate(lines[0])}


# ---- Croissant


@pytest.fixture(scope="module")
def croissant_dataset(whole: Path) -> Any:
    mlcroissant = pytest.importorskip("mlcroissant")
    return mlcroissant.Dataset(jsonld=whole / "croissant.json")


def test_croissant_is_valid(croissant_dataset: Any) -> None:
    metadata = croissant_dataset.metadata
    assert not metadata.ctx.issues.errors
    assert {one for one in metadata.ctx.issues.warnings if "datePublished" not in one} == set()
    assert metadata.ctx.conforms_to.value == "http://mlcommons.org/croissant/1.1"
    assert [one.id for one in metadata.record_sets] == list(tables())


@pytest.mark.parametrize("name", tables())
def test_croissant_loads_the_records(name: str, croissant_dataset: Any, whole: Path) -> None:
    rows = pq.read_table(whole / "parquet" / f"{name}.parquet").to_pylist()
    records = list(croissant_dataset.records(name))
    assert [_plain(record) for record in records] == [
        {f"{name}/{column}": _expected(name, column, value) for column, value in row.items()} for row in rows
    ]


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    """A record in python's types: Croissant gives text as bytes and days as moments."""
    return {name: _plain_value(value) for name, value in record.items()}


def _plain_value(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain_value(one) for one in value]
    return value.decode() if isinstance(value, bytes) else str(value) if hasattr(value, "isoformat") else value


def _expected(name: str, column: str, value: Any) -> Any:
    # pandas' plain reader gives these lists as text (see parsers/tables/meetings.py), and Croissant's reader uses it.
    if (name, column) == ("meetings", "participants"):
        return str(value).replace("', ", "' ").replace('", ', '" ') if value is not None else None
    kind = tables()[name].column(column).type
    if value is None or kind not in ("date", "timestamp"):
        return value
    return f"{value} 00:00:00" if kind == "date" else str(value)


def test_croissant_says_that_its_versions_are_ours(whole: Path) -> None:
    said = json.loads((whole / "croissant.json").read_text(encoding="utf-8"))
    assert about.VERSIONING in said["description"]
    assert said["citeAs"].startswith("@misc{bilaterals-1.0.0,")


def test_croissant_fields_name_unit_codes_and_reference() -> None:
    table = Table(
        "t",
        "a row",
        (
            Column("id", "string", "Key.", references="u.id"),
            Column("kind", "category", "Kind.", values={"a": "first", "b": "second"}),
            Column("size", "int", "Size.", unit="metre"),
            Column("names", "list<string>", "Names."),
        ),
        "id",
        (),
    )
    fields = {one["name"]: one for one in croissant._record_set(table)["field"]}  # type: ignore[attr-defined]
    assert fields["id"]["description"] == "Key. Refers to u.id."
    assert fields["kind"]["description"] == "Kind. Codes: a: first; b: second."
    assert fields["size"]["description"] == "Size. Unit: metre." and fields["size"]["dataType"] == "cr:Int64"
    assert fields["names"]["isArray"] is True


# ---- Hugging Face


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every attempt to connect fails, so that what loads needs no network."""

    def refuse(self: socket.socket, address: object) -> None:
        raise AssertionError(f"a connection to {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("name", ["visits", "trade", "articles", "meetings", "relations"])
def test_hugging_face_loads_a_table_offline(name: str, whole: Path, tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets")
    found = datasets.load_dataset(str(whole), name, split="train", cache_dir=str(tmp_path))
    rows = pq.read_table(whole / "parquet" / f"{name}.parquet").to_pylist()
    assert found.to_list() == rows


def test_the_card_has_what_a_hub_reads(whole: Path) -> None:
    head = yaml.safe_load((whole / "README.md").read_text(encoding="utf-8").split("---\n")[1])
    assert head["license"] == "cc-by-sa-4.0" and head["size_categories"] == ["10K<n<100K"]
    assert [one["config_name"] for one in head["configs"] if one.get("default")] == [next(iter(tables()))]


# ---- Citation


def validated_citation(path: Path) -> subprocess.CompletedProcess[str]:
    line = (*clients.command("cffconvert", "cffconvert==2.0.0"), "--validate", "--infile", str(path / "CITATION.cff"))
    return subprocess.run(line, capture_output=True, text=True, check=False)


def test_cffconvert_validates_the_citation(whole: Path) -> None:
    found = validated_citation(whole)
    assert found.returncode == 0, found.stdout + found.stderr


def test_the_citation_names_version_date_and_hash(tmp_path: Path, release: Any) -> None:
    path = release(tmp_path).path
    said = yaml.safe_load((path / "CITATION.cff").read_text(encoding="utf-8"))
    whole_hash = json.loads((path / "manifest.json").read_text(encoding="utf-8"))["release"]["content_hash"]
    assert (said["version"], str(said["date-released"])) == ("1.0.0", "2024-05-03")
    assert said["identifiers"][0]["value"] == f"sha256:{whole_hash}"


def test_bibtex_cites_version_and_hash() -> None:
    made = release_of(make_rows(), date="2024-05-03T10:11:12Z", version="1.2.0", content_hash="ab")
    assert about.bibtex(made).splitlines() == [
        "@misc{bilaterals-1.2.0,",
        "  title = {Bilaterals},",
        "  author = {{The Bilaterals authors}},",
        "  version = {1.2.0},",
        "  year = {2024},",
        "  note = {Content hash sha256:ab},",
        "}",
    ]


# ---- schema.org


def test_json_ld_lists_the_files_and_never_the_same_dataset(rows: Rows) -> None:
    files = {"csv/visits.csv": File(12, "ab")}
    made = release_of(rows, date="2024-05-03T10:11:12Z", version="1.2.0", content_hash="cd", files=files)
    said = schemaorg.json_ld(made)
    assert said["@type"] == "Dataset" and said["version"] == "1.2.0" and said["identifier"] == "sha256:cd"
    assert 50 <= len(str(said["description"])) <= 5000, "the length that dataset search asks for"
    assert said["distribution"] == [
        {
            "@type": "DataDownload",
            "name": "csv/visits.csv",
            "contentUrl": "csv/visits.csv",
            "encodingFormat": "text/csv",
            "contentSize": "12 B",
            "sha256": "ab",
        }
    ]
    assert "sameAs" not in json.dumps(said)


def test_the_years_that_are_covered(sample: Path) -> None:
    events = pq.read_table(sample / "latest/parquet/events.parquet")
    made = Release({"events": tables()["events"]}, {"events": Stored(events)}, {}, None)
    first, last = about.coverage(made) or (None, None)
    assert first == min(day for day in events["date_start"].to_pylist() if day)
    assert last == max(day for day in events["date_end"].to_pylist() if day)


# ---- all of them


def test_metadata_is_a_patch_where_only_it_changes(
    tmp_path: Path, release: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    release(tmp_path)
    monkeypatch.setattr(about, "KEYWORDS", ("other",))
    published: Published = release(tmp_path)
    assert published.version == "1.0.1"
    files = published.reasons[0].partition(": ")[2].split(", ")
    assert {"CITATION.cff", "README.md", "croissant.json", "datapackage.json"} <= set(files)


def test_metadata_without_one_licence_is_valid(tmp_path: Path, release: Any) -> None:
    rows = make_rows()
    rows["articles"][0]["licence"] = "CC BY-NC 4.0"
    path = release(tmp_path, rows).path
    package, citation = check_datapackage(path / "datapackage.json"), validated_citation(path)
    assert package.returncode == 0, package.stdout + package.stderr
    assert citation.returncode == 0, citation.stdout + citation.stderr
    metadata = pytest.importorskip("mlcroissant").Dataset(jsonld=path / "croissant.json").metadata
    assert not metadata.ctx.issues.errors


def test_json_that_cannot_be_written_is_refused() -> None:
    from parsers.errors import OutputError

    with pytest.raises(OutputError, match=r"x\.json: cannot be written"):
        json_text({"a": float("nan")}, "x.json")


@pytest.mark.slow
def test_a_real_corpus_has_valid_metadata(tmp_path: Path) -> None:
    """The articles beside the project, where they are there: the same checks on longer and stranger texts."""
    shared = Path(__file__).parents[3] / "shared"
    if not shared.exists():
        pytest.skip("the articles (../shared) are not beside the project")
    from real import publish_articles

    whole = publish_articles(tmp_path, [str(shared / "seeds" / "*.txt"), str(shared / "corpus" / "*-*.txt")]) / "latest"
    assert check_datapackage(whole / "datapackage.json").returncode == 0
    mlcroissant = pytest.importorskip("mlcroissant")
    dataset = mlcroissant.Dataset(jsonld=whole / "croissant.json")
    assert sum(1 for _ in dataset.records("events")) == pq.read_metadata(whole / "parquet/events.parquet").num_rows
