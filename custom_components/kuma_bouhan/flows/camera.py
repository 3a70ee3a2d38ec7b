"""Putting a camera under the rules, and changing it: a subentry's flow. はじめに, 2(1), 運用基準例 2.

    two questions ─both yes──▶ camera ▶ assessment ▶ subentry
        └─else: 対象外──▶ leave it alone | join of one's own will ▶ camera ▶ assessment ▶ subentry
    reconfigure ▶ (shorten: shown what goes sooner, and a yes) ▶ changed

The role is checked before anything is asked and again when it is done; a refusal is entered in the book. An address of a
camera's own is tried before it is taken; its password is kept with the subentry, and no page shows it again.
"""

from dataclasses import replace
from typing import Any
from uuid import uuid4

from homeassistant.config_entries import (
    ConfigSubentry,
    ConfigSubentryFlow,
    SubentryFlowResult,
    UnknownSubEntry,
)
from homeassistant.data_entry_flow import AbortFlow
from homeassistant.helpers import entity_registry as er

from ..capture.address import Address, is_address, try_out
from ..const import CONF_ADDRESS, SUBENTRY_CAMERA
from ..guideline.errors import Problem
from ..guideline.people import Act
from ..guideline.scope import Scope, scope
from ..guideline.settings import CameraSettings
from ..procedure import cameras, retention
from ..procedure.retention import Preview
from ..site import Site
from . import addresses, answers, assessing, forms
from .answers import SourceFacts
from .steps import OnePerson, async_find_sign, async_find_source, running_site


