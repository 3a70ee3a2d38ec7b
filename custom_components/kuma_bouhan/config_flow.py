"""The site's flow: setting up, taking up again what is there, changing what was settled.

    user ─nothing here──▶ profile (flows/founding) ▶ site
      └──a book is here──▶ adopt: the vault's folder, and its passphrase or recovery code ▶ site
    reconfigure ▶ (shorten: shown what goes sooner, and a yes) ▶ changed, without a reload

There is one site to a Home Assistant. The role is checked before anything is asked and again when it is done.
"""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, override

from homeassistant.config_entries import ConfigEntry, ConfigFlowResult, ConfigSubentryFlow
from homeassistant.core import callback
from homeassistant.util import dt as dt_util

from .const import BOOK_FILE, CONF_SETTINGS, DOMAIN, SUBENTRY_CAMERA, SUBENTRY_CONTRACTOR
from .flows import answers, forms, place
from .flows.camera import CameraFlow
from .flows.contractor import ContractorFlow
from .flows.founding import FoundingSteps
from .flows.people import PeopleFlow
from .flows.steps import running_site
from .guideline.errors import Problem, Refused
from .guideline.people import Act
from .guideline.personal_data import PersonalPeriod, years_of
from .guideline.settings import SiteSettings
from .procedure import founding, personal_data, retention, site as site_acts
from .procedure.founding import Found
from .procedure.retention import Preview
from .site import Site


