"""Whether a camera's sign hangs there: 4(3), 運用基準例 6. Its states are in `guideline.signs`.

Whoever has an office says what they saw, in person or by scanning the tag at the sign. Where an entity knows (a lit sign, an
e-paper), the site itself enters what it says: when that changes, and again before the sign would be looked at next.

Invariants:
1. Nothing is said of what lies ahead, nor of what was seen longer ago than `SEEN_WITHIN`.
2. What an entity says is entered when it says something else than before, and what it says no more often than `ENTITY_AT_MOST_EVERY`:
   what a person has said since stands until then. Only that it shows the sign again, which it alone missed, waits for nothing.
3. With the interlock a camera records only while its sign was confirmed and nobody has found it missing since. A damaged book
   that says neither keeps no camera from recording: nobody could confirm anything in it.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..guideline.duties import Duty, DutyKind
from ..guideline.errors import Problem
from ..guideline.jpeg import is_jpeg, without_notes
from ..guideline.people import ITSELF, Act, Actor
from ..guideline.settings import CameraSettings, Profile
from ..guideline.signs import (
    ENTITY_AT_MOST_EVERY,
    LARGEST_PHOTO,
    MOST_PHOTOS,
    SEEN_WITHIN,
    SIGN_DAYS,
    SignMeans,
    SignState,
    SignTrouble,
    due,
    trouble,
)
from ..records.book import BookState
from ..records.entry import Phase
from ..records.sign import SignConfirmed, SignMissing
from ..records.signs import Sign
from . import entered
from .desk import Desk
from .protection import stripped

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignItem:
    """A camera's sign as it is shown: texts are empty once they have been overwritten."""

    settings: CameraSettings
    sign: Sign
    state: SignState
    due: datetime
    where: str
    remarks: str
    """Of who found it missing."""
    photo: bool


# What is known -----------------------------------------------------------------------------------


def every(desk: Desk) -> timedelta:
    """Return how often a sign is looked at."""
    settings = desk.registers.settings
    return (settings.sign_days if settings else SIGN_DAYS) * _DAY


def state_of(desk: Desk, camera: str) -> SignState:
    """Return what is known of a camera's sign now."""
    return desk.registers.signs.of(camera).state(every(desk), desk.clock.now())


def due_of(desk: Desk, camera: str) -> datetime:
    """Return by when somebody is to look at a camera's sign."""
    sign, known = desk.registers.signs.of(camera), desk.registers.cameras.get(camera)
    added = known.added if known else desk.clock.now()
    return due(sign.confirmed, sign.missing, added, every(desk))


def lets_record(desk: Desk, camera: str) -> bool:
    """Say whether a camera may record, as far as its sign goes: always, unless the site chose otherwise."""
    settings = desk.registers.settings
    if settings is None or not settings.sign_interlock:
        return True
    known = state_of(desk, camera)
    unknown = known is SignState.NEVER_CONFIRMED and desk.book.state is BookState.DAMAGED
    return known.lets_record or unknown


def trouble_of(desk: Desk, camera: str) -> SignTrouble | None:
    """Return what a person has to be told of a camera's sign, if anything."""
    settings, now = desk.registers.settings, desk.clock.now()
    at_home = settings is not None and settings.profile is Profile.HOME
    return trouble(state_of(desk, camera), due_of(desk, camera), now, at_home=at_home)


def duties(desk: Desk) -> Iterator[Duty]:
    """Yield when each sign is to be looked at."""
    for camera in desk.registers.standing_cameras():
        yield Duty(
            kind=DutyKind.SIGN, due=due_of(desk, camera), act=Act.CONFIRM_SIGN, camera=camera
        )


async def listed(desk: Desk, actor: Actor) -> tuple[SignItem, ...]:
    """Return the signs of the cameras that there are, for whoever has an office."""
    await desk.allow(Act.CONFIRM_SIGN, actor)
    return await desk.run(_listed, desk)


def _listed(desk: Desk) -> tuple[SignItem, ...]:
    return tuple(_item(desk, settings) for settings in desk.registers.standing_cameras().values())


def _item(desk: Desk, settings: CameraSettings) -> SignItem:
    camera = settings.camera
    sign = desk.registers.signs.of(camera)
    return SignItem(
        settings=settings,
        sign=sign,
        state=state_of(desk, camera),
        due=due_of(desk, camera),
        where=_personal(desk, sign.placed_by, "place"),
        remarks=_personal(desk, sign.missing_by, "remarks"),
        photo=bool(_personal(desk, sign.photo_by, "photo_jpeg")),
    )


async def photo(desk: Desk, actor: Actor, camera: str) -> bytes:
    """Return the last photo of a camera's sign, a JPEG. Problem: sign_photo_none."""
    await desk.allow(Act.CONFIRM_SIGN, actor)
    by = desk.registers.signs.of(camera).photo_by
    kept = await desk.run(_personal, desk, by, "photo_jpeg")
    if not kept:
        raise Problem("sign_photo_none")
    return b64decode(kept)


