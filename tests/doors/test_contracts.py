"""Contracts over HTTP, as subentries, and in Repairs."""

from datetime import timedelta
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.config_entries import ConfigEntryState, ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.kuma_bouhan import contractors
from custom_components.kuma_bouhan.const import CONF_ENDED, DOMAIN, SUBENTRY_CONTRACTOR
from custom_components.kuma_bouhan.guideline.people import ITSELF, Actor, Door, Role
from custom_components.kuma_bouhan.procedure import appointments
from custom_components.kuma_bouhan.records.acts import PersonalDataErased, PurgeAsked
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.problems import BookProblem

from .conftest import CAMERA, NOON, PASSPHRASE, House
from .flows.person import sign_in
from .keeper import Keeper
from .test_book_at_rest import damaged, flipped, near_the_end, write

pytestmark = pytest.mark.freeze_time(NOON)

DAY = timedelta(days=1)
LAST = NOON + 60 * DAY
TERMS = {
    "company": "阿蘇警備保障",
    "contact": "担当 阿蘇",
    "task": "guarding",
    "task_text": "夜間の入口の警備",
    "reason": "夜間に人がいないため",
    "clause": True,
    "start": f"{NOON:%Y-%m-%d}",
    "until": f"{LAST:%Y-%m-%d}",
}
END = (LAST + DAY).replace(hour=0, minute=0, second=0)


@pytest.fixture
async def keeper(
    house: House, hass_client: ClientSessionGenerator, hass_ws_client: WebSocketGenerator
) -> Keeper:
    """Sign the one person of a home in."""
    await house.hass.config.async_set_time_zone("UTC")
    await house.stop()
    await house.start()
    # A session that lasts for as long as a contract does.
    person = await sign_in(house.hass, hass_client, house.owner)
    return Keeper(person.client, await hass_ws_client())


async def only(keeper: Keeper) -> dict[str, Any]:
    (found,) = (await keeper.kept("contracts"))["contracts"]
    contract: dict[str, Any] = found
    return contract


def subentries(house: House) -> dict[str, ConfigSubentry]:
    return {
        str(subentry.unique_id): subentry
        for subentry in house.entry.subentries.values()
        if subentry.subentry_type == SUBENTRY_CONTRACTOR
    }


def said(hass: HomeAssistant) -> dict[str, dict[str, str] | None]:
    """Return what Repairs say of contracts and media."""
    return {
        issue_id: issue.translation_placeholders
        for (domain, issue_id), issue in ir.async_get(hass).issues.items()
        if domain == DOMAIN and issue.active and issue_id.startswith(("contract_", "taking_out_"))
    }


async def guard(house: House) -> str:
    """Have a user who works for the contractor."""
    user = await house.hass.auth.async_create_user("警備 一郎", group_ids=["system-users"])
    return str(user.id)


# --- At the panel


async def test_a_contract_is_made_shown_and_has_its_place_in_home_assistant(
    house: House, keeper: Keeper
) -> None:
    contract = (await keeper.do("contracts/make", **TERMS))["contract"]
    assert await only(keeper) == {
        **{key: TERMS[key] for key in TERMS if key not in {"start", "until"}},
        "contract": contract,
        "number": 1,
        "start": "2026-11-23",
        "until": "2027-01-22",
        "ended": None,
        "state": "running",
        "erased": False,
        "people": [],
        "certified": None,
        "certified_on": None,
        "document": "",
        "can": ["change", "person", "end"],
    }
    (subentry,) = subentries(house).values()
    assert dict(subentry.data) == {"contract": contract}
    assert (subentry.title, subentry.unique_id) == ("阿蘇警備保障", contract)
    await keeper.do("contracts/make", **TERMS | {"company": "熊本警備"}, contract=contract)
    assert subentries(house)[contract].title == "熊本警備"
    assert (await only(keeper))["company"] == "熊本警備"


async def test_the_clause_is_offered_in_the_readers_language(keeper: Keeper) -> None:
    told = await keeper.kept("contracts", language="ja")
    assert "再委託の禁止" in told["clause"]
    assert "熊本 花子（以下「委託者」という。）" in told["clause"]
    assert "No subcontracting" in (await keeper.kept("contracts", language="en"))["clause"]
    assert told["can"] == ["make"]


