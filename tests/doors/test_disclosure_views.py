"""Giving footage to others over HTTP: asked for, decided, handed over, followed up, and how that shows."""

from datetime import timedelta
from functools import partial
from typing import Any

from freezegun.api import FrozenDateTimeFactory
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.kuma_bouhan.guideline.disclosure import CopyForm
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.procedure import provision

from .asker import BY_LAW, EARLIER, MINUTE, PURPOSE, SPAN, Asker, at_home, day_after
from .conftest import CAMERA, NOON, PASSPHRASE, SITE, House

pytestmark = pytest.mark.freeze_time(NOON)

PERMITTED_UNTIL = NOON + timedelta(days=30)
HANDOVER = {"medium": "usb", "copies": 2, "receipt": True, "duty": "return"}


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


async def asked(asker: Asker, **more: Any) -> int:
    """Ask for footage by law; return the number."""
    return int((await asker.ask("disclosure", **SPAN | BY_LAW | more))["number"])


async def prepared(house: House, number: int) -> None:
    """Have what was permitted be put together and downloaded, as the package does."""
    actor = Actor(house.owner.id, Door.PANEL)
    house.site.desk.unlocked = lambda _: True
    await provision.enter_prepared(
        house.site.desk, actor, number, manifest="ab" * 32, files=1, size=1000, masked=False
    )
    await provision.enter_download(house.site.desk, actor, number, CopyForm.PACKAGE, 1000)
    house.site.desk.unlocked = house.site.lock.is_open
    await house.settle()


def step(house: House) -> dict[str, Any]:
    """Return what the last event about a disclosure said."""
    return dict(house.attributes("event", f"{SITE}_disclosure"))


async def test_what_is_asked_for_is_told_whole_to_who_may_read_it(
    house: House, asker: Asker
) -> None:
    number = await asked(asker, remarks="急がない", masked=True)
    item = await asker.only("disclosures")
    held = item.pop("true")
    assert [(one["camera"], one["start"]) for one in held] == [(CAMERA, EARLIER.isoformat())]
    until = item.pop("protected_until")
    assert until > NOON.isoformat()
    assert item == {
        "number": number,
        "seq": item["seq"],
        "at": NOON.isoformat(),
        "by": house.owner.id,
        "name": "熊本 花子",
        "cameras": [CAMERA],
        "start": EARLIER.isoformat(),
        "end": (EARLIER + MINUTE).isoformat(),
        "asks": "disclosure",
        "state": "requested",
        "ground": "law",
        "recipient": {name: PURPOSE[name] for name in ("affiliation", "title", "name", "contact")},
        "purpose": PURPOSE["purpose"],
        "content": PURPOSE["content"],
        "remarks": "急がない",
        "written": True,
        "document": "捜査関係事項照会書",
        "document_number": "第5号",
        "identity_check": "警察手帳",
        "exception": "",
        "danger": None,
        "urgency": "",
        "no_other_way": "",
        "masked": True,
        "access": None,
        "held_until": None,
        "decided": None,
        "withdrawn": None,
        "permission_due": None,
        "masks": [],
        "prepared": None,
        "copies": [],
        "provided": None,
        "seized_at": None,
        "can": ["deny", "permit", "withdraw"],
    }
    assert house.state("sensor", f"{SITE}_requests_waiting") == "1"
    for told in (step(house), house.hass.states.async_all()):
        assert "阿蘇" not in str(told)
        assert "ひき逃げ" not in str(told)


async def test_from_the_permission_to_the_last_copy(
    house: House, asker: Asker, freezer: FrozenDateTimeFactory
) -> None:
    number = await asked(asker)
    assert await asker.refused("disclosure/permit", number=number) == (403, "unlock_first")
    await asker.ask("disclosure/permit", number=number, passphrase=PASSPHRASE)
    permitted = await asker.only("disclosures")
    assert permitted["state"] == "permitted"
    assert permitted["held_until"] == permitted["decided"]["until"] == PERMITTED_UNTIL.isoformat()
    assert permitted["decided"]["one_person"] is True
    assert step(house)["event_type"] == "permitted"
    assert house.state("sensor", f"{SITE}_requests_waiting") == "0"

    body = {"number": number, "at": NOON.isoformat(), **HANDOVER}
    assert await asker.refused("disclosure/provide", **body, due=day_after(NOON, 7)) == (
        422,
        "not_prepared",
    )
    await prepared(house, number)
    assert step(house) | {"event_type": "prepared", "number": number, "files": 1} == step(house)
    assert house.state("sensor", f"{SITE}_copies_out") == "1"
    assert await asker.refused("disclosure/provide", **body) == (422, "due_missing")
    await asker.ask("disclosure/provide", **body, due=day_after(NOON, 7), received_by="阿蘇 次郎")
    item = await asker.only("disclosures")
    assert item["state"] == "provided"
    assert item["prepared"]["manifest"] == "ab" * 32
    (copy,) = item["copies"]
    assert (copy["copy"], copy["form"], copy["overdue"], copy["fate"]) == (
        1,
        "package",
        False,
        None,
    )
    provided = item["provided"]
    assert (provided["received_by"], provided["medium"], provided["copies"]) == (
        "阿蘇 次郎",
        "usb",
        2,
    )
    assert provided["due"] > day_after(NOON, 7)
    assert step(house)["event_type"] == "provided"
    assert house.state("sensor", f"{SITE}_copies_out") == "3"
    assert house.state("sensor", f"{CAMERA}_held_until") == "unknown"

    await asker.ask("disclosure/confirm", number=number, copy=1, fate="deleted")
    freezer.tick(timedelta(minutes=20))
    await asker.ask(
        "disclosure/confirm",
        number=number,
        copy=None,
        fate="returned",
        at=(NOON + timedelta(minutes=10)).isoformat(),
    )
    closed = await asker.only("disclosures")
    assert (closed["state"], closed["copies"][0]["fate"]) == ("closed", "deleted")
    assert closed["provided"]["fate"] == "returned"
    assert house.state("sensor", f"{SITE}_copies_out") == "0"
    assert step(house)["event_type"] == "confirmed"


