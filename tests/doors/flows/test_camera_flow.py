"""The camera's flow: putting a camera under the rules, and changing it. Walked over HTTP."""

from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.config_entries import SOURCE_USER
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
import pytest

from custom_components.kuma_bouhan.const import SUBENTRY_CAMERA
from custom_components.kuma_bouhan.flows.answers import WEEKDAYS
from custom_components.kuma_bouhan.guideline.assessment import Assessment
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.guideline.settings import CameraSettings, CaptureMode, Profile
from custom_components.kuma_bouhan.procedure import assessments
from custom_components.kuma_bouhan.records.acts import Appointed
from custom_components.kuma_bouhan.records.entry import Phase

from ..conftest import CAMERA, NOON, OTHER, House
from .conftest import ASSESSMENT, NECESSITY, PARTICULARS
from .person import Browsers, Flow, Person, sign_in

pytestmark = pytest.mark.freeze_time(NOON)

BOTH = {"crime_prevention": "yes", "unspecified_people": "yes"}


@pytest.fixture
async def owner(house: House, hass_client: Browsers) -> Person:
    """Give the one person of the home."""
    return await sign_in(house.hass, hass_client, house.owner)


async def another(house: House, browsers: Browsers, role: Role | None = None) -> Person:
    """Let another administrator of Home Assistant sign in, appointed or not."""
    user = await house.hass.auth.async_create_user("Another", group_ids=["system-admin"])
    if role is not None:
        desk = house.site.desk
        act = Appointed(
            role=role, user_id=user.id, since=desk.clock.now(), name="代行 太郎", title="副会長"
        )
        await desk.append(act, Actor(house.owner.id, Door.PANEL), Phase.DONE)
    return await sign_in(house.hass, browsers, user)


def camera(house: House, key: str = "yard", **changes: Any) -> dict[str, Any]:
    """Answer the page of a camera."""
    whole: dict[str, Any] = {
        "source": house.source(key).entity_id,
        "place": "駐車場",
        "view": "駐車場の全体",
        "hours": {
            "limited": False,
            "start": "22:00:00",
            "end": "06:00:00",
            "weekdays": list(WEEKDAYS),
        },
        "picture": {"mode": "stills", "still_interval": 10, "audio": False},
    }
    for section in ("hours", "picture"):
        whole[section] |= changes.pop(section, {})
    return whole | changes


async def asked(house: House, person: Person) -> Flow:
    """Answer the two questions with yes."""
    return await (await person.add_camera(house.entry.entry_id)).answer(**BOTH)


async def recording(house: House) -> None:
    """Wait for the footage of the running hour."""
    await house.until(lambda: bool(house.site.desk.vault.slots()))


async def put_up(flow: Flow, **answers: Any) -> Flow:
    """Answer the page of a camera, and those of what it is for."""
    await flow.answer(**answers)
    assert (flow.step, flow.errors) == ("assessment", {})
    return await flow.answer(**ASSESSMENT)


def added(house: House) -> CameraSettings:
    (subentry,) = [s for s in house.entry.subentries.values() if s.unique_id != CAMERA]
    return CameraSettings.from_dict(dict(subentry.data))


# --- The two questions


async def test_a_camera_that_the_guideline_covers_is_asked_about(
    house: House, owner: Person
) -> None:
    flow = await owner.add_camera(house.entry.entry_id)
    assert (flow.kind, flow.step) == ("form", "user")
    await flow.answer(**BOTH)
    assert (flow.kind, flow.step) == ("form", "camera")


@pytest.mark.parametrize("no", [{"crime_prevention": "no"}, {"unspecified_people": "no"}])
async def test_a_camera_outside_the_guideline_can_be_left_alone(
    house: House, owner: Person, no: dict[str, str]
) -> None:
    flow = await owner.add_camera(house.entry.entry_id)
    await flow.answer(**BOTH | no)
    assert (flow.kind, flow.step) == ("menu", "outside")
    assert (await flow.look_again()).at["menu_options"] == ["leave_alone", "join"]
    await flow.choose("leave_alone")
    assert (flow.kind, flow.reason) == ("abort", "outside_guideline")
    assert list(house.site.cameras) == [CAMERA]


