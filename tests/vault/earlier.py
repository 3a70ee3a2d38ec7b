"""Vaults as they were before all keys lay in one file."""

from base64 import b64decode, b64encode
import hashlib
import json
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

from custom_components.kuma_bouhan.vault.envelope import SUITE
from custom_components.kuma_bouhan.vault.keyring import FILE
from custom_components.kuma_bouhan.vault.opened import Opened

_INFO = b"kuma_bouhan epoch key v1"


def set_back(folder: Path, *opened: Opened) -> None:
    """Write the keys of a vault that is closed as they were written then; `opened` opens all of them.

    As then, each epoch is sealed to one holder and to the code that came with it.
    """
    ring: dict[str, Any] = json.loads((folder / FILE).read_bytes())
    (folder / "keys").mkdir(mode=0o700)
    private = {number: keys.epoch(number) for keys in opened for number in keys.epochs}
    for epoch, holder, recovery in zip(
        ring["epochs"], ring["holders"], ring["recovery"], strict=True
    ):
        number = epoch["epoch"]
        since = {"format": 1, "since": number}
        hashed = hashlib.sha256(holder["holder"].encode()).hexdigest()[:16]
        suffix, ending = ("", "") if number == 1 else (f"-{number:08d}", f":{number}")
        names = {f"holder:{holder['holder']}{ending}": holder, f"recovery{ending}": recovery}
        for pair in (holder, recovery):
            del pair["name"]
        _put(folder, f"holder-{hashed}{suffix}", since | holder)
        _put(folder, f"recovery{suffix}", since | recovery)
        del epoch["sealed"]
        sealed = {
            name: b64encode(
                SUITE.encrypt(
                    private[number].private_bytes_raw(),
                    X25519PublicKey.from_public_bytes(b64decode(pair["public"])),
                    _INFO + bytes.fromhex(ring["vault"]) + number.to_bytes(4) + name.encode(),
                )
            ).decode()
            for name, pair in names.items()
        }
        _put(folder, f"epoch-{number:08d}", {"format": 1} | epoch | {"sealed": sealed})
    (folder / FILE).unlink()


def _put(folder: Path, name: str, content: dict[str, Any]) -> None:
    (folder / "keys" / f"{name}.json").write_text(json.dumps(content, indent=1))
