"""The command line of the bench."""

import argparse
from collections.abc import Callable
import json
from pathlib import Path
import shutil
import sys
import tempfile
import time

from .book import measure as book
from .capture import measure as capture
from .duties import measure as duties
from .erase import measure as erase
from .export import measure as export
from .index import measure as index
from .report import Ask, Outcome, aligned, machine, table
from .start import measure as start
from .view import measure as view

OUTPUT = Path(__file__).parents[2] / "bench-output"

GROUPS: dict[str, Callable[[Ask], Outcome]] = {
    "capture": capture,
    "index": index,
    "erase": erase,
    "start": start,
    "view": view,
    "export": export,
    "book": book,
    "duties": duties,
}


def main(arguments: list[str]) -> int:
    """Measure the groups asked for; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="scripts/bench",
        description="Measures what the design promises and prints it beside its bar.",
    )
    parser.add_argument("--quick", action="store_true", help="a smaller sample; a minute a group")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument("group", nargs="*", help=f"of {', '.join(GROUPS)}; all if none is named")
    asked = parser.parse_args(arguments)
    if unknown := [name for name in asked.group if name not in GROUPS]:
        parser.error(f"no such group: {', '.join(unknown)}. There are: {', '.join(GROUPS)}.")

    OUTPUT.mkdir(exist_ok=True)
    facts = machine(OUTPUT)
    sample = "quick: a smaller sample, not for comparison" if asked.quick else "full"
    print(aligned([*facts.items(), ("sample", sample)]))
    figures: dict[str, float] = {}
    samples: dict[str, str] = {}
    seconds: dict[str, float] = {}
    for name in dict.fromkeys(asked.group or GROUPS):
        began = time.monotonic()
        outcome = measured(GROUPS[name], quick=asked.quick)
        seconds[f"{name}.seconds"] = round(time.monotonic() - began, 1)
        print(f"\n{name} ({seconds[f'{name}.seconds']:.0f} s)\n{table(name, outcome)}")
        for line in outcome.apart:
            print(f"    {line}")
        figures |= {f"{name}.{figure.key}": figure.value for figure in outcome.figures}
        samples |= {f"{name}.{figure.key}.sample": figure.sample for figure in outcome.figures}
    if asked.json:
        said = {"quick": asked.quick, **figures, **samples, **seconds, **facts}
        asked.json.parent.mkdir(parents=True, exist_ok=True)
        asked.json.write_text(json.dumps(said, indent=2) + "\n")
    return 0


def measured(measure: Callable[[Ask], Outcome], *, quick: bool) -> Outcome:
    """Run one group in a scratch folder of its own."""
    scratch = Path(tempfile.mkdtemp(prefix="scratch-", dir=OUTPUT))
    try:
        return measure(Ask(quick=quick, scratch=scratch, cache=OUTPUT / "cache"))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
