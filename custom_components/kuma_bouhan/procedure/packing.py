"""What goes into a package of footage: its files measured one after the other, and the zip they make.

    chunks of a camera ──planned──▶ stretches ──gathered, then read once more──▶ size, CRC-32, SHA-256 of each file

Nothing of the footage is kept meanwhile: of a video its tables, while `KEPT` bytes of those are not used up, and of
each file what stands in the lists (about 400 bytes: many stills make long lists). What is written is the same each
time, sealed or not: what is random elsewhere is worked out from what a file holds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
import hashlib
from typing import NamedTuple, cast
from zlib import crc32

from stream_zip import NO_COMPRESSION_64, MemberFile, stream_zip

from ..guideline.errors import Problem
from ..vault.chunk import Kind
from ..vault.export import Film, Unfit
from ..vault.facts import ChunkFacts
from ..vault.playing import Player
from ..vault.problems import VaultProblem
from ..vault.stretches import Left, LeftOut, Stretch, left, plan

KEPT = 32 * 1024 * 1024
"""Bytes of tables that a package keeps; videos beyond it are gathered again each time they are given out."""
BLOCK = 256 * 1024
"""Bytes of the zip that are made at a time."""
MODE = 0o100644
_LOCAL, _CENTRAL, _END = 30 + 20 + 9, 46 + 28 + 9, 56 + 20 + 22
_SEALED_HEAD, _SEALED = 11, 28
"""What AES adds to either head of a file, and to the file: salt (16), check (2), authentication (10)."""
_SALT = 16


class Picture(NamedTuple):
    """A still in a chunk."""

    chunk: str
    number: int


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the package."""

    name: str
    modified: datetime
    size: int
    crc: int
    sha256: bytes
    content: bytes | Film | Picture = field(repr=False)

    def data(self, player: Player, offset: int = 0) -> Iterator[bytes | memoryview]:
        """Yield the file from a place on. Blocking. Raises what `Film.data` does."""
        match self.content:
            case Film() as film:
                yield from film.data(player, offset)
            case Picture(chunk, number):
                yield player.still(chunk, number).data[offset:]
            case bytes() as data:
                yield data[offset:]


def text_member(name: str, data: bytes, modified: datetime) -> Member:
    """Return a file that is there already."""
    return Member(name, modified, len(data), crc32(data), hashlib.sha256(data).digest(), data)


