"""The contractor's flow: a contract with a contractor, and what becomes of it. Walked over HTTP."""

from datetime import timedelta
from typing import Any

from homeassistant.config_entries import ConfigSubentry
import pytest

from custom_components.kuma_bouhan.const import SUBENTRY_CONTRACTOR
from custom_components.kuma_bouhan.guideline.contracts import Task
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Person as Somebody, Role
from custom_components.kuma_bouhan.procedure import appointments, contracts
from custom_components.kuma_bouhan.records.contract import ContractMade
from custom_components.kuma_bouhan.records.entry import Phase

from ..conftest import CAMERA, NOON, House
from .person import SUBENTRIES, Browsers, Flow, Person, sign_in

pytestmark = pytest.mark.freeze_time(NOON)

DAY = timedelta(days=1)


@pytest.fixture
async def owner(house: House, hass_client: Browsers) -> Person:
    """Give the one person of the home."""
    return await sign_in(house.hass, hass_client, house.owner)


def terms(**changes: Any) -> dict[str, Any]:
    """Answer the page of a contract."""
    whole: dict[str, Any] = {
        "company": " 阿蘇警備保障 ",
        "task": "guarding",
        "task_text": "夜間の入口の警備",
        "reason": "夜間に人がいないため",
        "terms": {"clause": True, "start": "2026-11-23", "until": "2027-03-31"},
        "person": {"contact": "担当 阿蘇"},
    }
    for section in ("terms", "person"):
        whole[section] |= changes.pop(section, {})
    return whole | changes


async def begun(house: House, person: Person, subentry: str | None = None) -> Flow:
    wish: dict[str, Any] = {"handler": [house.entry.entry_id, SUBENTRY_CONTRACTOR]}
    if subentry:
        wish["subentry_id"] = subentry
    return await person._begin(SUBENTRIES, **wish)


def only(house: House) -> ConfigSubentry:
    (found,) = [
        subentry
        for subentry in house.entry.subentries.values()
        if subentry.subentry_type == SUBENTRY_CONTRACTOR
    ]
    return found


async def made(house: House, owner: Person) -> ConfigSubentry:
    await (await begun(house, owner)).answer(**terms())
    await house.settle()
    return only(house)


async def test_a_contract_is_entered_in_the_book_and_named_after_its_company(
    house: House, owner: Person
) -> None:
    site = house.site
    flow = await begun(house, owner)
    assert (flow.kind, flow.step) == ("form", "user")
    await flow.answer(**terms())
    assert (flow.kind, flow.at["title"]) == ("create_entry", "阿蘇警備保障")
    await house.settle()
    (entry,) = [one for one in house.acts("contract_made") if one.phase is Phase.DONE]
    act = entry.act
    assert isinstance(act, ContractMade)
    assert (act.task, act.clause, act.contact) == (Task.GUARDING, True, "担当 阿蘇")
    assert (entry.actor.user_id, entry.actor.door) == (house.owner.id, Door.FLOW)
    assert dict(only(house).data) == {"contract": act.contract}
    assert only(house).unique_id == act.contract
    # The cameras do not stop for it, and another one can still be added.
    assert house.site is site
    assert list(site.cameras) == [CAMERA]
    flow = await owner.add_camera(house.entry.entry_id)
    await flow.answer(crime_prevention="yes", unspecified_people="yes")
    assert (flow.kind, flow.step) == ("form", "camera")


@pytest.mark.parametrize(
    ("answers", "errors"),
    [
        ({"company": " "}, {"company": "text_missing"}),
        ({"task_text": " "}, {"task_text": "text_missing"}),
        ({"reason": "長" * 2001}, {"reason": "text_too_long"}),
        ({"person": {"contact": "長" * 201}}, {"person": "text_too_long"}),
        ({"terms": {"until": "2026-11-22"}}, {"terms": "contract_ends_before_start"}),
        (
            {"terms": {"start": "2026-01-01", "until": "2026-03-01"}},
            {"terms": "contract_until_past"},
        ),
    ],
)
async def test_a_bad_answer_is_met_by_words_and_kept_on_the_page(
    house: House, owner: Person, answers: dict[str, Any], errors: dict[str, str]
) -> None:
    flow = await begun(house, owner)
    await flow.answer(**terms(**answers))
    assert (flow.kind, flow.errors) == ("form", errors)
    assert flow.suggested["task"] == "guarding"
    assert flow.suggested["terms"]["start"]
    assert house.acts("contract_made") == []
    await flow.answer(**terms())
    assert flow.kind == "create_entry"


async def test_a_contract_is_changed_with_what_it_was_on_the_page(
    house: House, owner: Person
) -> None:
    subentry = await made(house, owner)
    flow = await begun(house, owner, subentry.subentry_id)
    assert (flow.kind, flow.step) == ("form", "reconfigure")
    assert flow.suggested == terms(company="阿蘇警備保障")
    await flow.answer(**terms(company="熊本警備", terms={"until": "2026-12-31", "clause": False}))
    assert (flow.kind, flow.reason) == ("abort", "reconfigure_successful")
    assert only(house).title == "熊本警備"
    (found,) = house.site.desk.registers.contracts.by_id.values()
    assert (found.contract, found.clause) == (subentry.unique_id, False)
    flow = await begun(house, owner, subentry.subentry_id)
    assert flow.suggested["terms"]["until"] == "2026-12-31"
    await flow.answer(**terms(terms={"until": "2026-11-22"}))
    assert flow.errors == {"terms": "contract_ends_before_start"}


async def test_what_is_over_or_gone_is_not_changed(house: House, owner: Person) -> None:
    subentry = await made(house, owner)
    contract = subentry.unique_id
    assert contract is not None
    flow = await begun(house, owner, subentry.subentry_id)
    actor = Actor(house.owner.id, Door.FLOW)
    await contracts.end(house.site.desk, actor, contract)
    await flow.answer(**terms())
    assert (flow.kind, flow.reason) == ("abort", "contract_over")
    flow = await begun(house, owner, subentry.subentry_id)
    assert (flow.kind, flow.reason) == ("abort", "contract_over")
    for other in (house.subentry(CAMERA).subentry_id, "01JXNOSUCHSUBENTRY"):
        flow = await begun(house, owner, other)
        assert (flow.kind, flow.reason) == ("abort", "contract_unknown")


async def test_who_has_no_office_is_turned_away_and_the_attempt_entered(
    house: House, owner: Person, hass_client: Browsers
) -> None:
    subentry = await made(house, owner)
    user = await house.hass.auth.async_create_user("Another", group_ids=["system-admin"])
    another = await sign_in(house.hass, hass_client, user)
    for page in (None, subentry.subentry_id):
        flow = await begun(house, another, page)
        assert (flow.kind, flow.reason) == ("abort", "role_needed_contract")
    assert house.acts("refusal")[-1].actor.user_id == user.id


async def test_more_time_for_people_at_work_is_refused_to_who_appoints_nobody(
    house: House, owner: Person
) -> None:
    subentry = await made(house, owner)
    assert subentry.unique_id is not None
    desk, actor = house.site.desk, Actor(house.owner.id, Door.FLOW)
    await contracts.person(desk, actor, subentry.unique_id, Somebody("guard", "警備 一郎"))
    flow = await begun(house, owner, subentry.subentry_id)
    await appointments.end(desk, actor, Role.MANAGER, house.owner.id, secrecy_acknowledged=True)
    await flow.answer(**terms(terms={"until": "2027-06-30"}))
    assert (flow.kind, flow.reason) == ("abort", "role_needed_appoint_operator")
