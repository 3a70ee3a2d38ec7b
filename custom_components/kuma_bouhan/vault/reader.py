"""The way out if everything else dies: decrypts a span of a vault to MP4 and JPEG.

It refuses while the vault is in use, shows nothing that is overdue, and leaves a mark in
the vault that the integration enters in the book at its next start. It changes nothing else,
mends nothing, and reads a copy of a vault just as well.
"""

import argparse
from collections.abc import Iterable, Iterator
import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
import getpass
import json
import os
from pathlib import Path
import sys
from typing import BinaryIO

from .chunk import HEADER, TRAILER, Fragment, Header, Init, Trailer
from .door import FOOTAGE, LOCK, read_identity, take_lock
from .erasure import chunk_files
from .keys import Keys
from .moments import moment
from .mp4 import Joiner
from .notes import READER_LOG
from .opened import Opened
from .parts import read_slot_name
from .problems import VaultProblem, in_words, problem_of
from .reading import ChunkContents, read_chunk
from .romaji import knows_words
from .slots import Slots
from .wording import Wording
from .wraps import Wraps

GAP = timedelta(seconds=2)
"""Footage with a longer gap in it goes to two files."""


@dataclass(frozen=True, slots=True)
class Found:
    """A chunk on the disk that may be shown."""

    path: Path
    header: Header
    end: datetime
    size: int
    complete: bool
    slot: str


