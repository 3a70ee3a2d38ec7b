"""Conditions: what an automation may ask before it goes on. While no site runs the vault is locked, and nothing else is so."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Unpack, cast, override

from homeassistant.const import CONF_OPTIONS
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.condition import Condition, ConditionCheckParams, ConditionConfig
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.typing import ConfigType
import voluptuous as vol

from .choosing import CONF_CAMERA, CONF_KIND, chosen_cameras, sign_states, some_of
from .following import async_follow_site, async_site_or_none
from .guideline.duties import DutyKind
from .guideline.recording import RecordingState
from .guideline.signs import SignState
from .procedure.open_requests import open_requests
from .site import Site


class SiteCondition(Condition):
    """Something that is so at the site that runs."""

    schema: ClassVar[Mapping[Any, Any]] = {}
    """What may be chosen."""
    without_site: ClassVar[bool] = False
    """What holds while no site runs."""

    @classmethod
    @override
    async def async_validate_config(cls, hass: HomeAssistant, config: ConfigType) -> ConfigType:
        """Check what was chosen."""
        whole = vol.Schema({vol.Required(CONF_OPTIONS, default=dict): dict(cls.schema)})
        return cast(ConfigType, whole(config))

    def __init__(self, hass: HomeAssistant, config: ConditionConfig) -> None:
        """Take what was chosen."""
        super().__init__(hass, config)
        self.chosen: Mapping[str, Any] = config.options or {}

    @abstractmethod
    def holds(self, site: Site) -> bool:
        """Say whether it is so."""

    @override
    def _async_check(self, **kwargs: Unpack[ConditionCheckParams]) -> bool:
        site = async_site_or_none(self._hass)
        return self.without_site if site is None else self.holds(site)

    @property
    @override
    def needs_polling(self) -> bool:
        """Say that whoever waits for a change is told of it."""
        return False

    @override
    async def _async_track_changes(self, action: Callable[[], None]) -> CALLBACK_TYPE:
        tracking = False

        @callback
        def changed() -> None:
            if tracking:
                action()

        @callback
        def follow(site: Site) -> list[CALLBACK_TYPE]:
            # That a site begins to run, or runs no more, is a change like any other.
            changed()
            return [async_dispatcher_connect(self._hass, site.signal_state, changed), changed]

        stop = async_follow_site(self._hass, follow)
        tracking = True

        @callback
        def end() -> None:
            nonlocal tracking
            tracking = False
            stop()

        return end


class VaultIsLocked(SiteCondition):
    """Nobody has the vault open."""

    without_site = True

    @override
    def holds(self, site: Site) -> bool:
        return site.lock.is_locked


class IsRecording(SiteCondition):
    """Every camera that was chosen records; where none was, every one there is."""

    schema = {vol.Optional(CONF_CAMERA, default=list): cv.entity_ids}

    @override
    def holds(self, site: Site) -> bool:
        cameras = chosen_cameras(site, self.chosen[CONF_CAMERA])
        return bool(cameras) and all(
            site.cameras[camera].state is RecordingState.RECORDING for camera in cameras
        )


class SignIsDisplayed(SiteCondition):
    """The sign of every camera that was chosen is there, as somebody confirmed in time."""

    schema = {vol.Optional(CONF_CAMERA, default=list): cv.entity_ids}

    @override
    def holds(self, site: Site) -> bool:
        cameras, states = chosen_cameras(site, self.chosen[CONF_CAMERA]), sign_states(site)
        return bool(cameras) and all(states[camera] is SignState.DISPLAYED for camera in cameras)


class DutiesAreOverdue(SiteCondition):
    """Something is overdue."""

    schema = {vol.Optional(CONF_KIND, default=list): some_of(DutyKind)}

    @override
    def holds(self, site: Site) -> bool:
        kinds = self.chosen[CONF_KIND]
        return any(not kinds or duty.kind in kinds for duty in site.duties.overdue)


class RequestsAreWaiting(SiteCondition):
    """Somebody waits for a decision."""

    @override
    def holds(self, site: Site) -> bool:
        return bool(open_requests(site.desk).waiting)


CONDITIONS: dict[str, type[Condition]] = {
    "duties_are_overdue": DutiesAreOverdue,
    "is_recording": IsRecording,
    "requests_are_waiting": RequestsAreWaiting,
    "sign_is_displayed": SignIsDisplayed,
    "vault_is_locked": VaultIsLocked,
}


async def async_get_conditions(hass: HomeAssistant) -> dict[str, type[Condition]]:
    """Return our conditions."""
    return CONDITIONS
