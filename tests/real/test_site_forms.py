"""An association sets its site up in the real forms, puts cameras under the rules and changes its mind."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from custom_components.kuma_bouhan.const import BOOK_FILE, DOMAIN
from custom_components.kuma_bouhan.guideline.people import Role
from custom_components.kuma_bouhan.records.acts import (
    Appointed,
    CameraAdded,
    CameraRemoved,
    Refusal,
    RetentionChanged,
    SiteAdopted,
    SiteChanged,
    SiteRemoved,
)
from custom_components.kuma_bouhan.records.assessment import CameraAssessed
from custom_components.kuma_bouhan.records.entry import Phase
from scripts.house.client import CallFailedError, Json
from scripts.house.flows import begin, begin_reconfigure, begin_subentry
from scripts.house.running import House
from tests.street.process import StreetProcess

from .walk import (
    ASSESSMENT,
    DUTIES,
    PASSPHRASE,
    YES,
    Site,
    about_camera,
    accept_doubts,
    add_source,
    add_stream,
    files_with,
    house_in,
    refused,
    street_status,
    until,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")

FACILITY = {
    "facility": "下通アーケード",
    "owner_kind": "body",
    "owner_name": "下通商店街振興組合",
    "name": "熊本 花子",
    "manager_title": "理事長",
}
PURPOSE = {"purpose": "来街者の安全を守るため。", "crimes": "窃盗", "contact": "096-000-0000"}
REQUESTS: dict[str, Json] = {
    "approver": "manager",
    "written_request": True,
    "permission_afterwards": False,
    "duties": DUTIES,
}
IN_MEMORY = Path("/dev/shm/kuma_bouhan_vault")
TWICE = {"passphrase": PASSPHRASE, "passphrase_again": PASSPHRASE}


@dataclass(slots=True)
class Walk:
    """The walk through the forms of an association: what was refused, and what was on the disk."""

    site: Site
    errors: dict[str, dict[str, str]] = field(default_factory=dict)
    on_disk_before: list[Path] = field(default_factory=list)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def street() -> AsyncIterator[StreetProcess]:
    async with StreetProcess("--cameras", "2", "--size", "320x180", "--fps", "10") as process:
        yield process


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with house_in(tmp_path_factory.mktemp("forms") / "config") as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def walk(house: House) -> Walk:
    vault = house.config_dir.parent / "vault"
    book = house.config_dir / BOOK_FILE
    flow = await begin(house.client, DOMAIN)
    await flow.choose("association")
    errors = {"no facility": await refused(flow, **FACILITY | {"facility": "  "})}
    await flow.answer(**FACILITY)
    await flow.answer(**PURPOSE)
    errors["0 days"] = await refused(flow, retention_days=0)
    await flow.answer(retention_days=7)
    await flow.answer(**REQUESTS)
    for name, folder in {
        "under the configuration folder": house.config_dir / "vault",
        "in memory": IN_MEMORY,
        "relative": Path("vault"),
    }.items():
        errors[name] = await refused(flow, vault=str(folder))
    await flow.answer(vault=str(vault))
    await accept_doubts(flow)
    errors["differ"] = await refused(flow, **TWICE | {"passphrase_again": "another one, quite"})
    errors["short"] = await refused(flow, passphrase="kuma", passphrase_again="kuma")
    await flow.answer(**TWICE)
    code = str(flow.at["description_placeholders"]["code"])
    errors["wrong group"] = await refused(flow, last_group="0000")
    before = [path for path in (vault, book) if path.exists()]
    await flow.answer(last_group=code.rsplit("-", maxsplit=1)[-1].lower())
    assert flow.done and flow.done["type"] == "create_entry", flow.at
    site = Site(house, vault, flow.done["result"]["entry_id"], code)
    await site.look()
    await site.vouch_for_the_clock()
    return Walk(site, errors, before)


@pytest.fixture
def site(walk: Walk) -> Site:
    return walk.site


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def sources(walk: Walk, street: StreetProcess) -> list[str]:
    """Two cameras with streams; the first is under the rules, as "first"."""
    house = walk.site.house
    found = await asyncio.gather(*(add_stream(house, urls) for urls in street.urls))
    await walk.site.wait(await walk.site.join(found[0], "first"))
    return found


async def test_bad_answers_are_met_in_the_form(walk: Walk) -> None:
    assert walk.errors == {
        "no facility": {"facility": "text_missing"},
        "0 days": {"retention_days": "retention_out_of_range"},
        "under the configuration folder": {"vault": "place_in_configuration"},
        "in memory": {"vault": "place_in_memory"},
        "relative": {"vault": "place_not_absolute"},
        "differ": {"passphrase_again": "passphrases_differ"},
        "short": {"passphrase": "passphrase_short"},
        "wrong group": {"last_group": "group_differs"},
    }


async def test_nothing_is_on_the_disk_before_the_last_answer(walk: Walk) -> None:
    assert walk.on_disk_before == []
    assert (walk.site.vault / "vault.json").exists()
    assert list(IN_MEMORY.parent.glob(IN_MEMORY.name)) == []


async def test_whoever_sets_up_is_site_owner_and_manager(site: Site) -> None:
    roles = {entry.act.role for entry in site.book() if isinstance(entry.act, Appointed)}
    assert roles == {Role.SITE_OWNER, Role.MANAGER}


async def test_a_second_site_cannot_be_set_up(site: Site) -> None:
    assert (await begin(site.client, DOMAIN)).reason == "single_instance_allowed"


async def test_a_stream_camera_is_recorded(site: Site, sources: list[str]) -> None:
    first = site.cameras["first"]
    await site.wait_for_growth(first)
    assert await site.state(first, "recording_problem") == "off"
    assert await site.state(first, "retention_period") == "7"


async def test_a_second_camera_joins_without_a_break_in_the_first(
    site: Site, sources: list[str], street: StreetProcess
) -> None:
    first = site.cameras["first"]
    chunk = await site.wait_for_new_chunk(first)
    before = await street_status(street)
    second = await site.join(sources[1], "second")
    size = chunk.stat().st_size
    await until(lambda: chunk.stat().st_size > size)
    assert site.chunks(first)[-1] == chunk
    await site.wait(second)
    after = await street_status(street)
    assert (after["viewers"], after["connected"]) == (1, before["connected"])
    assert await site.state(first) == "recording"


async def test_a_camera_without_a_stream_gives_stills(site: Site, street: StreetProcess) -> None:
    source = await add_source(site.house, still_image_url=street.urls[0].still)
    flow = await begin_subentry(site.client, site.entry, "camera")
    await flow.answer(**YES)
    errors = await refused(flow, **about_camera(source, "stills"))
    assert errors == {"picture": "camera_without_stream"}
    picture = {"mode": "stills", "still_interval": 1, "audio": False}
    await flow.walk(about_camera(source, "stills", picture=picture), ASSESSMENT)
    await site.look()
    stills = site.cameras["stills"]
    await site.wait(stills)
    await site.wait_for_growth(stills)


@pytest.mark.parametrize("question", YES)
async def test_outside_the_guideline_a_camera_is_left_alone(site: Site, question: str) -> None:
    before = len(await site.subentries())
    flow = await begin_subentry(site.client, site.entry, "camera")
    await flow.answer(**YES | {question: "no"})
    assert flow.step == "outside"
    await flow.choose("leave_alone")
    assert flow.reason == "outside_guideline"
    assert len(await site.subentries()) == before


async def test_outside_the_guideline_a_camera_may_join_of_ones_own_will_and_go(
    site: Site, street: StreetProcess
) -> None:
    source = await add_source(site.house, stream_source=street.urls[1].ts)
    flow = await begin_subentry(site.client, site.entry, "camera")
    await flow.walk(
        YES | {"crime_prevention": "no"}, "join", about_camera(source, "doorbell"), ASSESSMENT
    )
    assert flow.done and flow.done["type"] == "create_entry"
    await site.look()
    camera = site.cameras["doorbell"]
    await site.wait(camera)
    await site.wait_for_growth(camera)
    added = [entry.act for entry in site.book() if isinstance(entry.act, CameraAdded)]
    assert [act.camera for act in added if act.voluntary] == [camera.id] * 2  # ordered, done

    # Home Assistant cannot refuse a deletion: it is entered, and the footage stays for its period.
    await site.client.command(
        "config_entries/subentries/delete", entry_id=site.entry, subentry_id=camera.subentry
    )
    await until(lambda: _kinds(site, CameraRemoved))
    removed = [entry for entry in site.book() if isinstance(entry.act, CameraRemoved)]
    assert [(entry.act, entry.phase) for entry in removed] == [
        (CameraRemoved(camera=camera.id), Phase.NOTED)
    ]
    assert site.stored(camera) > 0
    assert await site.client.state(camera.entities["recording_state"]) is None
    await site.look()


async def test_a_camera_at_an_address_of_its_own_is_recorded_and_shows_nowhere(
    site: Site, street: StreetProcess
) -> None:
    before = {one for one in await site.client.states() if one.startswith("camera.")}
    answers = about_camera("", "alley") | {"address": {"url": street.urls[1].rtsp}}
    del answers["source"]
    flow = await begin_subentry(site.client, site.entry, "camera")
    nothing = {"address": {"url": street.urls[1].still.replace("still", "nothing")}}
    await flow.answer(**YES)
    assert await refused(flow, **answers | nothing) == {"address": "address_not_found"}
    await flow.walk(answers, ASSESSMENT)
    assert flow.done and flow.done["type"] == "create_entry"
    await site.look()
    alley = site.cameras["alley"]
    await site.wait(alley)
    await site.wait_for_growth(alley)
    assert {one for one in await site.client.states() if one.startswith("camera.")} == before
    added = [entry.act for entry in site.book() if isinstance(entry.act, CameraAdded)]
    (source,) = {act.source for act in added if act.camera == alley.id}
    assert source.startswith("url:")
    assessed = [
        (entry.act.camera, entry.phase)
        for entry in site.book()
        if isinstance(entry.act, CameraAssessed)
    ]
    assert [phase for camera, phase in assessed if camera == alley.id] == [
        Phase.ORDERED,
        Phase.DONE,
    ]


async def test_a_camera_that_another_dialogue_took_meanwhile_is_taken(
    site: Site, sources: list[str], street: StreetProcess
) -> None:
    source = await add_source(site.house, stream_source=street.urls[0].ts)
    slow = await begin_subentry(site.client, site.entry, "camera")
    await slow.answer(**YES)
    await site.join(source, "contested", picture={"mode": "stills", "still_interval": 600})
    assert await refused(slow, **about_camera(source, "again")) == {"source": "camera_taken"}
    await slow.abandon()


async def test_a_shorter_period_shows_what_goes_sooner_and_asks_for_a_yes(
    site: Site, sources: list[str]
) -> None:
    years: dict[str, Json] = {"disclosure_years": 5, "complaint_years": 3}
    answers: dict[str, Json] = FACILITY | PURPOSE | REQUESTS | years | {"retention_days": 3}
    del answers["name"]
    flow = await begin_reconfigure(site.client, DOMAIN, site.entry)
    await flow.answer(**answers)
    assert flow.step == "shorten"
    blanks = flow.at["description_placeholders"]
    slots = {path.parent for path in site.chunks()}
    assert (blanks["days_before"], blanks["days_after"]) == ("7", "3")
    assert (int(blanks["sooner"]), blanks["due_now"]) == (len(slots), "0")
    assert await refused(flow, agree=False) == {"agree": "not_agreed"}
    assert await site.state(site.cameras["first"], "retention_period") == "7"
    await flow.answer(agree=True)
    assert flow.reason == "reconfigure_successful"
    await site.wait(site.cameras["first"], "3", key="retention_period")
    changed = [entry for entry in site.book() if isinstance(entry.act, RetentionChanged)]
    assert [entry.phase for entry in changed] == [Phase.ORDERED, Phase.DONE]
    assert _kinds(site, SiteChanged) == []
    assert await site.state(site.cameras["first"]) == "recording"


async def test_an_administrator_without_a_role_changes_nothing(
    site: Site, sources: list[str]
) -> None:
    second = site.house.as_user("second")
    camera = site.cameras["first"]
    flow = await begin_reconfigure(second, DOMAIN, site.entry)
    assert flow.reason == "role_needed_change_site"
    flow = await begin_subentry(second, site.entry, "camera", camera.subentry)
    assert flow.reason == "role_needed_change_camera"
    flow = await begin_subentry(second, site.entry, "camera")
    assert flow.reason == "role_needed_add_camera"
    assert len(_kinds(site, Refusal)) == 3
    with pytest.raises(CallFailedError):  # Home Assistant's own door
        await begin_reconfigure(site.house.as_user("neighbour"), DOMAIN, site.entry)


async def test_a_removed_site_is_adopted_again_by_whoever_holds_its_secret(
    site: Site, sources: list[str]
) -> None:
    stored = site.stored(site.cameras["first"])
    for secret in (PASSPHRASE, site.code.lower().replace("-", " ")):
        await site.client.delete(f"/api/config/config_entries/entry/{site.entry}")
        flow = await begin(site.client, DOMAIN)
        assert flow.step == "adopt"
        for wrong in ("a guess that is long enough", "0000-" * 6 + "0000"):
            assert await refused(flow, vault=str(site.vault), secret=wrong) == {
                "secret": "wrong_secret"
            }
        elsewhere = await refused(flow, vault=str(site.vault / "footage"), secret=secret)
        assert elsewhere == {"vault": "place_no_vault"}
        await flow.answer(vault=str(site.vault), secret=secret)
        assert flow.done and flow.done["type"] == "create_entry", flow.at
        site.entry = flow.done["result"]["entry_id"]
        await site.look()
        await site.wait(site.cameras["first"])
    assert set(site.cameras) >= {"first", "second"}
    assert site.stored(site.cameras["first"]) > stored
    assert len(_kinds(site, SiteRemoved)) == len(_kinds(site, SiteAdopted)) == 2
    assert sum(map(_length, await site.footage(site.cameras["first"])), timedelta()) > timedelta(0)


async def test_no_secret_stays_anywhere_and_nothing_of_ours_went_wrong(
    site: Site, sources: list[str]
) -> None:
    await site.client.post(f"/api/{DOMAIN}/unlock", {"passphrase": PASSPHRASE})
    await site.client.wait_for_state(site.entities["vault"], "on")
    assert await site.house.stop() == 0
    assert site.house.log_errors() == []
    code = site.code
    secrets = [
        PASSPHRASE,
        code,
        code.replace("-", ""),
        code.lower(),
        code.lower().replace("-", " "),
    ]
    for folder in (site.house.config_dir, site.vault):
        assert list(files_with(folder, *secrets)) == []


def _kinds(site: Site, kind: type) -> list[object]:
    return [entry.act for entry in site.book() if isinstance(entry.act, kind)]


def _length(stretch: dict[str, Json]) -> timedelta:
    return datetime.fromisoformat(stretch["end"]) - datetime.fromisoformat(stretch["start"])
