"""CITATION.cff: how to cite the release, for reference managers (Citation File Format 1.2.0)."""

from __future__ import annotations

import yaml

from outputs import about
from outputs.describe import FIRST
from outputs.licence import licence
from outputs.model import Release

PATH = "CITATION.cff"
ROUND = FIRST


def render(release: Release) -> str:
    """YAML; the date is that of the newest source, as everywhere in a release, and left out where there is none.

    So is the licence where no one licence covers the release.
    """
    identifier, terms = about.identifier(release), licence(release)
    said = {
        "cff-version": "1.2.0",
        "message": "Please cite the version that you used.",
        "type": "dataset",
        "title": about.TITLE,
        "abstract": about.DESCRIPTION,
        "authors": [{"name": about.AUTHORS}],
        "version": release.version,
        "date-released": about.day(release),
        "license": terms.spdx if terms else None,
        "keywords": list(about.KEYWORDS),
        "identifiers": [{"type": "other", "value": identifier, "description": "Hash of the contents"}]
        if identifier
        else None,
    }
    told = {name: value for name, value in said.items() if value}
    return yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=100)
