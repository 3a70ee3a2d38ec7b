"""The bounded way from the event loop to the disk."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
import threading
from typing import Any, cast

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest

from custom_components.kuma_bouhan.capture.intake import Intake
from custom_components.kuma_bouhan.capture.sink import Fault, Mark, Sink, Stretch
from custom_components.kuma_bouhan.capture.source import answers
from custom_components.kuma_bouhan.capture.tap import Piece
from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.guideline.recording import GapReason, RecordingState
from tests.street.camera import StreetCamera

from .media import film, joined, packets, segments
from .tape import Tape


def pieces(connection: int = 1, **kind: str) -> list[Piece]:
    """Return a film as it comes from a stream, in its own time from now on."""
    at = dt_util.utcnow()
    made = []
    for segment in segments(film(**kind)):
        for number, part in enumerate(segment.parts):
            at += timedelta(seconds=part.duration)
            made.append(
                Piece(
                    init=segment.init,
                    orientation=1,
                    connection=connection,
                    begins=number == 0,
                    data=part.data,
                    duration=part.duration,
                    arrived=at,
                )
            )
    return made


class Way:
    def __init__(self, hass: HomeAssistant, *, limit: int = 1 << 20, audio: bool = False) -> None:
        self.tape = Tape()
        self.kept: list[Stretch] = []
        self.troubles = 0
        self.hass = hass
        self.waiting: set[asyncio.Future[Any]] = set()
        self.intake = Intake(
            hass,
            Sink(cast("Any", self.tape.writer), audio=audio),
            run=self.run,
            kept=self.kept.append,
            trouble=self.trouble,
            gather=0.02,
            retry=0.0,
            limit=limit,
        )

    def run(self, *call: Any) -> asyncio.Future[Any]:
        future = self.hass.async_add_executor_job(*call)
        self.waiting.add(future)
        future.add_done_callback(self.waiting.discard)
        return future

    def trouble(self) -> None:
        self.troubles += 1


@pytest.fixture
async def way(hass: HomeAssistant) -> AsyncIterator[Way]:
    way = Way(hass)
    yield way
    way.tape.flowing.set()
    await way.intake.close(5)


async def test_a_film_arrives_whole_and_in_order(way: Way) -> None:
    film = pieces()
    for piece in film:
        way.intake.offer(piece)
    assert await way.intake.finish(5)
    (chunk,) = way.tape.chunks
    source = joined(film[0].init, [piece.data for piece in film])
    kept = joined(chunk.init, [fragment.data for fragment in chunk.fragments])
    assert [data for _, data in packets(kept)] == [data for _, data in packets(source)]
    assert [fragment.arrived for fragment in chunk.fragments] == [p.arrived for p in film]
    assert len(way.kept) == len(film) and way.intake.waiting == 0


async def test_footage_is_gathered_and_synced_together_once_it_flows(way: Way) -> None:
    way.intake._gather = 60.0
    film = pieces()
    way.intake.offer(film[0])  # the first picture of a connection is not kept waiting
    await way.intake._idle.wait()
    assert way.tape.synced == 1
    for piece in film[1:4]:
        way.intake.offer(piece)
    await asyncio.sleep(0.05)
    assert len(way.kept) == 1 and way.intake.waiting
    way.intake.mark(Mark.CUT)
    await way.intake._idle.wait()
    assert len(way.kept) == 4 and way.tape.synced == 2
    way.intake.offer(film[4])
    await asyncio.sleep(0.05)
    way.intake._gather = 0.0
    way.intake._wake.set()
    await way.intake._idle.wait()
    assert len(way.kept) == 5
    way.intake.offer(film[5])
    await way.intake._idle.wait()
    assert len(way.kept) == 6 and way.tape.synced == 4


async def test_much_footage_does_not_wait_to_be_gathered(way: Way) -> None:
    way.intake._gather = 60.0
    film = pieces()
    way.intake.offer(film[0])
    await way.intake._idle.wait()
    way.intake._limit = 4 * sum(len(piece.data) for piece in film[1:3])
    for piece in film[1:3]:
        way.intake.offer(piece)
    await asyncio.sleep(0.05)
    assert len(way.kept) == 1
    way.intake.offer(film[3])
    await way.intake._idle.wait()
    assert len(way.kept) == 4


async def test_a_reconnect_another_codec_and_a_cut_each_begin_a_chunk(way: Way) -> None:
    first, again = pieces()[:2], pieces(2)[:2]
    other = pieces(2, codec="libx265")[:2]
    for item in [*first, *again, *other]:
        way.intake.offer(item)
    way.intake.mark(Mark.CUT)
    way.intake.offer(pieces(2, codec="libx265")[2])
    await way.intake.finish(5)
    assert [len(chunk.fragments) for chunk in way.tape.chunks] == [2, 2, 2, 1]
    assert way.tape.chunks[2].init == way.tape.chunks[3].init != way.tape.chunks[1].init


async def test_what_a_slow_disk_cannot_take_is_dropped_until_a_segment_begins(way: Way) -> None:
    film = pieces()
    way.intake._limit = len(film[0].data) + len(film[1].data)
    way.tape.flowing.clear()
    for piece in film[:4]:
        way.intake.offer(piece)
    assert way.intake.slow and way.troubles == 1
    assert way.intake.waiting <= way.intake._limit
    way.tape.flowing.set()
    await way.intake._idle.wait()
    assert way.intake.slow  # nothing has come since
    begins = next(n for n, piece in enumerate(film) if n > 3 and piece.begins)
    for piece in film[4 : begins + 2]:
        way.intake.offer(piece)
        await way.intake._idle.wait()
    assert not way.intake.slow
    kept = [fragment.arrived for fragment in way.tape.fragments]
    assert kept == [film[n].arrived for n in (0, 1, begins, begins + 1)]
    assert [stretch.reason for stretch in way.kept][2] is GapReason.TOO_SLOW


async def test_one_piece_larger_than_the_limit_still_passes(way: Way) -> None:
    way.intake._limit = 10
    way.intake.offer(pieces()[0])
    await way.intake._idle.wait()
    assert len(way.kept) == 1 and not way.intake.slow


async def test_after_a_failure_a_fresh_writer_begins_with_a_segment(way: Way) -> None:
    film = pieces()
    way.intake.offer(film[0])
    await way.intake._idle.wait()
    way.tape.failing = Problem("disk_full")
    way.intake.offer(film[1])
    await way.intake._idle.wait()
    assert way.intake.fault and way.intake.fault.state is RecordingState.DISK_FULL
    way.tape.failing = None
    for piece in film[2:]:
        way.intake.offer(piece)
        await way.intake._idle.wait()
    assert way.intake.fault is None and way.tape.opened == 2
    assert way.tape.chunks[1].fragments[0].keyframe
    assert way.kept[1].reason is GapReason.DISK_FULL


async def test_measured_bit_rates_begin_no_chunk(hass: HomeAssistant) -> None:
    way = Way(hass, audio=True)
    film = pieces(kind="mpegts")
    assert len({piece.init for piece in film}) > 1
    for piece in film:
        way.intake.offer(piece)
    await way.intake.close(5)
    (chunk,) = way.tape.chunks
    assert packets(joined(chunk.init, [f.data for f in chunk.fragments]), "audio")


async def test_garbage_is_no_picture(way: Way) -> None:
    way.intake.offer(replace(pieces()[0], init=b"x" * 40))
    await way.intake._idle.wait()
    assert way.intake.fault and way.intake.fault.state is RecordingState.NO_PICTURE


@pytest.mark.parametrize(
    ("error", "state", "detail"),
    [
        (Problem("disk_full"), RecordingState.DISK_FULL, "disk_full"),
        (Problem("vault_missing"), RecordingState.VAULT_MISSING, "vault_missing"),
        (OSError(5, "I/O error"), RecordingState.VAULT_MISSING, "OSError"),
        (KeyError("surprise"), RecordingState.VAULT_MISSING, "KeyError"),
    ],
)
async def test_each_failure_has_its_state(
    way: Way, error: Exception, state: RecordingState, detail: str
) -> None:
    way.tape.failing = error
    way.intake.offer(pieces()[0])
    await way.intake._idle.wait()
    assert way.intake.fault == Fault(state, detail)


async def test_a_disk_that_never_answers_does_not_hold_up_the_end(hass: HomeAssistant) -> None:
    way = Way(hass)
    way.tape.flowing.clear()
    way.intake.offer(pieces()[0])
    assert not await way.intake.close(0.1)
    way.tape.flowing.set()


async def test_without_threads_it_is_a_fault_and_no_crash(hass: HomeAssistant) -> None:
    async def run(*args: object) -> None:
        raise RuntimeError("cannot schedule new futures after shutdown")

    way = Way(hass)
    way.intake._run = run
    way.intake.offer(pieces()[0])
    await way.intake._idle.wait()
    assert way.intake.fault and way.intake.fault.detail == "no_thread"
    await way.intake.close(1)


async def test_home_assistant_cancels_who_waits_for_a_thread_and_nothing_is_lost(way: Way) -> None:
    film = pieces()
    way.tape.flowing.clear()
    way.intake.offer(film[0])
    while not way.tape.reached.is_set():  # noqa: ASYNC110 - set by a thread
        await asyncio.sleep(0.01)
    (waiting,) = way.waiting
    waiting.cancel()  # as Home Assistant does at its stop
    await asyncio.sleep(0)
    way.intake.offer(film[1])
    way.tape.flowing.set()
    assert await way.intake.close(5)
    (chunk,) = way.tape.chunks
    assert len(chunk.fragments) == 2 and way.tape.closed == 1


async def test_what_waits_for_a_thread_that_has_not_begun_is_written_all_the_same(way: Way) -> None:
    busy = threading.Event()
    with ThreadPoolExecutor(1) as one_thread:
        one_thread.submit(busy.wait)
        futures: list[asyncio.Future[Any]] = []

        def run(call: Any, *args: Any) -> asyncio.Future[Any]:
            futures.append(way.hass.loop.run_in_executor(one_thread, call, *args))
            return futures[-1]

        way.intake._run = run
        film = pieces()
        for piece in film:
            way.intake.offer(piece)
        finishing = asyncio.create_task(way.intake.finish(10))
        for stop in (1, 2):
            while len(futures) < stop:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0)
            futures[-1].cancel()  # as Home Assistant does at its stop, to whoever waits then
        busy.set()
        assert await finishing
    (chunk,) = way.tape.chunks
    assert len(chunk.fragments) == len(way.kept) == len(film)
    assert way.intake.waiting == 0


async def test_an_address_answers_or_not(socket_enabled: None) -> None:
    async with StreetCamera() as street:
        assert await answers(street.urls.rtsp, 1)
        await street.refuse()
        assert not await answers(street.urls.rtsp, 1)
    assert await answers("rtsp://127.0.0.1:99999/x", 1)  # no address: believed
    assert await answers("/a/file.mp4", 1)
    assert await asyncio.wait_for(answers("udp://127.0.0.1:5000", 1), 1)
