"""Putting together, linking and masking over HTTP: from the permission to the downloaded package."""

import asyncio
from datetime import datetime, timedelta
from http import HTTPStatus
from io import BytesIO
from typing import Any
import zipfile

from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.procedure.package import Status
from tests.vault.conftest import Film, make_film

from .asker import BY_LAW, Asker
from .conftest import CAMERA, PASSPHRASE, House
from .viewer import BASE, HOUR, film_at

SECOND = timedelta(seconds=1)


@pytest.fixture(scope="module")
def film() -> Film:
    """Make some seconds of a film."""
    return make_film(6)


@pytest.fixture
def start() -> datetime:
    """Return a moment of the last hours: here time goes on."""
    return dt_util.utcnow().replace(minute=0, second=0, microsecond=0) - 2 * HOUR


@pytest.fixture
async def asker(
    house: House,
    hass_client: ClientSessionGenerator,
    hass_ws_client: WebSocketGenerator,
    film: Film,
    start: datetime,
) -> Asker:
    """Sign the one person of a home in, where a disclosure of some seconds is permitted; the vault is open."""
    await film_at(house, (start, film))
    asker = Asker(await hass_client(), await hass_ws_client())
    await asker.unlock()
    span = {
        "cameras": [CAMERA],
        "start": start.isoformat(),
        "end": (start + 5 * SECOND).isoformat(),
    }
    assert await asker.ask("disclosure", **BY_LAW | span) == {"number": 1}
    await asker.ask("disclosure/permit", number=1)
    return asker


async def status_of(asker: Asker, what: str) -> dict[str, Any]:
    """Return how far something is, once it is not under way any more."""
    while True:
        answer = await asker.client.get(f"{BASE}/requests/{what}")
        told: dict[str, Any] = await answer.json()
        assert answer.status == HTTPStatus.OK, told
        if told["state"] not in ("measuring", "working"):
            return told
        await asyncio.sleep(0.01)


async def test_a_package_is_put_together_listed_and_downloaded(
    house: House, asker: Asker, start: datetime
) -> None:
    assert await status_of(asker, "package/1") == {
        "state": "none",
        "done": 0,
        "total": 0,
        "seconds_left": None,
        "error": None,
        "manifest": "",
        "bytes": 0,
        "files": [],
    }
    assert await asker.refused("disclosure/link", number=1, form="package") == (422, "not_prepared")
    assert await asker.ask("disclosure/prepare", number=1) == {}
    told = await status_of(asker, "package/1")
    assert (told["state"], told["error"]) == ("ready", None)
    (file,) = told["files"]
    assert (file["camera"], file["kind"], file["index"]) == (CAMERA, "video", 0)
    assert datetime.fromisoformat(file["start"]) == start
    item = await asker.only("disclosures")
    assert (item["state"], item["prepared"]["manifest"]) == ("prepared", told["manifest"])
    assert {"download", "provide"} <= set(item["can"])
    link = await asker.ask("disclosure/link", number=1, form="package")
    assert datetime.fromisoformat(link["until"]) > dt_util.utcnow()
    video = await asker.ask("disclosure/link", number=1, form="video", file=0)
    assert video["url"] != link["url"]


async def test_what_was_linked_is_the_package(
    house: House, asker: Asker, hass_client_no_auth: ClientSessionGenerator
) -> None:
    await asker.ask("disclosure/prepare", number=1)
    await status_of(asker, "package/1")
    link = await asker.ask("disclosure/link", number=1, form="package")
    browser = await hass_client_no_auth()
    answer = await browser.get(link["url"])
    assert answer.status == HTTPStatus.OK
    with zipfile.ZipFile(BytesIO(await answer.read())) as archive:
        assert archive.testzip() is None
    (copy,) = (await asker.only("disclosures"))["copies"]
    assert (copy["form"], copy["fate"]) == ("package", None)


