"""Whether bytes are a JPEG picture, by its own header, and it without its notes: nothing of it is decoded.

A picture is a run of segments: SOI, tables and a frame header (SOF) with its sides, a scan (SOS), EOI at the very end.
"""

_SOI, _EOI, _SOS = b"\xff\xd8", b"\xff\xd9", 0xDA
_ALONE = {0x01, *range(0xD0, 0xD8)}
"""Markers that nothing belongs to."""
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Markers of a frame header."""
_NOTES = {*range(0xE1, 0xF0), 0xFE} - {0xEE}
"""Markers of notes: EXIF and the like, and comments; 0xEE says how colours are to be read."""
_FRAME_HEAD = 8
"""Bytes of a frame header before its components, of three bytes each."""


def is_jpeg(data: bytes) -> bool:
    """Say whether this is one whole picture with sides of its own."""
    if not (data.startswith(_SOI) and data.endswith(_EOI)):
        return False
    place, sized = len(_SOI), False
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker in _ALONE:
            place += 2
            continue
        length = int.from_bytes(data[place + 2 : place + 4])
        segment = data[place + 2 : place + 2 + length]
        if len(segment) < max(length, 2):
            return False
        if marker == _SOS:
            return sized
        if marker in _FRAMES:
            if not _has_sides(segment):
                return False
            sized = True
        place += 2 + length
    return False


def without_notes(data: bytes) -> bytes:
    """Return a picture without what is noted in it beside the picture: where and by what it was taken (EXIF), comments."""
    kept, place = bytearray(_SOI), len(_SOI)
    while data[place + 1] != _SOS:
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        alone = marker in _ALONE
        size = 2 if alone else 2 + int.from_bytes(data[place + 2 : place + 4])
        if marker not in _NOTES:
            kept += data[place : place + size]
        place += size
    return bytes(kept + data[place:])


def _has_sides(frame: bytes) -> bool:
    """Say whether a frame header is whole, and its picture has a height and a width."""
    if len(frame) < _FRAME_HEAD:
        return False
    height, width, components = frame[3:5], frame[5:7], frame[7]
    return any(height) and any(width) and len(frame) == _FRAME_HEAD + 3 * components
