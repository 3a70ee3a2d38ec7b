"""The tree against RFC 6962's reference values and against its definition."""

from hypothesis import given, strategies as st

from custom_components.kuma_bouhan.records.merkle import EMPTY_ROOT, Tree, leaf_hash, node_hash

# The leaves and roots that Certificate Transparency's implementations test themselves with.
LEAVES = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def test_roots_are_those_of_the_reference_implementation() -> None:
    tree = Tree()
    roots = [tree.root().hex()]
    for leaf in LEAVES:
        tree.push(leaf_hash(bytes.fromhex(leaf)))
        roots.append(tree.root().hex())
    assert roots == ROOTS
    assert tree.size == len(LEAVES)


def defined(leaves: list[bytes]) -> bytes:
    """Return the tree hash as section 2.1 defines it."""
    if not leaves:
        return EMPTY_ROOT
    if len(leaves) == 1:
        return leaf_hash(leaves[0])
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return node_hash(defined(leaves[:split]), defined(leaves[split:]))


@given(st.lists(st.binary(max_size=8), max_size=70))
def test_a_tree_grown_leaf_by_leaf_has_the_defined_root(leaves: list[bytes]) -> None:
    tree = Tree()
    for leaf in leaves:
        tree.push(leaf_hash(leaf))
    assert tree.root() == defined(leaves)
