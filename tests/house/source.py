"""Reads the project's own files: modules as trees, translations as flat tables."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
import json
from pathlib import Path
import re
import subprocess
from typing import Any

ROOT = Path(__file__).parents[2]
PACKAGE = "custom_components.kuma_bouhan"
HOUSE = ROOT / "custom_components" / "kuma_bouhan"


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file of the integration, by its path inside the house."""

    path: Path
    tree: ast.Module

    @property
    def room(self) -> str:
        """Return the folder it lies in; for HA's own doors and `site`, its own name."""
        return self.path.parts[0].removesuffix(".py")


def modules() -> list[Module]:
    """Return every module of the integration."""
    return [
        Module(path.relative_to(HOUSE), ast.parse(path.read_text(), filename=str(path)))
        for path in sorted(HOUSE.rglob("*.py"))
    ]


def imported(module: Module) -> Iterator[str]:
    """Yield the full names of what a module imports, relative imports resolved.

    An import under `if TYPE_CHECKING` counts like any other: to know is to know.
    """
    package = [*PACKAGE.split("."), *module.path.parts[:-1]]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            source = [*base, *(node.module or "").split(".")] if node.module else base
            yield from (".".join([*source, alias.name]) for alias in node.names)


def tracked_texts() -> Iterator[tuple[str, str]]:
    """Yield name and text of every file that git would carry, pictures left aside."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.suffix in {".png", ".ico", ".woff2"} or not path.is_file():
            continue
        yield name, path.read_text()


def read_json(name: str) -> dict[str, Any]:
    """Return a JSON file of the integration."""
    content: dict[str, Any] = json.loads((HOUSE / name).read_text())
    return content


def flat(tree: Mapping[str, Any], above: str = "") -> dict[str, str]:
    """Return a nested table of texts as one of dotted keys."""
    table: dict[str, str] = {}
    for key, value in tree.items():
        if isinstance(value, dict):
            table |= flat(value, f"{above}{key}.")
        else:
            table[f"{above}{key}"] = value
    return table


def blanks(text: str) -> set[str]:
    """Return the names of the blanks in a text: `{name}`."""
    return set(re.findall(r"\{(\w+)\}", text))
