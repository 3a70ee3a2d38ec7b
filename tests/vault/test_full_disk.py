"""A disk that is really full, to its last block: ext4 in a file, mounted.

Without root, or where nothing can be mounted, this is skipped and says why; `test_faults` needs neither.
"""

from pathlib import Path

import pytest

from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.vault.problems import VaultProblem

from ..image import make_image, mounted
from .conftest import House
from .pieces import DAY, DOOR, HOUR, NOON, YARD, open_apart

MIB = 1024 * 1024


def fill(folder: Path) -> Path:
    """Take every block there is."""
    filling = folder / "filling"
    with filling.open("wb", buffering=0) as file:
        for size in (MIB, 4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                pass
    return filling


def test_on_a_full_disk_all_can_be_erased_and_held_and_recording_resumes_with_room(
    tmp_path: Path,
) -> None:
    image = tmp_path / "image"
    make_image(image, 24 * MIB)
    with mounted(image) as folder:
        house = House(folder / "vault")
        house.found()
        first, second = house.record(2), house.record(3, start=NOON + HOUR)[2:]
        other = house.record(2, camera=YARD)
        filling = fill(folder)
        with pytest.raises(VaultProblem, match="disk_full"):
            house.record(9, start=NOON + 2 * HOUR)
        # A hold, an erasure of a part, and one of what is due: none of them needs room.
        slot = open_apart(house.vault, DOOR, second[0].start, NOON + 30 * DAY)
        house.vault.rewrap([second[0].id], slot)
        end = second[2].end
        destroyed, span = house.vault.erase_span(
            DOOR, second[2].start, end, reason=ErasureReason.NO_LONGER_NEEDED, at=NOON
        )
        assert (span.chunks, destroyed.unconfirmed) == (1, ())
        assert not house.destroy(first[0].slot).unconfirmed
        before = sum(1 for _ in house.folder.rglob("*.kbc"))
        assert house.vault.sweep().files == 3
        assert sum(1 for _ in house.folder.rglob("*.kbc")) == before - 3
        house.vault.entered([tombstone.id for tombstone in house.vault.tombstones()])
        assert [chunk.id for chunk in house.chunks()] == [chunk.id for chunk in second[:2]]
        assert all(house.is_readable(chunk) for chunk in house.chunks())
        # It also starts like that.
        fill(folder)
        house.reopen()
        house.vault.reconcile()
        assert [chunk.id for chunk in house.chunks()] == [chunk.id for chunk in second[:2]]
        assert not house.destroy(other[0].slot).unconfirmed
        assert house.vault.sweep().files == 2
        filling.unlink()
        assert len(house.record(2, start=NOON + 3 * HOUR)) == 4
        house.vault.close()
