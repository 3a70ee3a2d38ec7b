"""A playlist: how the pieces of many chunks become segments that a player asks for one by one (HLS, RFC 8216).

Pieces are given as they were recorded; only what describes the tracks is turned. A segment lies in one chunk,
begins with a keyframe and lasts about `TARGET`; how a chunk is divided depends on that chunk alone. Where the
tracks change or the camera's own clock does not go on, the playlist says so (DISCONTINUITY), and the time of
day stands where a stretch and where a chunk begins, so that gaps are as long as they were.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from ..guideline.viewing import Scope
from ..vault.table import UNKNOWN, Piece, Table

TARGET = timedelta(seconds=6)
_SECOND = 1_000_000
_ENOUGH = int(TARGET.total_seconds() * _SECOND) - _SECOND // 4
_NONE = bytes(32)


@dataclass(frozen=True, slots=True)
class Segment:
    """Pieces of a chunk that are played as one; `number` counts within the chunk from 0."""

    number: int
    first: int
    after: int
    opens: Piece
    closes: Piece
    lasts: int
    """Microseconds, by the camera's clock."""

    @property
    def start(self) -> datetime:
        """Return the moment it begins."""
        return self.opens.start

    @property
    def end(self) -> datetime:
        """Return the moment it ends."""
        return self.closes.end

    def shows(self, scope: Scope) -> bool:
        """Say whether something of it lies in a span."""
        return self.start < scope.end and self.end > scope.start


def segments_of(table: Table) -> Iterator[Segment]:
    """Yield the segments of a chunk; none where it is no MP4."""
    pieces, number, first, lasts = table.pieces, 0, 0, 0
    if table.digest == _NONE or any(piece.decoded == UNKNOWN for piece in pieces):
        return
    for at, piece in enumerate(pieces):
        if at > first and (
            not piece.continues(pieces[at - 1])
            or (piece.keyframe and (lasts >= _ENOUGH or not pieces[first].keyframe))
        ):
            yield Segment(number, first, at, pieces[first], pieces[at - 1], lasts)
            number, first, lasts = number + 1, at, 0
        lasts += piece.lasts
    if pieces:
        yield Segment(number, first, len(pieces), pieces[first], pieces[-1], lasts)


class Playlist:
    """Makes the playlist of one camera and span, chunk by chunk in their order."""

    def __init__(self, scope: Scope, zone: tzinfo) -> None:
        """Begin with nothing; times are told in `zone`."""
        self._scope = scope
        self._zone = zone
        self._lines: list[str] = []
        self._digest = b""
        self._last: Piece | None = None
        self._longest = _SECOND
        self._independent = True

    def add(self, chunk: str, table: Table) -> None:
        """Add the segments of a chunk that show something of the span."""
        begins = True
        for segment in segments_of(table):
            if not segment.shows(self._scope):
                continue
            goes_on = (
                self._last is not None
                and table.digest == self._digest
                and segment.opens.continues(self._last)
            )
            # Nothing can be shown before the first whole picture.
            if not segment.opens.keyframe:
                if not goes_on:
                    continue
                self._independent = False
            if self._last is not None and not goes_on:
                self._lines.append("#EXT-X-DISCONTINUITY")
            if table.digest != self._digest:
                self._lines.append(f'#EXT-X-MAP:URI="{chunk}/init.mp4"')
            if begins or not goes_on:
                at = segment.start.astimezone(self._zone).isoformat(timespec="milliseconds")
                self._lines.append(f"#EXT-X-PROGRAM-DATE-TIME:{at}")
            self._lines.append(f"#EXTINF:{segment.lasts / _SECOND:.6f},")
            self._lines.append(f"{chunk}/{segment.number}.m4s")
            self._digest, self._last, begins = table.digest, segment.closes, False
            self._longest = max(self._longest, segment.lasts)

    def text(self) -> str:
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
        return "\n".join((*head, *self._lines, "#EXT-X-ENDLIST", ""))