async def test_a_camera_outside_the_guideline_can_join_of_its_owners_will(
    house: House, owner: Person
) -> None:
    flow = await owner.add_camera(house.entry.entry_id)
    await flow.answer(**BOTH | {"unspecified_people": "no"})
    await flow.choose("join")
    await put_up(flow, **camera(house))
    assert flow.kind == "create_entry"
    await house.settle()
    assert added(house).voluntary
    assert house.acts("camera_added")[-1].act.voluntary  # type: ignore[attr-defined]


# --- Adding


async def test_a_camera_joins_without_stopping_the_others(house: House, owner: Person) -> None:
    site = house.site
    flow = await asked(house, owner)
    await put_up(
        flow,
        **camera(
            house,
            retention_days=3,
            hours={"limited": True, "weekdays": ["sat", "sun"]},
        ),
    )
    assert (flow.kind, flow.at["title"]) == ("create_entry", "駐車場")
    await house.settle()
    settings = added(house)
    assert settings.source == house.source("yard").id
    assert settings.mode is CaptureMode.STILLS
    assert (settings.retention_days, settings.still_interval) == (3, 10)
    assert settings.hours is not None
    assert settings.hours.weekdays == {5, 6}
    assert not settings.voluntary
    assert house.site is site
    assert site.cameras.keys() == {CAMERA, settings.camera}
    ordered, done = house.acts("camera_added")[-2:]
    assert (ordered.phase, done.phase) == (Phase.ORDERED, Phase.DONE)
    assert done.actor.user_id == house.owner.id
    assert site.desk.registers.standing_cameras()[settings.camera] == settings


async def test_a_camera_without_an_id_in_the_registry_is_named_by_its_entity(
    house: House, owner: Person
) -> None:
    house.hass.states.async_set("camera.plain", "idle", {"supported_features": 2})
    flow = await asked(house, owner)
    await put_up(flow, **camera(house, source="camera.plain", picture={"mode": "stream"}))
    assert flow.kind == "create_entry"
    await house.settle()
    assert (added(house).source, added(house).mode) == ("camera.plain", CaptureMode.STREAM)


async def test_a_camera_that_is_away_can_be_added(house: House, owner: Person) -> None:
    source = house.source("yard")
    house.hass.states.async_remove(source.entity_id)
    flow = await asked(house, owner)
    await put_up(flow, **camera(house))
    assert flow.kind == "create_entry"


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"source": "camera.nobody"}, {"source": "camera_not_found"}),
        ({"place": " "}, {"place": "text_missing"}),
        ({"retention_days": 90}, {"retention_days": "retention_out_of_range"}),
        ({"picture": {"mode": "stream"}}, {"picture": "camera_without_stream"}),
        ({"hours": {"limited": True, "weekdays": []}}, {"hours": "weekdays_missing"}),
    ],
)
async def test_a_bad_answer_is_named_and_what_was_typed_stays(
    house: House, owner: Person, changes: dict[str, Any], errors: dict[str, str]
) -> None:
    flow = await asked(house, owner)
    typed = camera(house, **changes)
    await flow.answer(**typed)
    assert (flow.step, flow.errors) == ("camera", errors)
    assert {key: flow.suggested[key] for key in typed} == typed
    await put_up(flow, **camera(house))
    assert flow.kind == "create_entry"


async def test_a_camera_is_put_under_the_rules_once(house: House, owner: Person) -> None:
    flow = await asked(house, owner)
    (source,) = [field for field in flow.at["data_schema"] if field["name"] == "source"]
    taken = house.source("gate")
    assert source["selector"]["entity"]["exclude_entities"] == [taken.entity_id]
    # By its id in the registry the form lets it pass.
    await flow.answer(**camera(house, source=taken.id))
    assert flow.errors == {"source": "camera_taken"}


async def test_something_that_is_no_camera_is_not_found(house: House, owner: Person) -> None:
    registry = er.async_get(house.hass)
    switch = registry.async_get(house.entity_id("switch", f"{CAMERA}_recording"))
    assert switch is not None
    flow = await asked(house, owner)
    await flow.answer(**camera(house, source=switch.id))
    assert flow.errors == {"source": "camera_not_found"}