def _personal(desk: Desk, seq: int | None, name: str) -> str:
    """Return a text of an act, read from the book; nothing where there is no act, or it was overwritten."""
    return "" if seq is None else str(getattr(desk.book.entry(seq).act, name, ""))


# Saying what was seen ----------------------------------------------------------------------------


async def confirm(
    desk: Desk,
    actor: Actor,
    camera: str,
    *,
    means: SignMeans = SignMeans.PERSON,
    seen: datetime | None = None,
    place: str = "",
    photo: bytes = b"",
) -> None:
    """Enter that a camera's sign hangs there: seen now, unless said otherwise; where, and a photo (JPEG) of it.

    Problem: unknown_camera, sign_seen_in_future, sign_seen_too_early (days), text_too_long, sign_photo_too_large (most),
    sign_photo_not_jpeg, sign_photos_too_many (most).
    """
    await desk.allow(Act.CONFIRM_SIGN, actor)
    _check_camera(desk, camera)
    (where,) = stripped(place)
    _check_photo(photo)
    photo = without_notes(photo) if photo else photo
    act = SignConfirmed(
        camera=camera,
        means=means,
        seen=_seen(desk, seen),
        photo=bool(photo),
        place=where,
        photo_jpeg=b64encode(photo).decode(),
    )
    async with desk.deciding:  # so that no other photo comes between the count and the act
        if photo:
            _check_count(desk, actor)
        await desk.append(act, actor, Phase.NOTED)


async def missing(
    desk: Desk, actor: Actor, camera: str, *, seen: datetime | None = None, remarks: str = ""
) -> None:
    """Enter that a camera's sign is not there, or cannot be read.

    Problem: unknown_camera, sign_seen_in_future, sign_seen_too_early (days), text_too_long.
    """
    await desk.allow(Act.CONFIRM_SIGN, actor)
    _check_camera(desk, camera)
    (text,) = stripped(remarks)
    act = SignMissing(camera=camera, means=SignMeans.PERSON, seen=_seen(desk, seen), remarks=text)
    await desk.append(act, actor, Phase.NOTED)


def is_news(desk: Desk, camera: str, *, shown: bool) -> bool:
    """Say whether what an entity says of a camera's sign is to be entered now."""
    sign, now = desk.registers.signs.of(camera), desk.clock.now()
    said = sign.said
    if not desk.book.writable or camera not in desk.registers.standing_cameras():
        return False
    if said is not None and now < said.at + ENTITY_AT_MOST_EVERY:
        # A lit sign that starts again says for a moment that it is off: no camera is kept from recording for an hour by that.
        return shown and not said.shown and sign.missing_by == said.by
    if said is None or said.shown is not shown:
        return True
    # It says what it said before. A person who found the sign missing since saw more than it does.
    soon = now + ENTITY_AT_MOST_EVERY
    return shown and sign.state(every(desk), soon) is SignState.INSPECTION_DUE


async def enter_entity(desk: Desk, camera: str, *, shown: bool) -> None:
    """Enter, for the site itself, what an entity says of a camera's sign, where that is news."""
    if not is_news(desk, camera, shown=shown):
        return
    now, means = desk.clock.now(), SignMeans.ENTITY
    act: SignConfirmed | SignMissing = SignMissing(camera=camera, means=means, seen=now, remarks="")
    if shown:
        act = SignConfirmed(camera=camera, means=means, seen=now, place="", photo_jpeg="")
    await desk.append(act, ITSELF, Phase.NOTED)


def _check_camera(desk: Desk, camera: str) -> None:
    if camera not in desk.registers.standing_cameras():
        raise Problem("unknown_camera")


def _check_photo(photo: bytes) -> None:
    if len(photo) > LARGEST_PHOTO:
        raise Problem("sign_photo_too_large", most=LARGEST_PHOTO // 1024)
    if photo and not is_jpeg(photo):
        raise Problem("sign_photo_not_jpeg")


def _check_count(desk: Desk, actor: Actor) -> None:
    today = desk.clock.now().astimezone(desk.zone).date().isoformat()
    if desk.registers.signs.photos_on(actor.user_id or "", today) >= MOST_PHOTOS:
        raise Problem("sign_photos_too_many", most=MOST_PHOTOS)


def _seen(desk: Desk, seen: datetime | None) -> datetime:
    now = desk.clock.now()
    if seen is None:
        return now
    seen = entered.past(desk, seen, "sign_seen_in_future")
    if seen < now - SEEN_WITHIN:
        raise Problem("sign_seen_too_early", days=SEEN_WITHIN.days)
    return seen
