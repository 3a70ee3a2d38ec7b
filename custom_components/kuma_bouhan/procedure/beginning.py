"""Beginning a new book in the place of a damaged one: never by itself, only by a person's act.

    damaged, read-only ──a person puts it aside──▶ new book, the damaged one beside it, site started anew

The damaged file is kept as it is, under another name in the same folder. The new book says so in its first act, by
whom, and up to where the old one could be read; what stood there (settings, offices, what is switched off)
is entered anew, because nobody else could say it; so do the slots whose erasure is still remembered, or a restored copy of the vault
would bring them back. Nothing else that happened is entered twice, and nothing that could not be read is made up.

Who may: site owner or manager. Where the damage leaves nobody in such an office, whoever owns Home
Assistant and has the recovery code, who is then what the first founder was.

Invariants:
1. There is a book at its place at every moment, where the file system knows hard links.
2. The damaged file is not written to.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
import os
from pathlib import Path

from ..guideline.custody import CodeUse
from ..guideline.errors import Problem, Refused
from ..guideline.people import Act, Actor, Person, Role
from ..records import disk
from ..records.act import RecordedAct
from ..records.acts import Appointed, BookBegun, RecordingSwitched, RecoveryCodeUsed, SiteSetUp
from ..records.book import Book, BookState
from ..records.entry import Phase
from ..records.registers import Registers
from .anchors import Anchors
from .desk import Desk
from .founding import first_roles
from .signing import not_noted


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginner:
    """Who begins a new book: the person, whether they own Home Assistant, and the code if they gave one."""

    actor: Actor
    person: Person
    ha_owner: bool = False
    recovery_code: str = ""


def needs_code(desk: Desk) -> bool:
    """Say whether the book leaves nobody in an office that could begin another."""
    now, registers = desk.clock.now(), desk.registers
    return not any(registers.holders(role, now) for role in (Role.SITE_OWNER, Role.MANAGER))


async def begin(desk: Desk, anchors: Anchors, beginner: Beginner, *, site: str) -> Path:
    """Put the damaged book aside and begin another; return where the old one lies now.

    The site has to be started anew. Problem: book_not_damaged, site_not_set_up, ha_owner_needed,
    wrong_recovery_code, what the desk refuses, and what the disk does.
    """
    book, by_code = desk.book, needs_code(desk)
    if not by_code:
        await desk.allow(Act.BEGIN_BOOK, beginner.actor)
    elif not beginner.ha_owner:
        raise Refused("ha_owner_needed")
    if book.state is not BookState.DAMAGED:
        raise Problem("book_not_damaged")
    if desk.registers.settings is None:
        raise Problem("site_not_set_up")
    if by_code:
        (await desk.run(desk.vault.unlock_by_recovery_code, beginner.recovery_code)).close()
    now = desk.clock.now()
    aside = book.path.with_name(f"{book.path.name}.damaged-{now:%Y%m%dT%H%M%SZ}")
    acts = [
        BookBegun(
            aside=aside.name,
            acts=book.size,
            root=book.root().hex(),
            damage=book.damage or "",
            erased=sorted(desk.registers.erased_slots()),
        ),
        *_standing(desk, beginner.person, site, now),
    ]
    await desk.run(_replace, desk, beginner.actor, site, acts, now, aside)
    await anchors.forget()
    return aside


def _standing(desk: Desk, person: Person, site: str, now: datetime) -> list[RecordedAct]:
    """Return what stood, as acts for a book that knows nothing of it."""
    registers, vault = desk.registers, desk.vault
    assert registers.settings is not None
    offices = [
        Appointed(
            role=office.role,
            user_id=office.user_id,
            since=office.since,
            until=office.until,
            name=office.name,
            title=office.title,
        )
        for office in registers.appointments
        if office.ever_held and (office.until is None or now < office.until)
    ]
    if needs_code(desk):
        offices += [
            Appointed(role=role, user_id=person.user_id, since=now, name=person.name, title="")
            for role in first_roles(registers.settings.profile)
        ]
    return [
        SiteSetUp(
            site=site,
            vault_id=vault.id,
            vault_path=str(vault.folder),
            vault_fingerprint=vault.fingerprint,
            settings=registers.settings.as_dict(),
        ),
        *offices,
        *not_noted(vault, Registers()),
        *_code_used(desk),
        *(RecordingSwitched(camera=camera, on=False) for camera in sorted(registers.switched_off)),
    ]


def _code_used(desk: Desk) -> list[RecordedAct]:
    """Return that the recovery code has to be renewed, where it was used for this or before."""
    use = CodeUse.BEGIN_BOOK if needs_code(desk) else desk.registers.custody.code_use
    return [RecoveryCodeUsed(use=use)] if use else []


def _replace(
    desk: Desk, actor: Actor, site: str, acts: list[RecordedAct], now: datetime, aside: Path
) -> None:
    """Write the new book whole, then give it the place of the old one. Blocking."""
    path = desk.book.path
    draft = path.with_name(path.name + ".begun")
    draft.unlink(missing_ok=True)
    new = Book.create(draft, site=site)
    try:
        for act in acts:
            new.append(act, actor=actor, phase=Phase.DONE, at=now, zone=desk.zone)
        _swap(path, aside, draft)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    finally:
        new.close()


def _swap(path: Path, aside: Path, draft: Path) -> None:
    """Keep the old file under another name and give the new one its place, durably."""
    try:
        try:
            os.link(path, aside)
        except OSError:
            path.rename(aside)  # a file system without hard links
        draft.replace(path)
        disk.sync_folder(path.parent)
    except OSError as err:
        raise disk.problem(err) from err
