"""Who may import whom: data flows one way, and a later stage imports an earlier one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Each package with those it imports beside itself, no more: a test fails for one that is listed in vain, since it would
# let the next import against the stream pass.
ALLOWED = {
    "parsers.errors": set(),
    "parsers.lazy": set(),
    "parsers.written": set(),
    "parsers.tables": set(),
    "parsers.columnar": {"parsers.lazy", "parsers.tables"},
    "parsers.document": {"parsers.errors", "parsers.lazy", "parsers.written"},
    "parsers.language": {"parsers.errors", "parsers.lazy", "parsers.written", "parsers.document"},
    "parsers.phrases": {"parsers.lazy", "parsers.document", "parsers.language"},
    "parsers.facts": {"parsers.language", "parsers.phrases"},
    "parsers.assemble": {
        "parsers.lazy",
        "parsers.written",
        "parsers.document",
        "parsers.language",
        "parsers.phrases",
        "parsers.facts",
        "parsers.tables",
        "parsers.columnar",
    },
    "expectations": {"parsers"},
    "outputs": {"parsers"},
    "flows": {"parsers", "expectations", "outputs"},
}
PACKAGES = ("parsers", "expectations", "outputs", "flows")


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the project by its dotted name."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            yield ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), path


def imported(source: str) -> Iterator[str]:
    """The names of our own modules that a module imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            # `from parsers import tables` imports a module, `from parsers.tables import table` a function of one.
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            names = ["a relative import"] if node.level else names
        else:
            continue
        yield from (name for name in names if name.partition(".")[0] in (*PACKAGES, "a relative import"))


def within(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def home(name: str) -> str:
    """The package of ALLOWED that a module belongs to."""
    return next((package for package in ALLOWED if within(name, {package})), "")


def offences(name: str, source: str) -> list[str]:
    return [one for one in imported(source) if not within(one, {home(name), *ALLOWED[home(name)]})]


@pytest.mark.parametrize(("name", "path"), list(modules()), ids=[name for name, _ in modules()])
def test_a_module_imports_no_later_stage(name: str, path: Path) -> None:
    if name == "parsers":
        assert list(imported(path.read_text(encoding="utf-8"))) == []
        return
    assert home(name), f"{name} belongs to no stage: add it to ALLOWED"
    assert offences(name, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("parsers.document.read", "from parsers.language import annotate"),
        ("parsers.tables.visits", "from parsers.errors import OutputError"),
        ("parsers.facts.visits", "from parsers.tables import table"),
        ("parsers.language.dates", "def late():\n    import parsers.facts.rule"),
        ("parsers.language.dates", "from parsers.phrases.ties import relations"),
        ("parsers.facts.visits", "from parsers.assemble.merge import merged"),
        ("outputs.release", "from expectations import gate"),
        ("expectations.gate", "from flows import settings"),
        ("flows.release", "from . import tasks"),
    ],
)
def test_an_import_against_the_stream_is_found(name: str, source: str) -> None:
    assert offences(name, source)


@pytest.mark.parametrize("package", ALLOWED)
def test_what_a_package_may_import_it_does_import(package: str) -> None:
    found = {one for name, path in modules() if home(name) == package for one in imported(path.read_text("utf-8"))}
    assert [allowed for allowed in sorted(ALLOWED[package]) if not any(within(one, {allowed}) for one in found)] == []


def test_every_folder_of_modules_is_a_package() -> None:
    """A folder without an `__init__.py` is missing in an installed copy, though tests in the tree pass."""
    folders = {path.parent for _, path in modules()}
    assert [str(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_the_docstring_of_outputs_names_each_module() -> None:
    told = set(re.findall(r"`(\w+)`", ast.get_docstring(ast.parse((ROOT / "outputs/__init__.py").read_text())) or ""))
    assert {name.split(".")[1] for name, _ in modules() if name.startswith("outputs.")} - told == set()
