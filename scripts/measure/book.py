"""What the book costs: entering an act, reading ten years of them at a start, checking a million.

The books are as a site of 16 cameras leaves them: a routine act an hour with every camera's hour and as many
erasures, and twenty acts of people a day, of which six are signed. An act is entered beside a row in SQLite
(write-ahead log, synchronous=FULL) on the same disk.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
import json
import os
from pathlib import Path
import re
import sqlite3
from statistics import median
import subprocess
import sys
import time
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from custom_components.kuma_bouhan.guideline.people import ITSELF, Actor, Door
from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.records import codec, frame, verify
from custom_components.kuma_bouhan.records.act import RecordedAct
from custom_components.kuma_bouhan.records.acts import (
    ErasureAsked,
    HostKeyNoted,
    RecordingSwitched,
    Routine,
    SigningKeyNoted,
    Unlocked,
)
from custom_components.kuma_bouhan.records.book import STEP, Book
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.registers import Registers
from custom_components.kuma_bouhan.records.routine import ErasureFact, HourOfCamera

from .report import Ask, Figure, Outcome, percentile, say
from .vaults import camera_id

CAMERAS, YEARS, MILLION = 16, 10, 1_000_000
SITE = "5a" * 16
_BEGAN = datetime(2026, 4, 1, tzinfo=UTC)
_HOUR = timedelta(hours=1)
_KEY = Ed25519PrivateKey.from_private_bytes(b"b" * 32)
MANAGER = Actor("manager", Door.PANEL)
_NUMBER = re.compile(rb'"(seq|order)":(\d+)')

type Stored = tuple[bytes, bytes | None, bool]
"""An act's public and personal part, and whether it is signed."""


def measure(ask: Ask) -> Outcome:
    """Enter acts beside rows, start with ten years, and in the full sample have a million checked."""
    acts, starts = (500, 3) if ask.quick else (5000, 5)
    say(f"entering {acts} acts beside as many rows")
    pairs = _enter_beside_rows(ask.scratch, acts)
    entered = [act for act, _ in pairs]
    path = ask.scratch / "ten-years"
    say(f"writing the book of {YEARS} years")
    size = write(path, years())
    say(f"{starts} starts with it")
    seen = [_start(path) for _ in range(starts)]
    beside = f"{acts} acts, each beside a row in SQLite, WAL, synchronous=FULL"
    replayed = f"median of {starts} starts with {size:,} acts, {path.stat().st_size / 1e6:.0f} MB"
    figures = [
        Figure(
            key="append_p99_ms",
            value=percentile(entered, 0.99) * 1e3,
            unit="ms",
            sample=beside,
            at_most=2,
        ),
        Figure(
            key="append_ratio_to_sqlite",
            value=median(act / row for act, row in pairs),
            unit="×",
            sample=beside,
        ),
        Figure(
            key="replay_10y_s",
            value=median(one["seconds"] for one in seen),
            unit="s",
            sample=replayed,
            at_most=2,
        ),
        Figure(
            key="rss_mb_10y",
            value=median(one["memory"] for one in seen),
            unit="MB",
            sample=f"{replayed}; the most it took while it was read, over what it had before",
            at_most=120,
        ),
    ]
    rows = [row for _, row in pairs]
    apart = [
        f"an act: median {median(entered) * 1e3:.2f} ms",
        f"a row: median {median(rows) * 1e3:.2f} ms, p99 {percentile(rows, 0.99) * 1e3:.2f} ms",
    ]
    if not ask.quick:
        figures.append(_verify(path, ask.scratch / "million"))
    return Outcome(figures, apart)


def sign(message: bytes) -> bytes:
    """Sign as the host, and as the manager, too."""
    return _KEY.public_key().public_bytes_raw() + _KEY.sign(message)


# --- Entering ---


def _enter_beside_rows(folder: Path, acts: int) -> list[tuple[float, float]]:
    act = ErasureAsked(camera=camera_id(1), start=_BEGAN, end=_BEGAN + _HOUR, reason_text="苦情")
    book = Book.create(folder / "book", site=SITE)
    with closing(sqlite3.connect(folder / "rows.db", isolation_level=None)) as rows:
        rows.execute("PRAGMA journal_mode=WAL")
        rows.execute("PRAGMA synchronous=FULL")
        rows.execute("CREATE TABLE act (seq INTEGER PRIMARY KEY, public BLOB, personal BLOB)")
        pairs = []
        for seq in range(acts):
            began = time.perf_counter()
            entry = book.append(act, actor=MANAGER, phase=Phase.DONE, at=_BEGAN, zone=UTC)
            entered = time.perf_counter() - began
            public, personal = codec.encode(entry)
            began = time.perf_counter()
            rows.execute("INSERT INTO act VALUES (?, ?, ?)", (seq, public, personal))
            pairs.append((entered, time.perf_counter() - began))
    book.close()
    return pairs


# --- Books of many years ---


def write(path: Path, acts: Iterable[Stored]) -> int:
    """Write a book as `Book` would have, without waiting for the disk; return how many acts it has."""
    site, size = bytes.fromhex(SITE), 0

    def sign_act(leaf: bytes) -> bytes:
        return sign(frame.SIGNED + site + leaf)

    with path.open("wb") as file:
        file.write(frame.file_header(site))
        for public, personal, signed in acts:
            data, _, _ = frame.build(
                public, personal, salt=os.urandom(16), sign=sign_act if signed else None
            )
            file.write(data)
            size += 1
        file.write(bytes(STEP))
    return size