class CameraFlow(OnePerson, ConfigSubentryFlow):
    """One camera."""

    _voluntary = False
    _before: CameraSettings | None = None
    _stored: Address | None = None
    """The address that the camera has."""
    _wanted: CameraSettings | None = None
    _address: Address | None = None
    """The address that it is to have; None where it is an entity."""
    _typed: Address | None = None
    """The address that was typed last: a password need not be typed again on this page."""
    _tried: Address | None = None
    """The address that gave a picture last."""
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
        self.acting()
        errors: dict[str, str] = {}
        if user_input is not None:
            errors = await self._async_read(user_input, uuid4().hex, voluntary=self._voluntary)
            if not errors:
                return await self.async_step_assessment()
        return self._show("camera", addresses.again(user_input or {}, self._address), errors, None)

    async def async_step_assessment(
        self, user_input: dict[str, Any] | None = None
    ) -> SubentryFlowResult:
        """Ask what it is for, and why a camera and nothing milder: はじめに."""
        desk, actor, wanted = self._site().desk, self.acting(), self._wanted
        settings = desk.registers.settings
        assert wanted is not None and settings is not None  # a running site has some
        errors: dict[str, str] = {}
        problem: Problem | None = None
        if user_input is not None:
            errors = assessing.check(user_input)
            if wanted.source in self._others():
                errors["base"] = "camera_taken"
            if not errors:
                answered = assessing.assessment(user_input, wanted.view)
                try:
                    await cameras.order_added(desk, actor, wanted, answered)
                except Problem as caught:
                    problem = caught
                    errors["base"] = problem.key
                else:
                    return self.async_create_entry(
                        title=wanted.place, data=self._data(wanted), unique_id=wanted.camera
                    )
        language, limited = self.hass.config.language, wanted.hours is not None
        suggested = user_input or assessing.suggested(
            settings.profile, language, settings=settings, limited=limited
        )
        return self.async_show_form(
            step_id="assessment",
            data_schema=self.add_suggested_values_to_schema(
                assessing.form(settings.profile, language, limited=limited), suggested
            ),
            errors=errors,
            description_placeholders=answers.blanks(problem)
            | {"place": wanted.place, "view": wanted.view},
        )

    # Changing --------------------------------------------------------------------------------

    async def async_step_reconfigure(
        self, user_input: dict[str, Any] | None = None
    ) -> SubentryFlowResult:
        """Ask the same of a camera that is under the rules already."""
        desk, actor = self._site().desk, self.acting()
        data = dict(self._subentry().data)
        self._before = before = CameraSettings.from_dict(data)
        self._stored = Address.from_dict(data[CONF_ADDRESS]) if CONF_ADDRESS in data else None
        try:
            await desk.allow(Act.CHANGE_CAMERA, actor)
        except Problem as refused:
            return self._abort(refused)
        errors: dict[str, str] = {}
        problem: Problem | None = None
        if user_input is not None:
            errors = await self._async_read(user_input, before.camera, voluntary=before.voluntary)
            if not errors:
                try:
                    return await self._async_change()
                except Problem as caught:
                    problem = caught
                    errors["base"] = problem.key
        suggested = (
            addresses.again(user_input, self._address) if user_input else self._as_answers(before)
        )
        return self._show("reconfigure", suggested, errors, problem)

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
        desk, actor, subentry = self._site().desk, self.acting(), self._subentry()
        before, wanted, seen = self._before, self._wanted, self._preview
        assert before is not None and wanted is not None
        if seen is not None:
            await retention.change(desk, actor, wanted.camera, wanted.retention_days, seen=seen)
            self._preview = None
        if replace(before, retention_days=wanted.retention_days) != wanted:
            await cameras.order_changed(desk, actor, wanted)
        return self.async_update_and_abort(
            self._get_entry(), subentry, title=wanted.place, data=self._data(wanted)
        )

    def _subentry(self) -> ConfigSubentry:
        """Return the camera that is being changed. AbortFlow: camera_gone."""
        try:
            return self._get_reconfigure_subentry()
        except UnknownSubEntry:
            raise AbortFlow("camera_gone") from None

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

    async def _async_read(
        self, user_input: dict[str, Any], camera: str, *, voluntary: bool
    ) -> dict[str, str]:
        """Read what was said of a camera; return the errors. Without any it stands in `_wanted`."""
        source, errors = self._find(user_input)
        errors |= answers.check_camera(user_input, source)
        sign = user_input.get("sign_entity")
        sign_id = async_find_sign(self.hass, sign) if sign else None
        if sign and sign_id is None:
            errors["sign_entity"] = "sign_entity_not_found"
        if source is None or errors:
            return errors
        if is_address(source.id) and (problem := await self._async_try()):
            return {addresses.SECTION: problem.key}
        self._wanted = answers.camera_settings(
            user_input, source, camera, voluntary=voluntary, sign=sign_id
        )
        return {}

    def _find(self, user_input: dict[str, Any]) -> tuple[SourceFacts | None, dict[str, str]]:
        """Return the one source that was named, and what is wrong with it."""
        named, field = user_input.get("source"), "source"
        self._address = None
        if addresses.is_typed(user_input):
            field = addresses.SECTION
            if named:
                return None, {field: "one_source"}
            try:
                self._address = addresses.read(user_input, self._typed, self._stored)
            except Problem as problem:
                return None, {field: problem.key}
            self._typed = self._address
            source: SourceFacts | None = addresses.facts(self._address)
        elif named:
            source = async_find_source(self.hass, named)
        else:
            return None, {field: "source_missing"}
        if source is None:
            return None, {field: "camera_not_found"}
        return source, {field: "camera_taken"} if source.id in self._others() else {}

    async def _async_try(self) -> Problem | None:
        """Return why no picture comes from the address, where it is new."""
        address = self._address
        if address is not None and address not in (self._tried, self._stored):
            try:
                await try_out(self.hass, address)
            except Problem as problem:
                return problem
            self._tried = address
        return None

    def _data(self, settings: CameraSettings) -> dict[str, Any]:
        """Return what the subentry keeps: the settings, and beside them an address."""
        data = settings.as_dict()
        return data | {CONF_ADDRESS: self._address.as_dict()} if self._address else data

    def _as_answers(self, settings: CameraSettings) -> dict[str, Any]:
        registry = er.async_get(self.hass)
        sign = settings.sign_entity
        return answers.camera_answers(
            settings,
            er.async_resolve_entity_id(registry, settings.source),
            er.async_resolve_entity_id(registry, sign) if sign else None,
        ) | addresses.shown(self._stored)

    def _show(
        self, step: str, suggested: dict[str, Any], errors: dict[str, str], problem: Problem | None
    ) -> SubentryFlowResult:
        registry = er.async_get(self.hass)
        taken = [
            er.async_resolve_entity_id(registry, other) or other
            for other in self._others()
            if not is_address(other)
        ]
        addressed = addresses.SECTION in errors or (
            self._before is not None and is_address(self._before.source)
        )
        form = forms.camera_form(taken, addressed=addressed)
        return self.async_show_form(
            step_id=step,
            data_schema=self.add_suggested_values_to_schema(form, suggested),
            errors=errors,
            description_placeholders=answers.blanks(problem),
        )
