"""The flow behind "Configure": who holds which office, and how a site is regained."""

from datetime import datetime, timedelta
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.auth.models import User
from homeassistant.components.persistent_notification import _async_get_or_create_notifications
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
import pytest

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.custody import NOTICE
from custom_components.kuma_bouhan.guideline.people import Role
from custom_components.kuma_bouhan.vault.problems import VaultProblem

from ..conftest import CAMERA, NOON, PASSPHRASE, House
from .conftest import TWICE, last_group, set_up_building
from .person import Browsers, Person, sign_in

DAY = timedelta(days=1)

pytestmark = pytest.mark.freeze_time(NOON)


@pytest.fixture
async def building(empty_house: House, owner: Person) -> House:
    """Give a building whose owner is its manager, with one camera."""
    await set_up_building(empty_house, owner)
    await empty_house.join(empty_house.watch(CAMERA, empty_house.source("gate").id, "門"))
    return empty_house


@pytest.fixture
async def hanako(hass: HomeAssistant) -> User:
    return await hass.auth.async_create_user("花子", group_ids=["system-users"])


@pytest.fixture
async def admin(building: House, hass: HomeAssistant, hass_client: Browsers) -> Person:
    """Give an owner of Home Assistant itself, without a role."""
    user = await hass.auth.async_create_user("Admin", group_ids=["system-admin"])
    user.is_owner = True
    return await sign_in(hass, hass_client, user)


def at(moment: datetime) -> str:
    """Return a moment as the form's own field gives it."""
    return f"{dt_util.as_local(moment):%Y-%m-%d %H:%M:%S}"


def roles(house: House, user_id: str) -> set[Role]:
    desk = house.site.desk
    return set(desk.registers.roles_of(user_id, desk.clock.now()))


def offered(flow: Any, field: str) -> list[Any]:
    (found,) = [asked for asked in flow.at["data_schema"] if asked["name"] == field]
    return list(found["selector"]["select"]["options"])


# Offices -------------------------------------------------------------------------------------


async def test_the_manager_appoints_an_operator_with_a_title_for_a_period(
    building: House, owner: Person, hanako: User
) -> None:
    flow = await owner.people(building.entry.entry_id)
    assert (flow.kind, flow.step) == ("menu", "init")
    await flow.choose("appoint")
    assert {"label": "花子", "value": hanako.id} in offered(flow, "person")
    assert offered(flow, "role") == [role for role in Role if role is not Role.SITE_OWNER]
    await flow.answer(
        role="operator", person=hanako.id, title="管理員", name=" 熊本 花子 ", until=at(NOON + DAY)
    )
    assert (flow.kind, flow.reason) == ("abort", "appointed")
    assert roles(building, hanako.id) == {Role.OPERATOR}
    held = building.site.desk.registers.appointments[-1]
    assert (held.name, held.title, held.until) == ("熊本 花子", "管理員", NOON + DAY)
    assert held.appointed_by == building.owner.id
    # Nothing of it stands in the entry.
    assert building.entry.options == {}
    assert "花子" not in str(building.entry.as_dict()["options"])


async def test_programs_and_users_who_are_not_active_are_not_offered(
    building: House, owner: Person, hass: HomeAssistant, hanako: User
) -> None:
    await hass.auth.async_update_user(hanako, is_active=False)
    program = await hass.auth.async_create_system_user("Program")
    flow = await owner.people(building.entry.entry_id, "appoint")
    people = {option["value"] for option in offered(flow, "person")}
    assert building.owner.id in people
    assert not people & {hanako.id, program.id}


@pytest.mark.parametrize(
    ("answers", "errors"),
    [
        ({"role": "manager"}, {"role": "office_taken"}),
        ({"role": "deputy"}, {"until": "deputy_needs_period"}),
        ({"until": at(NOON - DAY)}, {"until": "until_not_after_since"}),
        ({"since": at(NOON - DAY)}, {"base": "since_past"}),
        ({"title": "長" * 201}, {"title": "text_too_long"}),
    ],
)
async def test_what_cannot_be_is_said_at_its_field(
    building: House, owner: Person, hanako: User, answers: dict[str, str], errors: dict[str, str]
) -> None:
    flow = await owner.people(building.entry.entry_id, "appoint")
    await flow.answer(**{"role": "operator", "person": hanako.id} | answers)
    assert flow.errors == errors
    assert flow.suggested["person"] == hanako.id
    assert roles(building, hanako.id) == set()
    await flow.answer(role="operator", person=hanako.id)
    assert flow.reason == "appointed"


async def test_a_user_who_goes_while_the_page_is_open_is_not_appointed(
    building: House, owner: Person, hass: HomeAssistant, hanako: User
) -> None:
    flow = await owner.people(building.entry.entry_id, "appoint")
    await hass.auth.async_update_user(hanako, is_active=False)
    await flow.answer(role="operator", person=hanako.id)
    assert flow.errors == {"person": "user_inactive"}


