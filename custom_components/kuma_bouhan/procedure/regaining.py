"""A site is never bricked: how it is regained when nobody can act for it any more.

With the recovery code an owner of Home Assistant becomes site owner at once. Without it they may re-found the
site, after every role has had `NOTICE`:

    nothing ──an owner of Home Assistant announces──▶ announced
    announced ──anybody with a role objects──▶ nothing
    announced ──NOTICE is over, an owner of Home Assistant carries it out──▶ re-founded: nothing announced

Re-founding begins new keys for new footage. Old footage stays sealed to whom it was sealed to, and expires; the book
goes on. Every office is void and the founder holds what the first founder held.
"""

from dataclasses import replace

from ..guideline.errors import Problem
from ..guideline.people import Act, Actor, Person
from ..records.appointments import (
    Refounded,
    RefoundingAnnounced,
    RefoundingWithdrawn,
    SiteOwnerRestored,
)
from ..vault.kdf import KdfCost
from ..vault.sealing import NewHolder
from . import notice
from .desk import Desk
from .founding import first_roles
from .new_keys import proved
from .signing import note_keys


async def restore(
    desk: Desk, actor: Actor, person: Person, recovery_code: str, *, ha_owner: bool
) -> None:
    """Make an owner of Home Assistant site owner, by the recovery code. Problem: wrong_recovery_code."""

    async def settle() -> SiteOwnerRestored:
        await desk.allow(Act.RESTORE_SITE_OWNER, actor, ha_owner=ha_owner)
        with await desk.run(desk.vault.unlock_by_recovery_code, recovery_code) as opened:
            await proved(desk, actor, opened.epochs)
        return SiteOwnerRestored(user_id=person.user_id, since=desk.clock.now(), name=person.name)

    await desk.decide(actor, settle)


async def announce(desk: Desk, actor: Actor, *, ha_owner: bool) -> RefoundingAnnounced:
    """Give every role notice of a re-founding. Problem: refounding_announced, notice_needs_clock."""

    async def settle() -> RefoundingAnnounced:
        await desk.allow(Act.ANNOUNCE_REFOUNDING, actor, ha_owner=ha_owner)
        if desk.registers.refounding is not None:
            raise Problem("refounding_announced")
        return RefoundingAnnounced(ready=notice.over_at(desk))

    return await desk.decide(actor, settle)


async def object_to(desk: Desk, actor: Actor) -> None:
    """Withdraw the notice, as anybody with a role may. Problem: refounding_not_announced."""

    async def settle() -> RefoundingWithdrawn:
        await desk.allow(Act.OBJECT_TO_REFOUNDING, actor)
        if desk.registers.refounding is None:
            raise Problem("refounding_not_announced")
        return RefoundingWithdrawn(announced=desk.registers.refounding.seq)

    await desk.decide(actor, settle)


async def check_notice(desk: Desk, actor: Actor, *, ha_owner: bool) -> None:
    """Raise unless the site may be re-founded now.

    Problem: refounding_not_announced, refounding_too_early, notice_needs_clock.
    """
    await desk.allow(Act.REFOUND, actor, ha_owner=ha_owner)
    announced = desk.registers.refounding
    if announced is None:
        raise Problem("refounding_not_announced")
    notice.check_over(desk, announced, "refounding_too_early")


async def carry_out(
    desk: Desk,
    actor: Actor,
    person: Person,
    passphrase: str,
    recovery_code: str,
    *,
    ha_owner: bool,
    cost: KdfCost | None = None,
) -> Refounded:
    """Begin the site anew for an owner of Home Assistant; raises as `check_notice`."""
    keys = desk.vault.keys

    async def settle() -> Refounded:
        await check_notice(desk, actor, ha_owner=ha_owner)
        if desk.registers.settings is None:
            raise Problem("site_not_set_up")
        return Refounded(
            user_id=person.user_id,
            roles=first_roles(desk.registers.settings.profile),
            since=desk.clock.now(),
            epoch=keys.current.number + 1,
            name=person.name,
        )

    async def effect(order: Refounded) -> Refounded:
        holder = NewHolder(holder=person.user_id, passphrase=passphrase)
        await desk.run(keys.begin_epoch, holder, recovery_code, now=order.since, cost=cost)
        return await finish(desk, order)

    done = await desk.decide(actor, settle, effect)
    await note_keys(desk)
    return done


async def finish(desk: Desk, order: Refounded) -> Refounded:
    """Return what was done of an order: all, where its epoch has begun. Problem: refounding_cut_off."""
    if desk.vault.keys.current.number < order.epoch:
        raise Problem("refounding_cut_off")
    return replace(order, vault_fingerprint=desk.vault.fingerprint)
