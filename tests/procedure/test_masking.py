"""Masked copies: real footage through a real process into a real vault, and nothing left of what is not finished."""

import asyncio
from asyncio.subprocess import Process
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
import hashlib
import json
from pathlib import Path
import shutil
import signal
import subprocess
import sys

import numpy as np
import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.extension import PERMITTED_FOR
from custom_components.kuma_bouhan.guideline.masking import MOST_MASKS
from custom_components.kuma_bouhan.guideline.viewing import Scope
from custom_components.kuma_bouhan.masking.order import Gave, Order
from custom_components.kuma_bouhan.procedure import (
    disclosure,
    masked,
    painter,
    permitted,
    provision,
    recovery,
    registers,
    retention,
    routine,
)
from custom_components.kuma_bouhan.procedure.masking import Mask, Masking, MaskingState
from custom_components.kuma_bouhan.procedure.masking_pictures import SHOWN_AGAIN
from custom_components.kuma_bouhan.procedure.painter import Painter, Spawn
from custom_components.kuma_bouhan.procedure.retention import due_when_opened
from custom_components.kuma_bouhan.records.disclosure import MaskedCopyMade
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.vault.chunk import Init, Record
from custom_components.kuma_bouhan.vault.export import Film as File
from custom_components.kuma_bouhan.vault.facts import ChunkFacts
from custom_components.kuma_bouhan.vault.problems import VaultProblem
from tests.masking import footage as seen
from tests.vault.conftest import Film, make_film

from .conftest import CAMERA, NOON, World
from .disclosing import (
    DAY,
    HOUR,
    MANAGER,
    MINUTE,
    OPERATOR,
    POLICE,
    SCOPE,
    SECOND,
    STAFF,
    URGENT,
    Office,
    handover,
)

BLACK = 10
START, END = NOON - 33 * MINUTE, NOON - 32 * MINUTE
"""What is asked for: a minute out of two and a half."""
OTHER = "0d" * 16
HALF = {"x": 0.5, "y": 0.25, "w": 0.25, "h": 0.5}


@pytest.fixture(scope="module")
def film() -> Film:
    """Two and a half minutes of a grey that grows brighter, with sound."""
    long = make_film(174, width=160)
    return Film(long.init, long.fragments[24:], 1500)


class Studio(Office):
    """A site with real footage of one camera, a minute of which may be given out."""

    number: int

    def __init__(self, world: World, spawned: Spawn = painter.spawn) -> None:
        super().__init__(world)
        self.masking = Masking(world.desk, self.lock, spawned=spawned)

    def record(self, film: Film, start: datetime, camera: str = CAMERA) -> None:
        desk = self.world.desk
        writer = desk.vault.writer(camera, due=lambda end: due_when_opened(desk, camera, end))
        writer.start(film.init)
        for piece in film.pieces(start):
            writer.fragment(piece)
        writer.close()

    async def mask(self, *masks: Mask, camera: str = CAMERA) -> None:
        """Begin, and wait for the end."""
        await self.masking.start(OPERATOR, self.number, camera, masks or (mask(),))
        await self.ended()

    async def ended(self) -> None:
        for work in self.masking._works.values():
            assert work.task is not None
            await work.task

    async def status(self, camera: str = CAMERA) -> tuple[MaskingState, str | None]:
        found = await self.masking.status(OPERATOR, self.number, camera)
        return found.state, found.error

    @property
    def derived(self) -> str:
        """Return what the copy stands under."""
        (copy,) = self.found(self.number).masks
        return copy.derived

    def chunks_of(self, camera: str) -> list[ChunkFacts]:
        now = self.world.machine.wall
        return self.world.vault.chunks(camera, NOON - DAY, NOON + DAY, now=now)

    def others(self) -> set[str]:
        """Return the cameras in the vault that no register knows."""
        live = {slot.camera for slot in self.world.vault.slots() if slot.is_live}
        return live - self.world.desk.registers.cameras.keys()

    def files_of_others(self) -> list[Path]:
        folder = self.world.vault_path / "footage"
        known = self.world.desk.registers.cameras
        return [path for path in folder.rglob("*.kbc") if path.parts[-3] not in known]

    async def records(self, camera: str, span: tuple[datetime, datetime]) -> list[Record]:
        """Return footage as it was stored."""
        desk = self.world.desk
        player = desk.vault.playing.player(self.lock.opened(OPERATOR))
        plan = await permitted.planned(desk, player, camera, *span)
        found = [record async for record in permitted.footage(desk, player, plan.stretches)]
        player.close()
        return found

    async def export(self, camera: str, folder: Path) -> list[Path]:
        """Write the files that a package has of a camera."""
        desk = self.world.desk
        player = desk.vault.playing.player(self.lock.opened(OPERATOR))
        plan = await permitted.planned(desk, player, camera, START, END)
        paths = []
        for number, stretch in enumerate(plan.stretches):
            file = File(stretch)
            for _ in file.gather(player):
                pass
            paths.append(folder / f"{number}.mp4")
            paths[-1].write_bytes(b"".join(file.data(player)))
        player.close()
        return paths


