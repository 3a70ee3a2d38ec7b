"""What a package says about itself, out of registers and book: the list of files, the extract, and the papers.

All of it is as of the decision, or of the preparation where that is what it proves: put together again, after a restart or by
somebody else, it is the same, as long as footage, names and settings are. Whoever calls has seen to who may.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from ..documents.package import manifest as listing, verify as package_check
from ..documents.package.manifest import (
    EXTRACT,
    VERIFY,
    VERIFY_BOOK,
    Camera,
    Chunk,
    Contents,
    Listed,
    Missing,
    Permission,
    Site,
    manifest,
)
from ..documents.package.readme import readmes
from ..guideline.recording import LONGEST_UNNOTED_GAP, Gap
from ..guideline.viewing import Span, merged
from ..records import verify as book_check
from ..records.disclosure_state import Disclosure
from ..records.extract import extract
from ..records.note import PUBLIC_KEY
from ..vault.chunk import Kind
from ..vault.export import Film
from ..vault.opened import fingerprint
from .day import gaps_entered
from .desk import Desk
from .disclosure import signed_permission
from .footage import unnoted
from .packing import Filmed, Measuring, Member, Source, text_member

NOT_RECORDED = "not_recorded"
"""Nothing was recorded, and nothing says why."""


BETWEEN_STILLS = timedelta(minutes=1)
"""So far apart chunks of stills may lie, however often they were taken then."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the registers say of a disclosure now, taken on the event loop."""

    found: Disclosure
    sources: tuple[tuple[str, str], ...]
    """Each camera, and what its footage stands under."""
    places: Mapping[str, tuple[str, str]]
    apart: Mapping[str, timedelta]
    """How far apart footage of a camera may lie without a gap."""
    not_entered: tuple[Gap, ...]
    facility: str
    contact: str
    names: Mapping[str, str]

    @property
    def masked(self) -> bool:
        """Say whether it is of masked copies."""
        return any(camera != source for camera, source in self.sources)


def facts(desk: Desk, found: Disclosure, not_entered: Iterable[Gap]) -> Facts:
    """Take them. Where others are to be masked, a camera's newest masked copy counts; `unmasked` tells what lacks one."""
    copies = {one.camera: one.derived for one in found.masks} if found.to_be_masked else {}
    places, apart = {}, {}
    for camera in found.scope.cameras:
        known = desk.registers.cameras.get(camera)
        settings = known.settings if known else None
        places[camera] = (settings.place, settings.view) if settings else (camera[:8], "")
        apart[camera] = unnoted(settings)
    settings_of_site = desk.registers.settings
    return Facts(
        found=found,
        sources=tuple((camera, copies.get(camera, camera)) for camera in found.scope.cameras),
        places=places,
        apart=apart,
        not_entered=tuple(not_entered),
        facility=settings_of_site.facility if settings_of_site else "",
        contact=settings_of_site.contact if settings_of_site else "",
        names={one.user_id: one.name for one in desk.registers.appointments if one.name},
    )


def sources(desk: Desk, facts: Facts) -> list[Source]:
    """Return the footage of each camera. Blocking."""
    scope, now = facts.found.scope, desk.clock.now()
    return [
        Source(
            camera=camera,
            chunks=desk.vault.chunks(under, scope.start, scope.end, now=now),
        )
        for camera, under in facts.sources
    ]


def contents(
    desk: Desk, facts: Facts, measured: Measuring, papers: Mapping[str, str]
) -> tuple[Contents, list[Member]]:
    """Return what the list says, and every file in it. Blocking."""
    found, scope = facts.found, facts.found.scope
    decided = found.permission
    made = (decided.at if decided else found.at).astimezone(desk.zone)
    said = Contents(
        number=found.number,
        request=found.seq,
        site=_site(desk, facts),
        start=scope.start,
        end=scope.end,
        zone=desk.zone,
        masked=facts.masked,
        permission=_permission(desk, facts),
        cameras=tuple(
            Camera(
                camera=camera,
                place=facts.places[camera][0],
                view=facts.places[camera][1],
                derived=under if under != camera else None,
            )
            for camera, under in facts.sources
        ),
        files=tuple(_listed(one, facts) for one in measured.files),
        missing=tuple(_missing(desk, facts, measured)),
    )
    texts = [
        text_member(name, data, made)
        for name, data in {
            **readmes(said),
            **{name: text.encode() for name, text in papers.items()},
            VERIFY: _code(package_check.__file__),
            VERIFY_BOOK: _code(book_check.__file__),
        }.items()
    ]
    listed = [_of_text(one) for one in texts]
    members = [*texts, *(one.member for one in measured.files)]
    whole = Contents(
        **{name: getattr(said, name) for name in Contents.__slots__}
        | {"files": (*listed, *said.files)}
    )
    return whole, [text_member(listing.NAME, manifest(whole), made), *members]


