"""How a keyring changes: who joins, who goes, what a new code and a new epoch are sealed to.

    nobody ──makes a key──▶ waiting: has a pair that no epoch is sealed to ──is admitted──▶ holder
    nobody ──makes a key as site owner only──▶ signing
    holder or waiting ──is removed──▶ nobody, or signing where they stay site owner

Functions from one keyring to the next; `keys` keeps what comes of them.

Invariants:
1. Whoever loses a key loses every epoch's seal, and where they held the newest, the next one begins.
2. The newest epoch is sealed to the recovery code in force, and to at least one holder.
3. No seal goes that is not made again, or taken away on purpose.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from .keyring import Epoch, Keyring, Pair, Recovery
from .problems import VaultProblem
from .sealing import Random, check, new_epoch, sealed_to


class HolderState(StrEnum):
    """What somebody's key is good for."""

    HOLDER = "holder"
    """Some epoch is sealed to it."""
    WAITING = "waiting"
    """Their newest pair waits for somebody to admit it."""
    SIGNING = "signing"
    """It signs and sees nothing."""


@dataclass(frozen=True, slots=True)
class HolderFacts:
    """What the keyring says of somebody."""

    id: str
    state: HolderState
    since: datetime
    """When their newest pair was made."""
    public: bytes | None = field(repr=False)
    """The public key of that pair (X25519); None where it only signs."""
    signing: bytes = field(repr=False)
    """Their public signing key (Ed25519)."""
    epochs: frozenset[int]
    """The epochs whose footage they can open."""
    earlier: frozenset[int]
    """Those of them that only an earlier passphrase of theirs opens, from before they made a key anew."""


def facts(ring: Keyring) -> dict[str, HolderFacts]:
    """Return what there is of each who has a key, by id."""
    found = {}
    for holder in dict.fromkeys(pair.holder for pair in ring.pairs):
        pairs = ring.of(holder)
        newest = pairs[0]
        epochs = frozenset[int]().union(*(ring.held(pair.name) for pair in pairs))
        if newest.public is not None and not ring.held(newest.name):
            state = HolderState.WAITING
        else:
            state = HolderState.HOLDER if epochs else HolderState.SIGNING
        earlier = epochs - ring.held(newest.name)
        found[holder] = HolderFacts(
            id=holder,
            state=state,
            since=newest.since,
            public=newest.public,
            signing=newest.signing,
            epochs=epochs,
            earlier=earlier,
        )
    return found


def holds_current(ring: Keyring, holder: str) -> bool:
    """Say whether somebody can open what is recorded now."""
    return any(pair.name in ring.current.sealed for pair in ring.of(holder))


def made(ring: Keyring, pair: Pair) -> Keyring:
    """Return the keyring with somebody's new pair, waiting; raises key_exists.

    Who cannot open what is recorded now may make another: they forgot the passphrase before they were
    admitted, or hold old epochs only.
    """
    if holds_current(ring, pair.holder):
        raise VaultProblem("key_exists")
    return _tidied(replace(ring, pairs=(*ring.pairs, pair)))


def admitted(ring: Keyring, holder: str, keys: Mapping[int, X25519PrivateKey]) -> Keyring:
    """Seal epochs to somebody; raises key_missing, and footage_sealed where there is no epoch to seal."""
    pair = next((pair for pair in ring.of(holder) if pair.public is not None), None)
    if pair is None:
        raise VaultProblem("key_missing")
    return _tidied(_sealed_anew(ring, keys, lambda names: names | {pair.name}))


def removed(
    ring: Keyring, holder: str, *, keep_signing: bool, now: datetime, random: Random
) -> Keyring:
    """Take somebody's keys away; raises key_missing, last_holder.

    Where they held the newest epoch, the next begins: sealed to the others who held it, and to the recovery
    code in force. Nobody's secret is needed for it.
    """
    pairs = ring.of(holder)
    if not pairs:
        raise VaultProblem("key_missing")
    held = holds_current(ring, holder)
    kept = (replace(pairs[0], public=None),) if keep_signing else ()
    ring = _without(ring, {pair.name for pair in pairs})
    ring = replace(ring, pairs=(*ring.pairs, *kept))
    if not held:
        return ring
    others = {
        pair.name: pair.public
        for pair in ring.pairs
        if pair.public is not None and pair.name in ring.current.sealed
    }
    if not others:
        raise VaultProblem("last_holder")
    recovery = ring.recovery[-1]
    recipients = others | {recovery.name: recovery.public}
    epoch = new_epoch(ring.current.number + 1, ring.vault, recipients, now=now, random=random)
    return replace(ring, epochs=(*ring.epochs, epoch))


