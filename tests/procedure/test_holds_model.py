"""Whatever is asked, decided, erased and cut short, in whatever order: what is held is there, and nothing beside it."""

import shutil

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
import pytest

from .holds_model import Site, template


@pytest.mark.timeout(7200)
def test_exactly_what_is_held_outlives_its_period(thorough: bool) -> None:
    try:
        run_state_machine_as_test(
            Site,
            settings=settings(
                max_examples=10_000 if thorough else 300,
                stateful_step_count=30 if thorough else 9,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    finally:
        shutil.rmtree(template().folder)
        template.cache_clear()
