"""A disk of ext4 in a file, mounted: its raw bytes can be looked at, and copied as a power cut leaves them."""

from collections.abc import Iterator
from contextlib import contextmanager
import os
from pathlib import Path
import shutil
import subprocess

import numpy as np
import pytest

_MKFS = ["mkfs.ext4", "-q", "-m", "0", "-E", "lazy_itable_init=0,lazy_journal_init=0"]
_BLOCK = 4 * 1024 * 1024


def make_image(file: Path, size: int) -> None:
    """Make an empty disk of that many bytes; the test is skipped where it cannot be mounted."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a disk")
    with file.open("wb") as image:
        image.truncate(size)
    _run([*_MKFS, str(file)])
    with mounted(file):
        pass


@contextmanager
def mounted(file: Path) -> Iterator[Path]:
    """Mount it; what nobody syncs stays in memory for minutes."""
    folder = file.with_suffix(".mounted")
    folder.mkdir()
    try:
        _run(["mount", "-o", "loop,commit=600", str(file), str(folder)])
        try:
            yield folder
        except BaseException:
            # A test that fails leaves files open.
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
            raise
        else:
            subprocess.run(["umount", str(folder)], check=True)
    finally:
        folder.rmdir()


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip(f"there is no {command[0]} here")
    if done.returncode:
        pytest.skip(f"{command[0]} says: {done.stderr.strip()}")


def copy_image(file: Path, target: Path) -> None:
    """Copy what has reached the disk by now, as a power cut would leave it."""
    shutil.copyfile(file, target)


def found_on(file: Path, keys: list[bytes]) -> set[bytes]:
    """Return those keys of which either half stands anywhere on the raw disk."""
    halves = {key[start : start + 16]: key for key in keys for start in (0, 16)}
    # Most places are ruled out by three bytes, all at once.
    begins = np.zeros(1 << 24, dtype=bool)
    begins[[int.from_bytes(half[:3]) for half in halves]] = True
    raw = file.read_bytes()
    found: set[bytes] = set()
    for start in range(0, len(raw), _BLOCK):
        block = np.frombuffer(raw[start : start + _BLOCK + 2], dtype=np.uint8).astype(np.uint32)
        codes = block[:-2] << 16 | block[1:-1] << 8 | block[2:]
        for place in (np.flatnonzero(begins[codes]) + start).tolist():
            if key := halves.get(raw[place : place + 16]):
                found.add(key)
    return found
