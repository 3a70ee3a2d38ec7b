"""Setting a site up, first half: whose cameras, what for, how long. 4(1), 4(2), 4(4)イ.

profile ─Home──▶ home ────────────────────────────────────────┬▶ (doubts) ▶ recovery ▶ founded
   └─others──▶ facility ▶ purpose ▶ retention ▶ requests ▶ vault ▶ (doubts) ▶ passphrase ┘
"""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from homeassistant.config_entries import ConfigFlowResult, ConfigSubentryData
from homeassistant.util import dt as dt_util
import voluptuous as vol

from ..actor import user_of_request
from ..const import BOOK_FILE, CONF_SETTINGS, CONF_SITE, CONF_VAULT, PANEL, SUBENTRY_CAMERA
from ..guideline.assessment import Assessment
from ..guideline.complaints import ANSWER_DAYS, CLOSING_DAYS
from ..guideline.errors import Problem
from ..guideline.people import Actor, Role
from ..guideline.settings import (
    DEFAULT_RETENTION_DAYS,
    CameraSettings,
    CaptureMode,
    Profile,
    SiteSettings,
)
from ..guideline.signs import SIGN_DAYS, SIGN_DAYS_AT_HOME
from ..procedure.founding import Founding, found
from ..vault.kdf import KdfCost
from ..vault.sealing import NewHolder
from . import answers, assessing, forms
from .place import Place
from .steps import async_find_source
from .suggestions import suggestions
from .vault import Secrets, VaultSteps

KDF_COST: KdfCost | None = None
"""What one try at a passphrase costs whoever tries: None is calibrated to the machine. Tests pay less."""


