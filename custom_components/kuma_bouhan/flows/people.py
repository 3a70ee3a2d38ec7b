"""Who holds which office: the flow behind "Configure". 4(2).

    init ─▶ appoint | end | hand_over ▶ done
       └──▶ regain ─▶ restore (recovery code) | announce | object ▶ done
                └────▶ refound (notice over) ▶ new_code ▶ done

Every step asks who answers and whether they may. Home Assistant opens this flow to its administrators only, which
gives them nothing here; who is none of them acts by the actions. Nothing is stored in the entry.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from homeassistant.auth.models import User
from homeassistant.config_entries import ConfigFlowResult, OptionsFlow
from homeassistant.data_entry_flow import AbortFlow
import voluptuous as vol

from ..actor import user_of_request
from ..guideline.errors import Problem, Refused
from ..guideline.people import APPOINTING, Act, Actor, Person, Role
from ..procedure import appointments, regaining
from ..procedure.desk import Desk
from ..users import async_people, async_person, person_of
from ..vault.passphrase import is_last_group, new_recovery_code, six_words
from ..when import moment_or_none
from . import answers, forms, founding
from .steps import OnePerson, running_site
from .vault import Secrets

FIELD = {
    "user_unknown": "person",
    "user_inactive": "person",
    "user_is_program": "person",
    "office_held_already": "person",
    "office_not_held": "person",
    "office_taken": "role",
    "deputy_needs_period": "until",
    "until_not_after_since": "until",
    "secrecy_missing": "secrecy",
    "site_is_handed_over_now": "since",
    "wrong_recovery_code": "code",
}
"""The field that a problem belongs to, where it belongs to one."""

type Answers = dict[str, Any]


class PeopleFlow(OnePerson, OptionsFlow):
    """Appoints, releases, hands over, and regains a site that nobody can act for."""

    _secrets: Secrets | None = None

    async def async_step_init(self, user_input: Answers | None = None) -> ConfigFlowResult:
        """Ask what is to be done."""
        self._begin()
        return self.async_show_menu(
            step_id="init", menu_options=["appoint", "end", "hand_over", "regain"]
        )

    # Offices ---------------------------------------------------------------------------------

    async def async_step_appoint(self, user_input: Answers | None = None) -> ConfigFlowResult:
        """Give a person an office."""
        _, actor, desk = self._begin()
        await self._async_allow(desk, Act.APPOINT, actor)
        may = [
            role
            for role in Role
            if role is not Role.SITE_OWNER and desk.may(APPOINTING[role], actor)
        ]

        async def appoint(given: Answers) -> None:
            await appointments.appoint(
                desk,
                actor,
                Role(given["role"]),
                await async_person(self.hass, given["person"]),
                name=given.get("name", ""),
                title=given.get("title", ""),
                since=moment_or_none(given, "since"),
                until=moment_or_none(given, "until"),
            )

        form = forms.appoint_form(may, await async_people(self.hass))
        return await self._async_ask("appoint", form, user_input, appoint, "appointed")

    async def async_step_end(self, user_input: Answers | None = None) -> ConfigFlowResult:
        """Release a person from an office; whoever appoints nobody can leave their own."""
        _, actor, desk = self._begin()
        await self._async_allow(desk, Act.LEAVE, actor)

        async def end(given: Answers) -> None:
            await appointments.end(
                desk,
                actor,
                Role(given["role"]),
                given["person"],
                until=moment_or_none(given, "until"),
                secrecy_acknowledged=given["secrecy"],
            )

        form = forms.end_form(_holders(desk, actor))
        return await self._async_ask("end", form, user_input, end, "ended")

    async def async_step_hand_over(self, user_input: Answers | None = None) -> ConfigFlowResult:
        """Let the site, or the manager's office, pass to another person."""
        _, actor, desk = self._begin()
        await self._async_allow(desk, Act.APPOINT_SITE_OWNER, actor)

        async def hand_over(given: Answers) -> None:
            await appointments.hand_over(
                desk,
                actor,
                Role(given["role"]),
                await async_person(self.hass, given["person"]),
                name=given.get("name", ""),
                title=given.get("title", ""),
                since=moment_or_none(given, "since"),
                secrecy_acknowledged=given["secrecy"],
            )

        form = forms.hand_over_form(await async_people(self.hass))
        return await self._async_ask("hand_over", form, user_input, hand_over, "handed_over")

    # Regaining -------------------------------------------------------------------------------

    async def async_step_regain(self, user_input: Answers | None = None) -> ConfigFlowResult:
        """Offer the ways back to a site that nobody can act for."""
        _, _, desk = self._begin()
        ways = ["announce"] if desk.registers.refounding is None else ["object", "refound"]
        return self.async_show_menu(step_id="regain", menu_options=["restore", *ways])

    async def async_step_restore(self, user_input: Answers | None = None) -> ConfigFlowResult:
        """Take the recovery code from an owner of Home Assistant."""
        user, actor, desk = self._begin()
        await self._async_allow(desk, Act.RESTORE_SITE_OWNER, actor, ha_owner=user.is_owner)

        async def restore(given: Answers) -> None:
            await regaining.restore(
                desk, actor, person_of(user), given["code"], ha_owner=user.is_owner
            )

        return await self._async_ask("restore", forms.RESTORE, user_input, restore, "restored")

    async def async_step_announce(self, user_input: Answers | None = None) -> ConfigFlowResult:
        """Give every role notice that the site is going to be re-founded."""
        user, actor, desk = self._begin()
        await self._async_allow(desk, Act.ANNOUNCE_REFOUNDING, actor, ha_owner=user.is_owner)

        async def announce(_given: Answers) -> None:
            await regaining.announce(desk, actor, ha_owner=user.is_owner)

        return await self._async_ask("announce", forms.AGREE, user_input, announce, "announced")

    async def async_step_object(self, user_input: Answers | None = None) -> ConfigFlowResult:
        """Withdraw that notice."""
        _, actor, desk = self._begin()
        await self._async_allow(desk, Act.OBJECT_TO_REFOUNDING, actor)

        async def object_to(_given: Answers) -> None:
            await regaining.object_to(desk, actor)

        return await self._async_ask("object", forms.AGREE, user_input, object_to, "withdrawn")

    async def async_step_refound(self, user_input: Answers | None = None) -> ConfigFlowResult:
        """Ask for the new passphrase, once the notice is over."""
        user, actor, desk = self._begin()
        try:
            await regaining.check_notice(desk, actor, ha_owner=user.is_owner)
        except Problem as problem:
            raise _abort(problem) from problem
        errors: dict[str, str] = {}
        if user_input is not None:
            known = {user.name or "", *desk.names()}
            errors = answers.check_passphrase(user_input, known)
            if not errors:
                chosen = user_input.get(answers.PASSPHRASE, "")
                words = await desk.run(six_words, self.hass.config.language)
                self._secrets = Secrets(chosen or words, new_recovery_code(), words_made=not chosen)
                return await self.async_step_new_code()
        return self._show("refound", forms.PASSPHRASES, {}, errors)

    async def async_step_new_code(self, user_input: Answers | None = None) -> ConfigFlowResult:
        """Show the new recovery code; re-found the site when its last group comes back."""
        user, actor, desk = self._begin()
        secrets = self._secrets
        assert secrets is not None

        async def refound(_given: Answers) -> None:
            await regaining.carry_out(
                desk,
                actor,
                person_of(user),
                secrets.passphrase,
                secrets.recovery_code,
                ha_owner=user.is_owner,
                cost=founding.KDF_COST,
            )

        step = "new_code_words" if secrets.words_made else "new_code"
        blanks = {"code": secrets.recovery_code}
        if secrets.words_made:
            blanks["words"] = secrets.passphrase
        if user_input and not is_last_group(user_input["last_group"], blanks["code"]):
            errors = {"last_group": "group_differs"}
            return self._show(step, forms.RECOVERY, {}, errors, None, **blanks)
        return await self._async_ask(
            step, forms.RECOVERY, user_input, refound, "refounded", **blanks
        )

    async_step_new_code_words = async_step_new_code

    # What the steps share --------------------------------------------------------------------

    def _begin(self) -> tuple[User, Actor, Desk]:
        """Return who answers, and the desk at which they act."""
        actor, user = self.acting(), user_of_request()
        assert user is not None
        return user, actor, running_site(self.config_entry).desk

    async def _async_allow(
        self, desk: Desk, act: Act, actor: Actor, *, ha_owner: bool = False
    ) -> None:
        try:
            await desk.allow(act, actor, ha_owner=ha_owner)
        except Problem as problem:
            raise _abort(problem) from problem

    async def _async_ask(
        self,
        step: str,
        form: vol.Schema,
        given: Answers | None,
        do: Callable[[Answers], Awaitable[None]],
        done: str,
        **blanks: str,
    ) -> ConfigFlowResult:
        """Ask one page, do what it says, and say that it is done."""
        errors: dict[str, str] = {}
        problem: Problem | None = None
        if given is not None:
            errors = answers.check_lengths(given, ("name", "title"))
            if given.get("agree") is False:
                errors["agree"] = "not_agreed"
            if not errors:
                try:
                    await do(given)
                except Refused as refused:
                    raise _abort(refused) from refused
                except Problem as caught:
                    problem = caught
                    errors[FIELD.get(problem.key, "base")] = problem.key
                else:
                    return self.async_abort(reason=done)
        shown = answers.without_secrets(given or {})
        return self._show(step, form, shown, errors, problem, **blanks)

    def _show(
        self,
        step: str,
        form: vol.Schema,
        suggested: Answers,
        errors: dict[str, str],
        problem: Problem | None = None,
        **blanks: str,
    ) -> ConfigFlowResult:
        return self.async_show_form(
            step_id=step,
            data_schema=self.add_suggested_values_to_schema(form, suggested),
            errors=errors,
            description_placeholders=answers.blanks(problem) | blanks,
        )


def _abort(problem: Problem) -> AbortFlow:
    return AbortFlow(problem.key, problem.placeholders)


def _holders(desk: Desk, actor: Actor) -> list[Person]:
    """Return whom this person can release: those who hold an office, or themselves alone."""
    now, everybody = desk.clock.now(), desk.may(Act.APPOINT, actor)
    found = {
        held.user_id: Person(held.user_id, held.name)
        for held in desk.registers.appointments
        if held.overlaps(now, None) and (everybody or held.user_id == actor.user_id)
    }
    return sorted(found.values(), key=lambda person: person.name)
