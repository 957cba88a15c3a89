"""The command `bilaterals`: loads, calls, prints, exits.

Results go to standard output, all else to standard error; the exit codes are those of `parsers.errors.EXITS`. Prefect
is imported by the commands that need it alone, so that the help is there at once.
"""

from __future__ import annotations

import json
import shlex
import signal
import traceback
from enum import StrEnum
from importlib import metadata
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from flows.cli_options import Json, Keep, OutputPlace
from flows.cli_published import commands, shortly
from flows.ended import keep_signals, signal_behind
from flows.memory import lasting
from flows.progress import shown
from flows.server import answering, started_ahead
from flows.settings import DEFAULT_OUTPUT, quieten, require_state_folder
from flows.sources import check
from flows.streams import guarded
from flows.validator import ahead
from parsers.errors import EXITS, BilateralsError

if TYPE_CHECKING:
    from flows.report import Result
    from outputs.release import Published

app = typer.Typer(
    help="Open data on how states deal with each other, read from wiki articles.",
    epilog="Exit codes:\n\n" + "\n".join(f"- {code}: {meaning}" for code, meaning in EXITS.items()),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(commands)


EXAMPLES = """Examples:

- `bilaterals release`: the sample that comes along
- `bilaterals release articles/ --output releases`: a folder of articles of your own
- `bilaterals release wikipedia:"Azerbaijan–China relations"`: one article of the English Wikipedia
- `bilaterals release wikipedia:"Category:Bilateral relations of Chad"`: the articles of a category
- `bilaterals release dump:enwiki-20260101-pages-articles-multistream.xml.bz2`: what a dump has of pairs of states
"""


class Form(StrEnum):
    """The forms of a page, as the command line names them."""

    wikitext = "wikitext"
    flattened = "flattened"


Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE",
        help="Files, folders or globs of articles, here or in a store (s3://…), `wikipedia:TITLE`, "
        "`wikipedia:` for all pairs of states, "
        "or `dump:PATH` (XML of a MediaWiki); none: the sample that comes along.",
    ),
]
Site = Annotated[
    str | None,
    typer.Option("--site", metavar="URL", help="The wiki that `wikipedia:` means: any page of it, or its api.php."),
]
FormOption = Annotated[
    Form | None, typer.Option("--form", help="The form of all pages; left out, it is recognised page by page.")
]
Workers = Annotated[
    int | None,
    typer.Option("--workers", min=1, metavar="N", help="How many processes read; left out, as many as are worth it."),
]
Dask = Annotated[
    str | None, typer.Option("--dask", metavar="URL", help="A Dask cluster that reads instead (tcp://host:8786).")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress, only errors.")]
Cron = Annotated[str, typer.Option("--cron", help='When to run, as in "0 6 * * 1": Mondays at six, UTC.')]


def _version(wanted: bool) -> None:
    """Prints the program's version and ends, where it is asked for."""
    if wanted:
        typer.echo(metadata.version("bilaterals"))
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the program's version.")
    ] = False,
) -> None:
    """Open data on how states deal with each other, read from wiki articles."""


