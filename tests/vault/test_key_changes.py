"""Every change of keys is done or not done, wherever the disk refuses, the power is cut or the process killed.

What somebody can open is asked of the vault itself: each secret that there ever was is tried on it.
"""

from collections.abc import Callable, Iterator
import errno
from pathlib import Path
import random
import shutil

import pytest

from custom_components.kuma_bouhan.vault import slots as slots_module, wraps as wraps_module
from custom_components.kuma_bouhan.vault.keys import Keys
from custom_components.kuma_bouhan.vault.notes import NoteKind
from custom_components.kuma_bouhan.vault.opened import Opened
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from custom_components.kuma_bouhan.vault.sealing import NewHolder
from custom_components.kuma_bouhan.vault.vault import Vault

from ..faults import Fault, Pulled
from ..oscalls import Call, watched
from ..platter import Platter
from .conftest import CHEAP, PASSPHRASE, House
from .earlier import set_back
from .key_crasher import TURNS, code, passphrase
from .pieces import NOON
from .test_kill import Lives

WORDS, NEW = "ほかの ことば が ここ に ならぶ", "correct horse battery staple"
CODE = code(99)
"""What a change puts in force."""

type Change = Callable[[Keys], object]
type Able = dict[str, frozenset[int] | None]
"""The epochs that each secret opens; None: no more, or not yet."""


def _by(keys: Keys, change: Callable[..., object]) -> object:
    with keys.unlock("manager", PASSPHRASE) as opened:
        return change(opened)


CHANGES: dict[str, Change] = {
    "make": lambda keys: keys.make(NewHolder("new", NEW), sees=True, now=NOON, cost=CHEAP),
    "sign": lambda keys: keys.make(NewHolder("new", NEW), sees=False, now=NOON, cost=CHEAP),
    "admit": lambda keys: _by(keys, lambda opened: keys.admit("waiting", opened)),
    "remove": lambda keys: keys.remove("operator", keep_signing=False, now=NOON),
    "keep signing": lambda keys: keys.remove("operator", keep_signing=True, now=NOON),
    "passphrase": lambda keys: keys.change_passphrase("manager", PASSPHRASE, NEW, cost=CHEAP),
    "code": lambda keys: _by(keys, lambda opened: keys.new_recovery(opened, CODE, now=NOON)),
    "begin": lambda keys: keys.begin_epoch(NewHolder("new", NEW), CODE, now=NOON, cost=CHEAP),
    "retire": lambda keys: keys.retire({1}),
}


def able(keys: Keys, first_code: str) -> Able:
    """Return what each secret opens."""
    found: Able = {}
    for holder, words in (
        ("manager", PASSPHRASE),
        ("manager", NEW),
        ("operator", WORDS),
        ("waiting", WORDS),
        ("new", NEW),
    ):
        try:
            with keys.unlock(holder, words) as opened:
                found[f"{holder} {words}"] = opened.epochs
        except VaultProblem as problem:
            assert problem.key in {"wrong_passphrase", "key_missing"}  # noqa: PT017
            found[f"{holder} {words}"] = None
    for secret in (first_code, CODE):
        try:
            with keys.unlock_by_recovery_code(secret) as opened:
                found[secret] = opened.epochs
        except VaultProblem as problem:
            assert problem.key == "wrong_recovery_code"  # noqa: PT017
            found[secret] = None
    return found


def is_open_to_somebody(keys: Keys, can: Able) -> bool:
    """Say whether a passphrase and a code open what is recorded now."""
    codes = {CODE, *(secret for secret in can if "-" in secret)}
    newest = keys.current.number
    return all(
        any(newest in (opened or ()) for secret, opened in can.items() if (secret in codes) is by)
        for by in (True, False)
    )


