"""Setting a site up, or taking one up again: 4(1), 4(2).

Founding makes the vault and the book and the first appointments: whoever sets the site
up is the site owner and appoints the manager, themselves included; in the Home profile
one person is all three and the papers say so. Adopting takes up a vault and a book that were there
before, and asks for the passphrase or the recovery code instead of a role.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from math import ceil
from pathlib import Path
import shutil

from ..guideline.assessment import Assessment
from ..guideline.custody import CodeUse
from ..guideline.errors import Problem
from ..guideline.people import ITSELF, Actor, Role
from ..guideline.settings import CameraSettings, Profile, SiteSettings
from ..records.acts import (
    Appointed,
    RecordedAct,
    RecoveryCodeUsed,
    SiteAdopted,
    SiteRemoved,
    SiteSetUp,
    UnlockFailed,
    VaultFinding,
)
from ..records.assessment import CameraAssessed
from ..records.book import Book, BookState
from ..records.entry import Phase
from ..records.registers import Registers
from ..vault.kdf import KdfCost
from ..vault.keyring import FILE as KEYRING
from ..vault.sealing import NewHolder
from ..vault.vault import Timing, Vault
from .assessments import checked
from .cameras import UNKNOWN, added
from .retention import check_days
from .signing import not_noted
from .site import check_days as check_duty_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """Everything that founding needs; the passphrase and the code are shown by nothing.

    `cameras` are ordered with it, and `answers` about them: Home Assistant stores them with the site, which then confirms
    both.
    """

    book: Path
    vault: Path
    actor: Actor
    name: str
    settings: SiteSettings
    holder: NewHolder
    recovery_code: str
    site: str
    now: Callable[[], datetime]
    zone: tzinfo
    cameras: tuple[CameraSettings, ...] = ()
    answers: Mapping[str, Assessment] = field(default_factory=dict)
    """What was answered about a camera before it was added, by its id."""
    timing: Timing = Timing()
    cost: KdfCost | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Founded:
    """What there is now: ids, and the fingerprints that go on paper."""

    site: str
    vault_id: str
    fingerprint: str


def keys_copy(book: Path) -> Path:
    """Return where the copy of the vault's keyring lies: beside the book, and so in backups."""
    return book.with_name(KEYRING)


def first_roles(profile: Profile) -> tuple[Role, ...]:
    """Return the roles of whoever sets the site up."""
    if profile is Profile.HOME:
        return (Role.SITE_OWNER, Role.MANAGER, Role.OPERATOR)
    return (Role.SITE_OWNER, Role.MANAGER)


def found(plan: Founding) -> Founded:
    """Make the vault and the book, and enter both and the first appointments. Blocking."""
    check_days(plan.settings.retention_days)
    check_duty_days(plan.settings)
    _clear_unfinished(plan.book)
    with (
        _folder_of(plan.book),
        _copy_aside(keys_copy(plan.book)),
        _left_as_it_was(plan.vault),
    ):
        return _found(plan)


def _found(plan: Founding) -> Founded:
    answered = [
        CameraAssessed(camera=camera, edition=1, answers=checked(answers).as_dict())
        for camera, answers in plan.answers.items()
    ]
    book = Book.create(plan.book, site=plan.site)
    try:

        def enter(act: RecordedAct, phase: Phase, order: int | None = None) -> int:
            return book.append(
                act, actor=plan.actor, phase=phase, at=plan.now(), zone=plan.zone, order=order
            ).seq

        def set_up(vault: Vault | None) -> SiteSetUp:
            return SiteSetUp(
                site=plan.site,
                vault_id=vault.id if vault else "",
                vault_path=str(plan.vault),
                vault_fingerprint=vault.fingerprint if vault else "",
                settings=plan.settings.as_dict(),
                unsigned=True,
            )

        order = enter(set_up(None), Phase.ORDERED)
        vault = Vault.create(
            plan.vault,
            holder=plan.holder,
            recovery_code=plan.recovery_code,
            now=plan.now(),
            timing=plan.timing,
            cost=plan.cost,
            keys_copy=keys_copy(plan.book),
        )
        try:
            for role in first_roles(plan.settings.profile):
                enter(_appointment(plan, role), Phase.DONE)
            for act in not_noted(vault, Registers()):
                enter(act, Phase.NOTED)
            for camera in plan.cameras:
                enter(added(camera), Phase.ORDERED)
            for assessed in answered:
                enter(assessed, Phase.ORDERED)
            # Last: a book without it is one that a stop interrupted, and is begun anew.
            enter(set_up(vault), Phase.DONE, order)
            return Founded(site=plan.site, vault_id=vault.id, fingerprint=vault.fingerprint)
        finally:
            vault.close()
    except BaseException:
        book.close()
        plan.book.unlink()
        raise
    finally:
        book.close()


@contextmanager
def _folder_of(book: Path) -> Iterator[None]:
    """Make the folder a book lies in; take it away again where there comes to be no book."""
    try:
        book.parent.mkdir(exist_ok=True)
    except OSError as err:
        raise Problem("book_not_writable", reason=err.strerror) from err
    try:
        yield
    except BaseException:
        with suppress(OSError):
            book.parent.rmdir()
        raise


