"""Starts Home Assistant with footage that lives for seconds instead of days.

Slot length, chunk length and the length of a "day" are arguments of the vault and the site;
no setting and no environment variable reaches them. This launcher hands in shorter ones.
"""

from datetime import timedelta
from functools import partial
import sys

SLOT = timedelta(seconds=6)
CHUNK = timedelta(seconds=3)
DAY = timedelta(seconds=3)


def main() -> int:
    """Shorten the times, then run Home Assistant as its own command does."""
    config = sys.argv[sys.argv.index("--config") + 1]
    sys.path.insert(0, config)
    from homeassistant.__main__ import main as home_assistant

    import custom_components.kuma_bouhan as integration
    from custom_components.kuma_bouhan.vault.vault import Timing

    timing = Timing(slot=SLOT, chunk=CHUNK)
    integration.open_site = partial(integration.open_site, timing=timing, day=DAY)
    return home_assistant()


if __name__ == "__main__":
    sys.exit(main())
