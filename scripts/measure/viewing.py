"""`python -m scripts.measure.viewing VAULT SCRATCH MINUTES`: a site with footage to view, in a fresh process.

Home Assistant's own web server, the whole integration, and a vault that may hold any number of chunks already.
Two cameras are recorded into it: one with `MINUTES` of 1080p25 as of 3.2 Mbit/s, one with a whole day of as many
fragments that are short. It says where all of that is in one line of JSON, and ends with its input; what it recorded
is erased then.
"""

import asyncio
from datetime import UTC, datetime, timedelta
import json
import os
from pathlib import Path
import sys
from unittest.mock import patch
from uuid import uuid4

from aiohttp import web
from homeassistant.config_entries import ConfigEntryState
from homeassistant.const import EVENT_HOMEASSISTANT_START
from homeassistant.core import HomeAssistant
from homeassistant.helpers.http import HomeAssistantView
from homeassistant.util import dt as dt_util

from custom_components.kuma_bouhan.const import BOOK_FILE, DOMAIN
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.guideline.settings import CameraSettings, Profile, SiteSettings
from custom_components.kuma_bouhan.procedure import clock
from custom_components.kuma_bouhan.procedure.founding import Founding, found
from custom_components.kuma_bouhan.site import Site
from custom_components.kuma_bouhan.vault.mp4 import Joiner
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.sealing import NewHolder
from custom_components.kuma_bouhan.vault.vault import Vault
from custom_components.kuma_bouhan.vault.writer import Fragment
from tests.vault.conftest import Film, make_film

from .core import core, seed_users
from .ours import entry_of
from .vaults import HOLDER, PASSPHRASE, unsynced
from .ways import BYTES_PER_SECOND

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
SEGMENT = 6 * BYTES_PER_SECOND
HEAVY, LIGHT = "e0" * 16, "e1" * 16


class PlainView(HomeAssistantView):
    """A plain file, behind the same middleware and the same token."""

    url = "/api/bench/{name}"
    name = "api:bench"

    def __init__(self, folder: Path) -> None:
        """Give what lies in a folder."""
        self._folder = folder

    async def get(self, request: web.Request, name: str) -> web.FileResponse:
        """Answer with the file, as aiohttp does it."""
        return web.FileResponse(self._folder / name)


async def main(vault: Path, scratch: Path, minutes: int) -> None:
    """Serve until the input ends."""
    folder = scratch / "config"
    folder.mkdir()
    seed_users(folder, HOLDER)
    async with core(folder, []) as (hass, _):
        start = await _set_up(hass, vault, scratch, minutes)
        user = await hass.auth.async_get_user(HOLDER)
        assert user is not None
        refresh = await hass.auth.async_create_refresh_token(user, "http://bench")
        hass.bus.async_fire(EVENT_HOMEASSISTANT_START)
        await hass.async_block_till_done()
        site: Site = hass.config_entries.async_entries(DOMAIN)[0].runtime_data
        await hass.async_add_executor_job(site.desk.vault.reconcile)
        # Whether the kernel's clock is synchronised is another question.
        await clock.confirm(site.desk, Actor(user_id=HOLDER, door=Door.REPAIR))
        told = {
            "url": f"http://127.0.0.1:{hass.http.server_port}",
            "token": hass.auth.async_create_access_token(refresh),
            "passphrase": PASSPHRASE,
            "heavy": HEAVY,
            "light": LIGHT,
            "start": start.isoformat(),
            "minutes": minutes,
            "plain": [f"/api/bench/{path.name}" for path in sorted((scratch / "plain").iterdir())],
            "chunks": await hass.async_add_executor_job(site.desk.vault.count),
        }
        print(json.dumps(told), flush=True)
        await hass.async_add_executor_job(sys.stdin.read)


async def _set_up(hass: HomeAssistant, vault: Path, scratch: Path, minutes: int) -> datetime:
    """Found a site around the vault, record, and start it; return when the footage begins."""
    cameras = [
        CameraSettings(camera=camera, source="none", place=f"Street {camera[:2]}")
        for camera in (HEAVY, LIGHT)
    ]
    plan = Founding(
        book=Path(hass.config.path(BOOK_FILE)),
        vault=vault,
        actor=Actor(user_id=HOLDER, door=Door.FLOW),
        name="Bench",
        settings=SiteSettings(profile=Profile.HOME, facility="Bench", owner_name="Bench"),
        holder=NewHolder(holder=HOLDER, passphrase=PASSPHRASE),
        recovery_code=new_recovery_code(),
        site=uuid4().hex,
        now=dt_util.utcnow,
        zone=dt_util.get_default_time_zone(),
        cameras=tuple(cameras),
    )
    start = dt_util.utcnow().replace(minute=0, second=0, microsecond=0) - DAY

    def work() -> None:
        opened = Vault.open(vault, clock=dt_util.utcnow)
        try:
            with unsynced():
                _record(opened, HEAVY, start, minutes * 60, SEGMENT // 6)
                _record(opened, LIGHT, start, 24 * 3600, 1000)
        finally:
            opened.close()
        os.sync()
        _plain_files(scratch / "plain", minutes)
        # The vault is there: the book is made around it.
        with patch.object(
            Vault, "create", lambda folder, **_: Vault.open(folder, clock=dt_util.utcnow)
        ):
            found(plan)

    await hass.async_add_executor_job(work)
    hass.http.register_view(PlainView(scratch / "plain"))
    entry = entry_of(plan, cameras)
    await hass.config_entries.async_add(entry)
    if entry.state is not ConfigEntryState.LOADED:
        raise RuntimeError(f"The integration was not set up: {entry.state}, {entry.reason}")
    return start


def _record(vault: Vault, camera: str, start: datetime, seconds: int, size: int) -> None:
    """Record fragments of a second and so many bytes, whose decode times go on."""
    film = _padded(make_film(6), size)
    joiner = Joiner(film.init)
    writer = vault.writer(camera, due=lambda end: end + 7 * DAY)
    writer.start(film.init)
    for second in range(seconds):
        at = start + second * SECOND
        data = joiner.add(film.fragments[second % 6])
        writer.fragment(Fragment(data, at, SECOND, keyframe=True, arrived=at))
    writer.close()


def _padded(film: Film, size: int) -> Film:
    """Make each fragment so long: what is added lies in its mdat behind the samples."""
    fragments = []
    for one in film.fragments:
        at = one.index(b"mdat") - 4
        more = max(0, size - len(one))
        media = int.from_bytes(one[at : at + 4]) + more
        fragments.append(one[:at] + media.to_bytes(4) + one[at + 4 :] + os.urandom(more))
    return Film(film.init, tuple(fragments), film.frames)


def _plain_files(folder: Path, minutes: int) -> None:
    """Write as many files as there are segments, as long as those."""
    folder.mkdir()
    for number in range(minutes * 10):
        (folder / f"{number:05d}.m4s").write_bytes(os.urandom(SEGMENT))


def tidy(vault: Path) -> None:
    """Erase what was recorded, so that the next one finds the same vault."""
    opened = Vault.open(vault, clock=dt_util.utcnow)
    try:
        ours = [slot.id for slot in opened.slots() if slot.camera in (HEAVY, LIGHT)]
        opened.destroy(ours, ErasureReason.NO_LONGER_NEEDED, datetime.now(UTC))
        opened.sweep()
        opened.entered(ours)
    finally:
        opened.close()


if __name__ == "__main__":
    try:
        asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
    finally:
        tidy(Path(sys.argv[1]))
