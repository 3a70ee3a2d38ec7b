"""The panel has words for everything that can stand in the book, in both languages."""

from collections.abc import Iterable
from enum import StrEnum
import json
import re
from typing import Any

import pytest

from custom_components.kuma_bouhan.guideline.complaints import (
    ComplaintKind,
    ComplaintState,
    Outcome,
    Way,
)
from custom_components.kuma_bouhan.guideline.contracts import Certified, ContractState, Task
from custom_components.kuma_bouhan.guideline.custody import CodeUse, LockReason
from custom_components.kuma_bouhan.guideline.disclosure import (
    Answer,
    Asks,
    CopyForm,
    Danger,
    Duty,
    Fate,
    Medium,
)
from custom_components.kuma_bouhan.guideline.duties import DutyKind
from custom_components.kuma_bouhan.guideline.extension import Wanted
from custom_components.kuma_bouhan.guideline.grounds import Ground
from custom_components.kuma_bouhan.guideline.incidents import IncidentKind, Informed
from custom_components.kuma_bouhan.guideline.instruction import Topic
from custom_components.kuma_bouhan.guideline.people import Absence, Act, Role
from custom_components.kuma_bouhan.guideline.recording import GapReason
from custom_components.kuma_bouhan.guideline.registers import Register
from custom_components.kuma_bouhan.guideline.retention import ErasureCause, ErasureReason
from custom_components.kuma_bouhan.guideline.settings import CameraSettings, SiteSettings
from custom_components.kuma_bouhan.guideline.signs import SignMeans, SignState
from custom_components.kuma_bouhan.guideline.things import (
    CopyKind,
    Inspection,
    Method,
    TakingState,
    ThingKind,
)
from custom_components.kuma_bouhan.guideline.viewing import Purpose, ViewingEnd
from custom_components.kuma_bouhan.procedure.anchors import UNREADABLE, AnchorState
from custom_components.kuma_bouhan.procedure.recovery import COPY_MENDED, SETTINGS_UNREADABLE
from custom_components.kuma_bouhan.records.acts import KINDS, RecordingSwitched
from custom_components.kuma_bouhan.records.book import BookState
from custom_components.kuma_bouhan.records.holders import KEY_CHANGED, KEYS_TAMPERED
from custom_components.kuma_bouhan.vault.notes import NoteKind

from .source import ROOT, flat, read_json

SOURCE = ROOT / "frontend" / "src"


def words(language: str) -> dict[str, str]:
    """Return the panel's words by dotted key, those that are loaded with a page of their own included."""
    tree: dict[str, Any] = {}
    for name in (f"{part}{language}.json" for part in ("", "requests.", "duties.", "papers.")):
        tree |= json.loads((SOURCE / "translations" / name).read_text())
    return flat(tree)


def missing(table: dict[str, str], above: str, names: Iterable[str]) -> list[str]:
    """Return what has no words."""
    return [name for name in names if f"{above}.{name}" not in table]


