"""Drafts, protections and extensions over HTTP, and how they show."""

from datetime import timedelta
from typing import Any

import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.records.entry import Phase

from .asker import EARLIER, HOUR_END, MINUTE, SPAN, Asker, at_home, day_after
from .conftest import CAMERA, NOON, PASSPHRASE, House
from .viewer import BASE

pytestmark = pytest.mark.freeze_time(NOON)

OWN_END = HOUR_END + timedelta(days=7)
"""When the footage ends by its own period."""
WISH = {**SPAN, "until": day_after(NOON, 20), "reason": "事故の捜査", "remarks": "署から連絡"}
KEPT_UNTIL = (NOON + timedelta(days=21)).replace(hour=0, minute=0, second=0)


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


def step(house: House) -> dict[str, Any]:
    """Return what the last event about an extension said."""
    return dict(house.attributes("event", f"{house.site.desk.book.site}_extension"))


# --- Drafts


async def test_a_draft_is_listed_until_it_is_thrown_away_and_protects_nothing(
    house: House, asker: Asker
) -> None:
    told = await asker.ask("draft", wanted="disclosure", ground="law", **SPAN)
    draft = await asker.only("drafts")
    assert draft == {
        "number": told["number"],
        "at": NOON.isoformat(),
        "by": house.owner.id,
        "name": "熊本 花子",
        "cameras": [CAMERA],
        "start": EARLIER.isoformat(),
        "end": (EARLIER + MINUTE).isoformat(),
        "wanted": "disclosure",
        "ground": "law",
        "can": ["complete", "discard"],
    }
    assert house.state("sensor", f"{CAMERA}_held_until") == "unknown"
    assert await asker.ask("draft/discard", number=told["number"]) == {}
    assert (await asker.listed())["drafts"] == []


# --- Protecting at once


async def test_one_tap_protects_the_span_and_says_until_when(house: House, asker: Asker) -> None:
    told = await asker.ask("protect", **SPAN)
    until = OWN_END + timedelta(hours=72)
    assert (told["number"], told["until"], told["left_out"]) == (1, until.isoformat(), 0)
    (bounds,) = told["true"]
    assert (bounds["camera"], bounds["start"]) == (CAMERA, EARLIER.isoformat())
    assert bounds["bytes"] > 0
    protection = await asker.only("protections")
    assert protection["true"] == told["true"]
    assert (protection["state"], protection["can"]) == ("standing", ["end"])
    assert house.state("sensor", f"{CAMERA}_held_until") == until.isoformat()
    said = step(house)
    assert (said["event_type"], said["number"], said["cameras"]) == ("protected", 1, [CAMERA])
    answer = await asker.client.get(f"{BASE}/footage/{CAMERA}/{EARLIER:%Y-%m-%d}")
    (hold,) = (await answer.json())["holds"]
    assert (hold["start"], hold["until"], hold["kind"]) == (
        EARLIER.isoformat(),
        until.isoformat(),
        "protection",
    )
    assert await asker.ask("protect/end", number=1) == {}
    assert house.state("sensor", f"{CAMERA}_held_until") == "unknown"
    # What lost its protection is not protected again.
    assert await asker.refused("protect", **SPAN) == (422, "protection_used_up")


# --- Extensions


async def test_an_extension_is_approved_by_the_passphrase_that_comes_with_it(
    house: House, asker: Asker
) -> None:
    number = (await asker.ask("extension", **WISH))["number"]
    waiting = await asker.only("extensions")
    assert (waiting["state"], waiting["until"]) == ("requested", day_after(NOON, 20))
    assert (waiting["reason"], waiting["remarks"]) == ("事故の捜査", "署から連絡")
    assert waiting["original_ends"] == [day_after(HOUR_END, 7)]
    assert waiting["protected_until"] == (OWN_END + timedelta(hours=72)).isoformat()
    assert waiting["held_until"] is waiting["decided"] is waiting["renews"] is None
    assert waiting["can"] == ["approve", "deny", "withdraw"]
    assert house.site.lock.is_locked
    assert await asker.ask("extension/approve", number=number, passphrase=PASSPHRASE) == {}
    approved = await asker.only("extensions")
    assert (approved["state"], approved["held_until"]) == ("approved", KEPT_UNTIL.isoformat())
    assert approved["decided"] == {
        "at": NOON.isoformat(),
        "by": house.owner.id,
        "name": "熊本 花子",
        "one_person": True,
    }
    assert approved["can"] == ["end", "renew"]
    assert house.state("sensor", f"{CAMERA}_held_until") == KEPT_UNTIL.isoformat()
    assert step(house)["event_type"] == "approved"
    # Signed, because it was unlocked for it; and unlocked it is from then on.
    assert house.acts("extension_approved")[-1].signature
    assert not house.site.lock.is_locked


@pytest.mark.parametrize(
    ("passphrase", "answer"),
    [
        (None, (403, "unlock_first")),
        ("a guess that is long enough", (422, "wrong_passphrase")),
        (5, (422, "passphrase_missing")),
    ],
)
async def test_whoever_does_not_prove_who_they_are_decides_nothing(
    house: House, asker: Asker, passphrase: Any, answer: tuple[int, str]
) -> None:
    number = (await asker.ask("extension", **WISH))["number"]
    body = {"number": number} | ({"passphrase": passphrase} if passphrase else {})
    assert await asker.refused("extension/approve", **body) == answer
    assert (await asker.only("extensions"))["state"] == "requested"
    assert house.site.lock.is_locked
    assert house.acts("extension_approved") == []


