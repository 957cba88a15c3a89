"""What verifying found, as values, as text, as an object for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from outputs.markdown import plural

NAMED = 5
"""How many rows or files a fault names; the others are counted."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: in which file, what."""

    path: str
    found: str


@dataclass(frozen=True)
class Check:
    """One check: its name, what it looked at ("52 files"), and what it found wrong."""

    name: str
    examined: str
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Report:
    """What came of verifying the release at a place; `version` is None where its manifest says none.

    Notes are no faults.
    """

    place: str
    version: str | None
    checks: tuple[Check, ...]
    notes: tuple[str, ...] = ()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All that is wrong."""
        return tuple(fault for check in self.checks for fault in check.faults)

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def named(found: Sequence[object]) -> str:
    """The first few of what was found, and how many more.

    >>> named(["a", "b"]), named(range(7))
    ('a, b', '0, 1, 2, 3, 4 and 2 more')
    """
    more = f" and {len(found) - NAMED:,} more" if len(found) > NAMED else ""
    return ", ".join(map(str, found[:NAMED])) + more


def as_text(report: Report) -> str:
    """A line a check, the faults below it, then the verdict."""
    width = max(len(check.name) for check in report.checks)
    lines = []
    for check in report.checks:
        lines.append(f"{'ok   ' if not check.faults else 'FAULT'}  {check.name:<{width}}  {check.examined}")
        lines += [f"       - {fault.path}: {fault.found}" for fault in check.faults]
    lines += [f"note: {note}" for note in report.notes]
    name = f"{report.version or 'a release without a version'} in {report.place}"
    found = plural(len(report.faults), "fault")
    return "\n".join([*lines, f"{name} is sound." if report.is_sound else f"{name} is not sound: {found}."])


def as_object(report: Report) -> dict[str, object]:
    """The report as an object that JSON can hold."""
    return {
        "version": report.version,
        "path": report.place,
        "sound": report.is_sound,
        "checks": [asdict(check) for check in report.checks],
        "notes": list(report.notes),
    }