def mask(start: datetime = START, end: datetime = END, **place: float) -> Mask:
    return Mask(start=start, end=end, **HALF | place)


@pytest.fixture
async def studio(world: World, film: Film) -> AsyncIterator[Studio]:
    """Have a minute permitted."""
    made = Studio(world)
    await made.settle_in()
    await made.unlock()
    await permit(made, film)
    yield made
    await made.masking.close()


async def permit(studio: Studio, film: Film) -> None:
    studio.record(film, START - 30 * SECOND)
    scope = Scope((CAMERA,), START, END)
    studio.number = await studio.permitted(replace(POLICE, scope=scope))


def files(folder: Path) -> dict[Path, str]:
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*.kbc")}


# What is made ---


async def test_a_copy_has_every_picture_and_sound_at_its_time_and_what_is_drawn_is_black(
    studio: Studio,
) -> None:
    await studio.mask(mask(START + 20 * SECOND, START + 40 * SECOND))
    assert await studio.status() == (MaskingState.DONE, None)
    before = await studio.records(CAMERA, (START, END))
    after = await studio.records(studio.derived, (START, END))
    assert len(seen.fragments(after)) == len(seen.fragments(before)) == 60
    assert [one.pictures for one in seen.look(after)] == [one.pictures for one in seen.look(before)]
    assert [one.heard for one in seen.look(after)] == [one.heard for one in seen.look(before)]
    told = [(one.start, one.duration, one.keyframe) for one in seen.fragments(after)]
    assert told == [(one.start, one.duration, one.keyframe) for one in seen.fragments(before)]
    pairs = zip(seen.pictures(seen.film(before)), seen.pictures(seen.film(after)), strict=True)
    for number, (was, now) in enumerate(pairs):
        assert np.abs(now[:8].astype(int) - was[:8]).max() <= 3
        within, before_it = now[12:36, 80:120].astype(int), was[12:36, 80:120]
        drawn = 200 <= number < 400
        assert within.max() <= BLACK if drawn else np.abs(within - before_it).max() <= 3


async def test_the_original_stays_byte_for_byte_and_the_copy_is_encrypted_beside_it(
    studio: Studio, film: Film
) -> None:
    before = files(studio.world.vault_path)
    await studio.mask()
    after = files(studio.world.vault_path)
    assert before.items() <= after.items()
    new = after.keys() - before.keys()
    assert new and {path.parts[-3] for path in new} == {studio.derived}
    for path in new:
        assert b"mdat" not in path.read_bytes() and b"avcC" not in path.read_bytes()


async def test_the_book_says_who_made_it_of_what_and_binds_its_chunks(studio: Studio) -> None:
    await studio.mask(mask(), mask(x=0.0))
    ordered, done = studio.world.acts("masked_copy_made")
    assert (ordered.phase, done.phase) == (Phase.ORDERED, Phase.DONE)
    assert done.actor.user_id == OPERATOR.user_id and done.signature
    assert isinstance(done.act, MaskedCopyMade)
    assert (done.act.number, done.act.camera, done.act.masks) == (studio.number, CAMERA, 2)
    desk = studio.world.desk
    assert done.act.digest == masked.digest(desk, done.act.derived, NOON - HOUR, NOON + HOUR)
    assert len(done.act.digest) == 64
    assert isinstance(ordered.act, MaskedCopyMade)
    assert (ordered.act.derived, ordered.act.digest) == (done.act.derived, "")


