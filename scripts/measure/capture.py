"""What recording costs: processor time, memory, and the event loop's time.

Four ways to keep the same cameras, each in a fresh process, one after the other and round by round (A B C D
A B C D), each alone with the machine; ratios are taken pair by pair:

    nothing   Home Assistant's stream workers with an output that does nothing
    ours      the whole integration, into an encrypted vault on the disk
    record    Home Assistant's own `camera.record`, one file for each camera
    ffmpeg    `ffmpeg -c copy -f segment`, one process for each camera

Alone, because what a stream worker costs depends on how much has come whenever it wakes: several at once
make each other cheaper, and so every ratio to them dearer. The quick sample runs all at once all the same.

The cameras are served from a process of their own, from a loop encoded before, and give
no sound: with it, `camera.record` fails now and then on Home Assistant's own count of timestamps. What sound
costs that is left out of the footage is measured apart.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from statistics import linear_regression, median
import time
from typing import Any

from tests.street.process import StreetProcess

from .keeper import Seen, begun
from .loop_watch import Stretch
from .report import Ask, Figure, Outcome, aligned, number, percentile, say

WAYS = ("nothing", "ours", "record", "ffmpeg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The sample; times in seconds. A chunk of ours ends in each of its windows, as in an hour's mean."""

    counts: tuple[int, ...]
    rounds: int
    warm: float
    window: float
    chunk: float
    watched: int
    watch: float


FULL = Plan(counts=(1, 4, 8, 16), rounds=2, warm=8, window=30, chunk=60, watched=8, watch=150)
QUICK = Plan(counts=(1, 4), rounds=1, warm=4, window=12, chunk=12, watched=8, watch=12)


def measure(ask: Ask) -> Outcome:
    """Measure all ways."""
    return asyncio.run(_measure(ask, QUICK if ask.quick else FULL))


async def _measure(ask: Ask, plan: Plan) -> Outcome:
    rounds: list[dict[str, Seen]] = []
    sound: list[dict[str, Seen]] = []
    say("encoding the street")
    async with _street(max(*plan.counts, plan.watched)) as addresses:
        if ask.quick:  # everything at once: there is a minute
            counts = " and ".join(map(str, plan.counts))
            say(f"{counts} cameras each of {len(WAYS)} ways, {plan.watched} for the event loop")
            async with asyncio.TaskGroup() as tasks:
                watched = tasks.create_task(_watched(ask, plan, addresses[: plan.watched]))
                turns = [
                    tasks.create_task(_round(ask, plan, addresses[:count], WAYS))
                    for count in plan.counts
                ]
            rounds = [turn.result() for turn in turns]
            stretches, collected = watched.result()
        else:
            for lap in range(plan.rounds):
                for count in plan.counts:
                    say(f"round {lap + 1}: {count} cameras, {len(WAYS)} ways")
                    rounds.append(await _round(ask, plan, addresses[:count], WAYS))
            say(f"the event loop with {plan.watched} cameras")
            stretches, collected = await _watched(ask, plan, addresses[: plan.watched])
    if not ask.quick:
        async with _street(4, "with sound") as addresses:
            for lap in range(plan.rounds):
                say(f"round {lap + 1}: 4 cameras with sound")
                sound.append(await _round(ask, plan, addresses, ("nothing", "ours")))
    return _outcome(plan, rounds, sound, stretches, collected)


# --- The numbers ---


