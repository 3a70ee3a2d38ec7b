"""Switching a camera's recording."""

import pytest

from custom_components.kuma_bouhan.guideline.errors import Problem, Refused
from custom_components.kuma_bouhan.procedure import recording, recovery
from custom_components.kuma_bouhan.records.acts import RecordingSwitched
from custom_components.kuma_bouhan.records.entry import Phase

from .conftest import AUTOMATION, CAMERA, MANAGER, STRANGER, World


class Recorder:
    def __init__(self) -> None:
        self.switched = 0

    async def effect(self) -> None:
        self.switched += 1


async def test_a_switch_takes_effect_and_is_remembered(world: World) -> None:
    recorder = Recorder()
    await recording.switch(world.desk, MANAGER, CAMERA, on=False, effect=recorder.effect)
    assert recorder.switched == 1
    assert world.acts("recording_switched")[-1].phase is Phase.DONE
    world.restart()
    assert CAMERA in world.desk.registers.switched_off
    await recording.switch(world.desk, AUTOMATION, CAMERA, on=True, effect=recorder.effect)
    assert CAMERA not in world.desk.registers.switched_off


async def test_what_is_so_already_is_not_entered(world: World) -> None:
    recorder = Recorder()
    await recording.switch(world.desk, MANAGER, CAMERA, on=True, effect=recorder.effect)
    assert recorder.switched == 0
    assert not world.acts("recording_switched")


async def test_a_stranger_and_an_unknown_camera_switch_nothing(world: World) -> None:
    recorder = Recorder()
    with pytest.raises(Refused):
        await recording.switch(world.desk, STRANGER, CAMERA, on=False, effect=recorder.effect)
    with pytest.raises(Problem) as problem:
        await recording.switch(world.desk, MANAGER, "ff" * 16, on=False, effect=recorder.effect)
    assert problem.value.key == "unknown_camera"
    assert recorder.switched == 0


async def test_a_switch_that_a_stop_interrupted_is_closed_and_not_redone(world: World) -> None:
    order = RecordingSwitched(camera=CAMERA, on=False)
    await world.desk.append(order, MANAGER, Phase.ORDERED)
    world.restart()
    assert await recovery.finish_orders(world.desk, world.erasure) == 1
    assert world.acts("recording_switched")[-1].phase is Phase.FAILED
    assert CAMERA not in world.desk.registers.switched_off
    assert not world.desk.registers.pending
