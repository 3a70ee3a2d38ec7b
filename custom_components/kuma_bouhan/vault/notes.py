"""What opening a vault found, for the book.

The command-line reader leaves its marks in `reader.log`; they are told at every opening until
somebody says that they are noted.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
import json
from pathlib import Path

from .keyring_file import Source
from .mirror import Findings

READER_LOG = "reader.log"


class NoteKind(StrEnum):
    """What was found."""

    MIRROR_MENDED = "mirror_mended"
    """Records of one copy were damaged; the other served, and they are mended."""
    MIRROR_TRUNCATED = "mirror_truncated"
    """One copy was cut short or missing; the other served, and it is mended."""
    MIRROR_NOT_MENDED = "mirror_not_mended"
    """The disk refused the mending: one copy serves alone."""
    RECORDS_LOST = "records_lost"
    """Records were damaged in both copies: what hung on them cannot be read any more."""
    READER_USED = "reader_used"
    """Footage was opened with the command-line reader, past the integration."""
    INDEX_REBUILT = "index_rebuilt"
    """The index was missing or broken, and is made anew."""
    KEYS_FROM_COPY = "keys_from_copy"
    """The vault's keyring was missing or broken: its copy served, and is in its place."""


@dataclass(frozen=True, slots=True)
class Note:
    """One finding: `detail` names files and counts, never people or places."""

    kind: NoteKind
    detail: str = ""
    at: datetime | None = None
    by_code: bool = False
    """The recovery code was used for it."""


def key_notes(source: Source) -> list[Note]:
    """Return what opening the keyring found."""
    return [Note(NoteKind.KEYS_FROM_COPY)] if source is Source.COPY else []


def mirror_notes(name: str, findings: Findings) -> list[Note]:
    """Return what opening a mirror found."""
    notes = [
        Note(kind, f"{file}: {count}")
        for kind, files in (
            (NoteKind.MIRROR_MENDED, findings.damaged),
            (NoteKind.MIRROR_TRUNCATED, findings.truncated),
        )
        for file, count in files.items()
    ]
    if findings.unmended:
        notes.append(Note(NoteKind.MIRROR_NOT_MENDED, f"{name}: {len(findings.unmended)}"))
    if findings.lost:
        notes.append(Note(NoteKind.RECORDS_LOST, f"{name}: {findings.lost}"))
    return notes


def reader_notes(folder: Path) -> list[Note]:
    """Return the marks of the command-line reader."""
    try:
        lines = (folder / READER_LOG).read_bytes().splitlines()
    except FileNotFoundError:
        return []
    return [_reader_note(line) for line in lines if line.strip()]


def _reader_note(line: bytes) -> Note:
    try:
        mark = json.loads(line)
        return Note(
            NoteKind.READER_USED,
            str(mark["what"]),
            datetime.fromisoformat(mark["at"]),
            mark.get("by_code") is True,
        )
    except ValueError, KeyError, TypeError:
        # A mark that a crash cut off still says that there was one.
        return Note(NoteKind.READER_USED)
