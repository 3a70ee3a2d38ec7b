"""Every sentence a person reads: in both languages, with the same blanks, promising nothing."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
import re
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.util.yaml import load_yaml_dict
import pytest

from custom_components.kuma_bouhan.const import DOMAIN
from custom_components.kuma_bouhan.guideline.people import Act
from custom_components.kuma_bouhan.guideline.registers import Register

from .source import HOUSE, Module, blanks, flat, modules, read_json, tracked_texts

EN = flat(read_json("translations/en.json"))
JA = flat(read_json("translations/ja.json"))

NEVER_PROMISED = ("証拠能力を保証", "改ざん不可能", "完全消去", "適法", "公認")
"""Claims no screen and no paper makes."""


# --- Two languages ---


def not_japanese(en: Mapping[str, str], ja: Mapping[str, str]) -> list[str]:
    """Return the keys whose English is a sentence and whose Japanese is not Japanese."""
    return [
        key
        for key, text in en.items()
        if " " in re.sub(r"\{\w+\}|https?://\S+", "", text).strip()
        and key in ja
        and not re.search(r"[ぁ-んァ-ヶ一-龠]", ja[key])
    ]


def other_blanks(en: Mapping[str, str], ja: Mapping[str, str]) -> list[str]:
    """Return the keys whose blanks differ between the languages."""
    return [key for key in en.keys() & ja.keys() if blanks(en[key]) != blanks(ja[key])]


def test_both_languages_have_the_same_keys() -> None:
    assert EN.keys() == JA.keys()


def test_both_languages_have_the_same_blanks() -> None:
    assert other_blanks(EN, JA) == []


def test_no_sentence_was_left_in_english() -> None:
    assert not_japanese(EN, JA) == []


def test_no_text_is_empty_or_refers_to_another() -> None:
    assert [key for key, text in (EN | JA).items() if not text.strip() or "[%key" in text] == []


def test_a_difference_between_the_languages_is_seen() -> None:
    assert other_blanks({"x": "{a} days"}, {"x": "{b}日"}) == ["x"]
    assert not_japanese({"x": "Wrong passphrase."}, {"x": "Wrong passphrase."}) == ["x"]
    assert not_japanese({"x": "Wrong passphrase."}, {"x": "パスフレーズが違います。"}) == []


def test_every_question_of_a_form_is_explained() -> None:
    bare = []
    for above, table in questions(read_json("translations/en.json")):
        explained = {**table.get("data_description", {})}
        bare += [f"{above}.{key}" for key in table["data"] if key not in explained]
    assert bare == []


def questions(tree: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every step of a form that asks something, at whatever depth."""
    for key, value in tree.items():
        if isinstance(value, dict):
            if isinstance(value.get("data"), dict):
                yield f"{above}{key}", value
            yield from questions(value, f"{above}{key}.")


# --- What is never promised ---


def promises(texts: Mapping[str, str]) -> list[str]:
    """Return the texts that claim what nobody can promise."""
    return [
        f"{name}: {word}" for name, text in texts.items() for word in NEVER_PROMISED if word in text
    ]


def test_nothing_is_claimed_that_cannot_be_kept() -> None:
    read_by_people = {
        name: text
        for name, text in tracked_texts()
        if name.startswith(
            (
                "README",
                "custom_components/kuma_bouhan/translations/",
                "custom_components/kuma_bouhan/documents/",
                "custom_components/kuma_bouhan/services.yaml",
                "frontend/src/",
            )
        )
    }
    assert promises(read_by_people) == []


def test_a_claim_is_seen() -> None:
    assert promises({"README.ja.md": "映像は完全消去されます。"})


# --- Errors ---


@dataclass(frozen=True, slots=True)
class Raised:
    """A sentence that the code asks for, and what it fills the blanks with."""

    key: str
    filled: frozenset[str] | None  # None: not to be seen from here
    place: str


def problem_classes(trees: list[Module]) -> set[str]:
    """Return the names of `Problem` and of every class made from it."""
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for module in trees
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    }
    found = {"Problem"}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return found


def constants(node: ast.expr) -> list[str]:
    """Return the texts an expression can come to, where they stand in it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return constants(node.body) + constants(node.orelse)
    return []


def raised(trees: list[Module]) -> Iterator[Raised]:
    """Yield every error sentence: keys of problems, and `translation_key` of HA's errors."""
    classes = problem_classes(trees)
    for module in trees:
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            place = f"{module.path}:{node.lineno}"
            names = frozenset(word.arg for word in node.keywords if word.arg)
            whole = len(names) == len(node.keywords)
            if node.func.id in classes and node.args:
                for key in constants(node.args[0]):
                    yield Raised(key, names if whole else None, place)
            elif node.func.id.endswith(("Error", "NotReady", "AuthFailed")):
                for word in node.keywords:
                    if word.arg == "translation_key":
                        for key in constants(word.value):
                            yield Raised(key, None, place)


BY_DOORS = {"link"}
"""Blanks that the doors fill, whatever the problem."""


def unspoken(trees: list[Module], texts: Mapping[str, str]) -> list[str]:
    """Return the errors without a sentence, or with a blank that nothing fills."""
    wrong = []
    for error in raised(trees):
        text = texts.get(f"exceptions.{error.key}.message")
        if text is None:
            wrong.append(f"{error.place}: {error.key} has no sentence")
        elif error.filled is not None and (empty := blanks(text) - error.filled - BY_DOORS):
            wrong.append(f"{error.place}: {error.key} leaves {sorted(empty)} blank")
    return wrong


@pytest.mark.parametrize("texts", [EN, JA], ids=["en", "ja"])
def test_every_error_has_its_sentence(texts: dict[str, str]) -> None:
    wrong = unspoken(modules(), texts)
    assert not wrong, "\n".join(wrong)


def test_every_repair_says_what_to_do() -> None:
    keys = {
        key
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Issue"
        for word in node.keywords
        if word.arg == "key"
        for key in constants(word.value)
    }
    assert keys
    assert [key for key in keys if f"issues.{key}.title" not in EN] == []
    # A repair either describes itself, or leads through a flow that does.
    assert [
        key
        for key in keys
        if f"issues.{key}.description" not in EN
        and not any(text.startswith(f"issues.{key}.fix_flow.step.") for text in EN)
    ] == []


def test_no_sentence_waits_for_an_error_that_never_comes() -> None:
    spoken = {key.split(".")[1] for key in EN if key.startswith("exceptions.")}
    words = {
        node.value
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    refusals = {f"role_needed_{act}" for act in Act}
    assert spoken - words - refusals == set()


def test_an_error_without_a_sentence_is_seen() -> None:
    code = """
class VaultProblem(Problem): ...
class Torn(VaultProblem): ...
def f(full):
    raise VaultProblem("disk_full" if full else "vault_missing", folder="x")
raise Torn("torn", **facts)
raise ServiceValidationError(translation_domain=D, translation_key="unlock_first")
"""
    tree = [Module(HOUSE / "x.py", ast.parse(code))]
    texts = {f"exceptions.{key}.message": "{folder}" for key in ("disk_full", "torn")}
    assert {error.key for error in raised(tree)} == {
        "disk_full",
        "vault_missing",
        "torn",
        "unlock_first",
    }
    assert len(unspoken(tree, texts)) == 2
    emptied = {"exceptions.disk_full.message": "{bytes} missing", **texts}
    emptied["exceptions.disk_full.message"] = "{bytes} missing"
    assert any("bytes" in line for line in unspoken(tree, emptied))


# --- Actions and icons ---


def test_actions_are_the_same_everywhere(hass: HomeAssistant) -> None:
    from custom_components.kuma_bouhan.services import async_setup_services

    async_setup_services(hass)
    registered = set(hass.services.async_services()[DOMAIN])
    described = load_yaml_dict(str(HOUSE / "services.yaml"))
    texts = read_json("translations/en.json")["services"]
    icons = read_json("icons.json")["services"]
    assert registered == set(described) == set(texts) == set(icons)
    for action, about in described.items():
        fields = set((about or {}).get("fields", {}))
        assert fields == set(texts[action].get("fields", {})), action
        for part in (texts[action], *texts[action].get("fields", {}).values()):
            assert part.keys() >= {"name", "description"}, action


def test_every_register_can_be_asked_for_by_action() -> None:
    (register,) = (
        field["selector"]["select"]
        for field in load_yaml_dict(str(HOUSE / "services.yaml"))["get_register"]["fields"].values()
        if "select" in field["selector"]
    )
    texts = read_json("translations/en.json")["selector"]["register"]["options"]
    assert register["options"] == list(texts)
    assert set(texts) == {str(one) for one in Register}


def test_every_icon_belongs_to_an_entity_that_has_a_name() -> None:
    icons = read_json("icons.json").get("entity", {})
    names = read_json("translations/en.json").get("entity", {})
    for platform, entities in icons.items():
        assert entities.keys() <= names[platform].keys(), platform
