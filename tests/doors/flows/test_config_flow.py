"""Setting a site up, walked over HTTP, with a real vault and book."""

from pathlib import Path
from typing import Any

from homeassistant import config_entries
from homeassistant.config_entries import ConfigEntryState
from homeassistant.util import dt as dt_util
import pytest

from custom_components.kuma_bouhan.const import CONF_SETTINGS, CONF_SITE, CONF_VAULT, DOMAIN
from custom_components.kuma_bouhan.flows import place
from custom_components.kuma_bouhan.guideline.assessment import Assessment
from custom_components.kuma_bouhan.guideline.people import ITSELF, Role
from custom_components.kuma_bouhan.guideline.settings import CaptureMode, Profile, SiteSettings
from custom_components.kuma_bouhan.procedure import assessments, founding
from custom_components.kuma_bouhan.records.acts import SiteSetUp
from custom_components.kuma_bouhan.records.book import Book
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.vault.vault import Vault

from ..conftest import NOON, PASSPHRASE, House
from .conftest import (
    DUTIES,
    FACILITY,
    NECESSITY,
    PARTICULARS,
    PURPOSE,
    REQUESTS,
    TWICE,
    Mount,
    home,
    last_group,
    said,
    set_up_home,
)
from .person import Person

pytestmark = pytest.mark.freeze_time(NOON)


async def opened_by(house: House, **secret: str) -> bool:
    """Say whether a passphrase or a code opens the vault, which has to be closed."""

    def try_it() -> bool:
        vault = Vault.open(house.vault_path, clock=dt_util.utcnow)
        try:
            if code := secret.get("code"):
                vault.unlock_by_recovery_code(code).close()
            else:
                vault.unlock(house.owner.id, secret["passphrase"]).close()
        finally:
            vault.close()
        return True

    return await house.hass.async_add_executor_job(try_it)


def nothing_was_written(house: House) -> bool:
    return not house.vault_path.exists() and not house.book_path.parent.exists()


# --- Setting up


async def test_a_home_is_set_up_on_one_page(empty_house: House, owner: Person) -> None:
    flow = await owner.add_site()
    assert (flow.kind, flow.step) == ("menu", "user")
    assert flow.at["menu_options"] == ["home", "small_building", "association"]
    await flow.choose("home")
    assert flow.suggested["name"] == empty_house.owner.name
    assert flow.suggested["duties"] == DUTIES | {"sign_days": 365}
    folded = [part["name"] for part in flow.at["data_schema"] if part.get("expanded") is False]
    assert folded == ["particulars", "duties", "advanced"]
    # What must be chosen the page chooses by itself.
    (view,) = [part for part in flow.at["data_schema"] if part["name"] == "view"]
    assert not view.get("required") and flow.suggested["view"] is None
    proposed = flow.suggested["advanced"]["vault"]
    assert proposed == str(empty_house.folder / "kuma_bouhan_vault")

    await flow.answer(**home(empty_house))
    assert (flow.step, flow.errors) == ("recovery", {})
    assert "words" not in flow.blanks
    code = flow.blanks["code"]
    assert nothing_was_written(empty_house)

    await flow.answer(last_group=last_group(flow))
    assert flow.kind == "create_entry"
    await empty_house.settle()
    entry = empty_house.hass.config_entries.async_entries(DOMAIN)[0]
    assert entry.state is ConfigEntryState.LOADED
    assert entry.title == empty_house.hass.config.location_name
    settings = SiteSettings.from_dict(entry.data[CONF_SETTINGS])
    assert (settings.profile, settings.retention_days) == (Profile.HOME, 7)
    assert (settings.sign_days, settings.purpose) == (365, PARTICULARS["purpose"])
    assert entry.data[CONF_VAULT] == str(empty_house.vault_path)
    assert len(bytes.fromhex(entry.data[CONF_SITE])) == 16

    await empty_house.hass.config_entries.async_unload(entry.entry_id)
    assert await opened_by(empty_house, passphrase=PASSPHRASE)
    assert await opened_by(empty_house, code=code)


async def test_the_person_at_home_holds_all_three_roles_and_ordered_the_camera(
    empty_house: House, owner: Person
) -> None:
    await set_up_home(empty_house, owner)
    desk = empty_house.site.desk
    assert desk.registers.roles_of(empty_house.owner.id, desk.clock.now()) == {
        Role.SITE_OWNER,
        Role.MANAGER,
        Role.OPERATOR,
    }
    (subentry,) = empty_house.entry.subentries.values()
    assert subentry.title == "Gate camera"
    assert subentry.data["source"] == empty_house.source("gate").id
    # This camera of the test gives no stream, so it is to give stills.
    assert subentry.data["mode"] is CaptureMode.STILLS
    ordered, done = empty_house.acts("camera_added")
    assert (ordered.phase, done.phase) == (Phase.ORDERED, Phase.DONE)
    assert done.actor.user_id == ordered.actor.user_id == empty_house.owner.id
    assert list(empty_house.site.cameras) == [subentry.unique_id]


