"""Proofs of RFC 6962: that a leaf is in a tree (2.1.1), that a tree grew from an older one (2.1.2).

A proof is made from the leaf hashes, read when it is wanted; of a long book only the roots of its
whole blocks are remembered, which never change.
"""

from collections.abc import Callable, Iterable, Sequence

from .merkle import EMPTY_ROOT, Tree, node_hash

type Leaves = Callable[[int, int], Iterable[bytes]]
"""Gives the leaf hashes from a first number up to but not including a last."""

HASH = 32
"""Bytes of a hash."""
BLOCK = 256
"""Leaves that are read anew each time; a power of two."""


class Prover:
    """Makes proofs for a tree that only grows. Not thread-safe."""

    def __init__(self, leaves: Leaves) -> None:
        """Take what gives the leaf hashes."""
        self._leaves = leaves
        self._blocks: dict[tuple[int, int], bytes] = {}

    def root(self, size: int) -> bytes:
        """Return the root of the first `size` leaves."""
        if size < 0:
            raise ValueError("no tree of less than nothing")
        return self._root(0, size) if size else EMPTY_ROOT

    def inclusion(self, index: int, size: int) -> list[bytes]:
        """Return the proof that leaf `index` is in the tree of `size` leaves."""
        if not 0 <= index < size:
            raise ValueError(f"no leaf {index} in a tree of {size}")
        start, stop = 0, size
        proof = []
        while stop - start > 1:
            split = start + _split(stop - start)
            if index < split:
                proof.append(self._root(split, stop))
                stop = split
            else:
                proof.append(self._root(start, split))
                start = split
        return proof[::-1]

    def consistency(self, old: int, new: int) -> list[bytes]:
        """Return the proof that the tree of `new` leaves grew from that of `old`; 0 < old <= new."""
        if not 0 < old <= new:
            raise ValueError(f"no tree of {new} grew from one of {old}")
        start, stop = 0, new
        proof = []
        while stop != old:
            split = start + _split(stop - start)
            if old <= split:
                proof.append(self._root(split, stop))
                stop = split
            else:
                proof.append(self._root(start, split))
                start = split
        if start:
            proof.append(self._root(start, stop))
        return proof[::-1]

    def _root(self, start: int, stop: int) -> bytes:
        size = stop - start
        whole = size >= BLOCK and size & (size - 1) == 0
        if whole and (known := self._blocks.get((start, stop))):
            return known
        if size <= BLOCK:
            tree = Tree()
            for leaf in self._leaves(start, stop):
                tree.push(leaf)
            root = tree.root()
        else:
            split = start + _split(size)
            root = node_hash(self._root(start, split), self._root(split, stop))
        if whole:
            self._blocks[start, stop] = root
        return root


def includes(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Say whether the proof shows that `leaf` is number `index` of the tree with this root."""
    if not 0 <= index < size or len(leaf) != HASH:
        return False
    node, last = leaf, size - 1
    for sibling in proof:
        if not last:
            return False
        if index & 1 or index == last:
            node = node_hash(sibling, node)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            node = node_hash(node, sibling)
        index, last = index >> 1, last >> 1
    return not last and node == root


def _split(size: int) -> int:
    """Return the largest power of two that is smaller than `size`."""
    return 1 << (size - 1).bit_length() - 1
