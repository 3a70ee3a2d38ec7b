"""From what was permitted to the last copy: preparing, downloading, handing over, and following copies up, 運用基準例 5(2).

    permitted ──prepared──▶ prepared ──handed over, at a minute──▶ provided ──every copy confirmed──▶ closed
                    └──downloaded (any number of times): a copy, due within DOWNLOAD_DUE──▶ confirmed deleted

Who: prepares and downloads, whoever may view (`PREPARE_DISCLOSURE`); hands over and follows up, also the site owner
(`PROVIDE_FOOTAGE`, `FOLLOW_COPIES`). A seizure by warrant is recorded, never gated, and is in no state but its own.

Invariants:
1. Nothing is prepared, downloaded or handed over without what `disclosure.check_permitted` looks at; export asks it before
   it decrypts anything. What was handed over while a permission stood is entered later all the same.
2. A copy stands in the book before its first byte leaves (`enter_download`), and stays a duty until its end is confirmed,
   whatever becomes of the request.
3. The hand-over ends the hold: form 1 goes as far as form 2 needs it.
"""

from dataclasses import dataclass
from datetime import date as Date, datetime, timedelta

from ..guideline.application import LONGEST_LINE, Recipient, check_lengths
from ..guideline.disclosure import AFTERWARDS, DOWNLOAD_DUE, CopyForm, Duty, Fate, Medium
from ..guideline.errors import Problem
from ..guideline.extension import PERMITTED_FOR, kept_until
from ..guideline.people import Act, Actor
from ..guideline.viewing import Scope
from ..records.disclosure import (
    CopyConfirmed,
    CopyDownloaded,
    DisclosurePrepared,
    DisclosureProvided,
    FootageSeized,
)
from ..records.disclosure_state import Copy, Disclosure, DisclosureState
from .desk import Desk
from .disclosure import check_permitted, known
from .disclosure_effects import carry_out

MOST_COPIES = 99
_FATES = {
    True: frozenset({Fate.DELETED}),
    False: frozenset({Fate.RETURNED, Fate.DESTROYED}),
}
"""What can be confirmed of a downloaded copy, and of one that was handed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """How footage was handed over. `due` is the last day on which a copy is to be returned or destroyed."""

    at: datetime
    medium: Medium
    copies: int
    receipt: bool
    duty: Duty
    due: Date | None = None
    medium_text: str = ""
    received_by: str = ""
    """Who took it, where it is somebody else than the recipient of the request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seizure(Recipient):
    """What was seized, when, and on which warrant."""

    at: datetime
    scope: Scope
    document: str = ""
    document_number: str = ""
    content: str = ""
    remarks: str = ""


# Preparing and downloading: called by the export ------------------------------------------------


async def enter_prepared(
    desk: Desk, actor: Actor, number: int, *, manifest: str, files: int, size: int, masked: bool
) -> Disclosure:
    """Enter that a package was put together; again only where it is another one.

    Problem: masks_missing, and as `check_permitted`.
    """
    act = DisclosurePrepared(
        number=number, manifest=manifest, files=files, bytes=size, masked=masked
    )

    async def settle() -> DisclosurePrepared:
        found = await check_permitted(desk, actor, number)
        if found.to_be_masked and not masked:
            raise Problem("masks_missing")
        return act

    found = await check_permitted(desk, actor, number)
    if found.prepared is None or found.prepared.manifest != manifest:
        await desk.decide(actor, settle)
    return known(desk, number)


async def enter_download(
    desk: Desk, actor: Actor, number: int, form: CopyForm, size: int
) -> CopyDownloaded:
    """Enter that a copy leaves, before its first byte does; say by when it is to be deleted.

    Problem: not_prepared, masks_missing, and as `check_permitted`.
    """

    async def settle() -> CopyDownloaded:
        found = await check_permitted(desk, actor, number)
        if found.prepared is None:
            raise Problem("not_prepared")
        if found.to_be_masked and not found.prepared.masked:
            raise Problem("masks_missing")
        return CopyDownloaded(
            number=number,
            copy=len(found.copies) + 1,
            form=form,
            bytes=size,
            due=desk.clock.now() + DOWNLOAD_DUE,
        )

    return await desk.decide(actor, settle)


# Handing over -----------------------------------------------------------------------------------


async def provide(desk: Desk, actor: Actor, number: int, handover: Handover) -> None:
    """Enter the hand-over (提供日時 and the rest of form 2); the hold ends with it.

    Problem: request_unknown, not_prepared, provided_already, request_withdrawn, request_denied, permission_over, permission_overdue,
    names_erased, moment_in_future, handover_too_early, copies_out_of_range, medium_text_missing, due_missing, due_too_early,
    text_too_long, clock_not_trusted.
    """

    async def settle() -> DisclosureProvided:
        await desk.allow(Act.PROVIDE_FOOTAGE, actor)
        desk.clock.check()
        found = known(desk, number)
        at = to_the_minute(handover.at)
        _check_moment(desk, at)
        _check_provided(desk, found, at)
        due = _due(desk, handover, at)
        return DisclosureProvided(
            number=number,
            at=at,
            medium=handover.medium,
            copies=handover.copies,
            receipt=handover.receipt,
            duty=handover.duty,
            due=due,
            medium_text=handover.medium_text.strip(),
            received_by=handover.received_by.strip(),
        )

    await carry_out(desk, actor, settle)