async def test_guesses_with_an_act_are_counted_as_at_the_lock(house: House, asker: Asker) -> None:
    number = (await asker.ask("extension", **WISH))["number"]
    for _ in range(5):
        await asker.refused("extension/approve", number=number, passphrase="a wrong guess at it")
    assert await asker.refused("extension/approve", number=number, passphrase=PASSPHRASE) == (
        422,
        "unlock_wait",
    )
    assert house.site.lock.is_locked


async def test_an_extension_that_is_denied_says_why_and_holds_nothing(
    house: House, asker: Asker
) -> None:
    number = (await asker.ask("extension", **WISH))["number"]
    await asker.ask("extension/deny", number=number, reason="不要", passphrase=PASSPHRASE)
    denied = await asker.only("extensions")
    assert (denied["state"], denied["deny_reason"], denied["can"]) == ("denied", "不要", [])
    assert house.state("sensor", f"{CAMERA}_held_until") == "unknown"
    assert step(house)["event_type"] == "denied"


async def test_whoever_asked_withdraws_without_a_key(house: House, asker: Asker) -> None:
    number = (await asker.ask("extension", **WISH))["number"]
    await asker.ask("extension/withdraw", number=number)
    withdrawn = await asker.only("extensions")
    assert withdrawn["state"] == "withdrawn"
    assert withdrawn["withdrawn"] == {
        "at": NOON.isoformat(),
        "by": house.owner.id,
        "name": "熊本 花子",
    }
    assert step(house)["event_type"] == "withdrawn"
    assert house.site.lock.is_locked


async def test_an_extension_ends_early_for_a_reason(house: House, asker: Asker) -> None:
    await asker.unlock()
    number = (await asker.ask("extension", **WISH))["number"]
    await asker.ask("extension/approve", number=number)
    assert await asker.refused("extension/end", number=number, reason=" ") == (
        422,
        "reason_missing",
    )
    await asker.ask("extension/end", number=number, reason="解決した")
    ended = await asker.only("extensions")
    assert (ended["state"], ended["end_reason"]) == ("ended", "解決した")
    assert ended["ended"] == {"at": NOON.isoformat(), "by": house.owner.id, "name": "熊本 花子"}
    assert step(house)["event_type"] == "ended"


async def test_a_request_takes_over_draft_and_protection_and_may_be_renewed(
    house: House, asker: Asker
) -> None:
    await asker.unlock()
    draft = (await asker.ask("draft", wanted="extension", **SPAN))["number"]
    protection = (await asker.ask("protect", **SPAN))["number"]
    first = (await asker.ask("extension", **WISH, draft=draft, protection=protection))["number"]
    told = await asker.listed()
    assert (told["drafts"], told["protections"][0]["state"]) == ([], "taken")
    await asker.ask("extension/approve", number=first)
    longer = WISH | {"until": day_after(NOON, 60)}
    second = (await asker.ask("extension", **longer, renews=first))["number"]
    await asker.ask("extension/approve", number=second)
    newest, older = (await asker.listed())["extensions"]
    assert (newest["number"], newest["renews"], newest["state"]) == (second, first, "approved")
    assert older["state"] == "over"


# --- The list, and what cannot be read


async def test_the_list_begins_with_what_the_site_has_settled(house: House, asker: Asker) -> None:
    assert await asker.listed() == {
        "settings": {
            "approver": "manager",
            "written_request": True,
            "permission_afterwards": False,
            "four_eyes": [],
            "longest_extension_days": 90,
        },
        "drafts": [],
        "protections": [],
        "extensions": [],
        "disclosures": [],
    }


@pytest.mark.parametrize(
    ("way", "body"),
    [
        ("draft", SPAN | {"wanted": "everything"}),
        ("draft", SPAN | {"wanted": "disclosure", "ground": "because"}),
        ("protect", SPAN | {"cameras": "gate"}),
        ("protect", SPAN | {"start": "soon"}),
        ("extension", WISH | {"until": "someday"}),
        ("extension", WISH | {"reason": 5}),
        ("extension", WISH | {"renews": "1"}),
        ("extension/approve", {"number": True, "passphrase": PASSPHRASE}),
        ("extension/end", {"number": 1, "passphrase": PASSPHRASE}),
        ("draft/discard", {}),
    ],
)
async def test_what_cannot_be_read_is_not_done(
    house: House, asker: Asker, way: str, body: dict[str, Any]
) -> None:
    size = len(house.acts("extension_requested"))
    assert await asker.refused(way, **body) == (422, "viewing_unreadable")
    assert len(house.acts("extension_requested")) == size
    assert house.acts("footage_protected") == house.acts("request_drafted") == []


async def test_a_camera_of_nobody_is_unknown(asker: Asker) -> None:
    assert await asker.refused("protect", **SPAN | {"cameras": ["gate"]}) == (422, "unknown_camera")


async def test_the_bus_hears_the_number_and_no_reason(house: House, asker: Asker) -> None:
    heard: list[dict[str, Any]] = []
    house.hass.bus.async_listen(f"{DOMAIN}_act", lambda event: heard.append(dict(event.data)))
    number = (await asker.ask("extension", **WISH))["number"]
    await house.settle()
    (told,) = heard
    assert (told["kind"], told["phase"], told["number"]) == (
        "extension_requested",
        Phase.DONE.value,
        number,
    )
    assert "事故" not in str(heard)
    assert "事故" not in str(house.hass.states.async_all())
