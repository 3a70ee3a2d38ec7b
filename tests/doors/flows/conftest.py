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

DUTIES: dict[str, Any] = {
    "sign_days": 30,
    "sign_interlock": False,
    "answer_days": 7,
    "closing_days": 30,
    "rules_by": None,
}
"""What a site is asked about signs and complaints, as it is proposed."""
REQUESTS: dict[str, Any] = {
    "approver": "manager",
    "written_request": True,
    "permission_afterwards": False,
    "duties": DUTIES,
}
"""What a site is asked about requests, as it is proposed."""
NECESSITY: dict[str, Any] = {
    "why": "昨年、近所で空き巣が続いた。",
    "milder": "門灯を付けたが、被害は続いた。",
}
PARTICULARS: dict[str, Any] = {
    "purpose": "門の付近における犯罪を防止するため。",
    "crimes": "空き巣",
    "range_kept": "向かいの家が写らない向きにした。",
    "hours": "留守の時間が決まっていないため、終日とする。",
}
ASSESSMENT = {"necessity": NECESSITY, "particulars": PARTICULARS}
"""What is asked before a camera."""


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


def said(page: dict[str, Any]) -> dict[str, Any]:
    """Return a page as it is sent: without what stays empty."""
    return {
        name: said(answer) if isinstance(answer, dict) else answer
        for name, answer in page.items()
        if answer is not None
    }


def home(house: House, **changes: Any) -> dict[str, Any]:
    """Answer the one page of a home."""
    return {
        "camera": house.source("gate").entity_id,
        "view": "門の前の道路",
        **ASSESSMENT,
        "name": "熊本 花子",
        **TWICE,
        "duties": said(DUTIES | {"sign_days": 365}),
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
    for page in (FACILITY, PURPOSE, {"retention_days": 10}, said(REQUESTS), vault):
        await flow.answer(**page)
    await flow.answer(**TWICE)
    code = flow.blanks["code"]
    await flow.answer(last_group=last_group(flow))
    assert flow.kind == "create_entry", flow.at
    await house.settle()
    house.entry = house.hass.config_entries.async_entries(DOMAIN)[0]  # type: ignore[assignment]
    return code