async def test_a_copy_is_due_when_the_permission_ends(studio: Studio) -> None:
    await studio.mask()
    dues = {slot.due for slot in studio.world.vault.slots() if slot.camera == studio.derived}
    assert dues == {NOON + PERMITTED_FOR}
    derived = studio.derived
    await studio.pass_time(PERMITTED_FOR)
    assert studio.chunks_of(derived) == [] and studio.others() == set()


async def test_masking_again_replaces_the_copy(studio: Studio) -> None:
    await studio.mask()
    first = studio.derived
    await studio.mask(mask(x=0.0))
    assert studio.derived != first
    assert studio.others() == {studio.derived}
    assert {path.parts[-3] for path in studio.files_of_others()} == {studio.derived}
    found = await studio.masking.status(OPERATOR, studio.number, CAMERA)
    assert (found.state, found.done, found.masks) == (MaskingState.DONE, 1, (mask(x=0.0),))


def probed(path: Path) -> subprocess.CompletedProcess[bytes]:
    """Have ffprobe read all of a file."""
    return subprocess.run(
        [
            *("ffprobe", "-v", "error", "-count_frames", "-of", "json"),
            *("-show_entries", "stream=codec_name,nb_read_frames,duration", str(path)),
        ],
        capture_output=True,
        check=True,
    )


async def test_the_file_that_a_package_has_of_it_plays_without_a_fault(
    studio: Studio, tmp_path: Path
) -> None:
    await studio.mask()
    (path,) = await studio.export(studio.derived, tmp_path)
    checked = probed(path)
    assert checked.stderr == b""
    video, audio = json.loads(checked.stdout)["streams"]
    assert (video["codec_name"], video["nb_read_frames"]) == ("h264", "600")
    assert abs(float(video["duration"]) - 60) < 0.2 and abs(float(audio["duration"]) - 60) < 0.2
    (original,) = await studio.export(CAMERA, tmp_path)
    assert len(seen.pictures(original.read_bytes())) == 600


async def test_a_picture_that_waits_for_its_turn_is_not_decrypted_after_a_withdrawal(
    studio: Studio,
) -> None:
    desk, pictures = studio.world.desk, studio.masking._pictures
    async with pictures._one:
        waiting = asyncio.ensure_future(
            studio.masking.still(OPERATOR, studio.number, CAMERA, START + 5 * SECOND)
        )
        await asyncio.sleep(0)
        await disclosure.withdraw(desk, OPERATOR, studio.number)
    with pytest.raises(Problem, match="request_withdrawn"):
        await waiting
    assert studio.world.acts("pictures_shown") == []


async def test_a_camera_of_stills_is_masked_still_by_still(studio: Studio) -> None:
    await studio.world.add_camera(OTHER)
    desk = studio.world.desk
    writer = desk.vault.writer(OTHER, due=lambda end: due_when_opened(desk, OTHER, end))
    for number in range(30):
        writer.still(seen.jpeg(), START - 30 * SECOND + number * 5 * SECOND)
    writer.close()
    scope = Scope((OTHER,), START, END)
    studio.number = await studio.permitted(replace(POLICE, scope=scope))
    await studio.mask(mask(START + 10 * SECOND, START + 20 * SECOND), camera=OTHER)
    assert await studio.status(OTHER) == (MaskingState.DONE, None)
    after = seen.stills(await studio.records(studio.derived, (START, END)))
    assert [one.at for one in after] == [START + number * 5 * SECOND for number in range(12)]
    black = [seen.bright(one.data)[40:80, 85:115].max() <= BLACK for one in after]
    assert black == [False, False, True, True, *[False] * 8]
    picture = await studio.masking.still(OPERATOR, studio.number, OTHER, START + 12 * SECOND)
    assert picture == seen.jpeg()


# Pictures to draw on ---


