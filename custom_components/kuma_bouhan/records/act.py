"""What every act is made of: public fields, personal ones that can be overwritten, long lists."""

from copy import copy
from dataclasses import dataclass, field
from typing import Any, ClassVar


def personal(blank: Any = "") -> Any:
    """Mark a field as personal data; it reads as `blank` once overwritten."""
    return field(metadata={"personal": True, "blank": blank})


def bulk() -> Any:
    """Mark a sequence that is long and rarely read: it is decoded each time it is iterated."""
    return field(metadata={"bulk": True}, default=())


def blank(metadata: Any) -> Any:
    """Return what a personal field reads as once it has been overwritten."""
    return copy(metadata["blank"])


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAct:
    """An act that can be entered in the book."""

    kind: ClassVar[str]
    version: ClassVar[int] = 1

    @classmethod
    def upgrade(cls, version: int, fields: dict[str, Any]) -> dict[str, Any]:
        """Return the stored fields of an older version as this version would have stored them."""
        raise ValueError(f"{cls.kind} has no version {version}")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownAct(RecordedAct):
    """An act of a kind or version that this software does not know; nothing of it is lost."""

    kind: ClassVar[str] = "unknown"

    was: str
    was_version: int
    public: dict[str, Any]
    bulk: bytes
    private: dict[str, Any]
