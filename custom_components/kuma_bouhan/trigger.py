"""Triggers: what an automation may begin with. They carry ids, places, times and counts, and no word about a person.

Two kinds. *Something happened*: footage was erased, a gap, a request. *Something is so now and was not before*: a duty is
overdue, the vault is open; what is so already when the site starts, or the automation is made, is no news.
"""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any, ClassVar, cast, override

from homeassistant.const import CONF_OPTIONS
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.trigger import (
    Trigger,
    TriggerActionRunner,
    TriggerConfig,
    TriggerNotTriggeredReporter,
)
from homeassistant.helpers.typing import ConfigType
import voluptuous as vol

from .choosing import (
    CONF_AT_LEAST,
    CONF_CAMERA,
    CONF_DAYS,
    CONF_KIND,
    CONF_REASON,
    CONF_WANTED,
    chosen_cameras,
    sign_states,
    some_of,
)
from .following import async_follow_site
from .guideline.duties import Duty, DutyKind
from .guideline.extension import Wanted
from .guideline.recording import Gap, GapReason
from .guideline.retention import ErasureReason
from .lines import told
from .procedure.agenda import hold_ends
from .procedure.erasure import Erased
from .records.book import BookState
from .records.disclosure import DisclosureRequested
from .records.entry import Entry
from .records.extension import ExtensionRequested
from .site import Site

type Payload = dict[str, Any]
type Fire = Callable[[Payload], object]

_CAMERA = {vol.Optional(CONF_CAMERA, default=list): cv.entity_ids}


class SiteTrigger(Trigger):
    """Begins with something at the site that runs, whichever that is."""

    schema: ClassVar[Mapping[Any, Any]] = {}
    """What may be chosen."""
    says: ClassVar[str]
    """What a trace calls it."""

    @classmethod
    @override
    async def async_validate_config(cls, hass: HomeAssistant, config: ConfigType) -> ConfigType:
        """Check what was chosen."""
        whole = vol.Schema({vol.Required(CONF_OPTIONS, default=dict): dict(cls.schema)})
        return cast(ConfigType, whole(config))

    def __init__(self, hass: HomeAssistant, config: TriggerConfig) -> None:
        """Take what was chosen."""
        super().__init__(hass, config)
        self.chosen: Mapping[str, Any] = config.options or {}

    @override
    async def async_attach_runner(
        self,
        run_action: TriggerActionRunner,
        did_not_trigger: TriggerNotTriggeredReporter | None = None,
    ) -> CALLBACK_TYPE:
        """Begin to listen."""

        attached = True

        def fire(payload: Payload) -> object:
            return run_action(payload, self.says) if attached else None

        stop = async_follow_site(self._hass, partial(self.follow, fire))

        @callback
        def detach() -> None:
            nonlocal attached
            attached = False
            stop()

        return detach

    @abstractmethod
    def follow(self, fire: Fire, site: Site) -> Iterable[CALLBACK_TYPE]:
        """Listen to a site; return what ends that."""

    def is_chosen(self, site: Site, *cameras: str) -> bool:
        """Say whether one of these cameras was chosen, or none in particular was: then one that is gone counts, too."""
        entities = self.chosen[CONF_CAMERA]
        return not entities or not chosen_cameras(site, entities).isdisjoint(cameras)


class StateTrigger(SiteTrigger):
    """Begins when something is so that was not before."""

    at_start: ClassVar[bool] = False
    """Whether what is so when the site starts is news, too."""
    without_site: ClassVar[Mapping[str, Payload]] = {}
    """What is so while no site runs."""

    @abstractmethod
    def so(self, site: Site) -> Mapping[str, Payload]:
        """Return what is so now, by what tells it from the rest."""

    @override
    def follow(self, fire: Fire, site: Site) -> Iterable[CALLBACK_TYPE]:
        known: set[str] = set() if self.at_start else {*self.so(site)}

        @callback
        def take(found: Mapping[str, Payload]) -> None:
            nonlocal known
            before, known = known, {*found}
            for key, payload in found.items():
                if key not in before:
                    fire(payload)

        @callback
        def look() -> None:
            take(self.so(site))

        look()
        return [
            async_dispatcher_connect(self._hass, site.signal_state, look),
            partial(take, self.without_site),
        ]


# Something happened ------------------------------------------------------------------------


class FootageErased(SiteTrigger):
    """Footage was erased."""

    schema = {**_CAMERA, vol.Optional(CONF_REASON, default=list): some_of(ErasureReason)}
    says = "footage erased"

    @override
    def follow(self, fire: Fire, site: Site) -> Iterable[CALLBACK_TYPE]:
        @callback
        def happened(erased: Erased) -> None:
            cameras = sorted({slot.camera for slot in erased.slots})
            reasons = self.chosen[CONF_REASON]
            if self.is_chosen(site, *cameras) and (not reasons or erased.reason in reasons):
                fire(
                    {
                        "cameras": cameras,
                        "reason": erased.reason.value,
                        "hours": len(erased.slots),
                        "start": told(erased.start),
                        "end": told(erased.end),
                    }
                )

        return [async_dispatcher_connect(self._hass, site.signal_erased, happened)]


