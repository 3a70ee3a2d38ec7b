"""docs/actions.md has every action with every field, its values, and what it answers."""

from typing import Any

from homeassistant.util.yaml import load_yaml_dict
import pytest

from .source import HOUSE, ROOT, read_json

ACTIONS: dict[str, Any] = load_yaml_dict(str(HOUSE / "services.yaml"))
TEXTS = read_json("translations/en.json")["services"]
PAGE = (ROOT / "docs" / "actions.md").read_text()


def section(action: str) -> str:
    """Return what the page says of an action."""
    return PAGE.split(f"## `kuma_bouhan.{action}`\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("action", ACTIONS)
def test_an_action_stands_there_with_its_fields_as_the_form_has_them(action: str) -> None:
    said = section(action)
    rows = [line.split("|")[1:4] for line in said.splitlines() if line.startswith("| `")]
    fields = (ACTIONS[action] or {}).get("fields", {})
    assert TEXTS[action]["description"] in said
    assert [name.strip(" `") for name, _, _ in rows] == list(fields)
    for name, needed, meaning in rows:
        field = fields[name.strip(" `")]
        assert ("needed" in needed) == field.get("required", False)
        assert TEXTS[action]["fields"][name.strip(" `")]["description"] in meaning
        options = (field["selector"].get("select") or {}).get("options", [])
        assert [one for one in options if f"`{one}`" not in meaning] == []


def test_no_other_action_stands_there() -> None:
    assert PAGE.count("## `kuma_bouhan.") == len(ACTIONS)
