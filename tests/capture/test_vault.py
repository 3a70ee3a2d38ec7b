"""From a camera into a real vault, and out again."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
import shutil
from unittest.mock import patch

from homeassistant.components import stream
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest

from custom_components.kuma_bouhan.capture.supervisor import CameraRecorder
from custom_components.kuma_bouhan.guideline.recording import RecordingState
from custom_components.kuma_bouhan.guideline.settings import CaptureMode
from custom_components.kuma_bouhan.vault.kdf import KdfCost
from custom_components.kuma_bouhan.vault.passphrase import new_recovery_code
from custom_components.kuma_bouhan.vault.reading import ChunkContents
from custom_components.kuma_bouhan.vault.sealing import NewHolder
from custom_components.kuma_bouhan.vault.vault import Vault
from tests.street.camera import StreetCamera

from .conftest import CAMERA, FAST, Rig, replace, workers
from .media import film, joined, packets, pictures

RECORDING = RecordingState.RECORDING


class VaultRig:
    """A vault that a rig's recorders write to."""

    def __init__(self, rig: Rig, vault: Vault) -> None:
        self.rig, self.vault = rig, vault
        rig.open_writer = lambda: vault.writer(CAMERA, due=lambda end: end + timedelta(days=7))

    async def contents(self) -> list[ChunkContents]:
        """Decrypt all there is."""
        return await asyncio.get_running_loop().run_in_executor(None, self._contents)

    def _contents(self) -> list[ChunkContents]:
        now = dt_util.utcnow()
        with self.vault.unlock("manager", "open sesame") as opened:
            chunks = self.vault.chunks(
                CAMERA, now - timedelta(days=1), now + timedelta(days=1), now=now
            )
            return [self.vault.read(opened, chunk, now=now) for chunk in chunks]


@pytest.fixture
async def vaulted(hass: HomeAssistant, rig: Rig, tmp_path: Path) -> AsyncIterator[VaultRig]:
    vault = await hass.async_add_executor_job(
        lambda: Vault.create(
            tmp_path / "vault",
            holder=NewHolder("manager", "open sesame"),
            recovery_code=new_recovery_code(),
            now=dt_util.utcnow(),
            cost=KdfCost(memory_kib=64, iterations=1, lanes=1),
        )
    )
    yield VaultRig(rig, vault)
    for recorder in rig.recorders:
        await recorder.async_stop()
    await hass.async_add_executor_job(vault.close)


async def stopped(vaulted: VaultRig, recorder: CameraRecorder) -> list[ChunkContents]:
    await recorder.async_stop()
    return await vaulted.contents()


async def test_every_picture_of_a_film_comes_out_as_it_went_in(
    vaulted: VaultRig, tmp_path: Path
) -> None:
    source = film(seconds=10)
    path = tmp_path / "film.mp4"
    path.write_bytes(source)
    entry = await vaulted.rig.camera(str(path))
    with patch.object(stream, "_should_retry", return_value=False):
        recorder = await vaulted.rig.recorder(
            vaulted.rig.entity(entry).id, pace=replace(FAST, retry=60.0), limit=8 << 20
        )
        await vaulted.rig.until(lambda: vaulted.rig.its(entry).stream and not workers())
        (chunk,) = await stopped(vaulted, recorder)
    assert chunk.complete and chunk.init
    kept = packets(joined(chunk.init.data, [piece.data for piece in chunk.fragments]))
    was = packets(source)
    # Home Assistant's worker keeps the end of a film that is shorter than a segment to itself.
    assert len(was) - 20 <= len(kept) <= len(was)
    assert [data for _, data in kept] == [data for _, data in was[: len(kept)]]


async def test_a_camera_that_drops_out_is_in_the_vault_before_and_after(
    vaulted: VaultRig, street: StreetCamera
) -> None:
    rig = vaulted.rig
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    street.drop()
    await rig.until(lambda: recorder.state is not RECORDING)
    await rig.state(recorder, RECORDING)
    before, after = await stopped(vaulted, recorder)
    for chunk in (before, after):
        assert chunk.complete and chunk.init
        data = joined(chunk.init.data, [piece.data for piece in chunk.fragments])
        assert pictures(data) == len(packets(data)) > 0
    (gap,) = rig.gaps
    assert gap.start == before.fragments[-1].end and gap.end == after.fragments[0].start


async def test_a_vault_that_vanishes_is_said_and_written_again_when_it_is_back(
    vaulted: VaultRig, street: StreetCamera, tmp_path: Path
) -> None:
    rig = vaulted.rig
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    away = tmp_path / "away"
    shutil.move(tmp_path / "vault", away)
    recorder.switch(False)
    await rig.state(recorder, RecordingState.SWITCHED_OFF)
    recorder.switch(True)
    await rig.state(recorder, RecordingState.VAULT_MISSING)
    assert recorder.detail == "vault_missing"
    shutil.move(away, tmp_path / "vault")
    await rig.state(recorder, RECORDING)
    assert len(await stopped(vaulted, recorder)) == 2


async def test_a_stream_is_recorded_while_files_and_index_are_compared(
    vaulted: VaultRig, street: StreetCamera
) -> None:
    rig, vault = vaulted.rig, vaulted.vault
    entry = await rig.camera(street.urls.rtsp)
    recorder = await rig.recording(entry)
    for _ in range(3):
        # The index knows nothing, and the chunk that is being written is nobody's business.
        (open_chunk,) = vault._parts.open_chunks.now()
        vault._parts.index.go_without_disk()
        known = sum(1 for _ in vault.folder.rglob("*.kbc")) - 1
        done = await rig.hass.async_add_executor_job(vault.reconcile)
        assert (done.found, done.torn, done.removed, done.missing) == (known, 0, 0, 0)
        assert vault._parts.open_chunks.now() == {open_chunk}
        recorder.switch(False)
        await rig.state(recorder, RecordingState.SWITCHED_OFF)
        recorder.switch(True)
        await rig.state(recorder, RECORDING)
    chunks = await stopped(vaulted, recorder)
    assert len(chunks) == 4
    assert all(chunk.complete and chunk.fragments for chunk in chunks)


async def test_stills_come_out_as_they_went_in(vaulted: VaultRig, street: StreetCamera) -> None:
    rig = vaulted.rig
    entry = await rig.camera("", still=street.urls.still)
    recorder = await rig.recorder(rig.entity(entry).id, mode=CaptureMode.STILLS, still_interval=1)
    await rig.state(recorder, RECORDING)
    (chunk,) = await stopped(vaulted, recorder)
    assert chunk.stills and all(still.data.startswith(b"\xff\xd8") for still in chunk.stills)
