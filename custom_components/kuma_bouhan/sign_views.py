"""View of a sign's photo: shown to who has an office, and kept by nobody on the way."""

from aiohttp import web

from .const import DOMAIN
from .procedure import signs
from .views import KumaView, actor_at, answering


class SignPhotoView(KumaView):
    """The last photo of a camera's sign."""

    url = f"/api/{DOMAIN}/deeds/signs/photo/{{camera}}"
    name = f"api:{DOMAIN}:deeds:signs:photo"

    @answering
    async def get(self, request: web.Request, camera: str) -> web.Response:
        """Answer with the picture (JPEG)."""
        found = await signs.photo(self.site.desk, actor_at(request), camera)
        headers = {"X-Content-Type-Options": "nosniff"}
        return web.Response(body=found, content_type="image/jpeg", headers=headers)