class KumaBouhanFlow(FoundingSteps, domain=DOMAIN):
    """Sets up the one site, adopts it, changes it."""

    _here: Found | None = None
    _wanted: SiteSettings | None = None
    _preview: Preview | None = None
    _entries: int = 0

    @classmethod
    @callback
    @override
    def async_get_supported_subentry_types(
        cls, config_entry: ConfigEntry
    ) -> dict[str, type[ConfigSubentryFlow]]:
        """Return what a site has several of: cameras and contractors."""
        return {SUBENTRY_CAMERA: CameraFlow, SUBENTRY_CONTRACTOR: ContractorFlow}

    @staticmethod
    @callback
    @override
    def async_get_options_flow(config_entry: ConfigEntry) -> PeopleFlow:
        """Return the flow about people."""
        return PeopleFlow()

    # Setting up ------------------------------------------------------------------------------

    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Look for a site that was here before; else ask for the profile."""
        self.acting()
        try:
            self._here = await self.hass.async_add_executor_job(founding.look, self._book)
        except Problem as problem:
            return self._abort(problem)
        if self._here is not None:
            return await self.async_step_adopt()
        return self.async_show_menu(
            step_id="user", menu_options=["home", "small_building", "association"]
        )

    @property
    def _book(self) -> Path:
        return Path(self.hass.config.path(BOOK_FILE))

    async def async_step_adopt(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Take up the vault and the book that are here, for whoever holds their secret."""
        actor, here = self.acting(), self._here
        assert here is not None
        errors: dict[str, str] = {}
        problem: Problem | None = None
        if user_input is not None:
            try:
                folder = await self.hass.async_add_executor_job(
                    partial(
                        place.check_existing,
                        user_input["vault"],
                        configuration=Path(self.hass.config.config_dir),
                    )
                )
                settings = await self.hass.async_add_executor_job(
                    partial(
                        founding.adopt,
                        self._book,
                        folder,
                        actor=actor,
                        secret=user_input["secret"],
                        now=dt_util.utcnow,
                        zone=dt_util.get_default_time_zone(),
                    )
                )
            except Problem as caught:
                problem = caught
                if problem.key in {"wrong_passphrase", "wrong_recovery_code"}:
                    errors["secret"] = "wrong_secret"
                elif problem.key == "unlock_wait":
                    errors["secret"] = problem.key
                elif problem.key.startswith("book_"):
                    errors["base"] = problem.key
                else:
                    errors["vault"] = problem.key
            else:
                cameras = tuple(here.registers.standing_cameras().values())
                return self.site_entry(here.site, folder, settings, cameras)
        facility = here.registers.settings.facility if here.registers.settings else ""
        return self.show(
            "adopt",
            forms.ADOPT,
            {"vault": str(here.vault)} | answers.without_secrets(user_input or {}),
            errors,
            problem,
            facility=facility,
            book=str(self._book),
        )

    # Changing --------------------------------------------------------------------------------

    async def async_step_reconfigure(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Ask anew what the site has settled."""
        site, actor = self._site(), self.acting()
        before = self._before()
        try:
            await site.desk.allow(Act.CHANGE_SITE, actor)
        except Problem as refused:
            return self._abort(refused)
        errors: dict[str, str] = {}
        problem: Problem | None = None
        form = forms.site_form(before.profile)
        if user_input is not None:
            errors = answers.check_texts(user_input, forms.must_say(form))
            errors |= answers.check_days(user_input) | answers.check_years(user_input)
            errors |= answers.check_duties(user_input)
            if not errors:
                self._wanted = answers.site_settings(user_input | {"profile": before.profile})
                try:
                    return await self._async_change()
                except Problem as caught:
                    problem = caught
                    errors["base"] = problem.key
        suggested = user_input or answers.site_answers(before)
        return self.show("reconfigure", form, suggested, errors, problem)

    async def _async_change(self) -> ConfigFlowResult:
        """Change at once what takes nothing away; else ask."""
        before, wanted = self._before(), self._wanted
        assert wanted is not None
        other_days = before.retention_days != wanted.retention_days
        if other_days:
            await self._site().desk.allow(Act.CHANGE_RETENTION, self.acting())
        await self._async_look()
        assert self._preview is not None
        fewer_years = any(
            years_of(period, wanted) < years_of(period, before) for period in PersonalPeriod
        )
        if fewer_years or (other_days and self._preview.sooner):
            return await self.async_step_shorten()
        return await self._async_carry_out()

    async def _async_look(self) -> None:
        """Look at what the change would take away."""
        desk, wanted = self._site().desk, self._wanted
        assert wanted is not None
        self._preview = await retention.preview(desk, None, wanted.retention_days)
        self._entries = await personal_data.goes_with(desk, wanted)

    async def async_step_shorten(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Show what goes sooner, and go on with a yes."""
        self.acting()
        errors: dict[str, str] = {}
        problem: Problem | None = None
        if user_input is not None:
            if user_input["agree"]:
                try:
                    return await self._async_carry_out()
                except Problem as caught:
                    problem = caught
                    errors["base"] = problem.key
                    await self._async_look()
            else:
                errors["agree"] = "not_agreed"
        before, wanted = self._before(), self._wanted
        assert self._preview is not None and wanted is not None
        return self.show(
            "shorten",
            forms.SHORTEN,
            {},
            errors,
            problem,
            **answers.preview_blanks(self._preview),
            **answers.years_blanks(before, wanted, self._entries),
        )

    async def _async_carry_out(self) -> ConfigFlowResult:
        desk, actor = self._site().desk, self.acting()
        before, wanted, seen = self._before(), self._wanted, self._preview
        assert wanted is not None and seen is not None
        # Before anything is done: no half of a change is left behind.
        await site_acts.check_seen(desk, wanted, self._entries)
        if seen.days_before != seen.days_after:
            await retention.change(desk, actor, None, wanted.retention_days, seen=seen)
        if replace(before, retention_days=wanted.retention_days) != wanted:
            await site_acts.order_changed(desk, actor, wanted, seen=self._entries)
        entry = self._get_reconfigure_entry()
        return self.async_update_and_abort(
            entry,
            title=wanted.facility,
            data_updates={CONF_SETTINGS: wanted.as_dict()},
        )

    def _before(self) -> SiteSettings:
        return SiteSettings.from_dict(dict(self._get_reconfigure_entry().data[CONF_SETTINGS]))

    def _site(self) -> Site:
        """Return the running site; acts are done at its desk."""
        return running_site(self._get_reconfigure_entry())

    def _abort(self, problem: Problem) -> ConfigFlowResult:
        # Who is refused is not told where anything lies.
        told = {} if isinstance(problem, Refused) else {"book": str(self._book)}
        return self.async_abort(
            reason=problem.key, description_placeholders=answers.blanks(problem) | told
        )
