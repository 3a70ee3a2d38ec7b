"""Views of papers and tables: one is asked for by POST, and opened under an address that is signed for who asked.

A browser prints what it opened, and opens an address without the header that a person is known by: so the address is signed
(`async_sign_path`) with the person's own login session, dies with it, and after `OPEN_FOR` anyway. It leads to one paper only, and to
it only that person in that login session; whether they may is looked at again when it is opened. No cache keeps a
paper, nothing in it runs, nothing is fetched for it, and no frame shows it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from http import HTTPStatus
import secrets
from typing import Any

from aiohttp import web
from aiohttp.hdrs import ACCEPT, ACCEPT_LANGUAGE
from homeassistant.auth.models import User
from homeassistant.components.http import (
    KEY_AUTHENTICATED,
    KEY_HASS_REFRESH_TOKEN_ID,
    KEY_HASS_USER,
)
from homeassistant.components.http.auth import async_sign_path
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.translation import async_get_translations
from homeassistant.util.hass_dict import HassKey

from .actor import blanks
from .audit.look import async_check
from .bodies import HEX, maybe, number_in, text_in, texts_in, word_in
from .const import DOMAIN, PANEL
from .documents.page import language_of
from .documents.signs import Size
from .documents.unopened import unopened
from .documents.words import Words
from .guideline.errors import Problem
from .guideline.people import Actor, Door
from .guideline.registers import Register
from .procedure import papers, register_papers
from .procedure.papers import Paper, Wanted
from .procedure.register_papers import Exported
from .site import Site
from .views import PRIVATE, Body, KumaView, actor_at, answering, body_of
from .when import day_in, moment_in

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
    """A paper or table (`wanted`) that somebody may open, in the login session they asked for it in."""

    actor: Actor
    wanted: Wanted | Exported
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
    for kind in (PaperView, OpenedPaperView, TableView, OpenedTableView):
        hass.http.register_view(kind(hass))


class _AskView(KumaView):
    """Makes something for whoever asks, and says where it can be opened."""

    async def _ask[W: Wanted | Exported](
        self,
        request: web.Request,
        read: Callable[[Body], W],
        make: Callable[[Site, Actor, W, str], Awaitable[str]],
    ) -> web.Response:
        site, actor, body = self.site, actor_at(request), await body_of(request)
        if actor.session is None:
            raise web.HTTPForbidden  # nobody's address would be anybody's
        wanted = read(body)
        language = text_in(body, "language", self._hass.config.language)
        # What is wrong with it is told here, not in the window that opens.
        await make(site, actor, wanted, language)
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


class _OpenedView(KumaView):
    """Shows what was asked for, to exactly who asked; to a browser's window what went wrong, too, on a page."""

    requires_auth = False
    """`_open` looks at it: a link that is over is answered by Home Assistant with a bare line that helps nobody."""
    statuses = {"paper_link_over": HTTPStatus.NOT_FOUND}

    async def refuse(self, request: web.Request, problem: Problem) -> web.Response:
        """Answer with what is wrong, in words where a person looks at it."""
        answer = await super().refuse(request, problem)
        if not _is_window(request):
            return answer
        page = await self._page(request, problem)
        return web.Response(
            text=page, content_type="text/html", status=answer.status, headers=HEADERS
        )

    async def _page(self, request: web.Request, problem: Problem) -> str:
        """Say it in the language that the paper was asked for in, as far as that is known, else in the browser's."""
        ticket = self._hass.data[TICKETS].get(request.match_info["token"])
        browser = request.headers.get(ACCEPT_LANGUAGE, "")[:2]
        wanted = ticket.language if ticket else browser or self._hass.config.language
        texts = await async_get_translations(
            self._hass, language_of(wanted), "exceptions", {DOMAIN}
        )
        why = texts[f"component.{DOMAIN}.exceptions.{problem.key}.message"]
        return await self._hass.async_add_executor_job(
            lambda: unopened(Words(wanted), why.format_map(blanks(problem)), f"/{PANEL}")
        )

    async def _open[W: Wanted | Exported](
        self, request: web.Request, token: str, kind: type[W]
    ) -> tuple[Site, Actor, W, str]:
        if not request[KEY_AUTHENTICATED]:
            # As Home Assistant would, which counts those who guess.
            if not _is_window(request):
                raise web.HTTPUnauthorized
            page = await self._page(request, Problem("paper_link_over"))
            raise web.HTTPUnauthorized(
                text=page, content_type="text/html", headers=HEADERS | PRIVATE
            )
        user: User = request[KEY_HASS_USER]
        # As whom the address was signed for, not by a header: a window has none.
        actor = Actor(user.id, Door.PANEL, session=request.get(KEY_HASS_REFRESH_TOKEN_ID))
        site, ticket = self.site, self._hass.data[TICKETS].get(token)
        if (
            ticket is None
            or not isinstance(ticket.wanted, kind)
            or not ticket.is_for(actor, site.desk.clock.now())
        ):
            raise Problem("paper_link_over")
        return site, actor, ticket.wanted, ticket.language


