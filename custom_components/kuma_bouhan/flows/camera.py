"""Putting a camera under the rules, and changing it: a subentry's flow. 2(1), 運用基準例 2.

    two questions ─both yes──▶ camera ▶ subentry
        └─else: 対象外──▶ leave it alone | join of one's own will ▶ camera ▶ subentry
    reconfigure ▶ (shorten: shown what goes sooner, and a yes) ▶ changed

The role is checked before anything is asked and again when it is done; a refusal is entered in the book.
"""

from dataclasses import replace
from typing import Any
from uuid import uuid4

from homeassistant.config_entries import ConfigSubentryFlow, SubentryFlowResult, UnknownSubEntry
from homeassistant.helpers import entity_registry as er

from ..const import SUBENTRY_CAMERA
from ..guideline.errors import Problem
from ..guideline.people import Act
from ..guideline.scope import Scope, scope
from ..guideline.settings import CameraSettings
from ..procedure import cameras, retention
from ..procedure.retention import Preview
from ..site import Site
from . import answers, forms
from .steps import OnePerson, async_find_source, running_site


class CameraFlow(OnePerson, ConfigSubentryFlow):
    """One camera."""

    _voluntary = False
    _before: CameraSettings | None = None
    _wanted: CameraSettings | None = None
    _preview: Preview | None = None

    # Joining ---------------------------------------------------------------------------------

    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Ask the two questions of 2(1)."""
        try:
            await self._site().desk.allow(Act.ADD_CAMERA, self.acting())
        except Problem as problem:
            return self._abort(problem)
        if user_input is not None:
            answer = scope(
                crime_prevention_is_main=user_input["crime_prevention"] == "yes",
                sees_unspecified_people=user_input["unspecified_people"] == "yes",
            )
            if answer is Scope.OUTSIDE:
                return await self.async_step_outside()
            return await self.async_step_camera()
        return self.async_show_form(step_id="user", data_schema=forms.QUESTIONS)

    async def async_step_outside(
        self, user_input: dict[str, Any] | None = None
    ) -> SubentryFlowResult:
        """Say that the camera is outside the guideline (対象外), and let the person choose."""
        return self.async_show_menu(step_id="outside", menu_options=["leave_alone", "join"])

    async def async_step_leave_alone(
        self, user_input: dict[str, Any] | None = None
    ) -> SubentryFlowResult:
        """Leave the camera as it is."""
        return self.async_abort(reason="outside_guideline")

    async def async_step_join(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Put the camera under the rules of one's own will."""
        self._voluntary = True
        return await self.async_step_camera()

    async def async_step_camera(
        self, user_input: dict[str, Any] | None = None
    ) -> SubentryFlowResult:
        """Ask which camera, where, what it sees, when and how it records."""
        actor = self.acting()
        errors: dict[str, str] = {}
        problem: Problem | None = None
        if user_input is not None:
            source = async_find_source(self.hass, user_input["source"])
            errors = self._check(user_input, source)
            if source is not None and not errors:
                wanted = answers.camera_settings(
                    user_input, source, uuid4().hex, voluntary=self._voluntary
                )
                try:
                    await cameras.order_added(self._site().desk, actor, wanted)
                except Problem as caught:
                    problem = caught
                    errors["base"] = problem.key
                else:
                    return self.async_create_entry(
                        title=wanted.place, data=wanted.as_dict(), unique_id=wanted.camera
                    )
        return self._show("camera", user_input or {}, errors, problem)

    # Changing --------------------------------------------------------------------------------

    async def async_step_reconfigure(
        self, user_input: dict[str, Any] | None = None
    ) -> SubentryFlowResult:
        """Ask the same of a camera that is under the rules already."""
        desk, actor = self._site().desk, self.acting()
        try:
            before = CameraSettings.from_dict(dict(self._get_reconfigure_subentry().data))
        except UnknownSubEntry:
            return self.async_abort(reason="camera_gone")
        self._before = before
        try:
            await desk.allow(Act.CHANGE_CAMERA, actor)
        except Problem as refused:
            return self._abort(refused)
        errors: dict[str, str] = {}
        problem: Problem | None = None
        if user_input is not None:
            source = async_find_source(self.hass, user_input["source"])
            errors = self._check(user_input, source)
            if source is not None and not errors:
                self._wanted = answers.camera_settings(
                    user_input, source, before.camera, voluntary=before.voluntary
                )
                try:
                    return await self._async_change()
                except Problem as caught:
                    problem = caught
                    errors["base"] = problem.key
        return self._show("reconfigure", user_input or self._as_answers(before), errors, problem)

    async def _async_change(self) -> SubentryFlowResult:
        """Change at once what takes no footage away; else ask."""
        desk, before, wanted = self._site().desk, self._before, self._wanted
        assert before is not None and wanted is not None
        if before.retention_days != wanted.retention_days:
            await desk.allow(Act.CHANGE_RETENTION, self.acting())
            self._preview = await self._async_preview(wanted)
            if self._preview.sooner:
                return await self.async_step_shorten()
        return await self._async_carry_out()

    async def _async_preview(self, wanted: CameraSettings) -> Preview:
        desk = self._site().desk
        days = wanted.retention_days or retention.days_of(desk, None)
        return await retention.preview(desk, wanted.camera, days)

    async def async_step_shorten(
        self, user_input: dict[str, Any] | None = None
    ) -> SubentryFlowResult:
        """Show what goes sooner, and go on with a yes."""
        self.acting()
        assert self._preview is not None and self._wanted is not None
        errors: dict[str, str] = {}
        problem: Problem | None = None
        if user_input is not None:
            if user_input["agree"]:
                try:
                    return await self._async_carry_out()
                except Problem as caught:
                    problem = caught
                    errors["base"] = problem.key
                    self._preview = await self._async_preview(self._wanted)
            else:
                errors["agree"] = "not_agreed"
        return self.async_show_form(
            step_id="shorten",
            data_schema=forms.SHORTEN,
            errors=errors,
            description_placeholders=answers.blanks(problem)
            | answers.preview_blanks(self._preview),
        )

    async def _async_carry_out(self) -> SubentryFlowResult:
        desk, actor = self._site().desk, self.acting()
        before, wanted, seen = self._before, self._wanted, self._preview
        assert before is not None and wanted is not None
        if seen is not None:
            await retention.change(desk, actor, wanted.camera, wanted.retention_days, seen=seen)
            self._preview = None
        if replace(before, retention_days=wanted.retention_days) != wanted:
            await cameras.order_changed(desk, actor, wanted)
        return self.async_update_and_abort(
            self._get_entry(),
            self._get_reconfigure_subentry(),
            title=wanted.place,
            data=wanted.as_dict(),
        )

    # What both share -------------------------------------------------------------------------

    def _site(self) -> Site:
        """Return the running site; acts are done at its desk."""
        return running_site(self._get_entry())

    def _abort(self, problem: Problem) -> SubentryFlowResult:
        return self.async_abort(
            reason=problem.key, description_placeholders=answers.blanks(problem)
        )

    def _others(self) -> list[str]:
        """Return the sources of the other cameras under the rules."""
        own = self._before.camera if self._before else None
        return [
            subentry.data["source"]
            for subentry in self._get_entry().subentries.values()
            if subentry.subentry_type == SUBENTRY_CAMERA and subentry.data["camera"] != own
        ]

    def _check(
        self, user_input: dict[str, Any], source: answers.SourceFacts | None
    ) -> dict[str, str]:
        errors = answers.check_camera(user_input, source)
        if source is not None and source.id in self._others():
            errors["source"] = "camera_taken"
        return errors

    def _as_answers(self, settings: CameraSettings) -> dict[str, Any]:
        registry = er.async_get(self.hass)
        return answers.camera_answers(
            settings, er.async_resolve_entity_id(registry, settings.source)
        )

    def _show(
        self, step: str, suggested: dict[str, Any], errors: dict[str, str], problem: Problem | None
    ) -> SubentryFlowResult:
        registry = er.async_get(self.hass)
        taken = [er.async_resolve_entity_id(registry, other) or other for other in self._others()]
        return self.async_show_form(
            step_id=step,
            data_schema=self.add_suggested_values_to_schema(forms.camera_form(taken), suggested),
            errors=errors,
            description_placeholders=answers.blanks(problem),
        )
