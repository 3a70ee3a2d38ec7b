"""A writer that remembers, for tests of what is written when."""

from dataclasses import dataclass, field
from datetime import datetime
import threading

from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.vault.writer import Fragment


@dataclass(slots=True)
class Chunk:
    init: bytes
    orientation: int
    fragments: list[Fragment] = field(default_factory=list)


class Tape:
    """What was written, by all writers in order. May be told to fail, or to be slow."""

    def __init__(self) -> None:
        self.chunks: list[Chunk] = []
        self.stills: list[tuple[bytes, datetime]] = []
        self.failing: Exception | None = None
        self.opened = self.closed = self.synced = 0
        self.flowing = threading.Event()
        self.flowing.set()
        self.reached = threading.Event()

    def writer(self) -> TapeWriter:
        self.check()
        self.opened += 1
        return TapeWriter(self)

    def check(self) -> None:
        self.reached.set()
        assert self.flowing.wait(30)
        if self.failing:
            raise self.failing

    @property
    def fragments(self) -> list[Fragment]:
        return [fragment for chunk in self.chunks for fragment in chunk.fragments]

    def disk_full(self) -> None:
        self.failing = Problem("disk_full")


class TapeWriter:
    """One writer of the tape."""

    def __init__(self, tape: Tape) -> None:
        self._tape = tape
        self._open = False
        self._init: tuple[bytes, int] | None = None

    def start(self, init: bytes, *, orientation: int = 1) -> None:
        if (init, orientation) != self._init:
            self._init, self._open = (init, orientation), False

    def fragment(self, f: Fragment) -> None:
        self._tape.check()
        assert self._init is not None
        if not self._open:
            self._tape.chunks.append(Chunk(*self._init))
            self._open = True
        self._tape.chunks[-1].fragments.append(f)

    def still(self, jpeg: bytes, at: datetime) -> None:
        self._tape.check()
        self._tape.stills.append((jpeg, at))

    def sync(self) -> None:
        self._tape.check()
        self._tape.synced += 1

    def cut(self) -> None:
        self._tape.check()
        self._open = False

    def close(self) -> None:
        self._open = False
        self._tape.closed += 1