async def test_preparing_unlocks_by_the_passphrase_that_comes_with_it(
    house: House, asker: Asker
) -> None:
    await asker.client.post(f"{BASE}/lock")
    assert await asker.refused("disclosure/prepare", number=1) == (403, "unlock_first")
    await asker.ask("disclosure/prepare", number=1, passphrase=PASSPHRASE)
    assert (await status_of(asker, "package/1"))["state"] == "ready"


async def test_a_package_that_failed_says_why(
    house: House, asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def failed(*_: object) -> Status:
        return Status(state="failed", error=Problem("package_locked"))

    monkeypatch.setattr(type(house.site.packages), "status", failed)
    told = await status_of(asker, "package/1")
    assert (told["state"], told["error"]) == ("failed", "package_locked")


async def test_others_are_masked_where_they_were_drawn(
    house: House, asker: Asker, start: datetime
) -> None:
    answer = await asker.client.get(
        f"{BASE}/requests/still/1/{CAMERA}", params={"at": (start + SECOND).isoformat()}
    )
    assert answer.status == HTTPStatus.OK, await answer.text()
    assert answer.content_type == "image/jpeg"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert (await answer.read()).startswith(b"\xff\xd8")
    nothing = {"state": "none", "done": 0, "masks": [], "error": None}
    assert await status_of(asker, f"mask/1/{CAMERA}") == nothing
    mask = {
        "start": start.isoformat(),
        "end": (start + 3 * SECOND).isoformat(),
        "x": 0.25,
        "y": 0,
        "w": 0.5,
        "h": 1,
    }
    assert await asker.ask("mask", number=1, camera=CAMERA, masks=[mask]) == {}
    told = await status_of(asker, f"mask/1/{CAMERA}")
    assert (told["state"], told["done"], told["error"]) == ("done", 1, None)
    (drawn,) = told["masks"]
    assert (drawn["x"], drawn["w"], drawn["h"]) == (0.25, 0.5, 1)
    assert datetime.fromisoformat(drawn["start"]) == start
    (copy,) = (await asker.only("disclosures"))["masks"]
    assert (copy["camera"], copy["masks"]) == (CAMERA, 1)


async def test_a_person_ends_the_masking(
    house: House, asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    cancelled: list[tuple[int, str]] = []

    async def cancel(_masking: object, _actor: object, number: int, camera: str) -> None:
        cancelled.append((number, camera))

    monkeypatch.setattr(type(house.site.masking), "cancel", cancel)
    assert await asker.ask("mask/cancel", number=1, camera=CAMERA) == {}
    assert cancelled == [(1, CAMERA)]


@pytest.mark.parametrize(
    ("way", "body", "answer"),
    [
        ("disclosure/link", {"number": 1, "form": "letter"}, "viewing_unreadable"),
        ("disclosure/link", {"number": 1, "form": "video", "file": "0"}, "viewing_unreadable"),
        ("mask", {"number": 1, "camera": CAMERA}, "viewing_unreadable"),
        ("mask", {"number": 1, "camera": CAMERA, "masks": ["all"]}, "viewing_unreadable"),
        (
            "mask",
            {"number": 1, "camera": CAMERA, "masks": [{"start": "soon", "end": "late"}]},
            "viewing_unreadable",
        ),
        (
            "mask",
            {
                "number": 1,
                "camera": CAMERA,
                "masks": [
                    {
                        "start": "2026-11-23T12:00:00",
                        "end": "2026-11-23T12:01:00",
                        "x": "left",
                        "y": 0,
                        "w": 1,
                        "h": 1,
                    }
                ],
            },
            "viewing_unreadable",
        ),
        ("mask", {"number": 1, "camera": CAMERA, "masks": []}, "masks_missing"),
    ],
)
async def test_what_cannot_be_read_is_not_done(
    house: House, asker: Asker, way: str, body: dict[str, Any], answer: str
) -> None:
    assert await asker.refused(way, **body) == (422, answer)


async def test_a_still_of_no_moment_is_none(house: House, asker: Asker) -> None:
    for at in ("", "noon"):
        answer = await asker.client.get(f"{BASE}/requests/still/1/{CAMERA}", params={"at": at})
        assert (answer.status, (await answer.json())["error"]) == (422, "viewing_unreadable")
