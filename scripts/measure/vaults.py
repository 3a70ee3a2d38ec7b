"""Vaults to measure on."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
import hashlib
import json
import os
from pathlib import Path
import shutil
from unittest.mock import patch

from custom_components.kuma_bouhan.vault import files
from custom_components.kuma_bouhan.vault.chunk import SUFFIX, Header, Kind, Trailer
from custom_components.kuma_bouhan.vault.envelope import WRAPPED
from custom_components.kuma_bouhan.vault.parts import slot_folder
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.sealing import NewHolder
from custom_components.kuma_bouhan.vault.slots import Slots
from custom_components.kuma_bouhan.vault.vault import Vault

from .report import say

HOUR = timedelta(hours=1)
HOLDER, PASSPHRASE = "bench", "four wheels measure one road"
CHUNKS = 60
"""Of a camera-hour."""
_MADE = "made.json"
_BODY = 64


def utcnow() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


def open_apart(vault: Vault, camera: str, start: datetime) -> str:
    """Open a slot of a camera-hour that chunks can be wrapped under again, as a hold's, but without its chunks."""
    slots = vault._parts.slots  # noqa: SLF001 - a hold is asked for with chunks: they would be measured, too
    return slots.open(camera, start, start + HOUR, None, apart=True).id


def new_vault(folder: Path) -> Vault:
    """Make an empty vault, as users have it."""
    folder.mkdir(parents=True)
    return Vault.create(
        folder,
        holder=NewHolder(HOLDER, PASSPHRASE),
        recovery_code=new_recovery_code(),
        now=utcnow(),
    )


def camera_id(number: int) -> str:
    """Return the id of a camera."""
    return f"{number:032x}"


def big_vault(cache: Path, *, cameras: int, hours: int) -> Path:
    """Return the folder of a vault with so many camera-hours, made unless it is there.

    Its chunks have a header and a trailer that are right and hardly anything between: enough for all that a start
    looks at. It ends with the present hour of its making; nothing in it comes due.
    """
    wanted = {"cameras": cameras, "hours": hours, "code": _code()}
    folder = cache / f"vault-{cameras}x{hours}"
    if (folder / _MADE).exists() and json.loads((folder / _MADE).read_text()) == wanted:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    say(f"making a vault with {cameras * hours * CHUNKS:,} chunks; it is kept for the next time")
    vault = new_vault(folder)
    vault.close()
    fill(folder, vault.id, cameras=cameras, hours=hours, chunks=CHUNKS)
    (folder / _MADE).write_text(json.dumps(wanted))
    return folder


def _code() -> str:
    """Return what the formats are known by: the code that writes them."""
    room = Path(files.__file__).parent
    code = b"".join(path.read_bytes() for path in sorted(room.glob("*.py")))
    return hashlib.sha256(code + Path(__file__).read_bytes()).hexdigest()


def fill(folder: Path, vault: str, *, cameras: int, hours: int, chunks: int) -> None:
    """Open the slots of the last hours in a closed vault, with so many chunks in each."""
    never = utcnow() + timedelta(days=3650)
    first = utcnow().replace(minute=0, second=0, microsecond=0) - hours * HOUR
    with unsynced():
        slots = Slots(folder, vault, random=os.urandom)
        try:
            for number in range(cameras):
                camera = camera_id(number)
                for hour in range(hours):
                    start = first + hour * HOUR
                    slot = slots.open(camera, start, start + HOUR, never)
                    place = slot_folder(folder, camera, start, slot.id)
                    if chunks:
                        place.mkdir(parents=True)
                    for one in range(chunks):
                        _chunk(place, vault, camera, slot.id, start + one * HOUR / CHUNKS)
        finally:
            slots.close()
    os.sync()


def _chunk(place: Path, vault: str, camera: str, slot: str, start: datetime) -> None:
    chunk = os.urandom(16).hex()
    header = Header(Kind.FMP4, 1, vault, camera, chunk, slot, start, os.urandom(WRAPPED))
    trailer = Trailer(start + HOUR / CHUNKS, 62, _BODY, os.urandom(32))
    descriptor = os.open(place / (chunk + SUFFIX), os.O_WRONLY | os.O_CREAT, 0o600)
    os.write(descriptor, header.encode() + os.urandom(_BODY) + trailer.encode())
    os.close(descriptor)


@contextmanager
def unsynced() -> Iterator[None]:
    """Leave syncing to the end: a power cut here costs only a bench's vault."""
    with patch.object(files, "sync"), patch.object(files, "sync_folder"):
        yield
