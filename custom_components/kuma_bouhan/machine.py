"""What only the machine can say: which boot this is, and whether its clock is synchronised."""

import ctypes
from pathlib import Path
import time

_TIME_ERROR = 5
"""adjtimex(2): the clock is not synchronised."""


class _Timex(ctypes.Structure):
    """Room for the kernel's `struct timex`; only its `modes` is ours: 0, ask without changing."""

    _fields_ = (("modes", ctypes.c_uint), ("rest", ctypes.c_long * 63))


def is_synchronised() -> bool:
    """Say whether the kernel keeps the wall clock synchronised; False where it cannot say."""
    try:
        adjtimex = ctypes.CDLL(None, use_errno=True).adjtimex
    except AttributeError, OSError:
        return False
    state: int = adjtimex(ctypes.byref(_Timex(modes=0)))
    return 0 <= state < _TIME_ERROR


def since_boot() -> float:
    """Return seconds since the machine was booted, sleep included."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def boot_id() -> str:
    """Return the id of this boot; empty where the system has none."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return ""