async def test_what_was_answered_about_the_first_camera_stands_in_the_book_with_it(
    empty_house: House, owner: Person
) -> None:
    await set_up_home(empty_house, owner)
    (camera,) = empty_house.site.cameras
    assert empty_house.site.cameras[camera].settings.view == "門の前の道路"
    ordered, done = empty_house.acts("camera_assessed")
    assert (ordered.phase, done.phase) == (Phase.ORDERED, Phase.DONE)
    assert done.actor.user_id == empty_house.owner.id
    (answered,) = await assessments.editions(empty_house.site.desk, camera)
    assert answered.answers == Assessment(view="門の前の道路", **NECESSITY, **PARTICULARS)


async def test_who_chooses_no_passphrase_is_given_six_words_that_open_the_vault(
    empty_house: House, owner: Person
) -> None:
    flow = await (await owner.add_site()).choose("home")
    answers = home(empty_house)
    del answers["passphrase"], answers["passphrase_again"]
    await flow.answer(**answers)
    assert flow.step == "recovery_words"
    words = flow.blanks["words"]
    assert len(words.split()) == 6
    assert (await flow.look_again()).blanks["words"] == words
    await flow.answer(last_group=last_group(flow))
    await empty_house.settle()
    entry = empty_house.hass.config_entries.async_entries(DOMAIN)[0]
    await empty_house.hass.config_entries.async_unload(entry.entry_id)
    assert await opened_by(empty_house, passphrase=words)


async def test_words_and_proposals_are_in_the_language_of_the_house(
    empty_house: House, owner: Person
) -> None:
    empty_house.hass.config.language = "ja"
    flow = await (await owner.add_site()).choose("association")
    assert flow.suggested["manager_title"] == "会長"
    await flow.answer(**FACILITY)
    assert "犯罪を防止する" in flow.suggested["purpose"]
    await flow.answer(**PURPOSE)
    await flow.answer(retention_days=7)
    await flow.answer(**said(REQUESTS))
    await flow.answer(vault=str(empty_house.vault_path))
    await flow.answer()
    assert "あ" <= flow.blanks["words"][0] <= "ん"


async def test_a_building_is_set_up_page_by_page(empty_house: House, owner: Person) -> None:
    flow = await (await owner.add_site()).choose("small_building")
    assert flow.step == "facility"
    await flow.answer(**FACILITY)
    assert flow.step == "purpose"
    await flow.answer(**PURPOSE)
    assert (flow.step, flow.suggested) == ("retention", {"retention_days": 7})
    await flow.answer(retention_days=10)
    assert (flow.step, flow.suggested) == ("requests", REQUESTS)
    await flow.answer(**said(REQUESTS) | {"approver": "site_owner", "written_request": False})
    assert flow.step == "vault"
    await flow.answer(vault=str(empty_house.vault_path))
    assert flow.step == "passphrase"
    await flow.answer(**TWICE)
    assert flow.step == "recovery"
    assert nothing_was_written(empty_house)
    await flow.answer(last_group=last_group(flow))
    await empty_house.settle()

    entry = empty_house.hass.config_entries.async_entries(DOMAIN)[0]
    settings = SiteSettings.from_dict(entry.data[CONF_SETTINGS])
    assert settings == SiteSettings(
        profile=Profile.SMALL_BUILDING,
        retention_days=10,
        approver=Role.SITE_OWNER,
        written_request=False,
        **{key: value for key, value in (FACILITY | PURPOSE).items() if key != "name"},  # type: ignore[arg-type]
    )
    desk = entry.runtime_data.desk
    assert desk.registers.settings == settings
    assert desk.registers.roles_of(empty_house.owner.id, NOON) == {Role.SITE_OWNER, Role.MANAGER}
    (manager,) = desk.registers.holders(Role.MANAGER, desk.clock.now())
    assert (manager.name, manager.title) == ("熊本 花子", "理事長")
    assert not entry.subentries


