"""What the body of a request to a view holds, read once for all views.

Whether it can be read at all is checked here; who may, and whether it is right, in `procedure`. Answers give times in the
site's own offset. Problem of everything here: viewing_unreadable (field).
"""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
import re

from .guideline.errors import Problem
from .guideline.viewing import Scope
from .site import Site
from .views import Body
from .when import moment_in

HEX = "[0-9a-f]{32}"
_ID = re.compile(HEX)
_MOST = 200
"""Items of a list in a body."""


def told(site: Site, moment: datetime) -> str:
    """Return a moment in the site's own time."""
    return moment.astimezone(site.desk.zone).isoformat()


def scope_in(body: Body) -> Scope:
    """Return the cameras and the span of a body. Problem: unknown_camera."""
    cameras = cameras_in(body)
    start, end = (moment_in(text_in(body, name)) for name in ("start", "end"))
    return Scope(cameras, start, end)


def cameras_in(body: Body) -> tuple[str, ...]:
    """Return cameras, each once. Problem: unknown_camera."""
    cameras = texts_in(body, "cameras")
    if not all(map(_ID.fullmatch, cameras)):
        raise Problem("unknown_camera")
    return tuple(dict.fromkeys(cameras))


def text_in(body: Body, name: str, missing: str | None = None) -> str:
    """Return a text."""
    found = body.get(name, missing)
    if not isinstance(found, str):
        raise unreadable(name)
    return found


def texts_in(body: Body, name: str, missing: list[str] | None = None) -> tuple[str, ...]:
    """Return a list of texts."""
    found = body.get(name, missing)
    if (
        not isinstance(found, list)
        or len(found) > _MOST
        or not all(isinstance(item, str) for item in found)
    ):
        raise unreadable(name)
    return tuple(found)


def number_in(body: Body, name: str) -> int:
    """Return a whole number."""
    found = body.get(name)
    if not isinstance(found, int) or isinstance(found, bool):
        raise unreadable(name)
    return found


def yes_in(body: Body, name: str, *, missing: bool = False) -> bool:
    """Return a yes or no."""
    found = body.get(name, missing)
    if not isinstance(found, bool):
        raise unreadable(name)
    return found


def word_in[W: StrEnum](body: Body, name: str, words: type[W]) -> W:
    """Return a word of a fixed list."""
    try:
        return words(text_in(body, name))
    except ValueError:
        raise unreadable(name) from None


def words_in[W: StrEnum](body: Body, name: str, words: type[W]) -> tuple[W, ...]:
    """Return words of a fixed list, each once."""
    try:
        return tuple(dict.fromkeys(words(text) for text in texts_in(body, name)))
    except ValueError:
        raise unreadable(name) from None


def maybe[T](body: Body, name: str, read: Callable[[Body, str], T]) -> T | None:
    """Return what a body holds under a name; None where there is nothing."""
    return None if body.get(name) is None else read(body, name)


def unreadable(field: str) -> Problem:
    """Return the problem of what cannot be read."""
    return Problem("viewing_unreadable", field=field)
