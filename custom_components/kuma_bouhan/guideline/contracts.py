"""Contractors: why, under which clause, until when, and what they gave back: 4(6).

画像データは、設置者が責任を持って直接管理することが原則です: so it is asked why that cannot be. Cloud storage counts.

    made ──its last day passes, or ended early──▶ over ──return or destruction certified──▶ settled
"""

from enum import StrEnum


class Task(StrEnum):
    """What a contractor does."""

    BUILDING = "building"
    """施設管理."""
    GUARDING = "guarding"
    """警備."""
    MAINTENANCE = "maintenance"
    """Of cameras, recorders, the network."""
    CLOUD = "cloud"
    """Storage or processing elsewhere."""
    OTHER = "other"


class ContractState(StrEnum):
    """How a contract stands."""

    RUNNING = "running"
    OVER = "over"
    """Over, and not certified yet what became of what they had."""
    SETTLED = "settled"


class Certified(StrEnum):
    """What became of what a contractor had."""

    NOTHING_HELD = "nothing_held"
    """They never had footage, a key or a medium of their own."""
    RETURNED = "returned"
    DESTROYED = "destroyed"
