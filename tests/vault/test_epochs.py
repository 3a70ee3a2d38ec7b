"""Beginning anew with new keys: each secret opens what was recorded under it, and nothing else."""

import errno

import pytest

from custom_components.kuma_bouhan.vault import files
from custom_components.kuma_bouhan.vault.facts import ChunkFacts
from custom_components.kuma_bouhan.vault.opened import Opened
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.sealing import NewHolder

from .conftest import CHEAP, PASSPHRASE, House
from .pieces import HOUR, NOON, SECOND, piece

OTHER = "ほかの ことば が ここ に ならぶ"


def begin_anew(house: House, holder: str = "founder", passphrase: str = OTHER) -> str:
    code = new_recovery_code()
    number = house.vault.keys.begin_epoch(
        NewHolder(holder, passphrase), code, now=house.now, cost=CHEAP
    )
    assert number == house.vault.keys.current.number
    return code


def opens(house: House, opened: Opened, chunk: ChunkFacts) -> bool:
    with opened:
        try:
            return bool(house.vault.read(opened, chunk, now=house.now).fragments)
        except VaultProblem as problem:
            assert problem.key == "footage_sealed"  # noqa: PT017 - said either way
            return False


@pytest.mark.parametrize("holder", ["founder", "manager"])
@pytest.mark.parametrize("reopened", [False, True])
def test_after_a_new_beginning_each_secret_opens_what_was_recorded_under_it(
    house: House, holder: str, reopened: bool
) -> None:
    (old,) = house.record(1)
    fingerprint = house.vault.fingerprint
    code = begin_anew(house, holder)
    (new,) = [chunk for chunk in house.record(1, start=NOON + HOUR) if chunk.id != old.id]
    if reopened:
        house.reopen()
    vault = house.vault
    assert vault.fingerprint != fingerprint
    assert opens(house, house.unlock(), old)
    assert not opens(house, house.unlock(), new)
    assert opens(house, vault.unlock(holder, OTHER), new)
    assert not opens(house, vault.unlock(holder, OTHER), old)
    assert opens(house, vault.unlock_by_recovery_code(house.code), old)
    assert not opens(house, vault.unlock_by_recovery_code(house.code), new)
    assert opens(house, vault.unlock_by_recovery_code(code), new)
    assert not opens(house, vault.unlock_by_recovery_code(code), old)


def test_the_same_words_and_the_same_code_open_both(house: House) -> None:
    (old,) = house.record(1)
    house.vault.keys.begin_epoch(
        NewHolder("manager", PASSPHRASE), house.code, now=house.now, cost=CHEAP
    )
    (new,) = [chunk for chunk in house.record(1, start=NOON + HOUR) if chunk.id != old.id]
    for chunk in (old, new):
        assert opens(house, house.unlock(), chunk)
        assert opens(house, house.vault.unlock_by_recovery_code(house.code), chunk)


def test_a_chunk_that_is_open_ends_at_the_next_key_picture(house: House) -> None:
    writer = house.writer()
    writer.fragment(piece(NOON))
    begin_anew(house)
    writer.fragment(piece(NOON + 10 * SECOND, keyframe=False))
    writer.fragment(piece(NOON + 20 * SECOND))
    writer.close()
    old, new = house.chunks()
    assert (old.start, new.start) == (NOON, NOON + 20 * SECOND)
    assert opens(house, house.unlock(), old)
    assert opens(house, house.vault.unlock("founder", OTHER), new)


@pytest.mark.parametrize("call", ["create", "write", "sync", "sync_folder"])
def test_a_beginning_that_fails_is_none(
    house: House, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever hears that it failed throws the new code away: nothing may be sealed to it."""
    (chunk,) = house.record(1)
    real, failed = getattr(files, call), list[str]()

    def fail_once(*args: object) -> object:
        if not failed:
            failed.append(call)
            raise OSError(errno.EIO, "gone")
        return real(*args)

    with monkeypatch.context() as patch:
        patch.setattr(files, call, fail_once)
        with pytest.raises(VaultProblem, match="vault_failing"):
            begin_anew(house)
    for _ in range(2):
        assert house.vault.keys.current.number == 1
        assert list(house.vault.keys.holders) == ["manager"]
        assert house.is_readable(chunk)
        house.reopen()
    begin_anew(house, "another")
    house.reopen()
    assert list(house.vault.keys.holders) == ["manager", "another"]
    assert house.is_readable(chunk)


def test_a_bad_code_begins_nothing(house: House) -> None:
    before = (house.folder / "keyring.json").read_bytes()
    with pytest.raises(VaultProblem, match="wrong_recovery_code"):
        house.vault.keys.begin_epoch(NewHolder("x", OTHER), "ABCD", now=house.now, cost=CHEAP)
    assert (house.folder / "keyring.json").read_bytes() == before
