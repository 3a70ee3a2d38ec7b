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