async def _paper(site: Site, actor: Actor, wanted: Wanted, language: str) -> str:
    return await papers.make(
        site.desk, actor, wanted, language, lambda: async_check(site.hass, site)
    )


async def _table(site: Site, actor: Actor, wanted: Exported, language: str) -> str:
    return await register_papers.table(site.desk, actor, wanted, language)


class PaperView(_AskView):
    """Makes a paper, and says where it can be opened."""

    url = f"/api/{DOMAIN}/requests/paper"
    name = f"api:{DOMAIN}:requests:paper"

    @answering
    async def post(self, request: web.Request) -> web.Response:
        """Take which paper is wanted, answer `{"url": …}`."""
        return await self._ask(request, _wanted, _paper)


class OpenedPaperView(_OpenedView):
    """Shows a paper, to be printed."""

    url = f"/api/{DOMAIN}/requests/paper/{{token:{HEX}}}"
    name = f"api:{DOMAIN}:requests:paper:opened"

    @answering
    async def get(self, request: web.Request, token: str) -> web.Response:
        """Answer with a page of HTML."""
        page = await _paper(*await self._open(request, token, Wanted))
        return web.Response(text=page, content_type="text/html", headers=HEADERS)


class TableView(_AskView):
    """Makes a table of a register, and says where it can be taken."""

    url = f"/api/{DOMAIN}/register/csv"
    name = f"api:{DOMAIN}:register:csv"

    @answering
    async def post(self, request: web.Request) -> web.Response:
        """Take which register is wanted, of which camera and span; answer `{"url": …}`."""
        return await self._ask(request, _exported, _table)


class OpenedTableView(_OpenedView):
    """Gives a table, to be kept as a file."""

    url = f"/api/{DOMAIN}/register/csv/{{token:{HEX}}}"
    name = f"api:{DOMAIN}:register:csv:opened"

    @answering
    async def get(self, request: web.Request, token: str) -> web.Response:
        """Answer with comma-separated cells."""
        site, actor, wanted, language = await self._open(request, token, Exported)
        text = await _table(site, actor, wanted, language)
        day = site.desk.clock.now().astimezone(site.desk.zone).date()
        name = f"{wanted.register}-{day}.csv"
        return web.Response(
            text=text,
            content_type="text/csv",
            charset="utf-8",
            headers=HEADERS | {"Content-Disposition": f'attachment; filename="{name}"'},
        )


def _is_window(request: web.Request) -> bool:
    """Say whether a browser opened an address for a person to look at: nothing else asks for pages."""
    return "text/html" in request.headers.get(ACCEPT, "")


def _wanted(body: Body) -> Wanted:
    def day(body: Body, name: str) -> date:
        return day_in(text_in(body, name))

    return Wanted(
        paper=word_in(body, "paper", Paper),
        number=maybe(body, "number", number_in),
        original_end=maybe(body, "original_end", day),
        others=text_in(body, "others", ""),
        edition=maybe(body, "edition", number_in),
        size=maybe(body, "size", _word(Size)) or Size.A4,
        languages=texts_in(body, "languages", []),
        year=maybe(body, "year", number_in),
        month=maybe(body, "month", number_in),
        contract=maybe(body, "contract", text_in),
        **_of_register(body),
        register=maybe(body, "register", _word(Register)),
    )


def _exported(body: Body) -> Exported:
    return Exported(register=word_in(body, "register", Register), **_of_register(body))


def _of_register(body: Body) -> dict[str, Any]:
    def moment(body: Body, name: str) -> datetime:
        return moment_in(text_in(body, name))

    return {
        "camera": maybe(body, "camera", text_in),
        "start": maybe(body, "start", moment),
        "end": maybe(body, "end", moment),
    }


def _word[W: StrEnum](words: type[W]) -> Callable[[Body, str], W]:
    return lambda body, name: word_in(body, name, words)
