"""The two layers of key: what does not belong does not open."""

from dataclasses import replace
from datetime import UTC, datetime
import os

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
import pytest

from custom_components.kuma_bouhan.vault.envelope import Place, open_sealed, seal, unwrap, wrap
from custom_components.kuma_bouhan.vault.problems import VaultProblem

PLACE = Place("01" * 16, "02" * 16, "03" * 16, datetime(2026, 11, 23, 12, tzinfo=UTC))
ELSEWHERE = [
    replace(PLACE, vault="ff" * 16),
    replace(PLACE, camera="ff" * 16),
    replace(PLACE, chunk="ff" * 16),
    replace(PLACE, start=datetime(2026, 11, 23, 13, tzinfo=UTC)),
]
SLOT = "04" * 16


def test_both_layers_open_again() -> None:
    private, slot_key, data_key = X25519PrivateKey.generate(), os.urandom(32), os.urandom(32)
    sealed = seal(data_key, private.public_key(), PLACE)
    wrapped = wrap(sealed, slot_key, SLOT, PLACE, os.urandom)
    assert open_sealed(unwrap(wrapped, slot_key, SLOT, PLACE), private, PLACE) == data_key


@pytest.mark.parametrize("place", ELSEWHERE)
def test_a_key_opens_only_where_it_belongs(place: Place) -> None:
    private, slot_key = X25519PrivateKey.generate(), os.urandom(32)
    sealed = seal(os.urandom(32), private.public_key(), PLACE)
    wrapped = wrap(sealed, slot_key, SLOT, PLACE, os.urandom)
    with pytest.raises(VaultProblem) as problem:
        open_sealed(sealed, private, place)
    assert problem.value.key == "footage_damaged"
    with pytest.raises(VaultProblem):
        unwrap(wrapped, slot_key, SLOT, place)


def test_neither_another_slot_nor_another_key_opens() -> None:
    private, slot_key = X25519PrivateKey.generate(), os.urandom(32)
    sealed = seal(os.urandom(32), private.public_key(), PLACE)
    wrapped = wrap(sealed, slot_key, SLOT, PLACE, os.urandom)
    for key, slot in ((slot_key, "ff" * 16), (os.urandom(32), SLOT)):
        with pytest.raises(VaultProblem):
            unwrap(wrapped, key, slot, PLACE)
    with pytest.raises(VaultProblem):
        open_sealed(sealed, X25519PrivateKey.generate(), PLACE)
