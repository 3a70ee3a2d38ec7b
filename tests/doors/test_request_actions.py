"""Actions of requests: automations open drafts, people decide while their vault is open, and nothing personal travels."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator
import voluptuous as vol

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.procedure import provision

from .asker import BY_LAW, EARLIER, MINUTE, SPAN, Asker, at_home, day_after
from .conftest import CAMERA, NOON, House

pytestmark = pytest.mark.freeze_time(NOON)

HANDOVER = {"medium": "disc", "copies": 1, "receipt": True, "duty": "return"}


@pytest.fixture
async def asker(
    empty_house: House, hass_client: ClientSessionGenerator, hass_ws_client: WebSocketGenerator
) -> Asker:
    """Sign the one person of a home in, where there is footage; the vault is locked."""
    return await at_home(empty_house, hass_client, hass_ws_client)


@pytest.fixture
def house(empty_house: House, asker: Asker) -> House:
    """Return the house they are in."""
    return empty_house


@pytest.fixture
def wanted(house: House) -> dict[str, Any]:
    """Return what a draft is opened of."""
    return {
        "camera": house.entity_id("switch", f"{CAMERA}_recording"),
        "start": EARLIER.isoformat(),
        "end": (EARLIER + MINUTE).isoformat(),
    }


async def refused(called: Callable[[], Any]) -> tuple[str, dict[str, str]]:
    """Return the key and the blanks of what an action is refused with."""
    with pytest.raises((ServiceValidationError, HomeAssistantError)) as error:
        await called()
    return str(error.value.translation_key), dict(error.value.translation_placeholders or {})


@pytest.mark.parametrize("action", ["request_extension", "request_disclosure"])
async def test_an_automation_opens_a_draft_that_a_person_completes(
    house: House, asker: Asker, wanted: dict[str, Any], action: str
) -> None:
    told = await house.call(f"{DOMAIN}.{action}", house.automation, wanted, return_response=True)
    draft = await asker.only("drafts")
    assert told == {"number": draft["number"]}
    assert (draft["wanted"], draft["by"], draft["name"]) == (action.partition("_")[2], "", "")
    assert (draft["cameras"], draft["start"]) == ([CAMERA], EARLIER.isoformat())
    assert house.acts("footage_protected") == []


async def test_a_draft_of_a_disclosure_may_name_its_ground(
    house: House, asker: Asker, wanted: dict[str, Any]
) -> None:
    await house.call(f"{DOMAIN}.request_disclosure", house.person, wanted | {"ground": "law"})
    assert (await asker.only("drafts"))["ground"] == "law"
    for nonsense in ({"ground": "curiosity"}, {"reason": "わたしの理由"}):
        with pytest.raises(vol.Invalid):
            await house.call(f"{DOMAIN}.request_disclosure", house.person, wanted | nonsense)


async def test_deciding_by_action_takes_an_open_vault_and_says_where_to_open_it(
    house: House, asker: Asker
) -> None:
    wish = {**SPAN, "until": day_after(NOON, 20), "reason": "事故の捜査"}
    number = (await asker.ask("extension", **wish))["number"]

    async def approve(context: Any = None) -> None:
        await house.call(f"{DOMAIN}.approve_extension", context or house.person, {"number": number})

    key, blanks = await refused(approve)
    assert (key, blanks["link"]) == ("unlock_first", f"/kuma-bouhan/requests/{number}")
    await asker.unlock()
    assert (await refused(lambda: approve(house.automation)))[0] == "person_needed"
    await approve()
    assert (await asker.only("extensions"))["state"] == "approved"
    assert house.acts("extension_approved")[-1].signature
    assert (await refused(approve))[0] == "request_decided"


async def test_deny_denies_whatever_has_the_number(house: House, asker: Asker) -> None:
    await asker.unlock()
    wish = {**SPAN, "until": day_after(NOON, 20), "reason": "事故の捜査"}
    extension = (await asker.ask("extension", **wish))["number"]
    disclosure = (await asker.ask("disclosure", **SPAN | BY_LAW))["number"]
    for number in (extension, disclosure):
        await house.call(f"{DOMAIN}.deny", house.person, {"number": number})
    assert (await asker.only("extensions"))["state"] == "denied"
    assert (await asker.only("disclosures"))["state"] == "denied"

    async def nobodys() -> None:
        await house.call(f"{DOMAIN}.deny", house.person, {"number": 999})

    assert (await refused(nobodys))[0] == "request_unknown"


async def test_a_disclosure_is_permitted_handed_over_and_followed_up_by_action(
    house: House, asker: Asker
) -> None:
    await asker.unlock()
    number = (await asker.ask("disclosure", **SPAN | BY_LAW))["number"]
    await house.call(f"{DOMAIN}.permit_disclosure", house.person, {"number": number})
    await provision.enter_prepared(
        house.site.desk,
        Actor(house.owner.id, Door.ACTION),
        number,
        manifest="ab" * 32,
        files=1,
        size=1000,
        masked=False,
    )
    due = day_after(NOON, 7)
    await house.call(
        f"{DOMAIN}.record_handover", house.person, {"number": number, **HANDOVER, "due": due}
    )
    provided = (await asker.only("disclosures"))["provided"]
    # Now, to the minute.
    assert provided["at"] == NOON.replace(second=0).isoformat()
    assert (provided["medium"], provided["duty"], provided["receipt"]) == ("disc", "return", True)
    assert provided["due"].startswith(day_after(NOON, 8))
    await house.call(
        f"{DOMAIN}.confirm_return", house.person, {"number": number, "fate": "returned"}
    )
    closed = await asker.only("disclosures")
    assert (closed["state"], closed["provided"]["fate"]) == ("closed", "returned")


async def test_a_hand_over_may_be_entered_later_with_its_minute(house: House, asker: Asker) -> None:
    await asker.unlock()

    async def in_future() -> None:
        at = (NOON + timedelta(hours=1)).isoformat()
        await house.call(
            f"{DOMAIN}.record_handover", house.person, {"number": 1, "at": at, **HANDOVER}
        )

    assert (await refused(in_future))[0] == "request_unknown"
    await asker.ask("disclosure", **SPAN | BY_LAW)
    assert (await refused(in_future))[0] == "moment_in_future"


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("approve_extension", {"number": 0}),
        ("permit_disclosure", {"number": 1, "passphrase": "x"}),
        ("deny", {"number": 1, "reason": "わたしの理由"}),
        ("record_handover", {"number": 1, **HANDOVER, "medium": "pigeon"}),
        ("record_handover", {"number": 1, **HANDOVER, "received_by": "阿蘇 太郎"}),
        ("confirm_return", {"number": 1, "fate": "lost"}),
        ("confirm_return", {"number": 1, "copy": 0, "fate": "deleted"}),
    ],
)
async def test_nonsense_and_whatever_is_personal_is_not_taken(
    house: House, action: str, data: dict[str, Any]
) -> None:
    with pytest.raises(vol.Invalid):
        await house.call(f"{DOMAIN}.{action}", house.person, data)