async def test_the_picture_of_a_moment_is_shown_untouched_and_entered_once(studio: Studio) -> None:
    picture = await studio.masking.still(OPERATOR, studio.number, CAMERA, START + 5 * SECOND)
    shown = seen.pictures(seen.film(await studio.records(CAMERA, (START, END))))[50]
    assert np.abs(seen.bright(picture).astype(int) - shown).max() <= 3
    await studio.masking.still(OPERATOR, studio.number, CAMERA, START)
    (entry,) = studio.world.acts("pictures_shown")
    assert (entry.actor.user_id, entry.phase) == (OPERATOR.user_id, Phase.NOTED)
    studio.world.machine.pass_time(SHOWN_AGAIN)
    await studio.unlock()
    await studio.masking.still(OPERATOR, studio.number, CAMERA, START)
    assert len(studio.world.acts("pictures_shown")) == 2


async def test_no_picture_is_shown_of_what_is_not_permitted(studio: Studio) -> None:
    still = studio.masking.still
    for camera, at in ((CAMERA, END), (CAMERA, START - SECOND), (OTHER, START)):
        with pytest.raises(Problem, match="outside_permission"):
            await still(OPERATOR, studio.number, camera, at)
    waiting = await studio.ask(replace(POLICE, scope=Scope((CAMERA,), START, END)))
    with pytest.raises(Problem, match="not_permitted"):
        await still(OPERATOR, waiting, CAMERA, START)
    with pytest.raises(Refused, match="role_needed_prepare_disclosure"):
        await still(STAFF, studio.number, CAMERA, START)
    studio.lock.end_keys()
    with pytest.raises(Refused, match="unlock_first"):
        await still(OPERATOR, studio.number, CAMERA, START)
    assert studio.world.acts("pictures_shown") == []


async def test_a_moment_in_a_gap_shows_what_is_nearest(world: World, film: Film) -> None:
    studio = Studio(world)
    await studio.settle_in()
    await studio.unlock()
    short = Film(film.init, film.fragments[:20], 200)
    begin = NOON - 5 * MINUTE
    studio.record(short, begin + 10 * SECOND)
    # What was recorded by `settle_in` at the same time is no film: it cannot be shown.
    scope = Scope((CAMERA,), begin, begin + MINUTE)
    studio.number = await studio.permitted(replace(POLICE, scope=scope))
    shown = seen.pictures(short.init + b"".join(short.fragments))
    for second, number in ((50, 199), (5, 0), (12, 20)):
        at = begin + second * SECOND
        picture = await studio.masking.still(OPERATOR, studio.number, CAMERA, at)
        assert np.abs(seen.bright(picture).astype(int) - shown[number]).max() <= 3
    await studio.mask(mask(scope.start, scope.end))
    assert await studio.status() == (MaskingState.DONE, None)
    after = await studio.records(studio.derived, (scope.start, scope.end))
    assert len(seen.fragments(after)) == 20


# What is refused ---


@pytest.mark.parametrize(
    ("masks", "camera", "key"),
    [
        ([], CAMERA, "masks_missing"),
        ([mask()] * (MOST_MASKS + 1), CAMERA, "masks_too_many"),
        ([mask(x=1.0)], CAMERA, "mask_invalid"),
        ([mask(w=0.0)], CAMERA, "mask_invalid"),
        ([mask(START, START)], CAMERA, "mask_invalid"),
        ([mask(END, END + MINUTE)], CAMERA, "outside_permission"),
        ([mask()], OTHER, "outside_permission"),
    ],
)
async def test_masks_that_make_no_sense_are_refused(
    studio: Studio, masks: list[Mask], camera: str, key: str
) -> None:
    with pytest.raises(Problem, match=key):
        await studio.masking.start(OPERATOR, studio.number, camera, masks)
    assert studio.world.acts("masked_copy_made") == [] and studio.others() == set()


async def test_nothing_is_masked_before_it_is_permitted(studio: Studio) -> None:
    waiting = await studio.ask(replace(POLICE, scope=Scope((CAMERA,), START, END)))
    with pytest.raises(Problem, match="not_permitted"):
        await studio.masking.start(OPERATOR, waiting, CAMERA, [mask()])
    assert (await studio.masking.status(OPERATOR, waiting, CAMERA)).state is MaskingState.NONE
    with pytest.raises(Refused):
        await studio.masking.status(STAFF, waiting, CAMERA)
    with pytest.raises(Problem, match="request_unknown"):
        await studio.masking.status(OPERATOR, 99, CAMERA)


# What is not finished leaves nothing ---


