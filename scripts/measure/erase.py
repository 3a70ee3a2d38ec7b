"""How long it takes to destroy the key of a camera-hour."""

from datetime import timedelta
import os
from pathlib import Path
from statistics import median
import time

from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.vault.chunk import SUFFIX
from custom_components.kuma_bouhan.vault.parts import slot_folder
from custom_components.kuma_bouhan.vault.vault import Vault

from .report import Ask, Figure, Outcome, percentile, say
from .vaults import CHUNKS, HOUR, camera_id, fill, new_vault, open_apart, utcnow

CAMERAS, HOURS = 16, 30 * 24
"""Of the vault that keys are destroyed in: its slot files are as long as they get."""
RECORD = 512
_CAMERA = camera_id(CAMERAS)


def measure(ask: Ask) -> Outcome:
    """Destroy keys one by one, between bare syncs of two files beside them."""
    keys, hours = (60, 1) if ask.quick else (500, 3)
    size = 2_400_000 if ask.quick else 24_000_000
    vault = new_vault(ask.scratch / "vault")
    vault.close()
    fill(vault.folder, vault.id, cameras=CAMERAS, hours=HOURS, chunks=0)
    vault = Vault.open(vault.folder, clock=utcnow)
    vault.reconcile()
    try:
        say(f"destroying {keys} keys")
        pairs = _destroy_beside_syncs(vault, keys)
        say(f"an hour of {CHUNKS} files of {size / 1e6:g} MB, {hours} times")
        overwrites, unlinks = zip(
            *(_files_of_an_hour(vault, size, hour) for hour in range(hours)), strict=True
        )
    finally:
        vault.close()
    ours = [key for key, _ in pairs]
    late, bare = percentile(ours, 0.99), median(syncs for _, syncs in pairs)
    sample = f"median of {keys} in a vault of {CAMERAS * HOURS:,}, each beside two fdatasync"
    apart = f"median of {hours}: {CHUNKS} files of {size / 1e6:g} MB"
    return Outcome(
        [
            Figure(key="key_ms", value=median(ours) * 1e3, unit="ms", sample=sample, at_most=5),
            Figure(
                key="ratio_to_fdatasync",
                value=median(key / syncs for key, syncs in pairs),
                unit="×",
                sample=sample,
                at_most=3,
            ),
            Figure(key="unlink_ms", value=median(unlinks) * 1e3, unit="ms", sample=apart),
            Figure(key="overwrite_ms", value=median(overwrites) * 1e3, unit="ms", sample=apart),
        ],
        [
            f"key: p99 {late * 1e3:.2f} ms; two bare fdatasyncs: {bare * 1e3:.2f} ms",
            "unlink: the sweep of an hour whose key is destroyed, off the event loop",
            "overwrite: what the key makes needless, for comparison",
        ],
    )


def _destroy_beside_syncs(vault: Vault, keys: int) -> list[tuple[float, float]]:
    start = utcnow().replace(minute=0, second=0, microsecond=0)
    slots = [open_apart(vault, _CAMERA, start + hour * HOUR) for hour in range(keys)]
    blank = os.urandom(RECORD)
    descriptors = []
    for name in ("bare.a", "bare.b"):
        descriptor = os.open(vault.folder / name, os.O_RDWR | os.O_CREAT, 0o600)
        os.pwrite(descriptor, bytes((keys + 1) * RECORD), 0)
        os.fsync(descriptor)
        descriptors.append(descriptor)
    pairs = []
    for number, slot in enumerate(slots):
        began = time.perf_counter()
        done = vault.destroy([slot], ErasureReason.NO_LONGER_NEEDED, utcnow())
        key = time.perf_counter() - began
        if len(done.erased) != 1:
            raise RuntimeError("a key was not destroyed")
        began = time.perf_counter()
        for descriptor in descriptors:
            os.pwrite(descriptor, blank, number * RECORD)
            os.fdatasync(descriptor)
        pairs.append((key, time.perf_counter() - began))
    for descriptor in descriptors:
        os.close(descriptor)
    vault.sweep()
    vault.entered(slots)
    return pairs


def _files_of_an_hour(vault: Vault, size: int, hour: int) -> tuple[float, float]:
    """Return the seconds to overwrite an hour's files, and to remove them."""
    start = utcnow().replace(minute=0, second=0, microsecond=0) + timedelta(days=100, hours=hour)
    slot = open_apart(vault, _CAMERA, start)
    folder = slot_folder(vault.folder, _CAMERA, start, slot)
    folder.mkdir(parents=True)
    paths = [folder / (os.urandom(16).hex() + SUFFIX) for _ in range(CHUNKS)]
    data = os.urandom(size)
    for path in paths:
        _write(path, data)
    zeros = bytes(size)
    began = time.perf_counter()
    for path in paths:
        _write(path, zeros)
    overwritten = time.perf_counter() - began
    vault.destroy([slot], ErasureReason.NO_LONGER_NEEDED, utcnow())
    began = time.perf_counter()
    swept = vault.sweep()
    unlinked = time.perf_counter() - began
    if swept.files != CHUNKS:
        raise RuntimeError(f"{swept.files} files were removed instead of {CHUNKS}")
    return overwritten, unlinked


def _write(path: Path, data: bytes) -> None:
    """Write a file from its beginning, in place, durably."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, data)
        os.fdatasync(descriptor)
    finally:
        os.close(descriptor)
