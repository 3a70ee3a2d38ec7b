"""What the keyring says of itself, for those who keep custody of it."""

import pytest

from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.sealing import NewHolder

from .conftest import CHEAP, House


def test_every_change_counts_and_one_that_fails_does_not(house: House) -> None:
    keys = house.vault.keys
    assert keys.change == 1
    keys.make(NewHolder("taro", "x"), sees=True, now=house.now, cost=CHEAP)
    assert keys.change == 2
    with pytest.raises(VaultProblem, match="key_missing"):
        keys.remove("nobody", keep_signing=False, now=house.now)
    assert keys.change == 2
    house.reopen()
    assert house.vault.keys.change == 2


def test_epochs_that_only_an_earlier_passphrase_opens_are_told_apart(house: House) -> None:
    keys = house.vault.keys
    assert keys.holders["manager"].earlier == frozenset()
    keys.begin_epoch(
        NewHolder("manager", "another"), new_recovery_code(), now=house.now, cost=CHEAP
    )
    facts = house.vault.keys.holders["manager"]
    assert (facts.epochs, facts.earlier) == ({1, 2}, {1})


def test_who_may_not_see_keeps_what_signs(house: House) -> None:
    opened = house.unlock()
    opened.see_nothing()
    assert not opened.is_closed
    assert opened.epochs == frozenset()
    with pytest.raises(VaultProblem, match="footage_sealed"):
        opened.epoch(1)
    assert opened.signer() is not None