async def test_whoever_works_for_a_contractor_is_appointed_by_a_decision(
    house: House, keeper: Keeper
) -> None:
    contract = (await keeper.do("contracts/make", **TERMS))["contract"]
    user = await guard(house)
    body = {"contract": contract, "user_id": user, "title": "警備員"}
    assert {"user_id": user, "name": "警備 一郎"} in (await keeper.kept("contracts"))["users"]
    assert await keeper.refused("contracts/person", **body) == (403, "unlock_first")
    assert await keeper.do("contracts/person", **body, passphrase=PASSPHRASE) == {}
    found = await only(keeper)
    assert found["people"] == [{"user_id": user, "name": "警備 一郎", "until": END.isoformat()}]
    roles = house.site.desk.registers.roles_of
    assert roles(user, NOON) == {Role.OPERATOR}
    assert await keeper.do("contracts/end", contract=contract) == {}
    assert roles(user, NOON) == frozenset()
    found = await only(keeper)
    assert (found["state"], found["ended"], found["can"]) == ("over", NOON.isoformat(), ["certify"])


async def test_a_site_owner_who_appoints_no_operators_is_not_offered_to(
    house: House, keeper: Keeper
) -> None:
    contract = (await keeper.do("contracts/make", **TERMS))["contract"]
    actor = Actor(house.owner.id, Door.FLOW)
    await appointments.end(
        house.site.desk, actor, Role.MANAGER, house.owner.id, secrecy_acknowledged=True
    )
    assert (await only(keeper))["can"] == ["change", "end"]
    body = {"contract": contract, "user_id": await guard(house)}
    assert await keeper.refused("contracts/person", **body) == (403, "role_needed_appoint_operator")


async def test_what_became_of_it_is_certified_and_then_nothing_is_left_to_do(
    house: House, keeper: Keeper, freezer: FrozenDateTimeFactory
) -> None:
    contract = (await keeper.do("contracts/make", **TERMS))["contract"]
    assert await keeper.refused(
        "contracts/certify", contract=contract, certified="returned", on="2026-11-23"
    ) == (422, "contract_running")
    await keeper.do("contracts/end", contract=contract)
    await keeper.do(
        "contracts/certify",
        contract=contract,
        certified="destroyed",
        on="2026-11-22",
        document="証明書 第3号",
    )
    found = await only(keeper)
    assert (found["certified"], found["certified_on"]) == ("destroyed", "2026-11-22")
    assert (found["document"], found["state"], found["can"]) == ("証明書 第3号", "settled", [])
    assert contract in subentries(house)
    freezer.move_to(NOON + 401 * DAY)
    assert (await keeper.kept("contracts"))["contracts"] == []


async def test_what_cannot_be_read_is_said(keeper: Keeper) -> None:
    for wrong in ({"task": "gardening"}, {"clause": "yes"}, {"until": "tomorrow"}, {"company": 5}):
        assert await keeper.refused("contracts/make", **TERMS | wrong) == (
            422,
            "viewing_unreadable",
        )


async def test_texts_whose_period_is_over_are_not_shown_and_name_nobody(
    house: House, keeper: Keeper
) -> None:
    contract = (await keeper.do("contracts/make", **TERMS))["contract"]
    desk = house.site.desk
    seq = desk.registers.contracts.by_id[contract].seq
    assert desk.book.erase_personal(seq)
    act = PersonalDataErased(acts=(seq,), reason="disclosure")  # type: ignore[arg-type]
    await desk.append(act, ITSELF, Phase.NOTED)
    found = await only(keeper)
    assert (found["erased"], found["company"], found["reason"]) == (True, "", "")
    assert subentries(house)[contract].title == "Contractor"
    await house.stop()
    await house.start()
    assert subentries(house)[contract].title == "Contractor"


# --- In Home Assistant


async def test_a_page_that_is_removed_ends_the_contract_and_access(
    house: House, keeper: Keeper
) -> None:
    contract = (await keeper.do("contracts/make", **TERMS))["contract"]
    user = await guard(house)
    await keeper.do("contracts/person", contract=contract, user_id=user, passphrase=PASSPHRASE)
    house.hass.config_entries.async_remove_subentry(
        house.entry, subentries(house)[contract].subentry_id
    )
    await house.settle()
    (ended,) = house.acts("contract_ended")
    assert (ended.phase, ended.actor.user_id) == (Phase.NOTED, None)
    assert house.site.desk.registers.roles_of(user, NOON) == frozenset()
    assert list(house.site.cameras) == [CAMERA]
    # What is over does not come back at the next start.
    await house.stop()
    await house.start()
    assert subentries(house) == {}
    assert len(house.acts("contract_ended")) == 1


def operates(house: House, user: str) -> bool:
    return Role.OPERATOR in house.site.desk.roles_of(Actor(user, Door.ACTION))