class Slow:
    """Starts the process, and holds it when it has given a few records."""

    def __init__(self) -> None:
        self.process: Process | None = None
        self.reached = asyncio.Event()
        self.go_on = asyncio.Event()

    async def __call__(self) -> Process:
        self.process = await painter.spawn()
        out = self.process.stdout
        assert out is not None
        read, count = out.readexactly, 0

        async def held(size: int) -> bytes:
            nonlocal count
            count += 1
            if count == 20:
                self.reached.set()
                await self.go_on.wait()
            return await read(size)

        out.readexactly = held  # type: ignore[assignment,method-assign]
        return self.process


@pytest.fixture
async def halfway(world: World, film: Film) -> tuple[Studio, Slow]:
    """Be in the middle of making a copy, with something of it in the vault."""
    slow = Slow()
    studio = Studio(world, slow)
    await studio.settle_in()
    await studio.unlock()
    await permit(studio, film)
    await studio.masking.start(OPERATOR, studio.number, CAMERA, [mask()])
    await slow.reached.wait()
    assert studio.others() and studio.files_of_others()
    found = await studio.masking.status(OPERATOR, studio.number, CAMERA)
    assert found.state is MaskingState.WORKING and 0 < found.done < 1
    return studio, slow


def nothing_is_left(studio: Studio) -> bool:
    return not studio.others() and not studio.files_of_others()


def failed(studio: Studio) -> bool:
    """Say whether the book says that it was ordered and not done."""
    phases = [entry.phase for entry in studio.world.acts("masked_copy_made")]
    return phases == [Phase.ORDERED, Phase.FAILED]


async def test_ending_it_leaves_nothing(halfway: tuple[Studio, Slow]) -> None:
    studio, slow = halfway
    with pytest.raises(Problem, match="masking_under_way"):
        await studio.masking.start(OPERATOR, studio.number, CAMERA, [mask()])
    ending = asyncio.ensure_future(studio.masking.cancel(MANAGER, studio.number, CAMERA))
    await asyncio.sleep(0)
    slow.go_on.set()
    await ending
    assert await studio.status() == (MaskingState.CANCELLED, None)
    assert nothing_is_left(studio) and failed(studio)
    assert slow.process is not None and slow.process.returncode is not None
    await studio.masking.cancel(OPERATOR, studio.number, CAMERA)  # over it is


async def test_who_has_no_role_ends_nothing(halfway: tuple[Studio, Slow]) -> None:
    studio, slow = halfway
    with pytest.raises(Refused):
        await studio.masking.cancel(STAFF, studio.number, CAMERA)
    slow.go_on.set()
    await studio.ended()
    assert await studio.status() == (MaskingState.DONE, None)


@pytest.mark.parametrize("lock", ["anybody locks", "the session ends"])
async def test_a_lock_leaves_nothing(halfway: tuple[Studio, Slow], lock: str) -> None:
    studio, slow = halfway
    if lock == "anybody locks":
        await studio.lock.lock(MANAGER)
    else:
        studio.lock.end_session(OPERATOR.session or "")
    slow.go_on.set()
    await studio.ended()
    assert await studio.status() == (MaskingState.FAILED, "masking_locked")
    assert nothing_is_left(studio) and failed(studio)


async def test_a_lock_of_somebody_else_does_not_matter(halfway: tuple[Studio, Slow]) -> None:
    studio, slow = halfway
    studio.lock.end_session(MANAGER.session or "")
    slow.go_on.set()
    await studio.ended()
    assert await studio.status() == (MaskingState.DONE, None)


async def test_a_worker_that_is_killed_leaves_nothing(halfway: tuple[Studio, Slow]) -> None:
    studio, slow = halfway
    assert slow.process is not None
    slow.process.kill()
    slow.go_on.set()
    await studio.ended()
    assert await studio.status() == (MaskingState.FAILED, "masking_failed")
    assert nothing_is_left(studio) and failed(studio)


async def test_a_worker_that_hangs_is_ended_and_leaves_nothing(
    halfway: tuple[Studio, Slow],
) -> None:
    studio, slow = halfway
    working = studio.masking._works[studio.number, CAMERA].painter
    process = slow.process
    assert process is not None and process.stdout is not None and working is not None
    read = process.stdout.readexactly

    async def stopped(size: int) -> bytes:
        process.send_signal(signal.SIGSTOP)
        return await read(size)

    process.stdout.readexactly = stopped  # type: ignore[assignment,method-assign]
    working._longest = 0.3
    slow.go_on.set()
    await studio.ended()
    assert await studio.status() == (MaskingState.FAILED, "masking_hung")
    assert nothing_is_left(studio) and failed(studio)
    assert process.returncode == -signal.SIGKILL