@app.command(epilog=EXAMPLES)
def release(
    sources: Sources = None,
    output: OutputPlace = DEFAULT_OUTPUT,
    form: FormOption = None,
    keep: Keep = None,
    site: Site = None,
    workers: Workers = None,
    dask: Dask = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Read articles, validate what they say, and publish it as the next release.

    Where nothing changed since the release before, nothing is written. Pages that cannot be read are listed, and the
    others go on. --json prints version (null: nothing changed), path, reasons, counts, failures, stale and
    pruned.
    """
    parameters = _checked(sources, output, form, keep, site, workers, dask)
    quieten()
    await_server = started_ahead()
    with ahead(), shown(quiet=quiet):
        with lasting():
            from flows.release import release as run

        await_server()
        with answering():
            result = run(**parameters)
    typer.echo(json.dumps(result.as_json(), ensure_ascii=False) if as_json else _said(result))
    if not (as_json or quiet) and result.published.version:
        typer.echo(_next_steps(result.published, output), err=True)
    for failure in result.failures:
        typer.echo(f"warning: not read: {failure.message}", err=True)
    for failure in result.stale:
        typer.echo(f"warning: not read, its rows are those of an older revision: {failure.message}", err=True)


@app.command()
def schedule(
    cron: Cron,
    sources: Sources = None,
    output: OutputPlace = DEFAULT_OUTPUT,
    form: FormOption = None,
    keep: Keep = None,
    site: Site = None,
    workers: Workers = None,
    dask: Dask = None,
) -> None:
    """Publish again and again: serve the flow until interrupted, one run at a time.

    Uses the Prefect server that PREFECT_API_URL names, else starts one on this machine.
    """
    from flows.schedule import check_cron, serve

    parameters = _checked(sources, output, form, keep, site, workers, dask)
    try:
        check_cron(cron)
    except ValueError as error:
        raise typer.BadParameter(f'{cron!r} is no cron expression such as "0 6 * * 1"', param_hint="--cron") from error
    serve(cron, parameters, typer.echo)


def _checked(
    sources: list[str] | None,
    output: str,
    form: Form | None,
    keep: int | None,
    site: str | None,
    workers: int | None,
    dask: str | None,
) -> dict[str, Any]:
    """The parameters of the flow; raises what it would, and that before it begins, as far as that is seen ahead.

    Since a server takes seconds to start, and reading may take hours.
    """
    from flows.sources.mediawiki.address import at_site
    from outputs.remote import require_output

    _require_readers(workers, dask)
    asked = at_site(sources or [], site)
    require_state_folder()
    check(asked)
    require_output(output)
    named = {"sources": asked, "output": output, "form": form.value if form else None, "keep": keep}
    return {**named, "workers": workers, "dask": dask}


def _require_readers(workers: int | None, dask: str | None) -> None:
    """Nothing; raises BadParameter where two who shall read are named, EngineError for no cluster's address."""
    if dask and workers:
        raise typer.BadParameter("--workers is for this machine, --dask for a cluster: name one", param_hint="--dask")
    if dask:
        from flows.cluster import require_cluster

        require_cluster(dask)


def main() -> None:
    """Runs the command; what the project raises on purpose becomes one line on standard error and its exit code."""
    # What is raised ends the server and the processes that a run starts; the signal alone would leave them behind.
    signal.signal(signal.SIGTERM, _terminated)
    keep_signals()
    with guarded():
        try:
            app()
        except Exception as error:
            _end_with(error)


def _end_with(error: Exception) -> NoReturn:
    """Says what went wrong and ends with its exit code; an error in the wake of a signal to end is no news."""
    ended = signal_behind(error)
    if ended is not None:
        raise SystemExit(ended) from error
    if isinstance(error, BilateralsError):
        typer.echo(f"error: {error}", err=True)
        raise SystemExit(error.exit_code) from error
    typer.echo(f"error: {type(error).__name__}, an error of the program; please report it:", err=True)
    typer.echo("".join(traceback.format_exception(error)), err=True)
    raise SystemExit(1) from error


def _terminated(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)


def _said(result: Result) -> str:
    published = result.published
    removed = f"\nRemoved: {', '.join(result.pruned)}." if result.pruned else ""
    if published.version is None:
        return f"Nothing changed since {published.path.name}; nothing written ({published.where}).{removed}"
    rows, reasons = sum(published.counts.values()), shortly(published.reasons)
    return f"Published {published.version} with {rows:,} rows in {published.where} ({reasons}).{removed}"


def _next_steps(published: Published, output: str) -> str:
    """What may be done with a release that was made: looked at, where it is on this machine, and loaded."""
    named = "" if output == DEFAULT_OUTPUT else f" --output {shlex.quote(output)}"
    root = "" if output == DEFAULT_OUTPUT else f", root={output!r}"
    see = "" if published.url else f"See it: bilaterals serve{named}, or open {published.path / 'index.html'}\n"
    return f"{see}Load it in Python: import outputs; outputs.load('visits'{root})"


if __name__ == "__main__":
    main()
