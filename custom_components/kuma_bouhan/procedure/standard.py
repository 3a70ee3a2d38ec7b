"""The operating standard: written from what is settled, added to, adopted, and left behind: 4(1), 別紙.

    settled ──adopted (運用基準の制定)──▶ in force ──a setting changes──▶ left (drifted) ──adopted anew, or changed back──▶ in force

Invariants:
1. What is adopted is the text that the person saw: its digest has to be that of the text there is (standard_changed).
2. An edition keeps its whole text in the book; the Japanese one is what counts.
3. Who may, stands in the table: everybody in an office reads it, `Act.WRITE_STANDARD` adds to it and adopts it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date as Date, datetime, time, timedelta

from ..documents.standard import (
    Difference,
    Settled,
    Standard,
    Watched,
    differences,
    digest,
    fingerprint,
    read,
    standard,
    stored,
)
from ..documents.words import Words
from ..guideline.duties import Duty, DutyKind
from ..guideline.errors import Problem
from ..guideline.people import Act, Actor, Role
from ..guideline.settings import CameraSettings, CaptureMode, SiteSettings
from ..guideline.standard import LONGEST_CLAUSE, Adoption
from ..guideline.things import ThingKind
from ..records.standard import ClausesWritten, StandardAdopted
from ..records.standards import Adopted
from ..records.thing import ThingNoted
from .desk import Desk
from .protection import stripped

FIRST_WITHIN = timedelta(days=30)
"""After its founding a site adopts its first edition."""
ADOPTED_IN = "ja"
"""The language of the text that is adopted."""
_MEDIA = frozenset({ThingKind.HOST, ThingKind.DISK, ThingKind.BACKUP, ThingKind.MEDIUM})
"""Things that footage is on; of a key to it the standard says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What the text rests on: facts of the registers, and acts (`seq`) whose personal part it quotes."""

    settings: SiteSettings | None
    cameras: tuple[CameraSettings, ...]
    manager_title: str
    officer: str | None
    media: tuple[int, ...]
    clauses: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The standard as it is shown: what follows from the settings now, and what was adopted last."""

    live: Standard
    digest: str
    adopted: Adopted | None
    remarks: str
    drifted: bool
    """Whether the settings have left what was adopted."""
    differences: tuple[Difference, ...]
    """Since it was adopted; none where it was overwritten."""


def basis(desk: Desk) -> Basis:
    """Return what the text rests on now. Reads no book."""
    registers, now = desk.registers, desk.clock.now()
    settings = registers.settings
    titles = [one.title for one in registers.holders(Role.MANAGER, now)]
    officers = registers.holders(Role.COMPLAINT_OFFICER, now)
    officer = "、".join(dict.fromkeys(filter(None, (one.title for one in officers))))
    return Basis(
        settings=settings,
        cameras=tuple(registers.standing_cameras().values()),
        manager_title=(settings and settings.manager_title) or next(iter(titles), ""),
        officer=officer if officers else None,
        media=tuple(one.seq for one in registers.things.by_id.values() if one.what in _MEDIA),
        clauses=registers.standards.clauses,
    )


def written(desk: Desk, rests_on: Basis, language: str) -> Standard:
    """Return the text that follows from what is settled. Blocking: it reads the book."""
    return standard(Words(language), settled(desk, rests_on))


def settled(desk: Desk, rests_on: Basis) -> Settled:
    """Return what is settled of what the standard says. Blocking. Problem: site_not_running."""
    settings = rests_on.settings
    if settings is None:
        raise Problem("site_not_running")
    return Settled(
        facility=settings.facility,
        owner=settings.owner_name,
        purpose=settings.purpose,
        crimes=settings.crimes,
        contact=settings.contact,
        manager_title=rests_on.manager_title,
        days=settings.retention_days,
        approver=settings.approver,
        afterwards=settings.permission_afterwards,
        sign_days=settings.sign_days,
        sign_interlock=settings.sign_interlock,
        answer_days=settings.answer_days,
        closing_days=settings.closing_days,
        officer=rests_on.officer,
        rules_by=settings.rules_by,
        kept_at=tuple(dict.fromkeys(filter(None, _places(desk, rests_on)))),
        cameras=tuple(_watched(settings, one) for one in rests_on.cameras),
        clauses=clauses(desk, rests_on.clauses),
    )


def _places(desk: Desk, rests_on: Basis) -> Iterator[str]:
    for seq in rests_on.media:
        act = desk.book.entry(seq).act
        if isinstance(act, ThingNoted):
            yield act.place.strip()


