"""Changing what a site has settled."""

from datetime import timedelta
from typing import Any

from freezegun.api import FrozenDateTimeFactory
import pytest

from custom_components.kuma_bouhan.const import CONF_SETTINGS
from custom_components.kuma_bouhan.guideline.people import Actor, Door, FourEyes, Role
from custom_components.kuma_bouhan.guideline.retention import slot_start
from custom_components.kuma_bouhan.guideline.settings import SiteSettings
from custom_components.kuma_bouhan.procedure import founding, personal_data
from custom_components.kuma_bouhan.records.acts import ErasureAsked
from custom_components.kuma_bouhan.records.entry import Entry, Phase

from ..conftest import CAMERA, NOON, House
from .conftest import FACILITY, PURPOSE, REQUESTS, said, set_up_building, set_up_home
from .person import Person

HOUR = timedelta(hours=1)
YEAR = timedelta(days=365)
SHOWN_YEARS = (
    "disclosure_before",
    "disclosure_after",
    "complaint_before",
    "complaint_after",
    "entries",
    "days_before",
    "days_after",
)

pytestmark = pytest.mark.freeze_time(NOON)


@pytest.fixture
async def building(empty_house: House, owner: Person) -> House:
    """Give a building that keeps footage 10 days, with one camera."""
    await set_up_building(empty_house, owner)
    await empty_house.join(empty_house.watch(CAMERA, empty_house.source("gate").id, "門"))
    # The running hour has its footage, so that what is counted does not depend on when.
    await empty_house.until(lambda: bool(empty_house.site.desk.vault.slots()))
    return empty_house


def settled(**changes: Any) -> dict[str, Any]:
    answers = {k: v for k, v in (FACILITY | PURPOSE).items() if k != "name"}
    years = {"disclosure_years": 5, "complaint_years": 3}
    return {**answers, **years, "retention_days": 10, "four_eyes": [], **said(REQUESTS)} | changes


async def give_reason(house: House) -> None:
    """Enter a reason that is kept as long as complaints are."""
    asked = ErasureAsked(camera=CAMERA, start=NOON, end=NOON, reason_text="試験撮影")
    await house.site.desk.append(asked, Actor(house.owner.id, Door.PANEL), Phase.DONE)


def changed(house: House) -> list[Entry]:
    return house.acts("site_changed")


async def test_a_site_is_changed_without_stopping_it(building: House, owner: Person) -> None:
    site = building.site
    flow = await owner.change_site(building.entry.entry_id)
    shown = flow.suggested
    assert shown["duties"].pop("rules_by") == ""
    assert (flow.step, shown) == ("reconfigure", settled())
    await flow.answer(**settled(facility="新水前寺ハイツ", contact="096-111-1111"))
    assert (flow.kind, flow.reason) == ("abort", "reconfigure_successful")
    await building.settle()
    assert building.site is site
    assert building.entry.title == "新水前寺ハイツ"
    ordered, done = changed(building)
    assert (ordered.phase, done.phase) == (Phase.ORDERED, Phase.DONE)
    assert done.actor.user_id == building.owner.id
    assert set(done.act.fields) == {"facility", "contact"}  # type: ignore[attr-defined]
    assert site.desk.registers.settings == SiteSettings.from_dict(
        building.entry.data[CONF_SETTINGS]
    )


async def test_what_a_second_person_decides_is_settled_by_the_site(
    building: House, owner: Person
) -> None:
    flow = await owner.change_site(building.entry.entry_id)
    await flow.answer(**settled(four_eyes=["disclosure", "viewing"]))
    assert flow.reason == "reconfigure_successful"
    await building.settle()
    settings = building.site.desk.registers.settings
    assert settings is not None
    assert settings.four_eyes == {FourEyes.DISCLOSURE, FourEyes.VIEWING}
    assert changed(building)[-1].act.fields == ("four_eyes",)  # type: ignore[attr-defined]


async def test_who_approves_and_what_is_asked_of_the_police_is_settled_by_the_site(
    building: House, owner: Person
) -> None:
    flow = await owner.change_site(building.entry.entry_id)
    await flow.answer(
        **settled(approver="site_owner", written_request=False, permission_afterwards=True)
    )
    assert flow.reason == "reconfigure_successful"
    await building.settle()
    settings = building.site.desk.registers.settings
    assert settings is not None
    assert settings.approver is Role.SITE_OWNER
    assert (settings.written_request, settings.permission_afterwards) == (False, True)
    assert set(changed(building)[-1].act.fields) == {  # type: ignore[attr-defined]
        "approver",
        "written_request",
        "permission_afterwards",
    }


