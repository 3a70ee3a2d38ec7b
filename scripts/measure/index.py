"""How much of the disk the index takes for a camera-hour."""

from datetime import datetime, timedelta
import os
from pathlib import Path
import time

from custom_components.kuma_bouhan.vault.chunk import Kind
from custom_components.kuma_bouhan.vault.database import NAME
from custom_components.kuma_bouhan.vault.facts import Row
from custom_components.kuma_bouhan.vault.index import Index
from custom_components.kuma_bouhan.vault.slot import Slot

from .report import Ask, Figure, Outcome, number, say
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
            )
        ],
        [
            f"to enter a chunk, and to let it go: {number(spent / chunks * 1e6)} µs of processor time"
        ],
    )


def _record_hour(index: Index, slots: dict[str, Slot], start: datetime) -> list[str]:
    """Enter an hour of all cameras, a chunk at a time in the order they end; return the chunks."""
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
    chunks = []
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
            index.add([row]).result()
            chunks.append(row.id)
    return chunks


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob(f"{NAME}*"))