@contextmanager
def _copy_aside(copy: Path) -> Iterator[None]:
    """Keep the copy of another vault's keys under another name; put it back where founding fails."""
    aside = copy.with_suffix(".aside")
    with suppress(FileNotFoundError):
        copy.replace(aside)
    try:
        yield
    except BaseException:
        with suppress(OSError):
            copy.unlink(missing_ok=True)
            aside.replace(copy)
        raise


@contextmanager
def _left_as_it_was(folder: Path) -> Iterator[None]:
    """Take what was made in a folder away again where founding fails, and nothing else."""
    existed = folder.exists()
    before = set(folder.iterdir()) if folder.is_dir() else set[Path]()
    try:
        yield
    except BaseException:
        with suppress(OSError):
            for path in set(folder.iterdir()) - before:
                if path.is_dir():
                    shutil.rmtree(path)
                else:
                    path.unlink()
            if not existed:
                folder.rmdir()
        raise


def _clear_unfinished(book: Path) -> None:
    """Take away the book of a founding that a stop interrupted: nothing was done under it."""
    if book.exists() and look(book) is None:
        book.unlink()


def _appointment(plan: Founding, role: Role) -> Appointed:
    title = plan.settings.manager_title if role is Role.MANAGER else ""
    return Appointed(
        role=role,
        user_id=plan.actor.user_id or "",
        name=plan.name,
        title=title,
        since=plan.now(),
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A site that was here before: what its book says."""

    site: str
    vault: Path
    registers: Registers


def look(book: Path) -> Found | None:
    """Return the site that a book speaks of, or None where there is none. Blocking.

    None too where a founding was interrupted before anything was done. Raises `Problem` where the book
    is too damaged to say, so that nobody founds over it.
    """
    if not book.exists():
        return None
    registers = Registers()
    opened = Book.open(book, fold=registers.fold)
    try:
        if registers.vault_path is None:
            if opened.state is BookState.DAMAGED:
                raise Problem("book_damaged")
            return None
        return Found(opened.site, Path(registers.vault_path), registers)
    finally:
        opened.close()


def adopt(
    book: Path,
    vault_path: Path,
    *,
    actor: Actor,
    secret: str,
    now: Callable[[], datetime],
    zone: tzinfo,
) -> SiteSettings:
    """Take up a vault and a book again, for somebody who holds its secret. Blocking.

    The vault may have moved; it must be the one the book speaks of. A damaged book is taken up as far as
    it can be read, and nothing is entered in it: footage goes on being recorded and erased, and
    the running site says what to do about the book.

    Whoever guesses is made to wait as at the lock, and new users wait with who guessed before them. Problem:
    another_vault, unlock_wait, wrong_recovery_code (it is no passphrase either), site_not_set_up.
    """
    registers = Registers()
    opened = Book.open(book, fold=registers.fold)
    try:
        vault = Vault.open(vault_path, clock=now, keys_copy=keys_copy(book))
        try:
            if vault.id != registers.vault_id:
                raise Problem("another_vault")

            def enter(act: RecordedAct, phase: Phase, actor: Actor = actor) -> None:
                opened.append(act, actor=actor, phase=phase, at=now(), zone=zone)

            if opened.state is not BookState.DAMAGED:
                # What opening has mended no later opening finds: it is entered whoever asks.
                for note in vault.notes:
                    enter(VaultFinding(finding=note.kind, detail=note.detail), Phase.NOTED, ITSELF)
                vault.noted()
            failures = registers.custody.worst_failures()
            if left := failures.left(now()):
                raise Problem("unlock_wait", seconds=ceil(left.total_seconds()))
            try:
                by_code = prove(vault, secret)
            except Problem as problem:
                if problem.key == "wrong_recovery_code" and opened.state is not BookState.DAMAGED:
                    one_more = failures.another(now())
                    enter(UnlockFailed(count=one_more.count, until=one_more.until()), Phase.NOTED)
                raise
            if registers.settings is None:
                raise Problem("site_not_set_up")
            if opened.state is BookState.DAMAGED:
                return registers.settings
            for act in not_noted(vault, registers):
                enter(act, Phase.NOTED)
            enter(SiteAdopted(vault_id=vault.id, vault_path=str(vault_path)), Phase.DONE)
            if by_code:
                enter(RecoveryCodeUsed(use=CodeUse.ADOPT), Phase.NOTED)
            return registers.settings
        finally:
            vault.close()
    finally:
        opened.close()


def prove(vault: Vault, secret: str) -> bool:
    """Raise unless `secret` is a key holder's passphrase or the recovery code; say whether it is the code."""
    for holder in vault.keys.holders:
        try:
            with vault.unlock(holder, secret) as opened:
                if opened.epochs:
                    return False
        except Problem as problem:
            if problem.key != "wrong_passphrase":
                raise
    vault.unlock_by_recovery_code(secret).close()
    return True


def enter_removal(book: Path, *, now: datetime, zone: tzinfo) -> None:
    """Enter that the integration was removed from Home Assistant. Blocking.

    Home Assistant cannot refuse it and does not say who did it; vault and book stay, and
    what they hold stays under its periods.
    """
    registers = Registers()
    opened = Book.open(book, fold=registers.fold)
    try:
        opened.append(SiteRemoved(), actor=UNKNOWN, phase=Phase.NOTED, at=now, zone=zone)
    finally:
        opened.close()
