"""What opening found is entered, once."""

import pytest

from custom_components.kuma_bouhan.procedure import recovery
from custom_components.kuma_bouhan.records.acts import BookFinding, SiteChanged
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import MANAGER, World


def findings(world: World) -> list[tuple[str, str]]:
    acts = [entry.act for entry in world.acts("book_finding")]
    return [(act.finding, act.detail) for act in acts if isinstance(act, BookFinding)]


async def test_a_book_in_order_says_nothing(world: World) -> None:
    await recovery.enter_findings(world.desk)
    assert findings(world) == []


async def test_settings_that_cannot_be_read_are_told_once_and_what_stood_stands(
    world: World,
) -> None:
    broken = SiteChanged(fields=("profile",), settings={"profile": "castle"})
    entry = await world.desk.append(broken, MANAGER, Phase.NOTED)
    for _ in range(3):
        world.restart()
        await recovery.enter_findings(world.desk)
    assert findings(world) == [(recovery.SETTINGS_UNREADABLE, f"act {entry.seq}")]
    assert world.desk.registers.settings is not None
    assert world.desk.registers.settings.facility == "水前寺の家"


@pytest.mark.parametrize("times", [1, 2])
async def test_every_torn_write_is_told(world: World, times: int) -> None:
    for _ in range(times):
        world.stop()
        data = bytearray(world.book_path.read_bytes())
        end = len(data.rstrip(b"\0"))
        data[end + 20 : end + 30] = b"?" * 10
        world.book_path.write_bytes(data)
        world.start()
        await recovery.enter_findings(world.desk)
    assert [finding for finding, _ in findings(world)] == ["repaired"] * times
