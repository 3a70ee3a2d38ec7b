"""How fast footage leaves the vault as files that play, beside `ffmpeg -c copy` of the same footage, and what it holds meanwhile.

All of it happens in a process of its own (`exporting`); nothing goes over a network.
"""

import json
from pathlib import Path
from statistics import median
import subprocess
import sys

from .report import Ask, Figure, Outcome, number, say

_ROOT = Path(__file__).parents[2]


def measure(ask: Ask) -> Outcome:
    """Export some footage again and again, in turn with the peer."""
    minutes, rounds = (2, 3) if ask.quick else (60, 5)
    say(f"recording {minutes} minutes, and exporting them {rounds} times")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "scripts.measure.exporting"),
            *(str(ask.scratch), str(minutes), str(rounds)),
        ],
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    told = json.loads(done.stdout)
    ours, theirs = told["frames"]
    if ours != theirs:
        raise RuntimeError(f"ours has {ours} pictures, the peer's {theirs}")
    size = told["bytes"] / 1e6
    whole = [measuring + giving for measuring, giving in told["package"]]
    (sealed,) = told["sealed"]
    sample = f"median of {rounds}: {minutes} minutes of 720p25 with sound, {size:,.0f} MB"
    return Outcome(
        [
            Figure(
                key="mb_s",
                value=size / median(whole),
                unit="MB/s",
                sample=f"{sample}; a whole package, measured (SHA-256, CRC-32) and then zipped to a file",
                at_least=100,
            ),
            Figure(
                key="ratio_to_ffmpeg_copy",
                value=median(
                    film / copy for film, copy in zip(told["film"], told["copy"], strict=True)
                ),
                unit="×",
                sample=f"{sample}; from the vault to one MP4 file, in turn with ffmpeg from a plain file to one",
                at_most=1.5,
            ),
            Figure(
                key="rss_mb",
                value=told["rss_mb"],
                unit="MiB",
                sample=f"the most over all rounds, over what the process had before; {size:,.0f} MB exported each time",
            ),
        ],
        [
            (
                f"one MP4 file: {number(size / median(told['film']))} MB/s; "
                f"ffmpeg: {number(size / median(told['copy']))} MB/s"
            ),
            (
                f"the package: measured at {number(size / median(one for one, _ in told['package']))} MB/s, "
                f"zipped at {number(size / median(one for _, one in told['package']))} MB/s; both passes are "
                f"{number(median(mine / copy for mine, copy in zip(whole, told['copy'], strict=True)))} × ffmpeg's one"
            ),
            f"sealed (AES-256, HMAC-SHA1): zipped at {number(size / sealed[1])} MB/s",
        ],
    )
