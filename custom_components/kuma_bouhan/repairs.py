"""Repairs: what a person has to see to. Level-triggered: made and withdrawn from the site's state.

No issue remembers anything. Every change of the site compares what is wrong now with what is said
to be wrong, so nothing stays that has been mended and nothing mended comes back as news. Where it is
not known yet after a start, what a person chose to ignore stays ignored.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial

from homeassistant.components.repairs import RepairsFlow
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.hassio import is_hassio
from homeassistant.util import dt as dt_util

from . import notices
from .capture.address import MISSING
from .const import CONF_VAULT, DOMAIN
from .duty_issues import wrong_beside_footage
from .flows.place import SUPERVISED_BACKUPS, within
from .flows.repair import AcceptBookFlow, BeginBookFlow, ClockFlow, OneAnswer
from .guideline.errors import Problem
from .guideline.recording import RecordingState
from .issue import Issue
from .procedure import vault_key
from .procedure.anchors import AnchorState, unaccepted
from .procedure.appointments import vacant
from .procedure.key_facts import held_without_role
from .procedure.open_requests import open_requests
from .records.book import BookState
from .site import KumaConfigEntry, Site
from .vault.notes import NoteKind

SPACE_LOW = 3.0
"""Days left on the disk below which somebody should act."""

AT_START = {
    "book_missing",
    "book_not_writable",
    "vault_damaged",
    "vault_failing",
    "vault_in_use",
    "vault_missing",
    "vault_not_writable",
}
"""Problems of the start that a person has to see to."""

WHILE_RUNNING = {"vault_failing", "vault_not_writable"}
"""What the disk may say to a camera that is recorded, beside being full or away."""

MENDED = {NoteKind.MIRROR_MENDED, NoteKind.MIRROR_TRUNCATED, NoteKind.KEYS_FROM_COPY}
"""Findings of opening the vault that speak of a disk that may be failing."""

NOT_MENDED = {NoteKind.MIRROR_NOT_MENDED, NoteKind.RECORDS_LOST}
"""Findings that speak of one that is."""


@callback
def async_report_start(hass: HomeAssistant, entry: KumaConfigEntry, problem: Problem) -> None:
    """Say why the site could not start, where that is for a person to mend; of all else nothing is known."""
    wrong: dict[str, Issue | None] = dict.fromkeys(
        issue_id for domain, issue_id in ir.async_get(hass).issues if domain == DOMAIN
    )
    if problem.key in AT_START:
        folder = {"folder": entry.data[CONF_VAULT]}
        wrong[problem.key] = Issue(key=problem.key, placeholders=problem.placeholders | folder)
    _say(hass, wrong)


async def async_follow(hass: HomeAssistant, entry: KumaConfigEntry) -> None:
    """Say what is wrong with a running site, and no longer once it is not."""
    site = entry.runtime_data
    backups = SUPERVISED_BACKUPS if is_hassio(hass) else ()
    in_reach = await site.desk.run(within, site.desk.vault.folder, backups)

    @callback
    def look() -> None:
        _say(hass, dict(_wrong(site, in_reach=in_reach)))

    look()
    entry.async_on_unload(async_dispatcher_connect(hass, site.signal_state, look))
    entry.async_on_unload(partial(_forget_if_disabled, hass, entry))


@callback
def async_forget(hass: HomeAssistant, entry: KumaConfigEntry) -> None:
    """Withdraw everything: the integration is being removed."""
    _say(hass, {})


@callback
def _forget_if_disabled(hass: HomeAssistant, entry: KumaConfigEntry) -> None:
    """Withdraw everything while nobody looks; a reload keeps what a person chose to ignore."""
    if entry.disabled_by:
        _say(hass, {})


@callback
def _say(hass: HomeAssistant, wrong: Mapping[str, Issue | None]) -> None:
    """Make exactly these issues stand. One that is None is not known yet: it stays only where a person ignores it."""
    for (domain, issue_id), said in tuple(ir.async_get(hass).issues.items()):
        stays = wrong.get(issue_id) or (issue_id in wrong and said.dismissed_version)
        if domain == DOMAIN and not stays:
            ir.async_delete_issue(hass, DOMAIN, issue_id)
    for issue_id, issue in wrong.items():
        if issue is None:
            continue
        ir.async_create_issue(
            hass,
            DOMAIN,
            issue_id,
            is_fixable=issue.fixable,
            severity=issue.severity,
            translation_key=issue.key,
            translation_placeholders=dict(issue.placeholders),
        )


def _wrong(site: Site, *, in_reach: bool) -> Iterator[tuple[str, Issue | None]]:
    """Yield what is wrong with a site, by the id of its issue; None for what is not known yet."""
    desk = site.desk
    for camera, status in site.cameras.items():
        place = {"place": status.settings.place}
        if status.state is RecordingState.CAMERA_GONE and status.detail == MISSING:
            yield f"address_missing_{camera}", Issue(key="address_missing", placeholders=place)
        elif status.state is RecordingState.CAMERA_GONE:
            yield f"camera_gone_{camera}", Issue(key="camera_gone", placeholders=place)
    folder = {"folder": str(desk.vault.folder)}
    if site.watch.is_away:
        yield "vault_missing", Issue(key="vault_missing", placeholders=folder)
    yield from _wrong_with_disk(site)
    for role in vacant(desk.registers, desk.clock.now()):
        yield f"office_vacant_{role}", Issue(key=f"office_vacant_{role}")
    for key, notice in notices.standing(desk.registers).items():
        yield (
            key,
            Issue(
                key=key,
                severity=ir.IssueSeverity.WARNING,
                placeholders={"ready": notices.ready(notice)},
            ),
        )
    yield from _wrong_with_requests(site)
    yield from wrong_beside_footage(site)
    yield from _wrong_with_keys(site)
    if not desk.clock.trusted:
        yield "clock_untrusted", Issue(key="clock_untrusted", fixable=True)
    if site.erasure.failing:
        yield "erasure_failing", Issue(key="erasure_failing")
    yield from _wrong_with_book(site)
    found = {note.kind for note in desk.vault.notes}
    if found & NOT_MENDED:
        yield "vault_not_mended", Issue(key="vault_not_mended")
    elif found & MENDED:
        yield "vault_mended", Issue(key="vault_mended", severity=ir.IssueSeverity.WARNING)
    if in_reach:
        yield (
            "vault_in_backup_reach",
            Issue(
                key="vault_in_backup_reach",
                severity=ir.IssueSeverity.WARNING,
                placeholders=folder,
            ),
        )


def _wrong_with_disk(site: Site) -> Iterator[tuple[str, Issue | None]]:
    """Yield what the disk says. While cameras connect and none is recorded, it has not been asked yet."""
    folder = {"folder": str(site.desk.vault.folder)}
    states = {status.state for status in site.cameras.values()}
    details = {status.detail for status in site.cameras.values()}
    asked = RecordingState.CONNECTING not in states or RecordingState.RECORDING in states
    for key in WHILE_RUNNING:
        if key in details:
            yield key, Issue(key=key, placeholders=folder)
        elif not asked:
            yield key, None
    if RecordingState.DISK_FULL in states:
        yield "disk_full", Issue(key="disk_full", placeholders=folder)
        return
    if not asked:
        yield "disk_full", None
    if site.free_days is None:
        if not asked:
            yield "space_low", None
    elif site.free_days < SPACE_LOW:
        yield (
            "space_low",
            Issue(
                key="space_low",
                severity=ir.IssueSeverity.WARNING,
                placeholders={"days": f"{site.free_days:.1f}"} | folder,
            ),
        )


def _wrong_with_requests(site: Site) -> Iterator[tuple[str, Issue]]:
    """Yield what is overdue; who is to see to it stands in the panel."""
    found = open_requests(site.desk)
    if found.copies_overdue:
        yield (
            "copies_overdue",
            Issue(
                key="copies_overdue",
                severity=ir.IssueSeverity.WARNING,
                placeholders={"count": str(found.copies_overdue)},
            ),
        )
    if found.permissions_overdue:
        yield (
            "permission_overdue",
            Issue(
                key="permission_overdue",
                placeholders={"count": str(found.permissions_overdue)},
            ),
        )


def _wrong_with_keys(site: Site) -> Iterator[tuple[str, Issue]]:
    """Yield what is wrong with the keys. A damaged book may have known better than what is left of it."""
    desk = site.desk
    if desk.book.state is BookState.DAMAGED:
        return
    if vault_key.is_another(desk):
        fingerprints = {
            "known": desk.registers.custody.fingerprint,
            "found": desk.vault.fingerprint,
        }
        yield (
            "vault_key_changed",
            Issue(
                key="vault_key_changed",
                severity=ir.IssueSeverity.CRITICAL,
                placeholders=fingerprints,
            ),
        )
    elif desk.registers.custody.tampered:
        severity = ir.IssueSeverity.CRITICAL
        yield "vault_keys_tampered", Issue(key="vault_keys_tampered", severity=severity)
    if held := held_without_role(desk):
        yield (
            "keys_without_role",
            Issue(
                key="keys_without_role",
                severity=ir.IssueSeverity.WARNING,
                placeholders={"count": str(len(held))},
            ),
        )
    if desk.registers.code_used:
        yield (
            "recovery_code_used",
            Issue(key="recovery_code_used", severity=ir.IssueSeverity.WARNING),
        )


def _wrong_with_book(site: Site) -> Iterator[tuple[str, Issue]]:
    """Yield what is wrong with the book."""
    desk = site.desk
    if desk.book.state is BookState.DAMAGED:
        yield "book_damaged", Issue(key="book_damaged", fixable=True)
    elif desk.book.is_full:
        yield "book_full", Issue(key="book_full")
    for found in unaccepted(desk).values():
        yield (
            f"book_{found.finding}",
            Issue(
                key="book_shorter" if found.finding == AnchorState.SHORTER else "book_forked",
                placeholders={
                    "acts": str(found.acts),
                    "anchor": str(found.anchor),
                    "anchored": _local(found.anchored),
                    "agreed": _local(found.agreed),
                },
                fixable=True,
            ),
        )


def _local(moment: datetime | None) -> str:
    return f"{dt_util.as_local(moment):%Y-%m-%d %H:%M}" if moment else "—"


async def async_create_fix_flow(
    hass: HomeAssistant, issue_id: str, data: dict[str, str | int | float | None] | None
) -> RepairsFlow:
    """Return the flow that mends an issue."""
    return _FLOWS[issue_id]()


_FLOWS: Mapping[str, type[OneAnswer]] = {
    "clock_untrusted": ClockFlow,
    "book_damaged": BeginBookFlow,
    "book_shorter": AcceptBookFlow,
    "book_forked": AcceptBookFlow,
}
