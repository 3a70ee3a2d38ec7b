"""A Home Assistant with a real site: a vault and a book on disk, and cameras that give stills."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from homeassistant.auth.models import User
from homeassistant.components.camera import Camera
from homeassistant.config_entries import ConfigEntry, ConfigFlow, ConfigSubentry, ConfigSubentryData
from homeassistant.const import Platform
from homeassistant.core import Context, HomeAssistant
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.device_registry import DeviceInfo
from homeassistant.helpers.entity_platform import AddEntitiesCallback
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    MockModule,
    MockPlatform,
    mock_config_flow,
    mock_integration,
    mock_platform,
)
from pytest_homeassistant_custom_component.syrupy import HomeAssistantSnapshotExtension
from syrupy.assertion import SnapshotAssertion

from custom_components.kuma_bouhan.const import (
    BOOK_FILE,
    CONF_SETTINGS,
    CONF_SITE,
    CONF_VAULT,
    DOMAIN,
    SUBENTRY_CAMERA,
)
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.guideline.recording import RecordingState
from custom_components.kuma_bouhan.guideline.settings import (
    CameraSettings,
    CaptureMode,
    Profile,
    SiteSettings,
)
from custom_components.kuma_bouhan.guideline.surroundings import Weakness
from custom_components.kuma_bouhan.procedure.founding import Founding, found
from custom_components.kuma_bouhan.procedure.retention import due_when_opened
from custom_components.kuma_bouhan.records.entry import Entry
from custom_components.kuma_bouhan.site import Site
from custom_components.kuma_bouhan.vault.facts import ChunkFacts
from custom_components.kuma_bouhan.vault.kdf import KdfCost
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.sealing import NewHolder

SITE = "5" * 32
CAMERA = "c" * 32
OTHER = "d" * 32
PASSPHRASE = "つきよ の くま が みち を あるく"
CHEAP = KdfCost(memory_kib=8, iterations=1, lanes=1)
NOON = datetime(2026, 11, 23, 3, 0, 30, tzinfo=UTC)


class Still(Camera):
    """A camera that gives another still each time."""

    _attr_has_entity_name = True
    _attr_name = None

    def __init__(self, key: str, device: str | None) -> None:
        super().__init__()
        self._attr_unique_id = key
        if device:
            self._attr_device_info = DeviceInfo(identifiers={("street", device)}, name=device)
        else:
            self._attr_name = key
        self.taken = 0

    async def async_camera_image(
        self, width: int | None = None, height: int | None = None
    ) -> bytes | None:
        self.taken += 1
        return b"\xff\xd8\xff" + self.taken.to_bytes(4) * 300


@dataclass
class House:
    """A site in a running Home Assistant."""

    hass: HomeAssistant
    folder: Path
    owner: User
    machine: dict[str, bool]
    entry: MockConfigEntry = field(init=False, repr=False)
    cameras: dict[str, CameraSettings] = field(default_factory=dict)
    code: str = field(default_factory=new_recovery_code, repr=False)

    @property
    def vault_path(self) -> Path:
        return self.folder / "vault"

    @property
    def book_path(self) -> Path:
        return Path(self.hass.config.path(BOOK_FILE))

    @property
    def site(self) -> Site:
        site: Site = self.entry.runtime_data
        return site

    @property
    def person(self) -> Context:
        """The one person of a home, who holds all three roles."""
        return Context(user_id=self.owner.id)

    @property
    def automation(self) -> Context:
        return Context(parent_id="somebody's doing")

    async def street(self, **devices: str | None) -> MockConfigEntry:
        """Add cameras of another integration: unique id, and the device it belongs to."""

        async def add(hass: HomeAssistant, entry: ConfigEntry, add: AddEntitiesCallback) -> None:
            add(Still(key, device) for key, device in devices.items())

        async def forward(hass: HomeAssistant, entry: ConfigEntry) -> bool:
            await hass.config_entries.async_forward_entry_setups(entry, [Platform.CAMERA])
            return True

        async def unload(hass: HomeAssistant, entry: ConfigEntry) -> bool:
            return await hass.config_entries.async_unload_platforms(entry, [Platform.CAMERA])

        mock_integration(
            self.hass,
            MockModule("street", async_setup_entry=forward, async_unload_entry=unload),
        )
        mock_platform(self.hass, "street.config_flow")
        mock_platform(self.hass, "street.camera", MockPlatform(async_setup_entry=add))
        entry = MockConfigEntry(domain="street")
        entry.add_to_hass(self.hass)
        assert await self.hass.config_entries.async_setup(entry.entry_id)
        await self.hass.async_block_till_done()
        return entry

    def source(self, key: str) -> er.RegistryEntry:
        registry = er.async_get(self.hass)
        entity_id = registry.async_get_entity_id("camera", "street", key)
        assert entity_id is not None
        entry = registry.async_get(entity_id)
        assert entry is not None
        return entry

    def watch(self, camera: str, source: str, place: str, **settings: Any) -> ConfigSubentryData:
        """Return the subentry of a camera under the rules."""
        self.cameras[camera] = CameraSettings(
            camera=camera,
            source=source,
            place=place,
            mode=CaptureMode.STILLS,
            still_interval=60,
            **settings,
        )
        return ConfigSubentryData(
            data=self.cameras[camera].as_dict(),
            subentry_type=SUBENTRY_CAMERA,
            title=place,
            unique_id=camera,
        )

    async def found(self, *cameras: ConfigSubentryData, profile: Profile = Profile.HOME) -> None:
        """Set the site up, as the flow does, without starting it."""
        settings = SiteSettings(
            profile=profile, facility="水前寺の家", owner_name="熊本 花子", contact="096-000-0000"
        )
        plan = Founding(
            book=self.book_path,
            vault=self.vault_path,
            actor=Actor(self.owner.id, Door.FLOW),
            name="熊本 花子",
            settings=settings,
            cameras=tuple(self.cameras.values()),
            holder=NewHolder(holder=self.owner.id, passphrase=PASSPHRASE),
            recovery_code=self.code,
            site=SITE,
            now=dt_util.utcnow,
            zone=dt_util.get_default_time_zone(),
            cost=CHEAP,
        )
        await self.hass.async_add_executor_job(partial(found, plan))
        self.entry = MockConfigEntry(
            domain=DOMAIN,
            title="House",
            data={
                CONF_SITE: SITE,
                CONF_VAULT: str(self.vault_path),
                CONF_SETTINGS: settings.as_dict(),
            },
            subentries_data=cameras,
        )
        self.entry.add_to_hass(self.hass)

    async def start(self) -> bool:
        started = await self.hass.config_entries.async_setup(self.entry.entry_id)
        await self.settle()
        await asyncio.gather(*self.entry._background_tasks)
        return started

    async def stop(self) -> None:
        assert await self.hass.config_entries.async_unload(self.entry.entry_id)
        await self.settle()

    async def settle(self) -> None:
        await self.hass.async_block_till_done(wait_background_tasks=False)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for what Home Assistant does in the background."""
        while not condition():  # noqa: ASYNC110 - whatever ends it says nothing
            await asyncio.sleep(0)  # any longer would be for ever: time stands still
        await self.settle()

    async def recording(self, camera: str) -> None:
        await self.until(lambda: self.site.cameras[camera].state is RecordingState.RECORDING)

    async def join(self, data: ConfigSubentryData) -> None:
        """Put another camera under the rules while the site runs."""
        subentry = ConfigSubentry(
            data=MappingProxyType(dict(data["data"])),
            subentry_type=data["subentry_type"],
            title=data["title"],
            unique_id=data["unique_id"],
        )
        self.hass.config_entries.async_add_subentry(self.entry, subentry)
        await self.settle()

    def subentry(self, camera: str) -> ConfigSubentry:
        return next(
            subentry for subentry in self.entry.subentries.values() if subentry.unique_id == camera
        )

    def entity_id(self, platform: str, unique_id: str) -> str:
        entity_id = er.async_get(self.hass).async_get_entity_id(platform, DOMAIN, unique_id)
        assert entity_id is not None, unique_id
        return entity_id

    def state(self, platform: str, unique_id: str) -> str:
        state = self.hass.states.get(self.entity_id(platform, unique_id))
        assert state is not None, unique_id
        return state.state

    def attributes(self, platform: str, unique_id: str) -> Mapping[str, Any]:
        state = self.hass.states.get(self.entity_id(platform, unique_id))
        assert state is not None, unique_id
        return state.attributes

    async def record(
        self, camera: str, *starts: datetime, every: timedelta = timedelta(seconds=5)
    ) -> None:
        """Write one minute of footage from each of these moments, as capture would."""
        site = self.site

        def write() -> None:
            writer = site.desk.vault.writer(camera, due=partial(due_when_opened, site.desk, camera))
            for start in starts:
                for number in range(12):
                    writer.still(b"\xff\xd8\xff" + bytes(1000), start + number * every)
                writer.cut()
            writer.close()

        await self.hass.async_add_executor_job(write)
        await site.watch.refresh()
        await self.settle()

    async def chunks(self, camera: str, start: datetime, end: datetime) -> list[ChunkFacts]:
        """Return what can still be seen of a camera between two moments."""
        vault = self.site.desk.vault
        return await self.hass.async_add_executor_job(
            partial(vault.chunks, camera, start, end, now=dt_util.utcnow())
        )

    def acts(self, kind: str) -> list[Entry]:
        """Return the acts of a kind that stand in the book."""
        return [entry for entry in self.site.desk.book.entries() if entry.act.kind == kind]

    async def call(
        self, action: str, context: Context, data: dict[str, Any] | None = None, **kwargs: Any
    ) -> Any:
        domain, _, service = action.partition(".")
        return await self.hass.services.async_call(
            domain, service, data or {}, blocking=True, context=context, **kwargs
        )