LISTS: dict[str, Iterable[str]] = {
    "book.kind": [
        *(kind for kind in KINDS if kind != RecordingSwitched.kind),
        *(f"{RecordingSwitched.kind}_{way}" for way in ("on", "off")),
        *("gap", "erasure", "unknown"),
    ],
    "book.act": Act,
    "book.registers": Register,
    "book.cause": [*ErasureCause, *ErasureReason],
    "book.code_use": CodeUse,
    "book.field": [
        name
        for name in (*SiteSettings.__slots__, *CameraSettings.__slots__)
        if name != "camera"  # the id, which never changes
    ],
    "book.finding": [
        *NoteKind,
        *(KEY_CHANGED, KEYS_TAMPERED),
        *(AnchorState.SHORTER, AnchorState.FORKED, UNREADABLE),
        *(BookState.REPAIRED, COPY_MENDED, SETTINGS_UNREADABLE),
    ],
    "book.lock_reason": LockReason,
    "book.more.absence": Absence,
    "book.viewing_end": ViewingEnd,
    "book.wanted": Wanted,
    "book.asks": Asks,
    "book.danger": Danger,
    "book.answer": Answer,
    "book.copy_form": CopyForm,
    "book.medium": Medium,
    "book.duty": Duty,
    "book.fate": Fate,
    "gap": GapReason,
    "sign.state": SignState,
    "duties.signs.means": SignMeans,
    "duties.kind": DutyKind,
    "duties.complaints.state": ComplaintState,
    "duties.contracts.state": ContractState,
    "duties.things.taking": TakingState,
    "requests.answer": Answer,
    "requests.danger": Danger,
    "requests.duty": Duty,
    "requests.fate": Fate,
    "requests.form": CopyForm,
    "requests.guideline": [f"{ground}.quote" for ground in Ground],
    "requests.kind": [*Asks, *Wanted],
    "requests.medium": Medium,
    "role": Role,
    "people.does": Role,
    "viewing.ground": Ground,
    "viewing.purpose": [purpose for purpose in Purpose if not purpose.needs_permission],
}
"""What the integration tells by key, and where the panel's words for it stand."""

CHOICES: dict[str, type[StrEnum]] = {
    "complaint": ComplaintKind,
    "way": Way,
    "outcome": Outcome,
    "incident": IncidentKind,
    "informed": Informed,
    "topic": Topic,
    "task": Task,
    "certified": Certified,
    "thing": ThingKind,
    "copy": CopyKind,
    "method": Method,
    "inspection": Inspection,
}
"""What the panel's forms offer; each choice's words are held by its own tests."""


OF_HOME_ASSISTANT = {"設定", "修復", "デバイスとサービス", "統合を追加"}
"""What Home Assistant itself calls so."""


@pytest.mark.parametrize(("language", "name"), [("en", "“([^”]+)”"), ("ja", "「([^」!-~]+)」")])
def test_an_error_calls_what_is_on_the_screen_as_it_is_called_there(
    language: str, name: str
) -> None:
    said = flat(read_json(f"translations/{language}.json"))
    errors = {key: text for key, text in said.items() if key.startswith("exceptions.")}
    called = {*words(language).values(), *OF_HOME_ASSISTANT}
    called |= {text for key, text in said.items() if key not in errors}
    assert [
        (key, found)
        for key, text in errors.items()
        for found in re.findall(name, text)
        if found not in called
    ] == []


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("above", LISTS)
def test_everything_that_is_told_by_key_has_words(language: str, above: str) -> None:
    assert missing(words(language), above, LISTS[above]) == []


def test_a_kind_without_words_is_seen() -> None:
    class Kind(StrEnum):
        OLD = "old"
        NEW = "new"

    assert missing({"book.kind.old": "…"}, "book.kind", Kind) == ["new"]


def test_the_panel_offers_every_register_to_those_who_may_read_it() -> None:
    table = (SOURCE / "data/book.ts").read_text().partition("REGISTERS = {")[2].partition("}")[0]
    offered = dict(re.findall(r'(\w+): "(\w+)"', table))
    assert offered == {register.value: register.act.value for register in Register}


def test_the_panel_offers_every_choice_in_the_order_of_the_guideline() -> None:
    table = (SOURCE / "data/choices.ts").read_text().partition("CHOICES = {")[2].partition("}")[0]
    offered = {
        name: re.findall(r'"(\w+)"', values)
        for name, values in re.findall(r"(\w+): \[([^\]]*)\]", table)
    }
    assert offered == {name: [one.value for one in kinds] for name, kinds in CHOICES.items()}


def test_the_panel_knows_every_role() -> None:
    table = (SOURCE / "data/people.ts").read_text().partition("ROLES = [")[2].partition("]")[0]
    assert re.findall(r'"(\w+)"', table) == [role.value for role in Role]
