"""Showing of one act that it stands in the book as it was entered, for whoever may read it.

What is checked anew each time: the bytes on disk give the act's leaf, its path leads to the root of a head that the host signs,
and the signature of whoever did it holds, under a key that the book itself names as theirs. That is all it
says. `records/extract.py` gives the same away, to be checked elsewhere (docs/formats-book.md).
"""

from dataclasses import dataclass
from enum import StrEnum

from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from ..records.acts import SigningKeyNoted
from ..records.entry import Entry
from ..records.frame import SIGNED
from ..records.note import PUBLIC_KEY, read_checkpoint, verifies
from ..records.proofs import includes
from .desk import Desk
from .registers import Line, Names, line_of, names_for, reading


class Signature(StrEnum):
    """What came of an act's signature."""

    NONE = "none"
    """Nobody signed: no key existed yet, or nobody did it."""
    HOLDS = "holds"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """An act, and what leads from it to the signed head: RFC 6962, 2.1.1."""

    line: Line
    leaf: bytes
    index: int
    size: int
    root: bytes
    path: tuple[bytes, ...]
    checkpoint: str
    host_fingerprint: str
    included: bool
    """The path leads from the leaf to the root."""
    signature: Signature


async def prove(desk: Desk, actor: Actor, seq: int) -> Proof:
    """Prove an act. Problem: act_unknown, and `book_unreadable` where its bytes are not what they were."""
    act = Act.READ_SUPERVISION
    if desk.may(Act.READ_OPERATION, actor) and 0 <= seq < desk.registers.entries:
        # Nobody else learns even of which kind it is.
        act = reading(type((await desk.run(desk.book.entry, seq)).act))
    await desk.allow(act, actor)
    if not 0 <= seq < desk.registers.entries:
        raise Problem("act_unknown")
    return await desk.run(proof_of, desk, seq, names_for(desk, actor))


def proof_of(desk: Desk, seq: int, names: Names | None, note: str | None = None) -> Proof:
    """Prove an act against a signed head, a new one where none is given; whoever calls has seen to who may. Blocking."""
    book, vault = desk.book, desk.vault
    note = note or book.checkpoint(vault.sign)
    head = read_checkpoint(note, [vault.host_key])
    leaf, path = book.stored(seq).leaf, book.inclusion(seq, head.size)
    entry = book.entry(seq)
    return Proof(
        line=line_of(entry, names),
        leaf=leaf,
        index=seq,
        size=head.size,
        root=head.root,
        path=tuple(path),
        checkpoint=note,
        host_fingerprint=vault.host_fingerprint,
        included=includes(leaf, seq, head.size, path, head.root),
        signature=_signature(desk, entry, leaf),
    )


def _signature(desk: Desk, entry: Entry, leaf: bytes) -> Signature:
    if not entry.signature:
        return Signature.NONE
    public, signature = entry.signature[:PUBLIC_KEY], entry.signature[PUBLIC_KEY:]
    message = SIGNED + bytes.fromhex(desk.book.site) + leaf
    theirs = any(
        act.user_id == entry.actor.user_id and act.public_key == public.hex()
        for seq in desk.registers.index.of([SigningKeyNoted.kind])
        if isinstance(act := desk.book.entry(seq).act, SigningKeyNoted)
    )
    held = theirs and verifies(public, signature, message)
    return Signature.HOLDS if held else Signature.BROKEN