async def test_who_holds_no_office_sees_nobody_and_does_nothing(
    building: House, stranger: Person
) -> None:
    for way, reason in (
        ("appoint", "role_needed_appoint"),
        ("end", "role_needed_leave"),
        ("hand_over", "role_needed_appoint_site_owner"),
    ):
        flow = await stranger.people(building.entry.entry_id, way)
        assert (flow.kind, flow.reason) == ("abort", reason)
    assert len(building.acts("refusal")) == 3


async def test_an_office_is_ended_and_handed_over(
    building: House, owner: Person, hanako: User, hass: HomeAssistant
) -> None:
    flow = await owner.people(building.entry.entry_id, "hand_over")
    await flow.answer(role="manager", person=hanako.id, secrecy=False)
    assert flow.errors == {"secrecy": "secrecy_missing"}
    await flow.answer(role="manager", person=hanako.id, title="管理人", secrecy=True)
    assert flow.reason == "handed_over"
    assert roles(building, hanako.id) == {Role.MANAGER}
    flow = await owner.people(building.entry.entry_id, "end")
    assert {option["label"] for option in offered(flow, "person")} == {"熊本 花子", "花子"}
    await flow.answer(role="operator", person=hanako.id, secrecy=True)
    # Not the manager any more, and operators are the manager's.
    assert (flow.kind, flow.reason) == ("abort", "role_needed_appoint_operator")
    flow = await owner.people(building.entry.entry_id, "end")
    await flow.answer(role="manager", person=hanako.id, secrecy=False)
    assert flow.reason == "ended"
    assert roles(building, hanako.id) == set()
    assert "office_vacant_manager" in {issue_id for _, issue_id in ir.async_get(hass).issues}


async def test_who_appoints_nobody_leaves_and_sees_themselves_alone(
    building: House, owner: Person, hass: HomeAssistant, hass_client: Browsers
) -> None:
    user = await hass.auth.async_create_user("次郎", group_ids=["system-admin"])
    flow = await owner.people(building.entry.entry_id, "appoint")
    await flow.answer(role="staff", person=user.id)
    jiro = await sign_in(hass, hass_client, user)
    flow = await jiro.people(building.entry.entry_id, "end")
    assert offered(flow, "person") == [{"label": "次郎", "value": user.id}]
    await flow.answer(role="staff", person=user.id, secrecy=False)
    assert flow.errors == {"secrecy": "secrecy_missing"}
    await flow.answer(role="staff", person=user.id, secrecy=True)
    assert flow.reason == "ended"
    assert building.acts("appointment_ended")[-1].actor.user_id == user.id


async def test_a_flow_belongs_to_who_began_it_and_a_stopped_site_to_nobody(
    building: House, owner: Person, stranger: Person
) -> None:
    flow = await owner.people(building.entry.entry_id, "appoint")
    other = await flow.seen_by(stranger).answer(role="operator", person=building.owner.id)
    assert other.reason == "another_person"
    flow = await owner.people(building.entry.entry_id)
    await building.stop()
    await flow.choose("appoint")
    assert flow.reason == "site_not_running"


# Regaining -----------------------------------------------------------------------------------


async def test_the_recovery_code_makes_an_owner_of_home_assistant_site_owner(
    empty_house: House, owner: Person, hass: HomeAssistant, hass_client: Browsers
) -> None:
    code = await set_up_building(empty_house, owner)
    entry_id = empty_house.entry.entry_id
    user = await hass.auth.async_create_user("Admin", group_ids=["system-admin"])
    user.is_owner = True
    admin = await sign_in(hass, hass_client, user)
    flow = await admin.people(entry_id, "regain", "restore")
    await flow.answer(code="AAAA-BBBB")
    assert flow.errors == {"code": "wrong_recovery_code"}
    assert flow.suggested["code"] is None
    await flow.answer(code=code)
    assert flow.reason == "restored"
    assert roles(empty_house, user.id) == {Role.SITE_OWNER}
    assert roles(empty_house, empty_house.owner.id) == {Role.MANAGER}
    assert code not in str(empty_house.entry.as_dict())
    # Recorded, and shown to everybody.
    await empty_house.settle()
    assert ir.async_get(hass).async_get_issue(DOMAIN, "recovery_code_used")
    assert f"{DOMAIN}_regained" in _async_get_or_create_notifications(hass)


async def test_who_does_not_own_home_assistant_regains_nothing(
    building: House, owner: Person, stranger: Person
) -> None:
    building.owner.is_owner = False
    for person in (owner, stranger):
        for way in ("restore", "announce"):
            flow = await person.people(building.entry.entry_id, "regain", way)
            assert flow.reason == "ha_owner_needed"


