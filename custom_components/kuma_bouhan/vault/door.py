"""The vault's door: what says that a folder is one, and the lock that lets in one at a time."""

from collections.abc import Callable
import contextlib
from datetime import datetime
import fcntl
import json
import os
from pathlib import Path
import shutil

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from . import files
from .kdf import KdfCost
from .keys import Keys
from .passphrase import read_recovery_code
from .problems import VaultProblem, in_words
from .sealing import NewHolder
from .slots import Slots
from .wraps import Wraps

FORMAT = 1
IDENTITY = "vault.json"
HOST_KEY = "host.key"
LOCK = "lock"
FOOTAGE = "footage"
HEAD = "book.head"
_MAY_BE_THERE = {"lost+found"}


def make(
    folder: Path,
    holder: NewHolder,
    recovery_code: str,
    *,
    now: datetime,
    random: Callable[[int], bytes],
    cost: KdfCost | None,
) -> None:
    """Make a vault's files in a folder that holds nothing yet; raises vault_not_empty."""
    read_recovery_code(recovery_code)
    files.make_folder(folder)
    if {path.name for path in folder.iterdir()} - _MAY_BE_THERE:
        raise VaultProblem("vault_not_empty")
    # Some file systems keep no modes; the folder is then as safe as its disk.
    with contextlib.suppress(OSError):
        folder.chmod(0o700)
    try:
        _fill(folder, holder, recovery_code, now, random, cost)
    except BaseException:
        for path in folder.iterdir():
            if path.name in _MAY_BE_THERE:
                continue
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                with contextlib.suppress(OSError):
                    path.unlink()
        raise


def _fill(
    folder: Path,
    holder: NewHolder,
    recovery_code: str,
    now: datetime,
    random: Callable[[int], bytes],
    cost: KdfCost | None,
) -> None:
    vault = random(16).hex()
    Keys.create(folder, vault, holder, recovery_code, now=now, random=random, cost=cost)
    host_key = Ed25519PrivateKey.from_private_bytes(random(32))
    files.put(folder / HOST_KEY, host_key.private_bytes_raw())
    Slots.create(folder, vault)
    Wraps.create(folder, vault)
    files.make_folder(folder / FOOTAGE)
    # Last: a folder is a vault once this is there.
    identity = {"format": FORMAT, "vault": vault, "created": now.isoformat()}
    files.put(folder / IDENTITY, json.dumps(identity).encode() + b"\n")


def holds_vault(folder: Path) -> bool:
    """Say whether a folder says of itself that it is a vault."""
    return (folder / IDENTITY).is_file()


def read_identity(folder: Path) -> str:
    """Return a vault's id; raises vault_missing, vault_damaged, vault_version."""
    with in_words():
        data = (folder / IDENTITY).read_bytes()
    try:
        read = json.loads(data)
        vault, version = bytes.fromhex(read["vault"]), read["format"]
    except (ValueError, KeyError, TypeError) as error:
        raise VaultProblem("vault_damaged", what=IDENTITY) from error
    if version != FORMAT:
        raise VaultProblem("vault_version", version=version)
    return vault.hex()


def read_host_key(folder: Path) -> Ed25519PrivateKey:
    """Return the host's signing key; raises vault_damaged where there is none."""
    try:
        return Ed25519PrivateKey.from_private_bytes((folder / HOST_KEY).read_bytes())
    except (ValueError, FileNotFoundError) as error:
        raise VaultProblem("vault_damaged", what=HOST_KEY) from error


def keep_head(folder: Path, data: bytes) -> None:
    """Keep what somebody else has to find again beside the footage: in no backup, behind no restore."""
    with in_words():
        files.put(folder / HEAD, data)


def read_head(folder: Path) -> bytes:
    """Return what was kept last; nothing where nothing was."""
    with in_words():
        try:
            return (folder / HEAD).read_bytes()
        except FileNotFoundError:
            return b""


def take_lock(folder: Path, *, writable: bool) -> int:
    """Lock the folder for this process; raises vault_in_use. Closing the descriptor lets go."""
    flags = os.O_RDWR | os.O_CREAT if writable else os.O_RDONLY
    descriptor = os.open(folder / LOCK, flags | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise VaultProblem("vault_in_use") from None
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor
