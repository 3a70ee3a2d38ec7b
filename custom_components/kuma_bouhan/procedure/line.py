"""Secrets that come or go over plain http to another machine: who asks is told once, and says so.

Home Assistant can be used without encryption, and in many homes is. A passphrase then crosses the network readable.
Nobody is locked out of their own footage for it; but they know, and the book says that they knew.
"""

from ..guideline.custody import Line
from ..guideline.errors import Problem
from ..guideline.people import Act, Actor
from ..records.acts import PlainHttpAccepted
from ..records.entry import Phase
from .desk import Desk


def accepted(desk: Desk, actor: Actor) -> bool:
    """Say whether this person has taken note of it."""
    return actor.user_id in desk.registers.custody.plain_http


async def admit_secret(desk: Desk, act: Act, actor: Actor, line: Line) -> None:
    """Let an act pass with a secret that comes or goes this way, or raise plain_http_not_accepted before it is looked at."""
    await desk.allow(act, actor)
    if line is Line.SAFE or accepted(desk, actor):
        return
    if line is Line.PLAIN:
        raise Problem("plain_http_not_accepted")
    await desk.append(PlainHttpAccepted(), actor, Phase.NOTED)
