"""The commands about releases that are there: list, explain, diff, verify, publish, prune, serve."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated

import typer

from flows.cli_options import OUTPUT, Json, Output, OutputPlace, Release
from flows.settings import DEFAULT_OUTPUT
from parsers.errors import NOT_SOUND

PORT = 8000
TOLD = 3
"""How many reasons for a version a line tells."""

commands = typer.Typer()


@commands.command(name="list")
def list_releases(
    output: OutputPlace = DEFAULT_OUTPUT,
    as_json: Json = False,
) -> None:
    """List the releases in a folder or store, newest first: version, newest source, rows, why this version."""
    from outputs.remote import index_of

    found = index_of(output)
    if as_json:
        _print(found)
        return
    for one in found["releases"]:
        latest = "latest" if one["version"] == found["latest"] else ""
        rows = f"{sum(one.get('counts', {}).values()):,} rows"
        typer.echo(f"{one['version']:8} {latest:6}  {one['date'] or 'undated':10}  {rows}  {shortly(one['reasons'])}")


@commands.command()
def explain(
    row_id: Annotated[
        str, typer.Argument(metavar="ROW_ID", help="An identifier of a row, as in the first column of each table.")
    ],
    release: Annotated[
        str, typer.Option("--release", metavar="RELEASE", help="A version or `latest` there, or a path or address.")
    ] = "latest",
    output: OutputPlace = DEFAULT_OUTPUT,
    as_json: Json = False,
) -> None:
    """Explain a row of a release: its sentences with the words marked, the rule, references, conflicts."""
    from outputs.brought import at_hand
    from outputs.explain import explain as explained
    from outputs.explained import as_object, as_text

    with at_hand(release, output) as here:
        found = explained(here.folder, row_id)
    _print(as_object(found)) if as_json else typer.echo(as_text(found))


@commands.command()
def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="The older release: a version, a path or an address.")],
    after: Annotated[
        str, typer.Argument(metavar="B", help="The newer release: a version, `latest`, a path or an address.")
    ],
    output: OutputPlace = DEFAULT_OUTPUT,
    rows: Annotated[int, typer.Option("--rows", min=0, help="Rows of a table that are named of each kind.")] = 10,
    as_json: Json = False,
) -> None:
    """Compare two releases: tables, columns, rows added, changed cell by cell, removed.

    Rows are matched by their stable identifiers. --json names all rows, those added and removed by identifier.
    """
    from outputs.brought import at_hand
    from outputs.diff import as_object, as_text, compare

    with at_hand(before, output) as older, at_hand(after, output) as newer:
        found = compare(older.folder, newer.folder)
        _print(as_object(found)) if as_json else typer.echo(as_text(found, rows))


@commands.command()
def verify(release: Release = "latest", output: OutputPlace = DEFAULT_OUTPUT, as_json: Json = False) -> None:
    """Test whether a release is sound: checksums, versions, schemas, keys, spans of text, CSV against Parquet.

    Exits with 0 where it is, with 7 where it is not, with 6 where there is no such release.
    """
    from outputs.brought import at_hand
    from outputs.verify import as_object, as_text
    from outputs.verify import verify as verified

    with at_hand(release, output) as here:
        report = verified(here.folder, place=here.place)
    _print(as_object(report)) if as_json else typer.echo(as_text(report))
    if not report.is_sound:
        raise typer.Exit(NOT_SOUND)


@commands.command()
def publish(
    release: Release,
    url: Annotated[str, typer.Argument(metavar="URL", help="A folder, or a store such as s3://bucket/path.")],
    output: OutputPlace = DEFAULT_OUTPUT,
    as_json: Json = False,
) -> None:
    """Copy a release to a folder or store, once it is verified; its index is written last.

    Safe to repeat; a version that stands there is never written over. Stores are reached through fsspec: set their
    endpoint and keys as for it (FSSPEC_S3_ENDPOINT_URL …) or for their own client (AWS_…).
    """
    from outputs.brought import at_hand
    from outputs.licence import warning
    from outputs.remote import send

    with at_hand(release, output) as here:
        sent = send(here.folder, url)
    if sent.others:
        typer.echo(f"warning: {warning(sent.others)}", err=True)
    if as_json:
        _print({"version": sent.version, "url": sent.url, "written": sent.written})
    elif sent.written:
        typer.echo(f"Published {sent.version} in {sent.url} ({sent.written:,} files).")
    else:
        typer.echo(f"{sent.version} stands in {sent.url} already, file by file; nothing written.")


@commands.command()
def prune(
    keep: Annotated[int, typer.Option("--keep", min=1, metavar="N", help="How many releases stay, the newest.")],
    output: OutputPlace = DEFAULT_OUTPUT,
    as_json: Json = False,
) -> None:
    """Remove the oldest releases from a folder or store; never the one that `latest` names."""
    from outputs.remote import index_of, prune_at

    index_of(output)
    removed = prune_at(output, keep)
    _print({"removed": list(removed)}) if as_json else typer.echo(f"Removed: {', '.join(removed) or 'none'}.")


@commands.command()
def serve(
    output: Output = OUTPUT,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0: any that is free.")] = PORT,
) -> None:
    """Show the releases in a browser: serve their folder on this machine's own address, until interrupted."""
    from outputs.serve import serve as serve_folder

    serve_folder(output, port, typer.echo)


def shortly(reasons: Sequence[str]) -> str:
    """Why a release has its version, in a line: the first reasons, and how many more the release itself tells.

    >>> shortly(["aid: 1 row added", "ties: 2 rows added", "trade: 1 row added", "visits: 1 row added"])
    'aid: 1 row added; ties: 2 rows added; trade: 1 row added; and 1 more'
    """
    more = [f"and {len(reasons) - TOLD:,} more"] if len(reasons) > TOLD else []
    return "; ".join([*reasons[:TOLD], *more])


def _print(found: object) -> None:
    typer.echo(json.dumps(found, ensure_ascii=False))