async def test_a_picture_that_hangs_is_given_up_and_who_waits_behind_it_gets_theirs(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker stands still before it has read anything, as one does that its machine has stopped."""
    started: list[Process] = []
    longest = painter.LONGEST_FOR_A_PICTURE

    async def first_hangs() -> Process:
        process = await painter.spawn()
        if not started:
            process.send_signal(signal.SIGSTOP)
        monkeypatch.setattr(painter, "LONGEST_FOR_A_PICTURE", longest if started else 0.3)
        started.append(process)
        return process

    studio.masking = Masking(studio.world.desk, studio.lock, spawned=first_hangs)
    at = START + 5 * SECOND
    hung, behind = (
        asyncio.ensure_future(studio.masking.still(OPERATOR, studio.number, CAMERA, at))
        for _ in range(2)
    )
    with pytest.raises(Problem, match="masking_hung"):
        await hung
    assert (await behind).startswith(b"\xff\xd8")
    assert [process.returncode for process in started][0] == -signal.SIGKILL


async def test_a_worker_that_has_given_all_and_does_not_end_is_ended(film: Film) -> None:
    program = "import sys, time; sys.stdout.close(); time.sleep(600)"
    pipe = asyncio.subprocess.PIPE

    async def stays() -> Process:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-c", program, stdin=pipe, stdout=pipe
        )

    async def footage() -> AsyncGenerator[Record]:
        yield Init(film.init)

    async with painter.at_work(stays) as working:
        working._longest = 0.3
        with pytest.raises(Problem, match="masking_hung"):
            await anext(working.through(Order(), footage()))


async def test_a_withdrawal_leaves_nothing(halfway: tuple[Studio, Slow]) -> None:
    studio, slow = halfway
    await disclosure.withdraw(studio.world.desk, OPERATOR, studio.number)
    slow.go_on.set()
    await studio.ended()
    assert await studio.status() == (MaskingState.FAILED, "masking_over")
    assert nothing_is_left(studio) and failed(studio)


async def test_a_stop_of_the_site_leaves_nothing(halfway: tuple[Studio, Slow]) -> None:
    studio, slow = halfway
    closing = asyncio.ensure_future(studio.masking.close())
    await asyncio.sleep(0)
    slow.go_on.set()
    await closing
    assert await studio.status() == (MaskingState.FAILED, "site_not_running")
    assert nothing_is_left(studio) and failed(studio)
    with pytest.raises(Problem, match="site_not_running"):
        await studio.masking.start(OPERATOR, studio.number, CAMERA, [mask()])


async def test_a_power_cut_leaves_nothing_once_it_has_started_again(
    halfway: tuple[Studio, Slow], tmp_path: Path
) -> None:
    studio, slow = halfway
    # What lies on the disk at this moment is what a power cut leaves.
    shutil.copytree(tmp_path / "vault", tmp_path / "cut" / "vault")
    shutil.copytree(tmp_path / "config", tmp_path / "cut" / "config")
    slow.go_on.set()
    await studio.ended()
    world = World(tmp_path / "cut")
    world.start()
    cut = Studio(world)
    cut.number = studio.number
    try:
        (entry,) = cut.world.acts("masked_copy_made")
        assert isinstance(entry.act, MaskedCopyMade)
        assert cut.others() == {entry.act.derived}
        await recovery.begin(cut.world.desk, cut.world.erasure)
        assert nothing_is_left(cut) and failed(cut)
        assert (await cut.status())[0] is MaskingState.NONE
    finally:
        world.stop()


async def test_a_disk_that_is_full_leaves_nothing(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    from custom_components.kuma_bouhan.vault.writer import CameraWriter

    def full(*_: object) -> None:
        raise VaultProblem("disk_full")

    monkeypatch.setattr(CameraWriter, "sync", full)
    await studio.mask()
    assert await studio.status() == (MaskingState.FAILED, "disk_full")
    assert nothing_is_left(studio)


async def test_a_book_that_does_not_take_it_leaves_nothing(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    append = studio.world.desk.book.append

    def full(act: object, **about: object) -> object:
        if isinstance(act, MaskedCopyMade) and act.digest:
            raise Problem("book_full")
        return append(act, **about)  # type: ignore[arg-type]

    monkeypatch.setattr(studio.world.desk.book, "append", full)
    await studio.mask()
    assert await studio.status() == (MaskingState.FAILED, "book_full")
    assert nothing_is_left(studio)


def giving(code: int, said: bytes = b"") -> Spawn:
    """Return what starts a process that says something and ends so."""

    async def spawned() -> Process:
        program = f"import sys; sys.stdout.buffer.write({said!r}); sys.exit({code})"
        pipe = asyncio.subprocess.PIPE
        return await asyncio.create_subprocess_exec(
            sys.executable, "-c", program, stdin=pipe, stdout=pipe
        )

    return spawned


async def no_process() -> Process:
    raise FileNotFoundError


@pytest.mark.parametrize(
    ("spawned", "key"),
    [
        (giving(Gave.UNAVAILABLE), "masking_unavailable"),
        (giving(Gave.UNDECODABLE), "masking_failed"),
        (giving(1), "masking_failed"),
        (giving(0), "masking_failed"),
        (no_process, "masking_unavailable"),
    ],
)
async def test_what_the_worker_cannot_do_is_said(studio: Studio, spawned: Spawn, key: str) -> None:
    studio.masking = Masking(studio.world.desk, studio.lock, spawned=spawned)
    await studio.mask()
    assert await studio.status() == (MaskingState.FAILED, key)
    assert nothing_is_left(studio)
    with pytest.raises(Problem, match=key):
        await studio.masking.still(OPERATOR, studio.number, CAMERA, START)


async def test_where_there_is_no_picture_at_all_that_is_said(studio: Studio) -> None:
    """What `settle_in` recorded is no film."""
    studio.number = await studio.permitted()
    await studio.mask(mask(SCOPE.start, SCOPE.end))
    assert await studio.status() == (MaskingState.FAILED, "no_footage_in_span")
    with pytest.raises(Problem, match="no_footage_in_span"):
        await studio.masking.still(OPERATOR, studio.number, CAMERA, SCOPE.start)


async def test_footage_that_cannot_be_read_ends_the_process(film: Film) -> None:
    async def footage() -> AsyncGenerator[Record]:
        yield Init(film.init)
        raise VaultProblem("footage_sealed")

    async with painter.at_work(painter.spawn) as working:
        with pytest.raises(VaultProblem, match="footage_sealed"):
            await anext(working.through(Order(), footage()))


async def test_before_a_permission_that_may_follow_a_copy_is_due_with_what_it_is_made_of(
    studio: Studio,
) -> None:
    await studio.set(permission_afterwards=True)
    studio.number = await studio.ask(replace(URGENT, scope=Scope((CAMERA,), START, END)))
    await studio.mask()
    assert await studio.status() == (MaskingState.DONE, None)
    dues = {slot.due for slot in studio.world.vault.slots() if slot.camera == studio.derived}
    assert dues == {chunk.due for chunk in studio.chunks_of(CAMERA) if chunk.start < END}


async def test_footage_that_is_gone_meanwhile_is_left_out(studio: Studio) -> None:
    now = studio.world.machine.wall
    chunks = studio.world.vault.chunks(CAMERA, START, END, now=now)
    desk = studio.world.desk
    player = desk.vault.playing.player(studio.lock.opened(OPERATOR))
    plan = await permitted.planned(desk, player, CAMERA, START, END)
    (path,) = studio.world.vault_path.rglob(f"{chunks[0].id}.kbc")
    path.unlink()
    desk.vault.playing.let_go(player)
    records = [one async for one in permitted.footage(desk, player, plan.stretches)]
    assert isinstance(records[0], Init)
    assert 0 < len(seen.fragments(records)) < 60
    player.close()
    with pytest.raises(VaultProblem, match="footage_sealed"):
        [one async for one in permitted.footage(desk, player, plan.stretches)]


# Living with the rest of the site ---


async def test_a_copy_goes_with_its_disclosure(studio: Studio) -> None:
    await studio.mask()
    derived = studio.derived
    await disclosure.withdraw(studio.world.desk, OPERATOR, studio.number)
    await studio.world.pass_time(timedelta(0))
    assert studio.chunks_of(derived) == [] and nothing_is_left(studio)
    assert await studio.status() == (MaskingState.NONE, None)


async def test_a_copy_goes_once_it_was_handed_over(studio: Studio) -> None:
    await studio.mask()
    desk = studio.world.desk
    await provision.enter_prepared(
        desk, OPERATOR, studio.number, manifest="00" * 32, files=1, size=1, masked=True
    )
    await provision.provide(desk, OPERATOR, studio.number, handover(studio.world.machine.wall))
    await studio.world.pass_time(timedelta(0))
    assert nothing_is_left(studio)


async def test_a_copy_that_a_stop_kept_longer_goes_at_the_next_start(studio: Studio) -> None:
    await studio.mask()
    await disclosure.withdraw(studio.world.desk, OPERATOR, studio.number)
    studio.world.restart()
    assert studio.others()
    await recovery.begin(studio.world.desk, studio.world.erasure)
    assert nothing_is_left(studio)


async def test_a_copy_that_is_needed_survives_a_restart(studio: Studio) -> None:
    await studio.mask()
    await studio.restart()
    assert studio.others() == {studio.derived}
    again = Studio(studio.world)
    again.number = studio.number
    assert await again.status() == (MaskingState.DONE, None)


async def test_a_shorter_period_of_the_site_leaves_a_copy_alone(studio: Studio) -> None:
    await studio.mask()
    seen_ = await retention.preview(studio.world.desk, None, 1)
    await retention.change(studio.world.desk, MANAGER, None, 1, seen=seen_)
    dues = {slot.due for slot in studio.world.vault.slots() if slot.camera == studio.derived}
    assert dues == {NOON + PERMITTED_FOR}


async def test_the_hour_and_the_register_of_erasures_take_it_as_it_is(studio: Studio) -> None:
    await studio.mask()
    derived = studio.derived
    desk = studio.world.desk
    await disclosure.withdraw(desk, OPERATOR, studio.number)
    await studio.world.pass_time(timedelta(0))
    book = routine.RoutineBook(desk, slot=HOUR, patience=MINUTE)
    await book.enter(NOON + HOUR)
    (entry,) = studio.world.acts("routine")
    assert [hour.camera for hour in entry.act.chunks] == [CAMERA]  # type: ignore[attr-defined]
    query = registers.Query(register=registers.Register.ERASURES)
    page = await registers.read(desk, MANAGER, query)
    told = {line.facts["camera"]: line.facts.get("masked_copy") for line in page.lines}
    assert told[derived] == studio.number


async def test_what_is_read_counts_as_use_of_the_vault(studio: Studio) -> None:
    used: list[str | None] = []
    before = studio.lock.used
    studio.lock.used = lambda actor: (used.append(actor.user_id), before(actor))[1]  # type: ignore[func-returns-value, method-assign]
    await studio.mask()
    assert used.count(OPERATOR.user_id) >= 60


async def test_two_cameras_are_masked_one_after_the_other(studio: Studio, film: Film) -> None:
    await studio.world.add_camera(OTHER)
    studio.record(film, START - 30 * SECOND, OTHER)
    scope = Scope((CAMERA, OTHER), START, END)
    studio.number = await studio.permitted(replace(POLICE, scope=scope))
    at_once: list[int] = []
    running = 0
    through = Painter.through

    async def counted(self: Painter, *args: object) -> AsyncIterator[Record]:
        nonlocal running
        running += 1
        at_once.append(running)
        async for record in through(self, *args):  # type: ignore[arg-type]
            yield record
        running -= 1

    Painter.through = counted  # type: ignore[assignment, method-assign]
    try:
        for camera in (CAMERA, OTHER):
            await studio.masking.start(OPERATOR, studio.number, camera, [mask()])
        await studio.ended()
    finally:
        Painter.through = through  # type: ignore[method-assign]
    assert at_once == [1, 1]
    assert {copy.camera for copy in studio.found(studio.number).masks} == {CAMERA, OTHER}
    assert len(studio.others()) == 2
