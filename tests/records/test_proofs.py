"""Proofs against the public test vectors of transparency-dev/merkle, and against their definition."""

from base64 import b64decode
from collections.abc import Iterator
import json
from pathlib import Path
from typing import Any

from hypothesis import given, strategies as st
import pytest

from custom_components.kuma_bouhan.records.merkle import EMPTY_ROOT, Tree, leaf_hash
from custom_components.kuma_bouhan.records.proofs import BLOCK, Prover, includes
from custom_components.kuma_bouhan.records.verify import grew

from .test_merkle import LEAVES

VECTORS = json.loads((Path(__file__).parent / "vectors/merkle.json").read_text())
HASHES = [leaf_hash(bytes.fromhex(leaf)) for leaf in LEAVES]
GARBAGE = bytes(32)


def root_of(leaves: list[bytes]) -> bytes:
    tree = Tree()
    for leaf in leaves:
        tree.push(leaf)
    return tree.root()


def prover(leaves: list[bytes]) -> Prover:
    return Prover(lambda start, stop: leaves[start:stop])


def hashes(case: dict[str, Any], *keys: str) -> list[bytes]:
    return [b64decode(case[key]) for key in keys]


def damaged(proof: list[bytes], *roots: bytes) -> Iterator[list[bytes]]:
    """Yield the wrong proofs that the reference implementation tries."""
    for place, node in enumerate(proof):
        yield [*proof[:place], bytes([node[0] ^ 16]) + node[1:], *proof[place + 1 :]]
        yield [*proof[:place], *proof[place + 1 :]]
    yield [*proof, GARBAGE]
    yield [GARBAGE, *proof]
    for root in roots:
        yield [*proof, root]
        yield [root, *proof]


@pytest.mark.parametrize("case", VECTORS["inclusion"])
def test_inclusion_is_proved_as_the_reference_implementation_does(case: dict[str, Any]) -> None:
    index, size = case["leafIdx"], case["treeSize"]
    leaf, root = hashes(case, "leafHash", "root")
    proof = [b64decode(node) for node in case["proof"]]
    assert prover(HASHES).inclusion(index, size) == proof
    assert prover(HASHES).root(size) == root
    assert includes(leaf, index, size, proof, root)
    for wrong in damaged(proof, root):
        assert not includes(leaf, index, size, wrong, root)
    for other, of in [(index - 1, size), (index + 1, size), (index ^ 2, size)]:
        assert not includes(leaf, other, of, proof, root)
    assert not includes(leaf, index, size * 2, proof, root)
    assert not includes(leaf, index, size // 2, proof, root)
    assert not includes(GARBAGE, index, size, proof, root)
    assert not includes(leaf, index, size, proof, GARBAGE)
    assert not includes(b"", index, size, proof, b"")


@pytest.mark.parametrize("case", VECTORS["consistency"])
def test_growth_is_proved_as_the_reference_implementation_does(case: dict[str, Any]) -> None:
    old, new = case["size1"], case["size2"]
    was, now = hashes(case, "root1", "root2")
    proof = [b64decode(node) for node in case["proof"]]
    assert prover(HASHES).consistency(old, new) == proof
    assert grew(old, new, proof, was, now)
    for wrong in damaged(proof, was, now):
        assert not grew(old, new, wrong, was, now)
    assert not grew(old, new, proof, was, GARBAGE)
    assert not grew(old, new, proof, GARBAGE, now)
    if old != new:
        assert not grew(old, new, proof, now, was)
        assert not grew(old, new, [], was, now)
        for sizes in [
            (old - 1, new),
            (old + 1, new),
            (old ^ 2, new),
            (old, new * 2),
            (old, new // 2),
        ]:
            assert not grew(*sizes, proof, was, now)


@given(st.integers(1, 1100), st.data())
def test_every_proof_that_is_made_is_accepted(size: int, data: st.DataObject) -> None:
    leaves = [leaf_hash(number.to_bytes(2)) for number in range(size)]
    index = data.draw(st.integers(0, size - 1))
    old = data.draw(st.integers(1, size))
    making = prover(leaves)
    root = making.root(size)
    assert root == root_of(leaves)
    assert includes(leaves[index], index, size, making.inclusion(index, size), root)
    assert grew(old, size, making.consistency(old, size), root_of(leaves[:old]), root)


def test_what_cannot_be_proved_is_refused() -> None:
    making = prover(HASHES)
    assert making.root(0) == EMPTY_ROOT
    for index, size in [(8, 8), (-1, 8), (0, 0)]:
        with pytest.raises(ValueError, match="no leaf"):
            making.inclusion(index, size)
    for old, new in [(0, 8), (5, 4)]:
        with pytest.raises(ValueError, match="no tree"):
            making.consistency(old, new)
    assert not grew(0, 8, [], EMPTY_ROOT, making.root(8))


def test_a_second_proof_reads_little() -> None:
    leaves = [leaf_hash(number.to_bytes(2)) for number in range(5000)]
    read: list[int] = []

    def counted(start: int, stop: int) -> list[bytes]:
        read.append(stop - start)
        return leaves[start:stop]

    making = Prover(counted)
    making.inclusion(17, 5000)
    read.clear()
    making.inclusion(4000, 5000)
    assert sum(read) < 3 * BLOCK
