"""A register says which thing, which contract, which rule an act is about, and not only that there was one."""

from datetime import date, time, timedelta

from custom_components.kuma_bouhan.guideline.contracts import Certified, Task
from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.guideline.purge_rules import PurgeRule
from custom_components.kuma_bouhan.guideline.recording import Hours
from custom_components.kuma_bouhan.guideline.registers import Register
from custom_components.kuma_bouhan.guideline.things import CopyKind, Method, ThingKind
from custom_components.kuma_bouhan.procedure import (
    contracts,
    other_copies,
    personal_data,
    purge_rules,
    registers,
    taking_out,
    things,
)
from custom_components.kuma_bouhan.procedure.contracts import Terms
from custom_components.kuma_bouhan.procedure.papers import Paper, Wanted, make
from custom_components.kuma_bouhan.procedure.register_papers import Exported, table
from custom_components.kuma_bouhan.procedure.registers import Line, Query
from custom_components.kuma_bouhan.procedure.things import Disposal, Place
from custom_components.kuma_bouhan.records.acts import Appointed
from custom_components.kuma_bouhan.records.entry import Phase
from tests.documents.test_recovery_paper import Read

from .conftest import CAMERA, MANAGER, NOON, TOKYO, World
from .extending import DECIDER, ready

OWNER = Actor("manager", Door.FLOW)
GUARD = Actor("guard", Door.PANEL)
DAY = timedelta(days=1)
TODAY = NOON.astimezone(TOKYO).date()


async def lines(world: World, register: Register, actor: Actor = OWNER) -> dict[str, Line]:
    """Return the last line of each kind."""
    page = await registers.read(world.desk, actor, Query(register=register))
    return {line.kind: line for line in reversed(page.lines)}


async def carried(world: World, name: str) -> str:
    """Let a medium be noted, looked at, taken out and brought back."""
    thing = await things.note(
        world.desk, OWNER, Place(what=ThingKind.MEDIUM, name=name, place="棚")
    )
    await things.check(world.desk, OWNER, thing, fine=True)
    for permitted in (False, True):
        number = await taking_out.request(
            world.desk, OWNER, thing, due=TODAY + 3 * DAY, reason="修理", where_to="熊本電機"
        )
        if permitted:
            await taking_out.permit(world.desk, OWNER, number)
            await taking_out.returned(world.desk, OWNER, number, fine=True)
        else:
            await taking_out.deny(world.desk, OWNER, number)
    return thing


async def test_whatever_was_done_with_a_thing_names_it(world: World) -> None:
    gone, disposed = (
        await carried(world, "USBメモリー 1号"),
        await carried(world, "USBメモリー 2号"),
    )
    await things.gone(world.desk, OWNER, gone)
    disposal = Disposal(
        thing=disposed,
        method=Method.CRUSHED,
        on=TODAY,
        medium="USB",
        serial="S-1",
        witness="立会 人",
    )
    await things.dispose(world.desk, OWNER, disposal)
    page = await registers.read(world.desk, OWNER, Query(register=Register.THINGS))
    named = [line.personal["name"] for line in page.lines]
    assert named == [
        "USBメモリー 2号",
        "USBメモリー 1号",
        *["USBメモリー 2号"] * 7,
        *["USBメモリー 1号"] * 7,
    ]
    cells = await table(world.desk, OWNER, Exported(register=Register.THINGS), "ja")
    assert all("USBメモリー" in row for row in cells.splitlines()[1:])


async def test_a_thing_has_the_name_it_was_given_last(world: World) -> None:
    thing = await carried(world, "古い名")
    await things.note(
        world.desk, OWNER, Place(what=ThingKind.MEDIUM, name="新しい名", place="棚"), thing
    )
    assert (await lines(world, Register.THINGS))["thing_checked"].personal["name"] == "新しい名"


async def test_the_end_of_another_copy_says_of_which_camera_it_was(world: World) -> None:
    copy = await other_copies.note(
        world.desk, OWNER, CAMERA, CopyKind.SD_CARD, days=3, place="本体", who_sees="管理員"
    )
    await other_copies.gone(world.desk, OWNER, copy)
    line = (await lines(world, Register.THINGS))["other_copy_gone"]
    assert (line.facts["camera"], line.facts["what"]) == (CAMERA, CopyKind.SD_CARD)
    assert line.personal["place"] == "本体"
    # So it is found among what is told of that camera.
    query = Query(register=Register.THINGS, camera=CAMERA)
    kinds = {one.kind for one in (await registers.read(world.desk, OWNER, query)).lines}
    assert kinds == {"other_copy_noted", "other_copy_gone"}


async def test_the_end_of_a_contract_names_the_company_and_its_days(world: World) -> None:
    terms = Terms(
        company="阿蘇警備保障",
        contact="",
        task=Task.GUARDING,
        task_text="巡回",
        reason="夜間は無人",
        clause=True,
        start=date(2026, 11, 1),
        until=date(2027, 3, 31),
    )
    contract = await contracts.make(world.desk, OWNER, terms)
    await contracts.end(world.desk, OWNER, contract)
    await contracts.certify(world.desk, OWNER, contract, Certified.RETURNED, TODAY, "証1")
    told = await lines(world, Register.CONTRACTS)
    assert {line.personal["company"] for line in told.values()} == {"阿蘇警備保障"}
    cells = await table(world.desk, OWNER, Exported(register=Register.CONTRACTS), "ja")
    # Its last day, not the midnight after; its first one, without an hour.
    assert "終期：令和9年3月31日（2027-03-31）" in cells
    assert '"2026-11-01","",' in cells
    wanted = Wanted(
        paper=Paper.REGISTER, register=Register.CONTRACTS, start=NOON - DAY, end=NOON + DAY
    )
    text = Read(await make(world.desk, OWNER, wanted, "ja")).text.replace(" ", "")
    assert "始期：令和8年11月1日（2026-11-01）" in text
    assert "0時00分" not in cells and "1日（2026-11-01）0時" not in text


async def test_a_run_of_a_rule_and_its_end_name_the_rule(world: World) -> None:
    await ready(world)
    what = PurgeRule((CAMERA,), Hours(time(12), time(13)))
    rule = await purge_rules.sign(world.desk, DECIDER, what, "開店準備", "従業員だけ")
    await purge_rules.end(world.desk, DECIDER, rule)
    told = await lines(world, Register.PURGE_RULES)
    assert told["purge_rule_ended"].personal["name"] == "開店準備"


async def test_who_reads_no_names_is_told_none(world: World) -> None:
    act = Appointed(role=Role.OPERATOR, user_id="guard", since=NOON, name="警備", title="")
    await world.desk.append(act, MANAGER, Phase.DONE)
    await carried(world, "USBメモリー")
    assert not any(line.personal for line in (await lines(world, Register.THINGS, GUARD)).values())


async def test_a_name_that_was_overwritten_comes_back_by_no_other_way(world: World) -> None:
    await things.gone(world.desk, OWNER, await carried(world, "USBメモリー"))
    await world.pass_time(20 * 366 * DAY)
    await personal_data.erase_due(world.desk)
    told = await lines(world, Register.THINGS)
    assert told["thing_noted"].entry.erased
    assert not any(line.personal for line in told.values())
