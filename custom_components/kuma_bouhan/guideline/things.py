"""Custody of things: where footage physically is, behind which lock: 4(4)ウ, 運用基準例 4(1), 4(3).

録画した画像の保管場所は、運用責任者が施錠できる設備内. Taking a medium out (持ち出し), for a repair too, needs a permission and an entry.

    taking out: requested ──permitted──▶ permitted ──taken──▶ out ──returned──▶ back
                requested ──denied──▶ denied
"""

from datetime import timedelta
from enum import StrEnum

CHECK_EVERY = timedelta(days=365)
"""After which custody is looked at again."""
INSPECTION_EVERY = timedelta(days=30)
"""After which operators inspect what is kept (保存状況の点検)."""
QUIET_INSPECTION_EVERY = timedelta(days=365)
"""After which they do in a home, which is asked once a year."""
MEDIA_INSPECTION_EVERY = timedelta(days=365)
"""After which media are inspected, everywhere."""
COPIES_LOOK_EVERY = timedelta(days=365)
"""After which somebody looks again where else a camera's pictures are kept."""
FIRST_COPIES_LOOK = timedelta(days=30)
"""After a camera is added somebody looks for the first time within this."""
LONGEST_COPY_DAYS = 3650
"""Days that pictures may be said to be kept elsewhere."""


class ThingKind(StrEnum):
    """What footage, or a key to it, is on."""

    HOST = "host"
    """The machine that Home Assistant runs on."""
    DISK = "disk"
    """The disk that the vault is on."""
    BACKUP = "backup"
    """Where backups lie."""
    RECOVERY_PAPER = "recovery_paper"
    """The printed recovery code."""
    MEDIUM = "medium"
    """A medium with a copy."""
    OTHER = "other"


GUARDED = frozenset({ThingKind.HOST, ThingKind.DISK, ThingKind.BACKUP})
"""What has to be kept from being stolen, always: 4(4)ウ ※, 記録媒体やパソコンの盗難防止のための措置."""


class TakingState(StrEnum):
    """How far a taking out has come."""

    REQUESTED = "requested"
    DENIED = "denied"
    OUT = "out"
    BACK = "back"


class CopyKind(StrEnum):
    """Where else a camera's pictures are kept."""

    SD_CARD = "sd_card"
    NVR = "nvr"
    CLOUD = "cloud"
    OTHER = "other"


class Method(StrEnum):
    """How a medium was made unreadable: 破砕のうえ、廃棄, 裁断."""

    CRUSHED = "crushed"
    SHREDDED = "shredded"
    DRILLED = "drilled"
    BY_A_SERVICE = "by_a_service"
    """By somebody who gave a certificate."""


class Inspection(StrEnum):
    """What operators inspect: 画像データの保存状況の点検, and the media."""

    RETENTION = "retention"
    MEDIA = "media"
