"""The vault's disk fills up, its folder goes away, the plug is pulled, files are damaged: one after another."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
import os
from pathlib import Path
import shutil
import subprocess

import pytest
import pytest_asyncio

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.recording import GapReason
from custom_components.kuma_bouhan.records.acts import ErasureAsked, Stopped, VaultFinding
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.vault.mirror import RECORD
from custom_components.kuma_bouhan.vault.notes import NoteKind
from scripts.house.client import Json
from tests.street.process import StreetProcess

from .walk import Camera, Film, Site, add_stream, house_in, set_up_home, until

pytestmark = pytest.mark.asyncio(loop_scope="module")

SIZE = 3 * 1024**3
"""Bytes of the disk, which is a file with holes: a vault asks for 2 GiB to begin with."""
FPS = 12
LOST = timedelta(seconds=5)
"""At most this much footage may go with a power cut."""
HELD_BACK = timedelta(seconds=20 / FPS)
"""Home Assistant's worker looks at twenty pictures before it gives the first: they arrive that late."""


@dataclass(slots=True)
class Disk:
    """A site whose vault lies on a disk of its own, if this machine lets us make one."""

    site: Site
    camera: Camera
    folder: Path
    why_not: str
    """Why it is no disk of its own; empty where it is."""

    @property
    def filling(self) -> Path:
        return self.folder / "filling"

    def fill(self) -> None:
        """Take all the room there is."""
        status = os.statvfs(self.folder)
        with self.filling.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, (status.f_bavail - 8) * status.f_frsize)
        with (self.folder / "rest").open("wb", buffering=0) as file:
            try:
                while file.write(bytes(status.f_frsize)):
                    pass
            except OSError:
                pass

    def make_room(self) -> None:
        self.filling.unlink()

    @contextmanager
    def as_it_is(self) -> Iterator[Path]:
        """Mount a copy of what has reached the disk by now: a power cut would leave that, and no more."""
        image, copy = self.folder.with_suffix(".ext4"), self.folder.with_name("copied.ext4")
        subprocess.run(("cp", "--sparse=always", str(image), str(copy)), check=True)
        folder = self.folder.with_name("copied-disk")
        folder.mkdir()
        subprocess.run(("mount", "-o", "loop", str(copy), str(folder)), check=True)
        try:
            yield folder
        finally:
            subprocess.run(("umount", str(folder)), check=True)
            copy.unlink()


def _mount(folder: Path) -> str:
    """Mount a disk at the folder; return why that cannot be done, or nothing."""
    if os.geteuid() != 0:
        return "only root can mount a disk"
    image = folder.with_suffix(".ext4")
    with image.open("wb") as file:
        file.truncate(SIZE)
    for command in (
        ("mkfs.ext4", "-q", "-m", "0", "-E", "lazy_itable_init=1", str(image)),
        # What nobody syncs stays in memory for minutes.
        ("mount", "-o", "loop,commit=600", str(image), str(folder)),
    ):
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            return f"there is no {command[0]} here"
        if done.returncode:
            return f"{command[0]} says: {done.stderr.strip()}"
    return ""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def disk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Disk]:
    folder = tmp_path_factory.mktemp("disk")
    mounted = folder / "mounted"
    mounted.mkdir()
    async with AsyncExitStack() as stack:
        why_not = _mount(mounted)
        if not why_not:
            stack.callback(subprocess.run, ("umount", "--lazy", str(mounted)), check=True)
        street = StreetProcess("--size", "320x180", "--fps", str(FPS))
        house = await stack.enter_async_context(house_in(folder / "config"))
        await stack.enter_async_context(street)
        source = await add_stream(house, street.urls[0])
        site = await set_up_home(house, mounted / "vault", source)
        await site.vouch_for_the_clock()
        (camera,) = site.cameras.values()
        await site.wait(camera)
        await site.wait_for_growth(camera, 50_000)
        yield Disk(site, camera, mounted, why_not)


