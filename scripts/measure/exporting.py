"""`python -m scripts.measure.exporting SCRATCH MINUTES ROUNDS`: footage leaves a vault, in a fresh process.

Recorded are so many minutes of 720p25 with sound, as of 3.2 Mbit/s: eight seconds over and over, whose decode times go on. The
same fragments lie beside the vault as one plain file for the peer. Each round makes one MP4 file of it, then ffmpeg does,
then a whole package is measured and zipped. Its figures are one line of JSON.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
import io
import json
import os
from pathlib import Path
import subprocess
import sys
import time

import av
import numpy as np

from custom_components.kuma_bouhan.procedure.packing import (
    Measuring,
    Source,
    text_member,
    zip_size,
    zipped,
)
from custom_components.kuma_bouhan.vault.export import Film
from custom_components.kuma_bouhan.vault.mp4 import Joiner, boxes
from custom_components.kuma_bouhan.vault.opened import Opened
from custom_components.kuma_bouhan.vault.stretches import plan
from custom_components.kuma_bouhan.vault.vault import Vault
from custom_components.kuma_bouhan.vault.writer import Fragment

from .vaults import HOLDER, PASSPHRASE, camera_id, new_vault, unsynced, utcnow

SECOND = timedelta(seconds=1)
LOOP, RATE, BITS = 8, 25, 3_200_000
CAMERA = camera_id(1)
NOWHERE = Path(os.devnull)


def main(scratch: Path, minutes: int, rounds: int) -> None:
    """Record, export, and print what it took."""
    start = utcnow().replace(minute=0, second=0, microsecond=0) - timedelta(hours=12)
    vault, plain = new_vault(scratch / "vault"), scratch / "plain.mp4"
    with unsynced():
        _record(vault, plain, start, minutes * 60)
    os.sync()
    end = start + minutes * 60 * SECOND
    with vault.unlock(HOLDER, PASSPHRASE) as opened:
        # What is loaded and allocated once is no growth.
        _package(vault, opened, start, start + 20 * SECOND, NOWHERE)
        before = _rss()
        films, copies, packages, sealed = [], [], [], []
        for _ in range(rounds):
            films.append(_film(vault, opened, start, end, scratch / "ours.mp4"))
            copies.append(_copy(plain, scratch / "theirs.mp4"))
            packages.append(_package(vault, opened, start, end, scratch / "ours.zip"))
        growth = (_peak() - before) / 2**20
        sealed.append(_package(vault, opened, start, end, NOWHERE, "correct horse 77 battery"))
    vault.close()
    told = {
        "bytes": plain.stat().st_size,
        "film": films,
        "copy": copies,
        "package": packages,
        "sealed": sealed,
        "rss_mb": growth,
        "frames": [_frames(scratch / name) for name in ("ours.mp4", "theirs.mp4")],
    }
    print(json.dumps(told), flush=True)


def _film(vault: Vault, opened: Opened, start: datetime, end: datetime, path: Path) -> float:
    """Return the seconds from a span to one MP4 file."""
    began = time.perf_counter()
    player = vault.playing.player(opened)
    chunks = vault.chunks(CAMERA, start, end, now=utcnow())
    (stretch,) = plan(player, chunks, start, end).stretches
    film = Film(stretch)
    for _ in film.gather(player):
        pass
    _write(path, film.data(player))
    player.close()
    return time.perf_counter() - began


def _copy(plain: Path, path: Path) -> float:
    """Return the seconds that ffmpeg takes for the same footage."""
    began = time.perf_counter()
    command = ("ffmpeg", "-nostdin", "-v", "error", "-y", "-i", plain, "-c", "copy", path)
    subprocess.run(command, check=True)
    return time.perf_counter() - began


def _package(
    vault: Vault,
    opened: Opened,
    start: datetime,
    end: datetime,
    path: Path,
    secret: str | None = None,
) -> tuple[float, float]:
    """Return the seconds of measuring and of giving out a package."""
    began = time.perf_counter()
    player = vault.playing.player(opened)
    chunks = vault.chunks(CAMERA, start, end, now=utcnow())
    source = Source(camera=CAMERA, chunks=chunks)
    measuring = Measuring(player=player, sources=[source], start=start, end=end, zone=UTC)
    for _ in measuring.steps():
        pass
    measured = time.perf_counter()
    members = [
        text_member("manifest.json", b"{}", start),
        *(one.member for one in measuring.files),
    ]
    written = _write(path, zipped(members, "disclosure-1/", player, secret))
    if written != zip_size(members, "disclosure-1/", sealed=secret is not None):
        raise RuntimeError("the package is not as long as was said")
    player.close()
    return measured - began, time.perf_counter() - measured


def _write(path: Path, pieces: Iterable[bytes | memoryview]) -> int:
    with path.open("wb", buffering=0) as file:
        return sum(file.write(piece) for piece in pieces)


def _frames(path: Path) -> int:
    """Return how many pictures ffprobe counts, without decoding them."""
    command = ("ffprobe", "-v", "error", "-count_packets", "-select_streams", "v", "-of", "csv=p=0")
    said = subprocess.run(
        (*command, "-show_entries", "stream=nb_read_packets", path),
        capture_output=True,
        text=True,
        check=True,
    )
    return int(said.stdout.strip().strip(","))


def _rss() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    # What was the most so far is forgotten.
    Path("/proc/self/clear_refs").write_text("5")
    return pages * os.sysconf("SC_PAGE_SIZE")


def _peak() -> int:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


# Recording --------------------------------------------------------------------------------------


def _record(vault: Vault, plain: Path, start: datetime, seconds: int) -> None:
    init, fragments = _loop()
    joiner = Joiner(init)
    writer = vault.writer(CAMERA, due=lambda end: end + timedelta(days=7))
    writer.start(init)
    with plain.open("wb") as file:
        file.write(joiner.head)
        for second in range(seconds):
            at = start + second * SECOND
            data = joiner.add(fragments[second % len(fragments)])
            file.write(data)
            writer.fragment(Fragment(data, at, SECOND, keyframe=True, arrived=at))
    writer.close()


def _loop() -> tuple[bytes, list[bytes]]:
    """Encode some seconds with the flags of Home Assistant's stream worker, a fragment for each."""
    buffer, noise = io.BytesIO(), np.random.default_rng(1)
    flags = "frag_keyframe+empty_moov+default_base_moof+negative_cts_offsets+skip_sidx+delay_moov"
    with av.open(buffer, "w", format="mp4", options={"movflags": flags}) as container:
        video = container.add_stream("libx264", rate=RATE, options={"preset": "ultrafast"})
        video.width, video.height, video.pix_fmt = 1280, 720, "yuv420p"
        video.gop_size, video.bit_rate = RATE, BITS
        sound = container.add_stream("aac", rate=16_000)
        for _ in range(LOOP * RATE):
            samples = noise.standard_normal((1, 16_000 // RATE)).astype(np.float32)
            heard = av.AudioFrame.from_ndarray(samples, format="fltp", layout="mono")
            heard.sample_rate = 16_000
            container.mux(sound.encode(heard))
            picture = noise.integers(0, 40, (720, 1280, 3), dtype=np.uint8)
            container.mux(video.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(video.encode())
        container.mux(sound.encode())
    data = buffer.getvalue()
    init, fragments = b"", list[bytes]()
    for box in boxes(data):
        found = data[box.start : box.end]
        if box.kind in (b"ftyp", b"moov"):
            init += found
        elif box.kind == b"moof":
            fragments.append(found)
        elif box.kind == b"mdat":
            fragments[-1] += found
    return init, fragments[:LOOP]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
