"""While somebody else copies the book's file (a backup), acts go on being entered.

Whoever copies reads the file from its beginning to its end in pieces, and so may catch an act that is
being entered in part, or miss it and catch the next: such a copy looks damaged. So a mark is laid
beside the book that says how long it was when copying began. It is copied with the book, and where it lies
beside a copy, what follows that length may be cut back to the last whole act:

    [ acts before: whole in every copy ][ acts meanwhile: as far as they are whole ][ zeros ]

Invariant: nothing before that length changes while the mark lies there; overwriting waits.
"""

from contextlib import suppress
import json
from pathlib import Path
from typing import NamedTuple

from . import disk


class Mark(NamedTuple):
    """How long the book was when copying began: bytes, and acts."""

    end: int
    size: int

    def is_before(self, end: int, size: int) -> bool:
        """Say whether a book of this length holds all that it held when copying began."""
        return self.end <= end and self.size <= size


def lay(book: Path, mark: Mark) -> None:
    """Lay the mark beside the book. BookProblem: book_full, book_not_written."""
    place = _place(book)
    draft = place.with_name(place.name + ".new")
    try:
        draft.write_text(json.dumps(mark._asdict()), "ascii")
        draft.replace(place)
    except OSError as err:
        raise disk.problem(err, "book_not_written") from err


def find(book: Path) -> Mark | None:
    """Return the mark beside a book, if a copy was being made of it, or it is one."""
    try:
        read = json.loads(_place(book).read_bytes())
        return Mark(int(read["end"]), int(read["size"]))
    except OSError, ValueError, KeyError, TypeError:
        return None


def take_away(book: Path) -> None:
    """Take the mark away; where there is none, or it cannot be, nothing happens."""
    with suppress(OSError):
        _place(book).unlink(missing_ok=True)


def _place(book: Path) -> Path:
    return book.with_name(book.name + ".copying")