class FoundingSteps(VaultSteps):
    """The steps from the profile to the vault."""

    _camera: CameraSettings | None = None
    _assessment: Assessment | None = None

    def __init__(self) -> None:
        """Begin without answers."""
        self._answers: dict[str, Any] = {}

    def _begin(self, profile: Profile) -> None:
        """Fill in what the profile proposes, under what has been answered already."""
        proposed = suggestions(profile, self.hass.config.language)
        user = user_of_request()
        self._answers = {
            "owner_kind": proposed.owner_kind.value,
            "name": (user and user.name) or "",
            "manager_title": proposed.manager_title,
            "purpose": proposed.purpose,
            "crimes": proposed.crimes,
            "retention_days": DEFAULT_RETENTION_DAYS[profile],
            "approver": Role.MANAGER,
            "written_request": True,
            "permission_afterwards": False,
            answers.DUTIES: {
                "sign_days": SIGN_DAYS_AT_HOME if profile is Profile.HOME else SIGN_DAYS,
                "sign_interlock": False,
                "answer_days": ANSWER_DAYS,
                "closing_days": CLOSING_DAYS,
            },
            **self._answers,
            "profile": profile,
        }

    async def async_step_home(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask a household all that it is asked, in one form."""
        self.acting()
        self._begin(Profile.HOME)
        errors: dict[str, str] = {}
        problem: Problem | None = None
        if user_input is not None:
            self._answers |= {
                "facility": self.hass.config.location_name,
                "name": user_input["name"].strip(),
                "owner_name": user_input["name"].strip(),
                "purpose": user_input[assessing.PARTICULARS]["purpose"],
                "crimes": user_input[assessing.PARTICULARS]["crimes"],
                answers.DUTIES: user_input[answers.DUTIES],
            }
            errors = answers.check_texts(user_input, ["name", "view"])
            errors |= assessing.check(user_input) | answers.check_duties(user_input)
            errors |= answers.check_passphrase(user_input, self.known_names())
            source = async_find_source(self.hass, user_input["camera"])
            if source is None:
                errors["camera"] = "camera_not_found"
            try:
                await self.async_choose_place(user_input["advanced"]["vault"])
            except Problem as caught:
                problem = caught
                errors["advanced"] = problem.key
            if source is not None and not errors:
                self._camera = CameraSettings(
                    camera=uuid4().hex,
                    source=source.id,
                    place=source.name,
                    view=user_input["view"].strip(),
                    mode=CaptureMode.STREAM if source.streams else CaptureMode.STILLS,
                )
                self._assessment = assessing.assessment(user_input, self._camera.view)
                await self.async_settle_secrets(user_input)
                return await self.async_after_place()
        language = self.hass.config.language
        suggested = {
            "name": self._answers["name"],
            answers.DUTIES: self._answers[answers.DUTIES],
            "advanced": {"vault": await self.async_proposed_vault()},
            **assessing.suggested(Profile.HOME, language),
        } | answers.without_secrets(user_input or {})
        return self.show("home", forms.home_form(language), suggested, errors, problem)

    async def async_step_small_building(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Take the profile of a small building."""
        self._begin(Profile.SMALL_BUILDING)
        return await self.async_step_facility()

    async def async_step_association(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Take the profile of an association or a shop."""
        self._begin(Profile.ASSOCIATION)
        return await self.async_step_facility()

    async def async_step_facility(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Ask whose cameras, and who manages them: 4(1), 4(2)."""
        names = ("facility", "owner_name", "name", "manager_title")
        return await self._async_ask(
            "facility", forms.FACILITY, names, user_input, self.async_step_purpose
        )

    async def async_step_purpose(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Ask what for, and who answers complaints: 運用基準例 1 and 7."""
        names = ("purpose", "crimes", "contact")
        return await self._async_ask(
            "purpose", forms.PURPOSE, names, user_input, self.async_step_retention
        )

    async def async_step_retention(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Ask how long footage is kept: 4(4)イ."""
        return await self._async_ask(
            "retention", forms.RETENTION, (), user_input, self.async_step_requests
        )

    async def async_step_requests(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Ask who approves extensions, and on what footage is given out: 運用基準例 4(2) and 5."""
        return await self._async_ask(
            "requests", forms.REQUESTS, (), user_input, self.async_step_vault
        )

    async def _async_ask(
        self,
        step: str,
        form: vol.Schema,
        texts: tuple[str, ...],
        user_input: dict[str, Any] | None,
        then: Callable[[], Awaitable[ConfigFlowResult]],
    ) -> ConfigFlowResult:
        """Ask one page of what makes the operating standard."""
        self.acting()
        errors: dict[str, str] = {}
        if user_input is not None:
            self._answers |= user_input
            errors = answers.check_texts(user_input, texts) | answers.check_days(user_input)
            if answers.DUTIES in user_input:
                errors |= answers.check_duties(user_input)
            if not errors:
                return await then()
        return self.show(step, form, self._answers, errors)

    def known_names(self) -> list[str]:
        """Return names that anybody would try as a passphrase first."""
        return [self._answers.get(name, "") for name in ("facility", "owner_name", "name")]

    async def async_found(self, actor: Actor, chosen: Place, secrets: Secrets) -> ConfigFlowResult:
        """Make vault and book, then the entry."""
        settings = answers.site_settings(self._answers)
        cameras = (self._camera,) if self._camera else ()
        plan = Founding(
            book=Path(self.hass.config.path(BOOK_FILE)),
            vault=chosen.folder,
            actor=actor,
            name=self._answers["name"].strip(),
            settings=settings,
            cameras=cameras,
            answers={camera.camera: self._assessment for camera in cameras if self._assessment},
            holder=NewHolder(holder=actor.user_id or "", passphrase=secrets.passphrase),
            recovery_code=secrets.recovery_code,
            site=uuid4().hex,
            now=dt_util.utcnow,
            zone=dt_util.get_default_time_zone(),
            cost=KDF_COST,
        )
        founded = await self.hass.async_add_executor_job(partial(found, plan))
        return self.site_entry(founded.site, chosen.folder, settings, cameras)

    def site_entry(
        self,
        site: str,
        vault: Path,
        settings: SiteSettings,
        cameras: tuple[CameraSettings, ...],
    ) -> ConfigFlowResult:
        """Create the one entry, with its cameras."""
        return self.async_create_entry(
            title=settings.facility,
            description_placeholders={"start": f"/{PANEL}/start"},
            data={CONF_SITE: site, CONF_VAULT: str(vault), CONF_SETTINGS: settings.as_dict()},
            subentries=[
                ConfigSubentryData(
                    data=camera.as_dict(),
                    subentry_type=SUBENTRY_CAMERA,
                    title=camera.place,
                    unique_id=camera.camera,
                )
                for camera in cameras
            ],
        )
