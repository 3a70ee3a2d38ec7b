"""What the flows ask: the forms.

Numbers and texts are taken as they come and checked in `answers`, so that a bad answer is met by
words that help instead of Home Assistant's own refusal.
"""

from collections.abc import Iterable

from homeassistant.data_entry_flow import section
from homeassistant.helpers.selector import (
    BooleanSelector,
    DateSelector,
    DateTimeSelector,
    EntitySelector,
    EntitySelectorConfig,
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
    SelectOptionDict,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
    TextSelector,
    TextSelectorConfig,
    TextSelectorType,
    TimeSelector,
)
import voluptuous as vol

from ..guideline.contracts import Task
from ..guideline.people import APPROVERS, HANDED_OVER, FourEyes, Person, Role
from ..guideline.settings import CaptureMode, OwnerKind, Profile
from . import answers, assessing
from .answers import PASSPHRASE, PASSPHRASE_AGAIN, WEEKDAYS

_LINE = TextSelector()
_TEXT = TextSelector(TextSelectorConfig(multiline=True))
_SECRET = TextSelector(
    TextSelectorConfig(type=TextSelectorType.PASSWORD, autocomplete="new-password")
)


_KNOWN_SECRET = TextSelector(TextSelectorConfig(type=TextSelectorType.PASSWORD, autocomplete="off"))
SIGN_DOMAINS = ["binary_sensor", "light", "switch", "input_boolean", "sensor", "device_tracker"]
"""Entities that may know whether a sign is there: what has states of `sign_sources.SAYS`."""


def _number(unit: str | None = None) -> NumberSelector:
    config = NumberSelectorConfig(mode=NumberSelectorMode.BOX, step=1)
    if unit:
        config["unit_of_measurement"] = unit
    return NumberSelector(config)


def _choice(options: Iterable[str], key: str, *, several: bool = False) -> SelectSelector:
    return SelectSelector(
        SelectSelectorConfig(
            options=list(options),
            translation_key=key,
            mode=SelectSelectorMode.LIST,
            multiple=several,
        )
    )


def _camera(taken: Iterable[str]) -> EntitySelector:
    return EntitySelector(EntitySelectorConfig(domain="camera", exclude_entities=list(taken)))


def _person(people: Iterable[Person]) -> SelectSelector:
    return SelectSelector(
        SelectSelectorConfig(
            options=[SelectOptionDict(value=found.user_id, label=found.name) for found in people],
            mode=SelectSelectorMode.DROPDOWN,
        )
    )


ADOPT = vol.Schema(
    {
        vol.Required("vault"): _LINE,
        vol.Required("secret"): TextSelector(TextSelectorConfig(type=TextSelectorType.PASSWORD)),
    }
)
FACILITY = vol.Schema(
    {
        vol.Required("facility"): _LINE,
        vol.Required("owner_kind"): _choice(OwnerKind, "owner_kind"),
        vol.Required("owner_name"): _LINE,
        vol.Required("name"): _LINE,
        vol.Required("manager_title"): _LINE,
    }
)
PURPOSE = vol.Schema(
    {
        vol.Required("purpose"): _TEXT,
        vol.Required("crimes"): _LINE,
        vol.Required("contact"): _LINE,
    }
)
RETENTION = vol.Schema({vol.Required("retention_days"): _number()})
YEARS = vol.Schema(
    {vol.Required("disclosure_years"): _number(), vol.Required("complaint_years"): _number()}
)
FOUR_EYES = vol.Schema({vol.Optional("four_eyes"): _choice(FourEyes, "four_eyes", several=True)})
DUTIES = vol.Schema(
    {
        vol.Required(answers.DUTIES): section(
            vol.Schema(
                {
                    vol.Required("sign_days"): _number(),
                    vol.Required("sign_interlock"): BooleanSelector(),
                    vol.Required("answer_days"): _number(),
                    vol.Required("closing_days"): _number(),
                    vol.Optional("rules_by"): _LINE,
                }
            ),
            {"collapsed": True},
        )
    }
)
"""Signs and complaints, and who settles the rest: 4(3), 4(5), 運用基準例 8."""
GIVING = vol.Schema(
    {
        vol.Required("approver"): _choice(APPROVERS, "approver"),
        vol.Required("written_request"): BooleanSelector(),
        vol.Required("permission_afterwards"): BooleanSelector(),
    }
)
"""How footage is kept longer and given out: 運用基準例 4(2), 5(2)."""
REQUESTS = GIVING.extend(DUTIES.schema)
VAULT = vol.Schema({vol.Required("vault"): _LINE})
PASSPHRASES = vol.Schema(
    {vol.Optional(PASSPHRASE): _SECRET, vol.Optional(PASSPHRASE_AGAIN): _SECRET}
)
RECOVERY = vol.Schema({vol.Required("last_group"): _LINE})
SHORTEN = AGREE = vol.Schema({vol.Required("agree", default=False): BooleanSelector()})
RESTORE = vol.Schema({vol.Required("code"): _LINE})
QUESTIONS = vol.Schema(
    {
        assessing.unanswered("crime_prevention"): _choice(("yes", "no"), "yes_no"),
        assessing.unanswered("unspecified_people"): _choice(("yes", "no"), "yes_no"),
    }
)
CONTRACT = vol.Schema(
    {
        vol.Required("company"): _LINE,
        assessing.unanswered("task"): _choice(Task, "task"),
        vol.Required("task_text"): _TEXT,
        vol.Required("reason"): _TEXT,
        vol.Required("terms"): section(
            vol.Schema(
                {
                    vol.Required("clause", default=False): BooleanSelector(),
                    vol.Required("start"): DateSelector(),
                    vol.Required("until"): DateSelector(),
                }
            ),
            {"collapsed": False},
        ),
        vol.Required("person"): section(
            vol.Schema({vol.Optional("contact"): _LINE}), {"collapsed": True}
        ),
    }
)
"""A contract with a contractor: 4(6)."""


