"""Whose keys open the vault: made, admitted, removed, put under another passphrase, begun anew. 4(4)ウ.

    nobody ──makes a key of their own──▶ waiting ──manager or deputy admits it, or the recovery code does──▶ holder
    holder ──site owner, manager or deputy removes it──▶ nobody: new footage has a new key

Who may view may hold a key; the site owner makes one that only signs. Manager and deputy name the others.

Invariants:
1. No secret is kept here but a new code that waits to be written down (`prepared`), and none is entered.
2. Changes go one at a time (`Desk.decide`), each the next change of the keyring: a start after a cut knows by its
   number whether it took effect.
3. Where the vault's key is another than the book says, nothing changes but by beginning new keys.
   Where it is not, these begin only as `new_keys` says.
4. Whose keys open something else than before unlocks anew.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial

from ..documents.recovery_paper import RecoveryPaper, render
from ..guideline.custody import Line
from ..guideline.errors import Problem
from ..guideline.people import ITSELF, Act, Actor, Role
from ..records.act import RecordedAct
from ..records.acts import (
    EpochsRetired,
    HolderAdmitted,
    HolderRemoved,
    KeyMade,
    KeysBegun,
    PassphraseChanged,
    RecoveryCodeRenewed,
)
from ..vault.holders import HolderFacts, HolderState
from ..vault.kdf import KdfCost
from ..vault.passphrase import SHORTEST, new_recovery_code, plain, six_words, weakness
from ..vault.sealing import NewHolder
from . import new_keys, vault_key
from .custody_effects import completed
from .desk import Desk
from .line import admit_secret
from .lock import Lock
from .prepared import Drawer, Prepared
from .signing import note_keys


@dataclass(frozen=True, slots=True)
class Handed:
    """A new recovery code, and the paper to print it on: HTML."""

    code: str = field(repr=False)
    paper: str = field(repr=False)


class Custodian:
    """Keeps custody of the keys of one site."""

    def __init__(
        self,
        desk: Desk,
        lock: Lock,
        told: Callable[[], None] = lambda: None,
        *,
        cost: KdfCost | None = None,
    ) -> None:
        """Work at a desk; `told` hears of every change. `cost` is of new passphrases: None is calibrated."""
        self._desk = desk
        self._lock = lock
        self._told = told
        self._cost = cost
        self._drawer = Drawer(desk)

    def close(self) -> None:
        """Forget what waits."""
        self._drawer.close()

    # One's own key ---------------------------------------------------------------------------

    async def words(self, actor: Actor, language: str, line: Line = Line.SAFE) -> str:
        """Return six words for a passphrase, that nobody but this person gets to see. Problem: plain_http_not_accepted."""
        await admit_secret(self._desk, Act.MAKE_KEY, actor, line)
        return await self._desk.run(six_words, language)

    async def make(
        self, actor: Actor, passphrase: str, again: str, line: Line = Line.SAFE
    ) -> KeyMade:
        """Make one's own key: it waits to be admitted, unless the person is site owner only.

        Problem: plain_http_not_accepted, vault_key_changed, key_exists, and what is wrong with the passphrase.
        """
        desk, user = self._desk, actor.user_id or ""
        keys = desk.vault.keys

        async def settle() -> KeyMade:
            await admit_secret(self._desk, Act.MAKE_KEY, actor, line)
            await vault_key.check(desk)
            known = keys.holders.get(user)
            if known and keys.current.number in known.epochs:
                raise Problem("key_exists")
            await self._check_new(passphrase, again)
            sees = self._lock.may(Act.VIEW, user)
            return KeyMade(change=keys.change + 1, sees=sees, user_id=user)

        async def effect(order: KeyMade) -> KeyMade:
            holder = NewHolder(user, passphrase)
            now = desk.clock.now()
            await self._lock.derive(
                partial(keys.make, holder, sees=order.sees, now=now, cost=self._cost)
            )
            self._lock.end_keys(user)
            return completed(desk, order)

        return await self._change(actor, settle, effect)

    async def change_passphrase(
        self, actor: Actor, old: str, new: str, again: str, line: Line = Line.SAFE
    ) -> PassphraseChanged:
        """Put one's own keys under another passphrase; what is open in other sessions is locked.

        Problem: plain_http_not_accepted, vault_key_changed, key_missing, unlock_wait, wrong_passphrase, and
        what is wrong with the new one.
        """
        desk, user = self._desk, actor.user_id or ""
        keys = desk.vault.keys

        async def settle() -> PassphraseChanged:
            await admit_secret(self._desk, Act.CHANGE_PASSPHRASE, actor, line)
            await vault_key.check(desk)
            if user not in keys.holders:
                raise Problem("key_missing")
            await self._check_new(new, again)
            with await self._lock.prove(actor, partial(keys.unlock, user, old)) as opened:
                await new_keys.proved(desk, actor, opened.epochs)
            return PassphraseChanged(change=keys.change + 1)

        async def effect(order: PassphraseChanged) -> PassphraseChanged:
            await self._lock.derive(
                partial(keys.change_passphrase, user, old, new, cost=self._cost)
            )
            self._lock.end_keys(user, but=actor.session)
            return order

        return await self._change(actor, settle, effect)

    async def _check_new(self, passphrase: str, again: str) -> None:
        """Raise where a passphrase is typed unlike, or is one that others would try first."""
        if plain(passphrase) != plain(again):
            raise Problem("passphrases_differ")
        if weak := await self._desk.run(weakness, passphrase, self._desk.names()):
            raise Problem(weak, characters=SHORTEST)

    # Other people's keys ---------------------------------------------------------------------

    async def admit(self, actor: Actor, user_id: str) -> HolderAdmitted:
        """Have another person's waiting key open all that one's own opens.

        Problem: vault_key_changed, holder_unknown, holder_without_role, holder_admitted_already, unlock_first.
        """
        desk, keys = self._desk, self._desk.vault.keys

        async def settle() -> HolderAdmitted:
            await desk.allow(Act.ADMIT_HOLDER, actor)
            await vault_key.check(desk)
            known = self._known(user_id)
            if not self._lock.may(Act.VIEW, user_id):
                raise Problem("holder_without_role")
            if known.state is not HolderState.WAITING:
                raise Problem("holder_admitted_already")
            vault_key.check_waiting(desk, known)
            self._lock.opened(actor)
            return HolderAdmitted(change=keys.change + 1, user_id=user_id)

        async def effect(order: HolderAdmitted) -> HolderAdmitted:
            await desk.run(keys.admit, user_id, self._lock.opened(actor))
            self._lock.end_keys(user_id)
            return completed(desk, order)

        return await self._change(actor, settle, effect)

    async def admit_by_code(
        self, actor: Actor, code: str, line: Line = Line.SAFE
    ) -> HolderAdmitted:
        """Have one's own key open what the recovery code opens: it has to be renewed then.

        Problem: plain_http_not_accepted, vault_key_changed, key_missing, wrong_recovery_code, code_opens_nothing.
        """
        desk, user = self._desk, actor.user_id or ""
        keys = desk.vault.keys

        async def settle() -> HolderAdmitted:
            await admit_secret(self._desk, Act.USE_RECOVERY_CODE, actor, line)
            await vault_key.check(desk)
            known = keys.holders.get(user)
            if known is None or known.state is HolderState.SIGNING:
                raise Problem("key_missing")
            vault_key.check_waiting(desk, known)
            with await desk.run(keys.unlock_by_recovery_code, code) as opened:
                if opened.epochs <= known.epochs - known.earlier:
                    raise Problem("code_opens_nothing")
            return HolderAdmitted(change=keys.change + 1, user_id=user, by_code=True)

        async def effect(order: HolderAdmitted) -> HolderAdmitted:
            with await desk.run(keys.unlock_by_recovery_code, code) as opened:
                await desk.run(keys.admit, user, opened)
                await new_keys.proved(desk, actor, opened.epochs)
            self._lock.end_keys(user)
            return completed(desk, order)

        return await self._change(actor, settle, effect)

    async def remove(self, actor: Actor, user_id: str) -> HolderRemoved:
        """Take a person's key away. Footage from now on has a new key where theirs opened it.

        Who stays site owner keeps what signs. Problem: vault_key_changed, holder_unknown, signing_key_stays,
        last_holder.
        """
        desk, keys = self._desk, self._desk.vault.keys

        async def settle() -> HolderRemoved:
            await desk.allow(Act.REMOVE_HOLDER, actor)
            await vault_key.check(desk)
            known = self._known(user_id)
            now, current = desk.clock.now(), keys.current.number
            if desk.registers.custody.tampered:
                # The next key would be sealed to whoever did it.
                raise Problem("vault_key_changed")
            signs_on = Role.SITE_OWNER in desk.registers.roles_of(user_id, now)
            if signs_on and known.state is HolderState.SIGNING:
                raise Problem("signing_key_stays")
            if current in keys.opened_only_by(user_id):
                raise Problem("last_holder")
            return HolderRemoved(
                change=keys.change + 1,
                user_id=user_id,
                signs_on=signs_on,
                epoch=current + 1 if current in known.epochs else None,
            )

        async def effect(order: HolderRemoved) -> HolderRemoved:
            now = desk.clock.now()
            await desk.run(keys.remove, user_id, keep_signing=order.signs_on, now=now)
            self._lock.end_keys(user_id if order.epoch is None else None)
            return completed(desk, order)

        return await self._change(actor, settle, effect)

    def _known(self, user_id: str) -> HolderFacts:
        try:
            return self._desk.vault.keys.holders[user_id]
        except KeyError:
            raise Problem("holder_unknown") from None

    # The recovery code -----------------------------------------------------------------------

    async def prepare_code(self, actor: Actor, language: str, line: Line = Line.SAFE) -> Handed:
        """Return a new recovery code, which is in force once its last group is typed back.

        Problem: plain_http_not_accepted, vault_key_changed, unlock_first, footage_sealed.
        """
        await admit_secret(self._desk, Act.RENEW_RECOVERY_CODE, actor, line)
        await vault_key.check(self._desk)
        self._lock.opened(actor).epoch(self._desk.vault.keys.current.number)
        return await self._hand_out(actor, language, Prepared(new_recovery_code()))

    async def confirm_code(
        self, actor: Actor, last_group: str, line: Line = Line.SAFE
    ) -> RecoveryCodeRenewed:
        """Put the code in force that was prepared. Problem: code_not_prepared, code_group_differs, and as above."""
        desk, keys = self._desk, self._desk.vault.keys
        prepared: Prepared

        async def settle() -> RecoveryCodeRenewed:
            nonlocal prepared
            await admit_secret(self._desk, Act.RENEW_RECOVERY_CODE, actor, line)
            await vault_key.check(desk)
            self._lock.opened(actor).epoch(keys.current.number)
            prepared = self._drawer.take(actor, last_group, with_passphrase=False)
            return RecoveryCodeRenewed(change=keys.change + 1)

        async def effect(order: RecoveryCodeRenewed) -> RecoveryCodeRenewed:
            opened, now = self._lock.opened(actor), desk.clock.now()
            await desk.run(keys.new_recovery, opened, prepared.code, now=now)
            return order

        return await self._change(actor, settle, effect)

    async def _hand_out(self, actor: Actor, language: str, prepared: Prepared) -> Handed:
        desk = self._desk
        settings = desk.registers.settings
        paper = RecoveryPaper(
            code=prepared.code,
            facility=settings.facility if settings else "",
            made_on=desk.clock.now().astimezone(desk.zone).date(),
            # Keys that are still to begin have none yet.
            fingerprint=desk.vault.fingerprint if prepared.passphrase is None else "",
        )
        page = await desk.run(render, paper, language)
        self._drawer.put(actor, prepared)
        return Handed(prepared.code, page)

    # All secrets lost ------------------------------------------------------------------------

    async def prepare_keys(
        self,
        actor: Actor,
        passphrase: str,
        again: str,
        language: str,
        line: Line = Line.SAFE,
        *,
        code: str = "",
    ) -> Handed:
        """Return the recovery code of keys that begin once its last group is typed back; `code` is that of today.

        Problem: plain_http_not_accepted, wrong_recovery_code, vault_key_changed, what is wrong with the passphrase,
        and without a code as `new_keys.check`.
        """
        desk = self._desk
        await admit_secret(desk, Act.BEGIN_KEYS, actor, line)
        if code:
            await new_keys.check_code(desk, code)
        else:
            new_keys.check(desk, actor)
        await self._check_new(passphrase, again)
        prepared = Prepared(new_recovery_code(), passphrase, by_code=bool(code))
        return await self._hand_out(actor, language, prepared)

    async def confirm_keys(
        self, actor: Actor, last_group: str, line: Line = Line.SAFE
    ) -> KeysBegun:
        """Begin new keys for new footage, as they were prepared; earlier footage stays as it is sealed.

        Problem: plain_http_not_accepted, code_not_prepared, code_group_differs, and as above.
        """
        desk, keys = self._desk, self._desk.vault.keys
        prepared: Prepared

        async def settle() -> KeysBegun:
            nonlocal prepared
            await admit_secret(self._desk, Act.BEGIN_KEYS, actor, line)
            prepared = self._drawer.take(actor, last_group, with_passphrase=True)
            if not prepared.by_code:
                new_keys.check(desk, actor)
            return KeysBegun(
                change=keys.change + 1, epoch=keys.current.number + 1, by_code=prepared.by_code
            )

        async def effect(order: KeysBegun) -> KeysBegun:
            assert prepared.passphrase is not None
            holder = NewHolder(actor.user_id or "", prepared.passphrase)
            now = desk.clock.now()
            await self._lock.derive(
                partial(keys.begin_epoch, holder, prepared.code, now=now, cost=self._cost)
            )
            self._lock.end_keys()
            return completed(desk, order)

        return await self._change(actor, settle, effect)

    # By itself -------------------------------------------------------------------------------

    async def retire(self) -> None:
        """Let go of the keys that no footage is left of."""
        desk, keys = self._desk, self._desk.vault.keys
        if len(keys.epochs) < 2 or not desk.book.writable or not desk.vault.is_there():
            return
        idle = await desk.run(desk.vault.idle_epochs)
        if not idle:
            return

        async def settle() -> EpochsRetired:
            return EpochsRetired(change=keys.change + 1, epochs=tuple(sorted(idle)))

        async def effect(order: EpochsRetired) -> EpochsRetired:
            await desk.run(keys.retire, order.epochs)
            return order

        await self._change(ITSELF, settle, effect)

    async def _change[A: RecordedAct](
        self,
        actor: Actor,
        settle: Callable[[], Awaitable[A]],
        effect: Callable[[A], Awaitable[A]],
    ) -> A:
        try:
            done = await self._desk.decide(actor, settle, effect)
            await note_keys(self._desk)
        except Problem as problem:
            await vault_key.heard(self._desk, problem)
            raise
        finally:
            self._told()
        return done
