"""The acts about signs: 4(3), 運用基準例 6. Where it hangs and what it looked like is personal."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from ..guideline.signs import SignMeans
from .act import RecordedAct, personal


@dataclass(frozen=True, slots=True, kw_only=True)
class SignConfirmed(RecordedAct):
    """A camera's sign was seen to be there at `seen`. `photo` says that there is one: a JPEG, base64."""

    kind: ClassVar[str] = "sign_confirmed"

    camera: str
    means: SignMeans
    seen: datetime
    photo: bool = False
    place: str = personal()
    photo_jpeg: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignMissing(RecordedAct):
    """A camera's sign was seen not to be there, or not to be readable."""

    kind: ClassVar[str] = "sign_missing"

    camera: str
    means: SignMeans
    seen: datetime
    remarks: str = personal()


ABOUT_SIGNS = (SignConfirmed, SignMissing)
