"""What a site and its cameras have settled: the answers the operating standard is made of."""

from dataclasses import asdict, dataclass
from datetime import time
from enum import StrEnum
from typing import Any, Self

from .complaints import ANSWER_DAYS, CLOSING_DAYS
from .people import FourEyes, Role
from .recording import Hours
from .signs import SIGN_DAYS


class Profile(StrEnum):
    """Who runs the cameras; fills in the rest."""

    HOME = "home"
    SMALL_BUILDING = "small_building"
    ASSOCIATION = "association"


class OwnerKind(StrEnum):
    """Whether the site owner is one person or a body that a person acts for."""

    PERSON = "person"
    BODY = "body"


class CaptureMode(StrEnum):
    """How footage is taken from the camera."""

    STREAM = "stream"
    STILLS = "stills"


DEFAULT_RETENTION_DAYS = {
    Profile.HOME: 7,
    Profile.SMALL_BUILDING: 7,
    Profile.ASSOCIATION: 7,
}
"""Days kept unless the site says otherwise; associations and street cameras keep 7."""
DISCLOSURE_YEARS = 5
COMPLAINT_YEARS = 3
"""Years that names and reasons stay in the book, unless the site says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """One site: whose cameras, what for, how long. 運用基準例 1, 3(2), 4(2), 7."""

    profile: Profile
    facility: str
    owner_kind: OwnerKind = OwnerKind.PERSON
    owner_name: str = ""
    manager_title: str = ""
    purpose: str = ""
    crimes: str = ""
    contact: str = ""
    retention_days: int = 7
    disclosure_years: int = DISCLOSURE_YEARS
    """Years that disclosures stay in the book with their names, and what explains them."""
    complaint_years: int = COMPLAINT_YEARS
    """Years that complaints and inquiries do."""
    four_eyes: frozenset[FourEyes] = frozenset()
    """What nobody decides who asked for it themselves."""
    approver: Role = Role.MANAGER
    """Who approves extensions, 運用基準例 4(2): the manager or the site owner."""
    written_request: bool = True
    """Whether police and fire service are asked for a paper: this site's rule, not the law's."""
    permission_afterwards: bool = False
    """Whether footage may be handed over before it is permitted: a departure from 運用基準例 5(2)."""
    sign_days: int = SIGN_DAYS
    """Days after which a sign is looked at again, 4(3)."""
    sign_interlock: bool = False
    """Whether a camera without a confirmed sign does not record, 4(3)."""
    answer_days: int = ANSWER_DAYS
    """Days until the first answer to a complaint or inquiry, 4(5)."""
    closing_days: int = CLOSING_DAYS
    """Days until it is settled."""
    rules_by: str = ""
    """Who settles what the standard does not say, 運用基準例 8."""

    def as_dict(self) -> dict[str, Any]:
        """Return plain values, for storage."""
        return asdict(self) | {"four_eyes": sorted(self.four_eyes)}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """Read what `as_dict` wrote; what it does not know is left aside."""
        known = {name: data[name] for name in cls.__slots__ if name in data}
        known["profile"] = Profile(known["profile"])
        known["owner_kind"] = OwnerKind(known.get("owner_kind", OwnerKind.PERSON))
        known["four_eyes"] = frozenset(map(FourEyes, known.get("four_eyes", ())))
        known["approver"] = Role(known.get("approver", Role.MANAGER))
        return cls(**known)


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraSettings:
    """One camera under these rules. 運用基準例 2.

    `camera` is this camera's own id (32 hex digits), which survives renames of its
    source and removal of the integration. `source` is the id of the source entity in the
    entity registry where it has one, else its entity id. `voluntary` marks a camera that
    is outside the guideline (2(1)) and was put under it of the site's own will.
    """

    camera: str
    source: str
    place: str
    view: str = ""
    hours: Hours | None = None
    retention_days: int | None = None
    mode: CaptureMode = CaptureMode.STREAM
    still_interval: int = 5
    audio: bool = False
    voluntary: bool = False
    sign_entity: str | None = None
    """The id of an entity that knows whether the sign is there: on is there, off is missing."""

    @property
    def hears(self) -> bool:
        """Say whether sound is recorded: stills have none, whatever `audio` says."""
        return self.audio and self.mode is CaptureMode.STREAM

    def as_dict(self) -> dict[str, Any]:
        """Return plain values, for storage."""
        data = {name: getattr(self, name) for name in self.__slots__}
        if self.hours is not None:
            data["hours"] = {
                "start": self.hours.start.isoformat("minutes"),
                "end": self.hours.end.isoformat("minutes"),
                "weekdays": sorted(self.hours.weekdays),
            }
        return data

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """Read what `as_dict` wrote; what it does not know is left aside."""
        known = {name: data[name] for name in cls.__slots__ if name in data}
        if hours := known.get("hours"):
            known["hours"] = Hours(
                time.fromisoformat(hours["start"]),
                time.fromisoformat(hours["end"]),
                frozenset(hours["weekdays"]),
            )
        known["mode"] = CaptureMode(known.get("mode", CaptureMode.STREAM))
        return cls(**known)


def days_kept(site: SiteSettings, camera: CameraSettings) -> int:
    """Return the days this camera's footage is kept."""
    return camera.retention_days or site.retention_days
