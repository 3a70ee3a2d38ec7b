"""Reading the registers: who may, what of it, and in which order."""

from dataclasses import replace
from datetime import timedelta

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.guideline.people import ITSELF, RULES, Act, Actor, Door, Role
from custom_components.kuma_bouhan.guideline.personal_data import PersonalPeriod
from custom_components.kuma_bouhan.guideline.recording import GapReason
from custom_components.kuma_bouhan.guideline.registers import Register
from custom_components.kuma_bouhan.guideline.retention import ErasureReason
from custom_components.kuma_bouhan.procedure import registers, signs
from custom_components.kuma_bouhan.procedure.registers import KINDS, Page, Query
from custom_components.kuma_bouhan.records.acts import (
    ACTS,
    Appointed,
    ErasureAsked,
    PersonalDataErased,
    RecordingSwitched,
    Routine,
    Started,
    Stopped,
)
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.records.routine import ErasureFact, GapFact
from tests.guideline.test_jpeg import picture

from .conftest import AUTOMATION, CAMERA, MANAGER, NOON, STRANGER, World

OTHER = "0d" * 16
HOUR = timedelta(hours=1)


async def read(world: World, register: Register, actor: Actor = MANAGER, **more: object) -> Page:
    return await registers.read(world.desk, actor, Query(register=register, **more))  # type: ignore[arg-type]


async def appoint(world: World, role: Role, user_id: str, name: str) -> Actor:
    act = Appointed(role=role, user_id=user_id, since=world.machine.now(), name=name, title="課長")
    await world.desk.append(act, MANAGER, Phase.DONE)
    return Actor(user_id, Door.ACTION)


async def routine(world: World, hour: int) -> None:
    """Enter an hour with two gaps and two erasures."""
    end = NOON + hour * HOUR
    world.machine.set_wall(end)
    gaps = tuple(
        GapFact(CAMERA, end - 2 * part * timedelta(minutes=9), end, GapReason.NO_PICTURE)
        for part in (2, 1)
    )
    erasures = [
        ErasureFact(
            slot=f"{hour}{part}",
            camera=CAMERA if part else OTHER,
            start=end - HOUR,
            end=end,
            due=end,
            erased_at=end + part * timedelta(seconds=1),
            reason=ErasureReason.PERIOD_OVER,
            files=1,
            bytes=10,
            confirmed=True,
        )
        for part in (0, 1)
    ]
    await world.desk.append(Routine(hour=end, gaps=gaps, erasures=erasures), MANAGER, Phase.NOTED)


# --- Who may


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("role", Role)
async def test_a_register_is_read_by_whom_the_table_names(
    world: World, register: Register, role: Role
) -> None:
    reader = await appoint(world, role, "reader", "読む 人")
    if role in RULES[register.act].roles:
        assert isinstance(await read(world, register, reader), Page)
    else:
        with pytest.raises(Refused, match=f"role_needed_{register.act}"):
            await read(world, register, reader)


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("caller", [STRANGER, AUTOMATION, replace(MANAGER, automated=True)])
async def test_nobody_else_reads_any(world: World, register: Register, caller: Actor) -> None:
    with pytest.raises(Refused):
        await read(world, register, caller)
    (entered,) = world.acts("refusal")
    assert entered.act.act is register.act  # type: ignore[attr-defined]


async def test_a_reading_that_is_allowed_is_not_entered(world: World) -> None:
    before = world.book.size
    await read(world, Register.ALL)
    assert world.book.size == before


async def test_names_and_reasons_are_for_those_who_need_them(world: World) -> None:
    operator = await appoint(world, Role.OPERATOR, "operator", "運用 従太")
    asked = ErasureAsked(camera=CAMERA, start=NOON, end=NOON + HOUR, reason_text="猫の写真")
    await world.desk.append(asked, operator, Phase.DONE)

    (line,) = (await read(world, Register.ERASURES, MANAGER)).lines
    assert line.personal == {"reason_text": "猫の写真"}
    assert line.by == "運用 従太"

    (line,) = (await read(world, Register.ERASURES, operator)).lines
    assert line.facts["camera"] == CAMERA
    assert "猫" not in str(line.facts)
    assert line.personal == {}
    assert line.by == ""
    assert (await read(world, Register.APPOINTMENTS)).lines[0].personal == {
        "name": "運用 従太",
        "title": "課長",
    }


# --- What it says


def test_every_act_stands_in_a_register() -> None:
    told = {act for acts in KINDS.values() for act in acts}
    assert set(ACTS) - told == {Started, Stopped}, "these are read in `all` only"
    assert set(KINDS) == set(Register) - {Register.ALL}