def _outcome(
    plan: Plan,
    rounds: Sequence[dict[str, Seen]],
    sound: Sequence[dict[str, Seen]],
    stretches: Sequence[Stretch],
    collected: Sequence[float],
) -> Outcome:
    counts = ", ".join(map(str, plan.counts))
    sample = f"median of {len(rounds)} pairs; {counts} cameras, {plan.chunk:g} s of ours"
    fewest, most = min(plan.counts), max(plan.counts)
    growth = _growth(rounds, "ours")
    walls = [wall * 1000 for wall, _, _ in stretches]
    watched = f"longest of {len(walls)} stretches in {plan.watch:g} s"
    outcome = Outcome(
        [
            Figure(
                key="cpu_ratio_over_noop",
                value=_ratio(rounds, "nothing"),
                unit="×",
                sample=sample,
                at_most=1.08,
            ),
            Figure(
                key="cpu_ratio_to_camera_record",
                value=_ratio(rounds, "record"),
                unit="×",
                sample=sample,
                at_most=0.75,
            ),
            Figure(
                key="cpu_ratio_to_ffmpeg", value=_ratio(rounds, "ffmpeg"), unit="×", sample=sample
            ),
            Figure(
                key="writer_cpu_s_per_min",
                value=median(seen["ours"].writer for seen in rounds),
                unit="CPU-s",
                sample=f"median of {len(rounds)} windows, per camera-minute",
                at_most=0.1,
            ),
            Figure(
                key="rss_mb_over_noop",
                value=growth.slope,
                unit="MiB",
                sample=f"per camera, {fewest} to {most} cameras, {len(rounds)} pairs",
                at_most=2,
            ),
            Figure(
                key="loop_stretch_ms_8",
                value=max(walls, default=0.0),
                unit="ms",
                sample=watched,
                at_most=5,
            ),
        ]
    )
    outcome.apart += ["CPU-seconds per camera-minute and MiB of a process, medians:"]
    outcome.apart += _by_count(plan.counts, rounds).splitlines()
    record = _growth(rounds, "record")
    busy = sum(walls) / plan.watch / 10
    outcome.apart += [
        f"memory taken once, however many cameras: {growth.intercept:.1f} MiB",
        f"camera.record takes {record.slope:.1f} MiB for each camera",
        f"loop: p99 {percentile(walls, 0.99):.2f} ms, {busy:.2f} % of its time; the longest:",
        *(
            f"  {wall * 1000:.2f} ms, {cpu * 1000:.2f} of them on the processor: {name}"
            for wall, cpu, name in sorted(stretches, reverse=True)[:5]
        ),
    ]
    outcome.apart.append(
        f"loop: {len(collected)} collections of garbage fell into a stretch and are left out of it; "
        f"the longest took {max(collected, default=0.0) * 1000:.1f} ms, of all of Home Assistant's heap"
    )
    if sound:
        outcome.apart.append(
            f"with sound in the stream, left out of the footage: {number(_ratio(sound, 'nothing'))} × "
            f"the output that does nothing ({len(sound)} pairs, 4 cameras)"
        )
    if plan is QUICK:
        outcome.apart += [
            f"quick: a chunk lasts {plan.chunk:g} s here, not 60, so that one ends in each window;",
            "all ways at once, which makes the peers cheaper than they are alone: for comparison, run it in full",
        ]
    return outcome


def _ratio(rounds: Iterable[dict[str, Seen]], peer: str) -> float:
    return median(seen["ours"].cpu / seen[peer].cpu for seen in rounds)


def _growth(rounds: Sequence[dict[str, Seen]], way: str) -> Any:
    """Return how memory over a process that keeps nothing grows with the cameras."""
    return linear_regression(
        [seen[way].cameras for seen in rounds],
        [seen[way].memory - seen["nothing"].memory for seen in rounds],
    )


def _by_count(counts: Sequence[int], rounds: Sequence[dict[str, Seen]]) -> str:
    rows = [["cameras", *WAYS, *(f"{way} MiB" for way in WAYS)]]
    for count in counts:
        here = [seen for seen in rounds if seen["ours"].cameras == count]
        cpu = [f"{median(seen[way].cpu for seen in here):.3f}" for way in WAYS]
        memory = [f"{median(seen[way].memory for seen in here):.0f}" for way in WAYS]
        rows.append([str(count), *cpu, *memory])
    return aligned(rows)


# --- Running them ---


@asynccontextmanager
async def _street(cameras: int, sound: str = "") -> AsyncIterator[list[str]]:
    options = ["--bench", "--cameras", str(cameras)]
    async with StreetProcess(*options, *([] if sound else ["--no-audio"])) as street:
        yield [urls.rtsp for urls in street.urls]


async def _round(
    ask: Ask, plan: Plan, addresses: Sequence[str], ways: Sequence[str]
) -> dict[str, Seen]:
    """Keep some cameras one way after the other; all ways at once where it has to be quick."""
    if ask.quick:
        seen = await asyncio.gather(*(_seen(ask, plan, addresses, way) for way in ways))
    else:
        seen = [await _seen(ask, plan, addresses, way) for way in ways]
    return {one.way: one for one in seen}


async def _seen(ask: Ask, plan: Plan, addresses: Sequence[str], way: str) -> Seen:
    """Keep some cameras one way, and say what that took."""
    keeper = await begun(ask.scratch, way, addresses, chunk=plan.chunk)
    try:
        await keeper.ready()
        await asyncio.sleep(plan.warm)
        await keeper.begin()
        memory = [keeper.memory()]
        ends = time.monotonic() + (plan.chunk if way == "ours" else plan.window)
        while (left := ends - time.monotonic()) > 0:
            await asyncio.sleep(min(2.0, left))
            memory.append(keeper.memory())
        return await keeper.end(keeper.cpu(), median(memory), window=plan.window)
    finally:
        await keeper.stop()


async def _watched(
    ask: Ask, plan: Plan, addresses: Sequence[str]
) -> tuple[list[Stretch], list[float]]:
    """Return the stretches of our code on the event loop, and the collections that fell into them."""
    keeper = await begun(ask.scratch, "ours", addresses, chunk=plan.chunk)
    try:
        await keeper.ready()
        await asyncio.sleep(plan.warm)
        await keeper.begin()
        await keeper.tell("watch")
        await asyncio.sleep(plan.watch)
        said = await keeper.ask("end")
        return [tuple(stretch) for stretch in said["stretches"]], said["collected"]
    finally:
        await keeper.stop()
