"""A vault in a folder, a clock that a test turns, and footage to put in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
import io
from pathlib import Path

import av
import numpy as np
import pytest

from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.vault.facts import ChunkFacts
from custom_components.kuma_bouhan.vault.kdf import KdfCost
from custom_components.kuma_bouhan.vault.mp4 import boxes
from custom_components.kuma_bouhan.vault.opened import Opened
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.sealing import NewHolder
from custom_components.kuma_bouhan.vault.slots import Destroyed
from custom_components.kuma_bouhan.vault.vault import Timing, Vault
from custom_components.kuma_bouhan.vault.writer import CameraWriter, Fragment

from .pieces import DAY, DOOR, NOON, SECOND, piece

CHEAP = KdfCost(memory_kib=8, iterations=1, lanes=1)
PASSPHRASE = "あおぞら ひまわり くじら つくえ みかん やま"


@dataclass
class House:
    """A vault that can be closed and opened again, and what a test does with it."""

    folder: Path
    timing: Timing = Timing()
    now: datetime = NOON
    code: str = field(default_factory=new_recovery_code)

    def found(self) -> None:
        Vault.create(
            self.folder,
            holder=NewHolder("manager", PASSPHRASE),
            recovery_code=self.code,
            now=self.now,
            cost=CHEAP,
        ).close()
        self.open()

    def open(self) -> Vault:
        self.vault = Vault.open(self.folder, clock=lambda: self.now, timing=self.timing)
        return self.vault

    def reopen(self) -> Vault:
        self.vault.close()
        return self.open()

    def due(self, end: datetime) -> datetime | None:
        return end + 7 * DAY

    def writer(self, camera: str = DOOR) -> CameraWriter:
        writer = self.vault.writer(camera, due=self.due)
        writer.start(b"tracks")
        return writer

    def record(
        self, minutes: int = 3, *, start: datetime = NOON, camera: str = DOOR, size: int = 40_000
    ) -> list[ChunkFacts]:
        """Record minutes of footage, a fragment every ten seconds; return its chunks."""
        writer = self.writer(camera)
        for number in range(minutes * 6):
            writer.fragment(piece(start + number * 10 * SECOND, size))
        writer.close()
        return self.chunks(camera)

    def chunks(self, camera: str = DOOR) -> list[ChunkFacts]:
        """Return everything that may be shown."""
        return self.vault.chunks(camera, NOON - 99 * DAY, NOON + 99 * DAY, now=self.now)

    def path(self, chunk: ChunkFacts) -> Path:
        (found,) = self.folder.rglob(f"{chunk.id}.kbc")
        return found

    def unlock(self) -> Opened:
        return self.vault.unlock("manager", PASSPHRASE)

    def is_readable(self, chunk: ChunkFacts) -> bool:
        with self.unlock() as opened:
            return bool(self.vault.read(opened, chunk, now=self.now).fragments)

    def destroy(self, *slots: str) -> Destroyed:
        return self.vault.destroy(slots, ErasureReason.PERIOD_OVER, self.now)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Make a vault."""
    made = House(tmp_path / "vault")
    made.found()
    yield made
    made.vault.close()


@dataclass(frozen=True)
class Film:
    """A real fragmented MP4: its init segment, and a fragment for each second."""

    init: bytes
    fragments: tuple[bytes, ...]
    frames: int

    def pieces(self, start: datetime) -> list[Fragment]:
        """Return the fragments as a camera would give them from `start` on."""
        return [
            Fragment(data, start + number * SECOND, SECOND, True, start + (number + 1) * SECOND)
            for number, data in enumerate(self.fragments)
        ]


def make_film(seconds: int = 6, *, audio: bool = True, rate: int = 10, width: int = 64) -> Film:
    """Encode a film with the flags of Home Assistant's stream worker, cut at keyframes."""
    buffer = io.BytesIO()
    options = {
        "movflags": "frag_keyframe+empty_moov+default_base_moof+negative_cts_offsets"
        "+skip_sidx+delay_moov"
    }
    container = av.open(buffer, "w", format="mp4", options=options)
    video = container.add_stream("libx264", rate=rate, options={"preset": "ultrafast", "bf": "2"})
    video.width, video.height, video.pix_fmt = width, 48, "yuv420p"
    video.gop_size = rate
    sound = container.add_stream("aac", rate=16000) if audio else None
    for number in range(seconds * rate):
        if sound is not None:
            noise = np.zeros((1, 16000 // rate), dtype=np.float32)
            heard = av.AudioFrame.from_ndarray(noise, format="fltp", layout="mono")
            heard.sample_rate = 16000
            container.mux(sound.encode(heard))
        picture = np.full((48, width, 3), number % 250, dtype=np.uint8)
        container.mux(video.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
    container.mux(video.encode())
    if sound is not None:
        container.mux(sound.encode())
    container.close()
    data = buffer.getvalue()
    init, fragments = b"", []
    for box in boxes(data):
        found = data[box.start : box.end]
        if box.kind in (b"ftyp", b"moov"):
            init += found
        elif box.kind == b"moof":
            fragments.append(found)
        elif box.kind == b"mdat":
            fragments[-1] += found
    return Film(init, tuple(fragments), seconds * rate)


@pytest.fixture(scope="session")
def film() -> Film:
    """Six seconds of picture and sound."""
    return make_film()