class Folder:
    """A vault's folder, opened to be read only."""

    def __init__(self, folder: Path, keys_copy: Path | None = None) -> None:
        """Read slots, wraps and keys as they are."""
        self.folder = folder
        self.vault = read_identity(folder)
        self.keys = Keys.read(folder, self.vault, copy=keys_copy, mend=False)
        with contextlib.ExitStack() as undo:
            if (lock := _lock(folder)) is not None:
                undo.callback(os.close, lock)
            self.slots = Slots(folder, self.vault, random=os.urandom, writable=False)
            undo.callback(self.slots.close)
            self.wraps = Wraps(
                folder,
                self.vault,
                is_live=self.slots.is_live,
                lasts=self.slots.lasts,
                writable=False,
            )
            undo.callback(self.wraps.close)
            self.close = undo.pop_all().close

    def find(
        self, cameras: Iterable[str], start: datetime, end: datetime, now: datetime
    ) -> list[Found]:
        """Return the chunks of a span that may be shown, by camera and start."""
        chosen = set(cameras)
        found: list[Found] = []
        for camera in sorted((self.folder / FOOTAGE).glob("*")):
            if chosen and camera.name not in chosen:
                continue
            for folder in sorted(camera.glob("*-*")):
                read = read_slot_name(folder.name)
                if read is not None and read[0] < end:
                    for chunk, path in chunk_files(folder):
                        found += self._look(chunk, path, now)
        found = [
            one
            for one in found
            if one.header.start < end and (one.end > start or one.header.start >= start)
        ]
        return sorted(found, key=lambda one: (one.header.camera, one.header.start))

    def _look(self, chunk: str, path: Path, now: datetime) -> Iterator[Found]:
        with path.open("rb") as file:
            header = Header.decode(file.read(HEADER))
            status = os.fstat(file.fileno())
            file.seek(max(0, status.st_size - TRAILER))
            trailer = Trailer.decode(file.read(TRAILER), status.st_size)
        if header is None or (header.vault, header.chunk) != (self.vault, chunk):
            return
        wrap = self.wraps.of(chunk)
        slot = self.slots.get(wrap.slot if wrap else header.slot)
        if slot is None or not slot.is_shown(now):
            return
        end = trailer.end if trailer else max(header.start, moment(status.st_mtime_ns // 1000))
        yield Found(path, header, end, status.st_size, trailer is not None, slot.id)

    def read(self, opened: Opened, found: Found) -> ChunkContents:
        """Return what stands in a chunk."""
        wrap = self.wraps.of(found.header.chunk)
        return read_chunk(
            found.path,
            opened,
            slot=found.slot,
            slot_key=self.slots.key(found.slot),
            wrapped=wrap.wrapped if wrap else None,
        )

    def unlock(self, secret: str, holder: str | None, *, recovery: bool) -> Opened:
        """Open the keys with the code, or with whosever passphrase it is."""
        if recovery:
            return self.keys.unlock_by_recovery_code(secret)
        for name in (holder,) if holder else self.keys.holders:
            try:
                return self.keys.unlock(name, secret)
            except VaultProblem as problem:
                if problem.key not in {"wrong_passphrase", "key_missing"}:
                    raise
        raise VaultProblem("wrong_passphrase")

    def mark(self, found: list[Found], now: datetime, *, by_code: bool) -> bool:
        """Leave a mark of this reading, durably; false where the folder cannot be written to.

        `by_code` says that the recovery code opened it, which has to be renewed then.
        """
        what = (
            f"chunks {len(found)}, cameras {len({one.header.camera for one in found})}, "
            f"{found[0].header.start.isoformat()} – {max(one.end for one in found).isoformat()}"
        )
        mark = {"at": now.isoformat(), "what": what, "by_code": by_code}
        line = json.dumps(mark, ensure_ascii=False) + "\n"
        try:
            descriptor = os.open(
                self.folder / READER_LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600
            )
            try:
                os.write(descriptor, line.encode())
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError:
            return False
        return True


def _lock(folder: Path) -> int | None:
    """Lock the folder as far as it can be; a copy on a medium that is read-only has no other user."""
    try:
        return take_lock(folder, writable=True)
    except OSError as error:
        if problem_of(error).key != "vault_not_writable":
            raise
    return take_lock(folder, writable=False) if (folder / LOCK).exists() else None


class Output:
    """Writes what was decrypted: a new MP4 file for each stretch of like tracks without a gap."""

    def __init__(self, folder: Path, say: Wording) -> None:
        """Write into `folder`, which is made where it is missing."""
        self._folder = folder
        self._say = say
        self._file: BinaryIO | None = None
        self._joiner: Joiner | None = None
        self._init: Init | None = None
        self._camera = ""
        self._name = ""
        self._start = self._end = datetime.fromtimestamp(0, UTC)
        self._left: list[datetime] = []
        self.pieces = 0
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, camera: str, contents: ChunkContents) -> None:
        """Write the contents of the next chunk."""
        init: Init | None = None
        for record in contents.records:
            if isinstance(record, Init):
                init = record
            elif isinstance(record, Fragment) and init is not None:
                self._fragment(camera, init, record)
        for still in contents.stills:
            name = f"{_short(camera, still.at)}.jpg"
            with self._create(name) as file:
                file.write(still.data)
            self.pieces += 1
            print(self._say("wrote", name=name, start=_local(still.at), end=_local(still.at)))

    def _fragment(self, camera: str, init: Init, piece: Fragment) -> None:
        new = (
            self._file is None
            or (camera, init) != (self._camera, self._init)
            or abs(piece.start - self._end) > GAP
        )
        # Nothing can be shown before the first whole picture.
        if new and not piece.keyframe:
            self._left += piece.start, piece.end
            return
        try:
            if new:
                self.finish()
                joiner = Joiner(init.data, orientation=init.orientation)
                data = joiner.head + joiner.add(piece.data)
            else:
                assert self._joiner is not None
                joiner, data = self._joiner, self._joiner.add(piece.data)
        except ValueError, IndexError, StopIteration:
            # What the camera sent is no MP4: it is left out.
            return
        if self._file is None:
            self._name = f"{_short(camera, piece.start)}.mp4"
            self._file = self._create(self._name)
            self._joiner, self._camera, self._init = joiner, camera, init
            self._start = piece.start
        self._file.write(data)
        self._end = piece.end
        self.pieces += 1

    def _create(self, name: str) -> BinaryIO:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        return os.fdopen(os.open(self._folder / name, flags, 0o600), "wb")

    def finish(self) -> None:
        """Finish the open file; say what was left out after it."""
        if self._file is not None:
            self._file.close()
            self._file = None
            start, end = _local(self._start), _local(self._end)
            print(self._say("wrote", name=self._name, start=start, end=end))
        if self._left:
            start, end = _local(self._left[0]), _local(self._left[-1])
            print(self._say("left_out", start=start, end=end), file=sys.stderr)
            self._left.clear()


def _short(camera: str, at: datetime) -> str:
    return f"{camera[:8]}-{at:%Y%m%dT%H%M%S.%f}"[:-3] + "Z"


def _local(at: datetime) -> str:
    return at.astimezone().isoformat(sep=" ", timespec="seconds")


def run(arguments: list[str], *, now: datetime) -> int:
    """Do what the command line says; return 0 only if something was listed or decrypted."""
    say = Wording(os.environ.get("LC_ALL") or os.environ.get("LANG") or "")
    options = _parser(say).parse_args(arguments)
    try:
        with in_words():
            return _run(options, say, now)
    except VaultProblem as problem:
        print(say.problem(problem), file=sys.stderr)
    return 2


def _parser(say: Wording) -> argparse.ArgumentParser:
    def a_moment(value: str) -> datetime:
        try:
            return datetime.fromisoformat(value).astimezone(UTC)
        except ValueError, OverflowError:
            raise argparse.ArgumentTypeError(say("bad_time", value=value)) from None

    parser = argparse.ArgumentParser(prog="vault", description=say("about"))
    parser.add_argument("folder", type=Path, help=say("folder"))
    parser.add_argument("--list", action="store_true", help=say("list"))
    parser.add_argument("--camera", action="append", default=[], help=say("camera"))
    early, late = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    parser.add_argument("--from", dest="start", type=a_moment, default=early, help=say("from"))
    parser.add_argument("--to", dest="end", type=a_moment, default=late, help=say("to"))
    parser.add_argument("--out", type=Path, default=Path(), help=say("out"))
    parser.add_argument("--holder", help=say("holder"))
    parser.add_argument("--passphrase-file", type=Path, help=say("secret_file"))
    parser.add_argument("--keys", type=Path, help=say("keys"))
    parser.add_argument("--recovery-code", action="store_true", help=say("recovery"))
    return parser


def _run(options: argparse.Namespace, say: Wording, now: datetime) -> int:
    folder = Folder(options.folder, options.keys)
    with contextlib.closing(folder):
        found = folder.find(options.camera, options.start, options.end, now)
        if options.list:
            _show(found, say)
        if not found:
            print(say("nothing"), file=sys.stderr)
            return 1
        if options.list:
            return 0
        secret = _secret(options, say)
        if not options.recovery_code and secret.isascii() and not knows_words():
            print(say("no_words"), file=sys.stderr)
        with folder.unlock(secret, options.holder, recovery=options.recovery_code) as opened:
            if not folder.mark(found, now, by_code=options.recovery_code):
                print(say("no_mark"), file=sys.stderr)
            return _decrypt(folder, opened, found, Output(options.out, say), say)


def _show(found: list[Found], say: Wording) -> None:
    for one in found:
        print(
            say(
                "listed",
                camera=one.header.camera,
                start=_local(one.header.start),
                end=_local(one.end),
                kind=one.header.kind,
                bytes=one.size,
                torn="" if one.complete else say("torn"),
            )
        )


def _secret(options: argparse.Namespace, say: Wording) -> str:
    if options.passphrase_file is not None:
        return str(options.passphrase_file.read_text("utf-8"))
    return getpass.getpass(say("ask_code" if options.recovery_code else "ask_passphrase"))


def _decrypt(
    folder: Folder, opened: Opened, found: list[Found], output: Output, say: Wording
) -> int:
    try:
        for one in found:
            try:
                output.take(one.header.camera, folder.read(opened, one))
            except VaultProblem as problem:
                start, chunk = _local(one.header.start), one.header.chunk
                why = say.problem(problem)
                print(say("skipped", chunk=chunk, start=start, why=why), file=sys.stderr)
    finally:
        output.finish()
    return 0 if output.pieces else 1
