"""People who answer, disks that are good, and sites that were set up by the flow."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.flows import founding, place

from ..conftest import CHEAP, PASSPHRASE, House
from .person import Browsers, Flow, Person, sign_in

type Mount = Callable[[Path, str], None]

TWICE = {"passphrase": PASSPHRASE, "passphrase_again": PASSPHRASE}
FACILITY = {
    "facility": "水前寺ハイツ",
    "owner_kind": "body",
    "owner_name": "水前寺ハイツ管理組合",
    "name": "熊本 花子",
    "manager_title": "理事長",
}
PURPOSE = {
    "purpose": "建物の出入口における犯罪を防止するため。",
    "crimes": "侵入盗",
    "contact": "管理室 096-000-0000",
}

REQUESTS = {"approver": "manager", "written_request": True, "permission_afterwards": False}
"""What a site is asked about requests, as it is proposed."""


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let passphrases cost little."""
    monkeypatch.setattr(founding, "KDF_COST", CHEAP)


@pytest.fixture(autouse=True)
def mount(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mount:
    """Let every folder lie on a good local disk, whatever this machine has; a test may say otherwise."""
    table = tmp_path / "mounts"

    def mounted(at: Path, file_system: str) -> None:
        table.write_text(f"/dev/vda1 / ext4 rw 0 0\nx {at} {file_system} rw 0 0\n")

    mounted(Path("/"), "ext4")
    monkeypatch.setattr(place, "check", partial(place.check, mounts=table))
    monkeypatch.setattr(place, "propose", partial(place.propose, mounts=table))
    return mounted


@pytest.fixture
async def owner(empty_house: House, hass_client: Browsers) -> Person:
    """Give the person who sets sites up."""
    await empty_house.street(gate="Gate camera", shed=None)
    return await sign_in(empty_house.hass, hass_client, empty_house.owner)


@pytest.fixture
async def stranger(owner: Person, empty_house: House, hass_client: Browsers) -> Person:
    """Give an administrator of Home Assistant who holds no role."""
    user = await empty_house.hass.auth.async_create_user("Stranger", group_ids=["system-admin"])
    return await sign_in(empty_house.hass, hass_client, user)


def home(house: House, **changes: Any) -> dict[str, Any]:
    """Answer the one page of a home."""
    return {
        "camera": house.source("gate").entity_id,
        "name": "熊本 花子",
        **TWICE,
        "advanced": {"vault": str(house.vault_path)},
    } | changes


def last_group(flow: Flow) -> str:
    return flow.blanks["code"].split("-")[-1]


async def set_up_home(house: House, owner: Person) -> str:
    """Set a home up; return its recovery code."""
    flow = await (await owner.add_site()).choose("home")
    await flow.answer(**home(house))
    code = flow.blanks["code"]
    await flow.answer(last_group=last_group(flow))
    assert flow.kind == "create_entry", flow.at
    await house.settle()
    house.entry = house.hass.config_entries.async_entries(DOMAIN)[0]  # type: ignore[assignment]
    return code


async def set_up_building(house: House, owner: Person) -> str:
    """Set a building up, without a camera; return its recovery code."""
    flow = await (await owner.add_site()).choose("small_building")
    vault = {"vault": str(house.vault_path)}
    for page in (FACILITY, PURPOSE, {"retention_days": 10}, REQUESTS, vault):
        await flow.answer(**page)
    await flow.answer(**TWICE)
    code = flow.blanks["code"]
    await flow.answer(last_group=last_group(flow))
    assert flow.kind == "create_entry", flow.at
    await house.settle()
    house.entry = house.hass.config_entries.async_entries(DOMAIN)[0]  # type: ignore[assignment]
    return code
