"""Beginning anew with new keys: each secret opens what was recorded under it, and nothing else."""

import errno
from pathlib import Path

import pytest

from custom_components.kuma_bouhan.vault import files
from custom_components.kuma_bouhan.vault.facts import ChunkFacts
from custom_components.kuma_bouhan.vault.keys import NewHolder, Opened
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.problems import VaultProblem

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


@pytest.mark.parametrize("written", range(4))
def test_a_beginning_that_is_cut_off_leaves_the_vault_as_it_was(
    house: House, written: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    (chunk,) = house.record(1)
    names: list[str] = []
    put = files.put

    def cut_off(path: Path, data: bytes) -> None:
        if len(names) == written:
            raise OSError(errno.EIO, "gone")
        names.append(path.name)
        put(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(files, "put", cut_off)
        if written == 3:
            begin_anew(house)
        else:
            with pytest.raises(VaultProblem):
                begin_anew(house)
    house.reopen()
    assert house.vault.keys.holders == (("founder", "manager") if written == 3 else ("manager",))
    assert house.is_readable(chunk)
    begin_anew(house, "another")
    house.reopen()
    assert "another" in house.vault.keys.holders
    assert ("founder" in house.vault.keys.holders) == (written == 3)
    assert house.is_readable(chunk)


def test_a_beginning_whose_last_sync_fails_is_none(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever hears that it failed throws the new code away: nothing may be sealed to it."""
    syncs: list[Path] = []
    real = files.sync_folder

    def fail_once(folder: Path) -> None:
        syncs.append(folder)
        if len(syncs) == 3:
            raise OSError(errno.EIO, "gone")
        real(folder)

    with monkeypatch.context() as patch:
        patch.setattr(files, "sync_folder", fail_once)
        with pytest.raises(VaultProblem, match="vault_failing"):
            begin_anew(house)
    house.reopen()
    assert house.vault.keys.current.number == 1
    assert house.vault.keys.holders == ("manager",)


def test_a_bad_code_begins_nothing(house: House) -> None:
    before = sorted(path.name for path in (house.folder / "keys").iterdir())
    with pytest.raises(VaultProblem, match="wrong_recovery_code"):
        house.vault.keys.begin_epoch(NewHolder("x", OTHER), "ABCD", now=house.now, cost=CHEAP)
    assert sorted(path.name for path in (house.folder / "keys").iterdir()) == before