class Place:
    """A copy of the model: the vault and, unless it is to do without, the copy of its keys, on one disk."""

    def __init__(self, model: House, root: Path, *, copied: bool = True) -> None:
        self.root = root
        self.copied = copied
        self.code = model.code
        if not root.exists():
            shutil.copytree(model.folder.parent, root)

    def open(self) -> Vault:
        copy = self.root / "keyring.json" if self.copied else None
        return Vault.open(self.root / "vault", clock=lambda: NOON, keys_copy=copy)

    def able(self) -> Able:
        """Open the vault and say what opens what; nobody is ever locked out."""
        vault = self.open()
        try:
            can = able(vault.keys, self.code)
            assert is_open_to_somebody(vault.keys, can)
            return can
        finally:
            vault.close()


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Make a vault with a manager, an operator, a second epoch, and somebody who waits; closed, to be copied."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (slots_module, wraps_module):
            patch.setattr(module, "FIRST_RECORDS", 8)
            patch.setattr(module, "_STEP", 8)
            patch.setattr(module, "_RESERVE", 4)
        house = House(tmp_path_factory.mktemp("keys") / "disk" / "vault")
        house.folder.parent.mkdir()
        house.found()
        house.vault.close()
        vault = Place(house, house.folder.parent).open()
        for holder in ("first", "operator", "waiting"):
            vault.keys.make(NewHolder(holder, WORDS), sees=True, now=NOON, cost=CHEAP)
        for holder in ("first", "operator"):
            _by(vault.keys, lambda opened, holder=holder: vault.keys.admit(holder, opened))
        vault.keys.remove("first", keep_signing=False, now=NOON)
        vault.close()
        yield house


class Expected:
    """What opens what before and after a change."""

    def __init__(self, model: House, folder: Path, change: Change) -> None:
        place = Place(model, folder / "expected")
        self.before = place.able()
        vault = place.open()
        change(vault.keys)
        self.after = able(vault.keys, model.code)
        vault.close()
        assert place.able() == self.after != self.before
        shutil.rmtree(place.root)


# A disk that refuses ------------------------------------------------------------------------

FAULTS: dict[str, Callable[[Path, int | None], Fault]] = {
    "full": lambda _, after: Fault(errno.ENOSPC, after, lasting=True),
    "read-only": lambda _, after: Fault(errno.EROFS, after, lasting=True),
    "broken once": lambda _, after: Fault(errno.EIO, after, lasting=False),
    "broken": lambda _, after: Fault(errno.EIO, after, lasting=True),
    "pulled": lambda root, after: Pulled(root / "vault", after),
}


def over(place: Place, change: Change, fault: Fault) -> tuple[bool, Able]:
    """Change keys over a disk that refuses; return whether it was said to be done, and what opens what then."""
    vault = place.open()
    with watched(place.root, fault.hear):
        try:
            change(vault.keys)
            done = True
        except VaultProblem:
            done = False
    fault.heal()
    can = able(vault.keys, place.code)
    vault.close()
    return done, can


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("changed", CHANGES)
def test_whatever_call_the_disk_refuses_a_change_is_done_or_not(
    model: House, tmp_path: Path, name: str, changed: str, thorough: bool
) -> None:
    change, expected = CHANGES[changed], Expected(model, tmp_path, CHANGES[changed])
    count = FAULTS[name](tmp_path / "count", None)
    assert over(Place(model, tmp_path / "count"), change, count) == (True, expected.after)
    outcomes = set()
    for after in range(0, count.counted, 1 if thorough or name == "broken once" else 2):
        place = Place(model, tmp_path / str(after))
        fault = FAULTS[name](place.root, after)
        done, can = over(place, change, fault)
        assert fault.struck
        outcomes.add(done)
        assert can == (expected.after if done else expected.before)
        found = place.able()
        if done:
            assert found == expected.after
        elif name in ("full", "read-only", "broken once"):
            # The disk took the old keyring back, or had never let go of it.
            assert found == expected.before
        else:
            assert found in (expected.before, expected.after)
        if found == expected.before:
            vault = place.open()
            change(vault.keys)
            vault.close()
            assert place.able() == expected.after
        shutil.rmtree(place.root)
    # What the vault's disk refuses is not done, what the copy's disk refuses is.
    assert outcomes == {False, True}


# A power cut --------------------------------------------------------------------------------

MOODS = (0.0, 0.5, 0.3, 0.7, 1.0)
"""How likely what is not synced is there after a cut; the first two where time is short."""


def cuts(root: Path, work: Callable[[], object], *, thorough: bool) -> Iterator[tuple[Path, bool]]:
    """Do some work; yield what cuts at each of its calls may leave, and whether it was done by then."""
    moods = MOODS if thorough else MOODS[:2]
    platter = Platter(root, ignored=lambda name: name.startswith("index."))
    chance, left = random.Random(4), list[Path]()

    def cut(mood: float) -> None:
        left.append(root.with_name(f"{root.name}-{len(left)}"))
        platter.leave(left[-1], lambda: chance.random() < mood)

    def hear(call: Call) -> None:
        platter.heard(call)
        if call.changes or call.name == "sync":
            for mood in moods:
                cut(mood)
        platter.synced(call)

    with watched(root, hear):
        work()
    done = len(left)
    for mood in moods:
        cut(mood)
    for number, folder in enumerate(left):
        yield folder, number >= done
        shutil.rmtree(folder)


