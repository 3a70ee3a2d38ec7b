"""The package as it is shipped: names, versions, sizes and addresses agree and are clean."""

import json
import re
import struct
import tomllib

from homeassistant.util.yaml import load_yaml_dict
import pytest

from .source import HOUSE, ROOT, imported, modules, read_json, tracked_texts

MANIFEST = read_json("manifest.json")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

WITHOUT_ASKING = {
    "diagnostics",
    "homeassistant",
    "logbook",
    "persistent_notification",
    "repairs",
    "system_health",
    "websocket_api",
}
"""Parts of Home Assistant that are there before any integration is set up, or that call on ours themselves."""

LONGEST = 400  # lines of a module

FOREIGN = [
    # The address a package is fetched from, as lock files and apt write it, and a path of
    # somebody's machine.
    re.compile(r"(index-url|find-links|registry)[ =]+\W?(https?|file)://"),
    re.compile(r'"resolved": *"(https?|file):'),
    re.compile(r"^(deb|URIs:?)\s.*(https?|file):", re.MULTILINE),
    re.compile(r"(?<![\w./$}])/(work|root|opt/pypi|home/\w+)/"),
]


def pinned(name: str) -> str:
    """Return the version of a package in the lock file."""
    found = re.search(
        rf"^{re.escape(name)}==(\S+)", (ROOT / "requirements/dev.txt").read_text(), re.MULTILINE
    )
    assert found, f"{name} is not in requirements/dev.txt"
    return found[1]


def as_numbers(version: str) -> tuple[int, ...]:
    """Return a version as numbers that compare."""
    return tuple(map(int, version.split(".")))


# --- Versions and names ---


def test_one_version_is_told_everywhere() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text()
    head = re.search(r"^## (\d\S*)", changelog, re.MULTILINE)
    assert head
    assert MANIFEST["version"] == PROJECT["version"] == head[1]


def test_the_manifest_names_this_integration() -> None:
    assert MANIFEST["domain"] == PROJECT["name"] == HOUSE.name
    keys = list(MANIFEST)
    assert keys == ["domain", "name", *sorted(keys[2:])]  # as Home Assistant's checker wants it
    assert MANIFEST["config_flow"]
    assert MANIFEST["single_config_entry"]
    assert MANIFEST["codeowners"]


def test_hacs_asks_for_no_newer_home_assistant_than_is_tested() -> None:
    hacs = json.loads((ROOT / "hacs.json").read_text())
    assert hacs["name"] == MANIFEST["name"]
    assert as_numbers(hacs["homeassistant"]) <= as_numbers(pinned("homeassistant"))


@pytest.mark.parametrize("requirement", MANIFEST["requirements"])
def test_what_users_install_is_what_is_tested(requirement: str) -> None:
    name, version = requirement.split("==")
    assert pinned(name) == version


def test_every_part_of_home_assistant_in_use_is_asked_for() -> None:
    used = {
        name.split(".")[2]
        for module in modules()
        for name in imported(module)
        if name.startswith("homeassistant.components.")
    }
    platforms = {"binary_sensor", "button", "calendar", "event", "sensor", "switch", "todo"}
    asked = {*MANIFEST["dependencies"], *MANIFEST.get("after_dependencies", [])}
    assert used - platforms - WITHOUT_ASKING <= asked


@pytest.mark.parametrize(("name", "side"), [("icon.png", 256), ("icon@2x.png", 512)])
def test_the_icon_is_a_square_of_the_size_hacs_asks_for(name: str, side: int) -> None:
    head = (HOUSE / "brand" / name).read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", head[16:24]) == (side, side)


# --- Files ---


def too_long(texts: dict[str, str]) -> list[str]:
    """Return the modules (of the house, its panel and the scripts) with more lines than they should have."""
    return [
        name
        for name, text in texts.items()
        if name.endswith((".py", ".ts")) and not name.startswith(("tests/", "frontend/tests/"))
        if len(text.splitlines()) > LONGEST
    ]


def foreign(texts: dict[str, str]) -> list[str]:
    """Return the places that name a package index or a path of somebody's machine."""
    return [
        f"{name}: {found[0]}"
        for name, text in texts.items()
        for pattern in FOREIGN
        for found in pattern.finditer(text)
    ]


def test_no_module_is_long() -> None:
    assert too_long(dict(tracked_texts())) == []


def test_no_file_names_a_package_index_or_a_machine() -> None:
    here = "tests/house/test_package.py"
    assert foreign({name: text for name, text in tracked_texts() if name != here}) == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://example.invalid/simple",
        '"resolved": ' + '"https://example.invalid/lit-3.0.0.tgz"',
        "deb " + "http://example.invalid/debian testing main",
        "cd /" + "work/main && make",
        'PATH="/' + 'root/.cache/x"',
        "log in /home/someone/log",
    ],
)
def test_an_address_or_a_machine_path_is_seen(line: str) -> None:
    assert foreign({"x": line})


@pytest.mark.parametrize(
    "line",
    ["https://github.com/kuma-bouhan/kuma_bouhan", "tests/" + "work/x", "$HOME/" + "work/x"],
)
def test_what_is_no_address_is_let_pass(line: str) -> None:
    assert foreign({"x": line}) == []


@pytest.mark.parametrize("name", ["x.py", "frontend/src/x.ts"])
def test_a_long_module_is_seen(name: str) -> None:
    assert too_long({name: "line\n" * 401}) == [name]
    assert too_long({name: "line\n" * 400}) == []


def test_the_quality_scale_states_every_rule_and_why_one_does_not_apply() -> None:
    rules = load_yaml_dict(str(HOUSE / "quality_scale.yaml"))["rules"]
    assert len(rules) == 54
    for name, state in rules.items():
        about = {"status": state} if isinstance(state, str) else state
        assert about["status"] in {"done", "todo", "exempt"}, name
        assert about["status"] != "exempt" or about["comment"], name
