"""Where the keys lie: in one file, in its copy, and in vaults of an earlier time in many."""

from collections.abc import Callable
import json
from pathlib import Path
import shutil

import pytest

from custom_components.kuma_bouhan.vault import files, sealing
from custom_components.kuma_bouhan.vault.holders import HolderState
from custom_components.kuma_bouhan.vault.keyring import decode, encode
from custom_components.kuma_bouhan.vault.keyring_file import Source
from custom_components.kuma_bouhan.vault.keys import Keys
from custom_components.kuma_bouhan.vault.notes import NoteKind
from custom_components.kuma_bouhan.vault.opened import Opened
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code, plain
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.sealing import NewHolder
from custom_components.kuma_bouhan.vault.vault import Vault

from .conftest import CHEAP, PASSPHRASE, House
from .earlier import set_back
from .pieces import HOUR, NOON
from .tampering import tampered

WORDS = "ほかの ことば が ここ に ならぶ"
MADE_EARLIER = json.loads(Path(__file__).with_name("earlier_keys.json").read_bytes())


def opens(house: House, opened: Opened) -> set[int]:
    """Return the minutes that are readable, counted from the first chunk's."""
    found = set()
    with opened:
        for chunk in house.chunks():
            try:
                house.vault.read(opened, chunk, now=house.now)
            except VaultProblem as problem:
                assert problem.key == "footage_sealed"  # noqa: PT017 - one or the other
            else:
                found.add((chunk.start - NOON) // HOUR)
    return found


# The file ------------------------------------------------------------------------------------


def test_it_reads_what_it_writes(house: House) -> None:
    house.vault.keys.make(NewHolder("x", WORDS), sees=True, now=house.now, cost=CHEAP)
    house.vault.keys.make(NewHolder("y", WORDS), sees=False, now=house.now, cost=CHEAP)
    data = (house.folder / "keyring.json").read_bytes()
    ring = decode(data, house.vault.id)
    assert encode(ring) == data
    assert ring.change == 3
    assert "wrapped" not in repr(ring)
    assert "key=" not in repr(ring)
    assert (house.folder / "keyring.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[:-20],
        lambda data: data.replace(b'"change": 1', b'"change": 2'),
        lambda data: data.replace(b'"iterations": 1', b'"iterations": 2'),
        lambda data: data.replace(b'"format": 2', b'"format": "two"'),
        lambda data: b"",
        lambda data: bytes(len(data)),
    ],
)
def test_damage_is_said(house: House, harm: Callable[[bytes], bytes]) -> None:
    house.vault.close()
    path = house.folder / "keyring.json"
    data = path.read_bytes()
    path.write_bytes(harm(data))
    with pytest.raises(VaultProblem, match="vault_damaged"):
        house.open()
    assert path.read_bytes() == harm(data)  # nothing was changed
    path.write_bytes(data)
    house.open()


@pytest.mark.parametrize(
    ("part", "value"),
    [("epochs", []), ("recovery", []), ("vault", "cd" * 16), ("holders", [{}]), ("change", None)],
)
def test_what_cannot_be_is_damage(house: House, part: str, value: object) -> None:
    house.vault.close()
    before = (house.folder / "keyring.json").read_bytes()
    with tampered(house.folder) as content:
        content[part] = value
    with pytest.raises(VaultProblem, match="vault_damaged"):
        house.open()
    (house.folder / "keyring.json").write_bytes(before)
    house.open()


def test_a_cost_that_nobody_set_is_not_paid(house: House) -> None:
    house.vault.close()
    before = (house.folder / "keyring.json").read_bytes()
    with tampered(house.folder) as content:
        content["holders"][0]["argon2id"]["memory_kib"] = 2**40
    with pytest.raises(VaultProblem, match="vault_damaged"):
        house.open()
    (house.folder / "keyring.json").write_bytes(before)
    house.open()


def test_a_folder_in_the_vaults_place_is_not_written_to(house: House) -> None:
    """An unmounted disk leaves an empty folder."""
    moved = house.folder.rename(house.folder.with_name("elsewhere"))
    house.folder.mkdir()
    with pytest.raises(VaultProblem, match="vault_missing"):
        house.vault.keys.make(NewHolder("x", WORDS), sees=True, now=house.now, cost=CHEAP)
    assert not list(house.folder.iterdir())
    house.folder.rmdir()
    with pytest.raises(VaultProblem, match="vault_missing"):
        house.vault.keys.make(NewHolder("x", WORDS), sees=True, now=house.now, cost=CHEAP)
    moved.rename(house.folder)
    house.vault.keys.make(NewHolder("x", WORDS), sees=True, now=house.now, cost=CHEAP)


