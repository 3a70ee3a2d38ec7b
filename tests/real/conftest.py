"""Tests that start whole Home Assistant processes.

They run in a pytest of their own, without Home Assistant's test package (which forbids sockets and replaces the
event loop): `pytest -p no:homeassistant tests/real`, as scripts/test does.
"""

from pathlib import Path

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what is in this folder."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("real")