async def at_work(house: House, keeper: Keeper) -> tuple[str, str]:
    """Enter a contract and one person who works under it; return both."""
    contract = (await keeper.do("contracts/make", **TERMS))["contract"]
    user = await guard(house)
    await keeper.do("contracts/person", contract=contract, user_id=user, passphrase=PASSPHRASE)
    assert operates(house, user)
    return contract, user


async def take_away(house: House, contract: str) -> None:
    house.hass.config_entries.async_remove_subentry(
        house.entry, subentries(house)[contract].subentry_id
    )
    await house.settle()


async def test_a_removal_that_the_book_cannot_take_ends_access_and_is_entered_once_it_can(
    house: House,
    keeper: Keeper,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    contract, user = await at_work(house, keeper)

    def full(*_: Any, **__: Any) -> None:
        raise BookProblem("book_not_written", reason="ENOSPC")

    with monkeypatch.context() as patch:
        patch.setattr(house.site.desk.book, "append", full)
        await take_away(house, contract)
    assert not operates(house, user)
    assert "A contract's end could not be entered" in caplog.text
    assert user not in caplog.text
    assert house.acts("contract_ended") == []
    # Whatever is entered next says that the book takes acts again.
    await house.site.desk.append(PurgeAsked(slots=0), ITSELF, Phase.NOTED)
    await house.settle()
    assert len(house.acts("contract_ended")) == 1
    assert not operates(house, user)
    assert house.entry.data[CONF_ENDED] == []


async def test_over_a_damaged_book_a_removal_ends_access_and_no_restart_forgets_it(
    house: House, keeper: Keeper
) -> None:
    contract, user = await at_work(house, keeper)
    for _ in range(20):  # what is damaged comes later
        await house.site.desk.append(PurgeAsked(slots=0), ITSELF, Phase.NOTED)
    whole = await damaged(house, near_the_end)
    assert operates(house, user)
    await take_away(house, contract)
    assert not operates(house, user)
    await house.stop()
    await house.start()
    assert not operates(house, user)
    assert subentries(house) == {}
    assert house.acts("contract_ended") == []
    # Somebody restores the book.
    await house.stop()
    await write(house, flipped(whole, near_the_end(whole)))
    await house.start()
    assert len(house.acts("contract_ended")) == 1
    assert not operates(house, user)
    assert subentries(house) == {}
    assert house.entry.data[CONF_ENDED] == []


async def test_a_contract_without_a_page_gets_it_at_the_start(house: House, keeper: Keeper) -> None:
    contract = (await keeper.do("contracts/make", **TERMS))["contract"]
    await house.stop()
    house.hass.config_entries.async_remove_subentry(
        house.entry, subentries(house)[contract].subentry_id
    )
    await house.start()
    assert subentries(house)[contract].title == "阿蘇警備保障"
    assert house.acts("contract_ended") == []


async def test_contracts_that_cannot_be_read_keep_no_camera_from_recording(
    house: House, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    contract = (await keeper.do("contracts/make", **TERMS))["contract"]

    async def unreadable(*_given: object) -> None:
        raise BookProblem("book_unreadable")

    monkeypatch.setattr(contractors, "entries_of", unreadable)
    await house.stop()
    await house.start()
    assert house.entry.state is ConfigEntryState.LOADED
    assert CAMERA in house.site.cameras
    assert subentries(house)[contract].title == "阿蘇警備保障"


# --- Repairs


async def test_a_contract_that_runs_out_is_no_trouble_until_its_certificate_is_missing(
    house: House, keeper: Keeper, hass: HomeAssistant, freezer: FrozenDateTimeFactory
) -> None:
    contract = (await keeper.do("contracts/make", **TERMS))["contract"]
    assert said(hass) == {}
    freezer.move_to(END - DAY)
    house.site._tell()
    assert said(hass) == {}
    freezer.move_to(END)
    house.site._tell()
    assert said(hass) == {"contract_certificate_due": {"count": "1"}}
    # Another one that is ended early is said at once.
    until = {"until": f"{END + 90 * DAY:%Y-%m-%d}"}
    other = (await keeper.do("contracts/make", **TERMS | until))["contract"]
    await keeper.do("contracts/end", contract=other)
    assert said(hass) == {"contract_certificate_due": {"count": "2"}}
    for one in (contract, other):
        await keeper.do(
            "contracts/certify", contract=one, certified="nothing_held", on=f"{END:%Y-%m-%d}"
        )
    assert said(hass) == {}
    for issue in ("contract_certificate_due", "taking_out_overdue"):
        assert f"component.{DOMAIN}.issues.{issue}.title" in await words(hass)


async def words(hass: HomeAssistant) -> dict[str, str]:
    from homeassistant.helpers.translation import async_get_translations

    return await async_get_translations(hass, "ja", "issues", {DOMAIN})