def rewrapped(ring: Keyring, pairs: Mapping[str, Pair]) -> Keyring:
    """Put other wraps of the same pairs in place, by name."""
    return replace(ring, pairs=tuple(pairs.get(pair.name, pair) for pair in ring.pairs))


def recovered(ring: Keyring, recovery: Recovery, keys: Mapping[int, X25519PrivateKey]) -> Keyring:
    """Put a new recovery code in force; raises footage_sealed where the newest epoch is not held.

    The old one stays good for the epochs that are not held, so that nothing is lost.
    """
    if ring.current.number not in keys:
        raise VaultProblem("footage_sealed")
    old = {pair.name for pair in ring.recovery}
    ring = replace(ring, recovery=(*ring.recovery, recovery))
    return _tidied(_sealed_anew(ring, keys, lambda names: names - old | {recovery.name}))


def begun(
    ring: Keyring, pair: Pair, recovery: Recovery, *, now: datetime, random: Random
) -> Keyring:
    """Begin an epoch for one new pair and a new code alone: every older secret is lost."""
    assert pair.public is not None
    recipients = {pair.name: pair.public, recovery.name: recovery.public}
    number = ring.epochs[-1].number + 1 if ring.epochs else 1
    epoch = new_epoch(number, ring.vault, recipients, now=now, random=random)
    return _tidied(
        replace(
            ring,
            pairs=(*ring.pairs, pair),
            recovery=(*ring.recovery, recovery),
            epochs=(*ring.epochs, epoch),
        )
    )


def retired(ring: Keyring, numbers: Collection[int]) -> Keyring:
    """Let go of epochs that no footage is left of; never of the newest."""
    gone = {*numbers} - {ring.current.number}
    epochs = tuple(epoch for epoch in ring.epochs if epoch.number not in gone)
    return _tidied(replace(ring, epochs=epochs))


def _sealed_anew(
    ring: Keyring,
    keys: Mapping[int, X25519PrivateKey],
    to: Callable[[frozenset[str]], frozenset[str]],
) -> Keyring:
    """Seal epochs again, to the names that `to` returns for those they are sealed to.

    Epochs that were retired meanwhile are passed over. What was exchanged raises vault_key_changed.
    """
    if not keys:
        raise VaultProblem("footage_sealed")
    publics = ring.publics()

    def anew(epoch: Epoch) -> Epoch:
        if (private := keys.get(epoch.number)) is None:
            return epoch
        check(ring, epoch, private, tags=any(seal.tag for seal in epoch.sealed.values()))
        names = to(frozenset(epoch.sealed) & publics.keys())
        recipients = {name: publics[name] for name in sorted(names)}
        return replace(epoch, sealed=sealed_to(private, epoch.number, ring.vault, recipients))

    return replace(ring, epochs=tuple(map(anew, ring.epochs)))


def _without(ring: Keyring, names: Collection[str]) -> Keyring:
    """Take pairs away, with everything that is sealed to them."""
    return replace(
        ring,
        pairs=tuple(pair for pair in ring.pairs if pair.name not in names),
        recovery=tuple(pair for pair in ring.recovery if pair.name not in names),
        epochs=tuple(
            replace(
                epoch,
                sealed={name: seal for name, seal in epoch.sealed.items() if name not in names},
            )
            for epoch in ring.epochs
        ),
    )


def _tidied(ring: Keyring) -> Keyring:
    """Take away the pairs that open nothing which a newer one of the same person does not open.

    Of recovery pairs those that nothing is sealed to any more; the one in force stays.
    """
    idle = {pair.name for pair in ring.recovery[:-1] if not ring.held(pair.name)}
    for number, pair in enumerate(ring.pairs):
        newer = [other for other in ring.pairs[number + 1 :] if other.holder == pair.holder]
        if any(ring.held(pair.name) <= ring.held(other.name) for other in newer):
            idle.add(pair.name)
    return _without(ring, idle)
