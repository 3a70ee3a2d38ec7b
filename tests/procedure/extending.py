"""What tests of requests share: who asks and who decides, and what is there and held."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from custom_components.kuma_bouhan.guideline.people import Actor, Door, Role
from custom_components.kuma_bouhan.guideline.viewing import Scope
from custom_components.kuma_bouhan.procedure import extension
from custom_components.kuma_bouhan.procedure.extension import Wish
from custom_components.kuma_bouhan.records.acts import Appointed, SiteChanged
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.vault.slot import Slot

from .conftest import CAMERA, MANAGER, NOON, TOKYO, World

SECOND, MINUTE, HOUR, DAY = (
    timedelta(seconds=1),
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(days=1),
)
PERIOD = HOUR + 7 * DAY
"""From the beginning of an hour until its footage is over."""
DECIDER = Actor("manager", Door.PANEL, session="a browser")
OPERATOR = Actor("operator", Door.PANEL, session="theirs")
OTHER = "0d" * 16


async def ready(world: World) -> None:
    """Have an operator at work, and the vault open for the manager."""
    act = Appointed(
        role=Role.OPERATOR, user_id="operator", since=NOON, name="阿蘇 太郎", title="警備員"
    )
    await world.desk.append(act, MANAGER, Phase.DONE)
    unlock(world)


def unlock(world: World) -> None:
    """Have the vault open in the manager's browser for as long as the site runs."""
    world.desk.unlocked = lambda actor: (actor.user_id, actor.session) == ("manager", "a browser")


async def settle(world: World, **changes: object) -> None:
    """Change what the site has settled."""
    settings = world.desk.registers.settings
    assert settings is not None
    act = SiteChanged(fields=tuple(changes), settings=settings.as_dict() | changes)
    await world.desk.append(act, MANAGER, Phase.DONE)


def scope(start: int, end: int, *cameras: str) -> Scope:
    """Return a span in minutes after noon."""
    return Scope(cameras or (CAMERA,), NOON + start * MINUTE, NOON + end * MINUTE)


def wish(start: int, end: int, days: int = 20) -> Wish:
    """Return a wish for a span to be kept until a day that is so many days from now."""
    last = (NOON.astimezone(TOKYO) + days * DAY).date()
    return Wish(scope=scope(start, end), until=last, reason="傷害事件の捜査")


async def ask(
    world: World, start: int, end: int, days: int = 20, changes: Mapping[str, object] | None = None
) -> int:
    """Have the operator ask for an extension; return its number."""
    wanted = replace(wish(start, end, days), **(changes or {}))  # type: ignore[arg-type]
    return await extension.request(world.desk, OPERATOR, wanted)


def minutes(world: World, camera: str = CAMERA) -> list[int]:
    """Return the minutes after noon at which chunks begin that are there."""
    now = world.machine.now()
    found = world.vault.chunks(camera, NOON - DAY, NOON + 99 * DAY, now=now)
    return [(chunk.start - NOON) // MINUTE for chunk in found]


def held(world: World, camera: str = CAMERA) -> dict[int, datetime | None]:
    """Return the chunks that are held (minutes after noon), and until when."""
    found = world.vault.standing(camera, NOON - DAY, NOON + 9 * DAY, now=world.machine.now())
    return {
        (one.start - NOON) // MINUTE: max(slot.due for slot in one.holds if slot.due)
        for one in found
        if one.holds
    }


def apart(world: World) -> Iterator[Slot]:
    """Yield the slots of holds."""
    return (slot for slot in world.vault.slots() if slot.apart)


async def days_pass(world: World, days: float) -> None:
    """Let days pass; what is due goes."""
    world.machine.pass_time(days * DAY)
    await world.erasure.run()
