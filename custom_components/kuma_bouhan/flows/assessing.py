"""What is asked about a camera before it is added: はじめに, 4(1). What it sees is asked with the camera itself.

Purpose and crimes stand there as the site settled them. At home so do two sentences that are true of whoever sends them, and
why there is to be a camera, and what milder was thought of, are chosen from examples or said in one's own words. Nothing is
answered for anybody that only they can know.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from homeassistant.data_entry_flow import section
from homeassistant.helpers.selector import (
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
    TextSelector,
    TextSelectorConfig,
)
import voluptuous as vol

from ..guideline.assessment import Assessment
from ..guideline.settings import Profile, SiteSettings
from . import answers
from .suggestions import suggestions

NECESSITY = "necessity"
PARTICULARS = "particulars"
_ASKED = {
    NECESSITY: ("why", "milder"),
    PARTICULARS: ("purpose", "crimes", "range_kept", "hours"),
}
_TEXT = TextSelector(TextSelectorConfig(multiline=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """What a household may say, to be chosen where it is so."""

    why: tuple[str, ...]
    milder: tuple[str, ...]
    view: tuple[str, ...]
    range_kept: str
    """What holds for whoever means it."""
    all_day: str


_ENGLISH = Examples(
    why=(
        "There has been a crime here before.",
        "There were crimes, or people who behaved strangely, in the neighbourhood.",
        "The entrance cannot be seen from the street or from inside.",
        "Nobody is at home for long hours.",
    ),
    milder=(
        "There are lights, too; alone they are not enough.",
        "Doors and windows are secured, too; that somebody enters the grounds goes unnoticed.",
        "Neighbours keep an eye on it; at night and when we are away nobody does.",
        "Nothing milder came to mind.",
    ),
    view=(
        "The entrance and what is in front of it",
        "The gate and part of the street",
        "The parking space",
        "The garden and the back door",
    ),
    range_kept="Only what has to be seen is in the picture; neighbours' houses and the street are kept out of it as far as possible.",
    all_day="All day: crimes happen by day and by night.",
)
_JAPANESE = Examples(
    why=(
        "以前、ここで被害に遭ったことがある。",
        "近所で被害や不審者の情報があった。",
        "出入口が道路からも家の中からも見えにくい。",
        "留守にする時間が長い。",
    ),
    milder=(
        "照明も付けているが、それだけでは足りない。",
        "鍵や窓の補強も行っているが、敷地への侵入には気付けない。",
        "近所の目もあるが、夜間や留守中は届かない。",
        "ほかの方法は思い当たらなかった。",
    ),
    view=("玄関とその前", "門と前の道路の一部", "駐車スペース", "庭と勝手口"),
    range_kept="撮影するのは必要な範囲だけとし、隣家や道路はできるだけ写らないようにする。",
    all_day="犯罪は昼夜を問わず起こりうるため、終日とする。",
)


def examples(language: str) -> Examples:
    """Return examples in the language of the house: what is chosen is stored as it stands."""
    return _JAPANESE if language.startswith("ja") else _ENGLISH


def unanswered(name: str) -> vol.Required:
    """Return the name of a choice that only the person can make: Home Assistant would take the first for them."""
    return vol.Required(name, description={"suggested_value": ""})


def offered(options: tuple[str, ...]) -> SelectSelector:
    """Return what lets a person choose an example, or say it in their own words.

    It is asked as what may be left empty, and refused where it is: of what must be chosen Home Assistant's page chooses the
    first by itself.
    """
    return SelectSelector(
        SelectSelectorConfig(
            options=list(options), custom_value=True, mode=SelectSelectorMode.DROPDOWN
        )
    )


def suggested(
    profile: Profile,
    language: str,
    *,
    settings: SiteSettings | None = None,
    limited: bool = False,
) -> dict[str, dict[str, str]]:
    """Return what is proposed.

    `settings`: what the site has settled, once it has. `limited`: the camera does not record all day, and only a person
    knows why.
    """
    proposed = suggestions(profile, language)
    particulars = {
        "purpose": (settings and settings.purpose) or proposed.purpose,
        "crimes": (settings and settings.crimes) or proposed.crimes,
    }
    if profile is Profile.HOME:
        at_home = examples(language)
        particulars["range_kept"] = at_home.range_kept
        if not limited:
            particulars["hours"] = at_home.all_day
    return {PARTICULARS: particulars}


def form(profile: Profile, language: str, *, limited: bool = False) -> vol.Schema:
    """Return the form. What is proposed whole is folded away."""
    home, at_home = profile is Profile.HOME, examples(language)
    return vol.Schema(
        {
            vol.Required(NECESSITY): section(
                vol.Schema(
                    {
                        vol.Optional("why"): offered(at_home.why),
                        vol.Optional("milder"): offered(at_home.milder),
                    }
                    if home
                    else {vol.Required("why"): _TEXT, vol.Required("milder"): _TEXT}
                ),
                {"collapsed": False},
            ),
            vol.Required(PARTICULARS): section(
                vol.Schema({vol.Required(name): _TEXT for name in _ASKED[PARTICULARS]}),
                {"collapsed": home and not limited},
            ),
        }
    )


def check(user_input: Mapping[str, Any]) -> dict[str, str]:
    """Return the errors, by the section that they stand in."""
    errors: dict[str, str] = {}
    for name, asked in _ASKED.items():
        if wrong := answers.check_texts(user_input[name], asked):
            errors[name] = next(iter(wrong.values()))
    return errors


def assessment(user_input: Mapping[str, Any], view: str) -> Assessment:
    """Return the answers; `view` was answered with the camera."""
    return Assessment(view=view, **user_input[NECESSITY], **user_input[PARTICULARS])