class Scribe:
    """Numbers acts one after the other, and puts each as the book stores it."""

    def __init__(self, seq: int = 0) -> None:
        """Go on where a book has so many acts."""
        self._seq = seq

    def put(
        self,
        act: RecordedAct,
        at: datetime,
        actor: Actor = ITSELF,
        phase: Phase = Phase.NOTED,
        order: int | None = None,
        *,
        signed: bool = False,
    ) -> Stored:
        """Put the next act."""
        entry = Entry(
            seq=self._seq,
            at=at,
            local=at.isoformat(),
            actor=actor,
            phase=phase,
            order=order,
            act=act,
        )
        self._seq += 1
        return (*codec.encode(entry, signed=signed), signed)

    def done(
        self, act: RecordedAct, at: datetime, actor: Actor = MANAGER, *, signed: bool = False
    ) -> Iterator[Stored]:
        """Put what somebody ordered and what was done."""
        order = self._seq
        yield self.put(act, at, actor, Phase.ORDERED, signed=signed)
        yield self.put(act, at, actor, Phase.DONE, order, signed=signed)


def years(count: int = YEARS) -> Iterator[Stored]:
    """Yield the acts of so many years."""
    scribe, key = Scribe(), _KEY.public_key().public_bytes_raw().hex()
    yield scribe.put(HostKeyNoted(public_key=key, fingerprint=""), _BEGAN)
    yield scribe.put(SigningKeyNoted(user_id="manager", public_key=key), _BEGAN)
    for hour in range(count * 365 * 24):
        yield from an_hour(scribe, hour, _BEGAN + hour * _HOUR)


def an_hour(scribe: Scribe, hour: int, moment: datetime) -> Iterator[Stored]:
    """Yield what every hour leaves behind: the routine, and what people do in it."""
    yield scribe.put(_routine(moment), moment)
    for act, signed in _people(hour % 24, moment):
        yield from scribe.done(act, moment, signed=signed)


def _people(hour: int, moment: datetime) -> Iterator[tuple[RecordedAct, bool]]:
    """Yield what people do in an hour: ten orders a day, each with its answer."""
    camera = camera_id(hour % CAMERAS)
    if hour in {8, 12, 16, 20}:
        yield Unlocked(until=moment + timedelta(minutes=10)), False
    if hour in {9, 13, 17}:
        end = moment - 24 * _HOUR
        text = "画像に写った方からの申出による"
        yield ErasureAsked(camera=camera, start=end - _HOUR, end=end, reason_text=text), True
        yield RecordingSwitched(camera=camera, on=hour != 13), False


def _routine(hour: datetime) -> Routine:
    old = hour - timedelta(days=7)
    return Routine(
        hour=hour,
        chunks=tuple(
            HourOfCamera(camera_id(number), 60, 1_400_000_000, hour, hour + _HOUR, _hex(32))
            for number in range(CAMERAS)
        ),
        erasures=tuple(
            ErasureFact(
                slot=_hex(16),
                camera=camera_id(number),
                start=old,
                end=old + _HOUR,
                due=hour,
                erased_at=hour,
                reason=ErasureReason.PERIOD_OVER,
                files=60,
                bytes=1_400_000_000,
                confirmed=True,
            )
            for number in range(CAMERAS)
        ),
    )


def _hex(length: int) -> str:
    return os.urandom(length).hex()


def _start(path: Path) -> dict[str, Any]:
    """Read a book in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-m", "scripts.measure.book", str(path)],
        stdout=subprocess.PIPE,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def replay(path: Path) -> dict[str, Any]:
    """Open a book and fold its registers, as a start does."""
    before = _memory("VmRSS")
    Path("/proc/self/clear_refs").write_text("5")  # forget what the imports took at their most
    registers = Registers()
    began = time.perf_counter()
    book = Book.open(path, fold=registers.fold)
    seconds = time.perf_counter() - began
    if not book.writable or registers.entries != book.size:
        raise RuntimeError(f"the book is {book.state}")
    book.close()
    return {"seconds": seconds, "memory": (_memory("VmHWM") - before) / 1e6}


def _memory(what: str) -> int:
    status = Path("/proc/self/status").read_text()
    return int(status.partition(f"{what}:")[2].split()[0]) * 1024


# --- A million ---


def _verify(short: Path, path: Path) -> Figure:
    """Have the verifier check a million acts, as its own program."""
    say(f"writing a book of {MILLION:,} acts")
    write(path, _repeated(short))
    say("checking it")
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, verify.__file__, path, "--lang", "en"],
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - began
    if done.returncode:
        raise RuntimeError(f"the book was not found to hold:\n{done.stdout}{done.stderr}")
    signed = next(line.split()[1] for line in done.stdout.splitlines() if "are signed" in line)
    return Figure(
        key="verify_1m_s",
        value=seconds,
        unit="s",
        sample=f"once, {path.stat().st_size / 1e6:.0f} MB, {int(signed):,} signatures",
        at_most=60,
    )


def _repeated(short: Path) -> Iterator[Stored]:
    """Yield a million acts: those of a book again and again, numbered on."""
    book = Book.open(short, fold=lambda _: None)
    for seq in range(MILLION):
        stored = book.stored(seq % book.size)
        line, feed, bulk = stored.public.partition(b"\n")
        line = _NUMBER.sub(partial(_shifted, seq - seq % book.size), line)
        yield line + feed + bulk, stored.personal, bool(stored.signature)
    book.close()


def _shifted(shift: int, number: re.Match[bytes]) -> bytes:
    return b'"%s":%d' % (number[1], int(number[2]) + shift)


if __name__ == "__main__":
    print(json.dumps(replay(Path(sys.argv[1]))))
