"""What a group is asked, what it gives back, and how that is shown."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
import os
from pathlib import Path
import platform
import sqlite3
import subprocess
import sys


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """How a group shall measure.

    `scratch` is an empty folder on a real disk that is removed afterwards; `cache` one that
    stays, for what takes long to make.
    """

    quick: bool
    scratch: Path
    cache: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number: `key` without its group, value, unit, what it was taken from, its bar.

    `at_most` is the bar of the design; None where there is none.
    """

    key: str
    value: float
    unit: str
    sample: str
    at_most: float | None = None

    @property
    def verdict(self) -> str:
        """Say how it stands to its bar."""
        if self.at_most is None:
            return ""
        return "held" if self.value <= self.at_most else "MISSED"


@dataclass(slots=True)
class Outcome:
    """What a group found: figures, and lines for whatever is reported apart."""

    figures: list[Figure] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)


def table(group: str, outcome: Outcome) -> str:
    """Return the figures of a group as a table."""
    rows = [("", "measured", "bar", "", "from")]
    for figure in outcome.figures:
        bar = "" if figure.at_most is None else f"≤ {figure.at_most:g} {figure.unit}".rstrip()
        measured = f"{number(figure.value)} {figure.unit}".rstrip()
        rows.append((f"{group}.{figure.key}", measured, bar, figure.verdict, figure.sample))
    return aligned(rows)


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows with their columns under each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  "
        + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def number(value: float) -> str:
    """Return a number with as many digits as mean something."""
    if value == 0 or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:#.3g}".rstrip(".") if abs(value) >= 0.001 else f"{value:.2g}"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least `share` of the values do not exceed."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, max(0, -int(-share * len(ranked) // 1) - 1))]


def machine(folder: Path) -> dict[str, str]:
    """Return what the numbers depend on: processor, memory, disk, versions."""
    return {
        "machine.cpu": _cpu(),
        "machine.cores": str(len(os.sched_getaffinity(0))),
        "machine.memory_gib": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f}",
        "machine.file_system": _file_system(folder),
        "machine.kernel": platform.release(),
        "machine.allocator": "jemalloc" if jemalloc() else "the C library's",
        "machine.load": f"{os.getloadavg()[0]:.2f}",
        "version.python": platform.python_version(),
        "version.homeassistant": version("homeassistant"),
        "version.av": version("av"),
        "version.cryptography": version("cryptography"),
        "version.sqlite": sqlite3.sqlite_version,
        "version.ffmpeg": _ffmpeg(),
    }


def say(line: str) -> None:
    """Tell the person who waits how far it is."""
    print(f"  … {line}", file=sys.stderr, flush=True)


def _cpu() -> str:
    try:
        info = Path("/proc/cpuinfo").read_text()
    except OSError:
        return platform.processor() or platform.machine()
    lines = dict(line.split(":", 1) for line in info.splitlines() if ":" in line)
    names = {key.strip(): value.strip() for key, value in lines.items()}
    aes = "" if "aes" in names.get("flags", names.get("Features", "")).split() else ", no AES"
    return names.get("model name", platform.machine()) + aes


@cache
def jemalloc() -> str:
    """Return the path of the allocator that Home Assistant's own images run with, "" where it is not here."""
    try:
        said = subprocess.run(["ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    except OSError, subprocess.CalledProcessError:
        return ""
    found = [line.split()[-1] for line in said.splitlines() if "libjemalloc.so" in line]
    return found[0] if found else ""


def _file_system(folder: Path) -> str:
    found, longest = "unknown", -1
    for line in Path("/proc/self/mounts").read_text().splitlines():
        _, mount, kind, *_ = line.split()
        if folder.resolve().is_relative_to(mount) and len(mount) > longest:
            found, longest = kind, len(mount)
    return found


def _ffmpeg() -> str:
    try:
        said = subprocess.run(["ffmpeg", "-version"], capture_output=True, text=True, check=True)
    except OSError:
        return "none"
    return said.stdout.split()[2]