async def test_a_denial_says_whether_there_is_a_ground(house: House, asker: Asker) -> None:
    number = await asked(asker)
    await asker.ask(
        "disclosure/deny", number=number, no_ground=True, reason="私用", passphrase=PASSPHRASE
    )
    item = await asker.only("disclosures")
    assert item["state"] == "denied"
    assert (item["decided"]["denied"], item["decided"]["no_ground"]) == (True, True)
    assert item["decided"]["reason"] == "私用"
    assert step(house)["event_type"] == "denied"


async def test_whoever_asked_withdraws(house: House, asker: Asker) -> None:
    number = await asked(asker)
    await asker.ask("disclosure/withdraw", number=number)
    withdrawn = await asker.only("disclosures")
    assert withdrawn["state"] == "withdrawn"
    assert withdrawn["withdrawn"] == {
        "at": NOON.isoformat(),
        "by": house.owner.id,
        "name": "熊本 花子",
    }
    assert step(house)["event_type"] == "withdrawn"
    assert house.state("sensor", f"{CAMERA}_held_until") == "unknown"


async def test_an_access_request_is_answered_before_it_can_be_permitted(
    house: House, asker: Asker
) -> None:
    purpose = PURPOSE | {"affiliation": "", "title": ""}
    told = await asker.ask("disclosure", **SPAN, asks="access", **purpose)
    number = told["number"]
    waiting = await asker.only("disclosures")
    assert (waiting["asks"], waiting["ground"], waiting["access"]) == ("access", None, None)
    assert waiting["can"] == ["answer", "deny", "withdraw"]
    assert await asker.refused("disclosure/permit", number=number, passphrase=PASSPHRASE) == (
        422,
        "no_ground",
    )
    await asker.ask(
        "disclosure/answer", number=number, business="yes", retained="unknown", obliged=True
    )
    answered = await asker.only("disclosures")
    assert answered["access"] == {"business": "yes", "retained": "unknown", "obliged": True}
    assert (answered["ground"], answered["masked"]) == ("law", True)
    assert "permit" in answered["can"]


async def test_a_seizure_is_entered_and_waits_for_nobody(house: House, asker: Asker) -> None:
    told = await asker.ask(
        "seizure",
        at=(NOON - timedelta(minutes=5)).isoformat(),
        **SPAN,
        affiliation="熊本県警察",
        title="警部",
        name="阿蘇 太郎",
        contact="",
        document="捜索差押許可状",
        document_number="第7号",
        content="録画機",
        remarks="",
    )
    item = await asker.only("disclosures")
    assert (item["number"], item["asks"], item["state"]) == (told["number"], "seizure", "seized")
    assert item["seized_at"] == (NOON - timedelta(minutes=5)).replace(second=0).isoformat()
    assert (item["document"], item["recipient"]["title"]) == ("捜索差押許可状", "警部")
    assert step(house)["event_type"] == "seized"
    assert house.state("sensor", f"{SITE}_requests_waiting") == "0"


@pytest.mark.parametrize(
    ("change", "answer"),
    [
        ({"ground": None}, (422, "ground_missing")),
        ({"document": ""}, (422, "document_missing")),
        ({"ground": "emergency"}, (422, "danger_missing")),
        ({"contact": " "}, (422, "contact_missing")),
        ({"asks": "seizure"}, (422, "viewing_unreadable")),
        ({"asks": "gossip"}, (422, "viewing_unreadable")),
        ({"ground": "curiosity"}, (422, "viewing_unreadable")),
        ({"danger": "honour"}, (422, "viewing_unreadable")),
        ({"written": "yes"}, (422, "viewing_unreadable")),
        ({"name": ["阿蘇"]}, (422, "viewing_unreadable")),
    ],
)
async def test_what_lacks_a_ground_or_cannot_be_read_is_not_asked_for(
    house: House, asker: Asker, change: dict[str, Any], answer: tuple[int, str]
) -> None:
    assert await asker.refused("disclosure", **SPAN | BY_LAW | change) == answer
    assert house.acts("disclosure_requested") == []


@pytest.mark.parametrize(
    ("way", "body"),
    [
        ("disclosure/answer", {"business": "maybe", "retained": "no", "obliged": False}),
        ("disclosure/provide", {"at": "noon", **HANDOVER}),
        ("disclosure/provide", {"at": NOON.isoformat(), **HANDOVER, "due": "soon"}),
        ("disclosure/provide", {"at": NOON.isoformat(), **HANDOVER, "medium": "pigeon"}),
        ("disclosure/confirm", {"copy": "1", "fate": "deleted"}),
        ("disclosure/confirm", {"copy": 1, "fate": "lost"}),
        ("seizure", {"at": "now", **SPAN}),
    ],
)
async def test_what_cannot_be_read_is_not_done(
    house: House, asker: Asker, way: str, body: dict[str, Any]
) -> None:
    await asker.unlock()
    refused = partial(asker.refused, way, **{"number": 1} | body)
    assert await refused() == (422, "viewing_unreadable")
