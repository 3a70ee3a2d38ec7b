"""What all rooms' tests share.

Home Assistant's fixtures (`hass`, `enable_custom_integrations`) are asked for where they are
needed, in the conftest of `doors` and `capture`; the other rooms run under plain pytest.
"""

from hypothesis import settings
import pytest

# The test package of Home Assistant brings a `custom_components` of its own; the first one
# imported wins.
import custom_components  # noqa: F401

# Nothing here is timed: a busy machine must not fail a property.
settings.register_profile("kuma_bouhan", deadline=None, print_blob=True)
settings.load_profile("kuma_bouhan")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--thorough`: whatever takes its cases by chance takes many more of them."""
    parser.addoption("--thorough", action="store_true", help="many more cases, for many minutes")


@pytest.fixture(scope="session")
def thorough(pytestconfig: pytest.Config) -> bool:
    """Say whether there is time for many more cases."""
    return bool(pytestconfig.getoption("thorough"))
