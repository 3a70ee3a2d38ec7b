"""A site whose clock is turned from one due moment to the next, and the people who see to what is due there."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.const import MATCH_ALL
from homeassistant.core import Event, HomeAssistant, callback
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.deed_views import DEEDS
from custom_components.kuma_bouhan.deeds import standard
from custom_components.kuma_bouhan.duty_words import when
from custom_components.kuma_bouhan.guideline.disclosure import Fate
from custom_components.kuma_bouhan.guideline.duties import Duty, DutyKind
from custom_components.kuma_bouhan.guideline.people import Actor, Door
from custom_components.kuma_bouhan.procedure import disclosure, extension, provision
from custom_components.kuma_bouhan.procedure.duties import parts
from custom_components.kuma_bouhan.trigger import TRIGGERS

from .conftest import PASSPHRASE, SITE, House
from .test_repairs import standing

DAY = timedelta(days=1)
CAMERAS = {"c" * 32: "gate", "d" * 32: "yard", "e" * 32: "shed"}
ANSWERS = dict.fromkeys(
    ("purpose", "crimes", "why", "milder", "view", "range_kept", "hours"), "検討の結果"
)
REPAIRS = {
    DutyKind.COMPLAINT_ANSWER: "complaint_overdue",
    DutyKind.COMPLAINT_CLOSING: "complaint_overdue",
    DutyKind.CONTRACT_END: "contract_ends",
    DutyKind.CONTRACT_CERTIFICATE: "contract_certificate_due",
    DutyKind.TAKING_OUT_RETURN: "taking_out_overdue",
    DutyKind.INCIDENT: "incident_open_overdue",
    DutyKind.COPY_RETURN: "copies_overdue",
    DutyKind.PERMISSION_AFTERWARDS: "permission_overdue",
}
"""The repair that speaks of a duty, where it is not the common one."""

type Begin = Callable[[], Awaitable[None]]


@dataclass
class Year:
    """A site that lives for a year."""

    hass: HomeAssistant
    house: House
    freezer: FrozenDateTimeFactory
    begins: datetime
    keeper: Actor
    """Who sees to what is due."""
    left: frozenset[DutyKind] = frozenset()
    """What nobody ever sees to."""
    seen: dict[DutyKind, int] = field(default_factory=dict)
    """How often each kind came due."""
    repaired: dict[DutyKind, set[str]] = field(default_factory=dict)
    """What Repairs said when it did."""
    told: list[str] = field(default_factory=list)
    """All that every user of Home Assistant was told: states, events, triggers, items of the to-do list and the calendar."""

    async def listen(self) -> None:
        """Note what is told from now on, to automations, too, that begin with any trigger of ours."""
        begun = {
            "triggers": [{"trigger": f"{DOMAIN}.{name}"} for name in TRIGGERS],
            "actions": [{"event": "begun", "event_data": {"told": "{{ trigger }}"}}],
            "mode": "parallel",
        }
        assert await async_setup_component(self.hass, "automation", {"automation": begun})

        @callback
        def heard(event: Event[Any]) -> None:
            match str(event.event_type):
                case "state_changed" if (state := event.data["new_state"]) is not None:
                    self.told.append(f"{state.entity_id} {state.state} {dict(state.attributes)}")
                case name if name == "begun" or name.startswith(DOMAIN):
                    self.told.append(f"{name} {event.data}")

        self.hass.bus.async_listen(MATCH_ALL, heard)

    @property
    def now(self) -> datetime:
        return dt_util.utcnow()

    @property
    def today(self) -> str:
        return f"{self.now.astimezone(self.house.site.desk.zone):%Y-%m-%d}"

    def day(self, days: int) -> str:
        """Return the day that is so many days away."""
        return f"{(self.now + days * DAY).astimezone(self.house.site.desk.zone):%Y-%m-%d}"

    async def do(self, deed: str, actor: Actor | None = None, /, **body: Any) -> Mapping[str, Any]:
        """Have a deed of the panel be done."""
        done = await DEEDS[deed].run(self.house.site, actor or self.keeper, body)
        await self.house.settle()
        return done

    async def reach(self, moment: datetime) -> None:
        """Let time pass until a moment."""
        self.freezer.move_to(moment)
        async_fire_time_changed(self.hass, moment)
        await self.house.settle()
        await self.unlock()
        duties = self.house.site.duties
        await self.house.until(
            lambda: all(
                duty in duties.overdue for duty in duties.standing if duty.is_overdue(self.now)
            )
        )

    async def unlock(self) -> None:
        """Open the vault: whoever decides has it open."""
        await self.house.site.lock.unlock(self.keeper, PASSPHRASE)
        await self.house.settle()

    async def live(self, days: int, begins: Mapping[int, Begin]) -> None:
        """Live for so many days; on some of them something begins. What comes due is looked for everywhere, and done."""
        left = dict(sorted(begins.items()))
        while True:
            await self._see_to_what_is_due()
            standing = self.house.site.duties.standing
            moments = [duty.due for duty in standing if duty.due > self.now]
            moments += [self.begins + day * DAY for day in left]
            moment = min(moments, default=None)
            if moment is None or moment > self.begins + days * DAY:
                return
            await self.reach(moment)
            for day in [day for day in left if self.begins + day * DAY <= self.now]:
                await left.pop(day)()
                await self.house.settle()

    async def _see_to_what_is_due(self) -> None:
        """See that whatever is overdue is shown as such, and do it unless it is left; doing one may make another due."""
        while True:
            overdue = self.house.site.duties.overdue
            waiting = [duty for duty in overdue if duty.kind not in self.left]
            await self._look_everywhere(overdue)
            if not waiting:
                return
            duty = waiting[0]
            self.seen[duty.kind] = self.seen.get(duty.kind, 0) + 1
            self.repaired.setdefault(duty.kind, set()).update(standing(self.hass))
            await self._done(duty)
            await self._gone(duty)

    async def _gone(self, duty: Duty) -> None:
        """Wait until what was done is overdue no more; what takes a thread takes a while."""
        for _ in range(10_000):
            # Time stands still: whatever is to follow at once waits for it to be said that it is now.
            async_fire_time_changed(self.hass, self.now)
            await self.house.settle()
            if all(one.id != duty.id for one in self.house.site.duties.overdue):
                return
            await asyncio.sleep(0)
        pytest.fail(f"{duty.id} is done and overdue")

    async def _look_everywhere(self, overdue: tuple[Duty, ...]) -> None:
        house = self.house
        assert house.state("sensor", f"{SITE}_duties_overdue") == str(len(overdue))
        items, events = await self._items(), await self._events()
        for duty in overdue:
            assert duty.id in items, duty.id
            day = when(house.site, duty)
            assert (items[duty.id]["summary"], day.isoformat()[:10]) in events, duty.id

    async def _items(self) -> dict[str, dict[str, Any]]:
        entity_id = self.house.entity_id("todo", f"{SITE}_duties")
        answer = await self.house.call(
            "todo.get_items",
            self.house.automation,
            {"entity_id": entity_id},
            return_response=True,
        )
        self.told.append(str(answer))
        return {one["uid"]: one for one in answer[entity_id]["items"]}

    async def _events(self) -> set[tuple[str, str]]:
        entity_id = self.house.entity_id("calendar", f"{SITE}_duties")
        answer = await self.house.call(
            "calendar.get_events",
            self.house.automation,
            {
                "entity_id": entity_id,
                "start_date_time": (self.begins - 40 * DAY).isoformat(),
                "end_date_time": (self.now + DAY).isoformat(),
            },
            return_response=True,
        )
        self.told.append(str(answer))
        return {(one["summary"], one["start"][:10]) for one in answer[entity_id]["events"]}

    async def _done(self, duty: Duty) -> None:
        """Do what a duty asks for, as the panel has it done."""
        if duty.kind is DutyKind.YEARLY_CHECK:
            for one in parts(self.house.site.desk, duty):
                if one.is_overdue(self.now):
                    await self._done(one)
            return
        desk, number, about = self.house.site.desk, duty.number or 0, duty.about or ""
        moment = self.now.isoformat()
        match duty.kind:
            case DutyKind.SIGN:
                await self.do("signs/confirm", camera=duty.camera)
            case DutyKind.ASSESSMENT if desk.registers.assessments.by_camera.get(duty.camera or ""):
                await self.do("assessments/review", camera=duty.camera)
            case DutyKind.ASSESSMENT:
                await self.do("assessments/write", camera=duty.camera, **ANSWERS)
            case DutyKind.COMPLAINT_ANSWER:
                body = {"answered": moment, "way": "letter", "explained": "撮影の範囲"}
                await self.do("complaints/answer", number=number, **body)
            case DutyKind.COMPLAINT_CLOSING:
                await self.do("complaints/close", number=number, outcome="understood")
            case DutyKind.CONTRACT_END:
                await self.do("contracts/end", contract=about)
            case DutyKind.CONTRACT_CERTIFICATE:
                body = {"certified": "returned", "on": self.today}
                await self.do("contracts/certify", contract=about, **body)
            case DutyKind.CUSTODY_CHECK:
                await self.do("things/check", thing=about, fine=True)
            case DutyKind.TAKING_OUT_DECISION:
                await self.do("things/permit", number=number)
            case DutyKind.TAKING_OUT_RETURN:
                await self.do("things/returned", number=number, fine=True)
            case DutyKind.RETENTION_INSPECTION:
                await self.do("inspections/enter", what="retention", fine=True)
            case DutyKind.MEDIA_INSPECTION:
                await self.do("inspections/enter", what="media", fine=True)
            case DutyKind.INCIDENT:
                await self.do("incidents/close", number=number, prevention="鍵を替えた")
            case DutyKind.INSTRUCTION:
                taught: dict[str, Any] = {"topics": ["standard"], "held": moment}
                await self.do("instruction/hold", users=[duty.user], **taught)
            case DutyKind.ACKNOWLEDGEMENT:
                pupil = Actor(duty.user, Door.PANEL)
                await self.do("instruction/acknowledge", pupil, number=number)
            case DutyKind.STANDARD:
                told = await standard.tell(self.house.site, self.keeper, "ja")
                body = {"adoption": "general_meeting", "on": self.today, "digest": told["digest"]}
                await self.do("standard/adopt", **body)
            case DutyKind.SELF_CHECK:
                await self.do("check/went_through")
            case DutyKind.DECISION if number in desk.registers.requests.extensions:
                await extension.deny(desk, self.keeper, number)
            case DutyKind.DECISION | DutyKind.PERMISSION_AFTERWARDS:
                await disclosure.deny(desk, self.keeper, number)
            case DutyKind.COPY_RETURN:
                await provision.confirm(desk, self.keeper, number, 1, Fate.DELETED)