def test_reading_names_is_for_nobody_who_may_not_read_the_rest() -> None:
    assert RULES[Act.READ_NAMES].roles <= RULES[Act.READ_OPERATION].roles
    assert RULES[Act.READ_NAMES].roles <= RULES[Act.READ_SUPERVISION].roles


async def test_gaps_and_erasures_come_one_by_one_newest_first(world: World) -> None:
    for hour in (1, 2):
        await routine(world, hour)
    gaps = (await read(world, Register.GAPS)).lines
    assert [line.kind for line in gaps] == ["gap"] * 4
    assert gaps[0].start == NOON + 2 * HOUR - timedelta(minutes=18)
    assert [line.entry.seq for line in gaps] == sorted(
        (line.entry.seq for line in gaps), reverse=True
    )
    erasures = (await read(world, Register.ERASURES)).lines
    assert [line.facts["slot"] for line in erasures] == ["21", "20", "11", "10"]


async def test_a_page_says_whether_there_is_more(world: World) -> None:
    for hour in (1, 2):
        await routine(world, hour)
    page = await read(world, Register.ERASURES, limit=3)
    assert (len(page.lines), page.more) == (3, True)
    rest = await read(world, Register.ERASURES, limit=3, offset=3)
    assert ([line.facts["slot"] for line in rest.lines], rest.more) == (["10"], False)


async def test_only_one_camera(world: World) -> None:
    await routine(world, 1)
    found = await read(world, Register.ERASURES, camera=CAMERA)
    assert [line.facts["slot"] for line in found.lines] == ["11"]
    with pytest.raises(Problem, match="unknown_camera"):
        await read(world, Register.ERASURES, camera=OTHER)


async def test_only_a_span(world: World) -> None:
    for hour in (1, 2, 3):
        await routine(world, hour)
    second = NOON + 2 * HOUR
    found = await read(world, Register.GAPS, start=second - timedelta(minutes=5), end=second)
    assert {line.end for line in found.lines} == {second}
    found = await read(world, Register.ERASURES, start=second, end=second + timedelta(seconds=1))
    assert [line.facts["slot"] for line in found.lines] == ["20"]
    with pytest.raises(Problem, match="span_empty"):
        await read(world, Register.GAPS, start=second, end=second)


async def test_what_was_entered_while_the_clock_was_set_back_is_found(world: World) -> None:
    await routine(world, 5)
    world.machine.set_wall(NOON)
    await world.desk.append(RecordingSwitched(camera=CAMERA, on=False), MANAGER, Phase.DONE)
    await routine(world, 6)
    assert len((await read(world, Register.RECORDING, start=NOON)).lines) == 1
    assert len((await read(world, Register.GAPS, start=NOON + 5 * HOUR)).lines) == 4


async def test_a_sign_is_told_without_its_photo_which_has_a_view_of_its_own(world: World) -> None:
    await signs.confirm(world.desk, MANAGER, CAMERA, place="門柱", photo=picture())
    (line,) = (await read(world, Register.SIGNS)).lines
    assert (line.facts["photo"], line.personal) == (True, {"place": "門柱"})


async def test_all_holds_orders_and_failures_too_and_long_lists_as_their_length(
    world: World,
) -> None:
    await routine(world, 1)
    order = RecordingSwitched(camera=CAMERA, on=False)
    ordered = await world.desk.append(order, MANAGER, Phase.ORDERED)
    await world.desk.append(order, MANAGER, Phase.FAILED, ordered.seq)
    lines = (await read(world, Register.ALL)).lines
    assert [line.entry.seq for line in lines] == list(range(world.book.size - 1, -1, -1))
    assert [line.entry.phase for line in lines[:2]] == [Phase.FAILED, Phase.ORDERED]
    assert (lines[2].facts["gaps"], lines[2].facts["erasures"]) == (2, 2)
    assert (await read(world, Register.RECORDING)).lines == ()


async def test_it_reads_the_same_after_a_restart(world: World) -> None:
    for hour in (1, 2):
        await routine(world, hour)
    before = {register: await read(world, register) for register in Register}
    world.restart()
    assert {register: await read(world, register) for register in Register} == before


async def test_an_overwritten_name_is_said_to_be_erased_and_since_when(world: World) -> None:
    operator = await appoint(world, Role.OPERATOR, "operator", "運用 従太")
    (line, *_) = (await read(world, Register.APPOINTMENTS)).lines
    world.machine.pass_time(HOUR)
    await world.desk.run(world.book.erase_personal, line.entry.seq)
    act = PersonalDataErased(acts=(line.entry.seq,), reason=PersonalPeriod.COMPLAINT)
    await world.desk.append(act, ITSELF, Phase.NOTED)
    (line, *_) = (await read(world, Register.APPOINTMENTS)).lines
    assert line.entry.erased
    assert line.erased_at == world.machine.wall
    assert line.personal == {}
    assert line.facts["user_id"] == operator.user_id
