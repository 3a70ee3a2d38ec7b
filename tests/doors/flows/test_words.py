"""Every page, field, choice and error of the flows has its words, in both languages."""

from collections.abc import Iterator
import json
from pathlib import Path
import re
from typing import Any

from homeassistant.data_entry_flow import section
from homeassistant.helpers.selector import SelectSelector
import pytest
import voluptuous as vol

from custom_components.kuma_bouhan.const import DOMAIN, SUBENTRY_CAMERA, SUBENTRY_CONTRACTOR
from custom_components.kuma_bouhan.flows import answers, assessing, forms
from custom_components.kuma_bouhan.flows.people import FIELD
from custom_components.kuma_bouhan.guideline.people import APPOINTING, RULES, Act, FourEyes, Role
from custom_components.kuma_bouhan.guideline.settings import Profile

TEXTS = Path(__file__).parents[3] / "custom_components" / DOMAIN / "translations"
EN: dict[str, Any] = json.loads((TEXTS / "en.json").read_text())
JA: dict[str, Any] = json.loads((TEXTS / "ja.json").read_text())

SITE_FORMS = {
    "adopt": forms.ADOPT,
    "home": forms.home_form("en"),
    "facility": forms.FACILITY,
    "purpose": forms.PURPOSE,
    "retention": forms.RETENTION,
    "requests": forms.REQUESTS,
    "vault": forms.VAULT,
    "passphrase": forms.PASSPHRASES,
    "recovery": forms.RECOVERY,
    "recovery_words": forms.RECOVERY,
    "reconfigure": forms.site_form(Profile.ASSOCIATION),
    "shorten": forms.SHORTEN,
}
PEOPLE_FORMS = {
    "appoint": forms.appoint_form([role for role in Role if role is not Role.SITE_OWNER], []),
    "end": forms.end_form([]),
    "hand_over": forms.hand_over_form([]),
    "restore": forms.RESTORE,
    "announce": forms.AGREE,
    "object": forms.AGREE,
    "refound": forms.PASSPHRASES,
    "new_code": forms.RECOVERY,
    "new_code_words": forms.RECOVERY,
}
CAMERA_FORMS = {
    "user": forms.QUESTIONS,
    "camera": forms.camera_form([]),
    "assessment": assessing.form(Profile.ASSOCIATION, "en"),
    "reconfigure": forms.camera_form([]),
    "shorten": forms.SHORTEN,
}
CONTRACTOR_FORMS = dict.fromkeys(("user", "reconfigure"), forms.CONTRACT)
ROLES = {
    Role.SITE_OWNER: ("site owner", "設置者"),
    Role.MANAGER: ("manager", "運用責任者"),
    Role.DEPUTY: ("deputy", "代行者"),
    Role.OPERATOR: ("operator", "運用従事者"),
}
WHO = (re.compile("Only (.*?) may"), re.compile("のは(.*?)だけ"))
"""Where a refusal names the roles it takes."""
FLOW_WORDS = (
    "config",
    f"config_subentries.{SUBENTRY_CAMERA}",
    "options",
    f"config_subentries.{SUBENTRY_CONTRACTOR}",
)


def at(texts: dict[str, Any], path: str) -> dict[str, Any]:
    for part in path.split("."):
        texts = texts[part]
    return texts


def fields(form: vol.Schema, above: str = "") -> Iterator[tuple[str, str, object]]:
    """Yield the section, name and selector of everything a form asks."""
    for key, asked in form.schema.items():
        if isinstance(asked, section):
            yield from fields(asked.schema, str(key))
        else:
            yield above, str(key), asked


@pytest.mark.parametrize("texts", [EN, JA], ids=["en", "ja"])
@pytest.mark.parametrize(
    ("flow", "step", "form"),
    [(FLOW_WORDS[0], *page) for page in SITE_FORMS.items()]
    + [(FLOW_WORDS[1], *page) for page in CAMERA_FORMS.items()]
    + [(FLOW_WORDS[2], *page) for page in PEOPLE_FORMS.items()]
    + [(FLOW_WORDS[3], *page) for page in CONTRACTOR_FORMS.items()],
)
def test_every_field_of_a_page_has_a_name_and_an_explanation(
    texts: dict[str, Any], flow: str, step: str, form: vol.Schema
) -> None:
    page = at(texts, f"{flow}.step.{step}")
    assert page["title"]
    assert page["description"]
    asked: dict[str, set[str]] = {}
    for above, name, _ in fields(form):
        asked.setdefault(above, set()).add(name)
    for above, names in asked.items():
        words = page["sections"][above] if above else page
        assert words["data"].keys() == words["data_description"].keys() == names
        assert not above or words["name"]


