"""Lock and keys as they stand, folded from the acts about them: 4(4)ウ."""

from dataclasses import dataclass, field

from ..guideline.custody import CodeUse, Failures
from .act import RecordedAct
from .acts import SiteAdopted, SiteSetUp, VaultFinding
from .appointments import Refounded, SiteOwnerRestored
from .custody import (
    HolderAdmitted,
    HolderRemoved,
    KeyMade,
    KeysBegun,
    NewKeysAnnounced,
    NewKeysWithdrawn,
    PassphraseChanged,
    PlainHttpAccepted,
    RecoveryCodeRenewed,
    RecoveryCodeUsed,
    Unlocked,
    UnlockFailed,
)
from .entry import Entry
from .offices import Notice

KEY_CHANGED = "key_changed"
"""The vault's public key is not the one that the book speaks of."""
KEYS_TAMPERED = "keys_tampered"
"""Somebody who unlocked found a public key in the keyring that is not what it was sealed to."""


@dataclass(slots=True)
class Custody:
    """What the book says of passphrases and keys."""

    failures: dict[str, Failures] = field(default_factory=dict)
    """Wrong passphrases in a row, by user."""
    plain_http: set[str] = field(default_factory=set)
    """Users who took note that their secrets go through the network unencrypted."""
    fingerprint: str = ""
    """Of the public key that footage is sealed to; empty where the book does not say."""
    found_changed: str = ""
    """Of the key found in its place, where that was entered and nothing has been put right since."""
    tampered: bool = False
    """Whether a keyring was found tampered with, and neither opened since nor begun anew."""
    made: dict[str, str] = field(default_factory=dict)
    """Fingerprint of the key that a user made last, where the book says it: what waits has to be just that."""
    code_use: CodeUse | None = None
    """What the recovery code was used for last, where none has taken its place."""
    notice: Notice | None = None
    """That new keys are to take the place of those that stand, where nothing has withdrawn it."""

    def fold(self, entry: Entry) -> None:
        """Take in the next act that is done or noted."""
        user, act = entry.actor.user_id or "", entry.act
        match act:
            case Unlocked() | PassphraseChanged():
                self.failures.pop(user, None)
                self.tampered = False
            case SiteAdopted():
                self.failures.pop(user, None)
            case UnlockFailed():
                self.failures[user] = Failures(act.count, entry.at)
            case KeyMade():
                self.made[act.user_id] = act.key_fingerprint
            case PlainHttpAccepted():
                self.plain_http.add(user)
            case VaultFinding() if act.finding == KEY_CHANGED:
                self.found_changed = act.detail
            case VaultFinding() if act.finding == KEYS_TAMPERED:
                self.tampered = True
            case SiteSetUp() | Refounded() | KeysBegun() | HolderRemoved():
                self._note_fingerprint(act.vault_fingerprint)
            case NewKeysAnnounced():
                self.notice = Notice(entry.seq, entry.at, act.ready, user)
        if isinstance(act, NewKeysWithdrawn | KeysBegun | Refounded | SiteAdopted):
            self.notice = None
        self._fold_code(act)

    def worst_failures(self) -> Failures:
        """Return the longest row of wrong passphrases, whosever: for a door that anybody can stand at."""
        return max(self.failures.values(), key=lambda known: known.count, default=Failures())

    def _fold_code(self, act: RecordedAct) -> None:
        match act:
            case RecoveryCodeUsed():
                self.code_use = act.use
            case SiteOwnerRestored():
                self.code_use = CodeUse.RESTORE
            case HolderAdmitted() if act.by_code:
                self.code_use = CodeUse.ADMIT
            case Refounded() | KeysBegun() | RecoveryCodeRenewed():
                self.code_use = None

    def _note_fingerprint(self, fingerprint: str) -> None:
        if fingerprint:
            self.fingerprint, self.found_changed, self.tampered = fingerprint, "", False
