"""A release in the words of schema.org: the JSON-LD that search engines read, and the base of Croissant."""

from __future__ import annotations

from collections.abc import Mapping

from outputs import about
from outputs.licence import TERMS, licence
from outputs.model import File, Release, csv_path, parquet_path

MEDIA_TYPES = {
    ".parquet": "application/vnd.apache.parquet",
    ".csv": "text/csv",
    ".json": "application/json",
    ".md": "text/markdown",
    ".html": "text/html",
    ".cff": "application/yaml",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
}


def media_type(path: str) -> str:
    """The media type of a file of the release, by the end of its name; plain text where that says nothing."""
    return next((kind for end, kind in MEDIA_TYPES.items() if path.endswith(end)), "text/plain")


def dataset(release: Release) -> dict[str, object]:
    """A schema.org Dataset as JSON-LD, without the files.

    Left out on purpose: `sameAs`, by which dataset searches merge records, and a web address, since a release does not
    know where it is published. `datePublished` is the day of the newest source, as everywhere in a release. Where no
    one licence covers the release, `license` is the file of the release that says the terms.
    """
    covered, terms = about.coverage(release), licence(release)
    said = {
        "@type": "Dataset",
        "name": about.TITLE,
        "description": about.DESCRIPTION,
        "identifier": about.identifier(release),
        "version": release.version,
        "datePublished": about.day(release),
        "license": terms.url if terms else TERMS,
        "creator": {"@type": "Organization", "name": about.AUTHORS},
        "keywords": list(about.KEYWORDS),
        "inLanguage": about.LANGUAGE,
        "isAccessibleForFree": True,
        "temporalCoverage": f"{covered[0].isoformat()}/{covered[1].isoformat()}" if covered else None,
    }
    return {name: value for name, value in said.items() if value not in (None, "")}


def json_ld(release: Release) -> dict[str, object]:
    """The Dataset with its context and each table's Parquet and CSV file, by addresses relative to the release."""
    paths = [path for name in release.tables for path in (parquet_path(name), csv_path(name))]
    downloads = [_download(path, release.files[path]) for path in paths if path in release.files]
    return {"@context": "https://schema.org/", **dataset(release), "distribution": downloads}


def _download(path: str, file: File) -> Mapping[str, object]:
    return {
        "@type": "DataDownload",
        "name": path,
        "contentUrl": path,
        "encodingFormat": media_type(path),
        "contentSize": f"{file.bytes} B",
        "sha256": file.sha256,
    }
