"""How long a recorder waits for what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How long a recorder waits for what. Seconds; users always get the defaults."""

    check: float = 2.0
    """Between two looks at the invariants, at most."""
    first: float = 20.0
    """For the first picture, before NO_PICTURE is said."""
    quiet: float = 8.0
    """Silence, beyond two of the longest pieces, before NO_PICTURE is said."""
    stalled: float = 15.0
    """Silence, beyond two of the longest pieces, before the stream is begun anew."""
    lost: float = 30.0
    """The same before the first picture, and while the stream says it is unavailable."""
    answer: float = 10.0
    """For a camera's integration, a stream's worker or the disk to answer."""
    gather: float = 2.0
    """For footage to be written and synced together; with the part that is still on its way, what a
    power cut costs."""
    retry: float = 5.0
    """Between two attempts: to reach the camera, to write."""
    probe: float = 2.0
    """For a camera's address to answer."""
