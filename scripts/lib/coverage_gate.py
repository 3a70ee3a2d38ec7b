"""Holds every module to its coverage: `coverage_gate.py coverage.json`.

Exit code 1, and a line for each module that is below, when one is.
"""

import json
from pathlib import Path
import sys

LEAST = 95.0  # percent of the lines of each module


def below(report: dict[str, dict[str, dict[str, dict[str, float]]]]) -> dict[str, float]:
    """Return the modules that are covered too little, and how much they are."""
    shares = {
        name: module["summary"]["percent_covered"] for name, module in report["files"].items()
    }
    return {name: share for name, share in sorted(shares.items()) if share < LEAST}


def stretches(lines: list[int]) -> str:
    """Return line numbers as stretches: 7, 9-12."""
    found: list[list[int]] = []
    for line in lines:
        if found and line == found[-1][1] + 1:
            found[-1][1] = line
        else:
            found.append([line, line])
    return ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in found)


def main(path: str) -> int:
    """Say what is below; return the exit code."""
    report = json.loads(Path(path).read_text())
    missing = below(report)
    for name, share in missing.items():
        lines = stretches(report["files"][name]["missing_lines"])
        print(f"coverage {share:.1f} % < {LEAST:.0f} %: {name} (not run: {lines})")
    if not missing:
        modules = len(report["files"])
        print(f"coverage: {modules} modules, each at least {LEAST:.0f} %")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