@pytest.mark.parametrize("copied", [True, False])
@pytest.mark.parametrize("changed", CHANGES)
def test_wherever_the_power_is_cut_a_change_is_done_or_not(
    model: House, tmp_path: Path, changed: str, *, copied: bool, thorough: bool
) -> None:
    change, expected = CHANGES[changed], Expected(model, tmp_path, CHANGES[changed])
    place = Place(model, tmp_path / "disk", copied=copied)
    vault = place.open()
    seen = []
    for folder, done in cuts(place.root, lambda: change(vault.keys), thorough=thorough):
        can = Place(model, folder, copied=copied).able()
        assert can == expected.after if done else can in (expected.before, expected.after)
        seen.append(can)
    vault.close()
    assert expected.before in seen
    assert expected.after in seen


def test_a_cut_while_a_vault_of_an_earlier_time_is_opened_locks_nobody_out(
    model: House, tmp_path: Path, thorough: bool
) -> None:
    house = House(tmp_path / "disk" / "vault", code=model.code)
    house.folder.parent.mkdir()
    house.found()
    opened = house.unlock()
    house.vault.close()
    set_back(house.folder, opened)
    vaults: list[Vault] = []
    place = Place(model, house.folder.parent)
    for folder, done in cuts(place.root, lambda: vaults.append(place.open()), thorough=thorough):
        after = Place(model, folder)
        assert after.able()["manager " + PASSPHRASE] == {1}
        if done:
            assert not (folder / "vault" / "keys").exists()
    vaults[0].close()


def test_a_cut_while_the_copy_takes_the_place_of_the_keys_locks_nobody_out(
    model: House, tmp_path: Path, thorough: bool
) -> None:
    place = Place(model, tmp_path / "disk")
    before = place.able()
    (place.root / "vault" / "keyring.json").write_bytes(b"torn")
    vaults: list[Vault] = []
    for folder, _ in cuts(place.root, lambda: vaults.append(place.open()), thorough=thorough):
        assert Place(model, folder).able() == before
    assert [note.kind for note in vaults[0].notes] == [NoteKind.KEYS_FROM_COPY]
    vaults[0].close()


# A process that is killed -------------------------------------------------------------------

ROUNDS = 12


@pytest.mark.timeout(180)
def test_whenever_it_is_killed_a_secret_counts_or_the_one_before(tmp_path: Path) -> None:
    chance = random.Random(20261123)
    house = House(tmp_path / "vault", code=code(0))
    house.found()
    house.vault.keys.change_passphrase("manager", PASSPHRASE, passphrase(0), cost=CHEAP)
    house.vault.close()
    place = Place(house, tmp_path)
    lives = Lives(tmp_path, "tests.vault.key_crasher")
    known, sealed, removed = 0, 0, 1
    changes = 0
    for number in range(ROUNDS):
        for word, *values in lives.cut_short(number * TURNS + known, chance):
            changes += 1
            if word == "passphrase":
                known = int(values[0])
            elif word == "code":
                sealed = int(values[0])
            elif word == "removed":
                removed = int(values[0])
        vault = place.open()
        assert vault.notes == ()
        assert vault.keys.current.number in (removed, removed + 1)
        removed = vault.keys.current.number
        known, sealed = that_count(vault, known, sealed)
        with vault.unlock("manager", passphrase(known)) as opened:
            assert vault.keys.current.number in opened.epochs
        if "operator" in vault.keys.holders:
            vault.keys.remove("operator", keep_signing=False, now=NOON)
            removed = vault.keys.current.number
        vault.close()
    lives.end()
    assert changes > 5 * ROUNDS
    assert known > ROUNDS


def that_count(vault: Vault, known: int, sealed: int) -> tuple[int, int]:
    """Return the numbers of the passphrase and the code that count."""
    return (
        the_one(known, lambda number: vault.unlock("manager", passphrase(number))),
        the_one(sealed, lambda number: vault.unlock_by_recovery_code(code(number))),
    )


def the_one(last: int, opens: Callable[[int], Opened]) -> int:
    """Return the number of the secret that counts: the last that was said to, or the next."""
    found = []
    for number in (last, last + 1):
        try:
            opens(number).close()
            found.append(number)
        except VaultProblem as problem:
            assert problem.key.startswith("wrong_")  # noqa: PT017
    (one,) = found
    return one
