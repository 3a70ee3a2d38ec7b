"""Moments, cameras, and fragments that say when they are from; cheap to import."""

from datetime import UTC, datetime, timedelta

from custom_components.kuma_bouhan.vault.chunk import Fragment
from custom_components.kuma_bouhan.vault.vault import Vault

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
SECOND, MINUTE, HOUR, DAY = (
    timedelta(seconds=1),
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(days=1),
)
DOOR, YARD = "d0" * 16, "1a" * 16


def piece(start: datetime, size: int = 40_000, *, keyframe: bool = True) -> Fragment:
    """Return a fragment of ten seconds that says when it is from."""
    text = start.isoformat().encode()
    return Fragment((text * (size // len(text) + 1))[:size], start, 10 * SECOND, keyframe, start)


def open_apart(
    vault: Vault, camera: str, start: datetime, due: datetime | None, *, end: datetime | None = None
) -> str:
    """Open a slot that chunks can be wrapped under again, as a hold's; return its id."""
    return vault._parts.slots.open(camera, start, end or start + HOUR, due, apart=True).id
