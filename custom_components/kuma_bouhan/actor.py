"""Who acts, as far as Home Assistant can say, and how a `Problem` reaches them."""

from collections.abc import Iterator
from contextlib import contextmanager

from homeassistant.auth.models import User
from homeassistant.core import Context
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
from homeassistant.helpers.http import current_request
from homeassistant.helpers.script import script_stack_cv
from homeassistant.helpers.trace import trace_id_get

from .const import DOMAIN, PANEL_LINK
from .guideline.errors import Problem, Refused
from .guideline.people import Actor, Door


def actor_of_context(context: Context, door: Door) -> Actor:
    """Return who stands behind an action or an entity's command.

    A context with a parent was made by an automation, whoever started it. A script that a person starts keeps that
    person's own context, but it runs under a trace; what is answered to it would be stored in that trace. The steps
    of a template entity or of a spoken command keep it, too, and have no trace.
    """
    automated = context.parent_id is not None or trace_id_get() is not None or _in_steps()
    return Actor(context.user_id, door, automated)


def _in_steps() -> bool:
    """Say whether somebody's stored steps call, or what they left running: a list that they emptied stays with it."""
    running = script_stack_cv.get()
    # What a person has run under "Developer tools" comes as one script of its own, around nothing but that one action.
    own = running is not None and len(running) == 1 and running[0].startswith("websocket_api.")
    return running is not None and not own


def user_of_request() -> User | None:
    """Return the user of the request being answered: a flow's own context names none."""
    request = current_request.get()
    return None if request is None else request.get("hass_user")


def actor_of_request(door: Door) -> Actor:
    """Return who is making the request being answered."""
    user = user_of_request()
    return Actor(user.id if user else None, door)


@contextmanager
def translated(link: str = PANEL_LINK) -> Iterator[None]:
    """Turn a `Problem` into Home Assistant's error, in the person's own language.

    `link`: the page of the panel where it is seen to.
    """
    try:
        yield
    except Problem as problem:
        error = ServiceValidationError if isinstance(problem, Refused) else HomeAssistantError
        raise error(
            translation_domain=DOMAIN,
            translation_key=problem.key,
            translation_placeholders=blanks(problem, link),
        ) from problem


def blanks(problem: Problem, link: str = PANEL_LINK) -> dict[str, str]:
    """Return what fills the blanks of a problem's sentence; some of them lead to the panel."""
    return {"link": link} | problem.placeholders
