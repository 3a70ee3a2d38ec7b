"""When new keys may take the place of those that stand: 4(4)ウ.

Whoever begins new keys shuts everybody else's out of what is recorded from then on, and needs no secret for it. So it
takes the recovery code; or everybody is told, and nobody is there whose key still opens the vault:

    nothing ──manager or deputy announces──▶ announced
    announced ──anybody with a role objects, somebody unlocks, the recovery code is used──▶ nothing
    announced ──`NOTICE` is over, manager or deputy begins──▶ new keys: nothing announced

Where another person who may view holds a key, there is no such notice: that person unlocks, and a manager or deputy
among them admits a new key; or that key is removed first, which takes no secret and is entered. Where the keys that stand are not those that the book speaks of, new ones begin at once.
"""

from collections.abc import Set as AbstractSet

from ..guideline.errors import Problem
from ..guideline.people import RULES, Act, Actor, Door
from ..records.custody import NewKeysAnnounced, NewKeysWithdrawn
from ..records.entry import Phase
from . import notice, vault_key
from .desk import Desk


async def announce(desk: Desk, actor: Actor) -> NewKeysAnnounced:
    """Give every role notice of new keys. Problem: new_keys_held, new_keys_announced, notice_needs_clock."""

    async def settle() -> NewKeysAnnounced:
        await desk.allow(Act.BEGIN_KEYS, actor)
        _check_nobody_else_holds(desk, actor)
        if desk.registers.custody.notice is not None:
            raise Problem("new_keys_announced")
        return NewKeysAnnounced(ready=notice.over_at(desk))

    return await desk.decide(actor, settle)


async def object_to(desk: Desk, actor: Actor) -> None:
    """Withdraw the notice, as anybody with a role may. Problem: new_keys_not_announced."""

    async def settle() -> NewKeysWithdrawn:
        await desk.allow(Act.OBJECT_TO_REFOUNDING, actor)
        if (announced := desk.registers.custody.notice) is None:
            raise Problem("new_keys_not_announced")
        return NewKeysWithdrawn(announced=announced.seq)

    await desk.decide(actor, settle)


async def proved(desk: Desk, actor: Actor, epochs: AbstractSet[int]) -> None:
    """Withdraw the notice where what somebody opened (epochs) shows that the keys of today are not lost."""
    announced = desk.registers.custody.notice
    if announced is not None and desk.vault.keys.current.number in epochs:
        act = NewKeysWithdrawn(announced=announced.seq, opened=True)
        await desk.append(act, actor, Phase.DONE)


def check(desk: Desk, actor: Actor) -> None:
    """Raise unless new keys may begin now without the recovery code.

    Problem: new_keys_held, new_keys_need_notice, new_keys_too_early, notice_needs_clock.
    """
    if vault_key.is_another(desk) or desk.registers.custody.tampered:
        return
    _check_nobody_else_holds(desk, actor)
    if (announced := desk.registers.custody.notice) is None:
        raise Problem("new_keys_need_notice")
    notice.check_over(desk, announced, "new_keys_too_early")


def blocked(desk: Desk, actor: Actor) -> Problem | None:
    """Return what keeps new keys from beginning now without the recovery code, for what is only shown."""
    try:
        check(desk, actor)
    except Problem as problem:
        return problem
    return None


async def check_code(desk: Desk, code: str) -> None:
    """Raise unless the recovery code opens what is recorded now. Problem: wrong_recovery_code, vault_key_changed."""
    keys = desk.vault.keys
    try:
        opened = await desk.run(keys.unlock_by_recovery_code, code)
    except Problem as problem:
        await vault_key.heard(desk, problem)
        raise
    with opened:
        if keys.current.number not in opened.epochs:
            raise Problem("wrong_recovery_code")


def _check_nobody_else_holds(desk: Desk, actor: Actor) -> None:
    """Raise new_keys_held where another person opens what is recorded now. One without a role for it cannot."""
    current = desk.vault.keys.current.number
    for holder in desk.vault.keys.holders.values():
        roles = desk.roles_of(Actor(holder.id, Door.ITSELF))
        if (
            holder.id != actor.user_id
            and current in holder.epochs
            and roles & RULES[Act.VIEW].roles
        ):
            raise Problem("new_keys_held")
