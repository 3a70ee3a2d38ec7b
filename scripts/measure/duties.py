"""What minding a site costs: the list of what is due, telling everybody when it changes, and the self-check.

The site is a process of its own (`minding`): 16 cameras and ten years of an association (`decade`). The peers: a template of
Home Assistant's that counts, of as many helpers with a date as there are duties, those that are past; and walking through
the same files and parsing the same YAML with libyaml, nothing else.

How long the event loop is held is said in processor time, which other programs do not lengthen; the wall clock's is told apart.
"""

import json
from pathlib import Path
from statistics import median
import subprocess
import sys
from typing import Any

from .book import CAMERAS
from .report import Ask, Figure, Outcome, percentile, say


def measure(ask: Ask) -> Outcome:
    """Set up a site and have it minded."""
    months, automations, files, times = (6, 400, 4000, 80) if ask.quick else (122, 2000, 20000, 400)
    say(f"a site of {months} months, {automations:,} automations, {files:,} files")
    seen = _mind(ask.scratch, months, automations, files, times)
    site = f"{seen['duties']} duties, {CAMERAS} cameras, {seen['acts']:,} acts in {months} months"
    around = f"{seen['checks']} checks, {automations:,} automations and scripts, {files:,} files"
    checks = len(seen["check"])
    figures = [
        _held(seen["list"], "list_ms", f"p99 of {times}, {site}", 0.99, 5),
        Figure(
            key="list_ratio_to_template",
            value=_ratio(seen["list"], seen["template"]),
            unit="×",
            sample=f"median of {times} pairs; a template over as many helpers",
        ),
        _held(
            seen["looks"],
            "look_ms",
            f"longest of {times} looks of the watch that find nothing new",
            1,
            5,
        ),
        _held(seen["watch_turns"], "told_ms", f"longest turn of the loop in {times} acts", 1, 5),
        Figure(
            key="check_s",
            value=median(wall for wall, _ in seen["check"]),
            unit="s",
            sample=f"median of {checks}: {around}",
            at_most=5,
        ),
        _held(seen["check_turns"], "check_turn_ms", "longest turn of the loop meanwhile", 1, 50),
        Figure(
            key="check_ratio_to_reading",
            value=_ratio(seen["check"], seen["bare"]),
            unit="×",
            sample=f"median of {checks} pairs; os.walk and libyaml over the same files",
        ),
    ]
    return Outcome(figures, _apart(seen))


def _held(
    stretches: list[tuple[float, float]], key: str, sample: str, share: float, at_most: float
) -> Figure:
    value = percentile([processor for _, processor in stretches], share) * 1e3
    return Figure(key=key, value=value, unit="ms", sample=sample, at_most=at_most)


def _ratio(ours: list[tuple[float, float]], theirs: list[tuple[float, float]]) -> float:
    return median(mine[0] / other[0] for mine, other in zip(ours, theirs, strict=True))


def _apart(seen: dict[str, Any]) -> list[str]:
    lines = []
    for key, name in {
        "list": "the list",
        "template": "the template",
        "looks": "a look of the watch",
        "watch_turns": "a turn of the loop while acts are entered",
        "check_turns": "a turn of the loop during a self-check",
    }.items():
        walls = [wall * 1e3 for wall, _ in seen[key]]
        lines.append(
            f"{name}, by the wall clock: median {median(walls):.2f} ms, longest {max(walls):.1f} ms"
        )
    collected = [*seen["watch_collected"], *seen["check_collected"]]
    return [
        *lines,
        (
            f"{len(collected)} collections of garbage fell into a turn and are left out of it; "
            f"the longest took {max(collected, default=0) * 1e3:.1f} ms, of all of Home Assistant's heap"
        ),
        f"found: {seen['takers']} that take pictures, {seen['pictures']:,} files",
        f"walking and parsing alone: {median(wall for wall, _ in seen['bare']):.2f} s",
    ]


def _mind(scratch: Path, *plan: int) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "scripts.measure.minding", str(scratch), *map(str, plan)],
        stdout=subprocess.PIPE,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen
