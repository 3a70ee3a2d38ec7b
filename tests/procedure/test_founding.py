"""Setting a site up, and taking one up again."""

from pathlib import Path

import pytest

from custom_components.kuma_bouhan.guideline.custody import FIRST_WAIT, FREE_FAILURES
from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.people import ITSELF, Actor, Door, Role
from custom_components.kuma_bouhan.procedure import founding
from custom_components.kuma_bouhan.records.acts import UnlockFailed, VaultFinding
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.vault.sealing import NewHolder
from custom_components.kuma_bouhan.vault.vault import Vault

from .conftest import CHEAP, MANAGER, NOON, PASSPHRASE, STRANGER, TOKYO, World


@pytest.fixture
def plot(tmp_path: Path) -> World:
    """Ground on which nothing stands."""
    (tmp_path / "config").mkdir()
    return World(tmp_path)


def test_one_act_appoints_one_person_to_all_three_roles_at_home(plot: World) -> None:
    plot.found()
    plot.start()
    roles = plot.desk.registers.roles_of("manager", NOON)
    assert roles == {Role.SITE_OWNER, Role.MANAGER, Role.OPERATOR}
    assert [entry.phase for entry in plot.acts("site_set_up")] == [Phase.ORDERED, Phase.DONE]
    plot.stop()


def test_founding_says_what_goes_on_paper(plot: World) -> None:
    founded = plot.found()
    plot.start()
    assert founded.vault_id == plot.vault.id == plot.desk.registers.vault_id
    assert founded.fingerprint == plot.vault.fingerprint
    plot.stop()


def test_a_founding_that_fails_leaves_nothing_behind(plot: World) -> None:
    plot.days = 99
    with pytest.raises(Problem):
        plot.found()
    plot.days = 7
    plot.vault_path.mkdir()
    (plot.vault_path / "somebody elses").touch()
    with pytest.raises(Problem):
        plot.found()
    assert not plot.book_path.exists()
    assert founding.look(plot.book_path) is None


def test_a_founding_that_fails_late_leaves_no_keys_behind(
    plot: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise Problem("book_full")

    copy = founding.keys_copy(plot.book_path)
    with monkeypatch.context() as patch:
        patch.setattr(founding, "not_noted", fails)
        for before in (None, b"another vault's"):
            if before is not None:
                copy.parent.mkdir(exist_ok=True)
                copy.write_bytes(before)
            with pytest.raises(Problem):
                plot.found()
            assert not plot.vault_path.exists()
            assert not plot.book_path.exists()
            assert (copy.read_bytes() if copy.exists() else None) == before
    plot.found()
    assert copy.read_bytes() == (plot.vault_path / "keyring.json").read_bytes()
    assert copy.with_suffix(".aside").read_bytes() == b"another vault's"


def test_neither_passphrase_nor_code_nor_names_stand_in_the_plan_that_is_logged(
    plot: World,
) -> None:
    plot.found()
    plot.start()
    text = plot.book_path.read_bytes()
    assert PASSPHRASE.encode() not in text
    assert plot.code.encode() not in text
    plot.stop()


def test_a_site_that_was_here_before_is_found(plot: World) -> None:
    plot.found()
    found = founding.look(plot.book_path)
    assert found is not None
    assert (found.site, found.vault) == ("ab" * 16, plot.vault_path)


@pytest.mark.parametrize("secret", ["passphrase", "code"])
def test_whoever_holds_its_secret_takes_a_site_up_again(plot: World, secret: str) -> None:
    plot.found()
    moved = plot.vault_path.rename(plot.folder / "moved")
    settings = founding.adopt(
        plot.book_path,
        moved,
        actor=STRANGER,
        secret=PASSPHRASE if secret == "passphrase" else plot.code,
        now=plot.machine.now,
        zone=TOKYO,
    )
    assert settings.facility == "水前寺の家"
    found = founding.look(plot.book_path)
    assert found is not None
    assert found.vault == moved


def test_without_its_secret_nobody_takes_a_site_up(plot: World) -> None:
    plot.found()
    with pytest.raises(Problem):
        adopt(plot, "guess")


def test_guessing_at_a_site_that_was_here_waits_whoever_guesses(plot: World) -> None:
    """Taking the integration out of Home Assistant opens no door where guesses cost nothing."""
    plot.found()
    for number in range(FREE_FAILURES):
        with pytest.raises(Problem, match="wrong_recovery_code"):
            adopt(plot, "guess", Actor(f"a user made for it {number}", Door.FLOW))
    plot.machine.pass_time(FIRST_WAIT / 2)
    with pytest.raises(Problem, match="unlock_wait") as problem:
        adopt(plot, PASSPHRASE)
    assert problem.value.placeholders == {"seconds": "15"}
    plot.machine.pass_time(FIRST_WAIT / 2)
    with pytest.raises(Problem, match="wrong_recovery_code"):
        adopt(plot, "guess", STRANGER)
    plot.machine.pass_time(2 * FIRST_WAIT)
    adopt(plot, PASSPHRASE, STRANGER)
    plot.start()
    counts = [e.act.count for e in plot.acts("unlock_failed") if isinstance(e.act, UnlockFailed)]
    assert counts == [1, 2, 3, 4, 5, 6]
    assert STRANGER.user_id not in plot.desk.registers.custody.failures
    plot.stop()


def test_who_only_signs_takes_no_site_up(plot: World) -> None:
    plot.found()
    vault = Vault.open(plot.vault_path, clock=plot.machine.now)
    owner = NewHolder("owner", "the words of a site owner")
    vault.keys.make(owner, sees=False, now=NOON, cost=CHEAP)
    vault.close()
    with pytest.raises(Problem) as problem:
        adopt(plot, owner.passphrase)
    assert problem.value.key == "wrong_recovery_code"
    adopt(plot, PASSPHRASE)


def test_the_copy_of_the_keys_lies_beside_the_book_and_serves(plot: World) -> None:
    plot.found()
    own, copy = plot.vault_path / "keyring.json", founding.keys_copy(plot.book_path)
    assert copy.parent == plot.book_path.parent
    assert copy.read_bytes() == own.read_bytes()
    own.unlink()
    with pytest.raises(Problem):
        adopt(plot, "guess")
    assert own.read_bytes() == copy.read_bytes()
    adopt(plot, PASSPHRASE)
    plot.start()
    (found,) = plot.acts("vault_finding")
    assert found.act == VaultFinding(finding="keys_from_copy")
    assert found.actor == ITSELF
    plot.stop()


def adopt(plot: World, secret: str, actor: Actor = MANAGER) -> None:
    founding.adopt(
        plot.book_path,
        plot.vault_path,
        actor=actor,
        secret=secret,
        now=plot.machine.now,
        zone=TOKYO,
    )


def test_another_vault_than_the_books_is_not_taken_up(plot: World, tmp_path: Path) -> None:
    plot.found()
    other = World(tmp_path / "other")
    (other.folder / "config").mkdir(parents=True)
    other.found()
    with pytest.raises(Problem) as problem:
        founding.adopt(
            plot.book_path,
            other.vault_path,
            actor=MANAGER,
            secret=PASSPHRASE,
            now=plot.machine.now,
            zone=TOKYO,
        )
    assert problem.value.key == "another_vault"


def test_a_removal_is_entered(plot: World) -> None:
    plot.found()
    founding.enter_removal(plot.book_path, now=NOON, zone=TOKYO)
    found = founding.look(plot.book_path)
    assert found is not None
    assert found.registers.removed