@dataclass(frozen=True, slots=True)
class Filmed:
    """A video or a still, and what it was made of."""

    member: Member
    stretch: Stretch
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A camera, and what its footage stands under: itself, or its masked copy."""

    camera: str
    chunks: Sequence[ChunkFacts] = field(repr=False)


@dataclass(slots=True)
class Measuring:
    """Measures the footage of a span, step by step; who asks may stop between two of them."""

    player: Player
    sources: Sequence[Source]
    start: datetime
    end: datetime
    zone: tzinfo
    done: int = 0
    total: int = 0
    """Bytes of footage: each is read twice."""
    files: list[Filmed] = field(default_factory=list)
    left_out: dict[str, tuple[LeftOut, ...]] = field(default_factory=dict)
    """By camera."""
    _kept: int = 0
    _names: set[str] = field(default_factory=set)

    def steps(self) -> Iterator[None]:
        """Measure. Blocking between two steps. Problem: no_footage_in_span, footage_sealed, footage_gone, footage_damaged."""
        self.total = 2 * sum(chunk.bytes for one in self.sources for chunk in one.chunks)
        for number, source in enumerate(self.sources, 1):
            unfit: dict[str, Left] = {}
            while True:
                done, files, names, kept = self.done, len(self.files), set(self._names), self._kept
                try:
                    yield from self._camera(number, source, unfit)
                    break
                except Unfit as found:
                    # Without that chunk the files are others: this camera begins anew.
                    unfit[found.chunk] = found.why
                    self.done, self._names, self._kept = done, names, kept
                    del self.files[files:]
        if not self.files:
            raise Problem("no_footage_in_span")
        self.done = self.total

    def _camera(self, number: int, source: Source, unfit: dict[str, Left]) -> Iterator[None]:
        planned = plan(self.player, source.chunks, self.start, self.end, unfit=unfit)
        self.left_out[source.camera] = planned.left_out
        yield
        for stretch in planned.stretches:
            if stretch.kind is Kind.STILL:
                yield from self._stills(number, stretch)
            else:
                yield from self._video(number, stretch)

    def _video(self, number: int, stretch: Stretch) -> Iterator[None]:
        film = Film(stretch)
        for read in film.gather(self.player):
            self.done += read
            yield
        crc, digest = 0, hashlib.sha256()
        for piece in film.data(self.player):
            crc = crc32(piece, crc)
            digest.update(piece)
            self.done += len(piece)
            yield
        if self._kept + film.cost > KEPT:
            film.forget()
        self._kept += film.cost
        at = stretch.start.astimezone(self.zone)
        name = self._name(f"video/camera{number}_{at:%Y%m%d_%H%M%S}", ".mp4")
        member = Member(name, at, film.size, crc, digest.digest(), film)
        self.files.append(Filmed(member, stretch, stretch.start, stretch.end))

    def _stills(self, number: int, stretch: Stretch) -> Iterator[None]:
        for part in stretch.parts:
            for place in range(part.first, part.after):
                try:
                    still = self.player.still(part.chunk.id, place)
                except VaultProblem as problem:
                    raise Unfit(part.chunk.id, left(problem)) from problem
                at = still.at.astimezone(self.zone)
                name = self._name(f"stills/camera{number}/{at:%Y%m%d_%H%M%S_%f}"[:-3], ".jpg")
                member = Member(
                    name,
                    at,
                    len(still.data),
                    crc32(still.data),
                    hashlib.sha256(still.data).digest(),
                    Picture(part.chunk.id, place),
                )
                self.files.append(Filmed(member, stretch, still.at, still.at))
                self.done += 2 * len(still.data)
                yield
            self.player.forget(part.chunk.id)

    def _name(self, stem: str, suffix: str) -> str:
        """Return a name that nothing else has."""
        name, again = stem + suffix, 1
        while name in self._names:
            again += 1
            name = f"{stem}_{again}{suffix}"
        self._names.add(name)
        return name


# The zip ----------------------------------------------------------------------------------------


def zip_size(members: Sequence[Member], root: str, *, sealed: bool) -> int:
    """Return how long the zip of these files is."""
    head, more = (_SEALED_HEAD, _SEALED) if sealed else (0, 0)
    return _END + sum(
        _LOCAL + _CENTRAL + 2 * (head + len((root + one.name).encode())) + one.size + more
        for one in members
    )


def zipped(
    members: Sequence[Member], root: str, player: Player, secret: str | None
) -> Iterator[bytes]:
    """Yield the zip, `BLOCK` bytes at a time; under a passphrase (AES-256) where there is a secret. Blocking.

    Raises what `Film.data` does, and footage_damaged where a file is not what was measured.
    """
    salts: list[bytes] = []

    def files() -> Iterator[MemberFile]:
        for one in members:
            salts.append(_salt(one))
            method = NO_COMPRESSION_64(one.size, one.crc)
            data = cast("Iterator[bytes]", one.data(player))  # views of bytes do as well
            yield root + one.name, one.modified, MODE, method, data

    def salt(size: int) -> bytes:
        return salts.pop()[:size]

    try:
        yield from stream_zip(files(), chunk_size=BLOCK, password=secret, get_crypto_random=salt)
    except ValueError as error:
        raise VaultProblem("footage_damaged") from error


def _salt(member: Member) -> bytes:
    """Return the salt that a file's keys are derived with: the same for the same file, another for any other."""
    named = b"kuma_bouhan zip salt v1\0" + member.name.encode() + b"\0" + member.sha256
    return hashlib.sha256(named).digest()[:_SALT]


def from_place(pieces: Iterator[bytes], start: int) -> Iterator[bytes | memoryview]:
    """Throw away what lies before a place; an empty piece stands for each that was."""
    for piece in pieces:
        yield memoryview(piece)[start:]
        start = max(0, start - len(piece))