async def test_a_site_says_how_long_names_and_reasons_stay_in_its_book(
    building: House, owner: Person
) -> None:
    flow = await owner.change_site(building.entry.entry_id)
    await flow.answer(**settled(disclosure_years=0, complaint_years=2.5))
    assert flow.errors == {
        "disclosure_years": "years_out_of_range",
        "complaint_years": "years_out_of_range",
    }
    assert (flow.blanks["shortest_years"], flow.blanks["longest_years"]) == ("1", "10")
    await flow.answer(**settled(disclosure_years=7, complaint_years=4))
    assert flow.reason == "reconfigure_successful"
    await building.settle()
    settings = building.site.desk.registers.settings
    assert settings is not None
    assert (settings.disclosure_years, settings.complaint_years) == (7, 4)


async def test_fewer_years_show_whose_names_and_reasons_go_and_wait_for_a_yes(
    building: House, owner: Person, freezer: FrozenDateTimeFactory
) -> None:
    await give_reason(building)
    freezer.move_to(NOON + 2 * YEAR)
    flow = await owner.change_site(building.entry.entry_id)
    await flow.answer(**settled(disclosure_years=4, complaint_years=1))
    assert flow.step == "shorten"
    assert {key: flow.blanks[key] for key in SHOWN_YEARS} == {
        "disclosure_before": "5",
        "disclosure_after": "4",
        "complaint_before": "3",
        "complaint_after": "1",
        "entries": "1",
        "days_before": "10",
        "days_after": "10",
    }
    await flow.answer(agree=False)
    assert flow.errors == {"agree": "not_agreed"}
    assert changed(building) == []
    assert await personal_data.erase_due(building.site.desk) == 0
    await flow.answer(agree=True)
    assert flow.reason == "reconfigure_successful"
    await building.settle()
    assert building.acts("retention_changed") == []
    assert await personal_data.erase_due(building.site.desk) == 1


async def test_fewer_years_are_shown_where_nothing_goes_at_once(
    building: House, owner: Person
) -> None:
    flow = await owner.change_site(building.entry.entry_id)
    await flow.answer(**settled(disclosure_years=1))
    assert (flow.step, flow.blanks["entries"]) == ("shorten", "0")


async def test_more_entries_than_were_shown_are_shown_again_before_anything_changes(
    building: House, owner: Person, freezer: FrozenDateTimeFactory
) -> None:
    await give_reason(building)
    freezer.move_to(NOON + YEAR - HOUR)
    flow = await owner.change_site(building.entry.entry_id)
    await flow.answer(**settled(complaint_years=1, retention_days=3))
    assert (flow.step, flow.blanks["entries"]) == ("shorten", "0")
    freezer.move_to(NOON + YEAR + HOUR)
    await flow.answer(agree=True)
    assert (flow.step, flow.errors) == ("shorten", {"base": "more_entries_than_shown"})
    assert flow.blanks["entries"] == "1"
    assert (building.acts("retention_changed"), changed(building)) == ([], [])
    await flow.answer(agree=True)
    assert flow.reason == "reconfigure_successful"


async def test_when_duties_fall_due_is_settled_by_the_site(building: House, owner: Person) -> None:
    flow = await owner.change_site(building.entry.entry_id)
    duties = {**flow.suggested["duties"], "answer_days": 61}
    await flow.answer(**settled(duties=duties))
    assert (flow.step, flow.errors) == ("reconfigure", {"duties": "answer_days_out_of_range"})
    assert (flow.suggested["duties"], flow.blanks["longest_answer_days"]) == (duties, "60")
    duties |= {"answer_days": 3, "sign_days": 14, "sign_interlock": True, "rules_by": "理事会"}
    await flow.answer(**settled(duties=duties))
    assert flow.reason == "reconfigure_successful"
    await building.settle()
    settings = building.site.desk.registers.settings
    assert settings is not None
    assert (settings.answer_days, settings.closing_days, settings.sign_days) == (3, 30, 14)
    assert (settings.sign_interlock, settings.rules_by) == (True, "理事会")
    assert set(changed(building)[-1].act.fields) == {  # type: ignore[attr-defined]
        *("answer_days", "sign_days", "sign_interlock", "rules_by")
    }


async def test_nothing_changed_is_nothing_entered(building: House, owner: Person) -> None:
    flow = await owner.change_site(building.entry.entry_id)
    await flow.answer(**settled())
    assert flow.reason == "reconfigure_successful"
    await building.settle()
    assert changed(building) == building.acts("retention_changed") == []


async def test_bad_answers_of_a_change_are_named(building: House, owner: Person) -> None:
    flow = await owner.change_site(building.entry.entry_id)
    await flow.answer(**settled(contact="", retention_days=0))
    assert flow.errors == {"contact": "text_missing", "retention_days": "retention_out_of_range"}
    assert flow.suggested["facility"] == "水前寺ハイツ"
    assert changed(building) == []


