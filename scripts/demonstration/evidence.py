"""What the demonstration holds against the vault: the way out, a copy made in time, ffprobe, the book."""

import asyncio
from dataclasses import dataclass
import json
import os
from pathlib import Path
import shutil
import sys

from custom_components.kuma_bouhan.records.acts import Routine
from custom_components.kuma_bouhan.records.book import Book, BookState
from custom_components.kuma_bouhan.records.entry import Entry

PROJECT = Path(__file__).parents[2]
READER = PROJECT / "custom_components/kuma_bouhan/vault"
VERIFIER = PROJECT / "custom_components/kuma_bouhan/records/verify.py"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the command-line reader said and left."""

    code: int
    said: str
    films: tuple[Path, ...]


async def read(vault: Path, out: Path, *secret: str) -> Reading:
    """Run the command-line reader: it needs no Home Assistant, only the folder and a secret."""
    shutil.rmtree(out, ignore_errors=True)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(READER), str(vault), "--out", str(out), *secret),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env={**os.environ, "LANG": "en_US.UTF-8"},
    )
    said, _ = await process.communicate()
    films = tuple(sorted(out.rglob("*.mp4"))) if out.is_dir() else ()
    return Reading(process.returncode or 0, said.decode(errors="replace").strip(), films)


async def probe(film: Path) -> tuple[float, int]:
    """Play a film through ffprobe; return its seconds and frames. Any complaint is an error."""
    process = await asyncio.create_subprocess_exec(
        *("ffprobe", "-v", "warning", "-of", "json", "-count_frames"),
        *("-select_streams", "v", "-show_entries", "stream=nb_read_frames:format=duration"),
        str(film),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, complaint = await process.communicate()
    if process.returncode or complaint.strip():
        raise RuntimeError(f"ffprobe: {complaint.decode(errors='replace').strip()}")
    found = json.loads(out)
    return float(found["format"]["duration"]), int(found["streams"][0]["nb_read_frames"])


def copy_aside(vault: Path, book: Path, aside: Path) -> list[Path]:
    """Copy everything a thief could carry off but the slot keys; return the chunks' paths."""
    shutil.rmtree(aside, ignore_errors=True)
    shutil.copytree(vault, aside / "vault", ignore=shutil.ignore_patterns("slots.*", "lock"))
    shutil.copy2(book, aside / "book")
    return chunks(vault)


def chunks(vault: Path) -> list[Path]:
    """Return the paths of all chunks, relative to the vault."""
    return sorted(path.relative_to(vault) for path in vault.rglob("*.kbc"))


def put_slots_beside(vault: Path, aside: Path) -> None:
    """Put the slots as they are now beside the copy."""
    for path in vault.glob("slots.*"):
        shutil.copy2(path, aside / "vault" / path.name)


def occurrences(folder: Path, needles: list[bytes]) -> int:
    """Count the files of a folder that hold any of these byte strings."""
    return sum(
        any(needle in path.read_bytes() for needle in needles)
        for path in folder.rglob("*")
        if path.is_file()
    )


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking a book found."""

    state: BookState
    acts: int
    root: str
    erased: frozenset[str]
    kinds: dict[str, int]


def check_book(book: Path, copy: Path) -> Checked:
    """Check every frame and hash of a copy of the book, and gather what it says was erased."""
    shutil.copy2(book, copy)
    erased: set[str] = set()
    kinds: dict[str, int] = {}

    def fold(entry: Entry) -> None:
        kinds[entry.act.kind] = kinds.get(entry.act.kind, 0) + 1
        if isinstance(entry.act, Routine):
            erased.update(fact.slot for fact in entry.act.erasures if fact.confirmed)

    opened = Book.open(copy, fold=fold)
    try:
        return Checked(opened.state, opened.size, opened.root().hex(), frozenset(erased), kinds)
    finally:
        opened.close()


async def verify(book: Path, head: Checked) -> tuple[int, str]:
    """Run the verifier, which is one file and needs nothing of ours, against a head that was kept."""
    root = head.root.upper()
    anchor = f"{head.acts}: " + " ".join(root[at : at + 4] for at in range(0, 32, 4))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", str(VERIFIER), str(book), "--anchor", anchor, "--lang", "en"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return process.returncode or 0, said.decode(errors="replace").strip()