@dataclass(slots=True)
class Cut:
    """A Home Assistant that was killed while it recorded, and then started again."""

    site: Site
    camera: Camera
    at: datetime
    films: list[Film]
    """What the command-line reader found before the next start."""
    on_disk: list[Film]
    """What it finds where the power is cut, and memory with it."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def cut(disk: Disk) -> Cut:
    site, camera = disk.site, disk.camera
    await site.wait(camera)
    # Home Assistant takes its time to store what is new of its own.
    stored = site.house.config_dir / ".storage" / "core.entity_registry"
    await until(lambda: camera.entities["recording_state"] in stored.read_text())
    await site.wait_for_new_chunk(camera)
    await site.wait_for_growth(camera, 150_000)
    at = datetime.now(UTC)
    site.house.freeze()
    on_disk: list[Film] = []
    if not disk.why_not:
        with disk.as_it_is() as left:
            there = replace(site, vault=left / "vault")
            on_disk = await there.open(disk.folder.with_name("on-disk"))
    await site.house.kill()
    films = await site.open(disk.folder.with_name("films"))
    await site.house.start()
    return Cut(site, camera, at, films, on_disk)


@dataclass(slots=True)
class Mended:
    """The same, stopped in order after an erasure, damaged on the disk, and started again."""

    cut: Cut
    before: list[dict[str, Json]]
    """What `list_footage` said before the damage."""
    erased: tuple[datetime, datetime]
    copy: Path
    """The configuration folder as it was while stopped."""

    @property
    def site(self) -> Site:
        return self.cut.site


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def mended(cut: Cut) -> Mended:
    site, camera = cut.site, cut.camera
    await site.wait(camera)
    await site.wait_for_growth(camera, 50_000)
    await site.client.call_service("switch", "turn_off", entity_id=camera.entities["recording"])
    await site.wait(camera, "switched_off")
    oldest = datetime.fromisoformat((await site.footage(camera))[0]["start"])
    answer = await site.client.call_service(
        DOMAIN,
        "erase",
        return_response=True,
        camera=camera.entities["recording"],
        start=oldest.isoformat(),
        end=(oldest + timedelta(seconds=3)).isoformat(),
        reason="test_recording",
    )
    before = await site.footage(camera)
    assert await site.house.stop() == 0
    copy = site.house.config_dir.with_name("copied")
    shutil.copytree(site.house.config_dir, copy, symlinks=True)
    for path in site.vault.glob("index.db*"):
        path.unlink()
    # The head and one record are left of one copy; of the other that record is flipped.
    (site.vault / "slots.a").write_bytes((site.vault / "slots.a").read_bytes()[: 2 * RECORD])
    flipped = bytearray((site.vault / "slots.b").read_bytes())
    flipped[RECORD + 100] ^= 0xFF
    (site.vault / "slots.b").write_bytes(flipped)
    await site.house.start()
    erased = (datetime.fromisoformat(answer["start"]), datetime.fromisoformat(answer["end"]))
    return Mended(cut, before, erased, copy)


async def test_a_full_disk_stops_recording_until_there_is_room_and_erases_nothing(
    disk: Disk,
) -> None:
    if disk.why_not:
        pytest.skip(disk.why_not)
    site, camera = disk.site, disk.camera
    before = set(site.chunks(camera))
    disk.fill()
    await site.wait(camera, "disk_full")
    assert await site.state(camera, "recording_problem") == "on"
    await site.wait_for_issue("disk_full")
    assert before <= set(site.chunks(camera))
    disk.make_room()
    await site.wait(camera)
    await site.wait_for_issue("disk_full", there=False)
    await site.wait_for_growth(camera)
    assert before <= set(site.chunks(camera))
    gap = await site.client.state(camera.entities["last_gap"])
    assert gap is not None
    assert gap["attributes"]["reason"] == "disk_full"


async def test_a_vault_that_is_away_is_said_and_recorded_into_again_once_it_is_back(
    disk: Disk,
) -> None:
    site, camera = disk.site, disk.camera
    await site.wait_for_growth(camera)
    known = set(site.chunks(camera))
    away = site.vault.rename(site.vault.with_name("away"))
    await site.wait_for_issue("vault_missing")
    await site.wait(camera, "vault_missing")
    assert await site.state(camera, "recording_problem") == "on"
    away.rename(site.vault)
    await site.wait(camera)
    await site.wait_for_issue("vault_missing", there=False)
    await site.wait_for_growth(camera)
    assert known <= set(site.chunks(camera))
    gap = await site.client.state(camera.entities["last_gap"])
    assert gap is not None
    assert gap["attributes"]["reason"] == "vault_missing"


async def test_footage_until_five_seconds_before_the_cut_opens(cut: Cut) -> None:
    end = max(film.end for film in cut.films)
    assert end - HELD_BACK > cut.at - LOST
    assert sum(film.frames for film in cut.films) > 6 * FPS


async def test_footage_that_came_until_five_seconds_before_a_power_cut_opens(
    disk: Disk, cut: Cut
) -> None:
    if disk.why_not:
        pytest.skip(disk.why_not)
    end = max(film.end for film in cut.on_disk)
    assert end > cut.at - HELD_BACK - LOST
    assert sum(film.frames for film in cut.on_disk) > 6 * FPS


async def test_recording_goes_on_after_the_cut_and_the_gap_says_why(cut: Cut) -> None:
    await cut.site.wait(cut.camera)
    gap = await cut.site.wait(cut.camera, lambda state: state["state"] != "unknown", key="last_gap")
    assert gap["attributes"]["reason"] == "not_running"
    start = datetime.fromisoformat(gap["state"])
    assert cut.at - LOST < start < cut.at + LOST
    assert await cut.site.client.wait_for_state(cut.site.entities["book_intact"], "on")
    ends = [datetime.fromisoformat(one["end"]) for one in await cut.site.footage(cut.camera)]
    assert any(cut.at - LOST < end < cut.at + LOST for end in ends)


async def test_the_books_next_hour_has_the_gap_of_the_cut(mended: Mended) -> None:
    gaps = mended.site.gaps(mended.cut.camera)
    gap = next(gap for gap in gaps if gap.reason is GapReason.NOT_RUNNING)
    assert abs(gap.start - mended.cut.at) < LOST


async def test_the_reader_left_a_mark_that_the_next_start_entered(cut: Cut) -> None:
    assert NoteKind.READER_USED in _findings(cut.site)
    assert not (cut.site.vault / "reader.log").exists()


async def test_a_deleted_index_is_made_anew_and_lists_the_same(mended: Mended) -> None:
    assert mended.before
    assert await mended.site.footage(mended.cut.camera) == mended.before
    assert NoteKind.INDEX_REBUILT in _findings(mended.site)


async def test_damaged_slots_serve_and_it_is_said(mended: Mended) -> None:
    assert {NoteKind.MIRROR_TRUNCATED, NoteKind.MIRROR_MENDED} <= _findings(mended.site)
    assert "vault_mended" in await mended.site.issues()
    slots = [(mended.site.vault / f"slots.{copy}").read_bytes() for copy in "ab"]
    assert slots[0][RECORD:] == slots[1][RECORD:]


async def test_what_was_erased_stays_erased(mended: Mended) -> None:
    start, end = mended.erased
    for stretch in await mended.site.footage(mended.cut.camera):
        assert not start < datetime.fromisoformat(stretch["end"]) <= end
    asked = [entry for entry in mended.site.book() if isinstance(entry.act, ErasureAsked)]
    assert [entry.phase for entry in asked] == [Phase.ORDERED, Phase.DONE]


async def test_recording_goes_on_into_the_mended_vault(mended: Mended) -> None:
    site, camera = mended.site, mended.cut.camera
    assert await site.state(camera) == "switched_off"
    await site.client.call_service("switch", "turn_on", entity_id=camera.entities["recording"])
    await site.wait(camera)
    await site.wait_for_growth(camera)


async def test_a_second_home_assistant_on_the_same_vault_is_refused(mended: Mended) -> None:
    site = mended.site
    async with house_in(mended.copy) as second:
        (entry,) = await second.client.entries(DOMAIN)
        assert entry["state"] == "setup_retry"
        assert "open elsewhere" in entry["reason"]
        twin = Site(second, site.vault, site.entry, site.code)
        assert await twin.issues() == {"vault_in_use"}
        assert second.log_errors() == []
    assert await site.state(mended.cut.camera) == "recording"


async def test_what_there_is_now_opens(mended: Mended) -> None:
    assert await mended.site.house.stop() == 0
    films = await mended.site.open(mended.copy.with_name("after"))
    start, end = (moment.replace(microsecond=0) for moment in mended.erased)
    assert films and not any(start <= film.start < end for film in films)
    assert isinstance(mended.site.book()[-1].act, Stopped)
    assert mended.site.house.log_errors() == []


def _findings(site: Site) -> set[str]:
    return {entry.act.finding for entry in site.book() if isinstance(entry.act, VaultFinding)}
