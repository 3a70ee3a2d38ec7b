"""How much of the disk the index takes for a camera-hour, and how soon it lists a camera-day."""

from datetime import datetime, timedelta
import os
from pathlib import Path
import random
import time

from custom_components.kuma_bouhan.vault.chunk import Kind
from custom_components.kuma_bouhan.vault.database import NAME
from custom_components.kuma_bouhan.vault.facts import Row
from custom_components.kuma_bouhan.vault.index import Index
from custom_components.kuma_bouhan.vault.slot import Slot

from .report import Ask, Figure, Outcome, number, percentile, say
from .vaults import CHUNKS, HOUR, camera_id, utcnow

CAMERAS = 16


def measure(ask: Ask) -> Outcome:
    """Fill the index chunk by chunk as recording does, and let old hours go as retention does."""
    kept, passed = (12, 6) if ask.quick else (24, 24)
    say(f"{CAMERAS} cameras for {kept + passed} hours, of which {kept} are kept")
    slots: dict[str, Slot] = {}
    index = Index(ask.scratch, "0" * 32, slots.get)
    hours: list[list[str]] = []
    first = utcnow().replace(minute=0, second=0, microsecond=0)
    began = time.process_time()
    for hour in range(kept + passed):
        hours.append(_record_hour(index, slots, first + hour * HOUR))
        if len(hours) > kept:
            index.remove(hours.pop(0))
    spent = time.process_time() - began
    index.close()
    size = _size(ask.scratch)
    listed, total = _days(ask)
    chunks = (kept + passed) * CAMERAS * CHUNKS
    return Outcome(
        [
            Figure(
                key="bytes_per_camera_hour",
                value=size / (kept * CAMERAS),
                unit="bytes",
                sample=f"{kept * CAMERAS} camera-hours of {CHUNKS} chunks kept, "
                f"{passed * CAMERAS} passed through; database and its log",
                at_most=12_000,
            ),
            Figure(
                key="day_query_p99_ms",
                value=percentile(listed, 0.99) * 1e3,
                unit="ms",
                sample=f"p99 of {len(listed)} camera-days drawn at random, {total:,} chunks known",
                at_most=10,
            ),
        ],
        [
            f"to enter a chunk, and to let it go: {number(spent / chunks * 1e6)} µs of processor time"
        ],
    )


def _days(ask: Ask) -> tuple[list[float], int]:
    """Return the seconds it took to list camera-days, and how many chunks were known."""
    hours, days = (52, 100) if ask.quick else (30 * 24, 500)
    say(f"{CAMERAS * hours * CHUNKS:,} chunks, of which {days} camera-days are listed")
    folder = ask.scratch / "days"
    folder.mkdir()
    slots: dict[str, Slot] = {}
    index = Index(folder, "0" * 32, slots.get)
    first = utcnow().replace(minute=0, second=0, microsecond=0) - hours * HOUR
    for hour in range(hours):
        _record_hour(index, slots, first + hour * HOUR, at_once=True)
    draw, seconds = random.Random(1), []
    for _ in range(days):
        camera = camera_id(draw.randrange(CAMERAS))
        start = first + draw.randrange(max(hours - 24, 1)) * HOUR
        began = time.perf_counter()
        found = index.listed(
            camera, start, start + 24 * HOUR, wrap=lambda _chunk: None, shown=slots.get
        )
        seconds.append(time.perf_counter() - began)
        assert len(found) == 24 * CHUNKS
    index.close()
    return seconds, CAMERAS * hours * CHUNKS


def _record_hour(
    index: Index, slots: dict[str, Slot], start: datetime, *, at_once: bool = False
) -> list[str]:
    """Enter an hour of all cameras in the order chunks end, one at a time or `at_once`; return the chunks."""
    homes = []
    for camera in range(CAMERAS):
        slot = Slot(
            id=os.urandom(16).hex(),
            camera=camera_id(camera),
            start=start,
            end=start + HOUR,
            due=start + timedelta(days=7),
        )
        slots[slot.id] = slot
        homes.append(slot)
    rows: list[Row] = []
    for minute in range(CHUNKS):
        begins = start + minute * HOUR / CHUNKS
        for slot in homes:
            row = Row(
                id=os.urandom(16).hex(),
                camera=slot.camera,
                start=begins,
                end=begins + HOUR / CHUNKS,
                bytes=24_000_000,
                home=slot.id,
                home_start=slot.start,
                slot=slot.id,
                kind=Kind.FMP4,
                complete=True,
                digest=os.urandom(32),
            )
            rows.append(row)
            if not at_once:
                index.add([row]).result()
    if at_once:
        index.add(rows).result()
    return [row.id for row in rows]


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob(f"{NAME}*"))
