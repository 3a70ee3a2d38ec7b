"""The vault's public key, and whether it is the one that the book speaks of: 4(4)ウ.

Recording needs only the public key. Whoever put another in its place would read what is recorded from then on; so the
book knows its fingerprint, from every act that makes one. A difference is entered and said loudly, opens
nothing and changes no key but by beginning new ones; recording goes on, for a camera that stands still serves nobody.

What only a holder's secret can tell (another public key in the keyring, that a next one would be sealed to) is met
while unlocking, and is entered and said too. It is put right by keys that open again, or by new ones.

A key that waits to be admitted is sealed to by nobody yet, so no secret but its owner's tells whether it is theirs. The book
does: it knows the fingerprint from the act that made it.
"""

from ..guideline.errors import Problem
from ..guideline.people import ITSELF
from ..records.acts import HolderRemoved, KeysBegun, Refounded, VaultFinding
from ..records.entry import Phase
from ..records.holders import KEY_CHANGED, KEYS_TAMPERED
from ..vault.holders import HolderFacts, HolderState
from ..vault.opened import fingerprint
from .desk import Desk


def is_another(desk: Desk) -> bool:
    """Say whether footage is sealed to another key than the book says. Not while one is being made."""
    registers = desk.registers
    if any(
        isinstance(order.act, HolderRemoved | KeysBegun | Refounded)
        for order in registers.pending.values()
    ):
        return False
    known = registers.custody.fingerprint
    return bool(known) and known != desk.vault.fingerprint


async def look(desk: Desk) -> None:
    """Enter it where it is another, once."""
    found = desk.vault.fingerprint
    if is_another(desk) and desk.registers.custody.found_changed != found and desk.book.writable:
        act = VaultFinding(finding=KEY_CHANGED, detail=found)
        await desk.append(act, ITSELF, Phase.NOTED)


async def check(desk: Desk) -> None:
    """Raise vault_key_changed where it is another."""
    await look(desk)
    if is_another(desk):
        raise Problem("vault_key_changed")


def check_waiting(desk: Desk, holder: HolderFacts) -> None:
    """Raise vault_key_changed where a key that waits is not the one that was made."""
    made = desk.registers.custody.made.get(holder.id)
    if holder.state is HolderState.WAITING and made and made != of_holder(desk, holder.id):
        raise Problem("vault_key_changed")


def of_holder(desk: Desk, user_id: str) -> str:
    """Return the fingerprint of somebody's public key; empty where they have none, or one that only signs."""
    holder = desk.vault.keys.holders.get(user_id)
    return fingerprint(holder.public) if holder and holder.public else ""


async def heard(desk: Desk, problem: Problem) -> None:
    """Enter what a secret told of the keyring, where that is what went wrong; once."""
    if problem.key != "vault_key_changed" or is_another(desk):
        return
    if not desk.registers.custody.tampered and desk.book.writable:
        await desk.append(VaultFinding(finding=KEYS_TAMPERED), ITSELF, Phase.NOTED)
