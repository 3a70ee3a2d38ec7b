"""What a deed and a section are."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from ..guideline.people import Actor
from ..site import Site
from ..views import Body

type Told = dict[str, Any]
type Tell = Callable[[Site, Actor, str], Awaitable[Told]]
"""Answers what there is of a theme, in a language where it has sentences, for who may see it; raises `Problem`. Names and reasons go to the caller alone."""


@dataclass(frozen=True, slots=True)
class Deed:
    """An act that comes by POST."""

    run: Callable[[Site, Actor, Body], Awaitable[Told]]
    """Takes a JSON object, answers one; raises `Problem`."""
    decides: bool = False
    """Whether a passphrase may come with it."""
