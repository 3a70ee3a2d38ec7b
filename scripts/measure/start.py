"""How soon a big vault records again after a start, and how soon its index is known to be right.

Each start is a fresh process (`python -m scripts.measure.start FOLDER`) that does what the site does: opens the
vault, looks at what is due and at every camera, and has a first fragment of each camera on the disk; then it compares
files and index. Times count from the call of `Vault.open`.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
import json
import os
from pathlib import Path
import random
from statistics import median
import subprocess
import sys
import time
from typing import Any

from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.vault.database import NAME
from custom_components.kuma_bouhan.vault.vault import Vault
from custom_components.kuma_bouhan.vault.writer import Fragment

from .report import Ask, Figure, Outcome, percentile, say
from .vaults import CHUNKS, big_vault, camera_id, utcnow

CAMERAS = 16
_DAYS_LISTED = 300
_DROP_CACHES = Path("/proc/sys/vm/drop_caches")


def measure(ask: Ask) -> Outcome:
    """Start again and again; in the full sample also with nothing in memory, as after power came back."""
    hours, starts = (52, 3) if ask.quick else (30 * 24, 5)
    folder = big_vault(ask.cache, cameras=CAMERAS, hours=hours)
    chunks = CAMERAS * hours * CHUNKS
    apart = _rebuild(folder) if not (folder / NAME).exists() or not ask.quick else []
    _start(folder)  # what the last use left open
    say(f"{starts} starts")
    seen = [_start(folder) for _ in range(starts)]
    listed = percentile([seconds for one in seen for seconds in one["listed"]], 0.99)
    sample = f"median of {starts} starts, {chunks:,} chunks, {CAMERAS} cameras"
    recording = median(one["recording"] for one in seen)
    reconciled = median(one["reconciled"] for one in seen)
    apart.append(
        f"opened after {median(one['opened'] for one in seen):.2f} s; "
        f"{max(one['memory'] for one in seen):.0f} MiB in memory at the end"
    )
    apart += _cold(folder) if not ask.quick else []
    return Outcome(
        [
            Figure(key="recording_s", value=recording, unit="s", sample=sample, at_most=2),
            Figure(key="reconciled_s", value=reconciled, unit="s", sample=sample, at_most=10),
            Figure(
                key="day_listed_ms",
                value=listed * 1e3,
                unit="ms",
                sample=f"p99 of {starts * _DAYS_LISTED} days of a camera listed",
                at_most=10,
            ),
        ],
        apart,
    )


def _rebuild(folder: Path) -> list[str]:
    """Have the index made anew from the files."""
    say("making the index anew from the files")
    for path in folder.glob(f"{NAME}*"):
        path.unlink()
    seen = _start(folder)
    return [f"with the index deleted: all files read again after {seen['reconciled']:.1f} s"]


def _cold(folder: Path) -> list[str]:
    if not os.access(_DROP_CACHES, os.W_OK):
        return ["with nothing in memory: not measured (that takes root)"]
    say("a start with nothing in memory")
    os.sync()
    _DROP_CACHES.write_text("3")
    seen = _start(folder)
    recording, reconciled = seen["recording"], seen["reconciled"]
    return [f"with nothing in memory: {recording:.2f} s and {reconciled:.1f} s"]


def _start(folder: Path) -> dict[str, Any]:
    """Start once, in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-m", "scripts.measure.start", str(folder)],
        stdout=subprocess.PIPE,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


# --- In the fresh process ---


def start(folder: Path) -> dict[str, Any]:
    """Start the vault as the site does; leave it as it was."""
    began = time.perf_counter()
    vault = Vault.open(folder, clock=utcnow)
    opened = time.perf_counter() - began
    cameras = [camera_id(number) for number in range(CAMERAS)]
    vault.undated()
    vault.next_due()
    vault.sweep() if vault.tombstones() else None
    vault.count()
    for camera in cameras:
        vault.summary(camera)
    _record(vault, cameras)
    recording = time.perf_counter() - began
    vault.reconcile()
    reconciled = time.perf_counter() - began
    listed = _list_days(vault, cameras)
    memory = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    _tidy(vault)
    vault.close()
    return {
        "opened": opened,
        "recording": recording,
        "reconciled": reconciled,
        "listed": listed,
        "memory": memory / 2**20,
    }


def _record(vault: Vault, cameras: Sequence[str]) -> None:
    """Have a first fragment of every camera on the disk: cutting the chunk syncs it."""
    data = random.randbytes(400_000)
    now = utcnow()
    for camera in cameras:
        writer = vault.writer(camera, due=_due)
        writer.start(b"init")
        writer.fragment(Fragment(data, now, timedelta(seconds=1), True, now))
        writer.cut()


def _due(end: datetime) -> datetime:
    return end + timedelta(days=7)


def _list_days(vault: Vault, cameras: Sequence[str]) -> list[float]:
    """Return the seconds it took to list days of cameras drawn at random."""
    draw = random.Random(1)
    now = utcnow()
    first = min(slot.start for slot in vault.slots())
    span = max((now - first).days, 1)
    seconds = []
    for _ in range(_DAYS_LISTED):
        begins = first + timedelta(days=draw.randrange(span))
        began = time.perf_counter()
        vault.chunks(draw.choice(cameras), begins, begins + timedelta(days=1), now=now)
        seconds.append(time.perf_counter() - began)
    return seconds


def _tidy(vault: Vault) -> None:
    """Erase what this start recorded, so that the next one finds the same vault."""
    soon = utcnow() + timedelta(days=8)
    ours = [slot.id for slot in vault.slots() if slot.due is not None and slot.due < soon]
    vault.destroy(ours, ErasureReason.NO_LONGER_NEEDED, utcnow())
    vault.sweep()
    vault.entered(ours)


if __name__ == "__main__":
    print(json.dumps(start(Path(sys.argv[1]))))
