"""croissant.json: the release for machine learning tools (MLCommons Croissant 1.1), on top of schema.org.

Each table is a record set over its Parquet file; the CSV files are listed beside. Foreign keys are named in words
alone (datapackage.json has them in full): mlcroissant 1.1 joins the table that a field refers to while it loads, which
fails where two tables refer to each other and where they share the name of a column. Source:
https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html.
"""

from __future__ import annotations

from outputs import about
from outputs.describe import SECOND, json_text
from outputs.model import File, Release, parquet_path
from outputs.schemaorg import dataset
from parsers.tables import Column, Table

PATH = "croissant.json"
ROUND = SECOND

# The context that the specification asks for, word for word: readers warn where a key of it is missing.
CROISSANT = "http://mlcommons.org/croissant/"
TERMS = (
    *("arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "extract", "field", "fileObject"),
    *("fileProperty", "fileSet", "format", "includes", "isArray", "isLiveDataset", "jsonPath", "key", "md5"),
    *("parentField", "path", "recordSet", "references", "regex", "repeated", "replace", "samplingRate", "separator"),
    *("source", "subField", "transform"),
)
CONTEXT: dict[str, object] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": CROISSANT,
    "rai": f"{CROISSANT}RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "description": {"@container": "@language"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "name": {"@container": "@language"},
    **{term: f"cr:{term}" for term in TERMS},
}
FIELD_TYPES = {
    "string": "sc:Text",
    "category": "sc:Text",
    "int": "cr:Int64",
    "float": "cr:Float64",
    "bool": "sc:Boolean",
    "date": "sc:Date",
    "timestamp": "sc:DateTime",
    "list<string>": "sc:Text",
}
# The media type under which Croissant's reader knows Parquet; the registered one is application/vnd.apache.parquet.
FORMATS = {"parquet": "application/x-parquet", "csv": "text/csv"}


def render(release: Release) -> str:
    """The Dataset of schema.org with its files and record sets, as JSON-LD."""
    paths = [f"{form}/{name}.{form}" for name in release.tables for form in FORMATS]
    said = {
        "@context": CONTEXT,
        **dataset(release),
        "@type": "sc:Dataset",
        "conformsTo": f"{CROISSANT}1.1",
        "citeAs": about.bibtex(release),
        "description": f"{about.DESCRIPTION} {about.VERSIONING}",
        "isLiveDataset": False,
        "distribution": [_file(path, release.files[path]) for path in paths],
        "recordSet": [_record_set(table) for table in release.tables.values()],
    }
    return json_text(said, PATH)


def _file(path: str, file: File) -> dict[str, object]:
    return {
        "@type": "cr:FileObject",
        "@id": path,
        "name": path,
        "contentUrl": path,
        "contentSize": f"{file.bytes} B",
        "encodingFormat": FORMATS[path.partition("/")[0]],
        "sha256": file.sha256,
    }


def _record_set(table: Table) -> dict[str, object]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": f"One row is {table.row}.",
        "key": {"@id": f"{table.name}/{table.key}"},
        "field": [_field(table, column) for column in table.columns],
    }


def _field(table: Table, column: Column) -> dict[str, object]:
    said: dict[str, object] = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": _meaning(column),
        "dataType": FIELD_TYPES[column.type],
        "source": {"fileObject": {"@id": parquet_path(table.name)}, "extract": {"column": column.name}},
    }
    if column.type == "list<string>":
        said |= {"isArray": True, "arrayShape": "-1"}
    return said


def _meaning(column: Column) -> str:
    """The meaning with unit, codes and what it refers to, for which a field has no place of its own."""
    codes = "; ".join(f"{code}: {meaning}" for code, meaning in column.values.items())
    notes = [
        column.meaning,
        f"Unit: {column.unit}." if column.unit else "",
        f"Codes: {codes}." if codes else "",
        f"Refers to {column.references}." if column.references else "",
    ]
    return " ".join(filter(None, notes))
