"""Setting a site up, second half: where the vault lies and what opens it. 4(4)ウ.

    vault ▶ (a page for each doubt: take it, or choose another folder) ▶ (passphrase) ▶ recovery ▶ founded

Nothing is written to disk before the last answer: that the recovery code has been written
down. Where founding fails nothing is left behind, the folder is asked for anew, and passphrase and
code stand as they were written down.
"""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from homeassistant.config_entries import ConfigFlow, ConfigFlowResult
from homeassistant.helpers.hassio import is_hassio
import voluptuous as vol

from ..guideline.errors import Problem
from ..guideline.people import Actor
from ..vault.passphrase import is_last_group, new_recovery_code, six_words
from . import answers, forms, place
from .place import Doubt, Place
from .steps import OnePerson


@dataclass(frozen=True, slots=True)
class Secrets:
    """What opens the vault: held by the flow until it ends, and by nothing after."""

    passphrase: str = field(repr=False)
    recovery_code: str = field(repr=False)
    words_made: bool
    """The person chose no passphrase and is shown six words."""


class VaultSteps(OnePerson, ConfigFlow):
    """The steps from the vault's folder to the site."""

    _place: Place | None = None
    _doubts: tuple[Doubt, ...] = ()
    _secrets: Secrets | None = None

    async def async_found(self, actor: Actor, chosen: Place, secrets: Secrets) -> ConfigFlowResult:
        """Make the site; raises `Problem`."""
        raise NotImplementedError

    def known_names(self) -> list[str]:
        """Return names that anybody would try as a passphrase first."""
        raise NotImplementedError

    # Where -----------------------------------------------------------------------------------

    async def async_step_vault(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask for the folder."""
        self.acting()
        problem: Problem | None = None
        if user_input is not None:
            try:
                await self.async_choose_place(user_input["vault"])
            except Problem as caught:
                problem = caught
            else:
                return await self.async_after_place()
        return await self._async_show_vault(user_input, problem)

    async def _async_show_vault(
        self, user_input: dict[str, Any] | None, problem: Problem | None
    ) -> ConfigFlowResult:
        suggested = user_input or {"vault": await self.async_proposed_vault()}
        errors = {"vault": problem.key} if problem else {}
        return self.show("vault", forms.VAULT, suggested, errors, problem)

    async def async_proposed_vault(self) -> str:
        """Return the folder that was named, or else a good one."""
        if self._place is not None:
            return str(self._place.folder)
        configuration = Path(self.hass.config.config_dir)
        return str(
            await self.hass.async_add_executor_job(
                partial(place.propose, configuration, backups=self._backups())
            )
        )

    async def async_choose_place(self, folder: str) -> None:
        """Take a folder, if a vault may lie there; raises `Problem`."""
        self._place = await self.hass.async_add_executor_job(
            partial(
                place.check,
                folder,
                configuration=Path(self.hass.config.config_dir),
                backups=self._backups(),
            )
        )
        self._doubts = self._place.doubts

    def _backups(self) -> tuple[Path, ...]:
        return place.SUPERVISED_BACKUPS if is_hassio(self.hass) else ()

    async def async_after_place(self) -> ConfigFlowResult:
        """Go on from a folder that was chosen: over its doubts to the keys."""
        if self._doubts:
            return self._show_doubt(self._doubts[0])
        if self._secrets is None:
            return await self.async_step_passphrase()
        return await self.async_step_recovery()

    async def async_step_doubt_container(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Say that the folder goes with its container."""
        return self._show_doubt(Doubt.CONTAINER)

    async def async_step_doubt_file_system(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Say that this file system may keep what is overwritten."""
        return self._show_doubt(Doubt.FILE_SYSTEM)

    async def async_step_doubt_backup(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Say that a backup can copy the folder."""
        return self._show_doubt(Doubt.BACKUP)

    def _show_doubt(self, doubt: Doubt) -> ConfigFlowResult:
        self.acting()
        assert self._place is not None
        return self.async_show_menu(
            step_id=f"doubt_{doubt}",
            menu_options=["accept_doubt", "vault"],
            description_placeholders={
                "folder": str(self._place.folder),
                "file_system": self._place.file_system,
            },
        )

    async def async_step_accept_doubt(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Take the folder all the same."""
        self.acting()
        self._doubts = self._doubts[1:]
        return await self.async_after_place()

    # What opens it ---------------------------------------------------------------------------

    async def async_step_passphrase(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Ask for a passphrase twice, or make six words."""
        self.acting()
        errors: dict[str, str] = {}
        if user_input is not None:
            errors = answers.check_passphrase(user_input, self.known_names())
            if not errors:
                await self.async_settle_secrets(user_input)
                return await self.async_step_recovery()
        return self.show("passphrase", forms.PASSPHRASES, {}, errors)

    async def async_settle_secrets(self, user_input: dict[str, Any]) -> None:
        """Take the passphrase, or make one, and make the recovery code."""
        chosen = user_input.get(answers.PASSPHRASE, "")
        words = await self.hass.async_add_executor_job(six_words, self.hass.config.language)
        self._secrets = Secrets(chosen or words, new_recovery_code(), words_made=not chosen)

    async def async_step_recovery(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Show the recovery code; make the site when its last group comes back."""
        actor = self.acting()
        chosen, secrets = self._place, self._secrets
        assert chosen is not None and secrets is not None
        errors: dict[str, str] = {}
        problem: Problem | None = None
        if user_input is not None:
            if not is_last_group(user_input["last_group"], secrets.recovery_code):
                errors["last_group"] = "group_differs"
            else:
                try:
                    return await self.async_found(actor, chosen, secrets)
                except Problem as caught:
                    problem = caught
                if not problem.key.startswith("book_"):
                    return await self._async_show_vault(None, problem)
                errors["base"] = problem.key
        return self.show(
            "recovery_words" if secrets.words_made else "recovery",
            forms.RECOVERY,
            {},
            errors,
            problem,
            code=secrets.recovery_code,
            **({"words": secrets.passphrase} if secrets.words_made else {}),
        )

    async_step_recovery_words = async_step_recovery

    def show(
        self,
        step: str,
        form: vol.Schema,
        suggested: dict[str, Any],
        errors: dict[str, str],
        problem: Problem | None = None,
        **blanks: str,
    ) -> ConfigFlowResult:
        """Show a form with what was typed and what was wrong with it."""
        return self.async_show_form(
            step_id=step,
            data_schema=self.add_suggested_values_to_schema(form, suggested),
            errors=errors,
            description_placeholders=answers.blanks(problem) | blanks,
        )
