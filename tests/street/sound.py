"""The sound of the street: a soft chord that changes every two seconds, and footsteps."""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

RATE: Final = 16_000  # samples per second, mono
BLOCK: Final = 1024  # samples in one AAC frame
_CHORDS: Final = (
    (220.0, 277.18, 329.63),
    (196.0, 246.94, 293.66),
    (174.61, 220.0, 261.63),
    (196.0, 246.94, 329.63),
)
_CHORD_SECONDS: Final = 2
_PERIOD: Final = len(_CHORDS) * _CHORD_SECONDS * RATE  # samples after which everything repeats


def block(number: int) -> NDArray[np.float32]:
    """Make the samples (-1..1) of AAC frame `number`."""
    start = number * BLOCK % _PERIOD
    samples: NDArray[np.float32] = _melody()[np.arange(start, start + BLOCK) % _PERIOD]
    return samples


@cache
def _melody() -> NDArray[np.float32]:
    time = np.arange(_CHORD_SECONDS * RATE) / RATE
    swell = np.sin(np.pi * time / _CHORD_SECONDS) ** 2
    chords = [
        swell * sum(np.sin(2 * np.pi * pitch * time) for pitch in chord) * 0.05 for chord in _CHORDS
    ]
    melody: NDArray[np.float64] = np.concatenate(chords)
    tap_time = np.arange(RATE // 20) / RATE
    tap = np.random.default_rng(2).normal(0, 0.12, tap_time.size) * np.exp(-tap_time * 90)
    for at in np.arange(0, _PERIOD, RATE // 2):
        melody[at : at + tap.size] += tap
    return melody.astype(np.float32)
