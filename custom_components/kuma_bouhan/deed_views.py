"""Views of deeds: POST `/api/kuma_bouhan/deeds/<name>`. And the table of them, and of the sections that are shown."""

from collections.abc import Mapping

from aiohttp import web
from homeassistant.core import HomeAssistant, callback

from .const import DOMAIN
from .deeds import (
    assessments,
    check,
    complaints,
    contracts,
    duties,
    incidents,
    inspections,
    instruction,
    purge_rules,
    signs,
    standard,
    things,
)
from .deeds.deed import Deed, Tell
from .sign_views import SignPhotoView
from .views import KumaView, actor_at, answering, body_of

DEEDS: Mapping[str, Deed] = {
    **assessments.DEEDS,
    **check.DEEDS,
    **complaints.DEEDS,
    **contracts.DEEDS,
    **incidents.DEEDS,
    **inspections.DEEDS,
    **instruction.DEEDS,
    **purge_rules.DEEDS,
    **signs.DEEDS,
    **standard.DEEDS,
    **things.DEEDS,
}
"""Every deed, by its name."""

SECTIONS: Mapping[str, Tell] = {
    "assessments": assessments.tell,
    "check": check.tell,
    "complaints": complaints.tell,
    "contracts": contracts.tell,
    "duties": duties.tell,
    "incidents": incidents.tell,
    "inspections": inspections.tell,
    "instruction": instruction.tell,
    "purge_rules": purge_rules.tell,
    "signs": signs.tell,
    "standard": standard.tell,
    "things": things.tell,
}
"""What `kuma_bouhan/kept/<section>` shows."""


@callback
def async_setup_deed_views(hass: HomeAssistant) -> None:
    """Register the views: they stay until Home Assistant stops."""
    for name, deed in DEEDS.items():
        hass.http.register_view(DeedView(hass, name, deed))
    hass.http.register_view(SignPhotoView(hass))


class DeedView(KumaView):
    """Takes one deed."""

    def __init__(self, hass: HomeAssistant, name: str, deed: Deed) -> None:
        """Stand where the deed's name says."""
        super().__init__(hass)
        self.url = f"/api/{DOMAIN}/deeds/{name}"
        self.name = f"api:{DOMAIN}:deeds:{name}"
        self._deed = deed

    @answering
    async def post(self, request: web.Request) -> web.Response:
        """Take a JSON object, answer one."""
        body = await body_of(request)
        if self._deed.decides and body.get("passphrase") is not None:
            await self.unlock(request, body)
        return self.json(await self._deed.run(self.site, actor_at(request), body))
