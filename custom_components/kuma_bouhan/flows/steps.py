"""What all flows share: one person answers, and a running site acts."""

from homeassistant.components.camera import DOMAIN as CAMERA_DOMAIN, CameraEntityFeature
from homeassistant.config_entries import ConfigEntry, ConfigEntryState
from homeassistant.const import ATTR_FRIENDLY_NAME, ATTR_SUPPORTED_FEATURES
from homeassistant.core import HomeAssistant, callback, split_entity_id
from homeassistant.data_entry_flow import AbortFlow
from homeassistant.helpers import entity_registry as er

from ..actor import user_of_request
from ..const import DOMAIN
from ..guideline.people import Actor, Door
from ..site import Site
from .answers import SourceFacts
from .forms import SIGN_DOMAINS


class OnePerson:
    """A flow belongs to the person who began it: what they typed is shown to nobody else."""

    _person: str | None = None

    def acting(self) -> Actor:
        """Return who answers; anybody else, and anything without a user, is turned away."""
        user = user_of_request()
        if user is None:
            raise AbortFlow("no_user")
        if self._person is None:
            self._person = user.id
        elif self._person != user.id:
            raise AbortFlow("another_person")
        return Actor(user.id, Door.FLOW)


def running_site(entry: ConfigEntry) -> Site:
    """Return the site of an entry; acts are done at its desk, so nothing changes without it."""
    if entry.state is not ConfigEntryState.LOADED:
        raise AbortFlow("site_not_running")
    site: Site = entry.runtime_data
    return site


@callback
def async_find_source(hass: HomeAssistant, entity_id: str) -> SourceFacts | None:
    """Look a camera entity up, whether it delivers at the moment or not."""
    registered = er.async_get(hass).async_get(entity_id)
    if registered is not None:
        entity_id = registered.entity_id
    state = hass.states.get(entity_id)
    if (registered is None and state is None) or split_entity_id(entity_id)[0] != CAMERA_DOMAIN:
        return None
    facts = state.attributes if state else {}
    features = facts.get(
        ATTR_SUPPORTED_FEATURES, registered.supported_features if registered else 0
    )
    return SourceFacts(
        id=registered.id if registered else entity_id,
        name=facts.get(ATTR_FRIENDLY_NAME) or split_entity_id(entity_id)[1],
        streams=bool(features & CameraEntityFeature.STREAM),
    )


@callback
def async_find_sign(hass: HomeAssistant, entity_id: str) -> str | None:
    """Return the id of an entity that may know of a sign: in the entity registry where it has one, else its entity id.

    Entities of our own only know what was entered: one of them would confirm itself.
    """
    registered = er.async_get(hass).async_get(entity_id)
    if registered is not None:
        entity_id = registered.entity_id
    known = registered is not None or hass.states.get(entity_id) is not None
    ours = registered is not None and registered.platform == DOMAIN
    if not known or ours or split_entity_id(entity_id)[0] not in SIGN_DOMAINS:
        return None
    return registered.id if registered else entity_id