# Files of an earlier time --------------------------------------------------------------------


def earlier(house: House) -> str:
    """Make it a vault of that time with two epochs, closed; return the code of the second."""
    house.record(1)
    code = new_recovery_code()
    house.vault.keys.begin_epoch(NewHolder("founder", WORDS), code, now=house.now, cost=CHEAP)
    house.record(1, start=NOON + HOUR)
    one, two = house.unlock(), house.vault.unlock("founder", WORDS)
    house.vault.close()
    set_back(house.folder, one, two)
    return code


def test_a_vault_of_that_time_opens_and_has_one_file_afterwards(house: House) -> None:
    code = earlier(house)
    assert len(list((house.folder / "keys").iterdir())) == 6
    for _ in range(2):
        house.open()
        assert house.vault.notes == ()
        assert not (house.folder / "keys").exists()
        assert (house.folder / "keyring.json").exists()
        assert list(house.vault.keys.holders) == ["manager", "founder"]
        assert opens(house, house.unlock()) == {0}
        assert opens(house, house.vault.unlock("founder", WORDS)) == {1}
        assert opens(house, house.vault.unlock_by_recovery_code(house.code)) == {0}
        assert opens(house, house.vault.unlock_by_recovery_code(code)) == {1}
        house.vault.close()


def test_its_keys_change_like_any_others(house: House) -> None:
    earlier(house)
    house.open()
    keys = house.vault.keys
    with house.unlock() as opened:
        keys.admit("founder", opened)
    keys.change_passphrase("manager", PASSPHRASE, "other words than before", cost=CHEAP)
    code = new_recovery_code()
    with house.vault.unlock("founder", WORDS) as opened:
        keys.new_recovery(opened, code, now=house.now)
    assert keys.remove("manager", keep_signing=False, now=house.now) is None
    house.reopen()
    assert opens(house, house.vault.unlock("founder", WORDS)) == {0, 1}
    assert opens(house, house.vault.unlock_by_recovery_code(code)) == {0, 1}


def test_the_reader_opens_it_and_changes_nothing(house: House) -> None:
    earlier(house)
    keys = Keys.read(house.folder, house.vault.id, mend=False)
    assert keys.source is Source.EARLIER
    keys.unlock("founder", WORDS).close()
    assert not (house.folder / "keyring.json").exists()
    assert len(list((house.folder / "keys").iterdir())) == 6


@pytest.fixture
def made_earlier(tmp_path: Path) -> Path:
    """Key files that the software of that time wrote, not this one."""
    folder = tmp_path / "earlier"
    (folder / "keys").mkdir(parents=True)
    for name, content in MADE_EARLIER["files"].items():
        (folder / "keys" / name).write_text(json.dumps(content, indent=1))
    return folder


def test_files_that_were_written_then_are_read(made_earlier: Path) -> None:
    one, two = MADE_EARLIER["codes"]
    for source in (Source.EARLIER, Source.OWN):
        keys = Keys.read(made_earlier, MADE_EARLIER["vault"], mend=True)
        assert keys.source is source
        assert {name: facts.state for name, facts in keys.holders.items()} == {
            "manager": HolderState.HOLDER,
            "founder": HolderState.HOLDER,
        }
        assert keys.fingerprint == MADE_EARLIER["fingerprint"]
        assert keys.unlock("manager", PASSPHRASE).epochs == {1}
        assert keys.unlock("founder", WORDS).epochs == {2}
        assert keys.unlock_by_recovery_code(one).epochs == {1}
        assert keys.unlock_by_recovery_code(two).epochs == {2}
        # The third beginning was cut off.
        assert keys.recovery.since == NOON + HOUR


@pytest.mark.parametrize("lost", ["recovery.json", "epoch-00000001.json", "epoch-00000002.json"])
def test_what_is_broken_of_them_is_said(made_earlier: Path, lost: str) -> None:
    (made_earlier / "keys" / lost).write_text("{")
    with pytest.raises(VaultProblem, match="vault_damaged"):
        Keys.read(made_earlier, MADE_EARLIER["vault"], mend=True)
    (made_earlier / "keys" / lost).write_text('{"format": 7}')
    with pytest.raises(VaultProblem, match="vault_version"):
        Keys.read(made_earlier, MADE_EARLIER["vault"], mend=True)
    assert len(list((made_earlier / "keys").iterdir())) == len(MADE_EARLIER["files"])


