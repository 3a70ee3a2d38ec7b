"""H.264 as an encoder gives it (Annex B: units behind start codes) and as MP4 stores it (units behind lengths)."""

from collections.abc import Iterator
import re

_START = re.compile(b"\0\0\0?\1")
_PARAMETERS, _PICTURES, _DELIMITER = 7, 8, 9
"""Types of units: parameters of the sequence, of pictures, and what only delimits."""


def units(data: bytes) -> Iterator[bytes]:
    """Yield the units of a picture; none begins or ends with a start code."""
    return (unit for unit in _START.split(data) if unit)


def _kind(unit: bytes) -> int:
    return unit[0] & 31


def length_prefixed(data: bytes) -> bytes:
    """Return a picture as MP4 stores it: its parameters stand in the description of the track."""
    return b"".join(
        len(unit).to_bytes(4) + unit
        for unit in units(data)
        if _kind(unit) not in (_PARAMETERS, _PICTURES, _DELIMITER)
    )


def configuration(data: bytes) -> bytes:
    """Return what the description of the track says (avcC, ISO/IEC 14496-15), from the first picture.

    Raises ValueError where it brings no parameters.
    """
    sequence = [unit for unit in units(data) if _kind(unit) == _PARAMETERS]
    pictures = [unit for unit in units(data) if _kind(unit) == _PICTURES]
    if not sequence or not pictures:
        raise ValueError("a first picture without its parameters")
    said = b"\1" + sequence[0][1:4] + b"\xff"
    said += bytes([0xE0 | len(sequence)]) + _listed(sequence)
    said += bytes([len(pictures)]) + _listed(pictures)
    if sequence[0][1] >= 100:  # High and above: 4:2:0, 8 bits
        said += b"\xfd\xf8\xf8\0"
    return said


def _listed(found: list[bytes]) -> bytes:
    return b"".join(len(unit).to_bytes(2) + unit for unit in found)