# --- Bad answers are met in the form


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"name": " "}, {"name": "text_missing"}),
        ({"view": " "}, {"view": "text_missing"}),
        ({"necessity": {}}, {"necessity": "text_missing"}),
        ({"necessity": NECESSITY | {"milder": ""}}, {"necessity": "text_missing"}),
        ({"duties": said(DUTIES | {"sign_days": 0})}, {"duties": "sign_days_out_of_range"}),
        ({"passphrase_again": "another one"}, {"passphrase_again": "passphrases_differ"}),
        ({"camera": "camera.nobody"}, {"camera": "camera_not_found"}),
        ({"advanced": {"vault": "vault"}}, {"advanced": "place_not_absolute"}),
    ],
)
async def test_a_bad_answer_at_home_is_named_and_what_was_typed_stays(
    empty_house: House, owner: Person, changes: dict[str, Any], errors: dict[str, str]
) -> None:
    flow = await (await owner.add_site()).choose("home")
    typed = home(empty_house, **changes)
    await flow.answer(**typed)
    assert (flow.step, flow.errors) == ("home", errors)
    assert flow.suggested["camera"] == typed["camera"]
    assert flow.suggested["advanced"] == typed["advanced"]
    assert flow.suggested["passphrase"] is None
    assert nothing_was_written(empty_house)
    await flow.answer(**home(empty_house))
    assert flow.step == "recovery"


async def test_bad_answers_of_a_building_are_named_page_by_page(
    empty_house: House, owner: Person
) -> None:
    flow = await (await owner.add_site()).choose("association")
    await flow.answer(**FACILITY | {"facility": "", "manager_title": "x" * 201})
    assert flow.errors == {"facility": "text_missing", "manager_title": "text_too_long"}
    assert flow.suggested["owner_name"] == "水前寺ハイツ管理組合"
    await flow.answer(**FACILITY)
    await flow.answer(**PURPOSE | {"contact": " "})
    assert flow.errors == {"contact": "text_missing"}
    await flow.answer(**PURPOSE)
    await flow.answer(retention_days=60)
    assert flow.errors == {"retention_days": "retention_out_of_range"}
    assert (flow.blanks["shortest"], flow.blanks["longest"]) == ("1", "30")
    await flow.answer(retention_days=7)
    await flow.answer(**said(REQUESTS | {"duties": DUTIES | {"closing_days": 366}}))
    assert flow.errors == {"duties": "closing_days_out_of_range"}
    assert flow.blanks["longest_closing_days"] == "365"
    await flow.answer(**said(REQUESTS))
    await flow.answer(vault=empty_house.hass.config.path("vault"))
    assert flow.errors == {"vault": "place_in_configuration"}
    assert flow.blanks["folder"] == empty_house.hass.config.path("vault")
    await flow.answer(vault=str(empty_house.vault_path))
    await flow.answer(passphrase="水前寺ハイツ管理組合", passphrase_again="水前寺ハイツ管理組合")
    assert flow.errors == {"passphrase": "passphrase_short"}
    weak = "水前寺ハイツ管理組合 2026"
    await flow.answer(passphrase=weak, passphrase_again=weak)
    assert flow.errors == {"passphrase": "passphrase_guessable"}
    await flow.answer(**TWICE)
    assert flow.step == "recovery"


async def test_the_recovery_code_has_to_be_written_down(empty_house: House, owner: Person) -> None:
    flow = await (await owner.add_site()).choose("home")
    await flow.answer(**home(empty_house))
    code = flow.blanks["code"]
    await flow.answer(last_group=code.split("-")[0])
    assert (flow.step, flow.errors) == ("recovery", {"last_group": "group_differs"})
    assert flow.blanks["code"] == code
    assert nothing_was_written(empty_house)


async def test_memory_is_no_place_for_a_vault(
    empty_house: House, owner: Person, mount: Mount
) -> None:
    mount(empty_house.folder, "tmpfs")
    flow = await (await owner.add_site()).choose("home")
    await flow.answer(**home(empty_house))
    assert flow.errors == {"advanced": "place_in_memory"}


async def test_a_weaker_place_has_to_be_accepted_doubt_by_doubt(
    empty_house: House, owner: Person, mount: Mount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "SUPERVISED_BACKUPS", (empty_house.folder,))
    empty_house.hass.config.components.add("hassio")
    mount(empty_house.folder, "nfs4")
    flow = await (await owner.add_site()).choose("home")
    await flow.answer(**home(empty_house))
    assert (flow.kind, flow.step) == ("menu", "doubt_file_system")
    assert flow.blanks["file_system"] == "nfs4"
    assert (await flow.look_again()).step == "doubt_file_system"
    await flow.choose("accept_doubt")
    assert flow.step == "doubt_backup"
    assert (await flow.look_again()).step == "doubt_backup"
    await flow.choose("vault")
    assert (flow.step, flow.suggested) == ("vault", {"vault": str(empty_house.vault_path)})
    mount(Path("/"), "overlay")
    monkeypatch.setattr(place, "SUPERVISED_BACKUPS", ())
    await flow.answer(vault=str(empty_house.vault_path))
    assert flow.step == "doubt_container"
    assert (await flow.look_again()).step == "doubt_container"
    await flow.choose("accept_doubt")
    assert flow.step == "recovery"
    await flow.answer(last_group=last_group(flow))
    assert flow.kind == "create_entry"


