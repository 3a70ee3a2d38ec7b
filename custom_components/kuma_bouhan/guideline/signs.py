"""The sign beside a camera, and what is known of it: 4(3), 運用基準例 6.

    never confirmed ──confirmed──▶ displayed ──the interval passes──▶ inspection due ──confirmed──▶ displayed
    any ──somebody, or the entity that knows, says that it is not there──▶ missing ──confirmed──▶ displayed

A sign is confirmed by somebody who stands before it, or by an entity that knows (a lit sign, an e-paper).
"""

from datetime import datetime, timedelta
from enum import StrEnum

SIGN_DAYS = 30
"""Days after which a sign is looked at again, unless the site says otherwise."""
SIGN_DAYS_AT_HOME = 365
LONGEST_SIGN_DAYS = 365
SEEN_WITHIN = timedelta(days=7)
"""What was seen longer ago says nothing of today."""
LARGEST_PHOTO = 40 * 1024
"""Bytes of a photo of a sign: enough to read it, and little to keep in the book."""
MOST_PHOTOS = 30
"""Photos that one person may enter on one day: enough to go round, and too few to fill a disk with."""

NEVER_CONFIRMED_AFTER = timedelta(days=7)
"""So long there is to hang a sign up beside a camera that was added, and to confirm it."""
OVERDUE_AT_HOME_AFTER = timedelta(days=30)
"""A home is reminded so late of a sign that is only to be looked at again."""
ENTITY_AT_MOST_EVERY = timedelta(hours=1)
"""An entity that flickers is not entered more often, but for a sign that is there again."""

_TAG = "kuma_bouhan-sign-"


def tag_of(camera: str) -> str:
    """Return what is written on the tag at a camera's sign."""
    return f"{_TAG}{camera}"


def camera_of_tag(tag: str) -> str | None:
    """Return the camera whose sign a tag is at; None where it is somebody else's."""
    return tag.removeprefix(_TAG) if tag.startswith(_TAG) else None


class SignState(StrEnum):
    """What is known of a camera's sign."""

    DISPLAYED = "displayed"
    INSPECTION_DUE = "inspection_due"
    MISSING = "missing"
    NEVER_CONFIRMED = "never_confirmed"

    @property
    def is_problem(self) -> bool:
        """Say whether the sign cannot be relied on."""
        return self is not SignState.DISPLAYED

    @property
    def lets_record(self) -> bool:
        """Say whether a site with the interlock records: a sign that is only to be looked at again still hangs there."""
        return self in {SignState.DISPLAYED, SignState.INSPECTION_DUE}


class SignTrouble(StrEnum):
    """What a person is told of by itself, where nobody asks."""

    MISSING = "missing"
    OVERDUE = "overdue"
    NEVER_CONFIRMED = "never_confirmed"


class SignMeans(StrEnum):
    """By what a sign was confirmed, or found missing."""

    PERSON = "person"
    """Somebody who looked."""
    TAG = "tag"
    """Somebody who scanned the tag at the sign."""
    ENTITY = "entity"
    """An entity that knows."""


def state(
    confirmed: datetime | None, missing: datetime | None, every: timedelta, now: datetime
) -> SignState:
    """Return what is known now; `confirmed` and `missing` are the last moments at which it was said to be so."""
    if missing is not None and (confirmed is None or missing >= confirmed):
        return SignState.MISSING
    if confirmed is None:
        return SignState.NEVER_CONFIRMED
    return SignState.DISPLAYED if now < confirmed + every else SignState.INSPECTION_DUE


def due(
    confirmed: datetime | None, missing: datetime | None, added: datetime, every: timedelta
) -> datetime:
    """Return by when somebody is to look: at once where it is missing, within days where it was never confirmed."""
    if missing is not None and (confirmed is None or missing >= confirmed):
        return missing
    return added + NEVER_CONFIRMED_AFTER if confirmed is None else confirmed + every


def trouble(state: SignState, due: datetime, now: datetime, *, at_home: bool) -> SignTrouble | None:
    """Return what there is to be told of a sign that is so, and was due then; a home is left in peace for longer."""
    match state:
        case SignState.MISSING:
            return SignTrouble.MISSING
        case SignState.INSPECTION_DUE if not at_home or now >= due + OVERDUE_AT_HOME_AFTER:
            return SignTrouble.OVERDUE
        case SignState.NEVER_CONFIRMED if now >= due:
            return SignTrouble.NEVER_CONFIRMED
    return None
