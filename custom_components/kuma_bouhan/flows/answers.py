"""What comes back from the forms: the checks that hold for an answer, and what answers come to.

Errors are keys of the flows' texts, by the field they belong to; what is wrong inside a section
stands at the section. Nothing here knows a flow.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any, Final

from ..guideline.complaints import LONGEST_ANSWER_DAYS, LONGEST_CLOSING_DAYS
from ..guideline.errors import Problem
from ..guideline.people import FourEyes, Role
from ..guideline.personal_data import LONGEST_YEARS, SHORTEST_YEARS
from ..guideline.recording import Hours
from ..guideline.retention import LONGEST_DAYS, SHORTEST_DAYS
from ..guideline.settings import (
    COMPLAINT_YEARS,
    DISCLOSURE_YEARS,
    CameraSettings,
    CaptureMode,
    OwnerKind,
    Profile,
    SiteSettings,
)
from ..guideline.signs import LONGEST_SIGN_DAYS
from ..procedure.retention import Preview
from ..vault.passphrase import SHORTEST, plain, weakness

PASSPHRASE: Final = "passphrase"
PASSPHRASE_AGAIN: Final = "passphrase_again"
SECRETS: Final = {PASSPHRASE, PASSPHRASE_AGAIN, "secret", "code", "last_group", "agree"}

DUTIES: Final = "duties"
LONGEST_DUTIES: Final = {
    "sign_days": LONGEST_SIGN_DAYS,
    "answer_days": LONGEST_ANSWER_DAYS,
    "closing_days": LONGEST_CLOSING_DAYS,
}
_OTHER_DUTIES: Final = ("sign_interlock", "rules_by")

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

LONGEST_LINE: Final = 200
LONGEST_TEXT: Final = 2000
SHORTEST_INTERVAL: Final = 1
LONGEST_INTERVAL: Final = 600
"""Seconds between stills."""

_LONG_TEXTS = {"purpose", "view", "task_text", "reason", "why", "milder", "range_kept", "hours"}


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A camera, as it is found: an entity of Home Assistant's, or an address of its own."""

    id: str
    """Its id in the entity registry where it has one, else its entity id; of an address what stands for it."""
    name: str
    streams: bool
    stills: bool = True
    """Whether it can be asked for one picture."""


