"""Keys as they were kept before `keyring.json`: a folder of files, each written apart.

    keys/holder-….json  keys/recovery….json  keys/epoch-….json

Read so that a vault of that time opens; `keys` then writes the one file and takes these away. An epoch's file was
written last: a pair whose epoch is not there is nobody's.
"""

from base64 import b64decode
import contextlib
from datetime import datetime
import json
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

from . import files
from .keyring import Epoch, Keyring, Pair, Recovery, Seal, read_cost
from .problems import VaultProblem

FOLDER = "keys"
_FORMAT = 1
_RECOVERY = "recovery"


def read(folder: Path, vault: str) -> Keyring | None:
    """Return the keys of a vault of that time, None where it is not of it; raises vault_damaged."""
    try:
        # Not `glob`: a disk that fails would look like one that lacks files.
        paths = [path for path in (folder / FOLDER).iterdir() if path.suffix == ".json"]
    except FileNotFoundError:
        paths = []
    if not paths:
        return None
    try:
        found = [_load(path) for path in sorted(paths)]
        epochs = {read["epoch"]: _epoch(read) for read in found if "epoch" in read}
        begun = [
            read
            for read in sorted(found, key=_since)
            if "epoch" not in read
            and (
                _since(read) == 1
                or (_since(read) in epochs and _name(read) in epochs[_since(read)].sealed)
            )
        ]
        ring = Keyring(
            vault=vault,
            change=0,
            pairs=tuple(_pair(read) for read in begun if "holder" in read),
            recovery=tuple(_recovery(read) for read in begun if "holder" not in read),
            epochs=tuple(epochs[number] for number in sorted(epochs)),
        )
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise VaultProblem("vault_damaged", what=FOLDER) from error
    if (
        not ring.epochs
        or not ring.recovery
        or not all(pair.cost.is_bearable for pair in ring.pairs)
    ):
        raise VaultProblem("vault_damaged", what=FOLDER)
    return ring


def take_away(folder: Path) -> None:
    """Remove the files, as far as the disk lets: the keyring has what they held."""
    with contextlib.suppress(OSError):
        for path in (folder / FOLDER).iterdir():
            files.unlink(path)
        (folder / FOLDER).rmdir()
        files.sync_folder(folder)


def _load(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.read_bytes())
    if read["format"] != _FORMAT:
        raise VaultProblem("vault_version", version=read["format"])
    return read


def _since(read: dict[str, Any]) -> int:
    return int(read.get("since", 1))


def _name(read: dict[str, Any]) -> str:
    """Return the name that epochs are sealed to a file's pair under."""
    name = f"holder:{read['holder']}" if "holder" in read else _RECOVERY
    return name if _since(read) == 1 else f"{name}:{_since(read)}"


def _pair(read: dict[str, Any]) -> Pair:
    return Pair(
        name=_name(read),
        holder=read["holder"],
        since=_moment(read),
        cost=read_cost(read["argon2id"]),
        salt=b64decode(read["argon2id"]["salt"]),
        public=b64decode(read["public"]),
        signing=b64decode(read["signing_public"]),
        wrapped=b64decode(read["wrapped"]),
    )


def _recovery(read: dict[str, Any]) -> Recovery:
    return Recovery(_name(read), _moment(read), b64decode(read["public"]))


def _epoch(read: dict[str, Any]) -> Epoch:
    return Epoch(
        read["epoch"],
        _moment(read),
        X25519PublicKey.from_public_bytes(b64decode(read["public"])),
        {name: Seal(b64decode(sealed), None) for name, sealed in read["sealed"].items()},
    )


def _moment(read: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(read["created"])
