"""Moments as the files hold them: whole microseconds since 1970 UTC, signed; 0 says "none"."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def micros(moment: datetime | None) -> int:
    """Return a moment as microseconds."""
    return 0 if moment is None else (moment - EPOCH) // _MICROSECOND


def length(duration: timedelta) -> int:
    """Return a length of time as microseconds."""
    return duration // _MICROSECOND


def moment(value: int) -> datetime:
    """Return the moment that microseconds stand for."""
    return EPOCH + timedelta(microseconds=value)


def moment_or_none(value: int) -> datetime | None:
    """Return the moment that microseconds stand for, or None for none."""
    return moment(value) if value else None