# --- What is asked before a camera


async def test_what_is_asked_before_a_camera_is_entered_with_it(
    house: House, owner: Person
) -> None:
    flow = await asked(house, owner)
    await put_up(flow, **camera(house))
    await house.settle()
    ordered, done = house.acts("camera_assessed")
    assert (ordered.phase, done.phase) == (Phase.ORDERED, Phase.DONE)
    assert done.actor.user_id == house.owner.id
    (answered,) = await assessments.editions(house.site.desk, added(house).camera)
    assert answered.answers == Assessment(view="駐車場の全体", **NECESSITY, **PARTICULARS)
    assert set(house.subentry(added(house).camera).data) == set(added(house).as_dict())


async def test_at_home_what_nobody_else_can_know_is_left_to_the_person(
    house: House, owner: Person
) -> None:
    house.hass.config.language = "ja"
    flow = await asked(house, owner)
    await flow.answer(**camera(house))
    assert (flow.blanks["place"], flow.blanks["view"]) == ("駐車場", "駐車場の全体")
    assert flow.suggested["necessity"] == {"why": None, "milder": None}  # not the first example
    assert flow.suggested["particulars"] == {
        "purpose": "住宅及びその周囲における犯罪を防止するため。",
        "crimes": "空き巣、盗難、器物損壊",
        "range_kept": "撮影するのは必要な範囲だけとし、隣家や道路はできるだけ写らないようにする。",
        "hours": "犯罪は昼夜を問わず起こりうるため、終日とする。",
    }
    necessity, particulars = flow.at["data_schema"]
    assert (necessity["expanded"], particulars["expanded"]) == (True, False)
    why = necessity["schema"][0]["selector"]["select"]
    assert not necessity["schema"][0].get("required")  # or the page would choose for the person
    assert why["custom_value"] and "留守にする時間が長い。" in why["options"]


async def test_why_a_camera_records_at_certain_hours_only_is_not_guessed(
    house: House, owner: Person
) -> None:
    flow = await asked(house, owner)
    await flow.answer(**camera(house, hours={"limited": True}))
    assert flow.suggested["particulars"]["hours"] is None
    _, particulars = flow.at["data_schema"]
    assert particulars["expanded"]


async def test_what_the_site_says_is_proposed_for_its_cameras(
    empty_house: House, hass_client: Browsers
) -> None:
    house = empty_house
    await house.street(yard="Yard camera")
    await house.found(profile=Profile.ASSOCIATION)
    assert await house.start()
    desk = house.site.desk
    assert desk.registers.settings is not None
    desk.registers.settings = replace(desk.registers.settings, purpose="防犯のため。")
    person = await sign_in(house.hass, hass_client, house.owner)
    flow = await asked(house, person)
    await flow.answer(**camera(house))
    assert flow.suggested["particulars"] == {
        "purpose": "防犯のため。",
        "crimes": "theft, theft from vehicles, damage to property",
        "range_kept": None,
        "hours": None,
    }
    assert [part["expanded"] for part in flow.at["data_schema"]] == [True, True]


async def test_a_question_without_an_answer_is_asked_again(house: House, owner: Person) -> None:
    flow = await asked(house, owner)
    await flow.answer(**camera(house))
    await flow.answer(
        necessity=NECESSITY | {"why": " "}, particulars=PARTICULARS | {"hours": "x" * 2001}
    )
    assert flow.errors == {"necessity": "text_missing", "particulars": "text_too_long"}
    assert flow.suggested["necessity"]["milder"] == NECESSITY["milder"]
    await flow.answer(necessity={}, particulars=PARTICULARS)
    assert flow.errors == {"necessity": "text_missing"}
    assert house.acts("camera_assessed") == []
    await flow.answer(**ASSESSMENT)
    assert flow.kind == "create_entry"


