"""Opening a vault: lock it, read and mend what it stands on, note what was found.

folder locked ──▶ keyring, slots, wraps mended ──▶ index opened ──▶ each camera's newest slot compared
"""

from collections.abc import Callable
import contextlib
from datetime import datetime
import os
from pathlib import Path

from .door import read_host_key, read_identity, take_lock
from .index import Index
from .keys import Keys
from .notes import Note, NoteKind, key_notes, mirror_notes, reader_notes
from .parts import Parts, Timing
from .problems import VaultProblem
from .reconcile import reconcile_newest
from .slots import Slots
from .wraps import Wraps


def open_parts(
    folder: Path,
    *,
    clock: Callable[[], datetime],
    keys_copy: Path | None,
    timing: Timing,
    random: Callable[[int], bytes],
) -> tuple[Parts, tuple[Note, ...]]:
    """Return the parts of a vault, and what opening found and mended. Nothing stays open if it fails."""
    open_ = contextlib.ExitStack()
    try:
        vault = read_identity(folder)
        open_.callback(os.close, take_lock(folder, writable=True))
        host_key = read_host_key(folder)
        keys = Keys.read(folder, vault, copy=keys_copy, mend=True)
        slots = Slots(folder, vault, random=random)
        open_.callback(slots.close)
        wraps = Wraps(folder, vault, is_live=slots.is_live, lasts=slots.lasts)
        open_.callback(wraps.close)
        index = Index(folder, vault, slots.get)
        open_.callback(index.close)
        notes = (
            *key_notes(keys.source),
            *mirror_notes("slots", slots.findings),
            *mirror_notes("wraps", wraps.findings),
            *reader_notes(folder),
            *(() if index.whole else (Note(NoteKind.INDEX_REBUILT),)),
        )
        status = folder.stat()
        parts = Parts(
            folder=folder,
            identity=(status.st_dev, status.st_ino),
            id=vault,
            timing=timing,
            clock=clock,
            random=random,
            host_key=host_key,
            keys=keys,
            slots=slots,
            wraps=wraps,
            index=index,
            close=open_.close,
        )
        _compare_newest(parts)
    except BaseException as error:
        open_.close()
        if isinstance(error, VaultProblem) and error.key == "vault_damaged":
            # A disk that is pulled while it is read looks like one that lacks files.
            read_identity(folder)
        raise
    return parts, notes


def _compare_newest(parts: Parts) -> None:
    """Know what a crash cut off before anybody asks when recording stopped.

    The index being a cache, failing here keeps nobody from starting.
    """
    if parts.index.whole:
        try:
            reconcile_newest(parts)
        except VaultProblem:
            parts.index.whole = False