@pytest.mark.parametrize("texts", [EN, JA], ids=["en", "ja"])
def test_every_choice_has_a_name(texts: dict[str, Any]) -> None:
    everything = (SITE_FORMS, CAMERA_FORMS, PEOPLE_FORMS, CONTRACTOR_FORMS)
    for form in (form for forms_ in everything for form in forms_.values()):
        for _, _, asked in fields(form):
            # People are offered by their own names.
            if isinstance(asked, SelectSelector) and "translation_key" in asked.config:
                named = texts["selector"][asked.config["translation_key"]]["options"]
                assert named.keys() >= set(map(str, asked.config["options"]))
    for key, choices in (("role", Role), ("four_eyes", FourEyes)):
        assert texts["selector"][key]["options"].keys() == set(choices)


@pytest.mark.parametrize("act", [Act.ADD_CAMERA, Act.CHANGE_CAMERA, Act.CHANGE_RETENTION])
def test_a_refused_camera_names_the_roles_it_takes(act: Act) -> None:
    names_the_roles(f"{FLOW_WORDS[1]}.error", act)


@pytest.mark.parametrize("act", [Act.CONTRACT, Act.APPOINT_OPERATOR])
def test_a_refused_contract_names_the_roles_it_takes(act: Act) -> None:
    names_the_roles(f"{FLOW_WORDS[3]}.abort", act)


@pytest.mark.parametrize("act", [Act.CHANGE_SITE, Act.CHANGE_RETENTION])
def test_a_refused_change_of_the_site_names_the_roles_it_takes(act: Act) -> None:
    names_the_roles(f"{FLOW_WORDS[0]}.error", act)


@pytest.mark.parametrize("act", [act for act, rule in RULES.items() if rule.roles])
def test_every_refused_act_names_the_roles_it_takes(act: Act) -> None:
    names_the_roles("exceptions", act)


def names_the_roles(path: str, act: Act) -> None:
    for number, texts in enumerate((EN, JA)):
        found = at(texts, path)[f"role_needed_{act}"]
        said = found if isinstance(found, str) else found["message"]
        who = WHO[number].search(said)
        assert who, said
        if RULES[act].roles == set(Role):
            assert who[1] in ("somebody with a role", "役割に指定された人")
            continue
        for role, names in ROLES.items():
            assert (names[number] in who[1]) == (role in RULES[act].roles), (role, said)


def test_what_a_room_may_refuse_has_words_in_the_form() -> None:
    rooms = {
        key
        for key in EN["exceptions"]
        if key.partition("_")[0] in {"place", "vault", "book", "disk"}
    }
    # A book that is not damaged is met in the Repair of a damaged one alone, a vault that was locked or closed
    # meanwhile where footage is asked for.
    only_there = {"book_not_damaged", "vault_closed", "vault_locked"}
    assert rooms - EN["config"]["error"].keys() == only_there


@pytest.mark.parametrize("texts", [EN, JA], ids=["en", "ja"])
def test_the_flow_about_people_has_words_for_all_it_may_say(texts: dict[str, Any]) -> None:
    said, everywhere = texts["options"], texts["exceptions"]
    asked = {key for form in PEOPLE_FORMS.values() for _, key, _ in fields(form)}
    assert {field for field in FIELD.values() if field not in asked | {"code"}} == set()
    assert FIELD.keys() <= said["error"].keys()
    for key, text in said["error"].items():
        assert everywhere.get(key, {"message": text})["message"] == text
    refused = {f"role_needed_{act}" for act in (Act.APPOINT, Act.LEAVE, *APPOINTING.values())}
    assert refused | {"ha_owner_needed"} <= said["abort"].keys()
    for role in Role:
        assert texts["issues"][f"office_vacant_{role}"].keys() == {"title", "description"}


@pytest.mark.parametrize("flow", FLOW_WORDS)
def test_an_error_says_the_same_wherever_it_is_met(flow: str) -> None:
    for texts in (EN, JA):
        for key, said in at(texts, f"{flow}.error").items():
            elsewhere = texts["exceptions"].get(key, {"message": said})["message"]
            blanks = re.findall(r"\{(\w+)\}", said)
            assert set(blanks) <= set(re.findall(r"\{(\w+)\}", elsewhere)) | set(answers.blanks())
