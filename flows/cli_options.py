"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.settings import DEFAULT_OUTPUT

OUTPUT = Path(DEFAULT_OUTPUT)

Output = Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder of releases.")]
OutputPlace = Annotated[
    str, typer.Option("--output", "-o", metavar="DIR|URL", help="The folder or store of releases (s3://…).")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of lines.")]
Release = Annotated[
    str, typer.Argument(metavar="RELEASE", help="A version or `latest` in the folder of releases, or a path.")
]
Keep = Annotated[
    int | None, typer.Option("--keep", min=1, metavar="N", help="How many releases stay, the newest; left out, all do.")
]
