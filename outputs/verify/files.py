"""datapackage.json, where there is one, lists every file with its size and hash."""

from __future__ import annotations

from collections.abc import Iterator

from outputs.markdown import plural
from outputs.model import File
from outputs.verify.report import Check, Fault
from outputs.verify.standing import Standing

DESCRIPTOR = "datapackage.json"


def check(release: Standing) -> Check:
    """The files of the data package are those of the release."""
    found = resources(release)
    return Check("data package", plural(len(found), "resource"), tuple(_faults(release, found)))


def resources(release: Standing) -> list[dict[str, object]]:
    """The resources that datapackage.json lists; none where there is no such file."""
    said = (release.read_json(DESCRIPTOR) or {}).get("resources")
    return [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []


def _faults(release: Standing, found: list[dict[str, object]]) -> Iterator[Fault]:
    if DESCRIPTOR not in release.files:
        return
    if not found:
        yield Fault(DESCRIPTOR, "it lists no resources")
    listed = {str(one.get("path")): one for one in found}
    for path in sorted(release.files.keys() - listed.keys() - {DESCRIPTOR}):
        yield Fault(path, f"{DESCRIPTOR} does not list it")
    for path in sorted(listed.keys() - release.files.keys()):
        if not (release.path / path).is_file():
            yield Fault(path, f"{DESCRIPTOR} lists it, and it is not there")
    for path, one in listed.items():
        file = release.files.get(path)
        if file and not _agrees(one, file):
            yield Fault(path, f"{DESCRIPTOR} says another size or hash of it")


def _agrees(one: dict[str, object], file: File) -> bool:
    return one.get("bytes") == file.bytes and one.get("hash") == f"sha256:{file.sha256}"
