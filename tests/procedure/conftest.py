"""A desk with a real vault and a real book, and a clock that a test turns."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.guideline.settings import CameraSettings, Profile, SiteSettings
from custom_components.kuma_bouhan.procedure import cameras, founding
from custom_components.kuma_bouhan.procedure.clock import Clock, Confirmation
from custom_components.kuma_bouhan.procedure.desk import Desk
from custom_components.kuma_bouhan.procedure.erasure import DueErasure, Erased
from custom_components.kuma_bouhan.procedure.retention import due_when_opened
from custom_components.kuma_bouhan.records.book import Book
from custom_components.kuma_bouhan.records.entry import Entry
from custom_components.kuma_bouhan.records.registers import Registers
from custom_components.kuma_bouhan.vault.kdf import KdfCost
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.sealing import NewHolder
from custom_components.kuma_bouhan.vault.vault import Vault
from custom_components.kuma_bouhan.vault.writer import Fragment
from tests.vault.conftest import Film, make_film

TOKYO = ZoneInfo("Asia/Tokyo")
NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
MANAGER = Actor("manager", Door.ACTION)
STRANGER = Actor("stranger", Door.ACTION)
AUTOMATION = Actor(None, Door.ACTION, automated=True)
CAMERA = "c0" * 16
PASSPHRASE = "つきよ の くま が みち を あるく"
CHEAP = KdfCost(memory_kib=8, iterations=1, lanes=1)


@dataclass
class Machine:
    """A machine whose clocks a test turns."""

    wall: datetime = NOON
    booted: float = 1000.0
    synchronised: bool = True
    boot_id: str = "boot-1"

    def now(self) -> datetime:
        return self.wall

    def since_boot(self) -> float:
        return self.booted

    def pass_time(self, length: timedelta) -> None:
        self.wall += length
        self.booted += length.total_seconds()

    def set_wall(self, moment: datetime) -> None:
        self.wall = moment

    def reboot(self, off_for: timedelta, boot_id: str) -> None:
        self.wall += off_for
        self.booted, self.boot_id = 5.0, boot_id


@dataclass
class World:
    """A site that can be stopped and started, without Home Assistant."""

    folder: Path
    machine: Machine = field(default_factory=Machine)
    days: int = 7
    profile: Profile = Profile.HOME
    told: list[Erased] = field(default_factory=list)
    timers: list[tuple[datetime, Callable[[], Awaitable[None]]]] = field(default_factory=list)
    code: str = field(default_factory=new_recovery_code)

    def found(self, **settings: object) -> founding.Founded:
        plan = founding.Founding(
            book=self.book_path,
            vault=self.vault_path,
            actor=MANAGER,
            name="熊本 花子",
            settings=SiteSettings(
                profile=self.profile, facility="水前寺の家", retention_days=self.days
            ),
            holder=NewHolder(holder="manager", passphrase=PASSPHRASE),
            recovery_code=self.code,
            site="ab" * 16,
            now=self.machine.now,
            zone=TOKYO,
            cost=CHEAP,
        )
        return founding.found(plan)

    @property
    def book_path(self) -> Path:
        return self.folder / "config" / "book"

    @property
    def vault_path(self) -> Path:
        return self.folder / "vault"

    def start(self) -> None:
        registers = Registers()
        self.vault = Vault.open(self.vault_path, clock=self.machine.now)
        self.book = Book.open(self.book_path, fold=registers.fold)
        word = registers.clock_confirmed
        self.desk = Desk(
            book=self.book,
            registers=registers,
            vault=self.vault,
            clock=Clock(
                now=self.machine.now,
                since_boot=self.machine.since_boot,
                synchronised=lambda: self.machine.synchronised,
                boot_id=self.machine.boot_id,
                confirmation=Confirmation(word.boot_id, word.offset) if word else None,
            ),
            zone=TOKYO,
            run=_at_once,
            schedule=self._schedule,
        )
        self.erasure = DueErasure(self.desk, self.told.append)

    def stop(self) -> None:
        self.book.close()
        self.vault.close()
        self.timers.clear()

    def restart(self) -> None:
        self.stop()
        self.start()

    def _schedule(
        self, moment: datetime, then: Callable[[], Awaitable[None]]
    ) -> Callable[[], None]:
        timer = (moment, then)
        self.timers.append(timer)
        return lambda: self.timers.remove(timer) if timer in self.timers else None

    async def pass_time(self, length: timedelta) -> None:
        """Let time pass, calling what was waited for at its moment."""
        until = self.machine.wall + length
        while due := sorted((t for t in self.timers if t[0] <= until), key=lambda t: t[0]):
            moment, then = due[0]
            self.timers.remove(due[0])
            self.machine.pass_time(max(moment - self.machine.wall, timedelta(0)))
            await then()
        self.machine.pass_time(until - self.machine.wall)

    async def add_camera(self, camera: str = CAMERA, **changes: object) -> CameraSettings:
        settings = CameraSettings(camera=camera, source="camera.door", place="玄関", **changes)  # type: ignore[arg-type]
        await cameras.order_added(self.desk, MANAGER, settings)
        await cameras.took_effect(
            self.desk, self.desk.registers.standing_cameras() | {camera: settings}
        )
        return settings

    def record(self, start: datetime, minutes: int, camera: str = CAMERA) -> None:
        """Record minutes of footage, a fragment every ten seconds."""
        writer = self.vault.writer(camera, due=lambda end: due_when_opened(self.desk, camera, end))
        writer.start(b"init", orientation=1)
        step = timedelta(seconds=10)
        for number in range(minutes * 6):
            moment = start + number * step
            writer.fragment(
                Fragment(
                    data=b"%d" % number * 100,
                    start=moment,
                    duration=step,
                    keyframe=True,
                    arrived=moment + step,
                )
            )
        writer.close()

    def acts(self, kind: str) -> list[Entry]:
        return [entry for entry in self.book.entries() if entry.act.kind == kind]


async def _at_once[**P, T](function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    return function(*args, **kwargs)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """Set a site up, start it, and stop it after the test."""
    (tmp_path / "config").mkdir()
    made = World(tmp_path)
    made.found()
    made.start()
    await made.add_camera()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def film() -> Film:
    """Six seconds of picture and sound."""
    return make_film()