async def test_a_home_need_not_say_what_it_was_not_asked(empty_house: House, owner: Person) -> None:
    await set_up_home(empty_house, owner)
    flow = await owner.change_site(empty_house.entry.entry_id)
    await flow.answer(
        facility="水前寺の家",
        owner_kind="person",
        owner_name="熊本 花子",
        retention_days=7,
        disclosure_years=5,
        complaint_years=3,
        duties=flow.suggested["duties"],
    )
    assert flow.reason == "reconfigure_successful"
    await empty_house.settle()
    assert empty_house.site.desk.registers.settings.contact == ""  # type: ignore[union-attr]


async def test_who_holds_no_role_changes_nothing_and_is_entered(
    building: House, stranger: Person
) -> None:
    flow = await stranger.change_site(building.entry.entry_id)
    assert (flow.kind, flow.reason) == ("abort", "role_needed_change_site")
    (refusal,) = building.acts("refusal")
    assert refusal.act.key == "role_needed_change_site"  # type: ignore[attr-defined]


async def test_a_role_that_is_lost_meanwhile_is_asked_for_again(
    building: House, owner: Person
) -> None:
    flow = await owner.change_site(building.entry.entry_id)
    building.site.desk.registers.appointments.clear()
    await flow.answer(**settled(facility="別の名称"))
    assert (flow.kind, flow.reason) == ("abort", "role_needed_change_site")
    assert changed(building) == []


async def test_while_the_site_does_not_run_nothing_is_changed(
    building: House, owner: Person
) -> None:
    await building.stop()
    flow = await owner.change_site(building.entry.entry_id)
    assert (flow.kind, flow.reason) == ("abort", "site_not_running")


async def test_a_book_that_cannot_be_written_lets_nothing_be_changed(
    building: House, owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow = await owner.change_site(building.entry.entry_id)

    def full(*_args: object, **_kwargs: object) -> None:
        raise founding.Problem("book_full")

    with monkeypatch.context() as patch:
        patch.setattr(building.site.desk.book, "append", full)
        await flow.answer(**settled(facility="別の名称"))
    assert flow.errors == {"base": "book_full"}
    assert flow.suggested["facility"] == "別の名称"
    assert building.entry.title == "水前寺ハイツ"


async def test_a_longer_period_is_taken_at_once(building: House, owner: Person) -> None:
    await building.record(CAMERA, NOON - timedelta(days=5))
    before = building.site.desk.vault.slots()
    flow = await owner.change_site(building.entry.entry_id)
    await flow.answer(**settled(retention_days=14))
    assert flow.reason == "reconfigure_successful"
    await building.settle()
    (done,) = [e for e in building.acts("retention_changed") if e.phase is Phase.DONE]
    assert (done.act.days_before, done.act.days_after) == (10, 14)  # type: ignore[attr-defined]
    assert changed(building) == []
    assert building.site.desk.vault.slots() == before
    assert building.site.cameras[CAMERA].days == 14


async def test_a_shorter_period_shows_what_goes_and_waits_for_a_yes(
    building: House, owner: Person
) -> None:
    hours = [NOON - timedelta(days=5), NOON - timedelta(days=4), NOON - timedelta(hours=2)]
    await building.record(CAMERA, *hours)
    before = building.site.desk.vault.slots()
    assert len(before) == 4
    flow = await owner.change_site(building.entry.entry_id)
    await flow.answer(**settled(retention_days=3, crimes="窃盗"))
    assert flow.step == "shorten"
    shown = {key: flow.blanks[key] for key in ("days_before", "days_after", "sooner", "due_now")}
    assert shown == {"days_before": "10", "days_after": "3", "sooner": "4", "due_now": "2"}
    await flow.answer(agree=False)
    assert flow.errors == {"agree": "not_agreed"}
    assert building.site.desk.vault.slots() == before
    await flow.answer(agree=True)
    assert flow.reason == "reconfigure_successful"
    await building.settle()
    assert building.site.cameras[CAMERA].days == 3
    assert [e.phase for e in building.acts("retention_changed")] == [Phase.ORDERED, Phase.DONE]
    assert [e.phase for e in changed(building)] == [Phase.ORDERED, Phase.DONE]
    await building.site.erasure.run()
    left = {slot.start for slot in building.site.desk.vault.slots()}
    assert left == {slot_start(moment, HOUR) for moment in (NOON - timedelta(hours=2), NOON)}


async def test_more_footage_than_was_shown_is_shown_again(
    building: House, owner: Person, freezer: FrozenDateTimeFactory
) -> None:
    await building.record(CAMERA, NOON - timedelta(days=2, hours=23), NOON - timedelta(days=5))
    flow = await owner.change_site(building.entry.entry_id)
    await flow.answer(**settled(retention_days=3))
    assert flow.blanks["due_now"] == "1"
    freezer.move_to(NOON + timedelta(hours=3))
    await flow.answer(agree=True)
    assert (flow.step, flow.errors) == ("shorten", {"base": "more_footage_than_shown"})
    assert flow.blanks["due_now"] == "2"
    assert building.acts("retention_changed") == []
    await flow.answer(agree=True)
    assert flow.reason == "reconfigure_successful"
