"""`python -m scripts.measure.minding SCRATCH MONTHS AUTOMATIONS FILES TIMES`: a site with much to be minded, in a fresh process.

A real Home Assistant core with the whole integration, 16 cameras, a book of so many months (`decade`), so many
automations and scripts read from YAML as Home Assistant reads them, and so many files in its media folders. Says in one
line of JSON what was measured, in seconds. Nothing is recorded: what recording costs is `capture`'s.
"""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial
from itertools import cycle, islice
import json
import os
from pathlib import Path
import sys
import time
from typing import Any

from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import HomeAssistant
from homeassistant.helpers.template import Template
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
from homeassistant.util.yaml import load_yaml
import yaml  # type: ignore[import-untyped]

from custom_components.kuma_bouhan.audit.look import async_check
from custom_components.kuma_bouhan.const import BOOK_FILE, DOMAIN
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.guideline.settings import CameraSettings, Profile, SiteSettings
from custom_components.kuma_bouhan.procedure import signs
from custom_components.kuma_bouhan.procedure.cameras import added
from custom_components.kuma_bouhan.procedure.checking import CHECKS
from custom_components.kuma_bouhan.procedure.duties import duties
from custom_components.kuma_bouhan.procedure.founding import Founding, found
from custom_components.kuma_bouhan.records.book import Book
from custom_components.kuma_bouhan.site import Site
from custom_components.kuma_bouhan.vault.kdf import KdfCost
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.sealing import NewHolder

from . import book
from .core import StreetCamera, core, seed_users
from .decade import MONTH, OPERATORS, PEOPLE, decade
from .ours import entry_of
from .turns import Stretch, Turns, timed_call, watched
from .vaults import PASSPHRASE, camera_id

PER_SCRIPT = 4
"""One in so many is a script."""
TAKERS = 50
"""One in so many does something with a camera."""
PER_FOLDER = 200

_OVERDUE = (
    "{{ states.input_datetime | selectattr('state', 'lt', now().isoformat()) | list | count }}"
)


