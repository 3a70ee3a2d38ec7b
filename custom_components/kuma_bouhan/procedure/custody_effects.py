"""What was done of a change of keys, once it stands in the keyring."""

from dataclasses import replace

from ..guideline.errors import Problem
from ..records.act import RecordedAct
from ..records.custody import HolderAdmitted, HolderRemoved, KeyChange, KeyMade, KeysBegun
from . import vault_key
from .desk import Desk


async def finish(desk: Desk, order: KeyChange) -> RecordedAct:
    """Return what was done of an order: all, where the keyring has changed so often. Problem: keys_cut_off."""
    if desk.vault.keys.change < order.change:
        raise Problem("keys_cut_off")
    return completed(desk, order)


def completed[A: RecordedAct](desk: Desk, order: A) -> A:
    """Return an order with what is known once it is done."""
    match order:
        case KeyMade():
            return replace(order, key_fingerprint=vault_key.of_holder(desk, order.user_id))
        case HolderRemoved(epoch=int()) | KeysBegun():
            return replace(order, vault_fingerprint=desk.vault.fingerprint)
        case HolderAdmitted():
            known = desk.vault.keys.holders.get(order.user_id)
            return replace(order, epochs=tuple(sorted(known.epochs)) if known else ())
    return order