@contextmanager
def away(house: House) -> Iterator[None]:
    """Have the folder of the vault be gone for a while."""
    elsewhere = house.vault_path.rename(house.folder / "unplugged")
    try:
        yield
    finally:
        elsewhere.rename(house.vault_path)


@pytest.fixture
def hass_config_dir(tmp_path: Path) -> str:
    """Return a configuration folder of its own, for the book."""
    folder = tmp_path / "config"
    folder.mkdir()
    return str(folder)


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Take snapshots as Home Assistant does: without ids and times of creation."""
    return snapshot.use_extension(HomeAssistantSnapshotExtension)


@pytest.fixture(autouse=True)
def ours(enable_custom_integrations: None) -> None:
    """Let Home Assistant find this integration."""


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have passphrases that are set through a door cost a test little."""
    monkeypatch.setattr("custom_components.kuma_bouhan.vault.keys.calibrated", lambda: CHEAP)


@pytest.fixture(autouse=True)
def disk(monkeypatch: pytest.MonkeyPatch) -> set[Weakness]:
    """Say what is weak about the disk that the vault lies on, whatever the tests run on; a test may change it."""
    weak = set[Weakness]()
    monkeypatch.setattr(
        "custom_components.kuma_bouhan.audit.look.weaknesses", lambda *_, **__: frozenset(weak)
    )
    return weak


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """Say what the machine says of itself; a test may change it."""
    says = {"synchronised": True}
    monkeypatch.setattr(
        "custom_components.kuma_bouhan.site.is_synchronised", lambda: says["synchronised"]
    )
    return says


@pytest.fixture
async def empty_house(
    hass: HomeAssistant, tmp_path: Path, hass_admin_user: User, machine: dict[str, bool]
) -> AsyncIterator[House]:
    """Give a house before anything was set up."""
    house = House(hass, tmp_path, hass_admin_user, machine)
    with mock_config_flow("street", ConfigFlow):
        yield house
        for entry in hass.config_entries.async_loaded_entries(DOMAIN):
            await hass.config_entries.async_unload(entry.entry_id)
        await house.settle()


@pytest.fixture
async def house(empty_house: House) -> House:
    """Give a home with one camera, at the gate, running."""
    await empty_house.street(gate="Gate camera", yard="Yard camera", shed=None)
    await empty_house.found(empty_house.watch(CAMERA, empty_house.source("gate").id, "門"))
    assert await empty_house.start()
    await empty_house.recording(CAMERA)
    return empty_house