MAY_BE_BLANK = {
    Profile.HOME: frozenset(
        {
            *("manager_title", "purpose", "crimes", "contact", "four_eyes"),
            *("approver", "written_request", "permission_afterwards"),
        }
    ),
    Profile.SMALL_BUILDING: frozenset({"four_eyes"}),
    Profile.ASSOCIATION: frozenset({"four_eyes"}),
}
"""What a profile is not asked at the beginning, and need not say later."""


def site_form(profile: Profile) -> vol.Schema:
    """Return the form of what a site has settled, for changing it."""
    return vol.Schema(
        {
            (vol.Optional if key in MAY_BE_BLANK[profile] else vol.Required)(str(key)): asked
            for form in (FACILITY, PURPOSE, RETENTION, YEARS, FOUR_EYES, GIVING, DUTIES)
            for key, asked in form.schema.items()
            if key != "name"
        }
    )


def home_form(language: str) -> vol.Schema:
    """Return the one form of a household: its first camera, and what is asked before a camera."""
    return vol.Schema(
        {
            vol.Required("camera"): _camera(()),
            vol.Optional("view"): assessing.offered(assessing.examples(language).view),
            **assessing.form(Profile.HOME, language).schema,
            vol.Required("name"): _LINE,
            **PASSPHRASES.schema,
            **DUTIES.schema,
            vol.Required("advanced"): section(VAULT, {"collapsed": True}),
        }
    )


def camera_form(taken: Iterable[str], *, addressed: bool = False) -> vol.Schema:
    """Return the form of one camera; `taken` cameras are under the rules already.

    `addressed`: it has an address of its own now.
    """
    return vol.Schema(
        {
            vol.Optional("source"): _camera(taken),
            vol.Optional("address", default=dict): section(
                vol.Schema(
                    {
                        vol.Optional("url"): _LINE,
                        vol.Optional("user"): _LINE,
                        vol.Optional("password"): _KNOWN_SECRET,
                    }
                ),
                {"collapsed": not addressed},
            ),
            vol.Required("place"): _LINE,
            vol.Required("view"): _TEXT,
            vol.Optional("retention_days"): _number(),
            vol.Optional("sign_entity"): EntitySelector(EntitySelectorConfig(domain=SIGN_DOMAINS)),
            vol.Required("hours"): section(
                vol.Schema(
                    {
                        vol.Required("limited", default=False): BooleanSelector(),
                        vol.Required("start", default="22:00:00"): TimeSelector(),
                        vol.Required("end", default="06:00:00"): TimeSelector(),
                        vol.Required("weekdays", default=list(WEEKDAYS)): _choice(
                            WEEKDAYS, "weekday", several=True
                        ),
                    }
                ),
                {"collapsed": True},
            ),
            vol.Required("picture"): section(
                vol.Schema(
                    {
                        vol.Required("mode", default=CaptureMode.STREAM.value): _choice(
                            CaptureMode, "capture_mode"
                        ),
                        vol.Required("still_interval", default=5): _number("s"),
                        vol.Required("audio", default=False): BooleanSelector(),
                    }
                ),
                {"collapsed": True},
            ),
        }
    )


def appoint_form(roles: Iterable[Role], people: Iterable[Person]) -> vol.Schema:
    """Return the form that gives an office to a person."""
    return vol.Schema(
        {
            assessing.unanswered("role"): _choice(roles, "role"),
            assessing.unanswered("person"): _person(people),
            vol.Optional("name"): _LINE,
            vol.Optional("title"): _LINE,
            vol.Optional("since"): DateTimeSelector(),
            vol.Optional("until"): DateTimeSelector(),
        }
    )


def end_form(people: Iterable[Person]) -> vol.Schema:
    """Return the form that takes an office from one of those who hold one."""
    return vol.Schema(
        {
            assessing.unanswered("role"): _choice(
                [role for role in Role if role is not Role.SITE_OWNER], "role"
            ),
            assessing.unanswered("person"): _person(people),
            vol.Optional("until"): DateTimeSelector(),
            vol.Required("secrecy", default=False): BooleanSelector(),
        }
    )


def hand_over_form(people: Iterable[Person]) -> vol.Schema:
    """Return the form that lets an office pass to a person."""
    return vol.Schema(
        {
            assessing.unanswered("role"): _choice(
                [role for role in Role if role in HANDED_OVER], "role"
            ),
            assessing.unanswered("person"): _person(people),
            vol.Optional("name"): _LINE,
            vol.Optional("title"): _LINE,
            vol.Optional("since"): DateTimeSelector(),
            vol.Required("secrecy", default=False): BooleanSelector(),
        }
    )


def must_say(form: vol.Schema) -> list[str]:
    """Return the texts that a form must have."""
    return [
        str(key)
        for key, asked in form.schema.items()
        if isinstance(key, vol.Required) and isinstance(asked, TextSelector)
    ]