async def main(scratch: Path, months: int, automations: int, files: int, times: int) -> None:
    """Set everything up, measure, say it."""
    folder = scratch / "config"
    folder.mkdir()
    seed_users(folder, *PEOPLE)
    async with core(folder, ["rtsp://127.0.0.1:9/none"] * book.CAMERAS) as (hass, cameras):
        await hass.async_add_executor_job(_write_files, folder, files)
        hass.config.media_dirs = {"local": str(folder / "media")}
        site = await _set_up(hass, cameras, scratch, months)
        await _automate(hass, folder, cameras, automations)
        await hass.async_block_till_done()
        told: dict[str, Any] = {
            "acts": site.desk.registers.entries,
            "duties": len(site.duties.standing),
            "checks": len(CHECKS),
        }
        told |= _list(hass, site, times)
        told |= await _watch(hass, site, times)
        told |= await _check(hass, site, folder, max(2, times // 40))
    print(json.dumps(told), flush=True)


# The list and its watch ---------------------------------------------------------------------------


def _list(hass: HomeAssistant, site: Site, times: int) -> dict[str, Any]:
    """Compute what is due, in turn with what a home without us has: a helper for each duty, and a template over them."""
    for number, duty in enumerate(site.duties.standing):
        hass.states.async_set(f"input_datetime.duty_{number}", duty.due.isoformat())
    template = Template(_OVERDUE, hass)
    assert template.async_render() == len(site.duties.overdue)
    ours, theirs = [], []
    for _ in range(times):
        ours.append(timed_call(partial(duties, site.desk)))
        theirs.append(timed_call(template.async_render))
    return {"list": ours, "template": theirs}


async def _watch(hass: HomeAssistant, site: Site, times: int) -> dict[str, Any]:
    """Have an act change what is due, again and again; see how long a turn of the loop takes until all have heard."""
    actor = Actor(OPERATORS[0], Door.PANEL)
    looks: list[Stretch] = []
    with watched() as turns:
        for number in islice(cycle(range(book.CAMERAS)), times):
            await signs.confirm(site.desk, actor, camera_id(number))
            await hass.async_block_till_done()
            looks.append(timed_call(site.duties.look))
    return {"looks": looks} | _turns("watch", turns)


# The self-check -----------------------------------------------------------------------------------


async def _check(hass: HomeAssistant, site: Site, folder: Path, times: int) -> dict[str, Any]:
    """Go through the self-check, in turn with reading the same files and nothing else."""
    ours, theirs, all_turns = [], [], Turns()
    for _ in range(times):
        with watched() as turns:
            began = time.perf_counter()
            await async_check(hass, site)
            await hass.async_block_till_done()
            ours.append((time.perf_counter() - began, 0.0))
        all_turns.taken += turns.taken
        all_turns.collected += turns.collected
        theirs.append(await hass.async_add_executor_job(timed_call, partial(_read_bare, folder)))
    around = site.surroundings
    looked = {"takers": len(around.takers), "pictures": sum(around.footage_files.values())}
    assert around.looked_through and all(looked.values())
    return {"check": ours, "bare": theirs} | looked | _turns("check", all_turns)


def _read_bare(folder: Path) -> None:
    """Walk through the files, and read the YAML that Home Assistant has read already."""
    for above in ("media", "www"):
        for _ in os.walk(folder / above):
            pass
    for name in ("automations.yaml", "scripts.yaml"):
        with (folder / name).open(encoding="utf-8") as file:
            yaml.load(file, yaml.CSafeLoader)


def _turns(name: str, turns: Turns) -> dict[str, Any]:
    return {f"{name}_turns": turns.taken, f"{name}_collected": turns.collected}


# Setting up ---------------------------------------------------------------------------------------


async def _set_up(
    hass: HomeAssistant, cameras: Sequence[StreetCamera], scratch: Path, months: int
) -> Site:
    """Found a site so many months ago, write its book up to now, and start it."""
    began = (dt_util.utcnow() - timedelta(hours=months * MONTH)).replace(
        minute=0, second=0, microsecond=0
    )
    settings = [
        CameraSettings(camera=camera_id(number), source=camera.registry_entry.id, place="玄関")
        for number, camera in enumerate(cameras)
        if camera.registry_entry is not None
    ]
    plan = Founding(
        book=Path(hass.config.path(BOOK_FILE)),
        vault=scratch / "vault",
        actor=book.MANAGER,
        name="Bench",
        settings=SiteSettings(
            profile=Profile.ASSOCIATION, facility="Bench", owner_name="Bench", contact="Bench"
        ),
        holder=NewHolder(holder="manager", passphrase=PASSPHRASE),
        recovery_code=new_recovery_code(),
        site=book.SITE,
        now=lambda: began,
        zone=dt_util.get_default_time_zone(),
        cost=KdfCost(memory_kib=1024),
    )

    def write() -> None:
        found(plan)
        opened = Book.open(plan.book, fold=lambda _: None)
        first = [opened.stored(seq) for seq in range(opened.size)]
        opened.close()
        scribe = book.Scribe(len(first))

        def acts() -> Iterator[book.Stored]:
            for one in first:
                yield one.public, one.personal, bool(one.signature)
            for camera in settings:
                yield from scribe.done(added(camera), began)
            yield from decade(scribe, began, months)

        book.write(plan.book, acts())

    await hass.async_add_executor_job(write)
    entry = entry_of(plan, settings)
    await hass.config_entries.async_add(entry)
    if entry.state is not ConfigEntryState.LOADED:
        raise RuntimeError(f"The integration was not set up: {entry.state}, {entry.reason}")
    site: Site = hass.config_entries.async_entries(DOMAIN)[0].runtime_data
    return site


async def _automate(
    hass: HomeAssistant, folder: Path, cameras: Sequence[StreetCamera], count: int
) -> None:
    """Have automations and scripts as people have them, of which some take pictures."""
    ids = [camera.entity_id for camera in cameras]
    bodies = [_body(number, ids[number % len(ids)]) for number in range(count)]
    scripts = {
        f"script_{number}": {"alias": f"Script {number}", "sequence": body}
        for number, body in enumerate(bodies)
        if number % PER_SCRIPT == 0
    }
    automations = [
        {
            "id": str(number),
            "alias": f"Automation {number}",
            "description": "",
            "triggers": [
                {"trigger": "state", "entity_id": f"binary_sensor.motion_{number}", "to": "on"},
                {"trigger": "state", "entity_id": f"binary_sensor.door_{number}", "to": "on"},
            ],
            "conditions": [
                {"condition": "state", "entity_id": "sun.sun", "state": "below_horizon"}
            ],
            "actions": body,
            "mode": "single",
        }
        for number, body in enumerate(bodies)
        if number % PER_SCRIPT
    ]

    def write_and_read() -> dict[str, Any]:
        told = {"automation": automations, "script": scripts}
        read = {}
        for domain, what in told.items():
            path = folder / f"{domain}s.yaml"
            path.write_text(yaml.dump(what, Dumper=yaml.CSafeDumper, allow_unicode=True))
            read[domain] = load_yaml(path)
        return read

    config = await hass.async_add_executor_job(write_and_read)
    for domain in config:
        if not await async_setup_component(hass, domain, config):
            raise RuntimeError(f"Home Assistant's {domain} was not set up; see its log.")


def _body(number: int, camera: str) -> list[dict[str, Any]]:
    light = {"entity_id": [f"light.room_{number}", f"light.hall_{number}"]}
    body: list[dict[str, Any]] = [
        {"action": "light.turn_on", "target": light, "data": {"brightness_pct": 80}},
        {"delay": {"minutes": 5}},
        {
            "choose": [
                {
                    "conditions": "{{ is_state('person.hanako', 'not_home') }}",
                    "sequence": [
                        {
                            "action": "notify.family",
                            "data": {
                                "title": f"動きがありました {number}",
                                "message": "{{ trigger.to_state.name }}: {{ now().strftime('%H:%M') }}",
                            },
                        }
                    ],
                }
            ],
            "default": [{"action": "light.turn_off", "target": light}],
        },
    ]
    if number % TAKERS == 0:
        body.append(
            {
                "action": "camera.snapshot",
                "target": {"entity_id": camera},
                "data": {"filename": f"/media/{number}.jpg"},
            }
        )
    return body


def _write_files(folder: Path, files: int) -> None:
    """Have pictures and other things in the media folders, a tenth of them in www."""
    for number in range(files):
        where = folder / ("www" if number % 10 == 0 else "media") / f"day-{number // PER_FOLDER}"
        if number % PER_FOLDER == 0 or number % PER_FOLDER == 1:
            for above in ("media", "www"):
                (folder / above / where.name).mkdir(parents=True, exist_ok=True)
        (where / f"street_{number}.{('jpg', 'mp4', 'txt')[number % 3]}").touch()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), *map(int, sys.argv[2:6])))
