"""One version everywhere: the folder, the manifest, the index beside it, and the files that name it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from outputs.digest import of_bytes
from outputs.shelf import INDEX, MANIFEST, index_entry
from outputs.verify.report import Check, Fault
from outputs.verify.standing import Standing

NAMING = ("datapackage.json", "croissant.json")
"""Files that name the version as `version`, where they are there."""


def check(release: Standing) -> Check:
    """Version and content hash agree wherever they are said."""
    index = release.path.parent / INDEX
    places = ["folder", MANIFEST, *(name for name in NAMING if name in release.files), *[INDEX] * index.is_file()]
    faults = (*_manifest(release), *_contents(release), *_naming(release), *_index(release))
    return Check("versions", ", ".join(places), faults)


def _manifest(release: Standing) -> Iterator[Fault]:
    if not release.version:
        if MANIFEST in release.files:
            yield Fault(MANIFEST, "it is no manifest that names a version")
        elif not (release.path / MANIFEST).exists():
            # Where no checksum is listed either, as in a copy that was cut off, nothing else would be at fault.
            yield Fault(MANIFEST, "a release without it is none")
    elif release.version != release.path.name:
        yield Fault(MANIFEST, f"it says version {release.version}, the folder is named {release.path.name}")


def _contents(release: Standing) -> Iterator[Fault]:
    """The content hash is that of the hashes in the manifest, and these are those of the files that hold rows."""
    contents = release.said.get("contents")
    if not isinstance(contents, dict):
        return
    listing = "".join(f"{sha256}  {path}\n" for path, sha256 in contents.items())
    if of_bytes(listing.encode()).sha256 != release.said.get("content_hash"):
        yield Fault(MANIFEST, "the content hash is not that of its contents")
    for path, file in release.files.items():
        if path.startswith(("parquet/", "csv/", "validation/")) and contents.get(path) != file.sha256:
            yield Fault(path, "the manifest has another hash of it")
    for path in contents.keys() - release.files.keys():
        if not (release.path / path).is_file():
            yield Fault(path, "the manifest names it, and it is not there")


def _naming(release: Standing) -> Iterator[Fault]:
    for name in NAMING:
        said = release.read_json(name)
        if said is not None and said.get("version") != release.version:
            yield Fault(name, f"it says version {said.get('version')}, the manifest {release.version}")


def _index(release: Standing) -> Iterator[Fault]:
    """The index beside the release, where there is one, says of it what its manifest says."""
    path = release.path.parent / INDEX
    if not path.is_file() or not release.version:
        return
    try:
        said = json.loads(path.read_bytes())
        found = [entry for entry in said["releases"] if entry["version"] == release.version]
        latest, versions = said["latest"], [entry["version"] for entry in said["releases"]]
    except (ValueError, LookupError, TypeError) as error:
        yield Fault(f"../{INDEX}", f"it is no index of releases ({error})")
        return
    if len(found) != 1 or not _agrees(found[0], release.said):
        yield Fault(f"../{INDEX}", f"it does not say of {release.version} what the manifest says")
    if latest not in versions:
        yield Fault(f"../{INDEX}", f"latest is {latest}, which it does not list")


def _agrees(entry: Mapping[str, object], said: Mapping[str, object]) -> bool:
    return dict(entry) == index_entry(said)