async def test_a_notice_is_shown_to_everybody_until_somebody_objects(
    building: House, owner: Person, admin: Person, hass: HomeAssistant
) -> None:
    assert await async_setup_component(hass, "persistent_notification", {})
    shown = _async_get_or_create_notifications(hass)
    flow = await admin.people(building.entry.entry_id, "regain")
    assert flow.at["menu_options"] == ["restore", "announce"]
    await flow.choose("announce")
    await flow.answer(agree=False)
    assert flow.errors == {"agree": "not_agreed"}
    await flow.answer(agree=True)
    assert flow.reason == "announced"
    await building.settle()
    issue = ir.async_get(hass).async_get_issue(DOMAIN, "refounding_announced")
    assert issue is not None
    ready = (issue.translation_placeholders or {})["ready"]
    assert ready in shown[f"{DOMAIN}_refounding"]["message"]
    # Put away by one, it comes back for all; so it does after a restart.
    shown.clear()
    await building.stop()
    assert await building.start()
    assert f"{DOMAIN}_refounding" in shown
    flow = await owner.people(building.entry.entry_id, "regain")
    assert flow.at["menu_options"] == ["restore", "object", "refound"]
    await flow.choose("object")
    await flow.answer(agree=True)
    assert flow.reason == "withdrawn"
    await building.settle()
    assert ir.async_get(hass).async_get_issue(DOMAIN, "refounding_announced") is None
    assert f"{DOMAIN}_refounding" not in shown


@pytest.mark.parametrize("words", [False, True])
async def test_a_site_is_re_founded_and_new_footage_opens_with_the_new_passphrase(
    building: House, admin: Person, freezer: FrozenDateTimeFactory, *, words: bool
) -> None:
    await building.record(CAMERA, NOON - timedelta(hours=1))
    entry_id, admin_id = building.entry.entry_id, admin.user_id
    await (await admin.people(entry_id, "regain", "announce")).answer(agree=True)
    flow = await admin.people(entry_id, "regain", "refound")
    assert (flow.kind, flow.reason) == ("abort", "refounding_too_early")
    freezer.move_to(NOON + NOTICE)
    flow = await admin.people(entry_id, "regain", "refound")
    await flow.answer(passphrase="short", passphrase_again="short")
    assert flow.errors == {"passphrase": "passphrase_short"}
    new = "べつの ことば を つかう ひと"
    await flow.answer(**({} if words else {"passphrase": new, "passphrase_again": new}))
    assert flow.step == ("new_code_words" if words else "new_code")
    new, code = flow.blanks.get("words", new), flow.blanks["code"]
    await flow.answer(last_group="XXXX")
    assert flow.errors == {"last_group": "group_differs"}
    assert flow.blanks["code"] == code
    await flow.answer(last_group=last_group(flow))
    assert (flow.kind, flow.reason) == ("abort", "refounded")
    await building.settle()
    assert roles(building, admin_id) == {Role.SITE_OWNER, Role.MANAGER}
    assert roles(building, building.owner.id) == set()
    assert f"{DOMAIN}_regained" in _async_get_or_create_notifications(building.hass)
    start = NOON + NOTICE + timedelta(hours=2)
    await building.record(CAMERA, start)
    vault = building.site.desk.vault
    (chunk,) = await building.chunks(CAMERA, start, start + timedelta(minutes=1))

    def opens(secret: Any) -> bool:
        with secret as opened:
            try:
                vault.read(opened, chunk, now=start)
            except VaultProblem:
                return False
            return True

    run = building.hass.async_add_executor_job
    assert await run(lambda: opens(vault.unlock(admin_id, new)))
    assert await run(lambda: opens(vault.unlock_by_recovery_code(code)))
    assert not await run(lambda: opens(vault.unlock(building.owner.id, PASSPHRASE)))
    assert new not in str(building.entry.as_dict())


async def test_a_disk_that_is_gone_is_said_and_changes_nothing(
    building: House, admin: Person, freezer: FrozenDateTimeFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry_id = building.entry.entry_id
    await (await admin.people(entry_id, "regain", "announce")).answer(agree=True)
    freezer.move_to(NOON + NOTICE)
    flow = await admin.people(entry_id, "regain", "refound")
    await flow.answer(**TWICE)

    def full(*_args: object, **_kwargs: object) -> None:
        raise VaultProblem("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(building.site.desk.vault.keys, "begin_epoch", full)
        await flow.answer(last_group=last_group(flow))
    assert flow.errors == {"base": "disk_full"}
    assert roles(building, building.owner.id) == {Role.SITE_OWNER, Role.MANAGER}
    await flow.answer(last_group=last_group(flow))
    assert flow.reason == "refounded"
