"""Who can open footage: people join, are admitted, change their passphrase, and go."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
import shutil

import pytest

from custom_components.kuma_bouhan.vault import epochs, holders
from custom_components.kuma_bouhan.vault.facts import ChunkFacts
from custom_components.kuma_bouhan.vault.holders import HolderState
from custom_components.kuma_bouhan.vault.opened import Opened
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.sealing import NewHolder

from .conftest import CHEAP, PASSPHRASE, House
from .pieces import DAY, HOUR, MINUTE, NOON, SECOND, piece

WORDS, OTHER = "ほかの ことば が ここ に ならぶ", "correct horse battery staple"


def make(house: House, holder: str = "operator", words: str = WORDS, *, sees: bool = True) -> None:
    house.vault.keys.make(NewHolder(holder, words), sees=sees, now=house.now, cost=CHEAP)


def admit(house: House, holder: str = "operator") -> frozenset[int]:
    with house.unlock() as opened:
        return house.vault.keys.admit(holder, opened)


def remove(house: House, holder: str = "operator", *, keep_signing: bool = False) -> int | None:
    return house.vault.keys.remove(holder, keep_signing=keep_signing, now=house.now)


def state(house: House, holder: str = "operator") -> HolderState:
    return house.vault.keys.holders[holder].state


def reads(house: House, opened: Opened, chunk: ChunkFacts) -> bool:
    with opened:
        try:
            return bool(house.vault.read(opened, chunk, now=house.now).fragments)
        except VaultProblem as problem:
            assert problem.key == "footage_sealed"  # noqa: PT017 - said either way
            return False


def record(house: House, start: datetime) -> ChunkFacts:
    (chunk,) = [chunk for chunk in house.record(1, start=start) if chunk.start == start]
    return chunk


# Joining ------------------------------------------------------------------------------------


def test_who_was_admitted_while_they_made_another_key_keeps_the_first(house: House) -> None:
    make(house)
    ring = house.vault.keys._ring
    (mine,) = ring.of("operator")
    admit(house)
    with pytest.raises(VaultProblem, match="key_exists"):
        holders.made(house.vault.keys._ring, mine)


def test_who_opens_nothing_admits_nobody(house: House) -> None:
    make(house)
    make(house, "owner", OTHER, sees=False)
    with (
        house.vault.unlock("owner", OTHER) as opened,
        pytest.raises(VaultProblem, match="footage_sealed"),
    ):
        house.vault.keys.admit("operator", opened)


def test_somebody_new_waits_and_sees_nothing_until_they_are_admitted(house: House) -> None:
    chunk = record(house, NOON)
    make(house)
    house.reopen()
    assert state(house) is HolderState.WAITING
    with house.vault.unlock("operator", WORDS) as opened:
        assert not opened.is_closed
        assert opened.epochs == frozenset()
        signer = opened.signer()
        assert signer is not None
        assert signer(b"mine")[:32] == house.vault.keys.signing["operator"]
        assert not reads(house, opened, chunk)
    assert admit(house) == {1}
    house.reopen()
    assert state(house) is HolderState.HOLDER
    assert house.vault.keys.current.number == 1
    assert reads(house, house.vault.unlock("operator", WORDS), chunk)
    assert reads(house, house.unlock(), chunk)
    assert reads(house, house.vault.unlock_by_recovery_code(house.code), chunk)


def test_the_recovery_code_admits_where_nobody_else_can(house: House) -> None:
    chunk = record(house, NOON)
    make(house)
    with house.vault.unlock_by_recovery_code(house.code) as opened:
        house.vault.keys.admit("operator", opened)
    house.reopen()
    assert reads(house, house.vault.unlock("operator", WORDS), chunk)


def test_who_is_admitted_admits_others(house: House) -> None:
    chunk = record(house, NOON)
    make(house)
    admit(house)
    make(house, "deputy", OTHER)
    with house.vault.unlock("operator", WORDS) as opened:
        house.vault.keys.admit("deputy", opened)
        house.vault.keys.admit("deputy", opened)
    house.reopen()
    assert reads(house, house.vault.unlock("deputy", OTHER), chunk)


def test_who_forgot_the_passphrase_before_they_were_admitted_makes_another_key(
    house: House,
) -> None:
    make(house)
    make(house, words=OTHER)
    admit(house)
    assert state(house) is HolderState.HOLDER
    with pytest.raises(VaultProblem, match="wrong_passphrase"):
        house.vault.unlock("operator", WORDS)
    house.vault.unlock("operator", OTHER).close()


def test_who_can_see_makes_no_other_key(house: House) -> None:
    for sees in (True, False):
        with pytest.raises(VaultProblem, match="key_exists"):
            make(house, "manager", sees=sees)
    house.unlock().close()


def test_a_site_owner_signs_and_sees_nothing(house: House) -> None:
    chunk = record(house, NOON)
    make(house, "owner", sees=False)
    house.reopen()
    assert state(house, "owner") is HolderState.SIGNING
    with pytest.raises(VaultProblem, match="key_missing"):
        admit(house, "owner")
    with house.vault.unlock("owner", WORDS) as opened:
        assert not opened.is_closed
        assert opened.signer() is not None
        for change in (
            lambda: house.vault.keys.admit("owner", opened),
            lambda: house.vault.keys.new_recovery(opened, new_recovery_code(), now=house.now),
        ):
            with pytest.raises(VaultProblem):
                change()
        assert not reads(house, opened, chunk)
    assert opened.is_closed
    assert opened.signer() is None


def test_a_site_owner_who_becomes_an_operator_makes_a_key_that_sees(house: House) -> None:
    make(house, "owner", sees=False)
    make(house, "owner", OTHER)
    admit(house, "owner")
    with house.vault.unlock("owner", OTHER) as opened:
        assert opened.epochs == {1}
    with pytest.raises(VaultProblem, match="wrong_passphrase"):
        house.vault.unlock("owner", WORDS)


def test_who_has_no_key_is_not_admitted(house: House) -> None:
    with pytest.raises(VaultProblem, match="key_missing"):
        admit(house, "nobody")


def test_keys_that_were_let_go_change_nothing(house: House) -> None:
    make(house)
    opened = house.unlock()
    opened.close()
    before = (house.folder / "keyring.json").read_bytes()
    with pytest.raises(VaultProblem, match="vault_locked"):
        house.vault.keys.admit("operator", opened)
    with pytest.raises(VaultProblem, match="vault_locked"):
        house.vault.keys.new_recovery(opened, new_recovery_code(), now=house.now)
    assert (house.folder / "keyring.json").read_bytes() == before


def test_two_who_come_at_the_same_moment_both_have_a_key(house: House) -> None:
    names = [f"operator {number}" for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda name: make(house, name), names))
    assert list(house.reopen().keys.holders)[0] == "manager"
    assert {*house.vault.keys.holders} == {"manager", *names}


# Going --------------------------------------------------------------------------------------


def test_who_is_removed_opens_nothing_and_others_open_all(house: House) -> None:
    old = record(house, NOON)
    make(house)
    admit(house)
    fingerprint = house.vault.fingerprint
    assert remove(house) == 2
    new = record(house, NOON + HOUR)
    house.reopen()
    assert house.vault.keys.current.number == 2
    assert list(house.vault.keys.holders) == ["manager"]
    assert house.vault.fingerprint != fingerprint
    assert house.vault.keys.fingerprints() == {1: fingerprint, 2: house.vault.fingerprint}
    with pytest.raises(VaultProblem, match="key_missing"):
        house.vault.unlock("operator", WORDS)
    for chunk in (old, new):
        assert reads(house, house.unlock(), chunk)
        assert reads(house, house.vault.unlock_by_recovery_code(house.code), chunk)


def test_who_kept_a_copy_of_the_keys_opens_nothing_that_is_recorded_after(house: House) -> None:
    old = record(house, NOON)
    make(house)
    admit(house)
    shutil.copy(house.folder / "keyring.json", house.folder.parent / "stolen.json")
    remove(house)
    new = record(house, NOON + HOUR)
    house.vault.close()
    shutil.copy(house.folder.parent / "stolen.json", house.folder / "keyring.json")
    house.open()
    assert reads(house, house.vault.unlock("operator", WORDS), old)
    assert not reads(house, house.vault.unlock("operator", WORDS), new)


def test_a_site_owner_who_sees_no_more_goes_on_signing(house: House) -> None:
    chunk = record(house, NOON)
    make(house)
    admit(house)
    signing = house.vault.keys.signing["operator"]
    assert remove(house, keep_signing=True) == 2
    house.reopen()
    assert state(house) is HolderState.SIGNING
    assert house.vault.keys.holders["operator"].epochs == frozenset()
    with house.vault.unlock("operator", WORDS) as opened:
        signer = opened.signer()
        assert signer is not None
        assert signer(b"mine")[:32] == signing
        assert not reads(house, opened, chunk)


def test_a_passphrase_is_changed_even_where_it_only_signs(house: House) -> None:
    make(house)
    admit(house)
    signing = house.vault.keys.signing["operator"]
    remove(house, keep_signing=True)
    house.vault.keys.change_passphrase("operator", WORDS, OTHER, cost=CHEAP)
    house.reopen()
    with house.vault.unlock("operator", OTHER) as opened:
        assert opened.epochs == frozenset()
        assert house.vault.keys.signing["operator"] == signing


def test_who_waits_goes_without_a_new_key_for_footage(house: House) -> None:
    make(house)
    assert remove(house) is None
    assert house.vault.keys.current.number == 1
    with pytest.raises(VaultProblem, match="key_missing"):
        remove(house)


def test_somebody_can_always_open_what_is_recorded(house: House) -> None:
    make(house)
    make(house, "owner", sees=False)
    with pytest.raises(VaultProblem, match="last_holder"):
        remove(house, "manager")
    house.reopen()
    house.unlock().close()
    admit(house)
    assert remove(house, "manager") == 2
    with pytest.raises(VaultProblem, match="last_holder"):
        remove(house, "operator")


def test_who_goes_and_comes_back_waits_again(house: House) -> None:
    chunk = record(house, NOON)
    make(house)
    admit(house)
    remove(house)
    make(house)
    assert state(house) is HolderState.WAITING
    assert not reads(house, house.vault.unlock("operator", WORDS), chunk)
    assert admit(house) == {1, 2}
    assert reads(house, house.vault.unlock("operator", WORDS), chunk)


def test_a_chunk_that_is_open_ends_at_the_next_key_picture(house: House) -> None:
    make(house)
    admit(house)
    writer = house.writer()
    writer.fragment(piece(NOON))
    remove(house)
    writer.fragment(piece(NOON + 10 * SECOND))
    writer.close()
    old, new = house.chunks()
    assert (old.start, new.start) == (NOON, NOON + 10 * SECOND)


# Passphrases and the code -------------------------------------------------------------------


def test_a_new_passphrase_opens_what_the_old_one_did(house: House) -> None:
    chunk = record(house, NOON)
    signing = house.vault.keys.signing
    house.vault.keys.change_passphrase("manager", PASSPHRASE, OTHER, cost=CHEAP)
    for _ in range(2):
        with pytest.raises(VaultProblem, match="wrong_passphrase"):
            house.unlock()
        assert reads(house, house.vault.unlock("manager", OTHER), chunk)
        assert house.vault.keys.signing == signing
        assert house.vault.keys.current.number == 1
        house.reopen()


def test_only_who_knows_the_passphrase_changes_it(house: House) -> None:
    for holder, key in (("manager", "wrong_passphrase"), ("nobody", "key_missing")):
        with pytest.raises(VaultProblem, match=key):
            house.vault.keys.change_passphrase(holder, OTHER, WORDS, cost=CHEAP)
    house.unlock().close()


def test_a_new_code_opens_what_the_old_one_did(house: House) -> None:
    old = record(house, NOON)
    make(house)
    admit(house)
    remove(house)
    new = record(house, NOON + HOUR)
    code = new_recovery_code()
    with house.unlock() as opened:
        house.vault.keys.new_recovery(opened, code, now=house.now)
    for _ in range(2):
        with pytest.raises(VaultProblem, match="wrong_recovery_code"):
            house.vault.unlock_by_recovery_code(house.code)
        for chunk in (old, new):
            assert reads(house, house.vault.unlock_by_recovery_code(code), chunk)
            assert reads(house, house.unlock(), chunk)
        house.reopen()
    assert len(house.vault.keys._ring.recovery) == 1


def test_whose_code_was_used_gives_a_new_one_by_it(house: House) -> None:
    chunk = record(house, NOON)
    code = new_recovery_code()
    with house.vault.unlock_by_recovery_code(house.code) as opened:
        house.vault.keys.new_recovery(opened, code, now=house.now)
    assert reads(house, house.vault.unlock_by_recovery_code(code), chunk)


def test_after_a_new_code_the_next_key_for_footage_is_sealed_to_it(house: House) -> None:
    make(house)
    admit(house)
    code = new_recovery_code()
    with house.unlock() as opened:
        house.vault.keys.new_recovery(opened, code, now=house.now)
    remove(house)
    chunk = record(house, NOON)
    assert reads(house, house.vault.unlock_by_recovery_code(code), chunk)


# After a new beginning ----------------------------------------------------------------------


def begin_anew(house: House, holder: str = "founder", words: str = OTHER) -> str:
    code = new_recovery_code()
    house.vault.keys.begin_epoch(NewHolder(holder, words), code, now=house.now, cost=CHEAP)
    return code


def test_a_new_code_takes_nothing_from_an_old_one_that_it_cannot_open(house: House) -> None:
    old = record(house, NOON)
    code = begin_anew(house)
    new = record(house, NOON + HOUR)
    another = new_recovery_code()
    with house.unlock() as opened, pytest.raises(VaultProblem, match="footage_sealed"):
        house.vault.keys.new_recovery(opened, another, now=house.now)
    with house.vault.unlock("founder", OTHER) as opened:
        house.vault.keys.new_recovery(opened, another, now=house.now)
    house.reopen()
    assert reads(house, house.vault.unlock_by_recovery_code(house.code), old)
    assert reads(house, house.vault.unlock_by_recovery_code(another), new)
    with pytest.raises(VaultProblem, match="wrong_recovery_code"):
        house.vault.unlock_by_recovery_code(code)


def test_old_and_new_holders_admit_each_other(house: House) -> None:
    old = record(house, NOON)
    begin_anew(house)
    new = record(house, NOON + HOUR)
    keys = house.vault.keys
    assert keys.opened_only_by("manager") == {1}
    assert keys.opened_only_by("founder") == {2}
    with house.vault.unlock("founder", OTHER) as opened:
        assert keys.admit("manager", opened) == {1, 2}
    with house.unlock() as opened:
        assert keys.admit("founder", opened) == {1, 2}
    house.reopen()
    assert house.vault.keys.opened_only_by("manager") == frozenset()
    assert house.vault.keys.opened_only_by("nobody") == frozenset()
    for chunk in (old, new):
        assert reads(house, house.unlock(), chunk)
        assert reads(house, house.vault.unlock("founder", OTHER), chunk)


def test_who_lost_their_passphrase_keeps_the_old_key_until_a_new_one_opens_as_much(
    house: House,
) -> None:
    old = record(house, NOON)
    begin_anew(house, "founder")
    make(house, "manager", WORDS)
    assert state(house, "manager") is HolderState.WAITING
    assert house.vault.keys.holders["manager"].epochs == {1}
    with house.vault.unlock("founder", OTHER) as opened:
        house.vault.keys.admit("manager", opened)
    # They remember it after all.
    assert reads(house, house.unlock(), old)
    with house.unlock() as opened:
        house.vault.keys.admit("manager", opened)
    with pytest.raises(VaultProblem, match="wrong_passphrase"):
        house.unlock()
    assert reads(house, house.vault.unlock("manager", WORDS), old)


def test_a_passphrase_that_opens_two_keys_is_changed_for_both(house: House) -> None:
    old = record(house, NOON)
    begin_anew(house, "manager", PASSPHRASE)
    new = record(house, NOON + HOUR)
    house.vault.keys.change_passphrase("manager", PASSPHRASE, WORDS, cost=CHEAP)
    house.reopen()
    for chunk in (old, new):
        assert reads(house, house.vault.unlock("manager", WORDS), chunk)
    begin_anew(house, "manager", OTHER)
    house.vault.keys.change_passphrase("manager", OTHER, PASSPHRASE, cost=CHEAP)
    assert reads(house, house.vault.unlock("manager", WORDS), new)


# Epochs that nothing is left of --------------------------------------------------------------


def test_each_epoch_says_what_footage_hangs_on_it(house: House) -> None:
    make(house)
    admit(house)
    old = record(house, NOON)
    house.now = NOON + HOUR
    remove(house)
    new = record(house, NOON + HOUR)
    one, two = house.vault.footage_of_epochs()
    assert (one.number, one.since, one.until) == (1, NOON, NOON + HOUR)
    assert (one.oldest, one.newest, one.erased_by) == (old.start, old.end, old.due)
    assert (two.number, two.since, two.until) == (2, NOON + HOUR, None)
    assert (two.oldest, two.newest, two.erased_by) == (new.start, new.end, new.due)


def test_footage_that_is_not_dated_says_no_end(house: House) -> None:
    writer = house.vault.writer("d0" * 16, due=lambda _: None)
    writer.start(b"tracks")
    writer.fragment(piece(NOON))
    writer.close()
    (one,) = house.vault.footage_of_epochs()
    assert one.oldest == NOON
    assert one.erased_by is None


def test_an_epoch_goes_when_its_last_footage_has_gone(house: House) -> None:
    make(house)
    admit(house)
    old = record(house, NOON)
    house.now = NOON + HOUR
    assert house.vault.idle_epochs() == frozenset()
    remove(house)
    new = record(house, NOON + HOUR)
    assert house.vault.idle_epochs() == frozenset()
    house.destroy(old.slot)
    house.vault.sweep()
    assert house.vault.idle_epochs() == {1}
    house.vault.keys.retire(house.vault.idle_epochs())
    house.reopen()
    assert [epoch.number for epoch in house.vault.keys.epochs] == [2]
    assert house.vault.idle_epochs() == frozenset()
    assert reads(house, house.unlock(), new)
    assert reads(house, house.vault.unlock_by_recovery_code(house.code), new)


def test_footage_from_a_clock_that_was_wrong_keeps_its_epoch(house: House) -> None:
    """Moments say that nothing is left of the epoch; the header of a chunk says otherwise."""
    make(house)
    admit(house)
    record(house, NOON + 2 * HOUR)
    house.now = NOON + MINUTE
    remove(house)
    one, _ = house.vault.footage_of_epochs()
    assert one.oldest is None
    assert house.vault.idle_epochs() == frozenset()


def test_a_chunk_that_is_being_written_keeps_its_epoch(house: House) -> None:
    make(house)
    admit(house)
    writer = house.writer()
    writer.fragment(piece(NOON))
    remove(house)
    assert house.vault.idle_epochs() == frozenset()
    writer.close()


def test_a_chunk_that_goes_while_it_is_looked_for_is_gone(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(house)
    admit(house)
    old = record(house, NOON)
    house.now = NOON + HOUR
    remove(house)
    house.destroy(old.slot)
    chunks = epochs.chunk_files
    gone: list[Path] = []

    def going(folder: Path) -> Iterator[tuple[str, Path]]:
        for chunk, path in chunks(folder):
            gone.append(path)
            path.unlink()
            yield chunk, path

    monkeypatch.setattr(epochs, "chunk_files", going)
    assert house.vault.idle_epochs() == {1}
    assert len(gone) == 1


def test_the_newest_epoch_never_goes(house: House) -> None:
    house.vault.keys.retire({1, 7})
    house.reopen()
    house.unlock().close()


def test_who_holds_old_epochs_only_waits_when_they_have_gone(house: House) -> None:
    begin_anew(house)
    house.vault.keys.retire({1})
    assert state(house, "manager") is HolderState.WAITING
    with pytest.raises(VaultProblem, match="wrong_recovery_code"):
        house.vault.unlock_by_recovery_code(house.code)
    with house.vault.unlock("founder", OTHER) as opened:
        assert house.vault.keys.admit("manager", opened) == {2}


def test_what_was_opened_before_an_epoch_went_admits_to_the_rest(house: House) -> None:
    make(house)
    admit(house)
    house.now = NOON + 9 * DAY
    remove(house)
    make(house)
    with house.unlock() as opened:
        assert opened.epochs == {1, 2}
        house.vault.keys.retire({1})
        assert house.vault.keys.admit("operator", opened) == {2}
