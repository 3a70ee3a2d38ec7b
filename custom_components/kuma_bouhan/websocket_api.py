"""Websocket commands: what the panel asks and has done, but for what holds a secret.

Home Assistant's debug log prints commands and answers whole, so passphrases and codes come by POST (`views.py`), never here.
An error carries the key of its sentence and what fills its blanks; the panel says it in the reader's own language.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.config_entries import SIGNAL_CONFIG_ENTRY_CHANGED, ConfigEntry, ConfigEntryChange
from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.event import async_call_later
from homeassistant.helpers.translation import async_get_translations
import voluptuous as vol

from . import dashboard
from .actor import blanks
from .const import DOMAIN
from .deed_views import SECTIONS
from .guideline.errors import Problem, Refused
from .guideline.people import Actor, Door
from .lines import ATTR_REGISTER, PAGE, async_page, told, told_line
from .overview import overview
from .people_actions import ACTIONS, NAMED, Given
from .procedure import appointments, proving, reading_requests
from .records.entry import Entry
from .request_lines import told_requests
from .site import Site, async_running_site
from .users import async_people

AT_MOST_EVERY = 0.5
"""Seconds between two overviews: what changes at once is told at once."""

type Command = Callable[[Site, Actor, Given], Awaitable[dict[str, Any]]]


@callback
def async_setup_websocket(hass: HomeAssistant) -> None:
    """Register the commands; they stay until Home Assistant stops."""
    websocket_api.async_register_command(hass, _subscribe)
    for name, (command, schema) in COMMANDS.items():
        _register(hass, name, command, schema)


def _register(hass: HomeAssistant, name: str, command: Command, schema: Mapping[Any, Any]) -> None:
    @websocket_api.async_response
    async def handle(
        hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any]
    ) -> None:
        try:
            answer = await command(async_running_site(hass), _actor(connection), msg)
        except Problem as problem:
            await _async_refuse(hass, connection, msg["id"], problem)
        else:
            connection.send_result(msg["id"], answer)

    kind = f"{DOMAIN}/{name}"
    whole = websocket_api.BASE_COMMAND_MESSAGE_SCHEMA.extend({vol.Required("type"): kind, **schema})
    websocket_api.async_register_command(hass, kind, handle, whole)


def _actor(connection: ActiveConnection) -> Actor:
    return Actor(connection.user.id, Door.PANEL, session=connection.refresh_token_id)


async def _async_refuse(
    hass: HomeAssistant, connection: ActiveConnection, to: int, problem: Problem
) -> None:
    words = await async_get_translations(hass, hass.config.language, "exceptions", {DOMAIN})
    sentence = words.get(f"component.{DOMAIN}.exceptions.{problem.key}.message", problem.key)
    connection.send_error(
        to,
        websocket_api.ERR_UNAUTHORIZED
        if isinstance(problem, Refused)
        else websocket_api.ERR_HOME_ASSISTANT_ERROR,
        sentence.format_map(blanks(problem)),
        translation_key=problem.key,
        translation_domain=DOMAIN,
        translation_placeholders=blanks(problem),
    )


# The overview ------------------------------------------------------------------------------


@websocket_api.websocket_command({vol.Required("type"): f"{DOMAIN}/overview/subscribe"})
@callback
def _subscribe(hass: HomeAssistant, connection: ActiveConnection, msg: dict[str, Any]) -> None:
    """Send the overview now and whenever it has changed."""
    watching = Watching(hass, connection, msg["id"])
    connection.subscriptions[msg["id"]] = watching.end
    connection.send_result(msg["id"])
    watching.look()


class Watching:
    """One subscriber, for as long as they stay; the site may go and come back meanwhile."""

    def __init__(self, hass: HomeAssistant, connection: ActiveConnection, to: int) -> None:
        """Begin to listen."""
        self._hass, self._connection, self._to = hass, connection, to
        self._site: Site | None = None
        self._sent: dict[str, Any] | None = None
        self._later: CALLBACK_TYPE | None = None
        self._changed = self._ended = False
        self._no_more: list[CALLBACK_TYPE] = [
            async_dispatcher_connect(hass, SIGNAL_CONFIG_ENTRY_CHANGED, self._entry_changed)
        ]
        self._of_site: list[CALLBACK_TYPE] = []

    @callback
    def look(self) -> None:
        """Send what there is, unless it was just done: then once that is a while ago."""
        if self._later is not None or self._ended:
            self._changed = True
            return
        self._changed = False
        self._follow()
        now = overview(
            self._hass, self._site, _actor(self._connection), self._connection.user.name or ""
        )
        if now != self._sent:
            self._sent = now
            self._connection.send_event(self._to, now)
            self._later = async_call_later(
                self._hass, AT_MOST_EVERY, HassJob(self._again, cancel_on_shutdown=True)
            )

    @callback
    def end(self) -> None:
        """Listen no more."""
        self._ended = True
        if self._later is not None:
            self._later()
        for stop in (*self._no_more, *self._of_site):
            stop()

    @callback
    def _again(self, _now: Any) -> None:
        self._later = None
        if self._changed:
            self.look()

    @callback
    def _follow(self) -> None:
        """Listen to the site that runs now."""
        try:
            site = async_running_site(self._hass)
        except Problem:
            site = None
        if site is self._site:
            return
        for stop in self._of_site:
            stop()
        self._site, self._of_site = site, []
        if site is not None:
            listeners = site.desk.listeners
            listeners.append(self._heard)
            self._of_site = [
                async_dispatcher_connect(self._hass, site.signal_state, self.look),
                lambda: listeners.remove(self._heard),
            ]

    @callback
    def _heard(self, _entry: Entry) -> None:
        # Whoever did it waits for nothing here.
        self._hass.loop.call_soon(self.look)

    @callback
    def _entry_changed(self, _change: ConfigEntryChange, entry: ConfigEntry) -> None:
        if entry.domain == DOMAIN:
            self.look()


# Commands ----------------------------------------------------------------------------------


async def _people(site: Site, actor: Actor, _given: Given) -> dict[str, Any]:
    held = await appointments.listed(site.desk, actor)
    now = site.desk.clock.now()
    return {
        "appointments": [
            {
                "seq": found.seq,
                "role": found.role,
                "user_id": found.user_id,
                "name": found.name,
                "title": found.title,
                "since": told(found.since),
                "until": told(found.until),
                "in_force": found.in_force(now),
            }
            for found in held
        ],
        "users": [
            {"user_id": person.user_id, "name": person.name}
            for person in await async_people(site.hass)
        ],
    }


def _of_people(name: str) -> Command:
    act, _ = ACTIONS[name]

    async def command(site: Site, actor: Actor, given: Given) -> dict[str, Any]:
        await act(site, actor, given)
        return {}

    return command


async def _register_page(site: Site, actor: Actor, given: Given) -> dict[str, Any]:
    return await async_page(site, actor, given, given.get("camera"))


async def _proof(site: Site, actor: Actor, given: Given) -> dict[str, Any]:
    proof = await proving.prove(site.desk, actor, given["seq"])
    return {
        "entry": told_line(proof.line),
        "leaf": proof.leaf.hex(),
        "index": proof.index,
        "size": proof.size,
        "root": proof.root.hex(),
        "path": [node.hex() for node in proof.path],
        "checkpoint": proof.checkpoint,
        "host_fingerprint": proof.host_fingerprint,
        "included": proof.included,
        "signature": proof.signature,
    }


async def _requests(site: Site, actor: Actor, _given: Given) -> dict[str, Any]:
    return told_requests(site, await reading_requests.listed(site.desk, actor))


def _kept(section: str) -> Command:
    tell = SECTIONS[section]

    async def command(site: Site, actor: Actor, given: Given) -> dict[str, Any]:
        return await tell(site, actor, given.get("language", site.hass.config.language))

    return command


COMMANDS: Mapping[str, tuple[Command, Mapping[Any, Any]]] = {
    "people": (_people, {}),
    "appoint": (_of_people("appoint"), {**ACTIONS["appoint"][1].schema, **NAMED}),
    "end_appointment": (_of_people("end_appointment"), ACTIONS["end_appointment"][1].schema),
    "hand_over": (_of_people("hand_over"), {**ACTIONS["hand_over"][1].schema, **NAMED}),
    ATTR_REGISTER: (_register_page, {**PAGE, vol.Optional("camera"): str}),
    "requests": (_requests, {}),
    **{
        f"kept/{section}": (_kept(section), {vol.Optional("language"): str}) for section in SECTIONS
    },
    "dashboard": (dashboard.tell, {}),
    "proof": (_proof, {vol.Required("seq"): int}),
}
"""What each command does and takes."""
