"""Our way to keep footage: the whole integration, set up as a person would have it."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial, wraps
from pathlib import Path
import time
from types import MappingProxyType
from typing import Any
from uuid import uuid4

from homeassistant.config_entries import ConfigEntry, ConfigEntryState
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

import custom_components.kuma_bouhan as integration
from custom_components.kuma_bouhan.const import (
    BOOK_FILE,
    CONF_SETTINGS,
    CONF_SITE,
    CONF_VAULT,
    DOMAIN,
    SUBENTRY_CAMERA,
)
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.guideline.settings import CameraSettings, Profile, SiteSettings
from custom_components.kuma_bouhan.procedure.founding import Founding, found
from custom_components.kuma_bouhan.site import Site
from custom_components.kuma_bouhan.vault.kdf import KdfCost
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.sealing import NewHolder
from custom_components.kuma_bouhan.vault.vault import Timing
from custom_components.kuma_bouhan.vault.writer import CameraWriter, Fragment

from .core import StreetCamera
from .ways import Keeping


async def ours(
    hass: HomeAssistant, cameras: Sequence[StreetCamera], folder: Path, chunk: float
) -> Keeping:
    """Set up the integration as it is, with a founded site and a vault on the disk.

    `chunk` seconds: shorter than what users get where a minute would be too long to wait for.
    """
    timing = Timing(chunk=timedelta(seconds=chunk))
    keeping = Keeping(lambda: facts["seconds"] / len(cameras))
    facts = keeping.facts = {"seconds": 0.0, "writer": 0.0}
    _time_the_writer(facts)
    settings = [
        CameraSettings(camera=uuid4().hex, source=_source(camera), place=f"Street {number}")
        for number, camera in enumerate(cameras, 1)
    ]
    plan = Founding(
        book=Path(hass.config.path(BOOK_FILE)),
        vault=folder / "vault",
        actor=Actor(user_id="bench", door=Door.FLOW),
        name="Bench",
        settings=SiteSettings(profile=Profile.HOME, facility="Bench", owner_name="Bench"),
        holder=NewHolder(holder="bench", passphrase="four wheels measure one road"),
        recovery_code=new_recovery_code(),
        site=uuid4().hex,
        now=dt_util.utcnow,
        zone=dt_util.get_default_time_zone(),
        cameras=tuple(settings),
        timing=timing,
        cost=KdfCost(memory_kib=1024),  # a start of Home Assistant derives nothing
    )
    await hass.async_add_executor_job(found, plan)
    integration.open_site = partial(Site.async_open, timing=timing)
    entry = _entry(plan, settings)
    await hass.config_entries.async_add(entry)
    if entry.state is not ConfigEntryState.LOADED:
        raise RuntimeError(f"The integration was not set up: {entry.state}, {entry.reason}")
    return keeping


def _source(camera: StreetCamera) -> str:
    assert camera.registry_entry is not None
    return camera.registry_entry.id


def _entry(plan: Founding, settings: Sequence[CameraSettings]) -> ConfigEntry[Any]:
    return ConfigEntry(
        data={
            CONF_SITE: plan.site,
            CONF_VAULT: str(plan.vault),
            CONF_SETTINGS: plan.settings.as_dict(),
        },
        discovery_keys=MappingProxyType({}),
        domain=DOMAIN,
        minor_version=1,
        options=None,
        source="user",
        subentries_data=[
            {
                "data": camera.as_dict(),
                "subentry_type": SUBENTRY_CAMERA,
                "title": camera.place,
                "unique_id": camera.camera,
            }
            for camera in settings
        ],
        title="Bench",
        unique_id=DOMAIN,
        version=1,
    )


def _time_the_writer(facts: dict[str, float]) -> None:
    """Add up the processor time of all that the vault's writer does, on whichever thread."""

    def timed(method: Callable[..., None]) -> Callable[..., None]:
        @wraps(method)
        def call(*arguments: Any, **named: Any) -> None:
            began = time.thread_time()
            try:
                method(*arguments, **named)
            finally:
                facts["writer"] += time.thread_time() - began
            for piece in arguments:
                if isinstance(piece, Fragment):
                    facts["seconds"] += piece.duration.total_seconds()

        return call

    for name in ("start", "fragment", "sync", "cut", "close"):
        setattr(CameraWriter, name, timed(getattr(CameraWriter, name)))
