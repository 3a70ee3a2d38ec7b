"""What the views of requests share: each takes one act by POST and answers what comes of it.

Whoever decides shows that they are who they are: their vault is unlocked in this login session, or their passphrase comes with the
act and unlocks it first, exactly as `unlock` does.
"""

from collections.abc import Iterable
from typing import Any

from aiohttp import web
from homeassistant.core import HomeAssistant, callback

from .bodies import told
from .const import DOMAIN
from .guideline.people import Actor
from .procedure.reading_requests import Bounds
from .site import Site
from .views import Body, KumaView, actor_at, answering, body_of

REQUESTS = f"/api/{DOMAIN}/requests"


class RequestView(KumaView):
    """Takes one act; `way` says where, below `REQUESTS`."""

    way: str
    decides = False
    """Whether a passphrase may come with it."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Stand where `way` says."""
        super().__init__(hass)
        self.url = f"{REQUESTS}/{self.way}"
        self.name = f"api:{DOMAIN}:requests:{self.way.replace('/', ':')}"

    @answering
    async def post(self, request: web.Request) -> web.Response:
        """Take a JSON object, answer one."""
        body = await body_of(request)
        if self.decides and body.get("passphrase") is not None:
            await self.unlock(request, body)
        return self.json(await self.act(self.site, actor_at(request), body))

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Do it; raises `Problem`."""
        raise NotImplementedError


@callback
def async_register(hass: HomeAssistant, views: Iterable[type[KumaView]]) -> None:
    """Register views: they stay until Home Assistant stops."""
    for view in views:
        hass.http.register_view(view(hass))


def told_bounds(site: Site, bounds: Iterable[Bounds]) -> list[dict[str, Any]]:
    """Return the true bounds of what is held, by whole chunks."""
    return [
        {
            "camera": one.camera,
            "start": told(site, one.start),
            "end": told(site, one.end),
            "bytes": one.bytes,
        }
        for one in bounds
    ]
