"""An extract: a few acts, and what shows that they stand in the book (docs/formats-book.md).

It is one file of JSON that `verify.py` checks without the book: the acts as they are stored, their
signatures, a proof for each, the head of the book under the host's signature, and the acts that name the
keys. Other acts are not in it, and personal data only where the caller says so.
"""

from base64 import b64encode
from collections.abc import Container, Iterable
import json
from typing import Any

from .acts import HostKeyNoted, SigningKeyNoted
from .book import Book
from .index import Index
from .note import Sign, checkpoint

FORMAT = "kuma_bouhan extract 1"
_KEYS = (HostKeyNoted.kind, SigningKeyNoted.kind)


def extract(
    book: Book,
    index: Index,
    seqs: Iterable[int],
    sign: Sign,
    *,
    personal: Container[int] = (),
    since: Iterable[int] = (),
    size: int | None = None,
) -> str:
    """Return an extract of acts. `sign` is the host's.

    `personal`: the acts whose personal data goes with them. `since`: the sizes of older heads that
    somebody may hold; it can be compared with those. `size`: as of so many acts, not of all; as long as no
    personal data is erased it is the same text whenever it is made. ValueError where there is no such act or
    head; BookProblem as for `Book.entries`.
    """
    if size is None:
        head = book.checkpoint(sign)
        size = int(head.split("\n")[1])
    else:
        head = checkpoint(book.site, size, book.root_at(size), sign)
    wanted = {*seqs, *(seq for seq in index.of(_KEYS) if seq < size)}
    content = {
        "format": FORMAT,
        "checkpoint": head,
        "acts": [_act(book, seq, size, seq in personal) for seq in sorted(wanted)],
        "growth": [_growth(book, old, size) for old in sorted({*since} - {0, size})],
    }
    return json.dumps(content, indent=1, ensure_ascii=False)


def _act(book: Book, seq: int, size: int, personal: bool) -> dict[str, Any]:
    proof = book.inclusion(seq, size)
    stored = book.stored(seq)
    act: dict[str, Any] = {
        "seq": seq,
        "public": _text(stored.public),
        "signature": _text(stored.signature),
        "proof": [_text(node) for node in proof],
    }
    if stored.commitment:
        act["commitment"] = _text(stored.commitment)
    if personal and stored.personal is not None:
        act["personal"] = _text(stored.salt + stored.personal)
    return act


def _growth(book: Book, old: int, size: int) -> dict[str, Any]:
    return {
        "size": old,
        "root": _text(book.root_at(old)),
        "proof": [_text(node) for node in book.consistency(old, size)],
    }


def _text(data: bytes) -> str:
    return b64encode(data).decode()
