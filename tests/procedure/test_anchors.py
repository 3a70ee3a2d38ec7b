"""The book is held to its heads: shorter and forked are said, once, and a person has it go on."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
import json
from pathlib import Path
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem
from custom_components.kuma_bouhan.procedure import anchors
from custom_components.kuma_bouhan.procedure.anchors import Anchor, Anchors, AnchorState, Head
from custom_components.kuma_bouhan.procedure.signing import note_keys
from custom_components.kuma_bouhan.records import disk
from custom_components.kuma_bouhan.records.acts import (
    BookAccepted,
    BookFinding,
    ClockConfirmed,
    PurgeAsked,
)
from custom_components.kuma_bouhan.records.book import Book
from custom_components.kuma_bouhan.records.entry import Entry, Phase
from custom_components.kuma_bouhan.records.note import read_checkpoint
from custom_components.kuma_bouhan.records.problems import BookProblem

from .conftest import MANAGER, NOON, STRANGER, World

DAY = timedelta(days=1)


@dataclass
class Kept:
    """A site's heads across restarts: what Home Assistant's storage holds, and what was told."""

    world: World
    stored: dict[str, Any] | None = None
    told: list[Head] = field(default_factory=list)
    saves: int = 0

    async def start(self) -> Anchors:
        self.anchors = Anchors(self.world.desk, save=self.save, tell=self.told.append)
        await self.anchors.check(self.stored)
        return self.anchors

    async def restart(self) -> Anchors:
        self.world.restart()
        return await self.start()

    async def save(self, data: dict[str, Any]) -> None:
        self.saves += 1
        self.stored = json.loads(json.dumps(data))

    @property
    def beside_the_vault(self) -> Path:
        return self.world.vault_path / "book.head"

    def sizes(self) -> list[int]:
        assert self.stored is not None
        hosts = [self.world.vault.host_key]
        return [read_checkpoint(one["note"], hosts).size for one in self.stored["anchors"]]

    async def act(self) -> None:
        await self.world.desk.append(PurgeAsked(slots=0), MANAGER, Phase.NOTED)

    def findings(self) -> list[BookFinding]:
        acts = [entry.act for entry in self.world.acts("book_finding")]
        return [act for act in acts if isinstance(act, BookFinding)]

    def write_anew(self, from_act: int) -> None:
        """Write the book anew from an act on, as somebody would who forges it."""
        world = self.world
        world.stop()
        old: list[Entry] = []
        book = Book.open(world.book_path, fold=old.append)
        start = book._offsets[from_act]
        book.close()
        data = world.book_path.read_bytes()
        world.book_path.write_bytes(data[:start] + bytes(len(data) - start))
        book = Book.open(world.book_path, fold=lambda _: None)
        for entry in old[from_act:]:
            act = ClockConfirmed(boot_id="forged", offset=0) if entry.seq == from_act else entry.act
            book.append(
                act,
                actor=entry.actor,
                phase=entry.phase,
                at=entry.at,
                zone=world.desk.zone,
                order=entry.order,
            )
        book.close()


@pytest.fixture
async def kept(world: World) -> Kept:
    await note_keys(world.desk)
    made = Kept(world)
    await made.start()
    return made


# --- The table


ROOTS = [bytes([size]) * 32 for size in range(6)]


@pytest.mark.parametrize(
    ("size", "root", "state"),
    [
        (0, ROOTS[0], AnchorState.GROWN),
        (3, ROOTS[3], AnchorState.GROWN),
        (5, ROOTS[5], AnchorState.SAME),
        (6, ROOTS[5], AnchorState.SHORTER),
        (3, ROOTS[4], AnchorState.FORKED),
        (5, ROOTS[4], AnchorState.FORKED),
    ],
)
def test_a_book_of_five_acts_stands_to_a_head(size: int, root: bytes, state: AnchorState) -> None:
    assert Anchor(NOON, "", size, root).compare(5, ROOTS.__getitem__) is state


# --- In order


async def test_a_book_that_goes_on_from_its_heads_says_nothing(kept: Kept) -> None:
    for _ in range(3):
        await kept.act()
        await kept.anchors.close()
        await kept.restart()
    assert kept.findings() == []
    assert kept.sizes()[-1] == kept.world.book.size


async def test_a_head_lies_in_both_places_signed_by_the_host(kept: Kept) -> None:
    await kept.act()
    await kept.anchors.keep()
    beside = json.loads(kept.beside_the_vault.read_bytes())
    assert beside == kept.stored
    head = read_checkpoint(beside["anchors"][-1]["note"], [kept.world.vault.host_key])
    assert (head.site, head.size, head.root) == (
        "ab" * 16,
        kept.world.book.size,
        kept.world.book.root(),
    )


async def test_a_book_that_did_not_change_gets_no_other_head(kept: Kept) -> None:
    saves = kept.saves
    await kept.anchors.keep()
    assert kept.saves == saves


async def test_a_head_follows_acts_of_people_at_most_once_a_minute(kept: Kept) -> None:
    world = kept.world

    async def switch(count: int) -> None:
        for _ in range(count):
            await world.desk.append(PurgeAsked(slots=0), MANAGER, Phase.DONE)

    saves = kept.saves
    await switch(3)
    await world.pass_time(timedelta(seconds=59))
    assert kept.saves == saves
    await world.pass_time(timedelta(seconds=1))
    assert (kept.saves, kept.sizes()[-1]) == (saves + 1, world.book.size)
    await world.pass_time(timedelta(hours=1))
    assert kept.saves == saves + 1
    await switch(1)
    await world.pass_time(timedelta(0))
    assert kept.saves == saves + 2
    await switch(1)
    await kept.anchors.close()
    assert not world.timers
    assert kept.sizes()[-1] == world.book.size


async def test_what_the_site_does_by_itself_waits_for_the_hour(kept: Kept) -> None:
    await kept.act()
    assert kept.world.timers == []
    await kept.anchors.hourly()
    assert kept.sizes()[-1] == kept.world.book.size


async def test_a_head_is_told_once_a_day_across_restarts_and_names_nobody(kept: Kept) -> None:
    await kept.anchors.hourly()
    await kept.restart()
    await kept.anchors.hourly()
    (head,) = kept.told
    assert head.site == "ab" * 16
    assert head.short.startswith(f"{head.size}: ")
    assert read_checkpoint(head.note, [kept.world.vault.host_key]).root.hex() == head.root
    kept.world.machine.pass_time(DAY)
    await kept.anchors.hourly()
    assert len(kept.told) == 2
    assert "熊本" not in str(kept.told)


async def test_of_many_heads_one_of_each_hour_day_and_month_is_kept(kept: Kept) -> None:
    for _ in range(400):
        kept.world.machine.pass_time(DAY / 4)
        await kept.act()
        await kept.anchors.keep()
    sizes = kept.sizes()
    assert sizes[-1] == kept.world.book.size
    assert 4 + 30 <= len(sizes) <= 5 + 31 + 4
    assert sizes == sorted(sizes)
    await kept.restart()
    assert kept.findings() == []


# --- Shorter


async def older(kept: Kept, acts: int = 4) -> bytes:
    """Return the book as it was, and let acts follow."""
    await kept.anchors.close()
    before = kept.world.book_path.read_bytes()
    kept.world.machine.pass_time(DAY)
    for _ in range(acts):
        await kept.act()
    await kept.anchors.close()
    kept.world.stop()
    return before


@pytest.mark.parametrize("with_storage", [False, True])
async def test_an_older_copy_is_noticed_with_or_without_home_assistants_storage(
    kept: Kept, with_storage: bool
) -> None:
    await kept.anchors.close()
    stored, size = kept.stored, kept.world.book.size
    before = await older(kept)
    last = kept.world.machine.wall
    kept.world.book_path.write_bytes(before)
    if with_storage:
        kept.stored = stored  # restored with the book: only the vault's folder knows better
    kept.world.start()
    await kept.start()
    (found,) = kept.findings()
    assert (found.finding, found.acts, found.anchor) == ("shorter", size, size + 4)
    assert (found.anchored, found.agreed) == (last, NOON)
    assert kept.world.acts("purge_asked") == []  # what is lost is not made up
    assert anchors.unaccepted(kept.world.desk) == {size: found}


async def test_it_is_said_once_and_new_heads_go_on_from_the_book_as_it_is(kept: Kept) -> None:
    kept.world.book_path.write_bytes(await older(kept))
    kept.world.start()
    for _ in range(3):
        await kept.start()
        await kept.act()
        await kept.anchors.close()
        kept.world.stop()
        kept.world.start()
    for _ in range(9):  # longer than the head that is missing
        await kept.act()
    await kept.restart()
    assert [found.finding for found in kept.findings()] == ["shorter"]
    assert len(anchors.unaccepted(kept.world.desk)) == 1


async def test_a_copy_from_before_it_was_said_is_said_again(kept: Kept) -> None:
    before = await older(kept)
    for _ in range(2):
        kept.world.book_path.write_bytes(before)
        kept.world.start()
        await kept.start()
        assert [found.finding for found in kept.findings()] == ["shorter"]
        await kept.anchors.close()
        kept.world.stop()
    kept.world.start()


async def test_a_person_has_the_book_go_on_and_nothing_is_said_any_more(kept: Kept) -> None:
    kept.world.book_path.write_bytes(await older(kept))
    kept.world.start()
    await kept.start()
    (said,) = anchors.unaccepted(kept.world.desk)
    with pytest.raises(Problem, match="role_needed_accept_book"):
        await anchors.accept(kept.world.desk, STRANGER)
    await anchors.accept(kept.world.desk, MANAGER)
    assert anchors.unaccepted(kept.world.desk) == {}
    done = kept.world.acts("book_accepted")[-1]
    assert (done.act, done.actor) == (BookAccepted(findings=(said,)), MANAGER)
    await kept.anchors.close()
    assert all(one["finding"] is None for one in (kept.stored or {})["anchors"])
    await kept.restart()
    assert len(kept.findings()) == 1
    assert anchors.unaccepted(kept.world.desk) == {}


# --- Forked


async def test_an_act_that_was_rewritten_is_noticed_and_from_when_on(kept: Kept) -> None:
    sizes = []
    for _ in range(3):
        sizes.append(kept.world.book.size)
        await kept.anchors.close()
        kept.world.machine.pass_time(DAY)
        await kept.act()
    await kept.anchors.close()
    kept.write_anew(from_act=sizes[1])
    kept.world.start()
    await kept.start()
    (found,) = kept.findings()
    assert found.finding == "forked"
    assert (found.anchor, found.anchored) == (sizes[2], NOON + 2 * DAY)
    assert found.agreed == NOON + DAY
    await kept.restart()
    assert len(kept.findings()) == 1


async def test_another_line_of_acts_of_the_same_length_is_forked(kept: Kept) -> None:
    before = await older(kept, acts=2)
    kept.world.book_path.write_bytes(before)
    kept.world.start()
    for _ in range(6):  # grown past the heads before anybody looked
        await kept.world.desk.append(PurgeAsked(slots=7), MANAGER, Phase.NOTED)
    await kept.restart()
    assert [found.finding for found in kept.findings()] == ["forked"]


# --- What lies in the places of heads


@pytest.mark.parametrize(
    "content", [b"\xff", b"[]", b"{}", b'{"anchors": 5}', b'{"anchors": [5, {}, {"note": 1}]}']
)
async def test_whatever_lies_there_the_site_starts(kept: Kept, content: bytes) -> None:
    kept.beside_the_vault.write_bytes(content)
    kept.stored = None
    await kept.restart()
    assert {found.finding for found in kept.findings()} <= {anchors.UNREADABLE}
    assert kept.sizes() == [kept.world.book.size]
    await kept.restart()
    assert len(kept.findings()) <= 1


async def test_a_head_that_our_host_did_not_sign_counts_for_nothing_and_is_told(kept: Kept) -> None:
    assert kept.stored is not None
    note = kept.stored["anchors"][-1]["note"].replace("\n", "\n9", 1)
    kept.stored["anchors"].append({"at": NOON.isoformat(), "note": note, "finding": None})
    await kept.restart()
    (found,) = kept.findings()
    assert (found.finding, found.detail, found.anchor) == (anchors.UNREADABLE, "1", None)
    assert anchors.unaccepted(kept.world.desk) == {}


async def test_a_vault_that_is_away_leaves_the_head_in_storage(
    kept: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    await kept.act()
    kept.world.vault_path.rename(kept.world.folder / "away")
    kept.world.vault_path.mkdir()
    await kept.anchors.keep()
    assert kept.sizes()[-1] == kept.world.book.size
    assert "could not be kept beside the vault" in caplog.text
    assert not kept.beside_the_vault.exists()
    kept.world.vault_path.rmdir()
    (kept.world.folder / "away").rename(kept.world.vault_path)


async def test_a_place_that_cannot_be_read_keeps_nobody_from_starting(
    kept: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    heads = kept.stored
    kept.beside_the_vault.unlink()
    kept.beside_the_vault.mkdir()
    await kept.restart()
    assert "could not be compared with its heads" in caplog.text
    await kept.act()
    await kept.anchors.hourly()
    await kept.anchors.close()
    assert (kept.stored, kept.told) == (heads, [])  # nothing is put over what was not compared


async def fill(kept: Kept) -> None:
    with suppress(BookProblem):
        while True:
            await kept.act()
    assert kept.world.book.is_full


async def test_a_book_that_is_full_is_compared_and_gets_heads_as_soon_as_there_is_room(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(disk, "grow", lambda _fd, length, _by: length)
        await fill(kept)
        kept.world.stop()
        restored = kept.world.book_path.read_bytes()
        kept.world.start()
    await kept.start()
    for _ in range(3):
        await kept.act()
    await kept.anchors.close()
    heads, size = kept.stored, kept.sizes()[-1]
    kept.world.stop()
    # An older copy, and there is no room again.
    kept.world.book_path.write_bytes(restored)
    with monkeypatch.context() as full:
        full.setattr(disk, "grow", lambda _fd, length, _by: length)
        kept.world.start()
        await kept.start()
        assert not kept.world.book.writable
        await kept.anchors.hourly()
        assert kept.stored == heads
    await kept.act()
    await kept.anchors.hourly()
    (found,) = kept.findings()
    assert (found.finding, found.anchor) == (AnchorState.SHORTER, size)
    assert kept.sizes()[-1] == kept.world.book.size


async def test_a_damaged_book_makes_no_heads_and_is_compared_with_none(kept: Kept) -> None:
    for _ in range(4):
        await kept.act()
    await kept.anchors.close()
    kept.world.stop()
    data = bytearray(kept.world.book_path.read_bytes())
    data[64 + 120] ^= 1
    kept.world.book_path.write_bytes(data)
    heads = kept.stored
    kept.world.start()
    await kept.start()
    await kept.anchors.close()
    assert kept.stored == heads
    assert kept.findings() == []