class GapEnded(SiteTrigger):
    """A stretch without footage is over."""

    schema = {
        **_CAMERA,
        vol.Optional(CONF_REASON, default=list): some_of(GapReason),
        vol.Optional(CONF_AT_LEAST, default=timedelta(0)): cv.positive_time_period,
    }
    says = "gap in the footage"

    @override
    def follow(self, fire: Fire, site: Site) -> Iterable[CALLBACK_TYPE]:
        @callback
        def happened(gap: Gap) -> None:
            reasons = self.chosen[CONF_REASON]
            if (
                self.is_chosen(site, gap.camera)
                and (not reasons or gap.reason in reasons)
                and gap.length >= self.chosen[CONF_AT_LEAST]
            ):
                fire(
                    _of_camera(site, gap.camera)
                    | {
                        "reason": gap.reason.value,
                        "start": told(gap.start),
                        "end": told(gap.end),
                        "seconds": round(gap.length.total_seconds()),
                    }
                )

        return [async_dispatcher_connect(self._hass, site.signal_gap, happened)]


class RequestWaiting(SiteTrigger):
    """An extension or a disclosure was asked for, and waits for a decision."""

    schema = {vol.Optional(CONF_WANTED, default=list): some_of(Wanted)}
    says = "request waiting"

    @override
    def follow(self, fire: Fire, site: Site) -> Iterable[CALLBACK_TYPE]:
        wanted_by = {
            ExtensionRequested: Wanted.EXTENSION,
            DisclosureRequested: Wanted.DISCLOSURE,
        }

        @callback
        def heard(entry: Entry) -> None:
            act, wanted = entry.act, self.chosen[CONF_WANTED]
            if isinstance(act, ExtensionRequested | DisclosureRequested) and entry.phase.counts:
                asked = wanted_by[type(act)]
                if not wanted or asked in wanted:
                    fire({"number": act.number, "wanted": asked.value})

        listeners = site.desk.listeners
        listeners.append(heard)
        return [partial(listeners.remove, heard)]


# Something is so ---------------------------------------------------------------------------


class DutyOverdue(StateTrigger):
    """A duty has come due and is not done."""

    schema = {vol.Optional(CONF_KIND, default=list): some_of(DutyKind)}
    says = "duty overdue"

    @override
    def so(self, site: Site) -> Mapping[str, Payload]:
        kinds = self.chosen[CONF_KIND]
        return {
            duty.id: _of_duty(site, duty)
            for duty in site.duties.overdue
            if not kinds or duty.kind in kinds
        }


class ComplaintOverdue(StateTrigger):
    """A complaint or inquiry is not answered, or not settled, in its time."""

    says = "complaint overdue"

    @override
    def so(self, site: Site) -> Mapping[str, Payload]:
        kinds = {DutyKind.COMPLAINT_ANSWER, DutyKind.COMPLAINT_CLOSING}
        return {duty.id: _of_duty(site, duty) for duty in site.duties.overdue if duty.kind in kinds}


class SignOverdue(StateTrigger):
    """A camera's sign is to be looked at again, or is not there."""

    schema = _CAMERA
    says = "sign overdue or missing"

    @override
    def so(self, site: Site) -> Mapping[str, Payload]:
        return {
            f"{camera}:{state}": _of_camera(site, camera) | {"state": state.value}
            for camera, state in sign_states(site).items()
            if state.is_problem and self.is_chosen(site, camera)
        }


class ExtensionDue(StateTrigger):
    """What is held beyond its period goes within some days, unless somebody extends it."""

    schema = {
        vol.Optional(CONF_DAYS, default=3): vol.All(vol.Coerce(int), vol.Range(min=1, max=90))
    }
    says = "extension about to end"

    @override
    def so(self, site: Site) -> Mapping[str, Payload]:
        until = site.desk.clock.now() + timedelta(days=self.chosen[CONF_DAYS])
        return {
            f"{end.id}:{end.at.isoformat()}": {"number": end.number, "until": told(end.at)}
            for end in hold_ends(site.desk)
            if end.at <= until
        }


class VaultLocked(StateTrigger):
    """The vault was locked: nobody has it open any more; who had it open has not once the site stops."""

    says = "vault locked"
    without_site = {"locked": {}}

    @override
    def so(self, site: Site) -> Mapping[str, Payload]:
        return {"locked": {}} if site.lock.is_locked else {}


class VaultUnlocked(StateTrigger):
    """Somebody has opened the vault."""

    says = "vault unlocked"

    @override
    def so(self, site: Site) -> Mapping[str, Payload]:
        return {} if site.lock.is_locked else {"unlocked": {}}


class BookDamaged(StateTrigger):
    """The book is found to be damaged: while the site runs, or as it starts."""

    says = "book damaged"
    at_start = True

    @override
    def so(self, site: Site) -> Mapping[str, Payload]:
        return {"damaged": {}} if site.desk.book.state is BookState.DAMAGED else {}


TRIGGERS: dict[str, type[Trigger]] = {
    "book_damaged": BookDamaged,
    "complaint_overdue": ComplaintOverdue,
    "duty_overdue": DutyOverdue,
    "extension_due": ExtensionDue,
    "footage_erased": FootageErased,
    "gap": GapEnded,
    "request_waiting": RequestWaiting,
    "sign_overdue": SignOverdue,
    "vault_locked": VaultLocked,
    "vault_unlocked": VaultUnlocked,
}


async def async_get_triggers(hass: HomeAssistant) -> dict[str, type[Trigger]]:
    """Return our triggers."""
    return TRIGGERS


# What is told ------------------------------------------------------------------------------


def _of_camera(site: Site, camera: str) -> Payload:
    status = site.cameras.get(camera)
    return {"camera": camera, "place": status.settings.place if status else None}


def _of_duty(site: Site, duty: Duty) -> Payload:
    about = {} if duty.camera is None else _of_camera(site, duty.camera)
    number = {} if duty.number is None else {"number": duty.number}
    return {"duty": duty.id, "kind": duty.kind.value, "due": told(duty.due), **about, **number}
