"""`manifest.json`: every file of a package by its SHA-256, what it was made of, and what is missing (docs/formats.md).

It depends on what was recorded and decided, never on when it is written: put together again it is the same
text. Its own SHA-256 stands in the book.
"""

from base64 import b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
import json
from typing import Any

FORMAT = "kuma_bouhan package 1"
NAME, EXTRACT = "manifest.json", "extract.json"
VERIFY, VERIFY_BOOK = "verify.py", "verify_book.py"

CUT = {
    "ja": "動画は、開始時刻またはその直前のキーフレームから始まり、終了時刻を含む断片で終わります。"
    "記録された映像と音声のデータは、圧縮し直していません。",
    "en": "Each video begins at the keyframe at or before the beginning of the span and ends with the fragment that "
    "holds its end. Pictures and sound are as recorded; nothing was compressed again.",
}
CUT_MASKED = {
    "ja": "マスクしたコピーです。ほかの人をマスクするために、記録された映像を復号し、圧縮し直しています。",
    "en": "This is a masked copy. To mask other people the recorded pictures were decoded and compressed again.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Encrypted footage that a file was made of; `digest` (hex) is the one that the site's book has of it."""

    id: str
    start: datetime
    end: datetime
    digest: str
    complete: bool
    first: int = 0
    after: int = 0
    """Its pieces in the file: from number `first` to before `after`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A file; `kind` is video, still or text. `why` says why a video begins where it does."""

    name: str
    bytes: int
    sha256: str
    kind: str
    camera: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    why: str | None = None
    pictures: int | None = None
    seconds: float | None = None
    chunks: tuple[Chunk, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """A camera; `derived` is what its masked copy stands under, where that was given out."""

    camera: str
    place: str
    view: str = ""
    derived: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What there is no footage of, or none in the package, and why."""

    camera: str
    start: datetime
    end: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """The permission: the act in the book, who gave it, and their signature (public key and Ed25519)."""

    act: int
    at: datetime
    by: str
    name: str
    fingerprint: str
    signature: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where the footage is from, and what its keys and its book are known by."""

    facility: str
    contact: str
    book: str
    vault: str
    vault_fingerprint: str
    host_key: str
    host_fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that a package says about itself. `request` is the act that asked for it."""

    number: int
    request: int
    site: Site
    start: datetime
    end: datetime
    zone: tzinfo
    masked: bool
    permission: Permission | None
    cameras: tuple[Camera, ...]
    files: tuple[Listed, ...] = ()
    missing: tuple[Missing, ...] = ()

    def place(self, camera: str | None) -> str:
        """Return where a camera stands."""
        return next((one.place for one in self.cameras if one.camera == camera), "")


def manifest(contents: Contents) -> bytes:
    """Return the list as the file has it."""
    zone, site, permission = contents.zone, contents.site, contents.permission
    said = {
        "format": FORMAT,
        "number": contents.number,
        "site": {
            "facility": site.facility,
            "contact": site.contact,
            "book": site.book,
            "vault": {"id": site.vault, "fingerprint": site.vault_fingerprint},
            "host": {"public_key": site.host_key, "fingerprint": site.host_fingerprint},
        },
        "request": {"act": contents.request},
        "permission": permission
        and {
            "act": permission.act,
            "at": _moment(permission.at, zone),
            "by": permission.by,
            "name": permission.name,
            "fingerprint": permission.fingerprint,
            "signature": b64encode(permission.signature).decode(),
        },
        "start": _moment(contents.start, zone),
        "end": _moment(contents.end, zone),
        "masked": contents.masked,
        "cut": CUT_MASKED if contents.masked else CUT,
        "cameras": [
            _filled(
                camera=one.camera, place=one.place, view=one.view or None, masked_copy=one.derived
            )
            for one in contents.cameras
        ],
        "missing": [
            {
                "camera": one.camera,
                "start": _moment(one.start, zone),
                "end": _moment(one.end, zone),
                "reason": one.reason,
            }
            for one in contents.missing
        ],
        "files": [_file(one, zone) for one in contents.files],
        "extract": EXTRACT,
    }
    return json.dumps(said, indent=1, ensure_ascii=False).encode() + b"\n"


def _file(one: Listed, zone: tzinfo) -> dict[str, Any]:
    return _filled(
        name=one.name,
        bytes=one.bytes,
        sha256=one.sha256,
        kind=one.kind,
        camera=one.camera,
        start=one.start and _moment(one.start, zone),
        end=one.end and _moment(one.end, zone),
        begins=one.why,
        pictures=one.pictures,
        seconds=one.seconds,
        chunks=[_chunk(chunk) for chunk in one.chunks] or None,
    )


def _chunk(chunk: Chunk) -> dict[str, Any]:
    return {
        "id": chunk.id,
        "start": _utc(chunk.start),
        "end": _utc(chunk.end),
        "sha256": chunk.digest,
        "complete": chunk.complete,
        "pieces": [chunk.first, chunk.after],
    }


def _filled(**values: Any) -> dict[str, Any]:
    """Return what there is, without what there is not."""
    return {name: value for name, value in values.items() if value is not None}


def _moment(moment: datetime, zone: tzinfo) -> dict[str, str]:
    local = moment.astimezone(zone).isoformat(timespec="milliseconds")
    return {"utc": _utc(moment), "local": local}


def _utc(moment: datetime) -> str:
    text = moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds")
    return f"{text}Z"
