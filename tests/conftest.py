"""What all rooms' tests share.

Home Assistant's fixtures (`hass`, `enable_custom_integrations`) are asked for where they are
needed, in the conftest of `doors` and `capture`; the other rooms run under plain pytest.
"""

from hypothesis import settings
import pytest

# The test package of Home Assistant brings a `custom_components` of its own; the first one
# imported wins.
import custom_components  # noqa: F401

# Nothing here is timed: a busy machine must not fail a property. What is to land is judged by the same cases everywhere and
# each time; those of a thorough run are other ones each time.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("thorough", deadline=None, print_blob=True)
settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--thorough`: whatever takes its cases by chance takes many more of them."""
    parser.addoption("--thorough", action="store_true", help="many more cases, for many minutes")


def pytest_configure(config: pytest.Config) -> None:
    """Take other cases each time in a thorough run."""
    if config.getoption("thorough"):
        settings.load_profile("thorough")


@pytest.fixture(scope="session")
def thorough(pytestconfig: pytest.Config) -> bool:
    """Say whether there is time for many more cases."""
    return bool(pytestconfig.getoption("thorough"))
