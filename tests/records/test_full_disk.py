"""A disk that is full: the book lives on its reserve, and says so when that is used up."""

from collections.abc import Iterator
import os
from pathlib import Path
import subprocess

import pytest

from custom_components.kuma_bouhan.records.book import RESERVE, STEP, BookState
from custom_components.kuma_bouhan.records.problems import BookProblem

from .conftest import Shelf, enter
from .test_overwriting import fill, named

SIZE = 4 * 1024 * 1024


def mount(kind: str, folder: Path) -> str:
    """Mount a small disk at the folder; return why that cannot be done, or nothing."""
    if os.geteuid() != 0:
        return "only root can mount a disk"
    commands = [["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "book", str(folder)]]
    if kind == "ext4":
        image = folder.with_suffix(".ext4")
        with image.open("wb") as file:
            file.truncate(SIZE)
        commands = [
            ["mkfs.ext4", "-q", "-m", "0", str(image)],
            ["mount", "-o", "loop", str(image), str(folder)],
        ]
    for command in commands:
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            return f"there is no {command[0]} here"
        if done.returncode:
            return f"{command[0]} says: {done.stderr.strip()}"
    return ""


def fill_disk(filling: Path) -> None:
    with filling.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


@pytest.fixture(params=["tmpfs", "ext4"])
def small_disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    if why_not := mount(request.param, folder):
        pytest.skip(why_not)
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_acts_are_entered_on_a_full_disk_until_the_reserve_is_used_up(small_disk: Path) -> None:
    shelf = Shelf(small_disk / "book")
    book = shelf.create()
    filling = small_disk / "filling"
    with pytest.raises(OSError, match="No space"):
        fill_disk(filling)
    used = book._end
    with pytest.raises(BookProblem, match="book_full"):
        fill(book)
    assert book._end - used >= RESERVE
    assert book._end <= shelf.path.stat().st_size == STEP
    assert book.is_full
    assert not book.writable
    size = book.size
    # What needs no new space is done all the same.
    assert book.erase_personal(0)
    filling.unlink()
    os.sync()
    assert enter(book, named("Kumamoto Hanako")).seq == size
    assert book.writable
    book.close()
    again = shelf.open()
    assert (again.state, again.size) == (BookState.INTACT, size + 1)
    assert shelf.folded[0].erased
    again.close()
