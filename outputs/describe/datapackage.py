"""datapackage.json: every file with its size and hash, and the schema of every table (Data Package v2).

The CSV files are the tables of the package, with field types, codes and keys; their Parquet twins carry the same in
themselves and are listed as files, as is all else but this file and SHA256SUMS, which covers this file.
Source: https://datapackage.org/standard/data-package/ (version 2).
"""

from __future__ import annotations

from outputs import about
from outputs.describe import THIRD, json_text
from outputs.licence import TERMS, licence
from outputs.model import File, Release
from outputs.schemaorg import media_type
from parsers.tables import Column, Table

PATH = "datapackage.json"
ROUND = THIRD

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
DIALECT = {
    "$schema": "https://datapackage.org/profiles/2.0/tabledialect.json",
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
}
FIELD_TYPES: dict[str, dict[str, object]] = {
    "string": {"type": "string"},
    "category": {"type": "string"},
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "bool": {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    "date": {"type": "date"},
    "timestamp": {"type": "datetime"},
    "list<string>": {"type": "array"},
}


def render(release: Release) -> str:
    """The descriptor as JSON."""
    said = {
        "$schema": PROFILE,
        "name": about.NAME,
        "id": about.identifier(release),
        "title": about.TITLE,
        "description": f"{about.DESCRIPTION}\n\n{about.VERSIONING}",
        "version": release.version,
        "keywords": list(about.KEYWORDS),
        "contributors": [{"title": about.AUTHORS, "roles": ["creator"]}],
        "licenses": [_licence(release)],
        "sources": [{"title": "The articles read, with their revisions and licences", "path": "ATTRIBUTION.csv"}],
        "resources": [_resource(release, path, file) for path, file in sorted(release.files.items())],
    }
    return json_text({name: value for name, value in said.items() if value not in (None, "")}, PATH)


def table_schema(table: Table) -> dict[str, object]:
    """The schema of a table's CSV file (Table Schema v2), with its fields, primary key and foreign keys."""
    keys = [_foreign_key(column) for column in table.columns if column.references]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "missingValues": [""],
        "fields": [_field(table, column) for column in table.columns],
        "primaryKey": [table.key],
        **({"foreignKeys": keys} if keys else {}),
    }


def _licence(release: Release) -> dict[str, object]:
    """The licence; where no one licence covers the release, the file that says the terms, as the standard permits."""
    terms = licence(release)
    if terms is None:
        return {"path": TERMS, "title": "Several"}
    return {"name": terms.spdx, "path": terms.url, "title": terms.title}


def _resource(release: Release, path: str, file: File) -> dict[str, object]:
    said = {
        "name": path.lower().replace("/", "-"),
        "path": path,
        "format": path.rpartition(".")[2].lower() if "." in path else "txt",
        "mediatype": media_type(path),
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
    }
    folder, _, name = path.rpartition("/")
    table = release.tables.get(name.rpartition(".")[0]) if folder in ("csv", "parquet", "delta") else None
    return said if table is None else said | _of_table(table, folder)


def _of_table(table: Table, folder: str) -> dict[str, object]:
    """What a resource says besides of the table that it holds, or whose changes; the schema is of the CSV files."""
    if folder != "csv":
        return {
            "description": f"The rows of {table.name}, typed."
            if folder == "parquet"
            else f"What changed in {table.name}."
        }
    described = {"title": table.name, "description": f"One row is {table.row}.", "encoding": "utf-8"}
    return {"name": table.name, "type": "table", **described, "dialect": DIALECT, "schema": table_schema(table)}


def _field(table: Table, column: Column) -> dict[str, object]:
    constraints: dict[str, object] = {
        "required": column.required or None,
        "unique": column.name == table.key or None,
        "pattern": column.pattern,
        "minimum": column.minimum,
        "maximum": column.maximum,
    }
    constraints = {name: value for name, value in constraints.items() if value is not None}
    codes = [{"value": code, "label": meaning} for code, meaning in column.values.items()]
    return {
        "name": column.name,
        **FIELD_TYPES[column.type],
        "description": column.meaning,
        **({"unit": column.unit} if column.unit else {}),
        **({"categories": codes} if codes else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def _foreign_key(column: Column) -> dict[str, object]:
    table, _, referred = str(column.references).partition(".")
    return {"fields": [column.name], "reference": {"resource": table, "fields": [referred]}}