def _check_provided(desk: Desk, found: Disclosure, at: datetime) -> None:
    """Raise `Problem` where no permission covers a hand-over at this minute."""
    now = desk.clock.now()
    match found.state(now):
        case DisclosureState.PROVIDED | DisclosureState.CLOSED:
            raise Problem("provided_already")
        case DisclosureState.WITHDRAWN:
            raise Problem("request_withdrawn")
        case DisclosureState.DENIED:
            raise Problem("request_denied")
    if found.prepared is None or found.first_prepared is None:
        raise Problem("not_prepared")
    if not found.named:
        raise Problem("names_erased")
    if at < to_the_minute(found.first_prepared):
        raise Problem("handover_too_early")
    permission = found.permission
    if permission is not None and permission.until is not None and permission.until <= at:
        raise Problem("permission_over", days=PERMITTED_FOR.days)
    if found.permission_due is not None and found.permission_due <= at:
        raise Problem("permission_overdue", hours=AFTERWARDS // timedelta(hours=1))


def _due(desk: Desk, handover: Handover, at: datetime) -> datetime | None:
    """Return when the copies are to be back or destroyed, after looking at what was written down."""
    if not 1 <= handover.copies <= MOST_COPIES:
        raise Problem("copies_out_of_range", most=MOST_COPIES)
    if handover.medium is Medium.OTHER and not handover.medium_text.strip():
        raise Problem("medium_text_missing")
    if max(len(handover.medium_text), len(handover.received_by)) > LONGEST_LINE:
        raise Problem("text_too_long")
    if handover.duty is Duty.NONE:
        return None
    if handover.due is None:
        raise Problem("due_missing")
    due = kept_until(handover.due, desk.zone)
    if due <= at:
        raise Problem("due_too_early")
    return due


# Following copies up ----------------------------------------------------------------------------


async def confirm(
    desk: Desk,
    actor: Actor,
    number: int,
    copy: int | None,
    fate: Fate,
    at: datetime | None = None,
) -> None:
    """Enter what became of a copy; `copy` None is what was handed over, all of it.

    Problem: request_unknown, copy_unknown, copy_confirmed, fate_of_other_copy, moment_in_future, moment_too_early.
    """

    async def settle() -> CopyConfirmed:
        await desk.allow(Act.FOLLOW_COPIES, actor)
        found = known(desk, number)
        one = found.provided if copy is None else _copy(found, copy)
        if one is None:
            raise Problem("copy_unknown")
        if one.fate is not None:
            raise Problem("copy_confirmed")
        if fate not in _FATES[copy is not None]:
            raise Problem("fate_of_other_copy")
        moment = to_the_minute(desk.clock.now() if at is None else at)
        _check_moment(desk, moment)
        if moment < to_the_minute(one.at):
            raise Problem("moment_too_early")
        return CopyConfirmed(number=number, copy=copy, fate=fate, at=moment)

    await desk.decide(actor, settle)


def _copy(found: Disclosure, copy: int) -> Copy | None:
    return next((one for one in found.copies if one.copy == copy), None)


async def record_seizure(desk: Desk, actor: Actor, seizure: Seizure) -> int:
    """Enter what was seized by warrant; return its number. It is recorded, never gated.

    Problem: no_cameras, span_empty, unknown_camera, affiliation_missing, moment_in_future, text_too_long.
    """

    async def settle() -> FootageSeized:
        await desk.allow(Act.FOLLOW_COPIES, actor)
        if not seizure.scope.cameras:
            raise Problem("no_cameras")
        if seizure.scope.start >= seizure.scope.end:
            raise Problem("span_empty")
        if any(camera not in desk.registers.cameras for camera in seizure.scope.cameras):
            raise Problem("unknown_camera")
        if not seizure.affiliation.strip():
            raise Problem("affiliation_missing")
        check_lengths(seizure)
        at = to_the_minute(seizure.at)
        _check_moment(desk, at)
        return FootageSeized(
            number=desk.registers.requests.next_number,
            at=at,
            cameras=seizure.scope.cameras,
            start=seizure.scope.start,
            end=seizure.scope.end,
            affiliation=seizure.affiliation.strip(),
            title=seizure.title.strip(),
            name=seizure.name.strip(),
            contact=seizure.contact.strip(),
            document=seizure.document.strip(),
            document_number=seizure.document_number.strip(),
            content_text=seizure.content.strip(),
            remarks=seizure.remarks.strip(),
        )

    return (await desk.decide(actor, settle)).number


def to_the_minute(moment: datetime) -> datetime:
    """Return the minute that a moment falls into, as form 2 writes it."""
    return moment.replace(second=0, microsecond=0)


def _check_moment(desk: Desk, moment: datetime) -> None:
    if moment > desk.clock.now():
        raise Problem("moment_in_future")