async def test_a_camera_that_was_taken_while_one_answered_is_taken(
    house: House, owner: Person
) -> None:
    slow, quick = await asked(house, owner), await asked(house, owner)
    await slow.answer(**camera(house))
    await put_up(quick, **camera(house))
    await house.settle()
    await slow.answer(**ASSESSMENT)
    assert (slow.step, slow.errors) == ("assessment", {"base": "camera_taken"})


# --- What knows of the sign


async def test_an_entity_that_knows_of_the_sign_is_kept_by_its_id(
    house: House, owner: Person
) -> None:
    registry = er.async_get(house.hass)
    lamp = registry.async_get_or_create("light", "street", "lamp")
    house.hass.states.async_set("binary_sensor.paper", "on")
    flow = await asked(house, owner)
    await put_up(flow, **camera(house, sign_entity=lamp.entity_id))
    await house.settle()
    assert added(house).sign_entity == lamp.id
    registry.async_update_entity(lamp.entity_id, new_entity_id="light.sign")
    subentry = house.subentry(added(house).camera)
    flow = await owner.change_camera(house.entry.entry_id, subentry.subentry_id)
    assert flow.suggested["sign_entity"] == "light.sign"
    await flow.answer(**camera(house, sign_entity="binary_sensor.paper"))
    assert flow.reason == "reconfigure_successful"
    await house.settle()
    assert added(house).sign_entity == "binary_sensor.paper"
    flow = await owner.change_camera(house.entry.entry_id, subentry.subentry_id)
    await flow.answer(**camera(house))
    await house.settle()
    assert added(house).sign_entity is None


@pytest.mark.parametrize(
    ("entity", "missing", "there"),
    [
        ("sensor.paper", "missing", "displayed"),
        ("device_tracker.board", "not_home", "home"),
        ("binary_sensor.contact", "off", "on"),
    ],
)
async def test_what_such_an_entity_says_counts_for_the_sign(
    house: House, owner: Person, entity: str, missing: str, there: str
) -> None:
    house.hass.states.async_set(entity, "unknown")
    await put_up(await asked(house, owner), **camera(house, sign_entity=entity))
    await house.settle()
    for state, act in ((missing, "sign_missing"), (there, "sign_confirmed")):
        assert not house.acts(act)
        house.hass.states.async_set(entity, state)
        await house.settle()
        (entered,) = house.acts(act)
        assert entered.act.camera == added(house).camera  # type: ignore[attr-defined]


async def test_nothing_else_knows_of_a_sign_and_no_entity_of_our_own_does(
    house: House, owner: Person
) -> None:
    source = house.source("gate")
    ours = house.entity_id("sensor", f"{CAMERA}_sign")
    flow = await asked(house, owner)
    for entity in (source.id, "light.nowhere", ours):
        await flow.answer(**camera(house, sign_entity=entity))
        assert flow.errors == {"sign_entity": "sign_entity_not_found"}


# --- Who may


async def test_who_holds_no_role_adds_nothing_and_is_entered(
    house: House, owner: Person, hass_client: Browsers
) -> None:
    stranger = await another(house, hass_client)
    flow = await stranger.add_camera(house.entry.entry_id)
    assert (flow.kind, flow.reason) == ("abort", "role_needed_add_camera")
    flow = await stranger.change_camera(house.entry.entry_id, house.subentry(CAMERA).subentry_id)
    assert (flow.kind, flow.reason) == ("abort", "role_needed_change_camera")
    assert len(house.acts("refusal")) == 2


async def test_who_is_no_administrator_is_not_let_in(
    house: House, owner: Person, hass_client: Browsers
) -> None:
    user = await house.hass.auth.async_create_user("Plain", group_ids=["system-users"])
    person = await sign_in(house.hass, hass_client, user)
    response = await person.client.post(
        "/api/config/config_entries/subentries/flow",
        json={"handler": [house.entry.entry_id, SUBENTRY_CAMERA]},
    )
    assert response.status == HTTPStatus.UNAUTHORIZED


async def test_a_role_that_is_lost_meanwhile_is_asked_for_again(
    house: House, owner: Person
) -> None:
    flow = await asked(house, owner)
    await flow.answer(**camera(house))
    house.site.desk.registers.appointments.clear()
    await flow.answer(**ASSESSMENT)
    assert flow.errors == {"base": "role_needed_add_camera"}
    assert list(house.site.cameras) == [CAMERA]


