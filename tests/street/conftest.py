"""The street camera is tried over real sockets on loopback."""

import pytest


@pytest.fixture(autouse=True)
def _sockets(socket_enabled: None) -> None:
    """Home Assistant's test package forbids sockets unless asked."""