def _watched(settings: SiteSettings, camera: CameraSettings) -> Watched:
    own = camera.retention_days
    return Watched(
        place=camera.place,
        view=camera.view,
        hours=camera.hours,
        days=own if own != settings.retention_days else None,
        audio=camera.hears,
        stills=camera.still_interval if camera.mode is CaptureMode.STILLS else None,
    )


def clauses(desk: Desk, seq: int | None) -> Mapping[int, str]:
    """Return what the site adds to articles, by an act. Blocking."""
    act = desk.book.entry(seq).act if seq is not None else None
    if not isinstance(act, ClausesWritten):
        return {}
    return {int(number): text for number, text in act.clauses.items()}


def is_adopted(facts: Settled, adopted: Adopted) -> bool:
    """Say whether what is settled is what was adopted; that this version words it otherwise changes nothing."""
    if adopted.settled:
        return fingerprint(facts) == adopted.settled
    return digest(standard(Words(ADOPTED_IN), facts)) == adopted.digest


def edition(desk: Desk, found: Adopted) -> tuple[Standard, str]:
    """Return the text of an edition and the remarks on it; empty once they were overwritten. Blocking."""
    act = desk.book.entry(found.seq).act
    assert isinstance(act, StandardAdopted)
    return read(act.text), act.remarks


async def shown(desk: Desk, actor: Actor, language: str) -> tuple[Shown, Standard]:
    """Return the standard, and its text in a language."""
    await desk.allow(Act.READ_STANDARD, actor)
    return await desk.run(_shown, desk, basis(desk), desk.registers.standards.adopted, language)


def _shown(
    desk: Desk, rests_on: Basis, adopted: Adopted | None, language: str
) -> tuple[Shown, Standard]:
    facts = settled(desk, rests_on)
    live = standard(Words(ADOPTED_IN), facts)
    before, remarks = edition(desk, adopted) if adopted else (None, "")
    drifted = adopted is not None and not is_adopted(facts, adopted)
    told = Shown(
        live=live,
        digest=digest(live),
        adopted=adopted,
        remarks=remarks,
        drifted=drifted,
        differences=differences(before, live) if drifted and before and before.articles else (),
    )
    return told, standard(Words(language), facts)


# Adding to it, and adopting it -------------------------------------------------------------------


async def write(desk: Desk, actor: Actor, added: Mapping[int, str]) -> None:
    """Have the site's own clauses, by article, be these and no others. Problem: text_too_long."""

    async def settle() -> ClausesWritten:
        await desk.allow(Act.WRITE_STANDARD, actor)
        texts = {number: text.strip() for number, text in sorted(added.items())}
        if any(len(text) > LONGEST_CLAUSE for text in texts.values()):
            raise Problem("text_too_long")
        kept = {number: text for number, text in texts.items() if text}
        return ClausesWritten(
            articles=tuple(kept), clauses={str(number): text for number, text in kept.items()}
        )

    await desk.decide(actor, settle)


async def adopt(
    desk: Desk, actor: Actor, adoption: Adoption, on: Date, seen: str, remarks: str = ""
) -> int:
    """Adopt the standard as it is now; return the edition. `seen` is the digest of what the person saw.

    Problem: standard_changed, adoption_in_future, text_too_long.
    """

    async def settle() -> StandardAdopted:
        await desk.allow(Act.WRITE_STANDARD, actor)
        (said,) = stripped(remarks)
        if on > desk.clock.now().astimezone(desk.zone).date():
            raise Problem("adoption_in_future")
        facts = await desk.run(settled, desk, basis(desk))
        text = standard(Words(ADOPTED_IN), facts)
        if digest(text) != seen:
            raise Problem("standard_changed")
        editions = desk.registers.standards.editions
        return StandardAdopted(
            edition=max((one.edition for one in editions), default=0) + 1,
            adoption=adoption,
            on=datetime.combine(on, time(), tzinfo=desk.zone).astimezone(UTC),
            digest=seen,
            settled=fingerprint(facts),
            text=stored(text),
            remarks=said,
        )

    return (await desk.decide(actor, settle)).edition


# What is due -----------------------------------------------------------------------------------


def founded(desk: Desk) -> datetime | None:
    """Return when the site came under these rules: when its first office was given, or its first camera came."""
    registers = desk.registers
    moments = [one.since for one in registers.appointments]
    moments += [one.added for one in registers.cameras.values()]
    return min(moments, default=None)


def duties(desk: Desk) -> Iterator[Duty]:
    """Yield that a first edition is to be adopted, or another where the settings have left the last one."""
    due = desk.left_standard()
    if desk.registers.standards.adopted is None and (begun := founded(desk)) is not None:
        due = begun + FIRST_WITHIN
    if due is not None:
        yield Duty(kind=DutyKind.STANDARD, due=due, act=Act.WRITE_STANDARD)
