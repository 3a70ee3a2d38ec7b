"""Reading acts out of the book for a section: names and reasons stand nowhere else."""

from collections.abc import Iterable, Mapping

from ..procedure.desk import Desk
from ..records.entry import Entry

type Entries = Mapping[int, Entry]
"""Acts by their `seq`."""


async def entries_of(desk: Desk, seqs: Iterable[int | None]) -> Entries:
    """Return these acts; None is none. What was gathered before is from the same moment: registers are read on one thread."""
    wanted = [seq for seq in seqs if seq is not None]
    return await desk.run(_read, desk, wanted)


def _read(desk: Desk, seqs: list[int]) -> dict[int, Entry]:
    return {seq: desk.book.entry(seq) for seq in seqs}
