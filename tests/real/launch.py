"""Starts Home Assistant with shorter waits than anybody can choose. Everything else is as users have it."""

from datetime import timedelta
from functools import partial
import sys
from typing import Final

CHUNK: Final = timedelta(seconds=6)
TICK: Final = timedelta(seconds=3)


def main() -> int:
    """Shorten the waits, then run Home Assistant as its own command does."""
    from homeassistant.__main__ import main as home_assistant
    from homeassistant.components import stream

    import custom_components.kuma_bouhan as integration
    from custom_components.kuma_bouhan import site
    from custom_components.kuma_bouhan.capture import supervisor
    from custom_components.kuma_bouhan.capture.pace import Pace
    from custom_components.kuma_bouhan.vault.vault import Timing

    shorter = partial(Pace, check=1, first=8, quiet=4, stalled=7, lost=12, gather=1, retry=2)
    supervisor.Pace = shorter  # type: ignore[misc, assignment]
    stream.STREAM_RESTART_INCREMENT = 4
    site.TICK = TICK
    integration.open_site = partial(integration.open_site, timing=Timing(chunk=CHUNK))
    return home_assistant()


if __name__ == "__main__":
    sys.exit(main())
