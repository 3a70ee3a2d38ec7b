"""The picture of a moment of permitted footage, for drawing on it what is to be masked: 4(4)ア.

Decoded by the worker that paints, one at a time. Who looks at pictures so is entered before the first is shown, and
again after `SHOWN_AGAIN`.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import datetime, timedelta

from ..guideline.errors import Problem
from ..guideline.people import Actor
from ..guideline.viewing import LONGEST_VIEWING
from ..masking.order import Order
from ..records.disclosure import PicturesShown
from ..records.entry import Phase
from ..vault.chunk import Record, Still
from ..vault.moments import micros
from .desk import Desk
from .disclosure import check_permitted
from .lock import Lock
from .painter import Spawn, at_work
from .permitted import footage, nearest, up_to

SHOWN_AGAIN = LONGEST_VIEWING


class Pictures:
    """Gives pictures to whoever may prepare a disclosure."""

    def __init__(self, desk: Desk, lock: Lock, spawned: Spawn) -> None:
        """Begin with nobody who looks. `spawned` starts the worker's process."""
        self._desk = desk
        self._lock = lock
        self._spawned = spawned
        self._one = asyncio.Lock()
        self._shown: dict[tuple[str | None, str | None, int, str], datetime] = {}

    async def still(self, actor: Actor, number: int, camera: str, at: datetime) -> bytes:
        """Return the picture (JPEG) that a moment shows: the last before it, or else the next.

        Problem: outside_permission, no_footage_in_span, masking_unavailable, masking_failed, masking_hung, and what `check_permitted` says.
        """
        async with self._one:  # whether they may is asked when it is their turn
            picture = await self._still(actor, number, camera, at)
        # Decoding takes its time: what was taken back meanwhile is not shown.
        await check_permitted(self._desk, actor, number)
        return picture

    async def _still(self, actor: Actor, number: int, camera: str, at: datetime) -> bytes:
        desk = self._desk
        scope = (await check_permitted(desk, actor, number)).scope
        if camera not in scope.cameras or not scope.start <= at < scope.end:
            raise Problem("outside_permission")
        player = desk.vault.playing.player(self._lock.opened(actor))
        try:
            began = await nearest(desk, player, camera, at, (scope.start, scope.end))
            stretches = await up_to(desk, player, camera, began)
            await self._enter(actor, number, camera)
            self._lock.used(actor)
            async with aclosing(footage(desk, player, stretches)) as records:
                return await self._picture(records, max(at, began))
        finally:
            player.close()

    async def _picture(self, records: AsyncGenerator[Record], at: datetime) -> bytes:
        first = await anext(records, None)
        if first is None:
            raise Problem("no_footage_in_span")
        if isinstance(first, Still):
            return first.data
        async with at_work(self._spawned) as painter:
            order = Order(picture_at=micros(at))
            async with aclosing(painter.through(order, _from(first, records))) as made:
                record = await anext(made)
        assert isinstance(record, Still)
        return record.data

    async def _enter(self, actor: Actor, number: int, camera: str) -> None:
        place, now = (actor.user_id, actor.session, number, camera), self._desk.clock.now()
        last = self._shown.get(place)
        if last is None or not timedelta(0) <= now - last < SHOWN_AGAIN:
            act = PicturesShown(number=number, camera=camera)
            await self._desk.append(act, actor, Phase.NOTED)
            self._shown[place] = now


async def _from(first: Record, records: AsyncGenerator[Record]) -> AsyncGenerator[Record]:
    yield first
    async for record in records:
        yield record
