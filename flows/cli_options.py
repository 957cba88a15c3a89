"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.settings import DEFAULT_OUTPUT
from outputs.store import is_address

OUTPUT = Path(DEFAULT_OUTPUT)


def _folder(named: str | Path) -> Path:
    """The path of a folder; a store's address is refused, since what a path makes of it (s3:/…) would be looked for."""
    if is_address(str(named)):
        raise typer.BadParameter("a store; this command serves a folder of this machine")
    return Path(named)


Output = Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder of releases.", parser=_folder)]
OutputPlace = Annotated[
    str, typer.Option("--output", "-o", metavar="DIR|URL", help="The folder or store of releases (s3://…).")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of lines.")]
Release = Annotated[
    str,
    typer.Argument(metavar="RELEASE", help="A version or `latest` in the folder or store, or a path or address."),
]
Keep = Annotated[
    int | None, typer.Option("--keep", min=1, metavar="N", help="How many releases stay, the newest; left out, all do.")
]