async def test_a_flow_without_a_person_ends(house: House) -> None:
    result = await house.hass.config_entries.subentries.async_init(
        (house.entry.entry_id, SUBENTRY_CAMERA), context={"source": SOURCE_USER}
    )
    assert (result["type"], result["reason"]) == ("abort", "no_user")


async def test_nobody_goes_on_with_another_persons_flow(
    house: House, owner: Person, hass_client: Browsers
) -> None:
    flow = await asked(house, owner)
    stranger = await another(house, hass_client)
    seen = await flow.seen_by(stranger).look_again()
    assert seen.reason == "another_person"


async def test_while_the_site_does_not_run_no_camera_is_added(house: House, owner: Person) -> None:
    flow = await asked(house, owner)
    await house.stop()
    await flow.answer(**camera(house))
    assert (flow.kind, flow.reason) == ("abort", "site_not_running")
    assert (await owner.add_camera(house.entry.entry_id)).reason == "site_not_running"


# --- Changing


async def change(house: House, person: Person) -> Flow:
    return await person.change_camera(house.entry.entry_id, house.subentry(CAMERA).subentry_id)


def as_it_is(house: House, **changes: Any) -> dict[str, Any]:
    """Answer with what the camera at the gate has."""
    return (
        camera(house, "gate", place="門", view="門の前の道路", picture={"still_interval": 60})
        | changes
    )


async def test_a_camera_is_changed_without_stopping_the_site(house: House, owner: Person) -> None:
    site = house.site
    flow = await change(house, owner)
    assert flow.step == "reconfigure"
    assert flow.suggested["source"] == house.source("gate").entity_id
    assert flow.suggested["place"] == "門"
    assert flow.suggested["picture"]["still_interval"] == 60
    assert not flow.suggested["hours"]["limited"]
    await flow.answer(**as_it_is(house, source=house.source("yard").entity_id, place="庭"))
    assert (flow.kind, flow.reason) == ("abort", "reconfigure_successful")
    await house.settle()
    assert house.site is site
    subentry = house.subentry(CAMERA)
    assert (subentry.title, subentry.data["source"]) == ("庭", house.source("yard").id)
    ordered, done = house.acts("camera_changed")
    assert (ordered.phase, done.phase) == (Phase.ORDERED, Phase.DONE)
    assert set(done.act.fields) == {"source", "place", "view"}  # type: ignore[attr-defined]
    assert site.cameras[CAMERA].settings.place == "庭"


async def test_a_camera_joined_by_will_stays_so(house: House, owner: Person) -> None:
    await house.join(house.watch(OTHER, house.source("yard").id, "庭", voluntary=True))
    flow = await owner.change_camera(house.entry.entry_id, house.subentry(OTHER).subentry_id)
    await flow.answer(**camera(house))
    await house.settle()
    assert house.site.cameras[OTHER].settings.voluntary


async def test_bad_answers_of_a_change_are_named(house: House, owner: Person) -> None:
    flow = await change(house, owner)
    await flow.answer(**as_it_is(house, view=""))
    assert (flow.step, flow.errors) == ("reconfigure", {"view": "text_missing"})
    assert flow.suggested["place"] == "門"


async def test_a_source_that_is_gone_is_asked_for_anew(house: House, owner: Person) -> None:
    er.async_get(house.hass).async_remove(house.source("gate").entity_id)
    await house.settle()
    flow = await change(house, owner)
    assert flow.suggested["source"] is None
    await flow.answer(**camera(house, "yard"))
    assert flow.reason == "reconfigure_successful"