def extract_of(desk: Desk, number: int, made: datetime) -> Member:
    """Return the extract from the book: request, decision and preparation, as of the preparation. Blocking."""
    found = desk.registers.requests.disclosures[number]
    assert found.prepared is not None
    size = found.prepared.seq + 1
    seqs = {found.seq, found.prepared.seq, *(one.seq for one in found.masks)}
    if found.access is not None:
        seqs.add(found.access.seq)
    if (signed := signed_permission(desk.book, found)) is not None:
        seqs.add(signed.seq)
    text = extract(
        desk.book,
        desk.registers.index,
        (seq for seq in seqs if seq < size),
        desk.vault.sign,
        personal=(found.seq,),
        size=size,
    )
    return text_member(EXTRACT, text.encode() + b"\n", made)


def _site(desk: Desk, facts: Facts) -> Site:
    vault = desk.vault
    return Site(
        facility=facts.facility,
        contact=facts.contact,
        book=desk.book.site,
        vault=vault.id,
        vault_fingerprint=vault.fingerprint,
        host_key=vault.host_key.hex(),
        host_fingerprint=vault.host_fingerprint,
    )


def _permission(desk: Desk, facts: Facts) -> Permission | None:
    decided = facts.found.permission
    entry = signed_permission(desk.book, facts.found) if decided else None
    if decided is None or entry is None:
        return None
    return Permission(
        act=entry.seq,
        at=entry.at,
        by=decided.by,
        name=facts.names.get(decided.by, ""),
        fingerprint=fingerprint(entry.signature[:PUBLIC_KEY]),
        signature=entry.signature,
    )


def _listed(one: Filmed, facts: Facts) -> Listed:
    member, stretch = one.member, one.stretch
    film = member.content if isinstance(member.content, Film) else None
    parts = stretch.parts if film else ()
    camera = next(camera for camera, under in facts.sources if under == stretch.camera)
    return Listed(
        name=member.name,
        bytes=member.size,
        sha256=member.sha256.hex(),
        kind="video" if film else "still",
        camera=camera,
        start=one.start,
        end=one.end,
        why=stretch.why if film else None,
        pictures=film.pictures if film else None,
        seconds=round(film.seconds, 3) if film else None,
        chunks=tuple(
            Chunk(
                id=part.chunk.id,
                start=part.chunk.start,
                end=part.chunk.end,
                digest=part.chunk.digest.hex(),
                complete=part.chunk.complete,
                first=part.first,
                after=part.after,
            )
            for part in parts
        ),
    )


def _of_text(member: Member) -> Listed:
    return Listed(name=member.name, bytes=member.size, sha256=member.sha256.hex(), kind="text")


def _missing(desk: Desk, facts: Facts, measured: Measuring) -> Iterable[Missing]:
    """Yield what there is no footage of within the span, and why, camera by camera."""
    scope = facts.found.scope
    for camera, under in facts.sources:
        known: list[Missing] = [
            Missing(camera=camera, start=one.start, end=one.end, reason=one.why)
            for one in measured.left_out.get(camera, ())
        ]
        gaps = {
            *gaps_entered(desk, camera, scope.start, scope.end),
            *(gap for gap in facts.not_entered if gap.camera == camera),
        }
        known += [
            Missing(
                camera=camera,
                start=max(gap.start, scope.start),
                end=min(gap.end, scope.end),
                reason=gap.reason,
            )
            for gap in gaps
            if gap.start < scope.end and gap.end > scope.start
        ]
        shown, apart = _shown(measured, under, facts.apart[camera])
        explained = [(one.start, one.end) for one in known]
        known += [
            Missing(camera=camera, start=start, end=end, reason=NOT_RECORDED)
            for start, end in uncovered([*shown, *explained], scope.start, scope.end, apart)
        ]
        yield from sorted(known, key=lambda one: (one.start, one.end, one.reason))


def _shown(measured: Measuring, under: str, apart: timedelta) -> tuple[list[Span], timedelta]:
    """Return what there is of a camera, and how far apart that may lie: stills cover the chunk they stand in."""
    stretches = {
        id(one.stretch): one.stretch for one in measured.files if one.stretch.camera == under
    }
    found: list[Span] = []
    for stretch in stretches.values():
        if stretch.kind is Kind.STILL:
            apart = max(apart, BETWEEN_STILLS)
            found += [(part.chunk.start, part.chunk.end) for part in stretch.parts]
        else:
            found.append((stretch.start, stretch.end))
    return found, apart


def uncovered(
    spans: Sequence[Span], start: datetime, end: datetime, apart: timedelta = LONGEST_UNNOTED_GAP
) -> list[Span]:
    """Return what of a span none of these covers, where that is longer than `apart`."""
    found, at = [], start
    for begins, ends in merged(spans, timedelta(0)):
        if begins - at > apart:
            found.append((at, begins))
        at = max(at, ends)
    if end - at > apart:
        found.append((at, end))
    return found


def _code(path: str | None) -> bytes:
    assert path is not None
    return Path(path).read_bytes()