@pytest.mark.parametrize("lost", ["recovery", "epoch"])
def test_what_is_missing_of_them_is_said(made_earlier: Path, lost: str) -> None:
    for path in (made_earlier / "keys").glob(f"{lost}*"):
        path.unlink()
    with pytest.raises(VaultProblem, match="vault_damaged"):
        Keys.read(made_earlier, MADE_EARLIER["vault"], mend=True)


def test_a_full_disk_keeps_no_vault_of_that_time_shut(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier(house)

    def full(*_: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(files, "put", full)
        house.open()
        assert opens(house, house.unlock()) == {0}
        house.vault.close()
        assert len(list((house.folder / "keys").iterdir())) == 6
    house.open()
    assert not (house.folder / "keys").exists()
    assert opens(house, house.unlock()) == {0}


def test_a_passphrase_in_latin_letters_from_that_time_still_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was taken as it was typed; today's reading of it is another."""
    typed = "Kinyoubi tsuzuku  Aozora"
    house = House(tmp_path / "vault")
    house.found()
    with monkeypatch.context() as patch:
        patch.setattr(sealing, "folded", lambda words: plain(words).encode())
        house.vault.keys.change_passphrase("manager", PASSPHRASE, typed, cost=CHEAP)
    house.vault.unlock("manager", typed).close()
    with pytest.raises(VaultProblem, match="wrong_passphrase"):
        house.vault.unlock("manager", "きんようび つづく あおぞら")
    house.vault.keys.change_passphrase("manager", typed, typed, cost=CHEAP)
    house.vault.unlock("manager", "きんようび つづく あおぞら").close()
    house.vault.close()


# The copy ------------------------------------------------------------------------------------


class Copied:
    """A vault with a copy of its keyring."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.own = house.folder / "keyring.json"
        self.copy = house.folder.parent / "configuration" / "keyring.json"
        self.copy.parent.mkdir()
        house.vault.close()
        self.open()

    def open(self) -> Vault:
        house = self.house
        house.vault.close()
        house.vault = Vault.open(
            house.folder, clock=lambda: house.now, timing=house.timing, keys_copy=self.copy
        )
        return house.vault

    def notes(self) -> list[NoteKind]:
        return [note.kind for note in self.open().notes]

    def change(self) -> None:
        self.house.vault.keys.make(NewHolder("x", WORDS), sees=True, now=self.house.now, cost=CHEAP)


@pytest.fixture
def copied(house: House) -> Copied:
    return Copied(house)


def test_the_copy_follows_every_change(copied: Copied) -> None:
    assert copied.copy.read_bytes() == copied.own.read_bytes()
    assert copied.copy.stat().st_mode & 0o777 == 0o600
    before = copied.copy.read_bytes()
    copied.change()
    assert copied.copy.read_bytes() == copied.own.read_bytes() != before


def test_a_new_vault_has_a_copy_from_the_beginning(tmp_path: Path) -> None:
    copy = tmp_path / "keyring.json"
    Vault.create(
        tmp_path / "vault",
        holder=NewHolder("manager", PASSPHRASE),
        recovery_code=new_recovery_code(),
        now=NOON,
        cost=CHEAP,
        keys_copy=copy,
    ).close()
    assert copy.read_bytes() == (tmp_path / "vault" / "keyring.json").read_bytes()


@pytest.mark.parametrize("harm", [None, b"", b"{}", b'{"format": 2}'])
def test_it_serves_where_the_vaults_own_is_missing_or_broken(
    copied: Copied, harm: bytes | None
) -> None:
    copied.change()
    copied.house.record(1)
    copied.house.vault.close()
    data = copied.own.read_bytes()
    copied.own.unlink()
    if harm is not None:
        copied.own.write_bytes(harm)
    assert copied.notes() == [NoteKind.KEYS_FROM_COPY]
    assert opens(copied.house, copied.house.unlock()) == {0}
    assert copied.own.read_bytes() == data
    aside = copied.house.folder / "keyring.aside"
    assert (aside.read_bytes() if aside.exists() else None) == harm
    assert copied.notes() == []


def test_what_is_whole_is_never_replaced_by_a_copy(copied: Copied) -> None:
    """Not even by one that somebody else made, of this very vault."""
    old = copied.copy.read_bytes()
    copied.change()
    new = copied.own.read_bytes()
    copied.copy.write_bytes(old)
    assert copied.notes() == []
    assert copied.own.read_bytes() == copied.copy.read_bytes() == new


def test_the_copy_of_another_vault_serves_for_none(copied: Copied, tmp_path: Path) -> None:
    other = House(tmp_path / "other")
    other.found()
    other.vault.close()
    shutil.copy(tmp_path / "other" / "keyring.json", copied.copy)
    copied.house.vault.close()
    data = copied.own.read_bytes()
    copied.own.unlink()
    with pytest.raises(VaultProblem, match="vault_damaged"):
        copied.open()
    assert copied.copy.read_bytes() == (tmp_path / "other" / "keyring.json").read_bytes()
    copied.own.write_bytes(data)
    copied.open()
    copied.change()
    # It may be the only one that vault has.
    assert copied.copy.read_bytes() == (tmp_path / "other" / "keyring.json").read_bytes()


def test_a_copy_that_is_broken_or_missing_is_made_anew(copied: Copied) -> None:
    for harm in (b"{", b"[]", b'{"vault": "cd", "checksum": ""}', None):
        copied.copy.unlink()
        if harm is not None:
            copied.copy.write_bytes(harm)
        assert copied.notes() == []
        assert copied.copy.read_bytes() == copied.own.read_bytes()


def test_a_copy_that_cannot_be_written_keeps_no_change_back(copied: Copied) -> None:
    shutil.rmtree(copied.copy.parent)
    copied.change()
    assert "x" in copied.house.vault.keys.holders
    assert copied.notes() == []
    assert "x" in copied.house.vault.keys.holders
    copied.copy.parent.mkdir()
    assert copied.notes() == []
    assert copied.copy.read_bytes() == copied.own.read_bytes()


def test_a_disk_that_fails_is_no_reason_to_take_the_copy(
    copied: Copied, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied.house.vault.close()
    real = Path.read_bytes

    def failing(path: Path) -> bytes:
        if path == copied.own:
            raise OSError(5, "failing")
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", failing)
        with pytest.raises(VaultProblem, match="vault_failing"):
            copied.open()
    assert copied.notes() == []


def test_a_disk_that_was_away_for_a_moment_keeps_its_own_keys(
    copied: Copied, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = copied.copy.read_bytes()
    copied.change()
    copied.house.vault.close()
    new = copied.own.read_bytes()
    copied.copy.write_bytes(old)
    real, away = Path.read_bytes, [copied.own]

    def reads(path: Path) -> bytes:
        if path in away:
            away.clear()
            raise FileNotFoundError
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", reads)
        with pytest.raises(VaultProblem, match="vault_missing"):
            copied.open()
    assert copied.notes() == []
    assert copied.own.read_bytes() == copied.copy.read_bytes() == new


def test_a_folder_that_cannot_be_listed_is_not_taken_for_an_empty_one(
    made_earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_: Path) -> None:
        raise OSError(5, "failing")

    monkeypatch.setattr(Path, "iterdir", failing)
    with pytest.raises(OSError, match="failing"):
        Keys.read(made_earlier, MADE_EARLIER["vault"], mend=True)


def test_where_the_copy_serves_and_the_disk_is_full_it_serves_again(
    copied: Copied, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied.house.vault.close()
    copied.own.unlink()

    def full(*_: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(files, "put", full)
        for _ in range(2):
            assert copied.notes() == [NoteKind.KEYS_FROM_COPY]
            copied.house.unlock().close()
        assert not copied.own.exists()
    copied.change()
    assert copied.notes() == []


def test_a_public_key_that_was_exchanged_in_the_copy_is_noticed(copied: Copied) -> None:
    copied.house.vault.close()
    with tampered(copied.copy.parent) as content:
        content["epochs"][0]["public"] = content["recovery"][0]["public"]
    copied.own.unlink()
    assert copied.notes() == [NoteKind.KEYS_FROM_COPY]
    with pytest.raises(VaultProblem, match="vault_key_changed"):
        copied.house.unlock()
