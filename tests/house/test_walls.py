"""Imports run one way: doors → site → procedure → the rooms that do the work → guideline."""

import ast
from pathlib import Path
import re
import sys

import pytest

from .source import PACKAGE, Module, imported, modules

ROOMS = {
    "guideline": set[str](),
    "records": {"guideline"},
    "vault": {"guideline"},
    "documents": {"guideline", "records"},
    "capture": {"guideline", "vault"},
    "masking": {"guideline", "vault"},
    "procedure": {"guideline", "records", "vault", "documents", "capture", "masking"},
}
"""The rooms, and which of the others each may know."""

GROUND = {"const", "machine"}
"""Modules beside the rooms that know nothing of ours."""

DOOR_ROOMS = {"flows", "deeds", "audit"}
"""Rooms of doors: everything lies behind them."""

WIRING = {"site": {"recorders"}, "recorders": set[str]()}
"""What wires the rooms together, and which of its own parts each may know."""

KNOWS_HOME_ASSISTANT = {"capture", *WIRING}  # and the doors

OUTSIDE = {
    "guideline": set[str](),
    "records": {"cryptography"},
    "vault": {"cryptography", "mnemonic"},
    "documents": {"jinja2", "segno"},
    "masking": {"av", "PIL"},
    "procedure": {"cryptography", "stream_zip"},
    "const": set[str](),
    "machine": set[str](),
}
"""What a room may use beyond the standard library."""


def trespasses(module: Module) -> list[str]:
    """Return the imports of a module that go the wrong way."""
    room = module.room
    if room in ROOMS:
        may_know = ROOMS[room] | {room}
    elif room in GROUND:
        may_know = set()
    elif room in WIRING:
        may_know = {*ROOMS, *GROUND, *WIRING[room], room}
    else:
        return []  # a door: everything lies behind it
    wrong = []
    for name in imported(module):
        top = name.split(".")[0]
        if name.startswith(f"{PACKAGE}."):
            if name.removeprefix(f"{PACKAGE}.").split(".")[0] not in may_know:
                wrong.append(name)
        elif top == "homeassistant":
            if room not in KNOWS_HOME_ASSISTANT:
                wrong.append(name)
        elif room in OUTSIDE and top not in OUTSIDE[room] | sys.stdlib_module_names:
            wrong.append(name)
    return wrong


@pytest.mark.parametrize("module", modules(), ids=lambda module: str(module.path))
def test_a_room_knows_only_the_rooms_behind_it(module: Module) -> None:
    assert trespasses(module) == []


def test_no_room_stands_outside_the_plan() -> None:
    rooms = {module.path.parts[0] for module in modules() if len(module.path.parts) > 1}
    assert rooms <= {*ROOMS, *DOOR_ROOMS, "frontend"}


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("guideline/people.py", "from ..records.book import Book"),
        ("guideline/retention.py", "import cryptography"),
        ("records/book.py", "from ..vault.vault import Vault"),
        ("records/book.py", "from .. import vault"),
        ("records/book.py", "from homeassistant.core import HomeAssistant"),
        ("vault/vault.py", "from ..records import book"),
        ("vault/vault.py", "from custom_components.kuma_bouhan.procedure import desk"),
        ("vault/vault.py", "from ..const import DOMAIN"),
        ("documents/forms.py", "from ..vault.vault import Vault"),
        ("capture/recorder.py", "from ..records.book import Book"),
        ("capture/recorder.py", "from ..site import Site"),
        ("procedure/erasure.py", "from homeassistant.util import dt"),
        ("procedure/erasure.py", "if TYPE_CHECKING:\n    from ..site import Site"),
        ("site.py", "from .sensor import FootageSensor"),
        ("recorders.py", "from .site import Site"),
        ("const.py", "from .site import Site"),
    ],
)
def test_a_step_through_a_wall_is_seen(path: str, line: str) -> None:
    assert trespasses(Module(Path(path), ast.parse(line)))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("vault/writer.py", "from .slots import Slot"),
        ("vault/writer.py", "from ..guideline.errors import Problem"),
        ("capture/recorder.py", "from homeassistant.core import HomeAssistant"),
        ("capture/recorder.py", "from ..vault.writer import CameraWriter"),
        ("procedure/erasure.py", "from ..vault.slots import Slot"),
        ("site.py", "from .procedure import desk"),
        ("site.py", "from .recorders import Recorders"),
        ("sensor.py", "from .site import KumaConfigEntry"),
    ],
)
def test_a_step_through_a_door_is_free(path: str, line: str) -> None:
    assert trespasses(Module(Path(path), ast.parse(line))) == []


READS = re.compile(r"\b(?:as_utc|parse_date(?:time)?|(?:date|datetime)\.fromisoformat)\b")
"""What makes a day or a moment of what somebody gives."""


@pytest.mark.parametrize("module", modules(), ids=lambda module: str(module.path))
def test_a_door_reads_a_persons_days_and_moments_in_one_place(module: Module) -> None:
    if module.room not in ROOMS:
        assert bool(READS.search(ast.unparse(module.tree))) == (module.room == "when")
