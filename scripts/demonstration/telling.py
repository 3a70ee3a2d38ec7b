"""Telling the story: one line a step, with what was measured, and a report for machines."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
import json
from pathlib import Path
import sys
import time

type Figure = str | int | float


class Broken(Exception):
    """A step did not hold."""


@dataclass
class Step:
    """One step: what it found stands in `figures`."""

    name: str
    figures: dict[str, Figure] = field(default_factory=dict)
    outcome: str = "failed"
    seconds: float = 0.0


@dataclass
class Telling:
    """Prints the steps as they happen and keeps them for the report."""

    report: Path
    steps: list[Step] = field(default_factory=list)

    @contextmanager
    def step(self, name: str) -> Iterator[dict[str, Figure]]:
        """Tell one step; it has passed when its body ends. `Broken` and errors end the story."""
        step = Step(name)
        self.steps.append(step)
        self.progress(name)
        begun = time.monotonic()
        try:
            yield step.figures
            step.outcome = "passed"
        finally:
            step.seconds = round(time.monotonic() - begun, 2)
            self._print(step)
            self._write()

    def progress(self, text: str) -> None:
        """Show what is being waited for, where somebody watches."""
        if sys.stdout.isatty():
            print(f"\r\033[K  … {text}", end="", flush=True)

    def _print(self, step: Step) -> None:
        mark = "✓" if step.outcome == "passed" else "✗"
        figures = ", ".join(f"{name} {value}" for name, value in step.figures.items())
        clear = "\r\033[K" if sys.stdout.isatty() else ""
        print(f"{clear}{mark} {step.name}  ({step.seconds:.1f} s)", flush=True)
        if figures:
            print(f"    {figures}", flush=True)

    def _write(self) -> None:
        steps = [
            {
                "name": step.name,
                "outcome": step.outcome,
                "seconds": step.seconds,
                "figures": step.figures,
            }
            for step in self.steps
        ]
        self.report.write_text(json.dumps({"steps": steps}, ensure_ascii=False, indent=2) + "\n")

    @property
    def held(self) -> bool:
        """Say whether every step passed."""
        return all(step.outcome == "passed" for step in self.steps)


def hold(condition: object, otherwise: str) -> None:
    """End the story unless the condition holds."""
    if not condition:
        raise Broken(otherwise)


def size(count: float) -> str:
    """Return bytes as people read them."""
    for unit in ("B", "kB", "MB"):
        if count < 1000:
            return f"{count:.0f} {unit}" if unit == "B" else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} GB"
