"""The public keys that sign stand in the book themselves, so that whoever holds it can check.

The host's key signs the book's heads, a person's key their own acts. Neither private key is ever in the
book, nor in a backup of Home Assistant.
"""

from ..guideline.people import ITSELF
from ..records.act import RecordedAct
from ..records.acts import HostKeyNoted, SigningKeyNoted
from ..records.entry import Phase
from ..records.registers import Registers
from ..vault.vault import Vault
from .desk import Desk


def not_noted(vault: Vault, registers: Registers) -> list[RecordedAct]:
    """Return what there is to note of a vault's keys that the book does not know yet."""
    acts: list[RecordedAct] = []
    if registers.host_keys[-1:] != [vault.host_key]:
        acts.append(
            HostKeyNoted(public_key=vault.host_key.hex(), fingerprint=vault.host_fingerprint)
        )
    acts += [
        SigningKeyNoted(user_id=holder, public_key=key.hex())
        for holder, key in vault.keys.signing.items()
        if registers.signing_keys.get(holder) != key
    ]
    return acts


async def note_keys(desk: Desk) -> None:
    """Enter the keys of the vault that the book does not know yet."""
    for act in not_noted(desk.vault, desk.registers):
        await desk.append(act, ITSELF, Phase.NOTED)