async def test_a_shorter_period_shows_what_goes_and_waits_for_a_yes(
    house: House, owner: Person
) -> None:
    await recording(house)
    await house.record(CAMERA, NOON - timedelta(days=3), NOON - timedelta(hours=2))
    flow = await change(house, owner)
    await flow.answer(**as_it_is(house, retention_days=2))
    assert flow.step == "shorten"
    shown = {key: flow.blanks[key] for key in ("days_before", "days_after", "sooner", "due_now")}
    assert shown == {"days_before": "7", "days_after": "2", "sooner": "3", "due_now": "1"}
    await flow.answer(agree=False)
    assert flow.errors == {"agree": "not_agreed"}
    await flow.answer(agree=True)
    assert flow.reason == "reconfigure_successful"
    await house.settle()
    assert house.subentry(CAMERA).data["retention_days"] == 2
    assert house.site.cameras[CAMERA].days == 2
    done = house.acts("retention_changed")[-1]
    assert (done.phase, done.actor.user_id) == (Phase.DONE, house.owner.id)
    assert house.site.desk.registers.standing_cameras()[CAMERA] == CameraSettings.from_dict(
        dict(house.subentry(CAMERA).data)
    )


async def test_a_camera_goes_back_to_the_sites_period(house: House, owner: Person) -> None:
    flow = await change(house, owner)
    await flow.answer(**as_it_is(house, retention_days=14))
    assert flow.reason == "reconfigure_successful"
    await house.settle()
    assert house.site.cameras[CAMERA].days == 14
    flow = await change(house, owner)
    assert flow.suggested["retention_days"] == 14
    await flow.answer(**as_it_is(house))
    assert flow.reason == "reconfigure_successful"
    await house.settle()
    assert house.subentry(CAMERA).data["retention_days"] is None
    assert house.site.cameras[CAMERA].days == 7


async def test_more_footage_than_was_shown_is_shown_again(
    house: House, owner: Person, freezer: FrozenDateTimeFactory
) -> None:
    await house.record(CAMERA, NOON - timedelta(days=1, hours=23), NOON - timedelta(days=3))
    flow = await change(house, owner)
    await flow.answer(**as_it_is(house, retention_days=2))
    assert flow.blanks["due_now"] == "1"
    freezer.move_to(NOON + timedelta(hours=3))
    await flow.answer(agree=True)
    assert (flow.step, flow.errors) == ("shorten", {"base": "more_footage_than_shown"})
    assert flow.blanks["due_now"] == "2"
    await flow.answer(agree=True)
    assert flow.reason == "reconfigure_successful"


async def test_a_deputy_changes_a_camera_but_not_its_period(
    house: House, owner: Person, hass_client: Browsers
) -> None:
    deputy = await another(house, hass_client, Role.DEPUTY)
    flow = await change(house, deputy)
    await flow.answer(**as_it_is(house, retention_days=2))
    assert flow.errors == {"base": "role_needed_change_retention"}
    assert house.acts("camera_changed") == house.acts("retention_changed") == []
    await flow.answer(**as_it_is(house, place="正門"))
    assert flow.reason == "reconfigure_successful"
    await house.settle()
    assert house.site.cameras[CAMERA].settings.place == "正門"


async def test_the_camera_can_go_while_it_is_being_changed(
    house: House, owner: Person, hass: HomeAssistant
) -> None:
    flow = await change(house, owner)
    hass.config_entries.async_remove_subentry(house.entry, house.subentry(CAMERA).subentry_id)
    await house.settle()
    await flow.answer(**as_it_is(house))
    assert (flow.kind, flow.reason) == ("abort", "camera_gone")


async def test_the_camera_can_go_while_a_shorter_period_waits_for_a_yes(
    house: House, owner: Person, hass: HomeAssistant
) -> None:
    await house.record(CAMERA, NOON - timedelta(days=3))
    flow = await change(house, owner)
    await flow.answer(**as_it_is(house, retention_days=2, place="正門"))
    assert flow.step == "shorten"
    hass.config_entries.async_remove_subentry(house.entry, house.subentry(CAMERA).subentry_id)
    await house.settle()
    before = house.site.desk.vault.slots()
    await flow.answer(agree=True)
    assert (flow.kind, flow.reason) == ("abort", "camera_gone")
    assert house.site.desk.vault.slots() == before
    assert house.acts("retention_changed") == house.acts("camera_changed") == []
    assert not house.site.desk.registers.pending