# --- Founding that fails


async def test_when_the_folder_fills_meanwhile_it_is_asked_for_anew_and_the_code_stands(
    empty_house: House, owner: Person
) -> None:
    flow = await (await owner.add_site()).choose("home")
    await flow.answer(**home(empty_house))
    code = flow.blanks["code"]
    empty_house.vault_path.mkdir()
    (empty_house.vault_path / "somebody elses").touch()
    await flow.answer(last_group=last_group(flow))
    assert (flow.step, flow.errors) == ("vault", {"vault": "vault_not_empty"})
    assert not empty_house.book_path.parent.exists()
    assert [path.name for path in empty_house.vault_path.iterdir()] == ["somebody elses"]
    await flow.answer(vault=str(empty_house.folder / "elsewhere"))
    assert (flow.step, flow.blanks["code"]) == ("recovery", code)
    await flow.answer(last_group=last_group(flow))
    assert flow.kind == "create_entry"


async def test_when_the_book_cannot_be_made_nothing_is_left_behind(
    empty_house: House, owner: Person
) -> None:
    empty_house.book_path.parent.touch()
    flow = await (await owner.add_site()).choose("home")
    await flow.answer(**home(empty_house))
    code = flow.blanks["code"]
    await flow.answer(last_group=last_group(flow))
    assert (flow.step, flow.errors) == ("recovery", {"base": "book_not_writable"})
    assert flow.blanks["code"] == code
    assert flow.blanks["reason"]
    assert not empty_house.vault_path.exists()
    empty_house.book_path.parent.unlink()
    await flow.answer(last_group=last_group(flow))
    assert flow.kind == "create_entry"


async def test_when_the_book_fails_halfway_the_vault_goes_too(
    empty_house: House, owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_kwargs: object) -> None:
        raise founding.Problem("book_full")

    flow = await (await owner.add_site()).choose("home")
    await flow.answer(**home(empty_house))
    with monkeypatch.context() as patch:
        patch.setattr(founding, "_appointment", full)
        await flow.answer(last_group=last_group(flow))
    assert flow.errors == {"base": "book_full"}
    assert nothing_was_written(empty_house)
    await flow.answer(last_group=last_group(flow))
    assert flow.kind == "create_entry"


async def test_a_founding_that_a_stop_interrupted_is_begun_anew(
    empty_house: House, owner: Person
) -> None:
    def begin() -> None:
        empty_house.book_path.parent.mkdir()
        book = Book.create(empty_house.book_path, site="ab" * 16)
        book.append(
            SiteSetUp(
                site="ab" * 16, vault_id="", vault_fingerprint="", vault_path="", settings={}
            ),
            actor=ITSELF,
            phase=Phase.ORDERED,
            at=NOON,
            zone=dt_util.UTC,
        )
        book.close()

    await empty_house.hass.async_add_executor_job(begin)
    await set_up_home(empty_house, owner)
    assert len(empty_house.acts("site_set_up")) == 2


async def test_a_book_too_damaged_to_tell_its_site_is_not_founded_over(
    empty_house: House, owner: Person
) -> None:
    empty_house.book_path.parent.mkdir()
    empty_house.book_path.write_bytes(b"not a book" * 1000)
    flow = await owner.add_site()
    assert (flow.kind, flow.reason) == ("abort", "book_damaged")
    assert empty_house.book_path.read_bytes() == b"not a book" * 1000


# --- Who may


async def test_a_flow_without_a_person_ends(empty_house: House) -> None:
    result = await empty_house.hass.config_entries.flow.async_init(
        DOMAIN, context={"source": config_entries.SOURCE_USER}
    )
    assert (result["type"], result["reason"]) == ("abort", "no_user")


async def test_nobody_reads_what_another_person_was_shown(
    empty_house: House, owner: Person, stranger: Person
) -> None:
    flow = await (await owner.add_site()).choose("home")
    await flow.answer(**home(empty_house))
    seen = await flow.seen_by(stranger).look_again()
    assert (seen.kind, seen.reason) == ("abort", "another_person")
    assert "code" not in seen.blanks


async def test_there_is_one_site(empty_house: House, owner: Person) -> None:
    await set_up_home(empty_house, owner)
    assert (await owner.add_site()).reason == "single_instance_allowed"
