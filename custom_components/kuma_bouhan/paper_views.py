"""Views of papers: one is asked for by POST, and opened under an address that is signed for who asked.

A browser prints what it opened, and opens an address without the header that a person is known by: so the address is signed
(`async_sign_path`) with the person's own login session, dies with it, and after `OPEN_FOR` anyway. It leads to one paper only, and to
it only that person in that login session; whether they may is looked at again when it is opened. No cache keeps a
paper, nothing in it runs, nothing is fetched for it, and no frame shows it.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from http import HTTPStatus
import secrets

from aiohttp import web
from homeassistant.auth.models import User
from homeassistant.components.http import KEY_HASS_REFRESH_TOKEN_ID, KEY_HASS_USER
from homeassistant.components.http.auth import async_sign_path
from homeassistant.core import HomeAssistant, callback
from homeassistant.util.hass_dict import HassKey

from .bodies import HEX, day_in, maybe, moment_in, number_in, text_in, word_in
from .const import DOMAIN
from .guideline.errors import Problem
from .guideline.people import Actor, Door
from .procedure import papers
from .procedure.papers import Paper, Wanted
from .site import Site
from .views import Body, KumaView, actor_at, answering, body_of

OPEN_FOR = timedelta(minutes=10)
MOST = 100
"""Papers that are asked for and not too old to be opened; of more the oldest are let go."""
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Ticket:
    """A paper that somebody may open, in the login session they asked for it in."""

    actor: Actor
    wanted: Wanted
    language: str
    until: datetime

    def is_for(self, actor: Actor, now: datetime) -> bool:
        """Say whether somebody may use it now."""
        mine = (self.actor.user_id, self.actor.session)
        return mine == (actor.user_id, actor.session) and now < self.until


TICKETS: HassKey[dict[str, Ticket]] = HassKey(f"{DOMAIN}_papers")


@callback
def async_setup_paper_views(hass: HomeAssistant) -> None:
    """Register the views: they stay until Home Assistant stops."""
    hass.data[TICKETS] = {}
    hass.http.register_view(PaperView(hass))
    hass.http.register_view(OpenedPaperView(hass))


class PaperView(KumaView):
    """Makes a paper, and says where it can be opened."""

    url = f"/api/{DOMAIN}/requests/paper"
    name = f"api:{DOMAIN}:requests:paper"

    @answering
    async def post(self, request: web.Request) -> web.Response:
        """Take which paper is wanted, answer `{"url": …}`."""
        site, actor, body = self.site, actor_at(request), await body_of(request)
        if actor.session is None:
            raise web.HTTPForbidden  # nobody's address would be anybody's
        wanted = _wanted(site, body)
        language = text_in(body, "language", self._hass.config.language)
        # What is wrong with it is told here, not in the window that opens.
        await papers.make(site.desk, actor, wanted, language)
        token, now, tickets = secrets.token_hex(16), site.desk.clock.now(), self._hass.data[TICKETS]
        for old in [key for key, ticket in tickets.items() if ticket.until <= now]:
            del tickets[old]
        while len(tickets) >= MOST:
            del tickets[next(iter(tickets))]
        tickets[token] = Ticket(actor, wanted, language, now + OPEN_FOR)
        path = async_sign_path(
            self._hass, f"{self.url}/{token}", OPEN_FOR, refresh_token_id=actor.session
        )
        return self.json({"url": path})


class OpenedPaperView(KumaView):
    """Shows a paper, to be printed."""

    url = f"/api/{DOMAIN}/requests/paper/{{token:{HEX}}}"
    name = f"api:{DOMAIN}:requests:paper:opened"
    statuses = {"paper_link_over": HTTPStatus.NOT_FOUND}

    @answering
    async def get(self, request: web.Request, token: str) -> web.Response:
        """Answer with a page of HTML."""
        user: User = request[KEY_HASS_USER]
        # As whom the address was signed for, not by a header: a window has none.
        actor = Actor(user.id, Door.PANEL, session=request.get(KEY_HASS_REFRESH_TOKEN_ID))
        site, ticket = self.site, self._hass.data[TICKETS].get(token)
        if ticket is None or not ticket.is_for(actor, site.desk.clock.now()):
            raise Problem("paper_link_over")
        page = await papers.make(site.desk, actor, ticket.wanted, ticket.language)
        return web.Response(text=page, content_type="text/html", headers=HEADERS)


def _wanted(site: Site, body: Body) -> Wanted:
    def moment(body: Body, name: str) -> datetime:
        return moment_in(site, text_in(body, name))

    def day(body: Body, name: str) -> date:
        return day_in(text_in(body, name))

    return Wanted(
        paper=word_in(body, "paper", Paper),
        number=maybe(body, "number", number_in),
        original_end=maybe(body, "original_end", day),
        camera=maybe(body, "camera", text_in),
        start=maybe(body, "start", moment),
        end=maybe(body, "end", moment),
        others=text_in(body, "others", ""),
    )
