"""Where "mend this" of the self-check leads: to a page of the panel, or to one of Home Assistant's that is known here."""

import ast
from collections.abc import Iterator
import re

import pytest

from custom_components.kuma_bouhan.guideline.self_check import INTEGRATION, PANEL

from .source import ROOT, Module, modules

CHECKS = [one for one in modules() if one.path.is_relative_to("procedure/checks")]
HOME_ASSISTANT = {
    "/config/automation/dashboard",
    "/config/backup/overview",
    INTEGRATION,
    "/config/integrations/dashboard",
    "/config/network",
    "/config/repairs",
    "/config/storage",
    "/config/users",
    "/config/voice-assistants/expose",
    "/media-browser/browser",
}
"""Its pages where something is mended that no page of the panel mends; whatever lies under /config is its administrators'."""


def listed(file: str, name: str) -> list[str]:
    """Return the names in a list of the panel's source."""
    source = (ROOT / "frontend/src" / file).read_text()
    (inside,) = re.findall(rf"const {name} = \[([^]]*)\] as const", source)
    return re.findall(r'"(\w+)"', inside)


def panel_pages() -> set[str]:
    """Return every address that the panel has a page or a theme for."""
    tabs = listed("data/route.ts", "TABS") + listed("data/route.ts", "APART")
    themes = listed("data/kept-section.ts", "THEMES")
    return {
        PANEL,
        *(f"{PANEL}/{tab}" for tab in tabs),
        *(f"{PANEL}/duties/{one}" for one in themes),
    }


def ways(module: Module) -> Iterator[str]:
    """Yield the addresses that a check calls `fails` with."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "fails":
            yield eval(  # noqa: S307  # our own source: a text, a name, or a text with a name in it
                ast.unparse(node.args[1]), {"PANEL": PANEL, "INTEGRATION": INTEGRATION}
            )


@pytest.mark.parametrize("module", CHECKS, ids=lambda one: one.path.stem)
def test_a_check_leads_to_a_page_that_is_there(module: Module) -> None:
    assert set(ways(module)) - panel_pages() - HOME_ASSISTANT == set()


def test_the_ways_of_checks_are_found() -> None:
    found = {path for module in CHECKS for path in ways(module)}
    assert found >= HOME_ASSISTANT  # none is listed in vain
    assert {f"{PANEL}/people", f"{PANEL}/duties/signs", PANEL} <= found


def test_offices_are_given_on_the_page_of_people() -> None:
    paths = {one.path.stem: list(ways(one)) for one in CHECKS}
    assert paths["absence"] == paths["complaint_officer"] == [f"{PANEL}/people"]
    assert paths["manager"] == [INTEGRATION, f"{PANEL}/people"]


def test_first_steps_lead_where_the_checks_do() -> None:
    source = (ROOT / "frontend/src/views/start.ts").read_text()
    assert f'const INTEGRATION = "{INTEGRATION}";' in source
