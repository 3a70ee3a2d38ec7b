"""Views of what was permitted: others in it are masked, it is put together, and a link to it is made: 運用基準例 5(2).

The bytes themselves leave by `package_views`.
"""

from http import HTTPStatus
from typing import Any

from aiohttp import web
from homeassistant.core import HomeAssistant, callback

from .bodies import HEX, maybe, number_in, text_in, told, unreadable, word_in
from .const import DOMAIN
from .guideline.disclosure import CopyForm
from .guideline.people import Actor
from .package_views import link
from .procedure.masking import Mask
from .procedure.package import File
from .request_views import REQUESTS, RequestView, async_register
from .site import Site
from .views import Body, KumaView, actor_at, answering
from .when import moment_in

_NUMBER = "{number:[0-9]{1,9}}"
_CAMERA = f"{{camera:{HEX}}}"
_MOST = 1000
"""Areas in a body."""


@callback
def async_setup_giving_views(hass: HomeAssistant) -> None:
    """Register the views."""
    async_register(
        hass,
        (
            PrepareView,
            PackageView,
            LinkView,
            MaskView,
            CancelMaskView,
            MaskStatusView,
            StillView,
        ),
    )


class PrepareView(RequestView):
    """Begins to put a package together."""

    way = "disclosure/prepare"
    decides = True

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take `{"number": …, "passphrase"?: …}`."""
        await site.packages.prepare(actor, number_in(body, "number"))
        return {}


class PackageView(KumaView):
    """Says how far a package is, and what is in it."""

    url = f"{REQUESTS}/package/{_NUMBER}"
    name = f"api:{DOMAIN}:requests:package"

    @answering
    async def get(self, request: web.Request, number: str) -> web.Response:
        """Answer with state, bytes done and in all, seconds left, and the files."""
        site = self.site
        status = await site.packages.status(actor_at(request), int(number))
        return self.json(
            {
                "state": status.state,
                "done": status.done,
                "total": status.total,
                "seconds_left": status.seconds_left,
                "error": status.error and status.error.key,
                "manifest": status.manifest or "",
                "bytes": status.bytes,
                "files": [_file(site, file) for file in status.files],
            }
        )


class LinkView(RequestView):
    """Makes a link that dies in ten minutes, for this person in this login session."""

    way = "disclosure/link"
    decides = True

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take number, form, which file, and the passphrase of a sealed package; answer `{"url": …, "until": …}`."""
        grant = await site.packages.grant(
            actor,
            number_in(body, "number"),
            word_in(body, "form", CopyForm),
            maybe(body, "file", number_in),
            maybe(body, "secret", text_in),
        )
        return link(self._hass, site, grant)


class MaskView(RequestView):
    """Begins to make a masked copy of one camera's footage."""

    way = "mask"
    decides = True

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take `{"number": …, "camera": …, "masks": [{start, end, x, y, w, h}], "passphrase"?: …}`."""
        await site.masking.start(
            actor, number_in(body, "number"), text_in(body, "camera"), _masks(body)
        )
        return {}


class CancelMaskView(RequestView):
    """Ends the making of a masked copy."""

    way = "mask/cancel"
    decides = True

    async def act(self, site: Site, actor: Actor, body: Body) -> Body:
        """Take `{"number": …, "camera": …, "passphrase"?: …}`."""
        await site.masking.cancel(actor, number_in(body, "number"), text_in(body, "camera"))
        return {}


class MaskStatusView(KumaView):
    """Says how far a masked copy is."""

    url = f"{REQUESTS}/mask/{_NUMBER}/{_CAMERA}"
    name = f"api:{DOMAIN}:requests:mask"

    @answering
    async def get(self, request: web.Request, number: str, camera: str) -> web.Response:
        """Answer with state, how much is done (0 to 1), and what was drawn last."""
        site = self.site
        status = await site.masking.status(actor_at(request), int(number), camera)
        return self.json(
            {
                "state": status.state,
                "done": status.done,
                "masks": [_mask(site, mask) for mask in status.masks],
                "error": status.error,
            }
        )


class StillView(KumaView):
    """Gives the picture that a moment shows, to draw on."""

    url = f"{REQUESTS}/still/{_NUMBER}/{_CAMERA}"
    name = f"api:{DOMAIN}:requests:still"
    statuses = {"footage_gone": HTTPStatus.GONE, "footage_sealed": HTTPStatus.FORBIDDEN}

    @answering
    async def get(self, request: web.Request, number: str, camera: str) -> web.Response:
        """Take `?at=…`, answer a JPEG."""
        site = self.site
        at = moment_in(request.query.get("at", ""))
        picture = await site.masking.still(actor_at(request), int(number), camera, at)
        return web.Response(body=picture, content_type="image/jpeg")


def _file(site: Site, file: File) -> dict[str, Any]:
    return {
        "index": file.index,
        "name": file.name,
        "camera": file.camera,
        "start": told(site, file.start),
        "end": told(site, file.end),
        "bytes": file.bytes,
        "kind": file.kind,
        "why": file.why,
    }


def _mask(site: Site, mask: Mask) -> dict[str, Any]:
    return {
        "start": told(site, mask.start),
        "end": told(site, mask.end),
        "x": mask.x,
        "y": mask.y,
        "w": mask.w,
        "h": mask.h,
    }


def _masks(body: Body) -> list[Mask]:
    found = body.get("masks")
    if not isinstance(found, list) or len(found) > _MOST:
        raise unreadable("masks")
    masks = []
    for one in found:
        if not isinstance(one, dict):
            raise unreadable("masks")
        start, end = (moment_in(text_in(one, name)) for name in ("start", "end"))
        x, y, w, h = (_share(one, name) for name in ("x", "y", "w", "h"))
        masks.append(Mask(start=start, end=end, x=x, y=y, w=w, h=h))
    return masks


def _share(body: Body, name: str) -> float:
    found = body.get(name)
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise unreadable(name)
    return float(found)
