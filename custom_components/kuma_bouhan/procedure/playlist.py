"""A playlist: how the pieces of many chunks become segments that a player asks for one by one (HLS, RFC 8216).

Pieces are given as they were recorded; only what describes the tracks is turned. A segment lies in one chunk,
begins with a keyframe and lasts about `TARGET`; how a chunk is divided depends on that chunk alone. Where the
tracks change or the camera's own clock does not go on, the playlist says so (DISCONTINUITY), and the time of
day stands where a stretch and where a chunk begins, so that gaps are as long as they were.
"""

from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

from ..guideline.viewing import Scope
from ..vault.moments import length, micros, moment
from ..vault.table import JOINS, KEYFRAME, UNKNOWN, Table

TARGET = timedelta(seconds=6)
_SECOND = 1_000_000
_ENOUGH = length(TARGET) - _SECOND // 4
_NO_TRACKS = Table().digest


class Segment(NamedTuple):
    """Pieces of a chunk that are played as one; `number` counts within the chunk from 0.

    Moments, lengths and decode times are in microseconds.
    """

    number: int
    first: int
    after: int
    began: int
    ended: int
    lasts: int
    """By the camera's clock."""
    decoded: int
    independent: bool
    """It begins with a keyframe."""

    @property
    def start(self) -> datetime:
        """Return the moment it begins."""
        return moment(self.began)

    @property
    def end(self) -> datetime:
        """Return the moment it ends."""
        return moment(self.ended)

    def shows(self, start: int, end: int) -> bool:
        """Say whether something of it lies between two moments."""
        return self.began < end and self.ended > start

    def continues(self, before: Segment) -> bool:
        """Say whether its decode time is where another's pictures ended."""
        return abs(self.decoded - before.decoded - before.lasts) <= JOINS


def segments_of(table: Table) -> list[Segment]:
    """Return the segments of a chunk; none where it is no MP4."""
    found: list[Segment] = []
    if table.digest == _NO_TRACKS:
        return found
    at = number = first = lasts = began = ended = begins = goes_on = 0
    independent = False
    for at, (_, _, start, length_, decoded, flags) in enumerate(table.fields()):
        if decoded == UNKNOWN:
            return []
        if at > first and (
            not -JOINS <= decoded - goes_on <= JOINS
            or (flags & KEYFRAME and (lasts >= _ENOUGH or not independent))
        ):
            found.append(Segment(number, first, at, began, ended, lasts, begins, independent))
            number, first = number + 1, at
        if at == first:
            lasts, began, begins = 0, start, decoded
            independent = bool(flags & KEYFRAME)
        lasts += length_
        ended, goes_on = start + length_, decoded + length_
    if table.packed:
        found.append(Segment(number, first, at + 1, began, ended, lasts, begins, independent))
    return found


class Playlist:
    """Makes the playlist of one camera and span, chunk by chunk in their order."""

    def __init__(self, scope: Scope, zone: tzinfo) -> None:
        """Begin with nothing; times are told in `zone`."""
        self._start, self._end = micros(scope.start), micros(scope.end)
        self._zone = zone
        # Bytes, not lines: those of a week would take ten times the room.
        self._body = bytearray()
        self._digest = b""
        self._last: Segment | None = None
        self._longest = _SECOND
        self._independent = True

    def add(self, chunk: str, table: Table) -> None:
        """Add the segments of a chunk that show something of the span."""
        begins = True
        for segment in segments_of(table):
            if not segment.shows(self._start, self._end):
                continue
            goes_on = (
                self._last is not None
                and table.digest == self._digest
                and segment.continues(self._last)
            )
            # Nothing can be shown before the first whole picture.
            if not segment.independent:
                if not goes_on:
                    continue
                self._independent = False
            if self._last is not None and not goes_on:
                self._add("#EXT-X-DISCONTINUITY")
            if table.digest != self._digest:
                self._add(f'#EXT-X-MAP:URI="{chunk}/init.mp4"')
            if begins or not goes_on:
                at = segment.start.astimezone(self._zone).isoformat(timespec="milliseconds")
                self._add(f"#EXT-X-PROGRAM-DATE-TIME:{at}")
            self._add(f"#EXTINF:{segment.lasts / _SECOND:.6f},")
            self._add(f"{chunk}/{segment.number}.m4s")
            self._digest, self._last, begins = table.digest, segment, False
            self._longest = max(self._longest, segment.lasts)

    def _add(self, line: str) -> None:
        self._body += line.encode() + b"\n"

    def data(self) -> bytes:
        """Return the playlist."""
        head = [
            "#EXTM3U",
            "#EXT-X-VERSION:7",
            "#EXT-X-PLAYLIST-TYPE:VOD",
            # Rounded as RFC 8216 compares: no segment's length, rounded, is above it.
            f"#EXT-X-TARGETDURATION:{-(-self._longest // _SECOND)}",
            "#EXT-X-MEDIA-SEQUENCE:0",
        ]
        if self._independent:
            head.append("#EXT-X-INDEPENDENT-SEGMENTS")
        return b"\n".join((*(line.encode() for line in head), self._body + b"#EXT-X-ENDLIST\n"))
