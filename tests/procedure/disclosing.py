"""People who ask for footage and decide about it, in a site with some minutes of it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from custom_components.kuma_bouhan.guideline.application import Application
from custom_components.kuma_bouhan.guideline.disclosure import Danger, Duty, Medium
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.people import ITSELF, Actor, Door, Role
from custom_components.kuma_bouhan.guideline.viewing import Scope
from custom_components.kuma_bouhan.procedure import disclosure, recovery
from custom_components.kuma_bouhan.procedure.lock import Lock
from custom_components.kuma_bouhan.procedure.provision import Handover
from custom_components.kuma_bouhan.records.acts import Appointed, SiteChanged
from custom_components.kuma_bouhan.records.disclosure_state import Disclosure, DisclosureState
from custom_components.kuma_bouhan.records.entry import Phase
from custom_components.kuma_bouhan.vault.facts import ChunkFacts
from custom_components.kuma_bouhan.vault.sealing import NewHolder

from .conftest import CAMERA, CHEAP, NOON, PASSPHRASE, World

SECOND, MINUTE, HOUR, DAY = (
    timedelta(seconds=1),
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(days=1),
)
MANAGER = Actor("manager", Door.PANEL, session="m")
OPERATOR = Actor("operator", Door.PANEL, session="o")
STAFF = Actor("staff", Door.PANEL, session="s")
WORDS = {"manager": PASSPHRASE, "operator": "kitchen window thunder 1893"}
SCOPE = Scope((CAMERA,), NOON - 10 * MINUTE, NOON - 6 * MINUTE)
RECORDED, ASKED = 12, 4
"""Chunks that there are, and chunks that the scope is of."""

POLICE = Application(
    scope=SCOPE,
    ground=Ground.INVESTIGATION,
    affiliation="熊本中央警察署",
    title="巡査部長",
    name="阿蘇 太郎",
    contact="096-000-0000",
    purpose="自転車盗難の捜査",
    content="玄関の画像 4分",
    written=True,
    document="捜査関係事項照会書",
    document_number="第12号",
)
URGENT = replace(
    POLICE,
    ground=Ground.EMERGENCY,
    written=False,
    danger=Danger.LIFE,
    urgency="昨夜から行方が分からない",
    no_other_way="ほかに足取りを知る方法がない",
)


def handover(at: datetime, **changes: Any) -> Handover:
    """Return a hand-over of one copy that comes back in ten days."""
    usual: dict[str, Any] = {
        "medium": Medium.USB,
        "copies": 1,
        "receipt": True,
        "duty": Duty.RETURN,
        "due": (at + 10 * DAY).date(),
    }
    return Handover(at=at, **usual | changes)


class Office:
    """A manager who founded the site, an operator with a key, and staff without any."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.lock = Lock(world.desk)

    async def settle_in(self) -> None:
        """Appoint, admit, and record some minutes until noon."""
        world = self.world
        for role, user in ((Role.OPERATOR, "operator"), (Role.STAFF, "staff")):
            act = Appointed(role=role, user_id=user, since=NOON - DAY, name=user, title="")
            await world.desk.append(act, ITSELF, Phase.DONE)
        keys = world.vault.keys
        keys.make(NewHolder("operator", WORDS["operator"]), sees=True, now=NOON, cost=CHEAP)
        keys.admit("operator", world.vault.unlock("manager", PASSPHRASE))
        world.record(NOON - RECORDED * MINUTE, RECORDED)

    async def unlock(self, *actors: Actor) -> None:
        """Have people open the vault."""
        for actor in actors or (MANAGER, OPERATOR):
            await self.lock.unlock(actor, WORDS[actor.user_id or ""])

    async def pass_time(self, length: timedelta) -> None:
        """Let time pass; what is due goes, and people open the vault again."""
        await self.world.pass_time(length)
        await self.world.erasure.run()
        await self.unlock()

    async def restart(self) -> None:
        """Stop as by a power cut, and start."""
        self.world.restart()
        await recovery.begin(self.world.desk, self.world.erasure)
        self.lock = Lock(self.world.desk)
        await self.unlock()

    async def set(self, **changes: Any) -> None:
        """Have the site settle on something."""
        settings = self.world.desk.registers.settings
        assert settings is not None
        stored = replace(settings, **changes).as_dict()
        act = SiteChanged(fields=tuple(changes), settings=stored)
        await self.world.desk.append(act, MANAGER, Phase.DONE)

    def found(self, number: int) -> Disclosure:
        """Return a disclosure as it stands."""
        return self.world.desk.registers.requests.disclosures[number]

    def state(self, number: int) -> DisclosureState:
        """Return how far a disclosure has come."""
        return self.found(number).state(self.world.machine.wall)

    async def ask(self, application: Application = POLICE, actor: Actor = OPERATOR) -> int:
        """Ask for footage."""
        return await disclosure.request(self.world.desk, actor, application)

    async def permitted(self, application: Application = POLICE) -> int:
        """Ask for footage and permit it."""
        number = await self.ask(application)
        await disclosure.permit(self.world.desk, MANAGER, number)
        return number

    def chunks(self) -> list[ChunkFacts]:
        """Return what there is to be seen."""
        now = self.world.machine.wall
        return self.world.vault.chunks(CAMERA, NOON - DAY, NOON + DAY, now=now)