def without_secrets(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was typed, for the form that is shown again."""
    return {name: answer for name, answer in answers.items() if name not in SECRETS}


# Checks ------------------------------------------------------------------------------------


def check_texts(answers: Mapping[str, Any], names: Iterable[str]) -> dict[str, str]:
    """Return the errors of texts that have to say something and are no novels."""
    errors: dict[str, str] = {}
    for name in names:
        text = answers.get(name, "").strip()
        if not text:
            errors[name] = "text_missing"
        elif len(text) > (LONGEST_TEXT if name in _LONG_TEXTS else LONGEST_LINE):
            errors[name] = "text_too_long"
    return errors


def check_days(answers: Mapping[str, Any]) -> dict[str, str]:
    """Return the error of a period, 4(4)イ; none where none is asked or given."""
    days = answers.get("retention_days")
    if days is None or (days == int(days) and SHORTEST_DAYS <= days <= LONGEST_DAYS):
        return {}
    return {"retention_days": "retention_out_of_range"}


def check_years(answers: Mapping[str, Any]) -> dict[str, str]:
    """Return the errors of how long names and reasons stay in the book; none where not asked."""
    asked = {name: answers.get(name) for name in ("disclosure_years", "complaint_years")}
    return {
        name: "years_out_of_range"
        for name, years in asked.items()
        if years is not None
        and not (years == int(years) and SHORTEST_YEARS <= years <= LONGEST_YEARS)
    }


def check_passphrase(answers: Mapping[str, Any], known: Iterable[str]) -> dict[str, str]:
    """Return the errors of a passphrase typed twice. To leave both empty is right: words are made.

    `known` are names that anybody would try first.
    """
    passphrase, again = answers.get(PASSPHRASE, ""), answers.get(PASSPHRASE_AGAIN, "")
    if not passphrase and not again:
        return {}
    if plain(passphrase) != plain(again):
        return {PASSPHRASE_AGAIN: "passphrases_differ"}
    weak = weakness(passphrase, known)
    return {PASSPHRASE: weak} if weak else {}


def check_camera(answers: Mapping[str, Any], source: SourceFacts | None) -> dict[str, str]:
    """Return the errors of what was said of a camera; `source` where it was found."""
    errors = check_texts(answers, ("place", "view")) | check_days(answers)
    picture, hours = answers["picture"], answers["hours"]
    if source and picture["mode"] == CaptureMode.STREAM and not source.streams:
        errors["picture"] = "camera_without_stream"
    elif source and picture["mode"] == CaptureMode.STILLS and not source.stills:
        errors["picture"] = "address_without_stills"
    if not SHORTEST_INTERVAL <= picture["still_interval"] <= LONGEST_INTERVAL:
        errors["picture"] = "interval_out_of_range"
    if hours["limited"] and not hours["weekdays"]:
        errors["hours"] = "weekdays_missing"
    elif hours["limited"] and hours["start"] == hours["end"]:
        errors["hours"] = "hours_empty"
    return errors


def check_duties(answers: Mapping[str, Any]) -> dict[str, str]:
    """Return the error of when duties fall due, 4(3), 4(5); it stands at their section."""
    duties = answers[DUTIES]
    for name, longest in LONGEST_DUTIES.items():
        days = duties[name]
        if not (days == int(days) and 1 <= days <= longest):
            return {DUTIES: f"{name}_out_of_range"}
    return {DUTIES: "text_too_long"} if check_lengths(duties, ["rules_by"]) else {}


def check_lengths(answers: Mapping[str, Any], names: Iterable[str]) -> dict[str, str]:
    """Return the errors of lines that may be left empty and are no novels."""
    return {name: "text_too_long" for name in names if len(answers.get(name, "")) > LONGEST_LINE}


# What answers come to ----------------------------------------------------------------------


def site_settings(answers: Mapping[str, Any]) -> SiteSettings:
    """Return the settings that a site's answers come to."""

    def text(name: str) -> str:
        return str(answers.get(name, "")).strip()

    duties = answers[DUTIES]
    return SiteSettings(
        profile=Profile(answers["profile"]),
        facility=text("facility"),
        owner_kind=OwnerKind(answers["owner_kind"]),
        owner_name=text("owner_name"),
        manager_title=text("manager_title"),
        purpose=text("purpose"),
        crimes=text("crimes"),
        contact=text("contact"),
        retention_days=int(answers["retention_days"]),
        disclosure_years=int(answers.get("disclosure_years", DISCLOSURE_YEARS)),
        complaint_years=int(answers.get("complaint_years", COMPLAINT_YEARS)),
        four_eyes=frozenset(map(FourEyes, answers.get("four_eyes", ()))),
        approver=Role(answers.get("approver", Role.MANAGER)),
        written_request=bool(answers.get("written_request", True)),
        permission_afterwards=bool(answers.get("permission_afterwards", False)),
        sign_days=int(duties["sign_days"]),
        sign_interlock=bool(duties["sign_interlock"]),
        answer_days=int(duties["answer_days"]),
        closing_days=int(duties["closing_days"]),
        rules_by=duties.get("rules_by", "").strip(),
    )


def site_answers(settings: SiteSettings) -> dict[str, Any]:
    """Return a site's settings as answers."""
    settled = settings.as_dict()
    return settled | {DUTIES: {name: settled[name] for name in (*LONGEST_DUTIES, *_OTHER_DUTIES)}}


def camera_settings(
    answers: Mapping[str, Any],
    source: SourceFacts,
    camera: str,
    *,
    voluntary: bool,
    sign: str | None = None,
) -> CameraSettings:
    """Return the settings that a camera's answers come to; `sign` is the id of the entity that knows of its sign."""
    hours, picture = answers["hours"], answers["picture"]
    days, mode = answers.get("retention_days"), CaptureMode(picture["mode"])
    return CameraSettings(
        camera=camera,
        source=source.id,
        place=answers["place"].strip(),
        view=answers["view"].strip(),
        hours=Hours(
            time.fromisoformat(hours["start"]),
            time.fromisoformat(hours["end"]),
            frozenset(WEEKDAYS.index(day) for day in hours["weekdays"]),
        )
        if hours["limited"]
        else None,
        retention_days=None if days is None else int(days),
        mode=mode,
        still_interval=int(picture["still_interval"]),
        audio=picture["audio"] and mode is CaptureMode.STREAM,
        voluntary=voluntary,
        sign_entity=sign,
    )


def camera_answers(
    settings: CameraSettings, entity_id: str | None, sign: str | None = None
) -> dict[str, Any]:
    """Return a camera's settings as answers; `entity_id` and `sign` are what its source, and what knows of its sign, are called now."""
    answers: dict[str, Any] = {
        "place": settings.place,
        "view": settings.view,
        "hours": {"limited": settings.hours is not None},
        "picture": {
            "mode": settings.mode.value,
            "still_interval": settings.still_interval,
            "audio": settings.hears,
        },
    }
    if entity_id is not None:
        answers["source"] = entity_id
    if sign is not None:
        answers["sign_entity"] = sign
    if settings.retention_days is not None:
        answers["retention_days"] = settings.retention_days
    if hours := settings.hours:
        answers["hours"] |= {
            "start": hours.start.isoformat(),
            "end": hours.end.isoformat(),
            "weekdays": [WEEKDAYS[day] for day in sorted(hours.weekdays)],
        }
    return answers


# Words -------------------------------------------------------------------------------------


def blanks(problem: Problem | None = None) -> dict[str, str]:
    """Return what fills the blanks of a page and of its errors."""
    return {
        "shortest": str(SHORTEST_DAYS),
        "longest": str(LONGEST_DAYS),
        "shortest_years": str(SHORTEST_YEARS),
        "longest_years": str(LONGEST_YEARS),
        "characters": str(SHORTEST),
        "shortest_interval": str(SHORTEST_INTERVAL),
        "longest_interval": str(LONGEST_INTERVAL),
        **{f"longest_{name}": str(longest) for name, longest in LONGEST_DUTIES.items()},
        **(problem.placeholders if problem else {}),
    }


def years_blanks(before: SiteSettings, wanted: SiteSettings, entries: int) -> dict[str, str]:
    """Return what fills the blanks of what fewer years take away: names and reasons of so many entries at once."""
    return {
        "disclosure_before": str(before.disclosure_years),
        "disclosure_after": str(wanted.disclosure_years),
        "complaint_before": str(before.complaint_years),
        "complaint_after": str(wanted.complaint_years),
        "entries": str(entries),
    }


def preview_blanks(preview: Preview) -> dict[str, str]:
    """Return what fills the blanks of the page that shows what a shorter period takes away."""
    return {
        "days_before": str(preview.days_before),
        "days_after": str(preview.days_after),
        "sooner": str(preview.sooner),
        "due_now": str(preview.due_now),
    }
