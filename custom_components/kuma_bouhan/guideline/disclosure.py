"""Giving footage to others: 4(4)ア, 運用基準例 5, 参考様式2.

On one of the three grounds, after a permission, and recorded; nothing else. A seizure by warrant is recorded and never
gated. Whoever asks for footage of themselves (開示請求, APPI 33) is asked for no ground and refused by a person only: the
site answers whether it is obliged, and where it is, that is ground LAW, and others in the picture are masked.
"""

from datetime import timedelta
from enum import StrEnum

AFTERWARDS = timedelta(hours=24)
"""Where the site lets footage be permitted afterwards: within this."""
DOWNLOAD_DUE = timedelta(hours=24)
"""A copy in a browser's folder is to be deleted, and that confirmed, within this."""


class Asks(StrEnum):
    """What kind of request it is."""

    DISCLOSURE = "disclosure"
    ACCESS = "access"
    """開示請求: a person asks for footage of themselves."""
    SEIZURE = "seizure"
    """差押え: recorded afterwards."""


class Danger(StrEnum):
    """What an emergency threatens, 4(4)ア(イ)."""

    LIFE = "life"
    BODY = "body"
    PROPERTY = "property"


class Answer(StrEnum):
    """What the site says to a question of law that nobody decides for it."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class CopyForm(StrEnum):
    """In which form a copy was taken out."""

    PACKAGE = "package"
    SEALED_PACKAGE = "sealed_package"
    """The package, under a passphrase."""
    VIDEO = "video"
    """One file alone, for the officer at the door."""


class Medium(StrEnum):
    """On what a copy was handed over."""

    USB = "usb"
    DISC = "disc"
    ONLINE = "online"
    OTHER = "other"


class Duty(StrEnum):
    """What becomes of the copy that was handed over."""

    RETURN = "return"
    DESTRUCTION = "destruction"
    NONE = "none"
    """The recipient keeps it, as evidence is kept."""


class Fate(StrEnum):
    """What was confirmed of a copy."""

    RETURNED = "returned"
    DESTROYED = "destroyed"
    DELETED = "deleted"
    """From the folder that a browser saved it to."""
