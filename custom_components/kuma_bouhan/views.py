"""Views: what must not go through websocket commands, because those are logged.

A passphrase comes by POST, in the body, and nothing here or behind it writes it anywhere.
"""

import asyncio
from http import HTTPStatus
from json import JSONDecodeError
from typing import Any

from aiohttp import web
from homeassistant.auth.models import User
from homeassistant.components.http import KEY_HASS_USER, HomeAssistantView
from homeassistant.core import HomeAssistant, callback

from .const import DOMAIN
from .guideline.errors import Problem, Refused
from .guideline.people import Actor, Door
from .site import async_running_site

LONGEST_PASSPHRASE = 1024


@callback
def async_setup_views(hass: HomeAssistant) -> None:
    """Register the views: they stay until Home Assistant stops."""
    hass.http.register_view(UnlockView(hass))
    hass.http.register_view(LockView(hass))


class _VaultView(HomeAssistantView):
    """A view of the vault's lock; it answers `{"error": key, "blanks": {…}}` where it cannot."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Take Home Assistant."""
        self._hass = hass

    def _refuse(self, problem: Problem) -> web.Response:
        status = (
            HTTPStatus.FORBIDDEN
            if isinstance(problem, Refused)
            else HTTPStatus.UNPROCESSABLE_ENTITY
        )
        return self.json({"error": problem.key, "blanks": problem.placeholders}, status)


class UnlockView(_VaultView):
    """Opens the vault for the person who asks, for some minutes."""

    url = f"/api/{DOMAIN}/unlock"
    name = f"api:{DOMAIN}:unlock"

    def __init__(self, hass: HomeAssistant) -> None:
        """Let one passphrase be tried at a time: each takes memory, and should take time."""
        super().__init__(hass)
        self._trying = asyncio.Lock()

    async def post(self, request: web.Request) -> web.Response:
        """Take `{"passphrase": …}`; answer `{"until": …}`."""
        try:
            passphrase = _passphrase(await request.json())
            async with self._trying:
                until = await async_running_site(self._hass).lock.unlock(
                    _actor(request), passphrase
                )
        except JSONDecodeError, UnicodeDecodeError:
            return self._refuse(Problem("passphrase_missing"))
        except Problem as problem:
            return self._refuse(problem)
        return self.json({"until": until.isoformat()})


class LockView(_VaultView):
    """Locks the vault for everybody."""

    url = f"/api/{DOMAIN}/lock"
    name = f"api:{DOMAIN}:lock"

    async def post(self, request: web.Request) -> web.Response:
        """Take nothing; answer `{}`."""
        try:
            await async_running_site(self._hass).lock.lock(_actor(request))
        except Problem as problem:
            return self._refuse(problem)
        return self.json({})


def _actor(request: web.Request) -> Actor:
    user: User = request[KEY_HASS_USER]
    return Actor(user.id, Door.PANEL)


def _passphrase(body: Any) -> str:
    match body:
        case {"passphrase": str(passphrase)} if 0 < len(passphrase) <= LONGEST_PASSPHRASE:
            return passphrase
    raise Problem("passphrase_missing")
